// _tuplegetter: the descriptor that gives a field of a named tuple.
import { type Borrowed, type Owned, ptr, setPtr, setSsize, ssize } from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { PyObject_Repr } from "../../objects/abstract.ts";
import { convertSsize } from "../../objects/convert.ts";
import { newModuleType } from "../../objects/declare.ts";
import { PyErr_Occurred, raise, raiseInt, typeNameOf } from "../../objects/errors.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { isTuple, newRef, Py_TPFLAGS_HAVE_GC, sizeOf, typeIn, typeOf, xdecref } from "../../objects/object.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { shortName } from "../../objects/type_names.ts";
import { Py_None, PyExc_AttributeError, PyExc_IndexError, PyExc_TypeError } from "../../objects/types.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "../../objects/unicode_writer.ts";
import { allocate, checkPositional, clearer, deallocator, refuseKeywords, traverser } from "../type_support.ts";

const _tuplegetterobject = struct("_tuplegetterobject", 32, {
  ...OBJECT_HEAD,
  index: [16, "ssize", "which item of the tuple"],
  doc: [24, "ptr", "docstring"],
});
const INDEX = _tuplegetterobject.index;
const DOC = _tuplegetterobject.doc;

function tuplegetter_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (!refuseKeywords("_tuplegetter", type, typeIn(tuplegetterType), keywords)) return 0;
  if (!checkPositional("_tuplegetter", args, 2, 2)) return 0;
  const index = convertSsize(PyTuple_GET_ITEM(args, 0));
  if (index === -1 && PyErr_Occurred()) return 0;
  const o = allocate(type);
  if (o === 0) return 0;
  setSsize(o + INDEX, index);
  setPtr(o + DOC, newRef(PyTuple_GET_ITEM(args, 1)));
  return o;
}

function tuplegetter_get(o: Borrowed, instance: Borrowed): Owned {
  if (instance === 0 || instance === Py_None) return newRef(o);
  const index = ssize(o + INDEX);
  if (!isTuple(instance)) {
    return raise(
      PyExc_TypeError,
      `descriptor for index '${index}' for tuple subclasses doesn't apply to '${typeNameOf(instance)}' object`,
    );
  }
  if (index < 0 || index >= sizeOf(instance)) return raise(PyExc_IndexError, "tuple index out of range");
  return newRef(PyTuple_GET_ITEM(instance, index));
}

function tuplegetter_set(_o: Borrowed, _instance: Borrowed, value: Borrowed): number {
  return raiseInt(PyExc_AttributeError, value === 0 ? "can't delete attribute" : "can't set attribute");
}

function tuplegetter_reduce(o: Borrowed): Owned {
  const index = PyLong_FromNumber(ssize(o + INDEX));
  const args = index === 0 ? 0 : PyTuple_Pack(index, ptr(o + DOC));
  const result = args === 0 ? 0 : PyTuple_Pack(typeOf(o), args);
  xdecref(index);
  xdecref(args);
  return result;
}

function tuplegetter_repr(o: Borrowed): Owned {
  const shown = PyObject_Repr(ptr(o + DOC));
  const writer = shown === 0 ? 0 : UnicodeWriter_New(true);
  const ok =
    writer !== 0 &&
    UnicodeWriter_WriteASCIIString(writer, `${shortName(typeOf(o))}(${ssize(o + INDEX)}, `) &&
    UnicodeWriter_WriteStr(writer, shown) &&
    UnicodeWriter_WriteASCIIString(writer, ")");
  xdecref(shown);
  if (ok) return UnicodeWriter_Finish(writer);
  xdecref(writer);
  return 0;
}

export const tuplegetterType = newModuleType({
  name: "collections._tuplegetter",
  basicsize: _tuplegetterobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: tuplegetter_new,
    tp_dealloc: deallocator(DOC),
    tp_traverse: traverser(DOC),
    tp_clear: clearer(DOC),
    tp_repr: tuplegetter_repr,
    tp_descr_get: tuplegetter_get,
    tp_descr_set: tuplegetter_set,
  },
  members: [["__doc__", "object", DOC]],
  methods: [["__reduce__", "()", tuplegetter_reduce]],
});
