// The environment that children get: posix.environ, which os.environ keeps up to date.

import { utf8 } from "../base/utf8.ts";
import { ERRNO } from "../host/errno.ts";
import { importedModules } from "../interpreter/imports.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyMapping_Check } from "../objects/abstract.ts";
import { bytesFromArray, bytesView } from "../objects/bytes_core.ts";
import { nextKey, nextValue, PyDict_GetItemWithError, PyDict_Next } from "../objects/dict_core.ts";
import { raise } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyList_GET_ITEM } from "../objects/list_core.ts";
import { PyMapping_Keys, PyMapping_Values } from "../objects/mapping_lists.ts";
import { isBytes, isDict, sizeOf, xdecref } from "../objects/object.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
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

/** The same of a program's mapping (parse_envlist); null with an error set. refusal: what is said of anything else. */
export function rowsOfMapping(mapping: Borrowed, refusal: string): Uint8Array[] | null {
  if (!PyMapping_Check(mapping)) {
    raise(PyExc_TypeError, refusal);
    return null;
  }
  const keys = PyMapping_Keys(mapping);
  const values = keys === 0 ? 0 : PyMapping_Values(mapping);
  let rows: Uint8Array[] | null = values === 0 ? null : [];
  for (let i = 0; rows !== null && i < Math.min(sizeOf(keys), sizeOf(values)); i++) {
    const name = pathBytes(PyList_GET_ITEM(keys, i));
    const value = name === null ? null : pathBytes(PyList_GET_ITEM(values, i));
    if (name === null || value === null) rows = null;
    else if (name.length === 0 || name.includes(EQUALS)) {
      raise(PyExc_ValueError, "illegal environment variable name");
      rows = null;
    } else rows.push(Uint8Array.of(...name, EQUALS, ...value));
  }
  xdecref(keys);
  xdecref(values);
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

/** The same as bytes; null where there is none. */
export function environmentBytes(name: string): Uint8Array | null {
  const key = bytesFromArray(utf8(name));
  const environ = key === 0 ? 0 : environDict();
  const value = environ === 0 ? 0 : PyDict_GetItemWithError(environ, key);
  xdecref(key);
  return value !== 0 && isBytes(value) ? bytesView(value).slice() : null;
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
