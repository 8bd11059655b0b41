// What CPython's PyConfig says of a run, as plain data, and how it follows from the options of a command line and from the
// environment (config_read() and preconfig_read() of CPython's Python/initconfig.c and preconfig.c).
// Invariant: it depends on options and environment alone, so whoever starts a program (command line, package, page) reads
// them the same way. Fields have PyConfig's names; what no run here can tell apart is left out.

export type Environment = readonly (readonly [name: string, value: string])[];

/** What single options said, before the environment had its say. */
export interface Options {
  bytes_warning: number;
  dont_write_bytecode: number;
  parser_debug: number;
  ignore_environment: number;
  interactive: number;
  isolated: number;
  optimization_level: number;
  safe_path: number;
  quiet: number;
  random_hash: number;
  no_user_site: number;
  no_site: number;
  unbuffered: number;
  verbose: number;
  skip_source_first_line: number;
  check_hash_pycs_mode: string;
  warnoptions: string[];
  xoptions: string[];
}

export const noOptions = (): Options => ({
  bytes_warning: 0,
  dont_write_bytecode: 0,
  parser_debug: 0,
  ignore_environment: 0,
  interactive: 0,
  isolated: 0,
  optimization_level: 0,
  safe_path: 0,
  quiet: 0,
  random_hash: 0,
  no_user_site: 0,
  no_site: 0,
  unbuffered: 0,
  verbose: 0,
  skip_source_first_line: 0,
  check_hash_pycs_mode: "default",
  warnoptions: [],
  xoptions: [],
});

export interface PythonConfig {
  readonly isolated: number;
  readonly use_environment: number;
  readonly dev_mode: number;
  readonly utf8_mode: number;
  readonly faulthandler: number;
  readonly import_time: number;
  readonly code_debug_ranges: number;
  readonly pycache_prefix: string | null;
  readonly xoptions: readonly string[];
  readonly warnoptions: readonly string[];
  readonly site_import: number;
  readonly bytes_warning: number;
  readonly warn_default_encoding: number;
  readonly inspect: number;
  readonly interactive: number;
  readonly optimization_level: number;
  readonly parser_debug: number;
  readonly write_bytecode: number;
  readonly verbose: number;
  readonly quiet: number;
  readonly user_site_directory: number;
  readonly buffered_stdio: number;
  readonly stdio_encoding: string;
  /** Of standard input and output. */
  readonly stdio_errors: string;
  readonly check_hash_pycs_mode: string;
  readonly use_frozen_modules: number;
  readonly safe_path: number;
  readonly int_max_str_digits: number;
  readonly cpu_count: number;
  readonly pythonpath_env: string | null;
  readonly skip_source_first_line: number;
}

/** Without options, in an environment that says nothing: what the boot image stands for. */
export const DEFAULT_CONFIG: PythonConfig = {
  isolated: 0,
  use_environment: 1,
  dev_mode: 0,
  utf8_mode: 0,
  faulthandler: 0,
  import_time: 0,
  code_debug_ranges: 1,
  pycache_prefix: null,
  xoptions: [],
  warnoptions: [],
  site_import: 1,
  bytes_warning: 0,
  warn_default_encoding: 0,
  inspect: 0,
  interactive: 0,
  optimization_level: 0,
  parser_debug: 0,
  write_bytecode: 1,
  verbose: 0,
  quiet: 0,
  user_site_directory: 1,
  buffered_stdio: 1,
  stdio_encoding: "utf-8",
  stdio_errors: "surrogateescape",
  check_hash_pycs_mode: "default",
  use_frozen_modules: 1,
  safe_path: 0,
  int_max_str_digits: 4300,
  cpu_count: -1,
  pythonpath_env: null,
  skip_source_first_line: 0,
};

/** Whether a configuration is the boot image's, whichever object says it. */
export function isDefault(config: PythonConfig): boolean {
  return Object.entries(DEFAULT_CONFIG).every(([name, value]) => {
    const own = config[name as keyof PythonConfig];
    return Array.isArray(own) ? own.length === 0 : own === value;
  });
}

/** The configuration cannot be: CPython ends with a "Fatal Python error" and status 1. */
export class ConfigError extends Error {
  override name = "ConfigError";
  /** As CPython tells it, with a newline at its end. */
  readonly report: string;
  constructor(message: string, state: "preinitializing" | "preinitialized" = "preinitialized") {
    super(message);
    this.report = `Fatal Python error: ${message}\nPython runtime state: ${state}\n\n`;
  }
}

const MAX_INT = 2147483647;
const MAX_SEED = 4294967295;
const MIN_MAX_STR_DIGITS = 640;

/** A whole number as C's strtol reads all of a text; null for any other. */
function wholeNumber(text: string): number | null {
  if (!/^[ \t\n\v\f\r]*[+-]?\d+$/.test(text)) return null;
  const value = Number(text);
  return Math.abs(value) > MAX_INT ? null : value;
}

/** What is asked of options and environment: the reader of one configuration. */
class Reader {
  private readonly options: Options;
  private readonly variables: ReadonlyMap<string, string>;
  constructor(options: Options, environment: Environment) {
    this.options = options;
    const isUsed = options.ignore_environment === 0 && options.isolated === 0;
    this.variables = new Map(isUsed ? environment : []);
  }

  /** An environment variable; one that is empty is as good as none. */
  variable(name: string): string | null {
    return this.variables.get(name) || null;
  }

  /** _Py_get_env_flag: the larger of an option's count and a variable's number; a variable that is no number counts 1. */
  flag(option: number, name: string): number {
    const text = this.variable(name);
    if (text === null) return option;
    const value = wholeNumber(text);
    return Math.max(option, value === null || value < 0 ? 1 : value);
  }

  /** What follows -X NAME=: "" for -X NAME alone, null without. The first of several counts. */
  xoption(name: string): string | null {
    for (const option of this.options.xoptions) {
      if (option === name) return "";
      if (option.startsWith(`${name}=`)) return option.slice(name.length + 1);
    }
    return null;
  }

  /** Whether -X NAME or a variable is there. */
  isAsked(name: string, variable: string): number {
    return this.xoption(name) !== null || this.variable(variable) !== null ? 1 : 0;
  }
}

function utf8Mode(reader: Reader): number | null {
  const option = reader.xoption("utf8");
  if (option !== null) {
    if (option === "" || option === "1") return 1;
    if (option === "0") return 0;
    throw new ConfigError("preconfig_init_utf8_mode: invalid -X utf8 option value", "preinitializing");
  }
  const variable = reader.variable("PYTHONUTF8");
  if (variable === null) return null;
  if (variable === "1") return 1;
  if (variable === "0") return 0;
  throw new ConfigError("preconfig_init_utf8_mode: invalid PYTHONUTF8 environment variable value", "preinitializing");
}

function maxStringDigits(reader: Reader): number {
  const isValid = (value: number | null): value is number =>
    value !== null && (value === 0 || value >= MIN_MAX_STR_DIGITS);
  const invalid = `invalid limit; must be >= ${MIN_MAX_STR_DIGITS} or 0 for unlimited.`;
  const variable = reader.variable("PYTHONINTMAXSTRDIGITS");
  let digits = variable === null ? DEFAULT_CONFIG.int_max_str_digits : wholeNumber(variable);
  if (!isValid(digits)) throw new ConfigError(`config_init_int_max_str_digits: PYTHONINTMAXSTRDIGITS: ${invalid}`);
  const option = reader.xoption("int_max_str_digits");
  if (option !== null) {
    digits = wholeNumber(option);
    if (!isValid(digits)) throw new ConfigError(`config_init_int_max_str_digits: -X int_max_str_digits: ${invalid}`);
  }
  return digits;
}

function cpuCount(reader: Reader): number {
  const read = (text: string, name: string): number => {
    if (text === "default") return -1;
    const count = wholeNumber(text);
    if (count !== null && count >= 1) return count;
    const rule = "n is missing or an invalid number, n must be greater than 0";
    throw new ConfigError(`config_init_cpu_count: ${name}: ${rule}`);
  };
  const variable = reader.variable("PYTHON_CPU_COUNT");
  const count = variable === null ? -1 : read(variable, "PYTHON_CPU_COUNT=n");
  const option = reader.xoption("cpu_count");
  return option === null ? count : read(option, "-X cpu_count=n option");
}

/** There is no tracemalloc: who asks for it is told so. */
function refuseTracemalloc(reader: Reader): void {
  const given = [
    [reader.variable("PYTHONTRACEMALLOC"), "PYTHONTRACEMALLOC"],
    [reader.xoption("tracemalloc"), "-X tracemalloc=NFRAME"],
  ] as const;
  for (const [text, name] of given) {
    if (text === null || text === "0") continue;
    const frames = text === "" ? 1 : wholeNumber(text);
    if (frames === null || frames < 0) {
      throw new ConfigError(`config_init_tracemalloc: ${name}: invalid number of frames`);
    }
    throw new ConfigError(`${name}: this machine has no tracemalloc`);
  }
}

/** Hashes are those of the seed 0 whatever is asked for; only what is no seed is refused. */
function checkHashSeed(reader: Reader): void {
  const text = reader.variable("PYTHONHASHSEED");
  if (text === null || text === "random") return;
  if (/^\s*\+?\d+$/.test(text) && Number(text) <= MAX_SEED) return;
  const rule = `PYTHONHASHSEED must be "random" or an integer in range [0; ${MAX_SEED}]`;
  throw new ConfigError(`config_init_hash_seed: ${rule}`);
}

function frozenModules(reader: Reader): number {
  const option = reader.xoption("frozen_modules");
  const text = option ?? reader.variable("PYTHON_FROZEN_MODULES");
  if (text === null || text === "on" || (text === "" && option !== null)) return 1;
  if (text === "off") return 0;
  if (option === null) return 1;
  throw new ConfigError('bad value for option -X frozen_modules (expected "on" or "off")');
}

/** The global interpreter lock is always there. */
function checkLock(reader: Reader): void {
  const option = reader.xoption("gil");
  const variable = reader.variable("PYTHON_GIL");
  if (variable === "0" || option === "0") {
    throw new ConfigError("config_read_gil: Disabling the GIL is not supported by this build");
  }
  if (variable !== null && variable !== "1") {
    throw new ConfigError('config_read_gil: PYTHON_GIL / -X gil must be "0" or "1"');
  }
  if (option !== null && option !== "1")
    throw new ConfigError('config_read_gil: PYTHON_GIL / -X gil must be "0" or "1"');
}

/** Standard streams' encoding and error handler: PYTHONIOENCODING, else by the locale. */
function streamsOf(reader: Reader, localeErrors: string): Pick<PythonConfig, "stdio_encoding" | "stdio_errors"> {
  const given = reader.variable("PYTHONIOENCODING");
  const utf8 = { stdio_encoding: DEFAULT_CONFIG.stdio_encoding, stdio_errors: localeErrors };
  if (given === null) return utf8;
  const colon = given.indexOf(":");
  const encoding = colon < 0 ? given : given.slice(0, colon);
  const errors = colon < 0 ? "" : given.slice(colon + 1);
  if (encoding !== "") return { stdio_encoding: encoding, stdio_errors: errors || "strict" };
  return errors === "" ? utf8 : { ...utf8, stdio_errors: errors };
}

/** sys.warnoptions: the later ones go first when filters are asked. */
function warningOptions(reader: Reader, options: Options, isDev: boolean): string[] {
  const variable = reader.variable("PYTHONWARNINGS");
  const all = isDev ? ["default"] : [];
  if (variable !== null) all.push(...variable.split(",").filter((text) => text !== ""));
  all.push(...options.warnoptions);
  if (options.bytes_warning > 0) all.push(options.bytes_warning > 1 ? "error::BytesWarning" : "default::BytesWarning");
  return all;
}

/** What locale's names say of a text's encoding: LC_CTYPE as setlocale() takes it. */
function localeOf(environment: Environment): string {
  const variables = new Map(environment);
  return variables.get("LC_ALL") || variables.get("LC_CTYPE") || variables.get("LANG") || "C";
}
const isLegacy = (locale: string): boolean => locale === "C" || locale === "POSIX";
/** Locales in which texts that are no UTF-8 pass the standard streams unharmed. */
const LENIENT = /^(C|POSIX|C\.(UTF-8|utf8)|UTF-8)$/;
const COERCED = "C.UTF-8";

/**
 * The environment as the program sees it: where no locale is set, LC_CTYPE is (_Py_CoerceLegacyLocale), so that children
 * speak UTF-8, too.
 */
export function coercedEnvironment(options: Options, environment: Environment): Environment {
  const reader = new Reader(options, environment);
  const isAllSet = environment.some(([name, value]) => name === "LC_ALL" && value !== "");
  if (isAllSet || !isLegacy(localeOf(environment)) || reader.variable("PYTHONCOERCECLOCALE") === "0")
    return environment;
  return [...environment.filter(([name]) => name !== "LC_CTYPE"), ["LC_CTYPE", COERCED]];
}

/** Reads the configuration. heedsLocale: whether the environment's locale counts. Throws ConfigError. */
export function readConfig(options: Options, environment: Environment, heedsLocale: boolean): PythonConfig {
  const reader = new Reader(options, environment);
  const locale = heedsLocale ? localeOf(environment) : COERCED;
  const utf8_mode = utf8Mode(reader) ?? (isLegacy(locale) ? 1 : 0);
  checkHashSeed(reader);
  checkLock(reader);
  refuseTracemalloc(reader);
  const isolated = options.isolated > 0 ? 1 : 0;
  const dev_mode = reader.isAsked("dev", "PYTHONDEVMODE");
  const pycache_prefix = reader.xoption("pycache_prefix") ?? reader.variable("PYTHONPYCACHEPREFIX");
  const truth = (number: number): number => (number > 0 ? 1 : 0);
  const localeErrors = utf8_mode > 0 || LENIENT.test(locale) ? "surrogateescape" : "strict";
  return {
    isolated,
    use_environment: isolated || options.ignore_environment ? 0 : 1,
    dev_mode,
    utf8_mode,
    faulthandler: dev_mode || reader.isAsked("faulthandler", "PYTHONFAULTHANDLER"),
    import_time: reader.isAsked("importtime", "PYTHONPROFILEIMPORTTIME"),
    code_debug_ranges: 1 - reader.isAsked("no_debug_ranges", "PYTHONNODEBUGRANGES"),
    pycache_prefix: pycache_prefix === "" ? null : pycache_prefix,
    xoptions: options.xoptions,
    warnoptions: warningOptions(reader, options, dev_mode > 0),
    site_import: options.no_site > 0 ? 0 : 1,
    bytes_warning: options.bytes_warning,
    warn_default_encoding: reader.isAsked("warn_default_encoding", "PYTHONWARNDEFAULTENCODING"),
    inspect: options.interactive > 0 || reader.variable("PYTHONINSPECT") !== null ? 1 : 0,
    interactive: truth(options.interactive),
    optimization_level: reader.flag(options.optimization_level, "PYTHONOPTIMIZE"),
    parser_debug: truth(reader.flag(options.parser_debug, "PYTHONDEBUG")),
    write_bytecode: reader.flag(options.dont_write_bytecode, "PYTHONDONTWRITEBYTECODE") > 0 ? 0 : 1,
    verbose: reader.flag(options.verbose, "PYTHONVERBOSE"),
    quiet: truth(options.quiet),
    user_site_directory: isolated || reader.flag(options.no_user_site, "PYTHONNOUSERSITE") > 0 ? 0 : 1,
    buffered_stdio: reader.flag(options.unbuffered, "PYTHONUNBUFFERED") > 0 ? 0 : 1,
    ...streamsOf(reader, localeErrors),
    check_hash_pycs_mode: options.check_hash_pycs_mode,
    use_frozen_modules: frozenModules(reader),
    safe_path: isolated || options.safe_path > 0 || reader.variable("PYTHONSAFEPATH") !== null ? 1 : 0,
    int_max_str_digits: maxStringDigits(reader),
    cpu_count: cpuCount(reader),
    pythonpath_env: reader.variable("PYTHONPATH"),
    skip_source_first_line: truth(options.skip_source_first_line),
  };
}
