// The reading of the selection: what it is, where, who points to it, its fields and bytes, its life.
import { createMemo, For, Match, Show, Switch } from "solid-js";
import type { FieldFact, SelectionFacts } from "../../protocol/facts.ts";
import { address, brief, count, hexByte, offset, shortAddress, withUnderscore } from "../format.ts";
import { kindWord, t } from "../state/text.ts";
import { useUnderglass } from "../state/underglass.ts";
import { Encodings } from "../views/bytes/Encodings.tsx";
import { CodeInspector } from "./CodeInspector.tsx";
import { Glyph } from "./Glyph.tsx";
import { Guide } from "./Guide.tsx";
import { History, Writer } from "./History.tsx";
import { PoolSections } from "./PoolInspector.tsx";

export function Inspector() {
  const page = useUnderglass();
  const selected = createMemo(() => {
    const selection = page.facts()?.selection;
    return selection && selection.address === page.selection() ? selection : undefined;
  });
  /** In the depth Program: what was pointed at, unless an object was selected since. */
  const pointed = () => (page.depth() === "program" && page.code.isInspected() ? page.code.mark() : null);
  return (
    <aside
      class="col inspector"
      classList={{
        closed: !page.drawer() || (page.selection() === null && pointed() === null),
        left: page.isDrawerLeft() && page.depth() === "objects",
      }}
      aria-label={t("inspector.title")}
    >
      <Show when={pointed()}>{(mark) => <CodeInspector mark={mark()} story={page.code.story()!} />}</Show>
      <Show when={pointed() === null && selected()} fallback={pointed() === null && <Guide />}>
        {(selection) => (
          <>
            <div class="hd">
              <span class="tag">
                <Glyph kind={selection().kind} />
                {kindWord(selection())}
              </span>
              <code class="n">{address(selection().address)}</code>
              <span class="t r n wide-only">
                {selection().typeAddress === 0 ? "" : t("inspector.id", { id: count(selection().address) })}
              </span>
              <span class="t r phone-only">{sizeWords(selection())}</span>
              <button type="button" class="quiet drawer-only" onClick={() => page.setDrawer(false)}>
                {t("inspector.close")}
              </button>
            </div>
            <div class="ins" tabindex="0">
              <ChangedFirst selection={selection()} />
              <Switch fallback={<ObjectSections selection={selection()} />}>
                <Match when={page.depth() === "allocators" && selection().place.type === "pool"}>
                  <PoolSections selection={selection()} />
                </Match>
              </Switch>
            </div>
          </>
        )}
      </Show>
    </aside>
  );
}

function sizeWords(selection: SelectionFacts): string {
  return t("inspector.bytes", { count: selection.blockBytes });
}

/** On a phone the sheet shows first what this instruction changed in the object, with its bytes. */
function ChangedFirst(props: { selection: SelectionFacts }) {
  const field = () => {
    const fields = shownFields(props.selection).filter((f) => f.offset > 8);
    return fields.find((f) => f.changed) ?? fields.find((f) => f.pointer) ?? fields[0];
  };
  const bytes = (f: FieldFact) => {
    const at = props.selection.structure!.address + f.offset - props.selection.block;
    return [...props.selection.bytes.subarray(at, at + Math.min(8, f.bytes))];
  };
  return (
    <Show when={field()}>
      {(f) => (
        <section class="phone-only changed-first">
          <p>
            <Show when={f().changed}>
              <span class="wedge" />
            </Show>
            <b class="n">{f().name}</b>
            <Show when={f().wasText !== null}>
              <code class="was">{f().wasText}</code>
            </Show>
            <code classList={{ nowt: f().changed, strong: f().changed }}>
              {f().pointer && f().pointer!.text === null
                ? `${f().pointer!.type} ${shortAddress(f().pointer!.address)}`
                : f().text}
            </code>
          </p>
          <div class="hx" classList={{ ch: f().changed }} style={{ "--c": `var(--${f().kind})` }}>
            <span>{offset(f().offset)}</span>
            <For each={bytes(f())}>{(byte) => <code>{hexByte(byte)}</code>}</For>
          </div>
        </section>
      )}
    </Show>
  );
}

function ObjectSections(props: { selection: SelectionFacts }) {
  const page = useUnderglass();
  return (
    <>
      <Show when={page.depth() === "allocators"}>
        <OtherPlace selection={props.selection} />
      </Show>
      <Facts selection={props.selection} />
      <Referrers selection={props.selection} />
      <Show when={page.depth() === "bytes"}>
        <Writer />
        <Encodings selection={props.selection} />
      </Show>
      <Fields selection={props.selection} />
      <Show when={page.depth() !== "bytes"}>
        <BytesSection selection={props.selection} />
      </Show>
      <History selection={props.selection} />
    </>
  );
}

/** Where a block lies that is in no pool. */
function OtherPlace(props: { selection: SelectionFacts }) {
  const large = () => (props.selection.place.type === "large" ? props.selection.place : null);
  const fixed = () => (props.selection.place.type === "static" ? props.selection.place : null);
  return (
    <Show when={large() ?? fixed()}>
      <section>
        <dl class="kv">
          <Show when={large()}>
            {(place) => (
              <>
                <dt>{t("inspector.chunk")}</dt>
                <dd>
                  {address(place().chunk)} <span class="t">{t("inspector.bytes", { count: place().chunkBytes })}</span>
                </dd>
              </>
            )}
          </Show>
          <Show when={fixed()}>
            {(place) => (
              <>
                <dt>{t("inspector.region")}</dt>
                <dd>{place().region}</dd>
              </>
            )}
          </Show>
        </dl>
      </section>
    </Show>
  );
}

function Facts(props: { selection: SelectionFacts }) {
  const page = useUnderglass();
  const s = () => props.selection;
  return (
    <section class="facts">
      <dl class="kv">
        <dt>{t("inspector.path")}</dt>
        <dd>
          <Show
            when={s().path.length > 0}
            fallback={
              <span class="t" style={{ "margin-left": 0 }}>
                {t("inspector.noName")}
              </span>
            }
          >
            {s().path.join(" › ")}
          </Show>
        </dd>
        <Show when={s().typeAddress}>
          <dt>{t("inspector.type")}</dt>
          <dd>
            {s().type}{" "}
            <button type="button" class="t" onClick={() => page.select(s().typeAddress)}>
              {t("inspector.classAt", { address: address(s().typeAddress) })}
            </button>
          </dd>
        </Show>
        <Show when={s().text !== null}>
          <dt>{t("inspector.value")}</dt>
          <dd>{s().text}</dd>
        </Show>
        <dt>{t("inspector.size")}</dt>
        <dd>
          {t("inspector.bytes", { count: s().blockBytes })}{" "}
          <Show when={s().collectorBytes > 0}>
            <span class="t">
              {t("inspector.sizeParts", { collector: s().collectorBytes, rest: s().blockBytes - s().collectorBytes })}
            </span>
          </Show>
        </dd>
        <Show when={s().getsizeof !== null}>
          <dt class="m">getsizeof</dt>
          <dd>{t("inspector.bytes", { count: s().getsizeof! })}</dd>
        </Show>
        <Show when={s().typeAddress}>
          <dt>{t("inspector.count")}</dt>
          <dd>
            <Switch>
              <Match when={s().references === null}>
                ∞ <span class="t">{t("inspector.immortal")}</span>
              </Match>
              <Match when={s().wasReferences !== undefined}>
                <span class="wedge" />
                <span class="was">{s().wasReferences}</span> <b class="nowt">{s().references}</b>
              </Match>
              <Match when={true}>{s().references}</Match>
            </Switch>
          </dd>
          <dt>{t("inspector.collector")}</dt>
          <dd>
            <Show
              when={s().tracked}
              fallback={
                <span class="t" style={{ "margin-left": 0 }}>
                  {t("inspector.untracked")}
                </span>
              }
            >
              {t("inspector.generation", { generation: s().generation ?? 0 })}{" "}
              <span class="t">{t("inspector.tracked")}</span>
            </Show>
          </dd>
        </Show>
      </dl>
    </section>
  );
}

function Referrers(props: { selection: SelectionFacts }) {
  const page = useUnderglass();
  const total = () => props.selection.referrers.length + props.selection.hiddenReferrers;
  return (
    <Show when={props.selection.typeAddress}>
      <section>
        <div class="cap">{t("inspector.pointedAt", { count: total() })}</div>
        <For each={props.selection.referrers}>
          {(referrer) => (
            <button
              type="button"
              class="ref"
              onClick={() =>
                page.select(
                  referrer.how === "local" || referrer.how === "global"
                    ? props.selection.address
                    : referrer.ownerAddress,
                )
              }
              onPointerEnter={() => page.borrow(referrer.ownerAddress)}
              onPointerLeave={() => page.borrow(null)}
            >
              <Glyph kind={referrer.kind} size={12} />
              <span class="n">{referrer.owner}</span>
              <span class="t">{t(`inspector.how.${referrer.how}`)}</span>
              <span class="n">{referrer.label}</span>
              <code class="n t r">{address(referrer.slot)}</code>
            </button>
          )}
        </For>
        <Show when={props.selection.hiddenReferrers > 0}>
          <span class="t">{t("program.more", { count: props.selection.hiddenReferrers })}</span>
        </Show>
      </section>
    </Show>
  );
}

/** The collector's links are shown with the bytes; as fields they would say nothing. */
function shownFields(selection: SelectionFacts): FieldFact[] {
  return (selection.structure?.fields ?? []).filter((field) => field.offset >= 0);
}

/** Short old values stand in front of the new one; long ones get a line of their own. */
const SHORT_TEXT = 8;
function hasShortWas(field: FieldFact): boolean {
  return (
    field.changed &&
    field.pointer === null &&
    field.wasText !== null &&
    field.wasText !== field.text &&
    field.wasText.length <= SHORT_TEXT
  );
}

function Fields(props: { selection: SelectionFacts }) {
  const page = useUnderglass();
  return (
    <Show when={shownFields(props.selection).length > 0}>
      <section>
        <div class="cap">{t("inspector.fields")}</div>
        <table class="fl">
          <tbody>
            <For each={shownFields(props.selection)}>
              {(field) => (
                <>
                  <tr classList={{ ch: field.changed }}>
                    <td>{offset(field.offset)}</td>
                    <td>{field.name}</td>
                    <td>
                      <Show when={field.changed}>
                        <span class="wedge" />
                      </Show>
                      <Show
                        when={field.pointer}
                        fallback={
                          <>
                            <Show when={hasShortWas(field)}>
                              <span class="was">{field.wasText}</span>{" "}
                            </Show>
                            <span classList={{ nowt: field.changed, strong: field.changed }}>
                              {withUnderscore(field.text)}
                            </span>
                          </>
                        }
                      >
                        {(pointer) => (
                          <button
                            type="button"
                            classList={{ nowt: field.changed, strong: field.changed }}
                            onClick={() => page.select(pointer().address)}
                            onPointerEnter={() => page.borrow(pointer().address)}
                            onPointerLeave={() => page.borrow(null)}
                          >
                            <Show when={!field.changed}>
                              <Glyph kind={pointer().kind} inline />
                            </Show>
                            {pointer().text === null
                              ? brief(pointer())
                              : pointer().kind === "none" || pointer().kind === "cls"
                                ? pointer().text
                                : `${pointer().type} ${pointer().text}`}
                          </button>
                        )}
                      </Show>
                    </td>
                  </tr>
                  <Show
                    when={
                      field.changed && field.wasText !== null && field.wasText !== field.text && !hasShortWas(field)
                    }
                  >
                    <tr>
                      <td />
                      <td />
                      <td>
                        <span class="was" style={{ "margin-left": "11px" }}>
                          {field.wasText}
                        </span>
                      </td>
                    </tr>
                  </Show>
                </>
              )}
            </For>
          </tbody>
        </table>
      </section>
    </Show>
  );
}

function BytesSection(props: { selection: SelectionFacts }) {
  const page = useUnderglass();
  const fields = () => props.selection.structure?.fields ?? [];
  const bytesOf = (field: FieldFact) => {
    const at = props.selection.structure!.address + field.offset - props.selection.block;
    return [...props.selection.bytes.subarray(at, at + Math.min(8, field.bytes))];
  };
  return (
    <Show when={fields().length > 0}>
      <section class="bytes-section">
        <div class="cap between">
          {t("inspector.bytesTitle")}
          <button type="button" class="plain t" onClick={() => page.setDepth("bytes")}>
            {address(props.selection.block)},{" "}
            {t(page.facts()?.bytes?.littleEndian === false ? "inspector.big" : "inspector.little")}
          </button>
        </div>
        <div class="hr">
          <For each={fields().slice(0, 12)}>
            {(field) => (
              <div
                class="hf"
                classList={{ ch: field.changed }}
                style={{ "--c": `var(--${field.kind})`, "--f": `var(--${field.kind}f)` }}
              >
                <span>
                  <span class="hf-name">{field.name}</span>
                  <em>{offset(field.offset)}</em>
                </span>
                <code>
                  <For each={bytesOf(field)}>{(byte) => <s>{hexByte(byte)}</s>}</For>
                </code>
              </div>
            )}
          </For>
        </div>
      </section>
    </Show>
  );
}
