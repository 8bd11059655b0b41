// In windows narrower than the drawings nothing is covered that is asked for.
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { eventually, missingForBrowser, named, reached, Stage } from "./support/open.ts";

const FALLS = `def fall(n):
    if n == 0:
        raise ValueError("bottom")
    fall(n - 1)

word, number, row = "中文", 70000, [1, 2, 3]
fall(20)
`;

let stage: Stage;
const missing = missingForBrowser();

const box = async (page: Page, selector: string) => (await page.locator(selector).first().boundingBox())!;
/** What the depth's picture is known by once it is drawn. */
const DRAWN: Readonly<Record<string, string>> = {
  1: "main .pane-bytecode .hot",
  3: "main .picture.allocators canvas",
  4: "main .hex",
};

async function select(page: Page, name: string): Promise<void> {
  await page.keyboard.press("/");
  await page.keyboard.type(name);
  await page.getByRole("option").first().waitFor();
  await page.keyboard.press("Enter");
  await page.locator(".inspector .hd code").waitFor();
}

/** At the error it takes of the height. */
async function withoutTraceback(page: Page): Promise<void> {
  await page.keyboard.press("ArrowLeft");
  await page.locator(".traceback").waitFor({ state: "detached" });
}

describe.skipIf(missing !== null)(named("narrow windows", missing), () => {
  beforeAll(async () => {
    stage = await Stage.start();
  });
  afterAll(() => stage?.stop());
  afterEach(() => stage?.clear());

  for (const width of [1280, 1024]) {
    test(`the drawer stands beside what fills its width, at ${width}`, async () => {
      const page = await stage.open(stage.link("falls.py", FALLS), { width, height: 800 });
      await reached(page, "finished");
      await withoutTraceback(page);
      await select(page, "row");
      for (const depth of ["1", "3", "4"]) {
        await page.keyboard.press(depth);
        await page.locator(DRAWN[depth]!).first().waitFor();
        const drawer = await box(page, ".inspector");
        const view = await box(page, "main.view");
        expect(view.x + view.width, `depth ${depth}`).toBeLessThanOrEqual(drawer.x + 1);
      }
      const view = await box(page, "main.view");
      const last = await box(page, "main .hex text:text-is('f')");
      expect(last.x + last.width).toBeLessThan(view.x + view.width);
      await page.getByText("From a field to bytes").waitFor();
      await page.getByText("high first").waitFor();
    });
  }

  test("a traceback of a recursion is folded, as Python folds it", async () => {
    const page = await stage.open(stage.link("falls.py", FALLS));
    await reached(page, "finished");
    await page.getByText("the same 17 times more").waitFor();
    expect(await page.locator(".trace-line").count()).toBe(5);
  });

  test("on a phone a traceback leaves the view its room, and bytes stand in both orders", async () => {
    const page = await stage.open(stage.link("falls.py", FALLS), { width: 390, height: 844, touch: true });
    await reached(page, "finished");
    await page.locator(".traceback").waitFor();
    await eventually(async () => (await box(page, "main.view")).height).toBeGreaterThan(250);
    await withoutTraceback(page);
    for (const name of ["number", "word", "row"]) {
      await select(page, name);
      await page.keyboard.press("4");
      const orders = page.locator("main svg[role=img]").last();
      const words = orders.getByText("high first").first();
      await words.waitFor();
      const view = await box(page, "main.view");
      const right = await orders.evaluate((svg) =>
        Math.max(...[...svg.querySelectorAll("rect")].map((rect) => rect.getBoundingClientRect().right)),
      );
      expect(right, name).toBeLessThanOrEqual(view.x + view.width);
    }
  });

  test("a picture that has no height yet counts nothing below it", async () => {
    // All of the height is the program's and time's; one instruction of line 4 changes several objects.
    const source = "a = [1]\nb = [2]\nc = [a, b]\nd = c[:]\n";
    const page = await stage.open(stage.link("flat.py", source), { width: 390, height: 300, touch: true });
    await reached(page, "finished");
    await eventually(() => page.locator("main.view").evaluate((view) => view.clientHeight)).toBe(0);
    for (let i = 0; i < 6; i++) {
      const before = Number(await page.locator("main.view").getAttribute("data-moment"));
      await page.keyboard.press("ArrowLeft");
      await eventually(() => page.locator("main.view").getAttribute("data-moment")).toBe(String(before - 1));
    }
  });
});
