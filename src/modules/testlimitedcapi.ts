// _testlimitedcapi: of the module with which CPython's tests reach the limited part of its C interface, what they ask of
// sequences and attributes.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { ptr } from "../memory/memory.ts";
import { PySequenceMethods, PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { PyObject_GetOptionalAttr, PyObject_Size, PySequence_GetItem } from "../objects/abstract.ts";
import { bytesView } from "../objects/bytes_core.ts";
import { declareModule } from "../objects/declare.ts";
import { PyErr_Clear, raise, typeNameOf } from "../objects/errors.ts";
import { currentFrame, settleInt } from "../objects/frames.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isBytes, typeOf, xdecref } from "../objects/object.ts";
import { PyExc_TypeError } from "../objects/types.ts";
import { PyUnicode_FromWtf8 } from "../objects/unicode_core.ts";

/** PySequence_SetItem and, for value 0, PySequence_DelItem: by the slot of sequences, a negative index from the end. */
function sequence_setitem(_module: Borrowed, o: Borrowed, given: number, value: Borrowed): Owned {
  const table = ptr(typeOf(o) + PyTypeObject.tp_as_sequence);
  const set = table === 0 ? 0 : ptr(table + PySequenceMethods.sq_ass_item);
  if (set === 0)
    return raise(
      PyExc_TypeError,
      `'${typeNameOf(o)}' object does${value === 0 ? "n't" : " not"} support item ${value === 0 ? "deletion" : "assignment"}`,
    );
  let index = given;
  if (index < 0) {
    const size = PyObject_Size(o);
    if (size < 0) return 0;
    index += size;
  }
  const base = currentFrame();
  const status = settleInt(base, textFunction(set)(o, index, value));
  return status < 0 ? 0 : PyLong_FromNumber(status);
}

/** PyObject_HasAttrString: an error is no attribute. */
function object_hasattrstring(_module: Borrowed, o: Borrowed, name: Borrowed): Owned {
  const text = isBytes(name) ? PyUnicode_FromWtf8(bytesView(name).slice()) : 0;
  if (text === 0) return raise(PyExc_TypeError, "a bytes-like object is required");
  const value = PyObject_GetOptionalAttr(o, text);
  decref(text);
  if (value === 0) PyErr_Clear();
  xdecref(value);
  return PyLong_FromNumber(value === 0 ? 0 : 1);
}

declareModule({
  name: "_testlimitedcapi",
  functions: [
    ["sequence_setitem", "(seq, i: ssize, obj, /)", sequence_setitem],
    ["sequence_delitem", "(seq, i: ssize, /)", (m: Borrowed, o: Borrowed, i: number) => sequence_setitem(m, o, i, 0)],
    [
      "sequence_getitem",
      "(seq, i: ssize, /)",
      (_module: Borrowed, o: Borrowed, index: number) => PySequence_GetItem(o, index),
    ],
    ["object_hasattrstring", "(obj, attr_name, /)", object_hasattrstring],
  ],
});
