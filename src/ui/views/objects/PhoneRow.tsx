// One object on a phone: its box with a row for each slot, the names that lead to it at its left, its value at its right.
import { For, Show } from "solid-js";
import type { FrameFact, NameFact, ObjectFact, SlotFact } from "../../../protocol/facts.ts";
import { monoWidth, ownName, shortAddress, shorten } from "../../format.ts";
import { t } from "../../state/text.ts";
import { markOf, useUnderglass } from "../../state/underglass.ts";
import { isInlineSlot } from "./slots.ts";

export const BOX_X = 106;
const BOX_WIDTH = 134;
export const LINK_WIDTH = 38;
export const HEAD = 60;
export const ROW = 24;
const VALUE_X = 262;
/** Of a value beside its box. */
export const LETTERS_BESIDE = 5;
const SHOWN_NAMES = 2;
/** Under the names that are shown. */
const MORE_NAMES_Y = 82;

export interface Row {
  readonly object: ObjectFact;
  readonly y: number;
  readonly height: number;
  readonly link: SlotFact | null;
  readonly value: SlotFact | null;
  readonly rest: readonly SlotFact[];
  readonly hidden: number;
  readonly isExpanded: boolean;
  readonly names: readonly { frame: FrameFact; name: NameFact }[];
}

export function PhoneRow(props: { row: Row; right: number; linkDown: boolean }) {
  const page = useUnderglass();
  const { row } = props;
  const object = row.object;
  const mark = () => markOf(page, object.address);
  const hasLink = row.link !== null;
  const headX = BOX_X + (hasLink ? LINK_WIDTH : 0);
  const middle = row.y + 22;
  const count = object.references === null ? "∞" : String(object.references);
  const saidOf = (slot: SlotFact) => {
    if (!slot.value) return "";
    const isSaid = isInlineSlot(slot, slot.value, object) || slot.value.text !== null;
    return shorten(isSaid ? (slot.value.text ?? "") : shortAddress(slot.value.address), 11.5, 66);
  };
  const moreY = row.y + HEAD + row.rest.length * ROW;
  const valueText = row.value?.value?.text ?? "";
  const valueWidth = Math.min(props.right - VALUE_X - 8, Math.max(50, monoWidth(valueText, 12.5) + 34));
  return (
    <g>
      <g class="object" data-address={object.address}>
        <Show when={mark() === "selected"}>
          <rect x={BOX_X - 5} y={row.y - 5} width={BOX_WIDTH + 10} height={row.height + 10} rx="8" fill="var(--halo)" />
        </Show>
        <rect
          x={BOX_X}
          y={row.y}
          width={BOX_WIDTH}
          height={row.height}
          rx="4"
          fill="var(--paper)"
          stroke={mark() ? "var(--ink)" : `var(--${object.kind})`}
          stroke-width={mark() === "selected" ? 2 : 1.2}
        />
        <path
          d={`M${headX} ${row.y + 1}h${BOX_X + BOX_WIDTH - headX - 4}a3 3 0 0 1 3 3v${HEAD - 5}H${headX}z`}
          fill={`var(--${object.kind}f)`}
        />
        <Show when={hasLink}>
          <path d={`M${headX + 0.5} ${row.y + 1}v${HEAD - 2}`} stroke="var(--line2)" />
          <text
            class="m"
            x={BOX_X + LINK_WIDTH / 2}
            y={row.y + (props.linkDown ? 17 : 52)}
            font-size="10.5"
            text-anchor="middle"
            font-weight={row.link!.was !== undefined ? 600 : 400}
            fill={row.link!.was !== undefined ? "var(--nowink)" : "var(--ink3)"}
          >
            {shorten(row.link!.label, 10.5, LINK_WIDTH - 4)}
          </text>
          <Show when={row.link!.value?.kind === "none"}>
            <use href="#none" x={BOX_X + LINK_WIDTH / 2 - 6} y={row.y + 22} width="12" height="12" />
          </Show>
        </Show>
        <use href={`#${object.kind}`} x={headX + 9} y={row.y + 10} width="12" height="12" />
        <text x={headX + 25} y={row.y + 20} font-size="13" font-weight="600" fill={`var(--${object.kind}t)`}>
          {shorten(ownName(object.text ?? object.type), 12.5, BOX_X + BOX_WIDTH - headX - 34)}
        </text>
        <text class="m" x={headX + 9} y={row.y + 46} font-size="12" fill="var(--ink2)">
          {shortAddress(object.address).slice(1)}
        </text>
        <Show when={object.wasReferences !== undefined}>
          <path d={`M${BOX_X + 92} ${row.y + 38}l6 4-6 4z`} fill="var(--now)" />
          <text
            class="m"
            x={BOX_X + 110}
            y={row.y + 46}
            font-size="12"
            fill="var(--ink3)"
            text-anchor="end"
            text-decoration="line-through"
          >
            {object.wasReferences}
          </text>
        </Show>
        <text
          class="m"
          x={BOX_X + BOX_WIDTH - 10}
          y={row.y + 46}
          font-size="12.5"
          text-anchor="end"
          font-weight={object.wasReferences !== undefined ? 600 : 400}
          fill={object.wasReferences !== undefined ? "var(--nowink)" : "var(--ink2)"}
        >
          {count}
        </text>
        <For each={row.rest}>
          {(slot, index) => (
            <g
              data-address={slot.value !== null && slot.value.kind !== "none" ? slot.value.address : undefined}
              data-owner={object.address}
              data-label={slot.label}
            >
              <rect
                x={BOX_X + 1}
                y={row.y + HEAD + index() * ROW + 1}
                width={BOX_WIDTH - 2}
                height={ROW - 2}
                rx="2"
                fill={slot.was !== undefined ? "var(--nowwash)" : "var(--paper)"}
              />
              <Show when={slot.was !== undefined}>
                <path d={`M${BOX_X + 0.6} ${row.y + HEAD + index() * ROW + 1}h7l-7 7z`} fill="var(--now)" />
              </Show>
              <path d={`M${BOX_X} ${row.y + HEAD + index() * ROW + 0.5}h${BOX_WIDTH}`} stroke="var(--line)" />
              <text class="m" x={BOX_X + 9} y={row.y + HEAD + index() * ROW + 16} font-size="11.5" fill="var(--ink2)">
                {shorten(slot.label, 11.5, BOX_WIDTH - 26 - monoWidth(saidOf(slot), 11.5))}
              </text>
              <text
                class="m"
                x={BOX_X + BOX_WIDTH - 9}
                y={row.y + HEAD + index() * ROW + 16}
                font-size="11.5"
                text-anchor="end"
                fill={`var(--${slot.value?.kind ?? "none"}t)`}
              >
                {saidOf(slot)}
              </text>
            </g>
          )}
        </For>
        <Show when={row.hidden > 0 || row.isExpanded}>
          <g class="more" data-expand={object.address}>
            <path d={`M${BOX_X} ${moreY + 0.5}h${BOX_WIDTH}`} stroke="var(--line)" />
            <rect x={BOX_X + 1} y={moreY + 1} width={BOX_WIDTH - 2} height={ROW - 2} rx="3" fill="var(--paper)" />
            <text x={BOX_X + BOX_WIDTH / 2} y={moreY + 16} font-size="11" fill="var(--ink2)" text-anchor="middle">
              {row.hidden > 0 ? t("objects.hiddenItems", { count: row.hidden }) : t("objects.fewer")}
            </text>
          </g>
        </Show>
      </g>
      <Show when={row.value?.value}>
        {(value) => (
          <g class="object beside" data-address={value().address}>
            <path
              d={`M${BOX_X + BOX_WIDTH - 9} ${row.y + 16}H${VALUE_X - 3}`}
              stroke="var(--ink2)"
              stroke-width="1.4"
              marker-end="url(#ah)"
            />
            <circle cx={BOX_X + BOX_WIDTH - 9} cy={row.y + 16} r="3" fill="var(--ink2)" />
            <rect
              x={VALUE_X}
              y={row.y + 1}
              width={valueWidth}
              height="30"
              rx={value().kind === "num" ? 15 : 4}
              fill={`var(--${value().kind}f)`}
              stroke={markOf(page, value().address) ? "var(--ink)" : `var(--${value().kind})`}
              stroke-width={markOf(page, value().address) ? 2 : 1.2}
            />
            <use href={`#${value().kind}`} x={VALUE_X + 9} y={row.y + 11} width="10" height="10" />
            <text
              class="m"
              x={VALUE_X + 23}
              y={row.y + 20.5}
              font-size="12.5"
              font-weight="600"
              fill={`var(--${value().kind}t)`}
            >
              {shorten(valueText, 12.5, valueWidth - 29)}
            </text>
            <Show when={value().immortal}>
              <text x={VALUE_X + valueWidth / 2} y={row.y + 46} font-size="11" fill="var(--ink3)" text-anchor="middle">
                {t("inspector.immortal")}
              </text>
            </Show>
          </g>
        )}
      </Show>
      <Show when={row.names.length > SHOWN_NAMES}>
        <text x="20" y={row.y + MORE_NAMES_Y} font-size="11" fill="var(--ink3)">
          {t("objects.hiddenItems", { count: row.names.length - SHOWN_NAMES })}
        </text>
      </Show>
      <For each={row.names.slice(0, SHOWN_NAMES)}>
        {({ frame, name }, index) => {
          const y = () => (row.names.length > 1 ? row.y + 16 + index() * 34 : middle + 5);
          const width = () => monoWidth(shorten(name.name, 14, 66), 14);
          return (
            <g class="name" data-address={object.address}>
              <text
                class="m"
                x="20"
                y={y()}
                font-size="14"
                font-weight={mark() === "selected" ? 500 : 400}
                fill={name.was !== undefined ? "var(--nowink)" : "var(--ink)"}
              >
                {shorten(name.name, 14, 66)}
              </text>
              <text x="20" y={y() + 16} font-size="11" fill="var(--ink3)">
                {frame.function}
              </text>
              <Show when={mark() === "selected"}>
                <rect
                  x="15"
                  y={y() - 15}
                  width={width() + 10}
                  height="21"
                  rx="3"
                  fill="none"
                  stroke="var(--ink)"
                  stroke-width="1.6"
                />
              </Show>
              <path
                d={`M${20 + width() + 8} ${y() - 5}H${BOX_X - 4}`}
                stroke={name.was !== undefined ? "var(--now)" : mark() === "selected" ? "var(--ink)" : "var(--ink2)"}
                stroke-width={mark() === "selected" ? 1.9 : 1.4}
                marker-end={name.was !== undefined ? "url(#ahn)" : "url(#ah)"}
              />
            </g>
          );
        }}
      </For>
    </g>
  );
}
