// A source file in the page: its text is edited, its bytes are what is run, kept in a link, and made into a .pyc.
//
// The editor knows lines, not how they end, nor what ends the last one. So of a text that was edited, the lines before and
// behind the change keep their ends, and those between get the file's own.
import { utf8 } from "../../base/utf8.ts";

export interface SourceFile {
  /** With the newlines of the file, without a byte order mark. */
  readonly text: string;
  readonly bytes: Uint8Array;
  readonly encoding: string;
  readonly hasBom: boolean;
}

const UTF_8 = "utf-8";

/** The file of a text that was never anything else. */
export function plainFile(text: string): SourceFile {
  return { text, bytes: utf8(text), encoding: UTF_8, hasBom: false };
}

const BOM = "\ufeff";
const FIRST_TWO_LINES = /^[^\r\n]*(?:\r\n?|\n)?[^\r\n]*/;

/** The file of bytes that can only be UTF-8; null where a mark or a coding line has a say, or they are something else. */
export function plainIfSure(bytes: Uint8Array): SourceFile | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (text.startsWith(BOM) || /coding[:=]/.test(FIRST_TWO_LINES.exec(text)![0])) return null;
    return { text, bytes, encoding: UTF_8, hasBom: false };
  } catch {
    return null;
  }
}

/** What is said of a file beside its lines, where there is something to say. */
export function manner({ text, encoding, hasBom }: SourceFile): string[] {
  const end = /\r\n?/.exec(text)?.[0];
  return [
    ...(encoding === UTF_8 ? [] : [encoding]),
    ...(hasBom ? ["BOM"] : []),
    ...(end === undefined ? [] : [end === "\r" ? "CR" : "CRLF"]),
  ];
}

const LINE = /([^\r\n]*)(\r\n?|\n|$)/g;

/** Each line with what ends it; the last one has no end, and is empty where the text ends in a newline. */
function linesOf(text: string): { line: string; end: string }[] {
  const lines: { line: string; end: string }[] = [];
  for (const [, line = "", end = ""] of text.matchAll(LINE)) {
    lines.push({ line, end });
    if (end === "") break;
  }
  return lines;
}

/** The lines for the editor: the newline that ends a file would be an empty line to the reader. */
export function editorText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
}

/** The text of a file whose lines in the editor are now these. */
export function fileText(before: string, edited: string): string {
  if (edited === editorText(before)) return before;
  const old = linesOf(before);
  const usual = old[0]?.end || "\n";
  // A file that ended in a newline does so still.
  const isEnded = before === "" || old[old.length - 1]!.line === "";
  if (before !== "" && isEnded) old.pop();
  const now = edited.split("\n");
  let same = 0;
  while (same < now.length && same < old.length && now[same] === old[same]!.line) same++;
  let tail = 0;
  const most = Math.min(now.length, old.length) - same;
  while (tail < most && now[now.length - 1 - tail] === old[old.length - 1 - tail]!.line) tail++;
  const endOf = (index: number): string => {
    if (index === now.length - 1) return isEnded && edited !== "" ? old[old.length - 1]?.end || usual : "";
    if (index < same) return old[index]!.end || usual;
    const fromEnd = now.length - 1 - index;
    return fromEnd < tail ? old[old.length - 1 - fromEnd]!.end : usual;
  };
  return now.map((line, index) => line + endOf(index)).join("");
}
