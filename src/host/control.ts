// The flag page: a few words shared by the thread that owns the terminal and the one that runs the machine. It is not part
// of the machine's memory; what passes through it enters by the journal.
//
//   words   wake count · stop · signals (bit n: signal n) · input state · input byte count · whether the program has begun
//   bytes   one piece of input
//
// Invariant: whoever changes a word then adds to the wake count and notifies, so a waiter that read the count before it
// looked at the words misses nothing.

const WAKE = 0;
const STOP = 1;
const SIGNALS = 2;
const INPUT_STATE = 3;
const INPUT_COUNT = 4;
const BEGUN = 5;
const WORDS = 16;
const INPUT_BYTES = 65536;

const NOT_ASKED = 0;
const ASKED = 1;
const READY = 2;

/** On a page that is not isolated there is nothing to share: then the flags change only between slices. */
export function makeControlBuffer(): SharedArrayBuffer | ArrayBuffer {
  const bytes = WORDS * 4 + INPUT_BYTES;
  return typeof SharedArrayBuffer === "undefined" ? new ArrayBuffer(bytes) : new SharedArrayBuffer(bytes);
}

export class Control {
  readonly buffer: SharedArrayBuffer | ArrayBuffer;
  private readonly words: Int32Array;
  private readonly input: Uint8Array;

  constructor(buffer: SharedArrayBuffer | ArrayBuffer) {
    this.buffer = buffer;
    this.words = new Int32Array(buffer, 0, WORDS);
    this.input = new Uint8Array(buffer, WORDS * 4, INPUT_BYTES);
  }

  get isShared(): boolean {
    return typeof SharedArrayBuffer !== "undefined" && this.buffer instanceof SharedArrayBuffer;
  }

  /** Wakes whoever waits, to look again. */
  wake(): void {
    Atomics.add(this.words, WAKE, 1);
    if (this.isShared) Atomics.notify(this.words, WAKE);
  }

  // -- the owner's side --------------------------------------------------------------------------------------------

  stop(): void {
    Atomics.store(this.words, STOP, 1);
    this.wake();
  }

  signal(signal: number): void {
    Atomics.or(this.words, SIGNALS, 1 << signal);
    this.wake();
  }

  /** Whether there is a program that signals can reach. */
  get hasBegun(): boolean {
    return Atomics.load(this.words, BEGUN) !== 0;
  }

  /** Whether the machine waits for input that was not given yet. */
  get isInputAsked(): boolean {
    return Atomics.load(this.words, INPUT_STATE) === ASKED;
  }

  /** Gives input that was asked for; returns how many bytes were taken. None at all is the end of input. */
  giveInput(bytes: Uint8Array): number {
    const count = Math.min(bytes.length, INPUT_BYTES);
    this.input.set(bytes.subarray(0, count));
    Atomics.store(this.words, INPUT_COUNT, count);
    Atomics.store(this.words, INPUT_STATE, READY);
    this.wake();
    return count;
  }

  // -- the machine's side ------------------------------------------------------------------------------------------

  begin(): void {
    Atomics.store(this.words, BEGUN, 1);
  }

  isStopAsked(): boolean {
    return Atomics.load(this.words, STOP) !== 0;
  }

  clearStop(): void {
    Atomics.store(this.words, STOP, 0);
  }

  hasSignals(): boolean {
    return Atomics.load(this.words, SIGNALS) !== 0;
  }

  takeSignals(): number {
    return Atomics.exchange(this.words, SIGNALS, 0);
  }

  /** Asks the owner for input by `ask` (a message) and waits. Null when a signal, a stop or the end of the time came first. */
  waitForInput(ask: () => void, ms = Number.POSITIVE_INFINITY): Uint8Array | null {
    if (Atomics.load(this.words, INPUT_STATE) === NOT_ASKED) {
      Atomics.store(this.words, INPUT_STATE, ASKED);
      ask();
    }
    for (;;) {
      const seen = Atomics.load(this.words, WAKE);
      // Signals first: where both are there, the owner heard of the signal before the input (serveInput).
      if (this.hasSignals() || this.isStopAsked()) return null;
      if (Atomics.load(this.words, INPUT_STATE) === READY) {
        const bytes = this.input.slice(0, Atomics.load(this.words, INPUT_COUNT));
        Atomics.store(this.words, INPUT_STATE, NOT_ASKED);
        return bytes;
      }
      if (Atomics.wait(this.words, WAKE, seen, ms) === "timed-out") return null;
    }
  }

  /** Read before a look at what is waited for. */
  wakeCount(): number {
    return Atomics.load(this.words, WAKE);
  }

  /** Waits until something has changed since the count was read, or for so many milliseconds. */
  waitForWake(seen: number, ms: number): void {
    Atomics.wait(this.words, WAKE, seen, ms);
  }

  /** Waits for so many milliseconds; false when a signal or a stop came first. */
  pause(ms: number): boolean {
    if (ms <= 0) return true;
    const seen = Atomics.load(this.words, WAKE);
    if (this.hasSignals() || this.isStopAsked()) return false;
    return Atomics.wait(this.words, WAKE, seen, ms) === "timed-out";
  }
}
