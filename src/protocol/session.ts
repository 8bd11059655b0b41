// What the page may ask of a session (one machine with its recording), and what it is told unasked.
// Invariant: every request has exactly one answer, a result or an error; results are facts of one moment. A request
// about a moment that a newer one has overtaken may be answered with the error "superseded".
import { z } from "zod";
import { CompilationStory, FlowStory } from "./compilation.ts";
import {
  Address,
  AllocatorsFacts,
  Bytes,
  BytesFacts,
  ErrorFact,
  Finding,
  HistoryFacts,
  LanesFacts,
  Moment,
  ObjectsFacts,
  ProgramFacts,
  SelectionFacts,
  StepFacts,
} from "./facts.ts";

const limit = z.number().int().positive();

export const InputPolicy = z.discriminatedUnion("type", [
  /** `input()` waits until `input` is sent. */
  z.object({ type: z.literal("ask") }),
  /** Standard input is this text, then its end. */
  z.object({ type: z.literal("text"), text: z.string() }),
]);
export type InputPolicy = z.infer<typeof InputPolicy>;

export const RunRequest = z.object({
  file: z.string(),
  /** The file's bytes; a text is one in UTF-8. */
  source: z.union([z.string(), Bytes]),
  argv: z.array(z.string()),
  input: InputPolicy,
});
export type RunRequest = z.infer<typeof RunRequest>;

export const SessionState = z.object({
  /**
   * idle: nothing was run yet · running · waiting: for a line of input · finished: with an exit status ·
   * stopped: by the user or a limit, can go on · failed: Underglass itself failed, `failure` says how.
   */
  status: z.enum(["idle", "running", "waiting", "finished", "stopped", "failed"]),
  file: z.string(),
  /** Instructions executed and recorded so far. */
  instructions: Moment,
  exitStatus: z.number().int().nullable(),
  /** The exception that ended the program. */
  error: ErrorFact.nullable(),
  /** Where the program's own code ended; what follows is the interpreter's: printing the error, functions at exit. */
  codeEnd: Moment.nullable().default(null),
  /** How many calls stood on each other at most, as far as the samples of the recording saw; what was shorter may be more. */
  deepest: z.number().int().nonnegative().default(0),
  prompt: z.string().nullable(),
  /** Lines on which a stopped run was going round. */
  loopLines: z.tuple([z.number().int(), z.number().int()]).nullable(),
  failure: z.object({ message: z.string(), moment: Moment, report: z.string() }).nullable(),
  /** False: a recording made by another build; only stored checkpoints open. */
  canRun: z.boolean(),
});
export type SessionState = z.infer<typeof SessionState>;

/** in: a line that was typed, which stands between what was written as on a terminal. */
export const OutputChunk = z.object({ moment: Moment, stream: z.enum(["out", "err", "in"]), text: z.string() });
export type OutputChunk = z.infer<typeof OutputChunk>;

/** What of a moment the page shows; only that is computed. */
export const MomentRequest = z.object({
  moment: Moment,
  program: z
    .object({
      instructionsBefore: z.number().int(),
      instructionsAfter: z.number().int(),
      /** Another code object to be looked at, by what the compiler says of it. */
      other: z.object({ file: z.string(), qualname: z.string(), firstLine: z.number().int() }).optional(),
    })
    .optional(),
  objects: z
    .object({
      /** 0: frames and their names alone. */
      objectLimit: z.number().int().nonnegative(),
      slotLimit: limit,
      nameLimit: limit,
      frameLimit: limit,
      /** Containers and frames that the reader opened: show all slots and names up to this many. */
      expanded: z.array(Address),
      expandedSlotLimit: limit,
      /** Given beyond the limit too, if they live: the selection. */
      also: z.array(Address),
    })
    .optional(),
  allocators: z
    .object({ arenaFrom: z.number().int(), arenaLimit: limit, pool: Address.nullable(), listLimit: limit })
    .optional(),
  bytes: z.object({ from: Address, bytes: z.number().int().positive().max(65_536) }).optional(),
  selection: z.object({ address: Address, referrerLimit: limit }).optional(),
});
export type MomentRequest = z.infer<typeof MomentRequest>;

export const MomentFacts = z.object({
  moment: Moment,
  step: StepFacts,
  program: ProgramFacts.optional(),
  objects: ObjectsFacts.optional(),
  allocators: AllocatorsFacts.optional(),
  bytes: BytesFacts.optional(),
  selection: SelectionFacts.optional(),
});
export type MomentFacts = z.infer<typeof MomentFacts>;

export const StepKind = z.enum(["instruction", "line", "over", "out", "call", "change", "breakpoint"]);
export type StepKind = z.infer<typeof StepKind>;

export const Breakpoint = z.object({ file: z.string(), line: z.number().int().positive() });
export type Breakpoint = z.infer<typeof Breakpoint>;

/** What is selected as a name of a frame, an item or attribute of an object: their address and label in the facts. */
export const SelectedPlace = z.object({ owner: Address, label: z.string() });
export type SelectedPlace = z.infer<typeof SelectedPlace>;

/** Every method: its request and its result. */
export const METHODS = {
  /** Runs a program from the start; the answer comes at once, the run is followed by "state" events. */
  run: { request: RunRequest, result: SessionState },
  stop: { request: z.object({}), result: SessionState },
  /** Goes on after `stop`. */
  resume: { request: z.object({}), result: SessionState },
  /** One line without its newline; null is the end of input. */
  input: { request: z.object({ line: z.string().nullable() }), result: SessionState },
  state: { request: z.object({}), result: SessionState },
  /** The recording as a file (docs/recording.md). */
  save: { request: z.object({}), result: z.object({ recording: Bytes }) },
  /** Opens such a file in place of what was run. One that is damaged is refused with one line that says so. */
  open: { request: z.object({ recording: Bytes }), result: SessionState },
  /** Output written up to a moment, the last `limit` characters of it. */
  output: {
    request: z.object({ until: Moment, limit }),
    result: z.object({ chunks: z.array(OutputChunk), hidden: z.number().int() }),
  },
  /** Runs all that is recorded again and compares it with its checkpoints, byte for byte: null, or what differs. */
  verify: { request: z.object({}), result: z.object({ differs: z.string().nullable() }) },
  /** Source text of a file that takes part in the run, null where there is none; and of the program's own its bytes.
   *  isExample: of a bundled program instead. */
  source: {
    request: z.object({ file: z.string(), isExample: z.boolean().optional() }),
    result: z.object({ text: z.string().nullable(), bytes: Bytes.optional() }),
  },
  /** A source file's text by Python's rules: its byte order mark, its coding line. Bytes that the encoding does not have are
   *  lone surrogates in it (PEP 383), newlines are as the file has them. What runs is stopped. */
  decode: {
    request: z.object({ bytes: Bytes }),
    result: z.object({ text: z.string(), encoding: z.string(), hasBom: z.boolean() }),
  },
  /** The bytes of such a text by the coding line that it has now; null with Python's error, where that encoding does not have
   *  one of its characters. What runs is stopped. */
  encode: {
    request: z.object({ text: z.string(), hasBom: z.boolean() }),
    result: z.object({ bytes: Bytes.nullable(), error: z.string().nullable() }),
  },
  /** How a file that takes part in the run is compiled, from text to bytecode, or another text in its place; null where
   *  there is none. */
  compilation: {
    request: z.object({ file: z.string(), text: z.string().optional() }),
    result: CompilationStory.nullable(),
  },
  /** The flow graph of one of its code objects, pass by pass; null where it does not compile. */
  flow: {
    request: z.object({ file: z.string(), text: z.string().optional(), code: z.number().int().nonnegative() }),
    result: FlowStory.nullable(),
  },
  /** A .pyc with the meaning of every byte: the one given, or that of a source. */
  pyc: {
    request: z.object({ name: z.string(), bytes: Bytes.optional(), source: Bytes.optional() }),
    result: z.object({
      name: z.string(),
      bytes: Bytes,
      /** Side by side from the first byte to the last. Names of fields are CPython's. */
      ranges: z.array(
        z.object({
          offset: z.number().int(),
          length: z.number().int(),
          meaning: z.string(),
          value: z.string(),
          depth: z.number().int(),
        }),
      ),
    }),
  },
  /** Bundled programs; `text` is fetched with `source`. */
  examples: { request: z.object({}), result: z.object({ files: z.array(z.string()) }) },
  /** Before any run, moment 0 is the machine at rest: its allocators can be asked for. */
  moment: { request: MomentRequest, result: MomentFacts },
  /** Where a step leads; null: the run has no such moment in that direction. "change" needs an address; with a place
   *  it is what that points to which changes, and the answer says what that is then (0: nothing). */
  step: {
    request: z.object({
      from: Moment,
      kind: StepKind,
      back: z.boolean(),
      address: Address.nullable(),
      place: SelectedPlace.nullable().optional(),
      breakpoints: z.array(Breakpoint),
    }),
    result: z.object({ moment: Moment.nullable(), address: Address.nullable() }),
  },
  lanes: {
    request: z.object({ from: Moment, to: Moment, bucketCount: limit }),
    result: LanesFacts,
  },
  /** With a place the writes are those of its pointer. */
  history: {
    request: z.object({ address: Address, place: SelectedPlace.nullable().optional(), moment: Moment }),
    result: HistoryFacts,
  },
  /**
   * A question over time: the nearest moment after `from`, or before it, at which it happened. Seeking events tell how far
   * a long search is; a newer question gives it up ("superseded").
   *   written  a byte of [address, address + bytes) changed
   *   born     the block that holds the address came into use, or the object at it came to life
   *   freed    the block went out of use, or the object's count reached 0
   *   countZero   the reference count at the address reached 0
   */
  when: {
    request: z.object({
      what: z.enum(["written", "born", "freed", "countZero"]),
      address: Address,
      bytes: z.number().int().positive().max(4096),
      from: Moment,
      back: z.boolean(),
    }),
    result: z
      .object({
        moment: Moment,
        /** The instruction that did it. */
        file: z.string(),
        function: z.string(),
        line: z.number().int().nullable(),
        opcode: z.string(),
        /** The bytes asked about, before and after it. */
        was: Bytes,
        now: Bytes,
      })
      .nullable(),
  },
  find: {
    request: z.object({ moment: Moment, text: z.string(), limit }),
    result: z.object({ findings: z.array(Finding), hidden: z.number().int() }),
  },
  /**
   * For an endless loop: from `from` on, each `length` instructions the same instructions were executed again at the same
   * depth of calls. isEarlier: what was before was not looked through, and may repeat too. sameMemory: the memory at the end is that of one round before too, so nothing can ever change.
   */
  repeat: {
    request: z.object({}),
    result: z.object({ from: Moment, length: Moment, isEarlier: z.boolean(), sameMemory: z.boolean() }).nullable(),
  },
} as const;
export type Method = keyof typeof METHODS;
export type RequestOf<M extends Method> = z.infer<(typeof METHODS)[M]["request"]>;
export type ResultOf<M extends Method> = z.infer<(typeof METHODS)[M]["result"]>;

export const SessionEvent = z.discriminatedUnion("event", [
  z.object({ event: z.literal("state"), state: SessionState }),
  z.object({ event: z.literal("output"), chunk: OutputChunk }),
  /** A seek that takes long: running again from a checkpoint. */
  z.object({ event: z.literal("seeking"), from: Moment, at: Moment, target: Moment }),
  /** A recording is made a file: the part of it that is done. */
  z.object({ event: z.literal("saving"), part: z.number() }),
]);
export type SessionEvent = z.infer<typeof SessionEvent>;
