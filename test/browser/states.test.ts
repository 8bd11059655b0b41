// The page in the states a newcomer meets first: a source that does not compile, an error nobody caught, a line that is
// waited for, names and items that are folded, a search, a compiled file.
import { readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { writePyc } from "../../src/bytecode/pyc.ts";
import { compileSource } from "../../src/compiler/index.ts";
import { startServer } from "../../src/server/server.ts";
import { findings } from "./support/axe.ts";
import { eventually, expectMoment, missingForBrowser, momentOf, named, reached, Stage } from "./support/open.ts";

let stage: Stage;
const missing = missingForBrowser();

describe.skipIf(missing !== null)(named("states of the page", missing), () => {
  beforeAll(async () => {
    stage = await Stage.start();
  });
  afterAll(() => stage?.stop());
  afterEach(() => stage?.clear());

  test("after an uncaught error time is the program's own; the printing of it is folded, and can be reached", async () => {
    const page = await stage.open(stage.link("wrong.py", "def half(n):\n    return 1 / n\n\nhalf(2)\nhalf(0)\n"));
    await reached(page, "finished");
    const own = async () => Number(/of ([\d,]+)/.exec(await page.locator(".pos").innerText())![1]!.replaceAll(",", ""));
    const end = await own();
    expect(end).toBeLessThan(100);
    await page.locator(".runstate").getByText(`after ${end} instructions`).waitFor();
    await page.keyboard.press("End");
    await expectMoment(page, (moment) => moment === end);
    await page.keyboard.press("End");
    await expectMoment(page, (moment) => moment > 1000);
    await page.getByRole("button", { name: "All of time" }).click();
    await page.getByRole("button", { name: "Only the program" }).click();
    await page.getByRole("button", { name: "All of time" }).waitFor();
    await page.keyboard.press("Home");
    await expectMoment(page, (moment) => moment === 0);
    await eventually(own).toBe(end);
    // Behind the program's own part the slider still leads into the rest.
    const lanes = (await page.locator(".lanes").boundingBox())!;
    await page.mouse.click(lanes.x + lanes.width - 60, lanes.y + 18);
    await expectMoment(page, (moment) => moment > end);
  });

  test("a source that does not compile is marked where it fails", async () => {
    const page = await stage.open(stage.link("bad.py", "x = 1\ndef f(:\n    pass\n"));
    await page.locator(".dot.finished").waitFor({ state: "attached" });
    await page.getByText("SyntaxError: invalid syntax").first().waitFor();
    await page.getByText("bad.py, line 2").waitFor();
    await page.locator(".cm-now").getByText("def f(:").waitFor();
    expect(await page.locator(".cm-now-range").innerText()).toBe(":");
    await page.getByText("The source does not compile, so nothing ran.").waitFor();
    expect(await findings(page)).toEqual([]);
  });

  test("typed lines stand in the output as on a terminal", async () => {
    const page = await stage.open(stage.link("ask.py", `name = input("Who? ")\nprint("hello", name)\n`));
    await reached(page, "waiting");
    await page.getByRole("textbox", { name: "Who?" }).fill("Ada");
    await page.keyboard.press("Enter");
    await reached(page, "finished");
    await eventually(() => page.locator(".output pre").innerText()).toBe("Who? Ada\nhello Ada\n");
  });

  test("of a program that writes without end the end is shown, and how much came before", async () => {
    const page = await stage.open(stage.link("lines.py", `for i in range(50_000):\n    print("line", i)\n`));
    await reached(page, "finished");
    const written = page.locator(".output pre");
    await written.getByText("line 49999").waitFor();
    // One stream is one piece of text, not one for each of its writes.
    expect(await written.locator("span").count()).toBe(1);
    await page.getByText(/^[\d,]+ characters before/).waitFor();
    await page.keyboard.press("Home");
    await page.getByText("nothing written yet").waitFor();
  });

  test("the source is seen at what executed, and from its start before that", async () => {
    const source = `${Array.from({ length: 100 }, (_, i) => `x${i} = ${i}`).join("\n")}\n`;
    const page = await stage.open(stage.link("long.py", source));
    await reached(page, "finished");
    const line = (number: number) => page.locator(".cm-line").getByText(`x${number} = ${number}`, { exact: true });
    await eventually(() => line(99).isVisible()).toBe(true);
    await page.keyboard.press("Home");
    await expectMoment(page, (moment) => moment === 0);
    await eventually(() =>
      page.locator(".source .cm-scroller").evaluate((scroller) => scroller.scrollTop),
    ).toBeLessThan(18);
  });

  test("blanks in a value are shown as they are", async () => {
    const page = await stage.open(stage.link("gap.py", `gap = "a   b"\nprint(gap)\n`));
    await reached(page, "finished");
    await page.locator(".inspector").getByRole("button", { name: /^gap/ }).click();
    const value = page.locator(".inspector .facts dd").getByText(/^'a/);
    await eventually(() => value.evaluate((shown) => (shown as HTMLElement).innerText)).toBe("'a   b'");
    const drawn = page.locator("g.object text").getByText(/^'a/);
    const wide = await drawn.evaluate((text) => (text as SVGTextElement).getComputedTextLength());
    const narrow = await drawn.evaluate((text) => {
      text.textContent = "'a b'";
      return (text as SVGTextElement).getComputedTextLength();
    });
    expect(wide).toBeGreaterThan(narrow);
  });

  test("what is folded opens in its place, and closes again", async () => {
    const page = await stage.open(stage.link("many.py", "items = list(range(40))\nprint(len(items))\n"));
    await reached(page, "finished");
    const scene = page.locator("svg.scene");
    await scene.getByText("29 more").click();
    await scene.locator("g.object").getByText("39", { exact: true }).first().waitFor();
    await scene.getByText("show fewer").click();
    await scene.getByText("29 more").waitFor();
    await scene.getByText(/^\+ \d+ (more|special)$/).click();
    await scene.getByText("__name__").waitFor();
    await scene.getByText("'__main__'").waitFor();
    await scene.getByText("show fewer").click();
    await scene.getByText(/^\+ \d+ (more|special)$/).waitFor();
    await scene.getByText("__name__").waitFor({ state: "detached" });
    // The table has the same, for who uses no mouse.
    await page.keyboard.press("t");
    const more = page
      .getByRole("table")
      .first()
      .getByRole("button", { name: /^\+ \d+ more$/ });
    await more.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("table").first().getByText("__name__").waitFor();
  });

  test("the field says what can be asked, and leads to a name's object, a moment and a line", async () => {
    const source =
      "class Node:\n    def __init__(self, next):\n        self.next = next\n\nhead = Node(Node(None))\nprint(1)\n";
    const page = await stage.open(stage.link("find.py", source));
    await reached(page, "finished");
    await page.keyboard.press("g");
    await page.locator(".hints").getByText("a moment, up to", { exact: false }).waitFor();
    expect(await findings(page)).toEqual([]);
    await page.keyboard.type("Node");
    await page.getByRole("option").getByText("<module> › head.next").waitFor();
    await page.keyboard.press("Escape");
    await page.keyboard.press("g");
    await page.keyboard.type("3");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await expectMoment(page, (moment) => moment === 3);
    await page.keyboard.press("g");
    await page.keyboard.type(":6");
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await expectMoment(page, (moment) => moment > 3);
    await page.locator(".cm-now").getByText("print(1)").waitFor();
  });

  test("a program that never pauses says that it is recorded", async () => {
    const page = await stage.open(stage.link("endless.py", "while True:\n    pass\n"));
    await page.getByText("It can be stopped at any time.", { exact: false }).waitFor();
    // Stopped at once, be it before the first instruction.
    await page.getByRole("button", { name: "Stop" }).click();
    await page.locator(".dot.stopped").waitFor({ state: "attached" });
  });

  test("the numbers of the axis never cover each other", async () => {
    const page = await stage.open(stage.link("count.py", "for i in range(9000):\n    pass\n"));
    await reached(page, "finished");
    const overlaps = () =>
      page.locator(".lanes-over text.m").evaluateAll((texts) => {
        const boxes = texts
          .filter((text) => getComputedStyle(text).visibility === "visible")
          .map((text) => text.getBoundingClientRect())
          .filter((box) => box.width > 0);
        return boxes.filter((a) =>
          boxes.some((b) => a !== b && a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom),
        ).length;
      });
    for (let turn = 0; turn < 12; turn++) {
      await page.mouse.move(700, 800);
      await page.mouse.wheel(0, -120);
      expect(await overlaps(), `turn ${turn}`).toBe(0);
    }
  });

  test("a compiled file that the server was given is read byte by byte, in Chinese too", async () => {
    const { code } = compileSource(Buffer.from("x = 'text'\n"), {
      filename: "x.py",
      mode: "exec",
      optimize: 0,
      flags: 0,
    });
    const given = new Map([["x.pyc", writePyc(code!, { kind: "timestamp", sourceSeconds: 7, sourceBytes: 11 })]]);
    const server = await startServer({ page: "build/page", given });
    try {
      const page = await stage.open(`${server.url}#c=x.pyc`, { language: "zh-CN" });
      const list = page.getByRole("listbox").first();
      await list.getByText("魔数").waitFor();
      await list.getByText("代码对象").first().waitFor();
      await list
        .getByText(/bytes，长 \d+/)
        .first()
        .waitFor();
      expect(await list.getByText("code object").count()).toBe(0);
    } finally {
      await server.close();
    }
  });

  test("a file that cannot be opened is refused in one line, and leaves the run as it was", async () => {
    const page = await stage.open(stage.example("first.py"));
    await reached(page, "finished");
    const moment = await momentOf(page);
    const give = (name: string, content: string) =>
      page.locator("input[type=file]").setInputFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
    await give("broken.ug", "UGREC no more than that");
    await page.getByText("the recording cannot be opened").waitFor();
    expect(await page.getByText("Underglass itself failed").count()).toBe(0);
    await give("picture.py", "PNG\0\0");
    await page.getByText("picture.py is no text").waitFor();
    expect(await page.getByText("the recording cannot be opened").count()).toBe(0);
    await page.keyboard.press("ArrowLeft");
    await expectMoment(page, (now) => now === moment - 1);
    expect(await page.locator(".file-button").innerText()).toBe("first.py");
    await page.getByRole("button", { name: "Close" }).click();
    await page.getByText("picture.py is no text").waitFor({ state: "detached" });
  });

  test("a compiled file without its source says in the program's place what stands in it", async () => {
    const source = "def f(n):\n    return n\n";
    const { code } = compileSource(Buffer.from(source), { filename: "f.py", mode: "exec", optimize: 0, flags: 0 });
    const bytes = writePyc(code!, { kind: "timestamp", sourceSeconds: 7, sourceBytes: source.length });
    const server = await startServer({ page: "build/page", given: new Map([["f.pyc", bytes]]) });
    try {
      const page = await stage.open(`${server.url}#c=f.pyc`);
      await page.getByText("Only f.pyc is open").waitFor();
      await page.getByText("2 code objects").waitFor();
      expect(await page.locator("button.run").isDisabled()).toBe(true);
      await page.keyboard.press("2");
      await page.getByText("There is no program to run").waitFor();
      // A code object leads to its bytes.
      await page.getByRole("button", { name: /^f line 1, 3 instructions/ }).click();
      await page.locator(".row-line.here", { hasText: "code object" }).waitFor();
      expect(await page.locator(".byte-run.here").innerText()).toBe("63");
      expect(await findings(page)).toEqual([]);
    } finally {
      await server.close();
    }
  });

  test("strings are strings to the allocators, however short", async () => {
    const page = await stage.open(stage.link("words.py", "word = 'ab' * 3\nprint(word)\n"));
    await reached(page, "finished");
    await page.locator(".inspector").getByRole("button", { name: /^word/ }).click();
    await page.keyboard.press("3");
    await page.locator(".inspector").getByText("Found by arithmetic").waitFor();
    await page
      .locator(".inspector")
      .getByText(/^str \d+$/)
      .first()
      .waitFor();
  });

  test("moments stay in the link while one steps", async () => {
    const page = await stage.open(stage.link("first.py", readFileSync("examples/first.py", "utf8")));
    await reached(page, "finished");
    await page.keyboard.press("ArrowLeft");
    const moment = await momentOf(page);
    await eventually(() => page.url()).toContain(`m=${moment}`);
  });
});
