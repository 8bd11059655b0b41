// The method resolution order that a class gets: its metaclass may have a mro() of its own, which is called in a nested loop.
// Invariant: who asks looks whether the order changed meanwhile, since that mro() may assign to __bases__ of the very class.
import { type Borrowed, type Owned, setI32, setPtr, setU16 } from "../memory/memory.ts";
import { PyHeapTypeObject, PyTypeObject } from "../memory/structs/object.ts";
import { raise, typeNameOf } from "./errors.ts";
import { currentFrame, settle } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { PySequence_Tuple } from "./list_extend.ts";
import { mroEntries } from "./mro.ts";
import { decref, isSubtype, isType, Py_TPFLAGS_HEAPTYPE, sizeOf, typeFlags, typeOf } from "./object.ts";
import { pushSpecial } from "./special.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { solidBase } from "./type_layout.ts";
import { _PyType_Lookup } from "./type_lookup.ts";
import { shortName } from "./type_names.ts";
import { PyExc_TypeError, PyType_Type } from "./types.ts";

const id_mro = identifier("mro");
/** tp_versions_used of a class that never gets a version tag. */
const ATTR_CACHE_UNUSED = 0xffff;

function hasOwnMro(type: Borrowed): boolean {
  const metatype = typeOf(type);
  return metatype !== PyType_Type && _PyType_Lookup(metatype, id_mro) !== _PyType_Lookup(PyType_Type, id_mro);
}

/** mro_invoke: a new tuple of classes; 0 with an error set. */
export function invokeMro(type: Borrowed): Owned {
  if (!hasOwnMro(type)) return mroEntries(type);
  const base = currentFrame();
  const answer = settle(base, pushSpecial(type, id_mro));
  if (answer === 0) return 0;
  const order = PySequence_Tuple(answer);
  decref(answer);
  if (order !== 0 && isUsable(type, order)) return order;
  if (order !== 0) decref(order);
  return 0;
}

/** mro_check */
function isUsable(type: Borrowed, order: Borrowed): boolean {
  if (sizeOf(order) === 0) {
    raise(PyExc_TypeError, "type MRO must not be empty");
    return false;
  }
  const solid = solidBase(type);
  for (let i = 0; i < sizeOf(order); i++) {
    const entry = PyTuple_GET_ITEM(order, i);
    if (!isType(entry)) {
      raise(PyExc_TypeError, `mro() returned a non-class ('${typeNameOf(entry)}')`);
      return false;
    }
    if (!isSubtype(solid, solidBase(entry))) {
      raise(PyExc_TypeError, `mro() returned base with unsuitable layout ('${shortName(entry)}')`);
      return false;
    }
  }
  return true;
}

/**
 * type_mro_modified: a class is told when its bases change, and caches what it found until then. One that looks elsewhere, too,
 * must not.
 */
export function forgoCaches(type: Borrowed, classes: Borrowed): void {
  let isToldOfAll = !hasOwnMro(type);
  for (let i = 0; i < sizeOf(classes) && isToldOfAll; i++) isToldOfAll = isSubtype(type, PyTuple_GET_ITEM(classes, i));
  if (isToldOfAll) return;
  setI32(type + PyTypeObject.tp_version_tag, 0);
  setU16(type + PyTypeObject.tp_versions_used, ATTR_CACHE_UNUSED);
  if (typeFlags(type) & Py_TPFLAGS_HEAPTYPE) setPtr(type + PyHeapTypeObject._spec_cache_getitem, 0);
}
