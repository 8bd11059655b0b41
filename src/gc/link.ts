// Objects that can take part in reference cycles have a head before them, linked into the generation they belong to.
//
//   -16  _gc_next   next in the generation; 0 when untracked
//   -8   _gc_prev   previous in the generation, shifted by two flag bits
//     0  the object
//
// A type with a managed dict or weak list has two more words before the head (the preheader).
// Invariant: a generation is a circular list through its own head; an untracked object has both words zero but for the
// finalized bit.

import { objectFree, objectMalloc } from "../memory/allocators.ts";
import { INTERPRETER, THREAD } from "../memory/data.ts";
import { type Address, i32, low, ptr, setI32, setPtr, u32 } from "../memory/memory.ts";
import { PyGC_Head, PyObject, PyTypeObject } from "../memory/structs/object.ts";
import { _gc_runtime_state, gc_generation, PyInterpreterState, PyThreadState } from "../memory/structs/runtime.ts";

export const GC = INTERPRETER + PyInterpreterState.gc;
export const GENERATION_COUNT = 3;
export const GC_HEAD_BYTES = PyGC_Head.sizeof;
const PREHEADER_BYTES = 16;
const PREHEADER_FLAGS = (1 << 3) | (1 << 4);

/** Bit of _gc_prev: the finalizer has run. Bit 1: the object belongs to the generation being collected. */
export const PREV_FINALIZED = 1;
export const PREV_COLLECTING = 2;
export const PREV_FLAGS = 3;

/** Bit of eval_breaker: a collection waits for a safe point. */
export const GC_SCHEDULED = 1 << 4;

export function generationHead(generation: number): Address {
  return GC + _gc_runtime_state.generations + generation * gc_generation.sizeof;
}

export function initializeGenerations(): void {
  const thresholds = [2000, 10, 10];
  for (let i = 0; i < GENERATION_COUNT; i++) {
    const head = generationHead(i);
    setPtr(head + PyGC_Head._gc_next, head);
    setPtr(head + PyGC_Head._gc_prev, head);
    setI32(head + gc_generation.threshold, thresholds[i]);
    setI32(head + gc_generation.count, 0);
  }
  setPtr(GC + _gc_runtime_state.generation0, generationHead(0));
  const permanent = GC + _gc_runtime_state.permanent_generation;
  setPtr(permanent + PyGC_Head._gc_next, permanent);
  setPtr(permanent + PyGC_Head._gc_prev, permanent);
  setI32(GC + _gc_runtime_state.enabled, 1);
}

/** @expand */
export function gcHead(o: Address): Address {
  return o - GC_HEAD_BYTES;
}

/** @expand */
export function fromGcHead(head: Address): Address {
  return head + GC_HEAD_BYTES;
}

/** @expand */
export function isTracked(o: Address): boolean {
  return low(o - GC_HEAD_BYTES + PyGC_Head._gc_next) !== 0;
}

/** _PyObject_GC_TRACK: the youngest generation gets the object as its last. */
export function gcTrack(o: Address): void {
  const head = o - GC_HEAD_BYTES;
  const generation0 = ptr(GC + _gc_runtime_state.generation0);
  const last = ptr(generation0 + PyGC_Head._gc_prev);
  setPtr(last + PyGC_Head._gc_next, head);
  setPtr(head + PyGC_Head._gc_prev, last | (low(head + PyGC_Head._gc_prev) & PREV_FINALIZED));
  setPtr(head + PyGC_Head._gc_next, generation0);
  setPtr(generation0 + PyGC_Head._gc_prev, head);
}

/** PyObject_GC_UnTrack: nothing happens to an object that is not tracked. */
export function gcUntrack(o: Address): void {
  const head = o - GC_HEAD_BYTES;
  const next = ptr(head + PyGC_Head._gc_next);
  if (next === 0) return;
  const bits = low(head + PyGC_Head._gc_prev);
  const previous = bits & ~PREV_FLAGS;
  setPtr(previous + PyGC_Head._gc_next, next);
  setPtr(next + PyGC_Head._gc_prev, previous | (low(next + PyGC_Head._gc_prev) & PREV_FLAGS));
  setPtr(head + PyGC_Head._gc_next, 0);
  setPtr(head + PyGC_Head._gc_prev, bits & PREV_FINALIZED);
}

function preheaderBytes(type: Address): number {
  return i32(type + PyTypeObject.tp_flags) & PREHEADER_FLAGS ? PREHEADER_BYTES : 0;
}

/**
 * Memory for an object of `byteCount` bytes with its head (and preheader, zeroed) before it; the object's own bytes are
 * not written. Counts it, and schedules a collection when the youngest generation is full. 0 when memory is exhausted.
 * As gc_alloc and _PyObject_GC_Link.
 */
export function gcNewVar(type: Address, byteCount: number): Address {
  const before = preheaderBytes(type) + GC_HEAD_BYTES;
  const block = objectMalloc(before + byteCount);
  if (block === 0) return 0;
  const o = block + before;
  for (let a = block; a < o; a += 8) setPtr(a, 0);
  countAllocation();
  return o;
}

function countAllocation(): void {
  const generation = GC + _gc_runtime_state.generations;
  const count = i32(generation + gc_generation.count) + 1;
  setI32(generation + gc_generation.count, count);
  const threshold = i32(generation + gc_generation.threshold);
  if (
    count > threshold &&
    threshold !== 0 &&
    i32(GC + _gc_runtime_state.enabled) !== 0 &&
    i32(GC + _gc_runtime_state.collecting) === 0 &&
    ptr(THREAD + PyThreadState.current_exception) === 0
  ) {
    setI32(THREAD + PyThreadState.eval_breaker, u32(THREAD + PyThreadState.eval_breaker) | GC_SCHEDULED);
  }
}

/** PyObject_GC_Del: untracks, counts down, frees head and object. */
export function gcFree(o: Address): void {
  gcUntrack(o);
  const generation = GC + _gc_runtime_state.generations;
  const count = i32(generation + gc_generation.count);
  if (count > 0) setI32(generation + gc_generation.count, count - 1);
  objectFree(o - GC_HEAD_BYTES - preheaderBytes(ptr(o + PyObject.ob_type)));
}
