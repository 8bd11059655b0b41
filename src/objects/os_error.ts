// OSError and its subclasses: OSError(errno, strerror, filename, winerror, filename2) answers with the class that the
// error number stands for.
//
// A subclass that has its own __init__ but not its own __new__ gets its fields from OSError.__init__, any other from
// __new__. Invariant: args keeps only errno and strerror once a file name was given.
import { type Address, type Borrowed, type Owned, ptr, setSsize, ssize } from "../memory/memory.ts";
import { PyBaseExceptionObject, PyOSErrorObject } from "../memory/structs/exceptions.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text } from "../memory/text.ts";
import { PyNumber_Check, PyObject_Repr, PyObject_Str } from "./abstract.ts";
import { convertSsize } from "./convert.ts";
import { PyDict_Size } from "./dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, textOfCString } from "./errors.ts";
import { base_new, base_str, exception, member, noKeywords } from "./exceptions.ts";
import { compactValue, isCompact, PyLong_FromNumber } from "./long_core.ts";
import { decref, isInt, newRef, replaceSlot, sizeOf, typeOf } from "./object.ts";
import { emptyTuple, ITEMS, PyTuple_GET_ITEM, PyTuple_Pack, tupleFromArray } from "./tuple_core.ts";
import * as X from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";

const O = PyOSErrorObject;
const UNKNOWN = -1;

const ERRNO_CLASSES: readonly (readonly [errno: number, type: Address])[] = [
  [1, X.PyExc_PermissionError],
  [2, X.PyExc_FileNotFoundError],
  [3, X.PyExc_ProcessLookupError],
  [4, X.PyExc_InterruptedError],
  [10, X.PyExc_ChildProcessError],
  [11, X.PyExc_BlockingIOError],
  [13, X.PyExc_PermissionError],
  [17, X.PyExc_FileExistsError],
  [20, X.PyExc_NotADirectoryError],
  [21, X.PyExc_IsADirectoryError],
  [32, X.PyExc_BrokenPipeError],
  [103, X.PyExc_ConnectionAbortedError],
  [104, X.PyExc_ConnectionResetError],
  [108, X.PyExc_BrokenPipeError],
  [110, X.PyExc_TimeoutError],
  [111, X.PyExc_ConnectionRefusedError],
  [114, X.PyExc_BlockingIOError],
  [115, X.PyExc_BlockingIOError],
];

/** Is it __init__ that fills the fields? */
function fillsInInit(type: Borrowed): boolean {
  return ptr(type + PyTypeObject.tp_init) !== oserrorInit && ptr(type + PyTypeObject.tp_new) === oserrorNew;
}

function hasDetails(args: Borrowed): boolean {
  return sizeOf(args) >= 2 && sizeOf(args) <= 5;
}

function oserror_new(type: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  const late = fillsInInit(type);
  if (!late) {
    if (!noKeywordsOf(type, kwargs)) return 0;
    if (type === X.PyExc_OSError && hasDetails(args)) {
      const number = PyTuple_GET_ITEM(args, 0);
      const row = isInt(number) && isCompact(number) && ERRNO_CLASSES.find(([errno]) => errno === compactValue(number));
      if (row) type = row[1];
    }
  }
  const o = base_new(type, late ? emptyTuple : args);
  if (o === 0) return 0;
  setSsize(o + O.written, UNKNOWN);
  if (!late && fill(o, args) < 0) {
    decref(o);
    return 0;
  }
  return o;
}

function noKeywordsOf(type: Borrowed, kwargs: Borrowed): boolean {
  if (kwargs === 0 || PyDict_Size(kwargs) === 0) return true;
  raise(X.PyExc_TypeError, `${textOfCString(ptr(type + PyTypeObject.tp_name))}() takes no keyword arguments`);
  return false;
}

/** oserror_init */
function fill(o: Borrowed, args: Borrowed): number {
  let kept = newRef(args);
  if (hasDetails(args)) {
    const count = sizeOf(args);
    const filename = count >= 3 ? PyTuple_GET_ITEM(args, 2) : X.Py_None;
    replaceSlot(o + O.myerrno, newRef(PyTuple_GET_ITEM(args, 0)));
    replaceSlot(o + O.strerror, newRef(PyTuple_GET_ITEM(args, 1)));
    if (filename !== X.Py_None) {
      if (typeOf(o) === X.PyExc_BlockingIOError && PyNumber_Check(filename)) {
        const written = convertSsize(filename);
        if (written === -1 && PyErr_Occurred()) {
          decref(kept);
          return -1;
        }
        setSsize(o + O.written, written);
      } else {
        replaceSlot(o + O.filename, newRef(filename));
        if (count === 5 && PyTuple_GET_ITEM(args, 4) !== X.Py_None) {
          replaceSlot(o + O.filename2, newRef(PyTuple_GET_ITEM(args, 4)));
        }
        decref(kept);
        kept = tupleFromArray(args + ITEMS, 2);
        if (kept === 0) return PyErr_NoMemory() - 1;
      }
    }
  }
  replaceSlot(o + PyBaseExceptionObject.args, kept);
  return 0;
}

function oserror_init(o: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  if (!fillsInInit(typeOf(o))) return 0;
  return noKeywords(o, kwargs) ? fill(o, args) : -1;
}

const oserrorNew: Address = text("OSError_new", oserror_new);
const oserrorInit: Address = text("OSError_init", oserror_init);

/** repr or str of a field as text; null with an error set. */
function shown(value: Borrowed, how: (o: Borrowed) => Owned): string | null {
  const result = how(value === 0 ? X.Py_None : value);
  if (result === 0) return null;
  const content = textOf(result);
  decref(result);
  return content;
}

function oserror_str(o: Borrowed): Owned {
  const filename = ptr(o + O.filename);
  const second = ptr(o + O.filename2);
  const errno = ptr(o + O.myerrno);
  const strerror = ptr(o + O.strerror);
  if (filename === 0 && (errno === 0 || strerror === 0)) return base_str(o);
  const number = shown(errno, PyObject_Str);
  const message = number === null ? null : shown(strerror, PyObject_Str);
  if (message === null) return 0;
  let result = `[Errno ${number}] ${message}`;
  if (filename !== 0) {
    const first = shown(filename, PyObject_Repr);
    if (first === null) return 0;
    result += `: ${first}`;
    if (second !== 0) {
      const other = shown(second, PyObject_Repr);
      if (other === null) return 0;
      result += ` -> ${other}`;
    }
  }
  return PyUnicode_FromString(result) || PyErr_NoMemory();
}

function oserror_reduce(o: Borrowed): Owned {
  let args = newRef(ptr(o + PyBaseExceptionObject.args));
  const filename = ptr(o + O.filename);
  const second = ptr(o + O.filename2);
  if (sizeOf(args) === 2 && filename !== 0) {
    const first = PyTuple_GET_ITEM(args, 0);
    const message = PyTuple_GET_ITEM(args, 1);
    const full =
      second === 0 ? PyTuple_Pack(first, message, filename) : PyTuple_Pack(first, message, filename, X.Py_None, second);
    decref(args);
    args = full;
    if (args === 0) return PyErr_NoMemory();
  }
  const dict = ptr(o + PyBaseExceptionObject.dict);
  const result = dict === 0 ? PyTuple_Pack(typeOf(o), args) : PyTuple_Pack(typeOf(o), args, dict);
  decref(args);
  return result || PyErr_NoMemory();
}

function getWritten(o: Borrowed): Owned {
  if (ssize(o + O.written) === UNKNOWN) return raise(X.PyExc_AttributeError, "characters_written");
  return PyLong_FromNumber(ssize(o + O.written)) || PyErr_NoMemory();
}

function setWritten(o: Borrowed, value: Borrowed): number {
  if (value === 0) {
    if (ssize(o + O.written) === UNKNOWN) return raiseInt(X.PyExc_AttributeError, "characters_written");
    setSsize(o + O.written, UNKNOWN);
    return 0;
  }
  const written = convertSsize(value);
  if (written === -1 && PyErr_Occurred()) return -1;
  setSsize(o + O.written, written);
  return 0;
}

exception(X.PyExc_OSError, "OSError", {
  base: X.PyExc_Exception,
  size: O.sizeof,
  fields: [O.myerrno, O.strerror, O.filename, O.filename2],
  slots: { tp_new: oserrorNew, tp_init: oserrorInit, tp_str: oserror_str },
  methods: [["__reduce__", "()", oserror_reduce]],
  members: [
    member("errno", O.myerrno),
    member("strerror", O.strerror),
    member("filename", O.filename),
    member("filename2", O.filename2),
  ],
  getset: [["characters_written", getWritten, setWritten]],
});

for (const [type, name, base] of [
  [X.PyExc_BlockingIOError, "BlockingIOError", X.PyExc_OSError],
  [X.PyExc_ChildProcessError, "ChildProcessError", X.PyExc_OSError],
  [X.PyExc_ConnectionError, "ConnectionError", X.PyExc_OSError],
  [X.PyExc_BrokenPipeError, "BrokenPipeError", X.PyExc_ConnectionError],
  [X.PyExc_ConnectionAbortedError, "ConnectionAbortedError", X.PyExc_ConnectionError],
  [X.PyExc_ConnectionRefusedError, "ConnectionRefusedError", X.PyExc_ConnectionError],
  [X.PyExc_ConnectionResetError, "ConnectionResetError", X.PyExc_ConnectionError],
  [X.PyExc_FileExistsError, "FileExistsError", X.PyExc_OSError],
  [X.PyExc_FileNotFoundError, "FileNotFoundError", X.PyExc_OSError],
  [X.PyExc_InterruptedError, "InterruptedError", X.PyExc_OSError],
  [X.PyExc_IsADirectoryError, "IsADirectoryError", X.PyExc_OSError],
  [X.PyExc_NotADirectoryError, "NotADirectoryError", X.PyExc_OSError],
  [X.PyExc_PermissionError, "PermissionError", X.PyExc_OSError],
  [X.PyExc_ProcessLookupError, "ProcessLookupError", X.PyExc_OSError],
  [X.PyExc_TimeoutError, "TimeoutError", X.PyExc_OSError],
] as const) {
  exception(type, name, { base, inherits: true });
}
