// npm test: everything, the build first, which the checks of generated sources need. Each check, each built target and each
// test counts as one; what is skipped is named; the last line is "N passed, N failed".
//
//   npm test                      all steps
//   npm test -- checks unit       some of: build, checks, unit, browser
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { findChromium } from "../test/support/chromium.ts";
import { bundleTargets } from "./build/bundles.ts";

const STEPS = ["build", "checks", "unit", "browser"] as const;
const RESULTS = "build/test";

const isCi = !["", "0", "false"].includes(process.env.CI ?? "");
const chosen = process.argv.slice(2);
const unknown = chosen.filter((name) => !STEPS.includes(name as never));
if (unknown.length > 0) {
  console.error(`test: no such step: ${unknown.join(", ")}; there are ${STEPS.join(", ")}`);
  process.exit(2);
}
const wants = (step: (typeof STEPS)[number]): boolean => chosen.length === 0 || chosen.includes(step);

let passed = 0;
let failed = 0;
const skipped: string[] = [];
const failures: string[] = [];

function count(name: string, isRight: boolean): void {
  if (isRight) passed++;
  else {
    failed++;
    failures.push(name);
  }
}

/** Runs a command of Node with its output shown; true when it ended with status 0. */
function node(name: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): boolean {
  const startMs = Date.now();
  console.log(`\n── ${name}`);
  const result = spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...environment } });
  const isRight = result.status === 0;
  console.log(`── ${name}: ${isRight ? "right" : "WRONG"} (${((Date.now() - startMs) / 1000).toFixed(1)} s)`);
  return isRight;
}

const tool = (file: string): string[] => ["tools/run.mjs", file];

function checks(): void {
  const biome = ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "--diagnostic-level=warn"];
  count("format and lint", node("format and lint", biome));
  for (const name of ["imports", "core", "tidy"]) count(name, node(name, tool(`tools/check-${name}.ts`)));
  for (const config of readdirSync(".").filter((file) => /^tsconfig(\.\w+)?\.json$/.test(file))) {
    count(`types (${config})`, node(`types (${config})`, ["node_modules/typescript/bin/tsc", "-p", config]));
  }
}

interface VitestResult {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

function vitest(name: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): void {
  mkdirSync(RESULTS, { recursive: true });
  const file = join(RESULTS, `${name}.json`);
  rmSync(file, { force: true });
  const command = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ];
  const isRight = node(name, [...command, ...args], environment);
  if (!existsSync(file)) {
    count(`${name}: no results`, false);
    return;
  }
  const result = JSON.parse(readFileSync(file, "utf8")) as VitestResult;
  passed += result.numPassedTests;
  const before = failures.length;
  for (const suite of result.testResults) {
    const path = suite.name.slice(process.cwd().length + 1);
    const wrong = suite.assertionResults.filter((test) => test.status === "failed");
    for (const test of wrong) failures.push(`${path}: ${test.fullName}`);
    // A file that could not even be loaded has no tests to count.
    if (suite.status === "failed" && wrong.length === 0) failures.push(`${path}: could not be run`);
    const left = suite.assertionResults.filter((test) => ["skipped", "pending", "todo"].includes(test.status));
    if (left.length > 0) skipped.push(`${path}: ${left.length} tests, the first: ${left[0].fullName}`);
  }
  if (!isRight && failures.length === before) failures.push(`${name}: ended with an error outside its tests`);
  failed += failures.length - before;
}

/** A Chromium, installed where the user may install one. */
function prepareChromium(): string | null {
  const found = findChromium();
  if (found !== null || process.platform !== "linux" || process.getuid?.() !== 0) return found;
  if (spawnSync("apt-get", ["--version"]).status !== 0) return null;
  console.log("\n── installing Chromium (apt-get install chromium)");
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const apt = (args: string[]): boolean =>
    spawnSync("apt-get", args, { stdio: "inherit", env: environment }).status === 0;
  const install = ["install", "-y", "--no-install-recommends", "chromium"];
  if (!apt(install)) apt(["update"]) && apt(install);
  return findChromium();
}

function hasBrowserTests(): boolean {
  const folder = "test/browser";
  return (
    existsSync(folder) &&
    (readdirSync(folder, { recursive: true }) as string[]).some((name) => name.endsWith(".test.ts"))
  );
}

if (wants("build")) {
  count("build", node("build", tool("tools/build/build.ts")));
  for (const target of bundleTargets(".")) {
    const missing = target.missing();
    if (missing !== null) skipped.push(`build of ${target.name}: ${missing}`);
  }
}
if (wants("checks")) checks();
if (wants("unit")) vitest("unit", ["--exclude", "test/browser/**"]);
if (wants("browser") && hasBrowserTests()) {
  const chromium = prepareChromium();
  if (chromium !== null) vitest("browser", ["test/browser"], { UNDERGLASS_CHROMIUM: chromium });
  else if (isCi) count("browser: there is no Chromium, and none could be installed", false);
  else skipped.push("browser: all tests of the page: no Chromium found; install one or set UNDERGLASS_CHROMIUM");
}

console.log("");
for (const line of skipped) console.log(`skipped: ${line}`);
for (const line of failures) console.log(`failed: ${line}`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
