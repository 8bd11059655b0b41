// The rules of a set, checked: for tests and the checked build.
import { assert } from "../base/assert.ts";
import { type Borrowed, high, low, ptr } from "../memory/memory.ts";
import { PySetObject, setentry } from "../memory/structs/containers.ts";
import { typeOf } from "./object.ts";
import { dummy, PySet_MINSIZE, setContainsEntry, setFill, setMask, setSize, setTable } from "./set_core.ts";
import { PyLong_Type, PyUnicode_Type } from "./types.ts";

/** Throws InternalError on a broken rule. */
export function checkSet(set: Borrowed): void {
  const table = setTable(set);
  const mask = setMask(set);
  const isSmall = table === set + PySetObject.smalltable;
  assert(((mask + 1) & mask) === 0 && mask + 1 >= PySet_MINSIZE, "the number of slots is a power of two");
  assert(!isSmall || mask + 1 === PySet_MINSIZE, "the table inside is the smallest");
  let live = 0;
  let dead = 0;
  for (let i = 0; i <= mask; i++) {
    const entry = table + i * setentry.sizeof;
    const key = ptr(entry);
    const hashLow = low(entry + setentry.hash);
    const hashHigh = high(entry + setentry.hash);
    if (key === 0) assert(hashLow === 0 && hashHigh === 0, "an unused entry has hash 0");
    else if (key === dummy) {
      assert(hashLow === -1 && hashHigh === -1, "a deleted entry has hash -1");
      dead++;
    } else {
      live++;
      // Looking for other keys could run a program's code.
      const type = typeOf(key);
      if (type === PyUnicode_Type || type === PyLong_Type) {
        assert(setContainsEntry(set, key, hashLow, hashHigh) === 1, "a key is found from its hash");
      }
    }
  }
  assert(live === setSize(set), "used counts the live keys");
  assert(live + dead === setFill(set), "fill counts the deleted entries too");
  assert(setFill(set) <= mask, "an entry is unused");
}
