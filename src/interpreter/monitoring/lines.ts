// Where lines begin in a code object: for each code unit its line, and whether a line event may happen there. It may where
// the line changes, at the targets of jumps and at handlers: whoever comes there may come from another line.
//
// CPython asks of which line the instruction before was, which its frames know. Ours lags behind, so a frame's frame object
// notes the line begun last: all ways to another line pass a place where one begins, so that is the same line.
// Invariant: while any tool watches lines, INSTRUMENTED_LINE stands at all these places, also those where no tool wants to be
// told any more.
import { decodeExceptionTable } from "../../bytecode/exceptiontable.ts";
import { lineRanges } from "../../bytecode/linetable.ts";
import { cacheUnits, OP } from "../../bytecode/opcodes.ts";
import { type Borrowed, i8, i32, ptr, setU8, setU16, u8, u16 } from "../../memory/memory.ts";
import {
  _PyCoLineInstrumentationData,
  _PyCoMonitoringData,
  PyCodeObject,
  PyFrameObject,
} from "../../memory/structs/code.ts";
import { tableBytes } from "../../objects/code.ts";
import { baseOpcode, lineEntry, monitoringOf } from "../../objects/code_monitoring.ts";
import { lineOf } from "../../objects/frame_object.ts";
import { sizeOf } from "../../objects/object.ts";

const ORIGINAL = _PyCoLineInstrumentationData.original_opcode;
const DELTA = _PyCoLineInstrumentationData.line_delta;
const NO_LINE = -128;
const COMPUTED_LINE = -127;
const OFFSET_SHIFT = 4;

/** In the padding of a frame object: the line that began last, as noteLine has it; 0 for none; or ANOTHER_LINE. */
const LAST_LINE = PyFrameObject.f_trace_opcodes + 1;
const LAST_LINE_LIMIT = 0xfffe;
const ANOTHER_LINE = 0xffff;

/** Skipped by what comes to them, or needed as they are. */
const NEVER_BEGINS = new Set<number>([OP.END_ASYNC_FOR, OP.END_FOR, OP.END_SEND, OP.RESUME]);

/** The line of a code unit; -1 for none. The code has lines. */
export function lineAtIndex(code: Borrowed, index: number): number {
  const delta = i8(lineEntry(code, index) + DELTA);
  if (delta === NO_LINE) return -1;
  if (delta === COMPUTED_LINE) return lineOf(code, index * 2);
  return i32(code + PyCodeObject.co_firstlineno) + (index >> OFFSET_SHIFT) + delta;
}

function deltaOf(code: Borrowed, index: number, line: number): number {
  if (line < 0) return NO_LINE;
  const delta = line - i32(code + PyCodeObject.co_firstlineno) - (index >> OFFSET_SHIFT);
  return delta > COMPUTED_LINE && delta <= 127 ? delta : COMPUTED_LINE;
}

/** Where an instruction may jump to, as an index; -1 for none. END_FOR and END_SEND are jumped over. */
function targetOf(opcode: number, oparg: number, after: number): number {
  switch (opcode) {
    case OP.POP_JUMP_IF_FALSE:
    case OP.POP_JUMP_IF_TRUE:
    case OP.POP_JUMP_IF_NONE:
    case OP.POP_JUMP_IF_NOT_NONE:
    case OP.JUMP_FORWARD:
      return after + oparg;
    case OP.FOR_ITER:
    case OP.SEND:
      return after + oparg + 1;
    case OP.JUMP_BACKWARD:
    case OP.JUMP_BACKWARD_NO_INTERRUPT:
      return after - oparg;
  }
  return -1;
}

/** Lines of all code units. */
function linesOf(code: Borrowed): Int32Array {
  const lines = new Int32Array(sizeOf(code)).fill(-1);
  const ranges = lineRanges(tableBytes(ptr(code + PyCodeObject.co_linetable)), i32(code + PyCodeObject.co_firstlineno));
  for (const { start, end, line } of ranges) lines.fill(line ?? -1, start / 2, end / 2);
  return lines;
}

/** initialize_lines: fills the block of line entries. */
export function initializeLines(code: Borrowed): void {
  const count = sizeOf(code);
  const first = i32(code + PyCodeObject._co_firsttraceable);
  const lines = linesOf(code);
  for (let i = 0; i < first && i < count; i++) write(code, i, 0, COMPUTED_LINE);
  const begins = (index: number): void => {
    if (i8(lineEntry(code, index) + DELTA) !== NO_LINE) {
      setU8(lineEntry(code, index) + ORIGINAL, baseOpcode(code, index));
    }
  };
  let current = -1;
  for (let i = first; i < count; ) {
    const opcode = baseOpcode(code, i);
    const isBeginning = !NEVER_BEGINS.has(opcode) && lines[i] !== current && lines[i] >= 0;
    write(code, i, isBeginning ? opcode : 0, deltaOf(code, i, lines[i]));
    if (!NEVER_BEGINS.has(opcode)) current = lines[i];
    const length = 1 + cacheUnits[opcode];
    for (let cache = 1; cache < length; cache++) write(code, i + cache, 0, NO_LINE);
    i += length;
  }
  let oparg = 0;
  for (let i = first; i < count; ) {
    const opcode = baseOpcode(code, i);
    oparg = oparg * 256 + u8(code + PyCodeObject.co_code_adaptive + i * 2 + 1);
    i += 1 + cacheUnits[opcode];
    if (opcode === OP.EXTENDED_ARG) continue;
    const target = targetOf(opcode, oparg, i);
    if (target >= 0) begins(target);
    oparg = 0;
  }
  for (const range of decodeExceptionTable(tableBytes(ptr(code + PyCodeObject.co_exceptiontable)))) {
    if (baseOpcode(code, range.target / 2) !== OP.END_ASYNC_FOR) begins(range.target / 2);
  }
}

function write(code: Borrowed, index: number, opcode: number, delta: number): void {
  setU8(lineEntry(code, index) + ORIGINAL, opcode);
  setU8(lineEntry(code, index) + DELTA, delta & 0xff);
}

export function hasLines(code: Borrowed): boolean {
  return monitoringOf(code) !== 0 && ptr(monitoringOf(code) + _PyCoMonitoringData.lines) !== 0;
}

/** Notes in a frame object that a line has begun. False when it is the one that began last. */
export function noteLine(frameObject: Borrowed, code: Borrowed, line: number): boolean {
  const distance = (line - i32(code + PyCodeObject.co_firstlineno)) % LAST_LINE_LIMIT;
  const note = 1 + (distance < 0 ? distance + LAST_LINE_LIMIT : distance);
  if (u16(frameObject + LAST_LINE) === note) return false;
  setU16(frameObject + LAST_LINE, note);
  return true;
}

/** Whether a line has begun in the frame while lines were watched. */
export function hasNotedLine(frameObject: Borrowed): boolean {
  return u16(frameObject + LAST_LINE) !== 0;
}

/** Whatever line begins next is told. */
export function leaveLine(frameObject: Borrowed): void {
  setU16(frameObject + LAST_LINE, ANOTHER_LINE);
}

/** As if no line had begun. */
export function forgetLine(frameObject: Borrowed): void {
  setU16(frameObject + LAST_LINE, 0);
}
