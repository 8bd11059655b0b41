// Broken-down time: from seconds, to seconds, and to text as the C library's strftime writes it in the locale "C". A zone's part
// in it is in time_zone.ts.

/** As C's struct tm: month from 0, weekday from Sunday, day of the year from 0. */
export interface BrokenTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekday: number;
  yearDay: number;
  isDst: number;
}

const DAY_SECONDS = 86400;
const ERA_DAYS = 146097;
/** From 1 March of year 0 to 1 January 1970. */
const EPOCH_DAYS = 719468;

const floorMod = (a: number, b: number): number => a - Math.floor(a / b) * b;
export const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Days since 1970 of a day in a month from 0, of any size. */
export function daysOf(year: number, month: number, day: number): number {
  const whole = year + Math.floor(month / 12);
  const inYear = floorMod(month, 12);
  // Years that begin in March: the leap day comes last.
  const march = inYear < 2 ? whole - 1 : whole;
  const era = Math.floor(march / 400);
  const yearOfEra = march - era * 400;
  const dayOfYear = Math.floor((153 * ((inYear + 10) % 12) + 2) / 5);
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * ERA_DAYS + dayOfEra - EPOCH_DAYS + day - 1;
}

/** The weekday, from Sunday, of a day since 1970. */
export const weekdayOf = (days: number): number => floorMod(days + 4, 7);

export function secondsOf(time: BrokenTime): number {
  const days = daysOf(time.year, time.month, time.day);
  return days * DAY_SECONDS + time.hour * 3600 + time.minute * 60 + time.second;
}

export function brokenTime(seconds: number): BrokenTime {
  const days = Math.floor(seconds / DAY_SECONDS);
  const rest = seconds - days * DAY_SECONDS;
  const shifted = days + EPOCH_DAYS;
  const era = Math.floor(shifted / ERA_DAYS);
  const dayOfEra = shifted - era * ERA_DAYS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = (fromMarch + 2) % 12;
  const year = yearOfEra + era * 400 + (month < 2 ? 1 : 0);
  return {
    year,
    month,
    day: dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
    hour: Math.floor(rest / 3600),
    minute: Math.floor(rest / 60) % 60,
    second: rest % 60,
    weekday: weekdayOf(days),
    yearDay: days - daysOf(year, 0, 1),
    isDst: 0,
  };
}

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "Sat Jun  6 16:26:11 1998" */
export function asctimeText(time: BrokenTime): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  const clock = `${two(time.hour)}:${two(time.minute)}:${two(time.second)}`;
  return `${WEEKDAYS[time.weekday].slice(0, 3)} ${MONTHS[time.month].slice(0, 3)} ${String(time.day).padStart(2)} ${clock} ${time.year}`;
}

/** Week of ISO 8601 and the year that it belongs to. */
function isoWeek(time: BrokenTime): { year: number; week: number } {
  const monday = (time.weekday + 6) % 7;
  let year = time.year;
  let days = time.yearDay - monday + 3;
  if (days < 0) {
    year--;
    days += isLeap(year) ? 366 : 365;
  } else {
    const length = isLeap(year) ? 366 : 365;
    if (days >= length) {
      year++;
      days -= length;
    }
  }
  return { year, week: Math.floor(days / 7) + 1 };
}

/** What %Z, %z and %s say about a time. */
export interface TimeZone {
  readonly name: string;
  readonly offset: number;
  /** mktime() of the time, in the zone of the process. */
  readonly seconds: () => number;
}

/** What a directive stands for: a number of so many digits and what fills them, an offset in seconds, a text, or a format of its own. */
type Meaning =
  | { readonly number: number; readonly digits: number; readonly fill: "0" | " " }
  | { readonly offset: number }
  | { readonly text: string }
  | { readonly format: string };

function meaning(directive: string, time: BrokenTime, zone: TimeZone): Meaning | null {
  const zeros = (number: number, digits: number): Meaning => ({ number, digits, fill: "0" });
  const spaces = (number: number, digits: number): Meaning => ({ number, digits, fill: " " });
  const hour12 = time.hour % 12 === 0 ? 12 : time.hour % 12;
  switch (directive) {
    case "a":
      return { text: (WEEKDAYS[time.weekday] ?? "?").slice(0, 3) };
    case "A":
      return { text: WEEKDAYS[time.weekday] ?? "?" };
    case "b":
    case "h":
      return { text: (MONTHS[time.month] ?? "?").slice(0, 3) };
    case "B":
      return { text: MONTHS[time.month] ?? "?" };
    case "c":
      return { format: "%a %b %e %H:%M:%S %Y" };
    case "C":
      return zeros(Math.floor(time.year / 100), 2);
    case "d":
      return zeros(time.day, 2);
    case "D":
    case "x":
      return { format: "%m/%d/%y" };
    case "e":
      return spaces(time.day, 2);
    case "F":
      return { format: "%Y-%m-%d" };
    case "g":
      return zeros(floorMod(isoWeek(time).year, 100), 2);
    case "G":
      return zeros(isoWeek(time).year, 1);
    case "H":
      return zeros(time.hour, 2);
    case "I":
      return zeros(hour12, 2);
    case "j":
      return zeros(time.yearDay + 1, 3);
    case "k":
      return spaces(time.hour, 2);
    case "l":
      return spaces(hour12, 2);
    case "m":
      return zeros(time.month + 1, 2);
    case "M":
      return zeros(time.minute, 2);
    case "n":
      return { text: "\n" };
    case "p":
      return { text: time.hour >= 12 ? "PM" : "AM" };
    case "P":
      return { text: time.hour >= 12 ? "pm" : "am" };
    case "r":
      return { format: "%I:%M:%S %p" };
    case "R":
      return { format: "%H:%M" };
    case "s":
      return zeros(zone.seconds(), 1);
    case "S":
      return zeros(time.second, 2);
    case "t":
      return { text: "\t" };
    case "T":
    case "X":
      return { format: "%H:%M:%S" };
    case "u":
      return zeros(time.weekday === 0 ? 7 : time.weekday, 1);
    case "U":
      return zeros(Math.floor((time.yearDay + 7 - time.weekday) / 7), 2);
    case "V":
      return zeros(isoWeek(time).week, 2);
    case "w":
      return zeros(time.weekday, 1);
    case "W":
      return zeros(Math.floor((time.yearDay + 7 - ((time.weekday + 6) % 7)) / 7), 2);
    case "y":
      return zeros(floorMod(time.year, 100), 2);
    case "Y":
      return zeros(time.year, 1);
    case "z":
      return time.isDst < 0 ? { text: "" } : { offset: zone.offset };
    case "Z":
      return { text: zone.name };
    case "%":
      return { text: "%" };
    default:
      return null;
  }
}

const upper = (text: string): string => text.replace(/[a-z]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 32));

const lower = (text: string): string => text.replace(/[A-Z]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 32));

function padded(what: Meaning, flag: string, width: number, time: BrokenTime, zone: TimeZone): string {
  if ("offset" in what) {
    // The sign and the number are two, each as wide as is asked.
    const minutes = Math.floor(Math.abs(what.offset) / 60);
    const number = Math.floor(minutes / 60) * 100 + (minutes % 60);
    const sign: Meaning = { text: what.offset < 0 ? "-" : "+" };
    return padded(sign, flag, width, time, zone) + padded({ number, digits: 4, fill: "0" }, flag, width, time, zone);
  }
  if ("number" in what) {
    const digits = String(Math.abs(what.number));
    const sign = what.number < 0 ? "-" : "";
    if (flag === "-") return sign + digits;
    const fill = flag === "_" ? " " : flag === "0" ? "0" : what.fill;
    const count = (width >= 0 ? width : what.digits) - sign.length;
    const filling = fill.repeat(Math.max(0, count - digits.length));
    return fill === "0" ? sign + filling + digits : filling + sign + digits;
  }
  const text = "text" in what ? what.text : formatTime(what.format, time, zone);
  return (flag === "0" ? "0" : " ").repeat(Math.max(0, width - text.length)) + text;
}

/** strftime, with the C library's flags (_ - 0 ^ #) and widths. What is no directive stays as it is. */
export function formatTime(format: string, time: BrokenTime, zone: TimeZone): string {
  return format.replace(
    /%([_\-0^#]*)(\d*)[EO]?([a-zA-Z%])/g,
    (whole, flags: string, width: string, directive: string) => {
      const what = meaning(directive, time, zone);
      if (what === null) return whole;
      const pads = flags.replace(/[\^#]/g, "");
      const text = padded(what, pads.slice(-1), width === "" ? -1 : Math.min(1024, Number(width)), time, zone);
      if (!/[\^#]/.test(flags)) return text;
      if (flags.includes("#") && (directive === "p" || directive === "Z")) return lower(text);
      return upper(text);
    },
  );
}
