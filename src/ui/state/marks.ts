// What is lit where: a mark is one thing of a compilation (a token, a node, an instruction, a name), with the places that
// light it in all other stages.
//
// Invariant: a mark is made of one story and means nothing in another.
import type { CodeFact, CompilationStory, NodeFact, Place } from "../../protocol/compilation.ts";

export type Stage = "source" | "tokens" | "tree" | "symbols" | "flow" | "bytecode";

export interface CodeMark {
  /** The stage in which it was pointed at. */
  readonly from: Stage;
  /** What is inside one of these is lit. */
  readonly reach: readonly Place[];
  /** What is exactly here is lit too: the node around an operator or a keyword. */
  readonly exact: Place | null;
  readonly token: number | null;
  readonly node: number | null;
  readonly symbol: { readonly scope: number; readonly name: string } | null;
  readonly code: number | null;
  /** Byte offset of an instruction of that code object. */
  readonly offset: number | null;
  /** Number of an instruction of its flow graph. */
  readonly flow: number | null;
}

function comparePoints(line: number, column: number, otherLine: number, otherColumn: number): number {
  return line - otherLine || column - otherColumn;
}

export function contains(outer: Place, inner: Place): boolean {
  return (
    comparePoints(outer[0], outer[1], inner[0], inner[1]) <= 0 &&
    comparePoints(outer[2], outer[3], inner[2], inner[3]) >= 0
  );
}

export function isSamePlace(a: Place | null, b: Place | null): boolean {
  return a !== null && b !== null && a[0] === b[0] && a[1] === b[1] && a[2] === b[2] && a[3] === b[3];
}

function joined(places: readonly Place[]): Place | null {
  let all: Place | null = null;
  for (const place of places) {
    if (all === null) {
      all = place;
      continue;
    }
    const startsFirst = comparePoints(place[0], place[1], all[0], all[1]) < 0;
    const endsLast = comparePoints(place[2], place[3], all[2], all[3]) > 0;
    const start: readonly [number, number] = startsFirst ? [place[0], place[1]] : [all[0], all[1]];
    const end: readonly [number, number] = endsLast ? [place[2], place[3]] : [all[2], all[3]];
    all = [...start, ...end];
  }
  return all;
}

/** The place of a node; of one that has none (arguments, a comprehension), that of what is below it. */
export function placeOfNode(tree: readonly NodeFact[], index: number): Place | null {
  const node = tree[index];
  if (node === undefined || node.place !== null) return node?.place ?? null;
  const below: Place[] = [];
  for (let i = index + 1; i < tree.length && tree[i]!.depth > node.depth; i++) {
    const { place } = tree[i]!;
    if (place !== null) below.push(place);
  }
  return joined(below);
}

/** The smallest node around a place; of nodes at one place the innermost. Null outside of all. */
export function nodeAround(tree: readonly NodeFact[], place: Place): number | null {
  let found: number | null = null;
  for (let i = 0; i < tree.length; i++) {
    const at = tree[i]!.place;
    if (at === null || !contains(at, place)) continue;
    const best: Place | null = found === null ? null : tree[found]!.place;
    if (best === null || contains(best, at)) found = i;
  }
  return found;
}

/** Whether a mark lights what stands here. */
export function isLit(mark: CodeMark | null, place: Place | null): boolean {
  if (mark === null || place === null) return false;
  return isSamePlace(mark.exact, place) || mark.reach.some((outer) => contains(outer, place));
}

/** The code object that a mark belongs in: the innermost around it that has an instruction to light, else the innermost. */
function codeFor(story: CompilationStory, mark: CodeMark): number | null {
  const place = mark.exact ?? mark.reach[0];
  if (place === undefined) return null;
  const around = story.scopes.flatMap((scope) =>
    scope.code !== null && (scope.place === null || contains(scope.place, place)) ? [scope.code] : [],
  );
  around.reverse();
  const lights = (code: CodeFact) => code.instructions.some((instruction) => isLit(mark, instruction.place));
  return around.find((code) => lights(story.codes[code]!)) ?? around[0] ?? null;
}

const NOTHING = { exact: null, token: null, node: null, symbol: null, code: null, offset: null, flow: null };

function finished(story: CompilationStory, mark: CodeMark): CodeMark {
  return mark.code === null ? { ...mark, code: codeFor(story, mark) } : mark;
}

export function markOfNode(story: CompilationStory, node: number, from: Stage = "tree"): CodeMark | null {
  const place = placeOfNode(story.tree, node);
  if (node === 0) return { ...NOTHING, from, node, reach: [], code: 0 };
  return finished(story, { ...NOTHING, from, node, reach: place === null ? [] : [place], exact: place });
}

export function markOfToken(story: CompilationStory, token: number): CodeMark | null {
  const { place } = story.tokens[token]!;
  const node = nodeAround(story.tree, place);
  const exact = node === null ? null : story.tree[node]!.place;
  return finished(story, { ...NOTHING, from: "tokens", token, node, reach: [place], exact });
}

/** The smallest node at a point of the source, or of a selected stretch of it. */
export function markOfSource(story: CompilationStory, place: Place): CodeMark | null {
  const node = nodeAround(story.tree, place);
  return node === null ? null : markOfNode(story, node, "source");
}

export function markOfInstruction(
  story: CompilationStory,
  code: number,
  offset: number,
  from: Stage = "bytecode",
): CodeMark | null {
  const instruction = story.codes[code]?.instructions.find((each) => each.offset === offset);
  if (instruction === undefined) return null;
  return markOfPlace(story, instruction.place, { from, code, offset });
}

/** An instruction, at its place. */
export function markOfPlace(
  story: CompilationStory,
  place: Place | null,
  known: Pick<CodeMark, "from" | "code"> & Partial<Pick<CodeMark, "offset" | "flow">>,
): CodeMark {
  const node = place === null ? null : nodeAround(story.tree, place);
  return { ...NOTHING, ...known, node, reach: place === null ? [] : [place], exact: place };
}

export function markOfSymbol(story: CompilationStory, scope: number, name: string): CodeMark | null {
  const fact = story.scopes[scope];
  const symbol = fact?.symbols.find((each) => each.name === name);
  if (fact === undefined || symbol === undefined) return null;
  const code = fact.code ?? enclosingCode(story, scope);
  return { ...NOTHING, from: "symbols", symbol: { scope, name }, reach: symbol.places, code };
}

export function markOfScope(story: CompilationStory, scope: number): CodeMark | null {
  const fact = story.scopes[scope];
  if (fact === undefined) return null;
  const node = fact.place === null ? 0 : nodeAround(story.tree, fact.place);
  const reach = fact.place === null ? [] : [fact.place];
  const code = fact.code ?? enclosingCode(story, scope);
  return { ...NOTHING, from: "symbols", symbol: { scope, name: "" }, node, reach, exact: fact.place, code };
}

/** An inlined comprehension has no code of its own. */
function enclosingCode(story: CompilationStory, scope: number): number | null {
  for (let at = scope; at >= 0; at = story.scopes[at]!.parent) {
    const { code } = story.scopes[at]!;
    if (code !== null) return code;
  }
  return null;
}

/** The code object of a frame, by what the frame says of it. */
export function codeOfFrame(
  story: CompilationStory,
  frame: { readonly file: string; readonly qualname: string; readonly firstLine: number },
): number | null {
  if (story.file !== frame.file) return null;
  const index = story.codes.findIndex(
    ({ qualname, firstLine }) => qualname === frame.qualname && firstLine === frame.firstLine,
  );
  return index < 0 ? null : index;
}
