// Assignments: targets, augmented and annotated assignment, unpacking, subscripts.
import { NB, OP } from "../../bytecode/opcodes.ts";
import type { expr, Node, operator } from "../../parser/nodes.ts";
import { CO_FUTURE_ANNOTATIONS } from "../future.ts";
import type { Location } from "../instruction_sequence.ts";
import { attributeLocation } from "./calls.ts";
import { type Compiler, locationOf } from "./compiler.ts";
import { visitAnnotation } from "./functions.ts";
import { nameOperation } from "./names.ts";

const BINARY: Record<operator, number> = {
  Add: NB.NB_ADD,
  Sub: NB.NB_SUBTRACT,
  Mult: NB.NB_MULTIPLY,
  MatMult: NB.NB_MATRIX_MULTIPLY,
  Div: NB.NB_TRUE_DIVIDE,
  Mod: NB.NB_REMAINDER,
  Pow: NB.NB_POWER,
  LShift: NB.NB_LSHIFT,
  RShift: NB.NB_RSHIFT,
  BitOr: NB.NB_OR,
  BitXor: NB.NB_XOR,
  BitAnd: NB.NB_AND,
  FloorDiv: NB.NB_FLOOR_DIVIDE,
};

export function addBinary(c: Compiler, location: Location, op: operator): void {
  c.addop(location, OP.BINARY_OP, BINARY[op]);
}

export function isTwoElementSlice(e: expr): e is Node<"Slice"> {
  return e.kind === "Slice" && e.step === null;
}

/** Pushes the parts of a slice; returns how many. */
export function sliceParts(c: Compiler, e: Node<"Slice">): number {
  const location = locationOf(e);
  if (e.lower !== null) c.visitExpr(e.lower);
  else c.loadNone(location);
  if (e.upper !== null) c.visitExpr(e.upper);
  else c.loadNone(location);
  if (e.step === null) return 2;
  c.visitExpr(e.step);
  return 3;
}

/** Unpacks the value on the stack into targets (assignment_helper). */
export function unpackInto(c: Compiler, location: Location, targets: readonly expr[]): void {
  const count = targets.length;
  let seenStar = false;
  targets.forEach((target, i) => {
    if (target.kind !== "Starred") return;
    if (seenStar) throw c.error(location, "multiple starred expressions in assignment");
    if (i >= 1 << 8 || count - i - 1 >= 0x7fffffff >> 8) {
      throw c.error(location, "too many expressions in star-unpacking assignment");
    }
    c.addop(location, OP.UNPACK_EX, i + ((count - i - 1) << 8));
    seenStar = true;
  });
  if (!seenStar) c.addop(location, OP.UNPACK_SEQUENCE, count);
  for (const target of targets) c.visitExpr(target.kind === "Starred" ? target.value : target);
}

export function visitAssign(c: Compiler, s: Node<"Assign">): void {
  const location = locationOf(s);
  c.visitExpr(s.value);
  s.targets.forEach((target, i) => {
    if (i + 1 < s.targets.length) c.addop(location, OP.COPY, 1);
    c.visitExpr(target);
  });
}

export function visitAugAssign(c: Compiler, s: Node<"AugAssign">): void {
  const { target } = s;
  const location = locationOf(target);
  const operate = (): void => {
    c.visitExpr(s.value);
    c.addop(locationOf(s), OP.BINARY_OP, BINARY[s.op] + NB.NB_INPLACE_ADD);
  };
  switch (target.kind) {
    case "Attribute": {
      c.visitExpr(target.value);
      c.addop(location, OP.COPY, 1);
      const here = attributeLocation(location, target);
      c.addName(here, OP.LOAD_ATTR, target.attr);
      operate();
      c.addop(here, OP.SWAP, 2);
      c.addName(here, OP.STORE_ATTR, target.attr);
      return;
    }
    case "Subscript":
      c.visitExpr(target.value);
      if (isTwoElementSlice(target.slice)) {
        sliceParts(c, target.slice);
        for (let i = 0; i < 3; i++) c.addop(location, OP.COPY, 3);
        c.addop(location, OP.BINARY_SLICE);
        operate();
        for (const depth of [4, 3, 2]) c.addop(location, OP.SWAP, depth);
        c.addop(location, OP.STORE_SLICE);
      } else {
        c.visitExpr(target.slice);
        for (let i = 0; i < 2; i++) c.addop(location, OP.COPY, 2);
        c.addop(location, OP.BINARY_SUBSCR);
        operate();
        for (const depth of [3, 2]) c.addop(location, OP.SWAP, depth);
        c.addop(location, OP.STORE_SUBSCR);
      }
      return;
    case "Name":
      nameOperation(c, location, target.id, "Load");
      operate();
      nameOperation(c, location, target.id, "Store");
      return;
  }
}

/** Evaluates an expression for its effects only. */
function evaluate(c: Compiler, e: expr): void {
  c.visitExpr(e);
  c.addop(locationOf(e), OP.POP_TOP);
}

function evaluateSubscript(c: Compiler, e: expr): void {
  if (e.kind === "Slice") {
    for (const part of [e.lower, e.upper, e.step]) if (part !== null) evaluate(c, part);
  } else if (e.kind === "Tuple") {
    for (const element of e.elts) evaluateSubscript(c, element);
  } else {
    evaluate(c, e);
  }
}

export function visitAnnAssign(c: Compiler, s: Node<"AnnAssign">): void {
  const location = locationOf(s);
  const { target } = s;
  const evaluated = c.unit.scopeType === "module" || c.unit.scopeType === "class";
  if (s.value !== null) {
    c.visitExpr(s.value);
    c.visitExpr(target);
  }
  switch (target.kind) {
    case "Name":
      c.checkName(location, target.id, "Store");
      if (s.simple && evaluated) {
        if (c.future.features & CO_FUTURE_ANNOTATIONS) visitAnnotation(c, location, s.annotation);
        else c.visitExpr(s.annotation);
        c.addName(location, OP.LOAD_NAME, "__annotations__");
        c.loadStr(location, c.mangle(target.id));
        c.addop(location, OP.STORE_SUBSCR);
      }
      break;
    case "Attribute":
      c.checkName(location, target.attr, "Store");
      if (s.value === null) evaluate(c, target.value);
      break;
    case "Subscript":
      if (s.value === null) {
        evaluate(c, target.value);
        evaluateSubscript(c, target.slice);
      }
      break;
  }
  if (!s.simple && evaluated && !(c.future.features & CO_FUTURE_ANNOTATIONS)) evaluate(c, s.annotation);
}
