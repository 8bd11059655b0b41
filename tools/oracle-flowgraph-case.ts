// One comparison of tools/oracle-flowgraph.ts, also run over golden cases by the tests of src/compiler/assemble.ts.
import type { Code, CodeConstant } from "../src/bytecode/code.ts";
import { opcodeName } from "../src/bytecode/opcodes.ts";
import { makeCode, optimizeAndAssemble } from "../src/compiler/assemble.ts";
import { graphFromSequence, graphToInstructions } from "../src/compiler/flowgraph/graph.ts";
import { assignHandlers } from "../src/compiler/flowgraph/handlers.ts";
import { finishGraph, optimizeGraph } from "../src/compiler/flowgraph/optimize.ts";
import {
  type CompileUnitMetadata,
  ConstantTable,
  type Instruction,
  InstructionSequence,
  NameTable,
} from "../src/compiler/instruction_sequence.ts";

type JsonConstant = {
  type: string;
  value?: string;
  real?: string;
  imag?: string;
  hex?: string;
  items?: JsonConstant[];
  number?: number;
};

interface JsonCode {
  code: string;
  linetable: string;
  exceptiontable: string;
  stacksize: number;
  consts: JsonConstant[];
  names: string[];
  varnames: string[];
  cellvars: string[];
  freevars: string[];
}

export interface OracleCase {
  case: "sequence" | "module";
  where: string;
  /** Flat: opcode, oparg (an instruction index for one with a target), line, end line, column, end column. */
  instructions: number[];
  consts: JsonConstant[];
  varnames: string[];
  cellvars: string[];
  nlocals?: number;
  names?: string[];
  flags?: number;
  firstlineno?: number;
  optimized?: number[];
  plain?: number[];
  optimizedConsts?: JsonConstant[];
  assembled?: JsonCode | string;
  expected?: JsonCode;
}

const FIELDS = 6;

function hexBytes(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** The hexadecimal float that Python's float.hex gives. */
function hexFloat(text: string): number {
  const match = /^(-?)0x([01])\.?([0-9a-f]*)p([+-]\d+)$/.exec(text);
  if (match === null) return text === "inf" ? Infinity : text === "-inf" ? -Infinity : NaN;
  const [, sign, whole, fraction, exponent] = match;
  const digits = Number.parseInt(whole + fraction, 16);
  const value = digits * 2 ** -(4 * fraction.length) * 2 ** Number(exponent);
  return sign === "-" ? -value : value;
}

/** A code object stands in the constants as an empty one with its number in its name. */
function stubCode(number: number): Code {
  return {
    co_argcount: 0,
    co_posonlyargcount: 0,
    co_kwonlyargcount: 0,
    co_stacksize: 0,
    co_flags: 0,
    co_code: new Uint8Array(),
    co_consts: [],
    co_names: [],
    co_localsplusnames: [],
    co_localspluskinds: new Uint8Array(),
    co_filename: "",
    co_name: `code ${number}`,
    co_qualname: "",
    co_firstlineno: 0,
    co_linetable: new Uint8Array(),
    co_exceptiontable: new Uint8Array(),
  };
}

function constant(json: JsonConstant): CodeConstant {
  switch (json.type) {
    case "int":
      return { type: "int", value: BigInt(json.value!) };
    case "float":
      return { type: "float", value: hexFloat(json.value!) };
    case "complex":
      return { type: "complex", real: hexFloat(json.real!), imag: hexFloat(json.imag!) };
    case "str":
      return { type: "str", wtf8: hexBytes(json.hex!) };
    case "bytes":
      return { type: "bytes", bytes: hexBytes(json.hex!) };
    case "tuple":
    case "frozenset":
      return { type: json.type, items: json.items!.map(constant) } as CodeConstant;
    case "code":
      return { type: "code", code: stubCode(json.number!) };
    default:
      return { type: json.type } as CodeConstant;
  }
}

function describe(value: CodeConstant): string {
  switch (value.type) {
    case "int":
      return `${value.value}`;
    case "float":
      return Object.is(value.value, -0) ? "-0.0" : `float ${value.value}`;
    case "complex":
      return `complex ${Object.is(value.real, -0) ? "-0" : value.real} ${Object.is(value.imag, -0) ? "-0" : value.imag}`;
    case "str":
      return `str ${new TextDecoder().decode(value.wtf8).slice(0, 80)}`;
    case "bytes":
      return `bytes ${value.bytes}`;
    case "tuple":
      return `(${value.items.map(describe).join(", ")})`;
    case "frozenset":
      return `{${value.items.map(describe).sort().join(", ")}}`;
    case "code":
      return value.code.co_name;
    default:
      return value.type;
  }
}

function sequenceOf(flat: number[]): InstructionSequence {
  const sequence = new InstructionSequence();
  for (let i = 0; i < flat.length; i += FIELDS) {
    // Labels are instruction indices already.
    sequence.labelMap.push(i / FIELDS);
    sequence.addop(flat[i], flat[i + 1], {
      lineno: flat[i + 2],
      end_lineno: flat[i + 3],
      col_offset: flat[i + 4],
      end_col_offset: flat[i + 5],
    });
  }
  return sequence;
}

function table(names: readonly string[]): NameTable {
  const result = new NameTable();
  for (const name of names) result.add(name);
  return result;
}

function unitOf(oracleCase: OracleCase): CompileUnitMetadata {
  const consts = new ConstantTable();
  for (const json of oracleCase.consts) consts.add(constant(json));
  return {
    name: "f",
    qualname: "f",
    consts,
    names: table(oracleCase.names ?? []),
    varnames: table(oracleCase.varnames),
    cellvars: table(oracleCase.cellvars),
    freevars: new NameTable(),
    fasthidden: new Map(),
    argcount: 0,
    posonlyargcount: 0,
    kwonlyargcount: 0,
    firstlineno: oracleCase.firstlineno ?? 1,
  };
}

function listing(flat: readonly number[]): string[] {
  const lines: string[] = [];
  for (let i = 0; i < flat.length; i += FIELDS) {
    lines.push(`${opcodeName(flat[i])} ${flat[i + 1]}  ${flat.slice(i + 2, i + FIELDS).join(":")}`);
  }
  return lines;
}

function flatten(instructions: readonly Instruction[]): number[] {
  return instructions.flatMap(({ opcode, oparg, loc }) => [
    opcode,
    oparg,
    loc.lineno,
    loc.end_lineno,
    loc.col_offset,
    loc.end_col_offset,
  ]);
}

/** The lines around the first one that differs; null if none does. */
function firstDifference(ours: readonly string[], theirs: readonly string[]): string | null {
  let i = 0;
  while (i < ours.length && i < theirs.length && ours[i] === theirs[i]) i++;
  if (i === ours.length && i === theirs.length) return null;
  const from = i > 4 ? i - 4 : 0;
  return [
    ...ours.slice(from, i).map((line) => `     ${line}`),
    ...ours.slice(i, i + 4).map((line) => `  +  ${line}`),
    ...theirs.slice(i, i + 4).map((line) => `  -  ${line}`),
  ].join("\n");
}

function unitLines(hex: string): string[] {
  return (hex.match(/..../g) ?? []).map(
    (unit) => `${opcodeName(Number.parseInt(unit.slice(0, 2), 16))} ${Number.parseInt(unit.slice(2), 16)}`,
  );
}

function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function codeDifferences(ours: Code, theirs: JsonCode): string | null {
  const consts = firstDifference(
    ours.co_consts.map(describe),
    theirs.consts.map((json) => describe(constant(json))),
  );
  const differences: [string, string | null][] = [
    ["co_code", firstDifference(unitLines(toHex(ours.co_code)), unitLines(theirs.code))],
    ["co_consts", consts],
    ["co_stacksize", firstDifference([`${ours.co_stacksize}`], [`${theirs.stacksize}`])],
    ["co_linetable", firstDifference([toHex(ours.co_linetable)], [theirs.linetable])],
    ["co_exceptiontable", firstDifference([toHex(ours.co_exceptiontable)], [theirs.exceptiontable])],
  ];
  const found = differences.filter(([, difference]) => difference !== null);
  return found.length === 0 ? null : found.map(([name, difference]) => `${name}\n${difference}`).join("\n");
}

/** A case as the arguments of optimizeAndAssemble. */
export function unitAndSequence(oracleCase: OracleCase): { unit: CompileUnitMetadata; sequence: InstructionSequence } {
  return { unit: unitOf(oracleCase), sequence: sequenceOf(oracleCase.instructions) };
}

/** Each aspect with its difference, or null. */
export function compareCase(oracleCase: OracleCase): [aspect: string, difference: string | null][] {
  if (oracleCase.case === "module") {
    const code = optimizeAndAssemble(unitOf(oracleCase), sequenceOf(oracleCase.instructions), {
      filename: "f.py",
      codeFlags: oracleCase.flags!,
      parameterCount: 0,
      depth: 0,
    });
    return [["module", codeDifferences(code, oracleCase.expected!)]];
  }
  return [
    ["optimised", compareOptimized(oracleCase)],
    ["assembled", assembledDifference(oracleCase)],
  ];
}

/** The optimised sequence and its constants. */
export function compareOptimized(oracleCase: OracleCase): string | null {
  const unit = unitOf(oracleCase);
  const graph = graphFromSequence(sequenceOf(oracleCase.instructions));
  const constants = optimizeGraph(graph, unit.consts, oracleCase.nlocals!, 0);
  return (
    firstDifference(listing(flatten(graphToInstructions(graph))), listing(oracleCase.optimized!)) ??
    firstDifference(
      constants.map(describe),
      oracleCase.optimizedConsts!.map((json) => describe(constant(json))),
    )
  );
}

function assembledDifference(oracleCase: OracleCase): string | null {
  const unit = unitOf({ ...oracleCase, consts: oracleCase.optimizedConsts! });
  const graph = graphFromSequence(sequenceOf(oracleCase.plain!));
  try {
    assignHandlers(graph);
    const { stackDepth } = finishGraph(graph, unit, 0);
    const code = makeCode(unit, graphToInstructions(graph), unit.consts.values, stackDepth, 0, "f.py");
    if (typeof oracleCase.assembled === "string") return `CPython says ${oracleCase.assembled}`;
    return codeDifferences(code, oracleCase.assembled!);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return message === oracleCase.assembled ? null : `we say ${message}`;
  }
}
