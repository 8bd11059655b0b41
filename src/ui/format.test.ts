import { expect, it } from "vitest";
import { address, count, monoWidth, offset, shortAddress, shorten, shortenMiddle, withUnderscore } from "./format.ts";

it("writes addresses with eight digits and one underscore, and longer ones in full", () => {
  expect(address(0x1015_2e60)).toBe("0x1015_2e60");
  expect(address(0x82_ccb0)).toBe("0x0082_ccb0");
  expect(address(0x7f_d49d_8324_10)).toBe("0x7fd49d83_2410");
  expect(shortAddress(0x1015_2e60)).toBe("…2e60");
});

it("writes counts with thousands commas, offsets with their sign", () => {
  expect([0, 999, 1_000, 50_000_000].map(count)).toEqual(["0", "999", "1,000", "50,000,000"]);
  expect([-16, 0, 24].map(offset)).toEqual(["−16", "+0", "+24"]);
});

it("groups what is an address among field values, and nothing else", () => {
  expect(withUnderscore("0x10152e80")).toBe("0x1015_2e80");
  expect(withUnderscore("0x8")).toBe("0x8");
  expect(withUnderscore("300")).toBe("300");
});

it("cuts text to a width, never beyond it, counting full-width characters as wide", () => {
  expect(shorten("node", 10, 24)).toBe("node");
  expect(shorten("abcdefgh", 10, 24)).toBe("abc…");
  expect(shortenMiddle("node", 10, 24)).toBe("node");
  expect(shortenMiddle("inorder_of_objects", 10, 60)).toBe("inord…ects");
  expect(shortenMiddle("inorder_of_objects", 10, 6)).toBe("…");
  expect(monoWidth("中文", 10)).toBe(20);
  for (const text of ["a long name", "中文字符串", "x"])
    expect(monoWidth(shorten(text, 12, 50), 12)).toBeLessThanOrEqual(50);
});
