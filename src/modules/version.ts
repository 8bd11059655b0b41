// The version that the machine tells: the library's.
export const VERSION = { major: 3, minor: 13, micro: 2, releaselevel: "final", serial: 0 } as const;
/** PY_VERSION_HEX */
export const VERSION_HEX = 0x030d02f0;
export const VERSION_TEXT = "3.13.2 (main) [Underglass]";
export const CACHE_TAG = "cpython-313";
