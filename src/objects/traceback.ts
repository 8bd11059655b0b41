// Traceback objects: one entry a frame that an exception passed through.
import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { THREAD } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr } from "../memory/memory.ts";
import { _PyInterpreterFrame, PyFrameObject, PyTracebackObject } from "../memory/structs/code.ts";
import { PyBaseExceptionObject } from "../memory/structs/exceptions.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { convertInt } from "./convert.ts";
import { declareType } from "./declare.ts";
import { argumentTypeName, PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, typeNameOf } from "./errors.ts";
import { frameLasti, frameLine, frameObject, lineOf } from "./frame_object.ts";
import { identifier } from "./identifiers.ts";
import { PyList_Append, PyList_New } from "./list_core.ts";
import { PyLong_FromNumber } from "./long_core.ts";
import { initObject, newRef, Py_TPFLAGS_HAVE_GC, sizeOf, typeOf, xdecref, xnewRef } from "./object.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError, PyFrame_Type, PyTraceBack_Type } from "./types.ts";

function newTraceback(next: Borrowed, frame: Borrowed, lasti: number, line: number): Owned {
  const o = gcNewVar(PyTraceBack_Type, PyTracebackObject.sizeof);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, PyTraceBack_Type);
  setPtr(o + PyTracebackObject.tb_next, xnewRef(next));
  setPtr(o + PyTracebackObject.tb_frame, newRef(frame));
  setI32(o + PyTracebackObject.tb_lasti, lasti);
  setI32(o + PyTracebackObject.tb_lineno, line);
  gcTrack(o);
  return o;
}

/** PyTraceBack_Here: puts the frame in front of the pending exception's traceback. */
export function PyTraceBack_Here(frame: Address): void {
  const exception = ptr(THREAD + PyThreadState.current_exception);
  // The frame object may have to be allocated; the exception waits aside.
  setPtr(THREAD + PyThreadState.current_exception, 0);
  const object = frameObject(frame);
  const old = ptr(exception + PyBaseExceptionObject.traceback);
  if (object !== 0) {
    const entry = newTraceback(old, object, frameLasti(frame), frameLine(frame));
    if (entry !== 0) {
      setPtr(exception + PyBaseExceptionObject.traceback, entry);
      xdecref(old);
    }
  }
  const second = ptr(THREAD + PyThreadState.current_exception);
  xdecref(second);
  setPtr(THREAD + PyThreadState.current_exception, exception);
}

function tb_lineno(o: Borrowed): number {
  const line = i32(o + PyTracebackObject.tb_lineno);
  if (line !== -1) return line;
  const frame = ptr(ptr(o + PyTracebackObject.tb_frame) + PyFrameObject.f_frame);
  return lineOf(ptr(frame + _PyInterpreterFrame.f_executable), i32(o + PyTracebackObject.tb_lasti));
}

const NAMES = ["tb_frame", "tb_next", "tb_lasti", "tb_lineno"].map((name) => identifier(name));

/** dir() shows what is the traceback's own, and no method of object. */
function listNames(): Owned {
  const list = PyList_New(0);
  for (const name of NAMES) if (list !== 0 && PyList_Append(list, name) < 0) break;
  return list;
}

declareType(PyTraceBack_Type, {
  name: "traceback",
  basicsize: PyTracebackObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      const next = ptr(o + PyTracebackObject.tb_next);
      const frame = ptr(o + PyTracebackObject.tb_frame);
      xdecref(next);
      xdecref(frame);
      gcFree(o);
    },
    tp_traverse: (o: Address, visit: (o: Address) => number): number => {
      const next = ptr(o + PyTracebackObject.tb_next);
      return (next === 0 ? 0 : visit(next)) || visit(ptr(o + PyTracebackObject.tb_frame));
    },
    tp_clear: (o: Address): number => {
      const next = ptr(o + PyTracebackObject.tb_next);
      setPtr(o + PyTracebackObject.tb_next, 0);
      xdecref(next);
      return 0;
    },
    tp_new: (_type: Borrowed, args: Borrowed): Owned => {
      if (sizeOf(args) !== 4) return raise(PyExc_TypeError, "traceback() requires 4 arguments");
      const next = PyTuple_GET_ITEM(args, 0);
      const frame = PyTuple_GET_ITEM(args, 1);
      if (next !== Py_None && typeOf(next) !== PyTraceBack_Type) {
        return raise(PyExc_TypeError, `expected traceback object or None, got '${typeNameOf(next)}'`);
      }
      if (typeOf(frame) !== PyFrame_Type) {
        return raise(
          PyExc_TypeError,
          `traceback() argument 'tb_frame' must be frame, not ${argumentTypeName(frame, 50)}`,
        );
      }
      const lasti = convertInt(PyTuple_GET_ITEM(args, 2));
      const line = convertInt(PyTuple_GET_ITEM(args, 3));
      if (PyErr_Occurred()) return 0;
      return newTraceback(next === Py_None ? 0 : next, frame, lasti, line);
    },
  },
  methods: [["__dir__", "()", listNames]],
  members: [
    ["tb_frame", "object", PyTracebackObject.tb_frame, "readonly"],
    ["tb_lasti", "int", PyTracebackObject.tb_lasti, "readonly"],
  ],
  getset: [
    [
      "tb_next",
      (o: Borrowed) => newRef(ptr(o + PyTracebackObject.tb_next) || Py_None),
      (o: Borrowed, value: Borrowed): number => {
        if (value === 0) return raiseInt(PyExc_TypeError, "can't delete tb_next attribute");
        const next = value === Py_None ? 0 : value;
        if (next !== 0 && typeOf(next) !== PyTraceBack_Type) {
          return raiseInt(PyExc_TypeError, `expected traceback object, got '${typeNameOf(next)}'`);
        }
        for (let at = next; at !== 0; at = ptr(at + PyTracebackObject.tb_next)) {
          if (at === o) return raiseInt(PyExc_ValueError, "traceback loop detected");
        }
        const old = ptr(o + PyTracebackObject.tb_next);
        setPtr(o + PyTracebackObject.tb_next, xnewRef(next));
        xdecref(old);
        return 0;
      },
    ],
    ["tb_lineno", (o: Borrowed) => PyLong_FromNumber(tb_lineno(o))],
  ],
});
