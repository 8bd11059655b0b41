// What a run begins with, as plain data: the first thing in a recording.
import { type Environment, noOptions, type PythonConfig, readConfig } from "./python_config.ts";

export type ProgramKind = "file" | "command" | "module" | "stdin" | "source";

export interface ProgramStart {
  /**
   * file: read `program` from the host · command: -c, `program` is source · module: -m, its name · stdin: read from there,
   * `program` is what stood for it, "-" or "" · source: `source` is the content of a file called `program`, which need not
   * exist (the page's editor)
   */
  readonly kind: ProgramKind;
  readonly program: string;
  readonly source?: Uint8Array;
  /** What follows the program on the command line: sys.argv[1:]. */
  readonly args: readonly string[];
  /** All of the command line: sys.orig_argv[1:]. */
  readonly commandLine: readonly string[];
  /** Environment variables of the program. */
  readonly environment: Environment;
  /** What options and environment say. */
  readonly config: PythonConfig;
  /** sys.executable. */
  readonly executable: string;
  /** Most bytes of memory; 0 for all there is. */
  readonly memoryBytes: number;
}

/** What a program that no command line started needs to be told; the rest follows. */
export interface PlainStart {
  readonly kind: ProgramKind;
  readonly program: string;
  readonly source?: Uint8Array;
  readonly args?: readonly string[];
  readonly environment?: Environment;
  readonly executable: string;
  readonly memoryBytes?: number;
}

/** A start without options of CPython's command line; the environment's PYTHON variables count. Throws ConfigError. */
export function plainStart(given: PlainStart): ProgramStart {
  const { kind, program, args = [], environment = [], memoryBytes = 0 } = given;
  const switches = { file: [], source: [], command: ["-c"], module: ["-m"], stdin: [] }[kind];
  const commandLine = [...switches, ...(program === "" ? [] : [program]), ...args];
  const config = readConfig(noOptions(), environment, false);
  return { ...given, args, environment, memoryBytes, commandLine, config };
}

/** How a run ended. */
export type Ending =
  | { readonly type: "exited"; readonly status: number }
  /** KeyboardInterrupt left the program: the process ends as by SIGINT. */
  | { readonly type: "interrupted" };
