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

  constructor(
    type: ErrorType,
    message: string,
    lineno: number | null = null,
    offset: number | null = null,
    end_lineno: number | null = null,
    end_offset: number | null = null,
    text: string | null = null,
  ) {
    this.type = type;
    this.message = message;
    this.lineno = lineno;
    this.offset = offset;
    this.end_lineno = end_lineno;
    this.end_offset = end_offset;
    this.text = text;
  }
}

export interface ParserWarning {
  readonly category: "SyntaxWarning" | "DeprecationWarning";
  readonly message: string;
  readonly lineno: number;
  // what it becomes where warnings are errors
  readonly asError: PySyntaxError;
}
