// X | Y of types.
import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { unionobject } from "../memory/structs/descriptors.ts";
import { PyObject_Repr } from "./abstract.ts";
import { genericGetAttr } from "./attributes.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory } from "./errors.ts";
import { decref, initObject, isType, newRef, Py_TPFLAGS_HAVE_GC, sizeOf, typeOf } from "./object.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "./tuple_core.ts";
import { fullName } from "./type_names.ts";
import { _PyNone_Type, _PyUnion_Type, Py_GenericAliasType, Py_None, Py_NotImplemented } from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";

function members(o: Borrowed): Borrowed[] | null {
  if (o === Py_None) return [_PyNone_Type];
  if (typeOf(o) === _PyUnion_Type) {
    const args = ptr(o + unionobject.args);
    return Array.from({ length: sizeOf(args) }, (_, i) => PyTuple_GET_ITEM(args, i));
  }
  return isType(o) || typeOf(o) === Py_GenericAliasType ? [o] : null;
}

/** a | b: NotImplemented when one is no type. */
export function newUnion(a: Borrowed, b: Borrowed): Owned {
  const left = members(a);
  const right = members(b);
  if (left === null || right === null) return Py_NotImplemented;
  const all = [...new Set([...left, ...right])];
  if (all.length === 1) return newRef(all[0]);
  const args = PyTuple_New(all.length);
  if (args === 0) return PyErr_NoMemory();
  all.forEach((member, i) => {
    PyTuple_SET_ITEM(args, i, newRef(member));
  });
  const o = gcNewVar(_PyUnion_Type, unionobject.sizeof);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, _PyUnion_Type);
  setPtr(o + unionobject.args, args);
  setPtr(o + unionobject.parameters, 0);
  gcTrack(o);
  return o;
}

declareType(_PyUnion_Type, {
  name: "types.UnionType",
  basicsize: unionobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      decref(ptr(o + unionobject.args));
      gcFree(o);
    },
    tp_traverse: (o: Address, visit: (o: Address) => number) => visit(ptr(o + unionobject.args)),
    tp_getattro: genericGetAttr,
    nb_or: newUnion,
    tp_repr: (o: Borrowed): Owned => {
      const parts = members(o)!.map((m) => {
        if (m === _PyNone_Type) return "None";
        if (isType(m)) return fullName(m);
        const text = PyObject_Repr(m);
        const shown = text === 0 ? "?" : textOf(text, 1000);
        if (text !== 0) decref(text);
        return shown;
      });
      return PyUnicode_FromString(parts.join(" | "));
    },
  },
  members: [["__args__", "object", unionobject.args, "readonly"]],
});
