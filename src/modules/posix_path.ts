// What a function of posix takes for a path (path_t of posixmodule.c): opened once, its errors name function and argument,
// and an OSError carries what __fspath__ gave.
//
// The host's calls take paths only. What lies in a directory that is given as a descriptor, and what a descriptor given for
// a path leads to, is asked for by a path that the host has for it.
import { host } from "../host/host.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { hasIndex } from "../objects/abstract.ts";
import { bytesView } from "../objects/bytes_core.ts";
import { PyNumber_Index } from "../objects/convert.ts";
import { PyErr_Occurred, raise, typeNameOf } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { longToNumber } from "../objects/long_core.ts";
import { decref, isBytes, isUnicode, newRef } from "../objects/object.ts";
import { _PyObject_LookupSpecial } from "../objects/special.ts";
import {
  Py_False,
  Py_None,
  Py_True,
  PyExc_NotImplementedError,
  PyExc_OverflowError,
  PyExc_RuntimeWarning,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../objects/types.ts";
import { PyErr_WarnEx } from "../objects/warn.ts";
import { fspath, raiseErrno } from "./host_path.ts";
import { encodeHostText } from "./host_text.ts";

export interface Path {
  /** A str or bytes. */
  readonly name: Owned;
  readonly bytes: Uint8Array;
}

/** What else may be given: None is taken before a path is opened, and so is an integer where the host can take one. */
export type Besides = "" | "integer" | "None" | "integer or None";

const LISTS: Readonly<Record<Besides, string>> = {
  "": "string, bytes or os.PathLike",
  integer: "string, bytes, os.PathLike or integer",
  None: "string, bytes, os.PathLike or None",
  "integer or None": "string, bytes, os.PathLike, integer or None",
};

const id_fspath = identifier("__fspath__");

function nameOf(where: string, argument: string, value: Borrowed, besides: Besides): Owned {
  if (isUnicode(value) || isBytes(value)) return newRef(value);
  const method = _PyObject_LookupSpecial(value, id_fspath);
  if (method === 0 || method === Py_None) {
    if (method === 0 && PyErr_Occurred()) return 0;
    return raise(PyExc_TypeError, `${where}: ${argument} should be ${LISTS[besides]}, not ${typeNameOf(value)}`);
  }
  decref(method);
  return fspath(value);
}

/** A path as a str or bytes, which may hold null characters: for work on its text. Owned, 0 with an error set. */
export function pathName(where: string, value: Borrowed): Owned {
  return nameOf(where, "path", value, "");
}

const SLASH = 0x2f;

/** _fd_converter: a descriptor, null with an error set. */
export function descriptorOf(o: Borrowed): number | null {
  const isBool = o === Py_True || o === Py_False;
  if (isBool && PyErr_WarnEx(PyExc_RuntimeWarning, "bool is used as a file descriptor", 1) < 0) return null;
  const index = PyNumber_Index(o);
  if (index === 0) return null;
  const fd = longToNumber(index);
  decref(index);
  if (fd <= INT_MAX && fd >= INT_MIN) return fd;
  raise(PyExc_OverflowError, `fd is ${fd > 0 ? "greater than maximum" : "less than minimum"}`);
  return null;
}
const INT_MAX = 0x7fffffff;
const INT_MIN = -0x80000000;

/** dir_fd: null with an error set; undefined where paths begin at the current directory. */
export function directoryOf(o: Borrowed): number | undefined | null {
  if (o === 0 || o === Py_None) return undefined;
  if (hasIndex(o)) return descriptorOf(o);
  raise(PyExc_TypeError, `argument should be integer or None, not ${typeNameOf(o)}`);
  return null;
}

/** A path that begins at a directory; a negated errno. */
export function pathFrom(directory: number | undefined, path: Uint8Array): Uint8Array | number {
  if (directory === undefined || path.length === 0 || path[0] === SLASH) return path;
  const start = host().pathOf(directory);
  return typeof start === "number" ? start : Uint8Array.of(...start, SLASH, ...path);
}

/** The path that an argument gives; its name is to be released. Null with an error set. directory: dir_fd, or 0. */
export function openPath(
  where: string,
  value: Borrowed,
  argument = "path",
  besides: Besides = "",
  directory: Borrowed = 0,
): Path | null {
  if (besides.startsWith("integer") && hasIndex(value)) return openDescriptor(where, value, directory);
  const name = nameOf(where, argument, value, besides);
  if (name === 0) return null;
  const given = isUnicode(name) ? encodeHostText(name) : bytesView(name).slice();
  const start = directoryOf(directory);
  if (given.includes(0)) raise(PyExc_ValueError, `${where}: embedded null character in ${argument}`);
  else if (start !== null) {
    const bytes = pathFrom(start, given);
    if (typeof bytes !== "number") return { name, bytes };
    raiseErrno(-bytes, name);
  }
  decref(name);
  return null;
}

const FOLDER_READERS: readonly string[] = ["listdir", "scandir"];

/** The path of what a descriptor leads to; its name is the number. */
function openDescriptor(where: string, value: Borrowed, directory: Borrowed): Path | null {
  const fd = descriptorOf(value);
  if (fd === null) return null;
  if (directory !== 0 && directory !== Py_None) {
    raise(PyExc_ValueError, `${where}: can't specify dir_fd without matching path`);
    return null;
  }
  const bytes = host().pathOf(fd);
  if (typeof bytes !== "number") return { name: newRef(value), bytes };
  // What reads a folder does so by a copy of the descriptor, and a copy has no name.
  raiseErrno(-bytes, FOLDER_READERS.includes(where) ? 0 : value);
  return null;
}

/** False with ValueError set where a descriptor is given and links are not to be followed. */
export function mayFollow(where: string, value: Borrowed, followsLinks: number): boolean {
  if (followsLinks !== 0 || !hasIndex(value)) return true;
  raise(PyExc_ValueError, `${where}: cannot use fd and follow_symlinks together`);
  return false;
}

/** Uses the path that an argument gives. Owned, or 0 with an error set. */
export function withPath(
  where: string,
  value: Borrowed,
  use: (path: Path) => Owned,
  besides: Besides = "",
  directory: Borrowed = 0,
): Owned {
  const path = openPath(where, value, "path", besides, directory);
  if (path === null) return 0;
  const result = use(path);
  decref(path.name);
  return result;
}

/** None for what the host did, OSError for a negated errno. */
export function done(answer: number, path: Path, other?: Path): Owned {
  return answer < 0 ? raiseErrno(-answer, path.name, other?.name) : Py_None;
}

/** False with NotImplementedError set where an argument asks for what the host cannot do. */
export function isAvailable(where: string, argument: string, isAsked: boolean): boolean {
  if (!isAsked) return true;
  raise(PyExc_NotImplementedError, `${where}: ${argument} unavailable on this platform`);
  return false;
}
