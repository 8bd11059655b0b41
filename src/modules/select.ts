// select: waiting until descriptors are ready, by select(), poll objects and epoll objects. All three ask the door's poll.
// Invariant: a poll object's dict maps ints (descriptors) to ints (event bits); an epoll object's interests are the door's.

import { ERRNO } from "../host/errno.ts";
import { host, type Instant, POLL } from "../host/host.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, setPtr } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { genericGetAttr } from "../objects/attributes.ts";
import { convertInt, PyNumber_Index } from "../objects/convert.ts";
import { declareModule, newModuleType } from "../objects/declare.ts";
import {
  nextKey,
  nextValue,
  PyDict_DelItem,
  PyDict_GetItemWithError,
  PyDict_New,
  PyDict_Next,
  PyDict_SetItem,
} from "../objects/dict_core.ts";
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetObject,
  raise,
  raiseInt,
} from "../objects/errors.ts";
import { PyList_Append, PyList_New, sequenceItem } from "../objects/list_core.ts";
import { PySequence_Fast } from "../objects/list_extend.ts";
import { bool, compactValue, longToNumber, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, newRef, Py_TPFLAGS_DISALLOW_INSTANTIATION, sizeOf, typeIn, xdecref } from "../objects/object.ts";
import { namedArguments } from "../objects/text_arguments.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { freeOfHeapType } from "../objects/type_alloc.ts";
import { makeModuleType } from "../objects/type_spec.ts";
import {
  Py_None,
  PyExc_KeyError,
  PyExc_OSError,
  PyExc_OverflowError,
  PyExc_RuntimeError,
  PyExc_TypeError,
  PyExc_ValueError,
} from "../objects/types.ts";
import { PyErr_CheckSignals } from "./check_signals.ts";
import { durationOf, elapsed, minus } from "./duration.ts";
import { asFileDescriptor } from "./file_descriptor.ts";
import { noneOrErrno, raiseErrno } from "./host_path.ts";
import { addTypes, setStolen } from "./make_module.ts";
import { addNumbers } from "./number_table.ts";
import { allocate } from "./type_support.ts";

const CONSTANTS =
  "PIPE_BUF 4096 POLLIN 1 POLLPRI 2 POLLOUT 4 POLLERR 8 POLLHUP 16 POLLNVAL 32 POLLRDNORM 64 POLLRDBAND 128 POLLWRNORM 256 POLLWRBAND 512 POLLMSG 1024 POLLRDHUP 8192 EPOLLIN 1 EPOLLOUT 4 EPOLLPRI 2 EPOLLERR 8 EPOLLHUP 16 EPOLLRDHUP 8192 EPOLLET 2147483648 EPOLLONESHOT 1073741824 EPOLLEXCLUSIVE 268435456 EPOLLRDNORM 64 EPOLLRDBAND 128 EPOLLWRNORM 256 EPOLLWRBAND 512 EPOLLMSG 1024 EPOLL_CLOEXEC 524288";

const FD_SETSIZE = 1024;
/** The longest wait that CPython's clock can count, in seconds. */
const LONGEST_SECONDS = 2 ** 63 / 1e9;
const MS = 1000;

// -- waiting --------------------------------------------------------------------------------------------------------------

/** Asks again after signals, for what is left of the time. The answers, or null with an error set. */
function wait<T>(time: Instant | null, ask: (left: Instant | null) => T | number): T | null {
  const start = time === null ? null : host().clock("monotonic");
  let left = time;
  for (;;) {
    const answer = ask(left);
    if (typeof answer !== "number") return answer;
    if (answer !== -ERRNO.EINTR) {
      raiseErrno(-answer);
      return null;
    }
    if (PyErr_CheckSignals() < 0) return null;
    if (time !== null && start !== null) left = minus(time, elapsed(start, host().clock("monotonic")));
  }
}

/** A number of milliseconds or seconds as a time; null: for ever. False with an error set. */
function timeoutOf(o: Borrowed, unitsPerSecond: number, refusal: string): Instant | null | false {
  if (o === 0 || o === Py_None) return null;
  const duration = durationOf(o);
  if (duration === null) {
    if (!PyErr_ExceptionMatches(PyExc_TypeError)) return false;
    PyErr_Clear();
    raise(PyExc_TypeError, refusal);
    return false;
  }
  if (duration.seconds / unitsPerSecond >= LONGEST_SECONDS) {
    raise(PyExc_OverflowError, "timestamp too large to convert to C PyTime_t");
    return false;
  }
  if (unitsPerSecond === 1) return duration;
  // Whole milliseconds, rounded up, as poll() takes them.
  const ms = Math.ceil(duration.seconds + duration.nanoseconds / 1e9);
  return { seconds: Math.floor(ms / MS), nanoseconds: (ms - Math.floor(ms / MS) * MS) * 1e6 };
}

const isNegative = (time: Instant | null): boolean => time !== null && time.seconds < 0;

// -- select ---------------------------------------------------------------------------------------------------------------

const READ_EVENTS = POLL.IN;
const WRITE_EVENTS = POLL.OUT;
const EXCEPTION_EVENTS = POLL.PRI;
/** What select() counts as ready, by the event asked for. */
const SELECT_READY: Readonly<Record<number, number>> = {
  [READ_EVENTS]: POLL.IN | POLL.HUP | POLL.ERR,
  [WRITE_EVENTS]: POLL.OUT | POLL.ERR,
  [EXCEPTION_EVENTS]: POLL.PRI,
};

interface Asked {
  readonly sequence: Owned;
  readonly fds: readonly number[];
  readonly event: number;
}

function askedOf(o: Borrowed, event: number): Asked | null {
  const sequence = PySequence_Fast(o, "arguments 1-3 must be sequences");
  if (sequence === 0) return null;
  const fds: number[] = [];
  for (let i = 0; i < sizeOf(sequence); i++) {
    const fd = asFileDescriptor(sequenceItem(sequence, i));
    const isOutside = fd >= FD_SETSIZE;
    if (isOutside) raise(PyExc_ValueError, "filedescriptor out of range in select()");
    if (fd < 0 || isOutside) {
      decref(sequence);
      return null;
    }
    fds.push(fd);
  }
  return { sequence, fds, event };
}

function readyList(asked: Asked, answers: ReadonlyMap<number, number>): Owned {
  const list = PyList_New(0);
  for (let i = 0; list !== 0 && i < asked.fds.length; i++) {
    if (((answers.get(asked.fds[i]) ?? 0) & SELECT_READY[asked.event]) === 0) continue;
    if (PyList_Append(list, sequenceItem(asked.sequence, i)) < 0) {
      decref(list);
      return 0;
    }
  }
  return list;
}

function select(_m: Borrowed, reading: Borrowed, writing: Borrowed, exceptional: Borrowed, timeout: Borrowed): Owned {
  const time = timeoutOf(timeout, 1, "timeout must be a float or None");
  if (time === false) return 0;
  if (isNegative(time)) return raise(PyExc_ValueError, "timeout must be non-negative");
  const all: Asked[] = [];
  const rows: readonly [Borrowed, number][] = [
    [reading, READ_EVENTS],
    [writing, WRITE_EVENTS],
    [exceptional, EXCEPTION_EVENTS],
  ];
  for (const [o, event] of rows) {
    const asked = askedOf(o, event);
    if (asked === null) break;
    all.push(asked);
  }
  const result = all.length === rows.length ? selectAll(all, time) : 0;
  for (const { sequence } of all) decref(sequence);
  return result;
}

function selectAll(all: readonly Asked[], time: Instant | null): Owned {
  const events = new Map<number, number>();
  for (const { fds, event } of all) for (const fd of fds) events.set(fd, (events.get(fd) ?? 0) | event);
  const fds = [...events.keys()];
  const answers = wait(time, (left) => host().poll(fds, [...events.values()], left));
  if (answers === null) return 0;
  if (answers.some((bits) => (bits & POLL.NVAL) !== 0)) return raiseErrno(ERRNO.EBADF);
  const byFd = new Map(fds.map((fd, i) => [fd, answers[i]]));
  const lists = all.map((asked) => readyList(asked, byFd));
  const result = lists.includes(0) ? 0 : PyTuple_Pack(...lists);
  for (const list of lists) xdecref(list);
  return result || (PyErr_Occurred() !== 0 ? 0 : PyErr_NoMemory());
}

/** A list of (descriptor, events) pairs. */
function pairsOf(pairs: readonly (readonly [number, number])[]): Owned {
  const list = PyList_New(0);
  for (const [fd, bits] of pairs) {
    if (list === 0) return 0;
    const a = PyLong_FromNumber(fd);
    const b = PyLong_FromNumber(bits);
    const pair = PyTuple_Pack(a, b);
    decref(a);
    decref(b);
    if (pair === 0 || PyList_Append(list, pair) < 0) {
      xdecref(pair);
      decref(list);
      return PyErr_NoMemory();
    }
    decref(pair);
  }
  return list;
}

// -- poll objects ---------------------------------------------------------------------------------------------------------

const pollObject = struct("pollObject", 48, {
  ...OBJECT_HEAD,
  dict: [16, "ptr", "dict: descriptor to events"],
  ufd_uptodate: [24, "i32", "0: the array is made anew at each poll"],
  ufd_len: [28, "i32", "0"],
  ufds: [32, "ptr", "0: there is no array"],
  poll_running: [40, "i32", "1 while poll() waits"],
});
const DEFAULT_EVENTS = POLL.IN | POLL.PRI | POLL.OUT;
const USHORT_MAX = 0xffff;

/** An unsigned short, -1 with an error set. */
function eventsOf(o: Borrowed, missing: number, largest: number, type: string): number {
  if (o === 0) return missing;
  const index = PyNumber_Index(o);
  if (index === 0) return -1;
  const value = longToNumber(index);
  decref(index);
  if (value < 0) return raiseInt(PyExc_ValueError, "value must be positive");
  return value <= largest ? value : raiseInt(PyExc_OverflowError, `Python int too large for C ${type}`);
}

function poll_set(o: Borrowed, file: Borrowed, mask: Borrowed, mustBeThere: boolean): Owned {
  const fd = asFileDescriptor(file);
  const events = fd < 0 ? -1 : eventsOf(mask, DEFAULT_EVENTS, USHORT_MAX, "unsigned short");
  if (events < 0) return 0;
  const key = PyLong_FromNumber(fd);
  if (mustBeThere && PyDict_GetItemWithError(ptr(o + pollObject.dict), key) === 0) {
    decref(key);
    return raiseErrno(ERRNO.ENOENT);
  }
  const value = PyLong_FromNumber(events);
  const status = PyDict_SetItem(ptr(o + pollObject.dict), key, value);
  decref(key);
  decref(value);
  return status < 0 ? 0 : Py_None;
}

function poll_unregister(o: Borrowed, file: Borrowed): Owned {
  const fd = asFileDescriptor(file);
  if (fd < 0) return 0;
  const key = PyLong_FromNumber(fd);
  const status = PyDict_DelItem(ptr(o + pollObject.dict), key);
  if (status < 0) {
    PyErr_Clear();
    PyErr_SetObject(PyExc_KeyError, key);
  }
  decref(key);
  return status < 0 ? 0 : Py_None;
}

function poll_poll(o: Borrowed, timeout: Borrowed): Owned {
  const given = timeoutOf(timeout, MS, "timeout must be an integer or None");
  if (given === false) return 0;
  const time = isNegative(given) ? null : given;
  if (i32(o + pollObject.poll_running) !== 0) return raise(PyExc_RuntimeError, "concurrent poll() invocation");
  const fds: number[] = [];
  const events: number[] = [];
  const dict = ptr(o + pollObject.dict);
  for (let at = PyDict_Next(dict, 0); at !== 0; at = PyDict_Next(dict, at)) {
    fds.push(compactValue(nextKey()));
    events.push(compactValue(nextValue()));
  }
  setI32(o + pollObject.poll_running, 1);
  const answers = wait(time, (left) => host().poll(fds, events, left));
  setI32(o + pollObject.poll_running, 0);
  if (answers === null) return 0;
  return pairsOf(fds.map((fd, i) => [fd, answers[i]] as const).filter(([, bits]) => bits !== 0));
}

const pollType = newModuleType({
  name: "select.poll",
  isMutable: true,
  basicsize: pollObject.sizeof,
  flags: Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: (o: Address): void => {
      xdecref(ptr(o + pollObject.dict));
      freeOfHeapType(o);
    },
  },
  methods: [
    [
      "register",
      "(fd, eventmask=select.POLLIN | select.POLLPRI | select.POLLOUT, /)",
      (o: Borrowed, fd: Borrowed, mask: Borrowed) => poll_set(o, fd, mask, false),
    ],
    ["modify", "(fd, eventmask, /)", (o: Borrowed, fd: Borrowed, mask: Borrowed) => poll_set(o, fd, mask, true)],
    ["unregister", "(fd, /)", poll_unregister],
    ["poll", "(timeout=None, /)", poll_poll],
  ],
});

function poll(): Owned {
  const dict = PyDict_New();
  const o = dict === 0 ? 0 : allocate(typeIn(pollType));
  if (o === 0) {
    xdecref(dict);
    return PyErr_NoMemory();
  }
  setPtr(o + pollObject.dict, dict);
  return o;
}

// -- epoll objects --------------------------------------------------------------------------------------------------------

const pyEpoll_Object = struct("pyEpoll_Object", 24, {
  ...OBJECT_HEAD,
  epfd: [16, "i32", "descriptor of the door's; -1: closed"],
});
const EPFD = pyEpoll_Object.epfd;
const EPOLL_CLOEXEC = 0x80000;
const UINT_MAX = 0xffffffff;
/** As many events as CPython asks for when a program says nothing. */
const MOST_EVENTS = FD_SETSIZE - 1;

const epollClosed = (): 0 => raise(PyExc_ValueError, "I/O operation on closed epoll object");

function newEpoll(type: Borrowed, fd: number): Owned {
  const o = allocate(type);
  if (o === 0) host().close(fd);
  else setI32(o + EPFD, fd);
  return o;
}

function epoll(type: Borrowed, sizehint: number, flags: number): Owned {
  if (sizehint === 0 || sizehint < -1) return raise(PyExc_ValueError, "negative sizehint");
  if ((flags & ~EPOLL_CLOEXEC) !== 0) return raise(PyExc_OSError, "invalid flags");
  const fd = host().epoll();
  return fd < 0 ? raiseErrno(-fd) : newEpoll(type, fd);
}

function closeEpoll(o: Borrowed): number {
  const fd = i32(o + EPFD);
  setI32(o + EPFD, -1);
  return fd < 0 ? 0 : host().close(fd);
}

function epoll_close(o: Borrowed): Owned {
  const answer = closeEpoll(o);
  return noneOrErrno(answer);
}

/** register, modify and unregister: events is null for the last. */
function control(o: Borrowed, call: "add" | "modify" | "remove", file: Borrowed, mask: Borrowed): Owned {
  if (i32(o + EPFD) < 0) return epollClosed();
  const fd = asFileDescriptor(file);
  const events = fd < 0 ? -1 : eventsOf(mask, DEFAULT_EVENTS, UINT_MAX, "unsigned int");
  if (events < 0) return 0;
  const answer = host().epollControl(i32(o + EPFD), call, fd, events);
  return noneOrErrno(answer);
}

function epoll_poll(o: Borrowed, timeout: Borrowed, maxevents: number): Owned {
  if (i32(o + EPFD) < 0) return epollClosed();
  const given = timeoutOf(timeout, 1, "timeout must be an integer or None");
  if (given === false) return 0;
  const time = isNegative(given) ? null : given;
  const most = maxevents === -1 ? MOST_EVENTS : maxevents;
  if (most < 1) return raise(PyExc_ValueError, `maxevents must be greater than 0, got ${most}`);
  const answers = wait(time, (left) => host().epollWait(i32(o + EPFD), most, left));
  return answers === null ? 0 : pairsOf(answers);
}

const epollType = newModuleType({
  name: "select.epoll",
  isMutable: true,
  basicsize: pyEpoll_Object.sizeof,
  slots: {
    tp_new: (type: Borrowed, args: Borrowed, keywords: Borrowed): Owned => {
      const values = namedArguments("epoll", args, keywords, ["sizehint", "flags"] as const, 0);
      if (values === null) return 0;
      const sizehint = values[0] === 0 ? -1 : convertInt(values[0]);
      const flags = values[1] === 0 ? 0 : convertInt(values[1]);
      return PyErr_Occurred() === 0 ? epoll(type, sizehint, flags) : 0;
    },
    tp_dealloc: (o: Address): void => {
      closeEpoll(o);
      freeOfHeapType(o);
    },
    tp_getattro: genericGetAttr,
  },
  getset: [["closed", (o: Borrowed) => bool(i32(o + EPFD) < 0)]],
  methods: [
    ["fromfd", "@classmethod (fd: int, /)", (type: Borrowed, fd: number) => newEpoll(type, fd)],
    ["close", "()", epoll_close],
    ["fileno", "()", (o: Borrowed) => (i32(o + EPFD) < 0 ? epollClosed() : PyLong_FromNumber(i32(o + EPFD)))],
    ["modify", "(fd, eventmask)", (o: Borrowed, fd: Borrowed, mask: Borrowed) => control(o, "modify", fd, mask)],
    [
      "register",
      "(fd, eventmask=select.EPOLLIN | select.EPOLLPRI | select.EPOLLOUT)",
      (o: Borrowed, fd: Borrowed, mask: Borrowed) => control(o, "add", fd, mask),
    ],
    ["unregister", "(fd)", (o: Borrowed, fd: Borrowed) => control(o, "remove", fd, 0)],
    ["poll", "(timeout=None, maxevents: int = -1)", epoll_poll],
    ["__enter__", "()", (o: Borrowed) => (i32(o + EPFD) < 0 ? epollClosed() : newRef(o))],
    ["__exit__", "(exc_type=None, exc_value=None, exc_tb=None, /)", epoll_close],
  ],
});

declareModule({
  name: "select",
  functions: [
    ["select", "(rlist, wlist, xlist, timeout=None, /)", select],
    ["poll", "()", poll],
  ],
  exec: (module, dict) => {
    if (makeModuleType(module, pollType) === 0) return -1;
    if (setStolen(dict, "error", newRef(PyExc_OSError)) < 0) return -1;
    if (addTypes(module, epollType) < 0) return -1;
    return addNumbers(dict, CONSTANTS);
  },
});
