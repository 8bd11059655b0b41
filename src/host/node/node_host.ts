// The real host in Node: files, clocks and the terminal of the process, by synchronous calls from the machine's worker.
// Standard input that may block is read by the main thread, which hands it over by the control page (control.ts says how);
// so Ctrl-C wakes a program that waits for a line.
// Invariant: answers have Linux's shapes and error numbers on every system that Node runs on.
import * as fs from "node:fs";
import type { Control } from "../control.ts";
import { ERRNO, type ErrnoName } from "../errno.ts";
import {
  type Clock,
  type Fact,
  type FileSystem,
  type Host,
  type Instant,
  O,
  type PathCall,
  POLL,
  SEEK,
  type SpawnRequest,
  type Stat,
} from "../host.ts";
import { HostStopped } from "../leaving.ts";
import { nodeModule } from "./builtin.ts";
import { HostPipes } from "./host_pipes.ts";
import { Processes, WNOHANG } from "./processes.ts";
import type { Ask } from "./requests.ts";

const NANOSECONDS = 1_000_000_000;
const RETRY_MS = 1;
/** Between two looks at a pipe. */
const FIRST_PAUSE_MS = 0.25;
const LONGEST_PAUSE_MS = 4;
const CLOSING_PAUSES = 1000;
const SKIP_BYTES = 65536;
const STANDARD_STREAMS = 3;

export interface NodeHostOptions {
  readonly control: Control;
  readonly ask: Ask;
  readonly directory: string;
  readonly facts: Readonly<Partial<Record<Fact, number>>>;
  /** True: what the program prints does not go to the process's streams (the door tells of it), and input is asked for. */
  readonly keepsOutput: boolean;
}

/** The negated errno of what a call of fs threw. */
function errnoOf(error: unknown): number {
  const code = (error as { code?: unknown }).code;
  if (typeof code === "string" && Object.hasOwn(ERRNO, code)) return -ERRNO[code as ErrnoName];
  return code === "ERR_INVALID_ARG_VALUE" ? -ERRNO.EINVAL : -ERRNO.EIO;
}

function attempt<T>(call: () => T): T | number {
  try {
    return call();
  } catch (error) {
    return errnoOf(error);
  }
}

function done(call: () => void): number {
  try {
    call();
    return 0;
  } catch (error) {
    return errnoOf(error);
  }
}

/** The flags that this system's open() wants for Linux's. */
function systemFlags(flags: number): number {
  const c = fs.constants;
  const table: readonly (readonly [number, number | undefined])[] = [
    [O.CREAT, c.O_CREAT],
    [O.EXCL, c.O_EXCL],
    [O.TRUNC, c.O_TRUNC],
    [O.APPEND, c.O_APPEND],
    [O.DIRECTORY, c.O_DIRECTORY],
    [O.NOFOLLOW, c.O_NOFOLLOW],
  ];
  let result = flags & O.ACCMODE;
  for (const [linux, own] of table) if (flags & linux) result |= own ?? 0;
  return result;
}

function instantOf(nanoseconds: bigint): Instant {
  const seconds = nanoseconds / BigInt(NANOSECONDS);
  return { seconds: Number(seconds), nanoseconds: Number(nanoseconds - seconds * BigInt(NANOSECONDS)) };
}

function statOf(s: fs.BigIntStats): Stat {
  const a = instantOf(s.atimeNs);
  const m = instantOf(s.mtimeNs);
  const c = instantOf(s.ctimeNs);
  return {
    mode: Number(s.mode),
    ino: Number(BigInt.asUintN(52, s.ino)),
    dev: Number(BigInt.asUintN(52, s.dev)),
    nlink: Number(s.nlink),
    uid: Number(s.uid),
    gid: Number(s.gid),
    size: Number(s.size),
    atime: a.seconds,
    mtime: m.seconds,
    ctime: c.seconds,
    atimeNanoseconds: a.nanoseconds,
    mtimeNanoseconds: m.nanoseconds,
    ctimeNanoseconds: c.nanoseconds,
  };
}

/** The major number of /dev/null and its kin. */
const MEMORY_DEVICES = 1;
const MINOR_BITS = 8;

interface Position {
  position: number;
  readonly appends: boolean;
  readonly access: number;
  /** A descriptor that a child has of the same file: where the child moves it, the position follows. */
  shared: number | null;
  /** Where that descriptor stood when it was looked at last. */
  sharedAt: number;
}

export class NodeHost implements Host {
  private readonly options: NodeHostOptions;
  private directory: Buffer;
  /** Position of each file that can be sought, since Node has no lseek. Pipes and terminals have none. */
  private readonly positions = new Map<number, Position>();
  /** Where each file was opened, on systems where a descriptor has no path of its own. */
  private readonly openPaths = new Map<number, Buffer>();
  private readonly pipes = new HostPipes();
  private readonly processes: Processes;
  /** Input that was handed over and not read yet; empty at its end too. */
  private pending: Uint8Array = new Uint8Array(0);
  /** Whether `pending` or the end of input is there to be read. */
  private hasInput = false;
  private inputIsFile: boolean | null = null;
  private readonly askInput = (): void => this.options.ask({ type: "input" });

  constructor(options: NodeHostOptions) {
    this.options = options;
    this.processes = new Processes(options.control, (port) => options.ask({ type: "children", port }, [port]));
    this.directory = Buffer.from(options.directory);
  }

  clock(clock: Clock): Instant {
    if (clock === "monotonic") return instantOf(process.hrtime.bigint());
    if (clock === "process") {
      const { user, system } = process.cpuUsage();
      return instantOf(BigInt(user + system) * 1000n);
    }
    // Milliseconds are too coarse for time.time_ns(): the origin of the monotonic clock in real time makes up for it.
    const ms = performance.timeOrigin + performance.now();
    const seconds = Math.floor(ms / 1000);
    return { seconds, nanoseconds: Math.floor((ms - seconds * 1000) * 1000) * 1000 };
  }

  sleep(seconds: number, nanoseconds: number): number {
    const finished = this.options.control.pause(seconds * 1000 + nanoseconds / 1e6);
    if (finished) return 0;
    this.refuseWhenStopped();
    return -ERRNO.EINTR;
  }

  entropy(byteCount: number): Uint8Array {
    return nodeModule<typeof import("node:crypto")>("node:crypto").randomFillSync(new Uint8Array(byteCount));
  }

  signals(): number {
    return this.options.control.takeSignals();
  }

  fact(fact: Fact): number {
    const given = this.options.facts[fact];
    if (given !== undefined) return given;
    switch (fact) {
      case "pid":
        return process.pid;
      case "ppid":
        return process.ppid;
      case "uid":
        return process.getuid?.() ?? 0;
      case "euid":
        return process.geteuid?.() ?? 0;
      case "gid":
        return process.getgid?.() ?? 0;
      case "egid":
        return process.getegid?.() ?? 0;
      case "processors":
        return nodeModule<typeof import("node:os")>("node:os").availableParallelism();
      case "umask":
        return process.umask();
      case "columns":
        return 80;
      case "lines":
        return 24;
    }
  }

  private refuseWhenStopped(): void {
    if (this.options.control.isStopAsked() && !this.options.control.hasSignals()) throw new HostStopped();
  }

  private path(path: Uint8Array): Buffer {
    const bytes = Buffer.from(path.buffer, path.byteOffset, path.byteLength);
    if (bytes[0] === 0x2f) return bytes;
    return bytes.length === 0 ? bytes : Buffer.concat([this.directory, Buffer.from("/"), bytes]);
  }

  open(path: Uint8Array, flags: number, mode: number): number {
    return attempt(() => {
      const at = this.path(path);
      const fd = fs.openSync(at, systemFlags(flags), mode);
      if (process.platform !== "linux") this.openPaths.set(fd, Buffer.from(at));
      const isFile = fs.fstatSync(fd).isFile();
      if (isFile) {
        const appends = (flags & O.APPEND) !== 0;
        this.positions.set(fd, { position: 0, appends, access: flags & O.ACCMODE, shared: null, sharedAt: 0 });
      }
      return fd;
    }) as number;
  }

  close(fd: number): number {
    const shared = this.positions.get(fd)?.shared ?? null;
    if (shared !== null) fs.closeSync(shared);
    this.positions.delete(fd);
    this.openPaths.delete(fd);
    if (this.pipes.has(fd)) {
      // What is left goes out first, as long as somebody may read it.
      for (let i = 0; i < CLOSING_PAUSES && !this.pipes.isFlushed(fd); i++) this.options.control.pause(RETRY_MS);
      this.pipes.forget(fd);
    }
    // The process's own streams stay open: Node uses them.
    return fd <= 2 ? 0 : done(() => fs.closeSync(fd));
  }

  read(fd: number, maximum: number): Uint8Array | number {
    if (fd === 0 && !this.readsInputItself()) return this.readInput(maximum);
    if (this.pipes.has(fd)) return this.again(() => this.pipes.read(fd, maximum));
    const state = this.positions.get(fd);
    if (state) this.followChild(state);
    return attempt(() => {
      // A file's size bounds what is reserved: a program may ask for as much as it likes.
      const wanted = state
        ? Math.min(maximum, Math.max(fs.fstatSync(fd).size - state.position, 512))
        : Math.min(maximum, 1 << 20);
      const bytes = new Uint8Array(wanted);
      const count = fs.readSync(fd, bytes, 0, wanted, state ? state.position : null);
      if (state) state.position += count;
      return bytes.subarray(0, count);
    });
  }

  private readsInputItself(): boolean {
    if (this.options.keepsOutput) return false;
    this.inputIsFile ??= attempt(() => (fs.fstatSync(0).isFile() ? 1 : 0)) !== 0;
    return this.inputIsFile;
  }

  private readInput(maximum: number): Uint8Array | number {
    if (!this.hasInput) {
      const bytes = this.options.control.waitForInput(this.askInput);
      if (bytes === null) {
        this.refuseWhenStopped();
        return -ERRNO.EINTR;
      }
      this.pending = bytes;
    }
    const taken = this.pending.subarray(0, maximum);
    this.pending = this.pending.subarray(taken.length);
    this.hasInput = this.pending.length > 0;
    return taken;
  }

  /** Files are always ready; pipes, processes and standard input are waited for. */
  poll(fds: readonly number[], events: readonly number[], time: Instant | null): readonly number[] | number {
    const { control } = this.options;
    const ms = time === null ? Number.POSITIVE_INFINITY : time.seconds * 1000 + time.nanoseconds / 1e6;
    const end = performance.now() + ms;
    const isLooked = fds.some((fd) => this.pipes.has(fd));
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const seen = control.wakeCount();
      const answers = fds.map((fd, i) => this.readiness(fd) & (events[i] | POLL.HUP | POLL.ERR));
      const left = end - performance.now();
      if (left <= 0 || answers.some((bits) => bits !== 0)) return answers;
      if (control.hasSignals()) return -ERRNO.EINTR;
      this.refuseWhenStopped();
      control.waitForWake(seen, isLooked ? Math.min(left, pause) : left);
    }
  }

  private readiness(fd: number): number {
    if (fd < 0) return this.processes.hasEnded(-fd) ? POLL.IN : 0;
    if (this.pipes.has(fd)) return this.pipes.readiness(fd);
    if (fd !== 0 || this.readsInputItself() || this.hasInput) return POLL.IN | POLL.OUT;
    const bytes = this.options.control.waitForInput(this.askInput, 0);
    if (bytes === null) return 0;
    this.pending = bytes;
    this.hasInput = true;
    return POLL.IN;
  }

  write(fd: number, bytes: Uint8Array): number {
    if (this.options.keepsOutput && (fd === 1 || fd === 2)) return bytes.length;
    if (this.pipes.has(fd)) return this.again(() => this.pipes.write(fd, bytes)) as number;
    const state = this.positions.get(fd);
    let written = 0;
    if (state) this.followChild(state);
    for (;;) {
      try {
        const position = state && !state.appends ? state.position : null;
        const count = fs.writeSync(fd, bytes, written, bytes.length - written, position);
        if (state) state.position = state.appends ? fs.fstatSync(fd).size : state.position + count;
        written += count;
        if (written >= bytes.length) return written;
      } catch (error) {
        const errno = errnoOf(error);
        if (errno !== -ERRNO.EAGAIN) return written > 0 ? written : errno;
        // Node makes its own standard streams non-blocking; a program's write waits until all of it is taken.
        if (!this.options.control.pause(RETRY_MS)) {
          this.refuseWhenStopped();
          return written > 0 ? written : -ERRNO.EINTR;
        }
      }
    }
  }

  seek(fd: number, offset: number, whence: number): number {
    const state = this.positions.get(fd) ?? this.inherited(fd);
    if (typeof state === "number") return state;
    if (whence < SEEK.SET || whence > SEEK.END) return -ERRNO.EINVAL;
    this.followChild(state);
    return attempt(() => {
      const from = whence === SEEK.SET ? 0 : whence === SEEK.CUR ? state.position : fs.fstatSync(fd).size;
      const to = from + offset;
      if (to < 0) return -ERRNO.EINVAL;
      if (to !== state.position) this.positions.set(fd, state);
      state.position = to;
      return to;
    }) as number;
  }

  /**
   * Where a file stands that the process was started with, or a negated errno; /dev/null and its kin are always at 0. The
   * system keeps its position, which other processes may share, until the program wants another one.
   */
  private inherited(fd: number): Position | number {
    return attempt<Position | number>(() => {
      const status = fs.fstatSync(fd);
      if (status.isCharacterDevice() && status.rdev >> MINOR_BITS === MEMORY_DEVICES) return 0;
      if (!status.isFile() || (fd <= 2 && this.options.keepsOutput)) return -ERRNO.ESPIPE;
      const info = attempt(() => fs.readFileSync(`/proc/self/fdinfo/${fd}`, "latin1"));
      const found = typeof info === "string" ? /^pos:\s*(\d+)\s+flags:\s*([0-7]+)/.exec(info) : null;
      if (found === null) return -ERRNO.ESPIPE;
      const flags = Number.parseInt(found[2], 8);
      const appends = (flags & O.APPEND) !== 0;
      return { position: Number(found[1]), appends, access: flags & O.ACCMODE, shared: null, sharedAt: 0 };
    });
  }

  resize(fd: number, byteCount: number): number {
    return byteCount < 0 ? -ERRNO.EINVAL : done(() => fs.ftruncateSync(fd, byteCount));
  }

  isTerminal(fd: number): number {
    // Who keeps the output shows it line by line, and answers when input is asked for.
    if (this.options.keepsOutput) return fd <= 2 ? 1 : 0;
    const status = attempt(() => fs.fstatSync(fd));
    if (typeof status === "number" || !status.isCharacterDevice()) return 0;
    return nodeModule<typeof import("node:tty")>("node:tty").isatty(fd) ? 1 : 0;
  }

  statOpen(fd: number): Stat | number {
    return attempt(() => statOf(fs.fstatSync(fd, { bigint: true })));
  }

  synchronize(fd: number, onlyData: boolean): number {
    return done(() => (onlyData ? fs.fdatasyncSync(fd) : fs.fsyncSync(fd)));
  }

  pathOf(fd: number): Uint8Array | number {
    return process.platform === "linux"
      ? Buffer.from(`/proc/self/fd/${fd}`)
      : (this.openPaths.get(fd) ?? -ERRNO.ENOTSUP);
  }

  stat(path: Uint8Array, followsLinks: boolean): Stat | number {
    const call = followsLinks ? fs.statSync : fs.lstatSync;
    // Without throwing: imports ask for many files that are not there.
    const found = attempt(() => call(this.path(path), { bigint: true, throwIfNoEntry: false }));
    if (found === undefined) return this.missing(path);
    return typeof found === "number" ? found : statOf(found as fs.BigIntStats);
  }

  /** "No entry" may also mean that a component is no folder. */
  private missing(path: Uint8Array): number {
    const errno = done(() => fs.accessSync(this.path(path)));
    return errno === 0 ? -ERRNO.ENOENT : errno;
  }

  list(path: Uint8Array): readonly Uint8Array[] | number {
    return attempt(() => fs.readdirSync(this.path(path), { encoding: "buffer" }) as unknown as Uint8Array[]);
  }

  readLink(path: Uint8Array): Uint8Array | number {
    return attempt(() => fs.readlinkSync(this.path(path), { encoding: "buffer" }) as unknown as Uint8Array);
  }

  currentDirectory(): Uint8Array {
    return Uint8Array.from(this.directory);
  }

  pathCall(call: PathCall, path: Uint8Array, other: Uint8Array, number: number, group = -1): number {
    const at = this.path(path);
    switch (call) {
      case "mkdir":
        return done(() => fs.mkdirSync(at, { mode: number }));
      case "rmdir":
        return done(() => fs.rmdirSync(at));
      case "unlink":
        return done(() => fs.unlinkSync(at));
      case "rename":
        return done(() => fs.renameSync(at, this.path(other)));
      case "link":
        return done(() => fs.linkSync(at, this.path(other)));
      case "symlink":
        return done(() => fs.symlinkSync(Buffer.from(path), this.path(other)));
      case "chmod":
        return done(() => fs.chmodSync(at, number));
      case "chown":
        return done(() => fs.chownSync(at, number, group));
      case "lchown":
        return done(() => fs.lchownSync(at, number, group));
      case "truncate":
        return done(() => fs.truncateSync(at, number));
      case "access":
        return done(() => fs.accessSync(at, number));
      case "chdir":
        return done(() => {
          const next = fs.realpathSync.native(at, { encoding: "buffer" }) as unknown as Buffer;
          // Opening it is what chdir() would be refused for.
          fs.closeSync(fs.openSync(next, fs.constants.O_RDONLY | (fs.constants.O_DIRECTORY ?? 0)));
          this.directory = next;
        });
    }
  }

  setTimes(path: Uint8Array, accessed: Instant, modified: Instant, followsLinks: boolean): number {
    // Node takes a negative number for "now", but not the date.
    const time = ({ seconds, nanoseconds }: Instant): number | Date =>
      seconds < 0 ? new Date(seconds * 1000 + nanoseconds / 1e6) : seconds + nanoseconds / NANOSECONDS;
    const call = followsLinks ? fs.utimesSync : fs.lutimesSync;
    return done(() => call(this.path(path), time(accessed), time(modified)));
  }

  fileSystem(path: Uint8Array): FileSystem | number {
    return attempt(() => {
      const { bsize, blocks, bfree, bavail, files, ffree } = fs.statfsSync(this.path(path));
      return { bsize, blocks, bfree, bavail, files, ffree };
    });
  }

  /** Calls until there is an answer; a signal ends the waiting. */
  private again<T>(call: () => T | null): T | number {
    for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const answer = attempt(call);
      if (answer !== null) return answer;
      if (!this.options.control.pause(pause)) {
        this.refuseWhenStopped();
        return -ERRNO.EINTR;
      }
    }
  }

  hostPipe(): readonly [number, number] | number {
    if (this.options.keepsOutput) return -ERRNO.ENOSYS;
    return attempt(() => this.pipes.make());
  }

  /** The position of a file that a child has too, as the child left it. */
  private followChild(state: Position): void {
    if (state.shared === null) return;
    const info = attempt(() => fs.readFileSync(`/proc/self/fdinfo/${state.shared}`, "latin1"));
    const found = typeof info === "string" ? /^pos:\s*(\d+)/m.exec(info) : null;
    if (!found || Number(found[1]) === state.sharedAt) return;
    state.position = state.sharedAt = Number(found[1]);
  }

  /** A descriptor for a child, and whether it is to be closed when the child has it. Throws what fs throws. */
  private forChild(fd: number): { fd: number; isOwn: boolean } {
    if (this.pipes.has(fd)) return { fd: this.pipes.forChild(fd), isOwn: true };
    const state = this.positions.get(fd);
    if (!state) return { fd, isOwn: false };
    this.followChild(state);
    if (state.shared !== null) fs.closeSync(state.shared);
    // Node cannot set a position: what lies before it is read, so that the child begins where we are.
    const skips = state.position > 0 && !state.appends;
    const access = skips && state.access === O.WRONLY ? O.RDWR : state.access;
    const made = fs.openSync(`/proc/self/fd/${fd}`, access | (state.appends ? fs.constants.O_APPEND : 0));
    const piece = new Uint8Array(SKIP_BYTES);
    for (let left = skips ? state.position : 0; left > 0; ) {
      const count = fs.readSync(made, piece, 0, Math.min(left, SKIP_BYTES), null);
      if (count === 0) break;
      left -= count;
    }
    state.shared = made;
    state.sharedAt = skips ? state.position : 0;
    return { fd: made, isOwn: false };
  }

  /** The first of the paths that can be run, or the errno that execve() would give last. */
  private program(paths: readonly Uint8Array[]): Buffer | number {
    let errno: number = -ERRNO.ENOENT;
    for (const path of paths) {
      const at = this.path(path);
      const found = attempt(() => fs.statSync(at));
      let refusal = typeof found === "number" ? found : found.isFile() ? 0 : -ERRNO.EACCES;
      if (refusal === 0) refusal = done(() => fs.accessSync(at, fs.constants.X_OK));
      if (refusal === 0) return at;
      if (refusal !== -ERRNO.ENOENT && refusal !== -ERRNO.ENOTDIR) errno = refusal;
      else if (errno === -ERRNO.ENOENT) errno = refusal;
    }
    return errno;
  }

  spawn(request: SpawnRequest): number {
    if (this.options.keepsOutput) return -ERRNO.ENOSYS;
    const directory = request.directory === null ? this.directory : this.path(request.directory);
    const program = this.program(request.paths);
    if (typeof program === "number") return program;
    const files: number[] = [];
    const own: number[] = [];
    try {
      for (const [childFd, fd] of request.files) {
        while (files.length < childFd) files.push(-1);
        const given = this.forChild(fd);
        files.push(given.fd);
        if (given.isOwn) own.push(given.fd);
      }
      while (files.length < STANDARD_STREAMS) files.push(-1);
      return this.processes.spawn({
        file: program.toString(),
        args: request.args.map(textOf),
        environment: request.environment.map((row) => {
          const [name, ...value] = textOf(row).split("=");
          return [name, value.join("=")] as const;
        }),
        directory: directory.toString(),
        files,
        isNewSession: request.isNewSession,
        uid: request.uid < 0 ? null : request.uid,
        gid: request.gid < 0 ? null : request.gid,
      });
    } catch (error) {
      return errnoOf(error);
    } finally {
      for (const fd of own) fs.closeSync(fd);
    }
  }

  wait(pid: number, options: number): readonly [number, number] | number {
    for (;;) {
      const seen = this.options.control.wakeCount();
      const answer = this.processes.take(pid);
      if (answer !== null) return answer;
      if (options & WNOHANG) return [0, 0];
      if (this.options.control.hasSignals()) return -ERRNO.EINTR;
      this.refuseWhenStopped();
      this.options.control.waitForWake(seen, Number.POSITIVE_INFINITY);
    }
  }

  kill(pid: number, signal: number): number {
    return this.options.keepsOutput ? -ERRNO.EPERM : done(() => process.kill(pid, signal));
  }

  setTimer(ms: number, intervalMs: number): number {
    this.options.ask({ type: "timer", ms, intervalMs });
    return 0;
  }

  setPriority(pid: number, priority: number): number {
    return done(() => nodeModule<typeof import("node:os")>("node:os").setPriority(pid, priority));
  }
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
