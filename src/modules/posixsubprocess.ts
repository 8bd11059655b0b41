// _posixsubprocess: the call by which subprocess starts a program. The host starts it; what CPython's child would write about a
// failure into the pipe of errors is written here.

import { ERRNO } from "../host/errno.ts";
import { host, S } from "../host/host.ts";
import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { convertInt } from "../objects/convert.ts";
import { declareModule } from "../objects/declare.ts";
import { PyErr_Occurred, raise } from "../objects/errors.ts";
import { sequenceItem } from "../objects/list_core.ts";
import { PySequence_Fast } from "../objects/list_extend.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isTuple, sizeOf } from "../objects/object.ts";
import { PyTuple_GET_ITEM } from "../objects/tuple_core.ts";
import { Py_None, Py_True, PyExc_RuntimeError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { pathBytes } from "./host_path.ts";
import { environmentRows } from "./posix_environment.ts";

const PARAMETERS =
  "args, executable_list, close_fds, pass_fds, cwd, env, p2cread, p2cwrite, c2pread, c2pwrite, errread, errwrite, errpipe_read, errpipe_write, restore_signals, call_setsid, pgid_to_set, gid, extra_groups, uid, child_umask, preexec_fn, allow_vfork";
const COUNT = PARAMETERS.split(", ").length;
const FIRST_OTHER = 3;

/** The paths of a sequence; null with an error set. */
export function bytesList(sequence: Borrowed, message: string): Uint8Array[] | null {
  const fast = PySequence_Fast(sequence, message);
  if (fast === 0) return null;
  const rows: Uint8Array[] = [];
  for (let i = 0; i < sizeOf(fast); i++) {
    const bytes = pathBytes(sequenceItem(fast, i));
    if (bytes === null) break;
    rows.push(bytes);
  }
  const isWhole = rows.length === sizeOf(fast);
  decref(fast);
  return isWhole ? rows : null;
}

/** "OSError:errno:where", as the parent reads it. */
function tellFailure(pipe: number, errno: number, where: string): Owned {
  const text = `OSError:${errno.toString(16)}:${where}`;
  host().write(
    pipe,
    Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
  );
  // There is no child to be waited for: our own number is none.
  return PyLong_FromNumber(host().fact("pid"));
}

function fork_exec(_m: Borrowed, args: Address, nargs: number): Owned {
  if (nargs !== COUNT) return raise(PyExc_TypeError, `fork_exec expected ${COUNT} arguments, got ${nargs}`);
  const at = (index: number): Borrowed => ptr(args + index * 8);
  const [argv, executables, closes, passed, cwd, env] = [0, 1, 2, 3, 4, 5].map(at);
  const [input, , , output, , errors, , failures] = [6, 7, 8, 9, 10, 11, 12, 13].map((i) => convertInt(at(i)));
  const group = convertInt(at(16));
  if (PyErr_Occurred() !== 0) return 0;
  if (at(21) !== Py_None) {
    return raise(PyExc_RuntimeError, "preexec_fn is not supported: the child is another program's from its start");
  }
  if (!isTuple(passed)) return raise(PyExc_TypeError, "pass_fds must be a tuple");
  const number = (o: Borrowed): number => (o === Py_None ? -1 : convertInt(o));
  const gid = number(at(17));
  const uid = number(at(19));
  if (PyErr_Occurred() !== 0) return 0;
  const paths = bytesList(executables, "executable_list must be a sequence");
  const words = paths === null ? null : bytesList(argv, "expected tuple or list");
  const environment = words === null ? null : env === Py_None ? environmentRows() : bytesList(env, "expected a list");
  const directory = environment === null || cwd === Py_None ? null : pathBytes(cwd);
  if (paths === null || words === null || environment === null || PyErr_Occurred() !== 0) return 0;

  const files = new Map<number, number>();
  for (const [childFd, fd] of [input, output, errors].entries()) files.set(childFd, fd < 0 ? childFd : fd);
  for (let i = 0; i < sizeOf(passed); i++) {
    const fd = convertInt(PyTuple_GET_ITEM(passed, i));
    if (fd === -1 && PyErr_Occurred() !== 0) return 0;
    if (fd < 0) return raise(PyExc_ValueError, "bad value(s) in fds_to_keep");
    if (fd !== failures && fd >= FIRST_OTHER) files.set(fd, fd);
  }
  if (closes !== Py_True) {
    for (const fd of host().descriptors()) if (fd >= FIRST_OTHER && host().inheritable(fd) === 1) files.set(fd, fd);
  }
  if (directory !== null) {
    const found = host().stat(directory, true);
    const errno = typeof found === "number" ? -found : (found.mode & S.IFMT) === S.IFDIR ? 0 : ERRNO.ENOTDIR;
    if (errno !== 0) return tellFailure(failures, errno, "noexec:chdir");
  }
  const pid = host().spawn({
    paths,
    args: words,
    environment,
    directory,
    files: openOf(files),
    isNewSession: at(15) === Py_True || group === 0,
    uid,
    gid,
  });
  return pid < 0 ? tellFailure(failures, -pid, "") : PyLong_FromNumber(pid);
}

/** Those that are open, in the order of the child's descriptors. */
export function openOf(files: ReadonlyMap<number, number>): [number, number][] {
  return [...files].filter(([, fd]) => host().inheritable(fd) >= 0).sort((a, b) => a[0] - b[0]);
}

declareModule({
  name: "_posixsubprocess",
  functions: [["fork_exec", `!(${PARAMETERS}, /)`, fork_exec]],
});
