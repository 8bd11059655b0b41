// Names and objects on a phone: objects in one column downwards, names beside what they point to, values to the right,
// links between objects up and down the left edge. Of an address only the last group is shown.
import { createMemo, For, Show } from "solid-js";
import type { FrameFact, NameFact, ObjectFact, SlotFact } from "../../../protocol/facts.ts";
import { monoWidth, shortAddress, shorten } from "../../format.ts";
import { t } from "../../state/text.ts";
import { markOf, useUnderglass } from "../../state/underglass.ts";
import { Placer } from "./place.ts";
import { isInlineName, isInlineSlot } from "./slots.ts";

const BOX_X = 106;
const BOX_WIDTH = 134;
const LINK_WIDTH = 38;
const HEAD = 60;
const ROW = 24;
const VALUE_X = 262;
const SHOWN_ROWS = 6;

interface Row {
  readonly object: ObjectFact;
  readonly y: number;
  readonly height: number;
  readonly link: SlotFact | null;
  readonly value: SlotFact | null;
  readonly rest: readonly SlotFact[];
  readonly hidden: number;
  readonly names: readonly { frame: FrameFact; name: NameFact }[];
}

function isLeaf(object: ObjectFact | undefined): boolean {
  return object !== undefined && object.text !== null && object.slots.length === 0;
}

export function PhoneObjects(props: { width: number }) {
  const page = useUnderglass();
  const placer = new Placer(1);
  /** Which field of a type links it to its own kind; known once seen, so that an unlinked one is drawn alike. */
  const linkLabels = new Map<string, string>();
  const rows = createMemo((): Row[] => {
    const facts = page.facts()?.objects;
    if (!facts) return [];
    const byAddress = new Map(facts.objects.map((object) => [object.address, object]));
    const named = facts.frames.flatMap((frame) =>
      frame.names.filter((n) => n.value && !isInlineName(n.value)).map((name) => ({ frame, name })),
    );
    const namedAddresses = new Set(named.map((n) => n.name.value!.address));
    const shown = facts.objects.filter((o) => !isLeaf(o) || namedAddresses.has(o.address));
    for (const object of facts.objects) {
      const link = object.slots.find(
        (s) => s.role === "field" && (s.value?.type === object.type || s.was?.type === object.type),
      );
      if (link && !linkLabels.has(object.type)) linkLabels.set(object.type, link.label);
    }
    const parts = shown.map((object) => {
      const link = object.slots.find((s) => s.role === "field" && s.label === linkLabels.get(object.type)) ?? null;
      const value =
        object.slots.find(
          (s) => s !== link && s.role === "field" && s.value && isLeaf(byAddress.get(s.value.address)),
        ) ?? null;
      const others = object.slots.filter((s) => s !== link && s !== value);
      const rest = others.slice(0, SHOWN_ROWS);
      return {
        object,
        link,
        value,
        rest,
        hidden: others.length - rest.length + object.hiddenSlots,
        height: HEAD + rest.length * ROW,
      };
    });
    const placed = placer.update(
      parts.map(({ object, link, height }) => ({
        id: object.address,
        span: 1,
        height: height - 8,
        pointers: [link?.value, link?.was].flatMap((r) =>
          r && byAddress.has(r.address)
            ? [{ target: r.address, x: 0, peer: r.type === object.type, former: r === link?.was }]
            : [],
        ),
      })),
      named.map(({ name }) => ({ target: name.value!.address, x: 0 })),
    );
    return parts.map((part) => ({
      ...part,
      y: 28 + placed.get(part.object.address)!.y,
      names: named.filter((n) => n.name.value!.address === part.object.address),
    }));
  });
  const byAddress = createMemo(() => new Map(rows().map((row) => [row.object.address, row])));
  const height = () => Math.max(0, ...rows().map((row) => row.y + row.height)) + 28;
  const running = () => page.facts()?.objects?.frames.at(-1);
  const nowSpan = () => {
    const own = rows().filter((row) => row.names.some((n) => n.frame === running()));
    if (own.length === 0 || (page.facts()?.objects?.frames.length ?? 0) < 2) return null;
    return { from: Math.min(...own.map((r) => r.y)) + 8, to: Math.max(...own.map((r) => r.y + r.height)) - 8 };
  };
  return (
    <svg width={props.width} height={height()} class="scene" role="presentation">
      <Show when={nowSpan()}>
        {(span) => <path d={`M10 ${span().from}V${span().to}`} stroke="var(--now)" stroke-width="3" />}
      </Show>
      <For each={rows()}>
        {(row) => (
          <PhoneRow
            row={row}
            right={props.width}
            linkDown={(byAddress().get(row.link?.value?.address ?? -1)?.y ?? 0) > row.y}
          />
        )}
      </For>
      <For each={rows()}>
        {(row) => (
          <Show when={row.link}>
            {(link) => (
              <>
                <Link
                  row={row}
                  target={byAddress().get(link().value?.address ?? -1)}
                  changed={link().was !== undefined}
                />
                <Show when={link().was}>
                  <Link row={row} target={byAddress().get(link().was?.address ?? -1)} changed={false} former />
                </Show>
              </>
            )}
          </Show>
        )}
      </For>
    </svg>
  );
}

function PhoneRow(props: { row: Row; right: number; linkDown: boolean }) {
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
  const valueText = row.value?.value?.text ?? "";
  const valueWidth = Math.min(
    props.right - VALUE_X - 8,
    Math.max(50, monoWidth(shorten(valueText, 12.5, 60), 12.5) + 38),
  );
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
          {shorten(object.text ?? object.type, 12.5, BOX_X + BOX_WIDTH - headX - 34)}
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
            <>
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
            </>
          )}
        </For>
      </g>
      <Show when={row.value?.value}>
        {(value) => (
          <g class="object" data-address={value().address}>
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
            <use href={`#${value().kind}`} x={VALUE_X + 11} y={row.y + 11} width="10" height="10" />
            <text
              class="m"
              x={VALUE_X + 26}
              y={row.y + 20.5}
              font-size="12.5"
              font-weight="600"
              fill={`var(--${value().kind}t)`}
            >
              {shorten(valueText, 12.5, valueWidth - 32)}
            </text>
            <Show when={value().immortal}>
              <text x={VALUE_X + valueWidth / 2} y={row.y + 46} font-size="11" fill="var(--ink3)" text-anchor="middle">
                {t("inspector.immortal")}
              </text>
            </Show>
          </g>
        )}
      </Show>
      <For each={row.names.slice(0, 2)}>
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

function Link(props: { row: Row; target: Row | undefined; changed: boolean; former?: boolean }) {
  const x = BOX_X + LINK_WIDTH / 2;
  const d = () => {
    const { row, target } = props;
    if (!target || target === row) return null;
    const up = target.y < row.y;
    const far = Math.abs(target.y - row.y) > row.height + target.height + 40;
    const fromY = props.former ? (up ? row.y - 2 : row.y + row.height + 2) : row.y + 30;
    const toY = up ? target.y + target.height + 3 : target.y - 3;
    if (!far) return `M${x} ${fromY}V${toY}`;
    const side = BOX_X - 8;
    const entry = target.y + target.height / 2;
    return `M${x} ${fromY}V${up ? row.y - 10 : row.y + row.height + 10}H${side}V${entry}H${BOX_X - 3}`;
  };
  return (
    <Show when={d()}>
      {(path) => (
        <g pointer-events="none">
          <path
            d={path()}
            fill="none"
            stroke={props.former ? "var(--ghost)" : props.changed ? "var(--now)" : "var(--ink2)"}
            stroke-width={props.changed ? 2.4 : 1.4}
            stroke-dasharray={props.former ? "3 3" : undefined}
            marker-end={props.former ? "url(#ahg)" : props.changed ? "url(#ahn)" : "url(#ah)"}
          />
          <Show when={!props.former}>
            <circle
              cx={x}
              cy={props.row.y + 30}
              r={props.changed ? 4.2 : 3}
              fill={props.changed ? "var(--now)" : "var(--ink2)"}
            />
          </Show>
          <Show when={props.former}>
            <text x={x + 9} y={props.row.y + props.row.height + 19} font-size="11" fill="var(--ink3)">
              {t("objects.was")}
            </text>
          </Show>
        </g>
      )}
    </Show>
  );
}
