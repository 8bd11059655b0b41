// Where arenas, pools and blocks lie in the picture of all arenas, at every size of it.
//
// An arena is a heading and rows of pools; a pool is a square of dots, a dot is one unit of alignment (16 bytes). Growing the
// picture grows the pools, never headings or gaps, so a place is kept as arena, and cells across and down within it.
import type { ArenaFact, PoolFact } from "../../../protocol/facts.ts";

const POOLS_IN_ROW = 16;

export const ARENA_HEAD = 22;
const ARENA_GAP = 8;
const POOL_GAP = 1;
/** A pool's header: 48 bytes. */
export const HEADER_DOTS = 3;

export interface Grid {
  readonly x: number;
  readonly y: number;
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly gap: number;
}

/** Cell of a pool within its arena's picture. */
export function poolRect(grid: Grid, index: number): { x: number; y: number; width: number; height: number } {
  return {
    x: grid.x + (index % POOLS_IN_ROW) * (grid.cellWidth + grid.gap),
    y: grid.y + Math.floor(index / POOLS_IN_ROW) * (grid.cellHeight + grid.gap),
    width: grid.cellWidth,
    height: grid.cellHeight,
  };
}

/** Dots in a row of a pool's square. */
export const dotsInRowOf = (dots: number): number => 2 ** Math.ceil(Math.log2(dots) / 2);

export interface ArenaMap {
  readonly cell: number;
  /** Dots in a row of a pool, and the size of one. */
  readonly dotsInRow: number;
  readonly dot: number;
  readonly arenaHeight: number;
  readonly width: number;
  readonly height: number;
}

/** arenaWidth: what an arena may take at size 1. poolDots: dots in a pool. */
export function arenaMap(arenas: readonly ArenaFact[], arenaWidth: number, zoom: number, poolDots: number): ArenaMap {
  const cell = (Math.floor(((arenaWidth - (POOLS_IN_ROW - 1) * POOL_GAP) / POOLS_IN_ROW) * 2) / 2) * zoom;
  const dotsInRow = dotsInRowOf(poolDots);
  const rows = Math.ceil((arenas[0]?.pools.length ?? 0) / POOLS_IN_ROW);
  const arenaHeight = ARENA_HEAD + rows * (cell + POOL_GAP) + ARENA_GAP;
  return {
    cell,
    dotsInRow,
    dot: cell / dotsInRow,
    arenaHeight,
    width: POOLS_IN_ROW * (cell + POOL_GAP),
    height: arenas.length * arenaHeight,
  };
}

export function arenaGrid(map: ArenaMap, arenaIndex: number): Grid {
  const y = arenaIndex * map.arenaHeight + ARENA_HEAD;
  return { x: 0, y, cellWidth: map.cell, cellHeight: map.cell, gap: POOL_GAP };
}

/** A place that means the same at every size. */
export interface Place {
  readonly arena: number;
  readonly across: number;
  readonly down: number;
}

export function placeAt(map: ArenaMap, x: number, y: number): Place {
  const arena = Math.floor(y / map.arenaHeight);
  const step = map.cell + POOL_GAP;
  return { arena, across: x / step, down: (y - arena * map.arenaHeight - ARENA_HEAD) / step };
}
export function pointOf(map: ArenaMap, place: Place): { x: number; y: number } {
  const step = map.cell + POOL_GAP;
  return { x: place.across * step, y: place.arena * map.arenaHeight + ARENA_HEAD + place.down * step };
}

export interface Found {
  readonly arenaIndex: number;
  readonly arena: ArenaFact;
  readonly pool: PoolFact;
  /** The block under the point; null on the header, on what is left over, and in a pool that is not in use. */
  readonly block: number | null;
}

export function findAt(
  map: ArenaMap,
  arenas: readonly ArenaFact[],
  alignment: number,
  x: number,
  y: number,
): Found | null {
  const place = placeAt(map, x, y);
  const arena = arenas[place.arena];
  const column = Math.floor(place.across);
  const row = Math.floor(place.down);
  if (!arena || row < 0 || column < 0 || column >= POOLS_IN_ROW) return null;
  const pool = arena.pools[row * POOLS_IN_ROW + column];
  if (!pool) return null;
  const rect = poolRect(arenaGrid(map, place.arena), pool.index);
  const dotX = Math.floor((x - rect.x) / map.dot);
  const dotY = Math.floor((y - rect.y) / map.dot);
  let block: number | null = null;
  if (pool.blockBytes > 0 && dotX >= 0 && dotX < map.dotsInRow && dotY >= 0 && dotY < map.dotsInRow) {
    const index = Math.floor((dotY * map.dotsInRow + dotX - HEADER_DOTS) / (pool.blockBytes / alignment));
    if (index >= 0 && index < pool.blocks.length) block = index;
  }
  return { arenaIndex: place.arena, arena, pool, block };
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The dots of a block, as one rectangle for each row of the pool that it has a part in; from the pool's corner. */
export function blockRects(map: ArenaMap, blockDots: number, index: number): Rect[] {
  const { dotsInRow, dot } = map;
  const rects: Rect[] = [];
  const end = HEADER_DOTS + (index + 1) * blockDots;
  for (let at = HEADER_DOTS + index * blockDots; at < end; ) {
    const row = Math.floor(at / dotsInRow);
    const to = Math.min(end, (row + 1) * dotsInRow);
    rects.push({ x: (at % dotsInRow) * dot, y: row * dot, width: (to - at) * dot, height: dot });
    at = to;
  }
  return rects;
}

/** The outline of a block as SVG path data, from the pool's corner: one polygon, or two when its parts do not touch. */
export function blockOutline(map: ArenaMap, blockDots: number, index: number): string {
  const rects = blockRects(map, blockDots, index);
  const box = (r: Rect): string => `M${r.x} ${r.y}h${r.width}v${r.height}h${-r.width}z`;
  const first = rects[0];
  const last = rects[rects.length - 1];
  if (rects.length === 1) return box(first);
  const isApart = rects.length === 2 && last.x + last.width <= first.x;
  if (isApart) return box(first) + box(last);
  const right = first.x + first.width;
  const below = last.y + last.height;
  return `M${first.x} ${first.y}H${right}V${last.y}H${last.x + last.width}V${below}H0V${first.y + first.height}H${first.x}z`;
}
