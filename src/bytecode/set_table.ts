// The hash table of CPython's set (Objects/setobject.c), for the compiler: where CPython's own goes through a set, names and
// constants come in the order of its slots, and programs see that order.
// Invariant: at least one slot in three is free, so every probe ends. A slot whose item was taken out stays used up
// (a dummy) until the table is made anew.
import { wideHigh, wideShiftRight } from "../base/wide.ts";
import type { Hash } from "./constant_hash.ts";

const SLOTS_MIN = 8;
const LINEAR_PROBES = 9;
const PERTURB_SHIFT = 5;
const SMALL_SET_LIMIT = 50000;

interface Slot<T> {
  readonly hash: Hash;
  /** undefined: a dummy. */
  item: T | undefined;
}

function emptySlots<T>(count: number): (Slot<T> | null)[] {
  return new Array(count).fill(null);
}

/** Items are the same when they are identical. */
export class SetTable<T> {
  #slots: (Slot<T> | null)[] = emptySlots(SLOTS_MIN);
  /** Used slots, dummies among them. */
  #fill = 0;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** In the order of the slots. */
  *[Symbol.iterator](): Generator<T> {
    for (const slot of this.#slots) if (slot?.item !== undefined) yield slot.item;
  }

  has(item: T, hash: Hash): boolean {
    return this.#slots[this.#find(item, hash)] !== null;
  }

  add(item: T, hash: Hash): void {
    const index = this.#find(item, hash);
    if (this.#slots[index] !== null) return;
    this.#slots[index] = { item, hash };
    this.#fill++;
    this.#size++;
    if (this.#fill * 5 < (this.#slots.length - 1) * 3) return;
    this.#resize(this.#size > SMALL_SET_LIMIT ? this.#size * 2 : this.#size * 4);
  }

  /** Whether the item was there. */
  discard(item: T, hash: Hash): boolean {
    const slot = this.#slots[this.#find(item, hash)];
    if (slot === null) return false;
    slot.item = undefined;
    this.#size--;
    return true;
  }

  /** self |= other. */
  merge(other: SetTable<T>): void {
    if (other === this || other.#size === 0) return;
    if ((this.#fill + other.#size) * 5 >= (this.#slots.length - 1) * 3) this.#resize((this.#size + other.#size) * 2);
    if (this.#fill === 0 && this.#slots.length === other.#slots.length && other.#fill === other.#size) {
      this.#slots = other.#slots.map((slot) => slot && { ...slot });
      this.#fill = this.#size = other.#size;
      return;
    }
    for (const slot of other.#slots) if (slot?.item !== undefined) this.add(slot.item, slot.hash);
  }

  /** set(self): merged into an empty table, which may bring another order. */
  copy(): SetTable<T> {
    const copy = new SetTable<T>();
    copy.merge(this);
    return copy;
  }

  /** The slot of the item, or the free one where it belongs. */
  #find(item: T, hash: Hash): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let { low: perturbLow, high: perturbHigh } = hash;
    for (let index = perturbLow & mask; ; ) {
      const lastProbe = index + LINEAR_PROBES <= mask ? index + LINEAR_PROBES : index;
      for (let probe = index; probe <= lastProbe; probe++) {
        const slot = slots[probe];
        if (slot === null || slot.item === item) return probe;
      }
      perturbLow = wideShiftRight(perturbLow, perturbHigh, PERTURB_SHIFT);
      perturbHigh = wideHigh();
      index = (Math.imul(index, 5) + 1 + perturbLow) & mask;
    }
  }

  /** A table with more slots than `wanted`, without dummies. */
  #resize(wanted: number): void {
    let count = SLOTS_MIN;
    while (count <= wanted) count *= 2;
    const old = this.#slots;
    this.#slots = emptySlots(count);
    for (const slot of old) if (slot?.item !== undefined) this.#slots[this.#find(slot.item, slot.hash)] = slot;
    this.#fill = this.#size;
  }
}
