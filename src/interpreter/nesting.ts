// Nested loops are counted in thread state and have one limit on all hosts, since the host's stack is shallow
// (PERFORMANCE.md): beyond it a program gets RecursionError.
import { THREAD } from "../memory/data.ts";
import { i32, setI32 } from "../memory/memory.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { raise } from "../objects/errors.ts";
import { PyExc_RecursionError } from "../objects/types.ts";

export const NESTING_LIMIT = 64;
// gilstate_counter counts nestings of PyGILState_Ensure in CPython, which nothing here uses: it counts nested loops.
const DEPTH = THREAD + PyThreadState.gilstate_counter;

export function nestingDepth(): number {
  return i32(DEPTH);
}

/** False with RecursionError set when the limit is reached. */
export function enterNesting(): boolean {
  const depth = i32(DEPTH);
  if (depth >= NESTING_LIMIT) {
    raise(PyExc_RecursionError, "maximum recursion depth exceeded");
    return false;
  }
  setI32(DEPTH, depth + 1);
  return true;
}

export function leaveNesting(): void {
  setI32(DEPTH, i32(DEPTH) - 1);
}
