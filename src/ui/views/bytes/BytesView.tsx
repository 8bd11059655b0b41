// Bytes: hex with the fields of the selected structure over it, every pointer a link, and how a value becomes bytes.
import { createEffect, createMemo, For, Show } from "solid-js";
import type { StructureFact } from "../../../protocol/facts.ts";
import { AtRest } from "../../components/AtRest.tsx";
import { pickers } from "../../components/pick.ts";
import { Rich } from "../../components/Rich.tsx";
import { ViewHeader } from "../../components/ViewHeader.tsx";
import { createSize } from "../../drawing/canvas.ts";
import { address } from "../../format.ts";
import { structureWord, t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { BytesTable } from "./BytesTable.tsx";
import { CloseUp, closeUpHeight } from "./CloseUp.tsx";
import { byteName, HexRow, measures } from "./HexRows.tsx";
import { PycView } from "./PycView.tsx";
import { layoutRows, ROW_BYTES } from "./rows.ts";

const HEAD = 32;
const WHEEL_ROW_PX = 22;

export function BytesView(props: { table: boolean; onTable: () => void }) {
  const page = useUnderglass();
  return (
    <Show when={page.files.pyc()} fallback={<MemoryBytes {...props} />}>
      {(pyc) => <PycView pyc={pyc()} />}
    </Show>
  );
}

function MemoryBytes(props: { table: boolean; onTable: () => void }) {
  const page = useUnderglass();
  const [size, observe] = createSize();
  const facts = () => page.facts()?.bytes;
  const structure = createMemo((): StructureFact | null => {
    const selected = page.facts()?.selection;
    // With nothing selected, the running frame is what the bytes are of.
    const frame = page.facts()?.program?.frame;
    if (!selected) return facts()?.structures.find((s) => s.block <= frame! && frame! < s.block + s.blockBytes) ?? null;
    return facts()?.structures.find((s) => s.block === selected.block) ?? selected.structure;
  });
  const m = createMemo(() => measures(size().width));
  const below = () => closeUpHeight(page.facts()?.selection, size());
  const room = () => Math.max(120, size().height - HEAD - below());
  createEffect(() => page.setBytesRows(Math.max(8, Math.min(256, Math.ceil(room() / WHEEL_ROW_PX) + 2))));
  const layout = createMemo(() => {
    const shown = facts();
    if (!shown) return null;
    return layoutRows(shown.from, shown.bytes.length, shown.structures, structure(), room());
  });
  const changed = createMemo(() => {
    const set = new Set<number>();
    for (const change of facts()?.changes ?? []) {
      for (let i = 0; i < change.was.length; i++) {
        const at = change.address + i;
        const now = facts()!.bytes[at - facts()!.from];
        if (now !== undefined && now !== change.was[i]) set.add(at);
      }
    }
    return set;
  });
  const isMapped = (at: number) => !facts()!.unmapped.some((gap) => at >= gap.from && at < gap.from + gap.bytes);
  const byteAt = (at: number) => facts()!.bytes[at - facts()!.from] ?? 0;

  const scrollBy = (rows: number) => {
    const from = facts()?.from;
    if (from === undefined) return;
    page.setBytesTop(Math.max(0, from - (from % ROW_BYTES) + rows * ROW_BYTES));
  };
  let wheelRest = 0;
  const onWheel = (event: WheelEvent) => {
    if (!facts()) return;
    event.preventDefault();
    wheelRest += event.deltaY;
    const rows = Math.trunc(wheelRest / WHEEL_ROW_PX);
    if (rows === 0) return;
    wheelRest -= rows * WHEEL_ROW_PX;
    scrollBy(rows);
  };
  const pointAtField = (own: StructureFact, by: number) => {
    const range = page.range();
    const at = range === null ? -1 : own.fields.findIndex((f) => own.address + f.offset === range.address);
    const field = own.fields[at < 0 ? 0 : at + by];
    if (field) page.lookAtRange({ address: own.address + field.offset, bytes: field.bytes, name: field.name });
  };
  const pointAtByte = (own: StructureFact, by: number) => {
    const range = page.range();
    const last = range === null || range.bytes > 1 ? (range?.address ?? own.address) - by : range.address;
    const at = Math.max(own.block, Math.min(own.block + own.blockBytes - 1, last + by));
    page.lookAtRange({ address: at, bytes: 1, name: byteName(at, own) });
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || (event.shiftKey && event.key !== "<" && event.key !== ">")) return;
    const rows = { ArrowUp: -1, ArrowDown: 1, PageUp: -16, PageDown: 16 }[event.key];
    const own = structure();
    if (rows !== undefined) scrollBy(rows);
    else if ((event.key === "ArrowLeft" || event.key === "ArrowRight") && own) {
      // To the neighbouring block.
      const sorted = [...(facts()?.structures ?? [])].sort((a, b) => a.block - b.block);
      const next = sorted[sorted.findIndex((s) => s.block === own.block) + (event.key === "ArrowLeft" ? -1 : 1)];
      if (next) page.select(next.address);
    } else if ((event.key === "," || event.key === ".") && own) pointAtField(own, event.key === "," ? -1 : 1);
    else if ((event.key === "<" || event.key === ">") && own) pointAtByte(own, event.key === "<" ? -1 : 1);
    else if (event.key === "Enter" && own) {
      const pointer = own.fields.find((f) => f.pointer && f.offset > 8)?.pointer;
      if (pointer) page.select(pointer.address);
    } else return;
    event.preventDefault();
  };
  const sentence = () => {
    const s = structure();
    return s
      ? t("view.blockSentence", { block: s.blockBytes, type: s.type || t("inspector.state.free"), used: s.usedBytes })
      : "";
  };
  return (
    <>
      <ViewHeader
        title={t("view.bytes")}
        sentence={sentence()}
        right={
          <Show when={structure()}>
            {(s) => (
              <span class="t as">
                <Rich text={t("view.asStructure", { name: structureWord(s().name) })} />
              </span>
            )}
          </Show>
        }
        table={props.table}
        onTable={props.onTable}
      />
      <Show when={!props.table} fallback={<BytesTable structure={structure()} />}>
        <div
          class="picture bytes"
          ref={(element) => {
            observe(element);
            element.addEventListener("wheel", onWheel, { passive: false });
          }}
          tabindex="0"
          role="group"
          aria-label={
            facts()
              ? t("bytes.sentence", {
                  address: address(facts()!.from),
                  count: facts()!.bytes.length,
                  structures: facts()!.structures.length,
                })
              : t("view.bytes")
          }
          onKeyDown={onKey}
          {...pickers(page)}
        >
          <Show
            when={layout()}
            fallback={
              <Show when={page.session().status !== "idle"} fallback={<AtRest />}>
                <Show when={page.selection() === null}>
                  <p class="empty">{t("bytes.empty")}</p>
                </Show>
              </Show>
            }
          >
            {(shown) => (
              <>
                <svg width={size().width} height={HEAD + room()} class="hex" role="presentation">
                  <For each={Array.from({ length: ROW_BYTES }, (_, i) => i)}>
                    {(i) => (
                      <text
                        class="m"
                        x={m().cellX + (i + 0.5) * m().cell}
                        y="20"
                        font-size="10.5"
                        fill="var(--ink3)"
                        text-anchor="middle"
                      >
                        {i.toString(16)}
                      </text>
                    )}
                  </For>
                  <Show when={m().asciiX}>
                    <text class="m" x={m().asciiX!} y="20" font-size="10.5" fill="var(--ink3)">
                      {t("bytes.ascii")}
                    </text>
                  </Show>
                  <g transform={`translate(0 ${HEAD})`}>
                    <Show when={shown().block}>
                      {(block) => (
                        <rect
                          x={m().cellX - 5}
                          y={block().y - 4}
                          width={16 * m().cell + 10}
                          height={block().height + 6}
                          rx="6"
                          fill="var(--halo)"
                        />
                      )}
                    </Show>
                    <For each={shown().rows}>
                      {(row) => (
                        <HexRow
                          row={row}
                          m={m()}
                          byteAt={byteAt}
                          isMapped={isMapped}
                          changed={changed()}
                          structures={facts()!.structures}
                          structure={structure()}
                        />
                      )}
                    </For>
                  </g>
                </svg>
                <CloseUp width={size().width} height={size().height} />
              </>
            )}
          </Show>
        </div>
      </Show>
    </>
  );
}
