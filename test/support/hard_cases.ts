// The programs that lean hardest on native frames, replay and stops. Their outcome is the same on every host.
export interface HardCase {
  readonly name: string;
  readonly source: string;
  /** Lines given to input(), one whenever it waits. */
  readonly inputs: readonly string[];
  /** Milliseconds from its first output until the run is stopped; null: it ends by itself. */
  readonly stopAfterMs: number | null;
  readonly expected: { readonly status: "finished" | "stopped"; readonly output: string };
}

export const HARD_CASES: readonly HardCase[] = [
  {
    // Each level is a call and a generator: what CPython allows is 498 levels.
    name: "sum(size(c) for c in children) on trees up to 900 deep at recursion limit 1,000",
    source: `import sys
sys.setrecursionlimit(1000)
def size(children):
    return 1 + sum(size(c) for c in children)
def nested(depth):
    tree = []
    for i in range(depth):
        tree = [tree]
    return tree
for depth in 450, 498, 499, 900:
    try:
        print(size(nested(depth)))
    except RecursionError as error:
        print(error)
`,
    inputs: [],
    stopAfterMs: null,
    expected: { status: "finished", output: `451\n499\n${"maximum recursion depth exceeded\n".repeat(2)}` },
  },
  {
    name: "input() inside a key function",
    source: "print(sorted([3, 1, 2], key=lambda n: int(input(f'{n}? '))))\n",
    inputs: ["5", "9", "7"],
    stopAfterMs: null,
    expected: { status: "finished", output: "3? 1? 2? [3, 2, 1]\n" },
  },
  {
    name: "deque(itertools.count(), maxlen=0), stopped",
    source: `import itertools
from collections import deque
print("begin")
deque(itertools.count(), maxlen=0)
`,
    inputs: [],
    stopAfterMs: 600,
    expected: { status: "stopped", output: "begin\n" },
  },
  {
    name: "a comparison that never ends inside a sort, stopped",
    source: `class Key:
    def __lt__(self, other):
        while True:
            pass
print("begin")
sorted([Key(), Key()])
`,
    inputs: [],
    stopAfterMs: 900,
    expected: { status: "stopped", output: "begin\n" },
  },
];

/** Longest time for an answer of a run that is between instructions. */
const SILENT_MS = 3000;
const PAUSE_MS = 50;
const pause = <T>(ms: number, value: T): Promise<T> => new Promise((resolve) => setTimeout(resolve, ms, value));

/** Waits for a run's first output. In the middle of an endless instruction a run does not answer: by then it has printed. */
export async function printed(output: () => Promise<string>): Promise<void> {
  for (let text: string | null = ""; text === ""; await pause(PAUSE_MS, null)) {
    text = await Promise.race([output(), pause(SILENT_MS, null)]);
  }
}
