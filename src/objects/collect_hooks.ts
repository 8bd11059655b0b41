// What the collector (gc/collect.ts) needs of objects: reference counts, weak references, gc.garbage and gc.callbacks.
import { collectScheduled } from "../gc/collect.ts";
import { setCollectorHooks } from "../gc/hooks.ts";
import { GC, gcFree } from "../gc/link.ts";
import { memFree, objectFree } from "../memory/allocators.ts";
import { type Address, type Borrowed, i32, ptr, setI32, setPtr } from "../memory/memory.ts";
import { _Py_object_freelists } from "../memory/structs/allocators.ts";
import { PyTupleObject } from "../memory/structs/containers.ts";
import { PyWeakReference } from "../memory/structs/iterators.ts";
import { PyObject, PyTypeObject } from "../memory/structs/object.ts";
import { _gc_runtime_state } from "../memory/structs/runtime.ts";
import { textFunction } from "../memory/text.ts";
import { PyObject_CallOneArg, PyObject_CallTwoArgs } from "./call.ts";
import { PyDict_New, PyDict_SetItem } from "./dict_core.ts";
import { _PyDict_MaybeUntrack } from "./dict_object.ts";
import { PyErr_Clear, PyErr_Occurred, typeNameOf } from "./errors.ts";
import { FREE_LISTS, tupleFreeListCountAt, tupleFreeListHeadAt } from "./free_lists.ts";
import { identifier } from "./identifiers.ts";
import { PyList_Append, PyList_GET_ITEM, PyList_GET_SIZE, PyList_New } from "./list_core.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import {
  decref,
  incref,
  isInstanceOf,
  isType,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HEAPTYPE,
  typeFlags,
  typeOf,
} from "./object.ts";
import { PyErr_WriteUnraisable } from "./slot_functions.ts";
import { _PyTuple_MaybeUntrack } from "./tuple.ts";
import { PyTuple_MAXSAVESIZE } from "./tuple_core.ts";
import {
  _PyWeakref_CallableProxyType,
  _PyWeakref_ProxyType,
  _PyWeakref_RefType,
  Py_None,
  PyDict_Type,
  PyTuple_Type,
} from "./types.ts";
import { clearReference, weaklistSlot } from "./weakref_core.ts";

const GARBAGE = GC + _gc_runtime_state.garbage;
const CALLBACKS = GC + _gc_runtime_state.callbacks;

/** PyObject_IS_GC: static types are tracked by no one, whatever their metatype says. */
export function isCollected(o: Borrowed): boolean {
  if ((typeFlags(typeOf(o)) & Py_TPFLAGS_HAVE_GC) === 0) return false;
  const test = ptr(typeOf(o) + PyTypeObject.tp_is_gc);
  if (test !== 0) return textFunction(test)(o) !== 0;
  return !isType(o) || (typeFlags(o) & Py_TPFLAGS_HEAPTYPE) !== 0;
}

/** PyWeakref_Check: references and proxies. */
export function isWeakReference(o: Borrowed): boolean {
  const type = typeOf(o);
  return type === _PyWeakref_ProxyType || type === _PyWeakref_CallableProxyType || isInstanceOf(o, _PyWeakref_RefType);
}

const id_generation = identifier("generation");
const id_collected = identifier("collected");
const id_uncollectable = identifier("uncollectable");
const PHASES = { start: identifier("start"), stop: identifier("stop") };

function setCount(dict: Borrowed, name: Borrowed, count: number): boolean {
  const value = PyLong_FromNumber(count);
  if (value === 0) return false;
  const status = PyDict_SetItem(dict, name, value);
  decref(value);
  return status >= 0;
}

function notify(phase: "start" | "stop", generation: number, collected: number, uncollectable: number): void {
  const callbacks = ptr(CALLBACKS);
  if (callbacks === 0 || PyList_GET_SIZE(callbacks) === 0) return;
  const info = PyDict_New();
  if (
    info === 0 ||
    !setCount(info, id_generation, generation) ||
    !setCount(info, id_collected, collected) ||
    !setCount(info, id_uncollectable, uncollectable)
  ) {
    PyErr_WriteUnraisable(Py_None);
    if (info !== 0) decref(info);
    return;
  }
  for (let i = 0; i < PyList_GET_SIZE(callbacks); i++) {
    const callback = newRef(PyList_GET_ITEM(callbacks, i));
    const result = PyObject_CallTwoArgs(callback, PHASES[phase], info);
    if (result === 0) PyErr_WriteUnraisable(callback);
    else decref(result);
    decref(callback);
  }
  decref(info);
}

/** gc.garbage, made when it is first needed: borrowed, or 0. */
export function garbageList(): Borrowed {
  if (ptr(GARBAGE) === 0) setPtr(GARBAGE, PyList_New(0));
  return ptr(GARBAGE);
}

/** gc.callbacks, made when it is first needed: borrowed, or 0. */
export function callbackList(): Borrowed {
  if (ptr(CALLBACKS) === 0) setPtr(CALLBACKS, PyList_New(0));
  return ptr(CALLBACKS);
}

/** Frees what an array of dead objects holds, the newest first. */
function clearArray(items: number, count: number, free: (o: Address) => void): void {
  const countAt = FREE_LISTS + count;
  for (let i = i32(countAt) - 1; i >= 0; i--) {
    setI32(countAt, i);
    free(ptr(FREE_LISTS + items + i * 8));
  }
}

const LISTS = _Py_object_freelists;

/** _PyObject_ClearFreeLists, at a full collection. */
function clearFreeLists(): void {
  let float = ptr(FREE_LISTS + LISTS.floats_items);
  while (float !== 0) {
    const next = ptr(float + PyObject.ob_type);
    objectFree(float);
    float = next;
  }
  setPtr(FREE_LISTS + LISTS.floats_items, 0);
  setI32(FREE_LISTS + LISTS.floats_numfree, 0);
  for (let itemCount = 1; itemCount <= PyTuple_MAXSAVESIZE; itemCount++) {
    let tuple = ptr(tupleFreeListHeadAt(itemCount));
    setPtr(tupleFreeListHeadAt(itemCount), 0);
    setI32(tupleFreeListCountAt(itemCount), 0);
    while (tuple !== 0) {
      const next = ptr(tuple + PyTupleObject.ob_item);
      gcFree(tuple);
      tuple = next;
    }
  }
  clearArray(LISTS.lists_items, LISTS.lists_numfree, gcFree);
  clearArray(LISTS.dicts_items, LISTS.dicts_numfree, gcFree);
  clearArray(LISTS.dictkeys_items, LISTS.dictkeys_numfree, memFree);
  clearArray(LISTS.async_gens_items, LISTS.async_gens_numfree, gcFree);
  clearArray(LISTS.async_gen_asends_items, LISTS.async_gen_asends_numfree, gcFree);
}

let writeStandardError: (line: string) => void = () => {};
/** modules/gc registers where the lines of gc.DEBUG_… go. */
export function setDebugOutput(write: (line: string) => void): void {
  writeStandardError = write;
}

setCollectorHooks({
  incref,
  decref,
  isCollected,
  untrackTuple: (o) => {
    if (typeOf(o) === PyTuple_Type) _PyTuple_MaybeUntrack(o);
  },
  untrackDict: (o) => {
    if (typeOf(o) === PyDict_Type) _PyDict_MaybeUntrack(o);
  },
  isWeakReference,
  weaklistSlot: (o) => weaklistSlot(o),
  clearReference,
  callbackOf: (reference) => ptr(reference + PyWeakReference.wr_callback),
  callCallback: (reference) => {
    const callback = newRef(ptr(reference + PyWeakReference.wr_callback));
    const result = PyObject_CallOneArg(callback, reference);
    if (result === 0) PyErr_WriteUnraisable(callback);
    else decref(result);
    decref(callback);
  },
  reportError: (o) => {
    if (PyErr_Occurred()) PyErr_WriteUnraisable(o === 0 ? Py_None : o);
  },
  keepGarbage: (o) => {
    const garbage = garbageList();
    if (garbage === 0 || PyList_Append(garbage, o) < 0) PyErr_Clear();
  },
  clearFreeLists,
  notify,
  debugObject: (kind, o) => writeStandardError(`gc: ${kind} <${typeNameOf(o)} 0x${o.toString(16)}>`),
  debugLine: (line) => writeStandardError(line),
});

export { collectScheduled };
