// Where an example's input and its expected output are.
import { existsSync, readFileSync } from "node:fs";

/** What is typed into the example: examples/inputs/NAME.txt, or nothing. */
export function exampleInput(name: string): string {
  const file = `examples/inputs/${name}.txt`;
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

/** What CPython 3.13 printed: written by tools/golden-examples.ts. */
export const goldenOf = (name: string): string => `test/golden/examples/${name}.txt`;
