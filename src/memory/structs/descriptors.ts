// Descriptors: what a class's dict holds for methods, members and properties; super and generic aliases.
import { type FieldRow, OBJECT_HEAD, struct } from "../struct.ts";

const DESCR = {
  ...OBJECT_HEAD,
  d_type: [16, "ptr", "PyTypeObject it belongs to"],
  d_name: [24, "ptr", "str"],
  d_qualname: [32, "ptr", "str, or null before it is asked for"],
} as const satisfies Record<string, FieldRow>;

export const PyDescrObject = struct("PyDescrObject", 40, DESCR);

export const PyMethodDescrObject = struct("PyMethodDescrObject", 56, {
  ...DESCR,
  d_method: [40, "ptr", "PyMethodDef"],
  vectorcall: [48, "text", "vectorcallfunc"],
});

export const PyMemberDescrObject = struct("PyMemberDescrObject", 48, {
  ...DESCR,
  d_member: [40, "ptr", "PyMemberDef"],
});

export const PyGetSetDescrObject = struct("PyGetSetDescrObject", 48, {
  ...DESCR,
  d_getset: [40, "ptr", "PyGetSetDef"],
});

export const PyWrapperDescrObject = struct("PyWrapperDescrObject", 56, {
  ...DESCR,
  d_base: [40, "ptr", "wrapperbase"],
  d_wrapped: [48, "text", "the slot's function"],
});

export const wrapperbase = struct("wrapperbase", 56, {
  name: [0, "cstr", "name"],
  offset: [8, "i32", "offset of the slot in PyHeapTypeObject"],
  function: [16, "text", "the function that the slot gets when a class defines the name"],
  wrapper: [24, "text", "wrapperfunc"],
  doc: [32, "cstr", "docstring"],
  flags: [40, "i32", "PyWrapperFlag bits"],
  name_strobj: [48, "ptr", "str"],
});

export const wrapperobject = struct("wrapperobject", 32, {
  ...OBJECT_HEAD,
  descr: [16, "ptr", "PyWrapperDescrObject"],
  self: [24, "ptr", "the bound object"],
});

export const propertyobject = struct("propertyobject", 64, {
  ...OBJECT_HEAD,
  prop_get: [16, "ptr", "getter"],
  prop_set: [24, "ptr", "setter"],
  prop_del: [32, "ptr", "deleter"],
  prop_doc: [40, "ptr", "__doc__"],
  prop_name: [48, "ptr", "str"],
  getter_doc: [56, "i32", "1 when __doc__ is the getter's"],
});

export const staticmethod = struct("staticmethod", 32, {
  ...OBJECT_HEAD,
  sm_callable: [16, "ptr", "function"],
  sm_dict: [24, "ptr", "dict"],
});

export const classmethod = struct("classmethod", 32, {
  ...OBJECT_HEAD,
  cm_callable: [16, "ptr", "function"],
  cm_dict: [24, "ptr", "dict"],
});

export const superobject = struct("superobject", 40, {
  ...OBJECT_HEAD,
  type: [16, "ptr", "PyTypeObject to search behind"],
  obj: [24, "ptr", "bound object, or null"],
  obj_type: [32, "ptr", "PyTypeObject whose order is searched"],
});

export const gaobject = struct("gaobject", 64, {
  ...OBJECT_HEAD,
  origin: [16, "ptr", "generic type"],
  args: [24, "ptr", "tuple"],
  parameters: [32, "ptr", "tuple of type variables"],
  weakreflist: [40, "ptr", "PyWeakReference; head of the list"],
  starred: [48, "u8", "1 after unpacking"],
  vectorcall: [56, "text", "vectorcallfunc"],
});

export const unionobject = struct("unionobject", 32, {
  ...OBJECT_HEAD,
  args: [16, "ptr", "tuple"],
  parameters: [24, "ptr", "tuple of type variables"],
});

export const _PyNamespaceObject = struct("_PyNamespaceObject", 24, {
  ...OBJECT_HEAD,
  ns_dict: [16, "ptr", "dict"],
});

// The names that code writes.
export {
  _PyNamespaceObject as _PyNamespace,
  classmethod as PyClassMethod,
  gaobject as PyGenericAlias,
  PyDescrObject as PyDescr,
  PyGetSetDescrObject as PyGetSetDescr,
  PyMemberDescrObject as PyMemberDescr,
  PyMethodDescrObject as PyMethodDescr,
  PyWrapperDescrObject as PyWrapperDescr,
  propertyobject as PyProperty,
  staticmethod as PyStaticMethod,
  superobject as PySuper,
  unionobject as _PyUnion,
  wrapperobject as PyMethodWrapper,
};
