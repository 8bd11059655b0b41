// The running frame beside its code: the value stack, the calls, and what the program has written.
import { For, Show } from "solid-js";
import { Output } from "../../components/Output.tsx";
import { ReferenceChip } from "../../components/ProgramPanel.tsx";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { Pane } from "./Pane.tsx";

export function RunPane() {
  const page = useUnderglass();
  return (
    <Pane name="run">
      <div class="side-column" tabindex="0">
        <Show when={page.facts()?.program}>
          {(facts) => (
            <>
              <section>
                <h3 class="cap">{t("program.stack")}</h3>
                <div class="stack-column">
                  <For each={[...facts().taken].reverse()}>{(value) => <ReferenceChip reference={value} taken />}</For>
                  <For each={[...facts().stack].reverse()}>
                    {(value, index) => (
                      <ReferenceChip reference={value} label={String(facts().stack.length - 1 - index())} />
                    )}
                  </For>
                  <Show when={facts().stack.length === 0}>
                    <p class={facts().taken.length > 0 ? "nowt" : "t"}>
                      {facts().taken.length > 0 ? t("program.emptyNow") : t("program.stackEmpty")}
                    </p>
                  </Show>
                </div>
              </section>
              <section>
                <h3 class="cap">{t("program.calls")}</h3>
                <For each={[...facts().calls].reverse()}>
                  {(call, index) => (
                    <div class="call" classList={{ hot: index() === 0 }}>
                      <span class="n">{call.function}</span>
                      <span class="n t r">
                        {call.file} {call.line}
                      </span>
                    </div>
                  )}
                </For>
                <Show when={facts().hiddenCalls > 0}>
                  <p class="t">{t("program.more", { count: facts().hiddenCalls })}</p>
                </Show>
              </section>
            </>
          )}
        </Show>
        <Output />
      </div>
    </Pane>
  );
}
