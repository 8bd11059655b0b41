// The symbol table: each scope with its names, what each is there and what is done with it.
import { createMemo } from "solid-js";
import type { SymbolFact } from "../../../protocol/compilation.ts";
import { monoWidth } from "../../format.ts";
import { isLit, markOfScope, markOfSymbol } from "../../state/marks.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { Pane } from "./Pane.tsx";
import { RowList } from "./RowList.tsx";

const INDENT_PX = 12;
const NAME_SIZE = 11.5;
interface Row {
  readonly scope: number;
  /** Null: the head of the scope. */
  readonly symbol: SymbolFact | null;
}
const key = (text: string) => text.replaceAll(" ", "_");

export function SymbolsPane() {
  const page = useUnderglass();
  const { code } = page;
  const scopes = () => code.story()?.scopes ?? [];
  const rows = createMemo<Row[]>(() =>
    scopes().flatMap((fact, scope) => [{ scope, symbol: null }, ...fact.symbols.map((symbol) => ({ scope, symbol }))]),
  );
  const isMarked = ({ scope, symbol }: Row) => {
    const marked = code.mark()?.symbol;
    return marked?.scope === scope && marked.name === (symbol?.name ?? "");
  };
  const active = createMemo(() => {
    const row = rows().findIndex(isMarked);
    return row < 0 ? null : row;
  });
  const lit = (row: Row, mark = code.mark()) =>
    row.symbol !== null && mark?.from !== "symbols" && row.symbol.places.some((place) => isLit(mark, place));
  const reveal = createMemo(() => {
    if (code.mark()?.from === "symbols") return null;
    const row = rows().findIndex((each) => lit(each));
    return row < 0 ? null : row;
  });
  const markOf = (index: number) => {
    const { scope, symbol } = rows()[index]!;
    return symbol === null ? markOfScope(code.story()!, scope) : markOfSymbol(code.story()!, scope, symbol.name);
  };
  /** As wide as the longest name, as far as the pane allows. */
  const nameWidth = createMemo(() => {
    const widths = rows().map(({ scope, symbol }) =>
      symbol === null ? 0 : monoWidth(symbol.name, NAME_SIZE) + (scopes()[scope]!.depth + 1) * INDENT_PX,
    );
    return Math.ceil(Math.max(0, ...widths)) + 4;
  });
  return (
    <Pane name="symbols" note={String(rows().length - scopes().length)}>
      <RowList
        label={t("code.pane.symbols")}
        role="listbox"
        items={rows()}
        active={active()}
        reveal={reveal()}
        rowClass={(row, index) => {
          return {
            "scope-head": row.symbol === null,
            lit: lit(row),
            here: active() === index,
            lent: lit(row, code.lent()),
          };
        }}
        row={({ scope, symbol }) => {
          const fact = scopes()[scope]!;
          const indent = { "padding-left": `${fact.depth * INDENT_PX}px` };
          if (symbol === null) {
            return (
              <span class="node" style={indent}>
                <b class="node-kind">{fact.name}</b>{" "}
                <span class="scope-type">
                  {t(`code.scopeType.${key(fact.type)}`)}
                  {fact.inlined ? `, ${t("code.inlined")}` : ""}
                </span>
              </span>
            );
          }
          return (
            <span class="node">
              <span
                class="symbol-name"
                style={{ "padding-left": `${(fact.depth + 1) * INDENT_PX}px`, "--longest": `${nameWidth()}px` }}
                title={symbol.name}
              >
                {symbol.name}
              </span>{" "}
              <span class="symbol-scope" data-scope={symbol.scope}>
                {t(`code.scope.${key(symbol.scope)}`)}
              </span>{" "}
              <span class="symbol-uses">{symbol.uses.map((use) => t(`code.use.${key(use)}`)).join(", ")}</span>
            </span>
          );
        }}
        onPick={(index) => code.setMark(markOf(index))}
        onLend={(index) => code.lend(index === null ? null : markOf(index))}
      />
    </Pane>
  );
}
