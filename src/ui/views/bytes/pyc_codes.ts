// The code objects of a .pyc, from the meanings of its bytes: what can be said of a program whose source is not at hand.
import type { Pyc } from "../../state/files.ts";

type Range = Pyc["ranges"][number];

export interface PycCode {
  /** Index of the range that begins it. */
  readonly range: number;
  /** 0 for the module's own; each level within it is one more. */
  readonly level: number;
  readonly name: string;
  readonly file: string;
  readonly firstLine: string;
  readonly instructions: number;
  readonly bytes: number;
}

const REFERENCE = / \(reference (\d+)\)$/;
const SAME = /^the same as reference (\d+)$/;

/** In the order of the file. What damage has left out is empty. */
export function codesOf(ranges: Pyc["ranges"]): PycCode[] {
  const values = new Map<string, string>();
  for (const { meaning, value } of ranges) {
    const marked = REFERENCE.exec(meaning);
    if (marked) values.set(marked[1]!, value);
  }
  const codes: PycCode[] = [];
  const open: number[] = [];
  ranges.forEach((range, index) => {
    while (open.length > 0 && !isWithin(range, ranges[open[open.length - 1]!]!)) open.pop();
    if (range.value !== "code object") return;
    codes.push({ range: index, level: open.length, ...factsOf(ranges, index, values) });
    open.push(index);
  });
  return codes;
}

/** The numbers of a code object stand at its own depth, its other fields one deeper, and so do its instructions. */
function isWithin(range: Range, code: Range): boolean {
  return range.depth > code.depth || (range.depth === code.depth && range.meaning.startsWith("co_"));
}

function factsOf(ranges: Pyc["ranges"], at: number, values: ReadonlyMap<string, string>) {
  const { depth } = ranges[at]!;
  const fields = new Map<string, string>();
  let [instructions, bytes] = [0, 0];
  for (let i = at + 1; i < ranges.length && isWithin(ranges[i]!, ranges[at]!); i++) {
    const range = ranges[i]!;
    bytes += range.length;
    if (range.depth > depth + 1) continue;
    if (range.meaning === "instruction") instructions++;
    else if (range.meaning.startsWith("co_")) {
      const same = SAME.exec(range.value);
      fields.set(range.meaning.replace(REFERENCE, ""), same ? (values.get(same[1]!) ?? "") : range.value);
    }
  }
  const field = (name: string) => fields.get(name) ?? "";
  return {
    name: field("co_qualname") || field("co_name"),
    file: field("co_filename"),
    firstLine: field("co_firstlineno"),
    instructions,
    bytes: bytes + ranges[at]!.length,
  };
}
