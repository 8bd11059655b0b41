// Bytes of characters as the encodings' own standards give them.
import { describe, expect, it } from "vitest";
import { decode, ENCODINGS, encode } from "./encodings.ts";

const hex = (bytes: readonly number[] | null) => bytes?.map((b) => b.toString(16).padStart(2, "0")).join(" ") ?? null;

describe("the same character in other encodings", () => {
  it("中, é, A and an emoji", () => {
    const row = (text: string) => ENCODINGS.map((name) => hex(encode(text.codePointAt(0)!, name)));
    expect(row("中")).toEqual(["e4 b8 ad", "4e 2d", "d6 d0", "a4 a4", "92 86", null, "2d 4e 00 00"]);
    expect(row("é")).toEqual(["c3 a9", "00 e9", "a8 a6", null, null, "e9", "e9 00 00 00"]);
    expect(row("A")).toEqual(["41", "00 41", "41", "41", "41", "41", "41 00 00 00"]);
    expect(row("😀")).toEqual(["f0 9f 98 80", "d8 3d de 00", null, null, null, null, "00 f6 01 00"]);
  });

  it("reads bytes with the wrong encoding, and says what cannot be read", () => {
    expect(decode([0xd6, 0xd0], "Latin-1")).toEqual(["Ö", "Ð"]);
    expect(decode([0xd6, 0xd0, 0xce, 0xc4], "UTF-8").every((c) => c === null)).toBe(true);
    expect(decode([0xe4, 0xb8, 0xad], "GBK")[0]).toBe("涓");
  });
});
