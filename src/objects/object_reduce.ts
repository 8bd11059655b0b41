// Pickling support of object: __reduce_ex__ for protocols 2 and up, __getstate__ (CPython's typeobject.c).
import { type Borrowed, type Owned, ptr, ssize } from "../memory/memory.ts";
import { PyHeapTypeObject, PyTypeObject } from "../memory/structs/object.ts";
import { PyObject_GetAttr, PyObject_GetIter, PyObject_GetOptionalAttr } from "./abstract.ts";
import { PyObject_CallNoArgs } from "./call.ts";
import { PyObject_CallMethod } from "./call_method.ts";
import { PyDict_New, PyDict_SetItem, PyDict_Size } from "./dict_core.ts";
import { PyErr_Occurred, raise, typeNameOf } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PyImport_ImportModule } from "./import_hook.ts";
import { decref, isDict, isList, isTuple, newRef, sizeOf, typeOf } from "./object.ts";
import { _PyObject_LookupSpecial } from "./special.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { Py_None, PyBaseObject_Type, PyExc_TypeError, PyExc_ValueError } from "./types.ts";

const id = identifier;

/** object.__getstate__: the dict, or (dict, slots). */
export function objectGetState(o: Borrowed): Owned {
  return getState(o, false);
}

function getState(o: Borrowed, required: boolean): Owned {
  if (required && ssize(typeOf(o) + PyTypeObject.tp_itemsize) !== 0) {
    return raise(PyExc_TypeError, `cannot pickle '${typeNameOf(o)}' object`);
  }
  let state = PyObject_GetOptionalAttr(o, id("__dict__"));
  if (state === 0) {
    if (PyErr_Occurred()) return 0;
    state = Py_None;
  } else if (isDict(state) && PyDict_Size(state) === 0) {
    decref(state);
    state = Py_None;
  }
  const slots = slotValues(o);
  if (slots === 0) {
    decref(state);
    return 0;
  }
  if (required && state === Py_None && PyDict_Size(slots) === 0) {
    let needed = ssize(PyBaseObject_Type + PyTypeObject.tp_basicsize);
    const type = typeOf(o);
    if (ssize(type + PyTypeObject.tp_dictoffset) > 0) needed += 8;
    if (ssize(type + PyTypeObject.tp_weaklistoffset) > 0) needed += 8;
    if (ssize(type + PyTypeObject.tp_basicsize) > needed) {
      decref(slots);
      return raise(PyExc_TypeError, `cannot pickle '${typeNameOf(o)}' object`);
    }
  }
  if (PyDict_Size(slots) === 0) {
    decref(slots);
    return state;
  }
  const pair = PyTuple_Pack(state, slots);
  decref(state);
  decref(slots);
  return pair;
}

/** The values of all __slots__ of an object's class and its bases. */
function slotValues(o: Borrowed): Owned {
  const dict = PyDict_New();
  if (dict === 0) return 0;
  const mro = ptr(typeOf(o) + PyTypeObject.tp_mro);
  for (let i = 0; i < sizeOf(mro); i++) {
    const type = PyTuple_GET_ITEM(mro, i);
    if ((ptr(type + PyTypeObject.tp_flags) & (1 << 9)) === 0) continue;
    const names = ptr(type + PyHeapTypeObject.ht_slots);
    for (let j = 0; names !== 0 && j < sizeOf(names); j++) {
      const name = PyTuple_GET_ITEM(names, j);
      const value = PyObject_GetOptionalAttr(o, name);
      if (value === 0) {
        if (!PyErr_Occurred()) continue;
        decref(dict);
        return 0;
      }
      PyDict_SetItem(dict, name, value);
      decref(value);
    }
  }
  return dict;
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
