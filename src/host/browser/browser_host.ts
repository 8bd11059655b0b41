// The host in a page's worker: files in memory (the program, and what it writes), the browser's clock and entropy, no
// network, no files of the reader's machine. Input is given by messages: where none is there the call leaves the machine
// (HostBlocked), and the run is made again up to it when the line has come.
import { ERRNO } from "../errno.ts";
import {
  type Clock,
  type Fact,
  type FileSystem,
  FOREVER_SECONDS,
  type Host,
  type Instant,
  O,
  type PathCall,
  POLL,
  S,
  SEEK,
  type Stat,
} from "../host.ts";
import { HostBlocked } from "../leaving.ts";

interface MemoryFile {
  bytes: Uint8Array;
  byteCount: number;
  readonly inode: number;
  modifiedMs: number;
}

interface OpenFile {
  /** Null: a folder. */
  readonly file: MemoryFile | null;
  readonly path: string;
  readonly flags: number;
  position: number;
}

const FIRST_HANDLE = 3;
const HOME = "/program";
const decoder = new TextDecoder();
const encoder = new TextEncoder();

function instantOf(ms: number): Instant {
  const seconds = Math.floor(ms / 1000);
  return { seconds, nanoseconds: Math.floor((ms - seconds * 1000) * 1000) * 1000 };
}

export class BrowserHost implements Host {
  private readonly files = new Map<string, MemoryFile>();
  private readonly folders = new Set<string>(["/", HOME, "/tmp"]);
  private readonly open_ = new Map<number, OpenFile>();
  private nextInode = 2;
  private input: Uint8Array = new Uint8Array(0);
  private isInputEnded = false;
  private pendingSignals = 0;
  /** What the program has slept. */
  private sleptMs = 0;

  /** Puts a file there, as the program's own source. */
  addFile(path: string, bytes: Uint8Array): void {
    const at = this.path(encoder.encode(path));
    for (let slash = at.lastIndexOf("/"); slash > 0; slash = at.lastIndexOf("/", slash - 1)) {
      this.folders.add(at.slice(0, slash));
    }
    this.files.set(at, { bytes, byteCount: bytes.length, inode: this.nextInode++, modifiedMs: Date.now() });
  }

  giveInput(bytes: Uint8Array): void {
    const joined = new Uint8Array(this.input.length + bytes.length);
    joined.set(this.input);
    joined.set(bytes, this.input.length);
    this.input = joined;
  }

  endInput(): void {
    this.isInputEnded = true;
  }

  signal(signal: number): void {
    this.pendingSignals |= 1 << signal;
  }

  private path(path: Uint8Array): string {
    const text = decoder.decode(path);
    const parts: string[] = [];
    for (const part of (text.startsWith("/") ? text : `${HOME}/${text}`).split("/")) {
      if (part === "..") parts.pop();
      else if (part !== "" && part !== ".") parts.push(part);
    }
    return `/${parts.join("/")}`;
  }

  private parent(path: string): string {
    return path.slice(0, Math.max(1, path.lastIndexOf("/")));
  }

  clock(clock: Clock): Instant {
    if (clock === "process") return instantOf(performance.now());
    return instantOf(performance.now() + this.sleptMs + (clock === "monotonic" ? 0 : performance.timeOrigin));
  }
  /** The page is not kept waiting: a sleep takes no time, and the clocks go on as if it had. */
  sleep(seconds: number, nanoseconds: number): number {
    if (this.pendingSignals !== 0) return -ERRNO.EINTR;
    if (seconds >= FOREVER_SECONDS) throw new HostBlocked("a signal");
    this.sleptMs += seconds * 1000 + nanoseconds / 1e6;
    return 0;
  }
  entropy(byteCount: number): Uint8Array {
    const bytes = new Uint8Array(byteCount);
    const piece = 65536;
    for (let at = 0; at < byteCount; at += piece) crypto.getRandomValues(bytes.subarray(at, at + piece));
    return bytes;
  }
  signals(): number {
    const signals = this.pendingSignals;
    this.pendingSignals = 0;
    return signals;
  }
  fact(fact: Fact): number {
    if (fact === "columns") return 80;
    if (fact === "lines") return 24;
    // Node, where sessions of the library have this host too, has no navigator before its version 21.
    const { navigator } = globalThis as { navigator?: { readonly hardwareConcurrency: number } };
    if (fact === "processors") return navigator?.hardwareConcurrency || 1;
    return fact === "umask" ? 0o022 : 1;
  }

  open(path: Uint8Array, flags: number, _mode: number): number {
    const at = this.path(path);
    const writes = (flags & O.ACCMODE) !== O.RDONLY;
    let file = this.files.get(at) ?? null;
    if (this.folders.has(at)) {
      if (writes) return -ERRNO.EISDIR;
    } else if (file === null) {
      if (!(flags & O.CREAT)) return -ERRNO.ENOENT;
      if (!this.folders.has(this.parent(at))) return -ERRNO.ENOENT;
      file = { bytes: new Uint8Array(0), byteCount: 0, inode: this.nextInode++, modifiedMs: Date.now() };
      this.files.set(at, file);
    } else if (flags & O.CREAT && flags & O.EXCL) return -ERRNO.EEXIST;
    else if (flags & O.DIRECTORY) return -ERRNO.ENOTDIR;
    else if (flags & O.TRUNC && writes) file.byteCount = 0;
    let handle = FIRST_HANDLE;
    while (this.open_.has(handle)) handle++;
    this.open_.set(handle, { file, path: at, flags, position: 0 });
    return handle;
  }

  close(fd: number): number {
    return fd < FIRST_HANDLE || this.open_.delete(fd) ? 0 : -ERRNO.EBADF;
  }

  read(fd: number, maximum: number): Uint8Array | number {
    if (fd === 0) return this.readInput(maximum);
    const open = this.open_.get(fd);
    if (!open) return -ERRNO.EBADF;
    if (open.file === null) return -ERRNO.EISDIR;
    const end = Math.min(open.file.byteCount, open.position + maximum);
    const bytes = open.file.bytes.slice(open.position, Math.max(open.position, end));
    open.position += bytes.length;
    return bytes;
  }

  private readInput(maximum: number): Uint8Array {
    if (this.input.length === 0 && !this.isInputEnded) throw new HostBlocked("standard input");
    const bytes = this.input.slice(0, maximum);
    this.input = this.input.slice(bytes.length);
    return bytes;
  }

  write(fd: number, bytes: Uint8Array): number {
    if (fd === 1 || fd === 2) return bytes.length;
    const open = this.open_.get(fd);
    if (!open?.file || (open.flags & O.ACCMODE) === O.RDONLY) return -ERRNO.EBADF;
    const file = open.file;
    if (open.flags & O.APPEND) open.position = file.byteCount;
    this.grow(file, open.position + bytes.length);
    file.bytes.set(bytes, open.position);
    open.position += bytes.length;
    file.byteCount = Math.max(file.byteCount, open.position);
    file.modifiedMs = Date.now();
    return bytes.length;
  }

  private grow(file: MemoryFile, byteCount: number): void {
    if (byteCount <= file.bytes.length) return;
    const larger = new Uint8Array(Math.max(byteCount, file.bytes.length * 2));
    larger.set(file.bytes.subarray(0, file.byteCount));
    file.bytes = larger;
  }

  seek(fd: number, offset: number, whence: number): number {
    const open = this.open_.get(fd);
    if (!open) return fd < FIRST_HANDLE ? -ERRNO.ESPIPE : -ERRNO.EBADF;
    const end = open.file?.byteCount ?? 0;
    const at = (whence === SEEK.SET ? 0 : whence === SEEK.CUR ? open.position : end) + offset;
    if (at < 0 || whence < SEEK.SET || whence > SEEK.END) return -ERRNO.EINVAL;
    open.position = at;
    return at;
  }

  resize(fd: number, byteCount: number): number {
    const file = this.open_.get(fd)?.file;
    if (!file || byteCount < 0) return -ERRNO.EINVAL;
    this.resizeFile(file, byteCount);
    return 0;
  }

  private resizeFile(file: MemoryFile, byteCount: number): void {
    this.grow(file, byteCount);
    if (byteCount > file.byteCount) file.bytes.fill(0, file.byteCount, byteCount);
    file.byteCount = byteCount;
  }

  /** Only standard input is waited for, and where the time has an end, it is over at once. */
  poll(fds: readonly number[], events: readonly number[], time: Instant | null): readonly number[] | number {
    const waits = (fd: number): boolean => fd === 0 && this.input.length === 0 && !this.isInputEnded;
    const answers = fds.map((fd, i) => (waits(fd) ? 0 : events[i] & (POLL.IN | POLL.OUT)));
    if (time !== null || answers.some((bits) => bits !== 0)) {
      if (time !== null && answers.every((bits) => bits === 0)) this.sleep(time.seconds, time.nanoseconds);
      return answers;
    }
    if (this.pendingSignals !== 0) return -ERRNO.EINTR;
    throw new HostBlocked("standard input");
  }

  /** The page shows output line by line, and asks for input: its streams are a terminal. */
  isTerminal(fd: number): number {
    return fd <= 2 ? 1 : 0;
  }

  private statFile(file: MemoryFile | null): Stat {
    const { seconds, nanoseconds } = instantOf(file?.modifiedMs ?? 0);
    return {
      mode: file === null ? S.IFDIR | 0o755 : S.IFREG | 0o644,
      ino: file?.inode ?? 1,
      dev: 1,
      nlink: 1,
      uid: 1,
      gid: 1,
      size: file?.byteCount ?? 0,
      atime: seconds,
      mtime: seconds,
      ctime: seconds,
      atimeNanoseconds: nanoseconds,
      mtimeNanoseconds: nanoseconds,
      ctimeNanoseconds: nanoseconds,
    };
  }

  statOpen(fd: number): Stat | number {
    if (fd < FIRST_HANDLE) return { ...this.statFile(null), mode: S.IFCHR | 0o600 };
    const open = this.open_.get(fd);
    return open ? this.statFile(open.file) : -ERRNO.EBADF;
  }

  synchronize(fd: number): number {
    return this.open_.has(fd) ? 0 : -ERRNO.EINVAL;
  }

  pathOf(fd: number): Uint8Array | number {
    const open = this.open_.get(fd);
    return open ? encoder.encode(open.path) : -ERRNO.ENOTDIR;
  }

  stat(path: Uint8Array): Stat | number {
    const at = this.path(path);
    const file = this.files.get(at);
    if (file) return this.statFile(file);
    return this.folders.has(at) ? this.statFile(null) : -ERRNO.ENOENT;
  }

  list(path: Uint8Array): readonly Uint8Array[] | number {
    const at = this.path(path);
    if (!this.folders.has(at)) return this.files.has(at) ? -ERRNO.ENOTDIR : -ERRNO.ENOENT;
    const all = [...this.folders, ...this.files.keys()].filter((p) => p !== "/" && this.parent(p) === at);
    return all.map((p) => encoder.encode(p.slice(p.lastIndexOf("/") + 1)));
  }

  readLink(path: Uint8Array): number {
    return typeof this.stat(path) === "number" ? -ERRNO.ENOENT : -ERRNO.EINVAL;
  }

  currentDirectory(): Uint8Array {
    return encoder.encode(HOME);
  }

  pathCall(call: PathCall, path: Uint8Array, other: Uint8Array, number: number): number {
    const at = this.path(path);
    const file = this.files.get(at);
    const isFolder = this.folders.has(at);
    const missing = !file && !isFolder ? -ERRNO.ENOENT : 0;
    switch (call) {
      case "mkdir":
        if (!missing) return -ERRNO.EEXIST;
        if (!this.folders.has(this.parent(at))) return -ERRNO.ENOENT;
        this.folders.add(at);
        return 0;
      case "rmdir": {
        if (missing || !isFolder) return missing || -ERRNO.ENOTDIR;
        if ((this.list(path) as readonly Uint8Array[]).length > 0) return -ERRNO.ENOTEMPTY;
        this.folders.delete(at);
        return 0;
      }
      case "unlink":
        if (isFolder) return -ERRNO.EISDIR;
        return this.files.delete(at) ? 0 : -ERRNO.ENOENT;
      case "rename": {
        const to = this.path(other);
        if (!file) return missing || -ERRNO.EPERM;
        if (!this.folders.has(this.parent(to))) return -ERRNO.ENOENT;
        this.files.delete(at);
        this.files.set(to, file);
        return 0;
      }
      case "truncate":
        if (!file) return missing || -ERRNO.EISDIR;
        this.resizeFile(file, number);
        return 0;
      case "access":
      case "chmod":
        return missing;
      case "chown":
      case "lchown":
        return missing || -ERRNO.EPERM;
      case "chdir":
        return at === HOME ? 0 : missing || -ERRNO.EACCES;
      case "link":
      case "symlink":
        return -ERRNO.EPERM;
    }
  }

  setTimes(path: Uint8Array, _accessed: Instant, modified: Instant): number {
    const file = this.files.get(this.path(path));
    if (!file) return -ERRNO.ENOENT;
    file.modifiedMs = modified.seconds * 1000 + modified.nanoseconds / 1e6;
    return 0;
  }

  fileSystem(path: Uint8Array): FileSystem | number {
    const found = this.stat(path);
    return typeof found === "number" ? found : { bsize: 4096, blocks: 0, bfree: 0, bavail: 0, files: 0, ffree: 0 };
  }

  /** The page starts no processes, and none can be reached from it. */
  hostPipe(): number {
    return -ERRNO.ENOSYS;
  }
  spawn(): number {
    return -ERRNO.ENOSYS;
  }
  wait(): number {
    return -ERRNO.ECHILD;
  }
  kill(): number {
    return -ERRNO.EPERM;
  }
  setPriority(): number {
    return -ERRNO.EACCES;
  }
  /** A sleep takes no time here: no signal could come in it. */
  setTimer(ms: number): number {
    return ms === 0 ? 0 : -ERRNO.ENOSYS;
  }
}
