// Directs V8, where Node lets us: the loop takes it hundreds of milliseconds to compile, so it is to compile it once, when
// practice (machine/practice.ts) has shown it all of the loop.
import { setFlagsFromString } from "node:v8";
import { heapBytes, mappedBytes } from "../../memory/pages.ts";
import { instructionCount, setPracticePlan } from "../machine_core.ts";

/** V8 optimises no function whose bytecode is longer than a limit: its own, and one that no function that dispatches keeps. */
const DEFAULT_LIMIT = 60 * 1024;
const SHORTER_THAN_LOOP = 8 * 1024;
const setLimit = (bytes: number): void => setFlagsFromString(`--max-optimized-bytecode-size=${bytes}`);

/** Instructions from which a run is a long one: those of programs that only start and print are fewer. */
const PRACTISE_AFTER = 1 << 14;
/** Memory in which the collections at a program's end are over before the collector would be optimised. */
const SMALL_MEMORY_BYTES = 1 << 24;

export function directCompilation(): void {
  // quick_start.ts evaluates the bundle without it.
  setFlagsFromString("--sparkplug");
  setLimit(SHORTER_THAN_LOOP);
  setPracticePlan({
    after: PRACTISE_AFTER,
    onPractised: () => {
      setLimit(DEFAULT_LIMIT);
      // V8 waits the longer the longer a function is; what practice has shown need not be waited for.
      setFlagsFromString("--bytecode-size-allowance-per-tick=4000");
    },
  });
}

/** A short run's program has ended: what is still to come is over sooner than V8 could make it faster. */
export function directEnding(): void {
  if (instructionCount() < PRACTISE_AFTER && heapBytes() + mappedBytes() < SMALL_MEMORY_BYTES) setLimit(0);
}
