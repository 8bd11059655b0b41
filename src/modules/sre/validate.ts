// Whether words are a pattern that the engine can run: every jump stays inside, every set ends, every group exists. The
// library's compiler makes only such; a program can call _sre.compile with anything.
//
// Invariant: what is accepted never makes the engine read beyond the pattern's words.
import { type Address, i32, u8, u32 } from "../../memory/memory.ts";
import * as OP from "./constants.ts";

/** _validate: a pattern of wordCount words with so many groups. */
export function isValidPattern(code: Address, wordCount: number, groupCount: number): boolean {
  const end = code + wordCount * 4;
  if (wordCount < 1 || i32(end - 4) !== OP.SRE_OP_SUCCESS) return false;
  return isValidRun(code, end - 4, groupCount);
}

/** Where a skip that stands at an address leads; 0 when that is beyond end. */
function skipTo(at: Address, end: Address): Address {
  if (at + 4 > end) return 0;
  const target = at + u32(at) * 4;
  return u32(at) >= 1 && target <= end ? target : 0;
}

const isGroup = (group: number, groupCount: number): boolean => group < groupCount;

/** A run of instructions from at to end, exactly. */
function isValidRun(from: Address, end: Address, groupCount: number): boolean {
  let at = from;
  while (at < end) {
    const op = i32(at);
    at += 4;
    switch (op) {
      case OP.SRE_OP_MARK:
        if (at + 4 > end || u32(at) >= 2 * groupCount) return false;
        at += 4;
        break;
      case OP.SRE_OP_LITERAL:
      case OP.SRE_OP_NOT_LITERAL:
      case OP.SRE_OP_LITERAL_IGNORE:
      case OP.SRE_OP_NOT_LITERAL_IGNORE:
      case OP.SRE_OP_LITERAL_UNI_IGNORE:
      case OP.SRE_OP_NOT_LITERAL_UNI_IGNORE:
      case OP.SRE_OP_LITERAL_LOC_IGNORE:
      case OP.SRE_OP_NOT_LITERAL_LOC_IGNORE:
        if (at + 4 > end) return false;
        at += 4;
        break;
      case OP.SRE_OP_SUCCESS:
      case OP.SRE_OP_FAILURE:
      case OP.SRE_OP_ANY:
      case OP.SRE_OP_ANY_ALL:
        break;
      case OP.SRE_OP_AT:
        if (at + 4 > end || u32(at) >= OP.AT_COUNT) return false;
        at += 4;
        break;
      case OP.SRE_OP_CATEGORY:
        if (at + 4 > end || u32(at) >= OP.CATEGORY_COUNT) return false;
        at += 4;
        break;
      case OP.SRE_OP_IN:
      case OP.SRE_OP_IN_IGNORE:
      case OP.SRE_OP_IN_UNI_IGNORE:
      case OP.SRE_OP_IN_LOC_IGNORE: {
        const after = skipTo(at, end);
        if (after === 0 || !isValidSet(at + 4, after)) return false;
        at = after;
        break;
      }
      case OP.SRE_OP_INFO: {
        const after = skipTo(at, end);
        if (after === 0 || !isValidInfo(at, after)) return false;
        at = after;
        break;
      }
      case OP.SRE_OP_BRANCH: {
        at = afterBranches(at, end, groupCount);
        if (at === 0) return false;
        break;
      }
      case OP.SRE_OP_REPEAT_ONE:
      case OP.SRE_OP_MIN_REPEAT_ONE:
      case OP.SRE_OP_POSSESSIVE_REPEAT_ONE: {
        const after = skipTo(at, end);
        if (after === 0 || !hasOrderedLimits(at, after) || i32(after - 4) !== OP.SRE_OP_SUCCESS) return false;
        if (!isValidRun(at + 12, after - 4, groupCount)) return false;
        at = after;
        break;
      }
      case OP.SRE_OP_POSSESSIVE_REPEAT: {
        const success = skipTo(at, end);
        if (success === 0 || success + 4 > end || !hasOrderedLimits(at, success + 4)) return false;
        if (i32(success) !== OP.SRE_OP_SUCCESS || !isValidRun(at + 12, success, groupCount)) return false;
        at = success + 4;
        break;
      }
      case OP.SRE_OP_REPEAT: {
        const until = skipTo(at, end);
        if (until === 0 || until + 4 > end || !hasOrderedLimits(at, until)) return false;
        if (i32(until) !== OP.SRE_OP_MAX_UNTIL && i32(until) !== OP.SRE_OP_MIN_UNTIL) return false;
        if (!isValidRun(at + 12, until, groupCount)) return false;
        at = until + 4;
        break;
      }
      case OP.SRE_OP_ATOMIC_GROUP: {
        const after = skipTo(at, end);
        if (after === 0 || after < at + 8 || i32(after - 4) !== OP.SRE_OP_SUCCESS) return false;
        if (!isValidRun(at + 4, after - 4, groupCount)) return false;
        at = after;
        break;
      }
      case OP.SRE_OP_ASSERT:
      case OP.SRE_OP_ASSERT_NOT: {
        const after = skipTo(at, end);
        if (after === 0 || after < at + 12 || u32(at + OP.OPERAND) & 0x80000000) return false;
        if (i32(after - 4) !== OP.SRE_OP_SUCCESS || !isValidRun(at + 8, after - 4, groupCount)) return false;
        at = after;
        break;
      }
      case OP.SRE_OP_GROUPREF:
      case OP.SRE_OP_GROUPREF_IGNORE:
      case OP.SRE_OP_GROUPREF_UNI_IGNORE:
      case OP.SRE_OP_GROUPREF_LOC_IGNORE:
        if (at + 4 > end || !isGroup(u32(at), groupCount)) return false;
        at += 4;
        break;
      case OP.SRE_OP_GROUPREF_EXISTS: {
        at = afterConditional(at, end, groupCount);
        if (at === 0) return false;
        break;
      }
      default:
        return false;
    }
  }
  return at === end;
}

/** skip, least, most of a repeat. */
function hasOrderedLimits(at: Address, after: Address): boolean {
  return at + 12 < after && u32(at + OP.OPERAND) <= u32(at + OP.OPERAND_2) && u32(at + OP.OPERAND_2) <= OP.MAXREPEAT;
}

/** The alternatives of a BRANCH, each with a JUMP to the same end; 0 when they are not. */
function afterBranches(from: Address, end: Address, groupCount: number): Address {
  let target = 0;
  let at = from;
  for (;;) {
    if (at + 4 > end) return 0;
    if (i32(at) === 0) return target === 0 || target === at + 4 ? at + 4 : 0;
    const next = skipTo(at, end);
    if (next === 0 || next < at + 12 || i32(next - 2 * OP.CODE_BYTES) !== OP.SRE_OP_JUMP) return 0;
    if (!isValidRun(at + 4, next - 8, groupCount)) return 0;
    const destination = skipTo(next - 4, end);
    if (destination === 0 || (target !== 0 && destination !== target)) return 0;
    target = destination;
    at = next;
  }
}

/** group, skip, then, JUMP, else: 0 when it is not. */
function afterConditional(at: Address, end: Address, groupCount: number): Address {
  if (at + 8 > end || !isGroup(u32(at), groupCount)) return 0;
  const skip = u32(at + OP.OPERAND);
  const otherwise = at + skip * 4;
  if (skip < 2 || otherwise > end) return 0;
  const jump = otherwise - 8;
  if (jump >= at + 8 && i32(jump) === OP.SRE_OP_JUMP) {
    const after = skipTo(jump + 4, end);
    if (after !== 0 && after >= otherwise) {
      const isRight = isValidRun(at + 8, jump, groupCount) && isValidRun(otherwise, after, groupCount);
      if (isRight) return after;
    }
  }
  return isValidRun(at + 8, otherwise, groupCount) ? otherwise : 0;
}

function isValidSet(from: Address, end: Address): boolean {
  if (end <= from || i32(end - 4) !== OP.SRE_OP_FAILURE) return false;
  let at = from;
  while (at < end - 4) {
    const op = i32(at);
    at += 4;
    switch (op) {
      case OP.SRE_OP_NEGATE:
        break;
      case OP.SRE_OP_LITERAL:
        at += 4;
        break;
      case OP.SRE_OP_RANGE:
      case OP.SRE_OP_RANGE_UNI_IGNORE:
        at += 8;
        break;
      case OP.SRE_OP_CHARSET:
        at += 32;
        break;
      case OP.SRE_OP_CATEGORY:
        if (at + 4 > end || u32(at) >= OP.CATEGORY_COUNT) return false;
        at += 4;
        break;
      case OP.SRE_OP_BIGCHARSET: {
        const blockCount = u32(at);
        if (blockCount > 256 || at + 4 + 256 + blockCount * 32 > end - 4) return false;
        for (let i = 0; i < 256; i++) if (u8(at + 4 + i) >= blockCount) return false;
        at += 4 + 256 + blockCount * 32;
        break;
      }
      default:
        return false;
    }
  }
  return at === end - 4;
}

/** skip, flags, least, most; then a prefix with its overlap table, or a set. */
function isValidInfo(at: Address, after: Address): boolean {
  if (after < at + 16) return false;
  const flags = u32(at + OP.OPERAND);
  if (flags & ~(OP.SRE_INFO_PREFIX | OP.SRE_INFO_LITERAL | OP.SRE_INFO_CHARSET)) return false;
  if (flags & OP.SRE_INFO_PREFIX && flags & OP.SRE_INFO_CHARSET) return false;
  if (flags & OP.SRE_INFO_LITERAL && !(flags & OP.SRE_INFO_PREFIX)) return false;
  if (flags & OP.SRE_INFO_PREFIX) {
    if (at + 24 > after) return false;
    const length = u32(at + OP.OPERAND_4);
    return length < 0x10000000 && at + 24 + length * 8 === after && u32(at + OP.OPERAND_5) <= length;
  }
  return !(flags & OP.SRE_INFO_CHARSET) || isValidSet(at + 16, after);
}
