// Comprehensions and generator expressions. All but generator expressions are inlined into the code around them where
// the symbol table says so (PEP 709): their variables are saved on the stack and put back afterwards.
import { OP } from "../../bytecode/opcodes.ts";
import type { comprehension, expr, Node } from "../../parser/nodes.ts";
import { type Label, type Location, NO_LOCATION } from "../instruction_sequence.ts";
import { CELL, DEF_LOCAL, DEF_NONLOCAL, FREE, SCOPE_MASK, SCOPE_OFFSET, type SymbolTableEntry } from "../symtable.ts";
import { awaitValue, wrapInStopIterationHandler, yieldValue } from "./blocks.ts";
import { makeClosure } from "./closures.ts";
import { type Compiler, locationOf, NO_LABEL } from "./compiler.ts";
import { endFor, jumpIf, nextOfAsyncIterator } from "./control.ts";

type Comprehension = Node<"ListComp"> | Node<"SetComp"> | Node<"DictComp"> | Node<"GeneratorExp">;

// Constructor of the result, instruction that adds to it, name of the code object.
const KINDS = {
  ListComp: [OP.BUILD_LIST, OP.LIST_APPEND, "<listcomp>"],
  SetComp: [OP.BUILD_SET, OP.SET_ADD, "<setcomp>"],
  DictComp: [OP.BUILD_MAP, OP.MAP_ADD, "<dictcomp>"],
  GeneratorExp: [OP.NOP, OP.NOP, "<genexpr>"],
} as const;

interface InlineState {
  pushedLocals: string[];
  fastHidden: string[];
  /** Names whose meaning differs inside, with their flags outside. */
  outerSymbols: [string, number][];
  cleanup: Label;
}

/** Gives the names bound in the comprehension their inner meaning, and saves their values (push_inlined_…_state). */
function pushInlined(c: Compiler, location: Location, entry: SymbolTableEntry): InlineState {
  const { unit } = c;
  const { metadata } = unit;
  const outer = unit.entry;
  const inClass = outer.type === "class" && unit.inlinedComprehensionDepth === 0;
  const state: InlineState = { pushedLocals: [], fastHidden: [], outerSymbols: [], cleanup: NO_LABEL };
  unit.inlinedComprehensionDepth++;
  for (const [name, flags] of entry.symbols) {
    const scope = (flags >> SCOPE_OFFSET) & SCOPE_MASK;
    const outerFlags = outer.flags(name);
    const outerScope = (outerFlags >> SCOPE_OFFSET) & SCOPE_MASK;
    if ((scope !== outerScope && scope !== FREE && !(scope === CELL && outerScope === FREE)) || inClass) {
      state.outerSymbols.push([name, outerFlags]);
      outer.symbols.set(name, flags);
    }
    // Only names bound inside are isolated; a `:=` target of the scope around is not.
    const isBound = (flags & DEF_LOCAL) !== 0 && !(flags & DEF_NONLOCAL);
    if (!isBound && !inClass) continue;
    if (!outer.isFunctionLike && metadata.fasthidden.get(name) !== true) {
      metadata.fasthidden.set(name, true);
      state.fastHidden.push(name);
    }
    c.addop(location, OP.LOAD_FAST_AND_CLEAR, metadata.varnames.add(name));
    if (scope === CELL) {
      const index = outerScope === FREE ? c.freeIndex(name) : metadata.cellvars.add(name);
      c.addop(location, OP.MAKE_CELL, index);
    }
    state.pushedLocals.push(name);
  }
  if (state.pushedLocals.length > 0) {
    // The iterator goes back on top; an exception must put the locals back too.
    c.addop(location, OP.SWAP, state.pushedLocals.length + 1);
    state.cleanup = c.newLabel();
    c.jump(location, OP.SETUP_FINALLY, state.cleanup);
  }
  return state;
}

function restoreLocals(c: Compiler, location: Location, names: readonly string[]): void {
  c.addop(location, OP.SWAP, names.length + 1);
  for (let i = names.length - 1; i >= 0; i--) {
    c.addop(location, OP.STORE_FAST_MAYBE_NULL, c.unit.metadata.varnames.find(names[i]));
  }
}

function popInlined(c: Compiler, location: Location, state: InlineState): void {
  const { unit } = c;
  unit.inlinedComprehensionDepth--;
  if (state.pushedLocals.length > 0) {
    c.addop(NO_LOCATION, OP.POP_BLOCK);
    const end = c.newLabel();
    c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, end);
    c.useLabel(state.cleanup);
    // The unfinished result lies below the exception.
    c.addop(NO_LOCATION, OP.SWAP, 2);
    c.addop(NO_LOCATION, OP.POP_TOP);
    restoreLocals(c, location, state.pushedLocals);
    c.addop(NO_LOCATION, OP.RERAISE, 0);
    c.useLabel(end);
    restoreLocals(c, location, state.pushedLocals);
  }
  for (const [name, flags] of state.outerSymbols) unit.entry.symbols.set(name, flags);
  for (const name of state.fastHidden) unit.metadata.fasthidden.set(name, false);
}

export function visitComprehension(c: Compiler, e: Comprehension): void {
  const location = locationOf(e);
  const entry = c.symbols.blocks.get(e)!;
  const [build, , name] = KINDS[e.kind];
  const isGenerator = e.kind === "GeneratorExp";
  const isAsync = entry.coroutine;
  const outermost = e.generators[0];
  const { scopeType } = c.unit;
  const { isTopLevelAwait } = c;
  const outerIterator = (): void => {
    c.visitExpr(outermost.iter);
    c.addop(locationOf(outermost.iter), outermost.is_async ? OP.GET_AITER : OP.GET_ITER);
  };

  let state: InlineState | null = null;
  if (entry.compInlined) {
    outerIterator();
    state = pushInlined(c, location, entry);
  } else {
    c.enterScope(name, "comprehension", e, e.lineno);
    c.unit.metadata.argcount = 1;
  }
  if (isAsync && !isGenerator && scopeType !== "async function" && scopeType !== "comprehension" && !isTopLevelAwait) {
    throw c.error(location, "asynchronous comprehension outside of an asynchronous function");
  }
  if (!isGenerator) {
    c.addop(location, build, 0);
    if (state !== null) c.addop(location, OP.SWAP, 2);
  }
  generator(c, location, e, 0, 0, state !== null);
  if (state !== null) {
    popInlined(c, location, state);
    return;
  }
  if (isGenerator) wrapInStopIterationHandler(c);
  else c.addop(location, OP.RETURN_VALUE);
  const finished = c.leaveScope(true);
  if (isTopLevelAwait && isAsync) c.unit.entry.coroutine = true;
  makeClosure(c, location, finished, 0);
  outerIterator();
  c.addop(location, OP.CALL, 0);
  if (isAsync && !isGenerator) awaitValue(c, location, 0);
}

function generator(
  c: Compiler,
  location: Location,
  e: Comprehension,
  index: number,
  depth: number,
  iteratorOnStack: boolean,
): void {
  if (e.generators[index].is_async) asyncGenerator(c, location, e, index, depth, iteratorOnStack);
  else syncGenerator(c, location, e, index, depth, iteratorOnStack);
}

/** What a `for` clause does for each item: the conditions, then the next clause or the element. */
function clauseBody(c: Compiler, location: Location, e: Comprehension, index: number, depth: number): Location {
  if (index + 1 < e.generators.length) {
    generator(c, location, e, index + 1, depth, false);
    return locationOf(e.kind === "DictComp" ? e.key : e.elt);
  }
  if (e.kind === "DictComp") {
    c.visitExpr(e.key);
    c.visitExpr(e.value);
    const item: Location = {
      lineno: e.key.lineno,
      end_lineno: e.value.end_lineno,
      col_offset: e.key.col_offset,
      end_col_offset: e.value.end_col_offset,
    };
    c.addop(item, OP.MAP_ADD, depth + 1);
    return item;
  }
  const item = locationOf(e.elt);
  c.visitExpr(e.elt);
  if (e.kind === "GeneratorExp") {
    yieldValue(c, item);
    c.addop(item, OP.POP_TOP);
  } else {
    c.addop(item, KINDS[e.kind][1], depth + 1);
  }
  return item;
}

/** `for y in [f(x)]` only binds a name: no loop. */
function singleValue(iter: expr): expr | null {
  if ((iter.kind !== "List" && iter.kind !== "Tuple") || iter.elts.length !== 1) return null;
  return iter.elts[0].kind === "Starred" ? null : iter.elts[0];
}

function conditions(c: Compiler, location: Location, clause: comprehension, skip: Label): void {
  for (const test of clause.ifs) jumpIf(c, location, test, skip, false);
}

function syncGenerator(
  c: Compiler,
  location: Location,
  e: Comprehension,
  index: number,
  depth: number,
  iteratorOnStack: boolean,
): void {
  const start = c.newLabel();
  const skip = c.newLabel();
  const anchor = c.newLabel();
  const clause = e.generators[index];
  let isLoop = true;
  if (!iteratorOnStack) {
    if (index === 0) {
      c.addop(location, OP.LOAD_FAST, 0);
    } else {
      const value = singleValue(clause.iter);
      if (value !== null) {
        c.visitExpr(value);
        isLoop = false;
      } else {
        c.visitExpr(clause.iter);
        c.addop(locationOf(clause.iter), OP.GET_ITER);
      }
    }
  }
  if (isLoop) {
    depth++;
    c.useLabel(start);
    c.jump(locationOf(clause.iter), OP.FOR_ITER, anchor);
  }
  c.visitExpr(clause.target);
  conditions(c, location, clause, skip);
  const item = clauseBody(c, location, e, index, depth);
  c.useLabel(skip);
  if (isLoop) {
    c.jump(item, OP.JUMP, start);
    c.useLabel(anchor);
    endFor(c);
  }
}

function asyncGenerator(
  c: Compiler,
  location: Location,
  e: Comprehension,
  index: number,
  depth: number,
  iteratorOnStack: boolean,
): void {
  const start = c.newLabel();
  const except = c.newLabel();
  const skip = c.newLabel();
  const clause = e.generators[index];
  if (!iteratorOnStack) {
    if (index === 0) {
      c.addop(location, OP.LOAD_FAST, 0);
    } else {
      c.visitExpr(clause.iter);
      c.addop(locationOf(clause.iter), OP.GET_AITER);
    }
  }
  c.useLabel(start);
  c.pushBlock(location, "async comprehension", start, NO_LABEL);
  nextOfAsyncIterator(c, location, except);
  c.visitExpr(clause.target);
  conditions(c, location, clause, skip);
  const item = clauseBody(c, location, e, index, depth + 1);
  c.useLabel(skip);
  c.jump(item, OP.JUMP, start);
  c.popBlock();
  c.useLabel(except);
  c.addop(location, OP.END_ASYNC_FOR);
}
