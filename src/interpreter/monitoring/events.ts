// Events of a running program, and which tools want them everywhere (sys.monitoring, PEP 669). sys.setprofile and sys.settrace
// are tools as well, the last two of eight.
//
// The sets of tools are in interpreter state, a byte an event, a bit a tool. Each change of them gives a new version, which
// lies above the flags of eval_breaker: code whose own version differs is brought up to date when it is entered.
// Invariant: local events (those of instructions) come first; of the others only the global sets count.
import { INTERPRETER, THREAD } from "../../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr, setU8, u8 } from "../../memory/memory.ts";
import { _ceval_state, PyInterpreterState, PyThreadState } from "../../memory/structs/runtime.ts";
import { EVAL_BREAKER_EVENTS } from "../pending.ts";

export const PY_START = 0;
export const PY_RESUME = 1;
export const PY_RETURN = 2;
export const PY_YIELD = 3;
export const CALL = 4;
export const LINE = 5;
export const INSTRUCTION = 6;
export const JUMP = 7;
export const BRANCH = 8;
export const STOP_ITERATION = 9;
export const RAISE = 10;
export const EXCEPTION_HANDLED = 11;
export const PY_UNWIND = 12;
export const PY_THROW = 13;
export const RERAISE = 14;
export const C_RETURN = 15;
export const C_RAISE = 16;

/** Names by number. */
export const EVENT_NAMES: readonly string[] = [
  ...["PY_START", "PY_RESUME", "PY_RETURN", "PY_YIELD", "CALL", "LINE", "INSTRUCTION", "JUMP", "BRANCH"],
  ...["STOP_ITERATION", "RAISE", "EXCEPTION_HANDLED", "PY_UNWIND", "PY_THROW", "RERAISE", "C_RETURN", "C_RAISE"],
];
export const LOCAL_EVENT_COUNT = 10;
/** C_RETURN and C_RAISE come with CALL. */
export const UNGROUPED_EVENT_COUNT = 15;
const EVENT_COUNT = EVENT_NAMES.length;

/** Tools that a program can take; above them are the two of sys. */
export const PROGRAM_TOOL_COUNT = 6;
export const PROFILE_TOOL = 6;
export const TRACE_TOOL = 7;
export const TOOL_COUNT = 8;

const MONITORS = INTERPRETER + PyInterpreterState.monitors;
const CALLABLES = INTERPRETER + PyInterpreterState.monitoring_callables;
const TOOL_NAMES = INTERPRETER + PyInterpreterState.monitoring_tool_names;
const BREAKER = THREAD + PyThreadState.eval_breaker;
const VERSION = INTERPRETER + PyInterpreterState.ceval + _ceval_state.instrumentation_version;
const VERSION_STEP = EVAL_BREAKER_EVENTS + 1;
const TRACING = THREAD + PyThreadState.tracing;

/** Tools that watch an event everywhere. */
export function globalTools(event: number): number {
  return u8(MONITORS + event);
}

export function setGlobalTools(event: number, tools: number): void {
  setU8(MONITORS + event, tools);
}

/** A tool's callable for an event: borrowed, or 0. */
export function callableOf(tool: number, event: number): Borrowed {
  return ptr(CALLABLES + (tool * EVENT_COUNT + event) * 8);
}

/** Puts a callable (Owned, or 0) in its place and gives what was there (Owned, or 0). */
export function exchangeCallable(tool: number, event: number, callable: Owned): Owned {
  const place = CALLABLES + (tool * EVENT_COUNT + event) * 8;
  const old = ptr(place);
  setPtr(place, callable);
  return old;
}

/** Where a tool's name stands. */
export function toolName(tool: number): Address {
  return TOOL_NAMES + tool * 8;
}

export function globalVersion(): number {
  return i32(BREAKER) & ~EVAL_BREAKER_EVENTS;
}

/** False when there are no versions left. */
export function nextVersion(): boolean {
  const version = (globalVersion() + VERSION_STEP) | 0;
  if (version === 0) return false;
  setI32(BREAKER, (i32(BREAKER) & EVAL_BREAKER_EVENTS) | version);
  setI32(VERSION, version);
  return true;
}

/** A version before this one. */
export function versionBefore(version: number): number {
  return (version - VERSION_STEP) | 0;
}

/** Whether events count just now: those of a tool's own code do not. */
export function isWatched(): boolean {
  return i32(TRACING) === 0;
}

/** A tool's code begins (by 1) or ends (by -1). */
export function changeTracing(by: number): void {
  setI32(TRACING, i32(TRACING) + by);
}
