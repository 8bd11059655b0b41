// weakref.ref and what happens when the object it refers to dies.
import { gcFree, gcUntrack, isTracked } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setI64 } from "../memory/memory.ts";
import { PyWeakReference } from "../memory/structs/iterators.ts";
import { text } from "../memory/text.ts";
import { Py_EQ, Py_NE, PyObject_Hash, PyObject_RichCompare } from "./abstract.ts";
import { PyObject_CallOneArg } from "./call.ts";
import { declareType } from "./declare.ts";
import { dictUsed } from "./dict_core.ts";
import {
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
  raiseInt,
} from "./errors.ts";
import { genericAlias } from "./generic_alias_call.ts";
import { hashAnswer, hashAnswerFrom, hashHigh, hashLow, isHashUnset } from "./hash.ts";
import { identifier } from "./identifiers.ts";
import { bool } from "./long_core.ts";
import {
  clearSlot,
  decref,
  isInstanceOf,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HAVE_VECTORCALL,
  refcount,
  runWithinDealloc,
  sizeOf,
  typeOf,
  xdecref,
} from "./object.ts";
import { PyErr_WriteUnraisable } from "./slot_functions.ts";
import { _PyObject_LookupSpecial } from "./special.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { freeInstance } from "./type_alloc.ts";
import { messageName } from "./type_names.ts";
import { _PyWeakref_RefType, Py_None, Py_NotImplemented, PyExc_TypeError } from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";
import {
  clearReference,
  newReference,
  setClearWeakRefs,
  setReferenceVectorcall,
  weaklistSlot,
} from "./weakref_core.ts";

/** The object of a reference, borrowed, or None when it is dead or dying. */
export function referent(reference: Borrowed): Borrowed {
  const o = ptr(reference + PyWeakReference.wr_object);
  return o === Py_None || refcount(o) === 0 ? Py_None : o;
}

function callReference(reference: Borrowed, nargs: number, hasKeywords: boolean): Owned {
  if (hasKeywords) return raise(PyExc_TypeError, "weakref() takes no keyword arguments");
  if (nargs !== 0) return raise(PyExc_TypeError, `weakref expected 0 arguments, got ${nargs}`);
  return newRef(referent(reference));
}

setReferenceVectorcall(
  text(
    "weakref_vectorcall",
    (reference: Borrowed, _args: Address, nargs: number, kwnames: Borrowed): Owned =>
      callReference(reference, nargs, kwnames !== 0 && sizeOf(kwnames) > 0),
  ),
);

setClearWeakRefs((o) => {
  const slot = weaklistSlot(o);
  const called: Address[] = [];
  for (let at = ptr(slot); at !== 0; at = ptr(slot)) {
    clearReference(at);
    // A reference that is dying itself calls nothing.
    if (ptr(at + PyWeakReference.wr_callback) !== 0) {
      if (refcount(at) > 0) called.push(newRef(at));
      else clearSlot(at + PyWeakReference.wr_callback);
    }
  }
  if (called.length === 0) return;
  const pending = PyErr_GetRaisedException();
  for (const reference of called) {
    const callback = newRef(ptr(reference + PyWeakReference.wr_callback));
    clearSlot(reference + PyWeakReference.wr_callback);
    runWithinDealloc(() => {
      const result = PyObject_CallOneArg(callback, reference);
      if (result === 0) PyErr_WriteUnraisable(callback);
      else decref(result);
    });
    decref(callback);
    decref(reference);
  }
  if (pending !== 0) PyErr_SetRaisedException(pending);
});

/** Keywords are refused where the class has no __init__ of its own that could take them. */
function ref_init(_self: Borrowed, args: Borrowed, keywords: Borrowed): number {
  if (keywords !== 0 && dictUsed(keywords) > 0) {
    return raiseInt(PyExc_TypeError, "ref() takes no keyword arguments");
  }
  const count = sizeOf(args);
  if (count >= 1 && count <= 2) return 0;
  const bound = count < 1 ? "least 1 argument" : "most 2 arguments";
  return raiseInt(PyExc_TypeError, `__init__ expected at ${bound}, got ${count}`);
}

function ref_new(type: Borrowed, args: Borrowed): Owned {
  const count = sizeOf(args);
  if (count < 1 || count > 2) {
    return raise(
      PyExc_TypeError,
      `__new__ expected at ${count < 1 ? "least 1 argument" : "most 2 arguments"}, got ${count}`,
    );
  }
  const callback = count === 2 && PyTuple_GET_ITEM(args, 1) !== Py_None ? PyTuple_GET_ITEM(args, 1) : 0;
  return newReference(type, PyTuple_GET_ITEM(args, 0), callback);
}

function ref_dealloc(o: Address): void {
  if (isTracked(o)) gcUntrack(o);
  clearReference(o);
  clearSlot(o + PyWeakReference.wr_callback);
  if (typeOf(o) === _PyWeakref_RefType) gcFree(o);
  else freeInstance(o);
}

function ref_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if ((op !== Py_EQ && op !== Py_NE) || !isInstanceOf(a, _PyWeakref_RefType) || !isInstanceOf(b, _PyWeakref_RefType)) {
    return Py_NotImplemented;
  }
  const x = referent(a);
  const y = referent(b);
  if (x === Py_None || y === Py_None) return bool((a === b) === (op === Py_EQ));
  return PyObject_RichCompare(x, y, op);
}

function ref_hash(o: Borrowed): number {
  if (!isHashUnset(o + PyWeakReference.hash)) return hashAnswerFrom(o + PyWeakReference.hash);
  const target = referent(o);
  if (target === Py_None) return raise(PyExc_TypeError, "weak object has gone away") - 1;
  if (PyObject_Hash(target) < 0) return -1;
  setI64(o + PyWeakReference.hash, hashLow(), hashHigh());
  return hashAnswer(hashLow(), hashHigh());
}

const id_name = identifier("__name__");

function ref_repr(o: Borrowed): Owned {
  const target = referent(o);
  const at = o.toString(16);
  if (target === Py_None) return PyUnicode_FromString(`<weakref at 0x${at}; dead>`);
  const name = _PyObject_LookupSpecial(target, id_name);
  if (name === 0 && PyErr_Occurred() !== 0) return 0;
  const called = name !== 0 && isUnicode(name) ? ` (${textOf(name)})` : "";
  xdecref(name);
  const what = `'${messageName(typeOf(target))}' at 0x${target.toString(16)}${called}`;
  return PyUnicode_FromString(`<weakref at 0x${at}; to ${what}>`) || PyErr_NoMemory();
}

declareType(_PyWeakref_RefType, {
  name: "weakref.ReferenceType",
  basicsize: PyWeakReference.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL | Py_TPFLAGS_BASETYPE,
  vectorcall_offset: PyWeakReference.vectorcall,
  slots: {
    tp_dealloc: ref_dealloc,
    tp_traverse: (o: Address, visit: (o: Address) => number): number => {
      const callback = ptr(o + PyWeakReference.wr_callback);
      return callback === 0 ? 0 : visit(callback);
    },
    tp_clear: (o: Address): number => {
      clearReference(o);
      clearSlot(o + PyWeakReference.wr_callback);
      return 0;
    },
    tp_repr: ref_repr,
    tp_hash: ref_hash,
    tp_richcompare: ref_richcompare,
    // A subclass that has its own __call__ comes here for this one.
    tp_call: (self: Borrowed, args: Borrowed, keywords: Borrowed): Owned =>
      callReference(self, sizeOf(args), keywords !== 0 && dictUsed(keywords) > 0),
    tp_new: ref_new,
    tp_init: ref_init,
  },
  methods: [["__class_getitem__", "@classmethod (object, /)", genericAlias]],
  members: [["__callback__", "object", PyWeakReference.wr_callback, "readonly"]],
});
