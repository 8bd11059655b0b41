// -X importtime: how long each import took, told on standard error (import_find_and_load() of CPython's Python/import.c).
// A frame stands around the import: what it began at and what the imports around it had taken are in its words, how deep
// it is and what its own imports took in the interpreter's state.
//
//   import time: self [us] | cumulative | imported package
import { host } from "../host/host.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, i32, type Owned, setI32, setI64, u32 } from "../memory/memory.ts";
import { PyConfig } from "../memory/structs/config.ts";
import { _import_state, PyInterpreterState } from "../memory/structs/runtime.ts";
import { text } from "../memory/text.ts";
import { configured } from "../objects/config.ts";
import { PyErr_NoMemory } from "../objects/errors.ts";
import { finishNative, nativeLocal, PUSHED, setNativeLocal } from "../objects/frames.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "../objects/native_scratch.ts";
import { newRef } from "../objects/object.ts";
import { textOf } from "../objects/unicode_core.ts";
import { hostBytes } from "./host_text.ts";

const IMPORTS = INTERPRETER + PyInterpreterState.imports;
const LEVEL = IMPORTS + _import_state.find_and_load_import_level;
const ACCUMULATED = IMPORTS + _import_state.find_and_load_accumulated;
/** Here: 1 once the header is printed. */
const HEADER = IMPORTS + _import_state.find_and_load_header;

const NAME = 0;
const LOCALS = 1;
/** Words: seconds and nanoseconds of the begin, and what was accumulated before it, low and high. */
const SECONDS = 0;
const NANOSECONDS = 1;
const BEFORE_LOW = 2;
const BEFORE_HIGH = 3;
const WORDS = 4;

const TWO_32 = 4294967296;
const SECOND = 1e9;
const MICROSECOND = 1e3;
const STDERR = 2;
const NUMBER_WIDTH = 9;
const TOTAL_WIDTH = 10;

export const timesImports = (): boolean => configured(PyConfig.import_time) !== 0;

function setAccumulated(nanoseconds: number): void {
  setI64(ACCUMULATED, (nanoseconds % TWO_32) | 0, Math.floor(nanoseconds / TWO_32) | 0);
}
const accumulated = (): number => u32(ACCUMULATED) + u32(ACCUMULATED + 4) * TWO_32;

function write(line: string): void {
  host().write(STDERR, hostBytes(line));
}

/** As push() imports the module of a name, and measures it. May answer PUSHED. */
export function pushTimedImport(name: Borrowed, push: () => Owned): Owned {
  if (i32(HEADER) === 0) {
    write("import time: self [us] | cumulative | imported package\n");
    setI32(HEADER, 1);
  }
  const frame = pushNativeWithWords(IMPORTED, LOCALS, WORDS);
  if (frame === 0) return PyErr_NoMemory();
  const { seconds, nanoseconds } = host().clock("monotonic");
  setNativeLocal(frame, NAME, newRef(name));
  setNativeWord(frame, SECONDS, seconds);
  setNativeWord(frame, NANOSECONDS, nanoseconds);
  setNativeWord(frame, BEFORE_LOW, u32(ACCUMULATED) | 0);
  setNativeWord(frame, BEFORE_HIGH, u32(ACCUMULATED + 4) | 0);
  setI32(LEVEL, i32(LEVEL) + 1);
  setAccumulated(0);
  const module = push();
  return module === PUSHED ? PUSHED : imported(frame, module);
}

function imported(frame: Address, module: Owned): Owned {
  const { seconds, nanoseconds } = host().clock("monotonic");
  const whole = (seconds - nativeWord(frame, SECONDS)) * SECOND + nanoseconds - nativeWord(frame, NANOSECONDS);
  const own = whole - accumulated();
  const depth = i32(LEVEL) - 1;
  setI32(LEVEL, depth);
  const shown = (time: number, width: number): string => String(Math.ceil(time / MICROSECOND)).padStart(width);
  const name = `${"  ".repeat(depth)}${textOf(nativeLocal(frame, NAME))}`;
  write(`import time: ${shown(own, NUMBER_WIDTH)} | ${shown(whole, TOTAL_WIDTH)} | ${name}\n`);
  setAccumulated((nativeWord(frame, BEFORE_LOW) >>> 0) + (nativeWord(frame, BEFORE_HIGH) >>> 0) * TWO_32 + whole);
  return finishNative(frame, module);
}
const IMPORTED = text("import.timed", imported);
