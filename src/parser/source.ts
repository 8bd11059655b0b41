// From the bytes of a file to the tokenizer's buffer: encoding, then newlines (PEP 263; Parser/tokenizer/helpers.c).
//
// The buffer is UTF-8 with "\n" as its only newline, followed by SENTINEL bytes of 0 that no scan passes.

import { PySyntaxError } from "./errors.ts";
import { encodeWtf8, invalidSequenceLength, validSequenceLength } from "./utf8.ts";

export const SENTINEL_BYTES = 4;

export interface SourceBuffer {
  readonly bytes: Uint8Array;
  readonly size: number; // without the sentinel
}

export interface SourceOptions {
  filename: string;
  // exec input gets a newline at its end if it has none
  addNewline: boolean;
  // the text is already decoded: coding declarations mean nothing
  ignoreCookie: boolean;
  // Decodes by an encoding other than UTF-8, Latin-1 and ASCII. Null: no such encoding. A string: it failed, and why.
  decode?: (encoding: string, bytes: Uint8Array) => { utf8: Uint8Array } | { error: string } | null;
}

const HASH = 35;
const isBlank = (byte: number): boolean => byte === 32 || byte === 9 || byte === 12;

// "utf_8" and "UTF-8" are one name, and so are the usual spellings of Latin-1; other names stay as they are written.
function normalName(name: string): string {
  let short = "";
  for (const c of name.slice(0, 12)) short += c === "_" ? "-" : c >= "A" && c <= "Z" ? lower(c) : c;
  if (short === "utf-8" || short.startsWith("utf-8-")) return "utf-8";
  for (const latin of ["latin-1", "iso-8859-1", "iso-latin-1"])
    if (short === latin || short.startsWith(`${latin}-`)) return "iso-8859-1";
  return name;
}

function lower(c: string): string {
  return String.fromCharCode(c.charCodeAt(0) | 32);
}

// The encoding that a comment line declares, or null; `stop` when the line holds anything but a comment.
function codingOf(bytes: Uint8Array, start: number, end: number): { name: string | null; stop: boolean } {
  let i = start;
  while (i < end && isBlank(bytes[i])) i++;
  if (i >= end || bytes[i] === 10 || bytes[i] === 13) return { name: null, stop: false };
  if (bytes[i] !== HASH) return { name: null, stop: true };
  let line = "";
  for (; i < end; i++) line += String.fromCharCode(bytes[i]);
  const match = /coding[:=][ \t]*([A-Za-z0-9._-]+)/.exec(line);
  return { name: match ? normalName(match[1]) : null, stop: match !== null };
}

function lineEnd(bytes: Uint8Array, start: number): number {
  let i = start;
  while (i < bytes.length && bytes[i] !== 10) i++;
  return i;
}

function translateNewlines(bytes: Uint8Array, addNewline: boolean): SourceBuffer {
  const out = new Uint8Array(bytes.length + 1 + SENTINEL_BYTES);
  let size = bytes.length;
  if (bytes.indexOf(13) < 0) out.set(bytes);
  else {
    size = 0;
    for (let i = 0; i < bytes.length; i++) {
      let byte = bytes[i];
      if (byte === 13) {
        if (bytes[i + 1] === 10) i++;
        byte = 10;
      }
      out[size++] = byte;
    }
  }
  if (addNewline && size > 0 && out[size - 1] !== 10) out[size++] = 10;
  return { bytes: out, size };
}

function decodeLatin1(bytes: Uint8Array): Uint8Array {
  const out = new Uint8Array(bytes.length * 2);
  let size = 0;
  for (const byte of bytes) {
    if (byte < 0x80) out[size++] = byte;
    else {
      out[size++] = 0xc0 | (byte >> 6);
      out[size++] = 0x80 | (byte & 0x3f);
    }
  }
  return out.subarray(0, size);
}

// The spellings of the built-in encodings that Python's codec registry knows (Lib/encodings/aliases.py), normalised.
const LATIN_1 = new Set(
  "latin_1 latin1 latin l1 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100".split(
    " ",
  ),
);
const UTF_8 = new Set("utf_8 utf8 utf u8 utf8_ucs2 utf8_ucs4 cp65001".split(" "));
const ASCII = new Set(
  "ascii 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us us_ascii".split(
    " ",
  ),
);

function decodeBy(encoding: string, bytes: Uint8Array, options: SourceOptions): Uint8Array {
  const plain = normalizeEncoding(encoding);
  if (LATIN_1.has(plain)) return decodeLatin1(bytes);
  if (UTF_8.has(plain)) {
    const bad = firstInvalid(bytes);
    if (bad >= 0) throw initError(utf8DecodeMessage(bytes, bad));
    return bytes;
  }
  if (ASCII.has(plain)) {
    const bad = bytes.findIndex((byte) => byte >= 0x80);
    if (bad < 0) return bytes;
    const what = `byte 0x${hex2(bytes[bad])} in position ${bad}`;
    throw initError(`'ascii' codec can't decode ${what}: ordinal not in range(128)`);
  }
  const decoded = options.decode?.(encoding, bytes) ?? null;
  if (decoded === null) throw initError(`unknown encoding: ${encoding}`);
  if ("error" in decoded) throw initError(decoded.error);
  return decoded.utf8;
}

// Runs of anything but letters, digits and dots become one underscore; none at the ends (encodings.normalize_encoding).
function normalizeEncoding(name: string): string {
  let out = "";
  let pending = false;
  for (const c of name) {
    if (c === "-" || c === "_") {
      pending = true;
      continue;
    }
    if (pending && out !== "") out += "_";
    pending = false;
    out += c >= "A" && c <= "Z" ? lower(c) : c;
  }
  return out;
}

function hex2(byte: number): string {
  return (byte < 16 ? "0" : "") + byte.toString(16);
}

export function utf8DecodeMessage(bytes: Uint8Array, bad: number, end = bytes.length): string {
  const first = bytes[bad];
  const span = invalidSequenceLength(bytes, bad, end);
  const isStart = first >= 0xc2 && first < 0xf5;
  const reason = !isStart
    ? "invalid start byte"
    : bad + span >= end
      ? "unexpected end of data"
      : "invalid continuation byte";
  const what = span === 1 ? `byte 0x${hex2(first)} in position ${bad}` : `bytes in position ${bad}-${bad + span - 1}`;
  return `'utf-8' codec can't decode ${what}: ${reason}`;
}

// An error before the first token: at line 0, no text (Parser/pegen_errors.c, _PyPegen_raise_tokenizer_init_error).
function initError(message: string): PySyntaxError {
  return new PySyntaxError("SyntaxError", message, 0, -1);
}

export function firstInvalid(bytes: Uint8Array): number {
  let i = 0;
  const end = bytes.length;
  while (i < end) {
    if (bytes[i] < 0x80) {
      i++;
      continue;
    }
    const length = validSequenceLength(bytes, i, end);
    if (length === 0) return i;
    i += length;
  }
  return -1;
}

const BOM_BYTES = 3;

// The encoding that a comment in the first two lines declares, by its normal name, or null; and whether a byte order mark
// stands before.
export function declaredEncoding(source: Uint8Array): { name: string | null; hasBom: boolean } {
  const hasBom = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf;
  const start1 = hasBom ? BOM_BYTES : 0;
  const end1 = lineEnd(source, start1);
  let declared = codingOf(source, start1, end1);
  if (declared.name === null && !declared.stop && end1 < source.length) {
    const start2 = end1 + 1;
    declared = codingOf(source, start2, lineEnd(source, start2));
  }
  return { name: declared.name, hasBom };
}

// The same, whichever newlines the source has.
export function encodingOf(source: Uint8Array): { name: string | null; hasBom: boolean } {
  const { bytes, size } = translateNewlines(source, false);
  return declaredEncoding(bytes.subarray(0, size));
}

// Decodes a source as `compile()` does with bytes. Throws PySyntaxError.
export function decodeSource(source: Uint8Array, options: SourceOptions): SourceBuffer {
  if (source.indexOf(0) >= 0) throw new PySyntaxError("SyntaxError", "source code string cannot contain null bytes");
  const translated = translateNewlines(source, options.addNewline);
  if (options.ignoreCookie) return translated;

  // from here on every line ends in "\n", and positions in messages count so
  let bytes = translated.bytes.subarray(0, translated.size);
  let encoding: string | null = null;
  const { name, hasBom } = declaredEncoding(bytes);
  if (hasBom) {
    bytes = bytes.subarray(BOM_BYTES);
    encoding = "utf-8";
  }
  if (name !== null) {
    if (encoding !== null && name !== encoding) throw initError(`encoding problem: ${name} with BOM`);
    if (name !== "utf-8") return translateNewlines(decodeBy(name, bytes, options), false);
  }
  // Nothing is checked here: bytes that are not UTF-8 may stand in a comment; elsewhere the tokenizer meets them.
  return encoding === null ? translated : translateNewlines(bytes, false);
}

// A decoded text. A surrogate cannot be UTF-8; the caller must not pass one (CPython raises UnicodeEncodeError).
export function textToSource(text: string): Uint8Array {
  return encodeWtf8(text);
}
