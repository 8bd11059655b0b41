// Entry of the page: connects to a backend, then draws. Nothing is drawn before the first language is known.
import "./state/worker.ts";
import "@fontsource/ibm-plex-sans/latin-400.css";
import "@fontsource/ibm-plex-sans/latin-500.css";
import "@fontsource/ibm-plex-sans/latin-600.css";
import "@fontsource/ibm-plex-mono/latin-400.css";
import "@fontsource/ibm-plex-mono/latin-500.css";
import "@fontsource/ibm-plex-mono/latin-600.css";
import "./styles/tokens.css";
import "./styles/base.css";
import "./styles/layout.css";
import "./styles/topbar.css";
import "./styles/rail.css";
import "./styles/program.css";
import "./styles/inspector.css";
import "./styles/time.css";
import "./styles/notices.css";
import "./styles/views.css";
import "./styles/code.css";
import "./styles/flow.css";
import "./styles/code_reading.css";
import "./styles/pyc.css";
import "./styles/narrow.css";
import { createSignal, Show } from "solid-js";
import { render } from "solid-js/web";
import type { Backend } from "../protocol/messages.ts";
import { App } from "./components/App.tsx";
import { Symbols } from "./components/Glyph.tsx";
import { connectBackend } from "./state/connect.ts";
import { t } from "./state/text.ts";
import { createUnderglass, type Underglass, UnderglassContext } from "./state/underglass.ts";

const [failure, setFailure] = createSignal<string | null>(null);
const [backend, setBackend] = createSignal<Backend | null>(null);
connectBackend(setFailure).then(setBackend, (error: unknown) => setFailure(String(error)));

function Page(props: { backend: Backend }) {
  const page: Underglass = createUnderglass(props.backend);
  page.start().catch((error: unknown) => setFailure(error instanceof Error ? error.message : String(error)));
  return (
    <UnderglassContext.Provider value={page}>
      <App failure={failure()} />
    </UnderglassContext.Provider>
  );
}

render(
  () => (
    <>
      <Symbols />
      <Show
        when={backend()}
        fallback={
          <p class="empty">{failure() ? t("states.noMachine", { message: failure() }) : t("states.connecting")}</p>
        }
      >
        {(connected) => <Page backend={connected()} />}
      </Show>
    </>
  ),
  document.getElementById("root")!,
);
