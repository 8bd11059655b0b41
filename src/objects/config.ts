// The interpreter's configuration (PyConfig in its state): what built-ins ask of the options a program was started with.
// The machine writes it before the first instruction.
import { INTERPRETER, RUNTIME } from "../memory/data.ts";
import { i32, setI32 } from "../memory/memory.ts";
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

/** What compile() does when it is not told: -O, -OO. */
export function optimizationLevel(): 0 | 1 | 2 {
  const level = configured(PyConfig.optimization_level);
  return level <= 0 ? 0 : level === 1 ? 1 : 2;
}
