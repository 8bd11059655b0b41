// __new__ of built-in types: a built-in function bound to the type, which checks what it is asked to make.

import { reserveStatic } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setI32, setPtr } from "../memory/memory.ts";
import { PyCFunctionObject } from "../memory/structs/code.ts";
import { PyMethodDef, PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { keywordDict } from "./call.ts";
import { PyCFunction_New } from "./cfunction.ts";
import { cstring, declareInitializer } from "./declare.ts";
import { SLOT } from "./docstrings.ts";
import { PyErr_NoMemory, raise, typeName, typeNameOf, WHOLE } from "./errors.ts";
import { decref, isSubtype, isType, sizeOf, typeOf } from "./object.ts";
import { METH_FASTCALL, METH_KEYWORDS } from "./signature.ts";
import { tupleFromArray } from "./tuple_core.ts";
import { slotTpNew } from "./type_slots.ts";
import { PyCFunction_Type, PyExc_TypeError } from "./types.ts";

/** tp_new_wrapper: type.__new__(subtype, …). */
function newWrapper(type: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const name = typeName(type);
  if (nargs < 1) return raise(PyExc_TypeError, `${name}.__new__(): not enough arguments`);
  const subtype = ptr(args);
  if (!isType(subtype)) {
    return raise(PyExc_TypeError, `${name}.__new__(X): X is not a type object (${typeNameOf(subtype, WHOLE)})`);
  }
  if (!isSubtype(subtype, type)) {
    const sub = typeName(subtype);
    return raise(PyExc_TypeError, `${name}.__new__(${sub}): ${sub} is not a subtype of ${name}`);
  }
  // object.__new__(dict) would make a dict without its fields: the nearest base that has a __new__ in C must be this one.
  let builtin = subtype;
  while (builtin !== 0 && ptr(builtin + PyTypeObject.tp_new) === slotTpNew)
    builtin = ptr(builtin + PyTypeObject.tp_base);
  if (builtin !== 0 && ptr(builtin + PyTypeObject.tp_new) !== ptr(type + PyTypeObject.tp_new)) {
    return raise(
      PyExc_TypeError,
      `${name}.__new__(${typeName(subtype)}) is not safe, use ${typeName(builtin)}.__new__()`,
    );
  }
  const rest = tupleFromArray(args + 8, nargs - 1);
  if (rest === 0) return PyErr_NoMemory();
  let keywords = 0;
  if (kwnames !== 0 && sizeOf(kwnames) > 0) {
    keywords = keywordDict(kwnames, args + nargs * 8);
    if (keywords === 0) {
      decref(rest);
      return 0;
    }
  }
  const result = textFunction(ptr(type + PyTypeObject.tp_new))(subtype, rest, keywords);
  decref(rest);
  if (keywords !== 0) decref(keywords);
  return result;
}

const run = text("tp_new_wrapper", newWrapper);
const definition = reserveStatic(PyMethodDef.sizeof);
const nameAt = cstring("__new__");
declareInitializer((docstrings) => {
  setPtr(definition + PyMethodDef.ml_name, nameAt);
  setPtr(definition + PyMethodDef.ml_meth, run);
  setI32(definition + PyMethodDef.ml_flags, METH_FASTCALL | METH_KEYWORDS);
  setPtr(definition + PyMethodDef.ml_doc, docstrings.at(SLOT, "__new__"));
});

/** A type's __new__. */
export function newMethodOf(type: Borrowed): Owned {
  return PyCFunction_New(definition, type, 0);
}

/** Whether an object is what newMethodOf makes. */
export function isNewMethod(o: Borrowed): boolean {
  return typeOf(o) === PyCFunction_Type && ptr(o + PyCFunctionObject.m_ml) === definition;
}
