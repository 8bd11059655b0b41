// The rules of a dict, checked: for tests and the checked build.
import { assert } from "../base/assert.ts";
import { type Borrowed, high, i32, low, ptr } from "../memory/memory.ts";
import { PyDictKeyEntry, PyDictKeysObject } from "../memory/structs/containers.ts";
import { PyASCIIObject } from "../memory/structs/text.ts";
import { dictKeys, dictUsed, dictValues } from "./dict_core.ts";
import {
  DICT_KEYS_GENERAL,
  DICT_KEYS_SPLIT,
  DKIX_DUMMY,
  DKIX_EMPTY,
  EMPTY_KEYS,
  entryCount,
  entryHashAt,
  entryKeyAt,
  findSlot,
  getIndex,
  keysKind,
  log2Size,
  SHARED_KEYS_MAX_SIZE,
  usableCount,
  usableFraction,
  VALUE_AFTER_KEY,
} from "./dict_keys.ts";
import { indexFromOrder, isEmbedded, isValid, valueIn, valuesCapacity, valuesSize } from "./dict_values.ts";
import { typeOf } from "./object.ts";
import { PyUnicode_Type } from "./types.ts";

/** _PyDict_CheckConsistency: throws InternalError on a broken rule. */
export function _PyDict_CheckConsistency(dict: Borrowed): void {
  const keys = dictKeys(dict);
  const values = dictValues(dict);
  const used = dictUsed(dict);
  const kind = keysKind(keys);
  const slotCount = 1 << log2Size(keys);
  const usable = usableFraction(slotCount);
  const count = entryCount(keys);
  assert(used >= 0 && used <= usable, "ma_used fits the table");
  assert(usableCount(keys) >= 0 && count >= 0 && usableCount(keys) + count <= usable, "entries fit the table");
  if (values === 0) {
    assert(kind !== DICT_KEYS_SPLIT, "a combined table is not shared");
    assert(i32(keys + PyDictKeysObject.dk_refcnt) === 1 || keys === EMPTY_KEYS, "a combined table has one owner");
  } else {
    assert(kind === DICT_KEYS_SPLIT && used <= SHARED_KEYS_MAX_SIZE, "split values go with shared keys");
    if (isEmbedded(values)) assert(isValid(values), "embedded values in use are valid");
  }

  let empty = 0;
  const seen = new Set<number>();
  for (let slot = 0; slot < slotCount; slot++) {
    const index = getIndex(keys, slot);
    assert(index >= DKIX_DUMMY && index < Math.max(count, 1), "a slot names an entry");
    if (index === DKIX_EMPTY) empty++;
    else if (index !== DKIX_DUMMY) {
      assert(!seen.has(index), "no entry has two slots");
      seen.add(index);
    }
  }
  assert(empty > 0, "a slot is empty");

  let live = 0;
  for (let index = 0; index < usable; index++) {
    const at = entryKeyAt(keys, index);
    const key = ptr(at);
    const value = ptr(at + VALUE_AFTER_KEY);
    assert(index < count || key === 0, "no key lies behind the entries");
    assert((key !== 0) === seen.has(index), "exactly the entries with a key have a slot");
    if (key === 0) {
      assert(value === 0, "a dead entry has no value");
      continue;
    }
    live++;
    const hash = entryHashAt(keys, index);
    assert(low(hash) !== -1 || high(hash) !== -1, "a key's hash is known");
    assert(findSlot(keys, low(hash), high(hash), index) >= 0, "a key is found from its hash");
    if (kind === DICT_KEYS_GENERAL) {
      if (typeOf(key) === PyUnicode_Type) {
        const own = key + PyASCIIObject.hash;
        assert(low(own) === low(hash) && high(own) === high(hash), "a str's hash is the entry's");
      }
      assert(hash === at - PyDictKeyEntry.me_key, "a general entry has its hash");
    } else assert(typeOf(key) === PyUnicode_Type, "a table of str keys holds exact strs");
    assert((value !== 0) === (kind !== DICT_KEYS_SPLIT), "values lie in combined tables only");
  }

  if (values === 0) {
    assert(live === used, "ma_used counts the live entries");
    return;
  }
  assert(valuesSize(values) === used, "ma_used counts the values set");
  const ordered = new Set<number>();
  for (let i = 0; i < used; i++) {
    const index = indexFromOrder(values, i);
    assert(!ordered.has(index) && index < valuesCapacity(values), "the order names each value once");
    assert(valueIn(values, index) !== 0, "the order names values that are set");
    ordered.add(index);
  }
  for (let i = 0; i < count && i < valuesCapacity(values); i++) {
    assert((valueIn(values, i) !== 0) === ordered.has(i), "a value that is set is in the order");
  }
}
