// A source as the .pyc that the import system would write of it.
import { writePyc } from "../../bytecode/pyc.ts";
import type { CompileErrorData } from "../errors.ts";
import { compileSource } from "../index.ts";
import type { StoryOptions } from "./index.ts";

/** sourceSeconds, sourceBytes: what the header says of the file: the time of its last change, its size. */
export function pycOf(
  source: Uint8Array,
  { sourceSeconds, sourceBytes }: { sourceSeconds: number; sourceBytes: number },
  { file, nameToCodePoint, decode, ignoreCookie }: StoryOptions,
): { bytes: Uint8Array; error: null } | { bytes: null; error: CompileErrorData } {
  const options = {
    filename: file,
    optimize: 0,
    flags: 0,
    mode: "exec",
    nameToCodePoint,
    decode,
    ignoreCookie,
  } as const;
  const { code, error } = compileSource(source, options);
  if (code === null) return { bytes: null, error };
  return { bytes: writePyc(code, { kind: "timestamp", sourceSeconds, sourceBytes }), error: null };
}
