// The journal: every answer that a host gave, in order, with the instruction number at which it was asked for. With the
// same program and boot image it makes the same run again, on any host.
//
//   "UGJOUR" version 0                                      8 bytes
//   number of entries that nobody asked for, then of each its place from the one before and its moment, both numbers
//   entries: moment (number, from the entry before), kind (1 byte), then what the kind says: numbers and byte strings
//   number: base 128, low digits first, sign in the lowest bit; byte string: its length as a number, then the bytes
//
// Invariant: what lies before the cursor was replayed or recorded; at the end of the bytes the next answer is live.
import { InternalError } from "../base/assert.ts";

const MAGIC = [0x55, 0x47, 0x4a, 0x4f, 0x55, 0x52] as const;
export const JOURNAL_VERSION = 2;
const HEAD_BYTES = MAGIC.length + 2;
const FIRST_CAPACITY = 4096;
const NEVER = Number.POSITIVE_INFINITY;

/** A run that was replayed asked for something else than the recorded one, or at another moment. */
export class Diverged extends InternalError {
  override name = "Diverged";
  readonly moment: number;
  constructor(moment: number, message: string) {
    super(`the replay differs from the recording at instruction ${moment}: ${message}`);
    this.moment = moment;
  }
}

/** Bytes that are no journal of this version, or a damaged one. */
export class JournalError extends Error {
  override name = "JournalError";
}

/** A place between two entries. */
export interface JournalMark {
  readonly offset: number;
  /** Moment of the entry before. */
  readonly moment: number;
}

/** An entry that nobody asks for: the run must stand at its moment to hear of it. */
interface Unasked {
  readonly offset: number;
  readonly moment: number;
}

export class Journal {
  private bytes: Uint8Array;
  private end: number;
  private at = HEAD_BYTES;
  private moment = 0;
  /** In their order. */
  private unasked: Unasked[] = [];

  private constructor(bytes: Uint8Array, end: number) {
    this.bytes = bytes;
    this.end = end;
  }

  static empty(): Journal {
    const bytes = new Uint8Array(FIRST_CAPACITY);
    bytes.set([...MAGIC, JOURNAL_VERSION, 0]);
    return new Journal(bytes, HEAD_BYTES);
  }

  /** Opens what toBytes() gave. Throws JournalError. */
  static from(bytes: Uint8Array): Journal {
    if (bytes.length < HEAD_BYTES || MAGIC.some((byte, i) => bytes[i] !== byte))
      throw new JournalError("not a journal");
    if (bytes[MAGIC.length] !== JOURNAL_VERSION) {
      throw new JournalError(`a journal of version ${bytes[MAGIC.length]}; this reads version ${JOURNAL_VERSION}`);
    }
    const given = new Journal(bytes, bytes.length);
    const unasked: Unasked[] = [];
    let offset = HEAD_BYTES;
    for (let count = given.number(); count > 0; count--) {
      offset += given.number();
      unasked.push({ offset, moment: given.number() });
    }
    const entries = given.bytes.subarray(given.at);
    const journal = new Journal(new Uint8Array(HEAD_BYTES + entries.length), HEAD_BYTES + entries.length);
    journal.bytes.set(bytes.subarray(0, HEAD_BYTES));
    journal.bytes.set(entries, HEAD_BYTES);
    journal.unasked = unasked;
    return journal;
  }

  toBytes(): Uint8Array {
    const table = Journal.empty();
    table.appendNumber(this.unasked.length);
    let before = HEAD_BYTES;
    for (const { offset, moment } of this.unasked) {
      table.appendNumber(offset - before);
      table.appendNumber(moment);
      before = offset;
    }
    const bytes = new Uint8Array(table.end + this.end - HEAD_BYTES);
    bytes.set(table.bytes.subarray(0, table.end));
    bytes.set(this.bytes.subarray(HEAD_BYTES, this.end), table.end);
    return bytes;
  }

  get byteCount(): number {
    return this.end;
  }

  get atEnd(): boolean {
    return this.at === this.end;
  }

  mark(): JournalMark {
    return { offset: this.at, moment: this.moment };
  }

  rewind(mark: JournalMark): void {
    this.at = mark.offset;
    this.moment = mark.moment;
  }

  rewindToStart(): void {
    this.rewind({ offset: HEAD_BYTES, moment: 0 });
  }

  /** Forgets what lies behind the cursor: the run goes another way from here. */
  cut(): void {
    this.end = this.at;
    this.unasked = this.unasked.filter(({ offset }) => offset < this.end);
  }

  // -- replaying ---------------------------------------------------------------------------------------------------

  /** The moment of the first entry from the cursor on that nobody asks for; Infinity: there is none. */
  nextUnasked(): number {
    const { unasked, at } = this;
    let low = 0;
    for (let high = unasked.length; low < high; ) {
      const middle = (low + high) >> 1;
      if (unasked[middle].offset < at) low = middle + 1;
      else high = middle;
    }
    return unasked[low]?.moment ?? NEVER;
  }

  /** Steps into the entry at the cursor, which must be of this kind and moment. */
  enter(moment: number, kind: number, kindName: (kind: number) => string): void {
    const next = this.moment + this.number();
    const found = this.byte();
    if (next !== moment || found !== kind) {
      throw new Diverged(
        Math.min(next, moment),
        `${kindName(kind)} at ${moment}, recorded ${kindName(found)} at ${next}`,
      );
    }
    this.moment = next;
  }

  number(): number {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) break;
      if (scale > Number.MAX_SAFE_INTEGER) throw new JournalError("a damaged journal: a number has no end");
    }
    return value % 2 === 0 ? value / 2 : -(value - 1) / 2;
  }

  string(): Uint8Array {
    const count = this.number();
    if (count < 0 || this.at + count > this.end) throw new JournalError("a damaged journal: a string passes its end");
    const bytes = this.bytes.slice(this.at, this.at + count);
    this.at += count;
    return bytes;
  }

  private byte(): number {
    if (this.at >= this.end) throw new JournalError("a damaged journal: it ends inside an entry");
    return this.bytes[this.at++];
  }

  // -- recording ---------------------------------------------------------------------------------------------------

  /** Begins an entry at the end. */
  append(moment: number, kind: number, isUnasked = false): void {
    if (!this.atEnd) throw new InternalError("a journal was written to before its end");
    if (isUnasked) this.unasked.push({ offset: this.at, moment });
    this.appendNumber(moment - this.moment);
    this.appendByte(kind);
    this.moment = moment;
  }

  /** value: an integer, |value| up to 2^52. */
  appendNumber(value: number): void {
    let rest = value < 0 ? -value * 2 + 1 : value * 2;
    while (rest >= 128) {
      this.appendByte((rest % 128) + 128);
      rest = Math.floor(rest / 128);
    }
    this.appendByte(rest);
  }

  appendString(bytes: Uint8Array): void {
    this.appendNumber(bytes.length);
    this.reserve(bytes.length);
    this.bytes.set(bytes, this.end);
    this.at = this.end += bytes.length;
  }

  private appendByte(byte: number): void {
    this.reserve(1);
    this.bytes[this.end++] = byte;
    this.at = this.end;
  }

  private reserve(byteCount: number): void {
    if (this.end + byteCount <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.end + byteCount));
    larger.set(this.bytes.subarray(0, this.end));
    this.bytes = larger;
  }
}
