// Head of a view: its name, the sentence of the step, how much changed, and the switch to its table.
import { type JSX, Show } from "solid-js";
import { editorText } from "../state/source_file.ts";
import { t } from "../state/text.ts";
import { useUnderglass } from "../state/underglass.ts";
import { Rich } from "./Rich.tsx";
import { stepSentence } from "./sentence.ts";

export function ViewHeader(props: {
  title: string;
  sentence?: JSX.Element;
  right?: JSX.Element;
  /** Controls of the picture, before the switch to its table. */
  tools?: JSX.Element;
  table?: boolean;
  onTable?: () => void;
  fold?: boolean;
}) {
  const page = useUnderglass();
  const isUnknown = () => {
    if (page.files.pyc() !== null && page.depth() === "bytes") return false;
    return page.session().instructions === 0 || (page.facts() === null && props.sentence === undefined);
  };
  return (
    <div class="hd">
      <h1>{props.title}</h1>
      <span class="q sentence">
        {isUnknown() ? "" : (props.sentence ?? <Rich text={stepSentence(page.facts()?.step)} />)}
      </span>
      <span class="r head-right">
        {isUnknown()
          ? ""
          : (props.right ?? (
              <span class="t changed">{t("view.changed", { count: page.facts()?.step.changedWords ?? 0 })}</span>
            ))}
        <Show when={props.fold}>
          <FoldedLine />
        </Show>
        {props.tools}
        <Show when={props.onTable}>
          <button
            type="button"
            class="quiet table-button"
            aria-pressed={props.table ?? false}
            onClick={() => props.onTable!()}
          >
            {t("view.table")}
          </button>
        </Show>
      </span>
    </div>
  );
}

/** Where the program column is folded away: its current line, in one line. */
function FoldedLine() {
  const page = useUnderglass();
  const line = () => page.facts()?.program?.line ?? null;
  const text = () => (line() === null ? "" : (editorText(page.source.text()).split("\n")[line()! - 1] ?? "").trim());
  return (
    <Show when={line() !== null && page.facts()?.program?.file === page.session().file}>
      <span class="folded-line">
        <b>{line()}</b> {text()}
      </span>
    </Show>
  );
}
