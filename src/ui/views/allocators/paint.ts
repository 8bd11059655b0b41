// Painting arenas and pools on a canvas: one dot is 16 bytes in an arena (arena_map.ts); in a pool's close-up each block is a
// cell.
import type { ArenaFact, PoolDetail, PoolFact } from "../../../protocol/facts.ts";
import { BLOCK_STATES } from "../../../protocol/limits.ts";
import { theme, token } from "../../state/theme.ts";
import { type ArenaMap, arenaGrid, blockOutline, blockRects, dotsInRowOf, HEADER_DOTS, poolRect } from "./arena_map.ts";

const HATCH_ALPHA = 0.55;
const LIGHT_STRENGTH = 0.72;

/** Colours of block states, in the order of BLOCK_STATES; free and untouched are drawn as patterns. */
function colours(): string[] {
  return BLOCK_STATES.map((state) => {
    if (state === "untouched") return token("paper");
    if (state === "free") return token("line");
    return softened(token(state === "none" ? "cod" : state));
  });
}

/** On white the marks' colours would shout as areas; they are let down with paper. On black they are as in the drawings. */
function softened(colour: string): string {
  if (theme() === "dark") return colour;
  const paper = rgb(token("paper"));
  return `#${rgb(colour)
    .map((part, i) =>
      Math.round(part * LIGHT_STRENGTH + paper[i]! * (1 - LIGHT_STRENGTH))
        .toString(16)
        .padStart(2, "0"),
    )
    .join("")}`;
}

/** 16 KiB as rows of dots: every pool in use is painted once into a small image, then scaled to its cell. */
export class PoolImages {
  private readonly images = new Map<number, { key: string; canvas: HTMLCanvasElement }>();

  clear(): void {
    this.images.clear();
  }

  get(pool: PoolFact, alignment: number, poolBytes: number): HTMLCanvasElement {
    const key = keyOf(pool);
    const found = this.images.get(pool.address);
    if (found && found.key === key) return found.canvas;
    const canvas = found?.canvas ?? document.createElement("canvas");
    const dots = poolBytes / alignment;
    const wide = dotsInRowOf(dots);
    canvas.width = wide;
    canvas.height = Math.ceil(dots / wide);
    const context = canvas.getContext("2d")!;
    const image = context.createImageData(canvas.width, canvas.height);
    const table = colours().map(rgb);
    const paint = (dot: number, [r, g, b]: readonly number[]) => {
      image.data.set([r!, g!, b!, 255], dot * 4);
    };
    const paper = rgb(token("wash"));
    const freeLine = rgb(token("ghost"));
    for (let dot = 0; dot < dots; dot++) paint(dot, paper);
    for (let dot = 0; dot < HEADER_DOTS; dot++) paint(dot, rgb(token("ink3")));
    const perBlock = pool.blockBytes / alignment;
    for (let block = 0; block < pool.blocks.length; block++) {
      const state = pool.blocks[block]!;
      for (let k = 0; k < perBlock; k++) {
        const dot = HEADER_DOTS + block * perBlock + k;
        if (dot >= dots) break;
        if (state === 0) continue;
        // Free blocks are hatched: every other dot on a diagonal.
        if (state === 1) paint(dot, ((dot % wide) + Math.floor(dot / wide)) % 3 === 0 ? freeLine : paper);
        else paint(dot, k === perBlock - 1 && perBlock > 2 ? table[state]!.map((c) => c * 0.82) : table[state]!);
      }
    }
    context.putImageData(image, 0, 0);
    this.images.set(pool.address, { key, canvas });
    return canvas;
  }
}

/** Changes when a block's content does; cheap enough for every pool at every step. */
function keyOf(pool: PoolFact): string {
  let hash = pool.blockBytes;
  for (const state of pool.blocks) hash = (Math.imul(hash, 31) + state) | 0;
  return `${pool.usedBlocks} ${hash}`;
}

function rgb(colour: string): number[] {
  const hex = /^#(..)(..)(..)$/.exec(colour);
  return hex ? [1, 2, 3].map((i) => Number.parseInt(hex[i]!, 16)) : [128, 128, 128];
}

/** Where the canvas stands in the whole picture. */
export interface Window {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Dots of this size and more have lines between blocks; blocks of GLYPH_FROM and more have glyphs. */
const LINES_FROM = 6;

/** The pools of an arena that are in the window, its corner at the context's origin. */
export function paintArena(
  context: CanvasRenderingContext2D,
  arena: ArenaFact,
  arenaIndex: number,
  map: ArenaMap,
  view: Window,
  images: PoolImages,
  alignment: number,
  poolBytes: number,
): void {
  context.imageSmoothingEnabled = false;
  const grid = arenaGrid(map, arenaIndex);
  for (const pool of arena.pools) {
    const place = poolRect(grid, pool.index);
    const rect = { ...place, x: place.x - view.x, y: place.y - view.y };
    if (rect.x > view.width || rect.y > view.height || rect.x + rect.width < 0 || rect.y + rect.height < 0) continue;
    if (pool.state === "untouched" || pool.state === "unused" || pool.blockBytes === 0) {
      context.strokeStyle = token(pool.state === "unused" ? "line2" : "line");
      context.lineWidth = 1;
      context.strokeRect(rect.x + 0.5, rect.y + 0.5, rect.width - 1, rect.height - 1);
      continue;
    }
    context.drawImage(images.get(pool, alignment, poolBytes), rect.x, rect.y, rect.width, rect.height);
    if (map.dot >= LINES_FROM) paintBlocks(context, pool, map, rect.x, rect.y, alignment);
  }
}

const HATCH_STEP = 6;

/** Diagonal lines, as free blocks have them in every view. */
function hatch(context: CanvasRenderingContext2D): CanvasPattern {
  const tile = document.createElement("canvas");
  tile.width = HATCH_STEP;
  tile.height = HATCH_STEP;
  const pen = tile.getContext("2d")!;
  pen.strokeStyle = token("ghost");
  pen.lineWidth = 1;
  // Three lines, so that the corners of neighbouring tiles meet.
  for (const from of [-HATCH_STEP, 0, HATCH_STEP]) {
    pen.moveTo(from, HATCH_STEP);
    pen.lineTo(from + HATCH_STEP, 0);
  }
  pen.stroke();
  return context.createPattern(tile, "repeat")!;
}

/** Lines between the blocks of a pool, and the glyph of each that has room for it. */
function paintBlocks(
  context: CanvasRenderingContext2D,
  pool: PoolFact,
  map: ArenaMap,
  x: number,
  y: number,
  alignment: number,
): void {
  const dots = pool.blockBytes / alignment;
  context.save();
  context.translate(x, y);
  context.strokeStyle = token("wash");
  context.lineWidth = 1;
  const freeFill = hatch(context);
  for (let block = 0; block < pool.blocks.length; block++) {
    const state = BLOCK_STATES[pool.blocks[block]!]!;
    if (state === "untouched") continue;
    const outline = new Path2D(blockOutline(map, dots, block));
    if (state === "free") {
      context.fillStyle = token("wash");
      context.fill(outline);
      context.fillStyle = freeFill;
      context.fill(outline);
    }
    context.stroke(outline);
    const [first] = blockRects(map, dots, block);
    if (first!.width >= GLYPH_FROM && first!.height >= GLYPH_FROM) {
      paintGlyph(context, state, first!.x + first!.width / 2, first!.y + first!.height / 2, 9);
    }
  }
  context.restore();
}

export interface PoolGrid {
  readonly columns: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
}

export function poolGrid(blockCount: number, width: number, maxHeight: number): PoolGrid {
  // Cells about as high as 0.85 of their width, as many columns as let all rows fit.
  let columns = Math.max(4, Math.min(64, Math.round(Math.sqrt((blockCount * width) / maxHeight) * 0.92)));
  while (columns < 128 && Math.ceil(blockCount / columns) * (width / columns) * 0.85 > maxHeight) columns++;
  const cellWidth = width / columns;
  const rows = Math.ceil(blockCount / columns);
  return { columns, cellWidth, cellHeight: Math.min(cellWidth, Math.max(3, maxHeight / rows)) };
}

const GLYPH_PATHS: Record<string, string> = {
  num: "M1.5 6a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z",
  txt: "M4 3.5v5M8 3.5v5",
  seq: "M2 6h1.6M5.2 6h1.6M8.4 6h1.6",
  map: "M2 3.2h3M7 3.2h3M2 6h3M7 6h3M2 8.8h3M7 8.8h3",
  ins: "M6 1.5 10.5 6 6 10.5 1.5 6z",
  cod: "M3.5 2 10 6 3.5 10z",
  cls: "M6 1.5 10 3.8v4.4L6 10.5 2 8.2V3.8z",
};

/** Smallest cell that shows its glyph; design.md, "In maps". */
const GLYPH_FROM = 12;
const FREE_CHAIN_LIMIT = 600;
/** Links between blocks that are not neighbours are told apart only while they are few. */
const FIRST_LINKS = 16;

export function paintPool(
  context: CanvasRenderingContext2D,
  pool: PoolDetail,
  grid: PoolGrid,
  marks: { selected: number | null; borrowed: number | null; changedHead: boolean },
): void {
  const table = colours();
  const center = (index: number) => ({
    x: ((index % grid.columns) + 0.5) * grid.cellWidth,
    y: (Math.floor(index / grid.columns) + 0.5) * grid.cellHeight,
  });
  const box = (index: number) => ({
    x: (index % grid.columns) * grid.cellWidth,
    y: Math.floor(index / grid.columns) * grid.cellHeight,
  });
  const inset = grid.cellWidth > 6 ? 1 : 0.25;
  const glyphSize = Math.min(11, Math.min(grid.cellWidth, grid.cellHeight) - 5);
  for (let index = 0; index < pool.blocks.length; index++) {
    const state = BLOCK_STATES[pool.blocks[index]!]!;
    const at = box(index);
    const width = grid.cellWidth - inset;
    const height = grid.cellHeight - inset;
    if (state === "untouched") {
      context.strokeStyle = token("line2");
      context.lineWidth = 0.8;
      context.setLineDash([1.5, 1.5]);
      context.strokeRect(at.x + 0.5, at.y + 0.5, width - 1, height - 1);
      context.setLineDash([]);
    } else if (state === "free") {
      context.fillStyle = token("wash");
      context.fillRect(at.x, at.y, width, height);
      context.strokeStyle = token("line");
      context.lineWidth = 1;
      context.strokeRect(at.x + 0.5, at.y + 0.5, width - 1, height - 1);
    } else {
      context.fillStyle = table[pool.blocks[index]!]!;
      context.globalAlpha = state === "buf" ? HATCH_ALPHA : 0.92;
      context.fillRect(at.x, at.y, width, height);
      context.globalAlpha = 1;
      const c = center(index);
      if (grid.cellHeight >= GLYPH_FROM) paintGlyph(context, state, c.x - inset / 2, c.y - inset / 2, glyphSize);
    }
  }
  paintChain(context, pool, grid, center);
  for (const [index, dashed] of [
    [marks.borrowed, true],
    [marks.selected, false],
  ] as const) {
    if (index === null || index < 0 || index >= pool.blocks.length) continue;
    const at = box(index);
    context.strokeStyle = token("ink");
    context.lineWidth = 2;
    context.setLineDash(dashed ? [3, 2] : []);
    context.strokeRect(at.x - 0.5, at.y - 0.5, grid.cellWidth, grid.cellHeight);
    context.setLineDash([]);
  }
}

/** The glyph of a kind, its middle at x, y; nothing for states that have none. */
function paintGlyph(context: CanvasRenderingContext2D, state: string, x: number, y: number, size: number): void {
  const path = GLYPH_PATHS[state];
  if (!path) return;
  context.save();
  context.translate(x - size / 2, y - size / 2);
  context.scale(size / 12, size / 12);
  const isDark = state === "cod" || state === "cls" || state === "num" || state === "ins";
  context.strokeStyle = isDark ? token("paper") : "#17191c";
  context.globalAlpha = 0.72;
  context.lineWidth = 1.6;
  context.stroke(new Path2D(path));
  context.restore();
}

/** The free list: from its head, block to block, along rows and round what lies between. */
function paintChain(
  context: CanvasRenderingContext2D,
  pool: PoolDetail,
  grid: PoolGrid,
  center: (index: number) => { x: number; y: number },
): void {
  const chain = pool.freeList.slice(0, FREE_CHAIN_LIMIT);
  if (chain.length === 0) return;
  context.strokeStyle = token("ink2");
  context.fillStyle = token("ink2");
  context.lineWidth = 1;
  // Links to near blocks in full; leaps across the pool only as a ghost, or they would hide the blocks they pass.
  for (const isLeap of [true, false]) {
    context.strokeStyle = token(isLeap ? "ghost" : "ink2");
    context.beginPath();
    for (let i = 0; i + 1 < chain.length; i++) {
      const a = center(chain[i]!);
      const b = center(chain[i + 1]!);
      const adjacent = Math.abs(chain[i]! - chain[i + 1]!) === 1;
      const isFar = Math.abs(a.y - b.y) > grid.cellHeight * 1.5 || (!adjacent && i >= FIRST_LINKS);
      if (isFar !== isLeap) continue;
      if (adjacent && a.y !== b.y) continue;
      context.moveTo(a.x, a.y);
      if (!adjacent) {
        const y = Math.max(a.y, b.y) - grid.cellHeight / 2;
        context.lineTo(a.x, y);
        context.lineTo(b.x, y);
      }
      context.lineTo(b.x, b.y);
    }
    context.stroke();
  }
  for (let i = 1; i < chain.length; i++) {
    const c = center(chain[i]!);
    context.beginPath();
    context.arc(c.x, c.y, Math.min(1.8, grid.cellHeight / 5), 0, 7);
    context.fill();
  }
  const head = center(chain[0]!);
  context.fillStyle = token("ink");
  context.beginPath();
  context.arc(head.x, head.y, Math.min(4, grid.cellHeight / 3), 0, 7);
  context.fill();
}
