// What generic aliases and unions share: the type variables in a row of arguments, their substitution, and how an
// argument is shown.
//
// Type variables are Python objects known by their methods: __typing_subst__ answers what stands for the variable,
// __typing_prepare_subst__ arranges the arguments first, __parameters__ is the variables of what is generic itself.
import { type Borrowed, type Owned, ptr, u8 } from "../memory/memory.ts";
import { gaobject } from "../memory/structs/descriptors.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import {
  PyObject_GetItem,
  PyObject_GetOptionalAttr,
  PyObject_IsTrue,
  PyObject_Repr,
  PyObject_Str,
} from "./abstract.ts";
import { PyObject_CallOneArg, PyObject_CallTwoArgs } from "./call.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PyList_Append, PyList_AsTuple, PyList_GET_ITEM, PyList_GET_SIZE, PyList_New } from "./list_core.ts";
import { decref, isInstanceOf, isList, isTuple, isType, isUnicode, newRef, sizeOf, typeOf } from "./object.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "./tuple_core.ts";
import { Py_Ellipsis, Py_GenericAliasType, Py_None, PyExc_TypeError, PyTuple_Type } from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";

const id_args = identifier("__args__");
const id_module = identifier("__module__");
const id_origin = identifier("__origin__");
const id_parameters = identifier("__parameters__");
const id_prepare = identifier("__typing_prepare_subst__");
const id_qualname = identifier("__qualname__");
const id_subst = identifier("__typing_subst__");
const id_unpacked_args = identifier("__typing_unpacked_tuple_args__");
const id_unpacked_variables = identifier("__typing_is_unpacked_typevartuple__");

// -- text --------------------------------------------------------------------------------------------------------------

/** How an argument is shown: int, collections.deque, list[int], …; null with an error set. */
export function shownArgument(o: Borrowed): string | null {
  if (o === Py_Ellipsis) return "...";
  const origin = PyObject_GetOptionalAttr(o, id_origin);
  if (origin === 0 && PyErr_Occurred()) return null;
  if (origin !== 0) {
    decref(origin);
    const args = PyObject_GetOptionalAttr(o, id_args);
    if (args === 0 && PyErr_Occurred()) return null;
    if (args !== 0) {
      decref(args);
      return shownBy(o, PyObject_Repr);
    }
  }
  const qualname = PyObject_GetOptionalAttr(o, id_qualname);
  if (qualname === 0) return PyErr_Occurred() ? null : shownBy(o, PyObject_Repr);
  const module = PyObject_GetOptionalAttr(o, id_module);
  let shown: string | null = null;
  if (module === 0 || module === Py_None) {
    if (module !== 0 || !PyErr_Occurred()) shown = shownBy(o, PyObject_Repr);
  } else {
    shown = shownBy(qualname, PyObject_Str);
    const where = shown === null ? null : shownBy(module, PyObject_Str);
    if (where === null) shown = null;
    else if (!isUnicode(module) || where !== "builtins") shown = `${where}.${shown}`;
  }
  decref(qualname);
  if (module !== 0) decref(module);
  return shown;
}

function shownBy(o: Borrowed, convert: (o: Borrowed) => Owned): string | null {
  const text = convert(o);
  if (text === 0) return null;
  const shown = textOf(text);
  decref(text);
  return shown;
}

/** A str from a text of ours. */
export function newText(text: string): Owned {
  return PyUnicode_FromString(text) || PyErr_NoMemory();
}

// -- type variables ----------------------------------------------------------------------------------------------------

/** Adds an item unless the list holds that very object. 0, or -1 with an error set. */
function addOnce(list: Borrowed, item: Borrowed): number {
  for (let i = 0; i < PyList_GET_SIZE(list); i++) if (PyList_GET_ITEM(list, i) === item) return 0;
  return PyList_Append(list, item);
}

/** The items of a list as a tuple: takes the list. 0 stays 0. */
function tupleOf(list: Owned): Owned {
  if (list === 0) return 0;
  const tuple = PyList_AsTuple(list);
  decref(list);
  return tuple;
}

/** Lets `fill` put items into a list, and answers with them as a tuple; 0 with an error set. */
function collect(fill: (list: Borrowed) => number): Owned {
  const list = PyList_New(0);
  if (list === 0) return 0;
  if (fill(list) >= 0) return tupleOf(list);
  decref(list);
  return 0;
}

function appendAll(list: Borrowed, tuple: Borrowed): number {
  for (let i = 0; i < sizeOf(tuple); i++) if (PyList_Append(list, PyTuple_GET_ITEM(tuple, i)) < 0) return -1;
  return 0;
}

/** _Py_make_parameters: a tuple of the type variables in a tuple of arguments, each once. */
export function makeParameters(args: Borrowed): Owned {
  return collect((list) => {
    for (let i = 0; i < sizeOf(args); i++) {
      const argument = PyTuple_GET_ITEM(args, i);
      // A class's __parameters__ is a descriptor or its own, never those of this use.
      if (isType(argument)) continue;
      const subst = PyObject_GetOptionalAttr(argument, id_subst);
      if (subst !== 0) {
        decref(subst);
        if (addOnce(list, argument) < 0) return -1;
        continue;
      }
      if (PyErr_Occurred()) return -1;
      const inner = PyObject_GetOptionalAttr(argument, id_parameters);
      if (inner === 0 && PyErr_Occurred()) return -1;
      if (inner === 0) continue;
      let status = 0;
      if (isTuple(inner)) {
        for (let j = 0; j < sizeOf(inner) && status === 0; j++) status = addOnce(list, PyTuple_GET_ITEM(inner, j));
      }
      decref(inner);
      if (status < 0) return -1;
    }
    return 0;
  });
}

/** The arguments of an unpacked tuple such as *tuple[int, str]: Owned, or 0 with or without an error. */
function unpackedTupleArguments(o: Borrowed): Owned {
  if (
    isInstanceOf(o, Py_GenericAliasType) &&
    u8(o + gaobject.starred) !== 0 &&
    ptr(o + gaobject.origin) === PyTuple_Type
  ) {
    return newRef(ptr(o + gaobject.args));
  }
  const result = PyObject_GetOptionalAttr(o, id_unpacked_args);
  return result === Py_None ? 0 : result;
}

/** Unpacks what is starred in a subscript. */
function unpackArguments(item: Borrowed): Owned {
  return collect((list) => {
    const count = isTuple(item) ? sizeOf(item) : 1;
    for (let i = 0; i < count; i++) {
      const one = isTuple(item) ? PyTuple_GET_ITEM(item, i) : item;
      if (!isType(one)) {
        const inner = unpackedTupleArguments(one);
        if (inner === 0 && PyErr_Occurred()) return -1;
        if (inner !== 0) {
          const size = isTuple(inner) ? sizeOf(inner) : 0;
          const endless = size > 0 && PyTuple_GET_ITEM(inner, size - 1) === Py_Ellipsis;
          if (isTuple(inner) && !endless) {
            const status = appendAll(list, inner);
            decref(inner);
            if (status < 0) return -1;
            continue;
          }
          decref(inner);
        }
      }
      if (PyList_Append(list, one) < 0) return -1;
    }
    return 0;
  });
}

function indexIn(tuple: Borrowed, o: Borrowed): number {
  for (let i = 0; i < sizeOf(tuple); i++) if (PyTuple_GET_ITEM(tuple, i) === o) return i;
  return -1;
}

/** Substitutes in an argument that is generic itself, such as list[T]: Owned. */
function substituteInside(o: Borrowed, parameters: Borrowed, items: Borrowed): Owned {
  const own = PyObject_GetOptionalAttr(o, id_parameters);
  if (own === 0) return PyErr_Occurred() ? 0 : newRef(o);
  if (!isTuple(own) || sizeOf(own) === 0) {
    decref(own);
    return newRef(o);
  }
  const subscript = collect((list) => {
    for (let i = 0; i < sizeOf(own); i++) {
      let argument = PyTuple_GET_ITEM(own, i);
      const index = indexIn(parameters, argument);
      if (index >= 0) {
        const parameter = PyTuple_GET_ITEM(parameters, index);
        argument = PyTuple_GET_ITEM(items, index);
        // What can be iterated is a TypeVarTuple: a tuple stands for it, item by item.
        if (ptr(typeOf(parameter) + PyTypeObject.tp_iter) !== 0 && isTuple(argument)) {
          if (appendAll(list, argument) < 0) return -1;
          continue;
        }
      }
      if (PyList_Append(list, argument) < 0) return -1;
    }
    return 0;
  });
  decref(own);
  if (subscript === 0) return 0;
  const result = PyObject_GetItem(o, subscript);
  decref(subscript);
  return result;
}

/** repr(o) for a message. */
function shown(o: Borrowed): string | null {
  return shownBy(o, PyObject_Repr);
}

/** Lets each type variable arrange the arguments. Takes the tuple, answers Owned. */
function prepareArguments(self: Borrowed, parameters: Borrowed, given: Owned): Owned {
  let item = given;
  for (let i = 0; i < sizeOf(parameters) && item !== 0; i++) {
    const prepare = PyObject_GetOptionalAttr(PyTuple_GET_ITEM(parameters, i), id_prepare);
    if (prepare === 0) {
      if (!PyErr_Occurred()) continue;
      decref(item);
      return 0;
    }
    if (prepare !== Py_None) {
      const row = isTuple(item) ? newRef(item) : PyTuple_Pack(item);
      const next = row === 0 ? PyErr_NoMemory() : PyObject_CallTwoArgs(prepare, self, row);
      if (row !== 0) decref(row);
      decref(item);
      item = next;
    }
    decref(prepare);
  }
  return item;
}

/** _Py_subs_parameters: the arguments with what the subscript says in place of their type variables. */
export function substituteParameters(self: Borrowed, args: Borrowed, parameters: Borrowed, item: Borrowed): Owned {
  if (sizeOf(parameters) === 0) {
    const text = shown(self);
    return text === null ? 0 : raise(PyExc_TypeError, `${text} is not a generic class`);
  }
  const unpacked = unpackArguments(item);
  const prepared = unpacked === 0 ? 0 : prepareArguments(self, parameters, unpacked);
  if (prepared === 0) return 0;
  const items = isTuple(prepared) ? newRef(prepared) : PyTuple_Pack(prepared);
  decref(prepared);
  if (items === 0) return PyErr_NoMemory();
  let result = 0;
  const [actual, expected] = [sizeOf(items), sizeOf(parameters)];
  if (actual !== expected) {
    const text = shown(self);
    if (text !== null) {
      const amount = actual > expected ? "many" : "few";
      raise(PyExc_TypeError, `Too ${amount} arguments for ${text}; actual ${actual}, expected ${expected}`);
    }
  } else result = collect((list) => substituteAll(list, args, parameters, items));
  decref(items);
  return result;
}

function substituteAll(list: Borrowed, args: Borrowed, parameters: Borrowed, items: Borrowed): number {
  for (let i = 0; i < sizeOf(args); i++) {
    const argument = PyTuple_GET_ITEM(args, i);
    if (isType(argument)) {
      if (PyList_Append(list, argument) < 0) return -1;
      continue;
    }
    const unpack = isUnpackedVariables(argument);
    if (unpack < 0) return -1;
    const subst = PyObject_GetOptionalAttr(argument, id_subst);
    if (subst === 0 && PyErr_Occurred()) return -1;
    let value: Owned;
    if (subst !== 0) {
      const index = indexIn(parameters, argument);
      value = PyObject_CallOneArg(subst, PyTuple_GET_ITEM(items, index));
      decref(subst);
    } else value = substituteInside(argument, parameters, items);
    if (value === 0) return -1;
    const status = unpack > 0 && isTuple(value) ? appendAll(list, value) : PyList_Append(list, value);
    decref(value);
    if (status < 0) return -1;
  }
  return 0;
}

function isUnpackedVariables(o: Borrowed): number {
  const mark = PyObject_GetOptionalAttr(o, id_unpacked_variables);
  if (mark === 0) return PyErr_Occurred() ? -1 : 0;
  const truth = PyObject_IsTrue(mark);
  decref(mark);
  return truth;
}

/** The repr of a row of arguments, ", " between them: lists are shown with brackets; null with an error set. */
export function shownArguments(args: Borrowed): string | null {
  const parts: string[] = [];
  const count = sizeOf(args);
  for (let i = 0; i < count; i++) {
    const argument = PyTuple_GET_ITEM(args, i);
    const part = isList(argument) ? shownList(argument) : shownArgument(argument);
    if (part === null) return null;
    parts.push(part);
  }
  return parts.join(", ");
}

function shownList(list: Borrowed): string | null {
  const parts: string[] = [];
  for (let i = 0; i < PyList_GET_SIZE(list); i++) {
    const item = newRef(PyList_GET_ITEM(list, i));
    const part = shownArgument(item);
    decref(item);
    if (part === null) return null;
    parts.push(part);
  }
  return `[${parts.join(", ")}]`;
}
