// How a host call that cannot answer now leaves the machine: the JavaScript stack is abandoned, the memory is exact, and
// the run goes on only after a restore.

/** The run was stopped while the call waited. */
export class HostStopped extends Error {
  override name = "HostStopped";
}

/** Only another message can bring the answer (a line of input, in the page). */
export class HostBlocked extends Error {
  override name = "HostBlocked";
}
