// collections.defaultdict: a dict that makes the values it is asked for in vain. The factory is called from __missing__,
// which dict's own subscript finds, so the call is resumable there; here it settles only for __missing__ itself.
//
// Invariant: default_factory is null or an owned object; null and None both mean that there is none.
import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { struct } from "../memory/struct.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { PyObject_GetIter, PyObject_Repr } from "../objects/abstract.ts";
import { genericGetAttr } from "../objects/attributes.ts";
import { PyObject_CallNoArgs, PyObject_CallTwoArgs } from "../objects/call.ts";
import { PyObject_CallMethod } from "../objects/call_method.ts";
import { newModuleType } from "../objects/declare.ts";
import { _PyErr_SetKeyError, PyDict_SetItem } from "../objects/dict_core.ts";
import { dictUpdate } from "../objects/dict_merge.ts";
import { PyErr_NoMemory, raiseInt, typeName } from "../objects/errors.ts";
import { currentFrame, settle, settleInt } from "../objects/frames.ts";
import { Py_GenericAlias } from "../objects/generic_alias.ts";
import { identifier } from "../objects/identifiers.ts";
import {
  clearSlot,
  decref,
  isDict,
  isInstanceOf,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_DICT_SUBCLASS,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  sizeOf,
  typeIn,
  typeOf,
  xdecref,
} from "../objects/object.ts";
import { Py_ReprEnter, Py_ReprLeave } from "../objects/repr_guard.ts";
import { emptyTuple, ITEMS, PyTuple_GET_ITEM, PyTuple_Pack, tupleFromArray } from "../objects/tuple_core.ts";
import { Py_None, Py_NotImplemented, PyDict_Type, PyExc_TypeError } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "../objects/unicode_writer.ts";

const defdictobject = struct("defdictobject", 56, {
  ob_refcnt: [0, "ssize", "references"],
  ob_type: [8, "ptr", "class"],
  dict: [16, "i64", "the dict's own fields", 4],
  default_factory: [48, "ptr", "makes missing values; null: none"],
});
const FACTORY = defdictobject.default_factory;
type Traverse = (o: Address, visit: (o: Address) => number) => number;

/** A slot of dict itself, settled. */
function dictSlot(slot: number, ...args: number[]): number {
  const base = currentFrame();
  return settle(base, textFunction(ptr(PyDict_Type + slot))(...args));
}

function missing(o: Borrowed, key: Borrowed): Owned {
  const factory = ptr(o + FACTORY);
  if (factory === 0 || factory === Py_None) return _PyErr_SetKeyError(key);
  newRef(key);
  const value = PyObject_CallNoArgs(factory);
  const status = value === 0 ? -1 : PyDict_SetItem(o, key, value);
  decref(key);
  if (status >= 0) return value;
  xdecref(value);
  return 0;
}

function defdict_init(o: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const count = args === 0 ? 0 : sizeOf(args);
  let factory = 0;
  if (count > 0) {
    factory = PyTuple_GET_ITEM(args, 0);
    if (factory !== Py_None && ptr(typeOf(factory) + PyTypeObject.tp_call) === 0) {
      return raiseInt(PyExc_TypeError, "first argument must be callable or None");
    }
  }
  const rest = count === 0 ? newRef(emptyTuple) : tupleFromArray(args + ITEMS + 8, count - 1);
  if (rest === 0) return PyErr_NoMemory() - 1;
  replaceSlot(o + FACTORY, factory === 0 ? 0 : newRef(factory));
  const base = currentFrame();
  const status = settleInt(base, textFunction(ptr(PyDict_Type + PyTypeObject.tp_init))(o, rest, keywords));
  decref(rest);
  return status;
}

function defdict_repr(o: Borrowed): Owned {
  const items = dictSlot(PyTypeObject.tp_repr, o);
  if (items === 0) return 0;
  const factory = ptr(o + FACTORY);
  let shown: Owned;
  if (factory === 0) shown = PyUnicode_FromString("None");
  else {
    const entered = Py_ReprEnter(factory);
    if (entered !== 0) shown = entered < 0 ? 0 : PyUnicode_FromString("...");
    else {
      shown = PyObject_Repr(factory);
      Py_ReprLeave(factory);
    }
  }
  const writer = shown === 0 ? 0 : UnicodeWriter_New(true);
  const ok =
    writer !== 0 &&
    UnicodeWriter_WriteASCIIString(writer, `${typeName(typeOf(o)).replace(/^.*\./, "")}(`) &&
    UnicodeWriter_WriteStr(writer, shown) &&
    UnicodeWriter_WriteASCIIString(writer, ", ") &&
    UnicodeWriter_WriteStr(writer, items) &&
    UnicodeWriter_WriteASCIIString(writer, ")");
  decref(items);
  xdecref(shown);
  if (ok) return UnicodeWriter_Finish(writer);
  xdecref(writer);
  return 0;
}

function defdict_copy(o: Borrowed): Owned {
  return PyObject_CallTwoArgs(typeOf(o), ptr(o + FACTORY) || Py_None, o);
}

const id_items = identifier("items");
function defdict_reduce(o: Borrowed): Owned {
  const factory = ptr(o + FACTORY);
  const args = factory === 0 || factory === Py_None ? newRef(emptyTuple) : PyTuple_Pack(factory);
  const items = args === 0 ? 0 : PyObject_CallMethod(o, id_items);
  const iterator = items === 0 ? 0 : PyObject_GetIter(items);
  const result = iterator === 0 ? 0 : PyTuple_Pack(typeOf(o), args, Py_None, Py_None, iterator);
  for (const part of [args, items, iterator]) xdecref(part);
  return result;
}

function defdict_or(left: Borrowed, right: Borrowed): Owned {
  const self = isInstanceOf(left, typeIn(defaultdictType)) ? left : right;
  const other = self === left ? right : left;
  if (!isDict(other)) return newRef(Py_NotImplemented);
  const result = PyObject_CallTwoArgs(typeOf(self), ptr(self + FACTORY) || Py_None, left);
  if (result === 0 || dictUpdate(result, right) >= 0) return result;
  decref(result);
  return 0;
}

export const defaultdictType = newModuleType({
  name: "collections.defaultdict",
  basicsize: defdictobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE | Py_TPFLAGS_DICT_SUBCLASS,
  slots: {
    tp_init: defdict_init,
    tp_repr: defdict_repr,
    tp_getattro: genericGetAttr,
    tp_dealloc: (o: Address): void => {
      const type = typeOf(o);
      clearSlot(o + FACTORY);
      textFunction(ptr(PyDict_Type + PyTypeObject.tp_dealloc))(o);
      decref(type);
    },
    tp_traverse: (o: Address, visit: (o: Address) => number): number => {
      let stop = visit(typeOf(o));
      if (stop === 0 && ptr(o + FACTORY) !== 0) stop = visit(ptr(o + FACTORY));
      return stop !== 0 ? stop : textFunction<Traverse>(ptr(PyDict_Type + PyTypeObject.tp_traverse))(o, visit);
    },
    tp_clear: (o: Address): number => {
      clearSlot(o + FACTORY);
      return textFunction(ptr(PyDict_Type + PyTypeObject.tp_clear))(o);
    },
    nb_or: defdict_or,
  },
  members: [["default_factory", "object", FACTORY]],
  methods: [
    ["__missing__", "(key, /)", missing],
    ["copy", "()", defdict_copy],
    ["__copy__", "()", defdict_copy],
    ["__reduce__", "()", defdict_reduce],
    ["__class_getitem__", "@classmethod (object, /)", (cls: Borrowed, item: Borrowed) => Py_GenericAlias(cls, item)],
  ],
});
