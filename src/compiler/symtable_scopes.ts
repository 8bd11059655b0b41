// The first pass of the symbol table, its ground: the stack of scopes, and recording names in them (symtable_enter_block,
// symtable_add_def of Python/symtable.c).
import { CompileError, recursionError } from "./errors.ts";
import { CO_FUTURE_ANNOTATIONS } from "./future.ts";
import type { Location } from "./instruction_sequence.ts";
import {
  type BlockType,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  SymbolTable,
  SymbolTableEntry,
} from "./symtable.ts";

export const MODULE_LOCATION: Location = { lineno: 0, end_lineno: 0, col_offset: 0, end_col_offset: 0 };

/** Told of every place that defines or uses a name: the scope that it is recorded in, the name as stored there, the node. */
export type NameObserver = (scope: SymbolTableEntry, name: string, location: Location) => void;

export class ScopeBuilder {
  readonly table: SymbolTable;
  protected readonly stack: SymbolTableEntry[] = [];
  protected current: SymbolTableEntry;
  protected readonly global: Map<string, number>;
  protected privateName: string | null = null;
  protected depth = 0;
  protected readonly futureAnnotations: boolean;
  protected readonly topLevelAwait: boolean;

  private readonly onName: NameObserver | undefined;
  private readonly recursionLimit: number;

  constructor(features: number, topLevelAwait: boolean, onName: NameObserver | undefined, recursionLimit: number) {
    this.onName = onName;
    this.recursionLimit = recursionLimit;
    this.futureAnnotations = (features & CO_FUTURE_ANNOTATIONS) !== 0;
    this.topLevelAwait = topLevelAwait;
    const top = new SymbolTableEntry("top", "module", MODULE_LOCATION);
    this.table = new SymbolTable(top);
    this.current = top;
    this.stack.push(top);
    this.global = top.symbols;
  }

  protected enter(
    name: string,
    type: BlockType,
    key: object | null,
    location: Location,
    blocks = this.table.blocks,
  ): void {
    const entry = new SymbolTableEntry(name, type, location);
    const previous = this.current;
    entry.nested = previous.nested || previous.isFunctionLike;
    if (key !== null) blocks.set(key, entry);
    // No assignment expression anywhere inside the outermost iterator of a comprehension, nested scopes included.
    entry.compIterExpr = previous.compIterExpr;
    if (type !== "class") entry.mangledNames = previous.mangledNames;
    this.stack.push(entry);
    this.current = entry;
    if (type !== "annotation") previous.children.push(entry);
  }

  protected exit(): void {
    this.stack.pop();
    this.current = this.stack[this.stack.length - 1];
  }

  protected lookup(name: string, entry = this.current): number {
    return entry.flags(entry.mangle(this.privateName, name));
  }

  protected define(name: string, flag: number, location: Location): void {
    if (flag & DEF_TYPE_PARAM) this.current.mangledNames?.add(name);
    this.defineIn(this.current, name, flag, location);
  }

  protected defineIn(entry: SymbolTableEntry, name: string, flag: number, location: Location): void {
    const mangled = this.current.mangle(this.privateName, name);
    this.onName?.(entry, mangled, location);
    const before = entry.symbols.get(mangled);
    if (before !== undefined) {
      if (flag & DEF_PARAM && before & DEF_PARAM) {
        throw new CompileError(`duplicate argument '${name}' in function definition`, location);
      }
      if (flag & DEF_TYPE_PARAM && before & DEF_TYPE_PARAM) {
        throw new CompileError(`duplicate type parameter '${name}'`, location);
      }
    }
    let value = (before ?? 0) | flag;
    if (entry.compIterTarget) {
      if (value & (DEF_GLOBAL | DEF_NONLOCAL)) {
        throw new CompileError(
          `comprehension inner loop cannot rebind assignment expression target '${name}'`,
          location,
        );
      }
      value |= DEF_COMP_ITER;
    }
    entry.symbols.set(mangled, value);
    if (flag & DEF_PARAM) entry.varnames.push(mangled);
    else if (flag & DEF_GLOBAL) this.global.set(mangled, (this.global.get(mangled) ?? 0) | flag);
  }

  protected recordDirective(name: string, location: Location): void {
    this.current.directives.push({ name: this.current.mangle(this.privateName, name), location });
  }

  protected descend(): void {
    if (++this.depth > this.recursionLimit) throw recursionError();
  }
}
