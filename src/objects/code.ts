// Code objects: compiled code as an object in memory. codeFromPlain lays out what the compiler made; instructions are
// written with their inline caches zeroed but for the counters that start the specialisation.

import { bytesKey } from "../base/bytes_key.ts";
import type { Constant } from "../base/constant.ts";
import { utf8 } from "../base/utf8.ts";
import type { Code, CodeConstant } from "../bytecode/code.ts";
import { withoutColumns } from "../bytecode/linetable.ts";
import { cacheUnits, OP, opcodeName } from "../bytecode/opcodes.ts";
import { objectFree, objectMalloc } from "../memory/allocators.ts";
import { INTERPRETER, reserveStatic } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  bytesAt,
  type Owned,
  ptr,
  setF64,
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
import { PyConfig } from "../memory/structs/config.ts";
import { PyVarObject } from "../memory/structs/object.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { bytesFromArray, PyBytes_FromStringAndSize } from "./bytes_core.ts";
import { freeMonitoring } from "./code_monitoring.ts";
import { newComplex } from "./complex_core.ts";
import { configured } from "./config.ts";
import { PyErr_Clear, PyErr_NoMemory } from "./errors.ts";
import { newFloat } from "./float_core.ts";
import { FRAME_SPECIALS_BYTES } from "./frames.ts";
import { bool } from "./long_core.ts";
import { longFromBigInt } from "./long_digits.ts";
import { decref, initObject, isTuple, newRef, replaceSlot, sizeOf, typeOf, xdecref } from "./object.ts";
import { newSet, PySet_Add } from "./set_core.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { Py_Ellipsis, Py_None, PyCode_Type, PyFrozenSet_Type, PyUnicode_Type } from "./types.ts";
import { PyUnicode_FromWtf8, PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR } from "./unicode_core.ts";
import { _PyUnicode_InternImmortal, PyUnicode_InternFromString, PyUnicode_InternInPlace } from "./unicode_intern.ts";
import { PyObject_ClearWeakRefs } from "./weakref_core.ts";

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
  const merger = new Merger(false);
  const o = merger.constant(constant);
  merger.release();
  return o;
}

/**
 * Makes the objects of one compilation, in which equal constants are one object (the c_const_cache of Python/compile.c),
 * also those of nested code objects. Code objects are not merged.
 */
class Merger {
  /** Owned here, too: a key may hold addresses, which must stay taken. */
  private readonly objects = new Map<string, Owned>();
  /** Keys of names that constants share: a class's body has its qualified name among them. */
  private readonly qualifiedNames = new Set<string>();
  private readonly interns: boolean;

  /** interns: whether strings that could be names are interned, as in a code object. */
  constructor(interns: boolean) {
    this.interns = interns;
  }

  release(): void {
    for (const o of this.objects.values()) decref(o);
  }

  /** The object that is known by the key, or the one that is made now. Owned. */
  private merged(key: string, make: () => Owned): Owned {
    const known = this.objects.get(key);
    if (known !== undefined) return newRef(known);
    const o = make();
    if (o !== 0) this.objects.set(key, newRef(o));
    return o;
  }

  /** Owned, 0 with an error set. */
  constant(constant: CodeConstant | Constant): Owned {
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
        return this.merged(`i${constant.value}`, () => longFromBigInt(constant.value));
      case "float": {
        const { value } = constant;
        const make = () => newFloat(value) || PyErr_NoMemory();
        return value === value ? this.merged(`f${floatKey(value)}`, make) : make();
      }
      case "complex": {
        const { real, imag } = constant;
        const make = () => newComplex(real, imag) || PyErr_NoMemory();
        const isSame = real === real && imag === imag;
        return isSame ? this.merged(`c${floatKey(real)},${floatKey(imag)}`, make) : make();
      }
      case "str": {
        const key = bytesKey(constant.wtf8);
        return this.merged(`s${key}`, () => {
          const o = PyUnicode_FromWtf8(constant.wtf8);
          if (o === 0) return PyErr_NoMemory();
          const isInterned = this.interns && (this.qualifiedNames.has(key) || isNameText(o));
          return isInterned ? PyUnicode_InternInPlace(o) : o;
        });
      }
      case "bytes":
        return this.bytes(constant.bytes);
      case "tuple":
        return this.tuple(constant.items.map((item) => this.constant(item)));
      case "frozenset":
        return this.frozenset(constant.items.map((item) => this.constant(item)));
      case "code":
        return this.code(constant.code);
    }
  }

  bytes(bytes: Uint8Array): Owned {
    return this.merged(`b${bytesKey(bytes)}`, () => bytesFromArray(bytes));
  }

  private tuple(items: Owned[]): Owned {
    const key = `(${items.join()})`;
    const known = this.objects.get(key);
    if (known === undefined || items.includes(0)) return this.merged(key, () => tupleOf(items));
    for (const item of items) decref(item);
    return newRef(known);
  }

  private frozenset(items: Owned[]): Owned {
    const made = items.includes(0)
      ? 0
      : this.merged(`{${items.join()}}`, () => {
          const set = newSet(PyFrozenSet_Type);
          for (const item of items) {
            if (set === 0) break;
            if (PySet_Add(set, item) >= 0) continue;
            decref(set);
            return 0;
          }
          return set;
        });
    for (const item of items) xdecref(item);
    return made;
  }

  code(plain: Code): Owned {
    const name = (text: string): Owned => PyUnicode_InternFromString(text);
    this.qualifiedNames.add(bytesKey(utf8(plain.co_qualname)));
    const objects = [
      this.tuple(plain.co_consts.map((constant) => this.constant(constant))),
      this.tuple(plain.co_names.map(name)),
      this.bytes(plain.co_exceptiontable),
      tupleOf(plain.co_localsplusnames.map(name)),
      freshBytes(plain.co_localspluskinds),
      name(plain.co_filename),
      name(plain.co_name),
      name(plain.co_qualname),
      this.bytes(plain.co_linetable),
    ];
    const code = objects.includes(0) ? PyErr_NoMemory() : newCodeObject(plain, plain.co_code, objects);
    for (const o of objects) xdecref(o);
    return code;
  }
}

function floatKey(value: number): string {
  setF64(FLOAT_SCRATCH, value);
  return `${u32(FLOAT_SCRATCH)}.${u32(FLOAT_SCRATCH + 4)}`;
}
const FLOAT_SCRATCH = reserveStatic(8);

/** Bytes of their own, also where others share those of one byte. */
function freshBytes(bytes: Uint8Array): Owned {
  const o = PyBytes_FromStringAndSize(0, bytes.length);
  if (o === 0) return PyErr_NoMemory();
  if (bytes.length > 0) writeBytes(o + PyBytesObject.ob_sval, bytes);
  return o;
}

/** Takes the items. Owned, 0 with an error set. */
function tupleOf(items: Owned[]): Owned {
  const tuple = items.includes(0) ? 0 : PyTuple_New(items.length) || PyErr_NoMemory();
  items.forEach((item, i) => {
    if (tuple === 0) xdecref(item);
    else PyTuple_SET_ITEM(tuple, i, item);
  });
  return tuple;
}

/** A code object of plain data: Owned, 0 with an error set. */
export function codeFromPlain(plain: Code): Owned {
  const merger = new Merger(true);
  const code = merger.code(plain);
  merger.release();
  return code;
}

// What code objects hold is interned, whoever made it: names for good (intern_strings), constants that could be names for as
// long as they live (intern_constants).

function internNames(names: Borrowed): void {
  for (let i = 0; i < sizeOf(names); i++) {
    PyTuple_SET_ITEM(names, i, _PyUnicode_InternImmortal(PyTuple_GET_ITEM(names, i)));
  }
}

/** Also those in tuples; a frozenset's are (the compiler puts it in the order that follows from that). */
function internConstants(constants: Borrowed): void {
  for (let i = 0; i < sizeOf(constants); i++) {
    const o = PyTuple_GET_ITEM(constants, i);
    if (isTuple(o)) internConstants(o);
    else if (typeOf(o) === PyUnicode_Type && isNameText(o)) PyTuple_SET_ITEM(constants, i, PyUnicode_InternInPlace(o));
  }
}

/** The parts of a code object that are objects, in the order in which newCodeObject takes them. */
const OBJECT_FIELDS = [
  PyCodeObject.co_consts,
  PyCodeObject.co_names,
  PyCodeObject.co_exceptiontable,
  PyCodeObject.co_localsplusnames,
  PyCodeObject.co_localspluskinds,
  PyCodeObject.co_filename,
  PyCodeObject.co_name,
  PyCodeObject.co_qualname,
  PyCodeObject.co_linetable,
] as const;
const [CONSTANTS, NAMES, VARIABLES] = [
  PyCodeObject.co_consts,
  PyCodeObject.co_names,
  PyCodeObject.co_localsplusnames,
].map((field) => (OBJECT_FIELDS as readonly number[]).indexOf(field));
const INTERNED_FIELDS = [PyCodeObject.co_filename, PyCodeObject.co_name, PyCodeObject.co_qualname] as const;
const LINES = OBJECT_FIELDS.indexOf(PyCodeObject.co_linetable);
const KINDS = OBJECT_FIELDS.indexOf(PyCodeObject.co_localspluskinds);

export type CodeNumbers = Pick<
  Code,
  "co_argcount" | "co_posonlyargcount" | "co_kwonlyargcount" | "co_stacksize" | "co_flags" | "co_firstlineno"
>;

/** _PyCode_New: instructions without specialised forms; objects borrowed, in the order of OBJECT_FIELDS. */
export function newCodeObject(numbers: CodeNumbers, instructions: Uint8Array, objects: readonly Borrowed[]): Owned {
  const code = objectMalloc(PyCodeObject.co_code_adaptive + instructions.length);
  if (code === 0) return PyErr_NoMemory();
  initObject(code, PyCode_Type);
  setSsize(code + PyVarObject.ob_size, instructions.length / 2);
  OBJECT_FIELDS.forEach((field, i) => {
    setPtr(code + field, newRef(objects[i]));
  });
  internNames(objects[NAMES]);
  internNames(objects[VARIABLES]);
  internConstants(objects[CONSTANTS]);
  for (const field of INTERNED_FIELDS) setPtr(code + field, PyUnicode_InternInPlace(ptr(code + field)));
  if (configured(PyConfig.code_debug_ranges) === 0) {
    const lines = bytesFromArray(withoutColumns(tableBytes(objects[LINES]), numbers.co_firstlineno));
    if (lines !== 0) replaceSlot(code + PyCodeObject.co_linetable, lines);
    else PyErr_Clear();
  }
  const kinds = tableBytes(objects[KINDS]);
  const count = (kind: number): number => kinds.reduce((sum, each) => sum + (each & kind ? 1 : 0), 0);
  setI32(code + PyCodeObject.co_flags, numbers.co_flags);
  setI32(code + PyCodeObject.co_argcount, numbers.co_argcount);
  setI32(code + PyCodeObject.co_posonlyargcount, numbers.co_posonlyargcount);
  setI32(code + PyCodeObject.co_kwonlyargcount, numbers.co_kwonlyargcount);
  setI32(code + PyCodeObject.co_stacksize, numbers.co_stacksize);
  setI32(code + PyCodeObject.co_firstlineno, numbers.co_firstlineno);
  setI32(code + PyCodeObject.co_nlocalsplus, kinds.length);
  setI32(code + PyCodeObject.co_framesize, kinds.length + numbers.co_stacksize + FRAME_SPECIALS_BYTES / 8);
  setI32(code + PyCodeObject.co_nlocals, count(CO_FAST_LOCAL));
  setI32(code + PyCodeObject.co_ncellvars, count(CO_FAST_CELL));
  setI32(code + PyCodeObject.co_nfreevars, count(CO_FAST_FREE));
  setI32(code + PyCodeObject.co_version, nextCodeVersion());
  setPtr(code + PyCodeObject.co_weakreflist, 0);
  setPtr(code + PyCodeObject.co_executors, 0);
  setPtr(code + PyCodeObject._co_cached, 0);
  setI64(code + PyCodeObject._co_instrumentation_version, 0, 0);
  setPtr(code + PyCodeObject._co_monitoring, 0);
  setPtr(code + PyCodeObject.co_extra, 0);
  writeBytes(code + PyCodeObject.co_code_adaptive, instructions);
  quicken(code, instructions.length);
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
  PyObject_ClearWeakRefs(code);
  for (const field of OBJECT_FIELDS) xdecref(ptr(code + field));
  freeMonitoring(code);
  objectFree(code);
}

/** Bytes of a bytes object that code owns (tables). */
export function tableBytes(o: Borrowed): Uint8Array {
  return bytesAt(o + PyBytesObject.ob_sval, sizeOf(o));
}
