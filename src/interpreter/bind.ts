// Binding arguments to parameters: positional, keyword, defaults, *args, **kwargs (CPython's initialize_locals).
// Invariant: each argument is stolen exactly once: it goes into a local, into *args or **kwargs, or is released.
import { type Address, type Borrowed, i32, ptr, setPtr } from "../memory/memory.ts";
import { PyCodeObject, PyFunctionObject } from "../memory/structs/code.ts";
import { PyDict_GetItemWithError, PyDict_New, PyDict_SetItem } from "../objects/dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raiseInt } from "../objects/errors.ts";
import { decref, incref, isUnicode, newRef, sizeOf } from "../objects/object.ts";
import { raiseUnexpectedKeyword } from "../objects/suggestions.ts";
import { PyTuple_GET_ITEM, tupleFromArraySteal } from "../objects/tuple_core.ts";
import { PyExc_TypeError } from "../objects/types.ts";
import { _PyUnicode_EQ, textOf } from "../objects/unicode_core.ts";

export const CO_VARARGS = 0x04;
export const CO_VARKEYWORDS = 0x08;

/** Fills locals (null before). args: nargs positional values, then the values of kwnames. 0 or -1. */
export function bindArguments(
  func: Borrowed,
  code: Borrowed,
  locals: Address,
  args: Address,
  nargs: number,
  kwnames: Borrowed,
): number {
  const positionalCount = i32(code + PyCodeObject.co_argcount);
  const keywordOnlyCount = i32(code + PyCodeObject.co_kwonlyargcount);
  const flags = i32(code + PyCodeObject.co_flags);
  const total = positionalCount + keywordOnlyCount;
  const keywordCount = kwnames === 0 ? 0 : sizeOf(kwnames);
  let keywords = 0;
  if (flags & CO_VARKEYWORDS) {
    keywords = PyDict_New();
    if (keywords === 0) return release(args, nargs + keywordCount);
    setPtr(locals + (total + (flags & CO_VARARGS ? 1 : 0)) * 8, keywords);
  }
  const taken = nargs < positionalCount ? nargs : positionalCount;
  for (let i = 0; i < taken; i++) setPtr(locals + i * 8, ptr(args + i * 8));
  if (flags & CO_VARARGS) {
    const rest = tupleFromArraySteal(args + taken * 8, nargs - taken);
    if (rest === 0) {
      PyErr_NoMemory();
      return release(args + nargs * 8, keywordCount);
    }
    setPtr(locals + total * 8, rest);
  } else {
    for (let i = taken; i < nargs; i++) decref(ptr(args + i * 8));
  }
  if (keywordCount > 0) {
    const names = ptr(code + PyCodeObject.co_localsplusnames);
    const positionalOnlyCount = i32(code + PyCodeObject.co_posonlyargcount);
    for (let k = 0; k < keywordCount; k++) {
      const keyword = PyTuple_GET_ITEM(kwnames, k);
      const value = ptr(args + (nargs + k) * 8);
      const remaining = args + (nargs + k) * 8;
      if (!isUnicode(keyword)) {
        raiseInt(PyExc_TypeError, `${qualname(func)}() keywords must be strings`);
        return release(remaining, keywordCount - k);
      }
      let index = -1;
      for (let i = positionalOnlyCount; i < total; i++) {
        if (PyTuple_GET_ITEM(names, i) === keyword) {
          index = i;
          break;
        }
      }
      if (index < 0) {
        for (let i = positionalOnlyCount; i < total; i++) {
          if (_PyUnicode_EQ(PyTuple_GET_ITEM(names, i), keyword)) {
            index = i;
            break;
          }
        }
      }
      if (index < 0) {
        if (keywords === 0) {
          if (positionalOnlyCount > 0 && positionalOnlyAsKeyword(func, names, positionalOnlyCount, kwnames)) {
            return release(remaining, keywordCount - k);
          }
          raiseUnexpectedKeyword(`${qualname(func)}()`, keyword, namesBetween(names, positionalOnlyCount, total));
          return release(remaining, keywordCount - k);
        }
        const status = PyDict_SetItem(keywords, keyword, value);
        decref(value);
        if (status < 0) return release(remaining + 8, keywordCount - k - 1);
        continue;
      }
      if (ptr(locals + index * 8) !== 0) {
        raiseInt(PyExc_TypeError, `${qualname(func)}() got multiple values for argument '${textOf(keyword)}'`);
        return release(remaining, keywordCount - k);
      }
      setPtr(locals + index * 8, value);
    }
  }
  if (nargs > positionalCount && !(flags & CO_VARARGS)) return tooManyPositional(func, code, nargs, locals);
  if (nargs < positionalCount) {
    const defaults = ptr(func + PyFunctionObject.func_defaults);
    const defaultCount = defaults === 0 ? 0 : sizeOf(defaults);
    const required = positionalCount - defaultCount;
    let missing = 0;
    for (let i = nargs; i < required; i++) if (ptr(locals + i * 8) === 0) missing++;
    if (missing > 0) return missingArguments(func, code, locals, "positional", nargs < required ? 0 : nargs, required);
    for (let i = nargs > required ? nargs - required : 0; i < defaultCount; i++) {
      if (ptr(locals + (required + i) * 8) === 0)
        setPtr(locals + (required + i) * 8, newRef(PyTuple_GET_ITEM(defaults, i)));
    }
  }
  if (keywordOnlyCount > 0) {
    const kwdefaults = ptr(func + PyFunctionObject.func_kwdefaults);
    const names = ptr(code + PyCodeObject.co_localsplusnames);
    let missing = 0;
    for (let i = positionalCount; i < total; i++) {
      if (ptr(locals + i * 8) !== 0) continue;
      if (kwdefaults !== 0) {
        const value = PyDict_GetItemWithError(kwdefaults, PyTuple_GET_ITEM(names, i));
        if (value !== 0) {
          incref(value);
          setPtr(locals + i * 8, value);
          continue;
        }
        if (PyErr_Occurred() !== 0) return -1;
      }
      missing++;
    }
    if (missing > 0) return missingArguments(func, code, locals, "keyword-only", positionalCount, total);
  }
  return 0;
}

function release(args: Address, count: number): -1 {
  for (let i = 0; i < count; i++) decref(ptr(args + i * 8));
  return -1;
}

function qualname(func: Borrowed): string {
  return textOf(ptr(func + PyFunctionObject.func_qualname));
}

const plural = (count: number): string => (count === 1 ? "" : "s");

function missingArguments(
  func: Borrowed,
  code: Borrowed,
  locals: Address,
  kind: string,
  start: number,
  end: number,
): number {
  const names = ptr(code + PyCodeObject.co_localsplusnames);
  const missing: string[] = [];
  for (let i = start; i < end; i++) {
    if (ptr(locals + i * 8) === 0) missing.push(`'${textOf(PyTuple_GET_ITEM(names, i))}'`);
  }
  const last = missing[missing.length - 1];
  const list =
    missing.length === 1
      ? last
      : missing.length === 2
        ? `${missing[0]} and ${last}`
        : `${missing.slice(0, -1).join(", ")}, and ${last}`;
  return raiseInt(
    PyExc_TypeError,
    `${qualname(func)}() missing ${missing.length} required ${kind} argument${plural(missing.length)}: ${list}`,
  );
}

function tooManyPositional(func: Borrowed, code: Borrowed, given: number, locals: Address): number {
  const positionalCount = i32(code + PyCodeObject.co_argcount);
  const keywordOnlyCount = i32(code + PyCodeObject.co_kwonlyargcount);
  const defaults = ptr(func + PyFunctionObject.func_defaults);
  const defaultCount = defaults === 0 ? 0 : sizeOf(defaults);
  let keywordOnlyGiven = 0;
  for (let i = positionalCount; i < positionalCount + keywordOnlyCount; i++) {
    if (ptr(locals + i * 8) !== 0) keywordOnlyGiven++;
  }
  const takes =
    defaultCount > 0 ? `from ${positionalCount - defaultCount} to ${positionalCount}` : String(positionalCount);
  const many = defaultCount > 0 || positionalCount !== 1 ? "s" : "";
  const keywordPart =
    keywordOnlyGiven > 0
      ? ` positional argument${plural(given)} (and ${keywordOnlyGiven} keyword-only argument${plural(keywordOnlyGiven)})`
      : "";
  const verb = given === 1 && keywordOnlyGiven === 0 ? "was" : "were";
  return raiseInt(
    PyExc_TypeError,
    `${qualname(func)}() takes ${takes} positional argument${many} but ${given}${keywordPart} ${verb} given`,
  );
}

function positionalOnlyAsKeyword(func: Borrowed, names: Borrowed, count: number, kwnames: Borrowed): boolean {
  const wrong: string[] = [];
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < sizeOf(kwnames); k++) {
      if (_PyUnicode_EQ(PyTuple_GET_ITEM(names, i), PyTuple_GET_ITEM(kwnames, k))) {
        wrong.push(textOf(PyTuple_GET_ITEM(names, i)));
      }
    }
  }
  if (wrong.length === 0) return false;
  raiseInt(
    PyExc_TypeError,
    `${qualname(func)}() got some positional-only arguments passed as keyword arguments: '${wrong.join(", ")}'`,
  );
  return true;
}

function namesBetween(names: Borrowed, from: number, to: number): string[] {
  const result: string[] = [];
  for (let i = from; i < to; i++) result.push(textOf(PyTuple_GET_ITEM(names, i)));
  return result;
}
