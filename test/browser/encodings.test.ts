// Sources that are no UTF-8, or end their lines otherwise: shown as Python reads them, run as the bytes that they are, and
// after an edit written by their coding line.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { decodeLink } from "../../src/ui/state/link.ts";
import { eventually, missingForBrowser, named, reached, Stage } from "./support/open.ts";

let stage: Stage;
const missing = missingForBrowser();
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (c) => c.charCodeAt(0));

describe.skipIf(missing !== null)(named("sources in other encodings", missing), () => {
  beforeAll(async () => {
    stage = await Stage.start();
  });
  afterAll(() => stage?.stop());
  afterEach(() => stage?.clear());

  test("a Latin-1 source with Windows newlines is shown, run, edited and kept as such", async () => {
    const bytes = latin1("# coding: latin-1\r\nname = 'Jos\xe9'\r\nprint(len(name), open(__file__, 'rb').read())\r\n");
    const page = await stage.open(stage.link("jose.py", bytes));
    await reached(page, "finished");
    await page.locator(".cm-line", { hasText: "name = 'José'" }).waitFor();
    await page.getByText("3 lines · iso-8859-1 · CRLF").waitFor();
    await page.getByText("Jos\\xe9'\\r\\nprint(").waitFor();

    await page.getByRole("button", { name: "Edit" }).click();
    await page.keyboard.press("Control+End");
    await page.keyboard.type("\nprint('中')");
    await page.keyboard.press("Control+Enter");
    await page.getByText("'latin-1' codec can't encode character '\\u4e2d' in position").waitFor();
    // What was typed is still there, and can be put right.
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("End");
    for (const _ of "latin-1") await page.keyboard.press("Backspace");
    await page.keyboard.type("gbk");
    await page.keyboard.press("Control+Enter");
    await page.getByText("4 lines · gbk · CRLF").waitFor();
    // The link holds the bytes that ran: é and 中 as GBK has them, and the newlines of the file.
    const kept = () => {
      const { program } = decodeLink(new URL(page.url()).hash);
      return program === null ? "" : Buffer.from(program.source).toString("latin1");
    };
    await eventually(kept).toBe(
      "# coding: gbk\r\nname = 'Jos\xa8\xa6'\r\nprint(len(name), open(__file__, 'rb').read())\r\nprint('\xd6\xd0')\r\n",
    );
    const again = await stage.open(page.url());
    await reached(again, "finished");
    await again.locator(".cm-line", { hasText: "print('中')" }).waitFor();
  });

  test("bytes that are no text of their encoding are marked, and Python says what is wrong", async () => {
    const page = await stage.open(stage.link("bad.py", latin1("\fx = 1\nname = 'Jos\xe9'\n")));
    await page.locator(".dot.finished").waitFor({ state: "attached" });
    await page.getByText("Non-UTF-8 code starting with '\\xe9' in file bad.py on line 2").first().waitFor();
    expect(await page.locator(".cm-odd").allInnerTexts()).toEqual(["␌", "\\xe9"]);
  });

  test("a byte order mark and a last line without a newline stay", async () => {
    const page = await stage.open(stage.link("bom.py", latin1("\xef\xbb\xbfprint(open(__file__, 'rb').read())")));
    await reached(page, "finished");
    await page.getByText("1 line · BOM").waitFor();
    await page.getByRole("button", { name: "Edit" }).click();
    await page.keyboard.press("Control+Home");
    await page.keyboard.type("x = 1\n");
    await page.keyboard.press("Control+Enter");
    await page.getByText("b\"\\xef\\xbb\\xbfx = 1\\nprint(open(__file__, 'rb').read())\"").waitFor();
  });
});
