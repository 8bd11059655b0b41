// Socket objects: a descriptor of the door with its family, type and timeout. Sockets lead only to sockets of the same
// machine.
//
// With a timeout the descriptor does not block; a call then waits by the door's poll, and is made when that says so.
// Invariant: sock_fd is -1 in a closed socket; the timeout is in nanoseconds, -1 for none.

import { gcUntrack } from "../gc/link.ts";
import { ERRNO } from "../host/errno.ts";
import { host, type Instant, O, POLL } from "../host/host.ts";
import { reserveStatic } from "../memory/data.ts";
import {
  type Address,
  type Borrowed,
  f64,
  i32,
  type Owned,
  setF64,
  setI32,
  setI64,
  u32,
  writeBytes,
} from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { PyObject_Repr } from "../objects/abstract.ts";
import { bufferBytes, closeBuffer, type OpenBuffer, openBuffer, PyBUF_WRITABLE } from "../objects/buffer.ts";
import { bytesFromArray } from "../objects/bytes_core.ts";
import { convertInt, convertTruth } from "../objects/convert.ts";
import { declareInitializer, newModuleType } from "../objects/declare.ts";
import {
  argumentTypeName,
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_GetRaisedException,
  PyErr_NoMemory,
  PyErr_Occurred,
  PyErr_SetRaisedException,
  raise,
  raiseInt,
} from "../objects/errors.ts";
import { newFloat } from "../objects/float_core.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { isInt, isUnicode, Py_TPFLAGS_BASETYPE, Py_TPFLAGS_HAVE_GC, typeIn, xdecref } from "../objects/object.ts";
import { PyErr_WriteUnraisable } from "../objects/slot_functions.ts";
import { namedArguments } from "../objects/text_arguments.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { finalizeFromDealloc, freeOfHeapType } from "../objects/type_alloc.ts";
import {
  Py_None,
  PyExc_ResourceWarning,
  PyExc_TimeoutError,
  PyExc_TypeError,
  PyExc_ValueError,
  PyExc_Warning,
} from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { PyErr_WarnEx } from "../objects/warn.ts";
import { PyErr_CheckSignals } from "./check_signals.ts";
import { durationOf, elapsed, minus } from "./duration.ts";
import { noneOrErrno, raiseErrno } from "./host_path.ts";
import { AF_INET, AF_UNIX, addressObject, addressOf, isFamily } from "./socket_address.ts";
import { allocate, traverser } from "./type_support.ts";

const SOCK_STREAM = 1;
const SOCK_NONBLOCK = 0x800;
const SOCK_CLOEXEC = 0x80000;
const NANO = 1e9;

const PySocketSockObject = struct("PySocketSockObject", 56, {
  ...OBJECT_HEAD,
  sock_fd: [16, "i32", "descriptor; -1: closed"],
  sock_family: [20, "i32", "AF_…"],
  sock_type: [24, "i32", "SOCK_…"],
  sock_proto: [28, "i32", "protocol"],
  errorhandler: [32, "ptr", "0"],
  sock_timeout: [40, "i64", "nanoseconds; -1: none"],
  state: [48, "ptr", "0"],
});
const FD = PySocketSockObject.sock_fd;
const FAMILY = PySocketSockObject.sock_family;
const TYPE = PySocketSockObject.sock_type;
const PROTO = PySocketSockObject.sock_proto;
const TIMEOUT = PySocketSockObject.sock_timeout;

/** socket.setdefaulttimeout(): seconds; below zero: none. */
const DEFAULT_TIMEOUT = reserveStatic(8);
declareInitializer(() => setF64(DEFAULT_TIMEOUT, -1));
export const defaultTimeout = (): number => f64(DEFAULT_TIMEOUT);
export const setDefaultTimeout = (seconds: number): void => setF64(DEFAULT_TIMEOUT, seconds);

/** A timeout in seconds, -1 for None; NaN with an error set. */
export function timeoutOf(o: Borrowed): number {
  if (o === Py_None) return -1;
  const duration = durationOf(o);
  if (duration === null) return Number.NaN;
  if (duration.seconds < 0) {
    raise(PyExc_ValueError, "Timeout value out of range");
    return Number.NaN;
  }
  return duration.seconds + duration.nanoseconds / NANO;
}

const TWO_32 = 2 ** 32;
const timeoutSeconds = (o: Borrowed): number => {
  const high = i32(o + TIMEOUT + 4);
  return high < 0 ? -1 : (high * TWO_32 + u32(o + TIMEOUT)) / NANO;
};

function setTimeoutSeconds(o: Borrowed, seconds: number): void {
  const ns = Math.ceil(seconds * NANO);
  if (seconds < 0) setI64(o + TIMEOUT, -1, -1);
  else setI64(o + TIMEOUT, (ns % TWO_32) | 0, Math.floor(ns / TWO_32));
}

/** The descriptor waits by itself only where there is no timeout. 0 or a negated errno. */
function setNonblocking(fd: number, isNonblocking: boolean): number {
  const flags = host().statusFlags(fd);
  if (flags < 0) return flags;
  return host().setStatusFlags(fd, isNonblocking ? flags | O.NONBLOCK : flags & ~O.NONBLOCK);
}

function fillSocket(o: Borrowed, fd: number, family: number, type: number, proto: number): void {
  setI32(o + FD, fd);
  setI32(o + FAMILY, family);
  setI32(o + TYPE, type & ~(SOCK_NONBLOCK | SOCK_CLOEXEC));
  setI32(o + PROTO, proto);
  const seconds = type & SOCK_NONBLOCK ? 0 : defaultTimeout();
  setTimeoutSeconds(o, seconds);
  if (seconds >= 0) setNonblocking(fd, true);
}

/** The descriptor that was given to a new socket object. -1 with an error set. */
function givenDescriptor(o: Borrowed): number {
  const fd = convertInt(o);
  if (fd === -1 && PyErr_Occurred() !== 0) return -1;
  return fd < 0 ? raiseInt(PyExc_ValueError, "negative file descriptor") : fd;
}

function socket_init(o: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const values = namedArguments("socket", args, keywords, ["family", "type", "proto", "fileno"] as const, 0);
  if (values === null) return -1;
  const numbers = values.slice(0, 3).map((value) => (value === 0 ? -1 : convertInt(value)));
  if (PyErr_Occurred() !== 0) return -1;
  const given = values[3] !== 0 && values[3] !== Py_None ? givenDescriptor(values[3]) : -1;
  if (PyErr_Occurred() !== 0) return -1;
  let [family, type, proto] = numbers;
  let fd = given;
  if (given >= 0) {
    const found = host().socketName(given, "own");
    if (typeof found === "number") return raiseErrno(-found) - 1;
    if (family === -1) family = found.family;
    if (type === -1) type = found.kind;
    if (proto === -1) proto = 0;
  } else {
    if (family === -1) family = AF_INET;
    if (type === -1) type = SOCK_STREAM;
    if (proto === -1) proto = 0;
    fd = host().socket(family, type, proto);
    if (fd < 0) return raiseErrno(-fd) - 1;
  }
  fillSocket(o, fd, family, type, proto);
  return 0;
}

// -- calls that wait ------------------------------------------------------------------------------------------------------

/**
 * Makes a call, waiting as the timeout says; `left` is what is left of it in a row of calls. The call's answer, or null
 * with an error set.
 */
function call<T>(o: Borrowed, event: number, make: (fd: number) => T | number, end: Deadline): T | number | null {
  for (;;) {
    const fd = i32(o + FD);
    if (end.time !== null && fd >= 0) {
      const ready = host().poll([fd], [event], end.left());
      if (typeof ready !== "number" && ready[0] === 0) {
        raise(PyExc_TimeoutError, "timed out");
        return null;
      }
      if (typeof ready === "number" && ready === -ERRNO.EINTR) {
        if (PyErr_CheckSignals() < 0) return null;
        continue;
      }
    }
    const answer = fd < 0 ? -ERRNO.EBADF : make(fd);
    if (typeof answer !== "number" || answer >= 0) return answer;
    if (answer === -ERRNO.EINTR) {
      if (PyErr_CheckSignals() < 0) return null;
    } else if (answer !== -ERRNO.EAGAIN || end.time === null) {
      raiseErrno(-answer);
      return null;
    }
  }
}

/** The moment up to which a call, or a row of them, may wait. */
class Deadline {
  /** Null: the descriptor decides. */
  readonly time: Instant | null;
  private readonly start: Instant | null;
  constructor(o: Borrowed) {
    const seconds = timeoutSeconds(o);
    const whole = Math.floor(seconds);
    this.time = seconds <= 0 ? null : { seconds: whole, nanoseconds: Math.floor((seconds - whole) * NANO + 0.5) };
    this.start = this.time === null ? null : host().clock("monotonic");
  }
  left(): Instant | null {
    return this.time && this.start && minus(this.time, elapsed(this.start, host().clock("monotonic")));
  }
}

/** The bytes of an argument; null with an error set. */
function bytesOf(o: Borrowed): Uint8Array | null {
  if (isUnicode(o)) {
    raise(PyExc_TypeError, "a bytes-like object is required, not 'str'");
    return null;
  }
  const buffer = openBuffer(o);
  if (buffer === null) return null;
  const bytes = bufferBytes(buffer).slice();
  closeBuffer(buffer);
  return bytes;
}

/** What came, or null with an error set. */
function receive(o: Borrowed, count: number, flags: number): Uint8Array | null {
  const answer = call(o, POLL.IN, (fd) => host().receive(fd, count, flags), new Deadline(o));
  return answer as Uint8Array | null;
}

const negative = (name: string): 0 => raise(PyExc_ValueError, `negative buffersize in ${name}`);

function recv(o: Borrowed, count: number, flags: number): Owned {
  if (count < 0) return negative("recv");
  const bytes = receive(o, count, flags);
  return bytes === null ? 0 : bytesFromArray(bytes);
}

/** A tuple of Owned items; 0 with an error set. */
function tupleOf(...items: Owned[]): Owned {
  const result = items.includes(0) ? 0 : PyTuple_Pack(...items);
  for (const item of items) xdecref(item);
  return result || (PyErr_Occurred() !== 0 ? 0 : PyErr_NoMemory());
}

function recvfrom(o: Borrowed, count: number, flags: number): Owned {
  if (count < 0) return negative("recvfrom");
  const bytes = receive(o, count, flags);
  return bytes === null ? 0 : tupleOf(bytesFromArray(bytes), Py_None);
}

/** Opens a buffer to be filled; null with an error set. */
function target(o: Borrowed, name: string): OpenBuffer | null {
  const buffer = openBuffer(o, PyBUF_WRITABLE);
  if (buffer !== null) return buffer;
  PyErr_Clear();
  const text = `${name}() argument 1 must be read-write bytes-like object, not ${argumentTypeName(o)}`;
  raise(PyExc_TypeError, text);
  return null;
}

/** Receives into a buffer. The count, or -1 with an error set. */
function receiveInto(o: Borrowed, into: Borrowed, count: number, flags: number, name: string): number {
  const buffer = target(into, name);
  if (buffer === null) return -1;
  let received = -1;
  if (count < 0) negative(name);
  else if (count > buffer.length) raise(PyExc_ValueError, "buffer too small for requested bytes");
  else {
    const bytes = receive(o, count || buffer.length, flags);
    if (bytes !== null) {
      writeBytes(buffer.data, bytes);
      received = bytes.length;
    }
  }
  closeBuffer(buffer);
  return received;
}

function recv_into(o: Borrowed, into: Borrowed, count: number, flags: number): Owned {
  const received = receiveInto(o, into, count, flags, "recv_into");
  return received < 0 ? 0 : PyLong_FromNumber(received);
}

function recvfrom_into(o: Borrowed, into: Borrowed, count: number, flags: number): Owned {
  const received = receiveInto(o, into, count, flags, "recvfrom_into");
  return received < 0 ? 0 : tupleOf(PyLong_FromNumber(received), Py_None);
}

/** Sends once. The count, or -1 with an error set. */
function sendOnce(o: Borrowed, bytes: Uint8Array, flags: number, end: Deadline): number {
  return (call(o, POLL.OUT, (fd) => host().send(fd, bytes, flags), end) as number | null) ?? -1;
}

function send(o: Borrowed, data: Borrowed, flags: number): Owned {
  const bytes = bytesOf(data);
  const count = bytes === null ? -1 : sendOnce(o, bytes, flags, new Deadline(o));
  return count < 0 ? 0 : PyLong_FromNumber(count);
}

function sendall(o: Borrowed, data: Borrowed, flags: number): Owned {
  let bytes = bytesOf(data);
  if (bytes === null) return 0;
  const end = new Deadline(o);
  do {
    const count = sendOnce(o, bytes, flags, end);
    if (count < 0) return 0;
    bytes = bytes.subarray(count);
  } while (bytes.length > 0);
  return Py_None;
}

/** A connected socket has its address already: giving another is an error. */
function sendto(o: Borrowed, data: Borrowed, second: Borrowed, third: Borrowed): Owned {
  const bytes = bytesOf(data);
  if (bytes === null || addressOf(third || second, i32(o + FAMILY), "sendto") === null) return 0;
  const peer = host().socketName(i32(o + FD), "peer");
  return raiseErrno(typeof peer === "number" ? ERRNO.ENOTCONN : ERRNO.EISCONN);
}

// -- connections ----------------------------------------------------------------------------------------------------------

function bind(o: Borrowed, address: Borrowed): Owned {
  const text = addressOf(address, i32(o + FAMILY), "bind");
  return text === null ? 0 : noneOrErrno(host().bind(i32(o + FD), text));
}

function connect(o: Borrowed, address: Borrowed): Owned {
  const text = addressOf(address, i32(o + FAMILY), "connect");
  return text === null ? 0 : noneOrErrno(host().connect(i32(o + FD), text));
}

function connect_ex(o: Borrowed, address: Borrowed): Owned {
  const text = addressOf(address, i32(o + FAMILY), "connect_ex");
  return text === null ? 0 : PyLong_FromNumber(-host().connect(i32(o + FD), text));
}

function accept(o: Borrowed): Owned {
  const fd = call(o, POLL.IN, (listener) => host().accept(listener), new Deadline(o)) as number | null;
  if (fd === null) return 0;
  const peer = host().socketName(fd, "peer");
  const address = typeof peer === "number" ? Py_None : addressObject(peer.address, peer.family);
  return tupleOf(PyLong_FromNumber(fd), address);
}

function nameOf(which: "own" | "peer") {
  return (o: Borrowed): Owned => {
    const found = host().socketName(i32(o + FD), which);
    return typeof found === "number" ? raiseErrno(-found) : addressObject(found.address, found.family);
  };
}

// -- options --------------------------------------------------------------------------------------------------------------

const SOL_SOCKET = 1;
const SO_TYPE = 3;
const SO_ERROR = 4;
const SO_DOMAIN = 39;
const SO_ACCEPTCONN = 30;
const INT_BYTES = 4;

/** Nothing that an option would change is there: they are taken, and read as unset. */
function getsockopt(o: Borrowed, level: number, option: number, byteCount: number): Owned {
  const found = host().socketName(i32(o + FD), "own");
  if (typeof found === "number") return raiseErrno(-found);
  let value = 0;
  if (level === SOL_SOCKET && option === SO_TYPE) value = found.kind;
  else if (level === SOL_SOCKET && option === SO_DOMAIN) value = found.family;
  else if (level === SOL_SOCKET && option === SO_ACCEPTCONN) value = found.listens ? 1 : 0;
  else if (level === SOL_SOCKET && option === SO_ERROR) value = 0;
  if (byteCount === 0) return PyLong_FromNumber(value);
  const bytes = Uint8Array.of(value, value >> 8, 0, 0);
  return bytesFromArray(bytes.subarray(0, Math.min(INT_BYTES, byteCount)));
}

function setsockopt(o: Borrowed, _level: number, _option: number, value: Borrowed): Owned {
  if (isInt(value)) {
    const number = convertInt(value);
    if (number === -1 && PyErr_Occurred() !== 0) return 0;
  } else if (value !== Py_None && bytesOf(value) === null) return 0;
  const found = host().socketName(i32(o + FD), "own");
  return typeof found === "number" ? raiseErrno(-found) : Py_None;
}

function settimeout(o: Borrowed, timeout: Borrowed): Owned {
  const seconds = timeoutOf(timeout);
  return seconds !== seconds ? 0 : applyTimeout(o, seconds);
}

function applyTimeout(o: Borrowed, seconds: number): Owned {
  const answer = setNonblocking(i32(o + FD), seconds >= 0);
  if (answer < 0) return raiseErrno(-answer);
  setTimeoutSeconds(o, seconds);
  return Py_None;
}

function setblocking(o: Borrowed, flag: Borrowed): Owned {
  const isBlocking = convertTruth(flag);
  return isBlocking < 0 ? 0 : applyTimeout(o, isBlocking ? -1 : 0);
}

const gettimeout = (o: Borrowed): Owned => (timeoutSeconds(o) < 0 ? Py_None : newFloat(timeoutSeconds(o)));

// -- the type -------------------------------------------------------------------------------------------------------------

function socket_repr(o: Borrowed): Owned {
  const [fd, family, type, proto] = [FD, FAMILY, TYPE, PROTO].map((at) => i32(o + at));
  return PyUnicode_FromString(`<socket object, fd=${fd}, family=${family}, type=${type}, proto=${proto}>`);
}

function socket_close(o: Borrowed): Owned {
  const fd = i32(o + FD);
  setI32(o + FD, -1);
  const answer = fd < 0 ? 0 : host().close(fd);
  return noneOrErrno(answer);
}

function socket_detach(o: Borrowed): Owned {
  const fd = i32(o + FD);
  setI32(o + FD, -1);
  return PyLong_FromNumber(fd);
}

function warnUnclosed(o: Borrowed): void {
  const pending = PyErr_GetRaisedException();
  const shown = PyObject_Repr(o);
  const status = shown === 0 ? -1 : PyErr_WarnEx(PyExc_ResourceWarning, `unclosed ${textOf(shown)}`, 1);
  xdecref(shown);
  if (status < 0 && PyErr_ExceptionMatches(PyExc_Warning)) PyErr_WriteUnraisable(o);
  else PyErr_Clear();
  if (pending !== 0) PyErr_SetRaisedException(pending);
}

/** An open socket that nothing holds any more is closed with a warning. */
function socket_finalize(o: Borrowed): void {
  const fd = i32(o + FD);
  if (fd < 0) return;
  warnUnclosed(o);
  setI32(o + FD, -1);
  host().close(fd);
}

const FLAGS = "flags: int = 0";

export const socketType = newModuleType({
  name: "_socket.socket",
  basicsize: PySocketSockObject.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: (type: Borrowed): Owned => {
      const o = allocate(type);
      if (o !== 0) {
        setI32(o + FD, -1);
        setTimeoutSeconds(o, -1);
      }
      return o;
    },
    tp_init: socket_init,
    tp_repr: socket_repr,
    tp_finalize: socket_finalize,
    tp_dealloc: (o: Address): void => {
      if (finalizeFromDealloc(o)) return;
      gcUntrack(o);
      freeOfHeapType(o);
    },
    tp_traverse: traverser(),
  },
  members: [
    ["family", "int", FAMILY, "readonly"],
    ["type", "int", TYPE, "readonly"],
    ["proto", "int", PROTO, "readonly"],
  ],
  getset: [["timeout", gettimeout]],
  methods: [
    ["_accept", "()", accept],
    ["bind", "(object, /)", bind],
    ["close", "()", socket_close],
    ["connect", "(object, /)", connect],
    ["connect_ex", "(object, /)", connect_ex],
    ["detach", "()", socket_detach],
    ["fileno", "()", (o: Borrowed) => PyLong_FromNumber(i32(o + FD))],
    ["getpeername", "()", nameOf("peer")],
    ["getsockname", "()", nameOf("own")],
    ["getsockopt", "(level: int, option: int, buffersize: int = 0, /)", getsockopt],
    [
      "listen",
      "(backlog: int = 128, /)",
      (o: Borrowed, backlog: number) => noneOrErrno(host().listen(i32(o + FD), Math.max(backlog, 0))),
    ],
    ["recv", `(buffersize: ssize, ${FLAGS}, /)`, recv],
    ["recv_into", `(buffer, nbytes: ssize = 0, ${FLAGS})`, recv_into],
    ["recvfrom", `(buffersize: ssize, ${FLAGS}, /)`, recvfrom],
    ["recvfrom_into", `(buffer, nbytes: ssize = 0, ${FLAGS})`, recvfrom_into],
    ["send", `(data, ${FLAGS}, /)`, send],
    ["sendall", `(data, ${FLAGS}, /)`, sendall],
    ["sendto", "(data, flags_or_address, address=None, /)", sendto],
    ["setblocking", "(object, /)", setblocking],
    ["getblocking", "()", (o: Borrowed) => bool(timeoutSeconds(o) !== 0)],
    ["settimeout", "(object, /)", settimeout],
    ["gettimeout", "()", gettimeout],
    ["setsockopt", "(level: int, option: int, value, optlen=0, /)", setsockopt],
    ["shutdown", "(how: int, /)", (o: Borrowed, how: number) => noneOrErrno(host().shutdown(i32(o + FD), how))],
  ],
});

export function socketPair(_m: Borrowed, family: number, type: number, proto: number): Owned {
  if (!isFamily(family)) return raiseErrno(ERRNO.EAFNOSUPPORT);
  const fds = host().socketPair(family, type, proto);
  if (typeof fds === "number") return raiseErrno(-fds);
  const pair = fds.map((fd) => {
    const o = allocate(typeIn(socketType));
    if (o === 0) host().close(fd);
    else fillSocket(o, fd, family, type, proto);
    return o;
  });
  return tupleOf(...pair);
}

export { AF_UNIX };
