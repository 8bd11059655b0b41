// The parser's tree as Python objects.
//
// A list of places that wait for their node takes the place of recursion: a node's object is made with its plain fields,
// and its children are noted to be put in later. How deep a tree may be is CPython's limit all the same.
// Invariant: a place that waits holds None (in a dict) or null (in a list), so that the whole can be released at any time.
import { type Address, type Borrowed, type Owned, setPtr } from "../../memory/memory.ts";
import { constantObject } from "../../objects/code.ts";
import { PyDict_New, PyDict_SetItem } from "../../objects/dict_core.ts";
import { PyErr_NoMemory, raise } from "../../objects/errors.ts";
import { listItems, PyList_New, PyList_SET_ITEM } from "../../objects/list_core.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { decref, newRef } from "../../objects/object.ts";
import { Py_None, PyExc_RecursionError } from "../../objects/types.ts";
import { PyUnicode_FromString } from "../../objects/unicode_core.ts";
import { _PyUnicode_InternImmortal } from "../../objects/unicode_intern.ts";
import { type AnyNode, NODES, POSITION_FIELDS } from "../../parser/nodes.ts";
import { remainingRecursion } from "../c_depth.ts";
import { allocate } from "../type_support.ts";
import { AST_object } from "./node_types.ts";
import { classOf, type Field, hasPositions, member, nodeFields, singletonOf } from "./state.ts";

/** A child and where its object goes: under a key of a dict, or at an index of a list. */
interface Place {
  readonly node: AnyNode;
  readonly container: Borrowed;
  readonly key: Borrowed;
  readonly index: number;
  readonly depth: number;
}

type Row = Readonly<Record<string, unknown>>;

function isNode(type: string): boolean {
  return type in NODES || GROUPS.has(type);
}
const GROUPS = new Set<string>(Object.values(NODES).map(([group]) => group));

/** An identifier, string, int, constant or operator. Owned, 0 with an error set. */
function plainObject(type: string, value: unknown): Owned {
  switch (type) {
    case "identifier":
      return _PyUnicode_InternImmortal(PyUnicode_FromString(value as string)) || PyErr_NoMemory();
    case "string":
      return PyUnicode_FromString(value as string) || PyErr_NoMemory();
    case "int":
      return PyLong_FromNumber(value as number) || PyErr_NoMemory();
    case "constant":
      return constantObject(value as Parameters<typeof constantObject>[0]);
    default:
      return newRef(singletonOf(value as string));
  }
}

/** dict[key] = value, stealing the value; false with an error set. */
function store(dict: Borrowed, key: Borrowed, value: Owned): boolean {
  if (value === 0) return false;
  const status = PyDict_SetItem(dict, key, value);
  decref(value);
  return status >= 0;
}

class Builder {
  private readonly places: Place[] = [];
  private readonly recursionLimit: number;
  /** Of the node that is being made; the root is at 1. */
  private depth = 1;

  constructor(recursionLimit: number) {
    this.recursionLimit = recursionLimit;
  }

  /** The object of a whole tree. Owned, 0 with an error set. */
  build(tree: AnyNode): Owned {
    const root = this.make(tree);
    if (root === 0) return 0;
    for (let place = this.places.pop(); place !== undefined; place = this.places.pop()) {
      this.depth = place.depth;
      const made = this.make(place.node);
      let placed = made !== 0;
      if (placed && place.key === 0) setPtr(listItems(place.container) + place.index * 8, made);
      else if (placed) placed = store(place.container, place.key, made);
      if (placed) continue;
      decref(root);
      return 0;
    }
    return root;
  }

  /** A node's object, with its children yet to come. */
  private make(node: AnyNode): Owned {
    if (this.depth > this.recursionLimit) {
      return raise(PyExc_RecursionError, "maximum recursion depth exceeded during ast construction");
    }
    const object = allocate(classOf(node.kind));
    if (object === 0) return 0;
    const dict = PyDict_New();
    if (dict === 0) {
      decref(object);
      return PyErr_NoMemory();
    }
    setPtr(object + AST_object.dict, dict);
    const row = node as unknown as Row;
    let isFilled = nodeFields(node.kind).every((field) => this.fill(dict, field, row[field.key]));
    if (isFilled && hasPositions(node.kind)) {
      isFilled = POSITION_FIELDS.every((name) => store(dict, member(name), plainObject("int", row[name])));
    }
    if (isFilled) return object;
    decref(object);
    return 0;
  }

  private fill(dict: Borrowed, field: Field, value: unknown): boolean {
    const key = member(field.name);
    if (field.isSequence) return store(dict, key, this.list(field.type, value as readonly unknown[]));
    if (value === null || value === undefined) return PyDict_SetItem(dict, key, Py_None) >= 0;
    if (!isNode(field.type)) return store(dict, key, plainObject(field.type, value));
    this.places.push({ node: value as AnyNode, container: dict, key, index: 0, depth: this.depth + 1 });
    return PyDict_SetItem(dict, key, Py_None) >= 0;
  }

  private list(type: string, values: readonly unknown[]): Owned {
    const list = PyList_New(values.length);
    if (list === 0) return PyErr_NoMemory();
    for (let index = 0; index < values.length; index++) {
      const value = values[index];
      let item: Address = 0;
      if (value === null) item = newRef(Py_None);
      else if (isNode(type)) {
        this.places.push({ node: value as AnyNode, container: list, key: 0, index, depth: this.depth + 1 });
      } else item = plainObject(type, value);
      if (item !== 0) PyList_SET_ITEM(list, index, item);
      else if (!isNode(type)) {
        decref(list);
        return 0;
      }
    }
    return list;
  }
}

/** A tree as objects of the classes of ast, which must exist. Owned, 0 with an error set. */
export function treeToObjects(tree: AnyNode): Owned {
  return new Builder(remainingRecursion()).build(tree);
}
