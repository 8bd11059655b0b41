// Constants of the contract that the page needs as values; apart from the schemas, so that the page carries no checker.
import type { SessionState } from "./session.ts";

/** What one block holds, as one byte each in `PoolFact.blocks`: the index in this table. */
export const BLOCK_STATES = [
  "untouched",
  "free",
  "buf",
  "num",
  "txt",
  "seq",
  "map",
  "ins",
  "cod",
  "cls",
  "none",
] as const;
export type BlockState = (typeof BLOCK_STATES)[number];

/** Objects beyond those shown are counted up to so many: then there are at least these. */
export const HIDDEN_COUNT_LIMIT = 1500;

/** More calls than this in a window are given as depth only. */
export const LANE_SPAN_LIMIT = 600;
/** A window of at most so many instructions is a close-up: lines and stores are given. */
export const CLOSE_UP_LIMIT = 400;
/** At most so many moments of writes are told with a history. */
export const HISTORY_MOMENTS = 600;

/** A session in which nothing was run yet. */
export const IDLE: SessionState = {
  status: "idle",
  file: "",
  instructions: 0,
  exitStatus: null,
  error: null,
  codeEnd: null,
  deepest: 0,
  prompt: null,
  loopLines: null,
  failure: null,
  canRun: true,
};
