// What a type is called: short name, qualified name, module.
import { type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyHeapTypeObject, PyTypeObject } from "../memory/structs/object.ts";
import { textOfCString } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { isPythonClass, isUnicode, newRef, Py_TPFLAGS_HEAPTYPE, typeFlags } from "./object.ts";
import { ownAttribute } from "./type_lookup.ts";
import { PyUnicode_FromString, textOf } from "./unicode_core.ts";
import { PyUnicode_InternFromString } from "./unicode_intern.ts";

const id_module = identifier("__module__");

export function isHeapType(type: Borrowed): boolean {
  return (typeFlags(type) & Py_TPFLAGS_HEAPTYPE) !== 0;
}

/** __name__ as text; of a static type the part of tp_name behind the last dot. */
export function shortName(type: Borrowed): string {
  const name = textOfCString(ptr(type + PyTypeObject.tp_name));
  return isPythonClass(type) ? name : name.slice(name.lastIndexOf(".") + 1);
}

/** __qualname__ as text. */
export function typeQualname(type: Borrowed): string {
  return isHeapType(type) ? textOf(ptr(type + PyHeapTypeObject.ht_qualname)) : shortName(type);
}

/** __module__ as text. */
export function typeModuleText(type: Borrowed): string {
  if (isHeapType(type)) {
    const module = ownAttribute(type, id_module);
    return module !== 0 && isUnicode(module) ? textOf(module) : "builtins";
  }
  const name = textOfCString(ptr(type + PyTypeObject.tp_name));
  const dot = name.lastIndexOf(".");
  return dot < 0 ? "builtins" : name.slice(0, dot);
}

/** __module__: Owned; 0 with no error when a class has none. */
export function typeModule(type: Borrowed): Owned {
  if (isHeapType(type)) {
    const module = ownAttribute(type, id_module);
    return module === 0 ? 0 : newRef(module);
  }
  return PyUnicode_InternFromString(typeModuleText(type));
}

/** module.qualname, without the module for builtins: what repr and messages show. */
export function fullName(type: Borrowed): string {
  const module = typeModuleText(type);
  return module === "builtins" ? typeQualname(type) : `${module}.${typeQualname(type)}`;
}

/** PyType_GetFullyQualifiedName: as fullName, and also without the module of the program itself. */
export function messageName(type: Borrowed): string {
  return typeModuleText(type) === "__main__" ? typeQualname(type) : fullName(type);
}

export function qualnameObject(type: Borrowed): Owned {
  return isHeapType(type) ? newRef(ptr(type + PyHeapTypeObject.ht_qualname)) : PyUnicode_FromString(shortName(type));
}
