// The environment that children get: posix.environ, which os.environ keeps up to date.

import { ERRNO } from "../host/errno.ts";
import { importedModules } from "../interpreter/imports.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { bytesView } from "../objects/bytes_core.ts";
import { nextKey, nextValue, PyDict_GetItemWithError, PyDict_Next } from "../objects/dict_core.ts";
import { raise } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { isBytes, isDict } from "../objects/object.ts";
import { Py_None, PyExc_ValueError } from "../objects/types.ts";
import { pathBytes, raiseErrno } from "./host_path.ts";
import { moduleDict } from "./make_module.ts";

const id_posix = identifier("posix");
const id_environ = identifier("environ");
const EQUALS = 0x3d;

/** "NAME=value", as execve() takes them. */
export function environmentRows(): Uint8Array[] {
  const posix = PyDict_GetItemWithError(importedModules(), id_posix);
  const environ = posix === 0 ? 0 : PyDict_GetItemWithError(moduleDict(posix), id_environ);
  const rows: Uint8Array[] = [];
  if (environ === 0 || !isDict(environ)) return rows;
  for (let at = PyDict_Next(environ, 0); at !== 0; at = PyDict_Next(environ, at)) {
    const name = nextKey();
    const value = nextValue();
    if (isBytes(name) && isBytes(value)) rows.push(Uint8Array.of(...bytesView(name), EQUALS, ...bytesView(value)));
  }
  return rows;
}

/** What setenv() refuses is an error; os.environ, which keeps posix.environ up to date, asks before it changes anything. */
export function putenv(_m: Borrowed, name: Borrowed, value: Borrowed): Owned {
  const named = pathBytes(name);
  if (named === null || pathBytes(value) === null) return 0;
  if (named.includes(EQUALS)) return raise(PyExc_ValueError, "illegal environment variable name");
  return named.length === 0 ? raiseErrno(ERRNO.EINVAL) : Py_None;
}

export function unsetenv(_m: Borrowed, name: Borrowed): Owned {
  const named = pathBytes(name);
  if (named === null) return 0;
  return named.length === 0 || named.includes(EQUALS) ? raiseErrno(ERRNO.EINVAL) : Py_None;
}
