// Arguments of functions that CPython parses with PyArg_ParseTuple, whose messages name no function.
import { type Address, type Borrowed, POINTER_BYTES, ptr } from "../../memory/memory.ts";
import { dictUsed, nextKey, nextValue, PyDict_Next } from "../../objects/dict_core.ts";
import { raise } from "../../objects/errors.ts";
import { sizeOf } from "../../objects/object.ts";
import { raiseUnexpectedKeyword } from "../../objects/suggestions.ts";
import { PyTuple_GET_ITEM } from "../../objects/tuple_core.ts";
import { PyExc_TypeError } from "../../objects/types.ts";
import { _PyUnicode_EqualToASCIIString } from "../../objects/unicode_core.ts";

const plural = (count: number): string => (count === 1 ? "" : "s");

function refuse(message: string): null {
  raise(PyExc_TypeError, message);
  return null;
}

/** PyArg_ParseTuple: true when the count fits. */
export function checkCount(nargs: number, least: number, most: number): boolean {
  if (nargs >= least && nargs <= most) return true;
  const limit = nargs < least ? least : most;
  const bound = least === most ? "exactly" : nargs < least ? "at least" : "at most";
  raise(PyExc_TypeError, `function takes ${bound} ${limit} argument${plural(limit)} (${nargs} given)`);
  return false;
}

type Pairs = (visit: (name: Borrowed, value: Borrowed) => void) => void;

function placed(
  positional: (index: number) => Borrowed,
  nargs: number,
  keywordCount: number,
  pairs: Pairs,
  names: readonly string[],
  required: number,
): Borrowed[] | null {
  const most = names.length;
  if (nargs + keywordCount > most) {
    const kind = nargs === 0 ? "keyword " : "";
    return refuse(
      `function takes ${required === most ? "exactly" : "at most"} ${most} ${kind}argument${plural(most)} (${nargs + keywordCount} given)`,
    );
  }
  const values: Borrowed[] = names.map((_, index) => (index < nargs ? positional(index) : 0));
  let unexpected: Borrowed = 0;
  let twice = -1;
  pairs((name, value) => {
    const index = names.findIndex((one) => _PyUnicode_EqualToASCIIString(name, one));
    if (index < 0) unexpected = name;
    else if (values[index] !== 0) twice = index;
    else values[index] = value;
  });
  if (twice >= 0) {
    return refuse(`argument for function given by name ('${names[twice]}') and position (${twice + 1})`);
  }
  for (let index = 0; index < required; index++) {
    if (values[index] === 0) return refuse(`function missing required argument '${names[index]}' (pos ${index + 1})`);
  }
  if (unexpected !== 0) {
    raiseUnexpectedKeyword("this function", unexpected, names);
    return null;
  }
  return values;
}

/** PyArg_ParseTupleAndKeywords for a vectorcall: the borrowed arguments, 0 for those not given; null with an error set. */
export function namedValues(
  args: Address,
  nargs: number,
  kwnames: Borrowed,
  names: readonly string[],
  required: number,
): Borrowed[] | null {
  const count = kwnames === 0 ? 0 : sizeOf(kwnames);
  return placed(
    (index) => ptr(args + index * POINTER_BYTES),
    nargs,
    count,
    (visit) => {
      for (let i = 0; i < count; i++) visit(PyTuple_GET_ITEM(kwnames, i), ptr(args + (nargs + i) * POINTER_BYTES));
    },
    names,
    required,
  );
}

/** The same for tp_new and tp_init. */
export function namedItems(args: Borrowed, keywords: Borrowed, names: readonly string[]): Borrowed[] | null {
  return placed(
    (index) => PyTuple_GET_ITEM(args, index),
    sizeOf(args),
    keywords === 0 ? 0 : dictUsed(keywords),
    (visit) => {
      if (keywords === 0) return;
      for (let at = PyDict_Next(keywords, 0); at !== 0; at = PyDict_Next(keywords, at)) visit(nextKey(), nextValue());
    },
    names,
    0,
  );
}
