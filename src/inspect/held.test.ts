// What functions, classes and generators hold of a program's values is drawn with them, and nothing else of them is.
import { describe, expect, it } from "vitest";
import { copiedMoment, runProgram } from "../../test/support/inspect_machine.ts";
import type { ObjectsFacts } from "./facts.ts";
import { momentFacts } from "./moment.ts";

const LIMITS = { objectLimit: 80, slotLimit: 12, nameLimit: 40, expanded: [], expandedSlotLimit: 40, also: [] };

/** The facts of names and objects whenever the running frame has bound `done`. */
function when(source: string, frameLimit = 6): ObjectsFacts {
  let found: ObjectsFacts | null = null;
  const { instructions } = runProgram(source, [], () => {});
  const all = Array.from({ length: instructions }, (_, i) => i);
  runProgram(source, all, (n) => {
    if (found !== null) return;
    const facts = momentFacts(copiedMoment(), null, { moment: n, objects: { ...LIMITS, frameLimit } }).objects;
    const isDone = facts?.frames.at(-1)?.names.some(({ name, value }) => name === "done" && value !== null);
    if (facts && isDone) found = facts;
  });
  if (found === null) throw new Error("the program never got there");
  return found;
}

/** What stands in the fields of the object that a name leads to; null where it leads to none. */
function fieldsOf(facts: ObjectsFacts, wanted: string): Record<string, string | null> | null {
  const { value } = facts.frames.at(-1)!.names.find(({ name }) => name === wanted)!;
  const object = facts.objects.find(({ address }) => address === value!.address);
  if (object === undefined) return null;
  expect(value!.holds).toBe(true);
  return Object.fromEntries(
    object.slots.map(({ label, value }) => [label, value === null ? null : (value.text ?? value.type)]),
  );
}

describe("what is held", () => {
  it("by closures, changeable defaults, classes and generators", () => {
    const facts = when(`
def counter(start):
    count = start
    def up(by=1):
        nonlocal count
        count += by
        return count
    return up
def add(item, to=[], times=2):
    to.append(item)
class Base:
    kind = "base"
    def method(self): pass
class Derived(Base):
    shared = [1]
    __slots__ = ("x",)
    @property
    def size(self): return 1
class Plain(Base):
    def method(self): pass
def numbers(n):
    for i in range(n):
        yield i
up = counter(1000)
up(5)
add("x")
lazy = numbers(3)
next(lazy)
next(lazy)
done = True
`);
    expect(fieldsOf(facts, "up")).toEqual({ count: "1005" });
    expect(fieldsOf(facts, "add")).toEqual({ "to=": "list" });
    expect(fieldsOf(facts, "Base")).toEqual({ kind: "'base'" });
    expect(fieldsOf(facts, "Derived")).toEqual({ base: "Base", shared: "list" });
    expect(fieldsOf(facts, "lazy")).toEqual({ n: "3", i: "1" });
    for (const name of ["counter", "Plain", "numbers"]) expect(fieldsOf(facts, name), name).toBe(null);
    const { binds } = facts.frames[0]!;
    expect(binds).toEqual(["up", "lazy", "done", "counter", "add", "Base", "Derived", "Plain", "numbers"]);
  });

  it("by calls: the outermost is told of, and the innermost, and how many are between", () => {
    const facts = when(
      "def down(n):\n    if n:\n        return down(n - 1)\n    done = True\n    return done\ndown(9)\n",
      4,
    );
    expect(facts.frames.map((frame) => frame.function)).toEqual(["<module>", "down", "down", "down"]);
    expect(facts.hiddenFrames).toBe(7);
    expect(facts.frames.at(-1)!.state).toBe("running");
  });
});
