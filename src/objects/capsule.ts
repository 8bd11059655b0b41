// Capsules: an opaque pointer with a name. Programs only see that they are there.
// Invariant: nothing in this machine follows the pointer; a module that makes one keeps what it means to itself.
import { gcNewVar, gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyCapsule } from "../memory/structs/code.ts";
import { textFunction } from "../memory/text.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory, textOfCString } from "./errors.ts";
import { initObject, Py_TPFLAGS_HAVE_GC } from "./object.ts";
import { freeInstance } from "./type_alloc.ts";
import { PyCapsule_Type } from "./types.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";

/** PyCapsule_New: name is the address of a text that lives as long, or 0; destructor a text address, or 0. */
export function PyCapsule_New(pointer: Address, name: Address, destructor: Address): Owned {
  const o = gcNewVar(PyCapsule_Type, PyCapsule.sizeof);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, PyCapsule_Type);
  setPtr(o + PyCapsule.pointer, pointer);
  setPtr(o + PyCapsule.name, name);
  setPtr(o + PyCapsule.context, 0);
  setPtr(o + PyCapsule.destructor, destructor);
  setPtr(o + PyCapsule.traverse_func, 0);
  setPtr(o + PyCapsule.clear_func, 0);
  return o;
}

/** _PyCapsule_SetTraverse: from now on the collector asks the capsule what it holds. */
export function _PyCapsule_SetTraverse(o: Borrowed, traverse: Address, clear: Address): void {
  setPtr(o + PyCapsule.traverse_func, traverse);
  setPtr(o + PyCapsule.clear_func, clear);
  gcTrack(o);
}

declareType(PyCapsule_Type, {
  name: "PyCapsule",
  basicsize: PyCapsule.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: (o: Address): void => {
      if (isTracked(o)) gcUntrack(o);
      const destructor = ptr(o + PyCapsule.destructor);
      if (destructor !== 0) textFunction(destructor)(o);
      freeInstance(o);
    },
    tp_traverse: (o: Address, visit: (o: Address) => number): number => {
      const traverse = ptr(o + PyCapsule.traverse_func);
      return traverse === 0
        ? 0
        : textFunction<(o: Address, visit: (o: Address) => number) => number>(traverse)(o, visit);
    },
    tp_clear: (o: Address): number => {
      const clear = ptr(o + PyCapsule.clear_func);
      return clear === 0 ? 0 : textFunction(clear)(o);
    },
    tp_repr: (o: Borrowed): Owned => {
      const name = ptr(o + PyCapsule.name);
      const shown = name === 0 ? "NULL" : `"${textOfCString(name)}"`;
      return PyUnicode_FromString(`<capsule object ${shown} at 0x${o.toString(16)}>`) || PyErr_NoMemory();
    },
  },
});
