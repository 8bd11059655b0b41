// sys.monitoring.DISABLE and MISSING: bare objects without a dict or a name.
import { reserveStatic } from "../../memory/data.ts";
import { PyObject } from "../../memory/structs/object.ts";
import { initImmortal } from "../../objects/object.ts";
import { PyBaseObject_Type } from "../../objects/types.ts";

/** What a tool answers that does not want to be told again of an event at this place. */
export const DISABLE = reserveStatic(PyObject.sizeof);
/** The first argument of a call without arguments. */
export const MISSING = reserveStatic(PyObject.sizeof);

/** For the boot. */
export function initializeSentinels(): void {
  initImmortal(DISABLE, PyBaseObject_Type);
  initImmortal(MISSING, PyBaseObject_Type);
}
