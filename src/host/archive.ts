// An archive of files that a host can open without unpacking all of it: how the page gets the standard library.
//
//   "UGLIB1\n\0"                      8 bytes
//   index length, archive length      2 × u32, little-endian
//   index                             JSON in ASCII: [[path, offset, packedBytes, bytes], …], sorted by path
//   contents                          each file deflated on its own (raw deflate); offset counts from here
//
// One file is read by one subarray() and one inflate, so a start that imports three modules inflates three files.
// archive_pack.ts makes archives.

export const MAGIC = "UGLIB1\n\0";
export const HEAD_BYTES = MAGIC.length + 8;

/** Raw deflate, undone: the host's own function where it has one, else inflate.ts. */
export type Inflate = (packed: Uint8Array, byteCount: number) => Uint8Array;
let inflate: Inflate = () => {
  throw new Error("archive: no function to inflate is set");
};
export function setInflate(run: Inflate): void {
  inflate = run;
}

export type Row = [path: string, offset: number, packedBytes: number, bytes: number];

function asciiText(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
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
      return inflate(archive.subarray(start + offset, start + offset + packedBytes), bytes);
    },
  };
}
