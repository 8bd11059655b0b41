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

  test("wrong options are refused in one line, and a machine is free afterwards", async () => {
    const { Machine, openRecording, record } = (await import(pathToFileURL(BUNDLE).href)) as typeof Underglass;
    const machine = await Machine.create();
    // What a caller without types may pass.
    const run = (options: unknown) => machine.run(options as Underglass.RunOptions);
    for (const wrong of [undefined, {}, { source: 5 }]) {
      await expect(run(wrong)).rejects.toThrow("run() takes a source, command, module or file, each a string");
    }
    await expect(run({ command: "1", args: "abc" })).rejects.toThrow("args of run() is an array of strings");
    const failing = run({ command: "input()", onInput: () => Promise.reject(new Error("no line")) });
    await expect(failing).rejects.toThrow("onInput failed: no line");
    const errors: string[] = [];
    machine.onOutput((stream, text) => errors.push(`${stream}: ${text}`));
    expect(await run({ command: "{}['x']" })).toMatchObject({ type: "exited", status: 1 });
    expect(errors.join("")).toContain("err: KeyError: 'x'");
    machine.dispose();
    await expect(record({} as Underglass.RecordOptions)).rejects.toThrow("record() takes a source, a string");
    await expect(openRecording("abc" as unknown as Uint8Array)).rejects.toThrow("openRecording() takes the bytes");
  });

  test("stop and interrupt reach the run that goes on, from its first moment on, and no other", async () => {
    const { Machine } = (await import(pathToFileURL(BUNDLE).href)) as typeof Underglass;
    const machine = await Machine.create();
    machine.stop();
    machine.interrupt();
    expect(await machine.run({ command: "1" })).toMatchObject({ type: "exited", status: 0 });
    const running = machine.run({ command: "while True: pass" });
    machine.stop();
    expect(await running).toMatchObject({ type: "stopped" });
    expect(await machine.run({ command: "raise SystemExit(3)" })).toMatchObject({ type: "exited", status: 3 });
    machine.dispose();
  });

  test("what a recording is asked wrongly is refused in one line", async () => {
    const { inspect, record } = (await import(pathToFileURL(BUNDLE).href)) as typeof Underglass;
    const signal = 5 as unknown as Underglass.RecordOptions["signal"];
    await expect(record({ source: "1", signal })).rejects.toThrow("signal of record() is an AbortSignal");
    await expect(inspect(null as unknown as Underglass.Recording, 1)).rejects.toThrow("inspect() takes a recording");
    const recording = await record({ source: "print(1)" });
    expect(await recording.output()).toBe("1\n");
    for (const wrong of [-1, 1.5, Number.NaN, recording.instructions + 1, null]) {
      const asked = recording.output(wrong as number);
      await expect(asked).rejects.toThrow(`the recording has ${recording.instructions} instructions, none at ${wrong}`);
    }
    recording.dispose();
  });

  test("a program that does not end is ended by a signal, and is kept until then", async () => {
    const { inspect, record } = (await import(pathToFileURL(BUNDLE).href)) as typeof Underglass;
    const abort = new AbortController();
    setTimeout(() => abort.abort(), 1000);
    const recording = await record({ source: "n = 0\nwhile True:\n    n += 1\n", signal: abort.signal });
    expect(recording.exitStatus).toBe(null);
    const end = await inspect(recording, recording.instructions);
    expect(Number(end.names.n?.text)).toBeGreaterThan(0);
    for (const moment of [recording.instructions + 1, -1, 0.5]) {
      await expect(inspect(recording, moment)).rejects.toThrow(`instructions, none at ${moment}`);
    }
    recording.dispose();
    await expect(inspect(recording, 1)).rejects.toThrow("the recording was disposed of");
  });
});
