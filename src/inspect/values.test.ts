// Readers, values and changes over small memories made by hand: what no machine is needed for.
import { expect, it } from "vitest";
import { changesBetween } from "./changes.ts";
import { Inspection } from "./inspection.ts";
import { bufferReader, cstring, NOWHERE, stretchesReader } from "./reader.ts";
import { floatFields, numberOfBytes, twosComplement, utf8Bytes, utf16Bytes, utf32Bytes, wideText } from "./values.ts";

const BASE = 0x7f00_0000_1000;

function memory(write: (view: DataView) => void, bytes = 64, from = BASE) {
  const data = new Uint8Array(bytes);
  write(new DataView(data.buffer));
  return { from, data };
}

it("reads across stretches that touch, and zeros where nothing is", () => {
  const low = memory((view) => view.setUint32(60, 0x11223344, true));
  const high = memory((view) => view.setUint32(0, 5, true), 64, BASE + 64);
  const reader = stretchesReader([high, low]);
  expect(reader.ptr(BASE + 60)).toBe(5 * 2 ** 32 + 0x11223344);
  expect(reader.readable(BASE, 128)).toBe(true);
  expect(reader.readable(BASE, 129)).toBe(false);
  expect(reader.readable(-8, 8)).toBe(false);
  expect(reader.u32(BASE + 126)).toBe(0);
  expect(reader.u8(BASE - 1)).toBe(0);
  expect([...reader.bytes(BASE + 126, 4)]).toEqual([0, 0, 0, 0]);
  expect(stretchesReader([memory((view) => view.setInt32(4, -1, true))]).ptr(BASE)).toBe(NOWHERE);
  const text = memory((view) => view.setUint32(0, 0x00636261, true));
  expect(cstring(stretchesReader([text]), BASE)).toBe("abc");
  expect(cstring(reader, 16)).toBeNull();
  expect(bufferReader(new ArrayBuffer(64), [{ from: 32, bytes: 64 }]).ranges).toEqual([]);
});

it("takes floats apart as IEEE 754 does", () => {
  const fields = (value: number) =>
    floatFields(new Inspection(stretchesReader([memory((view) => view.setFloat64(0, value, true))]), 0), BASE);
  expect(fields(-6.5)).toMatchObject({ sign: 1, exponent: 2, fractionHigh: 0xa0000, fractionLow: 0, text: "-6.5" });
  expect(fields(5e-324)).toMatchObject({ class: "subnormal", exponentBits: 0, exponent: -1022, fractionLow: 1 });
  expect([0, Infinity, NaN, 1].map((value) => fields(value).class)).toEqual(["zero", "infinite", "nan", "normal"]);
});

it("reads and writes integers in both orders", () => {
  for (const value of [0, 1, -1, 127, -128, 300, -70000, 2 ** 31 - 1]) {
    const bytes = twosComplement(value, 4);
    expect(numberOfBytes(bytes, true, true)).toBe(value);
    expect(numberOfBytes([...bytes].reverse(), false, true)).toBe(value);
    const view = new DataView(Uint8Array.from(bytes).buffer);
    expect(view.getInt32(0, true)).toBe(value);
  }
  const wide = (value: bigint) =>
    new Inspection(stretchesReader([memory((view) => view.setBigInt64(0, value, true))]), 0);
  for (const value of [0n, -1n, 2n ** 62n + 1n, -(2n ** 63n)])
    expect(wideText(wide(value), BASE, true)).toBe(`${value}`);
  expect(wideText(wide(-1n), BASE, false)).toBe("18446744073709551615");
});

it("encodes text as the host does", () => {
  const text = "aé中😀";
  const points = [...text].map((character) => character.codePointAt(0)!);
  expect(utf8Bytes(points)).toEqual([...new TextEncoder().encode(text)]);
  const units = Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
  expect(utf16Bytes(points)).toEqual(units.flatMap((unit) => [unit & 255, unit >> 8]));
  expect(utf16Bytes(points, false)).toEqual(units.flatMap((unit) => [unit >> 8, unit & 255]));
  expect(utf32Bytes([0x1f600], false)).toEqual([0, 1, 0xf6, 0]);
});

it("finds the words that differ, with what they held", () => {
  const before = stretchesReader([memory((view) => view.setUint8(8, 1))]);
  const after = stretchesReader([
    memory((view) => {
      for (const at of [8, 17, 40]) view.setUint8(at, 2);
    }),
  ]);
  const { stretches, changedWords, hiddenChanges } = changesBetween(before, after, 1);
  expect(changedWords).toBe(3);
  expect(hiddenChanges).toBe(1);
  expect(stretches).toHaveLength(1);
  expect(stretches[0].address).toBe(BASE + 8);
  expect([...stretches[0].was]).toEqual([1, ...new Array(15).fill(0)]);
});
