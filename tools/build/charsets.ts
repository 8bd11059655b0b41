// Tables of the multibyte encodings, as files of the library (src/modules/multibyte/charset.ts reads them). CPython has them in
// shared objects of C; here it is asked what they hold.
import { readAnswer } from "./ask-cpython.ts";

/** Files by their path within the library. */
export function charsetFiles(root: string): Map<string, Uint8Array> {
  const tables = readAnswer(root, "charsets") as Record<string, unknown>;
  const files = new Map<string, Uint8Array>();
  for (const [name, table] of Object.entries(tables)) {
    const text = JSON.stringify(table).replace(
      /[^\0-\x7f]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
    );
    files.set(`encodings/charsets/${name}.json`, new TextEncoder().encode(text));
  }
  return files;
}
