// For text, at the depth of bytes: the same characters in other encodings, and what the wrong one makes of them.
import { createMemo, For, Show } from "solid-js";
import type { SelectionFacts } from "../../../protocol/facts.ts";
import { hexByte } from "../../format.ts";
import { t } from "../../state/text.ts";
import { decode, ENCODINGS, encode, MISREADINGS } from "./encodings.ts";

/** Characters shown in a row; more would not fit beside each other. */
const SHOWN = 4;

export function Encodings(props: { selection: SelectionFacts }) {
  const points = createMemo(() => props.selection.characters?.codePoints.slice(0, SHOWN) ?? []);
  const total = () => {
    const characters = props.selection.characters;
    return characters ? characters.codePoints.length + characters.hidden : 0;
  };
  const stored = (point: number) => {
    const width = props.selection.characters!.width;
    return Array.from({ length: width }, (_, i) => Math.floor(point / 256 ** i) % 256);
  };
  const misread = () =>
    MISREADINGS.flatMap(([written, read]) => {
      const bytes = points().map((point) => encode(point, written));
      if (bytes.some((b) => b === null)) return [];
      const text = decode(
        bytes.flatMap((b) => [...b!]),
        read,
      );
      const isSame = text.join("") === String.fromCodePoint(...points());
      return isSame ? [] : [{ written, read, text }];
    });
  return (
    <Show when={points().length > 0}>
      <section>
        <div class="cap">{t("bytes.sameText")}</div>
        <dl class="encodings">
          <dt>
            <b>{t("bytes.inMemory")}</b>
          </dt>
          <dd>
            <For each={points()}>
              {(point) => <code class="cell-bytes here">{stored(point).map(hexByte).join(" ")}</code>}
            </For>
          </dd>
          <For each={ENCODINGS}>
            {(name) => (
              <>
                <dt>{name}</dt>
                <dd>
                  <For each={points()}>
                    {(point) => {
                      const bytes = encode(point, name);
                      return (
                        <code class="cell-bytes" classList={{ none: bytes === null }}>
                          {bytes === null ? t("bytes.notThere") : bytes.map(hexByte).join(" ")}
                        </code>
                      );
                    }}
                  </For>
                </dd>
              </>
            )}
          </For>
        </dl>
        <Show when={total() > points().length}>
          <p class="t">{t("bytes.hiddenCharacters", { count: total() - points().length })}</p>
        </Show>
      </section>
      <Show when={misread().length > 0}>
        <section>
          <div class="cap">{t("bytes.misread")}</div>
          <dl class="encodings wide">
            <For each={misread()}>
              {(row) => (
                <>
                  <dt>{t("bytes.readAs", { written: row.written, read: row.read })}</dt>
                  <dd>
                    <For each={row.text}>
                      {(character) => (
                        <Show when={character !== null} fallback={<span class="unreadable">?</span>}>
                          <span class="n">{character}</span>
                        </Show>
                      )}
                    </For>
                  </dd>
                </>
              )}
            </For>
          </dl>
        </section>
      </Show>
    </Show>
  );
}
