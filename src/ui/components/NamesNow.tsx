// Names of the running function with what they lead to, for a depth whose own picture has none: each selects its object.
import { createMemo, For, Show } from "solid-js";
import type { NameFact } from "../../protocol/facts.ts";
import { address } from "../format.ts";
import { t } from "../state/text.ts";
import { markOf, useUnderglass } from "../state/underglass.ts";
import { isSpecialName } from "../views/objects/frames.ts";
import { Glyph } from "./Glyph.tsx";

export function NamesNow() {
  const page = useUnderglass();
  const frame = () => page.facts()?.objects?.frames.at(-1);
  const names = createMemo(() => (frame()?.names ?? []).filter((name) => !isSpecialName(name)));
  return (
    <Show when={page.depth() === "bytes" && names().length > 0}>
      <div class="cap-row names-cap">
        <span class="cap">{t("program.names")}</span>
        <code class="t r">{frame()!.function}</code>
      </div>
      <div class="names-now">
        <For each={names()}>{(name) => <NameRow name={name} frame={frame()!.address} />}</For>
      </div>
    </Show>
  );
}

function NameRow(props: { name: NameFact; frame: number }) {
  const page = useUnderglass();
  const value = () => props.name.value;
  const mark = () => markOf(page, value()?.address);
  const said = () => (value()!.kind === "cod" || value()!.kind === "cls" ? "" : (value()!.text ?? ""));
  return (
    <button
      type="button"
      class="name-now"
      classList={{ hot: props.name.was !== undefined }}
      disabled={value() === null}
      onClick={() => page.select(value()!.address, { owner: props.frame, label: props.name.name })}
      onPointerEnter={() => page.borrow(value()?.address ?? null)}
      onPointerLeave={() => page.borrow(null)}
    >
      <span class="what-name">
        <span classList={{ sel: mark() === "selected", lent: mark() === "borrowed" }}>{props.name.name}</span>
      </span>
      <Show when={value()} fallback={<span class="t">{t("program.unbound")}</span>}>
        {(reference) => (
          <>
            <span class="what-value">
              <Glyph kind={reference().kind} size={9} />
              <i>{reference().type}</i>
              <b>{said()}</b>
            </span>
            <span class="t">{address(reference().address)}</span>
          </>
        )}
      </Show>
    </button>
  );
}
