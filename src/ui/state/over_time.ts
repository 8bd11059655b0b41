// Questions that only the whole recording can answer: the life of the selection, and who wrote a stretch of bytes.
// Invariant: an answer is shown only while what was asked about is still selected; a newer question gives an older one up.
import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { HistoryFacts } from "../../protocol/facts.ts";
import type { Backend } from "../../protocol/messages.ts";
import type { MomentFacts, RequestOf, ResultOf, SessionState } from "../../protocol/session.ts";

const AFTER_MS = 100;

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
  facts: Accessor<MomentFacts | null>;
  seek: (moment: number) => void;
  say: (notice: { key: string }) => void;
}) {
  const { backend, session, moment, selection } = known;
  const [history, setHistory] = createSignal<HistoryFacts | null>(null);
  const [range, setRange] = createSignal<Range | null>(null);
  /** Who wrote the range last before this moment: null while unknown, "none" where nobody did. */
  const [writer, setWriter] = createSignal<Found | "none" | null>(null);
  const [searching, setSearching] = createSignal(false);

  createEffect(
    on([selection, moment, () => session().instructions], ([address, at]) => {
      if (address === null || session().status === "idle" || session().status === "running") return;
      const timer = setTimeout(() => {
        backend.request("history", { address, moment: at }).then(
          (answer) => selection() === address && setHistory(answer),
          () => {},
        );
      }, AFTER_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );

  let asked = 0;
  async function when(request: RequestOf<"when">): Promise<Found | null | undefined> {
    const number = ++asked;
    setSearching(true);
    const answer = await backend.request("when", request).catch(() => undefined);
    if (number !== asked) return undefined;
    setSearching(false);
    return answer;
  }

  /** Seeks to where it happened to the selection, nearest after this moment or before it. */
  async function findWhen(what: What, back: boolean): Promise<void> {
    const address = selection();
    if (address === null) return;
    const found = await when({ what, address, bytes: 8, from: moment(), back });
    if (found) known.seek(found.moment);
    else if (found === null) known.say({ key: "time.changeNone" });
  }

  /** Points at bytes, and asks who wrote them last. */
  async function lookAtRange(next: Range | null): Promise<void> {
    setRange(next);
    setWriter(null);
    if (next === null) return;
    const { address, bytes } = next;
    const found = await when({
      what: "written",
      address,
      bytes: Math.min(4096, bytes),
      from: moment() + 1,
      back: true,
    });
    if (found !== undefined && range() === next) setWriter(found ?? "none");
  }

  function forget(): void {
    setHistory(null);
    setRange(null);
    setWriter(null);
  }

  return { history, range, writer, searching, findWhen, lookAtRange, forget };
}
