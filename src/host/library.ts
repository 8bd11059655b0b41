// The standard library as files: an archive that every host shows at the same place, so that paths in memory and the boot
// image are the same everywhere, and a journal need not hold what every build has.
// Invariant: read-only; what it answers depends on the archive alone.
import { type Archive, openArchive } from "./archive.ts";
import { ERRNO } from "./errno.ts";
import { O, S, type Stat } from "./host.ts";

/** sys.prefix, and where the library's modules are. */
export const PREFIX = "/underglass";
export const LIBRARY = `${PREFIX}/lib/python3.13`;

/** The last component of a path is a folder's name for the file system; a folder's row is its names. */
type Folder = Map<string, Folder | null>;

const FILE_MODE = S.IFREG | 0o444;
const FOLDER_MODE = S.IFDIR | 0o555;

/** Bytes of an ASCII path, or null for any other: the library has none. */
function asciiOf(path: Uint8Array): string | null {
  let text = "";
  for (const byte of path) {
    if (byte === 0 || byte > 0x7e) return null;
    text += String.fromCharCode(byte);
  }
  return text;
}

/** An absolute path without ".", ".." and empty components. */
function cleaned(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "" && part !== ".") parts.push(part);
  }
  return `/${parts.join("/")}`;
}

/** A path below the mount, as the machine has it. */
export function pathInLibrary(inside: string): Uint8Array {
  return Uint8Array.from(inside === "" ? LIBRARY : `${LIBRARY}/${inside}`, (letter) => letter.charCodeAt(0));
}

export class Library {
  private readonly load: () => Uint8Array | null;
  private archive: Archive | null = null;
  private root: Folder | null = null;
  private inodes = new Map<string, number>();

  /** load: gives the archive's bytes when they are first needed; null where there is no library. */
  constructor(load: () => Uint8Array | null) {
    this.load = load;
  }

  /** The path below the mount ("" for the mount itself), or null for a path elsewhere. Relative paths are elsewhere. */
  below(path: Uint8Array): string | null {
    if (path[0] !== 0x2f) return null;
    const text = asciiOf(path);
    if (text === null) return null;
    const clean = cleaned(text);
    if (clean !== LIBRARY && !clean.startsWith(`${LIBRARY}/`)) return null;
    return clean.slice(LIBRARY.length + 1);
  }

  private open(): Archive | null {
    if (this.archive === null) {
      const bytes = this.load();
      if (bytes !== null) this.archive = openArchive(bytes);
    }
    return this.archive;
  }

  private folders(): Folder {
    if (this.root !== null) return this.root;
    const root: Folder = new Map();
    for (const path of this.open()?.paths ?? []) {
      let folder = root;
      const parts = path.split("/");
      for (const part of parts.slice(0, -1)) {
        let next = folder.get(part);
        if (!next) {
          next = new Map();
          folder.set(part, next);
        }
        folder = next;
      }
      folder.set(parts[parts.length - 1], null);
      this.inodes.set(path, this.inodes.size + 2);
    }
    this.root = root;
    return root;
  }

  private find(path: string): Folder | null | undefined {
    let found: Folder | null | undefined = this.folders();
    if (path === "") return found;
    for (const part of path.split("/")) {
      if (!found) return undefined;
      found = found.get(part);
    }
    return found;
  }

  /** A file's content, or a negated errno. */
  content(path: string, flags: number): Uint8Array | number {
    if ((flags & O.ACCMODE) !== O.RDONLY || flags & (O.CREAT | O.TRUNC)) return -ERRNO.EROFS;
    const found = this.find(path);
    if (found === undefined) return -ERRNO.ENOENT;
    if (found !== null) return -ERRNO.EISDIR;
    return this.open()?.read(path) ?? -ERRNO.EIO;
  }

  stat(path: string): Stat | number {
    const found = this.find(path);
    if (found === undefined) return -ERRNO.ENOENT;
    const size = found === null ? (this.open()?.byteCount(path) ?? 0) : 0;
    return {
      mode: found === null ? FILE_MODE : FOLDER_MODE,
      ino: this.inodes.get(path) ?? 1,
      dev: 0,
      nlink: 1,
      uid: 0,
      gid: 0,
      size,
      atime: 0,
      mtime: 0,
      ctime: 0,
      atimeNanoseconds: 0,
      mtimeNanoseconds: 0,
      ctimeNanoseconds: 0,
    };
  }

  list(path: string): Uint8Array[] | number {
    const found = this.find(path);
    if (found === undefined) return -ERRNO.ENOENT;
    if (found === null) return -ERRNO.ENOTDIR;
    return [...found.keys()].map((name) => Uint8Array.from(name, (letter) => letter.charCodeAt(0)));
  }
}
