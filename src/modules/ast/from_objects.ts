// Python objects as the parser's tree, with the errors that CPython gives for what is no tree.
//
// Fields are read depth first, in the order of the grammar, because attribute look-ups may run code and the first error
// counts. The nodes that are being read stand on an explicit stack, so a deep tree needs no deep JavaScript stack.
// Invariant: every object on the stack, and every list that is being walked, is owned by it.
import type { Constant } from "../../base/constant.ts";
import type { Borrowed, Owned } from "../../memory/memory.ts";
import { PyObject_GetOptionalAttr, PyObject_Repr } from "../../objects/abstract.ts";
import { bytesView, PyBytes_CheckExact } from "../../objects/bytes_core.ts";
import { complexImag, complexReal } from "../../objects/complex_core.ts";
import { PyErr_Occurred, raise, typeNameOf } from "../../objects/errors.ts";
import { floatValue } from "../../objects/float_core.ts";
import { PyObject_IsInstance } from "../../objects/isinstance.ts";
import { PyList_GET_ITEM } from "../../objects/list_core.ts";
import { longToNumber } from "../../objects/long_core.ts";
import { longToBigInt } from "../../objects/long_digits.ts";
import {
  decref,
  hasTypeFlag,
  isBytes,
  newRef,
  Py_TPFLAGS_LIST_SUBCLASS,
  Py_TPFLAGS_LONG_SUBCLASS,
  sizeOf,
  typeOf,
  xdecref,
} from "../../objects/object.ts";
import { setNext, setNextKey } from "../../objects/set_core.ts";
import { PyTuple_GET_ITEM } from "../../objects/tuple_core.ts";
import {
  Py_Ellipsis,
  Py_False,
  Py_None,
  Py_True,
  PyComplex_Type,
  PyExc_OverflowError,
  PyExc_RecursionError,
  PyExc_RuntimeError,
  PyExc_TypeError,
  PyExc_ValueError,
  PyFloat_Type,
  PyFrozenSet_Type,
  PyLong_Type,
  PyTuple_Type,
  PyUnicode_Type,
} from "../../objects/types.ts";
import { textOf, wtf8Of } from "../../objects/unicode_core.ts";
import { type AnyNode, type Group, type Kind, NAMES, NODES, POSITION_FIELDS } from "../../parser/nodes.ts";
import { classOf, type Field, hasOptionalEnds, hasPositions, KINDS, member, nodeFields, SUM_GROUPS } from "./state.ts";

/** A constant that no program can hold: the validator refuses it, and names its type. */
export interface InvalidConstant {
  readonly type: "invalid";
  readonly typeName: string;
}

/** Lists and names of operators are read where they stand; the others need a node of their own. */
const OPERATORS = NAMES as Readonly<Record<string, readonly string[]>>;

/** Lists in which None becomes a null pointer that CPython follows. */
const MUST_NOT_HOLD_NONE = new Set(["pattern", "excepthandler", "type_ignore", "type_param", "identifier"]);

type Row = Record<string, unknown>;

/** A node that is being read. */
interface Pending {
  readonly object: Owned;
  readonly kind: Kind;
  readonly node: Row;
  /** The field that is read now. */
  fieldIndex: number;
  /** The list that is walked, or 0. */
  list: Owned;
  listIndex: number;
  listLength: number;
}

class Failed extends Error {}

function fail(): never {
  throw new Failed();
}

function error(type: Borrowed, message: string): never {
  raise(type, message);
  throw new Failed();
}

function repr(o: Borrowed): string {
  const shown = PyObject_Repr(o);
  if (shown === 0) fail();
  const text = textOf(shown);
  decref(shown);
  return text;
}

/** o.name, or 0 when there is none. */
function attribute(o: Borrowed, name: string): Owned {
  const value = PyObject_GetOptionalAttr(o, member(name));
  if (value === 0 && PyErr_Occurred() !== 0) fail();
  return value;
}

function isOneOf(o: Borrowed, name: string): boolean {
  const answer = PyObject_IsInstance(o, classOf(name));
  if (answer < 0) fail();
  return answer > 0;
}

// -- plain values --------------------------------------------------------------------------------------------------------

function textValue(o: Borrowed, isIdentifier: boolean): string {
  const isText = typeOf(o) === PyUnicode_Type;
  if (!isText && !(isBytes(o) && !isIdentifier)) {
    error(PyExc_TypeError, isIdentifier ? "AST identifier must be of type str" : "AST string must be of type str");
  }
  return isText ? textOf(o) : "";
}

function intValue(o: Borrowed): number {
  if (!hasTypeFlag(o, Py_TPFLAGS_LONG_SUBCLASS)) error(PyExc_ValueError, `invalid integer value: ${repr(o)}`);
  const value = longToNumber(o);
  if (value > 0x7fffffff || value < -0x80000000) {
    error(PyExc_OverflowError, "Python int too large to convert to C int");
  }
  return value;
}

/** An object as a constant of the compiler. What is none becomes an InvalidConstant. */
export function constantOf(o: Borrowed): Constant | InvalidConstant {
  switch (o) {
    case Py_None:
      return { type: "None" };
    case Py_True:
      return { type: "True" };
    case Py_False:
      return { type: "False" };
    case Py_Ellipsis:
      return { type: "Ellipsis" };
  }
  if (PyBytes_CheckExact(o)) return { type: "bytes", bytes: bytesView(o).slice() };
  switch (typeOf(o)) {
    case PyLong_Type:
      return { type: "int", value: longToBigInt(o) };
    case PyFloat_Type:
      return { type: "float", value: floatValue(o) };
    case PyComplex_Type:
      return { type: "complex", real: complexReal(o), imag: complexImag(o) };
    case PyUnicode_Type:
      return { type: "str", wtf8: wtf8Of(o) };
    case PyTuple_Type:
    case PyFrozenSet_Type:
      return collectionOf(o);
  }
  return { type: "invalid", typeName: typeNameOf(o) };
}

function collectionOf(o: Borrowed): Constant | InvalidConstant {
  const isTuple = typeOf(o) === PyTuple_Type;
  const items: Constant[] = [];
  const take = (item: Borrowed): InvalidConstant | null => {
    const value = constantOf(item);
    if (value.type === "invalid") return value;
    items.push(value);
    return null;
  };
  let invalid: InvalidConstant | null = null;
  if (isTuple) for (let i = 0; invalid === null && i < sizeOf(o); i++) invalid = take(PyTuple_GET_ITEM(o, i));
  else for (let at = setNext(o, 0); invalid === null && at > 0; at = setNext(o, at)) invalid = take(setNextKey());
  return invalid ?? { type: isTuple ? "tuple" : "frozenset", items };
}

function operatorOf(o: Borrowed, group: string): string {
  for (const operator of OPERATORS[group]) if (isOneOf(o, operator)) return operator;
  error(PyExc_TypeError, `expected some sort of ${group}, but got ${repr(o)}`);
}

/** A value that needs no node: never called with null. */
function plainValue(o: Borrowed, type: string): unknown {
  switch (type) {
    case "identifier":
    case "string":
      return textValue(o, type === "identifier");
    case "int":
      return intValue(o);
    case "constant":
      return constantOf(o);
    default:
      return operatorOf(o, type);
  }
}

function isNode(type: string): boolean {
  return !(type in OPERATORS) && !["identifier", "string", "int", "constant"].includes(type);
}

// -- nodes ---------------------------------------------------------------------------------------------------------------

/** The positions of a node, read before its class is asked for. */
function readPositions(o: Borrowed, group: Group, node: Row): void {
  for (const name of POSITION_FIELDS) {
    const value = attribute(o, name);
    const isEnd = name.startsWith("end_");
    if (value !== 0 && !(value === Py_None && isEnd && hasOptionalEnds(group))) {
      try {
        node[name] = intValue(value);
      } finally {
        decref(value);
      }
      continue;
    }
    xdecref(value);
    if (!isEnd || !hasOptionalEnds(group)) {
      error(PyExc_TypeError, `required field "${name}" missing from ${group}`);
    }
    node[name] = node[name.slice("end_".length)];
  }
}

/** The constructor that an object of a group belongs to. */
function kindOf(o: Borrowed, group: Group): Kind {
  if (!SUM_GROUPS.includes(group)) return group as Kind;
  for (const kind of KINDS) if (NODES[kind][0] === group && typeOf(o) === classOf(kind)) return kind;
  for (const kind of KINDS) if (NODES[kind][0] === group && isOneOf(o, kind)) return kind;
  error(PyExc_TypeError, `expected some sort of ${group}, but got ${repr(o)}`);
}

class Reader {
  private readonly stack: Pending[] = [];
  private readonly recursionLimit: number;

  constructor(recursionLimit: number) {
    this.recursionLimit = recursionLimit;
  }

  read(o: Borrowed, group: Group): AnyNode | null {
    try {
      const root = this.open(o, group);
      while (this.stack.length > 0) this.step(this.stack[this.stack.length - 1]);
      return root as unknown as AnyNode;
    } catch (problem) {
      for (const pending of this.stack) {
        decref(pending.object);
        xdecref(pending.list);
      }
      if (problem instanceof Failed) return null;
      throw problem;
    }
  }

  /** Begins a node. Null for None. */
  private open(o: Borrowed, group: Group): Row | null {
    const isSum = SUM_GROUPS.includes(group);
    if (o === Py_None && isSum) return null;
    const node: Row = {};
    if (isSum && hasPositions(firstKind(group))) readPositions(o, group, node);
    const kind = kindOf(o, group);
    node.kind = kind;
    if (this.stack.length > this.recursionLimit) {
      error(PyExc_RecursionError, `maximum recursion depth exceeded while traversing '${group}' node`);
    }
    this.stack.push({ object: newRef(o), kind, node, fieldIndex: 0, list: 0, listIndex: 0, listLength: 0 });
    return node;
  }

  /** Reads one field, or one item of a list, or ends the node. */
  private step(pending: Pending): void {
    const fields = nodeFields(pending.kind);
    if (pending.list !== 0) return this.item(pending, fields[pending.fieldIndex]);
    if (pending.fieldIndex === fields.length) return this.close(pending, fields);
    const field = fields[pending.fieldIndex];
    const value = attribute(pending.object, field.name);
    if (field.isSequence) return this.openList(pending, field, value);
    pending.fieldIndex++;
    try {
      this.single(pending, field, value);
    } finally {
      xdecref(value);
    }
  }

  private single(pending: Pending, field: Field, value: Borrowed): void {
    const { node } = pending;
    if (value === 0 || (value === Py_None && field.isOptional)) {
      if (!field.isOptional) {
        error(PyExc_TypeError, `required field "${field.name}" missing from ${pending.kind}`);
      }
      node[field.key] = null;
    } else if (isNode(field.type)) {
      node[field.key] = null;
      node[field.key] = this.open(value, field.type as Group);
    } else
      node[field.key] =
        value === Py_None && (field.type === "identifier" || field.type === "string")
          ? null
          : plainValue(value, field.type);
  }

  private openList(pending: Pending, field: Field, value: Owned): void {
    if (value === 0) {
      pending.node[field.key] = [];
      pending.fieldIndex++;
      return;
    }
    if (!hasTypeFlag(value, Py_TPFLAGS_LIST_SUBCLASS)) {
      const name = typeNameOf(value);
      decref(value);
      error(PyExc_TypeError, `${pending.kind} field "${field.name}" must be a list, not a ${name}`);
    }
    pending.node[field.key] = [];
    pending.list = value;
    pending.listIndex = 0;
    pending.listLength = sizeOf(value);
  }

  private item(pending: Pending, field: Field): void {
    const { list } = pending;
    if (pending.listIndex > 0 && sizeOf(list) !== pending.listLength) {
      error(PyExc_RuntimeError, `${pending.kind} field "${field.name}" changed size during iteration`);
    }
    if (pending.listIndex >= pending.listLength) {
      pending.list = 0;
      pending.fieldIndex++;
      decref(list);
      return;
    }
    const item = newRef(PyList_GET_ITEM(list, pending.listIndex++));
    const items = pending.node[field.key] as unknown[];
    try {
      if (item === Py_None && MUST_NOT_HOLD_NONE.has(field.type)) {
        error(PyExc_ValueError, `None disallowed in ${field.type} list`);
      }
      if (isNode(field.type)) items.push(this.open(item, field.type as Group));
      else items.push(plainValue(item, field.type));
    } finally {
      decref(item);
    }
  }

  /** All fields are read: those that the grammar requires must be there. */
  private close(pending: Pending, fields: readonly Field[]): void {
    for (const field of fields) {
      if (field.isOptional || field.isSequence || field.type === "int" || pending.node[field.key] !== null) continue;
      error(PyExc_ValueError, `field '${field.name}' is required for ${pending.kind}`);
    }
    // A product's positions come after its fields.
    const group = NODES[pending.kind][0];
    if (!SUM_GROUPS.includes(group) && hasPositions(pending.kind)) readPositions(pending.object, group, pending.node);
    this.stack.pop();
    decref(pending.object);
  }
}

const first = new Map<Group, Kind>();
function firstKind(group: Group): Kind {
  let kind = first.get(group);
  if (kind === undefined) {
    kind = KINDS.find((one) => NODES[one][0] === group) as Kind;
    first.set(group, kind);
  }
  return kind;
}

/** An object of a group's classes as a tree; null with an error set. */
export function objectsToTree(o: Borrowed, group: Group, recursionLimit: number): AnyNode | null {
  return new Reader(recursionLimit).read(o, group);
}
