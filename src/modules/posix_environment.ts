// The environment that children get: posix.environ, which os.environ keeps up to date.

import { utf8 } from "../base/utf8.ts";
import { ERRNO } from "../host/errno.ts";
import { importedModules } from "../interpreter/imports.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { bytesFromArray, bytesView } from "../objects/bytes_core.ts";
import { nextKey, nextValue, PyDict_GetItemWithError, PyDict_Next } from "../objects/dict_core.ts";
import { raise } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { isBytes, isDict, xdecref } from "../objects/object.ts";
import { Py_None, PyExc_ValueError } from "../objects/types.ts";
import { textOf } from "../objects/unicode_core.ts";
import { pathBytes, raiseErrno } from "./host_path.ts";
import { decodeHostBytes } from "./host_text.ts";
import { moduleDict } from "./make_module.ts";

const id_posix = identifier("posix");
const id_environ = identifier("environ");
const EQUALS = 0x3d;

function environDict(): Borrowed {
  const posix = PyDict_GetItemWithError(importedModules(), id_posix);
  const environ = posix === 0 ? 0 : PyDict_GetItemWithError(moduleDict(posix), id_environ);
  return environ !== 0 && isDict(environ) ? environ : 0;
}

/** "NAME=value", as execve() takes them. */
export function environmentRows(): Uint8Array[] {
  const environ = environDict();
  const rows: Uint8Array[] = [];
  if (environ === 0) return rows;
  for (let at = PyDict_Next(environ, 0); at !== 0; at = PyDict_Next(environ, at)) {
    const name = nextKey();
    const value = nextValue();
    if (isBytes(name) && isBytes(value)) rows.push(Uint8Array.of(...bytesView(name), EQUALS, ...bytesView(value)));
  }
  return rows;
}

/** A variable's value as it is now; "" where there is none. */
export function environmentText(name: string): string {
  const key = bytesFromArray(utf8(name));
  const environ = key === 0 ? 0 : environDict();
  const value = environ === 0 ? 0 : PyDict_GetItemWithError(environ, key);
  const shown = value !== 0 && isBytes(value) ? decodeHostBytes(bytesView(value)) : 0;
  const result = shown === 0 ? "" : textOf(shown);
  xdecref(shown);
  xdecref(key);
  return result;
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
