// The time slider: controls, lanes over all of the run, and a close-up of the moments around the present one.
// The lanes are drawn on one canvas; the knob, its needle and the words are SVG over it.
import { createEffect, createMemo, createSignal, For, onCleanup, Show } from "solid-js";
import { createSize, prepare } from "../drawing/canvas.ts";
import { ticksBetween } from "../drawing/ticks.ts";
import { count, monoWidth, shorten } from "../format.ts";
import { momentOnScale, ownEnd, placeOnScale, type TimeScale } from "../state/extent.ts";
import { kindWord, t } from "../state/text.ts";
import { useUnderglass } from "../state/underglass.ts";
import { type Control, ControlIcon } from "./icons.tsx";
import { drawCloseUp, drawFold, drawOverview, HIGH, LOW } from "./lanePaint.ts";

const CELL = 24;
const RIGHT = 24;
const PHONE_HEIGHT = 54;
/** Where the views need the height; time.css has the same bound. */
const LOW_WINDOW = "(min-width: 760px) and (max-height: 799.9px)";
const KNOB_Y = 14;
/** Width of what is folded behind the program's own part. */
const FOLD = 148;
const FOLD_PHONE = 36;
const FOLD_GAP = 8;
/** Between two numbers of the axis, at least. */
const TICK_GAP = 12;
const WHEEL_ZOOM = 1.0015;
const KEY_ZOOM = 1.5;
/** Room for a name on the buttons that go to its changes. */
const CHANGING_PX = 80;

interface Tick {
  readonly at: number;
  readonly x: number;
  readonly anchor: "start" | "middle" | "end";
}

export function TimePanel() {
  return (
    <section class="time" aria-label={t("time.title")}>
      <Controls />
      <Lanes />
    </section>
  );
}

function Controls() {
  const page = useUnderglass();
  const step = () => page.facts()?.step;
  const isEmpty = () => page.session().instructions === 0;
  /** What steps to its changes, in a few letters. */
  const changing = () => {
    const range = page.depth() === "bytes" ? page.range() : null;
    const name = range?.name ?? page.place()?.label;
    return name ? shorten(name, 12.5, CHANGING_PX) : t("time.change");
  };
  const shownEnd = () => {
    const own = ownEnd(page.session());
    return page.moment() <= own ? own : page.session().instructions;
  };
  const buttons = (): { name: Control; title: string; act: () => void; extra?: boolean }[] => [
    { name: "first", title: t("time.first"), act: () => page.seek(0), extra: true },
    { name: "backOver", title: t("time.backOver"), act: () => void page.step("over", true), extra: true },
    { name: "backLine", title: t("time.backLine"), act: () => void page.step("line", true) },
    { name: "back", title: t("time.back"), act: () => void page.step("instruction", true) },
    {
      name: page.playing() ? "pause" : "play",
      title: isEmpty() ? t("top.run") : page.playing() ? t("time.pause") : t("time.play"),
      act: () => (isEmpty() ? void page.run() : page.play(!page.playing())),
    },
    { name: "forward", title: t("time.forward"), act: () => void page.step("instruction") },
    { name: "forwardLine", title: t("time.forwardLine"), act: () => void page.step("line") },
    { name: "forwardOver", title: t("time.forwardOver"), act: () => void page.step("over"), extra: true },
    { name: "last", title: t("time.last"), act: () => page.seekEnd(), extra: true },
  ];
  const end = () => {
    const notice = page.notice();
    if (notice) return t(notice.key, notice.values);
    const state = page.session();
    if (state.status === "finished") return t("time.finished", { status: String(state.exitStatus ?? 0) });
    if (state.status === "running") return t("time.recording");
    return state.status === "idle" ? t("time.notRun") : "";
  };
  return (
    <div class="trow">
      <h2 class="cap">{t("time.title")}</h2>
      <div class="ctl" role="group" aria-label={t("time.title")}>
        <For each={buttons()}>
          {(button) => (
            <button
              type="button"
              classList={{ p: button.name === "play" || button.name === "pause", extra: button.extra ?? false }}
              title={button.title}
              aria-label={button.title}
              disabled={isEmpty() && (button.name !== "play" || page.session().status !== "idle" || !page.hasProgram())}
              onClick={button.act}
            >
              <ControlIcon name={button.name} />
            </button>
          )}
        </For>
      </div>
      <div class="pos">
        {count(page.moment())} <em>{t("time.of", { count: count(shownEnd()) })}</em>
      </div>
      <div class="q what">
        <Show when={step()?.opcode}>
          <code>
            <b>{step()!.opcode}</b> {step()!.argument}
          </code>{" "}
          <Show when={step()!.line}>
            {(line) => <span class="on-line">{t("step.onLine", { line: String(line()) })}</span>}
          </Show>
        </Show>
      </div>
      <div class="grow" />
      <div class="more-steps">
        <button
          type="button"
          class="quiet"
          disabled={isEmpty()}
          title={t("time.backOutTitle")}
          onClick={() => void page.step("out", true)}
        >
          {t("time.backOut")}
        </button>
        <button
          type="button"
          class="quiet"
          disabled={isEmpty()}
          title={t("time.outTitle")}
          onClick={() => void page.step("out")}
        >
          {t("time.out")}
        </button>
        <Show when={page.selection() !== null}>
          <button
            type="button"
            class="quiet change"
            title={t("time.previousChange", { what: changing() })}
            onClick={() => void page.step("change", true)}
          >
            ‹ {changing()}
          </button>
          <button
            type="button"
            class="quiet change"
            title={t("time.nextChange", { what: changing() })}
            onClick={() => void page.step("change")}
          >
            {changing()} ›
          </button>
        </Show>
        <Show when={page.breakpoints().length > 0}>
          <button
            type="button"
            class="quiet"
            disabled={isEmpty()}
            title={t("time.previousBreakpoint")}
            aria-label={t("time.previousBreakpoint")}
            onClick={() => void page.step("breakpoint", true)}
          >
            ‹
          </button>
          <button
            type="button"
            class="quiet"
            disabled={isEmpty()}
            title={t("time.nextBreakpoint")}
            onClick={() => void page.step("breakpoint")}
          >
            {t("time.breakpoint")} ›
          </button>
        </Show>
      </div>
      <div class="t end" role="status">
        {end()}
      </div>
    </div>
  );
}

function Lanes() {
  const page = useUnderglass();
  const [size, observe] = createSize();
  const [left, setLeft] = createSignal(168);
  const width = () => Math.max(0, size().width - left() - (left() > 100 ? RIGHT : 20));
  const isPhone = () => size().width < 760;
  const lowWindow = matchMedia(LOW_WINDOW);
  const [isLow, setIsLow] = createSignal(lowWindow.matches);
  const onLowness = () => setIsLow(lowWindow.matches);
  lowWindow.addEventListener("change", onLowness);
  onCleanup(() => lowWindow.removeEventListener("change", onLowness));
  const rhythm = () => (isLow() ? LOW : HIGH);
  const high = () => (isPhone() ? PHONE_HEIGHT : rhythm().height);
  let canvas!: HTMLCanvasElement;
  let area!: HTMLDivElement;

  createEffect(() => setLeft(size().width >= 1180 ? 168 : size().width >= 760 ? 76 : 20));
  createEffect(() => {
    if (width() > 0) {
      page.setLaneBuckets(Math.max(1, Math.round(windowWidth())));
      page.setCloseUpSize(Math.max(8, Math.floor(width() / CELL)));
    }
  });

  const end = () => page.session().instructions;
  /** Folded: what the interpreter did after the program's own part, while the window ends with that. */
  const foldedTo = () =>
    page.timeWindow().to < end() && page.timeWindow().to === ownEnd(page.session()) ? end() : null;
  const foldWidth = () => (isPhone() ? FOLD_PHONE : FOLD);
  const windowWidth = () => Math.max(0, width() - (foldedTo() === null ? 0 : foldWidth() + FOLD_GAP));
  const scale = createMemo((): TimeScale => {
    const { from, to } = page.timeWindow();
    const shared = { left: left(), width: windowWidth(), foldWidth: foldWidth() };
    return { from, to, foldedTo: foldedTo(), ...shared, foldLeft: left() + width() - foldWidth() };
  });
  const x = (moment: number) => placeOnScale(scale(), moment);
  const momentAt = (clientX: number) => momentOnScale(scale(), clientX - area.getBoundingClientRect().left);

  createEffect(() => {
    const lanes = page.lanes();
    const closeUp = page.closeUp();
    const context = prepare(canvas, size().width, high());
    if (size().width === 0 || page.session().instructions === 0) return;
    if (foldedTo() !== null) drawFold(context, scale(), rhythm(), page.moment(), isPhone());
    if (lanes)
      drawOverview(context, lanes, {
        left: left(),
        width: windowWidth(),
        x,
        phone: isPhone(),
        moment: page.moment(),
        rhythm: rhythm(),
        life: page.selection() === null ? null : page.history(),
        failed: page.session().error !== null && page.timeWindow().to >= ownEnd(page.session()),
        open: page.session().status === "stopped" || page.session().status === "running",
      });
    if (closeUp && !isPhone())
      drawCloseUp(context, closeUp, { left: left(), width: width(), x, moment: page.moment(), rhythm: rhythm() });
  });

  // Drag anywhere on the lanes moves the knob; on the close-up, a cell is chosen.
  let dragging = false;
  const closeUpAt = (event: PointerEvent) => {
    const top = event.clientY - area.getBoundingClientRect().top;
    const shown = page.closeUp();
    if (top < rhythm().closeUp || isPhone() || !shown) return null;
    const cell = Math.floor(
      (event.clientX - area.getBoundingClientRect().left - left()) / (width() / (shown.to - shown.from)),
    );
    return shown.from + cell + 1;
  };
  const onDown = (event: PointerEvent) => {
    if (event.button !== 0 || page.session().instructions === 0) return;
    const cell = closeUpAt(event);
    page.play(false);
    if (cell !== null) {
      page.seek(cell);
      return;
    }
    dragging = true;
    area.setPointerCapture(event.pointerId);
    page.seek(momentAt(event.clientX));
  };
  const onMove = (event: PointerEvent) => {
    if (dragging) page.seek(momentAt(event.clientX));
  };
  const onUp = () => {
    dragging = false;
  };
  /** So many times as much of the run, one moment staying where it is. */
  const zoomTime = (by: number, fixed: number) => {
    const end = page.session().instructions;
    const { from, to } = page.timeWindow();
    const span = to - from;
    const anchor = Math.max(from, Math.min(to, fixed));
    const next = Math.max(Math.min(60, end), Math.min(end, Math.round(span * by)));
    const start = Math.max(0, Math.min(end - next, Math.round(anchor - ((anchor - from) / Math.max(1, span)) * next)));
    page.setTimeWindow({ from: start, to: start + next });
  };
  const showOwn = () => page.setTimeWindow({ from: 0, to: Math.max(1, ownEnd(page.session())) });
  const onSliderKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || page.session().instructions === 0) return;
    if (event.key === "+" || event.key === "=") zoomTime(1 / KEY_ZOOM, page.moment());
    else if (event.key === "-") zoomTime(KEY_ZOOM, page.moment());
    else if (event.key === "0") showOwn();
    else return;
    event.preventDefault();
  };
  const onWheel = (event: WheelEvent) => {
    const end = page.session().instructions;
    if (end === 0) return;
    event.preventDefault();
    const { from, to } = page.timeWindow();
    const span = to - from;
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      const by = Math.round(((event.deltaX || event.deltaY) / Math.max(1, width())) * span);
      const next = Math.max(0, Math.min(end - span, from + by));
      page.setTimeWindow({ from: next, to: next + span });
      return;
    }
    zoomTime(WHEEL_ZOOM ** event.deltaY, momentAt(event.clientX));
  };

  const isZoomed = () => page.timeWindow().to - page.timeWindow().from < end();
  const ticks = createMemo((): Tick[] => {
    const { from, to } = page.timeWindow();
    if (page.session().instructions === 0) return [];
    const size = isPhone() ? 11 : 10;
    const textWidth = (at: number) => monoWidth(count(at), size);
    const right = x(to);
    const list: Tick[] = [{ at: from, x: left(), anchor: "start" }];
    for (const at of ticksBetween(from, to, windowWidth() / 170)) {
      const place = x(at);
      const fromFirst = place - textWidth(at) / 2 - left() - textWidth(from);
      const toLast = right - textWidth(to) - place - textWidth(at) / 2;
      if (at > from && fromFirst > TICK_GAP && toLast > TICK_GAP) list.push({ at, x: place, anchor: "middle" });
    }
    return [...list, { at: to, x: right, anchor: "end" }];
  });
  const knobX = () => Math.max(left(), Math.min(left() + width(), x(page.moment())));
  const knobInside = () =>
    page.moment() >= page.timeWindow().from && page.moment() <= (foldedTo() ?? page.timeWindow().to);
  /** The knob takes the place of a number that it would cover. */
  const isCovered = (tick: Tick) => {
    const wide = monoWidth(count(tick.at), isPhone() ? 11 : 10);
    const from = tick.anchor === "start" ? tick.x : tick.anchor === "end" ? tick.x - wide : tick.x - wide / 2;
    const reach = isPhone() ? 15 : 9;
    return knobX() > from - reach && knobX() < from + wide + reach;
  };
  const selectedWord = () => {
    const place = page.place();
    if (place !== null) return shorten(place.label, 10.5, 70);
    return page.facts()?.selection ? kindWord(page.facts()!.selection!) : "";
  };
  const storesMiddle = () => rhythm().closeUp + rhythm().lineRow + rhythm().storeRow / 2;
  const closeUpCell = () => {
    const shown = page.closeUp();
    if (!shown || page.moment() <= shown.from || page.moment() > shown.to) return null;
    const cell = width() / (shown.to - shown.from);
    return { x: left() + (page.moment() - shown.from - 1) * cell, width: cell };
  };
  /** Of the whole run; where its end is folded, of what is shown. */
  const totals = () => {
    const lanes = page.lanes();
    if (!lanes || foldedTo() === null) return lanes?.totals;
    const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);
    return {
      calls:
        lanes.calls.length > 0 || lanes.callDepth.every((depth) => depth === 0)
          ? lanes.calls.filter((call) => call.depth > 0).length
          : lanes.totals.calls,
      allocations: sum(lanes.allocated),
      collections: lanes.collections.length,
      output: sum(lanes.output.map((mark) => mark.count)),
    };
  };

  return (
    <div
      class="lanes"
      style={{ height: `${high()}px` }}
      ref={(element) => {
        area = element;
        observe(element);
        element.addEventListener("wheel", onWheel, { passive: false });
        element.addEventListener("pointerdown", onDown);
        element.addEventListener("pointermove", onMove);
        element.addEventListener("pointerup", onUp);
        element.addEventListener("pointercancel", onUp);
        element.addEventListener("dblclick", showOwn);
      }}
    >
      <canvas ref={canvas} />
      <svg width={size().width} height={high()} class="lanes-over" aria-hidden="true">
        <For each={ticks()}>
          {(tick) => (
            <text
              class="m"
              x={tick.x}
              y={isPhone() ? 14 : 10}
              font-size={isPhone() ? "11" : "10"}
              fill="var(--ink3)"
              text-anchor={tick.anchor}
              visibility={isCovered(tick) ? "hidden" : undefined}
            >
              {count(tick.at)}
            </text>
          )}
        </For>
        <Show when={left() > 100}>
          <Show when={(totals()?.output ?? 0) > 0}>
            <LaneLabel y={10} text={t("time.output")} value={count(totals()!.output)} />
          </Show>
          <LaneLabel y={rhythm().calls + 6} text={t("time.calls")} value={totals() ? count(totals()!.calls) : ""} />
          <LaneLabel
            y={rhythm().allocations + 3}
            text={t("time.allocations")}
            value={totals() ? count(totals()!.allocations) : ""}
          />
          <LaneLabel
            y={rhythm().collections + 10}
            text={t("time.collections")}
            value={totals() ? count(totals()!.collections) : ""}
          />
          <Show when={page.selection() !== null}>
            <LaneLabel y={rhythm().selected + 6} text={t("time.selected")} value={selectedWord()} />
          </Show>
          <text x="16" y={rhythm().closeUp + rhythm().lineRow - 6} font-size="11.5" fill="var(--ink2)">
            {t("time.lines")}
          </text>
          <rect x="16" y={storesMiddle() - 3.5} width="6" height="6" fill="var(--ink3)" />
          <text x="28" y={storesMiddle() + 3} font-size="10.5" fill="var(--ink3)">
            {t("time.stores")}
          </text>
        </Show>
        <Show when={page.session().instructions > 0 && !isPhone()}>
          <Show when={knobInside()}>
            <path
              d={
                closeUpCell()
                  ? `M${knobX()} ${KNOB_Y}V${rhythm().cone}L${closeUpCell()!.x + closeUpCell()!.width / 2} ${rhythm().closeUp}`
                  : `M${knobX()} ${KNOB_Y}V${rhythm().cone}`
              }
              fill="none"
              stroke="var(--now)"
              stroke-width="1.4"
            />
          </Show>
          <Show when={closeUpCell()}>
            {(cell) => (
              <>
                <rect
                  x={cell().x + 0.5}
                  y={rhythm().closeUp + rhythm().lineRow}
                  width={cell().width - 1}
                  height={rhythm().storeRow - 0.5}
                  fill="none"
                  stroke="var(--now)"
                  stroke-width="1.4"
                />
                <path d={`M${cell().x} ${rhythm().closeUp}h${cell().width}v3h${-cell().width}z`} fill="var(--now)" />
              </>
            )}
          </Show>
        </Show>
        <Show when={page.session().instructions > 0 && isPhone()}>
          <path d={`M${knobX()} 14V50`} stroke="var(--now)" stroke-width="1.6" />
        </Show>
        <Show when={page.session().instructions > 0}>
          <g transform={`translate(${knobX()} ${KNOB_Y})`} opacity={knobInside() ? 1 : 0.5}>
            <circle class="knob-halo" r={isPhone() ? 16 : 11} fill="var(--halo)" />
            <circle r={isPhone() ? 12 : 7} fill="var(--now)" />
            <circle r={isPhone() ? 4 : 2.5} fill="var(--paper)" />
          </g>
        </Show>
      </svg>
      <input
        class="sr"
        type="range"
        min="0"
        max={page.session().instructions}
        value={page.moment()}
        aria-label={t("time.slider")}
        aria-valuetext={t("time.sliderText", {
          moment: page.moment(),
          count: page.session().instructions,
          opcode: page.facts()?.step.opcode ?? "",
        })}
        disabled={page.session().instructions === 0}
        onKeyDown={onSliderKey}
        onInput={(event) => page.seek(Number(event.currentTarget.value))}
      />
      <Show when={(isZoomed() || ownEnd(page.session()) < end()) && !isPhone()}>
        <button
          type="button"
          class="quiet zoom-all"
          // The lanes listen to the element itself, before what Solid hands on.
          on:pointerdown={(event) => event.stopPropagation()}
          onClick={() => page.setTimeWindow({ from: 0, to: isZoomed() ? end() : ownEnd(page.session()) })}
        >
          {isZoomed() ? t("time.all") : t("time.own")}
        </button>
      </Show>
    </div>
  );
}

/** So many letters fit behind the longest label. */
const LABEL_LETTERS = 10;

function LaneLabel(props: { y: number; text: string; value: string }) {
  const isLong = () => props.value.length > LABEL_LETTERS;
  return (
    <>
      <text x="16" y={props.y} font-size="11.5" fill="var(--ink2)">
        {props.text}
      </text>
      <text
        class="m"
        x={isLong() ? 160 : 140}
        y={props.y}
        font-size={isLong() ? "9" : "10.5"}
        text-anchor="end"
        fill="var(--ink3)"
      >
        {props.value}
      </text>
    </>
  );
}
