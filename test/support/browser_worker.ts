// The page's worker bundle in Node: its own module worker, with what a browser's worker has and Node's has not (messages on
// the global, fetch of files beside the bundle). For tests of the session without a browser.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import type { Channel } from "../../src/protocol/messages.ts";

const BUNDLE = resolve("build/bundles/plain/machine-browser.js");
const NEEDED = [BUNDLE, resolve("build/boot.bin"), resolve("build/stdlib.bin")];

/** Null when all is built; else what is missing. */
export function missingForWorker(): string | null {
  return NEEDED.find((path) => !existsSync(path)) ?? null;
}

const PRELUDE = `
const { parentPort, workerData } = require("node:worker_threads");
const { readFileSync } = require("node:fs");
const listeners = [];
globalThis.addEventListener = (type, listener) => { if (type === "message") listeners.push(listener); };
globalThis.postMessage = (message) => parentPort.postMessage(message);
globalThis.fetch = async (url) => {
  const name = new URL(url).pathname.split("/").pop();
  return { ok: true, arrayBuffer: async () => { const b = readFileSync(workerData.build + "/" + name); return b.buffer.slice(b.byteOffset, b.byteOffset + b.length); } };
};
// Node hands a port up to a thousand messages in one turn, and a port that posts to itself then starves all others.
globalThis.MessageChannel = class {
  port1 = { onmessage: null };
  port2 = { postMessage: (data) => setImmediate(() => this.port1.onmessage?.({ data })) };
};
const waiting = [];
let isReady = false;
parentPort.on("message", (data) => { if (isReady) for (const l of listeners) l({ data }); else waiting.push(data); });
import(workerData.bundle).then(() => { isReady = true; for (const data of waiting) for (const l of listeners) l({ data }); });
`;

export function startBrowserWorker(): { channel: Channel; worker: Worker } {
  const worker = new Worker(PRELUDE, {
    eval: true,
    workerData: { bundle: pathToFileURL(BUNDLE).href, build: resolve("build") },
  });
  return {
    worker,
    channel: {
      send: (message) => worker.postMessage(message),
      receive: (handler) => void worker.on("message", handler),
      close: () => void worker.terminate(),
    },
  };
}
