// The runtime: runtime, interpreter and thread state, the collector's state, types' state. Embedded structures that have
// a table of their own here or in allocators.ts are one row.
import { struct } from "../struct.ts";

export const _PyRuntimeState = struct("_PyRuntimeState", 283320, {
  debug_offsets: [0, "u64", "_Py_DebugOffsets", 73],
  _initialized: [584, "i32", "1 once safe to use"],
  preinitializing: [588, "i32", "1 during Py_PreInitialize"],
  preinitialized: [592, "i32", "1 after it"],
  core_initialized: [596, "i32", "1 once the core is"],
  initialized: [600, "i32", "1 once all is"],
  _finalizing: [608, "ptr", "PyThreadState that finalizes, or null"],
  _finalizing_id: [616, "u64", "its thread"],
  interpreters_mutex: [624, "u8", "PyMutex"],
  interpreters_head: [632, "ptr", "PyInterpreterState; newest"],
  interpreters_main: [640, "ptr", "PyInterpreterState"],
  interpreters_next_id: [648, "i64", "number of the next one"],
  main_thread: [656, "u64", "the main thread's number"],
  main_tstate: [664, "ptr", "PyThreadState of the main thread"],
  xi: [672, "u64", "_xi_runtime_state", 3],
  allocators: [696, "u64", "_pymem_allocators", 38],
  obmalloc: [1000, "u64", "_obmalloc_global_state", 2],
  pyhash_state: [1016, "u64", "pyhash_runtime_state", 3],
  threads_initialized: [1040, "i32", "1 once so"],
  threads__condattr_monotonic: [1048, "u64", "clock of waits", 2],
  threads_handles: [1064, "ptr", "llist_node: joinable threads", 2],
  signals: [1080, "u64", "_signals_runtime_state", 135],
  autoTSSkey: [2160, "u32", "Py_tss_t", 2],
  trashTSSkey: [2168, "u32", "Py_tss_t", 2],
  orig_argv: [2176, "u64", "PyWideStringList", 2],
  parser: [2192, "u64", "_parser_runtime_state", 7],
  atexit: [2248, "u64", "_atexit_runtime_state", 34],
  imports: [2520, "u64", "_import_runtime_state", 5],
  ceval: [2560, "u64", "_ceval_runtime_state", 915],
  gilstate: [9880, "u64", "_gilstate_runtime_state", 2],
  getargs: [9896, "ptr", "_getargs_runtime_state"],
  fileutils: [9904, "u32", "_fileutils_state"],
  faulthandler: [9912, "u64", "_faulthandler_runtime_state", 21],
  tracemalloc: [10080, "u64", "_tracemalloc_runtime_state", 29],
  ref_tracer: [10312, "u64", "_reftracer_runtime_state", 2],
  stoptheworld_mutex: [10328, "u64", "_PyRWMutex"],
  stoptheworld: [10336, "u64", "_stoptheworld_state", 3],
  preconfig: [10360, "u32", "PyPreConfig", 10],
  open_code_hook: [10400, "text", "Py_OpenCodeHookFunction"],
  open_code_userdata: [10408, "ptr", "passed to open_code_hook"],
  audit_hooks: [10416, "u64", "lock and list of hooks", 2],
  object_state: [10432, "u32", "_py_object_runtime_state"],
  float_state: [10436, "u32", "_Py_float_runtime_state", 2],
  unicode_state: [10448, "u64", "_Py_unicode_runtime_state", 2],
  types: [10464, "u64", "_types_runtime_state", 421],
  cached_objects: [13832, "ptr", "_Py_cached_objects"],
  static_objects: [13840, "u64", "_Py_static_objects", 9314],
  _main_interpreter: [88352, "u64", "PyInterpreterState", 24371],
});

export const _Py_DebugOffsets = struct("_Py_DebugOffsets", 584, {
  cookie: [0, "u8", "the text xdebugpy", 8],
  version: [8, "u64", "PY_VERSION_HEX"],
  free_threaded: [16, "u64", "0"],
  runtime_state_size: [24, "u64", "sizeof"],
  runtime_state_finalizing: [32, "u64", "offset of finalizing"],
  runtime_state_interpreters_head: [40, "u64", "offset of interpreters_head"],
  interpreter_state_size: [48, "u64", "sizeof"],
  interpreter_state_id: [56, "u64", "offset of id"],
  interpreter_state_next: [64, "u64", "offset of next"],
  interpreter_state_threads_head: [72, "u64", "offset of threads_head"],
  interpreter_state_gc: [80, "u64", "offset of gc"],
  interpreter_state_imports_modules: [88, "u64", "offset of imports_modules"],
  interpreter_state_sysdict: [96, "u64", "offset of sysdict"],
  interpreter_state_builtins: [104, "u64", "offset of builtins"],
  interpreter_state_ceval_gil: [112, "u64", "offset of ceval_gil"],
  interpreter_state_gil_runtime_state: [120, "u64", "offset of gil_runtime_state"],
  interpreter_state_gil_runtime_state_enabled: [128, "u64", "offset of gil_runtime_state_enabled"],
  interpreter_state_gil_runtime_state_locked: [136, "u64", "offset of gil_runtime_state_locked"],
  interpreter_state_gil_runtime_state_holder: [144, "u64", "offset of gil_runtime_state_holder"],
  thread_state_size: [152, "u64", "sizeof"],
  thread_state_prev: [160, "u64", "offset of prev"],
  thread_state_next: [168, "u64", "offset of next"],
  thread_state_interp: [176, "u64", "offset of interp"],
  thread_state_current_frame: [184, "u64", "offset of current_frame"],
  thread_state_thread_id: [192, "u64", "offset of thread_id"],
  thread_state_native_thread_id: [200, "u64", "offset of native_thread_id"],
  thread_state_datastack_chunk: [208, "u64", "offset of datastack_chunk"],
  thread_state_status: [216, "u64", "offset of status"],
  interpreter_frame_size: [224, "u64", "sizeof"],
  interpreter_frame_previous: [232, "u64", "offset of previous"],
  interpreter_frame_executable: [240, "u64", "offset of executable"],
  interpreter_frame_instr_ptr: [248, "u64", "offset of instr_ptr"],
  interpreter_frame_localsplus: [256, "u64", "offset of localsplus"],
  interpreter_frame_owner: [264, "u64", "offset of owner"],
  code_object_size: [272, "u64", "sizeof"],
  code_object_filename: [280, "u64", "offset of filename"],
  code_object_name: [288, "u64", "offset of name"],
  code_object_qualname: [296, "u64", "offset of qualname"],
  code_object_linetable: [304, "u64", "offset of linetable"],
  code_object_firstlineno: [312, "u64", "offset of firstlineno"],
  code_object_argcount: [320, "u64", "offset of argcount"],
  code_object_localsplusnames: [328, "u64", "offset of localsplusnames"],
  code_object_localspluskinds: [336, "u64", "offset of localspluskinds"],
  code_object_co_code_adaptive: [344, "u64", "offset of co_code_adaptive"],
  pyobject_size: [352, "u64", "sizeof"],
  pyobject_ob_type: [360, "u64", "offset of ob_type"],
  type_object_size: [368, "u64", "sizeof"],
  type_object_tp_name: [376, "u64", "offset of tp_name"],
  type_object_tp_repr: [384, "u64", "offset of tp_repr"],
  type_object_tp_flags: [392, "u64", "offset of tp_flags"],
  tuple_object_size: [400, "u64", "sizeof"],
  tuple_object_ob_item: [408, "u64", "offset of ob_item"],
  tuple_object_ob_size: [416, "u64", "offset of ob_size"],
  list_object_size: [424, "u64", "sizeof"],
  list_object_ob_item: [432, "u64", "offset of ob_item"],
  list_object_ob_size: [440, "u64", "offset of ob_size"],
  dict_object_size: [448, "u64", "sizeof"],
  dict_object_ma_keys: [456, "u64", "offset of ma_keys"],
  dict_object_ma_values: [464, "u64", "offset of ma_values"],
  float_object_size: [472, "u64", "sizeof"],
  float_object_ob_fval: [480, "u64", "offset of ob_fval"],
  long_object_size: [488, "u64", "sizeof"],
  long_object_lv_tag: [496, "u64", "offset of lv_tag"],
  long_object_ob_digit: [504, "u64", "offset of ob_digit"],
  bytes_object_size: [512, "u64", "sizeof"],
  bytes_object_ob_size: [520, "u64", "offset of ob_size"],
  bytes_object_ob_sval: [528, "u64", "offset of ob_sval"],
  unicode_object_size: [536, "u64", "sizeof"],
  unicode_object_state: [544, "u64", "offset of state"],
  unicode_object_length: [552, "u64", "offset of length"],
  unicode_object_asciiobject_size: [560, "u64", "sizeof(PyASCIIObject)"],
  gc_size: [568, "u64", "sizeof"],
  gc_collecting: [576, "u64", "offset of collecting"],
});

export const PyInterpreterState = struct("PyInterpreterState", 194968, {
  ceval: [0, "u64", "_ceval_state", 908],
  next: [7264, "ptr", "PyInterpreterState; older"],
  id: [7272, "i64", "number"],
  id_refcount: [7280, "i64", "references to the number"],
  requires_idref: [7288, "i32", "1 to end it with the last reference"],
  id_mutex: [7296, "ptr", "lock; 0 while it is free"],
  _whence: [7304, "i64", "how it was made"],
  _initialized: [7312, "i32", "1 once safe to use"],
  _ready: [7316, "i32", "1 once fully initialized"],
  finalizing: [7320, "i32", "1 while so"],
  last_restart_version: [7328, "u64", "instrumentation version of the last restart of events"],
  threads_next_unique_id: [7336, "u64", "number of the next thread state"],
  threads_head: [7344, "ptr", "PyThreadState; newest"],
  threads_main: [7352, "ptr", "PyThreadState that runs __main__"],
  threads_count: [7360, "ssize", "threads of _thread"],
  threads_stacksize: [7368, "u64", "bytes; 0 for the default"],
  runtime: [7376, "ptr", "_PyRuntimeState"],
  _finalizing: [7384, "ptr", "PyThreadState that finalizes, or null"],
  _finalizing_id: [7392, "u64", "its thread"],
  gc: [7400, "u64", "_gc_runtime_state", 30],
  sysdict: [7640, "ptr", "dict of sys"],
  builtins: [7648, "ptr", "dict of builtins"],
  imports: [7656, "u64", "_import_state", 12],
  _gil: [7752, "u64", "_gil_runtime_state", 26],
  codecs: [7960, "u64", "codecs_state", 4],
  config: [7992, "u64", "PyConfig", 56],
  feature_flags: [8440, "u64", "Py_RTFLAGS bits"],
  dict: [8448, "ptr", "dict for extensions"],
  sysdict_copy: [8456, "ptr", "dict of sys at the start"],
  builtins_copy: [8464, "ptr", "dict of builtins at the start"],
  eval_frame: [8472, "text", "_PyFrameEvalFunction"],
  func_watchers: [8480, "text", "PyFunction_WatchCallback", 8],
  active_func_watchers: [8544, "u8", "bit a watcher"],
  co_extra_user_count: [8552, "ssize", "users of co_extra"],
  co_extra_freefuncs: [8560, "text", "freefunc", 255],
  xi: [10600, "u64", "_xi_state", 4],
  before_forkers: [10632, "ptr", "list"],
  after_forkers_parent: [10640, "ptr", "list"],
  after_forkers_child: [10648, "ptr", "list"],
  warnings: [10656, "u64", "_warnings_runtime_state", 5],
  atexit: [10696, "u64", "atexit_state", 4],
  stoptheworld: [10728, "u64", "_stoptheworld_state", 3],
  qsbr: [10752, "u64", "_qsbr_shared", 6],
  obmalloc: [10800, "ptr", "_obmalloc_state"],
  audit_hooks: [10808, "ptr", "list"],
  type_watchers: [10816, "text", "PyType_WatchCallback", 8],
  code_watchers: [10880, "text", "PyCode_WatchCallback", 8],
  active_code_watchers: [10944, "u8", "bit a watcher"],
  object_state: [10952, "u64", "_py_object_state", 443],
  unicode: [14496, "u64", "_Py_unicode_state", 7],
  long_state: [14552, "u32", "_Py_long_state"],
  dtoa: [14560, "u64", "_dtoa_state", 305],
  func_state: [17000, "u64", "_py_func_state", 8193],
  code_state: [82544, "u64", "_py_code_state", 2],
  dict_state: [82560, "u64", "_Py_dict_state", 10],
  exc_state: [82640, "u64", "_Py_exc_state", 4],
  mem_free_queue: [82672, "u64", "_Py_mem_interp_free_queue", 3],
  ast: [82696, "u64", "ast_state", 244],
  types: [84648, "u64", "types_state", 13553],
  callable_cache: [193072, "ptr", "callable_cache", 4],
  optimizer: [193104, "ptr", "_PyOptimizerObject"],
  executor_list_head: [193112, "ptr", "_PyExecutorObject"],
  rare_events: [193120, "u8", "_rare_events", 5],
  builtins_dict_watcher: [193128, "text", "PyDict_WatchCallback"],
  monitors: [193136, "u8", "_Py_GlobalMonitors", 15],
  sys_profile_initialized: [193151, "u8", "1 once sys.setprofile was used"],
  sys_trace_initialized: [193152, "u8", "1 once sys.settrace was used"],
  sys_profiling_threads: [193160, "ssize", "threads with a profile function"],
  sys_tracing_threads: [193168, "ssize", "threads with a trace function"],
  monitoring_callables: [193176, "ptr", "callables a tool and event", 136],
  monitoring_tool_names: [194264, "ptr", "str a tool", 8],
  cached_objects: [194328, "ptr", "_Py_interp_cached_objects", 20],
  static_objects: [194488, "u64", "_Py_interp_static_objects", 17],
  _initial_thread: [194624, "u64", "_PyThreadStateImpl", 42],
  _interactive_src_count: [194960, "ssize", "sources read interactively"],
});

export const _ceval_state = struct("_ceval_state", 7264, {
  instrumentation_version: [0, "u64", "global version of monitoring"],
  recursion_limit: [8, "i32", "limit for new threads"],
  gil: [16, "ptr", "_gil_runtime_state"],
  own_gil: [24, "i32", "1 when the GIL is its own"],
  pending: [32, "u64", "_pending_calls", 904],
});

export const _gil_runtime_state = struct("_gil_runtime_state", 208, {
  interval: [0, "u64", "microseconds between switches"],
  last_holder: [8, "ptr", "PyThreadState"],
  locked: [16, "i32", "1 while held"],
  switch_number: [24, "u64", "switches so far"],
  cond: [32, "u64", "pthread_cond_t", 6],
  mutex: [80, "u64", "pthread_mutex_t", 5],
  switch_cond: [120, "u64", "pthread_cond_t", 6],
  switch_mutex: [168, "u64", "pthread_mutex_t", 5],
});

export const PyThreadState = struct("PyThreadState", 304, {
  prev: [0, "ptr", "newer thread"],
  next: [8, "ptr", "older thread"],
  interp: [16, "ptr", "PyInterpreterState"],
  eval_breaker: [24, "u64", "instrumentation version and bits that stop the loop"],
  _status: [32, "u32", "bits, see THREAD_STATUS_BITS"],
  _whence: [36, "i32", "how it was made"],
  state: [40, "i32", "0 detached, 1 attached, 2 suspended"],
  py_recursion_remaining: [44, "i32", "Python calls left"],
  py_recursion_limit: [48, "i32", "limit"],
  c_recursion_remaining: [52, "i32", "C calls left"],
  recursion_headroom: [56, "i32", "allowance while a RecursionError is handled"],
  tracing: [60, "i32", "nesting of trace functions"],
  what_event: [64, "i32", "event being monitored"],
  current_frame: [72, "ptr", "frame being executed"],
  c_profilefunc: [80, "text", "Py_tracefunc"],
  c_tracefunc: [88, "text", "Py_tracefunc"],
  c_profileobj: [96, "ptr", "first argument of c_profilefunc"],
  c_traceobj: [104, "ptr", "first argument of c_tracefunc"],
  current_exception: [112, "ptr", "exception being raised, or null"],
  exc_info: [120, "ptr", "top of the stack of exceptions being handled"],
  dict: [128, "ptr", "dict for extensions"],
  gilstate_counter: [136, "i32", "nesting of PyGILState_Ensure"],
  async_exc: [144, "ptr", "exception to raise asynchronously"],
  thread_id: [152, "u64", "thread of the system"],
  native_thread_id: [160, "u64", "its number in the kernel"],
  delete_later: [168, "ptr", "objects whose deallocation was put off"],
  critical_section: [176, "u64", "0"],
  coroutine_origin_tracking_depth: [184, "i32", "frames kept for a coroutine's origin"],
  async_gen_firstiter: [192, "ptr", "hook"],
  async_gen_finalizer: [200, "ptr", "hook"],
  context: [208, "ptr", "current contextvars.Context"],
  context_ver: [216, "u64", "changed with each change of context"],
  id: [224, "u64", "number of the thread state"],
  datastack_chunk: [232, "ptr", "the last chunk"],
  datastack_top: [240, "ptr", "next free word in it"],
  datastack_limit: [248, "ptr", "its end"],
  exc_state_exc_value: [256, "ptr", "exception being handled at the bottom, or null"],
  exc_state_previous_item: [264, "ptr", "_PyErr_StackItem"],
  previous_executor: [272, "ptr", "0"],
  dict_global_version: [280, "u64", "0"],
  threading_local_key: [288, "ptr", "key of threading.local dicts"],
  threading_local_sentinel: [296, "ptr", "weakly referenced while the thread lives"],
});

export const _PyThreadStateImpl = struct("_PyThreadStateImpl", 336, {
  base: [0, "u64", "PyThreadState", 38],
  asyncio_running_loop: [304, "ptr", "event loop, or null"],
  qsbr: [312, "ptr", "_qsbr_thread_state"],
  mem_free_queue_next: [320, "ptr", "llist_node"],
  mem_free_queue_prev: [328, "ptr", "llist_node"],
});

export const _PyErr_StackItem = struct("_PyErr_StackItem", 16, {
  exc_value: [0, "ptr", "exception being handled, or null"],
  previous_item: [8, "ptr", "_PyErr_StackItem"],
});

export const _PyStackChunk = struct("_PyStackChunk", 32, {
  previous: [0, "ptr", "_PyStackChunk"],
  size: [8, "u64", "bytes"],
  top: [16, "u64", "words in use, while it is not the last chunk"],
  data: [24, "ptr", "frames", 0],
});

export const _gc_runtime_state = struct("_gc_runtime_state", 240, {
  trash_delete_later: [0, "ptr", "objects whose deallocation was put off"],
  trash_delete_nesting: [8, "i32", "nesting of deallocations"],
  enabled: [12, "i32", "1 while automatic"],
  debug: [16, "i32", "DEBUG bits"],
  generations: [24, "u64", "3 times gc_generation", 9],
  generation0: [96, "ptr", "PyGC_Head of generation 0"],
  permanent_generation: [104, "u64", "gc_generation: frozen objects", 3],
  generation_stats: [128, "u64", "3 times gc_generation_stats", 9],
  collecting: [200, "i32", "1 during a collection"],
  garbage: [208, "ptr", "list"],
  callbacks: [216, "ptr", "list"],
  long_lived_total: [224, "ssize", "survivors of the last full collection"],
  long_lived_pending: [232, "ssize", "survivors of younger ones since"],
});

export const gc_generation = struct("gc_generation", 24, {
  head__gc_next: [0, "ptr", "first object, or the head itself"],
  head__gc_prev: [8, "ptr", "last object"],
  threshold: [16, "i32", "count that starts a collection"],
  count: [20, "i32", "allocations less deallocations; in older generations collections of the one before"],
});

export const gc_generation_stats = struct("gc_generation_stats", 24, {
  collections: [0, "ssize", "collections of this generation"],
  collected: [8, "ssize", "objects collected"],
  uncollectable: [16, "ssize", "objects found uncollectable"],
});

export const _import_state = struct("_import_state", 96, {
  modules: [0, "ptr", "dict of sys.modules"],
  modules_by_index: [8, "ptr", "list"],
  importlib: [16, "ptr", "module"],
  override_frozen_modules: [24, "i32", "0 no override"],
  override_multi_interp_extensions_check: [28, "i32", "0 no override"],
  dlopenflags: [32, "i32", "sys.setdlopenflags"],
  import_func: [40, "ptr", "__import__ of builtins"],
  lock_mutex__bits: [48, "u8", "lock; 0 while it is free"],
  lock_thread: [56, "u64", "owner"],
  lock_level: [64, "u64", "nesting"],
  find_and_load_import_level: [72, "i32", "nesting for -X importtime"],
  find_and_load_accumulated: [80, "i64", "nanoseconds"],
  find_and_load_header: [88, "i32", "1 until the header is printed"],
});

export const codecs_state = struct("codecs_state", 32, {
  search_path: [0, "ptr", "list of search functions"],
  search_cache: [8, "ptr", "dict of codecs found"],
  error_registry: [16, "ptr", "dict of error handlers"],
  initialized: [24, "i32", "1 once so"],
});

export const _warnings_runtime_state = struct("_warnings_runtime_state", 40, {
  filters: [0, "ptr", "list"],
  once_registry: [8, "ptr", "dict"],
  default_action: [16, "ptr", "str"],
  mutex__bits: [24, "u8", "lock; 0 while it is free"],
  filters_version: [32, "i64", "changed with each change of filters"],
});

export const atexit_state = struct("atexit_state", 32, {
  ll_callbacks: [0, "ptr", "0"],
  last_ll_callback: [8, "ptr", "0"],
  callbacks: [16, "ptr", "pointers to atexit_py_callback, or null"],
  ncallbacks: [24, "i32", "of them in use"],
  callback_len: [28, "i32", "of them there is room for"],
});

export const atexit_py_callback = struct("atexit_py_callback", 24, {
  func: [0, "ptr", "what is called"],
  args: [8, "ptr", "tuple"],
  kwargs: [16, "ptr", "dict, or null"],
});

export const _Py_unicode_state = struct("_Py_unicode_state", 56, {
  fs_codec_encoding: [0, "cstr", "encoding of file names"],
  fs_codec_utf8: [8, "i32", "1 when that is UTF-8"],
  fs_codec_errors: [16, "cstr", "name of its error handler"],
  fs_codec_error_handler: [24, "i32", "_Py_error_handler"],
  ucnhash_capi: [32, "ptr", "_PyUnicode_Name_CAPI"],
  ids_size: [40, "ssize", "entries of ids_array"],
  ids_array: [48, "ptr", "str of each identifier"],
});

export const _py_func_state = struct("_py_func_state", 65544, {
  next_version: [0, "u32", "next func_version"],
  func_version_cache: [8, "ptr", "_func_version_cache_item by version", 8192],
});

export const _func_version_cache_item = struct("_func_version_cache_item", 16, {
  func: [0, "ptr", "PyFunctionObject"],
  code: [8, "ptr", "code object"],
});

export const _py_code_state = struct("_py_code_state", 16, {
  mutex__bits: [0, "u8", "lock; 0 while it is free"],
  constants: [8, "ptr", "_Py_hashtable_t"],
});

export const _Py_dict_state = struct("_Py_dict_state", 80, {
  global_version: [0, "u64", "last ma_version_tag"],
  next_keys_version: [8, "u32", "next dk_version"],
  watchers: [16, "text", "PyDict_WatchCallback", 8],
});

export const _Py_exc_state = struct("_Py_exc_state", 32, {
  errnomap: [0, "ptr", "dict from errno to a subclass of OSError"],
  memerrors_freelist: [8, "ptr", "PyBaseExceptionObject"],
  memerrors_numfree: [16, "i32", "entries in the list"],
  PyExc_ExceptionGroup: [24, "ptr", "ExceptionGroup"],
});

export const _types_runtime_state = struct("_types_runtime_state", 3368, {
  next_version_tag: [0, "u32", "next tp_version_tag of a static type"],
  managed_static_types: [8, "u64", "PyTypeObject and interpreter count", 420],
});

export const types_state = struct("types_state", 108424, {
  next_version_tag: [0, "u32", "next tp_version_tag"],
  type_cache_hashtable: [8, "u64", "type_cache_entry", 12288],
  builtins_num_initialized: [98312, "u64", "static types ready"],
  builtins_initialized: [98320, "u64", "managed_static_type_state", 1200],
  for_extensions_num_initialized: [107920, "u64", "types ready"],
  for_extensions_next_index: [107928, "u64", "next index"],
  for_extensions_initialized: [107936, "u64", "managed_static_type_state", 60],
  mutex__bits: [108416, "u8", "lock; 0 while it is free"],
});

export const type_cache_entry = struct("type_cache_entry", 24, {
  version: [0, "u32", "tp_version_tag"],
  name: [8, "ptr", "str or None"],
  value: [16, "ptr", "attribute, borrowed, or null"],
});

export const managed_static_type_state = struct("managed_static_type_state", 48, {
  type: [0, "ptr", "PyTypeObject"],
  isbuiltin: [8, "i32", "1 for one of the core"],
  readying: [12, "i32", "1 while being made ready"],
  ready: [16, "i32", "1 once so"],
  tp_dict: [24, "ptr", "dict of attributes"],
  tp_subclasses: [32, "ptr", "dict of weak references"],
  tp_weaklist: [40, "ptr", "PyWeakReference; head of the list"],
});

export const callable_cache = struct("callable_cache", 32, {
  isinstance: [0, "ptr", "builtin"],
  len: [8, "ptr", "builtin"],
  list_append: [16, "ptr", "method descriptor"],
  object__getattribute__: [24, "ptr", "wrapper descriptor"],
});

export const _Py_interp_cached_objects = struct("_Py_interp_cached_objects", 160, {
  interned_strings: [0, "ptr", "dict of mortal interned strings"],
  str_replace_inf: [8, "ptr", "str that replaces inf in unparsed source"],
  objreduce: [16, "ptr", "object.__reduce__"],
  type_slots_pname: [24, "ptr", "name of the last lookup of slots"],
  type_slots_ptrs: [32, "ptr", "slots of that name", 10],
  generic_type: [112, "ptr", "PyTypeObject"],
  typevar_type: [120, "ptr", "PyTypeObject"],
  typevartuple_type: [128, "ptr", "PyTypeObject"],
  paramspec_type: [136, "ptr", "PyTypeObject"],
  paramspecargs_type: [144, "ptr", "PyTypeObject"],
  paramspeckwargs_type: [152, "ptr", "PyTypeObject"],
});

export const _Py_interp_static_objects = struct("_Py_interp_static_objects", 136, {
  _not_used: [0, "i32", "0"],
  _hamt_empty_gc_not_used: [8, "u64", "PyGC_Head", 2],
  hamt_empty: [24, "u64", "PyHamtObject", 5],
  last_resort_memory_error: [64, "u64", "PyBaseExceptionObject", 9],
});

export const _Py_static_objects = struct("_Py_static_objects", 74512, {
  small_ints: [0, "u64", "PyLongObject, from -5 to 256", 1048],
  bytes_empty: [8384, "u64", "PyBytesObject", 5],
  bytes_characters: [8424, "u64", "PyBytesObject of one byte each", 1536],
  strings: [20712, "u64", "_Py_global_strings", 6710],
  _tuple_empty_gc_not_used: [74392, "u64", "PyGC_Head", 2],
  tuple_empty: [74408, "u64", "PyTupleObject", 4],
  _hamt_bitmap_node_empty_gc_not_used: [74440, "u64", "PyGC_Head", 2],
  hamt_bitmap_node_empty: [74456, "u64", "PyHamtNode_Bitmap", 5],
  context_token_missing: [74496, "u64", "_PyContextTokenMissing", 2],
});

export const _Py_global_strings = struct("_Py_global_strings", 53680, {
  literals: [0, "u64", "str constants whose text is no identifier", 142],
  identifiers: [1136, "u64", "str constants", 4776],
  ascii: [39344, "u64", "PyASCIIObject of one character each, below 128", 768],
  latin1: [45488, "u64", "PyCompactUnicodeObject of one character each, from 128 to 255", 1024],
});

export const _Py_hashtable_t = struct("_Py_hashtable_t", 80, {
  nentries: [0, "u64", "entries"],
  nbuckets: [8, "u64", "buckets"],
  buckets: [16, "ptr", "_Py_slist_t"],
  get_entry_func: [24, "text", "_Py_hashtable_get_entry_func"],
  hash_func: [32, "text", "_Py_hashtable_hash_func"],
  compare_func: [40, "text", "_Py_hashtable_compare_func"],
  key_destroy_func: [48, "text", "_Py_hashtable_destroy_func"],
  value_destroy_func: [56, "text", "_Py_hashtable_destroy_func"],
  alloc_malloc: [64, "text", "function"],
  alloc_free: [72, "text", "function"],
});

export const _Py_hashtable_entry_t = struct("_Py_hashtable_entry_t", 32, {
  _Py_slist_item_next: [0, "ptr", "_Py_slist_item_s"],
  key_hash: [8, "hash", "hash of the key"],
  key: [16, "ptr", "the key"],
  value: [24, "ptr", "the value"],
});

/** Bits of PyThreadState._status: [lowest bit, width, legend]. */
export const THREAD_STATUS_BITS = {
  initialized: [0, 1, "ready for use"],
  bound: [1, 1, "bound to a thread of the system"],
  unbound: [2, 1, "no longer bound"],
  bound_gilstate: [3, 1, "current for the GILState functions"],
  active: [4, 1, "in use"],
  holds_gil: [5, 1, "holds the GIL"],
  finalizing: [6, 1, "being finalized"],
  cleared: [7, 1, "cleared"],
  finalized: [8, 1, "finalized"],
} as const;
