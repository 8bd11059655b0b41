// What single characters are to a pattern: categories, positions between characters, sets, case.
//
// A set in a pattern is a row of words that ends with FAILURE:
//   LITERAL c · RANGE low high · CATEGORY name · NEGATE · CHARSET 8 words of bits · BIGCHARSET count, 64 words of block
//   numbers, count × 8 words of bits
// The locale is the C locale: beyond ASCII no byte is a letter or has another case.
import {
  fullLower,
  fullUpper,
  isAlphanumeric,
  isDecimal,
  isLineBreak,
  isSpace,
} from "../../base/unicode/properties.ts";
import { type Address, i32, u8, u32 } from "../../memory/memory.ts";
import { PyUnicode_READ } from "../../objects/unicode_core.ts";
import {
  OPERAND,
  OPERAND_2,
  SRE_OP_BIGCHARSET,
  SRE_OP_CATEGORY,
  SRE_OP_CHARSET,
  SRE_OP_FAILURE,
  SRE_OP_LITERAL,
  SRE_OP_NEGATE,
  SRE_OP_RANGE,
  SRE_OP_RANGE_UNI_IGNORE,
} from "./constants.ts";

export const isAsciiLetter = (c: number): boolean => (c | 32) >= 97 && (c | 32) <= 122;
const isAsciiDigit = (c: number): boolean => c >= 48 && c <= 57;
const isAsciiSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13);
const isAsciiWord = (c: number): boolean => isAsciiLetter(c) || isAsciiDigit(c) || c === 95;
const isUnicodeWord = (c: number): boolean => (c < 128 ? isAsciiWord(c) : isAlphanumeric(c));

/** sre_lower_ascii; lower_locale in the C locale. */
export const lowerAscii = (c: number): number => (c >= 65 && c <= 90 ? c + 32 : c);
export const upperAscii = (c: number): number => (c >= 97 && c <= 122 ? c - 32 : c);
const mapped = [0, 0, 0];
/** _PyUnicode_ToLowercase: of a mapping to several characters the first. */
export function lowerUnicode(c: number): number {
  if (c < 128) return lowerAscii(c);
  fullLower(c, mapped, 0);
  return mapped[0];
}
export function upperUnicode(c: number): number {
  if (c < 128) return upperAscii(c);
  fullUpper(c, mapped, 0);
  return mapped[0];
}

/** sre_category: the names in the order of CHCODES. */
export function isInCategory(category: number, c: number): boolean {
  switch (category) {
    case 0:
      return isAsciiDigit(c);
    case 1:
      return !isAsciiDigit(c);
    case 2:
      return isAsciiSpace(c);
    case 3:
      return !isAsciiSpace(c);
    case 4:
    case 8:
      return isAsciiWord(c);
    case 5:
    case 9:
      return !isAsciiWord(c);
    case 6:
      return c === 10;
    case 7:
      return c !== 10;
    case 10:
      return c < 128 ? isAsciiDigit(c) : isDecimal(c);
    case 11:
      return !(c < 128 ? isAsciiDigit(c) : isDecimal(c));
    case 12:
      return isSpace(c);
    case 13:
      return !isSpace(c);
    case 14:
      return isUnicodeWord(c);
    case 15:
      return !isUnicodeWord(c);
    case 16:
      return isLineBreak(c);
    case 17:
      return !isLineBreak(c);
  }
  return false;
}

/** SRE(at): whether a position in the subject is of the kind, in the order of ATCODES. Positions count characters. */
export function isAt(where: number, kind: number, data: Address, p: number, end: number): boolean {
  switch (where) {
    case 0:
    case 2:
      return p === 0;
    case 1:
      return p === 0 || PyUnicode_READ(kind, data, p - 1) === 10;
    case 3:
    case 8:
      return end > 0 && wordBefore(isAsciiWord, kind, data, p) !== wordAfter(isAsciiWord, kind, data, p, end);
    case 4:
    case 9:
      return end > 0 && wordBefore(isAsciiWord, kind, data, p) === wordAfter(isAsciiWord, kind, data, p, end);
    case 5:
      return p === end || (p === end - 1 && PyUnicode_READ(kind, data, p) === 10);
    case 6:
      return p === end || PyUnicode_READ(kind, data, p) === 10;
    case 7:
      return p === end;
    case 10:
      return end > 0 && wordBefore(isUnicodeWord, kind, data, p) !== wordAfter(isUnicodeWord, kind, data, p, end);
    case 11:
      return end > 0 && wordBefore(isUnicodeWord, kind, data, p) === wordAfter(isUnicodeWord, kind, data, p, end);
  }
  return false;
}

type IsWord = (c: number) => boolean;
const wordBefore = (isWord: IsWord, kind: number, data: Address, p: number): boolean =>
  p > 0 && isWord(PyUnicode_READ(kind, data, p - 1));
const wordAfter = (isWord: IsWord, kind: number, data: Address, p: number, end: number): boolean =>
  p < end && isWord(PyUnicode_READ(kind, data, p));

/** SRE(charset): whether a character is in the set that begins at an address. */
export function isInSet(set: Address, c: number): boolean {
  let answer = true;
  for (let at = set; ; ) {
    switch (i32(at)) {
      case SRE_OP_FAILURE:
        return !answer;
      case SRE_OP_LITERAL:
        if (c === i32(at + OPERAND)) return answer;
        at += 8;
        break;
      case SRE_OP_RANGE:
        if (c >= i32(at + OPERAND) && c <= i32(at + OPERAND_2)) return answer;
        at += 12;
        break;
      case SRE_OP_CATEGORY:
        if (isInCategory(i32(at + OPERAND), c)) return answer;
        at += 8;
        break;
      case SRE_OP_CHARSET:
        if (c < 256 && ((i32(at + 4 + ((c >> 5) << 2)) >> (c & 31)) & 1) !== 0) return answer;
        at += 36;
        break;
      case SRE_OP_NEGATE:
        answer = !answer;
        at += 4;
        break;
      case SRE_OP_RANGE_UNI_IGNORE: {
        const upper = upperUnicode(c);
        const low = i32(at + OPERAND);
        const high = i32(at + OPERAND_2);
        if ((c >= low && c <= high) || (upper >= low && upper <= high)) return answer;
        at += 12;
        break;
      }
      case SRE_OP_BIGCHARSET: {
        const blockCount = u32(at + OPERAND);
        const blocks = at + 8;
        const bits = blocks + 256;
        if (c < 65536) {
          const place = u8(blocks + (c >> 8)) * 256 + (c & 255);
          if (((i32(bits + ((place >> 5) << 2)) >> (place & 31)) & 1) !== 0) return answer;
        }
        at = bits + blockCount * 32;
        break;
      }
      default:
        return false;
    }
  }
}

/** SRE(charset_loc_ignore) */
export function isInSetIgnoringLocaleCase(set: Address, c: number): boolean {
  const lower = lowerAscii(c);
  if (isInSet(set, lower)) return true;
  const upper = upperAscii(c);
  return upper !== lower && isInSet(set, upper);
}
