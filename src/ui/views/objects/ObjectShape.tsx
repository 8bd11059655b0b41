// One object: a pill for numbers, a slab for other values, a box with rows for fields, cells for items.
import { Index, type JSX, Show } from "solid-js";
import type { ObjectFact } from "../../../protocol/facts.ts";
import { address, monoWidth, offset, ownName, shortAddress, shorten } from "../../format.ts";
import { t } from "../../state/text.ts";
import { markOf, useUnderglass } from "../../state/underglass.ts";
import type { Box } from "./place.ts";
import type { ObjectShape, SlotShape } from "./scene.ts";
import { CELL_ROW, HEADER, ROW } from "./slots.ts";

/** A cell at least so wide has room for its value at the size of other values. */
const WIDE_CELL = 50;

/** Over the box, at its left: the names whose arrows are too long to be drawn. */
export function FlagText(props: { names: readonly string[]; box: Box }) {
  const text = () => shorten(props.names.join(", "), 10.5, props.box.width / 2 - 14);
  return (
    <g class="flag" pointer-events="none">
      <path d={`M${props.box.x + 3} ${props.box.y - 12}h6l-3 6z`} fill="var(--ink2)" />
      <text
        class="m"
        x={props.box.x + 13}
        y={props.box.y - 6}
        font-size="10.5"
        fill="var(--ink2)"
        stroke="var(--wash)"
        stroke-width="3"
        paint-order="stroke"
      >
        {text()}
      </text>
    </g>
  );
}

export function ObjectGroup(props: { shape: ObjectShape }) {
  const page = useUnderglass();
  const fact = () => props.shape.fact;
  const box = () => props.shape.box;
  const mark = () => markOf(page, fact().address);
  const isNumber = () => fact().kind === "num" && fact().text !== null;
  /** The count leaves the first row to a number that needs all of it. */
  const isTight = () => monoWidth(fact().text ?? "", 13) > box().width - 32 - 16 - countRoom(fact());
  const radius = () => (isNumber() ? box().height / 2 : 4);
  return (
    <g class="object" data-address={fact().address}>
      <Show when={mark() === "selected"}>
        <rect
          x={box().x - 5}
          y={box().y - 5}
          width={box().width + 10}
          height={box().height + 10}
          rx={radius() + 3}
          fill="var(--halo)"
        />
      </Show>
      <rect
        x={box().x}
        y={box().y}
        width={box().width}
        height={box().height}
        rx={radius()}
        fill={fact().slots.length > 0 ? "var(--paper)" : `var(--${fact().kind}f)`}
        stroke={mark() ? "var(--ink)" : `var(--${fact().kind})`}
        stroke-width={mark() === "selected" ? 2 : 1.2}
        stroke-dasharray={
          mark() === "borrowed"
            ? "4 2"
            : fact().state === "freed"
              ? "4 3"
              : fact().state === "damaged"
                ? "6 4"
                : undefined
        }
      />
      <Show when={fact().slots.length > 0}>
        <path
          d={`M${box().x + 1} ${box().y + 4}a3 3 0 0 1 3-3h${box().width - 8}a3 3 0 0 1 3 3v38H${box().x + 1}z`}
          fill={`var(--${fact().kind}f)`}
        />
      </Show>
      <Show when={fact().state === "freed"}>
        <rect x={box().x} y={box().y} width={box().width} height={box().height} rx={radius()} fill="url(#hatch)" />
      </Show>
      <Show when={isNumber()} fallback={<Head fact={fact()} x={box().x} y={box().y} width={box().width} />}>
        <use href="#num" x={box().x + 14} y={box().y + 9} width="11" height="11" />
        <text class="m" x={box().x + 32} y={box().y + 19} font-size="13" font-weight="600" fill="var(--numt)">
          {shorten(fact().text ?? "", 13, box().width - 32 - 16 - (isTight() ? 0 : countRoom(fact())))}
        </text>
        <Count fact={fact()} x={box().x + box().width - 18} y={box().y + (isTight() ? 34 : 19)} />
        <text class="m" x={box().x + 32} y={box().y + 33} font-size="10.5" fill="var(--ink2)">
          {isTight() ? shortAddress(fact().address) : address(fact().address)}
        </text>
      </Show>
      <Index each={props.shape.slots}>
        {(slot, index) => <SlotRow slot={slot()} shape={props.shape} index={index} />}
      </Index>
      <Show when={props.shape.hidden > 0 || props.shape.expanded}>
        <More shape={props.shape} />
      </Show>
      <Show when={fact().state === "damaged"}>
        <text x={box().x + 10} y={box().y + box().height + 14} font-size="10.5" fill="var(--ink3)">
          {t("objects.unreadable", { offset: offset(fact().damagedFrom ?? 0) })}
        </text>
      </Show>
    </g>
  );
}

function Head(props: { fact: ObjectFact; x: number; y: number; width: number }): JSX.Element {
  const isCode = () => props.fact.kind === "cod" || props.fact.kind === "cls";
  const title = () => (isCode() ? ownName(props.fact.text ?? props.fact.type) : (props.fact.text ?? props.fact.type));
  const isValue = () => props.fact.text !== null;
  const size = () => (isValue() ? 12.5 : 11.5);
  /** As of numbers; a wider box has room enough, and says its length where the count would go. */
  const isTight = () =>
    props.width <= 130 && monoWidth(title(), size()) > props.width - 27 - 12 - countRoom(props.fact);
  const length = () => (props.fact.length !== null ? t("objects.items", { count: props.fact.length }) : "");
  return (
    <>
      <use href={`#${props.fact.kind}`} x={props.x + 9} y={props.y + 7} width="12" height="12" />
      <text
        class={isValue() ? "m" : undefined}
        x={props.x + 27}
        y={props.y + 17}
        font-size="12.5"
        font-weight="600"
        fill={`var(--${props.fact.kind}t)`}
      >
        {shorten(title(), size(), props.width - 27 - 12 - (isTight() ? 0 : countRoom(props.fact)))}
      </text>
      <text class="m" x={props.x + 10} y={props.y + 34} font-size="10.5" fill="var(--ink2)">
        {isTight() ? shortAddress(props.fact.address) : address(props.fact.address)}
      </text>
      <Show when={props.width > 130 && length()}>
        <text x={props.x + props.width - 10} y={props.y + 34} font-size="10.5" fill="var(--ink3)" text-anchor="end">
          {length()}
        </text>
      </Show>
      <Count fact={props.fact} x={props.x + props.width - 12} y={props.y + (isTight() ? 34 : 17)} />
    </>
  );
}

/** Room that the count takes at the end of a title, the gap before it included. */
function countRoom(fact: ObjectFact): number {
  const now = fact.references === null ? "∞" : String(fact.references);
  const was = fact.wasReferences === undefined ? 0 : monoWidth(String(fact.wasReferences), 11) + 18;
  return monoWidth(now, 12) + was + 6;
}

/** The reference count at the right; a changed one with its old value struck out. */
function Count(props: { fact: ObjectFact; x: number; y: number }): JSX.Element {
  const now = () => (props.fact.references === null ? "∞" : String(props.fact.references));
  const was = () => (props.fact.wasReferences === undefined ? null : String(props.fact.wasReferences));
  const nowWidth = () => monoWidth(now(), 12);
  const wasX = () => props.x + 3.5 - nowWidth() - 7;
  return (
    <Show
      when={was() !== null}
      fallback={
        <text class="m" x={props.x + 3.5} y={props.y} font-size="12" fill="var(--ink2)" text-anchor="end">
          {now()}
        </text>
      }
    >
      <path d={`M${wasX() - monoWidth(was()!, 11) - 11} ${props.y - 8}l6 4-6 4z`} fill="var(--now)" />
      <text
        class="m"
        x={wasX()}
        y={props.y}
        font-size="11"
        fill="var(--ink3)"
        text-anchor="end"
        text-decoration="line-through"
      >
        {was()}
      </text>
      <text
        class="m"
        x={props.x + 3.5}
        y={props.y}
        font-size="12"
        font-weight="600"
        fill="var(--nowink)"
        text-anchor="end"
      >
        {now()}
      </text>
    </Show>
  );
}

function SlotRow(props: { slot: SlotShape; shape: ObjectShape; index: number }): JSX.Element {
  return (
    <Show when={props.slot.cell} fallback={<FieldRow {...props} />}>
      <ItemCell slot={props.slot} shape={props.shape} />
    </Show>
  );
}

function FieldRow(props: { slot: SlotShape; shape: ObjectShape; index: number }): JSX.Element {
  const box = () => props.shape.box;
  const fact = () => props.slot.fact;
  const changed = () => fact().was !== undefined;
  const top = () => box().y + HEADER + props.index * ROW;
  const value = () => fact().value;
  const isEntry = () => fact().role === "entry";
  const inlineText = () => {
    const v = value();
    if (!props.slot.inline || !v || v.kind === "none") return "";
    return shorten(v.text ?? shortAddress(v.address), 11.5, isEntry() ? 56 : 44);
  };
  // The label stands in the middle between two possible dots, and aside where a dot or a value needs the room.
  const centred = () => !isEntry() && props.slot.side !== "center" && inlineText() === "";
  const labelRoom = () => box().width - 24 - (inlineText() ? monoWidth(inlineText(), 11.5) + 14 : 12);
  return (
    <g
      data-address={props.slot.inline && value() && value()!.kind !== "none" ? value()!.address : undefined}
      data-owner={props.shape.fact.address}
      data-label={fact().label}
    >
      <path d={`M${box().x} ${top() + 0.5}h${box().width}`} stroke="var(--line)" />
      <text
        class="m"
        x={centred() ? box().x + box().width / 2 : box().x + 10}
        y={top() + 18}
        font-size="11.5"
        font-weight={changed() ? 500 : 400}
        fill={changed() ? "var(--nowink)" : "var(--ink2)"}
        text-anchor={centred() ? "middle" : "start"}
      >
        {shorten(fact().label, 11.5, centred() ? box().width - 50 : labelRoom())}
      </text>
      <Show when={changed()}>
        <path d={`M${box().x + 0.6} ${top() + 1}h7l-7 7z`} fill="var(--now)" />
      </Show>
      <Show when={props.slot.inline}>
        <Show
          when={value()}
          fallback={
            <path d={`M${box().x + box().width - 20} ${top() + 14}h8`} stroke="var(--ghost)" stroke-width="1.2" />
          }
        >
          {(v) => (
            <>
              <use
                href={`#${v().kind}`}
                x={
                  props.slot.side === "left" && !inlineText()
                    ? box().x + 10
                    : box().x + box().width - 22 - (inlineText() ? monoWidth(inlineText(), 11.5) + 4 : 0)
                }
                y={top() + 8}
                width="12"
                height="12"
              />
              <text
                class="m"
                x={box().x + box().width - 10}
                y={top() + 18}
                font-size="11.5"
                fill={`var(--${v().kind}t)`}
                text-anchor="end"
              >
                {inlineText()}
              </text>
            </>
          )}
        </Show>
      </Show>
    </g>
  );
}

function ItemCell(props: { slot: SlotShape; shape: ObjectShape }): JSX.Element {
  const page = useUnderglass();
  const cell = () => props.slot.cell!;
  const fact = () => props.slot.fact;
  const value = () => fact().value;
  const changed = () => fact().was !== undefined;
  const middle = () => cell().x + cell().width / 2;
  const mark = () => markOf(page, value()?.address);
  return (
    <g
      data-address={props.slot.inline ? value()?.address : undefined}
      data-owner={props.shape.fact.address}
      data-label={fact().label}
    >
      <Show when={changed()}>
        <rect
          x={cell().x + 1}
          y={cell().top + 1}
          width={cell().width - 2}
          height={CELL_ROW - 2}
          fill="var(--nowwash)"
        />
        <path d={`M${cell().x + 0.6} ${cell().top + 1}h7l-7 7z`} fill="var(--now)" />
      </Show>
      <path d={`M${cell().x} ${cell().top + 0.5}h${cell().width}`} stroke="var(--line)" />
      <Show when={cell().x + cell().width < props.shape.box.x + props.shape.box.width - 2}>
        <path d={`M${cell().x + cell().width + 0.5} ${cell().top}v${CELL_ROW}`} stroke="var(--line)" />
      </Show>
      <text class="m" x={middle()} y={cell().top + 12} font-size="9" fill="var(--ink3)" text-anchor="middle">
        {fact().label.replace(/^\[|\]$/g, "")}
      </text>
      <Show when={props.slot.inline && value()}>
        {(v) => (
          <Show
            when={v().kind !== "none" && v().text !== null}
            fallback={<use href={`#${v().kind}`} x={middle() - 6} y={cell().top + 18} width="12" height="12" />}
          >
            <text
              class="m"
              x={middle()}
              y={cell().top + 28}
              font-size={cell().width < WIDE_CELL && v().text!.length > 4 ? "10" : "11"}
              fill={`var(--${v().kind}t)`}
              text-anchor="middle"
              text-decoration={mark() ? "underline" : undefined}
            >
              {v().text}
            </text>
          </Show>
        )}
      </Show>
    </g>
  );
}

function More(props: { shape: ObjectShape }): JSX.Element {
  const box = () => props.shape.box;
  return (
    <g class="more" data-expand={props.shape.fact.address}>
      <rect
        x={box().x + 1}
        y={box().y + box().height - 23}
        width={box().width - 2}
        height="22"
        rx="3"
        fill="var(--paper)"
      />
      <path d={`M${box().x} ${box().y + box().height - 23.5}h${box().width}`} stroke="var(--line)" />
      <text
        x={box().x + box().width / 2}
        y={box().y + box().height - 8}
        font-size="11"
        fill="var(--ink3)"
        text-anchor="middle"
      >
        {props.shape.hidden > 0 ? t("objects.hiddenItems", { count: props.shape.hidden }) : t("objects.fewer")}
      </text>
    </g>
  );
}
