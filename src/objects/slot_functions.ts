// The functions that stand in the slots of classes written in Python: each calls the special method of its name.
// They answer as slots do, PUSHED included. Where an answer must be checked or turned into a number after a Python
// method has run, a native frame waits for it.

import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyMethodObject } from "../memory/structs/code.ts";
import { PyWrapperDescrObject } from "../memory/structs/descriptors.ts";
import { PyNumberMethods, PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import {
  isIterator,
  Py_EQ,
  PyIter_Next,
  PyNumber_Index,
  PyObject_GetIter,
  PyObject_HashNotImplemented,
  PyObject_RichCompareBool,
  pushGetAttr,
} from "./abstract.ts";
import { nameTheAttributeError } from "./attribute_error.ts";
import { genericGet, genericGetAttr } from "./attributes.ts";
import { pushCallOneArg, pushVectorcall } from "./call.ts";
import { pushCall, pushCallPrependTuple } from "./call_object.ts";
import { convertTruth as truthOf } from "./convert.ts";
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
  raiseInt,
  typeNameOf,
} from "./errors.ts";
import {
  currentFrame,
  deliveredInt,
  finishNative,
  nativeLocal,
  PUSHED,
  pushNative,
  setNativeLocal,
  settle,
  takeNativeLocal,
} from "./frames.ts";
import { hashAnswer } from "./hash.ts";
import { identifier } from "./identifiers.ts";
import { bool, longSign } from "./long_core.ts";
import { longHash } from "./long_hash.ts";
import { wordsHigh, wordsOfLong } from "./long_words.ts";
import {
  decref,
  isInt,
  isSubtype,
  isUnicode,
  newRef,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
  typeFlags,
  typeOf,
} from "./object.ts";
import { PySeqIter_New } from "./seq_iter.ts";
import { _PyObject_LookupSpecial, pushSpecial, pushSpecialOr } from "./special.ts";
import { fitsSsize, longOfSsize, ssizeOfLong } from "./ssize.ts";
import { _PyType_Lookup } from "./type_lookup.ts";
import {
  Py_False,
  Py_None,
  Py_NotImplemented,
  Py_True,
  PyExc_AttributeError,
  PyExc_OverflowError,
  PyExc_TypeError,
  PyExc_ValueError,
  PyFunction_Type,
  PyMethod_Type,
  PyWrapperDescr_Type,
} from "./types.ts";

/** Makes a call with a native frame below it whose step gets the answer: directly when nothing was pushed. */
function withStep(step: Address, owner: Borrowed, call: () => number): number {
  const frame = pushNative(step, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(owner));
  const result = call();
  return result === PUSHED ? PUSHED : textFunction(step)(frame, result);
}

/** An int slot: the object that a step answered with, as the number the slot's caller wants. */
function asInt(result: number): number {
  return result === PUSHED ? PUSHED : deliveredInt(result);
}

// -- conversions to text, length, truth, hash ---------------------------------------------------------------------------

function unary(name: string): (self: Borrowed) => Owned {
  const id = identifier(name);
  return (self) => pushSpecial(self, id);
}

export const slot_tp_str = unary("__str__");
export const slot_tp_repr = unary("__repr__");

const boolStep = text("slot_nb_bool_step", (frame: Address, result: Owned): Owned => {
  if (result !== 0 && result !== Py_True && result !== Py_False) {
    const message = `__bool__ should return bool, returned ${typeNameOf(result)}`;
    decref(result);
    result = raise(PyExc_TypeError, message);
  }
  return finishNative(frame, result);
});
const truthOfLengthStep = text("slot_nb_bool_len_step", (frame: Address, result: Owned): Owned => {
  if (result !== 0) {
    const length = checkLength(result);
    result = length < 0 ? 0 : bool(length > 0);
  }
  return finishNative(frame, result);
});
const id_bool = identifier("__bool__");
const id_len = identifier("__len__");
export function slot_nb_bool(self: Borrowed): number {
  if (_PyType_Lookup(typeOf(self), id_bool) !== 0) {
    return asInt(withStep(boolStep, self, () => pushSpecial(self, id_bool)));
  }
  if (_PyType_Lookup(typeOf(self), id_len) === 0) return 1;
  return asInt(withStep(truthOfLengthStep, self, () => pushSpecial(self, id_len)));
}

/** Consumes what __len__ answered: the length, or -1 with an error set. */
function checkLength(result: Owned): number {
  const index = PyNumber_Index(result);
  decref(result);
  if (index === 0) return -1;
  let length = -1;
  if (longSign(index) < 0) raise(PyExc_ValueError, "__len__() should return >= 0");
  else if (fitsSsize(index)) length = ssizeOfLong(index);
  else raise(PyExc_OverflowError, "cannot fit 'int' into an index-sized integer");
  decref(index);
  return length;
}
const lengthStep = text("slot_sq_length_step", (frame: Address, result: Owned): Owned => {
  if (result !== 0) {
    const length = checkLength(result);
    result = length < 0 ? 0 : longOfSsize(length);
  }
  return finishNative(frame, result);
});
export function slot_sq_length(self: Borrowed): number {
  return asLength(withStep(lengthStep, self, () => pushSpecial(self, id_len)));
}
function asLength(result: number): number {
  if (result === PUSHED) return PUSHED;
  if (result === 0) return -1;
  const length = ssizeOfLong(result);
  decref(result);
  return length;
}

const id_hash = identifier("__hash__");
/** Hashing settles: dicts and sets nest anyway. */
export function slot_tp_hash(self: Borrowed): number {
  const found = _PyType_Lookup(typeOf(self), id_hash);
  if (found === 0 || found === Py_None) return PyObject_HashNotImplemented(self);
  const base = currentFrame();
  const result = settle(base, pushSpecial(self, id_hash));
  if (result === 0) return -1;
  if (!isInt(result)) {
    decref(result);
    return raiseInt(PyExc_TypeError, "__hash__ method should return an integer");
  }
  // Unlike the hash of an int, it is taken as it is where it fits.
  if (fitsSsize(result)) {
    const hash = wordsOfLong(result);
    hashAnswer(hash, wordsHigh());
  } else longHash(result);
  decref(result);
  return 0;
}

// -- call, attributes, descriptors, construction ------------------------------------------------------------------------

const id_call = identifier("__call__");
export function slot_tp_call(self: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  const method = _PyObject_LookupSpecial(self, id_call);
  if (method === 0) {
    return PyErr_Occurred() ? 0 : raise(PyExc_TypeError, `'${typeNameOf(self)}' object is not callable`);
  }
  const result = pushCall(method, args, kwargs);
  decref(method);
  return result;
}

const id_getattribute = identifier("__getattribute__");
const id_getattr = identifier("__getattr__");
const getattrStep = text("slot_tp_getattr_hook_step", (frame: Address, result: Owned): Owned => {
  if (result !== 0) return finishNative(frame, result);
  if (PyErr_Occurred() !== 0) {
    if (!PyErr_ExceptionMatches(PyExc_AttributeError)) return finishNative(frame, 0);
    PyErr_Clear();
  }
  const self = takeNativeLocal(frame, 0);
  const name = takeNativeLocal(frame, 1);
  finishNative(frame, 0);
  result = askNamed(self, id_getattr, name);
  decref(self);
  decref(name);
  return result;
});

/** An AttributeError of a method of the class is told the name, as PyObject_GetAttr does. */
const namedStep = text("PyObject_GetAttr.named", (frame: Address, result: Owned): Owned => {
  if (result === 0) nameTheAttributeError(nativeLocal(frame, 0), nativeLocal(frame, 1));
  return finishNative(frame, result);
});

/** Calls __getattr__ or __getattribute__. */
function askNamed(self: Borrowed, method: Borrowed, name: Borrowed): Owned {
  const frame = pushNative(namedStep, 2);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(self));
  setNativeLocal(frame, 1, newRef(name));
  const result = pushSpecial(self, method, name);
  return result === PUSHED ? PUSHED : textFunction(namedStep)(frame, result);
}

const isGenericGetattribute = (o: Borrowed): boolean =>
  typeOf(o) === PyWrapperDescr_Type && ptr(o + PyWrapperDescrObject.d_wrapped) === genericGetAttr;

/** Whether the type's own attribute has a __get__ that may call Python: any but a function's. */
function mayPush(type: Borrowed, name: Borrowed): boolean {
  const descriptor = _PyType_Lookup(type, name);
  if (descriptor === 0 || typeOf(descriptor) === PyFunction_Type) return false;
  return ptr(typeOf(descriptor) + PyTypeObject.tp_descr_get) !== 0;
}

/** __getattribute__, and __getattr__ when it raised AttributeError. */
export function slot_tp_getattr_hook(self: Borrowed, name: Borrowed): Owned {
  const type = typeOf(self);
  if (_PyType_Lookup(type, id_getattr) === 0) return slot_tp_getattro(self, name);
  const isGeneric = isUnicode(name) && isGenericGetattribute(_PyType_Lookup(type, id_getattribute));
  if (isGeneric && !mayPush(type, name)) {
    const found = genericGet(self, name, true);
    if (found !== 0) return found;
    if (PyErr_Occurred() !== 0) {
      if (!PyErr_ExceptionMatches(PyExc_AttributeError)) return 0;
      PyErr_Clear();
    }
    return askNamed(self, id_getattr, name);
  }
  const frame = pushNative(getattrStep, 2);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, 0, newRef(self));
  setNativeLocal(frame, 1, newRef(name));
  const result = isGeneric ? genericGet(self, name, true) : slot_tp_getattro(self, name);
  return result === PUSHED ? PUSHED : textFunction(getattrStep)(frame, result);
}

export function slot_tp_getattro(self: Borrowed, name: Borrowed): Owned {
  return askNamed(self, id_getattribute, name);
}

const id_setattr = identifier("__setattr__");
const id_delattr = identifier("__delattr__");
const noneStep = text("slot_none_step", (frame: Address, result: Owned): Owned => {
  if (result !== 0) {
    decref(result);
    result = Py_None;
  }
  return finishNative(frame, result);
});
export function slot_tp_setattro(self: Borrowed, name: Borrowed, value: Borrowed): number {
  return asInt(
    withStep(noneStep, self, () =>
      value === 0 ? pushSpecial(self, id_delattr, name) : pushSpecial(self, id_setattr, name, value),
    ),
  );
}

const id_get = identifier("__get__");
export function slot_tp_descr_get(self: Borrowed, instance: Borrowed, type: Borrowed): Owned {
  const result = pushSpecialOr(-1, self, id_get, instance === 0 ? Py_None : instance, type === 0 ? Py_None : type);
  return result === -1 ? newRef(self) : result;
}
const id_set = identifier("__set__");
const id_delete = identifier("__delete__");
export function slot_tp_descr_set(self: Borrowed, instance: Borrowed, value: Borrowed): number {
  return asInt(
    withStep(noneStep, self, () =>
      value === 0 ? pushSpecial(self, id_delete, instance) : pushSpecial(self, id_set, instance, value),
    ),
  );
}

const id_init = identifier("__init__");
const initStep = text("slot_tp_init_step", (frame: Address, result: Owned): Owned => {
  if (result !== 0 && result !== Py_None) {
    const message = `__init__() should return None, not '${typeNameOf(result)}'`;
    decref(result);
    result = raise(PyExc_TypeError, message);
  }
  return finishNative(frame, result);
});
export function slot_tp_init(self: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  return asInt(
    withStep(initStep, self, () => {
      const method = _PyObject_LookupSpecial(self, id_init);
      if (method === 0) {
        return PyErr_Occurred()
          ? 0
          : raise(PyExc_AttributeError, `'${typeNameOf(self)}' object has no attribute '__init__'`);
      }
      const result = pushCall(method, args, kwargs);
      decref(method);
      return result;
    }),
  );
}

const id_new = identifier("__new__");
export function slot_tp_new(type: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  const base = currentFrame();
  const method = settle(base, pushGetAttr(type, id_new));
  if (method === 0) return 0;
  const result = pushCallPrependTuple(method, type, args, kwargs);
  decref(method);
  return result;
}

const id_del = identifier("__del__");
/** __del__: runs nested, keeps the pending error, reports one of its own as unraisable. */
export function slot_tp_finalize(self: Borrowed): void {
  const pending = PyErr_GetRaisedException();
  const base = currentFrame();
  const method = _PyObject_LookupSpecial(self, id_del);
  if (method !== 0) {
    const result = settle(base, pushVectorcall(method, 0, 0, 0));
    // The function is named, not the method that was bound for the call.
    if (result === 0)
      PyErr_WriteUnraisable(typeOf(method) === PyMethod_Type ? ptr(method + PyMethodObject.im_func) : method);
    else decref(result);
    decref(method);
  } else if (PyErr_Occurred()) PyErr_Clear();
  if (pending !== 0) PyErr_SetRaisedException(pending);
}

type WriteUnraisable = (o: Borrowed, message: string | null) => void;
let writeUnraisable: WriteUnraisable = () => PyErr_Clear();
/** PyErr_WriteUnraisable, registered by the module that can print. */
export function setWriteUnraisable(write: WriteUnraisable): void {
  writeUnraisable = write;
}
export function PyErr_WriteUnraisable(o: Borrowed): void {
  writeUnraisable(o, null);
}

/** PyErr_FormatUnraisable: the message goes before the error; null: it could not be made. */
export function PyErr_FormatUnraisable(message: string | null): void {
  writeUnraisable(0, message);
}

// -- iteration, comparison, items ---------------------------------------------------------------------------------------

const id_iter = identifier("__iter__");
const id_getitem = identifier("__getitem__");
export function slot_tp_iter(self: Borrowed): Owned {
  const found = _PyType_Lookup(typeOf(self), id_iter);
  if (found === Py_None) return raise(PyExc_TypeError, `'${typeNameOf(self)}' object is not iterable`);
  if (found !== 0) return withStep(iterStep, self, () => pushSpecial(self, id_iter));
  if (_PyType_Lookup(typeOf(self), id_getitem) === 0) {
    return raise(PyExc_TypeError, `'${typeNameOf(self)}' object is not iterable`);
  }
  return PySeqIter_New(self);
}
const iterStep = text("slot_tp_iter_step", (frame: Address, result: Owned): Owned => {
  if (result !== 0 && !isIterator(result)) {
    const message = `iter() returned non-iterator of type '${typeNameOf(result)}'`;
    decref(result);
    result = raise(PyExc_TypeError, message);
  }
  return finishNative(frame, result);
});

export const slot_tp_iternext = unary("__next__");

const COMPARISONS = ["__lt__", "__le__", "__eq__", "__ne__", "__gt__", "__ge__"].map((name) => identifier(name));
export function slot_tp_richcompare(self: Borrowed, other: Borrowed, op: number): Owned {
  const found = _PyType_Lookup(typeOf(self), COMPARISONS[op]);
  if (found === 0) return Py_NotImplemented;
  if (typeFlags(typeOf(found)) & Py_TPFLAGS_METHOD_DESCRIPTOR) return pushSpecial(self, COMPARISONS[op], other);
  // Whatever goes wrong while it is bound means that there is no such method.
  const method = _PyObject_LookupSpecial(self, COMPARISONS[op]);
  if (method === 0) {
    PyErr_Clear();
    return Py_NotImplemented;
  }
  const result = pushCallOneArg(method, other);
  decref(method);
  return result;
}

export const id_contains = identifier("__contains__");
const containsStep = text("slot_sq_contains_step", (frame: Address, result: Owned): Owned => {
  if (result !== 0 && result !== Py_True && result !== Py_False) {
    // The truth of an odd answer is asked for in a nested loop.
    const truth = truthOf(result);
    decref(result);
    result = truth < 0 ? 0 : bool(truth > 0);
  }
  return finishNative(frame, result);
});
export function slot_sq_contains(self: Borrowed, value: Borrowed): number {
  const found = _PyType_Lookup(typeOf(self), id_contains);
  if (found === Py_None) return raiseInt(PyExc_TypeError, `'${typeNameOf(self)}' object is not a container`);
  if (found !== 0) return asInt(withStep(containsStep, self, () => pushSpecial(self, id_contains, value)));
  return searchByIteration(self, value);
}
function searchByIteration(o: Borrowed, key: Borrowed): number {
  const iterator = PyObject_GetIter(o);
  if (iterator === 0) return -1;
  let answer = 0;
  for (;;) {
    const item = PyIter_Next(iterator);
    if (item === 0) {
      if (PyErr_Occurred() !== 0) answer = -1;
      break;
    }
    answer = PyObject_RichCompareBool(item, key, Py_EQ);
    decref(item);
    if (answer !== 0) break;
  }
  decref(iterator);
  return answer;
}

export function slot_mp_subscript(self: Borrowed, key: Borrowed): Owned {
  return pushSpecial(self, id_getitem, key);
}
const id_setitem = identifier("__setitem__");
const id_delitem = identifier("__delitem__");
export function slot_mp_ass_subscript(self: Borrowed, key: Borrowed, value: Borrowed): number {
  return asInt(
    withStep(noneStep, self, () =>
      value === 0 ? pushSpecial(self, id_delitem, key) : pushSpecial(self, id_setitem, key, value),
    ),
  );
}
export function slot_sq_item(self: Borrowed, index: number): Owned {
  const key = longOfSsize(index);
  if (key === 0) return PyErr_NoMemory();
  const result = pushSpecial(self, id_getitem, key);
  decref(key);
  return result;
}
export function slot_sq_ass_item(self: Borrowed, index: number, value: Borrowed): number {
  const key = longOfSsize(index);
  if (key === 0) {
    PyErr_NoMemory();
    return -1;
  }
  const status = slot_mp_ass_subscript(self, key, value);
  decref(key);
  return status;
}

// -- numbers ------------------------------------------------------------------------------------------------------------

/** Text addresses of the binary slot functions by slot offset: type_slots.ts fills it in. */
export const functionAt = new Map<number, Address>();

/** Asks one operand's method after the other's said NotImplemented: the frame holds both operands. */
function secondTry(name: string, ask: (left: Borrowed, right: Borrowed) => Owned): Address {
  return text(name, (frame: Address, result: Owned): Owned => {
    if (result !== Py_NotImplemented) return finishNative(frame, result);
    const left = takeNativeLocal(frame, 0);
    const right = takeNativeLocal(frame, 1);
    finishNative(frame, 0);
    const answer = ask(left, right);
    decref(left);
    decref(right);
    return answer;
  });
}

/**
 * A binary slot: self.__op__(other) when self's class has this very slot function, then other.__rop__(self).
 * binary.ts calls it with the operands in their order; here it is decided whose method it is.
 */
export function binarySlot(
  slotOffset: number,
  name: string,
  reflected: string,
): (left: Borrowed, right: Borrowed) => Owned {
  const id = identifier(name);
  const rid = identifier(reflected);
  const own = (o: Borrowed): boolean => {
    const numbers = ptr(typeOf(o) + PyTypeObject.tp_as_number);
    return numbers !== 0 && functionAt.get(slotOffset) === ptr(numbers + slotOffset);
  };
  const askLeft = (left: Borrowed, right: Borrowed): Owned => {
    const answer = pushSpecialOr(-1, left, id, right);
    return answer === -1 ? Py_NotImplemented : answer;
  };
  const askRight = (left: Borrowed, right: Borrowed): Owned => {
    const answer = pushSpecialOr(-1, right, rid, left);
    return answer === -1 ? Py_NotImplemented : answer;
  };
  const thenRight = secondTry(`slot_${name}_then_right`, askRight);
  const thenLeft = secondTry(`slot_${name}_then_left`, askLeft);
  const tryBoth = (left: Borrowed, right: Borrowed, ask: typeof askLeft, step: Address): Owned => {
    const frame = pushNative(step, 2);
    if (frame === 0) return PyErr_NoMemory();
    setNativeLocal(frame, 0, newRef(left));
    setNativeLocal(frame, 1, newRef(right));
    const answer = ask(left, right);
    return answer === PUSHED ? PUSHED : textFunction(step)(frame, answer);
  };
  return (left, right) => {
    const doOther = typeOf(left) !== typeOf(right) && own(right);
    if (!own(left)) return doOther ? askRight(left, right) : Py_NotImplemented;
    if (!doOther) return askLeft(left, right);
    if (isSubtype(typeOf(right), typeOf(left)) && overrides(left, right, rid)) {
      return tryBoth(left, right, askRight, thenLeft);
    }
    return tryBoth(left, right, askLeft, thenRight);
  };
}

/** Whether the right operand's class has its own version of the reflected method. */
function overrides(left: Borrowed, right: Borrowed, reflected: Borrowed): boolean {
  const b = _PyType_Lookup(typeOf(right), reflected);
  return b !== 0 && _PyType_Lookup(typeOf(left), reflected) !== b;
}

/** An operator with one operand, or an in-place one, whose method is only self's. */
export function plainSlot(name: string): (self: Borrowed, other: Borrowed) => Owned {
  const id = identifier(name);
  return (self, other) => {
    const answer = pushSpecialOr(-1, self, id, other);
    return answer === -1 ? Py_NotImplemented : answer;
  };
}
export { unary as unarySlot };

const indexStep = text("slot_nb_index_step", (frame: Address, result: Owned): Owned => finishNative(frame, result));
const id_index = identifier("__index__");
export function slot_nb_index(self: Borrowed): Owned {
  return withStep(indexStep, self, () => pushSpecial(self, id_index));
}

const id_pow = identifier("__pow__");
/** pow with a third argument asks only self's class. */
export function ternaryPower(two: (left: Borrowed, right: Borrowed) => Owned) {
  return (left: Borrowed, right: Borrowed, modulus: Borrowed): Owned => {
    if (modulus === Py_None) return two(left, right);
    const numbers = ptr(typeOf(left) + PyTypeObject.tp_as_number);
    if (numbers !== 0 && ptr(numbers + PyNumberMethods.nb_power) === functionAt.get(PyNumberMethods.nb_power)) {
      return pushSpecial(left, id_pow, right, modulus);
    }
    return Py_NotImplemented;
  };
}
