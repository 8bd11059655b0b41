// Cases of CPython's behaviour for the tests of src/base: a committed golden file, and as many more as a test asks of
// a python3.13 that is found. Both come from tools/base_cases.py.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { findPython } from "./python.ts";

function parse(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => line.split("\t"));
}

/** The committed cases of an area: rows of fields. */
export function goldenCases(path: string): string[][] {
  return parse(readFileSync(path, "utf8"));
}

/** Fresh cases from python3.13, or null where there is none. The seed is fixed, so a failure repeats. */
export function pythonCases(area: string, count: number, seed: number): string[][] | null {
  const python = findPython();
  if (python === null) return null;
  return parse(
    execFileSync(python, ["tools/base_cases.py", area, String(count), String(seed)], {
      encoding: "utf8",
      maxBuffer: 1 << 30,
      env: { ...process.env, PYTHONHASHSEED: "0" },
    }),
  );
}

const view = new DataView(new ArrayBuffer(8));

/** The double whose 64 bits are these 16 hexadecimal digits. */
export function doubleFromBits(hex: string): number {
  view.setUint32(0, Number.parseInt(hex.slice(0, 8), 16));
  view.setUint32(4, Number.parseInt(hex.slice(8), 16));
  return view.getFloat64(0);
}

/** The 64 bits of a double as 16 hexadecimal digits; every NaN reads as the same one. */
export function bitsOfDouble(value: number): string {
  if (Number.isNaN(value)) return "7ff8000000000000";
  view.setFloat64(0, value);
  return pairHex(view.getUint32(4), view.getUint32(0));
}

export function pairHex(low: number, high: number): string {
  return (high >>> 0).toString(16).padStart(8, "0") + (low >>> 0).toString(16).padStart(8, "0");
}
