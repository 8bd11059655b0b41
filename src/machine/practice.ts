// Practice: before a run gets long, the machine executes a small program that goes through every instruction of the loop,
// ordinary and rare paths, so that V8 has seen them when it compiles the loop. What V8 has not seen executed it does not
// compile: the first execution later throws the whole loop out of optimised code for hundreds of milliseconds, once for each
// such place.
//
// The run's memory is put aside, the program runs on a fresh machine, and the memory comes back.
// Invariant: memory, caches and host are afterwards as if nothing had been; only V8 knows more.

import { assert } from "../base/assert.ts";
import { dumps, loads } from "../bytecode/marshal.ts";
import { compileSource } from "../compiler/index.ts";
import { instructionCount } from "../interpreter/clock.ts";
import { importedModules } from "../interpreter/imports.ts";
import { codeFromPlain } from "../objects/code.ts";
import { PyDict_GetItemWithError, PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import { identifier } from "../objects/identifiers.ts";
import { pushModuleCode, runSlice } from "./program.ts";

const id_builtins = identifier("builtins");
const id___builtins__ = identifier("__builtins__");

/** Short slices, since their ends are practised too; and more instructions than the program has: it would be left there. */
const SLICE_INSTRUCTIONS = 2000;
const MOST_INSTRUCTIONS = 1 << 20;

/** The program's code, from its source, as marshal data. */
export function compilePractice(source: Uint8Array): Uint8Array {
  const options = { filename: "<practice>", mode: "exec", optimize: 0, flags: 0, lineOfFile: () => null } as const;
  const { code } = compileSource(source, options);
  assert(code !== null, "the practice compiles");
  return dumps({ type: "code", code });
}

/** Practises on a machine that stands on a boot image; instructions are counted from the image's time on. */
export function practise(practice: Uint8Array): void {
  const constant = loads(practice);
  assert(constant.type === "code", "the practice is code");
  const code = codeFromPlain(constant.code);
  const namespace = PyDict_New();
  const builtins = PyDict_GetItemWithError(importedModules(), id_builtins);
  if (code === 0 || namespace === 0 || PyDict_SetItem(namespace, id___builtins__, builtins) < 0) return;
  if (pushModuleCode(code, namespace) < 0) return;
  while (runSlice(SLICE_INSTRUCTIONS) === "running" && instructionCount() < MOST_INSTRUCTIONS);
}
