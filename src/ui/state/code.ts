// The program's way from text to bytecode: its story, what of it is pointed at, and which parts of it are on show.
// Invariants: a mark belongs to the story that is shown; the story is asked for only while the depth Program is; a flow
// graph only while it is on show.
import { type Accessor, batch, createEffect, createMemo, createSignal, on, onCleanup } from "solid-js";
import type { CompilationStory, FlowStory } from "../../protocol/compilation.ts";
import type { Backend } from "../../protocol/messages.ts";
import type { MomentFacts, SessionState } from "../../protocol/session.ts";
import type { Depth } from "./link.ts";
import { type CodeMark, codeOfFrame } from "./marks.ts";
import { read, write } from "./text.ts";

export const PANES = ["tokens", "tree", "symbols", "flow", "bytecode", "run"] as const;
export type Pane = (typeof PANES)[number];

const STORAGE_KEY = "underglass.panes";
const DEFAULT_PANES: readonly Pane[] = ["tree", "bytecode"];
/** While one types, not more often. */
const AFTER_MS = 120;

function storedPanes(): readonly Pane[] {
  const names = (read(STORAGE_KEY) ?? "").split(" ");
  const known = names.filter((name): name is Pane => PANES.includes(name as Pane));
  return known.length > 0 ? known : DEFAULT_PANES;
}

export function createCode(known: {
  backend: Backend;
  session: Accessor<SessionState>;
  source: Accessor<string>;
  draft: Accessor<string | null>;
  facts: Accessor<MomentFacts | null>;
  depth: Accessor<Depth>;
  onMark: () => void;
}) {
  const { backend, session, facts, depth } = known;
  const [story, setStory] = createSignal<CompilationStory | null>(null);
  const [mark, setMarkSignal] = createSignal<CodeMark | null>(null);
  const [lent, setLent] = createSignal<CodeMark | null>(null);
  /** The mark is what the inspector reads, not an object. */
  const [isInspected, setInspected] = createSignal(false);
  /** The code object that was chosen; null: the running one. */
  const [chosen, setChosen] = createSignal<number | null>(null);
  const [panes, setPanes] = createSignal(storedPanes());
  const [capacity, setCapacity] = createSignal(2);
  /** The source of the running frame, where it is another file than the program's own: a library's. */
  const [foreign, setForeign] = createSignal<{ readonly file: string; readonly text: string } | null>(null);
  const shownFile = () => foreign()?.file ?? session().file;
  const shownText = () => foreign()?.text ?? known.draft() ?? known.source();

  const libraryTexts = new Map<string, Promise<string | null>>();
  function libraryText(file: string): Promise<string | null> {
    let text = libraryTexts.get(file);
    if (text === undefined) {
      text = backend.request("source", { file }).then((answer) => answer.text);
      libraryTexts.set(file, text);
    }
    return text;
  }
  const runningFile = createMemo(() => facts()?.program?.file ?? null);
  createEffect(
    on([depth, runningFile, mark, chosen, known.draft], async ([at, file, marked, chose, draft]) => {
      // What is pointed at stays where it is.
      if (marked !== null || chose !== null) return;
      const isForeign = at === "program" && file !== null && file !== session().file && draft === null;
      if (!isForeign) setForeign(null);
      else {
        const text = await libraryText(file).catch(() => null);
        if (runningFile() === file && depth() === "program") setForeign(text === null ? null : { file, text });
      }
    }),
  );

  const stories = new Map<string, CompilationStory | null>();
  /** Of files that are gone to and come back to; a text that is typed in is another each time. */
  const STORIES_KEPT = 8;
  function showStory(next: CompilationStory | null): void {
    batch(() => {
      setMarkSignal(null);
      setLent(null);
      setChosen(null);
      setStory(next);
    });
  }
  createEffect(
    on([depth, shownText, shownFile], () => {
      const file = shownFile();
      if (depth() !== "program" || file === "") return;
      const wanted = shownText();
      const key = `${file}\0${wanted}`;
      const kept = stories.get(key);
      if (kept !== undefined) {
        if (kept !== story()) showStory(kept);
        return;
      }
      const ask = () => {
        backend.request("compilation", { file, text: wanted }).then(
          (answer) => {
            if (stories.size >= STORIES_KEPT) stories.delete(stories.keys().next().value!);
            stories.set(key, answer);
            if (wanted === shownText() && file === shownFile()) showStory(answer);
          },
          () => {},
        );
      };
      const timer = setTimeout(ask, known.draft() === null ? 0 : AFTER_MS);
      onCleanup(() => clearTimeout(timer));
    }),
  );

  /** The code object of the running frame, where it is of this source. */
  const running = createMemo(() => {
    const program = facts()?.program;
    const told = story();
    return program && told && (known.draft() === null || foreign() !== null) ? codeOfFrame(told, program) : null;
  });
  const shown = createMemo(() => {
    const codes = story()?.codes.length ?? 0;
    const index = chosen() ?? running() ?? 0;
    return index < codes ? index : null;
  });

  /** Where the instruction stands that led here. */
  const nowPlace = createMemo(() => {
    const index = running();
    const offset = facts()?.program?.nowOffset;
    if (index === null || offset === null || offset === undefined) return null;
    return story()!.codes[index]!.instructions.find((each) => each.offset === offset)?.place ?? null;
  });

  /** What is on show beside the running code object, by what the compiler says of it: memory is looked through for it. */
  const other = createMemo(
    () => {
      const index = shown();
      if (index === null || index === running() || depth() !== "program" || known.draft() !== null) return null;
      const { qualname, firstLine } = story()!.codes[index]!;
      return { file: story()!.file, qualname, firstLine };
    },
    null,
    { equals: (a, b) => a?.file === b?.file && a?.qualname === b?.qualname && a?.firstLine === b?.firstLine },
  );
  /** Instructions of the code object on show as they stand in memory; null where it is not there. */
  const inMemory = createMemo(() => {
    const program = facts()?.program;
    if (!program || shown() === null) return null;
    if (shown() === running()) return program.instructions;
    const wanted = other();
    const found = program.other;
    const isFound = wanted !== null && found?.qualname === wanted.qualname && found.firstLine === wanted.firstLine;
    return isFound ? found.instructions : null;
  });

  const [flow, setFlow] = createSignal<FlowStory | null>(null);
  const visible = createMemo<readonly Pane[]>(
    () => {
      const last = panes().slice(-capacity());
      return PANES.filter((pane) => last.includes(pane));
    },
    [],
    { equals: (a, b) => a.join() === b.join() },
  );
  createEffect(
    on([story, shown, () => visible().includes("flow"), depth], ([told, code, isWanted]) => {
      if (told === null || code === null || !isWanted || depth() !== "program") return;
      const wanted = shownText();
      backend.request("flow", { file: told.file, text: wanted, code }).then(
        (answer) => story() === told && shown() === code && setFlow(answer),
        () => {},
      );
    }),
  );

  /** Puts a pane on show, or takes it away; the last one stays. */
  function togglePane(pane: Pane): void {
    const isShown = visible().includes(pane);
    const rest = panes().filter((other) => other !== pane);
    const kept = isShown ? rest : [...rest, pane];
    // What there is no room for is not kept: it would come back at another click.
    const next = kept.length === 0 ? [pane] : kept.slice(-capacity());
    setPanes(next);
    write(STORAGE_KEY, next.join(" "));
  }

  function setMark(next: CodeMark | null): void {
    batch(() => {
      setLent(null);
      setMarkSignal(next);
      setInspected(next !== null);
      if (next !== null) known.onMark();
      if (next === null) setChosen(null);
      else if (next.code !== null) setChosen(next.code === running() ? null : next.code);
    });
  }

  return {
    story,
    mark,
    setMark,
    isInspected,
    leaveInspector: () => setInspected(false),
    lent,
    lend: setLent,
    chosen,
    choose: (code: number | null) => {
      batch(() => {
        setMarkSignal(null);
        setChosen(code);
      });
    },
    running,
    nowPlace,
    foreign,
    shownFile,
    other,
    inMemory,
    shown,
    flow,
    panes: visible,
    togglePane,
    setCapacity,
  };
}

export type CodeState = ReturnType<typeof createCode>;
