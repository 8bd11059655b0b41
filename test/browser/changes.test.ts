// To the next change of what is selected, by its keys: of a name, an item, an object, a field and a byte.
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { expectMoment, missingForBrowser, momentOf, named, reached, Stage } from "./support/open.ts";

const PROGRAM = `total = 1000
rows = [10, 20, 30]
for i in range(3):
    total += 500
rows[1] = 21
rows.append(40)
table = {i: rows for i in range(9)}
print(total)
`;

let stage: Stage;
const missing = missingForBrowser();

/** Presses a key, and waits until the moment it leads to is shown: that before it is given. */
async function to(page: Page, key: string, isRight: (moment: number, before: number) => boolean): Promise<string> {
  const before = await momentOf(page);
  await page.keyboard.press(key);
  await expectMoment(page, (moment) => isRight(moment, before));
  return page.locator(".what").innerText();
}
const back = (page: Page) => to(page, "[", (moment, before) => moment < before);
const forward = (page: Page) => to(page, "]", (moment, before) => moment > before);
const value = (page: Page, text: string) => page.locator(".inspector .facts dd").getByText(text, { exact: true });

describe.skipIf(missing !== null)(named("the next change of what is selected", missing), () => {
  beforeAll(async () => {
    stage = await Stage.start();
  });
  afterAll(() => stage?.stop());
  afterEach(() => stage?.clear());

  test("a name, which then is what it was bound to; an item; a list", async () => {
    const page = await stage.open(stage.link("changes.py", PROGRAM));
    await reached(page, "finished");
    await page.keyboard.press("[");
    await page.getByText("Nothing is selected that could change").waitFor();
    await page
      .locator(".inspector")
      .getByRole("button", { name: /^total/ })
      .click();
    await value(page, "2500").waitFor();
    await page.getByRole("button", { name: "total ›" }).waitFor();
    for (const before of ["2500", "2000", "1500"]) {
      expect(await back(page)).toContain("on line 4");
      await value(page, before).waitFor();
    }
    expect(await back(page)).toContain("on line 1");
    await value(page, "1000").waitFor();
    await page.keyboard.press("[");
    await page.getByText("total did not change before").waitFor();
    expect(await forward(page)).toContain("on line 4");
    // The list: its items and its length, however many point to it.
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await expectMoment(page, (moment) => moment > 80);
    const list = page.locator("g.object").filter({ hasText: "list" }).first();
    await list.click({ position: { x: 40, y: 10 } });
    await page.getByRole("button", { name: "Change ›" }).waitFor();
    expect(await back(page)).toContain("on line 6");
    expect(await back(page)).toContain("on line 5");
    expect(await back(page)).toContain("on line 2");
    // One of its items.
    await list.getByText("20", { exact: true }).click();
    await page.getByRole("button", { name: "[1] ›" }).waitFor();
    expect(await forward(page)).toContain("on line 5");
    await value(page, "21").waitFor();
  });

  test("a field and a byte, by keys", async () => {
    const page = await stage.open(stage.link("changes.py", PROGRAM));
    await reached(page, "finished");
    await page.locator(".inspector").getByRole("button", { name: /^rows/ }).click();
    await page.keyboard.press("4");
    await page.locator("main .hex").getByText("ob_size").waitFor();
    await page.locator(".picture.bytes").focus();
    await page.keyboard.press(".");
    while (!(await page.getByRole("button", { name: "ob_size ›" }).isVisible())) await page.keyboard.press(".");
    await page.locator(".inspector").getByText("line 6 of <module>").waitFor();
    expect(await back(page)).toContain("on line 6");
    expect(await back(page)).toContain("on line 2");
    // The lowest byte of the count: every reference that comes or goes writes it.
    await page.keyboard.press(",");
    await page.keyboard.press(",");
    await page.getByRole("button", { name: "ob_refcnt ›" }).waitFor();
    await page.keyboard.press(">");
    await page.getByRole("button", { name: "+0 ›" }).waitFor();
    await page.keyboard.press(">");
    await page.getByRole("button", { name: "+1 ›" }).waitFor();
    await page.keyboard.press("<");
    await forward(page);
    await page.locator(".inspector").getByText("Who wrote +0").waitFor();
  });

  test("the size of an object is that of its block, and what sys.getsizeof() says", async () => {
    const names = ["instance", "numbers", "table", "text", "data", "large"];
    const source = `import sys
class Plain:
    def __init__(self): self.a = 1
instance, numbers, table = Plain(), list(range(9)), {i: i for i in range(6)}
text, data, large = "\u4e2d\u6587", b"abc", -(2**70)
print([sys.getsizeof(x) for x in (${names.join(", ")})])
`;
    const page = await stage.open(stage.link("sizes.py", source));
    await reached(page, "finished");
    const said = JSON.parse(await page.locator(".output pre").innerText()) as number[];
    for (const [i, name] of names.entries()) {
      await page.keyboard.press("/");
      await page.keyboard.type(name);
      await page.getByRole("option", { name: new RegExp(`› ${name}\\b`) }).waitFor();
      await page.keyboard.press("Enter");
      await page.locator(".inspector .facts").getByText(`› ${name}`).waitFor();
      const row = page.locator(".inspector .facts dt", { hasText: "getsizeof" }).locator("+ dd");
      await expect.poll(() => row.innerText()).toBe(`${said[i]} bytes`);
    }
  });
});
