// How a command fails: one clear line on standard error and an exit status. Wrong usage is 2, all else that the user can
// mend is 1.

import { ERRNO, type ErrnoName } from "../host/errno.ts";
import { strerror } from "../modules/strerror.ts";

export class CommandError extends Error {
  override name = "CommandError";
  readonly status: number;
  constructor(message: string, status = 1) {
    super(message);
    this.status = status;
  }
}

/** What went wrong with a file, without its name. */
export function reasonOf(error: unknown): string {
  const code = (error as { code?: unknown }).code;
  if (typeof code === "string") {
    return Object.hasOwn(ERRNO, code) ? strerror(ERRNO[code as ErrnoName]) : code;
  }
  return error instanceof Error ? error.message : String(error);
}

/** A message on one line, whatever names are in it. */
export function oneLine(message: string): string {
  const isControl = (letter: string): boolean => letter < " " || letter === "\x7f";
  const escaped = (letter: string): string => `\\x${letter.charCodeAt(0).toString(16).padStart(2, "0")}`;
  const NAMED: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };
  return [...message].map((letter) => (isControl(letter) ? (NAMED[letter] ?? escaped(letter)) : letter)).join("");
}
