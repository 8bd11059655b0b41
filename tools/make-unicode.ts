// Writes src/base/unicode/*.gen.ts from the Unicode 15.1 data of two development dependencies:
//   @unicode/unicode-15.1.0   categories, binary properties, bidirectional classes, case mappings
//   pyodide                   what that package lacks, from the unicodedata module of the CPython 3.13 inside:
//                             digit and numeric values, combining classes, decompositions
// node tools/run.mjs tools/make-unicode.ts
import { writeFileSync } from "node:fs";
import { loadPyodide } from "pyodide";
import { packIntegers, zigzag } from "../src/base/unicode/packing.ts";

const CODE_POINT_COUNT = 0x110000;

async function data<Data>(path: string): Promise<Data> {
  return (await import(`@unicode/unicode-15.1.0/${path}.mjs`)).default as Data;
}
async function members(path: string): Promise<Uint8Array> {
  const result = new Uint8Array(CODE_POINT_COUNT);
  for (const { begin, end } of await data<{ begin: number; end: number }[]>(`${path}/ranges`))
    result.fill(1, begin, end);
  return result;
}
const mapping = <Value>(path: string): Promise<Map<number, Value>> => data(`${path}/code-points`);

const pyodide = await loadPyodide();
const fromPython: {
  digits: [number, number, number][];
  numbers: [number, number, number][];
  combining: [number, number][];
  decompositions: [number, string][];
} = JSON.parse(
  pyodide.runPython(`
import json, unicodedata
from fractions import Fraction
assert unicodedata.unidata_version == "15.1.0"
digits, numbers, combining, decompositions = [], [], [], []
for n in range(0x110000):
    c = chr(n)
    if unicodedata.digit(c, None) is not None:
        digits.append((n, unicodedata.decimal(c, -1), unicodedata.digit(c)))
    value = unicodedata.numeric(c, None)
    if value is not None:
        value = Fraction(value).limit_denominator(1000)
        numbers.append((n, value.numerator, value.denominator))
    if unicodedata.combining(c):
        combining.append((n, unicodedata.combining(c)))
    if unicodedata.decomposition(c):
        decompositions.append((n, unicodedata.decomposition(c)))
json.dumps(dict(digits=digits, numbers=numbers, combining=combining, decompositions=decompositions))
`),
);

const CATEGORY_NAMES: Record<string, string> = {
  Cn: "Unassigned",
  Lu: "Uppercase_Letter",
  Ll: "Lowercase_Letter",
  Lt: "Titlecase_Letter",
  Lm: "Modifier_Letter",
  Lo: "Other_Letter",
  Mn: "Nonspacing_Mark",
  Mc: "Spacing_Mark",
  Me: "Enclosing_Mark",
  Nd: "Decimal_Number",
  Nl: "Letter_Number",
  No: "Other_Number",
  Pc: "Connector_Punctuation",
  Pd: "Dash_Punctuation",
  Ps: "Open_Punctuation",
  Pe: "Close_Punctuation",
  Pi: "Initial_Punctuation",
  Pf: "Final_Punctuation",
  Po: "Other_Punctuation",
  Sm: "Math_Symbol",
  Sc: "Currency_Symbol",
  Sk: "Modifier_Symbol",
  So: "Other_Symbol",
  Zs: "Space_Separator",
  Zl: "Line_Separator",
  Zp: "Paragraph_Separator",
  Cc: "Control",
  Cf: "Format",
  Cs: "Surrogate",
  Co: "Private_Use",
};
const categories = Object.keys(CATEGORY_NAMES);
const categoryOf = new Uint8Array(CODE_POINT_COUNT);
for (const [index, name] of categories.entries()) {
  (await members(`General_Category/${CATEGORY_NAMES[name]}`)).forEach((isMember, codePoint) => {
    if (isMember) categoryOf[codePoint] = index;
  });
}
const isIn = (codePoint: number, names: string): boolean => names.includes(categories[categoryOf[codePoint]]);

const [upperCase, lowerCase, cased, caseIgnorable, xidStart, xidContinue, exclusions] = await Promise.all(
  ["Uppercase", "Lowercase", "Cased", "Case_Ignorable", "XID_Start", "XID_Continue", "Full_Composition_Exclusion"].map(
    (name) => members(`Binary_Property/${name}`),
  ),
);
const [whiteSpace, paragraphs, segments] = await Promise.all(
  ["White_Space", "Paragraph_Separator", "Segment_Separator"].map((name) => members(`Bidi_Class/${name}`)),
);
const simpleUpper = await mapping<number>("Simple_Case_Mapping/Uppercase");
const simpleLower = await mapping<number>("Simple_Case_Mapping/Lowercase");
const simpleTitle = await mapping<number>("Simple_Case_Mapping/Titlecase");
const foldCommon = await mapping<number>("Case_Folding/C");
const foldFull = await mapping<number[]>("Case_Folding/F");
const special = [
  await mapping<number[]>("Special_Casing/Uppercase"),
  await mapping<number[]>("Special_Casing/Lowercase"),
  await mapping<number[]>("Special_Casing/Titlecase"),
  foldFull,
];
const decimals = new Map(fromPython.digits.map(([codePoint, decimal]) => [codePoint, decimal]));
const digits = new Map(fromPython.digits.map(([codePoint, , digit]) => [codePoint, digit]));
const numbers = new Map(fromPython.numbers.map(([codePoint, top, bottom]) => [codePoint, [top, bottom]]));
const LINE_BREAKS = new Set([0x0a, 0x0b, 0x0c, 0x0d, 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029]);

// The bits of properties.ts, in its order.
function flagsOf(c: number): number {
  return [
    isIn(c, "Lm Lt Lu Ll Lo"),
    (decimals.get(c) ?? -1) >= 0,
    digits.has(c),
    numbers.has(c),
    isIn(c, "Zs") || whiteSpace[c] || paragraphs[c] || segments[c],
    lowerCase[c],
    upperCase[c],
    isIn(c, "Lt"),
    c === 0x20 || !isIn(c, "Cc Cf Cs Co Cn Zl Zp Zs"),
    xidStart[c],
    xidContinue[c],
    cased[c],
    caseIgnorable[c],
    LINE_BREAKS.has(c),
    special.some((sequences) => sequences.has(c)),
  ].reduce<number>((flags, isSet, bit) => flags | (isSet ? 1 << bit : 0), 0);
}

function runsOf(valueAt: (codePoint: number) => number): number[] {
  const runs: number[] = [];
  for (let codePoint = 0; codePoint < CODE_POINT_COUNT; codePoint++) {
    const value = valueAt(codePoint);
    if (runs.length > 0 && runs[runs.length - 2] === value) runs[runs.length - 1]++;
    else runs.push(value, 1);
  }
  return runs;
}

function expandRuns(runs: readonly number[], count: number): number[] {
  const values: number[] = [];
  for (let at = 0; values.length < count; at += 2) {
    for (let left = runs[at + 1]; left > 0 && values.length < count; left--) values.push(runs[at]);
  }
  return values;
}

const records = new Map<string, number>();
const recordFields: number[] = [];
const recordRuns = runsOf((c) => {
  const fields = [
    flagsOf(c),
    categoryOf[c],
    zigzag((simpleUpper.get(c) ?? c) - c),
    zigzag((simpleLower.get(c) ?? c) - c),
    zigzag((simpleTitle.get(c) ?? simpleUpper.get(c) ?? c) - c),
    zigzag((foldCommon.get(c) ?? c) - c),
    (decimals.get(c) ?? -1) + 1,
    (digits.get(c) ?? -1) + 1,
  ];
  const key = fields.join();
  let record = records.get(key);
  if (record === undefined) {
    record = records.size;
    records.set(key, record);
    recordFields.push(...fields);
  }
  return record;
});

const caseSequences: number[] = [];
special.forEach((sequences, kind) => {
  for (const [codePoint, sequence] of sequences) caseSequences.push(kind, codePoint, sequence.length, ...sequence);
});

function write(file: string, texts: Record<string, [comment: string, value: string]>): void {
  const lines = ["// Generated by tools/make-unicode.ts: do not edit. Integers are packed as packing.ts says."];
  for (const [name, [comment, value]] of Object.entries(texts)) {
    lines.push("", `/** ${comment} */`, `export const ${name} =`, `  ${JSON.stringify(value)};`);
  }
  writeFileSync(`src/base/unicode/${file}`, `${lines.join("\n")}\n`);
}

write("properties.gen.ts", {
  CATEGORIES: [
    "Names of the general categories, two letters each, in the order of their numbers.",
    categories.join(""),
  ],
  RECORDS: ["Records: the fields that properties.ts names, differences in zigzag form.", packIntegers(recordFields)],
  ASCII_RECORDS: ["Records of the first 128 code points.", packIntegers(expandRuns(recordRuns, 128))],
  RECORD_RUNS: ["Runs over all code points: record, length.", packIntegers(recordRuns)],
  CASE_SEQUENCES: [
    "Full case mappings: kind (upper, lower, title, fold), code point, length, code points.",
    packIntegers(caseSequences),
  ],
});

// Numeric values that are not the digit's own: runs of consecutive code points whose values grow by a constant step
// would hardly be shorter.
const numericIntegers: number[] = [];
let previous = 0;
for (const [codePoint, top, bottom] of fromPython.numbers) {
  if (digits.has(codePoint)) continue;
  numericIntegers.push(codePoint - previous, zigzag(top), bottom);
  previous = codePoint;
}
write("numeric.gen.ts", {
  NUMERIC_VALUES: [
    "Numeric values of characters that are no digits: code point less the previous one, numerator in zigzag form, denominator.",
    packIntegers(numericIntegers),
  ],
});

const combining = new Map(fromPython.combining);
const tags = [""];
const decompositionIntegers: number[] = [];
previous = 0;
for (const [codePoint, text] of fromPython.decompositions) {
  const words = text.split(" ");
  const tag = words[0].startsWith("<") ? words.shift()! : "";
  if (!tags.includes(tag)) tags.push(tag);
  decompositionIntegers.push(codePoint - previous, tags.indexOf(tag), exclusions[codePoint], words.length);
  let near = codePoint;
  for (const word of words) {
    const part = Number.parseInt(word, 16);
    // Parts of one decomposition lie near each other more often than near zero.
    decompositionIntegers.push(zigzag(part - near));
    near = part;
  }
  previous = codePoint;
}
write("normalization.gen.ts", {
  COMBINING_RUNS: [
    "Runs over all code points: canonical combining class, length.",
    packIntegers(runsOf((c) => combining.get(c) ?? 0)),
  ],
  DECOMPOSITION_TAGS: ["Tags of compatibility decompositions, by number; number zero is canonical.", tags.join(" ")],
  DECOMPOSITIONS: [
    "Code point less the previous one, tag, whether it is excluded from composition, length, then each part less the one before (the first less the code point) in zigzag form.",
    packIntegers(decompositionIntegers),
  ],
});
