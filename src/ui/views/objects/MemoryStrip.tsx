// The same objects as they lie in memory: the blocks around the selection, word by word.
import { createMemo, For, Show } from "solid-js";
import type { FieldFact, StructureFact } from "../../../protocol/facts.ts";
import { pickers } from "../../components/pick.ts";
import { createSize } from "../../drawing/canvas.ts";
import { address, shorten } from "../../format.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";

const WORD = 8;
const SHOWN_BLOCKS = 4;
const WIDEST_BLOCK_WORDS = 12;

export function MemoryStrip() {
  const page = useUnderglass();
  const [size, observe] = createSize();
  const blocks = createMemo(() => {
    const bytes = page.facts()?.bytes;
    const selected = page.facts()?.selection;
    if (!bytes || !selected) return [];
    const all = [...bytes.structures].sort((a, b) => a.block - b.block);
    const at = all.findIndex((s) => s.block === selected.block);
    if (at < 0) return [];
    // Neighbours only where they touch: a row of blocks of one size.
    let from = at;
    let to = at;
    const touches = (a: StructureFact | undefined, b: StructureFact | undefined) =>
      a !== undefined && b !== undefined && a.block + a.blockBytes === b.block && a.blockBytes === b.blockBytes;
    while (to - from + 1 < SHOWN_BLOCKS) {
      if (from > 0 && at - from < 1 && touches(all[from - 1], all[from])) from--;
      else if (touches(all[to], all[to + 1])) to++;
      else if (touches(all[from - 1], all[from])) from--;
      else break;
    }
    return all.slice(from, to + 1);
  });
  const wordsEach = () => Math.min(WIDEST_BLOCK_WORDS, Math.ceil((blocks()[0]?.blockBytes ?? WORD) / WORD));
  const width = () => size().width;
  const cell = () => Math.min(64, width() / Math.max(1, wordsEach() * blocks().length));
  return (
    <div
      class="strip"
      classList={{ bare: blocks().length === 0 }}
      ref={observe}
      role="group"
      aria-label={t("objects.memoryTitle")}
      {...pickers(page)}
    >
      <Show when={blocks().length > 0} fallback={<p class="t">{t("objects.noSelection")}</p>}>
        <div class="strip-title">
          <b>{t("objects.memoryTitle")}</b>{" "}
          <span class="q">{t("objects.memorySentence", { bytes: blocks()[0]!.blockBytes })}</span>
        </div>
        <svg width={width()} height="72" role="img" aria-label={t("objects.memoryTitle")}>
          <For each={blocks()}>
            {(structure, index) => (
              <BlockRow structure={structure} x={index() * cell() * wordsEach()} cell={cell()} words={wordsEach()} />
            )}
          </For>
          <Chains blocks={blocks()} cell={cell()} words={wordsEach()} />
        </svg>
        <span class="t">{t("objects.memoryNote", { bytes: WORD })}</span>
      </Show>
    </div>
  );
}

function fieldAt(structure: StructureFact, word: number): FieldFact | undefined {
  const at = structure.block + word * WORD - structure.address;
  return structure.fields.find((field) => field.offset <= at && at < field.offset + field.bytes);
}

function BlockRow(props: { structure: StructureFact; x: number; cell: number; words: number }) {
  const page = useUnderglass();
  const isSelected = () => page.facts()?.selection?.block === props.structure.block;
  const width = () => props.cell * props.words;
  return (
    <g class="name" data-address={props.structure.address}>
      <text
        class="m"
        x={props.x + 1}
        y="11"
        font-size="10.5"
        font-weight={isSelected() ? 500 : 400}
        fill={isSelected() ? "var(--ink)" : "var(--ink3)"}
      >
        {address(props.structure.block)}
      </text>
      <For each={Array.from({ length: props.words }, (_, i) => i)}>
        {(word) => (
          <WordCell
            structure={props.structure}
            field={fieldAt(props.structure, word)}
            x={props.x + word * props.cell}
            width={props.cell}
          />
        )}
      </For>
      <rect
        x={props.x + (isSelected() ? 1 : 0.6)}
        y={18 + (isSelected() ? 0 : 0)}
        width={width() - (isSelected() ? 2 : 1.2)}
        height="30"
        fill="none"
        stroke={
          isSelected()
            ? "var(--ink)"
            : props.structure.state === "used"
              ? `var(--${props.structure.kind})`
              : "var(--ghost)"
        }
        stroke-width={isSelected() ? 2 : 1.2}
        stroke-dasharray={props.structure.state === "untouched" ? "3 3" : undefined}
      />
    </g>
  );
}

function WordCell(props: { structure: StructureFact; field: FieldFact | undefined; x: number; width: number }) {
  const field = () => props.field;
  const changed = () => field()?.changed ?? false;
  const isLink = () => (field()?.offset ?? 0) < 0;
  const middle = () => props.x + props.width / 2;
  const fill = () => {
    if (changed()) return "var(--nowwash)";
    if (!field() || isLink())
      return props.structure.state === "used" || props.structure.state === "static" ? "var(--wash)" : "url(#hatch)";
    return `var(--${props.structure.kind}f)`;
  };
  const pointer = () => field()?.pointer ?? null;
  return (
    <>
      <rect x={props.x} y="18" width={props.width} height="30" fill={fill()} stroke="var(--line2)" stroke-width="0.8" />
      <Show when={field() && (isLink() || (!pointer() && field()!.text.startsWith("0x")))}>
        <path d={`M${middle() - 3} 33h6`} stroke="var(--ghost)" stroke-width="1.2" />
      </Show>
      <Show when={pointer()}>
        {(p) => (
          <Show
            when={p().text !== null && p().kind !== "cls" && p().kind !== "none" && p().kind !== "cod"}
            fallback={
              <Show
                when={p().text !== null}
                fallback={
                  <circle
                    cx={middle()}
                    cy="33"
                    r={changed() ? 3.6 : 3}
                    fill={changed() ? "var(--now)" : "var(--ink2)"}
                  />
                }
              >
                <use href={`#${p().kind}`} x={middle() - 5.5} y="27.5" width="11" height="11" />
              </Show>
            }
          >
            <text
              class="m"
              x={middle()}
              y="37"
              font-size={String(p().text!.length > 3 ? 9 : 10.5)}
              font-weight="500"
              fill={changed() ? "var(--nowink)" : `var(--${p().kind}t)`}
              text-anchor="middle"
            >
              {shorten(p().text!, p().text!.length > 3 ? 9 : 10.5, props.width - 2)}
            </text>
          </Show>
        )}
      </Show>
      <Show when={field() && !pointer() && !isLink() && !field()!.text.startsWith("0x")}>
        <text
          class="m"
          x={middle()}
          y="37"
          font-size={String(field()!.text.length > 4 ? 9 : 11)}
          font-weight={changed() ? 600 : 400}
          fill={changed() ? "var(--nowink)" : "var(--ink2)"}
          text-anchor="middle"
        >
          {shorten(field()!.text, field()!.text.length > 4 ? 9 : 11, props.width - 2)}
        </text>
      </Show>
      <Show when={changed()}>
        <path d={`M${props.x} 18h7l-7 7z`} fill="var(--now)" />
      </Show>
    </>
  );
}

/** Pointers from one of the blocks to another run below them. */
function Chains(props: { blocks: readonly StructureFact[]; cell: number; words: number }) {
  const links = createMemo(() =>
    props.blocks.flatMap((structure, index) =>
      structure.fields.flatMap((field) => {
        const to = props.blocks.findIndex((b) => b.address === field.pointer?.address);
        if (to < 0 || to === index || field.offset < 0) return [];
        const word = (structure.address + field.offset - structure.block) / WORD;
        const fromX = (index * props.words + word + 0.5) * props.cell;
        const targetWord = (props.blocks[to]!.address - props.blocks[to]!.block) / WORD;
        const toX = (to * props.words + targetWord) * props.cell + 6;
        return [{ fromX, toX, changed: field.changed, depth: Math.min(3, Math.abs(to - index)) }];
      }),
    ),
  );
  return (
    <For each={links()}>
      {(link) => {
        const down = 54 + link.depth * 5;
        const sign = Math.sign(link.toX - link.fromX);
        return (
          <path
            d={`M${link.fromX} 33V${down - 5}q0 5 ${5 * sign} 5H${link.toX - 5 * sign}q${5 * sign} 0 ${5 * sign} -5V51`}
            fill="none"
            stroke={link.changed ? "var(--now)" : "var(--ink2)"}
            stroke-width={link.changed ? 2 : 1.3}
            marker-end={link.changed ? "url(#ahn)" : "url(#ah)"}
          />
        );
      }}
    </For>
  );
}
