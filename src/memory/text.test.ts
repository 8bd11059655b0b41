import { expect, test } from "vitest";
import { INTERPRETER, RUNTIME, reserveStatic, THREAD } from "./data.ts";
import { DATA_BASE, TEXT_BASE, TEXT_SLOT_BYTES } from "./map.ts";
import { bytesAt, i32 } from "./memory.ts";
import { _PyRuntimeState } from "./structs/runtime.ts";
import { initializeText, text, textFunction, textName } from "./text.ts";

test("a function has an address, and the address leads back to it", () => {
  const add = text("add", (a: number, b: number) => a + b);
  const subtract = text("subtract", (a: number, b: number) => a - b);
  expect(subtract - add).toBe(TEXT_SLOT_BYTES);
  expect(textFunction(add)(3, 4)).toBe(7);
  expect(textFunction(subtract)(3, 4)).toBe(-1);
  expect([textName(add), textName(subtract), textName(add + 1), textName(TEXT_BASE - 160)]).toEqual([
    "add",
    "subtract",
    "",
    "",
  ]);
  expect(() => textFunction(TEXT_BASE)()).toThrow("no function");
  initializeText();
  expect(i32(add)).toBe((add - TEXT_BASE) / TEXT_SLOT_BYTES);
  expect(String.fromCharCode(...bytesAt(subtract + 4, 12))).toBe("subtract\0\0\0\0");
});

test("the data region begins with the runtime, which holds interpreter and thread", () => {
  expect(RUNTIME).toBe(DATA_BASE);
  expect(THREAD).toBeGreaterThan(INTERPRETER);
  expect(reserveStatic(1)).toBeGreaterThanOrEqual(RUNTIME + _PyRuntimeState.sizeof);
  expect(reserveStatic(1, 4096) % 4096).toBe(0);
});
