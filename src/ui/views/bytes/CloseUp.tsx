// How a value becomes bytes: characters and digits, high and low byte, in the two orders. Bytes change places here, so
// this is the one place with curves.
import { createMemo, For, Show } from "solid-js";
import type { FieldFact, SelectionFacts } from "../../../protocol/facts.ts";
import { address, count, hexByte, monoWidth, offset } from "../../format.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { ByteOrders, ordersHeight } from "./ByteOrders.tsx";
import { FloatShape } from "./FloatShape.tsx";

const HEIGHT = 214;
const TITLE_HEIGHT = 47;
const TERMS_SHOWN = 4;

interface Unit {
  /** The character itself, or null for a digit of a number. */
  readonly glyph: string | null;
  readonly title: string;
  readonly value: number;
  /** Highest first. */
  readonly bytes: readonly number[];
  /** Of its first byte in memory, from the object. */
  readonly offset: number;
}

/** Of a picture of this size, the part below the bytes. */
export function closeUpHeight(selection: SelectionFacts | undefined, size: Size): number {
  if (!selection) return 0;
  if (selection.characters || selection.number) return HEIGHT;
  return hasWord(selection, size) ? TITLE_HEIGHT + ordersHeight(size.width, WORD_BYTES) : 0;
}

interface Size {
  readonly width: number;
  readonly height: number;
}
const WORD_BYTES = 8;
/** In a lower picture all of it is for the bytes. */
const WORD_FROM_HEIGHT = 320;

function hasWord(selection: SelectionFacts, { height }: Size): boolean {
  return height >= WORD_FROM_HEIGHT && wordOf(selection) !== null;
}

/** What is neither text nor a number has words: the one that changed, else the first of its own. */
function wordOf(selection: SelectionFacts): { field: FieldFact; bytes: number[] } | null {
  const { structure } = selection;
  const words = structure?.fields.filter(({ bytes }) => bytes === WORD_BYTES) ?? [];
  const own = words.filter(({ offset }) => offset > 8);
  const field = own.find(({ changed }) => changed) ?? own.find(({ pointer }) => pointer) ?? own[0] ?? words[0];
  if (!structure || !field) return null;
  const at = structure.address + field.offset - selection.block;
  const bytes = [...selection.bytes.subarray(at, at + WORD_BYTES)].reverse();
  return bytes.length === WORD_BYTES ? { field, bytes } : null;
}

function bytesOf(value: number, width: number): number[] {
  return Array.from({ length: width }, (_, i) => Math.floor(value / 256 ** (width - 1 - i)) % 256);
}

function unitsOf(selection: SelectionFacts): Unit[] {
  const { characters, number } = selection;
  if (characters) {
    return characters.codePoints.map((point, index) => ({
      glyph: String.fromCodePoint(point),
      title: `U+${point.toString(16).toUpperCase().padStart(4, "0")}`,
      value: point,
      bytes: bytesOf(point, characters.width),
      offset: characters.data + index * characters.width - selection.address,
    }));
  }
  return (number?.digits ?? []).map((digit, index) => ({
    glyph: null,
    title: t("bytes.digit", { index }),
    value: digit,
    bytes: bytesOf(digit, 4),
    offset: number!.data + index * 4 - selection.address,
  }));
}

export function CloseUp(props: { width: number; height: number }) {
  const page = useUnderglass();
  const selection = () => page.facts()?.selection;
  const units = createMemo(() => (selection() ? unitsOf(selection()!) : []));
  const unitWidth = () => {
    const bytes = units()[0]?.bytes.length ?? 1;
    return bytes === 1 ? 150 : bytes === 2 ? 306 : 400;
  };
  const shown = () => units().slice(0, Math.max(1, Math.floor((props.width - 20) / unitWidth())));
  const float = () => selection()?.number?.float ?? null;
  /** How the digits make the number: 723,454,674 + 760,391,219 × 2³⁰ + … */
  const digitsSum = () => {
    const digits = selection()?.number?.digits ?? [];
    const power = (i: number) =>
      i === 0 ? "" : ` × 2${[...String(30 * i)].map((d) => "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(d)]).join("")}`;
    const terms = digits.slice(0, TERMS_SHOWN).map((digit, i) => `${count(digit)}${power(i)}`);
    const sum = `${terms.join(" + ")}${digits.length > TERMS_SHOWN ? " + …" : ""}`;
    return digits.length < 2 ? t("bytes.digits") : (selection()?.number?.sign ?? 1) < 0 ? `−(${sum})` : sum;
  };
  const hidden = () => units().length - shown().length + (selection()?.characters?.hidden ?? 0);
  return (
    <Show when={float() === null} fallback={<Float value={float()!} width={props.width} />}>
      <Show when={units().length === 0 && selection() && hasWord(selection()!, props) && wordOf(selection()!)}>
        {(word) => <Word word={word()} width={props.width} />}
      </Show>
      <Show when={units().length > 0}>
        <div class="close-up">
          <div class="close-up-title">
            <b>{selection()!.characters ? t("bytes.fromCharacters") : t("bytes.fromNumber")}</b>{" "}
            <span class="q">
              {selection()!.characters ? (units()[0]!.bytes.length > 1 ? t("bytes.order") : "") : digitsSum()}
            </span>
            <Show when={hidden() > 0}>
              <span class="t r">
                {t(selection()!.characters ? "bytes.hiddenCharacters" : "bytes.hiddenDigits", { count: hidden() })}
              </span>
            </Show>
          </div>
          <svg
            width={props.width}
            height={HEIGHT - 34}
            role="img"
            aria-label={shown()
              .map((u) => `${u.glyph ?? ""} ${u.title} ${u.bytes.map(hexByte).join(" ")}`)
              .join("; ")}
          >
            <For each={shown()}>
              {(unit, index) => <UnitShape unit={unit} x={20 + index() * unitWidth()} width={props.width} />}
            </For>
          </svg>
        </div>
      </Show>
    </Show>
  );
}

function Float(props: { value: number; width: number }) {
  return (
    <div class="close-up">
      <div class="close-up-title">
        <b>{t("bytes.fromFloat")}</b> <span class="q">{t("bytes.ieee")}</span>
      </div>
      <svg width={props.width} height={HEIGHT - 34} role="img" aria-label={`${t("bytes.fromFloat")} ${props.value}`}>
        <FloatShape value={props.value} width={props.width} />
      </svg>
    </div>
  );
}

function Word(props: { word: { field: FieldFact; bytes: readonly number[] }; width: number }) {
  const hex = () => props.word.bytes.map(hexByte).join("");
  const value = () => Number.parseInt(hex(), 16);
  const words = () => (props.word.field.pointer ? address(value()) : count(value()));
  return (
    <div class="close-up">
      <div class="close-up-title">
        <b>{t("bytes.fromField")}</b>{" "}
        <span class="q">
          <code>{props.word.field.name}</code> {Number.isSafeInteger(value()) ? words() : `0x${hex()}`}
        </span>
      </div>
      <svg
        width={props.width}
        height={ordersHeight(props.width, WORD_BYTES)}
        role="img"
        aria-label={`${props.word.field.name} ${props.word.bytes.map(hexByte).join(" ")}`}
      >
        <ByteOrders bytes={props.word.bytes} y={4} width={props.width} kind={props.word.field.kind} />
      </svg>
    </div>
  );
}

/** Between the bytes in the two orders: as wide as there is room for. */
const ORDERS_GAP = { most: 48, least: 18 };

function UnitShape(props: { unit: Unit; x: number; width: number }) {
  const { unit, x } = props;
  const n = unit.bytes.length;
  const room = props.width - x - 10;
  const cell = Math.min(n > 2 ? 38 : 43, (room - ORDERS_GAP.least) / (2 * n) - 1);
  const gap = Math.max(ORDERS_GAP.least, Math.min(ORDERS_GAP.most, room - 2 * n * (cell + 1)));
  const kind = unit.glyph === null ? "num" : "txt";
  const textX = unit.glyph === null ? x : x + 86;
  const bits = (byte: number) => byte.toString(2).padStart(8, "0");
  const bitsX = (i: number) => textX + i * (n > 2 ? 66 : 62);
  const littleX = (i: number) => x + (n - 1 - i) * (cell + 1);
  const bigStart = x + n * (cell + 1) + gap;
  const bigX = (i: number) => bigStart + i * (cell + 1);
  const boxY = 104;
  const isLow = (i: number) => i === n - 1;
  const colour = (i: number) => (isLow(i) ? `var(--${kind}t)` : "var(--ink2)");
  return (
    <g>
      <Show when={unit.glyph !== null}>
        <rect x={x + 0.5} y="0.5" width="72" height="72" rx="4" fill="var(--txtf)" stroke="var(--txt)" />
        <text
          x={x + 36.5}
          y="53"
          font-size="46"
          text-anchor="middle"
          fill="var(--ink)"
          style={{ "font-family": "'Noto Serif CJK SC','Songti SC',serif" }}
        >
          {unit.glyph}
        </text>
      </Show>
      <text class="m" x={textX} y="14" font-size="15" font-weight="600" fill="var(--ink)">
        {unit.title}
      </text>
      <text class="m" x={textX} y="33" font-size="12" fill="var(--ink2)">
        {count(unit.value)}
      </text>
      <Show when={unit.glyph === null}>
        <text class="m" x={textX + monoWidth(count(unit.value), 12) + 16} y="33" font-size="12" fill="var(--ink3)">
          0x{unit.value.toString(16).padStart(8, "0")}
        </text>
      </Show>
      <For each={unit.bytes}>
        {(byte, i) => (
          <>
            <text class="m" x={bitsX(i())} y="50" font-size="11" fill={colour(i())}>
              {bits(byte)}
            </text>
            <Show when={n > 1 && (i() === 0 || isLow(i()))}>
              <text x={bitsX(i())} y="66" font-size="10.5" fill={colour(i())}>
                {t(isLow(i()) ? "bytes.low" : "bytes.high", { hex: hexByte(byte).toUpperCase() })}
              </text>
            </Show>
            <Show when={n > 1}>
              <path
                d={`M${bitsX(i()) + 26} 72C${bitsX(i()) + 26} 96 ${bigX(i()) + cell / 2} 82 ${bigX(i()) + cell / 2} ${boxY - 3}`}
                fill="none"
                stroke={isLow(i()) ? `var(--${kind})` : "var(--ghost)"}
                stroke-width="1.2"
                stroke-dasharray="3 3"
              />
            </Show>
          </>
        )}
      </For>
      <For each={unit.bytes}>
        {(_byte, i) => (
          <Show when={n > 1}>
            <path
              d={`M${bitsX(i()) + 26} 72C${bitsX(i()) + 26} 98 ${littleX(i()) + cell / 2} 80 ${littleX(i()) + cell / 2} ${boxY - 3}`}
              fill="none"
              stroke="var(--wash)"
              stroke-width="5"
            />
            <path
              d={`M${bitsX(i()) + 26} 72C${bitsX(i()) + 26} 98 ${littleX(i()) + cell / 2} 80 ${littleX(i()) + cell / 2} ${boxY - 3}`}
              fill="none"
              stroke={isLow(i()) ? `var(--${kind})` : "var(--ink2)"}
              stroke-width={isLow(i()) ? 1.8 : 1.4}
            />
          </Show>
        )}
      </For>
      <For each={unit.bytes}>
        {(byte, i) => (
          <>
            <ByteBox
              x={littleX(i())}
              y={boxY}
              cell={cell}
              byte={byte}
              label={offset(unit.offset + (n - 1 - i()))}
              strong
              low={isLow(i())}
              kind={kind}
            />
            <Show when={n > 1}>
              <ByteBox
                x={bigX(i())}
                y={boxY}
                cell={cell}
                byte={byte}
                label={offset(unit.offset + i())}
                strong={false}
                low={isLow(i())}
                kind={kind}
              />
            </Show>
          </>
        )}
      </For>
      <Show when={n > 1}>
        <text x={x} y={boxY + 62} font-size="11.5" font-weight="500" fill="var(--ink)">
          {t("bytes.little")}
        </text>
        <text x={bigStart} y={boxY + 62} font-size="11.5" fill="var(--ink3)">
          {t("bytes.big")}
        </text>
      </Show>
    </g>
  );
}

function ByteBox(props: {
  x: number;
  y: number;
  cell: number;
  byte: number;
  label: string;
  strong: boolean;
  low: boolean;
  kind: string;
}) {
  return (
    <>
      <rect
        x={props.x + 0.5}
        y={props.y + 0.5}
        width={props.cell}
        height="30"
        rx="2"
        fill={props.low ? `var(--${props.kind}f)` : "var(--paper)"}
        stroke={props.strong ? "var(--ink)" : "var(--line2)"}
        stroke-width={props.strong ? 1.6 : 1}
      />
      <text
        class="m"
        x={props.x + props.cell / 2 + 0.5}
        y={props.y + 20}
        font-size="14"
        font-weight={props.strong && props.low ? 600 : 400}
        fill={props.low ? `var(--${props.kind}t)` : "var(--ink)"}
        text-anchor="middle"
      >
        {hexByte(props.byte)}
      </text>
      <text
        class="m"
        x={props.x + props.cell / 2 + 0.5}
        y={props.y + 44}
        font-size="10.5"
        fill="var(--ink3)"
        text-anchor="middle"
      >
        {props.label}
      </text>
    </>
  );
}
