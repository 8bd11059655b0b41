// How a run ends: the step of the native frame below the program, called with the program's result. It does what
// Py_RunMain() and Py_FinalizeEx() do, in their order: report an error, threading's and atexit's functions, flush the
// streams, take the modules apart (end_modules.ts).
// Invariant: how the run ended is in memory (state and status), so a replay ends as the recording did.

import { InternalError } from "../base/assert.ts";
import { collect, REASON_MANUAL } from "../gc/collect.ts";
import { GC } from "../gc/link.ts";
import { importedModules } from "../interpreter/imports.ts";
import { INTERPRETER, RUNTIME, reserveStatic, THREAD } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, setI32, setPtr } from "../memory/memory.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { _gc_runtime_state, _PyRuntimeState, PyInterpreterState } from "../memory/structs/runtime.ts";
import { text } from "../memory/text.ts";
import { callExitFunctions } from "../modules/atexit.ts";
import { PySys_WriteStderr, writeLastResort, writeQuietly } from "../modules/last_resort.ts";
import { setStolen } from "../modules/make_module.ts";
import { setEndAtOnce } from "../modules/posix_processes.ts";
import { endSignals, setDieOfInterrupt } from "../modules/signal.ts";
import { sysDict } from "../modules/sysdict.ts";
import { printPendingError } from "../modules/traceback_print.ts";
import { PyObject_GetOptionalAttr, PyObject_Str } from "../objects/abstract.ts";
import { PyObject_CallMethod } from "../objects/call_method.ts";
import { configured, setConfigured } from "../objects/config.ts";
import { PyDict_GetItemWithError } from "../objects/dict_core.ts";
import {
  PyErr_Clear,
  PyErr_GetRaisedException,
  PyErr_GivenExceptionMatches,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
  typeNameOf,
} from "../objects/errors.ts";
import { finishNative, PUSHED, pushNative, resumeNative } from "../objects/frames.ts";
import { identifier } from "../objects/identifiers.ts";
import { compactValue, isCompact } from "../objects/long_core.ts";
import { longToBigInt } from "../objects/long_digits.ts";
import { decref, isInt, isUnicode, newRef, typeOf } from "../objects/object.ts";
import { PyErr_FormatUnraisable } from "../objects/slot_functions.ts";
import { Py_None, PyExc_KeyboardInterrupt, PyExc_OverflowError, PyExc_SystemExit } from "../objects/types.ts";
import { textOf } from "../objects/unicode_core.ts";
import { isVariableSet } from "./configure.ts";
import { finalizeModules } from "./end_modules.ts";
import { hasSession, isInteractive, pushInteractive } from "./interactive.ts";
import type { Ending } from "./program_start.ts";
import { releaseMain, takeFileNames } from "./running_main.ts";

/** The generation of a full collection. */
const OLDEST = 2;
const RUNNING = 1;
const EXITED = 2;
const INTERRUPTED = 3;
/** Exited, or died of an interrupt, in the middle of an instruction. */
const BROKEN_OFF = 4;
const DIED = 5;
/** The program's own code is over. */
const ENDING = 6;
const STATE = reserveStatic(8);
const STATUS = reserveStatic(8);

/** CPython's: the streams could not be flushed. */
const FLUSH_FAILED = 120;

const id_code = identifier("code");
const id_flush = identifier("flush");
const id_closed = identifier("closed");
const id_threading = identifier("threading");
const id_shutdown = identifier("_shutdown");
const id_traceback = identifier("__traceback__");
const id_stderr = identifier("stderr");
const id_stdout = identifier("stdout");

/** The run's end, or null while it goes on. */
export function ending(): Ending | null {
  const state = i32(STATE);
  if (state === EXITED || state === BROKEN_OFF) return { type: "exited", status: i32(STATUS) };
  return state === INTERRUPTED || state === DIED ? { type: "interrupted" } : null;
}

/** Whether the program ended itself in the middle of an instruction: what that held it still holds. */
export function isBrokenOff(): boolean {
  return i32(STATE) === BROKEN_OFF || i32(STATE) === DIED;
}

/** Whether a program was started in this memory. */
export function isStarted(): boolean {
  return i32(STATE) !== 0;
}

let onProgramEnd: () => void = () => {};
/** Called when the program's own code is over, before anything is taken apart: for who looks at the memory then. */
export function setOnProgramEnd(look: () => void): void {
  onProgramEnd = look;
}

function tellOfEnd(): void {
  if (i32(STATE) === RUNNING) onProgramEnd();
}

function sysAttribute(name: Borrowed): Borrowed {
  return sysDict() === 0 ? 0 : PyDict_GetItemWithError(sysDict(), name);
}

/** Calls object.name() if both are there; an error is dropped and answered with false. */
function callQuietly(o: Borrowed, name: Borrowed): boolean {
  const result = PyObject_CallMethod(o, name);
  if (result !== 0) {
    decref(result);
    return true;
  }
  PyErr_Clear();
  return false;
}

/** PyErr_Print: gives the exception to sys.excepthook. Takes it; the exit status that a hook has chosen, or null. */
function report(exception: Owned): number | null {
  if (sysDict() === 0) {
    const shown = PyObject_Str(exception);
    writeLastResort(`${typeNameOf(exception)}: ${shown === 0 ? "?" : textOf(shown)}\n`);
    if (shown !== 0) decref(shown);
    PyErr_Clear();
    decref(exception);
    return null;
  }
  const traceback = PyObject_GetOptionalAttr(exception, id_traceback);
  setStolen(sysDict(), "last_exc", newRef(exception));
  setStolen(sysDict(), "last_type", newRef(typeOf(exception)));
  setStolen(sysDict(), "last_value", newRef(exception));
  setStolen(sysDict(), "last_traceback", traceback === 0 ? Py_None : traceback);
  PyErr_SetRaisedException(exception);
  printPendingError();
  const chosen = PyErr_GetRaisedException();
  return chosen === 0 ? null : exitStatus(chosen);
}

/** The exit status that a SystemExit asks for; what is no number is printed. Takes the exception. */
function exitStatus(exception: Owned): number {
  const code = PyObject_GetOptionalAttr(exception, id_code);
  let status = 0;
  if (code === 0) PyErr_Clear();
  else if (code !== Py_None) {
    // As C's exit(): the low byte counts.
    if (isInt(code)) status = isCompact(code) ? compactValue(code) & 0xff : lowByte(code);
    else {
      const shown = PyObject_Str(code);
      if (shown !== 0) {
        const message = isUnicode(shown) ? textOf(shown) : "";
        if (!writeQuietly(message)) writeLastResort(message);
        decref(shown);
        PySys_WriteStderr("\n");
      } else {
        // It stays set, as what no int of C's holds.
        const failure = PyErr_GetRaisedException();
        PySys_WriteStderr("\n");
        PyErr_SetRaisedException(failure);
      }
      status = 1;
    }
  }
  if (code !== 0) decref(code);
  decref(exception);
  return status;
}

/** The low byte of an int. When C's long cannot hold it, of -1, and that error stays set. */
function lowByte(code: Borrowed): number {
  const value = longToBigInt(code);
  if (BigInt.asIntN(64, value) === value) return Number(BigInt.asUintN(8, value));
  raise(PyExc_OverflowError, "Python int too large to convert to C long");
  return 0xff;
}

/** False when the stream could not be flushed; that is told for standard output, unless silently. */
function flushStream(name: Borrowed, silently = false): boolean {
  const stream = sysAttribute(name);
  if (stream === 0 || stream === Py_None) return true;
  const closed = PyObject_GetOptionalAttr(stream, id_closed);
  if (closed !== 0) {
    const isClosed = isInt(closed) && compactValue(closed) !== 0;
    decref(closed);
    if (isClosed) return true;
  } else PyErr_Clear();
  const result = PyObject_CallMethod(stream, id_flush);
  if (result !== 0) {
    decref(result);
    return true;
  }
  if (name === id_stdout && !silently) PyErr_FormatUnraisable("Exception ignored on flushing sys.stdout");
  else PyErr_Clear();
  return false;
}

/** -i, or what the program itself has put into its environment since. */
function isInspected(): boolean {
  if (configured(PyConfig.inspect) !== 0) return true;
  return !hasSession() && configured(PyConfig.use_environment) !== 0 && isVariableSet("PYTHONINSPECT");
}

/** What a program ended with: its exception, Owned, or 0. Takes its value. */
function exceptionOf(result: Owned): Owned {
  if (result !== 0) {
    decref(result);
    return 0;
  }
  if (PyErr_Occurred() === 0) throw new InternalError("a program failed without an error");
  return PyErr_GetRaisedException();
}

/** The main program is over: its value, or 0 with its error set. Also a session that followed it. */
function programEnded(frame: Address, result: Owned): Owned {
  tellOfEnd();
  setI32(STATE, ENDING);
  let exception = exceptionOf(result);
  releaseMain();
  if (isInspected() && isInteractive()) {
    // What is typed follows the program, whose error is told before, a SystemExit, too.
    if (exception !== 0) report(exception);
    takeFileNames();
    setConfigured(PyConfig.inspect, 0);
    const typed = pushInteractive(null);
    if (typed === PUSHED) {
      setI32(STATE, RUNNING);
      return PUSHED;
    }
    exception = exceptionOf(typed);
  }
  let status = 0;
  let isInterrupted = false;
  const isExit = exception !== 0 && PyErr_GivenExceptionMatches(exception, PyExc_SystemExit);
  if (exception !== 0) {
    if (isExit) status = exitStatus(exception);
    else {
      isInterrupted = PyErr_GivenExceptionMatches(exception, PyExc_KeyboardInterrupt);
      const chosen = report(exception);
      // A hook that exits ends an interrupted program as it says.
      if (chosen !== null) isInterrupted = false;
      status = chosen ?? 1;
    }
  }
  takeFileNames(!isExit);
  const threading = PyDict_GetItemWithError(importedModules(), id_threading);
  // An exit status that is no int of C's, or a text that fails, is told by who next asks for an error, as in CPython.
  if (threading === 0 && PyErr_Occurred() !== 0) PyErr_FormatUnraisable("Exception ignored on threading shutdown");
  PyErr_Clear();
  if (threading !== 0) callQuietly(threading, id_shutdown);
  callExitFunctions();
  setPtr(RUNTIME + _PyRuntimeState._finalizing, THREAD);
  setPtr(INTERPRETER + PyInterpreterState._finalizing, THREAD);
  const flushed = [flushStream(id_stdout), flushStream(id_stderr)];
  endSignals();
  // Cycles first, while the modules are whole, as Py_FinalizeEx does.
  if (i32(GC + _gc_runtime_state.enabled) !== 0) collect(OLDEST, REASON_MANUAL);
  finalizeModules();
  // What finalizers wrote.
  flushed.push(flushStream(id_stdout, true), flushStream(id_stderr));
  if (flushed.includes(false)) status = FLUSH_FAILED;
  setI32(STATUS, status);
  setI32(STATE, isInterrupted ? INTERRUPTED : EXITED);
  return finishNative(frame, newRef(Py_None));
}
const PROGRAM_ENDED = text("machine.program_ended", programEnded);

/** The program has ended itself in the middle of an instruction: nothing of it goes on. */
export class ProgramExited extends Error {
  override name = "ProgramExited";
}

// os._exit: no function is called and no stream is flushed.
setEndAtOnce((status) => {
  tellOfEnd();
  setI32(STATUS, status);
  setI32(STATE, BROKEN_OFF);
  throw new ProgramExited();
});

// SIG_DFL
setDieOfInterrupt(() => {
  tellOfEnd();
  setI32(STATE, DIED);
  throw new ProgramExited();
});

/** Pushes the frame that will stand below the program. */
export function pushEnding(): void {
  setI32(STATE, RUNNING);
  if (pushNative(PROGRAM_ENDED, 0) === 0) throw new InternalError("no memory to start a program");
}

/** Ends a program that pushed nothing: it could not begin, and the error is set, or it is over with a result. */
export function endAtOnce(frame: Address, result: Owned): void {
  resumeNative(frame, result);
}
