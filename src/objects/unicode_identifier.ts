// Whether a str is an identifier: XID_Start or underscore, then XID_Continue.
import { isXIDContinue, isXIDStart } from "../base/unicode/properties.ts";
import type { Borrowed } from "../memory/memory.ts";
import { PyUnicode_GET_LENGTH, PyUnicode_READ_CHAR } from "./unicode_core.ts";

export function isIdentifier(o: Borrowed): boolean {
  const length = PyUnicode_GET_LENGTH(o);
  if (length === 0) return false;
  const first = PyUnicode_READ_CHAR(o, 0);
  if (first !== 0x5f && !isXIDStart(first)) return false;
  for (let i = 1; i < length; i++) if (!isXIDContinue(PyUnicode_READ_CHAR(o, i))) return false;
  return true;
}
