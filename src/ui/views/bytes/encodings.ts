// The same text in other encodings, and bytes read with the wrong one. Decoding is the browser's; it encodes UTF-8 only, so
// the tables for the others are made by decoding every sequence there is, once.
// Invariant: a character that an encoding has not is null, never a substitute.

type Table = ReadonlyMap<number, readonly number[]>;
const tables = new Map<string, Table>();

/** Lead and trail bytes of the two-byte encodings (WHATWG Encoding, indexes). */
const RANGES: Record<string, { lead: readonly (readonly [number, number])[]; trail: readonly [number, number] }> = {
  gbk: { lead: [[0x81, 0xfe]], trail: [0x40, 0xfe] },
  // Below 0xA1 are Hong Kong's additions, which are decoded and never written.
  big5: { lead: [[0xa1, 0xf9]], trail: [0x40, 0xfe] },
  shift_jis: {
    lead: [
      [0x81, 0x9f],
      [0xe0, 0xfc],
    ],
    trail: [0x40, 0xfc],
  },
};

function tableOf(label: string): Table {
  const found = tables.get(label);
  if (found) return found;
  const table = new Map<number, readonly number[]>();
  const decoder = new TextDecoder(label, { fatal: true });
  const add = (bytes: readonly number[]) => {
    let text: string;
    try {
      text = decoder.decode(Uint8Array.from(bytes));
    } catch {
      return;
    }
    const point = text.codePointAt(0);
    if (point !== undefined && [...text].length === 1 && !table.has(point)) table.set(point, bytes);
  };
  for (let byte = 0; byte < 0x100; byte++) add([byte]);
  const { lead, trail } = RANGES[label]!;
  for (const [first, last] of lead) {
    for (let a = first; a <= last; a++) for (let b = trail[0]; b <= trail[1]; b++) add([a, b]);
  }
  tables.set(label, table);
  return table;
}

function units(point: number, width: number, isLittle: boolean): number[] {
  const bytes = Array.from({ length: width }, (_, i) => Math.floor(point / 256 ** (width - 1 - i)) % 256);
  return isLittle ? bytes.reverse() : bytes;
}

function utf16(point: number, isLittle: boolean): number[] {
  if (point < 0x1_0000) return units(point, 2, isLittle);
  const rest = point - 0x1_0000;
  return [...units(0xd800 + (rest >> 10), 2, isLittle), ...units(0xdc00 + (rest & 0x3ff), 2, isLittle)];
}

export const ENCODINGS = ["UTF-8", "UTF-16 BE", "GBK", "Big5", "Shift-JIS", "Latin-1", "UTF-32 LE"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Bytes of one character, or null where the encoding has not got it. */
export function encode(point: number, encoding: Encoding): readonly number[] | null {
  switch (encoding) {
    case "UTF-8":
      return point >= 0xd800 && point < 0xe000 ? null : [...new TextEncoder().encode(String.fromCodePoint(point))];
    case "UTF-16 BE":
      return utf16(point, false);
    case "UTF-32 LE":
      return units(point, 4, true);
    case "Latin-1":
      return point < 0x100 ? [point] : null;
    case "GBK":
      return tableOf("gbk").get(point) ?? null;
    case "Big5":
      return tableOf("big5").get(point) ?? null;
    case "Shift-JIS":
      return tableOf("shift_jis").get(point) ?? null;
  }
}

const LABELS: Partial<Record<Encoding, string>> = {
  "UTF-8": "utf-8",
  GBK: "gbk",
  Big5: "big5",
  "Shift-JIS": "shift_jis",
};

/** Characters that bytes make when read as an encoding; null stands for what it cannot read. */
export function decode(bytes: readonly number[], encoding: Encoding): (string | null)[] {
  const label = LABELS[encoding];
  const text =
    label === undefined
      ? String.fromCharCode(...bytes)
      : new TextDecoder(label, { ignoreBOM: true }).decode(Uint8Array.from(bytes));
  return [...text].map((character) => (character === "\ufffd" ? null : character));
}

/** Written in one encoding and read in another; what is wrong with it is what the notes call garbled. */
export const MISREADINGS: readonly (readonly [written: Encoding, read: Encoding])[] = [
  ["GBK", "Latin-1"],
  ["UTF-8", "Latin-1"],
  ["UTF-8", "GBK"],
  ["GBK", "UTF-8"],
];
