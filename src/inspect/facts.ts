// Facts: what memory says about one moment, as plain data. The schemas that check them on the way to the page are in
// protocol/facts.ts; a part below the protocol cannot import it, so the types stand here too, and facts.test.ts checks
// that both say the same.
//
// Invariant: an address is a number below 2^53; sizes are in bytes; every list that can be long has a limit in its query
// and says in `hidden…` how many it left out; whatever could not be read is said to be damaged, never invented.
import type { Address } from "./reader.ts";

export type { Address } from "./reader.ts";

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

/**
 * The hue and glyph of a type (design.md, "Colour"):
 * num int float bool complex · txt str bytes bytearray · seq list tuple deque · map dict set · ins instance of a class ·
 * cod function code builtin generator frame · cls class module · none None · buf memory that is no object.
 */
export type Kind = "num" | "txt" | "seq" | "map" | "ins" | "cod" | "cls" | "none" | "buf";

/** A reference as it is shown in one line: where it points and what is there, in at most some 40 characters. */
export interface Reference {
  readonly address: Address;
  readonly kind: Kind;
  /** Name of the type: "int", "Node". */
  readonly type: string;
  /** Short form for what has one (numbers, strings, None, names of functions and classes), else null. */
  readonly text: string | null;
  readonly immortal: boolean;
  /** A function, class or generator that holds values of the program: it is drawn as an object. */
  readonly holds?: boolean;
}

// ---- Program -------------------------------------------------------------------------------------------------------

export interface Instruction {
  /** Byte offset in the code object. */
  readonly offset: number;
  /** Generic name, as `dis` prints it. */
  readonly opcode: string;
  /** Argument as `dis` explains it: "before, node"; empty where there is none. */
  readonly argument: string;
  /** Name of the specialised form that is in memory, null while it is the generic one. */
  readonly specialised: string | null;
  /** Inline cache after it, in code units, as they are in memory. */
  readonly cache: readonly number[];
  readonly line: number | null;
  /** The first instruction of its line in this code object. */
  readonly startsLine: boolean;
  /** Where jumps that lead here come from; the page draws a mark. */
  readonly jumpTarget: boolean;
}

export interface CallFact {
  readonly frame: Address;
  readonly code: Address;
  readonly function: string;
  readonly file: string;
  readonly line: number | null;
}

export interface TracebackLine {
  readonly file: string;
  readonly line: number;
  readonly function: string;
  /** The last moment at which this frame executed; a click seeks there. */
  readonly moment: number;
}

export interface ErrorFact {
  readonly type: string;
  readonly message: string;
  /** Where a source does not compile; null for every other error. Columns of characters, from 0. */
  readonly place: {
    readonly file: string;
    readonly line: number;
    readonly column: number;
    readonly endLine: number;
    readonly endColumn: number;
  } | null;
  /** Outermost first. */
  readonly traceback: readonly TracebackLine[];
  /** As Python prints it. */
  readonly text: string;
}

export interface StackEffect {
  readonly kept: number;
  readonly taken: readonly Reference[];
  readonly left: readonly Reference[];
}

export interface ProgramFacts {
  readonly file: string;
  /** Name of the code object of the running frame: "reverse", "<module>". */
  readonly function: string;
  /** What tells it from others of its file: co_qualname and co_firstlineno. */
  readonly qualname: string;
  readonly firstLine: number;
  readonly frame: Address;
  readonly code: Address;
  readonly line: number | null;
  /** Window of the code object around the instruction. */
  readonly instructions: readonly Instruction[];
  readonly hiddenBefore: number;
  readonly hiddenAfter: number;
  /** Offset of this instruction (the one that led here) if it is in this code object, and of the next to execute. */
  readonly nowOffset: number | null;
  readonly nextOffset: number | null;
  /** The next to execute, which after a jump lies outside the window. */
  readonly next: Instruction | null;
  /** The code object that was asked for beside the running one, as it stands in memory; null where it is not found. */
  readonly other: {
    readonly code: Address;
    readonly qualname: string;
    readonly firstLine: number;
    readonly instructions: readonly Instruction[];
  } | null;
  /** Value stack, bottom first, and what this instruction took from it. */
  readonly stack: readonly Reference[];
  readonly taken: readonly Reference[];
  /** Stack effect of this instruction: the items below that it left alone, what it took and what it left. Null where it
   *  entered or left a frame. */
  readonly effect: StackEffect | null;
  /** Names bound in the running frame are in ObjectsFacts. Outermost call first. */
  readonly calls: readonly CallFact[];
  readonly hiddenCalls: number;
  readonly error: ErrorFact | null;
}

// ---- This instruction ----------------------------------------------------------------------------------------------

/** What the instruction did, most telling first; the page makes its sentence from the first, and a list from all. */
export type Effect =
  /** A place in the program's words: "head", "node.next", "values[3]". */
  | {
      readonly type: "store";
      readonly place: string;
      readonly now: Reference | null;
      readonly was: Reference | null;
    }
  /** A container has more or fewer items than before. */
  | { readonly type: "length"; readonly place: string; readonly now: number; readonly was: number }
  | {
      readonly type: "push";
      readonly value: Reference;
      readonly from: string | null;
    }
  | {
      readonly type: "pop";
      readonly value: Reference;
    }
  | {
      readonly type: "call";
      readonly function: string;
      readonly file: string;
      readonly line: number;
    }
  | {
      readonly type: "return";
      readonly function: string;
      readonly value: Reference | null;
    }
  | {
      readonly type: "allocate";
      readonly value: Reference;
      readonly bytes: number;
    }
  | {
      readonly type: "free";
      readonly value: Reference;
      readonly bytes: number;
    }
  | {
      readonly type: "jump";
      readonly line: number | null;
      readonly taken: boolean;
    }
  | {
      readonly type: "raise";
      readonly error: string;
      readonly message: string;
    }
  | {
      readonly type: "collect";
      readonly generation: number;
      readonly freed: number;
    }
  | {
      readonly type: "output";
      readonly text: string;
    }
  | {
      readonly type: "input";
      readonly text: string;
    };

/** One stretch of memory that this instruction wrote, with what it held before. */
export interface ChangedBytes {
  readonly address: Address;
  readonly was: Uint8Array;
}

export interface StepFacts {
  readonly moment: number;
  /** Null at moment 0. */
  readonly opcode: string | null;
  readonly argument: string;
  readonly function: string;
  readonly file: string;
  readonly line: number | null;
  readonly effects: readonly Effect[];
  /** Words of memory that differ from the moment before. */
  readonly changedWords: number;
  readonly changes: readonly ChangedBytes[];
  readonly hiddenChanges: number;
}

// ---- Names and objects ---------------------------------------------------------------------------------------------

export interface NameFact {
  readonly name: string;
  /** Where the pointer is: a slot of localsplus, a value in a dict's entries. */
  readonly slot: Address;
  /** Null: not bound yet, or deleted. */
  readonly value: Reference | null;
  readonly was?: Reference | null;
}

export interface FrameFact {
  readonly address: Address;
  readonly function: string;
  readonly file: string;
  readonly line: number | null;
  /** running: executes now; calling: waits for the frame after it; suspended: a generator's, kept by its object. */
  readonly state: "running" | "calling" | "suspended";
  readonly names: readonly NameFact[];
  readonly hiddenNames: number;
  /** Of a module or class body: the names that its code binds, in the order in which it does; what it defines and imports
   *  comes last. */
  readonly binds?: readonly string[];
}

export interface SlotFact {
  /** "next", "[3]", "'key'". */
  readonly label: string;
  readonly role: "field" | "item" | "entry" | "cell";
  readonly slot: Address;
  readonly value: Reference | null;
  readonly was?: Reference | null;
}

export interface ObjectFact {
  readonly address: Address;
  readonly kind: Kind;
  readonly type: string;
  readonly text: string | null;
  /** Null: immortal. */
  readonly references: number | null;
  readonly wasReferences?: number;
  /** The whole block that holds it, header of the collector included. */
  readonly bytes: number;
  /** new, freed: by this instruction. */
  readonly state: "live" | "new" | "freed" | "damaged";
  readonly damagedFrom?: number;
  /** len() of a container, else null. */
  readonly length: number | null;
  readonly slots: readonly SlotFact[];
  readonly hiddenSlots: number;
}

export interface ObjectsFacts {
  /** Outermost first. */
  readonly frames: readonly FrameFact[];
  readonly hiddenFrames: number;
  /** Reachable from the names shown, nearest first; freed ones of this instruction last. */
  readonly objects: readonly ObjectFact[];
  readonly hiddenObjects: number;
}

// ---- Allocators ----------------------------------------------------------------------------------------------------

/** A part of a layer. `offset` is where it stands over the address space, in bytes from the left of layer −1, so that
 *  each part is drawn above what it is made of; the parts of layer −1 lie side by side and add up to its total. */
export interface LayerPart {
  /** Key of its name: objects, blocks, poolHeaders, freeBlocks, large, rawOwn, chunks, chunkHeaders, freeChunks, arenas, … */
  readonly name: string;
  readonly kind: Kind | null;
  readonly use: "used" | "free" | "overhead";
  readonly offset: number;
  readonly bytes: number;
}

export interface LayerFact {
  /** +3 objects, +2 pymalloc, +1 raw allocator, 0 system malloc, −1 address space. */
  readonly level: number;
  readonly bytes: number;
  readonly parts: readonly LayerPart[];
}

export interface PoolFact {
  readonly address: Address;
  readonly index: number;
  /** unused: not in use by any size class, though it may have been; untouched: never. */
  readonly state: "used" | "full" | "unused" | "untouched";
  readonly blockBytes: number;
  readonly usedBlocks: number;
  readonly blocks: Uint8Array;
}

export interface ArenaFact {
  readonly address: Address;
  readonly index: number;
  readonly poolsInUse: number;
  readonly pools: readonly PoolFact[];
}

/** A field of an allocator's own structure. `note` is a name in the machine's words ("usedpools"), never a sentence. */
export interface FieldRow {
  readonly offset: number;
  readonly name: string;
  readonly text: string;
  readonly note: string;
  readonly changed: boolean;
}

/** One pool in close-up, with its free list as a chain of block indices from the head. */
export interface PoolDetail {
  readonly address: Address;
  readonly index: number;
  readonly arena: number;
  readonly blockBytes: number;
  readonly blockCount: number;
  readonly headerBytes: number;
  readonly header: readonly FieldRow[];
  readonly blocks: Uint8Array;
  readonly freeList: readonly number[];
  readonly hiddenFree: number;
  readonly neverUsed: number;
  readonly census: readonly {
    readonly type: string;
    readonly kind: Kind;
    readonly count: number;
  }[];
  readonly free: number;
}

export interface FreeListFact {
  /** "float", "tuple 3". */
  readonly name: string;
  readonly kind: Kind;
  readonly count: number;
  readonly capacity: number;
  /** From the head. */
  readonly blocks: readonly Address[];
  readonly hiddenBlocks: number;
}

export interface LargeBlock {
  readonly address: Address;
  readonly bytes: number;
  readonly state: "used" | "free";
  readonly kind: Kind;
  readonly type: string;
}

export interface AllocatorsFacts {
  readonly pageBytes: number;
  readonly arenaBytes: number;
  readonly poolBytes: number;
  /** Granularity of size classes: one dot of the arena picture. */
  readonly alignment: number;
  readonly layers: readonly LayerFact[];
  readonly arenas: readonly ArenaFact[];
  readonly hiddenArenas: number;
  readonly freeLists: readonly FreeListFact[];
  readonly large: readonly LargeBlock[];
  readonly hiddenLarge: number;
  /** The pool that holds the selection, or the one asked for. */
  readonly pool: PoolDetail | null;
  /** What keeps the arena of that pool from being given back: its emptiest pool and one live block in it. */
  readonly keeper: {
    readonly arena: number;
    readonly pools: number;
    readonly pool: number;
    readonly block: Address;
    readonly bytes: number;
    readonly value: Reference | null;
  } | null;
}

// ---- Bytes ---------------------------------------------------------------------------------------------------------

export interface FieldFact {
  readonly offset: number;
  readonly bytes: number;
  readonly name: string;
  readonly kind: Kind;
  /** The value in words or digits; of a pointer the short form of its target, else its type and address. */
  readonly text: string;
  readonly pointer: Reference | null;
  readonly changed: boolean;
  readonly wasText: string | null;
}

/** A structure laid over bytes. Fields before the object (the collector's header) have negative offsets. */
export interface StructureFact {
  /** What offset 0 is: the object. */
  readonly address: Address;
  /** The block around it. */
  readonly block: Address;
  readonly blockBytes: number;
  /** "PyLongObject", or "free block". */
  readonly name: string;
  readonly type: string;
  readonly kind: Kind;
  readonly text: string | null;
  readonly state: "used" | "free" | "untouched" | "static";
  readonly fields: readonly FieldFact[];
  /** Bytes in use from the block's start; the rest is padding. */
  readonly usedBytes: number;
}

export interface BytesFacts {
  readonly from: Address;
  readonly bytes: Uint8Array;
  /** Stretches of the window that are not mapped. */
  readonly unmapped: readonly {
    readonly from: Address;
    readonly bytes: number;
  }[];
  readonly littleEndian: boolean;
  readonly structures: readonly StructureFact[];
  readonly changes: readonly ChangedBytes[];
}

// ---- Selection -----------------------------------------------------------------------------------------------------

export interface ReferrerFact {
  readonly owner: string;
  readonly ownerAddress: Address;
  readonly kind: Kind;
  readonly how: "local" | "global" | "field" | "item" | "key" | "value" | "cell" | "stack" | "constant" | "other";
  readonly label: string;
  readonly slot: Address;
}

export interface SelectionFacts {
  readonly address: Address;
  readonly state: "live" | "new" | "freed" | "free" | "damaged" | "unmapped";
  readonly kind: Kind;
  readonly type: string;
  readonly typeAddress: Address;
  readonly text: string | null;
  /** From a name: ["reverse", "node"]; empty where no name leads here. */
  readonly path: readonly string[];
  readonly block: Address;
  readonly blockBytes: number;
  readonly collectorBytes: number;
  readonly getsizeof: number | null;
  readonly references: number | null;
  readonly wasReferences?: number;
  readonly generation: number | null;
  readonly tracked: boolean;
  readonly referrers: readonly ReferrerFact[];
  readonly hiddenReferrers: number;
  readonly structure: StructureFact | null;
  /** The block's bytes, at most 256. */
  readonly bytes: Uint8Array;
  readonly line: number | null;
  /** Where it lies: the arithmetic from address to block. */
  readonly place:
    | {
        readonly type: "pool";
        readonly arena: number;
        readonly arenaAddress: Address;
        readonly pool: number;
        readonly poolAddress: Address;
        readonly blockIndex: number;
        readonly blockBytes: number;
        readonly headerBytes: number;
      }
    | {
        readonly type: "large";
        readonly chunk: Address;
        readonly chunkBytes: number;
      }
    | {
        readonly type: "static";
        readonly region: string;
      }
    | {
        readonly type: "none";
      };
  /** For text: its first code points and the width in which they are stored. */
  readonly characters: {
    readonly codePoints: readonly number[];
    readonly width: number;
    readonly data: Address;
    readonly hidden: number;
  } | null;
  /** For a number: how its bytes make it. */
  readonly number: {
    readonly data: Address;
    readonly sign: number;
    /** int: 30-bit digits, lowest first; float: none. */
    readonly digits: readonly number[];
    readonly float: number | null;
    readonly text: string;
  } | null;
}

// ---- Search --------------------------------------------------------------------------------------------------------

export interface Finding {
  readonly reference: Reference;
  /** What matched. */
  readonly by: "name" | "type" | "value" | "address" | "line";
  readonly path: readonly string[];
}
