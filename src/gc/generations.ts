// Generations as lists: circular, doubly linked through the collector's heads, each with a head of its own.
//
// Invariant: outside a collection every _gc_next is a plain address and every _gc_prev an address and the finalized bit.
// During one, _gc_prev of a candidate holds its count of references, and bit 0 of _gc_next marks what is not reached yet.
import { type Address, low, ptr, setPtr } from "../memory/memory.ts";
import { PyGC_Head } from "../memory/structs/object.ts";
import { PREV_COLLECTING, PREV_FINALIZED, PREV_FLAGS } from "./link.ts";

/** Bit of _gc_next: the object is not known to be reachable. */
export const NEXT_UNREACHABLE = 1;
/** References are counted in _gc_prev above the flag bits. */
export const REFS_SHIFT = 2;

/** @expand */
export function nextOf(head: Address): Address {
  return ptr(head + PyGC_Head._gc_next);
}

/** @expand */
export function setNext(head: Address, next: Address): void {
  setPtr(head + PyGC_Head._gc_next, next);
}

/** @expand */
export function previousOf(head: Address): Address {
  return low(head + PyGC_Head._gc_prev) & ~PREV_FLAGS;
}

/** Keeps the flag bits. @expand */
export function setPrevious(head: Address, previous: Address): void {
  setPtr(head + PyGC_Head._gc_prev, (low(head + PyGC_Head._gc_prev) & PREV_FLAGS) | previous);
}

export function initList(list: Address): void {
  setPtr(list + PyGC_Head._gc_next, list);
  setPtr(list + PyGC_Head._gc_prev, list);
}

export function isEmptyList(list: Address): boolean {
  return nextOf(list) === list;
}

/** gc_list_append: the node is in no list. */
export function appendTo(list: Address, node: Address): void {
  const last = ptr(list + PyGC_Head._gc_prev);
  setPrevious(node, last);
  setNext(last, node);
  setNext(node, list);
  setPtr(list + PyGC_Head._gc_prev, node);
}

/** gc_list_move: out of the list it is in, to the end of another. */
export function moveTo(list: Address, node: Address): void {
  const from = previousOf(node);
  const to = nextOf(node);
  setNext(from, to);
  setPrevious(to, from);
  appendTo(list, node);
}

/** gc_list_merge: all of `from` behind all of `to`; `from` is empty afterwards. */
export function mergeLists(from: Address, to: Address): void {
  if (!isEmptyList(from)) {
    const tail = previousOf(to);
    const first = nextOf(from);
    const last = previousOf(from);
    setNext(tail, first);
    setPrevious(first, tail);
    setNext(last, to);
    setPtr(to + PyGC_Head._gc_prev, last);
  }
  initList(from);
}

export function listSize(list: Address): number {
  let count = 0;
  for (let node = nextOf(list); node !== list; node = nextOf(node)) count++;
  return count;
}

/** @expand */
export function isCollecting(head: Address): boolean {
  return (low(head + PyGC_Head._gc_prev) & PREV_COLLECTING) !== 0;
}

/** @expand */
export function clearCollecting(head: Address): void {
  setPtr(head + PyGC_Head._gc_prev, low(head + PyGC_Head._gc_prev) & ~PREV_COLLECTING);
}

/** @expand */
export function refsOf(head: Address): number {
  return low(head + PyGC_Head._gc_prev) >>> REFS_SHIFT;
}

/** @expand */
export function setRefs(head: Address, count: number): void {
  setPtr(head + PyGC_Head._gc_prev, (low(head + PyGC_Head._gc_prev) & PREV_FLAGS) | (count << REFS_SHIFT));
}

/** Makes an object a candidate with a count of references. @expand */
export function startCounting(head: Address, count: number): void {
  setPtr(
    head + PyGC_Head._gc_prev,
    (low(head + PyGC_Head._gc_prev) & PREV_FINALIZED) | PREV_COLLECTING | (count << REFS_SHIFT),
  );
}
