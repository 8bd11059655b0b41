// The back half of the compiler against CPython 3.13's on the unoptimised sequences of sample.py (tools/golden-bytecode.py);
// tools/oracle-flowgraph.ts does the same for any files.
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { compareCase, type OracleCase, unitAndSequence } from "../../tools/oracle-flowgraph-case.ts";
import { jumpTarget, readInstructions } from "../bytecode/code_units.ts";
import { OP } from "../bytecode/opcodes.ts";
import { optimizeAndAssemble } from "./assemble.ts";
import { checkGraph } from "./flowgraph/graph.ts";
import { InstructionSequence, NO_LOCATION } from "./instruction_sequence.ts";

const lines = readFileSync(new URL("../../test/golden/bytecode/sample.flowgraph.jsonl", import.meta.url), "utf8");
const cases = lines
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as OracleCase);

describe("sequences of sample.py", () => {
  test("there are both kinds of them", () => {
    expect(cases.filter((each) => each.case === "module").length).toBeGreaterThan(10);
    expect(cases.filter((each) => each.case === "sequence").length).toBeGreaterThan(20);
  });
  test.each(cases.map((each, index) => [`${index} ${each.case} ${each.where}`, each] as const))("%s", (_, each) => {
    for (const [aspect, difference] of compareCase(each)) expect([aspect, difference]).toEqual([aspect, null]);
  });

  test("every pass is shown, and leaves a well-formed graph", () => {
    for (const each of cases) {
      if (each.case !== "module") continue;
      const { unit, sequence } = unitAndSequence(each);
      const passes: string[] = [];
      const options = { filename: "f.py", codeFlags: 0, parameterCount: 0, depth: 0 };
      optimizeAndAssemble(unit, sequence, options, (pass, graph) => {
        passes.push(pass);
        checkGraph(graph);
      });
      expect(new Set(passes).size).toBe(passes.length);
      expect(passes[0]).toBe("build the graph");
    }
  });
});

describe("jumps over long stretches", () => {
  // A jump over n NOPs on lines of their own needs EXTENDED_ARGs, and its own makes nested jumps longer.
  test.each([10, 254, 255, 256, 257, 65530, 65536])("over %i instructions", (count) => {
    const { unit } = unitAndSequence(cases.find((each) => each.case === "module")!);
    const sequence = new InstructionSequence();
    const end = sequence.newLabel();
    const start = sequence.newLabel();
    sequence.addop(OP.RESUME, 0, { ...NO_LOCATION, lineno: 1, end_lineno: 1 });
    sequence.useLabel(start);
    sequence.addop(OP.LOAD_NAME, 0, { ...NO_LOCATION, lineno: 1, end_lineno: 1 });
    sequence.addop(OP.POP_JUMP_IF_FALSE, end, { ...NO_LOCATION, lineno: 1, end_lineno: 1 });
    for (let i = 0; i < count; i++) sequence.addop(OP.NOP, 0, { ...NO_LOCATION, lineno: i + 2, end_lineno: i + 2 });
    sequence.addop(OP.JUMP, start, { ...NO_LOCATION, lineno: 1, end_lineno: 1 });
    sequence.useLabel(end);
    sequence.addop(OP.LOAD_NAME, 0, { ...NO_LOCATION, lineno: 1, end_lineno: 1 });
    sequence.addop(OP.RETURN_VALUE, 0, { ...NO_LOCATION, lineno: 1, end_lineno: 1 });
    const code = optimizeAndAssemble(unit, sequence, { filename: "f.py", codeFlags: 0, parameterCount: 0, depth: 0 });
    const targets = [...jumpTargets(code.co_code)];
    expect(targets).toEqual([code.co_code.length - 4, 2]);
  });
});

function* jumpTargets(code: Uint8Array): Generator<number> {
  for (const { opcode, oparg, offset } of readInstructions(code)) {
    const target = jumpTarget(opcode, oparg, offset);
    if (target >= 0) yield target;
  }
}
