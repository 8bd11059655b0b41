// The lanes of a window of time. A window that is short enough is taken from the trace, exact; a longer one from the
// samples that the recording left.
// Invariant: bucket i covers the moments from + i·width + 1 … from + (i + 1)·width.

import { opcodeName } from "../machine/recorded.ts";
import type { LanesFacts } from "../protocol/facts.ts";
import { CLOSE_UP_LIMIT, LANE_SPAN_LIMIT } from "../protocol/limits.ts";
import type { Recorder, Watch } from "./recorder.ts";
import { advance, collectionsBetween } from "./samples.ts";
import type { Trace } from "./trace.ts";

/** Windows up to so many instructions are run again for their lanes. */
export const EXACT_LIMIT = 1 << 16;

export interface LanesQuery {
  readonly from: number;
  readonly to: number;
  readonly bucketCount: number;
}

export interface Written {
  readonly moment: number;
  readonly stream: "out" | "err";
  readonly bytes: number;
}

interface Lanes {
  readonly facts: LanesFacts;
  readonly bucket: (moment: number) => number;
}

function emptyLanes({ from, to, bucketCount }: LanesQuery): Lanes {
  const width = (to - from) / bucketCount;
  const bucket = (moment: number): number =>
    Math.max(0, Math.min(bucketCount - 1, Math.floor((moment - from - 1) / width)));
  const zeros = (): number[] => new Array<number>(bucketCount).fill(0);
  return {
    bucket,
    facts: {
      from,
      to,
      bucketCount,
      totals: { calls: 0, allocations: 0, collections: 0, output: 0, input: 0 },
      calls: [],
      callDepth: zeros(),
      allocated: zeros(),
      freed: zeros(),
      collections: [],
      output: [],
      input: [],
      lines: [],
      stores: [],
    },
  };
}

/** What the samples of a window say, and the totals that they give for the whole run. */
function fillSamples({ facts, bucket }: Lanes, recorder: Recorder, codeEnd: number): void {
  const samples = recorder.samples.all;
  const filled = new Set<number>();
  for (let k = 0; k < samples.length; k++) {
    const now = samples[k];
    const before = samples[Math.max(0, k - 1)];
    const collections = collectionsBetween(before, now, now.moment);
    for (const { count } of collections) facts.totals.collections += count;
    if (now.moment <= facts.from || now.moment > facts.to) continue;
    const i = bucket(now.moment);
    filled.add(i);
    facts.callDepth[i] = Math.max(facts.callDepth[i], now.depth - 1);
    facts.allocated[i] += advance(before.allocations, now.allocations);
    facts.freed[i] += advance(before.frees, now.frees);
    for (const one of collections) facts.collections.push({ ...one, atExit: one.moment >= codeEnd });
  }
  // Buckets between two samples are as deep as the one before.
  for (let i = 1; i < facts.callDepth.length; i++) if (!filled.has(i)) facts.callDepth[i] = facts.callDepth[i - 1];
  const last = samples[samples.length - 1];
  if (last === undefined) return;
  facts.totals.calls = advance(samples[0].calls, last.calls);
  facts.totals.allocations = advance(samples[0].allocations, last.allocations);
}

/** What samples alone can say: for a run that is still going on. */
export function sampledLanes(
  recorder: Recorder,
  query: LanesQuery,
  written: readonly Written[],
  codeEnd: number,
): LanesFacts {
  const lanes = emptyLanes(query);
  fillSamples(lanes, recorder, codeEnd);
  fillOutput(lanes.facts, written);
  return lanes.facts;
}

/** What was written within one bucket on one stream is one mark, at the last of them. */
function fillOutput(facts: LanesFacts, written: readonly Written[]): void {
  const width = (facts.to - facts.from) / facts.bucketCount;
  const last = { out: -1, err: -1 };
  for (const { moment, stream, bytes } of written) {
    facts.totals.output++;
    if (moment <= facts.from || moment > facts.to) continue;
    const bucket = Math.floor((moment - facts.from - 1) / width);
    const mark = facts.output[facts.output.length - 1];
    if (mark !== undefined && last[stream] === bucket && mark.stream === stream) {
      mark.moment = moment;
      mark.bytes += bytes;
      mark.count++;
    } else facts.output.push({ moment, stream, bytes, count: 1 });
    last[stream] = bucket;
  }
}

export async function lanesOf(
  recorder: Recorder,
  trace: Trace,
  query: LanesQuery,
  written: readonly Written[],
  codeEnd: number,
  watch: Watch = {},
): Promise<LanesFacts> {
  const sampled = sampledLanes(recorder, query, written, codeEnd);
  if (query.to - query.from > EXACT_LIMIT) return sampled;
  const { facts, bucket } = emptyLanes(query);
  facts.totals = sampled.totals;
  facts.output = sampled.output;
  const isCloseUp = query.to - query.from <= CLOSE_UP_LIMIT;
  const open: { from: number; label: string; depth: number }[] = [];
  let calls = 0;
  let allocations = 0;
  let collections = 0;
  let isFull = false;
  for (let n = query.from + 1; n <= query.to; ) {
    const block = await trace.block(n, watch);
    const last = Math.min(query.to, block.first + block.count - 1);
    for (const one of block.collections) {
      if (one.moment <= query.from || one.moment > query.to) continue;
      collections += one.count;
      facts.collections.push({ ...one, atExit: one.moment >= codeEnd });
    }
    for (; n <= last; n++) {
      const i = n - block.first;
      const depth = block.depths[i];
      const after = block.depths[i + 1];
      const slot = bucket(n);
      if (depth - 1 > facts.callDepth[slot]) facts.callDepth[slot] = depth - 1;
      const allocated = advance(block.allocations[i], block.allocations[i + 1]);
      allocations += allocated;
      facts.allocated[slot] += allocated;
      facts.freed[slot] += advance(block.frees[i], block.frees[i + 1]);
      if (after > depth) {
        calls++;
        open.push({ from: n, label: "", depth });
      } else if (after < depth) {
        // A call that was entered before the window begins with it.
        const label = trace.places[block.places[i]].function;
        const call = open.pop() ?? { from: query.from, label, depth: after };
        if (facts.calls.length <= LANE_SPAN_LIMIT) facts.calls.push({ ...call, to: n });
        else isFull = true;
      } else if (open.length > 0 && open[open.length - 1].label === "") {
        open[open.length - 1].label = trace.places[block.places[i]].function;
      }
      if (!isCloseUp) continue;
      if (opcodeName(block.opcodes[i]).startsWith("STORE_")) facts.stores.push(n);
      const line = block.lines[i];
      const before = facts.lines[facts.lines.length - 1];
      if (before !== undefined && before.label === String(line) && before.depth === depth) before.to = n;
      else facts.lines.push({ from: n, to: n, label: String(line), depth });
    }
  }
  for (const call of open) facts.calls.push({ ...call, to: query.to });
  // Of the whole run the exact window knows all; the samples end before its last instructions.
  if (query.from === 0 && query.to >= recorder.total) Object.assign(facts.totals, { calls, allocations, collections });
  if (isFull || facts.calls.length > LANE_SPAN_LIMIT) facts.calls = [];
  return facts;
}
