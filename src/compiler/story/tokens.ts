// The tokens of a source as the module tokenize lists them.
import type { Token } from "../../parser/index.ts";
import { shownToken } from "../../parser/shown_tokens.ts";
import { FIRST_KEYWORD, T } from "../../parser/tokens.ts";
import { decodeUtf8 } from "../../parser/utf8.ts";
import type { TokenFact } from "./facts.ts";
import type { Places } from "./places.ts";

/** Of tokens made with `extraTokens`. isUnended: the source had no newline at its end. */
export function tokenFacts(
  tokens: readonly Token[],
  source: Uint8Array,
  places: Places,
  isUnended: boolean,
): TokenFact[] {
  return tokens.map((token) => {
    const isTrailing = token.type === T.ENDMARKER || (token.type === T.DEDENT && token.start >= source.length);
    const isAtEnd = isUnended && token.end >= source.length - 1;
    const shown = shownToken(token, source, isAtEnd, isTrailing);
    const { type, text, lineno, end_lineno, start, end, endsBehind } = shown;
    const column = start < 0 ? 0 : places.column(lineno, start);
    const endColumn = start < 0 ? 0 : places.column(end_lineno, end) + endsBehind;
    return {
      type: T[type],
      exact: token.type >= FIRST_KEYWORD ? "NAME" : T[token.type],
      text: decodeUtf8(text, 0, text.length),
      place: [lineno, column, end_lineno, endColumn],
    };
  });
}
