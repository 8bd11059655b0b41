// Which backend the page talks to: the machine's worker, or in development, with ?fixture, a model of one program.
import { type Backend, type Channel, connect } from "../../protocol/messages.ts";
import { FIXTURE, machineWorker, workerUrl } from "./worker.ts";

export function workerChannel(worker: Worker, onFailure: (message: string) => void): Channel {
  worker.addEventListener("error", (event) => onFailure(event.message || workerUrl()));
  return {
    send: (message) => worker.postMessage(message),
    receive: (handler) => worker.addEventListener("message", (event) => handler(event.data)),
    close: () => worker.terminate(),
  };
}

export async function connectBackend(onFailure: (message: string) => void): Promise<Backend> {
  if (import.meta.env.DEV && machineWorker === null) {
    const { fixtureBackend, FIXTURES } = await import("../fixture/backend.ts");
    return fixtureBackend(FIXTURES.find((name) => name === FIXTURE) ?? "reverse");
  }
  return connect(workerChannel(machineWorker!, onFailure));
}
