// Setting f_lineno from a trace function: the frame goes on at the beginning of another line. Which lines can be reached is
// found by modelling the value stack of every instruction, as kinds of values, a digit each, the topmost last (CPython's
// frameobject.c): what lies on the stack at the target must lie there now, and the rest is popped.
import { decodeExceptionTable } from "../../bytecode/exceptiontable.ts";
import { lineRanges } from "../../bytecode/linetable.ts";
import { cacheUnits, OP, stackEffect } from "../../bytecode/opcodes.ts";
import { THREAD } from "../../memory/data.ts";
import { type Address, type Borrowed, i32, ptr, setI32, setPtr, setPtrLow, u8 } from "../../memory/memory.ts";
import { _PyInterpreterFrame, PyCodeObject, PyFrameObject } from "../../memory/structs/code.ts";
import { _PyErr_StackItem, PyThreadState } from "../../memory/structs/runtime.ts";
import { tableBytes } from "../../objects/code.ts";
import { baseOpcode } from "../../objects/code_monitoring.ts";
import { raiseInt } from "../../objects/errors.ts";
import { setFrameHooks } from "../../objects/frame_object.ts";
import { FRAME_OWNED_BY_GENERATOR } from "../../objects/frames.ts";
import { longToNumber } from "../../objects/long_core.ts";
import { sizeOf, xdecref } from "../../objects/object.ts";
import { Py_None, PyExc_RuntimeWarning, PyExc_SystemError, PyExc_ValueError } from "../../objects/types.ts";
import { PyErr_WarnEx } from "../../objects/warn.ts";
import {
  BRANCH,
  C_RAISE,
  C_RETURN,
  CALL,
  EXCEPTION_HANDLED,
  INSTRUCTION,
  JUMP,
  LINE,
  PY_RESUME,
  PY_RETURN,
  PY_START,
  PY_THROW,
  PY_UNWIND,
  PY_YIELD,
  RAISE,
} from "./events.ts";
import { MOVED, setFlag } from "./fire.ts";
import { traceOpcodes } from "./legacy.ts";
import { noteLine } from "./lines.ts";

const LOCALSPLUS = _PyInterpreterFrame.localsplus;
const STACKTOP = _PyInterpreterFrame.stacktop;

const ITERATOR = "1";
const EXCEPT = "2";
const OBJECT = "3";
const NULL = "4";
const LASTI = "5";

/** A stack of kinds; one that is too deep; null: never reached. */
type Stack = string | null;
const TOO_DEEP = "-";
const DEEPEST = 21;

function push(stack: string, kind: string): string {
  return stack === TOO_DEEP || stack.length >= DEEPEST ? TOO_DEEP : stack + kind;
}
function pop(stack: string): string {
  return stack === TOO_DEEP ? TOO_DEEP : stack.slice(0, -1);
}
const topOf = (stack: string): string => stack.slice(-1);
/** Deeper, or as deep with greater kinds. */
const isAbove = (a: string, b: string): boolean => (a.length === b.length ? a > b : a.length > b.length);

function swapped(stack: string, depth: number): string {
  if (stack === TOO_DEEP || depth > stack.length) return stack;
  const kinds = [...stack];
  const last = kinds.length - 1;
  [kinds[last], kinds[kinds.length - depth]] = [kinds[kinds.length - depth], kinds[last]];
  return kinds.join("");
}

/** The stack behind an instruction; null when the next one is not reached from it. */
function stackAfter(opcode: number, oparg: number, before: string): Stack {
  let stack = before;
  const pops = (count: number): void => {
    for (let i = 0; i < count; i++) stack = pop(stack);
  };
  switch (opcode) {
    case OP.JUMP_FORWARD:
    case OP.JUMP_BACKWARD:
    case OP.JUMP_BACKWARD_NO_INTERRUPT:
    case OP.RETURN_VALUE:
    case OP.RETURN_CONST:
    case OP.RAISE_VARARGS:
    case OP.RERAISE:
      return null;
    case OP.SEND:
      return stack;
    case OP.GET_ITER:
    case OP.GET_AITER:
      return push(pop(stack), ITERATOR);
    case OP.FOR_ITER:
      return push(stack, OBJECT);
    case OP.END_ASYNC_FOR:
      return pop(pop(stack));
    case OP.PUSH_EXC_INFO:
      return push(stack, EXCEPT);
    case OP.POP_EXCEPT:
      return pop(stack);
    case OP.PUSH_NULL:
      return push(stack, NULL);
    case OP.LOAD_GLOBAL:
      return push(oparg & 1 ? push(stack, NULL) : stack, OBJECT);
    case OP.LOAD_ATTR:
      return oparg & 1 ? push(push(pop(stack), NULL), OBJECT) : stack;
    case OP.CALL:
      pops(oparg + 2);
      return push(stack, OBJECT);
    case OP.SWAP:
      return swapped(stack, oparg);
    case OP.COPY:
      return push(stack, stack === TOO_DEEP ? OBJECT : stack.charAt(stack.length - oparg));
  }
  const effect = stackEffect(opcode, oparg);
  pops(-effect);
  for (let i = 0; i < effect; i++) stack = push(stack, OBJECT);
  return stack;
}

/** mark_stacks: the stack in front of each code unit. */
function stacksOf(code: Borrowed): Stack[] {
  const count = sizeOf(code);
  const stacks: Stack[] = new Array(count + 1).fill(null);
  stacks[0] = "";
  const handlers = decodeExceptionTable(tableBytes(ptr(code + PyCodeObject.co_exceptiontable)));
  for (let isMore = true; isMore; ) {
    isMore = false;
    for (let i = 0; i < count; ) {
      const before = stacks[i];
      let opcode = baseOpcode(code, i);
      let oparg = u8(code + PyCodeObject.co_code_adaptive + i * 2 + 1);
      while (opcode === OP.EXTENDED_ARG) {
        i++;
        stacks[i] = before;
        opcode = baseOpcode(code, i);
        oparg = oparg * 256 + u8(code + PyCodeObject.co_code_adaptive + i * 2 + 1);
      }
      const next = i + 1 + cacheUnits[opcode];
      if (before !== null) {
        const after = stackAfter(opcode, oparg, before);
        if (after !== null) stacks[next] = after;
        const target = jumpOf(opcode, oparg, next);
        if (target >= 0) {
          if (stacks[target] === null && target < i) isMore = true;
          stacks[target] = after ?? before;
        }
      }
      i = next;
    }
    for (const { start, target, depth, lasti } of handlers) {
      const from = stacks[start / 2];
      if (from === null || stacks[target / 2] !== null) continue;
      isMore = true;
      const kept = from === TOO_DEEP ? TOO_DEEP : from.slice(0, depth);
      stacks[target / 2] = push(lasti ? push(kept, LASTI) : kept, EXCEPT);
    }
  }
  return stacks;
}

function jumpOf(opcode: number, oparg: number, next: number): number {
  switch (opcode) {
    case OP.POP_JUMP_IF_FALSE:
    case OP.POP_JUMP_IF_TRUE:
    case OP.POP_JUMP_IF_NONE:
    case OP.POP_JUMP_IF_NOT_NONE:
    case OP.JUMP_FORWARD:
    case OP.SEND:
    case OP.FOR_ITER:
      return next + oparg;
    case OP.JUMP_BACKWARD:
    case OP.JUMP_BACKWARD_NO_INTERRUPT:
      return next - oparg;
  }
  return -1;
}

function isCompatible(from: Stack, to: Stack): boolean {
  if (from === null || to === null || from === TOO_DEEP || to === TOO_DEEP) return false;
  while (isAbove(from, to)) from = pop(from);
  if (from.length !== to.length) return false;
  return [...from].every((kind, i) => {
    const wanted = to.charAt(i);
    return wanted === OBJECT ? kind !== NULL : wanted === NULL || kind === wanted;
  });
}

function explain(to: Stack): string {
  if (to === TOO_DEEP) return "stack is too deep to analyze";
  if (to === null) return "can't jump into an exception handler, or code may be unreachable";
  switch (topOf(to)) {
    case EXCEPT:
      return "can't jump into an 'except' block as there's no exception";
    case LASTI:
      return "can't jump into a re-raising block as there's no location";
    case ITERATOR:
      return "can't jump into the body of a for loop";
  }
  return "incompatible stacks";
}

/** The line that begins at a code unit, where one does. */
function lineStarts(code: Borrowed): Map<number, number> {
  const starts = new Map<number, number>();
  let last: number | null = null;
  const first = i32(code + PyCodeObject.co_firstlineno);
  for (const { start, line } of lineRanges(tableBytes(ptr(code + PyCodeObject.co_linetable)), first)) {
    if (line === null || line === last) continue;
    starts.set(start / 2, line);
    last = line;
  }
  return starts;
}

const MAY_MOVE = new Set([PY_RESUME, JUMP, BRANCH, LINE, PY_YIELD]);
const ONLY_LINES = new Set([...[PY_RETURN, PY_UNWIND, PY_THROW, RAISE, C_RAISE, INSTRUCTION, EXCEPTION_HANDLED]]);

/** Why the line cannot be set during an event; null when it can. */
function refusal(event: number): string | null {
  if (event < 0) return "f_lineno can only be set in a trace function";
  if (MAY_MOVE.has(event)) return null;
  if (event === PY_START) return "can't jump from the 'call' trace event of a new frame";
  if (event === CALL || event === C_RETURN) return "can't jump during a call";
  return ONLY_LINES.has(event) ? "can only jump from a 'line' trace event" : "";
}

/** frame_setlineno: value is an int. 0, or -1 with an error set. */
function setLine(o: Borrowed, value: Borrowed): number {
  const event = i32(THREAD + PyThreadState.what_event);
  const reason = refusal(event);
  if (reason === "") return raiseInt(PyExc_SystemError, "unexpected event type");
  if (reason !== null) return raiseInt(PyExc_ValueError, reason);
  const wanted = longToNumber(value);
  if (wanted !== (wanted | 0)) return raiseInt(PyExc_ValueError, "lineno out of range");
  const frame = ptr(o + PyFrameObject.f_frame);
  const code = ptr(frame + _PyInterpreterFrame.f_executable);
  if (wanted < i32(code + PyCodeObject.co_firstlineno)) {
    return raiseInt(PyExc_ValueError, `line ${wanted} comes before the current code block`);
  }
  const starts = lineStarts(code);
  const line = Math.min(...[...starts.values()].filter((start) => start >= wanted));
  if (line === Number.POSITIVE_INFINITY) {
    return raiseInt(PyExc_ValueError, `line ${wanted} comes after the current code block`);
  }
  const stacks = stacksOf(code);
  const here = (ptr(frame + _PyInterpreterFrame.instr_ptr) - code - PyCodeObject.co_code_adaptive) >> 1;
  const place = bestPlace(starts, stacks, stacks[here], line);
  if (typeof place === "string") return raiseInt(PyExc_ValueError, place);
  if (bindLocals(frame, code) < 0) return -1;
  let from = stacks[here] as string;
  // What was yielded is not on the stack any more.
  if (event === PY_YIELD && u8(frame + _PyInterpreterFrame.owner) === FRAME_OWNED_BY_GENERATOR) from = pop(from);
  for (const to = stacks[place] as string; isAbove(from, to); from = pop(from)) popValue(frame, topOf(from));
  setI32(o + PyFrameObject.f_lineno, 0);
  setPtrLow(frame + _PyInterpreterFrame.instr_ptr, code + PyCodeObject.co_code_adaptive + place * 2);
  setFlag(frame, MOVED);
  noteLine(o, code, line);
  return 0;
}

/** The code unit where a line begins with the highest stack that can be had; or why there is none. */
function bestPlace(starts: Map<number, number>, stacks: readonly Stack[], from: Stack, line: number): number | string {
  let best: string | null = null;
  let place = -1;
  let why = "cannot find bytecode for specified line";
  let isExplained = false;
  for (const [index, begun] of starts) {
    if (begun !== line) continue;
    const to = stacks[index];
    if (isCompatible(from, to)) {
      if (best === null || isAbove(to as string, best)) {
        best = to;
        place = index;
      }
    } else if (place < 0 && !isExplained) {
      if (from === TOO_DEEP) why = "stack to deep to analyze";
      else if (from === null) why = "can't jump from unreachable code";
      else {
        why = explain(to);
        isExplained = true;
      }
    }
  }
  return place < 0 ? why : place;
}

/** Locals that the compiler may know to be bound elsewhere are bound to None. 0, or -1 when the warning became an error. */
function bindLocals(frame: Address, code: Borrowed): number {
  const count = i32(code + PyCodeObject.co_nlocalsplus);
  let unbound = 0;
  for (let i = 0; i < count; i++) if (ptr(frame + LOCALSPLUS + i * 8) === 0) unbound++;
  if (unbound === 0) return 0;
  const message = `assigning None to ${unbound} unbound local${unbound === 1 ? "" : "s"}`;
  if (PyErr_WarnEx(PyExc_RuntimeWarning, message, 0) < 0) return -1;
  for (let i = 0; i < count; i++) {
    if (ptr(frame + LOCALSPLUS + i * 8) === 0) setPtr(frame + LOCALSPLUS + i * 8, Py_None);
  }
  return 0;
}

/** Pops a value; below an exception that was handled lies the one that is handled then. */
function popValue(frame: Address, kind: string): void {
  const top = i32(frame + STACKTOP) - 1;
  setI32(frame + STACKTOP, top);
  const value = ptr(frame + LOCALSPLUS + top * 8);
  if (kind !== EXCEPT) {
    xdecref(value);
    return;
  }
  const item = ptr(THREAD + PyThreadState.exc_info) + _PyErr_StackItem.exc_value;
  const handled = ptr(item);
  setPtr(item, value === Py_None ? 0 : value);
  xdecref(handled);
}

setFrameHooks({ setLine, traceOpcodes });
