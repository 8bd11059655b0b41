// The constants that the engine switches over are the numbers of the list that mirrors the library's.
import { expect, test } from "vitest";
import * as constants from "./constants.ts";

test("every operator's constant is its place in the list", () => {
  const named = Object.entries(constants).filter(([name]) => name.startsWith("SRE_OP_"));
  expect(named.length).toBeGreaterThan(40);
  for (const [name, value] of named)
    expect(constants.OPERATORS[value as number], name).toBe(name.slice("SRE_OP_".length));
});
