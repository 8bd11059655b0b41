// A session: one machine, its recording, and the answers to what the page asks of it (protocol/session.ts). It runs beside
// the memory, in the worker.
//
//   run      boot, start, record in the background; "state" and "output" events follow
//   moment   the recorder seeks, inspect reads
//
// Invariants: one question at a time moves the machine (queue); while a program is recorded, a question about a moment
// waits for a breath of the recording, and the recording goes on from its end.
import { Recorder } from "../../recorder/recorder.ts";
import { boot, ending, start } from "../machine_core.ts";
import { Journal } from "../../host/journal.ts";
import type { Library } from "../../host/library.ts";
import type { Host } from "../../host/host.ts";
import { copyMemory, find, type Inspection, momentFacts } from "../../inspect/moment.ts";
import { stretchesReader } from "../../inspect/reader.ts";
import { Failure } from "../../protocol/messages.ts";
import type { Handlers } from "../../protocol/serve.ts";
import type { OutputChunk, RunRequest, SessionEvent, SessionState } from "../../protocol/session.ts";
import { failureReport } from "../failure_report.ts";
import { CannotStart } from "../main_module.ts";
import { inspectMemory, liveReader } from "./live_memory.ts";

/** What the session needs of its host beside the calls of a program. */
export interface SessionHost {
  readonly host: Host;
  addFile(path: string, bytes: Uint8Array): void;
  textOf(path: string): string | null;
  giveInput(bytes: Uint8Array): void;
  endInput(): void;
}

export interface SessionOptions {
  readonly image: () => Promise<Uint8Array>;
  readonly library: Library;
  /** A new host for each run. */
  readonly newHost: () => SessionHost;
  readonly emit: (event: SessionEvent) => void;
  readonly nowMs: () => number;
  readonly breathe: () => Promise<void>;
  readonly decode: (bytes: Uint8Array) => string;
  readonly encode: (text: string) => Uint8Array;
  /** Bundled programs: name and text. */
  readonly examples: ReadonlyMap<string, string>;
}

const IDLE: SessionState = {
  status: "idle",
  file: "",
  instructions: 0,
  exitStatus: null,
  error: null,
  prompt: null,
  loopLines: null,
  failure: null,
  canRun: true,
};
const NEWLINE = "\n";
const INTERRUPTED = 130;

export class Session {
  readonly recorder: Recorder;
  private readonly options: SessionOptions;
  private state: SessionState = IDLE;
  private host: SessionHost | null = null;
  private chunks: OutputChunk[] = [];
  /** The chunk from which on nothing was answered yet. */
  private unanswered = 0;
  private isBooted = false;
  /** Counts runs: what belongs to an earlier one ends. */
  private generation = 0;
  private queue: Promise<unknown> = Promise.resolve();

  constructor(options: SessionOptions) {
    this.options = options;
    this.recorder = new Recorder({ nowMs: options.nowMs, breathe: options.breathe });
  }

  private setState(change: Partial<SessionState>): SessionState {
    this.state = { ...this.state, ...change };
    this.options.emit({ event: "state", state: this.state });
    return this.state;
  }

  /** Does one thing after another. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.queue.then(work, work);
    this.queue = next.catch(() => {});
    return next;
  }

  private async boot(): Promise<void> {
    boot(await this.options.image());
    this.isBooted = true;
  }

  // -- running -------------------------------------------------------------------------------------------------------

  private async run(request: RunRequest): Promise<SessionState> {
    const generation = ++this.generation;
    this.recorder.stop();
    return this.inTurn(async () => {
      if (generation !== this.generation) throw new Failure("superseded", "another program was started");
      await this.boot();
      const host = this.options.newHost();
      this.host = host;
      this.chunks = [];
      this.unanswered = 0;
      const source = this.options.encode(request.source);
      host.addFile(request.file, source);
      if (request.input.type === "text") {
        host.giveInput(this.options.encode(request.input.text));
        host.endInput();
      }
      this.state = { ...IDLE, status: "running", file: request.file };
      try {
        start(
          {
            kind: "source",
            program: request.file,
            source,
            args: request.argv,
            environment: [],
            executable: "underglass",
            memoryBytes: 0,
          },
          {
            host: host.host,
            journal: Journal.empty(),
            library: this.options.library,
            isStopAsked: this.recorder.isStopAsked,
            onOutput: (stream, bytes, moment, isReplay) => this.noteOutput(stream, bytes, moment, isReplay),
          },
        );
      } catch (error) {
        if (error instanceof CannotStart) throw new Failure("refused", error.message);
        throw error;
      }
      this.recorder.begin();
      this.goOn();
      return this.setState({});
    });
  }

  private noteOutput(stream: "out" | "err", bytes: Uint8Array, clock: number, isReplay: boolean): void {
    if (isReplay) return;
    // Before recorder.begin() there is no moment 0 yet: what a program that cannot be compiled prints belongs there.
    const moment = Math.max(0, clock - this.recorder.startClock);
    const chunk: OutputChunk = { moment, stream, text: this.options.decode(bytes) };
    this.chunks.push(chunk);
    this.options.emit({ event: "output", chunk });
  }

  /** Records on in the background. */
  private goOn(): void {
    const generation = this.generation;
    this.setState({ status: "running", prompt: null });
    void this.inTurn(async () => {
      if (generation !== this.generation) return;
      try {
        const reason = await this.recorder.record(() => this.setState({ instructions: this.recorder.total }));
        if (generation !== this.generation) return;
        this.setState({ instructions: this.recorder.total, ...this.statusAfter(reason) });
      } catch (error) {
        const report = failureReport(error, `running ${this.state.file}`);
        const message = error instanceof Error ? error.message : String(error);
        this.setState({ status: "failed", failure: { message, moment: this.recorder.total, report } });
      }
    });
  }

  private statusAfter(reason: string): Partial<SessionState> {
    const end = ending();
    if (reason === "ended" && end !== null) {
      return { status: "finished", exitStatus: end.type === "exited" ? end.status : INTERRUPTED };
    }
    if (reason === "blocked") return { status: "waiting", prompt: this.lastLine() };
    return { status: "stopped" };
  }

  /** What stands on the line of output on which the program waits, since the last answer. */
  private lastLine(): string {
    let text = "";
    for (let i = this.chunks.length - 1; i >= this.unanswered && !text.includes(NEWLINE); i--) {
      if (this.chunks[i].stream === "out") text = this.chunks[i].text + text;
    }
    return text.slice(text.lastIndexOf(NEWLINE) + 1);
  }

  // -- moments -------------------------------------------------------------------------------------------------------

  /** Does something with the machine standing at a moment, and lets a recording that was interrupted go on. */
  private atMoment<T>(moment: number, read: (now: Inspection, before: Inspection | null) => T): Promise<T> {
    const wasRunning = this.state.status === "running";
    if (wasRunning) this.recorder.stop();
    const answer = this.inTurn(async () => {
      if (this.state.status === "idle") {
        if (!this.isBooted) await this.boot();
        if (moment !== 0) throw new Failure("refused", "nothing was run yet");
        return read(inspectMemory(liveReader()), null);
      }
      if (moment > this.recorder.total) throw new Failure("refused", `moment ${moment} is not recorded`);
      let before: Inspection | null = null;
      if (moment > 0) {
        await this.recorder.seek(moment - 1);
        before = inspectMemory(stretchesReader(copyMemory(liveReader())));
      }
      await this.recorder.seek(moment);
      return read(inspectMemory(liveReader()), before);
    });
    if (wasRunning) void answer.catch(() => {}).then(() => this.resumeIfStopped());
    return answer;
  }

  private resumeIfStopped(): void {
    if (this.state.status === "stopped" && !this.recorder.isEnded) this.goOn();
  }

  /** Answers for serve(). extra: what other parts of the session answer (steps, lanes, history). */
  handlers(extra: Partial<Handlers> = {}): Handlers {
    const refuse = (): never => {
      throw new Failure("refused", "this build does not answer that yet");
    };
    return {
      run: (request) => this.run(request),
      stop: () => {
        if (this.state.status !== "running") throw new Failure("refused", "nothing runs");
        this.recorder.stop();
        return this.state;
      },
      resume: () => {
        if (this.state.status !== "stopped") throw new Failure("refused", "nothing is stopped");
        this.goOn();
        return this.state;
      },
      input: ({ line }) => {
        if (this.state.status !== "waiting" || this.host === null) throw new Failure("refused", "nothing waits for input");
        if (line === null) this.host.endInput();
        else this.host.giveInput(this.options.encode(line + NEWLINE));
        this.unanswered = this.chunks.length;
        this.goOn();
        return this.state;
      },
      state: () => this.state,
      output: ({ until, limit }) => this.outputUntil(until, limit),
      source: ({ file }) => ({ text: this.host?.textOf(file) ?? this.options.examples.get(file) ?? null }),
      examples: () => ({ files: [...this.options.examples.keys()] }),
      moment: (request) => this.atMoment(request.moment, (now, before) => momentFacts(now, before, request)),
      find: ({ moment, text, limit }) => this.atMoment(moment, (now) => find(now, text, limit)),
      step: refuse,
      lanes: refuse,
      history: refuse,
      repeat: refuse,
      ...extra,
    };
  }

  private outputUntil(until: number, limit: number): { chunks: OutputChunk[]; hidden: number } {
    const chunks: OutputChunk[] = [];
    let left = limit;
    let hidden = 0;
    for (let i = this.chunks.length - 1; i >= 0; i--) {
      const chunk = this.chunks[i];
      if (chunk.moment > until) continue;
      const text = left > 0 ? chunk.text.slice(-left) : "";
      hidden += chunk.text.length - text.length;
      left -= text.length;
      if (text !== "") chunks.unshift({ ...chunk, text });
    }
    return { chunks, hidden };
  }
}
