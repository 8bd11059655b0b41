// One moment of a memory under inspection: the reader, where to begin, and what was found so far.
//
// Invariant: a moment's memory does not change while it is inspected, so whatever was found once is kept (perMoment).

import type { Address, MemoryReader } from "./reader.ts";
import { NOWHERE } from "./reader.ts";

/** Where the machine keeps what CPython leaves to the kernel and to libc; a foreign memory has none of it. */
export interface Anchors {
  /** ADDRESS_SPACE (memory/pages.ts). */
  readonly addressSpace: Address;
  /** MALLOC_STATE (memory/malloc.ts). */
  readonly mallocState: Address;
  /** textEnd() (memory/text.ts) and staticEnd() (memory/data.ts). */
  readonly textEnd: Address;
  readonly staticEnd: Address;
}

export class Inspection {
  readonly reader: MemoryReader;
  /** _PyRuntime. */
  readonly runtime: Address;
  readonly anchors: Anchors | null;

  constructor(reader: MemoryReader, runtime: Address, anchors: Anchors | null = null) {
    this.reader = reader;
    this.runtime = runtime;
    this.anchors = anchors;
  }

  u8(a: Address): number {
    return this.reader.u8(a);
  }
  u16(a: Address): number {
    return this.reader.u16(a);
  }
  u32(a: Address): number {
    return this.reader.u32(a);
  }
  i32(a: Address): number {
    return this.reader.i32(a);
  }
  ptr(a: Address): Address {
    return this.reader.ptr(a);
  }
  /** A Py_ssize_t: exact up to 2^53, NOWHERE or its negative beyond. */
  ssize(a: Address): number {
    const high = this.reader.i32(a + 4);
    const low = this.reader.u32(a);
    if (high >= 0) return this.reader.ptr(a);
    return high >= -(2 ** 21) ? high * 2 ** 32 + low : -NOWHERE;
  }
  readable(a: Address, n: number): boolean {
    return this.reader.readable(a, n);
  }
  bytes(a: Address, n: number): Uint8Array {
    return this.reader.bytes(a, n);
  }
}

/** Makes a function of a moment that computes its answer once. */
export function perMoment<T>(make: (m: Inspection) => T): (m: Inspection) => T {
  const known = new WeakMap<Inspection, { answer: T }>();
  return (m) => {
    const before = known.get(m);
    if (before !== undefined) return before.answer;
    const answer = make(m);
    known.set(m, { answer });
    return answer;
  };
}

/** The same with an address beside the moment. */
export function perAddress<T>(make: (m: Inspection, a: Address) => T): (m: Inspection, a: Address) => T {
  const tables = perMoment(() => new Map<Address, T>());
  return (m, a) => {
    const table = tables(m);
    const before = table.get(a);
    if (before !== undefined || table.has(a)) return before as T;
    const answer = make(m, a);
    table.set(a, answer);
    return answer;
  };
}
