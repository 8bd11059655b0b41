// What the core must not do, so that a run is the same on every host and the tables stay the only place of facts.
//   node tools/run.mjs tools/check-core.ts
// Exceptions stand in tools/check-core.allow.json, each with its reason; one that is no longer needed is a finding too.
import { readFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { join } from "node:path";
import { transform } from "esbuild";
import { parse } from "./build/expand-accessors.ts";
import { analyseScopes, type Node, walk } from "./build/scope.ts";
import { isGenerated, isSource, isTest, listFiles, readText, report } from "./source-files.ts";

export const CORE_FOLDERS = [
  "base",
  "memory",
  "bytecode",
  "parser",
  "compiler",
  "gc",
  "objects",
  "interpreter",
  "modules",
  "jit",
  "machine",
  "inspect",
  "recorder",
];

/** Exact by the ECMAScript standard; every other function of Math differs between engines or from glibc. */
const EXACT_MATH = new Set(["floor", "ceil", "trunc", "sqrt", "fround", "imul", "clz32", "abs", "min", "max"]);

const BANNED_GLOBALS: Readonly<Record<string, string>> = {
  Date: "time enters by the host",
  Intl: "results depend on the engine's locale data",
  performance: "time enters by the host",
  crypto: "entropy enters by the host",
  BigInt64Array: "many times slower than two words",
  BigUint64Array: "many times slower than two words",
  process: "the core knows no Node",
  Buffer: "the core knows no Node",
  require: "the core knows no Node",
  window: "the core knows no DOM",
  document: "the core knows no DOM",
  navigator: "the core knows no DOM",
  setTimeout: "time enters by the host",
  setInterval: "time enters by the host",
  eval: "only jit makes code",
};

const BANNED_METHODS: Readonly<Record<string, string>> = {
  localeCompare: "results depend on the engine's locale data",
  toLocaleString: "results depend on the engine's locale data",
  toLocaleUpperCase: "results depend on the engine's locale data",
  toLocaleLowerCase: "results depend on the engine's locale data",
  normalize: "the engine's Unicode version is not Python's",
  toUpperCase: "the engine's Unicode version is not Python's",
  toLowerCase: "the engine's Unicode version is not Python's",
};

/** Views of the memory: only src/memory may index them. */
const VIEWS = new Set(["U8", "I8", "U16", "I16", "I32", "U32", "F32", "F64", "buffer"]);

const ACCESSOR = /^(u8|i8|u16|i16|i32|u32|ptr|ssize|low|high|f64|set(U8|U16|I32|Ptr|PtrLow|Ssize|I64|F64))$/;

export type Rule = "math" | "power" | "global" | "method" | "regexp" | "view" | "offset";

export interface Finding {
  readonly path: string;
  readonly line: number;
  readonly rule: Rule;
  readonly message: string;
}

/** Findings of one file of the core. */
export async function checkCoreFile(path: string, text: string): Promise<Finding[]> {
  const stripped = await transform(text, {
    loader: "ts",
    sourcemap: "external",
    sourcefile: path,
    target: "es2022",
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  const map = new SourceMap(JSON.parse(stripped.map));
  const code = stripped.code;
  const program = parse(code);
  const scopes = analyseScopes(program);
  const findings: Finding[] = [];
  const lineStarts = [0];
  for (let i = 0; i < code.length; i++) if (code[i] === "\n") lineStarts.push(i + 1);
  const lineAt = (node: Node): number => {
    let low = 0;
    let high = lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (lineStarts[middle] <= node.start) low = middle;
      else high = middle - 1;
    }
    const entry = map.findEntry(low, node.start - lineStarts[low]) as { originalLine?: number };
    return (entry.originalLine ?? low) + 1;
  };
  const add = (node: Node, rule: Rule, message: string): void => {
    findings.push({ path, line: lineAt(node), rule, message });
  };
  const isGlobal = (node: Node, name: string): boolean =>
    node.type === "Identifier" && node.name === name && scopes.bindingOf(node) === null;
  const isBigInt = (node: Node): boolean =>
    (node.type === "Literal" && typeof node.bigint === "string") ||
    (node.type === "CallExpression" && isGlobal(node.callee, "BigInt"));
  // Written out, 2 ** n is exact in every engine.
  const isPowerOfTwo = (node: Node): boolean => node.left.value === 2 && Number.isInteger(node.right.value);
  const inMemory = path.startsWith("src/memory/");

  for (const [name, nodes] of scopes.globals) {
    if (Object.hasOwn(BANNED_GLOBALS, name))
      for (const node of nodes) add(node, "global", `${name}: ${BANNED_GLOBALS[name]}`);
  }
  walk(program, (node) => {
    switch (node.type) {
      case "MemberExpression": {
        const name = node.computed ? node.property.value : node.property.name;
        if (isGlobal(node.object, "Math")) {
          if (!EXACT_MATH.has(name))
            add(node, "math", `Math.${name ?? "[…]"}: not exact in every engine; base/libm has ours`);
        }
        return;
      }
      case "CallExpression": {
        if (node.callee.type === "MemberExpression" && !node.callee.computed) {
          const name = node.callee.property.name;
          if (Object.hasOwn(BANNED_METHODS, name)) add(node, "method", `.${name}(): ${BANNED_METHODS[name]}`);
        }
        if (!inMemory && node.callee.type === "Identifier" && ACCESSOR.test(node.callee.name)) {
          const address = node.arguments[0];
          const literal = address && fixedOffset(address);
          if (literal)
            add(literal, "offset", `${literal.value} in an address: a structure table or POINTER_BYTES says it`);
        }
        return;
      }
      case "VariableDeclarator":
        if (node.id.type === "ObjectPattern" && node.init && isGlobal(node.init, "Math")) {
          for (const property of node.id.properties) {
            if (!EXACT_MATH.has(property.key?.name))
              add(node, "math", `Math.${property.key?.name}: not exact in every engine`);
          }
        }
        return;
      case "BinaryExpression":
        if (node.operator === "**" && !isBigInt(node.left) && !isBigInt(node.right) && !isPowerOfTwo(node)) {
          add(node, "power", "** on numbers: not exact in every engine; base/libm has pow");
        }
        return;
      case "AssignmentExpression":
        if (node.operator === "**=") add(node, "power", "**= : not exact in every engine");
        return;
      case "Literal":
        if (node.regex && /\\[pP]\{/.test(node.regex.pattern)) {
          add(node, "regexp", "\\p{…}: the engine's Unicode version is not Python's");
        }
        return;
      case "ImportDeclaration":
        if (!inMemory && /\/memory\/memory\.ts$/.test(node.source.value)) {
          for (const item of node.specifiers) {
            if (item.type !== "ImportSpecifier")
              add(item, "view", "memory.ts as a whole: its calls cannot be expanded");
            else if (VIEWS.has(item.imported.name)) {
              add(
                item,
                "view",
                `${item.imported.name}: outside memory/ the accessors are used, which the build expands`,
              );
            }
          }
        }
        return;
    }
  });
  return findings.sort((a, b) => a.line - b.line);
}

/** A number literal of pointer size or more that is added in an address, which a table should give. */
function fixedOffset(address: Node): Node | null {
  if (address.type !== "BinaryExpression" || (address.operator !== "+" && address.operator !== "-")) return null;
  for (const side of [address.left, address.right] as Node[]) {
    if (side.type === "Literal" && typeof side.value === "number" && side.value >= 8) return side;
    const inner = fixedOffset(side);
    if (inner) return inner;
  }
  return null;
}

export interface Allowance {
  readonly path: string;
  readonly rule: Rule;
  readonly reason: string;
}

/** A path of an allowance that ends in "/" stands for the files below it. */
export function applyAllowances(findings: readonly Finding[], allowances: readonly Allowance[]): string[] {
  const used = new Set<Allowance>();
  const left = findings.filter((finding) => {
    const match = allowances.find(
      (a) =>
        a.rule === finding.rule &&
        (a.path === finding.path || (a.path.endsWith("/") && finding.path.startsWith(a.path))),
    );
    if (match) used.add(match);
    return !match;
  });
  const unused = allowances.filter((a) => !used.has(a));
  return [
    ...left.map((f) => `${f.path}:${f.line}: ${f.message} [${f.rule}]`),
    ...unused.map((a) => `tools/check-core.allow.json: ${a.path} no longer needs its exception [${a.rule}]`),
    ...allowances
      .filter((a) => a.reason.length < 10)
      .map((a) => `tools/check-core.allow.json: ${a.path} gives no reason`),
  ];
}

export const isCore = (path: string): boolean =>
  CORE_FOLDERS.some((folder) => path.startsWith(`src/${folder}/`)) &&
  isSource(path) &&
  !isTest(path) &&
  !isGenerated(path) &&
  !/^src\/machine\/(node|browser)\//.test(path);

export async function checkCoreOf(root: string): Promise<string[]> {
  const findings: Finding[] = [];
  const broken: string[] = [];
  for (const path of listFiles(root).filter(isCore)) {
    try {
      findings.push(...(await checkCoreFile(path, readText(root, path))));
    } catch (error) {
      broken.push(`${path}: cannot be read as TypeScript: ${(error as Error).message.split("\n")[0]}`);
    }
  }
  const allowances = JSON.parse(readFileSync(join(root, "tools/check-core.allow.json"), "utf8")) as Allowance[];
  return [...broken, ...applyAllowances(findings, allowances)];
}

if (process.argv[1]?.endsWith("check-core.ts")) report("core", await checkCoreOf("."));
