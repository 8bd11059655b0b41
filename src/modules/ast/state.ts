// ast_state: where the interpreter keeps the classes of the syntax tree, the instances that stand for operators and
// contexts, and the names of fields.
//
// CPython generates the structure from the grammar, its members sorted by name; here the same rule is applied to the
// parser's table, so a class has the offset that pycore_ast_state.h gives it.
// Invariant: names are there from the first use of compile() on, the rest from when the classes are made (node_types.ts); until
// then members are null.
import { assert } from "../../base/assert.ts";
import { INTERPRETER } from "../../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../../memory/memory.ts";
import { PyInterpreterState } from "../../memory/structs/runtime.ts";
import { cpythonFieldName, type Group, type Kind, NAMES, NODES, POSITION_FIELDS } from "../../parser/nodes.ts";

const ONCE_AND_FINALIZED_BYTES = 8;
const MEMBER_COUNT = 243;

export type OperatorGroup = keyof typeof NAMES;
export const OPERATOR_GROUPS = Object.keys(NAMES) as OperatorGroup[];
export const KINDS = Object.keys(NODES) as Kind[];

/** Groups that have more than one constructor, or one of another name: classes of their own. */
export const SUM_GROUPS: readonly Group[] = [
  "mod",
  "stmt",
  "expr",
  "excepthandler",
  "pattern",
  "type_ignore",
  "type_param",
];

/** A field of a node: its key in the parser's tree, CPython's name, and its type in the grammar. */
export interface Field {
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly isOptional: boolean;
  readonly isSequence: boolean;
}

function fieldsOf(kind: Kind): Field[] {
  return Object.entries(NODES[kind][1] as Record<string, string>).map(([key, spelled]) => ({
    key,
    name: cpythonFieldName(key),
    type: spelled.replace(/[?*]+$/, ""),
    isOptional: /\?$/.test(spelled),
    isSequence: spelled.endsWith("*"),
  }));
}

const fields = new Map<Kind, readonly Field[]>();
/** The fields of a constructor, in order. */
export function nodeFields(kind: Kind): readonly Field[] {
  let row = fields.get(kind);
  if (row === undefined) {
    row = fieldsOf(kind);
    fields.set(kind, row);
  }
  return row;
}

let slots: Map<string, Address> | undefined;

function memberSlots(): Map<string, Address> {
  if (slots !== undefined) return slots;
  const names = new Set(["AST_type", "__dict__", "__doc__", "__match_args__", "__module__", "_attributes", "_fields"]);
  names.add("ast");
  for (const group of [...SUM_GROUPS, ...OPERATOR_GROUPS]) names.add(`${group}_type`);
  for (const operators of Object.values(NAMES)) {
    for (const operator of operators) names.add(`${operator}_type`).add(`${operator}_singleton`);
  }
  for (const kind of KINDS) {
    names.add(`${kind}_type`);
    for (const field of nodeFields(kind)) names.add(field.name);
  }
  for (const position of POSITION_FIELDS) names.add(position);
  const sorted = [...names].sort();
  assert(sorted.length === MEMBER_COUNT, `ast_state has ${sorted.length} members`);
  const start = INTERPRETER + PyInterpreterState.ast + ONCE_AND_FINALIZED_BYTES;
  slots = new Map(sorted.map((name, index) => [name, start + index * 8]));
  return slots;
}

function slotOf(member: string): Address {
  const slot = memberSlots().get(member);
  assert(slot !== undefined, `ast_state has no ${member}`);
  return slot;
}

/** All members that are names: fields and what classes are made with. */
export function nameMembers(): string[] {
  return [...memberSlots().keys()].filter((name) => !/_(type|singleton)$/.test(name) || name === "context_expr");
}

export function member(name: string): Borrowed {
  return ptr(slotOf(name));
}

export function setMember(name: string, value: Owned): void {
  setPtr(slotOf(name), value);
}

/** The class of a constructor, group, operator, or of AST itself. Borrowed; 0 before the classes are made. */
export function classOf(name: string): Borrowed {
  return ptr(slotOf(`${name}_type`));
}

/** The instance that stands for an operator or context. Borrowed. */
export function singletonOf(operator: string): Borrowed {
  return ptr(slotOf(`${operator}_singleton`));
}

export function hasPositions(kind: Kind): boolean {
  return POSITIONED_GROUPS.has(NODES[kind][0]);
}

/** Whether a group's ends of positions may be left out. */
export function hasOptionalEnds(group: Group): boolean {
  return group !== "pattern" && group !== "type_param";
}

const POSITIONED_GROUPS = new Set<Group>([
  "stmt",
  "expr",
  "excepthandler",
  "arg",
  "keyword",
  "alias",
  "pattern",
  "type_param",
]);
