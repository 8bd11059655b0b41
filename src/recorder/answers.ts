// Answers about moments, as the page gets them: what the recorder and the trace find, put into the protocol's facts.
// Invariant: the machine is the caller's alone while an answer is made.
import { momentFacts } from "../inspect/moment.ts";
import { opcodeName } from "../machine/recorded.ts";
import { HISTORY_MOMENTS } from "../protocol/limits.ts";
import type { MomentFacts, MomentRequest, ResultOf, SessionState } from "../protocol/session.ts";
import { changesSince, inspectCheckpoint, inspectNow } from "./moment_reader.ts";
import type { OutputLog } from "./output_log.ts";
import { lifeBetween, type Question, when } from "./questions.ts";
import type { Recorder, Watch } from "./recorder.ts";
import type { Trace } from "./trace.ts";
import type { Selected } from "./watched.ts";

/** A history looks at so many instructions around its moment. */
const HISTORY_WINDOW = 1 << 16;

/** The facts of a recorded moment, with what the instruction before it changed. Throws Cancelled. */
export async function momentOf(
  recorder: Recorder,
  output: OutputLog,
  request: MomentRequest,
  session: Pick<SessionState, "error" | "codeEnd">,
  watch: Watch,
): Promise<MomentFacts> {
  const { moment } = request;
  await recorder.seek(moment, true, watch);
  const before = moment === 0 ? null : recorder.checkpoints.at(moment - 1);
  const { pool } = recorder.checkpoints;
  const previous = before === null ? null : inspectCheckpoint(before, pool);
  const effects = output.chunks
    .filter((chunk) => chunk.moment === moment && moment > 0)
    .map(({ stream, text }) => ({ type: stream === "in" ? ("input" as const) : ("output" as const), text }));
  const { error, codeEnd } = session;
  const isEnd = error !== null && moment === codeEnd && moment > 0;
  const ended = isEnd ? { type: "raise" as const, error: error.type, message: error.message } : null;
  const extras = { effects, ended, ...(before === null ? {} : { changes: changesSince(before, pool) }) };
  return momentFacts(inspectNow(), previous, request, extras) as never;
}

/** Of another build's recording: the checkpoint at the moment, or the last one before it. */
export function storedMoment(recorder: Recorder, request: MomentRequest): MomentFacts {
  const { all, pool } = recorder.checkpoints;
  const stored = [...all].reverse().find((one) => one.moment <= request.moment) ?? all[0];
  return momentFacts(inspectCheckpoint(stored, pool), null, { ...request, moment: stored.moment }) as never;
}

/** At most so many of a list, evenly spread. */
function thinned(list: readonly number[], most: number): number[] {
  if (list.length <= most) return [...list];
  return Array.from({ length: most }, (_, i) => list[Math.floor((i * list.length) / most)]);
}

/** What became of what is selected around a moment. codeEnd: where the program's own code was over. Throws Cancelled. */
export async function historyOf(
  recorder: Recorder,
  trace: Trace,
  selected: Selected,
  at: number,
  codeEnd: number,
  watch: Watch,
): Promise<ResultOf<"history">> {
  const from = Math.max(0, at - HISTORY_WINDOW);
  const to = Math.min(recorder.total, at + HISTORY_WINDOW);
  const { writes, born, freed, field } = await lifeBetween(recorder, selected, from, at, to, watch);
  const step = born === null ? null : await trace.step(born, watch);
  return {
    searched: { from, to },
    born: step === null ? null : { moment: born!, line: step.line || null, opcode: opcodeName(step.opcode) },
    freed: freed === null ? null : { moment: freed, atExit: freed >= codeEnd },
    writes: writes.length,
    moments: thinned(writes, HISTORY_MOMENTS),
    field: field?.name ?? null,
    fieldWrites: field?.writes ?? 0,
    before: writes.filter((write) => write < at).pop() ?? null,
    after: writes.find((write) => write > at) ?? null,
  };
}

/** A question over time, with the instruction that did it. Throws Cancelled. */
export async function whenOf(
  recorder: Recorder,
  trace: Trace,
  question: Question,
  watch: Watch,
): Promise<ResultOf<"when">> {
  const found = await when(recorder, question, watch);
  if (found === null) return null;
  const step = await trace.step(found.moment, watch);
  return {
    ...found,
    file: step?.place.file ?? "",
    function: step?.place.function ?? "",
    line: step?.line || null,
    opcode: step === null ? "" : opcodeName(step.opcode),
  } as ResultOf<"when">;
}
