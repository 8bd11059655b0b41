// posix: descriptors as numbers, and pipes.

import { ERRNO } from "../host/errno.ts";
import { host, O } from "../host/host.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import type { MethodRow } from "../objects/declare.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { Py_None } from "../objects/types.ts";
import { noneOrErrno, numberOrErrno, raiseErrno } from "./host_path.ts";

/** A tuple of two numbers. */
export function pairOf(numbers: readonly [number, number]): Owned {
  return PyTuple_Pack(PyLong_FromNumber(numbers[0]), PyLong_FromNumber(numbers[1]));
}

function get_blocking(_m: Borrowed, fd: number): Owned {
  const flags = host().statusFlags(fd);
  return flags < 0 ? raiseErrno(-flags) : bool((flags & O.NONBLOCK) === 0);
}

function set_blocking(_m: Borrowed, fd: number, isBlocking: number): Owned {
  const flags = host().statusFlags(fd);
  if (flags < 0) return raiseErrno(-flags);
  return noneOrErrno(host().setStatusFlags(fd, isBlocking ? flags & ~O.NONBLOCK : flags | O.NONBLOCK));
}

function get_inheritable(_m: Borrowed, fd: number): Owned {
  const answer = host().inheritable(fd);
  return answer < 0 ? raiseErrno(-answer) : bool(answer !== 0);
}

function closerange(_m: Borrowed, low: number, high: number): Owned {
  const LARGEST = 65536;
  for (let fd = Math.max(low, 0); fd < Math.min(high, LARGEST); fd++) host().close(fd);
  return Py_None;
}

export const DESCRIPTOR_FUNCTIONS: readonly MethodRow[] = [
  ["pipe", "()", () => pairOf(host().pipe(O.CLOEXEC))],
  [
    "pipe2",
    "(flags: int, /)",
    (_m: Borrowed, flags: number): Owned =>
      (flags & ~(O.CLOEXEC | O.NONBLOCK)) !== 0 ? raiseErrno(ERRNO.EINVAL) : pairOf(host().pipe(flags)),
  ],
  ["dup", "(fd: int, /)", (_m: Borrowed, fd: number) => numberOrErrno(host().dup(fd, 0, false))],
  [
    "dup2",
    "(fd: int, fd2: int, inheritable: bool = True)",
    (_m: Borrowed, fd: number, to: number, isInheritable: number) =>
      numberOrErrno(host().dup2(fd, to, isInheritable !== 0)),
  ],
  ["get_blocking", "(fd: int, /)", get_blocking],
  ["set_blocking", "(fd: int, blocking: bool, /)", set_blocking],
  ["get_inheritable", "(fd: int, /)", get_inheritable],
  [
    "set_inheritable",
    "(fd: int, inheritable: int, /)",
    (_m: Borrowed, fd: number, isInheritable: number) => noneOrErrno(host().setInheritable(fd, isInheritable !== 0)),
  ],
  ["closerange", "(fd_low: int, fd_high: int, /)", closerange],
];
