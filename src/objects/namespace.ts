// types.SimpleNamespace: an object whose attributes are its constructor's keywords.
import { gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { _PyNamespaceObject } from "../memory/structs/descriptors.ts";
import { PyObject_Repr, PyObject_RichCompare } from "./abstract.ts";
import { PyObject_CallNoArgs, PyObject_CallOneArg } from "./call.ts";
import { declareType } from "./declare.ts";
import { nextKey, nextValue, PyDict_New, PyDict_Next } from "./dict_core.ts";
import { PyDict_Update } from "./dict_merge.ts";
import { PyErr_NoMemory, raise, raiseInt, typeName, typeNameOf } from "./errors.ts";
import {
  clearSlot,
  decref,
  isDict,
  isInstanceOf,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  typeOf,
  xdecref,
} from "./object.ts";
import { Py_ReprEnter, Py_ReprLeave } from "./repr_guard.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_Pack } from "./tuple_core.ts";
import { allocateInstance, freeInstance } from "./type_alloc.ts";
import { _PyNamespace_Type, Py_NotImplemented, PyDict_Type, PyExc_TypeError } from "./types.ts";
import { PyUnicode_FromString, PyUnicode_GET_LENGTH } from "./unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "./unicode_writer.ts";

const DICT = _PyNamespaceObject.ns_dict;

function namespace_new(type: Borrowed): Owned {
  const o = allocateInstance(type, 0);
  if (o === 0) return 0;
  const dict = PyDict_New();
  setPtr(o + DICT, dict);
  gcTrack(o);
  if (dict !== 0) return o;
  decref(o);
  return PyErr_NoMemory();
}

function namespace_init(o: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  const count = sizeOf(args);
  if (count > 1)
    return raiseInt(
      PyExc_TypeError,
      `${typeName(typeOf(o)).replace(/^types\./, "")} expected at most 1 argument, got ${count}`,
    );
  const dict = ptr(o + DICT);
  if (count === 1) {
    const given = PyTuple_GET_ITEM(args, 0);
    const fresh = typeOf(given) === PyDict_Type ? newRef(given) : PyObject_CallOneArg(PyDict_Type, given);
    if (fresh === 0) return -1;
    const status = updateNamed(dict, fresh);
    decref(fresh);
    if (status < 0) return -1;
  }
  return kwargs === 0 ? 0 : updateNamed(dict, kwargs);
}

/** PyDict_Update with names only. */
function updateNamed(dict: Borrowed, fresh: Borrowed): number {
  for (let at = PyDict_Next(fresh, 0); at > 0; at = PyDict_Next(fresh, at)) {
    if (!isUnicode(nextKey())) return raiseInt(PyExc_TypeError, "keywords must be strings");
  }
  return PyDict_Update(dict, fresh);
}

function namespace_dealloc(o: Address): void {
  gcUntrack(o);
  xdecref(ptr(o + DICT));
  freeInstance(o);
}

function namespace_repr(o: Borrowed): Owned {
  const name = typeOf(o) === _PyNamespace_Type ? "namespace" : typeName(typeOf(o));
  const entered = Py_ReprEnter(o);
  if (entered !== 0) return entered < 0 ? 0 : PyUnicode_FromString(`${name}(...)`);
  const result = showFields(o, name);
  Py_ReprLeave(o);
  return result;
}

function showFields(o: Borrowed, name: string): Owned {
  const writer = UnicodeWriter_New(true);
  const head = writer === 0 ? 0 : PyUnicode_FromString(`${name}(`);
  if (head === 0) return PyErr_NoMemory();
  let ok = UnicodeWriter_WriteStr(writer, head);
  decref(head);
  const dict = ptr(o + DICT);
  let first = true;
  for (let at = PyDict_Next(dict, 0); ok && at > 0; at = PyDict_Next(dict, at)) {
    const key = nextKey();
    if (!isUnicode(key) || PyUnicode_GET_LENGTH(key) === 0) continue;
    const value = newRef(nextValue());
    newRef(key);
    const shown = PyObject_Repr(value);
    decref(value);
    if (shown === 0) {
      decref(key);
      decref(writer);
      return 0;
    }
    ok =
      (first || UnicodeWriter_WriteASCIIString(writer, ", ")) &&
      UnicodeWriter_WriteStr(writer, key) &&
      UnicodeWriter_WriteASCIIString(writer, "=") &&
      UnicodeWriter_WriteStr(writer, shown);
    decref(shown);
    decref(key);
    first = false;
  }
  if (ok && UnicodeWriter_WriteASCIIString(writer, ")")) return UnicodeWriter_Finish(writer);
  decref(writer);
  return PyErr_NoMemory();
}

function namespace_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if (!isInstanceOf(a, _PyNamespace_Type) || !isInstanceOf(b, _PyNamespace_Type)) return Py_NotImplemented;
  return PyObject_RichCompare(ptr(a + DICT), ptr(b + DICT), op);
}

function namespace_reduce(o: Borrowed): Owned {
  const empty = PyTuple_New(0);
  return PyTuple_Pack(typeOf(o), empty, ptr(o + DICT)) || PyErr_NoMemory();
}

function namespace_replace(o: Borrowed, changes: Borrowed): Owned {
  const copy = PyObject_CallNoArgs(typeOf(o));
  if (copy === 0) return 0;
  const isNamespace = isInstanceOf(copy, _PyNamespace_Type);
  if (!isNamespace) {
    const message = `expect ${typeName(_PyNamespace_Type)} type, but ${typeName(typeOf(o))}() returned '${typeNameOf(copy)}' object`;
    decref(copy);
    return raise(PyExc_TypeError, message);
  }
  const dict = ptr(copy + DICT);
  const failed =
    PyDict_Update(dict, ptr(o + DICT)) < 0 || (changes !== 0 && isDict(changes) && PyDict_Update(dict, changes) < 0);
  if (!failed) return copy;
  decref(copy);
  return 0;
}

declareType(_PyNamespace_Type, {
  name: "types.SimpleNamespace",
  basicsize: _PyNamespaceObject.sizeof,
  dictoffset: DICT,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
  slots: {
    tp_new: namespace_new,
    tp_init: namespace_init,
    tp_dealloc: namespace_dealloc,
    tp_repr: namespace_repr,
    tp_richcompare: namespace_richcompare,
    tp_traverse: (o: Address, visit: (o: Address) => number): number => {
      const dict = ptr(o + DICT);
      return dict === 0 ? 0 : visit(dict);
    },
    tp_clear: (o: Address): number => {
      clearSlot(o + DICT);
      return 0;
    },
  },
  members: [["__dict__", "object", DICT, "readonly"]],
  methods: [
    ["__reduce__", "()", namespace_reduce],
    ["__replace__", "(**changes)", namespace_replace],
  ],
});
