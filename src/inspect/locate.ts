// One address in full: where it lies, what it is, who points to it, and finding addresses by name, type or value.
//
// Invariant: a referrer is a slot that a walk of its owner yields; stale words in dead memory are none.
import { _PyInterpreterFrame, PyModuleObject } from "../memory/structs/code.ts";
import { _import_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import type { Finding, ReferrerFact, SelectionFacts } from "./facts.ts";
import { namedObjects, pathTo } from "./graph.ts";
import { blockOfObject, heap, isLive, objectAround, type Place, placeOf } from "./heap.ts";
import { followedSlots } from "./held.ts";
import { type Inspection, perAddress, perMoment } from "./inspection.ts";
import { collectorState, generationOf, getsizeof, slotAt } from "./objects.ts";
import { nameText, preview, reference } from "./preview.ts";
import { POOL_OVERHEAD } from "./pymalloc.ts";
import type { Address } from "./reader.ts";
import {
  currentFrame,
  type Frame,
  frameAt,
  framesOf,
  interpreters,
  localSlot,
  namesOf,
  pythonFrames,
  threads,
} from "./roots.ts";
import { objectStructure, structureAround, textSlotName } from "./structures.ts";
import { dictEntries } from "./tables.ts";
import { isObject, referencesOf, type TypeInfo, typeOf } from "./types.ts";
import { codePointsOf, floatFields, floatText, intFields, intText, stringFields } from "./values.ts";

// -- referrers ---------------------------------------------------------------------------------------------------------

const HIT_LIMIT = 100_000;
/** Hits that are looked into; what is beyond is only counted. */
const RESOLVE_LIMIT = 400;

/** Addresses of all aligned words that hold a value. */
const wordsHolding: (m: Inspection, value: Address) => readonly Address[] = perAddress((m, value) => {
  const low = (value % 2 ** 32) | 0;
  const high = Math.floor(value / 2 ** 32) | 0;
  const hits: Address[] = [];
  for (const range of m.reader.ranges) {
    if (range.from % 8 !== 0) continue;
    const bytes = m.bytes(range.from, range.bytes - (range.bytes % 8));
    if (bytes.byteOffset % 4 !== 0) {
      for (let at = 0; at + 8 <= bytes.length && hits.length < HIT_LIMIT; at += 8) {
        if (m.ptr(range.from + at) === value) hits.push(range.from + at);
      }
      continue;
    }
    const words = new Int32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 4));
    for (let i = 0; i + 1 < words.length; i += 2) {
      if (words[i] !== low || words[i + 1] !== high) continue;
      hits.push(range.from + i * 4);
      if (hits.length >= HIT_LIMIT) return hits;
    }
  }
  return hits;
});

/** Dicts that are namespaces of modules or of frames, by the name of the module. */
const namespaces: (m: Inspection) => ReadonlyMap<Address, string> = perMoment((m) => {
  const found = new Map<Address, string>();
  for (const interpreter of interpreters(m)) {
    const modules = m.ptr(interpreter + PyInterpreterState.imports + _import_state.modules);
    if (typeOf(m, modules)?.form !== "dict") continue;
    for (const { key, value } of dictEntries(m, modules)) {
      if (typeOf(m, value)?.builtin !== "module") continue;
      found.set(m.ptr(value + PyModuleObject.md_dict), nameText(m, key) ?? "?");
    }
  }
  for (const frame of pythonFrames(m)) {
    const globals = m.ptr(frame.address + _PyInterpreterFrame.f_globals);
    if (!found.has(globals) && frame.code !== null) found.set(globals, frame.code.name);
    const locals = m.ptr(frame.address + _PyInterpreterFrame.f_locals);
    if (locals !== 0 && !found.has(locals) && frame.code !== null) found.set(locals, frame.code.name);
  }
  return found;
});

function frameAround(m: Inspection, at: Address): Frame | null {
  for (const thread of threads(m)) {
    for (const frame of framesOf(m, thread.currentFrame)) {
      if (at >= frame.locals && at < frame.locals + frame.top * 8) return frame;
    }
  }
  return null;
}

/** Who holds the pointer at an address; null when nobody who lives does. */
function referrerAt(m: Inspection, at: Address): ReferrerFact | null {
  const place = placeOf(m, at);
  if (place.region === "stack") {
    const frame = frameAround(m, at);
    if (frame === null) return null;
    const index = (at - frame.locals) / 8;
    const local = index < frame.localCount ? localSlot(m, frame, index) : null;
    return {
      owner: frame.code?.name ?? textSlotName(m, m.ptr(frame.address + _PyInterpreterFrame.instr_ptr)),
      ownerAddress: frame.address,
      kind: "cod",
      how: local === null ? "stack" : "local",
      label: local?.name ?? `stack[${Math.max(0, index - frame.localCount)}]`,
      slot: at,
    };
  }
  if (place.region === "static") {
    // Types and singletons refer too, but the runtime's own tables are nobody's objects.
    const owner = objectAround(m, at);
    return owner === 0 ? null : ownerReferrer(m, owner, at);
  }
  if ((place.region !== "pool" && place.region !== "chunk") || place.state !== "used") return null;
  const owner = objectAround(m, at) || (heap(m).owners.get(place.block)?.owner ?? 0);
  return owner === 0 ? null : ownerReferrer(m, owner, at);
}

function ownerReferrer(m: Inspection, owner: Address, at: Address): ReferrerFact | null {
  if (!isLive(m, owner)) return null;
  const found = slotAt(m, owner, at);
  if (found === null || found.label() === "ob_type") return null;
  const type = typeOf(m, owner) as TypeInfo;
  const namespace = namespaces(m).get(owner);
  if (namespace !== undefined && found.how === "value") {
    const label = found.label();
    const isQuoted = /^['"]/.test(label);
    return {
      owner: namespace,
      ownerAddress: owner,
      kind: "cls",
      how: "global",
      label: isQuoted ? label.slice(1, -1) : label,
      slot: at,
    };
  }
  return {
    owner: preview(m, owner) ?? type.name,
    ownerAddress: owner,
    kind: type.kind,
    how: found.how,
    label: found.label(),
    slot: at,
  };
}

/** A place in the program's words: a name of a frame, an item or attribute of an object. */
export interface NamedPlace {
  readonly owner: Address;
  readonly label: string;
}

/** Where the pointer of a place stands, and who keeps it: a frame itself, the dict of its names, a cell, the object. */
export interface PlaceFound extends NamedPlace {
  readonly slot: Address;
  /** A word of a frame on the data stack. */
  readonly isLocal: boolean;
}

/** A place at this moment; null where its owner is not there. */
export function findPlace(m: Inspection, { owner, label }: NamedPlace): PlaceFound | null {
  const frame = frameAt(m, owner);
  const slot =
    frame === null ? slotLabelled(m, owner, label, 0) : namesOf(m, owner).find((n) => n.name === label)?.slot;
  if (slot) {
    const holder = referrerAt(m, slot);
    if (holder === null) return null;
    if (holder.how === "local" || holder.how === "stack") return { owner, label, slot, isLocal: true };
    return { owner: holder.ownerAddress, label: labelAt(m, holder.ownerAddress, slot), slot, isLocal: false };
  }
  // A name that nothing is bound to now.
  const names = frame === null ? 0 : m.ptr(owner + _PyInterpreterFrame.f_locals);
  if (frame === null && isLive(m, owner)) return { owner, label, slot: 0, isLocal: false };
  if (names === 0 || typeOf(m, names)?.form !== "dict" || !isLive(m, names)) return null;
  return { owner: names, label: `'${label}'`, slot: 0, isLocal: false };
}

function labelAt(m: Inspection, owner: Address, at: Address): string {
  return slotAt(m, owner, at)?.label() ?? "";
}

/** The slot of an object with these words: at this address still, or elsewhere by now. 0: it has none. */
export function slotLabelled(m: Inspection, owner: Address, label: string, at: Address): Address {
  if (at !== 0 && labelAt(m, owner, at) === label) return at;
  for (const each of followedSlots(m, owner)) if (!each.isKey && each.label() === label) return each.slot;
  return 0;
}

const NEAREST_FIRST: Readonly<Record<ReferrerFact["how"], number>> = {
  local: 0,
  global: 1,
  stack: 2,
  cell: 3,
  field: 4,
  item: 5,
  value: 5,
  key: 6,
  constant: 7,
  other: 8,
};

/** Who points to an object; names first. */
export function referrersOf(
  m: Inspection,
  object: Address,
  limit: number,
): { referrers: ReferrerFact[]; hiddenReferrers: number } {
  const words = wordsHolding(m, object);
  // Every instance points to its type; that is not asked for.
  const isType = typeOf(m, object)?.form === "type";
  const hits = isType ? words.filter((at) => !isObject(m, at - 8)) : words;
  const found: ReferrerFact[] = [];
  // Frames' own words are the likeliest to be asked for, and lie behind everything else.
  const order = hits.length > RESOLVE_LIMIT ? [...hits].sort((a, b) => rankOfHit(m, a) - rankOfHit(m, b)) : hits;
  for (let i = 0; i < order.length && i < RESOLVE_LIMIT; i++) {
    const referrer = referrerAt(m, order[i]);
    if (referrer !== null) found.push(referrer);
  }
  found.sort((a, b) => NEAREST_FIRST[a.how] - NEAREST_FIRST[b.how]);
  const unresolved = Math.max(0, hits.length - RESOLVE_LIMIT);
  return { referrers: found.slice(0, limit), hiddenReferrers: Math.max(0, found.length - limit) + unresolved };
}

function rankOfHit(m: Inspection, at: Address): number {
  return placeOf(m, at).region === "stack" ? 0 : 1;
}

// -- selection ---------------------------------------------------------------------------------------------------------

const BYTES_LIMIT = 256;
const CHARACTER_LIMIT = 32;
const DIGIT_LIMIT = 64;

function placeFact(_m: Inspection, place: Place): SelectionFacts["place"] {
  if (place.region === "pool" && place.pool !== null && place.arena !== null) {
    return {
      type: "pool",
      arena: place.arena.index,
      arenaAddress: place.arena.address,
      pool: place.pool.index,
      poolAddress: place.pool.address,
      blockIndex: place.blockIndex,
      blockBytes: place.blockBytes,
      headerBytes: POOL_OVERHEAD,
    };
  }
  if (place.chunk !== null) return { type: "large", chunk: place.chunk.address, chunkBytes: place.chunk.bytes };
  if (place.region === "static") return { type: "static", region: "data" };
  if (place.region === "text") return { type: "static", region: "text" };
  if (place.region === "stack") return { type: "static", region: "frameStacks" };
  return { type: "none" };
}

/** The view of a selection: an object, or whatever the address lies in. */
export function selectionFacts(
  m: Inspection,
  previous: Inspection | null,
  address: Address,
  referrerLimit: number,
): SelectionFacts {
  const place = placeOf(m, address);
  const object = isObject(m, address) && isLive(m, address) ? address : objectAround(m, address);
  const type = object === 0 ? null : typeOf(m, object);
  const isFreed = type === null && previous !== null && isLive(previous, address);
  const wasLive = previous !== null && object !== 0 && isLive(previous, object);
  // A freed object is described as it was.
  const then = isFreed ? (previous as Inspection) : m;
  const shownType = isFreed ? typeOf(then, address) : type;
  const shown = isFreed ? address : object;
  const block = type === null ? { block: place.block, bytes: place.blockBytes } : blockOfObject(m, object, type);
  const references = type === null ? null : referencesOf(m, object);
  const wasReferences = wasLive && type !== null ? referencesOf(previous as Inspection, object) : null;
  const collector = type === null ? null : collectorState(m, object, type);
  const window = { from: block.block, to: block.block + Math.min(Math.max(block.bytes, 16), 4096) };
  const structure =
    type !== null
      ? objectStructure(m, previous, object, window)
      : m.readable(address, 1)
        ? structureAround(m, previous, address, window).structure
        : null;
  const { referrers, hiddenReferrers } =
    type === null ? { referrers: [], hiddenReferrers: 0 } : referrersOf(m, object, referrerLimit);
  return {
    address,
    state: stateOf(m, place, address, type, isFreed, previous !== null && type !== null && !wasLive),
    kind: shownType?.kind ?? "buf",
    type: shownType?.name ?? structure?.name ?? "",
    typeAddress: shownType?.address ?? 0,
    text: shownType === null ? null : preview(then, shown),
    path: type === null ? [] : pathTo(m, object),
    block: block.block,
    blockBytes: block.bytes,
    collectorBytes: type === null ? 0 : object - block.block,
    getsizeof: type === null ? null : getsizeof(m, object, type),
    references,
    ...(references !== null && wasReferences !== null && references !== wasReferences ? { wasReferences } : {}),
    generation: collector?.tracked ? generationOf(m, object) : null,
    tracked: collector?.tracked ?? false,
    referrers,
    hiddenReferrers,
    structure,
    bytes: m.bytes(block.block, Math.min(block.bytes, BYTES_LIMIT)).slice(),
    line: currentFrame(m)?.line ?? null,
    place: placeFact(m, place),
    characters: shownType?.form === "str" ? charactersOf(then, shown) : null,
    number: shownType === null ? null : numberOf(then, shown, shownType),
  };
}

function stateOf(
  m: Inspection,
  place: Place,
  address: Address,
  type: TypeInfo | null,
  isFreed: boolean,
  isNew: boolean,
): SelectionFacts["state"] {
  if (!m.readable(address, 1)) return isFreed ? "freed" : "unmapped";
  if (isFreed) return "freed";
  if (type !== null) return isNew ? "new" : "live";
  if (place.region === "none") return "unmapped";
  if (place.pool?.damaged) return "damaged";
  return place.state === "free" || place.state === "untouched" ? "free" : "live";
}

function charactersOf(m: Inspection, object: Address): SelectionFacts["characters"] {
  const { length, width, data, damaged } = stringFields(m, object);
  if (damaged) return null;
  const codePoints = codePointsOf(m, object, CHARACTER_LIMIT);
  return { codePoints, width, data, hidden: length - codePoints.length };
}

function numberOf(m: Inspection, object: Address, type: TypeInfo): SelectionFacts["number"] {
  if (type.form === "int") {
    const { sign, digits, data, damaged } = intFields(m, object, DIGIT_LIMIT);
    return damaged ? null : { data, sign, digits, float: null, text: intText(m, object) };
  }
  if (type.form !== "float") return null;
  const data = object + 16;
  const { sign, value } = floatFields(m, data);
  return { data, sign: sign === 0 ? 1 : -1, digits: [], float: value, text: floatText(m, object) };
}

// -- search ------------------------------------------------------------------------------------------------------------

const SCAN_LIMIT = 500_000;

/** Findings for a text: an address, names, types, values. Names of the innermost frame come first. */
export function find(m: Inspection, text: string, limit: number): { findings: Finding[]; hidden: number } {
  const wanted = text.trim();
  const findings: Finding[] = [];
  const seen = new Set<Address>();
  let hidden = 0;
  const add = (address: Address, by: Finding["by"], path: readonly string[] | null) => {
    if (seen.has(address)) return;
    seen.add(address);
    const found = reference(m, address);
    if (found === null) return;
    if (findings.length < limit) findings.push({ reference: found, by, path: path ?? pathTo(m, address) });
    else hidden++;
  };
  if (wanted === "") return { findings, hidden };
  const address = /^0x[0-9a-fA-F]{1,13}$/.test(wanted) ? Number.parseInt(wanted, 16) : -1;
  if (address >= 0 && m.readable(address, 1)) add(objectAround(m, address) || address, "address", null);
  for (const isExact of [true, false]) {
    for (const frame of [...pythonFrames(m)].reverse()) {
      for (const { name, slot } of namesOf(m, frame.address)) {
        const value = m.ptr(slot);
        const matches = isExact ? name === wanted : name !== wanted && name.startsWith(wanted);
        if (matches && isObject(m, value)) add(value, "name", [frame.code?.name ?? "?", name]);
      }
    }
  }
  const quoted = [`'${wanted}'`, `"${wanted}"`];
  const part = /^['"]?(.{3,})$/.exec(wanted)?.[1] ?? null;
  let scanned = 0;
  // What names lead to comes first: the reader's own objects before those of the library.
  for (const object of [...namedObjects(m), ...heap(m).objects]) {
    if (++scanned > SCAN_LIMIT) break;
    if (seen.has(object) || !isLive(m, object)) continue;
    const type = typeOf(m, object) as TypeInfo;
    if (type.name === wanted) add(object, "type", null);
    else if (type.kind === "num" || type.kind === "txt" || type.form === "type") {
      const value = preview(m, object);
      if (value === null) continue;
      const isValue =
        value === wanted || quoted.includes(value) || (part !== null && type.kind === "txt" && value.includes(part));
      if (isValue) add(object, "value", null);
    }
  }
  return { findings, hidden };
}
