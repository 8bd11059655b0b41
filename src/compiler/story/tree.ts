// The syntax tree as rows: a parent before its children, fields in the order of the grammar. Without recursion: a tree may
// be deeper than the host's stack.

import type { Constant } from "../../base/constant.ts";
import { reprConstant } from "../../bytecode/constant_repr.ts";
import { type AnyNode, cpythonFieldName, type Kind, NAMES, NODES, type Position } from "../../parser/nodes.ts";
import { strConstant } from "../text.ts";
import type { NodeFact } from "./facts.ts";
import type { Places } from "./places.ts";

type FieldValue = AnyNode | string | number | null | Constant | readonly (AnyNode | string | null)[];
interface Pending {
  readonly node: AnyNode | null;
  readonly parent: number;
  readonly depth: number;
  readonly field: string;
}

const repr = (text: string): string => reprConstant(strConstant(text), () => "");

/** A field that holds no node, as ast.dump prints it; null for one that does. */
function valueText(type: string, value: FieldValue): string | null {
  const base = type.replace(/[?*]+$/, "");
  if (base in NAMES) {
    return Array.isArray(value) ? `[${value.map((name) => `${name}()`).join(", ")}]` : `${value as string}()`;
  }
  if (base === "constant") return reprConstant(value as Constant, () => "");
  if (base === "identifier" || base === "string") {
    return Array.isArray(value) ? `[${value.map((name) => repr(name as string)).join(", ")}]` : repr(value as string);
  }
  return base === "int" ? String(value) : null;
}

export function treeFacts(root: AnyNode, places: Places): NodeFact[] {
  const facts: NodeFact[] = [];
  const pending: Pending[] = [{ node: root, parent: -1, depth: 0, field: "" }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, parent, depth, field } = next;
    const values: [string, string][] = [];
    const index = facts.length;
    if (node === null) {
      facts.push({ kind: "None", parent, depth, field, place: null, values });
      continue;
    }
    const children: Pending[] = [];
    for (const [name, type] of Object.entries(NODES[node.kind as Kind][1] as Record<string, string>)) {
      const value = (node as unknown as Record<string, FieldValue>)[name];
      if (value === null || (Array.isArray(value) && value.length === 0)) continue;
      const shownName = cpythonFieldName(name);
      const text = valueText(type, value);
      if (text !== null) values.push([shownName, text]);
      else if (Array.isArray(value)) {
        (value as (AnyNode | null)[]).forEach((child, at) => {
          children.push({ node: child, parent: index, depth: depth + 1, field: `${shownName}[${at}]` });
        });
      } else children.push({ node: value as AnyNode, parent: index, depth: depth + 1, field: shownName });
    }
    const place = "lineno" in node && "col_offset" in node ? places.place(node as Position) : null;
    facts.push({ kind: node.kind, parent, depth, field, place, values });
    while (children.length > 0) pending.push(children.pop()!);
  }
  return facts;
}
