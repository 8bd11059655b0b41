// Frames: a label and a row of names. The running frame has the bar of now.
import { Index, Show } from "solid-js";
import { monoWidth, shortAddress, shorten, shortenMiddle } from "../../format.ts";
import { t } from "../../state/text.ts";
import { markOf, useUnderglass } from "../../state/underglass.ts";
import { FRAME_BOX, type FrameBox, INLINE_RESERVED, type NameCell, wordsX } from "./frames.ts";

/** Gap and icon of a value, and a margin. */
const ICON_ROOM = 36;

export function FrameShapes(props: { frames: readonly FrameBox[] }) {
  return (
    <Index each={props.frames}>{(frame, index) => <FrameShape frame={frame()} next={props.frames[index + 1]} />}</Index>
  );
}

function FrameShape(props: { frame: FrameBox; next: FrameBox | undefined }) {
  const page = useUnderglass();
  const frame = () => props.frame;
  const running = () => frame().fact.state === "running";
  const note = () => {
    const line = String(frame().fact.line ?? "?");
    if (frame().isLow && !running())
      return frame().hiddenAfter > 0
        ? t("objects.lineAndHidden", { line, count: frame().hiddenAfter })
        : t("objects.line", { line });
    if (running()) return frame().fact.line === null ? t("objects.begins") : t("objects.runningLine", { line });
    if (frame().fact.state === "suspended") return t("objects.suspended", { line });
    if (props.next && frame().hiddenAfter === 0)
      return t("objects.waiting", { line, function: props.next.fact.function });
    return t("objects.line", { line });
  };
  const stack = () => (running() ? (page.facts()?.program?.stack ?? []).filter((r) => r.address !== 0).slice(-3) : []);
  const functionName = () =>
    frame().isLow ? shorten(frame().fact.function, 12, frame().x - wordsX(frame()) - 10) : frame().fact.function;
  /** The first row that leads to objects, under what was opened. */
  const rowY = () => frame().y + frame().openedHeight;
  const bar = () => {
    const x = wordsX(frame());
    const over = frame().isLow ? 0 : x > 40 ? 24 : 18;
    return `M${x - (x > 40 ? 16 : 12)} ${frame().y - over}v${frame().height + over}`;
  };
  /** Between the rows of an opened frame. */
  const rowLines = () =>
    Array.from({ length: frame().height / FRAME_BOX - 1 }, (_, row) => frame().y + (row + 1) * FRAME_BOX);
  return (
    <g class="frame" data-frame={frame().fact.address}>
      <Show when={running()}>
        <path d={bar()} stroke="var(--now)" stroke-width="3" />
      </Show>
      <text
        class="m"
        x={wordsX(frame())}
        y={frame().isLow ? rowY() + 12 : frame().y - 8}
        font-size="12"
        font-weight={running() ? 600 : 500}
        fill="var(--ink)"
      >
        {functionName()}
      </text>
      <text
        x={frame().isLow ? wordsX(frame()) : frame().x + monoWidth(functionName(), 12) + 14}
        y={frame().isLow ? rowY() + 25 : frame().y - 8}
        font-size={frame().isLow ? "10.5" : "11.5"}
        fill={running() ? "var(--nowink)" : "var(--ink3)"}
      >
        {note()}
      </text>
      <Show when={stack().length > 0 && !frame().isLow}>
        <text
          class="m"
          x={frame().x + frame().width}
          y={frame().y - 8}
          font-size="11"
          text-anchor="end"
          fill="var(--ink3)"
        >
          <tspan style={{ "font-family": "var(--sans)" }}>{t("program.stack")}: </tspan>
          {stack()
            .map((r) => r.text ?? `${r.type} …${r.address.toString(16).slice(-4)}`)
            .join(", ")}
        </text>
      </Show>
      <Show when={frame().hiddenAfter > 0 && !frame().isLow}>
        <text
          x={frame().x + frame().width}
          y={frame().y + frame().height + 13}
          font-size="11"
          text-anchor="end"
          fill="var(--ink3)"
        >
          {t("objects.hiddenFrames", { count: frame().hiddenAfter })}
        </text>
      </Show>
      <rect
        x={frame().x}
        y={frame().y}
        width={frame().width}
        height={frame().height}
        rx="3"
        fill="var(--paper)"
        stroke="var(--line2)"
      />
      <Index each={rowLines()}>
        {(y) => <path d={`M${frame().x + 1} ${y() + 0.5}h${frame().width - 2}`} stroke="var(--line)" />}
      </Index>
      <Index each={frame().cells}>{(cell) => <NameShape cell={cell()} y={cell().y} box={frame()} />}</Index>
      <Show when={frame().hidden > 0 || frame().isOpened}>
        <text
          class="more"
          x={frame().more.x}
          y={frame().y + frame().height - 10}
          font-size="11"
          fill="var(--ink2)"
          text-anchor={frame().more.isStart ? "start" : "end"}
          text-decoration="underline"
          data-expand={frame().fact.address}
        >
          {frame().isOpened
            ? t("objects.fewer")
            : t(frame().onlySpecial ? "objects.moreSpecial" : "objects.more", { count: frame().hidden })}
        </text>
      </Show>
    </g>
  );
}

function NameShape(props: { cell: NameCell; y: number; box: FrameBox }) {
  const page = useUnderglass();
  const value = () => props.cell.fact.value;
  const changed = () => props.cell.fact.was !== undefined;
  const mark = () => markOf(page, value()?.address);
  const textX = () => props.cell.x + 12 + (changed() ? 9 : 0);
  /** As much of the name as leaves room for a value's icon and for the lines that pass. */
  const shownName = () => {
    const room = props.cell.x + props.cell.width - textX() - ICON_ROOM - (props.cell.reserved - INLINE_RESERVED);
    return shortenMiddle(props.cell.fact.name, 12, room);
  };
  const nameWidth = () => monoWidth(shownName(), 12);
  const valueX = () => props.cell.x + 12 + nameWidth() + (changed() ? 9 : 0) + 12;
  const shownText = () => {
    const v = value();
    if (!v || v.kind === "none") return "";
    const room = props.cell.x + props.cell.width - valueX() - props.cell.reserved;
    if (props.cell.isListed) return shorten(v.text ?? shortAddress(v.address), 12, room);
    if (v.text === null || v.text === props.cell.fact.name || v.kind === "cod" || v.kind === "cls") return "";
    return shorten(v.text, 12, room);
  };
  return (
    <g
      class="name"
      data-address={value()?.address}
      data-owner={props.box.fact.address}
      data-label={props.cell.fact.name}
    >
      <rect
        x={props.cell.x + 1}
        y={props.y + 1}
        width={props.cell.width - 2}
        height="26"
        rx="2"
        fill={changed() ? "var(--nowwash)" : "var(--paper)"}
      />
      <Show when={props.cell.x > props.box.x}>
        <path d={`M${props.cell.x + 0.5} ${props.y}v28`} stroke="var(--line)" />
      </Show>
      <Show when={changed()}>
        <path d={`M${props.cell.x + 9} ${props.y + 10}l6 4-6 4z`} fill="var(--now)" />
      </Show>
      <Show when={mark()}>
        <rect
          x={textX() - 6}
          y={props.y + 5}
          width={nameWidth() + 12}
          height="18"
          rx="2"
          fill="none"
          stroke="var(--ink)"
          stroke-width="1.5"
          stroke-dasharray={mark() === "borrowed" ? "3 2" : undefined}
        />
      </Show>
      <text
        class="m"
        x={textX()}
        y={props.y + 18}
        font-size="12"
        font-weight={mark() === "selected" ? 500 : 400}
        fill={changed() ? "var(--nowink)" : value() ? "var(--ink)" : "var(--ink3)"}
      >
        {shownName()}
        <Show when={shownName() !== props.cell.fact.name}>
          <title>{props.cell.fact.name}</title>
        </Show>
      </text>
      <Show when={value() && props.cell.inline}>
        <use href={`#${value()!.kind}`} x={valueX()} y={props.y + 8} width="12" height="12" />
        <text class="m" x={valueX() + 16} y={props.y + 18} font-size="12" fill={`var(--${value()!.kind}t)`}>
          {shownText()}
        </text>
      </Show>
      <Show when={!value()}>
        <path d={`M${valueX()} ${props.y + 14}h8`} stroke="var(--ghost)" stroke-width="1.2" />
      </Show>
    </g>
  );
}
