// What an operand says by itself, without names, constants or jumps: the same words in dis, in the page and in its flow graph.
import {
  binaryOperators,
  COMPARE_TO_BOOL,
  compareOperators,
  conversions,
  intrinsics1,
  intrinsics2,
  OP,
} from "./opcodes.ts";

const FUNCTION_ATTRIBUTES = ["defaults", "kwdefaults", "annotations", "closure"];

/** local: the name of a local by its index. Null: the operand means something else; "?" stands for what no table has. */
export function operandText(opcode: number, oparg: number, local: (index: number) => string): string | null {
  switch (opcode) {
    case OP.LOAD_FAST_LOAD_FAST:
    case OP.STORE_FAST_LOAD_FAST:
    case OP.STORE_FAST_STORE_FAST:
      return `${local(oparg >>> 4)}, ${local(oparg & 15)}`;
    case OP.COMPARE_OP: {
      const operator = compareOperators[oparg >>> 5] ?? "?";
      return oparg & COMPARE_TO_BOOL ? `bool(${operator})` : operator;
    }
    case OP.CONVERT_VALUE:
      return conversions[oparg] ?? "?";
    case OP.SET_FUNCTION_ATTRIBUTE:
      return FUNCTION_ATTRIBUTES.filter((_, bit) => oparg & (1 << bit)).join(", ");
    case OP.BINARY_OP:
      return binaryOperators[oparg]?.[1] ?? "?";
    case OP.CALL_INTRINSIC_1:
      return intrinsics1[oparg] ?? "?";
    case OP.CALL_INTRINSIC_2:
      return intrinsics2[oparg] ?? "?";
  }
  return null;
}
