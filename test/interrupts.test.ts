// Signals from outside, to a program that runs from the command line: when they arrive, and how the process ends.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";

const COMMAND = resolve("bin/underglass");
const isBuilt = ["build/start/run.cjs", "build/start/machine.cjs", "build/boot.bin"].every((path) => existsSync(path));

interface Ended {
  readonly status: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
  /** From the signal to the end. */
  readonly ms: number;
}

/** Runs a program that prints something first, and sends it a signal so much later; endsInput: and the end of input. */
function signalled(code: string, signal: NodeJS.Signals, afterMs: number, endsInput = false): Promise<Ended> {
  const child = spawn(process.execPath, [COMMAND, "run", "-c", code], { stdio: ["pipe", "pipe", "pipe"] });
  let out = "";
  let err = "";
  let sentMs = 0;
  child.stderr.on("data", (piece) => {
    err += piece;
  });
  child.stdout.on("data", (piece) => {
    if (out === "") {
      setTimeout(() => {
        sentMs = performance.now();
        child.kill(signal);
        if (endsInput) child.stdin.end();
      }, afterMs);
    }
    out += piece;
  });
  return new Promise((done) =>
    child.on("close", (status, ending) => done({ status, signal: ending, out, err, ms: performance.now() - sentMs })),
  );
}

describe.skipIf(!isBuilt)("signals", () => {
  test("Ctrl-C is KeyboardInterrupt, in a loop and in input(), and the process ends as by SIGINT", async () => {
    const loop = "print('ready', flush=True)\nwhile True: pass";
    const input = "input('ready\\n')";
    // The end of standard input right after the signal does not overtake it.
    for (const [code, endsInput] of [
      [loop, false],
      [input, false],
      [input, true],
    ] as const) {
      const { status, signal, err } = await signalled(code, "SIGINT", 100, endsInput);
      expect([status, signal], err).toEqual([null, "SIGINT"]);
      expect(err).toMatch(/KeyboardInterrupt\n$/);
    }
  });
  test.each([
    ["instructions that take long", "xs = [b'x'] * 10**6\nready()\nfor _ in range(10**6): b''.join(xs)"],
    ["compilations", "s = 'x = 1\\n' * 20000\nready()\nfor _ in range(10**6): compile(s, 's', 'exec')"],
    ["searches", "s = 'a' * 10**7\nready()\nfor _ in range(10**6): s.count('ab')"],
    ["a power", "ready()\n3 ** (10**9)"],
    ["a power modulo", "a, b, c = 3, 10**200000, 10**100000 + 1\nready()\npow(a, b, c)"],
    ["a factorial", "import math\nready()\nmath.factorial(10**8)"],
  ])(
    "Ctrl-C in %s waits for no second one",
    async (_name, code) => {
      const { signal, err, ms } = await signalled(`ready = lambda: print('ready', flush=True)\n${code}`, "SIGINT", 300);
      expect(signal, err).toBe("SIGINT");
      expect(err).toMatch(/KeyboardInterrupt\n$/);
      // It would take minutes and hours.
      expect(ms).toBeLessThan(20_000);
    },
    60_000,
  );
  test("Ctrl-C before the program begins says nothing, and there is no mess between", async () => {
    for (let delayMs = 0; delayMs < 200; delayMs += 20) {
      const child = spawn(process.execPath, [COMMAND, "run", "-c", "import time; time.sleep(60)"]);
      let err = "";
      child.stderr.on("data", (piece) => {
        err += piece;
      });
      setTimeout(() => child.kill("SIGINT"), delayMs);
      const signal = await new Promise((done) => child.on("close", (_status, ending) => done(ending)));
      expect(signal, err).toBe("SIGINT");
      expect(err).toMatch(/^$|^Traceback[\s\S]*KeyboardInterrupt\n$/);
    }
  }, 60_000);
  test("with SIG_DFL, and behind the end of a program, Ctrl-C kills it without a word", async () => {
    const chosen =
      "import signal, time\nsignal.signal(signal.SIGINT, signal.SIG_DFL)\nprint(1, flush=True)\ntime.sleep(60)";
    const finalizer =
      "import time\nclass A:\n    def __del__(self):\n        print(1, flush=True)\n        time.sleep(60)\na = A()";
    for (const code of [chosen, finalizer]) {
      const { signal, out, err } = await signalled(code, "SIGINT", 100);
      expect([signal, out, err]).toEqual(["SIGINT", "1\n", ""]);
    }
  });
  test("SIGUSR1 ends a program, and opens no debugger of Node's", async () => {
    const { signal, err } = await signalled("import time\nprint(1, flush=True)\ntime.sleep(60)", "SIGUSR1", 100);
    expect([signal, err]).toEqual(["SIGUSR1", ""]);
  });
  test("a handler that itself matches leaves a long match as it was", async () => {
    const code = `import re, signal
seen = []
def handler(number, frame):
    seen.append(re.match("(?:(a)|(b))+c", "abababc").groups())
signal.signal(signal.SIGINT, handler)
print("ready", flush=True)
match = re.match("((a+)+b|(?:(a+)+)c)d|(a+)$", "a" * COUNT)
print(match.groups(), seen[0] if seen else None)
`;
    // A match that takes about as long again for each character more: some takes long enough for the signal to come.
    for (let count = 20; count < 32; count += 2) {
      const child = spawn(process.execPath, [COMMAND, "run", "-c", code.replace("COUNT", String(count))]);
      let out = "";
      child.stdout.on("data", (piece) => {
        if (out === "") setTimeout(() => child.kill("SIGINT"), 50);
        out += piece;
      });
      await new Promise((done) => child.on("close", done));
      const [, groups, seen] = /^ready\n(\(.*?\)) (.*)\n$/.exec(out) ?? [];
      expect(groups).toBe(`(None, None, None, '${"a".repeat(count)}')`);
      if (seen === "None") continue;
      expect(seen).toBe("('a', 'b')");
      return;
    }
    expect.unreachable("the signal never came in time");
  }, 60_000);
});
