// Top bar: the program, how its run stands, the search, language, theme, Run.
import { createEffect, createSignal, For, on, onCleanup, Show } from "solid-js";
import type { Finding } from "../../protocol/facts.ts";
import { address, count } from "../format.ts";
import { LANGUAGES, language, setLanguage, t } from "../state/text.ts";
import { setTheme, theme } from "../state/theme.ts";
import { useUnderglass } from "../state/underglass.ts";
import { Glyph } from "./Glyph.tsx";
import { BrandIcon, ChevronIcon, FindIcon, MenuIcon, RunIcon, StopIcon, ThemeIcon } from "./icons.tsx";

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
    <button type="button" class="run" onClick={() => void (running() ? page.stop() : page.run())}>
      <Show when={running()} fallback={<RunIcon />}>
        <StopIcon />
      </Show>
      {running() ? t("top.stop") : t("top.run")}
    </button>
  );
}

function FileMenu() {
  const page = useUnderglass();
  const [open, setOpen] = createSignal(false);
  let root!: HTMLDivElement;
  let input!: HTMLInputElement;
  const outside = (event: Event) => {
    if (!root.contains(event.target as Node)) setOpen(false);
  };
  createEffect(() => {
    if (!open()) return;
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && setOpen(false);
    document.addEventListener("pointerdown", outside);
    root.addEventListener("keydown", onKey);
    onCleanup(() => {
      document.removeEventListener("pointerdown", outside);
      root.removeEventListener("keydown", onKey);
    });
  });
  return (
    <div class="file" ref={root}>
      <button
        type="button"
        class="file-button"
        aria-haspopup="true"
        aria-expanded={open()}
        onClick={() => setOpen(!open())}
      >
        <span class="m">{page.session().file || "…"}</span>
        <span class="t">
          <ChevronIcon />
        </span>
      </button>
      <Show when={open()}>
        <div class="drop">
          <div class="cap">{t("app.examples")}</div>
          <For each={page.examples()}>
            {(file) => (
              <button
                type="button"
                class="n"
                aria-current={file === page.session().file ? "true" : undefined}
                onClick={() => {
                  setOpen(false);
                  void page.open(file);
                }}
              >
                {file}
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
              setOpen(false);
              void page.files.showPycOf(page.session().file, page.draft() ?? page.source());
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
          setOpen(false);
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
    if (page.draft() !== null && page.draft() !== page.source()) return t("program.edited");
    if (state.status === "finished" && state.error) return t("status.error", { ...total, error: state.error.type });
    return t(`status.${state.status}`, total);
  };
  return (
    <div class="runstate" role="status">
      <span class="dot" classList={{ [page.session().status]: true }} />
      <span>{text()}</span>
    </div>
  );
}

/** Search at this moment: a name, a type, a value, an address; or a number to go to. */
function Find(props: { requested: number }) {
  const page = useUnderglass();
  const [text, setText] = createSignal("");
  const [answer, setAnswer] = createSignal<{ findings: Finding[]; hidden: number } | null>(null);
  const [at, setAt] = createSignal(0);
  let input!: HTMLInputElement;
  createEffect(
    on(
      () => props.requested,
      () => input.focus(),
      { defer: true },
    ),
  );
  createEffect(
    on([text, page.moment], ([query]) => {
      if (!query.trim()) {
        setAnswer(null);
        return;
      }
      const timer = setTimeout(() => {
        page.backend.request("find", { moment: page.moment(), text: query, limit: 12 }).then(
          (found) => {
            setAnswer(found);
            setAt(0);
          },
          () => setAnswer({ findings: [], hidden: 0 }),
        );
      }, 80);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  const asMoment = () => {
    const digits = text().trim().replaceAll(",", "");
    return /^\d+$/.test(digits) && Number(digits) <= page.session().instructions ? Number(digits) : null;
  };
  const asAddress = () => {
    const match = /^0x([0-9a-f_]{3,})$/i.exec(text().trim());
    return match ? Number.parseInt(match[1]!.replaceAll("_", ""), 16) : null;
  };
  const close = () => {
    setText("");
    input.value = "";
    input.blur();
  };
  const choices = (): { label: string; act: () => void; finding: Finding | null }[] => {
    const list: { label: string; act: () => void; finding: Finding | null }[] = [];
    const moment = asMoment();
    const place = asAddress();
    if (moment !== null)
      list.push({ label: t("find.goMoment", { count: count(moment) }), act: () => page.seek(moment), finding: null });
    if (place !== null) {
      list.push({
        label: t("find.goAddress", { address: address(place) }),
        act: () => {
          page.select(place);
          page.setDepth("bytes");
        },
        finding: null,
      });
    }
    for (const finding of answer()?.findings ?? []) {
      list.push({
        label: finding.path.join(" › ") || finding.reference.type,
        act: () => page.select(finding.reference.address),
        finding,
      });
    }
    return list;
  };
  return (
    <div class="ask" classList={{ open: text() !== "" }}>
      <FindIcon />
      <input
        ref={input}
        type="text"
        spellcheck={false}
        autocomplete="off"
        placeholder={t("top.ask")}
        aria-label={t("top.ask")}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
          else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            const length = Math.max(1, choices().length);
            setAt((at() + (event.key === "ArrowDown" ? 1 : length - 1)) % length);
            event.preventDefault();
          } else if (event.key === "Enter") {
            choices()[at()]?.act();
            close();
          }
          event.stopPropagation();
        }}
      />
      <span class="kbd">/</span>
      <Show when={text() !== "" && (answer() !== null || choices().length > 0)}>
        <div class="drop findings" role="listbox" aria-label={t("find.results")}>
          <For each={choices()} fallback={<p class="t">{t("find.none")}</p>}>
            {(choice, index) => (
              <button
                type="button"
                role="option"
                aria-selected={index() === at()}
                onPointerDown={(event) => event.preventDefault()}
                onPointerEnter={() => {
                  setAt(index());
                  page.borrow(choice.finding?.reference.address ?? null);
                }}
                onPointerLeave={() => page.borrow(null)}
                onClick={() => {
                  choice.act();
                  close();
                }}
              >
                <Show when={choice.finding} fallback={choice.label}>
                  {(finding) => (
                    <>
                      <Glyph kind={finding().reference.kind} />
                      <span class="n">{choice.label}</span>
                      <span class="n q">
                        {finding().path.length > 0 || finding().reference.text !== null
                          ? (finding().reference.text ?? finding().reference.type)
                          : ""}
                      </span>
                      <span class="n t r">{address(finding().reference.address)}</span>
                    </>
                  )}
                </Show>
              </button>
            )}
          </For>
          <Show when={(answer()?.hidden ?? 0) > 0}>
            <p class="t">{t("find.hidden", { count: answer()!.hidden })}</p>
          </Show>
        </div>
      </Show>
    </div>
  );
}
