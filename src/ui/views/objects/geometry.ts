// Polylines of level and upright pieces: where they meet boxes and each other, and how they are drawn.
import type { Box } from "./place.ts";

/** Room that a line leaves on both sides of a box. */
export const CLEARANCE = 4;

export interface Point {
  readonly x: number;
  readonly y: number;
}

export function hits(a: Point, b: Point, box: Box, clearance = CLEARANCE): boolean {
  const left = Math.min(a.x, b.x);
  const right = Math.max(a.x, b.x);
  const top = Math.min(a.y, b.y);
  const bottom = Math.max(a.y, b.y);
  return (
    right > box.x - clearance &&
    left < box.x + box.width + clearance &&
    bottom > box.y - clearance &&
    top < box.y + box.height + clearance
  );
}

export function pieces(points: readonly Point[]): [Point, Point][] {
  return points.slice(1).map((point, index) => [points[index]!, point]);
}

export function crossing(a: Point, b: Point, c: Point, d: Point): Point | null {
  const [v1, v2, h1, h2] = a.x === b.x ? [a, b, c, d] : [c, d, a, b];
  if (v1.x !== v2.x || h1.y !== h2.y) return null;
  const inX = v1.x > Math.min(h1.x, h2.x) + 1 && v1.x < Math.max(h1.x, h2.x) - 1;
  const inY = h1.y > Math.min(v1.y, v2.y) + 1 && h1.y < Math.max(v1.y, v2.y) - 1;
  return inX && inY ? { x: v1.x, y: h1.y } : null;
}

export function length(points: readonly Point[]): number {
  let sum = 0;
  for (const [a, b] of pieces(points)) sum += Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
  return sum;
}

export function withoutRepeats(points: readonly Point[]): Point[] {
  const out: Point[] = [];
  for (const point of points) {
    const last = out[out.length - 1];
    if (last && last.x === point.x && last.y === point.y) continue;
    const before = out[out.length - 2];
    if (
      last &&
      before &&
      ((before.x === last.x && last.x === point.x) || (before.y === last.y && last.y === point.y))
    ) {
      out[out.length - 1] = point;
    } else out.push(point);
  }
  return out;
}

/** A gap and the bend of a corner need so much of a line. */
const CORNER_ROOM = 9;

export interface Crossing extends Point {
  /** The upper line runs vertically here. */
  readonly vertical: boolean;
  /** Index of the upper route. */
  readonly upper: number;
}

/** Where routes cross; the later one in the list is the upper, and cuts a gap into the other. */
export function crossingsOf(routes: readonly { readonly points: readonly Point[] }[]): Crossing[] {
  const out: Crossing[] = [];
  for (let i = 0; i < routes.length; i++) {
    for (let k = i + 1; k < routes.length; k++) {
      for (const [a, b] of pieces(routes[i]!.points)) {
        for (const [c, d] of pieces(routes[k]!.points)) {
          const point = crossing(a, b, c, d);
          // Beside a corner a gap would cut its bend in two.
          if (point && ![a, b, c, d].some((corner) => distance(corner, point) < CORNER_ROOM))
            out.push({ ...point, vertical: c.x === d.x, upper: k });
        }
      }
    }
  }
  return out;
}

/** SVG path of a polyline with rounded corners. */
export function roundedPath(points: readonly Point[], radius = 6): string {
  let path = `M${points[0]!.x} ${points[0]!.y}`;
  for (let i = 1; i < points.length; i++) {
    const at = points[i]!;
    const next = points[i + 1];
    const before = points[i - 1]!;
    if (!next) {
      path += `L${at.x} ${at.y}`;
      continue;
    }
    const into = Math.min(radius, distance(before, at) / 2);
    const out = Math.min(radius, distance(at, next) / 2);
    const r = Math.min(into, out);
    const from = towards(at, before, r);
    const to = towards(at, next, r);
    path += `L${from.x} ${from.y}Q${at.x} ${at.y} ${to.x} ${to.y}`;
  }
  return path;
}

function distance(a: Point, b: Point): number {
  return Math.abs(a.x - b.x) + Math.abs(a.y - b.y);
}

function towards(from: Point, to: Point, by: number): Point {
  return { x: from.x + Math.sign(to.x - from.x) * by, y: from.y + Math.sign(to.y - from.y) * by };
}
