// The story of a compilation against what CPython 3.13's own modules say of each stage (tools/golden-story.py), and the
// flow graph against the code that comes out of it.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Kind, NODES } from "../../parser/nodes.ts";
import { type CompilationStory, type FlowBlock, type NodeFact, tellCompilation, tellFlow } from "./index.ts";

interface Told {
  readonly name: string;
  readonly source: string;
  readonly tokens: unknown;
  readonly tree: string;
  readonly scopes: readonly [string, number, boolean, [string, boolean, string[]][]][];
  readonly codes: unknown;
}
const cases = readFileSync(new URL("../../../test/golden/compiler/story.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Told);

const bytesOf = (source: string): Uint8Array => new TextEncoder().encode(source);
const tell = (source: string): CompilationStory => tellCompilation(bytesOf(source), { file: "snippet.py" });
const flow = (source: string, index: number) => tellFlow(bytesOf(source), index, { file: "snippet.py" })!;

/** The rows put together again, as ast.dump prints them. */
function dump(rows: readonly NodeFact[]): string {
  const childrenOf = (index: number) => rows.flatMap((row, i) => (row.parent === index ? [{ row, index: i }] : []));
  const text = (index: number): string => {
    const { kind, values } = rows[index];
    if (kind === "None") return "None";
    const children = childrenOf(index);
    const order = Object.keys(NODES[kind as Kind][1]).map((name) => name.replace(/_$/, ""));
    const fields = order.flatMap((name) => {
      const value = values.find(([field]) => field === name);
      if (value !== undefined) return [`${name}=${value[1]}`];
      const inside = children.filter(({ row }) => row.field.replace(/\[\d+\]$/, "") === name);
      if (inside.length === 0) return [];
      const isList = inside[0].row.field.endsWith("]");
      const texts = inside.map((child) => text(child.index)).join(", ");
      return [`${name}=${isList ? `[${texts}]` : texts}`];
    });
    return `${kind}(${fields.join(", ")})`;
  };
  return text(0);
}

/** What the module symtable asks of a symbol. */
function scopesOf(story: CompilationStory): unknown {
  const asked = ["parameter", "imported", "declared global", "nonlocal", "assigned", "annotated", "referenced"];
  return story.scopes.map(({ name, depth, nested, symbols }) => [
    name === "<module>" ? "top" : name.replace(/^<(.*)>$/, "$1"),
    depth,
    nested,
    symbols.map((symbol) => [symbol.name, symbol.scope === "free", asked.filter((word) => symbol.uses.includes(word))]),
  ]);
}

describe("each stage says what CPython's module for it says", () => {
  test("there are programs", () => expect(cases.length).toBeGreaterThan(60));
  test.each(cases.map((each) => [each.name, each] as const))("%s", (_, each) => {
    const story = tell(each.source);
    expect(story.error).toBeNull();
    expect(story.tokens.map(({ type, exact, text, place }) => [type, exact, text, place])).toEqual(each.tokens);
    expect(dump(story.tree)).toBe(each.tree);
    expect(scopesOf(story)).toEqual(each.scopes);
    const codes = story.codes.map(({ qualname, instructions }) => [
      qualname,
      instructions.map((i) => [i.offset, i.opcode, i.oparg, i.argument, i.place, i.target]),
    ]);
    expect(codes).toEqual(each.codes);
  });
});

describe("the flow graph", () => {
  test.each(cases.map((each) => [each.name, each] as const))("of %s ends as the code", (_, { source }) => {
    const { codes } = tell(source);
    codes.forEach((code, index) => {
      const { passes, offsets } = flow(source, index);
      const last = passes.findLast(({ blocks }) => blocks !== null)!.blocks as readonly FlowBlock[];
      const instructions = last.flatMap((block) => block.instructions);
      expect(offsets).toEqual(instructions.map(({ id }, i) => [id, code.instructions[i].offset]));
      expect(instructions.length).toBe(code.instructions.length);
      instructions.forEach((instruction, i) => {
        const { opcode, argument, place, line } = code.instructions[i];
        expect([instruction.place, instruction.line]).toEqual([place, line]);
        // Directions of jumps, and the labels that they lead to, are the assembler's.
        if (instruction.opcode.startsWith("JUMP")) expect(opcode.startsWith("JUMP")).toBe(true);
        else expect(instruction.opcode).toBe(opcode);
        const said = /^to B\d+$/.test(instruction.argument) ? argument.replace(/L\d+/, "") : argument;
        const shown = instruction.argument.replace(/(?<=^to )B\d+$/, "");
        // dis has nothing to say of a plain number.
        if (said !== "" || !/^\d+$/.test(shown)) expect(shown).toBe(said);
      });
    });
  });

  test("changes account for every difference between two passes", () => {
    for (const { source } of cases) {
      tell(source).codes.forEach((_, index) => {
        let before: readonly FlowBlock[] = [];
        for (const [number, pass] of flow(source, index).passes.entries()) {
          if (pass.blocks === null) {
            expect([pass.added, pass.removed, pass.rewritten, pass.moved]).toEqual([[], [], [], []]);
            continue;
          }
          const was = before.flatMap(({ instructions }) => instructions.map(({ id }) => id));
          const now = pass.blocks.flatMap(({ instructions }) => instructions.map(({ id }) => id));
          if (number > 0) {
            const gone = new Set([...pass.removed, ...pass.moved]);
            const come = new Set([...pass.added, ...pass.moved]);
            expect(now.filter((id) => !come.has(id))).toEqual(was.filter((id) => !gone.has(id)));
          }
          before = pass.blocks;
        }
      });
    }
  });

  test("each optimisation is seen where it happens", () => {
    const source =
      "def f(a):\n    x = 0\n    while a:\n        if a and 1 < 2:\n            a = a[0]\n        x = (1, 2)\n    return x, a\n";
    const { passes } = flow(source, 1);
    const named = (name: string) => passes.find((pass) => pass.name === name)!;
    expect(passes[0].name).toBe("build the graph");
    const superinstructions = named("insert superinstructions");
    expect(superinstructions.removed.length).toBeGreaterThan(0);
    const opcodes = superinstructions.blocks!.flatMap(({ instructions }) => instructions.map(({ opcode }) => opcode));
    expect(opcodes).toContain("LOAD_FAST_LOAD_FAST");
    expect(named("resolve lines again").name).toBe("resolve lines again");
  });
});

describe("places", () => {
  test("columns count UTF-16 units", () => {
    const { tokens, tree } = tell('a = "中😀" + b\n');
    expect(tokens.find(({ text }) => text === "b")?.place).toEqual([1, 12, 1, 13]);
    expect(tree.find(({ kind, values }) => kind === "Name" && values[0][1] === "'b'")?.place).toEqual([1, 12, 1, 13]);
  });

  test("a symbol is placed at its name, wherever a statement defines it", () => {
    const source = [
      "import os.path as p, sys",
      "async def f(a, *b): pass",
      "class C:",
      "    def __m(self): return self.__m, __m",
      "try: pass",
      "except E as e: pass",
      "match x:",
      "    case [1, *r] as w: y += 1",
    ].join("\n");
    const { scopes } = tell(`${source}\n`);
    const lines = source.split("\n");
    for (const { symbols } of scopes) {
      for (const { name, places } of symbols) {
        for (const [line, column, , endColumn] of places) {
          const text = lines[line - 1].slice(column, endColumn);
          expect(name === text || name.endsWith(text), `${name} at ${text}`).toBe(true);
        }
        if (!name.startsWith(".")) expect(places.length, name).toBeGreaterThan(0);
      }
    }
    const module = new Map(scopes[0].symbols.map(({ name, places }) => [name, places]));
    expect(module.get("p")).toEqual([[1, 18, 1, 19]]);
    expect(module.get("e")).toEqual([[6, 12, 6, 13]]);
    expect(module.get("w")).toEqual([[8, 20, 8, 21]]);
  });

  test("a source that does not compile tells how far it got", () => {
    const unparsed = tell("x = (1,\ny = 2\n");
    expect(unparsed.error?.message).toMatch(/was never closed|invalid syntax/);
    expect(unparsed.tree).toEqual([]);
    const uncompiled = tell("return 1\n");
    expect(uncompiled.error).toMatchObject({ message: "'return' outside function", line: 1, place: [1, 0, 1, 8] });
    expect(uncompiled.tree.length).toBeGreaterThan(0);
  });
});
