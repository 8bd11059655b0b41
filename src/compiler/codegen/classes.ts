// Class statements: the body is a function that __build_class__ calls with a namespace.
import { INTRINSIC_1, OP } from "../../bytecode/opcodes.ts";
import type { expr, Node } from "../../parser/nodes.ts";
import { type Location, NO_LOCATION } from "../instruction_sequence.ts";
import { compareNames, strConstant } from "../text.ts";
import { callHelper } from "./calls.ts";
import { makeClosure } from "./closures.ts";
import { type Compiler, locationOf } from "./compiler.ts";
import { applyDecorators, visitDecorators } from "./functions.ts";
import { moduleOrClassBody } from "./module.ts";
import { nameOperation } from "./names.ts";
import { typeParameters } from "./type_params.ts";

function classBody(c: Compiler, s: Node<"ClassDef">, firstLine: number): void {
  c.enterScope(s.name, "class", s, firstLine);
  const { unit } = c;
  const { metadata, entry } = unit;
  unit.privateName = s.name;
  const head: Location = { lineno: firstLine, end_lineno: firstLine, col_offset: 0, end_col_offset: 0 };
  nameOperation(c, head, "__name__", "Load");
  nameOperation(c, head, "__module__", "Store");
  c.loadStr(head, metadata.qualname);
  nameOperation(c, head, "__qualname__", "Store");
  c.loadConst(head, { type: "int", value: BigInt(metadata.firstlineno) });
  nameOperation(c, head, "__firstlineno__", "Store");
  if (s.type_params.length > 0) {
    nameOperation(c, head, ".type_params", "Load");
    nameOperation(c, head, "__type_params__", "Store");
  }
  if (entry.needsClassDict) {
    c.addop(head, OP.LOAD_LOCALS);
    c.addop(head, OP.STORE_DEREF, metadata.cellvars.find("__classdict__"));
  }
  moduleOrClassBody(c, head, s.body);
  c.loadConst(NO_LOCATION, { type: "tuple", items: [...unit.staticAttributes].sort(compareNames).map(strConstant) });
  nameOperation(c, NO_LOCATION, "__static_attributes__", "Store");
  if (entry.needsClassDict) {
    c.addop(NO_LOCATION, OP.LOAD_CLOSURE, metadata.cellvars.find("__classdict__"));
    nameOperation(c, NO_LOCATION, "__classdictcell__", "Store");
  }
  if (entry.needsClassClosure) {
    // The cell goes into the namespace, for type.__new__, and is the body's result.
    c.addop(NO_LOCATION, OP.LOAD_CLOSURE, metadata.cellvars.find("__class__"));
    c.addop(NO_LOCATION, OP.COPY, 1);
    nameOperation(c, NO_LOCATION, "__classcell__", "Store");
  } else {
    c.loadNone(NO_LOCATION);
  }
  c.addop(NO_LOCATION, OP.RETURN_VALUE);
  const finished = c.leaveScope(true);

  const location = locationOf(s);
  c.addop(location, OP.LOAD_BUILD_CLASS);
  c.addop(location, OP.PUSH_NULL);
  makeClosure(c, location, finished, 0);
  c.loadStr(location, s.name);
}

export function visitClassDef(c: Compiler, s: Node<"ClassDef">): void {
  visitDecorators(c, s.decorator_list);
  const firstLine = s.decorator_list.length > 0 ? s.decorator_list[0].lineno : s.lineno;
  const location = locationOf(s);
  if (s.type_params.length > 0) {
    c.enterScope(`<generic parameters of ${s.name}>`, "type parameters", s.type_params, firstLine);
    c.unit.privateName = s.name;
    typeParameters(c, s.type_params);
    nameOperation(c, location, ".type_params", "Store");
    classBody(c, s, firstLine);
    nameOperation(c, location, ".type_params", "Load");
    c.addop(location, OP.CALL_INTRINSIC_1, INTRINSIC_1.INTRINSIC_SUBSCRIPT_GENERIC);
    nameOperation(c, location, ".generic_base", "Store");
    const base: expr = { kind: "Name", id: ".generic_base", ctx: "Load", ...location };
    callHelper(c, location, 2, [...s.bases, base], s.keywords);
    makeClosure(c, location, c.leaveScope(false), 0);
    c.addop(location, OP.PUSH_NULL);
    c.addop(location, OP.CALL, 0);
  } else {
    classBody(c, s, firstLine);
    callHelper(c, location, 2, s.bases, s.keywords);
  }
  applyDecorators(c, s.decorator_list);
  nameOperation(c, location, s.name, "Store");
}
