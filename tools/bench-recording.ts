// What time travel costs: recording against not recording, seeks, single steps, size in memory and on disk.
//   npm run bench:recording               the run of 100 million instructions
//   npm run bench:recording -- --long     and that of 2,000 million, which takes minutes
//   … -- --cpu                            processor time instead of the clock's, for a machine that is busy
// Each figure is of a process of its own; the bars are those of the issue, for a quiet machine.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { plainStart } from "../src/machine/program_start.ts";

const BUNDLE = resolve("build/bundles/plain/recorder-node.js");
const MEBIBYTE = 1024 * 1024;
const MILLION = 1e6;
const SEEKS = 40;
const STEPS = 20;
const ROUNDS = 3;

/** A heap of so many megabytes of objects, lists, tuples, numbers and strings, of which some are replaced all the time. */
function program(megabytes: number): string {
  // One entry of the table is some 400 bytes.
  const count = Math.round((megabytes * MEBIBYTE) / 400);
  return `
class Node:
    def __init__(self, key, other):
        self.key = key
        self.weight = key * 0.5
        self.other = other
        self.items = [key, key + 1000, (key, self.weight)]

    def touched(self, n):
        self.weight += n * 0.25
        self.items[n % 3] = n
        return self.key

def work(table):
    count = len(table)
    at = 1
    total = 0
    while True:
        for i in range(1000):
            at = (at * 1103515245 + 12345) % 2147483648
            node = table[at % count]
            total = (total + node.touched(at)) % 1000000007
            if i % 4 == 0:
                table[(at >> 7) % count] = Node(total, str(total))

work([Node(i, str(i)) for i in range(${count})])
`;
}

/** The clock of all figures, and the recorder's. */
const isCpu = process.argv.includes("--cpu");
function now(): number {
  if (!isCpu) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

interface Measured {
  [name: string]: number;
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];

async function child(kind: string, megabytes: number, instructions: number): Promise<Measured> {
  const machine = (await import(pathToFileURL(BUNDLE).href)) as typeof import("../src/machine/node/recorder_worker.ts");
  const image = new Uint8Array(readFileSync("build/boot.bin"));
  const archive = new Uint8Array(readFileSync("build/stdlib.bin"));
  const journal = machine.Journal.empty();
  let isStopAsked: () => boolean = () => false;
  const recorder = new machine.Recorder({
    nowMs: now,
    packing: machine.NODE_PACKING,
    breathe: async () => {
      if (recorder.moment >= instructions) recorder.stop();
    },
  });
  machine.boot(image);
  machine.start(
    plainStart({
      kind: "source",
      program: "program.py",
      source: machine.utf8(program(megabytes)),
      executable: "python",
    }),
    {
      host: machine.emptyHost,
      journal,
      library: new machine.Library(() => archive),
      isStopAsked: () => isStopAsked(),
    },
  );
  const startMs = now();
  if (kind === "plain") {
    machine.run(instructions);
    return { ms: now() - startMs };
  }
  isStopAsked = recorder.isStopAsked;
  recorder.begin();
  await recorder.record(() => {});
  const ms = ((now() - startMs) * instructions) / recorder.total;
  if (kind === "recorded") return { ms };

  let state = 12345;
  const random = (n: number): number => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * n);
  };
  const seeks: number[] = [];
  const steps: number[] = [];
  const timed = async (moment: number): Promise<number> => {
    const from = now();
    await recorder.seek(moment, true);
    return now() - from;
  };
  const checkpoints = recorder.checkpoints.all.length;
  for (let i = 0; i < SEEKS; i++) {
    const moment = 100 + random(recorder.total - 200);
    seeks.push(await timed(moment));
    if (i % 4 === 0) {
      for (let k = 1; k <= STEPS / 2; k++) steps.push(await timed(moment - k));
      for (let k = 1; k <= STEPS / 2; k++) steps.push(await timed(moment - STEPS / 2 + k));
    }
  }
  const memory = recorder.checkpoints.byteCount;
  const writeFrom = now();
  const file = await machine.writeRecording(
    recorder,
    journal,
    { core: "", image: 0, anchors: { addressSpace: 0, mallocState: 0, textEnd: 0, staticEnd: 0 }, session: null },
    machine.NODE_PACKING,
  );
  return {
    ms,
    checkpoints,
    seekMedian: median(seeks),
    seekWorst: Math.max(...seeks),
    stepMedian: median(steps),
    stepWorst: Math.max(...steps),
    memoryMebibytes: memory / MEBIBYTE,
    fileMebibytes: file.length / MEBIBYTE,
    writeMs: now() - writeFrom,
  };
}

function measure(kind: string, megabytes: number, instructions: number): Measured {
  const args = ["--max-old-space-size=3000", "tools/run.mjs", "tools/bench-recording.ts", "--child", kind];
  const run = spawnSync(
    process.execPath,
    [...args, String(megabytes), String(instructions), ...(isCpu ? ["--cpu"] : [])],
    { encoding: "utf8" },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Measured;
}

const row = (what: string, value: string, bar: string, isMet: boolean): void =>
  console.log(`${what.padEnd(58)}${value.padStart(14)}   ${bar.padEnd(22)}${isMet ? "" : "NOT MET"}`.trimEnd());

function overhead(megabytes: number): void {
  const instructions = 60 * MILLION;
  const plain: number[] = [];
  const recorded: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    plain.push(measure("plain", megabytes, instructions).ms);
    recorded.push(measure("recorded", megabytes, instructions).ms);
  }
  const ratio = Math.min(...recorded) / Math.min(...plain);
  row(`recording / not recording, ${megabytes} MB of heap that changes`, ratio.toFixed(2), "at most 1.3", ratio <= 1.3);
}

function travel(millions: number, medianBar: number, worstBar: number): void {
  const m = measure("travel", 20, millions * MILLION);
  const name = `${millions} million instructions`;
  const rate = (millions * 1000) / m.ms;
  row(`${name}: recorded at, million a second`, rate.toFixed(1), `${m.checkpoints} checkpoints`, true);
  row(`${name}: seek, median`, `${m.seekMedian.toFixed(0)} ms`, `at most ${medianBar} ms`, m.seekMedian <= medianBar);
  row(`${name}: seek, worst`, `${m.seekWorst.toFixed(0)} ms`, `at most ${worstBar} ms`, m.seekWorst <= worstBar);
  const step = `${m.stepMedian.toFixed(0)} / ${m.stepWorst.toFixed(0)} ms`;
  row(`${name}: one step back or forward, median / worst`, step, "at most 50 ms", m.stepWorst <= 50);
  row(`${name}: in memory`, `${m.memoryMebibytes.toFixed(0)} MB`, "at most 256 MB", m.memoryMebibytes <= 256);
  row(`${name}: on disk`, `${m.fileMebibytes.toFixed(1)} MB`, "at most 30 MB", m.fileMebibytes <= 30);
}

const args = process.argv.slice(2);
if (args[0] === "--child") {
  console.log(JSON.stringify(await child(args[1], Number(args[2]), Number(args[3]))));
  process.exit(0);
} else {
  const only = args.filter((arg) => !arg.startsWith("--"));
  const wants = (name: string): boolean => only.length === 0 || only.includes(name);
  if (wants("overhead")) for (const megabytes of [20, 150]) overhead(megabytes);
  if (wants("travel")) travel(100, 200, 600);
  if (args.includes("--long")) travel(2000, 2000, 5000);
}
