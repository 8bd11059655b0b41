// What a function of posix takes for a path (path_t of posixmodule.c): opened once, its errors name function and argument,
// and an OSError carries what __fspath__ gave.
import type { Borrowed, Owned } from "../memory/memory.ts";
import { bytesView } from "../objects/bytes_core.ts";
import { PyErr_Occurred, raise, typeNameOf } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { decref, isBytes, isInt, isUnicode, newRef } from "../objects/object.ts";
import { _PyObject_LookupSpecial } from "../objects/special.ts";
import { Py_None, PyExc_NotImplementedError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
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

/** The path that an argument gives; its name is to be released. Null with an error set. */
export function openPath(where: string, value: Borrowed, argument = "path", besides: Besides = ""): Path | null {
  const name = nameOf(where, argument, value, besides);
  if (name === 0) return null;
  const bytes = isUnicode(name) ? encodeHostText(name) : bytesView(name).slice();
  if (!bytes.includes(0)) return { name, bytes };
  decref(name);
  raise(PyExc_ValueError, `${where}: embedded null character in ${argument}`);
  return null;
}

/** Uses the path that an argument gives. Owned, or 0 with an error set. */
export function withPath(where: string, value: Borrowed, use: (path: Path) => Owned, besides: Besides = ""): Owned {
  if (besides.startsWith("integer") && isInt(value) && !isAvailable(where, "a descriptor for a path is", true))
    return 0;
  const path = openPath(where, value, "path", besides);
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

/** The same for directories as descriptors, which no call takes. */
export function hasNoDirectory(where: string, descriptor: Borrowed): boolean {
  return isAvailable(where, "dir_fd", descriptor !== 0 && descriptor !== Py_None);
}
