// The machine's worker in Node: one program on one machine, then the end. The thread that started it owns the terminal
// and the signals (machine/node/start.ts).

// First and by itself, so that no sorting of imports moves it: static addresses follow from the order of evaluation.
import "../machine_core.ts";

import { fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";
import { InternalError } from "../../base/assert.ts";
import { Control } from "../../host/control.ts";
import { emptyHost } from "../../host/empty_host.ts";
import { Library } from "../../host/library.ts";
import "../../host/node/inflate.ts";
import { NodeHost } from "../../host/node/node_host.ts";
import { lostBlocks } from "../../memory/leaks.ts";
import { type Image, ImageError } from "../boot_image.ts";
import { setOnProgramEnd } from "../ending.ts";
import { failureReport } from "../failure_report.ts";
import { type Layers, layers } from "../layers.ts";
import { boot, ending, instructionCount, isBrokenOff, makeBootImage, rehearse, run, start } from "../machine_core.ts";
import { CannotStart } from "../main_module.ts";
import type { FromWorker, ToWorker, WorkerSetup } from "../messages.ts";
import { type ProgramStart, plainStart } from "../program_start.ts";
import { directCompilation, directEnding } from "./compilation.ts";

const bytesOf = (given: Uint8Array | string): Uint8Array => (typeof given === "string" ? readFileSync(given) : given);

/** A file stays open as long as the process: a long run reads it again (practice). */
function imageOf(given: Uint8Array | string): Image {
  if (typeof given !== "string") return given;
  const file = openSync(given, "r");
  return {
    byteCount: fstatSync(file).size,
    read: (into, at) => {
      if (readSync(file, into, 0, into.length, at) < into.length) throw new ImageError("the boot image is cut short");
    },
  };
}

/** For tests on the checked build. Throws InternalError that names them. */
function refuseLostBlocks(): void {
  const lost = lostBlocks().map(({ address, bytes }) => `0x${address.toString(16)} (${bytes} bytes)`);
  if (lost.length > 0) throw new InternalError(`lost ${lost.length} blocks: ${lost.slice(0, 20).join(", ")}`);
}

function runProgram(setup: WorkerSetup, program: ProgramStart): FromWorker {
  const control = new Control(setup.control);
  const send = (message: FromWorker): void => parentPort?.postMessage(message);
  let doing = "starting";
  let atEnd: Layers | null = null;
  setOnProgramEnd(() => {
    if (setup.reportsLayers) atEnd = layers();
    directEnding();
  });
  try {
    directCompilation();
    boot(imageOf(setup.image));
    doing = `running ${program.kind === "command" ? "-c" : program.program}`;
    const host = new NodeHost({
      control,
      ask: (request, handedOver = []) => parentPort?.postMessage(request, handedOver),
      directory: setup.directory,
      facts: {},
      keepsOutput: !setup.usesProcessStreams,
    });
    control.begin();
    start(program, {
      host,
      journal: null,
      library: new Library(() => bytesOf(setup.library)),
      isStopAsked: () => control.isStopAsked(),
      onOutput: setup.usesProcessStreams
        ? undefined
        : (stream, bytes, moment) => send({ type: "output", stream, bytes: bytes.slice(), moment }),
    });
    const result = run();
    const end = ending();
    if (setup.findsLostBlocks && !isBrokenOff()) refuseLostBlocks();
    if (end !== null) return { type: "ended", ending: end, instructions: instructionCount(), layers: atEnd };
    if (result.reason === "stopped") return { type: "stopped", instructions: instructionCount() };
    throw new Error(`the run ended early: ${result.reason}`);
  } catch (error) {
    if (error instanceof CannotStart) return { type: "refused", message: error.message, status: error.status };
    return { type: "failed", report: failureReport(error, doing) };
  }
}

if (parentPort !== null && workerData !== null) {
  const { setup, program } = workerData as { setup: WorkerSetup; program: ProgramStart | null };
  const port = parentPort;
  // A program that came with the worker runs at once: one message less to wait for.
  if (program !== null) port.postMessage(runProgram(setup, program));
  else {
    port.postMessage({ type: "ready" } satisfies FromWorker);
    port.once("message", (message: ToWorker) => {
      if (message.type === "run") port.postMessage(runProgram(setup, message.program));
    });
  }
}

export { makeBootImage, rehearse };

/** A short program, for the build: what it makes V8 compile is what starts need (tools/build/start.ts). */
export function practise(image: Uint8Array): void {
  boot(image);
  const program = plainStart({
    kind: "command",
    program:
      "def f(*a, **k):\n    return [x for x in a]\nclass C:\n    def m(self):\n        return f'{self!r:>9}'\nprint(f(1, 2), C().m(), len('abc'), {1: 2}, 1.5)\nimport sys\ntry:\n    1 / 0\nexcept ZeroDivisionError as e:\n    print(e)\n",
    environment: [["PATH", "/bin"]],
    executable: "",
  });
  start(program, {
    host: emptyHost,
    journal: null,
    library: new Library(() => new Uint8Array(0)),
    isStopAsked: () => false,
  });
  run();
}
