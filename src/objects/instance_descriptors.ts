// __dict__ and __weakref__ of instances of classes: static definitions that every class with such a slot uses.
import { reserveStatic } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyGetSetDef } from "../memory/structs/object.ts";
import { text } from "../memory/text.ts";
import { cstring, declareInitializer } from "./declare.ts";
import { _PyObject_ComputedDictPointer, _PyObject_SetManagedDict, PyObject_GenericGetDict } from "./dict_instance.ts";
import { INSTANCE } from "./docstrings.ts";
import { raiseInt, typeNameOf } from "./errors.ts";
import { isDict, newRef, Py_TPFLAGS_MANAGED_DICT, replaceSlot, typeFlags, typeOf } from "./object.ts";
import { Py_None, PyExc_TypeError } from "./types.ts";
import { weaklistSlot } from "./weakref_core.ts";

function define(
  name: string,
  get: (o: Borrowed) => Owned,
  set: ((o: Borrowed, value: Borrowed) => number) | null,
): Address {
  const at = reserveStatic(PyGetSetDef.sizeof);
  const nameAt = cstring(name);
  const getAt = text(`subtype_${name}`, get);
  const setAt = set === null ? 0 : text(`subtype_set_${name}`, set);
  declareInitializer((docstrings) => {
    setPtr(at + PyGetSetDef.name, nameAt);
    setPtr(at + PyGetSetDef.get, getAt);
    setPtr(at + PyGetSetDef.set, setAt);
    setPtr(at + PyGetSetDef.doc, docstrings.at(INSTANCE, name));
    setPtr(at + PyGetSetDef.closure, 0);
  });
  return at;
}

function setDict(o: Borrowed, value: Borrowed): number {
  if (value !== 0 && !isDict(value)) {
    return raiseInt(PyExc_TypeError, `__dict__ must be set to a dictionary, not a '${typeNameOf(value)}'`);
  }
  if (typeFlags(typeOf(o)) & Py_TPFLAGS_MANAGED_DICT) return _PyObject_SetManagedDict(o, value);
  const slot = _PyObject_ComputedDictPointer(o);
  if (slot === 0) return raiseInt(PyExc_TypeError, "This object has no __dict__");
  replaceSlot(slot, value === 0 ? 0 : newRef(value));
  return 0;
}

/** PyGetSetDef of __dict__. */
export const instanceDictDescriptor = define("__dict__", PyObject_GenericGetDict, setDict);
/** PyGetSetDef of __weakref__. */
export const weakrefDescriptor = define(
  "__weakref__",
  (o: Borrowed): Owned => {
    const slot = weaklistSlot(o);
    const first = slot === 0 ? 0 : ptr(slot);
    return newRef(first === 0 ? Py_None : first);
  },
  null,
);
