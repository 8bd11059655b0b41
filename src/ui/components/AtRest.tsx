// What a view shows while there is nothing of its own to show: before the first run a sentence and the address map of
// the machine at rest; while a program runs, that all of it is kept. Between two answers nothing, since the next picture is a
// moment away.
import { createResource, createSignal, onMount, Show } from "solid-js";
import { createSize } from "../drawing/canvas.ts";
import { t } from "../state/text.ts";
import { useUnderglass } from "../state/underglass.ts";
import { Layers } from "../views/allocators/Layers.tsx";

const NARROWEST_MAP = 560;

export function AtRest() {
  const page = useUnderglass();
  const [size, observe] = createSize();
  const [asked, ask] = createSignal(false);
  onMount(() => ask(true));
  const [rest] = createResource(
    () => asked() && page.session().status === "idle" && page.session().file,
    () =>
      page.backend
        .request("moment", { moment: 0, allocators: { arenaFrom: 0, arenaLimit: 1, pool: null, listLimit: 1 } })
        .then((answer) => answer.allocators ?? null)
        // A machine that has not started has no map to show; the sentence is enough.
        .catch(() => null),
  );
  return (
    <div class="at-rest" ref={observe}>
      <Show when={page.session().status === "running"}>
        <p class="empty">{t("objects.recording")}</p>
      </Show>
      <Show when={page.session().status === "idle"}>
        <p class="empty">
          {page.hasProgram() ? t("objects.empty") : t("objects.noProgram", { name: page.files.pyc()?.name ?? "" })}
        </p>
        <Show when={size().width > NARROWEST_MAP && rest()}>
          {(facts) => <Layers facts={facts()} width={size().width} />}
        </Show>
      </Show>
    </div>
  );
}
