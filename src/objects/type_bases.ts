// Assignment to __bases__: a class gets other bases of the same layout; it and all its subclasses get new orders.
// Invariant: either all orders change, or, when one of them cannot be made, none.
import { type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyDict_DelItem } from "./dict_core.ts";
import { PyErr_Clear, PyErr_NoMemory, PyErr_Occurred, raiseInt, typeName, typeNameOf, WHOLE } from "./errors.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import { forgoCaches, invokeMro } from "./mro_invoke.ts";
import { decref, isSubtype, isTuple, isType, newRef, sizeOf } from "./object.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { compatibleForAssignment } from "./type_layout.ts";
import { forEachSubclass, hasFixedHead, PyType_Modified, typeSubclassesSlot } from "./type_lookup.ts";
import { bestBase } from "./type_new.ts";
import { registerSubclass } from "./type_ready.ts";
import { updateAllSlots } from "./type_slots.ts";
import { PyExc_TypeError } from "./types.ts";

const BASES = PyTypeObject.tp_bases;
const BASE = PyTypeObject.tp_base;
const MRO = PyTypeObject.tp_mro;

/** Checks what a program assigns: the base that decides the layout, borrowed, or 0 with an error set. */
function checkBases(type: Borrowed, value: Borrowed): Borrowed {
  const fail = (message: string): 0 => {
    raiseInt(PyExc_TypeError, message);
    return 0;
  };
  if (hasFixedHead(type)) return fail(`cannot set '__bases__' attribute of immutable type '${typeName(type, WHOLE)}'`);
  if (value === 0) return fail(`cannot delete '__bases__' attribute of immutable type '${typeName(type, WHOLE)}'`);
  const name = typeName(type, WHOLE);
  if (!isTuple(value)) return fail(`can only assign tuple to ${name}.__bases__, not ${typeNameOf(value, WHOLE)}`);
  if (sizeOf(value) === 0) return fail(`can only assign non-empty tuple to ${name}.__bases__, not ()`);
  for (let i = 0; i < sizeOf(value); i++) {
    const base = PyTuple_GET_ITEM(value, i);
    if (!isType(base)) return fail(`${name}.__bases__ must be tuple of classes, not '${typeNameOf(base, WHOLE)}'`);
    // While mro() of a class runs, its new bases are known to tp_base alone.
    let isCycle = isSubtype(base, type);
    for (let at = base; at !== 0 && !isCycle; at = ptr(at + BASE)) isCycle = at === type;
    if (isCycle) return fail("a __bases__ item causes an inheritance cycle");
  }
  const base = bestBase(value);
  if (base === 0 || compatibleForAssignment(ptr(type + BASE), base, "__bases__") === 0) return 0;
  return base;
}

type Renewed = [type: Owned, order: Borrowed, before: Owned];

/** mro_hierarchy: new orders for a class and its subclasses. The old ones are kept in `kept`. 0, or -1. */
function renewOrders(type: Borrowed, kept: Renewed[]): number {
  const before = ptr(type + MRO);
  const order = invokeMro(type);
  if (order === 0) return -1;
  if (ptr(type + MRO) !== before) {
    // mro() assigned to __bases__ itself.
    decref(order);
    return 0;
  }
  kept.push([newRef(type), order, before]);
  setPtr(type + MRO, order);
  forgoCaches(type, order);
  PyType_Modified(type);
  let status = 0;
  forEachSubclass(type, (subclass) => {
    if (status === 0) status = renewOrders(subclass, kept);
  });
  return status;
}

/** Takes a class out of the subclasses of its bases. */
function unregisterSubclass(type: Borrowed, bases: Borrowed): number {
  const key = PyLong_FromNumber(type);
  if (key === 0) return PyErr_NoMemory() - 1;
  for (let i = 0; i < sizeOf(bases); i++) {
    const subclasses = ptr(typeSubclassesSlot(PyTuple_GET_ITEM(bases, i)));
    if (subclasses !== 0 && PyDict_DelItem(subclasses, key) < 0) PyErr_Clear();
  }
  decref(key);
  return 0;
}

/** All slots of a class, then of its subclasses: what a base has may have changed everything. */
function renewSlots(type: Borrowed): void {
  updateAllSlots(type);
  forEachSubclass(type, renewSlots);
}

/** type.__bases__ = value (0 deletes): 0, or -1 with an error set. */
export function setBases(type: Borrowed, value: Borrowed): number {
  const base = checkBases(type, value);
  if (base === 0) return -1;
  const oldBases = ptr(type + BASES);
  const oldBase = ptr(type + BASE);
  setPtr(type + BASES, newRef(value));
  setPtr(type + BASE, newRef(base));
  const kept: Renewed[] = [];
  const failed = renewOrders(type, kept) < 0;
  // Backwards: a class that was renewed twice gets its first order back. What an mro() assigned meanwhile stays.
  for (const [one, order, before] of kept.reverse()) {
    if (failed && ptr(one + MRO) === order) {
      setPtr(one + MRO, before);
      PyType_Modified(one);
      decref(order);
    } else if (before !== 0) decref(before);
    decref(one);
  }
  const stands = ptr(type + BASES) === value;
  if (failed && stands) {
    setPtr(type + BASES, oldBases);
    setPtr(type + BASE, oldBase);
    decref(value);
    decref(base);
    return -1;
  }
  let status = failed ? -1 : 0;
  if (!failed && stands) {
    if (unregisterSubclass(type, oldBases) < 0 || registerSubclass(type) < 0) status = -1;
    renewSlots(type);
    PyType_Modified(type);
  }
  decref(oldBases);
  decref(oldBase);
  return status < 0 || PyErr_Occurred() !== 0 ? -1 : 0;
}
