// Arrow lines and the dots they leave from. Lines are drawn in their order; at a crossing the upper cuts a gap.

import { For, Index, Show } from "solid-js";
import { t } from "../../state/text.ts";
import { type Point, roundedPath } from "./geometry.ts";
import type { ArrowMark, Picture } from "./scene.ts";

const STROKE: Record<ArrowMark, string> = {
  plain: "var(--ink2)",
  selected: "var(--ink)",
  changed: "var(--now)",
  former: "var(--ghost)",
};
const WIDTH: Record<ArrowMark, number> = { plain: 1.3, selected: 1.8, changed: 2.2, former: 1.3 };
const HEAD: Record<ArrowMark, string> = {
  plain: "url(#ah)",
  selected: "url(#ahs)",
  changed: "url(#ahn)",
  former: "url(#ahg)",
};
const DOT: Record<ArrowMark, number> = { plain: 3, selected: 3.4, changed: 4, former: 3 };
const GAP = 2;

/** Over the longest level piece of an arrow, if there is room for the word. */
function wasPlace(points: readonly Point[]): Point | null {
  let best: Point | null = null;
  let longest = 26;
  for (let i = 1; i < points.length; i++) {
    const a = points[i - 1]!;
    const b = points[i]!;
    if (a.y !== b.y || Math.abs(a.x - b.x) <= longest) continue;
    longest = Math.abs(a.x - b.x);
    best = { x: (a.x + b.x) / 2 + (i === 1 ? 6 * Math.sign(b.x - a.x) : 0), y: a.y - 7 };
  }
  return best;
}

export function ArrowLines(props: { picture: Picture }) {
  return (
    <g class="arrows" pointer-events="none">
      <Index each={props.picture.arrows}>
        {(arrow, index) => (
          <>
            <For each={props.picture.crossings.filter((c) => c.upper === index)}>
              {(crossing) => (
                <path
                  d={crossing.vertical ? `M${crossing.x} ${crossing.y - 3}v6` : `M${crossing.x - 3} ${crossing.y}h6`}
                  stroke="var(--wash)"
                  stroke-width={WIDTH[arrow().mark] + 2 * GAP}
                />
              )}
            </For>
            <path
              d={roundedPath(arrow().route.points)}
              fill="none"
              stroke={STROKE[arrow().mark]}
              stroke-width={WIDTH[arrow().mark]}
              stroke-dasharray={arrow().mark === "former" ? "3 3" : undefined}
              marker-end={arrow().route.stub ? undefined : HEAD[arrow().mark]}
              classList={{ "arrow-changed": arrow().mark === "changed" }}
            />
            <Show when={arrow().mark === "former" && wasPlace(arrow().route.points)}>
              {(place) => (
                <text x={place().x} y={place().y} font-size="10.5" fill="var(--ink3)" text-anchor="middle">
                  {t("objects.was")}
                </text>
              )}
            </Show>
          </>
        )}
      </Index>
    </g>
  );
}

export function ArrowDots(props: { picture: Picture }) {
  return (
    <g pointer-events="none">
      <Index each={props.picture.arrows}>
        {(arrow) => (
          <circle
            cx={arrow().route.points[0]!.x}
            cy={arrow().route.points[0]!.y}
            r={DOT[arrow().mark]}
            fill={arrow().mark === "former" ? "var(--wash)" : STROKE[arrow().mark]}
            stroke={arrow().mark === "former" ? "var(--ghost)" : "none"}
            stroke-width="1.3"
          />
        )}
      </Index>
    </g>
  );
}
