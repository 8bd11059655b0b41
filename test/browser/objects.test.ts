// Names and objects while one steps: what stands stays where it is.
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { eventually, expectMoment, missingForBrowser, momentOf, named, reached, Stage } from "./support/open.ts";

let stage: Stage;
const missing = missingForBrowser();

/** From before the first call to behind the last of build(), whose calls are the deepest of the program. */
const [FIRST, LAST] = [36, 104];

describe.skipIf(missing !== null)(named("names and objects", missing), () => {
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

  const GROWS = `
class Node:
    def __init__(self, depth):
        self.depth = depth
        self.name = "node " + "+" * depth
        self.children = []

def build(depth, above):
    node = Node(depth)
    above.append(node)
    if depth > 0:
        build(depth - 1, node.children)
        build(0, node.children)
        node.count = len(node.children)
    return node

top = []
build(5, top)
print(top[0].count)
`;
  /** The deepest calls have come and gone by then. */
  const GROWN = 300;
  test.each([
    { width: 1280, height: 620 },
    { width: 1024, height: 600 },
    { width: 390, height: 844, touch: true },
  ])(
    "at $width by $height calls deeper than there is room for move no object, nor do objects that grow",
    async (look) => {
      const page = await stage.open(stage.link("grows.py", GROWS), look);
      await reached(page, "finished");
      await page.keyboard.press("Home");
      await expectMoment(page, (moment) => moment === 0);
      const places = () =>
        page.evaluate(() =>
          // On a phone a number stands beside each that holds it, without a row of its own.
          [...document.querySelectorAll<SVGGElement>("svg.scene .object:not(.beside)")].map((shape) => {
            const box = shape.querySelector(":scope > rect")!;
            const { x, y } = box.getBoundingClientRect();
            const place = `${box.getAttribute("y")}, on screen ${Math.round(x)}, ${Math.round(y)}`;
            return [shape.dataset.address!, place] as const;
          }),
        );
      let before = new Map<string, string>();
      let [met, wasFolded] = [0, false];
      for (let moment = 0; moment < GROWN; ) {
        await page.keyboard.press("Shift+ArrowRight");
        await expectMoment(page, (shown) => shown > moment);
        moment = await momentOf(page);
        const now = new Map(await places());
        for (const [address, place] of before) {
          if (!now.has(address)) continue;
          met++;
          expect(now.get(address), `${address} at moment ${moment}`).toBe(place);
        }
        before = now;
        wasFolded ||= (await page.getByText(/^line \d+, \d between$/).count()) > 0;
      }
      expect(met).toBeGreaterThan(150);
      expect(wasFolded).toBe(look.touch !== true);
    },
  );

  test("every name of a module has a cell that is its own, before it is bound and after", async () => {
    const names = ["price", "count", "total", "name", "message", "items", "copied", "amount"];
    const source = `${names.map((name, i) => `${name} = ${i} * 1000.5`).join("\n")}\ncopied = items = [price]\ndel amount\n`;
    const page = await stage.open(stage.link("names.py", source));
    await reached(page, "finished");
    await page.keyboard.press("Home");
    await expectMoment(page, (moment) => moment === 0);
    const cells = () =>
      page.evaluate(() =>
        [...document.querySelectorAll("svg.scene .frame .name")].map((cell) => {
          const text = cell.querySelector("text")!;
          const { x, y, right } = cell.querySelector("rect")!.getBoundingClientRect();
          const isInside = text.getBoundingClientRect().right < right;
          return `${text.textContent} at ${Math.round(x)}, ${Math.round(y)}${isInside ? "" : ", cut"}`;
        }),
      );
    const first = (await cells()).sort();
    expect(first.map((cell) => cell.split(" ")[0])).toEqual([...names].sort());
    expect(new Set(first.map((cell) => cell.split(", ")[1])).size).toBeGreaterThan(1);
    for (let moment = 0; moment < 20; ) {
      await page.keyboard.press("Shift+ArrowRight");
      await expectMoment(page, (shown) => shown > moment);
      moment = await momentOf(page);
      expect((await cells()).sort(), `moment ${moment}`).toEqual(first);
    }
    expect(await page.locator("svg.scene .object").count()).toBeGreaterThan(5);
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
