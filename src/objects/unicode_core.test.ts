// Strings against CPython: bytes, hashes, slices, sums, order (tools/objects_cases.py makes the cases); and interning.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { blocksInUse, objectOf } from "../../test/support/objects.ts";
import { findPython } from "../../test/support/python.ts";
import { memFree, memMalloc } from "../memory/allocators.ts";
import { type Address, high, low, setI32, u8 } from "../memory/memory.ts";
import { PyASCIIObject, PyCompactUnicodeObject } from "../memory/structs/text.ts";
import { identifier } from "./identifiers.ts";
import { decref, isImmortal, newRef, refcount } from "./object.ts";
import {
  _PyUnicode_EQ,
  emptyString,
  ensureHash,
  latin1String,
  PyUnicode_CHECK_INTERNED,
  PyUnicode_Compare,
  PyUnicode_DATA,
  PyUnicode_FromKindAndData,
  PyUnicode_FromString,
  PyUnicode_FromWtf8,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  PyUnicode_KIND,
  PyUnicode_READ,
  PyUnicode_Substring,
  SSTATE_INTERNED_IMMORTAL,
  SSTATE_INTERNED_IMMORTAL_STATIC,
  SSTATE_INTERNED_MORTAL,
  textOf,
  textUpTo,
  unicodeAppend,
  unicodeConcat,
  wtf8Of,
} from "./unicode_core.ts";
import { _PyUnicode_InternImmortal, PyUnicode_InternInPlace } from "./unicode_intern.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_SetOverallocate,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteChar,
  UnicodeWriter_WriteStr,
  UnicodeWriter_WriteSubstring,
} from "./unicode_writer.ts";

type Text = [wtf8: string, size: number, hash: string];
interface Case {
  a: Text;
  b: Text;
  slice: [start: number, end: number, ...Text];
  sum: Text;
  order: number;
  pieces: string[];
  joined: Text;
}

function fromHex(hex: string): Address {
  return PyUnicode_FromWtf8(Uint8Array.from(Buffer.from(hex, "hex")));
}

/** __sizeof__ as the layout gives it. */
function sizeOf(o: Address): number {
  const head = PyUnicode_IS_ASCII(o) ? PyASCIIObject.sizeof : PyCompactUnicodeObject.sizeof;
  return head + (PyUnicode_GET_LENGTH(o) + 1) * PyUnicode_KIND(o);
}

function describe(o: Address): Text {
  ensureHash(o);
  const hash = [high(o + PyASCIIObject.hash), low(o + PyASCIIObject.hash)];
  // The NUL behind the characters is part of the form.
  expect(PyUnicode_READ(PyUnicode_KIND(o), PyUnicode_DATA(o), PyUnicode_GET_LENGTH(o))).toBe(0);
  return [
    Buffer.from(wtf8Of(o)).toString("hex"),
    // CPython counts the UTF-8 form of the static latin-1 strings too.
    sizeOf(o) + (!PyUnicode_IS_ASCII(o) && isImmortal(o) ? 3 : 0),
    hash.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join(""),
  ];
}

/** Looks at an Owned string and releases it. */
function taken(o: Address): Text {
  const text = describe(o);
  decref(o);
  return text;
}

function check(cases: Case[]): void {
  expect(cases.length).toBeGreaterThan(100);
  const before = blocksInUse();
  for (const one of cases) {
    const a = fromHex(one.a[0]);
    const b = fromHex(one.b[0]);
    expect(describe(a)).toEqual(one.a);
    expect(describe(b)).toEqual(one.b);
    expect(PyUnicode_Compare(a, b)).toBe(one.order);
    expect(_PyUnicode_EQ(a, b)).toBe(one.order === 0);
    const [start, end, ...slice] = one.slice;
    expect(taken(PyUnicode_Substring(a, start, end))).toEqual(slice);
    expect(taken(unicodeConcat(a, b))).toEqual(one.sum);
    expect(taken(unicodeAppend(newRef(a), b))).toEqual(one.sum);
    const own = fromHex(one.a[0]);
    expect(taken(unicodeAppend(own, b))).toEqual(one.sum);
    expect(taken(wide(a))).toEqual(one.a);

    const writer = UnicodeWriter_New(true);
    for (const hex of one.pieces) {
      const piece = fromHex(hex);
      const middle = PyUnicode_GET_LENGTH(piece) >> 1;
      UnicodeWriter_WriteSubstring(writer, piece, 0, middle);
      UnicodeWriter_WriteSubstring(writer, piece, middle, PyUnicode_GET_LENGTH(piece));
      decref(piece);
    }
    // str.join, which made the case, does not look for the static strings of one character.
    const [text, size, hash] = taken(UnicodeWriter_Finish(writer));
    expect([text, one.pieces.join("").length < 6 ? one.joined[1] : size, hash]).toEqual(one.joined);
    decref(a);
    decref(b);
  }
  expect(blocksInUse()).toBe(before);
}

/** The string made again from its characters at full width. */
function wide(o: Address): Address {
  const length = PyUnicode_GET_LENGTH(o);
  const block = memMalloc(length * 4 + 4);
  for (let i = 0; i < length; i++) setI32(block + i * 4, PyUnicode_READ(PyUnicode_KIND(o), PyUnicode_DATA(o), i));
  const copy = PyUnicode_FromKindAndData(4, block, length);
  memFree(block);
  return copy;
}

function parse(text: string): Case[] {
  return text
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

it("have CPython's forms (golden)", () => check(parse(readFileSync("test/golden/objects/strings.jsonl", "utf8"))));

const python = findPython();
it.skipIf(python === null)("have CPython's forms (python3.13)", () => {
  const text = execFileSync(python!, ["tools/objects_cases.py", "strings", "3000", "5"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    env: { ...process.env, PYTHONHASHSEED: "0" },
  });
  check(parse(text));
});

it("texts of the host are strings of code points", () => {
  for (const text of ["", "a", "é", "中文", "a\u{1f600}b", "\ud800x", "x".repeat(300)]) {
    const o = PyUnicode_FromString(text);
    expect(textOf(o)).toBe(text);
    expect(PyUnicode_GET_LENGTH(o)).toBe([...text].length);
    decref(o);
  }
  expect(PyUnicode_FromString("")).toBe(emptyString);
  expect(PyUnicode_FromString("é")).toBe(latin1String(0xe9));
  const long = PyUnicode_FromString("abc".repeat(100));
  expect(textUpTo(long, 4)).toBe("abca");
  decref(long);
});

it("static strings have CPython's state byte", () => {
  // interned 3, kind 1, compact, ascii, static; without ascii beyond it
  expect(u8(emptyString + PyASCIIObject.state)).toBe(0xe7);
  expect(u8(latin1String(0x61) + PyASCIIObject.state)).toBe(0xe7);
  expect(u8(latin1String(0xe9) + PyASCIIObject.state)).toBe(0xa7);
  expect(u8(identifier("__missing__") + PyASCIIObject.state)).toBe(0xe7);
  expect(PyUnicode_InternInPlace(objectOf("__missing__"))).toBe(identifier("__missing__"));
  expect(PyUnicode_CHECK_INTERNED(identifier("__missing__"))).toBe(SSTATE_INTERNED_IMMORTAL_STATIC);
});

it("an interned string dies with its last holder", () => {
  // The dict of interned strings is made by the first one.
  decref(PyUnicode_InternInPlace(objectOf("first of all")));
  const before = blocksInUse();
  const a = PyUnicode_InternInPlace(objectOf("a name"));
  const b = PyUnicode_InternInPlace(objectOf("a name"));
  expect(b).toBe(a);
  expect(refcount(a)).toBe(2);
  expect(PyUnicode_CHECK_INTERNED(a)).toBe(SSTATE_INTERNED_MORTAL);
  decref(a);
  decref(b);
  expect(blocksInUse()).toBe(before);

  const kept = _PyUnicode_InternImmortal(objectOf("kept"));
  expect(PyUnicode_CHECK_INTERNED(kept)).toBe(SSTATE_INTERNED_IMMORTAL);
  expect(isImmortal(kept)).toBe(true);
  expect(PyUnicode_InternInPlace(objectOf("kept"))).toBe(kept);
  expect(blocksInUse()).toBe(before + 1);
});

it("a writer widens, grows and gives single pieces back as they are", () => {
  const before = blocksInUse();
  const piece = objectOf("one piece");
  const single = UnicodeWriter_New(false);
  UnicodeWriter_WriteStr(single, piece);
  expect(UnicodeWriter_Finish(single)).toBe(piece);
  decref(piece);

  const writer = UnicodeWriter_New(true);
  UnicodeWriter_WriteASCIIString(writer, "ab");
  UnicodeWriter_WriteStr(writer, piece);
  UnicodeWriter_WriteChar(writer, 0x4e2d);
  UnicodeWriter_SetOverallocate(writer, false);
  UnicodeWriter_WriteChar(writer, 0x1f600);
  const text = UnicodeWriter_Finish(writer);
  expect(textOf(text)).toBe("abone piece中\u{1f600}");
  expect(PyUnicode_KIND(text)).toBe(4);
  decref(text);
  decref(piece);

  const empty = UnicodeWriter_New(true);
  expect(UnicodeWriter_Finish(empty)).toBe(emptyString);
  const letter = UnicodeWriter_New(true);
  UnicodeWriter_WriteChar(letter, 0x41);
  expect(UnicodeWriter_Finish(letter)).toBe(latin1String(0x41));
  decref(UnicodeWriter_New(true));
  expect(blocksInUse()).toBe(before);
});
