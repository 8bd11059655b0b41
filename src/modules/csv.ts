// _csv: readers and writers of comma-separated values, and the dialects that they go by.
//
//   csv/dialect    dialects, and the module's state
//   csv/reader     lines to rows: a machine of states
//   csv/writer     rows to lines

import { type Address, type Borrowed, type Owned, POINTER_BYTES, ptr } from "../memory/memory.ts";
import { keywordDict } from "../objects/call.ts";
import { declareModule } from "../objects/declare.ts";
import { PyDict_DelItem, PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, raise } from "../objects/errors.ts";
import { PySequence_List } from "../objects/list_extend.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { longToBigInt } from "../objects/long_digits.ts";
import { decref, isUnicode, newRef, sizeOf, typeIn, typeOf } from "../objects/object.ts";
import { makeModuleType } from "../objects/type_spec.ts";
import {
  Py_None,
  PyExc_Exception,
  PyExc_KeyError,
  PyExc_OverflowError,
  PyExc_TypeError,
  PyLong_Type,
} from "../objects/types.ts";
import {
  csvError,
  dialectOf,
  dialects,
  dialectType,
  fieldLimit,
  QUOTE_ALL,
  QUOTE_MINIMAL,
  QUOTE_NONE,
  QUOTE_NONNUMERIC,
  QUOTE_NOTNULL,
  QUOTE_STRINGS,
  registered,
  setDialects,
  setFieldLimit,
} from "./csv/dialect.ts";
import { newReader, readerType } from "./csv/reader.ts";
import { newWriter, writerType } from "./csv/writer.ts";
import { addType, addTypes, setStolen } from "./make_module.ts";

type Maker = (first: Borrowed, base: Borrowed, keywords: Borrowed) => Owned;

/** A function of one or two arguments and the settings of a dialect; CPython's messages do not name it. */
function withSettings(make: Maker) {
  return (_module: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned => {
    if (nargs < 1) return raise(PyExc_TypeError, ` expected at least 1 argument, got ${nargs}`);
    if (nargs > 2) return raise(PyExc_TypeError, ` expected at most 2 arguments, got ${nargs}`);
    const keywords = kwnames === 0 || sizeOf(kwnames) === 0 ? 0 : keywordDict(kwnames, args + nargs * POINTER_BYTES);
    if (keywords === 0 && kwnames !== 0 && sizeOf(kwnames) > 0) return 0;
    const result = make(ptr(args), nargs > 1 ? ptr(args + POINTER_BYTES) : 0, keywords);
    if (keywords !== 0) decref(keywords);
    return result;
  };
}

function register(name: Borrowed, base: Borrowed, keywords: Borrowed): Owned {
  if (!isUnicode(name)) return raise(PyExc_TypeError, "dialect name must be a string");
  const dialect = dialectOf(base, keywords);
  if (dialect === 0) return 0;
  const status = PyDict_SetItem(dialects(), name, dialect);
  decref(dialect);
  return status < 0 ? 0 : Py_None;
}

function unregister_dialect(_module: Borrowed, name: Borrowed): Owned {
  if (PyDict_DelItem(dialects(), name) >= 0) return Py_None;
  if (!PyErr_ExceptionMatches(PyExc_KeyError)) return 0;
  PyErr_Clear();
  return raise(typeIn(csvError), "unknown dialect");
}

const LIMIT_MAX = 0x7fffffff;

function field_size_limit(_module: Borrowed, limit: Borrowed): Owned {
  const before = fieldLimit();
  if (limit !== 0) {
    if (typeOf(limit) !== PyLong_Type) return raise(PyExc_TypeError, "limit must be an integer");
    const value = longToBigInt(limit);
    if (value >= 1n << 63n || value < -(1n << 63n)) {
      return raise(PyExc_OverflowError, "Python int too large to convert to C long");
    }
    // A field is never longer than memory, so a higher limit is the same.
    setFieldLimit(value > LIMIT_MAX ? LIMIT_MAX : Number(value));
  }
  return PyLong_FromNumber(before) || PyErr_NoMemory();
}

const DEFAULT_LIMIT = 128 * 1024;

declareModule({
  name: "_csv",
  functions: [
    ["reader", "!(iterable, dialect='excel', **fmtparams)", withSettings(newReader)],
    ["writer", "!(fileobj, dialect='excel', **fmtparams)", withSettings(newWriter)],
    ["register_dialect", "!(name, dialect='excel', **fmtparams)", withSettings(register)],
    ["list_dialects", "()", () => PySequence_List(dialects())],
    ["unregister_dialect", "(name)", unregister_dialect],
    [
      "get_dialect",
      "(name)",
      (_module: Borrowed, name: Borrowed): Owned => {
        const dialect = registered(name);
        return dialect === 0 ? 0 : newRef(dialect);
      },
    ],
    ["field_size_limit", "(new_limit=<unrepresentable>)", field_size_limit],
  ],
  exec: (module, dict) => {
    if (dialects() === 0) {
      setDialects(PyDict_New());
      if (dialects() === 0) return -1;
      setFieldLimit(DEFAULT_LIMIT);
    }
    const numbers: readonly [string, number][] = [
      ["QUOTE_MINIMAL", QUOTE_MINIMAL],
      ["QUOTE_ALL", QUOTE_ALL],
      ["QUOTE_NONNUMERIC", QUOTE_NONNUMERIC],
      ["QUOTE_NONE", QUOTE_NONE],
      ["QUOTE_STRINGS", QUOTE_STRINGS],
      ["QUOTE_NOTNULL", QUOTE_NOTNULL],
    ];
    for (const [name, value] of numbers) if (setStolen(dict, name, PyLong_FromNumber(value)) < 0) return -1;
    if (setStolen(dict, "_dialects", newRef(dialects())) < 0) return -1;
    if (addTypes(module, dialectType) < 0) return -1;
    for (const [name, cell] of [
      ["Reader", readerType],
      ["Writer", writerType],
    ] as const) {
      const type = makeModuleType(module, cell);
      if (type === 0 || setStolen(dict, name, newRef(type)) < 0) return -1;
    }
    return addType(module, csvError, PyExc_Exception);
  },
});
