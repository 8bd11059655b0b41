// From zeros to a machine at rest: what a boot image holds. Runs when an image is made; later starts load the image.
//
//   statics (text, identifiers, small ints, singletons, type tables)  →  thread state  →  types made ready  →  modules
//
// Invariant: the bytes depend on nothing but the bundle and the docstrings: no clock, no entropy, no host.
import { typeName } from "../objects/errors.ts";
import { inReadyOrder } from "./ready_order.ts";
import "./declarations.ts";
import { assert, InternalError } from "../base/assert.ts";
import { initializeGenerations } from "../gc/link.ts";
import { initializeSentinels } from "../interpreter/monitoring/sentinels.ts";
import { evaluatedLayout, INTERPRETER, RUNTIME, THREAD } from "../memory/data.ts";
import { initializeDebugOffsets } from "../memory/debug_offsets.ts";
import { ptr, setI32, setPtr } from "../memory/memory.ts";
import { checkStructs } from "../memory/struct.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { _Py_dict_state, _PyRuntimeState, PyInterpreterState, PyThreadState } from "../memory/structs/runtime.ts";
import { initializeText } from "../memory/text.ts";
import { initializeStaticBytes } from "../objects/bytes_core.ts";
import { initializeArgumentStack } from "../objects/call.ts";
import { declaredTypes, initializeDeclarations, reserveDeclarations } from "../objects/declare.ts";
import { initializeEmptyKeys } from "../objects/dict_keys.ts";
import type { Docstrings } from "../objects/docstrings.ts";
import { initializeSmallInts } from "../objects/long_core.ts";
import { initImmortal } from "../objects/object.ts";
import { initializeEmptyTuple } from "../objects/tuple_core.ts";
import { initializeVersionTags } from "../objects/type_lookup.ts";
import { PyType_Ready } from "../objects/type_ready.ts";
import {
  _PyNone_Type,
  _PyNotImplemented_Type,
  Py_Ellipsis,
  Py_None,
  Py_NotImplemented,
  PyBaseObject_Type,
  PyEllipsis_Type,
} from "../objects/types.ts";
import { initializeStaticStrings } from "../objects/unicode_core.ts";
import { initializeIdentifiers } from "../objects/unicode_intern.ts";
import { initializeUnicodeWriter } from "../objects/unicode_writer.ts";
import { errorText } from "./error_text.ts";
import { DEFAULT_CONFIG } from "./python_config.ts";
import { writeConfig } from "./write_config.ts";

/** PY_VERSION_HEX of 3.13.2. */
export const VERSION_HEX = 0x030d02f0;
export const RECURSION_LIMIT = 1000;

function initializeThread(): void {
  setPtr(RUNTIME + _PyRuntimeState.interpreters_head, INTERPRETER);
  setPtr(RUNTIME + _PyRuntimeState.interpreters_main, INTERPRETER);
  setPtr(RUNTIME + _PyRuntimeState.main_tstate, THREAD);
  setPtr(INTERPRETER + PyInterpreterState.threads_head, THREAD);
  setPtr(INTERPRETER + PyInterpreterState.threads_main, THREAD);
  setPtr(INTERPRETER + PyInterpreterState.runtime, RUNTIME);
  setPtr(THREAD + PyThreadState.interp, INTERPRETER);
  setI32(THREAD + PyThreadState.py_recursion_limit, RECURSION_LIMIT);
  setI32(THREAD + PyThreadState.py_recursion_remaining, RECURSION_LIMIT);
  setPtr(THREAD + PyThreadState.exc_info, THREAD + PyThreadState.exc_state_exc_value);
  setPtr(THREAD + PyThreadState.id, 1);
  setPtr(THREAD + PyThreadState.context_ver, 1);
  setI32(INTERPRETER + PyInterpreterState.dict_state + _Py_dict_state.next_keys_version, 2);
  // The versions of code objects and functions count from one.
  setI32(INTERPRETER + PyInterpreterState.func_state, 1);
}

/** Writes the statics and makes all types ready. Throws InternalError when a type cannot be made. */
export function initializeTypes(docstrings?: Docstrings): void {
  checkStructs();
  evaluatedLayout();
  reserveDeclarations();
  initializeDebugOffsets(VERSION_HEX);
  initializeGenerations();
  initializeThread();
  writeConfig(DEFAULT_CONFIG);
  initializeArgumentStack();
  initializeEmptyTuple();
  initializeSmallInts();
  initializeStaticStrings();
  initializeIdentifiers();
  initializeUnicodeWriter();
  initializeStaticBytes();
  initializeEmptyKeys();
  initImmortal(Py_None, _PyNone_Type);
  initImmortal(Py_NotImplemented, _PyNotImplemented_Type);
  initImmortal(Py_Ellipsis, PyEllipsis_Type);
  initializeSentinels();
  setI32(THREAD + PyThreadState.what_event, -1);
  initializeDeclarations(docstrings);
  initializeText();
  initializeVersionTags();
  const types = [PyBaseObject_Type, ...inReadyOrder(declaredTypes)];
  for (const type of types) {
    if (PyType_Ready(type) < 0) throw new InternalError(`a type cannot be made ready: ${errorText()}`);
  }
  assert(declaredTypes.length > 0, "types are declared");
  for (const type of types) {
    assert(ptr(type + PyTypeObject.tp_dealloc) !== 0, `${typeName(type)} has no tp_dealloc`);
  }
}
