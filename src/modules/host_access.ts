// The host that modules ask: given once, when the machine starts, and again after a restore.
import type { Host } from "../host/host.ts";
import { InternalError } from "../base/assert.ts";

let current: Host | null = null;

export function setHost(host: Host | null): void {
  current = host;
}

export function host(): Host {
  if (current === null) throw new InternalError("a module asked for the host before the machine was given one");
  return current;
}
