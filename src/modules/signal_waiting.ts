// _signal: what blocks signals, and waits for them. While a program waits, a signal that is blocked and was asked for is taken
// without its handler; any other that comes is handled, and the waiting goes on.
import { ERRNO } from "../host/errno.ts";
import { FOREVER_SECONDS, host, type Instant } from "../host/host.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import type { MethodRow } from "../objects/declare.ts";
import { PyErr_NoMemory, raise } from "../objects/errors.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, newRef, typeIn } from "../objects/object.ts";
import { PySet_Add } from "../objects/set_core.ts";
import { PySet_New } from "../objects/set_operations.ts";
import { declareStructSequence, makeStructSequence, newStructSequence } from "../objects/structseq.ts";
import { Py_None, PyExc_ValueError } from "../objects/types.ts";
import { PyErr_CheckSignals } from "./check_signals.ts";
import { durationOf, elapsed, minus } from "./duration.ts";
import { raiseErrno } from "./host_path.ts";
import { setStolen } from "./make_module.ts";
import { isBlocked, isPending, setBlocked, setPending } from "./signal_mask.ts";

export const MASK_CONSTANTS = "SIG_BLOCK 0 SIG_UNBLOCK 1 SIG_SETMASK 2";
const SIG = { BLOCK: 0, UNBLOCK: 1, SETMASK: 2 } as const;
const LAST = 64;
const SIGKILL = 9;
const SIGSTOP = 19;

/** What the module's own file does: reads a set of signals, and handles one. */
export interface SignalCalls {
  /** Null with an error set. */
  readonly read: (iterable: Borrowed) => ReadonlySet<number> | null;
  /** 0, or -1 with the handler's error set. */
  readonly handle: (signal: number) => number;
}

const structSiginfo = declareStructSequence({
  name: "signal.struct_siginfo",
  fields: ["si_signo", "si_code", "si_errno", "si_pid", "si_uid", "si_status", "si_band"],
});

function setOf(holds: (signal: number) => boolean): Owned {
  const set = PySet_New(0);
  for (let signal = 1; set !== 0 && signal <= LAST; signal++) {
    if (!holds(signal)) continue;
    const number = PyLong_FromNumber(signal);
    const status = PySet_Add(set, number);
    decref(number);
    if (status >= 0) continue;
    decref(set);
    return 0;
  }
  return set || PyErr_NoMemory();
}

function masking(calls: SignalCalls) {
  return (_m: Borrowed, how: number, mask: Borrowed): Owned => {
    const signals = calls.read(mask);
    if (signals === null) return 0;
    if (how < SIG.BLOCK || how > SIG.SETMASK) return raiseErrno(ERRNO.EINVAL);
    const before = setOf(isBlocked);
    if (before === 0) return 0;
    for (let signal = 1; signal <= LAST; signal++) {
      const isNamed = signals.has(signal);
      if (signal === SIGKILL || signal === SIGSTOP || (how !== SIG.SETMASK && !isNamed)) continue;
      setBlocked(signal, isNamed && how !== SIG.UNBLOCK);
    }
    for (let signal = 1; signal <= LAST; signal++) {
      if (isBlocked(signal) || !isPending(signal)) continue;
      setPending(signal, false);
      if (calls.handle(signal) === 0) continue;
      decref(before);
      return 0;
    }
    return before;
  };
}

/** The lowest of the signals that is pending, and no longer is; 0 where none is. */
function taken(signals: ReadonlySet<number>): number {
  for (let signal = 1; signal <= LAST; signal++) {
    if (!signals.has(signal) || !isPending(signal)) continue;
    setPending(signal, false);
    return signal;
  }
  return 0;
}

/** Waits for one of the signals, for so long (null: for ever): 0 where the time is over, -1 with an error set. */
function waitFor(signals: ReadonlySet<number>, time: Instant | null): number {
  const start = host().clock("monotonic");
  for (;;) {
    // One that came before may stand there still.
    if (PyErr_CheckSignals() < 0) return -1;
    const signal = taken(signals);
    if (signal !== 0) return signal;
    const left = time === null ? null : minus(time, elapsed(start, host().clock("monotonic")));
    if (left !== null && left.seconds === 0 && left.nanoseconds === 0) return 0;
    host().sleep(left?.seconds ?? FOREVER_SECONDS, left?.nanoseconds ?? 0);
  }
}

/** As if the process had sent it: who did is not told. */
function siginfo(signal: number): Owned {
  const numbers = [signal, 0, 0, host().fact("pid"), host().fact("uid"), 0, 0];
  return newStructSequence(typeIn(structSiginfo), numbers.map(PyLong_FromNumber));
}

function waiting(calls: SignalCalls, answer: (signal: number) => Owned, isTimed: boolean) {
  return (_m: Borrowed, mask: Borrowed, timeout: Borrowed): Owned => {
    const signals = calls.read(mask);
    const time = signals === null || !isTimed ? null : durationOf(timeout);
    if (signals === null || (isTimed && time === null)) return 0;
    if (time !== null && time.seconds < 0) return raise(PyExc_ValueError, "timeout must be non-negative");
    const signal = waitFor(signals, time);
    return signal < 0 ? 0 : signal === 0 ? Py_None : answer(signal);
  };
}

/** Until a signal came and was handled. */
function pause(): Owned {
  const answer = host().sleep(FOREVER_SECONDS, 0);
  return answer === -ERRNO.EINTR && PyErr_CheckSignals() < 0 ? 0 : Py_None;
}

export function waitingFunctions(calls: SignalCalls): readonly MethodRow[] {
  return [
    ["pthread_sigmask", "(how: int, mask, /)", masking(calls)],
    ["sigpending", "()", () => setOf(isPending)],
    ["sigwait", "(sigset, /)", waiting(calls, PyLong_FromNumber, false)],
    ["sigwaitinfo", "(sigset, /)", waiting(calls, siginfo, false)],
    ["sigtimedwait", "(sigset, timeout, /)", waiting(calls, siginfo, true)],
    ["pause", "()", pause],
  ];
}

/** 0, or -1 with an error set. */
export function addSiginfo(dict: Borrowed): number {
  if (makeStructSequence(structSiginfo) === 0) return -1;
  return setStolen(dict, "struct_siginfo", newRef(typeIn(structSiginfo)));
}
