// Files of recordings, as the commands read them.
import { RecordingError, RecordingFile } from "../recorder/recording_file.ts";
import { CommandError } from "./fail.ts";

/** Throws CommandError with one line for a file that is damaged, cut short or no recording. */
export function checkRecording(path: string, bytes: Uint8Array): void {
  try {
    new RecordingFile(bytes);
  } catch (error) {
    if (!(error instanceof RecordingError)) throw error;
    throw new CommandError(`${path}: the recording cannot be opened: ${error.message}`);
  }
}
