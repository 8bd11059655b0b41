import { expect, it } from "vitest";
import { liveMoment, copiedMoment, runProgram } from "../../test/support/inspect_machine.ts";
import { memoryTotals, momentFacts } from "./moment.ts";

const SOURCE = `
class Node:
    __slots__ = ("next", "value")
    def __init__(self, value, next=None):
        self.value = value
        self.next = next
class P:
    def __init__(self, x):
        self.x = x
        self.name = "p" * 3
def build(values):
    head = None
    for v in reversed(values):
        head = Node(v, head)
    return head
d = {"a": 1, "b": [1, 2.5, "héllo"], (1, 2): {3, 4}}
p = P(2**100)
h = build([10, 20, 300])
print(h.value, d)
`;
it("explores", () => {
  const seen = runProgram(SOURCE, [1e9], () => {});
  console.log(seen);
  const all: any[] = [];
  let prev: any = null;
  const end = seen.instructions;
  const wanted = Array.from({length: 60}, (_, i) => end - 260 + i*2).flatMap((n) => [n, n+1]);
  runProgram(SOURCE, wanted, (n) => {
    const t0 = performance.now();
    const m = copiedMoment();
    const t1 = performance.now();
    if (prev && n === prev.n + 1) {
      const f = momentFacts(m, prev.m, { moment: n, program: {instructionsBefore: 2, instructionsAfter: 2}, objects: {objectLimit: 30, slotLimit: 10, nameLimit: 20, frameLimit: 5, expanded: [], expandedSlotLimit: 100, also: []}, allocators: {arenaFrom:0, arenaLimit: 4, pool: null, listLimit: 5}});
      const t2 = performance.now();
      console.log(n, f.program?.function, f.program?.line, f.step.opcode, f.step.argument, JSON.stringify(f.step.effects), f.step.changedWords, (t1-t0).toFixed(1), (t2-t1).toFixed(1));
      if (n === wanted[61]) {
         console.log(JSON.stringify(f.objects, null, 0).slice(0, 6000));
         console.log(JSON.stringify(f.program, null, 0).slice(0, 3000));
         console.log(JSON.stringify(f.allocators!.layers));
         console.log(JSON.stringify({...f.allocators, layers: 0, arenas: 0}).slice(0, 2000));
         const t = memoryTotals(m); console.log(JSON.stringify({...t, layers: 0, types: t.types.slice(0, 12)}));
      }
    }
    prev = { n, m };
  });
});
