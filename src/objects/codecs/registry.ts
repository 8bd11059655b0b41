// The registry of codecs and error handlers: codecs_state of the interpreter.
//
//   search_path      list of functions: name → None or (encode, decode, StreamReader, StreamWriter)
//   search_cache     dict: normalised name → what a function answered
//   error_registry   dict: name → handler
//
// Invariant: the three are made together, when the first is needed; then the library's `encodings` package is imported,
// whose search function finds all codecs that the library has.
import { INTERPRETER } from "../../memory/data.ts";
import { type Borrowed, i32, type Owned, ptr, setI32, setPtr } from "../../memory/memory.ts";
import { PyMethodDef } from "../../memory/structs/object.ts";
import { codecs_state, PyInterpreterState } from "../../memory/structs/runtime.ts";
import { PyObject_GetOptionalAttr, PyObject_IsTrue } from "../abstract.ts";
import { PyObject_CallOneArg, PyObject_CallTwoArgs } from "../call.ts";
import { PyCFunction_New } from "../cfunction.ts";
import { methodTable } from "../declare.ts";
import { PyDict_GetItemWithError, PyDict_New, PyDict_SetItem } from "../dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt } from "../errors.ts";
import { addNoteToPending } from "../exception_notes.ts";
import { identifier } from "../identifiers.ts";
import { PyImport_ImportModule } from "../import_hook.ts";
import { PyList_Append, PyList_GET_ITEM, PyList_New } from "../list_core.ts";
import { decref, isTuple, newRef, sizeOf } from "../object.ts";
import { PyTuple_GET_ITEM } from "../tuple_core.ts";
import { PyTuple_CheckExact } from "../tuple_resize.ts";
import { Py_None, PyExc_LookupError, PyExc_TypeError } from "../types.ts";
import { PyUnicode_FromString } from "../unicode_core.ts";
import { isCallable } from "./callable.ts";
import { handlerRows } from "./handlers.ts";
import { normalizeEncoding } from "./names.ts";

const STATE = INTERPRETER + PyInterpreterState.codecs;
const SEARCH_PATH = STATE + codecs_state.search_path;
const SEARCH_CACHE = STATE + codecs_state.search_cache;
const ERROR_REGISTRY = STATE + codecs_state.error_registry;
const INITIALIZED = STATE + codecs_state.initialized;

const CODEC_PARTS = 4;
const id_is_text_encoding = identifier("_is_text_encoding");

/** Handlers as functions that programs can get: named for what they do, registered by name. */
const handlerTable = methodTable(
  "_codecs:",
  handlerRows.map(([, name, implementation]) => [
    name,
    "(exc, /)",
    (_self: Borrowed, e: Borrowed) => implementation(e),
  ]),
);

/** _PyCodec_InitRegistry. False with an error set. */
function ready(): boolean {
  if (i32(INITIALIZED) !== 0) return true;
  const path = PyList_New(0);
  const cache = path === 0 ? 0 : PyDict_New();
  const errors = cache === 0 ? 0 : PyDict_New();
  if (errors === 0) return false;
  setPtr(SEARCH_PATH, path);
  setPtr(SEARCH_CACHE, cache);
  setPtr(ERROR_REGISTRY, errors);
  setI32(INITIALIZED, 1);
  for (let i = 0; i < handlerRows.length; i++) {
    const f = PyCFunction_New(handlerTable + i * PyMethodDef.sizeof, 0, 0);
    const name = f === 0 ? 0 : PyUnicode_FromString(handlerRows[i][0]);
    if (name === 0 || PyDict_SetItem(errors, name, f) < 0) return false;
    decref(name);
    decref(f);
  }
  return true;
}

/** PyCodec_Register: 0, or -1 with an error set. */
export function PyCodec_Register(search: Borrowed): number {
  if (!ready()) return -1;
  if (!isCallable(search)) return raiseInt(PyExc_TypeError, "argument must be callable");
  return PyList_Append(ptr(SEARCH_PATH), search);
}

/** PyCodec_Unregister: forgets the function and all that was found. */
export function PyCodec_Unregister(search: Borrowed): number {
  if (i32(INITIALIZED) === 0) return 0;
  const path = ptr(SEARCH_PATH);
  for (let i = 0; i < sizeOf(path); i++) {
    if (PyList_GET_ITEM(path, i) !== search) continue;
    const fresh = PyDict_New();
    if (fresh === 0) return -1;
    const old = ptr(SEARCH_CACHE);
    setPtr(SEARCH_CACHE, fresh);
    decref(old);
    return removeAt(path, i);
  }
  return 0;
}

function removeAt(path: Borrowed, index: number): number {
  const rest = PyList_New(0);
  if (rest === 0) return -1;
  for (let i = 0; i < sizeOf(path); i++) {
    if (i !== index && PyList_Append(rest, PyList_GET_ITEM(path, i)) < 0) return -1;
  }
  setPtr(SEARCH_PATH, rest);
  decref(path);
  return 0;
}

/** _PyCodec_Lookup: the tuple of a codec, or 0 with LookupError (or another error) set. */
export function _PyCodec_Lookup(encoding: string): Owned {
  if (!ready()) return 0;
  if (sizeOf(ptr(SEARCH_PATH)) === 0) {
    const encodings = PyImport_ImportModule("encodings");
    if (encodings === 0) return 0;
    decref(encodings);
  }
  const name = PyUnicode_FromString(normalizeEncoding(encoding));
  if (name === 0) return PyErr_NoMemory();
  const result = lookUp(name, encoding);
  decref(name);
  return result;
}

function lookUp(name: Borrowed, encoding: string): Owned {
  const known = PyDict_GetItemWithError(ptr(SEARCH_CACHE), name);
  if (known !== 0) return newRef(known);
  if (PyErr_Occurred() !== 0) return 0;
  const path = ptr(SEARCH_PATH);
  if (sizeOf(path) === 0) {
    return raise(PyExc_LookupError, "no codec search functions registered: can't find encoding");
  }
  for (let i = 0; i < sizeOf(path); i++) {
    const search = newRef(PyList_GET_ITEM(path, i));
    const found = PyObject_CallOneArg(search, name);
    decref(search);
    if (found === 0) return 0;
    if (found === Py_None) continue;
    if (!isTuple(found) || sizeOf(found) !== CODEC_PARTS) {
      decref(found);
      return raise(PyExc_TypeError, "codec search functions must return 4-tuples");
    }
    if (PyDict_SetItem(ptr(SEARCH_CACHE), name, found) === 0) return found;
    decref(found);
    return 0;
  }
  return raise(PyExc_LookupError, `unknown encoding: ${encoding}`);
}

export const CODEC_ENCODER = 0;
export const CODEC_DECODER = 1;

/** _PyCodec_LookupTextEncoding: the codec, if it is one between str and bytes. */
export function lookupTextEncoding(encoding: string, alternative: string): Owned {
  const codec = _PyCodec_Lookup(encoding);
  if (codec === 0 || PyTuple_CheckExact(codec)) return codec;
  const mark = PyObject_GetOptionalAttr(codec, id_is_text_encoding);
  if (mark === 0) {
    if (PyErr_Occurred() === 0) return codec;
    decref(codec);
    return 0;
  }
  const isText = PyObject_IsTrue(mark);
  decref(mark);
  if (isText > 0) return codec;
  decref(codec);
  if (isText < 0) return 0;
  return raise(
    PyExc_LookupError,
    `'${encoding}' is not a text encoding; use ${alternative} to handle arbitrary codecs`,
  );
}

/** Calls the encoder or decoder of a codec (which it takes); the first item of the pair that it answers. */
export function runCodec(codec: Owned, part: number, encoding: string, o: Borrowed, errors: string | undefined): Owned {
  const run = PyTuple_GET_ITEM(codec, part);
  let pair: Owned;
  if (errors === undefined) pair = PyObject_CallOneArg(run, o);
  else {
    const text = PyUnicode_FromString(errors);
    pair = text === 0 ? PyErr_NoMemory() : PyObject_CallTwoArgs(run, o, text);
    if (text !== 0) decref(text);
  }
  if (pair === 0)
    addNoteToPending(`${part === CODEC_ENCODER ? "encoding" : "decoding"} with '${encoding}' codec failed`);
  decref(codec);
  if (pair === 0) return 0;
  if (!isTuple(pair) || sizeOf(pair) !== 2) {
    decref(pair);
    return raise(
      PyExc_TypeError,
      part === CODEC_ENCODER
        ? "encoder must return a tuple (object, integer)"
        : "decoder must return a tuple (object,integer)",
    );
  }
  const result = newRef(PyTuple_GET_ITEM(pair, 0));
  decref(pair);
  return result;
}

// -- error handlers ----------------------------------------------------------------------------------------------------

/** PyCodec_RegisterError: 0, or -1 with an error set. */
export function PyCodec_RegisterError(name: string, handler: Borrowed): number {
  if (!ready()) return -1;
  if (!isCallable(handler)) return raiseInt(PyExc_TypeError, "handler must be callable");
  const key = PyUnicode_FromString(name);
  if (key === 0) {
    PyErr_NoMemory();
    return -1;
  }
  const status = PyDict_SetItem(ptr(ERROR_REGISTRY), key, handler);
  decref(key);
  return status;
}

/** PyCodec_LookupError: a handler; "strict" for none named. */
export function PyCodec_LookupError(name: string | undefined): Owned {
  if (!ready()) return 0;
  const text = name ?? "strict";
  const key = PyUnicode_FromString(text);
  if (key === 0) return PyErr_NoMemory();
  const handler = PyDict_GetItemWithError(ptr(ERROR_REGISTRY), key);
  decref(key);
  if (handler !== 0) return newRef(handler);
  if (PyErr_Occurred() !== 0) return 0;
  return raise(PyExc_LookupError, `unknown error handler name '${text.slice(0, 400)}'`);
}
