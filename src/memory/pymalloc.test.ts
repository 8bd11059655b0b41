// pymalloc gives the addresses that CPython's gives: the golden file holds checksums of a long sequence run against
// CPython 3.13's own, from a fresh state (tools/golden/pymalloc.c).
import { expect, test } from "vitest";
import golden from "../../test/golden/memory/pymalloc.json" with { type: "json" };
import { runSequence } from "../../test/support/allocation_sequence.ts";
import { objectFree, objectMalloc, objectRealloc } from "./allocators.ts";
import { checkMemory } from "./consistency.ts";
import { MAPPINGS_BASE } from "./map.ts";
import { ssize } from "./memory.ts";
import { allocatedBlocks, OBMALLOC } from "./pymalloc.ts";
import { _obmalloc_mgmt, _obmalloc_state } from "./structs/allocators.ts";

test("addresses are CPython's, through growth, shrinking and the return of arenas", () => {
  const sums = runSequence(
    {
      allocate: objectMalloc,
      resize: objectRealloc,
      release: objectFree,
      offset: (block) => block - MAPPINGS_BASE,
      size: (next) => (next(16) === 0 ? 1 + next(512) : 17 * (1 + next(30))),
    },
    1,
    checkMemory,
  );
  expect(sums).toEqual(golden.sums);
  const management = OBMALLOC + _obmalloc_state.mgmt;
  expect(ssize(management + _obmalloc_mgmt.narenas_currently_allocated)).toBe(golden.arenas);
  expect(ssize(management + _obmalloc_mgmt.narenas_highwater)).toBe(golden.highwater);
  expect(ssize(management + _obmalloc_mgmt.ntimes_arena_allocated)).toBe(golden.ever);
  expect(golden.ever).toBeGreaterThan(golden.highwater);
  expect(checkMemory().directBytes).toBe(0);
  expect(allocatedBlocks()).toBe(checkMemory().pymalloc.blockCount);
});
