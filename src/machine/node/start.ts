// Starts the machine's worker in Node, and owns what only a main thread can: standard input and signals.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { Control, makeControlBuffer } from "../../host/control.ts";
import { SIGINT } from "../../host/host.ts";
import type { Layers } from "../layers.ts";
import type { FromWorker, WorkerSetup } from "../messages.ts";
import type { Ending, ProgramStart } from "../program_start.ts";
import { serveHost } from "./serve_host.ts";

/**
 * The folder build/, from where this code is: a module in build/bundles/plain, or a script in build/start, in which the
 * bundler leaves no import.meta.
 */
const BUILD = import.meta.url === undefined ? join(__dirname, "..") : fileURLToPath(new URL("../../", import.meta.url));
export const buildFile = (path: string): string => join(BUILD, path);
const WORKER_FILE = "start/quick_worker.cjs";

/** The worker of the build that UNDERGLASS_BUILD names (tools/build/variants.ts): for tests, which run the checked one. */
function workerFile(): string {
  const variant = process.env.UNDERGLASS_BUILD ?? "plain";
  return variant === "plain" ? WORKER_FILE : `bundles/${variant}/machine-node.js`;
}
const YOUNG_MEBIBYTES = 64;

export class NotBuilt extends Error {
  override name = "NotBuilt";
}

export type RunEnd =
  | Ending
  | { readonly type: "refused"; readonly message: string; readonly status: number }
  | { readonly type: "stopped" }
  | { readonly type: "failed"; readonly report: string };

export interface StartedWorker {
  readonly worker: Worker;
  readonly control: Control;
}

export interface StartOptions {
  readonly directory?: string;
  readonly reportsLayers?: boolean;
}

/** program: runs at once; null: waits for a "run" message. */
export function startWorker(
  program: ProgramStart | null,
  usesProcessStreams: boolean,
  options: StartOptions = {},
): StartedWorker {
  for (const file of [WORKER_FILE, "boot.bin", "stdlib.bin"]) {
    if (!existsSync(buildFile(file))) throw new NotBuilt(`build/${file} is not there; run: npm run build`);
  }
  const control = new Control(makeControlBuffer());
  const setup: WorkerSetup = {
    control: control.buffer,
    image: buildFile("boot.bin"),
    library: buildFile("stdlib.bin"),
    usesProcessStreams,
    directory: options.directory ?? process.cwd(),
    reportsLayers: options.reportsLayers ?? false,
    findsLostBlocks: process.env.UNDERGLASS_LOST_BLOCKS !== undefined,
  };
  const worker = new Worker(buildFile(workerFile()), {
    workerData: { setup, program },
    // The machine writes to descriptors; streams would only cost the main thread the loading of its own.
    stdout: true,
    stderr: true,
    // Nested loops need the stack that the main thread has; evaluating the bundle makes much that lives.
    resourceLimits: { stackSizeMb: 4, maxYoungGenerationSizeMb: YOUNG_MEBIBYTES },
  });
  return { worker, control };
}

/**
 * Hands standard input to the machine when it asks: what is typed is read only then. It is handed over one turn of
 * the event loop later: Node hears of a signal only then, though it may have come first.
 */
export function serveInput(control: Control): () => void {
  let rest: Uint8Array = new Uint8Array(0);
  let isEnded = false;
  let isListening = false;
  const giveNow = (): void => {
    if (!control.isInputAsked || (rest.length === 0 && !isEnded)) return;
    rest = rest.subarray(control.giveInput(rest));
  };
  const give = (): void => void setImmediate(setImmediate, giveNow);
  return () => {
    if (!isListening) {
      isListening = true;
      process.stdin.on("data", (bytes: Buffer) => {
        rest = rest.length === 0 ? bytes : Buffer.concat([rest, bytes]);
        process.stdin.pause();
        give();
      });
      process.stdin.on("end", () => {
        isEnded = true;
        give();
      });
      process.stdin.on("error", () => {
        isEnded = true;
        give();
      });
    }
    if (rest.length > 0 || isEnded) give();
    else process.stdin.resume();
  };
}

const DYING_MS = 100;
const KILLED = 128;
/** Their numbers. */
const DEADLY = { SIGINT, SIGUSR1: 10 } as const;

/** Ends the process as the signal ends one that takes no notice of it, so that a shell's loop ends too. */
export function dieOf(signal: keyof typeof DEADLY): void {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
  setTimeout(() => process.exit(KILLED + DEADLY[signal]), DYING_MS);
}

/**
 * Ctrl-C is the program's KeyboardInterrupt as soon as there is one, and SIGUSR1, at which Node would open its debugger,
 * ends the process. Returns what gives Ctrl-C back.
 */
export function serveSignals(control: Control): () => void {
  const onInterrupt = (): void => (control.hasBegun ? control.signal(SIGINT) : dieOf("SIGINT"));
  process.on("SIGINT", onInterrupt);
  process.on("SIGUSR1", () => dieOf("SIGUSR1"));
  return () => void process.removeListener("SIGINT", onInterrupt);
}

/** Runs a program on the process's own streams, with Ctrl-C as its KeyboardInterrupt. */
export function runOnTerminal(
  program: ProgramStart,
  options: StartOptions = {},
): Promise<{ end: RunEnd; layers: Layers | null }> {
  const { worker, control } = startWorker(program, true, options);
  const giveBack = serveSignals(control);
  const isServed = serveHost(control, serveInput(control));
  return new Promise((resolve) => {
    const finish = (end: RunEnd, layers: Layers | null = null): void => {
      giveBack();
      resolve({ end, layers });
    };
    worker.on("message", (message: FromWorker) => {
      if (isServed(message)) return;
      if (message.type === "ended") finish(message.ending, message.layers);
      else if (message.type === "stopped") finish({ type: "stopped" });
      else if (message.type === "refused" || message.type === "failed") finish(message);
    });
    worker.on("error", (error) =>
      finish({ type: "failed", report: `underglass: internal error: ${error.stack ?? error}` }),
    );
  });
}
