// The handle's worker in a browser: fetches boot image and library once, and hands them to a module worker.
import { makeControlBuffer } from "../../host/control.ts";
import type { MachineOptions, WorkerPort } from "../index.ts";
import type { FromWorker, WorkerSetup } from "../messages.ts";

/** What is used of a browser: the package's entry is compiled without its types. */
interface PageWorker {
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: FromWorker }) => void): void;
  addEventListener(type: "error", listener: (event: { readonly message: string }) => void): void;
  terminate(): void;
}
const page = globalThis as unknown as {
  readonly location: { readonly href: string };
  readonly Worker: new (url: URL, options: { type: "module" }) => PageWorker;
};

const cached = new Map<string, Promise<Uint8Array>>();

function fetchBytes(url: string): Promise<Uint8Array> {
  let bytes = cached.get(url);
  if (bytes === undefined) {
    bytes = fetch(url).then(async (answer) => {
      if (!answer.ok) throw new Error(`${url}: ${answer.status} ${answer.statusText}`);
      return new Uint8Array(await answer.arrayBuffer());
    });
    cached.set(url, bytes);
    bytes.catch(() => cached.delete(url));
  }
  return bytes;
}

export async function startPort(options: MachineOptions): Promise<WorkerPort> {
  const location = new URL(options.location ?? "machine/", page.location.href);
  const [image, library] = await Promise.all([
    fetchBytes(new URL("boot.bin", location).href),
    fetchBytes(new URL("stdlib.bin", location).href),
  ]);
  const control = makeControlBuffer();
  const worker = new page.Worker(new URL("plain.js", location), { type: "module" });
  const setup: WorkerSetup = {
    control,
    image,
    library,
    usesProcessStreams: false,
    directory: "/",
    reportsLayers: false,
    findsLostBlocks: false,
  };
  worker.postMessage({ type: "setup", setup });
  return {
    control,
    send: (message) => worker.postMessage(message),
    onMessage: (listener) =>
      worker.addEventListener("message", ({ data }) => {
        if (typeof data?.type === "string") listener(data);
      }),
    onFailure: (listener) => worker.addEventListener("error", (event) => listener(event.message)),
    terminate: () => worker.terminate(),
  };
}
