// The frames on top of the picture: outermost first, each a row of names, deeper ones set in.
// A frame that the reader opened has all its names: the row that leads to objects stays the lowest, so that its arrows cross
// nothing, and the others stand above it with their values.
// Invariant: the cell of a name grows with what it held and never shrinks, so that cells do not jump between steps.
import type { FrameFact, NameFact, ObjectsFacts } from "../../../protocol/facts.ts";
import { monoWidth } from "../../format.ts";
import type { Point } from "./geometry.ts";
import { isInlineName } from "./slots.ts";

export const FRAME_PITCH = 60;
export const FRAME_TOP = 38;
export const FRAME_BOX = 28;
const FRAME_LEFT = 24;
const FRAME_INDENT = 152;
const DOT_FROM_RIGHT = 28;
export const SHOWN_FRAMES = 4;
/** Between a frame and the words over the next one: where names of outer frames lead aside. */
const SHELF_TOP = 4;
const SHELF_ROOM = 7;
/** Least width of a name with its value, in the rows of an opened frame. */
const OPENED_CELL = 168;

export interface NameCell {
  readonly fact: NameFact;
  readonly x: number;
  readonly y: number;
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
  readonly height: number;
  readonly cells: readonly NameCell[];
  readonly hidden: number;
  readonly isOpened: boolean;
  /** Frames left out between this one and the next. */
  readonly hiddenAfter: number;
}

export class Frames {
  private readonly cellWidths = new Map<string, number>();

  /** rowCount: so many frames have room, whether they are there or not; a deeper one then moves none of the others. */
  boxes(facts: ObjectsFacts, width: number, expanded: ReadonlySet<number>, rowCount: number): FrameBox[] {
    const all = facts.frames;
    const shown =
      all.length <= SHOWN_FRAMES
        ? all.map((fact, i) => ({ fact, i }))
        : [0, all.length - 3, all.length - 2, all.length - 1].map((i) => ({ fact: all[i]!, i }));
    const indent = Math.min(FRAME_INDENT, width * 0.25) / Math.max(1, rowCount - 1);
    let opened = 0;
    return shown.map(({ fact, i }, index) => {
      const x = FRAME_LEFT + Math.round(indent * index);
      const boxWidth = width - 24 - x;
      const y = FRAME_TOP + index * FRAME_PITCH + opened;
      const next = shown[index + 1];
      const hiddenAfter = next ? next.i - i - 1 + (index === 0 ? facts.hiddenFrames : 0) : 0;
      const isOpened = expanded.has(fact.address);
      const { cells, rest, hidden } = this.cells(fact, x, y, boxWidth, isOpened);
      const above = isOpened ? openedCells(rest, x, y, boxWidth) : [];
      const height = isOpened ? FRAME_BOX * (1 + openedRows(rest.length, boxWidth)) : FRAME_BOX;
      opened += height - FRAME_BOX;
      // What was opened stands on top, and the row with the arrows comes below it.
      const lowered = cells.map((cell) => {
        const by = height - FRAME_BOX;
        return { ...cell, y: cell.y + by, dot: { x: cell.dot.x, y: cell.dot.y + by } };
      });
      return {
        fact,
        x,
        y,
        width: boxWidth,
        height,
        hiddenAfter,
        isOpened,
        cells: [...lowered, ...above],
        hidden: isOpened ? fact.hiddenNames : hidden,
      };
    });
  }

  private cells(
    frame: FrameFact,
    x: number,
    y: number,
    width: number,
    isOpened: boolean,
  ): { cells: NameCell[]; rest: readonly NameFact[]; hidden: number } {
    const isGlobal =
      frame.names.some((n) => n.value?.kind === "cls" || n.value?.kind === "cod") && frame.function === "<module>";
    const weight = (name: NameFact) => (name.value && (name.value.kind === "cod" || name.value.kind === "cls") ? 1 : 0);
    // Names that every module has stand in the rows that were opened, so the lowest row stays as it was.
    const special = isOpened ? frame.names.filter(isSpecialName) : [];
    const own = isOpened ? frame.names.filter((name) => !isSpecialName(name)) : frame.names;
    const names = isGlobal ? [...own].sort((a, b) => weight(a) - weight(b)) : own;
    const natural = names.map((name) => this.naturalWidth(frame, name));
    let count = names.length;
    const isFolded = isOpened || frame.hiddenNames > 0;
    const moreWidth = 76;
    const sum = (n: number) => natural.slice(0, n).reduce((a, b) => a + b, 0);
    while (count > 1 && sum(count) > width - (count < names.length || isFolded ? moreWidth : 0)) count--;
    const hidden = names.length - count + frame.hiddenNames;
    const room = width - (hidden > 0 || isOpened ? moreWidth : 0) - sum(count);
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
        y,
        width: cellWidth,
        inline: isInlineName(fact.value),
        dot: { x: at + cellWidth - DOT_FROM_RIGHT, y: y + FRAME_BOX / 2 },
      };
      at += cellWidth;
      return cell;
    });
    return { cells, rest: [...names.slice(count), ...special], hidden };
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

/** __name__ and the like. */
export function isSpecialName({ name }: NameFact): boolean {
  return /^__\w+__$/.test(name);
}

function openedColumns(width: number): number {
  return Math.max(1, Math.floor(width / OPENED_CELL));
}

function openedRows(count: number, width: number): number {
  return Math.ceil(count / openedColumns(width));
}

/** Names in columns, each with its value beside it. */
function openedCells(names: readonly NameFact[], x: number, y: number, width: number): NameCell[] {
  const columns = openedColumns(width);
  const cellWidth = width / columns;
  return names.map((fact, index) => ({
    fact,
    x: Math.round(x + (index % columns) * cellWidth),
    y: y + Math.floor(index / columns) * FRAME_BOX,
    width: Math.round(cellWidth),
    inline: true,
    dot: { x: 0, y: 0 },
  }));
}

/** From a name's dot to below all frames: straight, or along the left edge where other frames are in the way. */
export function leadOf(
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
  const shelf =
    frames[arrow.frameIndex]!.y +
    frames[arrow.frameIndex]!.height +
    SHELF_TOP +
    lane * Math.min(3, SHELF_ROOM / Math.max(1, pointers.length - 1));
  return [dot, { x: dot.x, y: shelf }, { x: gutter, y: shelf }, { x: gutter, y: framesBottom }];
}
