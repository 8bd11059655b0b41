// What goes wrong in a source: the error that ends parsing, and the warnings that do not.

// The last three have no location: they are what they are called, not syntax errors.
export type ErrorType =
  | "SyntaxError"
  | "_IncompleteInputError"
  | "IndentationError"
  | "TabError"
  | "UnicodeDecodeError"
  | "MemoryError"
  | "OverflowError";

export interface Undecodable {
  readonly encoding: "utf-8" | "unicode_escape";
  readonly bytes: Uint8Array;
}

// A UnicodeDecodeError, which has no place.
export function decodeError(message: string, undecodable: Undecodable): PySyntaxError {
  return new PySyntaxError("UnicodeDecodeError", message, null, null, null, null, null, undecodable);
}

// A Python exception, as data. Offsets count characters from 1, as SyntaxError's own attributes do; lineno null
// means that the exception has no location (its args hold only the message).
export class PySyntaxError {
  readonly type: ErrorType;
  readonly message: string;
  readonly lineno: number | null;
  readonly offset: number | null;
  readonly end_lineno: number | null;
  readonly end_offset: number | null;
  readonly text: string | null;
  // of a UnicodeDecodeError: what could not be decoded
  readonly undecodable: Undecodable | null;

  constructor(
    type: ErrorType,
    message: string,
    lineno: number | null = null,
    offset: number | null = null,
    end_lineno: number | null = null,
    end_offset: number | null = null,
    text: string | null = null,
    undecodable: Undecodable | null = null,
  ) {
    this.type = type;
    this.message = message;
    this.lineno = lineno;
    this.offset = offset;
    this.end_lineno = end_lineno;
    this.end_offset = end_offset;
    this.text = text;
    this.undecodable = undecodable;
  }
}

export interface ParserWarning {
  readonly category: "SyntaxWarning" | "DeprecationWarning";
  readonly message: string;
  readonly lineno: number;
  // what it becomes where warnings are errors
  readonly asError: PySyntaxError;
}
