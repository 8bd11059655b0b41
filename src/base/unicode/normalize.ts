// Unicode normalization, NFC NFD NFKC NFKD (UAX 15), and the data of unicodedata.combining and .decomposition.
// Hangul syllables are taken apart and put together by arithmetic; everything else by tables, unpacked when first
// needed. Text is a list of code points; lone surrogates pass through.
import { COMBINING_RUNS, DECOMPOSITION_TAGS, DECOMPOSITIONS } from "./normalization.gen.ts";
import { unpackIntegers, unzigzag } from "./packing.ts";

export type NormalizationForm = "NFC" | "NFD" | "NFKC" | "NFKD";

interface Decomposition {
  readonly tag: number; // 0: canonical
  readonly parts: readonly number[];
}

interface Tables {
  readonly combining: Map<number, number>;
  readonly decompositions: Map<number, Decomposition>;
  /** First character, then second, to their composition. */
  readonly compositions: Map<number, Map<number, number>>;
}

let tables: Tables | null = null;

function unpack(): Tables {
  const combining = new Map<number, number>();
  const runs = unpackIntegers(COMBINING_RUNS);
  let codePoint = 0;
  for (let at = 0; at < runs.length; at += 2) {
    const end = codePoint + runs[at + 1];
    if (runs[at] !== 0) for (let member = codePoint; member < end; member++) combining.set(member, runs[at]);
    codePoint = end;
  }
  const decompositions = new Map<number, Decomposition>();
  const compositions = new Map<number, Map<number, number>>();
  const integers = unpackIntegers(DECOMPOSITIONS);
  codePoint = 0;
  for (let at = 0; at < integers.length; ) {
    codePoint += integers[at++];
    const tag = integers[at++];
    const isExcluded = integers[at++] === 1;
    const length = integers[at++];
    const parts: number[] = [];
    let near = codePoint;
    for (let index = 0; index < length; index++) {
      near += unzigzag(integers[at++]);
      parts.push(near);
    }
    decompositions.set(codePoint, { tag, parts });
    if (tag === 0 && length === 2 && !isExcluded) {
      let seconds = compositions.get(parts[0]);
      if (seconds === undefined) compositions.set(parts[0], (seconds = new Map()));
      seconds.set(parts[1], codePoint);
    }
  }
  return { combining, decompositions, compositions };
}

function loaded(): Tables {
  return (tables ??= unpack());
}

// Hangul (Unicode Standard, section 3.12): a syllable is a leading consonant, a vowel and perhaps a trailing consonant.
const SYLLABLES = 0xac00;
const LEADING = 0x1100;
const VOWEL = 0x1161;
const TRAILING = 0x11a7; // one before the first: trailing consonant 0 is none
const LEADING_COUNT = 19;
const VOWEL_COUNT = 21;
const TRAILING_COUNT = 28;
const SYLLABLE_COUNT = LEADING_COUNT * VOWEL_COUNT * TRAILING_COUNT;

// Below these no character changes: the first that a form touches.
const FIRST_CHANGED: Record<NormalizationForm, number> = { NFC: 0x300, NFD: 0xc0, NFKC: 0xa0, NFKD: 0xa0 };

/** Canonical combining class; 0 for a starter. */
export function combiningClass(codePoint: number): number {
  return codePoint < 0x300 ? 0 : (loaded().combining.get(codePoint) ?? 0);
}

/** The decomposition field of the character database ("<font> 0041"), or "". */
export function decompositionText(codePoint: number): string {
  const entry = loaded().decompositions.get(codePoint);
  if (entry === undefined) return "";
  const words = entry.parts.map((part) => hexUpper(part).padStart(4, "0"));
  const tag = DECOMPOSITION_TAGS.split(" ")[entry.tag];
  return (tag === "" ? words : [tag, ...words]).join(" ");
}

function hexUpper(value: number): string {
  let text = "";
  for (let rest = value; rest > 0; rest >>>= 4) text = "0123456789ABCDEF"[rest & 15] + text;
  return text;
}

function appendDecomposed(codePoint: number, isCompatible: boolean, out: number[]): void {
  const syllable = codePoint - SYLLABLES;
  if (syllable >= 0 && syllable < SYLLABLE_COUNT) {
    const trailing = syllable % TRAILING_COUNT;
    const pair = (syllable - trailing) / TRAILING_COUNT;
    out.push(LEADING + Math.floor(pair / VOWEL_COUNT), VOWEL + (pair % VOWEL_COUNT));
    if (trailing > 0) out.push(TRAILING + trailing);
    return;
  }
  const entry = loaded().decompositions.get(codePoint);
  if (entry === undefined || (entry.tag !== 0 && !isCompatible)) out.push(codePoint);
  else for (const part of entry.parts) appendDecomposed(part, isCompatible, out);
}

/** Sorts each stretch of marks by combining class, keeping the order of equal ones. */
function orderMarks(text: number[]): void {
  const { combining } = loaded();
  for (let index = 1; index < text.length; index++) {
    const codePoint = text[index];
    const own = combining.get(codePoint) ?? 0;
    if (own === 0) continue;
    let to = index;
    while (to > 0 && (combining.get(text[to - 1]) ?? 0) > own) {
      text[to] = text[to - 1];
      to--;
    }
    text[to] = codePoint;
  }
}

function composePair(first: number, second: number): number {
  const leading = first - LEADING;
  if (leading >= 0 && leading < LEADING_COUNT) {
    const vowel = second - VOWEL;
    if (vowel >= 0 && vowel < VOWEL_COUNT) return SYLLABLES + (leading * VOWEL_COUNT + vowel) * TRAILING_COUNT;
  }
  const syllable = first - SYLLABLES;
  if (syllable >= 0 && syllable < SYLLABLE_COUNT && syllable % TRAILING_COUNT === 0) {
    const trailing = second - TRAILING;
    if (trailing > 0 && trailing < TRAILING_COUNT) return first + trailing;
  }
  return loaded().compositions.get(first)?.get(second) ?? -1;
}

/** Puts decomposed, ordered text together, in place. */
function compose(text: number[]): void {
  const { combining } = loaded();
  let starter = -1; // index of the last starter
  let lastClass = 0; // class of the character before, 0 right after the starter
  let length = 0;
  for (let index = 0; index < text.length; index++) {
    const codePoint = text[index];
    const own = combining.get(codePoint) ?? 0;
    const isAdjacent = starter === length - 1;
    // A mark is blocked from its starter by one of the same or a higher class between them.
    if (starter >= 0 && (isAdjacent || (lastClass < own && lastClass !== 0))) {
      const composed = composePair(text[starter], codePoint);
      if (composed >= 0) {
        text[starter] = composed;
        continue;
      }
    }
    if (own === 0) starter = length;
    lastClass = own;
    text[length++] = codePoint;
  }
  text.length = length;
}

/** The text in a normalization form, as a new list. */
export function normalize(form: NormalizationForm, text: ArrayLike<number>): number[] {
  const firstChanged = FIRST_CHANGED[form];
  let isUnchanged = true;
  for (let index = 0; index < text.length && isUnchanged; index++) isUnchanged = text[index] < firstChanged;
  const out: number[] = [];
  if (isUnchanged) {
    for (let index = 0; index < text.length; index++) out.push(text[index]);
    return out;
  }
  const isCompatible = form === "NFKC" || form === "NFKD";
  for (let index = 0; index < text.length; index++) appendDecomposed(text[index], isCompatible, out);
  orderMarks(out);
  if (form === "NFC" || form === "NFKC") compose(out);
  return out;
}
