// One comparison of tools/oracle-bytecode.ts, also run over golden cases by src/bytecode/bytecode.test.ts.
import type { Code, CodeConstant } from "../src/bytecode/code.ts";
import { disassemble } from "../src/bytecode/dis.ts";
import { decodeExceptionTable, encodeExceptionTable } from "../src/bytecode/exceptiontable.ts";
import { LineTableWriter, lineRanges, readLineTable } from "../src/bytecode/linetable.ts";
import { dumps, loads } from "../src/bytecode/marshal.ts";

export interface BytecodeCase {
  where: string;
  marshal: string;
  dis: string;
  /** Of the code object as compiled, when sets have another order than after marshalling. */
  freshDis: string;
  /** For each code object: runs of (count, line, end line, column, end column). */
  positions: number[][];
  /** For each code object: (start, end, line). */
  lines: number[][];
  /** For each code object: (start, end, target, depth, lasti). */
  exceptions: number[][];
}

export function hexBytes(hex: string): Uint8Array {
  const bytes = new Uint8Array(hex.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

export function difference(ours: ArrayLike<unknown>, theirs: ArrayLike<unknown>, around = 4): string | null {
  let i = 0;
  while (i < ours.length && i < theirs.length && ours[i] === theirs[i]) i++;
  if (i === ours.length && i === theirs.length) return null;
  const from = Math.max(0, i - around);
  const slice = (list: ArrayLike<unknown>) => Array.prototype.slice.call(list, from, i + around).join("\n    ");
  return `at ${i} of ${theirs.length}\n  + ${slice(ours)}\n  - ${slice(theirs)}`;
}

/** A byte as dumps show it: itself if it is a visible character. */
function asText(byte: number): string {
  return byte > 0x20 && byte < 0x7f ? String.fromCharCode(byte) : byte.toString(16).padStart(2, "0");
}

export function hexDifference(ours: Uint8Array, theirs: Uint8Array): string | null {
  return difference(Array.from(ours, asText), Array.from(theirs, asText), 40)?.replace(/\n {4}/g, " ") ?? null;
}

export function codesIn(code: Code): Code[] {
  return [code, ...code.co_consts.flatMap((value: CodeConstant) => (value.type === "code" ? codesIn(value.code) : []))];
}

/** Our positions as runs, and the table encoded anew from them. */
function positionRuns(code: Code): { flat: number[]; encoded: Uint8Array } {
  const runs: number[][] = [];
  for (const entry of readLineTable(code.co_linetable, code.co_firstlineno)) {
    const fields = [entry.lineno, entry.end_lineno, entry.col_offset, entry.end_col_offset];
    const last = runs[runs.length - 1];
    if (last !== undefined && fields.every((field, index) => field === last[index + 1])) last[0] += entry.unitCount;
    else runs.push([entry.unitCount, ...fields]);
  }
  const writer = new LineTableWriter(code.co_firstlineno);
  for (const [count, lineno, end_lineno, col_offset, end_col_offset] of runs) {
    writer.add({ lineno, end_lineno, col_offset, end_col_offset }, count);
  }
  return { flat: runs.flat(), encoded: writer.finish() };
}

/** Each aspect with its difference, or null. */
export function compareBytecode(bytecodeCase: BytecodeCase): [aspect: string, difference: string | null][] {
  const bytes = hexBytes(bytecodeCase.marshal);
  const value = loads(bytes);
  if (value.type !== "code") return [["loads", "no code object"]];
  const codes = codesIn(value.code);
  const text = disassemble(value.code, { addressOf: () => "0x0" });
  const results: [string, string | null][] = [
    ["marshal", hexDifference(dumps(value), bytes)],
    ["dis", difference(text.split("\n"), bytecodeCase.dis.split("\n"))],
  ];
  codes.forEach((code, index) => {
    const { flat, encoded } = positionRuns(code);
    results.push(["positions", difference(flat, bytecodeCase.positions[index])]);
    results.push(["line table encoded", difference(encoded, code.co_linetable)]);
    const lines = [...lineRanges(code.co_linetable, code.co_firstlineno)];
    const flatLines = lines.flatMap(({ start, end, line }) => [start, end, line ?? -1]);
    results.push(["lines", difference(flatLines, bytecodeCase.lines[index])]);
    const ranges = decodeExceptionTable(code.co_exceptiontable);
    const flatRanges = ranges.flatMap(({ start, end, target, depth, lasti }) => [start, end, target, depth, +lasti]);
    results.push(["exceptions", difference(flatRanges, bytecodeCase.exceptions[index])]);
    results.push(["exception table encoded", difference(encodeExceptionTable(ranges), code.co_exceptiontable)]);
  });
  return results;
}
