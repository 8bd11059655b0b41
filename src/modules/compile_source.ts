// Source to code object for built-ins and the machine: runs the compiler, files its warnings, raises its errors.

import type { CompileErrorData, CompileWarning } from "../compiler/errors.ts";
import { CO_FUTURE_BARRY_AS_BDFL } from "../compiler/future.ts";
import { compile, optimize } from "../compiler/index.ts";
import { NO_LOCATION } from "../compiler/instruction_sequence.ts";
import { type Borrowed, bytesAt, type Owned } from "../memory/memory.ts";
import { work } from "../memory/work.ts";
import { PyObject_SetAttr, PyObject_Str } from "../objects/abstract.ts";
import { BYTES_DATA, bytesFromArray } from "../objects/bytes_core.ts";
import { codeFromPlain } from "../objects/code.ts";
import { PyUnicode_Decode } from "../objects/codecs/objects.ts";
import {
  createException,
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetObject,
  PyErr_SetRaisedException,
  raise,
} from "../objects/errors.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { maxStringDigits } from "../objects/long_text.ts";
import { decref, newRef, xdecref } from "../objects/object.ts";
import { PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import {
  Py_None,
  PyExc__IncompleteInputError,
  PyExc_DeprecationWarning,
  PyExc_IndentationError,
  PyExc_LookupError,
  PyExc_MemoryError,
  PyExc_OverflowError,
  PyExc_RecursionError,
  PyExc_SyntaxError,
  PyExc_SyntaxWarning,
  PyExc_SystemError,
  PyExc_TabError,
  PyExc_ValueError,
} from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { isInterned, PyUnicode_InternFromString } from "../objects/unicode_intern.ts";
import { PyUnicode_AsUTF8, utf8ByteCount } from "../objects/unicode_utf8.ts";
import { PyErr_WarnExplicit } from "../objects/warn.ts";
import { parseFile } from "../parser/file_source.ts";
import { type Mode, type ParserWarning, type PySyntaxError, parse } from "../parser/index.ts";
import type { mod } from "../parser/nodes.ts";
import { remainingRecursion } from "./c_depth.ts";

export const PyCF_DONT_IMPLY_DEDENT = 0x200;
export const PyCF_IGNORE_COOKIE = 0x800;
export const PyCF_ONLY_AST = 0x400;
export const PyCF_TYPE_COMMENTS = 0x1000;
export const PyCF_ALLOW_INCOMPLETE_INPUT = 0x4000;

const ERROR_TYPES: Readonly<Record<CompileErrorData["type"], Borrowed>> = {
  SyntaxError: PyExc_SyntaxError,
  _IncompleteInputError: PyExc__IncompleteInputError,
  IndentationError: PyExc_IndentationError,
  TabError: PyExc_TabError,
  UnicodeDecodeError: PyExc_ValueError,
  RecursionError: PyExc_RecursionError,
  MemoryError: PyExc_MemoryError,
  OverflowError: PyExc_OverflowError,
  SystemError: PyExc_SystemError,
};

let lineOfSource: (filename: string, lineno: number) => string | null = () => null;
/** The machine registers how a line of a source file is read, with its newline: for the text of errors. */
export function setLineOfSource(read: (filename: string, lineno: number) => string | null): void {
  lineOfSource = read;
}

/** A line of a source file, or null. */
export function sourceLine(filename: string, lineno: number): string | null {
  return lineOfSource(filename, lineno);
}

export let characterOfName: ((name: string) => number | null) | undefined;
/** unicodedata registers the look-up behind \N{…}. */
export function setCharacterOfName(find: (name: string) => number | null): void {
  characterOfName = find;
}

function numberOrNone(value: number | null): Owned {
  return value === null ? Py_None : PyLong_FromNumber(value);
}

/** PyErr_RangedSyntaxLocationObject: the error, and then its place as attributes. Answers 0. */
function raisePlaced(type: Borrowed, error: CompileErrorData, filename: Borrowed, text: string | null): 0 {
  raise(type, error.message);
  const exception = PyErr_GetRaisedException();
  const fields: readonly [string, Owned][] = [
    ["filename", newRef(filename)],
    ["lineno", numberOrNone(error.lineno)],
    ["offset", numberOrNone(error.offset)],
    ["end_lineno", numberOrNone(error.end_lineno)],
    ["end_offset", numberOrNone(error.end_offset)],
    ["text", text === null ? Py_None : PyUnicode_FromString(text)],
  ];
  for (const [name, value] of fields) {
    const key = PyUnicode_InternFromString(name);
    if (key !== 0 && value !== 0 && PyObject_SetAttr(exception, key, value) < 0) PyErr_Clear();
    xdecref(key);
    xdecref(value);
  }
  return PyErr_SetRaisedException(exception);
}

/** Sets the error that the compiler reports. Answers 0. */
export function raiseCompileError(error: CompileErrorData, filename: Borrowed, text: string | null): 0 {
  const type = ERROR_TYPES[error.type];
  const { undecodable } = error;
  if (undecodable) {
    const { encoding, bytes } = undecodable;
    const source = bytesFromArray(bytes);
    if (source === 0) return PyErr_NoMemory();
    const text = PyUnicode_Decode(source + BYTES_DATA, bytes.length, encoding, undefined);
    decref(source);
    if (text === 0) return 0;
    decref(text);
  }
  if (error.lineno === null) return raise(type, error.message);
  if (error.isPlacedLater) return raisePlaced(type, error, filename, text);
  const details = PyTuple_New(6);
  if (details === 0) return PyErr_NoMemory();
  PyTuple_SET_ITEM(details, 0, newRef(filename));
  PyTuple_SET_ITEM(details, 1, numberOrNone(error.lineno));
  PyTuple_SET_ITEM(details, 2, numberOrNone(error.offset));
  PyTuple_SET_ITEM(details, 3, text === null ? Py_None : PyUnicode_FromString(text));
  PyTuple_SET_ITEM(details, 4, numberOrNone(error.end_lineno));
  PyTuple_SET_ITEM(details, 5, numberOrNone(error.end_offset));
  const message = PyUnicode_FromString(error.message);
  const args = message === 0 ? 0 : PyTuple_Pack(message, details);
  if (message !== 0) decref(message);
  decref(details);
  if (args === 0) return PyErr_NoMemory();
  const exception = createException(type, args);
  decref(args);
  if (exception === 0) return 0;
  PyErr_SetObject(type, exception);
  decref(exception);
  return 0;
}

/** Files a warning; when it is to be an error it becomes the SyntaxError of its place. False with an error set. */
function fileWarning(
  warning: CompileWarning,
  filename: Borrowed,
  name: string,
  asError: PySyntaxError | null = null,
): boolean {
  const category = warning.category === "SyntaxWarning" ? PyExc_SyntaxWarning : PyExc_DeprecationWarning;
  if (PyErr_WarnExplicit(category, warning.message, filename, warning.lineno) >= 0) return true;
  if (!PyErr_ExceptionMatches(category)) return false;
  PyErr_Clear();
  if (asError !== null) {
    raiseCompileError(asError, filename, asError.text);
    return false;
  }
  const { message } = warning;
  const { lineno, col_offset, end_lineno, end_col_offset } = warning.location;
  const place = { lineno, offset: col_offset + 1, end_lineno, end_offset: end_col_offset + 1 };
  raiseCompileError({ type: "SyntaxError", message, ...place }, filename, lineOfSource(name, lineno));
  return false;
}

/** Files what the parser warns of. False with an error set. */
export function fileParserWarnings(warnings: readonly ParserWarning[], filename: Borrowed, name: string): boolean {
  return warnings.every(({ category, message, lineno, asError }) =>
    fileWarning({ category, message, lineno, location: NO_LOCATION }, filename, name, asError),
  );
}

export interface SourceOptions {
  readonly mode: Mode;
  /** PyCF_ and future flags. */
  readonly flags: number;
  readonly optimize: 0 | 1 | 2;
  /** The minor version whose language it is; by default this one. */
  readonly featureVersion?: number;
  /** The source is a program's file, which is read line by line. */
  readonly isFile?: boolean;
}

/**
 * Decodes a source by a codec of the registry. What the codec cannot do is told as the parser's error; with any other error
 * of Python's that error stays set (_PyPegen_raise_tokenizer_init_error).
 */
function decodeByCodec(encoding: string, bytes: Uint8Array): { utf8: Uint8Array } | { error: string } {
  const source = bytesFromArray(bytes);
  const text = source === 0 ? 0 : PyUnicode_Decode(source + BYTES_DATA, bytes.length, encoding, undefined);
  xdecref(source);
  const at = text === 0 ? 0 : PyUnicode_AsUTF8(text);
  const utf8 = at === 0 ? null : bytesAt(at, utf8ByteCount()).slice();
  xdecref(text);
  if (utf8 !== null) return { utf8 };
  if (!PyErr_ExceptionMatches(PyExc_LookupError) && !PyErr_ExceptionMatches(PyExc_ValueError)) return { error: "" };
  const exception = PyErr_GetRaisedException();
  const shown = PyObject_Str(exception);
  const error = shown === 0 ? "" : textOf(shown);
  xdecref(shown);
  decref(exception);
  return { error };
}

/**
 * Whether a statement that is typed line by line goes on: its text ends too early, or a block is open, which an empty line
 * ends. source: whole lines. As the library's codeop finds out.
 */
export function isIncompleteSource(source: Uint8Array): boolean {
  const errorOf = (text: Uint8Array): PySyntaxError | null =>
    parse(text, {
      mode: "single",
      filename: "",
      ignoreCookie: true,
      dontImplyDedent: true,
      allowIncomplete: true,
      maxDigits: maxStringDigits(),
      nameToCodePoint: characterOfName,
    }).error;
  if (errorOf(source.subarray(0, source.length - 1)) === null) return false;
  const error = errorOf(source);
  return error === null || error.type === "_IncompleteInputError";
}

/** A byte of source is as much work as so many that are only looked through. */
const COMPILATION_WORK = 512;
const MEBIBYTE = 1 << 20;

/** What the parser found, with its warnings filed. Null with an error set. filename: borrowed str. */
export function parseToTree(source: Uint8Array, filename: Borrowed, options: SourceOptions): mod | null {
  work(COMPILATION_WORK * Math.min(source.length, MEBIBYTE));
  if (!options.isFile && source.indexOf(0) >= 0) {
    raise(PyExc_SyntaxError, "source code string cannot contain null bytes");
    return null;
  }
  const name = textOf(filename);
  const { flags } = options;
  const result = (options.isFile ? parseFile : parse)(source, {
    mode: options.mode,
    filename: name,
    barryAsBdfl: (flags & CO_FUTURE_BARRY_AS_BDFL) !== 0,
    ignoreCookie: (flags & PyCF_IGNORE_COOKIE) !== 0,
    dontImplyDedent: (flags & PyCF_DONT_IMPLY_DEDENT) !== 0,
    typeComments: (flags & PyCF_TYPE_COMMENTS) !== 0,
    featureVersion: options.featureVersion,
    allowIncomplete: (flags & PyCF_ALLOW_INCOMPLETE_INPUT) !== 0,
    maxDigits: maxStringDigits(),
    nameToCodePoint: characterOfName,
    decode: decodeByCodec,
    lineOfFile: (lineno) => lineOfSource(name, lineno),
  });
  if (!fileParserWarnings(result.warnings, filename, name)) return null;
  if (result.error === null) return result.tree;
  if (PyErr_Occurred() !== 0) return null;
  raiseCompileError(result.error, filename, result.error.text);
  return null;
}

/** Compiles a tree, which is changed by it. Owned code object, 0 with an error set. */
export function treeToCode(tree: mod, filename: Borrowed, options: SourceOptions): Owned {
  const name = textOf(filename);
  const { optimize, flags } = options;
  const result = compile(tree, { filename: name, optimize, flags, isInterned, recursionLimit: remainingRecursion() });
  for (const warning of result.warnings) if (!fileWarning(warning, filename, name)) return 0;
  return result.error === null ? codeFromPlain(result.code) : raiseCompileProblem(result.error, filename);
}

/** Sets the error of a compilation whose source text is a file's, if anybody's. Answers 0. filename: borrowed str. */
export function raiseCompileProblem(error: CompileErrorData, filename: Borrowed): 0 {
  const { lineno } = error;
  const name = textOf(filename);
  return raiseCompileError(error, filename, lineno === null ? null : lineOfSource(name, lineno));
}

/** Folds a tree in place, for PyCF_OPTIMIZED_AST. False with an error set. */
export function optimizeInPlace(tree: mod, filename: Borrowed, options: SourceOptions): boolean {
  const name = textOf(filename);
  const recursionLimit = remainingRecursion();
  const result = optimize(tree, { filename: name, optimize: options.optimize, flags: options.flags, recursionLimit });
  for (const warning of result.warnings) if (!fileWarning(warning, filename, name)) return false;
  if (result.error !== null) raiseCompileProblem(result.error, filename);
  return result.error === null;
}

/** Compiles source bytes. filename: borrowed str. Owned code object, 0 with an error set. */
export function compileToCode(source: Uint8Array, filename: Borrowed, options: SourceOptions): Owned {
  const tree = parseToTree(source, filename, options);
  return tree === null ? 0 : treeToCode(tree, filename, options);
}
