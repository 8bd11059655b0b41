// int(x): a number's __int__, __index__ or __trunc__, or a text. What classes written in Python answer is checked in a
// native frame, so a call may push.
import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyNumberMethods, PyTypeObject } from "../memory/structs/object.ts";
import { PyByteArrayObject, PyBytesObject } from "../memory/structs/text.ts";
import { text, textFunction } from "../memory/text.ts";
import { closeBuffer, openBuffer, PyObject_CheckBuffer } from "./buffer.ts";
import { PyBytes_FromStringAndSize } from "./bytes_core.ts";
import { PyNumber_Index } from "./convert.ts";
import { PyErr_Clear, PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "./errors.ts";
import { currentFrame, finishNative, PUSHED, pushNative, settle } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { longExact } from "./long_arith.ts";
import { longFromBytes, PyLong_FromUnicodeObject } from "./long_text.ts";
import { decref, isBytes, isInstanceOf, isInt, isPythonClass, isUnicode, newRef, sizeOf, typeOf } from "./object.ts";
import { pushSpecialOr } from "./special.ts";
import { _PyType_Lookup } from "./type_lookup.ts";
import { PyByteArray_Type, PyExc_DeprecationWarning, PyExc_TypeError, PyLong_Type } from "./types.ts";
import { PyErr_WarnEx, warnOfSubclass } from "./warn.ts";

/** An exact int for what `method` answered with. */
function checkedLong(result: Owned, method: string): Owned {
  if (result === 0 || typeOf(result) === PyLong_Type) return result;
  if (!isInt(result)) {
    const message = `${method} returned non-int (type ${typeNameOf(result)})`;
    decref(result);
    return raise(PyExc_TypeError, message);
  }
  const shown = `${method} returned non-int (type ${typeNameOf(result)}).`;
  const exact = warnOfSubclass(shown, "int") < 0 ? 0 : longExact(result);
  decref(result);
  return exact;
}

const afterInt = text(
  "PyNumber_Long.int",
  (frame: Address, result: Owned): Owned => finishNative(frame, checkedLong(result, "__int__")),
);
const afterIndex = text(
  "PyNumber_Long.index",
  (frame: Address, result: Owned): Owned => finishNative(frame, checkedLong(result, "__index__")),
);
const afterTrunc = text(
  "PyNumber_Long.trunc",
  (frame: Address, result: Owned): Owned => finishNative(frame, checkedTrunc(result)),
);

function checkedTrunc(result: Owned): Owned {
  if (result === 0 || typeOf(result) === PyLong_Type) return result;
  let exact: Owned;
  if (isInt(result)) exact = longExact(result);
  else if (numberSlot(result, PyNumberMethods.nb_index) === 0) {
    exact = raise(PyExc_TypeError, `__trunc__ returned non-Integral (type ${typeNameOf(result)})`);
  } else exact = checkedLong(PyNumber_Index(result), "__index__");
  decref(result);
  return exact;
}

function numberSlot(o: Borrowed, offset: number): Address {
  const table = ptr(typeOf(o) + PyTypeObject.tp_as_number);
  return table === 0 ? 0 : ptr(table + offset);
}

/** Calls a slot of a class that may be written in Python; its answer goes through the step. */
function viaFrame(step: Address, f: Address, o: Borrowed): Owned {
  const frame = pushNative(step, 0);
  if (frame === 0) return PyErr_NoMemory();
  const result = textFunction(f)(o);
  return result === PUSHED ? PUSHED : textFunction(step)(frame, result);
}

const id_trunc = identifier("__trunc__");

/** PyNumber_Long. May answer PUSHED. */
export function pushNumberLong(o: Borrowed): Owned {
  const type = typeOf(o);
  if (type === PyLong_Type) return newRef(o);
  const isHeap = isPythonClass(type);
  const nb_int = numberSlot(o, PyNumberMethods.nb_int);
  if (nb_int !== 0) return isHeap ? viaFrame(afterInt, nb_int, o) : checkedLong(textFunction(nb_int)(o), "__int__");
  const nb_index = numberSlot(o, PyNumberMethods.nb_index);
  if (nb_index !== 0) {
    return isHeap ? viaFrame(afterIndex, nb_index, o) : checkedLong(textFunction(nb_index)(o), "__index__");
  }
  if (isHeap && _PyType_Lookup(type, id_trunc) !== 0) {
    const warning = "The delegation of int() to __trunc__ is deprecated.";
    if (PyErr_WarnEx(PyExc_DeprecationWarning, warning, 1) < 0) return 0;
    const frame = pushNative(afterTrunc, 0);
    if (frame === 0) return PyErr_NoMemory();
    const result = pushSpecialOr(NO_TRUNC, o, id_trunc);
    if (result === PUSHED) return PUSHED;
    if (result !== NO_TRUNC) return textFunction(afterTrunc)(frame, result);
    finishNative(frame, 0);
    if (PyErr_Occurred() !== 0) return 0;
  }
  const read = longFromTextObject(o, 10);
  if (read !== NO_TEXT) return read;
  const buffer = PyObject_CheckBuffer(o) ? openBuffer(o) : null;
  if (buffer !== null) {
    const result = longFromCopy(buffer.data, buffer.length, 10);
    closeBuffer(buffer);
    return result;
  }
  PyErr_Clear();
  const message = "int() argument must be a string, a bytes-like object or a real number, not";
  return raise(PyExc_TypeError, `${message} '${typeNameOf(o)}'`);
}
const NO_TRUNC = -1;

export const NO_TEXT = -1;

/** An int from a str, bytes or bytearray; NO_TEXT for anything else; 0 with an error set. */
export function longFromTextObject(o: Borrowed, base: number): number {
  if (isUnicode(o)) return PyLong_FromUnicodeObject(o, base);
  if (isBytes(o)) return longFromBytes(o + PyBytesObject.ob_sval, sizeOf(o), base, o);
  if (isInstanceOf(o, PyByteArray_Type)) return longFromCopy(ptr(o + PyByteArrayObject.ob_start), sizeOf(o), base);
  return NO_TEXT;
}

/** As CPython does, whose messages show the copy. */
function longFromCopy(data: Address, byteCount: number, base: number): Owned {
  const copy = PyBytes_FromStringAndSize(data, byteCount);
  if (copy === 0) return 0;
  const result = longFromBytes(copy + PyBytesObject.ob_sval, byteCount, base, copy);
  decref(copy);
  return result;
}

/** PyNumber_Long, settled. */
export function PyNumber_Long(o: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushNumberLong(o));
}
