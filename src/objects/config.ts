// The interpreter's configuration (PyConfig in its state): what built-ins ask of the options a program was started with.
// The machine writes it before the first instruction.
import { rawFree, rawMalloc } from "../memory/allocators.ts";
import { INTERPRETER, RUNTIME } from "../memory/data.ts";
import { type Address, i32, ptr, setI32, setPtr } from "../memory/memory.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { _PyRuntimeState, PyInterpreterState } from "../memory/structs/runtime.ts";

const PRE_CONFIG = RUNTIME + _PyRuntimeState.preconfig;
export const CONFIG = INTERPRETER + PyInterpreterState.config;

/** A number of the configuration; field: its offset. */
export function configured(field: number): number {
  return i32(CONFIG + field);
}

/** The same of what is read first; field: its offset in PyPreConfig. */
export function preConfigured(field: number): number {
  return i32(PRE_CONFIG + field);
}

export function setPreConfigured(field: number, value: number): void {
  setI32(PRE_CONFIG + field, value);
}

export function setConfigured(field: number, value: number): void {
  setI32(CONFIG + field, value);
}

const WIDE_BYTES = 4;

/** A wide string of the configuration; null where there is none. */
export function configuredText(field: number): string | null {
  const at = ptr(CONFIG + field);
  if (at === 0) return null;
  let value = "";
  for (let i: Address = at; i32(i) !== 0; i += WIDE_BYTES) value += String.fromCodePoint(i32(i));
  return value;
}

/** False when memory is exhausted (no error set). */
export function setConfiguredText(field: number, value: string): boolean {
  const characters = [...value];
  const at = rawMalloc((characters.length + 1) * WIDE_BYTES);
  if (at === 0) return false;
  characters.forEach((character, i) => {
    setI32(at + i * WIDE_BYTES, character.codePointAt(0) as number);
  });
  setI32(at + characters.length * WIDE_BYTES, 0);
  const old = ptr(CONFIG + field);
  setPtr(CONFIG + field, at);
  if (old !== 0) rawFree(old);
  return true;
}

/** What compile() does when it is not told: -O, -OO. */
export function optimizationLevel(): 0 | 1 | 2 {
  const level = configured(PyConfig.optimization_level);
  return level <= 0 ? 0 : level === 1 ? 1 : 2;
}
