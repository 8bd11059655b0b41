// CALL_FUNCTION_EX and the vectorcall of Python functions: arguments from rows, tuples and dicts into a new frame.
import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text } from "../memory/text.ts";
import { PySequence_Check as isSequence } from "../objects/abstract.ts";
import { pushCall } from "../objects/call_object.ts";
import { PyDict_Size } from "../objects/dict_core.ts";
import { raise, typeNameOf } from "../objects/errors.ts";
import { PUSHED } from "../objects/frames.ts";
import { setFunctionVectorcall } from "../objects/function.ts";
import { incref, isTuple, newRef, replaceSlot, sizeOf, typeOf } from "../objects/object.ts";
import { PyTuple_FromIterable } from "../objects/tuple.ts";
import { PyExc_TypeError } from "../objects/types.ts";
import { pushFrame } from "./frame.ts";
import { functionText } from "./function_text.ts";

/** _PyFunction_Vectorcall: copies the borrowed arguments into a new frame. PUSHED, or 0 with an error set. */
export function functionVectorcall(func: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const count = nargs + (kwnames === 0 ? 0 : sizeOf(kwnames));
  for (let i = 0; i < count; i++) incref(ptr(args + i * 8));
  return pushFrame(newRef(func), 0, args, nargs, kwnames, count) < 0 ? 0 : PUSHED;
}

setFunctionVectorcall(text("_PyFunction_Vectorcall", functionVectorcall));

/**
 * CALL_FUNCTION_EX: row holds callable, null, args, and kwargs when hasKeywords. args that are not a tuple become one in
 * place. May answer PUSHED.
 */
export function pushCallFunctionEx(row: Address, hasKeywords: number): Owned {
  if (!makeArgumentTuple(row)) return 0;
  const kwargs = hasKeywords ? ptr(row + 24) : 0;
  return pushCall(ptr(row), ptr(row + 16), kwargs !== 0 && PyDict_Size(kwargs) === 0 ? 0 : kwargs);
}

/** Makes a tuple of the args in a row of CALL_FUNCTION_EX. False with an error set. */
export function makeArgumentTuple(row: Address): boolean {
  const args = ptr(row + 16);
  if (isTuple(args)) return true;
  if (ptr(typeOf(args) + PyTypeObject.tp_iter) === 0 && !isSequence(args)) {
    raise(PyExc_TypeError, `${functionText(ptr(row))} argument after * must be an iterable, not ${typeNameOf(args)}`);
    return false;
  }
  const tuple = PyTuple_FromIterable(args);
  if (tuple === 0) return false;
  replaceSlot(row + 16, tuple);
  return true;
}
