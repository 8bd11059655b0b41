// What the collector needs of the objects, which lie above it. objects/collect_hooks.ts registers it.
import { unreachable } from "../base/assert.ts";
import type { Address } from "../memory/memory.ts";

export interface CollectorHooks {
  readonly incref: (o: Address) => void;
  readonly decref: (o: Address) => void;
  /** PyObject_IS_GC: has the object a collector's head? */
  readonly isCollected: (o: Address) => boolean;
  /** Untracks an exact tuple, and an exact dict, that can be in no cycle. */
  readonly untrackTuple: (o: Address) => void;
  readonly untrackDict: (o: Address) => void;
  readonly isWeakReference: (o: Address) => boolean;
  /** Where the head of an object's list of weak references stands, 0 where there can be none. */
  readonly weaklistSlot: (o: Address) => Address;
  readonly clearReference: (reference: Address) => void;
  readonly callbackOf: (reference: Address) => Address;
  /** Calls the callback of a cleared reference; an error is reported and gone. */
  readonly callCallback: (reference: Address) => void;
  /** Reports the pending error, if there is one: tp_clear of an object, or 0 for the collection itself. */
  readonly reportError: (o: Address) => void;
  /** Appends to gc.garbage. */
  readonly keepGarbage: (o: Address) => void;
  readonly clearFreeLists: () => void;
  /** Tells gc.callbacks. */
  readonly notify: (phase: "start" | "stop", generation: number, collected: number, uncollectable: number) => void;
  /** Writes a line of gc.DEBUG_… to standard error. */
  readonly debugObject: (kind: "collectable" | "uncollectable", o: Address) => void;
  readonly debugLine: (line: string) => void;
}

let registered: CollectorHooks | null = null;

export function setCollectorHooks(hooks: CollectorHooks): void {
  registered = hooks;
}

export function collectorHooks(): CollectorHooks {
  return registered ?? unreachable("the collector's hooks are not registered");
}
