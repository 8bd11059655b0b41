// Iterators and the small objects around them: ranges, slices, weak references.
import { OBJECT_HEAD, struct } from "../struct.ts";

export const _PyListIterObject = struct("_PyListIterObject", 32, {
  ...OBJECT_HEAD,
  it_index: [16, "ssize", "next index"],
  it_seq: [24, "ptr", "the sequence; null once exhausted"],
});

export const listreviterobject = struct("listreviterobject", 32, {
  ...OBJECT_HEAD,
  it_index: [16, "ssize", "next index"],
  it_seq: [24, "ptr", "the sequence; null once exhausted"],
});

export const _PyTupleIterObject = struct("_PyTupleIterObject", 32, {
  ...OBJECT_HEAD,
  it_index: [16, "ssize", "next index"],
  it_seq: [24, "ptr", "the sequence; null once exhausted"],
});

export const dictiterobject = struct("dictiterobject", 56, {
  ...OBJECT_HEAD,
  di_dict: [16, "ptr", "PyDictObject; null once exhausted"],
  di_used: [24, "ssize", "live entries at the start"],
  di_pos: [32, "ssize", "next entry"],
  di_result: [40, "ptr", "tuple reused for items, or null"],
  len: [48, "ssize", "items left"],
});

export const setiterobject = struct("setiterobject", 48, {
  ...OBJECT_HEAD,
  si_set: [16, "ptr", "PySetObject; null once exhausted"],
  si_used: [24, "ssize", "live keys at the start"],
  si_pos: [32, "ssize", "next slot"],
  len: [40, "ssize", "items left"],
});

export const rangeobject = struct("rangeobject", 48, {
  ...OBJECT_HEAD,
  start: [16, "ptr", "first"],
  stop: [24, "ptr", "end"],
  step: [32, "ptr", "distance"],
  length: [40, "ptr", "int"],
});

export const _PyRangeIterObject = struct("_PyRangeIterObject", 40, {
  ...OBJECT_HEAD,
  start: [16, "i64", "next value"],
  step: [24, "i64", "distance"],
  len: [32, "i64", "values left"],
});

export const longrangeiterobject = struct("longrangeiterobject", 40, {
  ...OBJECT_HEAD,
  start: [16, "ptr", "next value, an int"],
  step: [24, "ptr", "int"],
  len: [32, "ptr", "values left, an int"],
});

export const seqiterobject = struct("seqiterobject", 32, {
  ...OBJECT_HEAD,
  it_index: [16, "ssize", "next index"],
  it_seq: [24, "ptr", "the sequence; null once exhausted"],
});

export const calliterobject = struct("calliterobject", 32, {
  ...OBJECT_HEAD,
  it_callable: [16, "ptr", "callable; null once exhausted"],
  it_sentinel: [24, "ptr", "value that ends it"],
});

export const striterobject = struct("striterobject", 32, {
  ...OBJECT_HEAD,
  it_index: [16, "ssize", "next index"],
  it_seq: [24, "ptr", "the sequence; null once exhausted"],
});

export const bytesiterobject = struct("bytesiterobject", 32, {
  ...OBJECT_HEAD,
  it_index: [16, "ssize", "next index"],
  it_seq: [24, "ptr", "the sequence; null once exhausted"],
});

export const unicodeiterobject = struct("unicodeiterobject", 32, {
  ...OBJECT_HEAD,
  it_index: [16, "ssize", "next index"],
  it_seq: [24, "ptr", "the sequence; null once exhausted"],
});

export const memoryiterobject = struct("memoryiterobject", 48, {
  ...OBJECT_HEAD,
  it_index: [16, "ssize", "next index"],
  it_seq: [24, "ptr", "the sequence; null once exhausted"],
  it_length: [32, "ssize", "items"],
  it_fmt: [40, "cstr", "struct format"],
});

export const enumobject = struct("enumobject", 56, {
  ...OBJECT_HEAD,
  en_index: [16, "ssize", "next index while it fits"],
  en_sit: [24, "ptr", "iterator"],
  en_result: [32, "ptr", "tuple that is reused"],
  en_longindex: [40, "ptr", "next index beyond that, an int"],
  one: [48, "ptr", "int 1"],
});

export const reversedobject = struct("reversedobject", 32, {
  ...OBJECT_HEAD,
  index: [16, "ssize", "next index"],
  seq: [24, "ptr", "sequence; null once exhausted"],
});

export const zipobject = struct("zipobject", 48, {
  ...OBJECT_HEAD,
  tuplesize: [16, "ssize", "iterators"],
  ittuple: [24, "ptr", "tuple of iterators"],
  result: [32, "ptr", "tuple that is reused"],
  strict: [40, "i32", "1 for strict"],
});

export const mapobject = struct("mapobject", 32, {
  ...OBJECT_HEAD,
  iters: [16, "ptr", "tuple of iterators"],
  func: [24, "ptr", "function"],
});

export const filterobject = struct("filterobject", 32, {
  ...OBJECT_HEAD,
  func: [16, "ptr", "function"],
  it: [24, "ptr", "iterator"],
});

export const PySliceObject = struct("PySliceObject", 40, {
  ...OBJECT_HEAD,
  start: [16, "ptr", "first"],
  stop: [24, "ptr", "end"],
  step: [32, "ptr", "distance"],
});

export const PyWeakReference = struct("PyWeakReference", 64, {
  ...OBJECT_HEAD,
  wr_object: [16, "ptr", "referent, borrowed; None once it is gone"],
  wr_callback: [24, "ptr", "callable or null"],
  hash: [32, "hash", "hash of the referent; -1 before it is asked for"],
  wr_prev: [40, "ptr", "PyWeakReference"],
  wr_next: [48, "ptr", "PyWeakReference"],
  vectorcall: [56, "text", "vectorcallfunc"],
});

// The names that code writes.
export {
  _PyListIterObject as PyListIter,
  _PyRangeIterObject as PyRangeIter,
  _PyTupleIterObject as PyTupleIter,
  bytesiterobject as PyByteArrayIter,
  calliterobject as PyCallIter,
  dictiterobject as PyDictIter,
  enumobject as PyEnumerate,
  filterobject as PyFilter,
  listreviterobject as PyListRevIter,
  longrangeiterobject as PyLongRangeIter,
  mapobject as PyMap,
  memoryiterobject as PyMemoryIter,
  PySliceObject as PySlice,
  rangeobject as PyRange,
  reversedobject as PyReversed,
  seqiterobject as PySeqIter,
  setiterobject as PySetIter,
  striterobject as PyBytesIter,
  unicodeiterobject as PyUnicodeIter,
  zipobject as PyZip,
};
