// The structures of _decimal: CPython's PyDecObject with libmpdec's mpd_t inside it, and the context.
//
//   PyDecObject   head, hash, mpd_t ──data──> the object's own four words, or a block of the allocator when they are too few
//   a word        19 decimal digits of the coefficient, the lowest word first
//
// Invariant: `len` words hold `digits` digits and the top one is not zero, except that zero is one word; NaNs without a
// payload and infinities have no words.

import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { reserveTypeCell } from "../../objects/declare.ts";

/** Words in the object itself: _Py_DEC_MINALLOC. */
export const MINIMUM_WORDS = 4;
export const WORD_BYTES = 8;
/** Decimal digits of a word: MPD_RDIGITS. */
export const WORD_DIGITS = 19;

export const PyDecObject = struct("PyDecObject", 104, {
  ...OBJECT_HEAD,
  hash: [16, "hash", "-1: not computed yet"],
  flags: [24, "u8", "sign, kind, and where the words stand"],
  exp: [32, "i64", "exponent of the last digit"],
  digits: [40, "ssize", "decimal digits of the coefficient"],
  len: [48, "ssize", "words in use"],
  alloc: [56, "ssize", "words allocated"],
  words: [64, "ptr", "mpd_uint_t array"],
  data: [72, "u64", "room for the words of most numbers", MINIMUM_WORDS],
});

export const PyDecContextObject = struct("PyDecContextObject", 96, {
  ...OBJECT_HEAD,
  prec: [16, "i64", "precision"],
  emax: [24, "i64", "largest exponent"],
  emin: [32, "i64", "smallest exponent of a normal number"],
  trapped: [40, "u32", "conditions that raise"],
  status: [44, "u32", "conditions that arose"],
  newtrap: [48, "u32", "not used here"],
  round: [52, "i32", "rounding mode"],
  clamp: [56, "i32", "1: exponents are clamped as IEEE 754 does"],
  allcr: [60, "i32", "1: exp, ln and log10 are correctly rounded"],
  traps: [64, "ptr", "SignalDict of trapped"],
  flags: [72, "ptr", "SignalDict of status"],
  capitals: [80, "i32", "1: E, 0: e"],
  tstate: [88, "ptr", "not used: the current context is in a context variable"],
});

export const PyDecSignalDictObject = struct("PyDecSignalDictObject", 24, {
  ...OBJECT_HEAD,
  flags: [16, "ptr", "the context's word of conditions"],
});

export const PyDecContextManagerObject = struct("PyDecContextManagerObject", 32, {
  ...OBJECT_HEAD,
  local: [16, "ptr", "the context inside the with statement"],
  global: [24, "ptr", "the context before and after"],
});

// -- flags of mpd_t ------------------------------------------------------------------------------------------------------

export const MPD_NEG = 1;
export const MPD_INF = 2;
export const MPD_NAN = 4;
export const MPD_SNAN = 8;
/** The mpd_t itself is not of the allocator. */
export const MPD_STATIC = 16;
/** Nor are its words. */
export const MPD_STATIC_DATA = 32;

// -- conditions ----------------------------------------------------------------------------------------------------------

export const Clamped = 0x1;
export const Conversion_syntax = 0x2;
export const Division_by_zero = 0x4;
export const Division_impossible = 0x8;
export const Division_undefined = 0x10;
export const Fpu_error = 0x20;
export const Inexact = 0x40;
export const Invalid_context = 0x80;
export const Invalid_operation = 0x100;
export const Malloc_error = 0x200;
export const Float_operation = 0x400;
export const Overflow = 0x800;
export const Rounded = 0x1000;
export const Subnormal = 0x2000;
export const Underflow = 0x4000;
/** What the signal InvalidOperation stands for. */
export const IEEE_Invalid_operation =
  Conversion_syntax |
  Division_impossible |
  Division_undefined |
  Fpu_error |
  Invalid_context |
  Invalid_operation |
  Malloc_error;
export const Errors = IEEE_Invalid_operation | Division_by_zero;
export const All_conditions = Underflow * 2 - 1;

// -- rounding modes ------------------------------------------------------------------------------------------------------

/** In the order of their numbers. */
export const ROUNDINGS = [
  "ROUND_UP",
  "ROUND_DOWN",
  "ROUND_CEILING",
  "ROUND_FLOOR",
  "ROUND_HALF_UP",
  "ROUND_HALF_DOWN",
  "ROUND_HALF_EVEN",
  "ROUND_05UP",
] as const;
export const ROUND_UP = 0;
export const ROUND_DOWN = 1;
export const ROUND_CEILING = 2;
export const ROUND_FLOOR = 3;
export const ROUND_HALF_UP = 4;
export const ROUND_HALF_DOWN = 5;
export const ROUND_HALF_EVEN = 6;
export const ROUND_05UP = 7;

// -- limits --------------------------------------------------------------------------------------------------------------

export const MAX_PREC = 999999999999999999n;
export const MAX_EMAX = 999999999999999999n;
export const MIN_EMIN = -999999999999999999n;
export const MIN_ETINY = MIN_EMIN - (MAX_PREC - 1n);

export const Decimal_Type = reserveTypeCell();
export const Context_Type = reserveTypeCell();
export const SignalDictMixin_Type = reserveTypeCell();
export const ContextManager_Type = reserveTypeCell();
