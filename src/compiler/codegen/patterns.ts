// match statements (compiler_match and compiler_pattern_* of Python/compile.c).
//
// A pattern consumes the subject on the top of the stack. Names that it captures stay on the stack until the whole
// pattern has matched; then they are stored. Where it fails, everything pushed so far must go: `failPop[n]` is a label
// after which n values are popped.
import { reprConstant } from "../../bytecode/constant_repr.ts";
import { OP } from "../../bytecode/opcodes.ts";
import type { Node, pattern } from "../../parser/nodes.ts";
import { equalityKey } from "../constants.ts";
import { type Label, type Location, NO_LOCATION } from "../instruction_sequence.ts";
import { addBinary } from "./assignments.ts";
import { type Compiler, locationOf } from "./compiler.ts";
import { addCompare, jumpIf } from "./control.ts";
import { nameOperation } from "./names.ts";

interface PatternContext {
  /** Captured names, in the order of their values on the stack. */
  stores: string[];
  /** Whether a pattern that always matches may stand here. */
  allowIrrefutable: boolean;
  failPop: Label[];
  /** Values on the stack above the captures that belong to the pattern in progress. */
  onTop: number;
}

function isWildcard(p: pattern): boolean {
  return p.kind === "MatchAs" && p.name === null;
}

function isWildcardStar(p: pattern): boolean {
  return p.kind === "MatchStar" && p.name === null;
}

export function visitMatch(c: Compiler, s: Node<"Match">): void {
  c.visitExpr(s.subject);
  const end = c.newLabel();
  const caseCount = s.cases.length;
  const last = s.cases[caseCount - 1];
  const hasDefault = isWildcard(last.pattern) && caseCount > 1;
  const checkedCount = caseCount - (hasDefault ? 1 : 0);
  for (let i = 0; i < checkedCount; i++) {
    const matchCase = s.cases[i];
    const location = locationOf(matchCase.pattern);
    const isLast = i === checkedCount - 1;
    if (!isLast) c.addop(location, OP.COPY, 1);
    const context: PatternContext = {
      stores: [],
      allowIrrefutable: matchCase.guard !== null || i === caseCount - 1,
      failPop: [],
      onTop: 0,
    };
    visitPattern(c, matchCase.pattern, context);
    for (const name of context.stores) nameOperation(c, location, name, "Store");
    if (matchCase.guard !== null) {
      ensureFailPop(c, context, 0);
      jumpIf(c, location, matchCase.guard, context.failPop[0], false);
    }
    if (!isLast) c.addop(location, OP.POP_TOP);
    c.visitStmts(matchCase.body);
    c.jump(NO_LOCATION, OP.JUMP, end);
    emitFailPops(c, location, context);
  }
  if (hasDefault) {
    const location = locationOf(last.pattern);
    c.addop(location, caseCount === 1 ? OP.POP_TOP : OP.NOP);
    if (last.guard !== null) jumpIf(c, location, last.guard, end, false);
    c.visitStmts(last.body);
  }
  c.useLabel(end);
}

// ---- Failing ----

function ensureFailPop(c: Compiler, context: PatternContext, count: number): void {
  while (context.failPop.length <= count) context.failPop.push(c.newLabel());
}

function jumpToFailPop(c: Compiler, location: Location, context: PatternContext, opcode: number): void {
  const count = context.onTop + context.stores.length;
  ensureFailPop(c, context, count);
  c.jump(location, opcode, context.failPop[count]);
}

function emitFailPops(c: Compiler, location: Location, context: PatternContext): void {
  const { failPop } = context;
  for (let i = failPop.length - 1; i > 0; i--) {
    c.useLabel(failPop[i]);
    c.addop(location, OP.POP_TOP);
  }
  if (failPop.length > 0) c.useLabel(failPop[0]);
  context.failPop = [];
}

// ---- Capturing ----

/** Moves the top of the stack below count - 1 other values. */
function rotate(c: Compiler, location: Location, count: number): void {
  for (; count > 1; count--) c.addop(location, OP.SWAP, count);
}

function duplicateStore(c: Compiler, location: Location, name: string): Error {
  return c.error(location, `multiple assignments to name '${name}' in pattern`);
}

function capture(c: Compiler, location: Location, name: string | null, context: PatternContext): void {
  if (name === null) {
    c.addop(location, OP.POP_TOP);
    return;
  }
  c.checkName(location, name, "Store");
  if (context.stores.includes(name)) throw duplicateStore(c, location, name);
  rotate(c, location, context.onTop + context.stores.length + 1);
  context.stores.push(name);
}

// ---- Patterns ----

function visitPattern(c: Compiler, p: pattern, context: PatternContext): void {
  const location = locationOf(p);
  switch (p.kind) {
    case "MatchValue":
      if (p.value.kind !== "Constant" && p.value.kind !== "Attribute") {
        throw c.error(location, "patterns may only match literals and attribute lookups");
      }
      c.visitExpr(p.value);
      addCompare(c, location, "Eq");
      c.addop(location, OP.TO_BOOL);
      jumpToFailPop(c, location, context, OP.POP_JUMP_IF_FALSE);
      return;
    case "MatchSingleton":
      c.loadConst(location, p.value);
      addCompare(c, location, "Is");
      jumpToFailPop(c, location, context, OP.POP_JUMP_IF_FALSE);
      return;
    case "MatchSequence":
      sequence(c, p, context);
      return;
    case "MatchMapping":
      mapping(c, p, context);
      return;
    case "MatchClass":
      classPattern(c, p, context);
      return;
    case "MatchStar":
      capture(c, location, p.name, context);
      return;
    case "MatchAs":
      asPattern(c, p, context);
      return;
    case "MatchOr":
      orPattern(c, p, context);
      return;
  }
}

function subpattern(c: Compiler, p: pattern, context: PatternContext): void {
  const { allowIrrefutable } = context;
  context.allowIrrefutable = true;
  visitPattern(c, p, context);
  context.allowIrrefutable = allowIrrefutable;
}

function asPattern(c: Compiler, p: Node<"MatchAs">, context: PatternContext): void {
  const location = locationOf(p);
  if (p.pattern === null) {
    if (!context.allowIrrefutable) {
      const what = p.name === null ? "wildcard" : `name capture '${p.name}'`;
      throw c.error(location, `${what} makes remaining patterns unreachable`);
    }
    capture(c, location, p.name, context);
    return;
  }
  context.onTop++;
  c.addop(location, OP.COPY, 1);
  visitPattern(c, p.pattern, context);
  context.onTop--;
  capture(c, location, p.name, context);
}

function lengthCheck(c: Compiler, location: Location, length: number, op: "Eq" | "GtE", context: PatternContext): void {
  c.addop(location, OP.GET_LEN);
  c.loadConst(location, { type: "int", value: BigInt(length) });
  addCompare(c, location, op);
  jumpToFailPop(c, location, context, OP.POP_JUMP_IF_FALSE);
}

function sequence(c: Compiler, p: Node<"MatchSequence">, context: PatternContext): void {
  const location = locationOf(p);
  const { patterns } = p;
  let star = -1;
  let onlyWildcards = true;
  let starIsWildcard = false;
  patterns.forEach((sub, i) => {
    if (sub.kind === "MatchStar") {
      if (star >= 0) throw c.error(location, "multiple starred names in sequence pattern");
      starIsWildcard = isWildcardStar(sub);
      onlyWildcards &&= starIsWildcard;
      star = i;
    } else {
      onlyWildcards &&= isWildcard(sub);
    }
  });
  context.onTop++;
  c.addop(location, OP.MATCH_SEQUENCE);
  jumpToFailPop(c, location, context, OP.POP_JUMP_IF_FALSE);
  if (star < 0) lengthCheck(c, location, patterns.length, "Eq", context);
  else if (patterns.length > 1) lengthCheck(c, location, patterns.length - 1, "GtE", context);
  context.onTop--;
  if (onlyWildcards) c.addop(location, OP.POP_TOP);
  else if (starIsWildcard) bySubscript(c, location, patterns, star, context);
  else byUnpacking(c, location, patterns, context);
}

function byUnpacking(c: Compiler, location: Location, patterns: readonly pattern[], context: PatternContext): void {
  const count = patterns.length;
  let seenStar = false;
  patterns.forEach((sub, i) => {
    if (sub.kind !== "MatchStar") return;
    if (seenStar) throw c.error(location, "multiple starred expressions in sequence pattern");
    if (i >= 1 << 8 || count - i - 1 >= 0x7fffffff >> 8) {
      throw c.error(location, "too many expressions in star-unpacking sequence pattern");
    }
    c.addop(location, OP.UNPACK_EX, i + ((count - i - 1) << 8));
    seenStar = true;
  });
  if (!seenStar) c.addop(location, OP.UNPACK_SEQUENCE, count);
  context.onTop += count;
  for (const sub of patterns) {
    context.onTop--;
    subpattern(c, sub, context);
  }
}

/** With `*_` there is no need to unpack the middle: items are fetched one by one, from the end by length - n. */
function bySubscript(
  c: Compiler,
  location: Location,
  patterns: readonly pattern[],
  star: number,
  context: PatternContext,
): void {
  context.onTop++;
  patterns.forEach((sub, i) => {
    if (isWildcard(sub) || i === star) return;
    c.addop(location, OP.COPY, 1);
    if (i < star) {
      c.loadConst(location, { type: "int", value: BigInt(i) });
    } else {
      c.addop(location, OP.GET_LEN);
      c.loadConst(location, { type: "int", value: BigInt(patterns.length - i) });
      addBinary(c, location, "Sub");
    }
    c.addop(location, OP.BINARY_SUBSCR);
    subpattern(c, sub, context);
  });
  context.onTop--;
  c.addop(location, OP.POP_TOP);
}

/** Fails if the top of the stack is None. */
function failIfNone(c: Compiler, location: Location, context: PatternContext): void {
  c.addop(location, OP.COPY, 1);
  c.loadNone(location);
  c.addop(location, OP.IS_OP, 1);
  jumpToFailPop(c, location, context, OP.POP_JUMP_IF_FALSE);
}

function mapping(c: Compiler, p: Node<"MatchMapping">, context: PatternContext): void {
  const location = locationOf(p);
  const size = p.keys.length;
  context.onTop++;
  c.addop(location, OP.MATCH_MAPPING);
  jumpToFailPop(c, location, context, OP.POP_JUMP_IF_FALSE);
  if (size === 0 && p.rest === null) {
    context.onTop--;
    c.addop(location, OP.POP_TOP);
    return;
  }
  if (size > 0) lengthCheck(c, location, size, "GtE", context);
  const seen = new Set<string>();
  for (const key of p.keys) {
    if (key.kind === "Constant") {
      const text = equalityKey(key.value);
      if (seen.has(text)) {
        throw c.error(location, `mapping pattern checks duplicate key (${reprConstant(key.value)})`);
      }
      seen.add(text);
    } else if (key.kind !== "Attribute") {
      throw c.error(location, "mapping pattern keys may only match literals and attribute lookups");
    }
    c.visitExpr(key);
  }
  c.addop(location, OP.BUILD_TUPLE, size);
  c.addop(location, OP.MATCH_KEYS);
  context.onTop += 2;
  failIfNone(c, location, context);
  c.addop(location, OP.UNPACK_SEQUENCE, size);
  context.onTop += size - 1;
  for (const sub of p.patterns) {
    context.onTop--;
    subpattern(c, sub, context);
  }
  context.onTop -= 2;
  if (p.rest === null) {
    c.addop(location, OP.POP_TOP); // the keys
    c.addop(location, OP.POP_TOP); // the subject
    return;
  }
  // rest = dict(subject), less the keys.
  c.addop(location, OP.BUILD_MAP, 0);
  c.addop(location, OP.SWAP, 3);
  c.addop(location, OP.DICT_UPDATE, 2);
  c.addop(location, OP.UNPACK_SEQUENCE, size);
  for (let left = size; left > 0; left--) {
    c.addop(location, OP.COPY, 1 + left);
    c.addop(location, OP.SWAP, 2);
    c.addop(location, OP.DELETE_SUBSCR);
  }
  capture(c, location, p.rest, context);
}

function classPattern(c: Compiler, p: Node<"MatchClass">, context: PatternContext): void {
  const location = locationOf(p);
  const { kwd_attrs, kwd_patterns } = p;
  kwd_attrs.forEach((attribute, i) => {
    // A tree holds no position for the names: errors point to the patterns.
    c.checkName(locationOf(kwd_patterns[i]), attribute, "Store");
    const other = kwd_attrs.indexOf(attribute, i + 1);
    if (other >= 0) {
      throw c.error(locationOf(kwd_patterns[other]), `attribute name repeated in class pattern: ${attribute}`);
    }
  });
  c.visitExpr(p.cls);
  c.loadStrTuple(location, kwd_attrs);
  c.addop(location, OP.MATCH_CLASS, p.patterns.length);
  context.onTop++;
  failIfNone(c, location, context);
  const subs = [...p.patterns, ...kwd_patterns];
  c.addop(location, OP.UNPACK_SEQUENCE, subs.length);
  context.onTop += subs.length - 1;
  for (const sub of subs) {
    context.onTop--;
    if (isWildcard(sub)) c.addop(location, OP.POP_TOP);
    else subpattern(c, sub, context);
  }
}

function orPattern(c: Compiler, p: Node<"MatchOr">, context: PatternContext): void {
  const location = locationOf(p);
  const end = c.newLabel();
  let control: string[] = [];
  p.patterns.forEach((alternative, i) => {
    const here = locationOf(alternative);
    const inner: PatternContext = {
      stores: [],
      allowIrrefutable: i === p.patterns.length - 1 && context.allowIrrefutable,
      failPop: [],
      onTop: 0,
    };
    c.addop(here, OP.COPY, 1);
    visitPattern(c, alternative, inner);
    if (i === 0) control = inner.stores;
    else alignStores(c, location, here, control, inner);
    c.jump(here, OP.JUMP, end);
    emitFailPops(c, here, inner);
  });
  // No alternative matched.
  c.addop(location, OP.POP_TOP);
  jumpToFailPop(c, location, context, OP.JUMP);
  c.useLabel(end);
  // The captures must go below the subject, what is on top, and the captures before them.
  const distance = control.length + 1 + context.onTop + context.stores.length;
  for (const name of control) {
    rotate(c, location, distance);
    if (context.stores.includes(name)) throw duplicateStore(c, location, name);
    context.stores.push(name);
  }
  c.addop(location, OP.POP_TOP);
}

/** Every alternative must leave its captures in the order in which the first one does. */
function alignStores(
  c: Compiler,
  location: Location,
  here: Location,
  control: readonly string[],
  inner: PatternContext,
): void {
  const different = "alternative patterns bind different names";
  const { stores } = inner;
  if (stores.length !== control.length) throw c.error(location, different);
  for (let wanted = stores.length - 1; wanted >= 0; wanted--) {
    const found = stores.indexOf(control[wanted]);
    if (found < 0) throw c.error(location, different);
    if (found === wanted) continue;
    const rotated = stores.splice(0, found + 1);
    stores.splice(wanted - found, 0, ...rotated);
    for (let i = 0; i < rotated.length; i++) rotate(c, here, wanted + 1);
  }
}
