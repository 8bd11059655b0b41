// _imp: what importlib asks of the machine. Built-in modules come from their declarations (declare.ts), frozen ones from
// the library (frozen.ts).

import { importedModules } from "../interpreter/imports.ts";
import { type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyCodeObject } from "../memory/structs/code.ts";
import { PyObject_Repr } from "../objects/abstract.ts";
import { bufferBytes, closeBuffer, openBuffer } from "../objects/buffer.ts";
import { bytesFromArray } from "../objects/bytes_core.ts";
import { declaredModules, declareModule } from "../objects/declare.ts";
import { PyDict_GetItemRef } from "../objects/dict_core.ts";
import { PyErr_Clear, PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "../objects/errors.ts";
import { PyImport_ImportModule } from "../objects/import_hook.ts";
import { PyList_Append, PyList_New } from "../objects/list_core.ts";
import { bool, longToNumber, PyLong_FromNumber } from "../objects/long_core.ts";
import { PyMemoryView_FromObject } from "../objects/memoryview_core.ts";
import { decref, isInt, isUnicode, newRef, typeOf, xdecref } from "../objects/object.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { Py_None, PyCode_Type, PyExc_ImportError, PyExc_TypeError } from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import {
  type FrozenModule,
  frozenCode,
  frozenModule,
  frozenNames,
  overrideFrozenModules,
  renameFile,
} from "./frozen.ts";
import { raiseImportError } from "./import_error.ts";
import { createDeclared, execDeclared, setStolen } from "./make_module.ts";
import { readMarshal } from "./marshal_read.ts";
import { dumps } from "./marshal_write.ts";
import { attribute } from "./names.ts";

/** Modules whose state is the interpreter's own: they are made once. */
const ONCE = new Set(["sys", "builtins"]);
const MARSHAL_VERSION = 4;

/** create_builtin: makes the module and fills it; exec_builtin finds nothing left to do. */
function imp_create_builtin(_module: Borrowed, spec: Borrowed): Owned {
  const nameObject = attribute(spec, "name");
  if (nameObject === 0) return 0;
  if (!isUnicode(nameObject)) {
    decref(nameObject);
    return raise(PyExc_TypeError, "name must be a string");
  }
  const name = textOf(nameObject);
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
  const text = textOf(name);
  return PyLong_FromNumber(ONCE.has(text) ? -1 : declaredModules.has(text) ? 1 : 0);
}

/** ImportError with the module's name. Answers 0. */
function refuseFrozen(message: (name: string) => string, name: Borrowed): 0 {
  return raiseImportError(PyExc_ImportError, message(repr(name)), name);
}

function repr(o: Borrowed): string {
  const shown = PyObject_Repr(o);
  const text = shown === 0 ? "" : textOf(shown);
  xdecref(shown);
  return text;
}

const noFrozen = (name: Borrowed): 0 => refuseFrozen((shown) => `No such frozen object named ${shown}`, name);
const frozenOf = (name: Borrowed): FrozenModule | undefined => frozenModule(textOf(name));

/** (data or None, whether it is a package, the module whose code it is), or None. */
function imp_find_frozen(_module: Borrowed, name: Borrowed, withData: number): Owned {
  const frozen = frozenOf(name);
  if (frozen === undefined) return Py_None;
  let data: Owned = Py_None;
  if (withData !== 0) {
    const code = frozenCode(frozen);
    if (code === null) return Py_None;
    const bytes = code === 0 ? 0 : dumps(code, MARSHAL_VERSION, true);
    data = bytes === 0 ? 0 : PyMemoryView_FromObject(bytes);
    xdecref(code);
    xdecref(bytes);
    if (data === 0) return 0;
  }
  const origin = PyUnicode_FromString(frozen.origin);
  const found = PyTuple_Pack(data, bool(frozen.isPackage), origin);
  decref(data);
  xdecref(origin);
  return found;
}

function imp_get_frozen_object(_module: Borrowed, name: Borrowed, data: Borrowed): Owned {
  if (data !== 0 && data !== Py_None) {
    const buffer = openBuffer(data);
    if (buffer === null) return 0;
    const code = readMarshal(bufferBytes(buffer).slice(), null, true);
    closeBuffer(buffer);
    if (code !== 0 && typeOf(code) === PyCode_Type) return code;
    xdecref(code);
    PyErr_Clear();
    return refuseFrozen((shown) => `Frozen object named ${shown} is invalid`, name);
  }
  const frozen = frozenOf(name);
  return (frozen === undefined ? null : frozenCode(frozen)) ?? noFrozen(name);
}

function imp_is_frozen_package(_module: Borrowed, name: Borrowed): Owned {
  const frozen = frozenOf(name);
  return frozen === undefined ? noFrozen(name) : bool(frozen.isPackage);
}

/** Imports a frozen module: the module, or None where there is none. */
function imp_init_frozen(_module: Borrowed, name: Borrowed): Owned {
  return frozenOf(name) === undefined ? Py_None : PyImport_ImportModule(textOf(name));
}

function imp_frozen_module_names(): Owned {
  const list = PyList_New(0);
  for (const name of frozenNames()) {
    const o = list === 0 ? 0 : PyUnicode_FromString(name);
    if (o === 0 || PyList_Append(list, o) < 0) return PyErr_NoMemory();
    decref(o);
  }
  return list;
}

function imp_fix_co_filename(_module: Borrowed, code: Borrowed, path: Borrowed): Owned {
  if (typeOf(code) !== PyCode_Type) return raise(PyExc_TypeError, "_fix_co_filename() argument 1 must be code");
  const old = newRef(ptr(code + PyCodeObject.co_filename));
  renameFile(code, old, path);
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
  if (!isInt(key)) return raise(PyExc_TypeError, `'${typeNameOf(key)}' object cannot be interpreted as an integer`);
  const buffer = openBuffer(source);
  if (buffer === null) return 0;
  let hash = keyedHash(bufferBytes(buffer), BigInt(longToNumber(key)) & MASK);
  closeBuffer(buffer);
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
    ["find_frozen", "(name: str, /, *, withdata: bool = False)", imp_find_frozen],
    ["get_frozen_object", "(name: str, data=None, /)", imp_get_frozen_object],
    ["is_frozen_package", "(name: str, /)", imp_is_frozen_package],
    ["create_builtin", "(spec, /)", imp_create_builtin],
    ["exec_builtin", "(mod, /)", () => PyLong_FromNumber(0)],
    ["init_frozen", "(name: str, /)", imp_init_frozen],
    ["is_builtin", "(name: str, /)", imp_is_builtin],
    ["is_frozen", "(name: str, /)", (_m: Borrowed, name: Borrowed) => bool(frozenOf(name) !== undefined)],
    ["_frozen_module_names", "()", imp_frozen_module_names],
    [
      "_override_frozen_modules_for_tests",
      "(override: int, /)",
      (_m: Borrowed, override: number) => {
        overrideFrozenModules(override);
        return Py_None;
      },
    ],
    ["_override_multi_interp_extensions_check", "(override: int, /)", () => PyLong_FromNumber(0)],
    ["_fix_co_filename", "(code, path: str, /)", imp_fix_co_filename],
    ["source_hash", "(key, source)", imp_source_hash],
  ],
  exec: (_module, dict) => setStolen(dict, "check_hash_based_pycs", PyUnicode_FromString("default")),
});
