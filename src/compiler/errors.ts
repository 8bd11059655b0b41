// What ends a compilation: a Python exception as plain data, carried by a JavaScript exception inside the compiler only
// (the public door catches it).
import type { Undecodable } from "../parser/errors.ts";
import type { Location } from "./instruction_sequence.ts";

export type CompileErrorType =
  | "SyntaxError"
  | "_IncompleteInputError"
  | "IndentationError"
  | "TabError"
  | "UnicodeDecodeError"
  | "RecursionError"
  | "MemoryError"
  | "OverflowError"
  | "SystemError";

/** A Python exception. Offsets are 1-based columns as SyntaxError has them; 0 where the column is unknown. */
export interface CompileErrorData {
  type: CompileErrorType;
  message: string;
  lineno: number | null;
  offset: number | null;
  end_lineno: number | null;
  end_offset: number | null;
  /** The exception's args hold only the message: the place is put into its attributes afterwards. */
  isPlacedLater?: boolean;
  /** Of a UnicodeDecodeError: what could not be decoded. */
  undecodable?: Undecodable | null;
}

export class CompileError extends Error {
  readonly data: CompileErrorData;

  constructor(message: string, location: Location | null, type: CompileErrorType = "SyntaxError") {
    super(message);
    this.data = {
      type,
      message,
      lineno: location === null ? null : location.lineno,
      offset: location === null ? null : location.col_offset + 1,
      end_lineno: location === null ? null : location.end_lineno,
      end_offset: location === null ? null : location.end_col_offset + 1,
    };
  }

  /** An error that names only where it starts. */
  static atStart(message: string, location: Location): CompileError {
    const error = new CompileError(message, location);
    error.data.end_lineno = location.lineno;
    error.data.end_offset = null;
    error.data.isPlacedLater = true;
    return error;
  }
}

/** A warning that the compilation gave, in order; the caller files it with `warnings`. */
export interface CompileWarning {
  category: "SyntaxWarning" | "DeprecationWarning";
  message: string;
  lineno: number;
  /** Raised by an operator that folding has run: the place to report is that of the running code, not of this source. */
  atCaller?: boolean;
  /** What becomes the SyntaxError's location if warnings are errors. */
  location: Location;
}

export function recursionError(): CompileError {
  return new CompileError("maximum recursion depth exceeded during compilation", null, "RecursionError");
}

/** How deep a tree may be: CPython's Py_C_RECURSION_LIMIT, which the optimiser and the symbol table count against. */
export const RECURSION_LIMIT = 10000;
