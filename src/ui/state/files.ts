// Files that the reader hands to the page: a program's source, a .pyc to read byte by byte, a recording.
// Invariant: a .pyc on show says nothing of the run, and the run nothing of it: it stands in place of memory in the depth
// Bytes until it is closed.
import { batch, createSignal } from "solid-js";
import { type Backend, Failure } from "../../protocol/messages.ts";
import type { ResultOf } from "../../protocol/session.ts";
import type { Depth } from "./link.ts";
import type { SourceFile } from "./source_file.ts";
import { t } from "./text.ts";

export type Pyc = ResultOf<"pyc">;

export function createFiles(known: {
  backend: Backend;
  setDepth: (depth: Depth) => void;
  readSource: (bytes: Uint8Array) => Promise<SourceFile>;
  adoptSource: (name: string, file: SourceFile) => Promise<void>;
  adoptRecording: (recording: Uint8Array) => Promise<void>;
  /** Another file is looked at. */
  begin: () => void;
  fail: (error: unknown) => void;
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
      known.fail(error);
    }
  }

  /** The .pyc of a source, as it would be written. */
  const showPycOf = (name: string, { bytes }: SourceFile) =>
    show(known.backend.request("pyc", { name: name.replace(/(\.py)?$/, ".pyc"), source: bytes }));

  const showPyc = (name: string, bytes: Uint8Array) => show(known.backend.request("pyc", { name, bytes }));

  async function openFile(file: File): Promise<void> {
    known.begin();
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (/\.pyc$/i.test(file.name)) await showPyc(file.name, bytes);
    else if (/\.ug$/i.test(file.name)) await known.adoptRecording(bytes);
    else if (bytes.includes(0)) known.fail(new Failure("refused", t("states.noText", { file: file.name })));
    else await known.adoptSource(file.name, await known.readSource(bytes));
  }

  return { pyc, pycRange, setPycRange, showPyc, showPycOf, closePyc: () => setPyc(null), openFile };
}
