// Names of locals, globals and builtins: look-ups that LOAD_NAME and its kin make, and their errors.

import { THREAD } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, u8 } from "../memory/memory.ts";
import { _PyInterpreterFrame, PyCellObject, PyCodeObject } from "../memory/structs/code.ts";
import { PyTupleObject } from "../memory/structs/containers.ts";
import { PyNameErrorObject } from "../memory/structs/exceptions.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { PyObject_GetItem, PyObject_SetItem } from "../objects/abstract.ts";
import {
  _PyDict_LoadGlobal,
  PyDict_CheckExact,
  PyDict_DelItem,
  PyDict_GetItemRef,
  PyDict_SetItem,
} from "../objects/dict_core.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_Occurred, raise, raiseInt } from "../objects/errors.ts";
import { newRef, replaceSlot, typeOf } from "../objects/object.ts";
import {
  PyDict_Type,
  PyExc_KeyError,
  PyExc_NameError,
  PyExc_SystemError,
  PyExc_UnboundLocalError,
} from "../objects/types.ts";
import { textOf, textUpTo } from "../objects/unicode_core.ts";
import { frameCode, LOCALSPLUS } from "./frame.ts";

const CO_FAST_FREE = 0x80;

function localName(frame: number, index: number): Borrowed {
  return ptr(ptr(frameCode(frame) + PyCodeObject.co_localsplusnames) + PyTupleObject.ob_item + index * 8);
}

/** A name of the frame's code, by its index: borrowed. @expand */
export function nameAt(frame: Address, index: number): Borrowed {
  return ptr(
    ptr(ptr(frame + _PyInterpreterFrame.f_executable) + PyCodeObject.co_names) + PyTupleObject.ob_item + index * 8,
  );
}

/** NameError with its name attribute. Answers 0. */
export function raiseNameError(name: Borrowed): 0 {
  raise(PyExc_NameError, `name '${textUpTo(name, 200)}' is not defined`);
  nameTheError(name);
  return 0;
}

function nameTheError(name: Borrowed): void {
  const exception = ptr(THREAD + PyThreadState.current_exception);
  if (exception !== 0 && typeOf(exception) === PyExc_NameError) {
    replaceSlot(exception + PyNameErrorObject.name, newRef(name));
  }
}

export function raiseUnboundLocal(frame: number, index: number): void {
  raise(
    PyExc_UnboundLocalError,
    `cannot access local variable '${textOf(localName(frame, index))}' where it is not associated with a value`,
  );
}

export function raiseUnboundDeref(frame: number, index: number): void {
  const kinds = ptr(frameCode(frame) + PyCodeObject.co_localspluskinds);
  if ((u8(kinds + PyBytesObject.ob_sval + index) & CO_FAST_FREE) === 0) {
    raiseUnboundLocal(frame, index);
    return;
  }
  const name = localName(frame, index);
  raise(
    PyExc_NameError,
    `cannot access free variable '${textOf(name)}' where it is not associated with a value in enclosing scope`,
  );
  nameTheError(name);
}

/** A name in the globals, then the builtins: Owned, or 0 with an error set. */
export function loadBuiltinName(globals: Borrowed, builtins: Borrowed, name: Borrowed): Owned {
  if (PyDict_CheckExact(globals) && PyDict_CheckExact(builtins)) {
    const value = _PyDict_LoadGlobal(globals, builtins, name);
    if (value === 0 && PyErr_Occurred() === 0) return raiseNameError(name);
    return value;
  }
  const value = lookUp(globals, name);
  if (value !== 0 || PyErr_Occurred() !== 0) return value;
  const builtin = lookUp(builtins, name);
  if (builtin === 0 && PyErr_Occurred() === 0) return raiseNameError(name);
  return builtin;
}

/** PyMapping_GetOptionalItem: 0 without an error when there is no such key. */
export function lookUp(mapping: Borrowed, name: Borrowed): Owned {
  if (PyDict_CheckExact(mapping)) return PyDict_GetItemRef(mapping, name);
  const value = PyObject_GetItem(mapping, name);
  if (value === 0 && PyErr_ExceptionMatches(PyExc_KeyError)) PyErr_Clear();
  return value;
}

export function loadName(frame: number, index: number): Owned {
  const name = nameAt(frame, index);
  const locals = ptr(frame + _PyInterpreterFrame.f_locals);
  if (locals === 0) return raise(PyExc_SystemError, `no locals when loading '${textOf(name)}'`);
  const value = lookUp(locals, name);
  if (value !== 0 || PyErr_Occurred() !== 0) return value;
  return loadBuiltinName(ptr(frame + _PyInterpreterFrame.f_globals), ptr(frame + _PyInterpreterFrame.f_builtins), name);
}

/** From a class body's namespace first; index −1−n means the cell n behind it, else the global names[n]. */
export function loadFromDictOrGlobals(frame: number, dict: Borrowed, index: number): Owned {
  if (index < 0) {
    const local = -1 - index;
    const name = localName(frame, local);
    const value = lookUp(dict, name);
    if (value !== 0 || PyErr_Occurred() !== 0) return value;
    const content = ptr(ptr(frame + LOCALSPLUS + local * 8) + PyCellObject.ob_ref);
    if (content !== 0) return newRef(content);
    raiseUnboundDeref(frame, local);
    return 0;
  }
  const name = nameAt(frame, index);
  const value = lookUp(dict, name);
  if (value !== 0 || PyErr_Occurred() !== 0) return value;
  return loadBuiltinName(ptr(frame + _PyInterpreterFrame.f_globals), ptr(frame + _PyInterpreterFrame.f_builtins), name);
}

export function storeName(frame: number, index: number, value: Borrowed): number {
  const name = nameAt(frame, index);
  const locals = ptr(frame + _PyInterpreterFrame.f_locals);
  if (locals === 0) return raiseInt(PyExc_SystemError, `no locals found when storing '${textOf(name)}'`);
  if (typeOf(locals) === PyDict_Type) return PyDict_SetItem(locals, name, value);
  return PyObject_SetItem(locals, name, value);
}

export function deleteName(frame: number, index: number): number {
  const name = nameAt(frame, index);
  const locals = ptr(frame + _PyInterpreterFrame.f_locals);
  if (locals === 0) return raiseInt(PyExc_SystemError, `no locals when deleting '${textOf(name)}'`);
  const status = PyObject_SetItem(locals, name, 0);
  if (status < 0 && PyErr_ExceptionMatches(PyExc_KeyError)) {
    PyErr_Clear();
    raiseNameError(name);
  }
  return status;
}

export function storeGlobal(frame: number, index: number, value: Borrowed): number {
  return PyDict_SetItem(ptr(frame + _PyInterpreterFrame.f_globals), nameAt(frame, index), value);
}

export function deleteGlobal(frame: number, index: number): number {
  const name = nameAt(frame, index);
  const status = PyDict_DelItem(ptr(frame + _PyInterpreterFrame.f_globals), name);
  if (status < 0 && PyErr_ExceptionMatches(PyExc_KeyError)) {
    PyErr_Clear();
    raiseNameError(name);
  }
  return status;
}
