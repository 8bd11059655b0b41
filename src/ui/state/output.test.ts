// What is kept of what a program writes: its end, in as few pieces as streams take turns.
import { expect, it } from "vitest";
import { newest } from "./output.ts";

const chunk = (text: string, stream: "out" | "err" | "in" = "out", moment = 1) => ({ text, stream, moment });

it("is one piece for each turn of a stream", () => {
  const all = [chunk("a"), chunk("b"), chunk("c", "err"), chunk("d"), chunk("e")];
  expect(newest(all, 0).chunks.map(({ stream, text }) => `${stream} ${text}`)).toEqual(["out ab", "err c", "out de"]);
});

it("is the end of it, and says how much came before", () => {
  const { chunks, hidden } = newest([chunk("x".repeat(30_000)), chunk("end")], 7);
  expect(chunks).toHaveLength(1);
  expect(chunks[0]!.text).toMatch(/^x+end$/);
  expect(hidden + chunks[0]!.text.length).toBe(30_010);
  expect(newest([chunk("lost", "err"), chunk("y".repeat(20_000))], 0)).toMatchObject({ hidden: 4 });
});
