// What is legal but surely a mistake: the compiler's SyntaxWarnings (check_compare, check_caller, check_subscripter,
// check_index of Python/compile.c).
import type { expr, Node } from "../../parser/nodes.ts";
import { type Compiler, locationOf } from "./compiler.ts";

const CONSTANT_TYPES = {
  None: "NoneType",
  True: "bool",
  False: "bool",
  Ellipsis: "ellipsis",
  int: "int",
  float: "float",
  complex: "complex",
  str: "str",
  bytes: "bytes",
  tuple: "tuple",
  frozenset: "frozenset",
} as const;

/** The name of the type that an expression surely has, or null (infer_type). */
function inferType(e: expr): string | null {
  switch (e.kind) {
    case "Tuple":
      return "tuple";
    case "List":
    case "ListComp":
      return "list";
    case "Dict":
    case "DictComp":
      return "dict";
    case "Set":
    case "SetComp":
      return "set";
    case "GeneratorExp":
      return "generator";
    case "Lambda":
      return "function";
    case "JoinedStr":
    case "FormattedValue":
      return "str";
    case "Constant":
      return CONSTANT_TYPES[e.value.type];
    default:
      return null;
  }
}

/** False for a literal that `is` should not be used with. */
function mayBeIdentical(e: expr): boolean {
  if (e.kind !== "Constant") return true;
  const { type } = e.value;
  return type === "None" || type === "True" || type === "False" || type === "Ellipsis";
}

export function checkCompare(c: Compiler, e: Node<"Compare">): void {
  let left = e.left;
  for (let i = 0; i < e.ops.length; i++) {
    const right = e.comparators[i];
    const op = e.ops[i];
    if (op === "Is" || op === "IsNot") {
      const literal = !mayBeIdentical(left) ? left : !mayBeIdentical(right) ? right : null;
      if (literal !== null) {
        const [word, better] = op === "Is" ? ["is", "=="] : ["is not", "!="];
        c.warn(locationOf(e), `"${word}" with '${inferType(literal)}' literal. Did you mean "${better}"?`);
        return;
      }
    }
    left = right;
  }
}

export function checkCaller(c: Compiler, e: expr): void {
  if (e.kind === "Lambda") return;
  const type = inferType(e);
  if (type === null) return;
  c.warn(locationOf(e), `'${type}' object is not callable; perhaps you missed a comma?`);
}

export function checkSubscripter(c: Compiler, e: expr): void {
  switch (e.kind) {
    case "Constant": {
      const { type } = e.value;
      if (type === "str" || type === "bytes" || type === "tuple") return;
      break;
    }
    case "Set":
    case "SetComp":
    case "GeneratorExp":
    case "Lambda":
      break;
    default:
      return;
  }
  c.warn(locationOf(e), `'${inferType(e)}' object is not subscriptable; perhaps you missed a comma?`);
}

export function checkIndex(c: Compiler, e: expr, index: expr): void {
  const indexType = inferType(index);
  if (indexType === null || indexType === "int" || indexType === "bool") return;
  switch (e.kind) {
    case "Constant": {
      const { type } = e.value;
      if (type !== "str" && type !== "bytes" && type !== "tuple") return;
      break;
    }
    case "Tuple":
    case "List":
    case "ListComp":
    case "JoinedStr":
    case "FormattedValue":
      break;
    default:
      return;
  }
  c.warn(
    locationOf(e),
    `${inferType(e)} indices must be integers or slices, not ${indexType}; perhaps you missed a comma?`,
  );
}
