// Interned strings: one object a text, so that names compare by address.
//
//   static    identifiers and one-character strings, in the runtime's own table    immortal, state 3; 0 while nobody has
//             interned such a text
//   immortal  constants and names, in the interpreter's dict                       state 2
//   mortal    the rest, in the interpreter's dict                                  state 1
//
// Invariant: the dict's two references (key and value) to a mortal interned string are not counted in ob_refcnt, so the
// string dies when the program drops it; its dealloc takes it out of the dict.
// The dict is a real dict, which lies a tier above: dict.ts registers what this file needs of it.

import { assert, unreachable } from "../base/assert.ts";
import { objectFree } from "../memory/allocators.ts";
import { INTERPRETER, RUNTIME } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setI64, setPtr, setU8 } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { _Py_interp_cached_objects, _PyRuntimeState, PyInterpreterState } from "../memory/structs/runtime.ts";
import { textFunction } from "../memory/text.ts";
import { addString, findString, newStringTable } from "./hashtable.ts";
import { allIdentifiers, interningOf } from "./identifiers.ts";
import { decref, IMMORTAL_LOW, incref, isImmortal, newRef, typeOf } from "./object.ts";
import { PyUnicode_Type } from "./types.ts";
import {
  emptyString,
  freeStringParts,
  initializeStaticStrings,
  initStaticString,
  latin1String,
  PyUnicode_CHECK_INTERNED,
  PyUnicode_DATA,
  PyUnicode_FromString,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_READ_CHAR,
  SSTATE_INTERNED_IMMORTAL,
  SSTATE_INTERNED_IMMORTAL_STATIC,
  SSTATE_INTERNED_MORTAL,
  SSTATE_NOT_INTERNED,
  setInternedState,
} from "./unicode_core.ts";

/** Where the runtime keeps its table of static interned strings. */
const STATIC_TABLE = RUNTIME + _PyRuntimeState.cached_objects;
/** Where the interpreter keeps its dict of interned strings. */
const INTERNED_DICT = INTERPRETER + PyInterpreterState.cached_objects + _Py_interp_cached_objects.interned_strings;

/** What interning needs of dict. */
export interface InternedDict {
  /** A new empty dict, 0 when memory is exhausted. */
  create(): Owned;
  /** The dict's string equal to this one, or 0. */
  find(dict: Borrowed, string: Borrowed): Borrowed;
  /** The dict's string equal to this one, after adding it if there was none; 0 on failure. */
  setDefault(dict: Borrowed, string: Borrowed): Borrowed;
  remove(dict: Borrowed, string: Borrowed): void;
}

let internedDict: InternedDict = {
  create: () => unreachable("no dict for interned strings is registered"),
  find: () => unreachable("no dict for interned strings is registered"),
  setDefault: () => unreachable("no dict for interned strings is registered"),
  remove: () => unreachable("no dict for interned strings is registered"),
};

export function setInternedDict(operations: InternedDict): void {
  internedDict = operations;
}

/** Fills all static strings and identifiers and interns them. */
export function initializeIdentifiers(): void {
  initializeStaticStrings();
  const table = newStringTable();
  setPtr(STATIC_TABLE, table);
  internStatic(table, emptyString);
  for (let character = 0; character < 256; character++) internStatic(table, latin1String(character));
  for (const [text, o] of allIdentifiers()) {
    initStaticString(o, text.length, true);
    const data = PyUnicode_DATA(o);
    for (let i = 0; i < text.length; i++) {
      assert(text.charCodeAt(i) < 128, `identifier ${text} is not ASCII`);
      setU8(data + i, text.charCodeAt(i));
    }
    setU8(data + text.length, 0);
    const when = interningOf(text);
    if (when === "boot") internStatic(table, o);
    else if (when === "later") addString(table, o);
  }
}

function internStatic(table: Address, o: Borrowed): void {
  if (findString(table, o) !== 0) return;
  addString(table, o);
  setInternedState(o, SSTATE_INTERNED_IMMORTAL_STATIC);
}

/** The dict of interned strings, made when it is first needed. */
function theDict(): Borrowed {
  const dict = ptr(INTERNED_DICT);
  if (dict !== 0) return dict;
  const fresh = internedDict.create();
  setPtr(INTERNED_DICT, fresh);
  return fresh;
}

/** The dict of interned strings that are not static: borrowed, or 0. */
export function internedStrings(): Borrowed {
  return ptr(INTERNED_DICT);
}

function immortalize(o: Borrowed): void {
  setInternedState(o, SSTATE_INTERNED_IMMORTAL);
  setI64(o, IMMORTAL_LOW, 0);
}

// intern_common. Takes the reference to the string, answers with one to the interned string; what is not exactly a str
// comes back as it is.
function intern(o: Owned, immortal: boolean): Owned {
  if (o === 0 || typeOf(o) !== PyUnicode_Type) return o;
  const state = PyUnicode_CHECK_INTERNED(o);
  if (state !== SSTATE_NOT_INTERNED) {
    if (state === SSTATE_INTERNED_MORTAL && immortal) immortalize(o);
    return o;
  }
  if (PyUnicode_GET_LENGTH(o) === 1 && PyUnicode_KIND(o) === 1) {
    const single = latin1String(PyUnicode_READ_CHAR(o, 0));
    decref(o);
    return single;
  }
  const known = findString(ptr(STATIC_TABLE), o);
  if (known !== 0) {
    if (PyUnicode_CHECK_INTERNED(known) === SSTATE_NOT_INTERNED) {
      setInternedState(known, SSTATE_INTERNED_IMMORTAL_STATIC);
    }
    decref(o);
    return newRef(known);
  }
  const dict = theDict();
  const found = dict === 0 ? 0 : internedDict.setDefault(dict, o);
  if (found === 0) return o;
  if (found !== o) {
    incref(found);
    decref(o);
    if (immortal && PyUnicode_CHECK_INTERNED(found) === SSTATE_INTERNED_MORTAL) immortalize(found);
    return found;
  }
  const wasImmortal = isImmortal(o);
  if (!wasImmortal) setI32(o, i32(o) - 2);
  setInternedState(o, SSTATE_INTERNED_MORTAL);
  if (immortal || wasImmortal) immortalize(o);
  return o;
}

/** PyUnicode_InternInPlace, as a function of the reference: takes one, answers with one. The string stays mortal. */
export function PyUnicode_InternInPlace(o: Owned): Owned {
  return intern(o, false);
}

/** _PyUnicode_InternMortal */
export const _PyUnicode_InternMortal = PyUnicode_InternInPlace;

/** _PyUnicode_InternImmortal: for names and constants of code objects. */
export function _PyUnicode_InternImmortal(o: Owned): Owned {
  return intern(o, true);
}

/** PyUnicode_InternFromString */
export function PyUnicode_InternFromString(text: string): Owned {
  const o = PyUnicode_FromString(text);
  return o === 0 ? 0 : intern(o, false);
}

/** Whether a string of this text is interned. */
export function isInterned(text: string): boolean {
  const o = PyUnicode_FromString(text);
  if (o === 0) return false;
  const known = findString(ptr(STATIC_TABLE), o);
  const dict = ptr(INTERNED_DICT);
  const isKnown =
    known !== 0
      ? PyUnicode_CHECK_INTERNED(known) !== SSTATE_NOT_INTERNED
      : dict !== 0 && internedDict.find(dict, o) !== 0;
  decref(o);
  return isKnown;
}

/** unicode_dealloc, the tp_dealloc slot of str. */
export function unicode_dealloc(o: Address): void {
  if (PyUnicode_CHECK_INTERNED(o) === SSTATE_INTERNED_MORTAL) {
    // The dict's two references come back for the removal, and one more keeps the string alive during it.
    setI32(o, 3);
    internedDict.remove(ptr(INTERNED_DICT), o);
    setI32(o, 0);
  }
  freeStringParts(o);
  const type = typeOf(o);
  if (type === PyUnicode_Type) objectFree(o);
  else textFunction(ptr(type + PyTypeObject.tp_free))(o);
}
