// What one instruction did, told from the memories before and after it: its effects in a program's words, and the words
// of memory that differ. What leaves no trace in memory (output, input) the recorder adds.
//
// Invariant: an effect is only told where both memories bear it out.
import { jumpTarget } from "../bytecode/code_units.ts";
import { OP } from "../bytecode/opcodes.ts";
import {
  _gc_runtime_state,
  _PyErr_StackItem,
  gc_generation_stats,
  PyInterpreterState,
  PyThreadState,
} from "../memory/structs/runtime.ts";
import { type Changes, changesBetween } from "./changes.ts";
import { argumentText, type CodeInstruction, lineAt, opcodeNames, tupleItems } from "./code.ts";
import { currentError, errorFact } from "./errors.ts";
import type { Effect, Reference, StepFacts } from "./facts.ts";
import { stepText, takenOf } from "./graph.ts";
import { blockOfObject, isLive } from "./heap.ts";
import type { Inspection } from "./inspection.ts";
import { lengthOf, slots } from "./objects.ts";
import { preview, reference } from "./preview.ts";
import { instructionAt } from "./program.ts";
import type { Address } from "./reader.ts";
import { currentFrame, type Frame, interpreters, localSlot, namesOf, pythonFrames, runningThread } from "./roots.ts";
import { FLAG, hasFlag, isObject, type TypeInfo, typeOf } from "./types.ts";

const CHANGE_LIMIT = 1000;
/** Instructions that end a frame, or put it aside, without an error. */
const LEAVES_FRAME: ReadonlySet<number> = new Set([
  OP.RETURN_VALUE,
  OP.RETURN_CONST,
  OP.RETURN_GENERATOR,
  OP.YIELD_VALUE,
  OP.INTERPRETER_EXIT,
]);
/** Objects of the value stack that are compared, from its top. */
const STACK_LOOKED_AT = 8;

/** Effects that the recorder knows of and memory does not: output and input of this instruction. */
export interface StepExtras {
  readonly effects?: readonly Effect[];
  /** The error with which this instruction ended the program: by now it is being printed. */
  readonly ended?: Effect | null;
  /** The changes, where they are known already: a comparison of all memory is saved. */
  readonly changes?: Changes;
}

/** The facts of the instruction between two moments; of moment 0, which has none, without a previous one. */
export function stepFacts(
  m: Inspection,
  previous: Inspection | null,
  moment: number,
  extras: StepExtras = {},
): StepFacts {
  const now = currentFrame(m);
  const frame = previous === null ? null : currentFrame(previous);
  const instruction = frame === null ? null : instructionAt(previous as Inspection, frame);
  const changes =
    extras.changes ??
    (previous === null
      ? { stretches: [], changedWords: 0, hiddenChanges: 0 }
      : changesBetween(previous.reader, m.reader, CHANGE_LIMIT));
  const told =
    frame === null || instruction === null ? [] : effectsOf(m, previous as Inspection, frame, instruction, now);
  const shown = frame ?? now;
  const code = shown?.code ?? null;
  return {
    moment,
    opcode: instruction === null ? null : opcodeNames(instruction).opcode,
    argument:
      instruction === null || frame?.code == null ? "" : argumentText(previous as Inspection, frame.code, instruction),
    function: code?.name ?? "",
    file: code?.file ?? "",
    line: instruction === null || code === null ? (shown?.line ?? null) : lineAt(code, instruction.offset),
    effects: [...(extras.ended ? [extras.ended] : told), ...(extras.effects ?? [])],
    changedWords: changes.changedWords,
    changes: changes.stretches,
    hiddenChanges: changes.hiddenChanges,
  };
}

function effectsOf(
  m: Inspection,
  previous: Inspection,
  frame: Frame,
  instruction: CodeInstruction,
  now: Frame | null,
): Effect[] {
  const effects: Effect[] = [];
  const depthBefore = pythonFrames(previous).length;
  const depthNow = pythonFrames(m).length;
  const stays = now !== null && now.address === frame.address && now.code?.address === frame.code?.address;
  const error = currentError(m);
  if (error !== null && currentError(previous) === null) {
    effects.push({ type: "raise", error: error.type, message: error.message });
  }
  if (depthNow > depthBefore && now?.code) {
    effects.push({ type: "call", function: now.code.name, file: now.code.file, line: now.line ?? now.code.firstLine });
  } else if (depthNow < depthBefore && !LEAVES_FRAME.has(instruction.generic)) {
    // An error left the frame; its handler finds it on top of the stack.
    const caught = now === null || now.top <= now.localCount ? 0 : m.ptr(now.locals + (now.top - 1) * 8);
    const raised = isException(m, caught) ? errorFact(m, caught) : null;
    if (raised !== null) effects.push({ type: "raise", error: raised.type, message: raised.message });
  } else if (depthNow < depthBefore && frame.code !== null) {
    effects.push({ type: "return", function: frame.code.name, value: returned(m, previous, frame, instruction, now) });
  }
  if (stays && now !== null) {
    effects.push(...storesOf(m, previous, frame, now, instruction));
    const target = jumpTarget(instruction.generic, instruction.oparg, instruction.offset);
    if (target >= 0 && frame.code !== null && instruction.generic !== OP.SEND) {
      const taken = now.offset !== instruction.endOffset;
      effects.push({ type: "jump", line: lineAt(frame.code, taken ? now.offset : instruction.endOffset), taken });
    }
    effects.push(...lengthsOf(m, previous, frame, now));
    effects.push(...stackEffects(m, previous, frame, now, instruction));
  }
  effects.push(...livesOf(m, previous, now));
  effects.push(...collectionsOf(m, previous));
  return effects;
}

function isException(m: Inspection, object: Address): boolean {
  const type = object === 0 ? null : typeOf(m, object);
  return type !== null && hasFlag(type, FLAG.BASE_EXC_SUBCLASS);
}

/** Containers on the value stack that grew or shrank: what a method such as append did, which leaves no other trace there. */
function lengthsOf(m: Inspection, previous: Inspection, frame: Frame, now: Frame): Effect[] {
  const effects: Effect[] = [];
  const seen = new Set<Address>();
  for (let i = frame.top - 1; i >= frame.localCount && seen.size < STACK_LOOKED_AT; i--) {
    const object = previous.ptr(frame.locals + i * 8);
    if (object === 0 || seen.has(object) || !isLive(previous, object) || !isLive(m, object)) continue;
    seen.add(object);
    const type = typeOf(m, object) as TypeInfo;
    if (type.kind !== "seq" && type.kind !== "map") continue;
    const [length, was] = [lengthOf(m, object, type), lengthOf(previous, object, type)];
    if (length !== null && was !== null && length !== was)
      effects.push({ type: "length", place: wordsFor(m, now, object), now: length, was });
  }
  return effects;
}

function topOf(m: Inspection, frame: Frame): Reference | null {
  return frame.top > frame.localCount ? reference(m, m.ptr(frame.locals + (frame.top - 1) * 8)) : null;
}

/** What a frame gave its caller: on top of the caller's stack, or, where nobody is left who called, what it was going to give. */
function returned(
  m: Inspection,
  previous: Inspection,
  frame: Frame,
  instruction: CodeInstruction,
  caller: Frame | null,
): Reference | null {
  if (caller !== null) return topOf(m, caller);
  if (instruction.generic !== OP.RETURN_CONST || frame.code === null) return topOf(previous, frame);
  const constant = tupleItems(previous, frame.code.consts, instruction.oparg + 1)[instruction.oparg];
  return constant === undefined ? null : reference(previous, constant);
}

/** An object as the frame's own names call it: a name, or one step from one, or its type. */
function wordsFor(m: Inspection, frame: Frame, object: Address): string {
  const names = namesOf(m, frame.address);
  const name = names.find(({ slot }) => m.ptr(slot) === object);
  if (name !== undefined) return name.name;
  for (const { name: root, slot } of names.slice(0, 50)) {
    const value = m.ptr(slot);
    if (!isObject(m, value) || typeOf(m, value)?.form === "type") continue;
    let count = 0;
    for (const each of slots(m, value)) {
      if (++count > 100) break;
      if (m.ptr(each.slot) === object) return root + stepText(each);
    }
  }
  return `<${typeOf(m, object)?.name ?? "?"}>`;
}

/** What a store put where, and what was there before. */
function storesOf(
  m: Inspection,
  previous: Inspection,
  frame: Frame,
  now: Frame,
  instruction: CodeInstruction,
): Effect[] {
  const { generic, oparg } = instruction;
  const store = (place: string, value: Address, was: Address): Effect => ({
    type: "store",
    place,
    now: reference(m, value),
    was: isObject(previous, was) ? reference(previous, was) : null,
  });
  const local = (index: number): Effect[] => {
    const after = localSlot(m, now, index);
    const before = localSlot(previous, frame, index);
    if (after === null) return [];
    return [store(after.name, m.ptr(after.slot), before === null ? 0 : previous.ptr(before.slot))];
  };
  const taken = (depth: number): Address => previous.ptr(frame.locals + (frame.top - depth) * 8);
  switch (generic) {
    case OP.STORE_FAST:
    case OP.STORE_DEREF:
    case OP.DELETE_FAST:
    case OP.DELETE_DEREF:
      return local(oparg);
    case OP.STORE_FAST_LOAD_FAST:
      return local(oparg >>> 4);
    case OP.STORE_FAST_STORE_FAST:
      return [...local(oparg >>> 4), ...local(oparg & 15)];
    case OP.STORE_NAME:
    case OP.STORE_GLOBAL:
    case OP.DELETE_NAME: {
      const name = frame.code === null ? "?" : argumentText(m, frame.code, instruction);
      const find = (at: Inspection, of: Frame) => namesOf(at, of.address).find((each) => each.name === name);
      const after = find(m, now);
      const before = find(previous, frame);
      if (after === undefined && before === undefined && generic !== OP.STORE_GLOBAL) return [];
      const value = after === undefined ? (generic === OP.STORE_GLOBAL ? taken(1) : 0) : m.ptr(after.slot);
      return [store(name, value, before === undefined ? 0 : previous.ptr(before.slot))];
    }
    case OP.STORE_ATTR: {
      const name = frame.code === null ? "?" : argumentText(m, frame.code, instruction);
      const owner = taken(1);
      const before = attributeOf(previous, owner, name);
      return [store(`${wordsFor(previous, frame, owner)}.${name}`, taken(2), before)];
    }
    case OP.STORE_SUBSCR: {
      const container = taken(2);
      const key = preview(previous, taken(1)) ?? `<${typeOf(previous, taken(1))?.name ?? "?"}>`;
      let was = 0;
      let count = 0;
      for (const each of slots(previous, container)) {
        if (++count > 10_000) break;
        if (each.label() === key || each.label() === `[${key}]`) {
          was = previous.ptr(each.slot);
          break;
        }
      }
      return [store(`${wordsFor(previous, frame, container)}[${key}]`, taken(3), was)];
    }
  }
  return [];
}

function attributeOf(m: Inspection, owner: Address, name: string): Address {
  let count = 0;
  for (const each of slots(m, owner)) {
    if (++count > 1000) return 0;
    if (each.role === "field" && each.label() === name) return m.ptr(each.slot);
  }
  return 0;
}

/** What was pushed and popped. */
function stackEffects(
  m: Inspection,
  previous: Inspection,
  frame: Frame,
  now: Frame,
  instruction: CodeInstruction,
): Effect[] {
  const effects: Effect[] = [];
  let kept = frame.localCount;
  const common = Math.min(frame.top, now.top);
  while (kept < common && previous.ptr(frame.locals + kept * 8) === m.ptr(now.locals + kept * 8)) kept++;
  // The null that a call keeps room with is not what was pushed.
  let at = now.top - 1;
  while (at >= kept && m.ptr(now.locals + at * 8) === 0) at--;
  const value = at >= kept ? reference(m, m.ptr(now.locals + at * 8)) : null;
  if (value !== null) effects.push({ type: "push", value, from: loadedFrom(previous, frame, instruction) });
  const taken = takenOf(m, previous);
  if (instruction.generic === OP.POP_TOP && taken.length > 0) {
    const popped = reference(previous, taken[taken.length - 1]);
    if (popped !== null) effects.push({ type: "pop", value: popped });
  }
  return effects;
}

/** Where a load took its value from, in the program's words; null for what is no load. */
function loadedFrom(previous: Inspection, frame: Frame, instruction: CodeInstruction): string | null {
  if (frame.code === null) return null;
  const argument = argumentText(previous, frame.code, instruction);
  const name = argument.split(" + ")[0];
  switch (instruction.generic) {
    case OP.LOAD_FAST:
    case OP.LOAD_FAST_CHECK:
    case OP.LOAD_FAST_AND_CLEAR:
    case OP.LOAD_DEREF:
    case OP.LOAD_NAME:
    case OP.LOAD_GLOBAL:
      return name;
    case OP.LOAD_FAST_LOAD_FAST:
    case OP.STORE_FAST_LOAD_FAST:
      return argument.slice(argument.lastIndexOf(" ") + 1);
    case OP.LOAD_ATTR: {
      const owner = previous.ptr(frame.locals + (frame.top - 1) * 8);
      return frame.top > frame.localCount ? `${wordsFor(previous, frame, owner)}.${name}` : name;
    }
  }
  return null;
}

const LIFE_LIMIT = 20;

/** Objects that came into being or died, among those that the frames hold or held. */
function livesOf(m: Inspection, previous: Inspection, now: Frame | null): Effect[] {
  const effects: Effect[] = [];
  const told = (at: Inspection, object: Address, type: "allocate" | "free") => {
    const info = typeOf(at, object) as TypeInfo;
    const value = reference(at, object);
    if (value !== null && effects.length < LIFE_LIMIT) {
      effects.push({ type, value, bytes: blockOfObject(at, object, info).bytes });
    }
  };
  const fresh = now === null ? [] : heldBy(m, now);
  for (const object of fresh) if (isLive(m, object) && !isLive(previous, object)) told(m, object, "allocate");
  const before = currentFrame(previous);
  const old = new Set([
    ...takenOf(m, previous),
    ...(before === null ? [] : heldBy(previous, before)),
    ...handled(previous),
  ]);
  for (const object of old) if (isLive(previous, object) && !isLive(m, object)) told(previous, object, "free");
  return effects;
}

/** The exception that is being handled: its handler's end lets go of it. */
function handled(m: Inspection): Address[] {
  const thread = runningThread(m);
  const item = thread === null ? 0 : m.ptr(thread.address + PyThreadState.exc_info);
  const value = item !== 0 && m.readable(item, _PyErr_StackItem.sizeof) ? m.ptr(item + _PyErr_StackItem.exc_value) : 0;
  return isException(m, value) ? [value] : [];
}

function heldBy(m: Inspection, frame: Frame): Address[] {
  const held = new Set<Address>();
  for (let i = 0; i < frame.top; i++) {
    const value = m.ptr(frame.locals + i * 8);
    if (isObject(m, value)) held.add(value);
  }
  for (const { slot } of namesOf(m, frame.address).slice(0, 500)) {
    const value = m.ptr(slot);
    if (isObject(m, value)) held.add(value);
  }
  return [...held];
}

const GENERATIONS = 3;

function collectionsOf(m: Inspection, previous: Inspection): Effect[] {
  const effects: Effect[] = [];
  for (const interpreter of interpreters(m)) {
    const stats = interpreter + PyInterpreterState.gc + _gc_runtime_state.generation_stats;
    for (let generation = 0; generation < GENERATIONS; generation++) {
      const at = stats + generation * gc_generation_stats.sizeof;
      const count = (field: number) => m.ssize(at + field) - previous.ssize(at + field);
      if (count(gc_generation_stats.collections) > 0) {
        effects.push({ type: "collect", generation, freed: Math.max(0, count(gc_generation_stats.collected)) });
      }
    }
  }
  return effects;
}
