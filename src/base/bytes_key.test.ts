import { expect, test } from "vitest";
import { bytesKey } from "./bytes_key.ts";

test("every byte has a character of its own in long texts, and short texts have one character a byte", () => {
  const all = bytesKey(Uint8Array.from({ length: 256 }, (_, i) => i));
  expect(all.length).toBe(256);
  expect(new Set(all).size).toBe(256);
  const short = new Set(Array.from({ length: 256 }, (_, i) => bytesKey(Uint8Array.of(i))));
  expect(short.size).toBe(256);
});
test("a byte-order mark is a part of the bytes", () => {
  const text = (head: number[]) => bytesKey(Uint8Array.from([...head, ...new Array(20).fill(65)]));
  expect(text([0xef, 0xbb, 0xbf]).length).toBe(23);
  expect(text([0xef, 0xbb, 0xbf])).not.toBe(text([]));
});
