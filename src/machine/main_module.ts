// From what the command line said to a frame that is ready to run: sys.argv, sys.path, the environment, __main__, and the
// program's code, as CPython's pymain_run_python() prepares them.
// Invariant: a native frame stands below the program; its step (ending.ts) is called with the program's result, so the way
// a run ends is in memory as everything else.

import { ERRNO } from "../host/errno.ts";
import { host } from "../host/host.ts";
import { readHostFile, readToEnd } from "../host/read_file.ts";
import { importedModules } from "../interpreter/imports.ts";
import { keepBackSignals } from "../interpreter/signals.ts";
import { reserveStatic } from "../memory/data.ts";
import { type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { setLimitBytes } from "../memory/pages.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { compileToCode, PyCF_IGNORE_COOKIE, setLineOfSource } from "../modules/compile_source.ts";
import { hostBytes } from "../modules/host_text.ts";
import { importAttribute, importModule, setOnLinecache } from "../modules/import.ts";
import { moduleDict, newModule, setStolen } from "../modules/make_module.ts";
import { pushWithArena } from "../modules/source_arena.ts";
import { adoptStreams } from "../modules/stdio.ts";
import { PySys_GetAttr } from "../modules/sysdict.ts";
import { setBeforePrinting } from "../modules/traceback_print.ts";
import { PyObject_GetAttr, PyObject_GetOptionalAttr, PyObject_SetItem } from "../objects/abstract.ts";
import { PyObject_CallTwoArgs, pushCallOneArg, pushCallTwoArgs } from "../objects/call.ts";
import { PyObject_CallMethod } from "../objects/call_method.ts";
import { optimizationLevel, setConfigured, setConfiguredText } from "../objects/config.ts";
import { PyDict_GetItemWithError, PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import { PyErr_Clear, PyErr_NoMemory } from "../objects/errors.ts";
import { PUSHED } from "../objects/frames.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyList_Insert } from "../objects/list_core.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { setCurrentDirectory } from "../objects/module.ts";
import { decref, isList, newRef, xdecref } from "../objects/object.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { Py_None } from "../objects/types.ts";
import { PyUnicode_GET_LENGTH } from "../objects/unicode_core.ts";
import { PyUnicode_AsUTF8 } from "../objects/unicode_utf8.ts";
import { decodeUtf8 } from "../parser/utf8.ts";
import { configure, configureModules, str } from "./configure.ts";
import { absolutePath, currentDirectory, folderOf, isFolder } from "./host_paths.ts";
import { isInteractive, pushInteractive } from "./interactive.ts";
import { pushModuleCode } from "./program.ts";
import type { ProgramStart } from "./program_start.ts";
import { codeOfCompiledFile, isCompiledFile } from "./pyc_program.ts";
import { holdMain, setFileNames } from "./running_main.ts";

/** The source that -c was given, as a str: tracebacks show its lines. */
const COMMAND_SOURCE = reserveStatic(8);
const COMMAND_FILE = "<string>";

/**
 * Lines of source files, for syntax errors and where the library's traceback is not asked: read from the host anew each
 * time, so that no run depends on a cache. As in CPython only linecache has those of -c.
 */
setLineOfSource((filename, lineno) => {
  const content = readHostFile(hostBytes(filename));
  if (typeof content === "number") return null;
  let line = 1;
  let start = 0;
  while (line < lineno) {
    start = content.indexOf(0x0a, start) + 1;
    if (start === 0) return null;
    line++;
  }
  const end = content.indexOf(0x0a, start);
  return decodeUtf8(content, start, end < 0 ? content.length : end);
});

/** linecache, which the library's traceback asks for lines, learns those of -c. An error is dropped. */
function teachLinecache(): void {
  const source = ptr(COMMAND_SOURCE);
  if (source === 0) return;
  const cache = importAttribute("linecache", "cache");
  const lines = cache === 0 ? 0 : PyObject_CallMethod(source, id_splitlines, bool(true));
  const name = lines === 0 ? 0 : str(COMMAND_FILE);
  const length = PyLong_FromNumber(PyUnicode_GET_LENGTH(source));
  const entry = name === 0 ? 0 : PyTuple_Pack(length, Py_None, lines, name);
  if (entry !== 0) PyObject_SetItem(cache, name, entry);
  for (const o of [cache, lines, name, length, entry]) xdecref(o);
  PyErr_Clear();
}
const id_splitlines = identifier("splitlines");
setBeforePrinting(teachLinecache);
setOnLinecache(teachLinecache);

/** The program cannot be opened: one line for standard error, and the status to end with. */
export class CannotStart extends Error {
  override name = "CannotStart";
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

const id_main = identifier("__main__");
const id_name = identifier("__name__");
const id_builtins = identifier("builtins");
const id_BuiltinImporter = identifier("BuiltinImporter");
const id_SourceFileLoader = identifier("SourceFileLoader");
const id_SourcelessFileLoader = identifier("SourcelessFileLoader");
const id_frozen_importlib = identifier("_frozen_importlib");
const id_frozen_importlib_external = identifier("_frozen_importlib_external");
const id_run_module_as_main = identifier("_run_module_as_main");

function module(name: Borrowed): Borrowed {
  return PyDict_GetItemWithError(importedModules(), name);
}

/** Makes __main__ and puts it into sys.modules. Its dict, borrowed; 0 with an error set. */
function makeMain(isHeld: boolean): Borrowed {
  const main = newModule("__main__", 0);
  if (main === 0 || PyDict_SetItem(importedModules(), id_main, main) < 0) return 0;
  const dict = moduleDict(main);
  if (isHeld) holdMain(main);
  decref(main);
  const annotations = PyDict_New();
  if (setStolen(dict, "__annotations__", annotations) < 0) return 0;
  const builtins = module(id_builtins);
  if (builtins !== 0 && setStolen(dict, "__builtins__", newRef(builtins)) < 0) return 0;
  const importlib = module(id_frozen_importlib);
  const loader = importlib === 0 ? 0 : PyObject_GetOptionalAttr(importlib, id_BuiltinImporter);
  if (loader !== 0 && setStolen(dict, "__loader__", loader) < 0) return 0;
  return dict;
}

/** __file__, __cached__ and __loader__ of a script. 0, or -1 with an error set. */
function setFile(dict: Borrowed, path: string, loaderName = id_SourceFileLoader): number {
  const file = str(path);
  const status = file === 0 ? -1 : setFileNames(dict, file);
  xdecref(file);
  if (status < 0) return -1;
  const external = module(id_frozen_importlib_external);
  if (external === 0) return 0;
  const loaderType = PyObject_GetAttr(external, loaderName);
  const name = PyDict_GetItemWithError(dict, id_name);
  const loader = loaderType === 0 ? 0 : PyObject_CallTwoArgs(loaderType, name, file);
  if (loaderType !== 0) decref(loaderType);
  return setStolen(dict, "__loader__", loader);
}

const STDIN_NAME = "<stdin>";

/** Standard input that is no terminal is a file by name, but has no loader of its own. */
function nameStandardInput(dict: Borrowed): number {
  const name = str(STDIN_NAME);
  const status = name === 0 ? -1 : setFileNames(dict, name);
  xdecref(name);
  return status;
}

const ERROR_TEXTS: Readonly<Record<number, string>> = {
  [ERRNO.ENOENT]: "No such file or directory",
  [ERRNO.EACCES]: "Permission denied",
  [ERRNO.ENOTDIR]: "Not a directory",
  [ERRNO.EISDIR]: "Is a directory",
  [ERRNO.ELOOP]: "Too many levels of symbolic links",
  [ERRNO.ENAMETOOLONG]: "File name too long",
  [ERRNO.EIO]: "Input/output error",
};

function cannotOpen(path: string, errno: number): CannotStart {
  return new CannotStart(
    `can't open file '${absolutePath(path)}': [Errno ${errno}] ${ERROR_TEXTS[errno] ?? "Unknown error"}`,
    2,
  );
}

/** Runs a module as __main__ by runpy. alter: whether sys.argv[0] becomes the module's file. */
function pushRunModule(name: string, altersArgv: boolean): Owned {
  const runpy = importModule("runpy");
  const run = runpy === 0 ? 0 : PyObject_GetAttr(runpy, id_run_module_as_main);
  if (runpy !== 0) decref(runpy);
  if (run === 0) return 0;
  const nameObject = str(name);
  const result = altersArgv ? pushCallOneArg(run, nameObject) : pushCallTwoArgs(run, nameObject, bool(false));
  decref(nameObject);
  decref(run);
  return result;
}

/** isFile: it was read from somewhere, and may declare its encoding; else it is text that -c was given. */
function pushSource(source: Uint8Array, filename: string, dict: Borrowed, isFile: boolean): Owned {
  const name = str(filename);
  const flags = isFile ? 0 : PyCF_IGNORE_COOKIE;
  const options = { mode: "exec", flags, optimize: optimizationLevel(), isFile } as const;
  const code = name === 0 ? PyErr_NoMemory() : compileToCode(source, name, options);
  if (name !== 0) decref(name);
  if (code === 0) return 0;
  const result = pushWithArena(code, () => (pushModuleCode(code, dict) < 0 ? 0 : PUSHED));
  decref(code);
  return result;
}

/** Takes the code, which is 0 with an error set when there is none. */
function pushCode(code: Owned, dict: Borrowed): Owned {
  if (code === 0) return 0;
  const status = pushModuleCode(code, dict);
  decref(code);
  return status < 0 ? 0 : PUSHED;
}

/** What a zip file ends with, before a comment of at most so many bytes (zipimport looks there, too). */
const ZIP_END = [0x50, 0x4b, 5, 6];
const ZIP_END_BYTES = 22;
const ZIP_COMMENT_MAX = 0xffff;

function isZip(content: Uint8Array): boolean {
  const first = Math.max(0, content.length - ZIP_END_BYTES - ZIP_COMMENT_MAX);
  for (let at = content.length - ZIP_END_BYTES; at >= first; at--) {
    if (ZIP_END.every((byte, index) => content[at + index] === byte)) return true;
  }
  return false;
}

/** -x: the file without its first line, whose end stays, so that lines keep their numbers. */
function withoutFirstLine(source: Uint8Array): Uint8Array {
  const end = source.indexOf(0x0a);
  return end < 0 ? new Uint8Array(0) : source.subarray(end);
}

setCurrentDirectory(currentDirectory);

/** sys.path[0], as pymain_run_python() adds it. */
function addFirstPath(path: string): number {
  const list = PySys_GetAttr("path");
  const entry = list === 0 || !isList(list) ? 0 : str(path);
  if (entry === 0) return 0;
  const status = PyList_Insert(list, 0, entry);
  decref(entry);
  return status;
}

/** A file that is no source but a place of modules, or nothing: sys.path[0] then is itself, even with -P. */
interface OpenedFile {
  readonly isPlace: boolean;
  /** Content, or a negated errno. */
  readonly content: Uint8Array | number;
}

function openFile(start: ProgramStart): OpenedFile {
  if (isFolder(absolutePath(start.program))) return { isPlace: true, content: -ERRNO.EISDIR };
  const content = readHostFile(hostBytes(start.program));
  return { isPlace: typeof content !== "number" && isZip(content), content };
}

/**
 * Prepares the run. The answer is what the program's frame stands for: PUSHED, or 0 with an error set (a syntax error).
 * Throws CannotStart when there is nothing to run.
 */
export function pushProgram(start: ProgramStart): Owned {
  setLimitBytes(start.memoryBytes);
  const { kind, program, config } = start;
  const argv0 = { file: program, source: program, command: "-c", module: "-m", stdin: program }[kind];
  if (configure(start, [argv0, ...start.args]) < 0) return 0;
  const { stdio_encoding: encoding, stdio_errors: errors } = config;
  const streams = { isUnbuffered: config.buffered_stdio === 0, encoding, errors };
  // Without streams nobody could be told of an interrupt.
  if (keepBackSignals(() => adoptStreams(streams)) < 0) return 0;
  if (configureModules(start) < 0) return 0;
  const file = kind === "file" ? openFile(start) : null;
  if (file?.isPlace) {
    if (addFirstPath(absolutePath(program)) < 0) return 0;
  } else if (config.safe_path === 0) {
    const first =
      kind === "file" || kind === "source" ? folderOf(program) : kind === "module" ? currentDirectory() : "";
    if (!setConfiguredText(PyConfig.sys_path_0, first)) return PyErr_NoMemory();
    if (addFirstPath(first) < 0) return 0;
  }
  // runpy does the rest for a module and a place, and holds nothing.
  const dict = makeMain(kind !== "module" && !file?.isPlace);
  if (dict === 0) return 0;
  switch (kind) {
    case "command":
      setPtr(COMMAND_SOURCE, str(`${program}\n`));
      if (PyUnicode_AsUTF8(ptr(COMMAND_SOURCE)) === 0) {
        host().write(2, hostBytes("Unable to decode the command from the command line:\n"));
        return 0;
      }
      return pushSource(hostBytes(`${program}\n`), "<string>", dict, false);
    case "module":
      return pushRunModule(program, true);
    case "stdin": {
      if (isInteractive()) return pushSession(start);
      const source = readToEnd(0);
      if (typeof source === "number") throw cannotOpen(STDIN_NAME, -source);
      if (nameStandardInput(dict) < 0) return 0;
      return pushSource(source, STDIN_NAME, dict, true);
    }
    case "source":
      if (setFile(dict, program) < 0) return 0;
      return pushSource(start.source ?? new Uint8Array(0), program, dict, true);
    case "file":
      return pushFile(program, file as OpenedFile, dict, config.skip_source_first_line > 0);
  }
}

/** A session without a program: SystemExit ends it, whatever -i says of programs. */
function pushSession({ config, environment }: ProgramStart): Owned {
  setConfigured(PyConfig.inspect, 0);
  const startup = config.use_environment ? new Map(environment).get("PYTHONSTARTUP") : "";
  return pushInteractive(startup ?? "");
}

function pushFile(program: string, { isPlace, content }: OpenedFile, dict: Borrowed, skipsLine: boolean): Owned {
  if (isPlace) return pushRunModule("__main__", false);
  if (typeof content === "number") throw cannotOpen(program, -content);
  const path = absolutePath(program);
  if (isCompiledFile(program, content)) {
    return setFile(dict, path, id_SourcelessFileLoader) < 0 ? 0 : pushCode(codeOfCompiledFile(content), dict);
  }
  if (setFile(dict, path) < 0) return 0;
  return pushSource(skipsLine ? withoutFirstLine(content) : content, path, dict, true);
}
