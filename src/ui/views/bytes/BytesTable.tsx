// The structure over the bytes, as a table.
import { For, Show } from "solid-js";
import type { StructureFact } from "../../../protocol/facts.ts";
import { brief, hexByte, offset } from "../../format.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";

export function BytesTable(props: { structure: StructureFact | null }) {
  const page = useUnderglass();
  const bytes = (at: number, length: number) => {
    const facts = page.facts()?.bytes;
    if (!facts) return "";
    return [...facts.bytes.subarray(Math.max(0, at - facts.from), Math.max(0, at - facts.from + length))]
      .map(hexByte)
      .join(" ");
  };
  return (
    <div class="picture tables" tabindex="0">
      <Show when={props.structure} fallback={<p class="empty">{t("bytes.empty")}</p>}>
        {(structure) => (
          <table class="data">
            <thead>
              <tr>
                <th>{t("bytes.tableOffset")}</th>
                <th>{t("bytes.tableField")}</th>
                <th>{t("bytes.tableValue")}</th>
                <th>{t("table.was")}</th>
                <th>{t("bytes.tableBytes")}</th>
              </tr>
            </thead>
            <tbody>
              <For each={structure().fields}>
                {(field) => (
                  <tr classList={{ ch: field.changed }}>
                    <td class="n">{offset(field.offset)}</td>
                    <td class="n">{field.name}</td>
                    <td>
                      <Show when={field.pointer} fallback={<span class="n">{field.text}</span>}>
                        {(pointer) => (
                          <button type="button" class="link n" onClick={() => page.select(pointer().address)}>
                            {brief(pointer())}
                          </button>
                        )}
                      </Show>
                    </td>
                    <td class="was n">{field.wasText ?? ""}</td>
                    <td class="n">{bytes(structure().address + field.offset, field.bytes)}</td>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        )}
      </Show>
    </div>
  );
}
