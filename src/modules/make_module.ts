// Making a built-in module from its declaration: the module object, its functions, then the declaration's exec.
import { importedModules } from "../interpreter/imports.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyModuleDef, PyModuleObject } from "../memory/structs/code.ts";
import { PyMethodDef } from "../memory/structs/object.ts";
import { _import_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyObject_CallThreeArgs } from "../objects/call.ts";
import { PyCFunction_New } from "../objects/cfunction.ts";
import { type DeclaredModule, declaredModules } from "../objects/declare.ts";
import { PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import { PyErr_NoMemory, raise, textOfCString } from "../objects/errors.ts";
import { PyModule_NewObject } from "../objects/module.ts";
import { decref, newRef, setTypeIn, type TypeCell, typeIn, xdecref } from "../objects/object.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { shortName } from "../objects/type_names.ts";
import { makeModuleType } from "../objects/type_spec.ts";
import { PyExc_ImportError, PyType_Type } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { PyUnicode_InternFromString } from "../objects/unicode_intern.ts";

export { importedModules } from "../interpreter/imports.ts";

const MODULES = INTERPRETER + PyInterpreterState.imports + _import_state.modules;

/** dict[name] = value, stealing the value; name is interned. 0, or -1 with an error set (also for value 0). */
export function setStolen(dict: Borrowed, name: string, value: Owned): number {
  if (value === 0) return -1;
  const key = PyUnicode_InternFromString(name);
  const status = key === 0 ? -1 : PyDict_SetItem(dict, key, value);
  if (key === 0) PyErr_NoMemory();
  else decref(key);
  decref(value);
  return status;
}

/**
 * Makes a module's type (objects/type_spec.ts) and adds it to the module by its name, as PyModule_AddType. base: 0 for object.
 * 0, or -1 with an error set.
 */
export function addType(module: Borrowed, cell: TypeCell, base: Borrowed = 0): number {
  const type = makeModuleType(module, cell, base);
  return type === 0 ? -1 : setStolen(moduleDict(module), shortName(type), newRef(type));
}

/** The same for types that inherit from object. */
export function addTypes(module: Borrowed, ...cells: TypeCell[]): number {
  for (const cell of cells) if (addType(module, cell) < 0) return -1;
  return 0;
}

/** PyErr_NewException: a class of exceptions; name: with its module. Owned, 0 with an error set. */
export function PyErr_NewException(name: string, ...bases: Borrowed[]): Owned {
  const dot = name.lastIndexOf(".");
  const dict = PyDict_New();
  const short = PyUnicode_FromString(name.slice(dot + 1));
  const tuple = PyTuple_Pack(...bases);
  const isReady =
    dict !== 0 &&
    short !== 0 &&
    tuple !== 0 &&
    setStolen(dict, "__module__", PyUnicode_FromString(name.slice(0, dot))) >= 0;
  const type = isReady ? PyObject_CallThreeArgs(PyType_Type, short, tuple, dict) : 0;
  for (const o of [dict, short, tuple]) xdecref(o);
  return type;
}

/** Makes an exception of a module, keeps it in its cell and adds it to the module. 0, or -1 with an error set. */
export function addException(module: Borrowed, cell: TypeCell, name: string, ...bases: Borrowed[]): number {
  if (typeIn(cell) === 0) setTypeIn(cell, PyErr_NewException(name, ...bases));
  const type = typeIn(cell);
  return type === 0 ? -1 : setStolen(moduleDict(module), name.slice(name.lastIndexOf(".") + 1), newRef(type));
}

export function moduleDict(module: Borrowed): Borrowed {
  return ptr(module + PyModuleObject.md_dict);
}

/** A module with the names that every module has; definition: its PyModuleDef, or 0. Owned, 0 with an error set. */
export function newModule(name: string, definition: Address): Owned {
  const nameObject = PyUnicode_FromString(name);
  if (nameObject === 0) return PyErr_NoMemory();
  const module = PyModule_NewObject(nameObject);
  decref(nameObject);
  if (module === 0 || definition === 0) return module;
  setPtr(module + PyModuleObject.md_def, definition);
  const doc = ptr(definition + PyModuleDef.m_doc);
  if (doc === 0) return module;
  if (setStolen(moduleDict(module), "__doc__", PyUnicode_FromString(textOfCString(doc))) >= 0) return module;
  decref(module);
  return 0;
}

/** Adds a built-in function for each row of a static PyMethodDef table. 0, or -1 with an error set. */
export function addFunctions(module: Borrowed, table: number): number {
  const dict = moduleDict(module);
  const name = ptr(module + PyModuleObject.md_name);
  for (let method = table; ptr(method + PyMethodDef.ml_name) !== 0; method += PyMethodDef.sizeof) {
    const f = PyCFunction_New(method, module, name);
    if (setStolen(dict, textOfCString(ptr(method + PyMethodDef.ml_name)), f) < 0) return -1;
  }
  return 0;
}

/** A declared module's object with its functions; its exec has not run. Owned, 0 with an error set. */
export function createDeclared(declared: DeclaredModule): Owned {
  const module = newModule(declared.spec.name, declared.definition);
  if (module !== 0 && addFunctions(module, ptr(declared.definition + PyModuleDef.m_methods)) < 0) {
    decref(module);
    return 0;
  }
  return module;
}

/** Runs a declared module's exec. 0, or -1 with an error set. */
export function execDeclared(declared: DeclaredModule, module: Borrowed): number {
  return declared.spec.exec === undefined ? 0 : declared.spec.exec(module, moduleDict(module));
}

/** Makes a declared module and puts it into sys.modules: for the boot. Owned, 0 with an error set. */
export function makeBuiltinModule(name: string): Owned {
  const declared = declaredModules.get(name);
  if (declared === undefined) return raise(PyExc_ImportError, `no built-in module named '${name}'`);
  const module = createDeclared(declared);
  if (module === 0) return 0;
  const key = PyUnicode_InternFromString(name);
  if (
    key === 0 ||
    (importedModules() === 0 && initializeModules() < 0) ||
    PyDict_SetItem(importedModules(), key, module) < 0 ||
    execDeclared(declared, module) < 0
  ) {
    decref(module);
    return 0;
  }
  decref(key);
  return module;
}

/** Makes the dict of sys.modules. */
function initializeModules(): number {
  const dict = PyDict_New();
  if (dict === 0) return -1;
  setPtr(MODULES, dict);
  return 0;
}
