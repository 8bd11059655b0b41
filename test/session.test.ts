// The session in the page's worker: a run is recorded, input is asked for and given, an endless loop is stopped, and moments
// can be read while and after.
import { afterEach, describe, expect, test } from "vitest";
import { type Backend, connect } from "../src/protocol/messages.ts";
import type { SessionState } from "../src/protocol/session.ts";
import { missingForWorker, startBrowserWorker } from "./support/browser_worker.ts";
import { HARD_CASES, printed } from "./support/hard_cases.ts";

let backend: Backend | null = null;
afterEach(() => backend?.close());

function open(): Backend {
  backend = connect(startBrowserWorker().channel);
  return backend;
}

function reached(session: Backend, wanted: SessionState["status"]): Promise<SessionState> {
  return new Promise((resolve, reject) => {
    session.onEvent((event) => {
      if (event.event !== "state") return;
      if (event.state.status === wanted) resolve(event.state);
      else if (event.state.status === "failed") reject(new Error(event.state.failure?.report));
    });
  });
}

const run = (session: Backend, source: string) =>
  session.request("run", { file: "program.py", source, argv: [], input: { type: "ask" } });

const text = async (session: Backend, until: number) =>
  (await session.request("output", { until, limit: 10_000 })).chunks
    .filter(({ stream }) => stream !== "in")
    .map(({ text }) => text)
    .join("");

describe.skipIf(missingForWorker() !== null)("session in the page's worker", () => {
  test("runs a program to its end and says what it printed", async () => {
    const session = open();
    const finished = reached(session, "finished");
    await run(session, "print('one')\nprint(2)\n");
    const state = await finished;
    expect(state.exitStatus).toBe(0);
    expect(state.instructions).toBeGreaterThan(5);
    expect(await text(session, state.instructions)).toBe("one\n2\n");
  });

  test("an uncaught error is exit status 1 with its traceback on standard error", async () => {
    const session = open();
    const finished = reached(session, "finished");
    await run(session, "1/0\n");
    const state = await finished;
    expect(state.exitStatus).toBe(1);
    expect(await text(session, state.instructions)).toContain("ZeroDivisionError: division by zero\n");
  });

  test("input() waits, also inside a key function, and the run goes on with what was given", async () => {
    const session = open();
    let waiting = reached(session, "waiting");
    await run(session, "print(sorted([3, 1], key=lambda n: int(input(f'{n}? '))))\n");
    expect((await waiting).prompt).toBe("3? ");
    waiting = reached(session, "waiting");
    await session.request("input", { line: "5" });
    expect((await waiting).prompt).toMatch(/1\? $/);
    const finished = reached(session, "finished");
    await session.request("input", { line: "9" });
    const state = await finished;
    expect(await text(session, state.instructions)).toBe("3? 1? [3, 1]\n");
  });

  test("an endless loop is stopped, keeps what it did, and goes on", async () => {
    const session = open();
    await run(session, "n = 0\nprint('begin')\nwhile True:\n    n += 1\n");
    await new Promise((resolve) => setTimeout(resolve, 300));
    const stopped = reached(session, "stopped");
    await session.request("stop", {});
    const state = await stopped;
    expect(state.instructions).toBeGreaterThan(100);
    expect(await text(session, state.instructions)).toBe("begin\n");
    const again = reached(session, "running");
    await session.request("resume", {});
    await again;
  });

  test.each(HARD_CASES)("$name", async ({ source, inputs, stopAfterMs, expected }) => {
    const session = open();
    let settled = Promise.race([reached(session, "waiting"), reached(session, expected.status)]);
    await run(session, source);
    if (stopAfterMs !== null) {
      await printed(() => text(session, Number.MAX_SAFE_INTEGER));
      await new Promise((resolve) => setTimeout(resolve, stopAfterMs));
      await session.request("stop", {});
    }
    let state = await settled;
    for (const line of inputs) {
      settled = Promise.race([reached(session, "waiting"), reached(session, expected.status)]);
      await session.request("input", { line });
      state = await settled;
    }
    expect(state.status).toBe(expected.status);
    expect(await text(session, state.instructions)).toBe(expected.output);
    const middle = state.instructions >> 1;
    expect((await session.request("moment", { moment: middle })).moment).toBe(middle);
    expect(await session.request("verify", {})).toEqual({ differs: null });
  });

  test("a moment reached twice has the same facts", async () => {
    const session = open();
    const finished = reached(session, "finished");
    await run(session, "a = [1, 2]\nfor i in range(50):\n    a.append(i)\n");
    const { instructions } = await finished;
    const ask = (moment: number) =>
      session.request("moment", {
        moment,
        bytes: { from: 1 << 20, bytes: 256 },
        program: { instructionsBefore: 3, instructionsAfter: 3 },
      });
    const middle = Math.floor(instructions / 2);
    const first = await ask(middle);
    await ask(3);
    expect(await ask(middle)).toEqual(first);
    expect(first.program?.file).toBe("program.py");
  });
});
