// The top depth: the program's way from text to bytecode, its stages side by side. What is pointed at in one is lit in all,
// the source column included.
import { createEffect, For, Match, on, onCleanup, Show, Switch } from "solid-js";
import { AtRest } from "../../components/AtRest.tsx";
import { ViewHeader } from "../../components/ViewHeader.tsx";
import { createSize } from "../../drawing/canvas.ts";
import { PANES } from "../../state/code.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { BytecodePane } from "./BytecodePane.tsx";
import { FlowPane } from "./FlowPane.tsx";
import { RunPane } from "./RunPane.tsx";
import { SymbolsPane } from "./SymbolsPane.tsx";
import { TokensPane } from "./TokensPane.tsx";
import { TreePane } from "./TreePane.tsx";

/** A pane narrower than this has no room for an instruction with its argument. */
const PANE_PX = 300;
/** Indents the code objects in a menu that knows no tree. */
const NESTED = "\u2003";

export function ProgramView() {
  const page = useUnderglass();
  const { code } = page;
  const [size, observe] = createSize();
  createEffect(on(size, ({ width }) => width > 0 && code.setCapacity(Math.max(1, Math.floor(width / PANE_PX)))));
  onCleanup(() => code.lend(null));
  const listeners = {
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== "Escape" || code.mark() === null) return;
      code.setMark(null);
      event.preventDefault();
    },
  };
  return (
    <>
      <ViewHeader title={t("view.program")} />
      <div class="program-view" ref={observe} {...listeners}>
        <div class="pane-bar">
          <div class="pane-names" role="group" aria-label={t("code.stages")}>
            <For each={PANES}>
              {(pane) => (
                <button
                  type="button"
                  class="quiet"
                  aria-pressed={code.panes().includes(pane)}
                  onClick={() => code.togglePane(pane)}
                >
                  {t(`code.pane.${pane}`)}
                </button>
              )}
            </For>
          </div>
          <CodeMenu />
          <Show when={code.mark() !== null && !page.drawer()}>
            <button type="button" class="quiet drawer-only" onClick={() => page.setDrawer(true)}>
              {t("code.details")}
            </button>
          </Show>
        </div>
        <Show when={code.story()?.error}>
          {(error) => (
            <p class="story-error" role="status">
              <b class="n">{error().type}</b> {error().message}
              <Show when={error().line}>
                <span class="t"> {t("depth.line", { line: String(error().line) })}</span>
              </Show>
            </p>
          )}
        </Show>
        <Show when={code.story()} fallback={<AtRest />}>
          <div class="panes" style={{ "--panes": code.panes().length }}>
            <For each={code.panes()}>
              {(pane) => (
                <Switch>
                  <Match when={pane === "tokens"}>
                    <TokensPane />
                  </Match>
                  <Match when={pane === "tree"}>
                    <TreePane />
                  </Match>
                  <Match when={pane === "symbols"}>
                    <SymbolsPane />
                  </Match>
                  <Match when={pane === "flow"}>
                    <FlowPane />
                  </Match>
                  <Match when={pane === "bytecode"}>
                    <BytecodePane />
                  </Match>
                  <Match when={pane === "run"}>
                    <RunPane />
                  </Match>
                </Switch>
              )}
            </For>
          </div>
        </Show>
      </div>
    </>
  );
}

/** Which code object flow graph and bytecode show: the running one, or one that was chosen. */
function CodeMenu() {
  const page = useUnderglass();
  const { code } = page;
  return (
    <Show when={(code.story()?.codes.length ?? 0) > 1}>
      <label class="code-menu">
        <span class="t">{t("code.codeObject")}</span>
        <select
          value={code.chosen() === null ? "" : String(code.chosen())}
          onChange={(event) => code.choose(event.currentTarget.value === "" ? null : Number(event.currentTarget.value))}
        >
          <option value="">
            {code.running() === null
              ? t("code.follow")
              : t("code.following", { name: code.story()!.codes[code.running()!]!.name })}
          </option>
          <For each={code.story()!.codes}>
            {(each, index) => (
              <option value={String(index())}>
                {NESTED.repeat(each.depth)}
                {each.name}
              </option>
            )}
          </For>
        </select>
      </label>
    </Show>
  );
}
