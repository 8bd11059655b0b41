// marshal, version 4: values as bytes, as .pyc files hold them (CPython's Python/marshal.c), for code objects and
// constants as plain data. The writer is marshal_dump.ts, the reader marshal_load.ts.
//
//   A value is a type byte and its data. FLAG_REF on the type byte gives the value the next reference number; TYPE_REF
//   and a number stand for a value that came before. Numbers are counted in the order of type bytes.

export const FLAG_REF = 0x80;

export const MarshalType = {
  NULL: 0x30, // 0
  NONE: 0x4e, // N
  FALSE: 0x46, // F
  TRUE: 0x54, // T
  STOPITER: 0x53, // S
  ELLIPSIS: 0x2e, // .
  INT: 0x69, // i
  INT64: 0x49, // I
  FLOAT: 0x66, // f
  BINARY_FLOAT: 0x67, // g
  COMPLEX: 0x78, // x
  BINARY_COMPLEX: 0x79, // y
  LONG: 0x6c, // l
  STRING: 0x73, // s
  INTERNED: 0x74, // t
  REF: 0x72, // r
  TUPLE: 0x28, // (
  SMALL_TUPLE: 0x29, // )
  LIST: 0x5b, // [
  DICT: 0x7b, // {
  CODE: 0x63, // c
  UNICODE: 0x75, // u
  SET: 0x3c, // <
  FROZENSET: 0x3e, // >
  ASCII: 0x61, // a
  ASCII_INTERNED: 0x41, // A
  SHORT_ASCII: 0x7a, // z
  SHORT_ASCII_INTERNED: 0x5a, // Z
} as const;

/** Ints beyond 32 bits are digits of so many bits, two bytes each. */
export const LONG_DIGIT_BITS = 15n;
