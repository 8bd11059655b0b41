// Containers: list, tuple, dict with its key tables, set, deque, mappingproxy.
import { OBJECT_HEAD, struct, VAR_HEAD } from "../struct.ts";

export const PyListObject = struct("PyListObject", 40, {
  ...VAR_HEAD,
  ob_item: [24, "ptr", "array of items"],
  allocated: [32, "ssize", "items that the array has room for"],
});

export const PyTupleObject = struct("PyTupleObject", 32, {
  ...VAR_HEAD,
  ob_item: [24, "ptr", "items", 0],
});

export const PyDictObject = struct("PyDictObject", 48, {
  ...OBJECT_HEAD,
  ma_used: [16, "ssize", "live entries"],
  ma_version_tag: [24, "u64", "bits of watchers and of mutations in the low 12, version above"],
  ma_keys: [32, "ptr", "PyDictKeysObject"],
  ma_values: [40, "ptr", "PyDictValues; null in a combined table"],
});

export const PyDictKeysObject = struct("PyDictKeysObject", 32, {
  dk_refcnt: [0, "ssize", "dicts and types that share it"],
  dk_log2_size: [8, "u8", "log2 of the index slots"],
  dk_log2_index_bytes: [9, "u8", "log2 of the bytes of the index table"],
  dk_kind: [10, "u8", "0 general, 1 str keys only, 2 split"],
  dk_version: [12, "u32", "version for inline caches; 0 when none is assigned"],
  dk_usable: [16, "ssize", "entries that may still be added"],
  dk_nentries: [24, "ssize", "entries used, dead ones too"],
  dk_indices: [32, "u8", "index table; the entries follow it", 0],
});

export const PyDictKeyEntry = struct("PyDictKeyEntry", 24, {
  me_hash: [0, "hash", "hash of the key"],
  me_key: [8, "ptr", "key; null when dead"],
  me_value: [16, "ptr", "value"],
});

export const PyDictUnicodeEntry = struct("PyDictUnicodeEntry", 16, {
  me_key: [0, "ptr", "str; null when dead"],
  me_value: [8, "ptr", "value; null in a split table"],
});

export const PyDictValues = struct("PyDictValues", 16, {
  capacity: [0, "u8", "values that there is room for"],
  size: [1, "u8", "values set: bytes of insertion order in use"],
  embedded: [2, "u8", "1 when inside an object"],
  valid: [3, "u8", "1 while the object uses it"],
  values: [8, "ptr", "values in the order of the keys; insertion order bytes follow them", 0],
});

export const _PyDictViewObject = struct("_PyDictViewObject", 24, {
  ...OBJECT_HEAD,
  dv_dict: [16, "ptr", "PyDictObject"],
});

export const PySetObject = struct("PySetObject", 200, {
  ...OBJECT_HEAD,
  fill: [16, "ssize", "slots with a key or a dummy"],
  used: [24, "ssize", "live keys"],
  mask: [32, "ssize", "slots minus one"],
  table: [40, "ptr", "setentry array: smalltable or a block of its own"],
  hash: [48, "hash", "hash of a frozenset; -1 before it is asked for"],
  finger: [56, "ssize", "where pop() searches next"],
  smalltable: [64, "u64", "setentry array", 16],
  weakreflist: [192, "ptr", "PyWeakReference; head of the list"],
});

export const setentry = struct("setentry", 16, {
  key: [0, "ptr", "key, null, or the dummy"],
  hash: [8, "hash", "hash of the key; -1 for the dummy"],
});

export const dequeobject = struct("dequeobject", 216, {
  ...VAR_HEAD,
  leftblock: [24, "ptr", "BLOCK"],
  rightblock: [32, "ptr", "BLOCK"],
  leftindex: [40, "ssize", "first item in leftblock"],
  rightindex: [48, "ssize", "last item in rightblock"],
  state: [56, "u64", "changed by each mutation"],
  maxlen: [64, "ssize", "most items; -1 without limit"],
  numfreeblocks: [72, "ssize", "blocks in freeblocks"],
  freeblocks: [80, "ptr", "blocks kept for reuse", 16],
  weakreflist: [208, "ptr", "PyWeakReference; head of the list"],
});

export const BLOCK = struct("BLOCK", 528, {
  leftlink: [0, "ptr", "BLOCK"],
  data: [8, "ptr", "items", 64],
  rightlink: [520, "ptr", "BLOCK"],
});

export const dequeiterobject = struct("dequeiterobject", 56, {
  ...OBJECT_HEAD,
  b: [16, "ptr", "BLOCK"],
  index: [24, "ssize", "next item in the block"],
  deque: [32, "ptr", "dequeobject"],
  state: [40, "u64", "the deque's state at the start"],
  counter: [48, "ssize", "items left"],
});

export const defdictobject = struct("defdictobject", 56, {
  ...OBJECT_HEAD,
  ma_used: [16, "ssize", "live entries"],
  ma_version_tag: [24, "u64", "as in PyDictObject"],
  ma_keys: [32, "ptr", "PyDictKeysObject"],
  ma_values: [40, "ptr", "PyDictValues"],
  default_factory: [48, "ptr", "callable or null"],
});

export const PyODictObject = struct("PyODictObject", 112, {
  ...OBJECT_HEAD,
  ma_used: [16, "ssize", "live entries"],
  ma_version_tag: [24, "u64", "as in PyDictObject"],
  ma_keys: [32, "ptr", "PyDictKeysObject"],
  ma_values: [40, "ptr", "PyDictValues"],
  od_first: [48, "ptr", "_ODictNode of the first key"],
  od_last: [56, "ptr", "_ODictNode of the last key"],
  od_fast_nodes: [64, "ptr", "the node of each entry of the dict"],
  od_fast_nodes_size: [72, "ssize", "words of od_fast_nodes"],
  od_resize_sentinel: [80, "ptr", "the ma_keys that od_fast_nodes belongs to"],
  od_state: [88, "u64", "changed whenever the list of nodes changes"],
  od_inst_dict: [96, "ptr", "__dict__"],
  od_weakreflist: [104, "ptr", "PyWeakReference; head of the list"],
});

export const _ODictNode = struct("_ODictNode", 32, {
  key: [0, "ptr", "the key"],
  hash: [8, "hash", "its hash"],
  next: [16, "ptr", "_ODictNode"],
  prev: [24, "ptr", "_ODictNode"],
});

export const odictiterobject = struct("odictiterobject", 64, {
  ...OBJECT_HEAD,
  kind: [16, "i32", "1 reversed, 2 keys, 4 values; items are keys and values"],
  di_odict: [24, "ptr", "the OrderedDict; null at the end"],
  di_size: [32, "ssize", "its size at the start; -1 after a change was seen"],
  di_state: [40, "u64", "its state at the start"],
  di_result: [48, "ptr", "tuple that is used again, of an iterator over items"],
  di_current: [56, "ptr", "the next key; null at the end"],
});

export const mappingproxyobject = struct("mappingproxyobject", 24, {
  ...OBJECT_HEAD,
  mapping: [16, "ptr", "the mapping"],
});

// The names that code writes.
export {
  _PyDictViewObject as _PyDictView,
  BLOCK as deque_block,
  defdictobject as PyDefDict,
  dequeiterobject as PyDequeIter,
  dequeobject as PyDeque,
  mappingproxyobject as PyMappingProxy,
  PyDictKeysObject as PyDictKeys,
  PyDictObject as PyDict,
  PyListObject as PyList,
  PySetObject as PySet,
  PyTupleObject as PyTuple,
};
