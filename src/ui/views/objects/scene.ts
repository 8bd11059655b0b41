// From facts to a picture: frames with their names, objects in their boxes, arrows between them. Geometry only.
// Invariants: what is in view is all that is routed and drawn, however many objects there are; a route that is still
// clear is kept, so a step changes only what the instruction changed.
import type { ObjectFact, ObjectsFacts, Reference, SlotFact } from "../../../protocol/facts.ts";
import { monoWidth } from "../../format.ts";
import { Continuity, callsIn } from "./continuity.ts";
import { bottomOf, channelOf, type FrameBox, Frames, foldedOf, frameRows, leadOf, type NameCell } from "./frames.ts";
import { type Crossing, crossingsOf, hits, length } from "./geometry.ts";
import { type Box, columnsIn, type PlaceNode, Placer, type Root, spanOf, spanWidth } from "./place.ts";
import { cellStub, type DotSide, type Route, routeName, routeSlot, type Slot, stub } from "./route.ts";
import {
  CELL_ROW,
  canWrap,
  growthOf,
  HEADER,
  isInlineName,
  isInlineSlot,
  MORE_ROW,
  pointersOf,
  ROW,
  reachable,
  type Size,
  sizeOf,
  slotsIn,
} from "./slots.ts";
import { Tracks } from "./tracks.ts";

/** What a field's label leaves free before a dot in the middle of its row. */
const LABEL_TO_MIDDLE = 18;
const MORE_ARROWS_ARE_STUBS = 40;
const VIEW_MARGIN = 220;
/** An arrow that would be longer, or would turn more often, is drawn as its beginning: in a bundle nobody can follow it. */
const LONGEST_PX = 620;
const MOST_TURNS = 5;

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

/** Names whose arrows are too long to draw, written at what they point to. */
export interface Flag {
  readonly target: number;
  readonly names: readonly string[];
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
  readonly flags: readonly Flag[];
  /** Number of all objects of the picture, in view or not. */
  readonly total: number;
  readonly boxes: ReadonlyMap<number, Box>;
}

export class Scene {
  private placer = new Placer(1);
  private tracks = new Tracks();
  private width = 0;
  private readonly continuity = new Continuity();
  private readonly frames = new Frames();
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
      moment?: number;
      /** The reader went there by a step. */
      isStep?: boolean;
      /** Calls that stand on each other at most, in all of the run. */
      deepest?: number;
      /** Of the whole view, whatever of it is the picture's just now. */
      panelHeight?: number;
    },
  ): Picture {
    const passage = this.continuity.follow(options.moment, options.isStep ?? false, callsIn(facts));
    if (passage.isAnew) {
      this.placer = new Placer(this.placer.columnCount);
      this.tracks = new Tracks();
      this.routes.clear();
    }
    const columns = columnsIn(options.width);
    if (columns !== this.placer.columnCount || this.width !== options.width) {
      if (columns !== this.placer.columnCount) this.placer = new Placer(columns);
      this.routes.clear();
      this.width = options.width;
    }
    const rows = frameRows(
      options.deepest ?? facts.frames.length,
      options.panelHeight ?? Number.POSITIVE_INFINITY,
      (form) => this.frames.nameRows(facts, options.width, form),
    );
    const frames = this.frames.boxes(facts, options.width, options.expanded, rows);
    const opened = frames.reduce((sum, frame) => sum + frame.openedHeight, 0);
    const framesBottom = bottomOf(rows) + opened;
    const firstTrack = framesBottom + rows.beforeTracks;
    const top = framesBottom + channelOf(rows);

    const byAddress = new Map(facts.objects.map((object) => [object.address, object]));
    const drawn = reachable(frames, foldedOf(facts, frames), byAddress, options.stack, options.expanded);
    const roots: Root[] = [];
    for (const frame of frames) {
      for (const cell of frame.cells) {
        if (!cell.inline && cell.fact.value) roots.push({ target: cell.fact.value.address, x: cell.dot.x });
      }
    }
    for (const reference of options.stack) roots.push({ target: reference.address, x: options.width / 2 });
    const sizes = new Map<number, Size>();
    const nodes = drawn.map((object): PlaceNode => {
      const isOpened = options.expanded.has(object.address);
      const size = sizeOf(object, isOpened);
      return {
        id: object.address,
        span: size.span,
        height: size.height,
        growth: growthOf(object),
        mayMove: isOpened,
        leastHeight: HEADER + MORE_ROW,
        ...(canWrap(object) ? { heightAt: (span: number) => sizeOf(object, isOpened, span).height } : {}),
        pointers: pointersOf(object, byAddress, options.expanded.has(object.address)),
      };
    });
    const local = this.placer.update(nodes, roots, passage);
    for (const object of drawn) {
      const given = canWrap(object) ? spanOf(local.get(object.address)!.width) : undefined;
      sizes.set(object.address, sizeOf(object, options.expanded.has(object.address), given));
    }

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
      if (cell.isFixed) continue;
      const entry = entryOf.get(arrow)!;
      if (entry >= cell.x + 12 + monoWidth(cell.fact.name, 12) + 16 && entry <= cell.x + cell.width - 12)
        cell.dot = { x: entry, y: cell.dot.y };
    }
    const startX = (arrow: (typeof nameArrows)[number]) => leadOf(arrow, frames, framesBottom, rows).at(-1)!.x;
    const tracks = this.tracks.assign(
      nameArrows
        .filter((arrow) => Math.abs(startX(arrow) - entryOf.get(arrow)!) > 0.5)
        .map((arrow) => ({
          id: arrow.cell.fact.slot + (arrow.former ? 0.5 : 0),
          from: startX(arrow),
          to: entryOf.get(arrow)!,
        })),
    );
    const pitch = Math.min(rows.trackPitch, (rows.trackCount * rows.trackPitch) / this.tracks.count);

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
      stubPx?: number;
      name?: string;
    }[] = [];
    const flags = new Map<number, string[]>();

    for (const arrow of nameArrows) {
      const box = boxes.get(arrow.target)!;
      if (!isSeen(box) && options.viewTop > framesBottom) continue;
      const slot = arrow.cell.fact.slot;
      const lead = leadOf(arrow, frames, framesBottom, rows);
      const track = tracks.get(slot + (arrow.former ? 0.5 : 0));
      const trackY = firstTrack + (track === undefined ? 0 : Math.round(track * pitch));
      const changed = arrow.cell.fact.was !== undefined;
      pending.push({
        id: `n${slot}${arrow.former ? "w" : ""}`,
        target: arrow.target,
        mark: arrow.former ? "former" : changed ? "changed" : arrow.target === options.selection ? "selected" : "plain",
        name: arrow.cell.fact.name,
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
      const shown = slotsIn(object, expanded, size, box.height);
      const shapes: { -readonly [K in keyof SlotShape]: SlotShape[K] }[] = [];
      shown.forEach((fact, index) => {
        // What is not among the objects given cannot be pointed at; its short form stands in the slot.
        const inline =
          isInlineSlot(fact, fact.value, object) || (fact.value !== null && !boxes.has(fact.value.address));
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
          // The label of an entry stands where a dot on the left would, and a long one where one in the middle would.
          onlyRight:
            fact.role === "entry" || (!isCell && monoWidth(fact.label, 11.5) > box.width / 2 - LABEL_TO_MIDDLE),
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
              return reach ? routeSlot(slot, targetBox, obstacles, standing) : stubRoute(slot, targetBox.x < box.x);
            },
            ...(cell === null ? {} : { stubPx: cellStub(slot) }),
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
        if (fact.was && !isInlineSlot(fact, fact.was, object)) add(fact.was.address, "former");
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
        route = old?.stub ? old : stubOf(full, item.stubPx);
      } else route = old && !old.stub && item.keep(old) ? old : item.route();
      if (item.mark === "plain" && !route.stub && isTooLong(route)) {
        const full = route;
        route = stubOf(() => full, item.stubPx);
        if (item.name !== undefined) flags.set(item.target, [...(flags.get(item.target) ?? []), item.name]);
      }
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
      flags: [...flags].map(([target, names]) => ({ target, names })),
      total: drawn.length,
      boxes,
    };
  }
}

function isTooLong(route: Route): boolean {
  return route.points.length - 2 > MOST_TURNS || length(route.points) > LONGEST_PX;
}

/** Towards its target, unless the label of the slot stands there. */
function stubRoute(slot: Slot, isLeft: boolean): Route {
  const side = isLeft && !slot.onlyRight ? "left" : "right";
  return { points: stub(slot, side), side, stub: true };
}

function stubOf(full: () => Route, most = 24): Route {
  const { points, side } = full();
  const [a, b] = [points[0]!, points[1]!];
  const sign = { x: Math.sign(b.x - a.x), y: Math.sign(b.y - a.y) };
  const length = Math.min(most, Math.abs(b.x - a.x) + Math.abs(b.y - a.y));
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
