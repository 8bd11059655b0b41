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
  PyStopIterationObject,
  PySyntaxErrorObject,
  PySystemExitObject,
  PyUnicodeErrorObject,
} from "../memory/structs/exceptions.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { PyObject_Repr, PyObject_SetAttr, PyObject_Str } from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { closeBuffer, openBuffer } from "./buffer.ts";
import { PyBytes_FromStringAndSize } from "./bytes_core.ts";
import { convertSsize } from "./convert.ts";
import { declareType, type GetSetRow, type MemberRow, type MethodRow, type TypeSpec } from "./declare.ts";
import { nextKey, nextValue, PyDict_New, PyDict_Next, PyDict_SetItem, PyDict_Size } from "./dict_core.ts";
import { PyObject_GenericGetDict } from "./dict_instance.ts";
import { PyDict_Copy } from "./dict_merge.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, typeName, typeNameOf } from "./errors.ts";
import { addNote } from "./exception_notes.ts";
import { identifier } from "./identifiers.ts";
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
import { raiseUnexpectedKeyword } from "./suggestions.ts";
import { PyTuple_FromIterable as sequenceTuple } from "./tuple.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_Pack } from "./tuple_core.ts";
import { freeInstance } from "./type_alloc.ts";
import { shortName } from "./type_names.ts";
import * as T from "./types.ts";
import { PyUnicode_FromString, PyUnicode_GET_LENGTH, textOf } from "./unicode_core.ts";

const E = PyBaseExceptionObject;

export function base_new(type: Borrowed, args: Borrowed): Owned {
  const o = textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
  if (o === 0) return 0;
  setPtr(o + E.args, args === 0 ? emptyTuple : newRef(args));
  return o;
}

export function noKeywords(o: Borrowed, kwargs: Borrowed): boolean {
  if (kwargs === 0 || PyDict_Size(kwargs) === 0) return true;
  raise(T.PyExc_TypeError, `${typeNameOf(o)}() takes no keyword arguments`);
  return false;
}

export function base_init(o: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  if (!noKeywords(o, kwargs)) return -1;
  replaceSlot(o + E.args, newRef(args));
  return 0;
}

export function base_str(o: Borrowed): Owned {
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
  const text = textOf(inner);
  decref(inner);
  return PyUnicode_FromString(sizeOf(args) === 1 ? `${name}(${text})` : `${name}${text}`);
}

const HEAD_FIELDS = [E.dict, E.args, E.notes, E.traceback, E.cause, E.context];

type Lifecycle = Readonly<Record<"tp_dealloc" | "tp_traverse" | "tp_clear", Address>>;

/** dealloc, traverse and clear of an exception with more object fields behind the head, as text addresses. */
function lifecycle(name: string, fields: readonly number[]): Lifecycle {
  const all = [...fields, ...HEAD_FIELDS];
  const clear = (o: Address): number => {
    for (const field of all) clearSlot(o + field);
    return 0;
  };
  return {
    tp_clear: text(`${name}_clear`, clear),
    tp_dealloc: text(`${name}_dealloc`, (o: Address): void => {
      if (isTracked(o)) gcUntrack(o);
      clear(o);
      freeInstance(o);
    }),
    tp_traverse: text(`${name}_traverse`, (o: Address, visit: (o: Address) => number): number => {
      for (const field of all) {
        const value = ptr(o + field);
        if (value !== 0) {
          const stop = visit(value);
          if (stop !== 0) return stop;
        }
      }
      return 0;
    }),
  };
}
const BASE_LIFECYCLE = lifecycle("BaseException", []);

function setDict(o: Borrowed, value: Borrowed): number {
  if (value === 0) return raiseInt(T.PyExc_TypeError, "cannot delete __dict__");
  if (!isDict(value)) {
    return raiseInt(T.PyExc_TypeError, `__dict__ must be set to a dictionary, not a '${typeNameOf(value)}'`);
  }
  replaceSlot(o + E.dict, newRef(value));
  return 0;
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

function base_reduce(o: Borrowed): Owned {
  const args = ptr(o + E.args);
  const dict = ptr(o + E.dict);
  return dict === 0 ? PyTuple_Pack(typeOf(o), args) : PyTuple_Pack(typeOf(o), args, dict);
}

function base_setstate(o: Borrowed, state: Borrowed): Owned {
  if (state === T.Py_None) return T.Py_None;
  if (!isDict(state)) return raise(T.PyExc_TypeError, "state is not a dictionary");
  for (let position = PyDict_Next(state, 0); position > 0; position = PyDict_Next(state, position)) {
    const key = newRef(nextKey());
    const value = newRef(nextValue());
    const status = PyObject_SetAttr(o, key, value);
    decref(key);
    decref(value);
    if (status < 0) return 0;
  }
  return T.Py_None;
}

const FLAGS = Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC;

declareType(T.PyExc_BaseException, {
  name: "BaseException",
  basicsize: E.sizeof,
  flags: FLAGS,
  dictoffset: E.dict,
  slots: {
    ...BASE_LIFECYCLE,
    tp_repr: base_repr,
    tp_str: base_str,
    tp_init: base_init,
    tp_new: base_new,
    tp_getattro: genericGetAttr,
  },
  methods: [
    ["__reduce__", "()", base_reduce],
    ["__setstate__", "(object, /)", base_setstate],
    [
      "with_traceback",
      "(object, /)",
      (o: Borrowed, traceback: Borrowed): Owned => (setTraceback(o, traceback) < 0 ? 0 : newRef(o)),
    ],
    ["add_note", "(object, /)", addNote],
  ],
  getset: [
    ["__dict__", PyObject_GenericGetDict, setDict],
    ["args", (o: Borrowed) => newRef(ptr(o + E.args)), setArgs],
    ["__traceback__", orNone(E.traceback), setTraceback],
    ["__context__", orNone(E.context), setChain(E.context, "__context__")],
    ["__cause__", orNone(E.cause), setChain(E.cause, "__cause__")],
  ],
  members: [["__suppress_context__", "bool", E.suppress_context]],
});

interface Row {
  readonly base: Address;
  /** It has no __new__ of its own, and the __init__ of its base where it says none, as its instances hold more. */
  readonly inherits?: boolean;
  readonly size?: number;
  readonly fields?: readonly number[];
  readonly slots?: TypeSpec["slots"];
  readonly members?: readonly MemberRow[];
  readonly getset?: readonly GetSetRow[];
  readonly methods?: readonly MethodRow[];
}

/** What the types made so far die, are traversed and are cleared with. No slot of these is inherited. */
const lifecycles = new Map<Address, Lifecycle>();
const inits = new Map<Address, (o: Borrowed, args: Borrowed, kwargs: Borrowed) => number>();

export function exception(type: Address, name: string, row: Row): void {
  const own = row.fields ? lifecycle(name, row.fields) : (lifecycles.get(row.base) ?? BASE_LIFECYCLE);
  lifecycles.set(type, own);
  const inherited = row.inherits ? inits.get(row.base) : undefined;
  const init = (row.slots?.tp_init as typeof inherited) ?? inherited ?? base_init;
  inits.set(type, init);
  declareType(type, {
    name,
    basicsize: row.size ?? 0,
    flags: FLAGS,
    base: row.base,
    slots: {
      ...(row.inherits ? {} : { tp_new: base_new }),
      ...own,
      ...row.slots,
      tp_init: init,
    },
    members: row.members,
    getset: row.getset,
    methods: row.methods,
  });
}

export const member = (name: string, offset: number): MemberRow => [name, "object", offset];
const X = T;

exception(X.PyExc_Exception, "Exception", {
  base: X.PyExc_BaseException,
});

// -- those that carry more ----------------------------------------------------------------------------------------------

function stopiteration_init(o: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  if (base_init(o, args, kwargs) < 0) return -1;
  replaceSlot(o + PyStopIterationObject.value, newRef(sizeOf(args) > 0 ? PyTuple_GET_ITEM(args, 0) : T.Py_None));
  return 0;
}
exception(X.PyExc_StopIteration, "StopIteration", {
  base: X.PyExc_Exception,
  inherits: true,
  size: PyStopIterationObject.sizeof,
  fields: [PyStopIterationObject.value],
  slots: { tp_init: stopiteration_init },
  members: [member("value", PyStopIterationObject.value)],
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
  inherits: true,
  size: PySystemExitObject.sizeof,
  fields: [PySystemExitObject.code],
  slots: { tp_init: systemexit_init },
  members: [member("code", PySystemExitObject.code)],
});

/** Takes keyword arguments of an exception into its fields. */
function keywordFields(o: Borrowed, kwargs: Borrowed, fields: Readonly<Record<string, number>>, name: string): boolean {
  if (kwargs === 0) return true;
  const most = Object.keys(fields).length;
  const given = PyDict_Size(kwargs);
  if (given > most) {
    const plural = most === 1 ? "" : "s";
    raise(T.PyExc_TypeError, `${name}() takes at most ${most} keyword argument${plural} (${given} given)`);
    return false;
  }
  for (let position = PyDict_Next(kwargs, 0); position > 0; position = PyDict_Next(kwargs, position)) {
    const key = nextKey();
    const field = fields[textOf(key)];
    if (field === undefined) {
      raiseUnexpectedKeyword(`${name}()`, key, Object.keys(fields));
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
    if (message === 0) return 0;
    if (sizeOf(args) === 1) replaceSlot(o + message, newRef(PyTuple_GET_ITEM(args, 0)));
    else clearSlot(o + message);
    return 0;
  };

exception(X.PyExc_NameError, "NameError", {
  base: X.PyExc_Exception,
  inherits: true,
  size: PyNameErrorObject.sizeof,
  fields: [PyNameErrorObject.name],
  slots: { tp_init: withKeywords("NameError", { name: PyNameErrorObject.name }), tp_str: base_str },
  members: [member("name", PyNameErrorObject.name)],
});
exception(X.PyExc_AttributeError, "AttributeError", {
  base: X.PyExc_Exception,
  inherits: true,
  size: PyAttributeErrorObject.sizeof,
  fields: [PyAttributeErrorObject.obj, PyAttributeErrorObject.name],
  slots: {
    tp_init: withKeywords("AttributeError", { name: PyAttributeErrorObject.name, obj: PyAttributeErrorObject.obj }),
    tp_str: base_str,
  },
  members: [member("name", PyAttributeErrorObject.name), member("obj", PyAttributeErrorObject.obj)],
  methods: [
    ["__getstate__", "()", attributeerror_getstate],
    ["__reduce__", "()", (o: Borrowed) => packReduced(o, attributeerror_getstate(o))],
  ],
});
/** A copy of an exception's dict with more names in it: 0 with an error set. */
function stateWith(o: Borrowed, extra: readonly (readonly [name: Borrowed, value: Borrowed])[]): Owned {
  const dict = ptr(o + E.dict);
  const state = dict === 0 ? PyDict_New() : PyDict_Copy(dict);
  if (state === 0) return 0;
  for (const [name, value] of extra) {
    if (value !== 0 && PyDict_SetItem(state, name, value) < 0) {
      decref(state);
      return 0;
    }
  }
  return state;
}

function packReduced(o: Borrowed, state: Owned): Owned {
  if (state === 0) return 0;
  const args = ptr(o + E.args);
  const result = state === T.Py_None ? PyTuple_Pack(typeOf(o), args) : PyTuple_Pack(typeOf(o), args, state);
  decref(state);
  return result || PyErr_NoMemory();
}

const id_args = identifier("args");
const id_name = identifier("name");
const id_path = identifier("path");
const id_name_from = identifier("name_from");

/** obj is left out: many objects cannot be pickled. */
function attributeerror_getstate(o: Borrowed): Owned {
  return stateWith(o, [
    [id_name, ptr(o + PyAttributeErrorObject.name)],
    [id_args, ptr(o + E.args)],
  ]);
}

function importerror_reduce(o: Borrowed): Owned {
  const extra = [
    [id_name, ptr(o + PyImportErrorObject.name)],
    [id_path, ptr(o + PyImportErrorObject.path)],
    [id_name_from, ptr(o + PyImportErrorObject.name_from)],
  ] as const;
  if (extra.some(([, value]) => value !== 0)) return packReduced(o, stateWith(o, extra));
  return packReduced(o, newRef(ptr(o + E.dict) || T.Py_None));
}

const IMPORT_FIELDS = {
  name: PyImportErrorObject.name,
  path: PyImportErrorObject.path,
  name_from: PyImportErrorObject.name_from,
};
exception(X.PyExc_ImportError, "ImportError", {
  base: X.PyExc_Exception,
  inherits: true,
  size: PyImportErrorObject.sizeof,
  fields: [PyImportErrorObject.msg, ...Object.values(IMPORT_FIELDS)],
  slots: {
    tp_init: withKeywords("ImportError", IMPORT_FIELDS, PyImportErrorObject.msg),
    tp_str: (o: Borrowed): Owned => {
      const message = ptr(o + PyImportErrorObject.msg);
      return message !== 0 && typeOf(message) === T.PyUnicode_Type ? newRef(message) : base_str(o);
    },
  },
  members: [
    member("msg", PyImportErrorObject.msg),
    member("name", PyImportErrorObject.name),
    member("path", PyImportErrorObject.path),
    member("name_from", PyImportErrorObject.name_from),
  ],
  methods: [["__reduce__", "()", importerror_reduce]],
});
exception(X.PyExc_KeyError, "KeyError", {
  base: X.PyExc_LookupError,
  inherits: true,
  slots: {
    tp_str: (o: Borrowed): Owned => {
      const args = ptr(o + E.args);
      return sizeOf(args) === 1 ? PyObject_Repr(PyTuple_GET_ITEM(args, 0)) : base_str(o);
    },
  },
});

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
  const text = textOf(shown);
  decref(shown);
  const file = hasFile ? textOf(filename).replace(/^.*\//, "") : "";
  const line = hasLine ? `line ${compactValue(lineno)}` : "";
  return PyUnicode_FromString(`${text} (${[file, line].filter((part) => part !== "").join(", ")})`);
}
exception(X.PyExc_SyntaxError, "SyntaxError", {
  base: X.PyExc_Exception,
  inherits: true,
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
    member("print_file_and_line", S.print_file_and_line),
  ],
});

// -- Unicode errors -----------------------------------------------------------------------------------------------------

const U = PyUnicodeErrorObject;
/** The arguments that must be str. */
function checkUnicodeArguments(args: Borrowed, kind: "decode" | "encode" | "translate"): boolean {
  const last = sizeOf(args) - 1;
  const texts = kind === "encode" ? [0, 1, last] : [0, last];
  for (const index of texts) {
    const value = PyTuple_GET_ITEM(args, index);
    if (isUnicode(value)) continue;
    const shown = value === T.Py_None ? "None" : typeNameOf(value);
    raise(T.PyExc_TypeError, `argument ${index + 1} must be str, not ${shown}`);
    return false;
  }
  return true;
}

/** A copy of what a bytes-like object holds: the error's object is bytes. 0 with an error set. */
function bytesOf(object: Borrowed): Owned {
  const buffer = openBuffer(object);
  if (buffer === null) return 0;
  const bytes = PyBytes_FromStringAndSize(buffer.data, buffer.length);
  closeBuffer(buffer);
  return bytes || PyErr_NoMemory();
}

function unicodeInit(kind: "decode" | "encode" | "translate") {
  const withEncoding = kind !== "translate";
  const expected = withEncoding ? 5 : 4;
  return (o: Borrowed, args: Borrowed, kwargs: Borrowed): number => {
    if (base_init(o, args, kwargs) < 0) return -1;
    if (sizeOf(args) !== expected) {
      return raiseInt(T.PyExc_TypeError, `function takes exactly ${expected} arguments (${sizeOf(args)} given)`);
    }
    if (!checkUnicodeArguments(args, kind)) return -1;
    let i = 0;
    if (withEncoding) replaceSlot(o + U.encoding, newRef(PyTuple_GET_ITEM(args, i++)));
    const object = PyTuple_GET_ITEM(args, i++);
    const kept = kind === "decode" && !isBytes(object) ? bytesOf(object) : newRef(object);
    if (kept === 0) return -1;
    replaceSlot(o + U.object, kept);
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
      const content = textOf(s);
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
  member("encoding", U.encoding),
  member("object", U.object),
  ["start", "ssize", U.start],
  ["end", "ssize", U.end],
  member("reason", U.reason),
];
for (const [type, name, kind] of [
  [X.PyExc_UnicodeDecodeError, "UnicodeDecodeError", "decode"],
  [X.PyExc_UnicodeEncodeError, "UnicodeEncodeError", "encode"],
  [X.PyExc_UnicodeTranslateError, "UnicodeTranslateError", "translate"],
] as const) {
  exception(type, name, {
    base: X.PyExc_UnicodeError,
    size: U.sizeof,
    fields: [U.encoding, U.object, U.reason],
    slots: { tp_init: unicodeInit(kind), tp_str: unicodeStr(kind, kind) },
    members: UNICODE_MEMBERS,
  });
}

// -- those that are only a name -----------------------------------------------------------------------------------------

const PLAIN: readonly (readonly [type: Address, name: string, base: Address])[] = [
  [X.PyExc_GeneratorExit, "GeneratorExit", X.PyExc_BaseException],
  [X.PyExc_KeyboardInterrupt, "KeyboardInterrupt", X.PyExc_BaseException],
  [X.PyExc_ArithmeticError, "ArithmeticError", X.PyExc_Exception],
  [X.PyExc_FloatingPointError, "FloatingPointError", X.PyExc_ArithmeticError],
  [X.PyExc_OverflowError, "OverflowError", X.PyExc_ArithmeticError],
  [X.PyExc_ZeroDivisionError, "ZeroDivisionError", X.PyExc_ArithmeticError],
  [X.PyExc_AssertionError, "AssertionError", X.PyExc_Exception],
  [X.PyExc_BufferError, "BufferError", X.PyExc_Exception],
  [X.PyExc_EOFError, "EOFError", X.PyExc_Exception],
  [X.PyExc_ModuleNotFoundError, "ModuleNotFoundError", X.PyExc_ImportError],
  [X.PyExc_LookupError, "LookupError", X.PyExc_Exception],
  [X.PyExc_IndexError, "IndexError", X.PyExc_LookupError],
  [X.PyExc_UnboundLocalError, "UnboundLocalError", X.PyExc_NameError],
  [X.PyExc_ReferenceError, "ReferenceError", X.PyExc_Exception],
  [X.PyExc_RuntimeError, "RuntimeError", X.PyExc_Exception],
  [X.PyExc_NotImplementedError, "NotImplementedError", X.PyExc_RuntimeError],
  [X.PyExc_PythonFinalizationError, "PythonFinalizationError", X.PyExc_RuntimeError],
  [X.PyExc_RecursionError, "RecursionError", X.PyExc_RuntimeError],
  [X.PyExc_StopAsyncIteration, "StopAsyncIteration", X.PyExc_Exception],
  [X.PyExc_IndentationError, "IndentationError", X.PyExc_SyntaxError],
  [X.PyExc_TabError, "TabError", X.PyExc_IndentationError],
  [X.PyExc__IncompleteInputError, "_IncompleteInputError", X.PyExc_SyntaxError],
  [X.PyExc_SystemError, "SystemError", X.PyExc_Exception],
  [X.PyExc_TypeError, "TypeError", X.PyExc_Exception],
  [X.PyExc_ValueError, "ValueError", X.PyExc_Exception],
  [X.PyExc_UnicodeError, "UnicodeError", X.PyExc_ValueError],
  [X.PyExc_Warning, "Warning", X.PyExc_Exception],
  [X.PyExc_BytesWarning, "BytesWarning", X.PyExc_Warning],
  [X.PyExc_DeprecationWarning, "DeprecationWarning", X.PyExc_Warning],
  [X.PyExc_EncodingWarning, "EncodingWarning", X.PyExc_Warning],
  [X.PyExc_FutureWarning, "FutureWarning", X.PyExc_Warning],
  [X.PyExc_ImportWarning, "ImportWarning", X.PyExc_Warning],
  [X.PyExc_PendingDeprecationWarning, "PendingDeprecationWarning", X.PyExc_Warning],
  [X.PyExc_ResourceWarning, "ResourceWarning", X.PyExc_Warning],
  [X.PyExc_RuntimeWarning, "RuntimeWarning", X.PyExc_Warning],
  [X.PyExc_SyntaxWarning, "SyntaxWarning", X.PyExc_Warning],
  [X.PyExc_UnicodeWarning, "UnicodeWarning", X.PyExc_Warning],
  [X.PyExc_UserWarning, "UserWarning", X.PyExc_Warning],
];
const CARRYING = new Set<Address>([
  X.PyExc_ImportError,
  X.PyExc_NameError,
  X.PyExc_SyntaxError,
  X.PyExc_IndentationError,
]);
for (const [type, name, base] of PLAIN) exception(type, name, { base, inherits: CARRYING.has(base) });

/** type names, for tests. */
export function exceptionName(o: Borrowed): string {
  return typeName(typeOf(o));
}
