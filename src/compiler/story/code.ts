// A finished code object as plain data: instructions with what their arguments mean, and the two tables.
import type { Code } from "../../bytecode/code.ts";
import { jumpTarget, readInstructions } from "../../bytecode/code_units.ts";
import { reprConstant } from "../../bytecode/constant_repr.ts";
import { disInstructions, labelsOf } from "../../bytecode/dis.ts";
import { decodeExceptionTable } from "../../bytecode/exceptiontable.ts";
import { type LineTableEntry, positions, readLineTable } from "../../bytecode/linetable.ts";
import { cacheLayout, hasFlag, OpcodeFlag, type OpcodeName, opcodeName, stackCounts } from "../../bytecode/opcodes.ts";
import { CO_FAST_CELL, CO_FAST_FREE, CO_FAST_HIDDEN } from "../assemble.ts";
import type { AssembledInstruction, CodeFact, LocationEntry } from "./facts.ts";
import type { Places } from "./places.ts";

/** Bits of co_flags, as inspect and dis name them (COMPILER_FLAG_NAMES), and those of future features. */
const FLAG_NAMES: readonly (readonly [number, string])[] = [
  [0x1, "OPTIMIZED"],
  [0x2, "NEWLOCALS"],
  [0x4, "VARARGS"],
  [0x8, "VARKEYWORDS"],
  [0x10, "NESTED"],
  [0x20, "GENERATOR"],
  [0x80, "COROUTINE"],
  [0x100, "ITERABLE_COROUTINE"],
  [0x200, "ASYNC_GENERATOR"],
  [0x1000000, "FUTURE_ANNOTATIONS"],
];

const BYTES_PER_UNIT = 2;

function noAddress(): string {
  return "0x0";
}

/** A constant; of a code object the name alone. */
export function constantText(constant: Code["co_consts"][number]): string {
  return constant.type === "code" ? `<code object ${constant.code.co_name}>` : reprConstant(constant, noAddress);
}

function instructionFacts(code: Code, places: Places): AssembledInstruction[] {
  const ranges = [...positions(code.co_linetable, code.co_firstlineno)];
  const listed = new Map([...disInstructions(code, noAddress, labelsOf(code))].map((each) => [each.offset, each]));
  const facts: AssembledInstruction[] = [];
  for (const { opcode, oparg, offset, startOffset, endOffset } of readInstructions(code.co_code)) {
    const shown = listed.get(offset);
    // A label, and the start of a line, stand at the first EXTENDED_ARG.
    const first = listed.get(startOffset) ?? shown;
    const range = ranges[offset / BYTES_PER_UNIT];
    const target = jumpTarget(opcode, oparg, offset);
    const isCode = hasFlag(opcode, OpcodeFlag.const) && code.co_consts[oparg]?.type === "code";
    facts.push({
      offset,
      startOffset,
      endOffset,
      opcode: opcodeName(opcode),
      oparg: hasFlag(opcode, OpcodeFlag.arg) ? oparg : null,
      argument: isCode ? constantText(code.co_consts[oparg]) : (shown?.argrepr ?? ""),
      place: range === undefined ? null : places.place(range),
      line: range === undefined || range.lineno < 1 ? null : range.lineno,
      startsLine: first?.startsLine ?? false,
      label: first?.label ?? null,
      target: target < 0 ? null : target,
      caches: cacheLayout[opcodeName(opcode) as OpcodeName] ?? [],
      ...stackCounts(opcode, oparg),
    });
  }
  return facts;
}

function formOf({ kind }: LineTableEntry): LocationEntry["form"] {
  if (kind < 10) return "short";
  if (kind < 13) return "one line";
  return kind === 13 ? "no columns" : kind === 14 ? "long" : "none";
}

function locationEntries(code: Code, places: Places): LocationEntry[] {
  let offset = 0;
  return [...readLineTable(code.co_linetable, code.co_firstlineno)].map((entry) => {
    const { lineno, col_offset, end_lineno, end_col_offset, unitCount, tableOffset, tableBytes } = entry;
    const table = code.co_linetable.subarray(tableOffset, tableOffset + tableBytes);
    const bytes = unitCount * BYTES_PER_UNIT;
    const fact: LocationEntry = {
      offset,
      bytes,
      form: formOf(entry),
      table: Array.from(table, (byte) => byte.toString(16).padStart(2, "0")).join(" "),
      range: lineno < 0 ? null : [lineno, col_offset, end_lineno, end_col_offset],
      place: places.place(entry),
    };
    offset += bytes;
    return fact;
  });
}

function flagNames(flags: number): string[] {
  const known = FLAG_NAMES.filter(([bit]) => (flags & bit) !== 0);
  const rest = known.reduce((left, [bit]) => left & ~bit, flags);
  return [...known.map(([, name]) => name), ...(rest === 0 ? [] : [`0x${rest.toString(16)}`])];
}

/** All code objects: the module's first, each before those inside of it. */
export function nestedCodes(top: Code): { code: Code; parent: number; depth: number }[] {
  const found: { code: Code; parent: number; depth: number }[] = [];
  const pending = [{ code: top, parent: -1, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const index = found.push(next) - 1;
    const inside = next.code.co_consts.flatMap((constant) => (constant.type === "code" ? [constant.code] : []));
    for (const code of inside.reverse()) pending.push({ code, parent: index, depth: next.depth + 1 });
  }
  return found;
}

export function codeFact(
  { code, parent, depth }: { code: Code; parent: number; depth: number },
  scope: number | null,
  places: Places,
): CodeFact {
  return {
    name: code.co_name,
    qualname: code.co_qualname,
    parent,
    depth,
    firstLine: code.co_firstlineno,
    scope,
    flags: flagNames(code.co_flags),
    argumentCounts: [code.co_argcount, code.co_posonlyargcount, code.co_kwonlyargcount],
    stackSize: code.co_stacksize,
    constants: code.co_consts.map(constantText),
    names: code.co_names,
    variables: code.co_localsplusnames.map((name, i) => {
      const kinds = code.co_localspluskinds[i];
      if (kinds & CO_FAST_FREE) return { name, kind: "free" };
      if (kinds & CO_FAST_CELL) return { name, kind: "cell" };
      return { name, kind: kinds & CO_FAST_HIDDEN ? "hidden" : "local" };
    }),
    instructions: instructionFacts(code, places),
    exceptions: decodeExceptionTable(code.co_exceptiontable),
    locations: locationEntries(code, places),
  };
}
