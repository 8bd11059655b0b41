// Whether instances made for one class can become another's: what assignments to __class__ and __bases__ ask.
import { type Borrowed, ptr, ssize } from "../memory/memory.ts";
import { PyHeapTypeObject, PyTypeObject } from "../memory/structs/object.ts";
import { Py_EQ, PyObject_RichCompareBool } from "./abstract.ts";
import { PyErr_Occurred, raiseInt, typeName } from "./errors.ts";
import {
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HEAPTYPE,
  Py_TPFLAGS_MANAGED_DICT,
  Py_TPFLAGS_MANAGED_WEAKREF,
  sizeOf,
  typeFlags,
} from "./object.ts";
import { subtypeClear } from "./type_alloc.ts";
import { PyBaseObject_Type, PyExc_TypeError } from "./types.ts";

const LAYOUT = [
  PyTypeObject.tp_basicsize,
  PyTypeObject.tp_itemsize,
  PyTypeObject.tp_dictoffset,
  PyTypeObject.tp_weaklistoffset,
];

/** shape_differs: whether instances of `type` need more room than those of `base`. */
function shapeDiffers(type: Borrowed, base: Borrowed): boolean {
  return [PyTypeObject.tp_basicsize, PyTypeObject.tp_itemsize].some(
    (field) => ssize(type + field) !== ssize(base + field),
  );
}

/** solid_base: the base that decides the layout of a type's instances. */
export function solidBase(type: Borrowed): Borrowed {
  const base = ptr(type + PyTypeObject.tp_base);
  const solid = base === 0 ? PyBaseObject_Type : solidBase(base);
  return shapeDiffers(type, solid) ? type : solid;
}

/** A class that adds nothing to the layout of its base. */
function addsNothing(type: Borrowed): boolean {
  const base = ptr(type + PyTypeObject.tp_base);
  if (base === 0 || LAYOUT.some((field) => ssize(type + field) !== ssize(base + field))) return false;
  const collected = typeFlags(type) & Py_TPFLAGS_HAVE_GC;
  if (collected !== (typeFlags(base) & Py_TPFLAGS_HAVE_GC)) return false;
  const clear = ptr(type + PyTypeObject.tp_clear);
  return collected === 0 || clear === subtypeClear || clear === ptr(base + PyTypeObject.tp_clear);
}

/** Two classes of one base that add the same: dict, weak list, slots. */
function addSame(a: Borrowed, b: Borrowed): boolean {
  const base = ptr(a + PyTypeObject.tp_base);
  if (base === 0 || base !== ptr(b + PyTypeObject.tp_base)) return false;
  if ((typeFlags(a) ^ typeFlags(b)) & (Py_TPFLAGS_MANAGED_DICT | Py_TPFLAGS_MANAGED_WEAKREF)) return false;
  let size = ssize(base + PyTypeObject.tp_basicsize);
  for (const field of [PyTypeObject.tp_dictoffset, PyTypeObject.tp_weaklistoffset]) {
    if (ssize(a + field) === size && ssize(b + field) === size) size += 8;
  }
  if ((typeFlags(a) & typeFlags(b) & Py_TPFLAGS_HEAPTYPE) === 0) return false;
  const slots = ptr(a + PyHeapTypeObject.ht_slots);
  const others = ptr(b + PyHeapTypeObject.ht_slots);
  if (slots !== 0 && others !== 0) {
    if (PyObject_RichCompareBool(slots, others, Py_EQ) !== 1) return false;
    size += 8 * sizeOf(slots);
  }
  return size === ssize(a + PyTypeObject.tp_basicsize) && size === ssize(b + PyTypeObject.tp_basicsize);
}

/** compatible_for_assignment: 1, or 0 with TypeError set. attribute: what is assigned, for the message. */
export function compatibleForAssignment(old: Borrowed, fresh: Borrowed, attribute: string): number {
  const differs = (what: string): number => {
    if (PyErr_Occurred() === 0) {
      raiseInt(
        PyExc_TypeError,
        `${attribute} assignment: '${typeName(fresh)}' ${what} differs from '${typeName(old)}'`,
      );
    }
    return 0;
  };
  if (ptr(fresh + PyTypeObject.tp_free) !== ptr(old + PyTypeObject.tp_free)) return differs("deallocator");
  let a = fresh;
  while (addsNothing(a)) a = ptr(a + PyTypeObject.tp_base);
  let b = old;
  while (addsNothing(b)) b = ptr(b + PyTypeObject.tp_base);
  return a === b || addSame(a, b) ? 1 : differs("object layout");
}
