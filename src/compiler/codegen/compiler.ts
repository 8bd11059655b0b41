// The state of a code generation: the stack of compilation units (one a code object) and the ways to emit instructions
// (the compiler_unit and compiler structs of Python/compile.c, and what works on them directly).
//
// The chapters of this folder are functions over a `Compiler`. They call each other upwards (a statement holds
// expressions, an expression holds functions) through `visitExpr` and `visitStmt`, which are handed in at construction,
// so that no import goes in a circle.
import type { Code, CodeConstant } from "../../bytecode/code.ts";
import { OP } from "../../bytecode/opcodes.ts";
import type { arguments_, expr, Position, stmt } from "../../parser/nodes.ts";
import { CompileError, type CompileWarning } from "../errors.ts";
import type { FutureFeatures } from "../future.ts";
import {
  type AssembleOptions,
  type CompileUnitMetadata,
  ConstantTable,
  InstructionSequence,
  type Label,
  type Location,
  NameTable,
  NO_LOCATION,
} from "../instruction_sequence.ts";
import {
  CELL,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  FREE,
  GLOBAL_EXPLICIT,
  SCOPE_MASK,
  SCOPE_OFFSET,
  type SymbolTable,
  type SymbolTableEntry,
} from "../symtable.ts";
import { compareNames, mangle, strConstant } from "../text.ts";

export type ScopeType =
  | "module"
  | "class"
  | "function"
  | "async function"
  | "lambda"
  | "comprehension"
  | "type parameters";

/** What a block that `break`, `continue` or `return` may leave needs done on the way out. */
export type FrameBlockType =
  | "while loop"
  | "for loop"
  | "try except"
  | "finally try"
  | "finally end"
  | "with"
  | "async with"
  | "handler cleanup"
  | "pop value"
  | "exception handler"
  | "exception group handler"
  | "async comprehension"
  | "stop iteration";

export interface FrameBlock {
  type: FrameBlockType;
  block: Label;
  exit: Label;
  location: Location;
  /** The statements of a `finally`. */
  finalbody: readonly stmt[] | null;
  /** The name that an `except … as` binds. */
  name: string | null;
}

/** CPython's CO_MAXBLOCKS. */
const MAXIMUM_BLOCKS = 21;
export const NO_LABEL: Label = -1;

// ---- co_flags ----
export const CO_OPTIMIZED = 0x1;
export const CO_NEWLOCALS = 0x2;
export const CO_VARARGS = 0x4;
export const CO_VARKEYWORDS = 0x8;
export const CO_NESTED = 0x10;
export const CO_GENERATOR = 0x20;
export const CO_COROUTINE = 0x80;
export const CO_ASYNC_GENERATOR = 0x200;
/** The future flags that a code object inherits (PyCF_MASK). */
export const FUTURE_FLAG_MASK = 0x1fe0000;
export const PyCF_ALLOW_TOP_LEVEL_AWAIT = 0x2000;

export interface Unit {
  metadata: CompileUnitMetadata;
  entry: SymbolTableEntry;
  scopeType: ScopeType;
  /** The class whose name mangles private names. */
  privateName: string | null;
  /** Attributes that methods assign on `self`: a class's __static_attributes__. */
  staticAttributes: Set<string>;
  instructions: InstructionSequence;
  blocks: FrameBlock[];
  /** Depth of inlined comprehensions around the current place. */
  inlinedComprehensionDepth: number;
}

export interface Visitors {
  expr(c: Compiler, e: expr): void;
  stmt(c: Compiler, s: stmt): void;
}

export type Assembler = (
  unit: CompileUnitMetadata,
  instructions: InstructionSequence,
  options: AssembleOptions,
  scope: SymbolTableEntry,
) => Code;

export interface CodegenOptions {
  filename: string;
  optimize: number;
  flags: number;
  /** True in `single` mode: expression statements print. */
  interactive: boolean;
}

/** What MAKE_FUNCTION needs of a finished unit. */
export interface FinishedUnit {
  code: Code;
  freevars: string[];
}

/** The position of a node as a plain location. */
export function locationOf(node: Position): Location {
  return {
    lineno: node.lineno,
    end_lineno: node.end_lineno,
    col_offset: node.col_offset,
    end_col_offset: node.end_col_offset,
  };
}

/** Names of a scope by kind, sorted so that their order is fixed (dictbytype). */
function namesOfKind(entry: SymbolTableEntry, scope: number, flag: number): NameTable {
  const table = new NameTable();
  const names: string[] = [];
  for (const [name, flags] of entry.symbols) {
    if (((flags >> SCOPE_OFFSET) & SCOPE_MASK) === scope || flags & flag) names.push(name);
  }
  for (const name of names.sort(compareNames)) table.add(name);
  return table;
}

export class Compiler {
  unit!: Unit;
  readonly stack: Unit[] = [];
  readonly warnings: CompileWarning[] = [];
  readonly symbols: SymbolTable;
  readonly future: FutureFeatures;
  readonly options: CodegenOptions;
  private readonly assemble: Assembler;
  private readonly visitors: Visitors;

  constructor(
    symbols: SymbolTable,
    future: FutureFeatures,
    options: CodegenOptions,
    assemble: Assembler,
    visitors: Visitors,
  ) {
    this.symbols = symbols;
    this.future = future;
    this.options = options;
    this.assemble = assemble;
    this.visitors = visitors;
  }

  visitExpr(e: expr): void {
    this.visitors.expr(this, e);
  }

  visitExprs(list: readonly expr[]): void {
    for (const e of list) this.visitors.expr(this, e);
  }

  visitStmts(body: readonly stmt[]): void {
    for (const s of body) this.visitors.stmt(this, s);
  }

  // ---- Errors and warnings ----

  error(location: Location, message: string): CompileError {
    return new CompileError(message, location);
  }

  warn(location: Location, message: string): void {
    this.warnings.push({ category: "SyntaxWarning", message, lineno: location.lineno, location });
  }

  /** `__debug__` can be neither bound nor deleted (forbidden_name). */
  checkName(location: Location, name: string, context: "Load" | "Store" | "Del"): void {
    if (name !== "__debug__" || context === "Load") return;
    throw this.error(location, context === "Store" ? "cannot assign to __debug__" : "cannot delete __debug__");
  }

  // ---- Instructions ----

  newLabel(): Label {
    return this.unit.instructions.newLabel();
  }

  useLabel(label: Label): void {
    this.unit.instructions.useLabel(label);
  }

  addop(location: Location, opcode: number, oparg = 0): void {
    this.unit.instructions.addop(opcode, oparg, location);
  }

  jump(location: Location, opcode: number, target: Label): void {
    this.unit.instructions.addop(opcode, target, location);
  }

  loadConst(location: Location, constant: CodeConstant): void {
    this.addop(location, OP.LOAD_CONST, this.unit.metadata.consts.add(constant));
  }

  loadNone(location: Location): void {
    this.loadConst(location, { type: "None" });
  }

  loadStr(location: Location, text: string): void {
    this.loadConst(location, strConstant(text));
  }

  loadStrTuple(location: Location, texts: readonly string[]): void {
    this.loadConst(location, { type: "tuple", items: texts.map(strConstant) });
  }

  mangle(name: string): string {
    return this.unit.entry.mangle(this.unit.privateName, name);
  }

  /** An instruction on a name of co_names; the opcodes that pack bits beside the name's index pack them here. */
  addName(location: Location, opcode: number, name: string): void {
    let oparg = this.unit.metadata.names.add(this.mangle(name));
    switch (opcode) {
      case OP.LOAD_ATTR:
        oparg <<= 1;
        break;
      case OP.LOAD_METHOD:
        opcode = OP.LOAD_ATTR;
        oparg = (oparg << 1) | 1;
        break;
      case OP.LOAD_SUPER_ATTR:
        oparg = (oparg << 2) | 2;
        break;
      case OP.LOAD_SUPER_METHOD:
        opcode = OP.LOAD_SUPER_ATTR;
        oparg = (oparg << 2) | 3;
        break;
      case OP.LOAD_ZERO_SUPER_ATTR:
        opcode = OP.LOAD_SUPER_ATTR;
        oparg <<= 2;
        break;
      case OP.LOAD_ZERO_SUPER_METHOD:
        opcode = OP.LOAD_SUPER_ATTR;
        oparg = (oparg << 2) | 1;
        break;
    }
    this.addop(location, opcode, oparg);
  }

  /** Index of a free variable among cells and free variables. */
  freeIndex(name: string): number {
    const { cellvars, freevars } = this.unit.metadata;
    return cellvars.size + freevars.find(name);
  }

  // ---- Blocks ----

  pushBlock(
    location: Location,
    type: FrameBlockType,
    block: Label,
    exit: Label,
    finalbody: readonly stmt[] | null = null,
    name: string | null = null,
  ): void {
    if (this.unit.blocks.length >= MAXIMUM_BLOCKS) throw this.error(location, "too many statically nested blocks");
    this.unit.blocks.push({ type, block, exit, location, finalbody, name });
  }

  popBlock(): void {
    this.unit.blocks.pop();
  }

  // ---- Scopes ----

  get isTopLevelAwait(): boolean {
    return (this.options.flags & PyCF_ALLOW_TOP_LEVEL_AWAIT) !== 0 && this.unit.entry.type === "module";
  }

  enterScope(name: string, scopeType: ScopeType, key: object, lineno: number, ofDefault = false): void {
    const entry = (ofDefault ? this.symbols.defaultBlocks : this.symbols.blocks).get(key);
    if (entry === undefined) throw new CompileError("unknown symbol table entry", null, "SystemError");
    const varnames = new NameTable();
    for (const variable of entry.varnames) varnames.add(variable);
    const cellvars = namesOfKind(entry, CELL, DEF_COMP_CELL);
    if (entry.needsClassClosure) cellvars.add("__class__");
    if (entry.needsClassDict) cellvars.add("__classdict__");
    const unit: Unit = {
      metadata: {
        name,
        qualname: name,
        consts: new ConstantTable(),
        names: new NameTable(),
        varnames,
        cellvars,
        freevars: namesOfKind(entry, FREE, DEF_FREE_CLASS),
        fasthidden: new Map(),
        argcount: 0,
        posonlyargcount: 0,
        kwonlyargcount: 0,
        firstlineno: lineno,
      },
      entry,
      scopeType,
      privateName: this.unit?.privateName ?? null,
      staticAttributes: new Set(),
      instructions: new InstructionSequence(),
      blocks: [],
      inlinedComprehensionDepth: 0,
    };
    if (this.unit) this.stack.push(this.unit);
    this.unit = unit;
    const line = scopeType === "module" ? 0 : lineno;
    if (scopeType !== "module") unit.metadata.qualname = this.qualifiedName();
    this.addop({ lineno: line, end_lineno: lineno, col_offset: 0, end_col_offset: 0 }, OP.RESUME, 0);
  }

  /** compiler_set_qualname. */
  private qualifiedName(): string {
    const { stack, unit } = this;
    const { name } = unit.metadata;
    if (stack.length <= 1) return name;
    let parent = stack[stack.length - 1];
    if (parent.scopeType === "type parameters") {
      if (stack.length === 2) return name;
      parent = stack[stack.length - 2];
    }
    const { scopeType } = unit;
    if (scopeType === "function" || scopeType === "async function" || scopeType === "class") {
      if (parent.entry.scope(mangle(parent.privateName, name)) === GLOBAL_EXPLICIT) return name;
    }
    const isFunction =
      parent.scopeType === "function" || parent.scopeType === "async function" || parent.scopeType === "lambda";
    return `${parent.metadata.qualname}${isFunction ? ".<locals>" : ""}.${name}`;
  }

  setArgumentCounts(args: arguments_): void {
    const { metadata } = this.unit;
    metadata.argcount = args.args.length;
    metadata.posonlyargcount = args.posonlyargs.length;
    metadata.kwonlyargcount = args.kwonlyargs.length;
  }

  /** Ends the current unit: assembles it and goes back to the one around. `addNone` adds the final `return None`. */
  leaveScope(addNone: boolean): FinishedUnit {
    const finished = this.finishUnit(addNone);
    this.unit = this.stack.pop()!;
    return finished;
  }

  finishUnit(addNone: boolean): FinishedUnit {
    if (addNone) this.loadNone(NO_LOCATION);
    this.addop(NO_LOCATION, OP.RETURN_VALUE);
    const { metadata, instructions, entry } = this.unit;
    const freevars = metadata.freevars.list();
    const options = {
      filename: this.options.filename,
      codeFlags: this.codeFlags(),
      parameterCount: entry.varnames.length,
      depth: this.stack.length,
    };
    const code = this.assemble(metadata, instructions, options, entry);
    return { code, freevars };
  }

  private codeFlags(): number {
    const { entry } = this.unit;
    let flags = 0;
    if (entry.isFunctionLike) {
      flags |= CO_NEWLOCALS | CO_OPTIMIZED;
      if (entry.nested) flags |= CO_NESTED;
      if (entry.generator) flags |= entry.coroutine ? CO_ASYNC_GENERATOR : CO_GENERATOR;
      else if (entry.coroutine) flags |= CO_COROUTINE;
      if (entry.varargs) flags |= CO_VARARGS;
      if (entry.varkeywords) flags |= CO_VARKEYWORDS;
    }
    flags |= this.future.features & FUTURE_FLAG_MASK;
    if (this.isTopLevelAwait && entry.coroutine && !entry.generator) flags |= CO_COROUTINE;
    return flags;
  }
}
