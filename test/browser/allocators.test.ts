// The picture of all arenas: from all of memory down to one block, by keyboard, by button and by wheel.
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { eventually, missingForBrowser, named, reached, Stage } from "./support/open.ts";

let stage: Stage;
const missing = missingForBrowser();

const blockHovered = (page: Page) => page.locator(".arenas-title").getByText(/^pool \d+ 0x\S+ · block \d+: /);
const poolHovered = (page: Page) => page.locator(".arenas-title").getByText(/^pool \d+ 0x\S+ · \d+ blocks of/);
const sheetWidth = (page: Page) => page.locator(".arena-sheet").evaluate((sheet) => sheet.clientWidth);

describe.skipIf(missing !== null)(named("allocators", missing), () => {
  beforeAll(async () => {
    stage = await Stage.start();
  });
  afterAll(() => stage?.stop());
  afterEach(() => stage?.clear());

  test("the picture grows to where a block is pointed at, selected, and lit in its pool", async () => {
    const page = await stage.open(stage.example("first.py"));
    await reached(page, "finished");
    await page.keyboard.press("3");
    const canvas = page.locator(".arena-scroll canvas");
    await canvas.hover({ position: { x: 40, y: 40 } });
    await poolHovered(page).waitFor();
    const small = await sheetWidth(page);

    await page.locator(".picture.allocators").focus();
    for (const _ of [1, 2, 3]) await page.keyboard.press("+");
    await eventually(() => sheetWidth(page)).toBeGreaterThan(small * 7);
    // The canvas stays as large as the window, whatever the size of the picture.
    const size = await canvas.boundingBox();
    const frame = await page.locator(".arena-scroll").boundingBox();
    expect(size!.width).toBeLessThanOrEqual(frame!.width);
    expect(size!.height).toBeLessThanOrEqual(frame!.height);

    // The pool in close-up has come to the middle; what lies there is one of its blocks.
    await canvas.hover();
    await blockHovered(page).waitFor();
    const words = await blockHovered(page).innerText();
    const block = /block (\d+):/.exec(words)![1];
    await canvas.click();
    await page.locator(".rail").getByText(`block ${block}`, { exact: false }).waitFor();
    await page.locator(".inspector").getByText("Found by arithmetic").waitFor();

    await page.getByRole("button", { name: "All arenas" }).click();
    await eventually(() => sheetWidth(page)).toBe(small);
  });

  test("the wheel with Ctrl grows what is under the pointer", async () => {
    const page = await stage.open(stage.example("first.py"));
    await reached(page, "finished");
    await page.keyboard.press("3");
    const canvas = page.locator(".arena-scroll canvas");
    const box = (await canvas.boundingBox())!;
    const at = { x: box.x + box.width * 0.8, y: box.y + 60 };
    await page.mouse.move(at.x, at.y);
    await poolHovered(page).waitFor();
    const pool = /^pool \d+/.exec(await poolHovered(page).innerText())![0];
    await page.keyboard.down("Control");
    for (const _ of [1, 2, 3]) await page.mouse.wheel(0, -100);
    await page.keyboard.up("Control");
    await eventually(() => sheetWidth(page)).toBeGreaterThan(3000);
    await page.mouse.move(at.x + 1, at.y + 1);
    await eventually(() => page.locator(".arenas-title .r").innerText()).toContain(`${pool} `);
  });

  test("the header of a pool says what its numbers are, in the reader's words", async () => {
    const page = await stage.open(stage.link("one.py", "x = [1, 2]\nprint(x)\n"));
    await reached(page, "finished");
    await page.locator(".inspector").getByRole("button", { name: /^x/ }).click();
    await page.keyboard.press("3");
    const row = (field: string) => page.locator(".ins .fl.wide tr").filter({ hasText: field });
    await row("ref_count").getByText("blocks in use").waitFor();
    await row("maxnextoffset")
      .getByText(/^\d\d,\d{3}$/)
      .waitFor();
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { name: "分配器" }).waitFor();
    for (const note of await page.locator(".ins .fl.wide .t.s").allInnerTexts())
      expect(note).not.toMatch(/pool \d|block/);
  });
});
