// underglass pyc: every byte of a .pyc with its meaning. One line a range:
//
//   offset  bytes in hexadecimal   what they are: their value
//
// Values inside of values are indented. Long ranges show their first bytes and how many follow.
import { describePyc } from "../bytecode/pyc.ts";
import { CommandError } from "./fail.ts";
import { readSource } from "./source.ts";

const SHOWN_BYTES = 8;
const HEX_WIDTH = SHOWN_BYTES * 3 + 6;

function hex(bytes: Uint8Array): string {
  const shown = Array.from(bytes.subarray(0, SHOWN_BYTES), (byte) => byte.toString(16).padStart(2, "0")).join(" ");
  return bytes.length > SHOWN_BYTES ? `${shown} … ${bytes.length}` : shown;
}

/** The exit status: 1 when some bytes could not be read. Throws CommandError for a file that is empty or cannot be read. */
export function pyc(path: string): number {
  const { bytes } = readSource(path);
  if (bytes.length === 0) throw new CommandError(`${path}: is empty`);
  const lines: string[] = [];
  let status = 0;
  for (const { offset, length, meaning, value, depth } of describePyc(bytes, path)) {
    const data = hex(bytes.subarray(offset, offset + length)).padEnd(HEX_WIDTH);
    const text = value === "" ? meaning : `${meaning}: ${value}`;
    lines.push(`${String(offset).padStart(8)}  ${data}  ${"  ".repeat(depth)}${text}`);
    if (meaning === "unread") status = 1;
  }
  process.stdout.write(`${lines.join("\n")}\n`);
  return status;
}
