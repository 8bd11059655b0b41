// python3.13's command line: what an argument list and an environment ask for. A run, or something to say and a status.
// As CPython's getopt.c and config_parse_cmdline(): options until the first argument that is none, or -c or -m, which end
// them; short options can stand together.
import { VERSION, VERSION_TEXT } from "../modules/version.ts";
import type { ProgramKind } from "./program_start.ts";
import {
  ConfigError,
  coercedEnvironment,
  type Environment,
  noOptions,
  type Options,
  type PythonConfig,
  readConfig,
} from "./python_config.ts";
import { helpAll, helpEnvironment, helpOptions, helpXOptions, tryHelp, usageLine } from "./usage.ts";

/** What is told instead of running something. */
export interface Saying {
  readonly type: "say";
  readonly out: string;
  readonly err: string;
  readonly status: number;
}

export interface Run {
  readonly type: "run";
  readonly kind: ProgramKind;
  /** A file, the source after -c, a module; for standard input "-", or "" where no argument stands. */
  readonly program: string;
  /** What follows it: the program's own. */
  readonly args: readonly string[];
  readonly config: PythonConfig;
  readonly environment: Environment;
}

const USAGE_STATUS = 2;
const VERSION_NUMBER = `${VERSION.major}.${VERSION.minor}.${VERSION.micro}`;

/** Wrong usage, in CPython's words. */
class UsageError extends Error {
  override name = "UsageError";
}

/** Short options that only count how often they are there. -t and -X's kin that do nothing are not among them. */
const COUNTED: Readonly<Record<string, keyof Options>> = {
  b: "bytes_warning",
  B: "dont_write_bytecode",
  d: "parser_debug",
  E: "ignore_environment",
  i: "interactive",
  I: "isolated",
  O: "optimization_level",
  P: "safe_path",
  q: "quiet",
  R: "random_hash",
  s: "no_user_site",
  S: "no_site",
  u: "unbuffered",
  v: "verbose",
  x: "skip_source_first_line",
};
const TAKES_ARGUMENT = "cmWX";
/** Accepted, and without effect since long ago. */
const IGNORED = "t";
const HASH_MODES = ["always", "default", "never"];

interface Parsed {
  readonly options: Options;
  /** -V, counted. */
  readonly versions: number;
  readonly help: string | null;
  readonly kind: ProgramKind;
  readonly program: string;
  readonly args: readonly string[];
}

/** Throws UsageError. */
function parse(name: string, args: readonly string[]): Parsed {
  const options = noOptions();
  let versions = 0;
  const ends = (kind: ProgramKind, program: string, at: number, help: string | null = null): Parsed => ({
    options,
    versions,
    help,
    kind,
    program,
    args: args.slice(at),
  });
  let at = 0;
  while (at < args.length) {
    const argument = args[at];
    if (argument[0] !== "-" || argument === "-") break;
    at++;
    if (argument === "--") break;
    if (argument.startsWith("--")) {
      const help = longHelp(name, argument);
      if (help !== null) return ends("stdin", "", at, help);
      if (argument === "--version") versions++;
      else if (argument === "--check-hash-based-pycs") {
        if (at === args.length) throw new UsageError(`Argument expected for the ${argument} options`);
        if (!HASH_MODES.includes(args[at])) {
          throw new UsageError(`${argument} must be one of 'default', 'always', or 'never'`);
        }
        options.check_hash_pycs_mode = args[at++];
      } else throw new UsageError(`unknown option ${argument}`);
      continue;
    }
    for (let i = 1; i < argument.length; i++) {
      const letter = argument[i];
      if (letter === "h" || letter === "?") return ends("stdin", "", at, helpOptions(name));
      const counted = COUNTED[letter];
      if (counted !== undefined) (options[counted] as number)++;
      else if (letter === "V") versions++;
      else if (TAKES_ARGUMENT.includes(letter)) {
        const rest = argument.slice(i + 1);
        if (rest === "" && at === args.length) throw new UsageError(`Argument expected for the -${letter} option`);
        const value = rest === "" ? args[at++] : rest;
        if (letter === "c") return ends("command", value, at);
        if (letter === "m") return ends("module", value, at);
        options[letter === "W" ? "warnoptions" : "xoptions"].push(value);
        break;
      } else if (letter === "J") throw new UsageError("-J is reserved for Jython");
      else if (!IGNORED.includes(letter)) throw new UsageError(`Unknown option: -${letter}`);
    }
  }
  if (at === args.length) return ends("stdin", "", at);
  return args[at] === "-" ? ends("stdin", "-", at + 1) : ends("file", args[at], at + 1);
}

function longHelp(name: string, argument: string): string | null {
  switch (argument) {
    case "--help":
      return helpOptions(name);
    case "--help-env":
      return helpEnvironment();
    case "--help-xoptions":
      return helpXOptions();
    case "--help-all":
      return helpAll(name);
    default:
      return null;
  }
}

const say = (out: string, err: string, status: number): Saying => ({ type: "say", out, err, status });

/** Reads what follows the program's name. name: as usage messages call it. */
export function readCommandLine(name: string, args: readonly string[], environment: Environment): Run | Saying {
  try {
    const { options, versions, help, kind, program, args: own } = parse(name, args);
    if (help !== null) return say(help, "", 0);
    if (versions > 0) return say(`Python ${versions > 1 ? VERSION_TEXT : VERSION_NUMBER}\n`, "", 0);
    const config = readConfig(options, environment, true);
    return { type: "run", kind, program, args: own, config, environment: coercedEnvironment(options, environment) };
  } catch (error) {
    if (error instanceof ConfigError) return say("", error.report, 1);
    if (error instanceof UsageError) {
      return say("", `${error.message}\n${usageLine(name)}${tryHelp(name)}`, USAGE_STATUS);
    }
    throw error;
  }
}
