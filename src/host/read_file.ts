// Whole files from the host, for what the machine itself reads: sources, files of the library, tables of the system.
import { ERRNO } from "./errno.ts";
import { host, O } from "./host.ts";

const PIECE_BYTES = 1 << 16;

/** All that can still be read from a descriptor, or a negated errno. Interrupted reads go on: no program runs yet. */
export function readToEnd(fd: number): Uint8Array | number {
  const pieces: Uint8Array[] = [];
  let byteCount = 0;
  for (;;) {
    const piece = host().read(fd, PIECE_BYTES);
    if (piece === -ERRNO.EINTR) continue;
    if (typeof piece === "number") return piece;
    if (piece.length === 0) break;
    pieces.push(piece);
    byteCount += piece.length;
  }
  const all = new Uint8Array(byteCount);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** A file's content, or a negated errno. */
export function readHostFile(path: Uint8Array): Uint8Array | number {
  const fd = host().open(path, O.RDONLY | O.CLOEXEC, 0);
  if (fd < 0) return fd;
  const content = readToEnd(fd);
  host().close(fd);
  return content;
}
