// Constants as values: which are equal, and the frozenset of some.
import type { Constant } from "../base/constant.ts";
import { constantKey } from "./instruction_sequence.ts";

/** A text that is equal for constants that compare equal (1 == 1.0 == True), as set members do. */
export function equalityKey(constant: Constant): string {
  switch (constant.type) {
    case "True":
      return "i1";
    case "False":
      return "i0";
    case "float":
      return numberKey(constant.value);
    case "complex":
      return constant.imag === 0 ? numberKey(constant.real) : constantKey(constant);
    case "tuple":
      return `(${constant.items.map(equalityKey).join()})`;
    default:
      return constantKey(constant);
  }
}

function numberKey(value: number): string {
  if (value - value === 0 && Math.floor(value) === value) return constantKey({ type: "int", value: BigInt(value) });
  return constantKey({ type: "float", value });
}

export function frozensetOf(items: readonly Constant[]): Constant {
  const seen = new Map<string, Constant>();
  for (const item of items) {
    const key = equalityKey(item);
    if (!seen.has(key)) seen.set(key, item);
  }
  return { type: "frozenset", items: [...seen.values()] };
}
