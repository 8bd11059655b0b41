// The layered picture of Python's memory, +3 to −1: each part stands over what it is made of, and every row adds up.
import { createMemo, For, Show } from "solid-js";
import type { AllocatorsFacts, LayerPart } from "../../../protocol/facts.ts";
import { count, monoWidth, sansWidth } from "../../format.ts";
import { t } from "../../state/text.ts";

const ROW = 33;
const BOX = 27;
const TOP = 18;
const GAP = 1.5;
const LEFT = 176;
const NARROWEST_GLYPH = 16;

export function Layers(props: { facts: AllocatorsFacts; width: number }) {
  const total = () => Math.max(1, ...props.facts.layers.filter((l) => l.level === -1).map((l) => l.bytes));
  const right = () => props.width - 40;
  const scale = () => (right() - 96 - LEFT) / total();
  const rows = () => [...props.facts.layers].sort((a, b) => b.level - a.level);
  const x = (part: LayerPart) => LEFT + part.offset * scale();
  const labelWidth = (part: LayerPart, withFigure: boolean) =>
    sansWidth(t(`allocators.part.${part.name}`), 11.5) + 14 + (withFigure ? 4 + monoWidth(count(part.bytes), 10.5) : 0);
  const narrow = createMemo(() => {
    const seen = new Set<number>();
    return rows()
      .flatMap((row) => row.parts)
      .filter((part) => {
        const isNamed = part.bytes * scale() - GAP > labelWidth(part, true);
        // Kinds of objects have a glyph, what is free its hatch, heads are slivers: the table has them all. And what is one
        // part in two layers is said once.
        const isPlain = part.kind !== null && part.name === part.kind;
        if (isNamed || isPlain || part.use !== "used" || part.bytes === 0 || seen.has(part.bytes)) return false;
        seen.add(part.bytes);
        return true;
      });
  });
  /** Pillars between a part and what it stands on, where the layers in between have no share in it. */
  const pillars = createMemo(() => {
    const at = (level: number) => rows().findIndex((row) => row.level === level);
    const part = (level: number, name: string) => rows()[at(level)]?.parts.find((p) => p.name === name);
    const list: { from: number; to: number; top: number; bottom: number; words: string }[] = [];
    const base = at(-1);
    const arenas = part(-1, "arenas");
    if (arenas && at(2) >= 0) {
      list.push({
        from: x(arenas),
        to: x(arenas) + arenas.bytes * scale(),
        top: at(2),
        bottom: base,
        words: t("allocators.mapped"),
      });
    }
    const fixed = part(3, "static");
    if (fixed && at(3) >= 0) {
      list.push({
        from: x(fixed),
        to: x(fixed) + fixed.bytes * scale(),
        top: at(3),
        bottom: base,
        words: t("allocators.neverAllocated"),
      });
    }
    return list.filter((pillar) => pillar.bottom - pillar.top > 1);
  });
  const height = () => TOP + rows().length * ROW + 1;
  return (
    <div class="layers">
      <svg
        width={props.width}
        height={height()}
        role="img"
        aria-label={rows()
          .map((row) => `${t(`allocators.layer.${row.level}`)} ${count(row.bytes)}`)
          .join(", ")}
      >
        <For each={rows()}>
          {(row, index) => (
            <>
              <text
                class="m"
                x="64"
                y={TOP + index() * ROW + 18}
                font-size="12"
                font-weight="500"
                fill="var(--ink3)"
                text-anchor="end"
              >
                {row.level > 0 ? `+${row.level}` : row.level < 0 ? `−${-row.level}` : "0"}
              </text>
              <text
                x="74"
                y={TOP + index() * ROW + 18}
                font-size="12.5"
                font-weight={row.level === 2 ? 600 : 500}
                fill="var(--ink)"
              >
                {t(`allocators.layer.${row.level}`)}
              </text>
              <text
                class="m"
                x={right()}
                y={TOP + index() * ROW + 18}
                font-size="12"
                font-weight="500"
                fill="var(--ink)"
                text-anchor="end"
              >
                {count(row.bytes)}
              </text>
              <For each={row.parts}>
                {(part) => {
                  const width = () => Math.max(1, part.bytes * scale() - GAP);
                  const y = TOP + index() * ROW;
                  const fits = () => (labelWidth(part, true) < width() ? 2 : labelWidth(part, false) < width() ? 1 : 0);
                  return (
                    <g>
                      <title>{`${t(`allocators.part.${part.name}`)} ${count(part.bytes)}`}</title>
                      <rect
                        x={x(part) + 0.5}
                        y={y + 0.5}
                        width={width()}
                        height={BOX}
                        fill={
                          part.use === "free"
                            ? "url(#hatch2)"
                            : part.kind
                              ? `var(--${part.kind}f)`
                              : row.level === -1
                                ? "var(--line)"
                                : "var(--codf)"
                        }
                        stroke={
                          part.kind
                            ? part.kind === "buf"
                              ? "var(--ghost)"
                              : `var(--${part.kind})`
                            : part.use === "free"
                              ? "var(--ghost)"
                              : "var(--line2)"
                        }
                      />
                      <Show when={part.kind && part.kind !== "buf" && fits() === 0 && width() >= NARROWEST_GLYPH}>
                        <use href={`#${part.kind}`} x={x(part) + width() / 2 - 5.5} y={y + 8} width="12" height="12" />
                      </Show>
                      <Show when={fits() > 0}>
                        <text
                          x={x(part) + 7}
                          y={y + 18}
                          font-size="11.5"
                          font-weight="500"
                          fill={part.kind ? `var(--${part.kind}t)` : "var(--ink2)"}
                        >
                          {t(`allocators.part.${part.name}`)}
                          <Show when={fits() === 2}>
                            <tspan
                              class="m"
                              fill="var(--ink3)"
                              font-size="10.5"
                              dx="5"
                              style={{ "font-family": "var(--mono)" }}
                            >
                              {count(part.bytes)}
                            </tspan>
                          </Show>
                        </text>
                      </Show>
                    </g>
                  );
                }}
              </For>
            </>
          )}
        </For>
        <For each={pillars()}>
          {(pillar) => {
            const top = TOP + pillar.top * ROW + BOX + 1;
            const bottom = TOP + pillar.bottom * ROW;
            return (
              <>
                <path
                  d={`M${pillar.from + 0.5} ${top}V${bottom}M${pillar.to - 0.5} ${top}V${bottom}`}
                  stroke="var(--line2)"
                  stroke-dasharray="2 3"
                />
                <Show when={sansWidth(pillar.words, 11) < pillar.to - pillar.from}>
                  <text x={pillar.from + 8} y={(top + bottom) / 2 + 4} font-size="11" fill="var(--ink3)">
                    {pillar.words}
                  </text>
                </Show>
              </>
            );
          }}
        </For>
      </svg>
      <p class="layers-caption" style={{ "padding-left": `${LEFT}px`, "padding-right": `${props.width - right()}px` }}>
        <span class="r unit">{t("allocators.unit")}</span>
        {t("allocators.pages", {
          pages: Math.round(total() / props.facts.pageBytes),
          pageBytes: props.facts.pageBytes,
          bytes: total(),
        })}{" "}
        <Show when={narrow().length > 0}>
          {t("allocators.narrow", {
            parts: narrow()
              .map((part) => `${t(`allocators.part.${part.name}`)} ${count(part.bytes)}`)
              .join(", "),
          })}
        </Show>
      </p>
    </div>
  );
}
