// Bytecode as text, exactly as CPython 3.13's `python -m dis FILE` lays it out (Lib/dis.py).
// Invariant: lines of the text are lines of disassembleLines; a blank one comes before each new source line.
import type { Code } from "./code.ts";
import { CODE_UNIT_BYTES, jumpTarget } from "./code_units.ts";
import { type AddressOf, reprCode, reprConstant } from "./constant_repr.ts";
import { decodeExceptionTable, type ExceptionRange } from "./exceptiontable.ts";
import { lineRanges } from "./linetable.ts";
import { cacheLayout, cacheUnits, hasFlag, OP, OpcodeFlag, type OpcodeName, opcodeName } from "./opcodes.ts";
import { operandText } from "./operand_text.ts";

export interface DisOptions {
  /** The address that stands in a code object's repr, "0x…". */
  addressOf: AddressOf;
  showCaches?: boolean;
  showOffsets?: boolean;
  /** How many levels of nested code objects follow; all if absent. */
  depth?: number;
}

export interface DisInstruction {
  opname: string;
  opcode: number;
  /** null if the instruction has no argument. */
  arg: number | null;
  /** What the argument means; "" if there is nothing to say. */
  argrepr: string;
  offset: number;
  startsLine: boolean;
  /** null: none. */
  line: number | null;
  /** Number of the label here, or null. */
  label: number | null;
  caches: { name: string; unitCount: number; value: bigint }[];
}

const OPNAME_WIDTH = 20;
const OPARG_WIDTH = 5;
const NO_LINE_TEXT = "  --";
const OFFSET_WIDTH_MIN = 4;

interface RawInstruction {
  offset: number;
  opcode: number;
  arg: number | null;
}

/** Each instruction, EXTENDED_ARGs too, with the argument it has by then (dis._unpack_opargs). */
function rawInstructions(code: Uint8Array): RawInstruction[] {
  const raw: RawInstruction[] = [];
  let extended = 0;
  for (let offset = 0; offset + 1 < code.length; ) {
    const opcode = code[offset];
    let arg: number | null = null;
    if (hasFlag(opcode, OpcodeFlag.arg)) {
      arg = code[offset + 1] | extended;
      extended = opcode === OP.EXTENDED_ARG ? arg << 8 : 0;
    } else {
      extended = 0;
    }
    raw.push({ offset, opcode, arg });
    offset += CODE_UNIT_BYTES * (1 + cacheUnits[opcode]);
  }
  return raw;
}

/** Byte offset to label number: the targets of jumps and the bounds of the exception table, in order of offset. */
export function labelsOf(code: Code): Map<number, number> {
  const offsets = new Set<number>();
  for (const { offset, opcode, arg } of rawInstructions(code.co_code)) {
    const target = arg === null ? -1 : jumpTarget(opcode, arg, offset);
    if (target >= 0) offsets.add(target);
  }
  for (const { start, end, target } of decodeExceptionTable(code.co_exceptiontable)) {
    offsets.add(start);
    offsets.add(end);
    offsets.add(target);
  }
  const sorted = [...offsets].sort((a, b) => a - b);
  return new Map(sorted.map((offset, index) => [offset, index + 1]));
}

function argumentText(code: Code, labels: Map<number, number>, raw: RawInstruction, addressOf: AddressOf): string {
  const { opcode, offset } = raw;
  const arg = raw.arg!;
  const local = (index: number) => code.co_localsplusnames[index];
  if (hasFlag(opcode, OpcodeFlag.const)) return reprConstant(code.co_consts[arg], addressOf);
  if (hasFlag(opcode, OpcodeFlag.name)) {
    switch (opcode) {
      case OP.LOAD_GLOBAL:
        return code.co_names[arg >> 1] + (arg & 1 ? " + NULL" : "");
      case OP.LOAD_ATTR:
        return code.co_names[arg >> 1] + (arg & 1 ? " + NULL|self" : "");
      case OP.LOAD_SUPER_ATTR:
        return code.co_names[arg >> 2] + (arg & 1 ? " + NULL|self" : "");
      default:
        return code.co_names[arg];
    }
  }
  const target = jumpTarget(opcode, arg, offset);
  if (target >= 0) return `to L${labels.get(target)}`;
  const words = operandText(opcode, arg, local);
  if (words !== null) return words;
  if (hasFlag(opcode, OpcodeFlag.local | OpcodeFlag.free)) return local(arg);
  return "";
}

/** Byte offset to line, where a line begins; null: code of no line (dis.findlinestarts). */
export function lineStarts(code: Code): Map<number, number | null> {
  const starts = new Map<number, number | null>();
  for (const { start, line } of lineRanges(code.co_linetable, code.co_firstlineno)) starts.set(start, line);
  return starts;
}

/** The instructions of a code object, EXTENDED_ARGs too, with what dis shows of each (dis.get_instructions). */
export function* disInstructions(
  code: Code,
  addressOf: AddressOf,
  labels: Map<number, number> = labelsOf(code),
): Generator<DisInstruction> {
  const starts = lineStarts(code);
  let line: number | null = null;
  for (const raw of rawInstructions(code.co_code)) {
    const { offset, opcode, arg } = raw;
    const startsLine = starts.has(offset);
    if (startsLine) line = starts.get(offset)!;
    const opname = opcodeName(opcode);
    const caches: DisInstruction["caches"] = [];
    let position = offset + CODE_UNIT_BYTES;
    for (const [name, unitCount] of cacheLayout[opname as OpcodeName] ?? []) {
      let value = 0n;
      const bytes = unitCount * CODE_UNIT_BYTES;
      for (let i = bytes - 1; i >= 0; i--) value = (value << 8n) | BigInt(code.co_code[position + i] ?? 0);
      caches.push({ name, unitCount, value });
      position += bytes;
    }
    const argrepr = arg === null ? "" : argumentText(code, labels, raw, addressOf);
    yield { opname, opcode, arg, argrepr, offset, startsLine, line, label: labels.get(offset) ?? null, caches };
  }
}

interface Widths {
  line: number;
  label: number;
  offset: number;
}

function instructionLine(instruction: DisInstruction, widths: Widths): string {
  const { opname, arg, argrepr, offset, startsLine, line, label } = instruction;
  const fields: string[] = [];
  if (widths.line > 0) {
    const text = startsLine ? (line === null ? NO_LINE_TEXT : String(line)) : "";
    fields.push(text.padStart(widths.line));
  }
  fields.push((label === null ? "" : `L${label}:`).padStart(widths.label));
  if (widths.offset > 0) fields.push(`${String(offset).padStart(widths.offset)}  `);
  fields.push("   ");
  fields.push(opname.padEnd(OPNAME_WIDTH));
  if (arg !== null) {
    // A long name takes its room from the argument.
    const excess = Math.max(0, opname.length - OPNAME_WIDTH);
    fields.push(String(arg).padStart(OPARG_WIDTH - excess));
    if (argrepr !== "") fields.push(`(${argrepr})`);
  }
  return trimEnd(fields.join(" "));
}

/** str.rstrip(): the text can end in what a constant's repr cannot, blanks only. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && text.charCodeAt(end - 1) === 0x20) end--;
  return text.slice(0, end);
}

function lineWidth(starts: Map<number, number | null>): number {
  let most = -1;
  let hasNone = false;
  for (const line of starts.values()) {
    if (line === null) hasNone = true;
    else if (line > most && line !== 0) most = line;
  }
  // Without any line there is no column for them.
  if (most === -1) return 0;
  const width = Math.max(3, String(most).length);
  return width < NO_LINE_TEXT.length && hasNone ? NO_LINE_TEXT.length : width;
}

/** The text of one code object, a line an item (dis.disassemble). */
export function disassembleLines(code: Code, options: DisOptions): string[] {
  const labels = labelsOf(code);
  const widths: Widths = {
    line: lineWidth(lineStarts(code)),
    label: 4 + String(labels.size).length,
    offset: options.showOffsets ? Math.max(OFFSET_WIDTH_MIN, String(code.co_code.length - 2).length) : 0,
  };
  const lines: string[] = [];
  for (const instruction of disInstructions(code, options.addressOf, labels)) {
    if (widths.line > 0 && instruction.startsLine && instruction.offset > 0) lines.push("");
    lines.push(instructionLine(instruction, widths));
    if (options.showCaches) pushCaches(lines, instruction, widths);
  }
  const ranges = decodeExceptionTable(code.co_exceptiontable);
  if (ranges.length > 0) lines.push("ExceptionTable:");
  for (const range of ranges) lines.push(exceptionLine(range, labels));
  return lines;
}

function pushCaches(lines: string[], instruction: DisInstruction, widths: Widths): void {
  let offset = instruction.offset;
  for (const { name, unitCount, value } of instruction.caches) {
    for (let unit = 0; unit < unitCount; unit++) {
      offset += CODE_UNIT_BYTES;
      const argrepr = unit === 0 ? `${name}: ${value}` : "";
      const cache = { opname: "CACHE", opcode: OP.CACHE, arg: 0, argrepr, offset, startsLine: false };
      lines.push(instructionLine({ ...cache, line: null, label: null, caches: [] }, widths));
    }
  }
}

function exceptionLine({ start, end, target, depth, lasti }: ExceptionRange, labels: Map<number, number>): string {
  const range = `L${labels.get(start)} to L${labels.get(end)}`;
  return `  ${range} -> L${labels.get(target)} [${depth}]${lasti ? " lasti" : ""}`;
}

/** The text of a code object and the ones inside it (dis.dis); ends with a line feed. */
export function disassemble(code: Code, options: DisOptions): string {
  const lines: string[] = [];
  const visit = (each: Code, depth: number) => {
    for (const line of disassembleLines(each, options)) lines.push(line);
    if (depth === 0) return;
    for (const constant of each.co_consts) {
      if (constant.type !== "code") continue;
      lines.push("", `Disassembly of ${reprCode(constant.code, options.addressOf)}:`);
      visit(constant.code, depth - 1);
    }
  };
  visit(code, options.depth ?? -1);
  return lines.map((line) => `${line}\n`).join("");
}
