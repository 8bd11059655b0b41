// The zone of local times, as the C library finds it: by the variable TZ, else by /etc/localtime.
//
//   tz_state.name   the value of TZ that was read last, NUL-terminated; null while there was none
//   tz_state.data   a zone file (RFC 9636) or a rule in the form of POSIX ("CET-1CEST,M3.5.0,M10.5.0/3"); null: UTC
//
// All of it lies in the machine's memory, and is read where it lies. What a conversion leaves behind for the next one (guess,
// last) is there too, for mktime() and strftime() depend on it as C's do.
import { utf8 } from "../base/utf8.ts";
import { readHostFile } from "../host/read_file.ts";
import { rawFree, rawMalloc } from "../memory/allocators.ts";
import { reserveStatic } from "../memory/data.ts";
import {
  type Address,
  bytesAt,
  f64,
  i32,
  ptr,
  setF64,
  setI32,
  setPtr,
  setU8,
  u8,
  writeBytes,
} from "../memory/memory.ts";
import { struct } from "../memory/struct.ts";
import { type BrokenTime, brokenTime, secondsOf } from "./time_calendar.ts";
import { momentByRule, namesOfRule, type ZoneMoment } from "./time_zone_rule.ts";

const tz_state = struct("tz_state", 40, {
  name: [0, "ptr", "TZ as it was read; null: it is not set"],
  data: [8, "ptr", "zone file or rule; null: UTC"],
  size: [16, "i32", "bytes of data"],
  is_read: [20, "i32", "whether the zone was looked up"],
  guess: [24, "f64", "localtime_offset: what mktime() begins with"],
  last: [32, "f64", "seconds of the last conversion: its names are tzname"],
});
const STATE = reserveStatic(tz_state.sizeof);

const FOLDER = "/usr/share/zoneinfo/";
const DEFAULT_FILE = "/etc/localtime";
const LARGEST_FILE = 1 << 20;
const TWO_32 = 2 ** 32;

const UTC: ZoneMoment = { offset: 0, isDst: false, name: "UTC" };

// -- finding the zone ------------------------------------------------------------------------------------------------------

function keep(field: number, bytes: Uint8Array | null): void {
  const old = ptr(STATE + field);
  const at = bytes === null ? 0 : rawMalloc(bytes.length + 1);
  if (at !== 0 && bytes !== null) {
    writeBytes(at, bytes);
    setU8(at + bytes.length, 0);
  }
  setPtr(STATE + field, at);
  if (old !== 0) rawFree(old);
}

const isZoneFile = (bytes: Uint8Array): boolean =>
  bytes.length >= HEADER_BYTES &&
  bytes.length <= LARGEST_FILE &&
  String.fromCharCode(...bytes.subarray(0, 4)) === "TZif";

/** A file that says no more than UTC, as /etc/localtime often does: it ends with that rule, and has no transitions. */
const saysUtc = (bytes: Uint8Array): boolean =>
  bytes.subarray(32, 36).every((byte) => byte === 0) && String.fromCharCode(...bytes.subarray(-6)) === "\nUTC0\n";

/** What is kept of a zone: its file, or without one the text, which then is the rule itself. Null for UTC. */
function zoneData(name: string, folder: string): Uint8Array | null {
  if (name === "UTC") return null;
  const bytes = readHostFile(utf8(name.startsWith("/") ? name : folder + name));
  if (typeof bytes !== "number" && isZoneFile(bytes)) return saysUtc(bytes) ? null : bytes;
  return name === DEFAULT_FILE ? null : utf8(name);
}

/** Whether TZ is what it was when the zone was looked up; value: its bytes, null where it is not set. */
function isKnown(value: Uint8Array | null): boolean {
  const name = ptr(STATE + tz_state.name);
  if (i32(STATE + tz_state.is_read) === 0 || (value === null) !== (name === 0)) return false;
  if (value === null) return true;
  for (let i = 0; i < value.length; i++) if (u8(name + i) !== value[i]) return false;
  return u8(name + value.length) === 0;
}

/** tzset(): looks the zone up where TZ changed; folder: TZDIR. */
export function setZone(value: Uint8Array | null, folder: string): void {
  if (isKnown(value)) return;
  setI32(STATE + tz_state.is_read, 1);
  keep(tz_state.name, value);
  const text = value === null ? DEFAULT_FILE : String.fromCharCode(...value);
  const name = (text.startsWith(":") ? text.slice(1) : text) || "Universal";
  const data = zoneData(name, folder === "" ? FOLDER : `${folder}/`);
  keep(tz_state.data, data);
  setI32(STATE + tz_state.size, data === null ? 0 : data.length);
}

// -- the zone file ---------------------------------------------------------------------------------------------------------

const HEADER_BYTES = 44;
const TYPE_BYTES = 6;

const big32 = (at: Address): number => (u8(at) << 24) | (u8(at + 1) << 16) | (u8(at + 2) << 8) | u8(at + 3);
const big64 = (at: Address): number => big32(at) * TWO_32 + (big32(at + 4) >>> 0);

/** Where the parts of a file's block lie. */
interface Zone {
  readonly transitionCount: number;
  readonly typeCount: number;
  readonly transitionBytes: number;
  readonly transitions: Address;
  readonly indices: Address;
  readonly types: Address;
  readonly names: Address;
  /** The rule for what comes after the last transition; "" for none. */
  readonly rule: string;
}

/** The block with header at `at`; null when it does not fit. */
function blockAt(at: Address, end: Address, transitionBytes: number): (Zone & { readonly end: Address }) | null {
  if (at + HEADER_BYTES > end) return null;
  const count = (index: number): number => big32(at + 20 + 4 * index) >>> 0;
  const [utcCount, standardCount, leapCount, transitionCount, typeCount, nameBytes] = [0, 1, 2, 3, 4, 5].map(count);
  if (Math.max(transitionCount, typeCount, nameBytes, leapCount) > LARGEST_FILE || typeCount === 0) return null;
  const transitions = at + HEADER_BYTES;
  const indices = transitions + transitionCount * transitionBytes;
  const types = indices + transitionCount;
  const names = types + typeCount * TYPE_BYTES;
  const blockEnd = names + nameBytes + leapCount * (transitionBytes + 4) + standardCount + utcCount;
  if (blockEnd > end) return null;
  return { transitionCount, typeCount, transitionBytes, transitions, indices, types, names, rule: "", end: blockEnd };
}

function textAt(at: Address, end: Address): string {
  let stop = at;
  while (stop < end && u8(stop) !== 0 && u8(stop) !== 0x0a) stop++;
  return String.fromCharCode(...bytesAt(at, stop - at));
}

/** The zone file in memory; null when there is none, or a damaged one. */
function zoneFile(): Zone | null {
  const data = ptr(STATE + tz_state.data);
  const end = data + i32(STATE + tz_state.size);
  if (data === 0 || !isZoneFile(bytesAt(data, end - data))) return null;
  const first = blockAt(data, end, 4);
  if (first === null || u8(data + 4) < 0x32) return first;
  const second = blockAt(first.end, end, 8);
  return second === null ? first : { ...second, rule: textAt(second.end + 1, end) };
}

const transitionAt = (zone: Zone, index: number): number => {
  const at = zone.transitions + index * zone.transitionBytes;
  return zone.transitionBytes === 8 ? big64(at) : big32(at);
};
const typeAt = (zone: Zone, index: number): Address => zone.types + Math.min(index, zone.typeCount - 1) * TYPE_BYTES;
const isDstAt = (type: Address): boolean => u8(type + 4) !== 0;
const nameAt = (zone: Zone, type: Address): string =>
  textAt(zone.names + u8(type + 5), zone.names + 256 + u8(type + 5));

/** How many transitions lie at or before an instant. */
function transitionsUntil(zone: Zone, seconds: number): number {
  let low = 0;
  let high = zone.transitionCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (transitionAt(zone, middle) <= seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The type before all transitions: the first that is standard time, else the first. */
function earliestType(zone: Zone): Address {
  for (let i = 0; i < zone.typeCount; i++) if (!isDstAt(typeAt(zone, i))) return typeAt(zone, i);
  return typeAt(zone, 0);
}

const isAfterAll = (zone: Zone, count: number): boolean =>
  count > 0 && count === zone.transitionCount && zone.rule !== "";

const dataText = (): string =>
  textAt(ptr(STATE + tz_state.data), ptr(STATE + tz_state.data) + i32(STATE + tz_state.size));

// -- conversions -----------------------------------------------------------------------------------------------------------

/** Whether it is UTC without a file that says so. */
export const isUtc = (): boolean => ptr(STATE + tz_state.data) === 0;

/** Seconds of the last conversion. */
export const lastSeconds = (): number => f64(STATE + tz_state.last);

/** What the zone says about an instant. */
export function zoneMoment(seconds: number): ZoneMoment {
  setF64(STATE + tz_state.last, seconds);
  if (ptr(STATE + tz_state.data) === 0) return UTC;
  const zone = zoneFile();
  if (zone === null) return momentByRule(dataText(), seconds);
  const count = transitionsUntil(zone, seconds);
  if (isAfterAll(zone, count)) return momentByRule(zone.rule, seconds);
  const type = count === 0 ? earliestType(zone) : typeAt(zone, u8(zone.indices + count - 1));
  return { offset: big32(type), isDst: isDstAt(type), name: nameAt(zone, type) };
}

/** C's tzname: of standard and of daylight saving time, as the last conversion left them. */
export function zoneNames(): readonly [string, string] {
  if (ptr(STATE + tz_state.data) === 0) return [UTC.name, UTC.name];
  const zone = zoneFile();
  if (zone === null) return namesOfRule(dataText());
  const count = transitionsUntil(zone, f64(STATE + tz_state.last));
  if (isAfterAll(zone, count)) return namesOfRule(zone.rule);
  const names: [string | null, string | null] = [null, null];
  const note = (type: Address): void => {
    names[isDstAt(type) ? 1 : 0] ??= nameAt(zone, type);
  };
  if (count > 0) {
    for (let i = count; i > 0 && (names[0] === null || names[1] === null); i--) {
      note(typeAt(zone, u8(zone.indices + i - 1)));
    }
  } else for (let i = 0; i < zone.typeCount; i++) note(typeAt(zone, i));
  const standard = names[0] ?? names[1] ?? "";
  return [standard, names[1] ?? standard];
}

/** A broken-down local time, and what the zone says about it. */
export function localTime(seconds: number): { time: BrokenTime; moment: ZoneMoment } {
  const moment = zoneMoment(seconds);
  const time = brokenTime(seconds + moment.offset);
  time.isDst = moment.isDst ? 1 : 0;
  return { time, moment };
}

// -- from local time -------------------------------------------------------------------------------------------------------

const PROBES = 6;
/** Distance between probes for the other kind of time: as long as the shortest period of one in the zones' histories. */
const STRIDE = 601200;
/** The longest of one whose difference is no hour. */
const LONGEST_PERIOD = 457243209;

/** mktime(): seconds of a local time. One that a change skipped or doubled is found as the C library finds it. */
export function secondsOfLocal(local: BrokenTime): number {
  const wanted = secondsOf(local);
  const guess = f64(STATE + tz_state.guess);
  let t = wanted + guess;
  let before = t;
  let beforeThat = t;
  let wasDst = 0;
  let isDst = 0;
  for (let probe = 0; ; probe++) {
    const moment = zoneMoment(t);
    isDst = moment.isDst ? 1 : 0;
    const next = wanted - moment.offset;
    if (next === t) break;
    if (t === beforeThat && t !== before && (local.isDst < 0 ? wasDst <= isDst : local.isDst > 0 !== isDst > 0)) {
      // Between two values for ever: the time was skipped.
      return keepGuess(t, wanted);
    }
    if (probe === PROBES) return keepGuess(t, wanted);
    beforeThat = before;
    before = t;
    t = next;
    wasDst = isDst;
  }
  if (local.isDst < 0 || local.isDst > 0 === isDst > 0) return keepGuess(t, wanted);
  for (let delta = STRIDE; delta < LONGEST_PERIOD / 2 + STRIDE; delta += STRIDE) {
    for (const direction of [-1, 1]) {
      const moment = zoneMoment(t + delta * direction);
      if (moment.isDst === local.isDst > 0) return keepGuess(wanted - moment.offset, wanted);
    }
  }
  // A zone without such a time: an hour is what it would be.
  return keepGuess(t + (local.isDst > 0 ? -3600 : 3600), wanted);
}

function keepGuess(seconds: number, wanted: number): number {
  setF64(STATE + tz_state.guess, seconds - wanted);
  zoneMoment(seconds);
  return seconds;
}
