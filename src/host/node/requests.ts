// What a machine in a worker of Node asks of the main thread, whose event loop can wait. Answers come on the control page, or
// for children over the port.
import type { MessagePort } from "node:worker_threads";

export type HostRequest =
  /** Standard input is waited for. */
  | { readonly type: "input" }
  /** The main thread's end of a port over which children are started (processes.ts). */
  | { readonly type: "children"; readonly port: MessagePort }
  /** SIGALRM after so many milliseconds, as Host.setTimer() says. */
  | { readonly type: "timer"; readonly ms: number; readonly intervalMs: number };

/** Sends a request; `handedOver` are ports that go with it. */
export type Ask = (request: HostRequest, handedOver?: readonly MessagePort[]) => void;
