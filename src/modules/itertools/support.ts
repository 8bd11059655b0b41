// What the iterators of itertools share: making instances, native frames with the iterator in local 0, and the forms that
// pickling takes. Pickling them is deprecated, and says so.

import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../../memory/memory.ts";
import { PyObject_Repr } from "../../objects/abstract.ts";
import { genericGetAttr } from "../../objects/attributes.ts";
import { PyErr_NoMemory } from "../../objects/errors.ts";
import { pushNative, setNativeLocal } from "../../objects/frames.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { newRef, Py_TPFLAGS_BASETYPE, Py_TPFLAGS_HAVE_GC, typeOf, xdecref } from "../../objects/object.ts";
import { PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "../../objects/tuple_core.ts";
import { PyExc_DeprecationWarning } from "../../objects/types.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "../../objects/unicode_writer.ts";
import { PyErr_WarnEx } from "../../objects/warn.ts";
import { allocate, clearer, deallocator, traverser } from "../type_support.ts";

export const FLAGS = Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_BASETYPE;

/** A new instance that owns the two values given at the offsets; releases them when there is no memory. */
export function make(type: Borrowed, fields: readonly (readonly [offset: number, value: Owned])[]): Owned {
  const complete = fields.every(([, value]) => value !== 0);
  const o = complete ? allocate(type) : 0;
  for (const [offset, value] of fields) {
    if (o !== 0) setPtr(o + offset, value);
    else xdecref(value);
  }
  return o;
}

export function openFrame(o: Borrowed, step: Address): Address {
  const frame = pushNative(step, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(o));
  return frame;
}

/** name(repr, …) of objects. Owned. */
export function show(name: string, ...values: Borrowed[]): Owned {
  const writer = UnicodeWriter_New(true);
  let ok = writer !== 0 && UnicodeWriter_WriteASCIIString(writer, `${name}(`);
  values.forEach((value, index) => {
    const shown = ok ? PyObject_Repr(value) : 0;
    ok =
      shown !== 0 &&
      (index === 0 || UnicodeWriter_WriteASCIIString(writer, ", ")) &&
      UnicodeWriter_WriteStr(writer, shown);
    xdecref(shown);
  });
  ok = ok && UnicodeWriter_WriteASCIIString(writer, ")");
  if (ok) return UnicodeWriter_Finish(writer);
  xdecref(writer);
  return 0;
}

/** Says that pickling itertools is deprecated. False with the warning as an error. */
export function warnOfPickling(): boolean {
  const message = "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.";
  return PyErr_WarnEx(PyExc_DeprecationWarning, message, 1) >= 0;
}

/** (class, args) or (class, args, state) for __reduce__, of Owned parts; 0 in args or a null state part fails. */
export function reduced(o: Borrowed, args: Owned, ...state: Owned[]): Owned {
  const complete = args !== 0 && !state.includes(0);
  const result = complete ? PyTuple_Pack(typeOf(o), args, ...state) : 0;
  xdecref(args);
  for (const part of state) xdecref(part);
  return result;
}

/** A __reduce__ whose arguments are fields of the iterator. */
export function reduceFields(...fields: number[]): (o: Borrowed) => Owned {
  return (o) => (warnOfPickling() ? reduced(o, PyTuple_Pack(...fields.map((field) => ptr(o + field)))) : 0);
}

/** A tuple of numbers. Owned. */
export function tupleOfNumbers(count: number, number: (index: number) => number): Owned {
  const tuple = PyTuple_New(count);
  for (let i = 0; tuple !== 0 && i < count; i++) PyTuple_SET_ITEM(tuple, i, PyLong_FromNumber(number(i)));
  return tuple;
}

/** tp_dealloc, tp_traverse, tp_clear, tp_iter and tp_getattro of an iterator with these pointers. */
export function iteratorSlots(...fields: number[]) {
  return {
    tp_dealloc: deallocator(...fields),
    tp_traverse: traverser(...fields),
    tp_clear: clearer(...fields),
    tp_iter: newRef,
    tp_getattro: genericGetAttr,
  };
}
