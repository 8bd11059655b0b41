// The reading of what is pointed at in the depth Program: where it is in the tree, what the instruction does and what the
// tables say of it, what the name means, and which instructions came of it.
import { createMemo, For, Show } from "solid-js";
import type {
  AssembledInstruction,
  CodeFact,
  CompilationStory,
  Place,
  SymbolFact,
} from "../../protocol/compilation.ts";
import { hexDigits } from "../format.ts";
import { type CodeMark, isLit, markOfInstruction, markOfNode, markOfSymbol } from "../state/marks.ts";
import { t } from "../state/text.ts";
import { useUnderglass } from "../state/underglass.ts";

const INSTRUCTIONS_SHOWN = 16;
const key = (text: string) => text.replaceAll(" ", "_");

export function placeText([line, column, endLine, endColumn]: Place): string {
  return `${line}:${column}–${endLine === line ? "" : `${endLine}:`}${endColumn}`;
}

export function CodeInspector(props: { mark: CodeMark; story: CompilationStory }) {
  const page = useUnderglass();
  const node = () => (props.mark.node === null ? undefined : props.story.tree[props.mark.node]);
  const instruction = createMemo(() => {
    const { code, offset } = props.mark;
    if (code === null || offset === null) return undefined;
    return props.story.codes[code]?.instructions.find((each) => each.offset === offset);
  });
  const place = () => props.mark.exact ?? props.mark.reach[0];
  const title = () => {
    const { token, symbol } = props.mark;
    if (token !== null) return props.story.tokens[token]!.exact;
    if (symbol !== null) return symbol.name === "" ? props.story.scopes[symbol.scope]!.name : symbol.name;
    return instruction()?.opcode ?? node()?.kind ?? "";
  };
  return (
    <>
      <div class="hd">
        <span class="tag">{title()}</span>
        <Show when={place()}>
          {(at) => <span class="t n">{placeText(props.mark.token === null ? at() : props.mark.reach[0]!)}</span>}
        </Show>
        <button type="button" class="quiet drawer-only" onClick={() => page.setDrawer(false)}>
          {t("inspector.close")}
        </button>
      </div>
      <div class="ins" tabindex="0">
        <Show when={node()}>
          <TreePath mark={props.mark} story={props.story} />
        </Show>
        <Show when={instruction()}>
          {(at) => <InstructionReading at={at()} code={props.mark.code!} story={props.story} />}
        </Show>
        <Names mark={props.mark} story={props.story} />
        <Show when={!instruction()}>
          <Instructions mark={props.mark} story={props.story} />
        </Show>
        <Show when={props.mark.symbol?.name === "" && props.mark.code !== null && props.story.codes[props.mark.code!]}>
          {(code) => <CodeReading code={code()} />}
        </Show>
      </div>
    </>
  );
}

/** From the module down to the node; each can be pointed at. */
function TreePath(props: { mark: CodeMark; story: CompilationStory }) {
  const { code } = useUnderglass();
  const path = () => {
    const found: number[] = [];
    for (let at = props.mark.node ?? -1; at >= 0; at = props.story.tree[at]!.parent) found.unshift(at);
    return found;
  };
  return (
    <section>
      <div class="cap">{t("code.inTree")}</div>
      <ol class="tree-path">
        <For each={path()}>
          {(index, i) => {
            const node = () => props.story.tree[index]!;
            const name = () =>
              node().values.find(([field]) => ["name", "id", "attr", "arg", "value"].includes(field))?.[1];
            return (
              <li style={{ "padding-left": `${Math.min(i(), 12) * 8}px` }}>
                <button
                  type="button"
                  classList={{ strong: index === props.mark.node }}
                  onClick={() => code.setMark(markOfNode(props.story, index))}
                >
                  <span class="t">{node().field}</span> {node().kind} <span class="q">{name() ?? ""}</span>
                </button>
              </li>
            );
          }}
        </For>
      </ol>
    </section>
  );
}

function InstructionReading(props: { at: AssembledInstruction; code: number; story: CompilationStory }) {
  const { code } = useUnderglass();
  const fact = () => props.story.codes[props.code]!;
  const live = () =>
    props.code === code.shown() ? code.inMemory()?.find(({ offset }) => offset === props.at.offset) : undefined;
  const location = () =>
    fact().locations.find(({ offset, bytes }) => offset <= props.at.offset && props.at.offset < offset + bytes);
  const handler = () =>
    fact().exceptions.find(({ start, end }) => start <= props.at.startOffset && props.at.startOffset < end);
  const caches = () => {
    let unit = 0;
    return props.at.caches.map(([name, units]) => {
      const words = live()?.cache.slice(unit, unit + units);
      unit += units;
      return { name, text: words?.map((word) => hexDigits(word, 4)).join(" ") ?? t("code.zeroUntilRun") };
    });
  };
  return (
    <>
      <section>
        <div class="cap">{t("code.instruction")}</div>
        <dl class="kv">
          <dt>{t("code.at")}</dt>
          <dd>
            {props.at.offset} <span class="t">{t("code.of", { name: fact().name })}</span>
          </dd>
          <dt>{t("code.opcode")}</dt>
          <dd>
            {props.at.opcode} {props.at.oparg ?? ""}
          </dd>
          <Show when={props.at.argument !== ""}>
            <dt>{t("code.argument")}</dt>
            <dd>{props.at.argument}</dd>
          </Show>
          <Show when={live()?.specialised}>
            <dt>{t("code.standsThere")}</dt>
            <dd>{live()!.specialised}</dd>
          </Show>
          <dt>{t("code.stack")}</dt>
          <dd>
            <span class="q flush">{t("code.effect", { taken: props.at.taken, left: props.at.left })}</span>
          </dd>
        </dl>
      </section>
      <Show when={caches().length > 0}>
        <section>
          <div class="cap">{t("code.inlineCache")}</div>
          <dl class="kv wide">
            <For each={caches()}>
              {({ name, text }) => (
                <>
                  <dt class="n">{name}</dt>
                  <dd>{text}</dd>
                </>
              )}
            </For>
          </dl>
        </section>
      </Show>
      <section>
        <div class="cap">{t("code.tables")}</div>
        <dl class="kv">
          <Show when={location()}>
            {(entry) => (
              <>
                <dt>{t("code.location")}</dt>
                <dd>
                  {entry().range === null ? t("code.noLine") : placeText(entry().range!)}
                  <br />
                  {entry().table} <span class="t">{t(`code.form.${key(entry().form)}`)}</span>
                </dd>
              </>
            )}
          </Show>
          <dt>{t("code.onError")}</dt>
          <dd>
            <Show when={handler()} fallback={<span class="t flush">{t("code.noHandler")}</span>}>
              {(entry) => (
                <button
                  type="button"
                  class="link"
                  onClick={() => code.setMark(markOfInstruction(props.story, props.code, entry().target))}
                >
                  {t("code.goesTo", { target: entry().target, depth: entry().depth })}
                </button>
              )}
            </Show>
          </dd>
        </dl>
      </section>
    </>
  );
}

/** Names that are defined or used exactly here. */
function Names(props: { mark: CodeMark; story: CompilationStory }) {
  const { code } = useUnderglass();
  const found = createMemo(() => {
    const { mark, story } = props;
    const list: { scope: number; symbol: SymbolFact }[] = [];
    story.scopes.forEach((fact, scope) => {
      for (const symbol of fact.symbols) {
        const isHere =
          mark.symbol === null
            ? mark.exact !== null && symbol.places.some((place) => isLit({ ...mark, reach: [] }, place))
            : mark.symbol.scope === scope && mark.symbol.name === symbol.name;
        if (isHere) list.push({ scope, symbol });
      }
    });
    return list;
  });
  return (
    <For each={found()}>
      {({ scope, symbol }) => (
        <section>
          <div class="cap">
            {t("code.name")} <code>{symbol.name}</code>
          </div>
          <dl class="kv">
            <dt>{t("code.scopeOf")}</dt>
            <dd>
              <button
                type="button"
                class="link"
                onClick={() => code.setMark(markOfSymbol(props.story, scope, symbol.name))}
              >
                {props.story.scopes[scope]!.name}
              </button>{" "}
              <span class="t">{t(`code.scope.${key(symbol.scope)}`)}</span>
            </dd>
            <dt>{t("code.uses")}</dt>
            <dd>
              <span class="q flush">{symbol.uses.map((use) => t(`code.use.${key(use)}`)).join(", ")}</span>
            </dd>
            <dt>{t("code.places")}</dt>
            <dd>{symbol.places.map(([line, column]) => `${line}:${column}`).join("  ")}</dd>
          </dl>
        </section>
      )}
    </For>
  );
}

/** What was made of it, in all code objects. */
function Instructions(props: { mark: CodeMark; story: CompilationStory }) {
  const { code } = useUnderglass();
  const found = createMemo(() =>
    props.story.codes.flatMap((fact, index) =>
      fact.instructions.flatMap((at) => (isLit(props.mark, at.place) ? [{ fact, index, at }] : [])),
    ),
  );
  return (
    <section>
      <div class="cap">{t("code.became", { count: found().length })}</div>
      <Show when={found().length === 0}>
        <p class="t">{t("code.becameNothing")}</p>
      </Show>
      <ul class="plain-list">
        <For each={found().slice(0, INSTRUCTIONS_SHOWN)}>
          {({ fact, index, at }, i) => (
            <li>
              <Show when={i() === 0 || found()[i() - 1]!.index !== index}>
                <span class="t n">{fact.name}</span>
              </Show>
              <button
                type="button"
                class="made"
                onClick={() => code.setMark(markOfInstruction(props.story, index, at.offset))}
              >
                <span class="t">{at.offset}</span>
                {at.opcode} <span class="q">{at.argument}</span>
              </button>
            </li>
          )}
        </For>
      </ul>
      <Show when={found().length > INSTRUCTIONS_SHOWN}>
        <span class="t">{t("program.more", { count: found().length - INSTRUCTIONS_SHOWN })}</span>
      </Show>
    </section>
  );
}

/** A code object as a whole: what a frame of it needs, and what its instructions index. */
function CodeReading(props: { code: CodeFact }) {
  const rows = (): readonly (readonly [string, string])[] => {
    const { qualname, flags, argumentCounts, stackSize, constants, names, variables, instructions } = props.code;
    return [
      ["co_qualname", qualname],
      ["co_flags", flags.join(" ") || "0"],
      ["co_argcount", String(argumentCounts[0])],
      ["co_posonlyargcount", String(argumentCounts[1])],
      ["co_kwonlyargcount", String(argumentCounts[2])],
      ["co_stacksize", String(stackSize)],
      ["co_code", t("inspector.bytes", { count: instructions.at(-1)?.endOffset ?? 0 })],
      ["co_consts", constants.join("  ") || "()"],
      ["co_names", names.join("  ") || "()"],
      [
        "localsplus",
        variables.map(({ name, kind }) => (kind === "local" ? name : `${name} (${kind})`)).join("  ") || "()",
      ],
    ];
  };
  return (
    <section>
      <div class="cap">{t("code.codeObject")}</div>
      <dl class="kv wide">
        <For each={rows()}>
          {([name, text]) => (
            <>
              <dt class="n">{name}</dt>
              <dd>{text}</dd>
            </>
          )}
        </For>
      </dl>
    </section>
  );
}
