// Where a step leads: searches over the trace, block by block, in either direction.
// Invariant: a step from a moment is measured against the instruction that led there; moment 0 has none.
import { type Address, opcodeName, u8 } from "../machine/recorded.ts";
import type { Recorder, Watch } from "./recorder.ts";
import type { Step, Trace } from "./trace.ts";

export type StepKind = "instruction" | "line" | "over" | "out" | "call" | "change" | "breakpoint";

export interface StepQuery {
  readonly from: number;
  readonly kind: StepKind;
  readonly back: boolean;
  readonly address: Address | null;
  readonly breakpoints: readonly { readonly file: string; readonly line: number }[];
}

/** What of memory counts as the selection: the object with the collector's header before it. */
export const SELECTION_BEFORE = 16;
export const SELECTION_BYTES = 64;
/** Instructions of one pass of a search for writes. */
const WRITE_PASS = 1 << 14;

/** The moments of a stretch whose instruction changed the selection's bytes. */
export async function writesBetween(
  recorder: Recorder,
  address: Address,
  from: number,
  to: number,
  watch: Watch = {},
): Promise<number[]> {
  const at = Math.max(0, address - SELECTION_BEFORE);
  const seen = new Uint8Array(SELECTION_BYTES);
  const writes: number[] = [];
  await recorder.trace(
    from,
    to,
    (moment) => {
      let isChanged = false;
      for (let i = 0; i < SELECTION_BYTES; i++) {
        const byte = u8(at + i);
        if (byte !== seen[i]) isChanged = true;
        seen[i] = byte;
      }
      if (isChanged && moment > from) writes.push(moment);
    },
    watch,
  );
  return writes;
}

async function nextWrite(recorder: Recorder, query: StepQuery, watch: Watch): Promise<number | null> {
  if (query.address === null) return null;
  if (query.back) {
    for (let to = query.from - 1; to > 0; to -= WRITE_PASS) {
      const writes = await writesBetween(recorder, query.address, Math.max(0, to - WRITE_PASS), to, watch);
      if (writes.length > 0) return writes[writes.length - 1];
    }
    return null;
  }
  for (let from = query.from; from < recorder.total; from += WRITE_PASS) {
    const to = Math.min(recorder.total, from + WRITE_PASS);
    const writes = await writesBetween(recorder, query.address, from, to, watch);
    if (writes.length > 0) return writes[0];
  }
  return null;
}

/** The moment that a step leads to, or null. */
export async function findStep(
  recorder: Recorder,
  trace: Trace,
  query: StepQuery,
  watch: Watch = {},
): Promise<number | null> {
  const { from, kind, back } = query;
  const direction = back ? -1 : 1;
  if (kind === "change") return nextWrite(recorder, query, watch);
  if (kind === "instruction") {
    const to = from + direction;
    return to >= 0 && to <= recorder.total ? to : null;
  }
  const start = await trace.step(from, watch);
  const startDepth = start?.depth ?? 0;
  // From a line of the program to the next one of it: what the library does meanwhile is gone through line by line only by
  // who stands in it.
  const isOwn = start === null || !isLibrary(start.place.file);
  const isNewLine = (step: Step): boolean =>
    step.line !== 0 &&
    (start === null || step.line !== start.line || step.depth !== start.depth) &&
    !(isOwn && isLibrary(step.place.file));
  for (let moment = from + direction; moment >= 1 && moment <= recorder.total; moment += direction) {
    const step = (await stepIn(trace, moment, watch)) as Step;
    if (kind !== "breakpoint") {
      if (isThere(step)) return moment;
    } else if (query.breakpoints.some((b) => b.line === step.line && b.file === step.place.file)) {
      if (await beginsLine(trace, moment, step, watch)) return moment;
    }
  }
  return back && kind !== "breakpoint" && kind !== "call" && from > 0 ? 0 : null;

  function isThere(step: Step): boolean {
    if (kind === "line") return isNewLine(step);
    if (kind === "over") return (start === null || step.depth <= startDepth) && isNewLine(step);
    return kind === "out" ? step.depth < startDepth : step.depthAfter > step.depth;
  }
}

/** Code of the standard library, frozen or read from its folder. */
function isLibrary(file: string): boolean {
  return file.startsWith("<frozen ") || /\/python3\.\d+\//.test(file);
}

/** Whether an instruction is the first of its line: another line was executed before it in its frame, or the frame is new,
 *  or a loop came back to it. Where a call returned, the line goes on. */
async function beginsLine(trace: Trace, moment: number, step: Step, watch: Watch): Promise<boolean> {
  for (let at = moment - 1; at >= 1; at--) {
    const before = (await stepIn(trace, at, watch)) as Step;
    if (before.depth > step.depth) continue;
    if (before.depth < step.depth || before.line !== step.line || before.place !== step.place) return true;
    return opcodeName(before.opcode).startsWith("JUMP_BACKWARD");
  }
  return true;
}

/** trace.step, without waiting where the block is there. */
function stepIn(trace: Trace, instruction: number, watch: Watch): Promise<Step | null> | Step {
  return trace.known(instruction) ?? trace.step(instruction, watch);
}
