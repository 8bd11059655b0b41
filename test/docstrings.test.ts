// Docstrings and signatures of all that is built in are CPython's: both are asked for all of them. What differs is listed here
// with its reason, and a listed case that is equal fails, so the lists only shrink.
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { builtinModules, OURS, rowsOf } from "./support/builtins.ts";
import { findPython } from "./support/python.ts";

const PROGRAM = resolve("test/support/builtin_texts.py");

/** The docstring of another release: the build asks the one that the library is of. */
const OTHER_RELEASE = ["_functools.reduce", "builtins.dict.update", "posix._path_splitroot_ex"];

/** What the CPython that the build asks was built without: all of these owners, and single functions. */
const OWNERS_NOT_ASKED = ["fcntl", "grp", "grp.struct_group", "pwd", "pwd.struct_passwd", "select.epoll"];
const NOT_ASKED = [
  ...(
    "get_terminal_size getegid geteuid link pidfd_open pipe2 preadv pwritev sendfile copy_file_range posix_fallocate mkfifo " +
    "mknod getxattr setxattr removexattr listxattr getrandom lchown seteuid setresuid setegid setresgid getresuid getresgid " +
    "getgroups getgrouplist setgroups initgroups setpriority nice sched_get_priority_max sched_get_priority_min " +
    "sched_getscheduler sched_getparam sched_setscheduler sched_setparam sched_rr_get_interval sched_getaffinity " +
    "sched_setaffinity posix_spawn posix_spawnp sched_param sched_param.__replace__ sched_param.sched_priority"
  )
    .split(" ")
    .map((name) => `posix.${name}`),
  ...["thread_time", "thread_time_ns", "tzset"].map((name) => `time.${name}`),
  ...["alarm", "pthread_kill", "setitimer"].map((name) => `_signal.${name}`),
  "_socket.socketpair",
  "_socket.socket.shutdown",
  "_thread.get_native_id",
];

/** METH_VARARGS in CPython, which gives a function no signature. */
const OLD_CALLING = [
  ...["CMSG_LEN", "CMSG_SPACE", "gethostbyname", "getprotobyname"].map((name) => `_socket.${name}`),
  "builtins.anext_awaitable.close",
];

interface Texts {
  readonly doc: string | null;
  readonly signature: string | null;
}

function textsOf(command: readonly string[], modules: readonly string[]): Map<string, Texts> {
  const texts = new Map<string, Texts>();
  type Row = [owner: string, name: string, doc: string | null, signature: string | null];
  for (const [owner, name, doc, signature] of rowsOf<Row>(command, PROGRAM, modules)) {
    texts.set(name === "" ? owner : `${owner}.${name}`, { doc, signature });
  }
  return texts;
}

const python = findPython();
const isBuilt = existsSync("build/boot.bin") && existsSync("build/bundles/plain/cli.js");

describe.skipIf(python === null || !isBuilt)("what is built in says of itself what it says in CPython", () => {
  const listed = new Set([...OTHER_RELEASE, ...NOT_ASKED, ...OLD_CALLING]);
  let differing: string[] = [];

  beforeAll(() => {
    const modules = builtinModules();
    const ours = textsOf(OURS, modules);
    const theirs = textsOf([python!], modules);
    expect(ours.size).toBeGreaterThan(2000);
    differing = [...ours.keys()].filter((name) => {
      const own = ours.get(name)!;
      const wanted = theirs.get(name);
      // What CPython does not have is no matter of texts.
      return wanted !== undefined && (own.doc !== wanted.doc || own.signature !== wanted.signature);
    });
  });

  test("everything that is not listed is equal", () => {
    const ofOwner = (name: string) => OWNERS_NOT_ASKED.some((owner) => name === owner || name.startsWith(`${owner}.`));
    expect(differing.filter((name) => !listed.has(name) && !ofOwner(name))).toEqual([]);
  });

  test("everything that is listed differs", () => {
    expect([...listed, ...OWNERS_NOT_ASKED].filter((name) => !differing.includes(name))).toEqual([]);
  });
});
