// _imp: what importlib asks of the machine. Built-in modules come from their declarations (declare.ts); the frozen ones are
// importlib's own two files, compiled when the boot image is made (importlib_boot.ts).

import { importedModules } from "../interpreter/imports.ts";
import { type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyCodeObject } from "../memory/structs/code.ts";
import { bytesFromArray, bytesView } from "../objects/bytes_core.ts";
import { declaredModules, declareModule } from "../objects/declare.ts";
import { PyDict_GetItemRef } from "../objects/dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "../objects/errors.ts";
import { PyList_New } from "../objects/list.ts";
import { bool, longToNumber, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isBytes, isInt, isUnicode, newRef, replaceSlot, sizeOf, typeOf } from "../objects/object.ts";
import { PyTuple_GET_ITEM } from "../objects/tuple_core.ts";
import { Py_None, PyCode_Type, PyExc_ImportError, PyExc_TypeError } from "../objects/types.ts";
import { _PyUnicode_EQ, PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { createDeclared, execDeclared, setStolen } from "./make_module.ts";
import { attribute } from "./names.ts";

const LONGEST_NAME = 10_000;
/** Modules whose state is the interpreter's own: they are made once. */
const ONCE = new Set(["sys", "builtins"]);
export const FROZEN = new Set(["_frozen_importlib", "_frozen_importlib_external"]);

/** create_builtin: makes the module and fills it; exec_builtin finds nothing left to do. */
function imp_create_builtin(_module: Borrowed, spec: Borrowed): Owned {
  const nameObject = attribute(spec, "name");
  if (nameObject === 0) return 0;
  if (!isUnicode(nameObject)) {
    decref(nameObject);
    return raise(PyExc_TypeError, "name must be a string");
  }
  const name = textOf(nameObject, LONGEST_NAME);
  const known = ONCE.has(name) ? PyDict_GetItemRef(importedModules(), nameObject) : 0;
  decref(nameObject);
  if (known !== 0 || PyErr_Occurred() !== 0) return known;
  const declared = declaredModules.get(name);
  if (declared === undefined) return Py_None;
  const module = createDeclared(declared);
  if (module !== 0 && execDeclared(declared, module) < 0) {
    decref(module);
    return 0;
  }
  return module;
}

function imp_is_builtin(_module: Borrowed, name: Borrowed): Owned {
  const text = textOf(name, LONGEST_NAME);
  return PyLong_FromNumber(ONCE.has(text) ? -1 : declaredModules.has(text) ? 1 : 0);
}

function noFrozen(_module: Borrowed, name: Borrowed): Owned {
  return raise(PyExc_ImportError, `No such frozen object named ${textOf(name, LONGEST_NAME)}`);
}

function imp_is_frozen_package(module: Borrowed, name: Borrowed): Owned {
  return FROZEN.has(textOf(name, LONGEST_NAME)) ? bool(false) : noFrozen(module, name);
}

/** _fix_co_filename: a code object and those in its constants are given another file name, where they had this one's. */
function fixFilename(code: Borrowed, old: Borrowed, path: Borrowed): void {
  const slot = code + PyCodeObject.co_filename;
  if (!_PyUnicode_EQ(ptr(slot), old)) return;
  replaceSlot(slot, newRef(path));
  const constants = ptr(code + PyCodeObject.co_consts);
  for (let i = 0; i < sizeOf(constants); i++) {
    const constant = PyTuple_GET_ITEM(constants, i);
    if (typeOf(constant) === PyCode_Type) fixFilename(constant, old, path);
  }
}

function imp_fix_co_filename(_module: Borrowed, code: Borrowed, path: Borrowed): Owned {
  if (typeOf(code) !== PyCode_Type) return raise(PyExc_TypeError, "_fix_co_filename() argument 1 must be code");
  const old = newRef(ptr(code + PyCodeObject.co_filename));
  fixFilename(code, old, path);
  decref(old);
  return Py_None;
}

const MASK = 0xffffffffffffffffn;
const rotate = (x: bigint, count: bigint): bigint => ((x << count) | (x >> (64n - count))) & MASK;

/** SipHash-1-3 with a key of two words, of which the second is 0: the words that .pyc files hold, little-endian. */
function keyedHash(bytes: Uint8Array, key: bigint): bigint {
  let a = key ^ 0x736f6d6570736575n;
  let b = 0x646f72616e646f6dn;
  let c = key ^ 0x6c7967656e657261n;
  let d = 0x7465646279746573n;
  const round = (): void => {
    a = (a + b) & MASK;
    b = rotate(b, 13n) ^ a;
    a = rotate(a, 32n);
    c = (c + d) & MASK;
    d = rotate(d, 16n) ^ c;
    a = (a + d) & MASK;
    d = rotate(d, 21n) ^ a;
    c = (c + b) & MASK;
    b = rotate(b, 17n) ^ c;
    c = rotate(c, 32n);
  };
  const whole = bytes.length & ~7;
  for (let at = 0; at <= whole; at += 8) {
    let word = at === whole ? BigInt(bytes.length & 255) << 56n : 0n;
    for (let i = 0; i < 8 && at + i < bytes.length; i++) word |= BigInt(bytes[at + i]) << BigInt(8 * i);
    d ^= word;
    round();
    a ^= word;
  }
  c ^= 0xffn;
  for (let i = 0; i < 3; i++) round();
  return a ^ b ^ c ^ d;
}

/** The hash that hash-based .pyc files hold. */
function imp_source_hash(_module: Borrowed, key: Borrowed, source: Borrowed): Owned {
  if (!isBytes(source)) return raise(PyExc_TypeError, `a bytes-like object is required, not '${typeNameOf(source)}'`);
  if (!isInt(key)) return raise(PyExc_TypeError, `'${typeNameOf(key)}' object cannot be interpreted as an integer`);
  let hash = keyedHash(bytesView(source), BigInt(longToNumber(key)) & MASK);
  const bytes = new Uint8Array(8);
  for (let i = 0; i < 8; i++, hash >>= 8n) bytes[i] = Number(hash & 0xffn);
  return bytesFromArray(bytes) || PyErr_NoMemory();
}

const none = (): Owned => Py_None;

declareModule({
  name: "_imp",
  functions: [
    ["extension_suffixes", "()", () => PyList_New(0)],
    ["lock_held", "()", () => bool(false)],
    ["acquire_lock", "()", none],
    ["release_lock", "()", none],
    ["find_frozen", "(name: str, /, *, withdata: bool = False)", none],
    ["get_frozen_object", "(name: str, data=None, /)", noFrozen],
    ["is_frozen_package", "(name: str, /)", imp_is_frozen_package],
    ["create_builtin", "(spec, /)", imp_create_builtin],
    ["exec_builtin", "(mod, /)", () => PyLong_FromNumber(0)],
    ["init_frozen", "(name: str, /)", none],
    ["is_builtin", "(name: str, /)", imp_is_builtin],
    ["is_frozen", "(name: str, /)", (_m: Borrowed, name: Borrowed) => bool(FROZEN.has(textOf(name, LONGEST_NAME)))],
    ["_frozen_module_names", "()", () => PyList_New(0)],
    ["_override_frozen_modules_for_tests", "(override: int, /)", none],
    ["_override_multi_interp_extensions_check", "(override: int, /)", () => PyLong_FromNumber(0)],
    ["_fix_co_filename", "(code, path: str, /)", imp_fix_co_filename],
    ["source_hash", "(key, source)", imp_source_hash],
  ],
  exec: (_module, dict) => setStolen(dict, "check_hash_based_pycs", PyUnicode_FromString("default")),
});
