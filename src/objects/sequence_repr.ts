// The repr of lists, tuples and slices: the reprs of the items between brackets.
//
// Resumable: the native frame holds the sequence and the text built so far. A list is read as it is when its next item's
// turn comes, since a repr written in Python may change it.
// Invariant: where a guard was entered (repr_guard.ts) it is left exactly once, whichever way the walk ends.
import type { Address, Borrowed, Owned } from "../memory/memory.ts";
import { text } from "../memory/text.ts";
import { pushRepr } from "./abstract.ts";
import { PyErr_NoMemory } from "./errors.ts";
import { finishNative, nativeLocal, PUSHED, setNativeLocal, takeNativeLocal } from "./frames.ts";
import { sequenceItem } from "./list_core.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "./native_scratch.ts";
import { decref, isList, newRef, sizeOf } from "./object.ts";
import { Py_ReprEnter, Py_ReprLeave } from "./repr_guard.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_SetOverallocate,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "./unicode_writer.ts";

const SEQUENCE = 0;
const WRITER = 1;
const LOCALS = 2;
// Words.
const INDEX = 0;
/** 1 when the guard of the sequence was entered. */
const GUARDED = 1;
const WORDS = 2;

/** Takes a reference to the sequence. */
function begin(sequence: Owned, opening: string, guarded: boolean, minLength: number): Owned {
  const writer = UnicodeWriter_New(true, minLength);
  const frame = writer === 0 ? 0 : pushNativeWithWords(STEP_ITEM, LOCALS, WORDS);
  if (frame === 0) {
    if (writer !== 0) decref(writer);
    if (guarded) Py_ReprLeave(sequence);
    decref(sequence);
    return PyErr_NoMemory();
  }
  setNativeLocal(frame, SEQUENCE, sequence);
  setNativeLocal(frame, WRITER, writer);
  setNativeWord(frame, GUARDED, guarded ? 1 : 0);
  return UnicodeWriter_WriteASCIIString(writer, opening) ? showItems(frame) : outOfMemory(frame);
}

function showItems(frame: Address): Owned {
  const sequence = nativeLocal(frame, SEQUENCE);
  while (nativeWord(frame, INDEX) < sizeOf(sequence)) {
    const item = newRef(sequenceItem(sequence, nativeWord(frame, INDEX)));
    const shown = pushRepr(item);
    decref(item);
    if (shown === PUSHED) return PUSHED;
    if (shown === 0) return end(frame, 0);
    if (!writeItem(frame, shown)) return outOfMemory(frame);
  }
  const writer = takeNativeLocal(frame, WRITER);
  UnicodeWriter_SetOverallocate(writer, false);
  const closing = isList(sequence) ? "]" : sizeOf(sequence) === 1 ? ",)" : ")";
  if (!UnicodeWriter_WriteASCIIString(writer, closing)) {
    decref(writer);
    return outOfMemory(frame);
  }
  const result = UnicodeWriter_Finish(writer);
  return result === 0 ? outOfMemory(frame) : end(frame, result);
}

function writeItem(frame: Address, shown: Owned): boolean {
  const writer = nativeLocal(frame, WRITER);
  const index = nativeWord(frame, INDEX);
  const written =
    (index === 0 || UnicodeWriter_WriteASCIIString(writer, ", ")) && UnicodeWriter_WriteStr(writer, shown);
  setNativeWord(frame, INDEX, index + 1);
  decref(shown);
  return written;
}

function end(frame: Address, result: Owned): Owned {
  if (nativeWord(frame, GUARDED) !== 0) Py_ReprLeave(nativeLocal(frame, SEQUENCE));
  return finishNative(frame, result);
}

function outOfMemory(frame: Address): Owned {
  PyErr_NoMemory();
  return end(frame, 0);
}

const STEP_ITEM = text("sequence_repr.item", (frame: Address, shown: Owned): Owned => {
  if (shown === 0) return end(frame, 0);
  return writeItem(frame, shown) ? showItems(frame) : outOfMemory(frame);
});

/** tp_repr of list and tuple. */
export function pushReprSequence(sequence: Borrowed): Owned {
  const list = isList(sequence);
  const count = sizeOf(sequence);
  if (count === 0) return PyUnicode_FromString(list ? "[]" : "()") || PyErr_NoMemory();
  const entered = Py_ReprEnter(sequence);
  if (entered !== 0) {
    return entered < 0 ? 0 : PyUnicode_FromString(list ? "[...]" : "(...)") || PyErr_NoMemory();
  }
  // At least one character an item, separators and brackets; a tuple of one has a comma.
  const minLength = !list && count === 1 ? 4 : 3 * count;
  return begin(newRef(sequence), list ? "[" : "(", true, minLength);
}

/** The reprs of the items of a tuple of two or more (Owned; 0 passes through) after an opening text, and ")". */
export function pushReprTuple(items: Owned, opening: string): Owned {
  return items === 0 ? 0 : begin(items, opening, false, 0);
}
