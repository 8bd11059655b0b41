// Allocators: the layers, then every arena and pool, one pool in close-up with its free list, and the free lists of types.
import { createSignal, For, Show } from "solid-js";
import { AtRest } from "../../components/AtRest.tsx";
import { Glyph } from "../../components/Glyph.tsx";
import { ViewHeader } from "../../components/ViewHeader.tsx";
import { ZoomControl } from "../../components/ZoomControl.tsx";
import { createSize } from "../../drawing/canvas.ts";
import { address, count } from "../../format.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { AllocatorsTable } from "./AllocatorsTable.tsx";
import { ARENA_ZOOMS, Arenas, POOL_TALLEST } from "./Arenas.tsx";
import { Layers } from "./Layers.tsx";
import { poolWidth } from "./PoolCloseUp.tsx";
import { poolGrid } from "./paint.ts";

export function AllocatorsView(props: { table: boolean; onTable: () => void }) {
  const page = useUnderglass();
  const [size, observe] = createSize();
  const facts = () => page.facts()?.allocators;
  const width = () => Math.max(300, size().width);
  const [zoom, setZoom] = createSignal(ARENA_ZOOMS[0]!);
  const zoomBy = (by: number): void => {
    const at = ARENA_ZOOMS.indexOf(zoom()) + by;
    setZoom(ARENA_ZOOMS[Math.max(0, Math.min(ARENA_ZOOMS.length - 1, at))]!);
  };
  return (
    <>
      <ViewHeader
        title={t("view.allocators")}
        sentence={t("view.layerSentence")}
        right={<span />}
        fold
        tools={
          <Show when={!props.table && facts()}>
            <ZoomControl
              isSmallest={zoom() === ARENA_ZOOMS[0]}
              isLargest={zoom() === ARENA_ZOOMS.at(-1)}
              onZoom={zoomBy}
              whole={t("allocators.all")}
              onWhole={() => setZoom(ARENA_ZOOMS[0]!)}
            />
          </Show>
        }
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
          onKeyDown={onKey}
        >
          <Show when={facts()} fallback={<AtRest />}>
            {(shown) => (
              <>
                <Show when={width() > 620} fallback={<NarrowLayers />}>
                  <Layers facts={shown()} width={width()} />
                </Show>
                <Arenas width={width()} zoom={zoom()} onZoom={zoomBy} />
                <FreeLists />
              </>
            )}
          </Show>
        </div>
      </Show>
    </>
  );

  function onKey(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const by = { "+": 1, "=": 1, "-": -1, "0": -ARENA_ZOOMS.length }[event.key];
    if (event.key === "," || event.key === ".") movePool(event.key === "," ? -1 : 1);
    else if (event.key === "Enter" && page.selection() !== null) page.setDepth("bytes");
    else if (by === undefined) return moveInPool(event);
    else zoomBy(by);
    event.preventDefault();
  }

  /** To the pool before that is in use, or the next one. */
  function movePool(by: number): void {
    const used = (facts()?.arenas ?? []).flatMap(({ pools }) => pools.filter(({ blockBytes }) => blockBytes > 0));
    const here = used.findIndex((pool) => pool.address === facts()?.pool?.address);
    const next = used[Math.max(0, Math.min(used.length - 1, here + by))];
    if (next) page.setPool(next.address);
  }

  /** Arrow keys go from block to block of the pool in close-up. */
  function moveInPool(event: KeyboardEvent): void {
    const pool = facts()?.pool;
    if (!pool) return;
    const place = page.facts()?.selection?.place;
    const here = place?.type === "pool" && place.poolAddress === pool.address ? place.blockIndex : -1;
    const columns = poolGrid(pool.blockCount, poolWidth(width()), POOL_TALLEST).columns;
    const by = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = here < 0 ? 0 : here + by;
    if (next < 0 || next >= pool.blockCount) return;
    page.select(pool.address + pool.headerBytes + pool.blockBytes * next);
    page.setPool(pool.address);
  }
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

/** What types keep for their next objects. */
function FreeLists() {
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
