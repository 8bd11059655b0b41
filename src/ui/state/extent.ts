// How far time reaches: to the end of the run, or, after an error that nobody caught, to the end of the program's own part.
// Printing the error imports the library's traceback and executes a thousand times what a short program did; on one scale
// with it the program would be one pixel. So that part is folded at the end of the slider, where it can still be reached.
// Invariant: own end ≤ end; they differ only where something is folded.
import type { SessionState } from "../../protocol/session.ts";

/** What follows the program's own part is folded where it is longer than this share of that part. */
const FOLDED_FROM = 0.2;

/** The last moment of the program's own part. */
export function ownEnd(state: SessionState): number {
  const { codeEnd, error, instructions } = state;
  if (error === null || codeEnd === null || codeEnd === 0) return instructions;
  return instructions - codeEnd > codeEnd * FOLDED_FROM ? codeEnd : instructions;
}

/** Where "to the end" leads from a moment: first to the end of the program's own part, from there to that of all. */
export function endAfter(state: SessionState, moment: number): number {
  const own = ownEnd(state);
  return moment < own ? own : state.instructions;
}

/** Moments and their places along the slider: even over the window, and even over what is folded behind it. */
export interface TimeScale {
  readonly from: number;
  readonly to: number;
  /** The last moment of what is folded; null where nothing is. */
  readonly foldedTo: number | null;
  readonly left: number;
  /** Of the window. */
  readonly width: number;
  readonly foldLeft: number;
  readonly foldWidth: number;
}

export function placeOnScale(scale: TimeScale, moment: number): number {
  const { from, to, foldedTo } = scale;
  if (foldedTo !== null && moment > to)
    return scale.foldLeft + ((moment - to) / Math.max(1, foldedTo - to)) * scale.foldWidth;
  return scale.left + ((moment - from) / Math.max(1, to - from)) * scale.width;
}

export function momentOnScale(scale: TimeScale, x: number): number {
  const { from, to, foldedTo } = scale;
  if (foldedTo !== null && x > scale.left + scale.width) {
    const along = (x - scale.foldLeft) / Math.max(1, scale.foldWidth);
    return Math.round(to + Math.max(0, Math.min(1, along)) * (foldedTo - to));
  }
  return Math.round(from + ((x - scale.left) / Math.max(1, scale.width)) * (to - from));
}
