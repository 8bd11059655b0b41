// posix: what a process can ask of the system that it runs on: its name, its load, its time; file systems, terminals, randomness.
// Most is read where Linux itself tells it, in files below /proc; a host without them gives what an idle system would.

import { ERRNO } from "../host/errno.ts";
import { host, type Instant } from "../host/host.ts";
import { readHostFile } from "../host/read_file.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { hasIndex } from "../objects/abstract.ts";
import { bytesFromArray } from "../objects/bytes_core.ts";
import { PyNumber_Index } from "../objects/convert.ts";
import type { MethodRow } from "../objects/declare.ts";
import { raise } from "../objects/errors.ts";
import { newFloat } from "../objects/float_core.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { longFromBigInt, longToBigInt } from "../objects/long_digits.ts";
import { decref, newRef, typeIn } from "../objects/object.ts";
import { declareStructSequence, makeStructSequence, newStructSequence } from "../objects/structseq.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { Py_None, PyExc_OSError, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { raiseErrno } from "./host_path.ts";
import { hostBytes } from "./host_text.ts";
import { setStolen } from "./make_module.ts";
import { withPath } from "./posix_path.ts";

/** A text that the system gives about itself, without the newline at its end; "" where there is none. */
export function systemText(path: string): string {
  const content = readHostFile(hostBytes(path));
  return typeof content === "number" ? "" : String.fromCharCode(...content).replace(/\n$/, "");
}

/** The fields of /proc/PID/stat from the third on, which is the first behind the name in parentheses; null without them. */
export function processFields(pid: number): readonly number[] | null {
  const text = systemText(`/proc/${pid === 0 ? "self" : pid}/stat`);
  const at = text.lastIndexOf(")");
  return at < 0
    ? null
    : text
        .slice(at + 2)
        .split(" ")
        .map(Number);
}
/** Where a field of proc(5) is among them. */
export const PROCESS_FIELD = {
  pgrp: 2,
  session: 3,
  tpgid: 5,
  utime: 11,
  stime: 12,
  cutime: 13,
  cstime: 14,
  nice: 16,
} as const;

const TICKS_PER_SECOND = 100;

// -- who the system is, and how it does ----------------------------------------------------------------------------------

const unameResult = declareStructSequence({
  name: "posix.uname_result",
  fields: ["sysname", "nodename", "release", "version", "machine"],
});

function uname(): Owned {
  const kernel = (name: string, otherwise: string): Owned =>
    PyUnicode_FromString(systemText(`/proc/sys/kernel/${name}`) || otherwise);
  return newStructSequence(typeIn(unameResult), [
    kernel("ostype", "Linux"),
    kernel("hostname", "localhost"),
    kernel("osrelease", ""),
    kernel("version", ""),
    // The machine is one of this kind, whatever the host is.
    PyUnicode_FromString("x86_64"),
  ]);
}

function getloadavg(): Owned {
  const [one, five, fifteen] = systemText("/proc/loadavg").split(" ").map(Number);
  if (fifteen === undefined) return raise(PyExc_OSError, "Load averages are unobtainable");
  return packed([newFloat(one), newFloat(five), newFloat(fifteen)]);
}

const timesResult = declareStructSequence({
  name: "posix.times_result",
  fields: ["user", "system", "children_user", "children_system", "elapsed"],
});

/** In ticks of the system's clock, as times() counts. */
function times(): Owned {
  const fields = processFields(0);
  const used = host().clock("process");
  const monotonic = host().clock("monotonic");
  const ticks = ({ seconds, nanoseconds }: Instant): number =>
    Math.floor((seconds + nanoseconds / 1e9) * TICKS_PER_SECOND);
  const { utime, stime, cutime, cstime } = PROCESS_FIELD;
  const counts =
    fields === null ? [ticks(used), 0, 0, 0] : [fields[utime], fields[stime], fields[cutime], fields[cstime]];
  return newStructSequence(
    typeIn(timesResult),
    [...counts, ticks(monotonic)].map((count) => newFloat(count / TICKS_PER_SECOND)),
  );
}

// -- file systems --------------------------------------------------------------------------------------------------------

const statvfsResult = declareStructSequence({
  name: "os.statvfs_result",
  itemCount: 10,
  fields: [
    "f_bsize",
    "f_frsize",
    "f_blocks",
    "f_bfree",
    "f_bavail",
    "f_files",
    "f_ffree",
    "f_favail",
    "f_flag",
    "f_namemax",
    "f_fsid",
  ],
});
const LONGEST_NAME = 255;

/** ST_… by the words of /proc/self/mountinfo. */
const MOUNT_FLAGS: Readonly<Record<string, number>> = {
  ro: 1,
  nosuid: 2,
  nodev: 4,
  noexec: 8,
  sync: 16,
  mand: 64,
  noatime: 1024,
  nodiratime: 2048,
  relatime: 4096,
};

/** Flags of the mount that a device belongs to. */
function mountFlags(device: number): number {
  const wanted = `${major(BigInt(device))}:${minor(BigInt(device))}`;
  for (const line of systemText("/proc/self/mountinfo").split("\n")) {
    const words = line.split(" ");
    if (words[2] !== wanted) continue;
    const options = `${words[5]},${words[words.length - 1]}`.split(",");
    return options.reduce((flags, word) => flags | (MOUNT_FLAGS[word] ?? 0), 0);
  }
  return 0;
}

/** What the host does not tell is 0: the identification. */
function fileSystemAt(path: Uint8Array, shown: Borrowed): Owned {
  const found = host().fileSystem(path);
  if (typeof found === "number") return raiseErrno(-found, shown);
  const status = host().stat(path, true);
  const flags = typeof status === "number" ? 0 : mountFlags(status.dev);
  const { bsize, blocks, bfree, bavail, files, ffree } = found;
  const numbers = [bsize, bsize, blocks, bfree, bavail, files, ffree, ffree, flags, LONGEST_NAME, 0];
  return newStructSequence(typeIn(statvfsResult), numbers.map(PyLong_FromNumber));
}

function fstatvfs(_m: Borrowed, fd: number): Owned {
  const path = host().pathOf(fd);
  return typeof path === "number" ? raiseErrno(-path) : fileSystemAt(path, 0);
}

// -- devices: makedev() of glibc, parts of 32 bits each, the low ones inside ----------------------------------------------

const major = (device: bigint): bigint => ((device >> 8n) & 0xfffn) | ((device >> 32n) & 0xfffff000n);
const minor = (device: bigint): bigint => (device & 0xffn) | ((device >> 12n) & 0xffffff00n);
const NODEV = (1n << 64n) - 1n;
const NO_PART = 0xffffffffn;

/** An unsigned number of so many bits, -1 for the highest; null with an error set. */
function unsigned(o: Borrowed, bits: 32 | 64): bigint | null {
  if (!hasIndex(o)) {
    raise(PyExc_TypeError, "an integer is required");
    return null;
  }
  const index = PyNumber_Index(o);
  if (index === 0) return null;
  const value = longToBigInt(index);
  decref(index);
  if (value >= -1n && value < 1n << BigInt(bits)) return BigInt.asUintN(bits, value);
  const tooLarge = bits === 64 ? "int too big to convert" : "Python int too large to convert to C unsigned int";
  raise(PyExc_OverflowError, value < 0n ? "can't convert negative int to unsigned" : tooLarge);
  return null;
}

function partOf(part: (device: bigint) => bigint) {
  return (_m: Borrowed, device: Borrowed): Owned => {
    const value = unsigned(device, 64);
    return value === null ? 0 : longFromBigInt(value === NODEV ? -1n : part(value));
  };
}

export function deviceOf(high: bigint, low: bigint): bigint {
  return ((high & 0xfffff000n) << 32n) | ((high & 0xfffn) << 8n) | ((low & 0xffffff00n) << 12n) | (low & 0xffn);
}

function makedev(_m: Borrowed, high: Borrowed, low: Borrowed): Owned {
  const a = unsigned(high, 32);
  const b = a === null ? null : unsigned(low, 32);
  if (a === null || b === null) return 0;
  return longFromBigInt(a === NO_PART && b === NO_PART ? -1n : deviceOf(a, b));
}

// -- terminals, randomness -----------------------------------------------------------------------------------------------

function ttyname(_m: Borrowed, fd: number): Owned {
  const path = host().isTerminal(fd) > 0 ? host().pathOf(fd) : -ERRNO.ENOTTY;
  if (host().inheritable(fd) < 0) return raiseErrno(ERRNO.EBADF);
  const target = typeof path === "number" ? path : host().readLink(path);
  return typeof target === "number" ? raiseErrno(-target) : PyUnicode_FromString(String.fromCharCode(...target));
}

/** The group in front of the terminal that a descriptor leads to. */
function tcgetpgrp(_m: Borrowed, fd: number): Owned {
  if (host().inheritable(fd) < 0) return raiseErrno(ERRNO.EBADF);
  const group = host().isTerminal(fd) > 0 ? processFields(0)?.[PROCESS_FIELD.tpgid] : undefined;
  return group === undefined || group < 0 ? raiseErrno(ERRNO.ENOTTY) : PyLong_FromNumber(group);
}

function tcsetpgrp(_m: Borrowed, fd: number): Owned {
  if (host().inheritable(fd) < 0) return raiseErrno(ERRNO.EBADF);
  return raiseErrno(host().isTerminal(fd) > 0 ? ERRNO.EPERM : ERRNO.ENOTTY);
}

function device_encoding(_m: Borrowed, fd: number): Owned {
  return host().isTerminal(fd) > 0 ? PyUnicode_FromString("utf-8") : Py_None;
}

const GRND_ALL = 3;

function getrandom(_m: Borrowed, size: number, flags: number): Owned {
  if (size < 0 || (flags & ~GRND_ALL) !== 0) return raiseErrno(ERRNO.EINVAL);
  return bytesFromArray(host().entropy(size));
}

function urandom(_m: Borrowed, size: number): Owned {
  if (size < 0) return raise(PyExc_ValueError, "negative argument not allowed");
  return bytesFromArray(host().entropy(size));
}

/** A tuple of Owned values. */
export function packed(values: readonly Owned[]): Owned {
  const tuple = values.includes(0) ? 0 : PyTuple_Pack(...values);
  for (const value of values) if (value !== 0) decref(value);
  return tuple;
}

export const SYSTEM_FUNCTIONS: readonly MethodRow[] = [
  ["uname", "()", uname],
  ["getloadavg", "()", getloadavg],
  ["times", "()", times],
  [
    "statvfs",
    "(path)",
    (_m: Borrowed, value: Borrowed) =>
      withPath("statvfs", value, (path) => fileSystemAt(path.bytes, path.name), "integer"),
  ],
  ["fstatvfs", "(fd: int, /)", fstatvfs],
  ["major", "(device, /)", partOf(major)],
  ["minor", "(device, /)", partOf(minor)],
  ["makedev", "(major, minor, /)", makedev],
  ["ctermid", "()", () => PyUnicode_FromString("/dev/tty")],
  ["ttyname", "(fd: int, /)", ttyname],
  ["tcgetpgrp", "(fd: int, /)", tcgetpgrp],
  ["tcsetpgrp", "(fd: int, pgid: int, /)", tcsetpgrp],
  ["device_encoding", "(fd: int)", device_encoding],
  ["urandom", "(size: ssize, /)", urandom],
  ["getrandom", "(size: ssize, flags: int = 0)", getrandom],
  ["_inputhook", "()", () => PyLong_FromNumber(0)],
  ["_is_inputhook_installed", "()", () => bool(false)],
];

/** Adds the types of answers. 0, or -1 with an error set. */
export function addSystemTypes(dict: Borrowed): number {
  const types = [
    ["statvfs_result", statvfsResult],
    ["times_result", timesResult],
    ["uname_result", unameResult],
  ] as const;
  for (const [name, type] of types) {
    if (makeStructSequence(type) === 0 || setStolen(dict, name, newRef(typeIn(type))) < 0) return -1;
  }
  return 0;
}
