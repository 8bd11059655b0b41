// Code objects: compiled code as an object in memory. codeFromPlain lays out what the compiler made; instructions are
// written with their inline caches zeroed but for the counters that start the specialisation.

import type { Constant } from "../base/constant.ts";
import type { Code, CodeConstant } from "../bytecode/code.ts";
import { cacheUnits, OP, opcodeName } from "../bytecode/opcodes.ts";
import { objectFree, objectMalloc } from "../memory/allocators.ts";
import { INTERPRETER } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  bytesAt,
  type Owned,
  ptr,
  setI32,
  setI64,
  setPtr,
  setSsize,
  setU16,
  u8,
  u32,
  writeBytes,
} from "../memory/memory.ts";
import { PyCodeObject } from "../memory/structs/code.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { bytesFromArray } from "./bytes_core.ts";
import { freeMonitoring } from "./code_monitoring.ts";
import { newComplex } from "./complex_core.ts";
import { PyErr_NoMemory } from "./errors.ts";
import { newFloat } from "./float_core.ts";
import { FRAME_SPECIALS_BYTES } from "./frames.ts";
import { bool } from "./long_core.ts";
import { longFromBigInt } from "./long_digits.ts";
import { decref, initObject, sizeOf, xdecref } from "./object.ts";
import { newSet, PySet_Add } from "./set_core.ts";
import { PyTuple_New, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { Py_Ellipsis, Py_None, PyCode_Type, PyFrozenSet_Type } from "./types.ts";
import { PyUnicode_FromString, PyUnicode_FromWtf8, PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR } from "./unicode_core.ts";
import { PyUnicode_InternFromString, PyUnicode_InternInPlace } from "./unicode_intern.ts";

const CO_FAST_LOCAL = 0x20;
const CO_FAST_CELL = 0x40;
const CO_FAST_FREE = 0x80;

/** The first value of an adaptive counter: one execution more, then the instruction tries to specialise itself. */
export const ADAPTIVE_WARMUP = (1 << 4) | 1;
/** Of a backward jump: far, since 3.13 only counts it for a second tier that is not built here. */
const JUMP_BACKWARD_INITIAL = (16 << 4) | 4;

/** Whether a string constant is interned: identifier characters only, as in CPython. */
function isNameText(o: Borrowed): boolean {
  const length = PyUnicode_GET_LENGTH(o);
  for (let i = 0; i < length; i++) {
    const c = PyUnicode_READ_CHAR(o, i);
    const word = (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 95;
    if (!word) return false;
  }
  return true;
}

/** An object of a plain constant: Owned, 0 with MemoryError set. */
export function constantObject(constant: CodeConstant | Constant): Owned {
  switch (constant.type) {
    case "None":
      return Py_None;
    case "True":
      return bool(true);
    case "False":
      return bool(false);
    case "Ellipsis":
      return Py_Ellipsis;
    case "int":
      return longFromBigInt(constant.value);
    case "float":
      return newFloat(constant.value) || PyErr_NoMemory();
    case "complex":
      return newComplex(constant.real, constant.imag) || PyErr_NoMemory();
    case "str": {
      const o = PyUnicode_FromWtf8(constant.wtf8);
      if (o === 0) return PyErr_NoMemory();
      return isNameText(o) ? PyUnicode_InternInPlace(o) : o;
    }
    case "bytes":
      return bytesFromArray(constant.bytes);
    case "tuple":
      return tupleOf(constant.items.map(constantObject));
    case "frozenset": {
      const set = newSet(PyFrozenSet_Type);
      if (set === 0) return 0;
      for (const item of constant.items) {
        const o = constantObject(item);
        if (o === 0 || PySet_Add(set, o) < 0) {
          xdecref(o);
          decref(set);
          return 0;
        }
        decref(o);
      }
      return set;
    }
    case "code":
      return codeFromPlain(constant.code);
  }
}

function tupleOf(items: Owned[]): Owned {
  if (items.includes(0)) {
    for (const item of items) xdecref(item);
    return 0;
  }
  const tuple = PyTuple_New(items.length);
  if (tuple === 0) return PyErr_NoMemory();
  items.forEach((item, i) => {
    PyTuple_SET_ITEM(tuple, i, item);
  });
  return tuple;
}

/** PyCode_New of plain data: Owned, 0 with an error set. */
export function codeFromPlain(plain: Code): Owned {
  const kinds = plain.co_localspluskinds;
  let locals = 0;
  let cells = 0;
  let frees = 0;
  for (const kind of kinds) {
    if (kind & CO_FAST_LOCAL) locals++;
    if (kind & CO_FAST_CELL) cells++;
    if (kind & CO_FAST_FREE) frees++;
  }
  const code = objectMalloc(PyCodeObject.co_code_adaptive + plain.co_code.length);
  if (code === 0) return PyErr_NoMemory();
  initObject(code, PyCode_Type);
  setSsize(code + 16, plain.co_code.length / 2);
  const name = (text: string): Owned => PyUnicode_InternFromString(text);
  const consts = tupleOf(plain.co_consts.map(constantObject));
  const fields: [number, Owned][] = [
    [PyCodeObject.co_consts, consts],
    [PyCodeObject.co_names, tupleOf(plain.co_names.map(name))],
    [PyCodeObject.co_exceptiontable, bytesFromArray(plain.co_exceptiontable)],
    [PyCodeObject.co_localsplusnames, tupleOf(plain.co_localsplusnames.map(name))],
    [PyCodeObject.co_localspluskinds, bytesFromArray(kinds)],
    [PyCodeObject.co_filename, PyUnicode_FromString(plain.co_filename)],
    [PyCodeObject.co_name, name(plain.co_name)],
    [PyCodeObject.co_qualname, name(plain.co_qualname)],
    [PyCodeObject.co_linetable, bytesFromArray(plain.co_linetable)],
  ];
  if (fields.some(([, value]) => value === 0)) {
    for (const [, value] of fields) xdecref(value);
    objectFree(code);
    return PyErr_NoMemory();
  }
  for (const [field, value] of fields) setPtr(code + field, value);
  setI32(code + PyCodeObject.co_flags, plain.co_flags);
  setI32(code + PyCodeObject.co_argcount, plain.co_argcount);
  setI32(code + PyCodeObject.co_posonlyargcount, plain.co_posonlyargcount);
  setI32(code + PyCodeObject.co_kwonlyargcount, plain.co_kwonlyargcount);
  setI32(code + PyCodeObject.co_stacksize, plain.co_stacksize);
  setI32(code + PyCodeObject.co_firstlineno, plain.co_firstlineno);
  setI32(code + PyCodeObject.co_nlocalsplus, kinds.length);
  setI32(code + PyCodeObject.co_framesize, kinds.length + plain.co_stacksize + FRAME_SPECIALS_BYTES / 8);
  setI32(code + PyCodeObject.co_nlocals, locals);
  setI32(code + PyCodeObject.co_ncellvars, cells);
  setI32(code + PyCodeObject.co_nfreevars, frees);
  setI32(code + PyCodeObject.co_version, nextCodeVersion());
  setPtr(code + PyCodeObject.co_weakreflist, 0);
  setPtr(code + PyCodeObject.co_executors, 0);
  setPtr(code + PyCodeObject._co_cached, 0);
  setI64(code + PyCodeObject._co_instrumentation_version, 0, 0);
  setPtr(code + PyCodeObject._co_monitoring, 0);
  setPtr(code + PyCodeObject.co_extra, 0);
  writeBytes(code + PyCodeObject.co_code_adaptive, plain.co_code);
  quicken(code, plain.co_code.length);
  return code;
}

const FUNC_STATE = INTERPRETER + PyInterpreterState.func_state;
export function nextCodeVersion(): number {
  const version = u32(FUNC_STATE);
  if (version !== 0) setI32(FUNC_STATE, version + 1);
  return version;
}

/** _PyCode_Quicken: counters of instructions that specialise themselves; and where tracing may begin. */
export function quicken(code: Address, byteCount: number): void {
  const start = code + PyCodeObject.co_code_adaptive;
  let firstTraceable = 0;
  let found = false;
  for (let at = 0; at < byteCount; at += 2) {
    const opcode = u8(start + at);
    if (!found && opcode === OP.RESUME) {
      firstTraceable = at / 2;
      found = true;
    }
    const caches = cacheUnits[opcode];
    if (caches === 0) continue;
    if (opcode === OP.JUMP_BACKWARD) setU16(start + at + 2, JUMP_BACKWARD_INITIAL);
    else if (!NEVER_ADAPTIVE.has(opcodeName(opcode))) setU16(start + at + 2, ADAPTIVE_WARMUP);
    at += caches * 2;
  }
  setI32(code + PyCodeObject._co_firsttraceable, firstTraceable);
}
const NEVER_ADAPTIVE = new Set(["POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE", "POP_JUMP_IF_NONE", "POP_JUMP_IF_NOT_NONE"]);

/** tp_dealloc of code. */
export function code_dealloc(code: Address): void {
  for (const field of [
    PyCodeObject.co_consts,
    PyCodeObject.co_names,
    PyCodeObject.co_localsplusnames,
    PyCodeObject.co_localspluskinds,
    PyCodeObject.co_filename,
    PyCodeObject.co_name,
    PyCodeObject.co_qualname,
    PyCodeObject.co_linetable,
    PyCodeObject.co_exceptiontable,
  ]) {
    xdecref(ptr(code + field));
  }
  freeMonitoring(code);
  objectFree(code);
}

/** Bytes of a bytes object that code owns (tables). */
export function tableBytes(o: Borrowed): Uint8Array {
  return bytesAt(o + PyBytesObject.ob_sval, sizeOf(o));
}
