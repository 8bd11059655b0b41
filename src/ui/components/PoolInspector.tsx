// The reading of a block at the depth of the allocators: how its address leads to pool and arena, and what the pool holds.
import { For, Show } from "solid-js";
import type { FieldRow, PoolDetail, SelectionFacts } from "../../protocol/facts.ts";
import { address, count, offset, withUnderscore } from "../format.ts";
import { t } from "../state/text.ts";
import { useUnderglass } from "../state/underglass.ts";
import { Glyph } from "./Glyph.tsx";

export function PoolSections(props: { selection: SelectionFacts }) {
  const place = () => props.selection.place as Extract<SelectionFacts["place"], { type: "pool" }>;
  const inPool = () => props.selection.block - place().poolAddress;
  return (
    <>
      <section>
        <div class="cap">{t("inspector.arithmetic")}</div>
        <dl class="kv arithmetic">
          <dt>{t("inspector.block")}</dt>
          <dd>
            {address(props.selection.block).slice(0, -4)}
            <b>{address(props.selection.block).slice(-4)}</b>{" "}
            <span class="t">
              {props.selection.collectorBytes > 0
                ? t("inspector.lessCollector", { bytes: props.selection.collectorBytes })
                : t("inspector.isObject")}
            </span>
          </dd>
          <dt>{t("inspector.pool")}</dt>
          <dd>
            {address(place().poolAddress).slice(0, -4)}
            <u>{address(place().poolAddress).slice(-4)}</u> <span class="t">{t("inspector.lowBits")}</span>
          </dd>
          <dt>{t("inspector.offset")}</dt>
          <dd>
            0x{inPool().toString(16)} = {count(inPool())}
          </dd>
          <dt>{t("inspector.index")}</dt>
          <dd>
            ({count(inPool())} − {place().headerBytes}) / {place().blockBytes} = <b>{count(place().blockIndex)}</b>
          </dd>
          <dt>{t("inspector.arena")}</dt>
          <dd>
            {address(place().arenaAddress)} <span class="t">{t("inspector.radix", { arena: place().arena })}</span>
          </dd>
        </dl>
      </section>
      <PoolReading />
    </>
  );
}

/** The pool in close-up, whether or not something in it is selected: its header, what it holds, what keeps its arena. */
export function PoolReading() {
  const page = useUnderglass();
  const allocators = () => page.facts()?.allocators;
  const detail = () => allocators()?.pool;
  return (
    <>
      <Show when={detail()}>
        {(pool) => (
          <>
            <section>
              <div class="cap">{t("inspector.poolHeader")}</div>
              <HeaderRows rows={pool().header} pool={pool()} />
            </section>
            <section>
              <div class="cap">{t("inspector.inPool")}</div>
              <Census />
            </section>
          </>
        )}
      </Show>
      <Show when={allocators()?.keeper}>
        {(keeper) => (
          <section>
            <div class="cap">{t("inspector.keeps", { arena: keeper().arena })}</div>
            <p class="say">
              {t("inspector.keepsText", { pools: keeper().pools, pool: keeper().pool, bytes: keeper().bytes })}{" "}
              <button type="button" class="link n" onClick={() => page.select(keeper().block)}>
                {address(keeper().block)}
              </button>
            </p>
          </section>
        )}
      </Show>
    </>
  );
}

/** What a field of the pool's header says, where its bare value says little. */
function headerNote(row: FieldRow, pool: PoolDetail): string {
  switch (row.name) {
    case "ref_count":
      return t("inspector.note.inUse");
    case "freeblock":
      return pool.freeList.length > 0 ? t("allocators.block", { index: pool.freeList[0] }) : "";
    case "szidx":
      return `(${row.text} + 1) × ${pool.blockBytes / (Number(row.text) + 1)} = ${pool.blockBytes}`;
    case "nextoffset":
      return pool.neverUsed > 0 ? t("inspector.note.neverUsed", { count: pool.neverUsed }) : "";
    default: {
      // "pool 10", in the words of the reader.
      const [, what, index] = /^(pool|block) (\d+)$/.exec(row.note) ?? [];
      return what === undefined ? row.note : t(`allocators.${what}`, { index });
    }
  }
}

function headerText({ text }: FieldRow): string {
  return /^\d+$/.test(text) ? count(Number(text)) : withUnderscore(text);
}

function HeaderRows(props: { rows: readonly FieldRow[]; pool: PoolDetail }) {
  return (
    <table class="fl wide">
      <tbody>
        <For each={props.rows}>
          {(row) => (
            <tr>
              <td>{offset(row.offset)}</td>
              <td>{row.name}</td>
              <td>
                <Show when={row.changed}>
                  <span class="wedge" />
                </Show>
                <span classList={{ nowt: row.changed, strong: row.changed }}>{headerText(row)}</span>{" "}
                <span class="t s">{headerNote(row, props.pool)}</span>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}

function Census() {
  const page = useUnderglass();
  const pool = () => page.facts()!.allocators!.pool!;
  return (
    <>
      <div class="census" aria-hidden="true">
        <For each={pool().census}>
          {(row) => <span style={{ "flex-grow": row.count, background: `var(--${row.kind})` }} />}
        </For>
        <span class="free" style={{ "flex-grow": pool().free + pool().neverUsed }} />
      </div>
      <div class="census-words">
        <For each={pool().census.slice(0, 5)}>
          {(row) => (
            <span>
              <Glyph kind={row.kind} inline />
              {row.type} <b>{row.count}</b>
            </span>
          )}
        </For>
        <span>
          {t("inspector.free")} <b>{pool().free + pool().neverUsed}</b>
        </span>
      </div>
    </>
  );
}
