// Modules: a name and a dict that is both the module's attributes and the globals of its functions.
//
// An attribute that neither the dict nor the class has is asked from the module's own __getattr__. What remains is an
// AttributeError whose text tries to say why: a circular import, or a file that hides one of the standard library.
// Invariant: md_dict is a dict from creation on; only the collector's tp_clear takes it away.
import { gcTrack, gcUntrack, isTracked } from "../gc/link.ts";
import { memFree } from "../memory/allocators.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyModuleDef, PyModuleObject } from "../memory/structs/code.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { _import_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { textFunction } from "../memory/text.ts";
import {
  PyObject_GetAttr,
  PyObject_GetOptionalAttr,
  PyObject_IsTrue,
  PyObject_Repr,
  PyObject_Str,
  PySequence_Contains,
} from "./abstract.ts";
import { nameTheAttributeError } from "./attribute_error.ts";
import { PyObject_GenericGetAttr } from "./attributes.ts";
import { pushCallNoArgs, pushCallOneArg } from "./call.ts";
import { PyObject_CallMethod } from "./call_method.ts";
import { configured, configuredText } from "./config.ts";
import { declaredModules, declareType } from "./declare.ts";
import { PyDict_GetItemRef, PyDict_GetItemWithError, PyDict_New, PyDict_Pop, PyDict_SetItem } from "./dict_core.ts";
import { PyDict_Keys } from "./dict_lists.ts";
import {
  argumentTypeName,
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_NoMemory,
  PyErr_Occurred,
  raise,
  raiseInt,
} from "./errors.ts";
import { currentFrame, settle } from "./frames.ts";
import { identifier } from "./identifiers.ts";
import {
  decref,
  isDict,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_HAVE_GC,
  replaceSlot,
  typeOf,
  xdecref,
} from "./object.ts";
import { namedArguments } from "./text_arguments.ts";
import { allocateInstance, freeInstance } from "./type_alloc.ts";
import {
  Py_None,
  PyExc_AttributeError,
  PyExc_TypeError,
  PyFrozenSet_Type,
  PyModule_Type,
  PyModuleDef_Type,
  PySet_Type,
} from "./types.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";
import { PyObject_ClearWeakRefs } from "./weakref_core.ts";

const id_annotations = identifier("__annotations__");
const id_dict = identifier("__dict__");
const id_dir = identifier("__dir__");
const id_doc = identifier("__doc__");
const id_file = identifier("__file__");
const id_getattr = identifier("__getattr__");
const id_has_location = identifier("has_location");
const id_initializing = identifier("_initializing");
const id_loader = identifier("__loader__");
const id_module_repr = identifier("_module_repr");
const id_name = identifier("__name__");
const id_origin = identifier("origin");
const id_package = identifier("__package__");
const id_spec = identifier("__spec__");
const id_stdlib_module_names = identifier("stdlib_module_names");
const id_uninitialized_submodules = identifier("_uninitialized_submodules");

/** PyModule_GetDict */
export function PyModule_GetDict(module: Borrowed): Borrowed {
  return ptr(module + PyModuleObject.md_dict);
}

/** PyModule_NewObject: a module with the five names that every module has. */
export function PyModule_NewObject(name: Borrowed): Owned {
  const module = newModuleUntracked(PyModule_Type);
  if (module === 0) return 0;
  if (initializeDict(module, name, Py_None) < 0) {
    decref(module);
    return 0;
  }
  gcTrack(module);
  return module;
}

function newModuleUntracked(type: Borrowed): Owned {
  const module = allocateInstance(type, 0);
  if (module === 0) return 0;
  const dict = PyDict_New();
  if (dict === 0) {
    decref(module);
    return 0;
  }
  setPtr(module + PyModuleObject.md_dict, dict);
  return module;
}

function initializeDict(module: Borrowed, name: Borrowed, doc: Borrowed): number {
  const dict = PyModule_GetDict(module);
  if (
    PyDict_SetItem(dict, id_name, name) < 0 ||
    PyDict_SetItem(dict, id_doc, doc) < 0 ||
    PyDict_SetItem(dict, id_package, Py_None) < 0 ||
    PyDict_SetItem(dict, id_loader, Py_None) < 0 ||
    PyDict_SetItem(dict, id_spec, Py_None) < 0
  ) {
    return -1;
  }
  if (isUnicode(name)) replaceSlot(module + PyModuleObject.md_name, newRef(name));
  return 0;
}

function module_new(type: Borrowed): Owned {
  const module = newModuleUntracked(type);
  if (module !== 0) gcTrack(module);
  return module;
}

function module_init(module: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  const values = namedArguments("module", args, kwargs, ["name", "doc"], 1);
  if (values === null) return -1;
  const [name, doc] = values;
  if (!isUnicode(name)) {
    return raiseInt(PyExc_TypeError, `module() argument 'name' must be str, not ${argumentTypeName(name, 50)}`);
  }
  if (PyModule_GetDict(module) === 0) {
    const dict = PyDict_New();
    if (dict === 0) return -1;
    setPtr(module + PyModuleObject.md_dict, dict);
  }
  return initializeDict(module, name, doc === 0 ? Py_None : doc);
}

function module_dealloc(module: Address): void {
  if (isTracked(module)) gcUntrack(module);
  PyObject_ClearWeakRefs(module);
  const definition = ptr(module + PyModuleObject.md_def);
  const free = definition === 0 ? 0 : ptr(definition + PyModuleDef.m_free);
  if (free !== 0) textFunction(free)(module);
  xdecref(ptr(module + PyModuleObject.md_dict));
  xdecref(ptr(module + PyModuleObject.md_name));
  const state = ptr(module + PyModuleObject.md_state);
  if (state !== 0) memFree(state);
  freeInstance(module);
}

// -- attributes --------------------------------------------------------------------------------------------------------

/** The generic look-up, then the module's __getattr__, then an error that explains. */
function module_getattro(module: Borrowed, name: Borrowed): Owned {
  const base = currentFrame();
  const value = settle(base, PyObject_GenericGetAttr(module, name));
  if (value !== 0 || !PyErr_ExceptionMatches(PyExc_AttributeError)) return value;
  PyErr_Clear();
  const dict = PyModule_GetDict(module);
  const getattr = PyDict_GetItemRef(dict, id_getattr);
  if (getattr !== 0) {
    const result = pushCallOneArg(getattr, name);
    decref(getattr);
    return result;
  }
  if (PyErr_Occurred()) return 0;
  const text = missingText(dict, name);
  if (text === null) return 0;
  raise(PyExc_AttributeError, text);
  nameTheAttributeError(module, name);
  return 0;
}

/** The text of the AttributeError for a name that a module has not; null with an error set. */
function missingText(dict: Borrowed, name: Borrowed): string | null {
  const shown = textOf(name);
  const moduleName = PyDict_GetItemWithError(dict, id_name);
  if (PyErr_Occurred()) return null;
  if (moduleName === 0 || !isUnicode(moduleName)) return `module has no attribute '${shown}'`;
  const called = textOf(moduleName);
  const plain = `module '${called}' has no attribute '${shown}'`;
  const spec = PyDict_GetItemRef(dict, id_spec);
  if (spec === 0) return PyErr_Occurred() ? null : plain;
  const text = explain(spec, moduleName, called, name, shown, plain);
  decref(spec);
  return text;
}

function explain(
  spec: Borrowed,
  moduleName: Borrowed,
  called: string,
  name: Borrowed,
  shown: string,
  plain: string,
): string | null {
  const origin = fileOrigin(spec);
  if (origin === null) return null;
  const isShadowing = origin !== "" && isPossiblyShadowing(origin);
  if (isShadowing) {
    const names = sysAttribute(id_stdlib_module_names);
    if (names !== 0 && (typeOf(names) === PyFrozenSet_Type || typeOf(names) === PySet_Type)) {
      const contained = PySequence_Contains(names, moduleName);
      if (contained < 0) return null;
      if (contained > 0) {
        return `${plain} (consider renaming '${origin}' since it has the same name as the standard library module named '${called}' and the import system gives it precedence)`;
      }
    }
  }
  const initializing = isInitializing(spec);
  if (initializing < 0) return null;
  if (initializing > 0) {
    if (isShadowing) {
      return `${plain} (consider renaming '${origin}' if it has the same name as a third-party module you intended to import)`;
    }
    const from = origin === "" ? "" : ` from '${origin}'`;
    return `partially initialized module '${called}'${from} has no attribute '${shown}' (most likely due to a circular import)`;
  }
  const uninitialized = isUninitializedSubmodule(spec, name);
  if (uninitialized < 0) return null;
  if (uninitialized > 0) {
    return `cannot access submodule '${shown}' of module '${called}' (most likely due to a circular import)`;
  }
  return plain;
}

/** The file that a spec names, "" when it names none; null with an error set. */
function fileOrigin(spec: Borrowed): string | null {
  const located = PyObject_GetOptionalAttr(spec, id_has_location);
  if (located === 0) return PyErr_Occurred() ? null : "";
  const truth = PyObject_IsTrue(located);
  decref(located);
  if (truth <= 0) return truth < 0 ? null : "";
  const origin = PyObject_GetOptionalAttr(spec, id_origin);
  if (origin === 0) return PyErr_Occurred() ? null : "";
  const text = isUnicode(origin) ? textOf(origin) : "";
  decref(origin);
  return text;
}

function sysAttribute(name: Borrowed): Borrowed {
  const sys = ptr(INTERPRETER + PyInterpreterState.sysdict);
  return sys === 0 ? 0 : PyDict_GetItemWithError(sys, name);
}

let currentDirectory: () => string = () => "";
/** The machine knows where the process is. */
export function setCurrentDirectory(get: () => string): void {
  currentDirectory = get;
}

/** _PyModule_IsPossiblyShadowing: whether the file lies in the program's own directory, which the start put on sys.path. */
function isPossiblyShadowing(origin: string): boolean {
  if (configured(PyConfig.safe_path) !== 0) return false;
  const first = configuredText(PyConfig.sys_path_0);
  if (first === null) return false;
  const parts = origin.split("/");
  // A package's file is its __init__.py: what counts is where the package lies.
  if (parts.pop() === "__init__.py") parts.pop();
  return parts.length > 0 && parts.join("/") === (first === "" ? currentDirectory() : first);
}

/** _PyModuleSpec_IsInitializing: 1, 0, or -1 with an error set. */
export function isInitializing(spec: Borrowed): number {
  if (spec === 0) return 0;
  const value = PyObject_GetOptionalAttr(spec, id_initializing);
  if (value === 0) return PyErr_Occurred() ? -1 : 0;
  const truth = PyObject_IsTrue(value);
  decref(value);
  return truth;
}

function isUninitializedSubmodule(spec: Borrowed, name: Borrowed): number {
  const value = PyObject_GetOptionalAttr(spec, id_uninitialized_submodules);
  if (value === 0) return PyErr_Occurred() ? -1 : 0;
  const contained = PySequence_Contains(value, name);
  decref(value);
  return contained;
}

// -- text --------------------------------------------------------------------------------------------------------------

/** importlib's _module_repr once importlib is there; before, the same in short. */
function module_repr(module: Borrowed): Owned {
  const importlib = ptr(INTERPRETER + PyInterpreterState.imports + _import_state.importlib);
  const spec = PyDict_GetItemWithError(PyModule_GetDict(module), id_spec);
  if (PyErr_Occurred()) return 0;
  if (importlib !== 0 && !(spec === Py_None && isOwnBuiltin(module))) {
    return PyObject_CallMethod(importlib, id_module_repr, module);
  }
  const name = reprOfAttribute(module, id_name, "'?'");
  if (name === null) return 0;
  if (isOwnBuiltin(module)) return newText(`<module ${name} (built-in)>`);
  const file = reprOfAttribute(module, id_file, "");
  if (file === null) return 0;
  if (file !== "") return newText(`<module ${name} from ${file}>`);
  const loader = reprOfAttribute(module, id_loader, "None");
  if (loader === null) return 0;
  return newText(loader === "None" ? `<module ${name}>` : `<module ${name} (${loader})>`);
}

function newText(text: string): Owned {
  return PyUnicode_FromString(text) || PyErr_NoMemory();
}

/** A module of the machine's own that stands in sys.modules, made before importlib could give it a spec. */
function isOwnBuiltin(module: Borrowed): boolean {
  const name = ptr(module + PyModuleObject.md_name);
  if (name === 0 || !declaredModules.has(textOf(name))) return false;
  const modules = ptr(INTERPRETER + PyInterpreterState.imports + _import_state.modules);
  return modules !== 0 && isDict(modules) && PyDict_GetItemWithError(modules, name) === module;
}

/** repr(o.name), `missing` when there is no such attribute; null with an error set. */
function reprOfAttribute(o: Borrowed, name: Borrowed, missing: string): string | null {
  const value = PyObject_GetOptionalAttr(o, name);
  if (value === 0) return PyErr_Occurred() ? null : missing;
  const text = PyObject_Repr(value);
  decref(value);
  if (text === 0) return null;
  const shown = textOf(text);
  decref(text);
  return shown;
}

// -- __dir__, __annotations__ ------------------------------------------------------------------------------------------

function module_dir(module: Borrowed): Owned {
  const dict = PyObject_GetAttr(module, id_dict);
  if (dict === 0) return 0;
  let result = 0;
  if (isDict(dict)) {
    const own = PyDict_GetItemRef(dict, id_dir);
    if (own !== 0) {
      result = pushCallNoArgs(own);
      decref(own);
    } else if (!PyErr_Occurred()) result = PyDict_Keys(dict);
  } else {
    const text = PyObject_Str(module);
    if (text !== 0) {
      raise(PyExc_TypeError, `${textOf(text)}.__dict__ is not a dictionary`);
      decref(text);
    }
  }
  decref(dict);
  return result;
}

function dictAttribute(module: Borrowed): Owned {
  const dict = PyObject_GetAttr(module, id_dict);
  if (dict === 0 || isDict(dict)) return dict;
  decref(dict);
  return raise(PyExc_TypeError, "<module>.__dict__ is not a dictionary");
}

function get_annotations(module: Borrowed): Owned {
  const dict = dictAttribute(module);
  if (dict === 0) return 0;
  let annotations = PyDict_GetItemRef(dict, id_annotations);
  if (annotations === 0 && !PyErr_Occurred()) {
    annotations = PyDict_New();
    if (annotations !== 0 && PyDict_SetItem(dict, id_annotations, annotations) < 0) {
      decref(annotations);
      annotations = 0;
    }
  }
  decref(dict);
  return annotations;
}

function set_annotations(module: Borrowed, value: Borrowed): number {
  const dict = dictAttribute(module);
  if (dict === 0) return -1;
  let status = 0;
  if (value !== 0) status = PyDict_SetItem(dict, id_annotations, value);
  else {
    const old = PyDict_Pop(dict, id_annotations);
    if (old !== 0) decref(old);
    else status = PyErr_Occurred() ? -1 : raiseInt(PyExc_AttributeError, "__annotations__");
  }
  decref(dict);
  return status;
}

declareType(PyModule_Type, {
  name: "module",
  basicsize: PyModuleObject.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  dictoffset: PyModuleObject.md_dict,
  weaklistoffset: PyModuleObject.md_weaklist,
  slots: {
    tp_dealloc: module_dealloc,
    tp_traverse: (o: Address, visit: (o: Address) => number): number => {
      const dict = ptr(o + PyModuleObject.md_dict);
      return dict === 0 ? 0 : visit(dict);
    },
    tp_clear: (o: Address): number => {
      const dict = ptr(o + PyModuleObject.md_dict);
      setPtr(o + PyModuleObject.md_dict, 0);
      xdecref(dict);
      return 0;
    },
    tp_repr: module_repr,
    tp_getattro: module_getattro,
    tp_init: module_init,
    tp_new: module_new,
  },
  methods: [["__dir__", "()", module_dir]],
  members: [["__dict__", "object", PyModuleObject.md_dict, "readonly"]],
  getset: [["__annotations__", get_annotations, set_annotations]],
});

declareType(PyModuleDef_Type, { name: "moduledef", basicsize: PyModuleDef.sizeof });
