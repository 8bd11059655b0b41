// One pool in close-up: every block a cell, and the free list as a chain through them.
import { createEffect, createMemo, createSignal, Show } from "solid-js";
import { BLOCK_STATES } from "../../../protocol/limits.ts";
import { prepare } from "../../drawing/canvas.ts";
import { address } from "../../format.ts";
import { t } from "../../state/text.ts";
import { theme } from "../../state/theme.ts";
import { type Underglass, useUnderglass } from "../../state/underglass.ts";
import { paintPool, poolGrid } from "./paint.ts";

const GC_HEAD_BYTES = 16;
/** The close-up's share of the width, and its largest. */
const POOL_SHARE = 0.36;
const POOL_WIDEST = 326;
/** Space beside the arenas; below this width the close-up stands under them. */
export const LEFT = 20;
export const STACKED_BELOW = 720;

/** Width of the close-up in a view so wide. */
export function poolWidth(width: number): number {
  return width < STACKED_BELOW ? width - 2 * LEFT : Math.min(POOL_WIDEST, Math.round(width * POOL_SHARE));
}

export function PoolCloseUp(props: { x: number; width: number; height: number; stacked: boolean }) {
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
            if (index !== null) selectBlock(page, pool(), index, pool().headerBytes);
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

/** Selects a block of a pool: the object in it where there is one, else the block. */
export function selectBlock(
  page: Underglass,
  pool: { readonly address: number; readonly blockBytes: number },
  index: number,
  headerBytes: number,
): void {
  const block = pool.address + headerBytes + pool.blockBytes * index;
  // A block that the collector tracks begins with its header; the object is what is selected.
  const selection = { address: block + GC_HEAD_BYTES, referrerLimit: 1 };
  void page.backend.request("moment", { moment: page.moment(), selection }).then((answer) => {
    const isObject = answer.selection && answer.selection.block === block && answer.selection.typeAddress;
    page.select(isObject ? block + GC_HEAD_BYTES : block);
    page.setPool(pool.address);
  });
}

/** What block number index is, by its state. */
export function hoverWords(state: number, index: number): string {
  const name = BLOCK_STATES[state]!;
  const what =
    name === "untouched"
      ? t("allocators.untouched")
      : name === "free"
        ? t("allocators.blockFree")
        : t(`allocators.part.${name}`);
  return `${t("allocators.block", { index })}: ${what}`;
}
