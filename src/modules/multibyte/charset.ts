// What bytes mean in an encoding of one to eight bytes a character, as tables that the build asked of CPython
// (tools/build/charsets.ts). A table is read from the library when its encoding is first used; it never changes, so it is
// no part of a run's state.
//
// Decoding walks rows of cells: the row of a prefix says what the byte behind it makes of it.
// Invariant: a cell is a character, or one of the negative numbers below; longer sequences than rows hold are computed.
import { LIBRARY } from "../../host/library.ts";
import { readHostFile } from "../../host/read_file.ts";
import { hostBytes } from "../host_text.ts";

/** Cells that are no character: nothing begins so, and one byte is wrong, or two. */
export const ILLEGAL = -1;
const ILLEGAL_TWO = -2;
/** More bytes are needed. */
export const MORE = -3;
/** Several characters: this minus their number in `several`. */
const SEVERAL = -4;

interface Row {
  readonly first: number;
  readonly cells: Int32Array;
}

/** A run of four-byte sequences of GB 18030, counted as digits, whose characters follow each other. */
type Run = readonly [number: number, character: number, count: number];

/** As tools/build/charsets.py writes it. */
interface Table {
  /** Short prefixes first. */
  readonly rows: readonly (readonly [prefix: string, first: number, cells: string])[];
  readonly several: readonly string[];
  readonly linear?: readonly Run[];
  /** Bytes of the letters of a Korean syllable, in the order of Unicode. */
  readonly syllables?: readonly [lead: readonly number[], vowel: readonly number[], tail: readonly number[]];
  /** Where encoding is not decoding turned round: bytes in hexadecimal, null for none. */
  readonly encode: readonly (readonly [character: number, bytes: string | null])[];
}

const MARKS: Readonly<Record<string, number>> = {
  "\ufdd0": ILLEGAL,
  "\ufdd1": ILLEGAL_TWO,
  "\ufdd2": MORE,
  "\ufdd3": SEVERAL,
};

/** So many bytes say that a sequence is computed. */
const COMPUTED_FROM = 2;
const FIRST_SYLLABLE = 0xac00;
const VOWELS = 21;
const TAILS = 28;
const LETTER_LEAD = 0xa4;
const FILLER = 0xd4;

/** What a sequence of bytes is: written by decode(), to be read before the next call. */
export const decoded = { characters: [0, 0], count: 0 };

const hexBytes = (text: string): number[] => text.match(/../g)?.map((pair) => Number.parseInt(pair, 16)) ?? [];

export class Charset {
  private readonly rows = new Map<number, Row>();
  private readonly table: Table;
  private readonly several: readonly (readonly number[])[];
  private turned: Map<number, readonly number[]> | null = null;
  /** Pairs of characters that have one sequence: by the first, then by the second. */
  private readonly pairs = new Map<number, Map<number, readonly number[]>>();

  constructor(table: Table) {
    this.table = table;
    this.several = table.several.map((text) => Array.from(text, (character) => character.codePointAt(0)!));
    let next = 0;
    for (const [prefix, first, text] of table.rows) {
      const cells = Int32Array.from(text, (character) => {
        const cell = MARKS[character] ?? character.codePointAt(0)!;
        return cell === SEVERAL ? SEVERAL - next++ : cell;
      });
      this.rows.set(prefix === "" ? 0 : Number.parseInt(`1${prefix}`, 16), { first, cells });
    }
  }

  /**
   * The sequence that byteAt(0), … begin with, `left` of them there: how many bytes it takes (then `decoded` has its
   * characters), MORE, or minus the number of bytes that are wrong.
   */
  decode(byteAt: (index: number) => number, left: number): number {
    let row = this.rows.get(0);
    let prefix = 1;
    for (let i = 0; i < left; i++) {
      if (row === undefined) return i < COMPUTED_FROM ? ILLEGAL : this.compute(byteAt, left);
      const byte = byteAt(i);
      const cell = row.cells[byte - row.first] ?? ILLEGAL;
      if (cell >= 0) {
        decoded.characters[0] = cell;
        decoded.count = 1;
        return i + 1;
      }
      if (cell <= SEVERAL) {
        [decoded.characters[0], decoded.characters[1]] = this.several[SEVERAL - cell];
        decoded.count = 2;
        return i + 1;
      }
      if (cell !== MORE) return cell;
      prefix = (prefix << 8) | byte;
      row = this.rows.get(prefix);
    }
    return MORE;
  }

  private compute(byteAt: (index: number) => number, left: number): number {
    decoded.count = 1;
    if (this.table.linear !== undefined) {
      if (left < 4) return MORE;
      const [first, second, third, fourth] = [byteAt(0) - 0x81, byteAt(1) - 0x30, byteAt(2) - 0x81, byteAt(3) - 0x30];
      if (first < 0 || third < 0 || fourth < 0 || fourth > 9) return ILLEGAL;
      const number = ((first * 10 + second) * 126 + third) * 10 + fourth;
      const run = this.table.linear.findLast((one) => one[0] <= number);
      if (run === undefined || number >= run[0] + run[2]) return ILLEGAL;
      decoded.characters[0] = run[1] + number - run[0];
      return 4;
    }
    if (this.table.syllables === undefined) return ILLEGAL;
    if (left < 8) return MORE;
    const [leads, vowels, tails] = this.table.syllables;
    const lead = leads.indexOf(byteAt(3));
    const vowel = vowels.indexOf(byteAt(5));
    const tail = tails.indexOf(byteAt(7));
    const isSpelled = byteAt(2) === LETTER_LEAD && byteAt(4) === LETTER_LEAD && byteAt(6) === LETTER_LEAD;
    if (!isSpelled || lead < 0 || vowel < 0 || tail < 0) return ILLEGAL;
    decoded.characters[0] = FIRST_SYLLABLE + (lead * VOWELS + vowel) * TAILS + tail;
    return 8;
  }

  /** The bytes of a character, or null. */
  encode(character: number): readonly number[] | null {
    const found = this.turnedRows().get(character);
    if (found !== undefined) return found.length > 0 ? found : null;
    const { linear, syllables } = this.table;
    if (linear !== undefined) {
      const run = linear.find((one) => character >= one[1] && character < one[1] + one[2]);
      if (run === undefined) return null;
      let rest = run[0] + character - run[1];
      const fourth = 0x30 + (rest % 10);
      rest = Math.floor(rest / 10);
      const third = 0x81 + (rest % 126);
      rest = Math.floor(rest / 126);
      return [0x81 + Math.floor(rest / 10), 0x30 + (rest % 10), third, fourth];
    }
    const syllable = character - FIRST_SYLLABLE;
    if (syllables === undefined || syllable < 0 || syllable >= syllables[0].length * VOWELS * TAILS) return null;
    const [leads, vowels, tails] = syllables;
    const lead = leads[Math.floor(syllable / (VOWELS * TAILS))];
    const vowel = vowels[Math.floor(syllable / TAILS) % VOWELS];
    return [LETTER_LEAD, FILLER, LETTER_LEAD, lead, LETTER_LEAD, vowel, LETTER_LEAD, tails[syllable % TAILS]];
  }

  /** Whether a character may be written together with the one that follows it. */
  beginsPair(character: number): boolean {
    this.turnedRows();
    return this.pairs.has(character);
  }

  encodePair(first: number, second: number): readonly number[] | null {
    return this.pairs.get(first)?.get(second) ?? null;
  }

  /** Bytes by character; none for one that cannot be encoded though some bytes mean it. */
  private turnedRows(): Map<number, readonly number[]> {
    if (this.turned !== null) return this.turned;
    const turned = new Map<number, readonly number[]>();
    for (const [prefix, first] of this.table.rows) {
      const head = hexBytes(prefix);
      const { cells } = this.rows.get(prefix === "" ? 0 : Number.parseInt(`1${prefix}`, 16))!;
      cells.forEach((cell, index) => {
        const bytes = [...head, first + index];
        if (cell >= 0) {
          if (!turned.has(cell)) turned.set(cell, bytes);
        } else if (cell <= SEVERAL) {
          const [base, mark] = this.several[SEVERAL - cell];
          const pairs = this.pairs.get(base) ?? new Map<number, readonly number[]>();
          this.pairs.set(base, pairs.set(mark, bytes));
        }
      });
    }
    for (const [character, bytes] of this.table.encode) turned.set(character, hexBytes(bytes ?? ""));
    this.turned = turned;
    return turned;
  }
}

/** Where the build puts the tables (tools/build/charsets.ts), below the library. */
const FOLDER = `${LIBRARY}/encodings/charsets`;

const charsets = new Map<string, Charset>();

/** The charset of an encoding; null where the library has no table of it. */
export function charsetOf(name: string): Charset | null {
  const known = charsets.get(name);
  if (known !== undefined) return known;
  const content = readHostFile(hostBytes(`${FOLDER}/${name}.json`));
  if (typeof content === "number") return null;
  const charset = new Charset(JSON.parse(asciiText(content)) as Table);
  charsets.set(name, charset);
  return charset;
}

/** The tables are written in ASCII, with escapes. */
function asciiText(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}
