// A recording's file that was damaged, cut short or changed on purpose is refused with one line, or its replay says where it
// differs; it never ends in another error, and leaves nothing behind.
import { readFileSync } from "node:fs";
import { beforeAll, expect, it } from "vitest";
import { bootImage, startRecording } from "../../test/support/recording.ts";
import { HEAD_AT, HEAD_SIZE_AT, headEnd, PACKING, summed, withHead } from "../../test/support/recording_bytes.ts";
import { attach, boot } from "../machine/machine_core.ts";
import { emptyHost, Library } from "../machine/recorded.ts";
import { anchors } from "./moment_reader.ts";
import { Recorder, ReplayDiverged } from "./recorder.ts";
import { ForeignRecording, RecordingError, RecordingFile, writeRecording } from "./recording_file.ts";

const PROGRAM = `
import sys
text = sys.stdin.readline()
table = {}
for i in range(4000):
    table[i % 50] = [text, i]
print(len(table), text)
`;
const VERSION_AT = 5;
const SUM_AT = 8;
const REASON = /^(it is no recording|it is cut short|it is damaged|its checkpoint at \d+ is damaged)$/;

const archive = new Uint8Array(readFileSync("build/stdlib.bin"));
let file: Uint8Array;
/** Where the parts begin, and the end. */
let parts: number[];

/** A generator of numbers below n, the same each time. */
function random(seed: number): (n: number) => number {
  let state = seed;
  return (n) => {
    state = (state * 48271) % 2147483647;
    return state % n;
  };
}

beforeAll(async () => {
  const line = [new TextEncoder().encode("given\n")];
  // The clock goes a step at each look: checkpoints lie as close as they may.
  let clock = 0;
  const { recorder, journal } = startRecording(
    PROGRAM,
    { nowMs: () => clock++ },
    { ...emptyHost, read: () => line.pop() ?? new Uint8Array(0) },
  );
  expect(await recorder.record(() => {})).toBe("ended");
  expect(recorder.checkpoints.all.length).toBeGreaterThan(2);
  file = await writeRecording(
    recorder,
    journal,
    { core: "test", image: 0, anchors: anchors(), session: null },
    PACKING,
  );
  const { sections } = new RecordingFile(file, PACKING).head;
  parts = [0, VERSION_AT, SUM_AT, HEAD_SIZE_AT, HEAD_AT];
  let at = headEnd(file);
  for (const size of sections) {
    parts.push(at);
    at += size;
  }
  parts.push(at);
  expect(at).toBe(file.length);
}, 120_000);

/** Opens a file as a session does. */
function open(bytes: Uint8Array): Recorder {
  const opened = new RecordingFile(bytes, PACKING);
  const recorder = new Recorder({ nowMs: () => 0, breathe: async () => {} });
  boot(bootImage());
  attach({ host: null, journal: opened.journal(), library: new Library(() => archive), isStopAsked: () => false });
  try {
    opened.load(recorder);
  } catch (error) {
    expect(recorder.checkpoints.all).toEqual([]);
    throw error;
  }
  return recorder;
}

function refusal(bytes: Uint8Array, what: string): void {
  let error: unknown = null;
  try {
    open(bytes);
  } catch (thrown) {
    error = thrown;
  }
  expect(error, what).toBeInstanceOf(RecordingError);
  if (!(error instanceof ForeignRecording)) expect((error as Error).message, what).toMatch(REASON);
}

it("opens as it was written", async () => {
  await open(file).verify();
}, 60_000);

it("with a byte changed in any part is refused", () => {
  const next = random(3);
  const places = parts.flatMap((at, i) => {
    const end = parts[i + 1] ?? file.length;
    return at === file.length ? [] : [at, (at + end) >> 1, end - 1, at + next(end - at)];
  });
  for (const at of [...places, ...Array.from({ length: 200 }, () => next(file.length))]) {
    const damaged = file.slice();
    damaged[at] ^= 1 + next(255);
    refusal(damaged, `byte ${at}`);
  }
});

it("cut short anywhere, or with something behind it, is refused", () => {
  const next = random(5);
  const ends = [...parts, ...parts.map((at) => at - 1), ...Array.from({ length: 100 }, () => next(file.length))];
  for (const end of ends) if (end >= 0 && end < file.length) refusal(file.subarray(0, end), `cut at ${end}`);
  refusal(Uint8Array.of(...file.subarray(0, 64), 0), "cut, and one byte behind");
  const longer = new Uint8Array(file.length + 1);
  longer.set(file);
  refusal(longer, "one byte behind");
});

it("with a section changed on purpose is refused, or its replay differs", async () => {
  const next = random(7);
  for (let i = 5; i < parts.length - 1; i++) {
    for (let k = 0; k < 6; k++) {
      const changed = file.slice();
      const at = parts[i] + next(parts[i + 1] - parts[i]);
      changed[at] ^= 1 << next(8);
      const error = await (async () => open(summed(changed)).verify())().catch((thrown: unknown) => thrown);
      if (error === undefined) continue;
      const isSaid = error instanceof RecordingError || error instanceof ReplayDiverged;
      expect(isSaid, `section ${i - 5}, byte ${at}: ${error}`).toBe(true);
    }
  }
}, 120_000);

it("with a head that says something else is refused, or its replay differs", async () => {
  const values = [null, -1, 1.5, 2 ** 60, "x", [], {}, true];
  /** Every field, its fields too; of a list its first entry. */
  const fieldsOf = (value: unknown, path: string[]): string[][] =>
    typeof value !== "object" || value === null
      ? []
      : Object.entries(value)
          .filter(([key]) => !Array.isArray(value) || key === "0")
          .flatMap(([key, inner]) => [[...path, key], ...fieldsOf(inner, [...path, key])]);
  const { head } = new RecordingFile(file, PACKING);
  for (const path of fieldsOf(head, [])) {
    if (["core", "image", "session", "anchors"].includes(path[0])) continue;
    for (const value of values) {
      const changed = withHead(file, (given) => {
        let at = given as Record<string, Record<string, unknown>>;
        for (const key of path.slice(0, -1)) at = at[key] as never;
        at[path[path.length - 1]] = value as never;
      });
      const error = await (async () => open(changed).verify())().catch((thrown: unknown) => thrown);
      if (error === undefined) continue;
      const isSaid = error instanceof RecordingError || error instanceof ReplayDiverged;
      expect(isSaid, `${path.join(".")} = ${JSON.stringify(value)}: ${error}`).toBe(true);
    }
  }
}, 240_000);
