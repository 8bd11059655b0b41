// Sources in encodings that the parser does not know by itself: the machine's codecs decode them, in a process of their own,
// since whoever asks waits for the answer.
import { spawnSync } from "node:child_process";
import { LAUNCHER } from "./run.ts";

/** Reads bytes, writes them as UTF-8; ends with NO_CODEC, or with what the codec says. */
const PROGRAM = `
import sys
try:
    text = sys.stdin.buffer.read().decode(sys.argv[1])
    sys.stdout.buffer.write(text.encode())
except LookupError:
    sys.exit(3)
except ValueError as error:
    sys.exit(str(error))
`;
const NO_CODEC = 3;
const MOST_BYTES = 1 << 30;

/** Null where there is no such encoding. */
export function decodeByMachine(encoding: string, bytes: Uint8Array): { utf8: Uint8Array } | { error: string } | null {
  const run = spawnSync(LAUNCHER, ["-I", "-c", PROGRAM, encoding], { input: bytes, maxBuffer: MOST_BYTES });
  if (run.error !== undefined) throw run.error;
  if (run.status === NO_CODEC) return null;
  return run.status === 0 ? { utf8: run.stdout } : { error: run.stderr.toString("utf8").trimEnd() };
}
