// Time travel is the same in Node and in a browser: every example is recorded in Node and gone through again in Chromium,
// where its memory must be what it was at every checkpoint, the end included; and the programs that lean hardest on the
// machine's stack and its stops come to the same end.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { SessionState } from "../../src/protocol/session.ts";
import { type PageServer, startServer } from "../../src/server/server.ts";
import { findChromium } from "../support/chromium.ts";
import { HARD_CASES, printed } from "../support/hard_cases.ts";
import { documentedExample, EXPECTED } from "../support/library_example.ts";
import { recordExample } from "../support/recorded_example.ts";

const executablePath = findChromium();
const names = readdirSync("examples")
  .filter((file) => file.endsWith(".py"))
  .map((file) => basename(file, ".py"));

let browser: Browser;
let server: PageServer;
let folder = "";
const given = new Map<string, Uint8Array>();

beforeAll(async () => {
  if (executablePath === null) return;
  folder = mkdtempSync(join(tmpdir(), "recordings-"));
  for (const name of names) given.set(`${name}.ug`, recordExample(name, folder));
  // The package's files and the example, served beside the page as a page of one's own would.
  const bundles = resolve("build/bundles/plain");
  for (const file of readdirSync(bundles).filter((name) => /^index.*\.js$/.test(name))) {
    given.set(file, new Uint8Array(readFileSync(join(bundles, file))));
  }
  const worker = `import * as underglass from "./index.js";
${documentedExample()}
example(underglass, new URL("../machine/", import.meta.url).href).then(postMessage, (error) => postMessage([String(error)]));`;
  given.set("library_worker.js", new TextEncoder().encode(worker));
  server = await startServer({ page: resolve("build/page"), given });
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
}, 240_000);
afterAll(async () => {
  await browser?.close();
  await server?.close();
  if (folder !== "") rmSync(folder, { recursive: true });
});

/** A page with `ask(method, params)`: a session in a worker of the machine. */
async function openSession(): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(server.url);
  await page.evaluate(() => {
    const worker = new Worker("machine/plain.js", { type: "module" });
    const waiting = new Map<number, (answer: unknown) => void>();
    const scope = window as unknown as Record<string, unknown>;
    let state: unknown = null;
    worker.onmessage = ({ data }) => {
      if (data.event === "state") state = data.state;
      waiting.get(data.id)?.(data.failure ?? data.result);
    };
    let id = 0;
    scope.ask = (method: string, params: unknown) =>
      new Promise((resolve) => {
        waiting.set(++id, resolve);
        worker.postMessage({ id, method, params });
      });
    scope.settled = async () => {
      while ((state as { status?: string } | null)?.status === "running" || state === null) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return state;
    };
    scope.forgetState = () => {
      state = null;
    };
  });
  return page;
}

const ask = <T>(page: Page, method: string, params: object): Promise<T> =>
  page.evaluate(
    ([name, given]) => (window as unknown as { ask: (m: string, p: unknown) => Promise<unknown> }).ask(name, given),
    [method, params] as const,
  ) as Promise<T>;

describe.skipIf(executablePath === null)("recordings in Chromium", () => {
  test("every example that was recorded in Node is the same there, to its end", async () => {
    const page = await openSession();
    for (const name of names) {
      const answer = await page.evaluate(async (file) => {
        const { ask } = window as unknown as { ask: (m: string, p: unknown) => Promise<Record<string, unknown>> };
        const recording = new Uint8Array(await (await fetch(`given/${file}`)).arrayBuffer());
        const state = await ask("open", { recording });
        return { state, verified: await ask("verify", {}) };
      }, `${name}.ug`);
      expect(answer.state, name).toMatchObject({ status: "finished", canRun: true });
      expect(answer.verified, name).toEqual({ differs: null });
    }
    await page.close();
  }, 300_000);

  test("what the command line recorded is shown with its source: the line, its stages, its breakpoints", async () => {
    const page = await browser.newPage();
    await page.goto(`${server.url}#r=first.ug`);
    await page.locator(".cm-now", { hasText: 'print("reversed:"' }).waitFor();
    expect(await page.locator(".file-button").innerText()).toBe("first.py");
    await page.keyboard.press("1");
    await page.locator(".row-line.hot", { hasText: "POP_TOP" }).waitFor();
    await page.locator(".cm-lineNumbers .cm-gutterElement", { hasText: /^25$/ }).click();
    await page.keyboard.press("Control+[");
    await page.locator(".cm-now", { hasText: "node.next = previous" }).waitFor();
    await page.close();
  }, 120_000);

  test("the library's documented example runs in a worker of the page", async () => {
    const page = await browser.newPage();
    await page.goto(server.url);
    const lines = await page.evaluate(async () => {
      const worker = new Worker("given/library_worker.js", { type: "module" });
      return new Promise((resolve) => {
        worker.onmessage = ({ data }) => resolve(data);
        worker.onerror = (event) => resolve([event.message]);
      });
    });
    expect(lines).toEqual(EXPECTED);
    await page.close();
  }, 60_000);

  test.each(HARD_CASES)(
    "$name ends as it does in Node",
    async ({ source, inputs, stopAfterMs, expected }) => {
      const page = await openSession();
      const request = { file: "program.py", source, argv: [], input: { type: "ask" } };
      await ask(page, "run", request);
      const settled = () =>
        page.evaluate(() =>
          (window as unknown as { settled: () => Promise<unknown> }).settled(),
        ) as Promise<SessionState>;
      const output = async (until: number) => {
        const answer = await ask<{ chunks: { stream: string; text: string }[] }>(page, "output", {
          until,
          limit: 10_000,
        });
        return answer.chunks
          .filter(({ stream }) => stream !== "in")
          .map(({ text }) => text)
          .join("");
      };
      if (stopAfterMs !== null) {
        await printed(() => output(Number.MAX_SAFE_INTEGER));
        await new Promise((resolve) => setTimeout(resolve, stopAfterMs));
        await ask(page, "stop", {});
      }
      let state = await settled();
      for (const line of inputs) {
        expect(state.status).toBe("waiting");
        await page.evaluate(() => (window as unknown as { forgetState: () => void }).forgetState());
        await ask(page, "input", { line });
        state = await settled();
      }
      expect(state.status).toBe(expected.status);
      expect(await output(state.instructions)).toBe(expected.output);
      const middle = await ask<{ moment: number }>(page, "moment", { moment: state.instructions >> 1 });
      expect(middle.moment).toBe(state.instructions >> 1);
      await page.close();
    },
    60_000,
  );
});
