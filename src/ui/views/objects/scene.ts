// From facts to a picture: frames with their names, objects in their boxes, arrows between them. Geometry only.
// Invariants: what is in view is all that is routed and drawn, however many objects there are; a route that is still
// clear is kept, so a step changes only what the instruction changed.
import type { FrameFact, NameFact, ObjectFact, ObjectsFacts, Reference, SlotFact } from "../../../protocol/facts.ts";
import { monoWidth } from "../../format.ts";
import { type Box, columnsIn, type PlaceNode, Placer, type Root, spanWidth } from "./place.ts";
import {
  type Crossing,
  crossingsOf,
  type DotSide,
  hits,
  type Point,
  type Route,
  routeName,
  routeSlot,
  type Slot,
  stub,
  TRACK_PITCH,
  Tracks,
} from "./route.ts";

export const HEADER = 42;
export const ROW = 27;
export const CELL_ROW = 36;
export const MORE_ROW = 24;
const FRAME_PITCH = 70;
const FRAME_TOP = 38;
const FRAME_BOX = 28;
const FRAME_LEFT = 24;
const FRAME_INDENT = 152;
const DOT_FROM_RIGHT = 28;
const FIRST_TRACK = 24;
const AFTER_TRACKS = 18;
const SHOWN_FRAMES = 4;
const FIELDS_SHOWN = 8;
const CELLS_PER_SPAN: readonly number[] = [0, 3, 7, 11];
const MORE_ARROWS_ARE_STUBS = 40;
const VIEW_MARGIN = 220;

export interface NameCell {
  readonly fact: NameFact;
  readonly x: number;
  readonly width: number;
  /** Drawn in its slot: the value's short form; else a dot and an arrow. */
  readonly inline: boolean;
  /** Moved sideways within the cell once its target's place is known. */
  dot: Point;
}

export interface FrameBox {
  readonly fact: FrameFact;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly cells: readonly NameCell[];
  readonly hidden: number;
  /** Frames left out between this one and the next. */
  readonly hiddenAfter: number;
}

export interface SlotShape {
  readonly fact: SlotFact;
  readonly inline: boolean;
  /** Middle of the row, in the picture. */
  readonly y: number;
  /** Cells: their left edge and width; null for rows. */
  readonly cell: { readonly x: number; readonly width: number; readonly top: number } | null;
  readonly side: DotSide;
}

export interface ObjectShape {
  readonly fact: ObjectFact;
  readonly box: Box;
  readonly slots: readonly SlotShape[];
  readonly hidden: number;
  readonly expanded: boolean;
}

export type ArrowMark = "plain" | "selected" | "changed" | "former";
export interface ArrowShape {
  readonly id: string;
  readonly route: Route;
  readonly mark: ArrowMark;
  readonly target: number;
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly frames: readonly FrameBox[];
  /** y of the top of the objects; what is above is frames and tracks. */
  readonly top: number;
  readonly objects: readonly ObjectShape[];
  readonly arrows: readonly ArrowShape[];
  readonly crossings: readonly Crossing[];
  /** Number of all objects of the picture, in view or not. */
  readonly total: number;
  readonly boxes: ReadonlyMap<number, Box>;
}

/** Small immortal numbers, None, functions and classes are drawn in the slot of a name. */
export function isInlineName(reference: Reference | null): boolean {
  if (!reference) return true;
  return (
    reference.kind === "none" ||
    reference.kind === "cod" ||
    reference.kind === "cls" ||
    (reference.kind === "num" && reference.immortal)
  );
}

/** In an object's field only None, functions and classes are; in a cell of a container every short value is. */
export function isInlineSlot(slot: SlotFact, reference: Reference | null): boolean {
  if (!reference || reference.kind === "none" || reference.kind === "cod" || reference.kind === "cls") return true;
  if (slot.role === "item") return reference.text !== null && reference.text.length <= 5;
  if (slot.role === "entry") return reference.text !== null && reference.text.length <= 10;
  return false;
}

export function shownSlots(object: ObjectFact, expanded: boolean): readonly SlotFact[] {
  if (expanded) return object.slots;
  return object.slots.slice(0, isRowOfCells(object) ? CELLS_PER_SPAN[3] : FIELDS_SHOWN);
}

function isRowOfCells(object: ObjectFact): boolean {
  return object.slots.length > 0 && object.slots[0]!.role === "item";
}

export function sizeOf(object: ObjectFact, expanded: boolean): { span: number; height: number; perRow: number } {
  const shown = shownSlots(object, expanded).length;
  const more = expanded || object.slots.length + object.hiddenSlots > shown ? MORE_ROW : 0;
  if (!isRowOfCells(object)) return { span: 1, height: HEADER + shown * ROW + more, perRow: 1 };
  const span = shown <= CELLS_PER_SPAN[1]! ? 1 : shown <= CELLS_PER_SPAN[2]! ? 2 : 3;
  const perRow = CELLS_PER_SPAN[span]!;
  return { span, perRow, height: HEADER + Math.ceil(shown / perRow) * CELL_ROW + more };
}

export class Scene {
  private placer = new Placer(1);
  private tracks = new Tracks();
  private width = 0;
  private frameCount = 0;
  private lastDepth = 0;
  private readonly cellWidths = new Map<string, number>();
  private readonly routes = new Map<string, Route>();

  /** `view` is the part of the picture that is seen. */
  compose(
    facts: ObjectsFacts,
    options: {
      width: number;
      viewTop: number;
      viewHeight: number;
      expanded: ReadonlySet<number>;
      selection: number | null;
      stack: readonly Reference[];
    },
  ): Picture {
    const columns = columnsIn(options.width);
    if (columns !== this.placer.columnCount || this.width !== options.width) {
      if (columns !== this.placer.columnCount) this.placer = new Placer(columns);
      this.routes.clear();
      this.width = options.width;
    }
    const depth = facts.frames.length + facts.hiddenFrames;
    if (depth < this.lastDepth) this.placer.release();
    this.lastDepth = depth;

    const frames = this.frameBoxes(facts, options.width);
    this.frameCount = Math.max(this.frameCount, frames.length);
    const framesBottom = FRAME_TOP + (this.frameCount - 1) * FRAME_PITCH + FRAME_BOX;

    const byAddress = new Map(facts.objects.map((object) => [object.address, object]));
    const drawn = reachable(frames, byAddress, options.stack, options.expanded);
    const roots: Root[] = [];
    for (const frame of frames) {
      for (const cell of frame.cells) {
        if (!cell.inline && cell.fact.value) roots.push({ target: cell.fact.value.address, x: cell.dot.x });
      }
    }
    for (const reference of options.stack) roots.push({ target: reference.address, x: options.width / 2 });
    const sizes = new Map<number, { span: number; height: number; perRow: number }>();
    const nodes = drawn.map((object): PlaceNode => {
      const size = sizeOf(object, options.expanded.has(object.address));
      sizes.set(object.address, size);
      return {
        id: object.address,
        span: size.span,
        height: size.height,
        pointers: pointersOf(object, byAddress, options.expanded.has(object.address)),
      };
    });
    const local = this.placer.update(nodes, roots);

    // Names first, since their tracks decide how high the channel between frames and objects is.
    const nameArrows = frames.flatMap((frame, index) =>
      frame.cells.flatMap((cell) => {
        const list: { cell: NameCell; target: number; former: boolean; frameIndex: number }[] = [];
        if (cell.fact.value && !cell.inline && local.has(cell.fact.value.address)) {
          list.push({ cell, target: cell.fact.value.address, former: false, frameIndex: index });
        }
        if (cell.fact.was && !isInlineName(cell.fact.was) && local.has(cell.fact.was.address)) {
          list.push({ cell, target: cell.fact.was.address, former: true, frameIndex: index });
        }
        return list;
      }),
    );
    const entries = new Map<number, number>();
    const arrowsInto = new Map<number, number>();
    for (const arrow of nameArrows) arrowsInto.set(arrow.target, (arrowsInto.get(arrow.target) ?? 0) + 1);
    const sorted = [...nameArrows].sort((a, b) => a.cell.dot.x - b.cell.dot.x);
    const entryOf = new Map<(typeof nameArrows)[number], number>();
    for (const arrow of sorted) {
      const box = local.get(arrow.target)!;
      const count = arrowsInto.get(arrow.target)!;
      const index = entries.get(arrow.target) ?? 0;
      entries.set(arrow.target, index + 1);
      entryOf.set(arrow, Math.round(box.x + box.width / 2 + (index - (count - 1) / 2) * 16));
    }
    // A dot stands above what it points at wherever its cell allows that: then the line is straight.
    for (const arrow of nameArrows) {
      if (arrow.former) continue;
      const { cell } = arrow;
      const entry = entryOf.get(arrow)!;
      if (entry >= cell.x + 12 + monoWidth(cell.fact.name, 12) + 16 && entry <= cell.x + cell.width - 12)
        cell.dot = { x: entry, y: cell.dot.y };
    }
    const startX = (arrow: (typeof nameArrows)[number]) =>
      leadOf(arrow, frames, framesBottom)[leadOf(arrow, frames, framesBottom).length - 1]!.x;
    const tracks = this.tracks.assign(
      nameArrows
        .filter((arrow) => Math.abs(startX(arrow) - entryOf.get(arrow)!) > 0.5)
        .map((arrow) => ({
          id: arrow.cell.fact.slot + (arrow.former ? 0.5 : 0),
          from: startX(arrow),
          to: entryOf.get(arrow)!,
        })),
    );
    const top = framesBottom + FIRST_TRACK + TRACK_PITCH * this.tracks.count + AFTER_TRACKS;

    const boxes = new Map<number, Box>();
    let bottom = 0;
    for (const [address, box] of local) {
      boxes.set(address, { ...box, y: box.y + top });
      bottom = Math.max(bottom, box.y + top + box.height);
    }
    const low = options.viewTop - VIEW_MARGIN;
    const high = options.viewTop + options.viewHeight + VIEW_MARGIN;
    const isSeen = (box: Box) => box.y + box.height > low && box.y < high;
    const seen = drawn.filter((object) => isSeen(boxes.get(object.address)!));
    const obstacles = seen.map((object) => boxes.get(object.address)!);

    // Arrows of what is seen.
    const objects: ObjectShape[] = [];
    const arrows: ArrowShape[] = [];
    const standing: Route[] = [];
    const kept = new Map<string, Route>();
    const pending: {
      id: string;
      route: () => Route;
      target: number;
      mark: ArrowMark;
      keep: (r: Route) => boolean;
      slotShape?: { set: (side: DotSide) => void };
    }[] = [];

    for (const arrow of nameArrows) {
      const box = boxes.get(arrow.target)!;
      if (!isSeen(box) && options.viewTop > framesBottom) continue;
      const slot = arrow.cell.fact.slot;
      const lead = leadOf(arrow, frames, framesBottom);
      const track = tracks.get(slot + (arrow.former ? 0.5 : 0));
      const trackY =
        track === undefined ? framesBottom + FIRST_TRACK : framesBottom + FIRST_TRACK + track * TRACK_PITCH;
      const changed = arrow.cell.fact.was !== undefined;
      pending.push({
        id: `n${slot}${arrow.former ? "w" : ""}`,
        target: arrow.target,
        mark: arrow.former ? "former" : changed ? "changed" : arrow.target === options.selection ? "selected" : "plain",
        // A name's route depends on its track, which is kept; so it is made anew and comes out the same.
        keep: () => false,
        route: () =>
          routeName(
            { id: slot, dot: arrow.cell.dot, frameBottom: framesBottom, target: box },
            trackY,
            entryOf.get(arrow)!,
            lead,
            obstacles,
            standing,
          ),
      });
    }
    for (const object of seen) {
      const box = boxes.get(object.address)!;
      const expanded = options.expanded.has(object.address);
      const size = sizes.get(object.address)!;
      const shown = shownSlots(object, expanded);
      const shapes: { -readonly [K in keyof SlotShape]: SlotShape[K] }[] = [];
      shown.forEach((fact, index) => {
        // What is not among the objects given cannot be pointed at; its short form stands in the slot.
        const inline = isInlineSlot(fact, fact.value) || (fact.value !== null && !boxes.has(fact.value.address));
        const isCell = fact.role === "item";
        const row = Math.floor(index / size.perRow);
        const cellWidth = spanWidth(size.span) / size.perRow;
        const cell = isCell
          ? { x: box.x + (index % size.perRow) * cellWidth, width: cellWidth, top: box.y + HEADER + row * CELL_ROW }
          : null;
        const y = cell ? cell.top + 24 : box.y + HEADER + index * ROW + 14;
        const lastRow = isCell ? row === Math.ceil(shown.length / size.perRow) - 1 : index === shown.length - 1;
        const shape = { fact, inline, y, cell, side: "right" as DotSide };
        shapes.push(shape);
        const slot: Slot = {
          id: fact.slot,
          holder: box,
          y,
          last: lastRow,
          x: cell ? cell.x + cell.width / 2 : null,
          // The label of an entry stands where a dot on the left would.
          onlyRight: fact.role === "entry",
        };
        const add = (target: number, mark: ArrowMark) => {
          const targetBox = boxes.get(target);
          if (!targetBox) return;
          const id = `s${fact.slot}${mark === "former" ? "w" : ""}`;
          pending.push({
            id,
            target,
            mark,
            keep: (route) => isStillRight(route, slot, targetBox, obstacles),
            route: () => {
              if (target === object.address) return loopRoute(slot);
              const reach = isSeen(targetBox) && (slot.x === null || slot.last);
              return reach
                ? routeSlot(slot, targetBox, obstacles, standing)
                : {
                    points: stub(slot, targetBox.x < box.x ? "left" : "right"),
                    side: targetBox.x < box.x ? "left" : "right",
                    stub: true,
                  };
            },
            slotShape: {
              set: (side) => {
                if (mark !== "former" || inline) shape.side = side;
              },
            },
          });
        };
        if (!inline && fact.value) {
          const selected = fact.value.address === options.selection || object.address === options.selection;
          add(fact.value.address, fact.was !== undefined ? "changed" : selected ? "selected" : "plain");
        }
        if (fact.was && !isInlineSlot(fact, fact.was)) add(fact.was.address, "former");
      });
      objects.push({
        fact: object,
        box,
        slots: shapes,
        hidden: object.slots.length + object.hiddenSlots - shown.length,
        expanded,
      });
    }

    const many = pending.filter((p) => p.mark !== "former").length > MORE_ARROWS_ARE_STUBS;
    const rank = (mark: ArrowMark) => (mark === "former" ? 3 : mark === "changed" ? 2 : mark === "selected" ? 1 : 0);
    // Those that stand already come first, so that a new one goes round them and not the other way.
    const order = [...pending].sort((a, b) => Number(this.routes.has(b.id)) - Number(this.routes.has(a.id)));
    for (const item of order) {
      let route: Route;
      const old = this.routes.get(item.id);
      if (many && item.mark === "plain" && item.slotShape) {
        const full = item.route;
        route = old?.stub ? old : stubOf(full);
      } else route = old && !old.stub && item.keep(old) ? old : item.route();
      kept.set(item.id, route);
      item.slotShape?.set(route.side);
      if (!route.stub) standing.push(route);
      arrows.push({ id: item.id, route, mark: item.mark, target: item.target });
    }
    this.routes.clear();
    for (const [id, route] of kept) this.routes.set(id, route);
    arrows.sort((a, b) => rank(a.mark === "former" ? "plain" : a.mark) - rank(b.mark === "former" ? "plain" : b.mark));
    return {
      width: options.width,
      height: Math.max(bottom + 24, framesBottom + 120),
      frames,
      top,
      objects,
      arrows,
      crossings: many ? [] : crossingsOf(arrows.map((arrow) => arrow.route)),
      total: drawn.length,
      boxes,
    };
  }

  private frameBoxes(facts: ObjectsFacts, width: number): FrameBox[] {
    const all = facts.frames;
    const shown =
      all.length <= SHOWN_FRAMES
        ? all.map((fact, i) => ({ fact, i }))
        : [0, all.length - 3, all.length - 2, all.length - 1].map((i) => ({ fact: all[i]!, i }));
    const indent = shown.length > 1 ? Math.min(FRAME_INDENT, (width * 0.25) / 1) / (shown.length - 1) : 0;
    return shown.map(({ fact, i }, index) => {
      const x = FRAME_LEFT + Math.round(indent * index);
      const boxWidth = width - 24 - x;
      const y = FRAME_TOP + index * FRAME_PITCH;
      const next = shown[index + 1];
      const hiddenAfter = next ? next.i - i - 1 + (index === 0 ? facts.hiddenFrames : 0) : 0;
      return { fact, x, y, width: boxWidth, hiddenAfter, ...this.cells(fact, x, y, boxWidth) };
    });
  }

  private cells(frame: FrameFact, x: number, y: number, width: number): { cells: NameCell[]; hidden: number } {
    const isGlobal =
      frame.names.some((n) => n.value?.kind === "cls" || n.value?.kind === "cod") && frame.function === "<module>";
    const weight = (name: NameFact) => (name.value && (name.value.kind === "cod" || name.value.kind === "cls") ? 1 : 0);
    const names = isGlobal ? [...frame.names].sort((a, b) => weight(a) - weight(b)) : frame.names;
    const natural = names.map((name) => this.naturalWidth(frame, name));
    let count = names.length;
    const moreWidth = 76;
    const sum = (n: number) => natural.slice(0, n).reduce((a, b) => a + b, 0);
    while (count > 1 && sum(count) > width - (count < names.length || frame.hiddenNames > 0 ? moreWidth : 0)) count--;
    const hidden = names.length - count + frame.hiddenNames;
    const room = width - (hidden > 0 ? moreWidth : 0) - sum(count);
    const shown = names.slice(0, count);
    const wantsRoom = shown.map((name) => !isInlineName(name.value) || frame.function !== "<module>");
    const sharers = wantsRoom.filter(Boolean).length || shown.length;
    let at = x;
    const cells = shown.map((fact, index): NameCell => {
      const extra =
        wantsRoom[index] || !wantsRoom.some(Boolean)
          ? Math.min(room / sharers, frame.function === "<module>" ? 44 : 400)
          : 0;
      const cellWidth = Math.round(natural[index]! + extra);
      const cell = {
        fact,
        x: at,
        width: cellWidth,
        inline: isInlineName(fact.value),
        dot: { x: at + cellWidth - DOT_FROM_RIGHT, y: y + FRAME_BOX / 2 },
      };
      at += cellWidth;
      return cell;
    });
    return { cells, hidden };
  }

  /** Grows with what a name held, and never shrinks, so cells do not jump between steps. */
  private naturalWidth(frame: FrameFact, name: NameFact): number {
    const label = monoWidth(name.name, 12);
    const value = name.value;
    let width: number;
    if (value && isInlineName(value)) {
      const text =
        value.text !== null &&
        value.text !== name.name &&
        value.kind !== "none" &&
        value.kind !== "cod" &&
        value.kind !== "cls"
          ? value.text
          : "";
      width = 12 + label + 12 + 12 + (text ? 4 + Math.max(16, monoWidth(text, 12)) : 0) + 14;
    } else width = 12 + label + 16 + DOT_FROM_RIGHT;
    const key = `${frame.address} ${frame.function} ${name.name}`;
    const grown = Math.max(width, this.cellWidths.get(key) ?? 0);
    this.cellWidths.set(key, grown);
    return grown;
  }
}

/** From a name's dot to below all frames: straight, or along the left edge where other frames are in the way. */
function leadOf(
  arrow: { cell: NameCell; frameIndex: number },
  frames: readonly FrameBox[],
  framesBottom: number,
): Point[] {
  const { dot } = arrow.cell;
  const below = frames.slice(arrow.frameIndex + 1);
  if (!below.some((frame) => dot.x > frame.x - 20)) return [dot];
  const pointers = frames[arrow.frameIndex]!.cells.filter(
    (cell) => !cell.inline && cell.dot.x > (below[0]?.x ?? 0) - 20,
  );
  const lane = pointers.indexOf(arrow.cell);
  const gutter = Math.max(8, Math.min(...below.map((frame) => frame.x)) - 26 - (pointers.length - 1 - lane) * 8);
  // Deeper for dots farther right, whose gutter is farther right too: then no lead crosses another.
  const shelf = frames[arrow.frameIndex]!.y + FRAME_BOX + 6 + lane * Math.min(5, 15 / Math.max(1, pointers.length - 1));
  return [dot, { x: dot.x, y: shelf }, { x: gutter, y: shelf }, { x: gutter, y: framesBottom }];
}

function stubOf(full: () => Route): Route {
  const { points, side } = full();
  const [a, b] = [points[0]!, points[1]!];
  const sign = { x: Math.sign(b.x - a.x), y: Math.sign(b.y - a.y) };
  const length = Math.min(24, Math.abs(b.x - a.x) + Math.abs(b.y - a.y));
  return { points: [a, { x: a.x + sign.x * length, y: a.y + sign.y * length }], side, stub: true };
}

function loopRoute(slot: Slot): Route {
  const { holder, y } = slot;
  const right = holder.x + holder.width;
  return {
    side: "right",
    stub: false,
    points: [
      { x: right - 12, y },
      { x: right + 12, y },
      { x: right + 12, y: holder.y + 12 },
      { x: right + 2, y: holder.y + 12 },
    ],
  };
}

/** A kept route still starts at its slot, ends at its target, and runs through nothing. */
function isStillRight(route: Route, slot: Slot, target: Box, obstacles: readonly Box[]): boolean {
  const { points } = route;
  const first = points[0]!;
  const last = points[points.length - 1]!;
  if (first.y !== slot.y || first.x < slot.holder.x || first.x > slot.holder.x + slot.holder.width) return false;
  if (slot.x !== null && first.x !== slot.x) return false;
  if (
    last.x < target.x - 2 ||
    last.x > target.x + target.width + 2 ||
    last.y < target.y - 2 ||
    last.y > target.y + target.height + 2
  )
    return false;
  for (let i = 1; i < points.length; i++) {
    for (const box of obstacles) {
      if ((box === slot.holder && i === 1) || (box === target && i === points.length - 1)) continue;
      if (hits(points[i - 1]!, points[i]!, box, box === slot.holder || box === target ? 0 : 3)) return false;
    }
  }
  return true;
}

function pointersOf(
  object: ObjectFact,
  byAddress: ReadonlyMap<number, ObjectFact>,
  expanded: boolean,
): PlaceNode["pointers"] {
  const size = sizeOf(object, expanded);
  const width = spanWidth(size.span);
  return shownSlots(object, expanded).flatMap((slot, index) => {
    const x = slot.role === "item" ? ((index % size.perRow) + 0.5) * (width / size.perRow) : width / 2;
    const list = [];
    if (slot.value && !isInlineSlot(slot, slot.value) && byAddress.has(slot.value.address)) {
      list.push({ target: slot.value.address, x, peer: slot.value.type === object.type && slot.role === "field" });
    }
    if (slot.was && !isInlineSlot(slot, slot.was) && byAddress.has(slot.was.address)) {
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
function reachable(
  frames: readonly FrameBox[],
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
  for (let i = 0; i < out.length; i++) {
    for (const slot of shownSlots(out[i]!, expanded.has(out[i]!.address))) {
      if (!isInlineSlot(slot, slot.value)) add(slot.value);
      if (slot.was && !isInlineSlot(slot, slot.was)) add(slot.was);
    }
  }
  for (const object of byAddress.values()) if (object.state === "freed" && !seen.has(object.address)) out.push(object);
  return out;
}
