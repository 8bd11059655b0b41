// Which checkpoints a file gets, and their sections. More of them make seeks shorter and the file larger: as many are
// chosen as fit, evenly over the run.
//
//   how many    tried on a part of the pages, packed in a hurry: a section of each checkpoint grows where others are left out
//   sections    packed from the last to the first (backward_image.ts), one being deflated while the next is encoded
//
// Invariant: the sections together take no more than the room that there is, unless LEAST_CHECKPOINTS alone take more.
import { PAGE_BYTES, POOL_BYTES } from "../machine/recorded.ts";
import { BackwardImage } from "./backward_image.ts";
import type { Checkpoint, Checkpoints } from "./checkpoints.ts";
import type { Packing } from "./packing.ts";
import { encodeCheckpoint } from "./page_stream.ts";

/** Checkpoints written: at most so many, and so few that their sections stay below the size. */
const FILE_CHECKPOINTS = 64;
const LEAST_CHECKPOINTS = 2;
/** One pool in so many, as a power of two, tells how large a section becomes; that much of the room is counted on. */
const SAMPLED_SHIFT = 4;
const SURE_PART = 0.97;
/** About so many are written of a large memory. */
const TYPICAL_CHECKPOINTS = 16;
/** How often it is looked, and how exactly, how much of the room is taken. */
const LOOKS = 2;
const CLOSE_ENOUGH = 1 / 16;
/** Sections that are being deflated at a time. */
const IN_FLIGHT = 3;

export interface Room {
  /** Most bytes of all sections. */
  readonly bytes: number;
  /** Memories of more pages than so many are sampled; others are packed to see how large they become. */
  readonly sampledPages: number;
}
const FILE_ROOM: Room = { bytes: 28 * 1024 * 1024, sampledPages: (8 * 1024 * 1024) / PAGE_BYTES };

export interface StoredCheckpoint {
  readonly checkpoint: Checkpoint;
  readonly hash: readonly [number, number];
  /** Deflated. */
  readonly section: Uint8Array;
}

/** The first, the last, and of the others those that cover the time of running again evenly. */
function selection(checkpoints: readonly Checkpoint[], limit: number): Checkpoint[] {
  const lasting = checkpoints.filter((one) => !one.isTemporary);
  if (lasting.length <= limit) return lasting;
  const end = lasting[lasting.length - 1].runMs;
  const chosen = new Set([lasting[0], lasting[lasting.length - 1]]);
  for (let k = 1; k < limit - 1; k++) {
    const wanted = (end * k) / (limit - 1);
    chosen.add(lasting.reduce((a, b) => (Math.abs(b.runMs - wanted) < Math.abs(a.runMs - wanted) ? b : a)));
  }
  return lasting.filter((one) => chosen.has(one));
}

const isSampled = (page: number): boolean =>
  Math.imul(Math.floor(page / POOL_BYTES), 0x9e3779b1) >>> (32 - SAMPLED_SHIFT) === 0;

/** Says of sections, from what a part of their pages takes, how large they would be. */
class Sampling {
  private readonly all: Checkpoints;
  private readonly packing: Packing;
  /** Bytes of a section for each of its sample: a small sample packs worse than all. */
  private readonly factor: number;

  /** The factor is taken from a section in the midst of some: at its end a program gives back all memory. */
  constructor(some: readonly Checkpoint[], all: Checkpoints, packing: Packing) {
    this.all = all;
    this.packing = packing;
    const [before, checkpoint] = some.slice((some.length >> 1) - 1);
    const section = encodeCheckpoint(checkpoint, before, new BackwardImage(all));
    this.factor = packing.deflateQuickly(section).length / this.sample(checkpoint, before, new BackwardImage(all));
  }

  private sample(checkpoint: Checkpoint, before: Checkpoint | null, image: BackwardImage): number {
    const section = encodeCheckpoint(checkpoint, before, image, checkpoint.pages.filter(isSampled));
    return this.packing.deflateQuickly(section).length;
  }

  /** About how many bytes their sections would take. */
  bytesOf(chosen: readonly Checkpoint[]): number {
    const image = new BackwardImage(this.all);
    let byteCount = 0;
    for (let i = chosen.length - 1; i >= 0; i--) {
      byteCount += this.factor * this.sample(chosen[i], chosen[i - 1] ?? null, image);
    }
    return byteCount;
  }
}

/**
 * A limit with which about as many fit as a part of the pages says. A sample of packed checkpoints takes nearly as long as all
 * of them, so few are looked at: some, and those that would fit if sections grew as they mostly do.
 */
function estimatedLimit(all: Checkpoints, packing: Packing, room: Room): number {
  const largest = selection(all.all, FILE_CHECKPOINTS);
  if (largest.length <= LEAST_CHECKPOINTS) return LEAST_CHECKPOINTS;
  if (largest.every(({ pages }) => pages.length <= room.sampledPages)) return FILE_CHECKPOINTS;
  const some = selection(largest, TYPICAL_CHECKPOINTS);
  const sampling = new Sampling(some, all, packing);
  let limit = some.length;
  for (let look = 0; look < LOOKS; look++) {
    const part = (SURE_PART * room.bytes) / sampling.bytesOf(selection(all.all, limit));
    // More than in proportion: sections become smaller where checkpoints lie closer.
    const next = Math.floor(limit * part * Math.sqrt(part));
    limit = Math.max(LEAST_CHECKPOINTS, Math.min(FILE_CHECKPOINTS, next));
    if (Math.abs(part - 1) < CLOSE_ENOUGH) break;
  }
  return limit;
}

/** onProgress: which part is done. */
export async function packCheckpoints(
  all: Checkpoints,
  packing: Packing,
  onProgress: (part: number) => void = () => {},
  room = FILE_ROOM,
): Promise<StoredCheckpoint[]> {
  onProgress(0);
  for (let limit = estimatedLimit(all, packing, room); ; ) {
    const chosen = selection(all.all, limit);
    const stored = await packed(chosen, all, packing, room, onProgress);
    if (typeof stored !== "number") return stored;
    limit = Math.max(LEAST_CHECKPOINTS, stored);
  }
}

/** Where they take more room than there is, how many of them fit. */
async function packed(
  chosen: readonly Checkpoint[],
  all: Checkpoints,
  packing: Packing,
  room: Room,
  onProgress: (part: number) => void,
): Promise<StoredCheckpoint[] | number> {
  const image = new BackwardImage(all);
  const sections: Uint8Array[] = [];
  const pending: Promise<Uint8Array>[] = [];
  const take = async (leaving: number): Promise<void> => {
    for (; pending.length > leaving; pending.shift()) sections.push(await pending[0]);
  };
  for (let i = chosen.length - 1; i >= 0; i--) {
    const section = encodeCheckpoint(chosen[i], chosen[i - 1] ?? null, image);
    pending.push(packing.deflateAside(section));
    await take(IN_FLIGHT);
    if (fittingOf(sections, room) < sections.length && chosen.length > LEAST_CHECKPOINTS) break;
    onProgress(sections.length / chosen.length);
  }
  await take(0);
  const fitting = fittingOf(sections, room);
  if (fitting < chosen.length && chosen.length > LEAST_CHECKPOINTS) return fitting;
  sections.reverse();
  return chosen.map((checkpoint, i) => ({ checkpoint, hash: image.hashOf(checkpoint), section: sections[i] }));
}

function fittingOf(sections: readonly Uint8Array[], room: Room): number {
  let byteCount = 0;
  for (let i = 0; i < sections.length; i++) {
    byteCount += sections[i].length;
    if (byteCount > room.bytes) return i;
  }
  return sections.length;
}
