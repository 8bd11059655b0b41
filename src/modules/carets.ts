// The ~~~^~~~ under a traceback's source line: which part of the line failed, and which operator, bracket or call of it.
// As the library's traceback module decides it; columns are UTF-8 bytes of the line, as the location table holds them.
import { utf8 } from "../base/utf8.ts";
import { parseText } from "../parser/index.ts";

interface Anchors {
  readonly left: number;
  readonly right: number;
}

// biome-ignore lint/suspicious/noExplicitAny: a tree is read for a few kinds of nodes only
type Tree = any;

function parsed(text: string): Tree[] | null {
  const result = parseText(text, { mode: "exec", filename: "<traceback>" });
  return result.error === null ? (result.tree as Tree).body : null;
}

const SEGMENT_LINE = 2; // of "(\nsegment\n)"

/** The operator, brackets or parentheses that matter in an expression: columns in the segment. */
function anchorsOf(segment: string): Anchors | null {
  const body = parsed(`(\n${segment}\n)`);
  if (body === null || body.length !== 1 || body[0].kind !== "Expr") return null;
  const expression = body[0].value;
  const skip = (at: number, stops: (c: string) => boolean): number => {
    while (at < segment.length && !stops(segment[at])) at++;
    return at;
  };
  if (expression.end_lineno !== SEGMENT_LINE) return null;
  switch (expression.kind) {
    case "BinOp": {
      const left = skip(expression.left.end_col_offset, (c) => !/[\s\\#)]/.test(c));
      let right = left + 1;
      if (right < segment.length && !/[\s\\#]/.test(segment[right]) && right < expression.right.col_offset) right++;
      return { left, right };
    }
    case "Subscript": {
      const left = skip(expression.value.end_col_offset, (c) => c === "[");
      const right = skip(expression.slice.end_col_offset, (c) => c === "]") + 1;
      return { left, right };
    }
    case "Call":
      return { left: skip(expression.func.end_col_offset, (c) => c === "("), right: expression.end_col_offset };
  }
  return null;
}

/** Whether the marks say more than "all of this line". */
function areWorthShowing(line: string, start: number, end: number, anchors: Anchors | null): boolean {
  const body = parsed(line);
  if (body !== null) {
    if (body.length === 0) return false;
    const statement = body[0];
    const call =
      (statement.kind === "Return" && statement.value?.kind === "Call" && statement.value.func.kind === "Name") ||
      (statement.kind === "Assign" && statement.value.kind === "Call")
        ? statement.value
        : null;
    if (call !== null && call.lineno === 1 && call.col_offset === start && call.end_col_offset === end) return false;
  }
  return anchors !== null || line.slice(0, start).trim() !== "" || line.slice(end).trimEnd() !== "";
}

/** Columns of characters from columns of bytes. */
function characterColumn(line: string, byteColumn: number): number {
  let bytes = 0;
  let column = 0;
  for (const character of line) {
    if (bytes >= byteColumn) break;
    bytes += utf8(character).length;
    column += character.length;
  }
  return column;
}

/**
 * The marks under a source line, placed under the line without its indentation; "" when there are none to show.
 * start and end: byte columns of what failed.
 */
export function carets(source: string, start: number, end: number): string {
  const whole = source.trimEnd();
  const indent = whole.length - whole.trimStart().length;
  const line = whole.slice(indent);
  const from = characterColumn(whole, start) - indent;
  const to = Math.min(characterColumn(whole, end) - indent, line.length);
  if (from < 0 || to <= from) return "";
  const anchors = anchorsOf(line.slice(from, to));
  if (!areWorthShowing(line, from, to, anchors)) return "";
  let marks = "";
  for (let column = from; column < to; column++) {
    const isMain = anchors === null || (column - from >= anchors.left && column - from < anchors.right);
    marks += isMain ? "^" : "~";
  }
  return " ".repeat(from) + marks;
}
