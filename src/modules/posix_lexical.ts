// posix: what can be said of a path by its text alone, for posixpath. A path's bytes are worked on: of a str those of WTF-8, in
// which "/" and "." are themselves and nothing else.

import type { Borrowed, Owned } from "../memory/memory.ts";
import { bytesFromArray, bytesView } from "../objects/bytes_core.ts";
import type { MethodRow } from "../objects/declare.ts";
import { decref, isBytes } from "../objects/object.ts";
import { PyUnicode_FromWtf8, wtf8Of } from "../objects/unicode_core.ts";
import { pathName } from "./posix_path.ts";
import { packed } from "./posix_system.ts";

const SLASH = 0x2f;
const DOT = 0x2e;

/** How many slashes a path's root has. Two are a root of their own (POSIX leaves its meaning open), three are one. */
function rootLength(path: Uint8Array): number {
  if (path[0] !== SLASH) return 0;
  return path[1] === SLASH && path[2] !== SLASH ? 2 : 1;
}

function normalized(path: Uint8Array): Uint8Array {
  const root = rootLength(path);
  const parts: Uint8Array[] = [];
  const isUp = (part: Uint8Array | undefined): boolean => part?.length === 2 && part[0] === DOT && part[1] === DOT;
  for (let start = root; start <= path.length; ) {
    const slash = path.indexOf(SLASH, start);
    const end = slash < 0 ? path.length : slash;
    const part = path.subarray(start, end);
    start = end + 1;
    if (part.length === 0 || (part.length === 1 && part[0] === DOT)) continue;
    const last = parts.at(-1);
    if (!isUp(part) || (last === undefined ? root === 0 : isUp(last))) parts.push(part);
    else parts.pop();
  }
  const result = [...path.subarray(0, root)];
  for (const [i, part] of parts.entries()) {
    if (i > 0) result.push(SLASH);
    for (const byte of part) result.push(byte);
  }
  return result.length === 0 ? Uint8Array.of(DOT) : Uint8Array.from(result);
}

/** Uses a path's bytes; what is made of bytes is of the path's kind. */
function ofText(where: string, use: (path: Uint8Array, make: (bytes: Uint8Array) => Owned) => Owned) {
  return (_m: Borrowed, value: Borrowed): Owned => {
    const name = pathName(where, value);
    if (name === 0) return 0;
    const result = isBytes(name) ? use(bytesView(name).slice(), bytesFromArray) : use(wtf8Of(name), PyUnicode_FromWtf8);
    decref(name);
    return result;
  };
}

const NONE = new Uint8Array(0);

export const LEXICAL_FUNCTIONS: readonly MethodRow[] = [
  ["_path_normpath", "(path)", ofText("_path_normpath", (path, make) => make(normalized(path)))],
  [
    "_path_splitroot_ex",
    "(p)",
    ofText("_path_splitroot_ex", (path, make) => {
      const root = rootLength(path);
      return packed([make(NONE), make(path.slice(0, root)), make(path.slice(root))]);
    }),
  ],
];
