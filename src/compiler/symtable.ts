// The symbol table: which names each scope binds and uses, and what each name means there (Python/symtable.c).
//
// One walk over the tree (symtable_visit.ts and what it extends) records definitions and uses in a tree of entries, one a scope; a second
// pass over the entries (symtable_analysis.ts) decides for every name whether it is local, global, free or a cell.
// Invariant: `symbols` of every entry is in the order in which names were first met; code generation depends on it.
import type { Location } from "./instruction_sequence.ts";
import { mangle } from "./text.ts";

// ---- What is known of a name in a scope: a set of these bits, and a scope kind above them ----
export const DEF_GLOBAL = 1; // global statement
export const DEF_LOCAL = 2; // assignment
export const DEF_PARAM = 4; // parameter
export const DEF_NONLOCAL = 8; // nonlocal statement
export const USE = 16; // the name is used
export const DEF_FREE_CLASS = 64; // a free variable from a class's method
export const DEF_IMPORT = 128; // assignment by import
export const DEF_ANNOT = 256; // the name is annotated
export const DEF_COMP_ITER = 512; // iteration variable of a comprehension
export const DEF_TYPE_PARAM = 1024; // type parameter
export const DEF_COMP_CELL = 2048; // a cell in an inlined comprehension
export const DEF_BOUND = DEF_LOCAL | DEF_PARAM | DEF_IMPORT;

export const SCOPE_OFFSET = 12;
export const SCOPE_MASK = DEF_GLOBAL | DEF_LOCAL | DEF_PARAM | DEF_NONLOCAL;

// ---- Scope kinds of a name ----
export const LOCAL = 1;
export const GLOBAL_EXPLICIT = 2;
export const GLOBAL_IMPLICIT = 3;
export const FREE = 4;
export const CELL = 5;

export type BlockType =
  | "function"
  | "class"
  | "module"
  | "annotation" // under `from __future__ import annotations`: never evaluated, binds nothing
  | "type alias"
  | "type parameters" // around a generic function, class or alias
  | "type variable"; // bound, constraints or default of one type parameter

export type ComprehensionType =
  | ""
  | "list comprehension"
  | "dict comprehension"
  | "set comprehension"
  | "generator expression";

export class SymbolTableEntry {
  readonly name: string;
  readonly type: BlockType;
  readonly location: Location;
  /** Name to def-use bits; after the analysis with the scope kind above SCOPE_OFFSET. */
  symbols = new Map<string, number>();
  /** Parameters, in the order of co_varnames. */
  readonly varnames: string[] = [];
  children: SymbolTableEntry[] = [];
  /** Where the global and nonlocal statements for a name stand. */
  readonly directives: { name: string; location: Location }[] = [];
  /** Names that are mangled here: null means all. */
  mangledNames: Set<string> | null = null;
  /** What a type-variable block is, for error messages. */
  scopeInfo = "";
  nested = false;
  generator = false;
  coroutine = false;
  comprehension: ComprehensionType = "";
  varargs = false;
  varkeywords = false;
  returnsValue = false;
  needsClassClosure = false;
  needsClassDict = false;
  compInlined = false;
  compIterTarget = false;
  canSeeClassScope = false;
  compIterExpr = 0;

  constructor(name: string, type: BlockType, location: Location) {
    this.name = name;
    this.type = type;
    this.location = location;
  }

  /** Runs with fast locals (_PyST_IsFunctionLike). */
  get isFunctionLike(): boolean {
    const { type } = this;
    return type === "function" || type === "type variable" || type === "type alias" || type === "type parameters";
  }

  flags(name: string): number {
    return this.symbols.get(name) ?? 0;
  }

  /** LOCAL, GLOBAL_EXPLICIT …, or 0 for a name unknown here. */
  scope(name: string): number {
    return (this.flags(name) >> SCOPE_OFFSET) & SCOPE_MASK;
  }

  /** The name as this scope stores it (_Py_MaybeMangle). */
  mangle(privateName: string | null, name: string): string {
    if (this.mangledNames !== null && !this.mangledNames.has(name)) return name;
    return mangle(privateName, name);
  }
}

/** Entries by the tree node that opens the scope; a default of a type variable has its own map (its bound has the node). */
export class SymbolTable {
  readonly top: SymbolTableEntry;
  readonly blocks = new Map<object, SymbolTableEntry>();
  readonly defaultBlocks = new Map<object, SymbolTableEntry>();

  constructor(top: SymbolTableEntry) {
    this.top = top;
  }
}
