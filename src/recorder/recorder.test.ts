// Time travel on real programs: a moment reached twice is byte for byte the same, from whichever side, and also inside
// nested loops, where the JavaScript stack is part of what runs.
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { withHead } from "../../test/support/recording_bytes.ts";
import { utf8 } from "../base/utf8.ts";
import { attach, boot, instructionCount, makeBootImage, start } from "../machine/machine_core.ts";
import { plainStart } from "../machine/program_start.ts";
import { emptyHost, Journal, Library, memoryHash } from "../machine/recorded.ts";
import { takeSnapshot } from "../memory/snapshot.ts";
import { anchors, inspectNow } from "./moment_reader.ts";
import { Cancelled, Recorder } from "./recorder.ts";
import { RecordingFile, writeRecording } from "./recording_file.ts";
import { callDepth } from "./samples.ts";
import { findStep } from "./steps.ts";
import { Trace } from "./trace.ts";

const LIBRARY_FILE = "build/stdlib.bin";
const archive = existsSync(LIBRARY_FILE) ? new Uint8Array(readFileSync(LIBRARY_FILE)) : null;

const LOOP = `
total = 0
xs = []
def twice(n):
    return n * 2 + 1
for i in range(3000):
    total = total + twice(i)
    xs.append(str(total))
print(total)
`;
const NESTED = `
class Key:
    def __init__(self, value):
        self.value = value
    def __lt__(self, other):
        least = 0
        for i in range(25):
            least = least + i
        return self.value < other.value
print([k.value for k in sorted([Key(3), Key(1), Key(2), Key(9), Key(5)])])
`;
const GENERATORS = `
def numbers(n):
    for i in range(n):
        yield (i, [i] * 3)
def chain(n):
    yield from numbers(n)
found = {}
for number, items in chain(200):
    found[number] = items
    try:
        found[-1]
    except KeyError as error:
        last = error
`;
const MADE = { core: "test", image: 0, anchors: anchors(), session: null };
/** Every word of a long list is another one all the time. */
const CHANGING = `
xs = [*range(250)] * 800
for i in range(500):
    xs.append(xs.pop(0))
    for _ in range(300): pass
`;
const STEPS_BACK = 12;
const ENDLESS = "n = 0\nwhile True:\n    n = n + 1\n";

let image: Uint8Array;
let output = "";
let journal: Journal;

function startProgram(source: string, isStopAsked: () => boolean): void {
  output = "";
  journal = Journal.empty();
  boot(image);
  start(
    plainStart({
      kind: "source",
      program: "program.py",
      source: utf8(source),
      executable: "python",
      memoryBytes: 64 * 1024 * 1024,
    }),
    {
      host: emptyHost,
      journal,
      library: new Library(() => archive),
      isStopAsked,
      onOutput: (_stream, bytes, _moment, isReplay) => {
        if (!isReplay) output += String.fromCharCode(...bytes);
      },
    },
  );
}

/** The machine with a door for a replay, as one that opens a file has it. */
function attachJournal(replayed: Journal): void {
  boot(image);
  attach({ host: null, journal: replayed, library: new Library(() => archive), isStopAsked: () => false });
}

async function record(source: string): Promise<Recorder> {
  const recorder = new Recorder({ nowMs: () => performance.now(), breathe: async () => {} });
  let isBegun = false;
  startProgram(source, () => isBegun && recorder.isStopAsked());
  isBegun = true;
  recorder.begin();
  expect(await recorder.record(() => {})).toBe("ended");
  return recorder;
}

/** A generator of numbers below n, the same each time. */
function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}

beforeAll(() => {
  image = makeBootImage(archive);
}, 60_000);

describe.each([
  ["a loop", LOOP],
  ["nested loops", NESTED],
  ["generators and exceptions", GENERATORS],
])("%s", (_name, source) => {
  it("is the same bytes at a moment, however it is reached", async () => {
    const recorder = await record(source);
    const next = random(11);
    const moments = [0, 1, recorder.total, ...Array.from({ length: 12 }, () => next(recorder.total + 1))];
    const known = new Map<number, Uint8Array>();
    for (const order of [moments, [...moments].sort((a, b) => a - b), [...moments].sort((a, b) => b - a)]) {
      for (const moment of order) {
        await recorder.seek(moment, next(2) === 1);
        expect(recorder.moment).toBe(moment);
        const bytes = takeSnapshot();
        const before = known.get(moment);
        if (before === undefined) known.set(moment, bytes);
        else expect(Buffer.compare(bytes, before), `moment ${moment}`).toBe(0);
      }
    }
  }, 60_000);

  it("writes its output once, however often it is gone through", async () => {
    const recorder = await record(source);
    const written = output;
    await recorder.seek(0);
    await recorder.seek(recorder.total);
    expect(output).toBe(written);
  }, 60_000);

  it("goes back one instruction at a time", async () => {
    const recorder = await record(source);
    const top = Math.floor(recorder.total * 0.7);
    const forward: Uint8Array[] = [];
    for (let moment = top - 6; moment <= top; moment++) {
      await recorder.seek(moment, true);
      forward.push(takeSnapshot());
    }
    for (let moment = top; moment >= top - 6; moment--) {
      await recorder.seek(moment, true);
      expect(Buffer.compare(takeSnapshot(), forward[moment - top + 6]), `moment ${moment}`).toBe(0);
      expect(recorder.checkpoints.at(moment - 1)?.moment).toBe(moment - 1);
    }
  }, 60_000);

  it("opens from a file as it was", async () => {
    const recorder = await record(source);
    const middle = Math.floor(recorder.total / 2);
    await recorder.seek(middle);
    const wanted = takeSnapshot();
    const file = await writeRecording(recorder, journal, MADE);
    const again = new Recorder({ nowMs: () => 0, breathe: async () => {} });
    const opened = new RecordingFile(file);
    expect(opened.head.total).toBe(recorder.total);
    attachJournal(opened.journal());
    opened.load(again);
    await again.verify();
    await again.seek(middle);
    expect(Buffer.compare(takeSnapshot(), wanted)).toBe(0);
  }, 60_000);
});

describe("the recorder", () => {
  it("packs checkpoints where it has no room for all, and reaches each moment as before", async () => {
    const plain = await record(CHANGING);
    const moments = Array.from({ length: 16 }, (_, i) => (i * 57_001) % plain.total);
    const known: string[] = [];
    for (const moment of moments) {
      await plain.seek(moment);
      known.push(memoryHash().join());
    }
    const narrow = { budgetBytes: 18 * 2 ** 20, budgetMemories: 0, lastingLimit: 100, temporaryLimit: 4 };
    const recorder = new Recorder({
      // Slow enough for packing to be worth it.
      nowMs: () => instructionCount() / 20,
      breathe: async () => {},
      checkpoints: narrow,
    });
    let isBegun = false;
    startProgram(CHANGING, () => isBegun && recorder.isStopAsked());
    isBegun = true;
    recorder.begin();
    expect(await recorder.record(() => {})).toBe("ended");
    expect(recorder.checkpoints.all.filter(({ packed }) => packed !== null).length).toBeGreaterThan(2);
    const next = random(5);
    for (let k = 0; k < 24; k++) {
      const i = next(moments.length);
      await recorder.seek(moments[i], next(2) === 1);
      expect(memoryHash().join(), `moment ${moments[i]}`).toBe(known[i]);
      expect(recorder.checkpoints.byteCount).toBeLessThan(narrow.budgetBytes);
    }
    // Where there is no room for more, steps back still begin near.
    for (const moment of moments.filter((moment) => moment > 2 * STEPS_BACK)) {
      await recorder.seek(moment, true);
      for (let back = 1; back <= STEPS_BACK; back++) {
        const from = recorder.checkpoints.before(moment - back - 1)?.moment ?? 0;
        expect(moment - from, `${back} steps before ${moment}`).toBeLessThan(1 << 13);
        await recorder.seek(moment - back, true);
      }
    }
    await recorder.verify();
    const opened = new RecordingFile(await writeRecording(recorder, journal, MADE));
    const again = new Recorder({ nowMs: () => 0, breathe: async () => {} });
    attachJournal(opened.journal());
    opened.load(again);
    await again.verify();
  }, 120_000);

  it("leaves checkpoints where a seek is long, and has the same memory with them", async () => {
    const recorder = await record(LOOP);
    const moments = Array.from({ length: 9 }, (_, i) => Math.round((recorder.total * (i + 0.5)) / 9));
    const known: string[] = [];
    for (const moment of moments) {
      await recorder.seek(moment);
      known.push(memoryHash().join());
    }
    // A file with next to nothing between its start and its end, as if of a run that took long.
    const file = await writeRecording(recorder, journal, MADE);
    const opened = new RecordingFile(
      withHead(file, (head) => {
        const rows = head.checkpoints as { moment: number; runMs: number }[];
        expect(rows.length).toBeLessThan(6);
        for (const row of rows) row.runMs = (20_000 * row.moment) / recorder.total;
      }),
    );
    const again = new Recorder({ nowMs: () => 0, breathe: async () => {} });
    attachJournal(opened.journal());
    opened.load(again);
    for (const i of [3, 7, 0, 5, 8, 1, 2, 6, 4]) {
      await again.seek(moments[i], i % 2 === 0);
      expect(memoryHash().join(), `moment ${moments[i]}`).toBe(known[i]);
    }
    expect(again.checkpoints.all.filter(({ isTemporary }) => !isTemporary).length).toBeGreaterThan(12);
    await again.verify();
  }, 60_000);

  it("stops an endless program, which can be looked at and goes on", async () => {
    let breaths = 0;
    let stopAt = 6;
    let isSlow = false;
    let lateMs = 0;
    const recorder: Recorder = new Recorder({
      nowMs: () => performance.now() + (isSlow ? (lateMs += 100) : lateMs),
      breathe: async () => {
        if (++breaths === stopAt) recorder.stop();
      },
    });
    let isBegun = false;
    startProgram(ENDLESS, () => isBegun && recorder.isStopAsked());
    isBegun = true;
    recorder.begin();
    expect(await recorder.record(() => {})).toBe("stopped");
    const first = recorder.total;
    expect(first).toBeGreaterThan(0);
    await recorder.seek(Math.floor(first / 2));
    // Whoever asks to stop while it seeks has nothing to stop.
    breaths = 0;
    stopAt = 1;
    isSlow = true;
    await recorder.seek(first - 1);
    expect(recorder.moment).toBe(first - 1);
    expect(breaths).toBeGreaterThanOrEqual(stopAt);
    isSlow = false;
    breaths = 0;
    expect(await recorder.record(() => {})).toBe("stopped");
    expect(recorder.total).toBeGreaterThan(first);
  }, 60_000);

  it("gives up a seek that is cancelled, and seeks again after it", async () => {
    let clock = 0;
    let isSlow = false;
    const recorder = new Recorder({ nowMs: () => (clock += isSlow ? 100 : 0), breathe: async () => {} });
    let isBegun = false;
    startProgram(LOOP, () => isBegun && recorder.isStopAsked());
    isBegun = true;
    recorder.begin();
    await recorder.record(() => {});
    isSlow = true;
    await recorder.seek(0);
    const late = recorder.total - 5;
    const failure = await recorder.seek(late, true, { isCancelled: () => true }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Cancelled);
    await recorder.seek(late, true);
    expect(recorder.moment).toBe(late);
  }, 60_000);

  it("meets a breakpoint as often as its line begins, from either side", async () => {
    const source = `def double(n):
    return n * 2
total = 0
for i in range(3):
    total += double(i) + double(i)
while total < 20: total += 3
`;
    const recorder = await record(source);
    const trace = new Trace(recorder, inspectNow);
    const met = async (line: number, back: boolean) => {
      const moments: number[] = [];
      const breakpoints = [{ file: "program.py", line }];
      for (let from: number | null = back ? recorder.total : 0; from !== null; ) {
        from = await findStep(recorder, trace, { from, kind: "breakpoint", back, address: null, breakpoints });
        if (from !== null) moments.push(from);
      }
      return moments;
    };
    // Calls on a line do not begin it again; a loop on one line does.
    for (const [line, times] of [
      [2, 6],
      [5, 3],
      [6, 3],
    ] as const) {
      const forward = await met(line, false);
      expect(forward.length, `line ${line}`).toBe(times);
      expect(await met(line, true)).toEqual([...forward].reverse());
      for (const moment of forward) expect((await trace.step(moment))!.line).toBe(line);
    }
  }, 60_000);

  it("goes from line to line of the program, and of the library only from a line of that", async () => {
    const recorder = await record("import bisect\nfrom keyword import iskeyword\nprint(iskeyword('if'))\n");
    const trace = new Trace(recorder, inspectNow);
    const step = (from: number) =>
      findStep(recorder, trace, { from, kind: "line", back: false, address: null, breakpoints: [] });
    const lines: number[] = [];
    for (let at = await step(0); at !== null && lines.length < 20; at = await step(at)) {
      const { place, line } = (await trace.step(at))!;
      if (place.function !== "<module>" || place.file.includes("python3")) throw new Error(`${place.file}:${line}`);
      lines.push(line);
    }
    expect(lines).toEqual([1, 2, 3]);
    let inside = 1;
    while (!(await trace.step(inside))!.place.file.includes("/python3.")) inside++;
    const next = (await step(inside))!;
    expect((await trace.step(next))!.place.file).toMatch(/\/python3\.|^<frozen /);
  }, 60_000);

  it("steps out of a nested call, and back into it", async () => {
    const recorder = await record(NESTED);
    const trace = new Trace(recorder, inspectNow);
    const step = (from: number, kind: "line" | "out" | "over" | "call", back = false) =>
      findStep(recorder, trace, { from, kind, back, address: null, breakpoints: [] });
    let inside = 1;
    while ((trace.known(inside) ?? (await trace.step(inside)))!.place.function !== "__lt__") inside++;
    const depth = (await trace.step(inside))!.depth;
    const out = (await step(inside, "out"))!;
    expect((await trace.step(out))!.depth).toBeLessThan(depth);
    expect((await trace.step(out))!.place.function).not.toBe("__lt__");
    await recorder.seek(inside);
    expect(callDepth()).toBe((await trace.step(inside))!.depthAfter);
    expect((await step(out, "line", true))!).toBeLessThan(out);
  }, 60_000);
});
