// underglass record: runs a program as `run` does, and writes its recording when it ends.
import {
  accessSync,
  closeSync,
  constants,
  lstatSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname, resolve } from "node:path";
import { type RecordedEnd, RecordRefused, recordOnTerminal } from "../machine/node/record.ts";
import { CommandError, reasonOf } from "./fail.ts";
import { finish } from "./finish.ts";
import { Progress } from "./progress.ts";
import { checkProgramGiven, programStart, wrongUsage } from "./run.ts";
import { sayAtOnce } from "./say.ts";

const NAME = "underglass record";

/** What the page shows of a program: its file. */
function sourceOf(kind: string, program: string): Uint8Array | null {
  if (kind === "command") return Buffer.from(program);
  if (kind !== "file") return null;
  try {
    return readFileSync(program);
  } catch {
    return null;
  }
}

/** Takes `-o RUN` (`-oRUN`, `--output RUN`, `--output=RUN`) from between a program and its own arguments. */
export function withOutput(args: readonly string[]): { program: string[]; output: string } {
  const own = programStart(NAME, args).args;
  const program = args.slice(0, args.length - own.length);
  const option = /^(?:-o(.+)?|--output(?:=(.+))?)$/.exec(own[0] ?? "");
  const attached = option?.[1] ?? option?.[2];
  const output = attached ?? own[1];
  if (option === null || output === undefined) throw wrongUsage("no place for the recording: give -o RUN", "record");
  return { program: [...program, ...own.slice(attached === undefined ? 2 : 1)], output };
}

const MOST_LINKS = 40;

/** Where a link to nothing leads, or the path itself. */
function linkedTo(path: string): string {
  let at = path;
  for (let count = 0; lstatSync(at, { throwIfNoEntry: false })?.isSymbolicLink() && count < MOST_LINKS; count++) {
    at = resolve(dirname(at), readlinkSync(at));
  }
  return at;
}

/**
 * Writes the bytes to a file that is there only when they are whole; what stood in its place is replaced. A link is
 * followed, and what is no file (a device, a pipe) is written to.
 */
class Output {
  private readonly shown: string;
  private readonly target: string;
  private readonly isReplaced: boolean;

  /** Says now, before a long run, that nothing can be written there. Nothing is left of the attempt: the run may be killed. */
  constructor(path: string) {
    this.shown = path;
    try {
      const present = statSync(path, { throwIfNoEntry: false });
      if (present?.isDirectory()) throw new CommandError(`${path}: Is a directory`);
      this.target = present === undefined ? linkedTo(path) : realpathSync(path);
      this.isReplaced = present === undefined || present.isFile();
      if (present !== undefined) accessSync(path, constants.W_OK);
      if (this.isReplaced) {
        closeSync(openSync(this.unfinished, "w"));
        rmSync(this.unfinished);
      }
    } catch (error) {
      throw this.refusal(error);
    }
  }

  /** One for each process: two may write one recording, and the last to end it has it. */
  private get unfinished(): string {
    return `${this.target}.${process.pid}.unfinished`;
  }

  private refusal(error: unknown): CommandError {
    return error instanceof CommandError ? error : new CommandError(`${this.shown}: ${reasonOf(error)}`);
  }

  write(bytes: Uint8Array): void {
    const path = this.isReplaced ? this.unfinished : this.target;
    try {
      const file = openSync(path, "w");
      try {
        for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
      } finally {
        closeSync(file);
      }
      if (this.isReplaced) renameSync(path, this.target);
    } catch (error) {
      if (this.isReplaced) rmSync(path, { force: true });
      throw this.refusal(error);
    }
  }
}

export async function record(args: readonly string[], output: string): Promise<void> {
  checkProgramGiven(args, "record");
  const program = { ...programStart(NAME, args), memoryBytes: RECORDED_MEMORY_BYTES };
  const file = new Output(output);
  let end: RecordedEnd;
  try {
    const progress = new Progress(`writing ${output}`);
    const recorded = await recordOnTerminal(program, sourceOf(program.kind, program.program), (part) =>
      progress.show(part),
    );
    progress.clear();
    if (recorded === null) {
      sayAtOnce(`underglass: interrupted: ${output} is not written`);
      return finish({ type: "interrupted" });
    }
    end = recorded.end;
    // Ctrl-C must not end the process between a file that is begun and one that is whole.
    process.on("SIGINT", () => {});
    file.write(recorded.recording);
  } catch (error) {
    if (error instanceof RecordRefused) return finish({ type: "refused", message: error.message, status: 2 });
    throw error;
  }
  finish(end);
}

/** Most memory that a recorded program may use: with its checkpoints the process takes about twice as much. */
const RECORDED_MEMORY_BYTES = 512 * 1024 * 1024;
