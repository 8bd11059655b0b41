// Ints and numbers of the host and of C: doubles, machine integers with their limits, arrays of bytes.
// Invariant: -1 is a value or a failure; a failure has the error indicator set (PyErr_Occurred).
import { exponentOf, scaleDouble } from "../base/double_bits.ts";
import { type Address, type Borrowed, type Owned, setI32, setU8, u8 } from "../memory/memory.ts";
import { SSIZE_MAX, SSIZE_MIN } from "./convert.ts";
import { raise, raiseInt, typeNameOf } from "./errors.ts";
import {
  compactValue,
  DIGIT_BASE,
  DIGIT_BITS,
  DIGIT_MASK,
  DIGITS,
  isCompact,
  longDigitCount,
  longSign,
  longToNumber,
} from "./long_core.ts";
import { bitLength, DIGIT_BYTES, digitAt, finishLong, longFromNumber, magnitudeOf, newLong } from "./long_digits.ts";
import { isInt } from "./object.ts";
import { fitsSsize } from "./ssize.ts";
import { PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "./types.ts";

// -- doubles -------------------------------------------------------------------------------------------------------------

/** The nearest double, ties to even; infinite beyond the largest. */
export function longToDouble(o: Borrowed): number {
  if (isCompact(o)) return compactValue(o);
  const sign = longSign(o);
  // Two digits: the upper one is exact, so one rounding is all there is.
  if (longDigitCount(o) === 2) return sign * (digitAt(o, 1) * DIGIT_BASE + digitAt(o, 0));
  return sign * (bitLength(o) > 1024 ? Infinity : Number(magnitudeOf(o)));
}

/** PyLong_AsDouble of an int. */
export function PyLong_AsDouble(o: Borrowed): number {
  if (!isInt(o)) return raiseInt(PyExc_TypeError, "an integer is required");
  const value = longToDouble(o);
  if (value === Infinity || value === -Infinity) {
    return raiseInt(PyExc_OverflowError, "int too large to convert to float");
  }
  return value;
}

/** PyLong_FromDouble: rounds towards zero. */
export function PyLong_FromDouble(value: number): Owned {
  if (value === Infinity || value === -Infinity) {
    return raise(PyExc_OverflowError, "cannot convert float infinity to integer");
  }
  if (value !== value) return raise(PyExc_ValueError, "cannot convert float NaN to integer");
  if (value <= Number.MAX_SAFE_INTEGER && value >= -Number.MAX_SAFE_INTEGER) return longFromNumber(Math.trunc(value));
  const magnitude = Math.abs(value);
  const exponent = exponentOf(magnitude);
  const count = Math.floor(exponent / DIGIT_BITS) + 1;
  const o = newLong(count);
  if (o === 0) return 0;
  let rest = scaleDouble(magnitude, -(count - 1) * DIGIT_BITS);
  for (let i = count - 1; i >= 0; i--) {
    const digit = Math.floor(rest);
    setI32(o + DIGITS + i * DIGIT_BYTES, digit);
    rest = (rest - digit) * DIGIT_BASE;
  }
  return finishLong(o, count, value < 0);
}

// -- machine integers ----------------------------------------------------------------------------------------------------

/** PyLong_AsSsize_t of an int: clipped to what an int32 holds where it fits 64 bits. */
export function PyLong_AsSsize_t(o: Borrowed): number {
  if (!isInt(o)) return raiseInt(PyExc_TypeError, "an integer is required");
  if (!fitsSsize(o)) return raiseInt(PyExc_OverflowError, "Python int too large to convert to C ssize_t");
  const value = longToNumber(o);
  return value > SSIZE_MAX ? SSIZE_MAX : value < SSIZE_MIN ? SSIZE_MIN : value;
}

/** PyLong_AsLong of an int, as a number: exact up to 2^53. */
export function PyLong_AsLong(o: Borrowed): number {
  if (!isInt(o)) return raiseInt(PyExc_TypeError, `'${typeNameOf(o)}' object cannot be interpreted as an integer`);
  if (!fitsSsize(o)) return raiseInt(PyExc_OverflowError, "Python int too large to convert to C long");
  return longToNumber(o);
}

/** PyLong_AsInt of an int. */
export function PyLong_AsInt(o: Borrowed): number {
  if (!isInt(o)) return raiseInt(PyExc_TypeError, `'${typeNameOf(o)}' object cannot be interpreted as an integer`);
  const value = longToNumber(o);
  if (value > 0x7fffffff || value < -0x80000000) {
    return raiseInt(PyExc_OverflowError, "Python int too large to convert to C int");
  }
  return value;
}

// -- arrays of bytes -----------------------------------------------------------------------------------------------------

/** _PyLong_FromByteArray */
export function _PyLong_FromByteArray(at: Address, byteCount: number, littleEndian: boolean, signed: boolean): Owned {
  // from the least significant byte on
  const byteAt = littleEndian ? (i: number) => u8(at + i) : (i: number) => u8(at + byteCount - 1 - i);
  let count = byteCount;
  const negative = signed && count > 0 && byteAt(count - 1) >= 0x80;
  const filler = negative ? 0xff : 0;
  while (count > 0 && byteAt(count - 1) === filler) count--;
  // A negative one needs one byte of its sign, in case the bytes before are all zero.
  if (negative && count < byteCount) count++;
  const digitCount = Math.floor((count * 8 + DIGIT_BITS - 1) / DIGIT_BITS);
  if (digitCount === 0) return longFromNumber(0);
  const o = newLong(digitCount);
  if (o === 0) return 0;
  let accumulated = 0;
  let bits = 0;
  let carry = 1;
  let index = 0;
  for (let i = 0; i < count; i++) {
    let byte = byteAt(i);
    if (negative) {
      byte = (byte ^ 0xff) + carry;
      carry = byte >> 8;
      byte &= 0xff;
    }
    accumulated += byte * (1 << bits);
    bits += 8;
    if (bits >= DIGIT_BITS) {
      setI32(o + DIGITS + index++ * DIGIT_BYTES, accumulated % DIGIT_BASE);
      accumulated = Math.floor(accumulated / DIGIT_BASE);
      bits -= DIGIT_BITS;
    }
  }
  if (bits > 0) setI32(o + DIGITS + index++ * DIGIT_BYTES, accumulated & DIGIT_MASK);
  return finishLong(o, index, negative);
}

/** _PyLong_AsByteArray: 0, or -1 with an OverflowError. */
export function _PyLong_AsByteArray(
  o: Borrowed,
  at: Address,
  byteCount: number,
  littleEndian: boolean,
  signed: boolean,
): number {
  const negative = longSign(o) < 0;
  if (negative && !signed) return raiseInt(PyExc_OverflowError, "can't convert negative int to unsigned");
  const digitCount = longDigitCount(o);
  let accumulated = 0;
  let bits = 0;
  let index = 0;
  let carry = 1;
  for (let i = 0; i < byteCount; i++) {
    if (bits < 8 && index < digitCount) {
      accumulated += digitAt(o, index++) * (1 << bits);
      bits += DIGIT_BITS;
    }
    let byte = accumulated % 0x100;
    accumulated = Math.floor(accumulated / 0x100);
    bits = bits >= 8 ? bits - 8 : 0;
    if (negative) {
      byte = (byte ^ 0xff) + carry;
      carry = byte >> 8;
      byte &= 0xff;
    }
    setU8(littleEndian ? at + i : at + byteCount - 1 - i, byte);
  }
  // Nothing may be left over, and a signed number's top bit must be its sign. No bytes at all say -1 as well as 0.
  let fits = accumulated === 0 && index >= digitCount;
  if (byteCount === 0) fits = digitCount === 0 || (isCompact(o) && compactValue(o) === -1);
  if (fits && signed && byteCount > 0) {
    const top = u8(littleEndian ? at + byteCount - 1 : at);
    fits = top >= 0x80 === negative;
  }
  return fits ? 0 : raiseInt(PyExc_OverflowError, "int too big to convert");
}
