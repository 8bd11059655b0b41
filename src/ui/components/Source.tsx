// The program's text: CodeMirror, read-only while a run is looked at, editable on demand.
// Marks: the line of now (bar and wash), the name of the selection on it (ink ring), breakpoints in the gutter.
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { python } from "@codemirror/lang-python";
import { HighlightStyle, indentUnit, syntaxHighlighting } from "@codemirror/language";
import {
  Compartment,
  EditorSelection,
  EditorState,
  type Line,
  type Range,
  RangeSet,
  StateEffect,
  StateField,
} from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  drawSelection,
  EditorView,
  GutterMarker,
  gutter,
  gutterLineClass,
  highlightActiveLine,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { createEffect, onCleanup, onMount } from "solid-js";
import type { Place } from "../../protocol/compilation.ts";
import { createSize } from "../drawing/canvas.ts";
import { editorText } from "../state/source_file.ts";

export interface SourceMarks {
  readonly line: number | null;
  /** Nothing has run yet: the text is seen from its start. */
  readonly isStart?: boolean;
  /** Name to ring on that line. */
  readonly name: string | null;
  readonly breakpoints: readonly number[];
  /** What of the compilation is pointed at, or borrowed, and the place that executed. */
  readonly lit: readonly Place[];
  readonly lent: readonly Place[];
  readonly place: Place | null;
}

/** A strip of a few lines keeps the current one in its middle. */
const FEW_LINES_PX = 130;

const setMarks = StateEffect.define<SourceMarks>();
const NO_MARKS: SourceMarks = { line: null, name: null, breakpoints: [], lit: [], lent: [], place: null };

const marksField = StateField.define<SourceMarks>({
  create: () => NO_MARKS,
  update: (value, transaction) => {
    for (const effect of transaction.effects) if (effect.is(setMarks)) return effect.value;
    return value;
  },
  provide: (field) => EditorView.decorations.from(field, (marks) => (view) => decorate(view, marks)),
});

/** Where a place lies in the text; null where the text has no such lines, or nothing stands there. */
function rangeOf({ doc }: EditorState, [line, column, endLine, endColumn]: Place): { from: number; to: number } | null {
  if (line < 1 || endLine > doc.lines) return null;
  const from = Math.min(doc.line(line).to, doc.line(line).from + column);
  const to = Math.min(doc.line(endLine).to, doc.line(endLine).from + endColumn);
  return from < to ? { from, to } : null;
}

function decorate(view: EditorView, marks: SourceMarks): DecorationSet {
  const { line, name } = marks;
  const { doc } = view.state;
  const list: Range<Decoration>[] = [];
  if (line !== null && line >= 1 && line <= doc.lines) {
    const at = doc.line(line);
    list.push(Decoration.line({ class: "cm-now" }).range(at.from));
    if (name && /^\w+$/.test(name)) {
      const match = new RegExp(`(?<![\\w.])${name}(?!\\w)`).exec(at.text);
      if (match)
        list.push(Decoration.mark({ class: "sel" }).range(at.from + match.index, at.from + match.index + name.length));
    }
  }
  const mark = (place: Place, name: string) => {
    const range = rangeOf(view.state, place);
    if (range !== null) list.push(Decoration.mark({ class: name }).range(range.from, range.to));
  };
  if (marks.place !== null && line !== null) mark(marks.place, "cm-now-range");
  // A ring goes round one line; what is longer is lit as a stretch.
  for (const place of marks.lit) mark(place, place[0] === place[2] ? "cm-ring" : "cm-lit");
  for (const place of marks.lent) mark(place, place[0] === place[2] ? "cm-lent" : "cm-lit");
  return Decoration.set(list, true);
}

class NowMarker extends GutterMarker {
  override elementClass = "cm-now-gutter";
}
class BreakpointMarker extends GutterMarker {
  override toDOM(): Node {
    const dot = document.createElement("span");
    dot.className = "cm-breakpoint";
    return dot;
  }
}
const nowMarker = new NowMarker();
const breakpointMarker = new BreakpointMarker();

const nowGutter = gutterLineClass.compute([marksField], (state) => {
  const { line } = state.field(marksField);
  if (line === null || line < 1 || line > state.doc.lines) return RangeSet.empty;
  return RangeSet.of([nowMarker.range(state.doc.line(line).from)]);
});

const FIRST_ESCAPED = 0xdc00;
/** What no font draws: a byte that the file's encoding does not have (a lone surrogate stands for it), a form feed, … */
function showOdd(code: number, description: string | null): HTMLElement {
  const sign = document.createElement("span");
  sign.className = "cm-odd";
  sign.setAttribute("role", "img");
  const isByte = code > FIRST_ESCAPED && code <= FIRST_ESCAPED + 0xff;
  const digits = (isByte ? code - FIRST_ESCAPED : code).toString(16);
  if (isByte) sign.textContent = `\\x${digits}`;
  else sign.textContent = code < 0x20 ? String.fromCodePoint(0x2400 + code) : `\\u${digits.padStart(4, "0")}`;
  const name = isByte ? `0x${digits}` : (description ?? sign.textContent);
  sign.title = name;
  sign.setAttribute("aria-label", name);
  return sign;
}

const highlight = HighlightStyle.define([
  {
    tag: [tags.keyword, tags.operatorKeyword, tags.controlKeyword, tags.definitionKeyword, tags.moduleKeyword],
    fontWeight: "600",
  },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--txtt)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--numt)" },
  { tag: [tags.comment], color: "var(--ink3)" },
]);

/** The character under the pointer, or the stretch that is selected. */
function placeAt(view: EditorView, event: MouseEvent): Place | null {
  const offset = view.posAtCoords({ x: event.clientX, y: event.clientY });
  if (offset === null) return null;
  const at = view.state.doc.lineAt(offset);
  const column = offset - at.from;
  const isBehind = column >= at.length;
  return isBehind ? null : [at.number, column, at.number, column + 1];
}

export function Source(props: {
  text: string;
  editable: boolean;
  isHidden?: boolean;
  marks: SourceMarks;
  label: string;
  onEdit: (text: string) => void;
  onBreakpoint: (line: number) => void;
  onRun: () => void;
  /** The place under the pointer, null where there is none; picked: it was clicked, or a stretch of it selected. */
  onPoint?: (place: Place | null, isPicked: boolean) => void;
}) {
  let host!: HTMLDivElement;
  const [size, observe] = createSize();
  onMount(() => {
    const mode = new Compartment();
    const modeOf = (editable: boolean) => [EditorState.readOnly.of(!editable), EditorView.editable.of(editable)];
    const toggle = (view: EditorView, block: { from: number }) => {
      props.onBreakpoint(view.state.doc.lineAt(block.from).number);
      return true;
    };
    /** In a text that is only read, letters are keys of the page: they act on the line of the cursor. */
    const readByKey = ({ state }: EditorView, act: (line: Line, column: number) => void) => {
      if (!state.readOnly) return false;
      const line = state.doc.lineAt(state.selection.main.head);
      act(line, state.selection.main.head - line.from);
      return true;
    };
    const pointByKey = (of: EditorView) =>
      readByKey(of, ({ number, length }, column) =>
        props.onPoint?.(column < length ? [number, column, number, column + 1] : null, true),
      );
    const view = new EditorView({
      parent: host,
      state: EditorState.create({
        doc: editorText(props.text),
        extensions: [
          gutter({
            class: "cm-breakpoints",
            markers: (v) =>
              RangeSet.of(
                v.state
                  .field(marksField)
                  .breakpoints.filter((line) => line <= v.state.doc.lines)
                  .sort((a, b) => a - b)
                  .map((line) => breakpointMarker.range(v.state.doc.line(line).from)),
              ),
            domEventHandlers: { mousedown: toggle },
          }),
          lineNumbers({ domEventHandlers: { mousedown: toggle } }),
          marksField,
          nowGutter,
          history(),
          drawSelection(),
          highlightActiveLine(),
          highlightSpecialChars({ render: showOdd, addSpecialChars: /[\udc80-\udcff]/ }),
          indentUnit.of("    "),
          python(),
          syntaxHighlighting(highlight),
          keymap.of([
            {
              key: "Mod-Enter",
              run: () => {
                props.onRun();
                return true;
              },
            },
            { key: "b", run: (v) => readByKey(v, (line) => props.onBreakpoint(line.number)) },
            { key: "Enter", run: pointByKey },
            ...defaultKeymap,
            ...historyKeymap,
            indentWithTab,
          ]),
          EditorView.contentAttributes.of({ "aria-label": props.label, tabindex: "0" }),
          EditorView.updateListener.of((update) => {
            if (
              update.docChanged &&
              update.transactions.some(
                (tr) =>
                  tr.isUserEvent("input") ||
                  tr.isUserEvent("delete") ||
                  tr.isUserEvent("undo") ||
                  tr.isUserEvent("redo") ||
                  tr.isUserEvent("move"),
              )
            ) {
              props.onEdit(update.state.doc.toString());
            }
          }),
          EditorView.domEventHandlers({
            focus: (_, v) => {
              // Who comes by key begins at the line that executed.
              if (!v.state.readOnly || !v.contentDOM.matches(":focus-visible")) return;
              const { line } = props.marks;
              if (line === null || line > v.state.doc.lines) return;
              v.dispatch({ selection: EditorSelection.cursor(v.state.doc.line(line).from), scrollIntoView: true });
            },
            click: (event, v) => props.onPoint?.(placeAt(v, event), true),
            mousemove: (event, v) => props.onPoint?.(placeAt(v, event), false),
            mouseleave: () => props.onPoint?.(null, false),
          }),
          mode.of(modeOf(props.editable)),
        ],
      }),
    });
    createEffect(() => {
      const text = editorText(props.text);
      if (view.state.doc.toString() !== text)
        view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    });
    createEffect(() => {
      view.dispatch({ effects: mode.reconfigure(modeOf(props.editable)) });
      if (props.editable) view.focus();
    });
    /** What was scrolled to last: only another line moves the text, not what the pointer borrows. */
    let scrolledTo = "";
    createEffect(() => {
      const marks = props.marks;
      const effects: StateEffect<unknown>[] = [setMarks.of(marks)];
      const { height } = size();
      const lit = marks.lit[0] === undefined ? null : rangeOf(view.state, marks.lit[0]);
      const line = lit === null ? marks.line : view.state.doc.lineAt(lit.from).number;
      const few = height > 0 && height < FEW_LINES_PX;
      const isStart = line === null && marks.isStart === true;
      // In a pane that has become lower the line is shown again.
      const wanted = isStart ? "start" : `${line} ${lit?.from} ${height} ${props.text.length}`;
      if (isStart && wanted !== scrolledTo) effects.push(EditorView.scrollIntoView(0));
      if (line === null || line < 1 || line > view.state.doc.lines || wanted === scrolledTo) {
        if (isStart) scrolledTo = wanted;
        view.dispatch({ effects });
        return;
      }
      scrolledTo = wanted;
      const at = view.state.doc.line(line);
      const range =
        lit === null ? EditorSelection.cursor(at.from) : EditorSelection.range(lit.from, Math.min(lit.to, at.to));
      effects.push(
        EditorView.scrollIntoView(range, { y: "nearest", yMargin: few ? 0 : 18, x: "nearest", xMargin: 24 }),
      );
      view.dispatch({ effects });
      if (few) {
        // The editor's own centring is a line off in a strip this low; lines here are of one height.
        requestAnimationFrame(() => {
          const { scrollDOM, defaultLineHeight } = view;
          scrollDOM.scrollTop = (line - 0.5) * defaultLineHeight - scrollDOM.clientHeight / 2;
        });
      }
    });
    onCleanup(() => view.destroy());
  });
  return (
    <div
      class="source"
      hidden={props.isHidden}
      ref={(element) => {
        host = element;
        observe(element);
      }}
    />
  );
}
