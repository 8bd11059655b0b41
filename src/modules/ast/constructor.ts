// AST.__init__: arguments to fields, and what becomes of the fields that were not given.
import type { Borrowed, Owned } from "../../memory/memory.ts";
import {
  PyObject_GetAttr,
  PyObject_GetOptionalAttr,
  PyObject_Repr,
  PyObject_SetAttr,
  PyObject_Size,
  PySequence_Contains,
  PySequence_GetItem,
} from "../../objects/abstract.ts";
import { nextKey, nextValue, PyDict_GetItemWithError, PyDict_Next } from "../../objects/dict_core.ts";
import { PyErr_Occurred, raise, raiseInt, typeName } from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { PyList_New } from "../../objects/list_core.ts";
import { decref, newRef, sizeOf, typeOf, xdecref } from "../../objects/object.ts";
import { PySet_Discard, setNext, setNextKey } from "../../objects/set_core.ts";
import { PySet_New } from "../../objects/set_operations.ts";
import { PyTuple_GET_ITEM } from "../../objects/tuple_core.ts";
import { shortName } from "../../objects/type_names.ts";
import { _PyUnion_Type, Py_GenericAliasType, PyExc_DeprecationWarning, PyExc_TypeError } from "../../objects/types.ts";
import { textOf } from "../../objects/unicode_core.ts";
import { PyErr_WarnEx } from "../../objects/warn.ts";
import { classOf, member, singletonOf } from "./state.ts";

const id_field_types = identifier("_field_types");
const FUTURE_ERROR = "This will become an error in Python 3.15.";

function deprecated(message: string): number {
  return PyErr_WarnEx(PyExc_DeprecationWarning, message, 1);
}

/** Sets the fields that are given by position. 0, or -1 with an error set. */
function setPositional(self: Borrowed, args: Borrowed, fields: Borrowed, remaining: Borrowed): number {
  const fieldCount = PyObject_Size(fields);
  if (fieldCount < 0) return -1;
  if (fieldCount < sizeOf(args)) {
    const limit = `${fieldCount} positional argument${fieldCount === 1 ? "" : "s"}`;
    return raiseInt(PyExc_TypeError, `${shortName(typeOf(self))} constructor takes at most ${limit}`);
  }
  for (let i = 0; i < sizeOf(args); i++) {
    const name = PySequence_GetItem(fields, i);
    if (name === 0) return -1;
    let status = PyObject_SetAttr(self, name, PyTuple_GET_ITEM(args, i));
    if (PySet_Discard(remaining, name) < 0) status = -1;
    decref(name);
    if (status < 0) return -1;
  }
  return 0;
}

/** Whether a keyword names a field, or an attribute; a warning where it does neither. -1 with an error set. */
function checkKeyword(self: Borrowed, key: Borrowed, fields: Borrowed, remaining: Borrowed): number {
  const isField = PySequence_Contains(fields, key);
  if (isField < 0) return -1;
  const type = typeOf(self);
  if (isField > 0) {
    const discarded = PySet_Discard(remaining, key);
    if (discarded !== 0) return discarded < 0 ? -1 : 0;
    const shown = PyObject_Repr(key);
    if (shown === 0) return -1;
    raise(PyExc_TypeError, `${typeName(type)} got multiple values for argument ${textOf(shown)}`);
    decref(shown);
    return -1;
  }
  const attributes = PyObject_GetAttr(type, member("_attributes"));
  if (attributes === 0) return -1;
  const isAttribute = PySequence_Contains(attributes, key);
  decref(attributes);
  if (isAttribute !== 0) return isAttribute < 0 ? -1 : 0;
  return deprecated(
    `${typeName(type)}.__init__ got an unexpected keyword argument '${textOf(key)}'. ` +
      "Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.",
  );
}

function setKeywords(self: Borrowed, keywords: Borrowed, fields: Borrowed, remaining: Borrowed): number {
  for (let at = PyDict_Next(keywords, 0); at > 0; at = PyDict_Next(keywords, at)) {
    const key = newRef(nextKey());
    const value = newRef(nextValue());
    let status = checkKeyword(self, key, fields, remaining);
    if (status >= 0) status = PyObject_SetAttr(self, key, value);
    decref(key);
    decref(value);
    if (status < 0) return -1;
  }
  return 0;
}

/** What a field that was not given is: nothing (the class says None), an empty list, Load(), or a warning. */
function setMissing(self: Borrowed, name: Borrowed, type: Borrowed): number {
  if (type === 0) {
    if (PyErr_Occurred() !== 0) return -1;
    const which = `Field '${textOf(name)}' is missing from ${typeName(typeOf(self))}._field_types`;
    return deprecated(`${which}. ${FUTURE_ERROR}`);
  }
  if (typeOf(type) === _PyUnion_Type) return 0;
  if (typeOf(type) === Py_GenericAliasType) {
    const empty = PyList_New(0);
    const status = empty === 0 ? -1 : PyObject_SetAttr(self, name, empty);
    xdecref(empty);
    return status;
  }
  if (type === classOf("expr_context")) return PyObject_SetAttr(self, name, singletonOf("Load"));
  const what = `${typeName(typeOf(self))}.__init__ missing 1 required positional argument: '${textOf(name)}'`;
  return deprecated(`${what}. ${FUTURE_ERROR}`);
}

function setRemaining(self: Borrowed, remaining: Borrowed): number {
  const names: Owned[] = [];
  for (let slot = setNext(remaining, 0); slot > 0; slot = setNext(remaining, slot)) names.push(newRef(setNextKey()));
  const types = names.length === 0 ? 0 : PyObject_GetOptionalAttr(typeOf(self), id_field_types);
  let status = types === 0 && PyErr_Occurred() !== 0 ? -1 : 0;
  for (const name of names) {
    if (status >= 0 && types !== 0) status = setMissing(self, name, PyDict_GetItemWithError(types, name));
    decref(name);
  }
  xdecref(types);
  return status;
}

/** tp_init of AST: 0, or -1 with an error set. */
export function ast_type_init(self: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const fields = PyObject_GetAttr(typeOf(self), member("_fields"));
  if (fields === 0) return -1;
  const remaining = PySet_New(fields);
  let status = remaining === 0 ? -1 : setPositional(self, args, fields, remaining);
  if (status >= 0 && keywords !== 0) status = setKeywords(self, keywords, fields, remaining);
  if (status >= 0) status = setRemaining(self, remaining);
  decref(fields);
  xdecref(remaining);
  return status;
}
