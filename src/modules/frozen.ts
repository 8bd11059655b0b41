// Frozen modules: those whose code CPython has in its executable, since each start needs them. Here it is the bytecode that
// the library comes with, under the file name that frozen code has: "<frozen os>".

import { LIBRARY } from "../host/library.ts";
import { readHostFile } from "../host/read_file.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Borrowed, i32, type Owned, ptr, setI32 } from "../memory/memory.ts";
import { PyCodeObject } from "../memory/structs/code.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { _import_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { configured } from "../objects/config.ts";
import { PyErr_NoMemory } from "../objects/errors.ts";
import { decref, newRef, replaceSlot, sizeOf, typeOf } from "../objects/object.ts";
import { PyTuple_GET_ITEM } from "../objects/tuple_core.ts";
import { PyCode_Type } from "../objects/types.ts";
import { _PyUnicode_EQ, PyUnicode_FromString } from "../objects/unicode_core.ts";
import { hostBytes } from "./host_text.ts";
import { readMarshal } from "./marshal_read.ts";

export interface FrozenModule {
  /** The module whose code it is. */
  readonly origin: string;
  readonly isPackage: boolean;
  /** Frozen also where frozen modules are not to be used (-X frozen_modules=off). */
  readonly isNeededAlways: boolean;
}

const plain = (origin: string): FrozenModule => ({ origin, isPackage: false, isNeededAlways: false });
const always = (origin: string): FrozenModule => ({ ...plain(origin), isNeededAlways: true });
const packageOf = (origin: string): FrozenModule => ({ ...plain(origin), isPackage: true });

/** In CPython's order. */
const MODULES: ReadonlyMap<string, FrozenModule> = new Map([
  ["_frozen_importlib", always("importlib._bootstrap")],
  ["_frozen_importlib_external", always("importlib._bootstrap_external")],
  ["zipimport", always("zipimport")],
  ...["abc", "codecs", "io", "_collections_abc", "_sitebuiltins", "genericpath", "ntpath", "posixpath"].map(
    (name) => [name, plain(name)] as const,
  ),
  ["os.path", plain("posixpath")],
  ...["os", "site", "stat", "importlib.util", "importlib.machinery", "runpy", "__hello__"].map(
    (name) => [name, plain(name)] as const,
  ),
  ["__hello_alias__", plain("__hello__")],
  ["__phello_alias__", packageOf("__hello__")],
  ["__phello_alias__.spam", plain("__hello__")],
  ["__phello__", packageOf("__phello__")],
  ["__phello__.__init__", plain("<__phello__")],
  ["__phello__.spam", plain("__phello__.spam")],
]);

const OVERRIDE = INTERPRETER + PyInterpreterState.imports + _import_state.override_frozen_modules;

/** Above zero: frozen modules are used whatever the start said; below: they are not. */
export function overrideFrozenModules(override: number): void {
  setI32(OVERRIDE, override);
}

export function frozenNames(): Iterable<string> {
  return MODULES.keys();
}

/** The frozen module of that name, if it is to be used. */
export function frozenModule(name: string): FrozenModule | undefined {
  const found = MODULES.get(name);
  if (found === undefined || found.isNeededAlways) return found;
  const override = i32(OVERRIDE);
  const isUsed = override === 0 ? configured(PyConfig.use_frozen_modules) !== 0 : override > 0;
  return isUsed ? found : undefined;
}

/** A code object and those in its constants are given another file name, where they had this one's. */
export function renameFile(code: Borrowed, old: Borrowed, path: Borrowed): void {
  const slot = code + PyCodeObject.co_filename;
  if (!_PyUnicode_EQ(ptr(slot), old)) return;
  replaceSlot(slot, newRef(path));
  const constants = ptr(code + PyCodeObject.co_consts);
  for (let i = 0; i < sizeOf(constants); i++) {
    const constant = PyTuple_GET_ITEM(constants, i);
    if (typeOf(constant) === PyCode_Type) renameFile(constant, old, path);
  }
}

const PYC_HEADER_BYTES = 16;

function bytecodeOf(origin: string): Uint8Array | null {
  const path = origin.replaceAll(".", "/");
  const split = path.lastIndexOf("/") + 1;
  for (const [folder, name] of [
    [path.slice(0, split), path.slice(split)],
    [`${path}/`, "__init__"],
  ]) {
    const file = readHostFile(hostBytes(`${LIBRARY}/${folder}__pycache__/${name}.cpython-313.pyc`));
    if (typeof file !== "number") return file.subarray(PYC_HEADER_BYTES);
  }
  return null;
}

/** The code of a frozen module: Owned, 0 with an error set, null where the library does not have it. */
export function frozenCode({ origin }: FrozenModule): Owned | null {
  const module = origin.replace("<", "");
  const bytecode = bytecodeOf(module);
  if (bytecode === null) return null;
  const code = readMarshal(bytecode, null, true);
  const path = code === 0 ? 0 : PyUnicode_FromString(`<frozen ${module}>`);
  if (path === 0) return code === 0 ? 0 : PyErr_NoMemory();
  const old = newRef(ptr(code + PyCodeObject.co_filename));
  renameFile(code, old, path);
  decref(old);
  decref(path);
  return code;
}
