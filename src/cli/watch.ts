// underglass watch: serves the page on loopback and prints its address. A program travels in the address's fragment, packed
// as src/ui/state/link.ts reads it, and the page runs it in its own worker; a recording is served beside the page.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync, strToU8 } from "fflate";
import { startServer } from "../server/server.ts";
import { CommandError } from "./fail.ts";
import { checkRecording } from "./recording.ts";
import { readSource } from "./source.ts";

const EXAMPLE = "examples/first.py";

/** The folder of the package: the bundle stands in build/bundles/plain. */
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

function packProgram(name: string, source: string, args: readonly string[]): string {
  const content = JSON.stringify([name, source, null, args]);
  return Buffer.from(deflateSync(strToU8(content), { level: 9 })).toString("base64url");
}

/** What a recording begins with; a program that began so would be no text. */
const RECORDING_MAGIC = "UGREC";

/**
 * Serves until the process is ended. A recording is handed to the page, a program travels in the address. Throws
 * CommandError for a file that cannot be read, ServerError for a port in use.
 */
export async function watch(
  file: string | undefined,
  args: readonly string[],
  options: { port?: number },
): Promise<void> {
  const { path, bytes } = readSource(file ?? join(root, EXAMPLE));
  const name = path.slice(path.lastIndexOf("/") + 1);
  const isRecording = Buffer.from(bytes.subarray(0, RECORDING_MAGIC.length)).toString("latin1") === RECORDING_MAGIC;
  if (isRecording && args.length > 0) throw new CommandError(`${path}: a recording takes no arguments`, 2);
  if (isRecording) checkRecording(path, bytes);
  const given = new Map(isRecording ? [["recording", bytes]] : []);
  const fragment = isRecording ? "r=recording" : `p=${packProgram(name, new TextDecoder("utf-8").decode(bytes), args)}`;
  const server = await startServer({ page: join(root, "build", "page"), given, port: options.port });
  console.log(`Underglass shows ${name} at\n\n  ${server.url}#${fragment}\n\nCtrl-C ends it.`);
}
