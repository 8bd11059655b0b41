// What is drawn of an object: which of its slots, how large that makes it, which of them hold their value in the slot
// itself and which send an arrow; and with that, which objects the picture has at all.
import type { FrameFact, ObjectFact, Reference, SlotFact } from "../../../protocol/facts.ts";
import type { FrameBox } from "./frames.ts";
import { type PlaceNode, spanWidth } from "./place.ts";

export const HEADER = 42;
export const ROW = 27;
export const CELL_ROW = 36;
export const MORE_ROW = 24;
const FIELDS_SHOWN = 8;
/** Cells of a row that a box has room for, by its span; fewer where the longest value in them needs more room. */
const CELLS: readonly { readonly letters: number; readonly perSpan: readonly number[] }[] = [
  { letters: 5, perSpan: [0, 3, 7, 11] },
  { letters: 8, perSpan: [0, 2, 4, 7] },
  { letters: 12, perSpan: [0, 1, 3, 5] },
];
const CELLS_SHOWN = 11;
/** Three fields, or two rows of cells. */
const ROOM_TO_GROW = Math.max(3 * ROW, 2 * CELL_ROW);
const LONGEST_IN_CELL = CELLS[CELLS.length - 1]!.letters;
/** An object with more fields than this holds small immortal numbers in their slots: each as an arrow would bury the rest. */
const FIELDS_WITH_NUMBERS = 3;

/** What a reference says all about: None, and functions and classes that hold nothing of the program. */
function isSaid(reference: Reference): boolean {
  return reference.kind === "none" || ((reference.kind === "cod" || reference.kind === "cls") && !reference.holds);
}

/** That, and small immortal numbers, are drawn in the slot of a name. */
export function isInlineName(reference: Reference | null): boolean {
  return !reference || isSaid(reference) || (reference.kind === "num" && reference.immortal);
}

/** In an object's field small numbers are only where fields are many; in a cell of a container every short value is. */
export function isInlineSlot(slot: SlotFact, reference: Reference | null, holder: ObjectFact): boolean {
  if (!reference || isSaid(reference)) return true;
  if (reference.holds) return false;
  if (slot.role === "field")
    return holder.slots.length > FIELDS_WITH_NUMBERS && reference.kind === "num" && reference.immortal;
  if (slot.role === "item") return reference.text !== null && reference.text.length <= LONGEST_IN_CELL;
  if (slot.role === "entry") return reference.text !== null && reference.text.length <= 10;
  return false;
}

export function shownSlots(object: ObjectFact, expanded: boolean): readonly SlotFact[] {
  if (expanded) return object.slots;
  return object.slots.slice(0, isRowOfCells(object) ? CELLS_SHOWN : FIELDS_SHOWN);
}

function isRowOfCells(object: ObjectFact): boolean {
  return object.slots.length > 0 && object.slots[0]!.role === "item";
}

export interface Size {
  readonly span: number;
  readonly height: number;
  /** Cells of a row. */
  readonly perRow: number;
}

/** How large an object is drawn: as wide as its cells want it, or over the columns that it has got. */
export function sizeOf(object: ObjectFact, expanded: boolean, given?: number): Size {
  const slots = shownSlots(object, expanded);
  const shown = slots.length;
  const more = expanded || object.slots.length + object.hiddenSlots > shown ? MORE_ROW : 0;
  if (!isRowOfCells(object)) return { span: 1, height: HEADER + shown * ROW + more, perRow: 1 };
  let longest = 0;
  for (const { value } of slots) {
    const letters = value?.text?.length ?? 0;
    if (letters <= LONGEST_IN_CELL) longest = Math.max(longest, letters);
  }
  const { perSpan } = CELLS.find(({ letters }) => longest <= letters)!;
  const span = given ?? (shown <= perSpan[1]! ? 1 : shown <= perSpan[2]! ? 2 : 3);
  const perRow = perSpan[span]!;
  return { span, perRow, height: HEADER + Math.ceil(shown / perRow) * CELL_ROW + more };
}

/** The slots that a box of this size has room for: all that are shown, or, where it could not grow with its object, fewer. */
export function slotsIn(object: ObjectFact, expanded: boolean, size: Size, boxHeight: number): readonly SlotFact[] {
  const slots = shownSlots(object, expanded);
  if (size.height <= boxHeight) return slots;
  const rowHeight = isRowOfCells(object) ? CELL_ROW : ROW;
  return someOf(slots, Math.floor((boxHeight - HEADER - MORE_ROW) / rowHeight) * size.perRow);
}

/** So many of the slots: those that changed, and of the others the first. */
export function someOf(slots: readonly SlotFact[], room: number): readonly SlotFact[] {
  const changed = slots.filter((slot) => slot.was !== undefined).slice(0, Math.max(0, room));
  const others = slots.filter((slot) => slot.was === undefined).slice(0, Math.max(0, room - changed.length));
  const taken = new Set([...changed, ...others]);
  return slots.filter((slot) => taken.has(slot));
}

/** What is empty when it is first drawn has room below for its first rows. */
export function growthOf(object: ObjectFact): number {
  return object.text === null && object.slots.length === 0 && object.hiddenSlots === 0 ? ROOM_TO_GROW : 0;
}

/** Cells wrap, rows of fields do not. */
export function canWrap(object: ObjectFact): boolean {
  return isRowOfCells(object);
}

export function pointersOf(
  object: ObjectFact,
  byAddress: ReadonlyMap<number, ObjectFact>,
  expanded: boolean,
): PlaceNode["pointers"] {
  const size = sizeOf(object, expanded);
  const width = spanWidth(size.span);
  return shownSlots(object, expanded).flatMap((slot, index) => {
    const x = slot.role === "item" ? ((index % size.perRow) + 0.5) * (width / size.perRow) : width / 2;
    const list = [];
    if (slot.value && !isInlineSlot(slot, slot.value, object) && byAddress.has(slot.value.address)) {
      list.push({ target: slot.value.address, x, peer: slot.value.type === object.type && slot.role === "field" });
    }
    if (slot.was && !isInlineSlot(slot, slot.was, object) && byAddress.has(slot.was.address)) {
      list.push({
        target: slot.was.address,
        x,
        peer: slot.was.type === object.type && slot.role === "field",
        former: true,
      });
    }
    return list;
  });
}

/** Objects that an arrow of the picture leads to, in the order in which the reader meets them. */
export function reachable(
  frames: readonly FrameBox[],
  folded: readonly FrameFact[],
  byAddress: ReadonlyMap<number, ObjectFact>,
  stack: readonly Reference[],
  expanded: ReadonlySet<number>,
): ObjectFact[] {
  const seen = new Set<number>();
  const out: ObjectFact[] = [];
  const add = (reference: Reference | null | undefined) => {
    if (!reference || seen.has(reference.address)) return;
    const object = byAddress.get(reference.address);
    if (!object) return;
    seen.add(reference.address);
    out.push(object);
  };
  for (const frame of frames) {
    for (const cell of frame.cells) {
      if (!cell.inline) add(cell.fact.value);
      if (cell.fact.was && !isInlineName(cell.fact.was)) add(cell.fact.was);
    }
  }
  for (const reference of stack) if (!isInlineName(reference)) add(reference);
  // What calls hold that have no row stands where it stood: it comes into sight again when they go on.
  for (const { names } of folded) for (const { value } of names) if (!isInlineName(value)) add(value);
  for (let i = 0; i < out.length; i++) {
    const object = out[i]!;
    for (const slot of shownSlots(object, expanded.has(object.address))) {
      if (!isInlineSlot(slot, slot.value, object)) add(slot.value);
      if (slot.was && !isInlineSlot(slot, slot.was, object)) add(slot.was);
    }
  }
  for (const object of byAddress.values()) if (object.state === "freed" && !seen.has(object.address)) out.push(object);
  return out;
}
