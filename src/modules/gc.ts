// The module gc: the collector's counters, switches and lists, and collections on demand.
import {
  collect,
  collectScheduled,
  DEBUG_COLLECTABLE,
  DEBUG_LEAK,
  DEBUG_SAVEALL,
  DEBUG_STATS,
  DEBUG_UNCOLLECTABLE,
  forEach,
  freeze,
  freezeCount,
  REASON_MANUAL,
  statsAt,
  traverse,
  unfreeze,
} from "../gc/collect.ts";
import { isFinalized } from "../gc/finalized.ts";
import { GC, GENERATION_COUNT, generationHead, isTracked } from "../gc/link.ts";
import { setCollection } from "../interpreter/pending.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setI32, ssize } from "../memory/memory.ts";
import { _gc_runtime_state, gc_generation, gc_generation_stats } from "../memory/structs/runtime.ts";
import { PyIndex_Check, sequenceIndex } from "../objects/abstract.ts";
import { callbackList, garbageList, isCollected, setDebugOutput } from "../objects/collect_hooks.ts";
import { convertInt } from "../objects/convert.ts";
import { declareModule } from "../objects/declare.ts";
import { PyDict_New } from "../objects/dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "../objects/errors.ts";
import { PyList_Append, PyList_New } from "../objects/list_core.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { decref, newRef, sizeOf } from "../objects/object.ts";
import { PyTuple_New, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import { Py_None, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { writeQuietly } from "./last_resort.ts";
import { setStolen } from "./make_module.ts";

const ENABLED = GC + _gc_runtime_state.enabled;
const DEBUG = GC + _gc_runtime_state.debug;

setCollection(collectScheduled);

setDebugOutput((line) => void writeQuietly(`${line}\n`));

function gc_collect(_module: Borrowed, generation: number): Owned {
  if (generation < 0 || generation >= GENERATION_COUNT) return raise(PyExc_ValueError, "invalid generation");
  return PyLong_FromNumber(collect(generation, REASON_MANUAL));
}

/** A tuple of one number a generation. */
function counters(offset: number): Owned {
  // Read first: the tuple itself is counted.
  const counts = Array.from({ length: GENERATION_COUNT }, (_, i) => i32(generationHead(i) + offset));
  const tuple = PyTuple_New(GENERATION_COUNT);
  if (tuple === 0) return PyErr_NoMemory();
  for (let i = 0; i < GENERATION_COUNT; i++) {
    PyTuple_SET_ITEM(tuple, i, PyLong_FromNumber(counts[i]));
  }
  return tuple;
}

function gc_set_threshold(_module: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (kwnames !== 0 && sizeOf(kwnames) > 0) {
    return raise(PyExc_TypeError, "gc.set_threshold() takes no keyword arguments");
  }
  if (nargs < 1 || nargs > GENERATION_COUNT) {
    return raise(PyExc_TypeError, `gc.set_threshold requires 1 to ${GENERATION_COUNT} arguments`);
  }
  // CPython passes a tuple, which the collector counts.
  const tuple = PyTuple_New(nargs);
  if (tuple === 0) return PyErr_NoMemory();
  decref(tuple);
  for (let i = 0; i < nargs; i++) {
    const threshold = convertInt(ptr(args + i * 8));
    if (threshold === -1 && PyErr_Occurred()) return 0;
    setI32(generationHead(i) + gc_generation.threshold, threshold);
  }
  return Py_None;
}

function gc_get_objects(_module: Borrowed, generation: Borrowed): Owned {
  let first = 0;
  let last = GENERATION_COUNT - 1;
  if (generation !== 0 && generation !== Py_None) {
    if (!PyIndex_Check(generation)) {
      return raise(PyExc_TypeError, `argument should be integer or None, not '${typeNameOf(generation)}'`);
    }
    const chosen = sequenceIndex(generation, PyExc_OverflowError);
    if (chosen === -1 && PyErr_Occurred()) return 0;
    // As in CPython, -1 stands for None.
    if (chosen !== -1) first = last = chosen;
    if (first >= GENERATION_COUNT) {
      return raise(
        PyExc_ValueError,
        `generation parameter must be less than the number of available generations (${GENERATION_COUNT})`,
      );
    }
    if (first < 0) return raise(PyExc_ValueError, "generation parameter cannot be negative");
  }
  const list = PyList_New(0);
  if (list === 0) return 0;
  for (let i = first; i <= last; i++) {
    forEach(generationHead(i), (o) => {
      if (o !== list) PyList_Append(list, o);
    });
  }
  return list;
}

function gc_get_referrers(_module: Borrowed, args: Address, nargs: number): Owned {
  const list = PyList_New(0);
  if (list === 0) return 0;
  const isSought = (o: Address): number => {
    for (let i = 0; i < nargs; i++) if (ptr(args + i * 8) === o) return 1;
    return 0;
  };
  for (let i = 0; i < GENERATION_COUNT; i++) {
    forEach(generationHead(i), (o) => {
      if (o !== list && traverse(o, isSought) !== 0) PyList_Append(list, o);
    });
  }
  return list;
}

function gc_get_referents(_module: Borrowed, args: Address, nargs: number): Owned {
  const list = PyList_New(0);
  if (list === 0) return 0;
  for (let i = 0; i < nargs; i++) {
    const o = ptr(args + i * 8);
    if (!isCollected(o)) continue;
    if (traverse(o, (referent) => (PyList_Append(list, referent) < 0 ? 1 : 0)) !== 0) {
      decref(list);
      return 0;
    }
  }
  return list;
}

function gc_get_stats(): Owned {
  const list = PyList_New(0);
  if (list === 0) return 0;
  for (let i = 0; i < GENERATION_COUNT; i++) {
    const dict = PyDict_New();
    const stats = statsAt(i);
    const failed =
      dict === 0 ||
      setStolen(dict, "collections", PyLong_FromNumber(ssize(stats + gc_generation_stats.collections))) < 0 ||
      setStolen(dict, "collected", PyLong_FromNumber(ssize(stats + gc_generation_stats.collected))) < 0 ||
      setStolen(dict, "uncollectable", PyLong_FromNumber(ssize(stats + gc_generation_stats.uncollectable))) < 0 ||
      PyList_Append(list, dict) < 0;
    if (dict !== 0) decref(dict);
    if (failed) {
      decref(list);
      return 0;
    }
  }
  return list;
}

const setting = (at: Address, value: number) => (): Owned => {
  setI32(at, value);
  return Py_None;
};

declareModule({
  name: "gc",
  functions: [
    ["enable", "()", setting(ENABLED, 1)],
    ["disable", "()", setting(ENABLED, 0)],
    ["isenabled", "()", () => bool(i32(ENABLED) !== 0)],
    [
      "set_debug",
      "(flags: int, /)",
      (_module: Borrowed, flags: number): Owned => {
        setI32(DEBUG, flags);
        return Py_None;
      },
    ],
    ["get_debug", "()", () => PyLong_FromNumber(i32(DEBUG))],
    ["get_count", "()", () => counters(gc_generation.count)],
    ["set_threshold", "!(threshold0, threshold1, threshold2, /)", gc_set_threshold],
    ["get_threshold", "()", () => counters(gc_generation.threshold)],
    ["collect", "(generation: int = 2)", gc_collect],
    ["get_objects", "(generation=None)", gc_get_objects],
    ["get_stats", "()", gc_get_stats],
    ["is_tracked", "(obj, /)", (_module: Borrowed, o: Borrowed) => bool(isCollected(o) && isTracked(o))],
    ["is_finalized", "(obj, /)", (_module: Borrowed, o: Borrowed) => bool(isCollected(o) && isFinalized(o))],
    ["get_referrers", "(*objs)", gc_get_referrers],
    ["get_referents", "(*objs)", gc_get_referents],
    [
      "freeze",
      "()",
      (): Owned => {
        freeze();
        return Py_None;
      },
    ],
    [
      "unfreeze",
      "()",
      (): Owned => {
        unfreeze();
        return Py_None;
      },
    ],
    ["get_freeze_count", "()", () => PyLong_FromNumber(freezeCount())],
  ],
  exec: (_module, dict) => {
    for (const [name, list] of [
      ["garbage", garbageList()],
      ["callbacks", callbackList()],
    ] as const) {
      if (list === 0 || setStolen(dict, name, newRef(list)) < 0) return -1;
    }
    for (const [name, value] of [
      ["DEBUG_STATS", DEBUG_STATS],
      ["DEBUG_COLLECTABLE", DEBUG_COLLECTABLE],
      ["DEBUG_UNCOLLECTABLE", DEBUG_UNCOLLECTABLE],
      ["DEBUG_SAVEALL", DEBUG_SAVEALL],
      ["DEBUG_LEAK", DEBUG_LEAK],
    ] as const) {
      if (setStolen(dict, name, PyLong_FromNumber(value)) < 0) return -1;
    }
    return 0;
  },
});
