// The frames on top of the picture: outermost first, each a row of names, deeper ones set in.
// A frame that the reader opened has all its names: the row that leads to objects stays the lowest, so that its arrows cross
// nothing, and the others stand above it with their values.
// The names of a module that need more than one row stand in a grid, each in a cell that is its own from the beginning: the
// facts say which names the code will bind.
// How many rows there are, and how high, is decided for the whole run and not for its moment: a call takes a row that was
// kept free, or, where it stands deeper than that, the outer ones are folded. So no call pushes objects down.
// Invariant: the cell of a name grows with what it held and never shrinks, so that cells do not jump between steps.
import type { FrameFact, NameFact, ObjectsFacts } from "../../../protocol/facts.ts";
import { monoWidth } from "../../format.ts";
import type { Point } from "./geometry.ts";
import { isInlineName } from "./slots.ts";

export const FRAME_BOX = 28;
const FRAME_LEFT = 24;
const FRAME_INDENT = 152;
const DOT_FROM_RIGHT = 28;
const MOST_FRAMES = 4;
/** In a low form a frame's words stand in its row, before its names. */
const WORDS_WIDTH = 116;

/** How the part of the picture above the objects is divided. Frames stand at `top`, a `pitch` apart; under them lies the
 *  channel of the tracks: `beforeTracks`, then room for `trackCount` of them `trackPitch` apart, then `afterTracks`. */
export interface FrameForm {
  readonly isLow: boolean;
  readonly top: number;
  readonly pitch: number;
  readonly beforeTracks: number;
  readonly trackCount: number;
  readonly trackPitch: number;
  readonly afterTracks: number;
  /** Under a frame, where names of outer frames lead aside: it begins so far below, and is so high. */
  readonly shelfTop: number;
  readonly shelfRoom: number;
}
const HIGH: FrameForm = {
  isLow: false,
  top: 38,
  pitch: 60,
  beforeTracks: 20,
  trackCount: 3,
  trackPitch: 18,
  afterTracks: 14,
  shelfTop: 4,
  shelfRoom: 7,
};
const LOW: FrameForm = {
  isLow: true,
  top: 10,
  pitch: 35,
  beforeTracks: 12,
  trackCount: 3,
  trackPitch: 11,
  afterTracks: 12,
  shelfTop: 2,
  shelfRoom: 4,
};

export interface FrameRows extends FrameForm {
  readonly count: number;
  /** Rows of names in the outermost frame. */
  readonly nameRows: number;
}

/** A view lower than this has neither legend nor strip: all of it is for the picture. */
const LOW_VIEW = 560;
/** What a view has beside the picture: its header, and in a higher one legend and strip. */
const HEADER_OF_VIEW = 36;
const LEGEND_AND_STRIP = 78;
/** The high form is taken where it leaves so much for objects, and of the low one as many rows as leave so much. */
const OBJECTS_BELOW_HIGH = 230;
const OBJECTS_BELOW_LOW = 120;

export function bottomOf({ top, pitch, count, nameRows }: FrameRows): number {
  return top + (count - 1) * pitch + FRAME_BOX * nameRows;
}

export function channelOf({ beforeTracks, trackCount, trackPitch, afterTracks }: FrameForm): number {
  return beforeTracks + trackCount * trackPitch + afterTracks;
}

export function isLowView(viewHeight: number): boolean {
  return viewHeight < LOW_VIEW;
}

/** Rows for a run whose calls stand on each other `deepest` high at most, in a view of this height, where the outermost
 *  frame's names would fill so many rows in that form. */
export function frameRows(deepest: number, viewHeight: number, nameRowsIn: (form: FrameForm) => number): FrameRows {
  const wanted = Math.max(1, Math.min(MOST_FRAMES, deepest));
  const room = viewHeight - HEADER_OF_VIEW - (isLowView(viewHeight) ? 0 : LEGEND_AND_STRIP);
  const objects = (rows: FrameRows) => room - bottomOf(rows) - channelOf(rows);
  const high = { ...HIGH, count: wanted, nameRows: nameRowsIn(HIGH) };
  if (objects(high) >= OBJECTS_BELOW_HIGH) return high;
  let low = { ...LOW, count: wanted, nameRows: nameRowsIn(LOW) };
  while (objects(low) < OBJECTS_BELOW_LOW && (low.count > 2 || low.nameRows > 1)) {
    const isNames = low.nameRows > 2 || low.count <= 2;
    low = isNames ? { ...low, nameRows: low.nameRows - 1 } : { ...low, count: low.count - 1 };
  }
  return low;
}

/** Least width of a name with its value, in the rows of an opened frame. */
const OPENED_CELL = 168;
/** In a grid a cell is as wide as the longest name, up to so many letters, and what stands beside it. */
const GRID_LETTERS = 12;
const GRID_BESIDE = 56;
/** Rows of a grid have their dots so far apart, the upper ones' at the right: their lines pass beside the lower ones. */
const DOT_STEP = 12;
const GRID_DOT_FROM_RIGHT = 14;
/** Of a cell with its value in it: the glyph, and a margin. */
export const INLINE_RESERVED = 22;
const MOST_NAME_ROWS = 3;
const MORE_WIDTH = 96;

export interface NameCell {
  readonly fact: NameFact;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Drawn in its slot: the value's short form; else a dot and an arrow. */
  readonly inline: boolean;
  /** One of an opened frame's list, which has no arrows: its value is said, whatever it is. */
  readonly isListed: boolean;
  /** Taken by lines and dots at the right edge. */
  readonly reserved: number;
  /** Its dot stays where it is: lines of upper rows pass beside it. */
  readonly isFixed: boolean;
  /** Else moved sideways within the cell once its target's place is known. */
  dot: Point;
}

export interface FrameBox {
  readonly fact: FrameFact;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Of its height, what the reader's opening it added. */
  readonly openedHeight: number;
  readonly cells: readonly NameCell[];
  /** Its words stand before its names and not above them. */
  readonly isLow: boolean;
  readonly hidden: number;
  /** All of them are names that every module has. */
  readonly onlySpecial: boolean;
  /** Where the words that tell of them end, or, in a grid, begin. */
  readonly more: { readonly x: number; readonly isStart: boolean };
  readonly isOpened: boolean;
  /** Frames left out between this one and the next. */
  readonly hiddenAfter: number;
}

export class Frames {
  private readonly cellWidths = new Map<string, number>();

  /** Rows that the outermost frame's names fill, once all are bound: more than one only where its code says which those
   *  are. */
  nameRows(facts: ObjectsFacts, width: number, form: FrameForm): number {
    const frame = facts.frames[0];
    if (!frame?.binds) return 1;
    const room = width - 2 * FRAME_LEFT - (form.isLow ? WORDS_WIDTH : 0);
    const inOne = frame.binds.reduce((sum, name) => sum + 12 + monoWidth(name, 12) + 16 + DOT_FROM_RIGHT, MORE_WIDTH);
    if (inOne <= room) return 1;
    return Math.min(MOST_NAME_ROWS, Math.ceil(frame.binds.length / gridColumns(frame.binds, room)));
  }

  boxes(facts: ObjectsFacts, width: number, expanded: ReadonlySet<number>, rows: FrameRows): FrameBox[] {
    const all = facts.frames.map((fact, i) => ({ fact, i }));
    const outermost = rows.count > 1 ? 1 : 0;
    const inner = rows.count - outermost;
    const shown = all.length <= rows.count ? all : [...all.slice(0, outermost), ...all.slice(all.length - inner)];
    const indent = Math.min(FRAME_INDENT, width * 0.25) / Math.max(1, rows.count - 1);
    let above = 0;
    return shown.map(({ fact, i }, index) => {
      const x = FRAME_LEFT + Math.round(indent * index) + (rows.isLow ? WORDS_WIDTH : 0);
      const boxWidth = width - 24 - x;
      const y = rows.top + index * rows.pitch + above;
      const next = shown[index + 1];
      const hiddenAfter = next ? next.i - i - 1 + (index === 0 ? facts.hiddenFrames : 0) : 0;
      const isOpened = expanded.has(fact.address);
      const nameRows = i === 0 ? rows.nameRows : 1;
      const { cells, rest, hidden } =
        nameRows > 1 ? gridCells(fact, x, y, boxWidth, nameRows, isOpened) : this.cells(fact, x, y, boxWidth, isOpened);
      const listed = isOpened ? openedCells(rest, x, y, boxWidth) : [];
      const by = isOpened ? FRAME_BOX * openedRows(rest.length, boxWidth) : 0;
      const height = FRAME_BOX * nameRows + by;
      above += height - FRAME_BOX;
      // What was opened stands on top, and the rows with the arrows come below it.
      const lowered = cells.map((cell) => {
        return { ...cell, y: cell.y + by, dot: { x: cell.dot.x, y: cell.dot.y + by } };
      });
      return {
        fact,
        x,
        y,
        width: boxWidth,
        height,
        openedHeight: by,
        hiddenAfter,
        isOpened,
        isLow: rows.isLow,
        cells: [...lowered, ...listed],
        hidden: isOpened ? fact.hiddenNames : hidden,
        onlySpecial: fact.binds !== undefined && rest.every(isSpecialName),
        more:
          nameRows > 1
            ? { x: x + boxWidth - boxWidth / gridColumns(fact.binds ?? [], boxWidth) + 12, isStart: true }
            : { x: x + boxWidth - 12, isStart: false },
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
    const sum = (n: number) => natural.slice(0, n).reduce((a, b) => a + b, 0);
    while (count > 1 && sum(count) > width - (count < names.length || isFolded ? MORE_WIDTH : 0)) count--;
    const hidden = names.length - count + frame.hiddenNames;
    const room = width - (hidden > 0 || isOpened ? MORE_WIDTH : 0) - sum(count);
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
        isListed: false,
        isFixed: false,
        reserved: INLINE_RESERVED,
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
    isListed: true,
    isFixed: true,
    reserved: INLINE_RESERVED,
    dot: { x: 0, y: 0 },
  }));
}

function gridColumns(names: readonly string[], width: number): number {
  const letters = Math.min(GRID_LETTERS, Math.max(...names.map((name) => name.length)));
  return Math.max(1, Math.floor(width / (monoWidth("m".repeat(letters), 12) + GRID_BESIDE)));
}

/** Every name in the cell that is its own; those that the code does not bind behind them. */
function gridCells(
  frame: FrameFact,
  x: number,
  y: number,
  width: number,
  rowCount: number,
  isOpened: boolean,
): { cells: NameCell[]; rest: readonly NameFact[]; hidden: number } {
  const binds = frame.binds ?? [];
  const columns = gridColumns(binds, width);
  const cellWidth = width / columns;
  const all = columns * rowCount;
  const others = frame.names.filter(({ name }) => !binds.includes(name));
  const order = [...binds, ...others.map(({ name }) => name)];
  // The last cell says how many names have none.
  const hasMore = order.length > all || frame.hiddenNames > 0 || isOpened;
  const shown = new Map(order.slice(0, hasMore ? all - 1 : all).map((name, index) => [name, index]));
  /** Glyph and margin; beside a lower row pass the lines of those above it. */
  const reservedIn = (row: number) =>
    row === 0 ? INLINE_RESERVED : INLINE_RESERVED + GRID_DOT_FROM_RIGHT + DOT_STEP * (row - 1) - 6;
  // What is not bound yet has its cell already.
  const bound = new Set(frame.names.map(({ name }) => name));
  const unbound = binds.filter((name) => !bound.has(name)).map((name): NameFact => ({ name, slot: 0, value: null }));
  const cells = [...frame.names, ...unbound].flatMap((fact): NameCell[] => {
    const index = shown.get(fact.name);
    if (index === undefined) return [];
    const row = Math.floor(index / columns);
    const left = Math.round(x + (index % columns) * cellWidth);
    const right = Math.round(x + ((index % columns) + 1) * cellWidth);
    const dotX = right - GRID_DOT_FROM_RIGHT - DOT_STEP * row;
    return [
      {
        fact,
        x: left,
        y: y + row * FRAME_BOX,
        width: right - left,
        inline: isInlineName(fact.value),
        isListed: false,
        isFixed: true,
        reserved: reservedIn(row),
        dot: { x: dotX, y: y + row * FRAME_BOX + FRAME_BOX / 2 },
      },
    ];
  });
  const rest = frame.names.filter(({ name }) => !shown.has(name));
  return { cells, rest, hidden: rest.length + frame.hiddenNames };
}

/** The frames that the facts have and the picture has no row for. */
export function foldedOf(facts: ObjectsFacts, boxes: readonly FrameBox[]): FrameFact[] {
  const shown = new Set(boxes.map(({ fact }) => fact));
  return facts.frames.filter((fact) => !shown.has(fact));
}

/** Where a frame's words begin. */
export function wordsX(frame: FrameBox): number {
  return frame.isLow ? frame.x - WORDS_WIDTH : frame.x;
}

/** From a name's dot to below all frames: straight, or along the left edge where other frames are in the way. */
export function leadOf(
  arrow: { cell: NameCell; frameIndex: number },
  frames: readonly FrameBox[],
  framesBottom: number,
  rows: FrameRows,
): Point[] {
  const { dot } = arrow.cell;
  const below = frames.slice(arrow.frameIndex + 1);
  if (!below.some((frame) => dot.x > wordsX(frame) - 20)) return [dot];
  const nearest = below[0] ? wordsX(below[0]) : 0;
  const pointers = frames[arrow.frameIndex]!.cells.filter((cell) => !cell.inline && cell.dot.x > nearest - 20);
  const lane = pointers.indexOf(arrow.cell);
  const left = Math.min(...below.map((frame) => wordsX(frame)));
  const gutter = Math.max(8, left - 26 - (pointers.length - 1 - lane) * 8);
  // Deeper for dots farther right, whose gutter is farther right too: then no lead crosses another.
  const shelf =
    frames[arrow.frameIndex]!.y +
    frames[arrow.frameIndex]!.height +
    rows.shelfTop +
    lane * Math.min(3, rows.shelfRoom / Math.max(1, pointers.length - 1));
  return [dot, { x: dot.x, y: shelf }, { x: gutter, y: shelf }, { x: gutter, y: framesBottom }];
}
