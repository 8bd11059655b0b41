// The answering end: checks each request against its schema before a handler sees it, so a handler's input is typed.
import { type Channel, Failure, type FailureCode } from "./messages.ts";
import { METHODS, type Method, type RequestOf, type ResultOf, type SessionEvent } from "./session.ts";

/** What is only sent may be something that its maker must not change. */
type Sent<T> = T extends Uint8Array ? T : T extends object ? { readonly [K in keyof T]: Sent<T[K]> } : T;
type Answer<M extends Method> = Sent<ResultOf<M>>;

export type Handlers = { readonly [M in Method]: (params: RequestOf<M>) => Promise<Answer<M>> | Answer<M> };

/** Serves a channel; returns the function that sends events. A handler throws Failure to answer with its code. */
export function serve(channel: Channel, handlers: Handlers): (event: SessionEvent) => void {
  channel.receive((raw) => {
    void answer(raw);
  });
  return (event) => channel.send(event);

  async function answer(raw: unknown): Promise<void> {
    const { id, method, params } = (raw ?? {}) as { id?: unknown; method?: unknown; params?: unknown };
    if (typeof id !== "number") return;
    try {
      if (typeof method !== "string" || !Object.hasOwn(METHODS, method)) {
        throw new Failure("invalid", `no method ${String(method)}`);
      }
      const parsed = METHODS[method as Method].request.safeParse(params);
      if (!parsed.success) throw new Failure("invalid", parsed.error.message);
      const handler = handlers[method as Method] as (params: unknown) => unknown;
      channel.send({ id, result: await handler(parsed.data) });
    } catch (error) {
      const code: FailureCode = error instanceof Failure ? error.code : "internal";
      channel.send({ id, failure: { code, message: error instanceof Error ? error.message : String(error) } });
    }
  }
}
