// Dict displays and calls with ** : {**a}, f(**a), {"k": v}.
import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyBaseExceptionObject } from "../memory/structs/exceptions.ts";
import { PyObject_Str } from "../objects/abstract.ts";
import { PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import { _PyDict_MergeEx, PyDict_Update } from "../objects/dict_merge.ts";
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_GetRaisedException,
  PyErr_SetRaisedException,
  raise,
  raiseInt,
  typeNameOf,
} from "../objects/errors.ts";
import { decref, isTuple, sizeOf } from "../objects/object.ts";
import { PyTuple_GET_ITEM } from "../objects/tuple_core.ts";
import { PyExc_AttributeError, PyExc_KeyError, PyExc_TypeError } from "../objects/types.ts";
import { textOf } from "../objects/unicode_core.ts";
import { functionText } from "./function_text.ts";

/** BUILD_CONST_KEY_MAP: count values at row, then the tuple of keys. */
export function buildConstKeyMap(row: Address, count: number): Owned {
  const keys = ptr(row + count * 8);
  const dict = PyDict_New();
  if (dict === 0) return 0;
  for (let i = 0; i < count; i++) {
    if (PyDict_SetItem(dict, PyTuple_GET_ITEM(keys, i), ptr(row + i * 8)) < 0) {
      decref(dict);
      return 0;
    }
  }
  return dict;
}

/** DICT_UPDATE. 0, or -1. */
export function dictUpdateDisplay(dict: Borrowed, update: Borrowed): number {
  const status = PyDict_Update(dict, update);
  if (status < 0 && PyErr_ExceptionMatches(PyExc_AttributeError)) {
    PyErr_Clear();
    return raiseInt(PyExc_TypeError, `'${typeNameOf(update)}' object is not a mapping`);
  }
  return status;
}

/** DICT_MERGE: keywords of a call; a name given twice is an error. 0, or -1. */
export function dictMergeKeywords(callable: Borrowed, dict: Borrowed, update: Borrowed): number {
  if (_PyDict_MergeEx(dict, update, 2) >= 0) return 0;
  if (PyErr_ExceptionMatches(PyExc_AttributeError)) {
    PyErr_Clear();
    return raiseInt(
      PyExc_TypeError,
      `${functionText(callable)} argument after ** must be a mapping, not ${typeNameOf(update)}`,
    );
  }
  if (PyErr_ExceptionMatches(PyExc_KeyError)) {
    const exception = PyErr_GetRaisedException();
    const args = ptr(exception + PyBaseExceptionObject.args);
    if (args !== 0 && isTuple(args) && sizeOf(args) === 1) {
      const key = PyObject_Str(PyTuple_GET_ITEM(args, 0));
      if (key !== 0) {
        raise(PyExc_TypeError, `${functionText(callable)} got multiple values for keyword argument '${textOf(key)}'`);
        decref(key);
      }
      decref(exception);
    } else PyErr_SetRaisedException(exception);
  }
  return -1;
}
