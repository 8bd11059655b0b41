// Recounts references: those that can be found by traversal from the tracked objects, against each object's own count.
//
// More found than counted: a traverse slot visits what its object does not own, or visits it twice, or a reference was
// released once too often. Fewer found is no error: running frames, statics and the fields that collection does not care
// about hold references that no traverse slot tells of.
// Invariant: nothing is written, and generations are only read between collections.
import { forEach, PERMANENT, traverse } from "../gc/collect.ts";
import { nextOf, previousOf } from "../gc/generations.ts";
import { fromGcHead, GENERATION_COUNT, generationHead, PREV_COLLECTING } from "../gc/link.ts";
import { type Address, low, ptr } from "../memory/memory.ts";
import { PyGC_Head, PyTypeObject } from "../memory/structs/object.ts";
import { isCollected } from "./collect_hooks.ts";
import { typeNameOf } from "./errors.ts";
import { isImmortal, refcount, typeOf } from "./object.ts";

export interface Recount {
  /** References found by traversal, of every object that is referred to. */
  readonly found: ReadonlyMap<Address, number>;
  /** One line an object with more references found than counted. */
  readonly errors: readonly string[];
}

const lists = (): Address[] => [PERMANENT, ...Array.from({ length: GENERATION_COUNT }, (_, i) => generationHead(i))];

/** Visits all that is tracked, and all that can be reached from it and has a traverse slot. */
export function recountReferences(): Recount {
  const found = new Map<Address, number>();
  const seen = new Set<Address>();
  const left: Address[] = [];
  const take = (o: Address): void => {
    if (seen.has(o)) return;
    seen.add(o);
    if (isCollected(o) && ptr(typeOf(o) + PyTypeObject.tp_traverse) !== 0) left.push(o);
  };
  for (const list of lists()) forEach(list, take);
  while (left.length > 0) {
    traverse(left.pop()!, (referent) => {
      found.set(referent, (found.get(referent) ?? 0) + 1);
      take(referent);
      return 0;
    });
  }
  const errors: string[] = [];
  for (const [o, count] of found) {
    if (!isImmortal(o) && count > refcount(o)) {
      errors.push(`${typeNameOf(o)} at 0x${o.toString(16)}: ${count} references found, ${refcount(o)} counted`);
    }
  }
  return { found, errors };
}

/** Checks that each generation is a circular list of live objects without a collection's marks. One line a mistake. */
export function checkGenerations(): string[] {
  const errors: string[] = [];
  for (const list of lists()) {
    let previous = list;
    for (let head = nextOf(list); ; head = nextOf(head)) {
      const where = `0x${fromGcHead(head).toString(16)}`;
      if (previousOf(head) !== previous) {
        errors.push(`${where}: the previous object is not the one that names it as next`);
        break;
      }
      if (head === list) break;
      if (low(head + PyGC_Head._gc_prev) & PREV_COLLECTING) errors.push(`${where}: marked as a candidate`);
      if (refcount(fromGcHead(head)) === 0) errors.push(`${where}: tracked and dead`);
      previous = head;
    }
  }
  return errors;
}
