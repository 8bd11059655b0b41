// Names and objects of a moment: frames with their names, the objects that the names reach, nearest first, and what this
// instruction changed against the moment before.
//
// Invariant: an object's identity is its address; only objects that are shown are looked into, so the work is bounded by
// what was asked for.
import {
  type FrameFact,
  HIDDEN_COUNT_LIMIT,
  type ObjectFact,
  type ObjectsFacts,
  type Reference,
  type SlotFact,
} from "./facts.ts";
import { blockOfObject, isLive } from "./heap.ts";
import { followedSlots, heldSlots, isDrawn } from "./held.ts";
import { type Inspection, perMoment } from "./inspection.ts";
import { damagedFrom, fieldSlots, itemSlots, lengthOf, type Slot } from "./objects.ts";
import { preview, reference } from "./preview.ts";
import type { Address } from "./reader.ts";
import { currentFrame, type Frame, frameFact, namesOf, pythonFrames, wasOf } from "./roots.ts";
import { isObject, referencesOf, type TypeInfo, typeOf } from "./types.ts";

export interface ObjectsQuery {
  /** 0: frames and their names alone. */
  readonly objectLimit: number;
  readonly slotLimit: number;
  readonly nameLimit: number;
  readonly frameLimit: number;
  /** Containers and frames that the reader opened: show all slots or names up to expandedSlotLimit. */
  readonly expanded: readonly Address[];
  readonly expandedSlotLimit: number;
  /** Given beyond the limit too, if they live. */
  readonly also: readonly Address[];
}

/** Containers whose length a program can ask for. */
function containerLength(m: Inspection, object: Address, type: TypeInfo): number | null {
  return type.kind === "txt" ? null : lengthOf(m, object, type);
}

const FIELD_LIMIT = 5000;

/** The slots of an object, at most so many, and how many there are in all. */
function shownSlots(m: Inspection, object: Address, type: TypeInfo, limit: number): { shown: Slot[]; total: number } {
  const shown: Slot[] = [];
  let total = 0;
  for (const each of fieldSlots(m, object, type)) {
    if (++total <= limit) shown.push(each);
    if (total >= FIELD_LIMIT) break;
  }
  const length = containerLength(m, object, type) ?? 0;
  let entries = 0;
  for (const each of itemSlots(m, object, type)) {
    if (shown.length >= limit) break;
    if (!each.isKey) {
      entries++;
      shown.push(each);
    } else if (preview(m, m.ptr(each.slot)) === null && isObject(m, m.ptr(each.slot))) {
      // The label cannot say which key it is, so the key is an object of its own in the picture.
      shown.push(each);
    }
  }
  return { shown, total: total + Math.max(length, entries) + shown.filter((each) => each.isKey).length };
}

/** An object with its slots, or with those that are given. */
export function objectFact(
  m: Inspection,
  previous: Inspection | null,
  object: Address,
  slotLimit: number,
  held: readonly Slot[] | null = null,
): ObjectFact | null {
  const type = typeOf(m, object);
  if (type === null) return null;
  const wasLive = previous !== null && isLive(previous, object);
  const isNew = previous !== null && !wasLive;
  const damaged = damagedFrom(m, object, type);
  const { shown, total } =
    held === null ? shownSlots(m, object, type, slotLimit) : { shown: held.slice(0, slotLimit), total: held.length };
  const references = referencesOf(m, object);
  const wasReferences = wasLive ? referencesOf(previous, object) : null;
  const facts: SlotFact[] = shown.map((each) => ({
    label: each.label(),
    role: each.role,
    slot: each.slot,
    value: reference(m, m.ptr(each.slot)),
    ...wasOf(m, previous, each.slot, isNew),
  }));
  return {
    address: object,
    kind: type.kind,
    type: type.name,
    text: preview(m, object),
    references,
    ...(references !== null && wasReferences !== null && wasReferences !== references ? { wasReferences } : {}),
    bytes: blockOfObject(m, object, type).bytes,
    state: damaged !== null ? "damaged" : isNew ? "new" : "live",
    ...(damaged === null ? {} : { damagedFrom: damaged }),
    length: containerLength(m, object, type),
    slots: facts,
    hiddenSlots: Math.max(0, total - facts.length),
  };
}

/** An object that this instruction freed, as it was. */
function freedFact(previous: Inspection, object: Address, slotLimit: number): ObjectFact | null {
  const fact = objectFact(previous, null, object, slotLimit);
  return fact === null ? null : { ...fact, state: "freed" };
}

/** The frames that are shown, outermost first: where they are too many, the outermost, and the innermost ones. */
function frameFacts(
  m: Inspection,
  previous: Inspection | null,
  query: ObjectsQuery,
): { shown: readonly Frame[]; facts: FrameFact[]; hidden: number } {
  const all = pythonFrames(m);
  const inner = Math.max(1, query.frameLimit - 1);
  const shown = all.length <= query.frameLimit ? all : [all[0], ...all.slice(all.length - inner)];
  const facts = shown.map((frame) => {
    const isWhole = query.expanded.includes(frame.address);
    const limit = isWhole ? query.expandedSlotLimit : query.nameLimit;
    return frameFact(m, previous, frame, frame === all[all.length - 1] ? "running" : "calling", limit, isWhole);
  });
  return { shown, facts, hidden: all.length - shown.length };
}

/** The view of names and objects. */
export function objectsFacts(m: Inspection, previous: Inspection | null, query: ObjectsQuery): ObjectsFacts {
  const { facts: frames, hidden } = frameFacts(m, previous, query);
  const expanded = new Set(query.expanded);
  const seen = new Set<Address>();
  const queue: Address[] = [];
  const freed: Address[] = [];
  const add = (address: Address, isAsked = false) => {
    if (address === 0 || seen.has(address)) return;
    if (isLive(m, address)) {
      if (!isAsked && !isDrawn(typeOf(m, address) as TypeInfo) && heldSlots(m, address) === null) return;
      seen.add(address);
      queue.push(address);
    }
  };
  const addFreed = (address: Address) => {
    if (previous === null || address === 0 || seen.has(address) || isLive(m, address)) return;
    const type = typeOf(previous, address);
    if (type === null || !isDrawn(type) || !isLive(previous, address)) return;
    seen.add(address);
    freed.push(address);
  };
  for (const frame of frames) for (const { value } of frame.names) if (value !== null) add(value.address);
  const running = currentFrame(m);
  if (running !== null) for (let i = running.localCount; i < running.top; i++) add(m.ptr(running.locals + i * 8));
  for (const frame of frames) for (const { was } of frame.names) if (was) addFreed(was.address);
  takenOf(m, previous).forEach(addFreed);

  const objects: ObjectFact[] = [];
  const show = (address: Address) => {
    const limit = expanded.has(address) ? query.expandedSlotLimit : query.slotLimit;
    const fact = objectFact(m, previous, address, limit, heldSlots(m, address));
    if (fact === null) return;
    objects.push(fact);
    for (const { value, was } of fact.slots) {
      if (value !== null) add(value.address);
      if (was) addFreed(was.address);
    }
  };
  let next = 0;
  while (next < queue.length && objects.length < query.objectLimit) show(queue[next++]);
  let shownLater = 0;
  for (const address of query.also) {
    const at = queue.indexOf(address, next);
    if (at >= 0) {
      shownLater++;
      show(address);
    } else if (!seen.has(address)) {
      add(address, true);
      if (queue[queue.length - 1] === address) {
        shownLater++;
        show(address);
      }
    }
  }
  // What is not shown is only counted, and not where frames alone are asked for.
  const most = query.objectLimit === 0 ? 0 : next + shownLater + HIDDEN_COUNT_LIMIT;
  for (let i = next; i < queue.length && queue.length < most; i++) {
    for (const each of followedSlots(m, queue[i])) add(m.ptr(each.slot));
  }
  const hiddenObjects = Math.max(0, Math.min(HIDDEN_COUNT_LIMIT, queue.length - next - shownLater));
  // What freed objects held may have died with them.
  for (let i = 0; i < freed.length && i < query.objectLimit; i++) {
    const fact = freedFact(previous as Inspection, freed[i], query.slotLimit);
    if (fact === null) continue;
    objects.push(fact);
    for (const { value } of fact.slots) if (value !== null) addFreed(value.address);
  }
  const holders = new Set(
    objects.filter(({ address }) => heldSlots(m, address) !== null).map(({ address }) => address),
  );
  return {
    frames: frames.map((frame) => ({ ...frame, names: frame.names.map((name) => telling(name, holders)) })),
    hiddenFrames: hidden,
    objects: objects.map((object) => ({ ...object, slots: object.slots.map((each) => telling(each, holders)) })),
    hiddenObjects,
  };
}

/** Says of what a name or slot leads to whether it is among these. */
function telling<T extends { readonly value: Reference | null; readonly was?: Reference | null }>(
  of: T,
  holders: ReadonlySet<Address>,
): T {
  const said = (reference: Reference | null) =>
    reference !== null && holders.has(reference.address) ? { ...reference, holds: true } : reference;
  if (holders.size === 0) return of;
  return { ...of, value: said(of.value), ...(of.was === undefined ? {} : { was: said(of.was) }) };
}

/** What stood on the running frame's value stack in the moment before and does not now, topmost last. */
export function takenOf(m: Inspection, previous: Inspection | null): Address[] {
  const before = previous === null ? null : currentFrame(previous);
  if (previous === null || before === null) return [];
  const now = currentFrame(m);
  const isSame = now !== null && now.address === before.address && now.code?.address === before.code?.address;
  const taken: Address[] = [];
  let kept = before.localCount;
  // The common bottom of both stacks stays; what was above it has been taken.
  while (isSame && kept < Math.min(before.top, now.top)) {
    if (previous.ptr(before.locals + kept * 8) !== m.ptr(now.locals + kept * 8)) break;
    kept++;
  }
  for (let i = kept; i < before.top; i++) {
    const value = previous.ptr(before.locals + i * 8);
    if (value !== 0) taken.push(value);
  }
  return taken;
}

// -- paths -------------------------------------------------------------------------------------------------------------

const PATH_OBJECT_LIMIT = 5000;
const PATH_SLOT_LIMIT = 1000;

/** The step from an object to what a slot of it holds, as a program writes it. */
export function stepText(slot: Slot): string {
  if (slot.role === "entry") return `[${slot.label()}]`;
  if (slot.role === "item") return slot.label().startsWith("[") ? slot.label() : `{${slot.label()}}`;
  return `.${slot.label()}`;
}

interface PathNode {
  readonly address: Address;
  readonly from: PathNode | null;
  readonly step: () => string;
  /** Function of the frame, at the beginning of the way. */
  readonly root: string;
}

/** The shortest ways from names to objects, one walk for the moment; the innermost frame's names come first. */
const paths: (m: Inspection) => ReadonlyMap<Address, PathNode> = perMoment((m) => {
  const known = new Map<Address, PathNode>();
  const queue: PathNode[] = [];
  const add = (address: Address, from: PathNode | null, step: () => string, root: string) => {
    if (address === 0 || known.has(address) || !isObject(m, address)) return;
    const node = { address, from, step, root };
    known.set(address, node);
    queue.push(node);
  };
  for (const frame of [...pythonFrames(m)].reverse()) {
    if (known.size > PATH_OBJECT_LIMIT) break;
    for (const { name, slot } of namesOf(m, frame.address)) {
      add(m.ptr(slot), null, () => name, frame.code?.name ?? "?");
    }
  }
  for (let i = 0; i < queue.length && known.size <= PATH_OBJECT_LIMIT; i++) {
    const node = queue[i];
    let count = 0;
    for (const each of followedSlots(m, node.address)) {
      if (++count > PATH_SLOT_LIMIT) break;
      add(m.ptr(each.slot), node, () => stepText(each), node.root);
    }
  }
  return known;
});

/** Objects that names lead to, nearest first, within the limit of the walk. */
export function namedObjects(m: Inspection): Iterable<Address> {
  return paths(m).keys();
}

/** The shortest way from a name to an object: function, name, steps; empty where none was found within the limit. */
export function pathTo(m: Inspection, target: Address): string[] {
  const node = paths(m).get(target);
  if (node === undefined) return [];
  const steps: string[] = [];
  for (let at: PathNode | null = node; at !== null; at = at.from) steps.unshift(at.step());
  return [node.root, ...steps];
}
