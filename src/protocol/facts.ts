// Facts: what the page is told about one moment of a run. Plain data, never memory and never markup; the page phrases.
//
// Moments. Moment N is the machine after N instructions; moment 0 is before the first. "This instruction" is the N-th,
// the one that led here: its old values are the `was` of what it changed, and its place is what the page marks *now*.
// Invariants: an address is a number below 2^53; sizes are in bytes; every list that can be long has a limit in its
// query and says in `hidden…` how many it left out; whatever could not be read is said to be damaged, never invented.
import { z } from "zod";

export { BLOCK_STATES, type BlockState, CLOSE_UP_LIMIT, LANE_SPAN_LIMIT } from "./limits.ts";

export const Address = z.number().int().nonnegative();
export type Address = z.infer<typeof Address>;
/** A moment, or the number of an instruction. Instructions are numbered from 1. */
export const Moment = z.number().int().nonnegative();
export type Moment = z.infer<typeof Moment>;
const count = z.number().int().nonnegative();
/** Bytes over any buffer, a shared one too. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, "not bytes");
export type Bytes = z.infer<typeof Bytes>;

/**
 * The hue and glyph of a type (design.md, "Colour"):
 * num int float bool complex · txt str bytes bytearray · seq list tuple deque · map dict set · ins instance of a class ·
 * cod function code builtin generator frame · cls class module · none None · buf memory that is no object.
 */
export const Kind = z.enum(["num", "txt", "seq", "map", "ins", "cod", "cls", "none", "buf"]);
export type Kind = z.infer<typeof Kind>;

/** A reference as it is shown in one line: where it points and what is there, in at most some 40 characters. */
export const Reference = z.object({
  address: Address,
  kind: Kind,
  /** Name of the type: "int", "Node". */
  type: z.string(),
  /** Short form for what has one (numbers, strings, None, names of functions and classes), else null. */
  text: z.string().nullable(),
  immortal: z.boolean(),
  /** A function, class or generator that holds values of the program: it is drawn as an object. */
  holds: z.boolean().optional(),
});
export type Reference = z.infer<typeof Reference>;

/** `was` of a changed thing: absent where this instruction left it alone, null where it held nothing before. */
const was = Reference.nullable().optional();

// ---- Program -------------------------------------------------------------------------------------------------------

export const Instruction = z.object({
  /** Byte offset in the code object. */
  offset: count,
  /** Generic name, as `dis` prints it. */
  opcode: z.string(),
  /** Argument as `dis` explains it: "before, node"; empty where there is none. */
  argument: z.string(),
  /** Name of the specialised form that is in memory, null while it is the generic one. */
  specialised: z.string().nullable(),
  /** Inline cache after it, in code units, as they are in memory. */
  cache: z.array(z.number()),
  line: z.number().int().nullable(),
  /** The first instruction of its line in this code object. */
  startsLine: z.boolean(),
  /** Where jumps that lead here come from; the page draws a mark. */
  jumpTarget: z.boolean(),
});
export type Instruction = z.infer<typeof Instruction>;

export const CallFact = z.object({
  frame: Address,
  code: Address,
  function: z.string(),
  file: z.string(),
  line: z.number().int().nullable(),
});
export type CallFact = z.infer<typeof CallFact>;

export const TracebackLine = z.object({
  file: z.string(),
  line: z.number().int(),
  function: z.string(),
  /** The last moment at which this frame executed; a click seeks there. */
  moment: Moment,
});
export type TracebackLine = z.infer<typeof TracebackLine>;

export const ErrorFact = z.object({
  type: z.string(),
  message: z.string(),
  /** Where a source does not compile; null for every other error. Columns of characters, from 0. */
  place: z
    .object({
      file: z.string(),
      line: z.number().int(),
      column: z.number().int(),
      endLine: z.number().int(),
      endColumn: z.number().int(),
    })
    .nullable(),
  /** Outermost first. */
  traceback: z.array(TracebackLine),
  /** As Python prints it. */
  text: z.string(),
});
export type ErrorFact = z.infer<typeof ErrorFact>;

export const ProgramFacts = z.object({
  file: z.string(),
  /** Name of the code object of the running frame: "reverse", "<module>". */
  function: z.string(),
  /** What tells it from others of its file: co_qualname and co_firstlineno. */
  qualname: z.string(),
  firstLine: z.number().int(),
  frame: Address,
  code: Address,
  line: z.number().int().nullable(),
  /** Window of the code object around the instruction. */
  instructions: z.array(Instruction),
  hiddenBefore: count,
  hiddenAfter: count,
  /** Offset of this instruction (the one that led here) if it is in this code object, and of the next to execute. */
  nowOffset: count.nullable(),
  nextOffset: count.nullable(),
  /** The next to execute, which after a jump lies outside the window. */
  next: Instruction.nullable(),
  /** The code object that was asked for beside the running one, as it stands in memory; null where it is not found. */
  other: z
    .object({ code: Address, qualname: z.string(), firstLine: z.number().int(), instructions: z.array(Instruction) })
    .nullable(),
  /** Value stack, bottom first, and what this instruction took from it. */
  stack: z.array(Reference),
  taken: z.array(Reference),
  /** Stack effect of this instruction: the items below that it left alone, what it took and what it left. Null where it
   *  entered or left a frame. */
  effect: z.object({ kept: count, taken: z.array(Reference), left: z.array(Reference) }).nullable(),
  /** Names bound in the running frame are in ObjectsFacts. Outermost call first. */
  calls: z.array(CallFact),
  hiddenCalls: count,
  error: ErrorFact.nullable(),
});
export type ProgramFacts = z.infer<typeof ProgramFacts>;

// ---- This instruction ----------------------------------------------------------------------------------------------

/** What the instruction did, most telling first; the page makes its sentence from the first, and a list from all. */
export const Effect = z.discriminatedUnion("type", [
  /** A place in the program's words: "head", "node.next", "values[3]". */
  z.object({ type: z.literal("store"), place: z.string(), now: Reference.nullable(), was: Reference.nullable() }),
  /** A container has more or fewer items than before. */
  z.object({ type: z.literal("length"), place: z.string(), now: count, was: count }),
  z.object({ type: z.literal("push"), value: Reference, from: z.string().nullable() }),
  z.object({ type: z.literal("pop"), value: Reference }),
  z.object({ type: z.literal("call"), function: z.string(), file: z.string(), line: z.number().int() }),
  z.object({ type: z.literal("return"), function: z.string(), value: Reference.nullable() }),
  z.object({ type: z.literal("allocate"), value: Reference, bytes: count }),
  z.object({ type: z.literal("free"), value: Reference, bytes: count }),
  z.object({ type: z.literal("jump"), line: z.number().int().nullable(), taken: z.boolean() }),
  z.object({ type: z.literal("raise"), error: z.string(), message: z.string() }),
  z.object({ type: z.literal("collect"), generation: count, freed: count }),
  z.object({ type: z.literal("output"), text: z.string() }),
  z.object({ type: z.literal("input"), text: z.string() }),
]);
export type Effect = z.infer<typeof Effect>;

/** One stretch of memory that this instruction wrote, with what it held before. */
export const ChangedBytes = z.object({ address: Address, was: Bytes });
export type ChangedBytes = z.infer<typeof ChangedBytes>;

export const StepFacts = z.object({
  moment: Moment,
  /** Null at moment 0. */
  opcode: z.string().nullable(),
  argument: z.string(),
  function: z.string(),
  file: z.string(),
  line: z.number().int().nullable(),
  effects: z.array(Effect),
  /** Words of memory that differ from the moment before. */
  changedWords: count,
  changes: z.array(ChangedBytes),
  hiddenChanges: count,
});
export type StepFacts = z.infer<typeof StepFacts>;

// ---- Names and objects ---------------------------------------------------------------------------------------------

export const NameFact = z.object({
  name: z.string(),
  /** Where the pointer is: a slot of localsplus, a value in a dict's entries. */
  slot: Address,
  /** Null: not bound yet, or deleted. */
  value: Reference.nullable(),
  was,
});
export type NameFact = z.infer<typeof NameFact>;

export const FrameFact = z.object({
  address: Address,
  function: z.string(),
  file: z.string(),
  line: z.number().int().nullable(),
  /** running: executes now; calling: waits for the frame after it; suspended: a generator's, kept by its object. */
  state: z.enum(["running", "calling", "suspended"]),
  names: z.array(NameFact),
  hiddenNames: count,
  /** Of a module or class body: the names that its code binds, in the order in which it does; what it defines and imports
   *  comes last. */
  binds: z.array(z.string()).optional(),
});
export type FrameFact = z.infer<typeof FrameFact>;

export const SlotFact = z.object({
  /** "next", "[3]", "'key'". */
  label: z.string(),
  role: z.enum(["field", "item", "entry", "cell"]),
  slot: Address,
  value: Reference.nullable(),
  was,
});
export type SlotFact = z.infer<typeof SlotFact>;

export const ObjectFact = z.object({
  address: Address,
  kind: Kind,
  type: z.string(),
  text: z.string().nullable(),
  /** Null: immortal. */
  references: count.nullable(),
  wasReferences: count.optional(),
  /** The whole block that holds it, header of the collector included. */
  bytes: count,
  /** new, freed: by this instruction. */
  state: z.enum(["live", "new", "freed", "damaged"]),
  damagedFrom: count.optional(),
  /** len() of a container, else null. */
  length: count.nullable(),
  slots: z.array(SlotFact),
  hiddenSlots: count,
});
export type ObjectFact = z.infer<typeof ObjectFact>;

export const ObjectsFacts = z.object({
  /** Outermost first. */
  frames: z.array(FrameFact),
  /** Between the outermost and the next. */
  hiddenFrames: count,
  /** Reachable from the names shown, nearest first; freed ones of this instruction last. */
  objects: z.array(ObjectFact),
  hiddenObjects: count,
});
export type ObjectsFacts = z.infer<typeof ObjectsFacts>;

// ---- Allocators ----------------------------------------------------------------------------------------------------

/** A part of a layer. `offset` is where it stands over the address space, in bytes from the left of layer −1, so that
 *  each part is drawn above what it is made of; the parts of layer −1 lie side by side and add up to its total. */
export const LayerPart = z.object({
  /** Key of its name: objects, blocks, poolHeaders, freeBlocks, large, rawOwn, chunks, chunkHeaders, freeChunks, arenas, … */
  name: z.string(),
  kind: Kind.nullable(),
  use: z.enum(["used", "free", "overhead"]),
  offset: count,
  bytes: count,
});
export type LayerPart = z.infer<typeof LayerPart>;

export const LayerFact = z.object({
  /** +3 objects, +2 pymalloc, +1 raw allocator, 0 system malloc, −1 address space. */
  level: z.number().int().min(-2).max(3),
  bytes: count,
  parts: z.array(LayerPart),
});
export type LayerFact = z.infer<typeof LayerFact>;

export const PoolFact = z.object({
  address: Address,
  index: count,
  /** unused: not in use by any size class, though it may have been; untouched: never. */
  state: z.enum(["used", "full", "unused", "untouched"]),
  blockBytes: count,
  usedBlocks: count,
  blocks: Bytes,
});
export type PoolFact = z.infer<typeof PoolFact>;

export const ArenaFact = z.object({
  address: Address,
  index: count,
  poolsInUse: count,
  pools: z.array(PoolFact),
});
export type ArenaFact = z.infer<typeof ArenaFact>;

/** A field of an allocator's own structure. `note` is a name in the machine's words ("usedpools"), never a sentence. */
export const FieldRow = z.object({
  offset: count,
  name: z.string(),
  text: z.string(),
  note: z.string(),
  changed: z.boolean(),
});
export type FieldRow = z.infer<typeof FieldRow>;

/** One pool in close-up, with its free list as a chain of block indices from the head. */
export const PoolDetail = z.object({
  address: Address,
  index: count,
  arena: count,
  blockBytes: count,
  blockCount: count,
  headerBytes: count,
  header: z.array(FieldRow),
  blocks: Bytes,
  freeList: z.array(count),
  hiddenFree: count,
  neverUsed: count,
  census: z.array(z.object({ type: z.string(), kind: Kind, count })),
  free: count,
});
export type PoolDetail = z.infer<typeof PoolDetail>;

export const FreeListFact = z.object({
  /** "float", "tuple 3". */
  name: z.string(),
  kind: Kind,
  count,
  capacity: count,
  /** From the head. */
  blocks: z.array(Address),
  hiddenBlocks: count,
});
export type FreeListFact = z.infer<typeof FreeListFact>;

export const LargeBlock = z.object({
  address: Address,
  bytes: count,
  state: z.enum(["used", "free"]),
  kind: Kind,
  type: z.string(),
});
export type LargeBlock = z.infer<typeof LargeBlock>;

export const AllocatorsFacts = z.object({
  pageBytes: count,
  arenaBytes: count,
  poolBytes: count,
  /** Granularity of size classes: one dot of the arena picture. */
  alignment: count,
  layers: z.array(LayerFact),
  arenas: z.array(ArenaFact),
  hiddenArenas: count,
  freeLists: z.array(FreeListFact),
  large: z.array(LargeBlock),
  hiddenLarge: count,
  /** The pool that holds the selection, or the one asked for. */
  pool: PoolDetail.nullable(),
  /** What keeps the arena of that pool from being given back: its emptiest pool and one live block in it. */
  keeper: z
    .object({ arena: count, pools: count, pool: count, block: Address, bytes: count, value: Reference.nullable() })
    .nullable(),
});
export type AllocatorsFacts = z.infer<typeof AllocatorsFacts>;

// ---- Bytes ---------------------------------------------------------------------------------------------------------

export const FieldFact = z.object({
  offset: z.number().int(),
  bytes: count,
  name: z.string(),
  kind: Kind,
  /** The value in words or digits; of a pointer the short form of its target, else its type and address. */
  text: z.string(),
  pointer: Reference.nullable(),
  changed: z.boolean(),
  wasText: z.string().nullable(),
});
export type FieldFact = z.infer<typeof FieldFact>;

/** A structure laid over bytes. Fields before the object (the collector's header) have negative offsets. */
export const StructureFact = z.object({
  /** What offset 0 is: the object. */
  address: Address,
  /** The block around it. */
  block: Address,
  blockBytes: count,
  /** "PyLongObject", or "free block". */
  name: z.string(),
  type: z.string(),
  kind: Kind,
  text: z.string().nullable(),
  state: z.enum(["used", "free", "untouched", "static"]),
  fields: z.array(FieldFact),
  /** Bytes in use from the block's start; the rest is padding. */
  usedBytes: count,
});
export type StructureFact = z.infer<typeof StructureFact>;

export const BytesFacts = z.object({
  from: Address,
  bytes: Bytes,
  /** Stretches of the window that are not mapped. */
  unmapped: z.array(z.object({ from: Address, bytes: count })),
  littleEndian: z.boolean(),
  structures: z.array(StructureFact),
  changes: z.array(ChangedBytes),
});
export type BytesFacts = z.infer<typeof BytesFacts>;

// ---- Selection -----------------------------------------------------------------------------------------------------

export const ReferrerFact = z.object({
  owner: z.string(),
  ownerAddress: Address,
  kind: Kind,
  how: z.enum(["local", "global", "field", "item", "key", "value", "cell", "stack", "constant", "other"]),
  label: z.string(),
  slot: Address,
});
export type ReferrerFact = z.infer<typeof ReferrerFact>;

export const SelectionFacts = z.object({
  address: Address,
  state: z.enum(["live", "new", "freed", "free", "damaged", "unmapped"]),
  kind: Kind,
  type: z.string(),
  typeAddress: Address,
  text: z.string().nullable(),
  /** From a name: ["reverse", "node"]; empty where no name leads here. */
  path: z.array(z.string()),
  block: Address,
  blockBytes: count,
  collectorBytes: count,
  /** What sys.getsizeof() says of it; null where it is no object. */
  getsizeof: count.nullable(),
  references: count.nullable(),
  wasReferences: count.optional(),
  generation: z.number().int().nullable(),
  tracked: z.boolean(),
  referrers: z.array(ReferrerFact),
  hiddenReferrers: count,
  structure: StructureFact.nullable(),
  /** The block's bytes, at most 256. */
  bytes: Bytes,
  line: z.number().int().nullable(),
  /** Where it lies: the arithmetic from address to block. */
  place: z.discriminatedUnion("type", [
    z.object({
      type: z.literal("pool"),
      arena: count,
      arenaAddress: Address,
      pool: count,
      poolAddress: Address,
      blockIndex: count,
      blockBytes: count,
      headerBytes: count,
    }),
    z.object({ type: z.literal("large"), chunk: Address, chunkBytes: count }),
    z.object({ type: z.literal("static"), region: z.string() }),
    z.object({ type: z.literal("none") }),
  ]),
  /** For text: its first code points and the width in which they are stored. */
  characters: z
    .object({ codePoints: z.array(z.number().int()), width: z.number().int(), data: Address, hidden: count })
    .nullable(),
  /** For a number: how its bytes make it. */
  number: z
    .object({
      data: Address,
      sign: z.number().int(),
      /** int: 30-bit digits, lowest first; float: none. */
      digits: z.array(z.number()),
      float: z.number().nullable(),
      text: z.string(),
    })
    .nullable(),
});
export type SelectionFacts = z.infer<typeof SelectionFacts>;

/** Answers over time; slower than facts of a moment, so asked for apart. */
export const HistoryFacts = z.object({
  /** The stretch around the moment that was looked through: what lies outside is found with `when`. */
  searched: z.object({ from: Moment, to: Moment }),
  born: z.object({ moment: Moment, line: z.number().int().nullable(), opcode: z.string() }).nullable(),
  /** Null: not freed within the run. */
  freed: z.object({ moment: Moment, atExit: z.boolean() }).nullable(),
  writes: count,
  /** Moments of the writes, thinned evenly where they are more than HISTORY_MOMENTS. */
  moments: z.array(Moment),
  /** Field written most often, its reference count aside, and how often; null where none was. */
  field: z.string().nullable(),
  fieldWrites: count,
  /** Nearest writes around the moment asked for. */
  before: Moment.nullable(),
  after: Moment.nullable(),
});
export type HistoryFacts = z.infer<typeof HistoryFacts>;

// ---- Time lanes ----------------------------------------------------------------------------------------------------

export const LaneSpan = z.object({ from: Moment, to: Moment, label: z.string(), depth: count });
export type LaneSpan = z.infer<typeof LaneSpan>;

/** A window of time in `bucketCount` equal buckets; bucket i covers moments from + i·width + 1 … from + (i+1)·width. */
export const LanesFacts = z.object({
  from: Moment,
  to: Moment,
  bucketCount: count,
  totals: z.object({ calls: count, allocations: count, collections: count, output: count, input: count }),
  /** Single calls where the window has few enough of them (LANE_SPAN_LIMIT), else none; the depth is always there. */
  calls: z.array(LaneSpan),
  callDepth: z.array(count),
  allocated: z.array(count),
  freed: z.array(count),
  /**
   * Runs of the collector. In a window that is too long to be run again, those between two samples of one generation are
   * one entry, at the later sample; `count` says how many they were.
   */
  collections: z.array(z.object({ moment: Moment, generation: count, count, freed: count, atExit: z.boolean() })),
  /** What was written; `count` says how many writes of one bucket are one entry, at the last of them. */
  output: z.array(z.object({ moment: Moment, bytes: count, stream: z.enum(["out", "err"]), count })),
  input: z.array(z.object({ moment: Moment })),
  /** Stretches on one line of one code object; for close-up windows only. */
  lines: z.array(LaneSpan),
  /** Moments whose instruction wrote to memory that outlives it; for close-up windows only. */
  stores: z.array(Moment),
});
export type LanesFacts = z.infer<typeof LanesFacts>;

// ---- Search --------------------------------------------------------------------------------------------------------

export const Finding = z.object({
  reference: Reference,
  /** What matched. */
  by: z.enum(["name", "type", "value", "address", "line"]),
  path: z.array(z.string()),
});
export type Finding = z.infer<typeof Finding>;
