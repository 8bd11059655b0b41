// CALL_INTRINSIC_1 and _2: small services of the language that have no instruction of their own.

import { INTRINSIC_1, INTRINSIC_2 } from "../bytecode/opcodes.ts";
import { type Address, type Borrowed, i32, type Owned, ptr, setU8 } from "../memory/memory.ts";
import { _PyInterpreterFrame, PyCodeObject, PyFunctionObject } from "../memory/structs/code.ts";
import { PyBaseExceptionObject } from "../memory/structs/exceptions.ts";
import { PyNumber_Positive, PyObject_GetOptionalAttr } from "../objects/abstract.ts";
import { PyObject_CallOneArg } from "../objects/call.ts";
import { PyErr_GetRaisedException, PyErr_GivenExceptionMatches, PyErr_Occurred, raise } from "../objects/errors.ts";
import { currentFrame, settle } from "../objects/frames.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyImport_ImportModule } from "../objects/import_hook.ts";
import { PyList_AsTuple } from "../objects/list.ts";
import { decref, newRef, replaceSlot } from "../objects/object.ts";
import { makeTypeAlias, subscriptGeneric } from "../objects/type_alias.ts";
import { Py_None, PyExc_RuntimeError, PyExc_StopAsyncIteration, PyExc_StopIteration } from "../objects/types.ts";
import { makeParamSpec, makeTypeVar, makeTypeVarTuple, setTypeParameterDefault } from "../objects/typevar.ts";
import { wrapYielded } from "./async_generator.ts";
import { importStar } from "./imports.ts";

const id = identifier;

/** The intrinsic of a number on one value: Owned, 0 with an error set. */
export function callIntrinsic1(number: number, value: Borrowed, frame: Address): Owned {
  switch (number) {
    case INTRINSIC_1.INTRINSIC_PRINT: {
      const sys = PyImport_ImportModule("sys");
      if (sys === 0) return 0;
      const hook = PyObject_GetOptionalAttr(sys, id("displayhook"));
      decref(sys);
      if (hook === 0) return PyErr_Occurred() ? 0 : raise(PyExc_RuntimeError, "lost sys.displayhook");
      const result = PyObject_CallOneArg(hook, value);
      decref(hook);
      return result;
    }
    case INTRINSIC_1.INTRINSIC_IMPORT_STAR:
      return importStar(value, frame);
    case INTRINSIC_1.INTRINSIC_STOPITERATION_ERROR:
      return stopIterationError(value, frame);
    case INTRINSIC_1.INTRINSIC_ASYNC_GEN_WRAP:
      return wrapYielded(value);
    case INTRINSIC_1.INTRINSIC_UNARY_POSITIVE:
      return PyNumber_Positive(value);
    case INTRINSIC_1.INTRINSIC_LIST_TO_TUPLE:
      return PyList_AsTuple(value);
    case INTRINSIC_1.INTRINSIC_TYPEVAR:
      return makeTypeVar(value, 0, 0);
    case INTRINSIC_1.INTRINSIC_PARAMSPEC:
      return makeParamSpec(value);
    case INTRINSIC_1.INTRINSIC_TYPEVARTUPLE:
      return makeTypeVarTuple(value);
    case INTRINSIC_1.INTRINSIC_SUBSCRIPT_GENERIC:
      return settledSubscript(value);
    case INTRINSIC_1.INTRINSIC_TYPEALIAS:
      return makeTypeAlias(value);
  }
  return raise(PyExc_RuntimeError, `unknown intrinsic ${number}`);
}

/** The intrinsic of a number on two values. */
export function callIntrinsic2(number: number, first: Borrowed, second: Borrowed): Owned {
  switch (number) {
    case INTRINSIC_2.INTRINSIC_PREP_RERAISE_STAR:
      return prepareReraiseStar(first, second);
    case INTRINSIC_2.INTRINSIC_SET_FUNCTION_TYPE_PARAMS:
      replaceSlot(first + PyFunctionObject.func_typeparams, newRef(second));
      return newRef(first);
    case INTRINSIC_2.INTRINSIC_TYPEVAR_WITH_BOUND:
      return makeTypeVar(first, second, 0);
    case INTRINSIC_2.INTRINSIC_TYPEVAR_WITH_CONSTRAINTS:
      return makeTypeVar(first, 0, second);
    case INTRINSIC_2.INTRINSIC_SET_TYPEPARAM_DEFAULT:
      return setTypeParameterDefault(first, second);
  }
  return raise(PyExc_RuntimeError, `unknown intrinsic ${number}`);
}

function settledSubscript(parameters: Borrowed): Owned {
  const base = currentFrame();
  return settle(base, subscriptGeneric(parameters));
}

/** StopIteration out of a generator's body becomes RuntimeError. */
function stopIterationError(exception: Borrowed, frame: Address): Owned {
  const code = ptr(frame + _PyInterpreterFrame.f_executable);
  const flags = codeFlags(code);
  let message = "";
  if (PyErr_GivenExceptionMatches(exception, PyExc_StopIteration)) {
    message = "generator raised StopIteration";
    if (flags & 0x200) message = "async generator raised StopIteration";
    else if (flags & 0x80) message = "coroutine raised StopIteration";
  } else if (flags & 0x200 && PyErr_GivenExceptionMatches(exception, PyExc_StopAsyncIteration)) {
    message = "async generator raised StopAsyncIteration";
  }
  if (message === "") return newRef(exception);
  raise(PyExc_RuntimeError, message);
  const error = PyErr_GetRaisedException();
  replaceSlot(error + PyBaseExceptionObject.cause, newRef(exception));
  replaceSlot(error + PyBaseExceptionObject.context, newRef(exception));
  setU8(error + PyBaseExceptionObject.suppress_context, 1);
  return error;
}

function codeFlags(code: Borrowed): number {
  return i32(code + PyCodeObject.co_flags);
}

/** except*: what is left to raise after all handlers ran. first: the original; second: list of what handlers raised or left. */
function prepareReraiseStar(original: Borrowed, raised: Borrowed): Owned {
  return prepareStar(original, raised);
}
let prepareStar: (original: Borrowed, raised: Borrowed) => Owned = () => Py_None;
/** objects/exceptions' group file registers _PyExc_PrepReraiseStar. */
export function setPrepareReraiseStar(prepare: (original: Borrowed, raised: Borrowed) => Owned): void {
  prepareStar = prepare;
}
