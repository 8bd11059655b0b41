// Reads the notation of grammar.ts into rules that explain.ts runs.

import { type Action, readAction } from "./explain_actions.ts";
import { LEFT_RECURSIVE, MEMOIZED } from "./grammar.ts";
import { KEYWORDS, OPERATORS, T } from "./tokens.ts";

// The grammar as data. It is run by as few JavaScript calls a rule as can be: brackets may be nested 200 deep, and each
// costs some twenty rules.
export interface Rule {
  readonly name: string;
  alternatives: readonly Alternative[];
  readonly memory: "none" | "memo" | "grow";
  readonly withoutInvalid: boolean;
}

export interface Alternative {
  readonly items: readonly Item[];
  readonly isInvalid: boolean;
  readonly action: Action | null;
  readonly yields: boolean;
  readonly kind: string | null;
  readonly hasValue: boolean;
}

export interface Item {
  readonly rule: Rule | null; // a rule or a group; else a token
  readonly type: T;
  readonly word: string | null; // of a soft keyword; "" for any of them
  readonly repeat: "" | "?" | "*" | "+" | "%";
  readonly separator: T;
  readonly look: "" | "&" | "!" | "&&" | "~";
  readonly name: string | null;
}

const LEXEME =
  /\s*(?:('[^']*')|("[^"]*")|(\{(?:[^"}]|"(?:[^"\\]|\\.)*")*\})|(=>)|(&&)|([A-Za-z_]+=)(?!>)|([A-Za-z_]+)|([()|?*+%&!~]))/y;

interface Lexeme {
  readonly type: "literal" | "soft" | "action" | "yields" | "forced" | "binding" | "name" | "symbol";
  readonly text: string;
}
const LEXEME_TYPES = ["literal", "soft", "action", "yields", "forced", "binding", "name", "symbol"] as const;

function lexemes(text: string): Lexeme[] {
  const out: Lexeme[] = [];
  const end = text.trimEnd().length;
  LEXEME.lastIndex = 0;
  while (LEXEME.lastIndex < end) {
    const from = LEXEME.lastIndex;
    const match = LEXEME.exec(text);
    if (match === null) throw new Error(`grammar: cannot read ${text.slice(from, from + 40)}`);
    const group = match.findIndex((part, i) => i > 0 && part !== undefined);
    out.push({ type: LEXEME_TYPES[group - 1], text: match[group] });
  }
  return out;
}

export class GrammarReader {
  readonly rules = new Map<string, Rule>();
  private list: Lexeme[] = [];
  private next = 0;

  constructor(text: string) {
    const parts = text.split(/^([a-z_]+):/m);
    for (let i = 1; i < parts.length; i += 2) {
      const name = parts[i];
      const memory = LEFT_RECURSIVE.includes(name) ? "grow" : MEMOIZED.includes(name) ? "memo" : "none";
      this.rules.set(name, { name, alternatives: [], memory, withoutInvalid: name.endsWith("_without_invalid") });
    }
    for (let i = 1; i < parts.length; i += 2) {
      this.list = lexemes(parts[i + 1]);
      this.next = 0;
      this.rules.get(parts[i])!.alternatives = this.alternatives();
      if (this.next < this.list.length) throw new Error(`grammar: ${parts[i]} goes on after its end`);
    }
  }

  private accept(text: string): boolean {
    const lexeme = this.list[this.next];
    if (lexeme === undefined || lexeme.type !== "symbol" || lexeme.text !== text) return false;
    this.next++;
    return true;
  }

  private alternatives(): Alternative[] {
    const list: Alternative[] = [];
    do {
      list.push(this.alternative());
    } while (this.accept("|"));
    return list;
  }

  private alternative(): Alternative {
    const items: Item[] = [];
    let action: Action | null = null;
    let kind: string | null = null;
    let yields = false;
    for (;;) {
      const lexeme = this.list[this.next];
      if (lexeme === undefined || (lexeme.type === "symbol" && (lexeme.text === "|" || lexeme.text === ")"))) break;
      if (lexeme.type === "action") {
        this.next++;
        action = readAction(lexeme.text);
      } else if (lexeme.type === "yields") {
        this.next++;
        yields = true;
        if (this.list[this.next]?.type === "name") kind = this.list[this.next++].text;
      } else items.push(this.item());
    }
    // only where it stands alone is such a rule kept for the second pass: that is CPython's, and decides some messages
    const isInvalid = items.length === 1 && (items[0].rule?.name.startsWith("invalid_") ?? false);
    const hasValue = items.some((item) => item.name === "v");
    const counting = items.filter(counts);
    if (!yields && action === null && !hasValue && counting.length !== 1)
      throw new Error(`grammar: an alternative of ${counting.length} parts does not say its value`);
    return { items, isInvalid, action, yields, kind, hasValue };
  }

  private item(): Item {
    let name: string | null = null;
    if (this.list[this.next].type === "binding") name = this.list[this.next++].text.slice(0, -1);
    let look: Item["look"] = "";
    if (this.list[this.next].type === "forced") {
      this.next++;
      look = "&&";
    } else if (this.accept("~")) return { ...NO_ITEM, look: "~" };
    else if (this.accept("&")) look = "&";
    else if (this.accept("!")) look = "!";
    const atom = this.atom();
    let repeat: Item["repeat"] = "";
    let separator = T.OP;
    for (const symbol of ["?", "*", "+", "%"] as const) if (this.accept(symbol)) repeat = symbol;
    if (repeat === "%") separator = tokenType(this.list[this.next++].text.slice(1, -1));
    return { ...atom, repeat, separator, look, name };
  }

  private atom(): Item {
    const { type, text } = this.list[this.next++];
    if (type === "symbol" && text === "(") {
      const alternatives = this.alternatives();
      if (!this.accept(")")) throw new Error("grammar: a group is not closed");
      return { ...NO_ITEM, rule: { name: "", alternatives, memory: "none", withoutInvalid: false } };
    }
    if (type === "literal") return { ...NO_ITEM, type: tokenType(text.slice(1, -1)) };
    if (type === "soft") return { ...NO_ITEM, type: T.NAME, word: text.slice(1, -1) };
    if (type !== "name") throw new Error(`grammar: unexpected ${text}`);
    if (text === "SOFT_KEYWORD") return { ...NO_ITEM, type: T.NAME, word: "" };
    const rule = this.rules.get(text);
    if (rule !== undefined) return { ...NO_ITEM, rule };
    const token = (T as unknown as Record<string, T | undefined>)[text];
    if (token === undefined) throw new Error(`grammar: no rule ${text}`);
    return { ...NO_ITEM, type: token };
  }
}

const NO_ITEM: Item = { rule: null, type: T.OP, word: null, repeat: "", separator: T.OP, look: "", name: null };

// Is an item part of what its alternative yields?
export function counts(item: Item): boolean {
  return item.look === "" || item.look === "&&";
}

function tokenType(text: string): T {
  const type = KEYWORDS.get(text) ?? OPERATORS.get(text);
  if (type === undefined) throw new Error(`grammar: no token ${text}`);
  return type;
}
