// Constants of a module as one text, "NAME NUMBER NAME NUMBER …": it costs nothing until the module is imported.
import type { Borrowed } from "../memory/memory.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { setStolen } from "./make_module.ts";

/** Puts the constants into a module's dict, each name behind the prefix. 0, or -1 with an error set. */
export function addNumbers(dict: Borrowed, table: string, prefix = ""): number {
  const words = table.split(" ");
  for (let i = 0; i < words.length; i += 2) {
    if (setStolen(dict, prefix + words[i], PyLong_FromNumber(Number(words[i + 1]))) < 0) return -1;
  }
  return 0;
}
