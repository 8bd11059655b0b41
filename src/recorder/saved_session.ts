// What a recording's file says of its session: what the page shows beside the memory.
import { z } from "zod";
import { binaryText, bytesOfBinary } from "../base/binary_text.ts";
import { utf8 } from "../base/utf8.ts";
import { OutputChunk, SessionState } from "../protocol/session.ts";
import { RecordingError } from "./recording_file.ts";
import type { ShownSource } from "./session_files.ts";

const SavedSession = z.object({
  state: SessionState,
  /** binary: the file's bytes as characters, where they are not the text in UTF-8. */
  source: z.object({ file: z.string(), text: z.string(), binary: z.string().optional() }).nullable(),
  inputMoments: z.array(z.number().int().nonnegative()),
  /** JSON has no infinity: null. */
  codeEnd: z.number().int().nonnegative().nullable(),
  output: z.array(OutputChunk),
});
export type SavedSession = z.infer<typeof SavedSession>;

/** Throws RecordingError for what this build's sessions never write. */
export function savedSession(given: unknown): SavedSession {
  const saved = SavedSession.safeParse(given);
  if (!saved.success) throw new RecordingError("it is damaged");
  return saved.data;
}

export function savedSource(source: ShownSource | null): SavedSession["source"] {
  if (source === null) return null;
  const { file, text, bytes } = source;
  const binary = binaryText(bytes);
  return binary === binaryText(utf8(text)) ? { file, text } : { file, text, binary };
}

export function shownSource(saved: SavedSession["source"]): ShownSource | null {
  if (saved === null) return null;
  const { file, text, binary } = saved;
  const bytes = binary === undefined ? utf8(text) : bytesOfBinary(binary);
  if (bytes === null) throw new RecordingError("it is damaged");
  return { file, text, bytes };
}
