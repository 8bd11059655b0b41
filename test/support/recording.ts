// Records programs on the sources as they are, for tests of the recorder: a machine without a host, in this realm.
import { readFileSync } from "node:fs";
import { utf8 } from "../../src/base/utf8.ts";
import { boot, makeBootImage, start } from "../../src/machine/machine_core.ts";
import { plainStart } from "../../src/machine/program_start.ts";
import { emptyHost, type Host, Journal, Library } from "../../src/machine/recorded.ts";
import { Recorder, type RecorderOptions } from "../../src/recorder/recorder.ts";

export interface Recording {
  readonly recorder: Recorder;
  readonly journal: Journal;
  /** What was written to the standard streams, each piece once. */
  output(): string;
}

const archive = () => new Uint8Array(readFileSync("build/stdlib.bin"));
let image: Uint8Array | null = null;

/** Made once: a realm's memory is fresh only then. */
export function bootImage(): Uint8Array {
  image ??= makeBootImage(archive());
  return image;
}

/** Boots the machine and starts a program on it, with the recorder at moment 0. */
export function startRecording(
  source: string,
  options: Partial<RecorderOptions> = {},
  host: Host = emptyHost,
): Recording {
  const booted = bootImage();
  const library = archive();
  const recorder = new Recorder({ nowMs: () => performance.now(), breathe: async () => {}, ...options });
  const journal = Journal.empty();
  let output = "";
  let isBegun = false;
  boot(booted);
  start(
    plainStart({
      kind: "source",
      program: "program.py",
      source: utf8(source),
      executable: "python",
      memoryBytes: 64 * 1024 * 1024,
    }),
    {
      host,
      journal,
      library: new Library(() => library),
      isStopAsked: () => isBegun && recorder.isStopAsked(),
      onOutput: (_stream, bytes, _moment, isReplay) => {
        if (!isReplay) output += String.fromCharCode(...bytes);
      },
    },
  );
  isBegun = true;
  recorder.begin();
  return { recorder, journal, output: () => output };
}

/** Records a program to its end. */
export async function recordSource(source: string, options: Partial<RecorderOptions> = {}): Promise<Recorder> {
  const { recorder } = startRecording(source, options);
  const reason = await recorder.record(() => {});
  if (reason !== "ended") throw new Error(`the program did not end: ${reason}`);
  return recorder;
}
