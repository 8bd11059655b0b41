// The programs that lean hardest on native frames, replay and stops. Their outcome is the same on every host.
export interface HardCase {
  readonly name: string;
  readonly source: string;
  /** Lines given to input(), one whenever it waits. */
  readonly inputs: readonly string[];
  /** Milliseconds until the run is stopped; null: it ends by itself. */
  readonly stopAfterMs: number | null;
  readonly expected: { readonly status: "finished" | "stopped"; readonly output: string };
}

export const HARD_CASES: readonly HardCase[] = [
  {
    name: "sum() over a generator that recurs 900 deep at recursion limit 1,000",
    source: `import sys
sys.setrecursionlimit(1000)
tree = []
for i in range(450):
    tree = [tree]
def size(children):
    return 1 + sum(size(c) for c in children)
print(size(tree))
for i in range(300):
    tree = [tree]
try:
    print(size(tree))
except RecursionError as error:
    print("RecursionError")
`,
    inputs: [],
    stopAfterMs: null,
    expected: { status: "finished", output: "451\nRecursionError\n" },
  },
  {
    name: "input() inside a key function",
    source: "print(sorted([3, 1, 2], key=lambda n: int(input(f'{n}? '))))\n",
    inputs: ["5", "9", "7"],
    stopAfterMs: null,
    expected: { status: "finished", output: "3? 1? 2? [3, 2, 1]\n" },
  },
  {
    name: "a consumer of an endless iterator, stopped",
    source: "print('begin')\nsum(iter(int, 1))\n",
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
