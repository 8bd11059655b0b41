// The interpreter's callable cache: the built-ins that specialised calls recognise by address.
import { INTERPRETER } from "../memory/data.ts";
import { type Borrowed, ptr, setPtr } from "../memory/memory.ts";
import { callable_cache, PyInterpreterState } from "../memory/structs/runtime.ts";

const CACHE = INTERPRETER + PyInterpreterState.callable_cache;

export function callableCacheLen(): Borrowed {
  return ptr(CACHE + callable_cache.len);
}
export function callableCacheListAppend(): Borrowed {
  return ptr(CACHE + callable_cache.list_append);
}
export function callableCacheIsinstance(): Borrowed {
  return ptr(CACHE + callable_cache.isinstance);
}
export function callableCacheGetattribute(): Borrowed {
  return ptr(CACHE + callable_cache.object__getattribute__);
}

/** At boot, once builtins stand. */
export function initializeCallableCache(
  isinstance: Borrowed,
  len: Borrowed,
  listAppend: Borrowed,
  getattribute: Borrowed,
): void {
  setPtr(CACHE + callable_cache.isinstance, isinstance);
  setPtr(CACHE + callable_cache.len, len);
  setPtr(CACHE + callable_cache.list_append, listAppend);
  setPtr(CACHE + callable_cache.object__getattribute__, getattribute);
}
