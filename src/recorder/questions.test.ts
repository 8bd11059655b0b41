// Questions over time, on a run whose answers are known: the moments found are checked against going through the run one
// instruction at a time.
import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { recordSource } from "../../test/support/recording.ts";
import { momentFacts } from "../inspect/moment.ts";
import { u8 } from "../memory/memory.ts";
import { inspectNow } from "./moment_reader.ts";
import { repeatAtEnd, when } from "./questions.ts";
import type { Recorder } from "./recorder.ts";
import { isAlive } from "./watched.ts";

const PROGRAM = `
class Box:
    def __init__(self, value):
        self.value = value
boxes = []
for i in range(40):
    box = Box(i * 1.5)
    boxes.append(box)
    if i % 3 == 0:
        boxes.pop(0).value = None
    total = sum(b.value for b in boxes)
del box
boxes.clear()
print(total)
`;

let recorder: Recorder;
beforeAll(async () => {
  recorder = await recordSource(PROGRAM);
}, 60_000);

/** All moments at which a condition of the memory changed, found by going through the run from its start. */
async function changes(read: () => string): Promise<{ moment: number; was: string; now: string }[]> {
  const found: { moment: number; was: string; now: string }[] = [];
  let last: string | null = null;
  await recorder.trace(0, recorder.total, (moment) => {
    const now = read();
    if (last !== null && now !== last) found.push({ moment, was: last, now });
    last = now;
  });
  return found;
}

describe.skipIf(!existsSync("build/stdlib.bin"))("questions over time", () => {
  it("finds the write before and after any moment", async () => {
    // Words that change a few times and often, of pools and of the data stack: there one that is alive all the time, since dead
    // words are not what they were after a seek.
    await recorder.seek(Math.floor(recorder.total / 2));
    const candidates = [0x0800_0040, 0x0800_4030, 0x0800_8010, 0x0810_0040];
    for (const address of candidates) {
      const bytes = 8;
      const expected = await changes(() => Array.from({ length: bytes }, (_, i) => u8(address + i)).join(" "));
      const moments = [0, 1, recorder.total >> 2, recorder.total >> 1, recorder.total - 1, recorder.total];
      for (const { moment } of expected.slice(0, 3)) moments.push(moment, moment - 1, moment + 1);
      for (const from of moments.filter((moment) => moment >= 0 && moment <= recorder.total)) {
        const after = expected.find(({ moment }) => moment > from) ?? null;
        const before = expected.filter(({ moment }) => moment < from).pop() ?? null;
        const forward = await when(recorder, { what: "written", address, bytes, from, back: false });
        const back = await when(recorder, { what: "written", address, bytes, from, back: true });
        expect(forward?.moment ?? null, `${address} after ${from}`).toBe(after?.moment ?? null);
        expect(back?.moment ?? null, `${address} before ${from}`).toBe(before?.moment ?? null);
        if (after !== null) expect([...forward!.was].join(" ")).toBe(after.was);
        if (back !== null) expect([...back.now].join(" ")).toBe(before?.now);
      }
    }
  }, 60_000);

  it("finds when a count reached 0", async () => {
    const from = recorder.total >> 1;
    await recorder.seek(from);
    const limits = { objectLimit: 500, slotLimit: 50, nameLimit: 50, frameLimit: 5, expandedSlotLimit: 50 };
    const query = { moment: from, objects: { ...limits, expanded: [], also: [] } };
    const { objects } = momentFacts(inspectNow(), null, query);
    const box = objects!.objects.find((object) => object.type === "Box")!.address;
    const lives = await changes(() => String(isAlive(box, true)));
    const died = lives.find(({ moment, now }) => moment > from && now === "false");
    const born = lives.filter(({ moment, now }) => moment < from && now === "true").pop();
    const ask = (what: "born" | "freed" | "countZero", back: boolean) =>
      when(recorder, { what, address: box, bytes: 8, from, back });
    expect((await ask("countZero", false))?.moment).toBe(died?.moment);
    expect((await ask("freed", false))?.moment).toBe(died?.moment);
    expect((await ask("born", true))?.moment).toBe(born?.moment);
    expect(died).toBeDefined();
    expect(born).toBeDefined();
  }, 60_000);
});

describe("repeats", () => {
  const of = (text: string) => repeatAtEnd(Float64Array.from(text, (letter) => letter.charCodeAt(0)));
  it("is the period that holds longest up to the end", () => {
    expect(of("xyzabcabcabc")).toEqual({ from: 3, length: 3 });
    expect(of("abcabcab")).toEqual({ from: 0, length: 3 });
    expect(of("aaaa")).toEqual({ from: 0, length: 1 });
    // The inner round is shorter, the outer one holds longer.
    expect(of("qinninnoinninno")).toEqual({ from: 1, length: 7 });
    expect(of("abcdefg")).toBe(null);
    expect(of("")).toBe(null);
  });
});
