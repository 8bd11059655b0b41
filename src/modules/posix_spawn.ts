// posix: other programs: posix_spawn and posix_spawnp, which start one with descriptors of its own, as a list of actions says;
// execv and execve, which end in one; and waitid.
//
// Node cannot put a program in its own place: it is started as a child with our descriptors, and we end as it ends. Only its
// process number tells.
// The actions work on a table of the child's descriptors, each with ours behind it; what an action opens is closed again here.

import { utf8 } from "../base/utf8.ts";
import { ERRNO } from "../host/errno.ts";
import { host, O } from "../host/host.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { convertInt } from "../objects/convert.ts";
import type { MethodRow } from "../objects/declare.ts";
import { PyErr_Occurred, raise } from "../objects/errors.ts";
import { sequenceItem } from "../objects/list_core.ts";
import { PySequence_Fast } from "../objects/list_extend.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isList, isTuple, newRef, sizeOf, typeIn } from "../objects/object.ts";
import { declareStructSequence, makeStructSequence, newStructSequence } from "../objects/structseq.ts";
import { PyTuple_GET_ITEM } from "../objects/tuple_core.ts";
import { Py_None, PyExc_NotImplementedError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { pathBytes, raiseErrno } from "./host_path.ts";
import { setStolen } from "./make_module.ts";
import { environmentRows, environmentText, rowsOfMapping } from "./posix_environment.ts";
import { openPath } from "./posix_path.ts";
import { endAtOnce, waited } from "./posix_processes.ts";
import { bytesList, openOf } from "./posixsubprocess.ts";
import { signalSet } from "./signal.ts";

const SLASH = 0x2f;
const FIRST_OTHER = 3;

/** The child's descriptors by their numbers, ours behind them. */
type Files = Map<number, number>;

/** Numbers behind an action's first item; null with an error set. */
function numbersIn(action: Borrowed, places: readonly number[]): number[] | null {
  const numbers: number[] = [];
  for (const place of places) {
    const o = PyTuple_GET_ITEM(action, place);
    const number = convertInt(o);
    if (number === -1 && PyErr_Occurred() !== 0) return null;
    numbers.push(number);
  }
  return numbers;
}

const ACTIONS = [
  { name: "open", size: 5, numbers: [1, 3, 4] },
  { name: "close", size: 2, numbers: [1] },
  { name: "dup2", size: 3, numbers: [1, 2] },
  { name: "closefrom", size: 2, numbers: [1] },
] as const;

/** Does one action: 0, a negated errno, or null with an error set. */
function act(action: Borrowed, files: Files, opened: number[]): number | null {
  if (!isTuple(action) || sizeOf(action) === 0) {
    return raise(PyExc_TypeError, "Each file_actions element must be a non-empty tuple") || null;
  }
  const kind = numbersIn(action, [0]);
  if (kind === null) return null;
  const row = ACTIONS[kind[0]];
  if (row === undefined) return raise(PyExc_TypeError, "Unknown file_actions identifier") || null;
  if (sizeOf(action) !== row.size) {
    return raise(PyExc_TypeError, `A ${row.name} file_action tuple must have ${row.size} elements`) || null;
  }
  const numbers = numbersIn(action, row.numbers);
  if (numbers === null) return null;
  const [fd, second, mode] = numbers;
  switch (row.name) {
    case "open": {
      const path = pathBytes(PyTuple_GET_ITEM(action, 2));
      if (path === null) return null;
      const made = host().open(path, second | O.CLOEXEC, mode);
      if (made < 0) return made;
      opened.push(made);
      files.set(fd, made);
      return 0;
    }
    case "close":
      files.delete(fd);
      return 0;
    case "dup2": {
      const source = files.get(fd) ?? (host().inheritable(fd) >= 0 ? fd : undefined);
      if (source === undefined) return -ERRNO.EBADF;
      files.set(second, source);
      return 0;
    }
    case "closefrom":
      for (const each of [...files.keys()]) if (each >= fd) files.delete(each);
      return 0;
  }
}

/** Does all actions; as act(). */
function actAll(actions: Borrowed, files: Files, opened: number[]): number | null {
  if (actions === 0 || actions === Py_None) return 0;
  const fast = PySequence_Fast(actions, "file_actions must be a sequence or None");
  if (fast === 0) return null;
  let answer: number | null = 0;
  for (let i = 0; answer === 0 && i < sizeOf(fast); i++) answer = act(sequenceItem(fast, i), files, opened);
  decref(fast);
  return answer;
}

/** Where a program is looked for. */
function candidates(path: Uint8Array, isSearched: boolean): Uint8Array[] {
  if (!isSearched || path.includes(SLASH)) return [path];
  const folders = (environmentText("PATH") || "/bin:/usr/bin").split(":");
  return folders.map((folder) => Uint8Array.of(...utf8(folder === "" ? "." : folder), SLASH, ...path));
}

/** The words of a command; null with an error set. named: how errors call them. */
function wordsOf(named: string, argv: Borrowed): Uint8Array[] | null {
  if (!isList(argv) && !isTuple(argv)) raise(PyExc_TypeError, `${named} must be a tuple or list`);
  else if (sizeOf(argv) === 0) raise(PyExc_ValueError, `${named} must not be empty`);
  else {
    const words = bytesList(argv, "");
    if (words === null || words[0].length > 0) return words;
    raise(PyExc_ValueError, `${named} first element cannot be empty`);
  }
  return null;
}

/** The descriptors that a child gets where nothing else is said. */
function inheritedFiles(): Files {
  const files: Files = new Map();
  for (const fd of host().descriptors()) if (fd < FIRST_OTHER || host().inheritable(fd) === 1) files.set(fd, fd);
  return files;
}

/** Whether the attributes are such as can be given; their sets of signals and the identity are the child's already. */
function checkAttributes(where: string, group: number, masks: readonly Borrowed[], scheduler: Borrowed): boolean {
  if (group > 0) {
    raise(PyExc_NotImplementedError, `${where}: setpgroup unavailable on this platform`);
    return false;
  }
  if (scheduler !== 0 && scheduler !== Py_None) {
    raise(PyExc_NotImplementedError, `${where}: scheduler unavailable on this platform`);
    return false;
  }
  return masks.every((mask) => mask === 0 || signalSet(mask) !== null);
}

function spawning(where: string, isSearched: boolean) {
  return (
    _m: Borrowed,
    value: Borrowed,
    argv: Borrowed,
    env: Borrowed,
    actions: Borrowed,
    setpgroup: Borrowed,
    _resetids: number,
    setsid: number,
    setsigmask: Borrowed,
    setsigdef: Borrowed,
    scheduler: Borrowed,
  ): Owned => {
    const path = openPath(where, value);
    if (path === null) return 0;
    const opened: number[] = [];
    const start = (): Owned => {
      const words = wordsOf(`${where}: argv`, argv);
      if (words === null) return 0;
      const environment =
        env === Py_None
          ? environmentRows()
          : rowsOfMapping(env, `${where}: environment must be a mapping object or None`);
      if (environment === null) return 0;
      const group = setpgroup === 0 ? -1 : convertInt(setpgroup);
      if (PyErr_Occurred() !== 0) return 0;
      const files = inheritedFiles();
      const answer = actAll(actions, files, opened);
      if (answer === null || !checkAttributes(where, group, [setsigmask, setsigdef], scheduler)) return 0;
      if (answer < 0) return raiseErrno(-answer, path.name);
      const pid = host().spawn({
        paths: candidates(path.bytes, isSearched),
        args: words,
        environment,
        directory: null,
        files: openOf(files),
        isNewSession: setsid !== 0 || group === 0,
        uid: -1,
        gid: -1,
      });
      return pid < 0 ? raiseErrno(-pid, path.name) : PyLong_FromNumber(pid);
    };
    const result = start();
    for (const fd of opened) host().close(fd);
    decref(path.name);
    return result;
  };
}

// -- exec ----------------------------------------------------------------------------------------------------------------

/** Starts the program and ends as it ends. Answers only with an error set. shown: what that error carries. */
function become(path: Uint8Array, args: Uint8Array[], environment: Uint8Array[], shown: Borrowed): Owned {
  const files = openOf(inheritedFiles());
  const request = { paths: [path], args, environment, files, directory: null, isNewSession: false, uid: -1, gid: -1 };
  const pid = host().spawn(request);
  if (pid < 0) return raiseErrno(-pid, shown);
  for (;;) {
    // Signals are the other program's to handle.
    const answer = host().wait(pid, 0);
    if (answer === -ERRNO.EINTR) continue;
    if (typeof answer === "number") return raiseErrno(-answer, shown);
    const signal = answer[1] & 0x7f;
    if (signal !== 0) host().kill(host().fact("pid"), signal);
    return endAtOnce(signal !== 0 ? SIGNALED + signal : answer[1] >> 8);
  }
}
/** What a shell makes of an end by a signal. */
const SIGNALED = 128;

function execv(_m: Borrowed, value: Borrowed, argv: Borrowed): Owned {
  const path = openPath("execv", value);
  if (path === null) return 0;
  const words = wordsOf("execv() arg 2", argv);
  const result = words === null ? 0 : become(path.bytes, words, environmentRows(), 0);
  decref(path.name);
  return result;
}

function execve(_m: Borrowed, value: Borrowed, argv: Borrowed, env: Borrowed): Owned {
  const path = openPath("execve", value, "path", "integer");
  if (path === null) return 0;
  const words = wordsOf("execve: argv", argv);
  const rows = words === null ? null : rowsOfMapping(env, "execve: environment must be a mapping object");
  const result = words === null || rows === null ? 0 : become(path.bytes, words, rows, path.name);
  decref(path.name);
  return result;
}

// -- waitid ----------------------------------------------------------------------------------------------------------------

const waitidResult = declareStructSequence({
  name: "posix.waitid_result",
  fields: ["si_pid", "si_uid", "si_signo", "si_status", "si_code"],
});
const P = { ALL: 0, PID: 1, PGID: 2 } as const;
const W = { NOHANG: 1, EXITED: 4, KNOWN: 1 | 2 | 4 | 8 | 0x1000000 } as const;
const SIGCHLD = 17;
const CLD_EXITED = 1;
const CLD_KILLED = 2;

/** Of children that end; that one stopped is not told. */
function waitid(_m: Borrowed, kind: number, id: number, options: number): Owned {
  const isKnown = kind >= P.ALL && kind <= P.PGID && (options & ~W.KNOWN) === 0;
  if (!isKnown || (options & W.EXITED) === 0) return raiseErrno(ERRNO.EINVAL);
  const answer = waited(kind === P.ALL ? -1 : kind === P.PID ? id : -id, options & W.NOHANG);
  if (answer === null) return 0;
  const [pid, status] = answer;
  if (pid === 0) return Py_None;
  const signal = status & 0x7f;
  return newStructSequence(
    typeIn(waitidResult),
    [pid, host().fact("uid"), SIGCHLD, signal || status >> 8, signal ? CLD_KILLED : CLD_EXITED].map(PyLong_FromNumber),
  );
}

const SIGNATURE =
  "(path, argv, env, /, *, file_actions=(), setpgroup=<unrepresentable>, resetids: bool = False, setsid: bool = False, " +
  "setsigmask=(), setsigdef=(), scheduler=<unrepresentable>)";

export const SPAWN_FUNCTIONS: readonly MethodRow[] = [
  ["posix_spawn", SIGNATURE, spawning("posix_spawn", false)],
  ["posix_spawnp", SIGNATURE, spawning("posix_spawnp", true)],
  ["execv", "(path, argv, /)", execv],
  ["execve", "(path, argv, env)", execve],
  ["waitid", "(idtype: int, id: int, options: int, /)", waitid],
];

/** 0, or -1 with an error set. */
export function addSpawnTypes(dict: Borrowed): number {
  if (makeStructSequence(waitidResult) === 0) return -1;
  return setStolen(dict, "waitid_result", newRef(typeIn(waitidResult)));
}
