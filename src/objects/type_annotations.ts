// __annotations__ of classes: made when asked for first.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { raiseNoAttribute } from "./attributes.ts";
import { PyDict_Contains, PyDict_DelItem, PyDict_GetItemRef, PyDict_New, PyDict_SetItem } from "./dict_core.ts";
import { PyErr_Occurred, raiseInt, typeName } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { decref, Py_TPFLAGS_HEAPTYPE, typeFlags } from "./object.ts";
import { isImmutableType, PyType_Modified, typeDict } from "./type_lookup.ts";
import { PyExc_TypeError } from "./types.ts";

const id_annotations = identifier("__annotations__");

function get(type: Borrowed): Owned {
  if ((typeFlags(type) & Py_TPFLAGS_HEAPTYPE) === 0) return raiseNoAttribute(type, id_annotations);
  const dict = typeDict(type);
  const known = PyDict_GetItemRef(dict, id_annotations);
  if (known !== 0 || PyErr_Occurred()) return known;
  const fresh = PyDict_New();
  if (fresh === 0) return 0;
  if (PyDict_SetItem(dict, id_annotations, fresh) < 0) {
    decref(fresh);
    return 0;
  }
  PyType_Modified(type);
  return fresh;
}

function set(type: Borrowed, value: Borrowed): number {
  if (isImmutableType(type)) {
    return raiseInt(PyExc_TypeError, `cannot set '__annotations__' attribute of immutable type '${typeName(type)}'`);
  }
  const dict = typeDict(type);
  let status: number;
  if (value !== 0) status = PyDict_SetItem(dict, id_annotations, value);
  else if (PyDict_Contains(dict, id_annotations) > 0) status = PyDict_DelItem(dict, id_annotations);
  else return raiseNoAttribute(type, id_annotations) - 1;
  if (status === 0) PyType_Modified(type);
  return status;
}

export const _PyEval_annotations = { get, set };
