// The open files of the machine's process: the table of descriptors, what each leads to, and pipes and sockets, which are
// the machine's own and ask no host.
//
//   descriptor ──→ open file ──→ a host's handle · a file of the library · one end of a pipe · a socket · an epoll · a process
//   dup() makes a second descriptor to the same open file, which ends with its last descriptor
//
// Invariant: all of it is plain data without references (numbers name files and pipes; bytes in a pipe are a string of their
// codes), so that a mark is a copy and goes into a recording as it is. What it answers is a function of the calls alone.
import { ERRNO } from "./errno.ts";
import { O, POLL, S } from "./host.ts";

/** Where the standard streams lead, also after a duplicate. */
export type Stream = "in" | "out" | "err" | null;

interface Flagged {
  /** O_NONBLOCK, O_APPEND and the access mode. */
  flags: number;
  /** Descriptors that lead here. */
  uses: number;
}
export interface HostFile extends Flagged {
  readonly type: "host";
  readonly handle: number;
  readonly stream: Stream;
  /** A pipe that a child shares. */
  readonly isPipe: boolean;
}
export interface LibraryFile extends Flagged {
  readonly type: "library";
  readonly path: string;
  position: number;
}
export interface PipeEnd extends Flagged {
  readonly type: "pipe";
  readonly pipe: number;
  readonly isReader: boolean;
}
export interface Socket extends Flagged {
  readonly type: "socket";
  readonly family: number;
  readonly kind: number;
  /** Pipes that it reads from and writes to; -1: none (not connected, or shut down). */
  input: number;
  output: number;
  /** Its own address and the other side's, as the module writes them; null: none. */
  address: string | null;
  peer: string | null;
  /** Files of connections that wait to be accepted; null: it does not listen. */
  waiting: number[] | null;
  backlog: number;
}
export interface Interest {
  readonly fd: number;
  readonly file: number;
  /** 0 after a EPOLLONESHOT event. */
  events: number;
}
export interface Epoll extends Flagged {
  readonly type: "epoll";
  readonly interests: Interest[];
}
export interface ProcessFile extends Flagged {
  readonly type: "process";
  readonly pid: number;
}
export type OpenFile = HostFile | LibraryFile | PipeEnd | Socket | Epoll | ProcessFile;

interface Descriptor {
  readonly file: number;
  isInheritable: boolean;
}
interface Pipe {
  /** What was written and not read yet: a write each where messages stay apart, else joined when read. */
  pieces: string[];
  readonly capacity: number;
  readonly keepsMessages: boolean;
  readers: number;
  writers: number;
}

export interface OpenFilesMark {
  readonly descriptors: readonly (Descriptor | null)[];
  readonly files: readonly (OpenFile | null)[];
  readonly pipes: readonly (Pipe | null)[];
  readonly nextPort: number;
}

export const PIPE_BYTES = 65536;
/** Writes up to this size are never split. */
export const PIPE_BUF = 4096;
const SOCKET_BYTES = 212992;
const FIRST_PORT = 32768;
const MOST_DESCRIPTORS = 1024;
export const SOCK = { STREAM: 1, DGRAM: 2, SEQPACKET: 5, NONBLOCK: 0x800, CLOEXEC: 0x80000 } as const;
const EPOLLONESHOT = 1 << 30;
/** poll() tells of these whether asked for or not. */
const ALWAYS = POLL.ERR | POLL.HUP | POLL.NVAL;

const standard = (handle: number, stream: Stream, flags: number): HostFile => ({
  type: "host",
  handle,
  stream,
  isPipe: false,
  flags,
  uses: 1,
});

const textOf = (bytes: Uint8Array): string => {
  let text = "";
  const piece = 8192;
  for (let at = 0; at < bytes.length; at += piece) text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return text;
};
const bytesOf = (text: string): Uint8Array => {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
};

const copyFile = (file: OpenFile | null): OpenFile | null => {
  if (file?.type === "epoll") return { ...file, interests: file.interests.map((interest) => ({ ...interest })) };
  if (file?.type === "socket") return { ...file, waiting: file.waiting && [...file.waiting] };
  return file && { ...file };
};

export class OpenFiles {
  private descriptors: (Descriptor | null)[] = [0, 1, 2].map((file) => ({ file, isInheritable: true }));
  private files: (OpenFile | null)[] = [
    standard(0, "in", O.RDONLY),
    standard(1, "out", O.WRONLY),
    standard(2, "err", O.WRONLY),
  ];
  private pipes: (Pipe | null)[] = [];
  private nextPort = FIRST_PORT;

  mark(): OpenFilesMark {
    return {
      descriptors: this.descriptors.map((d) => d && { ...d }),
      files: this.files.map(copyFile),
      pipes: this.pipes.map((pipe) => pipe && { ...pipe, pieces: [...pipe.pieces] }),
      nextPort: this.nextPort,
    };
  }

  rewind(mark: OpenFilesMark): void {
    this.descriptors = mark.descriptors.map((d) => d && { ...d });
    this.files = mark.files.map(copyFile);
    this.pipes = mark.pipes.map((pipe) => pipe && { ...pipe, pieces: [...pipe.pieces] });
    this.nextPort = mark.nextPort;
  }

  // -- descriptors -------------------------------------------------------------------------------------------------

  file(fd: number): OpenFile | null {
    const descriptor = this.descriptors[fd];
    return descriptor ? this.files[descriptor.file] : null;
  }

  private fileNumber(fd: number): number {
    return this.descriptors[fd]?.file ?? -1;
  }

  private lowestFree<T>(table: readonly (T | null)[], least = 0): number {
    let at = least;
    while (table[at]) at++;
    return at;
  }

  /** A descriptor of a new file. */
  add(file: OpenFile, isInheritable = false): number {
    const fd = this.lowestFree(this.descriptors);
    const number = this.addFile(file);
    while (this.descriptors.length < fd) this.descriptors.push(null);
    this.descriptors[fd] = { file: number, isInheritable };
    file.uses = 1;
    return fd;
  }

  private addFile(file: OpenFile): number {
    const number = this.lowestFree(this.files);
    this.files[number] = file;
    return number;
  }

  isInheritable(fd: number): boolean {
    return this.descriptors[fd]?.isInheritable ?? false;
  }

  setInheritable(fd: number, isInheritable: boolean): number {
    const descriptor = this.descriptors[fd];
    if (!descriptor) return -ERRNO.EBADF;
    descriptor.isInheritable = isInheritable;
    return 0;
  }

  /** A second descriptor for what fd leads to: the lowest free one from `least` on. */
  dup(fd: number, least: number, isInheritable: boolean): number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    if (least < 0 || least >= MOST_DESCRIPTORS) return -ERRNO.EINVAL;
    const made = this.lowestFree(this.descriptors, least);
    while (this.descriptors.length < made) this.descriptors.push(null);
    this.descriptors[made] = { file: this.fileNumber(fd), isInheritable };
    file.uses++;
    return made;
  }

  /** Makes `to` lead where fd leads; what it led to before was closed by the caller. */
  place(fd: number, to: number, isInheritable: boolean): void {
    const file = this.file(fd) as OpenFile;
    while (this.descriptors.length < to) this.descriptors.push(null);
    this.descriptors[to] = { file: this.fileNumber(fd), isInheritable };
    file.uses++;
  }

  /** All descriptors that are open. */
  list(): number[] {
    return this.descriptors.flatMap((descriptor, fd) => (descriptor ? [fd] : []));
  }

  /** Frees a descriptor. Its file if this was the last one for it, else null. */
  release(fd: number): OpenFile | null {
    const number = this.fileNumber(fd);
    const file = this.file(fd);
    this.descriptors[fd] = null;
    if (file === null || --file.uses > 0) return null;
    this.files[number] = null;
    this.ended(file, number);
    return file;
  }

  private ended(file: OpenFile, number: number): void {
    for (const other of this.files) {
      if (other?.type !== "epoll") continue;
      for (let i = other.interests.length; i-- > 0; ) {
        if (other.interests[i].file === number) other.interests.splice(i, 1);
      }
    }
    if (file.type === "pipe") this.leavePipe(file.pipe, file.isReader);
    if (file.type !== "socket") return;
    this.disconnect(file);
    for (const waiting of file.waiting ?? []) {
      const connection = this.files[waiting];
      this.files[waiting] = null;
      if (connection?.type === "socket") this.disconnect(connection);
    }
  }

  /** What stands for a file of the machine's own from now on, for all its descriptors. */
  replace(fd: number, file: OpenFile): void {
    const number = this.fileNumber(fd);
    file.uses = this.files[number]?.uses ?? 1;
    this.files[number] = file;
  }

  // -- pipes -------------------------------------------------------------------------------------------------------

  private newPipe(capacity: number, keepsMessages: boolean): number {
    const number = this.lowestFree(this.pipes);
    this.pipes[number] = { pieces: [], capacity, keepsMessages, readers: 1, writers: 1 };
    return number;
  }

  pipe(flags: number): [number, number] {
    const pipe = this.newPipe(PIPE_BYTES, false);
    const isInheritable = (flags & O.CLOEXEC) === 0;
    const status = flags & O.NONBLOCK;
    const end = (isReader: boolean): PipeEnd => ({
      type: "pipe",
      pipe,
      isReader,
      flags: status | (isReader ? O.RDONLY : O.WRONLY),
      uses: 0,
    });
    return [this.add(end(true), isInheritable), this.add(end(false), isInheritable)];
  }

  private leavePipe(number: number, isReader: boolean): void {
    const pipe = this.pipes[number];
    if (!pipe) return;
    if (isReader) pipe.readers--;
    else pipe.writers--;
    if (pipe.readers === 0 && pipe.writers === 0) this.pipes[number] = null;
  }

  /** Bytes that are taken out of a pipe; null where a reader must wait. */
  take(number: number, maximum: number, isPeek = false): Uint8Array | null {
    const pipe = this.pipes[number];
    if (!pipe || pipe.readers === 0 || (maximum === 0 && !pipe.keepsMessages)) return new Uint8Array(0);
    if (pipe.pieces.length === 0) return pipe.writers === 0 ? new Uint8Array(0) : null;
    if (pipe.keepsMessages) {
      const message = isPeek ? pipe.pieces[0] : (pipe.pieces.shift() as string);
      return bytesOf(message.slice(0, maximum));
    }
    const all = pipe.pieces.length === 1 ? pipe.pieces[0] : pipe.pieces.join("");
    const taken = all.slice(0, maximum);
    if (!isPeek) pipe.pieces = taken.length === all.length ? [] : [all.slice(taken.length)];
    return bytesOf(taken);
  }

  private size(pipe: Pipe): number {
    let size = 0;
    for (const piece of pipe.pieces) size += piece.length;
    return size;
  }

  /** How many bytes went into a pipe; null where a writer must wait; a negated errno. */
  put(number: number, bytes: Uint8Array): number | null {
    const pipe = this.pipes[number];
    if (!pipe || pipe.readers === 0) return -ERRNO.EPIPE;
    if (bytes.length === 0 && !pipe.keepsMessages) return 0;
    if (pipe.keepsMessages && bytes.length > pipe.capacity) return -ERRNO.EMSGSIZE;
    const room = pipe.capacity - this.size(pipe);
    const isWhole = pipe.keepsMessages || bytes.length <= PIPE_BUF;
    if (room <= 0 || (isWhole && room < bytes.length)) return null;
    const count = Math.min(room, bytes.length);
    pipe.pieces.push(textOf(bytes.subarray(0, count)));
    return count;
  }

  /** Bytes that wait in a pipe, all of them. */
  drain(number: number): Uint8Array {
    return this.take(number, PIPE_BYTES * 4) ?? new Uint8Array(0);
  }

  /** Ends of a pipe, by the descriptors that lead to them: one a file. */
  endsOf(number: number): { fd: number; end: PipeEnd }[] {
    const seen = new Set<number>();
    const ends: { fd: number; end: PipeEnd }[] = [];
    for (const fd of this.list()) {
      const file = this.file(fd);
      if (file?.type !== "pipe" || file.pipe !== number || seen.has(this.fileNumber(fd))) continue;
      seen.add(this.fileNumber(fd));
      ends.push({ fd, end: file });
    }
    return ends;
  }

  /** The pipe is the host's from now on. */
  forgetPipe(number: number): void {
    this.pipes[number] = null;
  }

  // -- sockets -----------------------------------------------------------------------------------------------------

  socket(family: number, kind: number): number {
    return this.add(this.newSocket(family, kind, -1, -1));
  }

  private newSocket(family: number, kind: number, input: number, output: number): Socket {
    const flags = O.RDWR | (kind & SOCK.NONBLOCK ? O.NONBLOCK : 0);
    const plain = kind & ~(SOCK.NONBLOCK | SOCK.CLOEXEC);
    const none = { address: null, peer: null, waiting: null, backlog: 0 };
    return { type: "socket", family, kind: plain, input, output, flags, uses: 0, ...none };
  }

  private joined(family: number, kind: number): [Socket, Socket] {
    const keepsMessages = (kind & 0xf) !== SOCK.STREAM;
    const there = this.newPipe(SOCKET_BYTES, keepsMessages);
    const back = this.newPipe(SOCKET_BYTES, keepsMessages);
    return [this.newSocket(family, kind, back, there), this.newSocket(family, kind, there, back)];
  }

  socketPair(family: number, kind: number): [number, number] {
    const [a, b] = this.joined(family, kind);
    a.address = b.address = a.peer = b.peer = "";
    return [this.add(a), this.add(b)];
  }

  private disconnect(socket: Socket): void {
    this.shutDown(socket, true, true);
  }

  shutDown(socket: Socket, reading: boolean, writing: boolean): void {
    if (reading && socket.input >= 0) {
      this.leavePipe(socket.input, true);
      socket.input = -1;
    }
    if (writing && socket.output >= 0) {
      this.leavePipe(socket.output, false);
      socket.output = -1;
    }
  }

  /** A port that nothing in the machine uses. */
  freePort(): number {
    const port = this.nextPort++;
    if (this.nextPort > 60999) this.nextPort = FIRST_PORT;
    return port;
  }

  /** The sockets with an address, by `matches`. */
  findSocket(family: number, kind: number, matches: (address: string) => boolean): Socket | null {
    for (const file of this.files) {
      if (file?.type !== "socket" || file.family !== family || file.kind !== kind) continue;
      if (file.address !== null && (file.waiting !== null || file.peer === null) && matches(file.address)) return file;
    }
    return null;
  }

  /** Connects a socket to one that listens, under an address. 0 or a negated errno. */
  connect(client: Socket, server: Socket, address = server.address): number {
    if (server.waiting === null) return -ERRNO.ECONNREFUSED;
    if (server.waiting.length > server.backlog) return -ERRNO.EAGAIN;
    const [near, far] = this.joined(client.family, client.kind);
    client.input = near.input;
    client.output = near.output;
    client.peer = address;
    far.address = address;
    far.peer = client.address ?? "";
    server.waiting.push(this.addFile(far));
    return 0;
  }

  /** The oldest connection that waits, as a descriptor; null where none does. */
  accept(server: Socket): number | null {
    const number = server.waiting?.shift();
    if (number === undefined) return null;
    const fd = this.lowestFree(this.descriptors);
    while (this.descriptors.length < fd) this.descriptors.push(null);
    this.descriptors[fd] = { file: number, isInheritable: false };
    (this.files[number] as OpenFile).uses = 1;
    return fd;
  }

  // -- readiness ---------------------------------------------------------------------------------------------------

  /** poll()'s bits for a file of the machine's own; null for one that a host must be asked about. */
  readiness(file: OpenFile): number | null {
    switch (file.type) {
      case "library":
        return POLL.IN | POLL.OUT;
      case "pipe":
        return file.isReader ? this.readable(file.pipe) : this.writable(file.pipe);
      case "socket":
        return this.socketReadiness(file);
      default:
        return null;
    }
  }

  private readable(number: number): number {
    const pipe = this.pipes[number];
    if (!pipe) return POLL.HUP;
    return (pipe.pieces.length > 0 ? POLL.IN : 0) | (pipe.writers === 0 ? POLL.HUP : 0);
  }

  private writable(number: number): number {
    const pipe = this.pipes[number];
    if (!pipe || pipe.readers === 0) return POLL.OUT | POLL.ERR;
    return pipe.capacity - this.size(pipe) >= PIPE_BUF ? POLL.OUT : 0;
  }

  private socketReadiness(socket: Socket): number {
    if (socket.waiting !== null) return socket.waiting.length > 0 ? POLL.IN : 0;
    if (socket.peer === null) return POLL.OUT | POLL.HUP;
    let bits = 0;
    const input = socket.input < 0 ? POLL.HUP : this.readable(socket.input);
    if (input & POLL.IN) bits |= POLL.IN;
    // The end of input is readable too.
    if (input & POLL.HUP) bits |= POLL.IN | POLL.RDHUP;
    const output = socket.output < 0 ? POLL.OUT | POLL.ERR : this.writable(socket.output);
    if (output & POLL.OUT) bits |= POLL.OUT;
    if (input & POLL.HUP && output & POLL.ERR) bits |= POLL.HUP;
    return bits;
  }

  // -- epoll -------------------------------------------------------------------------------------------------------

  control(epoll: Epoll, call: "add" | "modify" | "remove", fd: number, events: number): number {
    const file = this.fileNumber(fd);
    const at = epoll.interests.findIndex((interest) => interest.fd === fd && interest.file === file);
    if (call === "add") {
      if (at >= 0) return -ERRNO.EEXIST;
      epoll.interests.push({ fd, file, events });
      return 0;
    }
    if (at < 0) return -ERRNO.ENOENT;
    if (call === "modify") epoll.interests[at].events = events;
    else epoll.interests.splice(at, 1);
    return 0;
  }

  /** An interest that was told of once is asleep until it is modified. */
  told(interest: Interest): void {
    if (interest.events & EPOLLONESHOT) interest.events = 0;
  }
}

/** What poll() answers: of the bits that hold, those asked for and those that it always tells of. */
export const answerOf = (bits: number, events: number): number => bits & (events | ALWAYS);

/** The kind of a file of the machine's own, in a mode. */
export function ownMode(file: OpenFile): number {
  const IFSOCK = 0o140000;
  if (file.type === "pipe") return S.IFIFO | 0o600;
  return file.type === "socket" ? IFSOCK | 0o777 : 0o600;
}
