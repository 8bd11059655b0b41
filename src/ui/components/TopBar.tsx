// Top bar: the program, how its run stands, the search, language, theme, Run.
import { createEffect, createSignal, For, onCleanup, Show } from "solid-js";
import { baseName, count } from "../format.ts";
import { ownEnd } from "../state/extent.ts";
import { focusNeighbour } from "../state/focus.ts";
import { LANGUAGES, language, setLanguage, t, tried } from "../state/text.ts";
import { setTheme, theme } from "../state/theme.ts";
import { useUnderglass } from "../state/underglass.ts";
import { Find } from "./Find.tsx";
import { BrandIcon, ChevronIcon, MenuIcon, RunIcon, StopIcon, ThemeIcon } from "./icons.tsx";

export function TopBar(props: { findRequested: number; onMenu: () => void; menuOpen: boolean }) {
  return (
    <header class="top">
      <div class="brand">
        <BrandIcon />
        <span class="brand-name">{t("app.name")}</span>
      </div>
      <FileMenu />
      <RunState />
      <div class="grow" />
      <Find requested={props.findRequested} />
      <div class="seg" role="group" aria-label={t("top.language")}>
        <For each={LANGUAGES}>
          {(item) => (
            <button
              type="button"
              aria-pressed={language() === item.code}
              lang={item.code}
              onClick={() => setLanguage(item.code)}
            >
              {item.name}
            </button>
          )}
        </For>
      </div>
      <button
        type="button"
        class="icb theme"
        aria-label={t("top.theme")}
        title={t("top.theme")}
        onClick={() => setTheme(theme() === "dark" ? "light" : "dark")}
      >
        <ThemeIcon />
      </button>
      <RunButton />
      <button
        type="button"
        class="icb menu"
        aria-label={t("top.menu")}
        aria-expanded={props.menuOpen}
        onClick={() => props.onMenu()}
      >
        <MenuIcon />
      </button>
    </header>
  );
}

export function RunButton() {
  const page = useUnderglass();
  const running = () => page.session().status === "running" || page.session().status === "waiting";
  return (
    <button
      type="button"
      class="run"
      disabled={!page.hasProgram()}
      onClick={() => void (running() ? page.stop() : page.run())}
    >
      <Show when={running()} fallback={<RunIcon />}>
        <StopIcon />
      </Show>
      {running() ? t("top.stop") : t("top.run")}
    </button>
  );
}

function FileMenu() {
  const page = useUnderglass();
  const name = () => page.session().file || page.files.pyc()?.name || "…";
  const [open, setOpen] = createSignal(false);
  let root!: HTMLDivElement;
  let opener!: HTMLButtonElement;
  let list: HTMLDivElement | undefined;
  let input!: HTMLInputElement;
  const outside = (event: Event) => {
    if (!root.contains(event.target as Node)) setOpen(false);
  };
  createEffect(() => {
    if (!open()) return;
    document.addEventListener("pointerdown", outside);
    onCleanup(() => document.removeEventListener("pointerdown", outside));
  });
  const close = () => {
    opener.focus();
    setOpen(false);
  };
  const openByKey = () => {
    setOpen(true);
    (list?.querySelector<HTMLElement>("[aria-current]") ?? list?.querySelector("button"))?.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === "Escape" && open()) close();
    else if (by !== undefined && event.target === opener) openByKey();
    else if (by !== undefined && list) focusNeighbour(list, event.target as Element, by);
    else return;
    event.preventDefault();
  };
  return (
    <div
      class="file"
      ref={(element) => {
        root = element;
        element.addEventListener("keydown", onKey);
        element.addEventListener("focusout", ({ relatedTarget }) => {
          if (relatedTarget !== null && !element.contains(relatedTarget as Node)) setOpen(false);
        });
      }}
    >
      <button
        ref={opener}
        type="button"
        class="file-button"
        aria-haspopup="true"
        aria-expanded={open()}
        // A key's click has no count.
        onClick={(event) => (event.detail === 0 && !open() ? openByKey() : setOpen(!open()))}
      >
        <span class="m" title={name()}>
          {baseName(name())}
        </span>
        <span class="t">
          <ChevronIcon />
        </span>
      </button>
      <Show when={open()}>
        <div class="drop" ref={list}>
          <div class="cap">{t("app.examples")}</div>
          <For each={page.examples()}>
            {(file) => (
              <button
                type="button"
                aria-current={file === page.session().file ? "true" : undefined}
                onClick={() => {
                  close();
                  void page.open(file);
                }}
              >
                <span class="n">{file}</span>
                <span class="t">{tried(`example.${file.replace(/\.py$/, "")}`)}</span>
              </button>
            )}
          </For>
          <hr />
          <button type="button" onClick={() => input.click()}>
            {t("pyc.openFile")}
          </button>
          <button
            type="button"
            onClick={() => {
              close();
              void page.showPyc();
            }}
          >
            {t("pyc.asPyc")}
          </button>
        </div>
      </Show>
      <input
        ref={input}
        type="file"
        hidden
        accept=".py,.pyc,.ug"
        aria-label={t("pyc.openFile")}
        onChange={() => {
          close();
          const [file] = input.files ?? [];
          if (file) void page.files.openFile(file);
          input.value = "";
        }}
      />
    </div>
  );
}

function RunState() {
  const page = useUnderglass();
  const text = () => {
    const state = page.session();
    const total = { count: count(state.instructions) };
    if (page.source.draft() !== null) return t("program.edited");
    if (state.status === "finished" && state.error)
      return t("status.error", { count: count(ownEnd(state)), error: state.error.type });
    return t(`status.${state.status}`, total);
  };
  return (
    <div class="runstate" role="status">
      <span class="dot" classList={{ [page.session().status]: true }} />
      <span>{text()}</span>
    </div>
  );
}
