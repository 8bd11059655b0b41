// Names and objects while one steps: what stands stays where it is.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { eventually, expectMoment, missingForBrowser, reached, Stage } from "./support/open.ts";

let stage: Stage;
const missing = missingForBrowser();
const named = (name: string): string => (missing === null ? name : `${name} (skipped: ${missing})`);

/** From before the first call to behind the last of build(), whose calls are the deepest of the program. */
const [FIRST, LAST] = [36, 104];

describe.skipIf(missing !== null)(named("names and objects"), () => {
  beforeAll(async () => {
    stage = await Stage.start();
  });
  afterAll(() => stage?.stop());
  afterEach(() => stage?.clear());

  test("no object moves, and no frame, while calls come and go", async () => {
    const page = await stage.open(stage.example("first.py"));
    await reached(page, "finished");
    await page.keyboard.press("Home");
    await expectMoment(page, (moment) => moment === 0);
    const places = () =>
      page.evaluate(() => {
        const shapes = [...document.querySelectorAll<SVGGElement>("svg.scene .object, svg.scene .frame")];
        return shapes.map((shape) => {
          const { x, y } = shape.querySelector(":scope > rect")!.getBoundingClientRect();
          return [JSON.stringify(shape.dataset), `${Math.round(x)}, ${Math.round(y)}`] as const;
        });
      });
    const known = new Map<string, string>();
    let met = 0;
    for (let moment = 1; moment <= LAST; moment++) {
      await page.keyboard.press("ArrowRight");
      await expectMoment(page, (shown) => shown === moment);
      if (moment < FIRST) continue;
      for (const [address, place] of await places()) {
        const before = known.get(address);
        if (before !== undefined) met++;
        expect(before ?? place, `${address} at moment ${moment}`).toBe(place);
        known.set(address, place);
      }
    }
    expect(met).toBeGreaterThan(300);
    expect(known.size).toBeGreaterThan(8);
  });

  test("another program is opened while one runs without end", async () => {
    const page = await stage.open(stage.link("endless.py", "n = 0\nwhile True:\n    n += 1\n"));
    await page.locator(".dot.running").waitFor({ state: "attached" });
    await page.locator(".file-button").click();
    await page.getByRole("button", { name: /^first\.py/ }).waitFor();
    await page.getByRole("button", { name: /^list_growth\.py A list takes more room/ }).click();
    await page.locator(".dot.idle").waitFor({ state: "attached" });
    await page.getByText("Not run yet").waitFor();
    await page.locator("button.run").click();
    await reached(page, "finished");
    expect(await page.locator(".file-button").innerText()).toBe("list_growth.py");
    await page.locator(".cm-line", { hasText: "getsizeof" }).first().waitFor();
  });

  test("of what was written the last lines are seen, and how much came before", async () => {
    const program = "for i in range(3000):\n    print('line', i)\n";
    const page = await stage.open(stage.link("long.py", program));
    await reached(page, "finished");
    await page.getByText(/^[\d,]+ characters before$/).waitFor();
    const written = page.locator(".output pre");
    const rest = () => written.evaluate((pre) => pre.scrollHeight - pre.scrollTop - pre.clientHeight);
    await eventually(rest).toBeLessThan(2);
    expect((await written.innerText()).trimEnd().endsWith("line 2999")).toBe(true);
  });
});
