// Tokens as the module tokenize shows them (tokenizeriter_next of Python-tokenize.c): operators are one type, keywords are
// names, a line's end has its newline, and what ends the file stands on a line after the last.
import type { Token } from "./index.ts";
import { FIRST_KEYWORD, T } from "./tokens.ts";

export interface ShownToken {
  readonly type: T;
  /** UTF-8. */
  readonly text: Uint8Array;
  readonly lineno: number;
  readonly end_lineno: number;
  /** Bytes in the source that columns are counted to, from the start of the line; -1: column 0. */
  readonly start: number;
  readonly end: number;
  /** Columns beyond `end`: a newline counts as one, whether the file has it or not. */
  readonly endsBehind: number;
  /** It stands behind all text. */
  readonly isTrailing: boolean;
}

const NOTHING = new Uint8Array(0);
const CARRIAGE_RETURN = 13;
const LINE_FEED = Uint8Array.of(10);
const CRLF = Uint8Array.of(CARRIAGE_RETURN, 10);

/** isUnended: the token's line had no newline of its own, `source` has one all the same. isTrailing: all text is read. */
export function shownToken(token: Token, source: Uint8Array, isUnended: boolean, isTrailing: boolean): ShownToken {
  const { start, end, lineno, end_lineno } = token;
  const text = start < 0 ? NOTHING : source.subarray(start, end);
  const shown = { type: token.type, text, lineno, end_lineno, start, end, endsBehind: 0, isTrailing };
  if (isTrailing) return { ...shown, lineno: lineno + 1, end_lineno: lineno + 1, start: -1, end: -1 };
  if (token.type > T.DEDENT && token.type < T.OP) return { ...shown, type: T.OP };
  if (token.type >= FIRST_KEYWORD) return { ...shown, type: T.NAME };
  if (token.type === T.NEWLINE) {
    const newline = isUnended ? text : source[start] === CARRIAGE_RETURN ? CRLF : LINE_FEED;
    return { ...shown, text: newline, endsBehind: 1 };
  }
  if (token.type === T.NL && isUnended) return { ...shown, text: NOTHING };
  return shown;
}
