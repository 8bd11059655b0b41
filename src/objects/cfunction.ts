// Built-in functions and bound built-in methods (PyCFunctionObject), and the call of what a PyMethodDef describes.

import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyCFunctionObject } from "../memory/structs/code.ts";
import { PyMethodDef } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import { Py_EQ, Py_NE } from "./abstract.ts";
import { pushCall } from "./call_object.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory, raise, textOfCString, typeNameOf } from "./errors.ts";
import { Py_HashPointer } from "./hash.ts";
import { bool } from "./long_core.ts";
import {
  initObject,
  isType,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HAVE_VECTORCALL,
  sizeOf,
  typeOf,
  xdecref,
} from "./object.ts";
import { reduceToAttribute } from "./reduce_names.ts";
import {
  METH_CLASS,
  METH_COEXIST,
  METH_FASTCALL,
  METH_KEYWORDS,
  METH_NOARGS,
  METH_O,
  METH_STATIC,
  METH_VARARGS,
} from "./signature.ts";
import { typeQualname } from "./type_names.ts";
import {
  Py_None,
  Py_NotImplemented,
  PyCFunction_Type,
  PyExc_SystemError,
  PyExc_TypeError,
  PyModule_Type,
} from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";
import { PyObject_ClearWeakRefs } from "./weakref_core.ts";

/** PyCFunction_NewEx: method: a PyMethodDef; self and module borrowed or 0. */
export function PyCFunction_New(method: Address, self: Borrowed, module: Borrowed): Owned {
  const o = gcNewVar(PyCFunction_Type, PyCFunctionObject.sizeof);
  if (o === 0) return PyErr_NoMemory();
  initObject(o, PyCFunction_Type);
  setPtr(o + PyCFunctionObject.m_ml, method);
  setPtr(o + PyCFunctionObject.m_self, self === 0 ? 0 : newRef(self));
  setPtr(o + PyCFunctionObject.m_module, module === 0 ? 0 : newRef(module));
  setPtr(o + PyCFunctionObject.m_weakreflist, 0);
  setPtr(o + PyCFunctionObject.vectorcall, cfunctionVectorcall);
  gcTrack(o);
  return o;
}

/** Calls a PyMethodDef's function by its convention. name: the text for error messages, "len()" or "list.append()". */
export function callMethodDef(
  method: Address,
  self: Borrowed,
  args: Address,
  nargs: number,
  kwnames: Borrowed,
  name: () => string,
): Owned {
  const flags = i32(method + PyMethodDef.ml_flags);
  const run = textFunction(ptr(method + PyMethodDef.ml_meth));
  if (flags & METH_FASTCALL) {
    if (flags & METH_KEYWORDS) return run(self, args, nargs, kwnames);
    if (kwnames !== 0 && sizeOf(kwnames) > 0) return raise(PyExc_TypeError, `${name()} takes no keyword arguments`);
    return run(self, args, nargs, 0);
  }
  if (kwnames !== 0 && sizeOf(kwnames) > 0) return raise(PyExc_TypeError, `${name()} takes no keyword arguments`);
  if (flags & METH_VARARGS) return run(self, args, nargs, 0);
  if (flags & METH_O) {
    if (nargs !== 1) return raise(PyExc_TypeError, `${name()} takes exactly one argument (${nargs} given)`);
    return run(self, ptr(args));
  }
  if (flags & METH_NOARGS) {
    if (nargs !== 0) return raise(PyExc_TypeError, `${name()} takes no arguments (${nargs} given)`);
    return run(self);
  }
  return raise(PyExc_SystemError, `${name()} method: bad call flags`);
}

function cfunction_vectorcall(o: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const method = ptr(o + PyCFunctionObject.m_ml);
  const self = i32(method + PyMethodDef.ml_flags) & METH_STATIC ? 0 : ptr(o + PyCFunctionObject.m_self);
  // cfunction_call, which calls with a tuple, says the name alone.
  const isTupleCall = (i32(method + PyMethodDef.ml_flags) & METH_VARARGS) !== 0;
  return callMethodDef(
    method,
    self,
    args,
    nargs,
    kwnames,
    () => `${isTupleCall ? functionName(o) : functionText(o)}()`,
  );
}
const cfunctionVectorcall = text("cfunction_vectorcall", cfunction_vectorcall);

function functionName(o: Borrowed): string {
  return textOfCString(ptr(ptr(o + PyCFunctionObject.m_ml) + PyMethodDef.ml_name));
}

/** __qualname__ as text. */
function functionText(o: Borrowed): string {
  const self = ptr(o + PyCFunctionObject.m_self);
  if (self === 0 || typeOf(self) === PyModule_Type) {
    const module = ptr(o + PyCFunctionObject.m_module);
    const prefix = module !== 0 && textOf(module) !== "builtins" ? `${textOf(module)}.` : "";
    return prefix + functionName(o);
  }
  return `${typeQualname(isType(self) ? self : typeOf(self))}.${functionName(o)}`;
}

function meth_dealloc(o: Address): void {
  gcUntrack(o);
  PyObject_ClearWeakRefs(o);
  xdecref(ptr(o + PyCFunctionObject.m_self));
  xdecref(ptr(o + PyCFunctionObject.m_module));
  gcFree(o);
}

function meth_traverse(o: Address, visit: (o: Address) => number): number {
  const self = ptr(o + PyCFunctionObject.m_self);
  const stop = self === 0 ? 0 : visit(self);
  if (stop !== 0) return stop;
  const module = ptr(o + PyCFunctionObject.m_module);
  return module === 0 ? 0 : visit(module);
}

function meth_repr(o: Borrowed): Owned {
  const self = ptr(o + PyCFunctionObject.m_self);
  if (self === 0 || typeOf(self) === PyModule_Type)
    return PyUnicode_FromString(`<built-in function ${functionName(o)}>`);
  return PyUnicode_FromString(
    `<built-in method ${functionName(o)} of ${typeNameOf(self)} object at 0x${self.toString(16)}>`,
  );
}

function meth_richcompare(a: Borrowed, b: Borrowed, op: number): Owned {
  if ((op !== Py_EQ && op !== Py_NE) || typeOf(a) !== PyCFunction_Type || typeOf(b) !== PyCFunction_Type) {
    return Py_NotImplemented;
  }
  const equal =
    ptr(a + PyCFunctionObject.m_self) === ptr(b + PyCFunctionObject.m_self) &&
    ptr(ptr(a + PyCFunctionObject.m_ml) + PyMethodDef.ml_meth) ===
      ptr(ptr(b + PyCFunctionObject.m_ml) + PyMethodDef.ml_meth);
  return bool(equal === (op === Py_EQ));
}

function meth_hash(o: Borrowed): number {
  const self = ptr(o + PyCFunctionObject.m_self);
  return Py_HashPointer(self ^ ptr(ptr(o + PyCFunctionObject.m_ml) + PyMethodDef.ml_meth));
}

const MARKER = ")\n--\n\n";

function splitDoc(name: string, doc: string): number {
  if (!doc.startsWith(`${name}(`)) return -1;
  const end = doc.indexOf(MARKER);
  const blank = doc.indexOf("\n\n");
  return end >= 0 && (blank < 0 || end < blank) ? end : -1;
}

/** __doc__ of a "name(signature)\n--\n\ntext" in memory: the text; None when there is none. */
export function docOf(nameAt: Address, docAt: Address): Owned {
  if (docAt === 0) return Py_None;
  const doc = textOfCString(docAt);
  const name = textOfCString(nameAt);
  const end = splitDoc(name.slice(name.lastIndexOf(".") + 1), doc);
  const rest = end < 0 ? doc : doc.slice(end + MARKER.length);
  return rest === "" ? Py_None : PyUnicode_FromString(rest);
}

/** __text_signature__: the "(…)" in front, or None. */
/** What a function without a signature in its docstring shows, by its calling convention. */
const DEFAULT_SIGNATURES = new Map<number, string>([
  [METH_NOARGS, "($self, /)"],
  [METH_NOARGS | METH_CLASS, "($type, /)"],
  [METH_NOARGS | METH_STATIC, "()"],
  [METH_O, "($self, object, /)"],
  [METH_O | METH_CLASS, "($type, object, /)"],
  [METH_O | METH_STATIC, "(object, /)"],
]);

export function signatureOf(nameAt: Address, docAt: Address, flags = 0): Owned {
  const missing = DEFAULT_SIGNATURES.get(flags & ~METH_COEXIST);
  if (docAt === 0) return missing === undefined ? Py_None : PyUnicode_FromString(missing);
  const doc = textOfCString(docAt);
  const name = textOfCString(nameAt);
  const short = name.slice(name.lastIndexOf(".") + 1);
  const end = splitDoc(short, doc);
  if (end >= 0) return PyUnicode_FromString(doc.slice(short.length, end + 1));
  return missing === undefined ? Py_None : PyUnicode_FromString(missing);
}

const nameAt = (o: Borrowed): Address => ptr(ptr(o + PyCFunctionObject.m_ml) + PyMethodDef.ml_name);
const docAt = (o: Borrowed): Address => ptr(ptr(o + PyCFunctionObject.m_ml) + PyMethodDef.ml_doc);

declareType(PyCFunction_Type, {
  name: "builtin_function_or_method",
  basicsize: PyCFunctionObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL,
  vectorcall_offset: PyCFunctionObject.vectorcall,
  weaklistoffset: PyCFunctionObject.m_weakreflist,
  slots: {
    tp_dealloc: meth_dealloc,
    tp_traverse: meth_traverse,
    tp_repr: meth_repr,
    tp_hash: meth_hash,
    tp_richcompare: meth_richcompare,
    tp_call: (o: Borrowed, args: Borrowed, kwargs: Borrowed) => pushCall(o, args, kwargs),
  },
  members: [["__module__", "object", PyCFunctionObject.m_module, ""]],
  getset: [
    ["__doc__", (o: Borrowed) => docOf(nameAt(o), docAt(o))],
    ["__name__", (o: Borrowed) => PyUnicode_FromString(functionName(o))],
    [
      "__qualname__",
      (o: Borrowed) => {
        const self = ptr(o + PyCFunctionObject.m_self);
        const isFunction = self === 0 || typeOf(self) === PyModule_Type;
        return PyUnicode_FromString(isFunction ? functionName(o) : functionText(o));
      },
    ],
    [
      "__self__",
      (o: Borrowed) => {
        const isStatic = i32(ptr(o + PyCFunctionObject.m_ml) + PyMethodDef.ml_flags) & METH_STATIC;
        const self = isStatic ? 0 : ptr(o + PyCFunctionObject.m_self);
        return newRef(self === 0 ? Py_None : self);
      },
    ],
    [
      "__text_signature__",
      (o: Borrowed) => signatureOf(nameAt(o), docAt(o), i32(ptr(o + PyCFunctionObject.m_ml) + PyMethodDef.ml_flags)),
    ],
  ],
  methods: [
    [
      "__reduce__",
      "()",
      (o: Borrowed): Owned => {
        const self = ptr(o + PyCFunctionObject.m_self);
        if (self === 0 || typeOf(self) === PyModule_Type) return PyUnicode_FromString(functionName(o));
        const name = PyUnicode_FromString(functionName(o));
        const result = name === 0 ? PyErr_NoMemory() : reduceToAttribute(self, name);
        xdecref(name);
        return result;
      },
    ],
  ],
});
