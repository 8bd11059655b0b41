// A target is made when something it depends on changed, and only then.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeAll, type Target, withNeeds } from "./target.ts";

let root: string;
let made: number;
const lines: string[] = [];
const write = (path: string, text: string): void => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
};
const target = (fails = false): Target => ({
  name: "copy",
  missing: () => null,
  make: async () => {
    made++;
    if (fails) throw new Error("cannot copy");
    write("build/out.txt", "x");
    return { inputs: ["in.txt"], outputs: ["build/out.txt"] };
  },
});
const make = (one = target()): Promise<string[]> => makeAll(root, [one], (line) => lines.push(line));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "underglass-target-"));
  made = 0;
  lines.length = 0;
  write("in.txt", "1");
  write("tools/build/tool.ts", "1");
  write("package-lock.json", "{}");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test("a second build makes nothing", async () => {
  await make();
  await make();
  expect(made).toBe(1);
});

test.each(["in.txt", "tools/build/tool.ts", "package-lock.json"])(
  "a change of %s is seen, by content",
  async (path) => {
    await make();
    write(path, path === "package-lock.json" ? "{}" : "1");
    await make();
    expect(made).toBe(1);
    write(path, "2");
    await make();
    expect(made).toBe(2);
  },
);

test("a missing output is made again", async () => {
  await make();
  rmSync(join(root, "build/out.txt"));
  await make();
  expect(made).toBe(2);
});

test("a failure is reported and tried again, also after a success", async () => {
  await make();
  write("in.txt", "2");
  expect(await make(target(true))).toEqual(["copy"]);
  write("in.txt", "1");
  expect(await make()).toEqual([]);
  expect(made).toBe(3);
});

test("what cannot be made yet is left out, visibly", async () => {
  expect(await make({ ...target(), missing: () => "in.ts is not there yet" })).toEqual([]);
  expect(lines).toEqual(["build: copy left out: in.ts is not there yet"]);
});

describe("targets that need each other", () => {
  const events: string[] = [];
  const step = (name: string, needs: readonly string[], isApart = false): Target => ({
    name,
    needs,
    isApart,
    missing: () => null,
    make: async () => {
      events.push(`${name} begins`);
      for (let i = 0; i < (isApart ? 20 : 1); i++) await Promise.resolve();
      events.push(`${name} ends`);
      return { inputs: [], outputs: [] };
    },
  });
  const all = [step("facts", [], true), step("code", []), step("image", ["facts", "code"]), step("page", ["code"])];

  test("are made in order, and what a process of its own makes beside them", async () => {
    expect(await makeAll(root, all, () => {})).toEqual([]);
    const at = (event: string): number => events.indexOf(event);
    expect(at("facts begins")).toBeLessThan(at("code begins"));
    expect(at("code ends")).toBeLessThan(at("facts ends"));
    expect(at("facts ends")).toBeLessThan(at("image begins"));
    expect(at("image ends")).toBeLessThan(at("page begins"));
  });

  test("are chosen with what they need, by the beginnings of their names", () => {
    expect(withNeeds(all, ["im"]).map(({ name }) => name)).toEqual(["facts", "code", "image"]);
    expect(withNeeds(all, ["page"]).map(({ name }) => name)).toEqual(["code", "page"]);
  });
});
