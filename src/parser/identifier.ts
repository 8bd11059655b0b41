// Identifiers (PEP 3131): which characters they may hold, and the normal form that names are compared in.

import { normalize } from "../base/unicode/normalize.ts";
import { isXIDContinue, isXIDStart } from "../base/unicode/properties.ts";
import { codePointAt, validSequenceLength } from "./utf8.ts";

const UNDERSCORE = 95;

export type ScanResult =
  | { kind: "identifier" }
  | { kind: "undecodable" }
  | { kind: "invalid"; codePoint: number; end: number };

// Is bytes[from, to) an identifier? If not: the first character that makes it none, and where that ends.
export function scanIdentifier(bytes: Uint8Array, from: number, to: number): ScanResult {
  let invalid: ScanResult | null = null;
  let i = from;
  while (i < to) {
    const length = validSequenceLength(bytes, i, to);
    if (length === 0) return { kind: "undecodable" };
    const codePoint = codePointAt(bytes, i);
    const fits = i > from ? isXIDContinue(codePoint) : codePoint === UNDERSCORE || isXIDStart(codePoint);
    i += length;
    if (invalid === null && !fits) invalid = { kind: "invalid", codePoint, end: i };
  }
  return invalid ?? { kind: "identifier" };
}

// The name that bytes[from, to), an identifier that is not ASCII, stands for: its NFKC.
export function normalizeIdentifier(bytes: Uint8Array, from: number, to: number): string {
  const codePoints: number[] = [];
  for (let i = from; i < to; i += validSequenceLength(bytes, i, to)) codePoints.push(codePointAt(bytes, i));
  let text = "";
  for (const codePoint of normalize("NFKC", codePoints)) text += String.fromCodePoint(codePoint);
  return text;
}
