// AttributeError carries the name that was asked for and the object: suggestions are made from them.
import { THREAD } from "../memory/data.ts";
import { type Borrowed, ptr } from "../memory/memory.ts";
import { PyAttributeErrorObject } from "../memory/structs/exceptions.ts";
import { PyThreadState } from "../memory/structs/runtime.ts";
import { isInstanceOf, newRef, replaceSlot } from "./object.ts";
import { PyExc_AttributeError } from "./types.ts";

/** Fills name and obj of the pending AttributeError if they are empty. */
export function nameTheAttributeError(o: Borrowed, name: Borrowed): void {
  const exception = ptr(THREAD + PyThreadState.current_exception);
  if (exception === 0 || !isInstanceOf(exception, PyExc_AttributeError)) return;
  if (ptr(exception + PyAttributeErrorObject.name) !== 0 || ptr(exception + PyAttributeErrorObject.obj) !== 0) return;
  replaceSlot(exception + PyAttributeErrorObject.name, newRef(name));
  replaceSlot(exception + PyAttributeErrorObject.obj, newRef(o));
}
