// The storage of complex numbers: two doubles.
import { objectMalloc } from "../memory/allocators.ts";
import { type Borrowed, f64, type Owned, setF64 } from "../memory/memory.ts";
import { PyComplexObject } from "../memory/structs/numbers.ts";
import { initObject, isInstanceOf } from "./object.ts";
import { PyComplex_Type } from "./types.ts";

/** PyComplex_FromDoubles; 0 when memory is exhausted (no error set). */
export function newComplex(real: number, imag: number): Owned {
  const o = objectMalloc(PyComplexObject.sizeof);
  if (o === 0) return 0;
  initObject(o, PyComplex_Type);
  setF64(o + PyComplexObject.cval_real, real);
  setF64(o + PyComplexObject.cval_imag, imag);
  return o;
}

export function complexReal(o: Borrowed): number {
  return f64(o + PyComplexObject.cval_real);
}

export function complexImag(o: Borrowed): number {
  return f64(o + PyComplexObject.cval_imag);
}

export function isComplex(o: Borrowed): boolean {
  return isInstanceOf(o, PyComplex_Type);
}
