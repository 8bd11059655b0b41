// Expanded code leaves the same memory, the same results and the same order of evaluation as code with calls.
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { SourceMap } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleOptions } from "./bundles.ts";
import { expandAccessors } from "./expand-accessors.ts";
import { type LoadedKnowledge, loadKnowledge } from "./knowledge.ts";
import type { VariantReport } from "./variants.ts";

const root = resolve(".");
const file = join(root, "src/objects/under-test.ts");
const HEAD = `import { copyWide, f64, high, i16, i32, low, ptr, setF64, setI32, setI64, setPtr, setPtrLow, setSsize, setU16,
  setU8, u16, u32, u8, copyBytes, fillBytes, equalBytes, U8 } from "../memory/memory.ts";`;

let knowledge: LoadedKnowledge;
beforeAll(async () => {
  knowledge = await loadKnowledge(root);
});

const expanded = (body: string): string => expandAccessors(`${HEAD}\n${body}`, file, knowledge).magic.toString();
async function evaluate(source: string, resolveDir = dirname(file)): Promise<Record<string, unknown>> {
  const stdin = { contents: source, resolveDir, loader: "js" as const };
  const result = await build({ stdin, bundle: true, format: "esm", write: false, logLevel: "silent" });
  return await import(`data:text/javascript;base64,${Buffer.from(result.outputFiles[0].contents).toString("base64")}`);
}

describe("shape", () => {
  test.each([
    ["f(u8(a));", "f(($U8[a]));"],
    ["f(ptr(a + 8));", "f(($I32[(a + 8) >> 2]));"],
    ["setPtr(a, v);", "($I32[a >> 2] = v), ($I32[(a >> 2) + 1] = 0);"],
    ["setPtr(a, f());", "($I32[a >> 2] = (f())), ($I32[(a >> 2) + 1] = 0);"],
    ["setSsize(a, f());", "{ const $_v = (f()); $I32[a >> 2] = $_v; $I32[(a >> 2) + 1] = $_v >> 31; }"],
    ["setPtr(f(), v);", "{ const $_a = (f()); $I32[$_a >> 2] = v; $I32[($_a >> 2) + 1] = 0; }"],
    ["setPtr(a, a = 5);", "{ const $_a = a, $_v = (a = 5); $I32[$_a >> 2] = $_v; $I32[($_a >> 2) + 1] = 0; }"],
  ])("%s", (source, wanted) => {
    const text = expanded(`export function g(a, v, f) {\n${source}\n}`);
    expect(text).toContain(`{\n${wanted}\n}`);
  });

  test("an argument whose call could change the address is evaluated first, after the address", () => {
    const text = expanded(
      "let a = 0; export function next() { return a++; }\nexport function g() {\nsetPtr(a, next());\n}",
    );
    expect(text).toContain("{ const $_a = a, $_v = (next());");
  });

  test("a name that shadows an accessor is left alone", () => {
    const source = "function g(ptr) { return ptr(8); }";
    expect(expanded(source)).toBe(`${HEAD}\n${source}`);
  });

  test("table constants fold, also through a renaming import; shorthand properties stay", () => {
    const source = `import { HEAP_BASE as base, PAGE_BYTES } from "../memory/map.ts"; f(base + 1, { PAGE_BYTES, x: PAGE_BYTES });`;
    const { HEAP_BASE, PAGE_BYTES } = Object.fromEntries(knowledge.constantsOf(join(root, "src/memory/map.ts"))!);
    expect(expandAccessors(source, file, knowledge).magic.toString()).toContain(
      `f(${HEAP_BASE} + 1, { PAGE_BYTES, x: ${PAGE_BYTES} });`,
    );
  });

  test("an expression whose order cannot be kept stays a call", () => {
    const source = `${HEAD}\nexport function g(a, f) { return setPtr(f(), f()); }`;
    const expansion = expandAccessors(source, file, knowledge);
    expect(expansion.leftAsCalls.map((call) => call.name)).toEqual(["setPtr"]);
  });
});

// Random programs. Every expression may have effects: assignments to locals, calls that change captured variables and
// write a log, loads that a store of the same statement changes.
class Programs {
  constructor(private seed: number) {}
  pick<T>(items: readonly T[]): T {
    this.seed = (Math.imul(this.seed, 1103515245) + 12345) >>> 0;
    return items[(this.seed >>> 16) % items.length];
  }
  value(depth: number): string {
    if (depth <= 0) return this.pick(["a", "b", "c", "captured", "7", "1000003", "-5"]);
    const v = (): string => this.value(depth - 1);
    const at = (): string => this.address(depth - 1);
    return this.pick([
      v,
      () => `(${v()} + ${v()} | 0)`,
      () => `bump(${v()})`,
      () => `(b = ${v()} | 0)`,
      () => "c++",
      () => `(${v()} > ${v()} ? ${v()} : ${v()})`,
      () => `${this.pick(["i32", "u32", "ptr", "low", "high"])}(${at()})`,
      () => `u8(${at()})`,
      () => `i16(${at()})`,
      () => `(f64(${at()}) | 0)`,
      () => `(() => { ${this.statement(depth - 1)} return ${v()}; })()`,
    ])();
  }
  /** An address below 1 KiB from `base`, 8-aligned whatever the value. */
  address(depth: number): string {
    if (depth <= 0) return this.pick(["p", "q", "p + 8", "base + 24", "q + 16"]);
    return this.pick([
      () => this.address(0),
      () => `at(${this.value(depth)})`,
      () => "(p = at(p + 8))",
      () => "move()",
      () => `q + 8`,
      () => `p + 8 + 8`,
    ])();
  }
  statement(depth: number): string {
    const v = (): string => this.value(depth);
    const at = (): string => this.address(depth);
    const store = this.pick([
      () => `setU8(${at()}, ${v()})`,
      () => `setU16(${at()}, ${v()})`,
      () => `setI32(${at()}, ${v()})`,
      () => `setPtr(${at()}, ${v()})`,
      () => `setPtrLow(${at()}, ${v()})`,
      () => `setSsize(${at()}, ${v()})`,
      () => `setI64(${at()}, ${v()}, ${v()})`,
      () => `setF64(${at()}, ${v()} / 3)`,
      () => `copyWide(${at()}, ${at()})`,
      () => `copyBytes(${at()}, ${at()}, 16)`,
      () => `fillBytes(${at()}, ${v()}, 5)`,
    ])();
    return this.pick([
      () => `${store};`,
      () => `${store};`,
      () => `if (${v()} & 1) ${store}; else setI32(${at()}, ${v()});`,
      () => `(${store}, log.push(${v()}));`,
      () => `a = ${v()} | 0;`,
      () => `log.push(equalBytes(${at()}, ${at()}, 9));`,
    ])();
  }
  program(name: string): string {
    const statements = Array.from({ length: 12 }, () => `    ${this.statement(3)}`).join("\n");
    return `  programs.${name} = (log) => {
    let a = 1, b = 2, c = 3, captured = 4, p = base, q = base + 64;
    const at = (v) => base + ((v & 127) << 3);
    const bump = (v) => { log.push(v); captured = (captured + v) | 0; setI32(base + 40, captured); return captured; };
    const move = () => { q = at((q - base >> 3) + 3); log.push(q); return q; };
${statements}
    log.push(a, b, c, captured, p, q);
  };`;
  }
}

// A module of accessors of its own, of which only the tagged ones are expanded.
const COUNTED = `import { i32, ptr, setI32, type Address } from "../memory/memory.ts";
export let deallocCount = 0;
export function dealloc(o: Address): void { deallocCount++; setI32(o + 4, deallocCount); }
/** One more. @expand */
export function incref(o: Address): void {
  const count = (i32(o) + 1) | 0;
  if (count !== 0) setI32(o, count);
}
/**
 * One less.
 * @expand
 */
export function decref(o: Address): void {
  const count = i32(o);
  if (count > 1) setI32(o, count - 1);
  else if (count >= 0) {
    setI32(o, 0);
    dealloc(o);
  }
}
/** @expand */
export function replaceSlot(slot: Address, value: Address): void {
  const count = ptr(slot);
  setI32(slot, value);
  if (count !== 0) incref(slot + 8);
}
/** @expand */
export const typeOf = (o: Address): Address => ptr(o + 8);
/** @expand */
export function hasType(o: Address, flag: number): boolean { return (i32(typeOf(o) & 0xff8) & flag) !== 0; }
export function untagged(o: Address): number { return i32(o); }
`;

describe("tagged accessors", () => {
  const directory = mkdtempSync(join(tmpdir(), "underglass-tagged-"));
  const own = join(directory, "src/objects/under-test.ts");
  let known: LoadedKnowledge;
  beforeAll(async () => {
    for (const path of ["src/memory/memory.ts", "src/memory/map.ts", "src/base/assert.ts", "src/objects/counted.ts"]) {
      mkdirSync(join(directory, path, ".."), { recursive: true });
      writeFileSync(
        join(directory, path),
        path.endsWith("counted.ts") ? COUNTED : readFileSync(join(root, path), "utf8"),
      );
    }
    known = await loadKnowledge(directory, [
      { path: "src/memory/memory.ts", isTagged: false },
      { path: "src/objects/counted.ts", isTagged: true },
    ]);
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const PROGRAM = `import { U8, ptr } from "../memory/memory.ts";
import { dealloc, decref as release, hasType, incref, replaceSlot, typeOf, untagged } from "./counted.ts";
export function run() {
  const log = [];
  let count = 4096;
  const next = () => { log.push(count); count += 16; return count; };
  for (let i = 0; i < 40; i++) {
    incref(count);
    if (i & 1) release(next()); else incref(next() + 8);
    replaceSlot(next(), next());
    replaceSlot(count, i);
    log.push(typeOf(count), hasType(next(), 3), hasType(count, i), untagged(count));
    log.push(incref(count));
  }
  return { log, memory: U8.slice(4096, 16384).join() };
}`;

  test("are expanded, through each other, and leave equal memory", async () => {
    const expansion = expandAccessors(PROGRAM, own, known);
    const text = expansion.magic.toString();
    const body = text.slice(text.indexOf("function run"));
    expect(body).not.toMatch(/[^$]\b(release|replaceSlot|typeOf|hasType)\(/);
    expect(body).toContain("untagged(count)");
    expect(expansion.leftAsCalls.map((call) => call.name)).toEqual(["incref"]);
    const in_ = (source: string) => evaluate(source, dirname(own));
    const inPlace = ((await in_(text)).run as () => unknown)();
    expect(inPlace).toEqual(((await in_(PROGRAM)).run as () => unknown)());
  });

  test("one that cannot be expanded is refused", async () => {
    writeFileSync(
      join(directory, "src/objects/loop.ts"),
      "/** @expand */ export function f(a: number) { while (a) a--; }",
    );
    const load = loadKnowledge(directory, [{ path: "src/objects/loop.ts", isTagged: true }]);
    await expect(load).rejects.toThrow("f cannot be expanded: its body is more than");
  });
});

describe("random programs", () => {
  const seed = 20261123;
  test(`leave equal memory and equal logs (seed ${seed})`, async () => {
    const programs = new Programs(seed);
    const count = 400;
    const list = Array.from({ length: count }, (_, i) => programs.program(`p${i}`)).join("\n");
    const source = `${HEAD}\nconst base = 4096; const programs = {};\n{\n${list}\n}
      export function run(name) {
        U8.fill(0, 0, 8192); for (let i = 0; i < 2048; i++) U8[4000 + i] = i * 31;
        const log = []; programs[name](log); return { log, memory: Buffer.from(U8.slice(0, 8192)).toString("hex") };
      }`;
    const expansion = expandAccessors(source, file, knowledge);
    expect(expansion.expansionCount).toBeGreaterThan(count * 10);
    const calls = (await evaluate(source)).run as (name: string) => { log: unknown[]; memory: string };
    const inPlace = (await evaluate(expansion.magic.toString())).run as typeof calls;
    let logged = 0;
    for (let i = 0; i < count; i++) {
      const wanted = calls(`p${i}`);
      logged += wanted.log.length;
      expect(inPlace(`p${i}`), `program p${i} of seed ${seed}`).toEqual(wanted);
    }
    expect(logged).toBeGreaterThan(count * 10);
  });
});

describe("bundles of a small machine", () => {
  const directory = mkdtempSync(join(tmpdir(), "underglass-bundles-"));
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const RECORDER = (load: string, store: string): string => `import { CAPACITY } from "./memory.ts";
    export const reports: [string, number, number][] = [];
    export const checkedRange = (address: number, size: number): void => { reports.push(["range", address, size]); };
    const shadowBytes: number = CAPACITY;
    export function ${load}(address: number, size: number): void { if (shadowBytes) reports.push(["load", address, size]); }
    export function ${store}(address: number, size: number): void { if (shadowBytes) reports.push(["store", address, size]); }`;
  const ENTRY = `import { U8, copyBytes, equalBytes, ptr, setF64, setPtr, setU8, type Address } from "../memory/memory.ts";
import { PAGE_BYTES } from "../memory/map.ts";
import { CHECKED, TRACED } from "../memory/build_flags.ts";
import { allocatorWord } from "../memory/allocator.ts";

interface Pair { readonly at: Address }
/** A comment that the map must step over. */
export function work(pair: Pair, next: () => number): number {
  setPtr(pair.at + 8, next());
  setF64(pair.at + 16, 1.5);
  setU8(pair.at + PAGE_BYTES, 7);
  copyBytes(pair.at + 32, pair.at, 16);
  if (!equalBytes(pair.at, pair.at + 32, 8)) throw new Error("not equal");
  const result = ptr(pair.at + 8);
  return allocatorWord() === 0 ? result : -1;
}
export const flags = (): boolean[] => [CHECKED, TRACED];
export const memory = (): string => U8.slice(0, 16384).join();
`;
  const add = (path: string, content: string): void => {
    mkdirSync(join(directory, path, ".."), { recursive: true });
    writeFileSync(join(directory, path), content);
  };
  const make = async (
    variant: "plain" | "checked" | "traced",
  ): Promise<{ module: Record<string, never>; code: string; map: string }> => {
    const report: VariantReport = { expansionCount: 0, leftAsCalls: [] };
    const { knowledgeInputs: _, ...options } = await bundleOptions(
      { root: directory, file: "src/machine/entry.ts", variant, platform: "neutral" },
      report,
    );
    const result = await build({ ...options, write: false, outfile: join(directory, `${variant}.js`) });
    const text = (end: string): string => result.outputFiles!.find((f) => f.path.endsWith(end))!.text;
    const address = `data:text/javascript;base64,${Buffer.from(text(".js")).toString("base64")}`;
    return { module: await import(/* @vite-ignore */ address), code: text(".js"), map: text(".js.map") };
  };
  beforeAll(() => {
    for (const path of [
      "src/memory/memory.ts",
      "src/memory/map.ts",
      "src/memory/build_flags.ts",
      "src/base/assert.ts",
    ]) {
      add(path, readFileSync(join(root, path), "utf8"));
    }
    add(
      "src/memory/allocator.ts",
      'import { i32 } from "./memory.ts"; export const allocatorWord = (): number => i32(64);',
    );
    add("src/memory/checked.ts", RECORDER("checkedLoad", "checkedStore"));
    add("src/memory/traced.ts", RECORDER("tracedLoad", "tracedStore"));
    add("src/machine/entry.ts", `${ENTRY}export const reports = null;`);
  });

  test("plain has no calls of accessors, and equal memory", async () => {
    const { module, code } = await make("plain");
    const work = module.work as (pair: object, next: () => number) => number;
    expect((module.flags as () => boolean[])()).toEqual([false, false]);
    expect(work({ at: 8192 }, () => 4711)).toBe(4711);
    const body = code.slice(code.indexOf("function work"), code.indexOf("var memory"));
    expect(body).not.toMatch(/\b(ptr|setPtr|setF64|setU8|copyBytes)\(/);
    expect(body).not.toContain("PAGE_BYTES");
  });

  test("checked and traced report every access, and leave the memory of plain", async () => {
    const plain = await make("plain");
    (plain.module.work as (pair: object, next: () => number) => number)({ at: 8192 }, () => 4711);
    for (const variant of ["checked", "traced"] as const) {
      add("src/machine/entry.ts", `${ENTRY}export { reports } from "../memory/${variant}.ts";`);
      const { module } = await make(variant);
      expect((module.work as (pair: object, next: () => number) => number)({ at: 8192 }, () => 4711)).toBe(4711);
      expect((module.flags as () => boolean[])()).toEqual([variant === "checked", variant === "traced"]);
      expect(module.reports).toEqual([
        ["store", 8200, 8],
        ["store", 8208, 8],
        ["store", 12288, 1],
        [variant === "checked" ? "range" : "load", 8192, 16],
        [variant === "checked" ? "range" : "store", 8224, 16],
        ["load", 8192, 4],
        ["load", 8224, 4],
        ["load", 8196, 4],
        ["load", 8228, 4],
        ["load", 8200, 8],
        // The allocator's own access.
        ...(variant === "checked" ? [] : [["load", 64, 4]]),
      ]);
      expect((module.memory as () => string)()).toBe((plain.module.memory as () => string)());
    }
    add("src/machine/entry.ts", `${ENTRY}export const reports = null;`);
  });

  test("the source map leads back to the TypeScript", async () => {
    const { code, map } = await make("plain");
    const lines = code.split("\n");
    const at = lines.findIndex((line) => line.includes('new Error("not equal")'));
    const column = lines[at].indexOf("new Error");
    const entry = new SourceMap(JSON.parse(map)).findEntry(at, column) as {
      originalSource: string;
      originalLine: number;
    };
    expect(entry.originalSource).toMatch(/src\/machine\/entry\.ts$/);
    expect(ENTRY.split("\n")[entry.originalLine]).toContain('new Error("not equal")');
  });
});
