// Rules about the files themselves: each says what it is for, none holds anything of one machine, large ones are known.
//   node tools/run.mjs tools/check-tidy.ts
import { isGenerated, isSource, isTest, lineOf, listFiles, readIfText, report } from "./source-files.ts";

/** Lines above which a source file is named in the report; not a finding. */
const LONG_FILE_LINES = 900;
const GOLDEN_BYTES_MAX = 300_000;

// Written in pieces, so that this file does not find itself.
const UNFINISHED = new RegExp(`\\b${["FIX", "ME"].join("")}\\b`, "i");
const MACHINE_PATHS = [
  /(?<![\w.~-])\/(?:home|root|Users)\/[\w.-]+/,
  new RegExp(`(?<![\\w.])/${"work"}/(?:main|notes|shared)\\b`),
  /\b[A-Z]:\\\\?(?:Users|Documents)/,
];
const REGISTRY_HOSTS =
  /\b(?:registry|npm|artifactory|nexus|verdaccio)[\w-]*\.(?!js\b|ts\b)[\w-]+\.(?:org|com|net|io|dev|internal|local|corp)\b/i;

/** What a conformance program prints on one machine only: paths and addresses that are another's elsewhere. */
const EXPECTATION = /^.*# expect(?:-json|-stderr)?: .*$/gm;
const PRINTED_OF_ONE_MACHINE = [
  /(?<![\w.~-])\/(?:work|opt|srv|mnt|var|run|private|Volumes|underglass)\/[\w.-]+/,
  /\/tmp\/(?!no\b)[\w.-]+/,
  /\b(?:site-packages|dist-packages|lib(?:64)?\/python3)\b/,
  /\b0x(?:7f[0-9a-f]{10}|55[0-9a-f]{10})\b/,
];

/** Files that hold what others wrote, or that name such things to talk about them. */
const QUOTING = /^(package-lock\.json|LICENSE|test\/golden\/)|(^|\/)golden\//;

function hasHeadComment(text: string): boolean {
  const head = text.replace(/^#!.*\n/, "").trimStart();
  return head.startsWith("//") || head.startsWith("/*");
}

export function checkTidyFile(path: string, text: string): string[] {
  const findings: string[] = [];
  if (!isTest(path) && (isSource(path) || /\.m?js$/.test(path)) && !isGenerated(path) && !hasHeadComment(text)) {
    findings.push(`${path}:1: no comment at the head that says what the file is for`);
  }
  const find = (pattern: RegExp, message: string): void => {
    const match = pattern.exec(text);
    if (match) findings.push(`${path}:${lineOf(text, match.index)}: ${message}: ${match[0]}`);
  };
  if (path === "package-lock.json") find(/"resolved"/, "addresses of a package registry in the lock file");
  if (QUOTING.test(path)) return findings;
  find(UNFINISHED, "a note that something is unfinished");
  for (const pattern of MACHINE_PATHS) find(pattern, "a path of one machine");
  find(REGISTRY_HOSTS, "the address of a package registry");
  if (path.startsWith("test/conformance/")) {
    for (const { 0: line, index } of text.matchAll(EXPECTATION)) {
      const match = PRINTED_OF_ONE_MACHINE.map((pattern) => pattern.exec(line)).find((found) => found !== null);
      if (match)
        findings.push(`${path}:${lineOf(text, index)}: an expectation holds what one machine prints: ${match[0]}`);
    }
  }
  if (/^<{7} |^>{7} /m.test(text)) findings.push(`${path}: a conflict that was not resolved`);
  return findings;
}

export function checkTidyOf(root: string): { findings: string[]; notes: string[] } {
  const findings: string[] = [];
  const notes: string[] = [];
  for (const path of listFiles(root)) {
    const text = readIfText(root, path);
    if (text === null) continue;
    findings.push(...checkTidyFile(path, text));
    if (/(^|\/)golden\//.test(path) && text.length > GOLDEN_BYTES_MAX) {
      findings.push(
        `${path}: ${Math.round(text.length / 1000)} kB; golden files stay below ${GOLDEN_BYTES_MAX / 1000} kB`,
      );
    }
    const lines = text.split("\n").length;
    if (isSource(path) && !isGenerated(path) && lines > LONG_FILE_LINES) notes.push(`long: ${path} (${lines} lines)`);
  }
  return { findings, notes };
}

if (process.argv[1]?.endsWith("check-tidy.ts")) {
  const { findings, notes } = checkTidyOf(".");
  report("tidy", findings, notes);
}
