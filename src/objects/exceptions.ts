// All exception types. One row a type: its base, its structure, what it adds to BaseException.
//
// Invariant: args is a tuple in every exception that __new__ has made; all other fields may be null.
import { gcUntrack, isTracked } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr, setSsize, setU8, u8 } from "../memory/memory.ts";
import {
  PyAttributeErrorObject,
  PyBaseExceptionObject,
  PyImportErrorObject,
  PyNameErrorObject,
  PyOSErrorObject,
  PyStopIterationObject,
  PySyntaxErrorObject,
  PySystemExitObject,
  PyUnicodeErrorObject,
} from "../memory/structs/exceptions.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { PyObject_Repr, PyObject_Str } from "./abstract.ts";
import { genericGetAttr, genericSetAttr } from "./attributes.ts";
import { convertSsize } from "./convert.ts";
import { declareType, type GetSetRow, type MemberRow, type TypeSpec } from "./declare.ts";
import { nextKey, nextValue, PyDict_Next, PyDict_Size } from "./dict_core.ts";
import { PyObject_GenericGetDict } from "./dict_instance.ts";
import { raise, raiseInt, typeName, typeNameOf } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PyList_Append, PyList_New } from "./list_core.ts";
import { compactValue, isCompact } from "./long_core.ts";
import {
  clearSlot,
  decref,
  isDict,
  isException,
  isInt,
  isTuple,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  sizeOf,
  typeOf,
} from "./object.ts";
import { emptyTuple, ITEMS, PyTuple_GET_ITEM, PyTuple_Pack, tupleFromArray } from "./tuple_core.ts";
import { freeInstance } from "./type_alloc.ts";
import { shortName } from "./type_names.ts";
import * as T from "./types.ts";
import { PyUnicode_FromString, PyUnicode_GET_LENGTH, textOf } from "./unicode_core.ts";

const E = PyBaseExceptionObject;
const TEXT_LIMIT = 1_000_000;

function base_new(type: Borrowed, args: Borrowed): Owned {
  const o = textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
  if (o === 0) return 0;
  setPtr(o + E.args, args === 0 ? emptyTuple : newRef(args));
  return o;
}

function noKeywords(o: Borrowed, kwargs: Borrowed): boolean {
  if (kwargs === 0 || PyDict_Size(kwargs) === 0) return true;
  raise(T.PyExc_TypeError, `${typeNameOf(o)}() takes no keyword arguments`);
  return false;
}

function base_init(o: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  if (!noKeywords(o, kwargs)) return -1;
  replaceSlot(o + E.args, newRef(args));
  return 0;
}

function base_str(o: Borrowed): Owned {
  const args = ptr(o + E.args);
  const count = sizeOf(args);
  if (count === 0) return PyUnicode_FromString("");
  return PyObject_Str(count === 1 ? PyTuple_GET_ITEM(args, 0) : args);
}

function base_repr(o: Borrowed): Owned {
  const args = ptr(o + E.args);
  const name = shortName(typeOf(o));
  const inner = PyObject_Repr(sizeOf(args) === 1 ? PyTuple_GET_ITEM(args, 0) : args);
  if (inner === 0) return 0;
  const text = textOf(inner, TEXT_LIMIT);
  decref(inner);
  return PyUnicode_FromString(sizeOf(args) === 1 ? `${name}(${text})` : `${name}${text}`);
}

const HEAD_FIELDS = [E.dict, E.args, E.notes, E.traceback, E.cause, E.context];

/** dealloc, traverse and clear of an exception with more object fields behind the head. */
function lifecycle(
  fields: readonly number[],
): Pick<NonNullable<TypeSpec["slots"]>, "tp_dealloc" | "tp_traverse" | "tp_clear"> {
  const all = [...fields, ...HEAD_FIELDS];
  const clear = (o: Address): number => {
    for (const field of all) clearSlot(o + field);
    return 0;
  };
  return {
    tp_clear: clear,
    tp_dealloc: (o: Address): void => {
      if (isTracked(o)) gcUntrack(o);
      clear(o);
      freeInstance(o);
    },
    tp_traverse: (o: Address, visit: (o: Address) => number): number => {
      for (const field of all) {
        const value = ptr(o + field);
        if (value !== 0) {
          const stop = visit(value);
          if (stop !== 0) return stop;
        }
      }
      return 0;
    },
  };
}

const orNone =
  (field: number) =>
  (o: Borrowed): Owned =>
    newRef(ptr(o + field) || T.Py_None);

function setChain(field: number, name: string) {
  return (o: Borrowed, value: Borrowed): number => {
    if (value === 0) return raiseInt(T.PyExc_TypeError, `${name} may not be deleted`);
    if (value !== T.Py_None && !isException(value)) {
      return raiseInt(T.PyExc_TypeError, `exception ${name.slice(2, -2)} must be None or derive from BaseException`);
    }
    if (field === E.cause) setU8(o + E.suppress_context, 1);
    replaceSlot(o + field, value === T.Py_None ? 0 : newRef(value));
    return 0;
  };
}

function setTraceback(o: Borrowed, value: Borrowed): number {
  if (value === 0) return raiseInt(T.PyExc_TypeError, "__traceback__ may not be deleted");
  if (value !== T.Py_None && typeOf(value) !== T.PyTraceBack_Type) {
    return raiseInt(T.PyExc_TypeError, "__traceback__ must be a traceback or None");
  }
  replaceSlot(o + E.traceback, value === T.Py_None ? 0 : newRef(value));
  return 0;
}

function setArgs(o: Borrowed, value: Borrowed): number {
  if (value === 0) return raiseInt(T.PyExc_TypeError, "args may not be deleted");
  const tuple = isTuple(value) ? newRef(value) : sequenceTuple(value);
  if (tuple === 0) return -1;
  replaceSlot(o + E.args, tuple);
  return 0;
}

import { PyTuple_FromIterable as sequenceTuple } from "./tuple.ts";

function add_note(o: Borrowed, note: Borrowed): Owned {
  if (!isUnicode(note)) return raise(T.PyExc_TypeError, `note must be a str, not '${typeNameOf(note)}'`);
  const known = PyObject_GetOptionalAttr(o, id_notes);
  let notes = known;
  if (notes === 0) {
    if (PyErr_Occurred()) return 0;
    notes = PyList_New(0);
    if (notes === 0 || PyObject_SetAttr(o, id_notes, notes) < 0) return 0;
  } else if (!isList(notes)) {
    decref(notes);
    return raise(T.PyExc_TypeError, "Cannot add note: __notes__ is not a list");
  }
  const status = PyList_Append(notes, note);
  decref(notes);
  return status < 0 ? 0 : T.Py_None;
}

import { PyObject_GetOptionalAttr, PyObject_SetAttr } from "./abstract.ts";
import { PyErr_Occurred } from "./errors.ts";
import { isList } from "./object.ts";

const id_notes = identifier("__notes__");

function base_reduce(o: Borrowed): Owned {
  const args = ptr(o + E.args);
  const dict = ptr(o + E.dict);
  return dict === 0 ? PyTuple_Pack(typeOf(o), args) : PyTuple_Pack(typeOf(o), args, dict);
}

function base_setstate(o: Borrowed, state: Borrowed): Owned {
  if (state === T.Py_None) return T.Py_None;
  if (!isDict(state)) return raise(T.PyExc_TypeError, "state is not a dictionary");
  for (let position = PyDict_Next(state, 0); position > 0; position = PyDict_Next(state, position)) {
    if (PyObject_SetAttr(o, nextKey(), nextValue()) < 0) return 0;
  }
  return T.Py_None;
}

const FLAGS = Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC;

declareType(T.PyExc_BaseException, {
  name: "BaseException",
  basicsize: E.sizeof,
  flags: FLAGS,
  doc: "Common base class for all exceptions",
  dictoffset: E.dict,
  slots: {
    ...lifecycle([]),
    tp_repr: base_repr,
    tp_str: base_str,
    tp_init: base_init,
    tp_new: base_new,
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  },
  methods: [
    ["__reduce__", "()", base_reduce],
    ["__setstate__", "(state, /)", base_setstate],
    [
      "with_traceback",
      "(tb, /)",
      (o: Borrowed, traceback: Borrowed): Owned => (setTraceback(o, traceback) < 0 ? 0 : newRef(o)),
      "Set self.__traceback__ to tb and return self.",
    ],
    ["add_note", "(note, /)", add_note, "Add a note to the exception"],
  ],
  getset: [
    ["__dict__", PyObject_GenericGetDict],
    ["args", (o: Borrowed) => newRef(ptr(o + E.args)), setArgs],
    ["__traceback__", orNone(E.traceback), setTraceback],
    ["__context__", orNone(E.context), setChain(E.context, "__context__")],
    ["__cause__", orNone(E.cause), setChain(E.cause, "__cause__")],
  ],
  members: [["__suppress_context__", "bool", E.suppress_context]],
});

interface Row {
  readonly base: Address;
  readonly doc: string;
  readonly size?: number;
  readonly fields?: readonly number[];
  readonly slots?: TypeSpec["slots"];
  readonly members?: readonly MemberRow[];
  readonly getset?: readonly GetSetRow[];
}

function exception(type: Address, name: string, row: Row): void {
  declareType(type, {
    name,
    basicsize: row.size ?? 0,
    flags: FLAGS,
    base: row.base,
    doc: row.doc,
    slots: {
      tp_init: base_init,
      tp_new: base_new,
      ...(row.fields ? lifecycle(row.fields) : {}),
      ...row.slots,
    },
    members: row.members,
    getset: row.getset,
  });
}

const member = (name: string, offset: number, doc?: string): MemberRow => [
  name,
  "object",
  offset,
  "",
  doc ?? `exception ${name}`,
];
const X = T;

exception(X.PyExc_Exception, "Exception", {
  base: X.PyExc_BaseException,
  doc: "Common base class for all non-exit exceptions.",
});

// -- those that carry more ----------------------------------------------------------------------------------------------

function stopiteration_init(o: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  if (base_init(o, args, kwargs) < 0) return -1;
  replaceSlot(o + PyStopIterationObject.value, newRef(sizeOf(args) > 0 ? PyTuple_GET_ITEM(args, 0) : T.Py_None));
  return 0;
}
exception(X.PyExc_StopIteration, "StopIteration", {
  base: X.PyExc_Exception,
  doc: "Signal the end from iterator.__next__().",
  size: PyStopIterationObject.sizeof,
  fields: [PyStopIterationObject.value],
  slots: { tp_init: stopiteration_init },
  members: [member("value", PyStopIterationObject.value, "generator return value")],
});

function systemexit_init(o: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  if (base_init(o, args, kwargs) < 0) return -1;
  const count = sizeOf(args);
  if (count === 1) replaceSlot(o + PySystemExitObject.code, newRef(PyTuple_GET_ITEM(args, 0)));
  else if (count > 1) replaceSlot(o + PySystemExitObject.code, newRef(args));
  return 0;
}
exception(X.PyExc_SystemExit, "SystemExit", {
  base: X.PyExc_BaseException,
  doc: "Request to exit from the interpreter.",
  size: PySystemExitObject.sizeof,
  fields: [PySystemExitObject.code],
  slots: { tp_init: systemexit_init },
  members: [member("code", PySystemExitObject.code)],
});

/** Takes keyword arguments of an exception into its fields. */
function keywordFields(o: Borrowed, kwargs: Borrowed, fields: Readonly<Record<string, number>>, name: string): boolean {
  if (kwargs === 0) return true;
  for (let position = PyDict_Next(kwargs, 0); position > 0; position = PyDict_Next(kwargs, position)) {
    const key = textOf(nextKey());
    const field = fields[key];
    if (field === undefined) {
      raise(T.PyExc_TypeError, `${name}() got an unexpected keyword argument '${key}'`);
      return false;
    }
    replaceSlot(o + field, newRef(nextValue()));
  }
  return true;
}

const withKeywords =
  (name: string, fields: Readonly<Record<string, number>>, message = 0) =>
  (o: Borrowed, args: Borrowed, kwargs: Borrowed): number => {
    replaceSlot(o + E.args, newRef(args));
    for (const field of Object.values(fields)) clearSlot(o + field);
    if (!keywordFields(o, kwargs, fields, name)) return -1;
    if (message !== 0 && sizeOf(args) === 1) replaceSlot(o + message, newRef(PyTuple_GET_ITEM(args, 0)));
    return 0;
  };

exception(X.PyExc_NameError, "NameError", {
  base: X.PyExc_Exception,
  doc: "Name not found globally.",
  size: PyNameErrorObject.sizeof,
  fields: [PyNameErrorObject.name],
  slots: { tp_init: withKeywords("NameError", { name: PyNameErrorObject.name }) },
  members: [member("name", PyNameErrorObject.name, "name")],
});
exception(X.PyExc_AttributeError, "AttributeError", {
  base: X.PyExc_Exception,
  doc: "Attribute not found.",
  size: PyAttributeErrorObject.sizeof,
  fields: [PyAttributeErrorObject.obj, PyAttributeErrorObject.name],
  slots: {
    tp_init: withKeywords("AttributeError", { name: PyAttributeErrorObject.name, obj: PyAttributeErrorObject.obj }),
  },
  members: [
    member("name", PyAttributeErrorObject.name, "attribute name"),
    member("obj", PyAttributeErrorObject.obj, "object"),
  ],
});
const IMPORT_FIELDS = {
  name: PyImportErrorObject.name,
  path: PyImportErrorObject.path,
  name_from: PyImportErrorObject.name_from,
};
exception(X.PyExc_ImportError, "ImportError", {
  base: X.PyExc_Exception,
  doc: "Import can't find module, or can't find name in module.",
  size: PyImportErrorObject.sizeof,
  fields: [PyImportErrorObject.msg, ...Object.values(IMPORT_FIELDS)],
  slots: {
    tp_init: withKeywords("ImportError", IMPORT_FIELDS, PyImportErrorObject.msg),
    tp_str: (o: Borrowed): Owned => {
      const message = ptr(o + PyImportErrorObject.msg);
      return message !== 0 && isUnicode(message) ? newRef(message) : base_str(o);
    },
  },
  members: [
    member("msg", PyImportErrorObject.msg, "exception message"),
    member("name", PyImportErrorObject.name, "module name"),
    member("path", PyImportErrorObject.path, "module path"),
    member("name_from", PyImportErrorObject.name_from, "name imported from module"),
  ],
});
exception(X.PyExc_KeyError, "KeyError", {
  base: X.PyExc_LookupError,
  doc: "Mapping key not found.",
  slots: {
    tp_str: (o: Borrowed): Owned => {
      const args = ptr(o + E.args);
      return sizeOf(args) === 1 ? PyObject_Repr(PyTuple_GET_ITEM(args, 0)) : base_str(o);
    },
  },
});

// -- OSError: the class follows from errno ------------------------------------------------------------------------------

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

function oserror_new(type: Borrowed, args: Borrowed): Owned {
  const count = sizeOf(args);
  if (type === T.PyExc_OSError && count >= 2 && count <= 5) {
    const number = PyTuple_GET_ITEM(args, 0);
    if (isInt(number) && isCompact(number)) {
      const row = ERRNO_CLASSES.find(([errno]) => errno === compactValue(number));
      if (row) type = row[1];
    }
  }
  const o = base_new(type, args);
  if (o === 0) return 0;
  oserror_fill(o, args);
  return o;
}

function oserror_fill(o: Borrowed, args: Borrowed): void {
  const count = sizeOf(args);
  setSsize(o + PyOSErrorObject.written, -1);
  if (count < 2 || count > 5) return;
  replaceSlot(o + PyOSErrorObject.myerrno, newRef(PyTuple_GET_ITEM(args, 0)));
  replaceSlot(o + PyOSErrorObject.strerror, newRef(PyTuple_GET_ITEM(args, 1)));
  if (count >= 3 && PyTuple_GET_ITEM(args, 2) !== T.Py_None) {
    replaceSlot(o + PyOSErrorObject.filename, newRef(PyTuple_GET_ITEM(args, 2)));
    if (count === 5 && PyTuple_GET_ITEM(args, 4) !== T.Py_None) {
      replaceSlot(o + PyOSErrorObject.filename2, newRef(PyTuple_GET_ITEM(args, 4)));
    }
    replaceSlot(o + E.args, tupleFromArray(args + ITEMS, 2));
  }
}

function oserror_str(o: Borrowed): Owned {
  const field = (offset: number): Borrowed => ptr(o + offset);
  const errno = field(PyOSErrorObject.myerrno);
  const strerror = field(PyOSErrorObject.strerror);
  if (errno === 0 && strerror === 0) return base_str(o);
  const shown = (value: Borrowed, how: (o: Borrowed) => Owned): string => {
    const text = how(value === 0 ? T.Py_None : value);
    if (text === 0) return "?";
    const content = textOf(text, TEXT_LIMIT);
    decref(text);
    return content;
  };
  let text = `[Errno ${shown(errno, PyObject_Str)}] ${shown(strerror, PyObject_Str)}`;
  const filename = field(PyOSErrorObject.filename);
  if (filename !== 0) text += `: ${shown(filename, PyObject_Repr)}`;
  const second = field(PyOSErrorObject.filename2);
  if (filename !== 0 && second !== 0) text += ` -> ${shown(second, PyObject_Repr)}`;
  return PyUnicode_FromString(text);
}

exception(X.PyExc_OSError, "OSError", {
  base: X.PyExc_Exception,
  doc: "Base class for I/O related errors.",
  size: PyOSErrorObject.sizeof,
  fields: [PyOSErrorObject.myerrno, PyOSErrorObject.strerror, PyOSErrorObject.filename, PyOSErrorObject.filename2],
  slots: {
    tp_new: oserror_new,
    tp_init: (o: Borrowed, _args: Borrowed, kwargs: Borrowed) => (noKeywords(o, kwargs) ? 0 : -1),
    tp_str: oserror_str,
  },
  members: [
    member("errno", PyOSErrorObject.myerrno, "POSIX exception code"),
    member("strerror", PyOSErrorObject.strerror, "exception strerror"),
    member("filename", PyOSErrorObject.filename, "exception filename"),
    member("filename2", PyOSErrorObject.filename2, "second exception filename"),
  ],
});
for (const [type, name, base, doc] of [
  [X.PyExc_BlockingIOError, "BlockingIOError", X.PyExc_OSError, "I/O operation would block."],
  [X.PyExc_ChildProcessError, "ChildProcessError", X.PyExc_OSError, "Child process error."],
  [X.PyExc_ConnectionError, "ConnectionError", X.PyExc_OSError, "Connection error."],
  [X.PyExc_BrokenPipeError, "BrokenPipeError", X.PyExc_ConnectionError, "Broken pipe."],
  [X.PyExc_ConnectionAbortedError, "ConnectionAbortedError", X.PyExc_ConnectionError, "Connection aborted."],
  [X.PyExc_ConnectionRefusedError, "ConnectionRefusedError", X.PyExc_ConnectionError, "Connection refused."],
  [X.PyExc_ConnectionResetError, "ConnectionResetError", X.PyExc_ConnectionError, "Connection reset."],
  [X.PyExc_FileExistsError, "FileExistsError", X.PyExc_OSError, "File already exists."],
  [X.PyExc_FileNotFoundError, "FileNotFoundError", X.PyExc_OSError, "File not found."],
  [X.PyExc_InterruptedError, "InterruptedError", X.PyExc_OSError, "Interrupted by signal."],
  [X.PyExc_IsADirectoryError, "IsADirectoryError", X.PyExc_OSError, "Operation doesn't work on directories."],
  [X.PyExc_NotADirectoryError, "NotADirectoryError", X.PyExc_OSError, "Operation only works on directories."],
  [X.PyExc_PermissionError, "PermissionError", X.PyExc_OSError, "Not enough permissions."],
  [X.PyExc_ProcessLookupError, "ProcessLookupError", X.PyExc_OSError, "Process not found."],
  [X.PyExc_TimeoutError, "TimeoutError", X.PyExc_OSError, "Timeout expired."],
] as const) {
  exception(type, name, {
    base,
    doc,
    slots: {
      tp_new: oserror_new,
      tp_init: (o: Borrowed, _args: Borrowed, kwargs: Borrowed) => (noKeywords(o, kwargs) ? 0 : -1),
    },
  });
}

// -- SyntaxError --------------------------------------------------------------------------------------------------------

const S = PySyntaxErrorObject;
const DETAILS = [S.filename, S.lineno, S.offset, S.text, S.end_lineno, S.end_offset];
function syntaxerror_init(o: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  if (base_init(o, args, kwargs) < 0) return -1;
  const count = sizeOf(args);
  if (count >= 1) replaceSlot(o + S.msg, newRef(PyTuple_GET_ITEM(args, 0)));
  if (count === 2) {
    const details = isTuple(PyTuple_GET_ITEM(args, 1))
      ? newRef(PyTuple_GET_ITEM(args, 1))
      : sequenceTuple(PyTuple_GET_ITEM(args, 1));
    if (details === 0) return -1;
    const given = sizeOf(details);
    if (given < 4 || given > 6) {
      decref(details);
      return raiseInt(
        T.PyExc_TypeError,
        `function takes ${given < 4 ? "at least 4" : "at most 6"} arguments (${given} given)`,
      );
    }
    for (let i = 0; i < given; i++) replaceSlot(o + DETAILS[i], newRef(PyTuple_GET_ITEM(details, i)));
    decref(details);
    if (given === 5) return raiseInt(T.PyExc_TypeError, "end_offset must be provided when end_lineno is provided");
  }
  return 0;
}
function syntaxerror_str(o: Borrowed): Owned {
  const message = ptr(o + S.msg);
  const shown = PyObject_Str(message === 0 ? T.Py_None : message);
  const filename = ptr(o + S.filename);
  const lineno = ptr(o + S.lineno);
  const hasFile = filename !== 0 && isUnicode(filename);
  const hasLine = lineno !== 0 && isInt(lineno) && isCompact(lineno);
  if (shown === 0 || (!hasFile && !hasLine)) return shown;
  const text = textOf(shown, TEXT_LIMIT);
  decref(shown);
  const file = hasFile ? textOf(filename, 10000).replace(/^.*\//, "") : "";
  const line = hasLine ? `line ${compactValue(lineno)}` : "";
  return PyUnicode_FromString(`${text} (${[file, line].filter((part) => part !== "").join(", ")})`);
}
exception(X.PyExc_SyntaxError, "SyntaxError", {
  base: X.PyExc_Exception,
  doc: "Invalid syntax.",
  size: S.sizeof,
  fields: [S.msg, ...DETAILS, S.print_file_and_line],
  slots: { tp_init: syntaxerror_init, tp_str: syntaxerror_str },
  members: [
    member("msg", S.msg),
    member("filename", S.filename),
    member("lineno", S.lineno),
    member("offset", S.offset),
    member("text", S.text),
    member("end_lineno", S.end_lineno),
    member("end_offset", S.end_offset),
    member("print_file_and_line", S.print_file_and_line, "exception print_file_and_line"),
  ],
});

// -- Unicode errors -----------------------------------------------------------------------------------------------------

const U = PyUnicodeErrorObject;
function unicodeInit(_name: string, withEncoding: boolean) {
  const expected = withEncoding ? 5 : 4;
  return (o: Borrowed, args: Borrowed, kwargs: Borrowed): number => {
    if (base_init(o, args, kwargs) < 0) return -1;
    if (sizeOf(args) !== expected) {
      return raiseInt(T.PyExc_TypeError, `function takes exactly ${expected} arguments (${sizeOf(args)} given)`);
    }
    let i = 0;
    if (withEncoding) replaceSlot(o + U.encoding, newRef(PyTuple_GET_ITEM(args, i++)));
    replaceSlot(o + U.object, newRef(PyTuple_GET_ITEM(args, i++)));
    const start = convertSsize(PyTuple_GET_ITEM(args, i++));
    const end = convertSsize(PyTuple_GET_ITEM(args, i++));
    if (PyErr_Occurred()) return -1;
    setSsize(o + U.start, start);
    setSsize(o + U.end, end);
    replaceSlot(o + U.reason, newRef(PyTuple_GET_ITEM(args, i)));
    return 0;
  };
}

import { ssize } from "../memory/memory.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { isBytes } from "./object.ts";
import { PyUnicode_READ_CHAR } from "./unicode_core.ts";

function characterText(c: number): string {
  const hex = c.toString(16);
  return c <= 0xff
    ? `\\x${hex.padStart(2, "0")}`
    : c <= 0xffff
      ? `\\u${hex.padStart(4, "0")}`
      : `\\U${hex.padStart(8, "0")}`;
}
function unicodeStr(verb: string, kind: "decode" | "encode" | "translate") {
  return (o: Borrowed): Owned => {
    const object = ptr(o + U.object);
    if (object === 0) return PyUnicode_FromString("");
    const start = ssize(o + U.start);
    const end = ssize(o + U.end);
    const text = (field: number): string => {
      const value = ptr(o + field);
      if (value === 0) return "";
      const s = PyObject_Str(value);
      if (s === 0) return "";
      const content = textOf(s, 10000);
      decref(s);
      return content;
    };
    const codec = kind === "translate" ? "" : `'${text(U.encoding)}' codec `;
    let what: string;
    if (kind === "decode") {
      what =
        end === start + 1 && isBytes(object) && start < sizeOf(object)
          ? `byte 0x${u8(object + PyBytesObject.ob_sval + start)
              .toString(16)
              .padStart(2, "0")} in position ${start}`
          : `bytes in position ${start}-${end - 1}`;
    } else {
      what =
        end === start + 1 && isUnicode(object) && start < PyUnicode_GET_LENGTH(object)
          ? `character '${characterText(PyUnicode_READ_CHAR(object, start))}' in position ${start}`
          : `characters in position ${start}-${end - 1}`;
    }
    return PyUnicode_FromString(`${codec}can't ${verb} ${what}: ${text(U.reason)}`);
  };
}
const UNICODE_MEMBERS: MemberRow[] = [
  member("encoding", U.encoding, "exception encoding"),
  member("object", U.object, "exception object"),
  ["start", "ssize", U.start, "", "exception start"],
  ["end", "ssize", U.end, "", "exception end"],
  member("reason", U.reason, "exception reason"),
];
for (const [type, name, kind, doc] of [
  [X.PyExc_UnicodeDecodeError, "UnicodeDecodeError", "decode", "Unicode decoding error."],
  [X.PyExc_UnicodeEncodeError, "UnicodeEncodeError", "encode", "Unicode encoding error."],
  [X.PyExc_UnicodeTranslateError, "UnicodeTranslateError", "translate", "Unicode translation error."],
] as const) {
  exception(type, name, {
    base: X.PyExc_UnicodeError,
    doc,
    size: U.sizeof,
    fields: [U.encoding, U.object, U.reason],
    slots: { tp_init: unicodeInit(name, kind !== "translate"), tp_str: unicodeStr(kind, kind) },
    members: UNICODE_MEMBERS,
  });
}

// -- those that are only a name -----------------------------------------------------------------------------------------

const PLAIN: readonly (readonly [type: Address, name: string, base: Address, doc: string])[] = [
  [X.PyExc_GeneratorExit, "GeneratorExit", X.PyExc_BaseException, "Request that a generator exit."],
  [X.PyExc_KeyboardInterrupt, "KeyboardInterrupt", X.PyExc_BaseException, "Program interrupted by user."],
  [X.PyExc_ArithmeticError, "ArithmeticError", X.PyExc_Exception, "Base class for arithmetic errors."],
  [X.PyExc_FloatingPointError, "FloatingPointError", X.PyExc_ArithmeticError, "Floating-point operation failed."],
  [X.PyExc_OverflowError, "OverflowError", X.PyExc_ArithmeticError, "Result too large to be represented."],
  [
    X.PyExc_ZeroDivisionError,
    "ZeroDivisionError",
    X.PyExc_ArithmeticError,
    "Second argument to a division or modulo operation was zero.",
  ],
  [X.PyExc_AssertionError, "AssertionError", X.PyExc_Exception, "Assertion failed."],
  [X.PyExc_BufferError, "BufferError", X.PyExc_Exception, "Buffer error."],
  [X.PyExc_EOFError, "EOFError", X.PyExc_Exception, "Read beyond end of file."],
  [X.PyExc_ModuleNotFoundError, "ModuleNotFoundError", X.PyExc_ImportError, "Module not found."],
  [X.PyExc_LookupError, "LookupError", X.PyExc_Exception, "Base class for lookup errors."],
  [X.PyExc_IndexError, "IndexError", X.PyExc_LookupError, "Sequence index out of range."],
  [X.PyExc_MemoryError, "MemoryError", X.PyExc_Exception, "Out of memory."],
  [
    X.PyExc_UnboundLocalError,
    "UnboundLocalError",
    X.PyExc_NameError,
    "Local name referenced but not bound to a value.",
  ],
  [X.PyExc_ReferenceError, "ReferenceError", X.PyExc_Exception, "Weak ref proxy used after referent went away."],
  [X.PyExc_RuntimeError, "RuntimeError", X.PyExc_Exception, "Unspecified run-time error."],
  [
    X.PyExc_NotImplementedError,
    "NotImplementedError",
    X.PyExc_RuntimeError,
    "Method or function hasn't been implemented yet.",
  ],
  [
    X.PyExc_PythonFinalizationError,
    "PythonFinalizationError",
    X.PyExc_RuntimeError,
    "Operation blocked during Python finalization.",
  ],
  [X.PyExc_RecursionError, "RecursionError", X.PyExc_RuntimeError, "Recursion limit exceeded."],
  [X.PyExc_StopAsyncIteration, "StopAsyncIteration", X.PyExc_Exception, "Signal the end from iterator.__anext__()."],
  [X.PyExc_IndentationError, "IndentationError", X.PyExc_SyntaxError, "Improper indentation."],
  [X.PyExc_TabError, "TabError", X.PyExc_IndentationError, "Improper mixture of spaces and tabs."],
  [X.PyExc__IncompleteInputError, "_IncompleteInputError", X.PyExc_SyntaxError, "incomplete input."],
  [
    X.PyExc_SystemError,
    "SystemError",
    X.PyExc_Exception,
    "Internal error in the Python interpreter.\n\nPlease report this to the Python maintainer, along with the traceback,\nthe Python version, and the hardware/OS platform and version.",
  ],
  [X.PyExc_TypeError, "TypeError", X.PyExc_Exception, "Inappropriate argument type."],
  [X.PyExc_ValueError, "ValueError", X.PyExc_Exception, "Inappropriate argument value (of correct type)."],
  [X.PyExc_UnicodeError, "UnicodeError", X.PyExc_ValueError, "Unicode related error."],
  [X.PyExc_Warning, "Warning", X.PyExc_Exception, "Base class for warning categories."],
  [
    X.PyExc_BytesWarning,
    "BytesWarning",
    X.PyExc_Warning,
    "Base class for warnings about bytes and buffer related problems, mostly\nrelated to conversion from str or comparing to str.",
  ],
  [
    X.PyExc_DeprecationWarning,
    "DeprecationWarning",
    X.PyExc_Warning,
    "Base class for warnings about deprecated features.",
  ],
  [X.PyExc_EncodingWarning, "EncodingWarning", X.PyExc_Warning, "Base class for warnings about encodings."],
  [
    X.PyExc_FutureWarning,
    "FutureWarning",
    X.PyExc_Warning,
    "Base class for warnings about constructs that will change semantically\nin the future.",
  ],
  [
    X.PyExc_ImportWarning,
    "ImportWarning",
    X.PyExc_Warning,
    "Base class for warnings about probable mistakes in module imports",
  ],
  [
    X.PyExc_PendingDeprecationWarning,
    "PendingDeprecationWarning",
    X.PyExc_Warning,
    "Base class for warnings about features which will be deprecated\nin the future.",
  ],
  [X.PyExc_ResourceWarning, "ResourceWarning", X.PyExc_Warning, "Base class for warnings about resource usage."],
  [
    X.PyExc_RuntimeWarning,
    "RuntimeWarning",
    X.PyExc_Warning,
    "Base class for warnings about dubious runtime behavior.",
  ],
  [X.PyExc_SyntaxWarning, "SyntaxWarning", X.PyExc_Warning, "Base class for warnings about dubious syntax."],
  [
    X.PyExc_UnicodeWarning,
    "UnicodeWarning",
    X.PyExc_Warning,
    "Base class for warnings about Unicode related problems, mostly\nrelated to conversion problems.",
  ],
  [X.PyExc_UserWarning, "UserWarning", X.PyExc_Warning, "Base class for warnings generated by user code."],
];
// Those whose base takes arguments of its own inherit __init__.
const INHERIT_INIT = new Set<Address>([X.PyExc_ImportError, X.PyExc_NameError, X.PyExc_SyntaxError, X.PyExc_IndentationError]);
for (const [type, name, base, doc] of PLAIN) {
  exception(type, name, INHERIT_INIT.has(base) ? { base, doc, slots: { tp_init: undefined } } : { base, doc });
}

/** type names, for tests. */
export function exceptionName(o: Borrowed): string {
  return typeName(typeOf(o));
}
