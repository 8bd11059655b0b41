// The right column while nothing is selected: what the instruction did, names to begin with, and the first keys.
import { createMemo, For, Show } from "solid-js";
import { count, ownName, shorten } from "../format.ts";
import { t } from "../state/text.ts";
import { useUnderglass } from "../state/underglass.ts";
import { isSpecialName } from "../views/objects/frames.ts";
import { Glyph } from "./Glyph.tsx";
import { Output } from "./Output.tsx";
import { PoolReading } from "./PoolInspector.tsx";
import { Rich } from "./Rich.tsx";
import { stepSentences } from "./sentence.ts";

const EFFECTS_SHOWN = 5;
const NAMES_SHOWN = 7;
const VALUE_PX = 130;
const KEYS: readonly (readonly [string, string])[] = [
  ["← →", "instruction"],
  ["Shift ← →", "line"],
  ["↑ ↓", "depth"],
  ["/", "find"],
  ["?", "allKeys"],
];

export function Guide() {
  const page = useUnderglass();
  const did = () => (page.facts() ? stepSentences(page.facts()!.step) : []);
  const words = () => {
    if (!page.hasProgram()) return "guide.noProgram";
    return page.session().status === "idle" ? "guide.idle" : "inspector.nothing";
  };
  const running = () => page.facts()?.objects?.frames.at(-1);
  /** Bound names, those first that are no functions or classes. */
  const names = createMemo(() => {
    const bound = (running()?.names ?? []).filter(
      (name) => name.value && name.value.kind !== "none" && !isSpecialName(name),
    );
    const isCode = (kind: string) => kind === "cod" || kind === "cls";
    return [...bound.filter((n) => !isCode(n.value!.kind)), ...bound.filter((n) => isCode(n.value!.kind))];
  });
  return (
    <div class="ins nothing" tabindex="0" role="group" aria-label={t("guide.title")}>
      <section>
        <p class="say">{t(words())}</p>
      </section>
      <Show when={page.depth() === "allocators" && page.facts()?.allocators?.pool}>
        <PoolReading />
      </Show>
      <Show when={did().length > 0 && page.depth() !== "allocators"}>
        <section>
          <div class="cap">{t("guide.did", { count: count(page.moment()) })}</div>
          <ul class="plain-list">
            <For each={did().slice(0, EFFECTS_SHOWN)}>
              {(sentence) => (
                <li>
                  <Rich text={sentence} />
                </li>
              )}
            </For>
          </ul>
          <Show when={did().length > EFFECTS_SHOWN}>
            <span class="t">{t("program.more", { count: did().length - EFFECTS_SHOWN })}</span>
          </Show>
        </section>
      </Show>
      <Show when={names().length > 0}>
        <section>
          <div class="cap">
            {t("guide.begin")} <code>{running()!.function}</code>
          </div>
          <For each={names().slice(0, NAMES_SHOWN)}>
            {(name) => (
              <button
                type="button"
                class="ref"
                onClick={() => page.select(name.value!.address, { owner: running()!.address, label: name.name })}
                onPointerEnter={() => page.borrow(name.value!.address)}
                onPointerLeave={() => page.borrow(null)}
              >
                <Glyph kind={name.value!.kind} size={12} />
                <span class="n">{name.name}</span>
                <span class="n t r">
                  {name.value!.text === null ? name.value!.type : shorten(ownName(name.value!.text), 11.5, VALUE_PX)}
                </span>
              </button>
            )}
          </For>
          <Show when={names().length > NAMES_SHOWN}>
            <span class="t">{t("program.more", { count: names().length - NAMES_SHOWN })}</span>
          </Show>
        </section>
      </Show>
      <Show
        when={page.session().status !== "idle" && (page.depth() !== "program" || !page.code.panes().includes("run"))}
      >
        <Output />
      </Show>
      <section>
        <div class="cap">{t("guide.keys")}</div>
        <dl class="keys">
          <For each={KEYS}>
            {([keys, text]) => (
              <>
                <dt>
                  <For each={keys.split(" ")}>{(key) => <span class="kbd">{key}</span>}</For>
                </dt>
                <dd>{t(text === "allKeys" ? "help.title" : `help.${text}`)}</dd>
              </>
            )}
          </For>
        </dl>
      </section>
    </div>
  );
}
