// underglass watch: serves the page on loopback and prints its address. A program travels in the address's fragment, packed
// as src/ui/state/link.ts reads it, and the page runs it in its own worker; a recording is served beside the page.
// Invariant: the page gets a program's bytes, never a text that was made of them here.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync, strToU8 } from "fflate";
import { binaryText } from "../base/binary_text.ts";
import { PycError, readPycHeader } from "../bytecode/pyc.ts";
import { startServer } from "../server/server.ts";
import { CommandError } from "./fail.ts";
import { checkRecording } from "./recording.ts";
import { readSource } from "./source.ts";

/** Names that a link can hold as they are. */
const GIVEN_NAME = /^[\w.-]{1,40}$/;
const EXAMPLE = "examples/first.py";

/** The folder of the package: the bundle stands in build/bundles/plain. */
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

/** Why the page could show nothing of a .pyc; null when it can: damage behind the header is shown as such. */
function pycProblem(bytes: Uint8Array, name: string): string | null {
  try {
    readPycHeader(bytes, name);
    return null;
  } catch (error) {
    if (error instanceof PycError) return error.message;
    throw error;
  }
}

/** More than this a page does not unpack from its link. */
const LINK_LIMIT_BYTES = 1 << 20;

/** A source that is no text in UTF-8 travels as its bytes. */
function sourceInLink(bytes: Uint8Array): string | [string] {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return [binaryText(bytes)];
  }
}

function packProgram(path: string, name: string, bytes: Uint8Array, args: readonly string[]): string {
  const content = strToU8(JSON.stringify([name, sourceInLink(bytes), null, args]));
  if (content.length > LINK_LIMIT_BYTES) throw new CommandError(`${path}: is too long to be shown`);
  return Buffer.from(deflateSync(content, { level: 9 })).toString("base64url");
}

/** What a recording begins with; a program that began so would be no text. */
const RECORDING_MAGIC = "UGREC";

/** What a file is to the page: something that the server gives, under a name of the link, or a program in the link itself. */
function shareOf(path: string, name: string, bytes: Uint8Array, args: readonly string[]): Share {
  const isRecording = Buffer.from(bytes.subarray(0, RECORDING_MAGIC.length)).toString("latin1") === RECORDING_MAGIC;
  const isCompiled = !isRecording && name.toLowerCase().endsWith(".pyc");
  if (!isRecording && !isCompiled) {
    if (bytes.includes(0)) throw new CommandError(`${path}: is no text: it contains null bytes`);
    return { given: new Map(), fragment: `p=${packProgram(path, name, bytes, args)}` };
  }
  const what = isRecording ? "a recording" : "a compiled file";
  if (args.length > 0) throw new CommandError(`${path}: ${what} takes no arguments`, 2);
  if (isRecording) {
    checkRecording(path, bytes);
    return { given: new Map([["recording", bytes]]), fragment: "r=recording" };
  }
  const problem = pycProblem(bytes, name);
  if (problem !== null) throw new CommandError(`${path}: ${problem}`);
  const given = GIVEN_NAME.test(name) ? name : "compiled.pyc";
  return { given: new Map([[given, bytes]]), fragment: `c=${given}` };
}

interface Share {
  readonly given: ReadonlyMap<string, Uint8Array>;
  readonly fragment: string;
}

/**
 * Serves until the process is ended. A recording or a compiled file is handed to the page, a program travels in the
 * address. Throws CommandError for a file that cannot be read, ServerError for a port in use.
 */
export async function watch(
  file: string | undefined,
  args: readonly string[],
  options: { port?: number },
): Promise<void> {
  const { path, bytes } = readSource(file ?? join(root, EXAMPLE));
  const name = path.slice(path.lastIndexOf("/") + 1);
  const { given, fragment } = shareOf(path, name, bytes, args);
  const server = await startServer({ page: join(root, "build", "page"), given, port: options.port });
  console.log(`Underglass shows ${name} at\n\n  ${server.url}#${fragment}\n\nCtrl-C ends it.`);
}
