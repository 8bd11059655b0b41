// Pickling support of object: __reduce_ex__ for protocols 2 and up, __getstate__ (CPython's typeobject.c).
import { type Borrowed, type Owned, ptr, ssize } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyObject_GetAttr, PyObject_GetIter, PyObject_GetOptionalAttr } from "./abstract.ts";
import { PyObject_CallNoArgs, PyObject_CallOneArg } from "./call.ts";
import { PyObject_CallMethod } from "./call_method.ts";
import { PyDict_New, PyDict_SetItem, PyDict_Size } from "./dict_core.ts";
import { _PyObject_IsInstanceDictEmpty, PyObject_GenericGetDict } from "./dict_instance.ts";
import { PyErr_Occurred, raise, typeName, typeNameOf } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PyImport_ImportModule } from "./import_hook.ts";
import { sequenceItem } from "./list_core.ts";
import {
  decref,
  isDict,
  isList,
  isTuple,
  newRef,
  Py_TPFLAGS_MANAGED_DICT,
  sizeOf,
  typeFlags,
  typeOf,
  xdecref,
} from "./object.ts";
import { _PyObject_LookupSpecial } from "./special.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { ownAttribute } from "./type_lookup.ts";
import { Py_None, PyBaseObject_Type, PyExc_RuntimeError, PyExc_TypeError, PyExc_ValueError } from "./types.ts";

const id = identifier;
const id_slotnames = identifier("__slotnames__");
const id__slotnames = identifier("_slotnames");
const POINTER_BYTES = 8;

/** object.__getstate__: the dict, or (dict, slots). */
export function objectGetState(o: Borrowed): Owned {
  return getState(o, false);
}

/**
 * object_getstate_default. required: nothing else says what the object is made of, so memory that neither dict nor slots
 * explain makes it one that cannot be pickled.
 */
function getState(o: Borrowed, required: boolean): Owned {
  const type = typeOf(o);
  if (required && ssize(type + PyTypeObject.tp_itemsize) !== 0) {
    return raise(PyExc_TypeError, `cannot pickle ${typeNameOf(o)} objects`);
  }
  const state = _PyObject_IsInstanceDictEmpty(o) ? Py_None : PyObject_GenericGetDict(o);
  if (state === 0) return 0;
  const names = slotNames(type);
  if (names === 0) {
    decref(state);
    return 0;
  }
  const count = names === Py_None ? 0 : sizeOf(names);
  const result =
    required && ssize(type + PyTypeObject.tp_basicsize) > explainedSize(type, count)
      ? raise(PyExc_TypeError, `cannot pickle '${typeNameOf(o)}' object`)
      : count === 0
        ? newRef(state)
        : withSlots(o, state, names);
  decref(names);
  decref(state);
  return result;
}

function explainedSize(type: Borrowed, slotCount: number): number {
  let size = ssize(PyBaseObject_Type + PyTypeObject.tp_basicsize) + slotCount * POINTER_BYTES;
  const isManaged = (typeFlags(type) & Py_TPFLAGS_MANAGED_DICT) !== 0;
  if (ssize(type + PyTypeObject.tp_dictoffset) !== 0 && !isManaged) size += POINTER_BYTES;
  if (ssize(type + PyTypeObject.tp_weaklistoffset) > 0) size += POINTER_BYTES;
  return size;
}

/** _PyType_GetSlotNames: a list of what __slots__ of the class and its bases name, or None; kept in the class by copyreg. */
function slotNames(type: Borrowed): Owned {
  const known = ownAttribute(type, id_slotnames);
  if (known !== 0) {
    if (known === Py_None || isList(known)) return newRef(known);
    const found = `${typeName(type)}.__slotnames__ should be a list or None, not ${typeNameOf(known)}`;
    return raise(PyExc_TypeError, found);
  }
  const copyreg = PyImport_ImportModule("copyreg");
  const ask = copyreg === 0 ? 0 : PyObject_GetAttr(copyreg, id__slotnames);
  const names = ask === 0 ? 0 : PyObject_CallOneArg(ask, type);
  xdecref(ask);
  xdecref(copyreg);
  if (names === 0 || names === Py_None || isList(names)) return names;
  decref(names);
  return raise(PyExc_TypeError, "copyreg._slotnames didn't return a list or None");
}

/** (state, the values of those slots that have one), or the state alone where none has. */
function withSlots(o: Borrowed, state: Borrowed, names: Borrowed): Owned {
  const slots = PyDict_New();
  const count = sizeOf(names);
  let failed = slots === 0;
  for (let i = 0; !failed && i < count; i++) {
    const name = newRef(sequenceItem(names, i));
    const value = PyObject_GetOptionalAttr(o, name);
    failed = value === 0 ? PyErr_Occurred() !== 0 : PyDict_SetItem(slots, name, value) < 0;
    decref(name);
    xdecref(value);
    if (!failed && sizeOf(names) !== count) {
      raise(PyExc_RuntimeError, "__slotsname__ changed size during iteration");
      failed = true;
    }
  }
  const result = failed ? 0 : PyDict_Size(slots) === 0 ? newRef(state) : PyTuple_Pack(state, slots);
  xdecref(slots);
  return result;
}

/** What __new__ is to be called with (_PyObject_GetNewArguments): Owned or 0 each; null with an error set. */
function newArguments(o: Borrowed): { args: Owned; kwargs: Owned } | null {
  const ex = _PyObject_LookupSpecial(o, id("__getnewargs_ex__"));
  if (ex === 0 && PyErr_Occurred()) return null;
  if (ex !== 0) {
    const pair = PyObject_CallNoArgs(ex);
    decref(ex);
    if (pair === 0) return null;
    const wrong = wrongPair(pair);
    const given = { args: 0, kwargs: 0 };
    if (wrong === null) {
      given.args = newRef(PyTuple_GET_ITEM(pair, 0));
      given.kwargs = newRef(PyTuple_GET_ITEM(pair, 1));
    } else raise(...wrong);
    decref(pair);
    return wrong === null ? given : null;
  }
  const plain = _PyObject_LookupSpecial(o, id("__getnewargs__"));
  if (plain === 0) return PyErr_Occurred() ? null : { args: 0, kwargs: 0 };
  const args = PyObject_CallNoArgs(plain);
  decref(plain);
  if (args === 0) return null;
  if (isTuple(args)) return { args, kwargs: 0 };
  raise(PyExc_TypeError, `__getnewargs__ should return a tuple, not '${typeNameOf(args)}'`);
  decref(args);
  return null;
}

/** What is wrong with the answer of __getnewargs_ex__, or null. */
function wrongPair(pair: Borrowed): [type: Borrowed, message: string] | null {
  const should = "__getnewargs_ex__ should return a tuple";
  if (!isTuple(pair)) return [PyExc_TypeError, `${should}, not '${typeNameOf(pair)}'`];
  if (sizeOf(pair) !== 2) return [PyExc_ValueError, `${should} of length 2, not ${sizeOf(pair)}`];
  const [args, kwargs] = [PyTuple_GET_ITEM(pair, 0), PyTuple_GET_ITEM(pair, 1)];
  const item = "item of the tuple returned by __getnewargs_ex__ must be a";
  if (!isTuple(args)) return [PyExc_TypeError, `first ${item} tuple, not '${typeNameOf(args)}'`];
  if (!isDict(kwargs)) return [PyExc_TypeError, `second ${item} dict, not '${typeNameOf(kwargs)}'`];
  return null;
}

/** object.__reduce_ex__ from protocol 2 on: (copyreg.__newobj__, (cls, *args), state, listitems, dictitems). */
export function reduceNew(o: Borrowed, _protocol: number): Owned {
  if (ptr(typeOf(o) + PyTypeObject.tp_new) === 0) {
    return raise(PyExc_TypeError, `cannot pickle '${typeNameOf(o)}' object`);
  }
  const given = newArguments(o);
  if (given === null) return 0;
  const { args, kwargs } = given;
  const hasArgs = args !== 0;
  const copyreg = PyImport_ImportModule("copyreg");
  if (copyreg === 0) return 0;
  let maker: Owned;
  let makerArgs: Owned;
  if (kwargs === 0 || PyDict_Size(kwargs) === 0) {
    maker = PyObject_GetAttr(copyreg, id("__newobj__"));
    const count = hasArgs ? sizeOf(args) : 0;
    makerArgs = PyTuple_New(count + 1);
    PyTuple_SET_ITEM(makerArgs, 0, newRef(typeOf(o)));
    for (let i = 0; i < count; i++) PyTuple_SET_ITEM(makerArgs, i + 1, newRef(PyTuple_GET_ITEM(args, i)));
  } else {
    maker = PyObject_GetAttr(copyreg, id("__newobj_ex__"));
    makerArgs = PyTuple_Pack(typeOf(o), hasArgs ? args : emptyTuple, kwargs);
  }
  decref(copyreg);
  if (hasArgs) decref(args);
  if (kwargs !== 0) decref(kwargs);
  const state = stateOf(o, !(hasArgs || isList(o) || isDict(o)));
  if (state === 0) {
    decref(maker);
    decref(makerArgs);
    return 0;
  }
  const listItems = isList(o) ? PyObject_GetIter(o) : Py_None;
  const items = isDict(o) ? PyObject_CallMethod(o, id("items")) : 0;
  const dictItems = items === 0 ? Py_None : PyObject_GetIter(items);
  if (items !== 0) decref(items);
  const result = PyTuple_Pack(maker, makerArgs, state, listItems, dictItems);
  for (const part of [maker, makerArgs, state, listItems, dictItems]) decref(part);
  return result;
}

function stateOf(o: Borrowed, required: boolean): Owned {
  const method = PyObject_GetAttr(o, id("__getstate__"));
  if (method === 0) return 0;
  const own = PyObject_GetAttr(typeOf(o), id("__getstate__"));
  const plain = PyObject_GetAttr(PyBaseObject_Type, id("__getstate__"));
  const isDefault = own === plain;
  if (own !== 0) decref(own);
  decref(plain);
  const state = isDefault ? getState(o, required) : PyObject_CallNoArgs(method);
  decref(method);
  return state;
}
