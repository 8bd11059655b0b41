// IncrementalNewlineDecoder: a decoder over another one (or over none) that makes \n of the three kinds of line ends, or
// only keeps \r\n in one piece; and remembers which kinds it saw.

import { gcUntrack, isTracked } from "../../gc/link.ts";
import {
  type Address,
  type Borrowed,
  findU8,
  findU16,
  findU32,
  i32,
  type Owned,
  ptr,
  setI32,
} from "../../memory/memory.ts";
import { nldecoder_object } from "../../memory/structs/io.ts";
import { emptyBytes } from "../../objects/bytes_core.ts";
import { convertInt } from "../../objects/convert.ts";
import { newModuleType } from "../../objects/declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "../../objects/errors.ts";
import { bool, longToNumber, PyLong_FromNumber } from "../../objects/long_core.ts";
import {
  decref,
  isInt,
  isTuple,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  sizeOf,
  typeIn,
} from "../../objects/object.ts";
import { objectNew } from "../../objects/object_type.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import { freeOfHeapType } from "../../objects/type_alloc.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import {
  copyCharacters,
  PyUnicode_DATA,
  PyUnicode_FromString,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_MAX_CHAR_VALUE,
  PyUnicode_New,
  PyUnicode_READ,
  PyUnicode_READ_CHAR,
  PyUnicode_Substring,
  PyUnicode_WRITE,
} from "../../objects/unicode_core.ts";
import { allocate, clearer, traverser } from "../type_support.ts";
import { callForEffect, callMethod, id } from "./shared.ts";

const DECODER = nldecoder_object.decoder;
const BITS = nldecoder_object.bits;
const PENDING_CR = 1;
const TRANSLATE = 2;
const SEEN_SHIFT = 2;
const SEEN_CR = 1;
const SEEN_LF = 2;
const SEEN_CRLF = 4;
const SEEN_ALL = SEEN_CR | SEEN_LF | SEEN_CRLF;
const CR = 0x0d;
const LF = 0x0a;

/** The index of a character from `start` to before `end`, or -1. */
export function findCharacter(kind: number, data: Address, start: number, end: number, character: number): number {
  if (start >= end) return -1;
  const from = data + start * kind;
  const to = data + end * kind;
  const found =
    kind === 1 ? findU8(from, to, character) : kind === 2 ? findU16(from, to, character) : findU32(from, to, character);
  return found < 0 ? -1 : (found - data) / kind;
}

/** check_decoded: takes what a decoder answered; 0 with TypeError set unless it is a str. */
export function checkDecoded(decoded: Owned): Owned {
  if (decoded === 0 || isUnicode(decoded)) return decoded;
  const message = `decoder should return a string result, not '${typeNameOf(decoded)}'`;
  decref(decoded);
  return raise(PyExc_TypeError, message);
}

/** output with \r in front. Takes it. */
function withReturn(output: Owned): Owned {
  const length = PyUnicode_GET_LENGTH(output);
  const longer = PyUnicode_New(length + 1, PyUnicode_MAX_CHAR_VALUE(output));
  if (longer !== 0) {
    const kind = PyUnicode_KIND(longer);
    PyUnicode_WRITE(kind, PyUnicode_DATA(longer), 0, CR);
    copyCharacters(kind, PyUnicode_DATA(longer), 1, PyUnicode_KIND(output), PyUnicode_DATA(output), 0, length);
  }
  decref(output);
  return longer || PyErr_NoMemory();
}

/** The kinds of line ends in a str that has a \r. */
function lineEnds(kind: number, data: Address, length: number): number {
  let seen = 0;
  for (let i = 0; i < length && seen !== SEEN_ALL; i++) {
    const c = PyUnicode_READ(kind, data, i);
    if (c > CR) continue;
    if (c === LF) seen |= SEEN_LF;
    else if (c === CR) {
      if (i + 1 < length && PyUnicode_READ(kind, data, i + 1) === LF) {
        seen |= SEEN_CRLF;
        i++;
      } else seen |= SEEN_CR;
    }
  }
  return seen;
}

/** A str with \n for each line end. Takes it. */
function translated(output: Owned): Owned {
  const length = PyUnicode_GET_LENGTH(output);
  const kind = PyUnicode_KIND(output);
  const data = PyUnicode_DATA(output);
  let shorter = length;
  for (let i = findCharacter(kind, data, 0, length, CR); i >= 0; i = findCharacter(kind, data, i + 1, length, CR)) {
    if (i + 1 < length && PyUnicode_READ(kind, data, i + 1) === LF) shorter--;
  }
  // Only line ends change, so the largest character stays.
  const result = PyUnicode_New(shorter, PyUnicode_MAX_CHAR_VALUE(output));
  if (result !== 0) {
    const to = PyUnicode_DATA(result);
    let out = 0;
    for (let i = 0; i < length; i++) {
      let c = PyUnicode_READ(kind, data, i);
      if (c === CR) {
        c = LF;
        if (i + 1 < length && PyUnicode_READ(kind, data, i + 1) === LF) i++;
      }
      PyUnicode_WRITE(kind, to, out++, c);
    }
  }
  decref(output);
  return result || PyErr_NoMemory();
}

/** _PyIncrementalNewlineDecoder_decode. Owned, 0 with an error set. */
export function decodeNewlines(o: Borrowed, input: Borrowed, final: boolean): Owned {
  const decoder = ptr(o + DECODER);
  if (decoder === 0) return raise(PyExc_ValueError, "IncrementalNewlineDecoder.__init__() not called");
  let output = checkDecoded(decoder === Py_None ? newRef(input) : callMethod(decoder, id.decode, input, bool(final)));
  if (output === 0) return 0;
  if ((i32(o + BITS) & PENDING_CR) !== 0 && (final || PyUnicode_GET_LENGTH(output) > 0)) {
    output = withReturn(output);
    if (output === 0) return 0;
    setI32(o + BITS, i32(o + BITS) & ~PENDING_CR);
  }
  let length = PyUnicode_GET_LENGTH(output);
  // A \r at the end waits: a \n may follow.
  if (!final && length > 0 && PyUnicode_READ_CHAR(output, length - 1) === CR) {
    const shorter = PyUnicode_Substring(output, 0, length - 1);
    decref(output);
    if (shorter === 0) return PyErr_NoMemory();
    output = shorter;
    length--;
    setI32(o + BITS, i32(o + BITS) | PENDING_CR);
  }
  if (length === 0) return output;
  const kind = PyUnicode_KIND(output);
  const data = PyUnicode_DATA(output);
  const seen = i32(o + BITS) >> SEEN_SHIFT;
  if (findCharacter(kind, data, 0, length, CR) < 0) {
    if ((seen & SEEN_LF) === 0 && findCharacter(kind, data, 0, length, LF) >= 0) {
      setI32(o + BITS, i32(o + BITS) | (SEEN_LF << SEEN_SHIFT));
    }
    return output;
  }
  setI32(o + BITS, i32(o + BITS) | (lineEnds(kind, data, length) << SEEN_SHIFT));
  return (i32(o + BITS) & TRANSLATE) === 0 ? output : translated(output);
}

function fill(o: Borrowed, decoder: Borrowed, translate: boolean, errors: Owned): void {
  replaceSlot(o + DECODER, newRef(decoder));
  replaceSlot(o + nldecoder_object.errors, errors);
  setI32(o + BITS, translate ? TRANSLATE : 0);
}

function init(o: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const names = ["decoder", "translate", "errors"];
  const values = namedArguments("IncrementalNewlineDecoder", args, keywords, names, 2);
  if (values === null) return -1;
  const translate = convertInt(values[1]);
  if (translate === -1 && PyErr_Occurred() !== 0) return -1;
  const errors = values[2] === 0 ? PyUnicode_FromString("strict") : newRef(values[2]);
  if (errors === 0) {
    PyErr_NoMemory();
    return -1;
  }
  fill(o, values[0], translate !== 0, errors);
  return 0;
}

/** IncrementalNewlineDecoder(decoder, translate). Owned, 0 with an error set. */
export function newNewlineDecoder(decoder: Borrowed, translate: boolean): Owned {
  const o = allocate(typeIn(PyIncrementalNewlineDecoder_Type));
  if (o !== 0) fill(o, decoder, translate, PyUnicode_FromString("strict"));
  return o;
}

function isReady(o: Borrowed): boolean {
  if (ptr(o + DECODER) !== 0) return true;
  raise(PyExc_ValueError, "IncrementalNewlineDecoder.__init__() not called");
  return false;
}

function getstate(o: Borrowed): Owned {
  if (!isReady(o)) return 0;
  const decoder = ptr(o + DECODER);
  let buffer = emptyBytes;
  let flags = 0;
  if (decoder !== Py_None) {
    const state = callMethod(decoder, id.getstate);
    if (state === 0) return 0;
    const isState = isTuple(state) && sizeOf(state) === 2 && isInt(PyTuple_GET_ITEM(state, 1));
    if (isState) {
      buffer = newRef(PyTuple_GET_ITEM(state, 0));
      flags = longToNumber(PyTuple_GET_ITEM(state, 1));
    }
    decref(state);
    if (!isState) return raise(PyExc_TypeError, "illegal decoder state");
  }
  const number = PyLong_FromNumber(flags * 2 + (i32(o + BITS) & PENDING_CR));
  const result = number === 0 ? 0 : PyTuple_Pack(buffer, number);
  decref(buffer);
  if (number !== 0) decref(number);
  return result || PyErr_NoMemory();
}

function setstate(o: Borrowed, state: Borrowed): Owned {
  if (!isReady(o)) return 0;
  if (!isTuple(state)) return raise(PyExc_TypeError, "state argument must be a tuple");
  if (sizeOf(state) !== 2 || !isInt(PyTuple_GET_ITEM(state, 1))) {
    return raise(PyExc_TypeError, "setstate(): illegal state argument");
  }
  const flags = longToNumber(PyTuple_GET_ITEM(state, 1));
  const pending = flags % 2 === 0 ? 0 : PENDING_CR;
  setI32(o + BITS, (i32(o + BITS) & ~PENDING_CR) | pending);
  if (ptr(o + DECODER) === Py_None) return Py_None;
  const rest = PyLong_FromNumber(Math.floor(flags / 2));
  const below = rest === 0 ? 0 : PyTuple_Pack(PyTuple_GET_ITEM(state, 0), rest);
  if (rest !== 0) decref(rest);
  if (below === 0) return PyErr_NoMemory();
  const result = callMethod(ptr(o + DECODER), id.setstate, below);
  decref(below);
  return result;
}

function reset(o: Borrowed): Owned {
  if (!isReady(o)) return 0;
  setI32(o + BITS, i32(o + BITS) & TRANSLATE);
  if (ptr(o + DECODER) === Py_None) return Py_None;
  return callForEffect(ptr(o + DECODER), id.reset) < 0 ? 0 : Py_None;
}

/** newlines: None, a str, or a tuple of those seen. */
function newlines(o: Borrowed): Owned {
  if (!isReady(o)) return 0;
  const seen = i32(o + BITS) >> SEEN_SHIFT;
  const kinds: string[] = [];
  if (seen & SEEN_CR) kinds.push("\r");
  if (seen & SEEN_LF) kinds.push("\n");
  if (seen & SEEN_CRLF) kinds.push("\r\n");
  if (kinds.length === 0) return Py_None;
  if (kinds.length === 1) return PyUnicode_FromString(kinds[0]) || PyErr_NoMemory();
  const items = kinds.map((kind) => PyUnicode_FromString(kind));
  const result = items.includes(0) ? 0 : PyTuple_Pack(...items);
  for (const item of items) if (item !== 0) decref(item);
  return result || PyErr_NoMemory();
}

function dealloc(o: Address): void {
  if (isTracked(o)) gcUntrack(o);
  replaceSlot(o + DECODER, 0);
  replaceSlot(o + nldecoder_object.errors, 0);
  freeOfHeapType(o);
}

export const PyIncrementalNewlineDecoder_Type = newModuleType({
  name: "_io.IncrementalNewlineDecoder",
  basicsize: nldecoder_object.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: objectNew,
    tp_init: init,
    tp_dealloc: dealloc,
    tp_traverse: traverser(DECODER, nldecoder_object.errors),
    tp_clear: clearer(DECODER, nldecoder_object.errors),
  },
  methods: [
    [
      "decode",
      "(input, final: bool = False)",
      (o: Borrowed, input: Borrowed, final: number) => decodeNewlines(o, input, final !== 0),
    ],
    ["getstate", "()", getstate],
    ["setstate", "(state, /)", setstate],
    ["reset", "()", reset],
  ],
  getset: [["newlines", newlines]],
});
