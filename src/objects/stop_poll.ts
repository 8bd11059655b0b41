// Long loops of built-ins ask, from time to time, whether the machine shall stop. Then the JavaScript stack is abandoned
// and the run goes on only from a checkpoint, so that asking never changes a run.
// Invariant: the count below is no part of a run; whoever asks holds nothing that only JavaScript knows.

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
