// FrameLocalsProxy (PEP 667): a function frame's locals as a mapping. Reads and writes go to the frame itself; names
// that the function has not are kept in a dict of the frame object (f_extra_locals).
// Invariant: the proxy holds the frame object, and the frame object says where its frame is now.
import { gcNewVar, gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setPtr, u8 } from "../memory/memory.ts";
import {
  _PyInterpreterFrame,
  PyCellObject,
  PyCodeObject,
  PyFrameLocalsProxyObject,
  PyFrameObject,
} from "../memory/structs/code.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import {
  Py_EQ,
  Py_NE,
  PyObject_GetItem,
  PyObject_GetIter,
  PyObject_Hash,
  PyObject_Repr,
  PyObject_RichCompare,
  PyObject_RichCompareBool,
  PyObject_SetItem,
} from "./abstract.ts";
import { declareType } from "./declare.ts";
import {
  dictUsed,
  nextKey,
  nextValue,
  PyDict_GetItemRef,
  PyDict_New,
  PyDict_Next,
  PyDict_SetItem,
} from "./dict_core.ts";
import { PyDict_Keys } from "./dict_lists.ts";
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_NoMemory,
  PyErr_Occurred,
  raise,
  raiseInt,
  typeNameOf,
} from "./errors.ts";
import { hashHigh, hashLow } from "./hash.ts";
import { PyList_Append, PyList_GET_ITEM, PyList_GET_SIZE, PyList_New, PyList_Reverse } from "./list_core.ts";
import { bool } from "./long_core.ts";
import {
  clearSlot,
  decref,
  initObject,
  isDict,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_MAPPING,
  replaceSlot,
  sizeOf,
  typeOf,
} from "./object.ts";
import { Py_ReprEnter, Py_ReprLeave } from "./repr_guard.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "./tuple_core.ts";
import { freeInstance } from "./type_alloc.ts";
import {
  Py_None,
  Py_NotImplemented,
  PyCell_Type,
  PyExc_KeyError,
  PyExc_TypeError,
  PyFrame_Type,
  PyFrameLocalsProxy_Type,
} from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";

const FRAME = PyFrameLocalsProxyObject.frame;
const LOCALSPLUS = _PyInterpreterFrame.localsplus;
const CO_FAST_HIDDEN = 0x10;
const CO_FAST_CELL_OR_FREE = 0xc0;

/** A proxy of a frame object's locals: Owned. */
export function newFrameLocalsProxy(frame: Borrowed): Owned {
  const o = gcNewVar(PyFrameLocalsProxy_Type, PyFrameLocalsProxyObject.sizeof);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, PyFrameLocalsProxy_Type);
  setPtr(o + FRAME, newRef(frame));
  gcTrack(o);
  return o;
}

// -- the frame's own names ---------------------------------------------------------------------------------------------

const frameOf = (o: Borrowed): Address => ptr(ptr(o + FRAME) + PyFrameObject.f_frame);
const codeOf = (o: Borrowed): Borrowed => ptr(frameOf(o) + _PyInterpreterFrame.f_executable);
const nameCount = (o: Borrowed): number => i32(codeOf(o) + PyCodeObject.co_nlocalsplus);
const nameAt = (o: Borrowed, index: number): Borrowed =>
  PyTuple_GET_ITEM(ptr(codeOf(o) + PyCodeObject.co_localsplusnames), index);
const extraSlot = (o: Borrowed): Address => ptr(o + FRAME) + PyFrameObject.f_extra_locals;

/** The cell of a name that inner functions share, or 0 when the frame holds the value itself. */
function cellAt(o: Borrowed, index: number): Borrowed {
  const kind = u8(ptr(codeOf(o) + PyCodeObject.co_localspluskinds) + PyBytesObject.ob_sval + index);
  const held = ptr(frameOf(o) + LOCALSPLUS + index * 8);
  return held !== 0 && kind & CO_FAST_CELL_OR_FREE && typeOf(held) === PyCell_Type ? held : 0;
}

/** The value of a name of the function: borrowed, 0 when unbound. */
function valueAt(o: Borrowed, index: number): Borrowed {
  const cell = cellAt(o, index);
  return cell === 0 ? ptr(frameOf(o) + LOCALSPLUS + index * 8) : ptr(cell + PyCellObject.ob_ref);
}

/** Whether a name can be read (it has a value) or written (it is not hidden, as those of inlined comprehensions are). */
function isOpen(o: Borrowed, index: number, reads: boolean): boolean {
  if (reads) return valueAt(o, index) !== 0;
  const kind = u8(ptr(codeOf(o) + PyCodeObject.co_localspluskinds) + PyBytesObject.ob_sval + index);
  return (kind & CO_FAST_HIDDEN) === 0;
}

/**
 * framelocalsproxy_getkeyindex: the index of a name that can be read or written; -1 when the function has no such name, -2
 * with an error set. A key that is no str of the code's own is compared, as a dict would, with the names of its hash.
 */
function indexOf(o: Borrowed, key: Borrowed, reads: boolean): number {
  if (PyObject_Hash(key) < 0) return -2;
  const low = hashLow();
  const high = hashHigh();
  const count = nameCount(o);
  let found = false;
  for (let i = 0; i < count; i++) {
    if (nameAt(o, i) !== key) continue;
    if (isOpen(o, i, reads)) return i;
    found = true;
  }
  if (found) return -1;
  for (let i = 0; i < count; i++) {
    const name = nameAt(o, i);
    if (PyObject_Hash(name) < 0 || hashLow() !== low || hashHigh() !== high) continue;
    const equal = PyObject_RichCompareBool(name, key, Py_EQ);
    if (equal < 0) return -2;
    if (equal > 0 && isOpen(o, i, reads)) return i;
  }
  return -1;
}

/** proxy[key]: Owned; 0 without an error when there is no such name. */
function lookUp(o: Borrowed, key: Borrowed): Owned {
  const index = indexOf(o, key, true);
  if (index >= 0) return newRef(valueAt(o, index));
  const extra = ptr(extraSlot(o));
  return index === -2 || extra === 0 ? 0 : PyDict_GetItemRef(extra, key);
}

function subscript(o: Borrowed, key: Borrowed): Owned {
  const value = lookUp(o, key);
  if (value !== 0 || PyErr_Occurred()) return value;
  const shown = PyObject_Repr(key);
  if (shown === 0) return 0;
  raise(PyExc_KeyError, `local variable '${textOf(shown)}' is not defined`);
  decref(shown);
  return 0;
}

function assignSubscript(o: Borrowed, key: Borrowed, value: Borrowed): number {
  if (value === 0) return raiseInt(PyExc_TypeError, "cannot remove variables from FrameLocalsProxy");
  const index = indexOf(o, key, false);
  if (index === -2) return -1;
  if (index >= 0) {
    const cell = cellAt(o, index);
    replaceSlot(cell === 0 ? frameOf(o) + LOCALSPLUS + index * 8 : cell + PyCellObject.ob_ref, newRef(value));
    return 0;
  }
  if (ptr(extraSlot(o)) === 0) {
    const dict = PyDict_New();
    if (dict === 0) return -1;
    setPtr(extraSlot(o), dict);
  }
  return PyDict_SetItem(ptr(extraSlot(o)), key, value);
}

/** Calls visit with each bound name and its value, the extra ones last, until it answers -1. */
function forEach(o: Borrowed, visit: (name: Borrowed, value: Borrowed) => number): number {
  for (let i = 0; i < nameCount(o); i++) {
    const value = valueAt(o, i);
    if (value !== 0 && visit(nameAt(o, i), value) < 0) return -1;
  }
  const extra = ptr(extraSlot(o));
  if (extra === 0) return 0;
  for (let at = PyDict_Next(extra, 0); at > 0; at = PyDict_Next(extra, at)) {
    if (visit(nextKey(), nextValue()) < 0) return -1;
  }
  return 0;
}

// -- as a mapping ------------------------------------------------------------------------------------------------------

/** A list of something of each name. */
function listOf(o: Borrowed, part: (name: Borrowed, value: Borrowed) => Owned): Owned {
  const list = PyList_New(0);
  if (list === 0) return 0;
  const status = forEach(o, (name, value) => {
    const item = part(name, value);
    if (item === 0) return PyErr_NoMemory() - 1;
    const appended = PyList_Append(list, item);
    decref(item);
    return appended;
  });
  if (status >= 0) return list;
  decref(list);
  return 0;
}

const keys = (o: Borrowed): Owned => listOf(o, (name) => newRef(name));

/** dict(proxy) */
function copy(o: Borrowed): Owned {
  const dict = PyDict_New();
  if (dict === 0) return 0;
  if (forEach(o, (name, value) => PyDict_SetItem(dict, name, value)) >= 0) return dict;
  decref(dict);
  return 0;
}

function length(o: Borrowed): number {
  let count = 0;
  for (let i = 0; i < nameCount(o); i++) if (valueAt(o, i) !== 0) count++;
  const extra = ptr(extraSlot(o));
  return count + (extra === 0 ? 0 : dictUsed(extra));
}

function contains(o: Borrowed, key: Borrowed): number {
  const value = lookUp(o, key);
  if (value === 0) return PyErr_Occurred() ? -1 : 0;
  decref(value);
  return 1;
}

const isProxy = (o: Borrowed): boolean => typeOf(o) === PyFrameLocalsProxy_Type;
const isMergeable = (o: Borrowed): boolean => isDict(o) || isProxy(o);

/** target[key] = value for all of a dict's or proxy's. 0, or -1 with an error set. */
function merge(target: Borrowed, source: Borrowed): number {
  const names = isProxy(source) ? keys(source) : PyDict_Keys(source);
  if (names === 0) return -1;
  let status = 0;
  for (let i = 0; i < PyList_GET_SIZE(names) && status === 0; i++) {
    const value = PyObject_GetItem(source, PyList_GET_ITEM(names, i));
    status = value === 0 ? -1 : PyObject_SetItem(target, PyList_GET_ITEM(names, i), value);
    if (value !== 0) decref(value);
  }
  decref(names);
  return status;
}

function or(a: Borrowed, b: Borrowed): Owned {
  if (!isMergeable(a) || !isMergeable(b)) return Py_NotImplemented;
  const result = PyDict_New();
  if (result === 0) return 0;
  if (merge(result, a) >= 0 && merge(result, b) >= 0) return result;
  decref(result);
  return 0;
}

function update(o: Borrowed, other: Borrowed): Owned {
  if (!isMergeable(other)) {
    return raise(PyExc_TypeError, "update() argument must be dict or another FrameLocalsProxy");
  }
  return merge(o, other) < 0 ? 0 : Py_None;
}

function richcompare(o: Borrowed, other: Borrowed, op: number): Owned {
  if (isProxy(other)) {
    const same = ptr(o + FRAME) === ptr(other + FRAME);
    return op === Py_EQ || op === Py_NE ? bool(same === (op === Py_EQ)) : Py_NotImplemented;
  }
  if (!isDict(other)) return Py_NotImplemented;
  const dict = copy(o);
  if (dict === 0) return 0;
  const result = PyObject_RichCompare(dict, other, op);
  decref(dict);
  return result;
}

function repr(o: Borrowed): Owned {
  const entered = Py_ReprEnter(o);
  if (entered !== 0) return entered < 0 ? 0 : PyUnicode_FromString("{...}") || PyErr_NoMemory();
  const dict = copy(o);
  const result = dict === 0 ? 0 : PyObject_Repr(dict);
  if (dict !== 0) decref(dict);
  Py_ReprLeave(o);
  return result;
}

function iterate(o: Borrowed): Owned {
  const list = keys(o);
  if (list === 0) return 0;
  const iterator = PyObject_GetIter(list);
  decref(list);
  return iterator;
}

function reversed(o: Borrowed): Owned {
  const list = keys(o);
  if (list !== 0) PyList_Reverse(list);
  return list;
}

/** The key and the default of get and setdefault; null with TypeError set. */
function keyAndDefault(name: string, args: Address, nargs: number, kwnames: Borrowed): [Borrowed, Borrowed] | null {
  if (kwnames !== 0 && sizeOf(kwnames) > 0) {
    raise(PyExc_TypeError, `FrameLocalsProxy.${name}() takes no keyword arguments`);
    return null;
  }
  if (nargs < 1 || nargs > 2) {
    raise(PyExc_TypeError, `${name} expected 1 or 2 arguments`);
    return null;
  }
  return [ptr(args), nargs === 2 ? ptr(args + 8) : Py_None];
}

function get(o: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const given = keyAndDefault("get", args, nargs, kwnames);
  if (given === null) return 0;
  const value = lookUp(o, given[0]);
  return value !== 0 || PyErr_Occurred() ? value : newRef(given[1]);
}

function setdefault(o: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const given = keyAndDefault("setdefault", args, nargs, kwnames);
  if (given === null) return 0;
  const value = subscript(o, given[0]);
  if (value !== 0 || !PyErr_ExceptionMatches(PyExc_KeyError)) return value;
  PyErr_Clear();
  return assignSubscript(o, given[0], given[1]) < 0 ? 0 : newRef(given[1]);
}

function proxy_new(_type: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  if (sizeOf(args) !== 1) {
    return raise(PyExc_TypeError, `FrameLocalsProxy expected 1 argument, got ${sizeOf(args)}`);
  }
  const frame = PyTuple_GET_ITEM(args, 0);
  if (typeOf(frame) !== PyFrame_Type) return raise(PyExc_TypeError, `expect frame, not ${typeNameOf(frame)}`);
  if (kwargs !== 0 && dictUsed(kwargs) > 0) {
    return raise(PyExc_TypeError, "FrameLocalsProxy takes no keyword arguments");
  }
  return newFrameLocalsProxy(frame);
}

declareType(PyFrameLocalsProxy_Type, {
  name: "FrameLocalsProxy",
  basicsize: PyFrameLocalsProxyObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_MAPPING,
  slots: {
    tp_dealloc: (o: Address): void => {
      if (isTracked(o)) gcUntrack(o);
      clearSlot(o + FRAME);
      freeInstance(o);
    },
    tp_traverse: (o: Address, visit: (o: Address) => number): number => {
      const frame = ptr(o + FRAME);
      return frame === 0 ? 0 : visit(frame);
    },
    tp_clear: (o: Address): number => {
      clearSlot(o + FRAME);
      return 0;
    },
    tp_repr: repr,
    tp_richcompare: richcompare,
    tp_iter: iterate,
    tp_new: proxy_new,
    sq_contains: contains,
    mp_length: length,
    mp_subscript: subscript,
    mp_ass_subscript: assignSubscript,
    nb_or: or,
    nb_inplace_or: (o: Borrowed, other: Borrowed): Owned => {
      if (!isMergeable(other)) return Py_NotImplemented;
      return merge(o, other) < 0 ? 0 : newRef(o);
    },
  },
  methods: [
    [
      "__contains__",
      "(object, /)",
      (o: Borrowed, key: Borrowed): Owned => {
        const answer = contains(o, key);
        return answer < 0 ? 0 : bool(answer > 0);
      },
    ],
    ["__getitem__", "(object, /)", subscript],
    ["update", "(object, /)", update],
    ["__reversed__", "()", reversed],
    ["copy", "()", copy],
    ["keys", "()", keys],
    ["values", "()", (o: Borrowed): Owned => listOf(o, (_, value) => newRef(value))],
    ["items", "()", (o: Borrowed): Owned => listOf(o, (name, value) => PyTuple_Pack(name, value))],
    ["get", "!(key, default=None, /)", get],
    ["setdefault", "!(key, default=None, /)", setdefault],
  ],
});
