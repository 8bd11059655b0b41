// The constants of a program's text while it runs. CPython runs a text (a file, -c, what exec and eval are given) with the
// parser's arena still there, in which each constant of the syntax tree is held once more: sys.getrefcount tells it.
// Invariant: the list goes when the code has ended, however it ends; what was compiled before it is run has no arena.

import type { Address, Borrowed, Owned } from "../memory/memory.ts";
import { ptr } from "../memory/memory.ts";
import { PyCodeObject } from "../memory/structs/code.ts";
import { text } from "../memory/text.ts";
import { PyErr_NoMemory } from "../objects/errors.ts";
import { finishNative, PUSHED, pushNative, setNativeLocal } from "../objects/frames.ts";
import { PyList_Append, PyList_New } from "../objects/list_core.ts";
import { isBytes, isImmortal, isTuple, sizeOf, typeOf } from "../objects/object.ts";
import { PyTuple_GET_ITEM } from "../objects/tuple_core.ts";
import { PyCode_Type } from "../objects/types.ts";

/** Puts the mortal constants among the items of a tuple into the arena's list. False when memory is exhausted. */
function hold(arena: Borrowed, items: Borrowed, seen: Set<Borrowed>): boolean {
  for (let i = 0; i < sizeOf(items); i++) {
    const constant = PyTuple_GET_ITEM(items, i);
    if (seen.has(constant)) continue;
    seen.add(constant);
    if (typeOf(constant) === PyCode_Type) {
      if (!hold(arena, ptr(constant + PyCodeObject.co_consts), seen)) return false;
      continue;
    }
    if (isImmortal(constant)) continue;
    if (PyList_Append(arena, constant) < 0) return false;
    // The parser puts bytes literals together, and keeps both the parts and the whole.
    if (isBytes(constant) && PyList_Append(arena, constant) < 0) return false;
    if (isTuple(constant) && !hold(arena, constant, seen)) return false;
  }
  return true;
}

const RELEASE = text("arena.release", (frame: Address, result: Owned): Owned => finishNative(frame, result));

/** Pushes the frame of a text's code by `push`, above a native frame that holds its constants until it has ended. */
export function pushWithArena(code: Borrowed, push: () => Owned): Owned {
  const frame = pushNative(RELEASE, 1);
  if (frame === 0) return PyErr_NoMemory();
  const arena = PyList_New(0);
  if (arena !== 0) setNativeLocal(frame, 0, arena);
  if (arena === 0 || !hold(arena, ptr(code + PyCodeObject.co_consts), new Set())) {
    return finishNative(frame, PyErr_NoMemory());
  }
  const result = push();
  return result === PUSHED ? PUSHED : finishNative(frame, result);
}
