// What the machine asks of the world outside, as calls that a host answers: clocks, entropy, signals, files.
// Answers are Linux's: a call that fails gives a negated errno (errno.ts), never an exception.
// Invariant: all nondeterminism enters by these calls, so that a journal of their answers replays a run.

export type Clock = "real" | "monotonic" | "process";

export interface Instant {
  readonly seconds: number;
  readonly nanoseconds: number;
}

/** Numbers that a process can ask about itself and its system. */
export type Fact = "pid" | "ppid" | "uid" | "euid" | "gid" | "egid" | "processors" | "umask" | "columns" | "lines";

/** Calls on a path that answer 0 or a negated errno. */
export type PathCall =
  | "mkdir"
  | "rmdir"
  | "unlink"
  | "rename"
  | "link"
  | "symlink"
  | "chmod"
  | "truncate"
  | "access"
  | "chdir";

/** Linux's flags of open(). */
export const O = {
  ACCMODE: 0o3,
  RDONLY: 0,
  WRONLY: 0o1,
  RDWR: 0o2,
  CREAT: 0o100,
  EXCL: 0o200,
  TRUNC: 0o1000,
  APPEND: 0o2000,
  NONBLOCK: 0o4000,
  DIRECTORY: 0o200000,
  NOFOLLOW: 0o400000,
  CLOEXEC: 0o2000000,
} as const;

/** Kinds of files in a mode. */
export const S = {
  IFMT: 0o170000,
  IFDIR: 0o040000,
  IFCHR: 0o020000,
  IFIFO: 0o010000,
  IFREG: 0o100000,
  IFLNK: 0o120000,
} as const;

export const SEEK = { SET: 0, CUR: 1, END: 2 } as const;

export const SIGINT = 2;

/** The order in which a journal holds a status. */
export const STAT_FIELDS = [
  "mode",
  "ino",
  "dev",
  "nlink",
  "uid",
  "gid",
  "size",
  "atime",
  "mtime",
  "ctime",
  "atimeNanoseconds",
  "mtimeNanoseconds",
  "ctimeNanoseconds",
] as const;

/** Times are seconds; the nanoseconds below one second stand beside them. */
export type Stat = { readonly [K in (typeof STAT_FIELDS)[number]]: number };

/** The machine was asked to stop while it waited in a call. */
export class HostStopped extends Error {
  override name = "HostStopped";
}

export interface Host {
  clock(clock: Clock): Instant;
  /** 0, or -EINTR when a signal came. */
  sleep(seconds: number, nanoseconds: number): number;
  entropy(byteCount: number): Uint8Array;
  /** The signals that came since the last call: bit n for signal n. */
  signals(): number;
  fact(fact: Fact): number;

  open(path: Uint8Array, flags: number, mode: number): number;
  close(fd: number): number;
  /** At most so many bytes; none at the end. */
  read(fd: number, maximum: number): Uint8Array | number;
  write(fd: number, bytes: Uint8Array): number;
  seek(fd: number, offset: number, whence: number): number;
  resize(fd: number, byteCount: number): number;
  isTerminal(fd: number): number;
  duplicate(fd: number): number;
  statOpen(fd: number): Stat | number;

  stat(path: Uint8Array, followsLinks: boolean): Stat | number;
  list(path: Uint8Array): readonly Uint8Array[] | number;
  readLink(path: Uint8Array): Uint8Array | number;
  currentDirectory(): Uint8Array | number;
  /** other: the second path of rename, link and symlink; number: mode, size or access bits. */
  pathCall(call: PathCall, path: Uint8Array, other: Uint8Array, number: number): number;
  setTimes(path: Uint8Array, accessed: Instant, modified: Instant): number;
}

let current: Host | null = null;

/** The machine gives the host at its start, and again after a restore. */
export function setHost(host: Host | null): void {
  current = host;
}

/** The host that the machine asks now. */
export function host(): Host {
  if (current === null) throw new Error("the machine was given no host");
  return current;
}
