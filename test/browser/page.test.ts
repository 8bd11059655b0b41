// The page in a browser, as one uses it: opened on a program, stepped, looked into, edited, stopped, read without a mouse.
// Everything runs over the page's own server and the machine's own worker; nothing is simulated.
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { findings } from "./support/axe.ts";
import { eventually, expectMoment, missingForBrowser, momentOf, named, reached, Stage } from "./support/open.ts";

const LIST = `class Node:
    __slots__ = "next", "value"

head = None
for value in 300, 4000, 50000:
    node = Node()
    node.value = value
    node.next = head
    head = node
print("made", head.value)
`;
const ENDLESS = `def spin(count):
    while True:
        count = (count + 1) % 5

spin(0)
`;

let stage: Stage;
const missing = missingForBrowser();

const object = (page: Page, type: string) => page.locator("g.object").filter({ hasText: type });
const inspectorAddress = (page: Page) => page.locator(".inspector .hd code").innerText();

describe.skipIf(missing !== null)(named("the page", missing), () => {
  beforeAll(async () => {
    stage = await Stage.start();
  });
  afterAll(() => stage?.stop());
  afterEach(() => stage?.clear());

  test("an example runs to its end, and steps forward, back, by line and by call", async () => {
    const page = await stage.open(stage.example("first.py"));
    await reached(page, "finished");
    await page.getByText("built:", { exact: false }).first().waitFor();
    const end = await momentOf(page);
    expect(end).toBeGreaterThan(100);
    await page.keyboard.press("ArrowLeft");
    await expectMoment(page, (moment) => moment === end - 1);
    await page.keyboard.press("ArrowRight");
    await expectMoment(page, (moment) => moment === end);
    await page.keyboard.press("Home");
    await expectMoment(page, (moment) => moment === 0);
    await page.keyboard.press("Shift+ArrowRight");
    await expectMoment(page, (moment) => moment > 0 && moment < 20);
    const line = await momentOf(page);
    await page.getByRole("button", { name: "Forward a line, calls run through" }).click();
    await expectMoment(page, (moment) => moment > line);
    await page.keyboard.press("Shift+ArrowLeft");
    await page.keyboard.press("End");
    await expectMoment(page, (moment) => moment > end);
  });

  test("a selected object is found at every depth", async () => {
    const page = await stage.open(stage.link("list.py", LIST));
    await reached(page, "finished");
    const node = object(page, "Node").first();
    const address = Number(await node.getAttribute("data-address"));
    await node.click();
    const digits = address.toString(16).padStart(8, "0");
    const written = `0x${digits.slice(0, 4)}_${digits.slice(4)}`;
    await eventually(() => inspectorAddress(page)).toBe(written);
    const rail = page.getByRole("navigation");
    await rail.getByText(/^pool \d+ block \d+$/).waitFor();
    await rail.getByText(/^0x[0-9a-f_]+ \+48$/).waitFor();
    // Program: the name is ringed; the other depths light the object itself.
    await rail.getByRole("button", { name: /^Program/ }).click();
    await page.locator("main .pane-bytecode .hot").first().waitFor();
    expect(await inspectorAddress(page)).toBe(written);
    await rail.getByRole("button", { name: /^Allocators/ }).click();
    await page.locator(".inspector").getByText("Found by arithmetic").waitFor();
    await page.getByText(/The next 48-byte request gets|No freed block/).waitFor();
    expect(await inspectorAddress(page)).toBe(written);
    await rail.getByRole("button", { name: /^Bytes/ }).click();
    await page.locator("main .hex").getByText("ob_refcnt").waitFor();
    await page.locator("main .hex").getByText("next", { exact: true }).waitFor();
    expect(await inspectorAddress(page)).toBe(written);
    await rail.getByRole("button", { name: /^Names & objects/ }).click();
    await page.locator(`g.object[data-address="${address}"]`).waitFor();
  });

  test("nothing selected: a guide with names to begin with, and a pool and bytes to look at", async () => {
    const page = await stage.open(stage.link("list.py", LIST));
    await reached(page, "finished");
    await page.keyboard.press("3");
    await page
      .getByText(/^pool \d+$/)
      .first()
      .waitFor();
    await page.getByText("What keeps arena", { exact: false }).waitFor();
    const pool = page
      .locator("main .close-up b, main")
      .getByText(/^pool \d+$/)
      .first();
    const shown = await pool.innerText();
    await page.locator(".picture.allocators").focus();
    await page.keyboard.press(".");
    await eventually(() => pool.innerText()).not.toBe(shown);
    await page.keyboard.press("Escape");
    await page.keyboard.press("4");
    // The running frame, with its names and its stack.
    await page.locator("main .hex").getByText("instr_ptr").waitFor();
    await page.keyboard.press("2");
    await page.locator(".inspector").getByRole("button", { name: /^head/ }).click();
    await page.locator(".inspector .tag").getByText("Node").waitFor();
  });

  test("bytes say who wrote them, and text is shown in other encodings", async () => {
    const page = await stage.open(
      stage.link("text.py", `text = "".join(["中", "文"])\nratio = 0.5 * 3\nprint(text, ratio)\n`),
    );
    await reached(page, "finished");
    const inspector = page.locator(".inspector");
    await inspector.getByRole("button", { name: /^text/ }).click();
    await page.keyboard.press("4");
    await inspector.getByText("d6 d0").waitFor();
    await inspector.getByText("UTF-8 as GBK").waitFor();
    await page.locator(".name-now", { hasText: /^ratio\s*float\s*1\.5\s*0x/ }).waitFor();
    await page.locator(".name-now .sel", { hasText: "text" }).waitFor();
    await page.locator("main .hex [data-range]").filter({ hasText: "length" }).first().click();
    await inspector.getByText("line 1 of <module>").waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("ratio");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator("main").getByText("1.5 × 2^(1023 − 1023)", { exact: false }).waitFor();
  });

  test("a picture larger than its view says so, and is fitted", async () => {
    const many = `rows = [[[i, j] for i in range(3)] for j in range(9)]\nprint(len(rows))\n`;
    const page = await stage.open(stage.link("rows.py", many));
    await reached(page, "finished");
    await page.getByRole("button", { name: /objects farther down/ }).click();
    const height = () => page.locator("svg.scene").evaluate((svg) => svg.getBoundingClientRect().height);
    const before = await height();
    await page.getByRole("button", { name: "Fit" }).click();
    await eventually(height).toBeLessThan(before);
    await page.locator(".picture.objects").focus();
    await page.keyboard.press("0");
    await eventually(height).toBe(before);
  });

  test("language and theme are switched, and remembered", async () => {
    const page = await stage.open(stage.link("list.py", LIST));
    await reached(page, "finished");
    await page.getByRole("button", { name: "中文" }).click();
    await page.getByRole("heading", { name: "名字与对象" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh");
    await page.getByRole("button", { name: "浅色或深色" }).click();
    expect(await page.locator("html").getAttribute("class")).toContain("dark");
    await page.reload();
    await reached(page, "finished");
    await page.getByRole("heading", { name: "名字与对象" }).waitFor();
    expect(await page.locator("html").getAttribute("class")).toContain("dark");
  });

  test("the program is edited, and the edited one runs", async () => {
    const page = await stage.open(stage.link("list.py", LIST));
    await reached(page, "finished");
    await page.getByRole("button", { name: "Edit" }).click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("\nprint('edited ' + str(6 * 7))");
    await page.getByText("Edited, not run yet").waitFor();
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByText("edited 42").first().waitFor();
    await reached(page, "finished");
  });

  test("an endless loop is stopped, looked at, and goes on", async () => {
    const page = await stage.open(stage.link("endless.py", ENDLESS));
    await page.locator(".dot.running").waitFor();
    await eventually(() => page.locator(".runstate").innerText()).toMatch(/[1-9][\d,]{4,}/);
    await page.getByRole("button", { name: "Stop" }).click();
    await reached(page, "stopped");
    await page.getByText(/Stopped after [\d,]+ instructions, on lines 2 to 3/).waitFor();
    const first = await momentOf(page);
    await page.keyboard.press("ArrowLeft");
    await expectMoment(page, (moment) => moment === first - 1);
    await page.locator("main").getByText("spin", { exact: true }).first().waitFor();
    await page.keyboard.press("Home");
    await expectMoment(page, (moment) => moment === 0);
    await page.getByRole("button", { name: "Go on" }).click();
    await page.locator(".dot.running").waitFor();
    await page.getByRole("button", { name: "Stop" }).click();
    await reached(page, "stopped");
    await expectMoment(page, (moment) => moment > first);
  });

  test("input() is answered in the page", async () => {
    const page = await stage.open(stage.link("ask.py", `name = input("Who? ")\nprint("hello", name)\n`));
    await reached(page, "waiting");
    await page.getByRole("textbox", { name: "Who?" }).fill("Ada");
    await page.keyboard.press("Enter");
    await reached(page, "finished");
    await page.getByText("hello Ada").first().waitFor();
  });

  test("an error ends time with a traceback that seeks", async () => {
    const page = await stage.open(stage.link("wrong.py", "def half(n):\n    return 1 / n\n\nhalf(2)\nhalf(0)\n"));
    await reached(page, "finished");
    await page.getByText("ZeroDivisionError").first().waitFor();
    const end = await momentOf(page);
    await page.locator("main").getByText("half", { exact: true }).first().waitFor();
    await page.getByRole("button", { name: /^<module>/ }).click();
    await expectMoment(page, (moment) => moment > 0 && moment < end);
  });

  test("breakpoints are set by key and by click, and reached forward and back", async () => {
    const page = await stage.open(stage.example("first.py"));
    await reached(page, "finished");
    const line = async () => Number(/on line (\d+)/.exec(await page.locator(".what").innerText())?.[1]);
    await page.keyboard.press("Control+]");
    await page.getByText("No breakpoint is set").waitFor();
    // Line 25 turns a pointer, once for each of the four nodes.
    await page.locator(".cm-lineNumbers .cm-gutterElement", { hasText: /^25$/ }).click();
    await page.locator(".cm-breakpoint").waitFor();
    const met: number[] = [];
    for (let i = 0; i < 4; i++) {
      await page.keyboard.press("Control+[");
      await expectMoment(page, (moment) => moment < (met.at(-1) ?? 300));
      met.push(await momentOf(page));
    }
    await page.keyboard.press("Control+[");
    await page.getByText("No breakpoint is met that way").waitFor();
    await page.getByRole("button", { name: "breakpoint ›" }).click();
    await expectMoment(page, (moment) => moment === met[2]);
    // The same by keys alone, on the line that is shown; playing stops there too.
    expect(await line()).toBe(25);
    await page.keyboard.press("b");
    await page.getByText("No breakpoint on line 25 any more").waitFor();
    expect(await page.locator(".cm-breakpoint").count()).toBe(0);
    await page.keyboard.press("b");
    await page.locator(".cm-breakpoint").waitFor();
    await page.keyboard.press("Space");
    await expectMoment(page, (moment) => moment === met[1]);
    await page.getByRole("button", { name: "Play" }).waitFor();
  });

  test("everything by keyboard: find, follow, look deeper, return, table, keys", async () => {
    const page = await stage.open(stage.link("list.py", LIST));
    await reached(page, "finished");
    await page.keyboard.press("/");
    await page.keyboard.type("head");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".inspector .hd code").waitFor();
    const address = await inspectorAddress(page);
    await page.locator(".picture.objects").focus();
    await page.keyboard.press("Enter");
    await eventually(() => inspectorAddress(page)).not.toBe(address);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Backspace");
    await eventually(() => inspectorAddress(page)).toBe(address);
    await page.keyboard.press("ArrowDown");
    await page.getByRole("heading", { name: "Allocators" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.getByRole("heading", { name: "Bytes", exact: true }).waitFor();
    await page.keyboard.press("t");
    await page.getByRole("table").first().waitFor();
    await page.keyboard.press("t");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "All keys" }).waitFor();
    await page.keyboard.press("Escape");
    expect(await page.getByRole("dialog").count()).toBe(0);
    await page.keyboard.press("g");
    await page.keyboard.type("12");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await expectMoment(page, (moment) => moment === 12);
  });

  test("the keys are never on nothing, whatever closes, ends or goes", async () => {
    const page = await stage.open(stage.link("list.py", LIST));
    await reached(page, "finished");
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute("class") ?? document.activeElement?.tagName);
    const SLIDER = "sr";
    await page.keyboard.press("Escape");
    expect(await focused()).toBe(SLIDER);
    // A menu gives them back to what opened it.
    await page.locator(".file-button").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowDown");
    expect(await page.evaluate(() => document.activeElement?.closest(".drop") !== null)).toBe(true);
    await page.keyboard.press("Escape");
    expect(await focused()).toContain("file-button");
    // So does a search, whose own key presses nothing there.
    await page.keyboard.press("/");
    await page.keyboard.type("head");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.locator(".inspector .hd code").waitFor();
    expect(await focused()).toContain("file-button");
    expect(await page.locator(".drop").count()).toBe(0);
    // A row that leads to another object is gone with its panel; the panel keeps the keys.
    await page.locator(".ins .fl button").last().focus();
    const address = await inspectorAddress(page);
    await page.keyboard.press("Enter");
    await eventually(() => inspectorAddress(page)).not.toBe(address);
    await eventually(() => page.evaluate(() => document.activeElement?.closest(".inspector") !== null)).toBe(true);
    // A choice has its own arrows.
    await page.keyboard.press("1");
    await page.locator(".code-menu select").focus();
    await page.keyboard.press("ArrowDown");
    expect(await page.locator(".code-menu select").count()).toBe(1);
    // One closes its list, one gives the keys back.
    await page.keyboard.press("Escape");
    await page.keyboard.press("Escape");
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "All keys" }).waitFor();
    await page.keyboard.press("Escape");
    await eventually(focused).not.toBe("BODY");
    await page.keyboard.press("Escape");
    await page.keyboard.press("+");
    await page.getByRole("button", { name: "All of time" }).waitFor();
  });

  test("a link holds program, moment, depth and selection", async () => {
    const page = await stage.open(stage.link("list.py", LIST));
    await reached(page, "finished");
    await object(page, "Node").first().click();
    await page.keyboard.press("4");
    await page.keyboard.press("ArrowLeft");
    const address = await inspectorAddress(page);
    const moment = await momentOf(page);
    await eventually(() => page.url()).toMatch(new RegExp(`m=${moment}&d=bytes&s=[0-9a-f]+$`));
    const other = await stage.open(page.url());
    await reached(other, "finished");
    await other.getByRole("heading", { name: "Bytes", exact: true }).waitFor();
    await expectMoment(other, (at) => at === moment);
    await eventually(() => inspectorAddress(other)).toBe(address);
  });

  test("a phone's width: nothing is wider than the screen, targets are large enough", async () => {
    const page = await stage.open(stage.link("list.py", LIST), { width: 390, height: 844, touch: true });
    await reached(page, "finished");
    await page.locator("g.object").first().waitFor();
    await page.locator("g.object").first().tap();
    await page.locator(".inspector .hd code").waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    const small = await page
      .locator(".ctl button:visible")
      .evaluateAll((buttons) => buttons.filter((button) => button.getBoundingClientRect().height < 44).length);
    expect(small).toBe(0);
    const end = await momentOf(page);
    await page.getByRole("button", { name: "Back an instruction" }).tap();
    await expectMoment(page, (moment) => moment === end - 1);
  });

  describe("axe-core finds nothing serious or critical", () => {
    for (const dark of [false, true]) {
      test(dark ? "dark" : "light", async () => {
        const page = await stage.open(stage.link("list.py", LIST), { dark });
        await reached(page, "finished");
        expect(await findings(page), "nothing selected").toEqual([]);
        await object(page, "Node").first().click();
        for (const [key, depth] of [
          ["1", "program"],
          ["2", "objects"],
          ["3", "allocators"],
          ["4", "bytes"],
        ] as const) {
          await page.keyboard.press(key);
          await page.locator("main .picture, main .panes .pane .row-line").first().waitFor();
          await page.locator(".inspector section").last().waitFor();
          expect(await findings(page), depth).toEqual([]);
        }
        await page.keyboard.press("t");
        await page.getByRole("table").first().waitFor();
        expect(await findings(page), "table").toEqual([]);
        await page.keyboard.press("?");
        expect(await findings(page), "keys").toEqual([]);
      });
    }
    test("phone, and a program that failed", async () => {
      const page = await stage.open(stage.link("wrong.py", "print(1)\nboom\n"), {
        width: 390,
        height: 844,
        touch: true,
      });
      await reached(page, "finished");
      expect(await findings(page)).toEqual([]);
    });
  });
});
