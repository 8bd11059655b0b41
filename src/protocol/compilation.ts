// How a source was compiled, as the page is told it: the schemas of compiler/story/facts.ts, which explains each field.
import { z } from "zod";

const count = z.number().int().nonnegative();
const int = z.number().int();

export const Place = z.tuple([int, int, int, int]);
export type Place = z.infer<typeof Place>;

export const TokenFact = z.object({ type: z.string(), exact: z.string(), text: z.string(), place: Place });
export type TokenFact = z.infer<typeof TokenFact>;

export const NodeFact = z.object({
  kind: z.string(),
  parent: int,
  depth: count,
  field: z.string(),
  place: Place.nullable(),
  values: z.array(z.tuple([z.string(), z.string()])),
});
export type NodeFact = z.infer<typeof NodeFact>;

export const SymbolFact = z.object({
  name: z.string(),
  scope: z.enum(["local", "global", "implicit global", "free", "cell", "unknown"]),
  uses: z.array(z.string()),
  places: z.array(Place),
});
export type SymbolFact = z.infer<typeof SymbolFact>;

export const ScopeFact = z.object({
  name: z.string(),
  type: z.string(),
  parent: int,
  depth: count,
  place: Place.nullable(),
  nested: z.boolean(),
  inlined: z.boolean(),
  code: count.nullable(),
  symbols: z.array(SymbolFact),
});
export type ScopeFact = z.infer<typeof ScopeFact>;

export const AssembledInstruction = z.object({
  offset: count,
  startOffset: count,
  endOffset: count,
  opcode: z.string(),
  oparg: count.nullable(),
  argument: z.string(),
  place: Place.nullable(),
  line: int.nullable(),
  startsLine: z.boolean(),
  label: count.nullable(),
  target: count.nullable(),
  caches: z.array(z.tuple([z.string(), count])),
  taken: count,
  left: count,
});
export type AssembledInstruction = z.infer<typeof AssembledInstruction>;

export const ExceptionEntry = z.object({ start: count, end: count, target: count, depth: count, lasti: z.boolean() });
export type ExceptionEntry = z.infer<typeof ExceptionEntry>;

export const LocationEntry = z.object({
  offset: count,
  bytes: count,
  form: z.enum(["short", "one line", "no columns", "long", "none"]),
  table: z.string(),
  range: Place.nullable(),
  place: Place.nullable(),
});
export type LocationEntry = z.infer<typeof LocationEntry>;

export const CodeFact = z.object({
  name: z.string(),
  qualname: z.string(),
  parent: int,
  depth: count,
  firstLine: int,
  scope: count.nullable(),
  flags: z.array(z.string()),
  argumentCounts: z.tuple([count, count, count]),
  stackSize: count,
  constants: z.array(z.string()),
  names: z.array(z.string()),
  variables: z.array(z.object({ name: z.string(), kind: z.enum(["local", "cell", "free", "hidden"]) })),
  instructions: z.array(AssembledInstruction),
  exceptions: z.array(ExceptionEntry),
  locations: z.array(LocationEntry),
});
export type CodeFact = z.infer<typeof CodeFact>;

export const CompilationStory = z.object({
  file: z.string(),
  tokens: z.array(TokenFact),
  tree: z.array(NodeFact),
  folded: z.array(NodeFact).nullable(),
  scopes: z.array(ScopeFact),
  codes: z.array(CodeFact),
  error: z.object({ type: z.string(), message: z.string(), line: int.nullable(), place: Place.nullable() }).nullable(),
});
export type CompilationStory = z.infer<typeof CompilationStory>;

// ---- The flow graph of one code object, pass by pass ----

export const FlowInstruction = z.object({
  id: count,
  opcode: z.string(),
  argument: z.string(),
  line: int.nullable(),
  place: Place.nullable(),
});
export type FlowInstruction = z.infer<typeof FlowInstruction>;

export const FlowEdge = z.object({ to: count, kind: z.enum(["next", "jump", "handler"]) });
export type FlowEdge = z.infer<typeof FlowEdge>;

export const FlowBlock = z.object({
  id: count,
  isHandler: z.boolean(),
  isCold: z.boolean(),
  startDepth: count.nullable(),
  instructions: z.array(FlowInstruction),
  edges: z.array(FlowEdge),
});
export type FlowBlock = z.infer<typeof FlowBlock>;

export const FlowPass = z.object({
  name: z.string(),
  blocks: z.array(FlowBlock).nullable(),
  added: z.array(count),
  removed: z.array(count),
  rewritten: z.array(count),
  moved: z.array(count),
});
export type FlowPass = z.infer<typeof FlowPass>;

export const FlowStory = z.object({
  passes: z.array(FlowPass),
  offsets: z.array(z.tuple([count, count])),
});
export type FlowStory = z.infer<typeof FlowStory>;
