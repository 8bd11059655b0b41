// The checker finds damage: each case breaks one thing, sees the finding, and mends it.
import { expect, test } from "vitest";
import { objectFree, objectMalloc, rawFree, rawMalloc } from "./allocators.ts";
import { checkMalloc, checkMemory, checkPymalloc } from "./consistency.ts";
import { binAt, chunkOf, MALLOC_STATE } from "./malloc.ts";
import { type Address, i32, ptr, setI32 } from "./memory.ts";
import { pool_header } from "./structs/allocators.ts";
import { POOL_BYTES } from "./structs/pymalloc_sizes.ts";
import { malloc_chunk, malloc_state } from "./structs/system.ts";

function damaged(at: Address, value: number, check: () => unknown, finding: RegExp): void {
  const before = i32(at);
  setI32(at, value);
  expect(check).toThrow(finding);
  setI32(at, before);
  check();
}

test("damage to chunks and bins is found", () => {
  const blocks = [rawMalloc(200), rawMalloc(3000), rawMalloc(200), rawMalloc(3500), rawMalloc(200)];
  const [a, b, , d] = blocks.map(chunkOf);
  rawFree(blocks[1]);
  rawFree(blocks[3]);
  checkMalloc();
  damaged(a + malloc_chunk.mchunk_size, 225 | 8, checkMalloc, /chunk/);
  damaged(b + malloc_chunk.mchunk_size, 48 | 1, checkMalloc, /chunk|bin/);
  damaged(b + malloc_chunk.fd, d + 16, checkMalloc, /bin/);
  damaged(binAt(1) + malloc_chunk.bk, 0, checkMalloc, /end of bin/);
  damaged(MALLOC_STATE + malloc_state.in_use_bytes, 0, checkMalloc, /sum of chunks in use/);
  // Sorts both into a large bin.
  const large = rawMalloc(6000);
  checkMalloc();
  damaged(b + malloc_chunk.fd_nextsize, 0, checkMalloc, /list of sizes/);
  for (const block of [blocks[0], blocks[2], blocks[4], large]) rawFree(block);
  checkMemory();
});

test("damage to pools and arenas is found", () => {
  const blocks = [objectMalloc(100), objectMalloc(100), objectMalloc(100)];
  objectFree(blocks[1]);
  const pool = blocks[0] & -POOL_BYTES;
  checkPymalloc();
  damaged(pool + pool_header.ref_count, 7, checkPymalloc, /blocks/);
  damaged(pool + pool_header.szidx, 3, checkPymalloc, /another size|usedpools/);
  damaged(pool + pool_header.freeblock, blocks[0] + 8, checkPymalloc, /free block/);
  damaged(blocks[1], blocks[1], checkPymalloc, /ring/);
  damaged(pool + pool_header.prevpool, ptr(pool + pool_header.prevpool) + 16, checkPymalloc, /lead back/);
  damaged(pool + pool_header.arenaindex, 1, checkPymalloc, /another arena/);
  objectFree(blocks[0]);
  objectFree(blocks[2]);
  checkMemory();
});
