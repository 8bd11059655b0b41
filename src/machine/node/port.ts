// The handle's worker in Node.
import type { WorkerPort } from "../index.ts";
import type { FromWorker } from "../messages.ts";
import { startWorker } from "./start.ts";

export async function startPort(): Promise<WorkerPort> {
  const { worker, control } = startWorker(null, false);
  worker.unref();
  return {
    control: control.buffer,
    send(message) {
      // A run keeps the process alive; a machine that waits does not.
      worker.ref();
      worker.postMessage(message);
    },
    onMessage: (listener) => void worker.on("message", (message: FromWorker) => listener(message)),
    onFailure: (listener) => void worker.on("error", (error) => listener(error.stack ?? error.message)),
    terminate: () => void worker.terminate(),
  };
}
