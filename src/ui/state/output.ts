// What the program has written: of the moment that is shown, or, while it runs, as it comes.
// Invariant: only the newest is kept, and how much came before.
import { type Accessor, createEffect, createSignal, on } from "solid-js";
import type { Backend } from "../../protocol/messages.ts";
import type { OutputChunk, SessionState } from "../../protocol/session.ts";

const LIMIT_CHARACTERS = 20_000;
const AFTER_MS = 30;

interface Written {
  readonly chunks: readonly OutputChunk[];
  readonly hidden: number;
}
const NOTHING: Written = { chunks: [], hidden: 0 };

/** The last LIMIT_CHARACTERS of it; what follows on one stream is one chunk. */
export function newest(chunks: readonly OutputChunk[], hidden: number): Written {
  const kept: OutputChunk[] = [];
  let room = LIMIT_CHARACTERS;
  let left = hidden;
  for (const { moment, stream, text } of [...chunks].reverse()) {
    const shown = text.slice(Math.max(0, text.length - room));
    left += text.length - shown.length;
    room -= shown.length;
    const after = kept[kept.length - 1];
    if (shown === "") continue;
    if (after?.stream === stream) kept[kept.length - 1] = { ...after, text: shown + after.text };
    else kept.push({ moment, stream, text: shown });
  }
  return { chunks: kept.reverse(), hidden: left };
}

export function createOutput(known: { backend: Backend; session: Accessor<SessionState>; moment: Accessor<number> }) {
  const { backend, session, moment } = known;
  const [output, setOutput] = createSignal<Written>(NOTHING);
  let timer: ReturnType<typeof setTimeout> | undefined;
  createEffect(
    on([moment, () => session().status], ([until]) => {
      clearTimeout(timer);
      if (session().status === "idle" || session().status === "running") return;
      timer = setTimeout(() => {
        void backend.request("output", { until, limit: LIMIT_CHARACTERS }).then(
          ({ chunks, hidden }) => setOutput(newest(chunks, hidden)),
          () => {},
        );
      }, AFTER_MS);
    }),
  );
  return {
    output,
    forgetOutput: () => setOutput(NOTHING),
    addOutput(chunk: OutputChunk): void {
      const { chunks, hidden } = output();
      setOutput(newest([...chunks, chunk], hidden));
    },
  };
}
