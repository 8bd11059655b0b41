// How many of CPython's C calls a program has under way: what is left of Py_C_RECURSION_LIMIT bounds the depth of trees that
// the compiler walks. Our loop runs all Python frames of a thread, where CPython's begins another one at each built-in that
// calls back; the native frames tell how many those are.
import { opcodeName } from "../bytecode/opcodes.ts";
import { RECURSION_LIMIT } from "../compiler/errors.ts";
import { ptr, u8 } from "../memory/memory.ts";
import { _PyInterpreterFrame } from "../memory/structs/code.ts";
import { currentFrame, isNative } from "../objects/frames.ts";

/** PY_EVAL_C_STACK_UNITS: what an evaluation loop counts for. */
const LOOP_UNITS = 2;
/** A built-in that is called through its vectorcall counts too; this instruction calls its function directly. */
const DIRECT_CALL = "CALL_BUILTIN_FAST_WITH_KEYWORDS";

/** For a built-in function with keywords that is running: how deep what it does may go. */
export function remainingRecursion(): number {
  const running = currentFrame();
  if (running === 0) return RECURSION_LIMIT;
  let used = LOOP_UNITS;
  // those under the first Python frame are the machine's own
  let unitsBelow = 0;
  for (let frame = running; frame !== 0; frame = ptr(frame + _PyInterpreterFrame.previous)) {
    if (isNative(frame)) unitsBelow += LOOP_UNITS;
    else {
      used += unitsBelow;
      unitsBelow = 0;
    }
  }
  const isDirect = !isNative(running) && opcodeName(u8(ptr(running + _PyInterpreterFrame.instr_ptr))) === DIRECT_CALL;
  return RECURSION_LIMIT - used - (isDirect ? 0 : 1);
}
