// Character properties, case mappings and normalization against CPython 3.13 (Unicode 15.1 in both).
import { describe, expect, it } from "vitest";
import { goldenCases, pythonCases } from "../../../test/support/base_cases.ts";
import { combiningClass, decompositionText, type NormalizationForm, normalize } from "./normalize.ts";
import { numericValue } from "./numeric.ts";
import * as properties from "./properties.ts";

const FORMS: NormalizationForm[] = ["NFC", "NFD", "NFKC", "NFKD"];

const points = (text: ArrayLike<number>): string => Array.from(text, (codePoint) => codePoint.toString(16)).join(" ");

function mapped(mapping: (codePoint: number, out: number[], at: number) => number, codePoint: number): string {
  const out = [-1];
  const length = mapping(codePoint, out, 1);
  if (out.length !== length + 1) throw new Error(`wrote ${out.length - 1} code points, said ${length}`);
  return points(out.slice(1));
}

function sigma(text: number[]): boolean {
  return !properties.isFinalSigma((index) => text[index], text.length, 1);
}

/** The fields of `unicode_row` in tools/base_cases.py. */
function row(c: number): string[] {
  const flags = [
    properties.isAlpha(c),
    properties.isDecimal(c),
    properties.isDigit(c),
    properties.isNumeric(c),
    properties.isSpace(c),
    properties.isLower(c),
    properties.isUpper(c),
    properties.isTitle(c) || properties.isUpper(c),
    properties.isPrintable(c),
    properties.isXIDStart(c) || c === 0x5f,
    properties.isXIDContinue(c),
    properties.isLineBreak(c),
    properties.isAlphanumeric(c),
    sigma([97, properties.CAPITAL_SIGMA, c]),
    sigma([97, properties.CAPITAL_SIGMA, c, 97]),
  ];
  const numeric = numericValue(c);
  return [
    flags.map(Number).join(""),
    mapped(properties.fullUpper, c),
    // Alone, a capital sigma is not final: nothing cased stands before it.
    mapped(properties.fullLower, c),
    mapped(properties.fullTitle, c),
    mapped(properties.fullFold, c),
    String(properties.decimalValue(c)),
    String(properties.digitValue(c)),
    Number.isNaN(numeric) ? "nan" : String(numeric),
    properties.category(c),
    String(combiningClass(c)),
    decompositionText(c),
    ...FORMS.map((form) => points(normalize(form, [c]))),
  ].map((field, index) => (index > 0 && field === c.toString(16) ? "=" : field));
}

function checkCharacters(cases: string[][]): number {
  let count = 0;
  const wrong: unknown[] = [];
  for (const [, first, last, ...fields] of cases) {
    // CPython's repr of a float and ECMAScript's differ in form, not in value.
    if (fields[7] !== "nan") fields[7] = String(Number(fields[7]));
    if (fields[7] === String(Number.parseInt(first, 16))) fields[7] = "=";
    const expected = fields.join("\t");
    for (let c = Number.parseInt(first, 16); c <= Number.parseInt(last, 16); c++) {
      count++;
      const got = row(c).join("\t");
      if (got !== expected && wrong.length < 5) wrong.push({ c: c.toString(16), got, expected });
    }
  }
  expect(wrong).toEqual([]);
  return count;
}

function checkNormalization(cases: string[][]): void {
  const wrong: unknown[] = [];
  for (const [, text, ...expected] of cases) {
    const codePoints = text.split(" ").map((word) => Number.parseInt(word, 16));
    const got = FORMS.map((form) => points(normalize(form, codePoints)));
    if (got.join("|") !== expected.join("|") && wrong.length < 5) wrong.push({ text, got, expected });
  }
  expect(wrong).toEqual([]);
}

describe("characters", () => {
  it("have CPython's properties (golden sample)", () => {
    expect(checkCharacters(goldenCases("test/golden/base/unicode.tsv"))).toBeGreaterThan(1000);
  });
  const fresh = pythonCases("unicode", -1, 1);
  it.skipIf(fresh === null)("have CPython's properties, all of planes 0, 1 and 14 (python3.13)", () => {
    expect(checkCharacters(fresh!)).toBe(0x30000);
  });
});

describe("normalization", () => {
  it("is CPython's (golden)", () => checkNormalization(goldenCases("test/golden/base/normalize.tsv")));
  const fresh = pythonCases("normalize", 40_000, 3);
  it.skipIf(fresh === null)("is CPython's (python3.13)", () => checkNormalization(fresh!));
});
