// Frame objects: what a program sees of an interpreter frame (f_locals, f_lineno, …). Made when asked for; they outlive
// the frame by taking a copy of it (interpreter/frame.ts, takeOwnership).

import { gcFree, gcNewVar, gcUntrack, isTracked } from "../gc/link.ts";
import { type Address, type Borrowed, i8, i32, type Owned, ptr, setI32, setPtr, setU8, u8 } from "../memory/memory.ts";
import { _PyInterpreterFrame, PyCellObject, PyCodeObject, PyFrameObject, PyGenObject } from "../memory/structs/code.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyBytesObject } from "../memory/structs/text.ts";
import { textFunction } from "../memory/text.ts";
import { declareType } from "./declare.ts";
import { PyDict_New, PyDict_SetItem } from "./dict_core.ts";
import { PyDict_Update } from "./dict_merge.ts";
import { PyErr_NoMemory, raise, raiseInt } from "./errors.ts";
import { newFrameLocalsProxy } from "./frame_locals_proxy.ts";
import { FRAME_OWNED_BY_FRAME_OBJECT, FRAME_OWNED_BY_GENERATOR, isNative } from "./frames.ts";
import { bool, PyLong_FromNumber } from "./long_core.ts";
import {
  clearSlot,
  decref,
  initObject,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  sizeOf,
  typeOf,
  xdecref,
} from "./object.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import {
  Py_None,
  Py_True,
  PyBool_Type,
  PyCell_Type,
  PyExc_AttributeError,
  PyExc_RuntimeError,
  PyExc_TypeError,
  PyExc_ValueError,
  PyFrame_Type,
  PyLong_Type,
} from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";

const LOCALSPLUS = _PyInterpreterFrame.localsplus;
const CO_FAST_HIDDEN = 0x10;
const CO_OPTIMIZED = 1;
/** Values of a generator's gi_frame_state. */
const FRAME_SUSPENDED = -2;
const FRAME_SUSPENDED_YIELD_FROM = -1;
const FRAME_EXECUTING = 0;

/** What tracing does for frame objects: sets the line where the frame goes on; tells of each instruction. 0 or -1. */
interface FrameHooks {
  readonly setLine: (o: Borrowed, value: Borrowed) => number;
  readonly traceOpcodes: (o: Borrowed, isOn: boolean) => number;
}
let hooks: FrameHooks = { setLine: () => 0, traceOpcodes: () => 0 };
/** The interpreter registers them. */
export function setFrameHooks(found: FrameHooks): void {
  hooks = found;
}

/** _PyFrame_GetFrameObject: borrowed; 0 with MemoryError set. */
export function frameObject(frame: Address): Borrowed {
  const known = ptr(frame + _PyInterpreterFrame.frame_obj);
  if (known !== 0) return known;
  const code = ptr(frame + _PyInterpreterFrame.f_executable);
  const slots = i32(code + PyCodeObject.co_nlocalsplus) + i32(code + PyCodeObject.co_stacksize);
  const o = gcNewVar(PyFrame_Type, PyFrameObject._f_frame_data + LOCALSPLUS + slots * 8);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, PyFrame_Type);
  setPtr(o + PyFrameObject.f_back, 0);
  setPtr(o + PyFrameObject.f_frame, frame);
  setPtr(o + PyFrameObject.f_trace, 0);
  setI32(o + PyFrameObject.f_lineno, 0);
  // With f_trace_opcodes, and the padding behind it, where monitoring notes the line begun last.
  setI32(o + PyFrameObject.f_trace_lines, 1);
  setPtr(o + PyFrameObject.f_extra_locals, 0);
  setPtr(o + PyFrameObject.f_locals_cache, 0);
  setPtr(frame + _PyInterpreterFrame.frame_obj, o);
  // Not tracked: it holds nothing until it outlives its frame (takeOwnership in interpreter/frame.ts).
  return o;
}

/**
 * The line of an instruction, counted in bytes from the code's start; -1 when it has none. PyCode_Addr2Line. Each raise asks
 * for it, so the table (bytecode/linetable.ts: its form) is read where it lies.
 */
export function lineOf(code: Borrowed, byteOffset: number): number {
  let line = i32(code + PyCodeObject.co_firstlineno);
  if (byteOffset < 0) return line;
  const table = ptr(code + PyCodeObject.co_linetable);
  let at = table + PyBytesObject.ob_sval;
  const end = at + sizeOf(table);
  let units = byteOffset >> 1;
  while (at < end) {
    const first = u8(at++);
    const kind = (first >> 3) & 15;
    if (kind >= KIND_SIGNED && kind !== KIND_NONE) {
      let value = 0;
      let digit = 0x40;
      for (let shift = 0; (digit & 0x40) !== 0 && at < end; shift += 6) {
        digit = u8(at++);
        value |= (digit & 0x3f) << shift;
      }
      line += (value & 1) !== 0 ? -(value >>> 1) : value >>> 1;
    } else if (kind >= KIND_ONE_LINE && kind < KIND_SIGNED) line += kind - KIND_ONE_LINE;
    units -= (first & 7) + 1;
    if (units < 0) return kind === KIND_NONE ? -1 : line;
    while (at < end && u8(at) < 0x80) at++;
  }
  return -1;
}
const KIND_ONE_LINE = 10;
const KIND_SIGNED = 13;
const KIND_NONE = 15;

/** Byte offset of a frame's current instruction. */
export function frameLasti(frame: Address): number {
  const code = ptr(frame + _PyInterpreterFrame.f_executable);
  return ptr(frame + _PyInterpreterFrame.instr_ptr) - (code + PyCodeObject.co_code_adaptive);
}

export function frameLine(frame: Address): number {
  return lineOf(ptr(frame + _PyInterpreterFrame.f_executable), frameLasti(frame));
}

/** The next frame below that a program can see; 0 when there is none. */
export function visiblePrevious(frame: Address): Address {
  let previous = ptr(frame + _PyInterpreterFrame.previous);
  while (previous !== 0 && (isNative(previous) || isEarly(previous)))
    previous = ptr(previous + _PyInterpreterFrame.previous);
  return previous;
}

function isEarly(frame: Address): boolean {
  if (u8(frame + _PyInterpreterFrame.owner) === FRAME_OWNED_BY_GENERATOR) return false;
  const code = ptr(frame + _PyInterpreterFrame.f_executable);
  return frameLasti(frame) < i32(code + PyCodeObject._co_firsttraceable) * 2;
}

/** The value of local i for a reader: what a cell holds; 0 when unbound. Borrowed. */
function localValue(frame: Address, index: number, kinds: Address): Borrowed {
  const value = ptr(frame + LOCALSPLUS + index * 8);
  if (value !== 0 && u8(kinds + index) & 0xc0 && typeOf(value) === PyCell_Type) return ptr(value + PyCellObject.ob_ref);
  return value;
}

/** _PyFrame_HasHiddenLocals: whether a comprehension runs inside the code of a module or class, with variables of its own. */
function hasHiddenLocals(frame: Address, code: Borrowed): boolean {
  const kinds = ptr(code + PyCodeObject.co_localspluskinds) + PyBytesObject.ob_sval;
  const count = i32(code + PyCodeObject.co_nlocalsplus);
  for (let i = 0; i < count; i++) if (u8(kinds + i) & CO_FAST_HIDDEN && localValue(frame, i, kinds) !== 0) return true;
  return false;
}

/** Whether the names of a frame are those of its namespace alone. */
function hasNamespace(frame: Address): boolean {
  const code = ptr(frame + _PyInterpreterFrame.f_executable);
  if ((i32(code + PyCodeObject.co_flags) & CO_OPTIMIZED) !== 0) return false;
  return ptr(frame + _PyInterpreterFrame.f_locals) !== 0 && !hasHiddenLocals(frame, code);
}

/** A snapshot dict of a function frame's locals; of a module's or class's frame its namespace. Owned. */
export function frameLocals(frame: Address): Owned {
  const code = ptr(frame + _PyInterpreterFrame.f_executable);
  if (hasNamespace(frame)) return newRef(ptr(frame + _PyInterpreterFrame.f_locals));
  const dict = PyDict_New();
  if (dict === 0) return 0;
  const names = ptr(code + PyCodeObject.co_localsplusnames);
  const kinds = ptr(code + PyCodeObject.co_localspluskinds) + PyBytesObject.ob_sval;
  const count = i32(code + PyCodeObject.co_nlocalsplus);
  for (let i = 0; i < count; i++) {
    const value = localValue(frame, i, kinds);
    if (value !== 0) PyDict_SetItem(dict, PyTuple_GET_ITEM(names, i), value);
  }
  const object = ptr(frame + _PyInterpreterFrame.frame_obj);
  const extra = object === 0 ? 0 : ptr(object + PyFrameObject.f_extra_locals);
  if (extra !== 0 && PyDict_Update(dict, extra) < 0) {
    decref(dict);
    return 0;
  }
  return dict;
}

function frame_dealloc(o: Address): void {
  if (isTracked(o)) gcUntrack(o);
  const frame = ptr(o + PyFrameObject.f_frame);
  let code = 0;
  if (frame === o + PyFrameObject._f_frame_data) {
    // The code dies last.
    code = ptr(frame + _PyInterpreterFrame.f_executable);
    setPtr(frame + _PyInterpreterFrame.f_executable, 0);
    clearSlot(frame + _PyInterpreterFrame.f_funcobj);
    clearSlot(frame + _PyInterpreterFrame.f_locals);
    clearLocals(frame);
  }
  clearSlot(o + PyFrameObject.f_back);
  clearSlot(o + PyFrameObject.f_trace);
  clearSlot(o + PyFrameObject.f_extra_locals);
  clearSlot(o + PyFrameObject.f_locals_cache);
  gcFree(o);
  xdecref(code);
}

/** _PyFrame_ClearLocals, but for the namespace. */
export function clearLocals(frame: Address): void {
  const top = i32(frame + _PyInterpreterFrame.stacktop);
  setI32(frame + _PyInterpreterFrame.stacktop, 0);
  for (let i = 0; i < top; i++) clearSlot(frame + LOCALSPLUS + i * 8);
}

const FRAME_FIELDS = [
  _PyInterpreterFrame.frame_obj,
  _PyInterpreterFrame.f_locals,
  _PyInterpreterFrame.f_funcobj,
  _PyInterpreterFrame.f_executable,
];

/**
 * _PyFrame_Traverse, for frame objects and generators. Of a frame that runs the locals and the stack are left out: its
 * stacktop is of the time when it began to run.
 */
export function traverseFrame(frame: Address, visit: (o: Address) => number, isRunning = false): number {
  for (const field of FRAME_FIELDS) {
    const value = ptr(frame + field);
    if (value !== 0) {
      const stop = visit(value);
      if (stop !== 0) return stop;
    }
  }
  const top = isRunning ? 0 : i32(frame + _PyInterpreterFrame.stacktop);
  for (let i = 0; i < top; i++) {
    const value = ptr(frame + LOCALSPLUS + i * 8);
    if (value !== 0) {
      const stop = visit(value);
      if (stop !== 0) return stop;
    }
  }
  return 0;
}

function frame_traverse(o: Address, visit: (o: Address) => number): number {
  for (const field of [
    PyFrameObject.f_back,
    PyFrameObject.f_trace,
    PyFrameObject.f_extra_locals,
    PyFrameObject.f_locals_cache,
  ]) {
    const value = ptr(o + field);
    if (value !== 0) {
      const stop = visit(value);
      if (stop !== 0) return stop;
    }
  }
  const frame = ptr(o + PyFrameObject.f_frame);
  return u8(frame + _PyInterpreterFrame.owner) === FRAME_OWNED_BY_FRAME_OBJECT ? traverseFrame(frame, visit) : 0;
}

const frameOf = (o: Borrowed): Address => ptr(o + PyFrameObject.f_frame);

/** What f_locals gives: a proxy for functions, the namespace itself for modules and classes. */
function get_locals(o: Borrowed): Owned {
  const frame = frameOf(o);
  return hasNamespace(frame) ? newRef(ptr(frame + _PyInterpreterFrame.f_locals)) : newFrameLocalsProxy(o);
}

/** frame.clear(): what an ended frame holds; a generator that never ran ends. */
function clearFrame(o: Borrowed): Owned {
  const frame = frameOf(o);
  const owner = u8(frame + _PyInterpreterFrame.owner);
  if (owner === FRAME_OWNED_BY_GENERATOR) {
    const generator = frameGenerator(frame);
    const state = i8(generator + PyGenObject.gi_frame_state);
    if (state === FRAME_EXECUTING) return raise(PyExc_RuntimeError, "cannot clear an executing frame");
    if (state === FRAME_SUSPENDED || state === FRAME_SUSPENDED_YIELD_FROM) {
      return raise(PyExc_RuntimeError, "cannot clear a suspended frame");
    }
    const finalize = ptr(typeOf(generator) + PyTypeObject.tp_finalize);
    if (finalize !== 0) textFunction(finalize)(generator);
    return Py_None;
  }
  if (owner !== FRAME_OWNED_BY_FRAME_OBJECT) return raise(PyExc_RuntimeError, "cannot clear an executing frame");
  textFunction(ptr(PyFrame_Type + PyTypeObject.tp_clear))(o);
  return Py_None;
}

function sizeOfFrame(o: Borrowed): Owned {
  const code = ptr(frameOf(o) + _PyInterpreterFrame.f_executable);
  const slots = i32(code + PyCodeObject.co_nlocalsplus) + i32(code + PyCodeObject.co_stacksize);
  return PyLong_FromNumber(PyFrameObject._f_frame_data + LOCALSPLUS + slots * 8);
}

declareType(PyFrame_Type, {
  name: "frame",
  basicsize: PyFrameObject._f_frame_data + LOCALSPLUS,
  itemsize: 8,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: frame_dealloc,
    tp_traverse: frame_traverse,
    tp_clear: (o: Address): number => {
      clearSlot(o + PyFrameObject.f_trace);
      clearSlot(o + PyFrameObject.f_extra_locals);
      clearSlot(o + PyFrameObject.f_locals_cache);
      if (u8(frameOf(o) + _PyInterpreterFrame.owner) === FRAME_OWNED_BY_FRAME_OBJECT) {
        clearLocals(frameOf(o));
        clearSlot(frameOf(o) + _PyInterpreterFrame.f_locals);
      }
      return 0;
    },
    tp_repr: (o: Borrowed): Owned => {
      const code = ptr(frameOf(o) + _PyInterpreterFrame.f_executable);
      const file = textOf(ptr(code + PyCodeObject.co_filename));
      const name = textOf(ptr(code + PyCodeObject.co_name));
      return PyUnicode_FromString(
        `<frame at 0x${o.toString(16)}, file '${file}', line ${frameLine(frameOf(o))}, code ${name}>`,
      );
    },
  },
  members: [["f_trace_lines", "bool", PyFrameObject.f_trace_lines]],
  methods: [
    ["clear", "()", clearFrame],
    ["__sizeof__", "()", sizeOfFrame],
  ],
  getset: [
    [
      "f_back",
      (o: Borrowed): Owned => {
        const known = ptr(o + PyFrameObject.f_back);
        if (known !== 0) return newRef(known);
        const previous = visiblePrevious(frameOf(o));
        return previous === 0 ? Py_None : newRef(frameObject(previous));
      },
    ],
    ["f_locals", get_locals],
    [
      "f_lineno",
      (o: Borrowed): Owned => {
        const line = i32(o + PyFrameObject.f_lineno) || frameLine(frameOf(o));
        return line < 0 ? Py_None : PyLong_FromNumber(line);
      },
      (o: Borrowed, value: Borrowed): number => {
        if (value === 0) return raiseInt(PyExc_AttributeError, "cannot delete attribute");
        if (typeOf(value) !== PyLong_Type) return raiseInt(PyExc_ValueError, "lineno must be an integer");
        return hooks.setLine(o, value);
      },
    ],
    [
      "f_trace",
      (o: Borrowed) => newRef(ptr(o + PyFrameObject.f_trace) || Py_None),
      (o: Borrowed, value: Borrowed): number => {
        const isSet = value !== 0 && value !== Py_None;
        replaceSlot(o + PyFrameObject.f_trace, isSet ? newRef(value) : 0);
        return isSet && u8(o + PyFrameObject.f_trace_opcodes) !== 0 ? hooks.traceOpcodes(o, true) : 0;
      },
    ],
    ["f_lasti", (o: Borrowed) => PyLong_FromNumber(frameLasti(frameOf(o)))],
    ["f_globals", (o: Borrowed) => newRef(ptr(frameOf(o) + _PyInterpreterFrame.f_globals))],
    ["f_builtins", (o: Borrowed) => newRef(ptr(frameOf(o) + _PyInterpreterFrame.f_builtins))],
    ["f_code", (o: Borrowed) => newRef(ptr(frameOf(o) + _PyInterpreterFrame.f_executable))],
    [
      "f_trace_opcodes",
      (o: Borrowed) => bool(u8(o + PyFrameObject.f_trace_opcodes) !== 0),
      (o: Borrowed, value: Borrowed): number => {
        if (value === 0 || typeOf(value) !== PyBool_Type) {
          return raiseInt(PyExc_TypeError, "attribute value type must be bool");
        }
        setU8(o + PyFrameObject.f_trace_opcodes, value === Py_True ? 1 : 0);
        return value === Py_True && ptr(o + PyFrameObject.f_trace) !== 0 ? hooks.traceOpcodes(o, true) : 0;
      },
    ],
  ],
});

/** The generator a frame belongs to, or 0. */
export function frameGenerator(frame: Address): Borrowed {
  return u8(frame + _PyInterpreterFrame.owner) === FRAME_OWNED_BY_GENERATOR ? frame - PyGenObject.gi_iframe : 0;
}
