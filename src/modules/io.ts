// The module _io, as far as importing from files needs it: FileIO and open_code. Buffered and text streams are to come
// (docs/differences.md); the standard streams are early_stream.ts's meanwhile.
//
//   FileIO:  fd (-1: closed), what it may do, its name

import { ERRNO } from "../host/errno.ts";
import { host, O } from "../host/host.ts";
import { objectFree, objectMalloc } from "../memory/allocators.ts";
import { reserveStatic } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr } from "../memory/memory.ts";
import { struct } from "../memory/struct.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { bytesFromArray, bytesView } from "../objects/bytes_core.ts";
import { PyObject_CallThreeArgs } from "../objects/call.ts";
import { declareModule, declareType } from "../objects/declare.ts";
import { PyDict_New } from "../objects/dict_core.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, initObject, isBytes, isUnicode, newRef, sizeOf, xdecref } from "../objects/object.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../objects/tuple_core.ts";
import { Py_None, PyExc_OSError, PyExc_TypeError, PyExc_ValueError, PyType_Type } from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { setStolen } from "./make_module.ts";
import { pathBytes, raiseErrno, retry } from "./posix.ts";

const FileIO = struct("fileio", 40, {
  fd: [16, "i32", "the host's descriptor; -1 once closed"],
  access: [20, "i32", "bit 0 readable, bit 1 writable"],
  name: [24, "ptr", "path or descriptor"],
  mode: [32, "ptr", "str"],
});
const TYPE = reserveStatic(PyTypeObject.sizeof);
const READABLE = 1;
const WRITABLE = 2;
const DEFAULT_BUFFER_SIZE = 8192;
const PIECE_BYTES = 65536;

const fdOf = (o: Borrowed): number => i32(o + FileIO.fd);

function checkOpen(o: Borrowed): boolean {
  if (fdOf(o) >= 0) return true;
  raise(PyExc_ValueError, "I/O operation on closed file");
  return false;
}

/** FileIO(path or descriptor, mode). Owned, 0 with an error set. */
function openFile(file: Borrowed, mode: string): Owned {
  const kinds = [...mode].filter((c) => "rwxa".includes(c));
  if (kinds.length !== 1 || [...mode].some((c) => !"rwxab+".includes(c))) {
    return raise(
      PyExc_ValueError,
      /^[rwxab+]*$/.test(mode)
        ? "Must have exactly one of create/read/write/append mode and at most one plus"
        : `invalid mode: ${mode}`,
    );
  }
  const plus = mode.includes("+");
  const kind = kinds[0];
  const access = kind === "r" ? READABLE | (plus ? WRITABLE : 0) : WRITABLE | (plus ? READABLE : 0);
  const way = access === (READABLE | WRITABLE) ? O.RDWR : access === READABLE ? O.RDONLY : O.WRONLY;
  const extra = { r: 0, w: O.CREAT | O.TRUNC, x: O.CREAT | O.EXCL, a: O.CREAT | O.APPEND }[kind as "r"];
  const path = pathBytes(file);
  if (path === null) return 0;
  const fd = host().open(path, way | extra | O.CLOEXEC, 0o666);
  if (fd < 0) return raiseErrno(-fd, file);
  const status = host().statOpen(fd);
  if (typeof status !== "number" && (status.mode & 0o170000) === 0o040000) {
    host().close(fd);
    return raiseErrno(ERRNO.EISDIR, file);
  }
  const o = objectMalloc(FileIO.sizeof);
  if (o === 0) {
    host().close(fd);
    return PyErr_NoMemory();
  }
  initObject(o, TYPE);
  setI32(o + FileIO.fd, fd);
  setI32(o + FileIO.access, access);
  setPtr(o + FileIO.name, newRef(file));
  setPtr(o + FileIO.mode, PyUnicode_FromString(`${kind}b${plus ? "+" : ""}`));
  return o;
}

function close(o: Borrowed): Owned {
  const fd = fdOf(o);
  if (fd < 0) return Py_None;
  setI32(o + FileIO.fd, -1);
  const answer = host().close(fd);
  return answer < 0 ? raiseErrno(-answer) : Py_None;
}

function unsupported(what: string): 0 {
  return raise(PyExc_OSError, what);
}

function read(o: Borrowed, limit: number): Owned {
  if (!checkOpen(o)) return 0;
  if ((i32(o + FileIO.access) & READABLE) === 0) return unsupported("File not open for reading");
  const pieces: number[][] = [];
  let total = 0;
  for (;;) {
    const wanted = limit < 0 ? PIECE_BYTES : limit;
    const answer = retry(() => host().read(fdOf(o), wanted));
    if (answer === null) return 0;
    if (typeof answer === "number") return raiseErrno(-answer);
    if (answer.length > 0) pieces.push([...answer]);
    total += answer.length;
    if (limit >= 0 || answer.length === 0) break;
  }
  const all = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return bytesFromArray(all);
}

function write(o: Borrowed, data: Borrowed): Owned {
  if (!checkOpen(o)) return 0;
  if ((i32(o + FileIO.access) & WRITABLE) === 0) return unsupported("File not open for writing");
  if (!isBytes(data)) return raise(PyExc_TypeError, `a bytes-like object is required, not '${typeNameOf(data)}'`);
  const answer = retry(() => host().write(fdOf(o), bytesView(data).slice()));
  if (answer === null) return 0;
  return answer < 0 ? raiseErrno(-answer) : PyLong_FromNumber(answer);
}

function seek(o: Borrowed, position: number, whence: number): Owned {
  if (!checkOpen(o)) return 0;
  const at = host().seek(fdOf(o), position, whence);
  return at < 0 ? raiseErrno(-at) : PyLong_FromNumber(at);
}

declareType(
  TYPE,
  {
    name: "_io.FileIO",
    basicsize: FileIO.sizeof,
    doc: "Open a file.",
    slots: {
      tp_dealloc: (o: Address): void => {
        if (fdOf(o) >= 0) host().close(fdOf(o));
        xdecref(ptr(o + FileIO.name));
        xdecref(ptr(o + FileIO.mode));
        objectFree(o);
      },
      tp_new: (_type: Borrowed, args: Borrowed): Owned => {
        const count = sizeOf(args);
        if (count < 1) return raise(PyExc_TypeError, "FileIO() missing required argument 'file' (pos 1)");
        const mode = count > 1 ? PyTuple_GET_ITEM(args, 1) : 0;
        if (mode !== 0 && !isUnicode(mode)) {
          return raise(PyExc_TypeError, `FileIO() argument 'mode' must be str, not ${typeNameOf(mode)}`);
        }
        return openFile(PyTuple_GET_ITEM(args, 0), mode === 0 ? "r" : textOf(mode));
      },
      tp_init: () => 0,
      tp_repr: (o: Borrowed): Owned =>
        PyUnicode_FromString(fdOf(o) < 0 ? "<_io.FileIO [closed]>" : `<_io.FileIO fd=${fdOf(o)}>`),
    },
    methods: [
      ["read", "(size: ssize = -1, /)", read, "Read at most size bytes, returned as bytes."],
      ["readall", "()", (o: Borrowed) => read(o, -1), "Read all data from the file, returned as bytes."],
      ["write", "(b, /)", write, "Write buffer b to file, return number of bytes written."],
      ["seek", "(pos: ssize, whence: int = 0, /)", seek, "Move to new file position and return the file position."],
      ["tell", "()", (o: Borrowed) => seek(o, 0, 1), "Current file position."],
      ["close", "()", close, "Close the file."],
      [
        "fileno",
        "()",
        (o: Borrowed) => (checkOpen(o) ? PyLong_FromNumber(fdOf(o)) : 0),
        "Return the underlying file descriptor (an integer).",
      ],
      [
        "readable",
        "()",
        (o: Borrowed) => bool((i32(o + FileIO.access) & READABLE) !== 0),
        "True if file was opened in a read mode.",
      ],
      [
        "writable",
        "()",
        (o: Borrowed) => bool((i32(o + FileIO.access) & WRITABLE) !== 0),
        "True if file was opened in a write mode.",
      ],
      [
        "seekable",
        "()",
        (o: Borrowed) => bool(host().seek(fdOf(o), 0, 1) >= 0),
        "True if file supports random-access.",
      ],
      [
        "isatty",
        "()",
        (o: Borrowed) => bool(host().isTerminal(fdOf(o)) > 0),
        "True if the file is connected to a TTY device.",
      ],
      ["flush", "()", () => Py_None],
      ["__enter__", "()", (o: Borrowed) => (checkOpen(o) ? newRef(o) : 0)],
      ["__exit__", "(*args)", close],
    ],
    members: [
      ["name", "object", FileIO.name, "readonly"],
      ["mode", "object", FileIO.mode, "readonly"],
    ],
    getset: [["closed", (o: Borrowed) => bool(fdOf(o) < 0)]],
  },
  0,
);

const id_UnsupportedOperation = identifier("UnsupportedOperation");

declareModule({
  name: "_io",
  doc: "The io module provides the Python interfaces to stream handling.",
  functions: [
    [
      "open_code",
      "(path: str)",
      (_m: Borrowed, path: Borrowed) => openFile(path, "rb"),
      "Opens the provided file with the intent to import the contents.",
    ],
    [
      "text_encoding",
      "(encoding, stacklevel: int = 2, /)",
      (_m: Borrowed, encoding: Borrowed): Owned =>
        encoding === Py_None ? PyUnicode_FromString("locale") : newRef(encoding),
    ],
  ],
  exec: (_module, dict) => {
    const namespace = PyDict_New();
    const bases = PyTuple_Pack(PyExc_OSError, PyExc_ValueError);
    const error = PyObject_CallThreeArgs(PyType_Type, id_UnsupportedOperation, bases, namespace);
    decref(namespace);
    decref(bases);
    if (error === 0 || setStolen(dict, "UnsupportedOperation", error) < 0) return -1;
    if (setStolen(dict, "DEFAULT_BUFFER_SIZE", PyLong_FromNumber(DEFAULT_BUFFER_SIZE)) < 0) return -1;
    return setStolen(dict, "FileIO", newRef(TYPE));
  },
});
