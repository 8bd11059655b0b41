// A .pyc byte by byte: what each stretch of it means, beside the bytes. What is pointed at on one side is lit on the other.
import { createEffect, createMemo, createSignal, For, on } from "solid-js";
import { ViewHeader } from "../../components/ViewHeader.tsx";
import { createSize } from "../../drawing/canvas.ts";
import { count, hexByte } from "../../format.ts";
import type { Pyc } from "../../state/files.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { RowList } from "../program/RowList.tsx";
import { meaningText, valueText } from "./pyc_words.ts";

const INDENT_PX = 12;
/** Room for sixteen bytes a row with their characters, beside the meanings. */
const WIDE_PX = 900;

type Range = Pyc["ranges"][number];

export function PycView(props: { pyc: Pyc }) {
  const page = useUnderglass();
  const [size, observe] = createSize();
  const [lent, setLent] = createSignal<number | null>(null);
  const ranges = () => props.pyc.ranges;
  const rowBytes = () => (size().width >= WIDE_PX ? 16 : 8);
  const rows = createMemo(() =>
    Array.from({ length: Math.ceil(props.pyc.bytes.length / rowBytes()) }, (_, i) => i * rowBytes()),
  );
  /** The range that holds a byte: they lie side by side. */
  const rangeAt = (offset: number): number => {
    let low = 0;
    let high = ranges().length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (ranges()[middle]!.offset <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const picked = page.files.pycRange;
  const rowOf = (range: number | null) =>
    range === null ? null : Math.floor((ranges()[range]?.offset ?? 0) / rowBytes());
  /** The side on which it was picked; the others are scrolled to it. */
  const [pickedBy, setPickedBy] = createSignal<"meanings" | "bytes" | null>(null);
  const pick = (range: number, side: "meanings" | "bytes") => {
    page.files.setPycRange(range);
    setPickedBy(side);
  };
  createEffect(on(picked, () => setPickedBy(null)));

  return (
    <>
      <ViewHeader
        title={t("view.bytes")}
        sentence={t("pyc.sentence", { name: props.pyc.name })}
        right={<span class="t">{t("inspector.bytes", { count: props.pyc.bytes.length })}</span>}
        tools={
          <button type="button" class="quiet" onClick={() => page.files.closePyc()}>
            {t("pyc.close")}
          </button>
        }
      />
      <div class="pyc" ref={observe}>
        <div class="pyc-head">
          <span class="n">{props.pyc.name}</span>
          <button type="button" class="quiet r" onClick={() => page.files.closePyc()}>
            {t("pyc.close")}
          </button>
        </div>
        <section class="pane" aria-label={t("pyc.meanings")}>
          <RowList
            label={t("pyc.meanings")}
            role="listbox"
            items={ranges()}
            active={picked()}
            reveal={pickedBy() === "meanings" ? null : picked()}
            rowClass={(_, index) => ({ here: picked() === index, lent: lent() === index })}
            row={(range) => (
              <>
                <span class="o">{range.offset}</span>{" "}
                <span class="node" style={{ "padding-left": `${range.depth * INDENT_PX}px` }}>
                  <span class="pyc-meaning">{meaningText(range)}</span>{" "}
                  <span class="node-values">{valueText(range, props.pyc.bytes)}</span>
                </span>
              </>
            )}
            onPick={(index) => pick(index, "meanings")}
            onLend={setLent}
          />
        </section>
        <section class="pane pyc-bytes" classList={{ wide: rowBytes() === 16 }} aria-label={props.pyc.name}>
          <RowList
            label={t("pyc.bytesOf", { name: props.pyc.name })}
            role="listbox"
            items={rows()}
            active={rowOf(picked())}
            reveal={pickedBy() === "bytes" ? null : rowOf(picked())}
            rowClass={() => ({})}
            row={(from) => (
              <ByteRow
                from={from}
                to={Math.min(props.pyc.bytes.length, from + rowBytes())}
                bytes={props.pyc.bytes}
                ranges={ranges()}
                rangeAt={rangeAt}
                picked={picked()}
                lent={lent()}
                width={rowBytes()}
              />
            )}
            onPick={(index, target) => {
              const of = target?.closest("[data-range-index]")?.getAttribute("data-range-index");
              pick(of ? Number(of) : rangeAt(rows()[index]!), "bytes");
            }}
            onLend={(_, target) => {
              const of = target?.closest("[data-range-index]")?.getAttribute("data-range-index");
              setLent(of ? Number(of) : null);
            }}
          />
        </section>
      </div>
    </>
  );
}

/** A row of bytes, in stretches that belong together. */
function ByteRow(props: {
  from: number;
  to: number;
  bytes: Uint8Array;
  ranges: readonly Range[];
  rangeAt: (offset: number) => number;
  picked: number | null;
  lent: number | null;
  width: number;
}) {
  const runs = createMemo(() => {
    const list: { range: number; text: string; starts: boolean }[] = [];
    for (let at = props.from, range = props.rangeAt(at); at < props.to; range++) {
      const { offset, length } = props.ranges[range]!;
      const end = Math.min(props.to, Math.max(at + 1, offset + length));
      const text = [...props.bytes.subarray(at, end)].map(hexByte).join(" ");
      list.push({ range, text, starts: offset === at });
      at = end;
    }
    return list;
  });
  const letters = () =>
    [...props.bytes.subarray(props.from, props.to)]
      .map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·"))
      .join("");
  return (
    <>
      <span class="o">{count(props.from)}</span>{" "}
      <span class="byte-runs" style={{ width: `${props.width * 3 + 1}ch` }}>
        <For each={runs()}>
          {({ range, text, starts }) => (
            <span
              class="byte-run"
              classList={{ starts, here: props.picked === range, lent: props.lent === range }}
              data-range-index={range}
            >
              {text}
            </span>
          )}
        </For>
      </span>{" "}
      <span class="letters">{letters()}</span>
    </>
  );
}
