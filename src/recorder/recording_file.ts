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
import { OWN_PACKING, type Packing } from "./packing.ts";
import { decodeCheckpoint } from "./page_stream.ts";
import type { Recorder } from "./recorder.ts";
import { Head, type RecordedProgram } from "./recording_head.ts";
import { packCheckpoints } from "./stored_checkpoints.ts";

const MAGIC = "UGREC";
export const RECORDING_VERSION = 4;
const SUM_AT = 8;
const HEAD_BYTES_AT = SUM_AT + 4;
const HEAD_AT = HEAD_BYTES_AT + 4;

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

/** onProgress: which part of the work is done. */
export async function writeRecording(
  recorder: Recorder,
  journal: Journal,
  program: RecordedProgram,
  packing: Packing = OWN_PACKING,
  onProgress: (part: number) => void = () => {},
): Promise<Uint8Array> {
  const stored = await packCheckpoints(recorder.checkpoints, packing, onProgress);
  const all = [packing.deflate(journal.toBytes()), ...stored.map(({ section }) => section)];
  const head: Head = {
    ...program,
    start: recorder.startClock,
    total: recorder.total,
    hasEnded: recorder.isEnded,
    samples: recorder.samples.all,
    checkpoints: stored.map(({ checkpoint, hash }) => {
      const { moment, canGoOn, runMs, door } = checkpoint;
      return { moment, canGoOn, runMs, door, hash };
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
