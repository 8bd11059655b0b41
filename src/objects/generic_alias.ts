// types.GenericAlias: list[int] and its like. An alias stands for its origin in nearly everything: attributes, calls,
// base classes. It adds the arguments, and answers to a few names itself.

import { gcNewVar, gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr, setU8, u8 } from "../memory/memory.ts";
import { gaobject } from "../memory/structs/descriptors.ts";
import { PyObject, PyTypeObject } from "../memory/structs/object.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import { text, textFunction } from "../memory/text.ts";
import {
  Py_EQ,
  Py_NE,
  PyObject_Hash,
  PyObject_RichCompare,
  PyObject_RichCompareBool,
  PyObject_SetAttr,
  pushGetAttr,
} from "./abstract.ts";
import { PyObject_GenericGetAttr } from "./attributes.ts";
import { pushVectorcall, vectorcallOf } from "./call.ts";
import { pushCall } from "./call_object.ts";
import { declareType } from "./declare.ts";
import { dictUsed, PyDict_GetItemWithError } from "./dict_core.ts";
import { PyObject_Dir } from "./dir.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, raise } from "./errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal } from "./frames.ts";
import { makeParameters, newText, shownArgument, shownArguments, substituteParameters } from "./generic_alias_core.ts";
import { hashAnswer, hashHigh, hashLow } from "./hash.ts";
import { identifier } from "./identifiers.ts";
import { PyList_Append, PyList_GET_ITEM, PyList_GET_SIZE } from "./list_core.ts";
import { bool } from "./long_core.ts";
import {
  clearSlot,
  decref,
  initObject,
  isInstanceOf,
  isTuple,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HAVE_VECTORCALL,
  replaceSlot,
  sizeOf,
  typeOf,
  xnewRef,
} from "./object.ts";
import { reduceIterator } from "./sequence_iterators.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_Pack } from "./tuple_core.ts";
import { freeInstance, genericAlloc } from "./type_alloc.ts";
import {
  _Py_GenericAliasIterType,
  Py_GenericAliasType,
  Py_None,
  Py_NotImplemented,
  PyExc_AttributeError,
  PyExc_TypeError,
  PyTuple_Type,
} from "./types.ts";
import { _PyUnicode_EQ } from "./unicode_core.ts";
import { newUnion } from "./union.ts";
import { PyObject_ClearWeakRefs } from "./weakref_core.ts";

/** Py_GenericAlias: args becomes a tuple if it is none. */
export function Py_GenericAlias(origin: Borrowed, args: Borrowed): Owned {
  const o = gcNewVar(Py_GenericAliasType, gaobject.sizeof);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, Py_GenericAliasType);
  if (!fill(o, origin, args)) return 0;
  gcTrack(o);
  return o;
}

/** The fields of a fresh alias; false, with the alias released and an error set. */
function fill(o: Owned, origin: Borrowed, args: Borrowed): boolean {
  const tuple = isTuple(args) ? newRef(args) : PyTuple_Pack(args);
  setPtr(o + gaobject.origin, newRef(origin));
  setPtr(o + gaobject.args, tuple);
  setPtr(o + gaobject.parameters, 0);
  setPtr(o + gaobject.weakreflist, 0);
  setPtr(o + gaobject.starred, 0);
  setPtr(o + gaobject.vectorcall, vectorcallOf(origin) !== 0 ? aliasVectorcall : 0);
  if (tuple !== 0) return true;
  decref(o);
  PyErr_NoMemory();
  return false;
}

function ga_new(type: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  if (kwargs !== 0 && dictUsed(kwargs) > 0) return raise(PyExc_TypeError, "GenericAlias() takes no keyword arguments");
  if (sizeOf(args) !== 2) return raise(PyExc_TypeError, `GenericAlias expected 2 arguments, got ${sizeOf(args)}`);
  if (type === Py_GenericAliasType) return Py_GenericAlias(PyTuple_GET_ITEM(args, 0), PyTuple_GET_ITEM(args, 1));
  const o = textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
  return o !== 0 && fill(o, PyTuple_GET_ITEM(args, 0), PyTuple_GET_ITEM(args, 1)) ? o : 0;
}

function ga_dealloc(o: Address): void {
  if (isTracked(o)) gcUntrack(o);
  PyObject_ClearWeakRefs(o);
  clearSlot(o + gaobject.origin);
  clearSlot(o + gaobject.args);
  clearSlot(o + gaobject.parameters);
  freeInstance(o);
}

const POINTERS = [gaobject.origin, gaobject.args, gaobject.parameters];
function ga_traverse(o: Address, visit: (o: Address) => number): number {
  for (const at of POINTERS) {
    const value = ptr(o + at);
    const stop = value === 0 ? 0 : visit(value);
    if (stop !== 0) return stop;
  }
  return 0;
}

function ga_repr(o: Borrowed): Owned {
  const origin = shownArgument(ptr(o + gaobject.origin));
  if (origin === null) return 0;
  const args = ptr(o + gaobject.args);
  const shown = sizeOf(args) === 0 ? "()" : shownArguments(args);
  if (shown === null) return 0;
  return newText(`${u8(o + gaobject.starred) === 0 ? "" : "*"}${origin}[${shown}]`);
}

// -- calls: what the origin makes is told what it was made through ------------------------------------------------------

const id_orig_class = identifier("__orig_class__");

const callStep = text("ga_call_step", (frame: Address, result: Owned): Owned => {
  if (result === 0) return finishNative(frame, 0);
  if (PyObject_SetAttr(result, id_orig_class, nativeLocal(frame, 0)) < 0) {
    if (!PyErr_ExceptionMatches(PyExc_AttributeError) && !PyErr_ExceptionMatches(PyExc_TypeError)) {
      decref(result);
      return finishNative(frame, 0);
    }
    PyErr_Clear();
  }
  return finishNative(frame, result);
});

function callOrigin(o: Borrowed, call: (origin: Borrowed) => Owned): Owned {
  const frame = pushNative(callStep, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(o));
  const result = call(ptr(o + gaobject.origin));
  return result === PUSHED ? PUSHED : textFunction(callStep)(frame, result);
}

const aliasVectorcall = text(
  "ga_vectorcall",
  (o: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned =>
    callOrigin(o, (origin) => pushVectorcall(origin, args, nargs, kwnames)),
);

// -- attributes --------------------------------------------------------------------------------------------------------

/** Names that an alias answers itself. Those of BLOCKED it has not, so that the origin's do not take effect. */
const OWN = [
  "__class__",
  "__bases__",
  "__origin__",
  "__args__",
  "__unpacked__",
  "__parameters__",
  "__typing_unpacked_tuple_args__",
  "__mro_entries__",
  "__reduce_ex__",
  "__reduce__",
  "__copy__",
  "__deepcopy__",
].map((name) => identifier(name));

function ga_getattro(o: Borrowed, name: Borrowed): Owned {
  if (isUnicode(name) && !OWN.some((own) => own === name || _PyUnicode_EQ(own, name))) {
    return pushGetAttr(ptr(o + gaobject.origin), name);
  }
  return PyObject_GenericGetAttr(o, name);
}

/** The type variables of an alias, borrowed: looked for once. 0 with an error set. */
function parametersOf(o: Borrowed): Borrowed {
  const known = ptr(o + gaobject.parameters);
  if (known !== 0) return known;
  const parameters = makeParameters(ptr(o + gaobject.args));
  if (parameters !== 0) replaceSlot(o + gaobject.parameters, parameters);
  return parameters;
}

function ga_getitem(o: Borrowed, item: Borrowed): Owned {
  const parameters = parametersOf(o);
  if (parameters === 0) return 0;
  const args = substituteParameters(o, ptr(o + gaobject.args), parameters, item);
  if (args === 0) return 0;
  const result = Py_GenericAlias(ptr(o + gaobject.origin), args);
  decref(args);
  if (result !== 0) setU8(result + gaobject.starred, u8(o + gaobject.starred));
  return result;
}

function ga_hash(o: Borrowed): number {
  if (PyObject_Hash(ptr(o + gaobject.origin)) < 0) return -1;
  const low = hashLow();
  const high = hashHigh();
  if (PyObject_Hash(ptr(o + gaobject.args)) < 0) return -1;
  return hashAnswer(low ^ hashLow(), high ^ hashHigh());
}

function ga_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if (
    (op !== Py_EQ && op !== Py_NE) ||
    !isInstanceOf(a, Py_GenericAliasType) ||
    !isInstanceOf(b, Py_GenericAliasType)
  ) {
    return Py_NotImplemented;
  }
  if (u8(a + gaobject.starred) !== u8(b + gaobject.starred)) return bool(op === Py_NE);
  const equal = PyObject_RichCompareBool(ptr(a + gaobject.origin), ptr(b + gaobject.origin), Py_EQ);
  if (equal < 0) return 0;
  if (equal === 0) return bool(op === Py_NE);
  return PyObject_RichCompare(ptr(a + gaobject.args), ptr(b + gaobject.args), op);
}

function ga_dir(o: Borrowed): Owned {
  const list = PyObject_Dir(ptr(o + gaobject.origin));
  if (list === 0) return 0;
  for (const name of OWN) {
    let known = false;
    for (let i = 0; i < PyList_GET_SIZE(list) && !known; i++) {
      const item = PyList_GET_ITEM(list, i);
      known = item === name || (isUnicode(item) && _PyUnicode_EQ(item, name));
    }
    if (!known && PyList_Append(list, name) < 0) {
      decref(list);
      return 0;
    }
  }
  return list;
}
const id_iter = identifier("iter");
const id_next = identifier("next");

function builtin(name: Borrowed): Borrowed {
  return PyDict_GetItemWithError(ptr(INTERPRETER + PyInterpreterState.builtins), name);
}

function ga_reduce(o: Borrowed): Owned {
  const origin = ptr(o + gaobject.origin);
  const args = ptr(o + gaobject.args);
  if (u8(o + gaobject.starred) === 0) {
    const pair = PyTuple_Pack(origin, args);
    const result = pair === 0 ? 0 : PyTuple_Pack(typeOf(o), pair);
    if (pair !== 0) decref(pair);
    return result || PyErr_NoMemory();
  }
  const plain = Py_GenericAlias(origin, args);
  const iterator = plain === 0 ? 0 : ga_iter(plain);
  if (plain !== 0) decref(plain);
  if (iterator === 0) return 0;
  const row = PyTuple_Pack(iterator);
  decref(iterator);
  const result = row === 0 ? 0 : PyTuple_Pack(builtin(id_next), row);
  if (row !== 0) decref(row);
  return result || PyErr_NoMemory();
}

// -- unpacking: iter(tuple[int, str]) gives *tuple[int, str], once ------------------------------------------------------

const ITERATED = PyObject.sizeof;

function ga_iter(o: Borrowed): Owned {
  const iterator = gcNewVar(_Py_GenericAliasIterType, PyObject.sizeof + 8);
  if (iterator === 0) return PyErr_NoMemory();
  initObject(iterator, _Py_GenericAliasIterType);
  setPtr(iterator + ITERATED, newRef(o));
  gcTrack(iterator);
  return iterator;
}

function ga_iternext(iterator: Borrowed): Owned {
  const alias = ptr(iterator + ITERATED);
  if (alias === 0) return 0;
  const starred = Py_GenericAlias(ptr(alias + gaobject.origin), ptr(alias + gaobject.args));
  if (starred === 0) return 0;
  setU8(starred + gaobject.starred, 1);
  clearSlot(iterator + ITERATED);
  return starred;
}

function ga_iter_reduce(iterator: Borrowed): Owned {
  // The name is looked up first: its lookup may run code that ends the iterator.
  const iter = xnewRef(builtin(id_iter));
  const alias = ptr(iterator + ITERATED);
  return reduceIterator(iter, newRef(alias === 0 ? emptyTuple : alias), Number.NaN);
}

declareType(_Py_GenericAliasIterType, {
  name: "generic_alias_iterator",
  basicsize: PyObject.sizeof + 8,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: (o: Address): void => {
      if (isTracked(o)) gcUntrack(o);
      clearSlot(o + ITERATED);
      freeInstance(o);
    },
    tp_traverse: (o: Address, visit: (o: Address) => number): number => {
      const alias = ptr(o + ITERATED);
      return alias === 0 ? 0 : visit(alias);
    },
    tp_clear: (o: Address): number => {
      clearSlot(o + ITERATED);
      return 0;
    },
    tp_iter: (o: Borrowed): Owned => newRef(o),
    tp_iternext: ga_iternext,
  },
  methods: [["__reduce__", "()", ga_iter_reduce]],
});

declareType(Py_GenericAliasType, {
  name: "types.GenericAlias",
  basicsize: gaobject.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL,
  weaklistoffset: gaobject.weakreflist,
  vectorcall_offset: gaobject.vectorcall,
  slots: {
    tp_dealloc: ga_dealloc,
    tp_traverse: ga_traverse,
    tp_repr: ga_repr,
    tp_hash: ga_hash,
    tp_call: (o: Borrowed, args: Borrowed, kwargs: Borrowed): Owned =>
      callOrigin(o, (origin) => pushCall(origin, args, kwargs)),
    tp_getattro: ga_getattro,
    tp_richcompare: ga_richcompare,
    tp_iter: ga_iter,
    tp_alloc: genericAlloc,
    tp_new: ga_new,
    nb_or: newUnion,
    mp_subscript: ga_getitem,
  },
  methods: [
    [
      "__mro_entries__",
      "(object, /)",
      (o: Borrowed): Owned => PyTuple_Pack(ptr(o + gaobject.origin)) || PyErr_NoMemory(),
    ],
    [
      "__instancecheck__",
      "(object, /)",
      (): Owned => raise(PyExc_TypeError, "isinstance() argument 2 cannot be a parameterized generic"),
    ],
    [
      "__subclasscheck__",
      "(object, /)",
      (): Owned => raise(PyExc_TypeError, "issubclass() argument 2 cannot be a parameterized generic"),
    ],
    ["__reduce__", "()", ga_reduce],
    ["__dir__", "()", ga_dir],
  ],
  members: [
    ["__origin__", "object", gaobject.origin, "readonly"],
    ["__args__", "object", gaobject.args, "readonly"],
    ["__unpacked__", "bool", gaobject.starred, "readonly"],
  ],
  getset: [
    ["__parameters__", (o: Borrowed): Owned => xnewRef(parametersOf(o))],
    [
      "__typing_unpacked_tuple_args__",
      (o: Borrowed): Owned =>
        newRef(
          u8(o + gaobject.starred) !== 0 && ptr(o + gaobject.origin) === PyTuple_Type
            ? ptr(o + gaobject.args)
            : Py_None,
        ),
    ],
  ],
});
