// The program's source: the file as it was opened or run last, and what the reader has typed since.
// Invariant: the draft is null, or another text than the file's; only `settle` makes it the file, by the encoding that its
// coding line declares then.
import { createMemo, createSignal } from "solid-js";
import type { Backend } from "../../protocol/messages.ts";
import { fileText, plainFile, plainIfSure, type SourceFile } from "./source_file.ts";
import { t } from "./text.ts";

/** refuse: is told why the draft cannot be a file, in Python's words, and when that is over. */
export function createSource(backend: Backend, refuse: (why: string | null) => void) {
  const [file, setFile] = createSignal<SourceFile>(plainFile(""));
  const [draft, setDraft] = createSignal<string | null>(null);
  const text = createMemo(() => file().text);

  /** The file of some bytes, by Python's rules. */
  async function read(bytes: Uint8Array): Promise<SourceFile> {
    return plainIfSure(bytes) ?? { ...(await backend.request("decode", { bytes })), bytes };
  }

  function adopt(next: SourceFile): void {
    setDraft(null);
    setFile(next);
  }

  return {
    file,
    text,
    draft,
    read,
    adopt,
    /** The lines of the editor, as they are now. */
    edit(lines: string): void {
      const edited = fileText(text(), lines);
      refuse(null);
      setDraft(edited === text() ? null : edited);
    },
    /** Makes the draft the file; null where it has a character that its encoding does not have. */
    async settle(): Promise<SourceFile | null> {
      const edited = draft();
      if (edited === null) return file();
      const { hasBom } = file();
      const { bytes, error } = await backend.request("encode", { text: edited, hasBom });
      refuse(error === null ? null : t("states.notWritten", { error }));
      if (bytes === null) return null;
      const next = await read(bytes);
      if (draft() === edited) adopt(next);
      return next;
    },
  };
}
