// The values of a dict whose keys are shared (a split table), in the order of the keys.
//
//   PyDictValues   capacity  size  embedded  valid  values[capacity]  order[capacity]
//
// order holds, in its first `size` bytes, the numbers of the values in the order they were set. The values of an instance
// lie inside it (embedded) until its dict needs another table; then valid becomes 0.
// Invariant: exactly the values named by order[0..size) are not null.
import { memFree, memMalloc } from "../memory/allocators.ts";
import { type Address, copyBytes, ptr, setPtr, setU8, u8 } from "../memory/memory.ts";
import { PyDictValues } from "../memory/structs/containers.ts";
import { entryCount, usableCount } from "./dict_keys.ts";

const VALUES = PyDictValues.values;
const POINTER_BYTES = 8;

/** shared_keys_usable_size: keys that the instances of a class may have. */
export function sharedKeysCapacity(keys: Address): number {
  return usableCount(keys) + entryCount(keys);
}

/** Bytes of a block with room for so many values: head, values, order rounded up to words. */
export function valuesBytes(capacity: number): number {
  return VALUES + capacity * POINTER_BYTES + ((capacity + POINTER_BYTES - 1) & -POINTER_BYTES);
}

/** new_values: values not written; 0 when memory is exhausted (no error set). */
export function newValues(capacity: number): Address {
  const values = memMalloc(valuesBytes(capacity));
  if (values === 0) return 0;
  initValues(values, capacity, 0, 0);
  return values;
}

/** Writes the head. */
export function initValues(values: Address, capacity: number, embedded: number, valid: number): void {
  setU8(values + PyDictValues.capacity, capacity);
  setU8(values + PyDictValues.size, 0);
  setU8(values + PyDictValues.embedded, embedded);
  setU8(values + PyDictValues.valid, valid);
}

export function freeValues(values: Address): void {
  memFree(values);
}

/** copy_values: not embedded; the values are not counted. 0 when memory is exhausted (no error set). */
export function copyValues(source: Address): Address {
  const capacity = valuesCapacity(source);
  const values = newValues(capacity);
  if (values === 0) return 0;
  setU8(values + PyDictValues.size, u8(source + PyDictValues.size));
  copyBytes(values + VALUES, source + VALUES, capacity * POINTER_BYTES + capacity);
  return values;
}

export function valuesCapacity(values: Address): number {
  return u8(values + PyDictValues.capacity);
}

export function isEmbedded(values: Address): boolean {
  return u8(values + PyDictValues.embedded) !== 0;
}

/** Whether the values still belong to their instance. @expand */
export function isValid(values: Address): boolean {
  return u8(values + PyDictValues.valid) !== 0;
}

export function invalidate(values: Address): void {
  setU8(values + PyDictValues.valid, 0);
}

/** Where a value stands. @expand */
export function valueAt(values: Address, index: number): Address {
  return values + VALUES + index * POINTER_BYTES;
}

function orderOf(values: Address): Address {
  return values + VALUES + valuesCapacity(values) * POINTER_BYTES;
}

/** get_index_from_order: the number of the value that was set as the position-th. */
export function indexFromOrder(values: Address, position: number): number {
  return u8(orderOf(values) + position);
}

/** _PyDictValues_AddToInsertionOrder */
export function addToInsertionOrder(values: Address, index: number): void {
  const size = u8(values + PyDictValues.size);
  setU8(orderOf(values) + size, index);
  setU8(values + PyDictValues.size, size + 1);
}

/** delete_index_from_values */
export function removeFromInsertionOrder(values: Address, index: number): void {
  const order = orderOf(values);
  const size = u8(values + PyDictValues.size) - 1;
  let i = 0;
  while (u8(order + i) !== index) i++;
  copyBytes(order + i, order + i + 1, size - i);
  setU8(values + PyDictValues.size, size);
}

/** Values set so far. */
export function valuesSize(values: Address): number {
  return u8(values + PyDictValues.size);
}

/** Sets all values to null and the order to nothing; the caller has taken the references. */
export function clearValues(values: Address, count: number): void {
  for (let i = 0; i < count; i++) setPtr(valueAt(values, i), 0);
  setU8(values + PyDictValues.size, 0);
}

/** The value of a number, or 0. */
export function valueIn(values: Address, index: number): Address {
  return ptr(valueAt(values, index));
}
