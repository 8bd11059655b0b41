// Notes of an exception: add_note(), and what C code adds to an error that passes through it.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_GetOptionalAttr, PyObject_SetAttr } from "./abstract.ts";
import {
  _PyErr_ChainExceptions1,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
  typeNameOf,
} from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PyList_Append, PyList_New } from "./list_core.ts";
import { decref, isList, isUnicode } from "./object.ts";
import { Py_None, PyExc_TypeError } from "./types.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";

const id_notes = identifier("__notes__");

/** BaseException.add_note */
export function addNote(o: Borrowed, note: Borrowed): Owned {
  if (!isUnicode(note)) return raise(PyExc_TypeError, `note must be a str, not '${typeNameOf(note)}'`);
  let notes = PyObject_GetOptionalAttr(o, id_notes);
  if (notes === 0) {
    if (PyErr_Occurred()) return 0;
    notes = PyList_New(0);
    if (notes === 0) return 0;
    if (PyObject_SetAttr(o, id_notes, notes) < 0) {
      decref(notes);
      return 0;
    }
  } else if (!isList(notes)) {
    decref(notes);
    return raise(PyExc_TypeError, "Cannot add note: __notes__ is not a list");
  }
  const status = PyList_Append(notes, note);
  decref(notes);
  return status < 0 ? 0 : Py_None;
}

/** _PyErr_FormatNote: the pending error gets a note, or is the context of the one that this met. */
export function addNoteToPending(told: string): void {
  const exception = PyErr_GetRaisedException();
  const note = PyUnicode_FromString(told);
  const result = note === 0 ? PyErr_NoMemory() : addNote(exception, note);
  if (note !== 0) decref(note);
  if (result !== 0) PyErr_SetRaisedException(exception);
  else _PyErr_ChainExceptions1(exception);
}
