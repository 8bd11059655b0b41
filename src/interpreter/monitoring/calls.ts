// The events of calls: CALL before any, C_RETURN or C_RAISE after one of something that is no Python function.
import { type Address, type Borrowed, type Owned, POINTER_BYTES, ptr } from "../../memory/memory.ts";
import { text } from "../../memory/text.ts";
import { PyObject_CallTwoArgs } from "../../objects/call.ts";
import { PyErr_GetRaisedException, PyErr_SetRaisedException } from "../../objects/errors.ts";
import { finishNative, takeNativeLocal } from "../../objects/frames.ts";
import { decref, sizeOf, typeOf } from "../../objects/object.ts";
import { PyTuple_GET_ITEM } from "../../objects/tuple_core.ts";
import { PyFunction_Type, PyMethod_Type, PySuper_Type } from "../../objects/types.ts";
import { C_RAISE, C_RETURN, CALL } from "./events.ts";
import { HELD, pushCallEvent, tell, toolsToTell } from "./fire.ts";
import { MISSING } from "./sentinels.ts";

/** Places in a row: the callable, then self (or null; of LOAD_SUPER_ATTR the class), then arguments. */
const SELF = POINTER_BYTES;
const ARGUMENTS = 2 * POINTER_BYTES;

/** The first argument in a row of callable, self or null, arguments. */
function firstOf(row: Address, count: number): Borrowed {
  const self = ptr(row + SELF);
  return self !== 0 ? self : count > 0 ? ptr(row + ARGUMENTS) : MISSING;
}

export function pushRowCall(frame: Address, ip: Address, row: Address, count: number): Owned {
  return pushCallEvent(frame, CALL, ip, ptr(row), firstOf(row, count), 0);
}

/** Gives `called` back, or 0 with its error or another set; or PUSHED. */
export function pushRowReturn(frame: Address, ip: Address, row: Address, count: number, called: Owned): Owned {
  return pushReturn(frame, ip, ptr(row), firstOf(row, count), called);
}

/** CALL_FUNCTION_EX: a row of callable, null, tuple. */
export function pushSpreadCall(frame: Address, ip: Address, row: Address): Owned {
  return pushCallEvent(frame, CALL, ip, ptr(row), firstInTuple(ptr(row + ARGUMENTS)), 0);
}

export function pushSpreadReturn(frame: Address, ip: Address, row: Address, called: Owned): Owned {
  const type = typeOf(ptr(row));
  if (type === PyFunction_Type || type === PyMethod_Type) return called;
  return pushReturn(frame, ip, ptr(row), firstInTuple(ptr(row + ARGUMENTS)), called);
}

/** LOAD_SUPER_ATTR calls super: a row of it, class, self. super() as it stands has arguments, too, but not in the program. */
export function pushSuperCall(frame: Address, ip: Address, row: Address, oparg: number): Owned {
  return pushCallEvent(frame, CALL, ip, ptr(row), oparg & 2 ? ptr(row + SELF) : MISSING, 0);
}

export function pushSuperReturn(frame: Address, ip: Address, row: Address, oparg: number): Owned {
  const first = oparg & 2 ? ptr(row + SELF) : MISSING;
  if (ptr(row) === PySuper_Type) {
    // The instruction loads the attribute without an object: one is made to see whether it can be.
    const made = PyObject_CallTwoArgs(ptr(row), ptr(row + SELF), ptr(row + ARGUMENTS));
    if (made === 0) return pushReturn(frame, ip, ptr(row), first, 0);
    decref(made);
  }
  return pushCallEvent(frame, C_RETURN, ip, ptr(row), first, 0);
}

const firstInTuple = (tuple: Borrowed): Borrowed => (sizeOf(tuple) > 0 ? PyTuple_GET_ITEM(tuple, 0) : MISSING);

function pushReturn(frame: Address, ip: Address, callable: Borrowed, first: Borrowed, called: Owned): Owned {
  if (called !== 0) return pushCallEvent(frame, C_RETURN, ip, callable, first, called);
  const tools = toolsToTell(frame, C_RAISE, ip);
  if (tools === 0) return 0;
  const held = PyErr_GetRaisedException();
  return tell(frame, C_RAISE, ip, {
    tools,
    argumentCount: 4,
    argument: callable,
    second: first,
    held,
    end: afterRaise,
  });
}

/** The call's error is pending again, unless a tool has failed with another. */
const afterRaise = text("monitoring_after_c_raise", (native: Address, isGood: number): Owned => {
  const exception = takeNativeLocal(native, HELD);
  finishNative(native, 0);
  if (isGood) PyErr_SetRaisedException(exception);
  else decref(exception);
  return 0;
});
