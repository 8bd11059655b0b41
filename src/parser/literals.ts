// Values of literals: numbers, and strings with their escapes.

import type { Constant } from "../base/constant.ts";
import { parseDouble } from "../base/float_parse.ts";
import { utf8DecodeMessage } from "./source.ts";
import { codePointAt, pushUtf8, validSequenceLength } from "./utf8.ts";

export const NONE: Constant = { type: "None" };
export const TRUE: Constant = { type: "True" };
export const FALSE: Constant = { type: "False" };
export const ELLIPSIS: Constant = { type: "Ellipsis" };

const smallInts: Constant[] = [];
for (let i = 0; i < 256; i++) smallInts.push({ type: "int", value: BigInt(i) });

// The longest decimal literal that needs no check against the digit limit.
const SAFE_DIGITS = 15;

export interface NumberError {
  readonly tooManyDigits: number;
}

// bytes[from, to) is a NUMBER token. maxDigits: sys.set_int_max_str_digits, 0 for no limit.
export function parseNumber(bytes: Uint8Array, from: number, to: number, maxDigits: number): Constant | NumberError {
  const last = bytes[to - 1];
  const second = bytes[from] === 48 && to - from > 1 ? bytes[from + 1] | 32 : 0;
  if (second === 120 || second === 111 || second === 98)
    return { type: "int", value: BigInt(plainText(bytes, from, to)) };

  let isInt = true;
  let underscores = false;
  for (let i = from; i < to; i++) {
    const c = bytes[i];
    if (c === 95) underscores = true;
    else if (c < 48 || c > 57) {
      isInt = false;
    }
  }
  if (isInt) {
    if (to - from <= SAFE_DIGITS) {
      let value = 0;
      for (let i = from; i < to; i++) if (bytes[i] !== 95) value = value * 10 + bytes[i] - 48;
      return value < 256 ? smallInts[value] : { type: "int", value: BigInt(value) };
    }
    const text = plainText(bytes, from, to);
    if (maxDigits > 0 && text.length > maxDigits) return { tooManyDigits: text.length };
    return { type: "int", value: BigInt(text) };
  }
  let digits = bytes;
  let start = from;
  let end = to;
  if (underscores) {
    digits = bytes.slice(from, to).filter((c) => c !== 95);
    start = 0;
    end = digits.length;
  }
  if (last === 106 || last === 74) return { type: "complex", real: 0, imag: parseDouble(digits, start, end - 1) };
  return { type: "float", value: parseDouble(digits, start, end) };
}

function plainText(bytes: Uint8Array, from: number, to: number): string {
  let text = "";
  for (let i = from; i < to; i++) if (bytes[i] !== 95) text += String.fromCharCode(bytes[i]);
  return text;
}

// What \N{NAME} stands for: one code point, or null for an unknown name.
export type NameLookup = (name: string) => number | null;

export interface Decoded {
  readonly bytes: Uint8Array;
  // the text after the backslash of the first escape that Python does not know: one letter or three octal digits
  readonly invalidEscape: string | null;
}

export interface DecodeError {
  readonly decodeError: string; // with its "(unicode error) " or "(value error) "
}

export function checkUtf8(bytes: Uint8Array, from: number, to: number): DecodeError | null {
  for (let i = from; i < to; ) {
    const length = validSequenceLength(bytes, i, to);
    if (length === 0)
      return { decodeError: `(unicode error) ${utf8DecodeMessage(bytes.subarray(from, to), i - from)}` };
    i += length;
  }
  return null;
}

const ESCAPES: ReadonlyMap<number, number> = new Map([
  [92, 92], // backslash
  [39, 39], // '
  [34, 34], // "
  [98, 8], // b
  [102, 12], // f
  [116, 9], // t
  [110, 10], // n
  [114, 13], // r
  [118, 11], // v
  [97, 7], // a
]);

const isOctal = (c: number): boolean => c >= 48 && c <= 55;

function hexValue(c: number): number {
  if (c >= 48 && c <= 57) return c - 48;
  const letter = c | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

const HEX_LENGTHS: ReadonlyMap<number, readonly [number, string]> = new Map([
  [120, [2, "truncated \\xXX escape"]],
  [117, [4, "truncated \\uXXXX escape"]],
  [85, [8, "truncated \\UXXXXXXXX escape"]],
]);

// The text of a str literal with escapes, as WTF-8. Positions in messages are those of CPython's decoder, which first
// writes every non-ASCII character as \UXXXXXXXX (Parser/string_parser.c, decode_unicode_with_escapes).
const NON_ASCII_WIDTH = 10;

// What is not UTF-8 is told before any bad escape; positions count from the start of its run of non-ASCII bytes.
function firstUndecodable(bytes: Uint8Array, from: number, to: number): DecodeError | null {
  for (let i = from; i < to; ) {
    const length = validSequenceLength(bytes, i, to);
    if (length > 0) {
      i += length;
      continue;
    }
    let run = i;
    while (run > from && bytes[run - 1] >= 0x80) run--;
    let end = i;
    while (end < to && bytes[end] >= 0x80) end++;
    return { decodeError: `(unicode error) ${utf8DecodeMessage(bytes.subarray(run, end), i - run)}` };
  }
  return null;
}

export function decodeEscapes(bytes: Uint8Array, from: number, to: number, names: NameLookup): Decoded | DecodeError {
  const undecodable = firstUndecodable(bytes, from, to);
  if (undecodable !== null) return undecodable;
  const out: number[] = [];
  let invalidEscape: string | null = null;
  let position = 0;
  let i = from;
  const failed = (start: number, end: number, reason: string): DecodeError => {
    const what = end - start === 1 ? `byte 0x5c in position ${start}` : `bytes in position ${start}-${end - 1}`;
    return { decodeError: `(unicode error) 'unicodeescape' codec can't decode ${what}: ${reason}` };
  };
  while (i < to) {
    const c = bytes[i];
    if (c >= 0x80) {
      const length = validSequenceLength(bytes, i, to);
      for (let k = 0; k < length; k++) out.push(bytes[i + k]);
      i += length;
      position += NON_ASCII_WIDTH;
      continue;
    }
    if (c !== 92) {
      out.push(c);
      i++;
      position++;
      continue;
    }
    const escapeStart = position;
    i++;
    position++;
    if (i >= to) {
      // the decoder is given \u005c here, for the backslash itself
      out.push(92);
      break;
    }
    const e = bytes[i];
    if (e >= 0x80) {
      // a backslash before a character beyond ASCII stands for itself
      out.push(92);
      position += 5;
      continue;
    }
    i++;
    position++;
    if (e === 10) continue;
    const simple = ESCAPES.get(e);
    if (simple !== undefined) {
      out.push(simple);
      continue;
    }
    if (isOctal(e)) {
      let value = e - 48;
      let digits = 1;
      while (digits < 3 && i < to && isOctal(bytes[i])) {
        value = value * 8 + bytes[i] - 48;
        i++;
        digits++;
      }
      position += digits - 1;
      if (value > 0o377 && invalidEscape === null) invalidEscape = plainText(bytes, i - 3, i);
      pushUtf8(out, value);
      continue;
    }
    const hex = HEX_LENGTHS.get(e);
    if (hex !== undefined) {
      const [length, reason] = hex;
      let value = 0;
      let digits = 0;
      while (digits < length && i < to) {
        const digit = hexValue(bytes[i]);
        if (digit < 0) break;
        value = value * 16 + digit;
        i++;
        digits++;
      }
      position += digits;
      if (digits < length) return failed(escapeStart, position, reason);
      if (value > 0x10ffff) return failed(escapeStart, position, "illegal Unicode character");
      pushUtf8(out, value);
      continue;
    }
    if (e === 78) {
      const close = i < to && bytes[i] === 123 ? bytes.indexOf(125, i) : -1;
      if (close < 0 || close >= to || close === i + 1) {
        // {} or an unclosed brace: up to where the search for its end stopped
        let end = position;
        if (i < to && bytes[i] === 123) {
          end++;
          let k = i + 1;
          for (; k < to && bytes[k] !== 125; k++)
            end += bytes[k] < 0x80 ? 1 : (bytes[k] & 0xc0) !== 0x80 ? NON_ASCII_WIDTH : 0;
        }
        return failed(escapeStart, end, "malformed \\N character escape");
      }
      let name = "";
      let width = 0;
      for (let k = i + 1; k < close; ) {
        const length = bytes[k] < 0x80 ? 1 : validSequenceLength(bytes, k, close) || 1;
        name += String.fromCodePoint(length === 1 ? bytes[k] : codePointAt(bytes, k));
        width += length === 1 ? 1 : NON_ASCII_WIDTH;
        k += length;
      }
      position += width + 2;
      i = close + 1;
      const codePoint = names(name);
      if (codePoint === null) return failed(escapeStart, position, "unknown Unicode character name");
      pushUtf8(out, codePoint);
      continue;
    }
    if (invalidEscape === null) invalidEscape = String.fromCharCode(e);
    out.push(92, e);
  }
  // "\ud83d\ude00" stays two surrogates in Python: in this WTF-8 they are two sequences of three bytes
  return { bytes: Uint8Array.from(out), invalidEscape };
}

// The bytes of a bytes literal with escapes.
export function decodeBytesEscapes(bytes: Uint8Array, from: number, to: number): Decoded | DecodeError {
  const out: number[] = [];
  let invalidEscape: string | null = null;
  let i = from;
  while (i < to) {
    const c = bytes[i++];
    if (c !== 92 || i >= to) {
      out.push(c);
      continue;
    }
    const e = bytes[i++];
    if (e === 10) continue;
    const simple = ESCAPES.get(e);
    if (simple !== undefined) out.push(simple);
    else if (isOctal(e)) {
      let value = e - 48;
      let digits = 1;
      while (digits < 3 && i < to && isOctal(bytes[i])) {
        value = value * 8 + bytes[i++] - 48;
        digits++;
      }
      if (value > 0o377 && invalidEscape === null) invalidEscape = plainText(bytes, i - 3, i);
      out.push(value & 0xff);
    } else if (e === 120) {
      const high = i < to ? hexValue(bytes[i]) : -1;
      const low = i + 1 < to ? hexValue(bytes[i + 1]) : -1;
      if (high < 0 || low < 0) return { decodeError: `(value error) invalid \\x escape at position ${i - 2 - from}` };
      out.push(high * 16 + low);
      i += 2;
    } else {
      if (invalidEscape === null) invalidEscape = String.fromCharCode(e);
      out.push(92, e);
    }
  }
  return { bytes: Uint8Array.from(out), invalidEscape };
}
