// From what the command line said to a frame that is ready to run: sys.argv, sys.path, the environment, __main__, and the
// program's code, as CPython's pymain_run_python() prepares them.
// Invariant: a native frame stands below the program; its step (ending.ts) is called with the program's result, so the way
// a run ends is in memory as everything else.

import { ERRNO } from "../host/errno.ts";
import { host, O, S } from "../host/host.ts";
import { LIBRARY, PREFIX } from "../host/library.ts";
import { importedModules } from "../interpreter/imports.ts";
import { reserveStatic } from "../memory/data.ts";
import { type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { setLimitBytes } from "../memory/pages.ts";
import { compileToCode, setLineOfSource } from "../modules/compile_source.ts";
import { decodeHostBytes, encodeHostText, hostBytes } from "../modules/host_text.ts";
import { importAttribute, importModule } from "../modules/import.ts";
import { moduleDict, newModule, setStolen } from "../modules/make_module.ts";
import { adoptStreams } from "../modules/stdio.ts";
import { sysDict } from "../modules/sysdict.ts";
import { setBeforePrinting } from "../modules/traceback_print.ts";
import { PyObject_GetAttr, PyObject_GetOptionalAttr, PyObject_SetItem } from "../objects/abstract.ts";
import { bytesFromArray } from "../objects/bytes_core.ts";
import { PyObject_CallTwoArgs, pushCallOneArg, pushCallTwoArgs } from "../objects/call.ts";
import { PyObject_CallMethod } from "../objects/call_method.ts";
import { PyDict_GetItemWithError, PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import { PyErr_Clear, PyErr_NoMemory } from "../objects/errors.ts";
import { PUSHED } from "../objects/frames.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyList_Append, PyList_New } from "../objects/list_core.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isDict, newRef, xdecref } from "../objects/object.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { Py_None } from "../objects/types.ts";
import { PyUnicode_FromString, PyUnicode_GET_LENGTH, textOf } from "../objects/unicode_core.ts";
import { pushModuleCode } from "./program.ts";
import type { ProgramStart } from "./program_start.ts";
import { codeOfCompiledFile, isCompiledFile } from "./pyc_program.ts";
import { readHostFile, readToEnd } from "./read_file.ts";

const ZIP = `${PREFIX}/lib/python313.zip`;
const DYNAMIC = `${LIBRARY}/lib-dynload`;
const SEPARATOR = 0x2f;

/** The source that -c was given, as a str: tracebacks show its lines. */
const COMMAND_SOURCE = reserveStatic(8);
const COMMAND_FILE = "<string>";

/** Lines of source files, for tracebacks: read from the host anew each time, so that no run depends on a cache. */
setLineOfSource((filename, lineno) => {
  const command = filename === COMMAND_FILE ? ptr(COMMAND_SOURCE) : 0;
  const content = command === 0 ? readHostFile(hostBytes(filename)) : encodeHostText(command);
  if (typeof content === "number") return null;
  let line = 1;
  let start = 0;
  while (line < lineno) {
    start = content.indexOf(0x0a, start) + 1;
    if (start === 0) return null;
    line++;
  }
  const end = content.indexOf(0x0a, start);
  const o = decodeHostBytes(content.subarray(start, end < 0 ? content.length : end));
  if (o === 0) return null;
  const text = textOf(o, LONGEST_LINE);
  decref(o);
  return text;
});
const LONGEST_LINE = 10_000;

/** linecache, which the library's traceback asks for lines, learns those of -c. An error is dropped. */
setBeforePrinting(() => {
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
});
const id_splitlines = identifier("splitlines");

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
const id_environ = identifier("environ");
const id_data = identifier("_data");
const id_posix = identifier("posix");
const id_os = identifier("os");
const id_frozen_importlib = identifier("_frozen_importlib");
const id_frozen_importlib_external = identifier("_frozen_importlib_external");
const id_run_module_as_main = identifier("_run_module_as_main");

function module(name: Borrowed): Borrowed {
  return PyDict_GetItemWithError(importedModules(), name);
}

/** A host text as a str: UTF-8 whose broken bytes are lone surrogates. */
function str(text: string): Owned {
  return PyUnicode_FromString(text);
}

function listOf(texts: readonly string[]): Owned {
  const list = PyList_New(0);
  for (const text of texts) {
    const item = list === 0 ? 0 : str(text);
    if (item === 0 || PyList_Append(list, item) < 0) return PyErr_NoMemory();
    decref(item);
  }
  return list;
}

/** sys.name = value, stealing the value. Before sys exists nothing happens. */
function setSys(name: string, value: Owned): number {
  if (sysDict() !== 0) return setStolen(sysDict(), name, value);
  decref(value);
  return 0;
}

function setEnvironment(variables: readonly (readonly [string, string])[]): number {
  const dicts: Borrowed[] = [];
  const posix = module(id_posix);
  const environ = posix === 0 ? 0 : PyDict_GetItemWithError(moduleDict(posix), id_environ);
  if (environ !== 0 && isDict(environ)) dicts.push(environ);
  // os.environ keeps the encoded variables in a dict of its own.
  const os = module(id_os);
  const mapping = os === 0 ? 0 : PyDict_GetItemWithError(moduleDict(os), id_environ);
  const data = mapping === 0 ? 0 : PyObject_GetOptionalAttr(mapping, id_data);
  if (data !== 0) {
    if (isDict(data) && data !== environ) dicts.push(data);
    decref(data);
  }
  for (const dict of dicts) {
    for (const [name, value] of variables) {
      const key = bytesFromArray(hostBytes(name));
      const item = bytesFromArray(hostBytes(value));
      if (key === 0 || item === 0 || PyDict_SetItem(dict, key, item) < 0) return -1;
      decref(key);
      decref(item);
    }
  }
  return 0;
}

/** The folder that a script's path names, links followed, as sys.path[0] has it. */
function folderOf(path: string): string {
  const followed = followLinks(path);
  const slash = followed.lastIndexOf("/");
  return slash < 0 ? "" : slash === 0 ? "/" : followed.slice(0, slash);
}

function textOfHost(bytes: Uint8Array): string {
  let text = "";
  try {
    text = decodeURIComponent(Array.from(bytes, (byte) => `%${byte < 16 ? "0" : ""}${byte.toString(16)}`).join(""));
  } catch {
    // Bytes that are no UTF-8: each above 127 is a lone surrogate.
    for (const byte of bytes) text += String.fromCharCode(byte < 0x80 ? byte : 0xdc00 + byte);
  }
  return text;
}

const LINKS_MAX = 40;

function currentDirectory(): string {
  const directory = host().currentDirectory();
  return typeof directory === "number" ? "" : textOfHost(directory);
}

/** realpath(): absolute, without links, "." and "..". */
function followLinks(path: string): string {
  const todo = (path.startsWith("/") ? path : `${currentDirectory()}/${path}`).split("/");
  const done: string[] = [];
  let links = 0;
  while (todo.length > 0) {
    const part = todo.shift()!;
    if (part === "" || part === ".") continue;
    if (part === "..") {
      done.pop();
      continue;
    }
    const target = links < LINKS_MAX ? host().readLink(hostBytes(`/${[...done, part].join("/")}`)) : -ERRNO.ELOOP;
    if (typeof target === "number") {
      done.push(part);
      continue;
    }
    links++;
    if (target[0] === SEPARATOR) done.length = 0;
    todo.unshift(...textOfHost(target).split("/"));
  }
  return `/${done.join("/")}`;
}

/** sys.path but for its first entry. */
function searchPath(start: ProgramStart): string[] {
  const variable = start.environment.find(([name]) => name === "PYTHONPATH")?.[1] ?? "";
  const given = variable === "" ? [] : variable.split(":").map((entry) => (entry === "" ? currentDirectory() : entry));
  const absolute = given.map((entry) => (entry.startsWith("/") ? entry : `${currentDirectory()}/${entry}`));
  return [...absolute, ZIP, LIBRARY, DYNAMIC];
}

/** Whether an environment variable is there and not empty. */
function isSet(start: ProgramStart, variable: string): boolean {
  return start.environment.some(([name, value]) => name === variable && value !== "");
}

/** Makes __main__ and puts it into sys.modules. Its dict, borrowed; 0 with an error set. */
function makeMain(): Borrowed {
  const main = newModule("__main__", 0);
  if (main === 0 || PyDict_SetItem(importedModules(), id_main, main) < 0) return 0;
  const dict = moduleDict(main);
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
  if (setStolen(dict, "__file__", file) < 0 || setStolen(dict, "__cached__", Py_None) < 0) return -1;
  const external = module(id_frozen_importlib_external);
  if (external === 0) return 0;
  const loaderType = PyObject_GetAttr(external, loaderName);
  const name = PyDict_GetItemWithError(dict, id_name);
  const loader = loaderType === 0 ? 0 : PyObject_CallTwoArgs(loaderType, name, file);
  if (loaderType !== 0) decref(loaderType);
  return setStolen(dict, "__loader__", loader);
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

/** A script's path as __file__ and its code name it: absolute, but not normalized. */
function absolutePath(path: string): string {
  return path.startsWith("/") ? path : `${currentDirectory()}/${path}`;
}

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

function pushSource(source: Uint8Array, filename: string, dict: Borrowed, ignoresCookie: boolean): Owned {
  const name = str(filename);
  const PyCF_IGNORE_COOKIE = 0x800;
  const flags = ignoresCookie ? PyCF_IGNORE_COOKIE : 0;
  const code = name === 0 ? PyErr_NoMemory() : compileToCode(source, name, { mode: "exec", flags, optimize: 0 });
  if (name !== 0) decref(name);
  return pushCode(code, dict);
}

/** Takes the code, which is 0 with an error set when there is none. */
function pushCode(code: Owned, dict: Borrowed): Owned {
  if (code === 0) return 0;
  const status = pushModuleCode(code, dict);
  decref(code);
  return status < 0 ? 0 : PUSHED;
}

function isFolder(path: string): boolean {
  const found = host().stat(hostBytes(path), true);
  return typeof found !== "number" && (found.mode & S.IFMT) === S.IFDIR;
}

/**
 * Prepares the run. The answer is what the program's frame stands for: PUSHED, or 0 with an error set (a syntax error).
 * Throws CannotStart when there is nothing to run.
 */
export function pushProgram(start: ProgramStart): Owned {
  setLimitBytes(start.memoryBytes);
  const names = { file: start.program, source: start.program, command: "-c", module: "-m", stdin: "-" };
  const argv0 = names[start.kind];
  const switches = { file: [], source: [], command: ["-c"], module: ["-m"], stdin: ["-"] }[start.kind];
  const original = [...switches, ...(start.kind === "stdin" ? [] : [start.program]), ...start.args];
  const runsFolder = start.kind === "file" && isFolder(start.program);
  const first = runsFolder
    ? start.program
    : start.kind === "file" || start.kind === "source"
      ? folderOf(start.program)
      : start.kind === "module"
        ? currentDirectory()
        : "";
  if (
    setSys("argv", listOf([argv0, ...start.args])) < 0 ||
    setSys("orig_argv", listOf([start.executable, ...original])) < 0 ||
    setSys("executable", str(start.executable)) < 0 ||
    setSys("path", listOf([first, ...searchPath(start)])) < 0 ||
    adoptStreams(isSet(start, "PYTHONUNBUFFERED")) < 0 ||
    setEnvironment(start.environment) < 0
  ) {
    return 0;
  }
  const dict = makeMain();
  if (dict === 0) return 0;
  switch (start.kind) {
    case "command":
      setPtr(COMMAND_SOURCE, str(`${start.program}\n`));
      return pushSource(hostBytes(`${start.program}\n`), "<string>", dict, true);
    case "module":
      return pushRunModule(start.program, true);
    case "stdin": {
      const source = readToEnd(0);
      if (typeof source === "number") throw cannotOpen("<stdin>", -source);
      return pushSource(source, "<stdin>", dict, false);
    }
    case "source":
      if (setFile(dict, start.program) < 0) return 0;
      return pushSource(start.source ?? new Uint8Array(0), start.program, dict, false);
    case "file": {
      if (runsFolder) {
        const fd = host().open(hostBytes(`${start.program}/__main__.py`), O.RDONLY, 0);
        if (fd < 0) throw new CannotStart(`can't find '__main__' module in '${absolutePath(start.program)}'`, 1);
        host().close(fd);
        return pushRunModule("__main__", false);
      }
      const source = readHostFile(hostBytes(start.program));
      if (typeof source === "number") throw cannotOpen(start.program, -source);
      const path = absolutePath(start.program);
      if (isCompiledFile(start.program, source)) {
        return setFile(dict, path, id_SourcelessFileLoader) < 0 ? 0 : pushCode(codeOfCompiledFile(source), dict);
      }
      if (setFile(dict, path) < 0) return 0;
      return pushSource(source, path, dict, false);
    }
  }
}
