// posix: limits and options of the system, of a file and of the C library, by name or number: sysconf, pathconf, fpathconf,
// confstr. Answers are those of glibc on Linux x86-64; what depends on the machine is asked of the host.

import { ERRNO } from "../host/errno.ts";
import { host, S, type Stat } from "../host/host.ts";
import { readHostFile } from "../host/read_file.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { hasIndex } from "../objects/abstract.ts";
import { convertInt } from "../objects/convert.ts";
import type { MethodRow } from "../objects/declare.ts";
import { PyDict_New } from "../objects/dict_core.ts";
import { PyErr_Occurred, raise } from "../objects/errors.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { isUnicode } from "../objects/object.ts";
import { PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { asFileDescriptor } from "./file_descriptor.ts";
import { raiseErrno } from "./host_path.ts";
import { hostBytes } from "./host_text.ts";
import { setStolen } from "./make_module.ts";
import { addNumbers } from "./number_table.ts";
import { withPath } from "./posix_path.ts";

// Names without their prefix, each with its number.

const PATHCONF_NAMES =
  "ALLOC_SIZE_MIN 18 ASYNC_IO 10 CHOWN_RESTRICTED 6 FILESIZEBITS 13 LINK_MAX 0 MAX_CANON 1 MAX_INPUT 2 NAME_MAX 3 " +
  "NO_TRUNC 7 PATH_MAX 4 PIPE_BUF 5 PRIO_IO 11 REC_INCR_XFER_SIZE 14 REC_MAX_XFER_SIZE 15 REC_MIN_XFER_SIZE 16 " +
  "REC_XFER_ALIGN 17 SOCK_MAXBUF 12 SYMLINK_MAX 19 SYNC_IO 9 VDISABLE 8";

const SYSCONF_NAMES =
  "2_CHAR_TERM 95 2_C_BIND 47 2_C_DEV 48 2_C_VERSION 96 2_FORT_DEV 49 2_FORT_RUN 50 2_LOCALEDEF 52 2_SW_DEV 51 " +
  "2_UPE 97 2_VERSION 46 AIO_LISTIO_MAX 23 AIO_MAX 24 AIO_PRIO_DELTA_MAX 25 ARG_MAX 0 ASYNCHRONOUS_IO 12 ATEXIT_MAX " +
  "87 AVPHYS_PAGES 86 BC_BASE_MAX 36 BC_DIM_MAX 37 BC_SCALE_MAX 38 BC_STRING_MAX 39 CHARCLASS_NAME_MAX 45 CHAR_BIT " +
  "101 CHAR_MAX 102 CHAR_MIN 103 CHILD_MAX 1 CLK_TCK 2 COLL_WEIGHTS_MAX 40 DELAYTIMER_MAX 26 EQUIV_CLASS_MAX 41 " +
  "EXPR_NEST_MAX 42 FSYNC 15 GETGR_R_SIZE_MAX 69 GETPW_R_SIZE_MAX 70 INT_MAX 104 INT_MIN 105 IOV_MAX 60 JOB_CONTROL " +
  "7 LINE_MAX 43 LOGIN_NAME_MAX 71 LONG_BIT 106 MAPPED_FILES 16 MB_LEN_MAX 108 MEMLOCK 17 MEMLOCK_RANGE 18 " +
  "MEMORY_PROTECTION 19 MESSAGE_PASSING 20 MINSIGSTKSZ 249 MQ_OPEN_MAX 27 MQ_PRIO_MAX 28 NGROUPS_MAX 3 NL_ARGMAX " +
  "119 NL_LANGMAX 120 NL_MSGMAX 121 NL_NMAX 122 NL_SETMAX 123 NL_TEXTMAX 124 NPROCESSORS_CONF 83 NPROCESSORS_ONLN " +
  "84 NZERO 109 OPEN_MAX 4 PAGESIZE 30 PAGE_SIZE 30 PASS_MAX 88 PHYS_PAGES 85 PII 53 PII_INTERNET 56 " +
  "PII_INTERNET_DGRAM 62 PII_INTERNET_STREAM 61 PII_OSI 57 PII_OSI_CLTS 64 PII_OSI_COTS 63 PII_OSI_M 65 PII_SOCKET " +
  "55 PII_XTI 54 POLL 58 PRIORITIZED_IO 13 PRIORITY_SCHEDULING 10 REALTIME_SIGNALS 9 RE_DUP_MAX 44 RTSIG_MAX 31 " +
  "SAVED_IDS 8 SCHAR_MAX 111 SCHAR_MIN 112 SELECT 59 SEMAPHORES 21 SEM_NSEMS_MAX 32 SEM_VALUE_MAX 33 " +
  "SHARED_MEMORY_OBJECTS 22 SHRT_MAX 113 SHRT_MIN 114 SIGQUEUE_MAX 34 SSIZE_MAX 110 STREAM_MAX 5 SYNCHRONIZED_IO 14 " +
  "THREADS 67 THREAD_ATTR_STACKADDR 77 THREAD_ATTR_STACKSIZE 78 THREAD_DESTRUCTOR_ITERATIONS 73 THREAD_KEYS_MAX 74 " +
  "THREAD_PRIORITY_SCHEDULING 79 THREAD_PRIO_INHERIT 80 THREAD_PRIO_PROTECT 81 THREAD_PROCESS_SHARED 82 " +
  "THREAD_SAFE_FUNCTIONS 68 THREAD_STACK_MIN 75 THREAD_THREADS_MAX 76 TIMERS 11 TIMER_MAX 35 TTY_NAME_MAX 72 " +
  "TZNAME_MAX 6 T_IOV_MAX 66 UCHAR_MAX 115 UINT_MAX 116 UIO_MAXIOV 60 ULONG_MAX 117 USHRT_MAX 118 VERSION 29 " +
  "WORD_BIT 107 XBS5_ILP32_OFF32 125 XBS5_ILP32_OFFBIG 126 XBS5_LP64_OFF64 127 XBS5_LPBIG_OFFBIG 128 XOPEN_CRYPT 92 " +
  "XOPEN_ENH_I18N 93 XOPEN_LEGACY 129 XOPEN_REALTIME 130 XOPEN_REALTIME_THREADS 131 XOPEN_SHM 94 XOPEN_UNIX 91 " +
  "XOPEN_VERSION 89 XOPEN_XCU_VERSION 90 XOPEN_XPG2 98 XOPEN_XPG3 99 XOPEN_XPG4 100";

const CONFSTR_NAMES =
  "GNU_LIBC_VERSION 2 GNU_LIBPTHREAD_VERSION 3 LFS64_CFLAGS 1004 LFS64_LDFLAGS 1005 LFS64_LIBS 1006 LFS64_LINTFLAGS " +
  "1007 LFS_CFLAGS 1000 LFS_LDFLAGS 1001 LFS_LIBS 1002 LFS_LINTFLAGS 1003 PATH 0 XBS5_ILP32_OFF32_CFLAGS 1100 " +
  "XBS5_ILP32_OFF32_LDFLAGS 1101 XBS5_ILP32_OFF32_LIBS 1102 XBS5_ILP32_OFF32_LINTFLAGS 1103 " +
  "XBS5_ILP32_OFFBIG_CFLAGS 1104 XBS5_ILP32_OFFBIG_LDFLAGS 1105 XBS5_ILP32_OFFBIG_LIBS 1106 " +
  "XBS5_ILP32_OFFBIG_LINTFLAGS 1107 XBS5_LP64_OFF64_CFLAGS 1108 XBS5_LP64_OFF64_LDFLAGS 1109 XBS5_LP64_OFF64_LIBS " +
  "1110 XBS5_LP64_OFF64_LINTFLAGS 1111 XBS5_LPBIG_OFFBIG_CFLAGS 1112 XBS5_LPBIG_OFFBIG_LDFLAGS 1113 " +
  "XBS5_LPBIG_OFFBIG_LIBS 1114 XBS5_LPBIG_OFFBIG_LINTFLAGS 1115";

/** Answers of sysconf() by number, "*n": n times; x: no such number; ?: asked of the host. */
const SYSCONF_VALUES =
  "2097152 ? 100 65536 ? 16 -1 1*2 200809*14 -1*2 20 2147483647 -1 32768 200809 4096 32 -1 2147483647 ? -1 99 2048 " +
  "99 1000 255 x 32 2048 32767 2048 200809*3 -1*2 200809*2 -1*7 1024 -1*6 200809*2 1024*2 256 32 4 1024 16384 -1 " +
  "200809*6 ?*4 2147483647 8192 700 4 1 -1 1*2 200809*2 -1 1*3 8 127 -128 2147483647 -2147483648 64 32 16 20 32767 " +
  "127 -128 32767 -32768 255 4294967295 -1 65535 4096 2048 2147483647*4 -1*2 1 -1 1*3 200809*2 -1*3 200809*3 -1*9 " +
  "200809 -1*3 200809*2 1 -1 1 -1 200809 -1*4 200809 -1*13 1 -1 64 -1*4 0*14 -1 x*35 200809*2 -1*2 1 -1 x -1*5 x*2 " +
  "3376 13504";

/** Answers of pathconf() by number, for a folder on a disk. */
const PATHCONF_VALUES = [
  65000, 255, 255, 255, 4096, 4096, 1, 1, 0, -1, -1, -1, -1, 64, -1, -1, 4096, 4096, 4096, -1, 1,
];
const PC = { LINK_MAX: 0, ASYNC_IO: 10, FILESIZEBITS: 13 } as const;
/** What glibc says of file systems that it does not know. */
const OTHER_LINK_MAX = 127;
const OTHER_FILESIZEBITS = 32;

/** Answers of confstr() that are not empty. */
const CONFSTR_VALUES: Readonly<Record<string, string>> = {
  GNU_LIBC_VERSION: "glibc 2.36",
  GNU_LIBPTHREAD_VERSION: "NPTL 2.36",
  LFS64_CFLAGS: "-D_LARGEFILE64_SOURCE",
  LFS64_LINTFLAGS: "-D_LARGEFILE64_SOURCE",
  PATH: "/bin:/usr/bin",
  XBS5_LP64_OFF64_CFLAGS: "-m64",
  XBS5_LP64_OFF64_LDFLAGS: "-m64",
};

/** The number of a name in a table; undefined where it has none. */
function numberOf(table: string, name: string): number | undefined {
  const words = table.split(" ");
  const at = words.indexOf(name);
  return at < 0 ? undefined : Number(words[at + 1]);
}

/** A name with its prefix, or a number. Null with an error set. */
function confname(o: Borrowed, table: string, prefix: string): number | null {
  if (isUnicode(o)) {
    const text = textOf(o);
    const found = text.startsWith(prefix) ? numberOf(table, text.slice(prefix.length)) : undefined;
    if (found !== undefined) return found;
    raise(PyExc_ValueError, "unrecognized configuration name");
    return null;
  }
  if (!hasIndex(o)) {
    raise(PyExc_TypeError, "configuration names must be strings or integers");
    return null;
  }
  const number = convertInt(o);
  return number === -1 && PyErr_Occurred() !== 0 ? null : number;
}

// -- sysconf --------------------------------------------------------------------------------------------------------------

const PAGE_BYTES = 4096;

/** The first number behind a name in a text of the system's; undefined without the text or the name. */
function inSystemText(path: string, name: string): number | undefined {
  const content = readHostFile(hostBytes(path));
  if (typeof content === "number") return undefined;
  const text = String.fromCharCode(...content);
  const at = text.indexOf(name);
  const found = at < 0 ? null : /\d+/.exec(text.slice(at + name.length));
  return found ? Number(found[0]) : undefined;
}
const inPages = (kibibytes: number | undefined): number =>
  kibibytes === undefined ? -1 : Math.floor((kibibytes * 1024) / PAGE_BYTES);

function valueOnHost(number: number): number {
  switch (number) {
    case 1:
      return inSystemText("/proc/self/limits", "Max processes") ?? -1;
    case 4:
      return inSystemText("/proc/self/limits", "Max open files") ?? -1;
    case 34:
      return inSystemText("/proc/self/limits", "Max pending signals") ?? -1;
    case 85:
      return inPages(inSystemText("/proc/meminfo", "MemTotal:"));
    case 86:
      return inPages(inSystemText("/proc/meminfo", "MemFree:"));
    default:
      return host().fact("processors");
  }
}

/** Undefined: no such number. */
function sysconfValue(number: number): number | undefined {
  let left = number;
  for (const word of SYSCONF_VALUES.split(" ")) {
    const [value, count] = word.split("*");
    left -= count === undefined ? 1 : Number(count);
    if (left >= 0) continue;
    return value === "x" ? undefined : value === "?" ? valueOnHost(number) : Number(value);
  }
  return undefined;
}

function sysconf(_m: Borrowed, name: Borrowed): Owned {
  const number = confname(name, SYSCONF_NAMES, "SC_");
  const value = number === null || number < 0 ? undefined : sysconfValue(number);
  return number === null ? 0 : value === undefined ? raiseErrno(ERRNO.EINVAL) : PyLong_FromNumber(value);
}

function confstr(_m: Borrowed, name: Borrowed): Owned {
  const number = confname(name, CONFSTR_NAMES, "CS_");
  if (number === null) return 0;
  const words = CONFSTR_NAMES.split(" ");
  const at = words.indexOf(String(number));
  return at < 0 ? raiseErrno(ERRNO.EINVAL) : PyUnicode_FromString(CONFSTR_VALUES[words[at - 1]] ?? "");
}

// -- pathconf -------------------------------------------------------------------------------------------------------------

function pathconfValue(found: Stat, number: number): number | undefined {
  const kind = found.mode & S.IFMT;
  if (number === PC.ASYNC_IO && kind === S.IFREG) return 1;
  // What is on no disk has no blocks of its own.
  const isOnDisk = kind === S.IFREG || kind === S.IFDIR;
  if (number === PC.LINK_MAX && !isOnDisk) return OTHER_LINK_MAX;
  if (number === PC.FILESIZEBITS && !isOnDisk) return OTHER_FILESIZEBITS;
  return PATHCONF_VALUES[number];
}

function pathconfOf(found: Stat | number, name: Borrowed, shown: Borrowed): Owned {
  const number = confname(name, PATHCONF_NAMES, "PC_");
  if (number === null) return 0;
  if (typeof found === "number") return raiseErrno(-found, shown);
  const value = pathconfValue(found, number);
  // Whether path or name is to blame is not known.
  return value === undefined ? raiseErrno(ERRNO.EINVAL) : PyLong_FromNumber(value);
}

function pathconf(_m: Borrowed, value: Borrowed, name: Borrowed): Owned {
  return withPath("pathconf", value, (path) => pathconfOf(host().stat(path.bytes, true), name, path.name), "integer");
}

function fpathconf(_m: Borrowed, file: Borrowed, name: Borrowed): Owned {
  const fd = asFileDescriptor(file);
  return fd < 0 ? 0 : pathconfOf(host().statOpen(fd), name, 0);
}

export const LIMIT_FUNCTIONS: readonly MethodRow[] = [
  ["sysconf", "(name, /)", sysconf],
  ["confstr", "(name, /)", confstr],
  ["pathconf", "(path, name)", pathconf],
  ["fpathconf", "(fd, name, /)", fpathconf],
];

/** Adds the three tables of names. 0, or -1 with an error set. */
export function addLimitNames(dict: Borrowed): number {
  const tables = [
    ["pathconf_names", PATHCONF_NAMES, "PC_"],
    ["confstr_names", CONFSTR_NAMES, "CS_"],
    ["sysconf_names", SYSCONF_NAMES, "SC_"],
  ] as const;
  for (const [name, table, prefix] of tables) {
    const names = PyDict_New();
    if (names === 0 || addNumbers(names, table, prefix) < 0 || setStolen(dict, name, names) < 0) return -1;
  }
  return 0;
}
