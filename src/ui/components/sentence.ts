// The sentence of a step: what the instruction did, in words, from its first effect.
import type { Effect, Reference, StepFacts } from "../../protocol/facts.ts";
import { address, shortAddress } from "../format.ts";
import { t } from "../state/text.ts";

const TEXT_LIMIT = 40;

function words(reference: Reference | null): string {
  if (!reference) return "NULL";
  return reference.text ?? `${reference.type} ${shortAddress(reference.address)}`;
}

function cut(text: string): string {
  const shown = JSON.stringify(text).slice(1, -1);
  return shown.length > TEXT_LIMIT ? `${shown.slice(0, TEXT_LIMIT)}…` : shown;
}

export function effectSentence(effect: Effect): string {
  switch (effect.type) {
    case "store": {
      if (!effect.now) return t("step.storeNone", { place: effect.place });
      if (effect.was && effect.was.address === effect.now.address) {
        return t("step.storeSame", { place: effect.place, value: words(effect.now) });
      }
      const key = effect.now.text !== null ? "step.storeValue" : "step.storePointer";
      return t(key, { place: effect.place, value: words(effect.now) });
    }
    case "length":
      return t("step.length", { place: effect.place, count: effect.now, was: effect.was });
    case "push":
      return effect.from === null || effect.from === effect.value.text
        ? t("step.push", { value: words(effect.value) })
        : t("step.pushFrom", { from: effect.from, value: words(effect.value) });
    case "pop":
      return t("step.pop", { value: words(effect.value) });
    case "call":
      return t("step.call", { function: effect.function });
    case "return":
      return t("step.return", { function: effect.function, value: words(effect.value) });
    case "allocate":
      return t("step.allocate", { value: words(effect.value), bytes: effect.bytes });
    case "free":
      return t("step.free", { value: `${effect.value.type} ${address(effect.value.address)}`, bytes: effect.bytes });
    case "jump":
      return effect.taken ? t("step.jumpTaken", { line: effect.line ?? "?" }) : t("step.jumpNot");
    case "raise":
      return t("step.raise", { error: effect.error, message: cut(effect.message) });
    case "collect":
      return t("step.collect", { generation: effect.generation, freed: effect.freed });
    case "output":
      return t("step.output", { text: cut(effect.text) });
    case "input":
      return t("step.input", { text: cut(effect.text) });
  }
}

/** What the instruction did, most telling first; empty where it left no trace. */
export function stepSentences(step: StepFacts): string[] {
  const [first, ...rest] = step.effects;
  if (step.opcode !== "FOR_ITER" || first?.type !== "jump") return step.effects.map(effectSentence);
  if (first.taken) return [t("step.loopOver"), ...rest.map(effectSentence)];
  const item = rest.find((effect) => effect.type === "push");
  if (item?.type !== "push") return step.effects.map(effectSentence);
  const others = rest.filter((effect) => effect !== item).map(effectSentence);
  return [t("step.loopItem", { value: words(item.value) }), ...others];
}

export function stepSentence(step: StepFacts | undefined): string {
  if (!step || step.opcode === null) return t("step.start");
  return stepSentences(step)[0] ?? t("step.none");
}
