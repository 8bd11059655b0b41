// Messages between a handle and its worker. The control page (host/control.ts) carries what cannot wait for a message.
import type { Layers } from "./layers.ts";
import type { Ending, ProgramStart } from "./program_start.ts";

/** What a worker is started with. */
export interface WorkerSetup {
  readonly control: SharedArrayBuffer | ArrayBuffer;
  /** Boot image and library archive: bytes, or in Node paths of files. */
  readonly image: Uint8Array | string;
  readonly library: Uint8Array | string;
  /** True: standard streams are the process's own; else output comes as messages. */
  readonly usesProcessStreams: boolean;
  /** Where the program starts; used in Node. */
  readonly directory: string;
  /** Whether "ended" tells where the memory was when the program's own code was over. */
  readonly reportsLayers: boolean;
  /** In the checked build: whether blocks that are lost at the end (memory/leaks.ts) make the run a failed one. */
  readonly findsLostBlocks: boolean;
}

export type ToWorker =
  | { readonly type: "run"; readonly program: ProgramStart }
  /** Input for a worker that cannot share memory. */
  | { readonly type: "input"; readonly bytes: Uint8Array };

export type FromWorker =
  | { readonly type: "ready" }
  | { readonly type: "output"; readonly stream: "out" | "err"; readonly bytes: Uint8Array; readonly moment: number }
  /** Standard input is asked for: answered on the control page. In Node also what else a host asks (host/node/requests.ts). */
  | { readonly type: "input" }
  | {
      readonly type: "ended";
      readonly ending: Ending;
      readonly instructions: number;
      readonly layers: Layers | null;
    }
  | { readonly type: "stopped"; readonly instructions: number }
  /** The program could not be opened. */
  | { readonly type: "refused"; readonly message: string; readonly status: number }
  /** A bug in Underglass. */
  | { readonly type: "failed"; readonly report: string };
