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
  | "chown"
  | "lchown"
  | "truncate"
  | "access"
  | "chdir";

/** The order in which a journal holds what is known of a file system: of statvfs(), as far as a host can tell. */
export const FILE_SYSTEM_FIELDS = ["bsize", "blocks", "bfree", "bavail", "files", "ffree"] as const;
export type FileSystem = { readonly [K in (typeof FILE_SYSTEM_FIELDS)[number]]: number };

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

/** poll()'s bits. */
export const POLL = { IN: 1, PRI: 2, OUT: 4, ERR: 8, HUP: 16, NVAL: 32, RDHUP: 0x2000 } as const;

/** A sleep that only a signal ends. */
export const FOREVER_SECONDS = 1e9;

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
  statOpen(fd: number): Stat | number;
  /** fsync() or fdatasync() */
  synchronize(fd: number, onlyData: boolean): number;
  /** A path that leads to an open file or folder, for calls that take paths only. */
  pathOf(fd: number): Uint8Array | number;

  stat(path: Uint8Array, followsLinks: boolean): Stat | number;
  list(path: Uint8Array): readonly Uint8Array[] | number;
  readLink(path: Uint8Array): Uint8Array | number;
  currentDirectory(): Uint8Array | number;
  /** other: the second path of rename, link and symlink; number: mode, size, access bits or owner; group: beside an owner. */
  pathCall(call: PathCall, path: Uint8Array, other: Uint8Array, number: number, group?: number): number;
  setTimes(path: Uint8Array, accessed: Instant, modified: Instant, followsLinks: boolean): number;
  fileSystem(path: Uint8Array): FileSystem | number;

  /**
   * Waits until one of the files is ready for its events (POLL) or the time is over, null: for ever. The bits that hold, a
   * number a file; -EINTR when a signal came. A number below zero is a process, which can be read once it has ended.
   */
  poll(fds: readonly number[], events: readonly number[], time: Instant | null): readonly number[] | number;

  /** A pipe of the system, for what children read and write. */
  hostPipe(): readonly [reader: number, writer: number] | number;
  /** Starts a program: its process number. The host's files are `files`. */
  spawn(request: SpawnRequest): number;
  /** waitpid(): the child and its status, 0 and 0 when WNOHANG is among the options and none has ended. */
  wait(pid: number, options: number): readonly [pid: number, status: number] | number;
  /** kill(), also of the process itself; a group is a number below zero. */
  kill(pid: number, signal: number): number;
  /** setpriority() of a process */
  setPriority(pid: number, priority: number): number;
  /** SIGALRM after so many milliseconds, and then again and again where there is an interval; 0: none any more. */
  setTimer(ms: number, intervalMs: number): number;
}

/** A program to start. */
export interface SpawnRequest {
  /** Paths to try, in order. */
  readonly paths: readonly Uint8Array[];
  readonly args: readonly Uint8Array[];
  /** "NAME=value" */
  readonly environment: readonly Uint8Array[];
  readonly directory: Uint8Array | null;
  /** [the child's descriptor, ours], ascending. */
  readonly files: readonly (readonly [number, number])[];
  readonly isNewSession: boolean;
  /** -1: as ours. */
  readonly uid: number;
  readonly gid: number;
}

/**
 * What the machine asks: the host's calls on its own descriptors, and those that no host is needed for. Numbers below zero
 * are negated errnos.
 */
export interface System extends Host {
  dup(fd: number, least: number, isInheritable: boolean): number;
  dup2(fd: number, to: number, isInheritable: boolean): number;
  /** 1 or 0. */
  inheritable(fd: number): number;
  setInheritable(fd: number, isInheritable: boolean): number;
  /** Access mode, O.NONBLOCK, O.APPEND. */
  statusFlags(fd: number): number;
  setStatusFlags(fd: number, flags: number): number;

  /** [reading end, writing end] */
  pipe(flags: number): readonly [number, number];
  pipeSize(fd: number): number;

  /** A descriptor that can be read once the process has ended. */
  processFile(pid: number): number;
  /** All open descriptors. */
  descriptors(): readonly number[];

  epoll(): number;
  epollControl(epoll: number, call: "add" | "modify" | "remove", fd: number, events: number): number;
  epollWait(epoll: number, most: number, time: Instant | null): readonly (readonly [number, number])[] | number;

  socket(family: number, kind: number, protocol: number): number;
  socketPair(family: number, kind: number, protocol: number): readonly [number, number] | number;
  /** Addresses are texts as the module writes them (modules/socket_address.ts). */
  socketName(fd: number, which: "own" | "peer"): SocketName | number;
  bind(fd: number, address: string): number;
  listen(fd: number, backlog: number): number;
  accept(fd: number): number;
  connect(fd: number, address: string): number;
  shutdown(fd: number, how: number): number;
  receive(fd: number, maximum: number, flags: number): Uint8Array | number;
  send(fd: number, bytes: Uint8Array, flags: number): number;
}

export interface SocketName {
  readonly family: number;
  readonly kind: number;
  readonly listens: boolean;
  readonly address: string;
}

let current: System | null = null;

/** The machine gives the host at its start, and again after a restore. */
export function setHost(host: System | null): void {
  current = host;
}

/** The host that the machine asks now. */
export function host(): System {
  if (current === null) throw new Error("the machine was given no host");
  return current;
}
