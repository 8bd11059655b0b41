// How fast the page is, in the Chromium that is found, with what it is served by and the machine's own worker.
//   npm run bench:page [-- --runs COUNT]
//
//   first   from the server's first byte to the first picture of a run that is over (examples/first.py), best of the runs
//   step    one instruction forward or back with many live objects, from the key to the frame after the new picture stands,
//           at each depth; the median of the steps
//
// Figures are wall time on this machine; BARS says what the project asks of itself.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Browser, chromium, type Page } from "playwright-core";
import { startServer } from "../src/server/server.ts";
import { encodeLink } from "../src/ui/state/link.ts";
import { findChromium } from "../test/support/chromium.ts";

const BARS = { firstMs: 1500, stepMs: 50 };
const STEPS = 24;
const LIVE_OBJECTS = 5000;
const MANY = `class Node:
    __slots__ = "next", "value"

head = None
nodes = []
for i in range(${LIVE_OBJECTS / 2}):
    node = Node()
    node.value = 1000 + i
    node.next = head
    head = node
total = 0
for step in range(200):
    total = total + step * 1000
`;

// What runs in the browser is text: this tool is type-checked for Node.
const SINCE_FIRST_BYTE = `performance.now() - performance.getEntriesByType("navigation")[0].responseStart`;
const STEP_TIMES = `async (key, count) => {
  const main = document.querySelector("main");
  const out = [];
  for (let i = 0; i < count; i++) {
    await new Promise((resolve) => setTimeout(resolve, 60));
    const before = main.dataset.moment;
    const start = performance.now();
    window.dispatchEvent(new KeyboardEvent("keydown", { key }));
    while (main.dataset.moment === before) await new Promise((resolve) => requestAnimationFrame(resolve));
    out.push(performance.now() - start);
  }
  return out;
}`;

const { values: options } = parseArgs({ options: { runs: { type: "string", default: "3" } } });
const executablePath = findChromium();
if (executablePath === null) {
  console.error("bench: no Chromium found; install one or set UNDERGLASS_CHROMIUM");
  process.exit(1);
}
const server = await startServer({ page: "build/page", given: new Map() });
const link = (file: string, source: string, more = {}): string =>
  `${server.url}#${encodeLink({ program: { file, source: Buffer.from(source), input: null, argv: [] }, recording: null, moment: null, depth: null, selection: null, ...more })}`;

async function open(browser: Browser, address: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(address);
  await page.locator(".dot.finished").waitFor({ timeout: 120_000 });
  await page.locator("main[data-moment] .picture").waitFor();
  return page;
}

/** Milliseconds from the first byte of the page to the frame in which the picture stands. */
async function firstPicture(browser: Browser): Promise<number> {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage();
  await page.goto(link("first.py", readFileSync("examples/first.py", "utf8")));
  await page.locator("main[data-moment] g.object").first().waitFor();
  const ms = await page.evaluate<number>(SINCE_FIRST_BYTE);
  await page.context().close();
  return ms;
}

/** Milliseconds of steps, each from its key to the frame after the moment's picture stands. */
function steps(page: Page, key: "ArrowLeft" | "ArrowRight"): Promise<number[]> {
  return page.evaluate<number[]>(`(${STEP_TIMES})(${JSON.stringify(key)}, ${STEPS})`);
}

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[list.length >> 1];
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", "--disable-gpu"] });
let isMet = true;
function report(name: string, ms: number, bar: number): void {
  isMet &&= ms <= bar;
  console.log(`${name.padEnd(44)} ${ms.toFixed(0).padStart(6)} ms   at most ${bar}${ms <= bar ? "" : "   MISSED"}`);
}
try {
  const firsts: number[] = [];
  for (let i = 0; i < Number(options.runs); i++) firsts.push(await firstPicture(browser));
  report("first picture", Math.min(...firsts), BARS.firstMs);
  const page = await open(browser, link("many.py", MANY));
  for (const [number, depth] of ["program", "names and objects", "allocators", "bytes"].entries()) {
    await page.keyboard.press(String(number + 1));
    await page.waitForTimeout(600);
    const back = median(await steps(page, "ArrowLeft"));
    const forward = median(await steps(page, "ArrowRight"));
    report(`step back, ${LIVE_OBJECTS} objects, ${depth}`, back, BARS.stepMs);
    report(`step forward, ${LIVE_OBJECTS} objects, ${depth}`, forward, BARS.stepMs);
  }
} finally {
  await browser.close();
  await server.close();
}
process.exitCode = isMet ? 0 : 1;
