// The tokens, as `python -m tokenize` lists them: where, what, and the text.
import { createMemo } from "solid-js";
import type { Place } from "../../../protocol/compilation.ts";
import { contains, isLit, markOfToken } from "../../state/marks.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { Pane } from "./Pane.tsx";
import { RowList } from "./RowList.tsx";

export function TokensPane() {
  const page = useUnderglass();
  const { code } = page;
  const tokens = () => code.story()?.tokens ?? [];
  /** Part of what the instruction that executed was made of. */
  const isHot = (place: Place) => code.nowPlace() !== null && contains(code.nowPlace()!, place);
  const active = createMemo(() => (code.mark()?.from === "tokens" ? code.mark()!.token : null));
  const reveal = createMemo(() => {
    const mark = code.mark();
    if (mark?.from === "tokens") return null;
    const index = tokens().findIndex(({ place }) => (mark === null ? isHot(place) : isLit(mark, place)));
    return index < 0 ? null : index;
  });
  return (
    <Pane name="tokens" note={String(tokens().length)}>
      <RowList
        label={t("code.pane.tokens")}
        role="listbox"
        items={tokens()}
        active={active()}
        reveal={reveal()}
        rowClass={({ place }, index) => {
          return {
            lit: isLit(code.mark(), place),
            here: active() === index,
            lent: isLit(code.lent(), place),
            hot: isHot(place),
          };
        }}
        row={(token) => {
          const [line, column] = token.place;
          return (
            <>
              <span class="at">
                {line}:{column}
              </span>{" "}
              <span class="token-type">{token.exact}</span>{" "}
              <code class="token-text" data-type={token.type}>
                {token.text === "" ? "" : JSON.stringify(token.text).slice(1, -1).replaceAll('\\"', '"')}
              </code>
            </>
          );
        }}
        onPick={(index) => code.setMark(markOfToken(code.story()!, index))}
        onLend={(index) => code.lend(index === null ? null : markOfToken(code.story()!, index))}
      />
    </Pane>
  );
}
