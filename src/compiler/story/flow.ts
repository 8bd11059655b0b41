// The flow graph of one unit, pass by pass.
//
// The compiler changes its graph in place; an observer (PassWatch) copies what is to be shown after each pass, and numbers
// blocks and instructions the first time they are seen, so that one can follow them. What an argument means depends on
// tables that are final only at the end: texts are made when the code object is there.
import type { Code, CodeConstant } from "../../bytecode/code.ts";
import { readInstructions } from "../../bytecode/code_units.ts";
import { hasFlag, OP, OpcodeFlag, opcodeName } from "../../bytecode/opcodes.ts";
import { operandText } from "../../bytecode/operand_text.ts";
import { type Block, type BlockInstruction, type FlowGraph, hasTarget, isJump } from "../flowgraph/graph.ts";
import type { PassObserver } from "../flowgraph/optimize.ts";
import type { CompileUnitMetadata, Location } from "../instruction_sequence.ts";
import { constantText } from "./code.ts";
import type { FlowBlock, FlowEdge, FlowInstruction, FlowPass, FlowStory } from "./facts.ts";
import type { Places } from "./places.ts";

/** The pass behind which variables are counted as the frame has them. */
const PLACES_CELLS = "insert prefix and place cells";

interface Seen {
  readonly id: number;
  readonly opcode: number;
  readonly oparg: number;
  readonly target: number | null;
  readonly loc: Location;
}
interface SeenBlock extends Omit<FlowBlock, "instructions"> {
  readonly instructions: readonly Seen[];
}
interface SeenPass {
  readonly name: string;
  readonly blocks: readonly SeenBlock[];
  readonly constants: readonly CodeConstant[];
  readonly isPlaced: boolean;
}

export class PassWatch {
  private readonly passes: SeenPass[] = [];
  private readonly blockIds = new Map<Block, number>();
  private readonly instructionIds = new Map<BlockInstruction, number>();
  private constants: readonly CodeConstant[] = [];
  private isPlaced = false;

  private blockId(block: Block): number {
    let id = this.blockIds.get(block);
    if (id === undefined) this.blockIds.set(block, (id = this.blockIds.size));
    return id;
  }

  private instructionId(instruction: BlockInstruction): number {
    let id = this.instructionIds.get(instruction);
    if (id === undefined) this.instructionIds.set(instruction, (id = this.instructionIds.size));
    return id;
  }

  readonly onPass: PassObserver = (name, graph, constants) => {
    if (constants !== undefined) this.constants = constants;
    this.isPlaced ||= name === PLACES_CELLS;
    const { isPlaced } = this;
    this.passes.push({ name, blocks: this.copy(graph), constants: this.constants, isPlaced });
  };

  private copy(graph: FlowGraph): SeenBlock[] {
    const blocks = graph.blocks();
    for (const block of blocks) this.blockId(block);
    return blocks.map((block) => ({
      id: this.blockId(block),
      isHandler: block.isHandler,
      isCold: block.isCold,
      startDepth: block.startDepth < 0 ? null : block.startDepth,
      edges: this.edgesOf(block),
      instructions: block.instructions.map((instruction) => ({
        id: this.instructionId(instruction),
        opcode: instruction.opcode,
        oparg: instruction.oparg,
        target: hasTarget(instruction.opcode) ? this.blockId(instruction.target!) : null,
        loc: instruction.loc,
      })),
    }));
  }

  private edgesOf(block: Block): FlowEdge[] {
    const edges: FlowEdge[] = [];
    const last = block.last();
    if (last !== undefined && isJump(last.opcode)) edges.push({ to: this.blockId(last.target!), kind: "jump" });
    if (block.next !== null && block.hasFallthrough()) edges.push({ to: this.blockId(block.next), kind: "next" });
    const handlers = new Set(block.instructions.flatMap(({ handler }) => (handler === null ? [] : [handler])));
    for (const handler of handlers) edges.push({ to: this.blockId(handler), kind: "handler" });
    return edges;
  }

  /** What was seen, in words. `code`: what came of it. */
  story(unit: CompileUnitMetadata, code: Code, places: Places): FlowStory {
    const namer = new ArgumentNamer(unit, code);
    const passes: FlowPass[] = [];
    let before: SeenPass | null = null;
    for (const pass of this.passes) {
      passes.push({ name: pass.name, ...changesOf(before, pass, namer, places) });
      before = pass;
    }
    const last = before?.blocks.flatMap(({ instructions }) => instructions) ?? [];
    const offsets = [...readInstructions(code.co_code)].map(({ offset }) => offset);
    return { passes, offsets: last.map(({ id }, i) => [id, offsets[i]]) };
  }
}

function shownBlocks(pass: SeenPass, namer: ArgumentNamer, places: Places): FlowBlock[] {
  return pass.blocks.map((block) => ({
    ...block,
    instructions: block.instructions.map(
      (each): FlowInstruction => ({
        id: each.id,
        opcode: opcodeName(each.opcode),
        argument: namer.text(each, pass),
        line: each.loc.lineno < 1 ? null : each.loc.lineno,
        place: places.place(each.loc),
      }),
    ),
  }));
}

interface Standing {
  readonly text: string;
  readonly block: number;
  readonly order: number;
}

function standings(blocks: readonly FlowBlock[]): Map<number, Standing> {
  const found = new Map<number, Standing>();
  for (const { id: block, instructions } of blocks) {
    for (const { id, opcode, argument } of instructions) {
      found.set(id, { text: `${opcode} ${argument}`, block, order: found.size });
    }
  }
  return found;
}

/** Ids whose order among those that stayed differs: all but a longest rising run. */
function displaced(orders: readonly (readonly [id: number, order: number])[]): Set<number> {
  // The usual patience sort: ends[k] is the entry with the least order that ends a rising run of length k + 1.
  const ends: number[] = [];
  const previous = new Array<number>(orders.length).fill(-1);
  for (let i = 0; i < orders.length; i++) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (orders[ends[middle]][1] < orders[i][1]) low = middle + 1;
      else high = middle;
    }
    previous[i] = low > 0 ? ends[low - 1] : -1;
    ends[low] = i;
  }
  const moved = new Set(orders.map(([id]) => id));
  for (let at = ends.at(-1) ?? -1; at >= 0; at = previous[at]) moved.delete(orders[at][0]);
  return moved;
}

function changesOf(
  before: SeenPass | null,
  pass: SeenPass,
  namer: ArgumentNamer,
  places: Places,
): Omit<FlowPass, "name"> {
  const blocks = shownBlocks(pass, namer, places);
  if (before === null) return { blocks, added: [], removed: [], rewritten: [], moved: [] };
  const earlier = shownBlocks(before, namer, places);
  const was = standings(earlier);
  const now = standings(blocks);
  const added = [...now.keys()].filter((id) => !was.has(id));
  const removed = [...was.keys()].filter((id) => !now.has(id));
  const stayed = [...now].filter(([id]) => was.has(id));
  const rewritten = stayed.filter(([id, { text }]) => was.get(id)!.text !== text).map(([id]) => id);
  const moved = displaced(stayed.map(([id]) => [id, was.get(id)!.order]));
  const isSame = JSON.stringify(blocks) === JSON.stringify(earlier);
  return { blocks: isSame ? null : blocks, added, removed, rewritten, moved: [...moved] };
}

/** What an argument means before there is a code object: constants, names, variables of the unit, blocks. */
class ArgumentNamer {
  private readonly names: readonly string[];
  private readonly locals: readonly string[];
  private readonly cells: readonly string[];
  private readonly placed: readonly string[];

  constructor(unit: CompileUnitMetadata, code: Code) {
    this.names = unit.names.list();
    this.locals = unit.varnames.list();
    this.cells = [...unit.cellvars.list(), ...unit.freevars.list()];
    this.placed = code.co_localsplusnames;
  }

  text({ opcode, oparg, target }: Seen, { constants, isPlaced }: SeenPass): string {
    if (target !== null) return `to B${target}`;
    if (!hasFlag(opcode, OpcodeFlag.arg)) return "";
    const local = (index: number) => (isPlaced ? this.placed : this.locals)[index] ?? "?";
    if (hasFlag(opcode, OpcodeFlag.const)) return constants[oparg] === undefined ? "?" : constantText(constants[oparg]);
    if (hasFlag(opcode, OpcodeFlag.name)) return this.nameText(opcode, oparg);
    const words = operandText(opcode, oparg, local);
    if (words !== null) return words;
    if (hasFlag(opcode, OpcodeFlag.free) || opcode === OP.LOAD_CLOSURE) {
      return (isPlaced ? this.placed : this.cells)[oparg] ?? "?";
    }
    return hasFlag(opcode, OpcodeFlag.local) ? local(oparg) : String(oparg);
  }

  private nameText(opcode: number, oparg: number): string {
    const name = (index: number) => this.names[index] ?? "?";
    switch (opcode) {
      case OP.LOAD_GLOBAL:
        return name(oparg >> 1) + (oparg & 1 ? " + NULL" : "");
      case OP.LOAD_ATTR:
        return name(oparg >> 1) + (oparg & 1 ? " + NULL|self" : "");
      case OP.LOAD_SUPER_ATTR:
        return name(oparg >> 2) + (oparg & 1 ? " + NULL|self" : "");
      default:
        return name(oparg);
    }
  }
}
