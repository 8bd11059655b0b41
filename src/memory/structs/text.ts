// Text and bytes: the three string forms of PEP 393, bytes, bytearray, memoryview.
import { type FieldRow, OBJECT_HEAD, struct, VAR_HEAD } from "../struct.ts";

const ASCII = {
  ...OBJECT_HEAD,
  length: [16, "ssize", "code points"],
  hash: [24, "hash", "hash; -1 before it is asked for"],
  state: [32, "u32", "bits, see UNICODE_STATE_BITS"],
} as const satisfies Record<string, FieldRow>;

export const PyASCIIObject = struct("PyASCIIObject", 40, ASCII);

const COMPACT = {
  ...ASCII,
  utf8_length: [40, "ssize", "bytes of utf8"],
  utf8: [48, "cstr", "UTF-8 form; null before it is asked for"],
} as const satisfies Record<string, FieldRow>;

export const PyCompactUnicodeObject = struct("PyCompactUnicodeObject", 56, COMPACT);

export const PyUnicodeObject = struct("PyUnicodeObject", 64, {
  ...COMPACT,
  data_any: [56, "ptr", "characters of a string that is not compact"],
});

export const PyBytesObject = struct("PyBytesObject", 40, {
  ...VAR_HEAD,
  ob_shash: [24, "hash", "hash; -1 before it is asked for"],
  ob_sval: [32, "u8", "bytes and a final NUL", 0],
});

export const PyByteArrayObject = struct("PyByteArrayObject", 56, {
  ...VAR_HEAD,
  ob_alloc: [24, "ssize", "bytes allocated"],
  ob_bytes: [32, "cstr", "the allocated block"],
  ob_start: [40, "cstr", "first byte in use"],
  ob_exports: [48, "ssize", "buffers exported"],
});

export const _PyManagedBufferObject = struct("_PyManagedBufferObject", 112, {
  ...OBJECT_HEAD,
  flags: [16, "i32", "_Py_MANAGED_BUFFER bits"],
  exports: [24, "ssize", "memoryviews on it"],
  master: [32, "u64", "Py_buffer", 10],
});

export const PyMemoryViewObject = struct("PyMemoryViewObject", 152, {
  ...VAR_HEAD,
  mbuf: [24, "ptr", "_PyManagedBufferObject"],
  hash: [32, "hash", "hash; -1 before it is asked for"],
  flags: [40, "i32", "_Py_MEMORYVIEW bits"],
  exports: [48, "ssize", "buffers exported"],
  view: [56, "u64", "Py_buffer", 10],
  weakreflist: [136, "ptr", "PyWeakReference; head of the list"],
  ob_array: [144, "ssize", "shape, strides, suboffsets: ob_size values each a dimension", 0],
});

export const PyBufferWrapper = struct("PyBufferWrapper", 32, {
  ...OBJECT_HEAD,
  mv: [16, "ptr", "the memoryview that __buffer__ answered; null once released"],
  obj: [24, "ptr", "whose __buffer__ it was; null once released"],
});

/** Bits of PyASCIIObject.state: [lowest bit, width, legend]. */
export const UNICODE_STATE_BITS = {
  interned: [0, 2, "0 not, 1 mortal, 2 immortal, 3 immortal and static"],
  kind: [2, 3, "bytes of a character: 1, 2, 4"],
  compact: [5, 1, "the characters follow the structure"],
  ascii: [6, 1, "all characters are ASCII"],
  statically_allocated: [7, 1, "lies in static memory"],
} as const;

// The names that code writes.
export {
  _PyManagedBufferObject as _PyManagedBuffer,
  PyASCIIObject as PyASCII,
  PyByteArrayObject as PyByteArray,
  PyBytesObject as PyBytes,
  PyCompactUnicodeObject as PyCompactUnicode,
  PyMemoryViewObject as PyMemoryView,
  PyUnicodeObject as PyUnicode,
};
