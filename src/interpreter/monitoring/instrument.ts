// Instrumenting code: instructions of events that a tool wants become their instrumented forms, in memory, and are changed
// back when no tool wants them (CPython's instrumentation.c). A code object is brought up to date when it is entered with
// another version than the present one, and at once when it executes.
//
// While one tool watches a code object its sets of tools are those of the code; as soon as two do, each code unit has a set
// of its own (tools, line_tools, per_instruction_tools).
// Invariant: active_monitors of a code object says what its instructions are instrumented for.
import { cacheUnits, deopt, MIN_INSTRUMENTED_OPCODE, OP, opcodeRows } from "../../bytecode/opcodes.ts";
import { objectMalloc } from "../../memory/allocators.ts";
import { INTERPRETER } from "../../memory/data.ts";
import {
  type Address,
  type Borrowed,
  fillBytes,
  i32,
  ptr,
  setI64,
  setPtr,
  setU8,
  setU16,
  u8,
  u16,
  u32,
} from "../../memory/memory.ts";
import {
  _PyCoLineInstrumentationData,
  _PyCoMonitoringData,
  _PyInterpreterFrame,
  PyCodeObject,
} from "../../memory/structs/code.ts";
import { PyInterpreterState } from "../../memory/structs/runtime.ts";
import { ADAPTIVE_WARMUP } from "../../objects/code.ts";
import { baseOpcode, lineEntry, monitoringOf, opcodePlace } from "../../objects/code_monitoring.ts";
import { PyErr_NoMemory, raiseInt } from "../../objects/errors.ts";
import { frameLine, frameObject } from "../../objects/frame_object.ts";
import { currentFrame, isNative } from "../../objects/frames.ts";
import { sizeOf } from "../../objects/object.ts";
import { PyExc_OverflowError, PyExc_SystemError, PyExc_ValueError } from "../../objects/types.ts";
import { textOf } from "../../objects/unicode_core.ts";
import {
  BRANCH,
  CALL,
  globalTools,
  globalVersion,
  INSTRUCTION,
  JUMP,
  LINE,
  LOCAL_EVENT_COUNT,
  nextVersion,
  PROGRAM_TOOL_COUNT,
  PY_RESUME,
  PY_RETURN,
  PY_START,
  PY_YIELD,
  STOP_ITERATION,
  setGlobalTools,
  toolName,
  UNGROUPED_EVENT_COUNT,
  versionBefore,
} from "./events.ts";
import { forgetLine, hasLines, initializeLines, noteLine } from "./lines.ts";

const ORIGINAL = _PyCoLineInstrumentationData.original_opcode;
const LOCAL = _PyCoMonitoringData.local_monitors;
const ACTIVE = _PyCoMonitoringData.active_monitors;
const TOOLS = _PyCoMonitoringData.tools;
const LINES = _PyCoMonitoringData.lines;
const LINE_TOOLS = _PyCoMonitoringData.line_tools;
const STEP_OPCODES = _PyCoMonitoringData.per_instruction_opcodes;
const STEP_TOOLS = _PyCoMonitoringData.per_instruction_tools;
const VERSION = PyCodeObject._co_instrumentation_version;
const LAST_RESTART = INTERPRETER + PyInterpreterState.last_restart_version;
const CO_NO_MONITORING_EVENTS = 0x2000000;

/** Generic opcode to its instrumented form; 0 where there is none. */
const instrumentedForm = new Uint8Array(256);
for (const [, number, , , , generic] of opcodeRows) {
  if (number >= MIN_INSTRUMENTED_OPCODE && number < 256 && generic !== undefined)
    instrumentedForm[OP[generic as keyof typeof OP]] = number;
}

/** The event of a generic opcode; -1 for RESUME, which has two. */
const EVENT_OF: ReadonlyMap<number, number> = new Map([
  [OP.RESUME, -1],
  [OP.RETURN_VALUE, PY_RETURN],
  [OP.RETURN_CONST, PY_RETURN],
  [OP.YIELD_VALUE, PY_YIELD],
  [OP.CALL, CALL],
  [OP.CALL_KW, CALL],
  [OP.CALL_FUNCTION_EX, CALL],
  [OP.LOAD_SUPER_ATTR, CALL],
  [OP.JUMP_FORWARD, JUMP],
  [OP.JUMP_BACKWARD, JUMP],
  [OP.POP_JUMP_IF_FALSE, BRANCH],
  [OP.POP_JUMP_IF_TRUE, BRANCH],
  [OP.POP_JUMP_IF_NONE, BRANCH],
  [OP.POP_JUMP_IF_NOT_NONE, BRANCH],
  [OP.FOR_ITER, BRANCH],
  [OP.END_FOR, STOP_ITERATION],
  [OP.END_SEND, STOP_ITERATION],
]);

/** Instructions without an event of their own. */
const NEVER_STEPPED = new Set<number>([OP.RESUME, OP.END_FOR]);

const place = (code: Borrowed, index: number): Address => code + PyCodeObject.co_code_adaptive + index * 2;

/** The event of a code unit's instruction; undefined for none. */
function eventAt(code: Borrowed, index: number): number | undefined {
  const event = EVENT_OF.get(baseOpcode(code, index));
  return event === -1 ? (u8(place(code, index) + 1) > 0 ? PY_RESUME : PY_START) : event;
}

/** Calls visit with the index of each instruction from the first traceable one on. */
function eachInstruction(code: Borrowed, visit: (index: number) => void): void {
  const count = sizeOf(code);
  for (let i = i32(code + PyCodeObject._co_firsttraceable); i < count; i += 1 + cacheUnits[baseOpcode(code, i)])
    visit(i);
}

function warmUp(code: Borrowed, index: number, opcode: number): void {
  if (cacheUnits[opcode] > 0) setU16(place(code, index) + 2, ADAPTIVE_WARMUP);
}

/** An instruction that runs beside its instrumented form must not specialise itself: its opcode's place is taken. */
export function pauseSpecializing(ip: Address, opcode: number): void {
  if (cacheUnits[opcode] > 0) setU16(ip + 2, (u16(ip + 2) & 15) | 32);
}

// -- single instructions --------------------------------------------------------------------------------------------------

function instrumentEvent(code: Borrowed, index: number): void {
  const at = opcodePlace(code, index);
  if (u8(at) >= MIN_INSTRUMENTED_OPCODE) return;
  const generic = deopt[u8(at)];
  setU8(at, instrumentedForm[generic]);
  warmUp(code, index, generic);
}

function restoreEvent(code: Borrowed, index: number): void {
  const at = opcodePlace(code, index);
  if (u8(at) < MIN_INSTRUMENTED_OPCODE) return;
  const generic = baseOpcode(code, index);
  setU8(at, generic);
  warmUp(code, index, generic);
}

function instrumentLine(code: Borrowed, index: number): void {
  const at = place(code, index);
  if (u8(at) === OP.INSTRUMENTED_LINE) return;
  setU8(lineEntry(code, index) + ORIGINAL, deopt[u8(at)]);
  setU8(at, OP.INSTRUMENTED_LINE);
}

function restoreLine(code: Borrowed, index: number): void {
  const at = place(code, index);
  if (u8(at) !== OP.INSTRUMENTED_LINE) return;
  const original = u8(lineEntry(code, index) + ORIGINAL);
  setU8(at, original);
  warmUp(code, index, original);
}

function instrumentStep(code: Borrowed, index: number): void {
  let at = place(code, index);
  if (u8(at) === OP.INSTRUMENTED_LINE) at = lineEntry(code, index) + ORIGINAL;
  if (u8(at) === OP.INSTRUMENTED_INSTRUCTION) return;
  setU8(ptr(monitoringOf(code) + STEP_OPCODES) + index, deopt[u8(at)]);
  setU8(at, OP.INSTRUMENTED_INSTRUCTION);
}

function restoreStep(code: Borrowed, index: number): void {
  let at = place(code, index);
  if (u8(at) === OP.INSTRUMENTED_LINE) at = lineEntry(code, index) + ORIGINAL;
  if (u8(at) !== OP.INSTRUMENTED_INSTRUCTION) return;
  const original = ptr(monitoringOf(code) + STEP_OPCODES) + index;
  setU8(at, u8(original));
  warmUp(code, index, u8(original));
  setU8(original, 0);
}

// -- sets of tools --------------------------------------------------------------------------------------------------------

/** The tools that watch an event in a code object, also those that do not want this code unit's. */
export function activeTools(code: Borrowed, event: number): number {
  const data = monitoringOf(code);
  return data === 0 ? 0 : u8(data + ACTIVE + event);
}

function setOf(code: Borrowed, field: number, event: number, index: number): number {
  const own = ptr(monitoringOf(code) + field);
  return own === 0 ? activeTools(code, event) : u8(own + index);
}

/** The tools to tell of an event at a code unit. C_RETURN and C_RAISE go to those of CALL. */
export function toolsAt(code: Borrowed, event: number, index: number): number {
  if (event >= UNGROUPED_EVENT_COUNT) event = CALL;
  if (event >= LOCAL_EVENT_COUNT) return globalTools(event);
  if (monitoringOf(code) === 0) return 0;
  return setOf(code, event === LINE ? LINE_TOOLS : event === INSTRUCTION ? STEP_TOOLS : TOOLS, event, index);
}

/** Takes tools out of a code unit's own set, or out of the code's. True when none is left. */
function remove(code: Borrowed, field: number, event: number, index: number, tools: number): boolean {
  const own = ptr(monitoringOf(code) + field);
  if (own === 0) return (activeTools(code, event) & ~tools) === 0;
  setU8(own + index, u8(own + index) & ~tools);
  return u8(own + index) === 0;
}

function add(code: Borrowed, field: number, index: number, tools: number): void {
  const own = ptr(monitoringOf(code) + field);
  if (own !== 0) setU8(own + index, u8(own + index) | tools);
}

/** A tool answered DISABLE: it is not told any more of this event here. 0, or -1 with an error set. */
export function disable(code: Borrowed, event: number, index: number, tool: number): number {
  if (event === LINE) {
    // The form stays for the sake of the lines that follow (lines.ts).
    if (ptr(monitoringOf(code) + LINE_TOOLS) === 0 && !allocate(code, LINE_TOOLS, 1, activeTools(code, LINE)))
      return -1;
    remove(code, LINE_TOOLS, LINE, index, 1 << tool);
  } else if (event === INSTRUCTION) {
    if (remove(code, STEP_TOOLS, INSTRUCTION, index, 1 << tool)) restoreStep(code, index);
  } else if (remove(code, TOOLS, event >= UNGROUPED_EVENT_COUNT ? CALL : event, index, 1 << tool)) {
    restoreEvent(code, index);
  }
  return 0;
}

// -- whole code objects ---------------------------------------------------------------------------------------------------

function allocate(code: Borrowed, field: number, unitBytes: number, fill: number): boolean {
  const byteCount = sizeOf(code) * unitBytes;
  const block = objectMalloc(byteCount);
  if (block === 0) {
    PyErr_NoMemory();
    return false;
  }
  fillBytes(block, fill, byteCount);
  setPtr(monitoringOf(code) + field, block);
  return true;
}

function allocateData(code: Borrowed): boolean {
  if (monitoringOf(code) !== 0) return true;
  const data = objectMalloc(_PyCoMonitoringData.sizeof);
  if (data === 0) {
    PyErr_NoMemory();
    return false;
  }
  fillBytes(data, 0, _PyCoMonitoringData.sizeof);
  setPtr(code + PyCodeObject._co_monitoring, data);
  return true;
}

/** initialize_tools: each code unit is watched by what it is instrumented for. */
function fillTools(code: Borrowed): void {
  const tools = ptr(monitoringOf(code) + TOOLS);
  eachInstruction(code, (index) => {
    const event = eventAt(code, index);
    const isInstrumented = u8(opcodePlace(code, index)) >= MIN_INSTRUMENTED_OPCODE;
    if (event !== undefined) setU8(tools + index, isInstrumented ? activeTools(code, event) : 0);
  });
}

const hasSeveral = (tools: number): boolean => (tools & (tools - 1)) !== 0;

/** update_instrumentation_data: makes the blocks that the events need. */
function makeBlocks(code: Borrowed, events: readonly number[]): boolean {
  const data = monitoringOf(code);
  const isShared = events.some(hasSeveral);
  if (isShared && ptr(data + TOOLS) === 0) {
    if (!allocate(code, TOOLS, 1, 0)) return false;
    fillTools(code);
  }
  if (events[LINE] !== 0) {
    if (!hasLines(code)) {
      if (!allocate(code, LINES, _PyCoLineInstrumentationData.sizeof, 0)) return false;
      initializeLines(code);
    }
    if (isShared && ptr(data + LINE_TOOLS) === 0 && !allocate(code, LINE_TOOLS, 1, events[LINE])) return false;
  }
  if (events[INSTRUCTION] !== 0) {
    if (ptr(data + STEP_OPCODES) === 0 && !allocate(code, STEP_OPCODES, 1, 0)) return false;
    if (isShared && ptr(data + STEP_TOOLS) === 0 && !allocate(code, STEP_TOOLS, 1, 0)) return false;
  }
  return true;
}

export function isUpToDate(code: Borrowed): boolean {
  return i32(code + VERSION) === globalVersion();
}

/** _Py_Instrument: brings a code object up to date. 0, or -1 with an error set. */
export function instrument(code: Borrowed): number {
  if (isUpToDate(code) || i32(code + PyCodeObject.co_flags) & CO_NO_MONITORING_EVENTS) return 0;
  if (!allocateData(code)) return -1;
  const data = monitoringOf(code);
  const active = Array.from({ length: LOCAL_EVENT_COUNT }, (_, e) => globalTools(e) | u8(data + LOCAL + e));
  if (!makeBlocks(code, active)) return -1;
  const isRestarted = u32(LAST_RESTART) > u32(code + VERSION);
  const old = active.map((_, event) => u8(data + ACTIVE + event));
  const removed = old.map((tools, event) => (isRestarted ? tools : tools & ~active[event]));
  const added = active.map((tools, event) => (isRestarted ? tools : tools & ~old[event]));
  active.forEach((tools, event) => {
    setU8(data + ACTIVE + event, tools);
  });
  setI64(code + VERSION, globalVersion(), 0);
  if (!removed.some(Boolean) && !added.some(Boolean)) return 0;
  eachInstruction(code, (index) => {
    const event = eventAt(code, index);
    if (event === undefined) return;
    if (removed[event] !== 0 && removeOld(code, event, index, removed[event], old[event])) restoreEvent(code, index);
    if (added[event] !== 0) {
      add(code, TOOLS, index, added[event]);
      instrumentEvent(code, index);
    }
  });
  changeLines(code, removed[LINE], added[LINE]);
  changeSteps(code, removed[INSTRUCTION], added[INSTRUCTION], old[INSTRUCTION]);
  return 0;
}

/** Removal by a change of sets: a code unit without a set of its own was watched by the tools that were active before. */
function removeOld(code: Borrowed, event: number, index: number, tools: number, old: number): boolean {
  const field = event === INSTRUCTION ? STEP_TOOLS : TOOLS;
  return ptr(monitoringOf(code) + field) === 0 ? (old & ~tools) === 0 : remove(code, field, event, index, tools);
}

function changeLines(code: Borrowed, removed: number, added: number): void {
  if (removed === 0 && added === 0) return;
  const isWatched = activeTools(code, LINE) !== 0;
  eachInstruction(code, (index) => {
    if (u8(lineEntry(code, index) + ORIGINAL) === 0) return;
    if (removed !== 0) {
      remove(code, LINE_TOOLS, LINE, index, removed);
      if (!isWatched) restoreLine(code, index);
    }
    if (added !== 0) {
      add(code, LINE_TOOLS, index, added);
      instrumentLine(code, index);
    }
  });
}

function changeSteps(code: Borrowed, removed: number, added: number, old: number): void {
  if (removed === 0 && added === 0) return;
  eachInstruction(code, (index) => {
    if (NEVER_STEPPED.has(baseOpcode(code, index))) return;
    if (removed !== 0 && removeOld(code, INSTRUCTION, index, removed, old)) restoreStep(code, index);
    if (added !== 0) {
      add(code, STEP_TOOLS, index, added);
      instrumentStep(code, index);
    }
  });
}

/** Brings all code that executes up to date. 0, or -1 with an error set. */
function instrumentExecuting(): number {
  const newlyLined = new Set<Address>();
  for (let frame = currentFrame(); frame !== 0; frame = ptr(frame + _PyInterpreterFrame.previous)) {
    if (isNative(frame)) continue;
    const code = ptr(frame + _PyInterpreterFrame.f_executable);
    const hadLines = activeTools(code, LINE) !== 0;
    if (instrument(code) < 0) return -1;
    if (!hadLines && activeTools(code, LINE) !== 0) newlyLined.add(code);
    if (newlyLined.has(code) && noteCurrentLine(frame) < 0) return -1;
  }
  return 0;
}

/** What a frame executes has begun its line. 0, or -1 with an error set. */
export function noteCurrentLine(frame: Address): number {
  const code = ptr(frame + _PyInterpreterFrame.f_executable);
  const index = (ptr(frame + _PyInterpreterFrame.instr_ptr) - place(code, 0)) >> 1;
  const isEntering = index < i32(code + PyCodeObject._co_firsttraceable) || isFirstResume(code, index);
  const o = frameObject(frame);
  if (o === 0) return -1;
  if (isEntering) forgetLine(o);
  else noteLine(o, code, frameLine(frame));
  return 0;
}

function isFirstResume(code: Borrowed, index: number): boolean {
  return baseOpcode(code, index) === OP.RESUME && u8(place(code, index) + 1) === 0;
}

// -- what tools ask for ---------------------------------------------------------------------------------------------------

/** The events of a tool in sets that start at `sets`, as bits. */
function eventsOf(tool: number, count: number, toolsOf: (event: number) => number): number {
  let events = 0;
  for (let event = 0; event < count; event++) if ((toolsOf(event) >> tool) & 1) events |= 1 << event;
  return events;
}

/** 0, or -1 with ValueError set. */
export function checkTool(tool: number): number {
  if (tool >= PROGRAM_TOOL_COUNT || ptr(toolName(tool)) !== 0) return 0;
  return raiseInt(PyExc_ValueError, `tool ${tool} is not in use`);
}

export function getEvents(tool: number): number {
  return eventsOf(tool, UNGROUPED_EVENT_COUNT, globalTools);
}

const withTool = (tools: number, tool: number, isOn: number): number => (tools & ~(1 << tool)) | (isOn << tool);

/** _PyMonitoring_SetEvents: bits of events that a tool wants from all code. 0, or -1 with an error set. */
export function setEvents(tool: number, events: number): number {
  if (checkTool(tool) < 0) return -1;
  if (getEvents(tool) === events) return 0;
  for (let event = 0; event < UNGROUPED_EVENT_COUNT; event++) {
    setGlobalTools(event, withTool(globalTools(event), tool, (events >> event) & 1));
  }
  if (!nextVersion()) return raiseInt(PyExc_OverflowError, "events set too many times");
  return instrumentExecuting();
}

export function getLocalEvents(code: Borrowed, tool: number): number {
  const data = monitoringOf(code);
  return data === 0 ? 0 : eventsOf(tool, LOCAL_EVENT_COUNT, (event) => u8(data + LOCAL + event));
}

/** _PyMonitoring_SetLocalEvents: the same for one code object. 0, or -1 with an error set. */
export function setLocalEvents(code: Borrowed, tool: number, events: number): number {
  if (i32(code + PyCodeObject._co_firsttraceable) >= sizeOf(code)) {
    const name = textOf(ptr(code + PyCodeObject.co_name));
    return raiseInt(PyExc_SystemError, `cannot instrument shim code object '${name}'`);
  }
  if (checkTool(tool) < 0) return -1;
  if (!allocateData(code)) return -1;
  if (getLocalEvents(code, tool) === events) return 0;
  const data = monitoringOf(code);
  for (let event = 0; event < LOCAL_EVENT_COUNT; event++) {
    setU8(data + LOCAL + event, withTool(u8(data + LOCAL + event), tool, (events >> event) & 1));
  }
  if (isUpToDate(code)) setI64(code + VERSION, versionBefore(i32(code + VERSION)), 0);
  return instrument(code);
}

/** restart_events(): what was disabled counts again. 0, or -1 with an error set. */
export function restartEvents(): number {
  // A version of its own: later than that of all code, earlier than the one that code will have.
  const hasOne = nextVersion();
  setI64(LAST_RESTART, globalVersion(), 0);
  if (!hasOne || !nextVersion()) return raiseInt(PyExc_OverflowError, "events set too many times");
  return instrumentExecuting();
}
