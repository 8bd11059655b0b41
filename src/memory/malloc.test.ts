// malloc gives the addresses that glibc's gives without its caches: the golden file holds checksums of a long sequence
// (tools/golden/malloc.c).
import { expect, test } from "vitest";
import golden from "../../test/golden/memory/malloc.json" with { type: "json" };
import { runSequence } from "../../test/support/allocation_sequence.ts";
import { checkMemory } from "./consistency.ts";
import { free, malloc, realloc } from "./malloc.ts";

test("addresses are glibc's", () => {
  const base = malloc(24);
  const sums = runSequence(
    {
      allocate: malloc,
      resize: realloc,
      release: free,
      offset: (block) => block - base,
      size: (next) => {
        const kind = next(64);
        return 1 + next(kind === 0 ? 100000 : kind < 8 ? 5000 : 700);
      },
    },
    1,
    checkMemory,
  );
  expect(sums).toEqual(golden);
});
