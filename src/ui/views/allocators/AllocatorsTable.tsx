// The layers and the pool in close-up, as tables.
import { For } from "solid-js";
import { BLOCK_STATES } from "../../../protocol/limits.ts";
import { address, count } from "../../format.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";

export function AllocatorsTable() {
  const page = useUnderglass();
  const facts = () => page.facts()?.allocators;
  return (
    <div class="picture tables" tabindex="0">
      <table class="data">
        <thead>
          <tr>
            <th>{t("table.layer")}</th>
            <th>{t("table.part")}</th>
            <th>{t("table.size")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={facts()?.layers}>
            {(layer) => (
              <>
                <tr class="first">
                  <td>{t(`allocators.layer.${layer.level}`)}</td>
                  <td />
                  <td class="n">{count(layer.bytes)}</td>
                </tr>
                <For each={layer.parts}>
                  {(part) => (
                    <tr>
                      <td />
                      <td>{t(`allocators.part.${part.name}`)}</td>
                      <td class="n">{count(part.bytes)}</td>
                    </tr>
                  )}
                </For>
              </>
            )}
          </For>
        </tbody>
      </table>
      <table class="data">
        <thead>
          <tr>
            <th>{t("table.block")}</th>
            <th>{t("table.address")}</th>
            <th>{t("table.holds")}</th>
          </tr>
        </thead>
        <tbody>
          <For each={[...(facts()?.pool?.blocks ?? [])]}>
            {(state, index) => {
              const pool = facts()!.pool!;
              const block = pool.address + pool.headerBytes + pool.blockBytes * index();
              const name = BLOCK_STATES[state]!;
              return (
                <tr>
                  <td class="n">{index()}</td>
                  <td>
                    <button type="button" class="link n" onClick={() => page.select(block)}>
                      {address(block)}
                    </button>
                  </td>
                  <td>
                    {name === "untouched"
                      ? t("allocators.untouched")
                      : name === "free"
                        ? t("allocators.blockFree")
                        : t(`allocators.part.${name}`)}
                  </td>
                </tr>
              );
            }}
          </For>
        </tbody>
      </table>
    </div>
  );
}
