// Requests, answers and events as messages, over anything that carries structured data (a worker's postMessage) or,
// with `toText` and `fromText`, text (a WebSocket).
// Invariant: ids are unique within one connection; an answer carries the id of its request; events carry none.
import type { Method, RequestOf, ResultOf, SessionEvent } from "./session.ts";

export interface RequestMessage<M extends Method = Method> {
  readonly id: number;
  readonly method: M;
  readonly params: RequestOf<M>;
}

/** superseded: a newer request made it pointless · refused: not possible in this state · invalid: breaks the schema ·
 *  internal: Underglass failed. */
export type FailureCode = "superseded" | "refused" | "invalid" | "internal";

export type AnswerMessage =
  | { readonly id: number; readonly result: unknown }
  | { readonly id: number; readonly failure: { readonly code: FailureCode; readonly message: string } };

export type EventMessage = SessionEvent;
export type FromBackend = AnswerMessage | EventMessage;

export interface Channel {
  send(message: unknown): void;
  receive(handler: (message: unknown) => void): void;
  /** Calls back where the other end is gone and will answer nothing more. */
  broken?(handler: (error: Error) => void): void;
  close(): void;
}

export class Failure extends Error {
  readonly code: FailureCode;
  constructor(code: FailureCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** What the page holds: the worker behind a channel, or another implementation of the same contract. */
export interface Backend {
  request<M extends Method>(method: M, params: RequestOf<M>): Promise<ResultOf<M>>;
  onEvent(listener: (event: SessionEvent) => void): () => void;
  close(): void;
}

/** The asking end. No request waits for ever: where the channel breaks, each fails with its error. */
export function connect(channel: Channel): Backend {
  const waiting = new Map<number, { resolve: (value: never) => void; reject: (reason: Error) => void }>();
  let breakage: Error | null = null;
  const failAll = (reason: Error): void => {
    for (const asked of waiting.values()) asked.reject(reason);
    waiting.clear();
  };
  channel.broken?.((error) => {
    breakage ??= error;
    failAll(breakage);
  });
  const listeners = new Set<(event: SessionEvent) => void>();
  let nextId = 1;
  channel.receive((raw) => {
    const message = raw as FromBackend;
    if ("event" in message) {
      for (const listener of listeners) listener(message);
      return;
    }
    const asked = waiting.get(message.id);
    if (!asked) return;
    waiting.delete(message.id);
    if ("failure" in message) asked.reject(new Failure(message.failure.code, message.failure.message));
    else asked.resolve(message.result as never);
  });
  return {
    request(method, params) {
      const id = nextId++;
      return new Promise((resolve, reject) => {
        if (breakage !== null) {
          reject(breakage);
          return;
        }
        waiting.set(id, { resolve, reject });
        channel.send({ id, method, params });
      });
    },
    onEvent(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      channel.close();
      failAll(new Failure("refused", "the connection was closed"));
    },
  };
}

const BYTES_KEY = "$bytes";

/** Text for a channel that carries only text: bytes become {"$bytes": hex}. */
export function toText(message: unknown): string {
  return JSON.stringify(message, (_key, value: unknown) => {
    if (!(value instanceof Uint8Array)) return value;
    let hex = "";
    for (const byte of value) hex += byte.toString(16).padStart(2, "0");
    return { [BYTES_KEY]: hex };
  });
}

export function fromText(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (value === null || typeof value !== "object") return value;
    const hex = (value as Record<string, unknown>)[BYTES_KEY];
    if (typeof hex !== "string") return value;
    const bytes = new Uint8Array(hex.length >> 1);
    for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16);
    return bytes;
  });
}
