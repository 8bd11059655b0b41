// What of a moment the page asks for: what its depth draws, around what is selected, and no more.
import type { Accessor } from "solid-js";
import type { MomentFacts, MomentRequest } from "../../protocol/session.ts";
import type { Depth } from "./link.ts";

const LIMITS = { objectLimit: 600, slotLimit: 12, nameLimit: 40, frameLimit: 6, expandedSlotLimit: 200 };
/** The depth Program shows a whole code object, up to so many instructions to each side of the present one. */
const PROGRAM_INSTRUCTIONS = 1000;
/** Bytes asked for above the selection's block, so that what is before it can be shown. */
const BYTES_BEFORE = 32;

export function createWanted(known: {
  moment: Accessor<number>;
  depth: Accessor<Depth>;
  selection: Accessor<number | null>;
  /** Of the moment that was answered last. */
  facts: Accessor<MomentFacts | null>;
  /** Containers and frames that the reader opened. */
  expanded: Accessor<readonly number[]>;
  pool: Accessor<number | null>;
  /** Where the reader scrolled to in the bytes, and how many rows there is room for. */
  bytesTop: Accessor<number | null>;
  bytesRows: Accessor<number>;
  /** A code object that the reader chose, other than the running one. */
  other: Accessor<NonNullable<MomentRequest["program"]>["other"] | null>;
}): () => MomentRequest {
  const { moment, depth, selection, facts, expanded, pool, bytesTop, bytesRows, other } = known;

  function wanted(): MomentRequest {
    const at = moment();
    const selected = selection();
    const shown = depth();
    const request: MomentRequest = {
      moment: at,
      program:
        shown === "program"
          ? {
              instructionsBefore: PROGRAM_INSTRUCTIONS,
              instructionsAfter: PROGRAM_INSTRUCTIONS,
              ...(other() === null ? {} : { other: other()! }),
            }
          : { instructionsBefore: 4, instructionsAfter: 12 },
    };
    if (shown === "objects")
      request.objects = { ...LIMITS, expanded: [...expanded()], also: selected === null ? [] : [selected] };
    if (shown === "bytes") request.objects = { ...LIMITS, objectLimit: 0, expanded: [], also: [] };
    if (shown === "allocators")
      request.allocators = {
        arenaFrom: 0,
        arenaLimit: 64,
        pool: pool() ?? selectedPool() ?? tellingPool(),
        listLimit: 8,
      };
    if (shown === "bytes" || (shown === "objects" && selected !== null)) {
      const from = bytesFrom();
      if (from !== null) request.bytes = { from, bytes: 16 * (shown === "bytes" ? bytesRows() : 24) };
    }
    if (selected !== null) request.selection = { address: selected, referrerLimit: 12 };
    return request;
  }

  function selectedPool(): number | null {
    const place = facts()?.selection?.place;
    return place?.type === "pool" ? place.poolAddress : null;
  }

  /** Where nothing is chosen: a pool in which used and free blocks are mixed, which has most to tell. */
  let lastTelling: number | null = null;
  function tellingPool(): number | null {
    const pools = facts()?.allocators?.arenas.flatMap((arena) => arena.pools) ?? [];
    if (pools.length === 0) return lastTelling;
    const mixed = (p: (typeof pools)[number]) =>
      p.state === "used" ? p.usedBlocks * (p.blocks.length - p.usedBlocks) : 0;
    if (!pools.some((p) => p.address === lastTelling && mixed(p) > 0)) {
      let best = 0;
      lastTelling = null;
      for (const p of pools) {
        if (mixed(p) <= best) continue;
        best = mixed(p);
        lastTelling = p.address;
      }
    }
    return lastTelling;
  }

  /** First address of the bytes asked for: where the reader scrolled to, else a little before the selection's block. */
  function bytesFrom(): number | null {
    if (depth() === "bytes" && bytesTop() !== null) return bytesTop();
    const selected = selection();
    if (selected === null) return facts()?.program?.frame ?? null;
    const shown = facts()?.selection;
    const block = shown && shown.address === selected ? shown.block : selected;
    if (depth() === "objects") return Math.max(0, block - (shown?.blockBytes ?? 0));
    return Math.max(0, block - (block % 16) - BYTES_BEFORE);
  }

  return wanted;
}
