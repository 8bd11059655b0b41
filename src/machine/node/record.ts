// Recordings in Node: starts the recorder's worker and talks to it. The main thread owns standard input and Ctrl-C, as in
// start.ts.
import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { type Control, Control as ControlPage, makeControlBuffer } from "../../host/control.ts";
import { type Backend, connect } from "../../protocol/messages.ts";
import type { SessionState } from "../../protocol/session.ts";
import type { ProgramStart } from "../program_start.ts";
import { serveHost } from "./serve_host.ts";
import { buildFile, NotBuilt, type RunEnd, serveInput, serveSignals } from "./start.ts";

/** A session's exit status of a program that SIGINT ended. */
const INTERRUPTED_STATUS = 130;
const WORKER_FILE = "bundles/plain/recorder-node.js";

/** What the worker is started with. */
export interface RecorderSetup {
  readonly control: SharedArrayBuffer | ArrayBuffer;
  readonly image: string;
  readonly library: string;
  readonly directory: string;
  /** True: standard streams are the process's own; else output comes as events only. */
  readonly usesProcessStreams: boolean;
  /** True: what a page's session has, files in memory and input that is given. Programs see nothing of the host. */
  readonly inMemory: boolean;
}

/** The program could not be started. */
export class RecordRefused extends Error {
  override name = "RecordRefused";
}

export interface RecorderHandle {
  /** The session's protocol. */
  readonly backend: Backend;
  readonly control: Control;
  /** Records a program to its end, or to where it is stopped. source: its file, where the page shall show it. */
  record(program: ProgramStart, source: Uint8Array | null): Promise<SessionState>;
  /** Calls back when the program waits for standard input: answered on the control page. */
  onInput(ask: () => void): void;
  close(): void;
}

export interface RecorderOptions {
  readonly inMemory?: boolean;
  readonly directory?: string;
  readonly usesProcessStreams?: boolean;
}

type FromRecorder = { readonly type?: string; readonly message?: string | null };

export function startRecorder(options: RecorderOptions = {}): RecorderHandle {
  for (const file of [WORKER_FILE, "boot.bin", "stdlib.bin"]) {
    if (!existsSync(buildFile(file))) throw new NotBuilt(`build/${file} is not there; run: npm run build`);
  }
  const control = new ControlPage(makeControlBuffer());
  const setup: RecorderSetup = {
    control: control.buffer,
    image: buildFile("boot.bin"),
    library: buildFile("stdlib.bin"),
    directory: options.directory ?? process.cwd(),
    usesProcessStreams: options.usesProcessStreams ?? false,
    inMemory: options.inMemory ?? false,
  };
  const worker = new Worker(buildFile(WORKER_FILE), { workerData: setup, resourceLimits: { stackSizeMb: 4 } });
  let failed: ((error: Error) => void) | null = null;
  const onBroken: ((error: Error) => void)[] = [(error) => failed?.(error)];
  const broke = (error: Error): void => {
    for (const tell of onBroken) tell(error);
  };
  worker.on("error", broke);
  worker.on("exit", () => broke(new Error("the recorder's worker has ended")));
  let askInput = (): void => {};
  const isServed = serveHost(control, () => askInput());
  const listeners = new Set<(message: FromRecorder) => void>();
  const backend = connect({
    send: (message) => worker.postMessage(message),
    receive: (handler) => {
      worker.on("message", (message: FromRecorder) => {
        if (isServed(message)) return;
        if (typeof message.type === "string") for (const listener of listeners) listener(message);
        else handler(message);
      });
    },
    broken: (handler) => void onBroken.push(handler),
    close: () => void worker.terminate(),
  });
  const order = (message: object, answers: readonly string[]): Promise<FromRecorder> =>
    new Promise((resolve, reject) => {
      failed = reject;
      const listener = (answer: FromRecorder): void => {
        if (!answers.includes(answer.type ?? "")) return;
        listeners.delete(listener);
        resolve(answer);
      };
      listeners.add(listener);
      worker.postMessage(message);
    });
  return {
    backend,
    control,
    onInput: (ask) => {
      askInput = ask;
    },
    async record(program, source) {
      const settled = new Promise<SessionState>((resolve, reject) => {
        failed = reject;
        const remove = backend.onEvent((event) => {
          if (event.event !== "state" || ["running", "idle"].includes(event.state.status)) return;
          remove();
          resolve(event.state);
        });
      });
      const answer = await order({ type: "record", program, source }, ["began", "refused"]);
      if (answer.type === "refused") throw new RecordRefused(answer.message ?? "");
      return settled;
    },
    close: () => backend.close(),
  };
}

/** A session for the package's own use: programs have no host behind them but an input of text. */
export function startSession(): { backend: Backend; terminate: () => void } {
  const recorder = startRecorder({ inMemory: true });
  return { backend: recorder.backend, terminate: recorder.close };
}

/** How the recorded program ended, in the terms of a run. */
export type RecordedEnd = Exclude<RunEnd, { readonly type: "refused" }>;

function endOf(state: SessionState): RecordedEnd {
  if (state.status === "finished") {
    return state.exitStatus === INTERRUPTED_STATUS
      ? { type: "interrupted" }
      : { type: "exited", status: state.exitStatus ?? 0 };
  }
  if (state.failure !== null) return { type: "failed", report: state.failure.report };
  return { type: "stopped" };
}

/**
 * Records a program on the process's own streams, with Ctrl-C as its KeyboardInterrupt. While the recording is made a file
 * after that, Ctrl-C gives it up: null. onSaving is told the part that is done.
 */
export async function recordOnTerminal(
  program: ProgramStart,
  source: Uint8Array | null,
  onSaving: (part: number) => void,
): Promise<{ end: RecordedEnd; recording: Uint8Array } | null> {
  const recorder = startRecorder({ usesProcessStreams: true });
  const giveBack = serveSignals(recorder.control);
  recorder.onInput(serveInput(recorder.control));
  try {
    const state = await recorder.record(program, source);
    giveBack();
    // The program was over before it could take it: nobody waits for what is not written yet.
    if (recorder.control.hasSignals()) return null;
    const recording = await saved(recorder.backend, onSaving);
    return recording === null ? null : { end: endOf(state), recording };
  } finally {
    giveBack();
    recorder.close();
  }
}

async function saved(backend: Backend, onSaving: (part: number) => void): Promise<Uint8Array | null> {
  backend.onEvent((event) => {
    if (event.event === "saving") onSaving(event.part);
  });
  let giveUp = (): void => {};
  const isGivenUp = new Promise<null>((resolve) => {
    giveUp = () => resolve(null);
  });
  process.on("SIGINT", giveUp);
  try {
    const answer = await Promise.race([backend.request("save", {}), isGivenUp]);
    return answer === null ? null : answer.recording;
  } finally {
    process.removeListener("SIGINT", giveUp);
  }
}
