// The module posix, as far as os, os.path and simple file work go. Answers come from the host; a negated errno becomes
// OSError of the right class.

import { ERRNO } from "../host/errno.ts";
import { host, O, type PathCall } from "../host/host.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { bufferBytes, closeBuffer, openBuffer } from "../objects/buffer.ts";
import { bytesFromArray } from "../objects/bytes_core.ts";
import { configured } from "../objects/config.ts";
import { convertInt } from "../objects/convert.ts";
import { declareModule, type MethodRow } from "../objects/declare.ts";
import { PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "../objects/errors.ts";
import { PyList_Append, PyList_New } from "../objects/list_core.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isBytes, isInt, newRef, typeIn } from "../objects/object.ts";
import { declareStructSequence, makeStructSequence, newStructSequence } from "../objects/structseq.ts";
import { makeModuleType } from "../objects/type_spec.ts";
import { Py_None, PyExc_OSError, PyExc_ValueError } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { fspath, raiseErrno, retry } from "./host_path.ts";
import { decodeHostBytes } from "./host_text.ts";
import { PyLong_AsOff_t } from "./io/fileio.ts";
import { addTypes, setStolen } from "./make_module.ts";
import { addNumbers } from "./number_table.ts";
import { DESCRIPTOR_FUNCTIONS } from "./posix_descriptors.ts";
import { putenv, unsetenv } from "./posix_environment.ts";
import { type Besides, done, hasNoDirectory, isAvailable, openPath, type Path, withPath } from "./posix_path.ts";
import { PROCESS_CONSTANTS, PROCESS_FUNCTIONS } from "./posix_processes.ts";
import { entryType, scandir, scandirIteratorType } from "./scandir.ts";
import { statObject, statResult } from "./stat_result.ts";
import { strerror } from "./strerror.ts";
import { utime } from "./utime.ts";

const terminalSize = declareStructSequence({
  name: "os.terminal_size",
  fields: ["columns", "lines"],
});

/** A descriptor given for a path: its number, -1 with an error set. */
const descriptorOf = (o: Borrowed): number => convertInt(o);

function stat(_m: Borrowed, path: Borrowed, directory: Borrowed, followsLinks: number): Owned {
  if (!hasNoDirectory("stat", directory)) return 0;
  if (!isInt(path)) return statPath("stat", path, followsLinks !== 0, "integer");
  const fd = descriptorOf(path);
  return fd === -1 && PyErr_Occurred() !== 0 ? 0 : fstat(_m, fd, path);
}
function lstat(_m: Borrowed, path: Borrowed, directory: Borrowed): Owned {
  return hasNoDirectory("lstat", directory) ? statPath("lstat", path, false, "") : 0;
}
function statPath(where: string, value: Borrowed, followsLinks: boolean, besides: Besides): Owned {
  return withPath(
    where,
    value,
    (path) => {
      const answer = host().stat(path.bytes, followsLinks);
      return typeof answer === "number" ? raiseErrno(-answer, path.name) : statObject(answer);
    },
    besides,
  );
}
function fstat(_m: Borrowed, fd: number, shown: Borrowed = 0): Owned {
  const answer = host().statOpen(fd);
  return typeof answer === "number" ? raiseErrno(-answer, shown) : statObject(answer);
}

function open(_m: Borrowed, value: Borrowed, flags: number, mode: number, directory: Borrowed): Owned {
  if (!hasNoDirectory("open", directory)) return 0;
  return withPath("open", value, (path) => {
    const fd = host().open(path.bytes, flags | O.CLOEXEC, mode);
    return fd < 0 ? raiseErrno(-fd, path.name) : PyLong_FromNumber(fd);
  });
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

const none = (answer: number): Owned => (answer < 0 ? raiseErrno(-answer) : Py_None);
const NOTHING = new Uint8Array(0);

/** (path, *, dir_fd=None), or with a number after the path. */
function onPath(where: string, call: PathCall) {
  return (_m: Borrowed, value: Borrowed, directory: Borrowed): Owned => {
    if (!hasNoDirectory(where, directory)) return 0;
    return withPath(where, value, (path) => done(host().pathCall(call, path.bytes, NOTHING, 0), path));
  };
}
function mkdir(_m: Borrowed, value: Borrowed, mode: number, directory: Borrowed): Owned {
  if (!hasNoDirectory("mkdir", directory)) return 0;
  return withPath("mkdir", value, (path) => done(host().pathCall("mkdir", path.bytes, NOTHING, mode), path));
}
function chdir(_m: Borrowed, value: Borrowed): Owned {
  return withPath("chdir", value, (path) => done(host().pathCall("chdir", path.bytes, NOTHING, 0), path), "integer");
}
function chmod(_m: Borrowed, value: Borrowed, mode: number, directory: Borrowed, followsLinks: number): Owned {
  if (!hasNoDirectory("chmod", directory)) return 0;
  if (!isAvailable("chmod", "follow_symlinks", followsLinks === 0)) return 0;
  return withPath("chmod", value, (path) => done(host().pathCall("chmod", path.bytes, NOTHING, mode), path), "integer");
}
function truncate(_m: Borrowed, value: Borrowed, length: number): Owned {
  if (isInt(value)) {
    const fd = descriptorOf(value);
    return fd === -1 && PyErr_Occurred() !== 0 ? 0 : none(host().resize(fd, length));
  }
  const run = (path: Path) => done(host().pathCall("truncate", path.bytes, NOTHING, length), path);
  return withPath("truncate", value, run, "integer");
}
function access(
  _m: Borrowed,
  value: Borrowed,
  mode: number,
  directory: Borrowed,
  effective: number,
  follows: number,
): Owned {
  if (!hasNoDirectory("access", directory)) return 0;
  if (!isAvailable("access", "effective_ids", effective !== 0)) return 0;
  if (!isAvailable("access", "follow_symlinks", follows === 0)) return 0;
  return withPath("access", value, (path) => bool(host().pathCall("access", path.bytes, NOTHING, mode) >= 0));
}
function readlink(_m: Borrowed, value: Borrowed, directory: Borrowed): Owned {
  if (!hasNoDirectory("readlink", directory)) return 0;
  return withPath("readlink", value, (path) => {
    const target = host().readLink(path.bytes);
    if (typeof target === "number") return raiseErrno(-target, path.name);
    return isBytes(path.name) ? bytesFromArray(target) : decodeHostBytes(target);
  });
}

function onTwoPaths(where: string, call: PathCall, from: Borrowed, to: Borrowed): Owned {
  const source = openPath(where, from, "src");
  if (source === null) return 0;
  const target = openPath(where, to, "dst");
  const result = target === null ? 0 : done(host().pathCall(call, source.bytes, target.bytes, 0), source, target);
  decref(source.name);
  if (target !== null) decref(target.name);
  return result;
}
function renaming(where: string) {
  return (_m: Borrowed, from: Borrowed, to: Borrowed, fromFd: Borrowed, toFd: Borrowed): Owned =>
    isAvailable(where, "src_dir_fd and dst_dir_fd", isGiven(fromFd) || isGiven(toFd))
      ? onTwoPaths(where, "rename", from, to)
      : 0;
}
const isGiven = (o: Borrowed): boolean => o !== 0 && o !== Py_None;
function link(_m: Borrowed, from: Borrowed, to: Borrowed, fromFd: Borrowed, toFd: Borrowed, follows: number): Owned {
  if (!isAvailable("link", "src_dir_fd and dst_dir_fd", isGiven(fromFd) || isGiven(toFd))) return 0;
  if (!isAvailable("link", "follow_symlinks", follows === 0)) return 0;
  return onTwoPaths("link", "link", from, to);
}
function symlink(_m: Borrowed, from: Borrowed, to: Borrowed, _isDirectory: number, directory: Borrowed): Owned {
  return hasNoDirectory("symlink", directory) ? onTwoPaths("symlink", "symlink", from, to) : 0;
}

function listdir(_m: Borrowed, value: Borrowed): Owned {
  if (!isGiven(value)) return namesIn(Uint8Array.of(0x2e), false, Py_None);
  return withPath("listdir", value, (path) => namesIn(path.bytes, isBytes(path.name), path.name), "integer or None");
}
function namesIn(directory: Uint8Array, asBytes: boolean, shown: Borrowed): Owned {
  const names = host().list(directory);
  if (typeof names === "number") return raiseErrno(-names, shown);
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
  ["lstat", "(path, *, dir_fd=None)", lstat],
  ["fstat", "(fd: int)", fstat],
  ["open", "(path, flags: int, mode: int = 511, *, dir_fd=None)", open],
  ["close", "(fd: int)", (_m: Borrowed, fd: number) => none(host().close(fd))],
  ["read", "(fd: int, length: ssize, /)", read],
  ["write", "(fd: int, data, /)", write],
  [
    "lseek",
    "(fd: int, position, whence: int, /)",
    (_m: Borrowed, fd: number, position: Borrowed, how: number): Owned => {
      const offset = PyLong_AsOff_t(position);
      if (offset !== offset) return 0;
      const at = host().seek(fd, offset, how);
      return at < 0 ? raiseErrno(-at) : PyLong_FromNumber(at);
    },
  ],
  ["isatty", "(fd: int, /)", (_m: Borrowed, fd: number) => bool(host().isTerminal(fd) > 0)],
  [
    "ftruncate",
    "(fd: int, length, /)",
    (_m: Borrowed, fd: number, length: Borrowed): Owned => {
      const offset = PyLong_AsOff_t(length);
      return offset === offset ? none(host().resize(fd, offset)) : 0;
    },
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
  ["chdir", "(path)", chdir],
  ["mkdir", "(path, mode: int = 511, *, dir_fd=None)", mkdir],
  ["rmdir", "(path, *, dir_fd=None)", onPath("rmdir", "rmdir")],
  ["unlink", "(path, *, dir_fd=None)", onPath("unlink", "unlink")],
  ["remove", "(path, *, dir_fd=None)", onPath("remove", "unlink")],
  ["chmod", "(path, mode: int, *, dir_fd=None, follow_symlinks: bool = True)", chmod],
  ["utime", "(path, times=None, *, ns=<unrepresentable>, dir_fd=None, follow_symlinks: bool = True)", utime],
  ["truncate", "(path, length: int)", truncate],
  ["rename", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", renaming("rename")],
  ["replace", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None)", renaming("replace")],
  ["link", "(src, dst, *, src_dir_fd=None, dst_dir_fd=None, follow_symlinks: bool = True)", link],
  ["symlink", "(src, dst, target_is_directory: bool = False, *, dir_fd=None)", symlink],
  ["readlink", "(path, *, dir_fd=None)", readlink],
  ["access", "(path, mode: int, *, dir_fd=None, effective_ids: bool = False, follow_symlinks: bool = True)", access],
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
  ["putenv", "(name, value, /)", putenv],
  ["unsetenv", "(name, /)", unsetenv],
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
};
const NUMBERS =
  "O_ACCMODE 3 O_ASYNC 8192 O_DIRECT 16384 O_DSYNC 4096 O_FSYNC 1052672 O_LARGEFILE 0 O_NDELAY 2048 O_NOATIME 262144 " +
  "O_NOCTTY 256 O_PATH 2097152 O_RSYNC 1052672 O_SYNC 1052672 O_TMPFILE 4259840 EX_OK 0 EX_USAGE 64 EX_DATAERR 65 " +
  "EX_NOINPUT 66 EX_NOUSER 67 EX_NOHOST 68 EX_UNAVAILABLE 69 EX_SOFTWARE 70 EX_OSERR 71 EX_OSFILE 72 EX_CANTCREAT 73 " +
  "EX_IOERR 74 EX_TEMPFAIL 75 EX_PROTOCOL 76 EX_NOPERM 77 EX_CONFIG 78 SEEK_DATA 3 SEEK_HOLE 4 TMP_MAX 238328";

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
    if (addNumbers(dict, PROCESS_CONSTANTS) < 0 || addNumbers(dict, NUMBERS) < 0) return -1;
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
