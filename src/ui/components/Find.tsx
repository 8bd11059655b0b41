// Search at this moment, and the way to a moment, a line or an address: one field for "/" and for "G".
// Invariant: while the field is empty it says what can be asked; what is chosen closes it and gives the keys back.
import { createEffect, createSignal, For, on, onCleanup, Show } from "solid-js";
import type { Finding, FrameFact } from "../../protocol/facts.ts";
import { address, count } from "../format.ts";
import { focusAgain } from "../state/focus.ts";
import { t } from "../state/text.ts";
import { useUnderglass } from "../state/underglass.ts";
import { Glyph } from "./Glyph.tsx";
import { FindIcon } from "./icons.tsx";

const FINDINGS_SHOWN = 12;
const ASK_AFTER_MS = 80;

interface Choice {
  readonly label: string;
  readonly act: () => void;
  readonly finding: Finding | null;
}

/** "main › head.next.value": the frame, and the way from its name. */
function pathText({ path, reference }: Finding): string {
  const [frame, name, ...steps] = path;
  if (frame === undefined) return reference.type;
  return name === undefined ? frame : `${frame} › ${name}${steps.join("")}`;
}

export function Find(props: { requested: number }) {
  const page = useUnderglass();
  const [text, setText] = createSignal("");
  const [focused, setFocused] = createSignal(false);
  const [answer, setAnswer] = createSignal<{ findings: Finding[]; hidden: number } | null>(null);
  const [at, setAt] = createSignal(0);
  let input!: HTMLInputElement;
  let before: Element | null = null;
  createEffect(
    on(
      () => props.requested,
      () => input.focus(),
      { defer: true },
    ),
  );
  createEffect(
    on([text, page.moment], ([query]) => {
      setAt(0);
      if (!query.trim()) {
        setAnswer(null);
        return;
      }
      const timer = setTimeout(() => {
        const asked = { moment: page.moment(), text: query.replaceAll("_", (c) => (/^0x/i.test(query) ? "" : c)) };
        page.backend
          .request("find", { ...asked, limit: FINDINGS_SHOWN })
          .then(setAnswer, () => setAnswer({ findings: [], hidden: 0 }));
      }, ASK_AFTER_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );
  const asMoment = () => {
    const digits = text().trim().replaceAll(",", "");
    return /^\d+$/.test(digits) && Number(digits) <= page.session().instructions ? Number(digits) : null;
  };
  const asAddress = () => {
    const match = /^0x([0-9a-f_]{3,})$/i.exec(text().trim());
    return match ? Number.parseInt(match[1]!.replaceAll("_", ""), 16) : null;
  };
  const asLine = () => {
    const match = /^(?::|line\s*|第\s*)(\d+)\s*行?$/i.exec(text().trim());
    return match ? Number(match[1]) : null;
  };
  const close = () => {
    setText("");
    input.value = "";
    focusAgain(before);
  };
  const choices = (): Choice[] => {
    const list: Choice[] = [];
    const [moment, place, line] = [asMoment(), asAddress(), asLine()];
    if (moment !== null)
      list.push({ label: t("find.goMoment", { count: count(moment) }), act: () => page.seek(moment), finding: null });
    if (line !== null)
      list.push({
        label: t("find.goLine", { line: String(line) }),
        act: () => void page.goToLine(line),
        finding: null,
      });
    if (place !== null) {
      list.push({
        label: t("find.goAddress", { address: address(place) }),
        act: () => {
          page.select(place);
          page.setDepth("bytes");
        },
        finding: null,
      });
    }
    for (const finding of answer()?.findings ?? []) {
      const act = () => page.select(finding.reference.address, namedPlace(finding));
      list.push({ label: pathText(finding), act, finding });
    }
    return list;
  };
  /** What was found by its name is selected as that. */
  const namedPlace = ({ by, path: [name, label], reference }: Finding) => {
    const frames = page.facts()?.objects?.frames ?? [];
    const holds = (frame: FrameFact) =>
      frame.function === name && frame.names.some((n) => n.name === label && n.value?.address === reference.address);
    const frame = by === "name" ? frames.findLast(holds) : undefined;
    return frame && label ? { owner: frame.address, label } : null;
  };
  /** What can be asked, with an example each: of this program where there is one. */
  const hints = () => {
    const names = page.facts()?.objects?.frames.at(-1)?.names ?? [];
    const named = names.find((name) => name.value !== null && name.value.kind !== "cod" && name.value.kind !== "cls");
    const { instructions } = page.session();
    const line = page.facts()?.program?.line ?? 1;
    return [
      [named?.name ?? "head", t("find.hint.name")],
      [named?.value?.type ?? "list", t("find.hint.type")],
      ["300, 'text'", t("find.hint.value")],
      [address(page.selection() ?? named?.value?.address ?? 0), t("find.hint.address")],
      [String(Math.floor(instructions / 2)), t("find.hint.moment", { count: count(instructions) })],
      [`:${line}`, t("find.hint.line")],
    ] as const;
  };
  const move = (by: number) => {
    const length = Math.max(1, choices().length);
    setAt((at() + by + length) % length);
  };
  return (
    <div class="ask" classList={{ open: text() !== "" }}>
      <FindIcon />
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-expanded={text() !== "" && choices().length > 0}
        aria-controls="findings"
        aria-activedescendant={choices().length > 0 ? `finding-${at()}` : undefined}
        spellcheck={false}
        autocomplete="off"
        placeholder={t("top.ask")}
        aria-label={t("top.ask")}
        onFocus={(event) => {
          before = event.relatedTarget as Element | null;
          setFocused(true);
        }}
        onBlur={() => setFocused(false)}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === "Escape") close();
          else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            move(event.key === "ArrowDown" ? 1 : -1);
            event.preventDefault();
          } else if (event.key === "Enter") {
            choices()[at()]?.act();
            close();
            // What has the keys again is not pressed by this one.
            event.preventDefault();
          }
          event.stopPropagation();
        }}
      />
      <span class="kbd">/</span>
      <Show when={focused() && text() === "" && page.session().instructions > 0}>
        <dl class="drop findings hints">
          <For each={hints()}>
            {([example, words]) => (
              <>
                <dt class="n">{example}</dt>
                <dd class="t">{words}</dd>
              </>
            )}
          </For>
        </dl>
      </Show>
      <Show when={text() !== "" && (answer() !== null || choices().length > 0)}>
        <div class="drop findings" id="findings" role="listbox" aria-label={t("find.results")}>
          <For each={choices()} fallback={<p class="t">{t("find.none")}</p>}>
            {(choice, index) => (
              <button
                type="button"
                role="option"
                id={`finding-${index()}`}
                aria-selected={index() === at()}
                onPointerDown={(event) => event.preventDefault()}
                onPointerEnter={() => {
                  setAt(index());
                  page.borrow(choice.finding?.reference.address ?? null);
                }}
                onPointerLeave={() => page.borrow(null)}
                onClick={() => {
                  choice.act();
                  close();
                }}
              >
                <Show when={choice.finding} fallback={choice.label}>
                  {(finding) => (
                    <>
                      <Glyph kind={finding().reference.kind} />
                      <span class="n path">{choice.label}</span>
                      <span class="n q value">
                        {finding().path.length > 0 || finding().reference.text !== null
                          ? (finding().reference.text ?? finding().reference.type)
                          : ""}
                      </span>
                      <span class="n t r">{address(finding().reference.address)}</span>
                    </>
                  )}
                </Show>
              </button>
            )}
          </For>
          <Show when={(answer()?.hidden ?? 0) > 0}>
            <p class="t">{t("find.hidden", { count: answer()!.hidden })}</p>
          </Show>
        </div>
      </Show>
    </div>
  );
}
