// X | Y of types: types.UnionType. The members lie flat, each once, in the order written.
import { gcNewVar, gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { unionobject } from "../memory/structs/descriptors.ts";
import {
  Py_EQ,
  Py_NE,
  PyNumber_Or,
  PyObject_Hash,
  PyObject_RichCompare,
  PyObject_RichCompareBool,
  pushGetAttr,
} from "./abstract.ts";
import { PyObject_GenericGetAttr } from "./attributes.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory } from "./errors.ts";
import { makeParameters, newText, shownArgument, substituteParameters } from "./generic_alias_core.ts";
import { identifier } from "./identifiers.ts";
import {
  clearSlot,
  decref,
  initObject,
  isInstanceOf,
  isType,
  isUnicode,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  sizeOf,
  typeOf,
  xnewRef,
} from "./object.ts";
import { newSet, PySet_Add } from "./set_core.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { freeInstance } from "./type_alloc.ts";
import {
  _PyNone_Type,
  _PyUnion_Type,
  Py_GenericAliasType,
  Py_None,
  Py_NotImplemented,
  PyFrozenSet_Type,
  PySet_Type,
} from "./types.ts";
import { _PyUnicode_EQ } from "./unicode_core.ts";

const ARGS = unionobject.args;
const PARAMETERS = unionobject.parameters;

/** Heap types beside the built-in ones that | accepts: typing's TypeAliasType. */
const unionable: ((o: Borrowed) => boolean)[] = [];

/** Lets | accept more objects: a module registers a test when it is evaluated. */
export function setUnionable(test: (o: Borrowed) => boolean): void {
  unionable.push(test);
}

function members(o: Borrowed): Borrowed[] | null {
  if (o === Py_None) return [_PyNone_Type];
  if (typeOf(o) === _PyUnion_Type) {
    const args = ptr(o + ARGS);
    return Array.from({ length: sizeOf(args) }, (_, i) => PyTuple_GET_ITEM(args, i));
  }
  const accepted = isType(o) || isInstanceOf(o, Py_GenericAliasType) || unionable.some((test) => test(o));
  return accepted ? [o] : null;
}

/** 1 when two members are the same: aliases compare, everything else is what it is. -1 with an error set. */
function isSame(a: Borrowed, b: Borrowed): number {
  if (a === b) return 1;
  if (!isInstanceOf(a, Py_GenericAliasType) || !isInstanceOf(b, Py_GenericAliasType)) return 0;
  return PyObject_RichCompareBool(a, b, Py_EQ);
}

/** a | b: NotImplemented when one is no type. */
export function newUnion(a: Borrowed, b: Borrowed): Owned {
  const left = members(a);
  const right = members(b);
  if (left === null || right === null) return Py_NotImplemented;
  const all: Borrowed[] = [];
  for (const member of [...left, ...right]) {
    let known = 0;
    for (let i = 0; i < all.length && known === 0; i++) known = isSame(all[i], member);
    if (known < 0) return 0;
    if (known === 0) all.push(member);
  }
  return all.length === 1 ? newRef(all[0]) : makeUnion(all);
}

function makeUnion(all: readonly Borrowed[]): Owned {
  const args = PyTuple_New(all.length);
  if (args === 0) return PyErr_NoMemory();
  all.forEach((member, i) => {
    PyTuple_SET_ITEM(args, i, newRef(member));
  });
  const o = gcNewVar(_PyUnion_Type, unionobject.sizeof);
  if (o === 0) {
    decref(args);
    return PyErr_NoMemory();
  }
  initObject(o, _PyUnion_Type);
  setPtr(o + ARGS, args);
  setPtr(o + PARAMETERS, 0);
  gcTrack(o);
  return o;
}

function union_repr(o: Borrowed): Owned {
  const parts: string[] = [];
  for (const member of members(o)!) {
    const shown = member === _PyNone_Type ? "None" : shownArgument(member);
    if (shown === null) return 0;
    parts.push(shown);
  }
  return newText(parts.join(" | "));
}

/** The members as a set: unions are equal whatever their order. Owned. */
function setOfMembers(o: Borrowed, type: Borrowed): Owned {
  const set = newSet(type);
  if (set === 0) return 0;
  for (const member of members(o)!) {
    if (PySet_Add(set, member) < 0) {
      decref(set);
      return 0;
    }
  }
  return set;
}

function union_hash(o: Borrowed): number {
  const set = setOfMembers(o, PyFrozenSet_Type);
  if (set === 0) return -1;
  const status = PyObject_Hash(set);
  decref(set);
  return status;
}

function union_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if ((op !== Py_EQ && op !== Py_NE) || typeOf(b) !== _PyUnion_Type) return Py_NotImplemented;
  const left = setOfMembers(a, PySet_Type);
  const right = left === 0 ? 0 : setOfMembers(b, PySet_Type);
  const result = right === 0 ? 0 : PyObject_RichCompare(left, right, op);
  if (left !== 0) decref(left);
  if (right !== 0) decref(right);
  return result;
}

/** The type variables of a union, borrowed: looked for once. */
function parametersOf(o: Borrowed): Borrowed {
  const known = ptr(o + PARAMETERS);
  if (known !== 0) return known;
  const parameters = makeParameters(ptr(o + ARGS));
  if (parameters !== 0) replaceSlot(o + PARAMETERS, parameters);
  return parameters;
}

function union_getitem(o: Borrowed, item: Borrowed): Owned {
  const parameters = parametersOf(o);
  const args = parameters === 0 ? 0 : substituteParameters(o, ptr(o + ARGS), parameters, item);
  if (args === 0) return 0;
  let result = sizeOf(args) === 0 ? makeUnion([]) : newRef(PyTuple_GET_ITEM(args, 0));
  for (let i = 1; i < sizeOf(args) && result !== 0; i++) {
    const next = PyNumber_Or(result, PyTuple_GET_ITEM(args, i));
    decref(result);
    result = next;
  }
  decref(args);
  return result;
}

const id_module = identifier("__module__");

function union_getattro(o: Borrowed, name: Borrowed): Owned {
  if (isUnicode(name) && (name === id_module || _PyUnicode_EQ(name, id_module))) return pushGetAttr(typeOf(o), name);
  return PyObject_GenericGetAttr(o, name);
}

declareType(_PyUnion_Type, {
  name: "types.UnionType",
  basicsize: unionobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: (o: Address): void => {
      if (isTracked(o)) gcUntrack(o);
      clearSlot(o + ARGS);
      clearSlot(o + PARAMETERS);
      freeInstance(o);
    },
    tp_traverse: (o: Address, visit: (o: Address) => number): number => {
      for (const at of [ARGS, PARAMETERS]) {
        const value = ptr(o + at);
        const stop = value === 0 ? 0 : visit(value);
        if (stop !== 0) return stop;
      }
      return 0;
    },
    tp_getattro: union_getattro,
    tp_hash: union_hash,
    tp_richcompare: union_richcompare,
    nb_or: newUnion,
    mp_subscript: union_getitem,
    tp_repr: union_repr,
  },
  members: [["__args__", "object", ARGS, "readonly"]],
  getset: [["__parameters__", (o: Borrowed): Owned => xnewRef(parametersOf(o))]],
});
