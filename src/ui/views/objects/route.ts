// How arrows run. An arrow is a polyline of horizontal and vertical pieces from the dot of a slot to the edge of an
// object: straight where a clear line exists, else the cheapest of a few shapes through the gaps between boxes.
// Names own tracks: horizontal lines between frames and objects, kept for the life of the frame.
// Invariant: a route crosses no box but its own; where none such exists there is a stub, never a line through a box.
import { CLEARANCE, crossing, hits, length, type Point, pieces, withoutRepeats } from "./geometry.ts";
import type { Box } from "./place.ts";

export type DotSide = "left" | "center" | "right";

export interface Slot {
  readonly id: number;
  readonly holder: Box;
  /** Middle of the slot's row. */
  readonly y: number;
  /** The last row may be left downwards, from its middle. */
  readonly last: boolean;
  /** A cell of a list has one place for its dot; rows of fields have three. */
  readonly x: number | null;
  /** Its dot cannot be on the left. */
  readonly onlyRight?: boolean;
}

export interface Route {
  readonly points: readonly Point[];
  readonly side: DotSide;
  /** Ends in the open: the target is out of reach or out of the picture. */
  readonly stub: boolean;
}

const DOT_INSET = 12;
/** What is seen of an arrow that is not drawn. */
const STUB = 12;
/** Between an arrow's tip and the box it points at. */
const TIP = 2;
const BEND_COST = 26;
const CROSS_COST = 40;
const OVERLAP_COST = 400;
/** A name's arrow comes from above; another way in is taken only where that one is shut. */
const DETOUR_COST = 300;
const LANES = [17, 11, 23, 7, 28];

/** Cost of sharing the plane with a route that stands: crossings are cheap, running along the same line is dear. */
function conflict(points: readonly Point[], others: readonly Route[]): number {
  let cost = 0;
  for (const [a, b] of pieces(points)) {
    for (const other of others) {
      for (const [c, d] of pieces(other.points)) {
        const vertical = a.x === b.x;
        if (vertical === (c.x === d.x)) {
          const apart = vertical ? Math.abs(a.x - c.x) : Math.abs(a.y - c.y);
          if (apart >= 5) continue;
          const [low, high] = vertical
            ? [Math.min(a.y, b.y), Math.max(a.y, b.y)]
            : [Math.min(a.x, b.x), Math.max(a.x, b.x)];
          const [low2, high2] = vertical
            ? [Math.min(c.y, d.y), Math.max(c.y, d.y)]
            : [Math.min(c.x, d.x), Math.max(c.x, d.x)];
          if (Math.min(high, high2) - Math.max(low, low2) > 2) cost += OVERLAP_COST;
        } else if (crossing(a, b, c, d)) cost += CROSS_COST;
      }
    }
  }
  return cost;
}

function clear(points: readonly Point[], obstacles: readonly Box[], own: Box | null, target: Box | null): boolean {
  const list = pieces(points);
  for (let i = 0; i < list.length; i++) {
    const [a, b] = list[i]!;
    for (const box of obstacles) {
      if (box === own && i === 0) continue;
      if (box === target && i === list.length - 1) continue;
      if (hits(a, b, box, box === target || box === own ? 1 : CLEARANCE)) return false;
    }
  }
  return true;
}

/** Route of a pointer from a slot to an object. `others` are the routes that stand already. */
export function routeSlot(slot: Slot, target: Box, obstacles: readonly Box[], others: readonly Route[]): Route {
  const { holder, y } = slot;
  const middleX = holder.x + holder.width / 2;
  const targetX = target.x + target.width / 2;
  const candidates: { points: Point[]; side: DotSide }[] = [];
  const targetTop = target.y - TIP;
  const targetBottom = target.y + target.height + TIP;
  const sides: ("left" | "right")[] = slot.onlyRight
    ? ["right"]
    : targetX < middleX
      ? ["left", "right"]
      : ["right", "left"];
  const inside = (value: number, low: number, high: number) => value >= low && value <= high;

  // Down, straight or by a shelf between the rows.
  if ((slot.last && !slot.onlyRight) || slot.x !== null) {
    const x = slot.x ?? middleX;
    const dot = { x, y };
    const below = holder.y + holder.height;
    if (target.y > below) {
      if (inside(x, target.x + 10, target.x + target.width - 10))
        candidates.push({ side: "center", points: [dot, { x, y: targetTop }] });
      for (const shelf of [20, 14, 26, 10, 32]) {
        for (const [shelfY] of [[below + shelf], [target.y - shelf]] as const) {
          candidates.push({
            side: "center",
            points: [dot, { x, y: shelfY }, { x: targetX, y: shelfY }, { x: targetX, y: targetTop }],
          });
          for (const lane of LANES) {
            const gapX = targetX < x ? target.x + target.width + lane : target.x - lane;
            const edge = targetX < x ? target.x + target.width + TIP : target.x - TIP;
            const entryY = target.y + Math.min(21, target.height / 2);
            candidates.push({
              side: "center",
              points: [dot, { x, y: shelfY }, { x: gapX, y: shelfY }, { x: gapX, y: entryY }, { x: edge, y: entryY }],
            });
          }
        }
      }
    } else {
      for (const shelf of [14, 20, 26]) {
        for (const lane of LANES) {
          const gapX = targetX < x ? target.x + target.width + lane : target.x - lane;
          const edge = targetX < x ? target.x + target.width + TIP : target.x - TIP;
          const entryY = target.y + Math.min(21, target.height / 2);
          candidates.push({
            side: "center",
            points: [
              dot,
              { x, y: below + shelf },
              { x: gapX, y: below + shelf },
              { x: gapX, y: entryY },
              { x: edge, y: entryY },
            ],
          });
        }
      }
    }
  }
  // Sideways.
  if (slot.x === null) {
    for (const side of sides) {
      const dot = { x: side === "left" ? holder.x + DOT_INSET : holder.x + holder.width - DOT_INSET, y };
      const edge = side === "left" ? target.x + target.width + TIP : target.x - TIP;
      const ahead = side === "left" ? edge < holder.x : edge > holder.x + holder.width;
      const outer = side === "left" ? holder.x : holder.x + holder.width;
      const sign = side === "left" ? -1 : 1;
      if (ahead && inside(y, target.y + 8, target.y + target.height - 8))
        candidates.push({ side, points: [dot, { x: edge, y }] });
      if (ahead || Math.abs(targetX - outer) > 12) {
        if ((targetX - outer) * sign > 8) {
          const endY = y < target.y ? targetTop : targetBottom;
          candidates.push({ side, points: [dot, { x: targetX, y }, { x: targetX, y: endY }] });
        }
      }
      const entryY = target.y + Math.min(21, target.height / 2);
      for (const lane of LANES) {
        const gapX = outer + sign * lane;
        if (ahead)
          candidates.push({ side, points: [dot, { x: gapX, y }, { x: gapX, y: entryY }, { x: edge, y: entryY }] });
        // Round to the target's near side, then in from above or below.
        for (const shelf of [20, 14, 26]) {
          for (const shelfY of [
            target.y - shelf,
            target.y + target.height + shelf,
            holder.y - shelf,
            holder.y + holder.height + shelf,
          ]) {
            const endY = shelfY < target.y ? targetTop : shelfY > target.y + target.height ? targetBottom : null;
            if (endY === null) continue;
            candidates.push({
              side,
              points: [
                dot,
                { x: gapX, y },
                { x: gapX, y: shelfY },
                { x: targetX + (side === "left" ? 14 : -14), y: shelfY },
                { x: targetX + (side === "left" ? 14 : -14), y: endY },
              ],
            });
          }
        }
      }
    }
  }
  return (
    cheapest(candidates, obstacles, holder, target, others) ??
    cheapest(
      sides.flatMap((side) => {
        const dot = { x: slot.x ?? (side === "left" ? holder.x + DOT_INSET : holder.x + holder.width - DOT_INSET), y };
        const out = side === "left" ? holder.x - LANES[0]! : holder.x + holder.width + LANES[0]!;
        const start = slot.x === null ? [dot, { x: out, y }] : [dot, { x: dot.x, y: holder.y + holder.height + 20 }];
        return roundabout(start, targetX, target, obstacles).map((c) => ({
          ...c,
          side: slot.x === null ? side : ("center" as DotSide),
        }));
      }),
      obstacles,
      holder,
      target,
      others,
    ) ?? {
      side: slot.x === null ? sides[0]! : "center",
      stub: true,
      points: stub(slot, sides[0]!),
    }
  );
}

/** Far ways round: along any gap beside any box that is seen, to the shelf above or below the target. */
function roundabout(
  start: readonly Point[],
  entryX: number,
  target: Box,
  obstacles: readonly Box[],
): { points: Point[]; side: DotSide; detour: boolean }[] {
  const from = start[start.length - 1]!;
  const gaps = new Set<number>();
  for (const box of obstacles) {
    for (const lane of LANES.slice(0, 3)) {
      gaps.add(box.x - lane);
      gaps.add(box.x + box.width + lane);
    }
  }
  const out: { points: Point[]; side: DotSide; detour: boolean }[] = [];
  for (const gapX of gaps) {
    for (const shelf of [20, 14, 26]) {
      for (const isAbove of [true, false]) {
        const shelfY = isAbove ? target.y - shelf : target.y + target.height + shelf;
        const endY = isAbove ? target.y - TIP : target.y + target.height + TIP;
        out.push({
          detour: true,
          side: "center",
          points: [
            ...start,
            { x: gapX, y: from.y },
            { x: gapX, y: shelfY },
            { x: entryX, y: shelfY },
            { x: entryX, y: endY },
          ],
        });
      }
    }
  }
  return out;
}

/** A stub below a cell: to the end of its row where something stands under that, else out of the box. */
export function cellStub(slot: Slot): number {
  const toEdge = slot.holder.y + slot.holder.height - slot.y;
  return toEdge > STUB + 2 ? STUB : toEdge + STUB;
}

/** Twelve pixels towards the target: all that is drawn of an arrow where there are too many. */
export function stub(slot: Slot, side: "left" | "right"): Point[] {
  if (slot.x !== null)
    return [
      { x: slot.x, y: slot.y },
      { x: slot.x, y: slot.y + cellStub(slot) },
    ];
  const { holder, y } = slot;
  return side === "left"
    ? [
        { x: holder.x + DOT_INSET, y },
        { x: holder.x - 12, y },
      ]
    : [
        { x: holder.x + holder.width - DOT_INSET, y },
        { x: holder.x + holder.width + 12, y },
      ];
}

/** Whether a line that was to leave `from` towards `to` leaves it the other way, once what doubles back is taken out. */
function turnsBack(from: Point, to: Point, then: Point): boolean {
  return (
    Math.sign(to.x - from.x) !== Math.sign(then.x - from.x) || Math.sign(to.y - from.y) !== Math.sign(then.y - from.y)
  );
}

function cheapest(
  candidates: readonly { points: Point[]; side: DotSide; detour?: boolean }[],
  obstacles: readonly Box[],
  own: Box | null,
  target: Box,
  others: readonly Route[],
): Route | null {
  let best: Route | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const points = withoutRepeats(candidate.points);
    // Turning back on itself it would run over its own box.
    if (own && turnsBack(candidate.points[0]!, candidate.points[1]!, points[1]!)) continue;
    const base = length(points) + BEND_COST * (points.length - 2) + (candidate.detour ? DETOUR_COST : 0);
    if (base >= bestCost || !clear(points, obstacles, own, target)) continue;
    const cost = base + conflict(points, others);
    if (cost < bestCost) {
      bestCost = cost;
      best = { points, side: candidate.side, stub: false };
    }
  }
  return best;
}

export interface NameArrow {
  readonly id: number;
  readonly dot: Point;
  /** Down this far the line is clear of the name's own frame. */
  readonly frameBottom: number;
  readonly target: Box;
}

/** Route of a name: down to its track, along it, down to the object; round other objects where they stand in between. */
export function routeName(
  arrow: NameArrow,
  trackY: number,
  entryX: number,
  lead: readonly Point[],
  obstacles: readonly Box[],
  others: readonly Route[],
): Route {
  const { target } = arrow;
  const start = lead[lead.length - 1]!;
  const top = target.y - TIP;
  const candidates: { points: Point[]; side: DotSide; detour?: boolean }[] = [
    { side: "center", points: [...lead, { x: start.x, y: trackY }, { x: entryX, y: trackY }, { x: entryX, y: top }] },
  ];
  for (const lane of LANES) {
    for (const sign of [-1, 1]) {
      const gapX = sign < 0 ? target.x - lane : target.x + target.width + lane;
      const edge = sign < 0 ? target.x - TIP : target.x + target.width + TIP;
      const entryY = target.y + Math.min(21, target.height / 2);
      candidates.push({
        detour: true,
        side: "center",
        points: [
          ...lead,
          { x: start.x, y: trackY },
          { x: gapX, y: trackY },
          { x: gapX, y: entryY },
          { x: edge, y: entryY },
        ],
      });
      for (const shelf of [20, 14]) {
        candidates.push({
          detour: true,
          side: "center",
          points: [
            ...lead,
            { x: start.x, y: trackY },
            { x: gapX, y: trackY },
            { x: gapX, y: target.y - shelf },
            { x: entryX, y: target.y - shelf },
            { x: entryX, y: top },
          ],
        });
      }
    }
  }
  return (
    cheapest(candidates, obstacles, null, target, others) ??
    cheapest(
      roundabout([...lead, { x: start.x, y: trackY }], entryX, target, obstacles),
      obstacles,
      null,
      target,
      others,
    ) ?? {
      side: "center",
      stub: true,
      points: withoutRepeats([...lead, { x: start.x, y: arrow.frameBottom + 12 }]),
    }
  );
}
