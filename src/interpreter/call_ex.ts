// CALL_FUNCTION_EX and the vectorcall of Python functions: arguments from rows, tuples and dicts into a new frame.
import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyTypeObject } from "../memory/structs/object.ts";
import { text } from "../memory/text.ts";
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
  const callable = ptr(row);
  let args = ptr(row + 16);
  if (!isTuple(args)) {
    if (ptr(typeOf(args) + PyTypeObject.tp_iter) === 0 && !isSequence(args)) {
      return raise(
        PyExc_TypeError,
        `${functionText(callable)} argument after * must be an iterable, not ${typeNameOf(args)}`,
      );
    }
    const tuple = PyTuple_FromIterable(args);
    if (tuple === 0) return 0;
    replaceSlot(row + 16, tuple);
    args = tuple;
  }
  const kwargs = hasKeywords ? ptr(row + 24) : 0;
  return pushCall(callable, args, kwargs !== 0 && PyDict_Size(kwargs) === 0 ? 0 : kwargs);
}

import { PySequence_Check as isSequence } from "../objects/abstract.ts";
