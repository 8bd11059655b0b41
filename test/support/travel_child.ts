// Records programs with the recorder's bundle in this process, and prints what test/time_travel.test.ts asks about them, as
// JSON: node tools/run.mjs test/support/travel_child.ts VARIANT SEED SEEKS FILE…
//
// A straight run, with no recorder in it, hashes its memory at moments drawn at random. The recorder then goes to the same
// moments in an order drawn at random, forward and back, and must find the same memory.
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { plainStart } from "../../src/machine/program_start.ts";
import { exampleInput } from "./examples.ts";

type Machine = typeof import("../../src/machine/node/recorder_worker.ts");
type Recorder = InstanceType<Machine["Recorder"]>;

export interface Travelled {
  readonly name: string;
  readonly instructions: number;
  /** Moments at which a seek led to another memory than the straight run. */
  readonly different: readonly number[];
  /** Longest processor time, and most instructions, between two checkpoints that a run can go on from. */
  readonly gapMs: number;
  readonly gapInstructions: number;
}

const [variant, seed, seeks, ...files] = process.argv.slice(2);
const bundle = resolve(`build/bundles/${variant}/recorder-node.js`);
const machine = (await import(pathToFileURL(bundle).href)) as Machine;
const image = new Uint8Array(readFileSync("build/boot.bin"));
const archive = new Uint8Array(readFileSync("build/stdlib.bin"));

let state = Number(seed);
function random(n: number): number {
  state = (state * 48271) % 2147483647;
  return state % n;
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** Boots and starts the program; the clock at its moment 0 counts from there. */
function begin(file: string, isStopAsked: () => boolean): void {
  const input = machine.utf8(exampleInput(basename(file, ".py")));
  let at = 0;
  machine.boot(image);
  machine.start(
    plainStart({
      kind: "source",
      program: basename(file),
      source: new Uint8Array(readFileSync(file)),
      executable: "python",
    }),
    {
      host: {
        ...machine.emptyHost,
        read: (_handle: number, maximum: number) => {
          at += maximum;
          return input.slice(at - maximum, at);
        },
      },
      journal: machine.Journal.empty(),
      library: new machine.Library(() => archive),
      isStopAsked,
    },
  );
}

/** Instructions of a run, and its hashes at the moments asked for, which ascend. */
function straight(file: string, moments: readonly number[]): { total: number; hashes: string[] } {
  begin(file, () => false);
  const start = machine.instructionCount();
  const hashes: string[] = [];
  const note = (): void => void hashes.push(machine.memoryHash().join(" "));
  const next = (): number => start + (moments[hashes.length] ?? Number.POSITIVE_INFINITY);
  machine.setLook({
    at: next(),
    see: (_now, canGoOn) => {
      if (canGoOn) {
        machine.canonicalize();
        note();
      } else machine.whileCanonical(note);
      return next();
    },
  });
  machine.run();
  machine.setLook(null);
  const total = machine.instructionCount() - start;
  if (hashes.length < moments.length) {
    machine.canonicalize();
    note();
  }
  return { total, hashes };
}

async function recorded(file: string): Promise<Recorder> {
  let isBegun = false;
  const recorder = new machine.Recorder({ nowMs: cpuMs, breathe: async () => {}, packing: machine.NODE_PACKING });
  begin(file, () => isBegun && recorder.isStopAsked());
  isBegun = true;
  recorder.begin();
  const reason = await recorder.record(() => {});
  if (reason !== "ended") throw new Error(`${file} did not end: ${reason}`);
  return recorder;
}

function shuffled<T>(list: readonly T[]): T[] {
  const rest = [...list];
  return list.map(() => rest.splice(random(rest.length), 1)[0]);
}

async function travel(file: string): Promise<Travelled> {
  const { total } = straight(file, []);
  const drawn = Array.from({ length: Number(seeks) }, () => random(total));
  // Neighbours too: steps forward and back.
  const near = drawn.slice(0, drawn.length >> 2).flatMap((n) => [n + 1, n + 2]);
  const moments = [...new Set([0, ...drawn, ...near, total])].filter((n) => n <= total).sort((a, b) => a - b);
  const { hashes } = straight(file, moments);
  const recorder = await recorded(file);
  const stops = recorder.checkpoints.all.filter(({ canGoOn }) => canGoOn);
  const ends = [...stops.slice(1), recorder.checkpoints.all[recorder.checkpoints.all.length - 1]];
  const different: number[] = recorder.total === total ? [] : [recorder.total];
  for (const i of shuffled([...moments.keys()])) {
    await recorder.seek(moments[i], random(2) === 1);
    if (machine.memoryHash().join(" ") !== hashes[i]) different.push(moments[i]);
  }
  return {
    name: basename(file, ".py"),
    instructions: total,
    different,
    gapMs: Math.max(...stops.map((one, i) => ends[i].runMs - one.runMs)),
    gapInstructions: Math.max(...stops.map((one, i) => ends[i].moment - one.moment)),
  };
}

const results: Travelled[] = [];
for (const file of files) results.push(await travel(file));
console.log(JSON.stringify(results));
process.exit(0);
