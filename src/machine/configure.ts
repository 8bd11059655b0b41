// A booted machine becomes the one that a command line and an environment ask for: PyConfig in memory, and what sys and
// other modules show of it, as CPython's init_interp_main() and init_import_site() have it before the program runs.
// Invariant: for DEFAULT_CONFIG the boot image is right already, so that an ordinary start has little to do here.
import { LIBRARY, PREFIX } from "../host/library.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { hostBytes } from "../modules/host_text.ts";
import { importModule } from "../modules/import.ts";
import { importedModules, moduleDict, setStolen } from "../modules/make_module.ts";
import { attribute, dictItem } from "../modules/names.ts";
import { flags } from "../modules/sys_structs.ts";
import { sysDict } from "../modules/sysdict.ts";
import { beginZone } from "../modules/time.ts";
import { PyObject_SetAttr } from "../objects/abstract.ts";
import { bytesFromArray } from "../objects/bytes_core.ts";
import { PyObject_CallNoArgs } from "../objects/call.ts";
import { PyDict_DelItem, PyDict_GetItemWithError, PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import { PyErr_Clear, PyErr_NoMemory } from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyList_Append, PyList_New } from "../objects/list_core.ts";
import { bool } from "../objects/long_core.ts";
import { setMaxStringDigits } from "../objects/long_text.ts";
import { decref, isBytes, isDict, newRef, sizeOf } from "../objects/object.ts";
import { Py_None } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { currentDirectory, isFile, isFolder, parentOf } from "./host_paths.ts";
import type { ProgramStart } from "./program_start.ts";
import { type Environment, isDefault, type PythonConfig } from "./python_config.ts";
import { writeConfig } from "./write_config.ts";

const ZIP = `${PREFIX}/lib/python313.zip`;
const DYNAMIC = `${LIBRARY}/lib-dynload`;

/** A host text as a str: UTF-8 whose broken bytes are lone surrogates. */
export function str(text: string): Owned {
  return PyUnicode_FromString(text);
}

export function listOf(texts: readonly string[]): Owned {
  const list = PyList_New(0);
  for (const text of texts) {
    const item = list === 0 ? 0 : str(text);
    if (item === 0 || PyList_Append(list, item) < 0) return PyErr_NoMemory();
    decref(item);
  }
  return list;
}

/** sys.name = value, stealing the value. Before sys exists nothing happens. */
export function setSys(name: string, value: Owned): number {
  if (sysDict() !== 0) return setStolen(sysDict(), name, value);
  decref(value);
  return 0;
}

/** A module that is imported already, borrowed; or 0. */
const imported = (name: string): Borrowed => dictItem(importedModules(), name);

/** sys._xoptions */
function xoptions(options: readonly string[]): Owned {
  const dict = PyDict_New();
  for (const option of options) {
    const sign = option.indexOf("=");
    const name = str(sign < 0 ? option : option.slice(0, sign));
    const value = sign < 0 ? bool(true) : str(option.slice(sign + 1));
    if (name === 0 || value === 0 || PyDict_SetItem(dict, name, value) < 0) return 0;
    decref(name);
    decref(value);
  }
  return dict;
}

function changedFlags(config: PythonConfig): Owned {
  return flags.make({
    debug: config.parser_debug,
    inspect: config.inspect,
    interactive: config.interactive,
    optimize: config.optimization_level,
    dont_write_bytecode: 1 - config.write_bytecode,
    no_user_site: 1 - config.user_site_directory,
    no_site: 1 - config.site_import,
    ignore_environment: 1 - config.use_environment,
    verbose: config.verbose,
    bytes_warning: config.bytes_warning,
    quiet: config.quiet,
    isolated: config.isolated,
    dev_mode: config.dev_mode > 0,
    utf8_mode: config.utf8_mode,
    warn_default_encoding: config.warn_default_encoding,
    safe_path: config.safe_path > 0,
    int_max_str_digits: config.int_max_str_digits,
  });
}

/** What sys, _imp and builtins tell of a configuration. 0, or -1 with an error set. */
function applyConfig(config: PythonConfig): number {
  writeConfig(config);
  setMaxStringDigits(config.int_max_str_digits);
  const imp = imported("_imp");
  const builtins = imported("builtins");
  if (
    setSys("flags", changedFlags(config)) < 0 ||
    setSys("warnoptions", listOf(config.warnoptions)) < 0 ||
    setSys("_xoptions", xoptions(config.xoptions)) < 0 ||
    setSys("dont_write_bytecode", bool(config.write_bytecode === 0)) < 0 ||
    setSys("pycache_prefix", config.pycache_prefix === null ? Py_None : str(config.pycache_prefix)) < 0
  ) {
    return -1;
  }
  if (imp !== 0 && setStolen(moduleDict(imp), "check_hash_based_pycs", str(config.check_hash_pycs_mode)) < 0) return -1;
  if (config.cpu_count > 0 && sameCpuCounts() < 0) return -1;
  return builtins === 0 ? 0 : setStolen(moduleDict(builtins), "__debug__", bool(config.optimization_level === 0));
}

/** os has asked for the number when it was imported: where one is asked for, process_cpu_count is cpu_count. */
function sameCpuCounts(): number {
  const os = imported("os");
  const count = os === 0 ? 0 : dictItem(moduleDict(os), "cpu_count");
  return count === 0 ? 0 : setStolen(moduleDict(os), "process_cpu_count", newRef(count));
}

/** The dict of encoded variables that os.environ keeps, borrowed from it; 0 where there is none. */
function osVariables(): Borrowed {
  const os = imported("os");
  const mapping = os === 0 || os === Py_None ? 0 : dictItem(moduleDict(os), "environ");
  const data = mapping === 0 ? 0 : attribute(mapping, "_data");
  if (data === 0) PyErr_Clear();
  else decref(data);
  return data !== 0 && isDict(data) ? data : 0;
}

/** Whether a program has set an environment variable, to no empty text. */
export function isVariableSet(name: string): boolean {
  const data = osVariables();
  const key = data === 0 ? 0 : bytesFromArray(hostBytes(name));
  const value = key === 0 ? 0 : PyDict_GetItemWithError(data, key);
  if (key !== 0) decref(key);
  PyErr_Clear();
  return value !== 0 && isBytes(value) && sizeOf(value) > 0;
}

/** posix.environ and what os.environ keeps, which exist already. */
function setEnvironment(variables: Environment): number {
  const posix = imported("posix");
  const environ = posix === 0 ? 0 : dictItem(moduleDict(posix), "environ");
  for (const dict of new Set([environ, osVariables()])) {
    if (dict === 0 || !isDict(dict)) continue;
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

/** sys.path but for what a program's place adds in front. */
function searchPath(config: PythonConfig): string[] {
  const given = config.pythonpath_env === null ? [] : config.pythonpath_env.split(":");
  const absolute = given.map((entry) =>
    entry === "" ? currentDirectory() : entry.startsWith("/") ? entry : `${currentDirectory()}/${entry}`,
  );
  return [...absolute, ZIP, LIBRARY, DYNAMIC];
}

const ADDED_BY_SITE = ["exit", "quit", "copyright", "credits", "license", "help"] as const;
const SITE_MODULES = ["site", "_sitebuiltins"] as const;
const id_ENABLE_USER_SITE = identifier("ENABLE_USER_SITE");

function removeItem(dict: Borrowed, name: string): void {
  const key = str(name);
  if (key === 0 || PyDict_DelItem(dict, key) < 0) PyErr_Clear();
  if (key !== 0) decref(key);
}

/** -S: takes away what the boot image's site has done. */
function removeSite(): void {
  const builtins = imported("builtins");
  if (builtins !== 0) for (const name of ADDED_BY_SITE) removeItem(moduleDict(builtins), name);
  for (const name of SITE_MODULES) removeItem(importedModules(), name);
  removeItem(sysDict(), "__interactivehook__");
}

/**
 * Whether site's main() would find more than the library: PYTHONPATH, where a sitecustomize may be, a virtual environment, or
 * the user's own packages. Else the boot image has its work done.
 */
function siteFindsMore({ config, environment, executable }: ProgramStart): boolean {
  if (config.pythonpath_env !== null) return true;
  const folder = parentOf(executable);
  if (executable.startsWith("/")) {
    if (isFile(`${folder}/pyvenv.cfg`) || isFile(`${parentOf(folder)}/pyvenv.cfg`)) return true;
  }
  if (config.user_site_directory === 0) return false;
  const variables = new Map(environment);
  const home = variables.get("HOME");
  const base = (config.use_environment && variables.get("PYTHONUSERBASE")) || (home ? `${home}/.local` : "");
  return base !== "" && isFolder(`${base}/lib/python3.13/site-packages`);
}

/** The module site, as init_import_site() runs it. 0, or -1 with an error set. */
function runSite(start: ProgramStart): number {
  const { config } = start;
  if (imported("site") === 0) return 0;
  if (config.site_import === 0) {
    removeSite();
    return 0;
  }
  if (config.isolated > 0) removeItem(sysDict(), "__interactivehook__");
  const finds = siteFindsMore(start);
  if (!finds && config.user_site_directory > 0) return 0;
  const site = imported("site");
  if (PyObject_SetAttr(site, id_ENABLE_USER_SITE, finds ? Py_None : bool(false)) < 0) return -1;
  if (!finds) return 0;
  const main = attribute(site, "main");
  const result = main === 0 ? 0 : PyObject_CallNoArgs(main);
  if (main !== 0) decref(main);
  if (result === 0) return -1;
  decref(result);
  return 0;
}

/** Makes the machine the one that is asked for. sys.path has no entry for the program yet. 0, or -1 with an error set. */
export function configure(start: ProgramStart, argv: readonly string[]): number {
  const { config, executable } = start;
  if (!isDefault(config) && applyConfig(config) < 0) return -1;
  if (
    setSys("argv", listOf(argv)) < 0 ||
    setSys("orig_argv", listOf([executable, ...start.commandLine])) < 0 ||
    setSys("executable", str(executable)) < 0 ||
    setSys("_base_executable", str(executable)) < 0 ||
    setSys("path", listOf(searchPath(config))) < 0 ||
    setEnvironment(start.environment) < 0
  ) {
    return -1;
  }
  return 0;
}

/** The second half, when the streams are there: site, and warnings where filters were asked for. 0, or -1 with an error set. */
export function configureModules(start: ProgramStart): number {
  if (sysDict() === 0) return 0;
  if (beginZone() < 0) return -1;
  if (runSite(start) < 0) return -1;
  if (start.config.warnoptions.length === 0) return 0;
  const warnings = importModule("warnings");
  if (warnings === 0) return -1;
  decref(warnings);
  return 0;
}
