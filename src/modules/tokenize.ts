// _tokenize: the tokenizer as an iterator over what a readline function gives.
//
// A line is read when a token needs it, through a native frame. What the tokenizer stands on is kept as the lines since the last
// place where a statement could begin, and the number of tokens taken from them: a tokenizer outside the memory is a cache.

import { registerCache } from "../memory/caches.ts";
import { type Address, type Borrowed, bytesAt, i32, type Owned, ptr, setI32, setPtr } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { text } from "../memory/text.ts";
import { genericGetAttr } from "../objects/attributes.ts";
import { BYTES_DATA } from "../objects/bytes_core.ts";
import { pushCallNoArgs } from "../objects/call.ts";
import { PyUnicode_Decode } from "../objects/codecs/objects.ts";
import { convertTruth } from "../objects/convert.ts";
import { declareModule, newModuleType } from "../objects/declare.ts";
import { argumentTypeName, clearStopIteration, PyErr_NoMemory, raise } from "../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal } from "../objects/frames.ts";
import { listAppendSteal, listClear, PyList_GET_ITEM, PyList_New } from "../objects/list_core.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import {
  decref,
  isBytes,
  isUnicode,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  sizeOf,
  xdecref,
  xnewRef,
} from "../objects/object.ts";
import { namedArguments } from "../objects/text_arguments.ts";
import { PyTuple_New, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import { PyExc_StopIteration, PyExc_SystemError, PyExc_TypeError } from "../objects/types.ts";
import {
  PyUnicode_FromString,
  PyUnicode_FromWtf8,
  PyUnicode_GET_LENGTH,
  textOf,
  wtf8Of,
} from "../objects/unicode_core.ts";
import { PyUnicode_InternFromString } from "../objects/unicode_intern.ts";
import { PyUnicode_AsUTF8, utf8ByteCount } from "../objects/unicode_utf8.ts";
import type { ErrorType } from "../parser/errors.ts";
import { LineTokenizer, NEEDS_LINE } from "../parser/line_tokenizer.ts";
import { Done } from "../parser/reader.ts";
import { shownToken } from "../parser/shown_tokens.ts";
import { T } from "../parser/tokens.ts";
import { charactersIn, decodeUtf8 } from "../parser/utf8.ts";
import { fileParserWarnings, raiseCompileError } from "./compile_source.ts";
import { addTypes } from "./make_module.ts";
import { allocate, clearer, deallocator, traverser } from "./type_support.ts";

const tokenizeriterobject = struct("tokenizeriterobject", 64, {
  ...OBJECT_HEAD,
  readline: [16, "ptr", "gives lines"],
  lines: [24, "ptr", "list of the lines from which tokens come"],
  encoding: [32, "ptr", "of lines that are bytes, or null"],
  last_line: [40, "ptr", "shown with the last token, or null"],
  last_lineno: [48, "i32", "of the last token"],
  base_lineno: [52, "i32", "lines read before those in lines"],
  steps: [56, "i32", "tokens and errors that came from lines"],
  flags: [60, "i32", "as below"],
});
const READLINE = tokenizeriterobject.readline;
const LINES = tokenizeriterobject.lines;
const ENCODING = tokenizeriterobject.encoding;
const LAST_LINE = tokenizeriterobject.last_line;
const LAST_LINENO = tokenizeriterobject.last_lineno;
const BASE_LINENO = tokenizeriterobject.base_lineno;
const STEPS = tokenizeriterobject.steps;
const FLAGS = tokenizeriterobject.flags;

/** Comments and blank lines are tokens too. */
const EXTRA_TOKENS = 1;
/** readline has given its last line. */
const ENDED = 2;
/** The end was told. */
const DONE = 4;
/** readline raised, or gave something else than lines. */
const FAILED = 8;

// -- making ----------------------------------------------------------------------------------------------------------------

const NAMES = ["readline", "extra_tokens", "encoding"] as const;

function tokenizeriter_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("tokenizeriter", args, keywords, NAMES, 2, 1);
  if (values === null) return 0;
  const [readline, extraTokens, encoding] = values;
  const extra = convertTruth(extraTokens);
  if (extra < 0) return 0;
  if (encoding !== 0 && !isUnicode(encoding)) {
    return raise(PyExc_TypeError, `tokenizeriter() argument 'encoding' must be str, not ${argumentTypeName(encoding)}`);
  }
  const o = allocate(type);
  const lines = o === 0 ? 0 : PyList_New(0);
  if (o === 0) return 0;
  setPtr(o + READLINE, newRef(readline));
  setPtr(o + LINES, lines);
  setPtr(o + ENCODING, xnewRef(encoding));
  setI32(o + FLAGS, extra === 1 ? EXTRA_TOKENS : 0);
  if (lines !== 0) return o;
  decref(o);
  return 0;
}

// -- reading ---------------------------------------------------------------------------------------------------------------

/** Tokenizers of iterators. Each is what its iterator's lines make of a new one. */
const tokenizers = new Map<Address, LineTokenizer>();
registerCache(() => tokenizers.clear());

function tokenizerOf(self: Borrowed): LineTokenizer {
  const cached = tokenizers.get(self);
  if (cached !== undefined) return cached;
  const made = new LineTokenizer(hasFlag(self, EXTRA_TOKENS), i32(self + BASE_LINENO));
  const lines = ptr(self + LINES);
  for (let i = 0; i < sizeOf(lines); i++) made.feed(wtf8Of(PyList_GET_ITEM(lines, i)));
  if (hasFlag(self, ENDED)) made.end();
  for (let i = 0; i < i32(self + STEPS); i++) made.nextToken();
  tokenizers.set(self, made);
  return made;
}

const hasFlag = (self: Borrowed, flag: number): boolean => (i32(self + FLAGS) & flag) !== 0;
const setFlag = (self: Borrowed, flag: number): void => setI32(self + FLAGS, i32(self + FLAGS) | flag);

function tokenizeriter_next(self: Borrowed): Owned {
  if (hasFlag(self, DONE)) return raise(PyExc_StopIteration, "EOF");
  if (hasFlag(self, FAILED)) return raise(PyExc_SystemError, "Negative size passed to PyUnicode_New");
  const type = nextToken(self);
  if (type !== NEEDS_LINE) return answer(self, type);
  const frame = pushNative(STEP_LINE, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(self));
  return afterLine(frame, pushCallNoArgs(ptr(self + READLINE)));
}

/** Takes answers of readline until there is a token: the step of the frame, too. */
function afterLine(frame: Address, first: Owned): Owned {
  const self = nativeLocal(frame, 0);
  for (let line = first; line !== PUSHED; line = pushCallNoArgs(ptr(self + READLINE))) {
    if (!takeLine(self, line)) {
      setFlag(self, FAILED);
      return finishNative(frame, 0);
    }
    const type = nextToken(self);
    if (type !== NEEDS_LINE) return finishNative(frame, answer(self, type));
  }
  return PUSHED;
}
const STEP_LINE = text("_tokenize.line", afterLine);

function nextToken(self: Borrowed): T | typeof NEEDS_LINE {
  const tokenizer = tokenizerOf(self);
  const type = tokenizer.nextToken();
  if (type !== NEEDS_LINE) setI32(self + STEPS, i32(self + STEPS) + 1);
  else if (tokenizer.dropRead()) {
    setI32(self + BASE_LINENO, tokenizer.lineno);
    setI32(self + STEPS, 0);
    listClear(ptr(self + LINES));
  }
  return type;
}

/** What readline answered: a line, or the end. False with an error set. */
function takeLine(self: Borrowed, answered: Owned): boolean {
  if (answered === 0 && !clearStopIteration()) return false;
  const line = answered === 0 ? 0 : decodedLine(self, answered);
  if (answered !== 0 && line === 0) return false;
  if (line === 0 || PyUnicode_GET_LENGTH(line) === 0) {
    xdecref(line);
    setFlag(self, ENDED);
    tokenizerOf(self).end();
    return true;
  }
  const utf8 = PyUnicode_AsUTF8(line);
  if (utf8 === 0) {
    decref(line);
    return false;
  }
  const tokenizer = tokenizerOf(self);
  tokenizer.feed(bytesAt(utf8, utf8ByteCount()));
  return listAppendSteal(ptr(self + LINES), line) >= 0;
}

/** A line as a str; 0 with an error set. */
function decodedLine(self: Borrowed, line: Owned): Owned {
  const encoding = ptr(self + ENCODING);
  let decoded = 0;
  if (encoding === 0) {
    if (isUnicode(line)) return line;
    raise(PyExc_TypeError, "readline() returned a non-string object");
  } else if (isBytes(line)) {
    decoded = PyUnicode_Decode(line + BYTES_DATA, sizeOf(line), textOf(encoding), "replace");
  } else raise(PyExc_TypeError, "readline() returned a non-bytes object");
  decref(line);
  return decoded;
}

// -- errors ----------------------------------------------------------------------------------------------------------------

const FILENAME = "<string>";

/** Tells what the tokenizer warns of and, of an ERRORTOKEN, what it met. False with an error set. */
function fileProblems(tokenizer: LineTokenizer, type: T): boolean {
  if (type !== T.ERRORTOKEN && tokenizer.warnings.length === 0) return true;
  const filename = PyUnicode_InternFromString(FILENAME);
  if (filename === 0) return false;
  let isFine = fileParserWarnings(tokenizer.warnings, filename, FILENAME);
  if (isFine && type === T.ERRORTOKEN) {
    raiseProblem(tokenizer, filename);
    isFine = false;
  }
  decref(filename);
  return isFine;
}

/** What the tokenizer met, in the words that it has for itself (_tokenizer_error). */
function raiseProblem(tokenizer: LineTokenizer, filename: Borrowed): void {
  const worded = tokenizer.takeError();
  if (worded !== null) raiseCompileError(worded, filename, worded.text?.split("\0")[0] ?? null);
  else raiseDone(tokenizer, filename);
}

function raiseDone(tokenizer: LineTokenizer, filename: Borrowed): void {
  const { done, lineno, bytes, bufferStart, inp } = tokenizer;
  if (done === Done.EOF) {
    const message = "unexpected EOF in multi-line statement";
    const place = { lineno, offset: inp - bufferStart, end_lineno: lineno, end_offset: null };
    raiseCompileError({ type: "SyntaxError", message, ...place, isPlacedLater: true }, filename, null);
    return;
  }
  const line = decodeUtf8(bytes, bufferStart, inp - 1);
  const behind = [...line.split("\0")[0]].length + 1;
  const [type, message] = PROBLEMS[done] ?? (["SyntaxError", "unknown tokenization error"] as const);
  raiseCompileError({ type, message, lineno, offset: behind, end_lineno: null, end_offset: null }, filename, line);
}

const PROBLEMS: { readonly [done: number]: readonly [ErrorType, string] } = {
  [Done.DEDENT]: ["IndentationError", "unindent does not match any outer indentation level"],
  [Done.TABSPACE]: ["TabError", "inconsistent use of tabs and spaces in indentation"],
  [Done.TOODEEP]: ["IndentationError", "too many levels of indentation"],
  [Done.LINECONT]: ["SyntaxError", "unexpected character after line continuation character"],
};

// -- tuples ----------------------------------------------------------------------------------------------------------------

const isStringPart = (type: T): boolean =>
  type === T.STRING || type === T.FSTRING_START || type === T.FSTRING_MIDDLE || type === T.FSTRING_END;

/** The tuple of a token, (type, text, (line, column), (end line, end column), line), or the error of an ERRORTOKEN. */
function answer(self: Borrowed, type: T): Owned {
  const tokenizer = tokenizerOf(self);
  if (!fileProblems(tokenizer, type)) return 0;
  if (type === T.ENDMARKER) setFlag(self, DONE);
  const isExtra = hasFlag(self, EXTRA_TOKENS);
  const isTrailing = isExtra && (type === T.ENDMARKER || (type === T.DEDENT && tokenizer.done === Done.EOF));
  const lineStart = isStringPart(type) ? tokenizer.stringLineStart : tokenizer.lineStart;
  const line = isTrailing ? PyUnicode_FromString("") : lineOfToken(self, tokenizer, lineStart);
  if (line === 0) return 0;

  const { bytes, tokenStart, tokenEnd, tokenLineno, isUnended } = tokenizer;
  const token = {
    type,
    start: tokenStart,
    end: tokenEnd,
    lineno: tokenLineno,
    col_offset: tokenizer.tokenColumn,
    end_lineno: tokenizer.lineno,
    end_col_offset: tokenizer.tokenEndColumn,
  };
  setI32(self + LAST_LINENO, token.lineno);
  const shown = isExtra ? shownToken(token, bytes, isUnended, isTrailing) : { ...token, endsBehind: 0, text: null };
  const none = isTrailing ? 0 : -1;
  const column = shown.start < 0 ? none : charactersIn(bytes, lineStart, shown.start - lineStart);
  const { lineStart: lastStart } = tokenizer;
  const endColumn = shown.end < 0 ? none : charactersIn(bytes, lastStart, shown.end - lastStart) + shown.endsBehind;
  const shownText = shown.text ?? (tokenStart < 0 ? new Uint8Array(0) : bytes.subarray(tokenStart, tokenEnd));
  return tupleOf([
    PyLong_FromNumber(shown.type),
    PyUnicode_FromWtf8(shownText.slice()),
    pair(shown.lineno, column),
    pair(shown.end_lineno, endColumn),
    line,
  ]);
}

/** The line shown with a token; the one shown last, when the token is on it. 0 without an error where nothing was read. */
function lineOfToken(self: Borrowed, tokenizer: LineTokenizer, lineStart: number): Owned {
  if (tokenizer.lineno !== i32(self + LAST_LINENO)) {
    const end = tokenizer.done === Done.EOF ? lineStart : tokenizer.inp - (tokenizer.isUnended ? 1 : 0);
    const line = PyUnicode_FromWtf8(tokenizer.bytes.slice(lineStart, end));
    if (line === 0) return 0;
    replaceSlot(self + LAST_LINE, line);
  }
  const line = ptr(self + LAST_LINE);
  return line === 0 ? 0 : newRef(line);
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

const FIELDS = [READLINE, LINES, ENCODING, LAST_LINE] as const;
const release = deallocator(...FIELDS);

const tokenizerIterType = newModuleType({
  name: "_tokenize.TokenizerIter",
  basicsize: tokenizeriterobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: tokenizeriter_new,
    tp_dealloc: (self: Address): void => {
      tokenizers.delete(self);
      release(self);
    },
    tp_traverse: traverser(...FIELDS),
    tp_clear: clearer(...FIELDS),
    tp_getattro: genericGetAttr,
    tp_iter: (self: Borrowed): Owned => newRef(self),
    tp_iternext: tokenizeriter_next,
  },
});

declareModule({
  name: "_tokenize",
  exec: (module) => addTypes(module, tokenizerIterType),
});
