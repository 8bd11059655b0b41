// What a recording's file says of its session: what the page shows beside the memory.
import { z } from "zod";
import { OutputChunk, SessionState } from "../protocol/session.ts";
import { RecordingError } from "./recording_file.ts";

const SavedSession = z.object({
  state: SessionState,
  source: z.object({ file: z.string(), text: z.string() }).nullable(),
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
