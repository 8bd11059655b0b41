// How many objects a picture leaves out, in words: they are counted up to a limit, which is said where it is reached.
import { HIDDEN_COUNT_LIMIT } from "../../../protocol/limits.ts";
import { t } from "../../state/text.ts";

export function hiddenWords(hidden: number): string {
  return t(hidden >= HIDDEN_COUNT_LIMIT ? "objects.hiddenMany" : "objects.hiddenObjects", { count: hidden });
}
