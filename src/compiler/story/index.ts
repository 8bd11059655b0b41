// The story of a compilation: the compiler run once more with its stages written down (facts.ts says how).
//
// Invariant: it is the same compiler. What is told is what its stages handed on, seen by observers that change nothing, so
// the last stage is the code object that runs.
import type { Code } from "../../bytecode/code.ts";
import { type ParseOptions, parse, tokenize } from "../../parser/index.ts";
import { optimizeAndAssemble } from "../assemble.ts";
import type { CompileErrorData } from "../errors.ts";
import { type CompileObserver, compile } from "../index.ts";
import type { CompileUnitMetadata } from "../instruction_sequence.ts";
import type { SymbolTableEntry } from "../symtable.ts";
import { codeFact, nestedCodes } from "./code.ts";
import type { CompilationStory, FlowStory, NodeFact, ScopeFact, StoryError } from "./facts.ts";
import { PassWatch } from "./flow.ts";
import { Places } from "./places.ts";
import { NameWatch, scopeFacts } from "./symbols.ts";
import { tokenFacts } from "./tokens.ts";
import { treeFacts } from "./tree.ts";

export type * from "./facts.ts";

/** ignoreCookie: the source is a text that was decoded already, as UTF-8. */
export interface StoryOptions extends Pick<ParseOptions, "nameToCodePoint" | "decode" | "ignoreCookie"> {
  readonly file: string;
}

const LINE_FEED = 10;

/** A place of an error: its columns count characters from 1. */
function storyError(error: CompileErrorData): StoryError {
  const { type, message, lineno, offset, end_lineno, end_offset } = error;
  const hasPlace = lineno !== null && lineno > 0 && offset !== null && offset > 0;
  const end = end_offset === null || end_offset < 1 ? offset : end_offset;
  return {
    type,
    message,
    line: lineno,
    place: hasPlace ? [lineno, offset - 1, end_lineno ?? lineno, Math.max(0, (end ?? offset) - 1)] : null,
  };
}

/** Everything but the flow graphs, which are told one by one (tellFlow). */
export function tellCompilation(source: Uint8Array, options: StoryOptions): CompilationStory {
  const { file, decode, ignoreCookie } = options;
  const tokenized = tokenize(source, { filename: file, extraTokens: true, decode, ignoreCookie });
  const places = new Places(tokenized.source);
  const isUnended = source.length > 0 && source[source.length - 1] !== LINE_FEED;
  const tokens = tokenFacts(tokenized.tokens, tokenized.source, places, isUnended);
  const nothing = { file, tokens, tree: [], folded: null, scopes: [], codes: [], error: null };

  const parsed = parse(source, { ...parseOptions(options), mode: "exec" });
  if (parsed.error !== null) return { ...nothing, error: storyError(parsed.error) };
  const tree = treeFacts(parsed.tree, places);

  const watch = new NameWatch(places, tokens);
  const codeOfScope = new Map<SymbolTableEntry, Code>();
  let scopes: { entry: SymbolTableEntry; fact: ScopeFact }[] = [];
  const observer: CompileObserver = {
    onName: watch.onName,
    // At once: generating code for inlined comprehensions changes the table.
    onTable: ({ top }) => {
      scopes = scopeFacts(top, watch, places);
    },
    assemble: (unit, sequence, assembleOptions, scope) => {
      const code = optimizeAndAssemble(unit, sequence, assembleOptions);
      codeOfScope.set(scope, code);
      return code;
    },
  };
  const compiled = compile(parsed.tree, { filename: file, optimize: 0, flags: 0 }, observer);
  const folded = treeFacts(parsed.tree, places);
  const told = { ...nothing, tree, folded: isSameTree(tree, folded) ? null : folded };
  if (compiled.error !== null) return { ...told, error: storyError(compiled.error) };

  const nested = nestedCodes(compiled.code);
  const indexOf = new Map(nested.map(({ code }, index) => [code, index]));
  const codeIndices = scopes.map(({ entry }) => indexOf.get(codeOfScope.get(entry)!) ?? null);
  const codes = nested.map((each, index) => {
    const scope = codeIndices.indexOf(index);
    return codeFact(each, scope < 0 ? null : scope, places);
  });
  return { ...told, scopes: scopes.map(({ fact }, i) => ({ ...fact, code: codeIndices[i] })), codes };
}

/** The flow graph of one code object, by its index in the story, through all passes. Null where there is none. */
export function tellFlow(source: Uint8Array, index: number, options: StoryOptions): FlowStory | null {
  const parsed = parse(source, { ...parseOptions(options), mode: "exec" });
  if (parsed.error !== null) return null;
  // Which unit becomes which code object is known only at the end: all are watched, one is told.
  const watched = new Map<Code, { unit: CompileUnitMetadata; watch: PassWatch }>();
  const compiled = compile(
    parsed.tree,
    { filename: options.file, optimize: 0, flags: 0 },
    {
      assemble: (unit, sequence, assembleOptions) => {
        const watch = new PassWatch();
        const code = optimizeAndAssemble(unit, sequence, assembleOptions, watch.onPass);
        watched.set(code, { unit, watch });
        return code;
      },
    },
  );
  if (compiled.error !== null) return null;
  const code = nestedCodes(compiled.code)[index]?.code;
  const seen = code === undefined ? undefined : watched.get(code);
  const { file: filename, decode, ignoreCookie } = options;
  const { source: decoded } = tokenize(source, { filename, decode, ignoreCookie });
  return code === undefined || seen === undefined ? null : seen.watch.story(seen.unit, code, new Places(decoded));
}

function parseOptions({ file, nameToCodePoint, decode, ignoreCookie }: StoryOptions): Omit<ParseOptions, "mode"> {
  return { filename: file, nameToCodePoint, decode, ignoreCookie };
}

function isSameTree(a: readonly NodeFact[], b: readonly NodeFact[]): boolean {
  return a.length === b.length && JSON.stringify(a) === JSON.stringify(b);
}
