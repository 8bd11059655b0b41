// The thread's data stack of interpreter frames, and native frames on it.
//
// A built-in that calls Python does not recurse. It pushes a *native frame*: a _PyInterpreterFrame owned by the C stack,
// whose localsplus holds the built-in's live pointers (owned, null allowed) and whose instr_ptr is the text address of
// its next step; then it makes the call. A call answers with an address, 0 (error set) or PUSHED: "a Python frame now
// stands on top; whoever runs the loop shall run it and hand its result to the frame below". The loop then calls
// step(frame, result); the result is Owned, or 0 with an error set, or 0 without one when an iterator ended.
//
//        callee              <- current_frame after PUSHED
//        native frame        step, localsplus: what the built-in must not forget
//        Python frame        stopped inside CALL, BINARY_OP, …
//
// Slots that answer with an int follow the same rule: PUSHED, and the delivered result is an object: True, False or
// None (0), an int for a length (the step that took it from Python has checked that it fits); 0 is still the error.
// Invariants: a step ends in exactly one of: finishNative(frame, result), PUSHED after it made another call, or an error
// through finishNative(frame, 0). Frames are pushed and popped in stack order.

import { unreachable } from "../base/assert.ts";
import { THREAD } from "../memory/data.ts";
import { type Address, i32, type Owned, ptr, setI32, setPtr, setU8, setU16, ssize, u8 } from "../memory/memory.ts";
import { mapPages, unmapPages } from "../memory/pages.ts";
import { _PyInterpreterFrame } from "../memory/structs/code.ts";
import { _PyStackChunk, PyThreadState } from "../memory/structs/runtime.ts";
import { textFunction } from "../memory/text.ts";
import { decref, xdecref } from "./object.ts";
import { ssizeOfLong } from "./ssize.ts";
import { Py_None } from "./types.ts";

/** The answer of a slot or built-in that pushed a frame instead of answering: never an address, never 0, 1 or -1. */
export const PUSHED = -2;

export const FRAME_OWNED_BY_THREAD = 0;
export const FRAME_OWNED_BY_GENERATOR = 1;
export const FRAME_OWNED_BY_FRAME_OBJECT = 2;
export const FRAME_OWNED_BY_CSTACK = 3;

/** Padding in CPython: flags that monitoring sets for a moment (interpreter/monitoring/fire.ts). 0 in a new frame. */
export const FRAME_FLAGS = _PyInterpreterFrame.owner + 1;

/** Bytes before localsplus. */
export const FRAME_SPECIALS_BYTES = _PyInterpreterFrame.localsplus;
const DATA_STACK_CHUNK_BYTES = 16 * 1024;

/** The frame that executes. @expand */
export function currentFrame(): Address {
  return ptr(THREAD + PyThreadState.current_frame);
}

export function setCurrentFrame(frame: Address): void {
  setPtr(THREAD + PyThreadState.current_frame, frame);
}

/** Takes byteCount from the data stack; 0 when memory is exhausted. As _PyThreadState_PushFrame. */
export function pushDataStack(byteCount: number): Address {
  const top = ptr(THREAD + PyThreadState.datastack_top);
  if (top !== 0 && top + byteCount < ptr(THREAD + PyThreadState.datastack_limit)) {
    setPtr(THREAD + PyThreadState.datastack_top, top + byteCount);
    return top;
  }
  return pushChunk(byteCount);
}

function pushChunk(byteCount: number): Address {
  let chunkBytes = DATA_STACK_CHUNK_BYTES;
  while (chunkBytes < byteCount + _PyStackChunk.data + 1024) chunkBytes *= 2;
  const chunk = mapPages(chunkBytes);
  if (chunk === 0) return 0;
  const previous = ptr(THREAD + PyThreadState.datastack_chunk);
  if (previous !== 0) {
    setPtr(previous + _PyStackChunk.top, ptr(THREAD + PyThreadState.datastack_top) - (previous + _PyStackChunk.data));
  }
  setPtr(chunk + _PyStackChunk.previous, previous);
  setPtr(chunk + _PyStackChunk.size, chunkBytes);
  setPtr(chunk + _PyStackChunk.top, 0);
  setPtr(THREAD + PyThreadState.datastack_chunk, chunk);
  setPtr(THREAD + PyThreadState.datastack_limit, chunk + chunkBytes);
  // The first word of the very first chunk stays unused, so that popping the first frame does not free the chunk.
  const base = chunk + _PyStackChunk.data + (previous === 0 ? 8 : 0);
  setPtr(THREAD + PyThreadState.datastack_top, base + byteCount);
  return base;
}

/** Gives back what pushDataStack gave last. As _PyThreadState_PopFrame. */
export function popDataStack(base: Address): void {
  const chunk = ptr(THREAD + PyThreadState.datastack_chunk);
  if (base === chunk + _PyStackChunk.data) {
    const previous = ptr(chunk + _PyStackChunk.previous);
    setPtr(THREAD + PyThreadState.datastack_chunk, previous);
    setPtr(THREAD + PyThreadState.datastack_top, previous + _PyStackChunk.data + ssize(previous + _PyStackChunk.top));
    setPtr(THREAD + PyThreadState.datastack_limit, previous + ssize(previous + _PyStackChunk.size));
    unmapPages(chunk, ssize(chunk + _PyStackChunk.size));
  } else {
    setPtr(THREAD + PyThreadState.datastack_top, base);
  }
}

// -- native frames -----------------------------------------------------------------------------------------------------

/**
 * Pushes a native frame with localCount pointers, all null, and makes it current.
 * step: text address of (frame, result) → Owned | 0 | PUSHED. Returns 0 when memory is exhausted (no error set yet).
 */
export function pushNative(step: Address, localCount: number): Address {
  const frame = pushDataStack(FRAME_SPECIALS_BYTES + localCount * 8);
  if (frame === 0) return 0;
  setPtr(frame + _PyInterpreterFrame.f_executable, Py_None);
  setPtr(frame + _PyInterpreterFrame.previous, currentFrame());
  setPtr(frame + _PyInterpreterFrame.f_funcobj, 0);
  setPtr(frame + _PyInterpreterFrame.f_globals, 0);
  setPtr(frame + _PyInterpreterFrame.f_builtins, 0);
  setPtr(frame + _PyInterpreterFrame.f_locals, 0);
  setPtr(frame + _PyInterpreterFrame.frame_obj, 0);
  setPtr(frame + _PyInterpreterFrame.instr_ptr, step);
  setI32(frame + _PyInterpreterFrame.stacktop, localCount);
  setU16(frame + _PyInterpreterFrame.return_offset, 0);
  setU8(frame + _PyInterpreterFrame.owner, FRAME_OWNED_BY_CSTACK);
  for (let i = 0; i < localCount; i++) setPtr(frame + FRAME_SPECIALS_BYTES + i * 8, 0);
  setCurrentFrame(frame);
  return frame;
}

/** The next step of a native frame. */
export function setStep(frame: Address, step: Address): void {
  setPtr(frame + _PyInterpreterFrame.instr_ptr, step);
}

/** Whether a frame is one of a built-in. @expand */
export function isNative(frame: Address): boolean {
  return u8(frame + _PyInterpreterFrame.owner) === FRAME_OWNED_BY_CSTACK;
}

/** A live pointer of a native frame: borrowed. */
export function nativeLocal(frame: Address, index: number): Address {
  return ptr(frame + FRAME_SPECIALS_BYTES + index * 8);
}

/** Stores an Owned pointer in an empty local of a native frame. */
export function setNativeLocal(frame: Address, index: number, value: Owned): void {
  setPtr(frame + FRAME_SPECIALS_BYTES + index * 8, value);
}

/** Takes the reference out of a native frame. */
export function takeNativeLocal(frame: Address, index: number): Owned {
  const value = ptr(frame + FRAME_SPECIALS_BYTES + index * 8);
  setPtr(frame + FRAME_SPECIALS_BYTES + index * 8, 0);
  return value;
}

/** Releases a native frame's locals, pops it, and answers with the result for the frame below. */
export function finishNative(frame: Address, result: Owned): Owned {
  const count = i32(frame + _PyInterpreterFrame.stacktop);
  for (let i = 0; i < count; i++) xdecref(takeNativeLocal(frame, i));
  setCurrentFrame(ptr(frame + _PyInterpreterFrame.previous));
  popDataStack(frame);
  return result;
}

// -- driving PUSHED where the caller cannot resume ---------------------------------------------------------------------

let drive: (base: Address) => Owned = () => unreachable("no interpreter is registered");

/** The interpreter registers its nested loop: runs until the frame above base has answered. */
export function setDriver(driver: (base: Address) => Owned): void {
  drive = driver;
}

/**
 * Drives a PUSHED answer to its end in a nested loop. base is currentFrame() before the call was made:
 *   const base = currentFrame(); return settle(base, pushRepr(o));
 */
export function settle(base: Address, result: number): Owned {
  return result === PUSHED ? drive(base) : result;
}

/** settle for slots that answer with an int: a bool or a small int becomes its value, None 0, an error -1. */
export function settleInt(base: Address, result: number): number {
  if (result !== PUSHED) return result;
  return deliveredInt(drive(base));
}

/** An object delivered for an int slot, as the int: releases it. */
export function deliveredInt(result: Owned): number {
  if (result === 0) return -1;
  const answer = result === Py_None ? 0 : ssizeOfLong(result);
  decref(result);
  return answer;
}

/** Calls a native frame's step with a result: what the loop does when the frame above has answered. */
export function resumeNative(frame: Address, result: Owned): number {
  return textFunction(ptr(frame + _PyInterpreterFrame.instr_ptr))(frame, result);
}
