// Whether the machine is at work, as it told last: its events come late, and not all of them are shown.
import { onCleanup } from "solid-js";
import type { Backend } from "../../protocol/messages.ts";

export function createRunning(backend: Backend) {
  let isRunning = false;
  const settled = new Set<() => void>();
  onCleanup(
    backend.onEvent((event) => {
      if (event.event !== "state") return;
      isRunning = event.state.status === "running";
      if (isRunning) return;
      for (const resolve of settled) resolve();
      settled.clear();
    }),
  );
  /** What runs is stopped before another takes its place: what it has to tell until then is not of the other. */
  return async function leaveRun(): Promise<void> {
    if (!isRunning) return;
    const isSettled = new Promise<void>((resolve) => settled.add(resolve));
    await backend.request("stop", {});
    await isSettled;
  };
}
