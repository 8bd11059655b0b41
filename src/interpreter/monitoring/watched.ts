// sys.call_tracing: a call that is watched as the program is, although a tool makes it.
import { THREAD } from "../../memory/data.ts";
import { type Address, i32, type Owned, setI32 } from "../../memory/memory.ts";
import { PyThreadState } from "../../memory/structs/runtime.ts";
import { text, textFunction } from "../../memory/text.ts";
import { PyErr_NoMemory } from "../../objects/errors.ts";
import { finishNative, PUSHED } from "../../objects/frames.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "../../objects/native_scratch.ts";

const TRACING = THREAD + PyThreadState.tracing;

const step = text("call_tracing", (native: Address, result: Owned): Owned => {
  setI32(TRACING, nativeWord(native, 0));
  return finishNative(native, result);
});

/** Makes a call with `tracing` at 0. Answers as the call does. */
export function pushWatched(call: () => Owned): Owned {
  const native = pushNativeWithWords(step, 0, 1);
  if (native === 0) return PyErr_NoMemory();
  setNativeWord(native, 0, i32(TRACING));
  setI32(TRACING, 0);
  const result = call();
  return result === PUSHED ? PUSHED : textFunction(step)(native, result);
}
