// Numeric values of characters, for unicodedata.numeric: ½ is 0.5, 億 is 100000000.
import { NUMERIC_VALUES } from "./numeric.gen.ts";
import { unpackIntegers, unzigzag } from "./packing.ts";
import { digitValue } from "./properties.ts";

let values: Map<number, number> | null = null;

/** The value, or NaN where the character has none. Unpacks its table when first asked. */
export function numericValue(codePoint: number): number {
  const digit = digitValue(codePoint);
  if (digit >= 0) return digit;
  if (values === null) {
    values = new Map();
    const integers = unpackIntegers(NUMERIC_VALUES);
    let at = 0;
    for (let position = 0; position < integers.length; position += 3) {
      at += integers[position];
      values.set(at, unzigzag(integers[position + 1]) / integers[position + 2]);
    }
  }
  return values.get(codePoint) ?? NaN;
}
