// Why a source is not Python: runs the grammar of grammar.ts over the tokens that the fast parser has refused.
//
// As in CPython (Parser/pegen.c, _PyPegen_run_parser) there are two passes. The first, without the invalid_ rules,
// finds the last token that could be looked at; the second looks for a rule that knows the mistake. Either may raise;
// if neither does, the error is "invalid syntax" at that last token. Then the rest of the source is tokenized: an error
// there, say a bracket that was never closed, may explain more.
//
// Invariant: what fails leaves `mark` anywhere; who tries something else puts it back.

import type { Cursor, Located } from "./cursor.ts";
import { decodeError, PySyntaxError } from "./errors.ts";
import { type Bindings, NOTHING, type Value } from "./explain_actions.ts";
import { GRAMMAR } from "./grammar.ts";
import { type Alternative, counts, GrammarReader, type Item, type Rule } from "./grammar_reader.ts";
import { Done } from "./reader.ts";
import { OPERATORS, SOFT_KEYWORDS, T } from "./tokens.ts";

// The machine

class Explainer {
  readonly p: Cursor;
  invalid = false;
  private memo = new Map<Rule, Map<number, { value: Value | null; mark: number }>>();

  constructor(p: Cursor) {
    this.p = p;
  }

  // CPython keeps quiet about strings while the invalid_ rules are on.
  setInvalid(invalid: boolean): void {
    this.invalid = invalid;
    this.p.quiet = invalid;
  }

  // Runs one pass from the first token. True if everything matched.
  pass(rule: Rule, invalid: boolean): boolean {
    this.p.mark = 0;
    this.setInvalid(invalid);
    this.memo.clear();
    return this.apply(rule) !== null;
  }

  // From token `start` to the last text before `mark`.
  place(start: number): Located {
    const { p } = this;
    const end = p.lastTextToken();
    return {
      lineno: p.linenos[start],
      col_offset: p.columns[start],
      end_lineno: p.endLinenos[end],
      end_col_offset: p.endColumns[end],
    };
  }

  // The alternatives of a rule or group, in order.
  private alternatives(list: readonly Alternative[]): Value | null {
    const { p } = this;
    const start = p.mark;
    for (const alternative of list) {
      if (alternative.isInvalid && !this.invalid) continue;
      p.mark = start;
      p.peek(); // a rule looks at its first token, whatever its parts
      const bound: Bindings = {};
      const values: Value[] = [];
      let cut = false;
      let matched = true;
      for (const item of alternative.items) {
        if (item.look === "~") {
          cut = true;
          continue;
        }
        const { rule } = item;
        let value: Value | null;
        if (rule === null || item.look !== "" || item.repeat !== "") value = this.special(item);
        else
          value =
            rule.memory === "none" && !rule.withoutInvalid ? this.alternatives(rule.alternatives) : this.apply(rule);
        if (value === null) {
          matched = false;
          break;
        }
        if (item.name !== null) bound[item.name] = value;
        if (counts(item)) values.push(value);
      }
      if (matched) {
        // an action that yields nothing fails the whole rule: no other alternative is tried
        if (alternative.action !== null) return alternative.action(this, bound, this.place(start));
        if (alternative.hasValue) return bound.v;
        if (!alternative.yields) return values[0];
        const { kind } = alternative;
        if (kind === null) return values;
        if (kind === "elements") bound.all = values;
        return { kind, token: -1, parts: bound, ...this.place(start) };
      }
      if (cut) return null;
    }
    p.mark = start;
    return null;
  }

  private one(item: Item): Value | null {
    if (item.rule !== null) return this.apply(item.rule);
    if (item.word === null) return this.token(item.type);
    if (this.p.peek() !== T.NAME) return null;
    const name = this.p.names[this.p.mark];
    // any soft keyword: CPython compares only as many characters as the name has
    const isMine = item.word === "" ? SOFT_KEYWORDS.some((word) => word.startsWith(name)) : name === item.word;
    return isMine ? this.token(T.NAME) : null;
  }

  // Items that are more than a rule: tokens, repetitions, looks ahead.
  private special(item: Item): Value | null {
    const { p } = this;
    const mark = p.mark;
    if (item.look === "&" || item.look === "!") {
      const value = this.one(item);
      p.mark = mark;
      return (value !== null) === (item.look === "&") ? NOTHING : null;
    }
    if (item.look === "&&") {
      const value = this.token(item.type);
      if (value !== null) return value;
      const text = [...OPERATORS].find(([, type]) => type === item.type)?.[0];
      return p.raiseAt(`expected '${text}'`, p.tokenAt(mark));
    }
    switch (item.repeat) {
      case "":
        return this.one(item);
      case "?": {
        const value = this.one(item);
        if (value !== null) return value;
        p.mark = mark;
        return NOTHING;
      }
      default:
        return this.many(item);
    }
  }

  private many(item: Item): Value[] | null {
    const { p } = this;
    const values: Value[] = [];
    for (;;) {
      const mark = p.mark;
      const goesOn = item.repeat !== "%" || values.length === 0 || this.token(item.separator) !== null;
      const value = goesOn ? this.one(item) : null;
      if (value === null) {
        p.mark = mark;
        return item.repeat === "*" || values.length > 0 ? values : null;
      }
      values.push(value);
    }
  }

  private token(type: T): Value | null {
    const { p } = this;
    if (p.peek() !== type) return null;
    const token = p.mark++;
    if (type === T.NUMBER) p.numberAt(token);
    const kind = type === T.NAME ? "Name" : type === T.NUMBER ? "Number" : type === T.IN ? "in" : "token";
    return { kind, token, parts: {}, ...p.tokenAt(token) };
  }

  // A rule with what is known of it, as CPython remembers it.
  private apply(rule: Rule): Value | null {
    const { p } = this;
    if (rule.withoutInvalid) {
      const { invalid } = this;
      this.setInvalid(false);
      const value = this.alternatives(rule.alternatives);
      this.setInvalid(invalid);
      return value;
    }
    if (rule.memory === "none") return this.alternatives(rule.alternatives);
    const start = p.mark;
    const map = this.memoOf(rule);
    const known = map.get(start);
    if (known !== undefined) {
      p.mark = known.mark;
      return known.value;
    }
    if (rule.memory === "memo") {
      const value = this.alternatives(rule.alternatives);
      map.set(start, { value, mark: p.mark });
      return value;
    }
    // a rule that begins with itself fails at first; then each round may use the match of the round before
    const entry: { value: Value | null; mark: number } = { value: null, mark: start };
    for (;;) {
      map.set(start, { ...entry });
      p.mark = start;
      const value = this.alternatives(rule.alternatives);
      if (value === null || p.mark <= entry.mark) break;
      entry.value = value;
      entry.mark = p.mark;
    }
    map.set(start, entry);
    p.mark = entry.mark;
    return entry.value;
  }

  private memoOf(rule: Rule): Map<number, { value: Value | null; mark: number }> {
    let map = this.memo.get(rule);
    if (map === undefined) {
      map = new Map();
      this.memo.set(rule, map);
    }
    return map;
  }
}

// The whole

let grammar: GrammarReader | null = null;

const START_RULES = { exec: "file", eval: "eval", single: "interactive", func_type: "func_type" } as const;

// The error of a source that the fast parser has refused. The cursor must be a new one: where an error stands depends on
// which tokens had been read. `refused`: the token where the fast parser stopped, and the error that it raised, if any;
// they are the answer where the source is nested too deep for this parser.
export function explain(
  p: Cursor,
  refused: { readonly token: number; readonly error: PySyntaxError | null },
): PySyntaxError {
  const error = search(p, refused);
  if (error.type === "UnicodeDecodeError") return error;
  // an error that the tokenizer told, or met on its way, stands; else the rest of the source may know better
  if (final.has(error) || (p.tokenizer.done !== Done.OK && !generic.has(error))) return error;
  return checkRest(p) ?? error;
}

// Errors that the rest of the source cannot explain better.
const final = new WeakSet<PySyntaxError>();
// "invalid syntax", which says so little that the rest of the source is always asked.
const generic = new WeakSet<PySyntaxError>();

function caught(action: () => void): PySyntaxError | null {
  try {
    action();
    return null;
  } catch (error) {
    if (error instanceof PySyntaxError) return error;
    throw error;
  }
}

function search(p: Cursor, refused: { readonly token: number; readonly error: PySyntaxError | null }): PySyntaxError {
  grammar ??= new GrammarReader(GRAMMAR);
  const start = grammar.rules.get(START_RULES[p.options.mode])!;
  const explainer = new Explainer(p);
  let last = -1;
  try {
    let matched = false;
    const first = caught(() => {
      matched = explainer.pass(start, false);
    });
    if (first !== null) return first;
    if (matched && refused.error !== null) return refused.error;
    last = p.fill - 1;
    const second = caught(() => explainer.pass(start, true));
    if (second !== null) return second;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // deeper than the JavaScript stack: what the fast parser knows must do
    if (refused.error !== null) {
      final.add(refused.error);
      return refused.error;
    }
    if (last < 0) last = refused.token;
    const failed = caught(() => p.peekAt(last));
    if (failed !== null) return failed;
  }
  const type = p.types[last];
  if (type === T.INDENT || type === T.DEDENT) {
    const error = caught(() =>
      p.raiseLast("IndentationError", type === T.INDENT ? "unexpected indent" : "unexpected unindent"),
    )!;
    final.add(error);
    return error;
  }
  const error = caught(() => p.raiseAt("invalid syntax", p.tokenAt(last)))!;
  generic.add(error);
  return error;
}

// Tokenizes what is left: an error that the tokenizer words itself, or a bracket opened on an earlier line and never
// closed, goes before the parser's (_PyPegen_tokenize_full_source_to_check_for_errors).
function checkRest(p: Cursor): PySyntaxError | null {
  const { tokenizer } = p;
  const line = p.linenos[p.fill - 1];
  for (;;) {
    const type = tokenizer.next();
    if (type === T.ENDMARKER) return null;
    if (type !== T.ERRORTOKEN) continue;
    const worded = tokenizer.takeError();
    // inside an f-string it is most likely the parser's error again, said less well
    if (tokenizer.insideFstring) return null;
    if (worded !== null) return worded;
    if (tokenizer.done === Done.DECODE) {
      const bytes = p.bytes.slice(tokenizer.start, tokenizer.cur);
      return decodeError(p.decodeMessage(), { encoding: "utf-8", bytes });
    }
    if (tokenizer.level > 0 && line > tokenizer.parenLineno[tokenizer.level - 1])
      return caught(() => p.raiseUnclosed());
    return null;
  }
}
