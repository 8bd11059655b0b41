// The second pass of the symbol table: what each name means in each scope (symtable_analyze of Python/symtable.c).
//
// A scope hands down the names that enclosing functions bind and the names declared global, and gets back the names
// that its children use freely. A name bound in an enclosing function and used in a nested one becomes a cell there and
// free here. Comprehensions are merged into the scope around them (PEP 709) where that cannot be told apart.
import { type Hash, hashText } from "../bytecode/constant_hash.ts";
import { SetTable } from "../bytecode/set_table.ts";
import { CompileError } from "./errors.ts";
import { NO_LOCATION } from "./instruction_sequence.ts";
import {
  CELL,
  DEF_BOUND,
  DEF_COMP_CELL,
  DEF_FREE_CLASS,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  SCOPE_MASK,
  SCOPE_OFFSET,
  type SymbolTableEntry,
} from "./symtable.ts";

type Names = Set<string>;

/**
 * Names that scopes use freely, in the order of CPython's set: a scope that only hands them on lists them in that order.
 */
class FreeNames {
  readonly #table: SetTable<string>;

  constructor(table = new SetTable<string>()) {
    this.#table = table;
  }

  [Symbol.iterator](): Iterator<string> {
    return this.#table[Symbol.iterator]();
  }

  add(name: string): void {
    this.#table.add(name, hashName(name));
  }

  has(name: string): boolean {
    return this.#table.size > 0 && this.#table.has(name, hashName(name));
  }

  /** Whether it was there. */
  delete(name: string): boolean {
    return this.#table.size > 0 && this.#table.discard(name, hashName(name));
  }

  addAll(other: FreeNames): void {
    this.#table.merge(other.#table);
  }

  copy(): FreeNames {
    return new FreeNames(this.#table.copy());
  }
}

/** Of the tree that is analysed. */
const nameHashes = new Map<string, Hash>();

function hashName(name: string): Hash {
  let hash = nameHashes.get(name);
  if (hash === undefined) {
    hash = hashText(Array.from(name, (character) => character.codePointAt(0)!));
    nameHashes.set(name, hash);
  }
  return hash;
}

function addAll(target: Names, source: Names): void {
  for (const name of source) target.add(name);
}

function directiveError(entry: SymbolTableEntry, name: string, message: string): CompileError {
  const directive = entry.directives.find((d) => d.name === name);
  return new CompileError(message, directive?.location ?? NO_LOCATION);
}

/** What is visible from the enclosing scopes. `bound` is null at module level. */
interface Surroundings {
  bound: Names | null;
  global: Names;
  typeParams: Names;
}

function analyzeName(
  entry: SymbolTableEntry,
  scopes: Map<string, number>,
  name: string,
  flags: number,
  around: Surroundings,
  local: Names,
  free: FreeNames,
  classEntry: SymbolTableEntry | null,
): void {
  const { bound, global, typeParams } = around;
  if (flags & DEF_GLOBAL) {
    if (flags & DEF_NONLOCAL) throw directiveError(entry, name, `name '${name}' is nonlocal and global`);
    scopes.set(name, GLOBAL_EXPLICIT);
    global.add(name);
    bound?.delete(name);
    return;
  }
  if (flags & DEF_NONLOCAL) {
    if (bound === null) throw directiveError(entry, name, "nonlocal declaration not allowed at module level");
    if (!bound.has(name)) throw directiveError(entry, name, `no binding for nonlocal '${name}' found`);
    if (typeParams.has(name)) {
      throw directiveError(entry, name, `nonlocal binding not allowed for type parameter '${name}'`);
    }
    scopes.set(name, FREE);
    free.add(name);
    return;
  }
  if (flags & DEF_BOUND) {
    scopes.set(name, LOCAL);
    local.add(name);
    global.delete(name);
    if (flags & DEF_TYPE_PARAM) typeParams.add(name);
    else typeParams.delete(name);
    return;
  }
  // A scope that sees a class's names resolves those at run time, class first, then global: never in functions around.
  if (classEntry !== null) {
    const classFlags = classEntry.flags(name);
    if (classFlags & DEF_GLOBAL) {
      scopes.set(name, GLOBAL_EXPLICIT);
      return;
    }
    if (classFlags & DEF_BOUND && !(classFlags & DEF_NONLOCAL)) {
      scopes.set(name, GLOBAL_IMPLICIT);
      return;
    }
  }
  if (bound?.has(name)) {
    scopes.set(name, FREE);
    free.add(name);
    return;
  }
  scopes.set(name, GLOBAL_IMPLICIT);
}

function isFreeInAnyChild(entry: SymbolTableEntry, name: string): boolean {
  return entry.children.some((child) => child.scope(name) === FREE);
}

/** Merges the names of a comprehension into the scope that it is inlined into. */
function inlineComprehension(
  entry: SymbolTableEntry,
  comprehension: SymbolTableEntry,
  scopes: Map<string, number>,
  comprehensionFree: FreeNames,
  inlinedCells: Names,
): void {
  let removeDunderClass = false;
  for (const [name, flags] of comprehension.symbols) {
    if (flags & DEF_PARAM) continue; // the implicit parameter .0
    let scope = (flags >> SCOPE_OFFSET) & SCOPE_MASK;
    const onlyFlags = flags & ((1 << SCOPE_OFFSET) - 1);
    if (scope === CELL || onlyFlags & DEF_COMP_CELL) inlinedCells.add(name);
    if (scope === FREE && entry.type === "class" && name === "__class__") {
      scope = GLOBAL_IMPLICIT;
      comprehensionFree.delete(name);
      removeDunderClass = true;
    }
    const existing = entry.symbols.get(name);
    if (existing === undefined) {
      entry.symbols.set(name, onlyFlags);
      scopes.set(name, scope);
    } else if (existing & DEF_BOUND && !isFreeInAnyChild(comprehension, name) && entry.type !== "class") {
      // Free in the comprehension and local here: simply local now.
      comprehensionFree.delete(name);
    }
  }
  if (removeDunderClass) comprehension.symbols.delete("__class__");
}

/** Locals that a child uses freely become cells. */
function analyzeCells(scopes: Map<string, number>, free: FreeNames, inlinedCells: Names): void {
  for (const [name, scope] of scopes) {
    if (scope !== LOCAL) continue;
    if (!free.has(name) && !inlinedCells.has(name)) continue;
    scopes.set(name, CELL);
    free.delete(name);
  }
}

/** A class provides __class__ and __classdict__ itself. */
function dropClassFree(entry: SymbolTableEntry, free: FreeNames): void {
  if (free.delete("__class__")) entry.needsClassClosure = true;
  if (free.delete("__classdict__")) entry.needsClassDict = true;
}

function updateSymbols(
  entry: SymbolTableEntry,
  scopes: Map<string, number>,
  bound: Names | null,
  free: FreeNames,
  inlinedCells: Names,
  seesClass: boolean,
): void {
  const { symbols } = entry;
  for (const [name, flags] of symbols) {
    const cell = inlinedCells.has(name) ? DEF_COMP_CELL : 0;
    symbols.set(name, flags | cell | ((scopes.get(name) ?? 0) << SCOPE_OFFSET));
  }
  for (const name of free) {
    const flags = symbols.get(name);
    if (flags !== undefined) {
      // A method's free variable that is also a local or global name of the class.
      if (seesClass) symbols.set(name, flags | DEF_FREE_CLASS);
      continue;
    }
    if (bound !== null && !bound.has(name)) continue; // it is global
    symbols.set(name, FREE << SCOPE_OFFSET);
  }
}

function analyzeBlock(
  entry: SymbolTableEntry,
  around: Surroundings,
  free: FreeNames,
  classEntry: SymbolTableEntry | null,
): void {
  const local: Names = new Set();
  const scopes = new Map<string, number>();
  const newGlobal: Names = new Set();
  const newFree = new FreeNames();
  const newBound: Names = new Set();
  const inlinedCells: Names = new Set();
  const isClass = entry.type === "class";

  // A class's own names are not visible in nested functions: what goes down is fixed before they are added.
  if (isClass) {
    addAll(newGlobal, around.global);
    if (around.bound !== null) addAll(newBound, around.bound);
  }
  for (const [name, flags] of entry.symbols) {
    analyzeName(entry, scopes, name, flags, around, local, free, classEntry);
  }
  if (isClass) {
    newBound.add("__class__");
    newBound.add("__classdict__");
  } else {
    if (entry.isFunctionLike) addAll(newBound, local);
    if (around.bound !== null) addAll(newBound, around.bound);
    addAll(newGlobal, around.global);
  }

  for (const child of entry.children) {
    let childClass: SymbolTableEntry | null = null;
    if (child.canSeeClassScope) childClass = isClass ? entry : classEntry;
    // Not where a scope that sees a class lies between: names resolve differently there.
    const inlined =
      child.comprehension !== "" && child.comprehension !== "generator expression" && !entry.canSeeClassScope;
    // It begins with what the children before it handed up, as in CPython: the order comes of that.
    const childFree = newFree.copy();
    analyzeBlock(
      child,
      { bound: new Set(newBound), global: new Set(newGlobal), typeParams: new Set(around.typeParams) },
      childFree,
      childClass,
    );
    if (inlined) {
      inlineComprehension(entry, child, scopes, childFree, inlinedCells);
      child.compInlined = true;
    }
    newFree.addAll(childFree);
  }
  if (entry.children.some((child) => child.compInlined)) {
    entry.children = entry.children.flatMap((child) => (child.compInlined ? child.children : [child]));
  }

  if (entry.isFunctionLike) analyzeCells(scopes, newFree, inlinedCells);
  else if (isClass) dropClassFree(entry, newFree);
  updateSymbols(entry, scopes, around.bound, newFree, inlinedCells, isClass || entry.canSeeClassScope);
  free.addAll(newFree);
}

export function analyzeSymbols(top: SymbolTableEntry): void {
  nameHashes.clear();
  analyzeBlock(top, { bound: null, global: new Set(), typeParams: new Set() }, new FreeNames(), null);
}
