// Code and calls: code objects, frames, functions, methods, generators, modules, tracebacks.
import { type FieldRow, OBJECT_HEAD, struct, VAR_HEAD } from "../struct.ts";

export const PyCodeObject = struct("PyCodeObject", 208, {
  ...VAR_HEAD,
  co_consts: [24, "ptr", "tuple"],
  co_names: [32, "ptr", "tuple of str"],
  co_exceptiontable: [40, "ptr", "bytes"],
  co_flags: [48, "i32", "CO bits"],
  co_argcount: [52, "i32", "positional parameters"],
  co_posonlyargcount: [56, "i32", "positional-only ones of these"],
  co_kwonlyargcount: [60, "i32", "keyword-only parameters"],
  co_stacksize: [64, "i32", "entries of the value stack"],
  co_firstlineno: [68, "i32", "first line"],
  co_nlocalsplus: [72, "i32", "locals, cells and free variables"],
  co_framesize: [76, "i32", "words of an interpreter frame"],
  co_nlocals: [80, "i32", "locals"],
  co_ncellvars: [84, "i32", "cells"],
  co_nfreevars: [88, "i32", "free variables"],
  co_version: [92, "u32", "version for inline caches"],
  co_localsplusnames: [96, "ptr", "tuple of str"],
  co_localspluskinds: [104, "ptr", "bytes, a CO_FAST kind each"],
  co_filename: [112, "ptr", "str"],
  co_name: [120, "ptr", "str"],
  co_qualname: [128, "ptr", "str"],
  co_linetable: [136, "ptr", "bytes, location table"],
  co_weakreflist: [144, "ptr", "PyWeakReference; head of the list"],
  co_executors: [152, "ptr", "_PyExecutorArray"],
  _co_cached: [160, "ptr", "_PyCoCached: co_code and others, made when asked for"],
  _co_instrumentation_version: [168, "u64", "version of monitoring that the code is instrumented for"],
  _co_monitoring: [176, "ptr", "_PyCoMonitoringData"],
  _co_firsttraceable: [184, "i32", "first instruction that traces"],
  co_extra: [192, "ptr", "data of extensions"],
  co_code_adaptive: [200, "u8", "instructions, 2 bytes a unit", 0],
});

export const _PyCoMonitoringData = struct("_PyCoMonitoringData", 64, {
  local_monitors: [0, "u8", "tools that watch this code, an event each", 10],
  active_monitors: [10, "u8", "all tools that watch it, an event each", 10],
  tools: [24, "ptr", "tools of each code unit's event; null while one tool watches"],
  lines: [32, "ptr", "_PyCoLineInstrumentationData of each code unit, or null"],
  line_tools: [40, "ptr", "tools of each code unit's line, or null"],
  per_instruction_opcodes: [48, "ptr", "what INSTRUMENTED_INSTRUCTION stands for, or null"],
  per_instruction_tools: [56, "ptr", "tools of each instruction, or null"],
});

export const _PyCoLineInstrumentationData = struct("_PyCoLineInstrumentationData", 2, {
  original_opcode: [0, "u8", "what INSTRUMENTED_LINE stands for; 0 where no line begins"],
  line_delta: [1, "i8", "line, less first line and a sixteenth of the index; -127 look it up, -128 none"],
});

export const _PyInterpreterFrame = struct("_PyInterpreterFrame", 80, {
  f_executable: [0, "ptr", "code object; None in a frame of the C stack"],
  previous: [8, "ptr", "_PyInterpreterFrame"],
  f_funcobj: [16, "ptr", "function"],
  f_globals: [24, "ptr", "dict, borrowed"],
  f_builtins: [32, "ptr", "dict, borrowed"],
  f_locals: [40, "ptr", "mapping of locals, or null"],
  frame_obj: [48, "ptr", "PyFrameObject, or null"],
  instr_ptr: [56, "ptr", "instruction being executed, or about to be"],
  stacktop: [64, "i32", "value stack top, in words from localsplus"],
  return_offset: [68, "u16", "code units to skip on return"],
  owner: [70, "u8", "FRAME_OWNED_BY code"],
  localsplus: [72, "ptr", "locals, cells, free variables, value stack", 0],
});

export const PyFrameObject = struct("PyFrameObject", 72, {
  ...OBJECT_HEAD,
  f_back: [16, "ptr", "calling frame; null while it is found by way of f_frame"],
  f_frame: [24, "ptr", "_PyInterpreterFrame"],
  f_trace: [32, "ptr", "trace function"],
  f_lineno: [40, "i32", "line set by a tracer; 0 otherwise"],
  f_trace_lines: [44, "u8", "1 to trace lines"],
  f_trace_opcodes: [45, "u8", "1 to trace instructions"],
  f_extra_locals: [48, "ptr", "dict of names added through f_locals"],
  f_locals_cache: [56, "ptr", "dict for PyEval_GetLocals"],
  _f_frame_data: [64, "ptr", "the frame itself once the call is over", 0],
});

export const PyFunctionObject = struct("PyFunctionObject", 144, {
  ...OBJECT_HEAD,
  func_globals: [16, "ptr", "dict"],
  func_builtins: [24, "ptr", "dict"],
  func_name: [32, "ptr", "str"],
  func_qualname: [40, "ptr", "str"],
  func_code: [48, "ptr", "code object"],
  func_defaults: [56, "ptr", "tuple or null"],
  func_kwdefaults: [64, "ptr", "dict or null"],
  func_closure: [72, "ptr", "tuple of cells or null"],
  func_doc: [80, "ptr", "__doc__"],
  func_dict: [88, "ptr", "dict or null"],
  func_weakreflist: [96, "ptr", "PyWeakReference; head of the list"],
  func_module: [104, "ptr", "__module__"],
  func_annotations: [112, "ptr", "dict, tuple of names and values, or null"],
  func_typeparams: [120, "ptr", "tuple or null"],
  vectorcall: [128, "text", "vectorcallfunc"],
  func_version: [136, "u32", "version for inline caches; 0 when none is assigned"],
});

export const PyCellObject = struct("PyCellObject", 24, {
  ...OBJECT_HEAD,
  ob_ref: [16, "ptr", "content, or null"],
});

export const PyMethodObject = struct("PyMethodObject", 48, {
  ...OBJECT_HEAD,
  im_func: [16, "ptr", "callable"],
  im_self: [24, "ptr", "its first argument"],
  im_weakreflist: [32, "ptr", "PyWeakReference; head of the list"],
  vectorcall: [40, "text", "vectorcallfunc"],
});

export const PyInstanceMethodObject = struct("PyInstanceMethodObject", 24, {
  ...OBJECT_HEAD,
  func: [16, "ptr", "callable"],
});

export const PyGenObject = struct("PyGenObject", 80, {
  ...OBJECT_HEAD,
  gi_weakreflist: [16, "ptr", "PyWeakReference; head of the list"],
  gi_name: [24, "ptr", "str"],
  gi_qualname: [32, "ptr", "str"],
  gi_exc_state_exc_value: [40, "ptr", "exception being handled"],
  gi_exc_state_previous_item: [48, "ptr", "_PyErr_StackItem"],
  gi_origin_or_finalizer: [56, "ptr", "tuple where a coroutine was created; finalizer of an async generator"],
  gi_hooks_inited: [64, "u8", "1 once the async generator hooks ran"],
  gi_closed: [65, "u8", "1 once closed"],
  gi_running_async: [66, "u8", "1 while an asend, athrow or aclose runs"],
  gi_frame_state: [67, "i8", "FRAME state"],
  gi_iframe: [72, "ptr", "_PyInterpreterFrame", 0],
});

export const PyCoroObject = struct("PyCoroObject", 80, {
  ...OBJECT_HEAD,
  cr_weakreflist: [16, "ptr", "PyWeakReference; head of the list"],
  cr_name: [24, "ptr", "str"],
  cr_qualname: [32, "ptr", "str"],
  cr_exc_state_exc_value: [40, "ptr", "exception being handled"],
  cr_exc_state_previous_item: [48, "ptr", "_PyErr_StackItem"],
  cr_origin_or_finalizer: [56, "ptr", "tuple where a coroutine was created; finalizer of an async generator"],
  cr_hooks_inited: [64, "u8", "1 once the async generator hooks ran"],
  cr_closed: [65, "u8", "1 once closed"],
  cr_running_async: [66, "u8", "1 while an asend, athrow or aclose runs"],
  cr_frame_state: [67, "i8", "FRAME state"],
  cr_iframe: [72, "ptr", "_PyInterpreterFrame", 0],
});

export const PyAsyncGenObject = struct("PyAsyncGenObject", 80, {
  ...OBJECT_HEAD,
  ag_weakreflist: [16, "ptr", "PyWeakReference; head of the list"],
  ag_name: [24, "ptr", "str"],
  ag_qualname: [32, "ptr", "str"],
  ag_exc_state_exc_value: [40, "ptr", "exception being handled"],
  ag_exc_state_previous_item: [48, "ptr", "_PyErr_StackItem"],
  ag_origin_or_finalizer: [56, "ptr", "tuple where a coroutine was created; finalizer of an async generator"],
  ag_hooks_inited: [64, "u8", "1 once the async generator hooks ran"],
  ag_closed: [65, "u8", "1 once closed"],
  ag_running_async: [66, "u8", "1 while an asend, athrow or aclose runs"],
  ag_frame_state: [67, "i8", "FRAME state"],
  ag_iframe: [72, "ptr", "_PyInterpreterFrame", 0],
});

export const PyCFunctionObject = struct("PyCFunctionObject", 56, {
  ...OBJECT_HEAD,
  m_ml: [16, "ptr", "PyMethodDef"],
  m_self: [24, "ptr", "first argument of the function, or null"],
  m_module: [32, "ptr", "__module__"],
  m_weakreflist: [40, "ptr", "PyWeakReference; head of the list"],
  vectorcall: [48, "text", "vectorcallfunc"],
});

export const PyCMethodObject = struct("PyCMethodObject", 64, {
  ...OBJECT_HEAD,
  m_ml: [16, "ptr", "PyMethodDef"],
  m_self: [24, "ptr", "first argument of the function, or null"],
  m_module: [32, "ptr", "__module__"],
  m_weakreflist: [40, "ptr", "PyWeakReference; head of the list"],
  vectorcall: [48, "text", "vectorcallfunc"],
  mm_class: [56, "ptr", "PyTypeObject that defines it"],
});

export const PyModuleObject = struct("PyModuleObject", 56, {
  ...OBJECT_HEAD,
  md_dict: [16, "ptr", "dict"],
  md_def: [24, "ptr", "PyModuleDef"],
  md_state: [32, "ptr", "state of the module's own"],
  md_weaklist: [40, "ptr", "PyWeakReference; head of the list"],
  md_name: [48, "ptr", "str"],
});

export const PyModuleDef = struct("PyModuleDef", 104, {
  ...OBJECT_HEAD,
  m_init: [16, "text", "function"],
  m_index: [24, "ssize", "index in modules_by_index"],
  m_copy: [32, "ptr", "dict of a module that is initialized in one phase"],
  m_name: [40, "cstr", "name"],
  m_doc: [48, "cstr", "docstring"],
  m_size: [56, "ssize", "bytes of md_state"],
  m_methods: [64, "ptr", "PyMethodDef"],
  m_slots: [72, "ptr", "PyModuleDef_Slot"],
  m_traverse: [80, "text", "traverseproc"],
  m_clear: [88, "text", "inquiry"],
  m_free: [96, "text", "freefunc"],
});

export const PyCapsule = struct("PyCapsule", 64, {
  ...OBJECT_HEAD,
  pointer: [16, "ptr", "what it carries"],
  name: [24, "cstr", "name that whoever opens it must know"],
  context: [32, "ptr", "the owner's"],
  destructor: [40, "text", "PyCapsule_Destructor"],
  traverse_func: [48, "text", "traverseproc"],
  clear_func: [56, "text", "inquiry"],
});

export const PyTracebackObject = struct("PyTracebackObject", 40, {
  ...OBJECT_HEAD,
  tb_next: [16, "ptr", "one call deeper"],
  tb_frame: [24, "ptr", "PyFrameObject"],
  tb_lasti: [32, "i32", "bytes of instructions before the one that raised"],
  tb_lineno: [36, "i32", "line; -1 before it is asked for"],
});

export const PyFrameLocalsProxyObject = struct("PyFrameLocalsProxyObject", 24, {
  ...OBJECT_HEAD,
  frame: [16, "ptr", "PyFrameObject"],
});

const ADDRESS_RANGE = {
  ...OBJECT_HEAD,
  code: [16, "ptr", "PyCodeObject"],
  ar_start: [24, "i32", "first byte of the range of instructions"],
  ar_end: [28, "i32", "byte behind it"],
  ar_line: [32, "i32", "its line; -1 for none"],
  computed_line: [40, "i32", "line so far"],
  lo_next: [48, "ptr", "next byte of the location table"],
  limit: [56, "ptr", "end of the location table"],
} as const satisfies Record<string, FieldRow>;

export const lineiterator = struct("lineiterator", 64, ADDRESS_RANGE);

export const positionsiterator = struct("positionsiterator", 80, {
  ...ADDRESS_RANGE,
  pi_offset: [64, "i32", "byte of the next instruction"],
  pi_endline: [68, "i32", "last line"],
  pi_column: [72, "i32", "column"],
  pi_endcolumn: [76, "i32", "column behind the last"],
});

// The names that code writes.
export {
  PyAsyncGenObject as PyAsyncGen,
  PyCellObject as PyCell,
  PyCFunctionObject as PyCFunction,
  PyCMethodObject as PyCMethod,
  PyCodeObject as PyCode,
  PyCoroObject as PyCoro,
  PyFrameLocalsProxyObject as PyFrameLocalsProxy,
  PyFrameObject as PyFrame,
  PyFunctionObject as PyFunction,
  PyGenObject as PyGen,
  PyInstanceMethodObject as PyInstanceMethod,
  PyMethodObject as PyMethod,
  PyModuleObject as PyModule,
  PyTracebackObject as PyTraceback,
};
