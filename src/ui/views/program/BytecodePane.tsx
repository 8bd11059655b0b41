// The bytecode of a code object: instructions with their caches, then the exception table and the location table.
//
// What is live is read from memory: the form that stands in an instruction's place, the words of its caches, and, of the
// running frame, the values that this instruction took from the stack and left on it. A code object that is not found in
// memory is shown as it was compiled.
import { createMemo, createSignal, For, Show } from "solid-js";
import type { AssembledInstruction, ExceptionEntry, LocationEntry } from "../../../protocol/compilation.ts";
import type { Instruction, Reference } from "../../../protocol/facts.ts";
import { Glyph } from "../../components/Glyph.tsx";
import { hexDigits } from "../../format.ts";
import { isLit, markOfInstruction, markOfPlace } from "../../state/marks.ts";
import { read, t, write } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { Pane } from "./Pane.tsx";
import { RowList } from "./RowList.tsx";

type Row =
  | { readonly type: "instruction"; readonly at: AssembledInstruction }
  | {
      readonly type: "cache";
      readonly at: AssembledInstruction;
      readonly name: string;
      readonly unit: number;
      readonly units: number;
    }
  | { readonly type: "effect"; readonly at: AssembledInstruction; readonly side: "taken" | "left" }
  | { readonly type: "head"; readonly name: "exceptions" | "locations" }
  | { readonly type: "exception"; readonly entry: ExceptionEntry }
  | { readonly type: "location"; readonly entry: LocationEntry };

const instructionRows = new WeakMap<AssembledInstruction, Row>();
/** The same row for the same instruction, so that it stays in the page from moment to moment. */
function instructionRow(at: AssembledInstruction): Row {
  let row = instructionRows.get(at);
  if (row === undefined) {
    row = { type: "instruction", at };
    instructionRows.set(at, row);
  }
  return row;
}

const CACHES_KEY = "underglass.caches";

export function BytecodePane() {
  const page = useUnderglass();
  const { code } = page;
  const [showsCaches, setShowsCaches] = createSignal(read(CACHES_KEY) === "yes");
  const [showsTables, setShowsTables] = createSignal(read(`${CACHES_KEY}.tables`) === "yes");
  const fact = createMemo(() => {
    const index = code.shown();
    return index === null ? undefined : code.story()?.codes[index];
  });
  const isLive = () => code.shown() !== null && code.shown() === code.running();
  const program = () => (isLive() ? page.facts()?.program : undefined);
  const nowOffset = createMemo(() => program()?.nowOffset ?? null);
  const nextOffset = createMemo(() => program()?.nextOffset ?? null);
  const live = createMemo(() => {
    const found = new Map<number, Instruction>();
    for (const instruction of code.inMemory() ?? []) found.set(instruction.offset, instruction);
    return found;
  });

  const rows = createMemo<Row[]>(() => {
    const shown = fact();
    if (shown === undefined) return [];
    const list: Row[] = [];
    const effect = nowOffset() !== null && program()?.effect ? nowOffset() : null;
    for (const at of shown.instructions) {
      list.push(instructionRow(at));
      if (effect === at.offset) list.push({ type: "effect", at, side: "taken" }, { type: "effect", at, side: "left" });
      if (!showsCaches()) continue;
      let unit = 0;
      for (const [name, units] of at.caches) {
        list.push({ type: "cache", at, name, unit, units });
        unit += units;
      }
    }
    if (!showsTables()) return list;
    list.push({ type: "head", name: "exceptions" });
    for (const entry of shown.exceptions) list.push({ type: "exception", entry });
    list.push({ type: "head", name: "locations" });
    for (const entry of shown.locations) list.push({ type: "location", entry });
    return list;
  });
  const rowOfOffset = (offset: number | null) => {
    const row = rows().findIndex((each) => each.type === "instruction" && each.at.offset === offset);
    return offset === null || row < 0 ? null : row;
  };
  const active = createMemo(() => {
    const mark = code.mark();
    return mark?.code === code.shown() ? rowOfOffset(mark?.offset ?? null) : null;
  });
  const reveal = createMemo(() => {
    const mark = code.mark();
    if (mark === null) return rowOfOffset(nowOffset() ?? nextOffset());
    if (mark.from === "bytecode") return null;
    const row = rows().findIndex((each) => each.type === "instruction" && isLit(mark, each.at.place));
    return active() ?? (row < 0 ? null : row);
  });
  const markOf = (index: number) => {
    const story = code.story()!;
    const shown = code.shown()!;
    const row = rows()[index]!;
    switch (row.type) {
      case "instruction":
      case "cache":
      case "effect":
        return markOfInstruction(story, shown, row.at.offset);
      case "exception": {
        const first = fact()!.instructions.find(({ offset }) => offset >= row.entry.target);
        return first ? markOfInstruction(story, shown, first.offset) : null;
      }
      case "location": {
        const first = fact()!.instructions.find(({ endOffset }) => endOffset > row.entry.offset);
        return markOfPlace(story, row.entry.place, { from: "bytecode", code: shown, offset: first?.offset ?? null });
      }
      default:
        return null;
    }
  };
  const placeOf = (row: Row) =>
    row.type === "instruction" ? row.at.place : row.type === "location" ? row.entry.place : null;
  const toggle = (key: string, next: boolean, set: (value: boolean) => void) => {
    set(next);
    write(key, next ? "yes" : "no");
  };

  return (
    <Pane
      name="bytecode"
      note={
        <Show when={fact()}>
          {(shown) => (
            <>
              {shown().name}
              <Show when={code.inMemory() === null}>
                <em>{t("code.asCompiled")}</em>
              </Show>
            </>
          )}
        </Show>
      }
      tools={
        <>
          <button
            type="button"
            class="quiet small"
            aria-pressed={showsCaches()}
            onClick={() => toggle(CACHES_KEY, !showsCaches(), setShowsCaches)}
          >
            {t("code.caches")}
          </button>
          <button
            type="button"
            class="quiet small"
            aria-pressed={showsTables()}
            onClick={() => toggle(`${CACHES_KEY}.tables`, !showsTables(), setShowsTables)}
          >
            {t("code.tables")}
          </button>
        </>
      }
    >
      <RowList
        label={`${t("code.pane.bytecode")} ${fact()?.name ?? ""}`}
        role="listbox"
        items={rows()}
        active={active()}
        reveal={reveal()}
        rowClass={(row, index) => {
          const place = placeOf(row);
          const isInstruction = row.type === "instruction";
          return {
            lit: isLit(code.mark(), place),
            lent: isLit(code.lent(), place),
            here: active() === index,
            hot: (isInstruction || row.type === "effect") && row.at.offset === nowOffset(),
            next: isInstruction && row.at.offset === nextOffset(),
            "starts-line": isInstruction && row.at.startsLine && index > 0,
            "row-head": row.type === "head",
          };
        }}
        row={(row) => <RowText row={row} live={live()} effect={program()?.effect ?? null} />}
        onPick={(index, target) => {
          const value = target?.closest("[data-value]")?.getAttribute("data-value");
          if (value) page.select(Number(value) || null);
          else code.setMark(markOf(index));
        }}
        onLend={(index) => code.lend(index === null ? null : markOf(index))}
      />
    </Pane>
  );
}

interface Effect {
  readonly kept: number;
  readonly taken: readonly Reference[];
  readonly left: readonly Reference[];
}

function RowText(props: { row: Row; live: ReadonlyMap<number, Instruction>; effect: Effect | null }) {
  const { row } = props;
  switch (row.type) {
    case "instruction":
      return <InstructionText at={row.at} live={props.live.get(row.at.offset)} />;
    case "cache": {
      const words = () => props.live.get(row.at.offset)?.cache.slice(row.unit, row.unit + row.units);
      return (
        <>
          <span class="ln" />
          <span class="lb" />
          <span class="o">{row.at.offset + 2 + 2 * row.unit}</span> <span class="cache-name">{row.name}</span>{" "}
          <span class="cache-words">
            {words()
              ?.map((word) => hexDigits(word, 4))
              .join(" ") ?? ""}
          </span>
        </>
      );
    }
    case "effect": {
      const values = () => props.effect?.[row.side] ?? [];
      return (
        <>
          <span class="effect-side">{t(row.side === "taken" ? "code.took" : "code.left")}</span>
          <Show when={values().length > 0} fallback={<span class="t">{t("code.nothing")}</span>}>
            <For each={values()}>{(value) => <SmallChip value={value} isTaken={row.side === "taken"} />}</For>
          </Show>
        </>
      );
    }
    case "head":
      return <span class="cap">{t(`code.table.${row.name}`)}</span>;
    case "exception": {
      const { start, end, target, depth, lasti } = row.entry;
      return (
        <>
          <span class="table-range">
            {start}–{end}
          </span>
          <span class="table-to">→ {target}</span>
          <span class="t">
            {t("code.depth", { count: depth })}
            {lasti ? `, ${t("code.lasti")}` : ""}
          </span>
        </>
      );
    }
    case "location": {
      const { offset, bytes, form, table, range } = row.entry;
      return (
        <>
          <span class="table-range">
            {offset}–{offset + bytes}
          </span>
          <span class="table-to">
            {range === null
              ? t("code.noLine")
              : range[1] < 0
                ? t("depth.line", { line: String(range[0]) })
                : `${range[0]}:${range[1]}–${range[2] === range[0] ? "" : `${range[2]}:`}${range[3]}`}
          </span>
          <span class="table-form">{t(`code.form.${form.replaceAll(" ", "_")}`)}</span>
          <code class="table-bytes">{table}</code>
        </>
      );
    }
  }
}

function InstructionText(props: { at: AssembledInstruction; live: Instruction | undefined }) {
  return (
    <>
      <span class="ln">{props.at.startsLine ? (props.at.line ?? "–") : ""}</span>{" "}
      <span class="lb">{props.at.label === null ? "" : `L${props.at.label}`}</span>{" "}
      <span class="o">{props.at.offset}</span>{" "}
      <span class="op" title={props.live?.specialised ?? undefined}>
        {props.at.opcode}
      </span>{" "}
      <span class="a">{props.at.argument === "" && props.at.oparg !== null ? props.at.oparg : props.at.argument}</span>
      <Show when={props.live?.specialised}>
        <span class="spec">{shortForm(props.at.opcode, props.live!.specialised!)}</span>
      </Show>
    </>
  );
}

/** A specialised form without the name of its family, which stands beside it: LOAD_ATTR, INSTANCE_VALUE. */
function shortForm(opcode: string, specialised: string): string {
  return specialised.startsWith(`${opcode}_`) ? specialised.slice(opcode.length + 1) : specialised;
}

/** A value in a row: a click selects it. No button of its own: the row is what the keys move over. */
function SmallChip(props: { value: Reference; isTaken: boolean }) {
  const page = useUnderglass();
  const listeners = {
    onPointerEnter: () => page.borrow(props.value.address),
    onPointerLeave: () => page.borrow(null),
  };
  return (
    <span class="chip small" classList={{ taken: props.isTaken }} data-value={props.value.address} {...listeners}>
      <Show when={props.value.address !== 0}>
        <Glyph kind={props.value.kind} size={8} />
      </Show>
      <span>{props.value.text ?? `${props.value.type} ${hexDigits(props.value.address).slice(-4)}`}</span>
    </span>
  );
}
