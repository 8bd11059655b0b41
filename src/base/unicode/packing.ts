// Sequences of small integers as text, for tables in generated files: each integer is written in groups of five bits,
// lowest first, a character a group; a sixth bit says that another group follows.

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const CONTINUES = 32;

const valueOfCharacter = new Uint8Array(128);
for (let value = 0; value < ALPHABET.length; value++) valueOfCharacter[ALPHABET.charCodeAt(value)] = value;

/** Integers from 0 to 2^53. */
export function packIntegers(integers: readonly number[]): string {
  let text = "";
  for (const integer of integers) {
    let rest = integer;
    while (rest >= CONTINUES) {
      text += ALPHABET[(rest % CONTINUES) + CONTINUES];
      rest = Math.floor(rest / CONTINUES);
    }
    text += ALPHABET[rest];
  }
  return text;
}

export function unpackIntegers(text: string): number[] {
  const integers: number[] = [];
  let value = 0;
  let weight = 1;
  for (let at = 0; at < text.length; at++) {
    const group = valueOfCharacter[text.charCodeAt(at)];
    value += (group & (CONTINUES - 1)) * weight;
    if (group >= CONTINUES) {
      weight *= CONTINUES;
      continue;
    }
    integers.push(value);
    value = 0;
    weight = 1;
  }
  return integers;
}

/** Signed integers as unsigned ones: 0, −1, 1, −2, 2, … */
export function zigzag(value: number): number {
  return value < 0 ? -2 * value - 1 : 2 * value;
}

export function unzigzag(value: number): number {
  return value % 2 === 1 ? -(value + 1) / 2 : value / 2;
}
