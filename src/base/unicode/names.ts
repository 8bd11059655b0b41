// Names of characters, and the character database's fields that only unicodedata asks for: bidirectional class, East Asian
// width, mirrored. All tables are unpacked when first asked for.
//
// Ideographs and Hangul syllables have names by rule; the others are lists of words, each sharing some with the one before.
import { classNames, classText, mirroredText, widthNames, widthText } from "./database.gen.ts";
import { aliasText, nameText, wordText } from "./names.gen.ts";
import { unpackIntegers } from "./packing.ts";

const HANGUL_FIRST = 0xac00;
const HANGUL_COUNT = 11172;
const LEADING = "G GG N D DD R M B BB S SS  J JJ C K T P H".split(" ");
const VOWELS = "A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I".split(" ");
const TRAILING = " G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H".split(" ");
const HANGUL = "HANGUL SYLLABLE ";
const IDEOGRAPH = "CJK UNIFIED IDEOGRAPH-";
const IDEOGRAPHS: readonly (readonly [number, number])[] = [
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2b739],
  [0x2b740, 0x2b81d],
  [0x2b820, 0x2cea1],
  [0x2ceb0, 0x2ebe0],
  [0x2ebf0, 0x2ee5d],
  [0x30000, 0x3134a],
  [0x31350, 0x323af],
];

function isIdeograph(codePoint: number): boolean {
  return IDEOGRAPHS.some(([first, last]) => codePoint >= first && codePoint <= last);
}

let names: Map<number, string> | null = null;
let codePoints: Map<string, number> | null = null;
let aliases: Map<string, readonly number[]> | null = null;

function allNames(): Map<number, string> {
  if (names !== null) return names;
  names = new Map();
  const words = wordText().split(" ");
  const integers = unpackIntegers(nameText());
  const current: string[] = [];
  let codePoint = 0;
  for (let at = 0; at < integers.length; ) {
    codePoint += integers[at];
    current.length = integers[at + 1];
    const end = at + 3 + integers[at + 2];
    for (at += 3; at < end; at++) current.push(words[integers[at]]);
    names.set(codePoint, current.join(" "));
  }
  return names;
}

/** unicodedata.name, or "" for a character without one. */
export function characterName(codePoint: number): string {
  const syllable = codePoint - HANGUL_FIRST;
  if (syllable >= 0 && syllable < HANGUL_COUNT) {
    const leading = Math.floor(syllable / (VOWELS.length * TRAILING.length));
    const vowel = Math.floor(syllable / TRAILING.length) % VOWELS.length;
    return HANGUL + LEADING[leading] + VOWELS[vowel] + TRAILING[syllable % TRAILING.length];
  }
  if (isIdeograph(codePoint)) return IDEOGRAPH + upper(codePoint.toString(16));
  return allNames().get(codePoint) ?? "";
}

/** The longest of a list that the text has at a place: its index and where it ends. */
function longest(parts: readonly string[], text: string, at: number): [index: number, end: number] {
  let found = -1;
  for (let i = 0; i < parts.length; i++) {
    if (text.startsWith(parts[i], at) && (found < 0 || parts[i].length > parts[found].length)) found = i;
  }
  return [found, found < 0 ? at : at + parts[found].length];
}

/** A-Z for a-z: what names are compared in. */
function upper(name: string): string {
  let result = "";
  for (let i = 0; i < name.length; i++) {
    const c = name.charCodeAt(i);
    result += String.fromCharCode(c >= 97 && c <= 122 ? c - 32 : c);
  }
  return result;
}

function hangulOf(name: string): number {
  const [leading, afterLeading] = longest(LEADING, name, HANGUL.length);
  const [vowel, afterVowel] = longest(VOWELS, name, afterLeading);
  const [trailing, end] = longest(TRAILING, name, afterVowel);
  if (leading < 0 || vowel < 0 || trailing < 0 || end !== name.length) return -1;
  return HANGUL_FIRST + (leading * VOWELS.length + vowel) * TRAILING.length + trailing;
}

/** The code point with a name; -1 for none. Aliases are not names. Names by rule must be in capitals, others need not. */
function namedCodePoint(given: string, name: string): number {
  if (given.startsWith(HANGUL)) return hangulOf(given);
  if (given.startsWith(IDEOGRAPH)) {
    const digits = given.slice(IDEOGRAPH.length);
    const codePoint = /^[0-9A-F]{4,5}$/.test(digits) ? Number.parseInt(digits, 16) : -1;
    return isIdeograph(codePoint) ? codePoint : -1;
  }
  if (codePoints === null) {
    codePoints = new Map();
    for (const [codePoint, one] of allNames()) codePoints.set(one, codePoint);
  }
  return codePoints.get(name) ?? -1;
}

/** What a name, an alias or the name of a sequence stands for, or null. */
export function charactersByName(given: string): readonly number[] | null {
  const name = upper(given);
  const codePoint = namedCodePoint(given, name);
  if (codePoint >= 0) return [codePoint];
  if (aliases === null) {
    aliases = new Map();
    for (const row of aliasText().split(";")) {
      const [alias, points] = row.split("=");
      aliases.set(
        alias,
        points.split(" ").map((point) => Number.parseInt(point, 16)),
      );
    }
  }
  return aliases.get(name) ?? null;
}

/** The character of \N{…}: names and aliases, not sequences. */
export function characterByName(name: string): number | null {
  const found = charactersByName(name);
  return found !== null && found.length === 1 ? found[0] : null;
}

// -- fields as runs over all code points ------------------------------------------------------------------------------------

class Runs {
  private readonly packed: () => string;
  private starts: number[] = [];
  private values: number[] = [];

  constructor(packed: () => string) {
    this.packed = packed;
  }

  at(codePoint: number): number {
    if (this.starts.length === 0) {
      const integers = unpackIntegers(this.packed());
      let start = 0;
      for (let i = 0; i < integers.length; i += 2) {
        this.starts.push(start);
        this.values.push(integers[i]);
        start += integers[i + 1];
      }
    }
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.starts[middle] <= codePoint) low = middle;
      else high = middle - 1;
    }
    return this.values[low];
  }
}

const widths = new Runs(widthText);
const mirrored = new Runs(mirroredText);
const classes = new Runs(classText);

export function eastAsianWidth(codePoint: number): string {
  return widthNames().split(" ")[widths.at(codePoint)];
}

export function isMirrored(codePoint: number): boolean {
  return mirrored.at(codePoint) !== 0;
}

/** "" for a character without a class. */
export function bidirectionalClass(codePoint: number): string {
  return classNames().split(" ")[classes.at(codePoint)];
}
