// The picture as a table: every name and every object of this moment, with what this instruction changed.
import { For, Show } from "solid-js";
import type { Reference } from "../../../protocol/facts.ts";
import { address, brief } from "../../format.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { hiddenWords } from "./hidden.ts";

const ROWS_SHOWN = 400;

function Value(props: { reference: Reference | null | undefined }) {
  const page = useUnderglass();
  return (
    <Show when={props.reference}>
      {(reference) => (
        <button type="button" class="link n" onClick={() => page.select(reference().address)}>
          {brief(reference())}
        </button>
      )}
    </Show>
  );
}

/** What is left out of a frame or a container, and the way to it. */
function MoreRow(props: { address: number; hidden: number; columns: number }) {
  const page = useUnderglass();
  const isOpen = () => page.expanded().includes(props.address);
  return (
    <Show when={isOpen() || props.hidden > 0}>
      <tr>
        <td colspan={props.columns}>
          <Show when={props.hidden > 0 && isOpen()}>
            <span class="q">{t("objects.hiddenItems", { count: props.hidden })} </span>
          </Show>
          <button type="button" class="link" onClick={() => page.toggleExpanded(props.address)}>
            {isOpen() ? t("objects.fewer") : t("objects.more", { count: props.hidden })}
          </button>
        </td>
      </tr>
    </Show>
  );
}

export function ObjectsTable() {
  const page = useUnderglass();
  const facts = () => page.facts()?.objects;
  const hiddenObjects = () => (facts()?.hiddenObjects ?? 0) + Math.max(0, (facts()?.objects.length ?? 0) - ROWS_SHOWN);
  return (
    <div class="picture tables" tabindex="0">
      <table class="data">
        <thead>
          <tr>
            <th>{t("table.frame")}</th>
            <th>{t("table.name")}</th>
            <th>{t("table.points")}</th>
            <th>{t("table.was")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={facts()?.frames}>
            {(frame) => (
              <>
                <For each={frame.names}>
                  {(name) => (
                    <tr classList={{ ch: name.was !== undefined }}>
                      <td>{frame.function}</td>
                      <td class="n">{name.name}</td>
                      <td>
                        <Value reference={name.value} />
                      </td>
                      <td class="was">{name.was ? brief(name.was) : ""}</td>
                    </tr>
                  )}
                </For>
                <MoreRow address={frame.address} hidden={frame.hiddenNames} columns={4} />
              </>
            )}
          </For>
        </tbody>
      </table>
      <table class="data">
        <thead>
          <tr>
            <th>{t("table.object")}</th>
            <th>{t("table.type")}</th>
            <th>{t("table.count")}</th>
            <th>{t("table.size")}</th>
            <th>{t("table.field")}</th>
            <th>{t("table.value")}</th>
            <th>{t("table.was")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={facts()?.objects.slice(0, ROWS_SHOWN)}>
            {(object) => (
              <>
                <For each={object.slots.length > 0 ? object.slots : [null]}>
                  {(slot, index) => (
                    <tr classList={{ ch: slot?.was !== undefined, first: index() === 0 }}>
                      <td>
                        <Show when={index() === 0}>
                          <button type="button" class="link n" onClick={() => page.select(object.address)}>
                            {address(object.address)}
                          </button>
                        </Show>
                      </td>
                      <td>{index() === 0 ? `${object.type} ${object.text ?? ""}` : ""}</td>
                      <td class="n">{index() === 0 ? (object.references ?? "∞") : ""}</td>
                      <td class="n">{index() === 0 ? object.bytes : ""}</td>
                      <td class="n">{slot?.label ?? ""}</td>
                      <td>
                        <Value reference={slot?.value} />
                      </td>
                      <td class="was">{slot?.was ? brief(slot.was) : ""}</td>
                    </tr>
                  )}
                </For>
                <MoreRow address={object.address} hidden={object.hiddenSlots} columns={7} />
              </>
            )}
          </For>
          <Show when={hiddenObjects() > 0}>
            <tr>
              <td colspan="7" class="q">
                {hiddenWords(hiddenObjects())}
              </td>
            </tr>
          </Show>
        </tbody>
      </table>
    </div>
  );
}
