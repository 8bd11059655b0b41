// time: clocks and sleep of the host, and calendars in UTC and in the zone of the process (time_zone.ts).
import { ERRNO } from "../host/errno.ts";
import { type Clock, host } from "../host/host.ts";
import { importedModules } from "../interpreter/imports.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_Vectorcall } from "../objects/call.ts";
import { PyObject_Call } from "../objects/call_object.ts";
import { convertInt, convertWideSsize, PyNumber_Index } from "../objects/convert.ts";
import { declareModule } from "../objects/declare.ts";
import { PyDict_GetItemWithError, PyDict_New } from "../objects/dict_core.ts";
import { argumentTypeName, PyErr_NoMemory, PyErr_Occurred, raise } from "../objects/errors.ts";
import { floatValue, isFloat, newFloat } from "../objects/float_core.ts";
import { identifier } from "../objects/identifiers.ts";
import { bool, longToNumber, PyLong_FromNumber } from "../objects/long_core.ts";
import { longFromBigInt } from "../objects/long_digits.ts";
import { decref, isTuple, isUnicode, newRef, sizeOf, typeIn, typeOf, xdecref } from "../objects/object.ts";
import { declareStructSequence, makeStructSequence, newStructSequence } from "../objects/structseq.ts";
import { emptyTuple, PyTuple_GET_ITEM, PyTuple_Pack } from "../objects/tuple_core.ts";
import {
  _PyNamespace_Type,
  Py_None,
  PyExc_OverflowError,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { durationOf, sleepFor, tooLarge } from "./duration.ts";
import { raiseErrno } from "./host_path.ts";
import { importAttribute } from "./import.ts";
import { moduleDict, setStolen } from "./make_module.ts";
import { environmentBytes, environmentText } from "./posix_environment.ts";
import { asctimeText, type BrokenTime, brokenTime, formatTime, type TimeZone } from "./time_calendar.ts";
import { isUtc, lastSeconds, localTime, secondsOfLocal, setZone, zoneMoment, zoneNames } from "./time_zone.ts";
import type { ZoneMoment } from "./time_zone_rule.ts";

const NANO = 1_000_000_000;
const TWO_63 = 2 ** 63;
const INT_LIMIT = 2 ** 31;
const GREENWICH: ZoneMoment = { offset: 0, isDst: false, name: "GMT" };

const floatOf = (value: number): Owned => newFloat(value) || PyErr_NoMemory();

// -- clocks ---------------------------------------------------------------------------------------------------------------

function secondsOn(clock: Clock) {
  return (): Owned => {
    const now = host().clock(clock);
    return floatOf(now.seconds + now.nanoseconds / NANO);
  };
}

function nanosecondsOn(clock: Clock) {
  return (): Owned => {
    const now = host().clock(clock);
    return longFromBigInt(BigInt(now.seconds) * BigInt(NANO) + BigInt(now.nanoseconds));
  };
}

/** Numbers of clocks, as clock_gettime() knows them: what the host has for each. */
const CLOCKS: readonly (readonly [name: string, number: number, clock: Clock])[] = [
  ["CLOCK_REALTIME", 0, "real"],
  ["CLOCK_MONOTONIC", 1, "monotonic"],
  ["CLOCK_PROCESS_CPUTIME_ID", 2, "process"],
  ["CLOCK_THREAD_CPUTIME_ID", 3, "process"],
  ["CLOCK_MONOTONIC_RAW", 4, "monotonic"],
  ["CLOCK_BOOTTIME", 7, "monotonic"],
];

/** Reads the clock of a number with `on`; OSError for others. */
const onClock =
  (on: (clock: Clock) => () => Owned) =>
  (_module: Borrowed, number: number): Owned => {
    const found = CLOCKS.find((row) => row[1] === number);
    return found === undefined ? raiseErrno(ERRNO.EINVAL) : on(found[2])();
  };

const unsettable = (): Owned => raiseErrno(ERRNO.EPERM);

interface ClockFacts {
  readonly implementation: string;
  readonly isMonotonic: boolean;
  readonly isAdjustable: boolean;
}

const steady = (id: string): ClockFacts => ({
  implementation: `clock_gettime(${id})`,
  isMonotonic: true,
  isAdjustable: false,
});

function factsOf(name: string): ClockFacts | null {
  switch (name) {
    case "time":
      return { implementation: "clock_gettime(CLOCK_REALTIME)", isMonotonic: false, isAdjustable: true };
    case "monotonic":
    case "perf_counter":
      return steady("CLOCK_MONOTONIC");
    case "process_time":
      return steady("CLOCK_PROCESS_CPUTIME_ID");
    case "thread_time":
      return steady("CLOCK_THREAD_CPUTIME_ID");
    default:
      return null;
  }
}

function getClockInfo(_module: Borrowed, name: Borrowed): Owned {
  const facts = factsOf(textOf(name));
  if (facts === null) return raise(PyExc_ValueError, "unknown clock");
  const dict = PyDict_New();
  const isFilled =
    dict !== 0 &&
    setStolen(dict, "implementation", PyUnicode_FromString(facts.implementation)) >= 0 &&
    setStolen(dict, "monotonic", bool(facts.isMonotonic)) >= 0 &&
    setStolen(dict, "adjustable", bool(facts.isAdjustable)) >= 0 &&
    setStolen(dict, "resolution", floatOf(1 / NANO)) >= 0;
  const result = isFilled ? PyObject_Call(_PyNamespace_Type, emptyTuple, dict) : 0;
  xdecref(dict);
  return result;
}

// -- sleep ----------------------------------------------------------------------------------------------------------------

function sleep(_module: Borrowed, o: Borrowed): Owned {
  const duration = durationOf(o);
  if (duration === null) return 0;
  if (duration.seconds < 0 && duration.seconds >= -TWO_63 / NANO) {
    return raise(PyExc_ValueError, "sleep length must be non-negative");
  }
  if (Math.abs(duration.seconds) >= TWO_63 / NANO) {
    return raise(PyExc_OverflowError, "timestamp too large to convert to C PyTime_t");
  }
  return sleepFor(duration) ? Py_None : 0;
}

// -- struct_time ----------------------------------------------------------------------------------------------------------

const structTime = declareStructSequence({
  name: "time.struct_time",
  itemCount: 9,
  fields: [
    "tm_year",
    "tm_mon",
    "tm_mday",
    "tm_hour",
    "tm_min",
    "tm_sec",
    "tm_wday",
    "tm_yday",
    "tm_isdst",
    "tm_zone",
    "tm_gmtoff",
  ],
});

function structOf(time: BrokenTime, zone: ZoneMoment): Owned {
  const n = PyLong_FromNumber;
  return newStructSequence(typeIn(structTime), [
    n(time.year),
    n(time.month + 1),
    n(time.day),
    n(time.hour),
    n(time.minute),
    n(time.second),
    n((time.weekday + 6) % 7),
    n(time.yearDay + 1),
    n(time.isDst),
    PyUnicode_FromString(zone.name),
    n(zone.offset),
  ]);
}

/** An argument in seconds, now by default, rounded down; null with an error set. */
function secondsArgument(o: Borrowed): number | null {
  if (o === 0 || o === Py_None) return host().clock("real").seconds;
  let seconds: number;
  if (isFloat(o)) {
    seconds = Math.floor(floatValue(o));
    if (Number.isNaN(seconds)) {
      raise(PyExc_ValueError, "Invalid value NaN (not a number)");
      return null;
    }
  } else {
    const index = PyNumber_Index(o);
    if (index === 0) return null;
    seconds = longToNumber(index);
    decref(index);
  }
  return seconds >= -TWO_63 && seconds < TWO_63 ? seconds : tooLarge();
}

type Conversion = (seconds: number) => { time: BrokenTime; moment: ZoneMoment };
const inGreenwich: Conversion = (seconds) => ({ time: brokenTime(seconds), moment: GREENWICH });

/** The same as a broken-down time; null with an error set. */
function timeOf(o: Borrowed, convert: Conversion): ReturnType<Conversion> | null {
  const seconds = secondsArgument(o);
  if (seconds === null) return null;
  const converted = convert(seconds);
  const year = converted.time.year - 1900;
  if (year >= -INT_LIMIT && year < INT_LIMIT) return converted;
  raiseErrno(ERRNO.EOVERFLOW);
  return null;
}

const broken =
  (convert: Conversion) =>
  (_module: Borrowed, seconds: Borrowed): Owned => {
    const converted = timeOf(seconds, convert);
    return converted === null ? 0 : structOf(converted.time, converted.moment);
  };

const ITEM_COUNT = 9;

/** Reads a tuple as struct tm; null with an error set. */
function argumentTime(tuple: Borrowed, name: string): BrokenTime | null {
  if (!isTuple(tuple)) {
    raise(PyExc_TypeError, "Tuple or struct_time argument required");
    return null;
  }
  if (sizeOf(tuple) !== ITEM_COUNT) {
    raise(PyExc_TypeError, `${name}(): illegal time tuple argument`);
    return null;
  }
  const numbers: number[] = [];
  for (let index = 0; index < ITEM_COUNT; index++) {
    const value = convertInt(PyTuple_GET_ITEM(tuple, index));
    if (value === -1 && PyErr_Occurred() !== 0) return null;
    numbers.push(value);
  }
  const [year, month, day, hour, minute, second, weekday, yearDay, isDst] = numbers;
  if (year - 1900 < -INT_LIMIT) {
    raise(PyExc_OverflowError, "year out of range");
    return null;
  }
  return { year, month: month - 1, day, hour, minute, second, weekday: (weekday + 1) % 7, yearDay: yearDay - 1, isDst };
}

/** Brings zeros that stand for "none given" into range, and refuses what no calendar has. */
function isInRange(time: BrokenTime): boolean {
  const refuse = (what: string): boolean => {
    raise(PyExc_ValueError, `${what} out of range`);
    return false;
  };
  if (time.month === -1) time.month = 0;
  if (time.day === 0) time.day = 1;
  if (time.yearDay === -1) time.yearDay = 0;
  time.isDst = Math.max(-1, Math.min(1, time.isDst));
  if (time.month < 0 || time.month > 11) return refuse("month");
  if (time.day < 0 || time.day > 31) return refuse("day of month");
  if (time.hour < 0 || time.hour > 23) return refuse("hour");
  if (time.minute < 0 || time.minute > 59) return refuse("minute");
  if (time.second < 0 || time.second > 61) return refuse("seconds");
  if (time.weekday < 0) return refuse("day of week");
  return time.yearDay < 0 || time.yearDay > 365 ? refuse("day of year") : true;
}

function checkedTime(tuple: Borrowed, name: string): BrokenTime | null {
  const time = tuple === 0 ? (timeOf(0, localTime)?.time ?? null) : argumentTime(tuple, name);
  return time !== null && isInRange(time) ? time : null;
}

function asctime(_module: Borrowed, tuple: Borrowed): Owned {
  const time = checkedTime(tuple, "asctime");
  return time === null ? 0 : PyUnicode_FromString(asctimeText(time)) || PyErr_NoMemory();
}

function ctime(_module: Borrowed, seconds: Borrowed): Owned {
  const converted = timeOf(seconds, localTime);
  return converted === null ? 0 : PyUnicode_FromString(asctimeText(converted.time)) || PyErr_NoMemory();
}

/** tzset(): the zone is looked up anew where a program changed TZ. */
function noteZone(): void {
  setZone(environmentBytes("TZ"), environmentText("TZDIR"));
}

function mktime(_module: Borrowed, tuple: Borrowed): Owned {
  const time = argumentTime(tuple, "mktime");
  if (time === null) return 0;
  noteZone();
  return floatOf(secondsOfLocal(time));
}

/** What strftime() says of the zone: what a struct_time carries, else the name alone. Null with an error set. */
function zoneOf(tuple: Borrowed, time: BrokenTime): TimeZone | null {
  const seconds = (): number => secondsOfLocal(time);
  if (tuple === 0) {
    const { name, offset } = zoneMoment(lastSeconds());
    return { name, offset, seconds };
  }
  let name = "";
  let offset = 0;
  if (typeOf(tuple) === typeIn(structTime)) {
    const zone = PyTuple_GET_ITEM(tuple, ITEM_COUNT);
    const east = PyTuple_GET_ITEM(tuple, ITEM_COUNT + 1);
    if (zone !== 0 && zone !== Py_None) {
      if (!isUnicode(zone)) {
        raise(PyExc_TypeError, "bad argument type for built-in operation");
        return null;
      }
      name = textOf(zone);
    }
    if (east !== 0 && east !== Py_None) {
      const given = convertWideSsize(east, "Python int too large to convert to C long");
      if (given === -1 && PyErr_Occurred() !== 0) return null;
      offset = given | 0;
    }
  }
  if (name === "" && time.isDst >= 0) name = zoneNames()[time.isDst];
  return { name, offset, seconds };
}

function strftime(_module: Borrowed, format: Borrowed, tuple: Borrowed): Owned {
  if (!isUnicode(format)) {
    return raise(PyExc_TypeError, `strftime() argument 1 must be str, not ${argumentTypeName(format, 50)}`);
  }
  const time = checkedTime(tuple, "strftime");
  if (time === null) return 0;
  noteZone();
  const zone = zoneOf(tuple, time);
  if (zone === null) return 0;
  const text = formatTime(textOf(format), time, zone);
  return PyUnicode_FromString(text) || PyErr_NoMemory();
}

function strptime(_module: Borrowed, args: number, nargs: number): Owned {
  const parse = importAttribute("_strptime", "_strptime_time");
  const result = parse === 0 ? 0 : PyObject_Vectorcall(parse, args, nargs, 0);
  xdecref(parse);
  return result;
}

// -- timezone, altzone, daylight, tzname -----------------------------------------------------------------------------------

const YEAR_SECONDS = (365 * 24 + 6) * 3600;
const LONGEST_NAME = 9;

/** init_timezone: what holds in January and in July of about this year. 0, or -1 with an error set. */
function setZoneConstants(dict: Borrowed): number {
  const january = isUtc() ? 0 : Math.floor(host().clock("real").seconds / YEAR_SECONDS) * YEAR_SECONDS;
  const first = zoneMoment(january);
  const second = zoneMoment(january + YEAR_SECONDS / 2);
  // In the southern hemisphere July is winter.
  const [winter, summer] = -first.offset < -second.offset ? [second, first] : [first, second];
  const names = [winter, summer].map(({ name }) => PyUnicode_FromString(name.slice(0, LONGEST_NAME)));
  const status =
    setStolen(dict, "timezone", PyLong_FromNumber(0 - winter.offset)) < 0 ||
    setStolen(dict, "altzone", PyLong_FromNumber(0 - summer.offset)) < 0 ||
    setStolen(dict, "daylight", PyLong_FromNumber(winter.offset === summer.offset ? 0 : 1)) < 0 ||
    setStolen(dict, "tzname", names[0] === 0 || names[1] === 0 ? PyErr_NoMemory() : PyTuple_Pack(...names)) < 0
      ? -1
      : 0;
  for (const name of names) xdecref(name);
  return status;
}

function tzset(module: Borrowed): Owned {
  noteZone();
  return setZoneConstants(moduleDict(module)) < 0 ? 0 : Py_None;
}

/** The machine has begun with a zone of its own: what the module says follows, where it is not UTC. 0, or -1. */
export function beginZone(): number {
  noteZone();
  const module = isUtc() ? 0 : PyDict_GetItemWithError(importedModules(), identifier("time"));
  return module === 0 ? 0 : setZoneConstants(moduleDict(module));
}

declareModule({
  name: "time",
  functions: [
    ["time", "()", secondsOn("real")],
    ["time_ns", "()", nanosecondsOn("real")],
    ["monotonic", "()", secondsOn("monotonic")],
    ["monotonic_ns", "()", nanosecondsOn("monotonic")],
    ["perf_counter", "()", secondsOn("monotonic")],
    ["perf_counter_ns", "()", nanosecondsOn("monotonic")],
    ["process_time", "()", secondsOn("process")],
    ["process_time_ns", "()", nanosecondsOn("process")],
    ["thread_time", "()", secondsOn("process")],
    ["thread_time_ns", "()", nanosecondsOn("process")],
    ["get_clock_info", "@tuple (name: str, /)", getClockInfo],
    ["clock_gettime", "(clk_id: int, /)", onClock(secondsOn)],
    ["clock_gettime_ns", "(clk_id: int, /)", onClock(nanosecondsOn)],
    ["clock_getres", "@tuple (clk_id: int, /)", onClock(() => () => floatOf(1 / NANO))],
    ["clock_settime", "(clk_id: int, time: float, /)", unsettable],
    ["clock_settime_ns", "(clk_id: int, time, /)", unsettable],
    ["sleep", "(object, /)", sleep],
    ["gmtime", "@tuple (seconds=None, /)", broken(inGreenwich)],
    ["localtime", "@tuple (seconds=None, /)", broken(localTime)],
    ["asctime", "@unpack (tuple=None, /)", asctime],
    ["ctime", "@tuple (seconds=None, /)", ctime],
    ["mktime", "(object, /)", mktime],
    ["strftime", "@tuple (format, tuple=None, /)", strftime],
    ["strptime", "@tuple (*args)", strptime],
    ["tzset", "()", tzset],
  ],
  exec: (_module, dict) => {
    if (makeStructSequence(structTime) === 0) return -1;
    const rows: readonly (readonly [string, Owned])[] = [
      ["struct_time", newRef(typeIn(structTime))],
      ["_STRUCT_TM_ITEMS", PyLong_FromNumber(11)],
      ...CLOCKS.map(([name, number]) => [name, PyLong_FromNumber(number)] as const),
    ];
    for (const [name, value] of rows) if (setStolen(dict, name, value) < 0) return -1;
    return setZoneConstants(dict);
  },
});
