// Caches outside the memory: what can be rebuilt from it at any time, and must be dropped when the memory is replaced.
// Invariant: after forgetCaches() a run goes on exactly as it would have with the caches filled.

const forgetters: (() => void)[] = [];

/** Registers a cache: `forget` empties it. Called when the module that owns the cache is evaluated. */
export function registerCache(forget: () => void): void {
  forgetters.push(forget);
}

/** Every restore of the memory calls this; the checked build calls it at random too. */
export function forgetCaches(): void {
  for (const forget of forgetters) forget();
}
