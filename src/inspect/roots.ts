// Where everything begins: _PyRuntime, its interpreters and threads, and the frames of each thread with what they hold.
//
// Invariant: the cookie of the debug offsets must stand at _PyRuntime, or there are no roots; chains have limits.
import { DATA_BASE } from "../memory/map.ts";
import { _PyInterpreterFrame, PyCellObject, PyFrameObject, PyGenObject } from "../memory/structs/code.ts";
import { _PyRuntimeState, _PyStackChunk, PyInterpreterState, PyThreadState } from "../memory/structs/runtime.ts";
import {
  boundNames,
  CO_FAST_CELL,
  CO_FAST_FREE,
  CO_FAST_HIDDEN,
  CO_OPTIMIZED,
  type CodeInfo,
  codeAt,
  lineAt,
} from "./code.ts";
import type { CallFact, FrameFact, NameFact, Reference } from "./facts.ts";
import { type Anchors, Inspection, perAddress, perMoment } from "./inspection.ts";
import { nameText, reference } from "./preview.ts";
import type { Address, MemoryReader } from "./reader.ts";
import { dictEntries } from "./tables.ts";
import { isObject, typeOf } from "./types.ts";

const COOKIE = "xdebugpy";

/** Whether the debug offsets begin here, hence _PyRuntime. */
export function isRuntime(reader: MemoryReader, at: Address): boolean {
  if (!reader.readable(at, COOKIE.length)) return false;
  for (let i = 0; i < COOKIE.length; i++) if (reader.u8(at + i) !== COOKIE.charCodeAt(i)) return false;
  return true;
}

/** A moment of the machine's memory: _PyRuntime begins the data region. */
export function machineMoment(reader: MemoryReader, anchors: Anchors | null): Inspection {
  return new Inspection(reader, DATA_BASE, anchors);
}

const INTERPRETER_LIMIT = 100;
const THREAD_LIMIT = 10_000;
const FRAME_LIMIT = 200_000;

export interface Thread {
  readonly address: Address;
  readonly interpreter: Address;
  readonly id: number;
  readonly currentFrame: Address;
  /** The exception being raised, or 0. */
  readonly exception: Address;
}

/** PyInterpreterStates, the main one first. */
export const interpreters: (m: Inspection) => readonly Address[] = perMoment((m) => {
  if (!isRuntime(m.reader, m.runtime)) return [];
  const found: Address[] = [];
  let at = m.ptr(m.runtime + _PyRuntimeState.interpreters_head);
  const seen = new Set<Address>();
  while (seen.size < INTERPRETER_LIMIT && !seen.has(at) && at > 0 && m.readable(at, PyInterpreterState.sizeof)) {
    seen.add(at);
    found.unshift(at);
    at = m.ptr(at + PyInterpreterState.next);
  }
  // Before the boot has linked it, the main interpreter stands in the runtime all the same.
  const main = m.runtime + _PyRuntimeState._main_interpreter;
  if (found.length === 0 && m.readable(main, PyInterpreterState.sizeof)) found.push(main);
  return found;
});

/** The main interpreter; 0 without any. */
export function mainInterpreter(m: Inspection): Address {
  return interpreters(m)[0] ?? 0;
}

/** The threads of all interpreters, oldest first. */
export const threads: (m: Inspection) => readonly Thread[] = perMoment((m) => {
  const found: Thread[] = [];
  for (const interpreter of interpreters(m)) {
    const own: Thread[] = [];
    const seen = new Set<Address>();
    let at = m.ptr(interpreter + PyInterpreterState.threads_head);
    if (at === 0) at = interpreter + PyInterpreterState._initial_thread;
    while (seen.size < THREAD_LIMIT && !seen.has(at) && at > 0 && m.readable(at, PyThreadState.sizeof)) {
      seen.add(at);
      own.unshift({
        address: at,
        interpreter,
        id: m.ptr(at + PyThreadState.id),
        currentFrame: m.ptr(at + PyThreadState.current_frame),
        exception: m.ptr(at + PyThreadState.current_exception),
      });
      at = m.ptr(at + PyThreadState.next);
    }
    found.push(...own);
  }
  return found;
});

/** The thread that runs: the first that has a frame. */
export function runningThread(m: Inspection): Thread | null {
  const all = threads(m);
  return all.find((thread) => thread.currentFrame !== 0) ?? all[0] ?? null;
}

export interface Frame {
  readonly address: Address;
  /** Null: a native frame (owned by the C stack), or damaged. */
  readonly code: CodeInfo | null;
  readonly isNative: boolean;
  readonly owner: number;
  /** Byte offset of the instruction that is executed next, or that made the call. */
  readonly offset: number;
  readonly line: number | null;
  readonly locals: Address;
  readonly localCount: number;
  /** Pointers in use from `locals` on, the value stack behind the locals; memory of a live process may not say. */
  readonly top: number;
}

const OWNED_BY_CSTACK = 3;
const NATIVE_LOCAL_LIMIT = 1000;

/** A _PyInterpreterFrame; null where none can be read. */
export const frameAt: (m: Inspection, frame: Address) => Frame | null = perAddress((m, frame) => {
  if (!(frame > 0) || frame % 8 !== 0 || !m.readable(frame, _PyInterpreterFrame.sizeof)) return null;
  const owner = m.u8(frame + _PyInterpreterFrame.owner);
  const isNative = owner === OWNED_BY_CSTACK;
  const code = isNative ? null : codeAt(m, m.ptr(frame + _PyInterpreterFrame.f_executable));
  if (!isNative && code === null) return null;
  const locals = frame + _PyInterpreterFrame.localsplus;
  const localCount = code === null ? 0 : code.localCount;
  const said = m.i32(frame + _PyInterpreterFrame.stacktop);
  const most = code === null ? NATIVE_LOCAL_LIMIT : localCount + Math.max(0, Math.min(code.stackSize, 10_000));
  let top = said >= 0 ? Math.min(said, most) : localCount;
  while (top > 0 && !m.readable(locals, top * 8)) top--;
  const offset = code === null ? 0 : m.ptr(frame + _PyInterpreterFrame.instr_ptr) - code.start;
  const line = code === null ? null : lineAt(code, offset);
  return { address: frame, code, isNative, owner, offset, line, locals, localCount, top };
});

/** All frames of a thread, innermost first, native ones too. */
export const framesOf: (m: Inspection, first: Address) => readonly Frame[] = perAddress((m, first) => {
  const found: Frame[] = [];
  const seen = new Set<Address>();
  for (let at = first; at !== 0 && !seen.has(at) && found.length < FRAME_LIMIT; ) {
    seen.add(at);
    const frame = frameAt(m, at);
    if (frame === null) break;
    found.push(frame);
    at = m.ptr(at + _PyInterpreterFrame.previous);
  }
  return found;
});

/** The Python frames of the running thread, outermost first. */
export const pythonFrames: (m: Inspection) => readonly Frame[] = perMoment((m) => {
  const thread = runningThread(m);
  if (thread === null) return [];
  return framesOf(m, thread.currentFrame)
    .filter((frame) => !frame.isNative)
    .reverse();
});

/** The Python frame that executes now; null when none does. */
export function currentFrame(m: Inspection): Frame | null {
  const frames = pythonFrames(m);
  return frames[frames.length - 1] ?? null;
}

export interface Name {
  readonly name: string;
  /** Where the pointer stands. */
  readonly slot: Address;
  readonly isCell: boolean;
}

const NAME_LIMIT = 5000;

/** A slot of localsplus as a program sees it: through the cell, once there is one. */
export function localSlot(m: Inspection, frame: Frame, index: number): Name | null {
  const kind = frame.code?.localKinds[index] ?? 0;
  const name = frame.code?.localNames[index] ?? "?";
  const slot = frame.locals + index * 8;
  const value = m.ptr(slot);
  const isCell = (kind & (CO_FAST_CELL | CO_FAST_FREE)) !== 0 && typeOf(m, value)?.builtin === "cell";
  const at = isCell ? value + PyCellObject.ob_ref : slot;
  // The variable of a comprehension is there only while that runs.
  if ((kind & CO_FAST_HIDDEN) !== 0 && m.ptr(at) === 0) return null;
  return { name, slot: at, isCell };
}

/** The names of a frame: locals of a function; the namespace of a module or class. */
export const namesOf: (m: Inspection, frame: Address) => readonly Name[] = perAddress((m, address) => {
  const frame = frameAt(m, address);
  if (frame === null || frame.code === null) return [];
  const names: Name[] = [];
  for (let i = 0; i < frame.localCount && m.readable(frame.locals + i * 8, 8); i++) {
    const name = localSlot(m, frame, i);
    if (name !== null) names.push(name);
  }
  const namespace = m.ptr(address + _PyInterpreterFrame.f_locals);
  if ((frame.code.flags & CO_OPTIMIZED) === 0 && typeOf(m, namespace)?.form === "dict") {
    for (const { key, slot } of dictEntries(m, namespace)) {
      if (names.length >= NAME_LIMIT) break;
      const name = nameText(m, key);
      if (name !== null) names.push({ name, slot, isCell: false });
    }
  }
  return names;
});

/** The frame that a generator holds. */
export function generatorFrame(generator: Address): Address {
  return generator + PyGenObject.gi_iframe;
}

/** The frame behind a frame object. */
export function frameOfObject(m: Inspection, object: Address): Frame | null {
  return frameAt(m, m.ptr(object + PyFrameObject.f_frame));
}

/** The value stack, bottom first; null pointers and what is no object are marked as such. */
export function valueStack(m: Inspection, frame: Frame): Reference[] {
  const stack: Reference[] = [];
  for (let i = frame.localCount; i < frame.top; i++) stack.push(stackEntry(m, frame.locals + i * 8));
  return stack;
}

export function stackEntry(m: Inspection, slot: Address): Reference {
  return reference(m, m.ptr(slot)) ?? { address: 0, kind: "buf", type: "NULL", text: "NULL", immortal: true };
}

export function callFact(frame: Frame): CallFact {
  const { code } = frame;
  return {
    frame: frame.address,
    code: code?.address ?? 0,
    function: code?.name ?? "?",
    file: code?.file ?? "?",
    line: frame.line,
  };
}

/** `was` of a slot: absent where it holds what it held before. */
export function wasOf(
  m: Inspection,
  previous: Inspection | null,
  slot: Address,
  isNew = false,
): { was?: Reference | null } {
  if (previous === null) return {};
  if (isNew || !previous.readable(slot, 8)) return m.ptr(slot) === 0 ? {} : { was: null };
  const before = previous.ptr(slot);
  if (before === m.ptr(slot)) return {};
  return { was: isObject(previous, before) ? reference(previous, before) : null };
}

const LAST_KINDS: ReadonlySet<string> = new Set(["cod", "cls"]);

/** __name__ and the like, which every module has. */
function isSpecialName(name: string): boolean {
  return name.length > 4 && name.startsWith("__") && name.endsWith("__");
}

/** A frame with its names. Functions and classes of a module come last; names that every module has are hidden, or come
 *  behind all others where every name is asked for. */
export function frameFact(
  m: Inspection,
  previous: Inspection | null,
  frame: Frame,
  state: FrameFact["state"],
  nameLimit: number,
  isWhole = false,
): FrameFact {
  const all = namesOf(m, frame.address);
  const isFunction = frame.code !== null && (frame.code.flags & CO_OPTIMIZED) !== 0;
  const isNew = previous !== null && !hadFrame(previous, frame.address, frame.code?.address ?? 0);
  const before = previous === null || isNew ? null : new Map(namesOf(previous, frame.address).map((n) => [n.name, n]));
  const facts: NameFact[] = [];
  for (const { name, slot } of all) {
    if (!isFunction && !isWhole && isSpecialName(name)) continue;
    facts.push({ name, slot, value: reference(m, m.ptr(slot)), ...nameWas(m, previous, before, name, slot, isNew) });
  }
  if (before !== null && !isFunction) {
    // Names deleted by this instruction.
    const now = new Set(all.map(({ name }) => name));
    for (const [name, { slot }] of before) {
      if (now.has(name) || (!isWhole && isSpecialName(name))) continue;
      facts.push({ name, slot, value: null, was: reference(previous!, previous!.ptr(slot)) });
    }
  }
  if (!isFunction) {
    const rank = ({ name, value }: NameFact) =>
      isSpecialName(name) ? 2 : value !== null && LAST_KINDS.has(value.kind) ? 1 : 0;
    facts.sort((a, b) => rank(a) - rank(b));
  }
  const names = facts.slice(0, nameLimit);
  return {
    address: frame.address,
    function: frame.code?.name ?? "?",
    file: frame.code?.file ?? "?",
    line: frame.line,
    state,
    names,
    hiddenNames: Math.max(0, Math.max(all.length, facts.length) - names.length),
    ...(isFunction || frame.code === null
      ? {}
      : { binds: boundNames(m, frame.code.address).filter((name) => !isSpecialName(name)) }),
  };
}

/** A name may have moved: a dict grew, a cell was made. It is the name's value that counts. */
function nameWas(
  m: Inspection,
  previous: Inspection | null,
  before: ReadonlyMap<string, Name> | null,
  name: string,
  slot: Address,
  isNew: boolean,
): { was?: Reference | null } {
  if (previous === null) return {};
  const value = m.ptr(slot);
  const old = before?.get(name);
  if (isNew || old === undefined) return value === 0 ? {} : { was: null };
  const oldValue = previous.ptr(old.slot);
  if (oldValue === value) return {};
  return { was: reference(previous, oldValue) };
}

/** Whether a thread of that moment had this frame, with this code. */
export function hadFrame(previous: Inspection, frame: Address, code: Address): boolean {
  return liveFrames(previous).get(frame) === code;
}

/** Every frame of every thread, with the address of its code. */
const liveFrames: (m: Inspection) => ReadonlyMap<Address, Address> = perMoment((m) => {
  const found = new Map<Address, Address>();
  for (const thread of threads(m)) {
    for (const frame of framesOf(m, thread.currentFrame)) found.set(frame.address, frame.code?.address ?? 0);
  }
  return found;
});

export interface StackChunk {
  readonly address: Address;
  readonly bytes: number;
}

const CHUNK_LIMIT = 100_000;

/** The mappings that hold threads' frames. */
export const stackChunks: (m: Inspection) => readonly StackChunk[] = perMoment((m) => {
  const found: StackChunk[] = [];
  const seen = new Set<Address>();
  for (const thread of threads(m)) {
    let at = m.ptr(thread.address + PyThreadState.datastack_chunk);
    while (seen.size < CHUNK_LIMIT && !seen.has(at) && at > 0 && m.readable(at, _PyStackChunk.sizeof)) {
      seen.add(at);
      const bytes = m.ptr(at + _PyStackChunk.size);
      if (!m.readable(at, bytes)) break;
      found.push({ address: at, bytes });
      at = m.ptr(at + _PyStackChunk.previous);
    }
  }
  return found;
});
