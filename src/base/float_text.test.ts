import { describe, expect, it } from "vitest";
import { bitsOfDouble, doubleFromBits, goldenCases, pythonCases } from "../../test/support/base_cases.ts";
import { scaleDouble } from "./double_bits.ts";
import { digitsToPlaces, shortestDigits } from "./float_digits.ts";
import { HEX_OK, HEX_OVERFLOW, hexParseStatus, parseDouble, parsedEnd, parseHexDouble } from "./float_parse.ts";
import { doubleToHex, FORMAT_ALTERNATE, FORMAT_SIGN, formatDouble, reprDouble, roundDouble } from "./float_text.ts";

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function answer(kind: string, fields: string[]): string {
  switch (kind) {
    case "repr":
      return reprDouble(doubleFromBits(fields[0]));
    case "hex":
      return doubleToHex(doubleFromBits(fields[0]));
    case "format": {
      const flags = (fields[1] === "+" ? FORMAT_SIGN : 0) | (fields[2] === "#" ? FORMAT_ALTERNATE : 0);
      return formatDouble(doubleFromBits(fields[0]), fields[3], Number(fields[4]), flags);
    }
    case "round":
      return bitsOfDouble(roundDouble(doubleFromBits(fields[0]), Number(fields[1])));
    case "parse": {
      const bytes = ascii(`xx${fields[0]}_9`);
      const value = parseDouble(bytes, 2, bytes.length);
      return parsedEnd() === bytes.length - 2 ? bitsOfDouble(value) : `stopped at ${parsedEnd() - 2}`;
    }
    case "fromhex": {
      const bytes = ascii(fields[0]);
      const value = parseHexDouble(bytes, 0, bytes.length);
      const status = hexParseStatus();
      return status === HEX_OK ? bitsOfDouble(value) : status === HEX_OVERFLOW ? "OverflowError" : "ValueError";
    }
    default:
      return bitsOfDouble(scaleDouble(doubleFromBits(fields[0]), Number(fields[1])));
  }
}

function check(cases: string[][]): void {
  const wrong: unknown[] = [];
  for (const [kind, ...fields] of cases) {
    const expected = fields.pop();
    const got = answer(kind, fields);
    if (got !== expected && wrong.length < 10) wrong.push({ kind, fields, got, expected });
  }
  expect(wrong).toEqual([]);
}

describe("double and text", () => {
  it("agrees with CPython (golden)", () => {
    const cases = goldenCases("test/golden/base/float.tsv");
    expect(new Set(cases.map(([kind]) => kind)).size).toBe(7);
    check(cases);
  });

  const fresh = pythonCases("float", 30_000, 2);
  it.skipIf(fresh === null)("agrees with CPython (python3.13)", () => check(fresh!));

  it("parses what is no number as nothing", () => {
    for (const text of ["", "-", ".", "e5", "+.", "in", "x1", "-.e1"]) {
      const bytes = ascii(text);
      parseDouble(bytes, 0, bytes.length);
      expect(parsedEnd()).toBe(0);
    }
    parseDouble(ascii("1e"), 0, 2);
    expect(parsedEnd()).toBe(1);
    parseDouble(ascii("1.5e+x"), 0, 6);
    expect(parsedEnd()).toBe(3);
  });

  it("scales from one end of the range to the other", () => {
    expect(scaleDouble(5e-324, 2097)).toBe(2 ** 1023);
    expect(scaleDouble(2 ** 1023, -2097)).toBe(5e-324);
    expect(scaleDouble(2 ** 1023, -2045)).toBe(2 ** -1022);
    expect(scaleDouble(1.5, -1075)).toBe(5e-324);
    expect(scaleDouble(1, -1075)).toBe(0);
  });

  it("gives digits without trailing zeros", () => {
    expect(shortestDigits(100)).toBe("1");
    expect(digitsToPlaces(0.001, 2)).toBe("");
  });
});
