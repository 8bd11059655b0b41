// memoryview: a look at another object's buffer, by items, slices and shapes. Its life is in memoryview_core.ts.

import { gcFree, gcUntrack } from "../gc/link.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  setSsize,
  ssize,
} from "../memory/memory.ts";
import { Py_buffer } from "../memory/structs/object.ts";
import { PyBytesObject, PyMemoryViewObject } from "../memory/structs/text.ts";
import { hasIndex, Py_EQ, Py_NE, PyObject_Hash, PyObject_RichCompareBool, sequenceIndex } from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import {
  forEachItem,
  PyBUF_FULL_RO,
  PyBuffer_Release,
  PyBuffer_ToContiguous,
  PyObject_CheckBuffer,
  PyObject_GetBuffer,
} from "./buffer.ts";
import { BYTES_DATA, bytesHash, PyBytes_FromStringAndSize } from "./bytes_core.ts";
import { bytesHex } from "./bytes_hex.ts";
import { allocateArguments, freeArguments } from "./call.ts";
import { convertInt } from "./convert.ts";
import { declareType } from "./declare.ts";
import { argumentTypeName, PyErr_Clear, PyErr_NoMemory, PyErr_Occurred, raise, raiseInt } from "./errors.ts";
import { hashAnswerFrom, isHashUnset } from "./hash.ts";
import { listAppendSteal, newListWithRoom, sequenceItem } from "./list_core.ts";
import { bool, PyLong_FromNumber } from "./long_core.ts";
import {
  C_CONTIGUOUS,
  F_CONTIGUOUS,
  FLAGS,
  initFlags,
  isReleased,
  isRestricted,
  itemAddress,
  MAX_DIMENSIONS,
  MBUF,
  memory_getbuffer,
  memory_release,
  memory_releasebuffer,
  newView,
  PyMemoryView_FromObject,
  PyMemoryView_FromObjectAndFlags,
  RELEASED,
  release,
  shapeOf,
  strideOf,
  VIEW,
  VIEW_EXPORTS,
} from "./memoryview_core.ts";
import { FORMAT_BYTES, formatLetter, formatOf, formatTexts, letterOf, pack, unpack } from "./memoryview_items.ts";
import { memory_iter } from "./memoryview_iterator.ts";
import {
  decref,
  isInstanceOf,
  isInt,
  isList,
  isTuple,
  isUnicode,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_SEQUENCE,
  sizeOf,
  xdecref,
} from "./object.ts";
import { PySlice_AdjustIndices, PySlice_Check, PySlice_Unpack, sliceBounds } from "./slice.ts";
import { fitsSsize, ssizeOfLong } from "./ssize.ts";
import { namedArguments } from "./text_arguments.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "./tuple_core.ts";
import {
  Py_Ellipsis,
  Py_None,
  Py_NotImplemented,
  PyExc_NotImplementedError,
  PyExc_OverflowError,
  PyExc_TypeError,
  PyExc_ValueError,
  PyMemoryView_Type,
} from "./types.ts";
import { PyUnicode_FromString, textOf, textUpTo } from "./unicode_core.ts";
import { PyObject_ClearWeakRefs } from "./weakref_core.ts";

type Visit = (o: Borrowed) => number;

function memory_new(_type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("memoryview", args, keywords, ["object"], 1);
  if (values === null) return 0;
  return PyMemoryView_FromObject(values[0]);
}

/** memoryview._from_flags(object, flags): also flags that memoryview() itself never asks for. */
function from_flags(_type: Borrowed, o: Borrowed, flags: Borrowed): Owned {
  const bits = convertInt(flags);
  return bits === -1 && PyErr_Occurred() !== 0 ? 0 : PyMemoryView_FromObjectAndFlags(o, bits);
}

function memory_dealloc(o: Address): void {
  gcUntrack(o);
  release(o);
  decref(ptr(o + MBUF));
  if (ptr(o + PyMemoryViewObject.weakreflist) !== 0) PyObject_ClearWeakRefs(o);
  gcFree(o);
}

// -- items -------------------------------------------------------------------------------------------------------------

/** A tuple of indices only, or of slices only and not empty. */
function isTupleOf(key: Borrowed, test: (o: Borrowed) => boolean): boolean {
  if (!isTuple(key)) return false;
  for (let i = 0; i < sizeOf(key); i++) if (!test(PyTuple_GET_ITEM(key, i))) return false;
  return true;
}
const isIndexTuple = (key: Borrowed): boolean => isTupleOf(key, hasIndex);
const isSliceTuple = (key: Borrowed): boolean => isTupleOf(key, PySlice_Check) && sizeOf(key) > 0;

/** The address of the item that an index means in a view of one dimension; 0 with an error set. */
function addressOfIndex(o: Borrowed, key: Borrowed): Address {
  const index = sequenceIndex(key);
  if (index === -1 && PyErr_Occurred() !== 0) return 0;
  return itemAddress(o + VIEW, index, 0, ptr(o + VIEW + Py_buffer.buf));
}

/** ptr_from_tuple: the address of the item that a tuple of indices means; 0 with an error set. */
function addressOfTuple(o: Borrowed, keys: Borrowed): Address {
  const view = o + VIEW;
  const ndim = i32(view + Py_buffer.ndim);
  const count = sizeOf(keys);
  if (count < ndim) return raise(PyExc_NotImplementedError, "sub-views are not implemented");
  if (count > ndim) return raise(PyExc_TypeError, `cannot index ${ndim}-dimension view with ${count}-element tuple`);
  let at = ptr(view + Py_buffer.buf);
  for (let d = 0; d < ndim; d++) {
    const index = sequenceIndex(PyTuple_GET_ITEM(keys, d));
    if (index === -1 && PyErr_Occurred() !== 0) return 0;
    at = itemAddress(view, index, d, at);
    if (at === 0) return 0;
  }
  return at;
}

/** unpack_single: what gave the address may have run a program that released the view. */
function unpackAt(o: Borrowed, at: Address, letter: string): Owned {
  return at === 0 || isReleased(o) ? 0 : unpack(at, letter);
}

function sliced(o: Borrowed, slice: Borrowed): Owned {
  const view = o + VIEW;
  const result = newView(ptr(o + MBUF), view, i32(view + Py_buffer.ndim));
  if (result === 0) return 0;
  if (PySlice_Unpack(slice) < 0) {
    decref(result);
    return 0;
  }
  const to = result + VIEW;
  const count = Math.max(PySlice_AdjustIndices(shapeOf(view)), 0);
  const stride = strideOf(view);
  setPtr(to + Py_buffer.buf, ptr(view + Py_buffer.buf) + stride * sliceBounds.start);
  setSsize(ptr(to + Py_buffer.shape), count);
  setSsize(ptr(to + Py_buffer.strides), stride * sliceBounds.step);
  updateLength(to);
  initFlags(result);
  return result;
}

function updateLength(view: Address): void {
  let byteCount = ssize(view + Py_buffer.itemsize);
  for (let d = 0; d < i32(view + Py_buffer.ndim); d++) byteCount *= shapeOf(view, d);
  setSsize(view + Py_buffer.len, byteCount);
}

function memory_subscript(o: Borrowed, key: Borrowed): Owned {
  if (isReleased(o)) return 0;
  const view = o + VIEW;
  if (i32(view + Py_buffer.ndim) === 0) {
    if (isTuple(key) && sizeOf(key) === 0) {
      const letter = letterOf(view);
      return letter === "" ? 0 : unpackAt(o, ptr(view + Py_buffer.buf), letter);
    }
    if (key === Py_Ellipsis) return newRef(o);
    return raise(PyExc_TypeError, "invalid indexing of 0-dim memory");
  }
  if (hasIndex(key)) {
    const index = sequenceIndex(key);
    return index === -1 && PyErr_Occurred() !== 0 ? 0 : memory_item(o, index);
  }
  if (PySlice_Check(key)) return isRestricted(o) ? 0 : sliced(o, key);
  if (isIndexTuple(key)) {
    const letter = letterOf(view);
    return letter === "" ? 0 : unpackAt(o, addressOfTuple(o, key), letter);
  }
  if (isSliceTuple(key)) return raise(PyExc_NotImplementedError, "multi-dimensional slicing is not implemented");
  return raise(PyExc_TypeError, "memoryview: invalid slice key");
}

function memory_ass_sub(o: Borrowed, key: Borrowed, value: Borrowed): number {
  if (isReleased(o)) return -1;
  const view = o + VIEW;
  const letter = letterOf(view);
  if (letter === "") return -1;
  if (i32(view + Py_buffer.readonly) !== 0) return raiseInt(PyExc_TypeError, "cannot modify read-only memory");
  if (value === 0) return raiseInt(PyExc_TypeError, "cannot delete memory");
  const ndim = i32(view + Py_buffer.ndim);
  let at: Address;
  if (ndim === 0) {
    if (key !== Py_Ellipsis && !(isTuple(key) && sizeOf(key) === 0)) {
      return raiseInt(PyExc_TypeError, "invalid indexing of 0-dim memory");
    }
    at = ptr(view + Py_buffer.buf);
  } else if (hasIndex(key)) {
    if (ndim > 1) return raiseInt(PyExc_NotImplementedError, "sub-views are not implemented");
    at = addressOfIndex(o, key);
  } else if (PySlice_Check(key) && ndim === 1) return assignSlice(o, key, value);
  else if (isIndexTuple(key)) at = addressOfTuple(o, key);
  else if (PySlice_Check(key) || isSliceTuple(key)) {
    return raiseInt(PyExc_NotImplementedError, "memoryview slice assignments are currently restricted to ndim = 1");
  } else return raiseInt(PyExc_TypeError, "memoryview: invalid slice key");
  return at === 0 || isReleased(o) ? -1 : pack(at, letter, value, o, isReleased);
}

const plainFormat = (view: Address): string => formatOf(view).replace(/^@/, "");

/** copy_single: o[slice] = value, of the same structure. */
function assignSlice(o: Borrowed, slice: Borrowed, value: Borrowed): number {
  const from = allocateArguments(Py_buffer.sizeof / 8);
  if (from === 0) return PyErr_NoMemory() - 1;
  if (PyObject_GetBuffer(value, from, PyBUF_FULL_RO) < 0) {
    freeArguments(from);
    return -1;
  }
  const target = sliced(o, slice);
  let status = -1;
  if (target !== 0 && !isReleased(o)) status = copyItems(target + VIEW, from);
  xdecref(target);
  PyBuffer_Release(from);
  freeArguments(from);
  return status;
}

/** Copies the items of one buffer over those of another. 0, or -1 with an error set. */
function copyItems(to: Address, from: Address): number {
  const size = ssize(from + Py_buffer.itemsize);
  const isSame =
    i32(from + Py_buffer.ndim) === 1 &&
    plainFormat(from) === plainFormat(to) &&
    size === ssize(to + Py_buffer.itemsize) &&
    shapeOf(from) === shapeOf(to);
  if (!isSame) {
    return raiseInt(PyExc_ValueError, "memoryview assignment: lvalue and rvalue have different structures");
  }
  // The two may lie over each other: the bytes are taken out first.
  const copy = PyBytes_FromStringAndSize(0, ssize(from + Py_buffer.len));
  if (copy === 0) return -1;
  PyBuffer_ToContiguous(copy + BYTES_DATA, from, "C".charCodeAt(0));
  let at = copy + BYTES_DATA;
  forEachItem(to, false, (item) => {
    copyBytes(item, at, size);
    at += size;
  });
  decref(copy);
  return 0;
}

function memory_length(o: Borrowed): number {
  if (isReleased(o)) return -1;
  if (i32(o + VIEW + Py_buffer.ndim) === 0) return raiseInt(PyExc_TypeError, "0-dim memory has no length");
  return shapeOf(o + VIEW);
}

function memory_item(o: Borrowed, index: number): Owned {
  if (isReleased(o)) return 0;
  const view = o + VIEW;
  const letter = letterOf(view);
  if (letter === "") return 0;
  const ndim = i32(view + Py_buffer.ndim);
  if (ndim === 0) return raise(PyExc_TypeError, "invalid indexing of 0-dim memory");
  if (ndim > 1) return raise(PyExc_NotImplementedError, "multi-dimensional sub-views are not implemented");
  return unpackAt(o, itemAddress(view, index, 0, ptr(view + Py_buffer.buf)), letter);
}

// -- methods -----------------------------------------------------------------------------------------------------------

function toList(view: Address, dimension: number, at: Address, format: string): Owned {
  const ndim = i32(view + Py_buffer.ndim);
  const list = newListWithRoom(shapeOf(view, dimension));
  for (let i = 0; list !== 0 && i < shapeOf(view, dimension); i++) {
    const item = itemAddress(view, i, dimension, at);
    const value = dimension === ndim - 1 ? unpack(item, format) : toList(view, dimension + 1, item, format);
    if (value === 0 || listAppendSteal(list, value) < 0) {
      decref(list);
      return 0;
    }
  }
  return list;
}

function tolist(o: Borrowed): Owned {
  if (isReleased(o)) return 0;
  const view = o + VIEW;
  const letter = letterOf(view);
  if (letter === "") return 0;
  if (i32(view + Py_buffer.ndim) === 0) return unpack(ptr(view + Py_buffer.buf), letter);
  return toList(view, 0, ptr(view + Py_buffer.buf), letter);
}

function tobytes(o: Borrowed, order: Borrowed): Owned {
  if (isReleased(o)) return 0;
  let letter = "C";
  if (order !== 0 && order !== Py_None) {
    letter = isUnicode(order) ? textOf(order) : "";
    if (letter !== "C" && letter !== "F" && letter !== "A") {
      return raise(PyExc_ValueError, "order must be 'C', 'F' or 'A'");
    }
  }
  const view = o + VIEW;
  const bytes = PyBytes_FromStringAndSize(0, ssize(view + Py_buffer.len));
  if (bytes !== 0) PyBuffer_ToContiguous(bytes + BYTES_DATA, view, letter.charCodeAt(0));
  return bytes;
}

function hex(o: Borrowed, separator: Borrowed, group: number): Owned {
  const bytes = tobytes(o, 0);
  if (bytes === 0) return 0;
  const result = bytesHex(bytes + BYTES_DATA, sizeOf(bytes), separator, group);
  decref(bytes);
  return result;
}

function cast(o: Borrowed, format: Borrowed, shape: Borrowed): Owned {
  if (isReleased(o) || isRestricted(o)) return 0;
  if (!isUnicode(format))
    return raise(PyExc_TypeError, `cast() argument 'format' must be str, not ${argumentTypeName(format, 50)}`);
  const view = o + VIEW;
  if (!(i32(o + FLAGS) & C_CONTIGUOUS))
    return raise(PyExc_TypeError, "memoryview: casts are restricted to C-contiguous views");
  const ndim = i32(view + Py_buffer.ndim);
  if ((shape !== 0 || ndim !== 1) && ndim > 0) {
    for (let d = 0; d < ndim; d++) {
      if (shapeOf(view, d) === 0)
        return raise(PyExc_TypeError, "memoryview: cannot cast view with zeros in shape or strides");
    }
  }
  const text = textUpTo(format, 32);
  const letter = formatLetter(text);
  if (letter === "") {
    return raise(
      PyExc_ValueError,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  const from = formatLetter(formatOf(view));
  if (!"cbB".includes(from || "x") && !"cbB".includes(letter)) {
    return raise(PyExc_TypeError, "memoryview: cannot cast between two non-byte formats");
  }
  const size = FORMAT_BYTES[letter];
  const byteCount = ssize(view + Py_buffer.len);
  if (byteCount % size !== 0) return raise(PyExc_TypeError, "memoryview: length is not a multiple of itemsize");
  const counts = shape === 0 ? [byteCount / size] : readShape(shape, ndim);
  if (counts === null) return 0;
  if (counts.reduce((a, b) => a * b, size) !== byteCount) {
    return raise(PyExc_TypeError, "memoryview: product(shape) * itemsize != buffer size");
  }
  const result = newView(ptr(o + MBUF), view, counts.length);
  if (result === 0) return 0;
  const to = result + VIEW;
  setPtr(to + Py_buffer.format, formatTexts.get(text) as Address);
  setSsize(to + Py_buffer.itemsize, size);
  let stride = size;
  for (let d = counts.length - 1; d >= 0; d--) {
    setSsize(ptr(to + Py_buffer.shape) + d * 8, counts[d]);
    setSsize(ptr(to + Py_buffer.strides) + d * 8, stride);
    stride *= counts[d];
  }
  initFlags(result);
  return result;
}

function readShape(shape: Borrowed, ndim: number): number[] | null {
  const refuse = (type: Address, message: string): null => {
    raise(type, message);
    return null;
  };
  if (!isList(shape) && !isTuple(shape)) return refuse(PyExc_TypeError, "shape must be a list or a tuple");
  const count = sizeOf(shape);
  if (count > MAX_DIMENSIONS)
    return refuse(PyExc_ValueError, `memoryview: number of dimensions must not exceed ${MAX_DIMENSIONS}`);
  if (ndim !== 1 && count !== 1) return refuse(PyExc_TypeError, "memoryview: cast must be 1D -> ND or ND -> 1D");
  const counts: number[] = [];
  for (let i = 0; i < count; i++) {
    const item = sequenceItem(shape, i);
    if (!isInt(item)) return refuse(PyExc_TypeError, "memoryview.cast(): elements of shape must be integers");
    if (!fitsSsize(item)) return refuse(PyExc_OverflowError, "Python int too large to convert to C ssize_t");
    const value = ssizeOfLong(item);
    if (value <= 0) return refuse(PyExc_ValueError, "memoryview.cast(): elements of shape must be integers > 0");
    counts.push(value);
  }
  return counts;
}

function toreadonly(o: Borrowed): Owned {
  if (isReleased(o) || isRestricted(o)) return 0;
  const result = newView(ptr(o + MBUF), o + VIEW, i32(o + VIEW + Py_buffer.ndim));
  if (result !== 0) setI32(result + VIEW + Py_buffer.readonly, 1);
  return result;
}

function memory_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if (op !== Py_EQ && op !== Py_NE) return Py_NotImplemented;
  const equal = areEqual(a, b);
  if (equal < 0) return PyErr_Occurred() !== 0 ? 0 : Py_NotImplemented;
  return bool(equal > 0 === (op === Py_EQ));
}

/** 1, 0; -1 when the other is no buffer (no error set), or with an error set. */
function areEqual(a: Borrowed, b: Borrowed): number {
  if (i32(a + FLAGS) & RELEASED) return a === b ? 1 : 0;
  if (!PyObject_CheckBuffer(b)) return -1;
  if (isInstanceOf(b, PyMemoryView_Type) && i32(b + FLAGS) & RELEASED) return 0;
  const other = PyMemoryView_FromObject(b);
  if (other === 0) {
    PyErr_Clear();
    return -1;
  }
  const answer = sameItems(a + VIEW, other + VIEW);
  decref(other);
  return answer;
}

function sameItems(v: Address, w: Address): number {
  const ndim = i32(v + Py_buffer.ndim);
  if (ndim !== i32(w + Py_buffer.ndim)) return 0;
  for (let d = 0; d < ndim; d++) if (shapeOf(v, d) !== shapeOf(w, d)) return 0;
  const formatV = formatOf(v);
  const formatW = formatOf(w);
  if (formatLetter(formatV) === "" || formatLetter(formatW) === "") return 0;
  const items: Address[] = [];
  forEachItem(w, false, (at) => items.push(at));
  let equal = 1;
  let n = 0;
  forEachItem(v, false, (at) => {
    const other = items[n++];
    if (equal !== 1) return;
    const x = unpack(at, formatV);
    const y = x === 0 ? 0 : unpack(other, formatW);
    equal = y === 0 ? -1 : PyObject_RichCompareBool(x, y, Py_EQ);
    xdecref(x);
    xdecref(y);
  });
  return equal;
}

function memory_hash(o: Borrowed): number {
  if (isHashUnset(o + PyMemoryViewObject.hash)) {
    if (isReleased(o)) return -1;
    const view = o + VIEW;
    if (i32(view + Py_buffer.readonly) === 0)
      return raiseInt(PyExc_ValueError, "cannot hash writable memoryview object");
    if (!"Bbc".includes(formatLetter(formatOf(view)) || "x")) {
      return raiseInt(PyExc_ValueError, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
    }
    const exporter = ptr(view + Py_buffer.obj);
    if (exporter !== 0 && PyObject_Hash(exporter) < 0) return -1;
    const bytes = tobytes(o, 0);
    if (bytes === 0) return -1;
    bytesHash(bytes);
    copyBytes(o + PyMemoryViewObject.hash, bytes + PyBytesObject.ob_shash, 8);
    decref(bytes);
  }
  return hashAnswerFrom(o + PyMemoryViewObject.hash);
}

function memory_repr(o: Borrowed): Owned {
  const state = i32(o + FLAGS) & RELEASED ? "released memory" : "memory";
  return PyUnicode_FromString(`<${state} at 0x${o.toString(16)}>`) || PyErr_NoMemory();
}

// -- attributes --------------------------------------------------------------------------------------------------------

const number = (value: number): Owned => PyLong_FromNumber(value) || PyErr_NoMemory();

function numbersOf(at: Address, count: number): Owned {
  if (at === 0) return emptyTuple;
  const tuple = PyTuple_New(count);
  if (tuple === 0) return PyErr_NoMemory();
  for (let i = 0; i < count; i++) PyTuple_SET_ITEM(tuple, i, PyLong_FromNumber(ssize(at + i * 8)));
  return tuple;
}

/** An attribute that a released view does not have. */
function attribute(get: (view: Address, o: Borrowed) => Owned): (o: Borrowed) => Owned {
  return (o) => (isReleased(o) ? 0 : get(o + VIEW, o));
}

declareType(PyMemoryView_Type, {
  name: "memoryview",
  basicsize: PyMemoryViewObject.ob_array,
  itemsize: 8,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_SEQUENCE,
  weaklistoffset: PyMemoryViewObject.weakreflist,
  slots: {
    tp_getattro: genericGetAttr,
    tp_dealloc: memory_dealloc,
    tp_repr: memory_repr,
    tp_hash: memory_hash,
    tp_traverse: (o: Address, visit: Visit): number => visit(ptr(o + MBUF)),
    tp_clear: (o: Address): number => {
      if (ssize(o + VIEW_EXPORTS) === 0) release(o);
      return 0;
    },
    tp_richcompare: memory_richcompare,
    tp_iter: memory_iter,
    tp_new: memory_new,
    bf_getbuffer: memory_getbuffer,
    bf_releasebuffer: memory_releasebuffer,
    sq_length: memory_length,
    sq_item: memory_item,
    mp_length: memory_length,
    mp_subscript: memory_subscript,
    mp_ass_subscript: memory_ass_sub,
  },
  methods: [
    ["release", "()", memory_release],
    ["tobytes", "(order='C')", tobytes],
    ["hex", "(sep=<unrepresentable>, bytes_per_sep: int = 1)", hex],
    ["tolist", "()", tolist],
    ["cast", "(format, shape=<unrepresentable>)", cast],
    ["toreadonly", "()", toreadonly],
    ["_from_flags", "@classmethod (object, flags)", from_flags],
    ["__enter__", "()", (o: Borrowed): Owned => (isReleased(o) ? 0 : newRef(o))],
    ["__exit__", "!(*exc_info)", memory_release],
  ],
  getset: [
    ["obj", attribute((view) => newRef(ptr(view + Py_buffer.obj) || Py_None))],
    ["nbytes", attribute((view) => number(ssize(view + Py_buffer.len)))],
    ["readonly", attribute((view) => bool(i32(view + Py_buffer.readonly) !== 0))],
    ["itemsize", attribute((view) => number(ssize(view + Py_buffer.itemsize)))],
    ["format", attribute((view) => PyUnicode_FromString(formatOf(view)) || PyErr_NoMemory())],
    ["ndim", attribute((view) => number(i32(view + Py_buffer.ndim)))],
    ["shape", attribute((view) => numbersOf(ptr(view + Py_buffer.shape), i32(view + Py_buffer.ndim)))],
    ["strides", attribute((view) => numbersOf(ptr(view + Py_buffer.strides), i32(view + Py_buffer.ndim)))],
    ["suboffsets", attribute((view) => numbersOf(ptr(view + Py_buffer.suboffsets), i32(view + Py_buffer.ndim)))],
    ["c_contiguous", attribute((_view, o) => bool((i32(o + FLAGS) & C_CONTIGUOUS) !== 0))],
    ["f_contiguous", attribute((_view, o) => bool((i32(o + FLAGS) & F_CONTIGUOUS) !== 0))],
    ["contiguous", attribute((_view, o) => bool((i32(o + FLAGS) & (C_CONTIGUOUS | F_CONTIGUOUS)) !== 0))],
  ],
});
