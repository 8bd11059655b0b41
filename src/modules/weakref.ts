// _weakref: functions over objects/weakref.ts.
import { type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyWeakReference } from "../memory/structs/iterators.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { declareModule } from "../objects/declare.ts";
import { PyDict_DelItem, PyDict_GetItemWithError } from "../objects/dict_core.ts";
import { argumentTypeName, PyErr_Clear, PyErr_ExceptionMatches, PyErr_Occurred, raise } from "../objects/errors.ts";
import { PyList_Append, PyList_New } from "../objects/list.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isDict, isInstanceOf, newRef, refcount, typeOf } from "../objects/object.ts";
import {
  _PyWeakref_CallableProxyType,
  _PyWeakref_ProxyType,
  _PyWeakref_RefType,
  Py_None,
  PyExc_KeyError,
  PyExc_TypeError,
} from "../objects/types.ts";
import { newReference, weaklistSlot } from "../objects/weakref_core.ts";
import { setStolen } from "./make_module.ts";

/** Visits the references to an object that are alive. */
function forEachReference(o: Borrowed, visit: (reference: Borrowed) => void): void {
  const slot = weaklistSlot(o);
  if (slot === 0) return;
  for (let r = ptr(slot); r !== 0; r = ptr(r + PyWeakReference.wr_next)) if (refcount(r) > 0) visit(r);
}

function getweakrefcount(_module: Borrowed, o: Borrowed): Owned {
  let count = 0;
  forEachReference(o, () => count++);
  return PyLong_FromNumber(count);
}

function getweakrefs(_module: Borrowed, o: Borrowed): Owned {
  const list = PyList_New(0);
  let ok = list !== 0;
  forEachReference(o, (reference) => {
    if (ok) ok = PyList_Append(list, reference) >= 0;
  });
  if (ok) return list;
  if (list !== 0) decref(list);
  return 0;
}

function proxy(_module: Borrowed, o: Borrowed, callback: Borrowed): Owned {
  const type = ptr(typeOf(o) + PyTypeObject.tp_call) === 0 ? _PyWeakref_ProxyType : _PyWeakref_CallableProxyType;
  return newReference(type, o, callback === Py_None ? 0 : callback);
}

/** Deletes dict[key] if its value is a reference whose referent is gone. */
function removeDead(_module: Borrowed, dict: Borrowed, key: Borrowed): Owned {
  if (!isDict(dict)) {
    return raise(PyExc_TypeError, `_remove_dead_weakref() argument 1 must be dict, not ${argumentTypeName(dict, 50)}`);
  }
  const value = PyDict_GetItemWithError(dict, key);
  if (value === 0) return PyErr_Occurred() ? 0 : Py_None;
  if (!isInstanceOf(value, _PyWeakref_RefType)) return raise(PyExc_TypeError, "not a weakref");
  if (ptr(value + PyWeakReference.wr_object) !== Py_None) return Py_None;
  if (PyDict_DelItem(dict, key) < 0) {
    if (!PyErr_ExceptionMatches(PyExc_KeyError)) return 0;
    PyErr_Clear();
  }
  return Py_None;
}

declareModule({
  name: "_weakref",
  functions: [
    ["getweakrefcount", "(object, /)", getweakrefcount],
    ["_remove_dead_weakref", "(dct, key, /)", removeDead],
    ["getweakrefs", "(object, /)", getweakrefs],
    ["proxy", "(object, callback=None, /)", proxy],
  ],
  exec: (_module, dict) => {
    const types: readonly [string, Borrowed][] = [
      ["ref", _PyWeakref_RefType],
      ["ReferenceType", _PyWeakref_RefType],
      ["ProxyType", _PyWeakref_ProxyType],
      ["CallableProxyType", _PyWeakref_CallableProxyType],
    ];
    for (const [name, type] of types) if (setStolen(dict, name, newRef(type)) < 0) return -1;
    return 0;
  },
});
