// posix: users and groups: of the process, and of files.
//
// The host gives a process no other identity than it has. What asks for the one that it has succeeds, as on Linux; for
// any other it is refused as a process without rights is.

import { ERRNO } from "../host/errno.ts";
import { type Fact, host } from "../host/host.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { hasIndex } from "../objects/abstract.ts";
import { PyNumber_Index } from "../objects/convert.ts";
import type { MethodRow } from "../objects/declare.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "../objects/errors.ts";
import { PyList_Append, PyList_New, sequenceItem } from "../objects/list_core.ts";
import { PySequence_Fast } from "../objects/list_extend.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { longToBigInt } from "../objects/long_digits.ts";
import { decref, sizeOf } from "../objects/object.ts";
import { Py_None, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { asFileDescriptor } from "./file_descriptor.ts";
import { noneOrErrno, raiseErrno } from "./host_path.ts";
import { decodeHostBytes, encodeHostText } from "./host_text.ts";
import { done, mayFollow, type Path, withPath } from "./posix_path.ts";
import { PROCESS_FIELD, packed, processFields, systemText } from "./posix_system.ts";
import { groupsOf, userName } from "./user_database.ts";

type Kind = "uid" | "gid";

/** "The same as now", and no user at all. */
const UNCHANGED = -1;
const NOBODY = 0xffffffff;

/** _Py_Uid_Converter: null with an error set. Which bound is said to be passed is CPython's choice. */
export function ownerOf(o: Borrowed, kind: Kind): number | null {
  if (!hasIndex(o)) {
    raise(PyExc_TypeError, `${kind} should be integer, not ${typeNameOf(o)}`);
    return null;
  }
  const index = PyNumber_Index(o);
  if (index === 0) return null;
  const value = longToBigInt(index);
  decref(index);
  if (value >= -1n && value <= BigInt(NOBODY)) return Number(value);
  const bound = value >= 1n << 63n ? "greater than maximum" : "less than minimum";
  raise(PyExc_OverflowError, `${kind} is ${bound}`);
  return null;
}

/** A user and a group of Python's; null with an error set. */
function owners(user: Borrowed, group: Borrowed): readonly [number, number] | null {
  const uid = ownerOf(user, "uid");
  const gid = uid === null ? null : ownerOf(group, "gid");
  return uid === null || gid === null ? null : [uid, gid];
}

// -- of files ------------------------------------------------------------------------------------------------------------

const NOTHING = new Uint8Array(0);

function chownPath(
  where: string,
  call: "chown" | "lchown",
  value: Borrowed,
  user: Borrowed,
  group: Borrowed,
  directory: Borrowed,
): Owned {
  const run = (path: Path): Owned => {
    const both = owners(user, group);
    return both === null ? 0 : done(host().pathCall(call, path.bytes, NOTHING, ...both), path);
  };
  return withPath(where, value, run, where === "chown" ? "integer" : "", directory);
}

function chown(
  _m: Borrowed,
  path: Borrowed,
  user: Borrowed,
  group: Borrowed,
  directory: Borrowed,
  follows: number,
): Owned {
  if (hasIndex(path) && directory !== 0 && directory !== Py_None) {
    return raise(PyExc_ValueError, "chown: can't specify both dir_fd and fd");
  }
  if (!mayFollow("chown", path, follows)) return 0;
  return chownPath("chown", follows !== 0 ? "chown" : "lchown", path, user, group, directory);
}

function fchown(_m: Borrowed, fd: number, user: Borrowed, group: Borrowed): Owned {
  const both = owners(user, group);
  if (both === null) return 0;
  const path = host().pathOf(fd);
  const answer = typeof path === "number" ? path : host().pathCall("chown", path, NOTHING, ...both);
  return noneOrErrno(answer);
}

function fchmod(_m: Borrowed, fd: number, mode: number): Owned {
  const path = host().pathOf(fd);
  const answer = typeof path === "number" ? path : host().pathCall("chmod", path, NOTHING, mode);
  return noneOrErrno(answer);
}

function fchdir(_m: Borrowed, file: Borrowed): Owned {
  const fd = asFileDescriptor(file);
  if (fd < 0) return 0;
  const path = host().pathOf(fd);
  const answer = typeof path === "number" ? path : host().pathCall("chdir", path, NOTHING, 0);
  return noneOrErrno(answer);
}

// -- of the process ------------------------------------------------------------------------------------------------------

const factsOf = (kind: Kind): readonly [number, number] => {
  const names: readonly Fact[] = kind === "uid" ? ["uid", "euid"] : ["gid", "egid"];
  return [host().fact(names[0]), host().fact(names[1])];
};

/** A call that asks for identities, -1 for no change where it may. The host can change none. */
function setting(kind: Kind, mayLeave: boolean) {
  return (_m: Borrowed, ...asked: readonly Borrowed[]): Owned => {
    const numbers: number[] = [];
    for (const o of asked) {
      const number = ownerOf(o, kind);
      if (number === null) return 0;
      numbers.push(number);
    }
    const isUnchanged = (number: number): boolean => number === UNCHANGED || number === NOBODY;
    if (!mayLeave && numbers.some(isUnchanged)) return raiseErrno(ERRNO.EINVAL);
    const own = factsOf(kind);
    return numbers.every((number) => isUnchanged(number) || own.includes(number)) ? Py_None : raiseErrno(ERRNO.EPERM);
  };
}

/** Real, effective and saved. */
const triple = (kind: Kind) => (): Owned => {
  const [real, effective] = factsOf(kind);
  return packed([real, effective, effective].map(PyLong_FromNumber));
};

function listOf(numbers: readonly number[]): Owned {
  const list = PyList_New(0);
  for (const number of numbers) {
    const o = list === 0 ? 0 : PyLong_FromNumber(number);
    if (o === 0 || PyList_Append(list, o) < 0) return PyErr_NoMemory();
    decref(o);
  }
  return list;
}

function getgroups(): Owned {
  const line = /^Groups:(.*)$/m.exec(systemText("/proc/self/status"))?.[1] ?? "";
  return listOf(line.split(/\s+/).filter(Boolean).map(Number));
}

function getgrouplist(_m: Borrowed, user: Borrowed, group: Borrowed): Owned {
  const name = encodeHostText(user);
  if (name.includes(0)) return raise(PyExc_ValueError, "embedded null character");
  const gid = ownerOf(group, "gid");
  return gid === null ? 0 : listOf([gid, ...groupsOf(name).filter((number) => number !== gid)]);
}

function setgroups(_m: Borrowed, groups: Borrowed): Owned {
  const fast = PySequence_Fast(groups, "setgroups argument must be a sequence");
  if (fast === 0) return 0;
  let isRight = true;
  for (let i = 0; isRight && i < sizeOf(fast); i++) {
    const o = sequenceItem(fast, i);
    if (!hasIndex(o)) raise(PyExc_TypeError, "groups must be integers");
    isRight = hasIndex(o) && ownerOf(o, "gid") !== null;
  }
  decref(fast);
  return isRight ? raiseErrno(ERRNO.EPERM) : 0;
}

function initgroups(_m: Borrowed, _name: Borrowed, group: Borrowed): Owned {
  return ownerOf(group, "gid") === null ? 0 : raiseErrno(ERRNO.EPERM);
}

function getlogin(): Owned {
  const text = systemText("/proc/self/loginuid");
  const name = text === "" || Number(text) === NOBODY ? null : userName(Number(text));
  return name === null ? raiseErrno(ERRNO.ENXIO) : decodeHostBytes(name);
}

// -- groups of processes ---------------------------------------------------------------------------------------------------

function processField(field: "pgrp" | "session") {
  return (_m: Borrowed, pid: number): Owned => {
    const fields = pid < 0 ? null : processFields(pid);
    return fields === null ? raiseErrno(ERRNO.ESRCH) : PyLong_FromNumber(fields[PROCESS_FIELD[field]]);
  };
}

const ownGroup = (): number => processFields(0)?.[PROCESS_FIELD.pgrp] ?? host().fact("pid");

function setpgid(_m: Borrowed, pid: number, group: number): Owned {
  const own = host().fact("pid");
  if (pid < 0 || group < 0) return raiseErrno(ERRNO.EINVAL);
  if (pid !== 0 && pid !== own) return raiseErrno(processFields(pid) === null ? ERRNO.ESRCH : ERRNO.EPERM);
  return (group || own) === ownGroup() ? Py_None : raiseErrno(ERRNO.EPERM);
}

export const OWNER_FUNCTIONS: readonly MethodRow[] = [
  ["chown", "(path, uid, gid, *, dir_fd=None, follow_symlinks: bool = True)", chown],
  [
    "lchown",
    "(path, uid, gid)",
    (_m: Borrowed, path: Borrowed, user: Borrowed, group: Borrowed) =>
      chownPath("lchown", "lchown", path, user, group, 0),
  ],
  ["fchown", "(fd: int, uid, gid)", fchown],
  ["fchmod", "(fd: int, mode: int)", fchmod],
  ["fchdir", "(fd)", fchdir],
  ["setuid", "(uid, /)", setting("uid", false)],
  ["seteuid", "(euid, /)", setting("uid", false)],
  ["setreuid", "(ruid, euid, /)", setting("uid", true)],
  ["setresuid", "(ruid, euid, suid, /)", setting("uid", true)],
  ["setgid", "(gid, /)", setting("gid", false)],
  ["setegid", "(egid, /)", setting("gid", false)],
  ["setregid", "(rgid, egid, /)", setting("gid", true)],
  ["setresgid", "(rgid, egid, sgid, /)", setting("gid", true)],
  ["getresuid", "()", triple("uid")],
  ["getresgid", "()", triple("gid")],
  ["getgroups", "()", getgroups],
  ["getgrouplist", "(user: str, group, /)", getgrouplist],
  ["setgroups", "(groups, /)", setgroups],
  ["initgroups", "(username, gid, /)", initgroups],
  ["getlogin", "()", getlogin],
  ["getpgid", "(pid: int)", processField("pgrp")],
  ["getsid", "(pid: int, /)", processField("session")],
  ["getpgrp", "()", () => PyLong_FromNumber(ownGroup())],
  ["setpgid", "(pid: int, pgrp: int, /)", setpgid],
  ["setpgrp", "()", (m: Borrowed) => setpgid(m, 0, 0)],
  ["setsid", "()", () => raiseErrno(ERRNO.EPERM)],
];
