// The sequence of an array: subscripts, concatenation, repetition, comparison, and searching. Items become objects only where
// programs see them.
import { type Address, type Borrowed, copyBytes, equalBytes, fillBytes, type Owned, u8 } from "../../memory/memory.ts";
import {
  hasIndex,
  Py_EQ,
  Py_NE,
  PyObject_RichCompare,
  PyObject_RichCompareBool,
  sequenceIndex,
} from "../../objects/abstract.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, typeNameOf } from "../../objects/errors.ts";
import { bool, PyLong_FromNumber } from "../../objects/long_core.ts";
import { decref, isSubtype, newRef, sizeOf, typeIn, typeOf } from "../../objects/object.ts";
import { PySlice_AdjustIndices, PySlice_Check, PySlice_Unpack, sliceBounds } from "../../objects/slice.ts";
import {
  Py_None,
  Py_NotImplemented,
  PyExc_IndexError,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../../objects/types.ts";
import {
  appendArray,
  arrayType,
  deleteItems,
  getItem,
  isExported,
  isSameKind,
  isText,
  itemAt,
  itemBytesOf,
  itemsOf,
  kindOf,
  newArray,
  resize,
  setItem,
  sliceOf,
} from "./array_core.ts";

export function isArray(o: Borrowed): boolean {
  return isSubtype(typeOf(o), typeIn(arrayType));
}

const BAD_ARGUMENT = "bad argument type for built-in operation";

// -- subscripts ------------------------------------------------------------------------------------------------------------

export function array_item(o: Borrowed, index: number): Owned {
  if (index >= 0 && index < sizeOf(o)) return getItem(o, index);
  return raise(PyExc_IndexError, "array index out of range");
}

export function array_subscript(o: Borrowed, key: Borrowed): Owned {
  if (hasIndex(key)) {
    const index = sequenceIndex(key);
    if (index === -1 && PyErr_Occurred() !== 0) return 0;
    return array_item(o, index < 0 ? index + sizeOf(o) : index);
  }
  if (!PySlice_Check(key)) return raise(PyExc_TypeError, "array indices must be integers");
  if (PySlice_Unpack(key) < 0) return 0;
  const count = PySlice_AdjustIndices(sizeOf(o));
  return sliceOf(o, sliceBounds.start, sliceBounds.step, count);
}

export function array_ass_subscript(o: Borrowed, key: Borrowed, value: Borrowed): number {
  if (hasIndex(key)) {
    const given = sequenceIndex(key);
    if (given === -1 && PyErr_Occurred() !== 0) return -1;
    const index = given < 0 ? given + sizeOf(o) : given;
    if (index < 0 || index >= sizeOf(o)) return raiseInt(PyExc_IndexError, "array assignment index out of range");
    return value === 0 ? deleteItems(o, index, index + 1) : setItem(o, index, value);
  }
  if (!PySlice_Check(key)) return raiseInt(PyExc_TypeError, "array indices must be integers");
  if (PySlice_Unpack(key) < 0) return -1;
  const count = PySlice_AdjustIndices(sizeOf(o));
  const { start, step } = sliceBounds;
  if (value === 0) return assignSlice(o, start, step, count, 0);
  if (!isArray(value)) {
    return raiseInt(PyExc_TypeError, `can only assign array (not "${typeNameOf(value)}") to array slice`);
  }
  if (!isSameKind(o, value)) return raiseInt(PyExc_TypeError, BAD_ARGUMENT);
  if (value !== o) return assignSlice(o, start, step, count, value);
  const copy = sliceOf(value, 0, 1, sizeOf(value));
  if (copy === 0) return -1;
  const status = assignSlice(o, start, step, count, copy);
  decref(copy);
  return status;
}

/** Puts the items of another array, or none for 0, in the place of a slice. 0, or -1 with an error set. */
function assignSlice(o: Borrowed, start: number, step: number, count: number, other: Borrowed): number {
  const needed = other === 0 ? 0 : sizeOf(other);
  if ((needed === 0 || count !== needed) && isExported(o)) return -1;
  const bytes = itemBytesOf(o);
  if (step === 1) {
    const size = sizeOf(o);
    const rest = (size - start - count) * bytes;
    if (count > needed && rest > 0) copyBytes(itemAt(o, start + needed), itemAt(o, start + count), rest);
    if (count !== needed && resize(o, size + needed - count) < 0) return -1;
    if (count < needed && rest > 0) copyBytes(itemAt(o, start + needed), itemAt(o, start + count), rest);
    if (needed > 0) copyBytes(itemAt(o, start), itemsOf(other), needed * bytes);
    return 0;
  }
  if (needed === 0) return deleteStrided(o, start, step, count);
  if (count !== needed) {
    return raiseInt(PyExc_ValueError, `attempt to assign array of size ${needed} to extended slice of size ${count}`);
  }
  for (let i = 0; i < count; i++) copyBytes(itemAt(o, start + i * step), itemAt(other, i), bytes);
  return 0;
}

function deleteStrided(o: Borrowed, start: number, step: number, count: number): number {
  if (count === 0) return 0;
  const bytes = itemBytesOf(o);
  const distance = Math.abs(step);
  const first = step > 0 ? start : start + step * (count - 1);
  const size = sizeOf(o);
  for (let i = 0; i < count; i++) {
    const from = first + i * distance + 1;
    const to = i + 1 < count ? from + distance - 1 : size;
    copyBytes(itemAt(o, first + i * (distance - 1)), itemAt(o, from), (to - from) * bytes);
  }
  return resize(o, size - count);
}

// -- concatenation and repetition ------------------------------------------------------------------------------------------

export function array_concat(a: Borrowed, b: Borrowed): Owned {
  if (!isArray(b)) return raise(PyExc_TypeError, `can only append array (not "${typeNameOf(b)}") to array`);
  if (!isSameKind(a, b)) return raise(PyExc_TypeError, BAD_ARGUMENT);
  const kind = kindOf(a);
  const result = newArray(typeIn(arrayType), kind, sizeOf(a) + sizeOf(b));
  if (result === 0) return 0;
  copyBytes(itemsOf(result), itemsOf(a), sizeOf(a) * kind.itemBytes);
  copyBytes(itemAt(result, sizeOf(a)), itemsOf(b), sizeOf(b) * kind.itemBytes);
  return result;
}

/** Repeats the first `count` bytes until all are written. */
function fill(at: Address, count: number, total: number): void {
  if (count === 1) fillBytes(at, u8(at), total);
  else for (let done = count; done < total; done *= 2) copyBytes(at + done, at, Math.min(done, total - done));
}

export function array_repeat(o: Borrowed, times: number): Owned {
  const kind = kindOf(o);
  const size = sizeOf(o);
  const result = newArray(typeIn(arrayType), kind, times > 0 ? size * times : 0);
  if (result === 0 || sizeOf(result) === 0) return result;
  copyBytes(itemsOf(result), itemsOf(o), size * kind.itemBytes);
  fill(itemsOf(result), size * kind.itemBytes, size * times * kind.itemBytes);
  return result;
}

export function array_inplace_repeat(o: Borrowed, times: number): Owned {
  const bytes = itemBytesOf(o);
  const size = sizeOf(o);
  const count = times > 0 ? size * times : 0;
  if (count * bytes > 0x7fff0000) return PyErr_NoMemory();
  if (size > 0 && resize(o, count) < 0) return 0;
  if (count > size) fill(itemsOf(o), size * bytes, count * bytes);
  return newRef(o);
}

/** array_do_extend for arrays: 0, or -1 with an error set. */
export function extendByArray(o: Borrowed, other: Borrowed): number {
  if (!isSameKind(o, other)) return raiseInt(PyExc_TypeError, "can only extend with array of same kind");
  return appendArray(o, other);
}

export function array_inplace_concat(o: Borrowed, other: Borrowed): Owned {
  if (!isArray(other)) {
    return raise(PyExc_TypeError, `can only extend array with array (not "${typeNameOf(other)}")`);
  }
  return extendByArray(o, other) < 0 ? 0 : newRef(o);
}

// -- comparison and searching ----------------------------------------------------------------------------------------------

export function array_richcompare(v: Borrowed, w: Borrowed, operator: number): Owned {
  if (!isArray(v) || !isArray(w)) return Py_NotImplemented;
  const isEquality = operator === Py_EQ || operator === Py_NE;
  if (sizeOf(v) !== sizeOf(w) && isEquality) return bool(operator === Py_NE);
  if (isEquality && isSameKind(v, w) && (kindOf(v).isInteger || isText(kindOf(v)))) {
    return bool(equalBytes(itemsOf(v), itemsOf(w), sizeOf(v) * itemBytesOf(v)) === (operator === Py_EQ));
  }
  const shorter = Math.min(sizeOf(v), sizeOf(w));
  for (let i = 0; i < shorter; i++) {
    const a = getItem(v, i);
    const b = a === 0 ? 0 : getItem(w, i);
    const same = b === 0 ? -1 : PyObject_RichCompareBool(a, b, Py_EQ);
    const answer = same !== 0 || isEquality ? 0 : PyObject_RichCompare(a, b, operator);
    if (a !== 0) decref(a);
    if (b !== 0) decref(b);
    if (same < 0) return 0;
    if (same === 0) return isEquality ? bool(operator === Py_NE) : answer;
  }
  const left = PyLong_FromNumber(sizeOf(v));
  const right = PyLong_FromNumber(sizeOf(w));
  const answer = PyObject_RichCompare(left, right, operator);
  decref(left);
  decref(right);
  return answer;
}

/** Calls visit with the index of each item that equals a value, until it answers true. False with an error set. */
function eachEqual(
  o: Borrowed,
  value: Borrowed,
  start: number,
  stop: number,
  visit: (index: number) => boolean,
): boolean {
  for (let i = start; i < stop && i < sizeOf(o); i++) {
    const item = getItem(o, i);
    const same = item === 0 ? -1 : PyObject_RichCompareBool(item, value, Py_EQ);
    if (item !== 0) decref(item);
    if (same < 0) return false;
    if (same === 1 && visit(i)) return true;
  }
  return true;
}

/** The index of a value; -1 for none, -2 with an error set. */
function find(o: Borrowed, value: Borrowed, start: number, stop: number): number {
  let found = -1;
  const ok = eachEqual(o, value, start, stop, (index) => {
    found = index;
    return true;
  });
  return ok ? found : -2;
}

export function array_contains(o: Borrowed, value: Borrowed): number {
  const index = find(o, value, 0, sizeOf(o));
  return index === -2 ? -1 : index >= 0 ? 1 : 0;
}

export function array_count(o: Borrowed, value: Borrowed): Owned {
  let count = 0;
  const ok = eachEqual(o, value, 0, sizeOf(o), () => {
    count++;
    return false;
  });
  return ok ? PyLong_FromNumber(count) || PyErr_NoMemory() : 0;
}

export function array_index(o: Borrowed, value: Borrowed, start: number, stop: number): Owned {
  const size = sizeOf(o);
  const from = start < 0 ? Math.max(0, start + size) : start;
  const index = find(o, value, from, stop < 0 ? stop + size : stop);
  if (index >= 0) return PyLong_FromNumber(index) || PyErr_NoMemory();
  return index === -2 ? 0 : raise(PyExc_ValueError, "array.index(x): x not in array");
}

export function array_remove(o: Borrowed, value: Borrowed): Owned {
  const index = find(o, value, 0, sizeOf(o));
  if (index === -2) return 0;
  if (index < 0) return raise(PyExc_ValueError, "array.remove(x): x not in array");
  return deleteItems(o, index, index + 1) < 0 ? 0 : Py_None;
}
