// A recording as a file: the journal, and the checkpoints from which a run is gone through again. docs/recording.md
// describes the bytes for others.
//
//   "UGREC" version 0 0               8 bytes
//   sum of all that follows           u32
//   bytes of the packed head          u32
//   head                              deflated JSON: who made it, the program, moments, hashes, sizes of the sections
//   sections, each deflated           the journal, then a checkpoint each (page_stream.ts)
//
// Opening plays the checkpoints into the machine's memory one after the other and takes each as the recorder would, so
// nothing else knows how pages are stored, and every hash is made anew and compared.
// Invariant: a file that is damaged, cut short or foreign gives a RecordingError of one line.
import { utf8 } from "../base/utf8.ts";
import {
  type Address,
  CAPACITY,
  clearPage,
  copyPageIn,
  copyPageOut,
  Journal,
  PAGE_BYTES,
  TEXT_BASE,
} from "../machine/recorded.ts";
import type { Checkpoint, Checkpoints } from "./checkpoints.ts";
import { OWN_PACKING, type Packing } from "./packing.ts";
import { decodeCheckpoint, encodeCheckpoint } from "./page_stream.ts";
import type { Recorder } from "./recorder.ts";
import { Head, type RecordedProgram } from "./recording_head.ts";

const MAGIC = "UGREC";
export const RECORDING_VERSION = 4;
const SUM_AT = 8;
const HEAD_BYTES_AT = SUM_AT + 4;
const HEAD_AT = HEAD_BYTES_AT + 4;

/** Checkpoints written: at most so many, and so few that their sections stay below the size. */
const FILE_CHECKPOINTS = 64;
const FILE_BYTES = 28 * 1024 * 1024;
const LEAST_CHECKPOINTS = 2;

export class RecordingError extends Error {
  override name = "RecordingError";
}

/** The file is sound, and not to be opened here: of another version, or made by another build. */
export class ForeignRecording extends RecordingError {
  override name = "ForeignRecording";
}

/** A sum that tells damage, and two boot images apart. */
export function sumOf(bytes: Uint8Array): number {
  let sum = bytes.length | 0;
  for (let i = 0; i < bytes.length; i++) sum = Math.imul(sum ^ bytes[i], 0x01000193);
  return sum >>> 0;
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

/** Sections of the chosen ones, as far as they do not take more room than there is. */
function sectionsOf(chosen: readonly Checkpoint[], all: Checkpoints, deflate: Packing["deflate"]): Uint8Array[] {
  const sections: Uint8Array[] = [];
  let byteCount = 0;
  for (let i = 0; i < chosen.length; i++) {
    const packed = deflate(encodeCheckpoint(chosen[i], i === 0 ? null : chosen[i - 1], all));
    byteCount += packed.length;
    if (byteCount > FILE_BYTES && chosen.length > LEAST_CHECKPOINTS) break;
    sections.push(packed);
  }
  return sections;
}

/** Packed sections of as many checkpoints as fit, and which they are. */
function packCheckpoints(recorder: Recorder, packing: Packing): { chosen: Checkpoint[]; sections: Uint8Array[] } {
  const { checkpoints } = recorder;
  // How many fit is tried in a hurry: what is packed with time takes hardly more room.
  let deflate = packing.deflateQuickly;
  for (let limit = FILE_CHECKPOINTS; ; ) {
    const chosen = selection(checkpoints.all, limit);
    const sections = sectionsOf(chosen, checkpoints, deflate);
    if (sections.length < chosen.length) limit = Math.max(LEAST_CHECKPOINTS, sections.length);
    else if (deflate === packing.deflate) return { chosen, sections };
    else deflate = packing.deflate;
  }
}

export function writeRecording(
  recorder: Recorder,
  journal: Journal,
  program: RecordedProgram,
  packing: Packing = OWN_PACKING,
): Uint8Array {
  const { chosen, sections } = packCheckpoints(recorder, packing);
  const all = [packing.deflate(journal.toBytes()), ...sections];
  const head: Head = {
    ...program,
    start: recorder.startClock,
    total: recorder.total,
    hasEnded: recorder.isEnded,
    samples: recorder.samples.all,
    checkpoints: chosen.map((one) => {
      const { moment, canGoOn, runMs, door } = one;
      return { moment, canGoOn, runMs, door, hash: recorder.checkpoints.hashOf(one) };
    }),
    sections: all.map(({ length }) => length),
  };
  const headBytes = packing.deflate(utf8(JSON.stringify(head)));
  const file = new Uint8Array(HEAD_AT + headBytes.length + all.reduce((sum, { length }) => sum + length, 0));
  for (let i = 0; i < MAGIC.length; i++) file[i] = MAGIC.charCodeAt(i);
  file[MAGIC.length] = RECORDING_VERSION;
  file.set(headBytes, HEAD_AT);
  let at = HEAD_AT + headBytes.length;
  for (const section of all) {
    file.set(section, at);
    at += section.length;
  }
  const view = new DataView(file.buffer);
  view.setUint32(HEAD_BYTES_AT, headBytes.length, true);
  view.setUint32(SUM_AT, sumOf(file.subarray(HEAD_BYTES_AT)), true);
  return file;
}

/** Both Node and browsers have it; neither's types are known here. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array): string };

function readHead(packed: Uint8Array, packing: Packing): Head {
  try {
    return Head.parse(JSON.parse(new TextDecoder().decode(packing.inflate(packed))));
  } catch {
    throw new RecordingError("it is damaged");
  }
}

/** A recording whose head was read and whose bytes are as they were written. */
export class RecordingFile {
  readonly head: Head;
  private readonly bytes: Uint8Array;
  private readonly packing: Packing;
  private readonly sectionsAt: number;

  /** Throws RecordingError. */
  constructor(bytes: Uint8Array, packing: Packing = OWN_PACKING) {
    this.bytes = bytes;
    this.packing = packing;
    for (let i = 0; i < MAGIC.length; i++) {
      if (bytes[i] !== MAGIC.charCodeAt(i)) throw new RecordingError("it is no recording");
    }
    if (bytes.length < HEAD_AT) throw new RecordingError("it is cut short");
    // The sum is of what follows it; what stands before it is the same in every file.
    for (let i = MAGIC.length + 1; i < SUM_AT; i++) if (bytes[i] !== 0) throw new RecordingError("it is damaged");
    if (bytes[MAGIC.length] !== RECORDING_VERSION) {
      const versions = `it is of version ${bytes[MAGIC.length]}; this reads version ${RECORDING_VERSION}`;
      throw new ForeignRecording(versions);
    }
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const headEnd = HEAD_AT + view.getUint32(HEAD_BYTES_AT, true);
    if (headEnd > bytes.length) throw new RecordingError("it is cut short");
    const isSound = view.getUint32(SUM_AT, true) === sumOf(bytes.subarray(HEAD_BYTES_AT));
    const head = readHead(bytes.subarray(HEAD_AT, headEnd), packing);
    const end = headEnd + head.sections.reduce((sum, size) => sum + size, 0);
    if (end > bytes.length) throw new RecordingError("it is cut short");
    if (!isSound || end !== bytes.length) throw new RecordingError("it is damaged");
    this.head = head;
    this.sectionsAt = headEnd;
  }

  private section(index: number): Uint8Array {
    const sizes = this.head.sections;
    const at = this.sectionsAt + sizes.slice(0, index).reduce((sum, size) => sum + size, 0);
    return this.packing.inflate(this.bytes.subarray(at, at + sizes[index]));
  }

  /** Throws RecordingError. */
  journal(): Journal {
    try {
      return Journal.from(this.section(0));
    } catch {
      throw new RecordingError("it is damaged");
    }
  }

  /**
   * Plays the checkpoints into the memory and into a recorder, which then stands at moment 0. The machine must have its
   * door, with this recording's journal. isForeign: another build made it, and its checkpoints are only looked at.
   * Throws RecordingError; the recorder is empty then.
   */
  load(recorder: Recorder, isForeign = false): void {
    const { head } = this;
    const { checkpoints } = recorder;
    checkpoints.clear();
    try {
      clearMemory(checkpoints.usedPages());
      checkpoints.isForeign = isForeign;
      let before: Int32Array = new Int32Array(0);
      head.checkpoints.forEach((row, i) => {
        const pages = decodeCheckpoint(
          this.section(i + 1),
          (page, words) => copyPageOut(checked(page), words, 0),
          (page, words) => copyPageIn(checked(page), words, 0),
        );
        const kept = new Set(pages);
        clearMemory(before.filter((page) => !kept.has(page)));
        before = pages;
        const canGoOn = row.canGoOn && !isForeign;
        const taken = checkpoints.take(row.moment, row.door, canGoOn, row.runMs, pages);
        const hash = checkpoints.hashOf(taken);
        if (hash[0] !== row.hash[0] || hash[1] !== row.hash[1]) {
          throw new RecordingError(`its checkpoint at ${row.moment} is damaged`);
        }
      });
      // Nothing of a machine that does not fit may be left for this one to find.
      if (isForeign) clearMemory(before);
      recorder.samples.adopt(head.samples);
      recorder.adopt(head.start, head.total, head.hasEnded);
      if (!isForeign && recorder.moment !== 0) throw new RecordingError("it is damaged");
    } catch (error) {
      checkpoints.clear();
      throw error instanceof RecordingError ? error : new RecordingError("it is damaged");
    }
  }
}

function checked(page: Address): Address {
  if (page < TEXT_BASE || page + PAGE_BYTES > CAPACITY) throw new RecordingError("it is damaged");
  return page;
}

function clearMemory(pages: Int32Array): void {
  for (let i = 0; i < pages.length; i++) clearPage(pages[i]);
}
