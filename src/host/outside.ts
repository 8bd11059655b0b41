// Answers from outside: asked of the real host, written to the journal, and read back from it in a replay.
//
//   before the journal's end?  the recorded answer; the real host is not asked
//   else                       the real host's answer, written to the journal
//
// Invariant: an entry is written and read by the same form, whatever the answer is.
import { FILE_SYSTEM_FIELDS, type FileSystem, type Host, type Instant, STAT_FIELDS, type Stat } from "./host.ts";
import type { Journal } from "./journal.ts";

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
  "poll",
  "wait",
  "kill",
  "hostPipe",
  "spawn",
  "synchronize",
  "pathOf",
  "fileSystem",
  "setPriority",
  "setTimer",
] as const;
type Kind = (typeof KINDS)[number];
const kindNumbers = new Map(KINDS.map((kind, i) => [kind, i]));
const SIGNALS = kindNumbers.get("signals")!;
const kindName = (kind: number): string => KINDS[kind] ?? `entry ${kind}`;

/** The journal is at its end and no host is behind it: a replay has shown all there is. */
export class EndOfJournal extends Error {
  override name = "EndOfJournal";
}

/** How an answer is written to the journal and read back. */
interface Form<T> {
  write(journal: Journal, value: T): void;
  read(journal: Journal): T;
}
export const NUMBER: Form<number> = {
  write: (journal, value) => journal.appendNumber(value),
  read: (journal) => journal.number(),
};
export const BYTES: Form<Uint8Array> = {
  write: (journal, value) => journal.appendString(value),
  read: (journal) => journal.string(),
};
export const INSTANT: Form<Instant> = {
  write(journal, value) {
    journal.appendNumber(value.seconds);
    journal.appendNumber(value.nanoseconds);
  },
  read: (journal) => ({ seconds: journal.number(), nanoseconds: journal.number() }),
};
/** A record of numbers, in the order of its fields. */
function recordOf<T extends string>(fields: readonly T[]): Form<{ readonly [K in T]: number }> {
  return {
    write(journal, value) {
      for (const field of fields) journal.appendNumber(value[field]);
    },
    read: (journal) => Object.fromEntries(fields.map((field) => [field, journal.number()])) as Record<T, number>,
  };
}
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
export const BYTES_OR_ERRNO = orErrno(BYTES);
export const STAT_OR_ERRNO = orErrno<Stat>(recordOf(STAT_FIELDS));
export const FILE_SYSTEM_OR_ERRNO = orErrno<FileSystem>(recordOf(FILE_SYSTEM_FIELDS));
export const NAMES_OR_ERRNO = orErrno(NAMES);

const NUMBERS: Form<readonly number[]> = {
  write(journal, value) {
    journal.appendNumber(value.length);
    for (const number of value) journal.appendNumber(number);
  },
  read: (journal) => Array.from({ length: journal.number() }, () => journal.number()),
};
const PAIR: Form<readonly [number, number]> = {
  write(journal, value) {
    journal.appendNumber(value[0]);
    journal.appendNumber(value[1]);
  },
  read: (journal) => [journal.number(), journal.number()],
};
export const PAIR_OR_ERRNO = orErrno(PAIR);
export const NUMBERS_OR_ERRNO = orErrno(NUMBERS);

export interface OutsideOptions {
  /** Null: nothing is behind the journal's end. */
  readonly host: Host | null;
  /** Null: nothing is recorded (and nothing can be replayed). */
  readonly journal: Journal | null;
  /** Instructions executed so far. */
  readonly now: () => number;
}

export class Outside {
  private readonly options: OutsideOptions;

  constructor(options: OutsideOptions) {
    this.options = options;
  }

  get isReplaying(): boolean {
    const journal = this.options.journal;
    return journal !== null && !journal.atEnd;
  }

  /** The moment of the next recorded signal, else Infinity: a slice must end there. */
  nextSignalMoment(): number {
    return this.options.journal?.nextUnasked() ?? Number.POSITIVE_INFINITY;
  }

  /** The answer to a question of this kind: the recorded one, or that of the host. */
  ask<T>(kind: Kind, form: Form<T>, ask: (host: Host) => T): T {
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
    journal.append(now, number, number === SIGNALS);
    form.write(journal, value);
    return value;
  }

  /** Only signals that came are journaled: it is asked at every slice. */
  signals(): number {
    const { journal, host } = this.options;
    if (journal !== null && !journal.atEnd) {
      if (journal.nextUnasked() > this.options.now()) return 0;
      return this.ask("signals", NUMBER, () => 0);
    }
    const came = host?.signals() ?? 0;
    return came === 0 ? 0 : this.ask("signals", NUMBER, () => came);
  }
}
