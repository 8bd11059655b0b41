// A session as the page sees it: every answer fits its schema, input is waited for, an error is told with its moments, a
// run that never ends can be stopped.
import { existsSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { makeBootImage } from "../machine/machine_core.ts";
import { emptyHost, HostBlocked, Library } from "../machine/recorded.ts";
import {
  METHODS,
  type Method,
  type OutputChunk,
  type RequestOf,
  type ResultOf,
  type SessionEvent,
  type SessionState,
} from "../protocol/session.ts";
import { SessionBackend } from "./session_backend.ts";

const LIBRARY_FILE = "build/stdlib.bin";
const archive = existsSync(LIBRARY_FILE) ? new Uint8Array(readFileSync(LIBRARY_FILE)) : null;
let image: Uint8Array;

beforeAll(() => {
  image = makeBootImage(archive);
}, 60_000);

function open(emit: (event: SessionEvent) => void = () => {}): SessionBackend {
  return new SessionBackend({
    image: async () => image,
    library: new Library(() => archive),
    newHost: () => {
      let input: number[] = [];
      let isEnded = false;
      return {
        host: {
          ...emptyHost,
          read: (_handle: number, maximum: number) => {
            if (input.length === 0 && !isEnded) throw new HostBlocked("standard input");
            const bytes = Uint8Array.from(input.slice(0, maximum));
            input = input.slice(maximum);
            return bytes;
          },
        },
        addFile: () => {},
        giveInput: (bytes) => input.push(...bytes),
        endInput: () => {
          isEnded = true;
        },
      };
    },
    examples: async () => new Map([["first.py", "print(1)\n"]]),
    emit,
    nowMs: () => performance.now(),
    breathe: () => new Promise((resolve) => setImmediate(resolve)),
  });
}

async function ask<M extends Method>(session: SessionBackend, method: M, params: RequestOf<M>): Promise<ResultOf<M>> {
  METHODS[method].request.parse(params);
  const handler = session.handlers[method] as (params: unknown) => unknown;
  const answer = (await handler(params)) as ResultOf<M>;
  METHODS[method].result.parse(answer);
  return answer;
}

/** Waits until a run has come beyond its start. */
async function underWay(session: SessionBackend): Promise<void> {
  while ((await ask(session, "state", {})).instructions < 10_000)
    await new Promise((resolve) => setTimeout(resolve, 20));
}

async function settled(session: SessionBackend): Promise<SessionState> {
  for (;;) {
    const state = await ask(session, "state", {});
    if (state.status !== "running") return state;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

async function run(session: SessionBackend, source: string): Promise<SessionState> {
  await ask(session, "run", { file: "program.py", source, argv: [], input: { type: "ask" } });
  return settled(session);
}

const textOf = async (session: SessionBackend, until: number): Promise<string> =>
  (await ask(session, "output", { until, limit: 1000 })).chunks.map(({ text }) => text).join("");

describe("a session", () => {
  it("finds code that no frame leads to among all that lives", async () => {
    const session = open();
    const source = `def make():
    space = {}
    exec(compile("\\n\\ndef kept(n):\\n    return n + 1\\n", "made.py", "exec"), space)
    return space["kept"]
kept = make()
print(kept(1))
`;
    const { instructions } = await run(session, source);
    const other = { file: "made.py", qualname: "kept", firstLine: 3 };
    const program = { instructionsBefore: 1, instructionsAfter: 1, other };
    const at = async (moment: number) => (await ask(session, "moment", { moment, program })).program?.other;
    const found = await at(instructions - 1);
    expect(found).toMatchObject({ qualname: "kept", firstLine: 3 });
    expect(found!.instructions.map(({ opcode }) => opcode)).toContain("RETURN_VALUE");
    // Before it is made there is none.
    expect(await at(1)).toBeNull();
  });

  it("tells what a program writes in a few pieces, however often it writes", async () => {
    const pieces: OutputChunk[] = [];
    const session = open((event) => {
      if (event.event === "output") pieces.push(event.chunk);
    });
    const { instructions } = await run(session, `for i in range(3000): print("line", i)\n`);
    const all = Array.from({ length: 3000 }, (_, i) => `line ${i}\n`).join("");
    expect(pieces.map(({ text }) => text).join("")).toBe(all);
    expect(pieces.length).toBeLessThan(200);
    const { output, totals } = await ask(session, "lanes", { from: 0, to: instructions, bucketCount: 50 });
    expect(output.length).toBeLessThanOrEqual(50);
    expect(output.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(all.length);
    expect(output.reduce((sum, { count }) => sum + count, 0)).toBe(totals.output);
  }, 60_000);

  it("answers every method about a run within its schema", async () => {
    const session = open();
    const state = await run(session, "xs = []\nfor i in range(9):\n    xs.append(i * i)\n    print(i)\n");
    expect(state).toMatchObject({ status: "finished", exitStatus: 0, error: null });
    const end = state.instructions;
    const objects = {
      objectLimit: 100,
      slotLimit: 12,
      nameLimit: 20,
      frameLimit: 6,
      expanded: [],
      expandedSlotLimit: 200,
      also: [],
    };
    const facts = await ask(session, "moment", { moment: end - 1, objects });
    const list = facts.objects!.objects.find(({ type }) => type === "list")!;
    expect(list.length).toBe(9);
    for (const moment of [0, 1, end >> 1, end]) {
      await ask(session, "moment", {
        moment,
        program: { instructionsBefore: 5, instructionsAfter: 5 },
        objects,
        allocators: { arenaFrom: 0, arenaLimit: 4, pool: null, listLimit: 4 },
        bytes: { from: list.address, bytes: 128 },
        selection: { address: list.address, referrerLimit: 4 },
      });
    }
    const query = { back: false, address: list.address, breakpoints: [{ file: "program.py", line: 4 }] };
    for (const kind of ["instruction", "line", "over", "out", "call", "change", "breakpoint"] as const) {
      await ask(session, "step", { ...query, from: 5, kind });
      await ask(session, "step", { ...query, from: end - 2, kind, back: true });
    }
    const lanes = await ask(session, "lanes", { from: 0, to: end, bucketCount: 40 });
    expect(lanes.output.map(({ bytes }) => bytes).reduce((sum, bytes) => sum + bytes, 0)).toBe(18);
    const history = await ask(session, "history", { address: list.address, moment: end >> 1 });
    expect(history.born!.moment).toBeLessThan(end >> 1);
    expect(history.freed!.atExit).toBe(true);
    // append() writes its length each time.
    expect(history.field).toBe("ob_size");
    expect(history.fieldWrites).toBeGreaterThanOrEqual(9);
    const born = { what: "born", address: list.address, bytes: 8, from: end >> 1, back: true } as const;
    expect(await ask(session, "when", born)).toMatchObject({ moment: history.born!.moment, line: 1 });
    expect(lanes.totals.allocations).toBeGreaterThan(9);
    expect(await ask(session, "repeat", {})).not.toBeUndefined();
    expect((await ask(session, "find", { moment: end - 1, text: "xs", limit: 4 })).findings.length).toBeGreaterThan(0);
    expect((await ask(session, "source", { file: "program.py" })).text).toContain("xs = []");
    expect((await ask(session, "examples", {})).files).toEqual(["first.py"]);
    expect(await textOf(session, end)).toBe("0\n1\n2\n3\n4\n5\n6\n7\n8\n");
  }, 60_000);

  it("names the instruction that comes next, wherever a jump leads", async () => {
    const session = open();
    const { instructions: end } = await run(
      session,
      "n = 0\nwhile n < 5:\n    n += 1\n    if n == 3: continue\n    n = n\n",
    );
    const program = { instructionsBefore: 1, instructionsAfter: 1 };
    let outside = 0;
    for (let moment = 1; moment < end; moment++) {
      const { program: facts } = await ask(session, "moment", { moment, program });
      if (facts === undefined || facts.nextOffset === null) continue;
      expect(facts.next?.offset, `moment ${moment}`).toBe(facts.nextOffset);
      if (facts.instructions.every(({ offset }) => offset !== facts.nextOffset)) outside++;
    }
    expect(outside).toBeGreaterThan(2);
  }, 60_000);

  it("says what an instruction changed by the moment before it", async () => {
    const session = open();
    await run(session, "name = 1\nname = 2\nname = 3\n");
    const { moment } = await ask(session, "step", {
      from: 3,
      kind: "line",
      back: false,
      address: null,
      breakpoints: [],
    });
    const facts = await ask(session, "moment", { moment: moment! + 1 });
    expect(facts.step.effects[0]).toMatchObject({ type: "store", was: { text: "1" }, now: { text: "2" } });
  }, 60_000);

  it("tells where a program's own part ends, and why a source does not compile", async () => {
    const session = open();
    const ended = await run(session, "x = {}\nx['key']\n");
    expect(ended.error).toMatchObject({ type: "KeyError", message: "'key'", place: null });
    expect(ended.codeEnd).toBeGreaterThan(3);
    expect(ended.codeEnd).toBeLessThan(20);
    expect(ended.instructions).toBeGreaterThan(ended.codeEnd!);
    const last = await ask(session, "moment", { moment: ended.codeEnd! });
    expect(last.step.effects).toEqual([{ type: "raise", error: "KeyError", message: "'key'" }]);
    const file = await run(session, "open('nowhere')\n");
    expect(file.error?.message).toBe("[Errno 2] No such file or directory: 'nowhere'");
    const refused = await run(session, "ok = 1\nwrong = (1,\n");
    expect(refused).toMatchObject({ status: "finished", instructions: 0, exitStatus: 1 });
    const place = { file: "program.py", line: 2, column: 8, endLine: 2, endColumn: 9 };
    expect(refused.error).toMatchObject({ type: "SyntaxError", message: "'(' was never closed", place });
  }, 60_000);

  it("says of an error that leaves a call what was raised, and of a method what it did", async () => {
    const session = open();
    const source =
      "def wrong():\n    raise ValueError('no')\nxs = []\ntry:\n    wrong()\nexcept ValueError:\n    xs.append(1)\n";
    const { instructions: end } = await run(session, source);
    const seen: string[] = [];
    for (let moment = 1; moment < end; moment++) {
      for (const effect of (await ask(session, "moment", { moment })).step.effects) {
        if (effect.type === "raise") seen.push(`${effect.error}: ${effect.message}`);
        if (effect.type === "length") seen.push(`${effect.place} ${effect.was} ${effect.now}`);
        if (effect.type === "return") seen.push(`returned from ${effect.function}`);
        if (effect.type === "free" && effect.value.type === "ValueError") seen.push("ValueError is gone");
      }
    }
    expect(seen).toEqual(["ValueError: no", "xs 0 1", "ValueError is gone"]);
  }, 60_000);

  it("knows a short string for one in its pool, and a watched instruction for what it stands for", async () => {
    const session = open();
    const source = `import sys
def work(n):
    m = n + 1
    return m
sys.settrace(lambda frame, event, arg: (lambda *rest: None))
word = "ab" * 3
work(2)
sys.settrace(None)
`;
    const { instructions: end } = await run(session, source);
    const [found] = (await ask(session, "find", { moment: end - 1, text: "word", limit: 2 })).findings;
    const { selection } = await ask(session, "moment", {
      moment: end - 1,
      selection: { address: found!.reference.address, referrerLimit: 1 },
    });
    const place = selection!.place as { poolAddress: number };
    const allocators = { arenaFrom: 0, arenaLimit: 1, pool: place.poolAddress, listLimit: 1 };
    const facts = await ask(session, "moment", { moment: end - 1, allocators });
    expect(facts.allocators!.pool!.census.map(({ type }) => type)).toContain("str");

    const program = { instructionsBefore: 20, instructionsAfter: 20 };
    let seen: string[] = [];
    for (let moment = 1; moment <= end && seen.length === 0; moment++) {
      const at = (await ask(session, "moment", { moment, program })).program;
      if (at?.function !== "work" || !at.instructions.some(({ specialised }) => specialised === "INSTRUMENTED_LINE"))
        continue;
      seen = at.instructions.map(({ opcode }) => opcode);
    }
    expect(seen).toEqual(["RESUME", "LOAD_FAST", "LOAD_CONST", "BINARY_OP", "STORE_FAST", "LOAD_FAST", "RETURN_VALUE"]);
  }, 120_000);

  it("waits for a line of input, and runs again up to it", async () => {
    const session = open();
    const waiting = await run(session, 'print("hello", input("who? "))\nprint(input())\n');
    expect(waiting).toMatchObject({ status: "waiting", prompt: "who? " });
    await ask(session, "moment", { moment: waiting.instructions >> 1 });
    await ask(session, "input", { line: "you" });
    expect((await settled(session)).status).toBe("waiting");
    await ask(session, "input", { line: "more" });
    const state = await settled(session);
    expect(state).toMatchObject({ status: "finished", exitStatus: 0 });
    expect(await textOf(session, state.instructions)).toBe("who? you\nhello you\nmore\nmore\n");
  }, 60_000);

  it.each([
    ["exact", 5000],
    ["sampled", 20_000],
  ])(
    "draws collections, allocations and calls from counters: %s",
    async (_how, rounds) => {
      const session = open();
      const { instructions: end } = await run(
        session,
        `import gc\ndef f():\n    gc.collect(1)\nfor i in range(${rounds}):\n    if i % 500 == 0: f()\n    [i]\ngc.collect()\n`,
      );
      const lanes = await ask(session, "lanes", { from: 0, to: end, bucketCount: 40 });
      const count = (generation: number) =>
        lanes.collections.reduce((sum, one) => sum + (one.generation === generation ? one.count : 0), 0);
      // One of the program's own, and three of the ending: before the modules are taken apart, after it, and last.
      expect([count(1), count(2)]).toEqual([rounds / 500, 1 + 3]);
      expect(lanes.totals.collections).toBe(rounds / 500 + 1 + 3);
      expect(lanes.totals.calls).toBeGreaterThanOrEqual(rounds / 500);
      const sum = (counts: readonly number[]) => counts.reduce((total, n) => total + n, 0);
      expect(Math.abs(sum(lanes.allocated) - lanes.totals.allocations)).toBeLessThan(100);
    },
    60_000,
  );

  it("says that a loop can never end where its memory comes again", async () => {
    const session = open();
    await ask(session, "run", { file: "program.py", source: "while True: pass\n", argv: [], input: { type: "ask" } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await ask(session, "stop", {});
    await settled(session);
    expect(await ask(session, "repeat", {})).toMatchObject({ sameMemory: true });
  }, 60_000);

  it("stops an endless loop, says where it goes round, and goes on", async () => {
    const session = open();
    await ask(session, "run", {
      file: "program.py",
      source: "n = 0\nwhile True:\n    n += 1\n    n += 2\n",
      argv: [],
      input: { type: "ask" },
    });
    await underWay(session);
    await ask(session, "stop", {});
    const first = await settled(session);
    expect(first).toMatchObject({ status: "stopped", loopLines: [2, 4] });
    const repeat = await ask(session, "repeat", {});
    expect(repeat).toMatchObject({ sameMemory: false });
    expect(repeat!.length).toBeLessThan(20);
    expect(repeat!.from).toBeLessThan(first.instructions - 100);
    await ask(session, "moment", { moment: first.instructions >> 1 });
    await ask(session, "resume", {});
    await new Promise((resolve) => setTimeout(resolve, 60));
    await ask(session, "stop", {});
    expect((await settled(session)).instructions).toBeGreaterThan(first.instructions);
  }, 60_000);
});
