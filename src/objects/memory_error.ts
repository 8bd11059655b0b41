// MemoryError: made when there is no memory, so dead ones are kept.
//
// The interpreter's exception state heads a list of dead MemoryErrors, linked through their dict field; the boot fills it.
// Invariant: the list holds at most MEMERRORS_SAVE exceptions, untracked, with all other fields null.
import { gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr } from "../memory/memory.ts";
import { PyBaseExceptionObject } from "../memory/structs/exceptions.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { _Py_exc_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { textFunction } from "../memory/text.ts";
import { setSpareMemoryError } from "./errors.ts";
import { base_new, exception } from "./exceptions.ts";
import { decref, newRef, typeOf } from "./object.ts";
import { emptyTuple } from "./tuple_core.ts";
import { freeInstance } from "./type_alloc.ts";
import { PyExc_Exception, PyExc_MemoryError } from "./types.ts";

const STATE = INTERPRETER + PyInterpreterState.exc_state;
const HEAD = STATE + _Py_exc_state.memerrors_freelist;
const COUNT = STATE + _Py_exc_state.memerrors_numfree;
const MEMERRORS_SAVE = 16;
const LINK = PyBaseExceptionObject.dict;

/** One of the kept ones, alive and tracked; 0 when none is left. */
function takeKept(): Owned {
  const o = ptr(HEAD);
  if (o === 0) return 0;
  setPtr(HEAD, ptr(o + LINK));
  setI32(COUNT, i32(COUNT) - 1);
  setPtr(o + LINK, 0);
  setPtr(o + PyBaseExceptionObject.args, emptyTuple);
  setI32(o, 1);
  gcTrack(o);
  return o;
}

function memoryerror_new(type: Borrowed, args: Borrowed): Owned {
  if (type !== PyExc_MemoryError) return base_new(type, args);
  const o = takeKept();
  if (o === 0) return base_new(type, args);
  setPtr(o + PyBaseExceptionObject.args, args === 0 ? emptyTuple : newRef(args));
  return o;
}

function memoryerror_dealloc(o: Address): void {
  if (isTracked(o)) gcUntrack(o);
  textFunction(ptr(PyExc_MemoryError + PyTypeObject.tp_clear))(o);
  if (typeOf(o) !== PyExc_MemoryError || i32(COUNT) >= MEMERRORS_SAVE) {
    freeInstance(o);
    return;
  }
  setPtr(o + LINK, ptr(HEAD));
  setPtr(HEAD, o);
  setI32(COUNT, i32(COUNT) + 1);
}

exception(PyExc_MemoryError, "MemoryError", {
  base: PyExc_Exception,
  slots: { tp_new: memoryerror_new, tp_dealloc: memoryerror_dealloc },
});

/** preallocate_memerrors: once, when a boot image is made. False when there is no memory for that. */
export function initializeMemoryErrors(): boolean {
  const errors: Owned[] = [];
  for (let i = 0; i < MEMERRORS_SAVE; i++) errors.push(base_new(PyExc_MemoryError, emptyTuple));
  const complete = !errors.includes(0);
  for (const o of errors) if (o !== 0) decref(o);
  return complete;
}

setSpareMemoryError(takeKept);
