// PEP 695: type parameters and type aliases. Bounds, constraints, defaults and alias values are evaluated lazily, each
// in a small function of its own.
import { INTRINSIC_1, INTRINSIC_2, OP } from "../../bytecode/opcodes.ts";
import type { expr, Node, type_param } from "../../parser/nodes.ts";
import { makeClosure } from "./closures.ts";
import { type Compiler, locationOf } from "./compiler.ts";
import { nameOperation } from "./names.ts";

function boundOrDefault(c: Compiler, e: expr, parameter: type_param, isDefault: boolean): void {
  c.enterScope(parameter.name, "type parameters", parameter, e.lineno, isDefault);
  if (isDefault && parameter.kind === "TypeVarTuple" && e.kind === "Starred") {
    c.visitExpr(e.value);
    c.addop(locationOf(e), OP.UNPACK_SEQUENCE, 1);
  } else {
    c.visitExpr(e);
  }
  c.addop(locationOf(e), OP.RETURN_VALUE);
  makeClosure(c, locationOf(e), c.leaveScope(true), 0);
}

const CONSTRUCTORS = {
  TypeVar: INTRINSIC_1.INTRINSIC_TYPEVAR,
  ParamSpec: INTRINSIC_1.INTRINSIC_PARAMSPEC,
  TypeVarTuple: INTRINSIC_1.INTRINSIC_TYPEVARTUPLE,
} as const;

/** Makes the parameters, binds their names, leaves the tuple of them on the stack. */
export function typeParameters(c: Compiler, parameters: readonly type_param[]): void {
  let seenDefault = false;
  for (const parameter of parameters) {
    const location = locationOf(parameter);
    c.loadStr(location, parameter.name);
    const bound = parameter.kind === "TypeVar" ? parameter.bound : null;
    if (bound !== null) {
      boundOrDefault(c, bound, parameter, false);
      const intrinsic =
        bound.kind === "Tuple"
          ? INTRINSIC_2.INTRINSIC_TYPEVAR_WITH_CONSTRAINTS
          : INTRINSIC_2.INTRINSIC_TYPEVAR_WITH_BOUND;
      c.addop(location, OP.CALL_INTRINSIC_2, intrinsic);
    } else {
      c.addop(location, OP.CALL_INTRINSIC_1, CONSTRUCTORS[parameter.kind]);
    }
    if (parameter.default_value !== null) {
      seenDefault = true;
      boundOrDefault(c, parameter.default_value, parameter, true);
      c.addop(location, OP.CALL_INTRINSIC_2, INTRINSIC_2.INTRINSIC_SET_TYPEPARAM_DEFAULT);
    } else if (seenDefault) {
      throw c.error(location, `non-default type parameter '${parameter.name}' follows default type parameter`);
    }
    c.addop(location, OP.COPY, 1);
    nameOperation(c, location, parameter.name, "Store");
  }
  c.addop(locationOf(parameters[0]), OP.BUILD_TUPLE, parameters.length);
}

export function visitTypeAlias(c: Compiler, s: Node<"TypeAlias">): void {
  const location = locationOf(s);
  const name = (s.name as Node<"Name">).id;
  const isGeneric = s.type_params.length > 0;
  if (isGeneric) {
    c.enterScope(`<generic parameters of ${name}>`, "type parameters", s.type_params, s.lineno);
    c.loadStr(location, name);
    typeParameters(c, s.type_params);
  } else {
    c.loadStr(location, name);
    c.loadNone(location);
  }
  c.enterScope(name, "function", s, s.lineno);
  // The first constant is a function's docstring: this one has none.
  c.unit.metadata.consts.add({ type: "None" });
  c.visitExpr(s.value);
  c.addop(location, OP.RETURN_VALUE);
  makeClosure(c, location, c.leaveScope(false), 0);
  c.addop(location, OP.BUILD_TUPLE, 3);
  c.addop(location, OP.CALL_INTRINSIC_1, INTRINSIC_1.INTRINSIC_TYPEALIAS);
  if (isGeneric) {
    makeClosure(c, location, c.leaveScope(false), 0);
    c.addop(location, OP.PUSH_NULL);
    c.addop(location, OP.CALL, 0);
  }
  nameOperation(c, location, name, "Store");
}
