// Compares the parser's errors and warnings with CPython's: type, message, position, text.
//
// node tools/run.mjs tools/oracle-errors.ts harvest            sources found in CPython's own tests
// node tools/run.mjs tools/oracle-errors.ts mutate COUNT SEED  real functions with tokens deleted, doubled or swapped
// node tools/run.mjs tools/oracle-errors.ts scramble COUNT SEED  lines of the same with single characters changed
// node tools/run.mjs tools/oracle-errors.ts encodings COUNT SEED  short sources with coding lines and stray bytes
// node tools/run.mjs tools/oracle-errors.ts compile COUNT SEED  mutated and scrambled sources through the whole compiler: no
//                                                           internal error, none that takes longer than SLOW_MS
// node tools/run.mjs tools/oracle-errors.ts golden             rewrites test/golden/parser/cases.json
// Prints the differences (the first SHOWN of them), grouped counts, and the share that is equal.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compileSource } from "../src/compiler/index.ts";
import { type Mode, parse, parseText } from "../src/parser/index.ts";
import { findPython } from "../test/support/python.ts";
import { dumpTree } from "../test/support/tree_dump.ts";

const SHOWN = Number(process.env.SHOWN ?? 40);
const python = findPython();
if (python === null) {
  console.error("no python3.13 found");
  process.exit(2);
}
const ask = (command: string, input: string): string =>
  execFileSync(python, ["tools/oracle-parse.py", command], { input, encoding: "utf8", maxBuffer: 1 << 30 });
const lib = execFileSync(python, ["-c", "import os; print(os.path.dirname(os.__file__))"], { encoding: "utf8" }).trim();

interface Answer {
  tree?: string;
  error?: unknown[];
  warnings: unknown[];
}
// A mode, with "bytes:" before it when the source is bytes, in hexadecimal.
type Case = readonly [Mode | "bytes:exec", string];

function ours([mode, source]: Case): Answer {
  const options = { filename: "<input>", nameToCodePoint: (name: string) => NAMES[name] ?? null };
  const { tree, error, warnings } =
    mode === "bytes:exec"
      ? parse(new Uint8Array(Buffer.from(source, "hex")), { mode: "exec", ...options })
      : parseText(source, { mode, ...options });
  const told = warnings.map((w) => [w.category, w.message, w.lineno]);
  if (tree !== null) return { tree: dumpTree(tree), warnings: told };
  const e = error;
  return { error: [e.type, e.message, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text], warnings: told };
}

const LIMITS: Case[] = [
  ["exec", `${"(".repeat(201)}\n`],
  ["exec", `${"-".repeat(6000)}1`],
  ["exec", `${"lambda:".repeat(3000)}1`],
  ["exec", `${"1**".repeat(3000)}1`],
  ["exec", "1".repeat(4301)],
  ["exec", `x = ${"f'{".repeat(151)}`],
  ["exec", Array.from({ length: 101 }, (_, i) => `${" ".repeat(i)}if 1:\n`).join("")],
  ["eval", "1 +"],
  ["eval", "(1,\n2)\n\n"],
  ["single", "x = 1\n"],
  ["single", "x = 1\ny = 2\n"],
  ["single", "if 1:\n  pass\n\n"],
  ["single", "\n"],
  ["single", ""],
];

const TESTS = [
  "syntax",
  "exceptions",
  "eof",
  "fstring",
  "grammar",
  "unpack_ex",
  "unparse",
  "string_literals",
  "positional_only_arg",
  "named_expressions",
  "patma",
  "type_params",
  "type_aliases",
  "type_comments",
  "generators",
  "genexps",
  "compile",
  "cmd_line_script",
  "tokenize",
  "except_star",
  "with",
  "coroutines",
  "asyncgen",
  "decorators",
  "keywordonlyarg",
  "dictcomps",
  "listcomps",
  "setcomps",
  "extcall",
  "scope",
  "global",
  "flufl",
  "future_stmt/test_future",
  "unicode_identifiers",
  "source_encoding",
  "codeop",
  "ast/test_ast",
  "traceback",
  "symtable",
  "type_annotations",
  "typing",
  "complex",
  "float",
  "int_literal",
  "lambda",
  "super",
  "peg_generator/test_pegen",
  "parser",
  "raise",
  "sys_settrace",
  "str",
  "tstring",
];

// A small generator of numbers, so that a seed says everything.
function random(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    let z = Math.imul(state ^ (state >>> 13), 0x297a2d39);
    z ^= z >>> 16;
    return (z >>> 0) % below;
  };
}

const PIECE =
  /\s+|#[^\n]*|[A-Za-z_][A-Za-z_0-9]*|\d[\w.]*|"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[-+*/%&|^<>=!:]=|\*\*|\/\/|->|\.\.\.|[\s\S]/g;
const INSERTS = [
  "(",
  ")",
  "[",
  "]",
  "{",
  "}",
  ",",
  ":",
  "=",
  ":=",
  "==",
  "*",
  "**",
  "if",
  "else",
  "for",
  "in",
  "not",
  "lambda",
  "print",
  "as",
  "def",
  "class",
  "await",
  "async",
  "yield",
  "return",
  "import",
  "from",
  "1",
  "x",
  "'s'",
  "f'{x}'",
  "f'{x!r:>{w}}'",
  ".",
  "/",
  "->",
  ";",
  "\n",
  "\n    ",
  "    ",
  "with",
  "except",
  "try:",
  "match x:",
  "case _:",
  "None",
  "True",
  "0777",
  "1_",
  "\\",
  "@",
  "!",
  "$",
  "?",
  "b'x'",
  "u'y'",
  "~",
  "global",
  "del",
  "is",
  "and",
];

function mutate(text: string, next: (below: number) => number): string {
  const pieces = text.match(PIECE) ?? [];
  const times = 1 + (next(3) === 0 ? 1 : 0);
  for (let k = 0; k < times; k++) {
    const i = next(pieces.length);
    const j = next(pieces.length);
    switch (next(6)) {
      case 0:
      case 1:
        pieces.splice(i, 1);
        break;
      case 2:
        pieces.splice(i, 0, pieces[i]);
        break;
      case 3: {
        const piece = pieces[i];
        pieces[i] = pieces[j];
        pieces[j] = piece;
        break;
      }
      case 4:
        pieces.splice(i, 0, ` ${INSERTS[next(INSERTS.length)]} `);
        break;
      default:
        pieces[i] = INSERTS[next(INSERTS.length)];
    }
  }
  return pieces.join("");
}

// Names in \\N{} are not what is compared here; the few that occur are looked up.
const NAMES: Record<string, number> = {};
function learnNames(cases: readonly Case[]): void {
  const found = new Set<string>();
  for (const [, source] of cases) for (const match of source.matchAll(/\\N\{([^}\n]+)\}/g)) found.add(match[1]);
  const script =
    "import sys,json,unicodedata\nd={}\nfor n in json.load(sys.stdin):\n try: d[n]=ord(unicodedata.lookup(n))\n except (KeyError,TypeError): pass\njson.dump(d,sys.stdout)";
  Object.assign(
    NAMES,
    JSON.parse(execFileSync(python!, ["-c", script], { input: JSON.stringify([...found]), encoding: "utf8" })),
  );
}

function compare(cases: readonly Case[]): number {
  learnNames(cases);
  const answers: Answer[] = [];
  for (let i = 0; i < cases.length; i += 5000)
    answers.push(...(JSON.parse(ask("cases", JSON.stringify(cases.slice(i, i + 5000)))) as Answer[]));
  let equal = 0;
  let errors = 0;
  let equalErrors = 0;
  let warningsOnly = 0;
  let shown = 0;
  const groups = new Map<string, number>();
  cases.forEach((one, i) => {
    const theirs = answers[i];
    let mine: Answer;
    try {
      mine = ours(one);
    } catch (error) {
      mine = { error: ["crash", String(error instanceof Error ? error.stack?.slice(0, 300) : error)], warnings: [] };
    }
    if (theirs.error) errors++;
    const same = mine.tree === theirs.tree && JSON.stringify(mine.error) === JSON.stringify(theirs.error);
    const sameWarnings = JSON.stringify(mine.warnings) === JSON.stringify(theirs.warnings);
    if (same && theirs.error) equalErrors++;
    if (same && sameWarnings) {
      equal++;
      return;
    }
    if (same) warningsOnly++;
    const group = `${theirs.error?.[1] ?? "(valid)"}  <>  ${mine.error?.[1] ?? "(valid)"}`;
    groups.set(group, (groups.get(group) ?? 0) + 1);
    if (shown++ < SHOWN) {
      const show = (a: Answer): string =>
        (a.error ? JSON.stringify(a.error) : "(valid)") + (sameWarnings ? "" : JSON.stringify(a.warnings));
      console.log(
        `${one[0]} ${JSON.stringify(one[1].slice(0, 400))}\n  CPython ${show(theirs).slice(0, 300)}\n  ours    ${show(mine).slice(0, 300)}`,
      );
      if (theirs.tree && mine.tree && theirs.tree !== mine.tree) {
        let k = 0;
        while (theirs.tree[k] === mine.tree[k]) k++;
        console.log(
          `  CPython ...${theirs.tree.slice(Math.max(0, k - 80), k + 60)}\n  ours    ...${mine.tree.slice(Math.max(0, k - 80), k + 60)}`,
        );
      }
    }
  });
  for (const [group, count] of [...groups].sort((a, b) => b[1] - a[1]).slice(0, SHOWN))
    console.log(`${count}  ${group}`);
  console.log(
    `${equal} of ${cases.length} equal (${((100 * equal) / cases.length).toFixed(2)} %); errors: ${equalErrors} of ${errors} (${((100 * equalErrors) / errors).toFixed(2)} %); only warnings differ: ${warningsOnly}`,
  );
  return cases.length - equal;
}

function testFiles(): string[] {
  const out: string[] = [];
  const all = new Set(readdirSync(join(lib, "test")));
  for (const name of TESTS) {
    const path = name.includes("/")
      ? `${name.startsWith("future") || name.startsWith("ast") || name.startsWith("peg") ? "test_" : ""}${name}.py`
      : `test_${name}.py`;
    if (name.includes("/") || all.has(path)) {
      try {
        readFileSync(join(lib, "test", path));
        out.push(join(lib, "test", path));
      } catch {}
    }
  }
  return out;
}

function harvest(): Case[] {
  const sources = JSON.parse(ask("harvest", testFiles().join("\n"))) as string[];
  const cases: Case[] = [];
  for (const source of sources) {
    cases.push(["exec", source]);
    if (source.length < 200) cases.push(["eval", source], ["single", source]);
  }
  return cases;
}

function functions(): string[] {
  const out: string[] = [];
  for (const name of [
    "dataclasses",
    "argparse",
    "typing",
    "inspect",
    "ast",
    "asyncio/base_events",
    "contextlib",
    "test/test_patma",
    "test/test_grammar",
    "test/test_fstring",
    "test/test_type_params",
    "statistics",
    "tarfile",
    "enum",
    "test/test_unparse",
    "functools",
    "subprocess",
    "test/test_coroutines",
    "test/test_named_expressions",
    "test/test_positional_only_arg",
  ]) {
    const text = readFileSync(join(lib, `${name}.py`), "utf8");
    for (const part of text.split(/\n(?=def |class | {4}def |@|async def )/)) {
      const lines = part.split("\n");
      const indent = /^ */.exec(lines[0])![0].length;
      const body = lines.slice(0, 25).map((line) => line.slice(Math.min(indent, /^ */.exec(line)![0].length)));
      out.push(`${body.join("\n")}\n`);
    }
  }
  return out;
}

const CHARACTERS = [
  ..."(){}[]'\"\"'fbru\\#:!=,.;\t \n\f\r0_9ejxo@$?`~^|&<>-+*/%éΩ€\u00a0\u200b\ud83d\ude00\u0301\x01\x7f\u2028ª²",
];

function scramble(text: string, next: (below: number) => number): string {
  const lines = text.split("\n");
  const from = next(lines.length);
  const characters = [...lines.slice(from, from + 1 + next(8)).join("\n")];
  for (let k = next(3); k >= 0; k--) {
    const i = next(characters.length + 1);
    const c = CHARACTERS[next(CHARACTERS.length)];
    if (next(2) === 0) characters.splice(i, 0, c);
    else characters.splice(i, 1 + next(2), ...(next(3) === 0 ? [] : [c]));
  }
  return characters.join("");
}

const CODING_LINES = [
  ["", "# coding: utf-8\n", "# coding: latin-1\n", "#!x\n# vim: set fileencoding=iso-8859-1-foo :\n"],
  [
    "# -*- coding: ascii -*-\n",
    "\n\n# coding: latin-1\n",
    "x=1 # coding: latin-1\n",
    "\ufeff",
    "\ufeff# coding: utf8\n",
  ],
  [
    "\ufeff# coding: utf-8\n",
    "# coding: UTF_8\n",
    "\r\n#coding=latin1\r\n",
    "x\n# coding: latin-1\n",
    "# coding : latin-1\n",
  ],
  ["\f # coding: l1\n", "\\\n# coding: latin-1\n", "# coding: no-such\n"],
].flat();
const STRAY_BYTES = [
  [0xff],
  [0xc3],
  [0xe2, 0x82],
  [0xed, 0xa0, 0x80],
  [0xf0, 0x9f],
  [0xa4],
  [0],
  [0xf4, 0x90, 0x80, 0x80],
];

function encoded(next: (below: number) => number): string {
  const text = Array.from(
    { length: 1 + next(12) },
    () => ["x", " ", "'", '"', "#", "\n", "=", "\r", "é", "1", "\\", "("][next(12)],
  );
  const bytes = [...Buffer.from(CODING_LINES[next(CODING_LINES.length)] + text.join("") + (next(2) === 0 ? "" : "\n"))];
  if (next(2) === 0) bytes.splice(next(bytes.length + 1), 0, ...STRAY_BYTES[next(STRAY_BYTES.length)]);
  return Buffer.from(bytes).toString("hex");
}

const SLOW_MS = 5000;

/** Compiles changed sources: how many end in an internal error or take too long. Each is printed, with its seed. */
function compileAll(count: number, firstSeed: number): number {
  const sources = functions();
  let bad = 0;
  let refused = 0;
  for (let seed = firstSeed; seed < firstSeed + count; seed++) {
    const next = random(seed);
    const text = sources[next(sources.length)];
    const source = new TextEncoder().encode(next(2) === 0 ? mutate(text, next) : scramble(text, next));
    const start = performance.now();
    let problem = "";
    try {
      const result = compileSource(source, { filename: "<input>", mode: "exec", optimize: 0, flags: 0 });
      if (result.error !== null) refused++;
    } catch (error) {
      problem = String(error instanceof Error ? error.stack?.slice(0, 400) : error);
    }
    if (problem === "" && performance.now() - start > SLOW_MS) problem = "too slow";
    if (problem === "") continue;
    bad++;
    console.log(`seed ${seed}: ${problem}\n${new TextDecoder().decode(source).slice(0, 400)}`);
  }
  console.log(`${count} sources from seed ${firstSeed}: ${refused} refused, ${bad} with an internal error or too slow`);
  return bad;
}

const [command = "harvest", countText = "2000", seedText = "1"] = process.argv.slice(2);
if (command === "harvest") process.exitCode = compare(harvest()) === 0 ? 0 : 1;
else if (command === "compile") process.exitCode = compileAll(Number(countText), Number(seedText)) === 0 ? 0 : 1;
else if (command === "mutate") {
  const next = random(Number(seedText));
  const sources = functions();
  const cases: Case[] = [];
  for (let i = 0; i < Number(countText); i++) cases.push(["exec", mutate(sources[next(sources.length)], next)]);
  console.log(`seed ${seedText}`);
  process.exitCode = compare(cases) === 0 ? 0 : 1;
} else if (command === "encodings") {
  const next = random(Number(seedText));
  console.log(`seed ${seedText}`);
  const cases = Array.from({ length: Number(countText) }, (): Case => ["bytes:exec", encoded(next)]);
  process.exitCode = compare(cases) === 0 ? 0 : 1;
} else if (command === "scramble") {
  const next = random(Number(seedText));
  const sources = functions();
  const fstrings = readFileSync(join(lib, "test/test_fstring.py"), "utf8")
    .split("\n")
    .filter((line) => /f['"]/.test(line));
  const cases: Case[] = [];
  for (let i = 0; i < Number(countText); i++) {
    const source = next(3) === 0 ? fstrings[next(fstrings.length)].trim() : sources[next(sources.length)];
    cases.push([(["exec", "exec", "exec", "eval", "single"] as const)[next(5)], scramble(source, next)]);
  }
  console.log(`seed ${seedText}`);
  process.exitCode = compare(cases) === 0 ? 0 : 1;
} else if (command === "golden") {
  // A few hundred short cases: one for each piece of syntax, each message a few times, and some short valid sources.
  const features = readFileSync("test/golden/parser/features.txt", "utf8").split("-----\n");
  const cases: Case[] = features.map((source): Case => ["exec", source]);
  cases.push(...LIMITS);
  const own = cases.length;
  cases.push(...harvest().filter(([, source]) => source.length < 160 && source.length > 0));
  learnNames(cases);
  const answers = JSON.parse(ask("cases", JSON.stringify(cases))) as Answer[];
  const perMessage = new Map<string, number>();
  const chosen: unknown[] = [];
  let valid = 0;
  cases.forEach(([mode, source], i) => {
    const answer = answers[i];
    const key = answer.error ? String(answer.error[1]).replace(/\d+|'[^']*'/g, "_") : "valid";
    const count = perMessage.get(key) ?? 0;
    if (i < own) {
      chosen.push({ mode, source, ...answer });
      return;
    }
    const limit = answer.error ? (key === "invalid syntax" ? 60 : 6) : 0;
    if (answer.tree && answer.tree.length < 700 && i % 7 === 0 && valid < 150 && mode !== "single") valid++;
    else if (count >= limit) return;
    perMessage.set(key, count + 1);
    chosen.push({ mode, source, ...answer });
  });
  mkdirSync("test/golden/parser", { recursive: true });
  const text = `[\n${chosen.map((one) => JSON.stringify(one)).join(",\n")}\n]\n`;
  writeFileSync("test/golden/parser/cases.json", text);
  writeFileSync("test/golden/parser/names.json", `${JSON.stringify(NAMES, null, 1)}\n`);
  console.log(`${chosen.length} cases, ${text.length} bytes`);
}
