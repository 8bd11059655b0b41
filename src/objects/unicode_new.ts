// Making strs: str(o), str(bytes, encoding, errors), instances of subclasses.
//
//   instance of a subclass:   PyUnicodeObject -> characters in a block of their own
//
// Invariant: what str(o) gives for an exact str is the str itself.
import { memMalloc } from "../memory/allocators.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  copyWide,
  type Owned,
  POINTER_BYTES,
  ptr,
  setI32,
  setPtr,
  setSsize,
} from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyUnicodeObject } from "../memory/structs/text.ts";
import { text, textFunction } from "../memory/text.ts";
import { pushStr } from "./abstract.ts";
import { keywordDict } from "./call.ts";
import { encodingArgument } from "./codecs/names.ts";
import { PyUnicode_FromEncodedObject } from "./codecs/objects.ts";
import { PyErr_NoMemory, raise } from "./errors.ts";
import { finishNative, nativeLocal, PUSHED, pushNative, setNativeLocal } from "./frames.ts";
import { decref, newRef, sizeOf } from "./object.ts";
import { namedArguments } from "./text_arguments.ts";
import { tupleFromArray } from "./tuple_core.ts";
import { PyExc_TypeError, PyUnicode_Type } from "./types.ts";
import {
  emptyString,
  PyUnicode_CheckExact,
  PyUnicode_DATA,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  PyUnicode_KIND,
  STATE_ASCII,
} from "./unicode_core.ts";

const KIND_SHIFT = 2;

/** unicode_subtype_new: an instance of a subclass with the characters of an Owned str. */
function ofSubclass(type: Borrowed, string: Owned): Owned {
  if (string === 0) return 0;
  const o = textFunction(ptr(type + PyTypeObject.tp_alloc))(type, 0);
  if (o === 0) {
    decref(string);
    return 0;
  }
  const length = PyUnicode_GET_LENGTH(string);
  const kind = PyUnicode_KIND(string);
  const isAscii = PyUnicode_IS_ASCII(string);
  setSsize(o + PyUnicodeObject.length, length);
  copyWide(o + PyUnicodeObject.hash, string + PyUnicodeObject.hash);
  setI32(o + PyUnicodeObject.state, (kind << KIND_SHIFT) | (isAscii ? STATE_ASCII : 0));
  setSsize(o + PyUnicodeObject.utf8_length, 0);
  setPtr(o + PyUnicodeObject.utf8, 0);
  setPtr(o + PyUnicodeObject.data_any, 0);
  const data = memMalloc((length + 1) * kind);
  if (data === 0) {
    decref(o);
    decref(string);
    return PyErr_NoMemory();
  }
  setPtr(o + PyUnicodeObject.data_any, data);
  copyBytes(data, PyUnicode_DATA(string), (length + 1) * kind);
  if (isAscii) {
    // An ASCII text is its own UTF-8.
    setSsize(o + PyUnicodeObject.utf8_length, length);
    setPtr(o + PyUnicodeObject.utf8, data);
  }
  decref(string);
  return o;
}

const STEP_SUBCLASS = text("unicode_subtype_new.str", afterStr);

function afterStr(frame: Address, string: Owned): Owned {
  return finishNative(frame, ofSubclass(nativeLocal(frame, 0), string));
}

function pushNew(type: Borrowed, o: Borrowed, encoding: Borrowed, errors: Borrowed): Owned {
  if (o === 0) return type === PyUnicode_Type ? emptyString : ofSubclass(type, emptyString);
  if (encoding === 0 && errors === 0) {
    if (type === PyUnicode_Type) return PyUnicode_CheckExact(o) ? newRef(o) : pushStr(o);
    const frame = pushNative(STEP_SUBCLASS, 1);
    if (frame === 0) return PyErr_NoMemory();
    setNativeLocal(frame, 0, newRef(type));
    const string = pushStr(o);
    return string === PUSHED ? PUSHED : afterStr(frame, string);
  }
  const encodingText = encodingArgument("str", "encoding", encoding);
  if (encodingText === null) return 0;
  const errorsText = encodingArgument("str", "errors", errors);
  if (errorsText === null) return 0;
  const string = PyUnicode_FromEncodedObject(o, encodingText, errorsText);
  return type === PyUnicode_Type ? string : ofSubclass(type, string);
}

const NAMES = ["object", "encoding", "errors"] as const;

/** unicode_new; may answer PUSHED. */
export function unicode_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("str", args, keywords, NAMES);
  return values === null ? 0 : pushNew(type, values[0], values[1], values[2]);
}

/** unicode_vectorcall; may answer PUSHED. */
export function unicode_vectorcall(type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (kwnames !== 0 && sizeOf(kwnames) > 0) {
    // Rare: by the general way, which wants a tuple and a dict.
    return newByTuple(type, args, nargs, kwnames);
  }
  if (nargs > 3) return raise(PyExc_TypeError, `str expected at most 3 arguments, got ${nargs}`);
  return pushNew(
    type,
    nargs > 0 ? ptr(args) : 0,
    nargs > 1 ? ptr(args + POINTER_BYTES) : 0,
    nargs > 2 ? ptr(args + 2 * POINTER_BYTES) : 0,
  );
}

function newByTuple(type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const tuple = tupleFromArray(args, nargs);
  if (tuple === 0) return PyErr_NoMemory();
  const keywords = keywordDict(kwnames, args + nargs * 8);
  const result = keywords === 0 ? 0 : unicode_new(type, tuple, keywords);
  decref(tuple);
  if (keywords !== 0) decref(keywords);
  return result;
}
