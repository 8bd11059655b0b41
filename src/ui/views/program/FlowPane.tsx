// The flow graph of a code object, drawn: blocks of instructions, edges as control takes them. A slider of passes leads from
// what code generation made to what is assembled; each pass is named, and what it did to each instruction is marked.
import { createEffect, createMemo, createSignal, For, on, Show } from "solid-js";
import { createSize } from "../../drawing/canvas.ts";
import { isLit, markOfPlace } from "../../state/marks.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { edgePath, layoutFlow, type PlacedBlock } from "./flow_layout.ts";
import { boxesOf, changeCount, type FlowBox, type FlowRow } from "./flow_rows.ts";
import { Pane } from "./Pane.tsx";

const ROW_PX = 17;
const HEAD_PX = 20;
const FOOT_PX = 5;
const CHARACTER_PX = 6.35;
const SIDES_PX = 30;
const WIDTH = { least: 96, most: 264 };
const ZOOMS = [1, 0.85, 0.7, 0.55, 0.4, 0.3];
const SIGNS = { added: "+", removed: "−", rewritten: "~", moved: "↕" } as const;
const passKey = (name: string) => name.replaceAll(" ", "_");

function widthOf({ rows }: FlowBox): number {
  const longest = Math.max(0, ...rows.map(({ instruction: i }) => i.opcode.length + 1 + i.argument.length));
  return Math.round(Math.max(WIDTH.least, Math.min(WIDTH.most, longest * CHARACTER_PX + SIDES_PX)));
}

export function FlowPane() {
  const page = useUnderglass();
  const { code } = page;
  const [passIndex, setPassIndex] = createSignal<number | null>(null);
  const [zoom, setZoom] = createSignal(1);
  const [size, observe] = createSize();
  let picture!: HTMLDivElement;

  const passes = () => code.flow()?.passes ?? [];
  /** Null follows the last. */
  const at = () => Math.min(passIndex() ?? passes().length - 1, passes().length - 1);
  const pass = () => passes()[at()];
  const boxes = createMemo(() => (code.flow() === null ? [] : boxesOf(code.flow()!, at())));
  const layout = createMemo(() =>
    layoutFlow(
      boxes().map((box) => ({
        id: box.id,
        width: widthOf(box),
        height: HEAD_PX + box.rows.length * ROW_PX + FOOT_PX,
        edges: box.edges,
      })),
    ),
  );
  const placed = createMemo(() => new Map(layout().blocks.map((block) => [block.id, block])));
  const offsets = createMemo(() => new Map(code.flow()?.offsets ?? []));
  const nowOffset = () =>
    code.shown() === code.running() && code.running() !== null ? (page.facts()?.program?.nowOffset ?? null) : null;
  const rowsInOrder = createMemo(() => boxes().flatMap((box) => box.rows.filter(({ change }) => change !== "removed")));

  const offsetOf = ({ instruction }: FlowRow) => offsets().get(instruction.id) ?? null;
  const markOf = (row: FlowRow) =>
    markOfPlace(code.story()!, row.instruction.place, {
      from: "flow",
      code: code.shown(),
      offset: offsetOf(row),
      flow: row.instruction.id,
    });
  const isHere = (row: FlowRow) => {
    const mark = code.mark();
    if (mark === null || mark.code !== code.shown()) return false;
    return mark.flow === row.instruction.id || (mark.offset !== null && mark.offset === offsetOf(row));
  };

  const hereBox = createMemo(() => boxes().find(({ rows }) => rows.some(isHere))?.id ?? null);

  const fit = () => {
    const { width, height } = layout();
    const part = Math.min(size().width / width, size().height / height);
    setZoom(ZOOMS.find((z) => z <= part) ?? ZOOMS[ZOOMS.length - 1]!);
    picture.scrollTo({ top: 0, left: 0 });
  };
  const zoomBy = (by: number) => {
    const index = ZOOMS.findIndex((z) => z <= zoom()) - by;
    setZoom(ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, index))]!);
  };
  const scrollTo = (id: number) => {
    const box = boxes().findIndex(({ rows }) => rows.some(({ instruction }) => instruction.id === id));
    const block = box < 0 ? undefined : placed().get(boxes()[box]!.id);
    if (!block) return;
    const row = boxes()[box]!.rows.findIndex(({ instruction }) => instruction.id === id);
    const top = (block.y + HEAD_PX + row * ROW_PX) * zoom();
    const left = block.x * zoom();
    const isSeen =
      top > picture.scrollTop &&
      top < picture.scrollTop + picture.clientHeight - ROW_PX * 2 &&
      left >= picture.scrollLeft &&
      left + Math.min(block.width * zoom(), picture.clientWidth) <= picture.scrollLeft + picture.clientWidth;
    if (!isSeen) picture.scrollTo({ top: top - picture.clientHeight / 3, left: left - 24 });
  };
  createEffect(
    on([code.mark, layout], ([mark]) => {
      if (mark === null || mark.from === "flow") return;
      const row = rowsInOrder().find((each) => isHere(each) || isLit(mark, each.instruction.place));
      if (row) scrollTo(row.instruction.id);
    }),
  );
  createEffect(
    on([nowOffset, layout], ([now]) => {
      const row =
        now === null || code.mark() !== null ? undefined : rowsInOrder().find((each) => offsetOf(each) === now);
      if (row) scrollTo(row.instruction.id);
    }),
  );

  const movePass = (by: number) => setPassIndex(Math.max(0, Math.min(passes().length - 1, at() + by)));
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) return;
    const view = { "+": () => zoomBy(1), "=": () => zoomBy(1), "-": () => zoomBy(-1), "0": () => setZoom(1), f: fit }[
      event.key.toLowerCase()
    ];
    const list = rowsInOrder();
    const here = list.findIndex(isHere);
    const go = (to: number) => {
      const row = list[Math.max(0, Math.min(list.length - 1, to))];
      if (!row) return;
      if (event.altKey) code.lend(markOf(row));
      else code.setMark(markOf(row));
      scrollTo(row.instruction.id);
    };
    if (view) view();
    else if (event.key === ",") movePass(-1);
    else if (event.key === ".") movePass(1);
    else if (event.key === "ArrowDown") go(here < 0 ? 0 : here + 1);
    else if (event.key === "ArrowUp") go(here < 0 ? 0 : here - 1);
    else return;
    event.preventDefault();
  };

  const rowOf = (event: Event) => {
    const id = (event.target as Element).closest("[data-instruction]")?.getAttribute("data-instruction");
    return boxes()
      .flatMap(({ rows }) => rows)
      .find(({ instruction }) => String(instruction.id) === id);
  };
  const listeners = {
    onKeyDown: onKey,
    onClick: (event: MouseEvent) => {
      const row = rowOf(event);
      if (row) code.setMark(markOf(row));
    },
    onPointerOver: (event: PointerEvent) => {
      if (event.pointerType === "touch") return;
      const row = rowOf(event);
      code.lend(row ? markOf(row) : null);
    },
    onPointerLeave: () => code.lend(null),
  };

  return (
    <Pane
      name="flow"
      note={code.shown() === null ? "" : code.story()!.codes[code.shown()!]!.name}
      tools={
        <span class="zoom" role="group" aria-label={t("view.zoom")}>
          <button type="button" class="quiet small" aria-label={t("view.smaller")} onClick={() => zoomBy(-1)}>
            −
          </button>
          <button type="button" class="quiet small" aria-label={t("view.larger")} onClick={() => zoomBy(1)}>
            +
          </button>
          <button type="button" class="quiet small" onClick={fit}>
            {t("view.fit")}
          </button>
        </span>
      }
    >
      <div class="flow-body">
        <PassList at={at()} onPass={setPassIndex} onMove={movePass} />
        <div
          class="flow-picture"
          tabindex="0"
          role="group"
          aria-label={t("code.flowSentence", {
            blocks: boxes().length,
            instructions: rowsInOrder().length,
            pass: pass() ? t(`code.passes.${passKey(pass()!.name)}.name`) : "",
          })}
          ref={(element) => {
            picture = element;
            observe(element);
          }}
          {...listeners}
        >
          <div
            class="flow-size"
            style={{ width: `${layout().width * zoom()}px`, height: `${layout().height * zoom()}px` }}
          >
            <div
              class="flow-scaled"
              style={{
                width: `${layout().width}px`,
                height: `${layout().height}px`,
                transform: zoom() === 1 ? undefined : `scale(${zoom()})`,
              }}
            >
              <Edges layout={layout()} around={hereBox()} />
              <For each={boxes()}>
                {(box) => (
                  <Box
                    box={box}
                    place={placed().get(box.id)!}
                    nowOffset={nowOffset()}
                    offsetOf={offsetOf}
                    isHere={isHere}
                  />
                )}
              </For>
            </div>
          </div>
        </div>
      </div>
      <Legend />
    </Pane>
  );
}

function Legend() {
  return (
    <div class="flow-legend">
      <For each={["next", "jump", "handler"] as const}>
        {(kind) => (
          <span>
            <svg width="30" height="10" aria-hidden="true">
              <path
                class={`flow-edge ${kind}`}
                d="M4 5H26"
                marker-start={kind === "next" ? undefined : "url(#flow-dot)"}
                marker-end="url(#flow-head)"
              />
            </svg>
            {t(`code.legend${kind === "next" ? "Next" : kind === "jump" ? "Jump" : "Handler"}`)}
          </span>
        )}
      </For>
    </div>
  );
}

function Edges(props: { layout: ReturnType<typeof layoutFlow>; around: number | null }) {
  return (
    <svg class="flow-edges" width={props.layout.width} height={props.layout.height} aria-hidden="true">
      <defs>
        <marker id="flow-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
          <path d="M0 0.8 7 4 0 7.2z" />
        </marker>
        <marker id="flow-dot" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="6" markerHeight="6">
          <circle cx="4" cy="4" r="3.2" />
        </marker>
      </defs>
      <For each={props.layout.edges}>
        {(edge) => (
          <path
            class={`flow-edge ${edge.kind}`}
            classList={{ strong: props.around === edge.from || props.around === edge.to }}
            d={edgePath(edge.points)}
            marker-start={edge.kind === "next" ? undefined : "url(#flow-dot)"}
            marker-end="url(#flow-head)"
          />
        )}
      </For>
    </svg>
  );
}

function Box(props: {
  box: FlowBox;
  place: PlacedBlock;
  nowOffset: number | null;
  offsetOf: (row: FlowRow) => number | null;
  isHere: (row: FlowRow) => boolean;
}) {
  const { code } = useUnderglass();
  return (
    <div
      class="flow-box"
      classList={{ handler: props.box.isHandler, cold: props.box.isCold }}
      style={{
        left: `${props.place.x}px`,
        top: `${props.place.y}px`,
        width: `${props.place.width}px`,
        height: `${props.place.height}px`,
      }}
    >
      <div class="flow-head">
        <b>B{props.box.id}</b>
        <span class="t">
          {[
            props.box.isHandler ? t("code.handler") : "",
            props.box.isCold ? t("code.cold") : "",
            props.box.startDepth === null ? "" : t("code.depth", { count: props.box.startDepth }),
          ]
            .filter((word) => word !== "")
            .join(", ")}
        </span>
      </div>
      <For each={props.box.rows}>
        {(row) => (
          <div
            class="flow-row"
            classList={{
              [row.change ?? "kept"]: true,
              lit: isLit(code.mark(), row.instruction.place),
              lent: isLit(code.lent(), row.instruction.place),
              here: props.isHere(row),
              hot: props.nowOffset !== null && props.offsetOf(row) === props.nowOffset,
            }}
            data-instruction={row.instruction.id}
          >
            <span class="sign">{row.change === null ? "" : SIGNS[row.change]}</span>
            <span class="flow-op">{row.instruction.opcode}</span>{" "}
            <span class="flow-arg">{row.instruction.argument}</span>
          </div>
        )}
      </For>
    </div>
  );
}

/** The passes by name, with how much each did: a list where there is room, else a menu with two buttons. */
function PassList(props: { at: number; onPass: (index: number) => void; onMove: (by: number) => void }) {
  const { code } = useUnderglass();
  const passes = () => code.flow()?.passes ?? [];
  const pass = () => passes()[props.at];
  const name = (index: number) => t(`code.passes.${passKey(passes()[index]!.name)}.name`);
  return (
    <div class="passes">
      <div class="pass-list" role="listbox" aria-label={t("code.passesTitle")}>
        <For each={passes()}>
          {(each, index) => (
            <button
              type="button"
              role="option"
              aria-selected={index() === props.at}
              class="pass"
              classList={{
                on: index() === props.at,
                idle: index() > 0 && changeCount(each) === 0 && each.blocks === null,
              }}
              onClick={() => props.onPass(index())}
            >
              <span class="pass-number">{index()}</span>
              <span class="pass-name">{name(index())}</span>
              <span class="pass-count">{changeCount(each) || ""}</span>
            </button>
          )}
        </For>
      </div>
      <div class="pass-menu">
        <button
          type="button"
          class="quiet small"
          aria-label={t("code.passBefore")}
          disabled={props.at <= 0}
          onClick={() => props.onMove(-1)}
        >
          ‹
        </button>
        <select
          aria-label={t("code.passesTitle")}
          value={String(props.at)}
          onChange={(event) => props.onPass(Number(event.currentTarget.value))}
        >
          <For each={passes()}>
            {(each, index) => (
              <option value={String(index())}>
                {index()} {name(index())}
                {changeCount(each) > 0 ? ` (${changeCount(each)})` : ""}
              </option>
            )}
          </For>
        </select>
        <button
          type="button"
          class="quiet small"
          aria-label={t("code.passAfter")}
          disabled={props.at >= passes().length - 1}
          onClick={() => props.onMove(1)}
        >
          ›
        </button>
      </div>
      <Show when={pass()}>
        {(shown) => (
          <p class="pass-what">
            {t(`code.passes.${passKey(shown().name)}.what`)}{" "}
            <span class="t">
              {(["added", "removed", "rewritten", "moved"] as const)
                .filter((change) => shown()[change].length > 0)
                .map((change) => `${SIGNS[change]} ${t(`code.change.${change}`, { count: shown()[change].length })}`)
                .join(" · ") || (props.at > 0 ? t("code.changedNothing") : "")}
            </span>
          </p>
        )}
      </Show>
    </div>
  );
}
