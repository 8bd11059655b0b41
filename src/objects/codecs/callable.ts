// PyCallable_Check.
import { type Borrowed, ptr } from "../../memory/memory.ts";
import { PyTypeObject } from "../../memory/structs/object.ts";
import { typeOf } from "../object.ts";

export function isCallable(o: Borrowed): boolean {
  return ptr(typeOf(o) + PyTypeObject.tp_call) !== 0;
}
