// Practising leaves no trace in a run, and shows V8 nearly all of the loop.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { emptyHost } from "../host/empty_host.ts";
import { Library } from "../host/library.ts";
import { takeSnapshot } from "../memory/snapshot.ts";
import { boot, instructionCount, makeBootImage, run, setPracticePlan, start } from "./machine_core.ts";
import { plainStart } from "./program_start.ts";

const PROGRAM = `
class Node:
    def __init__(self, value, rest):
        self.value, self.rest = value, rest

def build(n):
    return Node(n * 1.5, build(n - 1)) if n else None

kept = [build(n) for n in range(60)]
seen = {str(k): [k] for k in range(300)}
`;

function memoryAfter(image: Uint8Array): { instructions: number; memory: Uint8Array } {
  boot(image);
  const source = new TextEncoder().encode(PROGRAM);
  start(plainStart({ kind: "source", program: "p.py", source, executable: "python" }), {
    host: emptyHost,
    journal: null,
    library: new Library(() => null),
    isStopAsked: () => false,
  });
  expect(run(20_000).reason).toBe("target");
  const memory = takeSnapshot();
  run();
  return { instructions: instructionCount(), memory };
}

describe("a run that practised", () => {
  it("has the memory of one that did not", () => {
    const image = makeBootImage(null, readFileSync("src/machine/practice.py"));
    const practised: number[] = [];
    setPracticePlan({ after: 5000, onPractised: () => practised.push(instructionCount()) });
    const first = memoryAfter(image);
    const second = memoryAfter(image);
    // A realm practises once, so the second run did not.
    expect(practised).toEqual([5000]);
    expect(second.instructions).toBe(first.instructions);
    expect(Buffer.compare(second.memory, first.memory)).toBe(0);
  });
});

// In a process of its own: which blocks of the loop are executed when the bundle practises.
const COVERAGE = `
const inspector = require("node:inspector");
const { readFileSync } = require("node:fs");
const session = new inspector.Session();
session.connect();
const post = (method, given) => { let answer; session.post(method, given, (error, result) => { if (error) throw error; answer = result; }); return answer; };
post("Profiler.enable");
post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
require("./build/start/quick_start.cjs").evaluate(require("node:path").resolve("build/start"), false).exports.rehearse(readFileSync("build/boot.bin"));
const script = post("Profiler.takePreciseCoverage").result.find(({ url }) => url.endsWith("machine.cjs"));
const loop = script.functions.find(({ functionName }) => functionName === process.argv[1]);
console.log(JSON.stringify(loop.ranges));
`;

describe.skipIf(!existsSync("build/start/machine.cjs"))("the loop while practising", () => {
  const text = existsSync("build/start/machine.cjs") ? readFileSync("build/start/machine.cjs", "latin1") : "";
  it("executes every instruction, and all of it but what needs a lack of memory and the like", {
    timeout: 60_000,
  }, () => {
    const name = /function (run\d*)\(base, nested/.exec(text)![1];
    const printed = execFileSync(process.execPath, ["-e", COVERAGE, name], { encoding: "utf8", maxBuffer: 1 << 26 });
    const ranges = JSON.parse(printed) as { startOffset: number; endOffset: number; count: number }[];
    const unseen = ranges.filter(({ count }) => count === 0);
    const whole = unseen.filter(({ startOffset, endOffset }) =>
      /case \d+: \{/.test(text.slice(startOffset, endOffset)),
    );
    expect(whole.map(({ startOffset }) => text.slice(startOffset, startOffset + 20))).toEqual([]);
    const share = unseen.reduce((sum, { startOffset, endOffset }) => sum + endOffset - startOffset, 0);
    expect(share / (ranges[0].endOffset - ranges[0].startOffset)).toBeLessThan(0.1);
  });
});
