// posix: child processes, their ends, and signals to them; what a fork would call.

import { ERRNO } from "../host/errno.ts";
import { host } from "../host/host.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Borrowed, type Owned, ptr, setPtr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import type { MethodRow } from "../objects/declare.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "../objects/errors.ts";
import { PyList_Append, PyList_New } from "../objects/list_core.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { typeOf, xdecref } from "../objects/object.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { PyErr_CheckSignals } from "./check_signals.ts";
import { noneOrErrno, numberOrErrno, pathBytes, raiseErrno } from "./host_path.ts";
import { environmentRows } from "./posix_environment.ts";
import { openOf } from "./posixsubprocess.ts";
import { sendToSelf } from "./signal.ts";

export const PROCESS_CONSTANTS =
  "WCONTINUED 8 WEXITED 4 WNOHANG 1 WNOWAIT 16777216 WSTOPPED 2 WUNTRACED 2 P_PID 1 P_PGID 2 P_ALL 0 P_PIDFD 3";

const SIGNAL_LIMIT = 65;

// -- statuses -------------------------------------------------------------------------------------------------------------

const exitCode = (status: number): number => (status >> 8) & 0xff;
const termination = (status: number): number => status & 0x7f;
const isStopped = (status: number): boolean => (status & 0xff) === 0x7f;
const isContinued = (status: number): boolean => status === 0xffff;
const isExited = (status: number): boolean => termination(status) === 0;
const isSignaled = (status: number): boolean => !isExited(status) && termination(status) !== 0x7f;

const test =
  (holds: (status: number) => boolean) =>
  (_m: Borrowed, status: number): Owned =>
    bool(holds(status));
const part =
  (of: (status: number) => number) =>
  (_m: Borrowed, status: number): Owned =>
    PyLong_FromNumber(of(status));

function waitstatus_to_exitcode(_m: Borrowed, status: number): Owned {
  if (isExited(status)) return PyLong_FromNumber(exitCode(status));
  if (isSignaled(status)) return PyLong_FromNumber(-termination(status));
  if (isStopped(status) && status <= 0xffff && !isContinued(status)) {
    return raise(PyExc_ValueError, `process stopped by delivery of signal ${exitCode(status)}`);
  }
  return raise(PyExc_ValueError, `invalid wait status: ${status}`);
}

// -- waiting --------------------------------------------------------------------------------------------------------------

/** [pid, status], or null with an error set. */
export function waited(pid: number, options: number): readonly [number, number] | null {
  for (;;) {
    const answer = host().wait(pid, options);
    if (typeof answer !== "number") return answer;
    if (answer !== -ERRNO.EINTR) {
      raiseErrno(-answer);
      return null;
    }
    if (PyErr_CheckSignals() < 0) return null;
  }
}

function waitpid(_m: Borrowed, pid: number, options: number): Owned {
  const answer = waited(pid, options);
  if (answer === null) return 0;
  const [a, b] = answer.map(PyLong_FromNumber);
  const pair = PyTuple_Pack(a, b);
  xdecref(a);
  xdecref(b);
  return pair || PyErr_NoMemory();
}

// -- signals --------------------------------------------------------------------------------------------------------------

function kill(_m: Borrowed, pid: number, signal: number): Owned {
  if (signal < 0 || signal >= SIGNAL_LIMIT) return raiseErrno(ERRNO.EINVAL);
  if (pid === host().fact("pid")) return signal === 0 || sendToSelf(signal) === 0 ? Py_None : 0;
  const answer = host().kill(pid, signal);
  if (answer < 0) return raiseErrno(-answer);
  return PyErr_CheckSignals() < 0 ? 0 : Py_None;
}

/** Runs a command by the shell and waits for it: its status. */
function system(_m: Borrowed, command: Borrowed): Owned {
  const bytes = pathBytes(command);
  if (bytes === null) return 0;
  const text = (word: string): Uint8Array => Uint8Array.from(word, (letter) => letter.charCodeAt(0));
  const pid = host().spawn({
    paths: [text("/bin/sh")],
    args: [text("sh"), text("-c"), bytes],
    environment: environmentRows(),
    directory: null,
    files: openOf(
      new Map(
        host()
          .descriptors()
          .flatMap((fd) => (host().inheritable(fd) === 1 ? [[fd, fd]] : [])),
      ),
    ),
    isNewSession: false,
    uid: -1,
    gid: -1,
  });
  // As system(): a failure to start is a status.
  if (pid < 0) return PyLong_FromNumber(-1);
  const answer = waited(pid, 0);
  return answer === null ? 0 : PyLong_FromNumber(answer[1]);
}

function pidfd_open(_m: Borrowed, pid: number): Owned {
  const fd = pid <= 0 ? -ERRNO.EINVAL : host().processFile(pid);
  return numberOrErrno(fd);
}

// -- for a fork ----------------------------------------------------------------------------------------------------------

/** Parameters, and where what is given for them is kept. */
const FORKERS = [
  ["before", PyInterpreterState.before_forkers],
  ["after_in_child", PyInterpreterState.after_forkers_child],
  ["after_in_parent", PyInterpreterState.after_forkers_parent],
] as const;

/** The functions are kept, as in CPython; no fork will call them. */
function register_at_fork(_m: Borrowed, ...given: readonly Borrowed[]): Owned {
  if (given.every((o) => o === 0)) return raise(PyExc_TypeError, "At least one argument is required.");
  for (const [i, [name]] of FORKERS.entries()) {
    if (given[i] === 0 || ptr(typeOf(given[i]) + PyTypeObject.tp_call) !== 0) continue;
    return raise(PyExc_TypeError, `'${name}' must be callable, not ${typeNameOf(given[i])}`);
  }
  for (const [i, [, field]] of FORKERS.entries()) {
    const slot = INTERPRETER + field;
    if (given[i] === 0) continue;
    if (ptr(slot) === 0) setPtr(slot, PyList_New(0));
    if (ptr(slot) === 0 || PyList_Append(ptr(slot), given[i]) < 0) return PyErr_NoMemory();
  }
  return Py_None;
}

export let endAtOnce: (status: number) => never = () => {
  throw new Error("no machine to end");
};
/** The machine gives what ends a run without any of its ceremonies. */
export function setEndAtOnce(end: (status: number) => never): void {
  endAtOnce = end;
}

const SIGABRT = 6;

export const PROCESS_FUNCTIONS: readonly MethodRow[] = [
  ["waitpid", "(pid: int, options: int, /)", waitpid],
  ["wait", "()", (m: Borrowed) => waitpid(m, -1, 0)],
  ["kill", "(pid: int, signal: int, /)", kill],
  [
    "killpg",
    "(pgid: int, signal: int, /)",
    (_m: Borrowed, group: number, signal: number): Owned => {
      const answer = group <= 1 ? -ERRNO.ESRCH : host().kill(-group, signal);
      return noneOrErrno(answer);
    },
  ],
  ["system", "(command)", system],
  [
    "register_at_fork",
    "(*, before=<unrepresentable>, after_in_child=<unrepresentable>, after_in_parent=<unrepresentable>)",
    register_at_fork,
  ],
  ["pidfd_open", "(pid: int, flags: int = 0)", pidfd_open],
  ["_exit", "(status: int)", (_m: Borrowed, status: number): Owned => endAtOnce(status & 0xff)],
  ["abort", "()", (): Owned => (sendToSelf(SIGABRT) === 0 ? Py_None : 0)],
  ["WCOREDUMP", "(status: int, /)", test((status) => (status & 0x80) !== 0)],
  ["WIFCONTINUED", "(status: int)", test(isContinued)],
  ["WIFSTOPPED", "(status: int)", test(isStopped)],
  ["WIFSIGNALED", "(status: int)", test(isSignaled)],
  ["WIFEXITED", "(status: int)", test(isExited)],
  ["WEXITSTATUS", "(status: int)", part(exitCode)],
  ["WTERMSIG", "(status: int)", part(termination)],
  ["WSTOPSIG", "(status: int)", part(exitCode)],
  ["waitstatus_to_exitcode", "(status: int)", waitstatus_to_exitcode],
];
