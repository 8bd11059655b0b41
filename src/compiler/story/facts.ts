// The story of a compilation, as plain data: every stage from text to bytecode, each with its places in the source, so that
// whoever shows it can light one thing in all stages. The schemas of the same types are in protocol/compilation.ts.
//
// Invariants: a place is in the source as an editor counts it, whatever CPython counts; what has no place of its own says
// null, never an invented one; indices between the lists (parent, scope, code) point backwards or to the same list.

/** Line, column, end line, end column. Lines count from 1, columns in UTF-16 units from 0. */
export type Place = readonly [number, number, number, number];

export interface TokenFact {
  /** As `python -m tokenize` names it ("OP"), and as it does with -e ("LPAR"). */
  readonly type: string;
  readonly exact: string;
  readonly text: string;
  readonly place: Place;
}

/** A node of the syntax tree. Nodes stand in the order of ast.dump: a parent before its children. */
export interface NodeFact {
  /** Name of its class; "None" for an item of a list that is not there. */
  readonly kind: string;
  /** Index of the parent, -1 for the root; how many ancestors there are. */
  readonly parent: number;
  readonly depth: number;
  /** The parent's field that holds it: "left", "body[0]"; empty for the root. */
  readonly field: string;
  readonly place: Place | null;
  /** Fields that are no nodes, as ast.dump prints them: ["id", "'x'"], ["ctx", "Load()"]. Absent ones are left out. */
  readonly values: readonly (readonly [string, string])[];
}

export interface SymbolFact {
  /** As the scope stores it: private names are mangled. */
  readonly name: string;
  readonly scope: "local" | "global" | "implicit global" | "free" | "cell" | "unknown";
  /** What is done with it here, in the words of the module symtable where it has one. */
  readonly uses: readonly string[];
  /** Where it is defined and used. */
  readonly places: readonly Place[];
}

export interface ScopeFact {
  readonly name: string;
  readonly type: string;
  readonly parent: number;
  readonly depth: number;
  readonly place: Place | null;
  readonly nested: boolean;
  /** A comprehension whose code is part of the code around it (PEP 709). */
  readonly inlined: boolean;
  /** The code object that was made of it; null where none was. */
  readonly code: number | null;
  readonly symbols: readonly SymbolFact[];
}

export interface AssembledInstruction {
  /** Byte offset of the instruction; of its first EXTENDED_ARG; behind its caches. */
  readonly offset: number;
  readonly startOffset: number;
  readonly endOffset: number;
  readonly opcode: string;
  /** Null where the opcode takes none. */
  readonly oparg: number | null;
  /** What the argument means, as `dis` explains it. */
  readonly argument: string;
  readonly place: Place | null;
  readonly line: number | null;
  readonly startsLine: boolean;
  /** Number of its label, as `dis` counts. */
  readonly label: number | null;
  /** Byte offset that it may jump to. */
  readonly target: number | null;
  /** Names of its inline caches with their code units. */
  readonly caches: readonly (readonly [string, number])[];
  /** Items taken from the value stack and left on it, where it does not jump. */
  readonly taken: number;
  readonly left: number;
}

export interface ExceptionEntry {
  /** Byte offsets: protected from start to end, handled at target. */
  readonly start: number;
  readonly end: number;
  readonly target: number;
  /** Height that the value stack is cut to. */
  readonly depth: number;
  readonly lasti: boolean;
}

export interface LocationEntry {
  /** Byte offset of the code it covers, and how many bytes. */
  readonly offset: number;
  readonly bytes: number;
  readonly form: "short" | "one line" | "no columns" | "long" | "none";
  /** Its own bytes in co_linetable, in hexadecimal. */
  readonly table: string;
  /** As the table has it: lines from 1, columns in bytes of UTF-8 from 0, −1 for none; null where there is no line. */
  readonly range: Place | null;
  readonly place: Place | null;
}

export interface CodeFact {
  readonly name: string;
  readonly qualname: string;
  readonly parent: number;
  readonly depth: number;
  readonly firstLine: number;
  readonly scope: number | null;
  /** co_flags by name. */
  readonly flags: readonly string[];
  readonly argumentCounts: readonly [positional: number, positionalOnly: number, keywordOnly: number];
  readonly stackSize: number;
  readonly constants: readonly string[];
  readonly names: readonly string[];
  readonly variables: readonly { readonly name: string; readonly kind: "local" | "cell" | "free" | "hidden" }[];
  readonly instructions: readonly AssembledInstruction[];
  readonly exceptions: readonly ExceptionEntry[];
  readonly locations: readonly LocationEntry[];
}

export interface StoryError {
  readonly type: string;
  readonly message: string;
  readonly line: number | null;
  readonly place: Place | null;
}

export interface CompilationStory {
  readonly file: string;
  readonly tokens: readonly TokenFact[];
  /** The tree as it was parsed, and as folding left it: null where folding found nothing to do. */
  readonly tree: readonly NodeFact[];
  readonly folded: readonly NodeFact[] | null;
  readonly scopes: readonly ScopeFact[];
  /** The module first, each before those inside of it. */
  readonly codes: readonly CodeFact[];
  /** Why there is no more. */
  readonly error: StoryError | null;
}

// ---- The flow graph of one code object, pass by pass ----

export interface FlowInstruction {
  /** The same in all passes: what goes on living as itself keeps its number. */
  readonly id: number;
  readonly opcode: string;
  readonly argument: string;
  readonly line: number | null;
  readonly place: Place | null;
}

export interface FlowEdge {
  readonly to: number;
  /** next: falls through. handler: an exception raised in the block goes there. */
  readonly kind: "next" | "jump" | "handler";
}

export interface FlowBlock {
  readonly id: number;
  readonly isHandler: boolean;
  /** Reached through exceptions only. */
  readonly isCold: boolean;
  /** Items on the value stack on entry; null while not computed. */
  readonly startDepth: number | null;
  readonly instructions: readonly FlowInstruction[];
  readonly edges: readonly FlowEdge[];
}

export interface FlowPass {
  /** What the pass does, in the compiler's words. */
  readonly name: string;
  /** Null: the graph is as it was before. */
  readonly blocks: readonly FlowBlock[] | null;
  /** Ids of instructions, against the pass before: new ones, vanished ones, those that are now another instruction or have
   *  another argument, and those that stand in another block or another order. */
  readonly added: readonly number[];
  readonly removed: readonly number[];
  readonly rewritten: readonly number[];
  readonly moved: readonly number[];
}

export interface FlowStory {
  readonly passes: readonly FlowPass[];
  /** Byte offset of each instruction of the last graph. */
  readonly offsets: readonly (readonly [id: number, offset: number])[];
}
