// A call of a class whose instances are made in the usual way: the instance is there, and __init__ runs in a frame of its own.
// Between caller and __init__ stands a native frame, where CPython has one with two instructions (_Py_InitCleanup): it holds
// the instance, and gives it to the caller when __init__ has answered None.
import { THREAD } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, POINTER_BYTES, ptr, setI32, setPtr } from "../memory/memory.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { text } from "../memory/text.ts";
import { PyErr_NoMemory } from "../objects/errors.ts";
import { finishNative, pushNative, setNativeLocal, takeNativeLocal } from "../objects/frames.ts";
import { decref, incref, newRef } from "../objects/object.ts";
import { Py_None } from "../objects/types.ts";
import { raiseInitResult } from "./classes.ts";
import { pushExact } from "./frame.ts";

const REMAINING = THREAD + PyThreadState.py_recursion_remaining;

const step = text("init_cleanup", (frame: Address, result: Owned): Owned => {
  setI32(REMAINING, i32(REMAINING) + 1);
  if (result === 0) return finishNative(frame, 0);
  if (result !== Py_None) {
    raiseInitResult(result);
    decref(result);
    return finishNative(frame, 0);
  }
  const self = takeNativeLocal(frame, 0);
  return finishNative(frame, self);
});

/**
 * Pushes the frames. Steals self, and what is in the row: class, null, arguments. 0; or -1 with an error set, the row being
 * as it was.
 */
export function pushInit(init: Borrowed, code: Borrowed, self: Owned, row: Address, argumentCount: number): number {
  const shim = pushNative(step, 1);
  if (shim === 0) {
    decref(self);
    PyErr_NoMemory();
    return -1;
  }
  setNativeLocal(shim, 0, newRef(self));
  const type = ptr(row);
  setPtr(row + POINTER_BYTES, self);
  if (pushExact(init, code, row + POINTER_BYTES, argumentCount + 1) === 0) {
    setPtr(row + POINTER_BYTES, 0);
    decref(self);
    finishNative(shim, 0);
    PyErr_NoMemory();
    return -1;
  }
  incref(init);
  decref(type);
  // The frame between counts as well.
  setI32(REMAINING, i32(REMAINING) - 1);
  return 0;
}
