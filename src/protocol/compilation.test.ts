// The story's types in the compiler and the protocol's schemas say the same, and what the compiler tells fits the schemas.
import { expect, it } from "vitest";
import type * as Told from "../compiler/story/facts.ts";
import { tellCompilation, tellFlow } from "../compiler/story/index.ts";
import * as Schema from "./compilation.ts";

/** readonly taken off, all the way down: the schemas' types have none. */
type Plain<T> = T extends readonly (infer Item)[]
  ? number extends T["length"]
    ? Plain<Item>[]
    : { -readonly [K in keyof T]: Plain<T[K]> }
  : T extends object
    ? { -readonly [K in keyof T]: Plain<T[K]> }
    : T;
type Same<A, B> = [Plain<A>] extends [Plain<B>] ? ([Plain<B>] extends [Plain<A>] ? true : never) : never;

const SAME: readonly true[] = [
  true satisfies Same<Told.CompilationStory, Schema.CompilationStory>,
  true satisfies Same<Told.FlowStory, Schema.FlowStory>,
];

it("has the types of the compiler's story", () => {
  expect(SAME.every((same) => same)).toBe(true);
  const source = new TextEncoder().encode("def f(a):\n    return [x for x in a if x or 2 * 3]\n");
  expect(() => Schema.CompilationStory.parse(tellCompilation(source, { file: "f.py" }))).not.toThrow();
  expect(() => Schema.FlowStory.parse(tellFlow(source, 1, { file: "f.py" }))).not.toThrow();
});
