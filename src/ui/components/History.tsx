// The life of the selection: born, written, freed; and who wrote the bytes that the reader pointed at. What lies outside
// the stretch that was looked through is searched for on demand.
import { Match, Show, Switch } from "solid-js";
import type { SelectionFacts } from "../../protocol/facts.ts";
import { address, count, hexByte } from "../format.ts";
import type { What } from "../state/over_time.ts";
import { t } from "../state/text.ts";
import { useUnderglass } from "../state/underglass.ts";

function Moment(props: { moment: number }) {
  const page = useUnderglass();
  return (
    <button type="button" class="link n" onClick={() => page.seek(props.moment)}>
      {count(props.moment)}
    </button>
  );
}

export function History(props: { selection: SelectionFacts }) {
  const page = useUnderglass();
  const Search = (own: { what: What; back: boolean; text: string }) => (
    <button
      type="button"
      class="link"
      disabled={page.searching()}
      onClick={() => void page.findWhen(own.what, own.back)}
    >
      {page.searching() ? t("inspector.searching") : own.text}
    </button>
  );
  const isFree = () => props.selection.typeAddress === 0;
  return (
    <Show when={page.history()}>
      {(history) => (
        <section>
          <div class="cap">{t("inspector.history")}</div>
          <dl class="kv">
            <Show when={props.selection.references !== null || isFree()}>
              <dt>{t("inspector.born")}</dt>
              <dd>
                <Show when={history().born} fallback={<Search what="born" back text={t("inspector.findEarlier")} />}>
                  {(born) => (
                    <>
                      <Moment moment={born().moment} />{" "}
                      <span class="t">
                        {t("inspector.bornAt", { line: String(born().line ?? "?"), opcode: born().opcode })}
                      </span>
                    </>
                  )}
                </Show>
              </dd>
            </Show>
            <dt>{t("inspector.written")}</dt>
            <dd>
              <Show when={history().writes > 0} fallback={<span class="t first">{t("inspector.notWritten")}</span>}>
                {page.place() !== null
                  ? t("inspector.fieldTimes", { field: page.place()!.label, count: history().writes })
                  : history().field === null
                    ? t("inspector.times", { count: history().writes })
                    : t("inspector.fieldTimes", { field: history().field, count: history().fieldWrites })}
              </Show>
              <div class="steps">
                <button
                  type="button"
                  class="quiet"
                  disabled={history().before === null}
                  onClick={() => void page.step("change", true)}
                >
                  <span class="kbd">[</span>{" "}
                  {history().before === null ? t("inspector.before") : count(history().before!)}
                </button>
                <button
                  type="button"
                  class="quiet"
                  disabled={history().after === null}
                  onClick={() => void page.step("change")}
                >
                  {history().after === null ? t("inspector.after") : count(history().after!)} <span class="kbd">]</span>
                </button>
              </div>
            </dd>
            <Show when={props.selection.references !== null || isFree()}>
              <dt>{t("inspector.freed")}</dt>
              <dd>
                <Show
                  when={history().freed}
                  fallback={
                    <Show
                      when={history().searched.to < page.session().instructions}
                      fallback={<span class="t first">{t("inspector.neverFreed")}</span>}
                    >
                      <Search what="freed" back={false} text={t("inspector.findLater")} />
                    </Show>
                  }
                >
                  {(freed) => (
                    <>
                      {freed().atExit ? t("inspector.atExit") : ""} <Moment moment={freed().moment} />
                    </>
                  )}
                </Show>
              </dd>
            </Show>
          </dl>
        </section>
      )}
    </Show>
  );
}

/** Who wrote the bytes that were pointed at. */
export function Writer() {
  const page = useUnderglass();
  const hex = (bytes: Uint8Array) => [...bytes.subarray(0, 8)].map(hexByte).join(" ");
  const found = () => {
    const writer = page.writer();
    return writer !== null && writer !== "none" ? writer : null;
  };
  return (
    <Show when={page.range()}>
      {(range) => (
        <section>
          <div class="cap between">
            {t("inspector.whoWrote")} <code>{range().name}</code>
            <span class="plain t n">
              {address(range().address)} +{range().bytes}
            </span>
          </div>
          <Switch fallback={<p class="t">{t("inspector.searching")}</p>}>
            <Match when={found()}>
              {(writer) => (
                <dl class="kv">
                  <dt>{t("inspector.writtenAt")}</dt>
                  <dd>
                    <Moment moment={writer().moment} />{" "}
                    <span class="t">
                      {t("inspector.byLine", { line: String(writer().line ?? "?"), function: writer().function })}
                    </span>
                  </dd>
                  <dt>{t("inspector.by")}</dt>
                  <dd>
                    {writer().opcode} <span class="t">{writer().file.split("/").pop()}</span>
                  </dd>
                  <dt>{t("inspector.was")}</dt>
                  <dd>
                    <span class="was">{hex(writer().was)}</span>
                  </dd>
                  <dt>{t("inspector.became")}</dt>
                  <dd>{hex(writer().now)}</dd>
                </dl>
              )}
            </Match>
            <Match when={page.writer() === "none"}>
              <p class="t">{t("inspector.nobodyWrote")}</p>
            </Match>
          </Switch>
        </section>
      )}
    </Show>
  );
}
