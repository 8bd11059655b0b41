// The door: the one host that a run asks. It keeps the process's open files (open_files.ts) and shows the standard library.
//
//   a call  →  on the library, a pipe or a socket?  answered from the archive or from what was written, not journaled
//           →  else  the answer from outside, asked or recorded (outside.ts)
//
// Invariant: everything that the machine is told is a function of its calls, the archive and the journal.
import { ERRNO } from "./errno.ts";
import {
  type Clock,
  type Fact,
  type FileSystem,
  FOREVER_SECONDS,
  type Instant,
  O,
  type PathCall,
  POLL,
  S,
  SEEK,
  SIGINT,
  type SocketName,
  type SpawnRequest,
  STAT_FIELDS,
  type Stat,
  type System,
} from "./host.ts";
import { Diverged, type JournalMark } from "./journal.ts";
import { type Library, pathInLibrary } from "./library.ts";
import {
  answerOf,
  type Epoll,
  type HostFile,
  type OpenFile,
  OpenFiles,
  type OpenFilesMark,
  ownMode,
  PIPE_BUF,
  PIPE_BYTES,
  type ProcessFile,
} from "./open_files.ts";
import {
  BYTES,
  BYTES_OR_ERRNO,
  EndOfJournal,
  FILE_SYSTEM_OR_ERRNO,
  INSTANT,
  NAMES_OR_ERRNO,
  NUMBER,
  NUMBERS_OR_ERRNO,
  Outside,
  type OutsideOptions,
  PAIR_OR_ERRNO,
  STAT_OR_ERRNO,
} from "./outside.ts";
import { AF_UNIX, Sockets } from "./sockets.ts";

/** What the door must know to go on from an earlier moment. */
export interface DoorMark {
  readonly journal: JournalMark;
  readonly files: OpenFilesMark;
}

export interface DoorOptions extends OutsideOptions {
  readonly library: Library;
  /** Sees all that goes to standard output and standard error, also in a replay, in which the host writes nothing. */
  readonly onOutput?: (stream: "out" | "err", bytes: Uint8Array, moment: number, isReplay: boolean) => void;
}

const NO_TIME: Instant = { seconds: 0, nanoseconds: 0 };
const MSG_PEEK = 2;
const MSG_DONTWAIT = 0x40;

/** Full, as one that is only read. */
const LIBRARY_FILE_SYSTEM: FileSystem = { bsize: 4096, blocks: 0, bfree: 0, bavail: 0, files: 0, ffree: 0 };
const NO_STAT = Object.fromEntries(STAT_FIELDS.map((field) => [field, field === "nlink" ? 1 : 0])) as unknown as Stat;

export class Door implements System {
  private readonly options: DoorOptions;
  private readonly outside: Outside;
  private readonly files = new OpenFiles();
  private readonly sockets = new Sockets(this.files);

  constructor(options: DoorOptions) {
    this.options = options;
    this.outside = new Outside(options);
  }

  // -- moving in time ----------------------------------------------------------------------------------------------

  mark(): DoorMark {
    const journal = this.options.journal?.mark() ?? { offset: 0, moment: 0 };
    return { journal, files: this.files.mark() };
  }

  rewind(mark: DoorMark): void {
    this.options.journal?.rewind(mark.journal);
    this.files.rewind(mark.files);
  }

  get isReplaying(): boolean {
    return this.outside.isReplaying;
  }

  /** The moment of the next recorded signal, else Infinity: a slice must end there. */
  nextSignalMoment(): number {
    return this.outside.nextSignalMoment();
  }

  // -- answers -----------------------------------------------------------------------------------------------------

  clock(clock: Clock): Instant {
    return this.outside.ask("clock", INSTANT, (host) => host.clock(clock));
  }
  sleep(seconds: number, nanoseconds: number): number {
    return this.outside.ask("sleep", NUMBER, (host) => host.sleep(seconds, nanoseconds));
  }
  entropy(byteCount: number): Uint8Array {
    return this.outside.ask("entropy", BYTES, (host) => host.entropy(byteCount));
  }
  fact(fact: Fact): number {
    return this.outside.ask("fact", NUMBER, (host) => host.fact(fact));
  }

  signals(): number {
    return this.outside.signals();
  }

  // -- open files --------------------------------------------------------------------------------------------------

  private file(fd: number): OpenFile | null {
    return this.files.file(fd);
  }

  open(path: Uint8Array, flags: number, mode: number): number {
    const kept = flags & (O.ACCMODE | O.APPEND | O.NONBLOCK);
    const isInheritable = (flags & O.CLOEXEC) === 0;
    const inside = this.options.library.below(path);
    if (inside !== null) {
      const isFolder = typeof this.options.library.list(inside) !== "number";
      const content = isFolder ? 0 : this.options.library.content(inside, flags);
      if (typeof content === "number" && content < 0) return content;
      if (!isFolder && flags & O.DIRECTORY) return -ERRNO.ENOTDIR;
      return this.files.add({ type: "library", path: inside, position: 0, flags: kept, uses: 0 }, isInheritable);
    }
    const handle = this.outside.ask("open", NUMBER, (host) => host.open(path, flags, mode));
    if (handle < 0) return handle;
    return this.files.add({ type: "host", handle, stream: null, isPipe: false, flags: kept, uses: 0 }, isInheritable);
  }

  close(fd: number): number {
    if (this.file(fd) === null) return -ERRNO.EBADF;
    const ended = this.files.release(fd);
    return ended?.type === "host" ? this.outside.ask("close", NUMBER, (host) => host.close(ended.handle)) : 0;
  }

  /** Whether a pipe of the host that may not wait would have to. */
  private wouldBlock(file: HostFile, events: number): boolean {
    if (!file.isPipe || (file.flags & O.NONBLOCK) === 0) return false;
    const found = this.outside.ask("poll", NUMBERS_OR_ERRNO, (host) => host.poll([file.handle], [events], NO_TIME));
    return typeof found !== "number" && found[0] === 0;
  }

  private content(path: string): Uint8Array | number {
    return this.options.library.content(path, O.RDONLY);
  }

  read(fd: number, maximum: number): Uint8Array | number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    if (file.type === "host") {
      if (this.wouldBlock(file, POLL.IN | POLL.HUP)) return -ERRNO.EAGAIN;
      return this.outside.ask("read", BYTES_OR_ERRNO, (host) => host.read(file.handle, maximum));
    }
    if (file.type !== "library") return this.receive(fd, maximum, 0);
    const content = this.content(file.path);
    if (typeof content === "number") return content;
    const bytes = content.slice(file.position, file.position + maximum);
    file.position += bytes.length;
    return bytes;
  }

  write(fd: number, bytes: Uint8Array): number {
    const file = this.file(fd);
    if (file?.type === "pipe" || file?.type === "socket") return this.send(fd, bytes, 0);
    if (file?.type !== "host") return -ERRNO.EBADF;
    if (this.wouldBlock(file, POLL.OUT)) return -ERRNO.EAGAIN;
    // What a full pipe would stop in the middle goes in small pieces where nobody may wait.
    const part = file.isPipe && file.flags & O.NONBLOCK ? bytes.subarray(0, PIPE_BUF) : bytes;
    const isReplay = this.isReplaying;
    const written = this.outside.ask("write", NUMBER, (host) => host.write(file.handle, part));
    if (written > 0 && (file.stream === "out" || file.stream === "err")) {
      this.options.onOutput?.(file.stream, bytes.subarray(0, written), this.options.now(), isReplay);
    }
    return written;
  }

  seek(fd: number, offset: number, whence: number): number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    if (file.type === "host") return this.outside.ask("seek", NUMBER, (host) => host.seek(file.handle, offset, whence));
    if (file.type !== "library") return -ERRNO.ESPIPE;
    const content = this.content(file.path);
    const end = typeof content === "number" ? 0 : content.length;
    const from = whence === SEEK.SET ? 0 : whence === SEEK.CUR ? file.position : end;
    if (from + offset < 0) return -ERRNO.EINVAL;
    file.position = from + offset;
    return file.position;
  }

  resize(fd: number, byteCount: number): number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    if (file.type !== "host") return -ERRNO.EINVAL;
    return this.outside.ask("resize", NUMBER, (host) => host.resize(file.handle, byteCount));
  }

  isTerminal(fd: number): number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    if (file.type !== "host") return 0;
    return this.outside.ask("isTerminal", NUMBER, (host) => host.isTerminal(file.handle));
  }

  statOpen(fd: number): Stat | number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    if (file.type === "library") return this.options.library.stat(file.path);
    if (file.type !== "host") return { ...NO_STAT, mode: ownMode(file) };
    return this.outside.ask("statOpen", STAT_OR_ERRNO, (host) => host.statOpen(file.handle));
  }

  /** What is the machine's own has nothing that could be written back. */
  synchronize(fd: number, onlyData: boolean): number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    if (file.type !== "host") return file.type === "library" ? 0 : -ERRNO.EINVAL;
    return this.outside.ask("synchronize", NUMBER, (host) => host.synchronize(file.handle, onlyData));
  }

  pathOf(fd: number): Uint8Array | number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    if (file.type === "library") return pathInLibrary(file.path);
    if (file.type !== "host") return -ERRNO.ENOTDIR;
    return this.outside.ask("pathOf", BYTES_OR_ERRNO, (host) => host.pathOf(file.handle));
  }

  // -- descriptors -------------------------------------------------------------------------------------------------

  dup(fd: number, least: number, isInheritable: boolean): number {
    return this.files.dup(fd, least, isInheritable);
  }

  dup2(fd: number, to: number, isInheritable: boolean): number {
    if (this.file(fd) === null || to < 0) return -ERRNO.EBADF;
    if (fd === to) return to;
    if (this.file(to) !== null) this.close(to);
    this.files.place(fd, to, isInheritable);
    return to;
  }

  inheritable(fd: number): number {
    return this.file(fd) === null ? -ERRNO.EBADF : this.files.isInheritable(fd) ? 1 : 0;
  }

  setInheritable(fd: number, isInheritable: boolean): number {
    return this.files.setInheritable(fd, isInheritable);
  }

  statusFlags(fd: number): number {
    return this.file(fd)?.flags ?? -ERRNO.EBADF;
  }

  setStatusFlags(fd: number, flags: number): number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    file.flags = (file.flags & O.ACCMODE) | (flags & (O.APPEND | O.NONBLOCK));
    return 0;
  }

  // -- pipes and sockets -------------------------------------------------------------------------------------------

  pipe(flags: number): readonly [number, number] {
    return this.files.pipe(flags);
  }

  pipeSize(fd: number): number {
    const file = this.file(fd);
    return file === null ? -ERRNO.EBADF : file.type === "pipe" ? PIPE_BYTES : -ERRNO.EBADF;
  }

  /** Waits for what nothing in the machine can bring: until a signal comes. */
  private waitForever(): number {
    const answer = this.sleep(FOREVER_SECONDS, 0);
    return answer < 0 ? answer : -ERRNO.EINTR;
  }

  receive(fd: number, maximum: number, flags: number): Uint8Array | number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    const isSocket = file.type === "socket";
    if (isSocket && file.peer === null) return file.family === AF_UNIX ? -ERRNO.EINVAL : -ERRNO.ENOTCONN;
    if (file.type === "pipe" && !file.isReader) return -ERRNO.EBADF;
    if (!isSocket && file.type !== "pipe") return -ERRNO.ENOTSOCK;
    const bytes = this.files.take(isSocket ? file.input : file.pipe, maximum, (flags & MSG_PEEK) !== 0);
    if (bytes !== null) return bytes;
    return file.flags & O.NONBLOCK || flags & MSG_DONTWAIT ? -ERRNO.EAGAIN : this.waitForever();
  }

  send(fd: number, bytes: Uint8Array, flags: number): number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    const isSocket = file.type === "socket";
    if (isSocket && file.peer === null) return file.family === AF_UNIX ? -ERRNO.ENOTCONN : -ERRNO.EPIPE;
    if (file.type === "pipe" && file.isReader) return -ERRNO.EBADF;
    if (!isSocket && file.type !== "pipe") return -ERRNO.ENOTSOCK;
    const count = this.files.put(isSocket ? file.output : file.pipe, bytes);
    if (count !== null) return count;
    return file.flags & O.NONBLOCK || flags & MSG_DONTWAIT ? -ERRNO.EAGAIN : this.waitForever();
  }

  socket(family: number, kind: number, protocol: number): number {
    return this.sockets.socket(family, kind, protocol);
  }

  socketPair(family: number, kind: number, protocol: number): readonly [number, number] | number {
    return this.sockets.socketPair(family, kind, protocol);
  }

  socketName(fd: number, which: "own" | "peer"): SocketName | number {
    return this.sockets.socketName(fd, which);
  }

  bind(fd: number, address: string): number {
    return this.sockets.bind(fd, address);
  }

  listen(fd: number, backlog: number): number {
    return this.sockets.listen(fd, backlog);
  }

  accept(fd: number): number {
    const socket = this.sockets.socketOf(fd);
    if (typeof socket === "number") return socket;
    if (socket.waiting === null) return -ERRNO.EINVAL;
    const accepted = this.files.accept(socket);
    if (accepted !== null) return accepted;
    return socket.flags & O.NONBLOCK ? -ERRNO.EAGAIN : this.waitForever();
  }

  connect(fd: number, address: string): number {
    return this.sockets.connect(fd, address);
  }

  shutdown(fd: number, how: number): number {
    return this.sockets.shutdown(fd, how);
  }

  // -- readiness ---------------------------------------------------------------------------------------------------

  poll(fds: readonly number[], events: readonly number[], time: Instant | null): readonly number[] | number {
    const answers = fds.map((fd, i) => this.ownReadiness(fd, events[i]));
    const asked = fds.flatMap((_, i) => (answers[i] === null ? [i] : []));
    const isReady = answers.some((bits) => bits !== null && bits !== 0);
    if (asked.length === 0) {
      if (isReady || (time !== null && time.seconds === 0 && time.nanoseconds === 0)) return answers as number[];
      if (time === null) return this.waitForever();
      const slept = this.sleep(time.seconds, time.nanoseconds);
      return slept < 0 ? slept : (answers as number[]);
    }
    const handles = asked.map((i) => {
      const file = this.file(fds[i]) as HostFile | ProcessFile;
      return file.type === "host" ? file.handle : -file.pid;
    });
    const hostEvents = asked.map((i) => events[i] & 0xffff);
    const found = this.outside.ask("poll", NUMBERS_OR_ERRNO, (host) =>
      host.poll(handles, hostEvents, isReady ? NO_TIME : time),
    );
    if (typeof found === "number") return found;
    for (const [k, i] of asked.entries()) answers[i] = answerOf(found[k], events[i]);
    return answers as number[];
  }

  /** Null: a host must be asked. */
  private ownReadiness(fd: number, events: number): number | null {
    const file = this.file(fd);
    if (file === null) return POLL.NVAL;
    if (file.type === "epoll") {
      const ready = this.epollWait(fd, 1, NO_TIME);
      return answerOf(typeof ready !== "number" && ready.length > 0 ? POLL.IN : 0, events);
    }
    const bits = this.files.readiness(file);
    return bits === null ? null : answerOf(bits, events);
  }

  epoll(): number {
    return this.files.add({ type: "epoll", interests: [], flags: O.RDWR, uses: 0 });
  }

  private epollOf(fd: number): Epoll | number {
    const file = this.file(fd);
    return file === null ? -ERRNO.EBADF : file.type === "epoll" ? file : -ERRNO.EINVAL;
  }

  epollControl(epoll: number, call: "add" | "modify" | "remove", fd: number, events: number): number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    const found = this.epollOf(epoll);
    if (typeof found === "number") return found;
    if (fd === epoll) return -ERRNO.EINVAL;
    // Files and folders are always ready: the kernel does not watch them.
    const status = file.type === "library" || (file.type === "host" && file.stream === null) ? this.statOpen(fd) : null;
    const kind = status === null || typeof status === "number" ? 0 : status.mode & S.IFMT;
    if (kind === S.IFREG || kind === S.IFDIR) return -ERRNO.EPERM;
    return this.files.control(found, call, fd, events);
  }

  epollWait(epoll: number, most: number, time: Instant | null): readonly (readonly [number, number])[] | number {
    const found = this.epollOf(epoll);
    if (typeof found === "number") return found;
    const interests = found.interests.filter((interest) => interest.events !== 0);
    const answers = this.poll(
      interests.map((interest) => interest.fd),
      interests.map((interest) => interest.events),
      time,
    );
    if (typeof answers === "number") return answers;
    const ready: [number, number][] = [];
    for (const [i, interest] of interests.entries()) {
      if (answers[i] === 0 || ready.length === most) continue;
      ready.push([interest.fd, answers[i]]);
      this.files.told(interest);
    }
    return ready;
  }

  // -- processes ---------------------------------------------------------------------------------------------------

  hostPipe(): readonly [number, number] | number {
    return this.outside.ask("hostPipe", PAIR_OR_ERRNO, (host) => host.hostPipe());
  }

  /** A pipe that a child shares becomes the host's, with what is in it. 0 or a negated errno. */
  private giveToHost(pipe: number): number {
    const pair = this.hostPipe();
    if (typeof pair === "number") return pair;
    const [reader, writer] = pair;
    const rest = this.files.drain(pipe);
    if (rest.length > 0) this.outside.ask("write", NUMBER, (host) => host.write(writer, rest));
    const ends = this.files.endsOf(pipe);
    for (const { fd, end } of ends) {
      const { flags } = end;
      const handle = end.isReader ? reader : writer;
      this.files.replace(fd, { type: "host", handle, stream: null, isPipe: true, flags, uses: 0 });
    }
    this.files.forgetPipe(pipe);
    if (!ends.some(({ end }) => end.isReader)) this.outside.ask("close", NUMBER, (host) => host.close(reader));
    if (ends.every(({ end }) => end.isReader)) this.outside.ask("close", NUMBER, (host) => host.close(writer));
    return 0;
  }

  spawn(request: SpawnRequest): number {
    const files: [number, number][] = [];
    for (const [childFd, fd] of request.files) {
      const file = this.file(fd);
      if (file === null) return -ERRNO.EBADF;
      if (file.type === "pipe") {
        const answer = this.giveToHost(file.pipe);
        if (answer < 0) return answer;
      }
      const given = this.file(fd);
      if (given?.type !== "host") return -ERRNO.ENOTSUP;
      files.push([childFd, given.handle]);
    }
    return this.outside.ask("spawn", NUMBER, (host) => host.spawn({ ...request, files }));
  }

  processFile(pid: number): number {
    const answer = this.kill(pid, 0);
    if (answer < 0) return answer;
    return this.files.add({ type: "process", pid, flags: O.RDWR | O.NONBLOCK, uses: 0 });
  }

  descriptors(): readonly number[] {
    return this.files.list();
  }

  wait(pid: number, options: number): readonly [number, number] | number {
    return this.outside.ask("wait", PAIR_OR_ERRNO, (host) => host.wait(pid, options));
  }

  kill(pid: number, signal: number): number {
    return this.outside.ask("kill", NUMBER, (host) => host.kill(pid, signal));
  }

  setPriority(pid: number, priority: number): number {
    return this.outside.ask("setPriority", NUMBER, (host) => host.setPriority(pid, priority));
  }

  setTimer(ms: number, intervalMs: number): number {
    return this.outside.ask("setTimer", NUMBER, (host) => host.setTimer(ms, intervalMs));
  }

  // -- paths -------------------------------------------------------------------------------------------------------

  stat(path: Uint8Array, followsLinks: boolean): Stat | number {
    const inside = this.options.library.below(path);
    if (inside !== null) return this.options.library.stat(inside);
    return this.outside.ask("stat", STAT_OR_ERRNO, (host) => host.stat(path, followsLinks));
  }

  list(path: Uint8Array): readonly Uint8Array[] | number {
    const inside = this.options.library.below(path);
    if (inside !== null) return this.options.library.list(inside);
    return this.outside.ask("list", NAMES_OR_ERRNO, (host) => host.list(path));
  }

  readLink(path: Uint8Array): Uint8Array | number {
    const inside = this.options.library.below(path);
    if (inside !== null) {
      const found = this.options.library.stat(inside);
      return typeof found === "number" ? found : -ERRNO.EINVAL;
    }
    return this.outside.ask("readLink", BYTES_OR_ERRNO, (host) => host.readLink(path));
  }

  currentDirectory(): Uint8Array | number {
    return this.outside.ask("currentDirectory", BYTES_OR_ERRNO, (host) => host.currentDirectory());
  }

  pathCall(call: PathCall, path: Uint8Array, other: Uint8Array, number: number, group = 0): number {
    const inside = this.options.library.below(path);
    if (inside !== null) {
      const found = this.options.library.stat(inside);
      if (typeof found === "number") return found;
      // access(): mode bit 2 asks for writing.
      if (call === "access") return number & 2 ? -ERRNO.EROFS : 0;
      if (call === "chdir") return (found.mode & S.IFMT) === S.IFDIR ? -ERRNO.EACCES : -ERRNO.ENOTDIR;
      return -ERRNO.EROFS;
    }
    return this.outside.ask("pathCall", NUMBER, (host) => host.pathCall(call, path, other, number, group));
  }

  setTimes(path: Uint8Array, accessed: Instant, modified: Instant, followsLinks: boolean): number {
    if (this.options.library.below(path) !== null) return -ERRNO.EROFS;
    return this.outside.ask("setTimes", NUMBER, (host) => host.setTimes(path, accessed, modified, followsLinks));
  }

  fileSystem(path: Uint8Array): FileSystem | number {
    const inside = this.options.library.below(path);
    if (inside === null) return this.outside.ask("fileSystem", FILE_SYSTEM_OR_ERRNO, (host) => host.fileSystem(path));
    const found = this.options.library.stat(inside);
    return typeof found === "number" ? found : LIBRARY_FILE_SYSTEM;
  }
}

/** Whether a set of signals holds an interrupt from the keyboard. */
export function hasInterrupt(signals: number): boolean {
  return (signals & (1 << SIGINT)) !== 0;
}

export { Diverged, EndOfJournal };
