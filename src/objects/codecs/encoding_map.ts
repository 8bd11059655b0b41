// EncodingMap: for the encoding of a table of at most 256 characters, a trie of three levels from a character to its byte.
//
//   level1    32 bytes by bits 11–15 of the character                → a block of level 2, or 0xff
//   level 2   blocks of 16 bytes, by bits 7–10                       → a block of level 3, or 0xff
//   level 3   blocks of 128 bytes, by bits 0–6                       → the byte, or 0 where the table has no such character
//
// Invariant: only NUL is byte 0, which the lookup answers without the trie. A table that breaks this, or has characters beyond
// 0xffff, becomes a dict.
import { objectMalloc } from "../../memory/allocators.ts";
import { type Borrowed, fillBytes, i32, type Owned, setI32, setU8, u8 } from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { declareType } from "../declare.ts";
import { PyDict_New, PyDict_SetItem } from "../dict_core.ts";
import { PyErr_NoMemory, raise } from "../errors.ts";
import { PyLong_FromNumber } from "../long_core.ts";
import { decref, initObject, xdecref } from "../object.ts";
import { freeInstance } from "../type_alloc.ts";
import { EncodingMapType, PyExc_TypeError } from "../types.ts";
import { PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR } from "../unicode_core.ts";

const LEVEL1_BYTES = 32;
const LEVEL2_BYTES = 16;
const LEVEL3_BYTES = 128;

const encoding_map = struct("encoding_map", 64, {
  ...OBJECT_HEAD,
  level1: [16, "u8", "blocks of level 2", LEVEL1_BYTES],
  count2: [48, "i32", "blocks of level 2"],
  count3: [52, "i32", "blocks of level 3"],
  level23: [56, "u8", "all blocks of level 2, then those of level 3", 1],
});

/** In a table: a byte without a character. */
const UNDEFINED = 0xfffe;
const NONE = 0xff;
const TABLE_LENGTH = 256;

const tableLength = (table: Borrowed): number => Math.min(PyUnicode_GET_LENGTH(table), TABLE_LENGTH);
const characterAt = (table: Borrowed, byte: number): number =>
  byte < PyUnicode_GET_LENGTH(table) ? PyUnicode_READ_CHAR(table, byte) : 0;

/** How many blocks of each level a table needs; null when it needs a dict. */
function countBlocks(table: Borrowed): { count2: number; count3: number } | null {
  if (characterAt(table, 0) !== 0) return null;
  const blocks2 = new Set<number>();
  const blocks3 = new Set<number>();
  for (let byte = 1; byte < tableLength(table); byte++) {
    const c = characterAt(table, byte);
    if (c === 0 || c > 0xffff) return null;
    if (c === UNDEFINED) continue;
    blocks2.add(c >> 11);
    blocks3.add(c >> 7);
  }
  // Every number of a block must differ from NONE.
  if (blocks2.size >= NONE || blocks3.size >= NONE) return null;
  return { count2: blocks2.size, count3: blocks3.size };
}

/** The struct has one of the bytes of level23. */
const trieBytes = (count2: number, count3: number): number =>
  encoding_map.sizeof - 1 + LEVEL2_BYTES * count2 + LEVEL3_BYTES * count3;

/** PyUnicode_BuildEncodingMap: an EncodingMap, or a dict from ordinals to bytes' numbers. */
export function PyUnicode_BuildEncodingMap(table: Borrowed): Owned {
  if (PyUnicode_GET_LENGTH(table) === 0) return raise(PyExc_TypeError, "bad argument type for built-in operation");
  const counts = countBlocks(table);
  if (counts === null) return dictOf(table);
  const { count2, count3 } = counts;
  const map = objectMalloc(trieBytes(count2, count3));
  if (map === 0) return PyErr_NoMemory();
  initObject(map, EncodingMapType);
  setI32(map + encoding_map.count2, count2);
  setI32(map + encoding_map.count3, count3);
  const level1 = map + encoding_map.level1;
  const level2 = map + encoding_map.level23;
  const level3 = level2 + LEVEL2_BYTES * count2;
  fillBytes(level1, NONE, LEVEL1_BYTES);
  fillBytes(level2, NONE, LEVEL2_BYTES * count2);
  fillBytes(level3, 0, LEVEL3_BYTES * count3);
  let used2 = 0;
  let used3 = 0;
  for (let byte = 1; byte < tableLength(table); byte++) {
    const c = characterAt(table, byte);
    if (c === UNDEFINED) continue;
    const first = level1 + (c >> 11);
    if (u8(first) === NONE) setU8(first, used2++);
    const second = level2 + LEVEL2_BYTES * u8(first) + ((c >> 7) & 15);
    if (u8(second) === NONE) setU8(second, used3++);
    setU8(level3 + LEVEL3_BYTES * u8(second) + (c & 127), byte);
  }
  return map;
}

function dictOf(table: Borrowed): Owned {
  const dict = PyDict_New();
  if (dict === 0) return 0;
  for (let byte = 0; byte < tableLength(table); byte++) {
    const key = PyLong_FromNumber(characterAt(table, byte));
    const value = PyLong_FromNumber(byte);
    const status = key === 0 || value === 0 ? -1 : PyDict_SetItem(dict, key, value);
    xdecref(key);
    xdecref(value);
    if (status < 0) {
      decref(dict);
      return 0;
    }
  }
  return dict;
}

/** encoding_map_lookup: the byte of a character, or -1. */
export function mappedByte(map: Borrowed, c: number): number {
  if (c > 0xffff) return -1;
  if (c === 0) return 0;
  const first = u8(map + encoding_map.level1 + (c >> 11));
  if (first === NONE) return -1;
  const level2 = map + encoding_map.level23;
  const second = u8(level2 + LEVEL2_BYTES * first + ((c >> 7) & 15));
  if (second === NONE) return -1;
  const byte = u8(level2 + LEVEL2_BYTES * i32(map + encoding_map.count2) + LEVEL3_BYTES * second + (c & 127));
  return byte === 0 ? -1 : byte;
}

declareType(EncodingMapType, {
  name: "EncodingMap",
  basicsize: encoding_map.sizeof,
  slots: { tp_dealloc: freeInstance },
  methods: [
    [
      "size",
      "()",
      (map: Borrowed): Owned =>
        PyLong_FromNumber(trieBytes(i32(map + encoding_map.count2), i32(map + encoding_map.count3))) ||
        PyErr_NoMemory(),
    ],
  ],
});
