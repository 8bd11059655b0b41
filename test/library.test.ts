// The example of docs/library.md, run in Node and in a module worker of a browser.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import type * as Underglass from "../src/index.ts";
import { documentedExample, EXPECTED } from "./support/library_example.ts";

const BUNDLE = resolve("build/bundles/plain/index.js");

describe.skipIf(!existsSync(BUNDLE))("the library", () => {
  test("its documented example runs in Node", async () => {
    const underglass = (await import(pathToFileURL(BUNDLE).href)) as typeof Underglass;
    const url = `data:text/javascript,${encodeURIComponent(documentedExample())}`;
    const { example } = (await import(/* @vite-ignore */ url)) as {
      example: (library: typeof Underglass, location?: string) => Promise<string[]>;
    };
    expect(await example(underglass)).toEqual(EXPECTED);
  });

  test("a program that cannot be opened, and bytes that are no recording, are refused in one line", async () => {
    const { openRecording } = (await import(pathToFileURL(BUNDLE).href)) as typeof Underglass;
    await expect(openRecording(new Uint8Array(30))).rejects.toThrow(
      "the recording cannot be opened: it is no recording",
    );
  });
});
