// underglass show: the state at a moment of a recording, as text or JSON.
import { startRecorder } from "../machine/node/record.ts";
import type { Reference } from "../protocol/facts.ts";
import { Failure } from "../protocol/messages.ts";
import type { MomentFacts, SessionState } from "../protocol/session.ts";
import { CommandError } from "./fail.ts";
import { readSource } from "./source.ts";

const OBJECTS = {
  objectLimit: 40,
  slotLimit: 8,
  nameLimit: 40,
  frameLimit: 50,
  expanded: [],
  expandedSlotLimit: 8,
  also: [],
};

const textOf = (value: Reference | null): string =>
  value === null ? "—" : `${value.text ?? `<${value.type}>`}  ${value.address.toString(16)}`;
const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, " ");

function lines(facts: MomentFacts & Shown, state: SessionState): string[] {
  const { program, objects, allocators } = facts;
  const out = [`moment ${grouped(facts.moment)} of ${grouped(state.instructions)}`];
  if (!state.canRun) out[0] += " (recorded by another build: the last stored checkpoint up to there)";
  if (program === undefined) out.push("no Python code is running");
  else {
    const { next } = program;
    out.push(`${program.file}:${program.line ?? "?"} in ${program.function}`);
    if (next !== null) out.push(`next: ${next.opcode} ${next.argument}`.trimEnd());
    out.push("", "calls:");
    for (const call of program.calls) out.push(`  ${call.function}  ${call.file}:${call.line ?? "?"}`);
    out.push("", "value stack, bottom first:");
    for (const value of program.stack) out.push(`  ${textOf(value)}`);
    if (program.stack.length === 0) out.push("  empty");
  }
  for (const frame of objects?.frames ?? []) {
    out.push("", `names of ${frame.function}:`);
    for (const { name, value } of frame.names) out.push(`  ${name} = ${textOf(value)}`);
    if (frame.hiddenNames > 0) out.push(`  and ${frame.hiddenNames} more`);
  }
  if (allocators !== undefined) {
    out.push("", "memory:");
    const LAYERS: Readonly<Record<number, string>> = {
      3: "objects",
      2: "pymalloc",
      1: "raw allocator",
      0: "system malloc",
      [-1]: "address space",
    };
    for (const { level, bytes } of allocators.layers) {
      const sign = level > 0 ? "+" : "";
      out.push(`  ${`${sign}${level}`.padStart(2)}  ${(LAYERS[level] ?? "").padEnd(16)}${grouped(bytes).padStart(14)}`);
    }
  }
  return out;
}

type Shown = Pick<MomentFacts, "program" | "objects" | "allocators">;

/** Throws CommandError for a file that cannot be opened, and for a moment that was not recorded. */
export async function show(
  path: string,
  options: { readonly at?: number; readonly json?: boolean; readonly verify?: boolean },
): Promise<void> {
  const { bytes } = readSource(path);
  const recorder = startRecorder();
  try {
    const state = await recorder.backend.request("open", { recording: bytes });
    if (options.verify) {
      const differs = state.canRun
        ? (await recorder.backend.request("verify", {})).differs
        : "another build made it: it cannot be run again";
      if (differs !== null) throw new CommandError(`${path}: ${differs}`);
    }
    const moment = options.at ?? state.instructions;
    if (moment > state.instructions) {
      throw new CommandError(`${path}: the recording has ${state.instructions} instructions, none at ${moment}`);
    }
    const facts = await recorder.backend.request("moment", {
      moment,
      program: { instructionsBefore: 4, instructionsAfter: 4 },
      objects: OBJECTS,
      allocators: { arenaFrom: 0, arenaLimit: 1, pool: null, listLimit: 1 },
    });
    if (options.json) {
      const { program, objects, allocators } = facts;
      const { file, exitStatus, status, canRun, instructions } = state;
      const layers = allocators?.layers.map(({ level, bytes }) => ({ level, bytes }));
      const shown = { moment: facts.moment, instructions, file, status, exitStatus, canRun, program, objects, layers };
      console.log(JSON.stringify(shown, null, 2));
    } else console.log(lines(facts, state).join("\n"));
  } catch (error) {
    if (error instanceof Failure && error.code === "refused") throw new CommandError(`${path}: ${error.message}`);
    throw error;
  } finally {
    recorder.close();
  }
}
