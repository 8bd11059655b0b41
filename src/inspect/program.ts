// Source and bytecode of the running frame: a window of instructions as they stand in memory, the value stack, the calls.
//
// Invariant: moment N's own instruction is the one that stood at instr_ptr in moment N − 1; the next is at instr_ptr now.

import {
  argumentText,
  type CodeInfo,
  type CodeInstruction,
  cacheOf,
  codeAt,
  instructionsOf,
  jumpTargets,
  lineAt,
  opcodeNames,
  stackEffectOf,
  tupleItems,
} from "./code.ts";
import { currentError } from "./errors.ts";
import type { Instruction, ProgramFacts, StackEffect } from "./facts.ts";
import { takenOf } from "./graph.ts";
import { heap } from "./heap.ts";
import { type Inspection, perMoment } from "./inspection.ts";
import { reference } from "./preview.ts";
import type { Address } from "./reader.ts";
import { callFact, currentFrame, type Frame, pythonFrames, valueStack } from "./roots.ts";
import { typeOf } from "./types.ts";

export interface ProgramQuery {
  readonly instructionsBefore: number;
  readonly instructionsAfter: number;
  readonly other?: CodeName;
}

/** A code object by what the compiler says of it. */
interface CodeName {
  readonly file: string;
  readonly qualname: string;
  readonly firstLine: number;
}

/** The instruction that a frame stands at. */
export function instructionAt(m: Inspection, frame: Frame): CodeInstruction | null {
  if (frame.code === null) return null;
  const all = instructionsOf(m, frame.code.address);
  return all[indexOf(all, frame.offset)] ?? null;
}

/** The instruction around a byte offset: its EXTENDED_ARGs and caches count as its own. */
function indexOf(all: readonly CodeInstruction[], offset: number): number {
  let low = 0;
  let high = all.length - 1;
  while (low <= high) {
    const middle = Math.floor((low + high) / 2);
    if (offset < all[middle].startOffset) high = middle - 1;
    else if (offset >= all[middle].endOffset) low = middle + 1;
    else return middle;
  }
  return -1;
}

const CALL_LIMIT = 200;

/** The view of the program; null while no Python frame runs. */
export function programFacts(m: Inspection, previous: Inspection | null, query: ProgramQuery): ProgramFacts | null {
  const frame = currentFrame(m);
  if (frame === null || frame.code === null) return null;
  const { code } = frame;
  const all = instructionsOf(m, code.address);
  const before = previous === null ? null : currentFrame(previous);
  const isSameCode = before !== null && before.code?.address === code.address && before.address === frame.address;
  const executed = isSameCode ? (instructionAt(previous as Inspection, before as Frame)?.offset ?? null) : null;
  const next = indexOf(all, frame.offset);
  const centre = executed === null ? next : indexOf(all, executed);
  const middle = Math.max(0, centre);
  const from = Math.max(0, middle - query.instructionsBefore);
  const to = Math.min(all.length, middle + query.instructionsAfter + 1);
  const instructions = instructionRows(m, code, from, to);
  const frames = pythonFrames(m);
  const shown = frames.slice(Math.max(0, frames.length - CALL_LIMIT));
  return {
    file: code.file,
    function: code.name,
    qualname: code.qualname,
    firstLine: code.firstLine,
    frame: frame.address,
    code: code.address,
    // The line of this instruction where it is in this frame; else the one that comes next.
    line: executed === null ? frame.line : lineAt(code, executed),
    instructions,
    hiddenBefore: from,
    hiddenAfter: all.length - to,
    nowOffset: executed,
    nextOffset: all[next]?.offset ?? null,
    next: next < 0 ? null : (instructionRows(m, code, next, next + 1)[0] ?? null),
    other: query.other === undefined ? null : otherCode(m, query.other),
    stack: valueStack(m, frame),
    taken: takenOf(m, previous).flatMap((value) => reference(previous as Inspection, value) ?? []),
    effect: isSameCode ? effectOf(m, frame, previous as Inspection, before as Frame) : null,
    calls: shown.map(callFact),
    hiddenCalls: frames.length - shown.length,
    error: currentError(m),
  };
}

function instructionRows(m: Inspection, code: CodeInfo, from: number, to: number): Instruction[] {
  const all = instructionsOf(m, code.address);
  const targets = jumpTargets(m, code.address);
  return all.slice(from, to).map((instruction, i) => {
    const line = lineAt(code, instruction.offset);
    const before = all[from + i - 1];
    return {
      offset: instruction.offset,
      ...opcodeNames(instruction),
      argument: argumentText(m, code, instruction),
      cache: cacheOf(m, code, instruction),
      line,
      startsLine: line !== null && (before === undefined || lineAt(code, before.offset) !== line),
      jumpTarget: targets.has(instruction.startOffset),
    };
  });
}

const CODE_LIMIT = 50_000;
const CONSTANT_LIMIT = 5000;
const OTHER_INSTRUCTIONS = 2000;

/** A code object found from the frames: theirs, and those among their constants, and so on; else, since a module's own code
 *  ends and its functions stay, among all that live. */
function otherCode(m: Inspection, name: CodeName): ProgramFacts["other"] {
  const onStack = pythonFrames(m).flatMap(({ code }) => (code === null ? [] : [code.address]));
  return codeAmong(m, name, onStack) ?? codeAmong(m, name, allCode(m));
}

const allCode: (m: Inspection) => readonly Address[] = perMoment((m) =>
  heap(m).objects.filter((object) => typeOf(m, object)?.form === "code"),
);

function codeAmong(m: Inspection, name: CodeName, from: readonly Address[]): ProgramFacts["other"] {
  const pending = [...from];
  const seen = new Set<Address>();
  for (let next = pending.pop(); next !== undefined && seen.size < CODE_LIMIT; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const code = codeAt(m, next);
    if (code === null || code.file !== name.file) continue;
    if (code.qualname === name.qualname && code.firstLine === name.firstLine) {
      return {
        code: next,
        qualname: code.qualname,
        firstLine: code.firstLine,
        instructions: instructionRows(m, code, 0, OTHER_INSTRUCTIONS),
      };
    }
    for (const constant of tupleItems(m, code.consts, CONSTANT_LIMIT)) {
      if (typeOf(m, constant)?.form === "code") pending.push(constant);
    }
  }
  return null;
}

/** What the instruction between two moments of one frame took from the value stack and left on it: as many items as it says
 *  that it takes, even where it put the same ones back. */
function effectOf(m: Inspection, frame: Frame, previous: Inspection, before: Frame): StackEffect | null {
  const instruction = instructionAt(previous, before);
  if (instruction === null) return null;
  const was = valueStack(previous, before);
  const now = valueStack(m, frame);
  const kept = Math.max(0, was.length - stackEffectOf(instruction).taken);
  return { kept, taken: was.slice(kept), left: now.slice(kept) };
}
