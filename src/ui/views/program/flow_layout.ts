// Places the blocks of a flow graph, and its edges between them.
//
//   layers   top to bottom; a block is below all that lead forwards to it (forwards: later in the code)
//   gaps     between layers; in them edges run sideways, each on a track of its own
//   lanes    at the left of all blocks; in them edges that lead back run upwards
//
// Invariants: blocks never overlap; an edge crosses no block; the same graph is placed the same way.

export interface LayoutBlock {
  readonly id: number;
  readonly width: number;
  readonly height: number;
  readonly edges: readonly { readonly to: number; readonly kind: string }[];
}
export interface PlacedBlock {
  readonly id: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export interface PlacedEdge {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly points: readonly (readonly [x: number, y: number])[];
}
export interface FlowLayout {
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly PlacedBlock[];
  readonly edges: readonly PlacedEdge[];
}

const MARGIN = 14;
const BETWEEN_BLOCKS = 26;
const THREAD_WIDTH = 14;
const GAP = 14;
const TRACK = 9;
const LANE = 11;
const SWEEPS = 6;

/** A block in its layer, or the place where a long edge passes through one. */
interface Cell {
  readonly block: LayoutBlock | null;
  readonly width: number;
  layer: number;
  center: number;
  readonly up: Cell[];
  readonly down: Cell[];
}

interface Chain {
  readonly from: Cell;
  readonly to: Cell;
  readonly kind: string;
  /** Block, threads, block; of an edge that leads back only the two ends. */
  readonly cells: readonly Cell[];
  readonly isBack: boolean;
}

function layersOf(blocks: readonly LayoutBlock[]): { layers: Cell[][]; chains: Chain[] } {
  const order = new Map(blocks.map(({ id }, index) => [id, index]));
  const cells = blocks.map((block): Cell => ({ block, width: block.width, layer: 0, center: 0, up: [], down: [] }));
  const isReached = new Array<boolean>(blocks.length).fill(false);
  blocks.forEach((block, index) => {
    // What nothing leads to stands below what is before it in the code.
    if (!isReached[index] && index > 0) cells[index]!.layer = cells[index - 1]!.layer + 1;
    for (const { to } of block.edges) {
      const target = order.get(to);
      if (target === undefined || target <= index) continue;
      isReached[target] = true;
      cells[target]!.layer = Math.max(cells[target]!.layer, cells[index]!.layer + 1);
    }
  });
  const layers: Cell[][] = [];
  for (const cell of cells) {
    while (layers.length <= cell.layer) layers.push([]);
    layers[cell.layer]!.push(cell);
  }
  const chains: Chain[] = [];
  blocks.forEach((block, index) => {
    for (const { to, kind } of block.edges) {
      const target = order.get(to);
      if (target === undefined) continue;
      const from = cells[index]!;
      const end = cells[target]!;
      if (target <= index) {
        chains.push({ from, to: end, kind, cells: [from, end], isBack: true });
        continue;
      }
      const chain = [from];
      for (let layer = from.layer + 1; layer < end.layer; layer++) {
        const thread: Cell = { block: null, width: THREAD_WIDTH, layer, center: 0, up: [], down: [] };
        layers[layer]!.push(thread);
        chain.push(thread);
      }
      chain.push(end);
      for (let i = 1; i < chain.length; i++) {
        chain[i - 1]!.down.push(chain[i]!);
        chain[i]!.up.push(chain[i - 1]!);
      }
      chains.push({ from, to: end, kind, cells: chain, isBack: false });
    }
  });
  return { layers, chains };
}

const mean = (cells: readonly Cell[], value: (cell: Cell) => number): number =>
  cells.reduce((sum, cell) => sum + value(cell), 0) / cells.length;

/** Orders each layer by the middle of its neighbours, down and up in turn; equal ones stay as they are. */
function orderLayers(layers: Cell[][]): void {
  const position = new Map<Cell, number>();
  const number = (layer: Cell[]) => {
    for (const [i, cell] of layer.entries()) position.set(cell, i);
  };
  for (const layer of layers) number(layer);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isDown = sweep % 2 === 0;
    for (const layer of isDown ? layers : [...layers].reverse()) {
      const wanted = new Map(
        layer.map((cell) => {
          const near = isDown ? cell.up : cell.down;
          return [cell, near.length === 0 ? position.get(cell)! : mean(near, (other) => position.get(other)!)];
        }),
      );
      layer.sort((a, b) => wanted.get(a)! - wanted.get(b)! || position.get(a)! - position.get(b)!);
      number(layer);
    }
  }
}

const spacing = (a: Cell, b: Cell): number =>
  (a.width + b.width) / 2 + (a.block === null || b.block === null ? BETWEEN_BLOCKS / 2 : BETWEEN_BLOCKS);

/** Centres each cell over its neighbours as far as its layer lets it: pushed from the left, then from the right, halved. */
function placeAcross(layers: Cell[][]): void {
  for (const layer of layers) {
    layer.forEach((cell, i) => {
      cell.center = i === 0 ? cell.width / 2 : layer[i - 1]!.center + spacing(layer[i - 1]!, cell);
    });
  }
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const isDown = sweep % 2 === 0;
    for (const layer of isDown ? layers : [...layers].reverse()) {
      const wanted = layer.map((cell) => {
        const near = isDown ? cell.up : cell.down;
        return near.length === 0 ? cell.center : mean(near, (other) => other.center);
      });
      const fromLeft = [...wanted];
      const fromRight = [...wanted];
      for (let i = 1; i < layer.length; i++) {
        fromLeft[i] = Math.max(fromLeft[i]!, fromLeft[i - 1]! + spacing(layer[i - 1]!, layer[i]!));
      }
      for (let i = layer.length - 2; i >= 0; i--) {
        fromRight[i] = Math.min(fromRight[i]!, fromRight[i + 1]! - spacing(layer[i]!, layer[i + 1]!));
      }
      layer.forEach((cell, i) => {
        cell.center = (fromLeft[i]! + fromRight[i]!) / 2;
      });
    }
  }
}

interface End {
  readonly cell: Cell;
  readonly towards: number;
  /** Ends of one group share a port. */
  readonly group: string | null;
  readonly set: (x: number) => void;
}

/** Where the edges of a block leave it or come to it: side by side, in the order of where they lead. */
function ports(ends: readonly End[]): void {
  const byCell = new Map<Cell, End[]>();
  for (const end of ends) {
    const list = byCell.get(end.cell);
    if (list) list.push(end);
    else byCell.set(end.cell, [end]);
  }
  for (const [cell, list] of byCell) {
    list.sort((a, b) => a.towards - b.towards);
    const places: (string | End)[] = [];
    for (const end of list) if (end.group === null || !places.includes(end.group)) places.push(end.group ?? end);
    const step = Math.min(26, (cell.width - 16) / places.length);
    for (const end of list) {
      end.set(cell.center + (places.indexOf(end.group ?? end) - (places.length - 1) / 2) * step);
    }
  }
}

interface Run {
  /** Runs of edges that end at one port lie over one another. */
  readonly group: string | null;
  readonly gap: number;
  readonly from: number;
  readonly to: number;
  track: number;
}

/** Gives runs that overlap different tracks; short ones first, so that long ones pass below them. */
function assignTracks(runs: Run[]): number[] {
  const counts: number[] = [];
  const byGap = new Map<number, Run[]>();
  for (const run of runs) byGap.set(run.gap, [...(byGap.get(run.gap) ?? []), run]);
  for (const [gap, list] of byGap) {
    const tracks: Run[][] = [];
    list.sort((a, b) => Math.abs(a.from - a.to) - Math.abs(b.from - b.to));
    for (const run of list) {
      const [low, high] = [Math.min(run.from, run.to) - 4, Math.max(run.from, run.to) + 4];
      let track = 0;
      while (
        tracks[track]?.some(
          (other) =>
            (run.group === null || other.group !== run.group) &&
            Math.min(other.from, other.to) < high &&
            Math.max(other.from, other.to) > low,
        )
      ) {
        track++;
      }
      tracks[track] = [...(tracks[track] ?? []), run];
      run.track = track;
    }
    counts[gap] = tracks.length;
  }
  return counts;
}

export function layoutFlow(blocks: readonly LayoutBlock[]): FlowLayout {
  if (blocks.length === 0) return { width: 0, height: 0, blocks: [], edges: [] };
  const { layers, chains } = layersOf(blocks);
  orderLayers(layers);
  placeAcross(layers);

  // Lanes for the edges that lead back: the shorter one is nearer to the blocks.
  const back = chains.filter(({ isBack }) => isBack).sort((a, b) => span(a) - span(b));
  const laneOf = new Map(back.map((chain, i) => [chain, i]));
  const least = Math.min(...layers.flat().map((cell) => cell.center - cell.width / 2));
  const shift = MARGIN + back.length * LANE + (back.length > 0 ? LANE : 0) - least;
  for (const cell of layers.flat()) cell.center += shift;
  const laneX = (chain: Chain) => MARGIN + (back.length - 1 - laneOf.get(chain)!) * LANE;

  const leaves = new Map<Chain, number>();
  const arrives = new Map<Chain, number>();
  ports(
    chains.map((chain) => ({
      cell: chain.from,
      towards: chain.isBack ? laneX(chain) : chain.cells[1]!.center,
      group: null,
      set: (x) => leaves.set(chain, x),
    })),
  );
  ports(
    chains.map((chain) => ({
      cell: chain.to,
      towards: chain.isBack ? laneX(chain) : chain.cells.at(-2)!.center,
      group: groupOf(chain),
      set: (x) => arrives.set(chain, x),
    })),
  );

  // Every stretch sideways in a gap is a run. Gap g is above layer g.
  const runs: Run[] = [];
  const runsOf = new Map<Chain, (Run | null)[]>();
  for (const chain of chains) {
    const run = (gap: number, from: number, to: number): Run | null => {
      if (Math.abs(from - to) < 0.5) return null;
      const made = { group: gap === chain.to.layer ? groupOf(chain) : null, gap, from, to, track: 0 };
      runs.push(made);
      return made;
    };
    if (chain.isBack) {
      runsOf.set(chain, [
        run(chain.from.layer + 1, leaves.get(chain)!, laneX(chain)),
        run(chain.to.layer, laneX(chain), arrives.get(chain)!),
      ]);
      continue;
    }
    const xs = chain.cells.map((cell) => cell.center);
    xs[0] = leaves.get(chain)!;
    xs[xs.length - 1] = arrives.get(chain)!;
    runsOf.set(
      chain,
      xs.slice(1).map((x, i) => run(chain.cells[i + 1]!.layer, xs[i]!, x)),
    );
  }
  const trackCounts = assignTracks(runs);

  // Downwards: gap, layer, gap, layer, …, gap.
  const layerTops: number[] = [];
  const gapTops: number[] = [];
  let y = MARGIN;
  layers.forEach((layer, i) => {
    gapTops[i] = y;
    const tracks = trackCounts[i] ?? 0;
    if (i > 0 || tracks > 0) y += 2 * GAP + Math.max(0, tracks - 1) * TRACK;
    layerTops[i] = y;
    y += Math.max(...layer.map((cell) => cell.block?.height ?? 0));
  });
  gapTops[layers.length] = y;
  const lastTracks = trackCounts[layers.length] ?? 0;
  if (lastTracks > 0) y += 2 * GAP + (lastTracks - 1) * TRACK;
  const trackY = ({ gap, track }: Run) => gapTops[gap]! + GAP + track * TRACK;

  const bottomOf = (cell: Cell) => layerTops[cell.layer]! + cell.block!.height;
  const edges = chains.map((chain): PlacedEdge => {
    const points: [number, number][] = [[leaves.get(chain)!, bottomOf(chain.from)]];
    for (const run of runsOf.get(chain)!) {
      if (run !== null) points.push([run.from, trackY(run)], [run.to, trackY(run)]);
    }
    points.push([arrives.get(chain)!, layerTops[chain.to.layer]!]);
    return { from: chain.from.block!.id, to: chain.to.block!.id, kind: chain.kind, points };
  });
  const placed = layers.flatMap((layer) =>
    layer.flatMap(({ block, center, layer: at }) =>
      block === null
        ? []
        : [{ id: block.id, x: center - block.width / 2, y: layerTops[at]!, width: block.width, height: block.height }],
    ),
  );
  const right = Math.max(...layers.flat().map((cell) => cell.center + cell.width / 2));
  return { width: right + MARGIN, height: y + MARGIN, blocks: placed, edges };
}

/** All ways into a handler are one: an exception anywhere there. */
function groupOf(chain: Chain): string | null {
  return chain.kind === "handler" && !chain.isBack ? `handler ${chain.to.block!.id}` : null;
}

function span(chain: Chain): number {
  return chain.from.layer - chain.to.layer;
}

const RADIUS = 6;

/** Right angles with round corners, as an SVG path. */
export function edgePath(points: PlacedEdge["points"]): string {
  const [first] = points;
  let path = `M${first![0]} ${first![1]}`;
  for (let i = 1; i < points.length; i++) {
    const [x, y] = points[i]!;
    const next = points[i + 1];
    if (next === undefined) {
      path += `L${x} ${y}`;
      continue;
    }
    const [px, py] = points[i - 1]!;
    const before = Math.hypot(x - px, y - py);
    const after = Math.hypot(next[0] - x, next[1] - y);
    const r = Math.min(RADIUS, before / 2, after / 2);
    if (r < 0.5) continue;
    const inX = x - ((x - px) / before) * r;
    const inY = y - ((y - py) / before) * r;
    const outX = x + ((next[0] - x) / after) * r;
    const outY = y + ((next[1] - y) / after) * r;
    path += `L${inX} ${inY}Q${x} ${y} ${outX} ${outY}`;
  }
  return path;
}
