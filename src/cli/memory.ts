// underglass memory: runs a program, then prints where its memory was when its own code ended, layer by layer.
import { runOnTerminal } from "../machine/node/start.ts";
import { finish } from "./finish.ts";
import { programStart } from "./run.ts";

const group = (bytes: number): string => String(bytes).replace(/\B(?=(\d{3})+$)/g, " ");

export async function memory(args: readonly string[]): Promise<void> {
  const end = await runOnTerminal(programStart("underglass memory", args), { reportsLayers: true });
  if (end.layers) {
    const lines = end.layers.map(({ layer, name, bytes, count, depth }) => {
      const left = `${layer.padStart(3)}  ${"  ".repeat(depth)}${name}`.padEnd(48);
      return `${left}${group(bytes).padStart(14)}${count === null ? "" : `  (${group(count)})`}`;
    });
    console.error(lines.join("\n"));
  }
  finish(end.end);
}
