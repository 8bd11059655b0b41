// The top depth: the whole code object with its caches as they are in memory, the value stack, the calls, the output.
import { createEffect, For, on, Show } from "solid-js";
import { AtRest } from "../../components/AtRest.tsx";
import { Output } from "../../components/Output.tsx";
import { Bytecode, ReferenceChip } from "../../components/ProgramPanel.tsx";
import { ViewHeader } from "../../components/ViewHeader.tsx";
import { address } from "../../format.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";

export function ProgramView() {
  const page = useUnderglass();
  const program = () => page.facts()?.program;
  let list!: HTMLDivElement;
  createEffect(
    on([() => program()?.nowOffset, () => program()?.function], () => {
      const hot = list?.querySelector<HTMLElement>(".hot");
      if (!hot) return;
      const top = hot.offsetTop - list.offsetTop;
      if (top < list.scrollTop || top > list.scrollTop + list.clientHeight - 40)
        list.scrollTop = top - list.clientHeight / 3;
    }),
  );
  return (
    <>
      <ViewHeader title={t("view.program")} />
      <Show when={program()} fallback={<AtRest />}>
        {(facts) => (
          <div class="program-view">
            <div class="code-column">
              <div class="cap-row">
                <span class="cap">
                  {t("program.bytecode")} <code>{facts().function}</code>
                </span>
                <span class="t n r">{address(facts().code)}</span>
              </div>
              <div class="code-list" ref={list} tabindex="0">
                <Show when={facts().hiddenBefore > 0}>
                  <p class="t pad">{t("program.more", { count: facts().hiddenBefore })}</p>
                </Show>
                <Bytecode program={facts()} instructions={facts().instructions} full />
                <Show when={facts().hiddenAfter > 0}>
                  <p class="t pad">{t("program.more", { count: facts().hiddenAfter })}</p>
                </Show>
              </div>
            </div>
            <div class="side-column">
              <section>
                <div class="cap">{t("program.stack")}</div>
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
                <div class="cap">{t("program.calls")}</div>
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
              <Output />
            </div>
          </div>
        )}
      </Show>
    </>
  );
}
