// What CPython leaves to libc and the kernel, as the machine has it in its memory: malloc's chunks, and the mappings of
// the address space. A foreign memory has no anchors, hence neither.
//
// Invariant: walks end at the first chunk that does not fit; what lies behind it counts as overhead, so sums still hold.
import { HEAP_BASE, MAPPINGS_BASE, PAGE_BYTES } from "../memory/map.ts";
import { address_space, malloc_chunk, malloc_segment, malloc_state } from "../memory/structs/system.ts";
import { type Inspection, perMoment } from "./inspection.ts";
import { type Address, type MemoryReader, type Range, type Stretch, stretchesReader } from "./reader.ts";

export interface Mapping {
  readonly address: Address;
  readonly bytes: number;
}

/** The mappings in the order of addresses, from the bitmaps of the address space. */
export function readMappings(reader: MemoryReader, addressSpace: Address): Mapping[] {
  const used = addressSpace + address_space.used;
  const first = addressSpace + address_space.first;
  const words = (first - used) / 4;
  if (!reader.readable(used, words * 8)) return [];
  const found: { address: Address; bytes: number }[] = [];
  let open: { address: Address; bytes: number } | null = null;
  for (let word = 0; word < words; word++) {
    const usedBits = reader.u32(used + word * 4);
    if (usedBits === 0) {
      open = null;
      continue;
    }
    const firstBits = reader.u32(first + word * 4);
    for (let bit = 0; bit < 32; bit++) {
      if (((usedBits >>> bit) & 1) === 0) {
        open = null;
        continue;
      }
      if (open === null || ((firstBits >>> bit) & 1) === 1) {
        open = { address: MAPPINGS_BASE + (word * 32 + bit) * PAGE_BYTES, bytes: 0 };
        found.push(open);
      }
      open.bytes += PAGE_BYTES;
    }
  }
  return found;
}

/** What of the machine's buffer is memory: text, data, heap and mappings, as its own bookkeeping says. */
export function machineRanges(
  reader: MemoryReader,
  anchors: { addressSpace: Address; textEnd: Address; staticEnd: Address },
  bases: { text: Address; data: Address },
): Range[] {
  const whole = (a: Address) => Math.ceil(a / PAGE_BYTES) * PAGE_BYTES;
  const ranges: Range[] = [
    { from: bases.text, bytes: whole(anchors.textEnd) - bases.text },
    { from: bases.data, bytes: whole(anchors.staticEnd) - bases.data },
    { from: HEAP_BASE, bytes: reader.ptr(anchors.addressSpace + address_space.heap_bytes) },
  ];
  for (const { address, bytes } of readMappings(reader, anchors.addressSpace)) {
    const last = ranges[ranges.length - 1];
    if (last.from + last.bytes === address) ranges[ranges.length - 1] = { from: last.from, bytes: last.bytes + bytes };
    else ranges.push({ from: address, bytes });
  }
  return ranges.filter(({ bytes }) => bytes > 0);
}

export const mappings: (m: Inspection) => readonly Mapping[] = perMoment((m) => {
  if (m.anchors === null) return [];
  return readMappings(m.reader, m.anchors.addressSpace).filter(({ address, bytes }) => m.readable(address, bytes));
});

/** Bytes of the heap below the break. */
export function heapBytes(m: Inspection): number {
  if (m.anchors === null) return 0;
  const bytes = m.ptr(m.anchors.addressSpace + address_space.heap_bytes);
  return m.readable(HEAP_BASE, bytes) ? bytes : 0;
}

export interface Chunk {
  readonly address: Address;
  readonly bytes: number;
  readonly block: Address;
  /** Bytes of the block: in use, with the first word of the next chunk. */
  readonly usableBytes: number;
  readonly state: "used" | "free" | "top";
  readonly isMapped: boolean;
}

export interface Chunks {
  /** In the order of addresses. */
  readonly all: readonly Chunk[];
  readonly segments: readonly Mapping[];
  readonly mapped: readonly Mapping[];
  /** Heads of segments, fences, and what could not be walked. */
  readonly overheadBytes: number;
  /** Heap, segments and mapped chunks together. */
  readonly systemBytes: number;
}

const PREV_INUSE = 1;
const IS_MMAPPED = 2;
const SMALLEST_CHUNK_BYTES = 32;
const SEGMENT_LIMIT = 2000;
const CHUNK_LIMIT = 5_000_000;
const WORD_BYTES = 8;

/** Every chunk of malloc's: those of the heap, of the segments, and those that are mappings. */
export const chunks: (m: Inspection) => Chunks = perMoment((m) => {
  const all: Chunk[] = [];
  const segments: Mapping[] = [];
  const mapped: Mapping[] = [];
  if (m.anchors === null) return { all, segments, mapped, overheadBytes: 0, systemBytes: 0 };
  const state = m.anchors.mallocState;
  const top = m.ptr(state + malloc_state.top);
  const heap = heapBytes(m);
  const known = new Map(mappings(m).map(({ address, bytes }) => [address, bytes]));
  let overheadBytes = 0;
  let systemBytes = heap;

  const walk = (first: Address, end: Address) => {
    let at = first;
    while (at < end && all.length < CHUNK_LIMIT) {
      const head = m.ptr(at + malloc_chunk.mchunk_size);
      const bytes = head - (head % WORD_BYTES);
      if (bytes < SMALLEST_CHUNK_BYTES || bytes % 16 !== 0 || at + bytes > end) break;
      const isTop = at === top;
      const next = m.u32(at + bytes + malloc_chunk.mchunk_size);
      const used = !isTop && at + bytes < end && (next & PREV_INUSE) !== 0;
      all.push({
        address: at,
        bytes,
        block: at + malloc_chunk.fd,
        usableBytes: bytes - WORD_BYTES,
        state: isTop ? "top" : used ? "used" : "free",
        isMapped: false,
      });
      at += bytes;
    }
    overheadBytes += end - at;
  };
  if (heap > 0) walk(HEAP_BASE, HEAP_BASE + heap);
  let segment = m.ptr(state + malloc_state.segments);
  while (segment !== 0 && segments.length < SEGMENT_LIMIT) {
    const bytes = known.get(segment);
    if (bytes === undefined || segments.some(({ address }) => address === segment)) break;
    segments.push({ address: segment, bytes });
    systemBytes += bytes;
    overheadBytes += malloc_segment.sizeof;
    walk(segment + malloc_segment.sizeof, segment + bytes);
    segment = m.ptr(segment + malloc_segment.next);
  }
  const isSegment = new Set(segments.map(({ address }) => address));
  for (const { address, bytes } of mappings(m)) {
    // A mapped chunk says its own size and has the flag; nothing else that is mapped begins so.
    if (isSegment.has(address) || m.ptr(address + malloc_chunk.mchunk_size) !== bytes + IS_MMAPPED) continue;
    if (m.ptr(address) !== 0) continue;
    mapped.push({ address, bytes });
    systemBytes += bytes;
    const block = address + malloc_chunk.fd;
    all.push({ address, bytes, block, usableBytes: bytes - malloc_chunk.fd, state: "used", isMapped: true });
  }
  all.sort((a, b) => a.address - b.address);
  return { all, segments, mapped, overheadBytes, systemBytes };
});

/** The chunk around an address; null when none is. */
export function chunkOf(m: Inspection, a: Address): Chunk | null {
  const { all } = chunks(m);
  let low = 0;
  let high = all.length - 1;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    const chunk = all[middle];
    if (a < chunk.address) high = middle - 1;
    else if (a >= chunk.address + chunk.bytes) low = middle + 1;
    else return chunk;
  }
  return null;
}

const SNAPSHOT_WORD = 4;

/** A reader of a snapshot (memory/snapshot.ts), whose ranges end where only zeros follow. */
export function snapshotReader(
  snapshot: Uint8Array,
  anchors: { addressSpace: Address; textEnd: Address; staticEnd: Address },
  bases: { text: Address; data: Address },
): MemoryReader {
  const view = new DataView(snapshot.buffer, snapshot.byteOffset, snapshot.byteLength);
  const count = snapshot.length < SNAPSHOT_WORD ? 0 : view.getUint32(0, true);
  const stretches: Stretch[] = [];
  let at = SNAPSHOT_WORD + count * 2 * SNAPSHOT_WORD;
  for (let i = 0; i < count && at <= snapshot.length; i++) {
    const row = SNAPSHOT_WORD + i * 2 * SNAPSHOT_WORD;
    const bytes = Math.min(view.getUint32(row + SNAPSHOT_WORD, true), snapshot.length - at);
    stretches.push({ from: view.getUint32(row, true), data: snapshot.subarray(at, at + bytes) });
    at += bytes;
  }
  const cut = stretchesReader(stretches);
  return stretchesReader(
    machineRanges(cut, anchors, bases).map(({ from, bytes }) => ({ from, data: cut.bytes(from, bytes).slice() })),
  );
}
