// In the program's place while only a .pyc is open: what it says of the source that it was made of, and its code objects,
// each of which leads to its bytes.
import { createMemo, For, Show } from "solid-js";
import { count } from "../../format.ts";
import type { Pyc } from "../../state/files.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { codesOf } from "./pyc_codes.ts";
import { meaningText, valueText } from "./pyc_words.ts";

const INDENT_PX = 12;

export function PycProgram(props: { pyc: Pyc }) {
  const page = useUnderglass();
  const codes = createMemo(() => codesOf(props.pyc.ranges));
  /** The header: what stands before the first value. */
  const header = createMemo(() => {
    const first = codes()[0]?.range ?? 0;
    return props.pyc.ranges.slice(0, first);
  });
  const read = (range: number) => {
    page.files.setPycRange(range);
    page.setDepth("bytes");
  };
  return (
    <div class="pyc-program" tabindex="0">
      <p class="q">{t("pyc.only", { name: props.pyc.name })}</p>
      <dl>
        <For each={header()}>
          {(range) => (
            <>
              <dt>{meaningText(range)}</dt>
              <dd class="n">{valueText(range, props.pyc.bytes)}</dd>
            </>
          )}
        </For>
        <Show when={codes()[0]?.file}>
          {(file) => (
            <>
              <dt>co_filename</dt>
              <dd class="n">{file()}</dd>
            </>
          )}
        </Show>
      </dl>
      <div class="cap-row">
        <span class="cap">{t("pyc.codes", { count: codes().length })}</span>
      </div>
      <For each={codes()}>
        {(code) => (
          <button
            type="button"
            class="pyc-code"
            aria-current={page.files.pycRange() === code.range ? "true" : undefined}
            style={{ "padding-left": `${16 + code.level * INDENT_PX}px` }}
            onClick={() => read(code.range)}
          >
            <b class="n">{code.name || "?"}</b>
            <span class="t">
              {t("pyc.codeFacts", { line: code.firstLine || "?", count: code.instructions, bytes: count(code.bytes) })}
            </span>
          </button>
        )}
      </For>
    </div>
  );
}
