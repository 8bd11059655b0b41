import { describe, expect, it } from "vitest";
import { type Channel, connect, Failure, fromText, toText } from "./messages.ts";
import { type Handlers, serve } from "./serve.ts";
import type { SessionEvent } from "./session.ts";

/** Two ends joined by text, as a WebSocket joins them. */
function pair(): [Channel, Channel] {
  const handlers: ((message: unknown) => void)[] = [];
  const end = (own: number, other: number): Channel => ({
    send: (message) => {
      const text = toText(message);
      queueMicrotask(() => handlers[other]?.(fromText(text)));
    },
    receive: (handler) => {
      handlers[own] = handler;
    },
    close: () => {},
  });
  return [end(0, 1), end(1, 0)];
}

function handlersWith(some: Partial<Handlers>): Handlers {
  return new Proxy(some as Handlers, {
    get: (target, name) =>
      Reflect.get(target, name) ??
      (() => {
        throw new Error(`not in this test: ${String(name)}`);
      }),
  });
}

describe("messages", () => {
  it("fails all requests when the other end is gone, those that wait and those to come", async () => {
    let breaks = (_error: Error): void => {};
    const backend = connect({
      send: () => {},
      receive: () => {},
      broken: (handler) => {
        breaks = handler;
      },
      close: () => {},
    });
    const waiting = backend.request("source", { file: "a.py" });
    breaks(new Error("out of memory"));
    await expect(waiting).rejects.toThrow("out of memory");
    breaks(new Error("ended"));
    await expect(backend.request("source", { file: "b.py" })).rejects.toThrow("out of memory");
  });

  it("answers each request with its own result, in whatever order they are ready", async () => {
    const [page, worker] = pair();
    serve(
      worker,
      handlersWith({
        source: async ({ file }) => {
          if (file === "slow.py") await new Promise((resolve) => setTimeout(resolve, 5));
          return { text: file };
        },
      }),
    );
    const backend = connect(page);
    const answers = await Promise.all(["slow.py", "fast.py"].map((file) => backend.request("source", { file })));
    expect(answers).toEqual([{ text: "slow.py" }, { text: "fast.py" }]);
  });

  it("refuses what breaks the schema before a handler sees it", async () => {
    const [page, worker] = pair();
    let seen = 0;
    serve(
      worker,
      handlersWith({
        source: () => {
          seen++;
          return { text: null };
        },
      }),
    );
    const failure = await connect(page)
      .request("source", { file: 7 as unknown as string })
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Failure);
    expect((failure as Failure).code).toBe("invalid");
    expect(seen).toBe(0);
  });

  it("keeps a handler's failure code, and calls anything else internal", async () => {
    const [page, worker] = pair();
    serve(
      worker,
      handlersWith({
        stop: () => {
          throw new Failure("refused", "nothing runs");
        },
      }),
    );
    const backend = connect(page);
    const codes = await Promise.all(
      [backend.request("stop", {}), backend.request("resume", {})].map((asked) =>
        asked.then(
          () => "none",
          (error: Failure) => error.code,
        ),
      ),
    );
    expect(codes).toEqual(["refused", "internal"]);
  });

  it("delivers events to listeners until they leave", async () => {
    const [page, worker] = pair();
    const emit = serve(worker, handlersWith({}));
    const backend = connect(page);
    const seen: SessionEvent[] = [];
    const leave = backend.onEvent((event) => seen.push(event));
    const event: SessionEvent = { event: "seeking", from: 0, at: 5, target: 10 };
    emit(event);
    await new Promise((resolve) => setTimeout(resolve, 1));
    leave();
    emit(event);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(seen).toEqual([event]);
  });

  it("carries bytes through text unchanged", () => {
    const message = { a: new Uint8Array([0, 1, 254, 255]), b: [{ c: new Uint8Array(0) }], d: null, e: "x" };
    expect(fromText(toText(message))).toEqual(message);
  });
});
