// Memory to read: the machine's own, a checkpoint's, a live process's, a core file's.
//
// Invariant: no read throws. A byte that is not there reads as 0, and readable() says beforehand whether it is there.
// Addresses are numbers up to 2^53, so they are added and compared, never shifted or masked.

export type Address = number;

export interface Range {
  readonly from: Address;
  readonly bytes: number;
}

export interface MemoryReader {
  u8(a: Address): number;
  u16(a: Address): number;
  u32(a: Address): number;
  i32(a: Address): number;
  /** An unsigned 8-byte value; NOWHERE when it is 2^53 or more. */
  ptr(a: Address): number;
  f64(a: Address): number;
  /** A view where the bytes lie together, else a copy; what is not there is 0. Never kept, never written. */
  bytes(a: Address, n: number): Uint8Array;
  /** Whether all of n bytes are there. */
  readable(a: Address, n: number): boolean;
  /** What is there, in the order of addresses; neighbours may touch. */
  readonly ranges: readonly Range[];
}

/** A pointer that no address space has. It is odd, so nothing that is aligned lies there. */
export const NOWHERE = Number.MAX_SAFE_INTEGER;

const WORD = 2 ** 32;
const HIGH_LIMIT = 2 ** 21;
/** More than this is never asked for in one piece; a damaged size must not become an allocation. */
const LARGEST_COPY_BYTES = 64 * 1024 * 1024;

/** An 8-byte value from its two unsigned words. */
export function wide(low: number, high: number): number {
  return high < HIGH_LIMIT ? high * WORD + low : NOWHERE;
}

/** A stretch of memory with its bytes. */
export interface Stretch {
  readonly from: Address;
  readonly data: Uint8Array;
}

/** A stretch whose bytes are made when they are looked at. */
export interface LateStretch {
  readonly from: Address;
  readonly bytes: number;
  readonly load: () => Uint8Array;
}

class Page {
  readonly from: Address;
  readonly to: Address;
  private readonly load: () => Uint8Array;
  private loaded: { data: Uint8Array; view: DataView } | null = null;

  constructor(stretch: Stretch | LateStretch) {
    this.from = stretch.from;
    const isLate = "load" in stretch;
    this.to = stretch.from + (isLate ? stretch.bytes : stretch.data.length);
    this.load = isLate ? stretch.load : () => stretch.data;
  }

  private content(): { data: Uint8Array; view: DataView } {
    if (this.loaded === null) {
      const data = this.load();
      this.loaded = { data, view: new DataView(data.buffer, data.byteOffset, data.byteLength) };
    }
    return this.loaded;
  }
  get data(): Uint8Array {
    return this.content().data;
  }
  get view(): DataView {
    return this.content().view;
  }
}

/** A reader of stretches that do not overlap, in any order: a checkpoint's pages, a core file's segments. */
export function stretchesReader(stretches: readonly (Stretch | LateStretch)[]): MemoryReader {
  const pages = stretches
    .map((stretch) => new Page(stretch))
    .filter(({ from, to }) => to > from)
    .sort((a, b) => a.from - b.from);
  let last: Page | undefined = pages[0];

  function find(a: Address): Page | undefined {
    if (last !== undefined && a >= last.from && a < last.to) return last;
    let low = 0;
    let high = pages.length - 1;
    while (low <= high) {
      const middle = Math.floor((low + high) / 2);
      const page = pages[middle];
      if (a < page.from) high = middle - 1;
      else if (a >= page.to) low = middle + 1;
      else {
        last = page;
        return page;
      }
    }
    return undefined;
  }

  /** The page that holds n bytes from here, else a copy of them. */
  function whole(a: Address, n: number): { view: DataView; at: number } {
    const page = find(a);
    if (page !== undefined && a + n <= page.to) return { view: page.view, at: a - page.from };
    const copy = reader.bytes(a, n);
    return { view: new DataView(copy.buffer, copy.byteOffset, copy.byteLength), at: 0 };
  }

  const reader: MemoryReader = {
    ranges: pages.map(({ from, to }) => ({ from, bytes: to - from })),
    u8(a) {
      const page = find(a);
      return page === undefined ? 0 : page.data[a - page.from];
    },
    u16(a) {
      const { view, at } = whole(a, 2);
      return view.getUint16(at, true);
    },
    u32(a) {
      const page = find(a);
      if (page !== undefined && a + 4 <= page.to) return page.view.getUint32(a - page.from, true);
      return whole(a, 4).view.getUint32(0, true);
    },
    i32(a) {
      return reader.u32(a) | 0;
    },
    ptr(a) {
      const page = find(a);
      if (page !== undefined && a + 8 <= page.to) {
        const at = a - page.from;
        return wide(page.view.getUint32(at, true), page.view.getUint32(at + 4, true));
      }
      const { view, at } = whole(a, 8);
      return wide(view.getUint32(at, true), view.getUint32(at + 4, true));
    },
    f64(a) {
      const { view, at } = whole(a, 8);
      return view.getFloat64(at, true);
    },
    bytes(a, n) {
      if (!(n > 0)) return new Uint8Array(0);
      const page = find(a);
      if (page !== undefined && a + n <= page.to) return page.data.subarray(a - page.from, a - page.from + n);
      const copy = new Uint8Array(Math.min(n, LARGEST_COPY_BYTES));
      for (const part of pages) {
        if (part.to <= a || part.from >= a + copy.length) continue;
        const from = Math.max(a, part.from);
        const to = Math.min(a + copy.length, part.to);
        copy.set(part.data.subarray(from - part.from, to - part.from), from - a);
      }
      return copy;
    },
    readable(a, n) {
      if (!(a >= 0) || !(n >= 0)) return false;
      // Neighbouring pages may touch: go on behind each.
      for (let at = a; ; ) {
        const page = find(at);
        if (page === undefined) return false;
        if (a + n <= page.to) return true;
        at = page.to;
      }
    },
  };
  return reader;
}

/** A reader of one buffer in which address a is byte a: the live machine's. Only the ranges given count as there. */
export function bufferReader(buffer: ArrayBufferLike, ranges: readonly Range[]): MemoryReader {
  return stretchesReader(
    ranges
      .filter(({ from, bytes }) => from >= 0 && bytes > 0 && from + bytes <= buffer.byteLength)
      .map(({ from, bytes }) => ({ from, data: new Uint8Array(buffer, from, bytes) })),
  );
}

/** A copy of what a reader can see. */
export function copyMemory(reader: MemoryReader): Stretch[] {
  return reader.ranges.map(({ from, bytes }) => ({ from, data: reader.bytes(from, bytes).slice() }));
}

/** NUL-terminated bytes as text, one character a byte that is not ASCII; null where there is no memory. */
export function cstring(reader: MemoryReader, a: Address, limit = 200): string | null {
  if (!reader.readable(a, 1)) return null;
  let text = "";
  for (let i = 0; i < limit && reader.readable(a + i, 1); i++) {
    const byte = reader.u8(a + i);
    if (byte === 0) return text;
    text += String.fromCharCode(byte);
  }
  return text;
}
