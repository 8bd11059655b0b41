// A stable merge sort of runs (CPython's Objects/listobject.c and listsort.txt), on an array of pointers.
//
//   runs      natural ascending runs are found, descending ones reversed; short ones are made longer by binary insertion
//   pending   runs wait on a stack with their "power"; a run of lower power forces those above it to be merged (powersort)
//   merging   the smaller of two neighbours is copied aside; when one side keeps winning, it gallops
//
// Programs see the order of comparisons through __lt__, so every step compares just what CPython compares, in its order.
// Invariant: keys and items in memory are at any time a permutation of what they were.
import { memFree, memMalloc } from "../memory/allocators.ts";
import { type Address, type Borrowed, copyBytes, f64, ptr, setPtr } from "../memory/memory.ts";
import { PyFloatObject } from "../memory/structs/numbers.ts";
import { Py_LT, PyObject_RichCompareBool } from "./abstract.ts";
import { PyErr_NoMemory } from "./errors.ts";
import { reverseItems } from "./list_core.ts";
import { compactValue, isCompact } from "./long_core.ts";
import { typeOf } from "./object.ts";
import { PyFloat_Type, PyLong_Type, PyUnicode_Type } from "./types.ts";
import { PyUnicode_Compare } from "./unicode_core.ts";

export const ITEM_BYTES = 8;
/** Runs are made at least about half this long. */
const MAX_MINRUN = 64;
/** So many wins in a row start galloping. */
const MIN_GALLOP = 7;
/** Pointers that C keeps on its stack for copies aside (and, with few items, for the keys). */
export const TEMPORARY_COUNT = 256;

/** An error is set. */
const FAILED = -1;

interface Run {
  readonly base: number;
  length: number;
  power: number;
}

// A sort in progress. Keys and values are addressed by index from the start of the array; comparisons may start another
// sort, so nothing here is shared.
export class Merge {
  readonly keys: Address;
  /** Moved along with the keys; 0 when the keys are the items. */
  readonly values: Address;
  readonly count: number;
  readonly pending: Run[] = [];
  minGallop = MIN_GALLOP;
  /** What was copied aside: keys, then as many values. */
  temporary: Address;
  temporaryRoom: number;
  /** The block when the stack's room was too small. */
  block: Address = 0;

  constructor(keys: Address, values: Address, count: number, temporary: Address) {
    this.keys = keys;
    this.values = values;
    this.count = count;
    this.temporary = temporary;
    const half = TEMPORARY_COUNT / 2;
    this.temporaryRoom = values === 0 ? TEMPORARY_COUNT : Math.min((count + 1) >> 1, half);
  }

  /** Room to copy aside; false with an error set. */
  reserve(need: number): boolean {
    if (need <= this.temporaryRoom) return true;
    memFree(this.block);
    this.block = memMalloc(need * ITEM_BYTES * (this.values === 0 ? 1 : 2));
    if (this.block === 0) {
      this.temporaryRoom = 0;
      PyErr_NoMemory();
      return false;
    }
    this.temporary = this.block;
    this.temporaryRoom = need;
    return true;
  }

  keyAt(index: number): Borrowed {
    return ptr(this.keys + index * ITEM_BYTES);
  }

  /** Moves count keys (and values) within the array. */
  move(to: number, from: number, count: number): void {
    copyBytes(this.keys + to * ITEM_BYTES, this.keys + from * ITEM_BYTES, count * ITEM_BYTES);
    if (this.values !== 0) {
      copyBytes(this.values + to * ITEM_BYTES, this.values + from * ITEM_BYTES, count * ITEM_BYTES);
    }
  }

  /** Copies aside. */
  save(from: number, count: number): void {
    copyBytes(this.temporary, this.keys + from * ITEM_BYTES, count * ITEM_BYTES);
    if (this.values !== 0) {
      copyBytes(this.savedValues(), this.values + from * ITEM_BYTES, count * ITEM_BYTES);
    }
  }

  /** Copies back from what was copied aside. */
  restore(to: number, from: number, count: number): void {
    copyBytes(this.keys + to * ITEM_BYTES, this.temporary + from * ITEM_BYTES, count * ITEM_BYTES);
    if (this.values !== 0) {
      copyBytes(this.values + to * ITEM_BYTES, this.savedValues() + from * ITEM_BYTES, count * ITEM_BYTES);
    }
  }

  savedValues(): Address {
    return this.temporary + this.temporaryRoom * ITEM_BYTES;
  }

  savedKeyAt(index: number): Borrowed {
    return ptr(this.temporary + index * ITEM_BYTES);
  }

  reverse(from: number, count: number): void {
    reverseItems(this.keys + from * ITEM_BYTES, count);
    if (this.values !== 0) reverseItems(this.values + from * ITEM_BYTES, count);
  }
}

/** v < w: 1, 0, FAILED. */
function isLess(v: Borrowed, w: Borrowed): number {
  const type = typeOf(v);
  if (type === typeOf(w)) {
    if (type === PyLong_Type) {
      if (isCompact(v) && isCompact(w)) return compactValue(v) < compactValue(w) ? 1 : 0;
    } else if (type === PyUnicode_Type) return PyUnicode_Compare(v, w) < 0 ? 1 : 0;
    else if (type === PyFloat_Type) {
      return f64(v + PyFloatObject.ob_fval) < f64(w + PyFloatObject.ob_fval) ? 1 : 0;
    }
  }
  return PyObject_RichCompareBool(v, w, Py_LT);
}

// -- runs --------------------------------------------------------------------------------------------------------------

/** binarysort: sorts count items from start, of which the first `sorted` are sorted. False with an error set. */
function binarySort(merge: Merge, start: number, count: number, sorted: number): boolean {
  const { keys, values } = merge;
  for (let next = Math.max(sorted, 1); next < count; next++) {
    const pivot = merge.keyAt(start + next);
    let left = 0;
    let right = next;
    do {
      const middle = (left + right) >> 1;
      const less = isLess(pivot, merge.keyAt(start + middle));
      if (less < 0) return false;
      if (less > 0) right = middle;
      else left = middle + 1;
    } while (left < right);
    insert(keys, start + left, start + next);
    if (values !== 0) insert(values, start + left, start + next);
  }
  return true;
}

/** Takes the pointer at index `from` out and puts it in before index `to`. */
function insert(items: Address, to: number, from: number): void {
  const item = ptr(items + from * ITEM_BYTES);
  copyBytes(items + (to + 1) * ITEM_BYTES, items + to * ITEM_BYTES, (from - to) * ITEM_BYTES);
  setPtr(items + to * ITEM_BYTES, item);
}

/** count_run: the length of the run at start, made ascending; FAILED. */
function countRun(merge: Merge, start: number, remaining: number): number {
  const key = (index: number): Borrowed => merge.keyAt(start + index);
  let count = 1;
  let less = 0;
  for (; count < remaining; count++) {
    less = isLess(key(count), key(count - 1));
    if (less < 0) return FAILED;
    if (less > 0) break;
  }
  if (count === remaining) return count;
  if (count > 1) {
    // Ascending so far, then smaller: a descending run only when all so far were equal.
    less = isLess(key(0), key(count - 1));
    if (less < 0) return FAILED;
    if (less > 0) return count;
    merge.reverse(start, count);
  }
  count++;
  // Equal neighbours within a descending run are reversed here, so that the reversal of the whole puts them right again.
  let equalPairs = 0;
  for (; count < remaining; count++) {
    less = isLess(key(count), key(count - 1));
    if (less < 0) return FAILED;
    if (less > 0) {
      if (equalPairs > 0) merge.reverse(start + count - equalPairs - 1, equalPairs + 1);
      equalPairs = 0;
    } else {
      const more = isLess(key(count - 1), key(count));
      if (more < 0) return FAILED;
      if (more > 0) break;
      equalPairs++;
    }
  }
  if (equalPairs > 0) merge.reverse(start + count - equalPairs - 1, equalPairs + 1);
  merge.reverse(start, count);
  // What was a descending run may go on as an ascending one.
  for (; count < remaining; count++) {
    less = isLess(key(count), key(count - 1));
    if (less < 0) return FAILED;
    if (less > 0) break;
  }
  return count;
}

/** merge_compute_minrun: such that count / minrun is a power of two or a little less. */
function minimalRun(count: number): number {
  let rest = 0;
  let n = count;
  while (n >= MAX_MINRUN) {
    rest |= n & 1;
    n >>= 1;
  }
  return n + rest;
}

// -- galloping ---------------------------------------------------------------------------------------------------------

// Both search the sorted pointers at items[0 … count) for the place of key, beginning at hint, in steps that double.
// galloping left ends before items equal to the key, galloping right behind them.

/** gallop_left: k with items[k-1] < key <= items[k]; FAILED. */
function gallopLeft(key: Borrowed, items: Address, count: number, hint: number): number {
  const at = (index: number): Borrowed => ptr(items + index * ITEM_BYTES);
  let last = 0;
  let offset = 1;
  const less = isLess(at(hint), key);
  if (less < 0) return FAILED;
  if (less > 0) {
    const most = count - hint;
    while (offset < most) {
      const further = isLess(at(hint + offset), key);
      if (further < 0) return FAILED;
      if (further === 0) break;
      last = offset;
      offset = offset * 2 + 1;
    }
    if (offset > most) offset = most;
    last += hint;
    offset += hint;
  } else {
    const most = hint + 1;
    while (offset < most) {
      const enough = isLess(at(hint - offset), key);
      if (enough < 0) return FAILED;
      if (enough > 0) break;
      last = offset;
      offset = offset * 2 + 1;
    }
    if (offset > most) offset = most;
    const near = last;
    last = hint - offset;
    offset = hint - near;
  }
  last++;
  while (last < offset) {
    const middle = last + ((offset - last) >> 1);
    const below = isLess(at(middle), key);
    if (below < 0) return FAILED;
    if (below > 0) last = middle + 1;
    else offset = middle;
  }
  return offset;
}

/** gallop_right: k with items[k-1] <= key < items[k]; FAILED. */
function gallopRight(key: Borrowed, items: Address, count: number, hint: number): number {
  const at = (index: number): Borrowed => ptr(items + index * ITEM_BYTES);
  let last = 0;
  let offset = 1;
  const less = isLess(key, at(hint));
  if (less < 0) return FAILED;
  if (less > 0) {
    const most = hint + 1;
    while (offset < most) {
      const further = isLess(key, at(hint - offset));
      if (further < 0) return FAILED;
      if (further === 0) break;
      last = offset;
      offset = offset * 2 + 1;
    }
    if (offset > most) offset = most;
    const near = last;
    last = hint - offset;
    offset = hint - near;
  } else {
    const most = count - hint;
    while (offset < most) {
      const enough = isLess(key, at(hint + offset));
      if (enough < 0) return FAILED;
      if (enough > 0) break;
      last = offset;
      offset = offset * 2 + 1;
    }
    if (offset > most) offset = most;
    last += hint;
    offset += hint;
  }
  last++;
  while (last < offset) {
    const middle = last + ((offset - last) >> 1);
    const above = isLess(key, at(middle));
    if (above < 0) return FAILED;
    if (above > 0) offset = middle;
    else last = middle + 1;
  }
  return offset;
}

// -- merging -----------------------------------------------------------------------------------------------------------

/**
 * merge_lo: merges neighbours a and b from left to right; a, no longer than b, is copied aside.
 * False with an error set; the array is whole in either case.
 */
function mergeLow(merge: Merge, aStart: number, aLength: number, bStart: number, bLength: number): boolean {
  if (!merge.reserve(aLength)) return false;
  merge.save(aStart, aLength);
  let to = aStart;
  let a = 0;
  let b = bStart;
  let na = aLength;
  let nb = bLength;
  const takeA = (count: number): void => {
    merge.restore(to, a, count);
    to += count;
    a += count;
    na -= count;
  };
  const takeB = (count: number): void => {
    merge.move(to, b, count);
    to += count;
    b += count;
    nb -= count;
  };
  let ok = true;
  takeB(1);
  let { minGallop } = merge;
  // Until b is used up, or one item of a is left, which is then the largest.
  merging: while (nb > 0 && na > 1) {
    let aWins = 0;
    let bWins = 0;
    for (;;) {
      const less = isLess(merge.keyAt(b), merge.savedKeyAt(a));
      if (less < 0) {
        ok = false;
        break merging;
      }
      if (less > 0) {
        takeB(1);
        bWins++;
        aWins = 0;
        if (nb === 0) break merging;
        if (bWins >= minGallop) break;
      } else {
        takeA(1);
        aWins++;
        bWins = 0;
        if (na === 1) break merging;
        if (aWins >= minGallop) break;
      }
    }
    minGallop++;
    do {
      if (minGallop > 1) minGallop--;
      merge.minGallop = minGallop;
      aWins = gallopRight(merge.keyAt(b), merge.temporary + a * ITEM_BYTES, na, 0);
      if (aWins < 0) {
        ok = false;
        break merging;
      }
      if (aWins > 0) {
        takeA(aWins);
        if (na <= 1) break merging;
      }
      takeB(1);
      if (nb === 0) break merging;
      bWins = gallopLeft(merge.savedKeyAt(a), merge.keys + b * ITEM_BYTES, nb, 0);
      if (bWins < 0) {
        ok = false;
        break merging;
      }
      if (bWins > 0) {
        takeB(bWins);
        if (nb === 0) break merging;
      }
      takeA(1);
      if (na === 1) break merging;
    } while (aWins >= MIN_GALLOP || bWins >= MIN_GALLOP);
    minGallop++;
    merge.minGallop = minGallop;
  }
  if (ok && na === 1) takeB(nb);
  takeA(na);
  return ok;
}

/** merge_hi: the same from right to left; b, shorter than a, is copied aside. */
function mergeHigh(merge: Merge, aStart: number, aLength: number, bStart: number, bLength: number): boolean {
  if (!merge.reserve(bLength)) return false;
  merge.save(bStart, bLength);
  let na = aLength;
  let nb = bLength;
  /** Behind the place that is filled next. */
  let to = bStart + bLength;
  const takeA = (count: number): void => {
    to -= count;
    na -= count;
    merge.move(to, aStart + na, count);
  };
  const takeB = (count: number): void => {
    to -= count;
    nb -= count;
    merge.restore(to, nb, count);
  };
  let ok = true;
  takeA(1);
  let { minGallop } = merge;
  // Until a is used up, or one item of b is left, which is then the smallest.
  merging: while (na > 0 && nb > 1) {
    let aWins = 0;
    let bWins = 0;
    for (;;) {
      const less = isLess(merge.savedKeyAt(nb - 1), merge.keyAt(aStart + na - 1));
      if (less < 0) {
        ok = false;
        break merging;
      }
      if (less > 0) {
        takeA(1);
        aWins++;
        bWins = 0;
        if (na === 0) break merging;
        if (aWins >= minGallop) break;
      } else {
        takeB(1);
        bWins++;
        aWins = 0;
        if (nb === 1) break merging;
        if (bWins >= minGallop) break;
      }
    }
    minGallop++;
    do {
      if (minGallop > 1) minGallop--;
      merge.minGallop = minGallop;
      let found = gallopRight(merge.savedKeyAt(nb - 1), merge.keys + aStart * ITEM_BYTES, na, na - 1);
      if (found < 0) {
        ok = false;
        break merging;
      }
      aWins = na - found;
      if (aWins > 0) {
        takeA(aWins);
        if (na === 0) break merging;
      }
      takeB(1);
      if (nb === 1) break merging;
      found = gallopLeft(merge.keyAt(aStart + na - 1), merge.temporary, nb, nb - 1);
      if (found < 0) {
        ok = false;
        break merging;
      }
      bWins = nb - found;
      if (bWins > 0) {
        takeB(bWins);
        if (nb <= 1) break merging;
      }
      takeA(1);
      if (na === 0) break merging;
    } while (aWins >= MIN_GALLOP || bWins >= MIN_GALLOP);
    minGallop++;
    merge.minGallop = minGallop;
  }
  if (ok && nb === 1) takeA(na);
  takeB(nb);
  return ok;
}

/** merge_at: merges the pending runs at index and behind it. */
function mergeAt(merge: Merge, index: number): boolean {
  const [first, second] = merge.pending.slice(index, index + 2);
  let aStart = first.base;
  let na = first.length;
  const bStart = second.base;
  first.length += second.length;
  // The power of a boundary belongs to the run on its left: the later run's takes the place of the inner one's.
  merge.pending.splice(index + 1, 1);
  const skipped = gallopRight(merge.keyAt(bStart), merge.keys + aStart * ITEM_BYTES, na, 0);
  if (skipped < 0) return false;
  aStart += skipped;
  na -= skipped;
  if (na === 0) return true;
  const nb = gallopLeft(
    merge.keyAt(aStart + na - 1),
    merge.keys + bStart * ITEM_BYTES,
    second.length,
    second.length - 1,
  );
  if (nb <= 0) return nb === 0;
  return na <= nb ? mergeLow(merge, aStart, na, bStart, nb) : mergeHigh(merge, aStart, na, bStart, nb);
}

/** powerloop: how deep in a balanced tree of merges the boundary between two neighbouring runs lies. */
function boundaryPower(start: number, firstLength: number, secondLength: number, count: number): number {
  let power = 0;
  let a = 2 * start + firstLength;
  let b = a + firstLength + secondLength;
  for (;;) {
    power++;
    if (a >= count) {
      a -= count;
      b -= count;
    } else if (b >= count) return power;
    a *= 2;
    b *= 2;
  }
}

/** found_new_run: merges what the new run's length calls for. */
function mergeForNewRun(merge: Merge, length: number): boolean {
  const { pending, count } = merge;
  if (pending.length === 0) return true;
  const last = pending[pending.length - 1];
  const power = boundaryPower(last.base, last.length, length, count);
  while (pending.length > 1 && pending[pending.length - 2].power > power) {
    if (!mergeAt(merge, pending.length - 2)) return false;
  }
  pending[pending.length - 1].power = power;
  return true;
}

/** Sorts the whole array. False with an error set. */
export function sortAll(merge: Merge): boolean {
  let start = 0;
  let remaining = merge.count;
  if (remaining < 2) return true;
  const minimum = minimalRun(remaining);
  while (remaining > 0) {
    let length = countRun(merge, start, remaining);
    if (length < 0) return false;
    if (length < minimum) {
      const forced = Math.min(remaining, minimum);
      if (!binarySort(merge, start, forced, length)) return false;
      length = forced;
    }
    if (!mergeForNewRun(merge, length)) return false;
    merge.pending.push({ base: start, length, power: 0 });
    start += length;
    remaining -= length;
  }
  const { pending } = merge;
  while (pending.length > 1) {
    let index = pending.length - 2;
    if (index > 0 && pending[index - 1].length < pending[index + 1].length) index--;
    if (!mergeAt(merge, index)) return false;
  }
  return true;
}
