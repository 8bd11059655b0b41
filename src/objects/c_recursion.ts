// Py_EnterRecursiveCall: how deep built-ins that call themselves may nest. They use the host's stack, so the limit is what
// every host has room for, below CPython's own; c_recursion_remaining counts as CPython's does.
import { THREAD } from "../memory/data.ts";
import { i32, setI32 } from "../memory/memory.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { raise } from "./errors.ts";
import { PyExc_RecursionError } from "./types.ts";

const REMAINING = THREAD + PyThreadState.c_recursion_remaining;
/** What c_recursion_remaining begins with, and how much of it may be used. */
const C_RECURSION_LIMIT = 10_000;
const DEPTH_LIMIT = 1500;

/** False with RecursionError set; otherwise leaveRecursiveCall() must follow. where: " in comparison" and the like. */
export function enterRecursiveCall(where: string): boolean {
  const remaining = i32(REMAINING);
  if (remaining <= C_RECURSION_LIMIT - DEPTH_LIMIT) {
    raise(PyExc_RecursionError, `maximum recursion depth exceeded${where}`);
    return false;
  }
  setI32(REMAINING, remaining - 1);
  return true;
}

export function leaveRecursiveCall(): void {
  setI32(REMAINING, i32(REMAINING) + 1);
}
