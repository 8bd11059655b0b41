// Where objects stand in the picture. Objects sit in columns of one pitch; a new object takes the free spot nearest to
// where the first pointer to it would like it; nothing that stands is ever moved. A container grows where it stands, and
// where something else stands in its way it keeps its size: the caller then draws fewer of its slots.
// Invariants: boxes never overlap (a gap of ROW_GAP is kept, except below a container that grew); a box's corner once given
// is kept for as long as its object is shown, and remembered after that, so going back in time brings the same picture; the
// spot of a freed object stays empty until a call returns, or for so many moments, and is then another's to take.
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Pointer {
  readonly target: number;
  /** Where in the holder's box the pointer leaves, from the box's left. */
  readonly x: number;
  /** The target is of the holder's own type: a link of a list, a child of a tree. */
  readonly peer: boolean;
  /** Where it pointed before this instruction; still part of the shape that the reader sees. */
  readonly former?: boolean;
}

export interface PlaceNode {
  readonly id: number;
  /** Columns that it spans. */
  readonly span: number;
  readonly height: number;
  /** Its height over fewer columns; absent where it cannot be made narrower. */
  readonly heightAt?: (span: number) => number;
  /** So much below it is kept free from the beginning, for rows that it may get. */
  readonly growth?: number;
  /** The reader asked for its whole size: where that has no room it is placed anew. */
  readonly mayMove?: boolean;
  /** With less than this it cannot say that there is more of it. */
  readonly leastHeight?: number;
  readonly pointers: readonly Pointer[];
}

export interface Root {
  readonly target: number;
  /** Where its name's dot is, in the picture. */
  readonly x: number;
}

/** How a picture follows on the one before it. */
export interface Passage {
  /** Another moment than the last. */
  readonly isNext?: boolean;
  /** Nobody saw what is gone go, so it keeps no spot. */
  readonly isJump?: boolean;
  /** A call returned. */
  readonly isReturn?: boolean;
}

export const COLUMN_PITCH = 152;
export const BOX_WIDTH = 118;
export const ROW_GAP = 40;
/** A container that grows in its place comes as near as this to what stands below it. */
const TIGHT_GAP = 4;
/** First column's left edge, from the picture's. */
export const LEFT = 35;
const VALUE_HEIGHT = 42;
/** For so many moments an object's spot is kept free behind it. */
const KEPT_MOMENTS = 8;
/** What a pixel aside costs where a pixel down costs one. */
const SIDEWAYS_EASY = 0.4;
const SIDEWAYS_HARD = 1.2;

export function spanWidth(span: number): number {
  return BOX_WIDTH + (span - 1) * COLUMN_PITCH;
}

export function spanOf(width: number): number {
  return Math.round((width - BOX_WIDTH) / COLUMN_PITCH) + 1;
}

export function columnX(column: number): number {
  return LEFT + column * COLUMN_PITCH;
}

export function columnsIn(width: number): number {
  return Math.max(1, Math.floor((width - LEFT + (COLUMN_PITCH - BOX_WIDTH) - 12) / COLUMN_PITCH));
}

/** Occupied stretches of one column, sorted and disjoint. */
class Column {
  private readonly stretches: { from: number; to: number; id: number }[] = [];

  /** Nearest y to `wanted` at which [y, y + height] is free with a gap on both sides. */
  nearest(wanted: number, height: number): number {
    let best = Number.POSITIVE_INFINITY;
    let from = 0;
    for (let i = 0; i <= this.stretches.length; i++) {
      const to = this.stretches[i]?.from ?? Number.POSITIVE_INFINITY;
      const low = i === 0 ? 0 : from + ROW_GAP;
      const high = to === Number.POSITIVE_INFINITY ? Number.POSITIVE_INFINITY : to - ROW_GAP - height;
      if (high >= low) {
        const y = Math.min(Math.max(wanted, low), high);
        if (Math.abs(y - wanted) < Math.abs(best - wanted)) best = y;
        else if (y > wanted) break;
      }
      from = this.stretches[i]?.to ?? 0;
    }
    return best;
  }

  isFree(y: number, height: number, gap = ROW_GAP): boolean {
    let low = 0;
    let high = this.stretches.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.stretches[middle]!.to + gap <= y) low = middle + 1;
      else high = middle;
    }
    const next = this.stretches[low];
    return !next || next.from >= y + height + gap;
  }

  add(id: number, y: number, height: number): void {
    let at = this.stretches.length;
    while (at > 0 && this.stretches[at - 1]!.from > y) at--;
    this.stretches.splice(at, 0, { from: y, to: y + height, id });
  }

  remove(id: number): void {
    const at = this.stretches.findIndex((stretch) => stretch.id === id);
    if (at >= 0) this.stretches.splice(at, 1);
  }
}

interface Shape {
  readonly span: number;
  readonly height: number;
}

interface Spot extends Shape {
  readonly column: number;
  readonly y: number;
  /** What is kept free for it: its height, and what it may grow by. */
  readonly room: number;
}

function touches(a: Spot, b: Spot): boolean {
  const isAside = a.column + a.span <= b.column || b.column + b.span <= a.column;
  return !isAside && a.y < b.y + b.room + ROW_GAP && b.y < a.y + a.room + ROW_GAP;
}

export class Placer {
  readonly columnCount: number;
  private readonly columns: Column[];
  private readonly spots = new Map<number, Spot>();
  private readonly remembered = new Map<number, Spot>();
  /** Shown once, gone now, for so many moments; their spots stay taken until they are released. */
  private readonly vacated = new Map<number, number>();

  constructor(columnCount: number) {
    this.columnCount = columnCount;
    this.columns = Array.from({ length: columnCount }, () => new Column());
  }

  /** Gives every node a box: those that have one keep it. */
  update(nodes: readonly PlaceNode[], roots: readonly Root[], passage: Passage = {}): ReadonlyMap<number, Box> {
    const byId = new Map(nodes.map((node) => [node.id, node]));
    if (passage.isReturn) this.release();
    for (const id of this.spots.keys()) {
      if (byId.has(id)) this.vacated.delete(id);
      else if (!this.vacated.has(id)) this.vacated.set(id, 0);
      else if (passage.isNext) this.vacated.set(id, this.vacated.get(id)! + 1);
    }
    this.release(passage.isJump ? 0 : KEPT_MOMENTS);
    for (const node of nodes) {
      const spot = this.spots.get(node.id);
      if (spot) this.resize(node, spot);
      else this.recall(node);
    }
    const missing = nodes.filter((node) => !this.spots.has(node.id));
    if (missing.length > 0) this.placeAll(missing, byId, roots);
    const boxes = new Map<number, Box>();
    for (const node of nodes) {
      const spot = this.spots.get(node.id)!;
      boxes.set(node.id, { x: columnX(spot.column), y: spot.y, width: spanWidth(spot.span), height: spot.height });
    }
    return boxes;
  }

  /** What objects left empty so many moments ago, or before, may be used again. */
  private release(moments = 0): void {
    for (const [id, age] of this.vacated) if (age >= moments) this.vacate(id);
  }

  private vacate(id: number): void {
    this.lift(id);
    this.vacated.delete(id);
  }

  private put(id: number, spot: Spot): void {
    this.spots.set(id, spot);
    this.remembered.set(id, spot);
    for (let i = 0; i < spot.span; i++) this.columns[spot.column + i]!.add(id, spot.y, spot.room);
  }

  private lift(id: number): void {
    const spot = this.spots.get(id);
    if (!spot) return;
    for (let i = 0; i < spot.span; i++) this.columns[spot.column + i]!.remove(id);
    this.spots.delete(id);
  }

  private isFree(spot: Spot, gap = ROW_GAP): boolean {
    if (spot.column + spot.span > this.columnCount) return false;
    for (let i = 0; i < spot.span; i++) {
      if (!this.columns[spot.column + i]!.isFree(spot.y, spot.room, gap)) return false;
    }
    return true;
  }

  /** What a node's box may be like, the best first. */
  private shapesOf(node: PlaceNode): Shape[] {
    const most = Math.min(node.span, this.columnCount);
    const { heightAt } = node;
    if (!heightAt) return [{ span: most, height: node.height }];
    return Array.from({ length: most }, (_, i) => ({ span: most - i, height: heightAt(most - i) }));
  }

  /** A container that grew keeps its corner, over more columns or with more rows, or, without room for either, its size. */
  private resize(node: PlaceNode, spot: Spot): void {
    const shapes = this.shapesOf(node);
    if (shapes.some((shape) => shape.span === spot.span && shape.height === spot.height)) return;
    this.lift(node.id);
    if (this.putAt(node, spot, shapes, ROW_GAP) || this.putAt(node, spot, shapes, TIGHT_GAP)) return;
    if (!node.mayMove && spot.height >= (node.leastHeight ?? 0)) this.put(node.id, spot);
  }

  /** Puts a node where it stands or stood, in the best of its shapes that has room there. */
  private putAt(node: PlaceNode, { column, y, room }: Spot, shapes: readonly Shape[], gap: number): boolean {
    for (const { span, height } of shapes) {
      const grown = { column, y, span, height, room: Math.max(room, height) };
      if (!this.isFree(grown, gap)) continue;
      this.put(node.id, grown);
      return true;
    }
    return false;
  }

  /** Where it stood before, also when what stood there in between is gone. */
  private recall(node: PlaceNode): void {
    const spot = this.remembered.get(node.id);
    if (!spot || this.putAt(node, spot, this.shapesOf(node), ROW_GAP)) return;
    for (const id of this.vacated.keys()) if (touches(spot, this.spots.get(id)!)) this.vacate(id);
    this.putAt(node, spot, this.shapesOf(node), ROW_GAP);
  }

  private putNear(node: PlaceNode, x: number, y: number, sidewaysCost = SIDEWAYS_HARD): Spot {
    const { span, height } = this.shapesOf(node)[0]!;
    const room = height + (node.growth ?? 0);
    const half = spanWidth(span) / 2;
    let best: Spot | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    for (let column = 0; column + span <= this.columnCount; column++) {
      // Sideways costs more than downwards for a value, which belongs under its holder; less for a link of a chain.
      const sideways = Math.abs(columnX(column) + half - x) * sidewaysCost;
      if (sideways >= bestCost) continue;
      let at = y;
      if (span === 1) at = this.columns[column]!.nearest(y, room);
      else {
        for (let i = 0; i < span; ) {
          const next = this.columns[column + i]!.nearest(at, room);
          if (next === at || this.columns[column + i]!.isFree(at, room)) i++;
          else {
            at = next < at ? at + ROW_GAP : next;
            i = 0;
          }
        }
      }
      const cost = sideways + Math.abs(at - y);
      if (cost < bestCost) {
        bestCost = cost;
        best = { column, span, y: at, height, room };
      }
    }
    this.put(node.id, best!);
    return best!;
  }

  private placeAll(missing: readonly PlaceNode[], byId: ReadonlyMap<number, PlaceNode>, roots: readonly Root[]): void {
    const pending = new Map(missing.map((node) => [node.id, node]));
    const rootX = new Map<number, number>();
    for (const root of roots) if (!rootX.has(root.target)) rootX.set(root.target, root.x);
    const queue: number[] = [];
    for (const root of roots) {
      const node = pending.get(root.target);
      if (node && !this.spots.has(node.id)) this.placeGroup(node, pending, byId, rootX, root.x, queue);
      queue.push(root.target);
    }
    for (const id of byId.keys()) if (this.spots.has(id)) queue.push(id);
    const done = new Set<number>();
    const spread = () => {
      for (let i = 0; i < queue.length; i++) {
        const id = queue[i]!;
        const node = byId.get(id);
        const spot = this.spots.get(id);
        if (!node || !spot || done.has(id)) continue;
        done.add(id);
        for (const pointer of node.pointers) {
          const target = pending.get(pointer.target);
          if (target && !this.spots.has(target.id)) {
            const x = columnX(spot.column) + (pointer.peer ? spanWidth(spot.span) / 2 : pointer.x);
            if (pointer.peer) this.placePeer(target, spot, queue);
            else this.placeGroup(target, pending, byId, rootX, x, queue, spot.y + spot.height + ROW_GAP);
          }
          queue.push(pointer.target);
        }
      }
      queue.length = 0;
    };
    spread();
    for (const node of missing) {
      if (this.spots.has(node.id)) continue;
      this.placeGroup(node, pending, byId, rootX, columnX(0), queue);
      queue.push(node.id);
      spread();
    }
  }

  /** A link of a structure that stands already: beside its holder. */
  private placePeer(node: PlaceNode, holder: Spot, queue: number[]): void {
    const right = columnX(holder.column + holder.span) + spanWidth(node.span) / 2;
    this.putNear(node, right, holder.y, 0.6);
    queue.push(node.id);
  }

  /** Places a node, and with it the whole structure of its own type that it is part of. */
  private placeGroup(
    node: PlaceNode,
    pending: ReadonlyMap<number, PlaceNode>,
    byId: ReadonlyMap<number, PlaceNode>,
    rootX: ReadonlyMap<number, number>,
    x: number,
    queue: number[],
    y = 0,
  ): void {
    const members = group(node, pending).filter((member) => !this.spots.has(member.id));
    if (members.length === 1) {
      // What a name points at belongs to the top row, even if that is a column or two aside; a value belongs under its
      // holder; what has a shape of its own takes free width before it takes height.
      const isValue = node.pointers.length === 0 && node.height <= VALUE_HEIGHT;
      this.putNear(node, x, y, y === 0 || !isValue ? SIDEWAYS_EASY : SIDEWAYS_HARD);
      queue.push(node.id);
      return;
    }
    const chain = asChain(members, pending);
    if (chain) this.placeChain(chain, byId, rootX, x, y);
    else this.placeTree(members, node, pending, x, y);
    for (const member of members) queue.push(member.id);
  }

  /** A chain is a row from left to right, wrapped where the picture ends. */
  private placeChain(
    chain: PlaceNode[],
    byId: ReadonlyMap<number, PlaceNode>,
    rootX: ReadonlyMap<number, number>,
    x: number,
    y: number,
  ): void {
    const length = chain.length;
    const rowLength = Math.min(length, this.columnCount);
    const misfit = (order: readonly PlaceNode[], start: number) => {
      let sum = 0;
      order.forEach((node, index) => {
        const root = rootX.get(node.id);
        const column = length <= this.columnCount ? start + index : index % rowLength;
        if (root !== undefined) sum += Math.abs(columnX(column) + BOX_WIDTH / 2 - root);
      });
      return sum;
    };
    let best: { order: readonly PlaceNode[]; start: number } = { order: chain, start: 0 };
    let bestCost = Number.POSITIVE_INFINITY;
    for (const order of [chain, [...chain].reverse()]) {
      for (let start = 0; start + rowLength <= this.columnCount; start++) {
        const away = Math.abs(columnX(start) + BOX_WIDTH / 2 - x);
        const cost = misfit(order, start) + away / 1_000;
        if (cost < bestCost) {
          bestCost = cost;
          best = { order, start };
        }
      }
    }
    const height = Math.max(...chain.map((node) => node.height));
    const hasValues = chain.some((node) => node.pointers.some((p) => !p.peer && byId.has(p.target)));
    const pitch = height + ROW_GAP + (hasValues ? VALUE_HEIGHT + ROW_GAP : 0);
    let rowY = y;
    const rowFits = (at: number) => {
      for (let i = 0; i < rowLength; i++) if (!this.columns[best.start + i]!.isFree(at, height)) return false;
      return true;
    };
    best.order.forEach((node, index) => {
      const column = best.start + (index % rowLength);
      if (index % rowLength === 0) {
        if (index > 0) rowY += pitch;
        while (!rowFits(rowY)) rowY += ROW_GAP;
      }
      this.put(node.id, { column, span: 1, y: rowY, height: node.height, room: node.height });
    });
  }

  /** A tree (or any other shape) is layered: children below their parent, in the order of its fields. */
  private placeTree(
    members: readonly PlaceNode[],
    start: PlaceNode,
    pending: ReadonlyMap<number, PlaceNode>,
    x: number,
    y: number,
  ): void {
    const inGroup = new Set(members.map((node) => node.id));
    const pointedAt = new Set<number>();
    for (const node of members)
      for (const p of node.pointers) if (p.peer && p.target !== node.id) pointedAt.add(p.target);
    const top = members.find((node) => !pointedAt.has(node.id)) ?? start;
    const seen = new Set([top.id]);
    const children = new Map<number, PlaceNode[]>();
    const order: PlaceNode[] = [top];
    for (let i = 0; i < order.length; i++) {
      const own: PlaceNode[] = [];
      for (const pointer of order[i]!.pointers) {
        if (!pointer.peer || seen.has(pointer.target) || !inGroup.has(pointer.target)) continue;
        seen.add(pointer.target);
        const child = pending.get(pointer.target)!;
        own.push(child);
        order.push(child);
      }
      children.set(order[i]!.id, own);
    }
    for (const node of members) if (!seen.has(node.id)) order.push(node);
    const leafCount = new Map<number, number>();
    for (let i = order.length - 1; i >= 0; i--) {
      const own = children.get(order[i]!.id) ?? [];
      leafCount.set(order[i]!.id, own.length === 0 ? 1 : own.reduce((sum, child) => sum + leafCount.get(child.id)!, 0));
    }
    const columns = leafCount.get(top.id)!;
    const height = Math.max(...members.map((node) => node.height));
    const pitch =
      height + ROW_GAP + (members.some((n) => n.pointers.some((p) => !p.peer)) ? VALUE_HEIGHT + ROW_GAP : 0);
    if (columns > this.columnCount || seen.size < members.length) {
      this.placeLevels(order, children, top, y, pitch);
      return;
    }
    const wanted = Math.round((x - LEFT - BOX_WIDTH / 2) / COLUMN_PITCH - (columns - 1) / 2);
    const left = Math.max(0, Math.min(this.columnCount - columns, wanted));
    const assign = (node: PlaceNode, from: number, depth: number) => {
      const own = children.get(node.id) ?? [];
      const width = leafCount.get(node.id)!;
      this.putNear(node, columnX(from + (width - 1) / 2) + BOX_WIDTH / 2, y + depth * pitch);
      let at = from;
      for (const child of own) {
        assign(child, at, depth + 1);
        at += leafCount.get(child.id)!;
      }
    };
    assign(top, left, 0);
  }

  /** A tree wider than the picture: level below level, each level wrapped at the picture's edge. */
  private placeLevels(
    order: readonly PlaceNode[],
    children: ReadonlyMap<number, readonly PlaceNode[]>,
    top: PlaceNode,
    y: number,
    pitch: number,
  ): void {
    const level = new Map([[top.id, 0]]);
    for (const node of order) {
      const own = level.get(node.id) ?? 0;
      level.set(node.id, own);
      for (const child of children.get(node.id) ?? []) level.set(child.id, own + 1);
    }
    let rowY = y;
    for (let at = 0; at < order.length; ) {
      let end = at;
      while (end < order.length && level.get(order[end]!.id) === level.get(order[at]!.id)) end++;
      for (let i = at; i < end; i++) {
        const row = Math.floor((i - at) / this.columnCount);
        const inRow = Math.min(this.columnCount, end - at - row * this.columnCount);
        const first = (this.columnCount - inRow) / 2;
        const column = first + ((i - at) % this.columnCount);
        this.putNear(order[i]!, columnX(column) + BOX_WIDTH / 2, rowY + row * pitch, SIDEWAYS_EASY);
      }
      rowY += Math.ceil((end - at) / this.columnCount) * pitch;
      at = end;
    }
  }
}

/** The pending nodes joined to this one by pointers between objects of one type, in either direction. */
function group(start: PlaceNode, pending: ReadonlyMap<number, PlaceNode>): PlaceNode[] {
  const back = peersBack(pending);
  const seen = new Set([start.id]);
  const out = [start];
  for (let i = 0; i < out.length; i++) {
    const neighbours = out[i]!.pointers.filter((p) => p.peer).map((p) => p.target);
    for (const id of [...neighbours, ...(back.get(out[i]!.id) ?? [])]) {
      const node = pending.get(id);
      if (node && !seen.has(id)) {
        seen.add(id);
        out.push(node);
      }
    }
  }
  return out;
}

const backCache = new WeakMap<ReadonlyMap<number, PlaceNode>, Map<number, number[]>>();
function peersBack(pending: ReadonlyMap<number, PlaceNode>): Map<number, number[]> {
  let back = backCache.get(pending);
  if (!back) {
    back = new Map();
    for (const node of pending.values()) {
      for (const pointer of node.pointers) {
        if (!pointer.peer) continue;
        const list = back.get(pointer.target);
        if (list) list.push(node.id);
        else back.set(pointer.target, [node.id]);
      }
    }
    backCache.set(pending, back);
  }
  return back;
}

/** The members in chain order if each has at most two neighbours and there are two ends (or a ring), else null. */
function asChain(members: readonly PlaceNode[], pending: ReadonlyMap<number, PlaceNode>): PlaceNode[] | null {
  const inGroup = new Set(members.map((node) => node.id));
  for (const node of members) {
    if (node.span > 1) return null;
    // Two links that are not answered by a link back are branches.
    const branches = node.pointers.filter(
      (p) =>
        p.peer &&
        !p.former &&
        inGroup.has(p.target) &&
        !pending.get(p.target)!.pointers.some((q) => q.target === node.id),
    );
    if (branches.length > 1) return null;
  }
  const neighbours = new Map<number, Set<number>>(members.map((node) => [node.id, new Set()]));
  for (const node of members) {
    for (const pointer of node.pointers) {
      if (!pointer.peer || pointer.target === node.id || !inGroup.has(pointer.target)) continue;
      neighbours.get(node.id)!.add(pointer.target);
      neighbours.get(pointer.target)!.add(node.id);
    }
  }
  for (const own of neighbours.values()) if (own.size > 2) return null;
  const end = members.find((node) => neighbours.get(node.id)!.size < 2) ?? members[0]!;
  const chain: PlaceNode[] = [];
  const seen = new Set<number>();
  for (let id: number | undefined = end.id; id !== undefined; ) {
    seen.add(id);
    chain.push(pending.get(id)!);
    let next: number | undefined;
    for (const other of neighbours.get(id)!) if (!seen.has(other)) next ??= other;
    id = next;
  }
  return chain.length === members.length ? chain : null;
}
