// Unpacking any iterable onto the stack: a, b = x and a, *b, c = x.
import { type Address, type Borrowed, ptr, setPtr } from "../memory/memory.ts";
import { PyListObject } from "../memory/structs/containers.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyIter_Next, PyObject_GetIter, PySequence_Check } from "../objects/abstract.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Occurred, raise, typeNameOf } from "../objects/errors.ts";
import { setListSize } from "../objects/list_core.ts";
import { PySequence_List } from "../objects/list_extend.ts";
import { decref, incref, sizeOf, typeOf } from "../objects/object.ts";
import { PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";

/**
 * Puts `before` items, and when after >= 0 a list of the middle and `after` items more, on the stack from `at` upwards so
 * that the first item is on top. Answers with the new top of the stack, or 0 with an error set.
 */
export function unpackIterable(iterable: Borrowed, before: number, after: number, at: Address): Address {
  const total = before + (after < 0 ? 0 : after + 1);
  const top = at + total * 8;
  const iterator = PyObject_GetIter(iterable);
  if (iterator === 0) {
    if (
      PyErr_ExceptionMatches(PyExc_TypeError) &&
      ptr(typeOf(iterable) + PyTypeObject.tp_iter) === 0 &&
      !PySequence_Check(iterable)
    ) {
      PyErr_Clear();
      return raise(PyExc_TypeError, `cannot unpack non-iterable ${typeNameOf(iterable)} object`);
    }
    return 0;
  }
  let slot = top;
  const fail = (): 0 => {
    for (let a = slot; a < top; a += 8) decref(ptr(a));
    decref(iterator);
    return 0;
  };
  for (let i = 0; i < before; i++) {
    const item = PyIter_Next(iterator);
    if (item === 0) {
      if (PyErr_Occurred() === 0) {
        if (after < 0) raise(PyExc_ValueError, `not enough values to unpack (expected ${before}, got ${i})`);
        else raise(PyExc_ValueError, `not enough values to unpack (expected at least ${before + after}, got ${i})`);
      }
      return fail();
    }
    slot -= 8;
    setPtr(slot, item);
  }
  if (after < 0) {
    const extra = PyIter_Next(iterator);
    if (extra === 0) {
      if (PyErr_Occurred() !== 0) return fail();
      decref(iterator);
      return top;
    }
    decref(extra);
    raise(PyExc_ValueError, `too many values to unpack (expected ${before})`);
    return fail();
  }
  // An iterator of the program's is asked for its iterator again.
  const list = PySequence_List(iterator);
  if (list === 0) return fail();
  slot -= 8;
  setPtr(slot, list);
  const length = sizeOf(list);
  if (length < after) {
    raise(
      PyExc_ValueError,
      `not enough values to unpack (expected at least ${before + after}, got ${before + length})`,
    );
    return fail();
  }
  const items = ptr(list + PyListObject.ob_item);
  for (let j = after; j > 0; j--) {
    slot -= 8;
    const item = ptr(items + (length - j) * 8);
    incref(item);
    setPtr(slot, item);
  }
  for (let j = length - after; j < length; j++) decref(ptr(items + j * 8));
  setListSize(list, length - after);
  decref(iterator);
  return top;
}
