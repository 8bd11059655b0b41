// Names and objects: frames on top, objects below, arrows between them; below the picture, the same objects as blocks.
import { createEffect, createMemo, createSignal, For, on, Show, untrack } from "solid-js";
import type { ObjectFact } from "../../../protocol/facts.ts";
import { AtRest } from "../../components/AtRest.tsx";
import { pickers } from "../../components/pick.ts";
import { plain } from "../../components/Rich.tsx";
import { stepSentence } from "../../components/sentence.ts";
import { ViewHeader } from "../../components/ViewHeader.tsx";
import { ZoomControl } from "../../components/ZoomControl.tsx";
import { createSize } from "../../drawing/canvas.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { ArrowDots, ArrowLines } from "./Arrows.tsx";
import { FrameShapes } from "./FrameShapes.tsx";
import { isLowView } from "./frames.ts";
import { hiddenWords } from "./hidden.ts";
import { MemoryStrip } from "./MemoryStrip.tsx";
import { FlagText, ObjectGroup } from "./ObjectShape.tsx";
import { ObjectsTable } from "./ObjectsTable.tsx";
import { PhoneObjects } from "./PhoneObjects.tsx";
import type { Box } from "./place.ts";
import { type Picture, Scene } from "./scene.ts";

/** Largest first. A smaller picture has more columns: it is composed anew for its width, not shrunk as it stands. */
const ZOOMS = [1, 0.8, 0.65, 0.5, 0.4, 0.3];
/** The inspector where it is a drawer over the picture, and a little beside it. */
const DRAWER_PX = 336;
/** A pointer that moved less than this clicked. */
const DRAG_FROM_PX = 4;

export function ObjectsView(props: { table: boolean; onTable: () => void }) {
  const page = useUnderglass();
  const [size, observe] = createSize();
  const [scroll, setScroll] = createSignal(0);
  const [zoom, setZoom] = createSignal(1);
  const scene = new Scene();
  let picture!: HTMLDivElement;

  /** Of the whole view, whatever of it is the picture's just now. */
  const panel = () => picture.closest("main")?.clientHeight ?? 0;
  const isLow = () => size().height > 0 && isLowView(panel());
  const facts = () => page.facts()?.objects;
  const isPhone = () => size().width > 0 && size().width < 420;
  const composed = createMemo<Picture | null>(() => {
    const objects = facts();
    if (!objects || size().width < 1 || isPhone()) return null;
    return scene.compose(objects, {
      width: Math.max(320, size().width) / zoom(),
      viewTop: scroll() / zoom(),
      viewHeight: size().height / zoom(),
      expanded: new Set(page.expanded()),
      selection: page.selection(),
      stack: page.facts()?.program?.stack ?? [],
      moment: page.facts()?.moment,
      isStep: untrack(page.isStep),
      deepest: page.session().deepest,
      panelHeight: panel() / zoom(),
    });
  });
  const drawn = createMemo(() => new Map((composed()?.objects ?? []).map((object) => [object.fact.address, object])));
  const addresses = createMemo(() => [...drawn().keys()], undefined, {
    equals: (a, b) => a.length === b.length && a.every((x, i) => x === b[i]),
  });

  const emptyWords = () => {
    if (page.session().instructions === 0 && page.session().error?.place) return "objects.emptyCompile";
    return page.moment() === 0 ? "objects.emptyNow" : "objects.emptyEnd";
  };
  const shownHeight = () => (composed()?.height ?? 0) * zoom();
  const isCut = () => shownHeight() > size().height + 2;
  /** What lies under the lower edge, and the first of it that the instruction changed. */
  const below = createMemo(() => {
    const edge = (scroll() + size().height) / zoom();
    const boxes = composed()?.boxes ?? new Map<number, Box>();
    const placed = (facts()?.objects ?? []).flatMap((object) => {
      const box = boxes.get(object.address);
      return box ? [{ object, box }] : [];
    });
    // Before its first layout the picture has no height: then nothing is below it.
    const lower = size().height > 0 ? placed.filter(({ box }) => box.y + 12 > edge) : [];
    const changed = lower.filter(({ object }) => isChanged(object)).sort((a, b) => a.box.y - b.box.y);
    return { count: lower.length, changed: changed.length, first: changed[0]?.box };
  });
  const goBelow = () => {
    const { first } = below();
    const by = first ? (first.y + first.height) * zoom() + 16 - scroll() - size().height : size().height * 0.8;
    picture.scrollBy({ top: by, behavior: isStill() ? "auto" : "smooth" });
  };
  /** The largest size at which all of the picture is seen; the smallest where none is. */
  const fit = () => {
    const objects = facts();
    if (!objects) return;
    const fitting = ZOOMS.find((z) => {
      const { deepest } = page.session();
      const panelHeight = panel() / z;
      const options = {
        viewTop: 0,
        viewHeight: 1,
        expanded: new Set(page.expanded()),
        selection: null,
        deepest,
        panelHeight,
      };
      const stack = page.facts()?.program?.stack ?? [];
      const { height } = new Scene().compose(objects, { ...options, width: Math.max(320, size().width) / z, stack });
      return height * z <= size().height;
    });
    setZoom(fitting ?? ZOOMS[ZOOMS.length - 1]!);
    picture.scrollTo({ top: 0 });
  };
  const zoomBy = (by: number) => {
    const at = ZOOMS.indexOf(zoom()) - by;
    setZoom(ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, at))]!);
  };

  // The ground of the picture is dragged; what stands on it is clicked.
  const onDown = (down: PointerEvent) => {
    if (down.button !== 0 || down.pointerType === "touch") return;
    if ((down.target as Element).closest("[data-address], [data-expand], button")) return;
    const from = picture.scrollTop;
    const move = (event: PointerEvent) => {
      const by = event.clientY - down.clientY;
      if (Math.abs(by) > DRAG_FROM_PX) picture.scrollTop = from - by;
    };
    const up = () => {
      window.removeEventListener("pointermove", move);
      window.removeEventListener("pointerup", up);
    };
    window.addEventListener("pointermove", move);
    window.addEventListener("pointerup", up);
  };

  // What is selected elsewhere is brought into view.
  createEffect(
    on(page.selection, (address) => {
      const box = address === null ? undefined : composed()?.boxes.get(address);
      const right = box ? (box.x + box.width) * zoom() : 0;
      page.setIsDrawerLeft(right > size().width - DRAWER_PX && (box?.x ?? 0) * zoom() > DRAWER_PX);
      if (!box || !picture) return;
      const [top, bottom] = [box.y * zoom(), (box.y + box.height) * zoom()];
      if (top < picture.scrollTop || bottom > picture.scrollTop + picture.clientHeight) {
        picture.scrollTo({ top: Math.max(0, top - picture.clientHeight / 2), behavior: isStill() ? "auto" : "smooth" });
      }
    }),
  );

  /** A phone's drawing has no composed picture: its boxes are read off. */
  const drawnBoxes = () => {
    const shapes = [...picture.querySelectorAll<SVGGElement>("svg.scene .object")];
    return new Map(shapes.map((shape) => [Number(shape.dataset.address), shape.getBBox()]));
  };
  /** All of what is selected, or as much as before; where nothing can be opened, of the running function's names. */
  const toggleAll = () => {
    const shape = drawn().get(page.selection() ?? -1);
    const canOpen = shape !== undefined && (shape.hidden > 0 || shape.expanded);
    const opened = canOpen || isPhone() ? page.selection() : facts()?.frames.at(-1)?.address;
    if (opened !== null && opened !== undefined) page.toggleExpanded(opened);
  };

  /** Arrow keys go to the nearest neighbour on that side. */
  const onKey = (event: KeyboardEvent) => {
    const direction = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] as
      | [number, number]
      | undefined;
    const boxes = isPhone() ? drawnBoxes() : composed()?.boxes;
    if (!boxes || event.ctrlKey || event.metaKey) return;
    const view = {
      "+": () => zoomBy(1),
      "=": () => zoomBy(1),
      "-": () => zoomBy(-1),
      "0": () => setZoom(1),
      f: fit,
      e: toggleAll,
    }[event.key.toLowerCase()];
    if (view) {
      view();
      event.preventDefault();
      return;
    }
    if (event.shiftKey) return;
    if (event.key === "Enter") {
      const borrowed = page.borrowed();
      const object = drawn().get(page.selection() ?? -1);
      const next =
        borrowed ??
        object?.slots.find((slot) => slot.fact.value && boxes.has(slot.fact.value.address))?.fact.value?.address;
      if (next !== undefined && next !== null) page.select(next);
      event.preventDefault();
      return;
    }
    if (!direction) return;
    event.preventDefault();
    const here = boxes.get((event.altKey ? page.borrowed() : null) ?? page.selection() ?? -1);
    let best: number | null = null;
    let bestCost = Number.POSITIVE_INFINITY;
    for (const [address, box] of boxes) {
      if (!here) {
        best = address;
        break;
      }
      if (box === here) continue;
      const dx = box.x + box.width / 2 - here.x - here.width / 2;
      const dy = box.y + box.height / 2 - here.y - here.height / 2;
      const along = dx * direction[0] + dy * direction[1];
      if (along <= 4) continue;
      const cost = along + 2.5 * Math.abs(dx * direction[1] + dy * direction[0]);
      if (cost < bestCost) {
        bestCost = cost;
        best = address;
      }
    }
    if (best === null) return;
    if (event.altKey) page.borrow(best);
    else page.select(best);
  };

  const sentence = () =>
    t("objects.sentence", {
      frames: facts()?.frames.length ?? 0,
      objects: composed()?.total ?? 0,
      hidden: facts()?.hiddenObjects ?? 0,
      step: plain(stepSentence(page.facts()?.step)),
    });

  return (
    <>
      <ViewHeader
        title={t("view.objects")}
        tools={
          <Show when={!props.table && !isPhone() && (isCut() || zoom() < 1)}>
            <ZoomControl
              isSmallest={zoom() === ZOOMS.at(-1)}
              isLargest={zoom() === 1}
              onZoom={zoomBy}
              whole={t("view.fit")}
              onWhole={fit}
            />
          </Show>
        }
        table={props.table}
        onTable={props.onTable}
      />
      <Show when={!props.table} fallback={<ObjectsTable />}>
        <div
          class="picture objects"
          ref={(element) => {
            picture = element;
            observe(element);
          }}
          tabindex="0"
          role="group"
          aria-label={sentence()}
          onKeyDown={onKey}
          onPointerDown={onDown}
          onScroll={(event) => setScroll(event.currentTarget.scrollTop)}
          {...pickers(page)}
        >
          <Show when={facts()} fallback={<AtRest />}>
            <Show when={facts()!.frames.length === 0 && facts()!.objects.length === 0}>
              <p class="empty">{t(emptyWords())}</p>
            </Show>
            <Show when={isPhone()}>
              <PhoneObjects width={size().width} />
            </Show>
            <Show when={composed()}>
              {(shown) => (
                <svg
                  width={shown().width * zoom()}
                  height={Math.max(shown().height * zoom(), size().height)}
                  viewBox={`0 0 ${shown().width} ${Math.max(shown().height, size().height / zoom())}`}
                  class="scene"
                  role="presentation"
                >
                  <FrameShapes frames={shown().frames} />
                  <For each={addresses()}>
                    {(address) => <Show when={drawn().get(address)}>{(shape) => <ObjectGroup shape={shape()} />}</Show>}
                  </For>
                  <ArrowLines picture={shown()} />
                  <ArrowDots picture={shown()} />
                  <For each={shown().flags}>
                    {(flag) => (
                      <Show when={drawn().get(flag.target)}>
                        {(shape) => <FlagText names={flag.names} box={shape().box} />}
                      </Show>
                    )}
                  </For>
                </svg>
              )}
            </Show>
          </Show>
        </div>
        <Show when={facts() && !isPhone()}>
          <Show when={below().count > 0}>
            <button type="button" class="below" onClick={goBelow}>
              <span aria-hidden="true">↓</span> {t("objects.below", { count: below().count })}
              <Show when={below().changed > 0}>
                <span class="nowt">
                  {" · "}
                  {t("objects.belowChanged", { count: below().changed })}
                </span>
              </Show>
            </button>
          </Show>
          <Show when={!isLow() && page.session().instructions > 0}>
            <Legend hidden={facts()!.hiddenObjects} />
            <MemoryStrip />
          </Show>
        </Show>
      </Show>
    </>
  );
}

/** The reader's system asks for no motion. */
function isStill(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

function isChanged(object: ObjectFact): boolean {
  return object.wasReferences !== undefined || object.slots.some(({ was }) => was !== undefined);
}

function Legend(props: { hidden: number }) {
  return (
    <div class="legend" aria-hidden="true">
      <span>
        <s class="wedge" />
        {t("objects.legendChanged")}
      </span>
      <span>
        <code>2</code>
        {t("objects.legendCount")}
      </span>
      <span>
        <code>∞</code>
        {t("objects.legendImmortal")}
      </span>
      <span>
        <svg width="11" height="11" aria-hidden="true">
          <use href="#none" />
        </svg>
        {t("objects.legendNone")}
      </span>
      <span>
        <svg width="22" height="4" aria-hidden="true">
          <path d="M0 2h22" stroke="var(--ghost)" stroke-width="1.3" stroke-dasharray="3 3" />
        </svg>
        {t("objects.legendWas")}
      </span>
      <Show when={props.hidden > 0}>
        <span class="r q">{hiddenWords(props.hidden)}</span>
      </Show>
    </div>
  );
}
