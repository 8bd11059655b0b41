// Calls: method calls without a bound-method object, super() without a super object, keywords, * and **.
import type { Constant } from "../../base/constant.ts";
import { INTRINSIC_1, OP } from "../../bytecode/opcodes.ts";
import type { expr, keyword, Node } from "../../parser/nodes.ts";
import { frozensetOf } from "../constants.ts";
import { type Location, NO_LOCATION } from "../instruction_sequence.ts";
import { DEF_IMPORT, GLOBAL_IMPLICIT } from "../symtable.ts";
import { characterCount, strConstant } from "../text.ts";
import { checkCaller } from "./checks.ts";
import { type Compiler, locationOf } from "./compiler.ts";
import { isCell, nameOperation } from "./names.ts";

/** Above this many values on the stack, containers are built piece by piece (STACK_USE_GUIDELINE). */
export const STACK_USE_GUIDELINE = 30;

/** An attribute's instruction starts at the attribute's own line in a chain over several lines. */
export function attributeLocation(location: Location, e: Node<"Attribute">): Location {
  if (location.lineno === e.end_lineno) return location;
  const length = characterCount(e.attr);
  if (length <= e.end_col_offset) {
    return {
      lineno: e.end_lineno,
      end_lineno: location.end_lineno > e.end_lineno ? location.end_lineno : e.end_lineno,
      col_offset: e.end_col_offset - length,
      end_col_offset: location.end_col_offset,
    };
  }
  // A tree that no source has: no columns.
  return { lineno: e.end_lineno, end_lineno: location.end_lineno, col_offset: -1, end_col_offset: -1 };
}

// ---- super() ----

/** Whether `super().attr` or `super(a, b).attr` may skip the super object (can_optimize_super_call). */
export function isPlainSuper(c: Compiler, attribute: Node<"Attribute">): boolean {
  const call = attribute.value;
  if (attribute.attr === "__class__") return false; // the super object's own
  if (call.kind !== "Call" || call.func.kind !== "Name" || call.func.id !== "super" || call.keywords.length > 0) {
    return false;
  }
  // Only where `super` is surely the builtin, as far as can be seen here.
  if (c.unit.entry.scope("super") !== GLOBAL_IMPLICIT || c.symbols.top.scope("super") !== 0) return false;
  if (call.args.length === 2) return call.args.every((argument) => argument.kind !== "Starred");
  if (call.args.length !== 0) return false;
  const { metadata, entry } = c.unit;
  if (metadata.argcount === 0 && metadata.posonlyargcount === 0) return false;
  return entry.scope("__class__") !== 0 && !isCell(c, "__class__") && metadata.freevars.has("__class__");
}

/** Pushes the global `super`, the class and the object. */
export function loadSuperArguments(c: Compiler, call: Node<"Call">): void {
  const location = locationOf(call);
  nameOperation(c, locationOf(call.func), "super", "Load");
  if (call.args.length === 2) {
    c.visitExprs(call.args);
    return;
  }
  nameOperation(c, location, "__class__", "Load");
  nameOperation(c, location, c.unit.metadata.varnames.list()[0], "Load");
}

// ---- Calls ----

function checkKeywords(c: Compiler, keywords: readonly keyword[]): void {
  for (let i = 0; i < keywords.length; i++) {
    const { arg } = keywords[i];
    if (arg === null) continue;
    c.checkName(locationOf(keywords[i]), arg, "Store");
    for (let j = i + 1; j < keywords.length; j++) {
      if (keywords[j].arg === arg) {
        throw c.error(locationOf(keywords[j]), `keyword argument repeated: ${arg}`);
      }
    }
  }
}

/** Whether a call of an attribute can use the method form (maybe_optimize_method_call). */
function isMethodCall(c: Compiler, e: Node<"Call">): e is Node<"Call"> & { func: Node<"Attribute"> } {
  const method = e.func;
  if (method.kind !== "Attribute" || method.ctx !== "Load") return false;
  // An attribute of an imported module is no method: the bound form could not help.
  if (method.value.kind === "Name" && c.symbols.top.flags(method.value.id) & DEF_IMPORT) return false;
  const keywordCount = e.keywords.length;
  if (e.args.length + keywordCount + (keywordCount > 0 ? 1 : 0) >= STACK_USE_GUIDELINE) return false;
  return e.args.every((a) => a.kind !== "Starred") && e.keywords.every((k) => k.arg !== null);
}

/**
 * A call in two halves around its innermost value, so that long chains of calls need no recursion: `beginCall` returns
 * the expression to visit in between, or null if the call's head has been emitted already.
 */
export function beginCall(c: Compiler, e: Node<"Call">): expr | null {
  checkKeywords(c, e.keywords);
  if (isMethodCall(c, e)) {
    const method = e.func;
    if (!isPlainSuper(c, method)) return method.value;
    const call = method.value as Node<"Call">;
    loadSuperArguments(c, call);
    const location = locationOf(method);
    c.addName(location, call.args.length > 0 ? OP.LOAD_SUPER_METHOD : OP.LOAD_ZERO_SUPER_METHOD, method.attr);
    c.addop(attributeLocation(location, method), OP.NOP);
    return null;
  }
  checkCaller(c, e.func);
  return e.func;
}

export function endCall(c: Compiler, e: Node<"Call">): void {
  if (!isMethodCall(c, e)) {
    c.addop(locationOf(e.func), OP.PUSH_NULL);
    callHelper(c, locationOf(e), 0, e.args, e.keywords);
    return;
  }
  const method = e.func;
  const location = attributeLocation(locationOf(method), method);
  if (!isPlainSuper(c, method)) c.addName(location, OP.LOAD_METHOD, method.attr);
  c.visitExprs(e.args);
  const callLocation = attributeLocation(locationOf(e), method);
  if (e.keywords.length > 0) {
    for (const keyword of e.keywords) c.visitExpr(keyword.value);
    c.loadStrTuple(
      location,
      e.keywords.map((k) => k.arg!),
    );
    c.addop(callLocation, OP.CALL_KW, e.args.length + e.keywords.length);
  } else {
    c.addop(callLocation, OP.CALL, e.args.length);
  }
}

/** The arguments and the call; `pushed` arguments are on the stack already (compiler_call_helper). */
export function callHelper(
  c: Compiler,
  location: Location,
  pushed: number,
  args: readonly expr[],
  keywords: readonly keyword[],
): void {
  checkKeywords(c, keywords);
  const isSimple =
    args.length + keywords.length * 2 <= STACK_USE_GUIDELINE &&
    args.every((a) => a.kind !== "Starred") &&
    keywords.every((k) => k.arg !== null);
  if (isSimple) {
    c.visitExprs(args);
    if (keywords.length > 0) {
      for (const keyword of keywords) c.visitExpr(keyword.value);
      c.loadStrTuple(
        location,
        keywords.map((k) => k.arg!),
      );
      c.addop(location, OP.CALL_KW, pushed + args.length + keywords.length);
    } else {
      c.addop(location, OP.CALL, pushed + args.length);
    }
    return;
  }
  const [first] = args;
  if (pushed === 0 && args.length === 1 && first.kind === "Starred") c.visitExpr(first.value);
  else buildSequence(c, location, args, pushed, LIST_PARTS, true);
  if (keywords.length > 0) keywordDict(c, location, keywords);
  c.addop(location, OP.CALL_FUNCTION_EX, keywords.length > 0 ? 1 : 0);
}

function keywordDict(c: Compiler, location: Location, keywords: readonly keyword[]): void {
  let haveDict = false;
  let seen = 0; // keywords since the last **
  const flush = (end: number): void => {
    if (seen === 0) return;
    keywordPart(c, location, keywords.slice(end - seen, end));
    if (haveDict) c.addop(location, OP.DICT_MERGE, 1);
    haveDict = true;
    seen = 0;
  };
  keywords.forEach((keyword, i) => {
    if (keyword.arg !== null) {
      seen++;
      return;
    }
    flush(i);
    if (!haveDict) {
      c.addop(location, OP.BUILD_MAP, 0);
      haveDict = true;
    }
    c.visitExpr(keyword.value);
    c.addop(location, OP.DICT_MERGE, 1);
  });
  flush(keywords.length);
}

function keywordPart(c: Compiler, location: Location, keywords: readonly keyword[]): void {
  const isBig = keywords.length * 2 > STACK_USE_GUIDELINE;
  if (keywords.length > 1 && !isBig) {
    for (const keyword of keywords) c.visitExpr(keyword.value);
    c.loadStrTuple(
      location,
      keywords.map((k) => k.arg!),
    );
    c.addop(location, OP.BUILD_CONST_KEY_MAP, keywords.length);
    return;
  }
  if (isBig) c.addop(NO_LOCATION, OP.BUILD_MAP, 0);
  for (const keyword of keywords) {
    c.loadConst(location, strConstant(keyword.arg!));
    c.visitExpr(keyword.value);
    if (isBig) c.addop(NO_LOCATION, OP.MAP_ADD, 1);
  }
  if (!isBig) c.addop(location, OP.BUILD_MAP, keywords.length);
}

// ---- Sequences with * ----

export interface SequenceParts {
  build: number;
  add: number;
  extend: number;
}

export const LIST_PARTS: SequenceParts = { build: OP.BUILD_LIST, add: OP.LIST_APPEND, extend: OP.LIST_EXTEND };
export const SET_PARTS: SequenceParts = { build: OP.BUILD_SET, add: OP.SET_ADD, extend: OP.SET_UPDATE };

/** Builds a list, tuple or set of expressions that may be starred (starunpack_helper). */
export function buildSequence(
  c: Compiler,
  location: Location,
  elts: readonly expr[],
  pushed: number,
  parts: SequenceParts,
  isTuple: boolean,
): void {
  const toTuple = (): void => {
    if (isTuple) c.addop(location, OP.CALL_INTRINSIC_1, INTRINSIC_1.INTRINSIC_LIST_TO_TUPLE);
  };
  if (elts.length > 2 && elts.every((e) => e.kind === "Constant")) {
    const items: Constant[] = elts.map((e) => (e as Node<"Constant">).value);
    if (isTuple && pushed === 0) {
      c.loadConst(location, { type: "tuple", items });
      return;
    }
    c.addop(location, parts.build, pushed);
    c.loadConst(location, parts === SET_PARTS ? frozensetOf(items) : { type: "tuple", items });
    c.addop(location, parts.extend, 1);
    toTuple();
    return;
  }
  const isBig = elts.length + pushed > STACK_USE_GUIDELINE;
  if (!isBig && elts.every((e) => e.kind !== "Starred")) {
    c.visitExprs(elts);
    c.addop(location, isTuple ? OP.BUILD_TUPLE : parts.build, elts.length + pushed);
    return;
  }
  let isBuilt = false;
  if (isBig) {
    c.addop(location, parts.build, pushed);
    isBuilt = true;
  }
  elts.forEach((e, i) => {
    if (e.kind === "Starred") {
      if (!isBuilt) {
        c.addop(location, parts.build, i + pushed);
        isBuilt = true;
      }
      c.visitExpr(e.value);
      c.addop(location, parts.extend, 1);
    } else {
      c.visitExpr(e);
      if (isBuilt) c.addop(location, parts.add, 1);
    }
  });
  toTuple();
}
