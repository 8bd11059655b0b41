// A link holds the program and the moment in the URL's fragment, so it never leaves the browser:
// A recording of the server's is named instead of a program: #r=recording&m=2494
// and a compiled file, to be read byte by byte: #c=first.pyc
// #p=<program, deflated, base64url>&m=2494&d=objects&s=10152e60
// A program is [file, source, input, argv]; its source is a text, or, where the file is not that text in UTF-8, a list with
// its bytes as a text (base/binary_text.ts).
import { deflateSync, inflateSync, strFromU8, strToU8 } from "fflate";
import { binaryText, bytesOfBinary } from "../../base/binary_text.ts";
import { utf8 } from "../../base/utf8.ts";

export const DEPTHS = ["program", "objects", "allocators", "bytes", "hardware", "disk"] as const;
export type Depth = (typeof DEPTHS)[number];
/** Depths that have a view in this version. */
export const OPEN_DEPTHS: readonly Depth[] = ["program", "objects", "allocators", "bytes"];

export interface Link {
  readonly program: {
    readonly file: string;
    readonly source: Uint8Array;
    readonly input: string | null;
    /** sys.argv[1:] */
    readonly argv: readonly string[];
  } | null;
  /** Name of a recording that the server was given. */
  readonly recording: string | null;
  /** Name of a compiled file that the server was given. */
  readonly compiled?: string;
  readonly moment: number | null;
  readonly depth: Depth | null;
  readonly selection: number | null;
}

/** More source than this is not unpacked from a link: a few bytes of fragment could ask for all of memory. */
const SOURCE_LIMIT_BYTES = 1 << 20;

export function encodeLink(link: Link): string {
  const parts: string[] = [];
  if (link.program) {
    parts.push(`p=${packProgram(link.program)}`);
  }
  if (link.recording !== null) parts.push(`r=${link.recording}`);
  if (link.compiled) parts.push(`c=${link.compiled}`);
  if (link.moment !== null) parts.push(`m=${link.moment}`);
  if (link.depth) parts.push(`d=${link.depth}`);
  if (link.selection !== null) parts.push(`s=${link.selection.toString(16)}`);
  return parts.join("&");
}

let lastProgram: Link["program"] = null;
let lastPacked = "";
/** Packed once for a program, not once for each moment of it. */
function packProgram(program: NonNullable<Link["program"]>): string {
  if (
    lastProgram &&
    isSame(lastProgram.source, program.source) &&
    lastProgram.file === program.file &&
    lastProgram.input === program.input &&
    lastProgram.argv.join("\0") === program.argv.join("\0")
  ) {
    return lastPacked;
  }
  const { file, source, input, argv } = program;
  const packed = deflateSync(
    strToU8(JSON.stringify([file, textIfPlain(source) ?? [binaryText(source)], input, argv])),
    {
      level: 9,
    },
  );
  lastProgram = program;
  lastPacked = btoa(binaryText(packed)).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  return lastPacked;
}

/** What can be read of a fragment; a damaged part is left out. */
export function decodeLink(fragment: string): Link {
  const parts = new Map(
    fragment
      .replace(/^#/, "")
      .split("&")
      .map((part) => [part.slice(0, part.indexOf("=")), part.slice(part.indexOf("=") + 1)] as const),
  );
  const moment = /^\d{1,15}$/.test(parts.get("m") ?? "") ? Number(parts.get("m")) : null;
  const selection = /^[0-9a-f]{1,13}$/.test(parts.get("s") ?? "") ? Number.parseInt(parts.get("s")!, 16) : null;
  const depth = DEPTHS.find((name) => name === parts.get("d")) ?? null;
  const given = (key: string) => (/^[\w.-]{1,40}$/.test(parts.get(key) ?? "") ? parts.get(key)! : null);
  const [recording, compiled] = [given("r"), given("c")];
  const shown = { program: decodeProgram(parts.get("p")), recording, moment, depth, selection };
  return compiled === null ? shown : { ...shown, compiled };
}

function decodeProgram(text: string | undefined): Link["program"] {
  if (!text) return null;
  try {
    const packed = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
    const out = new Uint8Array(SOURCE_LIMIT_BYTES);
    const [file, source, input, argv] = JSON.parse(strFromU8(inflateSync(packed, { out }))) as unknown[];
    const bytes = bytesOfSource(source);
    if (typeof file !== "string" || bytes === null) return null;
    const given = Array.isArray(argv) ? argv.filter((one) => typeof one === "string") : [];
    return { file, source: bytes, input: typeof input === "string" ? input : null, argv: given };
  } catch {
    return null;
  }
}

function bytesOfSource(source: unknown): Uint8Array | null {
  if (typeof source === "string") return utf8(source);
  const [binary] = Array.isArray(source) ? source : [];
  return typeof binary === "string" ? bytesOfBinary(binary) : null;
}

/** The text whose UTF-8 the bytes are; null where they are something else. */
function textIfPlain(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a === b || (a.length === b.length && a.every((byte, i) => byte === b[i]));
}
