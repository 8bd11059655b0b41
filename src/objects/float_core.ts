// The storage of floats: 24 bytes, with a free list of dead ones linked through ob_type.
import { objectFree, objectMalloc } from "../memory/allocators.ts";
import {
  type Address,
  type Borrowed,
  copyWide,
  f64,
  i32,
  type Owned,
  ptr,
  setF64,
  setI32,
  setI64,
  setPtr,
} from "../memory/memory.ts";
import { _Py_object_freelists } from "../memory/structs/allocators.ts";
import { PyFloatObject } from "../memory/structs/numbers.ts";
import { FREE_LISTS } from "./free_lists.ts";
import { isInstanceOf, typeOf } from "./object.ts";
import { PyFloat_Type } from "./types.ts";

const HEAD = FREE_LISTS + _Py_object_freelists.floats_items;
const COUNT = FREE_LISTS + _Py_object_freelists.floats_numfree;
export const PyFloat_MAXFREELIST = 100;

/** A float whose value is not written yet; 0 when memory is exhausted (no error set). */
export function allocateFloat(): Owned {
  let o = ptr(HEAD);
  if (o !== 0) {
    setPtr(HEAD, ptr(o + PyFloatObject.ob_type));
    setI32(COUNT, i32(COUNT) - 1);
  } else {
    o = objectMalloc(PyFloatObject.sizeof);
    if (o === 0) return 0;
  }
  setI64(o, 1, 0);
  setPtr(o + PyFloatObject.ob_type, PyFloat_Type);
  return o;
}

/** PyFloat_FromDouble; 0 when memory is exhausted (no error set). */
export function newFloat(value: number): Owned {
  const o = allocateFloat();
  if (o !== 0) setF64(o + PyFloatObject.ob_fval, value);
  return o;
}

export function floatValue(o: Borrowed): number {
  return f64(o + PyFloatObject.ob_fval);
}

export function isFloat(o: Borrowed): boolean {
  return isInstanceOf(o, PyFloat_Type);
}

/** tp_dealloc of exactly float; an instance of a subclass goes to freeSubclass. */
export function deallocateFloat(o: Address, freeSubclass: (o: Address) => void): void {
  if (typeOf(o) !== PyFloat_Type) {
    freeSubclass(o);
    return;
  }
  if (i32(COUNT) >= PyFloat_MAXFREELIST) {
    objectFree(o);
    return;
  }
  setPtr(o + PyFloatObject.ob_type, ptr(HEAD));
  setPtr(HEAD, o);
  setI32(COUNT, i32(COUNT) + 1);
}

/** A float with the bits that stand at an address, which a NaN keeps; 0 when memory is exhausted. */
export function floatAt(address: Address): Owned {
  const o = allocateFloat();
  if (o !== 0) copyWide(o + PyFloatObject.ob_fval, address);
  return o;
}
