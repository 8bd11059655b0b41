// Moving through time: to a moment, by a step of some kind, to a line, and on its own while it plays.
// Invariant: the reader's newest wish holds; a step that is still being looked for gives way to it.
import { type Accessor, batch, createSignal, onCleanup } from "solid-js";
import type { Backend } from "../../protocol/messages.ts";
import type {
  Breakpoint,
  MomentFacts,
  ResultOf,
  SelectedPlace,
  SessionState,
  StepKind,
} from "../../protocol/session.ts";
import { endAfter, ownEnd } from "./extent.ts";
import { asked, type Range } from "./over_time.ts";

const PLAY_STEP_MS = 125;

type Step = ResultOf<"step">;

export interface Notice {
  readonly key: string;
  readonly values?: Record<string, unknown>;
}

export function createSteps(known: {
  backend: Backend;
  session: Accessor<SessionState>;
  moment: Accessor<number>;
  setMoment: (moment: number) => void;
  selection: Accessor<number | null>;
  place: Accessor<SelectedPlace | null>;
  /** What the place selected points to where its change led. */
  follow: (address: number) => void;
  /** Bytes that the reader pointed at: where they are seen, they are what changes. */
  range: Accessor<Range | null>;
  facts: Accessor<MomentFacts | null>;
  breakpoints: Accessor<readonly Breakpoint[]>;
  /** A moment is asked for and not answered yet. */
  isAsking: () => boolean;
  say: (notice: Notice | null) => void;
  fail: (error: unknown) => void;
}) {
  const { backend, session, moment, setMoment, selection, place, facts, breakpoints, isAsking, say, fail } = known;
  const [playing, setPlaying] = createSignal(false);

  /** Counts seeks: a step that is still being looked for gives way to where the reader has gone since. */
  let seeks = 0;
  /** The moment was reached by a step from the one before: what is at both is compared. */
  const [isStep, setIsStep] = createSignal(false);
  function seek(to: number): void {
    go(to, false);
  }

  function go(to: number, isStep: boolean): void {
    seeks++;
    const next = Math.max(0, Math.min(session().instructions, Math.round(to)));
    batch(() => {
      say(null);
      setIsStep(isStep);
      setMoment(next);
    });
  }

  async function step(kind: StepKind, back = false): Promise<void> {
    if (kind === "instruction") {
      go(moment() + (back ? -1 : 1), true);
      return;
    }
    const number = ++seeks;
    const range = kind === "change" ? known.range() : null;
    if (kind === "change" && range === null && selection() === null) {
      say({ key: "time.nothingSelected" });
      return;
    }
    const answer = await find(kind, back, range).catch((error: unknown) => {
      fail(error);
      return null;
    });
    if (answer === null || number !== seeks) return;
    if (answer.moment !== null) {
      const { moment } = answer;
      batch(() => {
        go(moment, true);
        if (answer.address) known.follow(answer.address);
      });
    } else if (kind === "change") {
      const name = range?.name ?? place()?.label;
      const key = back ? "time.changeNoneBefore" : "time.changeNone";
      say(name === undefined ? { key } : { key: `${key}Of`, values: { name } });
    } else if (kind === "breakpoint")
      say({ key: breakpoints().length === 0 ? "time.noBreakpoints" : "time.breakpointNone" });
    else seek(back ? 0 : endAfter(session(), moment()));
  }

  async function find(kind: StepKind, back: boolean, range: Range | null): Promise<Step> {
    const from = moment();
    if (range !== null) {
      const found = await backend.request("when", { what: "written", ...asked(range), from, back });
      return { moment: found?.moment ?? null, address: null };
    }
    const question = { from, kind, back, address: selection(), place: place(), breakpoints: [...breakpoints()] };
    return backend.request("step", question);
  }

  /** To the next time that a line of the program begins, or, where there is none, to the first. */
  async function goToLine(line: number): Promise<void> {
    const number = ++seeks;
    const breakpoints = [{ file: session().file, line }];
    for (const from of [moment(), 0]) {
      const question = { from, kind: "breakpoint" as const, back: false, address: null, breakpoints };
      const answer = await backend.request("step", question).catch(() => null);
      if (number !== seeks) return;
      if (answer !== null && answer.moment !== null) {
        seek(answer.moment);
        return;
      }
    }
    say({ key: "time.lineNever", values: { line: String(line) } });
  }

  let playTimer: ReturnType<typeof setInterval> | undefined;
  function play(on: boolean): void {
    clearInterval(playTimer);
    setPlaying(on);
    if (!on) return;
    if (moment() >= ownEnd(session())) seek(0);
    playTimer = setInterval(() => {
      if (isAsking()) return;
      if (moment() >= ownEnd(session())) {
        play(false);
        return;
      }
      go(moment() + 1, true);
      const program = facts()?.program;
      const now = program?.next;
      if (now?.startsLine && breakpoints().some((b) => b.line === now.line && b.file === program?.file)) play(false);
    }, PLAY_STEP_MS);
  }
  onCleanup(() => clearInterval(playTimer));

  return { seek, isStep, seekEnd: () => seek(endAfter(session(), moment())), step, goToLine, play, playing };
}
