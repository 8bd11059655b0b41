// Buffers of classes that are written in Python (PEP 688): what __buffer__ answers is a memoryview, and who asked for a buffer
// gets that view's.
//
//   Py_buffer.obj -> _buffer_wrapper -> the memoryview that __buffer__ answered
//                                    -> the object itself, whose __release_buffer__ is called with that memoryview in the end
//
// Invariant: a wrapper holds both or, once released, neither. The C function of a base class releases its buffer in any case,
// whatever __release_buffer__ does.
import { gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, i32, ptr, setI32, setPtr } from "../memory/memory.ts";
import { Py_buffer, PyBufferProcs, PyTypeObject } from "../memory/structs/object.ts";
import { PyBufferWrapper } from "../memory/structs/text.ts";
import { textFunction } from "../memory/text.ts";
import { PyBuffer_Release, PyObject_GetBuffer } from "./buffer.ts";
import { PyObject_CallMethod } from "./call_method.ts";
import { declareType } from "./declare.ts";
import {
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_SetRaisedException,
  raise,
  raiseInt,
  typeName,
} from "./errors.ts";
import { currentFrame, settle } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import {
  FLAGS,
  memory_release,
  memory_releasebuffer,
  PyMemoryView_FromBuffer,
  RELEASED,
  RESTRICTED,
  VIEW,
} from "./memoryview_core.ts";
import {
  clearSlot,
  decref,
  initObject,
  isInstanceOf,
  isType,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  typeOf,
  xdecref,
} from "./object.ts";
import { PyErr_FormatUnraisable } from "./slot_functions.ts";
import { pushSpecial } from "./special.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { freeInstance } from "./type_alloc.ts";
import { _PyBufferWrapper_Type, PyExc_TypeError, PyExc_ValueError, PyMemoryView_Type } from "./types.ts";

const MV = PyBufferWrapper.mv;
const OBJ = PyBufferWrapper.obj;

const id_buffer = identifier("__buffer__");
const id_release_buffer = identifier("__release_buffer__");
const id_release = identifier("release");

/** bf_getbuffer of a class with __buffer__: settled, as every buffer is asked for. 0, or -1 with an error set. */
export function slot_bf_getbuffer(self: Borrowed, buffer: Address, flags: number): number {
  const given = PyLong_FromNumber(flags);
  if (given === 0) return PyErr_NoMemory() - 1;
  const base = currentFrame();
  const view = settle(base, pushSpecial(self, id_buffer, given));
  decref(given);
  if (view === 0) return -1;
  if (!isInstanceOf(view, PyMemoryView_Type)) {
    decref(view);
    return raiseInt(PyExc_TypeError, "__buffer__ returned non-memoryview object");
  }
  if (PyObject_GetBuffer(view, buffer, flags) < 0) {
    decref(view);
    return -1;
  }
  const wrapper = gcNewVar(_PyBufferWrapper_Type, PyBufferWrapper.sizeof);
  if (wrapper === 0) {
    PyBuffer_Release(buffer);
    decref(view);
    return PyErr_NoMemory() - 1;
  }
  initObject(wrapper, _PyBufferWrapper_Type);
  // The reference that the buffer had of the view is the wrapper's from here on.
  setPtr(wrapper + MV, view);
  setPtr(wrapper + OBJ, newRef(self));
  gcTrack(wrapper);
  setPtr(buffer + Py_buffer.obj, wrapper);
  decref(view);
  return 0;
}

/** bf_releasebuffer of a class with __release_buffer__. */
export function slot_bf_releasebuffer(self: Borrowed, buffer: Address): void {
  callRelease(self, buffer);
  const inherited = inheritedRelease(typeOf(self));
  if (inherited !== 0) textFunction(inherited)(self, buffer);
}

function releaseOf(type: Borrowed): Address {
  const procs = ptr(type + PyTypeObject.tp_as_buffer);
  return procs === 0 ? 0 : ptr(procs + PyBufferProcs.bf_releasebuffer);
}

const isOfPython = (release: Address): boolean => textFunction(release) === slot_bf_releasebuffer;

/** releasebuffer_maybe_call_super: the function of the nearest base that is none of Python's, or 0. */
function inheritedRelease(type: Borrowed): Address {
  const mro = ptr(type + PyTypeObject.tp_mro);
  if (mro === 0) return 0;
  let isBehind = false;
  for (let i = 0; i < sizeOf(mro); i++) {
    const base = PyTuple_GET_ITEM(mro, i);
    const release = isBehind && isType(base) ? releaseOf(base) : 0;
    if (release !== 0 && !isOfPython(release)) return release;
    isBehind ||= base === type;
  }
  return 0;
}

/** releasebuffer_call_python: self.__release_buffer__(view). Errors are told, since nobody could take them. */
function callRelease(self: Borrowed, buffer: Address): void {
  const pending = PyErr_GetRaisedException();
  const exporter = ptr(buffer + Py_buffer.obj);
  const isWrapped = typeOf(exporter) === _PyBufferWrapper_Type;
  const answered = isWrapped ? ptr(exporter + MV) : 0;
  if (!isWrapped || answered !== 0) {
    const name = typeName(typeOf(self));
    // What __buffer__ answered comes back; a buffer of a base class in C is shown by a view that ends with the call.
    const view = isWrapped ? newRef(answered) : PyMemoryView_FromBuffer(buffer);
    if (view === 0) PyErr_FormatUnraisable(`Exception ignored in bf_releasebuffer of ${name}`);
    else {
      if (!isWrapped) setI32(view + FLAGS, i32(view + FLAGS) | RESTRICTED);
      const base = currentFrame();
      const result = settle(base, pushSpecial(self, id_release_buffer, view));
      if (result === 0) PyErr_FormatUnraisable(`Exception ignored in __release_buffer__ of ${name}`);
      xdecref(result);
      if (!isWrapped) {
        const released = PyObject_CallMethod(view, id_release);
        if (released === 0) PyErr_FormatUnraisable(`Exception ignored in bf_releasebuffer of ${name}`);
        xdecref(released);
      }
      decref(view);
    }
  }
  if (pending !== 0) PyErr_SetRaisedException(pending);
}

/** bf_releasebuffer of the wrapper: the view's, and __release_buffer__ of a class that has it. */
function releaseWrapped(wrapper: Borrowed, buffer: Address): void {
  const view = ptr(wrapper + MV);
  const o = ptr(wrapper + OBJ);
  if (view === 0 || o === 0) return;
  memory_releasebuffer(view);
  const release = releaseOf(typeOf(o));
  if (ptr(view + VIEW + Py_buffer.obj) !== o && release !== 0 && isOfPython(release)) callRelease(o, buffer);
  clearSlot(wrapper + MV);
  clearSlot(wrapper + OBJ);
}

/** wrap_releasebuffer: object.__release_buffer__(view) of a type in C. False with an error set. */
export function releaseViewOf(self: Borrowed, view: Borrowed): boolean {
  const refuse = (type: Address, message: string): false => {
    raise(type, message);
    return false;
  };
  if (!isInstanceOf(view, PyMemoryView_Type)) return refuse(PyExc_TypeError, "expected a memoryview object");
  const exporter = ptr(view + VIEW + Py_buffer.obj);
  if (exporter === 0) return true;
  if (exporter !== self) return refuse(PyExc_ValueError, "memoryview's buffer is not this object");
  if (i32(view + FLAGS) & RELEASED) {
    return refuse(PyExc_ValueError, "memoryview's buffer has already been released");
  }
  return memory_release(view) !== 0;
}

declareType(_PyBufferWrapper_Type, {
  name: "_buffer_wrapper",
  basicsize: PyBufferWrapper.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: (wrapper: Address): void => {
      gcUntrack(wrapper);
      xdecref(ptr(wrapper + MV));
      xdecref(ptr(wrapper + OBJ));
      freeInstance(wrapper);
    },
    tp_traverse: (wrapper: Address, visit: (o: Address) => number): number => {
      const view = ptr(wrapper + MV);
      const stop = view === 0 ? 0 : visit(view);
      const o = ptr(wrapper + OBJ);
      return stop !== 0 || o === 0 ? stop : visit(o);
    },
    bf_releasebuffer: releaseWrapped,
  },
});
