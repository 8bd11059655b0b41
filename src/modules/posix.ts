// The module posix, as far as os, os.path and simple file work go. Answers come from the host; a negated errno becomes
// OSError of the right class.

import { ERRNO } from "../host/errno.ts";
import { host, O, type PathCall } from "../host/host.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { bufferBytes, closeBuffer, openBuffer } from "../objects/buffer.ts";
import { bytesFromArray } from "../objects/bytes_core.ts";
import { configured } from "../objects/config.ts";
import { declareModule, type MethodRow } from "../objects/declare.ts";
import { PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import { PyErr_NoMemory, raise } from "../objects/errors.ts";
import { PyList_Append, PyList_New } from "../objects/list_core.ts";
import { bool, longToNumber, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isBytes, isInt, newRef, typeIn } from "../objects/object.ts";
import { declareStructSequence, makeStructSequence, newStructSequence } from "../objects/structseq.ts";
import { makeModuleType } from "../objects/type_spec.ts";
import { Py_None, PyExc_OSError, PyExc_ValueError } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { fspath, pathBytes, raiseErrno, retry } from "./host_path.ts";
import { decodeHostBytes } from "./host_text.ts";
import { addTypes, setStolen } from "./make_module.ts";
import { addNumbers } from "./number_table.ts";
import { DESCRIPTOR_FUNCTIONS } from "./posix_descriptors.ts";
import { PROCESS_CONSTANTS, PROCESS_FUNCTIONS } from "./posix_processes.ts";
import { entryType, scandir, scandirIteratorType } from "./scandir.ts";
import { statObject, statResult } from "./stat_result.ts";
import { strerror } from "./strerror.ts";
import { utime } from "./utime.ts";

const terminalSize = declareStructSequence({
  name: "os.terminal_size",
  fields: ["columns", "lines"],
});

function stat(_m: Borrowed, path: Borrowed, _dirFd: Borrowed, followsLinks: number): Owned {
  if (isInt(path)) return fstat(_m, longToNumber(path));
  const bytes = pathBytes(path);
  if (bytes === null) return 0;
  const answer = host().stat(bytes, followsLinks !== 0);
  return typeof answer === "number" ? raiseErrno(-answer, path) : statObject(answer);
}
function fstat(_m: Borrowed, fd: number): Owned {
  const answer = host().statOpen(fd);
  return typeof answer === "number" ? raiseErrno(-answer) : statObject(answer);
}

function open(_m: Borrowed, path: Borrowed, flags: number, mode: number): Owned {
  const bytes = pathBytes(path);
  if (bytes === null) return 0;
  const fd = host().open(bytes, flags | O.CLOEXEC, mode);
  return fd < 0 ? raiseErrno(-fd, path) : PyLong_FromNumber(fd);
}

function read(_m: Borrowed, fd: number, count: number): Owned {
  if (count < 0) return raiseErrno(ERRNO.EINVAL);
  const answer = retry(() => host().read(fd, count));
  if (answer === null) return 0;
  return typeof answer === "number" ? raiseErrno(-answer) : bytesFromArray(answer);
}
function write(_m: Borrowed, fd: number, data: Borrowed): Owned {
  const buffer = openBuffer(data);
  if (buffer === null) return 0;
  const bytes = bufferBytes(buffer).slice();
  closeBuffer(buffer);
  const answer = retry(() => host().write(fd, bytes));
  if (answer === null) return 0;
  return answer < 0 ? raiseErrno(-answer) : PyLong_FromNumber(answer);
}

const none = (answer: number, path: Borrowed = 0): Owned => (answer < 0 ? raiseErrno(-answer, path) : Py_None);

function onPath(call: PathCall) {
  return (_m: Borrowed, path: Borrowed, number = 0): Owned => {
    const bytes = pathBytes(path);
    return bytes === null ? 0 : none(host().pathCall(call, bytes, new Uint8Array(0), number), path);
  };
}
function onTwoPaths(call: PathCall) {
  return (_m: Borrowed, from: Borrowed, to: Borrowed): Owned => {
    const a = pathBytes(from);
    const b = a === null ? null : pathBytes(to);
    return a === null || b === null ? 0 : none(host().pathCall(call, a, b, 0), from);
  };
}

function listdir(_m: Borrowed, path: Borrowed): Owned {
  const asBytes = path !== 0 && isBytes(path);
  const bytes = path === 0 || path === Py_None ? Uint8Array.of(0x2e) : pathBytes(path);
  if (bytes === null) return 0;
  const names = host().list(bytes);
  if (typeof names === "number") return raiseErrno(-names, path);
  const list = PyList_New(0);
  if (list === 0) return 0;
  for (const name of names) {
    const o = asBytes ? bytesFromArray(name) : decodeHostBytes(name);
    if (o === 0 || PyList_Append(list, o) < 0) {
      decref(list);
      return PyErr_NoMemory();
    }
    decref(o);
  }
  return list;
}

const fact = (name: "pid" | "ppid" | "uid" | "euid" | "gid" | "egid") => (): Owned =>
  PyLong_FromNumber(host().fact(name));

/** -X cpu_count, or what the host has. */
function cpuCount(): Owned {
  const asked = configured(PyConfig.cpu_count);
  return PyLong_FromNumber(asked > 0 ? asked : host().fact("processors"));
}

const FUNCTIONS: readonly MethodRow[] = [
  ["fspath", "(path)", (_m: Borrowed, path: Borrowed) => fspath(path)],
  ["stat", "(path, *, dir_fd=None, follow_symlinks: bool = True)", stat],
  ["lstat", "(path, *, dir_fd=None)", (m: Borrowed, path: Borrowed) => stat(m, path, 0, 0)],
  ["fstat", "(fd: int)", fstat],
  ["open", "(path, flags: int, mode: int = 511, *, dir_fd=None)", open],
  ["close", "(fd: int)", (_m: Borrowed, fd: number) => none(host().close(fd))],
  ["read", "(fd: int, length: ssize, /)", read],
  ["write", "(fd: int, data, /)", write],
  [
    "lseek",
    "(fd: int, position: ssize, whence: int, /)",
    (_m: Borrowed, fd: number, position: number, how: number): Owned => {
      const at = host().seek(fd, position, how);
      return at < 0 ? raiseErrno(-at) : PyLong_FromNumber(at);
    },
  ],
  ["isatty", "(fd: int, /)", (_m: Borrowed, fd: number) => bool(host().isTerminal(fd) > 0)],
  [
    "ftruncate",
    "(fd: int, length: ssize, /)",
    (_m: Borrowed, fd: number, length: number) => none(host().resize(fd, length)),
  ],
  ["scandir", "(path=None)", scandir],
  ["listdir", "(path=None)", listdir],
  [
    "getcwd",
    "()",
    (): Owned => {
      const path = host().currentDirectory();
      return typeof path === "number" ? raiseErrno(-path) : decodeHostBytes(path);
    },
  ],
  [
    "getcwdb",
    "()",
    (): Owned => {
      const path = host().currentDirectory();
      return typeof path === "number" ? raiseErrno(-path) : bytesFromArray(path);
    },
  ],
  ["chdir", "(path)", onPath("chdir")],
  ["mkdir", "(path, mode: int = 511, *, dir_fd=None)", onPath("mkdir")],
  ["rmdir", "(path, *, dir_fd=None)", (m: Borrowed, path: Borrowed) => onPath("rmdir")(m, path)],
  ["unlink", "(path, *, dir_fd=None)", (m: Borrowed, path: Borrowed) => onPath("unlink")(m, path)],
  ["remove", "(path, *, dir_fd=None)", (m: Borrowed, path: Borrowed) => onPath("unlink")(m, path)],
  ["chmod", "(path, mode: int, *, dir_fd=None, follow_symlinks=True)", onPath("chmod")],
  ["utime", "(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks=True)", utime],
  ["truncate", "(path, length: int)", onPath("truncate")],
  ["rename", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", onTwoPaths("rename")],
  ["replace", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", onTwoPaths("rename")],
  ["link", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks=True)", onTwoPaths("link")],
  ["symlink", "(src, dst, target_is_directory=False, *, dir_fd=None)", onTwoPaths("symlink")],
  [
    "readlink",
    "(path, *, dir_fd=None)",
    (_m: Borrowed, path: Borrowed): Owned => {
      const bytes = pathBytes(path);
      if (bytes === null) return 0;
      const target = host().readLink(bytes);
      return typeof target === "number" ? raiseErrno(-target, path) : decodeHostBytes(target);
    },
  ],
  [
    "access",
    "(path, mode: int, *, dir_fd=None, effective_ids=False, follow_symlinks=True)",
    (_m: Borrowed, path: Borrowed, mode: number): Owned => {
      const bytes = pathBytes(path);
      return bytes === null ? 0 : bool(host().pathCall("access", bytes, new Uint8Array(0), mode) >= 0);
    },
  ],
  ["getpid", "()", fact("pid")],
  ["getppid", "()", fact("ppid")],
  ["getuid", "()", fact("uid")],
  ["geteuid", "()", fact("euid")],
  ["getgid", "()", fact("gid")],
  ["getegid", "()", fact("egid")],
  ["cpu_count", "()", cpuCount],
  [
    "urandom",
    "(size: ssize, /)",
    (_m: Borrowed, size: number) =>
      size < 0 ? raise(PyExc_ValueError, "negative argument not allowed") : bytesFromArray(host().entropy(size)),
  ],
  ["strerror", "(code: int, /)", (_m: Borrowed, code: number) => PyUnicode_FromString(strerror(code))],
  [
    "get_terminal_size",
    "(fd: int = 1, /)",
    (_m: Borrowed, fd: number): Owned => {
      if (host().isTerminal(fd) <= 0) return raiseErrno(ERRNO.ENOTTY);
      return newStructSequence(typeIn(terminalSize), [
        PyLong_FromNumber(host().fact("columns")),
        PyLong_FromNumber(host().fact("lines")),
      ]);
    },
  ],
  ["umask", "(mask: int, /)", () => PyLong_FromNumber(host().fact("umask"))],
  ...DESCRIPTOR_FUNCTIONS,
  ...PROCESS_FUNCTIONS,
  ["putenv", "(name, value, /)", () => Py_None],
  ["unsetenv", "(name, /)", () => Py_None],
];

const CONSTANTS: Readonly<Record<string, number>> = {
  F_OK: 0,
  R_OK: 4,
  W_OK: 2,
  X_OK: 1,
  O_RDONLY: O.RDONLY,
  O_WRONLY: O.WRONLY,
  O_RDWR: O.RDWR,
  O_CREAT: O.CREAT,
  O_EXCL: O.EXCL,
  O_TRUNC: O.TRUNC,
  O_APPEND: O.APPEND,
  O_NONBLOCK: O.NONBLOCK,
  O_DIRECTORY: O.DIRECTORY,
  O_NOFOLLOW: O.NOFOLLOW,
  O_CLOEXEC: O.CLOEXEC,
  EX_OK: 0,
  EX_USAGE: 64,
};

let environment: readonly (readonly [string, string])[] = [];
/** The program's environment variables: set by the machine before the module is made. */
export function setPosixEnvironment(variables: readonly (readonly [string, string])[]): void {
  environment = variables;
}

declareModule({
  name: "posix",
  functions: FUNCTIONS,
  exec: (module, dict) => {
    for (const [name, value] of Object.entries(CONSTANTS)) {
      if (setStolen(dict, name, PyLong_FromNumber(value)) < 0) return -1;
    }
    if (addNumbers(dict, PROCESS_CONSTANTS) < 0) return -1;
    if (makeStructSequence(statResult) === 0 || makeStructSequence(terminalSize) === 0) return -1;
    if (setStolen(dict, "stat_result", newRef(typeIn(statResult))) < 0) return -1;
    if (setStolen(dict, "terminal_size", newRef(typeIn(terminalSize))) < 0) return -1;
    if (makeModuleType(module, scandirIteratorType) === 0 || addTypes(module, entryType) < 0) return -1;
    if (setStolen(dict, "error", newRef(PyExc_OSError)) < 0) return -1;
    if (setStolen(dict, "_have_functions", PyList_New(0)) < 0) return -1;
    const variables = PyDict_New();
    if (variables === 0) return -1;
    for (const [name, value] of environment) {
      const key = bytesFromArray(hostBytes(name));
      const o = bytesFromArray(hostBytes(value));
      if (PyDict_SetItem(variables, key, o) < 0) return -1;
      decref(key);
      decref(o);
    }
    return setStolen(dict, "environ", variables);
  },
});

import { hostBytes } from "./host_text.ts";
