// Lengths of time as programs give them: a float or an int of seconds; and what is left of one.
import { ERRNO } from "../host/errno.ts";
import { host, type Instant } from "../host/host.ts";
import type { Borrowed } from "../memory/memory.ts";
import { PyNumber_Index } from "../objects/convert.ts";
import { raise } from "../objects/errors.ts";
import { floatValue, isFloat } from "../objects/float_core.ts";
import { longToNumber } from "../objects/long_core.ts";
import { decref } from "../objects/object.ts";
import { PyExc_OverflowError, PyExc_ValueError } from "../objects/types.ts";
import { PyErr_CheckSignals } from "./check_signals.ts";

const NANO = 1_000_000_000;
const TWO_63 = 2 ** 63;

export const tooLarge = (): null => {
  raise(PyExc_OverflowError, "timestamp out of range for platform time_t");
  return null;
};

/** A number of seconds; a float is rounded to nanoseconds, up by default. Null with an error set. */
export function durationOf(o: Borrowed, round = Math.ceil): Instant | null {
  if (!isFloat(o)) {
    const index = PyNumber_Index(o);
    if (index === 0) return null;
    const seconds = longToNumber(index);
    decref(index);
    return seconds >= -TWO_63 && seconds < TWO_63 ? { seconds, nanoseconds: 0 } : tooLarge();
  }
  const value = floatValue(o);
  if (Number.isNaN(value)) {
    raise(PyExc_ValueError, "Invalid value NaN (not a number)");
    return null;
  }
  return value >= -TWO_63 && value < TWO_63 ? instantOf(value, round) : tooLarge();
}

/** Seconds and a fraction of one. */
function instantOf(value: number, round = Math.ceil): Instant {
  const seconds = Math.floor(value);
  const nanoseconds = round((value - seconds) * NANO);
  return nanoseconds >= NANO ? { seconds: seconds + 1, nanoseconds: 0 } : { seconds, nanoseconds };
}

/** The time from one moment to a later one. */
export function elapsed(from: Instant, to: Instant): Instant {
  const seconds = to.seconds - from.seconds;
  const nanoseconds = to.nanoseconds - from.nanoseconds;
  return nanoseconds < 0 ? { seconds: seconds - 1, nanoseconds: nanoseconds + NANO } : { seconds, nanoseconds };
}

/** What is left of a length after a part of it; zero where nothing is. */
export function minus(whole: Instant, part: Instant): Instant {
  const left = elapsed(part, whole);
  return left.seconds < 0 ? { seconds: 0, nanoseconds: 0 } : left;
}

/** Waits; handlers of signals run meanwhile, and may make it over. False with an error of theirs set. */
export function sleepFor(duration: Instant, isOver: () => boolean = () => false): boolean {
  const start = host().clock("monotonic");
  let left = duration;
  for (;;) {
    if (host().sleep(left.seconds, left.nanoseconds) !== -ERRNO.EINTR) return true;
    if (PyErr_CheckSignals() < 0) return false;
    left = minus(duration, elapsed(start, host().clock("monotonic")));
    if (isOver() || (left.seconds === 0 && left.nanoseconds === 0)) return true;
  }
}
