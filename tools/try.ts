// Boots the machine in this process and runs a program, without workers or images: for development.
//   node tools/run.mjs tools/try.ts FILE.py
import { readFileSync } from "node:fs";
import { initializeTypes } from "../src/machine/boot.ts";

const t0 = performance.now();
initializeTypes();
console.error(`types: ${(performance.now() - t0).toFixed(0)} ms`);
void readFileSync;
