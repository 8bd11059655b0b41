// What the types of modules share: slots for objects that are a row of pointers, and the checks that CPython's argument
// parsing makes before tp_new.
//
// Invariant: instances of collected types are tracked from their allocation to their dealloc, and every field named is null or
// owned. Those of types that the module makes (newModuleType) own their type too.
import { gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { dictUsed } from "../objects/dict_core.ts";
import { raise, raiseInt, typeNameOf } from "../objects/errors.ts";
import { clearSlot, isDict, newRef, replaceSlot, sizeOf, typeOf, xdecref } from "../objects/object.ts";
import { freeInstance, freeOfHeapType } from "../objects/type_alloc.ts";
import { PyExc_TypeError } from "../objects/types.ts";

type Visit = (o: Borrowed) => number;

export function deallocator(...fields: number[]): (o: Address) => void {
  return (o) => {
    gcUntrack(o);
    for (const field of fields) xdecref(ptr(o + field));
    freeOfHeapType(o);
  };
}

/** The same for a type that is not collected. */
export function plainDeallocator(...fields: number[]): (o: Address) => void {
  return (o) => {
    for (const field of fields) xdecref(ptr(o + field));
    freeOfHeapType(o);
  };
}

/** The same for a static type. */
export function staticDeallocator(...fields: number[]): (o: Address) => void {
  return (o) => {
    gcUntrack(o);
    for (const field of fields) xdecref(ptr(o + field));
    freeInstance(o);
  };
}

export function traverser(...fields: number[]): (o: Address, visit: Visit) => number {
  return (o, visit) => {
    const stop = visit(typeOf(o));
    return stop !== 0 ? stop : visitFields(o, visit, fields);
  };
}

/** The same where C visits the type behind the fields. */
export function typeLastTraverser(...fields: number[]): (o: Address, visit: Visit) => number {
  return (o, visit) => {
    const stop = visitFields(o, visit, fields);
    return stop !== 0 ? stop : visit(typeOf(o));
  };
}

/** The same for a static type. */
export function staticTraverser(...fields: number[]): (o: Address, visit: Visit) => number {
  return (o, visit) => visitFields(o, visit, fields);
}

function visitFields(o: Address, visit: Visit, fields: readonly number[]): number {
  for (const field of fields) {
    const value = ptr(o + field);
    const stop = value === 0 ? 0 : visit(value);
    if (stop !== 0) return stop;
  }
  return 0;
}

export function clearer(...fields: number[]): (o: Address) => number {
  return (o) => {
    for (const field of fields) clearSlot(o + field);
    return 0;
  };
}

/** The setter of __dict__ for a type that keeps its dict at an offset. */
export function instanceDictSetter(offset: number): (o: Address, value: Borrowed) => number {
  return (o, value) => {
    if (value === 0) return raiseInt(PyExc_TypeError, "cannot delete __dict__");
    if (!isDict(value)) {
      return raiseInt(PyExc_TypeError, `__dict__ must be set to a dictionary, not a '${typeNameOf(value)}'`);
    }
    replaceSlot(o + offset, newRef(value));
    return 0;
  };
}

/** A zeroed, tracked instance; 0 with an error set. */
export function allocate(type: Borrowed): Owned {
  return textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
}

export function hasKeywords(keywords: Borrowed): boolean {
  return keywords !== 0 && dictUsed(keywords) > 0;
}

/** Whether the class keeps tp_init of the built-in: then keywords cannot be meant for its own __init__. */
export function keepsInit(type: Borrowed, own: Borrowed): boolean {
  return type === own || ptr(type + PyTypeObject.tp_init) === ptr(own + PyTypeObject.tp_init);
}

/** _PyArg_NoKeywords for a type: false with TypeError set. */
export function refuseKeywords(name: string, type: Borrowed, own: Borrowed, keywords: Borrowed): boolean {
  if (!hasKeywords(keywords) || !keepsInit(type, own)) return true;
  raise(PyExc_TypeError, `${name}() takes no keyword arguments`);
  return false;
}

/** _PyArg_CheckPositional for a tuple: false with TypeError set. */
export function checkPositional(name: string, args: Borrowed, least: number, most: number): boolean {
  return checkArgumentCount(name, sizeOf(args), least, most);
}

/** The same for a number of arguments. */
export function checkArgumentCount(name: string, count: number, least: number, most: number): boolean {
  if (count >= least && count <= most) return true;
  const limit = count < least ? least : most;
  const bound = least === most ? "" : count < least ? "at least " : "at most ";
  raise(PyExc_TypeError, `${name} expected ${bound}${limit} argument${limit === 1 ? "" : "s"}, got ${count}`);
  return false;
}
