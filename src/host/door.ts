// The door: the one host that a run asks. It numbers open files as a process does (the lowest free number), shows the
// standard library, and journals every answer that comes from outside.
//
//   a call  →  on the library?  answered from the archive, not journaled
//           →  before the journal's end?  the recorded answer; the real host is not asked
//           →  else  the real host's answer, written to the journal
//
// Invariant: everything that the machine is told is a function of the archive and the journal.
import { ERRNO } from "./errno.ts";
import {
  type Clock,
  type Fact,
  type Host,
  type Instant,
  O,
  type PathCall,
  S,
  SEEK,
  SIGINT,
  STAT_FIELDS,
  type Stat,
} from "./host.ts";
import { Diverged, type Journal, type JournalMark } from "./journal.ts";
import type { Library } from "./library.ts";

/** Kinds of journal entries. The number is the row; new ones are added at the end, or the version changes. */
const KINDS = [
  "clock",
  "sleep",
  "entropy",
  "signals",
  "fact",
  "open",
  "close",
  "read",
  "write",
  "seek",
  "resize",
  "isTerminal",
  "duplicate",
  "statOpen",
  "stat",
  "list",
  "readLink",
  "currentDirectory",
  "pathCall",
  "setTimes",
] as const;
type Kind = (typeof KINDS)[number];
const kindNumbers = new Map(KINDS.map((kind, i) => [kind, i]));
const SIGNALS = kindNumbers.get("signals")!;
const kindName = (kind: number): string => KINDS[kind] ?? `entry ${kind}`;

/** Where the standard streams lead, also after a duplicate. */
export type Stream = "in" | "out" | "err" | null;

type OpenFile =
  | { readonly type: "host"; readonly handle: number; readonly stream: Stream }
  | { readonly type: "library"; readonly path: string; position: number };

/** What the door must know to go on from an earlier moment. */
export interface DoorMark {
  readonly journal: JournalMark;
  readonly files: readonly (OpenFile | null)[];
}

export interface DoorOptions {
  /** Null: nothing is behind the journal's end. */
  readonly host: Host | null;
  /** Null: nothing is recorded (and nothing can be replayed). */
  readonly journal: Journal | null;
  readonly library: Library;
  /** Instructions executed so far. */
  readonly now: () => number;
  /** Sees all that goes to standard output and standard error, also in a replay, in which the host writes nothing. */
  readonly onOutput?: (stream: "out" | "err", bytes: Uint8Array, moment: number, isReplay: boolean) => void;
}

/** The journal is at its end and no host is behind it: a replay has shown all there is. */
export class EndOfJournal extends Error {
  override name = "EndOfJournal";
}

/** How an answer is written to the journal and read back. */
interface Form<T> {
  write(journal: Journal, value: T): void;
  read(journal: Journal): T;
}
const NUMBER: Form<number> = {
  write: (journal, value) => journal.appendNumber(value),
  read: (journal) => journal.number(),
};
const BYTES: Form<Uint8Array> = {
  write: (journal, value) => journal.appendString(value),
  read: (journal) => journal.string(),
};
const INSTANT: Form<Instant> = {
  write(journal, value) {
    journal.appendNumber(value.seconds);
    journal.appendNumber(value.nanoseconds);
  },
  read: (journal) => ({ seconds: journal.number(), nanoseconds: journal.number() }),
};
const STAT: Form<Stat> = {
  write(journal, value) {
    for (const field of STAT_FIELDS) journal.appendNumber(value[field]);
  },
  read: (journal) => Object.fromEntries(STAT_FIELDS.map((field) => [field, journal.number()])) as unknown as Stat,
};
const NAMES: Form<readonly Uint8Array[]> = {
  write(journal, value) {
    journal.appendNumber(value.length);
    for (const name of value) journal.appendString(name);
  },
  read: (journal) => Array.from({ length: journal.number() }, () => journal.string()),
};
/** A value, or a negated errno: 0 and the value, or the number. */
function orErrno<T extends object>(form: Form<T>): Form<T | number> {
  return {
    write(journal, value) {
      journal.appendNumber(typeof value === "number" ? value : 0);
      if (typeof value !== "number") form.write(journal, value);
    },
    read(journal) {
      const errno = journal.number();
      return errno === 0 ? form.read(journal) : errno;
    },
  };
}
const BYTES_OR_ERRNO = orErrno(BYTES);
const STAT_OR_ERRNO = orErrno(STAT);
const NAMES_OR_ERRNO = orErrno(NAMES);

const STANDARD: readonly OpenFile[] = [
  { type: "host", handle: 0, stream: "in" },
  { type: "host", handle: 1, stream: "out" },
  { type: "host", handle: 2, stream: "err" },
];

export class Door implements Host {
  private readonly options: DoorOptions;
  private files: (OpenFile | null)[] = [...STANDARD];

  constructor(options: DoorOptions) {
    this.options = options;
  }

  // -- moving in time ----------------------------------------------------------------------------------------------

  mark(): DoorMark {
    const journal = this.options.journal?.mark() ?? { offset: 0, moment: 0 };
    return { journal, files: this.files.map((file) => file && { ...file }) };
  }

  rewind(mark: DoorMark): void {
    this.options.journal?.rewind(mark.journal);
    this.files = mark.files.map((file) => file && { ...file });
  }

  get isReplaying(): boolean {
    const journal = this.options.journal;
    return journal !== null && !journal.atEnd;
  }

  /** The number of the next recorded signal's moment if it is the next entry, else Infinity: a slice must end there. */
  nextSignalMoment(): number {
    const next = this.options.journal?.peek();
    return next && next.kind === SIGNALS ? next.moment : Number.POSITIVE_INFINITY;
  }

  // -- answers -----------------------------------------------------------------------------------------------------

  private answer<T>(kind: Kind, form: Form<T>, ask: (host: Host) => T): T {
    const { journal, host } = this.options;
    if (journal === null) {
      if (host === null) throw new EndOfJournal("there is no host");
      return ask(host);
    }
    const number = kindNumbers.get(kind)!;
    const now = this.options.now();
    if (!journal.atEnd) {
      journal.enter(now, number, kindName);
      return form.read(journal);
    }
    if (host === null) throw new EndOfJournal(`the recording ends at instruction ${now}`);
    const value = ask(host);
    journal.append(now, number);
    form.write(journal, value);
    return value;
  }

  clock(clock: Clock): Instant {
    return this.answer("clock", INSTANT, (host) => host.clock(clock));
  }
  sleep(seconds: number, nanoseconds: number): number {
    return this.answer("sleep", NUMBER, (host) => host.sleep(seconds, nanoseconds));
  }
  entropy(byteCount: number): Uint8Array {
    return this.answer("entropy", BYTES, (host) => host.entropy(byteCount));
  }
  fact(fact: Fact): number {
    return this.answer("fact", NUMBER, (host) => host.fact(fact));
  }

  /** Only signals that came are journaled: it is asked at every slice. */
  signals(): number {
    const { journal, host } = this.options;
    if (journal !== null && !journal.atEnd) {
      const next = journal.peek()!;
      if (next.kind !== SIGNALS || next.moment !== this.options.now()) return 0;
      return this.answer("signals", NUMBER, () => 0);
    }
    const came = host?.signals() ?? 0;
    return came === 0 ? 0 : this.answer("signals", NUMBER, () => came);
  }

  // -- open files --------------------------------------------------------------------------------------------------

  private file(fd: number): OpenFile | null {
    return this.files[fd] ?? null;
  }

  private add(file: OpenFile): number {
    let fd = this.files.indexOf(null);
    if (fd < 0) fd = this.files.length;
    this.files[fd] = file;
    return fd;
  }

  open(path: Uint8Array, flags: number, mode: number): number {
    const inside = this.options.library.below(path);
    if (inside !== null) {
      const isFolder = typeof this.options.library.list(inside) !== "number";
      const content = isFolder ? 0 : this.options.library.content(inside, flags);
      if (typeof content === "number" && content < 0) return content;
      if (!isFolder && flags & O.DIRECTORY) return -ERRNO.ENOTDIR;
      return this.add({ type: "library", path: inside, position: 0 });
    }
    const handle = this.answer("open", NUMBER, (host) => host.open(path, flags, mode));
    return handle < 0 ? handle : this.add({ type: "host", handle, stream: null });
  }

  close(fd: number): number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    this.files[fd] = null;
    const isShared = file.type === "host" && this.files.some((f) => f?.type === "host" && f.handle === file.handle);
    if (file.type === "library" || isShared) return 0;
    return this.answer("close", NUMBER, (host) => host.close(file.handle));
  }

  private content(path: string): Uint8Array | number {
    return this.options.library.content(path, O.RDONLY);
  }

  read(fd: number, maximum: number): Uint8Array | number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    if (file.type === "host") return this.answer("read", BYTES_OR_ERRNO, (host) => host.read(file.handle, maximum));
    const content = this.content(file.path);
    if (typeof content === "number") return content;
    const bytes = content.slice(file.position, file.position + maximum);
    file.position += bytes.length;
    return bytes;
  }

  write(fd: number, bytes: Uint8Array): number {
    const file = this.file(fd);
    if (file === null || file.type === "library") return -ERRNO.EBADF;
    const isReplay = this.isReplaying;
    const written = this.answer("write", NUMBER, (host) => host.write(file.handle, bytes));
    if (written > 0 && (file.stream === "out" || file.stream === "err")) {
      this.options.onOutput?.(file.stream, bytes.subarray(0, written), this.options.now(), isReplay);
    }
    return written;
  }

  seek(fd: number, offset: number, whence: number): number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    if (file.type === "host") return this.answer("seek", NUMBER, (host) => host.seek(file.handle, offset, whence));
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
    if (file.type === "library") return -ERRNO.EINVAL;
    return this.answer("resize", NUMBER, (host) => host.resize(file.handle, byteCount));
  }

  isTerminal(fd: number): number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    if (file.type === "library") return 0;
    return this.answer("isTerminal", NUMBER, (host) => host.isTerminal(file.handle));
  }

  /** The standard streams are shared by their duplicates; other files are duplicated by the host. */
  duplicate(fd: number): number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    if (file.type === "library" || file.stream !== null) return this.add({ ...file });
    const handle = this.answer("duplicate", NUMBER, (host) => host.duplicate(file.handle));
    return handle < 0 ? handle : this.add({ type: "host", handle, stream: null });
  }

  statOpen(fd: number): Stat | number {
    const file = this.file(fd);
    if (file === null) return -ERRNO.EBADF;
    if (file.type === "library") return this.options.library.stat(file.path);
    return this.answer("statOpen", STAT_OR_ERRNO, (host) => host.statOpen(file.handle));
  }

  // -- paths -------------------------------------------------------------------------------------------------------

  stat(path: Uint8Array, followsLinks: boolean): Stat | number {
    const inside = this.options.library.below(path);
    if (inside !== null) return this.options.library.stat(inside);
    return this.answer("stat", STAT_OR_ERRNO, (host) => host.stat(path, followsLinks));
  }

  list(path: Uint8Array): readonly Uint8Array[] | number {
    const inside = this.options.library.below(path);
    if (inside !== null) return this.options.library.list(inside);
    return this.answer("list", NAMES_OR_ERRNO, (host) => host.list(path));
  }

  readLink(path: Uint8Array): Uint8Array | number {
    const inside = this.options.library.below(path);
    if (inside !== null) {
      const found = this.options.library.stat(inside);
      return typeof found === "number" ? found : -ERRNO.EINVAL;
    }
    return this.answer("readLink", BYTES_OR_ERRNO, (host) => host.readLink(path));
  }

  currentDirectory(): Uint8Array | number {
    return this.answer("currentDirectory", BYTES_OR_ERRNO, (host) => host.currentDirectory());
  }

  pathCall(call: PathCall, path: Uint8Array, other: Uint8Array, number: number): number {
    const inside = this.options.library.below(path);
    if (inside !== null) {
      const found = this.options.library.stat(inside);
      if (typeof found === "number") return found;
      // access(): mode bit 2 asks for writing.
      if (call === "access") return number & 2 ? -ERRNO.EROFS : 0;
      if (call === "chdir") return (found.mode & S.IFMT) === S.IFDIR ? -ERRNO.EACCES : -ERRNO.ENOTDIR;
      return -ERRNO.EROFS;
    }
    return this.answer("pathCall", NUMBER, (host) => host.pathCall(call, path, other, number));
  }

  setTimes(path: Uint8Array, accessed: Instant, modified: Instant): number {
    if (this.options.library.below(path) !== null) return -ERRNO.EROFS;
    return this.answer("setTimes", NUMBER, (host) => host.setTimes(path, accessed, modified));
  }
}

/** Whether a set of signals holds an interrupt from the keyboard. */
export function hasInterrupt(signals: number): boolean {
  return (signals & (1 << SIGINT)) !== 0;
}

export { Diverged };
