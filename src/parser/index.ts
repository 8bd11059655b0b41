// The parser's public door: Python 3.13 source to a syntax tree, or to the error that CPython would raise.

import { Cursor, type CursorOptions, type Mode } from "./cursor.ts";
import { type ParserWarning, PySyntaxError } from "./errors.ts";
import { explain } from "./explain.ts";
import type { mod } from "./nodes.ts";
import { FAIL } from "./parser_base.ts";
import { Done } from "./reader.ts";
import { decodeSource, type SourceBuffer, type SourceOptions, textToSource } from "./source.ts";
import { Parser } from "./statements.ts";
import { T } from "./tokens.ts";

export type { Mode } from "./cursor.ts";
export { type ErrorType, type ParserWarning, PySyntaxError } from "./errors.ts";

export interface ParseOptions {
  mode: Mode;
  filename: string;
  // the source is already decoded: coding declarations mean nothing (PyCF_IGNORE_COOKIE)
  ignoreCookie?: boolean;
  // decodes by encodings that are not built in; see SourceOptions
  decode?: SourceOptions["decode"];
  // sys.set_int_max_str_digits; 0 for no limit
  maxDigits?: number;
  // from __future__ import barry_as_FLUFL is in force (CO_FUTURE_BARRY_AS_BDFL)
  barryAsBdfl?: boolean;
  // the character of \N{NAME}, null for an unknown name
  nameToCodePoint?: (name: string) => number | null;
  // a line of the file named `filename`, with its newline, for the text of errors; null if there is none
  lineOfFile?: (lineno: number) => string | null;
  // single mode: open blocks stay open at the end of the text (PyCF_DONT_IMPLY_DEDENT)
  dontImplyDedent?: boolean;
  // comments that begin with "# type: " are part of the tree (PyCF_TYPE_COMMENTS)
  typeComments?: boolean;
  // the minor version whose language it is; of what came later only some is refused, as in CPython
  featureVersion?: number;
  // a text that ends too early is its own kind of error: more may be coming (PyCF_ALLOW_INCOMPLETE_INPUT)
  allowIncomplete?: boolean;
}

export type ParseResult =
  | { readonly tree: mod; readonly warnings: ParserWarning[]; readonly error: null }
  | { readonly tree: null; readonly warnings: ParserWarning[]; readonly error: PySyntaxError };

const DEFAULT_MAX_DIGITS = 4300;
const THIS_VERSION = 13;

export function parse(source: Uint8Array, options: ParseOptions): ParseResult {
  let buffer: SourceBuffer;
  try {
    buffer = decodeSource(source, {
      filename: options.filename,
      addNewline: options.mode === "exec",
      ignoreCookie: options.ignoreCookie ?? false,
      decode: options.decode,
    });
  } catch (error) {
    if (error instanceof PySyntaxError) return { tree: null, warnings: [], error };
    throw error;
  }
  const settings = cursorOptions(options);
  const warnings: ParserWarning[] = [];
  const parser = new Parser(buffer, settings, warnings);
  let raised: PySyntaxError | null = null;
  try {
    const tree = run(parser, options.mode);
    if (options.mode !== "single" || !isTextLeft(parser)) return { tree, warnings, error: null };
    const message = "multiple statements found while compiling a single statement";
    return { tree: null, warnings, error: parser.errorAt("SyntaxError", message, parser.fill - 1) };
  } catch (error) {
    if (error instanceof RangeError && isStackOverflow(error)) return { tree: null, warnings, error: tooComplex() };
    if (error instanceof PySyntaxError) {
      if (error.type === "MemoryError") return { tree: null, warnings, error };
      raised = error;
    } else if (error !== FAIL) throw error;
  }
  if (options.allowIncomplete && isAtEnd(parser)) {
    const error = parser.errorAt("_IncompleteInputError", "incomplete input", parser.fill - 1);
    return { tree: null, warnings, error };
  }
  const told: ParserWarning[] = [];
  return {
    tree: null,
    warnings: told,
    error: explain(new Cursor(buffer, settings, told), { token: parser.fill - 1, error: raised }),
  };
}

// A text that is already decoded, as compile() does with a str.
export function parseText(text: string, options: ParseOptions): ParseResult {
  return parse(textToSource(text), { ...options, ignoreCookie: true });
}

export interface Token {
  readonly type: T;
  readonly start: number; // bytes in `source` of the answer; -1 for tokens without text
  readonly end: number;
  readonly lineno: number;
  readonly col_offset: number;
  readonly end_lineno: number;
  readonly end_col_offset: number;
}

export interface TokenizeOptions {
  filename: string;
  // comments and newlines within statements are tokens too, and keywords are names (as the module tokenize sees them)
  extraTokens?: boolean;
  ignoreCookie?: boolean;
  decode?: SourceOptions["decode"];
}

// All tokens, or those before the error. `source` is the decoded source that the tokens' places refer to.
export function tokenize(
  source: Uint8Array,
  options: TokenizeOptions,
): { tokens: Token[]; source: Uint8Array; warnings: ParserWarning[]; error: PySyntaxError | null } {
  const tokens: Token[] = [];
  const warnings: ParserWarning[] = [];
  const { filename, decode } = options;
  let decoded = new Uint8Array(0);
  try {
    const buffer = decodeSource(source, {
      filename,
      addNewline: true,
      ignoreCookie: options.ignoreCookie ?? false,
      decode,
    });
    decoded = buffer.bytes.subarray(0, buffer.size) as Uint8Array<ArrayBuffer>;
    const settings = cursorOptions({ mode: "exec", filename });
    const cursor = new Cursor(buffer, settings, warnings, options.extraTokens ?? false);
    let type: T;
    do {
      type = cursor.peek();
      const i = cursor.mark++;
      tokens.push({ type, start: cursor.starts[i], end: cursor.ends[i], ...cursor.tokenAt(i) });
    } while (type !== T.ENDMARKER);
    return { tokens, source: decoded, warnings, error: null };
  } catch (error) {
    if (error instanceof PySyntaxError) return { tokens, source: decoded, warnings, error };
    throw error;
  }
}

function cursorOptions(options: ParseOptions): CursorOptions {
  return {
    mode: options.mode,
    maxDigits: options.maxDigits ?? DEFAULT_MAX_DIGITS,
    barryAsBdfl: options.barryAsBdfl ?? false,
    names: options.nameToCodePoint ?? (() => null),
    lineOfFile: options.lineOfFile ?? null,
    implyDedent: !options.dontImplyDedent,
    typeComments: options.typeComments ?? false,
    featureVersion: options.featureVersion ?? THIS_VERSION,
  };
}

function run(parser: Parser, mode: Mode): mod {
  switch (mode) {
    case "exec":
      return parser.file();
    case "eval":
      return parser.evalInput();
    case "single":
      return parser.interactive();
    case "func_type":
      return parser.functionType();
  }
}

// After a single statement only blanks and comments may follow.
function isTextLeft(parser: Parser): boolean {
  const { bytes, tokenizer } = parser;
  let i = tokenizer.cur;
  for (;;) {
    while (bytes[i] === 32 || bytes[i] === 9 || bytes[i] === 10 || bytes[i] === 12) i++;
    if (i >= tokenizer.size) return false;
    if (bytes[i] !== 35) return true;
    while (i < tokenizer.size && bytes[i] !== 10) i++;
  }
}

// All of the text was read, or a string that it leaves open (_is_end_of_source).
function isAtEnd({ tokenizer: { done } }: Parser): boolean {
  return done === Done.EOF || done === Done.EOFS || done === Done.EOLS;
}

function isStackOverflow(error: RangeError): boolean {
  return error.message.includes("call stack");
}

function tooComplex(): PySyntaxError {
  return new PySyntaxError("MemoryError", "Parser stack overflowed - Python source too complex to parse");
}
