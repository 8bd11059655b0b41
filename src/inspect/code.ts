// Code objects as memory has them: names, lines, instructions with what specialisation made of them.
//
// Invariant: a code object whose tables do not fit the memory gives what can be read; `damaged` says so.

import { jumpTarget } from "../bytecode/code_units.ts";
import { decodeExceptionTable } from "../bytecode/exceptiontable.ts";
import { positions, readLineTable, type SourceRange } from "../bytecode/linetable.ts";
import {
  cacheLayout,
  cacheUnits,
  deinstrument,
  deopt,
  hasFlag,
  OP,
  OpcodeFlag,
  type OpcodeName,
  opcodeName,
  stackCounts,
} from "../bytecode/opcodes.ts";
import { operandText } from "../bytecode/operand_text.ts";
import { _PyCoLineInstrumentationData, _PyCoMonitoringData, PyCodeObject } from "../memory/structs/code.ts";
import { PyTupleObject } from "../memory/structs/containers.ts";
import { PyVarObject } from "../memory/structs/object.ts";
import { type Inspection, perAddress } from "./inspection.ts";
import { nameText, preview, shorten } from "./preview.ts";
import type { Address } from "./reader.ts";
import { typeOf } from "./types.ts";
import { bytesFields } from "./values.ts";

const NAME_COUNT_LIMIT = 20_000;
const UNIT_LIMIT = 500_000;
const UNIT_BYTES = 2;

/** The items of a tuple, at most so many. */
export function tupleItems(m: Inspection, tuple: Address, limit: number): Address[] {
  if (typeOf(m, tuple)?.form !== "tuple") return [];
  const length = m.ssize(tuple + PyVarObject.ob_size);
  const items: Address[] = [];
  for (let i = 0; i < Math.min(length, limit) && m.readable(tuple + PyTupleObject.ob_item + i * 8, 8); i++) {
    items.push(m.ptr(tuple + PyTupleObject.ob_item + i * 8));
  }
  return items;
}

/** The bytes of a bytes object; empty when damaged. */
function tableOf(m: Inspection, object: Address): Uint8Array {
  if (typeOf(m, object)?.form !== "bytes") return new Uint8Array(0);
  const { length, data, damaged } = bytesFields(m, object, "bytes");
  return damaged || length > UNIT_LIMIT * 8 ? new Uint8Array(0) : m.bytes(data, length);
}

export interface CodeInstruction {
  /** Byte offset of the instruction itself, behind its EXTENDED_ARGs, and where these begin. */
  readonly offset: number;
  readonly startOffset: number;
  /** Behind its caches. */
  readonly endOffset: number;
  /** As it stands in memory, and the generic one. */
  readonly opcode: number;
  readonly generic: number;
  readonly oparg: number;
}

export interface CodeInfo {
  readonly address: Address;
  readonly name: string;
  readonly qualname: string;
  readonly file: string;
  readonly firstLine: number;
  readonly flags: number;
  readonly localCount: number;
  readonly stackSize: number;
  readonly localNames: readonly string[];
  /** CO_FAST bits of each. */
  readonly localKinds: Uint8Array;
  readonly names: Address;
  readonly consts: Address;
  /** First byte of the instructions, and their bytes. */
  readonly start: Address;
  readonly bytes: number;
  readonly damaged: boolean;
  /** The line of each code unit, 0 for none. */
  readonly lines: Int32Array;
}

export const CO_OPTIMIZED = 1;
export const CO_FAST_HIDDEN = 0x10;
export const CO_FAST_CELL = 0x40;
export const CO_FAST_FREE = 0x80;

/** What there is to know of a code object; null where there is none. */
export const codeAt: (m: Inspection, code: Address) => CodeInfo | null = perAddress((m, code) => {
  if (typeOf(m, code)?.form !== "code" || !m.readable(code, PyCodeObject.sizeof)) return null;
  const said = m.ssize(code + PyVarObject.ob_size);
  const start = code + PyCodeObject.co_code_adaptive;
  const fits = said >= 0 && said <= UNIT_LIMIT && m.readable(start, said * UNIT_BYTES);
  const unitCount = fits ? said : 0;
  const localCount = m.i32(code + PyCodeObject.co_nlocalsplus);
  const localNames = tupleItems(m, m.ptr(code + PyCodeObject.co_localsplusnames), NAME_COUNT_LIMIT).map(
    (name) => nameText(m, name) ?? "?",
  );
  const firstLine = m.i32(code + PyCodeObject.co_firstlineno);
  const lines = new Int32Array(unitCount);
  let unit = 0;
  for (const entry of readLineTable(tableOf(m, m.ptr(code + PyCodeObject.co_linetable)), firstLine)) {
    for (let i = 0; i < entry.unitCount && unit < unitCount; i++) lines[unit++] = entry.lineno < 0 ? 0 : entry.lineno;
    if (unit >= unitCount) break;
  }
  return {
    address: code,
    name: nameText(m, m.ptr(code + PyCodeObject.co_name)) ?? "?",
    qualname: nameText(m, m.ptr(code + PyCodeObject.co_qualname)) ?? "?",
    file: nameText(m, m.ptr(code + PyCodeObject.co_filename), 1000) ?? "?",
    firstLine,
    flags: m.i32(code + PyCodeObject.co_flags),
    localCount: localCount >= 0 && localCount <= NAME_COUNT_LIMIT ? localCount : 0,
    stackSize: m.i32(code + PyCodeObject.co_stacksize),
    localNames,
    localKinds: tableOf(m, m.ptr(code + PyCodeObject.co_localspluskinds)),
    names: m.ptr(code + PyCodeObject.co_names),
    consts: m.ptr(code + PyCodeObject.co_consts),
    start,
    bytes: unitCount * UNIT_BYTES,
    damaged: !fits || localCount !== localNames.length,
    lines,
  };
});

/** The line of an instruction; null for none. */
export function lineAt(info: CodeInfo, offset: number): number | null {
  const unit = offset / UNIT_BYTES;
  if (!(unit >= 0 && unit < info.lines.length)) return null;
  const line = info.lines[Math.floor(unit)];
  return line > 0 ? line : null;
}

/** The whole source range of an instruction, with columns; null where the table says nothing. */
export function positionAt(m: Inspection, info: CodeInfo, offset: number): SourceRange | null {
  let unit = Math.floor(offset / UNIT_BYTES);
  if (unit < 0) return null;
  for (const range of positions(tableOf(m, m.ptr(info.address + PyCodeObject.co_linetable)), info.firstLine)) {
    if (unit-- === 0) return range;
  }
  return null;
}

/** The generic instruction behind a specialised or instrumented one. */
export function genericOpcode(opcode: number): number {
  return deopt[deinstrument[opcode]];
}

/** What an instruction stands for: where a line or every instruction is watched, the code object keeps that beside it. */
function behind(m: Inspection, code: Address, opcode: number, unit: number): number {
  const monitoring =
    opcode === OP.INSTRUMENTED_LINE || opcode === OP.INSTRUMENTED_INSTRUCTION ? monitoringOf(m, code) : 0;
  if (monitoring === 0) return genericOpcode(opcode);
  let original = opcode;
  if (original === OP.INSTRUMENTED_LINE)
    original = keptByte(m, monitoring + _PyCoMonitoringData.lines, unit * _PyCoLineInstrumentationData.sizeof);
  if (original === OP.INSTRUMENTED_INSTRUCTION)
    original = keptByte(m, monitoring + _PyCoMonitoringData.per_instruction_opcodes, unit);
  return original === 0 ? genericOpcode(opcode) : genericOpcode(original);
}

function monitoringOf(m: Inspection, code: Address): Address {
  const monitoring = m.ptr(code + PyCodeObject._co_monitoring);
  return monitoring !== 0 && m.readable(monitoring, _PyCoMonitoringData.sizeof) ? monitoring : 0;
}

/** A byte of a table that a field points at; 0 where there is no such table. */
function keptByte(m: Inspection, field: Address, offset: number): number {
  const table = m.ptr(field);
  return table !== 0 && m.readable(table + offset, 1) ? m.u8(table + offset) : 0;
}

/** All instructions of a code object, as they stand in memory. */
export const instructionsOf: (m: Inspection, code: Address) => readonly CodeInstruction[] = perAddress((m, code) => {
  const info = codeAt(m, code);
  if (info === null) return [];
  const bytes = m.bytes(info.start, info.bytes);
  const found: CodeInstruction[] = [];
  let startOffset = 0;
  let high = 0;
  for (let offset = 0; offset + 1 < bytes.length; ) {
    const opcode = bytes[offset];
    const generic = behind(m, code, opcode, offset / UNIT_BYTES);
    const oparg = high * 256 + bytes[offset + 1];
    if (generic === OP.EXTENDED_ARG) {
      high = oparg % 2 ** 24;
      offset += UNIT_BYTES;
      continue;
    }
    const endOffset = offset + UNIT_BYTES * (1 + cacheUnits[generic]);
    found.push({ offset, startOffset, endOffset, opcode, generic, oparg });
    high = 0;
    offset = startOffset = endOffset;
  }
  return found;
});

/** Byte offset to label number, as dis counts: targets of jumps and the bounds of the exception table. */
export const labelsOf: (m: Inspection, code: Address) => ReadonlyMap<number, number> = perAddress((m, code) => {
  const offsets = new Set<number>();
  for (const { generic, oparg, offset } of instructionsOf(m, code)) {
    const target = jumpTarget(generic, oparg, offset);
    if (target >= 0) offsets.add(target);
  }
  for (const range of decodeExceptionTable(tableOf(m, m.ptr(code + PyCodeObject.co_exceptiontable)))) {
    offsets.add(range.start);
    offsets.add(range.end);
    offsets.add(range.target);
  }
  return new Map([...offsets].sort((a, b) => a - b).map((offset, index) => [offset, index + 1]));
});

/** Targets of jumps alone, the handlers of exceptions too. */
export const jumpTargets: (m: Inspection, code: Address) => ReadonlySet<number> = perAddress((m, code) => {
  const offsets = new Set<number>();
  for (const { generic, oparg, offset } of instructionsOf(m, code)) {
    const target = jumpTarget(generic, oparg, offset);
    if (target >= 0) offsets.add(target);
  }
  for (const range of decodeExceptionTable(tableOf(m, m.ptr(code + PyCodeObject.co_exceptiontable)))) {
    offsets.add(range.target);
  }
  return offsets;
});

const BOUND_NAMES = 200;

/** Names that the code of a module or class body binds, in order; what it defines and imports after its values. */
export const boundNames: (m: Inspection, code: Address) => readonly string[] = perAddress((m, code) => {
  const values = new Set<string>();
  const definitions = new Set<string>();
  const names = tupleItems(m, m.ptr(code + PyCodeObject.co_names), NAME_COUNT_LIMIT);
  // What makes a function or class, or brings one in, since the last name was bound.
  let defines = false;
  for (const { generic, oparg } of instructionsOf(m, code)) {
    if (generic === OP.MAKE_FUNCTION || generic === OP.LOAD_BUILD_CLASS || generic === OP.IMPORT_NAME) defines = true;
    if (generic === OP.IMPORT_FROM) defines = true;
    if (generic !== OP.STORE_NAME) continue;
    (defines ? definitions : values).add(nameText(m, names[oparg] ?? 0) ?? "?");
    defines = false;
    if (values.size + definitions.size >= BOUND_NAMES) break;
  }
  return [...values, ...[...definitions].filter((name) => !values.has(name))];
});

const CONSTANT_DEPTH = 3;
const CONSTANT_ITEMS = 12;

/** A constant as dis shows it, shortened. */
export function constantText(m: Inspection, constant: Address, depth = CONSTANT_DEPTH): string {
  const type = typeOf(m, constant);
  if (type === null) return "?";
  if (type.form === "code") return `<code object ${preview(m, constant) ?? "?"}>`;
  if (type.form === "tuple" && depth > 0) {
    const items = tupleItems(m, constant, CONSTANT_ITEMS).map((item) => constantText(m, item, depth - 1));
    const more = m.ssize(constant + PyVarObject.ob_size) > CONSTANT_ITEMS ? ", …" : "";
    return items.length === 1 && more === "" ? `(${items[0]},)` : `(${items.join(", ")}${more})`;
  }
  return preview(m, constant) ?? `<${type.name}>`;
}

/** What an instruction's argument means, in dis's words; "" where there is nothing to say. */
export function argumentText(m: Inspection, info: CodeInfo, instruction: CodeInstruction): string {
  const { generic, oparg, offset } = instruction;
  if (!hasFlag(generic, OpcodeFlag.arg)) return "";
  const local = (index: number) => info.localNames[index] ?? "?";
  const item = (tuple: Address, index: number): Address => {
    const at = tuple + PyTupleObject.ob_item + index * 8;
    const inside = typeOf(m, tuple)?.form === "tuple" && index < m.ssize(tuple + PyVarObject.ob_size);
    return inside && m.readable(at, 8) ? m.ptr(at) : 0;
  };
  const name = (index: number) => nameText(m, item(info.names, index)) ?? "?";
  if (hasFlag(generic, OpcodeFlag.const)) return shorten(constantText(m, item(info.consts, oparg)), 60);
  if (hasFlag(generic, OpcodeFlag.name)) {
    switch (generic) {
      case OP.LOAD_GLOBAL:
        return name(oparg >>> 1) + (oparg & 1 ? " + NULL" : "");
      case OP.LOAD_ATTR:
        return name(oparg >>> 1) + (oparg & 1 ? " + NULL|self" : "");
      case OP.LOAD_SUPER_ATTR:
        return name(oparg >>> 2) + (oparg & 1 ? " + NULL|self" : "");
      default:
        return name(oparg);
    }
  }
  const target = jumpTarget(generic, oparg, offset);
  if (target >= 0) return `to L${labelsOf(m, info.address).get(target) ?? "?"}`;
  const words = operandText(generic, oparg, local);
  if (words !== null) return words;
  return hasFlag(generic, OpcodeFlag.local | OpcodeFlag.free) ? local(oparg) : "";
}

/** Names of the generic instruction and, where memory has another, of the form that stands there. */
export function opcodeNames(instruction: CodeInstruction): { opcode: string; specialised: string | null } {
  const { opcode, generic } = instruction;
  return { opcode: opcodeName(generic), specialised: opcode === generic ? null : opcodeName(opcode) };
}

/** The inline cache as it stands in memory, in code units. */
export function cacheOf(m: Inspection, info: CodeInfo, instruction: CodeInstruction): number[] {
  const units: number[] = [];
  for (let at = instruction.offset + UNIT_BYTES; at < instruction.endOffset && at < info.bytes; at += UNIT_BYTES) {
    units.push(m.u16(info.start + at));
  }
  return units;
}

export interface CacheField {
  readonly name: string;
  readonly unit: number;
  readonly unitCount: number;
}

/** What the units of an instruction's inline cache are called. */
export function cacheFields(instruction: CodeInstruction): CacheField[] {
  let unit = 0;
  return (cacheLayout[opcodeName(instruction.generic) as OpcodeName] ?? []).map(([name, unitCount]) => {
    const field = { name, unit, unitCount };
    unit += unitCount;
    return field;
  });
}

/** How many items an instruction takes from the value stack and leaves on it, falling through. */
export function stackEffectOf(instruction: CodeInstruction): { taken: number; left: number } {
  return stackCounts(instruction.generic, instruction.oparg);
}
