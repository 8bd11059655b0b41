// Recordings for users of the package: record a program, look at any moment of it, keep it as a file.
//
//   const recording = await record({ source: "xs = [1, 2, 3]\nxs.append(4)\n" });
//   const moment = await inspect(recording, recording.instructions - 1);
//   moment.names.xs        // { type: "list", text: null, address: … }
//   const bytes = await recording.toBytes();
//   recording.dispose();
//
// Invariant: a recording has a worker of its own until it is disposed of.
import { type Backend, connect, Failure } from "./protocol/messages.ts";
import type { MomentFacts, MomentRequest, SessionState } from "./protocol/session.ts";

/** A session's worker as this file needs it: Node's and the browser's are made to look like this. */
export interface SessionPort {
  readonly backend: Backend;
  terminate(): void;
}

/** What `record` uses of an AbortSignal. */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: "abort", listener: () => void): void;
  removeEventListener(type: "abort", listener: () => void): void;
}

export interface RecordOptions {
  readonly source: string;
  /** What the program's file is called. */
  readonly file?: string;
  /** sys.argv[1:]. */
  readonly args?: readonly string[];
  /** Standard input. */
  readonly input?: string;
  /** An AbortSignal: ends a program that does not end by itself, and what it did until then is the recording. */
  readonly signal?: StopSignal;
  /** Where machine bundle, boot image and library are: a URL of a folder. In Node the package's own build by default. */
  readonly location?: string;
}

/** The program or the recording cannot be opened, or Underglass failed. */
export class RecordingFailure extends Error {
  override name = "RecordingFailure";
}

/** A value as it is shown in one line. */
export interface ShownValue {
  readonly type: string;
  /** Short form of what has one: numbers, strings, None, names of functions and classes. */
  readonly text: string | null;
  readonly address: number;
}

/** What a moment looks like. `facts` has all of it (src/protocol/facts.ts). */
export interface Moment {
  readonly instruction: number;
  readonly file: string | null;
  readonly function: string | null;
  readonly line: number | null;
  /** Names of the running function. */
  readonly names: Readonly<Record<string, ShownValue | null>>;
  /** The value stack, bottom first. */
  readonly stack: readonly ShownValue[];
  readonly facts: MomentFacts;
}

let opener: ((location: string | undefined) => Promise<SessionPort>) | null = null;
/** The package's entry says how sessions are opened here. */
export function setSessionOpener(open: (location: string | undefined) => Promise<SessionPort>): void {
  opener = open;
}

async function openPort(location: string | undefined): Promise<SessionPort> {
  if (opener === null) throw new RecordingFailure("no way to start a worker is known here");
  return opener(location);
}

/** A recorded run, in a worker of its own. */
export class Recording {
  private readonly port: SessionPort;
  private readonly state: SessionState;
  private isDisposed = false;

  constructor(port: SessionPort, state: SessionState) {
    this.port = port;
    this.state = state;
  }

  /** How many instructions were recorded. */
  get instructions(): number {
    return this.state.instructions;
  }
  /** Null where the program did not come to its end. */
  get exitStatus(): number | null {
    return this.state.exitStatus;
  }

  /** What was written to the standard streams up to an instruction. */
  async output(until = this.instructions): Promise<string> {
    this.checkMoment(until);
    const { chunks } = await this.answer((backend) => backend.request("output", { until, limit: OUTPUT_LIMIT }));
    return chunks.map(({ text }) => text).join("");
  }

  /** Facts of a moment: only what the request names is computed. */
  async moment(request: MomentRequest): Promise<MomentFacts> {
    this.checkMoment(request?.moment);
    return this.answer((backend) => backend.request("moment", request));
  }

  /** The recording as a file (docs/recording.md). */
  async toBytes(): Promise<Uint8Array> {
    return (await this.answer((backend) => backend.request("save", {}))).recording;
  }

  /** Ends the worker. */
  dispose(): void {
    this.isDisposed = true;
    this.port.terminate();
  }

  private checkMoment(moment: unknown): void {
    const isThere = Number.isSafeInteger(moment) && (moment as number) >= 0 && (moment as number) <= this.instructions;
    if (!isThere) {
      throw new RecordingFailure(`the recording has ${this.instructions} instructions, none at ${String(moment)}`);
    }
  }

  private async answer<T>(ask: (backend: Backend) => Promise<T>): Promise<T> {
    if (this.isDisposed) throw new RecordingFailure("the recording was disposed of");
    try {
      return await ask(this.port.backend);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      throw new RecordingFailure(this.isDisposed ? "the recording was disposed of" : error.message);
    }
  }
}

const OUTPUT_LIMIT = 1 << 24;

function settled(backend: Backend): Promise<SessionState> {
  return new Promise((resolve) => {
    const remove = backend.onEvent((event) => {
      if (event.event !== "state" || event.state.status === "running" || event.state.status === "idle") return;
      remove();
      resolve(event.state);
    });
  });
}

/** For callers without types. */
function checkOptions(options: unknown): void {
  const { source, file = "", args = [], input = "", signal } = (options ?? {}) as Record<string, unknown>;
  if (typeof source !== "string") throw new RecordingFailure("record() takes a source, a string");
  const isTexts = Array.isArray(args) && [file, input, ...args].every((value) => typeof value === "string");
  if (!isTexts) throw new RecordingFailure("file and input of record() are strings, args is an array of strings");
  const isSignal = typeof (signal as StopSignal | undefined)?.addEventListener === "function";
  if (signal !== undefined && !isSignal) throw new RecordingFailure("signal of record() is an AbortSignal");
}

/** Runs a program to its end and keeps all of it. Rejects with RecordingFailure. */
export async function record(options: RecordOptions): Promise<Recording> {
  checkOptions(options);
  const port = await openPort(options.location);
  try {
    const end = settled(port.backend);
    const running = port.backend.request("run", {
      file: options.file ?? "program.py",
      source: options.source,
      argv: [...(options.args ?? [])],
      input: { type: "text", text: options.input ?? "" },
    });
    const stop = () => void port.backend.request("stop", {});
    if (options.signal?.aborted) stop();
    else options.signal?.addEventListener("abort", stop);
    await running;
    const state = await end;
    options.signal?.removeEventListener("abort", stop);
    if (state.failure !== null) throw new RecordingFailure(state.failure.report);
    return new Recording(port, state);
  } catch (error) {
    port.terminate();
    throw error instanceof Failure ? new RecordingFailure(error.message) : error;
  }
}

/** Opens a recording's file. Rejects with RecordingFailure. */
export async function openRecording(bytes: Uint8Array, location?: string): Promise<Recording> {
  if (!(bytes instanceof Uint8Array)) throw new RecordingFailure("openRecording() takes the bytes of a recording");
  const port = await openPort(location);
  try {
    return new Recording(port, await port.backend.request("open", { recording: bytes }));
  } catch (error) {
    port.terminate();
    throw error instanceof Failure ? new RecordingFailure(error.message) : error;
  }
}

const shown = (value: { type: string; text: string | null; address: number } | null): ShownValue | null =>
  value && { type: value.type, text: value.text, address: value.address };

/** What a recording looks like after so many instructions. */
export async function inspect(recording: Recording, instruction: number): Promise<Moment> {
  if (!(recording instanceof Recording)) throw new RecordingFailure("inspect() takes a recording");
  const facts = await recording.moment({
    moment: instruction,
    program: { instructionsBefore: 8, instructionsAfter: 8 },
    objects: {
      objectLimit: 200,
      slotLimit: 20,
      nameLimit: 200,
      frameLimit: 50,
      expanded: [],
      expandedSlotLimit: 20,
      also: [],
    },
  });
  const frames = facts.objects?.frames ?? [];
  const running = frames.find(({ state }) => state === "running") ?? frames[frames.length - 1];
  const { program } = facts;
  return {
    instruction: facts.moment,
    file: program?.file ?? null,
    function: program?.function ?? null,
    line: program?.line ?? null,
    names: Object.fromEntries((running?.names ?? []).map(({ name, value }) => [name, shown(value)])),
    stack: (program?.stack ?? []).map((value) => shown(value) as ShownValue),
    facts,
  };
}

/** A session over anything that posts messages: a browser's worker. */
export function connectWorker(worker: {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: never }) => void): void;
  addEventListener(type: "error", listener: (event: { readonly message?: string }) => void): void;
  terminate(): void;
}): SessionPort {
  const backend = connect({
    send: (message) => worker.postMessage(message),
    receive: (handler) => worker.addEventListener("message", ({ data }) => handler(data)),
    close: () => worker.terminate(),
    broken: (handler) =>
      worker.addEventListener("error", ({ message }) =>
        handler(new Failure("refused", message || "the worker's script is not at the location that was given")),
      ),
  });
  return { backend, terminate: () => backend.close() };
}
