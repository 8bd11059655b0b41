// A scanner: a search that goes on where its last match ended. finditer is one, called until it answers None.
import { gcUntrack } from "../../gc/link.ts";
import {
  type Address,
  type Borrowed,
  fillBytes,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  setSsize,
  ssize,
} from "../../memory/memory.ts";
import { PyBUF_SIMPLE, PyBuffer_Release, PyObject_GetBuffer } from "../../objects/buffer.ts";
import { newModuleType } from "../../objects/declare.ts";
import { raise } from "../../objects/errors.ts";
import {
  decref,
  newRef,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  typeIn,
  xdecref,
} from "../../objects/object.ts";
import { freeOfHeapType } from "../../objects/type_alloc.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { allocate, traverser } from "../type_support.ts";
import { matchHere, matchStart, matchStop, searchFrom } from "./engine.ts";
import { newMatch } from "./match.ts";
import { PatternObject, ScannerObject } from "./structs.ts";
import { closeSubject, openSubjectFor, type Subject } from "./subject.ts";

/** pattern_scanner. Owned. */
export function newScanner(pattern: Borrowed, string: Borrowed, pos: number, endpos: number): Owned {
  const subject = openSubjectFor(i32(pattern + PatternObject.isbytes), string);
  if (subject === null) return 0;
  const { isBytes, kind, length, buffer } = subject;
  let { data } = subject;
  closeSubject(subject);
  const o = allocate(typeIn(scannerType));
  if (o === 0) return 0;
  setPtr(o + ScannerObject.pattern, newRef(pattern));
  fillBytes(o + ScannerObject.buffer, 0, ScannerObject.pos - ScannerObject.buffer);
  if (buffer !== null) {
    // Held for the scanner's life, so that the bytes stay where they are.
    if (PyObject_GetBuffer(string, o + ScannerObject.buffer, PyBUF_SIMPLE) < 0) {
      decref(o);
      return 0;
    }
    data = ptr(o + ScannerObject.buffer);
  }
  const from = Math.max(0, Math.min(pos, length));
  const to = Math.max(0, Math.min(endpos, length));
  setPtr(o + ScannerObject.string, newRef(string));
  setSsize(o + ScannerObject.pos, from);
  setSsize(o + ScannerObject.endpos, to);
  setPtr(o + ScannerObject.beginning, data);
  setPtr(o + ScannerObject.start, data + from * kind);
  setPtr(o + ScannerObject.ptr, data + from * kind);
  setPtr(o + ScannerObject.end, data + to * kind);
  setI32(o + ScannerObject.isbytes, isBytes ? 1 : 0);
  setI32(o + ScannerObject.charsize, kind);
  return o;
}

function step(attemptMatch: typeof searchFrom): (o: Borrowed) => Owned {
  return (o) => {
    if (i32(o + ScannerObject.executing) !== 0) {
      return raise(PyExc_ValueError, "regular expression scanner already executing");
    }
    const from = ptr(o + ScannerObject.start);
    if (from === 0) return Py_None;
    const pattern = ptr(o + ScannerObject.pattern);
    const data = ptr(o + ScannerObject.beginning);
    const kind = i32(o + ScannerObject.charsize);
    const endpos = ssize(o + ScannerObject.endpos);
    setI32(o + ScannerObject.executing, 1);
    const status = attemptMatch({
      code: pattern + PatternObject.code,
      groupCount: ssize(pattern + PatternObject.groups),
      kind,
      data,
      start: (from - data) / kind,
      end: endpos,
      isWhole: false,
      mustAdvance: i32(o + ScannerObject.must_advance) !== 0,
    });
    setI32(o + ScannerObject.executing, 0);
    if (status < 0) return 0;
    if (status === 0) {
      setPtr(o + ScannerObject.start, 0);
      return Py_None;
    }
    const stop = data + matchStop() * kind;
    setPtr(o + ScannerObject.ptr, stop);
    setPtr(o + ScannerObject.start, stop);
    setI32(o + ScannerObject.must_advance, matchStop() === matchStart() ? 1 : 0);
    const string = ptr(o + ScannerObject.string);
    const subject: Subject = {
      string,
      isBytes: i32(o + ScannerObject.isbytes) !== 0,
      kind,
      data,
      length: endpos,
      buffer: null,
    };
    return newMatch(pattern, subject, ssize(o + ScannerObject.pos), endpos);
  };
}

/** A method that is told its class takes arguments by count and refuses them itself. */
function withoutArguments(name: string, run: (o: Borrowed) => Owned) {
  return (o: Borrowed, _args: Address, nargs: number, kwnames: Borrowed): Owned =>
    nargs === 0 && (kwnames === 0 || sizeOf(kwnames) === 0)
      ? run(o)
      : raise(PyExc_TypeError, `${name}() takes no arguments`);
}

export const scannerType = newModuleType({
  name: "_sre.SRE_Scanner",
  basicsize: ScannerObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      if (ptr(o + ScannerObject.buffer) !== 0) PyBuffer_Release(o + ScannerObject.buffer);
      xdecref(ptr(o + ScannerObject.string));
      xdecref(ptr(o + ScannerObject.pattern));
      freeOfHeapType(o);
    },
    tp_traverse: traverser(ScannerObject.pattern),
  },
  methods: [
    ["match", "!()", withoutArguments("match", step(matchHere))],
    ["search", "!()", withoutArguments("search", step(searchFrom))],
  ],
  members: [["pattern", "object", ScannerObject.pattern, "readonly"]],
});
