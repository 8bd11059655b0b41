// A host with nothing: the clock stands, there are no files, output vanishes, input is at its end. For tests, and for the
// making of what must not depend on a host.
import { ERRNO } from "./errno.ts";
import { type Host, S, STAT_FIELDS, type Stat } from "./host.ts";

const ROOT = 0x2f;
const NULL_DEVICE = {
  ...Object.fromEntries(STAT_FIELDS.map((field) => [field, 0])),
  mode: S.IFCHR | 0o666,
} as unknown as Stat;

export const emptyHost: Host = {
  clock: () => ({ seconds: 0, nanoseconds: 0 }),
  sleep: () => 0,
  entropy: (byteCount) => new Uint8Array(byteCount),
  signals: () => 0,
  fact: () => 0,
  open: () => -ERRNO.ENOENT,
  close: (fd) => (fd <= 2 ? 0 : -ERRNO.EBADF),
  read: (fd) => (fd <= 2 ? new Uint8Array(0) : -ERRNO.EBADF),
  write: (fd, bytes) => (fd <= 2 ? bytes.length : -ERRNO.EBADF),
  seek: () => -ERRNO.ESPIPE,
  resize: () => -ERRNO.EINVAL,
  isTerminal: () => 0,
  statOpen: (fd) => (fd <= 2 ? NULL_DEVICE : -ERRNO.EBADF),
  synchronize: () => -ERRNO.EINVAL,
  pathOf: () => -ERRNO.EBADF,
  stat: () => -ERRNO.ENOENT,
  list: () => -ERRNO.ENOENT,
  readLink: () => -ERRNO.ENOENT,
  currentDirectory: () => Uint8Array.of(ROOT),
  pathCall: () => -ERRNO.ENOENT,
  setTimes: () => -ERRNO.ENOENT,
  fileSystem: () => -ERRNO.ENOENT,
  poll: (_fds, events) => [...events],
  hostPipe: () => -ERRNO.ENOSYS,
  spawn: () => -ERRNO.ENOSYS,
  wait: () => -ERRNO.ECHILD,
  kill: () => -ERRNO.EPERM,
  setPriority: () => -ERRNO.EACCES,
  setTimer: () => -ERRNO.ENOSYS,
};
