// array: sequences of numbers or characters of one C type. Storage: array/array_core.ts; subscripts and comparison:
// array/array_items.ts; pickling: array/array_pickle.ts.

import { gcUntrack } from "../gc/link.ts";
import { reserveStatic } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  bytesAt,
  copyBytes,
  type Owned,
  POINTER_BYTES,
  ptr,
  setI32,
  setPtr,
  setSsize,
  setU8,
  ssize,
  u8,
  u32,
} from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { Py_buffer, PyTypeObject, PyVarObject } from "../memory/structs/object.ts";
import { PyObject_GetAttrString, PyObject_Repr } from "../objects/abstract.ts";
import { genericGetAttr } from "../objects/attributes.ts";
import { closeBuffer, openBuffer, PyBUF_FORMAT, PyBUF_ND, PyBUF_STRIDES } from "../objects/buffer.ts";
import { BYTES_DATA, PyBytes_FromStringAndSize } from "../objects/bytes_core.ts";
import { PyObject_CallMethod } from "../objects/call_method.ts";
import { decodeUtf32 } from "../objects/codecs/wide.ts";
import { ACCUMULATOR, declareConsumer, GO_ON, OWN } from "../objects/consume.ts";
import { declareModule, declareModuleType, reserveTypeCell } from "../objects/declare.ts";
import { argumentTypeName, PyErr_NoMemory, raise, raiseInt, typeNameOf } from "../objects/errors.ts";
import { nativeLocal, setNativeLocal, takeNativeLocal } from "../objects/frames.ts";
import { genericAlias } from "../objects/generic_alias_call.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyImport_ImportModule } from "../objects/import_hook.ts";
import { PyList_GET_ITEM, PyList_New, PyList_SET_ITEM } from "../objects/list_core.ts";
import { longToNumber, PyLong_FromNumber } from "../objects/long_core.ts";
import {
  decref,
  isBytes,
  isInstanceOf,
  isInt,
  isList,
  isTuple,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_SEQUENCE,
  sizeOf,
  typeIn,
  typeOf,
  xdecref,
} from "../objects/object.ts";
import { NO_INDEX, reduceIterator, stateIndex } from "../objects/sequence_iterators.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_Pack } from "../objects/tuple_core.ts";
import { freeOfHeapType } from "../objects/type_alloc.ts";
import { shortName } from "../objects/type_names.ts";
import { makeModuleType } from "../objects/type_spec.ts";
import {
  Py_None,
  PyByteArray_Type,
  PyExc_DeprecationWarning,
  PyExc_EOFError,
  PyExc_IndexError,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../objects/types.ts";
import {
  MAX_UNICODE,
  PyUnicode_FromKindAndData,
  PyUnicode_FromString,
  PyUnicode_GET_LENGTH,
  PyUnicode_READ_CHAR,
  textOf,
} from "../objects/unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "../objects/unicode_writer.ts";
import { PyErr_WarnEx } from "../objects/warn.ts";
import { PyObject_ClearWeakRefs } from "../objects/weakref_core.ts";
import {
  allocatedOf,
  arrayobject,
  arrayType,
  deleteItems,
  EXPORTS,
  formatOf,
  freeItems,
  getItem,
  insertItem,
  isText,
  itemAt,
  itemBytesOf,
  itemsOf,
  KINDS,
  type Kind,
  kindOf,
  newArray,
  resize,
  setItem,
  sliceOf,
} from "./array/array_core.ts";
import {
  array_ass_subscript,
  array_concat,
  array_contains,
  array_count,
  array_index,
  array_inplace_concat,
  array_inplace_repeat,
  array_item,
  array_remove,
  array_repeat,
  array_richcompare,
  array_subscript,
  extendByArray,
  isArray,
} from "./array/array_items.ts";
import { kindOfCode, reconstruct, reduce, toBytes } from "./array/array_pickle.ts";
import { addTypes, setStolen } from "./make_module.ts";
import { allocate, deallocator, refuseKeywords, traverser } from "./type_support.ts";

// -- filling -----------------------------------------------------------------------------------------------------------------

/** Appends the items of an iterable; answers with what push was given: the array itself, or None. */
const appending = declareConsumer("array.extend", {
  localCount: 1,
  onOpen: (frame, [answer]) => setNativeLocal(frame, OWN, newRef(answer)),
  onItem: (frame, item) => {
    const o = nativeLocal(frame, ACCUMULATOR);
    const status = insertItem(o, sizeOf(o), item);
    decref(item);
    return status < 0 ? 0 : GO_ON;
  },
  onEnd: (frame) => takeNativeLocal(frame, OWN),
});

function frombytes(o: Borrowed, source: Borrowed): Owned {
  const buffer = openBuffer(source);
  if (buffer === null) return 0;
  const status = appendBytes(o, buffer.data, buffer.length, buffer.view);
  closeBuffer(buffer);
  return status < 0 ? 0 : Py_None;
}

function appendBytes(o: Borrowed, from: Address, byteCount: number, view: Address): number {
  if (view !== 0 && ssize(view + Py_buffer.itemsize) !== 1) {
    return raiseInt(PyExc_TypeError, "a bytes-like object is required");
  }
  const itemBytes = itemBytesOf(o);
  if (byteCount % itemBytes !== 0) return raiseInt(PyExc_ValueError, "bytes length not a multiple of item size");
  const before = sizeOf(o);
  if (byteCount === 0) return 0;
  if (resize(o, before + byteCount / itemBytes) < 0) return -1;
  copyBytes(itemAt(o, before), from, byteCount);
  return 0;
}

/** Appends the characters of a str. 0, or -1 with an error set. */
function appendText(o: Borrowed, text: Borrowed): number {
  const before = sizeOf(o);
  const count = PyUnicode_GET_LENGTH(text);
  if (count === 0) return 0;
  if (resize(o, before + count) < 0) return -1;
  putText(o, before, text);
  return 0;
}

/** Writes the characters of a str from an index on. */
function putText(o: Borrowed, from: number, text: Borrowed): void {
  const kind = kindOf(o);
  const count = PyUnicode_GET_LENGTH(text);
  for (let i = 0; i < count; i++) kind.put(itemAt(o, from + i), PyUnicode_READ_CHAR(text, i));
}

const BAD_TYPECODE = "bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)";

function array_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (!refuseKeywords("array.array", type, typeIn(arrayType), keywords)) return 0;
  const count = sizeOf(args);
  if (count < 1) return raise(PyExc_TypeError, `array() takes at least 1 argument (${count} given)`);
  if (count > 2) return raise(PyExc_TypeError, `array() takes at most 2 arguments (${count} given)`);
  const code = PyTuple_GET_ITEM(args, 0);
  if (!isUnicode(code) || PyUnicode_GET_LENGTH(code) !== 1) {
    return raise(PyExc_TypeError, `array() argument 1 must be a unicode character, not ${argumentTypeName(code, 50)}`);
  }
  const kind = kindOfCode(code);
  if (textOf(code) === "u") {
    const message = "The 'u' type code is deprecated and will be removed in Python 3.16";
    if (PyErr_WarnEx(PyExc_DeprecationWarning, message, 1) < 0) return 0;
  }
  const initial = count > 1 ? PyTuple_GET_ITEM(args, 1) : 0;
  const letter = textOf(code);
  if (initial !== 0 && letter !== "u" && letter !== "w") {
    const isTextArray = isArray(initial) && isText(kindOf(initial));
    if (isUnicode(initial) || isTextArray) {
      const what = isTextArray ? "unicode array" : "str";
      return raise(PyExc_TypeError, `cannot use a ${what} to initialize an array with typecode '${letter}'`);
    }
  }
  if (kind === null) return raise(PyExc_ValueError, BAD_TYPECODE);
  return initial === 0 ? newArray(type, kind, 0) : newFrom(type, kind, initial);
}

/** An array of a kind with what an object holds. Owned, 0 or PUSHED. */
function newFrom(type: Borrowed, kind: Kind, initial: Borrowed): Owned {
  const isSequence = isList(initial) || isTuple(initial);
  const isSame = isArray(initial) && kindOf(initial) === kind;
  const isCharacters = isText(kind) && isUnicode(initial);
  const count = isSequence || isSame ? sizeOf(initial) : isCharacters ? PyUnicode_GET_LENGTH(initial) : 0;
  const o = newArray(type, kind, count);
  if (o === 0) return 0;
  let status = 0;
  if (isSame) copyBytes(itemsOf(o), itemsOf(initial), count * kind.itemBytes);
  else if (isSequence) status = fillFrom(o, initial);
  else if (isCharacters) putText(o, 0, initial);
  else if (isBytes(initial) || isInstanceOf(initial, PyByteArray_Type)) {
    if (frombytes(o, initial) === 0) status = -1;
  } else {
    const result = appending.push(initial, newRef(o), o);
    decref(o);
    return result;
  }
  if (status >= 0) return o;
  decref(o);
  return 0;
}

/** Writes the items of a list or tuple into an array of the same length. 0, or -1 with an error set. */
function fillFrom(o: Borrowed, source: Borrowed): number {
  for (let i = 0; i < sizeOf(o) && i < sizeOf(source); i++) {
    const item = newRef(isList(source) ? PyList_GET_ITEM(source, i) : PyTuple_GET_ITEM(source, i));
    const status = setItem(o, i, item);
    decref(item);
    if (status < 0) return -1;
  }
  return 0;
}

// -- methods -----------------------------------------------------------------------------------------------------------------

const done = (status: number): Owned => (status < 0 ? 0 : Py_None);

function extend(o: Borrowed, iterable: Borrowed): Owned {
  return isArray(iterable) ? done(extendByArray(o, iterable)) : appending.push(iterable, newRef(o), Py_None);
}

function pop(o: Borrowed, given: number): Owned {
  const size = sizeOf(o);
  if (size === 0) return raise(PyExc_IndexError, "pop from empty array");
  const index = given < 0 ? given + size : given;
  if (index < 0 || index >= size) return raise(PyExc_IndexError, "pop index out of range");
  const item = getItem(o, index);
  if (item !== 0 && deleteItems(o, index, index + 1) >= 0) return item;
  xdecref(item);
  return 0;
}

function reverse(o: Borrowed): Owned {
  const bytes = itemBytesOf(o);
  for (let low = itemsOf(o), high = itemAt(o, sizeOf(o) - 1); low < high; low += bytes, high -= bytes) {
    for (let i = 0; i < bytes; i++) {
      const byte = u8(low + i);
      setU8(low + i, u8(high + i));
      setU8(high + i, byte);
    }
  }
  return Py_None;
}

function byteswap(o: Borrowed): Owned {
  const bytes = itemBytesOf(o);
  for (let i = 0; i < sizeOf(o); i++) bytesAt(itemAt(o, i), bytes).reverse();
  return Py_None;
}

function tolist(o: Borrowed): Owned {
  const size = sizeOf(o);
  const list = PyList_New(size);
  if (list === 0) return 0;
  for (let i = 0; i < size; i++) {
    const item = getItem(o, i);
    if (item === 0) {
      decref(list);
      return 0;
    }
    PyList_SET_ITEM(list, i, item);
  }
  return list;
}

function fromlist(o: Borrowed, list: Borrowed): Owned {
  if (!isList(list)) return raise(PyExc_TypeError, "arg must be list");
  const count = sizeOf(list);
  const before = sizeOf(o);
  if (count === 0) return Py_None;
  if (resize(o, before + count) < 0) return 0;
  for (let i = 0; i < count; i++) {
    let ok = setItem(o, before + i, PyList_GET_ITEM(list, i)) >= 0;
    if (ok && sizeOf(list) !== count) {
      raise(PyExc_ValueError, "list changed size during iteration");
      ok = false;
    }
    if (ok) continue;
    resize(o, before);
    return 0;
  }
  return Py_None;
}

const NOT_TEXT = "may only be called on unicode type arrays ('u' or 'w')";

function fromunicode(o: Borrowed, text: Borrowed): Owned {
  if (!isText(kindOf(o))) return raise(PyExc_ValueError, `fromunicode() ${NOT_TEXT}`);
  return done(appendText(o, text));
}

function tounicode(o: Borrowed): Owned {
  if (!isText(kindOf(o))) return raise(PyExc_ValueError, `tounicode() ${NOT_TEXT}`);
  const length = sizeOf(o);
  if (kindOf(o).code === "w") return decodeUtf32(itemsOf(o), length * UCS4_BYTES, undefined);
  for (let i = 0; i < length; i++) {
    const character = u32(itemsOf(o) + i * UCS4_BYTES);
    if (character > MAX_UNICODE) {
      return raise(PyExc_ValueError, `character U+${character.toString(16)} is not in range [U+0000; U+10ffff]`);
    }
  }
  return PyUnicode_FromKindAndData(UCS4_BYTES, itemsOf(o), length) || PyErr_NoMemory();
}
const UCS4_BYTES = 4;

const id_read = identifier("read");
const id_write = identifier("write");
const WRITE_BYTES = 64 * 1024;

function fromfile(o: Borrowed, file: Borrowed, count: number): Owned {
  if (count < 0) return raise(PyExc_ValueError, "negative count");
  const wanted = PyLong_FromNumber(count * itemBytesOf(o));
  const bytes = wanted === 0 ? 0 : PyObject_CallMethod(file, id_read, wanted);
  xdecref(wanted);
  if (bytes === 0) return 0;
  if (!isBytes(bytes)) {
    decref(bytes);
    return raise(PyExc_TypeError, "read() didn't return bytes");
  }
  const isShort = sizeOf(bytes) !== count * itemBytesOf(o);
  const status = appendBytes(o, bytes + BYTES_DATA, sizeOf(bytes), 0);
  decref(bytes);
  if (status < 0) return 0;
  return isShort ? raise(PyExc_EOFError, "read() didn't return enough bytes") : Py_None;
}

function tofile(o: Borrowed, file: Borrowed): Owned {
  const total = sizeOf(o) * itemBytesOf(o);
  for (let at = 0; at < total; at += WRITE_BYTES) {
    const bytes = PyBytes_FromStringAndSize(itemsOf(o) + at, Math.min(WRITE_BYTES, total - at));
    const result = bytes === 0 ? 0 : PyObject_CallMethod(file, id_write, bytes);
    xdecref(bytes);
    if (result === 0) return 0;
    decref(result);
  }
  return Py_None;
}

function buffer_info(o: Borrowed): Owned {
  const address = PyLong_FromNumber(itemsOf(o));
  const count = PyLong_FromNumber(sizeOf(o));
  const result = address === 0 || count === 0 ? 0 : PyTuple_Pack(address, count);
  xdecref(address);
  xdecref(count);
  return result || PyErr_NoMemory();
}

function copy(o: Borrowed): Owned {
  return sliceOf(o, 0, 1, sizeOf(o));
}

function reduce_ex(o: Borrowed, protocol: Borrowed): Owned {
  if (!isInt(protocol)) {
    return raise(PyExc_TypeError, `__reduce_ex__ argument should be an integer, not ${typeNameOf(protocol)}`);
  }
  return reduce(
    o,
    longToNumber(protocol),
    () => tolist(o),
    () => toBytes(o),
  );
}

function array_repr(o: Borrowed): Owned {
  const name = shortName(typeOf(o));
  const { code } = kindOf(o);
  if (sizeOf(o) === 0) return PyUnicode_FromString(`${name}('${code}')`) || PyErr_NoMemory();
  const value = isText(kindOf(o)) ? tounicode(o) : tolist(o);
  const shown = value === 0 ? 0 : PyObject_Repr(value);
  xdecref(value);
  if (shown === 0) return 0;
  const writer = UnicodeWriter_New(true);
  const ok =
    writer !== 0 &&
    UnicodeWriter_WriteASCIIString(writer, `${name}('${code}', `) &&
    UnicodeWriter_WriteStr(writer, shown) &&
    UnicodeWriter_WriteASCIIString(writer, ")");
  decref(shown);
  if (ok) return UnicodeWriter_Finish(writer);
  xdecref(writer);
  return 0;
}

// -- buffers -----------------------------------------------------------------------------------------------------------------

/** What the buffer of an array without items points to. */
const nothing = reserveStatic(POINTER_BYTES);

function getbuffer(o: Borrowed, view: Address, flags: number): number {
  setPtr(view + Py_buffer.buf, itemsOf(o) || nothing);
  setPtr(view + Py_buffer.obj, newRef(o));
  setSsize(view + Py_buffer.len, sizeOf(o) * itemBytesOf(o));
  setSsize(view + Py_buffer.itemsize, itemBytesOf(o));
  setPtr(view + Py_buffer.readonly, 0);
  setI32(view + Py_buffer.ndim, 1);
  setPtr(view + Py_buffer.format, (flags & PyBUF_FORMAT) === PyBUF_FORMAT ? formatOf(o) : 0);
  setPtr(view + Py_buffer.shape, (flags & PyBUF_ND) === PyBUF_ND ? o + PyVarObject.ob_size : 0);
  setPtr(view + Py_buffer.strides, (flags & PyBUF_STRIDES) === PyBUF_STRIDES ? view + Py_buffer.itemsize : 0);
  setPtr(view + Py_buffer.suboffsets, 0);
  setPtr(view + Py_buffer.internal, 0);
  setSsize(o + EXPORTS, ssize(o + EXPORTS) + 1);
  return 0;
}

function releasebuffer(o: Borrowed): void {
  setSsize(o + EXPORTS, ssize(o + EXPORTS) - 1);
}

// -- the iterator --------------------------------------------------------------------------------------------------------------

const arrayiterobject = struct("arrayiterobject", 40, {
  ...OBJECT_HEAD,
  index: [16, "ssize", "the next item"],
  ao: [24, "ptr", "the array; null at the end"],
  getitem: [32, "ptr", "not used here"],
});
const INDEX = arrayiterobject.index;
const ARRAY = arrayiterobject.ao;
const iteratorType = reserveTypeCell();

function array_iter(o: Borrowed): Owned {
  const iterator = allocate(typeIn(iteratorType));
  if (iterator !== 0) setPtr(iterator + ARRAY, newRef(o));
  return iterator;
}

function iterator_next(iterator: Borrowed): Owned {
  const o = ptr(iterator + ARRAY);
  if (o === 0) return 0;
  const index = ssize(iterator + INDEX);
  if (index < sizeOf(o)) {
    setSsize(iterator + INDEX, index + 1);
    return getItem(o, index);
  }
  setPtr(iterator + ARRAY, 0);
  decref(o);
  return 0;
}

function iterator_reduce(iterator: Borrowed): Owned {
  const builtins = PyImport_ImportModule("builtins");
  const iter = builtins === 0 ? 0 : PyObject_GetAttrString(builtins, "iter");
  xdecref(builtins);
  if (iter === 0) return 0;
  const o = ptr(iterator + ARRAY);
  return o === 0
    ? reduceIterator(iter, emptyTuple, NO_INDEX)
    : reduceIterator(iter, newRef(o), ssize(iterator + INDEX));
}

function iterator_setstate(iterator: Borrowed, state: Borrowed): Owned {
  if (!isInt(state)) return raise(PyExc_TypeError, "an integer is required");
  const o = ptr(iterator + ARRAY);
  const index = stateIndex(state);
  if (o !== 0) setSsize(iterator + INDEX, index < 0 ? 0 : Math.min(index, sizeOf(o)));
  return Py_None;
}

declareModuleType(iteratorType, {
  name: "array.arrayiterator",
  basicsize: arrayiterobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: deallocator(ARRAY),
    tp_traverse: traverser(ARRAY),
    tp_getattro: genericGetAttr,
    tp_iter: newRef,
    tp_iternext: iterator_next,
  },
  methods: [
    ["__reduce__", "()", iterator_reduce],
    ["__setstate__", "(state, /)", iterator_setstate],
  ],
});

// -- the type ------------------------------------------------------------------------------------------------------------------

declareModuleType(arrayType, {
  name: "array.array",
  basicsize: arrayobject.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_SEQUENCE,
  weaklistoffset: arrayobject.weakreflist,
  slots: {
    tp_new: array_new,
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      PyObject_ClearWeakRefs(o);
      freeItems(o);
      freeOfHeapType(o);
    },
    tp_traverse: traverser(),
    tp_repr: array_repr,
    tp_getattro: genericGetAttr,
    tp_richcompare: array_richcompare,
    tp_iter: array_iter,
    sq_length: sizeOf,
    sq_item: array_item,
    sq_contains: array_contains,
    sq_concat: array_concat,
    sq_repeat: array_repeat,
    sq_inplace_concat: array_inplace_concat,
    sq_inplace_repeat: array_inplace_repeat,
    mp_length: sizeOf,
    mp_subscript: array_subscript,
    mp_ass_subscript: array_ass_subscript,
    bf_getbuffer: getbuffer,
    bf_releasebuffer: releasebuffer,
  },
  getset: [
    ["typecode", (o: Borrowed) => PyUnicode_FromString(kindOf(o).code)],
    ["itemsize", (o: Borrowed) => PyLong_FromNumber(itemBytesOf(o))],
  ],
  methods: [
    ["append", "(v, /)", (o: Borrowed, v: Borrowed) => done(insertItem(o, sizeOf(o), v))],
    ["buffer_info", "()", buffer_info],
    ["byteswap", "()", byteswap],
    ["clear", "()", (o: Borrowed) => done(resize(o, 0))],
    ["__copy__", "()", copy],
    ["count", "(v, /)", array_count],
    ["__deepcopy__", "(unused, /)", copy],
    ["extend", "(bb, /)", extend],
    ["fromfile", "(f, n: ssize, /)", fromfile],
    ["fromlist", "(list, /)", fromlist],
    ["frombytes", "(buffer, /)", frombytes],
    ["fromunicode", "(ustr: str, /)", fromunicode],
    ["index", "(v, start: index = 0, stop: index = sys.maxsize, /)", array_index],
    ["insert", "(i: ssize, v, /)", (o: Borrowed, where: number, v: Borrowed) => done(insertItem(o, where, v))],
    ["pop", "(i: ssize = -1, /)", pop],
    ["__reduce_ex__", "(value, /)", reduce_ex],
    ["remove", "(v, /)", array_remove],
    ["reverse", "()", reverse],
    ["tofile", "(f, /)", tofile],
    ["tolist", "()", tolist],
    ["tobytes", "()", toBytes],
    ["tounicode", "()", tounicode],
    [
      "__sizeof__",
      "()",
      (o: Borrowed) =>
        PyLong_FromNumber(ssize(typeOf(o) + PyTypeObject.tp_basicsize) + allocatedOf(o) * itemBytesOf(o)),
    ],
    ["__class_getitem__", "@classmethod (object, /)", genericAlias],
  ],
});

const id_register = identifier("register");

/** array is a MutableSequence. 0, or -1 with an error set. */
function register(): number {
  const module = PyImport_ImportModule("collections.abc");
  const abstract = module === 0 ? 0 : PyObject_GetAttrString(module, "MutableSequence");
  const registered = abstract === 0 ? 0 : PyObject_CallMethod(abstract, id_register, typeIn(arrayType));
  for (const o of [module, abstract, registered]) xdecref(o);
  return registered === 0 ? -1 : 0;
}

declareModule({
  name: "array",
  functions: [["_array_reconstructor", "(arraytype, typecode, mformat_code: int, items, /)", reconstruct]],
  exec: (module, dict) => {
    if (makeModuleType(module, iteratorType) === 0 || addTypes(module, arrayType) < 0) return -1;
    if (setStolen(dict, "ArrayType", newRef(typeIn(arrayType))) < 0) return -1;
    if (register() < 0) return -1;
    return setStolen(dict, "typecodes", PyUnicode_FromString(KINDS.map(({ code }) => code).join("")));
  },
});
