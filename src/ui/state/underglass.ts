// The state of the page, in one place: what is run, which moment is shown, what is selected, and what is known of it.
// Components read signals and call actions; only this file talks to the backend.
// Invariants: `facts` belong to one moment, the last that was answered, while `moment` is the one asked for; at most
// one request for facts is on its way, and after it only the newest is sent.
import { batch, createContext, createEffect, createSignal, on, onCleanup, useContext } from "solid-js";
import { IDLE } from "../../protocol/limits.ts";
import { type Backend, Failure } from "../../protocol/messages.ts";
import type { MomentFacts, SelectedPlace, SessionState } from "../../protocol/session.ts";
import { createBreakpoints } from "./breakpoints.ts";
import { createCode } from "./code.ts";
import { ownEnd } from "./extent.ts";
import { createFiles } from "./files.ts";
import { createLanes } from "./lanes.ts";
import { type Depth, decodeLink, encodeLink, OPEN_DEPTHS } from "./link.ts";
import { createOutput } from "./output.ts";
import { createOverTime, type Range } from "./over_time.ts";
import { createRunning } from "./running.ts";
import { createSource } from "./source.ts";
import { plainFile, type SourceFile } from "./source_file.ts";
import { createSteps, type Notice } from "./steps.ts";
import { createWanted } from "./wanted.ts";

const LANES_WHILE_RUNNING_MS = 400;
const LATE_AFTER_MS = 100;
const LINK_AFTER_MS = 300;

export type Underglass = ReturnType<typeof createUnderglass>;

export function createUnderglass(backend: Backend) {
  const [session, setSession] = createSignal<SessionState>(IDLE);
  const [examples, setExamples] = createSignal<readonly string[]>([]);
  const [moment, setMoment] = createSignal(0);
  const [facts, setFacts] = createSignal<MomentFacts | null>(null);
  const [late, setLate] = createSignal<{ from: number; part: number } | null>(null);
  const [depth, setDepthSignal] = createSignal<Depth>("objects");
  const [selection, setSelection] = createSignal<number | null>(null);
  /** The name, item or attribute as which it was selected: that is then what changes. */
  const [place, setPlace] = createSignal<SelectedPlace | null>(null, { equals: isSamePlace });
  const [borrowed, setBorrowed] = createSignal<number | null>(null);
  /** Where the inspector is a drawer: open since the last selection. */
  const [drawer, setDrawer] = createSignal(false);
  /** It stands at the left where at the right it would cover what is selected. */
  const [isDrawerLeft, setIsDrawerLeft] = createSignal(false);
  const [expanded, setExpanded] = createSignal<readonly number[]>([]);
  const [pool, setPool] = createSignal<number | null>(null);
  const [bytesTop, setBytesTop] = createSignal<number | null>(null);
  const [bytesRows, setBytesRows] = createSignal(32);
  const [notice, setNotice] = createSignal<Notice | null>(null);
  /** Underglass itself failed. */
  const [problem, setProblem] = createSignal<string | null>(null);
  /** What the reader asked for cannot be done, and why. */
  const [refusal, setRefusal] = createSignal<string | null>(null);
  const source = createSource(backend, setRefusal);
  const leaveRun = createRunning(backend);
  const { breakpoints, forgetBreakpoints, toggleBreakpoint, toggleBreakpointHere } = createBreakpoints({
    facts,
    say: setNotice,
  });
  const { output, forgetOutput, addOutput } = createOutput({ backend, session, moment });
  const trail: { readonly address: number; readonly place: SelectedPlace | null }[] = [];
  function fail(error: unknown): void {
    const code = error instanceof Failure ? error.code : "internal";
    const message = error instanceof Error ? error.message : String(error);
    if (code === "refused") setRefusal(message);
    else if (code !== "superseded") setProblem(message);
  }
  const { timeWindow, setTimeWindow, lanes, forgetLanes, setLaneBuckets, closeUp, setCloseUpSize } = createLanes({
    backend,
    session,
    moment,
  });
  const code = createCode({
    backend,
    session,
    source: source.text,
    draft: source.draft,
    facts,
    depth,
    // On a phone the inspector lies below the view and covers nothing.
    onMark: () => matchMedia("(max-width: 759.9px)").matches && setDrawer(true),
  });

  // ---- The moment

  const wanted = createWanted({
    moment,
    depth,
    selection,
    facts,
    expanded,
    pool,
    bytesTop,
    bytesRows,
    other: code.other,
  });
  let asking = false;
  let askAgain = false;
  let lateTimer: ReturnType<typeof setTimeout> | undefined;

  async function refresh(): Promise<void> {
    // A running machine has no moment to show yet; its end, or its stop, asks again.
    if (session().status === "idle" || session().status === "running") return;
    if (asking) {
      askAgain = true;
      return;
    }
    asking = true;
    lateTimer ??= setTimeout(() => setLate({ from: moment(), part: 0.1 }), LATE_AFTER_MS);
    try {
      do {
        askAgain = false;
        const request = wanted();
        const shownDepth = depth();
        const answer = await backend.request("moment", request);
        if (!askAgain) {
          const before = facts();
          const selectionMoved = answer.selection && answer.selection.block !== before?.selection?.block;
          const isNewView = request.allocators !== undefined && !answer.allocators?.pool;
          const isNewFrame = shownDepth === "bytes" && selection() === null && !request.bytes;
          setFacts(answer);
          // Where the block lies is known only now; views that start from it are asked for once more.
          if ((selectionMoved || isNewView || isNewFrame) && JSON.stringify(wanted()) !== JSON.stringify(request))
            askAgain = true;
        }
      } while (askAgain);
    } catch (error) {
      fail(error);
    } finally {
      asking = false;
      clearTimeout(lateTimer);
      lateTimer = undefined;
      setLate(null);
    }
  }
  createEffect(
    on(
      [moment, depth, selection, expanded, pool, bytesTop, bytesRows, code.other, () => session().status],
      () => void refresh(),
    ),
  );

  const steps = createSteps({
    backend,
    session,
    moment,
    setMoment,
    selection,
    place,
    follow,
    range: () => (depth() === "bytes" ? overTime.range() : null),
    facts,
    breakpoints,
    isAsking: () => asking,
    say: setNotice,
    fail,
  });
  const { seek, play } = steps;
  const overTime = createOverTime({ backend, session, moment, selection, place, seek, say: setNotice });

  // ---- Selection

  function select(address: number | null, as: SelectedPlace | null = null, remember = true): void {
    const before = selection();
    code.leaveInspector();
    setDrawer(address !== null);
    setNotice(null);
    if (before === address && isSamePlace(place(), as)) return;
    if (remember && before !== null) trail.push({ address: before, place: place() });
    batch(() => {
      setPlace(as);
      show(address);
    });
  }

  function show(address: number | null): void {
    if (selection() === address) return;
    batch(() => {
      setBorrowed(null);
      setBytesTop(null);
      setPool(null);
      overTime.forget();
      setSelection(address);
    });
  }

  /** The place that is selected points to something else where its next change led. */
  function follow(address: number): void {
    if (place() !== null && address !== 0) show(address);
  }

  function selectBack(): void {
    const last = trail.pop();
    if (last !== undefined) select(last.address, last.place, false);
  }

  // ---- Runs

  let goTo: number | null = null;
  /** Selection of a link, until its run has got there. */
  let goSelect: number | null = null;
  /** While a run goes on the end of time moves; the window follows it unless the reader zoomed. */
  function onState(state: SessionState): void {
    const before = session();
    batch(() => {
      const window = timeWindow();
      if (window.to >= before.instructions || window.to <= 1)
        setTimeWindow({ from: window.from, to: Math.max(1, ownEnd(state)) });
      setSession(state);
      if (state.status === "idle" || state.status === "running") return;
      if (goTo !== null && goTo <= state.instructions) {
        seek(goTo);
        goTo = null;
        if (goSelect !== null) select(goSelect, null, false);
        goSelect = null;
      } else if (before.status === "running" || before.status === "waiting" || before.status === "idle") {
        // The moment before the last: all names of the module are still bound.
        seek(state.status !== "finished" ? state.instructions : (errorMoment(state) ?? state.instructions - 1));
      }
    });
  }

  /** Runs the source as it stands in the editor; a draft that cannot be a file stays one. */
  async function run(): Promise<void> {
    const file = source.draft() === null ? source.file() : await source.settle();
    if (file === null || (session().file === "" && file.text === "")) return;
    await leaveRun();
    recording = null;
    play(false);
    batch(() => {
      forgetOutput();
      setFacts(null);
      setSelection(null);
      setPlace(null);
      trail.length = 0;
      setExpanded([]);
      setProblem(null);
      setRefusal(null);
      setMoment(0);
      setTimeWindow({ from: 0, to: 1 });
      setSession({ ...IDLE, file: session().file, status: "running" });
    });
    await attempt(
      backend.request("run", {
        file: session().file || "program.py",
        source: file.bytes,
        argv: [...argv],
        input: { type: "ask" },
      }),
    );
  }

  async function attempt(answer: Promise<SessionState>): Promise<void> {
    try {
      onState(await answer);
    } catch (error) {
      fail(error);
    }
  }

  const stop = () => attempt(backend.request("stop", {}));
  const resume = () => attempt(backend.request("resume", {}));
  const sendInput = (line: string | null) => attempt(backend.request("input", { line }));

  const files = createFiles({
    backend,
    setDepth,
    readSource: source.read,
    adoptSource,
    adoptRecording,
    begin: () => setRefusal(null),
    fail,
  });

  async function open(file: string): Promise<void> {
    const answer = await backend.request("source", { file, isExample: true });
    await adoptSource(file, plainFile(answer.text ?? ""));
  }

  /** A program in place of the one before, not run yet. */
  async function adoptSource(name: string, file: SourceFile): Promise<void> {
    await leaveRun();
    play(false);
    files.closePyc();
    recording = null;
    argv = [];
    batch(() => {
      setRefusal(null);
      source.adopt(file);
      forgetBreakpoints();
      setSession({ ...IDLE, file: name });
      setFacts(null);
      forgetLanes();
      setMoment(0);
      setSelection(null);
      setPlace(null);
    });
  }

  async function adoptRecording(bytes: Uint8Array): Promise<void> {
    await leaveRun();
    const { file } = session();
    try {
      await showRecording(bytes);
    } catch (error) {
      // What was refused at once has left the run as it was; else the program is there, not run yet.
      const state = await backend.request("state", {});
      if (state.status === "idle" && session().status !== "idle") await adoptSource(file, source.file());
      fail(error);
    }
  }

  async function showRecording(bytes: Uint8Array): Promise<void> {
    const state = await backend.request("open", { recording: bytes });
    recording = null;
    await adoptSourceOf(state.file);
    onState(state);
  }

  async function adoptSourceOf(name: string): Promise<void> {
    const { text, bytes } = await backend.request("source", { file: name });
    source.adopt(bytes === undefined ? plainFile(text ?? "") : await source.read(bytes));
  }

  let laneTimer = 0;
  onCleanup(
    backend.onEvent((event) => {
      if (event.event === "state") {
        const now = performance.now();
        // A running program reports often; its growth is shown a few times a second.
        if (
          event.state.status === "running" &&
          session().status === "running" &&
          now - laneTimer < LANES_WHILE_RUNNING_MS
        )
          return;
        laneTimer = now;
        onState(event.state);
      } else if (event.event === "output") {
        // What a running program writes is shown as it comes; afterwards output belongs to the moment shown.
        if (session().status === "running") addOutput(event.chunk);
      } else if (event.event === "seeking") {
        const span = Math.max(1, event.target - event.from);
        setLate({ from: event.from, part: Math.min(1, (event.at - event.from) / span) });
      }
    }),
  );

  // ---- Start, and the link

  /** The program's own arguments, from the link. */
  let argv: readonly string[] = [];
  /** The recording that is shown, while the program was not run anew. */
  let recording: string | null = null;

  async function openRecording(name: string): Promise<void> {
    const answer = await fetch(`given/${name}`);
    if (!answer.ok) throw new Error(`given/${name}: ${answer.status} ${answer.statusText}`);
    setSession({ ...IDLE, status: "running" });
    await showRecording(new Uint8Array(await answer.arrayBuffer()));
    recording = name;
  }

  async function start(): Promise<void> {
    const link = decodeLink(location.hash);
    if (link.depth && OPEN_DEPTHS.includes(link.depth)) setDepthSignal(link.depth);
    goTo = link.moment;
    goSelect = link.selection;
    const knowExamples = () =>
      void backend.request("examples", {}).then(
        (answer) => setExamples(answer.files),
        () => {},
      );
    if (link.recording !== null) {
      knowExamples();
      await openRecording(link.recording);
      return;
    }
    if (link.compiled) {
      knowExamples();
      const answer = await fetch(`given/${link.compiled}`);
      if (!answer.ok) throw new Error(`given/${link.compiled}: ${answer.status} ${answer.statusText}`);
      await files.showPyc(link.compiled, new Uint8Array(await answer.arrayBuffer()));
      return;
    }
    if (link.program) {
      argv = link.program.argv;
      // Of a plain source nothing is asked before it: the first picture waits for the machine alone.
      const file = await source.read(link.program.source);
      batch(() => {
        source.adopt(file);
        setSession({ ...IDLE, file: link.program!.file, status: "running" });
      });
      const begun = run();
      knowExamples();
      await begun;
      return;
    }
    const state = await backend.request("state", {});
    knowExamples();
    if (state.status === "idle" && !state.file) {
      const answer = await backend.request("examples", {});
      if (answer.files[0]) await open(answer.files[0]);
      return;
    }
    await adoptSourceOf(state.file);
    onState(state);
  }

  createEffect(
    on(
      [moment, depth, selection, source.file, () => session().status],
      () => {
        if (session().status === "idle" || session().status === "running") return;
        const timer = setTimeout(() => {
          const link = encodeLink({
            program:
              recording === null ? { file: session().file, source: source.file().bytes, input: null, argv } : null,
            recording,
            moment: moment(),
            depth: depth(),
            selection: selection(),
          });
          history_.replaceState(null, "", `#${link}`);
        }, LINK_AFTER_MS);
        onCleanup(() => clearTimeout(timer));
      },
      { defer: true },
    ),
  );

  function setDepth(next: Depth): void {
    batch(() => {
      setDepthSignal(next);
      setBytesTop(null);
    });
  }

  return {
    backend,
    session,
    source,
    examples,
    code,
    files,
    /** Something can be run: a source was opened or written. */
    hasProgram: () => session().file !== "" || source.text() !== "" || source.draft() !== null,
    async showPyc() {
      const file = await source.settle();
      if (file !== null) await files.showPycOf(session().file, file);
    },
    open,
    moment,
    facts,
    late,
    depth,
    setDepth,
    selection,
    place,
    borrowed,
    borrow: setBorrowed,
    drawer,
    setDrawer,
    isDrawerLeft,
    setIsDrawerLeft,
    select,
    selectBack,
    history: overTime.history,
    range: overTime.range,
    writer: overTime.writer,
    lookAtRange(range: Range) {
      setNotice(null);
      overTime.lookAtRange(range);
    },
    findWhen: overTime.findWhen,
    searching: overTime.searching,
    expanded,
    setExpanded,
    toggleExpanded: (address: number) =>
      setExpanded((list) => (list.includes(address) ? list.filter((a) => a !== address) : [...list, address])),
    pool,
    setPool,
    bytesTop,
    setBytesTop,
    setBytesRows,
    timeWindow,
    setTimeWindow,
    lanes,
    setLaneBuckets,
    closeUp,
    setCloseUpSize,
    breakpoints,
    toggleBreakpoint,
    toggleBreakpointHere,
    output,
    notice,
    problem,
    refusal,
    leaveRefusal: () => setRefusal(null),
    ...steps,
    run,
    stop,
    resume,
    sendInput,
    start,
  };
}

/** The moment before the exception that ended a program: the instruction that raises it also unwinds the frames. Null where
 *  there was none. */
export function errorMoment(state: SessionState): number | null {
  if (!state.error) return null;
  const raised = state.error.traceback.at(-1)?.moment;
  return raised === undefined ? state.instructions : Math.max(0, raised - 1);
}

function isSamePlace(a: SelectedPlace | null, b: SelectedPlace | null): boolean {
  return a === b || (a !== null && b !== null && a.owner === b.owner && a.label === b.label);
}

/** `history` is also the name of a signal above. */
const history_ = globalThis.history;

export const UnderglassContext = createContext<Underglass>();
export function useUnderglass(): Underglass {
  const value = useContext(UnderglassContext);
  if (!value) throw new Error("used outside of the page");
  return value;
}

/** Lit: selected, or borrowed for a look. */
export function markOf(page: Underglass, address: number | null | undefined): "selected" | "borrowed" | null {
  if (address === null || address === undefined) return null;
  if (page.selection() === address) return "selected";
  return page.borrowed() === address ? "borrowed" : null;
}
