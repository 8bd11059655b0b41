// The module posix, as far as os, os.path and simple file work go. Answers come from the host; a negated errno becomes
// OSError of the right class.

import { ERRNO } from "../host/errno.ts";
import { host, O, type PathCall, S } from "../host/host.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { hasIndex } from "../objects/abstract.ts";
import { bufferBytes, closeBuffer, openBuffer } from "../objects/buffer.ts";
import { bytesFromArray, freshBytes } from "../objects/bytes_core.ts";
import { configured } from "../objects/config.ts";
import { declareModule, type MethodRow } from "../objects/declare.ts";
import { PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import { PyErr_Clear, PyErr_ExceptionMatches, PyErr_NoMemory } from "../objects/errors.ts";
import { PyList_Append, PyList_New } from "../objects/list_core.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isBytes, newRef, typeIn } from "../objects/object.ts";
import { declareStructSequence, makeStructSequence, newStructSequence } from "../objects/structseq.ts";
import { makeModuleType } from "../objects/type_spec.ts";
import { Py_None, PyExc_OSError } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { fspath, noneOrErrno, numberOrErrno, raiseErrno, retry } from "./host_path.ts";
import { decodeHostBytes, hostBytes } from "./host_text.ts";
import { PyLong_AsOff_t } from "./io/fileio.ts";
import { addTypes, setStolen } from "./make_module.ts";
import { addNumbers } from "./number_table.ts";
import { EXIT_CONSTANTS, FILE_CONSTANTS, OTHER_CONSTANTS } from "./posix_constants.ts";
import { DESCRIPTOR_FUNCTIONS } from "./posix_descriptors.ts";
import { putenv, unsetenv } from "./posix_environment.ts";
import { LEXICAL_FUNCTIONS } from "./posix_lexical.ts";
import { addLimitNames, LIMIT_FUNCTIONS } from "./posix_limits.ts";
import { NODE_FUNCTIONS } from "./posix_nodes.ts";
import { OWNER_FUNCTIONS } from "./posix_owner.ts";
import {
  type Besides,
  descriptorOf,
  directoryOf,
  done,
  isAvailable,
  mayFollow,
  openPath,
  type Path,
  pathFrom,
  withPath,
} from "./posix_path.ts";
import { PROCESS_CONSTANTS, PROCESS_FUNCTIONS } from "./posix_processes.ts";
import { addScheduleTypes, SCHEDULE_FUNCTIONS } from "./posix_schedule.ts";
import { addSpawnTypes, SPAWN_FUNCTIONS } from "./posix_spawn.ts";
import { addSystemTypes, SYSTEM_FUNCTIONS } from "./posix_system.ts";
import { TRANSFER_FUNCTIONS } from "./posix_transfer.ts";
import { entryType, scandir, scandirIteratorType } from "./scandir.ts";
import { statObject, statResult } from "./stat_result.ts";
import { strerror } from "./strerror.ts";
import { utime } from "./utime.ts";

const terminalSize = declareStructSequence({
  name: "os.terminal_size",
  fields: ["columns", "lines"],
});

function stat(m: Borrowed, path: Borrowed, directory: Borrowed, followsLinks: number): Owned {
  if (!mayFollow("stat", path, followsLinks)) return 0;
  if (!hasIndex(path) || isGiven(directory)) return statPath("stat", path, followsLinks !== 0, "integer", directory);
  const fd = descriptorOf(path);
  return fd === null ? 0 : fstat(m, fd, path);
}
function lstat(_m: Borrowed, path: Borrowed, directory: Borrowed): Owned {
  return statPath("lstat", path, false, "", directory);
}
function statPath(where: string, value: Borrowed, followsLinks: boolean, besides: Besides, directory: Borrowed): Owned {
  return withPath(
    where,
    value,
    (path) => {
      const answer = host().stat(path.bytes, followsLinks);
      return typeof answer === "number" ? raiseErrno(-answer, path.name) : statObject(answer);
    },
    besides,
    directory,
  );
}
function fstat(_m: Borrowed, fd: number, shown: Borrowed = 0): Owned {
  const answer = host().statOpen(fd);
  return typeof answer === "number" ? raiseErrno(-answer, shown) : statObject(answer);
}

function open(_m: Borrowed, value: Borrowed, flags: number, mode: number, directory: Borrowed): Owned {
  const run = (path: Path): Owned => {
    const fd = host().open(path.bytes, flags | O.CLOEXEC, mode);
    return fd < 0 ? raiseErrno(-fd, path.name) : PyLong_FromNumber(fd);
  };
  return withPath("open", value, run, "", directory);
}

function read(_m: Borrowed, fd: number, count: number): Owned {
  if (count < 0) return raiseErrno(ERRNO.EINVAL);
  const answer = retry(() => host().read(fd, count));
  if (answer === null) return 0;
  return typeof answer === "number" ? raiseErrno(-answer) : freshBytes(answer);
}
function write(_m: Borrowed, fd: number, data: Borrowed): Owned {
  const buffer = openBuffer(data);
  if (buffer === null) return 0;
  const bytes = bufferBytes(buffer).slice();
  closeBuffer(buffer);
  const answer = retry(() => host().write(fd, bytes));
  if (answer === null) return 0;
  return numberOrErrno(answer);
}

const NOTHING = new Uint8Array(0);

/** (path, *, dir_fd=None) */
function onPath(where: string, call: PathCall) {
  return (_m: Borrowed, value: Borrowed, directory: Borrowed): Owned =>
    withPath(where, value, (path) => done(host().pathCall(call, path.bytes, NOTHING, 0), path), "", directory);
}
function mkdir(_m: Borrowed, value: Borrowed, mode: number, directory: Borrowed): Owned {
  const run = (path: Path) => done(host().pathCall("mkdir", path.bytes, NOTHING, mode), path);
  return withPath("mkdir", value, run, "", directory);
}
function chdir(_m: Borrowed, value: Borrowed): Owned {
  return withPath("chdir", value, (path) => done(host().pathCall("chdir", path.bytes, NOTHING, 0), path), "integer");
}
function chmod(_m: Borrowed, value: Borrowed, mode: number, directory: Borrowed, followsLinks: number): Owned {
  const run = (path: Path): Owned => {
    // Linux has modes of its own for no link.
    const found = followsLinks !== 0 ? 0 : host().stat(path.bytes, false);
    const isLink = typeof found !== "number" && (found.mode & S.IFMT) === S.IFLNK;
    if (!isAvailable("chmod", "follow_symlinks", isLink)) return 0;
    return done(host().pathCall("chmod", path.bytes, NOTHING, mode), path);
  };
  return withPath("chmod", value, run, "integer", directory);
}
function truncate(_m: Borrowed, value: Borrowed, length: number): Owned {
  if (hasIndex(value)) {
    const fd = descriptorOf(value);
    return fd === null ? 0 : noneOrErrno(host().resize(fd, length));
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
  const isOther = host().fact("uid") !== host().fact("euid");
  if (!isAvailable("access", "effective_ids", effective !== 0 && isOther)) return 0;
  const path = openPath("access", value, "path", "", directory);
  if (path === null) {
    // A directory that is none is one more reason for "no".
    if (!PyErr_ExceptionMatches(PyExc_OSError)) return 0;
    PyErr_Clear();
    return bool(false);
  }
  // A link itself grants everything.
  const found = follows !== 0 ? 0 : host().stat(path.bytes, false);
  const isLink = typeof found !== "number" && (found.mode & S.IFMT) === S.IFLNK;
  const answer = isLink ? 0 : host().pathCall("access", path.bytes, NOTHING, mode);
  decref(path.name);
  return bool(answer >= 0);
}
function readlink(_m: Borrowed, value: Borrowed, directory: Borrowed): Owned {
  const run = (path: Path): Owned => {
    const target = host().readLink(path.bytes);
    if (typeof target === "number") return raiseErrno(-target, path.name);
    return isBytes(path.name) ? bytesFromArray(target) : decodeHostBytes(target);
  };
  return withPath("readlink", value, run, "", directory);
}

/** A call on two paths, each of which may begin at a directory of its own; errors carry both. */
function onTwoPaths(
  where: string,
  call: PathCall,
  from: Borrowed,
  to: Borrowed,
  fromDirectory: Borrowed,
  toDirectory: Borrowed,
): Owned {
  const source = openPath(where, from, "src");
  if (source === null) return 0;
  const target = openPath(where, to, "dst");
  const starts = target === null ? [] : [directoryOf(fromDirectory), directoryOf(toDirectory)];
  let result = 0;
  if (target !== null && !starts.includes(null)) {
    const [start, end] = starts as (number | undefined)[];
    const sourceBytes = pathFrom(start, source.bytes);
    const targetBytes = pathFrom(end, target.bytes);
    const answer =
      typeof sourceBytes === "number"
        ? sourceBytes
        : typeof targetBytes === "number"
          ? targetBytes
          : host().pathCall(call, sourceBytes, targetBytes, 0);
    result = done(answer, source, target);
  }
  decref(source.name);
  if (target !== null) decref(target.name);
  return result;
}
function renaming(where: string) {
  return (_m: Borrowed, from: Borrowed, to: Borrowed, fromFd: Borrowed, toFd: Borrowed): Owned =>
    onTwoPaths(where, "rename", from, to, fromFd, toFd);
}
const isGiven = (o: Borrowed): boolean => o !== 0 && o !== Py_None;
// Neither Linux nor the host follows a link that is linked to.
function link(_m: Borrowed, from: Borrowed, to: Borrowed, fromFd: Borrowed, toFd: Borrowed): Owned {
  return onTwoPaths("link", "link", from, to, fromFd, toFd);
}
function symlink(_m: Borrowed, from: Borrowed, to: Borrowed, _isDirectory: number, directory: Borrowed): Owned {
  return onTwoPaths("symlink", "symlink", from, to, 0, directory);
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
  ["close", "(fd: int)", (_m: Borrowed, fd: number) => noneOrErrno(host().close(fd))],
  ["read", "(fd: int, length: ssize, /)", read],
  ["write", "(fd: int, data, /)", write],
  [
    "lseek",
    "(fd: int, position, whence: int, /)",
    (_m: Borrowed, fd: number, position: Borrowed, how: number): Owned => {
      const offset = PyLong_AsOff_t(position);
      if (offset !== offset) return 0;
      const at = host().seek(fd, offset, how);
      return numberOrErrno(at);
    },
  ],
  ["isatty", "(fd: int, /)", (_m: Borrowed, fd: number) => bool(host().isTerminal(fd) > 0)],
  [
    "ftruncate",
    "(fd: int, length, /)",
    (_m: Borrowed, fd: number, length: Borrowed): Owned => {
      const offset = PyLong_AsOff_t(length);
      return offset === offset ? noneOrErrno(host().resize(fd, offset)) : 0;
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
  ...TRANSFER_FUNCTIONS,
  ...NODE_FUNCTIONS,
  ...LEXICAL_FUNCTIONS,
  ...LIMIT_FUNCTIONS,
  ...SYSTEM_FUNCTIONS,
  ...OWNER_FUNCTIONS,
  ...SCHEDULE_FUNCTIONS,
  ...PROCESS_FUNCTIONS,
  ...SPAWN_FUNCTIONS,
  ["putenv", "(name, value, /)", putenv],
  ["unsetenv", "(name, /)", unsetenv],
];

/** What the functions above can do with descriptors, for os.supports_fd and its like. */
const ABILITIES =
  "HAVE_FACCESSAT HAVE_FCHDIR HAVE_FCHMOD HAVE_FCHMODAT HAVE_FCHOWN HAVE_FCHOWNAT HAVE_FEXECVE HAVE_FDOPENDIR HAVE_FPATHCONF " +
  "HAVE_FSTATAT HAVE_FSTATVFS HAVE_FTRUNCATE HAVE_FUTIMENS HAVE_FUTIMES HAVE_FUTIMESAT HAVE_LINKAT HAVE_LCHOWN " +
  "HAVE_LSTAT HAVE_LUTIMES HAVE_MKDIRAT HAVE_MKFIFOAT HAVE_MKNODAT HAVE_OPENAT HAVE_READLINKAT HAVE_RENAMEAT " +
  "HAVE_SYMLINKAT HAVE_UNLINKAT HAVE_UTIMENSAT";

let environment: readonly (readonly [string, string])[] = [];
/** The program's environment variables: set by the machine before the module is made. */
export function setPosixEnvironment(variables: readonly (readonly [string, string])[]): void {
  environment = variables;
}

declareModule({
  name: "posix",
  functions: FUNCTIONS,
  exec: (module, dict) => {
    for (const table of [FILE_CONSTANTS, EXIT_CONSTANTS, PROCESS_CONSTANTS, OTHER_CONSTANTS]) {
      if (addNumbers(dict, table) < 0) return -1;
    }
    if (addLimitNames(dict) < 0 || addSystemTypes(dict) < 0 || addScheduleTypes(dict) < 0 || addSpawnTypes(dict) < 0) {
      return -1;
    }
    if (makeStructSequence(statResult) === 0 || makeStructSequence(terminalSize) === 0) return -1;
    if (setStolen(dict, "stat_result", newRef(typeIn(statResult))) < 0) return -1;
    if (setStolen(dict, "terminal_size", newRef(typeIn(terminalSize))) < 0) return -1;
    if (makeModuleType(module, scandirIteratorType) === 0 || addTypes(module, entryType) < 0) return -1;
    if (setStolen(dict, "error", newRef(PyExc_OSError)) < 0) return -1;
    const abilities = PyList_New(0);
    for (const name of ABILITIES.split(" ")) {
      const o = PyUnicode_FromString(name);
      if (abilities === 0 || o === 0 || PyList_Append(abilities, o) < 0) return -1;
      decref(o);
    }
    if (setStolen(dict, "_have_functions", abilities) < 0) return -1;
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
