// The program column: source, bytecode of the running code object, value stack; or the traceback, or what is waited for.
import { createEffect, createMemo, createSignal, For, Match, onCleanup, Show, Switch } from "solid-js";
import type { Place } from "../../protocol/compilation.ts";
import type { Instruction, ProgramFacts, Reference, TracebackLine } from "../../protocol/facts.ts";
import { hexDigits } from "../format.ts";
import { giveKeysBack } from "../state/focus.ts";
import { markOfSource } from "../state/marks.ts";
import { editorText, manner } from "../state/source_file.ts";
import { t } from "../state/text.ts";
import { errorMoment, markOf, useUnderglass } from "../state/underglass.ts";
import { PycProgram } from "../views/bytes/PycProgram.tsx";
import { Glyph } from "./Glyph.tsx";
import { NamesNow } from "./NamesNow.tsx";
import { Source } from "./Source.tsx";

/** Instructions shown under the source: some before the present one, and what follows. */
const SHOWN_BEFORE = 1;
const SHOWN = 4;

export function ProgramPanel() {
  const page = useUnderglass();
  const [editing, setEditing] = createSignal(false);
  const [expanded, setExpanded] = createSignal(false);
  createEffect(() => page.session().status === "running" && setEditing(false));
  /** In the depth Program a library's source takes the program's place while a frame of it runs. */
  const foreign = () => page.code.foreign();
  const text = () => foreign()?.text ?? page.source.draft() ?? page.source.text();
  const lineCount = () => editorText(text()).split("\n").length;
  /** Encoding and newlines, where they are not the usual ones. */
  const notes = () => (foreign() === null ? manner(page.source.file()) : []);
  const program = () => page.facts()?.program;
  /** There is no program, but a compiled file. */
  const onlyPyc = () => (page.hasProgram() ? null : page.files.pyc());
  const isMain = () => program()?.file === page.code.shownFile();
  const selectedName = createMemo(() => {
    const path = page.facts()?.selection?.path;
    return path && path.length > 1 && path[0] === program()?.function ? path[path.length - 1]! : null;
  });
  const { code } = page;
  const isUnchanged = () => page.source.draft() === null || foreign() !== null;
  /** A program that does not compile has no moment; its error has a place. */
  const errorPlace = () => {
    const place = page.session().error?.place ?? null;
    return place !== null && isUnchanged() && place.file === code.shownFile() && page.moment() === 0 ? place : null;
  };
  const errorRange = (): Place => {
    const { line, column, endLine, endColumn } = errorPlace()!;
    return [line, column, endLine, endColumn];
  };
  const isCodeShown = () => page.depth() === "program" && code.story()?.file === code.shownFile();
  /** In the depth Program the source is one of the stages: it is lit with them, and the exact place that executed is marked. */
  const codeMarks = () => {
    if (!isCodeShown()) return { lit: [], lent: [], place: null };
    return { lit: code.mark()?.reach ?? [], lent: code.lent()?.reach ?? [], place: code.nowPlace() };
  };
  const point = (place: Place | null, isPicked: boolean) => {
    const story = code.story();
    if (story === null || !isCodeShown() || editing()) return;
    const mark = place === null ? null : markOfSource(story, place);
    if (isPicked) code.setMark(mark);
    else code.lend(mark);
  };
  return (
    <section class="col program" classList={{ expanded: expanded() }} aria-label={t("program.title")}>
      <div class="hd">
        <h1>{t("program.title")}</h1>
        <Show when={foreign()}>
          {(file) => <span class="q sentence n">{file().file.replace(/^.*\/python3\.\d+\//, "")}</span>}
        </Show>
        <Show when={program() && !isMain()}>
          <span class="q sentence">
            {t("program.hereLine", { file: program()!.file, line: String(program()!.line ?? "?") })}
          </span>
        </Show>
        <Show when={onlyPyc()}>{(pyc) => <span class="q sentence n">{pyc().name}</span>}</Show>
        <span class="t r lines">
          {onlyPyc() ? "" : [t("program.lines", { count: lineCount() }), ...notes()].join(" · ")}
        </span>
        <button type="button" class="quiet fold" onClick={() => setExpanded(!expanded())}>
          {expanded() ? t("program.fold") : t("program.expand")}
        </button>
        <Show when={foreign() === null && onlyPyc() === null}>
          <button type="button" class="quiet" aria-pressed={editing()} onClick={() => setEditing(!editing())}>
            {editing() ? t("program.done") : t("program.edit")}
          </button>
        </Show>
      </div>
      <Show when={onlyPyc()}>{(pyc) => <PycProgram pyc={pyc()} />}</Show>
      <Source
        isHidden={onlyPyc() !== null}
        text={text()}
        editable={editing() && foreign() === null}
        label={t("program.editor", { file: page.code.shownFile() })}
        marks={{
          line: errorPlace()?.line ?? (isUnchanged() && isMain() ? (program()?.line ?? null) : null),
          isStart: page.facts()?.moment === 0,
          name: selectedName(),
          breakpoints: page.breakpoints().flatMap((b) => (b.file === page.code.shownFile() ? [b.line] : [])),
          ...codeMarks(),
          ...(errorPlace() === null ? {} : { place: errorRange() }),
        }}
        onPoint={page.depth() === "program" ? point : undefined}
        onEdit={page.source.edit}
        onBreakpoint={(line) => page.toggleBreakpoint(line, page.code.shownFile())}
        onRun={() => void page.run()}
      />
      <div class="program-below">
        <Switch>
          <Match when={page.session().status === "waiting" && page.session()}>
            <InputRow />
          </Match>
          <Match when={page.session().error && page.moment() >= errorMoment(page.session())! && page.session().error}>
            <Traceback />
          </Match>
          <Match when={program()}>
            {(facts) => (
              <>
                <div class="cap-row">
                  <span class="cap">
                    {t("program.bytecode")} <code>{facts().function}</code>
                  </span>
                </div>
                <Bytecode program={facts()} instructions={around(facts())} />
                <ValueStack program={facts()} />
                <NamesNow />
              </>
            )}
          </Match>
        </Switch>
      </div>
    </section>
  );
}

function around(program: ProgramFacts): Instruction[] {
  const { instructions, nowOffset, nextOffset } = program;
  let at = instructions.findIndex((i) => i.offset === nowOffset);
  if (at < 0)
    at = Math.max(
      0,
      instructions.findIndex((i) => i.offset === nextOffset),
    );
  const from = Math.max(0, Math.min(at - SHOWN_BEFORE, instructions.length - SHOWN));
  return instructions.slice(from, from + SHOWN);
}

function Bytecode(props: { program: ProgramFacts; instructions: readonly Instruction[] }) {
  const here = () => props.program.nowOffset ?? -1;
  return (
    <div class="bc" role="list" aria-label={`${t("program.bytecode")} ${props.program.function}`}>
      <For each={props.instructions}>
        {(instruction) => (
          <div
            role="listitem"
            classList={{
              done: instruction.line === props.program.line,
              hot: instruction.offset === here(),
              next: instruction.offset === props.program.nextOffset,
            }}
            aria-current={instruction.offset === here() ? "step" : undefined}
          >
            <span class="o">{instruction.offset}</span>
            <span class="op">{instruction.opcode}</span>
            <span class="a">{instruction.argument}</span>
            <Show when={instruction.specialised}>
              <span class="spec">{instruction.specialised}</span>
            </Show>
          </div>
        )}
      </For>
    </div>
  );
}

export function ReferenceChip(props: { reference: Reference; taken?: boolean; label?: string | null }) {
  const page = useUnderglass();
  const value = () => props.reference;
  /** A value, or what it is and the end of its address: its picture has all of it. */
  const words = () => {
    const { text, type, address } = value();
    return text ?? (type === "" ? "" : `${type} …${hexDigits(address).slice(-4)}`);
  };
  return (
    <button
      type="button"
      class="chip"
      classList={{
        taken: props.taken,
        selected: markOf(page, value().address) === "selected",
        borrowed: markOf(page, value().address) === "borrowed",
      }}
      disabled={value().address === 0}
      title={words()}
      onPointerEnter={() => page.borrow(value().address)}
      onPointerLeave={() => page.borrow(null)}
      onClick={() => page.select(value().address)}
    >
      <Show when={props.label}>
        <i>{props.label}</i>
      </Show>
      <Glyph kind={value().kind} size={9} />
      <span>{words()}</span>
    </button>
  );
}

function ValueStack(props: { program: ProgramFacts }) {
  const note = () => {
    if (props.program.taken.length > 0)
      return props.program.stack.length === 0 ? t("program.emptyNow") : t("program.taken");
    return props.program.stack.length === 0 ? t("program.stackEmpty") : "";
  };
  return (
    <div class="vs">
      <span class="cap">{t("program.stack")}</span>
      <div class="vs-row">
        <For each={props.program.stack}>{(value) => <ReferenceChip reference={value} />}</For>
        <For each={props.program.taken}>{(value) => <ReferenceChip reference={value} taken />}</For>
        <Show when={note()}>
          <em classList={{ nowt: props.program.taken.length > 0 }}>{note()}</em>
        </Show>
      </div>
    </div>
  );
}

/** As many of the same line one after the other as Python prints; how often it came again after the last of them. */
const LINES_OF_RECURSION = 3;

function folded(lines: readonly TracebackLine[]): { line: TracebackLine; again: number }[] {
  const shown: { line: TracebackLine; again: number }[] = [];
  let run = 0;
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const isSame = before?.line === line.line && before.file === line.file && before.function === line.function;
    run = isSame ? run + 1 : 1;
    if (run > LINES_OF_RECURSION) shown[shown.length - 1]!.again++;
    else shown.push({ line, again: 0 });
  }
  return shown;
}

export function Traceback() {
  const page = useUnderglass();
  return (
    <Show when={page.session().error}>
      {(error) => (
        <div class="traceback">
          <div class="cap-row">
            <span class="cap">{t(error().traceback.length > 0 ? "states.traceback" : "states.notCompiled")}</span>
          </div>
          <For each={folded(error().traceback)}>
            {({ line, again }) => (
              <>
                <button
                  type="button"
                  class="trace-line"
                  onClick={() => page.seek(Math.min(line.moment, errorMoment(page.session())!))}
                >
                  <span>{line.function}</span>
                  <span class="t r">
                    {line.file} {line.line}
                  </span>
                </button>
                <Show when={again > 0}>
                  <p class="trace-again">{t("states.lineAgain", { count: again })}</p>
                </Show>
              </>
            )}
          </For>
          <Show when={error().place}>
            {(place) => (
              <p class="trace-place">{t("states.compileError", { file: place().file, line: String(place().line) })}</p>
            )}
          </Show>
          <p class="trace-error">
            <b class="n">{error().type}</b>
            {error().message === "" ? "" : `: ${error().message}`}
          </p>
        </div>
      )}
    </Show>
  );
}

function InputRow() {
  const page = useUnderglass();
  let input!: HTMLInputElement;
  let form!: HTMLFormElement;
  onCleanup(() => form.contains(document.activeElement) && giveKeysBack());
  return (
    <form
      ref={form}
      class="input-row"
      onSubmit={(event) => {
        event.preventDefault();
        void page.sendInput(input.value);
        input.value = "";
      }}
    >
      <span class="cap">{t("states.inputTitle")}</span>
      <label>
        <code>{page.session().prompt}</code>
        <input
          ref={(element) => {
            input = element;
            queueMicrotask(() => element.focus());
          }}
          type="text"
          autocomplete="off"
          spellcheck={false}
          aria-label={page.session().prompt || t("states.inputTitle")}
        />
      </label>
      <div class="row">
        <button type="submit" class="quiet">
          {t("states.inputSend")}
        </button>
        <button type="button" class="quiet" onClick={() => void page.sendInput(null)}>
          {t("states.inputEnd")}
        </button>
      </div>
    </form>
  );
}
