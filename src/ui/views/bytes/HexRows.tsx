// Rows of the hex view: bytes with the structure's fields drawn over them, plain bytes, and words between blocks.
import { For, Show } from "solid-js";
import type { StructureFact } from "../../../protocol/facts.ts";
import { address, hexByte, monoWidth, offset, shorten, withUnderscore } from "../../format.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { type BytesRow, FIELD_ROW, type FieldPiece, ROW_BYTES } from "./rows.ts";

export interface Measures {
  readonly addressX: number;
  readonly cellX: number;
  readonly cell: number;
  readonly asciiX: number | null;
}

export function measures(width: number): Measures {
  if (width >= 560) {
    const cell = Math.min(30, 24 + Math.max(0, width - 640) / 40);
    return { addressX: 20, cellX: 112, cell, asciiX: 112 + 16 * cell + 14 };
  }
  // Beside the drawer there is room for addresses, but not for the text column.
  if (width >= 460) return { addressX: 10, cellX: 96, cell: (width - 104) / 16, asciiX: null };
  // A phone has eight bytes' width less an address: its last group only, and no text column.
  return { addressX: 8, cellX: 52, cell: Math.max(16, (width - 60) / 16), asciiX: null };
}

function ascii(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·";
}

export function HexRow(props: {
  row: BytesRow;
  isMapped: (at: number) => boolean;
  m: Measures;
  byteAt: (at: number) => number;
  changed: ReadonlySet<number>;
  structures: readonly StructureFact[];
  structure: StructureFact | null;
}) {
  const { row, m } = props;
  if (row.type === "words") return <Words row={row} m={m} />;
  const columns = Array.from({ length: ROW_BYTES }, (_, i) => i);
  const rowText = columns.map((i) => ascii(props.byteAt(row.from + i))).join("");
  const shortAddress = m.cellX < 60;
  const label = shortAddress ? address(row.from).slice(-4) : address(row.from);
  const owner = (at: number) => props.structures.find((s) => at >= s.block && at < s.block + s.blockBytes);
  if (row.type === "plain" && !props.isMapped(row.from)) {
    return (
      <g>
        <text class="m" x={m.addressX} y={row.y + 15} font-size="11.5" fill="var(--ink3)">
          {label}
        </text>
        <rect x={m.cellX} y={row.y + 2} width={16 * m.cell} height="18" fill="url(#hatch2)" />
        <text x={m.cellX + 8} y={row.y + 15} font-size="11" fill="var(--ink3)">
          {t("bytes.unmapped")}
        </text>
      </g>
    );
  }
  if (row.type === "plain") {
    const first = owner(row.from);
    return (
      <g class="name" data-address={first?.address}>
        <rect
          x={m.cellX}
          y={row.y}
          width={16 * m.cell}
          height="22"
          fill={first && first.state !== "used" && first.state !== "static" ? "url(#hatch2)" : "transparent"}
          opacity="0.6"
        />
        <text class="m" x={m.addressX} y={row.y + 15} font-size="11.5" fill="var(--ink3)">
          {label}
        </text>
        <HexRun
          from={row.from}
          first={0}
          last={ROW_BYTES - 1}
          y={row.y + 15}
          size={shortAddress ? 9.5 : 11.5}
          fill="var(--ink3)"
          m={m}
          byteAt={props.byteAt}
          changed={props.changed}
        />
        <Ascii text={rowText} x={m.asciiX} y={row.y + 15} fill="var(--ink3)" />
      </g>
    );
  }
  return (
    <g>
      <text class="m" x={m.addressX} y={row.y + 13} font-size="10.5" fill="var(--ink3)">
        {offset(row.label)}
      </text>
      <text class="m" x={m.addressX} y={row.y + 33} font-size="11.5" font-weight="500" fill="var(--ink)">
        {label}
      </text>
      <For each={row.pieces}>
        {(piece) => (
          <Piece
            piece={piece}
            y={row.y}
            from={row.from}
            m={m}
            byteAt={props.byteAt}
            changed={props.changed}
            structure={props.structure}
          />
        )}
      </For>
      <Ascii text={rowText} x={m.asciiX} y={row.y + 33} fill="var(--ink2)" />
    </g>
  );
}

/** The bytes as characters, where there is a column for them. */
function Ascii(props: { text: string; x: number | null; y: number; fill: string }) {
  return (
    <Show when={props.x}>
      <text class="m" x={props.x!} y={props.y} font-size="11.5" fill={props.fill} style={{ "white-space": "pre" }}>
        {props.text}
      </text>
    </Show>
  );
}

/** A name cut to its field. Where an ellipsis would take the place of all, its first letters stand for it; the table and the
 *  inspector have it whole. */
function nameOf(name: string, width: number): string {
  const letters = Math.floor(width / monoWidth("0", 10.5));
  return letters <= 4 ? name.slice(0, letters) : shorten(name, 10.5, width);
}

/** A byte by its place in the object, or by its address. */
export function byteName(at: number, structure: StructureFact | null): string {
  return structure === null ? address(at) : offset(at - structure.address);
}

function Piece(props: {
  piece: FieldPiece;
  y: number;
  from: number;
  m: Measures;
  byteAt: (at: number) => number;
  changed: ReadonlySet<number>;
  structure: StructureFact | null;
}) {
  const { piece, m, y } = props;
  const { field } = piece;
  const x = m.cellX + piece.first * m.cell;
  const width = (piece.last - piece.first + 1) * m.cell;
  const kind = field?.kind ?? "cod";
  const isChanged = field?.changed ?? false;
  const size = m.cell >= 22 ? 13 : 9.5;
  const value = field
    ? field.pointer && field.pointer.text === null
      ? `${field.pointer.type}`
      : withUnderscore(field.text)
    : "";
  const nameWidth = (field?.name.length ?? 0) * 6.4 + 16;
  const page = useUnderglass();
  const start = () => (props.structure?.address ?? 0) + (field?.offset ?? 0);
  const isRange = () => field !== null && page.range()?.address === start() && page.range()?.bytes === field.bytes;
  /** Cell of the one byte that was pointed at. */
  const byteCell = () => {
    const range = page.range();
    const column = (range?.address ?? 0) - props.from;
    return range?.bytes === 1 && column >= piece.first && column <= piece.last ? column : null;
  };
  /** A click asks who wrote the field, the next one who wrote the byte; a click on a pointer's target text follows it. */
  const range = () => (field ? `${start()} ${field.bytes} ${field.name}` : undefined);
  const onClick = (event: MouseEvent) => {
    if (!field || !(isRange() || byteCell() !== null) || (event.target as Element).closest("[data-address]")) return;
    const left = (event.currentTarget as SVGGElement).getBoundingClientRect().left;
    const column = piece.first + Math.floor((event.clientX - left) / m.cell);
    const at = props.from + Math.max(piece.first, Math.min(piece.last, column));
    page.lookAtRange({ address: at, bytes: 1, name: byteName(at, props.structure) });
    event.stopPropagation();
  };
  return (
    <g class="name" data-range={range()} on:click={onClick}>
      <rect
        x={x + 0.5}
        y={y + 0.5}
        width={width - 1}
        height={FIELD_ROW - 3}
        fill={field ? (isChanged ? "var(--nowwash)" : `var(--${kind}f)`) : "url(#hatch)"}
        stroke={`var(--${kind})`}
        stroke-opacity={field ? 0.55 : 0.2}
      />
      <Show when={field && piece.begins}>
        <rect x={x} y={y} width="3" height={FIELD_ROW - 2} fill={isChanged ? "var(--now)" : `var(--${kind})`} />
        <text
          class="m"
          x={x + 8}
          y={y + 13}
          font-size="10.5"
          font-weight="500"
          fill={isChanged ? "var(--nowink)" : `var(--${kind}t)`}
        >
          {nameOf(field!.name, width - 10)}
        </text>
      </Show>
      <Show when={field && piece.begins && width - nameWidth > 20}>
        <text
          class="m"
          x={x + width - 6}
          y={y + 13}
          font-size="10.5"
          fill="var(--ink2)"
          text-anchor="end"
          text-decoration={field?.pointer ? "underline" : undefined}
          data-address={field?.pointer?.address}
        >
          {shorten(value, 10.5, width - nameWidth)}
        </text>
      </Show>
      <Show when={isRange()}>
        <rect
          x={x + 1}
          y={y + 1}
          width={width - 2}
          height={FIELD_ROW - 4}
          fill="none"
          stroke="var(--ink)"
          stroke-width="2"
        />
      </Show>
      <Show when={byteCell() !== null}>
        <rect
          x={m.cellX + byteCell()! * m.cell + 1}
          y={y + 19}
          width={m.cell - 2}
          height="20"
          fill="none"
          stroke="var(--ink)"
          stroke-width="2"
        />
      </Show>
      <Show when={isChanged && piece.begins}>
        <path d={`M${x + width - 1} ${y + 1}v7l-7-7z`} fill="var(--now)" />
      </Show>
      <HexRun
        from={props.from}
        first={piece.first}
        last={piece.last}
        y={y + 33}
        size={size}
        fill={field ? "var(--ink)" : "var(--ink3)"}
        m={m}
        byteAt={props.byteAt}
        changed={props.changed}
      />
    </g>
  );
}

/** Bytes of a row as one run of text: word spacing puts each pair of digits in the middle of its cell. */
function HexRun(props: {
  from: number;
  first: number;
  last: number;
  y: number;
  size: number;
  fill: string;
  m: Measures;
  byteAt: (at: number) => number;
  changed: ReadonlySet<number>;
}) {
  const digit = monoWidth("0", props.size);
  const parts: { text: string; changed: boolean }[] = [];
  for (let column = props.first; column <= props.last; column++) {
    const at = props.from + column;
    const text = hexByte(props.byteAt(at)) + (column < props.last ? " " : "");
    const changed = props.changed.has(at);
    const last = parts[parts.length - 1];
    if (last && last.changed === changed) last.text += text;
    else parts.push({ text, changed });
  }
  return (
    <text
      class="m"
      x={props.m.cellX + props.first * props.m.cell + props.m.cell / 2 - digit}
      y={props.y}
      font-size={String(props.size)}
      fill={props.fill}
      style={{ "white-space": "pre", "word-spacing": `${props.m.cell - 3 * digit}px` }}
    >
      <For each={parts}>
        {(part) =>
          part.changed ? (
            <tspan fill="var(--nowink)" font-weight="600">
              {part.text}
            </tspan>
          ) : (
            part.text
          )
        }
      </For>
    </text>
  );
}

function Words(props: { row: Extract<BytesRow, { type: "words" }>; m: Measures }) {
  const s = () => props.row.structure;
  const what = () => {
    if (s().state === "free") return t("bytes.free");
    if (s().state === "untouched") return t("bytes.untouched");
    return s().type;
  };
  return (
    <g class="name" data-address={s().address}>
      <text x={props.m.cellX} y={props.row.y + 15} font-size="11" fill="var(--ink3)">
        {t(`bytes.${props.row.which}`, { address: address(s().block), what: what() })}
      </text>
      <text
        class="m"
        x={props.m.cellX + 16 * props.m.cell}
        y={props.row.y + 15}
        font-size="11"
        fill="var(--ink3)"
        text-anchor="end"
      >
        {shorten(s().text ?? "", 11, 120)}
      </text>
    </g>
  );
}
