// Inflating in JavaScript, where the host has no function for it: imported for what its evaluation sets. Its tables take a
// start longer than all modules of the machine but the memory, so the machine in Node does without.
import { inflateSync } from "fflate";
import { setInflate } from "./archive.ts";

setInflate((packed, byteCount) => inflateSync(packed, { out: new Uint8Array(byteCount) }));
