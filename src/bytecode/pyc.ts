// .pyc files: a header, then one marshalled code object (importlib's _bootstrap_external.py).
//
//   offset  bytes  meaning
//        0      4  magic number: the version of the bytecode, and CR LF against text-mode transfers
//        4      4  flags: bit 0: checked by hash; bit 1: look at the source and compare
//        8      4  modification time of the source, seconds      } or 8 bytes of the source's hash (SipHash-1-3)
//       12      4  size of the source                            }
//       16         the code object
//
// Invariant of describePyc: its ranges lie side by side from the first byte to the last; together they are the file.
import type { Code } from "./code.ts";
import { readInstructions } from "./code_units.ts";
import { decodeExceptionTable } from "./exceptiontable.ts";
import { readLineTable } from "./linetable.ts";
import { dumps, loads, MarshalError, type MarshalRange } from "./marshal.ts";
import { hasFlag, OpcodeFlag, opcodeName } from "./opcodes.ts";

/** Of CPython 3.13: 3571, CR, LF. */
export const MAGIC_NUMBER: Uint8Array = Uint8Array.of(0xf3, 0x0d, 0x0d, 0x0a);

export const HEADER_BYTES = 16;
const FLAGS_OFFSET = 4;
const CHECK_OFFSET = 8;
const SIZE_OFFSET = 12;
const HASH_BYTES = 8;

const HASH_BASED = 1;
const CHECK_SOURCE = 2;

/** How the import system finds out that the source has changed. */
export type PycCheck =
  | { readonly kind: "timestamp"; readonly sourceSeconds: number; readonly sourceBytes: number }
  | { readonly kind: "hash"; readonly sourceHash: Uint8Array; readonly isChecked: boolean };

/** Not a .pyc of CPython 3.13: what importlib would raise. */
export class PycError extends Error {
  readonly pythonType: "ImportError" | "EOFError";

  constructor(pythonType: "ImportError" | "EOFError", message: string) {
    super(message);
    this.pythonType = pythonType;
  }
}

function writeLong(bytes: Uint8Array, offset: number, value: number): void {
  for (let i = 0; i < 4; i++) bytes[offset + i] = value >>> (8 * i);
}

function readLong(bytes: Uint8Array, offset: number): number {
  return (bytes[offset] | (bytes[offset + 1] << 8) | (bytes[offset + 2] << 16) | (bytes[offset + 3] << 24)) >>> 0;
}

export function writePyc(code: Code, check: PycCheck): Uint8Array {
  const header = new Uint8Array(HEADER_BYTES);
  header.set(MAGIC_NUMBER);
  if (check.kind === "timestamp") {
    writeLong(header, CHECK_OFFSET, check.sourceSeconds);
    writeLong(header, SIZE_OFFSET, check.sourceBytes);
  } else {
    writeLong(header, FLAGS_OFFSET, HASH_BASED | (check.isChecked ? CHECK_SOURCE : 0));
    header.set(check.sourceHash.subarray(0, HASH_BYTES), CHECK_OFFSET);
  }
  const body = dumps({ type: "code", code });
  const bytes = new Uint8Array(HEADER_BYTES + body.length);
  bytes.set(header);
  bytes.set(body, HEADER_BYTES);
  return bytes;
}

/** The header's meaning; throws PycError as importlib's _classify_pyc does, with the module's name in the message. */
export function readPycHeader(bytes: Uint8Array, name: string): PycCheck {
  if (MAGIC_NUMBER.some((byte, index) => bytes[index] !== byte)) {
    throw new PycError("ImportError", `bad magic number in '${name}'`);
  }
  if (bytes.length < HEADER_BYTES) {
    throw new PycError("EOFError", `reached EOF while reading pyc header of '${name}'`);
  }
  const flags = readLong(bytes, FLAGS_OFFSET);
  if ((flags & ~(HASH_BASED | CHECK_SOURCE)) !== 0) {
    throw new PycError("ImportError", `invalid flags ${flags} in '${name}'`);
  }
  if ((flags & HASH_BASED) === 0) {
    const sourceSeconds = readLong(bytes, CHECK_OFFSET);
    return { kind: "timestamp", sourceSeconds, sourceBytes: readLong(bytes, SIZE_OFFSET) };
  }
  const sourceHash = bytes.slice(CHECK_OFFSET, CHECK_OFFSET + HASH_BYTES);
  return { kind: "hash", sourceHash, isChecked: (flags & CHECK_SOURCE) !== 0 };
}

/** Reads a whole file. Throws PycError, or MarshalError for the code object. */
export function readPyc(bytes: Uint8Array, name: string): { check: PycCheck; code: Code } {
  const check = readPycHeader(bytes, name);
  const value = loads(bytes, HEADER_BYTES);
  if (value.type !== "code") throw new PycError("ImportError", `Non-code object in '${name}'`);
  return { check, code: value.code };
}

function headerRanges(bytes: Uint8Array, check: PycCheck): MarshalRange[] {
  const range = (offset: number, length: number, meaning: string, value: string) => {
    return { offset, length, meaning, value, depth: 0 };
  };
  const magic = `${bytes[0] | (bytes[1] << 8)}, CR, LF`;
  const start = [
    range(0, FLAGS_OFFSET, "magic number", magic),
    range(FLAGS_OFFSET, CHECK_OFFSET - FLAGS_OFFSET, "flags", String(readLong(bytes, FLAGS_OFFSET))),
  ];
  if (check.kind === "hash") {
    const hash = Array.from(check.sourceHash, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return [...start, range(CHECK_OFFSET, HASH_BYTES, "hash of the source", hash)];
  }
  return [
    ...start,
    range(CHECK_OFFSET, 4, "modification time of the source, in seconds", String(check.sourceSeconds)),
    range(SIZE_OFFSET, 4, "size of the source, in bytes", String(check.sourceBytes)),
  ];
}

/** The instructions in the data of co_code: each with its EXTENDED_ARGs, its caches apart. */
function codeRanges(data: Uint8Array, { offset, depth }: MarshalRange): MarshalRange[] {
  const ranges: MarshalRange[] = [];
  let end = 0;
  for (const instruction of readInstructions(data)) {
    const name = opcodeName(instruction.opcode);
    const value = hasFlag(instruction.opcode, OpcodeFlag.arg) ? `${name} ${instruction.oparg}` : name;
    const { startOffset, endOffset } = instruction;
    const codeEnd = instruction.offset + 2;
    ranges.push({ offset: offset + startOffset, length: codeEnd - startOffset, meaning: "instruction", value, depth });
    if (endOffset > codeEnd) {
      const length = Math.min(endOffset, data.length) - codeEnd;
      ranges.push({ offset: offset + codeEnd, length, meaning: "inline cache", value: name, depth });
    }
    end = Math.min(endOffset, data.length);
  }
  if (end < data.length) {
    const length = data.length - end;
    ranges.push({ offset: offset + end, length, meaning: "no whole instruction", value: "", depth });
  }
  return ranges;
}

function lineTableRanges(data: Uint8Array, { offset, depth }: MarshalRange, firstLine: number): MarshalRange[] {
  return [...readLineTable(data, firstLine)].map((entry) => {
    const { lineno, end_lineno, col_offset, end_col_offset, unitCount } = entry;
    const place =
      lineno < 0
        ? "no line"
        : col_offset < 0
          ? `line ${lineno}`
          : `${lineno}:${col_offset} to ${end_lineno}:${end_col_offset}`;
    const value = `${unitCount} ${unitCount === 1 ? "unit" : "units"}: ${place}`;
    const meaning = "location entry";
    return { offset: offset + entry.tableOffset, length: entry.tableBytes, meaning, value, depth };
  });
}

const ENTRY_START = 0x80;

function exceptionTableRanges(data: Uint8Array, { offset, depth }: MarshalRange): MarshalRange[] {
  const starts = [...data.keys()].filter((index) => index === 0 || (data[index] & ENTRY_START) !== 0);
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? data.length;
    const [range] = decodeExceptionTable(data.subarray(start, end));
    const value =
      range === undefined
        ? "no whole entry"
        : `${range.start} to ${range.end} -> ${range.target}, depth ${range.depth}${range.lasti ? ", lasti" : ""}`;
    return { offset: offset + start, length: end - start, meaning: "exception entry", value, depth };
  });
}

/**
 * Every byte of a .pyc with its meaning, in order. Damaged bytes end in one range that says what is wrong with them;
 * bytes after the code object are a range of their own.
 */
export function describePyc(bytes: Uint8Array, name: string): MarshalRange[] {
  const ranges: MarshalRange[] = [];
  let end = 0;
  let problem = "after the code object: never read";
  try {
    for (const range of headerRanges(bytes, readPycHeader(bytes, name))) ranges.push(range);
    end = HEADER_BYTES;
    let firstLine = 0;
    loads(bytes, HEADER_BYTES, (range) => {
      end = range.offset + range.length;
      const data = bytes.subarray(range.offset, end);
      if (range.meaning === "co_firstlineno") firstLine = Number(range.value);
      if (range.meaning === "co_code, data") ranges.push(...codeRanges(data, range));
      else if (range.meaning === "co_linetable, data") ranges.push(...lineTableRanges(data, range, firstLine));
      else if (range.meaning === "co_exceptiontable, data") ranges.push(...exceptionTableRanges(data, range));
      else ranges.push(range);
    });
  } catch (error) {
    if (!(error instanceof PycError || error instanceof MarshalError)) throw error;
    problem = error.message;
  }
  if (end < bytes.length) {
    ranges.push({ offset: end, length: bytes.length - end, meaning: "unread", value: problem, depth: 0 });
  }
  return ranges;
}
