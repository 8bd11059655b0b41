// Which form LOAD_GLOBAL takes (_Py_Specialize_LoadGlobal), and the versions of tables of keys.
import { OP } from "../bytecode/opcodes.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, ptr, setI32, setU16, u32 } from "../memory/memory.ts";
import { PyDictKeysObject, PyDictObject } from "../memory/structs/containers.ts";
import { _Py_dict_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { DICT_KEYS_GENERAL, keysKind, lookupString } from "../objects/dict_keys.ts";
import { typeOf } from "../objects/object.ts";
import { PyDict_Type } from "../objects/types.ts";
import { fail, succeed } from "./specialize.ts";

/** The version of a keys table, given at first use; 0 when there is none left. */
export function versionOfKeys(keys: Address): number {
  const known = u32(keys + PyDictKeysObject.dk_version);
  if (known !== 0) return known;
  const counter = INTERPRETER + PyInterpreterState.dict_state + _Py_dict_state.next_keys_version;
  const next = u32(counter);
  if (next === 0) return 0;
  setI32(counter, next + 1);
  setI32(keys + PyDictKeysObject.dk_version, next);
  return next;
}

// Fields of LOAD_GLOBAL's cache.
const INDEX = 4;
const GLOBALS_VERSION = 6;
const BUILTINS_VERSION = 8;

const MAX_CACHED_VERSION = 0xffff;

export function keysOf(dict: Borrowed): Address {
  return ptr(dict + PyDictObject.ma_keys);
}

export function specializeLoadGlobal(globals: Borrowed, builtins: Borrowed, ip: Address, name: Borrowed): void {
  if (
    typeOf(globals) !== PyDict_Type ||
    keysKind(keysOf(globals)) === DICT_KEYS_GENERAL ||
    ptr(globals + PyDictObject.ma_values) !== 0
  ) {
    return fail(ip, OP.LOAD_GLOBAL);
  }
  const index = lookupString(keysOf(globals), name);
  if (index >= 0) {
    const version = versionOfKeys(keysOf(globals));
    if (index > 0xffff || version === 0 || version > MAX_CACHED_VERSION) return fail(ip, OP.LOAD_GLOBAL);
    setU16(ip + INDEX, index);
    setU16(ip + GLOBALS_VERSION, version);
    return succeed(ip, OP.LOAD_GLOBAL_MODULE);
  }
  if (typeOf(builtins) !== PyDict_Type || keysKind(keysOf(builtins)) === DICT_KEYS_GENERAL)
    return fail(ip, OP.LOAD_GLOBAL);
  const builtinIndex = lookupString(keysOf(builtins), name);
  if (builtinIndex < 0 || builtinIndex > 0xffff) return fail(ip, OP.LOAD_GLOBAL);
  const globalsVersion = versionOfKeys(keysOf(globals));
  const builtinsVersion = versionOfKeys(keysOf(builtins));
  if (
    globalsVersion === 0 ||
    builtinsVersion === 0 ||
    globalsVersion > MAX_CACHED_VERSION ||
    builtinsVersion > MAX_CACHED_VERSION
  ) {
    return fail(ip, OP.LOAD_GLOBAL);
  }
  setU16(ip + INDEX, builtinIndex);
  setU16(ip + GLOBALS_VERSION, globalsVersion);
  setU16(ip + BUILTINS_VERSION, builtinsVersion);
  succeed(ip, OP.LOAD_GLOBAL_BUILTIN);
}
