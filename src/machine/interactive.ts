// The interactive session: statement by statement from standard input, each compiled as a whole and run in __main__, as
// CPython's PyRun_InteractiveLoop() does.
// A native frame stands below all of it; its step is called with what a statement answered, and reads the next one.
//
//   word FLAGS    future statements so far, which stay in force
//
// Invariant: between statements all there is of the session is in memory: that frame, __main__, and the number of sources.
import { FUTURE_FLAG_MASK } from "../compiler/codegen/compiler.ts";
import { host } from "../host/host.ts";
import { readHostFile } from "../host/read_file.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, setSsize, ssize } from "../memory/memory.ts";
import { PyCodeObject } from "../memory/structs/code.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import { text } from "../memory/text.ts";
import { pushEvalCode } from "../modules/builtins/compile.ts";
import { compileToCode, isIncompleteSource, parseToTree, treeToCode } from "../modules/compile_source.ts";
import { encodeHostText, hostBytes } from "../modules/host_text.ts";
import { importAttribute } from "../modules/import.ts";
import { importedModules, moduleDict } from "../modules/make_module.ts";
import { dictItem } from "../modules/names.ts";
import { setSession } from "../modules/sys_settings.ts";
import { PySys_GetAttr } from "../modules/sysdict.ts";
import { printPendingError } from "../modules/traceback_print.ts";
import { VERSION_TEXT } from "../modules/version.ts";
import { PyObject_Str } from "../objects/abstract.ts";
import { PyObject_CallNoArgs, PyObject_CallThreeArgs } from "../objects/call.ts";
import { PyObject_CallMethod } from "../objects/call_method.ts";
import { configured, optimizationLevel } from "../objects/config.ts";
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
} from "../objects/errors.ts";
import { currentFrame, finishNative, PUSHED, settle } from "../objects/frames.ts";
import { identifier } from "../objects/identifiers.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "../objects/native_scratch.ts";
import { decref, isUnicode, xdecref } from "../objects/object.ts";
import { Py_None, PyExc_KeyboardInterrupt, PyExc_SystemExit } from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { setSys } from "./configure.ts";

const FLAGS = 0;
const WORDS = 1;
const STDERR = 2;
const STDIN_NAME = "<stdin>";
const SOURCE_COUNT = INTERPRETER + PyInterpreterState._interactive_src_count;
const WELCOME = 'Type "help", "copyright", "credits" or "license" for more information.\n';
const DEFAULT_PROMPTS = { ps1: ">>> ", ps2: "... " } as const;

const id_readline = identifier("readline");
const id_flush = identifier("flush");

/** C's standard error: what is written there goes by no stream of the program. */
function tell(message: string): void {
  host().write(STDERR, hostBytes(message));
}

function flushStreams(): void {
  for (const name of ["stderr", "stdout"]) {
    const stream = PySys_GetAttr(name);
    const result = stream === 0 || stream === Py_None ? 0 : PyObject_CallMethod(stream, id_flush);
    if (result === 0) PyErr_Clear();
    else decref(result);
  }
}

/** Prints the pending error. False for a SystemExit, which stays pending: it ends the session. */
function printError(): boolean {
  if (PyErr_ExceptionMatches(PyExc_SystemExit)) return false;
  printPendingError();
  flushStreams();
  // A hook may have asked for the end.
  return PyErr_Occurred() === 0;
}

/** sys.ps1 or sys.ps2 as text; an error of its str() is dropped. */
function promptText(name: keyof typeof DEFAULT_PROMPTS): string {
  const prompt = PySys_GetAttr(name);
  if (prompt === 0) return "";
  const shown = PyObject_Str(prompt);
  if (shown === 0) {
    PyErr_Clear();
    return "";
  }
  const result = textOf(shown);
  decref(shown);
  return result;
}

/** A line of standard input with its end; "" at its end, null with an error set. */
function readLine(prompt: string): Uint8Array | null {
  flushStreams();
  tell(prompt);
  const stream = PySys_GetAttr("__stdin__");
  if (stream === 0 || stream === Py_None) return new Uint8Array(0);
  const line = PyObject_CallMethod(stream, id_readline);
  if (line === 0) return null;
  const bytes = isUnicode(line) ? encodeHostText(line).slice() : new Uint8Array(0);
  decref(line);
  return bytes;
}

const NEWLINE = 0x0a;
const HASH = 0x23;
const isSpace = (byte: number): boolean => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);

/** Whether a line holds nothing to run: white space or a comment. */
function isEmpty(line: Uint8Array): boolean {
  const first = line.find((byte) => !isSpace(byte));
  return first === undefined || first === HASH;
}

/** The number of a source. */
function nextNumber(): number {
  const number = ssize(SOURCE_COUNT);
  setSsize(SOURCE_COUNT, number + 1);
  return number;
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const all = new Uint8Array(a.length + b.length);
  all.set(a);
  all.set(b, a.length);
  return all;
}

/** The lines of one statement; empty at the end of input, null with an error set. */
function readStatement(): Uint8Array | null {
  const first = promptText("ps1");
  let source: Uint8Array;
  for (;;) {
    const line = readLine(first);
    if (line === null || line.length === 0) return line;
    source = line;
    if (!isEmpty(line)) break;
    // It counts as a statement that does nothing.
    nextNumber();
  }
  const more = promptText("ps2");
  for (;;) {
    if (source[source.length - 1] !== NEWLINE) source = joined(source, Uint8Array.of(NEWLINE));
    if (!isIncompleteSource(source)) return source;
    const line = readLine(more);
    if (line === null) return null;
    if (line.length === 0) return source;
    source = joined(source, line);
  }
}

/** linecache learns a statement's lines: tracebacks show them. An error is dropped. */
function rememberSource(name: Borrowed, source: Uint8Array): void {
  const register = importAttribute("linecache", "_register_code");
  const lines = PyUnicode_FromString(textOfBytes(source));
  const shown = PyUnicode_FromString(STDIN_NAME);
  const result = register === 0 ? 0 : PyObject_CallThreeArgs(register, name, lines, shown);
  for (const o of [register, lines, shown, result]) xdecref(o);
  PyErr_Clear();
}

/** UTF-8 that came from a str, as text. */
function textOfBytes(bytes: Uint8Array): string {
  let escaped = "";
  for (const byte of bytes) escaped += `%${byte < 16 ? "0" : ""}${byte.toString(16)}`;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return "";
  }
}

/** The code of one statement's source. Owned, 0 with an error set. */
function compileStatement(frame: Address, source: Uint8Array): Owned {
  const shown = PyUnicode_FromString(STDIN_NAME);
  const options = { mode: "single", flags: nativeWord(frame, FLAGS), optimize: optimizationLevel() } as const;
  const tree = shown === 0 ? null : parseToTree(source, shown, options);
  xdecref(shown);
  if (tree === null) return 0;
  const name = PyUnicode_FromString(`${STDIN_NAME}-${nextNumber()}`);
  if (name === 0) return PyErr_NoMemory();
  rememberSource(name, source);
  const code = treeToCode(tree, name, options);
  decref(name);
  if (code !== 0) {
    const flags = options.flags | (i32(code + PyCodeObject.co_flags) & FUTURE_FLAG_MASK);
    setNativeWord(frame, FLAGS, flags);
  }
  return code;
}

/** Reads statements until one is pushed. PUSHED; or the session's end: None, or 0 with a SystemExit set. */
function next(frame: Address): Owned {
  for (;;) {
    const source = readStatement();
    if (source === null) {
      if (PyErr_ExceptionMatches(PyExc_KeyboardInterrupt)) {
        decref(PyErr_GetRaisedException());
        tell("\nKeyboardInterrupt\n");
      } else if (!printError()) return finishNative(frame, 0);
      continue;
    }
    if (source.length === 0) {
      tell("\n");
      return finishNative(frame, Py_None);
    }
    const main = mainDict();
    const code = compileStatement(frame, source);
    if (code !== 0) {
      const result = pushEvalCode(code, main, main, 0);
      decref(code);
      if (result === PUSHED) return PUSHED;
    }
    if (!printError()) return finishNative(frame, 0);
  }
}

function mainDict(): Borrowed {
  return moduleDict(dictItem(importedModules(), "__main__"));
}

function answered(frame: Address, result: Owned): Owned {
  if (result === 0) {
    if (!printError()) return finishNative(frame, 0);
  } else decref(result);
  flushStreams();
  return next(frame);
}
const ANSWERED = text("machine.interactive", answered);

/** Runs a file in __main__ before the session, or calls a hook; an error is printed. False when it asked for the end. */
function runNested(make: () => Owned): boolean {
  const base = currentFrame();
  const result = settle(base, make());
  if (result === 0) return printError();
  decref(result);
  return true;
}

/** PYTHONSTARTUP */
function runStartupFile(path: string): Owned {
  const source = readHostFile(hostBytes(path));
  if (typeof source === "number") {
    tell("Could not open PYTHONSTARTUP\n");
    return Py_None;
  }
  const name = PyUnicode_FromString(path);
  const options = { mode: "exec", flags: 0, optimize: optimizationLevel() } as const;
  const code = name === 0 ? PyErr_NoMemory() : compileToCode(source, name, options);
  xdecref(name);
  if (code === 0) return 0;
  const result = pushEvalCode(code, mainDict(), mainDict(), 0);
  decref(code);
  return result;
}

/** Whether a session has begun: a second one does not follow it. */
export function hasSession(): boolean {
  return PySys_GetAttr("ps1") !== 0;
}

/** Whether the session asks somebody: standard input is a terminal, or -i says so. */
export function isInteractive(): boolean {
  return configured(PyConfig.interactive) !== 0 || host().isTerminal(0) > 0;
}

/** Tells the version, as a session without a program begins. */
function welcome(): void {
  if (configured(PyConfig.quiet) !== 0) return;
  tell(`Python ${VERSION_TEXT} on linux\n`);
  if (configured(PyConfig.site_import) !== 0) tell(WELCOME);
}

/**
 * Pushes a session over __main__. PUSHED, or None when it is over at once, or 0 with a SystemExit set.
 * startup: what PYTHONSTARTUP names, for a session without a program; null for one that follows a program.
 */
export function pushInteractive(startup: string | null): Owned {
  if (startup !== null) {
    welcome();
    if (startup !== "" && !runNested(() => runStartupFile(startup))) return 0;
  }
  const hook = PySys_GetAttr("__interactivehook__");
  if (hook !== 0 && !runNested(() => PyObject_CallNoArgs(hook))) return 0;
  return pushLoop();
}

function pushLoop(): Owned {
  for (const [name, prompt] of Object.entries(DEFAULT_PROMPTS)) {
    if (PySys_GetAttr(name) === 0 && setSys(name, PyUnicode_FromString(prompt)) < 0) return 0;
  }
  const frame = pushNativeWithWords(ANSWERED, 0, WORDS);
  return frame === 0 ? PyErr_NoMemory() : next(frame);
}
setSession(pushLoop);
