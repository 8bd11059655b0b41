// Class bodies: LOAD_BUILD_CLASS, SETUP_ANNOTATIONS, the check of what __init__ returned.
import { type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { _PyInterpreterFrame } from "../memory/structs/code.ts";
import { PyObject_SetItem } from "../objects/abstract.ts";
import { PyDict_New } from "../objects/dict_core.ts";
import { PyErr_Occurred, raise, raiseInt, typeNameOf } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { decref } from "../objects/object.ts";
import { PyExc_NameError, PyExc_SystemError, PyExc_TypeError } from "../objects/types.ts";
import { lookUp } from "./names.ts";

const id_build_class = identifier("__build_class__");
const id_annotations = identifier("__annotations__");

export function loadBuildClass(frame: number): Owned {
  const build = lookUp(ptr(frame + _PyInterpreterFrame.f_builtins), id_build_class);
  if (build === 0 && PyErr_Occurred() === 0) return raise(PyExc_NameError, "__build_class__ not found");
  return build;
}

export function setupAnnotations(frame: number): number {
  const locals = ptr(frame + _PyInterpreterFrame.f_locals);
  if (locals === 0) return raiseInt(PyExc_SystemError, "no locals found when setting up annotations");
  const known = lookUp(locals, id_annotations);
  if (known !== 0) {
    decref(known);
    return 0;
  }
  if (PyErr_Occurred() !== 0) return -1;
  const dict = PyDict_New();
  if (dict === 0) return -1;
  const status = PyObject_SetItem(locals, id_annotations, dict);
  decref(dict);
  return status;
}

export function raiseInitResult(value: Borrowed): void {
  raise(PyExc_TypeError, `__init__() should return None, not '${typeNameOf(value)}'`);
}
