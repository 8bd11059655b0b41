// Assignment to __bases__: not supported yet; listed in docs/differences.md.
import type { Borrowed } from "../memory/memory.ts";
import { raiseInt } from "./errors.ts";
import { shortName } from "./type_names.ts";
import { PyExc_TypeError } from "./types.ts";

export function setBases(type: Borrowed, _value: Borrowed): number {
  return raiseInt(PyExc_TypeError, `cannot set '__bases__' attribute of type '${shortName(type)}'`);
}
