// What sys tells and sets of the machine below: allocated blocks, interned strings, the switch between threads, flags for
// loading libraries, trampolines for profilers (there are none), and tracing of all threads.
import { profileFunction, setProfile, setTrace, traceFunction } from "../interpreter/monitoring/legacy.ts";
import { pushWatched } from "../interpreter/monitoring/watched.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Borrowed, i32, type Owned, setI32, setI64, u32 } from "../memory/memory.ts";
import { allocatedBlocks } from "../memory/pymalloc.ts";
import { _gil_runtime_state, _import_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { pushCall } from "../objects/call_object.ts";
import type { MethodRow } from "../objects/declare.ts";
import { PyDict_New, PyDict_SetItem, PyDict_Size } from "../objects/dict_core.ts";
import { nextKey, PyDict_Next } from "../objects/dict_object.ts";
import { argumentTypeName, handledException, raise } from "../objects/errors.ts";
import { newFloat } from "../objects/float_core.ts";
import { identifier } from "../objects/identifiers.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, isImmortal, isTuple, newRef } from "../objects/object.ts";
import { Py_None, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { textOf } from "../objects/unicode_core.ts";
import { internedStrings } from "../objects/unicode_intern.ts";
import { audit } from "./sys_audit.ts";

const TWO_32 = 4294967296;
const DLOPEN_FLAGS = INTERPRETER + PyInterpreterState.imports + _import_state.dlopenflags;
const INTERVAL = INTERPRETER + PyInterpreterState._gil + _gil_runtime_state.interval;
const MICROSECONDS = 1e6;
/** The number of the only thread there is. */
const MAIN_THREAD = 1;

const id_settrace = identifier("sys.settrace");
const id_setprofile = identifier("sys.setprofile");

const setting =
  (event: Borrowed, set: (callable: Borrowed) => number) =>
  (_module: Borrowed, f: Borrowed): Owned =>
    audit(event) < 0 || set(f === Py_None ? 0 : f) < 0 ? 0 : Py_None;

/** What watches the program watches func, too, although a tool calls it. */
function sys_call_tracing(_module: Borrowed, func: Borrowed, args: Borrowed): Owned {
  if (!isTuple(args))
    return raise(PyExc_TypeError, `call_tracing() argument 2 must be tuple, not ${argumentTypeName(args, 50)}`);
  return pushWatched(() => pushCall(func, args, 0));
}

function sys_setswitchinterval(_module: Borrowed, seconds: number): Owned {
  if (!(seconds > 0)) return raise(PyExc_ValueError, "switch interval must be strictly positive");
  const microseconds = Math.trunc(seconds * MICROSECONDS);
  setI64(INTERVAL, (microseconds % TWO_32) | 0, Math.floor(microseconds / TWO_32) | 0);
  return Py_None;
}

function sys_getswitchinterval(): Owned {
  return newFloat((u32(INTERVAL) + u32(INTERVAL + 4) * TWO_32) / MICROSECONDS);
}

function sys_current_exceptions(): Owned {
  const dict = PyDict_New();
  const key = PyLong_FromNumber(MAIN_THREAD);
  if (dict === 0 || PyDict_SetItem(dict, key, handledException() || Py_None) < 0) return 0;
  decref(key);
  return dict;
}

function sys_activate_stack_trampoline(_module: Borrowed, backend: Borrowed): Owned {
  const name = textOf(backend);
  if (name !== "perf") return raise(PyExc_ValueError, `invalid backend: ${name}`);
  return raise(PyExc_ValueError, "perf trampoline not available");
}

function sys_getunicodeinternedsize(_module: Borrowed, onlyImmortal: number): Owned {
  const strings = internedStrings();
  if (onlyImmortal === 0) return PyLong_FromNumber(PyDict_Size(strings));
  let count = 0;
  for (let at = PyDict_Next(strings, 0); at > 0; at = PyDict_Next(strings, at)) if (isImmortal(nextKey())) count++;
  return PyLong_FromNumber(count);
}

let pushSession: () => Owned = () => Py_None;
/** The machine registers the interactive session: what it pushes, or its end. */
export function setSession(push: () => Owned): void {
  pushSession = push;
}

/** For the boot: what a fresh interpreter has. */
export function initializeSettings(): void {
  setI32(DLOPEN_FLAGS, 2);
  setI64(INTERVAL, 5000, 0);
}

export const SETTING_FUNCTIONS: readonly MethodRow[] = [
  ["getallocatedblocks", "()", () => PyLong_FromNumber(allocatedBlocks())],
  ["getunicodeinternedsize", "(*, _only_immortal: bool = False)", sys_getunicodeinternedsize],
  ["getswitchinterval", "()", sys_getswitchinterval],
  ["setswitchinterval", "(interval: float, /)", sys_setswitchinterval],
  ["_baserepl", "()", () => pushSession()],
  ["getdlopenflags", "()", () => PyLong_FromNumber(i32(DLOPEN_FLAGS))],
  [
    "setdlopenflags",
    "(flags: int, /)",
    (_m: Borrowed, flags: number): Owned => {
      setI32(DLOPEN_FLAGS, flags);
      return Py_None;
    },
  ],
  ["activate_stack_trampoline", "(backend: str, /)", sys_activate_stack_trampoline],
  ["deactivate_stack_trampoline", "()", () => Py_None],
  ["is_stack_trampoline_active", "()", () => bool(false)],
  ["_current_exceptions", "()", sys_current_exceptions],
  ["gettrace", "()", () => newRef(traceFunction() || Py_None)],
  ["getprofile", "()", () => newRef(profileFunction() || Py_None)],
  ["settrace", "(function, /)", setting(id_settrace, setTrace)],
  ["setprofile", "(function, /)", setting(id_setprofile, setProfile)],
  ["_settraceallthreads", "(function, /)", setting(id_settrace, setTrace)],
  ["_setprofileallthreads", "(function, /)", setting(id_setprofile, setProfile)],
  ["call_tracing", "(func, args, /)", sys_call_tracing],
];
