// "Did you mean": the closest name by an edit distance in which a change of case costs less (CPython's suggestions.c), and
// the error that asks it.
import type { Borrowed } from "../memory/memory.ts";
import { raise } from "./errors.ts";
import { PyExc_TypeError } from "./types.ts";
import { textOf } from "./unicode_core.ts";

const MOVE_COST = 2;
const CASE_COST = 1;
const MAX_CANDIDATES = 750;
const MAX_NAME_LENGTH = 40;

function substitutionCost(a: number, b: number): number {
  if (a === b) return 0;
  const fold = (c: number): number => (c >= 65 && c <= 90 ? c + 32 : c);
  return fold(a) === fold(b) ? CASE_COST : MOVE_COST;
}

/** Weighted Levenshtein distance, or more than `limit` when it is larger. What both begin and end with costs nothing. */
function editDistance(longerA: string, longerB: string, limit: number): number {
  if (longerA === longerB) return 0;
  const [a, b] = withoutCommonEnds(longerA, longerB);
  if (a === "" || b === "") return (a.length + b.length) * MOVE_COST;
  if (a.length > MAX_NAME_LENGTH || b.length > MAX_NAME_LENGTH) return limit + 1;
  if (Math.abs(a.length - b.length) * MOVE_COST > limit) return limit + 1;
  let row = Array.from({ length: a.length + 1 }, (_, i) => i * MOVE_COST);
  for (let j = 1; j <= b.length; j++) {
    const nextRow = [j * MOVE_COST];
    for (let i = 1; i <= a.length; i++) {
      nextRow.push(
        Math.min(
          row[i - 1] + substitutionCost(a.charCodeAt(i - 1), b.charCodeAt(j - 1)),
          row[i] + MOVE_COST,
          nextRow[i - 1] + MOVE_COST,
        ),
      );
    }
    row = nextRow;
  }
  return row[a.length];
}

function withoutCommonEnds(a: string, b: string): [string, string] {
  const shorter = Math.min(a.length, b.length);
  let before = 0;
  while (before < shorter && a[before] === b[before]) before++;
  let after = 0;
  while (after < shorter - before && a[a.length - 1 - after] === b[b.length - 1 - after]) after++;
  return [a.slice(before, a.length - after), b.slice(before, b.length - after)];
}

/** The candidate closest to a name, or "". */
function closestName(name: string, candidates: readonly string[]): string {
  if (candidates.length > MAX_CANDIDATES) return "";
  let best = "";
  let bestDistance = Number.MAX_SAFE_INTEGER;
  for (const candidate of candidates) {
    if (candidate === name) continue;
    const limit = Math.min(Math.floor(((name.length + candidate.length + 3) * MOVE_COST) / 6), bestDistance - 1);
    const distance = editDistance(name, candidate, limit);
    if (distance <= limit) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** Raises the TypeError of a keyword that is not among those a function takes by name. Answers 0. */
export function raiseUnexpectedKeyword(subject: string, keyword: Borrowed, candidates: readonly string[]): 0 {
  const given = textOf(keyword);
  const guess = closestName(given, candidates);
  const hint = guess === "" ? "" : `. Did you mean '${guess}'?`;
  return raise(PyExc_TypeError, `${subject} got an unexpected keyword argument '${given}'${hint}`);
}
