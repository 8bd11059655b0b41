// underglass memory: runs a program, then prints where its memory was when its own code ended, layer by layer.
import type { Kind } from "../inspect/facts.ts";
import { stretchesReader } from "../inspect/reader.ts";
import { machineMoment } from "../inspect/roots.ts";
import { contentsOf } from "../inspect/totals.ts";
import type { LayerRow, Layers } from "../machine/layers.ts";
import { runOnTerminal } from "../machine/node/start.ts";
import { finish } from "./finish.ts";
import { checkProgramGiven, programStart } from "./run.ts";
import { sayAtOnce } from "./say.ts";

const KINDS: Readonly<Record<Kind, string>> = {
  num: "numbers",
  txt: "texts and bytes",
  seq: "lists, tuples, other sequences",
  map: "dicts and sets",
  ins: "instances of classes",
  cod: "functions, code, frames",
  cls: "classes and modules",
  none: "None",
  buf: "what objects own, and other blocks",
};

const group = (bytes: number): string => String(bytes).replace(/\B(?=(\d{3})+$)/g, " ");

/** What the blocks of +2 and the chunks of 0 hold, each under the row that it adds up to. */
function withContents({ rows, copy }: Layers): LayerRow[] {
  const contents = contentsOf(machineMoment(stretchesReader(copy.stretches), copy.anchors));
  const { waiting, objectChunks, otherChunks } = contents;
  return rows.flatMap((row): LayerRow[] => {
    const part = (
      layer: LayerRow["layer"],
      deeper: number,
      name: string,
      bytes: number,
      count: number | null = null,
    ) => {
      return { layer, depth: row.depth + deeper, name, bytes, count };
    };
    if (row.layer === "+2" && row.name === "blocks in use") {
      const kinds = contents.pymalloc.map(({ kind, bytes }) => part("+3", 1, KINDS[kind], bytes));
      return [row, ...kinds, part("+3", 1, "of all these, waiting in free lists", waiting.bytes, waiting.count)];
    }
    if (row.layer === "0" && row.name === "chunks in use") {
      const used = objectChunks.bytes + otherChunks.bytes;
      return [
        row,
        part("+3", 1, "large objects, and what objects own", objectChunks.bytes, objectChunks.count),
        part("+1", 1, "raw: what the interpreter needs itself", otherChunks.bytes, otherChunks.count),
        part("0", 1, "heads of chunks", row.bytes - used),
      ];
    }
    return [row];
  });
}

export async function memory(args: readonly string[]): Promise<void> {
  checkProgramGiven(args, "memory");
  const end = await runOnTerminal(programStart("underglass memory", args), { reportsLayers: true });
  if (end.layers) {
    const lines = withContents(end.layers).map(({ layer, name, bytes, count, depth }) => {
      const left = `${layer.padStart(3)}  ${"  ".repeat(depth)}${name}`.padEnd(48);
      return `${left}${group(bytes).padStart(14)}${count === null ? "" : `  (${group(count)})`}`;
    });
    sayAtOnce(lines.join("\n"));
  }
  finish(end.end);
}
