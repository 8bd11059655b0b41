// All keys, as a panel over the view; not modal.
import { For, onCleanup, onMount } from "solid-js";
import { focusAgain } from "../state/focus.ts";
import { t } from "../state/text.ts";

const KEYS: readonly (readonly [string, string])[] = [
  ["← →", "instruction"],
  ["Shift ← →", "line"],
  ["Ctrl ← →", "over"],
  ["Ctrl Shift ← →", "out"],
  ["Home End", "ends"],
  ["Space", "play"],
  ["[ ]", "change"],
  ["B", "breakpoint"],
  ["Ctrl [ ]", "toBreakpoint"],
  ["↑ ↓", "depth"],
  ["Tab", "panels"],
  ["↑ ↓ ← →", "inside"],
  ["Enter", "follow"],
  ["Alt ↑ ↓ ← →", "borrow"],
  ["+ − 0", "zoom"],
  ["F", "fit"],
  ["E", "expand"],
  [", .", "passes"],
  ["< >", "byte"],
  ["Backspace", "back"],
  ["/", "find"],
  ["G", "go"],
  ["T", "table"],
  ["Ctrl Enter", "run"],
  ["Esc", "escape"],
  ["?", "this"],
];

export function Help(props: { onClose: () => void }) {
  let panel!: HTMLDivElement;
  const before = document.activeElement;
  onMount(() => panel.focus());
  onCleanup(() => panel.contains(document.activeElement) && focusAgain(before));
  return (
    <div class="help" ref={panel} tabindex="-1" role="dialog" aria-label={t("help.title")}>
      <div class="hd">
        <h1>{t("help.title")}</h1>
        <button type="button" class="quiet r" onClick={() => props.onClose()}>
          {t("help.close")}
        </button>
      </div>
      <dl>
        <For each={KEYS}>
          {([keys, text]) => (
            <>
              <dt>
                <For each={keys.split(" ")}>{(key) => <span class="kbd">{key}</span>}</For>
              </dt>
              <dd>{t(`help.${text}`)}</dd>
            </>
          )}
        </For>
      </dl>
    </div>
  );
}
