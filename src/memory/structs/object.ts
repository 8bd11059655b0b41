// Objects and types: what every object begins with, type objects and their tables of slots.
// Naming, in all files of this folder: a table has CPython's name of the structure. Where that ends in "object", a second
// name leaves it out (PyDictObject, PyDict) or gives it the Py of its type object (dictiterobject, PyDictIter).
// The members of an embedded base stand as the structure's own; those of another embedded structure have its name before
// them. A large embedded structure is one row, and the legend names its table. A table that ends in an array of unknown
// length has the sizeof that C gives it, with one item or none.
import { type FieldRow, OBJECT_HEAD, struct, VAR_HEAD } from "../struct.ts";

export const PyObject = struct("PyObject", 16, {
  ...OBJECT_HEAD,
});

export const PyVarObject = struct("PyVarObject", 24, {
  ...VAR_HEAD,
});

export const PyGC_Head = struct("PyGC_Head", 16, {
  _gc_next: [0, "ptr", "next in the generation, bit 0 a flag of the collector; 0 when untracked"],
  _gc_prev: [
    8,
    "ptr",
    "previous in the generation, bit 0 finalized, bit 1 collecting; the collector's count of references during a collection",
  ],
});

const TYPE = {
  ...VAR_HEAD,
  tp_name: [24, "cstr", "module and name"],
  tp_basicsize: [32, "ssize", "bytes of an instance without items"],
  tp_itemsize: [40, "ssize", "bytes of an item"],
  tp_dealloc: [48, "text", "destructor"],
  tp_vectorcall_offset: [56, "ssize", "offset of the vectorcall pointer in an instance"],
  tp_getattr: [64, "text", "getattrfunc; deprecated"],
  tp_setattr: [72, "text", "setattrfunc; deprecated"],
  tp_as_async: [80, "ptr", "PyAsyncMethods"],
  tp_repr: [88, "text", "reprfunc"],
  tp_as_number: [96, "ptr", "PyNumberMethods"],
  tp_as_sequence: [104, "ptr", "PySequenceMethods"],
  tp_as_mapping: [112, "ptr", "PyMappingMethods"],
  tp_hash: [120, "text", "hashfunc"],
  tp_call: [128, "text", "ternaryfunc"],
  tp_str: [136, "text", "reprfunc"],
  tp_getattro: [144, "text", "getattrofunc"],
  tp_setattro: [152, "text", "setattrofunc"],
  tp_as_buffer: [160, "ptr", "PyBufferProcs"],
  tp_flags: [168, "u64", "Py_TPFLAGS bits"],
  tp_doc: [176, "cstr", "docstring"],
  tp_traverse: [184, "text", "traverseproc"],
  tp_clear: [192, "text", "inquiry"],
  tp_richcompare: [200, "text", "richcmpfunc"],
  tp_weaklistoffset: [208, "ssize", "offset of the weak reference list in an instance"],
  tp_iter: [216, "text", "getiterfunc"],
  tp_iternext: [224, "text", "iternextfunc"],
  tp_methods: [232, "ptr", "PyMethodDef"],
  tp_members: [240, "ptr", "PyMemberDef"],
  tp_getset: [248, "ptr", "PyGetSetDef"],
  tp_base: [256, "ptr", "PyTypeObject"],
  tp_dict: [264, "ptr", "dict of attributes; null in a static type"],
  tp_descr_get: [272, "text", "descrgetfunc"],
  tp_descr_set: [280, "text", "descrsetfunc"],
  tp_dictoffset: [288, "ssize", "offset of the dict pointer in an instance; -1 when managed"],
  tp_init: [296, "text", "initproc"],
  tp_alloc: [304, "text", "allocfunc"],
  tp_new: [312, "text", "newfunc"],
  tp_free: [320, "text", "freefunc"],
  tp_is_gc: [328, "text", "inquiry"],
  tp_bases: [336, "ptr", "tuple of bases"],
  tp_mro: [344, "ptr", "tuple, method resolution order"],
  tp_cache: [352, "ptr", "unused"],
  tp_subclasses: [360, "ptr", "dict of weak references; in a static type the index of its state, plus one"],
  tp_weaklist: [368, "ptr", "PyWeakReference; head of the list"],
  tp_del: [376, "text", "destructor"],
  tp_version_tag: [384, "u32", "version of the type's attributes; 0 when none is assigned"],
  tp_finalize: [392, "text", "destructor"],
  tp_vectorcall: [400, "text", "vectorcallfunc"],
  tp_watched: [408, "u8", "bits of watchers"],
  tp_versions_used: [410, "u16", "version tags used so far"],
} as const satisfies Record<string, FieldRow>;

export const PyTypeObject = struct("PyTypeObject", 416, TYPE);

export const PyHeapTypeObject = struct("PyHeapTypeObject", 928, {
  ...TYPE,
  as_async: [416, "text", "PyAsyncMethods", 4],
  as_number: [448, "u64", "PyNumberMethods", 36],
  as_mapping: [736, "text", "PyMappingMethods", 3],
  as_sequence: [760, "u64", "PySequenceMethods", 10],
  as_buffer: [840, "text", "PyBufferProcs", 2],
  ht_name: [856, "ptr", "str"],
  ht_slots: [864, "ptr", "tuple of names from __slots__"],
  ht_qualname: [872, "ptr", "str"],
  ht_cached_keys: [880, "ptr", "PyDictKeysObject shared by the instances"],
  ht_module: [888, "ptr", "module of a type from PyType_FromModuleAndSpec"],
  _ht_tpname: [896, "cstr", "bytes of tp_name that the type owns"],
  _spec_cache_getitem: [904, "ptr", "function behind BINARY_SUBSCR_GETITEM; borrowed"],
  _spec_cache_getitem_version: [912, "u32", "func_version of it"],
  _spec_cache_init: [920, "ptr", "function behind CALL_ALLOC_AND_ENTER_INIT; borrowed"],
});

export const PyNumberMethods = struct("PyNumberMethods", 288, {
  nb_add: [0, "text", "binaryfunc"],
  nb_subtract: [8, "text", "binaryfunc"],
  nb_multiply: [16, "text", "binaryfunc"],
  nb_remainder: [24, "text", "binaryfunc"],
  nb_divmod: [32, "text", "binaryfunc"],
  nb_power: [40, "text", "ternaryfunc"],
  nb_negative: [48, "text", "unaryfunc"],
  nb_positive: [56, "text", "unaryfunc"],
  nb_absolute: [64, "text", "unaryfunc"],
  nb_bool: [72, "text", "inquiry"],
  nb_invert: [80, "text", "unaryfunc"],
  nb_lshift: [88, "text", "binaryfunc"],
  nb_rshift: [96, "text", "binaryfunc"],
  nb_and: [104, "text", "binaryfunc"],
  nb_xor: [112, "text", "binaryfunc"],
  nb_or: [120, "text", "binaryfunc"],
  nb_int: [128, "text", "unaryfunc"],
  nb_reserved: [136, "ptr", "unused"],
  nb_float: [144, "text", "unaryfunc"],
  nb_inplace_add: [152, "text", "binaryfunc"],
  nb_inplace_subtract: [160, "text", "binaryfunc"],
  nb_inplace_multiply: [168, "text", "binaryfunc"],
  nb_inplace_remainder: [176, "text", "binaryfunc"],
  nb_inplace_power: [184, "text", "ternaryfunc"],
  nb_inplace_lshift: [192, "text", "binaryfunc"],
  nb_inplace_rshift: [200, "text", "binaryfunc"],
  nb_inplace_and: [208, "text", "binaryfunc"],
  nb_inplace_xor: [216, "text", "binaryfunc"],
  nb_inplace_or: [224, "text", "binaryfunc"],
  nb_floor_divide: [232, "text", "binaryfunc"],
  nb_true_divide: [240, "text", "binaryfunc"],
  nb_inplace_floor_divide: [248, "text", "binaryfunc"],
  nb_inplace_true_divide: [256, "text", "binaryfunc"],
  nb_index: [264, "text", "unaryfunc"],
  nb_matrix_multiply: [272, "text", "binaryfunc"],
  nb_inplace_matrix_multiply: [280, "text", "binaryfunc"],
});

export const PySequenceMethods = struct("PySequenceMethods", 80, {
  sq_length: [0, "text", "lenfunc"],
  sq_concat: [8, "text", "binaryfunc"],
  sq_repeat: [16, "text", "ssizeargfunc"],
  sq_item: [24, "text", "ssizeargfunc"],
  was_sq_slice: [32, "ptr", "unused"],
  sq_ass_item: [40, "text", "ssizeobjargproc"],
  was_sq_ass_slice: [48, "ptr", "unused"],
  sq_contains: [56, "text", "objobjproc"],
  sq_inplace_concat: [64, "text", "binaryfunc"],
  sq_inplace_repeat: [72, "text", "ssizeargfunc"],
});

export const PyMappingMethods = struct("PyMappingMethods", 24, {
  mp_length: [0, "text", "lenfunc"],
  mp_subscript: [8, "text", "binaryfunc"],
  mp_ass_subscript: [16, "text", "objobjargproc"],
});

export const PyAsyncMethods = struct("PyAsyncMethods", 32, {
  am_await: [0, "text", "unaryfunc"],
  am_aiter: [8, "text", "unaryfunc"],
  am_anext: [16, "text", "unaryfunc"],
  am_send: [24, "text", "sendfunc"],
});

export const PyBufferProcs = struct("PyBufferProcs", 16, {
  bf_getbuffer: [0, "text", "getbufferproc"],
  bf_releasebuffer: [8, "text", "releasebufferproc"],
});

export const Py_buffer = struct("Py_buffer", 80, {
  buf: [0, "ptr", "first byte"],
  obj: [8, "ptr", "the exporter"],
  len: [16, "ssize", "bytes"],
  itemsize: [24, "ssize", "bytes of an item"],
  readonly: [32, "i32", "1 if so"],
  ndim: [36, "i32", "dimensions"],
  format: [40, "cstr", "struct format; null means B"],
  shape: [48, "ptr", "items of each dimension"],
  strides: [56, "ptr", "bytes from item to item in each dimension"],
  suboffsets: [64, "ptr", "null unless indirect"],
  internal: [72, "ptr", "the exporter's"],
});

export const PyMethodDef = struct("PyMethodDef", 32, {
  ml_name: [0, "cstr", "name"],
  ml_meth: [8, "text", "PyCFunction"],
  ml_flags: [16, "i32", "METH bits"],
  ml_doc: [24, "cstr", "signature and docstring"],
});

export const PyMemberDef = struct("PyMemberDef", 40, {
  name: [0, "cstr", "name"],
  type: [8, "i32", "Py_T code"],
  offset: [16, "ssize", "bytes into the instance"],
  flags: [24, "i32", "Py_READONLY and others"],
  doc: [32, "cstr", "docstring"],
});

/** What a module says of a type that it has made when it is executed. */
export const PyType_Spec = struct("PyType_Spec", 32, {
  name: [0, "cstr", "module and name"],
  basicsize: [8, "i32", "bytes of an instance without items"],
  itemsize: [12, "i32", "bytes of an item"],
  flags: [16, "u32", "Py_TPFLAGS bits"],
  slots: [24, "ptr", "PyType_Slot; ends with number 0"],
});

export const PyType_Slot = struct("PyType_Slot", 16, {
  slot: [0, "i32", "its number"],
  pfunc: [8, "ptr", "function, or the table or text that the number stands for"],
});

export const PyGetSetDef = struct("PyGetSetDef", 40, {
  name: [0, "cstr", "name"],
  get: [8, "text", "getter"],
  set: [16, "text", "setter"],
  doc: [24, "cstr", "docstring"],
  closure: [32, "ptr", "passed to get and set"],
});

// The names that code writes.
export { PyHeapTypeObject as PyHeapType, PyTypeObject as PyType };
