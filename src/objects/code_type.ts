// The type of code objects: what a program can read of them.
import { lineRanges, positions } from "../bytecode/linetable.ts";
import { cacheUnits } from "../bytecode/opcodes.ts";
import { type Address, type Borrowed, bytesAt, i32, type Owned, POINTER_BYTES, ptr, u8 } from "../memory/memory.ts";
import { PyCodeObject } from "../memory/structs/code.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { Py_EQ, Py_NE, PyObject_GetIter, PyObject_Hash, PyObject_RichCompareBool } from "./abstract.ts";
import { bytesFromArray } from "./bytes_core.ts";
import { code_dealloc, tableBytes } from "./code.ts";
import { baseOpcode } from "./code_monitoring.ts";
import { code_new, partsOf, replaceParts } from "./code_new.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory, raise } from "./errors.ts";
import { hashAnswer, hashHigh, hashLow } from "./hash.ts";
import { bool, PyLong_FromNumber } from "./long_core.ts";
import { decref, newRef, sizeOf, typeOf } from "./object.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { Py_None, Py_NotImplemented, PyCode_Type, PyExc_DeprecationWarning, PyExc_IndexError } from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";
import { PyErr_WarnEx } from "./warn.ts";

const CO_FAST_LOCAL = 0x20;
const CO_FAST_CELL = 0x40;
const CO_FAST_FREE = 0x80;

/** The instructions as compiled: specialised ones generic again, inline caches zero. */
export function originalCode(code: Borrowed): Uint8Array {
  const bytes = bytesAt(code + PyCodeObject.co_code_adaptive, sizeOf(code) * 2).slice();
  for (let i = 0; i < bytes.length; i += 2) {
    bytes[i] = baseOpcode(code, i / 2);
    const caches = cacheUnits[bytes[i]];
    bytes.fill(0, i + 2, i + 2 + caches * 2);
    i += caches * 2;
  }
  return bytes;
}

/** The names of locals of some kinds, as a tuple. */
function namesOfKind(code: Borrowed, mask: number): Owned {
  const names = ptr(code + PyCodeObject.co_localsplusnames);
  const kinds = ptr(code + PyCodeObject.co_localspluskinds) + PyBytesObject.ob_sval;
  const found: Borrowed[] = [];
  for (let i = 0; i < sizeOf(names); i++) if (u8(kinds + i) & mask) found.push(PyTuple_GET_ITEM(names, i));
  const tuple = PyTuple_New(found.length);
  if (tuple === 0) return PyErr_NoMemory();
  found.forEach((name, i) => {
    PyTuple_SET_ITEM(tuple, i, newRef(name));
  });
  return tuple;
}

/** A tuple of numbers; null becomes None. */
function numbers(values: readonly (number | null)[]): Owned {
  const tuple = PyTuple_New(values.length);
  if (tuple === 0) return PyErr_NoMemory();
  values.forEach((value, i) => {
    PyTuple_SET_ITEM(tuple, i, value === null ? Py_None : PyLong_FromNumber(value));
  });
  return tuple;
}

/** An iterator over tuples made beforehand. */
function iterate(rows: readonly (number | null)[][]): Owned {
  const tuple = PyTuple_New(rows.length);
  if (tuple === 0) return PyErr_NoMemory();
  rows.forEach((row, i) => {
    PyTuple_SET_ITEM(tuple, i, numbers(row));
  });
  const iterator = PyObject_GetIter(tuple);
  decref(tuple);
  return iterator;
}

const table = (code: Borrowed): Uint8Array => tableBytes(ptr(code + PyCodeObject.co_linetable));
const firstLine = (code: Borrowed): number => i32(code + PyCodeObject.co_firstlineno);
const orNull = (value: number | null): number | null => (value === null || value < 0 ? null : value);

function co_positions(code: Borrowed): Owned {
  const rows: (number | null)[][] = [];
  for (const p of positions(table(code), firstLine(code))) {
    rows.push([orNull(p.lineno), orNull(p.end_lineno), orNull(p.col_offset), orNull(p.end_col_offset)]);
  }
  return iterate(rows);
}

function co_lines(code: Borrowed): Owned {
  const rows: (number | null)[][] = [];
  for (const range of lineRanges(table(code), firstLine(code))) rows.push([range.start, range.end, orNull(range.line)]);
  return iterate(rows);
}

/** The line table in the form of old: pairs of a step in bytes and a step in lines. */
function co_lnotab(code: Borrowed): Owned {
  if (PyErr_WarnEx(PyExc_DeprecationWarning, "co_lnotab is deprecated, use co_lines instead.", 1) < 0) return 0;
  const pairs: number[] = [];
  let at = 0;
  let line = firstLine(code);
  for (const range of lineRanges(table(code), firstLine(code))) {
    const next = orNull(range.line);
    if (next === null || next === line) continue;
    let byteStep = range.start - at;
    let lineStep = next - line;
    for (; byteStep > 255; byteStep -= 255) pairs.push(255, 0);
    for (; lineStep > 127; lineStep -= 127, byteStep = 0) pairs.push(byteStep, 127);
    for (; lineStep < -128; lineStep += 128, byteStep = 0) pairs.push(byteStep, 128);
    pairs.push(byteStep, lineStep & 255);
    at = range.start;
    line = next;
  }
  return bytesFromArray(Uint8Array.from(pairs));
}

const COMPARED = [
  PyCodeObject.co_name,
  PyCodeObject.co_consts,
  PyCodeObject.co_names,
  PyCodeObject.co_localsplusnames,
  PyCodeObject.co_linetable,
  PyCodeObject.co_exceptiontable,
];
const COUNTS = [
  PyCodeObject.co_argcount,
  PyCodeObject.co_posonlyargcount,
  PyCodeObject.co_kwonlyargcount,
  PyCodeObject.co_flags,
  PyCodeObject.co_firstlineno,
];

function code_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if ((op !== Py_EQ && op !== Py_NE) || typeOf(a) !== PyCode_Type || typeOf(b) !== PyCode_Type)
    return Py_NotImplemented;
  let equal = COUNTS.every((field) => i32(a + field) === i32(b + field)) && sizeOf(a) === sizeOf(b);
  if (equal) {
    const x = originalCode(a);
    const y = originalCode(b);
    equal = x.every((byte, i) => byte === y[i]);
  }
  for (const field of COMPARED) {
    if (!equal) break;
    const same = PyObject_RichCompareBool(ptr(a + field), ptr(b + field), Py_EQ);
    if (same < 0) return 0;
    equal = same > 0;
  }
  return bool(equal === (op === Py_EQ));
}

const HASH_START = 20221211n;
const HASH_MULTIPLIER = 1000003n;
const HASHED_OBJECTS = [
  PyCodeObject.co_name,
  PyCodeObject.co_consts,
  PyCodeObject.co_names,
  PyCodeObject.co_localsplusnames,
  PyCodeObject.co_linetable,
  PyCodeObject.co_exceptiontable,
];
const HASHED_NUMBERS = [
  PyCodeObject.co_argcount,
  PyCodeObject.co_posonlyargcount,
  PyCodeObject.co_kwonlyargcount,
  PyCodeObject.co_flags,
  PyCodeObject.co_firstlineno,
];

/** Of all that makes code equal, and of its instructions without their inline caches. */
function code_hash(code: Borrowed): number {
  let hash = HASH_START;
  const mix = (value: bigint): void => {
    hash = BigInt.asUintN(64, BigInt.asUintN(64, hash ^ value) * HASH_MULTIPLIER);
  };
  for (const field of HASHED_OBJECTS) {
    if (PyObject_Hash(ptr(code + field)) < 0) return -1;
    mix((BigInt(hashHigh()) << 32n) | BigInt(hashLow() >>> 0));
  }
  for (const field of HASHED_NUMBERS) mix(BigInt(i32(code + field)));
  mix(BigInt(sizeOf(code)));
  const bytes = originalCode(code);
  for (let i = 0; i < bytes.length; i += 2 + 2 * cacheUnits[bytes[i]]) {
    mix(BigInt(bytes[i]));
    mix(BigInt(bytes[i + 1]));
  }
  const low = Number(BigInt.asIntN(32, hash));
  const high = Number(BigInt.asIntN(32, hash >> 32n));
  return low === -1 && high === -1 ? hashAnswer(-2, -1) : hashAnswer(low, high);
}

/** code.replace(**changes) */
function code_replace(code: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const made = [
    bytesFromArray(originalCode(code)),
    namesOfKind(code, CO_FAST_LOCAL),
    namesOfKind(code, CO_FAST_FREE),
    namesOfKind(code, CO_FAST_CELL),
  ];
  const [bytes, varnames, freevars, cellvars] = made;
  const result = made.includes(0)
    ? PyErr_NoMemory()
    : replaceParts(partsOf(code, bytes, varnames, freevars, cellvars), args, nargs, kwnames);
  for (const o of made) if (o !== 0) decref(o);
  return result;
}

function varname_from_oparg(code: Borrowed, index: number): Owned {
  const names = ptr(code + PyCodeObject.co_localsplusnames);
  if (index < 0 || index >= sizeOf(names)) return raise(PyExc_IndexError, "tuple index out of range");
  return newRef(PyTuple_GET_ITEM(names, index));
}

/** _PyObject_VAR_SIZE: in whole pointers. */
function sizeOfCode(code: Borrowed): Owned {
  const bytes = PyCodeObject.co_code_adaptive + sizeOf(code) * 2;
  return PyLong_FromNumber((bytes + POINTER_BYTES - 1) & -POINTER_BYTES);
}

declareType(PyCode_Type, {
  name: "code",
  basicsize: PyCodeObject.co_code_adaptive,
  itemsize: 2,
  weaklistoffset: PyCodeObject.co_weakreflist,
  slots: {
    tp_dealloc: code_dealloc,
    tp_hash: code_hash,
    tp_richcompare: code_richcompare,
    tp_new: code_new,
    tp_repr: (code: Borrowed): Owned => {
      const name = textOf(ptr(code + PyCodeObject.co_name));
      const file = textOf(ptr(code + PyCodeObject.co_filename));
      return PyUnicode_FromString(
        `<code object ${name} at 0x${code.toString(16)}, file "${file}", line ${firstLine(code)}>`,
      );
    },
  },
  members: [
    ["co_argcount", "int", PyCodeObject.co_argcount, "readonly"],
    ["co_posonlyargcount", "int", PyCodeObject.co_posonlyargcount, "readonly"],
    ["co_kwonlyargcount", "int", PyCodeObject.co_kwonlyargcount, "readonly"],
    ["co_stacksize", "int", PyCodeObject.co_stacksize, "readonly"],
    ["co_flags", "int", PyCodeObject.co_flags, "readonly"],
    ["co_nlocals", "int", PyCodeObject.co_nlocals, "readonly"],
    ["co_consts", "object", PyCodeObject.co_consts, "readonly"],
    ["co_names", "object", PyCodeObject.co_names, "readonly"],
    ["co_filename", "object", PyCodeObject.co_filename, "readonly"],
    ["co_name", "object", PyCodeObject.co_name, "readonly"],
    ["co_qualname", "object", PyCodeObject.co_qualname, "readonly"],
    ["co_firstlineno", "int", PyCodeObject.co_firstlineno, "readonly"],
    ["co_linetable", "object", PyCodeObject.co_linetable, "readonly"],
    ["co_exceptiontable", "object", PyCodeObject.co_exceptiontable, "readonly"],
  ],
  getset: [
    ["co_lnotab", co_lnotab],
    [
      "_co_code_adaptive",
      (code: Borrowed) => bytesFromArray(bytesAt(code + PyCodeObject.co_code_adaptive, sizeOf(code) * 2)),
    ],
    ["co_varnames", (code: Borrowed) => namesOfKind(code, CO_FAST_LOCAL)],
    ["co_cellvars", (code: Borrowed) => namesOfKind(code, CO_FAST_CELL)],
    ["co_freevars", (code: Borrowed) => namesOfKind(code, CO_FAST_FREE)],
    ["co_code", (code: Borrowed) => bytesFromArray(originalCode(code))],
  ],
  methods: [
    ["__sizeof__", "()", sizeOfCode],
    ["co_lines", "()", co_lines],
    ["co_positions", "()", co_positions],
    ["replace", "!(**changes)", code_replace],
    ["_varname_from_oparg", "(oparg: int)", varname_from_oparg],
    ["__replace__", "!(**changes)", code_replace],
  ],
});
