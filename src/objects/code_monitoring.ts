// What monitoring keeps beside a code object: _PyCoMonitoringData, made when a tool first watches the code. It says what an
// instruction was before it was instrumented, as deep as three forms lie over each other:
//
//   INSTRUMENTED_LINE  →  lines[i]  →  INSTRUMENTED_INSTRUCTION  →  per_instruction_opcodes[i]  →  INSTRUMENTED_CALL  →  CALL
//
// interpreter/monitoring/ puts these forms in and takes them out.
import { deinstrument, deopt, OP } from "../bytecode/opcodes.ts";
import { objectFree } from "../memory/allocators.ts";
import { type Address, type Borrowed, ptr, u8 } from "../memory/memory.ts";
import { _PyCoLineInstrumentationData, _PyCoMonitoringData, PyCodeObject } from "../memory/structs/code.ts";

/** The code's _PyCoMonitoringData, or 0. */
export function monitoringOf(code: Borrowed): Address {
  return ptr(code + PyCodeObject._co_monitoring);
}

/** The line entry of a code unit. The code has lines. */
export function lineEntry(code: Borrowed, index: number): Address {
  return ptr(monitoringOf(code) + _PyCoMonitoringData.lines) + index * _PyCoLineInstrumentationData.sizeof;
}

/** Where the opcode of a code unit stands, below the forms for lines and single instructions. */
export function opcodePlace(code: Borrowed, index: number): Address {
  let place = code + PyCodeObject.co_code_adaptive + index * 2;
  if (u8(place) === OP.INSTRUMENTED_LINE) place = lineEntry(code, index) + _PyCoLineInstrumentationData.original_opcode;
  if (u8(place) === OP.INSTRUMENTED_INSTRUCTION) {
    place = ptr(monitoringOf(code) + _PyCoMonitoringData.per_instruction_opcodes) + index;
  }
  return place;
}

/** The instruction as it was compiled: _Py_GetBaseOpcode. */
export function baseOpcode(code: Borrowed, index: number): number {
  return deopt[deinstrument[u8(opcodePlace(code, index))]];
}

const BLOCKS = [
  _PyCoMonitoringData.tools,
  _PyCoMonitoringData.lines,
  _PyCoMonitoringData.line_tools,
  _PyCoMonitoringData.per_instruction_opcodes,
  _PyCoMonitoringData.per_instruction_tools,
];

/** For a code object that dies. */
export function freeMonitoring(code: Borrowed): void {
  const data = monitoringOf(code);
  if (data === 0) return;
  for (const field of BLOCKS) if (ptr(data + field) !== 0) objectFree(ptr(data + field));
  objectFree(data);
}
