// What the head of a recording's file says, as a schema: a file that comes from somebody else may say anything.
// Invariant: what passes can be opened without a further look at its shape. Whether its bytes are sound is for
// recording_file.ts to find out.
import { z } from "zod";

const count = z.number().int().nonnegative();
const address = count;
const word = z.number().int();

const number = z.number().int();
const flagged = { flags: count, uses: count };
const OpenFile = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("host"),
    handle: number,
    stream: z.enum(["in", "out", "err"]).nullable(),
    isPipe: z.boolean(),
    ...flagged,
  }),
  z.object({ type: z.literal("library"), path: z.string(), position: count, ...flagged }),
  z.object({ type: z.literal("pipe"), pipe: count, isReader: z.boolean(), ...flagged }),
  z.object({
    type: z.literal("socket"),
    family: count,
    kind: count,
    input: number,
    output: number,
    address: z.string().nullable(),
    peer: z.string().nullable(),
    waiting: z.array(count).nullable(),
    backlog: count,
    ...flagged,
  }),
  z.object({
    type: z.literal("epoll"),
    interests: z.array(z.object({ fd: count, file: count, events: number })),
    ...flagged,
  }),
  z.object({ type: z.literal("process"), pid: count, ...flagged }),
]);

/** host/open_files.ts */
const OpenFiles = z
  .object({
    descriptors: z.array(z.object({ file: count, isInheritable: z.boolean() }).nullable()).readonly(),
    files: z.array(OpenFile.nullable()).readonly(),
    pipes: z
      .array(
        z
          .object({
            pieces: z.array(z.string()),
            capacity: count,
            keepsMessages: z.boolean(),
            readers: number,
            writers: number,
          })
          .nullable(),
      )
      .readonly(),
    nextPort: count,
  })
  .refine(({ descriptors, files }) => descriptors.every((one) => one === null || files[one.file]));

const Row = z.object({
  moment: count,
  canGoOn: z.boolean(),
  runMs: z.number().nonnegative(),
  door: z.object({
    journal: z.object({ offset: count, moment: count }),
    files: OpenFiles,
  }),
  hash: z.tuple([word, word]).readonly(),
});

const Sample = z.object({
  moment: count,
  depth: z.number().int(),
  calls: z.number().int(),
  allocations: z.number().int(),
  frees: z.number().int(),
  collections: z.array(count).readonly(),
  collected: z.array(count).readonly(),
});

/** Where a memory keeps what inspect needs and no structure says (inspect's Anchors), for a memory of another build. */
const MemoryAnchors = z.object({ addressSpace: address, mallocState: address, textEnd: address, staticEnd: address });

/** What a recording is of; `session` is its owner's own, plain data. */
const RecordedProgram = z.object({
  /** Identity of the core and sum of the boot image that made it: with others only its checkpoints open. */
  core: z.string(),
  image: count,
  anchors: MemoryAnchors,
  session: z.unknown(),
});
export type RecordedProgram = z.infer<typeof RecordedProgram>;

export const Head = RecordedProgram.extend({
  start: count,
  total: count,
  hasEnded: z.boolean(),
  samples: z.array(Sample).readonly(),
  checkpoints: z.array(Row).min(1).readonly(),
  /** Packed sizes: the journal's, then each checkpoint's. */
  sections: z.array(count).readonly(),
}).refine(
  ({ total, checkpoints, sections, samples }) =>
    sections.length === checkpoints.length + 1 &&
    checkpoints[0].moment === 0 &&
    checkpoints[0].canGoOn &&
    isOrdered(checkpoints, total) &&
    isOrdered(samples, total),
);
export type Head = z.infer<typeof Head>;

function isOrdered(rows: readonly { readonly moment: number }[], total: number): boolean {
  return rows.every(({ moment }, i) => moment <= total && (i === 0 || rows[i - 1].moment <= moment));
}
