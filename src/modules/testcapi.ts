// _testcapi: of the module with which CPython's tests reach its C interface, the part that means something here: the limits
// of C's types, exceptions raised and made from C, and marshal's functions for files.

import { reserveStatic } from "../memory/data.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { bytesFromArray, bytesView } from "../objects/bytes_core.ts";
import { enterRecursiveCall, leaveRecursiveCall } from "../objects/c_recursion.ts";
import { PyObject_CallOneArg, PyObject_CallThreeArgs, PyObject_CallTwoArgs } from "../objects/call.ts";
import { PyObject_CallMethod } from "../objects/call_method.ts";
import { declareModule } from "../objects/declare.ts";
import { PyDict_New } from "../objects/dict_core.ts";
import { PyDict_Copy } from "../objects/dict_merge.ts";
import { createException, PyErr_NoMemory, PyErr_SetObject, raise } from "../objects/errors.ts";
import { exception } from "../objects/exceptions.ts";
import { newFloat } from "../objects/float_core.ts";
import { identifier } from "../objects/identifiers.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { longFromBigInt } from "../objects/long_digits.ts";
import {
  decref,
  isBytes,
  isTuple,
  isType,
  newRef,
  Py_TPFLAGS_BASE_EXC_SUBCLASS,
  typeFlags,
  xdecref,
} from "../objects/object.ts";
import { PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import { PyType_Ready } from "../objects/type_ready.ts";
import { Py_None, PyExc_EOFError, PyExc_Exception, PyExc_SystemError, PyType_Type } from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { importAttribute } from "./import.ts";
import { setStolen } from "./make_module.ts";
import { readMarshal } from "./marshal_read.ts";
import { dumps } from "./marshal_write.ts";
import { attribute } from "./names.ts";
import { printException } from "./traceback_print.ts";

const LONG_BYTES = 4;
const SHORT_BYTES = 2;
const id_read = identifier("read");
const id_close = identifier("close");

// -- exceptions ------------------------------------------------------------------------------------------------------------

/** PyErr_SetObject with a tuple of numbers for the arguments. */
function raise_exception(_module: Borrowed, type: Borrowed, count: number): Owned {
  if (!isType(type) || (typeFlags(type) & Py_TPFLAGS_BASE_EXC_SUBCLASS) === 0) {
    return raise(PyExc_SystemError, "_PyErr_SetObject: exception is not a BaseException subclass");
  }
  const args = PyTuple_New(count);
  if (args === 0) return 0;
  for (let i = 0; i < count; i++) PyTuple_SET_ITEM(args, i, PyLong_FromNumber(i));
  const exception = createException(type, args);
  decref(args);
  if (exception === 0) return 0;
  PyErr_SetObject(type, exception);
  decref(exception);
  return 0;
}

const RecursingInfinitelyError = reserveStatic(PyTypeObject.sizeof);
exception(RecursingInfinitelyError, "_testcapi.RecursingInfinitelyError", {
  base: PyExc_Exception,
  slots: {
    tp_init: (): number => {
      if (!enterRecursiveCall(" while calling a Python object")) return -1;
      PyErr_SetObject(RecursingInfinitelyError, 0);
      leaveRecursiveCall();
      return -1;
    },
  },
});

/** PyErr_NewExceptionWithDoc: name is "module.class". */
function make_exception_with_doc(
  _module: Borrowed,
  name: Borrowed,
  doc: Borrowed,
  base: Borrowed,
  given: Borrowed,
): Owned {
  const full = textOf(name);
  const dot = full.lastIndexOf(".");
  if (dot < 0) return raise(PyExc_SystemError, "PyErr_NewException: name must be module.class");
  const dict = given === 0 || given === Py_None ? PyDict_New() : PyDict_Copy(given);
  if (dict === 0) return 0;
  const own = doc === 0 || doc === Py_None ? newRef(Py_None) : newRef(doc);
  const parent = base === 0 || base === Py_None ? PyExc_Exception : base;
  const bases = isTuple(parent) ? newRef(parent) : PyTuple_Pack(parent);
  const short = PyUnicode_FromString(full.slice(dot + 1));
  const isReady =
    setStolen(dict, "__doc__", own) >= 0 &&
    setStolen(dict, "__module__", PyUnicode_FromString(full.slice(0, dot))) >= 0 &&
    bases !== 0 &&
    short !== 0;
  const made = isReady ? PyObject_CallThreeArgs(PyType_Type, short, bases, dict) : 0;
  for (const o of [dict, bases, short]) xdecref(o);
  return made;
}

// -- marshal and files -----------------------------------------------------------------------------------------------------

/** Opens a file of bytes, does something with it and closes it. Owned, 0 with an error set. */
function withFile(path: Borrowed, mode: string, use: (file: Borrowed) => Owned): Owned {
  const open = importAttribute("io", "open");
  const text = PyUnicode_FromString(mode);
  const file = open === 0 || text === 0 ? 0 : PyObject_CallTwoArgs(open, path, text);
  xdecref(open);
  xdecref(text);
  if (file === 0) return 0;
  const result = use(file);
  const closed = result === 0 ? 0 : PyObject_CallMethod(file, id_close);
  xdecref(closed);
  decref(file);
  return result;
}

function writeFile(path: Borrowed, bytes: Owned): Owned {
  if (bytes === 0) return 0;
  const result = withFile(path, "wb", (file) => {
    const write = attribute(file, "write");
    const written = write === 0 ? 0 : PyObject_CallOneArg(write, bytes);
    xdecref(write);
    return written;
  });
  decref(bytes);
  if (result === 0) return 0;
  decref(result);
  return Py_None;
}

/** What `make` gives of a file's bytes, and how many of them it used. */
function readFile(path: Borrowed, make: (bytes: Uint8Array) => { o: Owned; position: number }): Owned {
  return withFile(path, "rb", (file) => {
    const data = PyObject_CallMethod(file, id_read);
    if (data === 0) return 0;
    const { o, position } = make(isBytes(data) ? bytesView(data).slice() : new Uint8Array(0));
    decref(data);
    if (o === 0) return 0;
    const at = PyLong_FromNumber(position);
    const pair = at === 0 ? 0 : PyTuple_Pack(o, at);
    decref(o);
    xdecref(at);
    return pair;
  });
}

function readNumber(path: Borrowed, byteCount: number): Owned {
  return readFile(path, (bytes) => {
    if (bytes.length < byteCount) return { o: raise(PyExc_EOFError, "EOF read where not expected"), position: 0 };
    let value = 0;
    for (let i = byteCount - 1; i >= 0; i--) value = (value << 8) | bytes[i];
    const unused = 32 - 8 * byteCount;
    return { o: PyLong_FromNumber((value << unused) >> unused), position: byteCount };
  });
}

function readObject(path: Borrowed): Owned {
  return readFile(path, (bytes) => {
    let position = 0;
    const o = readMarshal(
      new Uint8Array(0),
      (byteCount) => {
        if (position + byteCount > bytes.length) return null;
        position += byteCount;
        return bytes.subarray(position - byteCount, position);
      },
      true,
    );
    return { o, position };
  });
}

function write_long(_module: Borrowed, value: number, path: Borrowed): Owned {
  return writeFile(path, bytesFromArray(Uint8Array.of(value, value >> 8, value >> 16, value >> 24)));
}

// -- limits ----------------------------------------------------------------------------------------------------------------

/** The C types of 64-bit Linux: name and bits. */
const INTEGERS: readonly (readonly [string, number])[] = [
  ["CHAR", 8],
  ["SHRT", 16],
  ["INT", 32],
  ["LONG", 64],
  ["LLONG", 64],
];
const FLOATS: readonly (readonly [string, number])[] = [
  ["FLT_MAX", 3.4028234663852886e38],
  ["FLT_MIN", 1.1754943508222875e-38],
  ["DBL_MAX", Number.MAX_VALUE],
  ["DBL_MIN", 2.2250738585072014e-308],
];
const PY_C_RECURSION_LIMIT = 10_000;

function addLimits(dict: Borrowed): boolean {
  const put = (name: string, value: bigint): boolean => setStolen(dict, name, longFromBigInt(value)) >= 0;
  const integers = INTEGERS.every(([name, bits]) => {
    const half = 1n << BigInt(bits - 1);
    const unsigned = `U${name}_MAX`;
    return put(`${name}_MAX`, half - 1n) && put(`${name}_MIN`, -half) && put(unsigned, 2n * half - 1n);
  });
  const most = (1n << 63n) - 1n;
  return (
    integers &&
    put("PY_SSIZE_T_MAX", most) &&
    put("PY_SSIZE_T_MIN", -most - 1n) &&
    put("SIZEOF_WCHAR_T", 4n) &&
    put("SIZEOF_VOID_P", 8n) &&
    put("SIZEOF_TIME_T", 8n) &&
    put("Py_C_RECURSION_LIMIT", BigInt(PY_C_RECURSION_LIMIT)) &&
    FLOATS.every(([name, value]) => setStolen(dict, name, newFloat(value)) >= 0) &&
    setStolen(dict, "WITH_PYMALLOC", bool(true)) >= 0 &&
    setStolen(dict, "WITH_MIMALLOC", bool(false)) >= 0
  );
}

declareModule({
  name: "_testcapi",
  functions: [
    ["raise_exception", "(exception, num_args: int, /)", raise_exception],
    [
      "exception_print",
      "(exception, legacy=False, /)",
      (_module: Borrowed, exception: Borrowed) => {
        printException(exception, 0);
        return Py_None;
      },
    ],
    ["raise_memoryerror", "()", () => PyErr_NoMemory()],
    ["make_exception_with_doc", "(name: str, doc=None, base=None, dict=None)", make_exception_with_doc],
    ["pymarshal_write_long_to_file", "(value: int, filename, version: int, /)", write_long],
    [
      "pymarshal_write_object_to_file",
      "(obj, filename, version: int, /)",
      (_module: Borrowed, o: Borrowed, path: Borrowed, version: number) => writeFile(path, dumps(o, version, true)),
    ],
    [
      "pymarshal_read_short_from_file",
      "(filename, /)",
      (_module: Borrowed, path: Borrowed) => readNumber(path, SHORT_BYTES),
    ],
    [
      "pymarshal_read_long_from_file",
      "(filename, /)",
      (_module: Borrowed, path: Borrowed) => readNumber(path, LONG_BYTES),
    ],
    ["pymarshal_read_last_object_from_file", "(filename, /)", (_module: Borrowed, path: Borrowed) => readObject(path)],
    ["pymarshal_read_object_from_file", "(filename, /)", (_module: Borrowed, path: Borrowed) => readObject(path)],
  ],
  exec: (_module, dict) =>
    PyType_Ready(RecursingInfinitelyError) >= 0 && addLimits(dict)
      ? setStolen(dict, "RecursingInfinitelyError", newRef(RecursingInfinitelyError))
      : -1,
});
