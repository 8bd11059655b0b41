// posix: what a file system may hold beside files, folders and links, and what the host cannot make: pipes with names, devices,
// extended attributes, another root. They are refused as by a file system that has none, after the checks that come first.

import { ERRNO } from "../host/errno.ts";
import { host, O, S } from "../host/host.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { closeBuffer, openBuffer } from "../objects/buffer.ts";
import type { MethodRow } from "../objects/declare.ts";
import { PyList_New } from "../objects/list_core.ts";
import { decref } from "../objects/object.ts";
import { Py_None } from "../objects/types.ts";
import { raiseErrno } from "./host_path.ts";
import { mayFollow, openPath, type Path, withPath } from "./posix_path.ts";

/** 0 where something could be made at a path; a negated errno. */
function refusal(path: Uint8Array): number {
  if (typeof host().stat(path, false) !== "number") return -ERRNO.EEXIST;
  const end = path.lastIndexOf(0x2f);
  const folder = end < 0 ? Uint8Array.of(0x2e) : path.subarray(0, Math.max(end, 1));
  const found = host().stat(folder, true);
  if (typeof found === "number") return found;
  return (found.mode & S.IFMT) === S.IFDIR ? 0 : -ERRNO.ENOTDIR;
}

function mkfifo(_m: Borrowed, value: Borrowed, _mode: number, directory: Borrowed): Owned {
  return withPath("mkfifo", value, (path) => raiseErrno(-(refusal(path.bytes) || -ERRNO.EPERM)), "", directory);
}

/** Files can be made this way, too. */
function mknod(_m: Borrowed, value: Borrowed, mode: number, _device: Borrowed, directory: Borrowed): Owned {
  const isFile = (mode & S.IFMT) === 0 || (mode & S.IFMT) === S.IFREG;
  const run = (path: Path): Owned => {
    const refused = refusal(path.bytes) || (isFile ? 0 : -ERRNO.EPERM);
    const fd = refused || host().open(path.bytes, O.WRONLY | O.CREAT | O.EXCL | O.CLOEXEC, mode & 0o7777);
    if (fd < 0) return raiseErrno(-fd);
    host().close(fd);
    return Py_None;
  };
  return withPath("mknod", value, run, "", directory);
}

function chroot(_m: Borrowed, value: Borrowed): Owned {
  return withPath("chroot", value, (path) => {
    const found = host().stat(path.bytes, true);
    if (typeof found === "number") return raiseErrno(-found, path.name);
    return raiseErrno((found.mode & S.IFMT) === S.IFDIR ? ERRNO.EPERM : ERRNO.ENOTDIR, path.name);
  });
}

// -- extended attributes -------------------------------------------------------------------------------------------------

/** A call on a path that is there, and perhaps an attribute of it; errno: what it is refused with. */
function attributeCall(where: string, value: Borrowed, attribute: Borrowed | null, follows: number): Owned {
  if (!mayFollow(where, value, follows)) return 0;
  const run = (path: Path): Owned => {
    const name = attribute === null ? null : openPath(where, attribute, "attribute");
    if (attribute !== null && name === null) return 0;
    if (name !== null) decref(name.name);
    const found = host().stat(path.bytes, follows !== 0);
    return raiseErrno(typeof found === "number" ? -found : ERRNO.ENOTSUP, path.name);
  };
  return withPath(where, value, run, "integer");
}

function setxattr(
  _m: Borrowed,
  path: Borrowed,
  attribute: Borrowed,
  value: Borrowed,
  _flags: number,
  follows: number,
): Owned {
  const buffer = openBuffer(value);
  if (buffer === null) return 0;
  closeBuffer(buffer);
  return attributeCall("setxattr", path, attribute, follows);
}

/** No attributes are an answer. */
function listxattr(_m: Borrowed, value: Borrowed, follows: number): Owned {
  if (value === 0 || value === Py_None) return PyList_New(0);
  if (!mayFollow("listxattr", value, follows)) return 0;
  const run = (path: Path): Owned => {
    const found = host().stat(path.bytes, follows !== 0);
    return typeof found === "number" ? raiseErrno(-found, path.name) : PyList_New(0);
  };
  return withPath("listxattr", value, run, "integer or None");
}

const NO_FOLLOW = "*, follow_symlinks: bool = True";

export const NODE_FUNCTIONS: readonly MethodRow[] = [
  ["mkfifo", "(path, mode: int = 438, *, dir_fd=None)", mkfifo],
  ["mknod", "(path, mode: int = 384, device=0, *, dir_fd=None)", mknod],
  ["chroot", "(path)", chroot],
  [
    "getxattr",
    `(path, attribute, ${NO_FOLLOW})`,
    (_m: Borrowed, path: Borrowed, attribute: Borrowed, follows: number) =>
      attributeCall("getxattr", path, attribute, follows),
  ],
  ["setxattr", `(path, attribute, value, flags: int = 0, ${NO_FOLLOW})`, setxattr],
  [
    "removexattr",
    `(path, attribute, ${NO_FOLLOW})`,
    (_m: Borrowed, path: Borrowed, attribute: Borrowed, follows: number) =>
      attributeCall("removexattr", path, attribute, follows),
  ],
  ["listxattr", `(path=None, ${NO_FOLLOW})`, listxattr],
];
