// The syntax tree, a row a node: the field that holds it, its class, and its own values. It can be folded up, and shown as
// the compiler's folding of constants left it.
import { createEffect, createMemo, createSignal, on, Show } from "solid-js";
import { isLit, isSamePlace, markOfNode, nodeAround, placeOfNode } from "../../state/marks.ts";
import { t } from "../../state/text.ts";
import { useUnderglass } from "../../state/underglass.ts";
import { Pane } from "./Pane.tsx";
import { RowList } from "./RowList.tsx";

const INDENT_PX = 12;

export function TreePane() {
  const page = useUnderglass();
  const { code } = page;
  const [isFolded, setFolded] = createSignal(false);
  const [closed, setClosed] = createSignal<ReadonlySet<number>>(new Set());
  const story = () => {
    const told = code.story();
    return told !== null && isFolded() && told.folded !== null ? { ...told, tree: told.folded } : told;
  };
  const nodes = createMemo(() => story()?.tree ?? []);
  createEffect(on(nodes, () => setClosed(new Set<number>()), { defer: true }));

  /** Indices of the nodes on show. */
  const rows = createMemo(() => {
    const shown: number[] = [];
    const all = nodes();
    let hiddenBelow = Number.POSITIVE_INFINITY;
    for (let i = 0; i < all.length; i++) {
      const { depth } = all[i]!;
      if (depth > hiddenBelow) continue;
      hiddenBelow = closed().has(i) ? depth : Number.POSITIVE_INFINITY;
      shown.push(i);
    }
    return shown;
  });
  const hasChildren = (node: number) => (nodes()[node + 1]?.depth ?? 0) > (nodes()[node]?.depth ?? 0);
  /** The node of the mark in this tree; where the mark came from the other form of it, the one at its place. */
  const markedNode = createMemo(() => {
    const mark = code.mark();
    if (mark === null) return null;
    if (story()?.tree === code.story()?.tree) return mark.node;
    const place = mark.exact ?? mark.reach[0];
    return place === undefined ? mark.node : nodeAround(nodes(), place);
  });
  const active = createMemo(() => {
    const node = markedNode();
    const row = node === null ? -1 : rows().indexOf(node);
    return row < 0 ? null : row;
  });
  /** With nothing pointed at, the tree keeps the node in sight that executes. */
  const runningRow = createMemo(() => {
    const place = code.nowPlace();
    if (place === null || code.mark() !== null) return null;
    const node = nodeAround(nodes(), place);
    const row = node === null ? -1 : rows().indexOf(node);
    return row < 0 ? null : row;
  });
  const markOf = (row: number) => markOfNode(story()!, rows()[row]!);
  const setClosedOf = (node: number, isClosed: boolean) => {
    const next = new Set(closed());
    if (isClosed) next.add(node);
    else next.delete(node);
    setClosed(next);
  };
  const onKey = (event: KeyboardEvent, row: number | null): boolean => {
    if (row === null || (event.key !== "ArrowLeft" && event.key !== "ArrowRight") || event.shiftKey) return false;
    const node = rows()[row]!;
    if (event.key === "ArrowRight") {
      if (closed().has(node)) setClosedOf(node, false);
      else if (hasChildren(node)) code.setMark(markOfNode(story()!, node + 1));
    } else if (hasChildren(node) && !closed().has(node)) setClosedOf(node, true);
    else if (nodes()[node]!.parent >= 0) code.setMark(markOfNode(story()!, nodes()[node]!.parent));
    return true;
  };

  return (
    <Pane
      name="tree"
      note={String(nodes().length)}
      tools={
        <Show when={code.story()?.folded}>
          <button
            type="button"
            class="quiet small"
            aria-pressed={isFolded()}
            title={t("code.foldedTitle")}
            onClick={() => setFolded(!isFolded())}
          >
            {t("code.folded")}
          </button>
        </Show>
      }
    >
      <RowList
        label={t("code.pane.tree")}
        role="tree"
        items={rows()}
        active={active()}
        reveal={active() ?? runningRow()}
        level={(node) => nodes()[node]?.depth ?? 0}
        expanded={(node) => (hasChildren(node) ? !closed().has(node) : undefined)}
        rowClass={(node, row) => {
          const place = placeOfNode(nodes(), node);
          return {
            lit: isLit(code.mark(), place),
            here: active() === row,
            lent: isLit(code.lent(), place),
            hot: isSamePlace(nodes()[node]?.place ?? null, code.nowPlace()),
          };
        }}
        row={(node) => {
          const fact = nodes()[node]!;
          return (
            <span class="node" style={{ "padding-left": `${fact.depth * INDENT_PX}px` }}>
              <span
                class="twist"
                classList={{ closed: closed().has(node), leaf: !hasChildren(node) }}
                data-twist={node}
              />
              <span class="node-field">{fact.field}</span> <b class="node-kind">{fact.kind}</b>{" "}
              <span class="node-values">
                {fact.values.map(([name, text]) => (name === "ctx" ? text.slice(0, -2) : `${name}=${text}`)).join(" ")}
              </span>
            </span>
          );
        }}
        onPick={(row, target) => {
          const twisted = target?.closest("[data-twist]");
          if (twisted) setClosedOf(rows()[row]!, !closed().has(rows()[row]!));
          else code.setMark(markOf(row));
        }}
        onLend={(row) => code.lend(row === null ? null : markOf(row))}
        onKey={onKey}
      />
    </Pane>
  );
}
