// The recorder: runs a program once, and reaches any of its moments again.
//
//   record    slices, a checkpoint whenever the last one has been paid for, samples for the overview
//   seek      the nearest checkpoint at or before, then forward to the exact moment, leaving a ladder of temporary
//             checkpoints on the way so that going back from there is local, and lasting ones where the way is long
//   trace     runs a window again and looks at every instruction
//
// Moments count from the program's first instruction; the machine's clock may have run before (start).
// Invariant: what is shown is canonical memory. After a stop inside a nested loop the memory is exact, but the JavaScript
// stack is gone: `canGoOn` is false, and whatever needs to run goes back to a checkpoint first.
import { InternalError } from "../base/assert.ts";
import { doorMark, instructionCount, type RunResult, restored, run, setLook } from "../machine/machine_core.ts";
import { canonicalize, Diverged, JournalError, whileCanonical } from "../machine/recorded.ts";
import { type Checkpoint, type CheckpointOptions, Checkpoints } from "./checkpoints.ts";
import type { Packing } from "./packing.ts";
import { Samples } from "./samples.ts";

export interface RecorderOptions {
  /** Milliseconds of a clock that only decides where checkpoints are taken, never what a run does. */
  readonly nowMs: () => number;
  /** Lets messages in. */
  readonly breathe: () => Promise<void>;
  /** Another way to ask the recording to stop, looked at where messages do not come in. */
  readonly isStopAsked?: () => boolean;
  readonly checkpoints?: CheckpointOptions;
  /** Node's packing is faster than that of the package. */
  readonly packing?: Packing;
}

/** A replay that does not do what was recorded. */
export class ReplayDiverged extends InternalError {
  override name = "ReplayDiverged";
  readonly from: number;
  readonly to: number;
  constructor(from: number, to: number, how: string) {
    super(`diverged between ${from} and ${to}: ${how}`);
    this.from = from;
    this.to = to;
  }
}

/** A seek, a trace or a search was given up because its caller said so. */
export class Cancelled extends Error {
  override name = "Cancelled";
}

export interface Watch {
  readonly isCancelled?: () => boolean;
  readonly onProgress?: (from: number, at: number, target: number) => void;
}

/** Longest time without letting messages in. */
const BREATH_MS = 24;
/** Longest time in nested loops without letting messages in; doubled whenever what was run has to be run again for it. */
const PATIENCE_MS = 250;
/** Fewest instructions between two checkpoints of a recording. */
const LEAST_SPACING = 1 << 15;
/**
 * How far before a moment a seek to it leaves checkpoints: a step back runs the second distance again at most, which takes
 * no longer than going back to a checkpoint does. More rungs cost more than they save.
 */
const LADDER = [1 << 17, 1 << 12];
/** A seek that takes longer leaves lasting checkpoints on its way, where there is room for them: so far apart. */
const STRETCH_MS = 1000;
/** A trace looks after every instruction, and at the clock of the host after so many. */
const SLICES_OF_TRACE = 1 << 11;
/** A step forward from where the memory stands leaves no ladder. */
const NEAR = 1 << 8;

/** A checkpoint that is left on the way: runMs says how long the run takes to come there, of one that lasts. */
interface Rung {
  readonly moment: number;
  readonly runMs: number | null;
}

export class Recorder {
  readonly checkpoints: Checkpoints;
  readonly samples = new Samples();
  private readonly options: RecorderOptions;
  /** The machine's clock at moment 0. */
  private start = 0;
  private recorded = 0;
  private hasEnded = false;
  private canGoOn = false;
  private isStopped = false;
  private isRecording = false;
  private patienceMs = PATIENCE_MS;
  private lastBreathMs = 0;

  constructor(options: RecorderOptions) {
    this.options = options;
    this.checkpoints = new Checkpoints(options.nowMs, options.checkpoints, options.packing);
  }

  /** Moments recorded so far. */
  get total(): number {
    return this.recorded;
  }
  get isEnded(): boolean {
    return this.hasEnded;
  }
  /** The moment at which the memory stands. */
  get moment(): number {
    return instructionCount() - this.start;
  }
  /** The machine's clock at moment 0: what the journal counts from. */
  get startClock(): number {
    return this.start;
  }
  /** What the machine looks at between slices. Running again what is recorded is not to be stopped: it is cancelled. */
  isStopAsked = (): boolean => {
    if (!this.isRecording) return false;
    if (this.options.isStopAsked?.()) this.isStopped = true;
    return this.isStopped || this.isBreathless();
  };

  /** Inside nested loops no message comes in: after a while the recording leaves them to see whether one waits. */
  private isBreathless(): boolean {
    return this.options.nowMs() - this.lastBreathMs > this.patienceMs;
  }

  /** The machine was booted and a program started on it: that is moment 0. */
  begin(): void {
    this.checkpoints.clear();
    this.samples.clear();
    this.start = instructionCount();
    this.recorded = 0;
    this.hasEnded = false;
    this.canGoOn = true;
    this.isStopped = false;
    canonicalize();
    this.checkpoints.take(0, doorMark(), true, 0);
  }

  /**
   * Takes over a recording that was read from a file: its checkpoints are in `checkpoints` already. One that another build
   * made is only looked at, so the memory is left alone.
   */
  adopt(start: number, total: number, hasEnded: boolean): void {
    this.start = start;
    this.recorded = total;
    this.hasEnded = hasEnded;
    this.isStopped = false;
    const first = this.checkpoints.all[0];
    if (first === undefined) throw new InternalError("a recording has no checkpoint");
    if (!this.checkpoints.isForeign) this.putBack(first);
  }

  /** Asks the recording to stop at its next look at the flags. */
  stop(): void {
    this.isStopped = true;
  }

  // -- recording -----------------------------------------------------------------------------------------------------

  /** Goes on from the end of what is recorded until the program ends, waits, or is stopped; isStopped: it was asked to stop
   *  before it began. */
  async record(onProgress: () => void, isStopped = false): Promise<RunResult["reason"]> {
    this.isStopped = isStopped;
    this.checkpoints.isRecording = true;
    try {
      return await this.recordOn(onProgress);
    } finally {
      this.checkpoints.settle();
    }
  }

  private async recordOn(onProgress: () => void): Promise<RunResult["reason"]> {
    this.patienceMs = PATIENCE_MS;
    this.toEnd();
    let last = this.nearest(this.moment);
    let runMs = last.runMs;
    this.lastBreathMs = this.options.nowMs();
    for (;;) {
      setLook(this.samples.look(this.start));
      let result: RunResult;
      this.isRecording = true;
      const startMs = this.options.nowMs();
      try {
        result = run(Number.POSITIVE_INFINITY, 1);
      } catch (error) {
        // A bug in Underglass: what came before the instruction in which it struck can still be looked at.
        this.recorded = Math.max(this.recorded, this.moment - 1);
        this.canGoOn = false;
        this.isExact = false;
        throw error;
      } finally {
        this.isRecording = false;
        setLook(null);
      }
      this.canGoOn = result.canGoOn;
      this.isExact = !result.isInside;
      // The instruction that waits is counted already, and is not over.
      const reached = this.moment - (result.isInside ? 1 : 0);
      this.recorded = Math.max(this.recorded, reached);
      if (result.reason !== "stopped" || this.isStopped) {
        this.finish(result, runMs + this.options.nowMs() - startMs);
        this.hasEnded = result.reason === "ended";
        return result.reason;
      }
      if (!result.canGoOn) {
        onProgress();
        await this.breathe();
        if (this.isStopped) {
          this.finish(result, runMs);
          return "stopped";
        }
        this.patienceMs *= 2;
        last = this.nearest(this.moment);
        runMs = last.runMs;
        this.putBack(last);
        continue;
      }
      const nowMs = this.options.nowMs();
      runMs += nowMs - startMs;
      if (this.moment - last.moment >= LEAST_SPACING && this.checkpoints.isDue(runMs)) {
        canonicalize();
        if (this.checkpoints.at(this.moment) === null) {
          last = this.checkpoints.take(this.moment, doorMark(), true, runMs);
        }
      }
      if (nowMs - this.lastBreathMs >= BREATH_MS) {
        onProgress();
        await this.breathe();
      }
    }
  }

  /** The recording ends here for now: what stands here is kept, unless it is the middle of an instruction. */
  private finish(result: RunResult, runMs: number): void {
    this.samples.finish(this.recorded);
    if (result.isInside || this.checkpoints.at(this.moment) !== null) return;
    const take = () => this.checkpoints.take(this.moment, doorMark(), result.canGoOn, runMs);
    if (result.canGoOn) {
      canonicalize();
      take();
    } else whileCanonical(take);
  }

  /** Puts the memory where recording goes on: at the end, or before it where only running again leads there. */
  private toEnd(): void {
    if (this.hasEnded) throw new InternalError("the program is over");
    if (this.canGoOn && this.moment === this.recorded) return;
    this.putBack(this.nearest(this.recorded));
  }

  private async breathe(): Promise<void> {
    await this.options.breathe();
    this.lastBreathMs = this.options.nowMs();
  }

  // -- going to a moment -----------------------------------------------------------------------------------------------

  private nearest(moment: number): Checkpoint {
    const found = this.checkpoints.before(moment);
    if (found === null) throw new InternalError(`no checkpoint at or before ${moment}`);
    return found;
  }

  private putBack(checkpoint: Checkpoint): void {
    this.checkpoints.restore(checkpoint);
    restored(checkpoint.door);
    this.canGoOn = checkpoint.canGoOn;
  }

  /** Stands at or before a moment, able to go on, by the shorter way. */
  private approach(moment: number): void {
    const nearest = this.nearest(moment);
    const isNear = this.canGoOn && this.moment <= moment && this.moment >= nearest.moment;
    if (!isNear) this.putBack(nearest);
  }

  /** Takes a checkpoint here, where there is none; one that is packed is made ready to be read. */
  private leave(canGoOn: boolean, runMs: number | null): void {
    const known = this.checkpoints.at(this.moment);
    const isKnown = known !== null && (known.canGoOn || !canGoOn);
    if (isKnown && known.versions !== null) return;
    const take = () => {
      if (isKnown) this.checkpoints.warm(known);
      else this.checkpoints.take(this.moment, doorMark(), canGoOn, canGoOn ? runMs : null);
    };
    if (canGoOn) {
      canonicalize();
      take();
    } else whileCanonical(take);
  }

  /** Where a seek from here to `target` leaves checkpoints, ascending. */
  private rungs(target: number, withBefore: boolean): Rung[] {
    const from = this.moment;
    const far = target - from > NEAR ? LADDER : [];
    const ladder = far.map((distance) => target - distance).filter((moment) => moment > from);
    const last = ladder[0] ?? from;
    if (withBefore && target > 0) ladder.push(target - 1);
    const rungs = this.stretches(from).filter(({ moment }) => moment < last);
    return [...rungs, ...ladder.map((moment) => ({ moment, runMs: null }))];
  }

  /** Where checkpoints would divide what lies between two lasting ones, if that is long. */
  private stretches(from: number): Rung[] {
    const lasting = this.checkpoints.all.filter(({ isTemporary }) => !isTemporary);
    const next = lasting.findIndex(({ moment }) => moment > from);
    if (next < 1 || !this.checkpoints.hasRoom()) return [];
    const [before, after] = [lasting[next - 1], lasting[next]];
    const parts = Math.floor((after.runMs - before.runMs) / STRETCH_MS);
    const rungs = Array.from({ length: parts }, (_, k) => ({
      moment: before.moment + Math.floor(((after.moment - before.moment) * k) / parts),
      runMs: before.runMs + ((after.runMs - before.runMs) * k) / parts,
    }));
    return rungs.filter(({ moment }) => moment > from);
  }

  /**
   * Makes the memory that of a moment, canonical. withBefore: leaves a checkpoint at the moment before too, to compare
   * with. Throws Cancelled, and then stands somewhere on the way.
   */
  async seek(moment: number, withBefore = false, watch: Watch = {}): Promise<void> {
    if (moment < 0 || moment > this.recorded) throw new InternalError(`moment ${moment} is not recorded`);
    const hasBefore = () => !withBefore || moment === 0 || (this.checkpoints.at(moment - 1)?.versions ?? null) !== null;
    if (!(this.moment === moment && this.isExact && hasBefore())) {
      const known = this.checkpoints.at(moment);
      if (known !== null && hasBefore()) this.putBack(known);
      else {
        this.approach(withBefore ? Math.max(0, moment - 1) : moment);
        const from = this.moment;
        await this.forward(moment, this.rungs(moment, withBefore), watch);
        this.compareWithCheckpoint(from);
        if (moment - from > LADDER[0]) this.checkpoints.makeRoomForSteps();
      }
    }
    canonicalize();
    this.isExact = true;
  }
  /** The memory is that of `moment`, not of the middle of an instruction. */
  private isExact = true;

  private async forward(target: number, rungs: readonly Rung[], watch: Watch): Promise<void> {
    let next = 0;
    const look = {
      at: this.start + (rungs[0]?.moment ?? Number.POSITIVE_INFINITY),
      see: (_now: number, canGoOn: boolean) => {
        this.leave(canGoOn, rungs[next].runMs);
        next++;
        return this.start + (rungs[next]?.moment ?? Number.POSITIVE_INFINITY);
      },
    };
    await this.runTo(target, look, watch);
  }

  private async runTo(
    target: number,
    look: Parameters<typeof setLook>[0],
    watch: Watch,
    sliceCount = 1,
  ): Promise<void> {
    const from = this.moment;
    this.isExact = false;
    this.lastBreathMs = this.options.nowMs();
    setLook(look);
    try {
      for (;;) {
        const result = this.replay(target, sliceCount, from);
        this.canGoOn = result.canGoOn;
        if (result.reason !== "stopped") break;
        if (this.options.nowMs() - this.lastBreathMs < BREATH_MS) continue;
        watch.onProgress?.(from, this.moment, target);
        // Nobody else moves the machine meanwhile: the session answers one question at a time.
        await this.breathe();
        if (watch.isCancelled?.()) throw new Cancelled("a newer request came");
      }
    } finally {
      setLook(null);
    }
    if (this.moment !== target) throw new ReplayDiverged(from, target, `the run stands at ${this.moment}`);
    this.isExact = true;
  }

  private replay(target: number, sliceCount: number, from: number): RunResult {
    try {
      return run(this.start + target, sliceCount);
    } catch (error) {
      this.canGoOn = false;
      if (!(error instanceof Diverged) && !(error instanceof JournalError)) throw error;
      throw new ReplayDiverged(from, Math.max(from, this.moment), error.message);
    }
  }

  /**
   * Runs all that is recorded again from its start and compares with each checkpoint on the way. Throws ReplayDiverged,
   * Cancelled.
   */
  async verify(watch: Watch = {}): Promise<void> {
    const [first, ...others] = this.checkpoints.all.filter((one) => !one.isTemporary);
    this.putBack(first);
    let last = first.moment;
    for (const { moment } of others) {
      await this.runTo(moment, null, watch);
      this.compareWithCheckpoint(last);
      last = moment;
    }
  }

  /** Where a checkpoint of the recording stands at this moment, the memory must be equal to it. */
  private compareWithCheckpoint(from: number): void {
    const known = this.checkpoints.all.find((one) => one.moment === this.moment && !one.isTemporary);
    if (known === undefined) return;
    let isEqual = false;
    const compare = () => {
      isEqual = this.checkpoints.isEqual(known);
    };
    if (this.canGoOn) {
      canonicalize();
      compare();
    } else whileCanonical(compare);
    if (!isEqual) throw new ReplayDiverged(from, this.moment, "the memory is not as it was");
  }

  /**
   * Runs moments from … to again and shows each to `visit`, `to` too. The memory is as it is on the way: dead words are
   * not zero. Throws Cancelled.
   */
  async trace(from: number, to: number, visit: (moment: number) => void, watch: Watch = {}): Promise<void> {
    const goal = Math.min(to, this.recorded);
    this.approach(from);
    let last = -1;
    await this.runTo(
      goal,
      {
        at: this.start + from,
        see: (now) => {
          last = now - this.start;
          visit(last);
          return now + 1;
        },
      },
      watch,
      SLICES_OF_TRACE,
    );
    // The last moment of a run that ended is not looked at on the way.
    if (last < goal) visit(goal);
  }
}
