// Zones by a rule in the form of POSIX: a name and an offset for standard time, the same for daylight saving time, and when
// the one becomes the other: "EST5EDT,M3.2.0,M11.1.0/2", "<-03>3", "AEST-10AEDT,M10.1.0,M4.1.0/3".
//
// What cannot be read is left out, as the C library does: the name remains, at Greenwich's offset.
import { brokenTime, daysOf, isLeap, weekdayOf } from "./time_calendar.ts";

/** What a zone says about an instant. */
export interface ZoneMoment {
  /** Seconds east of Greenwich. */
  readonly offset: number;
  readonly isDst: boolean;
  readonly name: string;
}

interface Change {
  /** J: day of the year from 1, never 29 February · 0: day of the year from 0 · M: weekday of a week of a month. */
  readonly kind: "J" | "0" | "M";
  readonly numbers: readonly number[];
  /** Seconds after midnight. */
  readonly time: number;
}

interface Rule {
  readonly names: readonly [string, string];
  readonly offsets: readonly [number, number];
  readonly changes: readonly [Change, Change] | null;
}

const HOUR = 3600;
const DAY = 86400;
const TWO_O_CLOCK = 2 * HOUR;
/** When none is given: as in the United States. */
const USUAL = ",M3.2.0,M11.1.0";

const NAME = /^(?:<([A-Za-z0-9+-]{3,})>|([A-Za-z]{3,}))/;
const OFFSET = /^([+-]?)(\d{1,2})(?::(\d{1,2})(?::(\d{1,2}))?)?/;
const TIME = /^\/([+-]?)(\d{1,3})(?::(\d{1,2})(?::(\d{1,2}))?)?/;
const CHANGE = /^,(?:M(\d{1,2})\.(\d)\.(\d)|J(\d{1,3})|(\d{1,3}))/;

const clock = (match: RegExpExecArray, hours: number): number =>
  hours * HOUR + Number(match[3] ?? 0) * 60 + Number(match[4] ?? 0);

/** Reads from a text piece by piece. */
class Reader {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  next(pattern: RegExp): RegExpExecArray | null {
    const match = pattern.exec(this.text.slice(this.at));
    if (match !== null) this.at += match[0].length;
    return match;
  }

  get isAtEnd(): boolean {
    return this.at === this.text.length;
  }
}

function readName(reader: Reader): string | null {
  const match = reader.next(NAME);
  return match === null ? null : (match[1] ?? match[2]);
}

/** Seconds east of Greenwich, where the text counts west. */
function readOffset(reader: Reader): number | null {
  const match = reader.next(OFFSET);
  if (match === null) return null;
  const seconds = clock(match, Math.min(24, Number(match[2])));
  return match[1] === "-" ? seconds : -seconds;
}

function readChange(reader: Reader): Change | null {
  const match = reader.next(CHANGE);
  if (match === null) return null;
  const [, month, week, weekday, julian, day] = match;
  let time = TWO_O_CLOCK;
  const at = reader.next(TIME);
  if (at !== null) time = clock(at, Number(at[2])) * (at[1] === "-" ? -1 : 1);
  if (month !== undefined) return { kind: "M", numbers: [month, week, weekday].map(Number), time };
  return julian !== undefined
    ? { kind: "J", numbers: [Number(julian)], time }
    : { kind: "0", numbers: [Number(day)], time };
}

function parse(text: string): Rule {
  const reader = new Reader(text);
  const standard = readName(reader);
  if (standard === null) return { names: ["", ""], offsets: [0, 0], changes: null };
  const offset = readOffset(reader);
  if (offset === null) return { names: [standard, ""], offsets: [0, 0], changes: null };
  const daylight = readName(reader);
  if (daylight === null) return { names: [standard, standard], offsets: [offset, offset], changes: null };
  const names = [standard, daylight] as const;
  const offsets = [offset, readOffset(reader) ?? offset + HOUR] as const;
  const rest = reader.isAtEnd ? new Reader(USUAL) : reader;
  const begin = readChange(rest);
  const end = begin === null ? null : readChange(rest);
  return { names, offsets, changes: begin === null || end === null ? null : [begin, end] };
}

/**
 * When a change happens in a year, in seconds of the clock that it is told by. To the C library all years until 1970 begin
 * with it: in them there is no daylight saving time in the north, and nothing else in the south.
 */
function changeIn(year: number, change: Change): number {
  const { kind, numbers, time } = change;
  const newYear = daysOf(year, 0, 1);
  let day: number;
  if (kind === "J") day = numbers[0] - 1 + (numbers[0] >= 60 && isLeap(year) ? 1 : 0);
  else if (kind === "0") day = numbers[0];
  else {
    const [month, week, weekday] = numbers;
    const first = daysOf(year, month - 1, 1);
    day = first - newYear + ((weekday - weekdayOf(first) + 7) % 7) + (week - 1) * 7;
    // The fifth is the last.
    while (newYear + day >= daysOf(year, month, 1)) day -= 7;
  }
  return (Math.max(newYear, 0) + day) * DAY + time;
}

export function momentByRule(text: string, seconds: number): ZoneMoment {
  const { names, offsets, changes } = parse(text);
  if (changes === null) return { offset: offsets[0], isDst: false, name: names[0] };
  const { year } = brokenTime(seconds);
  const begin = changeIn(year, changes[0]) - offsets[0];
  const end = changeIn(year, changes[1]) - offsets[1];
  // In the southern hemisphere it ends in the next year.
  const isDst = begin > end ? seconds < end || seconds >= begin : seconds >= begin && seconds < end;
  return { offset: offsets[isDst ? 1 : 0], isDst, name: names[isDst ? 1 : 0] };
}

export function namesOfRule(text: string): readonly [string, string] {
  return parse(text).names;
}
