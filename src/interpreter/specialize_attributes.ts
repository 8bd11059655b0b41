// Which form LOAD_ATTR and STORE_ATTR take (_Py_Specialize_LoadAttr, _Py_Specialize_StoreAttr): by what the name means in the
// owner's type, and by where the owner keeps its attributes.
import { OP } from "../bytecode/opcodes.ts";
import { type Address, type Borrowed, i32, ptr, setU16, u32 } from "../memory/memory.ts";
import { PyModuleObject } from "../memory/structs/code.ts";
import { PyDictObject, PyDictUnicodeEntry } from "../memory/structs/containers.ts";
import { PyDescrObject, PyMemberDescrObject, propertyobject } from "../memory/structs/descriptors.ts";
import { PyHeapTypeObject, PyMemberDef, PyObject, PyTypeObject } from "../memory/structs/object.ts";
import { textFunction } from "../memory/text.ts";
import { genericGetAttr, genericSetAttr } from "../objects/attributes.ts";
import { _PyObject_GetManagedDict, inlineValues, MANAGED_DICT_OFFSET } from "../objects/dict_instance.ts";
import { DICT_KEYS_GENERAL, entriesOf, entryCount, keysKind, lookupString } from "../objects/dict_keys.ts";
import { _PyDict_LookupIndex } from "../objects/dict_lookup.ts";
import { isValid } from "../objects/dict_values.ts";
import { functionVersion } from "../objects/function.ts";
import { identifier } from "../objects/identifiers.ts";
import {
  isSubtype,
  isType,
  Py_TPFLAGS_INLINE_VALUES,
  Py_TPFLAGS_MANAGED_DICT,
  Py_TPFLAGS_METHOD_DESCRIPTOR,
  typeFlags,
  typeOf,
} from "../objects/object.ts";
import { slot_tp_getattr_hook } from "../objects/slot_functions.ts";
import { _PyType_Lookup, assignVersionTag, isImmutableType } from "../objects/type_lookup.ts";
import {
  PyBaseObject_Type,
  PyDict_Type,
  PyFunction_Type,
  PyMemberDescr_Type,
  PyModule_Type,
  PyProperty_Type,
  PyType_Type,
} from "../objects/types.ts";
import { PyUnicode_CheckExact } from "../objects/unicode_core.ts";
import { callableCacheGetattribute } from "./callable_cache.ts";
import { fail, setCachePointer, setCacheVersion, succeed } from "./specialize.ts";
import { takesExactly } from "./specialize_calls.ts";
import { keysOf, versionOfKeys } from "./specialize_names.ts";

const id_getattr = identifier("__getattr__");
const id_getattribute = identifier("__getattribute__");
const id_class = identifier("__class__");

const VERSION = 4;
const INDEX = 8;
const KEYS_VERSION = 8;
const DESCRIPTOR = 12;

const MAX_INDEX = 0xffff;
const isIndex = (index: number): boolean => index >= 0 && index <= MAX_INDEX;

// Kinds of members that hold a pointer to an object.
const Py_T_OBJECT = 6;
const Py_T_OBJECT_EX = 16;
const Py_READONLY = 1;
const Py_AUDIT_READ = 2;

/**
 * What a name means in a type (analyze_descriptor): nothing (absent) · a value (plain) · a function or what binds like one
 * (method) · a property · a slot with an object (slot) · object.__class__ (class) · __getattribute__ of the class itself
 * (getattribute) · a descriptor without __set__ that is none of these (other) · or
 * something that no form is for (special).
 */
type Meaning = "absent" | "plain" | "method" | "property" | "slot" | "class" | "getattribute" | "other" | "special";

/** The descriptor that meaningOf looked at, borrowed. */
let descriptor: Borrowed = 0;

function meaningOf(type: Borrowed, name: Borrowed, isStore: boolean): Meaning {
  descriptor = 0;
  let hasGetattr = false;
  if (isStore) {
    if (ptr(type + PyTypeObject.tp_setattro) !== genericSetAttr) return "special";
  } else if (ptr(type + PyTypeObject.tp_getattro) !== genericGetAttr) {
    if (textFunction(ptr(type + PyTypeObject.tp_getattro)) !== (slot_tp_getattr_hook as unknown)) return "special";
    const getattribute = _PyType_Lookup(type, id_getattribute);
    hasGetattr = _PyType_Lookup(type, id_getattr) !== 0;
    if (getattribute !== 0 && getattribute !== callableCacheGetattribute()) {
      if (hasGetattr || typeOf(getattribute) !== PyFunction_Type) return "special";
      descriptor = getattribute;
      return "getattribute";
    }
  }
  descriptor = _PyType_Lookup(type, name);
  if (descriptor === 0) return "absent";
  const kind = typeOf(descriptor);
  if (!isImmutableType(kind)) return "special";
  if (ptr(kind + PyTypeObject.tp_descr_set) !== 0) {
    if (kind === PyMemberDescr_Type) {
      const member = i32(ptr(descriptor + PyMemberDescrObject.d_member) + PyMemberDef.type);
      return member === Py_T_OBJECT_EX || member === Py_T_OBJECT ? "slot" : "special";
    }
    if (kind === PyProperty_Type) return hasGetattr ? "special" : "property";
    return name === id_class && descriptor === _PyType_Lookup(PyBaseObject_Type, name) ? "class" : "special";
  }
  if (ptr(kind + PyTypeObject.tp_descr_get) === 0) return "plain";
  return typeFlags(kind) & Py_TPFLAGS_METHOD_DESCRIPTOR ? "method" : "other";
}

/** Whether an instance has an attribute of its own by that name (instance_has_key). */
function hasOwn(owner: Borrowed, type: Borrowed, name: Borrowed): boolean {
  const flags = typeFlags(type);
  if ((flags & Py_TPFLAGS_MANAGED_DICT) === 0) return false;
  if (flags & Py_TPFLAGS_INLINE_VALUES) return lookupString(ptr(type + PyHeapTypeObject.ht_cached_keys), name) >= 0;
  const dict = _PyObject_GetManagedDict(owner);
  if (dict === 0 || typeOf(dict) !== PyDict_Type || ptr(dict + PyDictObject.ma_values) !== 0) return false;
  return _PyDict_LookupIndex(dict, name) >= 0;
}

/** An attribute in the instance's values or dict (specialize_dict_access): the opcode to take, or 0. */
function ownAttributeForm(
  owner: Borrowed,
  type: Borrowed,
  ip: Address,
  name: Borrowed,
  inValues: number,
  withHint: number,
): number {
  const flags = typeFlags(type);
  if ((flags & Py_TPFLAGS_MANAGED_DICT) === 0) return 0;
  let index: number;
  let form = inValues;
  if (flags & Py_TPFLAGS_INLINE_VALUES && isValid(inlineValues(owner))) {
    index = lookupString(ptr(type + PyHeapTypeObject.ht_cached_keys), name);
  } else {
    const dict = _PyObject_GetManagedDict(owner);
    if (dict === 0 || typeOf(dict) !== PyDict_Type || ptr(dict + PyDictObject.ma_values) !== 0) return 0;
    index = _PyDict_LookupIndex(dict, name);
    form = withHint;
  }
  if (!isIndex(index)) return 0;
  setCacheVersion(ip + VERSION, u32(type + PyTypeObject.tp_version_tag));
  setU16(ip + INDEX, index);
  return form;
}

/** An attribute of the class (specialize_attr_loadclassattr): the opcode to take, or 0. */
function classAttributeForm(owner: Borrowed, type: Borrowed, ip: Address, isMethod: boolean): number {
  const flags = typeFlags(type);
  let form: number;
  if (flags & Py_TPFLAGS_INLINE_VALUES) {
    const keysVersion = versionOfKeys(ptr(type + PyHeapTypeObject.ht_cached_keys));
    if (keysVersion === 0) return 0;
    setCacheVersion(ip + KEYS_VERSION, keysVersion);
    form = isMethod ? OP.LOAD_ATTR_METHOD_WITH_VALUES : OP.LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES;
  } else {
    const offset = flags & Py_TPFLAGS_MANAGED_DICT ? MANAGED_DICT_OFFSET : i32(type + PyTypeObject.tp_dictoffset);
    if (offset === 0) form = isMethod ? OP.LOAD_ATTR_METHOD_NO_DICT : OP.LOAD_ATTR_NONDESCRIPTOR_NO_DICT;
    else {
      if (!isMethod || (offset < 0 && offset !== MANAGED_DICT_OFFSET) || offset > MAX_INDEX >> 1) return 0;
      if (ptr(owner + offset) !== 0) return 0;
      // The cache has no room for a sign.
      setU16(ip + KEYS_VERSION, offset - MANAGED_DICT_OFFSET);
      form = OP.LOAD_ATTR_METHOD_LAZY_DICT;
    }
  }
  setCacheVersion(ip + VERSION, u32(type + PyTypeObject.tp_version_tag));
  setCachePointer(ip + DESCRIPTOR, descriptor);
  return form;
}

/** A slot of the class or a base. One that was put into another class must go on to refuse its instances. */
function slotForm(type: Borrowed, ip: Address, forbidden: number, form: number): number {
  if (!isSubtype(type, ptr(descriptor + PyDescrObject.d_type))) return 0;
  const member = ptr(descriptor + PyMemberDescrObject.d_member);
  const offset = i32(member + PyMemberDef.offset);
  if (i32(member + PyMemberDef.flags) & forbidden || !isIndex(offset)) return 0;
  setCacheVersion(ip + VERSION, u32(type + PyTypeObject.tp_version_tag));
  setU16(ip + INDEX, offset);
  return form;
}

/** A Python function that is called for the attribute: fget of a property, or __getattribute__. */
function functionForm(type: Borrowed, ip: Address, wantsMethod: number, f: Borrowed, isGetattribute: boolean): number {
  if (f === 0 || typeOf(f) !== PyFunction_Type || !takesExactly(f, isGetattribute ? 2 : 1) || wantsMethod) return 0;
  if (isGetattribute) {
    const version = functionVersion(f);
    if (version === 0) return 0;
    setCacheVersion(ip + KEYS_VERSION, version);
  }
  setCacheVersion(ip + VERSION, u32(type + PyTypeObject.tp_version_tag));
  setCachePointer(ip + DESCRIPTOR, f);
  return isGetattribute ? OP.LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN : OP.LOAD_ATTR_PROPERTY;
}

function instanceForm(owner: Borrowed, ip: Address, wantsMethod: number, name: Borrowed): number {
  const type = typeOf(owner);
  const isShadowed = hasOwn(owner, type, name);
  const meaning = meaningOf(type, name, false);
  if (!assignVersionTag(type)) return 0;
  switch (meaning) {
    case "property":
      return functionForm(type, ip, wantsMethod, ptr(descriptor + propertyobject.prop_get), false);
    case "getattribute":
      return functionForm(type, ip, wantsMethod, descriptor, true);
    case "slot":
      return slotForm(type, ip, Py_AUDIT_READ, OP.LOAD_ATTR_SLOT);
    case "class":
      setCacheVersion(ip + VERSION, u32(type + PyTypeObject.tp_version_tag));
      setU16(ip + INDEX, PyObject.ob_type);
      return OP.LOAD_ATTR_SLOT;
    case "special":
      return 0;
    case "absent":
      break;
    default:
      if (isShadowed || meaning === "other" || (meaning === "method") !== (wantsMethod === 1)) return 0;
      return classAttributeForm(owner, type, ip, meaning === "method");
  }
  return ownAttributeForm(owner, type, ip, name, OP.LOAD_ATTR_INSTANCE_VALUE, OP.LOAD_ATTR_WITH_HINT);
}

function moduleForm(owner: Borrowed, ip: Address, name: Borrowed): number {
  const dict = ptr(owner + PyModuleObject.md_dict);
  const keys = keysOf(dict);
  if (keysKind(keys) === DICT_KEYS_GENERAL || ptr(dict + PyDictObject.ma_values) !== 0) return 0;
  if (lookupString(keys, id_getattr) >= 0) return 0;
  const index = lookupString(keys, name);
  const version = isIndex(index) ? versionOfKeys(keys) : 0;
  if (version === 0) return 0;
  setCacheVersion(ip + VERSION, version);
  setU16(ip + INDEX, index);
  return OP.LOAD_ATTR_MODULE;
}

function typeForm(owner: Borrowed, ip: Address, name: Borrowed): number {
  if (typeOf(owner) !== PyType_Type || _PyType_Lookup(PyType_Type, name) !== 0) return 0;
  const meaning = meaningOf(owner, name, false);
  if (!assignVersionTag(owner) || (meaning !== "method" && meaning !== "plain")) return 0;
  setCacheVersion(ip + VERSION, u32(owner + PyTypeObject.tp_version_tag));
  setCachePointer(ip + DESCRIPTOR, descriptor);
  return OP.LOAD_ATTR_CLASS;
}

export function specializeLoadAttr(owner: Borrowed, ip: Address, oparg: number, name: Borrowed): void {
  let form = 0;
  if (PyUnicode_CheckExact(name)) {
    if (typeOf(owner) === PyModule_Type) form = moduleForm(owner, ip, name);
    else if (isType(owner)) form = typeForm(owner, ip, name);
    else form = instanceForm(owner, ip, oparg & 1, name);
  }
  if (form === 0) fail(ip, OP.LOAD_ATTR);
  else succeed(ip, form);
}

export function specializeStoreAttr(owner: Borrowed, ip: Address, name: Borrowed): void {
  const type = typeOf(owner);
  let form = 0;
  if (type !== PyModule_Type) {
    const meaning = meaningOf(type, name, true);
    if (assignVersionTag(type)) {
      if (meaning === "slot") form = slotForm(type, ip, Py_READONLY, OP.STORE_ATTR_SLOT);
      else if (meaning === "absent") {
        form = ownAttributeForm(owner, type, ip, name, OP.STORE_ATTR_INSTANCE_VALUE, OP.STORE_ATTR_WITH_HINT);
      }
    }
  }
  if (form === 0) fail(ip, OP.STORE_ATTR);
  else succeed(ip, form);
}

/** The entry of a dict at which a name was found before, if it still is there; or 0. */
export function hintedEntry(dict: Borrowed, hint: number, name: Borrowed): Address {
  if (typeOf(dict) !== PyDict_Type) return 0;
  const keys = keysOf(dict);
  if (hint >= entryCount(keys) || keysKind(keys) === DICT_KEYS_GENERAL) return 0;
  const entry = entriesOf(keys) + hint * PyDictUnicodeEntry.sizeof;
  return ptr(entry + PyDictUnicodeEntry.me_key) === name ? entry : 0;
}
