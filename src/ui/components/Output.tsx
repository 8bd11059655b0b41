// What the program has written up to this moment, and what was typed for it.
import { createEffect, For, Show } from "solid-js";
import { t } from "../state/text.ts";
import { useUnderglass } from "../state/underglass.ts";

export function Output() {
  const page = useUnderglass();
  let written: HTMLPreElement | undefined;
  // The last lines are those of this moment.
  createEffect(() => page.output() && written?.scrollTo({ top: written.scrollHeight }));
  return (
    <section class="output">
      <div class="cap">{t("program.output")}</div>
      <Show when={page.output().chunks.length > 0} fallback={<p class="t">{t("program.outputNone")}</p>}>
        <Show when={page.output().hidden > 0}>
          <p class="t">{t("program.outputHidden", { count: page.output().hidden })}</p>
        </Show>
        <pre ref={written} tabindex="0">
          <For each={page.output().chunks}>
            {(chunk) => (
              <span classList={{ err: chunk.stream === "err", typed: chunk.stream === "in" }}>{chunk.text}</span>
            )}
          </For>
        </pre>
      </Show>
    </section>
  );
}
