// Groups of exceptions: BaseExceptionGroup, ExceptionGroup, and what except* leaves to raise.
//
// ExceptionGroup has two bases, so it is a class on the heap, made at boot; its address stands in the interpreter's
// exception state. Invariant: excs is a non-empty tuple of exceptions; splitting never changes a group, it derives new
// ones that keep traceback, cause, context and notes.

import { gcUntrack, isTracked } from "../gc/link.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr, setU8 } from "../memory/memory.ts";
import { PyBaseExceptionGroupObject } from "../memory/structs/exceptions.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { _Py_exc_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { textFunction } from "../memory/text.ts";
import {
  PyObject_GetOptionalAttr,
  PyObject_IsTrue,
  PyObject_SetAttr,
  PyObject_Str,
  PySequence_Check,
} from "./abstract.ts";
import { enterRecursiveCall, leaveRecursiveCall } from "./c_recursion.ts";
import { PyObject_CallOneArg, PyObject_CallThreeArgs, PyObject_CallTwoArgs } from "./call.ts";
import { PyObject_CallMethod } from "./call_method.ts";
import { declareType } from "./declare.ts";
import { PyDict_New, PyDict_SetItem, PyDict_Size } from "./dict_core.ts";
import {
  isExceptionClass,
  PyErr_GivenExceptionMatches,
  PyErr_NoMemory,
  PyErr_Occurred,
  raise,
  raiseInt,
  textOfCString,
  typeNameOf,
} from "./errors.ts";
import { genericAlias } from "./generic_alias_call.ts";
import { identifier } from "./identifiers.ts";
import { PyObject_IsInstance, PyObject_IsSubclass } from "./isinstance.ts";
import { PyList_Append, PyList_GET_ITEM, PyList_GET_SIZE, PyList_New } from "./list_core.ts";
import { PySequence_List, PySequence_Tuple } from "./list_extend.ts";
import {
  clearSlot,
  decref,
  isException,
  isInstanceOf,
  isList,
  isType,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  sizeOf,
  typeOf,
  xdecref,
} from "./object.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "./tuple_core.ts";
import { freeInstance } from "./type_alloc.ts";
import {
  Py_None,
  PyExc_BaseException,
  PyExc_BaseExceptionGroup,
  PyExc_Exception,
  PyExc_TypeError,
  PyExc_ValueError,
  PyTuple_Type,
  PyType_Type,
} from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";

const G = PyBaseExceptionGroupObject;
const GROUP_TYPE = INTERPRETER + PyInterpreterState.exc_state + _Py_exc_state.PyExc_ExceptionGroup;

const id_derive = identifier("derive");
const id_module = identifier("__module__");
const id_notes = identifier("__notes__");

/** ExceptionGroup: borrowed; 0 before the boot has made it. */
export function exceptionGroupType(): Borrowed {
  return ptr(GROUP_TYPE);
}

/** Makes ExceptionGroup: once, when a boot image is made and the static types are ready. 0, or -1 with an error set. */
export function initializeExceptionGroup(): number {
  const name = PyUnicode_FromString("ExceptionGroup");
  const bases = PyTuple_Pack(PyExc_BaseExceptionGroup, PyExc_Exception);
  const dict = PyDict_New();
  const builtins = identifier("builtins");
  let type: Owned = 0;
  if (name !== 0 && bases !== 0 && dict !== 0 && PyDict_SetItem(dict, id_module, builtins) >= 0) {
    type = PyObject_CallThreeArgs(PyType_Type, name, bases, dict);
  }
  xdecref(name);
  xdecref(bases);
  xdecref(dict);
  if (type === 0) return -1;
  setPtr(GROUP_TYPE, type);
  return 0;
}

function isGroup(o: Borrowed): boolean {
  return isInstanceOf(o, PyExc_BaseExceptionGroup);
}

function group_new(type: Borrowed, args: Borrowed, _kwargs: Borrowed): Owned {
  const name = "BaseExceptionGroup.__new__()";
  const count = sizeOf(args);
  if (count !== 2) return raise(PyExc_TypeError, `${name} takes exactly 2 arguments (${count} given)`);
  const message = PyTuple_GET_ITEM(args, 0);
  const given = PyTuple_GET_ITEM(args, 1);
  if (!isUnicode(message)) {
    const shown = message === Py_None ? "None" : typeNameOf(message, 50);
    return raise(PyExc_TypeError, `${name} argument 1 must be str, not ${shown}`);
  }
  if (!PySequence_Check(given)) return raise(PyExc_TypeError, "second argument (exceptions) must be a sequence");
  const exceptions = PySequence_Tuple(given);
  if (exceptions === 0) return 0;
  const cls = classFor(type, exceptions);
  if (cls === 0) {
    decref(exceptions);
    return 0;
  }
  const make = ptr(PyExc_BaseException + PyTypeObject.tp_new);
  const o = textFunction(make)(cls, args, 0);
  if (o === 0) {
    decref(exceptions);
    return 0;
  }
  setPtr(o + G.msg, newRef(message));
  setPtr(o + G.excs, exceptions);
  return o;
}

/** The class that a group of these exceptions gets: borrowed, or 0 with an error set. */
function classFor(type: Borrowed, exceptions: Borrowed): Borrowed {
  const count = sizeOf(exceptions);
  if (count === 0) return raise(PyExc_ValueError, "second argument (exceptions) must be a non-empty sequence");
  let nestsBase = false;
  for (let i = 0; i < count; i++) {
    const e = PyTuple_GET_ITEM(exceptions, i);
    if (!isException(e)) {
      return raise(PyExc_ValueError, `Item ${i} of second argument (exceptions) is not an exception`);
    }
    const ordinary = PyObject_IsInstance(e, PyExc_Exception);
    if (ordinary < 0) return 0;
    if (ordinary === 0) nestsBase = true;
  }
  const groupType = exceptionGroupType();
  if (type === groupType) {
    return nestsBase ? raise(PyExc_TypeError, "Cannot nest BaseExceptions in an ExceptionGroup") : type;
  }
  if (type === PyExc_BaseExceptionGroup) return nestsBase ? type : groupType;
  if (nestsBase) {
    const ordinary = PyObject_IsSubclass(type, PyExc_Exception);
    if (ordinary < 0) return 0;
    if (ordinary > 0) {
      const name = textOfCString(ptr(type + PyTypeObject.tp_name), 200);
      return raise(PyExc_TypeError, `Cannot nest BaseExceptions in '${name}'`);
    }
  }
  return type;
}

function group_init(o: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  if (kwargs !== 0 && PyDict_Size(kwargs) > 0) {
    return raiseInt(PyExc_TypeError, `${typeNameOf(o)}() takes no keyword arguments`);
  }
  replaceSlot(o + G.args, newRef(args));
  return 0;
}

function group_str(o: Borrowed): Owned {
  const message = PyObject_Str(ptr(o + G.msg));
  if (message === 0) return 0;
  const count = sizeOf(ptr(o + G.excs));
  const text = textOf(message);
  decref(message);
  return PyUnicode_FromString(`${text} (${count} sub-exception${count > 1 ? "s" : ""})`) || PyErr_NoMemory();
}

function group_derive(o: Borrowed, exceptions: Borrowed): Owned {
  return PyObject_CallTwoArgs(PyExc_BaseExceptionGroup, ptr(o + G.msg), exceptions);
}

/** exceptiongroup_subset: a group derived from another, of a list (released); 0 without an error for an empty list. */
function subset(group: Borrowed, exceptions: Owned): Owned {
  if (PyList_GET_SIZE(exceptions) === 0) {
    decref(exceptions);
    return 0;
  }
  const derived = PyObject_CallMethod(group, id_derive, exceptions);
  decref(exceptions);
  if (derived === 0) return 0;
  if (!isGroup(derived)) {
    decref(derived);
    return raise(PyExc_TypeError, "derive must return an instance of BaseExceptionGroup");
  }
  for (const field of [G.traceback, G.context, G.cause]) {
    const value = ptr(group + field);
    if (value !== 0 || field !== G.traceback) replaceSlot(derived + field, value === 0 ? 0 : newRef(value));
  }
  // PyException_SetCause says so.
  setU8(derived + G.suppress_context, 1);
  const notes = PyObject_GetOptionalAttr(group, id_notes);
  if (notes === 0) return PyErr_Occurred() ? abandon(derived) : derived;
  let failed = false;
  if (PySequence_Check(notes)) {
    const copy = PySequence_List(notes);
    failed = copy === 0 || PyObject_SetAttr(derived, id_notes, copy) < 0;
    xdecref(copy);
  }
  decref(notes);
  return failed ? abandon(derived) : derived;
}

function abandon(o: Owned): 0 {
  decref(o);
  return 0;
}

/** What a leaf or a group is tested with: 1, 0, or -1 with an error set. */
type Matcher = (exception: Borrowed) => number;

interface Split {
  /** Owned, or 0: nothing. */
  match: Owned;
  rest: Owned;
}

/** exceptiongroup_split_recursive: null with an error set. */
function split(exception: Borrowed, matches: Matcher, wantRest: boolean): Split | null {
  if (!enterRecursiveCall(" in exceptiongroup_split_recursive")) return null;
  const parts = splitParts(exception, matches, wantRest);
  leaveRecursiveCall();
  return parts;
}

function splitParts(exception: Borrowed, matches: Matcher, wantRest: boolean): Split | null {
  const answer = matches(exception);
  if (answer < 0) return null;
  if (answer > 0) return { match: newRef(exception), rest: 0 };
  if (!isGroup(exception)) return { match: 0, rest: wantRest ? newRef(exception) : 0 };
  const exceptions = ptr(exception + G.excs);
  const matchList = PyList_New(0);
  const restList = wantRest ? PyList_New(0) : 0;
  let failed = matchList === 0 || (wantRest && restList === 0);
  for (let i = 0; i < sizeOf(exceptions) && !failed; i++) {
    const part = split(PyTuple_GET_ITEM(exceptions, i), matches, wantRest);
    if (part === null) {
      failed = true;
      break;
    }
    if (part.match !== 0 && PyList_Append(matchList, part.match) < 0) failed = true;
    if (part.rest !== 0 && PyList_Append(restList, part.rest) < 0) failed = true;
    xdecref(part.match);
    xdecref(part.rest);
  }
  if (failed) {
    xdecref(matchList);
    xdecref(restList);
    return null;
  }
  const match = subset(exception, matchList);
  if (match === 0 && PyErr_Occurred()) {
    xdecref(restList);
    return null;
  }
  const rest = wantRest ? subset(exception, restList) : 0;
  if (rest === 0 && PyErr_Occurred()) {
    xdecref(match);
    return null;
  }
  return { match, rest };
}

function matcherFor(value: Borrowed): Matcher | null {
  if (ptr(typeOf(value) + PyTypeObject.tp_call) !== 0 && !isType(value)) {
    return (exception) => {
      const result = PyObject_CallOneArg(value, exception);
      if (result === 0) return -1;
      const truth = PyObject_IsTrue(result);
      decref(result);
      return truth;
    };
  }
  let isTypes = isExceptionClass(value);
  if (!isTypes && typeOf(value) === PyTuple_Type) {
    isTypes = true;
    for (let i = 0; i < sizeOf(value) && isTypes; i++) isTypes = isExceptionClass(PyTuple_GET_ITEM(value, i));
  }
  if (!isTypes) {
    raise(
      PyExc_TypeError,
      "expected an exception type, a tuple of exception types, or a callable (other than a class)",
    );
    return null;
  }
  return (exception) => (PyErr_GivenExceptionMatches(exception, value) ? 1 : 0);
}

function group_split(o: Borrowed, value: Borrowed): Owned {
  const matches = matcherFor(value);
  if (matches === null) return 0;
  const parts = split(o, matches, true);
  if (parts === null) return 0;
  const pair = PyTuple_Pack(parts.match || Py_None, parts.rest || Py_None);
  xdecref(parts.match);
  xdecref(parts.rest);
  return pair === 0 ? PyErr_NoMemory() : pair;
}

function group_subgroup(o: Borrowed, value: Borrowed): Owned {
  const matches = matcherFor(value);
  if (matches === null) return 0;
  const parts = split(o, matches, false);
  if (parts === null) return 0;
  return parts.match || Py_None;
}

// -- except* ------------------------------------------------------------------------------------------------------------

function sameMetadata(a: Borrowed, b: Borrowed): boolean {
  return (
    ptr(a + G.notes) === ptr(b + G.notes) &&
    ptr(a + G.traceback) === ptr(b + G.traceback) &&
    ptr(a + G.cause) === ptr(b + G.cause) &&
    ptr(a + G.context) === ptr(b + G.context)
  );
}

function collectLeaves(exception: Borrowed, leaves: Set<Address>): void {
  if (!isGroup(exception)) {
    leaves.add(exception);
    return;
  }
  const exceptions = ptr(exception + G.excs);
  for (let i = 0; i < sizeOf(exceptions); i++) collectLeaves(PyTuple_GET_ITEM(exceptions, i), leaves);
}

/** exception_group_projection: the part of a group whose leaves are in the groups of a list; 0 with an error set. */
function projection(group: Borrowed, kept: Borrowed): Owned {
  const leaves = new Set<Address>();
  for (let i = 0; i < PyList_GET_SIZE(kept); i++) collectLeaves(PyList_GET_ITEM(kept, i), leaves);
  const parts = split(group, (e) => (!isGroup(e) && leaves.has(e) ? 1 : 0), false);
  if (parts === null) return 0;
  return parts.match || Py_None;
}

/** _PyExc_CreateExceptionGroup */
export function _PyExc_CreateExceptionGroup(message: string, exceptions: Borrowed): Owned {
  const text = PyUnicode_FromString(message);
  if (text === 0) return PyErr_NoMemory();
  const group = PyObject_CallTwoArgs(PyExc_BaseExceptionGroup, text, exceptions);
  decref(text);
  return group;
}

/**
 * _PyExc_PrepReraiseStar: what is left to raise after all handlers of a try with except* ran. raised: the list of what the
 * handlers raised or left (None: nothing). Owned: an exception or None; 0 with an error set.
 */
export function _PyExc_PrepReraiseStar(original: Borrowed, raised: Borrowed): Owned {
  if (!isList(raised) || PyList_GET_SIZE(raised) === 0) return Py_None;
  if (!isGroup(original)) {
    // A plain exception was caught by one handler, or by none: the list has one item.
    return newRef(PyList_GET_ITEM(raised, 0));
  }
  const fresh = PyList_New(0);
  const kept = PyList_New(0);
  let result: Owned = 0;
  if (fresh !== 0 && kept !== 0 && sortRaised(original, raised, fresh, kept))
    result = joinRaised(original, fresh, kept);
  xdecref(fresh);
  xdecref(kept);
  return result;
}

function sortRaised(original: Borrowed, raised: Borrowed, fresh: Borrowed, kept: Borrowed): boolean {
  for (let i = 0; i < PyList_GET_SIZE(raised); i++) {
    const e = PyList_GET_ITEM(raised, i);
    if (e === Py_None) continue;
    if (PyList_Append(sameMetadata(e, original) ? kept : fresh, e) < 0) return false;
  }
  return true;
}

function joinRaised(original: Borrowed, fresh: Borrowed, kept: Borrowed): Owned {
  const rest = projection(original, kept);
  if (rest === 0) return 0;
  if (PyList_GET_SIZE(fresh) === 0) return rest;
  if (rest !== Py_None && PyList_Append(fresh, rest) < 0) {
    decref(rest);
    return 0;
  }
  decref(rest);
  if (PyList_GET_SIZE(fresh) === 1) return newRef(PyList_GET_ITEM(fresh, 0));
  return _PyExc_CreateExceptionGroup("", fresh);
}

// -- the type -----------------------------------------------------------------------------------------------------------

const FIELDS = [G.dict, G.args, G.notes, G.traceback, G.cause, G.context];

function group_clear(o: Address): number {
  clearSlot(o + G.msg);
  clearSlot(o + G.excs);
  for (const field of FIELDS) clearSlot(o + field);
  return 0;
}

declareType(PyExc_BaseExceptionGroup, {
  name: "BaseExceptionGroup",
  basicsize: G.sizeof,
  base: PyExc_BaseException,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  dictoffset: G.dict,
  slots: {
    tp_new: group_new,
    tp_init: group_init,
    tp_str: group_str,
    tp_dealloc: (o: Address): void => {
      if (isTracked(o)) gcUntrack(o);
      group_clear(o);
      freeInstance(o);
    },
    tp_clear: group_clear,
    tp_traverse: (o: Address, visit: (o: Address) => number): number => {
      for (const field of [G.msg, G.excs, ...FIELDS]) {
        const value = ptr(o + field);
        const stop = value === 0 ? 0 : visit(value);
        if (stop !== 0) return stop;
      }
      return 0;
    },
  },
  methods: [
    ["__class_getitem__", "@classmethod (object, /)", genericAlias],
    ["derive", "(object, /)", group_derive],
    ["split", "(object, /)", group_split],
    ["subgroup", "(object, /)", group_subgroup],
  ],
  members: [
    ["message", "object", G.msg, "readonly"],
    ["exceptions", "object", G.excs, "readonly"],
  ],
});
