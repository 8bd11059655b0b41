// The package: `import { Machine, record, inspect } from "underglass"` (docs/library.md). In Node and in a browser the same handle, each with its own worker.
import { setWorkerStarter } from "./machine/index.ts";
import { connectWorker, setSessionOpener } from "./recording.ts";

export { Machine, MachineError, type MachineOptions, type RunOptions, type RunOutcome } from "./machine/index.ts";
export {
  inspect,
  type Moment,
  openRecording,
  Recording,
  RecordingFailure,
  type RecordOptions,
  record,
  type ShownValue,
} from "./recording.ts";

const isNode =
  typeof (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node === "string";

setWorkerStarter(async (options) => {
  if (isNode) return (await import("./machine/node/port.ts")).startPort();
  return (await import("./machine/browser/port.ts")).startPort(options);
});

setSessionOpener(async (location) => {
  if (isNode) return (await import("./machine/node/record.ts")).startSession();
  const page = globalThis as unknown as {
    readonly location: { readonly href: string };
    readonly Worker: new (url: URL, options: { type: "module" }) => Parameters<typeof connectWorker>[0];
  };
  const folder = new URL(location ?? "machine/", page.location.href);
  return connectWorker(new page.Worker(new URL("plain.js", folder), { type: "module" }));
});
