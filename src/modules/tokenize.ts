// _tokenize: the tokenizer as an iterator over what a readline function gives.
//
// The first call of __next__ reads all lines, through a native frame, and makes the tuples of all tokens; an error waits
// behind them. (CPython reads a line when it needs one: a program can see the difference only in when readline is called.)
// Invariant: `tokens` is null until all is read; then `index` tuples have been given out.
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { text } from "../memory/text.ts";
import { genericGetAttr } from "../objects/attributes.ts";
import { bytesView } from "../objects/bytes_core.ts";
import { pushCallNoArgs } from "../objects/call.ts";
import { convertTruth } from "../objects/convert.ts";
import { declareModule, newStaticType } from "../objects/declare.ts";
import { nextKey, nextValue, PyDict_Next } from "../objects/dict_core.ts";
import {
  clearStopIteration,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
  raiseNone,
  typeNameOf,
} from "../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal } from "../objects/frames.ts";
import { listAppendSteal, PyList_GET_ITEM, PyList_New } from "../objects/list_core.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { clearSlot, decref, isBytes, isUnicode, newRef, Py_TPFLAGS_HAVE_GC, sizeOf } from "../objects/object.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import { PyExc_StopIteration, PyExc_TypeError } from "../objects/types.ts";
import { PyUnicode_FromWtf8, PyUnicode_GET_LENGTH, textOf, wtf8Of } from "../objects/unicode_core.ts";
import { PyUnicode_InternFromString } from "../objects/unicode_intern.ts";
import { type PySyntaxError, type Token, tokenize } from "../parser/index.ts";
import { shownToken } from "../parser/shown_tokens.ts";
import { FIRST_KEYWORD, T } from "../parser/tokens.ts";
import { raiseCompileError } from "./compile_source.ts";
import { setStolen } from "./make_module.ts";
import { allocate, clearer, deallocator, traverser } from "./type_support.ts";

const tokenizeriterobject = struct("tokenizeriterobject", 56, {
  ...OBJECT_HEAD,
  readline: [16, "ptr", "gives lines; null once they are read"],
  lines: [24, "ptr", "list of the lines read so far"],
  tokens: [32, "ptr", "list of tuples, null before all is read"],
  error: [40, "ptr", "exception that follows the last token, or null"],
  index: [48, "i32", "tokens given out"],
  extra_tokens: [52, "i32", "1: comments and blank lines are tokens too"],
});
const READLINE = tokenizeriterobject.readline;
const LINES = tokenizeriterobject.lines;
const TOKENS = tokenizeriterobject.tokens;
const ERROR = tokenizeriterobject.error;
const INDEX = tokenizeriterobject.index;
const EXTRA = tokenizeriterobject.extra_tokens;

// -- making ----------------------------------------------------------------------------------------------------------------

function tokenizeriter_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  let extra = -1;
  if (sizeOf(args) !== 1) {
    return raise(PyExc_TypeError, `tokenizeriter() takes exactly 1 positional argument (${sizeOf(args)} given)`);
  }
  for (let at = PyDict_Next(keywords, 0); keywords !== 0 && at > 0; at = PyDict_Next(keywords, at)) {
    const name = textOf(nextKey());
    if (name === "extra_tokens") {
      extra = convertTruth(nextValue());
      if (extra < 0) return 0;
    } else if (name !== "encoding") {
      return raise(PyExc_TypeError, `tokenizeriter() got an unexpected keyword argument '${name}'`);
    } else if (!isUnicode(nextValue())) {
      return raise(PyExc_TypeError, `tokenizeriter() argument 'encoding' must be str, not ${typeNameOf(nextValue())}`);
    }
  }
  if (extra < 0) {
    return raise(PyExc_TypeError, "tokenizeriter() missing required keyword-only argument 'extra_tokens'");
  }
  const o = allocate(type);
  const lines = o === 0 ? 0 : PyList_New(0);
  if (o === 0) return 0;
  setPtr(o + READLINE, newRef(PyTuple_GET_ITEM(args, 0)));
  setPtr(o + LINES, lines);
  setI32(o + INDEX, 0);
  setI32(o + EXTRA, extra);
  if (lines !== 0) return o;
  decref(o);
  return 0;
}

// -- reading ---------------------------------------------------------------------------------------------------------------

/** Takes answers of readline as long as they come at once: the step of the frame, too. */
function readLines(frame: Address, first: Owned): Owned {
  const self = nativeLocal(frame, 0);
  for (let answer = first; ; answer = pushCallNoArgs(ptr(self + READLINE))) {
    if (answer === PUSHED) return PUSHED;
    let isLast = answer === 0;
    if (isLast && PyErr_Occurred() !== 0 && !clearStopIteration()) return finishNative(frame, 0);
    if (answer !== 0) {
      if (!isUnicode(answer) && !isBytes(answer)) {
        decref(answer);
        raise(PyExc_TypeError, "readline() returned a non-string object");
        return finishNative(frame, 0);
      }
      isLast = isUnicode(answer) ? PyUnicode_GET_LENGTH(answer) === 0 : sizeOf(answer) === 0;
      if (listAppendSteal(ptr(self + LINES), answer) < 0) return finishNative(frame, 0);
    }
    if (isLast) return finishNative(frame, readTokens(self) ? nextToken(self) : 0);
  }
}
const STEP_LINE = text("_tokenize.line", readLines);

function tokenizeriter_next(self: Borrowed): Owned {
  if (ptr(self + TOKENS) !== 0) return nextToken(self);
  const frame = pushNative(STEP_LINE, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(self));
  return readLines(frame, pushCallNoArgs(ptr(self + READLINE)));
}

function nextToken(self: Borrowed): Owned {
  const tokens = ptr(self + TOKENS);
  const index = i32(self + INDEX);
  if (index < sizeOf(tokens)) {
    setI32(self + INDEX, index + 1);
    return newRef(PyList_GET_ITEM(tokens, index));
  }
  const error = ptr(self + ERROR);
  if (error === 0) return raiseNone(PyExc_StopIteration);
  setPtr(self + ERROR, 0);
  return PyErr_SetRaisedException(error);
}

function sourceOf(lines: Borrowed): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let i = 0; i < sizeOf(lines); i++) {
    const line = PyList_GET_ITEM(lines, i);
    const part = isUnicode(line) ? wtf8Of(line) : bytesView(line);
    parts.push(part);
    size += part.length;
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Makes the tuples of all tokens. False with an error set. */
function readTokens(self: Borrowed): boolean {
  const source = sourceOf(ptr(self + LINES));
  const tokens = PyList_New(0);
  if (tokens === 0) return false;
  const filename = PyUnicode_InternFromString("<string>");
  const isExtra = i32(self + EXTRA) !== 0;
  const result = tokenize(source, { filename: "<string>", extraTokens: isExtra, ignoreCookie: true });
  const maker = new TupleMaker(result.source, isExtra, source.length > 0 && source[source.length - 1] !== 10);
  let isMade = filename !== 0;
  // Of no text at all the tokenizer alone knows nothing to tell.
  for (const token of source.length === 0 && !isExtra ? [] : result.tokens) {
    const tuple = isMade ? maker.tuple(token) : 0;
    isMade = isMade && tuple !== 0 && listAppendSteal(tokens, tuple) >= 0;
  }
  if (isMade && result.error !== null) {
    raiseTokenizerError(result.error, filename, maker.lineCount);
    setPtr(self + ERROR, PyErr_GetRaisedException());
  }
  if (filename !== 0) decref(filename);
  if (!isMade) {
    decref(tokens);
    return false;
  }
  setPtr(self + TOKENS, tokens);
  clearSlot(self + READLINE);
  clearSlot(self + LINES);
  return true;
}

const IS_UNFINISHED = /was never closed$|^unexpected EOF/;
const IS_WHOLE_LINE = /^inconsistent use of tabs|^unindent does not match|^unexpected character after line/;

/** _tokenizer_error: what the tokenizer finds wrong by itself is told in its own words. */
function raiseTokenizerError(error: PySyntaxError, filename: Borrowed, lastLine: number): void {
  const { type, message, lineno, offset, text } = error;
  if (IS_UNFINISHED.test(message)) {
    const eof = "unexpected EOF in multi-line statement";
    const place = { lineno: lastLine, offset: 0, end_lineno: lastLine, end_offset: null };
    raiseCompileError({ type: "SyntaxError", message: eof, ...place, isPlacedLater: true }, filename, null);
  } else if (IS_WHOLE_LINE.test(message)) {
    const line = text?.replace(/\n$/, "") ?? null;
    const isTab = type === "TabError";
    const place = isTab && line !== null ? line.length + 1 : (offset ?? 0) + (type === "SyntaxError" ? 1 : 0);
    raiseCompileError({ type, message, lineno, offset: place, end_lineno: null, end_offset: null }, filename, line);
  } else raiseCompileError(error, filename, text);
}

// -- tuples ----------------------------------------------------------------------------------------------------------------

const isStringPart = (type: T): boolean =>
  type === T.STRING || type === T.FSTRING_START || type === T.FSTRING_MIDDLE || type === T.FSTRING_END;

/** (type, text, (line, column), (end line, end column), line): columns in characters. */
class TupleMaker {
  private readonly source: Uint8Array;
  private readonly isExtra: boolean;
  /** The last line has no newline of its own. */
  private readonly isUnended: boolean;
  private readonly lineStarts: number[] = [0];
  private lastLineno = -1;
  private lastLine: Uint8Array = new Uint8Array(0);

  constructor(source: Uint8Array, isExtra: boolean, isUnended: boolean) {
    this.source = source;
    this.isExtra = isExtra;
    this.isUnended = isUnended;
    for (let at = source.indexOf(10); at >= 0; at = source.indexOf(10, at + 1)) this.lineStarts.push(at + 1);
  }

  get lineCount(): number {
    return this.lineStarts.length - 1;
  }

  private lineStart(lineno: number): number {
    return this.lineStarts[Math.min(lineno, this.lineStarts.length) - 1] ?? this.source.length;
  }

  private lines(first: number, last: number): Uint8Array {
    let end = last < this.lineStarts.length ? this.lineStarts[last] : this.source.length;
    if (this.isUnended && end === this.source.length && end > this.lineStart(first)) end--;
    return this.source.subarray(this.lineStart(first), end);
  }

  private characters(lineno: number, at: number): number {
    let count = 0;
    for (let i = this.lineStart(lineno); i < at; i++) if ((this.source[i] & 0xc0) !== 0x80) count++;
    return count;
  }

  tuple(token: Token): Owned {
    const { source, isExtra } = this;
    const shown = isExtra ? shownToken(token, source, this.isUnended) : null;
    const type = shown !== null ? shown.type : token.type >= FIRST_KEYWORD ? T.NAME : token.type;
    const text = shown?.text ?? (token.start < 0 ? new Uint8Array(0) : source.subarray(token.start, token.end));
    const { lineno, end_lineno } = shown ?? token;
    let line = this.lastLine;
    if (shown?.isTrailing) line = new Uint8Array(0);
    else if (token.end_lineno !== this.lastLineno) {
      const isEnd = token.type === T.ENDMARKER;
      line = isEnd ? new Uint8Array(0) : this.lines(isStringPart(type) ? lineno : end_lineno, end_lineno);
      this.lastLine = line;
    }
    this.lastLineno = token.lineno;
    const { start, end } = shown ?? token;
    const none = shown?.isTrailing ? 0 : -1;
    const column = start < 0 ? none : this.characters(lineno, start);
    const endColumn = start < 0 ? none : this.characters(end_lineno, end) + (shown?.endsBehind ?? 0);
    return tupleOf([
      PyLong_FromNumber(type),
      PyUnicode_FromWtf8(text.slice()),
      pair(lineno, column),
      pair(end_lineno, endColumn),
      PyUnicode_FromWtf8(line.slice()),
    ]);
  }
}

function pair(first: number, second: number): Owned {
  return tupleOf([PyLong_FromNumber(first), PyLong_FromNumber(second)]);
}

function tupleOf(items: readonly Owned[]): Owned {
  const tuple = items.includes(0) ? 0 : PyTuple_New(items.length);
  if (tuple === 0) {
    for (const item of items) if (item !== 0) decref(item);
    return PyErr_NoMemory();
  }
  for (let i = 0; i < items.length; i++) PyTuple_SET_ITEM(tuple, i, items[i]);
  return tuple;
}

const FIELDS = [READLINE, LINES, TOKENS, ERROR] as const;

const tokenizerIterType: Address = newStaticType({
  name: "_tokenize.TokenizerIter",
  basicsize: tokenizeriterobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: tokenizeriter_new,
    tp_dealloc: deallocator(...FIELDS),
    tp_traverse: traverser(...FIELDS),
    tp_clear: clearer(...FIELDS),
    tp_getattro: genericGetAttr,
    tp_iter: (self: Borrowed): Owned => newRef(self),
    tp_iternext: tokenizeriter_next,
  },
});

declareModule({
  name: "_tokenize",
  exec: (_module, dict) => setStolen(dict, "TokenizerIter", newRef(tokenizerIterType)),
});
