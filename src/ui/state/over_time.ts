// Questions that only the whole recording can answer: the life of the selection, and who wrote a stretch of bytes.
// Invariant: an answer is shown only while what was asked about is still selected; a newer question gives an older one up.
import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { HistoryFacts } from "../../protocol/facts.ts";
import { type Backend, Failure } from "../../protocol/messages.ts";
import type { RequestOf, ResultOf, SelectedPlace, SessionState } from "../../protocol/session.ts";

const AFTER_MS = 100;

/** A question is about so many bytes at most (session.ts, "when"). */
const RANGE_BYTES = 4096;
export const asked = ({ address, bytes }: Range) => ({ address, bytes: Math.min(bytes, RANGE_BYTES) });

/** A stretch of bytes that the reader pointed at. */
export interface Range {
  readonly address: number;
  readonly bytes: number;
  readonly name: string;
}
type Found = NonNullable<ResultOf<"when">>;
export type What = RequestOf<"when">["what"];

export function createOverTime(known: {
  backend: Backend;
  session: Accessor<SessionState>;
  moment: Accessor<number>;
  selection: Accessor<number | null>;
  place: Accessor<SelectedPlace | null>;
  seek: (moment: number) => void;
  say: (notice: { key: string }) => void;
}) {
  const { backend, session, moment, selection, place } = known;
  const [history, setHistory] = createSignal<HistoryFacts | null>(null);
  const [range, setRange] = createSignal<Range | null>(null);
  /** Who wrote the range last before this moment: null while unknown, "none" where nobody did. */
  const [writer, setWriter] = createSignal<Found | "none" | null>(null);
  const [searching, setSearching] = createSignal(false);

  createEffect(
    on([selection, place, moment, () => session().instructions], ([address, as, at]) => {
      if (address === null || session().status === "idle" || session().status === "running") return;
      let timer: ReturnType<typeof setTimeout>;
      let isOver = false;
      const ask = () => {
        backend.request("history", { address, place: as, moment: at }).then(
          (answer) => !isOver && setHistory(answer),
          // A step that was asked for since went first.
          (error: unknown) => {
            if (!isOver && error instanceof Failure && error.code === "superseded") timer = setTimeout(ask, AFTER_MS);
          },
        );
      };
      timer = setTimeout(ask, AFTER_MS);
      onCleanup(() => {
        isOver = true;
        clearTimeout(timer);
      });
    }),
  );

  let questions = 0;
  async function when(request: RequestOf<"when">): Promise<Found | null | undefined> {
    const number = ++questions;
    setSearching(true);
    const answer = await backend.request("when", request).catch(() => undefined);
    if (number !== questions) return undefined;
    setSearching(false);
    return answer;
  }

  /** Seeks to where it happened to the selection, nearest after this moment or before it. */
  async function findWhen(what: What, back: boolean): Promise<void> {
    const address = selection();
    if (address === null) return;
    const found = await when({ what, address, bytes: 8, from: moment(), back });
    if (found) known.seek(found.moment);
    else if (found === null) known.say({ key: "time.never" });
  }

  /** Points at bytes; who wrote them last is asked at each moment that stays a while. */
  createEffect(
    on([range, moment], ([pointed, at]) => {
      setWriter(null);
      if (pointed === null) return;
      const timer = setTimeout(async () => {
        const found = await when({ what: "written", ...asked(pointed), from: at + 1, back: true });
        if (found !== undefined && range() === pointed && moment() === at) setWriter(found ?? "none");
      }, AFTER_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );

  function forget(): void {
    setHistory(null);
    setRange(null);
  }

  return { history, range, writer, searching, findWhen, lookAtRange: setRange, forget };
}
