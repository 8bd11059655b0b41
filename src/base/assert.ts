// Assertions: a broken invariant is a bug in Underglass, never an error of the Python program.
// JavaScript exceptions mean exactly this; a Python exception is a null result and an indicator in thread state.

/** Thrown for a bug in Underglass. The public doors turn it into a report. */
export class InternalError extends Error {
  override name = "InternalError";
}

export function assert(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InternalError(message);
}

export function unreachable(message: string): never {
  throw new InternalError(message);
}
