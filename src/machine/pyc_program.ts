// A compiled file as the program: its code object is read, not made (run_pyc_file of CPython's Python/pythonrun.c).
import { HEADER_BYTES, MAGIC_NUMBER } from "../bytecode/pyc.ts";
import type { Owned } from "../memory/memory.ts";
import { readMarshal } from "../modules/marshal_read.ts";
import { PyErr_Clear, raise } from "../objects/errors.ts";
import { decref, typeOf } from "../objects/object.ts";
import { PyCode_Type, PyExc_EOFError, PyExc_RuntimeError } from "../objects/types.ts";

/** Half of the magic number tells a compiled file whatever its name. */
const HALF_MAGIC_BYTES = 2;

const hasMagic = (bytes: Uint8Array, byteCount: number): boolean =>
  MAGIC_NUMBER.subarray(0, byteCount).every((byte, index) => bytes[index] === byte);

/** maybe_pyc_file */
export function isCompiledFile(path: string, bytes: Uint8Array): boolean {
  return path.endsWith(".pyc") || hasMagic(bytes, HALF_MAGIC_BYTES);
}

/** The code object of a compiled file. Owned, 0 with an error set. */
export function codeOfCompiledFile(bytes: Uint8Array): Owned {
  if (bytes.length < MAGIC_NUMBER.length) return raise(PyExc_EOFError, "EOF read where not expected");
  if (!hasMagic(bytes, MAGIC_NUMBER.length)) return raise(PyExc_RuntimeError, "Bad magic number in .pyc file");
  const code = readMarshal(bytes.subarray(HEADER_BYTES), null, true);
  if (code !== 0 && typeOf(code) === PyCode_Type) return code;
  if (code !== 0) decref(code);
  PyErr_Clear();
  return raise(PyExc_RuntimeError, "Bad code object in .pyc file");
}
