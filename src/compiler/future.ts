// The `from __future__` statements at the head of a module (Python/future.c).
import type { mod, Node, stmt } from "../parser/nodes.ts";
import { CompileError } from "./errors.ts";
import { type Location, NO_LOCATION } from "./instruction_sequence.ts";

/** Compiler flags that future statements set, as in co_flags. */
export const CO_FUTURE_BARRY_AS_BDFL = 0x400000;
export const CO_FUTURE_ANNOTATIONS = 0x1000000;

export interface FutureFeatures {
  features: number;
  /** Where the last future statement stands; a later one is an error. */
  location: Location;
}

// Features that are part of the language by now set no flag.
const FEATURES = new Map<string, number>([
  ["nested_scopes", 0],
  ["generators", 0],
  ["division", 0],
  ["absolute_import", 0],
  ["with_statement", 0],
  ["print_function", 0],
  ["unicode_literals", 0],
  ["barry_as_FLUFL", CO_FUTURE_BARRY_AS_BDFL],
  ["generator_stop", 0],
  ["annotations", CO_FUTURE_ANNOTATIONS],
]);

/** The docstring of a body as the tree has it, or null (_PyAST_GetDocString). */
export function docstringOf(body: readonly stmt[]): Node<"Constant"> | null {
  if (body.length === 0) return null;
  const first = body[0];
  if (first.kind !== "Expr" || first.value.kind !== "Constant" || first.value.value.type !== "str") return null;
  return first.value;
}

export function futureFeatures(tree: mod): FutureFeatures {
  const future: FutureFeatures = { features: 0, location: NO_LOCATION };
  if (tree.kind !== "Module" && tree.kind !== "Interactive") return future;
  const { body } = tree;
  for (let i = docstringOf(body) === null ? 0 : 1; i < body.length; i++) {
    const statement = body[i];
    if (statement.kind !== "ImportFrom" || statement.module !== "__future__" || (statement.level ?? 0) !== 0) break;
    for (const alias of statement.names) {
      const flag = FEATURES.get(alias.name);
      if (flag === undefined) {
        const message = alias.name === "braces" ? "not a chance" : `future feature ${alias.name} is not defined`;
        throw CompileError.atStart(message, statement);
      }
      future.features |= flag;
    }
    future.location = statement;
  }
  return future;
}
