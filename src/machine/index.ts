// The machine for those outside its worker: an asynchronous handle. One handle is one worker, and one worker is one machine.
//
//   const machine = await Machine.create();
//   machine.onOutput((stream, text) => …);
//   const end = await machine.run({ source: "print(6 * 7)" });
//   machine.dispose();
//
// Invariant: a run starts in a fresh worker, so nothing of one run is in the next.
import { utf8 } from "../base/utf8.ts";
import { Control } from "../host/control.ts";
import { SIGINT } from "../host/host.ts";
import type { FromWorker, ToWorker } from "./messages.ts";
import { type PlainStart, type ProgramKind, type ProgramStart, plainStart } from "./program_start.ts";
import { ConfigError } from "./python_config.ts";

/** A worker as the handle needs it: Node's and the browser's are made to look like this. */
export interface WorkerPort {
  send(message: ToWorker): void;
  onMessage(listener: (message: FromWorker) => void): void;
  /** The worker died by itself. */
  onFailure(listener: (message: string) => void): void;
  terminate(): void;
  readonly control: SharedArrayBuffer | ArrayBuffer;
}

export interface MachineOptions {
  /** Most bytes of memory for a program; 0, the default, for all there is. */
  readonly memoryBytes?: number;
  /** Where machine bundle, boot image and library are: a URL of a folder. In Node the package's own build by default. */
  readonly location?: string;
}

export type RunOptions = {
  /** sys.argv[1:]. */
  readonly args?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /**
   * Answers when the program asks for standard input: text, a line with its "\n", or null for the end. Without it input is
   * at its end.
   */
  readonly onInput?: () => string | null | Promise<string | null>;
} & (
  | { readonly source: string; readonly file?: string }
  | { readonly command: string }
  | { readonly file: string; readonly source?: undefined }
  | { readonly module: string }
);

export type RunOutcome =
  | { readonly type: "exited"; readonly status: number; readonly instructions: number }
  | { readonly type: "interrupted"; readonly instructions: number }
  | { readonly type: "stopped"; readonly instructions: number };

/** The program cannot be opened, or Underglass failed (then `isInternal`). */
export class MachineError extends Error {
  override name = "MachineError";
  readonly isInternal: boolean;
  constructor(message: string, isInternal: boolean) {
    super(message);
    this.isInternal = isInternal;
  }
}

/** Both Node and browsers have it; neither's types are known here. */
declare const TextDecoder: new () => { decode(bytes: Uint8Array, options: { stream: boolean }): string };

let starter: ((options: MachineOptions) => Promise<WorkerPort>) | null = null;
/** The package's entry says how workers are started here. */
export function setWorkerStarter(start: (options: MachineOptions) => Promise<WorkerPort>): void {
  starter = start;
}

/** Throws MachineError where the environment asks for what cannot be. */
function startOf(plain: PlainStart): ProgramStart {
  try {
    return plainStart(plain);
  } catch (error) {
    throw error instanceof ConfigError ? new MachineError(error.message, false) : error;
  }
}

/** For callers without types: what a program is, is said before anything starts. */
function checkOptions(options: unknown): void {
  const given = (typeof options === "object" && options !== null ? options : {}) as Record<string, unknown>;
  const isText = (name: string) => typeof given[name] === "string";
  const kinds = ["command", "module", "source", "file"];
  const isProgram = kinds.some(isText) && kinds.every((name) => !(name in given) || isText(name));
  if (!isProgram) throw new MachineError("run() takes a source, command, module or file, each a string", false);
  const { args = [], environment = {} } = given;
  const isTexts = (values: unknown) => Array.isArray(values) && values.every((value) => typeof value === "string");
  if (!isTexts(args)) throw new MachineError("args of run() is an array of strings", false);
  const isEnvironment = typeof environment === "object" && environment !== null && isTexts(Object.values(environment));
  if (!isEnvironment) throw new MachineError("environment of run() is an object of strings", false);
}

function programOf(options: RunOptions, memoryBytes: number): ProgramStart {
  const common = {
    args: options.args ?? [],
    // Output is text for a listener: without colours, where the environment does not ask for them.
    environment: Object.entries({ TERM: "dumb", ...options.environment }),
    executable: "underglass",
    memoryBytes,
  };
  const make = (kind: ProgramKind, program: string, source?: Uint8Array): ProgramStart =>
    startOf({ ...common, kind, program, source });
  if ("command" in options) return make("command", options.command);
  if ("module" in options) return make("module", options.module);
  if (options.source === undefined) return make("file", options.file);
  return make("source", options.file ?? "<source>", utf8(options.source));
}

type OutputListener = (stream: "out" | "err", text: string, moment: number) => void;

export class Machine {
  private readonly options: MachineOptions;
  private readonly listeners = new Set<OutputListener>();
  /** The next run's worker, started ahead. */
  private port: WorkerPort;
  private finishRun: ((outcome: RunOutcome | MachineError) => void) | null = null;
  private isDisposed = false;

  private constructor(options: MachineOptions, port: WorkerPort) {
    this.options = options;
    this.port = port;
  }

  static async create(options: MachineOptions = {}): Promise<Machine> {
    if (starter === null) throw new MachineError("no way to start a worker is known here", true);
    return new Machine(options, await starter(options));
  }

  /** Text that a program writes, as it comes. Returns a function that takes the listener away. */
  onOutput(listener: OutputListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Runs a program to its end. One at a time. Rejects with MachineError. */
  async run(options: RunOptions): Promise<RunOutcome> {
    if (this.isDisposed) throw new MachineError("the machine was disposed of", false);
    if (this.finishRun !== null) throw new MachineError("a program runs already", false);
    checkOptions(options);
    const program = programOf(options, this.options.memoryBytes ?? 0);
    const port = this.port;
    const control = new Control(port.control);
    const texts = { out: new TextDecoder(), err: new TextDecoder() };
    const outcome = await new Promise<RunOutcome | MachineError>((resolve) => {
      this.finishRun = resolve;
      port.onFailure((message) => resolve(new MachineError(message, true)));
      port.onMessage((message) => {
        switch (message.type) {
          case "ready":
            break;
          case "output": {
            const text = texts[message.stream].decode(message.bytes, { stream: true });
            for (const listener of this.listeners) listener(message.stream, text, message.moment);
            break;
          }
          case "input":
            this.giveInput(control, options).catch((error) =>
              resolve(new MachineError(`onInput failed: ${error instanceof Error ? error.message : error}`, false)),
            );
            break;
          case "ended":
            resolve({ ...message.ending, instructions: message.instructions });
            break;
          case "stopped":
            resolve({ type: "stopped", instructions: message.instructions });
            break;
          case "refused":
            resolve(new MachineError(message.message, false));
            break;
          case "failed":
            resolve(new MachineError(message.report, true));
        }
      });
      port.send({ type: "run", program });
    });
    this.finishRun = null;
    port.terminate();
    if (!this.isDisposed && starter !== null) this.port = await starter(this.options);
    if (outcome instanceof MachineError) throw outcome;
    return outcome;
  }

  private async giveInput(control: Control, options: RunOptions): Promise<void> {
    const text = (await options.onInput?.()) ?? null;
    let bytes = text === null ? new Uint8Array(0) : utf8(text);
    // More than one piece: the rest is given when it is asked for.
    do bytes = bytes.subarray(control.giveInput(bytes));
    while (bytes.length > 0 && control.isInputAsked);
  }

  /** Stops the run that goes on: its promise gives "stopped". Without one it does nothing. */
  stop(): void {
    if (this.finishRun === null) return;
    new Control(this.port.control).stop();
  }

  /** Ctrl-C: KeyboardInterrupt in the program that runs. Without one it does nothing. */
  interrupt(): void {
    if (this.finishRun === null) return;
    new Control(this.port.control).signal(SIGINT);
  }

  dispose(): void {
    this.isDisposed = true;
    this.port.terminate();
    this.finishRun?.(new MachineError("the machine was disposed of", false));
  }
}
