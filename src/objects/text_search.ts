// Finding one text in another, for str, bytes and bytearray: characters of 1, 2 or 4 bytes at an address.
//
// One character is found by the engine's own search. Longer patterns go by their last character with a skip table of
// bits (as in fastsearch.h); when that has compared too much, the two-way algorithm takes over, so that no input takes
// more than linear time.
import { type Address, findU8, findU16, findU32 } from "../memory/memory.ts";
import { work } from "../memory/work.ts";
import { PyUnicode_READ as read } from "./unicode_core.ts";

/** The bits of a word that stand for a character in a skip table. */
const bit = (character: number): number => 1 << (character & 31);

/** Index of the first such character from start to before end, or -1. */
export function findCharacter(kind: number, data: Address, start: number, end: number, character: number): number {
  if (start >= end) return -1;
  if (kind === 1) {
    const at = character > 0xff ? -1 : findU8(data + start, data + end, character);
    return at < 0 ? -1 : at - data;
  }
  if (kind === 2) {
    const at = character > 0xffff ? -1 : findU16(data + start * 2, data + end * 2, character);
    return at < 0 ? -1 : (at - data) >> 1;
  }
  const at = findU32(data + start * 4, data + end * 4, character);
  return at < 0 ? -1 : (at - data) >> 2;
}

function findLastCharacter(kind: number, data: Address, start: number, end: number, character: number): number {
  for (let i = end - 1; i >= start; i--) if (read(kind, data, i) === character) return i;
  return -1;
}

/** Index of the first occurrence that lies from start to end, or -1. An empty pattern is found at start. */
export function findText(
  kind: number,
  data: Address,
  start: number,
  end: number,
  patternKind: number,
  pattern: Address,
  length: number,
): number {
  const found = search(kind, data, start, end, patternKind, pattern, length);
  work((found < 0 ? end : found) - start);
  return found;
}

function search(
  kind: number,
  data: Address,
  start: number,
  end: number,
  patternKind: number,
  pattern: Address,
  length: number,
): number {
  const last = end - length;
  if (start > last) return -1;
  if (length === 0) return start;
  if (patternKind > kind) return -1;
  if (length === 1) return findCharacter(kind, data, start, end, read(patternKind, pattern, 0));
  const tail = read(patternKind, pattern, length - 1);
  let mask = bit(tail);
  // How far the pattern moves after its last character matched and another one did not.
  let gap = length - 1;
  for (let i = 0; i < length - 1; i++) {
    const c = read(patternKind, pattern, i);
    mask |= bit(c);
    if (c === tail) gap = length - 2 - i;
  }
  let compared = 0;
  const patience = (end - start) * 2 + 64;
  for (let i = start; i <= last; i++) {
    if (read(kind, data, i + length - 1) === tail) {
      let j = 0;
      while (j < length - 1 && read(kind, data, i + j) === read(patternKind, pattern, j)) j++;
      if (j === length - 1) return i;
      compared += j + 1;
      if (compared > patience) return findTwoWay(kind, data, i + 1, end, patternKind, pattern, length);
      if (i < last && (mask & bit(read(kind, data, i + length))) === 0) i += length;
      else i += gap;
    } else if (i < last && (mask & bit(read(kind, data, i + length))) === 0) i += length;
  }
  return -1;
}

/** Period of the maximal suffix that maximalSuffix found. */
let suffixPeriod = 1;

/** Start of the largest suffix of a pattern by the order of characters, or by the opposite order. */
function maximalSuffix(kind: number, pattern: Address, length: number, opposite: boolean): number {
  let suffix = 0;
  let candidate = 1;
  let k = 0;
  let period = 1;
  while (candidate + k < length) {
    const a = read(kind, pattern, candidate + k);
    const b = read(kind, pattern, suffix + k);
    if (a === b) {
      if (k + 1 === period) {
        candidate += period;
        k = 0;
      } else k++;
    } else if (opposite ? b < a : a < b) {
      candidate += k + 1;
      k = 0;
      period = candidate - suffix;
    } else {
      suffix = candidate;
      candidate++;
      k = 0;
      period = 1;
    }
  }
  suffixPeriod = period;
  return suffix;
}

/** Crochemore and Perrin's search: linear time, constant space. */
function findTwoWay(
  kind: number,
  data: Address,
  start: number,
  end: number,
  patternKind: number,
  pattern: Address,
  length: number,
): number {
  const cutForward = maximalSuffix(patternKind, pattern, length, false);
  const periodForward = suffixPeriod;
  const cutBackward = maximalSuffix(patternKind, pattern, length, true);
  const cut = Math.max(cutForward, cutBackward);
  let period = cutForward > cutBackward ? periodForward : suffixPeriod;
  let periodic = period + cut <= length;
  for (let i = 0; periodic && i < cut; i++) {
    periodic = read(patternKind, pattern, i) === read(patternKind, pattern, i + period);
  }
  if (!periodic) period = Math.max(cut, length - cut) + 1;
  // Characters at the pattern's start that are known to match already.
  let known = 0;
  for (let at = start; at + length <= end; ) {
    let i = Math.max(cut, known);
    while (i < length && read(patternKind, pattern, i) === read(kind, data, at + i)) i++;
    if (i < length) {
      at += i - cut + 1;
      known = 0;
      continue;
    }
    i = cut - 1;
    while (i >= known && read(patternKind, pattern, i) === read(kind, data, at + i)) i--;
    if (i < known) return at;
    at += period;
    known = periodic ? length - period : 0;
  }
  return -1;
}

/** Index of the last occurrence that lies from start to end, or -1. An empty pattern is found at end. */
export function findLastText(
  kind: number,
  data: Address,
  start: number,
  end: number,
  patternKind: number,
  pattern: Address,
  length: number,
): number {
  if (start > end - length) return -1;
  work(end - start);
  if (length === 0) return end;
  if (patternKind > kind) return -1;
  const head = read(patternKind, pattern, 0);
  if (length === 1) return findLastCharacter(kind, data, start, end, head);
  let mask = bit(head);
  let gap = length - 1;
  for (let i = length - 1; i > 0; i--) {
    const c = read(patternKind, pattern, i);
    mask |= bit(c);
    if (c === head) gap = i - 1;
  }
  for (let i = end - length; i >= start; i--) {
    if (read(kind, data, i) === head) {
      let j = length - 1;
      while (j > 0 && read(kind, data, i + j) === read(patternKind, pattern, j)) j--;
      if (j === 0) return i;
      if (i > start && (mask & bit(read(kind, data, i - 1))) === 0) i -= length;
      else i -= gap;
    } else if (i > start && (mask & bit(read(kind, data, i - 1))) === 0) i -= length;
  }
  return -1;
}

/** Occurrences that do not overlap, at most `limit`; an empty pattern stands between all characters and at both ends. */
export function countText(
  kind: number,
  data: Address,
  start: number,
  end: number,
  patternKind: number,
  pattern: Address,
  length: number,
  limit = 0x7fffffff,
): number {
  if (start > end) return 0;
  if (length === 0) return Math.min(end - start + 1, limit);
  let count = 0;
  for (let at = start; count < limit; count++) {
    const found = findText(kind, data, at, end, patternKind, pattern, length);
    if (found < 0) break;
    at = found + length;
  }
  return count;
}
