// _Py_hashtable_t: the small chained hash table that CPython's runtime uses where no dict can be used yet. Here it maps
// strings to themselves: the static interned strings.
//
//   _Py_hashtable_t -> buckets[nbuckets] -> entry -> entry -> 0
//
// Invariant: nbuckets is a power of two, and the load stays at or below one half (HIGH) after each insertion.
import { rawFree, rawMalloc } from "../memory/allocators.ts";
import { type Address, type Borrowed, fillBytes, high, low, ptr, setI64, setPtr, ssize } from "../memory/memory.ts";
import { _Py_hashtable_entry_t, _Py_hashtable_t } from "../memory/structs/runtime.ts";
import { PyASCIIObject } from "../memory/structs/text.ts";
import { _PyUnicode_EQ, ensureHash } from "./unicode_core.ts";

const MIN_BUCKETS = 16;
const POINTER_BYTES = 8;

/** An empty table; 0 when memory is exhausted. */
export function newStringTable(): Address {
  const table = rawMalloc(_Py_hashtable_t.sizeof);
  const buckets = newBuckets(MIN_BUCKETS);
  if (table === 0 || buckets === 0) return 0;
  fillBytes(table, 0, _Py_hashtable_t.sizeof);
  setPtr(table + _Py_hashtable_t.nbuckets, MIN_BUCKETS);
  setPtr(table + _Py_hashtable_t.buckets, buckets);
  return table;
}

function newBuckets(count: number): Address {
  const buckets = rawMalloc(count * POINTER_BYTES);
  if (buckets !== 0) fillBytes(buckets, 0, count * POINTER_BYTES);
  return buckets;
}

function bucketOf(table: Address, hashLow: number): Address {
  return ptr(table + _Py_hashtable_t.buckets) + (hashLow & (ptr(table + _Py_hashtable_t.nbuckets) - 1)) * POINTER_BYTES;
}

/** The string of the table that equals this one, or 0. */
export function findString(table: Address, string: Borrowed): Borrowed {
  ensureHash(string);
  const hash = string + PyASCIIObject.hash;
  let entry = ptr(bucketOf(table, low(hash)));
  while (entry !== 0) {
    const key = ptr(entry + _Py_hashtable_entry_t.key);
    const keyHash = entry + _Py_hashtable_entry_t.key_hash;
    if (low(keyHash) === low(hash) && high(keyHash) === high(hash) && _PyUnicode_EQ(key, string)) return key;
    entry = ptr(entry);
  }
  return 0;
}

/** Adds a string that is not in the table. False when memory is exhausted. */
export function addString(table: Address, string: Borrowed): boolean {
  const entry = rawMalloc(_Py_hashtable_entry_t.sizeof);
  if (entry === 0) return false;
  ensureHash(string);
  const hash = string + PyASCIIObject.hash;
  setI64(entry + _Py_hashtable_entry_t.key_hash, low(hash), high(hash));
  setPtr(entry + _Py_hashtable_entry_t.key, string);
  setPtr(entry + _Py_hashtable_entry_t.value, string);
  const count = ssize(table + _Py_hashtable_t.nentries) + 1;
  setPtr(table + _Py_hashtable_t.nentries, count);
  if (count * 2 > ssize(table + _Py_hashtable_t.nbuckets)) rehash(table);
  link(table, entry);
  return true;
}

/** Puts an entry first in its bucket's chain; an entry begins with its link. */
function link(table: Address, entry: Address): void {
  const bucket = bucketOf(table, low(entry + _Py_hashtable_entry_t.key_hash));
  setPtr(entry + _Py_hashtable_entry_t._Py_slist_item_next, ptr(bucket));
  setPtr(bucket, entry);
}

// The new table has the smallest power of two of buckets at or above entries * REHASH_FACTOR, where the factor is
// 2 / (LOW + HIGH) with LOW 0.10 and HIGH 0.50.
function rehash(table: Address): void {
  const wanted = Math.floor((ssize(table + _Py_hashtable_t.nentries) * 2) / 0.6);
  let count = MIN_BUCKETS;
  while (count < wanted) count *= 2;
  const oldCount = ssize(table + _Py_hashtable_t.nbuckets);
  if (count === oldCount) return;
  const buckets = newBuckets(count);
  if (buckets === 0) return;
  const oldBuckets = ptr(table + _Py_hashtable_t.buckets);
  setPtr(table + _Py_hashtable_t.buckets, buckets);
  setPtr(table + _Py_hashtable_t.nbuckets, count);
  for (let i = 0; i < oldCount; i++) {
    let entry = ptr(oldBuckets + i * POINTER_BYTES);
    while (entry !== 0) {
      const next = ptr(entry + _Py_hashtable_entry_t._Py_slist_item_next);
      link(table, entry);
      entry = next;
    }
  }
  rawFree(oldBuckets);
}
