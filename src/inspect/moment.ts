// The door of inspect: all facts of one moment that a view asks for, in one call.
//
//   const now = machineMoment(reader, anchors);        a moment is made once and kept while it is looked at
//   momentFacts(now, before, { moment: 7, program: … })
//
// Invariant: only what is asked for is computed; the same memories and the same request give the same facts.
import { type AllocatorsQuery, allocatorsFacts } from "./allocators.ts";
import { bytesFacts } from "./bytes.ts";
import type { AllocatorsFacts, BytesFacts, ObjectsFacts, ProgramFacts, SelectionFacts, StepFacts } from "./facts.ts";
import { type ObjectsQuery, objectsFacts } from "./graph.ts";
import type { Inspection } from "./inspection.ts";
import { selectionFacts } from "./locate.ts";
import { type ProgramQuery, programFacts } from "./program.ts";
import type { Address } from "./reader.ts";
import { type StepExtras, stepFacts } from "./step.ts";

export { type Anchors, Inspection } from "./inspection.ts";
export { find } from "./locate.ts";
export { bufferReader, copyMemory, type MemoryReader, stretchesReader, wide } from "./reader.ts";
export { isRuntime, machineMoment } from "./roots.ts";
export { machineRanges, snapshotReader } from "./system.ts";
export { memoryTotals } from "./totals.ts";

/** What of a moment is wanted: the shape of the protocol's MomentRequest. */
export interface MomentQuery {
  readonly moment: number;
  readonly program?: ProgramQuery;
  readonly objects?: ObjectsQuery;
  readonly allocators?: AllocatorsQuery;
  readonly bytes?: { readonly from: Address; readonly bytes: number };
  readonly selection?: { readonly address: Address; readonly referrerLimit: number };
}

/** The shape of the protocol's MomentFacts. `program` is absent while no Python frame exists. */
export interface MomentFacts {
  readonly moment: number;
  readonly step: StepFacts;
  readonly program?: ProgramFacts;
  readonly objects?: ObjectsFacts;
  readonly allocators?: AllocatorsFacts;
  readonly bytes?: BytesFacts;
  readonly selection?: SelectionFacts;
}

/** The facts of a moment; `previous` is the moment one instruction before, null for moment 0. */
export function momentFacts(
  m: Inspection,
  previous: Inspection | null,
  query: MomentQuery,
  extras: StepExtras = {},
): MomentFacts {
  const program = query.program === undefined ? null : programFacts(m, previous, query.program);
  const selected = query.selection?.address ?? null;
  return {
    moment: query.moment,
    step: stepFacts(m, previous, query.moment, extras),
    ...(program === null ? {} : { program }),
    ...(query.objects === undefined ? {} : { objects: objectsFacts(m, previous, query.objects) }),
    ...(query.allocators === undefined ? {} : { allocators: allocatorsFacts(m, previous, query.allocators, selected) }),
    ...(query.bytes === undefined ? {} : { bytes: bytesFacts(m, previous, query.bytes.from, query.bytes.bytes) }),
    ...(query.selection === undefined
      ? {}
      : { selection: selectionFacts(m, previous, query.selection.address, query.selection.referrerLimit) }),
  };
}
