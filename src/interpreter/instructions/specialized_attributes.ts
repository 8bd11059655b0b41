// Specialised loads and stores of globals and attributes. Inline caches are read as cacheLayout names them.

import { OP } from "../../bytecode/opcodes.ts";
import { THREAD } from "../../memory/data.ts";
import { i32, ptr, setPtr, u16, u32 } from "../../memory/memory.ts";
import { _PyInterpreterFrame, PyFunctionObject, PyModuleObject } from "../../memory/structs/code.ts";
import { PyDictKeysObject, PyDictObject, PyDictUnicodeEntry } from "../../memory/structs/containers.ts";
import { PyHeapTypeObject, PyTypeObject } from "../../memory/structs/object.ts";
import { PyThreadState } from "../../memory/structs/runtime.ts";
import { methodIsUnbound } from "../../objects/attributes.ts";
import { inlineValues, MANAGED_DICT_OFFSET } from "../../objects/dict_instance.ts";
import { entriesOf } from "../../objects/dict_keys.ts";
import { maintainTracking } from "../../objects/dict_object.ts";
import { addToInsertionOrder, isValid, valueAt } from "../../objects/dict_values.ts";
import { decref, incref, isType, typeOf } from "../../objects/object.ts";
import { pushSuperAttr } from "../../objects/super.ts";
import { PyDict_Type, PyModule_Type, PySuper_Type } from "../../objects/types.ts";
import { pushExact } from "../frame.ts";
import { nameAt } from "../names.ts";
import { cacheVersion } from "../specialize.ts";
import { hintedEntry } from "../specialize_attributes.ts";
import { takesExactly } from "../specialize_calls.ts";

export const specializedAttributes = {
  LOAD_GLOBAL_MODULE() {
    const keys = ptr(ptr(frame + _PyInterpreterFrame.f_globals) + PyDictObject.ma_keys);
    if (u32(keys + PyDictKeysObject.dk_version) !== u16(ip + 6)) deopt(OP.LOAD_GLOBAL);
    const value = ptr(entriesOf(keys) + u16(ip + 4) * PyDictUnicodeEntry.sizeof + PyDictUnicodeEntry.me_value);
    if (value === 0) deopt(OP.LOAD_GLOBAL);
    pushGlobal(value);
  },
  LOAD_GLOBAL_BUILTIN() {
    const keys = ptr(ptr(frame + _PyInterpreterFrame.f_globals) + PyDictObject.ma_keys);
    if (u32(keys + PyDictKeysObject.dk_version) !== u16(ip + 6)) deopt(OP.LOAD_GLOBAL);
    const builtinKeys = ptr(ptr(frame + _PyInterpreterFrame.f_builtins) + PyDictObject.ma_keys);
    if (u32(builtinKeys + PyDictKeysObject.dk_version) !== u16(ip + 8)) deopt(OP.LOAD_GLOBAL);
    const value = ptr(entriesOf(builtinKeys) + u16(ip + 4) * PyDictUnicodeEntry.sizeof + PyDictUnicodeEntry.me_value);
    if (value === 0) deopt(OP.LOAD_GLOBAL);
    pushGlobal(value);
  },
  LOAD_ATTR_INSTANCE_VALUE() {
    const owner = ptr(sp - 8);
    const type = typeOf(owner);
    if (i32(type + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    const values = inlineValues(owner);
    if (!isValid(values)) deopt(OP.LOAD_ATTR);
    const value = ptr(valueAt(values, u16(ip + 8)));
    if (value === 0) deopt(OP.LOAD_ATTR);
    replaceOwner(owner, value);
  },
  LOAD_ATTR_SLOT() {
    const owner = ptr(sp - 8);
    if (i32(typeOf(owner) + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    const value = ptr(owner + u16(ip + 8));
    if (value === 0) deopt(OP.LOAD_ATTR);
    replaceOwner(owner, value);
  },
  LOAD_ATTR_MODULE() {
    const owner = ptr(sp - 8);
    if (typeOf(owner) !== PyModule_Type) deopt(OP.LOAD_ATTR);
    const keys = ptr(ptr(owner + PyModuleObject.md_dict) + PyDictObject.ma_keys);
    if (i32(keys + PyDictKeysObject.dk_version) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    const value = ptr(entriesOf(keys) + u16(ip + 8) * PyDictUnicodeEntry.sizeof + PyDictUnicodeEntry.me_value);
    if (value === 0) deopt(OP.LOAD_ATTR);
    replaceOwner(owner, value);
  },
  LOAD_ATTR_METHOD_WITH_VALUES() {
    const owner = ptr(sp - 8);
    const type = typeOf(owner);
    if (i32(type + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    if (!isValid(inlineValues(owner))) deopt(OP.LOAD_ATTR);
    if (i32(ptr(type + PyHeapTypeObject.ht_cached_keys) + PyDictKeysObject.dk_version) !== cacheVersion(ip + 8))
      deopt(OP.LOAD_ATTR);
    putCachedMethodBelowOwner(owner);
  },
  LOAD_ATTR_METHOD_NO_DICT() {
    const owner = ptr(sp - 8);
    if (i32(typeOf(owner) + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    putCachedMethodBelowOwner(owner);
  },
  LOAD_ATTR_NONDESCRIPTOR_WITH_VALUES() {
    const owner = ptr(sp - 8);
    const type = typeOf(owner);
    if (i32(type + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    if (!isValid(inlineValues(owner))) deopt(OP.LOAD_ATTR);
    if (i32(ptr(type + PyHeapTypeObject.ht_cached_keys) + PyDictKeysObject.dk_version) !== cacheVersion(ip + 8))
      deopt(OP.LOAD_ATTR);
    replaceOwnerByCachedValue(owner);
  },
  LOAD_ATTR_CLASS() {
    const owner = ptr(sp - 8);
    if ((u32(typeOf(owner) + PyTypeObject.tp_flags) & 0x80000000) === 0) deopt(OP.LOAD_ATTR);
    if (i32(owner + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    const value = cacheVersion(ip + 12);
    replaceOwner(owner, value);
  },
  STORE_ATTR_INSTANCE_VALUE() {
    const owner = ptr(sp - 8);
    if (i32(typeOf(owner) + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.STORE_ATTR);
    if (ptr(owner - 24) !== 0) deopt(OP.STORE_ATTR);
    const values = inlineValues(owner);
    if (!isValid(values)) deopt(OP.STORE_ATTR);
    const index = u16(ip + 8);
    const slot = valueAt(values, index);
    const old = ptr(slot);
    setPtr(slot, ptr(sp - 16));
    sp -= 16;
    if (old === 0) addToInsertionOrder(values, index);
    else decref(old);
    decref(owner);
  },
  STORE_ATTR_SLOT() {
    const owner = ptr(sp - 8);
    if (i32(typeOf(owner) + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.STORE_ATTR);
    const slot = owner + u16(ip + 8);
    const old = ptr(slot);
    setPtr(slot, ptr(sp - 16));
    sp -= 16;
    if (old !== 0) decref(old);
    decref(owner);
  },
  LOAD_ATTR_WITH_HINT() {
    const owner = ptr(sp - 8);
    const type = typeOf(owner);
    if (i32(type + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    const dict = ptr(owner + MANAGED_DICT_OFFSET);
    if (dict === 0) deopt(OP.LOAD_ATTR);
    const entry = hintedEntry(dict, u16(ip + 8), nameAt(frame, oparg >> 1));
    const value = entry === 0 ? 0 : ptr(entry + PyDictUnicodeEntry.me_value);
    if (value === 0) deopt(OP.LOAD_ATTR);
    replaceOwner(owner, value);
  },
  LOAD_ATTR_NONDESCRIPTOR_NO_DICT() {
    const owner = ptr(sp - 8);
    if (i32(typeOf(owner) + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    replaceOwnerByCachedValue(owner);
  },
  LOAD_ATTR_METHOD_LAZY_DICT() {
    const owner = ptr(sp - 8);
    if (i32(typeOf(owner) + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    if (ptr(owner + MANAGED_DICT_OFFSET + u16(ip + 8)) !== 0) deopt(OP.LOAD_ATTR);
    putCachedMethodBelowOwner(owner);
  },
  LOAD_ATTR_PROPERTY() {
    const owner = ptr(sp - 8);
    if (oparg & 1) deopt(OP.LOAD_ATTR);
    if (i32(typeOf(owner) + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    const fget = cacheVersion(ip + 12);
    if (!takesExactly(fget, 1)) deopt(OP.LOAD_ATTR);
    if (i32(THREAD + PyThreadState.py_recursion_remaining) <= 1) deopt(OP.LOAD_ATTR);
    const callee = pushExact(fget, ptr(fget + PyFunctionObject.func_code), sp - 8, 1);
    if (callee === 0) deopt(OP.LOAD_ATTR);
    incref(fget);
    sp -= 8;
    enterForAttribute();
  },
  LOAD_ATTR_GETATTRIBUTE_OVERRIDDEN() {
    const owner = ptr(sp - 8);
    if (oparg & 1) deopt(OP.LOAD_ATTR);
    if (i32(typeOf(owner) + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.LOAD_ATTR);
    const getattribute = cacheVersion(ip + 12);
    if (i32(getattribute + PyFunctionObject.func_version) !== cacheVersion(ip + 8)) deopt(OP.LOAD_ATTR);
    if (i32(THREAD + PyThreadState.py_recursion_remaining) <= 1) deopt(OP.LOAD_ATTR);
    const name = nameAt(frame, oparg >> 1);
    const callee = pushExact(getattribute, ptr(getattribute + PyFunctionObject.func_code), sp - 8, 1);
    if (callee === 0) deopt(OP.LOAD_ATTR);
    // The stack may be full: the name goes where it is to be, behind the owner.
    setPtr(callee + _PyInterpreterFrame.localsplus + 8, name);
    incref(name);
    incref(getattribute);
    sp -= 8;
    enterForAttribute();
  },
  STORE_ATTR_WITH_HINT() {
    const owner = ptr(sp - 8);
    if (i32(typeOf(owner) + PyTypeObject.tp_version_tag) !== cacheVersion(ip + 4)) deopt(OP.STORE_ATTR);
    const dict = ptr(owner + MANAGED_DICT_OFFSET);
    if (dict === 0 || typeOf(dict) !== PyDict_Type) deopt(OP.STORE_ATTR);
    const entry = hintedEntry(dict, u16(ip + 8), nameAt(frame, oparg));
    const old = entry === 0 ? 0 : ptr(entry + PyDictUnicodeEntry.me_value);
    if (old === 0) deopt(OP.STORE_ATTR);
    maintainTracking(dict, ptr(entry + PyDictUnicodeEntry.me_key), ptr(sp - 16));
    setPtr(entry + PyDictUnicodeEntry.me_value, ptr(sp - 16));
    sp -= 16;
    decref(old);
    decref(owner);
  },
  LOAD_SUPER_ATTR_ATTR() {
    const type = ptr(sp - 16);
    if (ptr(sp - 24) !== PySuper_Type || !isType(type)) deopt(OP.LOAD_SUPER_ATTR);
    const attribute = pushSuperAttr(PySuper_Type, type, ptr(sp - 8), nameAt(frame, oparg >> 2), 0, false);
    suspend(attribute);
    if (attribute === 0) error();
    sp -= 24;
    const klass = ptr(sp + 8);
    const self = ptr(sp + 16);
    setPtr(sp, attribute);
    sp += 8;
    decref(klass);
    decref(self);
  },
  LOAD_SUPER_ATTR_METHOD() {
    const type = ptr(sp - 16);
    if (ptr(sp - 24) !== PySuper_Type || !isType(type)) deopt(OP.LOAD_SUPER_ATTR);
    const method = pushSuperAttr(PySuper_Type, type, ptr(sp - 8), nameAt(frame, oparg >> 2), 1, false);
    if (method > 0 && methodIsUnbound()) {
      setPtr(sp - 24, method);
      setPtr(sp - 16, ptr(sp - 8));
      sp -= 8;
      decref(type);
      next();
    }
    suspend(method);
    if (method === 0) error();
    sp -= 8;
    const klass = ptr(sp - 8);
    const self = ptr(sp);
    setPtr(sp - 16, method);
    setPtr(sp - 8, 0);
    decref(klass);
    decref(self);
  },
};
