// The sequence of instructions that code generation hands to the flow graph: CPython's instruction_sequence.c.
//
// Code generation appends instructions in source order and names jump targets by label; a label is a small integer that
// is bound to the place of the next instruction by `useLabel`. The flow graph cuts the sequence into blocks.
// Invariants: until `applyLabelMap` the oparg of an instruction that has a target (`hasTarget` in the opcode table: jumps
// and block set-ups) is a label id; afterwards it is the index of the target instruction. A label is bound at most once.
import { bytesKey } from "../base/bytes_key.ts";
import type { Code, CodeConstant } from "../bytecode/code.ts";

/** A source range. Lines count from 1, columns are UTF-8 byte offsets from 0; -1 where unknown. */
export interface Location {
  readonly lineno: number;
  readonly end_lineno: number;
  readonly col_offset: number;
  readonly end_col_offset: number;
}

/** An artificial instruction: no line of its own. */
export const NO_LOCATION: Location = { lineno: -1, end_lineno: -1, col_offset: -1, end_col_offset: -1 };
/** A label id, index into `InstructionSequence.labelMap`. */
export type Label = number;

/** What the assembler writes into the exception table for the instructions of a protected range. */
export interface ExceptHandlerInfo {
  /** Index (after the flow graph) of the handler's first instruction, or -1 for none. */
  label: number;
  startDepth: number;
  preserveLasti: boolean;
}

export interface Instruction {
  opcode: number;
  /** Argument; for an instruction with a target: label id, later instruction index. 0 where there is none. */
  oparg: number;
  loc: Location;
  exceptHandler: ExceptHandlerInfo | null;
}

export class InstructionSequence {
  readonly instructions: Instruction[] = [];
  /** Label id to index in `instructions`; -1 while unbound. */
  readonly labelMap: number[] = [];

  newLabel(): Label {
    return this.labelMap.push(-1) - 1;
  }

  /** Binds the label to the place of the next instruction. */
  useLabel(label: Label): void {
    this.labelMap[label] = this.instructions.length;
  }

  addop(opcode: number, oparg: number, loc: Location): void {
    this.instructions.push({ opcode, oparg, loc, exceptHandler: null });
  }

  /** Inserts before the instruction at `index`; labels at or behind that place move along. */
  insert(index: number, opcode: number, oparg: number, loc: Location): void {
    this.instructions.splice(index, 0, { opcode, oparg, loc, exceptHandler: null });
    for (let label = 0; label < this.labelMap.length; label++) {
      if (this.labelMap[label] >= index) this.labelMap[label]++;
    }
  }

  /** Replaces label ids by instruction indices. `hasTarget` says whether the oparg of an opcode is a label. */
  applyLabelMap(hasTarget: (opcode: number) => boolean): void {
    for (const instruction of this.instructions) {
      if (hasTarget(instruction.opcode)) instruction.oparg = this.labelMap[instruction.oparg];
      const handler = instruction.exceptHandler;
      if (handler !== null && handler.label >= 0) handler.label = this.labelMap[handler.label];
    }
    this.labelMap.length = 0;
  }
}

/** An insertion-ordered set of names; a name's index is its oparg. */
export class NameTable {
  private readonly indices = new Map<string, number>();

  get size(): number {
    return this.indices.size;
  }

  has(name: string): boolean {
    return this.indices.has(name);
  }

  /** Index of the name, or -1. */
  find(name: string): number {
    return this.indices.get(name) ?? -1;
  }

  /** Index of the name, which is appended if new. */
  add(name: string): number {
    let index = this.indices.get(name);
    if (index === undefined) {
      index = this.indices.size;
      this.indices.set(name, index);
    }
    return index;
  }

  /** The names in the order of their indices. */
  list(): string[] {
    return [...this.indices.keys()];
  }
}

const float64 = new DataView(new ArrayBuffer(8));

/** The bits of a float as text: tells 0.0 from -0.0. */
function floatKey(value: number): string {
  float64.setFloat64(0, value);
  return `${float64.getUint32(0).toString(16)}.${float64.getUint32(4).toString(16)}`;
}

/** Its length first: texts that carry it can stand side by side. */
const measuredKey = (bytes: Uint8Array): string => `${bytes.length}:${bytesKey(bytes)}`;

const identities = new WeakMap<CodeConstant, number>();
let identityCount = 0;

/** A number for the object: NaN equals nothing, so it merges with itself only. */
function identity(constant: CodeConstant): number {
  let number = identities.get(constant);
  if (number === undefined) {
    number = ++identityCount;
    identities.set(constant, number);
  }
  return number;
}

const codeKeys = new WeakMap<Code, string>();

/** Equal for code objects that CPython's `code_richcompare` calls equal (so not by file name, not by qualified name). */
function codeKey(code: Code): string {
  let key = codeKeys.get(code);
  if (key === undefined) {
    key = [
      "code",
      code.co_name,
      code.co_argcount,
      code.co_posonlyargcount,
      code.co_kwonlyargcount,
      code.co_flags,
      code.co_firstlineno,
      measuredKey(code.co_code),
      code.co_consts.map(constantKey).join(),
      code.co_names.join(),
      code.co_localsplusnames.join(),
      measuredKey(code.co_linetable),
      measuredKey(code.co_exceptiontable),
    ].join("|");
    codeKeys.set(code, key);
  }
  return key;
}

/**
 * A text that is equal for two constants exactly where CPython merges them (`_PyCode_ConstantKey`): equal values of
 * equal types, zero told from minus zero, containers by their items. Nested texts carry lengths, so none is ambiguous.
 */
export function constantKey(constant: CodeConstant): string {
  switch (constant.type) {
    case "int":
      return `i${constant.value.toString(16)}`;
    case "float":
      if (constant.value !== constant.value) return `nan${identity(constant)}`;
      return `f${floatKey(constant.value)}`;
    case "complex":
      if (constant.real !== constant.real || constant.imag !== constant.imag) return `nan${identity(constant)}`;
      return `c${floatKey(constant.real)},${floatKey(constant.imag)}`;
    case "str":
      return `s${measuredKey(constant.wtf8)}`;
    case "bytes":
      return `b${measuredKey(constant.bytes)}`;
    case "tuple":
      return `(${constant.items.map(constantKey).join()})`;
    case "frozenset":
      return `{${constant.items.map(constantKey).sort().join()}}`;
    case "code":
      return codeKey(constant.code);
    default:
      return constant.type;
  }
}

/** Equal code objects have equal texts, and unequal ones hardly ever. */
const roughKey = (code: Code): string => `code:${code.co_firstlineno}:${code.co_code.length}:${code.co_name}`;

/** The constants of one code object in order, each merged with an equal one. */
export class ConstantTable {
  readonly values: CodeConstant[] = [];
  private readonly indices = new Map<string, number>();

  /** Index of the constant, which is appended if new. */
  add(constant: CodeConstant): number {
    const key = constant.type === "code" ? this.keyOfCode(constant.code) : constantKey(constant);
    let index = this.indices.get(key);
    if (index === undefined) {
      index = this.values.push(constant) - 1;
      this.indices.set(key, index);
    }
    return index;
  }

  /** The whole text of a code object, which is long, is made only where the table has one that may be equal. */
  private keyOfCode(code: Code): string {
    const rough = roughKey(code);
    const index = this.indices.get(rough);
    if (index === undefined) return rough;
    const other = this.values[index] as CodeConstant & { type: "code" };
    return codeKey(other.code) === codeKey(code) ? rough : codeKey(code);
  }
}

/** What the back half must know of a compilation unit besides its instructions (CPython's _PyCompile_CodeUnitMetadata). */
export interface CompileUnitMetadata {
  name: string;
  qualname: string;
  consts: ConstantTable;
  names: NameTable;
  /** Local variables, arguments first; includes those of inlined comprehensions. */
  varnames: NameTable;
  /** Index 0 upwards here; the flow graph places them behind the locals. */
  cellvars: NameTable;
  /** Indices continue after the cell variables: index in this table + cellvars.size is the deref index. */
  freevars: NameTable;
  /**
   * Names that are fast locals only inside an inlined comprehension. The value says whether the name is in use as one
   * at this moment of code generation; the back half only asks whether the name is a key (CO_FAST_HIDDEN).
   */
  fasthidden: Map<string, boolean>;
  argcount: number;
  posonlyargcount: number;
  kwonlyargcount: number;
  firstlineno: number;
}

/** The arguments of `optimizeAndAssemble(unit, instructions, options)` in assemble.ts. */
export interface AssembleOptions {
  filename: string;
  /** co_flags as the front half has computed them. */
  codeFlags: number;
  /** Number of names in the symbol table's ste_varnames: the parameters, `*args` and `**kwargs` included. */
  parameterCount: number;
  /** How many units are open around this one. */
  depth: number;
}
