// No sentence of CPython's docstrings stands in the repository: they come from a CPython when the build asks it
// (tools/build/docstrings.py), and this looks for them in every file.
//   node tools/run.mjs tools/check-docstrings.ts
// A text is looked at as words alone, so neither quotes nor line ends nor comment marks hide a sentence.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { answerFile } from "./build/ask-cpython.ts";
import { listFiles, readIfText, report } from "./source-files.ts";

/** Shorter ones anybody would write. */
const WORDS_MIN = 5;
/** What tells a sentence from names in a row. */
const OF_SENTENCES = new Set("the a an of are to if and with by from that this be it".split(" "));
const SIGNATURE_END = "\n--\n\n";
/** Words by which a sentence is found at all. */
const KEY_WORDS = 4;

const wordsOf = (text: string): string[] =>
  text
    .replace(/\\[nrt]/g, " ")
    .replace(/^[ \t]*(?:\/\/|#|\*)/gm, " ")
    .toLowerCase()
    .match(/[\w'-]+/g) ?? [];

/** Sentences as words, by their first words. */
export type Sentences = ReadonlyMap<string, readonly (readonly string[])[]>;

export function sentencesOf(docstrings: Iterable<string>): Sentences {
  const found = new Map<string, string[][]>();
  const seen = new Set<string>();
  for (const docstring of docstrings) {
    const text = docstring.slice(docstring.indexOf(SIGNATURE_END) + 1);
    for (const sentence of text.split(/(?<=[.!?:;])\s+|\n\n+/)) {
      const words = wordsOf(sentence);
      const whole = words.join(" ");
      if (words.length < WORDS_MIN || seen.has(whole) || !words.some((word) => OF_SENTENCES.has(word))) continue;
      seen.add(whole);
      const key = words.slice(0, KEY_WORDS).join(" ");
      const others = found.get(key);
      if (others === undefined) found.set(key, [words]);
      else others.push(words);
    }
  }
  return found;
}

/** The sentences that a text holds. */
export function findSentences(text: string, sentences: Sentences): string[] {
  const words = wordsOf(text);
  const findings: string[] = [];
  for (let i = 0; i + KEY_WORDS <= words.length; i++) {
    for (const sentence of sentences.get(words.slice(i, i + KEY_WORDS).join(" ")) ?? []) {
      if (sentence.every((word, k) => words[i + k] === word)) findings.push(sentence.join(" "));
    }
  }
  return findings;
}

/** Null where the build has not asked yet. */
export function docstringsOf(root: string): string[] | null {
  const path = answerFile("docstrings");
  const file = join(root, path);
  if (!existsSync(file)) return null;
  const table = JSON.parse(readFileSync(file, "utf8")) as Record<string, Record<string, string | null>>;
  return Object.values(table).flatMap((names) => Object.values(names).filter((text) => text !== null));
}

export function checkDocstringsOf(root: string): { findings: string[]; notes: string[] } {
  const docstrings = docstringsOf(root);
  if (docstrings === null)
    return {
      findings: [],
      notes: [`${answerFile("docstrings")} is not built: CPython's sentences were not looked for`],
    };
  const sentences = sentencesOf(docstrings);
  const findings: string[] = [];
  for (const path of listFiles(root)) {
    const text = readIfText(root, path);
    for (const sentence of text === null ? [] : findSentences(text, sentences)) {
      findings.push(`${path}: a sentence of CPython's docstrings: ${sentence}`);
    }
  }
  return { findings, notes: [] };
}

if (process.argv[1]?.endsWith("check-docstrings.ts")) {
  const { findings, notes } = checkDocstringsOf(".");
  report("docstrings", findings, notes);
}
