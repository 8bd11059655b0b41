// Deflate and its reverse, as raw streams (RFC 1951). Node has its own, which are faster than the package's.
import { deflateSync, inflateSync } from "fflate";

export interface Packing {
  readonly deflate: (bytes: Uint8Array) => Uint8Array;
  /** In a hurry, bytes of which equal runs are rare: what counts is how often each byte comes. */
  readonly deflateQuickly: (bytes: Uint8Array) => Uint8Array;
  /** For files, on another thread where the host has one. */
  readonly deflateAside: (bytes: Uint8Array) => Promise<Uint8Array>;
  readonly inflate: (bytes: Uint8Array) => Uint8Array;
}

export const OWN_PACKING: Packing = {
  deflate: (bytes) => deflateSync(bytes, { level: 5 }),
  deflateQuickly: (bytes) => deflateSync(bytes, { level: 1 }),
  deflateAside: async (bytes) => deflateSync(bytes, { level: 5 }),
  inflate: (bytes) => inflateSync(bytes),
};
