// What each instruction of a stretch was: its place in the code and how deep the calls were. Made by running the stretch
// again, kept for a while.
// Invariant: entry i of a block describes instruction number first + i; instructions count from 1, and instruction n leads
// from moment n − 1 to moment n.

import { codeAt } from "../inspect/code.ts";
import type { Inspection } from "../inspect/inspection.ts";
import {
  _PyInterpreterFrame,
  type Address,
  allocationCount,
  currentFrame,
  freeCount,
  i32,
  PyCodeObject,
  ptr,
  u8,
} from "../machine/recorded.ts";
import type { Recorder, Watch } from "./recorder.ts";
import {
  type Collection,
  type Counters,
  callDepth,
  collectionCount,
  collectionsBetween,
  readCounters,
} from "./samples.ts";

const BLOCK = 1 << 13;
const BLOCKS_KEPT = 96;

export interface Place {
  readonly function: string;
  readonly file: string;
  readonly lines: (offset: number) => number;
}

export interface TraceBlock {
  readonly first: number;
  readonly count: number;
  readonly places: Int32Array;
  readonly lines: Int32Array;
  readonly opcodes: Uint8Array;
  /** Depth before the instruction; one more entry than instructions. */
  readonly depths: Int32Array;
  /** The counters of blocks before the instruction; one more entry too. They wrap around. */
  readonly allocations: Int32Array;
  readonly frees: Int32Array;
  readonly collections: readonly Collection[];
}

export interface Step {
  readonly line: number;
  readonly depth: number;
  readonly depthAfter: number;
  readonly place: Place;
  readonly opcode: number;
}

export class Trace {
  readonly places: Place[] = [];
  private readonly recorder: Recorder;
  private readonly inspectNow: () => Inspection;
  /** Code objects by address, with what tells whether another one stands there by now. */
  private readonly codes = new Map<Address, { table: Address; line: number; name: Address; place: number }>();
  private readonly blocks = new Map<number, TraceBlock>();

  constructor(recorder: Recorder, inspectNow: () => Inspection) {
    this.recorder = recorder;
    this.inspectNow = inspectNow;
  }

  forget(): void {
    this.blocks.clear();
    this.codes.clear();
    this.places.length = 0;
  }

  private placeOf(code: Address): number {
    const table = ptr(code + PyCodeObject.co_linetable);
    const line = i32(code + PyCodeObject.co_firstlineno);
    const name = ptr(code + PyCodeObject.co_qualname);
    const known = this.codes.get(code);
    if (known !== undefined && known.table === table && known.line === line && known.name === name) return known.place;
    const info = codeAt(this.inspectNow(), code);
    const place = this.places.length;
    const lines = info?.lines ?? [];
    this.places.push({
      function: info?.name ?? "?",
      file: info?.file ?? "?",
      lines: (offset) => lines[offset >> 1] ?? 0,
    });
    this.codes.set(code, { table, line, name, place });
    return place;
  }

  /** The block that holds an instruction. */
  async block(instruction: number, watch: Watch = {}): Promise<TraceBlock> {
    const index = Math.floor((instruction - 1) / BLOCK);
    const from = index * BLOCK;
    const to = Math.min(from + BLOCK, this.recorder.total);
    const known = this.blocks.get(index);
    if (known !== undefined && known.count === to - from) {
      this.blocks.delete(index);
      this.blocks.set(index, known);
      return known;
    }
    const count = to - from;
    const places = new Int32Array(count);
    const lines = new Int32Array(count);
    const opcodes = new Uint8Array(count);
    const depths = new Int32Array(count + 1);
    const allocations = new Int32Array(count + 1);
    const frees = new Int32Array(count + 1);
    const collections: Collection[] = [];
    let counters: Counters | null = null;
    let collected = 0;
    await this.recorder.trace(
      from,
      to,
      (moment) => {
        const i = moment - from;
        depths[i] = callDepth();
        allocations[i] = allocationCount();
        frees[i] = freeCount();
        if (counters === null) {
          counters = readCounters();
          collected = collectionCount();
        } else if (collectionCount() !== collected) {
          const now = readCounters();
          collections.push(...collectionsBetween(counters, now, moment));
          counters = now;
          collected = collectionCount();
        }
        if (i === count) return;
        const frame = currentFrame();
        if (frame === 0) return;
        const code = ptr(frame + _PyInterpreterFrame.f_executable);
        const place = this.placeOf(code);
        places[i] = place;
        opcodes[i] = u8(ptr(frame + _PyInterpreterFrame.instr_ptr));
        const offset = ptr(frame + _PyInterpreterFrame.instr_ptr) - code - PyCodeObject.co_code_adaptive;
        lines[i] = this.places[place].lines(offset);
      },
      watch,
    );
    const block: TraceBlock = {
      first: from + 1,
      count,
      places,
      lines,
      opcodes,
      depths,
      allocations,
      frees,
      collections,
    };
    this.blocks.set(index, block);
    if (this.blocks.size > BLOCKS_KEPT) this.blocks.delete(this.blocks.keys().next().value!);
    return block;
  }

  /** One instruction; null outside of the recording. */
  async step(instruction: number, watch: Watch = {}): Promise<Step | null> {
    if (instruction < 1 || instruction > this.recorder.total) return null;
    return this.entry(await this.block(instruction, watch), instruction);
  }

  /** The same where the block is there already, else null. */
  known(instruction: number): Step | null {
    const block = this.blocks.get(Math.floor((instruction - 1) / BLOCK));
    return block === undefined || instruction >= block.first + block.count ? null : this.entry(block, instruction);
  }

  private entry(block: TraceBlock, instruction: number): Step {
    const i = instruction - block.first;
    return {
      line: block.lines[i],
      depth: block.depths[i],
      depthAfter: block.depths[i + 1],
      place: this.places[block.places[i]],
      opcode: block.opcodes[i],
    };
  }
}
