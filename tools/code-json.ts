// Our code objects and CPython's in one form, and the first difference between two.
import { doubleToHex } from "../src/base/float_text.ts";
import type { Code, CodeConstant } from "../src/bytecode/code.ts";
import { readInstructions } from "../src/bytecode/code_units.ts";
import { positions } from "../src/bytecode/linetable.ts";
import { opcodeName } from "../src/bytecode/opcodes.ts";
import { type CompileResult, compileSource } from "../src/compiler/index.ts";

export type Json = null | number | string | boolean | Json[] | { [key: string]: Json };

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

function constantJson(constant: CodeConstant): Json {
  switch (constant.type) {
    case "int":
      return ["int", constant.value < 0n ? `-0x${(-constant.value).toString(16)}` : `0x${constant.value.toString(16)}`];
    case "float":
      return ["float", doubleToHex(constant.value)];
    case "complex":
      return ["complex", doubleToHex(constant.real), doubleToHex(constant.imag)];
    case "str":
      return ["str", hex(constant.wtf8)];
    case "bytes":
      return ["bytes", hex(constant.bytes)];
    case "tuple":
      return ["tuple", constant.items.map(constantJson)];
    case "frozenset":
      return ["frozenset", constant.items.map(constantJson).sort((a, b) => (pythonJson(a) < pythonJson(b) ? -1 : 1))];
    case "code":
      return ["code", codeJson(constant.code)];
    case "Ellipsis":
      return ["ellipsis"];
    default:
      return [constant.type];
  }
}

/** As json.dumps writes it: the sort key of frozenset items on both sides. */
function pythonJson(value: Json): string {
  return JSON.stringify(value).replaceAll(",", ", ");
}

function kindName(kind: number): string {
  const cell = kind & 0x40 ? (kind & 0x20 ? "local+cell" : "cell") : kind & 0x80 ? "free" : "local";
  return cell;
}

export function codeJson(code: Code): { [key: string]: Json } {
  return {
    co_name: code.co_name,
    co_qualname: code.co_qualname,
    co_firstlineno: code.co_firstlineno,
    co_argcount: code.co_argcount,
    co_posonlyargcount: code.co_posonlyargcount,
    co_kwonlyargcount: code.co_kwonlyargcount,
    co_flags: code.co_flags,
    co_names: code.co_names,
    co_localsplusnames: code.co_localsplusnames.map((name, i) => [name, kindName(code.co_localspluskinds[i])]),
    co_consts: code.co_consts.map(constantJson),
    co_code: hex(code.co_code),
    co_stacksize: code.co_stacksize,
    co_linetable: hex(code.co_linetable),
    co_exceptiontable: hex(code.co_exceptiontable),
  };
}

function disassembly(codeHex: string): string[] {
  return [...readInstructions(Buffer.from(codeHex, "hex"))].map(
    (i) => `${i.offset} ${opcodeName(i.opcode)} ${i.oparg}`,
  );
}

function firstDifferentLine(ours: string[], theirs: string[]): string {
  for (let i = 0; ; i++) {
    if (ours[i] === theirs[i] && i < ours.length) continue;
    const from = i > 3 ? i - 3 : 0;
    return `ours:   ${ours.slice(from, i + 4).join(" | ")}\n      theirs: ${theirs.slice(from, i + 4).join(" | ")}`;
  }
}

function places(table: string, firstLine: number): string[] {
  return [...positions(Buffer.from(table, "hex"), firstLine)].map(
    (p, i) => `${i}: ${p.lineno}:${p.col_offset}-${p.end_lineno}:${p.end_col_offset}`,
  );
}

/** The first difference between two values, as text; null if there is none. */
export function difference(path: string, ours: Json, theirs: Json): string | null {
  if (Array.isArray(ours) && Array.isArray(theirs)) {
    if (ours[0] === "float" || ours[0] === "complex") theirs = theirs.slice(0, ours.length);
    for (let i = 0; i < ours.length && i < theirs.length; i++) {
      const found = difference(`${path}[${i}]`, ours[i], theirs[i]);
      if (found !== null) return found;
    }
    return ours.length === theirs.length
      ? null
      : `${path}: ${ours.length} items, CPython has ${theirs.length}: ${JSON.stringify(ours).slice(0, 300)} / ${JSON.stringify(theirs).slice(0, 300)}`;
  }
  if (ours !== null && theirs !== null && typeof ours === "object" && typeof theirs === "object") {
    const a = ours as { [key: string]: Json };
    const b = theirs as { [key: string]: Json };
    for (const key of Object.keys(a)) {
      const found = difference(`${path}.${key}`, a[key], b[key]);
      if (found === null) continue;
      if (key === "co_code") {
        const lines = firstDifferentLine(disassembly(a[key] as string), disassembly(b[key] as string));
        return `${path}.co_code (${a.co_name} line ${a.co_firstlineno})\n      ${lines}`;
      }
      if (key === "co_linetable") {
        const line = a.co_firstlineno as number;
        const lines = firstDifferentLine(places(a[key] as string, line), places(b[key] as string, line));
        return `${path}.co_linetable (${a.co_name} line ${a.co_firstlineno})\n      ${lines}`;
      }
      return found;
    }
    return null;
  }
  if (ours === theirs) return null;
  const shown = (value: Json): string => {
    const text = JSON.stringify(value) ?? "undefined";
    return text.length > 200 ? `${text.slice(0, 200)}…` : text;
  };
  return `${path}: ${shown(ours)}, CPython has ${shown(theirs)}`;
}

export interface Request {
  path: string;
  optimize: number;
  mode: string;
  /** PyCF_ flags. */
  flags?: number;
  /** The bytes as Latin-1, for a snippet that is in no file. */
  source?: string;
}

/** What codecs do in Python: here the host's, as far as it has the encoding. */
function decodeWithHost(encoding: string, bytes: Uint8Array): { utf8: Uint8Array } | null {
  try {
    const label = encoding
      .toLowerCase()
      .replaceAll("_", "-")
      .replace(/^cp(\d+)$/, "windows-$1");
    return { utf8: Buffer.from(new TextDecoder(label, { fatal: true }).decode(bytes)) };
  } catch {
    return null;
  }
}

/** Compiles what was asked for, with the names and codecs that CPython has at hand. */
export function compileRequest(request: Request, source: Uint8Array, theirs: Answer): CompileResult {
  return compileSource(source, {
    filename: request.path,
    optimize: request.optimize as 0 | 1 | 2,
    flags: request.flags ?? 0,
    mode: request.mode as "exec",
    nameToCodePoint: (name) => (theirs.names as { [key: string]: number })[name.toUpperCase()] ?? null,
    decode: decodeWithHost,
  });
}

export type Answer = { [key: string]: Json };

/** Stands for the line of the script that called compile(). */
const ORACLE_LINE = -1;

/** The first difference between our result and CPython's answer, warnings included; null if there is none. */
export function compareResult(result: CompileResult, theirs: Answer): string | null {
  if (result.error !== null) {
    const e = result.error;
    const ours = [e.type, e.message, e.lineno, e.offset, e.end_lineno, e.end_offset];
    return theirs.code ? `error: ${JSON.stringify(ours)}` : difference("error", ours, theirs.error);
  }
  if (!theirs.code) return `no error, CPython has ${JSON.stringify(theirs.error)}`;
  const atCaller = result.warnings.some((w) => w.atCaller);
  const ourWarnings = result.warnings.map((w) => [w.category, w.message, w.atCaller ? ORACLE_LINE : w.lineno]);
  const theirWarnings = (theirs.warnings as Json[][]).map(([category, message, lineno]) =>
    atCaller && category === "DeprecationWarning" ? [category, message, ORACLE_LINE] : [category, message, lineno],
  );
  return difference("code", codeJson(result.code), theirs.code) ?? difference("warnings", ourWarnings, theirWarnings);
}
