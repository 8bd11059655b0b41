// The memory of a moment, and of the moment before it, as inspect reads them.
import { InternalError } from "../base/assert.ts";
import { type Changes, changesBetween } from "../inspect/changes.ts";
import {
  type Anchors,
  bufferReader,
  type Inspection,
  type MemoryReader,
  machineMoment,
  stretchesReader,
} from "../inspect/moment.ts";
import {
  ADDRESS_SPACE,
  buffer,
  MALLOC_STATE,
  PAGE_BYTES,
  staticEnd,
  textEnd,
  usedRanges,
} from "../machine/recorded.ts";
import { checkpointReader } from "./checkpoint_reader.ts";
import type { Checkpoint } from "./checkpoints.ts";
import { type PagePool, ZERO_PAGE } from "./page_pool.ts";

const CHANGE_LIMIT = 400;

let foreignAnchors: Anchors | null = null;

/** The memory is that of another build's machine, with its anchors there; null: this build's. */
export function setForeignAnchors(given: Anchors | null): void {
  foreignAnchors = given;
}

export const anchors = (): Anchors =>
  foreignAnchors ?? {
    addressSpace: ADDRESS_SPACE,
    mallocState: MALLOC_STATE,
    textEnd: textEnd(),
    staticEnd: staticEnd(),
  };

function rangesNow(): { from: number; bytes: number }[] {
  const ranges: { from: number; bytes: number }[] = [];
  usedRanges((from, bytes) => ranges.push({ from, bytes }));
  return ranges;
}

/** The machine's memory as it stands. Stale as soon as it runs. */
export function inspectNow(): Inspection {
  return machineMoment(bufferReader(buffer, rangesNow()), anchors());
}

const zeroPage = new Uint8Array(PAGE_BYTES);

function versionsOf({ versions }: Checkpoint): Int32Array {
  if (versions === null) throw new InternalError("a checkpoint is packed that is to be read");
  return versions;
}

/** A checkpoint's memory. Stale as soon as it is dropped. */
export function inspectCheckpoint(checkpoint: Checkpoint, pool: PagePool): Inspection {
  return machineMoment(checkpointReader(checkpoint.pages, versionsOf(checkpoint), pool), anchors());
}

/** What differs between a checkpoint and the memory as it stands: only pages that differ are read. */
export function changesSince(checkpoint: Checkpoint, pool: PagePool): Changes {
  const before: { from: number; data: Uint8Array }[] = [];
  const now: { from: number; bytes: number }[] = [];
  const versions = versionsOf(checkpoint);
  const { pages } = checkpoint;
  const differs = (page: number, version: number): void => {
    now.push({ from: page, bytes: PAGE_BYTES });
    before.push({ from: page, data: version === ZERO_PAGE ? zeroPage : pool.bytes(version) });
  };
  // Both ascend. A page that is gone counts as zero now, one that is new as zero before.
  let at = 0;
  const skipTo = (page: number): void => {
    for (; at < pages.length && pages[at] < page; at++)
      if (versions[at] !== ZERO_PAGE) differs(pages[at], versions[at]);
  };
  for (const { from, bytes } of rangesNow()) {
    for (let page = from; page < from + bytes; page += PAGE_BYTES) {
      skipTo(page);
      const version = pages[at] === page ? versions[at++] : ZERO_PAGE;
      if (!pool.equals(page, version)) differs(page, version);
    }
  }
  skipTo(Number.POSITIVE_INFINITY);
  const reader: MemoryReader = bufferReader(buffer, now);
  return changesBetween(stretchesReader(before), reader, CHANGE_LIMIT);
}
