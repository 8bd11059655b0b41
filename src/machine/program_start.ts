// What a run begins with, as plain data: the first thing in a recording.

export type ProgramKind = "file" | "command" | "module" | "stdin" | "source";

export interface ProgramStart {
  /**
   * file: read `program` from the host · command: -c, `program` is source · module: -m, its name · stdin: read from there ·
   * source: `source` is the content of a file called `program`, which need not exist (the page's editor)
   */
  readonly kind: ProgramKind;
  readonly program: string;
  readonly source?: Uint8Array;
  /** What follows the program on the command line: sys.argv[1:]. */
  readonly args: readonly string[];
  /** Environment variables of the program. PYTHONPATH is read from here. */
  readonly environment: readonly (readonly [name: string, value: string])[];
  /** sys.executable. */
  readonly executable: string;
  /** Most bytes of memory; 0 for all there is. */
  readonly memoryBytes: number;
}

/** How a run ended. */
export type Ending =
  | { readonly type: "exited"; readonly status: number }
  /** KeyboardInterrupt left the program: the process ends as by SIGINT. */
  | { readonly type: "interrupted" };
