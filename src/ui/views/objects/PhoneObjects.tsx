// Names and objects on a phone: objects in one column downwards, names beside what they point to, values to the right,
// links between objects up and down the left edge. Of an address only the last group is shown.
import { createMemo, For, Show, untrack } from "solid-js";
import type { ObjectFact } from "../../../protocol/facts.ts";
import { Glyph } from "../../components/Glyph.tsx";
import { t } from "../../state/text.ts";
import { markOf, useUnderglass } from "../../state/underglass.ts";
import { Continuity, callsIn } from "./continuity.ts";
import { isSpecialName } from "./frames.ts";
import { BOX_X, HEAD, LETTERS_BESIDE, LINK_WIDTH, PhoneRow, ROW, type Row } from "./PhoneRow.tsx";
import { Placer } from "./place.ts";
import { growthOf, isInlineName, someOf } from "./slots.ts";

const SHOWN_ROWS = 6;
/** Between boxes the placer keeps more room than a phone needs. */
const CLOSER = 8;

function isLeaf(object: ObjectFact | undefined): boolean {
  return object !== undefined && object.text !== null && object.slots.length === 0;
}

function fitsBeside(object: ObjectFact | undefined): boolean {
  return object !== undefined && isLeaf(object) && object.text!.length <= LETTERS_BESIDE;
}

export function PhoneObjects(props: { width: number }) {
  const page = useUnderglass();
  let placer = new Placer(1);
  const continuity = new Continuity();
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
      // The one value of a link of a chain stands beside it, as far as it fits; among other fields each needs its name.
      const [only, ...more] = object.slots.filter((s) => s !== link);
      const isBeside =
        link !== null &&
        only?.role === "field" &&
        more.length === 0 &&
        fitsBeside(byAddress.get(only.value?.address ?? -1));
      const value = isBeside ? only : null;
      const others = object.slots.filter((s) => s !== link && s !== value);
      const isExpanded = page.expanded().includes(object.address);
      const wanted = isExpanded ? others.length : Math.min(others.length, SHOWN_ROWS);
      const hasMore = isExpanded || others.length + object.hiddenSlots > wanted;
      return { object, link, value, others, isExpanded, height: HEAD + (wanted + Number(hasMore)) * ROW };
    });
    const passage = continuity.follow(page.facts()?.moment, untrack(page.isStep), callsIn(facts));
    if (passage.isAnew) placer = new Placer(1);
    const placed = placer.update(
      parts.map(({ object, link, height, isExpanded }) => ({
        id: object.address,
        span: 1,
        height: height - CLOSER,
        growth: growthOf(object),
        mayMove: isExpanded,
        leastHeight: HEAD + ROW - CLOSER,
        pointers: [link?.value, link?.was].flatMap((r) =>
          r && byAddress.has(r.address)
            ? [{ target: r.address, x: 0, peer: r.type === object.type, former: r === link?.was }]
            : [],
        ),
      })),
      named.map(({ name }) => ({ target: name.value!.address, x: 0 })),
      passage,
    );
    return parts.map(({ object, link, value, others, isExpanded, height: wanted }) => {
      const box = placed.get(object.address)!;
      const height = box.height + CLOSER;
      const all = isExpanded ? others : others.slice(0, SHOWN_ROWS);
      const rest = height < wanted ? someOf(all, Math.floor((height - HEAD) / ROW) - 1) : all;
      const hidden = others.length - rest.length + object.hiddenSlots;
      const names = named.filter((n) => n.name.value!.address === object.address);
      return { object, y: 28 + box.y, height, link, value, rest, hidden, isExpanded, names };
    });
  });
  const byAddress = createMemo(() => new Map(rows().map((row) => [row.object.address, row])));
  const height = () => Math.max(0, ...rows().map((row) => row.y + row.height)) + 28;
  const running = () => page.facts()?.objects?.frames.at(-1);
  const nowSpan = () => {
    const own = rows().filter((row) => row.names.some((n) => n.frame === running()));
    if (own.length === 0 || (page.facts()?.objects?.frames.length ?? 0) < 2) return null;
    return { from: Math.min(...own.map((r) => r.y)) + 8, to: Math.max(...own.map((r) => r.y + r.height)) - 8 };
  };
  /** What the running function's names hold in themselves: small numbers, None, functions. It has a place of its own, always
   *  of the same height, so that it moves nothing. */
  const inline = () =>
    running()?.names.filter((name) => name.value && isInlineName(name.value) && !isSpecialName(name)) ?? [];
  return (
    <>
      <div class="phone-names">
        <code>{running()?.function}</code>
        <For each={inline()}>
          {({ name, value, was }) => (
            <button
              type="button"
              class="phone-name m"
              classList={{ changed: was !== undefined, sel: markOf(page, value!.address) !== null }}
              data-address={value!.kind === "none" ? undefined : value!.address}
              data-owner={running()!.address}
              data-label={name}
            >
              {name} <Glyph kind={value!.kind} inline /> {value!.kind === "num" ? value!.text : ""}
            </button>
          )}
        </For>
      </div>
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
    </>
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
