// Printing exceptions that nobody caught. As CPython 3.13's pythonrun.c the library's module traceback does it; when that
// cannot be imported or fails, a plain form is printed here: entries with their source lines, causes, notes.

import { type Borrowed, i32, type Owned, ptr, u8 } from "../memory/memory.ts";
import { PyCodeObject, PyTracebackObject } from "../memory/structs/code.ts";
import { PyBaseExceptionObject } from "../memory/structs/exceptions.ts";
import { PyObject_GetAttr, PyObject_Repr, PyObject_Str } from "../objects/abstract.ts";
import { PyObject_CallNoArgs, PyObject_CallOneArg, PyObject_CallThreeArgs } from "../objects/call.ts";
import { currentPythonFrame } from "../objects/current_globals.ts";
import {
  PyErr_Clear,
  PyErr_GetRaisedException,
  PyErr_GivenExceptionMatches,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
} from "../objects/errors.ts";
import { lineOf } from "../objects/frame_object.ts";
import { identifier } from "../objects/identifiers.ts";
import { decref, isException, newRef, replaceSlot, typeOf, xdecref } from "../objects/object.ts";
import { setWriteUnraisable } from "../objects/slot_functions.ts";
import { addStructSequenceNames, declareBuiltinStructSequence, newStructSequence } from "../objects/structseq.ts";
import { PyTraceBack_Here } from "../objects/traceback.ts";
import { typeModuleText, typeQualname } from "../objects/type_names.ts";
import { Py_None, PyExc_SystemExit, PyExc_TypeError, PyTraceBack_Type } from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { sourceLine } from "./compile_source.ts";
import { importAttribute } from "./import.ts";
import { dumpLost, PySys_WriteStderr, writeTo } from "./last_resort.ts";
import { attribute } from "./names.ts";
import { PySys_GetAttr } from "./sysdict.ts";

const id_flush = identifier("flush");
const id_code = identifier("f_code");

const CAUSE = "\nThe above exception was the direct cause of the following exception:\n\n";
const CONTEXT = "\nDuring handling of the above exception, another exception occurred:\n\n";

/** Whether what was last written to sys.stderr arrived; nothing more is written once it did not, and the error stays set. */
let isWritable = true;

function write(text: string): void {
  const file = PySys_GetAttr("stderr");
  if (file === 0 || file === Py_None || !isWritable) return;
  isWritable = writeTo(file, text);
}

/** False with an error set. */
function flush(): boolean {
  const file = PySys_GetAttr("stderr");
  if (file === 0 || file === Py_None) return true;
  const method = PyObject_GetAttr(file, id_flush);
  const result = method === 0 ? 0 : PyObject_CallNoArgs(method);
  xdecref(method);
  xdecref(result);
  return result !== 0;
}

/** str(o), or what stands for it when that fails. */
function shownText(shown: Owned, otherwise: string): string {
  if (shown === 0) {
    PyErr_Clear();
    return otherwise;
  }
  const text = textOf(shown);
  decref(shown);
  return text;
}

/** Entries that are told before equal ones behind them are only counted. */
const REPEATED_ENTRIES = 3;

/** Entries of a traceback, oldest first, without the marks that the library's traceback puts under a line. */
function writeTraceback(traceback: Borrowed): void {
  if (traceback === 0 || traceback === Py_None || typeOf(traceback) !== PyTraceBack_Type) return;
  write("Traceback (most recent call last):\n");
  let last = "";
  let equalCount = 0;
  const tellRest = (): void => {
    const more = equalCount - REPEATED_ENTRIES;
    if (more > 0) write(`  [Previous line repeated ${more} more time${more > 1 ? "s" : ""}]\n`);
  };
  for (let entry = traceback; entry !== 0 && isWritable; entry = ptr(entry + PyTracebackObject.tb_next)) {
    const code = PyObject_GetAttr(ptr(entry + PyTracebackObject.tb_frame), id_code);
    if (code === 0) {
      PyErr_Clear();
      continue;
    }
    let line = i32(entry + PyTracebackObject.tb_lineno);
    if (line < 0) line = lineOf(code, i32(entry + PyTracebackObject.tb_lasti));
    const filename = textOf(ptr(code + PyCodeObject.co_filename));
    const name = textOf(ptr(code + PyCodeObject.co_name));
    decref(code);
    const place = `  File "${filename}", line ${line}, in ${name}\n`;
    if (place !== last) {
      tellRest();
      last = place;
      equalCount = 0;
    }
    if (++equalCount > REPEATED_ENTRIES) continue;
    const source = (sourceLine(filename, line) ?? "").trim();
    write(source === "" ? place : `${place}    ${source}\n`);
  }
  tellRest();
}

function typeText(exception: Borrowed): string {
  const type = typeOf(exception);
  const module = typeModuleText(type);
  const name = typeQualname(type);
  return module === "builtins" || module === "__main__" || module === "" ? name : `${module}.${name}`;
}

function textOfException(exception: Borrowed): string {
  return shownText(PyObject_Str(exception), "<exception str() failed>");
}

/** "TypeError: message" */
function lastLine(exception: Borrowed): string {
  const text = textOfException(exception);
  return text === "" ? typeText(exception) : `${typeText(exception)}: ${text}`;
}

function writeChain(exception: Borrowed, seen: Set<number>): void {
  seen.add(exception);
  const cause = ptr(exception + PyBaseExceptionObject.cause);
  const context = ptr(exception + PyBaseExceptionObject.context);
  const isHidden = u8(exception + PyBaseExceptionObject.suppress_context) !== 0;
  if (cause !== 0 && cause !== Py_None && !seen.has(cause)) {
    writeChain(cause, seen);
    write(CAUSE);
  } else if (context !== 0 && context !== Py_None && !isHidden && !seen.has(context)) {
    writeChain(context, seen);
    write(CONTEXT);
  }
  if (isWritable) writeTraceback(ptr(exception + PyBaseExceptionObject.traceback));
  if (isWritable) write(`${lastLine(exception)}\n`);
}

let beforePrinting: () => void = () => {};
/** The machine gives the library the lines of a program that is in no file, before it prints. */
export function setBeforePrinting(prepare: () => void): void {
  beforePrinting = prepare;
}

/** _PyErr_Display: prints an exception to sys.stderr. Leaves no error set. */
export function printException(exception: Borrowed, traceback: Borrowed): void {
  const file = PySys_GetAttr("stderr");
  if (file === 0) dumpLost(exception);
  if (file === 0 || file === Py_None) return;
  isWritable = true;
  if (!isException(exception)) {
    write(
      exception === Py_None
        ? "NoneType: None\n"
        : `TypeError: print_exception(): Exception expected for value, ${typeText(exception)} found\n`,
    );
    PyErr_Clear();
    return;
  }
  const slot = exception + PyBaseExceptionObject.traceback;
  if (traceback !== 0 && typeOf(traceback) === PyTraceBack_Type && ptr(slot) === 0)
    replaceSlot(slot, newRef(traceback));
  beforePrinting();
  const print = importAttribute("traceback", "_print_exception_bltin");
  const result = print === 0 ? 0 : PyObject_CallOneArg(print, exception);
  xdecref(print);
  if (result === 0) {
    PyErr_Clear();
    writeChain(exception, new Set());
    PyErr_Clear();
    if (!isWritable) dumpLost(exception);
  } else decref(result);
  if (!flush()) PyErr_Clear();
}

/**
 * PyErr_Print without the exit: hands the pending error to sys.excepthook and clears it. SystemExit is the caller's, also
 * one that the hook raised: then that is pending.
 */
export function printPendingError(): void {
  const exception = PyErr_GetRaisedException();
  if (exception === 0) return;
  const hook = PySys_GetAttr("excepthook");
  if (hook === 0) {
    PySys_WriteStderr("sys.excepthook is missing\n");
    printException(exception, 0);
  } else {
    const result = callHook(hook, exception);
    if (result === 0) {
      const second = PyErr_GetRaisedException();
      // A hook may end the program: that is the caller's, too.
      if (second !== 0 && PyErr_GivenExceptionMatches(second, PyExc_SystemExit)) {
        decref(exception);
        PyErr_SetRaisedException(second);
        return;
      }
      PySys_WriteStderr("Error in sys.excepthook:\n");
      if (second !== 0) {
        printException(second, 0);
        decref(second);
      }
      PySys_WriteStderr("\nOriginal exception was:\n");
      printException(exception, 0);
    } else decref(result);
  }
  decref(exception);
  PyErr_Clear();
}

function callHook(hook: Borrowed, exception: Borrowed): Owned {
  const traceback = ptr(exception + PyBaseExceptionObject.traceback);
  return PyObject_CallThreeArgs(hook, typeOf(exception), exception, traceback === 0 ? Py_None : traceback);
}

// -- errors that nothing can receive --------------------------------------------------------------------------------------

const unraisableArgs = declareBuiltinStructSequence({
  name: "UnraisableHookArgs",
  fields: ["exc_type", "exc_value", "exc_traceback", "err_msg", "object"],
});

/** PyErr_WriteUnraisable: hands the pending error to sys.unraisablehook. What that raises is told in its place. */
function writeUnraisable(o: Borrowed, message: string | null): void {
  showWhere();
  const args = makeUnraisableArgs(o, message);
  if (args === 0) return;
  const hook = PySys_GetAttr("unraisablehook");
  const result = hook === 0 || hook === Py_None ? 0 : PyObject_CallOneArg(hook, args);
  if (result !== 0) decref(result);
  else if (PyErr_Occurred() === 0) writeUnraisableQuietly(args);
  else {
    const ofHook = makeUnraisableArgs(hook, "Exception ignored in sys.unraisablehook");
    if (ofHook !== 0) {
      writeUnraisableQuietly(ofHook);
      decref(ofHook);
    }
  }
  decref(args);
}

/** What was raised outside any frame shows where the program is. */
function showWhere(): void {
  const frame = currentPythonFrame();
  const exception = PyErr_GetRaisedException();
  if (exception === 0) return;
  const hasTraceback = ptr(exception + PyBaseExceptionObject.traceback) !== 0;
  PyErr_SetRaisedException(exception);
  if (!hasTraceback && frame !== 0) PyTraceBack_Here(frame);
}

/** UnraisableHookArgs of the pending error, which it takes; 0 without one, and where memory is exhausted. */
function makeUnraisableArgs(o: Borrowed, message: string | null): Owned {
  const exception = PyErr_GetRaisedException();
  if (exception === 0) return 0;
  const traceback = ptr(exception + PyBaseExceptionObject.traceback);
  const args = newStructSequence(unraisableArgs, [
    newRef(typeOf(exception)),
    exception,
    newRef(traceback === 0 ? Py_None : traceback),
    message === null ? Py_None : PyUnicode_FromString(message),
    newRef(o === 0 ? Py_None : o),
  ]);
  if (args === 0) PyErr_Clear();
  return args;
}
setWriteUnraisable(writeUnraisable);

/** sys.unraisablehook: None, or 0 with TypeError set. */
export function unraisableHook(args: Borrowed): Owned {
  if (typeOf(args) !== unraisableArgs) {
    return raise(PyExc_TypeError, "sys.unraisablehook argument type must be UnraisableHookArgs");
  }
  return writeUnraisableArgs(args) ? Py_None : 0;
}

function writeUnraisableQuietly(args: Borrowed): void {
  if (!writeUnraisableArgs(args)) PyErr_Clear();
}

/** What the default sys.unraisablehook prints. False with an error set when sys.stderr does not take it. */
function writeUnraisableArgs(args: Borrowed): boolean {
  isWritable = true;
  const field = (name: string): Borrowed => {
    const value = attribute(args, name);
    if (value === 0) {
      PyErr_Clear();
      return Py_None;
    }
    decref(value);
    return value;
  };
  const message = field("err_msg");
  const o = field("object");
  const exception = field("exc_value");
  if (o !== Py_None) {
    const what =
      message === Py_None ? "Exception ignored in" : shownText(PyObject_Str(message), "Exception ignored in");
    write(`${what}: ${shownText(PyObject_Repr(o), "<object repr() failed>")}\n`);
  } else if (message !== Py_None) write(`${shownText(PyObject_Str(message), "")}:\n`);
  const traceback = isWritable ? field("exc_traceback") : Py_None;
  if (traceback !== Py_None) writeTraceback(traceback);
  // Unlike elsewhere the colon stands before an empty text too.
  if (isWritable && exception !== Py_None) write(`${typeText(exception)}: ${textOfException(exception)}\n`);
  return isWritable && flush();
}

/** Completes the types of this file once they are ready. */
export function initializeTracebackPrint(): number {
  return addStructSequenceNames(unraisableArgs);
}
