// A checkpoint's memory as inspect reads it, straight from where the pool keeps its pages: a moment of a large memory is
// looked into here and there, so nothing is made for pages that nobody reads.
// Invariant: it is stale as soon as the checkpoint is dropped, or the pool takes or releases a version.
import { type MemoryReader, wide } from "../inspect/moment.ts";
import { CAPACITY, PAGE_BYTES, PAGE_WORDS } from "../machine/recorded.ts";
import type { PagePool } from "./page_pool.ts";

/** More than this is never asked for in one piece; a damaged size must not become an allocation. */
const LARGEST_COPY_BYTES = 64 * 1024 * 1024;
const IN_PAGE = PAGE_BYTES - 1;

/** pages: addresses, ascending; versions: what stands in each. */
export function checkpointReader(pages: ArrayLike<number>, versions: ArrayLike<number>, pool: PagePool): MemoryReader {
  /** 1 + the index of the page at PAGE_BYTES times this. */
  const places = new Int32Array(CAPACITY / PAGE_BYTES);
  for (let i = 0; i < pages.length; i++) places[pages[i] / PAGE_BYTES] = i + 1;
  const scratch = new DataView(new ArrayBuffer(8));
  const expanded = new Map<number, Int32Array>();
  let lastPage = -1;
  let words: Int32Array = new Int32Array(0);
  let first = 0;

  /** Makes `words` from `first` on the page of an address. False where there is none. */
  function find(a: number): boolean {
    if (!(a >= 0 && a < CAPACITY)) return false;
    const page = Math.floor(a / PAGE_BYTES);
    if (page === lastPage) return true;
    const place = places[page];
    if (place === 0) return false;
    const version = versions[place - 1];
    lastPage = page;
    const whole = pool.place(version);
    if (whole !== null) {
      words = whole.words;
      first = whole.first;
      return true;
    }
    let made = expanded.get(page);
    if (made === undefined) {
      made = new Int32Array(PAGE_WORDS);
      pool.expand(version, made, 0);
      expanded.set(page, made);
    }
    words = made;
    first = 0;
    return true;
  }

  const u8 = (a: number): number => {
    if (!find(a)) return 0;
    const at = a & IN_PAGE;
    return (words[first + (at >> 2)] >>> ((at & 3) << 3)) & 0xff;
  };
  const u16 = (a: number): number => u8(a) | (u8(a + 1) << 8);
  const u32 = (a: number): number => {
    if (a % 4 !== 0) return (u16(a) | (u16(a + 2) << 16)) >>> 0;
    return find(a) ? words[first + ((a & IN_PAGE) >> 2)] >>> 0 : 0;
  };
  /** Bytes of one page: a view. */
  const view = (a: number, n: number): Uint8Array =>
    new Uint8Array(words.buffer, words.byteOffset + first * Int32Array.BYTES_PER_ELEMENT + (a & IN_PAGE), n);

  return {
    u8,
    u16,
    u32,
    i32: (a) => u32(a) | 0,
    ptr: (a) => wide(u32(a), u32(a + 4)),
    f64(a) {
      scratch.setUint32(0, u32(a), true);
      scratch.setUint32(4, u32(a + 4), true);
      return scratch.getFloat64(0, true);
    },
    bytes(a, n) {
      if (!(n > 0)) return new Uint8Array(0);
      if (find(a) && (a & IN_PAGE) + n <= PAGE_BYTES) return view(a, n);
      const copy = new Uint8Array(Math.min(n, LARGEST_COPY_BYTES));
      for (let done = 0; done < copy.length; ) {
        const part = Math.min(copy.length - done, PAGE_BYTES - ((a + done) % PAGE_BYTES));
        if (find(a + done)) copy.set(view(a + done, part), done);
        done += part;
      }
      return copy;
    },
    readable(a, n) {
      if (!(a >= 0) || !(n >= 0) || !(a + n <= CAPACITY)) return false;
      const last = Math.floor(Math.max(a, a + n - 1) / PAGE_BYTES);
      for (let page = Math.floor(a / PAGE_BYTES); page <= last; page++) if (places[page] === 0) return false;
      return true;
    },
    get ranges() {
      return Array.from(pages, (from) => ({ from, bytes: PAGE_BYTES }));
    },
  };
}
