// A recording as a file: the journal, and the checkpoints from which it is gone through again.
//
//   "UGREC" version                       6 bytes
//   sum of all that follows               u32
//   head bytes                            u32
//   head                                  JSON in ASCII: who made it, moments, checkpoints with their page lists and hashes
//   packed                                deflated: the journal, then each page version once, in the order of the head
//
// Invariant: a file that is damaged or cut short gives a RecordingError and leaves the recorder as it was.
import { deflateSync, inflateSync } from "fflate";
import { utf8 } from "../base/utf8.ts";
import { type DoorMark, type Journal, PAGE_BYTES, PAGE_WORDS } from "../machine/recorded.ts";
import type { Checkpoint } from "./checkpoints.ts";
import { ZERO_PAGE } from "./page_pool.ts";
import type { Recorder } from "./recorder.ts";

const MAGIC = "UGREC";
export const RECORDING_VERSION = 1;
const SUM_AT = MAGIC.length + 1;
const HEAD_AT = SUM_AT + 8;
/** A recording's checkpoints are a selection, so that files stay small. */
const CHECKPOINT_LIMIT = 64;

export class RecordingError extends Error {
  override name = "RecordingError";
}

/** Which bundle and boot image made it: with others only its checkpoints open. */
export interface Maker {
  readonly core: string;
}

interface Row {
  readonly moment: number;
  readonly door: DoorMark;
  readonly hash: readonly [number, number];
  readonly pages: readonly number[];
  /** Index of the stored version, −1 for the zero page. */
  readonly versions: readonly number[];
}

interface Head {
  readonly maker: Maker;
  readonly start: number;
  readonly total: number;
  readonly hasEnded: boolean;
  readonly journalBytes: number;
  readonly versionCount: number;
  readonly checkpoints: readonly Row[];
}

function sumOf(bytes: Uint8Array): number {
  let sum = bytes.length | 0;
  for (let i = 0; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i], 0x01000193);
  return sum >>> 0;
}

/** Every n-th lasting checkpoint, the first always. */
function selection(checkpoints: readonly Checkpoint[]): Checkpoint[] {
  const lasting = checkpoints.filter((one) => one.canGoOn && !one.isTemporary);
  const step = Math.ceil(lasting.length / CHECKPOINT_LIMIT);
  return lasting.filter((_one, i) => i % step === 0);
}

export function writeRecording(recorder: Recorder, journal: Journal, maker: Maker): Uint8Array {
  const pool = recorder.checkpoints.pool;
  const chosen = selection(recorder.checkpoints.all);
  const indexes = new Map<number, number>();
  const indexOf = (slot: number): number => {
    if (slot === ZERO_PAGE) return -1;
    const known = indexes.get(slot);
    if (known !== undefined) return known;
    indexes.set(slot, indexes.size);
    return indexes.size - 1;
  };
  const rows = chosen.map(
    (one): Row => ({
      moment: one.moment,
      door: one.door,
      hash: one.hash,
      pages: [...one.pages],
      versions: Array.from(one.versions, indexOf),
    }),
  );
  const journalBytes = journal.toBytes();
  const head: Head = {
    maker,
    start: recorder.startClock,
    total: recorder.total,
    hasEnded: recorder.isEnded,
    journalBytes: journalBytes.length,
    versionCount: indexes.size,
    checkpoints: rows,
  };
  const content = new Uint8Array(journalBytes.length + indexes.size * PAGE_BYTES);
  content.set(journalBytes);
  for (const [slot, index] of indexes) {
    const words = pool.words(slot);
    const bytes = new Uint8Array(words.buffer, words.byteOffset, words.byteLength);
    content.set(bytes, journalBytes.length + index * PAGE_BYTES);
  }
  const packed = deflateSync(content, { level: 6 });
  const headBytes = deflateSync(utf8(JSON.stringify(head)), { level: 6 });
  const file = new Uint8Array(HEAD_AT + headBytes.length + packed.length);
  for (let i = 0; i < MAGIC.length; i++) file[i] = MAGIC.charCodeAt(i);
  file[MAGIC.length] = RECORDING_VERSION;
  file.set(headBytes, HEAD_AT);
  file.set(packed, HEAD_AT + headBytes.length);
  const view = new DataView(file.buffer);
  view.setUint32(SUM_AT + 4, headBytes.length, true);
  view.setUint32(SUM_AT, sumOf(file.subarray(SUM_AT + 4)), true);
  return file;
}

export interface OpenedRecording {
  readonly maker: Maker;
  readonly total: number;
  /** For the door: Journal.from(…). */
  readonly journal: Uint8Array;
}

function open(file: Uint8Array): { head: Head; content: Uint8Array } {
  const refuse = (why: string): never => {
    throw new RecordingError(`the recording cannot be opened: ${why}`);
  };
  if (file.length < HEAD_AT) refuse("it is cut short");
  for (let i = 0; i < MAGIC.length; i++) if (file[i] !== MAGIC.charCodeAt(i)) refuse("it is no recording");
  if (file[MAGIC.length] !== RECORDING_VERSION) {
    refuse(`it is of version ${file[MAGIC.length]}; this reads version ${RECORDING_VERSION}`);
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  if (view.getUint32(SUM_AT, true) !== sumOf(file.subarray(SUM_AT + 4))) refuse("it is damaged");
  try {
    const headEnd = HEAD_AT + view.getUint32(SUM_AT + 4, true);
    let text = "";
    for (const byte of inflateSync(file.subarray(HEAD_AT, headEnd))) text += String.fromCharCode(byte);
    return { head: JSON.parse(text) as Head, content: inflateSync(file.subarray(headEnd)) };
  } catch {
    return refuse("it is damaged");
  }
}

/**
 * Reads a recording into a recorder. The machine must have been given its door, with the recording's journal, first:
 * the memory is then that of moment 0.
 */
export function readRecording(file: Uint8Array, recorder: Recorder): OpenedRecording {
  const { head, content } = open(file);
  if (content.length !== head.journalBytes + head.versionCount * PAGE_BYTES || head.checkpoints.length === 0) {
    throw new RecordingError("the recording cannot be opened: it is damaged");
  }
  const { checkpoints } = recorder;
  checkpoints.clear();
  const pageWords = new Int32Array(PAGE_WORDS);
  const pageBytes = new Uint8Array(pageWords.buffer);
  const slots = new Map<number, number>();
  for (const row of head.checkpoints) {
    let a = 0;
    let b = 0;
    const versions = Int32Array.from(row.versions, (index, i) => {
      if (index < 0) return ZERO_PAGE;
      const known = slots.get(index);
      if (known !== undefined) return checkpoints.pool.share(known);
      const at = head.journalBytes + index * PAGE_BYTES;
      pageBytes.set(content.subarray(at, at + PAGE_BYTES));
      const slot = checkpoints.pool.add(row.pages[i], pageWords, 0);
      slots.set(index, slot);
      return slot;
    });
    for (const slot of versions) {
      a = (a + checkpoints.pool.hashOf(slot, 0)) | 0;
      b = (b + checkpoints.pool.hashOf(slot, 1)) | 0;
    }
    if (a !== row.hash[0] || b !== row.hash[1]) {
      throw new RecordingError(`the recording cannot be opened: the checkpoint at ${row.moment} is damaged`);
    }
    checkpoints.insert({
      moment: row.moment,
      door: row.door,
      canGoOn: true,
      isTemporary: false,
      runMs: row.moment,
      pages: Int32Array.from(row.pages),
      versions,
      hash: row.hash,
    });
  }
  recorder.adopt(head.start, head.total, head.hasEnded);
  return { maker: head.maker, total: head.total, journal: content.slice(0, head.journalBytes) };
}
