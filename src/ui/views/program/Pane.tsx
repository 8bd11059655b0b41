// One stage of the compilation beside the others: a head with its name and its controls, and a body that scrolls.
import { type JSX, Show } from "solid-js";
import type { Pane as PaneName } from "../../state/code.ts";
import { t } from "../../state/text.ts";

export function Pane(props: { name: PaneName; note?: JSX.Element; tools?: JSX.Element; children: JSX.Element }) {
  return (
    <section class={`pane pane-${props.name}`} aria-label={t(`code.pane.${props.name}`)}>
      <div class="pane-head">
        <h2 class="cap">{t(`code.pane.${props.name}`)}</h2>
        <Show when={props.note}>
          <span class="t n">{props.note}</span>
        </Show>
        <span class="pane-tools r">{props.tools}</span>
      </div>
      {props.children}
    </section>
  );
}
