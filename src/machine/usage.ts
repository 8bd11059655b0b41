// What -h and its kin say of python3.13's options, and the lines that follow a wrong one. The options are CPython's, the
// words our own; what a run here does not heed is said where it stands.

type Row = readonly [what: string, meaning: string];

const OPTIONS: readonly Row[] = [
  ["-b", "warn where bytes or bytearray is turned into str or compared with it, or bytes with int (-bb: errors)"],
  ["-B", "write no .pyc files when modules are imported"],
  ["-c cmd", "run this source text; what follows is the program's own"],
  ["-d", "turn on the debugging output of the parser; without effect here"],
  ["-E", "take nothing from environment variables whose names begin with PYTHON"],
  ["-h", "print this help and exit (-? and --help, too)"],
  ["-i", "after the program, go on with what is typed, whatever standard input is"],
  ["-I", "keep apart from the user's environment (-E, -P and -s at once)"],
  ["-m mod", "run a module of the library as the program; what follows is the program's own"],
  ["-O", "compile without assert statements and what depends on __debug__"],
  ["-OO", "and without docstrings"],
  ["-P", "put no folder that may be unsafe in front of sys.path"],
  ["-q", "begin an interactive session without the lines that tell the version"],
  ["-s", "keep the user's own folder of packages out of sys.path"],
  ["-S", "start without the module site"],
  ["-u", "write standard output and error at once, without buffers"],
  ["-v", "tell of imports on standard error (-vv: of more)"],
  ["-V", "print the version and exit (--version, too; -VV: with its origin)"],
  ["-W arg", "set a filter for warnings: action:message:category:module:line"],
  ["-x", "leave out the first line of the program's file"],
  ["-X opt", "set an option of the implementation (see --help-xoptions)"],
  ["--check-hash-based-pycs always|default|never", "how .pyc files that hold their source's hash are checked"],
  ["--help-env", "print the environment variables that count, and exit"],
  ["--help-xoptions", "print the options for -X, and exit"],
  ["--help-all", "print all of this help, and exit"],
];

const ARGUMENTS: readonly Row[] = [
  ["file", "a program in a file, or in a folder or zip file with a __main__"],
  ["-", "a program from standard input (as without any; a terminal makes it interactive)"],
  ["arg ...", "the program's own: sys.argv[1:]"],
];

const X_OPTIONS: readonly Row[] = [
  ["-X cpu_count=N", "what os.cpu_count() answers (default: what the host has)"],
  ["-X dev", "development mode: shows more warnings"],
  ["-X faulthandler", "tracebacks when the interpreter crashes; without effect here"],
  ["-X frozen_modules=[on|off]", "whether further frozen modules are used"],
  ["-X importtime", "tell on standard error how long each import took"],
  ["-X int_max_str_digits=N", "most digits when int and str are turned into each other (0: no limit)"],
  ["-X no_debug_ranges", "leave columns out of code objects"],
  ["-X perf", "support for the profiler perf; without effect here"],
  ["-X pycache_prefix=PATH", "where .pyc files are kept, instead of beside their sources"],
  ["-X tracemalloc[=N]", "trace allocations; refused here"],
  ["-X utf8[=0|1]", "switch the UTF-8 mode; texts are UTF-8 in either"],
  ["-X warn_default_encoding", "warn where a file is opened without an encoding"],
];

const VARIABLES: readonly Row[] = [
  ["PYTHONSTARTUP", "a file to run when an interactive session begins"],
  ["PYTHONPATH", "folders, with : between them, in front of the library in sys.path"],
  ["PYTHONHOME", "where the library is; without effect here, as the library is built in"],
  ["PYTHONIOENCODING", "encoding[:errors] of the standard streams"],
  ["PYTHONHASHSEED", "seed of hashes of str and bytes; here they are always those of the seed 0"],
  ["PYTHONCOERCECLOCALE", "0: leave LC_CTYPE as it is where no locale is set"],
  ["PYTHONBREAKPOINT", "what breakpoint() calls (0: nothing)"],
  ["PYTHON_COLORS", "1 or 0: whether tracebacks have colours"],
  ["PYTHON_CPU_COUNT", "-X cpu_count"],
  ["PYTHONDEBUG", "-d"],
  ["PYTHONDEVMODE", "-X dev"],
  ["PYTHONDONTWRITEBYTECODE", "-B"],
  ["PYTHONFAULTHANDLER", "-X faulthandler"],
  ["PYTHON_FROZEN_MODULES", "-X frozen_modules"],
  ["PYTHONINSPECT", "-i"],
  ["PYTHONINTMAXSTRDIGITS", "-X int_max_str_digits"],
  ["PYTHONNODEBUGRANGES", "-X no_debug_ranges"],
  ["PYTHONNOUSERSITE", "-s"],
  ["PYTHONOPTIMIZE", "-O"],
  ["PYTHONPERFSUPPORT", "-X perf"],
  ["PYTHONPROFILEIMPORTTIME", "-X importtime"],
  ["PYTHONPYCACHEPREFIX", "-X pycache_prefix"],
  ["PYTHONSAFEPATH", "-P"],
  ["PYTHONTRACEMALLOC", "-X tracemalloc"],
  ["PYTHONUNBUFFERED", "-u"],
  ["PYTHONUTF8", "-X utf8"],
  ["PYTHONVERBOSE", "-v"],
  ["PYTHONWARNDEFAULTENCODING", "-X warn_default_encoding"],
  ["PYTHONWARNINGS", "-W, with commas between several"],
];

const LINE_LENGTH = 79;

/** A row for a terminal: what, and its meaning behind it, broken at words. */
function shown([what, meaning]: Row, indent: number): string {
  const lines: string[] = [];
  let line = `${what.padEnd(indent - 2)}:`;
  if (what.length > indent - 2) {
    lines.push(`${what}:`);
    line = " ".repeat(indent - 1);
  }
  for (const word of meaning.split(" ")) {
    if (line.length + 1 + word.length > LINE_LENGTH) {
      lines.push(line);
      line = " ".repeat(indent - 1);
    }
    line += ` ${word}`;
  }
  return [...lines, line].map((text) => `${text}\n`).join("");
}

const table = (rows: readonly Row[], indent: number): string => rows.map((row) => shown(row, indent)).join("");

const NARROW = 9;
const WIDE = 18;

export const usageLine = (name: string): string =>
  `usage: ${name} [option] ... [-c cmd | -m mod | file | -] [arg] ...\n`;

/** CPython calls itself python there, whatever its name; a name of several words is a command of ours. */
export const tryHelp = (name: string): string =>
  `Try \`${name.includes(" ") ? name : "python"} -h' for more information.\n`;

export const helpOptions = (name: string): string =>
  `${usageLine(name)}Options:\n${table(OPTIONS, NARROW)}\nArguments:\n${table(ARGUMENTS, NARROW)}`;

export const helpEnvironment = (): string => `Environment variables that count:\n${table(VARIABLES, WIDE)}`;

export const helpXOptions = (): string => `Options of the implementation:\n${table(X_OPTIONS, NARROW)}`;

export const helpAll = (name: string): string => `${helpOptions(name)}\n${helpEnvironment()}\n${helpXOptions()}`;
