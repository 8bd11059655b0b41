// Inflating by Node: imported for what its evaluation sets.
import { setInflate } from "../archive.ts";
import { nodeModule } from "./builtin.ts";

const LEAST_CHUNK_BYTES = 64;

setInflate((packed, byteCount) => {
  const { inflateRawSync } = nodeModule<typeof import("node:zlib")>("node:zlib");
  const { buffer, byteOffset, length } = inflateRawSync(packed, { chunkSize: Math.max(byteCount, LEAST_CHUNK_BYTES) });
  return new Uint8Array(buffer, byteOffset, length);
});
