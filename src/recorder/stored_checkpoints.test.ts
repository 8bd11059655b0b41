// A file gets as many checkpoints as fit, whether their size is tried or sampled; and what it gets of each is what the
// recorder has, hashes too, whether a checkpoint is packed or not.
import { beforeAll, expect, it } from "vitest";
import { startRecording } from "../../test/support/recording.ts";
import { PACKING } from "../../test/support/recording_bytes.ts";
import { instructionCount } from "../machine/machine_core.ts";
import { PAGE_WORDS } from "../machine/recorded.ts";
import { BackwardImage } from "./backward_image.ts";
import type { CheckpointOptions, Checkpoints } from "./checkpoints.ts";
import { packCheckpoints } from "./stored_checkpoints.ts";

/** Every word of a long list is another one all the time. */
const CHANGING = `
xs = [*range(250)] * 800
for i in range(300):
    for k in range(len(xs) // 100):
        xs[(i * 7 + k * 13) % len(xs)] = (i, k)
`;
/** With little room most are packed. */
const NARROW = { budgetBytes: 19 * 2 ** 20, budgetMemories: 0, lastingLimit: 14, temporaryLimit: 4 };
const WIDE = { ...NARROW, budgetBytes: 2 ** 30 };

async function record(options: CheckpointOptions): Promise<Checkpoints> {
  const { recorder } = startRecording(CHANGING, { nowMs: () => instructionCount() / 20, checkpoints: options });
  expect(await recorder.record(() => {})).toBe("ended");
  return recorder.checkpoints;
}

let checkpoints: Checkpoints;
let wide: Checkpoints;

beforeAll(async () => {
  wide = await record(WIDE);
  checkpoints = await record(NARROW);
}, 120_000);

it.each(["packed", "not packed"])(
  "reads checkpoints from the last to the first as they are (%s)",
  (how) => {
    const all = how === "packed" ? checkpoints : wide;
    const lasting = all.all.filter(({ isTemporary }) => !isTemporary);
    expect(lasting.filter(({ versions }) => (versions === null) === (how === "packed")).length).toBeGreaterThan(2);
    const image = new BackwardImage(all);
    const [words, wanted] = [new Int32Array(PAGE_WORDS), new Int32Array(PAGE_WORDS)];
    for (let i = lasting.length - 1; i >= 0; i--) {
      // Of a pair both are read, page by page.
      const pair = lasting.slice(Math.max(0, i - 1), i + 1).reverse();
      const readers = pair.map((one) => ({ read: image.reader(one), readWanted: all.reader(one) }));
      for (const page of pair[0].pages) {
        for (const { read, readWanted } of readers) {
          read(page, words);
          readWanted(page, wanted);
          expect(Buffer.from(words.buffer).equals(Buffer.from(wanted.buffer))).toBe(true);
        }
      }
      expect(image.hashOf(lasting[i])).toEqual(all.hashOf(lasting[i]));
    }
  },
  60_000,
);

it.each([
  ["sampled", 0],
  ["tried", Number.POSITIVE_INFINITY],
])(
  "stores as many as fit where their size is %s",
  async (_how, sampledPages) => {
    const all = await packCheckpoints(checkpoints, PACKING, () => {}, { bytes: 2 ** 30, sampledPages });
    const lasting = checkpoints.all.filter(({ isTemporary }) => !isTemporary);
    expect(all.map(({ checkpoint }) => checkpoint.moment)).toEqual(lasting.map(({ moment }) => moment));
    const size = (stored: typeof all): number => stored.reduce((sum, { section }) => sum + section.length, 0);
    const bytes = Math.round(size(all) * 0.7);
    const parts: number[] = [];
    const some = await packCheckpoints(checkpoints, PACKING, (part) => parts.push(part), { bytes, sampledPages });
    expect(some.length).toBeLessThan(all.length);
    expect(size(some)).toBeLessThanOrEqual(bytes);
    expect(size(some)).toBeGreaterThan(bytes / 2);
    expect(some[0].checkpoint).toBe(lasting[0]);
    expect(some[some.length - 1].checkpoint).toBe(lasting[lasting.length - 1]);
    expect(Math.max(...parts)).toBeLessThanOrEqual(1);
    const least = await packCheckpoints(checkpoints, PACKING, () => {}, { bytes: 1, sampledPages });
    expect(least.map(({ checkpoint }) => checkpoint.moment)).toEqual([0, lasting[lasting.length - 1].moment]);
  },
  60_000,
);
