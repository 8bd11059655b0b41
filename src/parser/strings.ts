// STRING and f-string tokens to nodes: decoding, joining, f"{x=}" (Parser/string_parser.c, Parser/action_helpers.c).
// Both parsers use it: the fast one for its tree, the explaining one for the errors that decoding raises.

import type { Constant } from "../base/constant.ts";
import type { Cursor, Located } from "./cursor.ts";
import { decodeError, PySyntaxError } from "./errors.ts";
import { checkUtf8, decodeBytesEscapes, decodeEscapes } from "./literals.ts";
import type { expr, Node } from "./nodes.ts";
import { T } from "./tokens.ts";

const UNICODE_ERROR = "(unicode error) ";
const EMPTY = new Uint8Array(0);

function warnInvalidEscape(p: Cursor, text: string, token: number): void {
  if (p.quiet || p.warned?.has(token)) return;
  p.warned?.add(token);
  const type = p.types[token];
  // the tokenizer has said so already
  if ((type === T.FSTRING_MIDDLE || type === T.FSTRING_END) && (text === "{" || text === "}")) return;
  const octal = text.length === 3 ? "octal " : "";
  const message = `invalid ${octal}escape sequence '\\${text}'`;
  const asError = p.errorAt("SyntaxError", message, token);
  p.warnings.push({ category: "SyntaxWarning", message, lineno: p.linenos[token], asError });
}

// Text of a str literal or a part of an f-string. token: whom a warning is about.
function decodeText(p: Cursor, bytes: Uint8Array, from: number, to: number, raw: boolean, token: number): Uint8Array {
  let hasBackslash = false;
  let isAscii = true;
  for (let i = from; i < to; i++) {
    const byte = bytes[i];
    if (byte === 92) hasBackslash = true;
    else if (byte >= 128) isAscii = false;
  }
  if (raw || !hasBackslash) {
    const failed = isAscii ? null : checkUtf8(bytes, from, to);
    if (failed !== null) p.raiseLast("SyntaxError", failed.decodeError);
    return bytes.slice(from, to);
  }
  const decoded = decodeEscapes(bytes, from, to, p.options.names);
  if ("decodeError" in decoded) return p.raiseLast("SyntaxError", decoded.decodeError);
  if (decoded.invalidEscape !== null) warnInvalidEscape(p, decoded.invalidEscape, token);
  return decoded.bytes;
}

// The STRING token at `token`, just passed.
export function stringConstant(p: Cursor, token: number): Node<"Constant"> {
  const { bytes } = p;
  let from = p.starts[token];
  let to = p.ends[token];
  const isUnicode = bytes[from] === 117;
  let isBytes = false;
  let raw = false;
  for (; ; from++) {
    const letter = bytes[from] | 32;
    if (bytes[from] === 34 || bytes[from] === 39) break;
    if (letter === 98) isBytes = true;
    else if (letter === 114) raw = true;
  }
  const quote = bytes[from];
  const quoteSize = to - from >= 6 && bytes[from + 1] === quote && bytes[from + 2] === quote ? 3 : 1;
  from += quoteSize;
  to -= quoteSize;
  let value: Constant;
  if (isBytes) {
    let hasBackslash = false;
    for (let i = from; i < to; i++) {
      if (bytes[i] >= 128) p.raiseAt("bytes can only contain ASCII literal characters", p.tokenAt(token));
      if (bytes[i] === 92) hasBackslash = true;
    }
    if (raw || !hasBackslash) value = { type: "bytes", bytes: bytes.slice(from, to) };
    else {
      const decoded = decodeBytesEscapes(bytes, from, to);
      if ("decodeError" in decoded) return p.raiseLast("SyntaxError", decoded.decodeError);
      if (decoded.invalidEscape !== null) warnInvalidEscape(p, decoded.invalidEscape, token);
      value = { type: "bytes", bytes: decoded.bytes };
    }
  } else value = { type: "str", wtf8: decodeText(p, bytes, from, to, raw, token) };
  return {
    kind: "Constant",
    value,
    kind_: isUnicode ? "u" : null,
    lineno: p.linenos[token],
    col_offset: p.columns[token],
    end_lineno: p.endLinenos[token],
    end_col_offset: p.endColumns[token],
  };
}

// A part of an f-string before decoding: it is decoded when the whole f-string has been read.
export interface RawText extends Located {
  readonly kind: "RawText";
  readonly from: number;
  readonly to: number;
  // the text, where it is not simply bytes[from, to): f"{x=}" with a comment in it
  readonly text: Uint8Array | null;
}

export type FstringPart = RawText | Node<"FormattedValue">;

export function rawText(p: Cursor, token: number): RawText {
  return { kind: "RawText", from: p.starts[token], to: p.ends[token], text: null, ...p.tokenAt(token) };
}

// A FSTRING_MIDDLE of a format specification, decoded at once.
// An escape that cannot be decoded is not told as a syntax error here (CPython forgets to).
export function specText(p: Cursor, token: number): Node<"Constant"> {
  try {
    const wtf8 = decodeText(p, p.bytes, p.starts[token], p.ends[token], false, token);
    return { kind: "Constant", value: { type: "str", wtf8 }, kind_: null, ...p.tokenAt(token) };
  } catch (error) {
    if (!(error instanceof PySyntaxError)) throw error;
    const bytes = p.bytes.slice(p.starts[token], p.ends[token]);
    const message = error.message.slice(UNICODE_ERROR.length);
    throw decodeError(message, { encoding: message.startsWith("'utf-8'") ? "utf-8" : "unicode_escape", bytes });
  }
}

// The text before {x=} in a format specification, whose escapes stay as they are.
export function undecoded(p: Cursor, part: RawText): Node<"Constant"> {
  const { lineno, col_offset, end_lineno, end_col_offset } = part;
  const wtf8 = part.text ?? p.bytes.slice(part.from, part.to);
  return {
    kind: "Constant",
    value: { type: "str", wtf8 },
    kind_: null,
    lineno,
    col_offset,
    end_lineno,
    end_col_offset,
  };
}

// A format specification. One literal, or none, stands in a JoinedStr; several parts are joined as strings are, so that
// literals alone make a Constant, which only \N{} can bring about (_PyPegen_setup_full_format_spec).
export function formatSpec(p: Cursor, values: expr[], at: Located): expr {
  const { lineno, col_offset, end_lineno, end_col_offset } = at;
  if (values.length > 1 || (values.length === 1 && values[0].kind !== "Constant")) return concatenate(p, values, at);
  return {
    kind: "JoinedStr",
    values: values.filter((value) => !isEmptyString(value)),
    lineno,
    col_offset,
    end_lineno,
    end_col_offset,
  };
}

function isEmptyString(node: expr): boolean {
  return node.kind === "Constant" && node.value.type === "str" && node.value.wtf8.length === 0;
}

// FSTRING_START at `start`, its parts, FSTRING_END at `end`.
export function joinedStr(p: Cursor, start: number, parts: readonly FstringPart[], end: number): Node<"JoinedStr"> {
  const prefix = p.bytes.subarray(p.starts[start], p.ends[start]);
  const raw = prefix.some((byte) => (byte | 32) === 114);
  const values: expr[] = [];
  for (const part of parts) {
    if (part.kind !== "RawText") {
      values.push(part);
      continue;
    }
    const wtf8 = decodePart(p, part, raw, end);
    if (wtf8.length === 0) continue;
    values.push({
      kind: "Constant",
      value: { type: "str", wtf8 },
      kind_: null,
      lineno: part.lineno,
      col_offset: part.col_offset,
      end_lineno: part.end_lineno,
      end_col_offset: part.end_col_offset,
    });
  }
  return {
    kind: "JoinedStr",
    values,
    lineno: p.linenos[start],
    col_offset: p.columns[start],
    end_lineno: p.endLinenos[end],
    end_col_offset: p.endColumns[end],
  };
}

function decodePart(p: Cursor, part: RawText, raw: boolean, end: number): Uint8Array {
  const { text, from } = part;
  if (text !== null) return decodeText(p, text, 0, text.length, raw, end);
  const { bytes } = p;
  // a doubled brace alone
  const doubled =
    part.to - from === 2 && bytes[from] === bytes[from + 1] && (bytes[from] === 123 || bytes[from] === 125);
  return decodeText(p, bytes, from, doubled ? from + 1 : part.to, raw, end);
}

// The text of a replacement field for f"{x=}", without comments (set_fstring_expr).
export function fieldText(p: Cursor, from: number, to: number): Uint8Array | null {
  const hash = p.bytes.indexOf(35, from);
  if (hash < 0 || hash >= to) return null;
  const out: number[] = [];
  for (let i = from; i < to; i++) {
    if (p.bytes[i] === 35) while (i < to && p.bytes[i] !== 10) i++;
    if (i < to) out.push(p.bytes[i]);
  }
  return Uint8Array.from(out);
}

export interface Conversion {
  readonly token: number; // of "!"
  readonly name: number; // of the NAME after it
}

// FormattedValue; with `=` the text before it comes first.
export function formattedValue(
  p: Cursor,
  open: number,
  value: expr,
  debug: boolean,
  conversion: Conversion | null,
  colon: number, // -1: no format specification
  format_spec: expr | null,
  close: number,
): FstringPart[] {
  let code = -1;
  if (conversion !== null) {
    const name = p.names[conversion.name];
    if (name !== "s" && name !== "r" && name !== "a")
      p.raiseAt(
        `f-string: invalid conversion character ${pythonRepr(name)}: expected 's', 'r', or 'a'`,
        p.tokenAt(conversion.name),
      );
    code = name.charCodeAt(0);
  } else if (debug && format_spec === null) code = 114;
  const lineno = p.linenos[open];
  const col_offset = p.columns[open];
  const node: Node<"FormattedValue"> = {
    kind: "FormattedValue",
    value,
    conversion: code,
    format_spec,
    lineno,
    col_offset,
    end_lineno: p.endLinenos[close],
    end_col_offset: p.endColumns[close],
  };
  if (!debug) return [node];
  let end_lineno: number;
  let endColumn: number;
  let token: number;
  if (conversion !== null) {
    end_lineno = p.linenos[conversion.name];
    endColumn = p.columns[conversion.name];
    token = conversion.token;
  } else if (format_spec !== null) {
    end_lineno = format_spec.lineno;
    endColumn = format_spec.col_offset + 1;
    token = colon;
  } else {
    end_lineno = node.end_lineno;
    endColumn = node.end_col_offset;
    token = close;
  }
  const [from, to] = p.metadata.get(token) ?? [0, 0];
  return [
    {
      kind: "RawText",
      from,
      to,
      text: fieldText(p, from, to),
      lineno,
      col_offset: col_offset + 1,
      end_lineno,
      end_col_offset: endColumn - 1,
    },
    node,
  ];
}

export function checkConversion(p: Cursor, bang: number, name: number): Conversion {
  if (p.linenos[bang] !== p.linenos[name] || p.endColumns[bang] !== p.columns[name])
    p.raiseAt(
      "f-string: conversion type must come right after the exclamanation mark",
      p.tokenAt(bang),
      p.tokenAt(name),
    );
  return { token: bang, name };
}

function pythonRepr(name: string): string {
  return `'${name}'`;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  let size = 0;
  for (const part of parts) size += part.length;
  if (size === 0) return EMPTY;
  const out = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

// Neighbouring literals become one (_PyPegen_concatenate_strings). `at`: from the first to the last of them.
export function concatenate(p: Cursor, strings: readonly expr[], at: Located): expr {
  const first = strings[0];
  let hasBytes = false;
  let hasText = false;
  let hasFields = false;
  for (const item of strings) {
    if (item.kind !== "Constant") hasFields = true;
    else if (item.value.type === "bytes") hasBytes = true;
    else hasText = true;
  }
  if (hasBytes && (hasText || hasFields)) p.raiseLast("SyntaxError", "cannot mix bytes and nonbytes literals");
  const { lineno, col_offset, end_lineno, end_col_offset } = at;
  if (hasBytes) {
    if (strings.length === 1) return first;
    const parts = strings.map((item) =>
      item.kind === "Constant" && item.value.type === "bytes" ? item.value.bytes : EMPTY,
    );
    const value: Constant = { type: "bytes", bytes: concat(parts) };
    return { kind: "Constant", value, kind_: null, lineno, col_offset, end_lineno, end_col_offset };
  }
  if (!hasFields && strings.length === 1) return first;

  const flat: expr[] = [];
  for (const item of strings) {
    if (item.kind === "JoinedStr") flat.push(...item.values);
    else flat.push(item);
  }
  const values: expr[] = [];
  for (let i = 0; i < flat.length; i++) {
    let item = flat[i];
    if (item.kind === "Constant") {
      let j = i;
      const parts: Uint8Array[] = [];
      let last = item;
      for (; j < flat.length; j++) {
        const next = flat[j];
        if (next.kind !== "Constant") break;
        if (next.value.type === "str") parts.push(next.value.wtf8);
        last = next;
      }
      if (j > i + 1) {
        item = {
          kind: "Constant",
          value: { type: "str", wtf8: concat(parts) },
          kind_: item.kind_,
          lineno: item.lineno,
          col_offset: item.col_offset,
          end_lineno: last.end_lineno,
          end_col_offset: last.end_col_offset,
        };
      }
      i = j - 1;
      if (hasFields && isEmptyString(item)) continue;
    }
    values.push(item);
  }
  if (!hasFields) return values[0];
  return { kind: "JoinedStr", values, lineno, col_offset, end_lineno, end_col_offset };
}
