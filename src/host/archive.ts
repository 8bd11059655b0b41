// An archive of files that a host can open without unpacking all of it: how the page gets the standard library.
//
//   "UGLIB1\n\0"                      8 bytes
//   index length, archive length      2 × u32, little-endian
//   index                             JSON in ASCII: [[path, offset, packedBytes, bytes], …], sorted by path
//   contents                          each file deflated on its own (raw deflate); offset counts from here
//
// One file is read by one subarray() and one inflate, so a start that imports three modules inflates three files.
import { deflateSync, inflateSync } from "fflate";

const MAGIC = "UGLIB1\n\0";
const HEAD_BYTES = MAGIC.length + 8;

type Row = [path: string, offset: number, packedBytes: number, bytes: number];

function asciiBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0x7f) throw new Error(`archive: a path that is not ASCII: ${text.slice(i, i + 40)}`);
    bytes[i] = code;
  }
  return bytes;
}

function asciiText(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
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

export interface Archive {
  /** All paths, sorted. */
  readonly paths: readonly string[];
  /** A file's content, or undefined where there is no such file. */
  read(path: string): Uint8Array | undefined;
  /** How long a file's content is, without unpacking it. */
  byteCount(path: string): number | undefined;
}

/** Throws on anything that is no archive, or is cut short. */
export function openArchive(archive: Uint8Array): Archive {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const isArchive = archive.length >= HEAD_BYTES && asciiText(archive.subarray(0, MAGIC.length)) === MAGIC;
  if (!isArchive || view.getUint32(MAGIC.length + 4, true) !== archive.length) {
    throw new Error("not a library archive, or a damaged one");
  }
  const start = HEAD_BYTES + view.getUint32(MAGIC.length, true);
  const rows = JSON.parse(asciiText(archive.subarray(HEAD_BYTES, start))) as Row[];
  const byPath = new Map(rows.map((row) => [row[0], row]));
  return {
    paths: [...byPath.keys()],
    byteCount: (path) => byPath.get(path)?.[3],
    read(path) {
      const row = byPath.get(path);
      if (!row) return undefined;
      const [, offset, packedBytes, bytes] = row;
      return inflateSync(archive.subarray(start + offset, start + offset + packedBytes), {
        out: new Uint8Array(bytes),
      });
    },
  };
}
