// underglass watch: serves the page on loopback and prints its address. The program travels in the address's fragment,
// packed as src/ui/state/link.ts reads it; the page runs it in its own worker.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { deflateSync, strToU8 } from "fflate";
import { startServer } from "../server/server.ts";
import { readSource } from "./source.ts";

const EXAMPLE = "examples/first.py";

/** The folder of the package: the bundle stands in build/bundles/plain. */
const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

function packProgram(name: string, source: string): string {
  return Buffer.from(deflateSync(strToU8(JSON.stringify([name, source, null])), { level: 9 })).toString("base64url");
}

/** Serves until the process is ended. Throws CommandError for a file that cannot be read, ServerError for a port in use. */
export async function watch(file: string | undefined, options: { port?: number }): Promise<void> {
  const { path, bytes } = readSource(file ?? join(root, EXAMPLE));
  const name = path.slice(path.lastIndexOf("/") + 1);
  const source = new TextDecoder("utf-8").decode(bytes);
  const server = await startServer({ page: join(root, "build", "page"), given: new Map(), port: options.port });
  console.log(`Underglass shows ${name} at\n\n  ${server.url}#p=${packProgram(name, source)}\n\nCtrl-C ends it.`);
}
