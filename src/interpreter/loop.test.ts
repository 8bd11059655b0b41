// V8 never optimises a function whose bytecode is too long (PERFORMANCE.md): each function that dispatches instructions
// stays well below. Measured on the bundle that runs, as it was built.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const bundle = join(process.cwd(), "build/start/machine.cjs");
/** V8's own is 61,440; the rest is for the next version of V8 and of the compiler of the bundle. */
const LIMIT_BYTES = 54_000;

/** Bytecode lengths of a function of the bundle, by compiling all of it at once. */
function bytecodeBytes(name: string): number {
  const script = `new (require("vm").Script)(require("fs").readFileSync(${JSON.stringify(bundle)}, "utf8"))`;
  const printed = execFileSync(
    process.execPath,
    ["--print-bytecode", "--no-lazy", `--print-bytecode-filter=${name}`, "-e", script],
    { encoding: "utf8", maxBuffer: 1 << 28 },
  );
  const lengths = [...printed.matchAll(/Bytecode length: (\d+)/g)].map((match) => Number(match[1]));
  return Math.max(...lengths, 0);
}

describe.skipIf(!existsSync(bundle))("functions that dispatch instructions", () => {
  const text = existsSync(bundle) ? readFileSync(bundle, "utf8") : "";
  const names = [
    ...text.matchAll(/function (run\d*)\(base, nested/g),
    ...text.matchAll(/function (cold\d+)\(opcode, oparg, frame, ip, sp\)/g),
    ...text.matchAll(/function (finish\d+)\(key, oparg, frame, ip, sp, value\)/g),
  ].map((match) => match[1]);

  it("are found in the bundle", () => {
    expect(names.length).toBeGreaterThanOrEqual(4);
  });

  it.each(names)("%s is short enough to be optimised", (name) => {
    const bytes = bytecodeBytes(name);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(LIMIT_BYTES);
  });
});

/** Rare instructions that practising does not reach make V8 compile a function of them again, but not more often than that. */
const COLD_BAILOUTS = 2;

// Programs of different kinds, long enough for V8 to have compiled the loop in the middle.
describe.skipIf(!existsSync(bundle))("the loop in a long run", () => {
  it.each([
    ["richards", "5", "3"],
    ["chaos", "4", "8000"],
    ["nqueens", "5", "7"],
    ["floats", "4", "20000"],
  ])("of %s is compiled, and V8 never leaves what it compiled", { timeout: 120_000 }, (...program) => {
    const traced = execFileSync(
      process.execPath,
      ["--trace-opt", "--trace-deopt", "bin/underglass", "run", "bench/driver.py", ...program],
      { encoding: "utf8", maxBuffer: 1 << 28, env: { ...process.env, PYTHONHASHSEED: "0" } },
    );
    const loop = /function (run\d*)\(base, nested/.exec(readFileSync(bundle, "utf8"))![1];
    const told = traced.split("\n").filter((line) => line.includes(`<JSFunction ${loop} `));
    expect(told.filter((line) => line.includes("bailout"))).toEqual([]);
    expect(told.filter((line) => line.includes("completed optimizing")).length).toBeGreaterThan(0);
    const bailouts = new Map<string, number>();
    for (const line of traced.split("\n")) {
      const name = /<JSFunction ((?:cold|finish)\d+) /.exec(line)?.[1];
      if (name === undefined) continue;
      expect(line).not.toContain("disabled optimization");
      if (line.includes("bailout")) bailouts.set(name, (bailouts.get(name) ?? 0) + 1);
    }
    for (const [name, count] of bailouts) expect(count, name).toBeLessThanOrEqual(COLD_BAILOUTS);
  });
});
