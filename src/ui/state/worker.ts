// The machine's worker, begun before anything else of the page: it reads its code and its image while the page makes itself.
// Invariant: main.tsx imports this file first.

/** The worker is a bundle of its own; the page that serves it may name another address. */
export function workerUrl(): string {
  return document.querySelector<HTMLMetaElement>("meta[name=underglass-worker]")?.content || "machine/plain.js";
}

/** In development, with ?fixture, a model of one program stands in for the machine. */
export const FIXTURE = import.meta.env.DEV ? new URLSearchParams(location.search).get("fixture") : null;

/** Its name tells the worker that it is a page's session: it need not wait for the first message. */
export const machineWorker = FIXTURE === null ? new Worker(workerUrl(), { type: "module", name: "session" }) : null;
