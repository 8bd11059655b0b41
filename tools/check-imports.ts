// The import table: which part may import which, and that no two files import each other in a circle.
//   node tools/run.mjs tools/check-imports.ts
// Type-only imports count for the table (a part's types are part of its surface), not for circles (they vanish).
// Tests may import anything: nothing imports them.
import { dirname, join, normalize } from "node:path";
import { isSource, isTest, lineOf, listFiles, readText, report } from "./source-files.ts";

interface Row {
  /** Other parts, beside itself. */
  readonly parts: readonly string[];
  /** npm packages; "node:" stands for Node's own modules. */
  readonly packages?: readonly string[];
  /** Of some of the parts only files that begin like this. */
  readonly only?: Readonly<Record<string, readonly string[]>>;
}

const CORE_BELOW_MODULES = ["base", "memory", "bytecode", "gc", "objects", "interpreter", "parser", "compiler"];
const ALL_BELOW_MACHINE = [...CORE_BELOW_MODULES, "modules", "jit", "host"];
const ALL_BUT_UI = [...ALL_BELOW_MACHINE, "machine", "inspect", "recorder", "attach", "protocol", "server", "cli"];

/** DESIGN.md, "Where things live". The longest matching folder below src/ is a file's part; "." is src/ itself. */
export const IMPORT_TABLE: Readonly<Record<string, Row>> = {
  base: { parts: [] },
  memory: { parts: ["base"] },
  bytecode: { parts: ["base"] },
  parser: { parts: ["base"] },
  compiler: { parts: ["base", "parser", "bytecode"] },
  gc: { parts: ["base", "memory"] },
  objects: { parts: ["base", "gc", "memory", "bytecode"] },
  interpreter: { parts: ["base", "gc", "memory", "bytecode", "objects"] },
  modules: { parts: [...CORE_BELOW_MODULES, "host"], packages: ["fflate", "@noble/hashes"] },
  jit: { parts: ["base", "interpreter", "bytecode", "memory"] },
  host: { parts: ["base"], packages: ["fflate"] },
  "host/node": { parts: ["base", "host"], packages: ["node:"] },
  "host/browser": { parts: ["base", "host"] },
  machine: { parts: ALL_BELOW_MACHINE },
  "machine/node": {
    // The browser's host for sessions whose files are in memory.
    parts: [...ALL_BELOW_MACHINE, "machine", "host/node", "host/browser", "inspect", "recorder", "protocol"],
    packages: ["node:"],
  },
  "machine/browser": {
    parts: [...ALL_BELOW_MACHINE, "machine", "host/browser", "inspect", "recorder", "protocol"],
  },
  inspect: {
    parts: ["base", "memory", "bytecode"],
    // Tables, and nothing that would make the machine's own memory: inspect reads any.
    only: { memory: ["src/memory/map.ts", "src/memory/struct.ts", "src/memory/structs/"] },
  },
  recorder: { parts: ["base", "machine", "inspect", "protocol"], packages: ["fflate", "zod"] },
  attach: { parts: ["base", "inspect"], packages: ["node:"] },
  protocol: { parts: ["base"], packages: ["zod"] },
  server: {
    parts: [...ALL_BUT_UI, "host/node", "machine/node"],
    packages: ["node:", "hono", "@hono/node-server", "ws", "picocolors"],
  },
  cli: {
    parts: [...ALL_BUT_UI, "host/node", "machine/node", "."],
    packages: ["node:", "commander", "fflate", "picocolors"],
  },
  ui: {
    parts: ["base", "machine", "machine/browser", "recorder", "inspect", "protocol"],
    packages: [
      "solid-js",
      "@codemirror/",
      "@lezer/highlight",
      "@tanstack/virtual-core",
      "@fontsource/",
      "elkjs",
      "i18next",
      "fflate",
    ],
  },
  ".": { parts: ["machine", "machine/node", "machine/browser", "recorder", "inspect", "protocol"] },
};

export interface Import {
  readonly specifier: string;
  readonly isTypeOnly: boolean;
  readonly line: number;
}

/** Blanks out comments and templates, so that text in them is not taken for imports; strings stay. */
function withoutProse(text: string): string {
  const pattern = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`|\/\/[^\n]*|\/\*[\s\S]*?\*\//g;
  return text.replace(pattern, (match) => (/^(\/[/*]|`)/.test(match) ? match.replace(/[^\n]/g, " ") : match));
}

/** All imports of a file: declarations, re-exports and import(). */
export function importsOf(text: string): Import[] {
  const code = withoutProse(text);
  const found: Import[] = [];
  const add = (specifier: string, isTypeOnly: boolean, index: number): void => {
    found.push({ specifier, isTypeOnly, line: lineOf(code, index) });
  };
  for (const match of code.matchAll(/(?:^|;)[ \t]*(import|export)\b([^;"'`]*?)\bfrom\s*["']([^"'\n]+)["']/gm)) {
    const clause = match[2].trim();
    const named = /^\{([\s\S]*)\}$/.exec(clause);
    const names = named?.[1]
      .split(",")
      .map((n) => n.trim())
      .filter((n) => n !== "");
    const isTypeOnly =
      /^type\b/.test(clause) || (names !== undefined && names.length > 0 && names.every((n) => /^type\s/.test(n)));
    add(match[3], isTypeOnly, match.index);
  }
  for (const match of code.matchAll(/(?:^|;)[ \t]*import\s*["']([^"'\n]+)["']/gm)) add(match[1], false, match.index);
  for (const match of code.matchAll(/\bimport\(\s*["']([^"'\n]+)["']/g)) {
    add(
      match[1],
      /(^|[:<|&(=]|\btypeof)\s*$/.test(
        code.slice(Math.max(0, match.index - 20), match.index).replace(/\bawait\s*$/, "x"),
      ),
      match.index,
    );
  }
  return found;
}

/** The part that a path below src/ belongs to. */
export function partOf(path: string, table: Readonly<Record<string, Row>> = IMPORT_TABLE): string | null {
  const inside = path.slice("src/".length);
  if (!inside.includes("/")) return ".";
  const folders = inside.split("/").slice(0, -1);
  for (let depth = folders.length; depth > 0; depth--) {
    const name = folders.slice(0, depth).join("/");
    if (Object.hasOwn(table, name)) return name;
  }
  return null;
}

function packageAllowed(specifier: string, allowed: readonly string[]): boolean {
  return allowed.some((name) => specifier === name || specifier.startsWith(/[:/]$/.test(name) ? name : `${name}/`));
}

/** Findings for files given as text by path. */
export function checkImports(files: ReadonlyMap<string, string>): string[] {
  const findings: string[] = [];
  const edges = new Map<string, string[]>();
  for (const [path, text] of files) {
    const targets: string[] = [];
    edges.set(path, targets);
    const inSource = path.startsWith("src/") && !isTest(path);
    const part = inSource ? partOf(path) : null;
    if (inSource && part === null)
      findings.push(`${path}: its folder is not in the import table (tools/check-imports.ts)`);
    const row = part === null ? null : IMPORT_TABLE[part];
    for (const { specifier, isTypeOnly, line } of importsOf(text)) {
      if (!specifier.startsWith(".")) {
        if (row && !packageAllowed(specifier, row.packages ?? [])) {
          findings.push(`${path}:${line}: ${part} may not import the package ${specifier}`);
        }
        continue;
      }
      const bare = specifier.replace(/\?.*$/, "");
      const target = normalize(join(dirname(path), bare)).replaceAll("\\", "/");
      if (!/\.\w+$/.test(bare)) findings.push(`${path}:${line}: ${specifier} has no file name ending`);
      if (!isTypeOnly && files.has(target)) targets.push(target);
      if (!row || part === null) continue;
      if (!target.startsWith("src/"))
        findings.push(`${path}:${line}: ${part} may not import ${target}, which is outside src/`);
      else {
        const other = partOf(target);
        if (other === null || (other !== part && !row.parts.includes(other))) {
          findings.push(`${path}:${line}: ${part} may not import ${other ?? target} (${target})`);
        } else if (row.only?.[other]?.some((start) => target.startsWith(start)) === false) {
          findings.push(
            `${path}:${line}: ${part} may not import ${target}: of ${other} only ${row.only[other].join(", ")}`,
          );
        } else if (isTest(target)) findings.push(`${path}:${line}: imports a test`);
      }
    }
  }
  return [...findings, ...findCircles(edges)];
}

/** One finding for each circle met, with the chain of its files. */
export function findCircles(edges: ReadonlyMap<string, readonly string[]>): string[] {
  const findings: string[] = [];
  const state = new Map<string, "open" | "done">();
  const chain: string[] = [];
  const visit = (path: string): void => {
    state.set(path, "open");
    chain.push(path);
    for (const target of new Set(edges.get(path) ?? [])) {
      const at = state.get(target);
      if (at === "open") {
        findings.push(`import circle: ${[...chain.slice(chain.indexOf(target)), target].join(" → ")}`);
      } else if (at === undefined) visit(target);
    }
    chain.pop();
    state.set(path, "done");
  };
  for (const path of [...edges.keys()].sort()) if (!state.has(path)) visit(path);
  return findings;
}

export function checkImportsOf(root: string): string[] {
  const paths = listFiles(root).filter(isSource);
  return checkImports(new Map(paths.map((path) => [path, readText(root, path)])));
}

if (process.argv[1]?.endsWith("check-imports.ts")) report("imports", checkImportsOf("."));
