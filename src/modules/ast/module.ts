// _ast: the classes of the syntax tree and the flags of compile() that ask for one; and the door that compile() uses.

import { validateTree } from "../../compiler/validate.ts";
import type { Borrowed } from "../../memory/memory.ts";
import { declareModule } from "../../objects/declare.ts";
import { raise, typeNameOf } from "../../objects/errors.ts";
import { PyObject_IsInstance } from "../../objects/isinstance.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { isInstanceOf, newRef, typeIn } from "../../objects/object.ts";
import { PyExc_RecursionError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import type { Mode } from "../../parser/index.ts";
import type { mod } from "../../parser/nodes.ts";
import { remainingRecursion } from "../c_depth.ts";
import { setStolen } from "../make_module.ts";
import { objectsToTree } from "./from_objects.ts";
import { AST_type, addClasses, needClasses } from "./node_types.ts";
import { classOf } from "./state.ts";

/** PyAST_Check. */
export function isTreeObject(o: Borrowed): boolean {
  return isInstanceOf(o, typeIn(AST_type));
}

const ROOTS: Readonly<Record<Mode, string>> = {
  exec: "Module",
  eval: "Expression",
  single: "Interactive",
  func_type: "FunctionType",
};
const ERRORS = { ValueError: PyExc_ValueError, TypeError: PyExc_TypeError, RecursionError: PyExc_RecursionError };

/** PyAST_obj2mod, then the checks that a tree of a program's own needs. Null with an error set. */
export function readTree(o: Borrowed, mode: Mode): mod | null {
  if (!needClasses()) return null;
  const isRoot = PyObject_IsInstance(o, classOf(ROOTS[mode]));
  if (isRoot <= 0) {
    if (isRoot === 0) raise(PyExc_TypeError, `expected ${ROOTS[mode]} node, got ${typeNameOf(o)}`);
    return null;
  }
  const limit = remainingRecursion();
  const tree = objectsToTree(o, "mod", limit);
  if (tree === null) return null;
  const invalid = validateTree(tree, limit);
  if (invalid === null) return tree as mod;
  raise(ERRORS[invalid.type], invalid.message);
  return null;
}

const FLAGS: readonly [string, number][] = [
  ["PyCF_ALLOW_TOP_LEVEL_AWAIT", 0x2000],
  ["PyCF_ONLY_AST", 0x400],
  ["PyCF_TYPE_COMMENTS", 0x1000],
  ["PyCF_OPTIMIZED_AST", 0x8400],
];

declareModule({
  name: "_ast",
  exec: (_module, dict) => {
    if (!needClasses()) return -1;
    if (setStolen(dict, "AST", newRef(typeIn(AST_type))) < 0) return -1;
    for (const [name, value] of FLAGS) if (setStolen(dict, name, PyLong_FromNumber(value)) < 0) return -1;
    return addClasses(dict);
  },
});
