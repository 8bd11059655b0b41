// What type parameters ask of the module typing, which is written in Python: functions called by name.

import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { _PyInterpreterFrame, PyFunctionObject } from "../memory/structs/code.ts";
import { text } from "../memory/text.ts";
import { PyObject_GetAttrString, PyObject_GetItem } from "./abstract.ts";
import { pushCallNoArgs, pushCallOneArg, pushCallThreeArgs, pushCallTwoArgs } from "./call.ts";
import { currentPythonFrame } from "./current_globals.ts";
import { PyErr_NoMemory } from "./errors.ts";
import { currentFrame, finishNative, nativeLocal, PUSHED, setNativeLocal, settle } from "./frames.ts";
import { PyImport_ImportModule } from "./import_hook.ts";
import { nativeWord, pushNativeWithWords, setNativeWord } from "./native_scratch.ts";
import { decref, newRef, replaceSlot } from "./object.ts";
import { _PyNone_Type, Py_None } from "./types.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";

/** typing.name(a, b, c): 0 ends the arguments. May answer PUSHED. */
export function pushTyping(name: string, a: Borrowed, b: Borrowed = 0, c: Borrowed = 0): Owned {
  const module = PyImport_ImportModule("typing");
  const function_ = module === 0 ? 0 : PyObject_GetAttrString(module, name);
  if (module !== 0) decref(module);
  if (function_ === 0) return 0;
  const result =
    b === 0
      ? pushCallOneArg(function_, a)
      : c === 0
        ? pushCallTwoArgs(function_, a, b)
        : pushCallThreeArgs(function_, a, b, c);
  decref(function_);
  return result;
}

/** typing._type_check(type, message); None stands for its type. Owned. */
export function checkType(type: Borrowed, message: string): Owned {
  if (type === Py_None) return newRef(_PyNone_Type);
  const text = PyUnicode_FromString(message);
  if (text === 0) return PyErr_NoMemory();
  const base = currentFrame();
  const result = settle(base, pushTyping("_type_check", type, text));
  decref(text);
  return result;
}

/** Unpack[variables]. Owned. */
export function unpacked(variables: Borrowed): Owned {
  const module = PyImport_ImportModule("typing");
  const unpack = module === 0 ? 0 : PyObject_GetAttrString(module, "Unpack");
  if (module !== 0) decref(module);
  const result = unpack === 0 ? 0 : PyObject_GetItem(unpack, variables);
  if (unpack !== 0) decref(unpack);
  return result;
}

/** The module that the calling function names as its own, borrowed: None when there is none. */
export function callerModule(): Borrowed {
  const frame = currentPythonFrame();
  const function_ = frame === 0 ? 0 : ptr(frame + _PyInterpreterFrame.f_funcobj);
  return (function_ === 0 ? 0 : ptr(function_ + PyFunctionObject.func_module)) || Py_None;
}

// A bound, a default or an alias's value that is computed when it is first asked for: the answer is kept in a field.
const SELF = 0;
const OFFSET = 0;

/** self.field, or what evaluate() answers, which the field keeps from then on; `missing` when there is neither. */
export function pushLazy(self: Borrowed, field: number, evaluate: Borrowed, missing: Borrowed): Owned {
  const known = ptr(self + field);
  if (known !== 0) return newRef(known);
  if (evaluate === 0) return newRef(missing);
  const frame = pushNativeWithWords(STEP_EVALUATED, 1, 1);
  if (frame === 0) return PyErr_NoMemory();
  setNativeLocal(frame, SELF, newRef(self));
  setNativeWord(frame, OFFSET, field);
  const value = pushCallNoArgs(evaluate);
  return value === PUSHED ? PUSHED : evaluated(frame, value);
}

function evaluated(frame: Address, value: Owned): Owned {
  if (value !== 0) replaceSlot(nativeLocal(frame, SELF) + nativeWord(frame, OFFSET), newRef(value));
  return finishNative(frame, value);
}
const STEP_EVALUATED = text("type_params.evaluated", evaluated);
