// The types set and frozenset. The table is in set_core.ts, what takes iterables in set_operations.ts.

import { gcUntrack, isTracked } from "../gc/link.ts";
import { type Address, type Borrowed, high, low, type Owned, ptr, setI64 } from "../memory/memory.ts";
import { PySetObject } from "../memory/structs/containers.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { hashNotImplemented, Py_EQ, Py_GE, Py_GT, Py_LE, Py_LT, Py_NE, PyObject_GetAttr } from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { PyObject_CallNoArgs } from "./call.ts";
import { declareType, type MethodRow } from "./declare.ts";
import { _PyErr_SetKeyError, dictUsed } from "./dict_core.ts";
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_NoMemory,
  raise,
  raiseInt,
  typeName,
  typeNameOf,
} from "./errors.ts";
import { deliveredInt, PUSHED } from "./frames.ts";
import { genericAlias } from "./generic_alias_call.ts";
import { isHashUnset } from "./hash.ts";
import { identifier } from "./identifiers.ts";
import { PySequence_List } from "./list_extend.ts";
import { bool, PyLong_FromNumber } from "./long_core.ts";
import {
  _Py_TPFLAGS_MATCH_SELF,
  decref,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  typeOf,
  xdecref,
} from "./object.ts";
import { Py_ReprEnter, Py_ReprLeave } from "./repr_guard.ts";
import { pushReprItems } from "./repr_items.ts";
import {
  frozensetHash,
  isAnySet,
  isSet,
  newSet,
  releaseTable,
  setAddKey,
  setClear,
  setContainsKey,
  setCopy,
  setDiscardKey,
  setFill,
  setMerge,
  setNext,
  setNextKey,
  setPop,
  setSize,
  setSizeOf,
  setSwapBodies,
} from "./set_core.ts";
import { set_iter } from "./set_iterator.ts";
import {
  DIFFERENCE,
  DIFFERENCE_UPDATE,
  INTERSECTION,
  INTERSECTION_UPDATE,
  isSubset,
  overOthers,
  pushDifference,
  pushDifferenceUpdate,
  pushIntersection,
  pushNewFrozenSet,
  pushNewSet,
  pushSetUpdate,
  pushSymmetricDifferenceUpdate,
  set_isdisjoint,
  set_issubset,
  set_issuperset,
  set_symmetric_difference,
  truthAnswer,
  UNION,
  UPDATE,
} from "./set_operations.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { gcFreeText } from "./type_alloc.ts";
import {
  Py_False,
  Py_None,
  Py_NotImplemented,
  PyExc_KeyError,
  PyExc_TypeError,
  PyFrozenSet_Type,
  PySet_Type,
} from "./types.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";
import { PyObject_ClearWeakRefs } from "./weakref_core.ts";

const GETSTATE = identifier("__getstate__");

type Visit = (o: Borrowed) => number;

/** The arguments of set() and frozenset(): at most one, no keywords. False with an error set. */
function checkArguments(name: string, nargs: number, hasKeywords: boolean): boolean {
  if (hasKeywords) raise(PyExc_TypeError, `${name}() takes no keyword arguments`);
  else if (nargs > 1) raise(PyExc_TypeError, `${name} expected at most 1 argument, got ${nargs}`);
  return !hasKeywords && nargs <= 1;
}

function set_new(type: Borrowed): Owned {
  return newSet(type);
}

function set_init(set: Borrowed, args: Borrowed, keywords: Borrowed): number {
  if (keywords !== 0 && dictUsed(keywords) !== 0) {
    return raiseInt(PyExc_TypeError, "set() takes no keyword arguments");
  }
  const nargs = sizeOf(args);
  if (nargs > 1) {
    return raiseInt(PyExc_TypeError, `${typeNameOf(set)} expected at most 1 argument, got ${nargs}`);
  }
  if (setFill(set) !== 0) setClear(set);
  setI64(set + PySetObject.hash, -1, -1);
  if (nargs === 0) return 0;
  const answer = pushSetUpdate(set, PyTuple_GET_ITEM(args, 0), Py_None);
  return answer === PUSHED ? PUSHED : deliveredInt(answer);
}

function set_vectorcall(type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (!checkArguments("set", nargs, kwnames !== 0 && sizeOf(kwnames) !== 0)) return 0;
  return pushNewSet(type, nargs === 0 ? 0 : ptr(args));
}

function frozenset_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const ownInit = ptr(type + PyTypeObject.tp_init) === ptr(PyFrozenSet_Type + PyTypeObject.tp_init);
  if ((type === PyFrozenSet_Type || ownInit) && keywords !== 0 && dictUsed(keywords) !== 0) {
    return raise(PyExc_TypeError, "frozenset() takes no keyword arguments");
  }
  const nargs = sizeOf(args);
  if (nargs > 1) {
    return raise(PyExc_TypeError, `${typeName(type)} expected at most 1 argument, got ${nargs}`);
  }
  return pushNewFrozenSet(type, nargs === 0 ? 0 : PyTuple_GET_ITEM(args, 0));
}

function frozenset_vectorcall(type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (!checkArguments("frozenset", nargs, kwnames !== 0 && sizeOf(kwnames) !== 0)) return 0;
  return pushNewFrozenSet(type, nargs === 0 ? 0 : ptr(args));
}

// -- slots -------------------------------------------------------------------------------------------------------------

function set_dealloc(set: Address): void {
  if (isTracked(set)) gcUntrack(set);
  if (ptr(set + PySetObject.weakreflist) !== 0) PyObject_ClearWeakRefs(set);
  releaseTable(set);
  textFunction(ptr(typeOf(set) + PyTypeObject.tp_free))(set);
}

function set_traverse(set: Address, visit: Visit): number {
  for (let at = setNext(set, 0); at !== 0; at = setNext(set, at)) {
    const stop = visit(setNextKey());
    if (stop !== 0) return stop;
  }
  return 0;
}

function set_tp_clear(set: Address): number {
  setClear(set);
  return 0;
}

function set_repr(set: Borrowed): Owned {
  const name = typeNameOf(set);
  const entered = Py_ReprEnter(set);
  if (entered !== 0) return entered < 0 ? 0 : PyUnicode_FromString(`${name}(...)`) || PyErr_NoMemory();
  if (setSize(set) === 0) {
    Py_ReprLeave(set);
    return PyUnicode_FromString(`${name}()`) || PyErr_NoMemory();
  }
  const items = PyTuple_New(setSize(set));
  if (items !== 0) {
    let index = 0;
    for (let at = setNext(set, 0); at !== 0; at = setNext(set, at)) {
      PyTuple_SET_ITEM(items, index++, newRef(setNextKey()));
    }
  }
  const exact = typeOf(set) === PySet_Type;
  const prefix = PyUnicode_FromString(exact ? "{" : `${name}({`);
  return pushReprItems(set, items, prefix, PyUnicode_FromString(exact ? "}" : "})"));
}

function set_richcompare(set: Borrowed, other: Borrowed, op: number): Owned {
  if (!isAnySet(other)) return Py_NotImplemented;
  const size = setSize(set);
  const otherSize = setSize(other);
  switch (op) {
    case Py_EQ:
      return truthAnswer(isEqual(set, other));
    case Py_NE: {
      const equal = isEqual(set, other);
      return equal < 0 ? 0 : bool(equal === 0);
    }
    case Py_LE:
      return truthAnswer(isSubset(set, other));
    case Py_GE:
      return truthAnswer(isSubset(other, set));
    case Py_LT:
      return size >= otherSize ? Py_False : truthAnswer(isSubset(set, other));
    case Py_GT:
      return size <= otherSize ? Py_False : truthAnswer(isSubset(other, set));
    default:
      return Py_NotImplemented;
  }
}

function isEqual(set: Borrowed, other: Borrowed): number {
  if (setSize(set) !== setSize(other)) return 0;
  const hash = set + PySetObject.hash;
  const otherHash = other + PySetObject.hash;
  if (!isHashUnset(hash) && !isHashUnset(otherHash)) {
    if (low(hash) !== low(otherHash) || high(hash) !== high(otherHash)) return 0;
  }
  return isSubset(set, other);
}

/** A set that cannot be hashed may still be looked for: as a frozenset of its keys. Answers as `find` does. */
function withFrozenKey(set: Borrowed, key: Borrowed, find: (set: Borrowed, key: Borrowed) => number): number {
  const status = find(set, key);
  if (status >= 0 || !isSet(key) || !PyErr_ExceptionMatches(PyExc_TypeError)) return status;
  PyErr_Clear();
  const frozen = newSet(PyFrozenSet_Type);
  if (frozen === 0) return -1;
  const answer = setMerge(frozen, key) < 0 ? -1 : find(set, frozen);
  decref(frozen);
  return answer;
}

export function set_contains(set: Borrowed, key: Borrowed): number {
  return withFrozenKey(set, key, setContainsKey);
}

function bothSets(a: Borrowed, b: Borrowed): boolean {
  return isAnySet(a) && isAnySet(b);
}

function set_or(set: Borrowed, other: Borrowed): Owned {
  if (!bothSets(set, other)) return Py_NotImplemented;
  const result = setCopy(set);
  if (result === 0 || set === other) return result;
  if (setMerge(result, other) === 0) return result;
  decref(result);
  return 0;
}

function set_and(set: Borrowed, other: Borrowed): Owned {
  return bothSets(set, other) ? pushIntersection(set, other) : Py_NotImplemented;
}

function set_sub(set: Borrowed, other: Borrowed): Owned {
  return bothSets(set, other) ? pushDifference(set, other) : Py_NotImplemented;
}

function set_xor(set: Borrowed, other: Borrowed): Owned {
  return bothSets(set, other) ? set_symmetric_difference(set, other) : Py_NotImplemented;
}

function set_ior(set: Borrowed, other: Borrowed): Owned {
  return isAnySet(other) ? pushSetUpdate(set, other, newRef(set)) : Py_NotImplemented;
}

function set_iand(set: Borrowed, other: Borrowed): Owned {
  if (!isAnySet(other)) return Py_NotImplemented;
  const result = pushIntersection(set, other);
  if (result === 0) return 0;
  setSwapBodies(set, result);
  decref(result);
  return newRef(set);
}

function set_isub(set: Borrowed, other: Borrowed): Owned {
  return isAnySet(other) ? pushDifferenceUpdate(set, other, newRef(set)) : Py_NotImplemented;
}

function set_ixor(set: Borrowed, other: Borrowed): Owned {
  if (!isAnySet(other)) return Py_NotImplemented;
  return pushSymmetricDifferenceUpdate(set, other, newRef(set));
}

function set_symmetric_difference_update(set: Borrowed, other: Borrowed): Owned {
  return pushSymmetricDifferenceUpdate(set, other, Py_None);
}

// -- methods -----------------------------------------------------------------------------------------------------------

function set_add(set: Borrowed, key: Borrowed): Owned {
  return setAddKey(set, key) < 0 ? 0 : Py_None;
}

function set_remove(set: Borrowed, key: Borrowed): Owned {
  const status = withFrozenKey(set, key, setDiscardKey);
  if (status < 0) return 0;
  return status === 0 ? _PyErr_SetKeyError(key) : Py_None;
}

function set_discard(set: Borrowed, key: Borrowed): Owned {
  return withFrozenKey(set, key, setDiscardKey) < 0 ? 0 : Py_None;
}

function set_pop(set: Borrowed): Owned {
  return setPop(set) || raise(PyExc_KeyError, "pop from an empty set");
}

function set_clear(set: Borrowed): Owned {
  setClear(set);
  return Py_None;
}

function frozenset_copy(set: Borrowed): Owned {
  return typeOf(set) === PyFrozenSet_Type ? newRef(set) : setCopy(set);
}

function set_sizeof(set: Borrowed): Owned {
  return PyLong_FromNumber(setSizeOf(set)) || PyErr_NoMemory();
}

/** (type, ([keys],), state) */
function set_reduce(set: Borrowed): Owned {
  const keys = PySequence_List(set);
  const args = keys === 0 ? 0 : PyTuple_Pack(keys);
  xdecref(keys);
  const getstate = args === 0 ? 0 : PyObject_GetAttr(set, GETSTATE);
  const state = getstate === 0 ? 0 : PyObject_CallNoArgs(getstate);
  xdecref(getstate);
  const result = state === 0 ? 0 : PyTuple_Pack(typeOf(set), args, state);
  xdecref(args);
  xdecref(state);
  return result;
}

const over =
  (operation: number) =>
  (set: Borrowed, args: Address, nargs: number): Owned =>
    overOthers(set, operation, args, nargs);

const METHODS: readonly MethodRow[] = [
  ["__contains__", "(object, /)", (set: Borrowed, key: Borrowed) => truthAnswer(set_contains(set, key))],
  ["difference", "(*others)", over(DIFFERENCE)],
  ["intersection", "(*others)", over(INTERSECTION)],
  ["isdisjoint", "(other, /)", set_isdisjoint],
  ["issubset", "(other, /)", set_issubset],
  ["issuperset", "(other, /)", set_issuperset],
  ["__reduce__", "()", set_reduce],
  ["__sizeof__", "()", set_sizeof],
  ["symmetric_difference", "(other, /)", set_symmetric_difference],
  ["union", "(*others)", over(UNION)],
  ["__class_getitem__", "@classmethod (object, /)", genericAlias],
  ["add", "(object, /)", set_add],
  ["clear", "()", set_clear],
  ["copy", "()", setCopy],
  ["discard", "(object, /)", set_discard],
  ["difference_update", "(*others)", over(DIFFERENCE_UPDATE)],
  ["intersection_update", "(*others)", over(INTERSECTION_UPDATE)],
  ["pop", "()", set_pop],
  ["remove", "(object, /)", set_remove],
  ["symmetric_difference_update", "(other, /)", set_symmetric_difference_update],
  ["update", "(*others)", over(UPDATE)],
];

/** The rows of the named methods, in that order, which is the order of the type's dict; `instead` replaces its namesake. */
function rows(names: string, instead?: MethodRow): MethodRow[] {
  return names.split(" ").map((name) => (instead?.[0] === name ? instead : METHODS.find((row) => row[0] === name)!));
}

const SHARED_SLOTS = {
  tp_dealloc: set_dealloc,
  tp_repr: set_repr,
  tp_traverse: set_traverse,
  tp_clear: set_tp_clear,
  tp_richcompare: set_richcompare,
  tp_iter: set_iter,
  tp_free: gcFreeText,
  sq_length: setSize,
  sq_contains: set_contains,
  nb_subtract: set_sub,
  nb_and: set_and,
  nb_xor: set_xor,
  nb_or: set_or,
} as const;

const FLAGS = Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE | _Py_TPFLAGS_MATCH_SELF;

declareType(PySet_Type, {
  name: "set",
  basicsize: PySetObject.sizeof,
  flags: FLAGS,
  weaklistoffset: PySetObject.weakreflist,
  slots: {
    tp_getattro: genericGetAttr,
    ...SHARED_SLOTS,
    tp_hash: hashNotImplemented,
    tp_init: set_init,
    tp_new: set_new,
    tp_vectorcall: set_vectorcall,
    nb_inplace_subtract: set_isub,
    nb_inplace_and: set_iand,
    nb_inplace_xor: set_ixor,
    nb_inplace_or: set_ior,
  },
  methods: rows(
    "add clear __contains__ copy discard difference difference_update intersection intersection_update isdisjoint " +
      "issubset issuperset pop __reduce__ remove __sizeof__ symmetric_difference symmetric_difference_update union " +
      "update __class_getitem__",
  ),
});

declareType(PyFrozenSet_Type, {
  name: "frozenset",
  basicsize: PySetObject.sizeof,
  flags: FLAGS,
  weaklistoffset: PySetObject.weakreflist,
  slots: {
    ...SHARED_SLOTS,
    tp_hash: frozensetHash,
    tp_new: frozenset_new,
    tp_vectorcall: frozenset_vectorcall,
  },
  methods: rows(
    "__contains__ copy difference intersection isdisjoint issubset issuperset __reduce__ __sizeof__ " +
      "symmetric_difference union __class_getitem__",
    ["copy", "()", frozenset_copy],
  ),
});

export { PySet_Add, PySet_Contains, PySet_Discard, PySet_Size } from "./set_core.ts";
export { _PySet_Update, PyFrozenSet_New, PySet_New } from "./set_operations.ts";
