// The example of docs/library.md, and what it answers.
import { readFileSync } from "node:fs";
import { expect } from "vitest";

/** The example's source: the one block of JavaScript. */
export function documentedExample(): string {
  const blocks = [...readFileSync("docs/library.md", "utf8").matchAll(/```js\n([\s\S]*?)```/g)];
  if (blocks.length !== 1) throw new Error("docs/library.md has not one example");
  return blocks[0][1];
}

export const EXPECTED = [
  "out: 42",
  "exited 0",
  "4950 done",
  expect.stringMatching(/^line [23] of <module>: true$/),
  "the same again",
];
