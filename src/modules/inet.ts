// Internet addresses as texts and as bytes, by the C library's rules: inet_aton, inet_pton, inet_ntop.

/** What fits into so many bytes is below. */
const LIMITS = [1, 0x100, 0x10000, 0x1000000, 0x100000000];

/** Numbers of one to four parts, decimal, octal or hexadecimal; the last part fills what is left. Null: no address. */
export function parseLooseV4(text: string): Uint8Array | null {
  const word = /^[^ \t\n\v\f\r]*/.exec(text)?.[0] ?? "";
  const parts = word.split(".");
  if (parts.length > 4) return null;
  const numbers: number[] = [];
  for (const part of parts) {
    if (!/^(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9][0-9]*)$/.test(part)) return null;
    const isHex = /^0x/i.test(part);
    numbers.push(isHex ? Number(part) : part[0] === "0" ? Number.parseInt(part, 8) : Number(part));
  }
  const last = numbers.pop() as number;
  const room = 4 - numbers.length;
  if (numbers.some((n) => n > 255) || last >= LIMITS[room]) return null;
  const bytes = new Uint8Array(4);
  bytes.set(numbers);
  let rest = last;
  for (let i = 3; i >= numbers.length; i--) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  return bytes;
}

/** Four decimal numbers without zeros in front. Null: no address. */
export function parseV4(text: string): Uint8Array | null {
  const parts = text.split(".");
  const fits = parts.length === 4 && parts.every((part) => /^(0|[1-9][0-9]{0,2})$/.test(part) && Number(part) < 256);
  return fits ? Uint8Array.from(parts, Number) : null;
}

export function textOfV4(bytes: Uint8Array): string {
  return bytes.join(".");
}

/** Null: no address. */
export function parseV6(text: string): Uint8Array | null {
  const halves = text.split("::");
  if (halves.length > 2) return null;
  const wordsOf = (half: string, isLast: boolean): number[] | null => {
    if (half === "") return [];
    const words: number[] = [];
    const parts = half.split(":");
    for (const [i, part] of parts.entries()) {
      const v4 = isLast && i === parts.length - 1 ? parseV4(part) : null;
      if (v4 !== null) words.push(v4[0] * 256 + v4[1], v4[2] * 256 + v4[3]);
      else if (/^[0-9a-fA-F]{1,4}$/.test(part)) words.push(Number.parseInt(part, 16));
      else return null;
    }
    return words;
  };
  const front = wordsOf(halves[0], halves.length === 1);
  const back = halves.length === 2 ? wordsOf(halves[1], true) : [];
  if (front === null || back === null) return null;
  const count = front.length + back.length;
  if (halves.length === 2 ? count > 7 : count !== 8) return null;
  const words = [...front, ...new Array(8 - count).fill(0), ...back];
  return Uint8Array.from(words.flatMap((word) => [word >> 8, word & 255]));
}

/** The longest run of zero words is "::", the first of equal ones; an embedded IPv4 address is shown as one. */
export function textOfV6(bytes: Uint8Array): string {
  const words = Array.from({ length: 8 }, (_, i) => bytes[2 * i] * 256 + bytes[2 * i + 1]);
  let start = -1;
  let length = 1;
  for (let i = 0; i < 8; i++) {
    let end = i;
    while (end < 8 && words[end] === 0) end++;
    if (end - i > length) {
      start = i;
      length = end - i;
    }
    if (end > i) i = end;
  }
  const isV4 =
    start === 0 && (length === 6 || (length === 7 && words[7] !== 1) || (length === 5 && words[5] === 0xffff));
  let text = "";
  for (let i = 0; i < 8; i++) {
    if (i >= start && i < start + length && start >= 0) {
      if (i === start) text += ":";
      continue;
    }
    if (i !== 0) text += ":";
    if (i === 6 && isV4) return text + textOfV4(bytes.subarray(12));
    text += words[i].toString(16);
  }
  return start >= 0 && start + length === 8 ? `${text}:` : text;
}
