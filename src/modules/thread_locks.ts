// The locks of _thread. There is one thread: a lock that it waits for is released by nobody but a handler of a signal, so
// waiting without a limit is an error, and waiting with one takes its time.

import { gcUntrack } from "../gc/link.ts";
import type { Instant } from "../host/host.ts";
import { type Address, type Borrowed, type Owned, setPtr, setU8, u8, u32 } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { newModuleType } from "../objects/declare.ts";
import { raise } from "../objects/errors.ts";
import { bool, compactValue, PyLong_FromNumber } from "../objects/long_core.ts";
import { isTuple, Py_TPFLAGS_BASETYPE, Py_TPFLAGS_HAVE_GC, typeIn, typeOf } from "../objects/object.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../objects/tuple_core.ts";
import { freeOfHeapType } from "../objects/type_alloc.ts";
import { fullName } from "../objects/type_names.ts";
import { Py_None, PyExc_RuntimeError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { PyObject_ClearWeakRefs } from "../objects/weakref_core.ts";
import { durationOf, sleepFor, tooLarge } from "./duration.ts";
import { allocate, traverser } from "./type_support.ts";

export const lockobject = struct("lockobject", 40, {
  ...OBJECT_HEAD,
  lock_lock: [16, "ptr", "lock of the system; 0: there is none"],
  in_weakreflist: [24, "ptr", "PyWeakReference; head of the list"],
  locked: [32, "u8", "1 while held"],
});

export const rlockobject = struct("rlockobject", 48, {
  ...OBJECT_HEAD,
  rlock_lock: [16, "ptr", "lock of the system; 0: there is none"],
  rlock_owner: [24, "u64", "thread that holds it"],
  rlock_count: [32, "u64", "times it was acquired"],
  in_weakreflist: [40, "ptr", "PyWeakReference; head of the list"],
});

/** What get_ident answers for the only thread. */
export const MAIN_THREAD_IDENT = 1;
/** The longest wait in seconds that CPython's clock can count. */
export const TIMEOUT_MAX = 9223372036;

/** How long acquire waits: without end where it says so. Null with an error set. timeout: 0 for none. */
function waitOf(blocking: number, timeout: Borrowed): Instant | null {
  const wait = timeout === 0 ? ENDLESS : durationOf(timeout);
  if (wait === null) return null;
  const isEndless = wait.seconds === ENDLESS.seconds && wait.nanoseconds === 0;
  if (!blocking && !isEndless) raise(PyExc_ValueError, "can't specify a timeout for a non-blocking call");
  else if (wait.seconds < 0 && !isEndless) raise(PyExc_ValueError, "timeout value must be a non-negative number");
  else if (wait.seconds > TIMEOUT_MAX) tooLarge();
  else return wait;
  return null;
}

const ENDLESS: Instant = { seconds: -1, nanoseconds: 0 };

function waitForever(): 0 {
  return raise(PyExc_RuntimeError, "deadlock: the only thread waits for a lock that it holds itself");
}

// -- lock -----------------------------------------------------------------------------------------------------------------

function lock_acquire(lock: Borrowed, blocking: number, timeout: Borrowed): Owned {
  const wait = waitOf(blocking, timeout);
  if (wait === null) return 0;
  const isLocked = (): boolean => u8(lock + lockobject.locked) !== 0;
  if (isLocked() && blocking) {
    if (wait.seconds < 0) return waitForever();
    if (!sleepFor(wait, () => !isLocked())) return 0;
  }
  if (isLocked()) return bool(false);
  setU8(lock + lockobject.locked, 1);
  return bool(true);
}

function lock_release(lock: Borrowed): Owned {
  if (u8(lock + lockobject.locked) === 0) return raise(PyExc_RuntimeError, "release unlocked lock");
  setU8(lock + lockobject.locked, 0);
  return Py_None;
}

function lock_locked(lock: Borrowed): Owned {
  return bool(u8(lock + lockobject.locked) !== 0);
}

function lock_repr(lock: Borrowed): Owned {
  const state = u8(lock + lockobject.locked) ? "locked" : "unlocked";
  return PyUnicode_FromString(`<${state} ${fullName(typeOf(lock))} object at 0x${lock.toString(16)}>`);
}

function lock_reinit(lock: Borrowed): Owned {
  setU8(lock + lockobject.locked, 0);
  return Py_None;
}

function freeLock(lock: Address): void {
  gcUntrack(lock);
  PyObject_ClearWeakRefs(lock);
  freeOfHeapType(lock);
}

export function newLock(): Owned {
  return allocate(typeIn(lockType));
}

export const lockType = newModuleType({
  name: "_thread.lock",
  basicsize: lockobject.sizeof,
  weaklistoffset: lockobject.in_weakreflist,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: freeLock,
    tp_repr: lock_repr,
    tp_traverse: traverser(),
    tp_new: (type: Borrowed): Owned => allocate(type),
  },
  methods: [
    ["acquire_lock", "(blocking: bool = True, timeout=-1)", lock_acquire],
    ["acquire", "(blocking: bool = True, timeout=-1)", lock_acquire],
    ["release_lock", "()", lock_release],
    ["release", "()", lock_release],
    ["locked_lock", "()", lock_locked],
    ["locked", "()", lock_locked],
    ["__enter__", "()", (lock: Borrowed) => lock_acquire(lock, 1, 0)],
    ["__exit__", "(*exc_info)", lock_release],
    ["_at_fork_reinit", "()", lock_reinit],
  ],
});

// -- RLock ----------------------------------------------------------------------------------------------------------------

const countAt = (lock: Borrowed): Address => lock + rlockobject.rlock_count;

function setOwner(lock: Borrowed, owner: number, count: number): void {
  setPtr(lock + rlockobject.rlock_owner, owner);
  setPtr(countAt(lock), count);
}

function rlock_acquire(lock: Borrowed, blocking: number, timeout: Borrowed): Owned {
  if (waitOf(blocking, timeout) === null) return 0;
  setOwner(lock, MAIN_THREAD_IDENT, u32(countAt(lock)) + 1);
  return bool(true);
}

function rlock_release(lock: Borrowed): Owned {
  const count = u32(countAt(lock));
  if (count === 0) return raise(PyExc_RuntimeError, "cannot release un-acquired lock");
  setOwner(lock, count === 1 ? 0 : MAIN_THREAD_IDENT, count - 1);
  return Py_None;
}

function rlock_reinit(lock: Borrowed): Owned {
  setOwner(lock, 0, 0);
  return Py_None;
}

function rlock_repr(lock: Borrowed): Owned {
  const count = u32(countAt(lock));
  const owner = u32(lock + rlockobject.rlock_owner);
  return PyUnicode_FromString(
    `<${count ? "locked" : "unlocked"} ${fullName(typeOf(lock))} object owner=${owner} count=${count} at 0x${lock.toString(16)}>`,
  );
}

function rlock_release_save(lock: Borrowed): Owned {
  const count = u32(countAt(lock));
  if (count === 0) return raise(PyExc_RuntimeError, "cannot release un-acquired lock");
  setOwner(lock, 0, 0);
  return PyTuple_Pack(PyLong_FromNumber(count), PyLong_FromNumber(MAIN_THREAD_IDENT));
}

function rlock_acquire_restore(lock: Borrowed, state: Borrowed): Owned {
  if (!isTuple(state)) return raise(PyExc_TypeError, "an integer is required");
  setOwner(lock, MAIN_THREAD_IDENT, compactValue(PyTuple_GET_ITEM(state, 0)));
  return Py_None;
}

export const rlockType = newModuleType({
  name: "_thread.RLock",
  basicsize: rlockobject.sizeof,
  weaklistoffset: rlockobject.in_weakreflist,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_dealloc: freeLock,
    tp_repr: rlock_repr,
    tp_traverse: traverser(),
    tp_new: (type: Borrowed): Owned => allocate(type),
  },
  methods: [
    ["acquire", "(blocking: bool = True, timeout=-1)", rlock_acquire],
    ["release", "()", rlock_release],
    ["_is_owned", "()", (lock: Borrowed) => bool(u32(countAt(lock)) !== 0)],
    ["_acquire_restore", "(state, /)", rlock_acquire_restore],
    ["_release_save", "()", rlock_release_save],
    ["_recursion_count", "()", (lock: Borrowed) => PyLong_FromNumber(u32(countAt(lock)))],
    ["__enter__", "()", (lock: Borrowed) => rlock_acquire(lock, 1, 0)],
    ["__exit__", "(*exc_info)", rlock_release],
    ["_at_fork_reinit", "()", rlock_reinit],
  ],
});
