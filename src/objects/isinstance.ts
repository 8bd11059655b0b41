// isinstance and issubclass (CPython's abstract.c): by type, by tuple or union, through __instancecheck__ and
// __subclasscheck__, and for things that only look like classes through __bases__.
import { type Borrowed, ptr } from "../memory/memory.ts";
import { unionobject } from "../memory/structs/descriptors.ts";
import { PyObject_GetOptionalAttr, PyObject_IsTrue } from "./abstract.ts";
import { PyObject_CallOneArg } from "./call.ts";
import { PyErr_Occurred, raiseInt } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { decref, isSubtype, isTuple, isType, sizeOf, typeOf } from "./object.ts";
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

function abstractIsSubclass(derived: Borrowed, cls: Borrowed): number {
  if (derived === cls) return 1;
  const bases = PyObject_GetOptionalAttr(derived, id_bases);
  if (bases === 0) return PyErr_Occurred() ? -1 : 0;
  let answer = 0;
  if (isTuple(bases)) {
    for (let i = 0; i < sizeOf(bases) && answer === 0; i++)
      answer = abstractIsSubclass(PyTuple_GET_ITEM(bases, i), cls);
  }
  decref(bases);
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
  plain: (o: Borrowed, cls: Borrowed) => number,
  self: (o: Borrowed, cls: Borrowed) => number,
): number {
  if (typeOf(cls) === PyType_Type) return plain(o, cls);
  const alternatives = typeOf(cls) === _PyUnion_Type ? ptr(cls + unionobject.args) : isTuple(cls) ? cls : 0;
  if (alternatives !== 0) {
    for (let i = 0; i < sizeOf(alternatives); i++) {
      const answer = self(o, PyTuple_GET_ITEM(alternatives, i));
      if (answer !== 0) return answer;
    }
    return 0;
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
  return check(o, cls, id_instancecheck, recursiveIsInstance, PyObject_IsInstance);
}

/** issubclass(derived, cls): 1, 0, -1 with an error set. */
export function PyObject_IsSubclass(derived: Borrowed, cls: Borrowed): number {
  if (typeOf(cls) === PyType_Type && derived === cls) return 1;
  return check(derived, cls, id_subclasscheck, recursiveIsSubclass, PyObject_IsSubclass);
}
