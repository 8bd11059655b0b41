// _struct: bytes as C lays them out. Formats are read in struct/struct_format.ts, items turned in struct/struct_items.ts.
//
// The functions of the module make a Struct of their format each time. Invariant: a Struct whose __init__ has not run has
// no codes, and refuses to work.

import { gcUntrack } from "../gc/link.ts";
import { memFree } from "../memory/allocators.ts";
import {
  type Address,
  type Borrowed,
  fillBytes,
  i32,
  type Owned,
  POINTER_BYTES,
  ptr,
  setPtr,
  setSsize,
  ssize,
} from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { Py_buffer, PyTypeObject } from "../memory/structs/object.ts";
import { PyObject_Hash, PyObject_Repr, sequenceIndex } from "../objects/abstract.ts";
import { genericGetAttr, genericSetAttr } from "../objects/attributes.ts";
import {
  closeBuffer,
  openBuffer,
  PyBUF_SIMPLE,
  PyBUF_WRITABLE,
  PyBuffer_Release,
  PyObject_GetBuffer,
} from "../objects/buffer.ts";
import { BYTES_DATA, PyBytes_FromStringAndSize, sharedByte } from "../objects/bytes_core.ts";
import { convertWideSsize } from "../objects/convert.ts";
import { declareModule, declareModuleType, newModuleType, reserveTypeCell } from "../objects/declare.ts";
import { argumentTypeName, PyErr_Clear, PyErr_NoMemory, PyErr_Occurred, raise, raiseInt } from "../objects/errors.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import {
  clearSlot,
  decref,
  isBytes,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  sizeOf,
  typeIn,
  typeOf,
  xdecref,
} from "../objects/object.ts";
import { namedArguments } from "../objects/text_arguments.ts";
import { PyTuple_New, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import { freeOfHeapType } from "../objects/type_alloc.ts";
import { shortName } from "../objects/type_names.ts";
import { makeModuleType } from "../objects/type_spec.ts";
import { Py_None, PyExc_Exception, PyExc_RuntimeError, PyExc_TypeError } from "../objects/types.ts";
import { _PyUnicode_FromASCII, PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { PyObject_ClearWeakRefs } from "../objects/weakref_core.ts";
import { addException, addTypes } from "./make_module.ts";
import { formatBytes, formatcode, parseFormat, setWide, wide } from "./struct/struct_format.ts";
import { packItem, unpackItem } from "./struct/struct_items.ts";
import { allocate, traverser } from "./type_support.ts";

const PyStructObject = struct("PyStructObject", 56, {
  ...OBJECT_HEAD,
  s_size: [16, "ssize", "bytes of the whole"],
  s_len: [24, "ssize", "values of the whole"],
  s_codes: [32, "ptr", "formatcode array"],
  s_format: [40, "ptr", "the format, bytes"],
  weakreflist: [48, "ptr", "PyWeakReference; head of the list"],
});
const SIZE = PyStructObject.s_size;
const COUNT = PyStructObject.s_len;
const CODES = PyStructObject.s_codes;
const FORMAT = PyStructObject.s_format;

const structError = reserveTypeCell();

const Struct_Type = reserveTypeCell();

// -- Struct objects ------------------------------------------------------------------------------------------------------

function initialize(o: Borrowed, format: Borrowed): number {
  const bytes = formatBytes(format);
  if (bytes === 0) return -1;
  // A Struct whose new format is wrong shows that, and works by the old one.
  replaceSlot(o + FORMAT, bytes);
  const parsed = parseFormat(bytes + BYTES_DATA, sizeOf(bytes), typeIn(structError));
  if (parsed === null) return -1;
  memFree(ptr(o + CODES));
  setPtr(o + CODES, parsed.codes);
  setWide(o + SIZE, parsed.size);
  setWide(o + COUNT, parsed.count);
  return 0;
}

const NAMES = ["format"] as const;

function struct_init(o: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const values = namedArguments("Struct", args, keywords, NAMES, 1);
  return values === null ? -1 : initialize(o, values[0]);
}

/** A new Struct of a format. Owned, 0 with an error set. */
function structOf(format: Borrowed): Owned {
  // CPython looks for the format in a cache first, so it must have a hash.
  if (!isBytes(format) && !isUnicode(format) && PyObject_Hash(format) < 0) return 0;
  const o = allocate(typeIn(Struct_Type));
  if (o === 0 || initialize(o, format) >= 0) return o;
  decref(o);
  return 0;
}

function isReady(o: Borrowed): boolean {
  if (ptr(o + CODES) !== 0) return true;
  raise(PyExc_RuntimeError, "Struct object is not initialized");
  return false;
}

/** Calls visit(letter, offset, size, order) for each item, in order, while it answers true. */
function eachItem(
  o: Borrowed,
  visit: (letter: string, offset: number, size: number, order: number) => boolean,
): boolean {
  for (let code = ptr(o + CODES); i32(code + formatcode.letter) !== 0; code += formatcode.sizeof) {
    const letter = String.fromCharCode(i32(code + formatcode.letter));
    const order = i32(code + formatcode.order);
    const size = wide(code + formatcode.size);
    let offset = wide(code + formatcode.offset);
    for (let n = wide(code + formatcode.repeat); n > 0; n--, offset += size) {
      if (!visit(letter, offset, size, order)) return false;
    }
  }
  return true;
}

/** The tuple of values in bytes. Owned. */
function unpackAt(o: Borrowed, at: Address): Owned {
  const result = PyTuple_New(wide(o + COUNT));
  if (result === 0) return PyErr_NoMemory();
  let index = 0;
  const complete = eachItem(o, (letter, offset, size, order) => {
    const item = unpackItem(letter, at + offset, size, order);
    PyTuple_SET_ITEM(result, index++, item);
    return item !== 0;
  });
  if (complete) return result;
  decref(result);
  return 0;
}

/** Writes values, all other bytes zero. False with an error set. */
function packAt(o: Borrowed, at: Address, values: Address): boolean {
  fillBytes(at, 0, wide(o + SIZE));
  let value = values;
  return eachItem(o, (letter, offset, size, order) => {
    const item = ptr(value);
    value += POINTER_BYTES;
    return packItem(letter, at + offset, size, order, item, typeIn(structError));
  });
}

function refuseCount(name: string, wanted: number, given: number): 0 {
  return raise(typeIn(structError), `${name} expected ${BigInt(wanted)} items for packing (got ${given})`);
}

function pack(o: Borrowed, args: Address, nargs: number): Owned {
  if (!isReady(o)) return 0;
  if (nargs !== wide(o + COUNT)) return refuseCount("pack", wide(o + COUNT), nargs);
  const result = PyBytes_FromStringAndSize(0, wide(o + SIZE));
  if (result === 0) return 0;
  if (packAt(o, result + BYTES_DATA, args)) return sharedByte(result);
  decref(result);
  return 0;
}

function pack_into(o: Borrowed, args: Address, nargs: number): Owned {
  if (!isReady(o)) return 0;
  const count = wide(o + COUNT);
  if (nargs !== count + 2) {
    if (nargs === 0) return raise(typeIn(structError), "pack_into expected buffer argument");
    if (nargs === 1) return raise(typeIn(structError), "pack_into expected offset argument");
    return refuseCount("pack_into", count, nargs - 2);
  }
  const target = ptr(args);
  const buffer = openBuffer(target, PyBUF_WRITABLE);
  if (buffer === null) {
    PyErr_Clear();
    return raise(PyExc_TypeError, `argument must be read-write bytes-like object, not ${argumentTypeName(target)}`);
  }
  let offset = sequenceIndex(ptr(args + POINTER_BYTES));
  let ok = offset !== -1 || !PyErr_Occurred();
  const size = wide(o + SIZE);
  if (ok) {
    const checked = checkOffset("pack_into", "no space to pack", "packing", size, offset, buffer.length);
    ok = checked >= 0;
    offset = checked;
  }
  ok = ok && packAt(o, buffer.data + offset, args + 2 * POINTER_BYTES);
  closeBuffer(buffer);
  return ok ? Py_None : 0;
}

/** The offset from the front, in range; -1 with an error set. */
function checkOffset(name: string, short: string, doing: string, size: number, offset: number, length: number): number {
  let at = offset;
  if (at < 0) {
    if (at + size > 0) return raiseInt(typeIn(structError), `${short} ${BigInt(size)} bytes at offset ${at}`);
    if (at + length < 0) return raiseInt(typeIn(structError), `offset ${at} out of range for ${length}-byte buffer`);
    at += length;
  }
  if (length - at >= size) return at;
  return raiseInt(
    typeIn(structError),
    `${name} requires a buffer of at least ${BigInt(size + at)} bytes for ${doing} ${BigInt(size)} bytes at offset ${at} (actual buffer size is ${length})`,
  );
}

function unpack(o: Borrowed, source: Borrowed): Owned {
  if (!isReady(o)) return 0;
  const buffer = openBuffer(source);
  if (buffer === null) return 0;
  const size = wide(o + SIZE);
  const result =
    buffer.length === size
      ? unpackAt(o, buffer.data)
      : raise(typeIn(structError), `unpack requires a buffer of ${BigInt(size)} bytes`);
  closeBuffer(buffer);
  return result;
}

/** place: the offset, or 0. It is read after the buffer is opened. */
function unpack_from(o: Borrowed, source: Borrowed, place: Borrowed): Owned {
  if (!isReady(o)) return 0;
  const buffer = openBuffer(source);
  if (buffer === null) return 0;
  const offset = place === 0 ? 0 : convertWideSsize(place);
  if (offset === -1 && PyErr_Occurred()) {
    closeBuffer(buffer);
    return 0;
  }
  const size = wide(o + SIZE);
  const at = checkOffset("unpack_from", "not enough data to unpack", "unpacking", size, offset, buffer.length);
  const result = at < 0 ? 0 : unpackAt(o, buffer.data + at);
  closeBuffer(buffer);
  return result;
}

// -- iter_unpack ---------------------------------------------------------------------------------------------------------

const unpackiterobject = struct("unpackiterobject", 112, {
  ...OBJECT_HEAD,
  so: [16, "ptr", "the Struct; null at the end"],
  buf: [24, "u64", "Py_buffer of the bytes; released at the end", 10],
  index: [104, "ssize", "where the next values stand"],
});
const STRUCT = unpackiterobject.so;
const BUFFER = unpackiterobject.buf;
const EXPORTER = BUFFER + Py_buffer.obj;
const INDEX = unpackiterobject.index;

function iter_unpack(o: Borrowed, source: Borrowed): Owned {
  if (!isReady(o)) return 0;
  const size = wide(o + SIZE);
  if (size === 0) return raise(typeIn(structError), "cannot iteratively unpack with a struct of length 0");
  const iterator = allocate(typeIn(unpackIteratorType));
  if (iterator === 0) return 0;
  if (PyObject_GetBuffer(source, iterator + BUFFER, PyBUF_SIMPLE) < 0) {
    setPtr(iterator + EXPORTER, 0);
    decref(iterator);
    return 0;
  }
  if (ssize(iterator + BUFFER + Py_buffer.len) % size !== 0) {
    decref(iterator);
    return raise(typeIn(structError), `iterative unpacking requires a buffer of a multiple of ${BigInt(size)} bytes`);
  }
  setPtr(iterator + STRUCT, newRef(o));
  return iterator;
}

function unpackiter_next(iterator: Borrowed): Owned {
  const o = ptr(iterator + STRUCT);
  if (o === 0) return 0;
  const index = ssize(iterator + INDEX);
  if (index >= ssize(iterator + BUFFER + Py_buffer.len)) {
    clearSlot(iterator + STRUCT);
    PyBuffer_Release(iterator + BUFFER);
    return 0;
  }
  const result = unpackAt(o, ptr(iterator + BUFFER + Py_buffer.buf) + index);
  setSsize(iterator + INDEX, index + wide(o + SIZE));
  return result;
}

function unpackiter_len(iterator: Borrowed): Owned {
  const o = ptr(iterator + STRUCT);
  if (o === 0) return PyLong_FromNumber(0);
  return PyLong_FromNumber((ssize(iterator + BUFFER + Py_buffer.len) - ssize(iterator + INDEX)) / wide(o + SIZE));
}

const unpackIteratorType = newModuleType({
  name: "_struct.unpack_iterator",
  basicsize: unpackiterobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: (iterator: Address): void => {
      gcUntrack(iterator);
      xdecref(ptr(iterator + STRUCT));
      PyBuffer_Release(iterator + BUFFER);
      freeOfHeapType(iterator);
    },
    tp_traverse: traverser(STRUCT, EXPORTER),
    tp_iter: newRef,
    tp_iternext: unpackiter_next,
    tp_getattro: genericGetAttr,
  },
  methods: [["__length_hint__", "()", unpackiter_len]],
});

// -- the type ------------------------------------------------------------------------------------------------------------

function struct_format(o: Borrowed): Owned {
  if (!isReady(o)) return 0;
  const format = ptr(o + FORMAT);
  return _PyUnicode_FromASCII(format + BYTES_DATA, sizeOf(format));
}

function struct_repr(o: Borrowed): Owned {
  const format = struct_format(o);
  const shown = format === 0 ? 0 : PyObject_Repr(format);
  xdecref(format);
  if (shown === 0) return 0;
  const result = PyUnicode_FromString(`${shortName(typeOf(o))}(${textOf(shown)})`);
  decref(shown);
  return result;
}

function struct_sizeof(o: Borrowed): Owned {
  let codes = 1;
  for (let code = ptr(o + CODES); code !== 0 && i32(code + formatcode.letter) !== 0; code += formatcode.sizeof) codes++;
  return PyLong_FromNumber(ssize(typeOf(o) + PyTypeObject.tp_basicsize) + codes * formatcode.sizeof);
}

declareModuleType(Struct_Type, {
  name: "_struct.Struct",
  basicsize: PyStructObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE,
  weaklistoffset: PyStructObject.weakreflist,
  slots: {
    tp_new: (type: Borrowed): Owned => {
      const o = allocate(type);
      if (o === 0) return 0;
      setSsize(o + SIZE, -1);
      setSsize(o + COUNT, -1);
      return o;
    },
    tp_init: struct_init,
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      PyObject_ClearWeakRefs(o);
      memFree(ptr(o + CODES));
      xdecref(ptr(o + FORMAT));
      freeOfHeapType(o);
    },
    tp_traverse: traverser(FORMAT),
    tp_clear: () => 0,
    tp_repr: struct_repr,
    tp_getattro: genericGetAttr,
    tp_setattro: genericSetAttr,
  },
  getset: [
    ["format", struct_format],
    ["size", (o: Borrowed) => PyLong_FromNumber(wide(o + SIZE))],
  ],
  methods: [
    ["iter_unpack", "(buffer, /)", iter_unpack],
    ["pack", "(*values)", pack],
    ["pack_into", "(*values)", pack_into],
    ["unpack", "(buffer, /)", unpack],
    ["unpack_from", "(buffer, offset=0)", unpack_from],
    ["__sizeof__", "()", struct_sizeof],
  ],
});

// -- functions -----------------------------------------------------------------------------------------------------------

/** Runs something with a Struct of a format. */
function withFormat(format: Borrowed, run: (o: Borrowed) => Owned): Owned {
  const o = structOf(format);
  if (o === 0) return 0;
  const result = run(o);
  decref(o);
  return result;
}

function afterFormat(run: (o: Borrowed, args: Address, nargs: number) => Owned) {
  return (_module: Borrowed, args: Address, nargs: number): Owned =>
    nargs === 0
      ? raise(PyExc_TypeError, "missing format argument")
      : withFormat(ptr(args), (o) => run(o, args + POINTER_BYTES, nargs - 1));
}

declareModule({
  name: "_struct",
  functions: [
    ["_clearcache", "()", () => Py_None],
    [
      "calcsize",
      "(format, /)",
      (_m: Borrowed, format: Borrowed) => withFormat(format, (o) => PyLong_FromNumber(wide(o + SIZE))),
    ],
    [
      "iter_unpack",
      "(format, buffer, /)",
      (_m: Borrowed, format: Borrowed, buffer: Borrowed) => withFormat(format, (o) => iter_unpack(o, buffer)),
    ],
    ["pack", "(*values)", afterFormat(pack)],
    ["pack_into", "(*values)", afterFormat(pack_into)],
    [
      "unpack",
      "(format, buffer, /)",
      (_m: Borrowed, format: Borrowed, buffer: Borrowed) => withFormat(format, (o) => unpack(o, buffer)),
    ],
    [
      "unpack_from",
      "(format, /, buffer, offset=0)",
      (_m: Borrowed, format: Borrowed, buffer: Borrowed, offset: Borrowed) =>
        withFormat(format, (o) => unpack_from(o, buffer, offset)),
    ],
  ],
  exec: (module) =>
    addTypes(module, Struct_Type) < 0 ||
    makeModuleType(module, unpackIteratorType) === 0 ||
    addException(module, structError, "struct.error", PyExc_Exception) < 0
      ? -1
      : 0,
});
