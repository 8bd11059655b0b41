// Which backend the page talks to: the machine's worker, or in development, with ?fixture, a model of one program.
import { type Backend, type Channel, connect } from "../../protocol/messages.ts";

/** The worker is a bundle of its own; the page that serves it may name another address. */
function workerUrl(): string {
  return document.querySelector<HTMLMetaElement>("meta[name=underglass-worker]")?.content || "machine/plain.js";
}

export function workerChannel(worker: Worker, onFailure: (message: string) => void): Channel {
  worker.addEventListener("error", (event) => onFailure(event.message || workerUrl()));
  return {
    send: (message) => worker.postMessage(message),
    receive: (handler) => worker.addEventListener("message", (event) => handler(event.data)),
    close: () => worker.terminate(),
  };
}

export async function connectBackend(onFailure: (message: string) => void): Promise<Backend> {
  const fixture = import.meta.env.DEV ? new URLSearchParams(location.search).get("fixture") : null;
  if (import.meta.env.DEV && fixture !== null) {
    const { fixtureBackend, FIXTURES } = await import("../fixture/backend.ts");
    return fixtureBackend(FIXTURES.find((name) => name === fixture) ?? "reverse");
  }
  return connect(workerChannel(new Worker(workerUrl(), { type: "module" }), onFailure));
}
