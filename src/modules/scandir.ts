// posix.scandir: the entries of a directory, with what is known of each.
//
// The host lists names. What a directory tells besides, the kind and the inode, is taken from a look at an entry when it
// is given out, and kept: is_dir() and the like answer from that, as CPython's answer from d_type.
// Invariant: names is null once the iterator is closed or has ended; it holds no descriptor.

import { ERRNO } from "../host/errno.ts";
import { host, S } from "../host/host.ts";
import {
  type Address,
  type Borrowed,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  setSsize,
  setU8,
  ssize,
  u8,
} from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { PyObject_Repr } from "../objects/abstract.ts";
import { bytesFromArray, bytesView } from "../objects/bytes_core.ts";
import { newModuleType } from "../objects/declare.ts";
import { PyErr_NoMemory } from "../objects/errors.ts";
import { genericAlias } from "../objects/generic_alias_call.ts";
import { PyList_Append, PyList_GET_ITEM, PyList_New } from "../objects/list_core.ts";
import { bool, compactValue, PyLong_FromNumber } from "../objects/long_core.ts";
import {
  clearSlot,
  decref,
  isBytes,
  isInt,
  newRef,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  sizeOf,
  typeIn,
  xdecref,
} from "../objects/object.ts";
import { PyTuple_GET_ITEM } from "../objects/tuple_core.ts";
import { allocateInstance, freeOfHeapType } from "../objects/type_alloc.ts";
import { Py_None } from "../objects/types.ts";
import { PyUnicode_FromString, textOf } from "../objects/unicode_core.ts";
import { pathBytes, raiseErrno } from "./host_path.ts";
import { decodeHostBytes } from "./host_text.ts";
import { descriptorOf, pathFrom, withPath } from "./posix_path.ts";
import { statObject } from "./stat_result.ts";

const direntry = struct("DirEntry", 72, {
  ...OBJECT_HEAD,
  name: [16, "ptr", "str or bytes"],
  path: [24, "ptr", "the directory's path and the name"],
  stat: [32, "ptr", "os.stat_result of what a link leads to, or null"],
  lstat: [40, "ptr", "os.stat_result of the entry itself, or null"],
  d_type: [48, "u8", "DT_…: kind of file"],
  d_ino: [56, "u64", "inode"],
  dir_fd: [64, "i32", "-1: it was found by path"],
});
const scandiriterator = struct("ScandirIterator", 120, {
  ...OBJECT_HEAD,
  path: [16, "ptr", "str or bytes: the directory; an int where it is read by a descriptor"],
  names: [24, "ptr", "list of bytes, or null"],
  index: [32, "i32", "the next name"],
});

/** d_type is the kind of a mode, shifted; 0 when it is not known. */
const KIND_SHIFT = 12;
const DT_UNKNOWN = 0;
const DT_LNK = S.IFLNK >> KIND_SHIFT;
const SLASH = 0x2f;
/** Where a stat_result has its mode. */
const ST_MODE = 0;

function joined(directory: Uint8Array, name: Uint8Array): Uint8Array {
  const separator = directory.length > 0 && directory[directory.length - 1] !== SLASH ? 1 : 0;
  const path = new Uint8Array(directory.length + separator + name.length);
  path.set(directory);
  if (separator > 0) path[directory.length] = SLASH;
  path.set(name, directory.length + separator);
  return path;
}

// -- entries --------------------------------------------------------------------------------------------------------------

/** directory: its path, or a descriptor that it was read by. */
function newEntry(directory: Uint8Array | number, name: Uint8Array, isOfBytes: boolean): Owned {
  const path = typeof directory === "number" ? name : joined(directory, name);
  const entry = allocateInstance(typeIn(entryType), 0);
  if (entry === 0) return 0;
  const make = isOfBytes ? bytesFromArray : decodeHostBytes;
  setPtr(entry + direntry.name, make(name));
  setPtr(entry + direntry.path, make(path));
  setI32(entry + direntry.dir_fd, typeof directory === "number" ? directory : NO_DESCRIPTOR);
  if (ptr(entry + direntry.name) === 0 || ptr(entry + direntry.path) === 0) {
    decref(entry);
    return PyErr_NoMemory();
  }
  const at = pathAt(entry, path);
  const found = typeof at === "number" ? at : host().stat(at, false);
  // One that is gone by now has no kind: asking for it looks again.
  if (typeof found !== "number") {
    setU8(entry + direntry.d_type, (found.mode & S.IFMT) >> KIND_SHIFT);
    setSsize(entry + direntry.d_ino, found.ino);
  }
  return entry;
}

function entry_dealloc(entry: Address): void {
  for (const field of [direntry.name, direntry.path, direntry.stat, direntry.lstat]) xdecref(ptr(entry + field));
  freeOfHeapType(entry);
}

function entry_repr(entry: Borrowed): Owned {
  const shown = PyObject_Repr(ptr(entry + direntry.name));
  if (shown === 0) return 0;
  const text = `<DirEntry ${textOf(shown)}>`;
  decref(shown);
  return PyUnicode_FromString(text);
}

const NO_DESCRIPTOR = -1;

/** The entry's path for the host; a negated errno. */
function pathAt(entry: Borrowed, path: Uint8Array): Uint8Array | number {
  const directory = i32(entry + direntry.dir_fd);
  return pathFrom(directory === NO_DESCRIPTOR ? undefined : directory, path);
}

/** A new look at the entry: a negated errno, or 0 with an error set, or the Owned stat_result. */
function lookAt(entry: Borrowed, followsLinks: boolean): number {
  const bytes = pathBytes(ptr(entry + direntry.path));
  if (bytes === null) return 0;
  const at = pathAt(entry, bytes);
  const found = typeof at === "number" ? at : host().stat(at, followsLinks);
  return typeof found === "number" ? found : statObject(found);
}

/** The stat_result, kept from the first look on: borrowed; or as lookAt answers. */
function status(entry: Borrowed, followsLinks: boolean): number {
  const follows = followsLinks && (isKind(entry, DT_LNK) || isKind(entry, DT_UNKNOWN));
  const slot = entry + (follows ? direntry.stat : direntry.lstat);
  if (ptr(slot) !== 0) return ptr(slot);
  const found = lookAt(entry, follows);
  if (found > 0) setPtr(slot, found);
  return found;
}

const isKind = (entry: Borrowed, kind: number): boolean => u8(entry + direntry.d_type) === kind;

function entry_stat(entry: Borrowed, followsLinks: number): Owned {
  const found = status(entry, followsLinks !== 0);
  return found < 0 ? raiseErrno(-found, ptr(entry + direntry.path)) : found === 0 ? 0 : newRef(found);
}

/** is_dir and is_file, is_symlink: whether the entry, or what it leads to, is of a kind. */
function kindTest(mode: number) {
  const kind = mode >> KIND_SHIFT;
  return (entry: Borrowed, followsLinks: number): Owned => {
    const follows = followsLinks !== 0;
    if (!isKind(entry, DT_UNKNOWN) && !(follows && isKind(entry, DT_LNK))) return bool(isKind(entry, kind));
    const found = status(entry, follows);
    if (found > 0) return bool((compactValue(PyTuple_GET_ITEM(found, ST_MODE)) & S.IFMT) === mode);
    if (found === -ERRNO.ENOENT) return bool(false);
    return found === 0 ? 0 : raiseErrno(-found, ptr(entry + direntry.path));
  };
}

const fspathOf = (entry: Borrowed): Owned => newRef(ptr(entry + direntry.path));
const isLink = kindTest(S.IFLNK);

export const entryType = newModuleType({
  name: "posix.DirEntry",
  isMutable: true,
  basicsize: direntry.sizeof,
  flags: Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: { tp_dealloc: entry_dealloc, tp_repr: entry_repr },
  members: [
    ["name", "object", direntry.name, "readonly"],
    ["path", "object", direntry.path, "readonly"],
  ],
  methods: [
    ["is_dir", "(*, follow_symlinks: bool = True)", kindTest(S.IFDIR)],
    ["is_file", "(*, follow_symlinks: bool = True)", kindTest(S.IFREG)],
    ["is_symlink", "()", (entry: Borrowed) => isLink(entry, 0)],
    ["is_junction", "()", () => bool(false)],
    ["stat", "(*, follow_symlinks: bool = True)", entry_stat],
    ["inode", "()", (entry: Borrowed) => PyLong_FromNumber(ssize(entry + direntry.d_ino))],
    ["__fspath__", "()", fspathOf],
    ["__class_getitem__", "@classmethod (object, /)", genericAlias],
  ],
});

// -- the iterator ---------------------------------------------------------------------------------------------------------

function iterator_next(o: Borrowed): Owned {
  const names = ptr(o + scandiriterator.names);
  if (names === 0) return 0;
  const index = i32(o + scandiriterator.index);
  if (index >= sizeOf(names)) {
    clearSlot(o + scandiriterator.names);
    return 0;
  }
  setI32(o + scandiriterator.index, index + 1);
  const path = ptr(o + scandiriterator.path);
  const directory = isInt(path) ? descriptorOf(path) : pathBytes(path);
  return directory === null ? 0 : newEntry(directory, bytesView(PyList_GET_ITEM(names, index)).slice(), isBytes(path));
}

function iterator_close(o: Borrowed): Owned {
  clearSlot(o + scandiriterator.names);
  return Py_None;
}

function iterator_dealloc(o: Address): void {
  xdecref(ptr(o + scandiriterator.names));
  xdecref(ptr(o + scandiriterator.path));
  freeOfHeapType(o);
}

export const scandirIteratorType = newModuleType({
  name: "posix.ScandirIterator",
  isMutable: true,
  basicsize: scandiriterator.sizeof,
  flags: Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: { tp_dealloc: iterator_dealloc, tp_iter: (o: Borrowed): Owned => newRef(o), tp_iternext: iterator_next },
  methods: [
    ["__enter__", "()", (o: Borrowed) => newRef(o)],
    ["__exit__", "(*exc_info)", iterator_close],
    ["close", "()", iterator_close],
  ],
});

export function scandir(_module: Borrowed, value: Borrowed): Owned {
  if (value !== 0 && value !== Py_None) {
    return withPath("scandir", value, (path) => namesIn(path.bytes, path.name, path.name), "integer or None");
  }
  const here = PyUnicode_FromString(".");
  const result = here === 0 ? 0 : namesIn(Uint8Array.of(0x2e), here, Py_None);
  xdecref(here);
  return result;
}

/** An iterator over a directory's names; shown: what an error carries. */
function namesIn(bytes: Uint8Array, directory: Borrowed, shown: Borrowed): Owned {
  const found = host().list(bytes);
  if (typeof found === "number") return raiseErrno(-found, shown);
  const names = listOf(found);
  const o = names === 0 ? 0 : allocateInstance(typeIn(scandirIteratorType), 0);
  if (o === 0) {
    xdecref(names);
    return 0;
  }
  setPtr(o + scandiriterator.path, newRef(directory));
  setPtr(o + scandiriterator.names, names);
  return o;
}

function listOf(names: readonly Uint8Array[]): Owned {
  const list = PyList_New(0);
  if (list === 0) return 0;
  for (const name of names) {
    const o = bytesFromArray(name);
    if (o === 0 || PyList_Append(list, o) < 0) {
      decref(list);
      return PyErr_NoMemory();
    }
    decref(o);
  }
  return list;
}
