// underglass record: runs a program as `run` does, and writes its recording when it ends.
import { closeSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { type RecordedEnd, RecordRefused, recordOnTerminal } from "../machine/node/record.ts";
import { CommandError, reasonOf } from "./fail.ts";
import { finish } from "./finish.ts";
import { programStart, wrongUsage } from "./run.ts";

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
  if (option === null || output === undefined) throw wrongUsage("no place for the recording: give -o RUN");
  return { program: [...program, ...own.slice(attached === undefined ? 2 : 1)], output };
}

/**
 * The file is opened before the run, so that a place where nothing can be written is said first; what stands there is
 * replaced when the recording is whole.
 */
export async function record(args: readonly string[], output: string): Promise<void> {
  const program = { ...programStart(NAME, args), memoryBytes: RECORDED_MEMORY_BYTES };
  const unfinished = `${output}.unfinished`;
  let file: number;
  try {
    if (statSync(output, { throwIfNoEntry: false })?.isDirectory()) throw new CommandError(`${output}: Is a directory`);
    file = openSync(unfinished, "w");
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${output}: ${reasonOf(error)}`);
  }
  let end: RecordedEnd;
  try {
    const recorded = await recordOnTerminal(program, sourceOf(program.kind, program.program));
    end = recorded.end;
    try {
      for (let at = 0; at < recorded.recording.length; ) at += writeSync(file, recorded.recording, at);
    } catch (error) {
      throw new CommandError(`${output}: ${reasonOf(error)}`);
    }
    closeSync(file);
    renameSync(unfinished, output);
  } catch (error) {
    rmSync(unfinished, { force: true });
    if (error instanceof RecordRefused) return finish({ type: "refused", message: error.message, status: 2 });
    throw error;
  }
  finish(end);
}

/** Most memory that a recorded program may use: with its checkpoints the process takes about twice as much. */
const RECORDED_MEMORY_BYTES = 512 * 1024 * 1024;
