// float(x): a number's __float__ or __index__, or a text. What classes written in Python answer is checked in a native
// frame, so a call may push.
import { type Address, type Borrowed, copyWide, type Owned, ptr } from "../memory/memory.ts";
import { PyFloatObject } from "../memory/structs/numbers.ts";
import { PyNumberMethods, PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeName, typeNameOf } from "./errors.ts";
import { allocateFloat, isFloat, newFloat } from "./float_core.ts";
import { floatFromTextObject, NO_TEXT } from "./float_text.ts";
import { currentFrame, finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal, settle } from "./frames.ts";
import { PyLong_AsDouble } from "./long_convert.ts";
import { decref, isInt, isPythonClass, newRef, typeOf } from "./object.ts";
import { PyExc_TypeError, PyFloat_Type, PyLong_Type } from "./types.ts";
import { warnOfSubclass } from "./warn.ts";

/** A float with the bits of another. */
export function copyFloat(o: Borrowed): Owned {
  const copy = allocateFloat();
  if (copy === 0) return PyErr_NoMemory();
  copyWide(copy + PyFloatObject.ob_fval, o + PyFloatObject.ob_fval);
  return copy;
}

/** The float itself, or an exact float for an instance of a subclass. */
export function floatExact(o: Borrowed): Owned {
  return typeOf(o) === PyFloat_Type ? newRef(o) : copyFloat(o);
}

function checkedFloat(result: Owned, type: Borrowed): Owned {
  if (result === 0 || typeOf(result) === PyFloat_Type) return result;
  let exact: Owned;
  const message = `${typeName(type)}.__float__ returned non-float (type ${typeNameOf(result)})`;
  if (!isFloat(result)) exact = raise(PyExc_TypeError, message);
  else exact = warnOfSubclass(`${message}.`, "float") < 0 ? 0 : copyFloat(result);
  decref(result);
  return exact;
}

function floatOfIndex(result: Owned): Owned {
  if (result === 0) return 0;
  if (!isInt(result)) {
    const message = `__index__ returned non-int (type ${typeNameOf(result)})`;
    decref(result);
    return raise(PyExc_TypeError, message);
  }
  if (typeOf(result) !== PyLong_Type) {
    if (warnOfSubclass(`__index__ returned non-int (type ${typeNameOf(result)}).`, "int") < 0) {
      decref(result);
      return 0;
    }
  }
  const value = PyLong_AsDouble(result);
  decref(result);
  if (value === -1 && PyErr_Occurred() !== 0) return 0;
  return newFloat(value) || PyErr_NoMemory();
}

// The one local of these frames is the type that is named in the message.
const afterFloat = text(
  "PyNumber_Float.float",
  (frame: Address, result: Owned): Owned => finishNative(frame, checkedFloat(result, nativeLocal(frame, 0))),
);
const afterIndex = text(
  "PyNumber_Float.index",
  (frame: Address, result: Owned): Owned => finishNative(frame, floatOfIndex(result)),
);

function numberSlot(o: Borrowed, offset: number): Address {
  const table = ptr(typeOf(o) + PyTypeObject.tp_as_number);
  return table === 0 ? 0 : ptr(table + offset);
}

function viaFrame(step: Address, f: Address, o: Borrowed): Owned {
  const frame = pushNative(step, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(typeOf(o)));
  const result = textFunction(f)(o);
  return result === PUSHED ? PUSHED : textFunction(step)(frame, result);
}

/** PyNumber_Float. May answer PUSHED. */
export function pushNumberFloat(o: Borrowed): Owned {
  const type = typeOf(o);
  if (type === PyFloat_Type) return newRef(o);
  const isHeap = isPythonClass(type);
  const nb_float = numberSlot(o, PyNumberMethods.nb_float);
  if (nb_float !== 0) return isHeap ? viaFrame(afterFloat, nb_float, o) : checkedFloat(textFunction(nb_float)(o), type);
  const nb_index = numberSlot(o, PyNumberMethods.nb_index);
  if (nb_index !== 0) return isHeap ? viaFrame(afterIndex, nb_index, o) : floatOfIndex(textFunction(nb_index)(o));
  if (isFloat(o)) return copyFloat(o);
  const read = floatFromTextObject(o);
  if (read !== NO_TEXT) return read;
  return raise(PyExc_TypeError, `float() argument must be a string or a real number, not '${typeNameOf(o)}'`);
}

/** PyNumber_Float, settled. */
export function PyNumber_Float(o: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushNumberFloat(o));
}
