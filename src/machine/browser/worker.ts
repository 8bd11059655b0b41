// The machine's worker in a page. Two kinds of owner: the page itself, which talks the session's protocol
// (protocol/session.ts), and the library's handle (browser/port.ts), which sends a setup and one program.
// First and by itself, so that no sorting of imports moves it: static addresses follow from the order of evaluation.
import "../machine_core.ts";

import { BrowserHost } from "../../host/browser/browser_host.ts";
import { Control } from "../../host/control.ts";
import { Library } from "../../host/library.ts";
import type { Channel } from "../../protocol/messages.ts";
import { serve } from "../../protocol/serve.ts";
import type { SessionEvent } from "../../protocol/session.ts";
import { SessionBackend } from "../../recorder/session_backend.ts";
import { failureReport } from "../failure_report.ts";
import { boot, ending, instructionCount, run, start } from "../machine_core.ts";
import { CannotStart } from "../main_module.ts";
import type { FromWorker, ToWorker, WorkerSetup } from "../messages.ts";
import type { ProgramStart } from "../program_start.ts";

/** A worker's own global, of which the page's types know only the window's. */
const scope = globalThis as unknown as {
  readonly name: string;
  postMessage(message: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: unknown }) => void): void;
};

const ROOT_BYTES = async (name: string): Promise<Uint8Array> => {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status} ${answer.statusText}`);
  return new Uint8Array(await answer.arrayBuffer());
};

/** Programs that come with the page; none where whoever serves the worker has none. */
let examples: Promise<ReadonlyMap<string, string>> | null = null;
function readExamples(): Promise<ReadonlyMap<string, string>> {
  examples ??= ROOT_BYTES("examples.json").then(
    (bytes) => new Map(JSON.parse(new TextDecoder().decode(bytes)) as [string, string][]),
    () => new Map(),
  );
  return examples;
}

/** Lets messages in: a message to itself comes after those that wait. */
const breathing = new MessageChannel();
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    breathing.port1.onmessage = () => resolve();
    breathing.port2.postMessage(null);
  });
}

// -- the page -----------------------------------------------------------------------------------------------------------

function openSession(): (message: unknown) => void {
  const image = ROOT_BYTES("boot.bin");
  const archive = ROOT_BYTES("stdlib.bin");
  let library: Uint8Array | null = null;
  let receive: (message: unknown) => void = () => {};
  const channel: Channel = {
    send: (message) => scope.postMessage(message),
    receive: (handler) => {
      receive = handler;
    },
    close: () => {},
  };
  let emit: (event: SessionEvent) => void = () => {};
  const session = new SessionBackend({
    image: async () => {
      library = await archive;
      return image;
    },
    library: new Library(() => library),
    newHost: () => {
      const host = new BrowserHost();
      return {
        host,
        addFile: (path, bytes) => host.addFile(path, bytes),
        giveInput: (bytes) => host.giveInput(bytes),
        endInput: () => host.endInput(),
      };
    },
    emit: (event) => emit(event),
    nowMs: () => performance.now(),
    breathe,
    examples: readExamples,
  });
  emit = serve(channel, session.handlers);
  return (message) => receive(message);
}

// -- the library's handle ---------------------------------------------------------------------------------------------------

function runProgram(setup: WorkerSetup, program: ProgramStart): FromWorker {
  const control = new Control(setup.control);
  const send = (message: FromWorker): void => scope.postMessage(message);
  try {
    boot(setup.image as Uint8Array);
    const host = new BrowserHost();
    const readFromOwner = (maximum: number): Uint8Array => {
      // Without shared memory nobody can hand over a line while the machine runs: input is at its end.
      const bytes = control.isShared ? control.waitForInput(() => send({ type: "input" })) : null;
      return (bytes ?? new Uint8Array(0)).subarray(0, maximum);
    };
    const wired = Object.create(host, {
      read: { value: (fd: number, maximum: number) => (fd === 0 ? readFromOwner(maximum) : host.read(fd, maximum)) },
      signals: { value: () => control.takeSignals() },
    }) as BrowserHost;
    start(program, {
      host: wired,
      journal: null,
      library: new Library(() => setup.library as Uint8Array),
      isStopAsked: () => control.isStopAsked(),
      onOutput: (stream, bytes, moment) => send({ type: "output", stream, bytes: bytes.slice(), moment }),
    });
    run();
    const end = ending();
    if (end === null) return { type: "stopped", instructions: instructionCount() };
    return { type: "ended", ending: end, instructions: instructionCount(), layers: null };
  } catch (error) {
    if (error instanceof CannotStart) return { type: "refused", message: error.message, status: error.status };
    return { type: "failed", report: failureReport(error, `running ${program.program}`) };
  }
}

let setup: WorkerSetup | null = null;
// A page that says so in the worker's name is waited for with the image and the library at hand.
let toSession: ((message: unknown) => void) | null = scope.name === "session" ? openSession() : null;
scope.addEventListener("message", ({ data }) => {
  const message = data as { readonly type?: string; readonly setup?: WorkerSetup };
  if (message.type === "setup" && message.setup) {
    setup = message.setup;
    scope.postMessage({ type: "ready" } satisfies FromWorker);
  } else if (setup !== null) {
    const order = data as ToWorker;
    if (order.type === "run") scope.postMessage(runProgram(setup, order.program));
  } else {
    toSession ??= openSession();
    toSession(data);
  }
});
