// The depth slider, down the side: six stops and one knob. Each stop names where the selection is at that depth.
import { createEffect, createMemo, For, on, Show } from "solid-js";
import { address } from "../format.ts";
import { DEPTHS, type Depth, OPEN_DEPTHS } from "../state/link.ts";
import { kindWord, t } from "../state/text.ts";
import { useUnderglass } from "../state/underglass.ts";

const ICONS: Record<Depth, string> = {
  program: "M6 4 2 8l4 4M10 4l4 4-4 4",
  objects:
    "M6.4 4a2.4 2.4 0 1 1-4.8 0 2.4 2.4 0 0 1 4.8 0zM14.4 12a2.4 2.4 0 1 1-4.8 0 2.4 2.4 0 0 1 4.8 0zM5.8 5.8l4.4 4.4",
  allocators: "M2 3h12v4H2zM2 9h5v4H2zM9 9h5v4H9z",
  bytes: "M2 4h3M7 4h3M12 4h2M2 8h3M7 8h3M12 8h2M2 12h3M7 12h3M12 12h2",
  hardware: "M4 4h8v8H4zM6.5 1.5V4M9.5 1.5V4M6.5 12v2.5M9.5 12v2.5M1.5 6.5H4M1.5 9.5H4M12 6.5h2.5M12 9.5h2.5",
  disk: "M2.6 4a5.4 2.2 0 1 0 10.8 0a5.4 2.2 0 1 0-10.8 0M2.6 4v8c0 1.2 2.4 2.2 5.4 2.2s5.4-1 5.4-2.2V4M2.6 8c0 1.2 2.4 2.2 5.4 2.2s5.4-1 5.4-2.2",
};

/** A pointer that moved less than this clicked. */
const DRAG_FROM_PX = 6;

export function DepthRail() {
  const page = useUnderglass();
  const at = createMemo(() => DEPTHS.indexOf(page.depth()));
  const coordinate = (depth: Depth): string => {
    const selected = page.facts()?.selection;
    switch (depth) {
      case "program": {
        const line = page.facts()?.program?.line;
        return line ? t("depth.line", { line: String(line) }) : "";
      }
      case "objects":
        return selected ? kindWord(selected) : t("depth.nothing");
      case "allocators":
        if (!selected) return "";
        if (selected.place.type === "pool") {
          return t("depth.poolBlock", { pool: selected.place.pool, block: selected.place.blockIndex });
        }
        return selected.place.type === "large"
          ? t("depth.large")
          : selected.place.type === "static"
            ? t("depth.static")
            : "";
      case "bytes":
        return selected ? `${address(selected.block)} +${selected.blockBytes}` : "";
      case "hardware":
        return t("depth.later");
      case "disk":
        return t("depth.later");
    }
  };
  // Where the keys are on the rail, they go with the knob.
  createEffect(
    on(
      at,
      () => {
        const rail = document.activeElement?.closest(".stops");
        rail?.querySelector<HTMLElement>(".stop.on")?.focus();
      },
      { defer: true },
    ),
  );
  /** The knob can be dragged from stop to stop; a click on a stop goes there. */
  const drag = (element: HTMLDivElement) => {
    element.addEventListener("pointerdown", (down) => {
      const move = (event: PointerEvent) => {
        const { top, height } = element.getBoundingClientRect();
        const index = Math.round(((event.clientY - top) / height) * (DEPTHS.length - 1));
        const next = DEPTHS[Math.max(0, Math.min(DEPTHS.length - 1, index))]!;
        if (Math.abs(event.clientY - down.clientY) > DRAG_FROM_PX && next !== page.depth()) page.setDepth(next);
      };
      const up = () => {
        window.removeEventListener("pointermove", move);
        window.removeEventListener("pointerup", up);
      };
      window.addEventListener("pointermove", move);
      window.addEventListener("pointerup", up);
    });
  };
  return (
    <nav class="rail" aria-label={t("depth.title")}>
      <h2 class="cap">{t("depth.title")}</h2>
      <div class="stops" style={{ "--at": at() }} ref={drag}>
        <div class="rail-line" aria-hidden="true" />
        <div class="rail-past" aria-hidden="true" />
        <For each={DEPTHS}>
          {(depth, index) => (
            <button
              type="button"
              class="stop"
              classList={{ on: index() === at(), past: index() < at(), later: !OPEN_DEPTHS.includes(depth) }}
              style={{ "--index": index() }}
              aria-current={index() === at() ? "true" : undefined}
              onClick={() => page.setDepth(depth)}
            >
              <span class="bead" aria-hidden="true">
                <svg
                  width="16"
                  height="16"
                  viewBox="0 0 16 16"
                  fill="none"
                  stroke="currentColor"
                  stroke-width="1.5"
                  aria-hidden="true"
                >
                  <path d={ICONS[depth]} />
                </svg>
              </span>
              <span class="stop-text">
                <b>{t(`depth.${depth}`)}</b>
                <Show when={coordinate(depth)}>{(text) => <i>{text()}</i>}</Show>
              </span>
            </button>
          )}
        </For>
      </div>
    </nav>
  );
}
