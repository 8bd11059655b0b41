// Telling tools of an event. Their functions may be Python functions, so the walk over the tools lives in a native frame
// above the frame that is watched:
//
//   local 0  code       1  offset, line or nothing    2, 3  further arguments     4  HELD: what must live until the end
//   words    event, tools left, the tool being told, what_event before, index of the instruction, target of a jump, arguments
//            an address: what happens at the end, text of (native, isGood) → Owned | 0 | PUSHED
//
// The end pops the frame. Most answer the instruction below: with what is held, or None, or 0 and an error set; others make
// the frame below go on where they say and answer PUSHED.
// Invariant: while a tool's function runs, thread state's `tracing` is raised and no event is told.
import { CODE_UNIT_BYTES } from "../../bytecode/code_units.ts";
import { OP } from "../../bytecode/opcodes.ts";
import { THREAD } from "../../memory/data.ts";
import {
  type Address,
  type Borrowed,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtrLow,
  setU8,
  u8,
} from "../../memory/memory.ts";
import {
  _PyCoLineInstrumentationData,
  _PyCoMonitoringData,
  _PyInterpreterFrame,
  PyCodeObject,
} from "../../memory/structs/code.ts";
import { PyThreadState } from "../../memory/structs/runtime.ts";
import { text, textFunction } from "../../memory/text.ts";
import { pushVectorcall } from "../../objects/call.ts";
import { lineEntry, monitoringOf, opcodePlace } from "../../objects/code_monitoring.ts";
import { PyErr_NoMemory, raise } from "../../objects/errors.ts";
import { frameObject } from "../../objects/frame_object.ts";
import {
  FRAME_FLAGS,
  FRAME_SPECIALS_BYTES,
  finishNative,
  nativeLocal,
  PUSHED,
  setNativeLocal,
  takeNativeLocal,
} from "../../objects/frames.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord, setNativeWordAddress } from "../../objects/native_scratch.ts";
import { decref, newRef, xdecref, xnewRef } from "../../objects/object.ts";
import { Py_None, PyExc_ValueError } from "../../objects/types.ts";
import { prefixCount } from "../unfinished.ts";
import {
  callableOf,
  changeTracing,
  EVENT_NAMES,
  exchangeCallable,
  INSTRUCTION,
  isWatched,
  JUMP,
  LINE,
  LOCAL_EVENT_COUNT,
  PROGRAM_TOOL_COUNT,
  PY_YIELD,
} from "./events.ts";
import { disable, pauseSpecializing, toolsAt } from "./instrument.ts";
import { NOT_ASKED, pushLegacy, takeLegacyAnswer } from "./legacy.ts";
import { hasNotedLine, lineAtIndex, noteLine } from "./lines.ts";
import { DISABLE } from "./sentinels.ts";

const CODE = 0;
const ARGUMENT = 2;
const SECOND = 3;
export const HELD = 4;
const LOCAL_COUNT = 5;

const EVENT = 0;
const TOOLS = 1;
const TOOL = 2;
const WHAT_BEFORE = 3;
const INDEX = 4;
const TARGET = 5;
const ARGUMENT_COUNT = 6;
const END = 7;
const WORD_COUNT = 8;

const WHAT_EVENT = THREAD + PyThreadState.what_event;
const INSTR_PTR = _PyInterpreterFrame.instr_ptr;

/** Flags of a frame: the program has set its line; a StopIteration that is pending was told. */
export const MOVED = 1;
export const STOP_TOLD = 2;
/** Above the flags: of how many instructions from instr_ptr on the event was told. One that was comes with its EXTENDED_ARGs. */
const STEPPED = 4;

/** Takes a flag out of a frame: whether it was set. */
export function takeFlag(frame: Address, flag: number): boolean {
  const flags = u8(frame + FRAME_FLAGS);
  if ((flags & flag) === 0) return false;
  setU8(frame + FRAME_FLAGS, flags & ~flag);
  return true;
}

/** Whether the event of the instruction was told before. */
function takeStep(frame: Address): boolean {
  const flags = u8(frame + FRAME_FLAGS);
  if (flags < STEPPED) return false;
  setU8(frame + FRAME_FLAGS, flags - STEPPED);
  return true;
}

export function setFlag(frame: Address, flag: number): void {
  setU8(frame + FRAME_FLAGS, u8(frame + FRAME_FLAGS) | flag);
}

const codeOf = (frame: Address): Borrowed => ptr(frame + _PyInterpreterFrame.f_executable);
const indexIn = (code: Borrowed, ip: Address): number => (ip - code - PyCodeObject.co_code_adaptive) >> 1;

/** Ends by answering the frame below. */
const answer = text("monitoring_answer", (native: Address, isGood: number): Owned => {
  if (!isGood) return finishNative(native, 0);
  const held = takeNativeLocal(native, HELD);
  return finishNative(native, held === 0 ? Py_None : held);
});

/** Ends a jump: the frame below goes on at the target, unless the program moved it elsewhere. */
const land = text("monitoring_land", (native: Address, isGood: number): Owned => {
  const frame = ptr(native + _PyInterpreterFrame.previous);
  const target = nativeWord(native, TARGET);
  finishNative(native, 0);
  if (!isGood) return 0;
  if (!takeFlag(frame, MOVED)) {
    setPtrLow(frame + INSTR_PTR, codeOf(frame) + PyCodeObject.co_code_adaptive + target * 2);
  }
  return PUSHED;
});

/** The tools to tell of an event of the instruction at ip: a set, empty while a tool's own code runs. */
export function toolsToTell(frame: Address, event: number, ip: Address): number {
  const code = codeOf(frame);
  return isWatched() ? toolsAt(code, event, indexIn(code, ip)) : 0;
}

interface Telling {
  readonly tools: number;
  readonly argumentCount: number;
  /** After code and offset: borrowed. */
  readonly argument?: Borrowed;
  readonly second?: Borrowed;
  /** Owned until the end. */
  readonly held?: Owned;
  readonly line?: number;
  readonly target?: number;
  readonly end?: Address;
}

/** Tells the tools. The answer is the end's. A frame that cannot be pushed is the end, too: 0 with MemoryError set. */
export function tell(frame: Address, event: number, ip: Address, telling: Telling): Owned {
  const code = codeOf(frame);
  const index = indexIn(code, ip);
  const native = pushNativeWithWords(step, LOCAL_COUNT, WORD_COUNT);
  if (native === 0) {
    xdecref(telling.held ?? 0);
    return PyErr_NoMemory();
  }
  setNativeLocal(native, CODE, newRef(code));
  setNativeLocal(native, 1, PyLong_FromNumber(telling.line ?? index * 2));
  setNativeLocal(native, ARGUMENT, xnewRef(telling.argument ?? 0));
  setNativeLocal(native, SECOND, xnewRef(telling.second ?? 0));
  setNativeLocal(native, HELD, telling.held ?? 0);
  setNativeWord(native, EVENT, event);
  setNativeWord(native, TOOLS, telling.tools);
  setNativeWord(native, INDEX, index);
  setNativeWord(native, TARGET, telling.target ?? 0);
  setNativeWord(native, ARGUMENT_COUNT, telling.argumentCount);
  setNativeWordAddress(native, END, telling.end ?? answer);
  return tellRest(native);
}

function tellRest(native: Address): Owned {
  for (;;) {
    const tools = nativeWord(native, TOOLS);
    if (tools === 0) return end(native, true);
    const tool = 31 - Math.clz32(tools);
    setNativeWord(native, TOOLS, tools & ~(1 << tool));
    setNativeWord(native, TOOL, tool);
    const result = pushTool(native, tool);
    if (result === PUSHED) return PUSHED;
    if (!takeAnswer(native, result)) return end(native, false);
  }
}

const end = (native: Address, isGood: boolean): Owned => textFunction(nativeWord(native, END))(native, isGood ? 1 : 0);

function pushTool(native: Address, tool: number): Owned {
  const event = nativeWord(native, EVENT);
  setNativeWord(native, WHAT_BEFORE, i32(WHAT_EVENT));
  setI32(WHAT_EVENT, event);
  changeTracing(1);
  if (tool < PROGRAM_TOOL_COUNT) {
    const callable = callableOf(tool, event);
    if (callable === 0) return Py_None;
    return pushVectorcall(callable, native + FRAME_SPECIALS_BYTES, nativeWord(native, ARGUMENT_COUNT), 0);
  }
  const frame = ptr(native + _PyInterpreterFrame.previous);
  const index = nativeWord(native, INDEX);
  const target = nativeWord(native, TARGET);
  return pushLegacy(tool, event, frame, index, nativeLocal(native, ARGUMENT), nativeLocal(native, SECOND), target);
}

/** What a tool's function answered (Owned; 0 with an error set). True: no error. */
function takeAnswer(native: Address, result: Owned): boolean {
  changeTracing(-1);
  setI32(WHAT_EVENT, nativeWord(native, WHAT_BEFORE));
  const event = nativeWord(native, EVENT);
  const tool = nativeWord(native, TOOL);
  const code = nativeLocal(native, CODE);
  const isDisabled = result === DISABLE && (tool < PROGRAM_TOOL_COUNT || event === JUMP);
  if (isDisabled) {
    if (event < LOCAL_EVENT_COUNT) return disable(code, event, nativeWord(native, INDEX), tool) >= 0;
    raise(PyExc_ValueError, `Cannot disable ${EVENT_NAMES[event]} events. Callback removed.`);
    xdecref(exchangeCallable(tool, event, 0));
    return false;
  }
  if (result === NOT_ASKED) return false;
  if (tool >= PROGRAM_TOOL_COUNT) {
    return takeLegacyAnswer(tool, ptr(native + _PyInterpreterFrame.previous), result);
  }
  if (result === 0) return false;
  decref(result);
  return true;
}

const step = text("monitoring_step", (native: Address, result: Owned): Owned => {
  return takeAnswer(native, result) ? tellRest(native) : end(native, false);
});

// -- what the instrumented instructions ask for ---------------------------------------------------------------------------

/** An event without arguments of its own. None, 0 with an error set, or PUSHED. */
export function pushEvent(frame: Address, event: number, ip: Address): Owned {
  const tools = toolsToTell(frame, event, ip);
  return tools === 0 ? Py_None : tell(frame, event, ip, { tools, argumentCount: 2 });
}

/** An event with a value (borrowed). */
export function pushValueEvent(frame: Address, event: number, ip: Address, value: Borrowed): Owned {
  const tools = toolsToTell(frame, event, ip);
  return tools === 0 ? Py_None : tell(frame, event, ip, { tools, argumentCount: 3, argument: value });
}

/** PY_YIELD with a value (stolen), which is given back by the answer. The frame stands behind the instruction already. */
export function pushYieldEvent(frame: Address, ip: Address, value: Owned): Owned {
  setPtrLow(frame + INSTR_PTR, ip + CODE_UNIT_BYTES);
  const tools = toolsToTell(frame, PY_YIELD, ip);
  return tools === 0 ? value : tell(frame, PY_YIELD, ip, { tools, argumentCount: 3, argument: value, held: value });
}

/** An event of a call: the callable and its first argument, or MISSING. held: given back by the answer, if not 0. */
export function pushCallEvent(
  frame: Address,
  event: number,
  ip: Address,
  callable: Borrowed,
  first: Borrowed,
  held: Owned,
): Owned {
  const tools = toolsToTell(frame, event, ip);
  if (tools === 0) return held === 0 ? Py_None : held;
  return tell(frame, event, ip, { tools, argumentCount: 4, argument: callable, second: first, held });
}

/** JUMP or BRANCH: the frame goes on at target, so the answer is PUSHED; or 0 with an error set. */
export function pushJumpEvent(frame: Address, event: number, ip: Address, target: Address): Owned {
  const tools = toolsToTell(frame, event, ip);
  if (tools === 0) {
    setPtrLow(frame + INSTR_PTR, target);
    return PUSHED;
  }
  const to = indexIn(codeOf(frame), target);
  const offset = PyLong_FromNumber(to * 2);
  const result = tell(frame, event, ip, { tools, argumentCount: 3, argument: offset, target: to, end: land });
  decref(offset);
  return result;
}

/** A line begins, unless it is the one that began last. None, 0 with an error set, or PUSHED. */
export function pushLineEvent(frame: Address, ip: Address): Owned {
  if (!isWatched()) return Py_None;
  const code = codeOf(frame);
  const line = lineAtIndex(code, indexIn(code, ip));
  const o = frameObject(frame);
  if (o === 0) return 0;
  const isFirst = !hasNotedLine(o);
  if (!noteLine(o, code, line) || (isFirst && isHiddenFirst(code, line))) return Py_None;
  const tools = toolsAt(code, LINE, indexIn(code, ip));
  return tools === 0 ? Py_None : tell(frame, LINE, ip, { tools, argumentCount: 2, line });
}

/** As in 3.13.0: the first line is not told when RESUME is of the same one, and is not told itself. */
function isHiddenFirst(code: Borrowed, line: number): boolean {
  const first = i32(code + PyCodeObject._co_firsttraceable);
  const opcode = u8(code + PyCodeObject.co_code_adaptive + first * CODE_UNIT_BYTES);
  return opcode === OP.RESUME_CHECK && lineAtIndex(code, first) === line;
}

/** What INSTRUMENTED_LINE at ip stands for. */
export function belowLine(frame: Address, ip: Address): number {
  const code = codeOf(frame);
  if (u8(ip) !== OP.INSTRUMENTED_LINE) return u8(ip);
  const opcode = u8(lineEntry(code, indexIn(code, ip)) + _PyCoLineInstrumentationData.original_opcode);
  pauseSpecializing(ip, opcode);
  return opcode;
}

/** An instruction begins. None when it may go on, also since its event was told; 0 with an error set; or PUSHED. */
export function pushStepEvent(frame: Address, ip: Address): Owned {
  return takeStep(frame) ? Py_None : pushEvent(frame, INSTRUCTION, ip);
}

/** The event of an instruction was told: it is executed from its first EXTENDED_ARG on, and nothing is told again. */
export function afterStep(frame: Address): void {
  if (takeFlag(frame, MOVED)) return;
  const code = codeOf(frame);
  const ip = ptr(frame + INSTR_PTR);
  const prefixes = prefixCount(frame);
  setPtrLow(frame + INSTR_PTR, ip - prefixes * CODE_UNIT_BYTES);
  let told = 0;
  for (let i = 0; i <= prefixes; i++) if (isStepped(code, indexIn(code, ip) - i)) told++;
  setU8(frame + FRAME_FLAGS, u8(frame + FRAME_FLAGS) + told * STEPPED);
}

/** What INSTRUMENTED_INSTRUCTION at ip stands for. */
export function belowStep(frame: Address, ip: Address): number {
  const code = codeOf(frame);
  const index = indexIn(code, ip);
  const opcode = u8(opcodePlace(code, index));
  if (isStepped(code, index)) pauseSpecializing(ip, opcode);
  return opcode;
}

function isStepped(code: Borrowed, index: number): boolean {
  const opcodes = ptr(monitoringOf(code) + _PyCoMonitoringData.per_instruction_opcodes);
  return opcodes !== 0 && u8(opcodes + index) !== 0;
}

/** The address of the instruction that a native frame tells of. */
export function eventPlace(native: Address): Address {
  return nativeLocal(native, CODE) + PyCodeObject.co_code_adaptive + nativeWord(native, INDEX) * 2;
}
