// posix: priorities and processors. A priority is the host's to change; of scheduling and processors what is asked for as it is
// succeeds, and all else is refused as to a process without rights.

import { ERRNO } from "../host/errno.ts";
import { host } from "../host/host.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import type { MethodRow } from "../objects/declare.ts";
import { PyErr_NoMemory, raise, raiseInt, typeNameOf } from "../objects/errors.ts";
import { newFloat } from "../objects/float_core.ts";
import { PyList_GET_ITEM } from "../objects/list_core.ts";
import { PySequence_List } from "../objects/list_extend.ts";
import { longToNumber, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isInt, newRef, sizeOf, typeIn, typeOf } from "../objects/object.ts";
import { PySet_Add } from "../objects/set_core.ts";
import { PySet_New } from "../objects/set_operations.ts";
import {
  declareStructSequence,
  makeStructSequence,
  newStructSequence,
  newTrackedStructSequence,
} from "../objects/structseq.ts";
import { namedArguments } from "../objects/text_arguments.ts";
import { PyTuple_GET_ITEM } from "../objects/tuple_core.ts";
import { Py_None, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { noneOrErrno, raiseErrno } from "./host_path.ts";
import { setStolen } from "./make_module.ts";
import { PROCESS_FIELD, processFields, systemText } from "./posix_system.ts";

// -- priorities ------------------------------------------------------------------------------------------------------------

const PRIO = { PROCESS: 0, PGRP: 1, USER: 2 } as const;
const LOWEST = 19;
const HIGHEST = -20;

const isOwn = (pid: number): boolean => pid === 0 || pid === host().fact("pid");

/** The priority of a process; undefined where there is none. */
function niceOf(pid: number): number | undefined {
  const fields = processFields(pid);
  return fields === null ? (isOwn(pid) ? 0 : undefined) : fields[PROCESS_FIELD.nice];
}

/** Only processes are told of; a group's or a user's is that of the process itself. */
function getpriority(_m: Borrowed, which: number, who: number): Owned {
  if (which < PRIO.PROCESS || which > PRIO.USER) return raiseErrno(ERRNO.EINVAL);
  const nice = which === PRIO.PROCESS ? niceOf(who) : who === 0 ? niceOf(0) : undefined;
  return nice === undefined ? raiseErrno(ERRNO.ESRCH) : PyLong_FromNumber(nice);
}

const clamped = (priority: number): number => Math.max(HIGHEST, Math.min(LOWEST, priority));

function setpriority(_m: Borrowed, which: number, who: number, priority: number): Owned {
  if (which < PRIO.PROCESS || which > PRIO.USER) return raiseErrno(ERRNO.EINVAL);
  if (which !== PRIO.PROCESS) return raiseErrno(who === 0 ? ERRNO.EPERM : ERRNO.ESRCH);
  if (niceOf(who) === undefined) return raiseErrno(ERRNO.ESRCH);
  const answer = host().setPriority(isOwn(who) ? host().fact("pid") : who, clamped(priority));
  return noneOrErrno(answer);
}

function nice(_m: Borrowed, increment: number): Owned {
  const before = niceOf(0) ?? 0;
  const wanted = clamped(before + increment);
  const answer = wanted === before ? 0 : host().setPriority(host().fact("pid"), wanted);
  if (answer < 0) return raiseErrno(answer === -ERRNO.EACCES ? ERRNO.EPERM : -answer);
  return PyLong_FromNumber(wanted);
}

// -- policies --------------------------------------------------------------------------------------------------------------

/** Policies that have priorities, and those that have none. */
const REAL_TIME: readonly number[] = [1, 2];
const PLAIN: readonly number[] = [0, 3, 5];
const SCHED_OTHER = 0;
const RESET_ON_FORK = 0x40000000;
const REAL_TIME_LOWEST = 1;
const REAL_TIME_HIGHEST = 99;

function priorityBound(bound: number) {
  return (_m: Borrowed, policy: number): Owned => {
    if (REAL_TIME.includes(policy)) return PyLong_FromNumber(bound);
    return PLAIN.includes(policy) ? PyLong_FromNumber(0) : raiseErrno(ERRNO.EINVAL);
  };
}

const schedParam = declareStructSequence({
  name: "posix.sched_param",
  fields: ["sched_priority"],
  tp_new: (type, args, kwargs) => {
    const given = namedArguments("sched_param", args, kwargs, ["sched_priority"], 1);
    return given === null ? 0 : newTrackedStructSequence(type, [newRef(given[0])]);
  },
});

/** Whether a process is there; false with an error set. */
function checkProcess(pid: number): boolean {
  if (pid >= 0 && (isOwn(pid) || processFields(pid) !== null)) return true;
  raiseErrno(pid < 0 ? ERRNO.EINVAL : ERRNO.ESRCH);
  return false;
}

/** The priority in a sched_param; null with an error set. */
function priorityIn(param: Borrowed): number | null {
  if (typeOf(param) !== typeIn(schedParam)) {
    raise(PyExc_TypeError, "must have a sched_param object");
    return null;
  }
  const item = PyTuple_GET_ITEM(param, 0);
  if (!isInt(item)) {
    raise(PyExc_TypeError, `'${typeNameOf(item)}' object cannot be interpreted as an integer`);
    return null;
  }
  const priority = longToNumber(item);
  if (Math.abs(priority) <= 0x7fffffff) return priority;
  raise(PyExc_OverflowError, "sched_priority out of range");
  return null;
}

function schedule(pid: number, policy: number, param: Borrowed): Owned {
  const priority = priorityIn(param);
  if (priority === null || !checkProcess(pid)) return 0;
  const plain = policy & ~RESET_ON_FORK;
  if (PLAIN.includes(plain) && priority === 0) return plain === SCHED_OTHER ? Py_None : raiseErrno(ERRNO.EPERM);
  const fits = REAL_TIME.includes(plain) && priority >= REAL_TIME_LOWEST && priority <= REAL_TIME_HIGHEST;
  return raiseErrno(fits ? ERRNO.EPERM : ERRNO.EINVAL);
}

// -- processors ------------------------------------------------------------------------------------------------------------

/** The processors that a process may run on. */
function affinityOf(pid: number): readonly number[] {
  const text = systemText(`/proc/${pid === 0 ? "self" : pid}/status`);
  const list = /^Cpus_allowed_list:\s*(\S+)/m.exec(text)?.[1] ?? `0-${host().fact("processors") - 1}`;
  return list.split(",").flatMap((range) => {
    const [first, last = first] = range.split("-").map(Number);
    return Array.from({ length: last - first + 1 }, (_, i) => first + i);
  });
}

function sched_getaffinity(_m: Borrowed, pid: number): Owned {
  if (pid < 0) return raiseErrno(ERRNO.ESRCH);
  if (!checkProcess(pid)) return 0;
  const set = PySet_New(0);
  if (set === 0) return PyErr_NoMemory();
  for (const processor of affinityOf(pid)) PySet_Add(set, PyLong_FromNumber(processor));
  return set;
}

/** The numbers of an iterable; null with an error set. */
function processorsOf(mask: Borrowed): number[] | null {
  const list = PySequence_List(mask);
  if (list === 0) return null;
  const numbers: number[] = [];
  for (let i = 0; i < sizeOf(list); i++) {
    const o = PyList_GET_ITEM(list, i);
    const value = isInt(o) ? longToNumber(o) : Number.NaN;
    if (!isInt(o))
      raiseInt(PyExc_TypeError, `expected an iterator of ints, but iterator yielded <class '${typeNameOf(o)}'>`);
    else if (Math.abs(value) >= 2 ** 63) raise(PyExc_OverflowError, "Python int too large to convert to C long");
    else if (value < 0) raise(PyExc_ValueError, "negative CPU number");
    else if (value >= 0x7fffffff) raise(PyExc_OverflowError, "CPU number too large");
    else numbers.push(value);
    if (numbers.length !== i + 1) break;
  }
  const isWhole = numbers.length === sizeOf(list);
  decref(list);
  return isWhole ? numbers : null;
}

function sched_setaffinity(_m: Borrowed, pid: number, mask: Borrowed): Owned {
  const asked = processorsOf(mask);
  if (asked === null || !checkProcess(pid)) return 0;
  const own = affinityOf(pid);
  if (!asked.some((number) => own.includes(number))) return raiseErrno(ERRNO.EINVAL);
  return own.every((number) => asked.includes(number)) ? Py_None : raiseErrno(ERRNO.EPERM);
}

export const SCHEDULE_FUNCTIONS: readonly MethodRow[] = [
  ["getpriority", "(which: int, who: int)", getpriority],
  ["setpriority", "(which: int, who: int, priority: int)", setpriority],
  ["nice", "(increment: int, /)", nice],
  ["sched_get_priority_max", "(policy: int)", priorityBound(REAL_TIME_HIGHEST)],
  ["sched_get_priority_min", "(policy: int)", priorityBound(REAL_TIME_LOWEST)],
  [
    "sched_getscheduler",
    "(pid: int, /)",
    (_m: Borrowed, pid: number) => (checkProcess(pid) ? PyLong_FromNumber(SCHED_OTHER) : 0),
  ],
  [
    "sched_getparam",
    "(pid: int, /)",
    (_m: Borrowed, pid: number) =>
      checkProcess(pid) ? newStructSequence(typeIn(schedParam), [PyLong_FromNumber(0)]) : 0,
  ],
  [
    "sched_setscheduler",
    "(pid: int, policy: int, param, /)",
    (_m: Borrowed, pid: number, policy: number, param: Borrowed) => schedule(pid, policy, param),
  ],
  [
    "sched_setparam",
    "(pid: int, param, /)",
    (_m: Borrowed, pid: number, param: Borrowed) => schedule(pid, SCHED_OTHER, param),
  ],
  ["sched_rr_get_interval", "(pid: int, /)", (_m: Borrowed, pid: number) => (checkProcess(pid) ? newFloat(0) : 0)],
  ["sched_yield", "()", () => Py_None],
  ["sched_getaffinity", "(pid: int, /)", sched_getaffinity],
  ["sched_setaffinity", "(pid: int, mask, /)", sched_setaffinity],
];

/** 0, or -1 with an error set. */
export function addScheduleTypes(dict: Borrowed): number {
  return makeStructSequence(schedParam) === 0 ? -1 : setStolen(dict, "sched_param", newRef(typeIn(schedParam)));
}
