// Files that the reader hands to the page: a program's source, a .pyc to read byte by byte, a recording.
// Invariant: a .pyc on show says nothing of the run, and the run nothing of it: it stands in place of memory in the depth
// Bytes until it is closed.
import { batch, createSignal } from "solid-js";
import type { Backend } from "../../protocol/messages.ts";
import type { ResultOf } from "../../protocol/session.ts";
import type { Depth } from "./link.ts";

export type Pyc = ResultOf<"pyc">;

export function createFiles(known: {
  backend: Backend;
  setDepth: (depth: Depth) => void;
  adoptSource: (file: string, text: string) => void;
  adoptRecording: (recording: Uint8Array) => Promise<void>;
  fail: (message: string) => void;
}) {
  const [pyc, setPyc] = createSignal<Pyc | null>(null);
  /** Index of a range of it. */
  const [pycRange, setPycRange] = createSignal<number | null>(null);

  async function show(answer: Promise<Pyc>): Promise<void> {
    try {
      const shown = await answer;
      batch(() => {
        setPycRange(null);
        setPyc(shown);
        known.setDepth("bytes");
      });
    } catch (error) {
      known.fail(error instanceof Error ? error.message : String(error));
    }
  }

  /** The .pyc of a source, as it would be written. */
  const showPycOf = (file: string, source: string) =>
    show(known.backend.request("pyc", { name: file.replace(/(\.py)?$/, ".pyc"), source }));

  const showPyc = (name: string, bytes: Uint8Array) => show(known.backend.request("pyc", { name, bytes }));

  async function openFile(file: File): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (/\.pyc$/i.test(file.name)) await showPyc(file.name, bytes);
    else if (/\.ug$/i.test(file.name)) await known.adoptRecording(bytes);
    else {
      try {
        known.adoptSource(file.name, new TextDecoder("utf-8", { fatal: true }).decode(bytes));
      } catch {
        known.fail(`${file.name}: not UTF-8`);
      }
    }
  }

  return { pyc, pycRange, setPycRange, showPyc, showPycOf, closePyc: () => setPyc(null), openFile };
}
