// Source files for the commands that compile without a machine, and how their errors and warnings are printed: as CPython
// prints them.

import { readFileSync, statSync } from "node:fs";
import { characterByName } from "../base/unicode/names.ts";
import type { Code } from "../bytecode/code.ts";
import type { CompileErrorData, CompileWarning } from "../compiler/errors.ts";
import type { IsInterned } from "../compiler/frozensets.ts";
import { compileSource } from "../compiler/index.ts";
import { PySyntaxError } from "../parser/errors.ts";
import { decodeByMachine } from "./decode.ts";
import { CommandError, reasonOf } from "./fail.ts";

export interface SourceFile {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly modifiedSeconds: number;
}

export function readSource(path: string): SourceFile {
  try {
    const status = statSync(path);
    if (status.isDirectory()) throw new CommandError(`${path}: Is a directory`, 2);
    return { path, bytes: readFileSync(path), modifiedSeconds: Math.floor(status.mtimeMs / 1000) };
  } catch (error) {
    if (error instanceof CommandError) throw error;
    throw new CommandError(`${path}: ${reasonOf(error)}`, 2);
  }
}

/** Line `lineno` of a source, with its newline, or null. For messages only. */
function lineOf(source: Uint8Array, lineno: number): string | null {
  const lines = new TextDecoder("utf-8", { ignoreBOM: false }).decode(source).split(/(?<=\n)|(?<=\r)(?!\n)/);
  return lines[lineno - 1] ?? null;
}

function caretLines(text: string, error: CompileErrorData): string[] {
  const whole = text.replace(/\n+$/, "");
  const shown = whole.replace(/^[ \n\f]+/, "");
  if (error.offset === null) return [`    ${shown}`];
  const length = [...whole].length;
  const indent = length - [...shown].length;
  let start = error.offset;
  let end = error.lineno === error.end_lineno ? error.end_offset || start : length + 1;
  if (start > [...text].length) start = length + 1;
  if (end > [...text].length) end = length + 1;
  if (start >= end || end < 0) end = start + 1;
  const column = start - 1 - indent;
  if (column < 0) return [`    ${shown}`];
  // Other white space than blanks keeps its width.
  const before = [...shown].slice(0, column).map((letter) => (/\s/.test(letter) ? letter : " "));
  return [`    ${shown}`, `    ${before.join("")}${"^".repeat(end - start)}`];
}

/** The lines that CPython prints for a source that does not compile. */
export function errorLines(path: string, source: Uint8Array, error: CompileErrorData): string[] {
  const lines: string[] = [];
  if (error.lineno !== null) {
    lines.push(`  File "${path}", line ${error.lineno}`);
    const text = error instanceof PySyntaxError && error.text !== null ? error.text : lineOf(source, error.lineno);
    if (text !== null) lines.push(...caretLines(text, error));
  }
  lines.push(`${error.type}: ${error.message}`);
  return lines;
}

function warningLines(path: string, source: Uint8Array, warning: CompileWarning): string[] {
  const text = lineOf(source, warning.lineno)?.trim();
  const head = `${path}:${warning.lineno}: ${warning.category}: ${warning.message}`;
  return text ? [head, `  ${text}`] : [head];
}

/** Compiles a file; prints its warnings. The lines of its error where it does not compile. */
export function compileFile(file: SourceFile, isInterned?: IsInterned): { code: Code } | { errorLines: string[] } {
  if (file.bytes.includes(0)) {
    return { errorLines: ["SyntaxError: source code string cannot contain null bytes"] };
  }
  const { code, error, warnings } = compileSource(file.bytes, {
    filename: file.path,
    mode: "exec",
    optimize: 0,
    flags: 0,
    isInterned,
    nameToCodePoint: characterByName,
    decode: decodeByMachine,
    lineOfFile: (lineno) => lineOf(file.bytes, lineno),
  });
  for (const warning of warnings) {
    // As CPython's default filters: deprecations are shown for __main__ only.
    if (warning.category === "SyntaxWarning") console.error(warningLines(file.path, file.bytes, warning).join("\n"));
  }
  return code === null ? { errorLines: errorLines(file.path, file.bytes, error) } : { code };
}
