// re.Pattern: a compiled pattern, with its code words in the object, and the methods that match it.
//
// sub with a function as replacement calls Python between two matches: the work stands in a native frame, and the engine
// begins anew from the positions that are kept there.

import { hashHigh as bytesHashHigh, hashBytes } from "../../base/siphash.ts";
import { gcNewVar } from "../../gc/link.ts";
import {
  type Address,
  type Borrowed,
  bytesAt,
  equalBytes,
  i32,
  type Owned,
  ptr,
  setPtr,
  setSsize,
  ssize,
} from "../../memory/memory.ts";
import { PyTypeObject } from "../../memory/structs/object.ts";
import { text } from "../../memory/text.ts";
import {
  Py_EQ,
  Py_NE,
  PyObject_GetAttrString,
  PyObject_Hash,
  PyObject_Repr,
  PyObject_RichCompareBool,
} from "../../objects/abstract.ts";
import { pushCallOneArg } from "../../objects/call.ts";
import { newModuleType } from "../../objects/declare.ts";
import { PyDict_New } from "../../objects/dict_core.ts";
import { PyErr_Clear, PyErr_NoMemory, PyErr_Occurred } from "../../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED, setNativeLocal, setStep, takeNativeLocal } from "../../objects/frames.ts";
import { Py_GenericAlias } from "../../objects/generic_alias.ts";
import { hashAnswer, hashHigh, hashLow } from "../../objects/hash.ts";
import { listAppendSteal, PyList_GET_SIZE, PyList_New } from "../../objects/list_core.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { newDictProxy } from "../../objects/mappingproxy.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "../../objects/native_scratch.ts";
import {
  decref,
  initObject,
  newRef,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  typeIn,
  typeOf,
  xdecref,
} from "../../objects/object.ts";
import { PyCallIter_New } from "../../objects/seq_iter.ts";
import { findCharacter } from "../../objects/text_search.ts";
import { PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "../../objects/tuple_core.ts";
import { Py_False, Py_None, Py_NotImplemented, Py_True } from "../../objects/types.ts";
import { PyUnicode_GET_LENGTH, PyUnicode_Substring } from "../../objects/unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "../../objects/unicode_writer.ts";
import { PyObject_ClearWeakRefs } from "../../objects/weakref_core.ts";
import { clearer, deallocator, traverser } from "../type_support.ts";
import { FLAG_NAMES, SRE_FLAG_ASCII, SRE_FLAG_LOCALE, SRE_FLAG_UNICODE } from "./constants.ts";
import { type Attempt, markOf, matchHere, matchStart, matchStop, searchFrom } from "./engine.ts";
import { newMatch } from "./match.ts";
import { newScanner } from "./scanner.ts";
import { PatternObject } from "./structs.ts";
import { closeSubject, joinPieces, openSubject, openSubjectFor, piece, type Subject } from "./subject.ts";
import { fill, plainText, pushCompileTemplate } from "./template.ts";

const groupsOf = (pattern: Borrowed): number => ssize(pattern + PatternObject.groups);

/** An untracked pattern with room for its words; 0 with an error set. The caller fills it and calls gcTrack. */
export function allocatePattern(wordCount: number): Owned {
  const o = gcNewVar(typeIn(patternType), PatternObject.sizeof + wordCount * 4);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, typeIn(patternType));
  setSsize(o + PatternObject.ob_size, wordCount);
  setSsize(o + PatternObject.codesize, wordCount);
  for (const field of [...FIELDS, PatternObject.weakreflist]) setPtr(o + field, 0);
  return o;
}

const clip = (position: number, length: number): number => (position < 0 ? 0 : position > length ? length : position);

function attemptOn(pattern: Borrowed, subject: Subject, start: number, end: number): Attempt {
  const { kind, data } = subject;
  const code = pattern + PatternObject.code;
  return { code, groupCount: groupsOf(pattern), kind, data, start, end, isWhole: false, mustAdvance: false };
}

/** match, fullmatch, search. */
function single(run: typeof matchHere, isWhole: boolean) {
  return (pattern: Borrowed, string: Borrowed, pos: number, endpos: number): Owned => {
    const subject = openSubjectFor(i32(pattern + PatternObject.isbytes), string);
    if (subject === null) return 0;
    const start = clip(pos, subject.length);
    const end = clip(endpos, subject.length);
    const status = run({ ...attemptOn(pattern, subject, start, end), isWhole });
    closeSubject(subject);
    if (status < 0) return 0;
    return status === 0 ? Py_None : newMatch(pattern, subject, start, end);
  };
}

/** state_getslice: a group's text of the last match, or a value for one that has no part. Owned. */
function groupPiece(subject: Subject, group: number, isEmptyText: boolean): Owned {
  const from = markOf((group - 1) * 2);
  const to = markOf((group - 1) * 2 + 1);
  if (from >= 0 && to >= 0) return piece(subject, from, to);
  return isEmptyText ? piece(subject, 0, 0) : Py_None;
}

/** What findall lists for one match. Owned. */
function foundItem(subject: Subject, groupCount: number): Owned {
  if (groupCount === 0) return piece(subject, matchStart(), matchStop());
  if (groupCount === 1) return groupPiece(subject, 1, true);
  const tuple = PyTuple_New(groupCount);
  if (tuple === 0) return PyErr_NoMemory();
  for (let i = 0; i < groupCount; i++) {
    const item = groupPiece(subject, i + 1, true);
    if (item === 0) {
      decref(tuple);
      return 0;
    }
    PyTuple_SET_ITEM(tuple, i, item);
  }
  return tuple;
}

/** Appends an Owned item: false with an error set (also when the item is 0). */
const append = (list: Borrowed, item: Owned): boolean => item !== 0 && listAppendSteal(list, item) >= 0;

/** Searches again and again from start to end, each time behind the last match. see: false gives up with an error set. */
function eachMatch(
  pattern: Borrowed,
  subject: Subject,
  from: number,
  end: number,
  most: number,
  see: () => boolean,
): boolean {
  let start = from;
  let mustAdvance = false;
  const attempt = attemptOn(pattern, subject, start, end);
  for (let count = 0; (most === 0 || count < most) && start <= end; count++) {
    const status = searchFrom({ ...attempt, start, mustAdvance });
    if (status < 0) return false;
    if (status === 0) break;
    start = matchStop();
    mustAdvance = start === matchStart();
    if (!see()) return false;
  }
  return true;
}

function pattern_findall(pattern: Borrowed, string: Borrowed, pos: number, endpos: number): Owned {
  const subject = openSubjectFor(i32(pattern + PatternObject.isbytes), string);
  if (subject === null) return 0;
  const list = PyList_New(0);
  const groupCount = groupsOf(pattern);
  const start = clip(pos, subject.length);
  const end = clip(endpos, subject.length);
  const ok =
    list !== 0 && eachMatch(pattern, subject, start, end, 0, () => append(list, foundItem(subject, groupCount)));
  closeSubject(subject);
  if (ok) return list;
  xdecref(list);
  return 0;
}

function pattern_split(pattern: Borrowed, string: Borrowed, maxsplit: number): Owned {
  const subject = openSubjectFor(i32(pattern + PatternObject.isbytes), string);
  if (subject === null) return 0;
  const list = PyList_New(0);
  const groupCount = groupsOf(pattern);
  let last = 0;
  let ok =
    list !== 0 &&
    eachMatch(pattern, subject, 0, subject.length, maxsplit, () => {
      if (!append(list, piece(subject, last, matchStart()))) return false;
      for (let i = 1; i <= groupCount; i++) if (!append(list, groupPiece(subject, i, false))) return false;
      last = matchStop();
      return true;
    });
  ok = ok && append(list, piece(subject, last, subject.length));
  closeSubject(subject);
  if (ok) return list;
  xdecref(list);
  return 0;
}

function pattern_finditer(pattern: Borrowed, string: Borrowed, pos: number, endpos: number): Owned {
  const scanner = newScanner(pattern, string, pos, endpos);
  const search = scanner === 0 ? 0 : PyObject_GetAttrString(scanner, "search");
  xdecref(scanner);
  const iterator = search === 0 ? 0 : PyCallIter_New(search, Py_None);
  xdecref(search);
  return iterator;
}

// -- sub -----------------------------------------------------------------------------------------------------------------

// Native frame of sub and subn: pointers and words.
const PATTERN = 0;
const STRING = 1;
const REPLACEMENT = 2;
const PIECES = 3;
const POINTER_COUNT = 4;
const KIND = 0;
const MOST = 1;
const COUNT = 2;
const COPIED = 3;
const START = 4;
const MUST_ADVANCE = 5;
const WITH_COUNT = 6;
const WORD_COUNT = 7;

const KIND_LITERAL = 0;
const KIND_TEMPLATE = 1;
const KIND_CALL = 2;

const BACKSLASH = 92;

/** Whether a replacement stands for itself: a text without a backslash. */
function isLiteral(replacement: Borrowed): boolean {
  const subject = openSubject(replacement);
  if (subject === null) return false;
  const found = findCharacter(subject.kind, subject.data, 0, subject.length, BACKSLASH);
  closeSubject(subject);
  return found < 0;
}

function substitute(withCount: boolean) {
  return (pattern: Borrowed, replacement: Borrowed, string: Borrowed, most: number): Owned => {
    const frame = pushNativeWithWords(STEP_TEMPLATE, POINTER_COUNT, WORD_COUNT);
    if (frame === 0) return PyErr_NoMemory();
    setNativeLocal(frame, PATTERN, newRef(pattern));
    setNativeLocal(frame, STRING, newRef(string));
    setNativeWord(frame, MOST, most);
    setNativeWord(frame, WITH_COUNT, withCount ? 1 : 0);
    for (const word of [COUNT, COPIED, START, MUST_ADVANCE]) setNativeWord(frame, word, 0);
    const isCallable = ptr(typeOf(replacement) + PyTypeObject.tp_call) !== 0;
    if (isCallable) return beginSub(frame, KIND_CALL, newRef(replacement));
    const literal = isLiteral(replacement);
    if (PyErr_Occurred()) PyErr_Clear();
    if (literal) return beginSub(frame, KIND_LITERAL, newRef(replacement));
    const template = pushCompileTemplate(pattern, replacement);
    return template === PUSHED ? PUSHED : withTemplate(frame, template);
  };
}

function withTemplate(frame: Address, template: Owned): Owned {
  if (template === 0) return finishNative(frame, 0);
  const plain = plainText(template);
  if (plain === 0) return beginSub(frame, KIND_TEMPLATE, template);
  const kept = newRef(plain);
  decref(template);
  return beginSub(frame, KIND_LITERAL, kept);
}
const STEP_TEMPLATE = text("_sre.sub_template", withTemplate);

function beginSub(frame: Address, kind: number, replacement: Owned): Owned {
  setNativeLocal(frame, REPLACEMENT, replacement);
  setNativeWord(frame, KIND, kind);
  const list = PyList_New(0);
  setNativeLocal(frame, PIECES, list);
  if (list === 0) return finishNative(frame, 0);
  setStep(frame, STEP_CALLED);
  return goOn(frame);
}

/** Matches from where the frame says until a function is called or the subject ends. */
function goOn(frame: Address): Owned {
  const pattern = nativeLocal(frame, PATTERN);
  const list = nativeLocal(frame, PIECES);
  const replacement = nativeLocal(frame, REPLACEMENT);
  const kind = nativeWord(frame, KIND);
  const most = nativeWord(frame, MOST);
  for (;;) {
    const subject = openSubjectFor(i32(pattern + PatternObject.isbytes), nativeLocal(frame, STRING));
    if (subject === null) return finishNative(frame, 0);
    const end = subject.length;
    let match = 0;
    let ok = true;
    let start = nativeWord(frame, START);
    let count = nativeWord(frame, COUNT);
    let copied = nativeWord(frame, COPIED);
    let mustAdvance = nativeWord(frame, MUST_ADVANCE) !== 0;
    const attempt = attemptOn(pattern, subject, start, end);
    while (ok && match === 0 && (most === 0 || count < most)) {
      const status = searchFrom({ ...attempt, start, mustAdvance });
      ok = status >= 0;
      if (status <= 0) break;
      const from = matchStart();
      start = matchStop();
      mustAdvance = start === from;
      if (copied < from) ok = append(list, piece(subject, copied, from));
      copied = start;
      count++;
      if (!ok) break;
      if (kind === KIND_LITERAL) {
        if (replacement !== Py_None) ok = append(list, newRef(replacement));
        continue;
      }
      match = newMatch(pattern, subject, 0, end);
      ok = match !== 0;
      if (ok && kind === KIND_TEMPLATE) {
        ok = append(list, fill(replacement, match));
        decref(match);
        match = 0;
      }
    }
    if (ok && match === 0 && copied < end) ok = append(list, piece(subject, copied, end));
    const isBytes = subject.isBytes;
    closeSubject(subject);
    if (!ok) {
      xdecref(match);
      return finishNative(frame, 0);
    }
    setNativeWord(frame, COUNT, count);
    if (match === 0) return finishNative(frame, substituted(frame, isBytes));
    setNativeWord(frame, START, start);
    setNativeWord(frame, COPIED, copied);
    setNativeWord(frame, MUST_ADVANCE, mustAdvance ? 1 : 0);
    const result = pushCallOneArg(replacement, match);
    decref(match);
    if (result === PUSHED) return PUSHED;
    if (!take(list, result)) return finishNative(frame, 0);
  }
}

/** Keeps what a replacement function answered; None adds nothing. */
function take(list: Borrowed, result: Owned): boolean {
  return result === Py_None || append(list, result);
}

function called(frame: Address, result: Owned): Owned {
  return take(nativeLocal(frame, PIECES), result) ? goOn(frame) : finishNative(frame, 0);
}
const STEP_CALLED = text("_sre.sub_called", called);

function substituted(frame: Address, isBytes: boolean): Owned {
  const list = takeNativeLocal(frame, PIECES);
  let joined: Owned;
  if (PyList_GET_SIZE(list) > 0) joined = joinPieces(isBytes, list);
  else {
    const subject = openSubject(nativeLocal(frame, STRING));
    joined = subject === null ? 0 : piece(subject, 0, 0);
    if (subject !== null) closeSubject(subject);
  }
  decref(list);
  if (joined === 0 || nativeWord(frame, WITH_COUNT) === 0) return joined;
  const count = PyLong_FromNumber(nativeWord(frame, COUNT));
  const pair = count === 0 ? PyErr_NoMemory() : PyTuple_Pack(joined, count) || PyErr_NoMemory();
  decref(joined);
  xdecref(count);
  return pair;
}

// -- the object ----------------------------------------------------------------------------------------------------------

const REPR_LIMIT = 200;

function pattern_repr(o: Borrowed): Owned {
  let flags = i32(o + PatternObject.flags);
  const kinds = SRE_FLAG_LOCALE | SRE_FLAG_UNICODE | SRE_FLAG_ASCII;
  if (i32(o + PatternObject.isbytes) === 0 && (flags & kinds) === SRE_FLAG_UNICODE) flags &= ~SRE_FLAG_UNICODE;
  const names: string[] = [];
  for (const [name, flag] of FLAG_NAMES) {
    if (flags & flag) names.push(name);
    flags &= ~flag;
  }
  if (flags !== 0) names.push(`0x${flags.toString(16)}`);
  const whole = PyObject_Repr(ptr(o + PatternObject.pattern));
  if (whole === 0) return 0;
  const shown = PyUnicode_Substring(whole, 0, Math.min(REPR_LIMIT, PyUnicode_GET_LENGTH(whole)));
  decref(whole);
  const writer = shown === 0 ? 0 : UnicodeWriter_New(true);
  const ok =
    writer !== 0 &&
    UnicodeWriter_WriteASCIIString(writer, "re.compile(") &&
    UnicodeWriter_WriteStr(writer, shown) &&
    (names.length === 0 || UnicodeWriter_WriteASCIIString(writer, `, ${names.join("|")}`)) &&
    UnicodeWriter_WriteASCIIString(writer, ")");
  xdecref(shown);
  if (ok) return UnicodeWriter_Finish(writer);
  xdecref(writer);
  return 0;
}

function pattern_hash(o: Borrowed): number {
  if (PyObject_Hash(ptr(o + PatternObject.pattern)) < 0) return -1;
  const low = hashLow();
  const high = hashHigh();
  const wordCount = ssize(o + PatternObject.codesize);
  const more = i32(o + PatternObject.flags) ^ i32(o + PatternObject.isbytes) ^ wordCount;
  const sign = (i32(o + PatternObject.flags) >> 31) ^ (i32(o + PatternObject.isbytes) >> 31);
  const codeLow = hashBytes(bytesAt(o + PatternObject.code, wordCount * 4), 0, wordCount * 4);
  return hashAnswer(low ^ codeLow ^ more, high ^ bytesHashHigh() ^ sign);
}

function pattern_compare(a: Borrowed, b: Borrowed, operator: number): Owned {
  if ((operator !== Py_EQ && operator !== Py_NE) || typeOf(a) !== typeOf(b)) return Py_NotImplemented;
  let isEqual = a === b ? 1 : 0;
  const wordCount = ssize(a + PatternObject.codesize);
  if (
    isEqual === 0 &&
    i32(a + PatternObject.flags) === i32(b + PatternObject.flags) &&
    i32(a + PatternObject.isbytes) === i32(b + PatternObject.isbytes) &&
    wordCount === ssize(b + PatternObject.codesize) &&
    equalBytes(a + PatternObject.code, b + PatternObject.code, wordCount * 4)
  ) {
    isEqual = PyObject_RichCompareBool(ptr(a + PatternObject.pattern), ptr(b + PatternObject.pattern), Py_EQ);
    if (isEqual < 0) return 0;
  }
  return (isEqual === 1) === (operator === Py_EQ) ? Py_True : Py_False;
}

function pattern_groupindex(o: Borrowed): Owned {
  const names = ptr(o + PatternObject.groupindex);
  return names === 0 ? PyDict_New() || PyErr_NoMemory() : newDictProxy(names);
}

const FIELDS = [PatternObject.groupindex, PatternObject.indexgroup, PatternObject.pattern] as const;
const release = deallocator(...FIELDS);
const POSITIONS = "(string, pos: ssize = 0, endpos: ssize = sys.maxsize)";

export const patternType = newModuleType({
  name: "re.Pattern",
  basicsize: PatternObject.sizeof,
  itemsize: 4,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
  weaklistoffset: PatternObject.weakreflist,
  slots: {
    tp_dealloc: (o: Address): void => {
      if (ptr(o + PatternObject.weakreflist) !== 0) PyObject_ClearWeakRefs(o);
      release(o);
    },
    tp_traverse: traverser(...FIELDS),
    tp_clear: clearer(...FIELDS),
    tp_repr: pattern_repr,
    tp_hash: pattern_hash,
    tp_richcompare: pattern_compare,
  },
  methods: [
    ["match", POSITIONS, single(matchHere, false)],
    ["fullmatch", POSITIONS, single(matchHere, true)],
    ["search", POSITIONS, single(searchFrom, false)],
    ["sub", "(repl, string, count: ssize = 0)", substitute(false)],
    ["subn", "(repl, string, count: ssize = 0)", substitute(true)],
    ["findall", POSITIONS, pattern_findall],
    ["split", "(string, maxsplit: ssize = 0)", pattern_split],
    ["finditer", POSITIONS, pattern_finditer],
    ["scanner", POSITIONS, newScanner],
    ["__copy__", "()", (o: Borrowed) => newRef(o)],
    ["__deepcopy__", "(memo, /)", (o: Borrowed) => newRef(o)],
    ["__class_getitem__", "@classmethod (object, /)", (cls: Borrowed, item: Borrowed) => Py_GenericAlias(cls, item)],
  ],
  members: [
    ["pattern", "object", PatternObject.pattern, "readonly"],
    ["flags", "int", PatternObject.flags, "readonly"],
    ["groups", "ssize", PatternObject.groups, "readonly"],
  ],
  getset: [["groupindex", pattern_groupindex]],
});
