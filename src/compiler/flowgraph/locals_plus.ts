// Where a frame keeps its variables: locals first, then cells, then free variables, in one row ("localsplus").
// A parameter that is also a cell has one place, among the locals; code generation counts all cells from 0, so the
// instructions that name cells are renumbered here, and those that prepare a frame are put in front.
import { OP } from "../../bytecode/opcodes.ts";
import type { CompileUnitMetadata, Location } from "../instruction_sequence.ts";
import { type Block, BlockInstruction, type FlowGraph, NO_LOCATION } from "./graph.ts";

const CO_GENERATOR = 0x20;
const CO_COROUTINE = 0x80;
const CO_ASYNC_GENERATOR = 0x200;

/** By cell number (cells, then free variables): its place, as if no place were shared (build_cellfixedoffsets). */
function firstPlaces(unit: CompileUnitMetadata): number[] {
  const localCount = unit.varnames.size;
  const places: number[] = [];
  for (let i = 0; i < unit.cellvars.size + unit.freevars.size; i++) places.push(localCount + i);
  for (const name of unit.cellvars.list()) {
    const local = unit.varnames.find(name);
    if (local >= 0) places[unit.cellvars.find(name)] = local;
  }
  return places;
}

/** insert_prefix_instructions. MAKE_CELL's oparg is still a cell number. */
function insertPrefix(unit: CompileUnitMetadata, graph: FlowGraph, places: readonly number[], codeFlags: number): void {
  const prefix: BlockInstruction[] = [];
  if (unit.freevars.size > 0) prefix.push(new BlockInstruction(OP.COPY_FREE_VARS, unit.freevars.size, NO_LOCATION));
  const cells = Array.from({ length: unit.cellvars.size }, (_, cell) => cell);
  cells.sort((a, b) => places[a] - places[b]);
  for (const cell of cells) prefix.push(new BlockInstruction(OP.MAKE_CELL, cell, NO_LOCATION));
  if ((codeFlags & (CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR)) !== 0) {
    const line = unit.firstlineno;
    const loc: Location = { lineno: line, end_lineno: line, col_offset: -1, end_col_offset: -1 };
    prefix.push(new BlockInstruction(OP.RETURN_GENERATOR, 0, loc), new BlockInstruction(OP.POP_TOP, 0, loc));
  }
  if (prefix.length > 0) graph.entry.instructions.unshift(...prefix);
}

/** fix_cell_offsets; returns how many cells share the place of a local. */
function renumberCells(unit: CompileUnitMetadata, graph: FlowGraph, places: number[]): number {
  const localCount = unit.varnames.size;
  let sharedCount = 0;
  for (let cell = 0; cell < places.length; cell++) {
    if (places[cell] === localCount + cell) places[cell] -= sharedCount;
    else sharedCount++;
  }
  for (let block: Block | null = graph.entry; block; block = block.next) {
    for (const instruction of block.instructions) {
      switch (instruction.opcode) {
        case OP.MAKE_CELL:
        case OP.LOAD_CLOSURE:
        case OP.LOAD_DEREF:
        case OP.STORE_DEREF:
        case OP.DELETE_DEREF:
        case OP.LOAD_FROM_DICT_OR_DEREF:
          instruction.oparg = places[instruction.oparg];
          break;
      }
    }
  }
  return sharedCount;
}

/** Puts the frame's preparation in front and fixes the cells' places (prepare_localsplus); returns how many places. */
export function prepareLocalsPlus(unit: CompileUnitMetadata, graph: FlowGraph, codeFlags: number): number {
  const places = firstPlaces(unit);
  insertPrefix(unit, graph, places, codeFlags);
  const sharedCount = places.length > 0 ? renumberCells(unit, graph, places) : 0;
  return unit.varnames.size + unit.cellvars.size + unit.freevars.size - sharedCount;
}
