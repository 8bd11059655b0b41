// A session: one machine with its recording, answering what the page asks (protocol/session.ts). The browser's worker and
// the Node server serve the same object.
//
//   run → boot, start, record in the background, slice by slice
//   everything that needs the machine waits in one line (exclusive), so questions never meet in the middle of a seek
//
// Invariants: state is told in events whenever it changes; a question about a moment that a newer one has overtaken is
// answered "superseded"; nothing here outlives `run` but the files known.

import { utf8 } from "../base/utf8.ts";
import { currentError } from "../inspect/errors.ts";
import { find, momentFacts } from "../inspect/moment.ts";
import { CORE_IDENTITY } from "../machine/core_identity.ts";
import { setOnProgramEnd } from "../machine/ending.ts";
import { failureReport } from "../machine/failure_report.ts";
import { aside, attach, boot, ending, instructionCount, start } from "../machine/machine_core.ts";
import { CannotStart } from "../machine/main_module.ts";
import { type ProgramStart, plainStart } from "../machine/program_start.ts";
import { type Host, Journal, type Library } from "../machine/recorded.ts";
import { IDLE } from "../protocol/limits.ts";
import { Failure } from "../protocol/messages.ts";
import type { Handlers } from "../protocol/serve.ts";
import type {
  MomentFacts,
  MomentRequest,
  OutputChunk,
  RequestOf,
  ResultOf,
  RunRequest,
  SessionEvent,
  SessionState,
} from "../protocol/session.ts";
import { historyOf, momentOf, storedMoment, whenOf } from "./answers.ts";
import { lanesOf, sampledLanes } from "./lanes.ts";
import { anchors, inspectNow, setForeignAnchors } from "./moment_reader.ts";
import { OutputLog } from "./output_log.ts";
import { findRepeat } from "./questions.ts";
import { Cancelled, Recorder, type RecorderOptions, ReplayDiverged, type Watch } from "./recorder.ts";
import { RecordingError, RecordingFile, sumOf, writeRecording } from "./recording_file.ts";
import { linesOfLoop, placedError } from "./run_end.ts";
import { type SavedSession, savedSession, savedSource, shownSource } from "./saved_session.ts";
import { SessionFiles, type ShownSource } from "./session_files.ts";
import { findStep, nextChange } from "./steps.ts";
import { Trace } from "./trace.ts";

/** What the session needs of its host beside the calls of a program. */
export interface SessionHost {
  readonly host: Host;
  addFile(path: string, bytes: Uint8Array): void;
  giveInput(bytes: Uint8Array): void;
  endInput(): void;
}

export interface BackendOptions extends RecorderOptions {
  /** The boot image. */
  readonly image: () => Promise<Uint8Array>;
  readonly library: Library;
  /** A new host for each run. */
  readonly newHost: () => SessionHost;
  /** Bundled programs by file name, the one to begin with first. */
  readonly examples: () => Promise<ReadonlyMap<string, string>>;
  readonly emit: (event: SessionEvent) => void;
}

/** Most memory that a watched program may use. */
const MEMORY_BYTES = 256 * 1024 * 1024;
/** Lanes of so many instructions are made to their end, whatever is asked meanwhile. */
const PATIENT_WINDOW = 1 << 13;
const INTERRUPTED_STATUS = 130;

export class SessionBackend {
  private readonly options: BackendOptions;
  private readonly recorder: Recorder;
  private readonly trace: Trace;
  private state: SessionState = IDLE;
  private readonly files: SessionFiles;
  private output = new OutputLog();
  private readonly untold: { moment: number; stream: OutputChunk["stream"]; texts: string[] }[] = [];
  private image: Uint8Array | null = null;
  private journal = Journal.empty();
  private host: SessionHost | null = null;
  private inputMoments: number[] = [];
  private line: Promise<unknown> = Promise.resolve();
  /** The reader asked to stop what was begun last, which may still be on its way to its first instruction. */
  private isStopWanted = false;
  private newestMoment = 0;
  private newestStep = 0;
  private newestQuestion = 0;
  /** Where the program's own code ended and the interpreter's end began. */
  private codeEnd = Number.POSITIVE_INFINITY;

  constructor(options: BackendOptions) {
    this.options = options;
    this.recorder = new Recorder(options);
    this.trace = new Trace(this.recorder, inspectNow);
    const { library, examples } = options;
    this.files = new SessionFiles({ library, examples, aside: (work) => aside(library, work) });
    setOnProgramEnd(() => this.programEnded());
  }

  /** All methods of the protocol. */
  readonly handlers: Handlers = {
    run: (request) => this.run(request),
    stop: () => {
      if (this.state.status !== "running") return this.state;
      this.isStopWanted = true;
      this.recorder.stop();
      return this.state;
    },
    resume: () => {
      if (this.state.status !== "stopped") throw new Failure("refused", "the program is not stopped");
      if (this.host === null) throw new Failure("refused", "a recording that was opened cannot go on");
      this.isStopWanted = false;
      return this.goOn();
    },
    input: ({ line }) => {
      if (this.state.status !== "waiting") throw new Failure("refused", "the program does not wait for input");
      if (this.host === null) throw new Failure("refused", "a recording that was opened cannot go on");
      this.isStopWanted = false;
      const moment = this.recorder.total + 1;
      this.inputMoments.push(moment);
      if (line === null) {
        this.host.endInput();
        return this.goOn();
      }
      const typed = utf8(`${line}\n`);
      this.host.giveInput(typed);
      const chunk = this.output.add("in", typed, moment);
      const state = this.goOn();
      if (chunk !== null) this.tellLater(chunk);
      return state;
    },
    state: () => this.state,
    verify: () => this.verify(),
    save: () => this.save(),
    open: ({ recording }) => this.open(recording),
    output: ({ until, limit }) => this.output.until(until, limit),
    source: (request) => this.files.read(request),
    decode: ({ bytes }) => this.onMachine(() => this.files.decode(bytes)),
    encode: (request) => this.onMachine(() => this.files.encode(request)),
    compilation: (request) => this.files.compilation(request),
    flow: (request) => this.files.flow(request),
    pyc: (request) =>
      request.source === undefined ? this.files.pyc(request) : this.onMachine(() => this.files.pyc(request)),
    examples: async () => ({ files: [...(await this.options.examples()).keys()] }),
    moment: (request) => this.moment(request),
    step: (request) => this.step(request),
    lanes: (request) => this.lanes(request),
    history: (request) => this.history(request),
    find: ({ moment, text, limit }) =>
      this.exclusive(async () => {
        await this.recorder.seek(this.within(moment));
        return find(inspectNow(), text, limit) as never;
      }),
    when: (request) => this.when(request),
    repeat: () => this.repeat(),
  };

  // -- one thing at a time ---------------------------------------------------------------------------------------------

  private exclusive<T>(work: () => Promise<T>): Promise<T> {
    const result = this.line.then(work).catch((error: unknown) => {
      if (error instanceof Cancelled) throw new Failure("superseded", error.message);
      if (error instanceof ReplayDiverged) this.diverged(error);
      throw error;
    });
    this.line = result.catch(() => undefined);
    return result;
  }

  /** The replay is not what was recorded: what is shown from here on would be something else. */
  private diverged(error: ReplayDiverged): never {
    const report = failureReport(error, `going through ${this.state.file} again`);
    this.setState({ status: "failed", failure: { message: error.message, moment: error.from, report } });
    throw new Failure("internal", error.message);
  }

  /** Work for which the machine may be put to another use: what runs is stopped, and stands as it stood afterwards. */
  private onMachine<T>(work: () => T): Promise<T> {
    if (this.state.status === "running") this.isStopWanted = true;
    this.recorder.stop();
    return this.exclusive(async () => {
      await this.bootOnce();
      return work();
    });
  }

  private async bootOnce(): Promise<void> {
    if (this.image !== null) return;
    this.image = await this.options.image();
    boot(this.image);
  }

  private setState(change: Partial<SessionState>): SessionState {
    this.state = { ...this.state, ...change };
    this.tellOutput();
    this.options.emit({ event: "state", state: this.state });
    return this.state;
  }

  private watch(isCancelled: () => boolean): Watch {
    return {
      isCancelled: () => isCancelled() || this.state.status === "running",
      onProgress: (from, at, target) => this.options.emit({ event: "seeking", from, at, target }),
    };
  }

  private within(moment: number): number {
    return Math.max(0, Math.min(moment, this.recorder.total));
  }

  private refuseWithoutReplay(): void {
    this.refuseWhileRunning();
    if (!this.state.canRun) throw new Failure("refused", "another build made this recording: it cannot be run again");
  }

  private refuseWhileRunning(): void {
    if (this.state.status === "running") throw new Failure("refused", "the program runs");
  }

  // -- runs ------------------------------------------------------------------------------------------------------------

  private run(request: RunRequest): Promise<SessionState> {
    const host = this.options.newHost();
    const source = typeof request.source === "string" ? utf8(request.source) : request.source;
    host.addFile(request.file, source);
    if (request.input.type === "text") {
      host.giveInput(utf8(request.input.text));
      host.endInput();
    }
    const program = plainStart({
      kind: "source",
      program: request.file,
      source,
      args: request.argv,
      // The page shows lines of text: no colours.
      environment: [["TERM", "dumb"]],
      executable: "/usr/bin/python3",
      memoryBytes: MEMORY_BYTES,
    });
    return this.recordProgram(program, host, { file: request.file, bytes: source });
  }

  /** Records a program from its start; the answer comes when it has begun. source: the file that the page shows of it. */
  recordProgram(
    program: ProgramStart,
    host: SessionHost,
    source: { file: string; bytes: Uint8Array } | null,
  ): Promise<SessionState> {
    this.recorder.stop();
    this.isStopWanted = false;
    const file = source?.file ?? program.program;
    this.state = { ...IDLE, file, status: "running" };
    return this.exclusive(async () => {
      this.image = await this.options.image();
      boot(this.image);
      const shown = source === null ? null : this.files.shown(source.file, source.bytes);
      this.forgetRun({ ...IDLE, file, status: "running" }, shown, host);
      let isBegun = false;
      try {
        start(program, {
          host: host.host,
          journal: this.journal,
          library: this.options.library,
          isStopAsked: () => isBegun && this.recorder.isStopAsked(),
          onOutput: (stream, bytes, clock, isReplay) => {
            if (isReplay) return;
            // Before moment 0 there is only what a program that cannot be compiled prints.
            const moment = isBegun ? clock - this.recorder.startClock : 0;
            const chunk = this.output.add(stream, bytes, moment);
            if (chunk !== null) this.tellLater(chunk);
          },
        });
      } catch (error) {
        this.setState({ ...IDLE, file });
        if (error instanceof CannotStart) throw new Failure("refused", error.message);
        throw error;
      }
      this.recorder.begin();
      isBegun = true;
      void this.goOn();
      return this.state;
    });
  }

  /** Output is told with the next state, what follows on one stream as one: a program may write after every few instructions. */
  private tellLater({ moment, stream, text }: OutputChunk): void {
    const last = this.untold[this.untold.length - 1];
    if (last !== undefined && last.stream === stream) {
      last.moment = moment;
      last.texts.push(text);
    } else this.untold.push({ moment, stream, texts: [text] });
  }

  private tellOutput(): void {
    for (const { moment, stream, texts } of this.untold.splice(0)) {
      this.options.emit({ event: "output", chunk: { moment, stream, text: texts.join("") } });
    }
  }

  /** Nothing of an earlier run is left. */
  private forgetRun(state: SessionState, source: ShownSource | null, host: SessionHost | null): void {
    this.state = state;
    this.files.source = source;
    this.host = host;
    this.journal = Journal.empty();
    this.output = new OutputLog();
    this.untold.length = 0;
    this.inputMoments = [];
    this.codeEnd = Number.POSITIVE_INFINITY;
    this.trace.forget();
    setForeignAnchors(null);
  }

  // -- recordings as files -----------------------------------------------------------------------------------------------

  private save(): Promise<{ recording: Uint8Array }> {
    this.refuseWhileRunning();
    if (this.state.status === "idle") throw new Failure("refused", "nothing was recorded");
    if (!this.state.canRun) throw new Failure("refused", "another build made this recording");
    return this.exclusive(async () => {
      const { state, inputMoments, codeEnd, output } = this;
      const source = savedSource(this.files.source);
      const session: SavedSession = { state, source, inputMoments, codeEnd, output: output.chunks };
      const onProgress = (part: number): void => this.options.emit({ event: "saving", part });
      const made = { core: CORE_IDENTITY, image: sumOf(this.image as Uint8Array), anchors: anchors(), session };
      return { recording: await writeRecording(this.recorder, this.journal, made, this.options.packing, onProgress) };
    });
  }

  private open(bytes: Uint8Array): Promise<SessionState> {
    this.recorder.stop();
    return this.exclusive(async () => {
      const image = await this.options.image();
      // One that is refused here leaves all as it was.
      const { file, saved, source, journal } = refusing(() => {
        const file = new RecordingFile(bytes, this.options.packing);
        const saved = savedSession(file.head.session);
        return { file, saved, source: shownSource(saved.source), journal: file.journal() };
      });
      try {
        const { head } = file;
        this.image = image;
        const canRun = head.core === CORE_IDENTITY && head.image === sumOf(image);
        this.forgetRun(saved.state, source, null);
        this.journal = journal;
        this.output.adopt(saved.output);
        this.inputMoments = [...saved.inputMoments];
        this.codeEnd = saved.codeEnd ?? Number.POSITIVE_INFINITY;
        boot(image);
        attach({
          host: null,
          journal: this.journal,
          library: this.options.library,
          isStopAsked: () => this.recorder.isStopAsked(),
        });
        refusing(() => file.load(this.recorder, !canRun));
        if (!canRun) setForeignAnchors(head.anchors);
        return this.setState({ ...saved.state, canRun });
      } catch (error) {
        this.forgetRun(IDLE, null, null);
        this.image = null;
        this.setState(IDLE);
        throw error;
      }
    });
  }

  private verify(): Promise<{ differs: string | null }> {
    this.refuseWithoutReplay();
    return this.exclusive(async () => {
      try {
        await this.recorder.verify();
        return { differs: null };
      } catch (error) {
        if (error instanceof ReplayDiverged) return { differs: error.message };
        throw error;
      }
    });
  }

  /** Records in the background from where the recording ends. */
  private goOn(): SessionState {
    const state = this.setState({ status: "running", prompt: null, loopLines: null });
    void this.exclusive(async () => {
      try {
        const reason = await this.recorder.record(
          () => this.setState({ instructions: this.recorder.total }),
          this.isStopWanted,
        );
        await this.recorded(reason);
      } catch (error) {
        this.setState({
          status: "failed",
          instructions: this.recorder.total,
          failure: {
            message: error instanceof Error ? error.message : String(error),
            moment: Math.max(0, this.recorder.moment),
            report: failureReport(error, `running ${this.state.file}`),
          },
        });
      }
    });
    return state;
  }

  private async recorded(reason: string): Promise<void> {
    const instructions = this.recorder.total;
    if (this.codeEnd > instructions) this.state = { ...this.state, deepest: this.recorder.samples.deepest };
    const end = ending();
    if (reason === "ended" && end !== null) {
      const exitStatus = end.type === "exited" ? end.status : INTERRUPTED_STATUS;
      const error = this.state.error === null ? null : await placedError(this.trace, this.state.error);
      this.setState({ status: "finished", instructions, exitStatus, error });
    } else if (reason === "blocked") {
      this.setState({ status: "waiting", instructions, prompt: this.output.prompt() });
    } else {
      const loopLines = await linesOfLoop(this.trace, this.state.file, instructions);
      this.setState({ status: "stopped", instructions, loopLines });
    }
  }

  /** The program's own code is over: an error that ends it is still there to be read. */
  private programEnded(): void {
    if (this.state.status !== "running") return;
    const moment = Math.max(0, instructionCount() - this.recorder.startClock);
    // Said again where the rest is run again from a checkpoint: calls of that rest are none of the program's.
    const deepest = this.codeEnd === moment ? this.state.deepest : this.recorder.samples.deepest;
    this.codeEnd = moment;
    this.state = { ...this.state, codeEnd: moment, deepest };
    const error = currentError(inspectNow());
    if (error === null) return;
    const traceback = error.traceback.map((line) => ({ ...line, moment }));
    this.state = { ...this.state, error: { ...error, traceback } };
  }

  // -- questions about a moment ------------------------------------------------------------------------------------------

  private moment(request: MomentRequest): Promise<MomentFacts> {
    const number = ++this.newestMoment;
    if (this.state.status === "idle") {
      return this.exclusive(async () => {
        await this.bootOnce();
        return momentFacts(inspectNow(), null, { ...request, moment: 0 }) as never;
      });
    }
    this.refuseWhileRunning();
    return this.exclusive(async () => {
      const isCancelled = () => number !== this.newestMoment;
      if (isCancelled()) throw new Cancelled("a newer moment was asked for");
      if (!this.state.canRun) return storedMoment(this.recorder, request);
      const asked = { ...request, moment: this.within(request.moment) };
      return momentOf(this.recorder, this.output, asked, this.state, this.watch(isCancelled));
    });
  }

  private step(request: RequestOf<"step">): Promise<ResultOf<"step">> {
    this.refuseWithoutReplay();
    const number = ++this.newestStep;
    return this.exclusive(async () => {
      const watch = this.watch(() => number !== this.newestStep);
      if (request.kind === "change") return nextChange(this.recorder, request, watch);
      return { moment: await findStep(this.recorder, this.trace, request, watch), address: null };
    });
  }

  private async lanes(request: RequestOf<"lanes">): Promise<Awaited<ReturnType<typeof lanesOf>>> {
    const written = this.output.written();
    const query = { ...request, to: Math.min(request.to, Math.max(request.from + 1, this.recorder.total)) };
    if (this.state.status === "running" || this.state.status === "idle" || !this.state.canRun) {
      return sampledLanes(this.recorder, request, written, this.codeEnd);
    }
    // A long window gives way to a moment that is asked for, and is drawn from the samples then.
    const isShort = query.to - query.from <= PATIENT_WINDOW;
    const number = this.newestMoment;
    const watch = this.watch(() => !isShort && number !== this.newestMoment);
    const facts = await this.exclusive(() =>
      lanesOf(this.recorder, this.trace, query, written, this.codeEnd, watch).catch((error: unknown) => {
        if (error instanceof Cancelled) return sampledLanes(this.recorder, query, written, this.codeEnd);
        throw error;
      }),
    );
    for (const moment of this.inputMoments) {
      facts.totals.input++;
      if (moment > query.from && moment <= query.to) facts.input.push({ moment });
    }
    return { ...facts, to: request.to };
  }

  private history({ address, place, moment }: RequestOf<"history">): Promise<ResultOf<"history">> {
    this.refuseWithoutReplay();
    return this.exclusive(async () => {
      const at = this.within(moment);
      const [number, step] = [this.newestMoment, this.newestStep];
      const watch = this.watch(() => number !== this.newestMoment || step !== this.newestStep);
      return historyOf(this.recorder, this.trace, { address, place: place ?? null }, at, this.codeEnd, watch);
    });
  }

  private when(request: RequestOf<"when">): Promise<ResultOf<"when">> {
    this.refuseWithoutReplay();
    const number = ++this.newestQuestion;
    return this.exclusive(async () => {
      const watch = this.watch(() => number !== this.newestQuestion);
      return whenOf(this.recorder, this.trace, { ...request, from: this.within(request.from) }, watch);
    });
  }

  private repeat() {
    this.refuseWithoutReplay();
    return this.exclusive(() => findRepeat(this.recorder, this.trace));
  }
}

/** Reads of a recording's file what may be damaged. */
function refusing<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    throw new Failure("refused", `the recording cannot be opened: ${error.message}`);
  }
}
