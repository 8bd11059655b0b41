// A program's file, which CPython's tokenizer reads line by line (Parser/tokenizer/file_tokenizer.c): it tells of bytes that
// no source holds where it comes to their line, and by the file's name. What is wrong in the lines before is told first,
// unless it may have to do with what follows.
import { PySyntaxError } from "./errors.ts";
import { type ParseOptions, type ParseResult, parse } from "./index.ts";
import { declaredEncoding, decodeSource, firstInvalid } from "./source.ts";
import { decodeUtf8 } from "./utf8.ts";

const NEWLINE = 10;
const RETURN = 13;

/** The start and the number of the line that an offset is in. */
function lineAt(source: Uint8Array, offset: number): { start: number; lineno: number } {
  let lineno = 1;
  let start = 0;
  for (let at = 0; at < offset; at++) {
    const byte = source[at];
    if (byte !== NEWLINE && (byte !== RETURN || source[at + 1] === NEWLINE)) continue;
    lineno++;
    start = at + 1;
  }
  return { start, lineno };
}

interface Trouble {
  readonly lineStart: number;
  readonly error: PySyntaxError;
}

function nullByte(source: Uint8Array, offset: number): Trouble {
  const { start, lineno } = lineAt(source, offset);
  const text = decodeUtf8(source, start, offset);
  const message = "source code cannot contain null bytes";
  return { lineStart: start, error: new PySyntaxError("SyntaxError", message, lineno, 0, lineno, 0, text) };
}

function notUtf8(source: Uint8Array, offset: number, filename: string): Trouble {
  const { start, lineno } = lineAt(source, offset);
  const what = `Non-UTF-8 code starting with '\\x${source[offset].toString(16)}'`;
  const advice = "but no encoding declared; see https://peps.python.org/pep-0263/ for details";
  return {
    lineStart: start,
    error: new PySyntaxError("SyntaxError", `${what} in file ${filename} on line ${lineno}, ${advice}`),
  };
}

/** The first bytes that no source holds; null where there are none. */
function firstTrouble(source: Uint8Array, filename: string, isUndeclared: boolean): Trouble | null {
  const zero = source.indexOf(0);
  const invalid = isUndeclared ? firstInvalid(source) : -1;
  if (invalid >= 0 && (zero < 0 || invalid < zero)) return notUtf8(source, invalid, filename);
  return zero < 0 ? null : nullByte(source, zero);
}

/** Lines of a file as its encoding has them, for the text of errors. */
function decodedLines(source: Uint8Array, options: ParseOptions): (lineno: number) => string | null {
  return (lineno) => {
    const { filename, decode } = options;
    const { bytes, size } = decodeSource(source, { filename, addNewline: true, ignoreCookie: false, decode });
    let start = 0;
    for (let line = 1; line < lineno; line++) {
      start = bytes.indexOf(NEWLINE, start) + 1;
      if (start === 0) return null;
    }
    const end = bytes.indexOf(NEWLINE, start);
    return decodeUtf8(bytes, start, end < 0 ? size : end);
  };
}

/** Parses a file's content as the program. */
export function parseFile(source: Uint8Array, options: ParseOptions): ParseResult {
  const { name, hasBom } = declaredEncoding(source);
  const trouble = firstTrouble(source, options.filename, name === null && !hasBom);
  if (trouble !== null) {
    const before = parse(source.subarray(0, trouble.lineStart), { ...options, allowIncomplete: true });
    const told = before.error;
    // All tokens are read before something is called no more than invalid.
    const mayFollow = told === null || told.type === "_IncompleteInputError" || told.message === "invalid syntax";
    return mayFollow ? { tree: null, warnings: before.warnings, error: trouble.error } : before;
  }
  const result = parse(source, name === null ? options : { ...options, lineOfFile: decodedLines(source, options) });
  // The codec's own words are lost where the reader of lines gives up.
  if (name === null || result.error === null || result.error.lineno !== 0) return result;
  const message = `encoding problem: ${name}${hasBom ? " with BOM" : ""}`;
  return { tree: null, warnings: result.warnings, error: new PySyntaxError("SyntaxError", message) };
}
