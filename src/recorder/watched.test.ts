// The next change of what is selected, for each kind of thing: every change is named by the line that makes it, and is met
// from both sides.
import { existsSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { recordSource } from "../../test/support/recording.ts";
import { momentFacts } from "../inspect/moment.ts";
import { inspectNow } from "./moment_reader.ts";
import { lifeBetween } from "./questions.ts";
import type { Recorder } from "./recorder.ts";
import { nextChange } from "./steps.ts";
import { Trace } from "./trace.ts";
import type { Selected } from "./watched.ts";

const PROGRAM = `class Box: pass
total = 1000
for i in range(3):
    total += 500
rows = [1, 2, 3]
use = [rows, rows, rows]
rows[1] = 20
rows.append(4)
for n in range(40): rows.append(n)
rows[1] = 30
table = {"a": 1, "b": 2}
table["b"] = 3
for n in range(40): table[n] = n
table["b"] = 4
box = Box()
box.size = 1
box.size = 2
box.__dict__["size"] = 3
seen = set()
seen.add(7)
use.append((box, seen, table))
total = None
big = bytearray(3)
big[1] = 5
def down(n):
    best = n * 1000
    if n: down(n - 1)
    best = best + 1
    return best
for again in range(2):
    down(2)
del table["b"]
rows = None
print(total)
`;

const LIMITS = { objectLimit: 500, slotLimit: 50, nameLimit: 50, frameLimit: 9, expandedSlotLimit: 50 };

let recorder: Recorder;
let trace: Trace;
beforeAll(async () => {
  recorder = await recordSource(PROGRAM);
  trace = new Trace(recorder, inspectNow);
}, 60_000);

const lineOf = async (moment: number) => (await trace.step(moment))!.line;

/** The last moment whose instruction stands on a line. */
async function lastOn(line: number): Promise<number> {
  for (let moment = recorder.total - 1; moment > 0; moment--) if ((await lineOf(moment)) === line) return moment;
  throw new Error(`line ${line}`);
}

/** What a name of the innermost frame is, as the page selects it. */
async function named(name: string, at: number, frame = -1): Promise<Selected> {
  await recorder.seek(at);
  const { objects } = momentFacts(inspectNow(), null, { moment: at, objects: { ...LIMITS, expanded: [], also: [] } });
  const shown = objects!.frames.at(frame)!;
  const { value } = shown.names.find((one) => one.name === name)!;
  return { address: value!.address, place: { owner: shown.address, label: name } };
}

async function item(owner: number, label: string, at: number): Promise<Selected> {
  await recorder.seek(at);
  const query = { ...LIMITS, expanded: [owner], also: [owner] };
  const { objects } = momentFacts(inspectNow(), null, { moment: at, objects: query });
  const found = objects!.objects.find(({ address }) => address === owner)!.slots.find((one) => one.label === label)!;
  return { address: found.value!.address, place: { owner, label } };
}

async function walk(selected: Selected, from: number, back: boolean): Promise<number[]> {
  const met: number[] = [];
  const query = { ...selected, kind: "change" as const, back, breakpoints: [] };
  for (let at: number | null = from; at !== null; ) {
    at = (await nextChange(recorder, { ...query, from: at }, {})).moment;
    if (at !== null) met.push(at);
  }
  return met;
}

/** The lines of all changes from the one before a moment backwards, and from that moment on. */
async function changes(selected: Selected, from: number): Promise<{ before: number[]; after: number[] }> {
  const back = await walk(selected, from, true);
  const forward = await walk(selected, from, false);
  const before = await Promise.all(back.reverse().map(lineOf));
  const after = await Promise.all(forward.map(lineOf));
  // The life of the selection, looked through in one go, tells of the same moments.
  const { writes } = await lifeBetween(recorder, selected, 0, from, recorder.total);
  expect(writes.filter((moment) => moment !== from)).toEqual([...back, ...forward]);
  return { before, after };
}

describe.skipIf(!existsSync("build/stdlib.bin"))("the next change of what is selected", () => {
  it("of a name, through all that it is bound to", async () => {
    const at = await lastOn(15);
    const found = await changes(await named("total", at), at);
    expect(found.before).toEqual([2, 4, 4, 4]);
    expect(found.after[0]).toBe(22);
    const step = { kind: "change" as const, back: true, breakpoints: [], from: at };
    const { moment, address } = await nextChange(recorder, { ...step, ...(await named("total", at)) }, {});
    expect(await named("total", moment!)).toMatchObject({ address });
  }, 60_000);

  it("of a local variable, within its call", async () => {
    const inner = await lastOn(28);
    const local = await named("best", inner);
    const found = await changes(local, inner);
    expect(found.before).toEqual([26]);
    expect(found.after).toEqual([29]);
    const outer = await named("n", inner);
    expect((await changes(outer, inner)).before).toEqual([31]);
  }, 60_000);

  it("of a list: its items, its length, and not who points to it", async () => {
    const at = await lastOn(6);
    const { address } = await named("rows", at);
    const { before, after } = await changes({ address, place: null }, at);
    expect(before[0]).toBe(5);
    expect(after.slice(0, 3)).toEqual([7, 8, 9]);
    expect(after.filter((line) => line === 9).length).toBe(40);
    expect(after[42]).toBe(10);
    expect(after.filter((line) => line > 10 && line < 33)).toEqual([]);
  }, 60_000);

  it("of an item, though the items move", async () => {
    const at = await lastOn(6);
    const { address } = await named("rows", at);
    const { after } = await changes(await item(address, "[1]", at), at);
    expect(after.slice(0, 2)).toEqual([7, 10]);
  }, 60_000);

  it("of a dict and of one of its values, though its table grows and the key goes", async () => {
    const at = await lastOn(11);
    const { address } = await named("table", at);
    const whole = await changes({ address, place: null }, at);
    expect(whole.after.filter((line) => line < 32)).toEqual([12, ...new Array(40).fill(13), 14]);
    const { after } = await changes(await item(address, "'b'", at), at);
    expect(after.slice(0, 3)).toEqual([12, 14, 32]);
  }, 60_000);

  it("of an instance and its attribute", async () => {
    const at = await lastOn(16);
    const { address } = await named("box", at);
    const { before, after } = await changes({ address, place: null }, at);
    expect([before[0], ...after.slice(0, 3)]).toEqual([15, 17, 18, 18]);
    const attribute = await changes(await item(address, "size", at), at);
    expect(attribute.after.slice(0, 2)).toEqual([17, 18]);
  }, 60_000);

  it("of a set and of bytes", async () => {
    const at = await lastOn(19);
    const { address } = await named("seen", at);
    expect((await changes({ address, place: null }, at)).after[0]).toBe(20);
    const later = await lastOn(23);
    const bytes = await named("big", later);
    expect((await changes({ address: bytes.address, place: null }, later)).after[0]).toBe(24);
  }, 60_000);
});
