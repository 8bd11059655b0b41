// Functions made by def and lambda (PyFunctionObject). Their vectorcall is the interpreter's, registered here.
import { gcFree, gcNewVar, gcTrack, gcUntrack } from "../gc/link.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr, u32 } from "../memory/memory.ts";
import { PyCodeObject, PyFunctionObject, PyModuleObject } from "../memory/structs/code.ts";
import { _py_func_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { pushCall } from "./call_object.ts";
import { currentBuiltins } from "./current_globals.ts";
import { declareType } from "./declare.ts";
import { PyDict_GetItemWithError, PyDict_New, PyDict_SetItem } from "./dict_core.ts";
import { PyObject_GenericGetDict } from "./dict_instance.ts";
import { argumentTypeName, PyErr_NoMemory, raise, raiseInt, typeNameOf } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { newMethod } from "./method.ts";
import {
  clearSlot,
  decref,
  initObject,
  isDict,
  isTuple,
  isUnicode,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HAVE_VECTORCALL,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
  replaceSlot,
  sizeOf,
  typeOf,
  xdecref,
  xnewRef,
} from "./object.ts";
import { namedArguments } from "./text_arguments.ts";
import { emptyTuple, PyTuple_GET_ITEM } from "./tuple_core.ts";
import {
  Py_None,
  PyCell_Type,
  PyCode_Type,
  PyExc_DeprecationWarning,
  PyExc_TypeError,
  PyExc_ValueError,
  PyFunction_Type,
  PyModule_Type,
} from "./types.ts";
import { emptyString, PyUnicode_FromString, textOf } from "./unicode_core.ts";
import { PyErr_WarnEx } from "./warn.ts";
import { PyObject_ClearWeakRefs } from "./weakref_core.ts";

const CO_GENERATOR = 0x20;
const CO_COROUTINE = 0x80;
const CO_ASYNC_GENERATOR = 0x200;
/** What a call of a function makes. */
const KIND_FLAGS = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR;
const OTHER_KIND =
  "Assigning a code object of non-matching type is deprecated (e.g., from a generator to a plain function)";

const id_builtins = identifier("__builtins__");
const id_name = identifier("__name__");
const FUNC_STATE = INTERPRETER + PyInterpreterState.func_state;

let vectorcallAddress = 0;
/** The interpreter registers _PyFunction_Vectorcall. */
export function setFunctionVectorcall(address: Address): void {
  vectorcallAddress = address;
}

/** The builtins a function with these globals uses: borrowed dict, or 0. */
export function builtinsOf(globals: Borrowed): Borrowed {
  const builtins = PyDict_GetItemWithError(globals, id_builtins);
  if (builtins === 0) return currentBuiltins();
  return typeOf(builtins) === PyModule_Type ? ptr(builtins + PyModuleObject.md_dict) : builtins;
}

/** PyFunction_New: a function of a code object and globals. */
export function PyFunction_New(code: Borrowed, globals: Borrowed): Owned {
  const f = gcNewVar(PyFunction_Type, PyFunctionObject.sizeof);
  if (f === 0) return PyErr_NoMemory();
  initObject(f, PyFunction_Type);
  const consts = ptr(code + PyCodeObject.co_consts);
  const hasDoc = sizeOf(consts) > 0 && isUnicode(PyTuple_GET_ITEM(consts, 0));
  const builtins = builtinsOf(globals);
  setPtr(f + PyFunctionObject.func_globals, newRef(globals));
  setPtr(f + PyFunctionObject.func_builtins, xnewRef(builtins));
  setPtr(f + PyFunctionObject.func_name, newRef(ptr(code + PyCodeObject.co_name)));
  setPtr(f + PyFunctionObject.func_qualname, newRef(ptr(code + PyCodeObject.co_qualname)));
  setPtr(f + PyFunctionObject.func_code, newRef(code));
  setPtr(f + PyFunctionObject.func_defaults, 0);
  setPtr(f + PyFunctionObject.func_kwdefaults, 0);
  setPtr(f + PyFunctionObject.func_closure, 0);
  setPtr(f + PyFunctionObject.func_doc, newRef(hasDoc ? PyTuple_GET_ITEM(consts, 0) : Py_None));
  setPtr(f + PyFunctionObject.func_dict, 0);
  setPtr(f + PyFunctionObject.func_weakreflist, 0);
  setPtr(f + PyFunctionObject.func_module, xnewRef(PyDict_GetItemWithError(globals, id_name)));
  setPtr(f + PyFunctionObject.func_annotations, 0);
  setPtr(f + PyFunctionObject.func_typeparams, 0);
  setPtr(f + PyFunctionObject.vectorcall, vectorcallAddress);
  setI32(f + PyFunctionObject.func_version, 0);
  gcTrack(f);
  return f;
}

/** _PyFunction_GetVersionForCurrentState: gives the function a version for inline caches, 0 when none is left. */
export function functionVersion(f: Borrowed): number {
  const known = u32(f + PyFunctionObject.func_version);
  if (known !== 0) return known;
  const next = u32(FUNC_STATE + _py_func_state.next_version);
  if (next === 0) return 0;
  setI32(f + PyFunctionObject.func_version, next);
  setI32(FUNC_STATE + _py_func_state.next_version, next + 1);
  return next;
}

const OWNED = [
  PyFunctionObject.func_globals,
  PyFunctionObject.func_builtins,
  PyFunctionObject.func_module,
  PyFunctionObject.func_defaults,
  PyFunctionObject.func_kwdefaults,
  PyFunctionObject.func_doc,
  PyFunctionObject.func_dict,
  PyFunctionObject.func_closure,
  PyFunctionObject.func_annotations,
  PyFunctionObject.func_typeparams,
];

/** func_traverse's order, which gc.get_referents shows. */
const TRAVERSED = [
  PyFunctionObject.func_code,
  ...OWNED.slice(0, OWNED.indexOf(PyFunctionObject.func_dict)),
  PyFunctionObject.func_name,
  ...OWNED.slice(OWNED.indexOf(PyFunctionObject.func_dict)),
  PyFunctionObject.func_qualname,
];

function func_dealloc(f: Address): void {
  gcUntrack(f);
  PyObject_ClearWeakRefs(f);
  setI32(f + PyFunctionObject.func_version, 0);
  for (const field of OWNED) clearSlot(f + field);
  decref(ptr(f + PyFunctionObject.func_code));
  decref(ptr(f + PyFunctionObject.func_name));
  decref(ptr(f + PyFunctionObject.func_qualname));
  gcFree(f);
}

function func_traverse(f: Address, visit: (o: Address) => number): number {
  for (let i = 0; i < TRAVERSED.length; i++) {
    const value = ptr(f + TRAVERSED[i]);
    const stop = value === 0 ? 0 : visit(value);
    if (stop !== 0) return stop;
  }
  return 0;
}

function func_clear(f: Address): number {
  setI32(f + PyFunctionObject.func_version, 0);
  for (const field of OWNED) clearSlot(f + field);
  // The code must stay; the names may be instances of subclasses of str, so parts of cycles, but must be there.
  for (const field of [PyFunctionObject.func_name, PyFunctionObject.func_qualname]) replaceSlot(f + field, emptyString);
  return 0;
}

/** def func_new(code, globals, name=None, argdefs=None, closure=None, kwdefaults=None): types.FunctionType. */
function func_new(_type: Borrowed, args: Borrowed, kwargs: Borrowed): Owned {
  const values = namedArguments(
    "function",
    args,
    kwargs,
    ["code", "globals", "name", "argdefs", "closure", "kwdefaults"],
    2,
  );
  if (values === null) return 0;
  const [code, globals, name, defaults, closure, kwdefaults] = values;
  if (typeOf(code) !== PyCode_Type)
    return raise(PyExc_TypeError, `function() argument 'code' must be code, not ${argumentTypeName(code, 50)}`);
  if (!isDict(globals))
    return raise(PyExc_TypeError, `function() argument 'globals' must be dict, not ${argumentTypeName(globals, 50)}`);
  if (name !== 0 && name !== Py_None && !isUnicode(name))
    return raise(PyExc_TypeError, "arg 3 (name) must be None or string");
  if (defaults !== 0 && defaults !== Py_None && !isTuple(defaults))
    return raise(PyExc_TypeError, "arg 4 (defaults) must be None or tuple");
  const freeCount = i32(code + PyCodeObject.co_nfreevars);
  if (closure === 0 || closure === Py_None) {
    if (freeCount > 0) return raise(PyExc_TypeError, "arg 5 (closure) must be tuple");
  } else if (!isTuple(closure)) return raise(PyExc_TypeError, "arg 5 (closure) must be None or tuple");
  const closureCount = closure === 0 || closure === Py_None ? 0 : sizeOf(closure);
  if (closureCount !== freeCount) {
    return raise(
      PyExc_ValueError,
      `${textOf(ptr(code + PyCodeObject.co_name))} requires closure of length ${freeCount}, not ${closureCount}`,
    );
  }
  for (let i = 0; i < closureCount; i++) {
    const cell = PyTuple_GET_ITEM(closure, i);
    if (typeOf(cell) !== PyCell_Type)
      return raise(PyExc_TypeError, `arg 5 (closure) expected cell, found ${typeNameOf(cell)}`);
  }
  if (kwdefaults !== 0 && kwdefaults !== Py_None && !isDict(kwdefaults)) {
    return raise(PyExc_TypeError, "arg 6 (kwdefaults) must be None or dict");
  }
  const f = PyFunction_New(code, globals);
  if (f === 0) return 0;
  if (name !== 0 && name !== Py_None) replaceSlot(f + PyFunctionObject.func_name, newRef(name));
  if (defaults !== 0 && defaults !== Py_None) setPtr(f + PyFunctionObject.func_defaults, newRef(defaults));
  if (closureCount > 0) setPtr(f + PyFunctionObject.func_closure, newRef(closure));
  if (kwdefaults !== 0 && kwdefaults !== Py_None) setPtr(f + PyFunctionObject.func_kwdefaults, newRef(kwdefaults));
  return f;
}

const settable =
  (field: number, allowed: (o: Borrowed) => boolean, message: string, invalidates = false, isNeeded = false) =>
  (f: Borrowed, value: Borrowed): number => {
    const stored = value === Py_None ? 0 : value;
    if (stored === 0 ? isNeeded : !allowed(stored)) return raiseInt(PyExc_TypeError, message);
    if (invalidates) setI32(f + PyFunctionObject.func_version, 0);
    const old = ptr(f + field);
    setPtr(f + field, xnewRef(stored));
    xdecref(old);
    return 0;
  };
function setDict(f: Borrowed, value: Borrowed): number {
  if (value === 0) return raiseInt(PyExc_TypeError, "cannot delete __dict__");
  if (!isDict(value)) {
    return raiseInt(PyExc_TypeError, `__dict__ must be set to a dictionary, not a '${typeNameOf(value)}'`);
  }
  replaceSlot(f + PyFunctionObject.func_dict, newRef(value));
  return 0;
}
const orNone =
  (field: number) =>
  (f: Borrowed): Owned =>
    newRef(ptr(f + field) === 0 ? Py_None : ptr(f + field));

function setText(field: number, name: string) {
  return (f: Borrowed, value: Borrowed): number => {
    if (value === 0 || !isUnicode(value)) return raiseInt(PyExc_TypeError, `${name} must be set to a string object`);
    replaceSlot(f + field, newRef(value));
    return 0;
  };
}

/** __annotations__: kept as a tuple of names and values until it is asked for. */
function getAnnotations(f: Borrowed): Owned {
  const slot = f + PyFunctionObject.func_annotations;
  const known = ptr(slot);
  if (known === 0 || isTuple(known)) {
    const dict = PyDict_New();
    if (dict === 0) return 0;
    if (known !== 0) {
      for (let i = 0; i < sizeOf(known); i += 2) {
        if (PyDict_SetItem(dict, PyTuple_GET_ITEM(known, i), PyTuple_GET_ITEM(known, i + 1)) < 0) {
          decref(dict);
          return 0;
        }
      }
    }
    replaceSlot(slot, dict);
  }
  return newRef(ptr(slot));
}

declareType(PyFunction_Type, {
  name: "function",
  basicsize: PyFunctionObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL | Py_TPFLAGS_METHOD_DESCRIPTOR,
  vectorcall_offset: PyFunctionObject.vectorcall,
  weaklistoffset: PyFunctionObject.func_weakreflist,
  dictoffset: PyFunctionObject.func_dict,
  slots: {
    tp_dealloc: func_dealloc,
    tp_traverse: func_traverse,
    tp_clear: func_clear,
    tp_repr: (f: Borrowed) =>
      PyUnicode_FromString(`<function ${textOf(ptr(f + PyFunctionObject.func_qualname))} at 0x${f.toString(16)}>`),
    tp_call: pushCall,
    tp_descr_get: (f: Borrowed, o: Borrowed): Owned => (o === 0 || o === Py_None ? newRef(f) : newMethod(f, o)),
    tp_new: func_new,
  },
  members: [
    ["__closure__", "object", PyFunctionObject.func_closure, "readonly"],
    ["__doc__", "object", PyFunctionObject.func_doc],
    ["__globals__", "object", PyFunctionObject.func_globals, "readonly"],
    ["__module__", "object", PyFunctionObject.func_module],
    ["__builtins__", "object", PyFunctionObject.func_builtins, "readonly"],
  ],
  getset: [
    [
      "__code__",
      (f: Borrowed) => newRef(ptr(f + PyFunctionObject.func_code)),
      (f: Borrowed, value: Borrowed): number => {
        if (value === 0 || typeOf(value) !== PyCode_Type)
          return raiseInt(PyExc_TypeError, "__code__ must be set to a code object");
        const closure = ptr(f + PyFunctionObject.func_closure);
        const have = closure === 0 ? 0 : sizeOf(closure);
        const need = i32(value + PyCodeObject.co_nfreevars);
        if (have !== need) {
          return raiseInt(
            PyExc_ValueError,
            `${textOf(ptr(f + PyFunctionObject.func_name))}() requires a code object with ${have} free vars, not ${need}`,
          );
        }
        const changed =
          i32(value + PyCodeObject.co_flags) ^ i32(ptr(f + PyFunctionObject.func_code) + PyCodeObject.co_flags);
        if ((changed & KIND_FLAGS) !== 0 && PyErr_WarnEx(PyExc_DeprecationWarning, OTHER_KIND, 1) < 0) return -1;
        setI32(f + PyFunctionObject.func_version, 0);
        replaceSlot(f + PyFunctionObject.func_code, newRef(value));
        return 0;
      },
    ],
    [
      "__defaults__",
      orNone(PyFunctionObject.func_defaults),
      settable(PyFunctionObject.func_defaults, isTuple, "__defaults__ must be set to a tuple object", true),
    ],
    [
      "__kwdefaults__",
      orNone(PyFunctionObject.func_kwdefaults),
      settable(PyFunctionObject.func_kwdefaults, isDict, "__kwdefaults__ must be set to a dict object", true),
    ],
    [
      "__annotations__",
      getAnnotations,
      settable(PyFunctionObject.func_annotations, isDict, "__annotations__ must be set to a dict object"),
    ],
    ["__dict__", PyObject_GenericGetDict, setDict],
    [
      "__name__",
      (f: Borrowed) => newRef(ptr(f + PyFunctionObject.func_name)),
      setText(PyFunctionObject.func_name, "__name__"),
    ],
    [
      "__qualname__",
      (f: Borrowed) => newRef(ptr(f + PyFunctionObject.func_qualname)),
      setText(PyFunctionObject.func_qualname, "__qualname__"),
    ],
    [
      "__type_params__",
      (f: Borrowed) => {
        const params = ptr(f + PyFunctionObject.func_typeparams);
        return params === 0 ? emptyTuple : newRef(params);
      },
      settable(PyFunctionObject.func_typeparams, isTuple, "__type_params__ must be set to a tuple", false, true),
    ],
  ],
});
