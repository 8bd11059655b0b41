// The matching engine: runs a compiled pattern over a subject by backtracking.
//
// CPython calls itself for every choice and unwinds; here a choice is a row on a stack, and failing pops the last one.
//
//   row     tag · pattern · position · extra · repeat · repeats' top · trail's top · fence before
//   trail   (index, old value) of every group mark that was set: undone down to a row's mark when the row is popped
//   repeat  what a {m,n} of more than one character knows: pattern · outer repeat · count · position at its last turn.
//           Never changed, a turn makes a new one; so going back is taking an older number.
//   fence   the row below which failing leaves an assertion, an atomic group or a possessive repeat. Success inside one
//           drops all rows above it (the trail stays: what was marked inside is undone when something before fails).
//
// Invariant: stack, trail and repeats mean nothing between two calls; a signal's handler that runs in the middle of a long
// match gets its own. Positions and marks count characters from the subject's beginning; -1 is "not set". marks[0] is
// lastindex, marks[i + 1] is mark i.
import { type Address, equalBytes, i32, u32 } from "../../memory/memory.ts";
import { pollStop } from "../../objects/stop_poll.ts";
import { findCharacter } from "../../objects/text_search.ts";
import { PyUnicode_READ } from "../../objects/unicode_core.ts";
import { PyErr_CheckSignals } from "../check_signals.ts";
import {
  isAt,
  isInCategory,
  isInSet,
  isInSetIgnoringLocaleCase,
  lowerAscii,
  lowerUnicode,
  upperAscii,
} from "./characters.ts";
import * as OP from "./constants.ts";

const ROW = 8;
const TAG = 0;
const PATTERN = 1;
const POSITION = 2;
const EXTRA = 3;
const REPEAT = 4;
const REPEATS_TOP = 5;
const TRAIL_TOP = 6;
const FENCE = 7;

const TAG_BRANCH = 0;
const TAG_REPEAT_ONE = 1;
const TAG_MIN_REPEAT_ONE = 2;
const TAG_MAX_UNTIL = 3;
const TAG_MIN_UNTIL = 4;
const TAG_ASSERT = 5;
const TAG_ASSERT_NOT = 6;
const TAG_ATOMIC = 7;
const TAG_POSSESSIVE = 8;

/** Failures between two looks at signals. */
const PATIENCE = 1 << 14;
const NO_LIMIT = 0x7fffffff;

let stack = new Int32Array(1 << 12);
let trail = new Int32Array(1 << 10);
let repeats = new Int32Array(1 << 10);
let marks = new Int32Array(64);

function grown(from: Int32Array<ArrayBuffer>, wanted: number): Int32Array<ArrayBuffer> {
  let length = from.length;
  while (length < wanted) length *= 2;
  const larger = new Int32Array(length);
  larger.set(from);
  return larger;
}

// -- the subject and the answer ------------------------------------------------------------------------------------------

let kind = 1;
let data: Address = 0;
let end = 0;
let start = 0;
let matchEnd = 0;
let markCount = 0;
let isWhole = false;
let mustAdvance = false;

/** Where the last match began and ended. */
export const matchStart = (): number => start;
export const matchStop = (): number => matchEnd;
/** Mark i of the last match: twice a group's number less two for its start, one more for its end. -1: not set. */
export const markOf = (i: number): number => marks[i + 1];
/** The group that was closed last, or -1. */
export const lastIndex = (): number => marks[0];

export interface Attempt {
  readonly code: Address;
  readonly groupCount: number;
  readonly kind: number;
  readonly data: Address;
  readonly start: number;
  readonly end: number;
  /** The match must reach the end (fullmatch). */
  readonly isWhole: boolean;
  /** The match must not be empty at start. */
  readonly mustAdvance: boolean;
}

function prepare(attempt: Attempt): void {
  ({ kind, data, end, start, isWhole, mustAdvance } = attempt);
  markCount = attempt.groupCount * 2 + 1;
  if (marks.length < markCount) marks = grown(marks, markCount);
  marks.fill(-1, 0, markCount);
}

/** Matches at start. 1: matched, 0: not, -1: an error is set (a signal's). */
export function matchHere(attempt: Attempt): number {
  prepare(attempt);
  return match(attempt.code, start);
}

// -- one character, many times -------------------------------------------------------------------------------------------

/** SRE(count): how many characters from p on fit a pattern of one character; at most `most`. */
function countFitting(item: Address, p: number, most: number): number {
  const from = p;
  const to = most < end - p ? p + most : end;
  const c = i32(item + OP.OPERAND);
  switch (i32(item)) {
    case OP.SRE_OP_IN: {
      const set = item + 8;
      while (p < to && isInSet(set, PyUnicode_READ(kind, data, p))) p++;
      return p - from;
    }
    case OP.SRE_OP_ANY: {
      const found = findCharacter(kind, data, p, to, 10);
      return (found < 0 ? to : found) - from;
    }
    case OP.SRE_OP_ANY_ALL:
      return to - from;
    case OP.SRE_OP_LITERAL:
      while (p < to && PyUnicode_READ(kind, data, p) === c) p++;
      return p - from;
    case OP.SRE_OP_NOT_LITERAL: {
      const found = findCharacter(kind, data, p, to, c);
      return (found < 0 ? to : found) - from;
    }
    default:
      while (p < to && fits(item, PyUnicode_READ(kind, data, p))) p++;
      return p - from;
  }
}

/** Whether a character fits a pattern of one character. */
function fits(item: Address, c: number): boolean {
  const wanted = i32(item + OP.OPERAND);
  switch (i32(item)) {
    case OP.SRE_OP_IN:
      return isInSet(item + 8, c);
    case OP.SRE_OP_ANY:
      return c !== 10;
    case OP.SRE_OP_ANY_ALL:
      return true;
    case OP.SRE_OP_CATEGORY:
      return isInCategory(wanted, c);
    case OP.SRE_OP_LITERAL:
      return c === wanted;
    case OP.SRE_OP_NOT_LITERAL:
      return c !== wanted;
    case OP.SRE_OP_LITERAL_IGNORE:
      return lowerAscii(c) === wanted;
    case OP.SRE_OP_NOT_LITERAL_IGNORE:
      return lowerAscii(c) !== wanted;
    case OP.SRE_OP_LITERAL_UNI_IGNORE:
      return lowerUnicode(c) === wanted;
    case OP.SRE_OP_NOT_LITERAL_UNI_IGNORE:
      return lowerUnicode(c) !== wanted;
    case OP.SRE_OP_LITERAL_LOC_IGNORE:
      return c === wanted || lowerAscii(c) === wanted || upperAscii(c) === wanted;
    case OP.SRE_OP_NOT_LITERAL_LOC_IGNORE:
      return !(c === wanted || lowerAscii(c) === wanted || upperAscii(c) === wanted);
    case OP.SRE_OP_IN_IGNORE:
      return isInSet(item + 8, lowerAscii(c));
    case OP.SRE_OP_IN_UNI_IGNORE:
      return isInSet(item + 8, lowerUnicode(c));
    case OP.SRE_OP_IN_LOC_IGNORE:
      return isInSetIgnoringLocaleCase(item + 8, c);
  }
  return false;
}

const same = (c: number): number => c;

/** Where a group's text ends when it stands again at p; -1 when it does not or the group is not set. */
function afterGroup(group: number, p: number, fold: (c: number) => number): number {
  const from = marks[group * 2 + 1];
  const to = marks[group * 2 + 2];
  if (from < 0 || to < from || to - from > end - p) return -1;
  if (fold === same) {
    return equalBytes(data + from * kind, data + p * kind, (to - from) * kind) ? p + to - from : -1;
  }
  for (let i = from; i < to; i++, p++) {
    if (fold(PyUnicode_READ(kind, data, i)) !== fold(PyUnicode_READ(kind, data, p))) return -1;
  }
  return p;
}

/** The first alternative of a BRANCH, from one on, whose first character can fit; 0 when there is none. */
function nextAlternative(at: Address, p: number): Address {
  for (; i32(at) !== 0; at += i32(at) * 4) {
    const op = i32(at + OP.OPERAND);
    if (op === OP.SRE_OP_LITERAL) {
      if (p >= end || PyUnicode_READ(kind, data, p) !== i32(at + OP.OPERAND_2)) continue;
    } else if (op === OP.SRE_OP_IN) {
      if (p >= end || !isInSet(at + 12, PyUnicode_READ(kind, data, p))) continue;
    }
    return at;
  }
  return 0;
}

// -- match ---------------------------------------------------------------------------------------------------------------

let repeatsTop = 4;

/** Behind a POSSESSIVE_REPEAT: its skip leads to the SUCCESS that ends it. */
const afterPossessive = (at: Address): Address => at + 8 + i32(at + OP.OPERAND) * 4;

/** A new repeat record; 0 is "none". */
function newRepeat(pattern: Address, outer: number, count: number, last: number): number {
  const at = repeatsTop;
  repeatsTop += 4;
  if (repeatsTop > repeats.length) repeats = grown(repeats, repeatsTop);
  repeats[at] = pattern;
  repeats[at + 1] = outer;
  repeats[at + 2] = count;
  repeats[at + 3] = last;
  return at;
}

/** Writes a row at top. Answers the stack, which may have grown; the caller moves top on. */
function pushRow(
  rows: Int32Array<ArrayBuffer>,
  top: number,
  tag: number,
  pattern: Address,
  position: number,
  extra: number,
  repeat: number,
  trailTop: number,
  fence: number,
): Int32Array<ArrayBuffer> {
  if (top + ROW > rows.length) rows = stack = grown(rows, top + ROW);
  rows[top + TAG] = tag;
  rows[top + PATTERN] = pattern;
  rows[top + POSITION] = position;
  rows[top + EXTRA] = extra;
  rows[top + REPEAT] = repeat;
  rows[top + REPEATS_TOP] = repeatsTop;
  rows[top + TRAIL_TOP] = trailTop;
  rows[top + FENCE] = fence;
  return rows;
}

const KEPT_ROWS = 64 * ROW;

/**
 * In a long match: whether it shall end. A handler is Python and may match, so it finds stacks of its own; ours are put back
 * behind it. 0, or -1 with the handler's error set.
 */
function checkSignals(): number {
  pollStop();
  const kept = {
    stack,
    trail,
    repeats,
    marks,
    repeatsTop,
    kind,
    data,
    end,
    start,
    matchEnd,
    markCount,
    isWhole,
    mustAdvance,
  };
  stack = new Int32Array(KEPT_ROWS);
  trail = new Int32Array(KEPT_ROWS);
  repeats = new Int32Array(KEPT_ROWS);
  marks = new Int32Array(KEPT_ROWS);
  const status = PyErr_CheckSignals();
  ({ stack, trail, repeats, marks, repeatsTop, kind, data, end, start, matchEnd, markCount, isWhole, mustAdvance } =
    kept);
  return status;
}

/** SRE(match): 1, 0, or -1 with an error set. On success matchEnd is set and the marks are the match's. */
function match(code: Address, from: number): number {
  let rows = stack;
  let top = 0;
  let trailTop = 0;
  let fence = -1;
  let repeat = 0;
  let p = from;
  let pc = code;
  let patience = PATIENCE;
  repeatsTop = 4;
  if (i32(pc) === OP.SRE_OP_INFO) {
    if (u32(pc + OP.OPERAND_3) > end - p) return 0;
    pc += 4 + i32(pc + OP.OPERAND) * 4;
  }

  run: for (;;) {
    // Leaving the switch by break is failing.
    // biome-ignore lint/suspicious/noConfusingLabels: success inside an assertion fails as the instructions do
    step: switch (i32(pc)) {
      case OP.SRE_OP_LITERAL:
        if (p >= end || PyUnicode_READ(kind, data, p) !== i32(pc + OP.OPERAND)) break;
        p++;
        pc += 8;
        continue;
      case OP.SRE_OP_IN:
        if (p >= end || !isInSet(pc + 8, PyUnicode_READ(kind, data, p))) break;
        p++;
        pc += 4 + i32(pc + OP.OPERAND) * 4;
        continue;
      case OP.SRE_OP_ANY:
        if (p >= end || PyUnicode_READ(kind, data, p) === 10) break;
        p++;
        pc += 4;
        continue;
      case OP.SRE_OP_ANY_ALL:
        if (p >= end) break;
        p++;
        pc += 4;
        continue;
      case OP.SRE_OP_MARK: {
        const i = i32(pc + OP.OPERAND);
        if (top > 0) {
          if (trailTop + 4 > trail.length) trail = grown(trail, trailTop + 4);
          trail[trailTop++] = i + 1;
          trail[trailTop++] = marks[i + 1];
          if (i & 1) {
            trail[trailTop++] = 0;
            trail[trailTop++] = marks[0];
          }
        }
        marks[i + 1] = p;
        if (i & 1) marks[0] = (i >> 1) + 1;
        pc += 8;
        continue;
      }
      case OP.SRE_OP_AT:
        if (!isAt(i32(pc + OP.OPERAND), kind, data, p, end)) break;
        pc += 8;
        continue;
      case OP.SRE_OP_JUMP:
        pc += 4 + i32(pc + OP.OPERAND) * 4;
        continue;
      case OP.SRE_OP_BRANCH: {
        const at = nextAlternative(pc + 4, p);
        if (at === 0) break;
        const next = at + i32(at) * 4;
        if (i32(next) !== 0) {
          rows = pushRow(rows, top, TAG_BRANCH, next, p, 0, repeat, trailTop, fence);
          top += ROW;
        }
        pc = at + 4;
        continue;
      }
      case OP.SRE_OP_REPEAT_ONE: {
        const tail = pc + 4 + i32(pc + OP.OPERAND) * 4;
        const least = u32(pc + OP.OPERAND_2);
        const most = i32(pc + OP.OPERAND_3);
        if (end - p < least) break;
        const count = countFitting(pc + 16, p, most < 0 ? NO_LIMIT : most);
        if (count < least) break;
        const lowest = p + least;
        let q = p + count;
        if (i32(tail) === OP.SRE_OP_LITERAL) {
          const c = i32(tail + OP.OPERAND);
          while (q >= lowest && (q >= end || PyUnicode_READ(kind, data, q) !== c)) q--;
          if (q < lowest) break;
        }
        if (q > lowest) {
          rows = pushRow(rows, top, TAG_REPEAT_ONE, tail, q, lowest, repeat, trailTop, fence);
          top += ROW;
        }
        p = q;
        pc = tail;
        continue;
      }
      case OP.SRE_OP_MIN_REPEAT_ONE: {
        const least = u32(pc + OP.OPERAND_2);
        const most = i32(pc + OP.OPERAND_3);
        if (end - p < least) break;
        if (least > 0) {
          if (countFitting(pc + 16, p, least) < least) break;
          p += least;
        }
        if (most < 0 || most > least) {
          rows = pushRow(
            rows,
            top,
            TAG_MIN_REPEAT_ONE,
            pc,
            p,
            most < 0 ? NO_LIMIT : most - least,
            repeat,
            trailTop,
            fence,
          );
          top += ROW;
        }
        pc += 4 + i32(pc + OP.OPERAND) * 4;
        continue;
      }
      case OP.SRE_OP_POSSESSIVE_REPEAT_ONE: {
        const least = u32(pc + OP.OPERAND_2);
        const most = i32(pc + OP.OPERAND_3);
        if (end - p < least) break;
        const count = countFitting(pc + 16, p, most < 0 ? NO_LIMIT : most);
        if (count < least) break;
        p += count;
        pc += 4 + i32(pc + OP.OPERAND) * 4;
        continue;
      }
      case OP.SRE_OP_REPEAT:
        // The repeat begins at its UNTIL, with no turn made.
        repeat = newRepeat(pc, repeat, -1, -1);
        pc += 4 + i32(pc + OP.OPERAND) * 4;
        continue;
      case OP.SRE_OP_MAX_UNTIL: {
        const begin = repeats[repeat];
        const outer = repeats[repeat + 1];
        const count = repeats[repeat + 2] + 1;
        const last = repeats[repeat + 3];
        const most = i32(begin + OP.OPERAND_3);
        if (count < u32(begin + OP.OPERAND_2)) {
          repeat = newRepeat(begin, outer, count, last);
          pc = begin + 16;
          continue;
        }
        if ((most < 0 || count < most) && p !== last) {
          rows = pushRow(rows, top, TAG_MAX_UNTIL, pc, p, 0, repeat, trailTop, fence);
          top += ROW;
          repeat = newRepeat(begin, outer, count, p);
          pc = begin + 16;
          continue;
        }
        repeat = outer;
        pc += 4;
        continue;
      }
      case OP.SRE_OP_MIN_UNTIL: {
        const begin = repeats[repeat];
        const outer = repeats[repeat + 1];
        const count = repeats[repeat + 2] + 1;
        if (count < u32(begin + OP.OPERAND_2)) {
          repeat = newRepeat(begin, outer, count, repeats[repeat + 3]);
          pc = begin + 16;
          continue;
        }
        rows = pushRow(rows, top, TAG_MIN_UNTIL, pc, p, 0, repeat, trailTop, fence);
        top += ROW;
        repeat = outer;
        pc += 4;
        continue;
      }
      case OP.SRE_OP_ASSERT:
      case OP.SRE_OP_ASSERT_NOT: {
        const isNot = i32(pc) === OP.SRE_OP_ASSERT_NOT;
        const after = pc + 4 + i32(pc + OP.OPERAND) * 4;
        const back = u32(pc + OP.OPERAND_2);
        if (p < back) {
          if (!isNot) break;
          pc = after;
          continue;
        }
        rows = pushRow(rows, top, isNot ? TAG_ASSERT_NOT : TAG_ASSERT, after, p, 0, repeat, trailTop, fence);
        fence = top;
        top += ROW;
        p -= back;
        pc += 12;
        continue;
      }
      case OP.SRE_OP_ATOMIC_GROUP:
      case OP.SRE_OP_POSSESSIVE_REPEAT: {
        const isAtomic = i32(pc) === OP.SRE_OP_ATOMIC_GROUP;
        if (!isAtomic && i32(pc + OP.OPERAND_3) === 0) {
          pc = afterPossessive(pc);
          continue;
        }
        rows = pushRow(rows, top, isAtomic ? TAG_ATOMIC : TAG_POSSESSIVE, pc, p, 0, repeat, trailTop, fence);
        fence = top;
        top += ROW;
        pc += isAtomic ? 8 : 16;
        continue;
      }
      case OP.SRE_OP_GROUPREF: {
        const q = afterGroup(i32(pc + OP.OPERAND), p, same);
        if (q < 0) break;
        p = q;
        pc += 8;
        continue;
      }
      case OP.SRE_OP_GROUPREF_IGNORE:
      case OP.SRE_OP_GROUPREF_LOC_IGNORE: {
        const q = afterGroup(i32(pc + OP.OPERAND), p, lowerAscii);
        if (q < 0) break;
        p = q;
        pc += 8;
        continue;
      }
      case OP.SRE_OP_GROUPREF_UNI_IGNORE: {
        const q = afterGroup(i32(pc + OP.OPERAND), p, lowerUnicode);
        if (q < 0) break;
        p = q;
        pc += 8;
        continue;
      }
      case OP.SRE_OP_GROUPREF_EXISTS: {
        const group = i32(pc + OP.OPERAND);
        const to = marks[group * 2 + 2];
        if (marks[group * 2 + 1] < 0 || to < marks[group * 2 + 1]) pc += 4 + i32(pc + OP.OPERAND_2) * 4;
        else pc += 12;
        continue;
      }
      case OP.SRE_OP_INFO:
        pc += 4 + i32(pc + OP.OPERAND) * 4;
        continue;
      case OP.SRE_OP_NOT_LITERAL:
      case OP.SRE_OP_CATEGORY:
      case OP.SRE_OP_LITERAL_IGNORE:
      case OP.SRE_OP_NOT_LITERAL_IGNORE:
      case OP.SRE_OP_LITERAL_UNI_IGNORE:
      case OP.SRE_OP_NOT_LITERAL_UNI_IGNORE:
      case OP.SRE_OP_LITERAL_LOC_IGNORE:
      case OP.SRE_OP_NOT_LITERAL_LOC_IGNORE:
        if (p >= end || !fits(pc, PyUnicode_READ(kind, data, p))) break;
        p++;
        pc += 8;
        continue;
      case OP.SRE_OP_IN_IGNORE:
      case OP.SRE_OP_IN_UNI_IGNORE:
      case OP.SRE_OP_IN_LOC_IGNORE:
        if (p >= end || !fits(pc, PyUnicode_READ(kind, data, p))) break;
        p++;
        pc += 4 + i32(pc + OP.OPERAND) * 4;
        continue;
      case OP.SRE_OP_SUCCESS: {
        if (fence < 0) {
          if ((isWhole && p !== end) || (mustAdvance && p === start)) break;
          matchEnd = p;
          return 1;
        }
        const row = fence;
        switch (rows[row + TAG]) {
          case TAG_ASSERT:
            p = rows[row + POSITION];
            pc = rows[row + PATTERN];
            break;
          case TAG_ASSERT_NOT:
            // Fails as a whole: what is inside has no say any more.
            top = row;
            fence = rows[row + FENCE];
            while (trailTop > rows[row + TRAIL_TOP]) {
              trailTop -= 2;
              marks[trail[trailTop]] = trail[trailTop + 1];
            }
            break step;
          case TAG_ATOMIC:
            pc = rows[row + PATTERN];
            pc += 4 + i32(pc + OP.OPERAND) * 4;
            break;
          default: {
            const begin = rows[row + PATTERN];
            const count = rows[row + EXTRA] + 1;
            const most = i32(begin + OP.OPERAND_3);
            const isStill = p === rows[row + POSITION] && count >= u32(begin + OP.OPERAND_2);
            if (!isStill && (most < 0 || count < most)) {
              rows[row + EXTRA] = count;
              rows[row + POSITION] = p;
              rows[row + TRAIL_TOP] = trailTop;
              top = row + ROW;
              repeat = rows[row + REPEAT];
              pc = begin + 16;
              continue run;
            }
            pc = afterPossessive(begin);
          }
        }
        top = row;
        fence = rows[row + FENCE];
        repeat = rows[row + REPEAT];
        continue;
      }
    }

    // Failing: the last choice that is left.
    for (;;) {
      if (--patience === 0) {
        patience = PATIENCE;
        if (checkSignals() < 0) return -1;
      }
      if (top === 0) return 0;
      top -= ROW;
      const oldTrail = rows[top + TRAIL_TOP];
      while (trailTop > oldTrail) {
        trailTop -= 2;
        marks[trail[trailTop]] = trail[trailTop + 1];
      }
      repeat = rows[top + REPEAT];
      repeatsTop = rows[top + REPEATS_TOP];
      p = rows[top + POSITION];
      const at = rows[top + PATTERN];
      switch (rows[top + TAG]) {
        case TAG_BRANCH: {
          const alternative = nextAlternative(at, p);
          if (alternative === 0) continue;
          const next = alternative + i32(alternative) * 4;
          if (i32(next) !== 0) {
            rows[top + PATTERN] = next;
            top += ROW;
          }
          pc = alternative + 4;
          continue run;
        }
        case TAG_REPEAT_ONE: {
          const lowest = rows[top + EXTRA];
          p--;
          if (i32(at) === OP.SRE_OP_LITERAL) {
            const c = i32(at + OP.OPERAND);
            while (p >= lowest && PyUnicode_READ(kind, data, p) !== c) p--;
            if (p < lowest) continue;
          }
          if (p > lowest) {
            rows[top + POSITION] = p;
            top += ROW;
          }
          pc = at;
          continue run;
        }
        case TAG_MIN_REPEAT_ONE: {
          const left = rows[top + EXTRA];
          if (p >= end || !fits(at + 16, PyUnicode_READ(kind, data, p))) continue;
          p++;
          if (left !== 1) {
            rows[top + POSITION] = p;
            if (left !== NO_LIMIT) rows[top + EXTRA] = left - 1;
            top += ROW;
          }
          pc = at + 4 + i32(at + OP.OPERAND) * 4;
          continue run;
        }
        case TAG_MAX_UNTIL:
          // No further turn: what comes behind the repeat.
          repeat = repeats[repeat + 1];
          pc = at + 4;
          continue run;
        case TAG_MIN_UNTIL: {
          // What comes behind failed: one more turn.
          const begin = repeats[repeat];
          const count = repeats[repeat + 2] + 1;
          const most = i32(begin + OP.OPERAND_3);
          if ((most >= 0 && count >= most) || p === repeats[repeat + 3]) continue;
          repeat = newRepeat(begin, repeats[repeat + 1], count, p);
          pc = begin + 16;
          continue run;
        }
        case TAG_ASSERT_NOT:
          fence = rows[top + FENCE];
          pc = at;
          continue run;
        case TAG_POSSESSIVE:
          fence = rows[top + FENCE];
          if (rows[top + EXTRA] < u32(at + OP.OPERAND_2)) continue;
          pc = afterPossessive(at);
          continue run;
        default:
          fence = rows[top + FENCE];
      }
    }
  }
}

// -- search --------------------------------------------------------------------------------------------------------------

/** SRE(search): the first place from start on where the pattern matches. 1, 0, or -1 with an error set. */
export function searchFrom(attempt: Attempt): number {
  prepare(attempt);
  const { code } = attempt;
  if (start > end) return 0;
  let p = start;
  let last = end;
  let body = code;
  let flags = 0;
  let info = 0;
  if (i32(code) === OP.SRE_OP_INFO) {
    info = code + 4;
    flags = i32(info + OP.OPERAND);
    const least = u32(info + OP.OPERAND_2);
    if (least > 1) last = Math.max(p, end - (least - 1));
    if (least > end - p) return 0;
    body = code + 4 + i32(info) * 4;
  }
  if (flags & OP.SRE_INFO_PREFIX && i32(info + OP.OPERAND_4) > 0) return searchPrefix(body, info, p);
  const set = flags & OP.SRE_INFO_CHARSET ? info + 16 : 0;
  const isAnchored =
    i32(body) === OP.SRE_OP_AT &&
    (i32(body + OP.OPERAND) === OP.SRE_AT_BEGINNING || i32(body + OP.OPERAND) === OP.SRE_AT_BEGINNING_STRING);
  for (; ; p++) {
    if (set !== 0) {
      while (p < last && !isInSet(set, PyUnicode_READ(kind, data, p))) p++;
      if (p >= last) return 0;
    } else if (p > last) return 0;
    start = p;
    const status = match(body, p);
    if (status !== 0) return status;
    mustAdvance = false;
    marks.fill(-1, 0, markCount);
    if (isAnchored) return 0;
  }
}

/** For a pattern that begins with certain characters: INFO holds their count, how many need no second look, and them. */
function searchPrefix(body: Address, info: Address, from: number): number {
  const length = i32(info + OP.OPERAND_4);
  const prefix = info + 24;
  const isAll = (i32(info + OP.OPERAND) & OP.SRE_INFO_LITERAL) !== 0;
  const first = i32(prefix);
  const last = end - length + 1;
  for (let p = from; p < last; p++) {
    p = findCharacter(kind, data, p, last, first);
    if (p < 0) return 0;
    let i = 1;
    while (i < length && PyUnicode_READ(kind, data, p + i) === i32(prefix + i * 4)) i++;
    if (i < length) continue;
    start = p;
    if (isAll) {
      matchEnd = p + length;
      return 1;
    }
    const status = match(body, p);
    if (status !== 0) return status;
    mustAdvance = false;
    marks.fill(-1, 0, markCount);
  }
  return 0;
}
