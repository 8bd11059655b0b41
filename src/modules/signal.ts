// _signal: handlers of signals, as far as one thread and a host that hands over only interrupts go.
//
// The handlers are a table in memory, a word a signal: null while the program has not chosen one. A signal that the host
// hands over waits in interpreter/signals.ts for a safe point; one that the program raises is handled at once.
// Invariant: a word of the table is null or owned.

import { InternalError } from "../base/assert.ts";
import { ERRNO } from "../host/errno.ts";
import { host, O } from "../host/host.ts";
import { setSignalHandler } from "../interpreter/pending.ts";
import { takeSignals, tripSignals } from "../interpreter/signals.ts";
import { reserveStatic } from "../memory/data.ts";
import { type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyObject_CallTwoArgs } from "../objects/call.ts";
import { PyNumber_Index } from "../objects/convert.ts";
import { declareModule } from "../objects/declare.ts";
import { PyErr_NoMemory, raise, raiseNone } from "../objects/errors.ts";
import { frameObject } from "../objects/frame_object.ts";
import { PyList_GET_ITEM } from "../objects/list_core.ts";
import { PySequence_List } from "../objects/list_extend.ts";
import { compactValue, isCompact, longToNumber, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, newRef, replaceSlot, sizeOf, typeOf } from "../objects/object.ts";
import { PySet_Add } from "../objects/set_core.ts";
import { PySet_New } from "../objects/set_operations.ts";
import {
  Py_None,
  PyExc_KeyboardInterrupt,
  PyExc_OSError,
  PyExc_TypeError,
  PyExc_ValueError,
  PyLong_Type,
} from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { PyErr_CheckSignals } from "./check_signals.ts";
import { raiseErrno } from "./host_path.ts";
import { importedModules, moduleDict, PyErr_NewException, setStolen } from "./make_module.ts";
import { dictItem } from "./names.ts";
import { addNumbers } from "./number_table.ts";
import { isBlocked, setPending } from "./signal_mask.ts";
import { TIMER_CONSTANTS, timerFunctions } from "./signal_timers.ts";
import { addSiginfo, MASK_CONSTANTS, waitingFunctions } from "./signal_waiting.ts";
import { frameAt } from "./sys.ts";
import { MAIN_THREAD_IDENT } from "./thread_locks.ts";

const SIG_DFL = 0;
const SIG_IGN = 1;
const NSIG = 65;
const SIGRTMIN = 34;

/** Linux's, in the order of their numbers; a second name for one follows it. */
const NUMBERS = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGTRAP: 5,
  SIGIOT: 6,
  SIGABRT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGSEGV: 11,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGSTKFLT: 16,
  SIGCLD: 17,
  SIGCHLD: 17,
  SIGCONT: 18,
  SIGSTOP: 19,
  SIGTSTP: 20,
  SIGTTIN: 21,
  SIGTTOU: 22,
  SIGURG: 23,
  SIGXCPU: 24,
  SIGXFSZ: 25,
  SIGVTALRM: 26,
  SIGPROF: 27,
  SIGWINCH: 28,
  SIGIO: 29,
  SIGPOLL: 29,
  SIGPWR: 30,
  SIGSYS: 31,
  SIGRTMIN,
  SIGRTMAX: NSIG - 1,
} as const;
const { SIGINT, SIGKILL, SIGSTOP } = NUMBERS;

/** What strsignal says, by number from 1. */
const DESCRIPTIONS =
  "Hangup|Interrupt|Quit|Illegal instruction|Trace/breakpoint trap|Aborted|Bus error|Floating point exception|Killed|User defined signal 1|Segmentation fault|User defined signal 2|Broken pipe|Alarm clock|Terminated|Stack fault|Child exited|Continued|Stopped (signal)|Stopped|Stopped (tty input)|Stopped (tty output)|Urgent I/O condition|CPU time limit exceeded|File size limit exceeded|Virtual timer expired|Profiling timer expired|Window changed|I/O possible|Power failure|Bad system call";

/** Ignored by a Python process from its start. */
const IGNORED_AT_START: readonly number[] = [NUMBERS.SIGPIPE, NUMBERS.SIGXFSZ];
/** Those whose default action is none (for SIGCONT: to go on). */
const HARMLESS: readonly number[] = [NUMBERS.SIGCHLD, NUMBERS.SIGCONT, NUMBERS.SIGURG, NUMBERS.SIGWINCH];

const HANDLERS = reserveStatic(NSIG * 8);

const slotOf = (signal: number): number => HANDLERS + signal * 8;
/** The C library keeps some for itself: no program can handle them. */
const isReserved = (signal: number): boolean => signal > NUMBERS.SIGSYS && signal < SIGRTMIN;
const isSmallInt = (o: Borrowed, value: number): boolean =>
  typeOf(o) === PyLong_Type && isCompact(o) && compactValue(o) === value;

/** Raises ValueError and answers false for what is no signal number. */
function checkNumber(signal: number): boolean {
  if (signal >= 1 && signal < NSIG) return true;
  raise(PyExc_ValueError, "signal number out of range");
  return false;
}

/** The signals of an iterable of numbers, as _Py_Sigset_Converter reads them; null with an error set. */
export function signalSet(iterable: Borrowed): Set<number> | null {
  const list = PySequence_List(iterable);
  if (list === 0) return null;
  const signals = new Set<number>();
  let isRight = true;
  for (let i = 0; isRight && i < sizeOf(list); i++) {
    const index = PyNumber_Index(PyList_GET_ITEM(list, i));
    const signal = index === 0 ? 0 : longToNumber(index);
    if (index !== 0) decref(index);
    isRight = signal >= 1 && signal < NSIG;
    if (isRight) signals.add(signal);
    else if (index !== 0) raise(PyExc_ValueError, `signal number ${signal} out of range [1; ${NSIG - 1}]`);
  }
  decref(list);
  return isRight ? signals : null;
}

/** The action for a signal: what the program set, or what holds from the start. Owned. */
function handlerOf(signal: number): Owned {
  const chosen = ptr(slotOf(signal));
  if (chosen !== 0) return newRef(chosen);
  if (isReserved(signal)) return newRef(Py_None);
  return PyLong_FromNumber(IGNORED_AT_START.includes(signal) ? SIG_IGN : SIG_DFL);
}

function getsignal(_module: Borrowed, signal: number): Owned {
  return checkNumber(signal) ? handlerOf(signal) : 0;
}

function signal(_module: Borrowed, number: number, handler: Borrowed): Owned {
  const isAction = isSmallInt(handler, SIG_DFL) || isSmallInt(handler, SIG_IGN);
  if (!isAction && ptr(typeOf(handler) + PyTypeObject.tp_call) === 0) {
    return raise(PyExc_TypeError, "signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
  }
  if (!checkNumber(number)) return 0;
  // Those that came are for the handler that is still in place.
  if (PyErr_CheckSignals() < 0) return 0;
  if (number === SIGKILL || number === SIGSTOP || isReserved(number)) return raiseErrno(ERRNO.EINVAL);
  const previous = handlerOf(number);
  replaceSlot(slotOf(number), newRef(handler));
  return previous;
}

/** The descriptor that set_wakeup_fd() chose, one more; 0: none. */
const WAKEUP = reserveStatic(8);

/** Tells a program's event loop, which reads the descriptor, of a signal. */
function writeWakeup(signal: number): void {
  if (ptr(WAKEUP) !== 0) host().write(ptr(WAKEUP) - 1, Uint8Array.of(signal));
}

function set_wakeup_fd(_module: Borrowed, fd: number, _warns: number): Owned {
  if (fd !== -1) {
    const flags = host().statusFlags(fd);
    if (flags < 0) return raiseErrno(-flags);
    if ((flags & O.NONBLOCK) === 0) return raise(PyExc_ValueError, `the fd ${fd} must be in non-blocking mode`);
  }
  const before = ptr(WAKEUP) - 1;
  setPtr(WAKEUP, Math.max(fd, -1) + 1);
  return PyLong_FromNumber(before);
}

let dieOfInterrupt = (): never => {
  throw new InternalError("no machine has said how it ends");
};
/** The machine says how the default action for SIGINT ends it. */
export function setDieOfInterrupt(die: () => never): void {
  dieOfInterrupt = die;
}

/** _PySignal_Fini: the program handles no signals any more. */
export function endSignals(): void {
  const dfl = PyLong_FromNumber(SIG_DFL);
  for (let signal = 1; signal < NSIG; signal++) {
    const handler = ptr(slotOf(signal));
    if (handler !== 0 && !isSmallInt(handler, SIG_IGN)) replaceSlot(slotOf(signal), newRef(dfl));
  }
  decref(dfl);
}

/** Calls a signal's handler, or holds the signal back where it is blocked. 0, or -1 with its error set. May nest. */
function callHandler(signal: number): number {
  if (isBlocked(signal)) {
    setPending(signal, true);
    return 0;
  }
  const handler = handlerOf(signal);
  if (isSmallInt(handler, SIG_IGN)) return 0;
  if (isSmallInt(handler, SIG_DFL)) {
    if (HARMLESS.includes(signal)) return 0;
    if (signal === SIGINT) return ptr(slotOf(SIGINT)) === 0 ? raiseInterrupt() : dieOfInterrupt();
    const answer = host().kill(host().fact("pid"), signal);
    return answer < 0 ? raiseErrno(-answer) - 1 : 0;
  }
  writeWakeup(signal);
  const frame = frameAt(0);
  const number = PyLong_FromNumber(signal);
  const result = PyObject_CallTwoArgs(handler, number, frame === 0 ? Py_None : frameObject(frame) || Py_None);
  decref(number);
  decref(handler);
  if (result === 0) return -1;
  decref(result);
  return 0;
}

/** PyErr_SetInterruptEx: the signal comes at the next safe point, if the program handles it. */
export function interrupt(signal: number): boolean {
  if (signal < 1 || signal >= NSIG) return false;
  const handler = handlerOf(signal);
  const isHandled = !isSmallInt(handler, SIG_DFL) && !isSmallInt(handler, SIG_IGN);
  decref(handler);
  if (isHandled && signal < WORD_BITS) tripSignals(1 << signal);
  return true;
}
const WORD_BITS = 32;

function raiseInterrupt(): -1 {
  raiseNone(PyExc_KeyboardInterrupt);
  return -1;
}

/** A signal that the program sends to its own process: handled at once. 0, or -1 with the handler's error set. */
export function sendToSelf(signal: number): number {
  if (!isReserved(signal)) return callHandler(signal);
  raiseErrno(ERRNO.EINVAL);
  return -1;
}

function raise_signal(_module: Borrowed, signal: number): Owned {
  if (signal < 0 || signal >= NSIG || isReserved(signal)) return raiseErrno(ERRNO.EINVAL);
  return signal === 0 || callHandler(signal) === 0 ? Py_None : 0;
}

/** Threads are told apart by their numbers; there is one. */
function pthread_kill(_module: Borrowed, thread: Borrowed, signal: number): Owned {
  if (signal < 0 || signal >= NSIG || isReserved(signal)) return raiseErrno(ERRNO.EINVAL);
  if (longToNumber(thread) !== MAIN_THREAD_IDENT) return raiseErrno(ERRNO.ESRCH);
  return signal === 0 || callHandler(signal) === 0 ? Py_None : 0;
}

/** Host calls that a signal interrupts are made again, whatever is asked for here. */
function siginterrupt(_module: Borrowed, signal: number): Owned {
  if (!checkNumber(signal)) return 0;
  return signal === SIGKILL || signal === SIGSTOP || isReserved(signal) ? raiseErrno(ERRNO.EINVAL) : Py_None;
}

function raiseItimer(errno: number): 0 {
  const type = dictItem(moduleDict(dictItem(importedModules(), "_signal")), "ItimerError");
  return raiseErrno(errno, 0, 0, type === 0 ? undefined : type);
}

function strsignal(_module: Borrowed, signal: number): Owned {
  if (!checkNumber(signal)) return 0;
  if (isReserved(signal)) return Py_None;
  if (signal >= SIGRTMIN) return PyUnicode_FromString(`Real-time signal ${signal - SIGRTMIN}`);
  return PyUnicode_FromString(DESCRIPTIONS.split("|")[signal - 1] as string);
}

function valid_signals(): Owned {
  const set = PySet_New(0);
  if (set === 0) return PyErr_NoMemory();
  for (let signal = 1; signal < NSIG; signal++) {
    if (isReserved(signal)) continue;
    const number = PyLong_FromNumber(signal);
    const status = PySet_Add(set, number);
    decref(number);
    if (status < 0) {
      decref(set);
      return 0;
    }
  }
  return set;
}

// At a safe point: the lowest number first; when a handler fails, the others go on waiting.
setSignalHandler(() => {
  const signals = takeSignals();
  for (let signal = 1; signals >> signal !== 0; signal++) {
    if ((signals & (1 << signal)) === 0 || callHandler(signal) === 0) continue;
    tripSignals((signals >> (signal + 1)) << (signal + 1));
    return -1;
  }
  return 0;
});

declareModule({
  name: "_signal",
  functions: [
    ["default_int_handler", "(signalnum: int, frame, /)", (): number => raiseNone(PyExc_KeyboardInterrupt)],
    ["signal", "(signalnum: int, handler, /)", signal],
    ["raise_signal", "(signalnum: int, /)", raise_signal],
    ["strsignal", "(signalnum: int, /)", strsignal],
    ["getsignal", "(signalnum: int, /)", getsignal],
    ["valid_signals", "()", valid_signals],
    ["set_wakeup_fd", "(fd: int, /, *, warn_on_full_buffer: bool = True)", set_wakeup_fd],
    ["pthread_kill", "(thread_id, signalnum: int, /)", pthread_kill],
    ["siginterrupt", "(signalnum: int, flag: bool, /)", siginterrupt],
    ...waitingFunctions({ read: signalSet, handle: callHandler }),
    ...timerFunctions(raiseItimer),
  ],
  exec: (_module, dict) => {
    const constants = { NSIG, ...NUMBERS, SIG_DFL, SIG_IGN };
    for (const [name, value] of Object.entries(constants)) {
      if (setStolen(dict, name, PyLong_FromNumber(value)) < 0) return -1;
    }
    if (addNumbers(dict, MASK_CONSTANTS) < 0 || addNumbers(dict, TIMER_CONSTANTS) < 0 || addSiginfo(dict) < 0)
      return -1;
    if (setStolen(dict, "ItimerError", PyErr_NewException("signal.itimer_error", PyExc_OSError)) < 0) return -1;
    if (ptr(slotOf(SIGINT)) === 0) setPtr(slotOf(SIGINT), newRef(dictItem(dict, "default_int_handler")));
    return 0;
  },
});
