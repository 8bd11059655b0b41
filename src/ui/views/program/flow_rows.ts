// What the boxes of a flow graph say, pass by pass. A pass that changed nothing shows the graph of the one before; an
// instruction that a pass took away stays for that pass, struck out, where it stood.
import type { FlowBlock, FlowInstruction, FlowPass, FlowStory } from "../../../protocol/compilation.ts";

export type Change = "added" | "removed" | "rewritten" | "moved";

export interface FlowRow {
  readonly instruction: FlowInstruction;
  readonly change: Change | null;
}
export interface FlowBox extends Omit<FlowBlock, "instructions"> {
  readonly rows: readonly FlowRow[];
}

function graphAt(story: FlowStory, pass: number): readonly FlowBlock[] {
  for (let i = pass; i >= 0; i--) {
    const blocks = story.passes[i]?.blocks;
    if (blocks) return blocks;
  }
  return [];
}

/** Instructions that went, by what they stood behind: an instruction that stayed, or the start of a block. */
function ghosts(before: readonly FlowBlock[], blocks: readonly FlowBlock[], pass: FlowPass): Map<string, FlowRow[]> {
  const removed = new Set(pass.removed);
  const kept = new Set(blocks.map(({ id }) => id));
  const found = new Map<string, FlowRow[]>();
  let anchor = "";
  for (const block of before) {
    // Of a block that went with all that was in it, the last place before it.
    if (kept.has(block.id) || anchor === "") anchor = `block ${block.id}`;
    for (const instruction of block.instructions) {
      if (!removed.has(instruction.id)) {
        anchor = `instruction ${instruction.id}`;
        continue;
      }
      const row: FlowRow = { instruction, change: "removed" };
      found.set(anchor, [...(found.get(anchor) ?? []), row]);
    }
  }
  return found;
}

export function boxesOf(story: FlowStory, index: number): FlowBox[] {
  const pass = story.passes[index];
  if (pass === undefined) return [];
  const blocks = graphAt(story, index);
  const gone =
    pass.removed.length === 0 ? new Map<string, FlowRow[]>() : ghosts(graphAt(story, index - 1), blocks, pass);
  const changes = new Map<number, Change>();
  for (const change of ["moved", "rewritten", "added"] as const) for (const id of pass[change]) changes.set(id, change);
  // An empty block that nothing leads to is only a name in the compiler's list.
  const isReached = new Set(blocks.flatMap(({ edges }) => edges.map(({ to }) => to)));
  const shown = blocks.filter(({ id, instructions }, i) => i === 0 || instructions.length > 0 || isReached.has(id));
  return shown.map(({ instructions, ...block }) => ({
    ...block,
    rows: [
      ...(gone.get(`block ${block.id}`) ?? []),
      ...instructions.flatMap((instruction) => [
        { instruction, change: changes.get(instruction.id) ?? null },
        ...(gone.get(`instruction ${instruction.id}`) ?? []),
      ]),
    ],
  }));
}

export function changeCount(pass: FlowPass): number {
  return pass.added.length + pass.removed.length + pass.rewritten.length + pass.moved.length;
}
