// The lanes of the time slider: a window over the run with its overview, and the close-up around the present moment.
// Invariant: the close-up shown always holds the present moment; an answer that comes too late for that is dropped.
import { type Accessor, createEffect, createSignal, on, onCleanup } from "solid-js";
import type { LanesFacts } from "../../protocol/facts.ts";
import type { Backend } from "../../protocol/messages.ts";
import type { SessionState } from "../../protocol/session.ts";

/** The overview is asked for after the moment, which the reader waits for; and while one drags, not more often. */
const OVERVIEW_AFTER_MS = 60;

export interface TimeWindow {
  readonly from: number;
  readonly to: number;
}

export function createLanes(known: { backend: Backend; session: Accessor<SessionState>; moment: Accessor<number> }) {
  const { backend, session, moment } = known;
  const [timeWindow, setTimeWindow] = createSignal<TimeWindow>({ from: 0, to: 1 });
  const [lanes, setLanes] = createSignal<LanesFacts | null>(null);
  const [laneBuckets, setLaneBuckets] = createSignal(600);
  const [closeUpSize, setCloseUpSize] = createSignal(52);
  const [closeUp, setCloseUp] = createSignal<LanesFacts | null>(null);

  createEffect(
    on([timeWindow, laneBuckets, () => session().instructions], ([window, bucketCount]) => {
      if (session().instructions === 0) {
        setLanes(null);
        return;
      }
      const timer = setTimeout(() => {
        void backend.request("lanes", { from: window.from, to: window.to, bucketCount }).then(setLanes, () => {});
      }, OVERVIEW_AFTER_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );

  /** The close-up has the present moment under the needle: as far along it as the knob is along the overview. */
  const closeUpWindow = (): TimeWindow => {
    const size = Math.min(closeUpSize(), session().instructions);
    const { from: start, to: end } = timeWindow();
    const along = Math.max(0, Math.min(1, (moment() - start) / Math.max(1, end - start)));
    const from = Math.max(
      0,
      Math.min(session().instructions - size, moment() - 1 - Math.min(size - 1, Math.floor(along * size))),
    );
    return { from, to: from + size };
  };
  createEffect(
    on([moment, closeUpSize, timeWindow, () => session().instructions, () => session().status], () => {
      if (session().instructions === 0) {
        setCloseUp(null);
        return;
      }
      // A running machine has no present moment; asked then, it would answer when the reader waits for its end.
      if (session().status === "running") return;
      const window = closeUpWindow();
      const timer = setTimeout(() => askCloseUp(window), 0);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  function askCloseUp(window: TimeWindow): void {
    void backend
      .request("lanes", {
        ...window,
        bucketCount: Math.max(1, window.to - window.from),
      })
      .then(
        (answer) => {
          const now = closeUpWindow();
          if (answer.from === now.from && answer.to === now.to) setCloseUp(answer);
        },
        () => {},
      );
  }

  return {
    timeWindow,
    setTimeWindow,
    lanes,
    forgetLanes: () => setLanes(null),
    setLaneBuckets,
    closeUp,
    setCloseUpSize,
  };
}
