// Scopes with their names: what each name is there, what is done with it, and at which places.
//
// The symbol table itself forgets places; an observer keeps them (NameWatch). Where a whole statement defines a name, as
// `def` does, the place is that of the name's token.
import type { AnyNode, Position } from "../../parser/nodes.ts";
import {
  CELL,
  DEF_ANNOT,
  DEF_COMP_ITER,
  DEF_GLOBAL,
  DEF_IMPORT,
  DEF_LOCAL,
  DEF_NONLOCAL,
  DEF_PARAM,
  DEF_TYPE_PARAM,
  FREE,
  GLOBAL_EXPLICIT,
  GLOBAL_IMPLICIT,
  LOCAL,
  type SymbolTableEntry,
  USE,
} from "../symtable.ts";
import type { NameObserver } from "../symtable_scopes.ts";
import type { Place, ScopeFact, SymbolFact, TokenFact } from "./facts.ts";
import type { Places } from "./places.ts";

const USES: readonly (readonly [flag: number, name: string])[] = [
  [DEF_PARAM, "parameter"],
  [DEF_TYPE_PARAM, "type parameter"],
  [DEF_IMPORT, "imported"],
  [DEF_GLOBAL, "declared global"],
  [DEF_NONLOCAL, "nonlocal"],
  [DEF_LOCAL, "assigned"],
  [DEF_ANNOT, "annotated"],
  [DEF_COMP_ITER, "iterated"],
  [USE, "referenced"],
];
const SCOPES: Readonly<Record<number, SymbolFact["scope"]>> = {
  [LOCAL]: "local",
  [GLOBAL_EXPLICIT]: "global",
  [GLOBAL_IMPLICIT]: "implicit global",
  [FREE]: "free",
  [CELL]: "cell",
};

/** Nodes that end with the name they define. */
const NAME_IS_LAST = new Set(["alias", "MatchAs", "MatchStar", "MatchMapping"]);

function isBefore(line: number, column: number, otherLine: number, otherColumn: number): boolean {
  return line < otherLine || (line === otherLine && column < otherColumn);
}

/** A token's text against a name as a scope stores it: `__x` in class C is stored as `_C__x`. */
function spells(text: string, name: string): boolean {
  return text === name || (text.startsWith("__") && name.startsWith("_") && name.endsWith(text));
}

/** Keeps where names are defined and used. */
export class NameWatch {
  private readonly seen = new Map<SymbolTableEntry, Map<string, Place[]>>();
  private readonly places: Places;
  private readonly nameTokens: readonly TokenFact[];

  constructor(places: Places, tokens: readonly TokenFact[]) {
    this.places = places;
    this.nameTokens = tokens.filter(({ exact }) => exact === "NAME");
  }

  readonly onName: NameObserver = (scope, name, location) => {
    const place = this.placeOf(location as unknown as AnyNode & Position, name);
    if (place === null) return;
    let names = this.seen.get(scope);
    if (names === undefined) this.seen.set(scope, (names = new Map()));
    const known = names.get(name);
    // An augmented assignment uses and defines at one place.
    if (known === undefined) names.set(name, [place]);
    else if (!known.some((other) => other.every((value, i) => value === place[i]))) known.push(place);
  };

  of(scope: SymbolTableEntry, name: string): readonly Place[] {
    return this.seen.get(scope)?.get(name) ?? [];
  }

  private placeOf(node: AnyNode & Position, name: string): Place | null {
    if (node.kind === "Name") return spells(node.id, name) ? this.places.place(node) : null;
    const whole = this.places.place(node);
    if (whole === null || node.kind === undefined) return null;
    const handled = node.kind === "ExceptHandler" && node.type !== null ? this.places.place(node.type) : null;
    const [line, column] = handled === null ? whole : [handled[2], handled[3]];
    return this.token(name, [line, column, whole[2], whole[3]], NAME_IS_LAST.has(node.kind));
  }

  /** The first token of this name in a stretch of the source, or the last. */
  private token(name: string, [line, column, endLine, endColumn]: Place, wantsLast: boolean): Place | null {
    const { nameTokens } = this;
    let low = 0;
    let high = nameTokens.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const { place } = nameTokens[middle];
      if (isBefore(place[0], place[1], line, column)) low = middle + 1;
      else high = middle;
    }
    let found: Place | null = null;
    for (let i = low; i < nameTokens.length; i++) {
      const { place, text } = nameTokens[i];
      if (!isBefore(place[0], place[1], endLine, endColumn)) break;
      if (!spells(text, name)) continue;
      found = place;
      if (!wantsLast) break;
    }
    return found;
  }
}

/** All scopes, a parent before its children; which code objects become of them is not known yet. */
export function scopeFacts(
  top: SymbolTableEntry,
  watch: NameWatch,
  places: Places,
): { entry: SymbolTableEntry; fact: ScopeFact }[] {
  const facts: { entry: SymbolTableEntry; fact: ScopeFact }[] = [];
  const pending = [{ entry: top, parent: -1, depth: 0 }];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { entry, parent, depth } = next;
    const index = facts.length;
    const fact: ScopeFact = {
      name: entry.type === "module" ? "<module>" : entry.name,
      type: entry.comprehension || entry.type,
      parent,
      depth,
      place: places.place(entry.location),
      nested: entry.nested,
      inlined: entry.compInlined,
      code: null,
      symbols: [...entry.symbols].map(([name, flags]) => ({
        name,
        scope: SCOPES[entry.scope(name)] ?? "unknown",
        uses: USES.filter(([flag]) => (flags & flag) !== 0).map(([, use]) => use),
        places: watch.of(entry, name),
      })),
    };
    facts.push({ entry, fact });
    for (let i = entry.children.length - 1; i >= 0; i--) {
      pending.push({ entry: entry.children[i], parent: index, depth: depth + 1 });
    }
  }
  return facts;
}
