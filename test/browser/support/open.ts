// A browser and the page's own server for the tests of the page. One browser and one server serve a whole file; each test
// has a context of its own, so nothing remembered (language, theme) leaks from one into the next.
// Invariant: an error that the page throws or logs fails the test that opened it.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { expect, vi } from "vitest";
import { type PageServer, startServer } from "../../../src/server/server.ts";
import { encodeLink } from "../../../src/ui/state/link.ts";
import { findChromium } from "../../support/chromium.ts";

const PAGE = "build/page";
/** Far more than anything here takes on an idle machine; it bounds how long a failing test waits. */
const WAIT_MS = 60_000;
/** Several waits may be long where the machine is busy. */
const TEST_MS = 240_000;
vi.setConfig({ testTimeout: TEST_MS, hookTimeout: TEST_MS });
const ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"];
const isCi = !["", "0", "false"].includes(process.env.CI ?? "");

/** Null when the page can be tested; else what is missing. In CI nothing may be missing, and the tests fail instead. */
export function missingForBrowser(): string | null {
  if (isCi) return null;
  if (findChromium() === null) return "no Chromium (set UNDERGLASS_CHROMIUM)";
  return existsSync(join(PAGE, "index.html")) ? null : `no ${PAGE} (npm run build)`;
}

/** The name of tests, with the reason why they are skipped where they are. */
export function named(name: string, missing: string | null): string {
  return missing === null ? name : `${name} (skipped: ${missing})`;
}

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly dark?: boolean;
  readonly language?: "en-US" | "zh-CN";
  readonly touch?: boolean;
}

export class Stage {
  private readonly browser: Browser;
  private readonly server: PageServer;
  private readonly opened: { page: Page; errors: string[] }[] = [];

  private constructor(browser: Browser, server: PageServer) {
    this.browser = browser;
    this.server = server;
  }

  static async start(): Promise<Stage> {
    const executablePath = findChromium() ?? undefined;
    const server = await startServer({ page: PAGE, given: new Map() });
    return new Stage(await chromium.launch({ executablePath, args: ARGUMENTS }), server);
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }

  /** The address of the page with a program in it. */
  link(file: string, source: string | Uint8Array): string {
    const bytes = typeof source === "string" ? Buffer.from(source) : source;
    const program = { file, source: bytes, input: null, argv: [] };
    return `${this.server.url}#${encodeLink({ program, recording: null, moment: null, depth: null, selection: null })}`;
  }

  example(file: string): string {
    return this.link(file, readFileSync(join("examples", file), "utf8"));
  }

  async open(address: string, look: Look = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width: look.width ?? 1440, height: look.height ?? 900 },
      colorScheme: look.dark ? "dark" : "light",
      locale: look.language ?? "en-US",
      hasTouch: look.touch ?? false,
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(WAIT_MS);
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(String(error)));
    page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
    this.opened.push({ page, errors });
    await page.goto(address);
    return page;
  }

  /** Closes what a test opened; nothing may have gone wrong in it. */
  async clear(): Promise<void> {
    const opened = this.opened.splice(0);
    for (const { page } of opened) await page.context().close();
    expect(opened.flatMap(({ errors }) => errors)).toEqual([]);
  }
}

export type Status = "idle" | "running" | "waiting" | "finished" | "stopped" | "failed";

/** Waits until the run stands like this and its moment is shown. */
export async function reached(page: Page, status: Status): Promise<void> {
  await page.locator(`.dot.${status}`).waitFor({ state: "attached" });
  if (status !== "idle" && status !== "running") await page.locator(".what code").first().waitFor();
}

/** Expects something of what is read again and again until it is so. */
export function eventually<T>(read: () => T | Promise<T>) {
  return expect.poll(read, { timeout: WAIT_MS });
}

/** The moment that the page names, and the number of the last. */
export async function momentOf(page: Page): Promise<number> {
  return Number((await page.locator(".pos").innerText()).split(" ")[0]!.replaceAll(",", ""));
}

/** Waits for a moment that is right, and until the page shows that moment: it names one before its facts have come. */
export async function expectMoment(page: Page, isRight: (moment: number) => boolean): Promise<void> {
  const shown = async () => {
    const moment = await momentOf(page);
    const drawn = await page.locator("main.view").getAttribute("data-moment");
    return drawn === String(moment) && isRight(moment);
  };
  await eventually(shown).toBe(true);
}
