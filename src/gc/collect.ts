// The cyclic collector, as 3.13's gc.c does it: generational, not incremental, in list order.
//
//   1 each candidate gets its reference count        2 less one for each reference from another candidate
//   3 what still has a count is reached from outside, and so is what it refers to; the rest is unreachable
//   4 weak references to the rest are cleared, their callbacks run; finalizers run
//   5 what finalizers brought back (steps 1 to 3 again) goes to the older generation; of the rest tp_clear is called
//
// Invariant: no object is freed here; tp_clear breaks cycles and reference counts do the rest. The lists' heads are
// static, which is enough because `collecting` keeps collections from nesting.
import { unreachable } from "../base/assert.ts";
import { reserveStatic } from "../memory/data.ts";
import { type Address, i32, ptr, setI32, setSsize, ssize, u32 } from "../memory/memory.ts";
import { PyGC_Head, PyObject, PyTypeObject } from "../memory/structs/object.ts";
import { _gc_runtime_state, gc_generation, gc_generation_stats } from "../memory/structs/runtime.ts";
import { Py_TPFLAGS_HAVE_GC, Py_TPFLAGS_HEAPTYPE, Py_TPFLAGS_TYPE_SUBCLASS } from "../memory/structs/type_flags.ts";
import { textFunction } from "../memory/text.ts";
import { isFinalized, setFinalized } from "./finalized.ts";
import {
  appendTo,
  clearCollecting,
  initList,
  isCollecting,
  isEmptyList,
  listSize,
  mergeLists,
  moveTo,
  NEXT_UNREACHABLE,
  nextOf,
  previousOf,
  refsOf,
  setNext,
  setPrevious,
  setRefs,
  startCounting,
} from "./generations.ts";
import { type CollectorHooks, collectorHooks } from "./hooks.ts";
import { fromGcHead, GC, GENERATION_COUNT, gcHead, generationHead } from "./link.ts";

export const DEBUG_STATS = 1;
export const DEBUG_COLLECTABLE = 2;
export const DEBUG_UNCOLLECTABLE = 4;
export const DEBUG_SAVEALL = 32;
export const DEBUG_LEAK = DEBUG_COLLECTABLE | DEBUG_UNCOLLECTABLE | DEBUG_SAVEALL;

/** Why a collection runs: the youngest generation is full, a program asked, or the end of the interpreter. */
export const REASON_HEAP = 0;
export const REASON_SHUTDOWN = 1;
export const REASON_MANUAL = 2;

/** Lets the counters choose the generation. */
export const GENERATION_AUTO = -1;

export const PERMANENT = GC + _gc_runtime_state.permanent_generation;

const newHead = (): Address => reserveStatic(PyGC_Head.sizeof);
const unreachableHead = newHead();
const stillUnreachableHead = newHead();
const legacyHead = newHead();
const callbackHead = newHead();
const seenHead = newHead();

export type Visit = (o: Address) => number;

function slotOf(o: Address, offset: number): Address {
  return ptr(ptr(o + PyObject.ob_type) + offset);
}

/** Calls visit with all that an object refers to; answers with its first nonzero answer. */
export function traverse(o: Address, visit: Visit): number {
  const f = slotOf(o, PyTypeObject.tp_traverse);
  return f === 0 ? 0 : textFunction<(o: Address, visit: Visit) => number>(f)(o, visit);
}

function updateRefs(list: Address): void {
  let next: Address;
  for (let head = nextOf(list); head !== list; head = next) {
    next = nextOf(head);
    const o = fromGcHead(head);
    if (i32(o) < 0) moveTo(PERMANENT, head);
    else startCounting(head, i32(o));
  }
}

/**
 * PyObject_IS_GC. Asked for each reference of each object, so most are told by their type's flags; types, of which only
 * those on the heap are collected, by their own.
 */
function isCollected(o: Address, hooks: CollectorHooks): boolean {
  const type = ptr(o + PyObject.ob_type);
  const flags = i32(type + PyTypeObject.tp_flags);
  if ((flags & Py_TPFLAGS_HAVE_GC) === 0) return false;
  if (flags & Py_TPFLAGS_TYPE_SUBCLASS) return (i32(o + PyTypeObject.tp_flags) & Py_TPFLAGS_HEAPTYPE) !== 0;
  return ptr(type + PyTypeObject.tp_is_gc) === 0 || hooks.isCollected(o);
}

function subtractRefs(list: Address, hooks: CollectorHooks): void {
  const visitDecref: Visit = (o) => {
    if (!isCollected(o, hooks)) return 0;
    const head = gcHead(o);
    if (!isCollecting(head)) return 0;
    const refs = refsOf(head);
    if (refs === 0) unreachable("an object has fewer references than referrers");
    setRefs(head, refs - 1);
    return 0;
  };
  for (let head = nextOf(list); head !== list; head = nextOf(head)) traverse(fromGcHead(head), visitDecref);
}

/** Splits a list: what is reached from outside stays, the rest goes to `rest`, its _gc_next marked. */
function moveUnreachable(list: Address, rest: Address, hooks: CollectorHooks): void {
  const visitReachable: Visit = (o) => {
    if (!isCollected(o, hooks)) return 0;
    const head = gcHead(o);
    if (!isCollecting(head)) return 0;
    const link = nextOf(head);
    if (link & NEXT_UNREACHABLE) {
      // It was thought unreachable: back to the end of the list, to be traversed when the walk comes there.
      const previous = previousOf(head);
      setNext(previous, link);
      setPrevious(link & ~NEXT_UNREACHABLE, previous);
      appendTo(list, head);
      setRefs(head, 1);
    } else if (refsOf(head) === 0) setRefs(head, 1);
    return 0;
  };
  let previous = list;
  let head = nextOf(list);
  while (head !== list) {
    if (refsOf(head) !== 0) {
      traverse(fromGcHead(head), visitReachable);
      setPrevious(head, previous);
      clearCollecting(head);
      previous = head;
    } else {
      setNext(previous, nextOf(head));
      const last = previousOf(rest);
      setNext(last, NEXT_UNREACHABLE | head);
      setPrevious(head, last);
      setNext(head, NEXT_UNREACHABLE | rest);
      setPrevious(rest, head);
    }
    head = nextOf(previous);
  }
  setPrevious(list, previous);
  setNext(rest, nextOf(rest) & ~NEXT_UNREACHABLE);
}

/** deduce_unreachable: `rest` gets what no one outside the list refers to. */
function deduceUnreachable(list: Address, rest: Address, hooks: CollectorHooks): void {
  updateRefs(list);
  subtractRefs(list, hooks);
  initList(rest);
  moveUnreachable(list, rest, hooks);
}

function clearMarks(list: Address): void {
  setNext(list, nextOf(list) & ~NEXT_UNREACHABLE);
  for (let head = nextOf(list); head !== list; head = nextOf(head)) setNext(head, nextOf(head) & ~NEXT_UNREACHABLE);
}

function hasLegacyFinalizer(o: Address): boolean {
  return slotOf(o, PyTypeObject.tp_del) !== 0;
}

/** Objects with tp_del, and all they reach, cannot be freed. Unmarks the links of the rest. */
function moveLegacyFinalizers(list: Address, legacy: Address, hooks: CollectorHooks): void {
  let next: Address;
  for (let head = nextOf(list); head !== list; head = next) {
    setNext(head, nextOf(head) & ~NEXT_UNREACHABLE);
    next = nextOf(head);
    if (hasLegacyFinalizer(fromGcHead(head))) {
      clearCollecting(head);
      moveTo(legacy, head);
    }
  }
  for (let head = nextOf(legacy); head !== legacy; head = nextOf(head)) {
    traverse(fromGcHead(head), (o) => {
      if (isCollected(o, hooks) && isCollecting(gcHead(o))) {
        moveTo(legacy, gcHead(o));
        clearCollecting(gcHead(o));
      }
      return 0;
    });
  }
}

/** Clears the weak references to the unreachable; calls back those that are reachable themselves. Answers how many died. */
function handleWeakReferences(list: Address, old: Address, hooks: CollectorHooks): number {
  initList(callbackHead);
  let next: Address;
  for (let head = nextOf(list); head !== list; head = next) {
    const o = fromGcHead(head);
    next = nextOf(head);
    if (hooks.isWeakReference(o)) hooks.clearReference(o);
    const slot = hooks.weaklistSlot(o);
    if (slot === 0) continue;
    for (let reference = ptr(slot); reference !== 0; reference = ptr(slot)) {
      hooks.clearReference(reference);
      if (hooks.callbackOf(reference) === 0 || isCollecting(gcHead(reference))) continue;
      hooks.incref(reference);
      moveTo(callbackHead, gcHead(reference));
    }
  }
  let freedCount = 0;
  while (!isEmptyList(callbackHead)) {
    const head = nextOf(callbackHead);
    hooks.callCallback(fromGcHead(head));
    hooks.decref(fromGcHead(head));
    if (nextOf(callbackHead) === head) moveTo(old, head);
    else freedCount++;
  }
  return freedCount;
}

function finalizeGarbage(list: Address, hooks: CollectorHooks): void {
  initList(seenHead);
  while (!isEmptyList(list)) {
    const head = nextOf(list);
    const o = fromGcHead(head);
    moveTo(seenHead, head);
    const finalize = slotOf(o, PyTypeObject.tp_finalize);
    if (finalize === 0 || isFinalized(o)) continue;
    setFinalized(o);
    hooks.incref(o);
    textFunction(finalize)(o);
    hooks.decref(o);
  }
  mergeLists(seenHead, list);
}

function handleResurrected(list: Address, rest: Address, old: Address, hooks: CollectorHooks): void {
  for (let head = nextOf(list); head !== list; head = nextOf(head)) clearCollecting(head);
  deduceUnreachable(list, rest, hooks);
  clearMarks(rest);
  mergeLists(list, old);
}

function deleteGarbage(list: Address, old: Address, debug: number, hooks: CollectorHooks): void {
  while (!isEmptyList(list)) {
    const head = nextOf(list);
    const o = fromGcHead(head);
    if (debug & DEBUG_SAVEALL) hooks.keepGarbage(o);
    else {
      const clear = slotOf(o, PyTypeObject.tp_clear);
      if (clear !== 0) {
        hooks.incref(o);
        textFunction(clear)(o);
        hooks.reportError(o);
        hooks.decref(o);
      }
    }
    if (nextOf(list) === head) {
      clearCollecting(head);
      moveTo(old, head);
    }
  }
}

function countAt(generation: number): Address {
  return generationHead(generation) + gc_generation.count;
}

/** gc_select_generation: the oldest that is over its threshold; a full collection only when enough is new. -1 for none. */
function selectGeneration(): number {
  for (let generation = GENERATION_COUNT - 1; generation >= 0; generation--) {
    if (i32(countAt(generation)) <= i32(generationHead(generation) + gc_generation.threshold)) continue;
    const pending = ssize(GC + _gc_runtime_state.long_lived_pending);
    const total = ssize(GC + _gc_runtime_state.long_lived_total);
    if (generation === GENERATION_COUNT - 1 && pending < Math.floor(total / 4)) continue;
    return generation;
  }
  return -1;
}

/** Where a counter of gc.get_stats() stands. */
export function statsAt(generation: number): Address {
  return GC + _gc_runtime_state.generation_stats + generation * gc_generation_stats.sizeof;
}

function add(at: Address, count: number): void {
  setSsize(at, ssize(at) + count);
}

/** gc_collect_main: answers how many unreachable objects were found. Errors are reported, never left pending. */
export function collect(generation: number, reason: number): number {
  if (i32(GC + _gc_runtime_state.collecting) !== 0) return 0;
  const hooks = collectorHooks();
  setI32(GC + _gc_runtime_state.collecting, 1);
  if (generation === GENERATION_AUTO) {
    generation = selectGeneration();
    if (generation < 0) {
      setI32(GC + _gc_runtime_state.collecting, 0);
      return 0;
    }
  }
  if (reason !== REASON_SHUTDOWN) hooks.notify("start", generation, 0, 0);
  const debug = i32(GC + _gc_runtime_state.debug);
  if (debug & DEBUG_STATS) {
    const sizes = [0, 1, 2].map((i) => listSize(generationHead(i))).join(" ");
    hooks.debugLine(`gc: collecting generation ${generation}...`);
    hooks.debugLine(`gc: objects in each generation: ${sizes}`);
    hooks.debugLine(`gc: objects in permanent generation: ${listSize(PERMANENT)}`);
  }
  if (generation + 1 < GENERATION_COUNT) setI32(countAt(generation + 1), i32(countAt(generation + 1)) + 1);
  for (let i = 0; i <= generation; i++) setI32(countAt(i), 0);
  for (let i = 0; i < generation; i++) mergeLists(generationHead(i), generationHead(generation));
  const young = generationHead(generation);
  const old = generation < GENERATION_COUNT - 1 ? generationHead(generation + 1) : young;
  deduceUnreachable(young, unreachableHead, hooks);
  forEach(young, hooks.untrackTuple);
  if (young !== old) {
    if (generation === GENERATION_COUNT - 2) add(GC + _gc_runtime_state.long_lived_pending, listSize(young));
    mergeLists(young, old);
  } else {
    forEach(young, hooks.untrackDict);
    setSsize(GC + _gc_runtime_state.long_lived_pending, 0);
    setSsize(GC + _gc_runtime_state.long_lived_total, listSize(young));
  }
  initList(legacyHead);
  moveLegacyFinalizers(unreachableHead, legacyHead, hooks);
  if (debug & DEBUG_COLLECTABLE) forEach(unreachableHead, (o) => hooks.debugObject("collectable", o));
  let collectedCount = handleWeakReferences(unreachableHead, old, hooks);
  finalizeGarbage(unreachableHead, hooks);
  handleResurrected(unreachableHead, stillUnreachableHead, old, hooks);
  collectedCount += listSize(stillUnreachableHead);
  deleteGarbage(stillUnreachableHead, old, debug, hooks);
  const uncollectableCount = listSize(legacyHead);
  if (debug & DEBUG_UNCOLLECTABLE) forEach(legacyHead, (o) => hooks.debugObject("uncollectable", o));
  if (debug & DEBUG_STATS) {
    hooks.debugLine(
      `gc: done, ${collectedCount + uncollectableCount} unreachable, ${uncollectableCount} uncollectable, 0.0000s elapsed`,
    );
  }
  forEach(legacyHead, (o) => {
    if (debug & DEBUG_SAVEALL || hasLegacyFinalizer(o)) hooks.keepGarbage(o);
  });
  mergeLists(legacyHead, old);
  if (generation === GENERATION_COUNT - 1) hooks.clearFreeLists();
  hooks.reportError(0);
  const stats = statsAt(generation);
  add(stats + gc_generation_stats.collections, 1);
  add(stats + gc_generation_stats.collected, collectedCount);
  add(stats + gc_generation_stats.uncollectable, uncollectableCount);
  if (reason !== REASON_SHUTDOWN) hooks.notify("stop", generation, collectedCount, uncollectableCount);
  setI32(GC + _gc_runtime_state.collecting, 0);
  return collectedCount + uncollectableCount;
}

/**
 * Whether a full collection would leave one of some objects alive. Nothing ends, and the generations, though joined, keep their
 * order, in which a collection later finds what it finalizes.
 */
export function wouldSurvive(objects: ReadonlySet<Address>): boolean {
  const hooks = collectorHooks();
  const list = generationHead(GENERATION_COUNT - 1);
  for (let i = 0; i < GENERATION_COUNT - 1; i++) mergeLists(generationHead(i), list);
  const heads: Address[] = [];
  for (let head = nextOf(list); head !== list; head = nextOf(head)) if (i32(fromGcHead(head)) >= 0) heads.push(head);
  deduceUnreachable(list, unreachableHead, hooks);
  let isAlive = false;
  forEach(list, (o) => {
    isAlive ||= objects.has(o);
  });
  clearMarks(unreachableHead);
  initList(list);
  initList(unreachableHead);
  for (const head of heads) {
    clearCollecting(head);
    appendTo(list, head);
  }
  return isAlive;
}

/** Visits the objects of a list; visit may take its object out of the list. */
export function forEach(list: Address, visit: (o: Address) => void): void {
  let next: Address;
  for (let head = nextOf(list); head !== list; head = next) {
    next = nextOf(head);
    visit(fromGcHead(head));
  }
}

/** What a safe point does when a collection was scheduled (_Py_RunGC). */
export function collectScheduled(): void {
  if (u32(GC + _gc_runtime_state.enabled) !== 0) collect(GENERATION_AUTO, REASON_HEAP);
}

/** _PyGC_Freeze: all tracked objects leave the generations. */
export function freeze(): void {
  for (let i = 0; i < GENERATION_COUNT; i++) {
    mergeLists(generationHead(i), PERMANENT);
    setI32(countAt(i), 0);
  }
}

/** _PyGC_Unfreeze: and come back into the oldest. */
export function unfreeze(): void {
  mergeLists(PERMANENT, generationHead(GENERATION_COUNT - 1));
}

export function freezeCount(): number {
  return listSize(PERMANENT);
}
