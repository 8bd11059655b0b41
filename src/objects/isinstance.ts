// isinstance and issubclass (CPython's abstract.c): by type, by tuple or union, through __instancecheck__ and
// __subclasscheck__, and for things that only look like classes through __bases__.
import { type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { unionobject } from "../memory/structs/descriptors.ts";
import { PyObject_GetOptionalAttr, PyObject_IsTrue } from "./abstract.ts";
import { enterRecursiveCall, leaveRecursiveCall } from "./c_recursion.ts";
import { PyObject_CallOneArg } from "./call.ts";
import { PyErr_Occurred, raiseInt } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { decref, isSubtype, isTuple, isType, sizeOf, typeOf, xdecref } from "./object.ts";
import { _PyObject_LookupSpecial } from "./special.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { _PyUnion_Type, PyExc_TypeError, PyType_Type } from "./types.ts";

const id_bases = identifier("__bases__");
const id_class = identifier("__class__");
const id_instancecheck = identifier("__instancecheck__");
const id_subclasscheck = identifier("__subclasscheck__");

/** The default of isinstance: by type, then by __class__. 1, 0, -1. */
export function recursiveIsInstance(o: Borrowed, cls: Borrowed): number {
  if (isType(cls)) {
    if (isSubtype(typeOf(o), cls)) return 1;
    const claimed = PyObject_GetOptionalAttr(o, id_class);
    if (claimed === 0) return PyErr_Occurred() ? -1 : 0;
    const answer = claimed !== typeOf(o) && isType(claimed) && isSubtype(claimed, cls);
    decref(claimed);
    return answer ? 1 : 0;
  }
  if (!looksLikeClass(cls)) {
    return PyErr_Occurred()
      ? -1
      : raiseInt(PyExc_TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union");
  }
  const claimed = PyObject_GetOptionalAttr(o, id_class);
  if (claimed === 0) return PyErr_Occurred() ? -1 : 0;
  const answer = abstractIsSubclass(claimed, cls);
  decref(claimed);
  return answer;
}

function looksLikeClass(cls: Borrowed): boolean {
  const bases = PyObject_GetOptionalAttr(cls, id_bases);
  if (bases === 0) return false;
  const answer = isTuple(bases);
  decref(bases);
  return answer;
}

/** Bases that are one alone are followed in a loop, several by a call for each. */
function abstractIsSubclass(derived: Borrowed, cls: Borrowed): number {
  let bases: Owned = 0;
  let answer = -1;
  for (let cursor = derived; ; cursor = PyTuple_GET_ITEM(bases, 0)) {
    if (cursor === cls) {
      answer = 1;
      break;
    }
    const next = PyObject_GetOptionalAttr(cursor, id_bases);
    xdecref(bases);
    bases = next;
    if (bases === 0) return PyErr_Occurred() ? -1 : 0;
    if (isTuple(bases) && sizeOf(bases) === 1) continue;
    if (!isTuple(bases) || sizeOf(bases) === 0) answer = 0;
    else if (enterRecursiveCall(" in __issubclass__")) {
      answer = 0;
      for (let i = 0; i < sizeOf(bases) && answer === 0; i++)
        answer = abstractIsSubclass(PyTuple_GET_ITEM(bases, i), cls);
      leaveRecursiveCall();
    }
    break;
  }
  xdecref(bases);
  return answer;
}

/** The default of issubclass. 1, 0, -1. */
export function recursiveIsSubclass(derived: Borrowed, cls: Borrowed): number {
  if (isType(cls) && isType(derived)) return isSubtype(derived, cls) ? 1 : 0;
  if (!looksLikeClass(derived)) {
    return PyErr_Occurred() ? -1 : raiseInt(PyExc_TypeError, "issubclass() arg 1 must be a class");
  }
  if (typeOf(cls) !== _PyUnion_Type && !looksLikeClass(cls)) {
    return PyErr_Occurred()
      ? -1
      : raiseInt(PyExc_TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
  }
  return abstractIsSubclass(derived, cls);
}

function check(
  o: Borrowed,
  cls: Borrowed,
  hook: Borrowed,
  where: string,
  plain: (o: Borrowed, cls: Borrowed) => number,
  self: (o: Borrowed, cls: Borrowed) => number,
): number {
  if (typeOf(cls) === PyType_Type) return plain(o, cls);
  const alternatives = typeOf(cls) === _PyUnion_Type ? ptr(cls + unionobject.args) : isTuple(cls) ? cls : 0;
  if (alternatives !== 0) {
    if (!enterRecursiveCall(where)) return -1;
    let answer = 0;
    for (let i = 0; i < sizeOf(alternatives) && answer === 0; i++) {
      answer = self(o, PyTuple_GET_ITEM(alternatives, i));
    }
    leaveRecursiveCall();
    return answer;
  }
  const method = _PyObject_LookupSpecial(cls, hook);
  if (method === 0) return PyErr_Occurred() ? -1 : plain(o, cls);
  const result = PyObject_CallOneArg(method, o);
  decref(method);
  if (result === 0) return -1;
  const truth = PyObject_IsTrue(result);
  decref(result);
  return truth;
}

/** isinstance(o, cls): 1, 0, -1 with an error set. */
export function PyObject_IsInstance(o: Borrowed, cls: Borrowed): number {
  if (typeOf(o) === cls) return 1;
  return check(o, cls, id_instancecheck, " in __instancecheck__", recursiveIsInstance, PyObject_IsInstance);
}

/** issubclass(derived, cls): 1, 0, -1 with an error set. */
export function PyObject_IsSubclass(derived: Borrowed, cls: Borrowed): number {
  if (typeOf(cls) === PyType_Type && derived === cls) return 1;
  return check(derived, cls, id_subclasscheck, " in __subclasscheck__", recursiveIsSubclass, PyObject_IsSubclass);
}
