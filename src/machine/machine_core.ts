// The machine, from inside its worker: boots, starts a program, runs it slice by slice, and goes back to a checkpoint.
// Everything here is synchronous; index.ts has the asynchronous handle that other code holds.
//
//   boot(image)  →  start(program)  →  run() … run()  →  ending()
//                        ↑ restore(checkpoint) at any time
//
// Invariant: between calls the memory and the door say all there is; what is kept here are the switches of the run.
// This file comes first among a bundle's imports of the core: static addresses follow from the order of evaluation.

import { InternalError } from "../base/assert.ts";
import { Door, type DoorMark, EndOfJournal } from "../host/door.ts";
import { emptyHost } from "../host/empty_host.ts";
import { type Host, setHost } from "../host/host.ts";
import type { Journal } from "../host/journal.ts";
import { HostBlocked, HostStopped } from "../host/leaving.ts";
import { Library } from "../host/library.ts";
import { canonicalizeClock, instructionCount, setSlice } from "../interpreter/clock.ts";
import { handlePending } from "../interpreter/pending.ts";
import { tripSignals } from "../interpreter/signals.ts";
import { StopMachine, setNestedSliceEnd } from "../interpreter/trouble.ts";
import { CHECKED, TRACED } from "../memory/build_flags.ts";
import { forgetCaches } from "../memory/caches.ts";
import { rebuildShadow } from "../memory/consistency.ts";
import { usedRanges } from "../memory/pages.ts";
import { restoreSnapshot, takeSnapshot } from "../memory/snapshot.ts";
import { setOnWorked } from "../memory/work.ts";
import { setLastResort } from "../modules/last_resort.ts";
import { Docstrings, type DocstringTable } from "../objects/docstrings.ts";
import { currentFrame, PUSHED } from "../objects/frames.ts";
import { forgetTrashcan } from "../objects/object.ts";
import { setSignalPoll, setStopPoll } from "../objects/stop_poll.ts";
import { bootAll } from "./boot_all.ts";
import { type Image, loadImage, makeImage, partsOfImage } from "./boot_image.ts";
import { endAtOnce, ending, isBrokenOff, isStarted, ProgramExited, pushEnding } from "./ending.ts";
import { pushProgram } from "./main_module.ts";
import { compilePractice, practise } from "./practice.ts";
import { loopIsNew, runSlice } from "./program.ts";
import type { Ending, ProgramStart } from "./program_start.ts";

/** Most instructions between two looks at the flags. */
export const SLICE_INSTRUCTIONS = 1 << 14;

/** When a run is a long one, for which it pays to practise, and what a host does then that can direct its engine. */
export interface PracticePlan {
  /** Instructions executed. */
  readonly after: number;
  readonly onPractised: () => void;
}
/** Putting more memory aside than this would take longer than practice saves. */
const MOST_PUT_ASIDE = 1 << 26;

let practicePlan: PracticePlan = { after: 1000, onPractised: () => {} };
export function setPracticePlan(plan: PracticePlan): void {
  practicePlan = plan;
}

/** What practising does lasts as long as this realm. */
let hasPractised = CHECKED || TRACED;

export interface RunSwitches {
  readonly host: Host | null;
  readonly journal: Journal | null;
  readonly library: Library;
  readonly onOutput?: (stream: "out" | "err", bytes: Uint8Array, moment: number, isReplay: boolean) => void;
  /** Looked at between slices, also in nested loops. */
  readonly isStopAsked: () => boolean;
}

/**
 * target: the moment that was asked for is reached · stopped: by the flag · ended · blocked: the host waits for what only
 * another message can bring (input in the page) · exhausted: a replay's journal is at its end.
 * isExact says whether the run can go on from here; if not (it stood in a nested loop), only after a restore.
 */
export interface RunResult {
  readonly reason: "target" | "stopped" | "ended" | "blocked" | "exhausted";
  readonly canGoOn: boolean;
  /** The last instruction is counted already, and is not over: the memory is of no moment. */
  readonly isInside: boolean;
}

export interface Checkpoint {
  readonly moment: number;
  readonly memory: Uint8Array;
  readonly door: DoorMark;
}

let switches: RunSwitches | null = null;
let door: Door | null = null;
let target = Number.POSITIVE_INFINITY;
let isAbandoned = false;

/**
 * Who looks at the memory on the way: called when exactly `at` instructions are executed, in nested loops too (then
 * canGoOn is false: the JavaScript stack is part of the state). It changes nothing, and answers with the next moment to
 * look at.
 */
export interface Look {
  readonly at: number;
  readonly see: (now: number, canGoOn: boolean) => number;
}
let lookAt = Number.POSITIVE_INFINITY;
let see: Look["see"] | null = null;

/** Sets who looks during the runs to come, or nobody. */
export function setLook(look: Look | null): void {
  lookAt = look?.at ?? Number.POSITIVE_INFINITY;
  see = look?.see ?? null;
}

function lookIfDue(now: number, canGoOn: boolean): void {
  if (see !== null && now === lookAt) lookAt = see(now, canGoOn);
}

/** For practising. */
let bootedFrom: Image | null = null;

/** Boots from an image, which is kept. */
export function boot(image: Image): void {
  switches = null;
  door = null;
  isAbandoned = false;
  setHost(null);
  loadImage(image);
  forgetCaches();
  bootedFrom = image;
}

/**
 * A fresh machine's memory as a boot image. library: the archive of the standard library, which start-up code may import;
 * behind it is a host with nothing, so the image is the same everywhere. practice: source of the program that long runs
 * practise with (practice.ts). docstrings: those of CPython, as the build found them.
 */
export function makeBootImage(
  library: Uint8Array | null,
  practice: Uint8Array | null = null,
  docstrings: DocstringTable = {},
): Uint8Array {
  attach({ host: emptyHost, journal: null, library: new Library(() => library), isStopAsked: () => false });
  bootAll(new Docstrings(docstrings));
  setHost(null);
  return makeImage(practice === null ? new Uint8Array(0) : compilePractice(practice));
}

/** Prepares a program on a booted machine. Throws CannotStart. A syntax error ends it at once. */
export function start(program: ProgramStart, run: RunSwitches): void {
  if (isStarted()) throw new InternalError("a program was started on a machine that has run one");
  attach(run);
  pushEnding();
  const bottom = currentFrame();
  isStarting = true;
  try {
    const result = pushProgram(program);
    if (result !== PUSHED) endAtOnce(bottom, result);
  } finally {
    isStarting = false;
  }
}

/** What a start runs is not stopped in its middle: run() sees the stop before the program's first instruction. */
let isStarting = false;
const isStopDue = (): boolean => !isStarting && switches !== null && switches.isStopAsked();

/** Gives a machine that was restored from elsewhere its door: for a replay. */
export function attach(run: RunSwitches): Door {
  switches = run;
  door = new Door({ ...run, now: instructionCount });
  setHost(door);
  setLastResort((line) =>
    door?.write(
      2,
      Uint8Array.from(line, (letter) => letter.charCodeAt(0)),
    ),
  );
  return door;
}

function currentDoor(): Door {
  if (door === null) throw new InternalError("no program was started");
  return door;
}

/** Instructions until the next look at the flags. */
function budgetFrom(now: number): number {
  return Math.min(SLICE_INSTRUCTIONS, target - now, lookAt - now, currentDoor().nextSignalMoment() - now);
}

function poll(): void {
  tripSignals(currentDoor().signals());
}

setNestedSliceEnd((now) => {
  lookIfDue(now, false);
  if (now >= target || isStopDue()) throw new StopMachine("stopped inside a nested loop");
  poll();
  return Math.max(1, budgetFrom(now));
});

/** The machine was stopped in the middle of an instruction. */
class StopInside extends StopMachine {
  override name = "StopInside";
}

setStopPoll(() => {
  if (isStopDue()) throw new StopInside("stopped inside a built-in");
  endSlice();
});

// A recording hands signals over between instructions only: inside one they would come elsewhere when it is run again.
setSignalPoll(() => {
  if (switches === null || switches.journal !== null) return true;
  poll();
  return handlePending() === 0;
});

/** The slice ends behind the instruction that is being executed. */
function endSlice(): void {
  setSlice(instructionCount(), 0);
}
setOnWorked(endSlice);

function usedBytes(): number {
  let sum = 0;
  usedRanges((_address, byteCount) => {
    sum += byteCount;
  });
  return sum;
}

/**
 * A long run begins: its memory is put aside, the machine practises on the boot image, and the memory comes back. Memory,
 * caches and door are then as if nothing had been.
 */
function practiseOnce(): void {
  hasPractised = true;
  if (bootedFrom === null) return;
  const { snapshot, practice } = partsOfImage(bootedFrom);
  if (practice.length === 0 || usedBytes() > MOST_PUT_ASIDE) return;
  putAside(snapshot, new Library(() => null), () => practise(practice));
  practicePlan.onPractised();
  loopIsNew();
}

/** Work on a machine fresh from its image, behind which are the library's files and nothing else. */
export function aside<T>(library: Library, work: () => T): T {
  if (bootedFrom === null) throw new InternalError("no image was booted");
  return putAside(partsOfImage(bootedFrom).snapshot, library, work);
}

function putAside<T>(snapshot: Uint8Array, library: Library, work: () => T): T {
  const kept = { switches, door, target, lookAt };
  canonicalizeClock();
  const memory = takeSnapshot();
  replaceMemory(snapshot);
  target = lookAt = Number.POSITIVE_INFINITY;
  attach({ host: emptyHost, journal: null, library, isStopAsked: () => false });
  try {
    return work();
  } finally {
    replaceMemory(memory);
    ({ switches, door, target, lookAt } = kept);
    setHost(door);
  }
}

function replaceMemory(snapshot: Uint8Array): void {
  restoreSnapshot(snapshot);
  if (CHECKED) rebuildShadow();
  forgetCaches();
  forgetTrashcan();
}

/** For looking at what V8 knows after practising. */
export function rehearse(image: Image): void {
  boot(image);
  practiseOnce();
}

/** Runs until the program ends, a stop is asked for, or `moment` is reached exactly. */
export function run(moment = Number.POSITIVE_INFINITY, sliceCount = Number.POSITIVE_INFINITY): RunResult {
  if (isAbandoned) throw new InternalError("the run was left inside a nested loop: it goes on only after a restore");
  target = moment;
  try {
    for (let slices = 0; ; slices++) {
      if (ending() !== null) return { reason: "ended", canGoOn: false, isInside: false };
      const now = instructionCount();
      lookIfDue(now, true);
      if (now >= target) return { reason: "target", canGoOn: true, isInside: false };
      if (switches?.isStopAsked() || slices >= sliceCount) return { reason: "stopped", canGoOn: true, isInside: false };
      poll();
      if (!hasPractised && now >= practicePlan.after) practiseOnce();
      const budget = hasPractised ? budgetFrom(now) : Math.min(budgetFrom(now), practicePlan.after - now);
      if (budget > 0) runSlice(budget);
    }
  } catch (error) {
    if (error instanceof ProgramExited) return { reason: "ended", canGoOn: false, isInside: false };
    const reason = reasonOf(error);
    if (reason === null) throw error;
    isAbandoned = true;
    const isBetween = error instanceof StopMachine && !(error instanceof StopInside);
    return { reason, canGoOn: false, isInside: !isBetween };
  } finally {
    target = Number.POSITIVE_INFINITY;
  }
}

function reasonOf(error: unknown): RunResult["reason"] | null {
  if (error instanceof HostBlocked) return "blocked";
  if (error instanceof EndOfJournal) return "exhausted";
  if (error instanceof HostStopped) return "stopped";
  if (error instanceof StopMachine) return instructionCount() >= target ? "target" : "stopped";
  return null;
}

export function takeCheckpoint(): Checkpoint {
  canonicalizeClock();
  return { moment: instructionCount(), memory: takeSnapshot(), door: currentDoor().mark() };
}

/** Where the door stands, for a checkpoint whose memory is kept elsewhere. */
export function doorMark(): DoorMark {
  return currentDoor().mark();
}

/** The memory was put back to a checkpoint by the caller: the door and the caches follow. */
export function restored(mark: DoorMark): void {
  if (CHECKED) rebuildShadow();
  currentDoor().rewind(mark);
  isAbandoned = false;
  forgetCaches();
  forgetTrashcan();
}

export function restore(checkpoint: Checkpoint): void {
  restoreSnapshot(checkpoint.memory);
  if (CHECKED) rebuildShadow();
  currentDoor().rewind(checkpoint.door);
  isAbandoned = false;
  forgetCaches();
}

export type { Ending, ProgramStart };
export { ending, instructionCount, isBrokenOff };
