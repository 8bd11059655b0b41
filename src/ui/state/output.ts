// What the program has written: of the moment that is shown, or, while it runs, as it comes.
// Invariant: only the newest is kept, and how much came before.
import { type Accessor, createEffect, createSignal, on } from "solid-js";
import type { Backend } from "../../protocol/messages.ts";
import type { OutputChunk, SessionState } from "../../protocol/session.ts";

const LIVE_CHUNKS = 400;
const LIMIT_CHARACTERS = 20_000;
const AFTER_MS = 30;

interface Written {
  readonly chunks: readonly OutputChunk[];
  readonly hidden: number;
}
const NOTHING: Written = { chunks: [], hidden: 0 };

export function createOutput(known: { backend: Backend; session: Accessor<SessionState>; moment: Accessor<number> }) {
  const { backend, session, moment } = known;
  const [output, setOutput] = createSignal<Written>(NOTHING);
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on([moment, () => session().status], ([until]) => {
      clearTimeout(timer);
      if (session().status === "idle" || session().status === "running") return;
      timer = setTimeout(() => {
        void backend.request("output", { until, limit: LIMIT_CHARACTERS }).then(setOutput, () => {});
      }, AFTER_MS);
    }),
  );
  return {
    output,
    forgetOutput: () => setOutput(NOTHING),
    addOutput(chunk: OutputChunk): void {
      const { chunks, hidden } = output();
      const kept = chunks.slice(-LIVE_CHUNKS);
      const left = chunks.slice(0, chunks.length - kept.length).reduce((sum, c) => sum + c.text.length, 0);
      setOutput({ chunks: [...kept, chunk], hidden: hidden + left });
    },
  };
}
