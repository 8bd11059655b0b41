// The globals of the Python frame that is running: what PyEval_GetGlobals gives.
import { type Borrowed, ptr } from "../memory/memory.ts";
import { _PyInterpreterFrame } from "../memory/structs/code.ts";
import { currentFrame, isNative } from "./frames.ts";

/** The nearest Python frame, skipping native ones: borrowed address of an interpreter frame, or 0. */
export function currentPythonFrame(): number {
  let frame = currentFrame();
  while (frame !== 0 && isNative(frame)) frame = ptr(frame + _PyInterpreterFrame.previous);
  return frame;
}

/** PyEval_GetGlobals: borrowed, or 0. */
export function currentGlobals(): Borrowed {
  const frame = currentPythonFrame();
  return frame === 0 ? 0 : ptr(frame + _PyInterpreterFrame.f_globals);
}

/** PyEval_GetBuiltins of the running frame: borrowed, or 0. */
export function currentBuiltins(): Borrowed {
  const frame = currentPythonFrame();
  return frame === 0 ? 0 : ptr(frame + _PyInterpreterFrame.f_builtins);
}
