// The compiler's public door: a tree, or source bytes, to a code object.
//
//   tree → future statements → folding on the tree → symbol table → code generation → flow graph → assembler
//
// A Python error in the program is a result, not a JavaScript exception; a JavaScript exception is a bug here, but for
// one: a tree too deep for the host's stack is Python's RecursionError.
import type { Code } from "../bytecode/code.ts";
import { type ParseOptions, parse } from "../parser/index.ts";
import type { mod } from "../parser/nodes.ts";
import { optimizeAndAssemble } from "./assemble.ts";
import { optimizeTree } from "./ast_optimize.ts";
import { type Assembler, FUTURE_FLAG_MASK, PyCF_ALLOW_TOP_LEVEL_AWAIT } from "./codegen/compiler.ts";
import { generateCode } from "./codegen/index.ts";
import { CompileError, type CompileErrorData, type CompileWarning, recursionError } from "./errors.ts";
import { type IsInterned, orderFrozensets } from "./frozensets.ts";
import { CO_FUTURE_BARRY_AS_BDFL, futureFeatures } from "./future.ts";
import type { SymbolTable } from "./symtable.ts";
import type { NameObserver } from "./symtable_scopes.ts";
import { buildSymbolTable } from "./symtable_visit.ts";

export type { CompileErrorData, CompileWarning } from "./errors.ts";

export interface CompileOptions {
  filename: string;
  /** 0, 1 (-O: no assertions) or 2 (-OO: no docstrings either). */
  optimize: 0 | 1 | 2;
  /** PyCF_ flags: inherited future features, top-level await. */
  flags: number;
  /** By default: the names of the source, and no more. */
  isInterned?: IsInterned;
  /** How deep the tree may be, where calls that are under way leave less than RECURSION_LIMIT. */
  recursionLimit?: number;
}

export type CompileResult =
  | { code: Code; error: null; warnings: CompileWarning[] }
  | { code: null; error: CompileErrorData; warnings: CompileWarning[] };

function isStackOverflow(error: unknown): boolean {
  return error instanceof RangeError && /call stack/i.test(error.message);
}

/** Who watches a compilation (compiler/story): told of names, and handed every unit in place of the ordinary back half. */
export interface CompileObserver {
  readonly onName?: NameObserver;
  readonly onTable?: (table: SymbolTable) => void;
  readonly assemble?: Assembler;
}

const assembleUnwatched: Assembler = (unit, sequence, options) => optimizeAndAssemble(unit, sequence, options);

/** Compiles a tree, which is changed by folding. */
export function compile(tree: mod, options: CompileOptions, observer: CompileObserver = {}): CompileResult {
  try {
    const future = futureFeatures(tree);
    future.features |= options.flags & FUTURE_FLAG_MASK;
    const topLevelAwait = (options.flags & PyCF_ALLOW_TOP_LEVEL_AWAIT) !== 0;
    const { recursionLimit } = options;
    const foldWarnings = optimizeTree(tree, options.optimize, future.features, recursionLimit);
    const symbols = buildSymbolTable(tree, future.features, topLevelAwait, observer.onName, recursionLimit);
    observer.onTable?.(symbols);
    const { code, warnings } = generateCode(
      tree,
      symbols,
      future,
      { ...options, interactive: tree.kind === "Interactive" },
      observer.assemble ?? assembleUnwatched,
    );
    orderFrozensets(code, tree, options.isInterned ?? (() => false));
    return { code, error: null, warnings: [...foldWarnings, ...warnings] };
  } catch (error) {
    if (error instanceof CompileError) return { code: null, error: error.data, warnings: [] };
    if (isStackOverflow(error)) return { code: null, error: recursionError().data, warnings: [] };
    throw error;
  }
}

/** What PyCF_OPTIMIZED_AST asks for: folds a tree in place. The error that ended it, or null. */
export function optimize(
  tree: mod,
  options: CompileOptions,
): { error: CompileErrorData | null; warnings: CompileWarning[] } {
  try {
    const features = futureFeatures(tree).features | (options.flags & FUTURE_FLAG_MASK);
    return { error: null, warnings: optimizeTree(tree, options.optimize, features, options.recursionLimit) };
  } catch (error) {
    if (error instanceof CompileError) return { error: error.data, warnings: [] };
    if (isStackOverflow(error)) return { error: recursionError().data, warnings: [] };
    throw error;
  }
}

/** The symbol table of a tree that is not folded, or the error in it. */
export function symbolTableOf(tree: mod, recursionLimit?: number): SymbolTable | CompileErrorData {
  try {
    return buildSymbolTable(tree, futureFeatures(tree).features, false, undefined, recursionLimit);
  } catch (error) {
    if (error instanceof CompileError) return error.data;
    if (isStackOverflow(error)) return recursionError().data;
    throw error;
  }
}

/** Parses and compiles source bytes. */
export function compileSource(
  source: Uint8Array,
  options: CompileOptions & Omit<ParseOptions, "filename" | "barryAsBdfl">,
): CompileResult {
  const parsed = parse(source, { ...options, barryAsBdfl: (options.flags & CO_FUTURE_BARRY_AS_BDFL) !== 0 });
  const warnings: CompileWarning[] = parsed.warnings.map(({ category, message, lineno }) => ({
    category,
    message,
    lineno,
    location: { lineno, end_lineno: lineno, col_offset: -1, end_col_offset: -1 },
  }));
  if (parsed.error !== null) return { code: null, error: parsed.error, warnings };
  const result = compile(parsed.tree, options);
  return { ...result, warnings: [...warnings, ...result.warnings] };
}
