// The package: `import { Machine } from "underglass"`. In Node and in a browser the same handle, each with its own worker.
import { setWorkerStarter } from "./machine/index.ts";

export { Machine, MachineError, type MachineOptions, type RunOptions, type RunOutcome } from "./machine/index.ts";

setWorkerStarter(async (options) => {
  const isNode =
    typeof (globalThis as { process?: { versions?: { node?: string } } }).process?.versions?.node === "string";
  if (isNode) return (await import("./machine/node/port.ts")).startPort();
  return (await import("./machine/browser/port.ts")).startPort(options);
});
