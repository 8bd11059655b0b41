// The order of the frozensets among the constants of a compilation. CPython's compiler makes each several times over, and
// each time its items are added in the order in which the table before gave them:
//
//   from the display, when it is folded  →  when constants are merged  →  when strings among them are interned, if an equal
//   string was interned before: by the names of the source, or by the process
//
// Invariant: afterwards `items` are in the order in which they are added to the set that the code object holds.
import type { Constant } from "../base/constant.ts";
import type { Code } from "../bytecode/code.ts";
import { frozensetOrder } from "../bytecode/frozenset_order.ts";
import { type mod, NODES } from "../parser/nodes.ts";

/** Whether the process has interned a string of name characters. Asked only where an order depends on it. */
export type IsInterned = (text: string) => boolean;

/** Puts the frozensets of a code object, and of those in it, in order. tree: what it is compiled from. */
export function orderFrozensets(code: Code, tree: mod, isInterned: IsInterned): void {
  let names: Set<string> | null = null;
  orderIn(code, (text) => {
    names ??= identifiersOf(tree);
    return names.has(text) || isInterned(text);
  });
}

function orderIn(code: Code, isInterned: IsInterned): void {
  code.co_consts.forEach((constant, index) => {
    if (constant.type === "code") orderIn(constant.code, isInterned);
    else if (constant.type === "frozenset" || constant.type === "tuple") {
      code.co_consts[index] = ordered(constant, isInterned);
    }
  });
}

function ordered(constant: Constant, isInterned: IsInterned): Constant {
  if (constant.type !== "frozenset" && constant.type !== "tuple") return constant;
  const items = constant.items.map((item) => ordered(item, isInterned));
  if (constant.type === "tuple")
    return items.some((item, i) => item !== constant.items[i]) ? { ...constant, items } : constant;
  const merged = frozensetOrder(items);
  const last = frozensetOrder(merged);
  const isSettled = isSameOrder(last, frozensetOrder(last));
  return { ...constant, items: isSettled || !last.some((item) => isReplaced(item, isInterned)) ? merged : last };
}

function isSameOrder(a: readonly Constant[], b: readonly Constant[]): boolean {
  return a.every((item, i) => item === b[i]);
}

/** Whether interning puts another object in the place of this one. The strings in a tuple are replaced within it. */
function isReplaced(constant: Constant, isInterned: IsInterned): boolean {
  // A single character is one object from the start.
  if (constant.type !== "str" || constant.wtf8.length < 2) return false;
  const text = String.fromCharCode(...constant.wtf8);
  return /^\w+$/.test(text) && isInterned(text);
}

/** All names that the parser has interned for a tree. */
function identifiersOf(tree: mod): Set<string> {
  const names = new Set<string>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === "object" && value !== null && "kind" in value) {
      const node = value as { kind: keyof typeof NODES } & Record<string, unknown>;
      for (const [field, type] of Object.entries(NODES[node.kind]?.[1] ?? {})) {
        if (!type.startsWith("identifier")) visit(node[field]);
        else for (const name of [node[field]].flat()) if (typeof name === "string") addName(names, name);
      }
    }
  };
  visit(tree);
  return names;
}

/** A module's name is interned in parts. */
function addName(names: Set<string>, name: string): void {
  for (const part of name.split(".")) names.add(part);
}
