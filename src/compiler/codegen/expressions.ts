// Expressions: what leaves one value on the stack (compiler_visit_expr1), and, as targets, what takes one.
import { INTRINSIC_1, OP } from "../../bytecode/opcodes.ts";
import type { expr, Node } from "../../parser/nodes.ts";
import { type Label, NO_LOCATION } from "../instruction_sequence.ts";
import { addBinary, isTwoElementSlice, sliceParts, unpackInto } from "./assignments.ts";
import { awaitValue, yieldFrom, yieldValue } from "./blocks.ts";
import {
  attributeLocation,
  beginCall,
  buildSequence,
  endCall,
  isPlainSuper,
  LIST_PARTS,
  loadSuperArguments,
  SET_PARTS,
  STACK_USE_GUIDELINE,
} from "./calls.ts";
import { checkCompare, checkIndex, checkSubscripter } from "./checks.ts";
import { type Compiler, locationOf } from "./compiler.ts";
import { visitComprehension } from "./comprehensions.ts";
import { addCompare, jumpIf } from "./control.ts";
import { visitLambda } from "./functions.ts";
import { nameOperation } from "./names.ts";

type Chain = Node<"UnaryOp"> | Node<"BinOp"> | Node<"Call"> | Node<"Attribute"> | Node<"Subscript">;

function isChain(e: expr): e is Chain {
  return (
    e.kind === "Attribute" || e.kind === "Call" || e.kind === "BinOp" || e.kind === "Subscript" || e.kind === "UnaryOp"
  );
}

/** Chains (a.b.c, f(x)(y), a + b + c, - - a) are as long as the source is: their links are a loop, not a recursion. */
export function visitExpr(c: Compiler, e: expr): void {
  if (!isChain(e)) {
    visitPlain(c, e);
    return;
  }
  const links: Chain[] = [];
  let inner: expr | null = e;
  while (inner !== null && isChain(inner)) {
    links.push(inner);
    inner = beginChain(c, inner);
  }
  if (inner !== null) visitPlain(c, inner);
  for (let i = links.length - 1; i >= 0; i--) endChain(c, links[i]);
}

/** What comes before a link's inner value; returns that value, or null where there is nothing left to visit. */
function beginChain(c: Compiler, e: Chain): expr | null {
  switch (e.kind) {
    case "UnaryOp":
      return e.operand;
    case "BinOp":
      return e.left;
    case "Call":
      return beginCall(c, e);
    case "Subscript":
      if (e.ctx === "Load") {
        checkSubscripter(c, e.value);
        checkIndex(c, e.value, e.slice);
      }
      return e.value;
    case "Attribute":
      if (e.ctx === "Load" && isPlainSuper(c, e)) {
        const call = e.value as Node<"Call">;
        loadSuperArguments(c, call);
        const location = locationOf(e);
        c.addName(location, call.args.length > 0 ? OP.LOAD_SUPER_ATTR : OP.LOAD_ZERO_SUPER_ATTR, e.attr);
        c.addop(attributeLocation(location, e), OP.NOP);
        return null;
      }
      recordStaticAttribute(c, e);
      return e.value;
  }
}

function endChain(c: Compiler, e: Chain): void {
  switch (e.kind) {
    case "UnaryOp":
      endUnaryOp(c, e);
      break;
    case "BinOp":
      c.visitExpr(e.right);
      addBinary(c, locationOf(e), e.op);
      break;
    case "Call":
      endCall(c, e);
      break;
    case "Subscript":
      endSubscript(c, e);
      break;
    case "Attribute": {
      if (e.ctx === "Load" && isPlainSuper(c, e)) break;
      const location = attributeLocation(locationOf(e), e);
      if (e.ctx === "Store") c.checkName(location, e.attr, "Store");
      c.addName(location, e.ctx === "Load" ? OP.LOAD_ATTR : e.ctx === "Store" ? OP.STORE_ATTR : OP.DELETE_ATTR, e.attr);
      break;
    }
  }
}

/** `self.x = …` in a method is one of the class's __static_attributes__. */
function recordStaticAttribute(c: Compiler, e: Node<"Attribute">): void {
  if (e.ctx !== "Store" || e.value.kind !== "Name" || e.value.id !== "self") return;
  for (let i = c.stack.length - 1; i >= 0; i--) {
    if (c.stack[i].scopeType === "class") {
      c.stack[i].staticAttributes.add(e.attr);
      return;
    }
  }
}

function endSubscript(c: Compiler, e: Node<"Subscript">): void {
  const location = locationOf(e);
  if (isTwoElementSlice(e.slice) && e.ctx !== "Del") {
    sliceParts(c, e.slice);
    c.addop(location, e.ctx === "Load" ? OP.BINARY_SLICE : OP.STORE_SLICE);
  } else {
    c.visitExpr(e.slice);
    c.addop(location, e.ctx === "Load" ? OP.BINARY_SUBSCR : e.ctx === "Store" ? OP.STORE_SUBSCR : OP.DELETE_SUBSCR);
  }
}

function visitPlain(c: Compiler, e: expr): void {
  const location = locationOf(e);
  switch (e.kind) {
    case "Name":
      nameOperation(c, location, e.id, e.ctx);
      return;
    case "Constant":
      c.loadConst(location, e.value);
      return;
    case "NamedExpr":
      c.visitExpr(e.value);
      c.addop(location, OP.COPY, 1);
      c.visitExpr(e.target);
      return;
    case "BoolOp":
      visitBoolOp(c, e);
      return;
    case "Lambda":
      visitLambda(c, e);
      return;
    case "IfExp":
      visitIfExp(c, e);
      return;
    case "Dict":
      visitDict(c, e);
      return;
    case "Set":
      buildSequence(c, location, e.elts, 0, SET_PARTS, false);
      return;
    case "List":
    case "Tuple":
      if (e.ctx === "Store") unpackInto(c, location, e.elts);
      else if (e.ctx === "Load") buildSequence(c, location, e.elts, 0, LIST_PARTS, e.kind === "Tuple");
      else c.visitExprs(e.elts);
      return;
    case "ListComp":
    case "SetComp":
    case "DictComp":
    case "GeneratorExp":
      visitComprehension(c, e);
      return;
    case "Yield":
      if (!c.unit.entry.isFunctionLike) throw c.error(location, "'yield' outside function");
      if (e.value !== null) c.visitExpr(e.value);
      else c.loadNone(location);
      yieldValue(c, location);
      return;
    case "YieldFrom":
      if (!c.unit.entry.isFunctionLike) throw c.error(location, "'yield from' outside function");
      if (c.unit.scopeType === "async function") throw c.error(location, "'yield from' inside async function");
      c.visitExpr(e.value);
      c.addop(location, OP.GET_YIELD_FROM_ITER);
      c.loadNone(location);
      yieldFrom(c, location, false);
      return;
    case "Await":
      if (!c.isTopLevelAwait) {
        if (!c.unit.entry.isFunctionLike) throw c.error(location, "'await' outside function");
        if (c.unit.scopeType !== "async function" && c.unit.scopeType !== "comprehension") {
          throw c.error(location, "'await' outside async function");
        }
      }
      c.visitExpr(e.value);
      awaitValue(c, location, 0);
      return;
    case "Compare":
      visitCompare(c, e);
      return;
    case "JoinedStr":
      visitJoinedStr(c, e);
      return;
    case "FormattedValue":
      visitFormattedValue(c, e);
      return;
    case "Starred":
      throw c.error(
        location,
        e.ctx === "Store"
          ? "starred assignment target must be in a list or tuple"
          : "can't use starred expression here",
      );
    case "Slice":
      c.addop(location, OP.BUILD_SLICE, sliceParts(c, e));
      return;
  }
}

function visitBoolOp(c: Compiler, e: Node<"BoolOp">): void {
  const location = locationOf(e);
  const end = c.newLabel();
  const last = e.values.length - 1;
  for (let i = 0; i < last; i++) {
    c.visitExpr(e.values[i]);
    c.addop(location, OP.COPY, 1);
    c.addop(location, OP.TO_BOOL);
    c.jump(location, e.op === "And" ? OP.POP_JUMP_IF_FALSE : OP.POP_JUMP_IF_TRUE, end);
    c.addop(location, OP.POP_TOP);
  }
  c.visitExpr(e.values[last]);
  c.useLabel(end);
}

function endUnaryOp(c: Compiler, e: Node<"UnaryOp">): void {
  const location = locationOf(e);
  switch (e.op) {
    case "Not":
      c.addop(location, OP.TO_BOOL);
      c.addop(location, OP.UNARY_NOT);
      break;
    case "Invert":
      c.addop(location, OP.UNARY_INVERT);
      break;
    case "USub":
      c.addop(location, OP.UNARY_NEGATIVE);
      break;
    case "UAdd":
      c.addop(location, OP.CALL_INTRINSIC_1, INTRINSIC_1.INTRINSIC_UNARY_POSITIVE);
      break;
  }
}

/** `a if b else c if d else …` nests to the right: a loop that keeps the labels of the ends. */
function visitIfExp(c: Compiler, e: Node<"IfExp">): void {
  const ends: Label[] = [];
  let link: expr = e;
  while (link.kind === "IfExp") {
    const end = c.newLabel();
    const next = c.newLabel();
    jumpIf(c, locationOf(link), link.test, next, false);
    c.visitExpr(link.body);
    c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, end);
    c.useLabel(next);
    ends.push(end);
    link = link.orelse;
  }
  c.visitExpr(link);
  for (let i = ends.length - 1; i >= 0; i--) c.useLabel(ends[i]);
}

function visitCompare(c: Compiler, e: Node<"Compare">): void {
  const location = locationOf(e);
  checkCompare(c, e);
  c.visitExpr(e.left);
  const last = e.ops.length - 1;
  if (last === 0) {
    c.visitExpr(e.comparators[0]);
    addCompare(c, location, e.ops[0]);
    return;
  }
  const cleanup = c.newLabel();
  for (let i = 0; i < last; i++) {
    c.visitExpr(e.comparators[i]);
    c.addop(location, OP.SWAP, 2);
    c.addop(location, OP.COPY, 2);
    addCompare(c, location, e.ops[i]);
    c.addop(location, OP.COPY, 1);
    c.addop(location, OP.TO_BOOL);
    c.jump(location, OP.POP_JUMP_IF_FALSE, cleanup);
    c.addop(location, OP.POP_TOP);
  }
  c.visitExpr(e.comparators[last]);
  addCompare(c, location, e.ops[last]);
  const end = c.newLabel();
  c.jump(NO_LOCATION, OP.JUMP_NO_INTERRUPT, end);
  c.useLabel(cleanup);
  c.addop(location, OP.SWAP, 2);
  c.addop(location, OP.POP_TOP);
  c.useLabel(end);
}

// ---- Dict displays ----

function dictPart(c: Compiler, e: Node<"Dict">, begin: number, end: number): void {
  const location = locationOf(e);
  const count = end - begin;
  const isBig = count * 2 > STACK_USE_GUIDELINE;
  const keys = e.keys.slice(begin, end);
  if (count > 1 && !isBig && keys.every((key) => key?.kind === "Constant")) {
    for (let i = begin; i < end; i++) c.visitExpr(e.values[i]);
    c.loadConst(location, { type: "tuple", items: keys.map((key) => (key as Node<"Constant">).value) });
    c.addop(location, OP.BUILD_CONST_KEY_MAP, count);
    return;
  }
  if (isBig) c.addop(location, OP.BUILD_MAP, 0);
  for (let i = begin; i < end; i++) {
    c.visitExpr(e.keys[i]!);
    c.visitExpr(e.values[i]);
    if (isBig) c.addop(location, OP.MAP_ADD, 1);
  }
  if (!isBig) c.addop(location, OP.BUILD_MAP, count);
}

function visitDict(c: Compiler, e: Node<"Dict">): void {
  const location = locationOf(e);
  let haveDict = false;
  let pending = 0; // items since the last part
  const flush = (end: number): void => {
    dictPart(c, e, end - pending, end);
    if (haveDict) c.addop(location, OP.DICT_UPDATE, 1);
    haveDict = true;
    pending = 0;
  };
  e.keys.forEach((key, i) => {
    if (key === null) {
      if (pending > 0) flush(i);
      if (!haveDict) {
        c.addop(location, OP.BUILD_MAP, 0);
        haveDict = true;
      }
      c.visitExpr(e.values[i]);
      c.addop(location, OP.DICT_UPDATE, 1);
    } else {
      pending++;
      if ((pending - 1) * 2 > STACK_USE_GUIDELINE) flush(i + 1);
    }
  });
  if (pending > 0) flush(e.keys.length);
  if (!haveDict) c.addop(location, OP.BUILD_MAP, 0);
}

// ---- f-strings ----

function visitJoinedStr(c: Compiler, e: Node<"JoinedStr">): void {
  const location = locationOf(e);
  const count = e.values.length;
  if (count > STACK_USE_GUIDELINE) {
    c.loadStr(location, "");
    c.addName(location, OP.LOAD_METHOD, "join");
    c.addop(location, OP.BUILD_LIST, 0);
    for (const value of e.values) {
      c.visitExpr(value);
      c.addop(location, OP.LIST_APPEND, 1);
    }
    c.addop(location, OP.CALL, 1);
    return;
  }
  c.visitExprs(e.values);
  if (count > 1) c.addop(location, OP.BUILD_STRING, count);
  else if (count === 0) c.loadStr(location, "");
}

// The conversion as the character that stands in the source, and CONVERT_VALUE's oparg.
const CONVERSIONS = new Map<number, number>([
  [0x73, 1], // !s
  [0x72, 2], // !r
  [0x61, 3], // !a
]);

function visitFormattedValue(c: Compiler, e: Node<"FormattedValue">): void {
  const location = locationOf(e);
  c.visitExpr(e.value);
  if (e.conversion !== -1) c.addop(location, OP.CONVERT_VALUE, CONVERSIONS.get(e.conversion) ?? 0);
  if (e.format_spec !== null) {
    c.visitExpr(e.format_spec);
    c.addop(location, OP.FORMAT_WITH_SPEC);
  } else {
    c.addop(location, OP.FORMAT_SIMPLE);
  }
}
