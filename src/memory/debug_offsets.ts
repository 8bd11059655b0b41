// The debug offsets: what CPython writes at the start of _PyRuntime so that debuggers and profilers of other processes
// find their way. Written from the same tables as everything else, so they cannot disagree with the machine.
import { RUNTIME } from "./data.ts";
import { setI64, setU8 } from "./memory.ts";
import { structInfo } from "./struct.ts";
import { _PyInterpreterFrame, PyCodeObject } from "./structs/code.ts";
import { PyDictObject, PyListObject, PyTupleObject } from "./structs/containers.ts";
import { PyFloatObject, PyLongObject } from "./structs/numbers.ts";
import { PyObject, PyTypeObject, PyVarObject } from "./structs/object.ts";
import {
  _ceval_state,
  _gc_runtime_state,
  _gil_runtime_state,
  _import_state,
  _Py_DebugOffsets,
  _PyRuntimeState,
  PyInterpreterState,
  PyThreadState,
} from "./structs/runtime.ts";
import { PyASCIIObject, PyBytesObject, PyUnicodeObject } from "./structs/text.ts";

const COOKIE = "xdebugpy";

type Field = Exclude<keyof typeof _Py_DebugOffsets, "cookie" | "version" | "sizeof">;

const VALUES: Record<Field, number> = {
  free_threaded: 0,
  runtime_state_size: _PyRuntimeState.sizeof,
  runtime_state_finalizing: _PyRuntimeState._finalizing,
  runtime_state_interpreters_head: _PyRuntimeState.interpreters_head,
  interpreter_state_size: PyInterpreterState.sizeof,
  interpreter_state_id: PyInterpreterState.id,
  interpreter_state_next: PyInterpreterState.next,
  interpreter_state_threads_head: PyInterpreterState.threads_head,
  interpreter_state_gc: PyInterpreterState.gc,
  interpreter_state_imports_modules: PyInterpreterState.imports + _import_state.modules,
  interpreter_state_sysdict: PyInterpreterState.sysdict,
  interpreter_state_builtins: PyInterpreterState.builtins,
  interpreter_state_ceval_gil: PyInterpreterState.ceval + _ceval_state.gil,
  interpreter_state_gil_runtime_state: PyInterpreterState._gil,
  interpreter_state_gil_runtime_state_enabled: 0,
  interpreter_state_gil_runtime_state_locked: PyInterpreterState._gil + _gil_runtime_state.locked,
  interpreter_state_gil_runtime_state_holder: PyInterpreterState._gil + _gil_runtime_state.last_holder,
  thread_state_size: PyThreadState.sizeof,
  thread_state_prev: PyThreadState.prev,
  thread_state_next: PyThreadState.next,
  thread_state_interp: PyThreadState.interp,
  thread_state_current_frame: PyThreadState.current_frame,
  thread_state_thread_id: PyThreadState.thread_id,
  thread_state_native_thread_id: PyThreadState.native_thread_id,
  thread_state_datastack_chunk: PyThreadState.datastack_chunk,
  thread_state_status: PyThreadState._status,
  interpreter_frame_size: _PyInterpreterFrame.sizeof,
  interpreter_frame_previous: _PyInterpreterFrame.previous,
  interpreter_frame_executable: _PyInterpreterFrame.f_executable,
  interpreter_frame_instr_ptr: _PyInterpreterFrame.instr_ptr,
  interpreter_frame_localsplus: _PyInterpreterFrame.localsplus,
  interpreter_frame_owner: _PyInterpreterFrame.owner,
  code_object_size: PyCodeObject.sizeof,
  code_object_filename: PyCodeObject.co_filename,
  code_object_name: PyCodeObject.co_name,
  code_object_qualname: PyCodeObject.co_qualname,
  code_object_linetable: PyCodeObject.co_linetable,
  code_object_firstlineno: PyCodeObject.co_firstlineno,
  code_object_argcount: PyCodeObject.co_argcount,
  code_object_localsplusnames: PyCodeObject.co_localsplusnames,
  code_object_localspluskinds: PyCodeObject.co_localspluskinds,
  code_object_co_code_adaptive: PyCodeObject.co_code_adaptive,
  pyobject_size: PyObject.sizeof,
  pyobject_ob_type: PyObject.ob_type,
  type_object_size: PyTypeObject.sizeof,
  type_object_tp_name: PyTypeObject.tp_name,
  type_object_tp_repr: PyTypeObject.tp_repr,
  type_object_tp_flags: PyTypeObject.tp_flags,
  tuple_object_size: PyTupleObject.sizeof,
  tuple_object_ob_item: PyTupleObject.ob_item,
  tuple_object_ob_size: PyVarObject.ob_size,
  list_object_size: PyListObject.sizeof,
  list_object_ob_item: PyListObject.ob_item,
  list_object_ob_size: PyVarObject.ob_size,
  dict_object_size: PyDictObject.sizeof,
  dict_object_ma_keys: PyDictObject.ma_keys,
  dict_object_ma_values: PyDictObject.ma_values,
  float_object_size: PyFloatObject.sizeof,
  float_object_ob_fval: PyFloatObject.ob_fval,
  long_object_size: PyLongObject.sizeof,
  long_object_lv_tag: PyLongObject.lv_tag,
  long_object_ob_digit: PyLongObject.ob_digit,
  bytes_object_size: PyBytesObject.sizeof,
  bytes_object_ob_size: PyVarObject.ob_size,
  bytes_object_ob_sval: PyBytesObject.ob_sval,
  unicode_object_size: PyUnicodeObject.sizeof,
  unicode_object_state: PyASCIIObject.state,
  unicode_object_length: PyASCIIObject.length,
  unicode_object_asciiobject_size: PyASCIIObject.sizeof,
  gc_size: _gc_runtime_state.sizeof,
  gc_collecting: _gc_runtime_state.collecting,
};

/** Writes them. `version` is sys.hexversion. Called once, by whoever makes the boot image. */
export function initializeDebugOffsets(version: number): void {
  const base = RUNTIME + _PyRuntimeState.debug_offsets;
  for (let i = 0; i < COOKIE.length; i++) setU8(base + _Py_DebugOffsets.cookie + i, COOKIE.charCodeAt(i));
  setI64(base + _Py_DebugOffsets.version, version, 0);
  for (const { name, offset } of structInfo(_Py_DebugOffsets).fields) {
    if (name in VALUES) setI64(base + offset, VALUES[name as Field], 0);
  }
}
