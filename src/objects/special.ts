// Calling special methods: looked up on the type, bound as descriptors are, called with self. May answer PUSHED.
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { allocateArguments, freeArguments, pushVectorcall } from "./call.ts";
import { raise, typeNameOf } from "./errors.ts";
import { currentFrame, settle } from "./frames.ts";
import { decref, incref, newRef, Py_TPFLAGS_METHOD_DESCRIPTOR, typeFlags, typeOf } from "./object.ts";
import { _PyType_Lookup } from "./type_lookup.ts";
import { PyExc_AttributeError } from "./types.ts";
import { textOf } from "./unicode_core.ts";

/** _PyObject_LookupSpecial: a special method bound to o; 0 without an error when the type has none. Settled. */
export function _PyObject_LookupSpecial(o: Borrowed, name: Borrowed): Owned {
  const found = _PyType_Lookup(typeOf(o), name);
  if (found === 0) return 0;
  const get = ptr(typeOf(found) + PyTypeObject.tp_descr_get);
  if (get === 0) return newRef(found);
  const base = currentFrame();
  return settle(base, textFunction(get)(found, o, typeOf(o)));
}

/**
 * Calls type(self).name(self, …) with the arguments given (0 ends them). Answers like a call; when the type has no such
 * name, `missing` (nothing is set).
 */
export function pushSpecialOr(
  missing: number,
  self: Borrowed,
  name: Borrowed,
  a: Borrowed = 0,
  b: Borrowed = 0,
  c: Borrowed = 0,
): number {
  const found = _PyType_Lookup(typeOf(self), name);
  if (found === 0) return missing;
  const count = a === 0 ? 0 : b === 0 ? 1 : c === 0 ? 2 : 3;
  let callable: Address;
  let bound: boolean;
  if (typeFlags(typeOf(found)) & Py_TPFLAGS_METHOD_DESCRIPTOR) {
    callable = newRef(found);
    bound = false;
  } else {
    const get = ptr(typeOf(found) + PyTypeObject.tp_descr_get);
    if (get === 0) callable = newRef(found);
    else {
      const base = currentFrame();
      incref(found);
      callable = settle(base, textFunction(get)(found, self, typeOf(self)));
      decref(found);
      if (callable === 0) return 0;
    }
    bound = true;
  }
  const row = allocateArguments(4);
  if (row === 0) {
    decref(callable);
    return 0;
  }
  setPtr(row, self);
  setPtr(row + 8, a);
  setPtr(row + 16, b);
  setPtr(row + 24, c);
  const result = bound ? pushVectorcall(callable, row + 8, count, 0) : pushVectorcall(callable, row, count + 1, 0);
  freeArguments(row);
  decref(callable);
  return result;
}

/** The same where the method must exist: AttributeError otherwise. */
export function pushSpecial(self: Borrowed, name: Borrowed, a: Borrowed = 0, b: Borrowed = 0, c: Borrowed = 0): Owned {
  const result = pushSpecialOr(-1, self, name, a, b, c);
  if (result === -1) {
    return raise(PyExc_AttributeError, `'${typeNameOf(self)}' object has no attribute '${textOf(name)}'`);
  }
  return result;
}
