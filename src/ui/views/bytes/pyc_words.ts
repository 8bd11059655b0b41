// What a .pyc's bytes mean, in the page's language. The tool tells it in English (bytecode/pyc.ts); names of fields,
// instructions and values are CPython's or the program's and stay as they are.
import { t, tried } from "../../state/text.ts";

export interface PycRange {
  readonly offset: number;
  readonly meaning: string;
  readonly value: string;
}

export function meaningText({ meaning }: PycRange): string {
  const [, name, , reference, data] = /^(.*?)( \(reference (\d+)\)|(, data))?$/.exec(meaning)!;
  const item = /^item (\d+)$/.exec(name!);
  const known = item
    ? t("pyc.item", { index: item[1] })
    : (tried(`pyc.meaning.${name!.replaceAll(/[ ,]+/g, "_")}`) ?? name!);
  if (reference !== undefined) return t("pyc.withReference", { meaning: known, index: reference });
  return data === undefined ? known : t("pyc.data", { meaning: known });
}

/** Forms of values that are words of the tool's; each with the key of its text and the names of what it catches. */
const FORMS: readonly (readonly [RegExp, string, readonly string[]])[] = [
  [/^code object$/, "code", []],
  [/^bytes of (\d+)$/, "bytesOf", ["count"]],
  [/^(tuple|frozenset) of (\d+)$/, "itemsOf", ["type", "count"]],
  [/^the same as reference (\d+)$/, "same", ["index"]],
  [/^(\d+) bytes$/, "bytes", ["count"]],
  [/^(\d+) units?: no line$/, "unitsNoLine", ["count"]],
  [/^(\d+) units?: line (\d+)$/, "unitsLine", ["count", "line"]],
  [/^(\d+) units?: (\d+:\d+) to (\d+:\d+)$/, "unitsPlace", ["count", "from", "to"]],
  [/^(\d+) to (\d+) -> (\d+), depth (\d+)$/, "handler", ["from", "to", "target", "depth"]],
  [/^(\d+) to (\d+) -> (\d+), depth (\d+), lasti$/, "handlerLasti", ["from", "to", "target", "depth"]],
  [/^no whole entry$/, "noEntry", []],
  [/^after the code object: never read$/, "after", []],
];
/** Type codes of strings: what such a value says is the program's. */
const STRINGS = new Set([..."uzZaAt"].map((letter) => letter.charCodeAt(0)));
const FLAG_REF = 0x80;

/** The value of a range; `bytes` are those of the whole file. */
export function valueText(range: PycRange, bytes: Uint8Array): string {
  const isMarked = /^(item \d+|value|co_\w+)( \(reference \d+\))?$/.test(range.meaning);
  if (isMarked && STRINGS.has(bytes[range.offset]! & ~FLAG_REF)) return range.value;
  for (const [form, key, names] of FORMS) {
    const found = form.exec(range.value);
    if (found) return t(`pyc.value.${key}`, Object.fromEntries(names.map((name, i) => [name, found[i + 1]])));
  }
  return range.value;
}
