// BufferedRWPair: a reader and a writer that look like one stream.
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../../memory/memory.ts";
import { rwpair } from "../../memory/structs/io.ts";
import { PyObject_GetAttr } from "../../objects/abstract.ts";
import { PyObject_CallNoArgs, PyObject_CallTwoArgs, PyObject_Vectorcall } from "../../objects/call.ts";
import { newModuleType } from "../../objects/declare.ts";
import { PyErr_GetRaisedException, PyErr_NoMemory, raise } from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { clearSlot, decref, sizeOf, typeIn } from "../../objects/object.ts";
import { PyTuple_GET_ITEM } from "../../objects/tuple_core.ts";
import { Py_False, PyExc_RuntimeError, PyExc_ValueError } from "../../objects/types.ts";
import { PyObject_ClearWeakRefs } from "../../objects/weakref_core.ts";
import { checkPositional, clearer, deallocator, refuseKeywords, traverser } from "../type_support.ts";
import { PyBufferedReader_Type } from "./buffered_reader.ts";
import { PyBufferedWriter_Type } from "./buffered_writer.ts";
import { checkAbility, STREAM_FLAGS } from "./iobase.ts";
import { asSsize, chainExceptions, DEFAULT_BUFFER_SIZE, id } from "./shared.ts";

const READER = rwpair.reader;
const WRITER = rwpair.writer;
const id_readinto1 = identifier("readinto1");

function init(o: Borrowed, args: Borrowed, keywords: Borrowed): number {
  if (!refuseKeywords("BufferedRWPair", typeIn(PyBufferedRWPair_Type), typeIn(PyBufferedRWPair_Type), keywords))
    return -1;
  if (!checkPositional("BufferedRWPair", args, 2, 3)) return -1;
  const reader = PyTuple_GET_ITEM(args, 0);
  const writer = PyTuple_GET_ITEM(args, 1);
  const size = sizeOf(args) > 2 ? asSsize(PyTuple_GET_ITEM(args, 2)) : DEFAULT_BUFFER_SIZE;
  if (size !== size) return -1;
  if (!checkAbility(reader, id.readable, "readable") || !checkAbility(writer, id.writable, "writable")) return -1;
  const bytes = PyLong_FromNumber(size);
  if (bytes === 0) {
    PyErr_NoMemory();
    return -1;
  }
  clearSlot(o + READER);
  clearSlot(o + WRITER);
  setPtr(o + READER, PyObject_CallTwoArgs(typeIn(PyBufferedReader_Type), reader, bytes));
  if (ptr(o + READER) !== 0) {
    setPtr(o + WRITER, PyObject_CallTwoArgs(typeIn(PyBufferedWriter_Type), writer, bytes));
    if (ptr(o + WRITER) === 0) clearSlot(o + READER);
  }
  decref(bytes);
  return ptr(o + WRITER) === 0 ? -1 : 0;
}

/** Calls a method of one half with the arguments given. */
function forward(half: number, name: Borrowed) {
  return (o: Borrowed, args: Address, nargs: number): Owned => {
    const method = methodOf(o, half, name);
    if (method === 0) return 0;
    const result = PyObject_Vectorcall(method, args, nargs, 0);
    decref(method);
    return result;
  };
}

function methodOf(o: Borrowed, half: number, name: Borrowed): Owned {
  const stream = ptr(o + half);
  if (stream === 0) return raise(PyExc_ValueError, "I/O operation on uninitialized object");
  return PyObject_GetAttr(stream, name);
}

function call(o: Borrowed, half: number, name: Borrowed): Owned {
  const method = methodOf(o, half, name);
  const result = method === 0 ? 0 : PyObject_CallNoArgs(method);
  if (method !== 0) decref(method);
  return result;
}

function close(o: Borrowed): Owned {
  const first = call(o, WRITER, id.close);
  const error = first === 0 ? PyErr_GetRaisedException() : 0;
  if (first !== 0) decref(first);
  const second = call(o, READER, id.close);
  if (error === 0) return second;
  chainExceptions(error);
  if (second !== 0) decref(second);
  return 0;
}

function isatty(o: Borrowed): Owned {
  const answer = call(o, WRITER, id.isatty);
  if (answer !== Py_False) return answer;
  return call(o, READER, id.isatty);
}

const release = deallocator(READER, WRITER, rwpair.dict);

export const PyBufferedRWPair_Type = newModuleType({
  name: "_io.BufferedRWPair",
  basicsize: rwpair.sizeof,
  flags: STREAM_FLAGS,
  dictoffset: rwpair.dict,
  weaklistoffset: rwpair.weakreflist,
  slots: {
    tp_init: init,
    tp_dealloc: (o: Address): void => {
      PyObject_ClearWeakRefs(o);
      release(o);
    },
    tp_traverse: traverser(READER, WRITER, rwpair.dict),
    tp_clear: clearer(READER, WRITER, rwpair.dict),
  },
  methods: [
    ["read", "(*args)", forward(READER, id.read)],
    ["peek", "(*args)", forward(READER, id.peek)],
    ["read1", "(*args)", forward(READER, id.read1)],
    ["readinto", "(*args)", forward(READER, id.readinto)],
    ["readinto1", "(*args)", forward(READER, id_readinto1)],
    ["write", "(*args)", forward(WRITER, id.write)],
    ["flush", "()", (o: Borrowed) => call(o, WRITER, id.flush)],
    ["readable", "()", (o: Borrowed) => call(o, READER, id.readable)],
    ["writable", "()", (o: Borrowed) => call(o, WRITER, id.writable)],
    ["close", "()", close],
    ["isatty", "()", isatty],
  ],
  getset: [
    [
      "closed",
      (o: Borrowed): Owned => {
        const writer = ptr(o + WRITER);
        if (writer !== 0) return PyObject_GetAttr(writer, id.closed);
        return raise(PyExc_RuntimeError, "the BufferedRWPair object is being garbage-collected");
      },
    ],
  ],
});
