// The guard of repr(): an object whose repr is being made shows itself as "..." inside.
// The thread's dict holds, under "Py_Repr", the addresses of the objects at work (CPython: Py_ReprEnter, Py_ReprLeave).
// Invariant: each Py_ReprEnter that answered 0 is followed by one Py_ReprLeave, also after an error and across PUSHED.
import { THREAD } from "../memory/data.ts";
import { type Borrowed, ptr, setPtr } from "../memory/memory.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import {
  dictUsed,
  PyDict_Contains,
  PyDict_DelItem,
  PyDict_GetItemWithError,
  PyDict_New,
  PyDict_SetItem,
} from "./dict_core.ts";
import { PyErr_Clear, PyErr_GetRaisedException, PyErr_NoMemory, PyErr_SetRaisedException, raiseInt } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import { decref } from "./object.ts";
import { Py_None, PyExc_RecursionError } from "./types.ts";

/** Containers shown within each other use the host's stack: as many as every host has room for. */
const REPR_DEPTH_LIMIT = 2000;
const REPR_KEY = identifier("Py_Repr");

/** PyThreadState_GetDict: the thread's own dict, made when it is first needed; 0 with an error set. */
export function PyThreadState_GetDict(): Borrowed {
  const dict = ptr(THREAD + PyThreadState.dict);
  if (dict !== 0) return dict;
  const fresh = PyDict_New();
  setPtr(THREAD + PyThreadState.dict, fresh);
  return fresh;
}

function objectsAtWork(): Borrowed {
  const thread = PyThreadState_GetDict();
  if (thread === 0) return 0;
  const known = PyDict_GetItemWithError(thread, REPR_KEY);
  if (known !== 0) return known;
  const fresh = PyDict_New();
  if (fresh === 0) return 0;
  const failed = PyDict_SetItem(thread, REPR_KEY, fresh) < 0;
  decref(fresh);
  return failed ? 0 : fresh;
}

/** Py_ReprEnter: 0 to go on, 1 when the object's repr is being made already, -1 with an error set. */
export function Py_ReprEnter(o: Borrowed): number {
  const objects = objectsAtWork();
  if (objects === 0) return -1;
  if (dictUsed(objects) >= REPR_DEPTH_LIMIT) {
    return raiseInt(PyExc_RecursionError, "maximum recursion depth exceeded while getting the repr of an object");
  }
  const key = PyLong_FromNumber(o);
  if (key === 0) {
    PyErr_NoMemory();
    return -1;
  }
  let answer = PyDict_Contains(objects, key);
  if (answer === 0 && PyDict_SetItem(objects, key, Py_None) < 0) answer = -1;
  decref(key);
  return answer;
}

/** Py_ReprLeave: keeps the error indicator. */
export function Py_ReprLeave(o: Borrowed): void {
  const exception = PyErr_GetRaisedException();
  const objects = objectsAtWork();
  const key = PyLong_FromNumber(o);
  if (objects === 0 || key === 0 || PyDict_DelItem(objects, key) < 0) PyErr_Clear();
  if (key !== 0) decref(key);
  PyErr_SetRaisedException(exception);
}
