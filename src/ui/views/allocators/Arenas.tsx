// Every arena and pool of the machine, from all of them down to one block.
//
// The canvas is as large as the window onto the picture, never as the picture: at the largest size a few arenas alone would be
// beyond what a canvas may have. It stays in place while the sheet behind it scrolls, and is painted for where the sheet stands.
import { createEffect, createMemo, createSignal, For, on, onCleanup, onMount, Show, untrack } from "solid-js";
import { Glyph } from "../../components/Glyph.tsx";
import { prepare } from "../../drawing/canvas.ts";
import { address } from "../../format.ts";
import { t } from "../../state/text.ts";
import { theme } from "../../state/theme.ts";
import { useUnderglass } from "../../state/underglass.ts";
import {
  ARENA_HEAD,
  arenaGrid,
  arenaMap,
  blockOutline,
  type Found,
  findAt,
  HEADER_DOTS,
  placeAt,
  pointOf,
  poolRect,
} from "./arena_map.ts";
import { hoverWords, LEFT, PoolCloseUp, poolWidth, STACKED_BELOW, selectBlock } from "./PoolCloseUp.tsx";
import { PoolImages, paintArena } from "./paint.ts";

export const ARENA_ZOOMS = [1, 2, 4, 8, 16];

/** Room for the legend below the arenas, and for the words below the close-up. */
const BELOW_ARENAS = 52;
const BELOW_CLOSE_UP = 48;
export const POOL_TALLEST = 268;
const BETWEEN = 66;
/** What all arenas may take of the page's height before they scroll in a window of their own. */
const WINDOW_TALLEST = 1200;
/** An arena's least width at size 1, and its share of what there is beyond. */
const ARENA_WIDTH = 512;
const ARENA_SHARE = 0.6;
/** From this size of a dot on, a block is told from its neighbours: pointing means the block, not the pool. */
const BLOCKS_FROM = 4;

export function Arenas(props: { width: number; zoom: number; onZoom: (by: number) => void }) {
  const page = useUnderglass();
  const facts = () => page.facts()!.allocators!;
  const [hover, setHover] = createSignal<Found | null>(null);
  const [scroll, setScroll] = createSignal({ left: 0, top: 0 });
  const images = new PoolImages();
  let canvas!: HTMLCanvasElement;
  let frame!: HTMLDivElement;

  const isStacked = () => props.width < STACKED_BELOW;
  const closeWidth = () => poolWidth(props.width);
  const viewWidth = () => (isStacked() ? props.width - 2 * LEFT : props.width - closeWidth() - BETWEEN - LEFT - 20);
  const arenaWidth = () => Math.min(viewWidth(), ARENA_WIDTH + Math.max(0, viewWidth() - ARENA_WIDTH) * ARENA_SHARE);
  const poolDots = () => facts().poolBytes / facts().alignment;
  const mapOf = (zoom: number) => arenaMap(facts().arenas, arenaWidth(), zoom, poolDots());
  const map = createMemo(() => mapOf(props.zoom));
  const windowHeight = createMemo(() => Math.min(WINDOW_TALLEST, mapOf(1).height));
  const windowWidth = () => Math.min(viewWidth(), map().width);
  const isBlocks = () => map().dot >= BLOCKS_FROM;

  createEffect(() => {
    theme();
    images.clear();
  });
  createEffect(() => {
    theme();
    const shown = facts();
    const view = { x: scroll().left, y: scroll().top, width: windowWidth(), height: windowHeight() };
    const context = prepare(canvas, view.width, view.height);
    shown.arenas.forEach((arena, index) => {
      paintArena(context, arena, index, map(), view, images, shown.alignment, shown.poolBytes);
    });
  });

  // -- size: what is under the pointer, or the pool in close-up, stays where it is ---------------------------------------

  let anchor: { x: number; y: number } | null = null;
  createEffect(
    on(
      () => props.zoom,
      (zoom, before) => {
        if (before === undefined || !frame) return;
        const from = untrack(() => mapOf(before));
        const to = untrack(() => mapOf(zoom));
        const shown = untrack(() => shownPool());
        const held =
          anchor ??
          (shown
            ? middleOf(poolRect(arenaGrid(from, shown.arenaIndex), shown.pool.index))
            : { x: windowWidth() / 2 + frame.scrollLeft, y: windowHeight() / 2 + frame.scrollTop });
        const place = pointOf(to, placeAt(from, held.x, held.y));
        const [x, y] =
          anchor === null
            ? [place.x - viewWidth() / 2, place.y - windowHeight() / 2]
            : [place.x - (held.x - frame.scrollLeft), place.y - (held.y - frame.scrollTop)];
        anchor = null;
        queueMicrotask(() => frame.scrollTo({ left: x, top: y }));
      },
    ),
  );
  const onWheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const rect = frame.getBoundingClientRect();
    anchor = { x: event.clientX - rect.left + frame.scrollLeft, y: event.clientY - rect.top + frame.scrollTop };
    props.onZoom(event.deltaY < 0 ? 1 : -1);
    anchor = null;
  };
  onMount(() => {
    frame.addEventListener("wheel", onWheel, { passive: false });
    onCleanup(() => frame.removeEventListener("wheel", onWheel));
  });

  // -- what is pointed at ------------------------------------------------------------------------------------------------

  const at = (event: MouseEvent): Found | null => {
    const rect = canvas.getBoundingClientRect();
    const x = event.clientX - rect.left + scroll().left;
    const y = event.clientY - rect.top + scroll().top;
    return findAt(map(), facts().arenas, facts().alignment, x, y);
  };
  const choose = (found: Found): void => {
    if (found.pool.blockBytes === 0) return;
    if (isBlocks() && found.block !== null) {
      selectBlock(page, found.pool, found.block, HEADER_DOTS * facts().alignment);
    } else page.setPool(found.pool.address);
  };
  const hoverText = (over: Found): string => {
    const pool = `${t("allocators.pool", { index: over.pool.index })} ${address(over.pool.address)}`;
    if (over.pool.blockBytes === 0) return pool;
    if (isBlocks() && over.block !== null) return `${pool} · ${hoverWords(over.pool.blocks[over.block]!, over.block)}`;
    return `${pool} · ${t("allocators.poolBlocks", { count: over.pool.blocks.length, bytes: over.pool.blockBytes })}`;
  };
  const shownPool = createMemo(() => {
    const pool = facts().pool;
    if (!pool) return null;
    const arenaIndex = facts().arenas.findIndex((arena) => arena.index === pool.arena);
    return arenaIndex < 0 ? null : { pool, arenaIndex, rect: poolRect(arenaGrid(map(), arenaIndex), pool.index) };
  });
  /** The outline of a block in the sheet. */
  const outlineOf = (corner: { x: number; y: number }, blockBytes: number, block: number) => ({
    transform: `translate(${corner.x} ${corner.y})`,
    d: blockOutline(map(), blockBytes / facts().alignment, block),
  });
  const selectedBlock = () => {
    const shown = shownPool();
    const block = page.facts()?.selection?.block ?? null;
    if (!shown || block === null || !isBlocks()) return null;
    const index = (block - shown.pool.address - shown.pool.headerBytes) / shown.pool.blockBytes;
    if (!Number.isInteger(index) || index < 0 || index >= shown.pool.blockCount) return null;
    return outlineOf(shown.rect, shown.pool.blockBytes, index);
  };

  const closeHeight = () => Math.min(POOL_TALLEST, Math.max(200, windowHeight() - ARENA_HEAD));
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
          <Show when={hover()}>{(over) => <span class="t n">{hoverText(over())}</span>}</Show>
        </span>
      </div>
      <div
        class="arena-area"
        classList={{ stacked: isStacked() }}
        style={{
          "min-height": `${Math.max(windowHeight() + BELOW_ARENAS, closeHeight() + ARENA_HEAD + BELOW_CLOSE_UP)}px`,
        }}
      >
        <div
          class="arena-scroll"
          ref={frame}
          style={{ width: `${viewWidth()}px`, height: `${windowHeight()}px` }}
          onScroll={() => setScroll({ left: frame.scrollLeft, top: frame.scrollTop })}
        >
          <div class="arena-sheet" style={{ width: `${map().width}px`, height: `${map().height}px` }}>
            <canvas
              ref={canvas}
              style={{ width: `${windowWidth()}px`, height: `${windowHeight()}px` }}
              onPointerMove={(event) => setHover(at(event))}
              onPointerLeave={() => setHover(null)}
              onClick={(event) => {
                const found = at(event);
                if (found) choose(found);
              }}
            />
            <svg width={map().width} height={map().height} class="over" aria-hidden="true">
              <For each={facts().arenas}>
                {(arena, index) => (
                  <g transform={`translate(0 ${index() * map().arenaHeight})`}>
                    <text x="0" y="15" font-size="11.5" fill="var(--ink2)">
                      {t("allocators.arena", { index: arena.index })}
                    </text>
                    <text class="m" x="54" y="15" font-size="11" fill="var(--ink3)">
                      {address(arena.address)}
                    </text>
                    <text x={windowWidth() - 2} y="15" font-size="11.5" fill="var(--ink3)" text-anchor="end">
                      {t("allocators.poolsInUse", { used: arena.poolsInUse, count: arena.pools.length })}
                    </text>
                  </g>
                )}
              </For>
              <Show when={hover()}>
                {(over) => {
                  const rect = () => poolRect(arenaGrid(map(), over().arenaIndex), over().pool.index);
                  const shape = () =>
                    isBlocks() && over().block !== null
                      ? outlineOf(rect(), over().pool.blockBytes, over().block!)
                      : { transform: `translate(${rect().x} ${rect().y})`, d: square(rect().width) };
                  return <path {...shape()} fill="none" stroke="var(--ink)" stroke-dasharray="3 2" />;
                }}
              </Show>
              <Show when={shownPool()}>
                {(shown) => (
                  <path
                    transform={`translate(${shown().rect.x} ${shown().rect.y})`}
                    d={square(shown().rect.width)}
                    fill="none"
                    stroke="var(--ink)"
                    stroke-width={isBlocks() ? 1 : 2}
                  />
                )}
              </Show>
              <Show when={selectedBlock()}>
                {(shape) => (
                  <>
                    <path {...shape()} fill="none" stroke="var(--halo)" stroke-width="10" />
                    <path {...shape()} fill="none" stroke="var(--ink)" stroke-width="2" />
                  </>
                )}
              </Show>
            </svg>
          </div>
        </div>
        <div style={{ "max-width": isStacked() ? undefined : `${viewWidth() + 60}px` }}>
          <Legend />
        </div>
        <Show when={facts().hiddenArenas > 0}>
          <p class="t hidden-arenas">{t("allocators.hiddenArenas", { count: facts().hiddenArenas })}</p>
        </Show>
        <Show when={!isStacked() && props.zoom === 1 && scroll().top === 0 && shownPool()}>
          {(shown) => (
            <Funnel
              rect={shown().rect}
              from={LEFT + windowWidth()}
              to={closeX()}
              left={LEFT}
              height={Math.max(windowHeight(), ARENA_HEAD + closeHeight())}
              closeHeight={closeHeight()}
            />
          )}
        </Show>
        <Show when={facts().pool}>
          <PoolCloseUp
            x={isStacked() ? LEFT : closeX()}
            width={closeWidth()}
            height={closeHeight()}
            stacked={isStacked()}
          />
        </Show>
      </div>
    </div>
  );
}

const middleOf = (rect: { x: number; y: number; width: number; height: number }) => ({
  x: rect.x + rect.width / 2,
  y: rect.y + rect.height / 2,
});

/** Path data of a square round a pool, from the pool's corner. */
const square = (side: number): string => `M-1 -1h${side + 2}v${side + 2}h${-side - 2}z`;

/** From the pool in its arena to its close-up. */
function Funnel(props: {
  rect: { x: number; y: number; width: number; height: number };
  left: number;
  from: number;
  to: number;
  height: number;
  closeHeight: number;
}) {
  const near = () => props.left + props.rect.x + props.rect.width - props.from;
  const far = () => props.to - props.from;
  const bottom = () => props.rect.y + props.rect.height;
  const closeBottom = () => ARENA_HEAD + props.closeHeight;
  return (
    <svg
      class="funnel"
      width={BETWEEN + 20}
      height={props.height}
      style={{ left: `${props.from}px` }}
      aria-hidden="true"
    >
      <path
        d={`M${near()} ${props.rect.y}L${far()} ${ARENA_HEAD}V${closeBottom()}L${near()} ${bottom()}z`}
        fill="var(--halo)"
      />
      <path
        d={`M${near()} ${props.rect.y}L${far()} ${ARENA_HEAD}M${near()} ${bottom()}L${far()} ${closeBottom()}`}
        stroke="var(--ink)"
        stroke-opacity="0.6"
      />
    </svg>
  );
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
