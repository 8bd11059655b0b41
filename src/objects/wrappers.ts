// Wrapper functions: what a slot wrapper (`int.__add__`, say) does with its arguments before it calls the slot.
// wrap(self, args, wrapped, kwargs): args is a tuple, wrapped the slot's text address. May answer PUSHED.

import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import {
  Py_EQ,
  Py_GE,
  Py_GT,
  Py_LE,
  Py_LT,
  Py_NE,
  PyObject_Size,
  PySequence_Check,
  sequenceIndex,
} from "./abstract.ts";
import { releaseViewOf } from "./buffer_wrapper.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseNone, typeName } from "./errors.ts";
import { finishNative, PUSHED, pushNative } from "./frames.ts";
import { hashHigh, hashLow } from "./hash.ts";
import { bool } from "./long_core.ts";
import { longFromWords } from "./long_words.ts";
import { _PyMemoryView_FromBufferProc } from "./memoryview_core.ts";
import { isPythonClass, isSubtype, isType, sizeOf, typeOf } from "./object.ts";
import { longOfSsize } from "./ssize.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { Py_None, PyBaseObject_Type, PyExc_OverflowError, PyExc_StopIteration, PyExc_TypeError } from "./types.ts";

type Wrap = (self: Borrowed, args: Borrowed, wrapped: Address, kwargs: Borrowed) => Owned;

function checkCount(args: Borrowed, count: number): boolean {
  const given = sizeOf(args);
  if (given === count) return true;
  raise(PyExc_TypeError, `expected ${count} argument${count === 1 ? "" : "s"}, got ${given}`);
  return false;
}

/** PyArg_UnpackTuple, which several wrappers use with an empty name: it stands before the blank of the message. */
function unpackable(args: Borrowed, least: number, most = least): boolean {
  const given = sizeOf(args);
  if (given >= least && given <= most) return true;
  const limit = given < least ? least : most;
  const bound = least === most ? "" : given < least ? "at least " : "at most ";
  raise(PyExc_TypeError, ` expected ${bound}${limit} argument${limit === 1 ? "" : "s"}, got ${given}`);
  return false;
}

const item = PyTuple_GET_ITEM;

/** The end of an iterator may be told without an error; who calls __next__ gets one. */
function afterNext(frame: Address, result: Owned): Owned {
  return finishNative(frame, result === 0 && PyErr_Occurred() === 0 ? raiseNone(PyExc_StopIteration) : result);
}
const AFTER_NEXT = text("wrap_next.step", afterNext);

/** An int slot's answer as an object: None. */
function none(status: number): Owned {
  return status === PUSHED ? PUSHED : status < 0 ? 0 : Py_None;
}

const comparison =
  (op: number): Wrap =>
  (self, args, wrapped) =>
    checkCount(args, 1) ? textFunction(wrapped)(self, item(args, 0), op) : 0;

/** object.__setattr__(type, …) would change a type behind its back. */
function hackCheck(self: Borrowed, wrapped: Address, what: string): boolean {
  if (!isType(self)) return true;
  let type = typeOf(self);
  while (type !== 0 && setattrOf(type) !== wrapped) type = baseOf(type);
  // The most derived built-in base must use this very function.
  let most = typeOf(self);
  while (most !== 0 && !isBuiltinType(most)) most = baseOf(most);
  if (most !== 0 && setattrOf(most) !== wrapped && type !== 0 && isSubtype(type, PyBaseObject_Type)) {
    raise(PyExc_TypeError, `can't apply this ${what} to ${typeName(typeOf(self))} object`);
    return false;
  }
  return true;
}
const setattrOf = (type: Borrowed): Address => ptr(type + PyTypeObject.tp_setattro);
const baseOf = (type: Borrowed): Address => ptr(type + PyTypeObject.tp_base);
const isBuiltinType = (type: Borrowed): boolean => !isPythonClass(type);

/** The index of a sequence wrapper: negative ones count from the end. */
function wrappedIndex(self: Borrowed, key: Borrowed): number {
  let index = sequenceIndex(key, PyExc_OverflowError);
  if (index === -1 && PyErr_Occurred() !== 0) return -1;
  if (index < 0 && PySequence_Check(self)) {
    const size = PyObject_Size(self);
    if (size < 0) return -1;
    index += size;
  }
  return index;
}

const TABLE = {
  unary: (self, args, wrapped) => (checkCount(args, 0) ? textFunction(wrapped)(self) : 0),
  binary: (self, args, wrapped) => (checkCount(args, 1) ? textFunction(wrapped)(self, item(args, 0)) : 0),
  getattr: (self, args, wrapped) => (checkCount(args, 1) ? textFunction(wrapped)(self, item(args, 0)) : 0),
  getitem: (self, args, wrapped) => (checkCount(args, 1) ? textFunction(wrapped)(self, item(args, 0)) : 0),
  binary_l: (self, args, wrapped) => (checkCount(args, 1) ? textFunction(wrapped)(self, item(args, 0)) : 0),
  binary_r: (self, args, wrapped) => (checkCount(args, 1) ? textFunction(wrapped)(item(args, 0), self) : 0),
  ternary: (self, args, wrapped) =>
    unpackable(args, 1, 2) ? textFunction(wrapped)(self, item(args, 0), sizeOf(args) > 1 ? item(args, 1) : Py_None) : 0,
  ternary_r: (self, args, wrapped) =>
    unpackable(args, 1, 2) ? textFunction(wrapped)(item(args, 0), self, sizeOf(args) > 1 ? item(args, 1) : Py_None) : 0,
  inquiry: (self, args, wrapped) => {
    if (!checkCount(args, 0)) return 0;
    const answer = textFunction(wrapped)(self);
    return answer === PUSHED ? PUSHED : answer < 0 ? 0 : bool(answer !== 0);
  },
  len: (self, args, wrapped) => {
    if (!checkCount(args, 0)) return 0;
    const answer = textFunction(wrapped)(self);
    return answer === PUSHED ? PUSHED : answer < 0 ? 0 : longOfSsize(answer) || PyErr_NoMemory();
  },
  objobj: (self, args, wrapped) => {
    if (!checkCount(args, 1)) return 0;
    const answer = textFunction(wrapped)(self, item(args, 0));
    return answer === PUSHED ? PUSHED : answer < 0 ? 0 : bool(answer !== 0);
  },
  hash: (self, args, wrapped) => {
    if (!checkCount(args, 0)) return 0;
    return textFunction(wrapped)(self) < 0 ? 0 : longFromWords(hashLow(), hashHigh());
  },
  call: (self, args, wrapped, kwargs) => textFunction(wrapped)(self, args, kwargs),
  init: (self, args, wrapped, kwargs) => none(textFunction(wrapped)(self, args, kwargs)),
  next: (self, args, wrapped) => {
    if (!checkCount(args, 0)) return 0;
    const frame = pushNative(AFTER_NEXT, 0);
    if (frame === 0) return PyErr_NoMemory();
    const result = textFunction(wrapped)(self);
    return result === PUSHED ? PUSHED : afterNext(frame, result);
  },
  descr_get: (self, args, wrapped) => {
    if (!unpackable(args, 1, 2)) return 0;
    const instance = item(args, 0) === Py_None ? 0 : item(args, 0);
    const type = sizeOf(args) > 1 && item(args, 1) !== Py_None ? item(args, 1) : 0;
    if (type === 0 && instance === 0) return raise(PyExc_TypeError, "__get__(None, None) is invalid");
    return textFunction(wrapped)(self, instance, type);
  },
  descr_set: (self, args, wrapped) =>
    unpackable(args, 2) ? none(textFunction(wrapped)(self, item(args, 0), item(args, 1))) : 0,
  descr_delete: (self, args, wrapped) =>
    checkCount(args, 1) ? none(textFunction(wrapped)(self, item(args, 0), 0)) : 0,
  setattr: (self, args, wrapped) =>
    unpackable(args, 2) && hackCheck(self, wrapped, "__setattr__")
      ? none(textFunction(wrapped)(self, item(args, 0), item(args, 1)))
      : 0,
  delattr: (self, args, wrapped) =>
    checkCount(args, 1) && hackCheck(self, wrapped, "__delattr__")
      ? none(textFunction(wrapped)(self, item(args, 0), 0))
      : 0,
  objobjarg: (self, args, wrapped) =>
    unpackable(args, 2) ? none(textFunction(wrapped)(self, item(args, 0), item(args, 1))) : 0,
  delitem: (self, args, wrapped) => (checkCount(args, 1) ? none(textFunction(wrapped)(self, item(args, 0), 0)) : 0),
  sq_item: (self, args, wrapped) => {
    if (!checkCount(args, 1)) return 0;
    const index = wrappedIndex(self, item(args, 0));
    return index === -1 && PyErr_Occurred() !== 0 ? 0 : textFunction(wrapped)(self, index);
  },
  sq_setitem: (self, args, wrapped) => {
    if (!unpackable(args, 2)) return 0;
    const index = wrappedIndex(self, item(args, 0));
    return index === -1 && PyErr_Occurred() !== 0 ? 0 : none(textFunction(wrapped)(self, index, item(args, 1)));
  },
  sq_delitem: (self, args, wrapped) => {
    if (!checkCount(args, 1)) return 0;
    const index = wrappedIndex(self, item(args, 0));
    return index === -1 && PyErr_Occurred() !== 0 ? 0 : none(textFunction(wrapped)(self, index, 0));
  },
  indexarg: (self, args, wrapped) => {
    if (!checkCount(args, 1)) return 0;
    const count = sequenceIndex(item(args, 0), PyExc_OverflowError);
    return count === -1 && PyErr_Occurred() !== 0 ? 0 : textFunction(wrapped)(self, count);
  },
  del: (self, args, wrapped) => {
    if (!checkCount(args, 0)) return 0;
    textFunction(wrapped)(self);
    return Py_None;
  },
  buffer: (self, args, wrapped) => {
    if (!unpackable(args, 1)) return 0;
    const flags = sequenceIndex(item(args, 0), PyExc_OverflowError);
    if (flags === -1 && PyErr_Occurred() !== 0) return 0;
    if (flags > 0x7fffffff) return raise(PyExc_OverflowError, "buffer flags too large");
    return _PyMemoryView_FromBufferProc(self, flags | 0, wrapped);
  },
  // What the slot itself does is left to the view's own release.
  releasebuffer: (self, args) => (unpackable(args, 1) && releaseViewOf(self, item(args, 0)) ? Py_None : 0),
  richcmp_lt: comparison(Py_LT),
  richcmp_le: comparison(Py_LE),
  richcmp_eq: comparison(Py_EQ),
  richcmp_ne: comparison(Py_NE),
  richcmp_gt: comparison(Py_GT),
  richcmp_ge: comparison(Py_GE),
} as const satisfies Record<string, Wrap>;

export type WrapperKind = keyof typeof TABLE | "none";

/** Text addresses. */
export const WRAPPERS: { readonly [K in WrapperKind]?: Address } = Object.fromEntries(
  Object.entries(TABLE).map(([kind, run]) => [kind, text(`wrap_${kind}`, run)]),
);
