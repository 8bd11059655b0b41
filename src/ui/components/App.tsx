// The page: its grid, its keys, and what stands over it (help, notices).
import { createMemo, createSignal, Match, onCleanup, onMount, Show, Switch } from "solid-js";
import { count } from "../format.ts";
import { focusablesIn, focusNeighbour, giveKeysBack, keepFocus } from "../state/focus.ts";
import { DEPTHS, OPEN_DEPTHS } from "../state/link.ts";
import { t } from "../state/text.ts";
import { useUnderglass } from "../state/underglass.ts";
import { AllocatorsView } from "../views/allocators/AllocatorsView.tsx";
import { BytesView } from "../views/bytes/BytesView.tsx";
import { ObjectsView } from "../views/objects/ObjectsView.tsx";
import { ProgramView } from "../views/program/ProgramView.tsx";
import { DepthRail } from "./DepthRail.tsx";
import { Help } from "./Help.tsx";
import { Inspector } from "./Inspector.tsx";
import { ProgramPanel } from "./ProgramPanel.tsx";
import { plain } from "./Rich.tsx";
import { stepSentence } from "./sentence.ts";
import { TimePanel } from "./TimePanel.tsx";
import { TopBar } from "./TopBar.tsx";

export function App(props: { failure: string | null }) {
  const page = useUnderglass();
  const [findRequested, setFindRequested] = createSignal(0);
  const [help, setHelp] = createSignal(false);
  const [table, setTable] = createSignal(false);
  const [menu, setMenu] = createSignal(false);
  const wide = createMemo(() => page.depth() === "allocators" || page.depth() === "hardware");

  const moveDepth = (by: number) => {
    const at = OPEN_DEPTHS.indexOf(page.depth());
    const next = OPEN_DEPTHS[Math.max(0, Math.min(OPEN_DEPTHS.length - 1, at + by))];
    if (next) page.setDepth(next);
  };

  const onKey = (event: KeyboardEvent) => {
    // A key that a script gives to the window is the page's own.
    const target = event.target instanceof HTMLElement ? event.target : document.body;
    const typing =
      target.isContentEditable ||
      (target instanceof HTMLInputElement && target.type !== "range") ||
      // Its options too, where the browser draws them in the page.
      target.closest("select") !== null ||
      target instanceof HTMLTextAreaElement;
    if (event.defaultPrevented) return;
    if (event.key === "Escape") {
      if (help()) setHelp(false);
      else if (menu()) setMenu(false);
      else if (!giveKeysBack()) page.setDrawer(false);
      return;
    }
    if (typing || event.metaKey || event.altKey) return;
    if (staysInPanel(event, target)) return;
    const kind = event.ctrlKey ? (event.shiftKey ? "out" : "over") : event.shiftKey ? "line" : "instruction";
    const isButton = target instanceof HTMLButtonElement;
    switch (event.key) {
      case "ArrowLeft":
        void page.step(kind, true);
        break;
      case "ArrowRight":
        void page.step(kind);
        break;
      case "ArrowUp":
        moveDepth(-1);
        break;
      case "ArrowDown":
        moveDepth(1);
        break;
      case "Home":
        page.seek(0);
        break;
      case "End":
        page.seekEnd();
        break;
      case " ":
        if (isButton) return;
        if (page.session().status === "idle") void page.run();
        else page.play(!page.playing());
        break;
      case "[":
        void page.step(event.ctrlKey ? "breakpoint" : "change", true);
        break;
      case "]":
        void page.step(event.ctrlKey ? "breakpoint" : "change");
        break;
      case "b":
      case "B":
        page.toggleBreakpointHere();
        break;
      case "Backspace":
        page.selectBack();
        break;
      case "/":
      case "g":
      case "G":
        setFindRequested((n) => n + 1);
        break;
      case "t":
      case "T":
        setTable(!table());
        break;
      case "?":
        setHelp(!help());
        break;
      case "Enter":
        if (!event.ctrlKey) return;
        void page.run();
        break;
      default:
        if (/^[1-6]$/.test(event.key)) page.setDepth(DEPTHS[Number(event.key) - 1]!);
        else return;
    }
    event.preventDefault();
  };
  // A file can be dropped anywhere on the page.
  const onDragOver = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  };
  const onDrop = (event: DragEvent) => {
    const [file] = event.dataTransfer?.files ?? [];
    if (!file) return;
    event.preventDefault();
    void page.files.openFile(file);
  };
  onMount(() => {
    window.addEventListener("keydown", onKey);
    window.addEventListener("dragover", onDragOver);
    window.addEventListener("drop", onDrop);
    onCleanup(keepFocus(document.body));
    onCleanup(() => {
      window.removeEventListener("keydown", onKey);
      window.removeEventListener("dragover", onDragOver);
      window.removeEventListener("drop", onDrop);
    });
  });

  return (
    <div class="app" classList={{ "wide-view": wide(), "menu-open": menu() }} data-depth={page.depth()}>
      <TopBar findRequested={findRequested()} onMenu={() => setMenu(!menu())} menuOpen={menu()} />
      <DepthRail />
      <ProgramPanel />
      <main class="col view" data-moment={page.facts()?.moment} aria-label={t(`view.${page.depth()}`)}>
        <Show when={page.late()}>
          {(late) => (
            <div
              class="seeking"
              role="status"
              aria-label={t("view.seeking", { count: count(late().from) })}
              style={{ "--progress": `${Math.round(late().part * 100)}%` }}
            />
          )}
        </Show>
        <Switch>
          <Match when={page.depth() === "program"}>
            <ProgramView />
          </Match>
          <Match when={page.depth() === "objects"}>
            <ObjectsView table={table()} onTable={() => setTable(!table())} />
          </Match>
          <Match when={page.depth() === "allocators"}>
            <AllocatorsView table={table()} onTable={() => setTable(!table())} />
          </Match>
          <Match when={page.depth() === "bytes"}>
            <BytesView table={table()} onTable={() => setTable(!table())} />
          </Match>
          <Match when={true}>
            <div class="hd">
              <h1>{t(`view.${page.depth()}`)}</h1>
            </div>
            <p class="empty">{t("view.depthLater")}</p>
          </Match>
        </Switch>
        <Notices failure={props.failure} />
      </main>
      <Inspector />
      <TimePanel />
      <Show when={help()}>
        <Help onClose={() => setHelp(false)} />
      </Show>
      <p class="sr" aria-live="polite">
        {page.playing() ? "" : plain(stepSentence(page.facts()?.step))}
      </p>
    </div>
  );
}

/** Panels of rows and text: up and down go from row to row there, or scroll what has no rows. */
const ROW_PANELS = ".ins, .help, .tables, .traceback, .pyc-program, .program-below, pre";

function staysInPanel(event: KeyboardEvent, target: Element): boolean {
  const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const panel = target.closest(ROW_PANELS);
  if (by === undefined || panel === null || event.ctrlKey || event.shiftKey) return false;
  if (target === panel && panel.scrollHeight > panel.clientHeight) return true;
  if (target === panel) focusablesIn(panel)[0]?.focus();
  else focusNeighbour(panel, target, by);
  event.preventDefault();
  return true;
}

/** What the page has to say about the run itself: stopped, failed, or another build's recording. */
function Notices(props: { failure: string | null }) {
  const page = useUnderglass();
  const [repeat, setRepeat] = createSignal<string | null>(null);
  const [copied, setCopied] = createSignal(false);
  const find = async () => {
    const answer = await page.backend.request("repeat", {});
    const key = `states.repeats${answer?.sameMemory ? "Forever" : ""}${answer?.isEarlier ? "Earlier" : ""}`;
    setRepeat(answer ? t(key, { from: answer.from, length: answer.length }) : t("states.repeatNone"));
    if (answer) page.seek(answer.from);
  };
  const report = () => page.session().failure?.report ?? page.problem() ?? props.failure ?? "";
  return (
    <Switch>
      <Match when={page.session().failure ?? page.problem() ?? props.failure}>
        <div class="notice" role="alert">
          <span>
            {t("states.failure", {
              count: count(page.session().failure?.moment ?? page.moment()),
              message: page.session().failure?.message ?? page.problem() ?? props.failure,
            })}
          </span>
          <button
            type="button"
            class="quiet"
            onClick={() => {
              void navigator.clipboard.writeText(report()).then(() => setCopied(true));
            }}
          >
            {copied() ? t("states.copied") : t("states.copyReport")}
          </button>
        </div>
      </Match>
      <Match when={page.refusal()}>
        <div class="notice" role="alert">
          <span>{page.refusal()}</span>
          <button type="button" class="quiet" onClick={() => page.leaveRefusal()}>
            {t("states.leaveRefusal")}
          </button>
        </div>
      </Match>
      <Match when={page.session().status === "stopped"}>
        <div class="notice" role="status">
          <span>
            {repeat() ??
              (page.session().loopLines
                ? t("states.stoppedLoop", {
                    count: count(page.session().instructions),
                    from: String(page.session().loopLines![0]),
                    to: String(page.session().loopLines![1]),
                  })
                : t("states.stopped", { count: count(page.session().instructions) }))}
          </span>
          <button type="button" class="quiet" onClick={() => void page.resume()}>
            {t("states.goOn")}
          </button>
          <button type="button" class="quiet" onClick={() => void find()}>
            {t("states.findRepeat")}
          </button>
        </div>
      </Match>
      <Match when={!page.session().canRun}>
        <div class="notice">{t("states.otherBuild")}</div>
      </Match>
    </Switch>
  );
}
