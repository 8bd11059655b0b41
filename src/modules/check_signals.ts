// PyErr_CheckSignals for built-ins that wait: after a host call answered -EINTR.
import { host } from "../host/host.ts";
import { handlePending } from "../interpreter/pending.ts";
import { tripSignals } from "../interpreter/signals.ts";

/** Handles signals that came. 0, or -1 with the handler's error set: then the call is given up, else it is made again. */
export function PyErr_CheckSignals(): number {
  tripSignals(host().signals());
  return handlePending();
}
