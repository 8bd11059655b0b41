// A list of rows of one height, of which only those in sight are in the page: a source may have tens of thousands of
// tokens. One row is active; arrows move it, Alt with them only borrows.
// Invariant: while the list has the focus, up and down belong to it; left and right only where `onKey` takes them.
import { createEffect, createMemo, createSignal, createUniqueId, For, type JSX, on } from "solid-js";
import { createSize } from "../../drawing/canvas.ts";

/** On a phone a row is what a finger hits. */
const ROW_PX = matchMedia("(max-width: 759.9px)").matches ? 32 : 19;
const OVERSCAN = 8;

export function RowList<T>(props: {
  label: string;
  role: "listbox" | "tree";
  /** What the rows show; a row lives as long as its item does. */
  items: readonly T[];
  /** Row that the keys move from. */
  active: number | null;
  /** Row to bring into sight when it changes; a list that one points in does not move under the pointer. */
  reveal: number | null;
  row: (item: T) => JSX.Element;
  rowClass: (item: T, index: number) => Record<string, boolean | undefined>;
  /** What a tree says of a row. */
  level?: (item: T) => number;
  expanded?: (item: T) => boolean | undefined;
  /** target: what of the row was clicked; absent for a key. */
  onPick: (index: number, target?: Element) => void;
  onLend: (index: number | null, target?: Element) => void;
  /** True: the list need not look at it. */
  onKey?: (event: KeyboardEvent, active: number | null) => boolean;
  /** The next row that can be active, from one that may not be. */
  step?: (from: number, by: number) => number;
}) {
  const id = createUniqueId();
  const [size, observe] = createSize();
  const [top, setTop] = createSignal(0);
  let host!: HTMLDivElement;
  const window_ = createMemo(
    () => {
      const from = Math.max(0, Math.floor(top() / ROW_PX) - OVERSCAN);
      const to = Math.min(props.items.length, Math.ceil((top() + size().height) / ROW_PX) + OVERSCAN);
      return { from, to };
    },
    undefined,
    { equals: (a, b) => a.from === b.from && a.to === b.to },
  );
  const rows = createMemo(() => props.items.slice(window_().from, window_().to));

  const reveal = (index: number) => {
    const rowTop = index * ROW_PX;
    const { height } = size();
    if (height === 0) return;
    if (rowTop < host.scrollTop + ROW_PX || rowTop > host.scrollTop + height - 2 * ROW_PX) {
      host.scrollTop = Math.max(0, rowTop - height / 3);
      setTop(host.scrollTop);
    }
  };
  createEffect(on([() => props.reveal, () => size().height > 0], ([index]) => index !== null && reveal(index)));

  const move = (event: KeyboardEvent, to: number) => {
    const index = Math.max(0, Math.min(props.items.length - 1, to));
    if (event.altKey) props.onLend(index);
    else {
      props.onPick(index);
      reveal(index);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || props.items.length === 0) return;
    if (props.onKey?.(event, props.active)) {
      event.preventDefault();
      return;
    }
    const at = props.active;
    const step = props.step ?? ((from: number, by: number) => from + by);
    const page = Math.max(1, Math.floor(size().height / ROW_PX) - 1);
    switch (event.key) {
      case "ArrowDown":
        move(event, at === null ? 0 : step(at, 1));
        break;
      case "ArrowUp":
        move(event, at === null ? 0 : step(at, -1));
        break;
      case "PageDown":
        move(event, (at ?? 0) + page);
        break;
      case "PageUp":
        move(event, (at ?? 0) - page);
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  const rowOf = (event: Event) => {
    const row = (event.target as Element).closest("[data-row]")?.getAttribute("data-row");
    return row === null || row === undefined ? null : Number(row);
  };

  const listeners = {
    onScroll: () => setTop(host.scrollTop),
    onKeyDown,
    onClick: (event: MouseEvent) => {
      const row = rowOf(event);
      if (row !== null) props.onPick(row, event.target as Element);
    },
    onPointerOver: (event: PointerEvent) =>
      event.pointerType !== "touch" && props.onLend(rowOf(event), event.target as Element),
    onPointerLeave: () => props.onLend(null),
  };
  const said = () => ({
    role: props.role,
    "aria-label": props.label,
    "aria-activedescendant": props.active === null ? undefined : `${id}-${props.active}`,
  });

  return (
    <div
      class="rows"
      tabindex="0"
      {...said()}
      {...listeners}
      ref={(element) => {
        host = element;
        observe(element);
      }}
    >
      <div
        class="rows-all"
        role="presentation"
        style={{ height: `${props.items.length * ROW_PX}px`, "--row": `${ROW_PX}px` }}
      >
        <For each={rows()}>
          {(item, i) => {
            const index = () => window_().from + i();
            const said = () => ({
              id: `${id}-${index()}`,
              role: props.role === "tree" ? "treeitem" : "option",
              "aria-selected": props.active === index(),
              "aria-level": props.level ? props.level(item) + 1 : undefined,
              "aria-expanded": props.expanded?.(item),
              "aria-posinset": index() + 1,
              "aria-setsize": props.items.length,
            });
            return (
              <div
                class="row-line"
                classList={props.rowClass(item, index())}
                data-row={index()}
                style={{ top: `${index() * ROW_PX}px` }}
                {...(said() as JSX.HTMLAttributes<HTMLDivElement>)}
              >
                {props.row(item)}
              </div>
            );
          }}
        </For>
      </div>
    </div>
  );
}
