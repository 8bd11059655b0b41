// The depth Program in a browser: what is pointed at in one stage of the compilation is lit in all others.
import type { Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { pycOf } from "../../src/compiler/story/pyc.ts";
import { findings } from "./support/axe.ts";
import { eventually, expectMoment, missingForBrowser, momentOf, named, reached, Stage } from "./support/open.ts";

const PROGRAM = `def scale(values, factor=2):
    out = []
    for value in values:
        if value is None or 1 > 2:
            continue
        out.append(value * factor)
    return out, len(out)


try:
    print(scale([1, None, 3], 60 * 60))
except TypeError as error:
    print("no", error)
`;

let stage: Stage;
const missing = missingForBrowser();

const pane = (page: Page, name: string) => page.locator(`.pane-${name}`);
const row = (page: Page, name: string, text: string | RegExp) =>
  pane(page, name).locator(".row-line").filter({ hasText: text });

async function openProgram(look: Parameters<Stage["open"]>[1] = {}): Promise<Page> {
  const page = await stage.open(stage.link("scale.py", PROGRAM), look);
  await reached(page, "finished");
  await page.keyboard.press("1");
  await page.locator(".panes .pane").first().waitFor();
  return page;
}

/** A row of a pane, scrolled to: only rows in sight are in the page. */
async function reach(page: Page, name: string, text: string | RegExp) {
  const rows = pane(page, name).locator(".rows");
  const height = await rows.evaluate((element) => element.scrollHeight);
  for (let top = 0; top < height; top += 200) {
    await rows.evaluate((element, to) => element.scrollTo({ top: to }), top);
    await page.waitForTimeout(50);
    if ((await row(page, name, text).count()) > 0) break;
  }
  return row(page, name, text).first();
}

/** Puts exactly these on show. */
async function show(page: Page, ...names: readonly string[]): Promise<void> {
  for (const name of names) {
    const button = page.getByRole("group", { name: "Stages of the compilation" }).getByRole("button", { name });
    if ((await button.getAttribute("aria-pressed")) === "false") await button.click();
  }
}

/** Texts of the lit rows of a pane. */
const lit = (page: Page, name: string) => pane(page, name).locator(".row-line:is(.lit, .here)").allInnerTexts();

describe.skipIf(missing !== null)(named("the depth Program", missing), () => {
  beforeAll(async () => {
    stage = await Stage.start();
  });
  afterAll(() => stage?.stop());
  afterEach(() => stage?.clear());

  test("a node of the tree is lit in source, tokens, bytecode and inspector", async () => {
    const page = await openProgram();
    await show(page, "Tree", "Bytecode");
    await (await reach(page, "tree", /BinOp\s*op=Mult/)).click();
    // Its code object comes on show, though the module's runs.
    await eventually(() => lit(page, "bytecode").then((rows) => rows.join(" "))).toMatch(/LOAD_FAST.*BINARY_OP/s);
    // It does not run at this moment; its instructions are read from memory all the same, with their forms.
    await pane(page, "bytecode").locator(".spec").first().waitFor();
    expect(await pane(page, "bytecode").locator(".pane-head").innerText()).not.toContain("as compiled");
    expect(await page.locator(".cm-ring").allInnerTexts()).toEqual(["value * factor"]);
    await page.locator(".inspector .tag").getByText("BinOp").waitFor();
    await show(page, "Tokens");
    await expect
      .poll(() => lit(page, "tokens").then((rows) => rows.map((text) => text.split("\n").at(-1))))
      .toEqual(["value", "*", "factor"]);
  });

  test("an instruction leads back to its node and its place; an operator to its instruction", async () => {
    const page = await openProgram();
    await show(page, "Tree", "Bytecode");
    await page.locator(".code-menu select").selectOption({ index: 2 });
    await (await reach(page, "bytecode", "BINARY_OP")).click();
    await pane(page, "tree").locator(".here", { hasText: "BinOp" }).waitFor();
    await page.locator(".inspector").getByText("takes 2, leaves 1").waitFor();
    await show(page, "Tokens");
    await (await reach(page, "tokens", "STAR")).click();
    await eventually(() => lit(page, "bytecode").then((rows) => rows.join(" "))).toMatch(/BINARY_OP/);
    expect(await page.locator(".cm-ring").allInnerTexts()).toEqual(["*"]);
  });

  test("the source is pointed at, and a name is lit wherever it stands", async () => {
    const page = await openProgram();
    await show(page, "Symbols", "Bytecode");
    const box = (await page.locator(".cm-line", { hasText: "out.append" }).boundingBox())!;
    // The fifth character behind the indentation is in "append".
    await page.mouse.click(box.x + 7.2 * 13, box.y + 9);
    await page.locator(".inspector .tag").getByText("Attribute").waitFor();
    await row(page, "symbols", /^value/)
      .last()
      .click();
    expect(await page.locator(".cm-ring").allInnerTexts()).toEqual(["value", "value", "value"]);
    await page.keyboard.press("Escape");
    expect(await page.locator(".cm-ring").count()).toBe(0);
  });

  test("the flow graph, pass by pass: what a pass took away is struck out", async () => {
    const page = await openProgram();
    await show(page, "Flow");
    await show(page, "Bytecode");
    await page.locator(".code-menu select").selectOption({ index: 2 });
    await pane(page, "flow").locator(".flow-box").first().waitFor();
    const picture = pane(page, "flow").locator(".flow-picture");
    const boxes = await pane(page, "flow").locator(".flow-box").count();
    expect(boxes).toBeGreaterThan(4);
    expect(await pane(page, "flow").locator(".flow-edges > path").count()).toBeGreaterThan(boxes);
    await picture.focus();
    for (let i = 0; i < 20; i++) await page.keyboard.press(",");
    await picture.and(page.getByRole("group", { name: /As generated/ })).waitFor();
    const generated = await pane(page, "flow").locator(".flow-row").count();
    let gone = 0;
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press(".");
      gone += await pane(page, "flow").locator(".flow-row.removed").count();
    }
    expect(gone).toBeGreaterThan(0);
    expect(await pane(page, "flow").locator(".flow-row").count()).toBeLessThan(generated);
    await pane(page, "flow").locator(".flow-row", { hasText: "BINARY_OP" }).click();
    await pane(page, "bytecode").locator(".here", { hasText: "BINARY_OP" }).waitFor();
  });

  test("bytecode of the running frame: what it took and left, caches as they are, the two tables", async () => {
    const page = await openProgram();
    await show(page, "Bytecode");
    await page.keyboard.press("Home");
    await expectMoment(page, (moment) => moment === 0);
    // To the multiplication of 1 by 3600.
    for (let i = 0; i < 200; i++) {
      const at = await momentOf(page);
      await page.keyboard.press("ArrowRight");
      await expectMoment(page, (moment) => moment === at + 1);
      if ((await page.locator(".what code").first().innerText()).startsWith("BINARY_OP")) break;
    }
    const effect = pane(page, "bytecode").locator(".row-line", { has: page.locator(".effect-side") });
    await eventually(() => effect.allInnerTexts()).toEqual(["took\n1\n3600", "left\n3600"]);
    await pane(page, "bytecode").getByRole("button", { name: "Caches" }).click();
    const counter = row(page, "bytecode", "counter").first();
    expect(await counter.locator(".cache-words").innerText()).toMatch(/^[0-9a-f]{4}$/);
    await pane(page, "bytecode").getByRole("button", { name: "Caches" }).click();
    await pane(page, "bytecode").getByRole("button", { name: "Tables" }).click();
    await pane(page, "bytecode")
      .locator(".rows")
      .evaluate((rows) => rows.scrollTo({ top: 1e6 }));
    await pane(page, "bytecode").locator(".table-form").first().waitFor();
  });

  test("by keyboard: along the rows, into the tree, borrowing, and back to time", async () => {
    const page = await openProgram();
    await show(page, "Tree", "Bytecode");
    const tree = page.getByRole("tree", { name: "Tree" });
    await tree.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowRight");
    await pane(page, "tree").locator(".here", { hasText: "FunctionDef" }).waitFor();
    const rows = await pane(page, "tree").locator(".row-line").count();
    await page.keyboard.press("ArrowLeft");
    await eventually(() => pane(page, "tree").locator(".row-line").count()).toBeLessThan(rows);
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Alt+ArrowDown");
    await pane(page, "tree").locator(".lent").first().waitFor();
    await pane(page, "tree").locator(".here", { hasText: "FunctionDef" }).waitFor();
    await page.keyboard.press("Escape");
    expect(await pane(page, "tree").locator(".here").count()).toBe(0);
    await page.keyboard.press("Escape");
    const moment = await momentOf(page);
    await page.keyboard.press("ArrowLeft");
    await expectMoment(page, (at) => at === moment - 1);
  });

  test("an edit is compiled as it is typed; an error says how far it got", async () => {
    const page = await openProgram();
    await show(page, "Tree", "Bytecode");
    await page.getByRole("button", { name: "Edit" }).click();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type("\ntyped = 1");
    await page.keyboard.press("Escape");
    await eventually(() => pane(page, "tree").locator(".pane-head").innerText()).not.toMatch(/\b0$/);
    await pane(page, "tree")
      .locator(".rows")
      .evaluate((rows) => rows.scrollTo({ top: 1e6 }));
    await row(page, "tree", "id='typed'").waitFor();
    await page.locator(".cm-content").focus();
    await page.keyboard.press("ControlOrMeta+End");
    await page.keyboard.type(" +");
    await page.getByText("SyntaxError").first().waitFor();
  });

  test("while a library's frame runs, its source and its stages are shown", async () => {
    const source = "import textwrap\ntext = textwrap.indent('a\\nb', '  ')\nprint(text)\n";
    const page = await stage.open(stage.link("library.py", source));
    await reached(page, "finished");
    await page.keyboard.press("1");
    await show(page, "Tree", "Bytecode");
    const head = page.locator("section.program .hd");
    for (let i = 0; i < 30 && !(await head.innerText()).includes("textwrap.py"); i++) {
      const at = await momentOf(page);
      await page.keyboard.press("ArrowLeft");
      await expectMoment(page, (moment) => moment < at);
      await page.waitForTimeout(100);
    }
    expect(await head.innerText()).toContain("textwrap.py");
    await page.locator(".cm-line.cm-now .cm-now-range").first().waitFor();
    await pane(page, "bytecode").locator(".hot").first().waitFor();
    expect(await pane(page, "bytecode").locator(".pane-head").innerText()).toContain("indent");
    await page.keyboard.press("End");
    await page.locator(".cm-line", { hasText: "import textwrap" }).waitFor();
  });

  test("a .pyc is opened and read byte by byte, and the program's own", async () => {
    const page = await openProgram();
    const source = new TextEncoder().encode("def f(a):\n    return a + 1.5\n");
    const { bytes } = pycOf(source, { sourceSeconds: 1_700_000_000, sourceBytes: source.length }, { file: "f.py" });
    await page.locator("input[type=file]").setInputFiles({
      name: "f.cpython-313.pyc",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(bytes!),
    });
    await page.getByText("f.cpython-313.pyc, every byte with its meaning").waitFor();
    const meanings = page.getByRole("listbox", { name: "What the bytes mean" });
    await meanings.locator(".row-line", { hasText: "magic number" }).click();
    expect(await page.locator(".byte-run.here").allInnerTexts()).toEqual(["f3 0d 0d 0a"]);
    expect(await meanings.locator(".row-line", { hasText: "source changed" }).innerText()).toContain("1700000000");
    // From a byte to its meaning: the first instruction.
    await page
      .locator(".byte-run", { hasText: /^95 00$/ })
      .first()
      .click();
    await meanings.locator(".here", { hasText: "RESUME" }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.getByRole("button", { name: "Back to memory" }).first().click();
    await page.locator("main .hex").waitFor();
    await page.locator(".file-button").click();
    await page.getByRole("button", { name: "This program as a .pyc" }).click();
    await page.getByText("scale.pyc, every byte with its meaning").waitFor();
    await page.locator("input[type=file]").setInputFiles({
      name: "other.py",
      mimeType: "text/x-python",
      buffer: Buffer.from("print('handed over')\n"),
    });
    await page.locator(".cm-line", { hasText: "handed over" }).waitFor();
    expect(await page.locator(".file-button").innerText()).toContain("other.py");
  });

  test("a phone: one stage at a time, nothing wider than the screen", async () => {
    const page = await openProgram({ width: 390, height: 844, touch: true });
    for (const name of ["Tokens", "Tree", "Symbols", "Flow", "Bytecode", "Frame"]) {
      await page.getByRole("button", { name, exact: true }).tap();
      expect(await page.locator(".pane").count()).toBe(1);
      await page.getByRole("region", { name, exact: true }).waitFor();
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await page.getByRole("button", { name: "Tree", exact: true }).tap();
    await (await reach(page, "tree", "FunctionDef")).tap();
    await page.locator(".inspector .tag").getByText("FunctionDef").waitFor();
  });

  test.each([false, true])("axe-core finds nothing serious or critical (dark: %s)", async (dark) => {
    const page = await openProgram({ dark });
    for (const names of [["Tokens", "Tree"], ["Symbols", "Bytecode"], ["Flow"], ["Frame"]]) {
      await show(page, ...names);
      await page.locator(".pane").first().waitFor();
      expect(await findings(page), names.join()).toEqual([]);
    }
    await show(page, "Tree", "Bytecode");
    await (await reach(page, "tree", "BinOp")).click();
    await page.locator(".inspector section").first().waitFor();
    expect(await findings(page), "pointed at").toEqual([]);
  });
});
