// Allocators: the layers, then every arena and pool, and one pool in close-up with its free list.
import { createEffect, createMemo, createSignal, For, Show } from "solid-js";
import type { ArenaFact, PoolFact } from "../../../protocol/facts.ts";
import { BLOCK_STATES } from "../../../protocol/limits.ts";
import { AtRest } from "../../components/AtRest.tsx";
import { Glyph } from "../../components/Glyph.tsx";
import { ViewHeader } from "../../components/ViewHeader.tsx";
import { createSize, prepare } from "../../drawing/canvas.ts";
import { address, count } from "../../format.ts";
import { t } from "../../state/text.ts";
import { theme } from "../../state/theme.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { AllocatorsTable } from "./AllocatorsTable.tsx";
import { Layers } from "./Layers.tsx";
import { type Grid, POOLS_IN_ROW, PoolImages, paintArena, paintPool, poolGrid, poolRect } from "./paint.ts";

const LEFT = 20;
const ARENA_HEAD = 22;
const ARENA_GAP = 8;
const POOL_GAP = 1;
/** Room for the legend below the arenas, and for the words below the close-up. */
const BELOW_ARENAS = 52;
const BELOW_CLOSE_UP = 48;
const POOL_TALLEST = 268;
/** The close-up's share of the width, and its largest. */
const POOL_SHARE = 0.36;
const POOL_WIDEST = 326;
const BETWEEN = 66;
const ZOOMS = [1, 2, 4];

export function AllocatorsView(props: { table: boolean; onTable: () => void }) {
  const page = useUnderglass();
  const [size, observe] = createSize();
  const facts = () => page.facts()?.allocators;
  const width = () => Math.max(300, size().width);
  return (
    <>
      <ViewHeader
        title={t("view.allocators")}
        sentence={t("view.layerSentence")}
        right={<span />}
        fold
        table={props.table}
        onTable={props.onTable}
      />
      <Show when={!props.table} fallback={<AllocatorsTable />}>
        <div
          class="picture allocators"
          ref={observe}
          tabindex="0"
          role="group"
          aria-label={t("view.allocators")}
          onKeyDown={(event) => moveInPool(event)}
        >
          <Show when={facts()} fallback={<AtRest />}>
            {(shown) => (
              <>
                <Show when={width() > 620} fallback={<NarrowLayers />}>
                  <Layers facts={shown()} width={width()} />
                </Show>
                <Arenas width={width()} />
              </>
            )}
          </Show>
        </div>
      </Show>
    </>
  );

  /** Arrow keys go from block to block of the pool in close-up. */
  function moveInPool(event: KeyboardEvent): void {
    const pool = facts()?.pool;
    if (!pool || event.ctrlKey || event.shiftKey) return;
    const place = page.facts()?.selection?.place;
    const here = place?.type === "pool" && place.poolAddress === pool.address ? place.blockIndex : -1;
    const columns = poolGrid(pool.blockCount, poolWidth(width()), POOL_TALLEST).columns;
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = here < 0 ? 0 : here + by;
    if (next < 0 || next >= pool.blockCount) return;
    page.select(blockTarget(pool.address, pool.headerBytes, pool.blockBytes, next));
    page.setPool(pool.address);
  }
}

function poolWidth(width: number): number {
  return width < 720 ? width - 2 * LEFT : Math.min(POOL_WIDEST, Math.round(width * POOL_SHARE));
}

function blockTarget(pool: number, header: number, blockBytes: number, index: number): number {
  return pool + header + blockBytes * index;
}

function NarrowLayers() {
  const page = useUnderglass();
  return (
    <dl class="kv narrow-layers">
      <For each={[...(page.facts()?.allocators?.layers ?? [])].sort((a, b) => b.level - a.level)}>
        {(layer) => (
          <>
            <dt>{t(`allocators.layer.${layer.level}`)}</dt>
            <dd>{count(layer.bytes)}</dd>
          </>
        )}
      </For>
    </dl>
  );
}

function Arenas(props: { width: number }) {
  const page = useUnderglass();
  const facts = () => page.facts()!.allocators!;
  const [zoom, setZoom] = createSignal(1);
  const [hover, setHover] = createSignal<{ arena: ArenaFact; pool: PoolFact } | null>(null);
  const images = new PoolImages();
  let canvas!: HTMLCanvasElement;

  const stacked = () => props.width < 720;
  const closeWidth = () => poolWidth(props.width);
  const viewWidth = () => (stacked() ? props.width - 2 * LEFT : props.width - closeWidth() - BETWEEN - LEFT - 20);
  const arenaWidth = () => Math.min(viewWidth(), 512 + Math.max(0, viewWidth() - 512) * 0.6) * zoom();
  const cellWidth = () => Math.floor(((arenaWidth() - (POOLS_IN_ROW - 1) * POOL_GAP) / POOLS_IN_ROW) * 2) / 2;
  const cellHeight = () => Math.round(cellWidth());
  const rows = () => Math.ceil((facts().arenas[0]?.pools.length ?? 64) / POOLS_IN_ROW);
  const arenaHeight = () => ARENA_HEAD + rows() * (cellHeight() + POOL_GAP) + ARENA_GAP;
  const grid = (index: number): Grid => ({
    x: 0,
    y: index * arenaHeight() + ARENA_HEAD,
    cellWidth: cellWidth(),
    cellHeight: cellHeight(),
    gap: POOL_GAP,
  });
  const height = () => facts().arenas.length * arenaHeight();
  const fullWidth = () => POOLS_IN_ROW * (cellWidth() + POOL_GAP);

  createEffect(() => {
    theme();
    images.clear();
  });
  createEffect(() => {
    theme();
    const shown = facts();
    const context = prepare(canvas, fullWidth(), height());
    shown.arenas.forEach((arena, index) => {
      paintArena(context, arena, grid(index), images, shown.alignment, shown.poolBytes);
    });
  });

  const at = (event: PointerEvent | MouseEvent): { arena: ArenaFact; pool: PoolFact } | null => {
    const rect = canvas.getBoundingClientRect();
    const x = event.clientX - rect.left;
    const y = event.clientY - rect.top;
    const index = Math.floor(y / arenaHeight());
    const arena = facts().arenas[index];
    if (!arena) return null;
    const column = Math.floor(x / (cellWidth() + POOL_GAP));
    const row = Math.floor((y - index * arenaHeight() - ARENA_HEAD) / (cellHeight() + POOL_GAP));
    const pool = arena.pools[row * POOLS_IN_ROW + column];
    return row < 0 || !pool || column >= POOLS_IN_ROW ? null : { arena, pool };
  };
  const shownPool = createMemo(() => {
    const pool = facts().pool;
    if (!pool) return null;
    const arenaIndex = facts().arenas.findIndex((arena) => arena.index === pool.arena);
    return arenaIndex < 0 ? null : { pool, rect: poolRect(grid(arenaIndex), pool.index) };
  });
  const closeTop = () => ARENA_HEAD;
  const closeHeight = () => Math.min(POOL_TALLEST, Math.max(200, height() - ARENA_HEAD));
  const closeX = () => LEFT + viewWidth() + BETWEEN;

  return (
    <div class="arenas">
      <div class="arenas-title">
        <b>{t("allocators.arenas")}</b>
        <span class="q">
          {t("allocators.arenasSentence", {
            arena: facts().arenaBytes === 1 << 20 ? "1 MiB" : `${facts().arenaBytes / 1024} KiB`,
            pools: facts().arenaBytes / facts().poolBytes,
            pool: `${facts().poolBytes / 1024} KiB`,
            dot: facts().alignment,
          })}
        </span>
        <span class="r">
          <Show when={hover()}>
            {(over) => (
              <span class="t n">
                {t("allocators.pool", { index: over().pool.index })} {address(over().pool.address)}
                {over().pool.blockBytes > 0
                  ? ` · ${t("allocators.poolBlocks", { count: over().pool.blocks.length, bytes: over().pool.blockBytes })}`
                  : ""}
              </span>
            )}
          </Show>{" "}
          <button
            type="button"
            class="quiet"
            onClick={() => setZoom(ZOOMS[(ZOOMS.indexOf(zoom()) + 1) % ZOOMS.length]!)}
          >
            {zoom() === ZOOMS[ZOOMS.length - 1] ? t("allocators.zoomOut") : t("allocators.zoomIn")}
          </button>
        </span>
      </div>
      <div
        class="arena-area"
        classList={{ stacked: stacked() }}
        style={{ "min-height": `${Math.max(height() + BELOW_ARENAS, closeHeight() + ARENA_HEAD + BELOW_CLOSE_UP)}px` }}
      >
        <div class="arena-scroll" style={{ width: `${viewWidth()}px`, height: `${height()}px` }}>
          <canvas
            ref={canvas}
            style={{ width: `${fullWidth()}px`, height: `${height()}px` }}
            onPointerMove={(event) => setHover(at(event))}
            onPointerLeave={() => setHover(null)}
            onClick={(event) => {
              const found = at(event);
              if (found && found.pool.blockBytes > 0) page.setPool(found.pool.address);
            }}
          />
          <svg width={fullWidth()} height={height()} class="over" aria-hidden="true">
            <For each={facts().arenas}>
              {(arena, index) => (
                <>
                  <text x="0" y={index() * arenaHeight() + 15} font-size="11.5" fill="var(--ink2)">
                    {t("allocators.arena", { index: arena.index })}
                  </text>
                  <text class="m" x="54" y={index() * arenaHeight() + 15} font-size="11" fill="var(--ink3)">
                    {address(arena.address)}
                  </text>
                  <text
                    x={Math.min(fullWidth(), viewWidth()) - 2}
                    y={index() * arenaHeight() + 15}
                    font-size="11.5"
                    fill="var(--ink3)"
                    text-anchor="end"
                  >
                    {t("allocators.poolsInUse", { used: arena.poolsInUse, count: arena.pools.length })}
                  </text>
                </>
              )}
            </For>
            <Show when={hover()}>
              {(over) => {
                const rect = () => poolRect(grid(facts().arenas.indexOf(over().arena)), over().pool.index);
                return (
                  <rect
                    x={rect().x - 0.5}
                    y={rect().y - 0.5}
                    width={rect().width + 1}
                    height={rect().height + 1}
                    fill="none"
                    stroke="var(--ink)"
                    stroke-dasharray="3 2"
                  />
                );
              }}
            </Show>
            <Show when={shownPool()}>
              {(shown) => (
                <rect
                  x={shown().rect.x - 1}
                  y={shown().rect.y - 1}
                  width={shown().rect.width + 2}
                  height={shown().rect.height + 2}
                  fill="none"
                  stroke="var(--ink)"
                  stroke-width="2"
                />
              )}
            </Show>
          </svg>
        </div>
        <div style={{ "max-width": stacked() ? undefined : `${viewWidth() + 60}px` }}>
          <Legend />
        </div>
        <Show when={facts().hiddenArenas > 0}>
          <p class="t hidden-arenas">{t("allocators.hiddenArenas", { count: facts().hiddenArenas })}</p>
        </Show>
        <Show when={shownPool() && !stacked() && zoom() === 1}>
          <svg
            class="funnel"
            width={BETWEEN + 20}
            height={Math.max(height(), closeTop() + closeHeight())}
            style={{ left: `${LEFT + Math.min(fullWidth(), viewWidth())}px` }}
            aria-hidden="true"
          >
            {(() => {
              const { rect } = shownPool()!;
              const from = LEFT + Math.min(fullWidth(), viewWidth());
              const x1 = LEFT + rect.x + rect.width - from;
              const x2 = closeX() - from;
              return (
                <>
                  <path
                    d={`M${x1} ${rect.y}L${x2} ${closeTop()}V${closeTop() + closeHeight()}L${x1} ${rect.y + rect.height}z`}
                    fill="var(--halo)"
                  />
                  <path
                    d={`M${x1} ${rect.y}L${x2} ${closeTop()}M${x1} ${rect.y + rect.height}L${x2} ${closeTop() + closeHeight()}`}
                    stroke="var(--ink)"
                    stroke-opacity="0.6"
                  />
                </>
              );
            })()}
          </svg>
        </Show>
        <Show when={facts().pool}>
          <PoolCloseUp
            x={stacked() ? LEFT : closeX()}
            width={closeWidth()}
            height={closeHeight()}
            stacked={stacked()}
          />
        </Show>
      </div>
      <Lists />
    </div>
  );
}

function PoolCloseUp(props: { x: number; width: number; height: number; stacked: boolean }) {
  const page = useUnderglass();
  const pool = () => page.facts()!.allocators!.pool!;
  const grid = createMemo(() => poolGrid(pool().blockCount, props.width - 4, props.height - 4));
  const [hover, setHover] = createSignal<number | null>(null);
  let canvas!: HTMLCanvasElement;
  const indexOf = (at: number | null) =>
    at === null ? null : Math.floor((at - pool().address - pool().headerBytes) / pool().blockBytes);
  const drawnHeight = () => Math.ceil(pool().blockCount / grid().columns) * grid().cellHeight;

  createEffect(() => {
    theme();
    const selected = page.facts()?.selection;
    const inPool = (at: number | null | undefined) =>
      at !== null &&
      at !== undefined &&
      at >= pool().address &&
      at < pool().address + page.facts()!.allocators!.poolBytes;
    const context = prepare(canvas, props.width - 4, drawnHeight() + 2);
    context.translate(0.5, 1);
    paintPool(context, pool(), grid(), {
      selected: inPool(selected?.block) ? indexOf(selected!.block) : null,
      borrowed: hover() ?? (inPool(page.borrowed()) ? indexOf(page.borrowed()) : null),
      changedHead: false,
    });
  });
  const at = (event: MouseEvent): number | null => {
    const rect = canvas.getBoundingClientRect();
    const index =
      Math.floor((event.clientY - rect.top) / grid().cellHeight) * grid().columns +
      Math.floor((event.clientX - rect.left) / grid().cellWidth);
    return index >= 0 && index < pool().blockCount ? index : null;
  };
  const chainWords = () => {
    const list = pool().freeList;
    if (list.length === 0) return pool().neverUsed > 0 ? t("allocators.noFree") : t("allocators.poolFull");
    if (list.length === 1) return t("allocators.freeListOne", { first: list[0] });
    const shown = list.slice(1, 3).map(String);
    if (list.length > 4) shown.push("…");
    if (list.length > 3) shown.push(String(list[list.length - 1]));
    return t("allocators.freeList", { first: list[0], next: shown.join(", ") });
  };
  const select = (index: number) => {
    const block = pool().address + pool().headerBytes + pool().blockBytes * index;
    // A block that the collector tracks begins with its header; the object is what is selected.
    void page.backend
      .request("moment", { moment: page.moment(), selection: { address: block + 16, referrerLimit: 1 } })
      .then((answer) => {
        page.select(
          answer.selection && answer.selection.block === block && answer.selection.typeAddress ? block + 16 : block,
        );
        page.setPool(pool().address);
      });
  };
  return (
    <div
      class="pool-close"
      classList={{ stacked: props.stacked }}
      style={{ left: `${props.x}px`, width: `${props.width}px` }}
    >
      <div class="pool-head">
        <b>{t("allocators.pool", { index: pool().index })}</b> <code class="n t">{address(pool().address)}</code>
        <span class="t r">
          {hover() !== null
            ? hoverWords(pool().blocks[hover()!]!, hover()!)
            : t("allocators.poolBlocks", { count: pool().blockCount, bytes: pool().blockBytes })}
        </span>
      </div>
      <div class="pool-frame">
        <canvas
          ref={canvas}
          style={{ width: `${props.width - 4}px`, height: `${drawnHeight() + 2}px` }}
          onPointerMove={(event) => setHover(at(event))}
          onPointerLeave={() => setHover(null)}
          onClick={(event) => {
            const index = at(event);
            if (index !== null) select(index);
          }}
        />
      </div>
      <p class="q chain">
        <span class="head-dot" />
        {chainWords()}
        <Show when={pool().freeList.length > 0}>
          <br />
          {t("allocators.nextRequest", { bytes: pool().blockBytes, first: pool().freeList[0] })}
        </Show>
      </p>
    </div>
  );
}

function hoverWords(state: number, index: number): string {
  const name = BLOCK_STATES[state]!;
  const what =
    name === "untouched"
      ? t("allocators.untouched")
      : name === "free"
        ? t("allocators.blockFree")
        : t(`allocators.part.${name}`);
  return `${t("allocators.block", { index })}: ${what}`;
}

function Legend() {
  const page = useUnderglass();
  return (
    <div class="legend two" aria-hidden="true">
      <For each={["cod", "txt", "seq", "map", "num", "ins"] as const}>
        {(kind) => (
          <span>
            <Glyph kind={kind} size={12} />
            {t(`allocators.legend.${kind}`)}
          </span>
        )}
      </For>
      <span>
        <i class="swatch" style={{ background: "var(--buf)" }} />
        {t("allocators.legend.buf")}
      </span>
      <span>
        <svg width="11" height="11" aria-hidden="true">
          <rect x="0.5" y="0.5" width="10" height="10" fill="url(#hatch2)" stroke="var(--ghost)" />
        </svg>
        {t("allocators.legend.free")}
      </span>
      <span>
        <svg width="11" height="11" aria-hidden="true">
          <rect x="0.5" y="0.5" width="10" height="10" fill="none" stroke="var(--ghost)" stroke-dasharray="2 2" />
        </svg>
        {t("allocators.legend.untouched")}
      </span>
      <span>
        <i class="swatch" style={{ background: "var(--ink3)" }} />
        {t("allocators.legend.header", { bytes: page.facts()?.allocators?.pool?.headerBytes ?? 48 })}
      </span>
    </div>
  );
}

function Lists() {
  const page = useUnderglass();
  return (
    <Show when={(page.facts()?.allocators?.freeLists.length ?? 0) > 0}>
      <div class="free-lists">
        <b>{t("allocators.freeLists")}</b>
        <For each={page.facts()!.allocators!.freeLists}>
          {(list) => (
            <div class="free-list">
              <Glyph kind={list.kind} size={12} />
              <span class="n">{list.name}</span>
              <span class="t">{t("allocators.freeListRow", { count: list.count, capacity: list.capacity })}</span>
              <For each={list.blocks}>
                {(block) => (
                  <button type="button" class="link n" onClick={() => page.select(block)}>
                    {address(block)}
                  </button>
                )}
              </For>
              <Show when={list.hiddenBlocks > 0}>
                <span class="t">{t("program.more", { count: list.hiddenBlocks })}</span>
              </Show>
            </div>
          )}
        </For>
      </div>
    </Show>
  );
}
