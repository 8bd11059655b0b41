// The process's arguments and environment with all their bytes. Node hands them over as text, in which bytes that are no
// UTF-8 are lost; Linux still has them.
import { readFileSync } from "node:fs";
import { textFromBytes } from "../base/surrogate_escape.ts";
import type { Environment } from "../machine/python_config.ts";

/** What Node makes of bytes that are no UTF-8. */
const LOST = "\ufffd";

/** The texts of a file that ends each with a zero byte; null where there is no such file. */
function zeroEnded(path: string): string[] | null {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch {
    return null;
  }
  const texts: string[] = [];
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(0, start);
    texts.push(textFromBytes(bytes.subarray(start, end < 0 ? bytes.length : end)));
    start = end < 0 ? bytes.length : end + 1;
  }
  return texts;
}

/** args: the last of the process's. */
export function exactArguments(args: readonly string[]): readonly string[] {
  if (!args.some((arg) => arg.includes(LOST))) return args;
  const all = zeroEnded("/proc/self/cmdline");
  return all === null || all.length < args.length ? args : all.slice(all.length - args.length);
}

export function exactEnvironment(): Environment {
  const known = Object.entries(process.env).filter((row): row is [string, string] => row[1] !== undefined);
  if (!known.some(([name, value]) => name.includes(LOST) || value.includes(LOST))) return known;
  const all = zeroEnded("/proc/self/environ");
  if (all === null) return known;
  return all
    .filter((row) => row.includes("="))
    .map((row) => [row.slice(0, row.indexOf("=")), row.slice(row.indexOf("=") + 1)]);
}
