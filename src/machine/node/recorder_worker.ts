// The worker of a recording in Node: a session (recorder/session_backend.ts) over the worker's port, with the host's files
// and clock. The thread that started it owns the terminal and the signals (machine/node/record.ts).

// First and by itself, so that no sorting of imports moves it: static addresses follow from the order of evaluation.
import "../machine_core.ts";

import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { constants, deflateRaw, deflateRawSync, inflateRawSync } from "node:zlib";
import { BrowserHost } from "../../host/browser/browser_host.ts";
import { Control } from "../../host/control.ts";
import { Library } from "../../host/library.ts";
import { NodeHost } from "../../host/node/node_host.ts";
import { serve } from "../../protocol/serve.ts";
import type { SessionEvent } from "../../protocol/session.ts";
import type { Packing } from "../../recorder/packing.ts";
import { SessionBackend, type SessionHost } from "../../recorder/session_backend.ts";
import type { ProgramStart } from "../program_start.ts";
import { directCompilation } from "./compilation.ts";
import type { RecorderSetup } from "./record.ts";

export const NODE_PACKING: Packing = {
  deflate: (bytes) => new Uint8Array(deflateRawSync(bytes, { level: 6 })),
  deflateQuickly: (bytes) => new Uint8Array(deflateRawSync(bytes, { strategy: constants.Z_RLE, memLevel: 6 })),
  deflateAside: (bytes) =>
    new Promise((resolve, reject) => {
      deflateRaw(bytes, { level: 4 }, (error, deflated) => {
        if (error === null) resolve(new Uint8Array(deflated));
        else reject(error);
      });
    }),
  // More than that no memory of a machine has.
  inflate: (bytes) => new Uint8Array(inflateRawSync(bytes, { maxOutputLength: 2 ** 31 })),
};

/** The file that a program's code names: its lines are found by it. */
function nameOfCode({ kind, program }: ProgramStart, directory: string): string {
  if (kind === "command") return "<string>";
  return kind !== "file" || program.startsWith("/") ? program : `${directory}/${program}`;
}

export function openSession(setup: RecorderSetup): void {
  const port = parentPort;
  if (port === null) throw new Error("a recorder's worker was started without a port");
  directCompilation();
  const control = new Control(setup.control);
  const inMemory = (): SessionHost => {
    const host = new BrowserHost();
    return {
      host,
      addFile: (path, bytes) => host.addFile(path, bytes),
      giveInput: (bytes) => host.giveInput(bytes),
      endInput: () => host.endInput(),
    };
  };
  const onHost = (): SessionHost => ({
    host: new NodeHost({
      control,
      ask: (request, handedOver = []) => port.postMessage(request, handedOver),
      directory: setup.directory,
      facts: {},
      keepsOutput: !setup.usesProcessStreams,
    }),
    addFile: () => {},
    giveInput: () => {},
    endInput: () => {},
  });
  let emit: (event: SessionEvent) => void = () => {};
  const session = new SessionBackend({
    image: async () => new Uint8Array(readFileSync(setup.image)),
    library: new Library(() => new Uint8Array(readFileSync(setup.library))),
    newHost: setup.inMemory ? inMemory : onHost,
    examples: async () => new Map(),
    emit: (event) => emit(event),
    nowMs: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
    isStopAsked: () => control.isStopAsked(),
    packing: NODE_PACKING,
  });
  emit = serve(
    {
      send: (message) => port.postMessage(message),
      receive: (handler) => {
        port.on("message", async (message: { type?: string; program?: ProgramStart; source?: Uint8Array | null }) => {
          // Programs of the host's own (its files, arguments, environment) are no business of the page.
          if (message.type === "record" && message.program !== undefined) {
            const { program, source } = message;
            control.clearStop();
            const shown = source ? { file: nameOfCode(program, setup.directory), bytes: source } : null;
            session.recordProgram(program, onHost(), shown).then(
              () => {
                control.begin();
                port.postMessage({ type: "began" });
              },
              (error: Error) => port.postMessage({ type: "refused", message: error.message }),
            );
          } else handler(message);
        });
      },
      close: () => {},
    },
    session.handlers,
  );
}

if (workerData !== null) openSession(workerData as RecorderSetup);

// For the benchmark of recordings and the tests of time travel, which drive a recorder in their own process.
export { utf8 } from "../../base/utf8.ts";
export { emptyHost } from "../../host/empty_host.ts";
export { Journal } from "../../host/journal.ts";
export { Recorder } from "../../recorder/recorder.ts";
export { writeRecording } from "../../recorder/recording_file.ts";
export { canonicalize, memoryHash, whileCanonical } from "../canonical.ts";
export { boot, ending, instructionCount, run, setLook, start } from "../machine_core.ts";
export { Library };
