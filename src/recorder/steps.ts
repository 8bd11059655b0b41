// Where a step leads: searches over the trace, block by block, in either direction.
// Invariant: a step from a moment is measured against the instruction that led there; moment 0 has none.
import { type Address, opcodeName } from "../machine/recorded.ts";
import { isObjectNow } from "./questions.ts";
import type { Recorder, Watch } from "./recorder.ts";
import type { Step, Trace } from "./trace.ts";
import { type Selected, watchedOf } from "./watched.ts";

export type StepKind = "instruction" | "line" | "over" | "out" | "call" | "change" | "breakpoint";

export interface StepQuery {
  readonly from: number;
  readonly kind: StepKind;
  readonly back: boolean;
  readonly address: Address | null;
  /** The name, item or attribute as which it was selected. */
  readonly place?: Selected["place"] | undefined;
  readonly breakpoints: readonly { readonly file: string; readonly line: number }[];
}

/** Instructions of one pass of a search for a change. */
const CHANGE_PASS = 1 << 14;

export interface StepAnswer {
  readonly moment: number | null;
  /** After a step to a change: what the place selected points to there; 0: nothing. */
  readonly address: Address | null;
}

/** The nearest change of what is selected, within its life. The memory stands elsewhere afterwards. */
export async function nextChange(recorder: Recorder, query: StepQuery, watch: Watch): Promise<StepAnswer> {
  const { address, place, from, back } = query;
  const nowhere: StepAnswer = { moment: null, address: null };
  if (address === null) return nowhere;
  await recorder.seek(from, false, watch);
  const watched = watchedOf({ address, place: place ?? null }, isObjectNow(address));
  if (watched === null) return nowhere;
  let found = nowhere;
  let isOver = false;
  const look = (first: number, last: number): Promise<void> =>
    recorder.trace(
      first,
      last,
      (moment) => {
        if (moment === first) {
          watched.begin();
          return;
        }
        if (!back && (found.moment !== null || isOver)) return;
        const isChanged = watched.hasChanged();
        // Before it came to life, what lay there was another's; going forward, after it died.
        if (watched.event === (back ? "born" : "died")) {
          isOver = true;
          if (back) found = nowhere;
        }
        if (isChanged) found = { moment, address: watched.value };
      },
      watch,
    );
  if (back) {
    for (let to = from - 1; to > 0 && found.moment === null && !isOver; to -= CHANGE_PASS) {
      await look(Math.max(0, to - CHANGE_PASS), to);
      if (to === from - 1 && !watched.isThere) return nowhere;
    }
    return found;
  }
  for (let first = from; first < recorder.total && found.moment === null && !isOver; first += CHANGE_PASS) {
    await look(first, Math.min(recorder.total, first + CHANGE_PASS));
  }
  return found;
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
  if (kind === "change") return (await nextChange(recorder, query, watch)).moment;
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
