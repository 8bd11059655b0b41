// Where the interpreter keeps its free lists: dead objects of one kind that wait to be used again. Each type's own file
// puts in and takes out; this file only knows the addresses.
import { INTERPRETER } from "../memory/data.ts";
import type { Address } from "../memory/memory.ts";
import { _Py_object_freelists } from "../memory/structs/allocators.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";

/** _Py_object_freelists of the interpreter. */
export const FREE_LISTS = INTERPRETER + PyInterpreterState.object_state;

/** The head of the list of dead tuples of a size (1 to 20), linked through their first item. */
export function tupleFreeListHeadAt(itemCount: number): Address {
  return FREE_LISTS + _Py_object_freelists.tuples_items + (itemCount - 1) * 8;
}

/** Where the length of that list stands. */
export function tupleFreeListCountAt(itemCount: number): Address {
  return FREE_LISTS + _Py_object_freelists.tuples_numfree + (itemCount - 1) * 4;
}
