// The tokenizer over lines that come one by one (tok_underflow_readline of Parser/tokenizer/readline_tokenizer.c).
//
// nextToken() answers NEEDS_LINE where C would call readline in the middle of a token; the caller feeds a line, or tells the end,
// and asks again. Invariant: then all stands as it stood before the token was begun: `saved` is the state at an earlier token's
// start, and `sinceSaved` tokens lead from there to here.
import { Done, type Mode } from "./reader.ts";
import { SENTINEL_BYTES } from "./source.ts";
import { Tokenizer } from "./tokenizer.ts";
import type { T } from "./tokens.ts";

export const NEEDS_LINE = -1;
/** Thrown inside a token that needs a line which has not come. */
const LINE_IS_MISSING = Symbol("a line is missing");
const FIRST_CAPACITY = 256;
const LINE_FEED = 10;

/** Fields that are no state of the reading: they grow with what is fed. */
const FED = new Set(["bytes", "size", "lineEnds", "unended", "isEnded", "saved", "sinceSaved", "warnings", "mode"]);
type State = Map<string, unknown>;

export class LineTokenizer extends Tokenizer {
  /** Where each line that was fed ends in `bytes`, and which of them had no newline of their own. */
  private lineEnds: number[] = [];
  private unended = new Set<number>();
  /** The line that is entered next. */
  private lineIndex = 0;
  private isEnded = false;
  private saved: State;
  private sinceSaved = 0;

  /** `lineno`: lines that were read before, all of them whole statements. */
  constructor(extraTokens: boolean, lineno: number) {
    super({ bytes: new Uint8Array(FIRST_CAPACITY), size: 0 }, [], extraTokens);
    this.lineno = lineno;
    this.saved = this.state();
  }

  /** One more line, UTF-8. It counts as one, whatever newlines are in it. */
  feed(line: Uint8Array): void {
    const end = this.size + line.length;
    if (end + 1 + SENTINEL_BYTES > this.bytes.length) {
      const grown = new Uint8Array((end + 1 + SENTINEL_BYTES) * 2);
      grown.set(this.bytes.subarray(0, this.size));
      this.bytes = grown;
    }
    this.bytes.set(line, this.size);
    this.size = end;
    if (line[line.length - 1] !== LINE_FEED) {
      this.bytes[this.size++] = LINE_FEED;
      this.unended.add(this.size);
    }
    this.bytes.fill(0, this.size, this.size + SENTINEL_BYTES);
    this.lineEnds.push(this.size);
  }

  /** No line will come any more. */
  end(): void {
    this.isEnded = true;
  }

  /**
   * The type of the next token, whose text and place stand in the fields, and what is warned of in it in `warnings`;
   * NEEDS_LINE when a line must come first.
   */
  nextToken(): T | typeof NEEDS_LINE {
    try {
      this.warnings.length = 0;
      this.pendingError = null;
      const type = this.next();
      this.sinceSaved++;
      return type;
    } catch (thrown) {
      if (thrown !== LINE_IS_MISSING) throw thrown;
      this.restore(this.saved);
      for (let i = 0; i < this.sinceSaved; i++) this.next();
      this.saved = this.state();
      this.sinceSaved = 0;
      return NEEDS_LINE;
    }
  }

  /** The line being read had no newline of its own. */
  get isUnended(): boolean {
    return this.unended.has(this.inp);
  }

  /** The start of the line in which the last STRING or part of an f-string begins. */
  get stringLineStart(): number {
    return this.multiLineStart;
  }

  /**
   * Whether a statement may begin here, outside of all blocks, and nothing that was fed is left: then it is dropped, and what
   * comes reads as with a new tokenizer of this `lineno`.
   */
  dropRead(): boolean {
    const isBetween = this.atBeginningOfLine && !this.commentNewline && this.done === Done.OK && !this.insideFstring;
    if (!isBetween || this.level > 0 || this.indent > 0 || this.pendingIndents !== 0 || this.cur < this.size)
      return false;
    this.lineEnds = [];
    this.lineIndex = 0;
    this.unended.clear();
    this.size = this.cur = this.inp = this.lineStart = this.bufferStart = 0;
    this.saved = this.state();
    this.sinceSaved = 0;
    return true;
  }

  protected override underflow(): boolean {
    const isKept = this.start >= 0 || this.insideFstring;
    if (this.inp >= this.size) {
      if (!this.isEnded) throw LINE_IS_MISSING;
      if (!isKept) this.bufferStart = this.cur;
      this.done = Done.EOF;
      return false;
    }
    if (!isKept) this.bufferStart = this.cur;
    this.lineStart = this.cur;
    this.lineno++;
    this.inp = this.lineEnds[this.lineIndex++];
    const zero = this.bytes.indexOf(0, this.lineStart);
    if (zero < 0 || zero >= this.inp) return true;
    this.syntaxError("source code cannot contain null bytes");
    this.cur = this.inp;
    return false;
  }

  private state(): State {
    const copy: State = new Map();
    for (const [name, value] of Object.entries(this)) {
      if (name === "modes")
        copy.set(
          name,
          (value as Mode[]).map((mode) => ({ ...mode })),
        );
      else if (!FED.has(name)) copy.set(name, Array.isArray(value) ? value.slice() : value);
    }
    return copy;
  }

  private restore(state: State): void {
    Object.assign(this, Object.fromEntries(state));
    this.mode = this.modes[this.modes.length - 1];
  }
}
