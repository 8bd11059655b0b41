// Makes the archives that archive.ts opens: at build time.
import { deflateSync } from "fflate";
import { HEAD_BYTES, MAGIC, type Row } from "./archive.ts";

function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) throw new Error(`archive: a path that is not ASCII: ${text.slice(i, i + 40)}`);
    bytes[i] = code;
  }
  return bytes;
}

/** Packs files, by path with forward slashes. */
export function packArchive(files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const rows: Row[] = [];
  const parts: Uint8Array[] = [];
  let offset = 0;
  for (const path of [...files.keys()].sort()) {
    const content = files.get(path)!;
    const packed = deflateSync(content, { level: 9 });
    rows.push([path, offset, packed.length, content.length]);
    parts.push(packed);
    offset += packed.length;
  }
  const index = asciiBytes(JSON.stringify(rows));
  const archive = new Uint8Array(HEAD_BYTES + index.length + offset);
  archive.set(asciiBytes(MAGIC));
  const view = new DataView(archive.buffer);
  view.setUint32(MAGIC.length, index.length, true);
  view.setUint32(MAGIC.length + 4, archive.length, true);
  archive.set(index, HEAD_BYTES);
  let at = HEAD_BYTES + index.length;
  for (const part of parts) {
    archive.set(part, at);
    at += part.length;
  }
  return archive;
}
