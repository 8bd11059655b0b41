// _signal: the timer that sends SIGALRM. The host keeps it; when it is due is kept in memory, too, for those who ask.
//
//   seconds, nanoseconds of the monotonic clock when it is due    the interval in seconds
//
// Invariant: the three are 0 while no timer runs; a timer with an interval counts on from when it was due.
import { ERRNO } from "../host/errno.ts";
import { host, type Instant } from "../host/host.ts";
import { reserveStatic } from "../memory/data.ts";
import { type Borrowed, f64, type Owned, setF64 } from "../memory/memory.ts";
import type { MethodRow } from "../objects/declare.ts";
import { newFloat } from "../objects/float_core.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { Py_None } from "../objects/types.ts";
import { durationOf } from "./duration.ts";
import { packed } from "./posix_system.ts";

export const TIMER_CONSTANTS = "ITIMER_REAL 0 ITIMER_VIRTUAL 1 ITIMER_PROF 2";
const ITIMER_REAL = 0;
const NANO = 1e9;
const UNSIGNED = 0x1_0000_0000;

const DUE = reserveStatic(16);
const INTERVAL = DUE + 8;

const now = (): number => {
  const { seconds, nanoseconds } = host().clock("monotonic");
  return seconds + nanoseconds / NANO;
};
const secondsOf = ({ seconds, nanoseconds }: Instant): number => seconds + nanoseconds / NANO;

/** What is left until the timer is due; 0 where none runs. */
function remaining(): number {
  const due = f64(DUE);
  if (due === 0) return 0;
  const interval = f64(INTERVAL);
  const left = due - now();
  if (left > 0) return left;
  if (interval > 0) return interval - (-left % interval);
  setF64(DUE, 0);
  return 0;
}

/** Starts the timer, or ends it: 0 or a negated errno. */
function start(seconds: number, interval: number): number {
  const answer = host().setTimer(seconds * 1000, interval * 1000);
  if (answer < 0) return answer;
  setF64(DUE, seconds > 0 ? now() + seconds : 0);
  setF64(INTERVAL, seconds > 0 ? interval : 0);
  return 0;
}

/** The rest is told in whole seconds, one at least. */
function alarm(_m: Borrowed, seconds: number): Owned {
  const left = remaining();
  start(seconds < 0 ? seconds + UNSIGNED : seconds, 0);
  return PyLong_FromNumber(left === 0 ? 0 : Math.max(1, Math.floor(left + 0.5)));
}

const pairOf = (seconds: number, interval: number): Owned => packed([newFloat(seconds), newFloat(interval)]);

/** raiseItimer: raises itimer_error. */
export function timerFunctions(raiseItimer: (errno: number) => 0): readonly MethodRow[] {
  const getitimer = (_m: Borrowed, which: number): Owned =>
    which === ITIMER_REAL ? pairOf(remaining(), f64(INTERVAL)) : raiseItimer(ERRNO.EINVAL);
  const setitimer = (_m: Borrowed, which: number, first: Borrowed, between: Borrowed): Owned => {
    const seconds = durationOf(first);
    const interval = seconds === null ? null : between === 0 || between === Py_None ? ZERO : durationOf(between);
    if (seconds === null || interval === null) return 0;
    if (which !== ITIMER_REAL || seconds.seconds < 0 || interval.seconds < 0) return raiseItimer(ERRNO.EINVAL);
    const [left, before] = [remaining(), f64(INTERVAL)];
    const answer = start(secondsOf(seconds), secondsOf(interval));
    return answer < 0 ? raiseItimer(-answer) : pairOf(left, before);
  };
  return [
    ["alarm", "(seconds: int, /)", alarm],
    ["getitimer", "(which: int, /)", getitimer],
    ["setitimer", "(which: int, seconds, interval=0.0, /)", setitimer],
  ];
}
const ZERO: Instant = { seconds: 0, nanoseconds: 0 };
