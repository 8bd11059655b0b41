// Long loops of built-ins ask, from time to time, whether the machine shall stop. Then the JavaScript stack is abandoned
// and the run goes on only from a checkpoint, so that asking never changes a run. Long work on numbers also lets the program
// handle signals on the way.
// Invariant: the count below is no part of a run; whoever asks holds nothing that only JavaScript knows.
import type { Owned } from "../memory/memory.ts";

/** Rounds between two looks at the flag: well under a millisecond of work. */
const ROUNDS = 4096;

let left = ROUNDS;
let leaveIfAsked: () => void = () => {};

/** The machine registers what leaves the run when a stop was asked for. */
export function setStopPoll(leave: () => void): void {
  leaveIfAsked = leave;
}

/** Once in each round of a loop that a program can make very long without an instruction between. */
export function pollStop(): void {
  if (--left > 0) return;
  left = ROUNDS;
  leaveIfAsked();
}

let handleSignals: () => boolean = () => true;
/** The machine registers what lets the program handle signals in the middle of an instruction; false with an error set. */
export function setSignalPoll(handle: () => boolean): void {
  handleSignals = handle;
}

/** A handler of the program's has failed: its error is set. */
class Interrupted extends Error {
  override name = "Interrupted";
}

/** Between steps of work on numbers that take long each: what is asked in pollStop(), and signals. False with an error set. */
export function isUninterrupted(): boolean {
  leaveIfAsked();
  return handleSignals();
}

/** The same inside `interruptible`. */
export function pollInterrupt(): void {
  if (!isUninterrupted()) throw new Interrupted();
}

/** Work that calls pollInterrupt(). 0 with an error set where it was given up. */
export function interruptible(work: () => Owned): Owned {
  try {
    return work();
  } catch (error) {
    if (error instanceof Interrupted) return 0;
    throw error;
  }
}
