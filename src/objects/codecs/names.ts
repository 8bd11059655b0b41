// Names of encodings and error handlers: texts of the host, undefined where a program gave none.
import type { Borrowed } from "../../memory/memory.ts";
import { raise, typeNameOf } from "../errors.ts";
import { isUnicode } from "../object.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "../types.ts";
import { PyUnicode_IS_ASCII, textOf } from "../unicode_core.ts";
import { PyUnicode_AsUTF8 } from "../unicode_utf8.ts";

/** A `str` argument (0: not given) as a text; null with an error set. */
export function encodingArgument(method: string, name: string, o: Borrowed): string | undefined | null {
  if (o === 0) return undefined;
  if (!isUnicode(o)) {
    const given = o === Py_None ? "None" : typeNameOf(o);
    raise(PyExc_TypeError, `${method}() argument '${name}' must be str, not ${given}`);
    return null;
  }
  return hostName(o);
}

/** A str as a text; null with an error set when it has a NUL or a lone surrogate. */
export function hostName(o: Borrowed): string | null {
  if (!PyUnicode_IS_ASCII(o) && PyUnicode_AsUTF8(o) === 0) return null;
  const text = textOf(o);
  if (!text.includes("\0")) return text;
  raise(PyExc_ValueError, "embedded null character");
  return null;
}

/** _Py_normalize_encoding: letters lowered, runs of other characters an underscore, none at the start. */
export function normalizeEncoding(name: string): string {
  let result = "";
  let gap = false;
  for (let i = 0; i < name.length; i++) {
    const c = name.charCodeAt(i);
    const isUpper = c >= 0x41 && c <= 0x5a;
    const isKept = isUpper || (c >= 0x61 && c <= 0x7a) || (c >= 0x30 && c <= 0x39) || c === 0x2e;
    if (!isKept) {
      gap = true;
      continue;
    }
    if (gap && result !== "") result += "_";
    gap = false;
    result += String.fromCharCode(isUpper ? c | 0x20 : c);
  }
  return result;
}
