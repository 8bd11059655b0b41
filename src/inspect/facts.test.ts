// The facts' types here and the protocol's schemas say the same: each is assignable to the other, in both directions.
import { expect, it } from "vitest";
import type * as Protocol from "../protocol/facts.ts";
import {
  BLOCK_STATES as PROTOCOL_BLOCK_STATES,
  HIDDEN_COUNT_LIMIT as PROTOCOL_HIDDEN_COUNT_LIMIT,
} from "../protocol/limits.ts";
import type * as Session from "../protocol/session.ts";
import type * as Facts from "./facts.ts";
import { BLOCK_STATES, HIDDEN_COUNT_LIMIT } from "./facts.ts";
import type { MomentFacts, MomentQuery } from "./moment.ts";

/** readonly taken off, all the way down: the schemas' types have none. */
type Plain<T> = T extends Uint8Array
  ? T
  : T extends readonly (infer Item)[]
    ? Plain<Item>[]
    : T extends object
      ? { -readonly [K in keyof T]: Plain<T[K]> }
      : T;
type Same<A, B> = [Plain<A>] extends [Plain<B>] ? ([Plain<B>] extends [Plain<A>] ? true : never) : never;

const SAME: readonly true[] = [
  true satisfies Same<Facts.Reference, Protocol.Reference>,
  true satisfies Same<Facts.ProgramFacts, Protocol.ProgramFacts>,
  true satisfies Same<Facts.StepFacts, Protocol.StepFacts>,
  true satisfies Same<Facts.ObjectsFacts, Protocol.ObjectsFacts>,
  true satisfies Same<Facts.AllocatorsFacts, Protocol.AllocatorsFacts>,
  true satisfies Same<Facts.BytesFacts, Protocol.BytesFacts>,
  true satisfies Same<Facts.SelectionFacts, Protocol.SelectionFacts>,
  true satisfies Same<Facts.Finding, Protocol.Finding>,
  true satisfies Same<MomentFacts, Session.MomentFacts>,
  true satisfies Same<MomentQuery, Session.MomentRequest>,
];

it("has the types and block states of the protocol", () => {
  expect(SAME.every((same) => same)).toBe(true);
  expect(BLOCK_STATES).toEqual(PROTOCOL_BLOCK_STATES);
  expect(HIDDEN_COUNT_LIMIT).toBe(PROTOCOL_HIDDEN_COUNT_LIMIT);
});
