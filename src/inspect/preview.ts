// An object in one line: what has a short form (numbers, text, None, names of functions and classes) gives it.
//
// Invariant: a preview reads a bounded number of bytes and never follows more than a few pointers.

import { reprDouble } from "../base/float_text.ts";
import { reprBytes, reprText } from "../bytecode/constant_repr.ts";
import {
  _PyInterpreterFrame,
  PyCFunctionObject,
  PyCodeObject,
  PyFrameObject,
  PyFunctionObject,
  PyGenObject,
  PyMethodObject,
  PyModuleObject,
} from "../memory/structs/code.ts";
import { PyDescrObject } from "../memory/structs/descriptors.ts";
import { rangeobject } from "../memory/structs/iterators.ts";
import { PyComplexObject, PyLongObject } from "../memory/structs/numbers.ts";
import { PyHeapTypeObject, PyMethodDef } from "../memory/structs/object.ts";
import type { Reference } from "./facts.ts";
import type { Inspection } from "./inspection.ts";
import { type Address, cstring } from "./reader.ts";
import { isImmortal, type TypeInfo, typeAt, typeOf } from "./types.ts";
import { bytesFields, codePointsOf, floatText, intText, stringFields, stringText, utf8Bytes } from "./values.ts";

const TEXT_LIMIT = 40;
const NAME_LIMIT = 80;

/** At most so many characters, the middle left out. */
export function shorten(text: string, limit = TEXT_LIMIT): string {
  const points = [...text];
  if (points.length <= limit) return text;
  const tail = Math.floor(limit / 4);
  return `${points.slice(0, limit - tail - 1).join("")}…${points.slice(points.length - tail).join("")}`;
}

/** The text of a str object; null where there is none. */
export function nameText(m: Inspection, object: Address, limit = NAME_LIMIT): string | null {
  if (typeOf(m, object)?.form !== "str" || stringFields(m, object).damaged) return null;
  return stringText(m, object, limit);
}

/** repr() of a str, its middle left out where it is long. */
function strPreview(m: Inspection, object: Address): string | null {
  const { length, damaged } = stringFields(m, object);
  if (damaged) return null;
  const points = codePointsOf(m, object, TEXT_LIMIT);
  const repr = reprText(Uint8Array.from(utf8Bytes(points.slice(0, length > TEXT_LIMIT ? TEXT_LIMIT - 4 : TEXT_LIMIT))));
  return length > TEXT_LIMIT ? `${repr.slice(0, -1)}…${repr.slice(-1)}` : repr;
}

function bytesPreview(m: Inspection, object: Address, form: "bytes" | "bytearray"): string | null {
  const { length, data, damaged } = bytesFields(m, object, form);
  if (damaged) return null;
  const limit = TEXT_LIMIT / 2;
  const repr = reprBytes(m.bytes(data, Math.min(length, limit)));
  const cut = length > limit ? `${repr.slice(0, -1)}…${repr.slice(-1)}` : repr;
  return form === "bytes" ? cut : `bytearray(${cut})`;
}

function complexPreview(m: Inspection, object: Address): string {
  const part = (value: number) => {
    const text = reprDouble(value);
    return text.endsWith(".0") ? text.slice(0, -2) : text;
  };
  const real = m.reader.f64(object + PyComplexObject.cval_real);
  const imaginary = part(m.reader.f64(object + PyComplexObject.cval_imag));
  if (Object.is(real, 0)) return `${imaginary}j`;
  return `(${part(real)}${imaginary.startsWith("-") ? "" : "+"}${imaginary}j)`;
}

const SINGLETONS: Readonly<Record<string, string>> = {
  NoneType: "None",
  NotImplementedType: "NotImplemented",
  ellipsis: "Ellipsis",
};

/** __qualname__ of a class, __name__ of a built-in type. */
export function typeName(m: Inspection, type: TypeInfo): string {
  const isClass = type.isHeapType && m.readable(type.address, PyHeapTypeObject.sizeof);
  return (isClass ? nameText(m, m.ptr(type.address + PyHeapTypeObject.ht_qualname)) : null) ?? type.name;
}

const NAME_FIELDS: Readonly<Record<string, number>> = {
  function: PyFunctionObject.func_qualname,
  code: PyCodeObject.co_qualname,
  module: PyModuleObject.md_name,
  generator: PyGenObject.gi_qualname,
  coroutine: PyGenObject.gi_qualname,
  async_generator: PyGenObject.gi_qualname,
  method_descriptor: PyDescrObject.d_name,
  classmethod_descriptor: PyDescrObject.d_name,
  member_descriptor: PyDescrObject.d_name,
  getset_descriptor: PyDescrObject.d_name,
  wrapper_descriptor: PyDescrObject.d_name,
};

/** The short form of an object, or null for what has none. */
export function preview(m: Inspection, object: Address): string | null {
  const type = typeOf(m, object);
  if (type === null) return null;
  switch (type.form) {
    case "none":
      return SINGLETONS[type.builtin] ?? null;
    case "int":
      if (type.builtin === "bool") return (m.u8(object + PyLongObject.lv_tag) & 3) === 1 ? "False" : "True";
      return shorten(intText(m, object));
    case "float":
      return floatText(m, object);
    case "complex":
      return shorten(complexPreview(m, object));
    case "str":
      return strPreview(m, object);
    case "bytes":
    case "bytearray":
      return bytesPreview(m, object, type.form);
    case "type": {
      const self = typeAt(m, object);
      return self === null ? null : shorten(typeName(m, self));
    }
  }
  if (Object.hasOwn(NAME_FIELDS, type.builtin)) {
    const name = nameText(m, m.ptr(object + NAME_FIELDS[type.builtin]));
    return name === null ? null : shorten(name);
  }
  if (type.builtin === "builtin_function_or_method" || type.builtin === "builtin_method") {
    const definition = m.ptr(object + PyCFunctionObject.m_ml);
    return m.readable(definition, PyMethodDef.sizeof)
      ? cstring(m.reader, m.ptr(definition + PyMethodDef.ml_name), TEXT_LIMIT)
      : null;
  }
  if (type.builtin === "method") {
    const callee = m.ptr(object + PyMethodObject.im_func);
    const name = typeOf(m, callee)?.builtin === "function" ? preview(m, callee) : null;
    return name;
  }
  if (type.builtin === "frame") {
    const frame = m.ptr(object + PyFrameObject.f_frame);
    const code = m.readable(frame, _PyInterpreterFrame.sizeof) ? m.ptr(frame + _PyInterpreterFrame.f_executable) : 0;
    return typeOf(m, code)?.form === "code" ? preview(m, code) : null;
  }
  if (type.builtin === "range") return rangePreview(m, object);
  return null;
}

function rangePreview(m: Inspection, object: Address): string | null {
  const [start, stop, step] = [rangeobject.start, rangeobject.stop, rangeobject.step].map((field) => {
    const value = m.ptr(object + field);
    return typeOf(m, value)?.form === "int" ? intText(m, value) : null;
  });
  if (start === null || stop === null || step === null) return null;
  return shorten(step === "1" ? `range(${start}, ${stop})` : `range(${start}, ${stop}, ${step})`);
}

/** A pointer as it is shown: null for a null pointer; what is no object has kind "buf" and type "?". */
export function reference(m: Inspection, object: Address): Reference | null {
  if (object === 0) return null;
  const type = typeOf(m, object);
  if (type === null) return { address: object, kind: "buf", type: "?", text: null, immortal: false };
  return {
    address: object,
    kind: type.kind,
    type: type.name,
    text: preview(m, object),
    immortal: isImmortal(m, object),
  };
}
