// Child processes, from the machine's worker: the main thread starts them, since its event loop is free to hear of their
// ends. Requests and answers go over a message port of their own; the control page wakes who waits for an answer.
//
//   worker   request ──port──→ main thread: spawn()     spawned | refused, then exited ──port──→ worker
//
// Nothing of it exists before a program starts its first child.
import { MessageChannel, type MessagePort, receiveMessageOnPort } from "node:worker_threads";
import type { Control } from "../control.ts";
import { ERRNO } from "../errno.ts";

/** What the main thread is asked to start. */
export interface ChildRequest {
  readonly file: string;
  readonly args: readonly string[];
  readonly environment: readonly (readonly [string, string])[] | null;
  readonly directory: string;
  /** Descriptors of this process, by the child's; -1: none. */
  readonly files: readonly number[];
  readonly isNewSession: boolean;
  readonly uid: number | null;
  readonly gid: number | null;
}
export type ChildAnswer =
  | { readonly type: "spawned"; readonly pid: number }
  | { readonly type: "refused"; readonly errno: number }
  | { readonly type: "exited"; readonly pid: number; readonly status: number };

export const WNOHANG = 1;

export class Processes {
  private readonly control: Control;
  private readonly open: (port: MessagePort) => void;
  private port: MessagePort | null = null;
  private readonly running = new Set<number>();
  private readonly ended = new Map<number, number>();

  /** open: gives the main thread its end of the port. */
  constructor(control: Control, open: (port: MessagePort) => void) {
    this.control = control;
    this.open = open;
  }

  /** The child's number, or a negated errno. */
  spawn(request: ChildRequest): number {
    if (this.port === null) {
      const { port1, port2 } = new MessageChannel();
      this.port = port1;
      this.open(port2);
    }
    this.port.postMessage(request);
    for (;;) {
      const seen = this.control.wakeCount();
      const answer = this.receive();
      if (answer?.type === "spawned") {
        this.running.add(answer.pid);
        return answer.pid;
      }
      if (answer?.type === "refused") return -answer.errno;
      // Signals wait: the answer is on its way.
      if (answer === null) this.control.waitForWake(seen, Number.POSITIVE_INFINITY);
    }
  }

  /** The next message, where it is no child's end; those are noted. */
  private receive(): ChildAnswer | null {
    for (;;) {
      const received = this.port === null ? undefined : receiveMessageOnPort(this.port);
      if (received === undefined) return null;
      const answer = received.message as ChildAnswer;
      if (answer.type !== "exited") return answer;
      this.running.delete(answer.pid);
      this.ended.set(answer.pid, answer.status);
    }
  }

  hasEnded(pid: number): boolean {
    this.receive();
    return !this.running.has(pid);
  }

  /** A child that ended, of those that `pid` means; null while there is none; a negated errno. */
  take(pid: number): readonly [number, number] | null | number {
    this.receive();
    const means = (child: number): boolean => pid <= 0 || pid === child;
    for (const [child, status] of this.ended) {
      if (!means(child)) continue;
      this.ended.delete(child);
      return [child, status];
    }
    return [...this.running].some(means) ? null : -ERRNO.ECHILD;
  }
}
