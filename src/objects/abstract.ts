// Operations on any object, through type slots only (CPython's Objects/abstract.c and object.c).
// push* may answer PUSHED; the C-API names settle. Invariant: this file knows no concrete type but what its slots say.

import { THREAD } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32 } from "../memory/memory.ts";
import { PyCFunctionObject } from "../memory/structs/code.ts";
import {
  PyMappingMethods,
  PyMethodDef,
  PyNumberMethods,
  PySequenceMethods,
  PyTypeObject,
} from "../memory/structs/object.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { text, textFunction } from "../memory/text.ts";
import { pushBinarySlots } from "./binary.ts";
import { convertIndex, convertTruth, PyNumber_Index, SSIZE_MAX, SSIZE_MIN } from "./convert.ts";
import {
  clearStopIteration,
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_NoMemory,
  PyErr_Occurred,
  raise,
  raiseInt,
  textOfCString,
  typeNameOf,
} from "./errors.ts";
import { currentFrame, finishNative, PUSHED, pushNative, settle, settleInt } from "./frames.ts";
import { bool } from "./long_core.ts";
import {
  decref,
  isDict,
  isInstanceOf,
  isPythonClass,
  isSubtype,
  isUnicode,
  newRef,
  typeFlags,
  typeOf,
} from "./object.ts";
import { fitsSsize, ssizeOfLong } from "./ssize.ts";
import {
  Py_False,
  Py_None,
  Py_NotImplemented,
  Py_True,
  PyCFunction_Type,
  PyComplex_Type,
  PyExc_AttributeError,
  PyExc_IndexError,
  PyExc_OverflowError,
  PyExc_RecursionError,
  PyExc_TypeError,
} from "./types.ts";
import { PyUnicode_CHECK_INTERNED, PyUnicode_FromString, SSTATE_NOT_INTERNED, textOf } from "./unicode_core.ts";
import { PyUnicode_InternInPlace } from "./unicode_intern.ts";

export { convertTruth as PyObject_IsTrue, PyNumber_Index };

function slot(o: Borrowed, offset: number): Address {
  return ptr(typeOf(o) + offset);
}

function numberSlot(o: Borrowed, offset: number): Address {
  const table = ptr(typeOf(o) + PyTypeObject.tp_as_number);
  return table === 0 ? 0 : ptr(table + offset);
}

export function sequenceSlot(o: Borrowed, offset: number): Address {
  const table = ptr(typeOf(o) + PyTypeObject.tp_as_sequence);
  return table === 0 ? 0 : ptr(table + offset);
}

export function mappingSlot(o: Borrowed, offset: number): Address {
  const table = ptr(typeOf(o) + PyTypeObject.tp_as_mapping);
  return table === 0 ? 0 : ptr(table + offset);
}

// -- text --------------------------------------------------------------------------------------------------------------

/** repr(o), a str. */
export function pushRepr(o: Borrowed): Owned {
  const f = slot(o, PyTypeObject.tp_repr);
  if (f === 0) return PyUnicode_FromString(`<${typeNameOf(o)} object at 0x${o.toString(16)}>`) || PyErr_NoMemory();
  const left = THREAD + PyThreadState.c_recursion_remaining;
  const before = i32(left);
  if (before <= 0) {
    return raise(PyExc_RecursionError, "maximum recursion depth exceeded while getting the repr of an object");
  }
  setI32(left, before - REPR_WEIGHT);
  const result = isPythonClass(typeOf(o)) ? pushChecked(REPR_CHECK, f, o) : textFunction(f)(o);
  setI32(left, before);
  return result;
}

/** How many of CPython's C calls one repr in a repr counts for: the host's stack is shallower. */
const REPR_WEIGHT = 10;

/** Calls a slot of a type that a program made, with a native frame below it in which the answer is checked. */
function pushChecked(step: Address, f: Address, o: Borrowed): Owned {
  const frame = pushNative(step, 0);
  if (frame === 0) return PyErr_NoMemory();
  const result = textFunction(f)(o);
  return result === PUSHED ? PUSHED : textFunction(step)(frame, result);
}

const REPR_CHECK = text("PyObject_Repr.check", (frame: Address, delivered: Owned): Owned => {
  return finishNative(frame, checkText(delivered, "__repr__"));
});
const STR_CHECK = text("PyObject_Str.check", (frame: Address, delivered: Owned): Owned => {
  return finishNative(frame, checkText(delivered, "__str__"));
});

/** The rule that __repr__ and __str__ answer with a str. Passes 0 and PUSHED through. */
function checkText(result: Owned, method: string): Owned {
  if (result === 0 || result === PUSHED || isUnicode(result)) return result;
  const text = `${method} returned non-string (type ${typeNameOf(result)})`;
  decref(result);
  return raise(PyExc_TypeError, text);
}

/** str(o), a str. */
export function pushStr(o: Borrowed): Owned {
  const f = slot(o, PyTypeObject.tp_str);
  if (f === 0) return pushRepr(o);
  return isPythonClass(typeOf(o)) ? pushChecked(STR_CHECK, f, o) : textFunction(f)(o);
}

export function PyObject_Repr(o: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushRepr(o));
}

export function PyObject_Str(o: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushStr(o));
}

// -- comparison and hash -----------------------------------------------------------------------------------------------

export const Py_LT = 0;
export const Py_LE = 1;
export const Py_EQ = 2;
export const Py_NE = 3;
export const Py_GT = 4;
export const Py_GE = 5;
export const SWAPPED_OP = [Py_GT, Py_GE, Py_EQ, Py_NE, Py_LT, Py_LE];
export const OPERATOR_TEXT = ["<", "<=", "==", "!=", ">", ">="];

/** PyObject_RichCompare: a settled comparison. */
export function PyObject_RichCompare(v: Borrowed, w: Borrowed, op: number): Owned {
  let checkedReverse = false;
  const type = typeOf(v);
  const other = typeOf(w);
  if (type !== other && isSubtype(other, type)) {
    const f = ptr(other + PyTypeObject.tp_richcompare);
    if (f !== 0) {
      checkedReverse = true;
      const base = currentFrame();
      const result = settle(base, textFunction(f)(w, v, SWAPPED_OP[op]));
      if (result !== Py_NotImplemented) return result;
    }
  }
  const f = ptr(type + PyTypeObject.tp_richcompare);
  if (f !== 0) {
    const base = currentFrame();
    const result = settle(base, textFunction(f)(v, w, op));
    if (result !== Py_NotImplemented) return result;
  }
  if (!checkedReverse) {
    const g = ptr(other + PyTypeObject.tp_richcompare);
    if (g !== 0) {
      const base = currentFrame();
      const result = settle(base, textFunction(g)(w, v, SWAPPED_OP[op]));
      if (result !== Py_NotImplemented) return result;
    }
  }
  return compareByIdentity(v, w, op);
}

/** What is left when no type knows how to compare: identity for == and !=, TypeError for the order. */
export function compareByIdentity(v: Borrowed, w: Borrowed, op: number): Owned {
  if (op === Py_EQ) return bool(v === w);
  if (op === Py_NE) return bool(v !== w);
  return raise(
    PyExc_TypeError,
    `'${OPERATOR_TEXT[op]}' not supported between instances of '${typeNameOf(v, 100)}' and '${typeNameOf(w, 100)}'`,
  );
}

/** PyObject_RichCompareBool: 1, 0, -1; identical objects are equal. */
export function PyObject_RichCompareBool(v: Borrowed, w: Borrowed, op: number): number {
  if (v === w) {
    if (op === Py_EQ) return 1;
    if (op === Py_NE) return 0;
  }
  const result = PyObject_RichCompare(v, w, op);
  if (result === 0) return -1;
  if (result === Py_True) return 1;
  if (result === Py_False) return 0;
  const truth = convertTruth(result);
  decref(result);
  return truth;
}

/** PyObject_Hash: 0 with the hash at HASH_RESULT (hash.ts), or -1 with an error set. */
export function PyObject_Hash(o: Borrowed): number {
  const f = slot(o, PyTypeObject.tp_hash);
  if (f === 0) return PyObject_HashNotImplemented(o);
  return textFunction(f)(o);
}

export function PyObject_HashNotImplemented(o: Borrowed): -1 {
  return raiseInt(PyExc_TypeError, `unhashable type: '${typeNameOf(o)}'`);
}

/** The tp_hash of unhashable types: in their dict __hash__ is None. */
export const hashNotImplemented = text("PyObject_HashNotImplemented", PyObject_HashNotImplemented);

// -- attributes --------------------------------------------------------------------------------------------------------

export function pushGetAttr(o: Borrowed, name: Borrowed): Owned {
  if (!isUnicode(name)) {
    return raise(PyExc_TypeError, `attribute name must be string, not '${typeNameOf(name)}'`);
  }
  const f = slot(o, PyTypeObject.tp_getattro);
  if (f === 0) return raise(PyExc_AttributeError, `'${typeNameOf(o)}' object has no attribute '${textOf(name)}'`);
  return textFunction(f)(o, name);
}

/** value 0 deletes. May answer PUSHED. */
export function pushSetAttr(o: Borrowed, name: Borrowed, value: Borrowed): number {
  if (!isUnicode(name)) {
    return raiseInt(PyExc_TypeError, `attribute name must be string, not '${typeNameOf(name)}'`);
  }
  const f = slot(o, PyTypeObject.tp_setattro);
  if (f === 0) {
    const how = slot(o, PyTypeObject.tp_getattro) === 0 ? "no" : "only read-only";
    const what = value === 0 ? "del" : "assign to";
    return raiseInt(PyExc_TypeError, `'${typeNameOf(o)}' object has ${how} attributes (${what} .${textOf(name)})`);
  }
  if (PyUnicode_CHECK_INTERNED(name) !== SSTATE_NOT_INTERNED) return textFunction(f)(o, name, value);
  const interned = PyUnicode_InternInPlace(newRef(name));
  const status = textFunction(f)(o, interned, value);
  decref(interned);
  return status;
}

export function PyObject_GetAttr(o: Borrowed, name: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushGetAttr(o, name));
}

export function PyObject_SetAttr(o: Borrowed, name: Borrowed, value: Borrowed): number {
  const base = currentFrame();
  return settleInt(base, pushSetAttr(o, name, value));
}

/** PyObject_GetAttrString: the name becomes a str of its own for the call. */
export function PyObject_GetAttrString(o: Borrowed, name: string): Owned {
  const nameObject = PyUnicode_FromString(name);
  if (nameObject === 0) return PyErr_NoMemory();
  const result = PyObject_GetAttr(o, nameObject);
  decref(nameObject);
  return result;
}

/** PyObject_GetOptionalAttr: the attribute; or 0 with no error when there is none; or 0 with an error set. */
export function PyObject_GetOptionalAttr(o: Borrowed, name: Borrowed): Owned {
  const result = PyObject_GetAttr(o, name);
  if (result === 0 && PyErr_ExceptionMatches(PyExc_AttributeError)) PyErr_Clear();
  return result;
}

// -- sizes, items ------------------------------------------------------------------------------------------------------

/** len(o), settled: -1 with an error set. */
export function PyObject_Size(o: Borrowed): number {
  const base = currentFrame();
  return settleInt(base, pushSize(o));
}

export function pushSize(o: Borrowed): number {
  const f = sequenceSlot(o, PySequenceMethods.sq_length) || mappingSlot(o, PyMappingMethods.mp_length);
  if (f === 0) return raiseInt(PyExc_TypeError, `object of type '${typeNameOf(o)}' has no len()`);
  return textFunction(f)(o);
}

/** o[key]. May answer PUSHED. Classes answer through __class_getitem__ (type.ts gives type that slot). */
export function pushGetItem(o: Borrowed, key: Borrowed): Owned {
  const f = mappingSlot(o, PyMappingMethods.mp_subscript);
  if (f !== 0) return textFunction(f)(o, key);
  const g = sequenceSlot(o, PySequenceMethods.sq_item);
  if (g !== 0) {
    if (!hasIndex(key)) return raise(PyExc_TypeError, `sequence index must be integer, not '${typeNameOf(key)}'`);
    const index = sequenceIndex(key);
    if (index === -1 && PyErr_Occurred() !== 0) return 0;
    return pushSequenceItem(o, g, index);
  }
  if (classGetItem !== 0 && typeFlags(typeOf(o)) & TYPE_SUBCLASS) return textFunction(classGetItem)(o, key);
  return raise(PyExc_TypeError, `'${typeNameOf(o)}' object is not subscriptable`);
}

const TYPE_SUBCLASS = 1 << 31;
let classGetItem: Address = 0;
/** type.ts registers what subscripting a class does: (class, key) → Owned. */
export function setClassGetItem(address: Address): void {
  classGetItem = address;
}

/** PyNumber_Check */
export function PyNumber_Check(o: Borrowed): boolean {
  const numbers = ptr(typeOf(o) + PyTypeObject.tp_as_number);
  if (numbers === 0) return false;
  const hasSlot =
    hasIndex(o) || ptr(numbers + PyNumberMethods.nb_int) !== 0 || ptr(numbers + PyNumberMethods.nb_float) !== 0;
  return hasSlot || isInstanceOf(o, PyComplex_Type);
}

export function hasIndex(o: Borrowed): boolean {
  return numberSlot(o, PyNumberMethods.nb_index) !== 0;
}

/** An index as PyNumber_AsSsize_t(key, IndexError) reads it. */
export function sequenceIndex(key: Borrowed, error: Address = PyExc_IndexError): number {
  const index = PyNumber_Index(key);
  if (index === 0) return -1;
  const fits = fitsSsize(index);
  const value = fits ? ssizeOfLong(index) : -1;
  decref(index);
  if (!fits) return raiseInt(error, `cannot fit '${typeNameOf(key)}' into an index-sized integer`);
  return value;
}

function pushSequenceItem(o: Borrowed, f: Address, index: number): Owned {
  if (index < 0) {
    const length = sequenceSlot(o, PySequenceMethods.sq_length);
    if (length !== 0) {
      const base = currentFrame();
      const size = settleInt(base, textFunction(length)(o));
      if (size < 0) return 0;
      index += size;
    }
  }
  return textFunction(f)(o, index);
}

export function PyObject_GetItem(o: Borrowed, key: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushGetItem(o, key));
}

/** o[key] = value, or del o[key] for value 0. May answer PUSHED. */
export function pushSetItem(o: Borrowed, key: Borrowed, value: Borrowed): number {
  const f = mappingSlot(o, PyMappingMethods.mp_ass_subscript);
  if (f !== 0) return textFunction(f)(o, key, value);
  const g = sequenceSlot(o, PySequenceMethods.sq_ass_item);
  if (g !== 0) {
    if (!hasIndex(key)) {
      return raiseInt(PyExc_TypeError, `sequence index must be integer, not '${typeNameOf(key)}'`);
    }
    let index = sequenceIndex(key);
    if (index === -1 && PyErr_Occurred() !== 0) return -1;
    if (index < 0) {
      const size = PyObject_Size(o);
      if (size < 0) return -1;
      index += size;
    }
    return textFunction(g)(o, index, value);
  }
  // A class has the table of sequences in any case: there an index is looked at first, and deletion is said in other words.
  const asSequence = ptr(typeOf(o) + PyTypeObject.tp_as_sequence) !== 0 && hasIndex(key);
  if (asSequence && sequenceIndex(key) === -1 && PyErr_Occurred() !== 0) return -1;
  const not = value === 0 && asSequence ? "doesn't" : "does not";
  return raiseInt(
    PyExc_TypeError,
    `'${typeNameOf(o)}' object ${not} support item ${value === 0 ? "deletion" : "assignment"}`,
  );
}

export function PyObject_SetItem(o: Borrowed, key: Borrowed, value: Borrowed): number {
  const base = currentFrame();
  return settleInt(base, pushSetItem(o, key, value));
}

export function PyObject_DelItem(o: Borrowed, key: Borrowed): number {
  return PyObject_SetItem(o, key, 0);
}

/** PySequence_GetItem: o[index] through sq_item, settled. */
export function PySequence_GetItem(o: Borrowed, index: number): Owned {
  const f = sequenceSlot(o, PySequenceMethods.sq_item);
  if (f === 0) {
    if (mappingSlot(o, PyMappingMethods.mp_subscript)) {
      return raise(PyExc_TypeError, `${typeNameOf(o)} is not a sequence`);
    }
    return raise(PyExc_TypeError, `'${typeNameOf(o)}' object does not support indexing`);
  }
  const base = currentFrame();
  return settle(base, pushSequenceItem(o, f, index));
}

export function PySequence_Check(o: Borrowed): boolean {
  return !isDict(o) && sequenceSlot(o, PySequenceMethods.sq_item) !== 0;
}

export function PyMapping_Check(o: Borrowed): boolean {
  return mappingSlot(o, PyMappingMethods.mp_subscript) !== 0;
}

/** key in o through sq_contains; PUSHED possible. Without the slot: a settled search by iteration. */
export function pushContains(o: Borrowed, key: Borrowed): number {
  const f = sequenceSlot(o, PySequenceMethods.sq_contains);
  if (f !== 0) return textFunction(f)(o, key);
  return searchByIteration(o, key);
}

export function PySequence_Contains(o: Borrowed, key: Borrowed): number {
  const base = currentFrame();
  return settleInt(base, pushContains(o, key));
}

function searchByIteration(o: Borrowed, key: Borrowed): number {
  const iterator = PyObject_GetIter(o);
  if (iterator === 0) {
    if (PyErr_ExceptionMatches(PyExc_TypeError)) {
      PyErr_Clear();
      return raiseInt(PyExc_TypeError, `argument of type '${typeNameOf(o)}' is not iterable`);
    }
    return -1;
  }
  let answer = 0;
  for (;;) {
    const item = PyIter_Next(iterator);
    if (item === 0) {
      if (PyErr_Occurred() !== 0) answer = -1;
      break;
    }
    const equal = PyObject_RichCompareBool(item, key, Py_EQ);
    decref(item);
    if (equal !== 0) {
      answer = equal;
      break;
    }
  }
  decref(iterator);
  return answer;
}

// -- iteration ---------------------------------------------------------------------------------------------------------

let newSequenceIterator: (o: Borrowed) => Owned = () => 0;
/** iterators.ts registers PySeqIter_New. */
export function setSequenceIterator(make: (o: Borrowed) => Owned): void {
  newSequenceIterator = make;
}

/** iter(o). May answer PUSHED; the delivered object is not checked to be an iterator (checkIterator does that). */
export function pushGetIter(o: Borrowed): Owned {
  const f = slot(o, PyTypeObject.tp_iter);
  if (f === 0) {
    if (PySequence_Check(o)) return newSequenceIterator(o);
    return raise(PyExc_TypeError, `'${typeNameOf(o)}' object is not iterable`);
  }
  return checkIterator(textFunction(f)(o));
}

/** tp_iternext of classes that define no __next__: it may be met by who holds an iterator whose class lost its own. */
export const NEXT_NOT_IMPLEMENTED = text("_PyObject_NextNotImplemented", (o: Borrowed) =>
  raise(PyExc_TypeError, `'${typeNameOf(o)}' object is not iterable`),
);

/** PyIter_Check. */
export function isIterator(o: Borrowed): boolean {
  const f = slot(o, PyTypeObject.tp_iternext);
  return f !== 0 && f !== NEXT_NOT_IMPLEMENTED;
}

export function checkIterator(result: Owned): Owned {
  if (result === 0 || result === PUSHED || isIterator(result)) return result;
  const text = `iter() returned non-iterator of type '${typeNameOf(result)}'`;
  decref(result);
  return raise(PyExc_TypeError, text);
}

export function PyObject_GetIter(o: Borrowed): Owned {
  const base = currentFrame();
  return checkIterator(settle(base, pushGetIter(o)));
}

/** tp_iternext: an Owned item, 0 (end when no error is set), or PUSHED. StopIteration may still be set. */
export function pushIterNext(iterator: Borrowed): Owned {
  return textFunction(slot(iterator, PyTypeObject.tp_iternext))(iterator);
}

/** PyIter_Next: an Owned item; 0 at the end with no error set; 0 with an error set. */
export function PyIter_Next(iterator: Borrowed): Owned {
  const base = currentFrame();
  const item = settle(base, pushIterNext(iterator));
  if (item === 0) clearStopIteration();
  return item;
}

// -- numbers -----------------------------------------------------------------------------------------------------------

/** Offsets of nb_ slots and the sign of the operator, in the order of BINARY_OP's oparg (NB_ADD …). */
export const BINARY_OPERATORS: readonly (readonly [slot: number, inplaceSlot: number, sign: string])[] = [
  [PyNumberMethods.nb_add, PyNumberMethods.nb_inplace_add, "+"],
  [PyNumberMethods.nb_and, PyNumberMethods.nb_inplace_and, "&"],
  [PyNumberMethods.nb_floor_divide, PyNumberMethods.nb_inplace_floor_divide, "//"],
  [PyNumberMethods.nb_lshift, PyNumberMethods.nb_inplace_lshift, "<<"],
  [PyNumberMethods.nb_matrix_multiply, PyNumberMethods.nb_inplace_matrix_multiply, "@"],
  [PyNumberMethods.nb_multiply, PyNumberMethods.nb_inplace_multiply, "*"],
  [PyNumberMethods.nb_remainder, PyNumberMethods.nb_inplace_remainder, "%"],
  [PyNumberMethods.nb_or, PyNumberMethods.nb_inplace_or, "|"],
  [PyNumberMethods.nb_power, PyNumberMethods.nb_inplace_power, "**"],
  [PyNumberMethods.nb_rshift, PyNumberMethods.nb_inplace_rshift, ">>"],
  [PyNumberMethods.nb_subtract, PyNumberMethods.nb_inplace_subtract, "-"],
  [PyNumberMethods.nb_true_divide, PyNumberMethods.nb_inplace_true_divide, "/"],
  [PyNumberMethods.nb_xor, PyNumberMethods.nb_inplace_xor, "^"],
];
export const NB_ADD = 0;
export const NB_AND = 1;
export const NB_FLOOR_DIVIDE = 2;
export const NB_LSHIFT = 3;
export const NB_MATRIX_MULTIPLY = 4;
export const NB_MULTIPLY = 5;
export const NB_REMAINDER = 6;
export const NB_OR = 7;
export const NB_POWER = 8;
export const NB_RSHIFT = 9;
export const NB_SUBTRACT = 10;
export const NB_TRUE_DIVIDE = 11;
export const NB_XOR = 12;
/** Added to an operator's number for its in-place form. */
export const NB_INPLACE = 13;

/** left op right by BINARY_OP's number (NB_INPLACE + n for the in-place form). May answer PUSHED. */
export function pushBinaryOp(left: Borrowed, right: Borrowed, operator: number): Owned {
  const inplace = operator >= NB_INPLACE;
  const number = inplace ? operator - NB_INPLACE : operator;
  const [slotOffset, inplaceOffset] = BINARY_OPERATORS[number];
  return pushBinarySlots(left, right, slotOffset, inplace ? inplaceOffset : -1, operator, finishBinaryOp);
}

/** After every nb_ slot said NotImplemented: concatenation and repetition of sequences, or TypeError. */
function finishBinaryOp(left: Borrowed, right: Borrowed, operator: number): Owned {
  const inplace = operator >= NB_INPLACE;
  const number = inplace ? operator - NB_INPLACE : operator;
  if (number === NB_ADD) {
    const f =
      (inplace && sequenceSlot(left, PySequenceMethods.sq_inplace_concat)) ||
      sequenceSlot(left, PySequenceMethods.sq_concat);
    if (f) return textFunction(f)(left, right);
  } else if (number === NB_MULTIPLY) {
    const f =
      (inplace && sequenceSlot(left, PySequenceMethods.sq_inplace_repeat)) ||
      sequenceSlot(left, PySequenceMethods.sq_repeat);
    if (f) return repeat(f, left, right);
    // In place, only a left operand without any table of sequences leaves it to the right one: no instance of a class does.
    const isRightAsked = !inplace || ptr(typeOf(left) + PyTypeObject.tp_as_sequence) === 0;
    const g = isRightAsked && sequenceSlot(right, PySequenceMethods.sq_repeat);
    if (g) return repeat(g, right, left);
  }
  return binaryTypeError(left, right, operator);
}

function repeat(f: Address, sequence: Borrowed, count: Borrowed): Owned {
  if (!hasIndex(count)) {
    return raise(PyExc_TypeError, `can't multiply sequence by non-int of type '${typeNameOf(count)}'`);
  }
  const index = PyNumber_Index(count);
  if (index === 0) return 0;
  const fits = fitsSsize(index);
  const number = fits ? ssizeOfLong(index) : 0;
  decref(index);
  if (!fits) return raise(PyExc_OverflowError, `cannot fit '${typeNameOf(count)}' into an index-sized integer`);
  return textFunction(f)(sequence, number > SSIZE_MAX ? SSIZE_MAX : number < SSIZE_MIN ? SSIZE_MIN : number);
}

/** Whether it is the function print, or one of its name. */
function isPrint(o: Borrowed): boolean {
  return (
    typeOf(o) === PyCFunction_Type &&
    textOfCString(ptr(ptr(o + PyCFunctionObject.m_ml) + PyMethodDef.ml_name)) === "print"
  );
}

function binaryTypeError(left: Borrowed, right: Borrowed, operator: number): Owned {
  const inplace = operator >= NB_INPLACE;
  const number = inplace ? operator - NB_INPLACE : operator;
  let sign = BINARY_OPERATORS[number][2] + (inplace ? "=" : "");
  if (number === NB_POWER) sign = inplace ? "**=" : "** or pow()";
  if (number === NB_RSHIFT && !inplace && isPrint(left)) {
    return raise(
      PyExc_TypeError,
      `unsupported operand type(s) for ${sign}: '${typeNameOf(left, 100)}' and '${typeNameOf(right, 100)}'. Did you mean "print(<message>, file=<output_stream>)"?`,
    );
  }
  return raise(
    PyExc_TypeError,
    `unsupported operand type(s) for ${sign}: '${typeNameOf(left, 100)}' and '${typeNameOf(right, 100)}'`,
  );
}

function settledBinary(operator: number): (left: Borrowed, right: Borrowed) => Owned {
  return (left, right) => {
    const base = currentFrame();
    return settle(base, pushBinaryOp(left, right, operator));
  };
}

export const PyNumber_Add = settledBinary(NB_ADD);
export const PyNumber_Subtract = settledBinary(NB_SUBTRACT);
export const PyNumber_Multiply = settledBinary(NB_MULTIPLY);
export const PyNumber_FloorDivide = settledBinary(NB_FLOOR_DIVIDE);
export const PyNumber_TrueDivide = settledBinary(NB_TRUE_DIVIDE);
export const PyNumber_Remainder = settledBinary(NB_REMAINDER);
export const PyNumber_And = settledBinary(NB_AND);
export const PyNumber_Or = settledBinary(NB_OR);
export const PyNumber_Xor = settledBinary(NB_XOR);
export const PyNumber_Lshift = settledBinary(NB_LSHIFT);
export const PyNumber_Rshift = settledBinary(NB_RSHIFT);
export const PyNumber_InPlaceAdd = settledBinary(NB_ADD + NB_INPLACE);
export const PyNumber_InPlaceOr = settledBinary(NB_OR + NB_INPLACE);

/** PyNumber_Divmod, settled. */
export function PyNumber_Divmod(left: Borrowed, right: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, pushBinarySlots(left, right, PyNumberMethods.nb_divmod, -1, 0, divmodTypeError));
}

function divmodTypeError(left: Borrowed, right: Borrowed): Owned {
  return raise(
    PyExc_TypeError,
    `unsupported operand type(s) for divmod(): '${typeNameOf(left, 100)}' and '${typeNameOf(right, 100)}'`,
  );
}

/** PyNumber_Power(base, exponent, modulus or None), settled. */
export function PyNumber_Power(v: Borrowed, w: Borrowed, z: Borrowed): Owned {
  const base = currentFrame();
  if (z === Py_None) return settle(base, pushBinaryOp(v, w, NB_POWER));
  const slots = [v, w, z].map((o) => numberSlot(o, PyNumberMethods.nb_power));
  const [slotv, w0, z0] = slots;
  const slotw = w0 === slotv ? 0 : w0;
  const call = (f: Address): Owned => settle(currentFrame(), textFunction(f)(v, w, z));
  let tried = slotw;
  if (slotv) {
    if (slotw && isSubtype(typeOf(w), typeOf(v))) {
      const result = call(slotw);
      if (result !== Py_NotImplemented) return result;
      tried = 0;
    }
    const result = call(slotv);
    if (result !== Py_NotImplemented) return result;
  }
  if (tried) {
    const result = call(tried);
    if (result !== Py_NotImplemented) return result;
  }
  if (z0 && z0 !== slotv && z0 !== slotw) {
    const result = call(z0);
    if (result !== Py_NotImplemented) return result;
  }
  return raise(
    PyExc_TypeError,
    `unsupported operand type(s) for ** or pow(): '${typeNameOf(v, 100)}', '${typeNameOf(w, 100)}', '${typeNameOf(z, 100)}'`,
  );
}

/** -o, +o, ~o, abs(o) by the offset of the slot. May answer PUSHED. */
export function pushUnary(o: Borrowed, slotOffset: number, sign: string): Owned {
  const f = numberSlot(o, slotOffset);
  if (f !== 0) return textFunction(f)(o);
  return raise(PyExc_TypeError, `bad operand type for ${sign}: '${typeNameOf(o)}'`);
}

export function PyNumber_Negative(o: Borrowed): Owned {
  return settle(currentFrame(), pushUnary(o, PyNumberMethods.nb_negative, "unary -"));
}
export function PyNumber_Positive(o: Borrowed): Owned {
  return settle(currentFrame(), pushUnary(o, PyNumberMethods.nb_positive, "unary +"));
}
export function PyNumber_Invert(o: Borrowed): Owned {
  return settle(currentFrame(), pushUnary(o, PyNumberMethods.nb_invert, "unary ~"));
}
export function PyNumber_Absolute(o: Borrowed): Owned {
  return settle(currentFrame(), pushUnary(o, PyNumberMethods.nb_absolute, "abs()"));
}

/** PyIndex_Check */
/** PyNumber_AsSsize_t(o, 0): clipped. */
export { convertIndex as PyNumber_AsSsizeClipped, hasIndex as PyIndex_Check };
