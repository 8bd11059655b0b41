// Making bytes of what bytes() and bytearray() take: a count, a buffer, ints from an iterable, an encoded str.
import {
  type Address,
  type Borrowed,
  copyBytes,
  copyWide,
  fillBytes,
  type Owned,
  ptr,
  setU8,
  ssize,
} from "../memory/memory.ts";
import { Py_buffer, PyTypeObject } from "../memory/structs/object.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { text, textFunction } from "../memory/text.ts";
import { hasIndex } from "./abstract.ts";
import {
  PyBUF_FULL_RO,
  PyBuffer_Release,
  PyBuffer_ToContiguous,
  PyObject_CheckBuffer,
  PyObject_GetBuffer,
} from "./buffer.ts";
import { BYTES_DATA, bytesResize, PyBytes_CheckExact, PyBytes_FromStringAndSize, sharedByte } from "./bytes_core.ts";
import { allocateArguments, freeArguments, PyObject_CallNoArgs } from "./call.ts";
import { encodingArgument } from "./codecs/names.ts";
import { PyUnicode_AsEncodedString } from "./codecs/objects.ts";
import { PyNumber_Index } from "./convert.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "./errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { sequenceItem } from "./list_core.ts";
import { declareSequenceList } from "./list_extend.ts";
import { longToNumber } from "./long_core.ts";
import { decref, isBytes, isList, isTuple, isUnicode, newRef, sizeOf, xdecref } from "./object.ts";
import { _PyObject_LookupSpecial } from "./special.ts";
import { fitsSsize, ssizeOfLong } from "./ssize.ts";
import { namedArguments } from "./text_arguments.ts";
import { PyBytes_Type, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "./types.ts";

const id_bytes = identifier("__bytes__");
const MAX_LENGTH = 0x7fff0000;

/** The bytes of any buffer, in C's order. */
export function bytesOfBuffer(o: Borrowed): Owned {
  const view = allocateArguments(Py_buffer.sizeof / 8);
  if (view === 0) return 0;
  fillBytes(view, 0, Py_buffer.sizeof);
  let result: Owned = 0;
  if (PyObject_GetBuffer(o, view, PyBUF_FULL_RO) === 0) {
    const size = ssize(view + Py_buffer.len);
    result = PyBytes_FromStringAndSize(0, size);
    if (result !== 0 && size > 0) PyBuffer_ToContiguous(result + BYTES_DATA, view, "C".charCodeAt(0));
    PyBuffer_Release(view);
  }
  freeArguments(view);
  return result;
}

/**
 * Bytes of a list or tuple of ints; what: "bytes" or "byte" of the message. The sequence may change while its items are asked
 * for their numbers.
 */
function bytesOfInts(sequence: Borrowed, what: string): Owned {
  let result = PyBytes_FromStringAndSize(0, sizeOf(sequence));
  let made = 0;
  for (; result !== 0 && made < sizeOf(sequence); made++) {
    const item = newRef(sequenceItem(sequence, made));
    const index = PyNumber_Index(item);
    decref(item);
    const value = index === 0 ? -1 : longToNumber(index);
    xdecref(index);
    if (!(value >= 0 && value <= 255)) {
      decref(result);
      return index === 0 ? 0 : raise(PyExc_ValueError, `${what} must be in range(0, 256)`);
    }
    if (made === sizeOf(result)) result = bytesResize(result, made + (made >> 1) + 1);
    if (result !== 0) setU8(result + BYTES_DATA + made, value);
  }
  if (result !== 0 && made !== sizeOf(result)) result = bytesResize(result, made);
  // C fills an object of its own from a tuple only.
  return result === 0 || isTuple(sequence) ? result : sharedByte(result);
}

/**
 * Items of any iterable as bytes; may answer PUSHED. what: as for bytesOfInts. refusal: the message about what is not iterable.
 */
function declareFromIterable(name: string, what: string, refusal: (typeName: string) => string) {
  const pushItems = declareSequenceList(`${name}.list`, (iterable) => refusal(typeNameOf(iterable)));
  const afterList = (frame: Address, list: Owned): Owned => {
    if (list === 0) return finishNative(frame, 0);
    const result = bytesOfInts(list, what);
    decref(list);
    return finishNative(frame, result);
  };
  const STEP = text(`${name}.items`, afterList);
  return (o: Borrowed): Owned => {
    if (isList(o) || isTuple(o)) return bytesOfInts(o, what);
    const frame = pushNative(STEP, 0);
    if (frame === 0) return PyErr_NoMemory();
    const list = pushItems(o);
    return list === PUSHED ? PUSHED : afterList(frame, list);
  };
}

const cannotConvert = (to: string) => (type: string) => `cannot convert '${type}' object to ${to}`;
const pushBytesOfIterable = declareFromIterable("bytes_from_iterable", "bytes", cannotConvert("bytes"));
export const pushBytesForArray = declareFromIterable("bytearray_from_iterable", "byte", cannotConvert("bytearray"));
export const pushBytesForExtend = declareFromIterable(
  "bytearray_extend",
  "byte",
  (type) => `can't extend bytearray with ${type}`,
);

/** PyBytes_FromObject; may answer PUSHED. */
export function pushBytesFromObject(o: Borrowed): Owned {
  if (PyBytes_CheckExact(o)) return newRef(o);
  if (PyObject_CheckBuffer(o)) return bytesOfBuffer(o);
  if (!isUnicode(o)) return pushBytesOfIterable(o);
  return raise(PyExc_TypeError, cannotConvert("bytes")(typeNameOf(o)));
}

/** A count of zero bytes asked for by an int: the count, -1 with an error set, NOT_COUNT when o is no count. */
export const NOT_COUNT = -2;
export function countArgument(o: Borrowed): number {
  if (!hasIndex(o)) return NOT_COUNT;
  const index = PyNumber_Index(o);
  if (index === 0) {
    if (!PyErr_ExceptionMatches(PyExc_TypeError)) return -1;
    PyErr_Clear();
    return NOT_COUNT;
  }
  const fits = fitsSsize(index);
  const value = fits ? ssizeOfLong(index) : 0;
  decref(index);
  if (!fits) {
    raise(PyExc_OverflowError, `cannot fit '${typeNameOf(o)}' into an index-sized integer`);
    return -1;
  }
  if (value < 0) {
    raise(PyExc_ValueError, "negative count");
    return -1;
  }
  if (value > MAX_LENGTH) {
    PyErr_NoMemory();
    return -1;
  }
  return value;
}

/** The encoded form of a str argument with encoding and errors (0: not given); 0 with an error set; -1 when o is no str. */
export function encodedArgument(name: string, o: Borrowed, encoding: Borrowed, errors: Borrowed): number {
  const encodingText = encodingArgument(name, "encoding", encoding);
  if (encodingText === null) return 0;
  const errorsText = encodingArgument(name, "errors", errors);
  if (errorsText === null) return 0;
  if (o === 0 || !isUnicode(o)) {
    if (encoding !== 0 || errors !== 0) {
      const what = encoding !== 0 ? "encoding" : "errors";
      return raise(PyExc_TypeError, `${what} without a string argument`);
    }
    return -1;
  }
  if (encoding === 0) return raise(PyExc_TypeError, "string argument without an encoding");
  return PyUnicode_AsEncodedString(o, encodingText, errorsText);
}

function pushPlain(o: Borrowed, encoding: Borrowed, errors: Borrowed): Owned {
  if (o !== 0 && encoding === 0 && errors === 0) {
    const method = _PyObject_LookupSpecial(o, id_bytes);
    if (method !== 0) {
      const result = PyObject_CallNoArgs(method);
      decref(method);
      if (result === 0 || isBytes(result)) return result;
      const message = `__bytes__ returned non-bytes (type ${typeNameOf(result)})`;
      decref(result);
      return raise(PyExc_TypeError, message);
    }
    if (PyErr_Occurred() !== 0) return 0;
  }
  const encoded = encodedArgument("bytes", o, encoding, errors);
  if (encoded !== -1) return encoded;
  if (o === 0) return PyBytes_FromStringAndSize(0, 0);
  const count = countArgument(o);
  if (count === -1) return 0;
  if (count !== NOT_COUNT) {
    const result = PyBytes_FromStringAndSize(0, count);
    if (result !== 0 && count > 0) fillBytes(result + BYTES_DATA, 0, count);
    return result;
  }
  return pushBytesFromObject(o);
}

function ofSubclass(type: Borrowed, bytes: Owned): Owned {
  if (bytes === 0 || type === PyBytes_Type) return bytes;
  const size = sizeOf(bytes);
  const o = textFunction(ptr(type + PyTypeObject.tp_alloc))(type, size);
  if (o !== 0) {
    copyBytes(o + BYTES_DATA, bytes + BYTES_DATA, size + 1);
    copyWide(o + PyBytesObject.ob_shash, bytes + PyBytesObject.ob_shash);
  }
  decref(bytes);
  return o;
}

const STEP_SUBCLASS = text("bytes_subtype_new.bytes", afterBytes);

function afterBytes(frame: Address, bytes: Owned): Owned {
  return finishNative(frame, ofSubclass(nativeLocal(frame, 0), bytes));
}

export const BYTES_ARGUMENTS = ["source", "encoding", "errors"] as const;

/** bytes_new; may answer PUSHED. */
export function bytes_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("bytes", args, keywords, BYTES_ARGUMENTS);
  if (values === null) return 0;
  if (type === PyBytes_Type) return pushPlain(values[0], values[1], values[2]);
  const frame = pushNative(STEP_SUBCLASS, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(type));
  const bytes = pushPlain(values[0], values[1], values[2]);
  return bytes === PUSHED ? PUSHED : afterBytes(frame, bytes);
}
