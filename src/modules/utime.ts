// os.utime: the times of a file, from a pair of seconds, a pair of nanoseconds, or now.
import { host, type Instant } from "../host/host.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyNumber_Index } from "../objects/convert.ts";
import { raise } from "../objects/errors.ts";
import { longToBigInt } from "../objects/long_digits.ts";
import { decref, isTuple, sizeOf } from "../objects/object.ts";
import { PyTuple_GET_ITEM } from "../objects/tuple_core.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { durationOf } from "./duration.ts";
import { done, mayFollow, withPath } from "./posix_path.ts";

const NANO = 1_000_000_000n;

function nanosecondsOf(o: Borrowed): Instant | null {
  const index = PyNumber_Index(o);
  if (index === 0) return null;
  const all = longToBigInt(index);
  decref(index);
  const part = ((all % NANO) + NANO) % NANO;
  return { seconds: Number((all - part) / NANO), nanoseconds: Number(part) };
}

/** Both times, read by `read`; null with an error set. */
function pair(o: Borrowed, read: (o: Borrowed) => Instant | null, refusal: string): [Instant, Instant] | null {
  if (!isTuple(o) || sizeOf(o) !== 2) {
    raise(PyExc_TypeError, refusal);
    return null;
  }
  const accessed = read(PyTuple_GET_ITEM(o, 0));
  const modified = accessed === null ? null : read(PyTuple_GET_ITEM(o, 1));
  return accessed === null || modified === null ? null : [accessed, modified];
}

export function utime(
  _m: Borrowed,
  value: Borrowed,
  times: Borrowed,
  ns: Borrowed,
  directory: Borrowed,
  followsLinks: number,
): Owned {
  if (!mayFollow("utime", value, followsLinks)) return 0;
  return withPath(
    "utime",
    value,
    (path) => {
      const both = timesOf(times, ns);
      return both === null ? 0 : done(host().setTimes(path.bytes, ...both, followsLinks !== 0), path);
    },
    "integer",
    directory,
  );
}

/** Access and modification; null with an error set. */
function timesOf(times: Borrowed, ns: Borrowed): [Instant, Instant] | null {
  const isNow = times === 0 || times === Py_None;
  if (!isNow && ns !== 0) {
    raise(PyExc_ValueError, "utime: you may specify either 'times' or 'ns' but not both");
    return null;
  }
  if (ns !== 0) return pair(ns, nanosecondsOf, "utime: 'ns' must be a tuple of two ints");
  if (isNow) {
    const now = host().clock("real");
    return [now, now];
  }
  return pair(times, (o) => durationOf(o, Math.floor), "utime: 'times' must be either a tuple of two ints or None");
}
