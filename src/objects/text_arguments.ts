// Arguments of tp_new of str, bytes and bytearray: up to three, by position or by name.
import type { Borrowed } from "../memory/memory.ts";
import { dictUsed, nextKey, nextValue, PyDict_Next } from "./dict_core.ts";
import { raise } from "./errors.ts";
import { isUnicode, sizeOf } from "./object.ts";
import { raiseUnexpectedKeyword } from "./suggestions.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { PyExc_TypeError } from "./types.ts";
import { _PyUnicode_EqualToASCIIString } from "./unicode_core.ts";

function hasKeyword(keywords: Borrowed, name: string): boolean {
  for (let at = PyDict_Next(keywords, 0); at > 0; at = PyDict_Next(keywords, at)) {
    if (isUnicode(nextKey()) && _PyUnicode_EqualToASCIIString(nextKey(), name)) return true;
  }
  return false;
}

/**
 * The borrowed arguments by their names, 0 for those not given; null with an error set. As PyArg_ParseTupleAndKeywords
 * says it. The first `required` of them must be given; those from `positionalMost` on are given by name only.
 */
export function namedArguments(
  name: string,
  args: Borrowed,
  keywords: Borrowed,
  names: readonly string[],
  required = 0,
  positionalMost = names.length,
): Borrowed[] | null {
  const nargs = sizeOf(args);
  const keywordCount = keywords === 0 ? 0 : dictUsed(keywords);
  if (nargs + keywordCount > names.length) {
    const kind = nargs === 0 ? "keyword " : "";
    raise(
      PyExc_TypeError,
      `${name}() takes at most ${names.length} ${kind}argument${names.length === 1 ? "" : "s"} (${nargs + keywordCount} given)`,
    );
    return null;
  }
  if (nargs > positionalMost) {
    const bound = required < positionalMost ? "at most" : "exactly";
    raise(
      PyExc_TypeError,
      `${name}() takes ${bound} ${positionalMost} positional argument${positionalMost === 1 ? "" : "s"} (${nargs} given)`,
    );
    return null;
  }
  const values: Borrowed[] = names.map((_, i) => (i < nargs ? PyTuple_GET_ITEM(args, i) : 0));
  for (let i = nargs; i < required; i++) {
    if (keywordCount > 0 && hasKeyword(keywords, names[i])) continue;
    raise(PyExc_TypeError, `${name}() missing required argument '${names[i]}' (pos ${i + 1})`);
    return null;
  }
  if (keywordCount === 0) return values;
  for (let at = PyDict_Next(keywords, 0); at !== 0; at = PyDict_Next(keywords, at)) {
    const key = nextKey();
    const value = nextValue();
    if (!isUnicode(key)) {
      raise(PyExc_TypeError, "keywords must be strings");
      return null;
    }
    const index = names.findIndex((one) => one !== "" && _PyUnicode_EqualToASCIIString(key, one));
    if (index < 0) {
      raiseUnexpectedKeyword(`${name}()`, key, names);
      return null;
    }
    if (values[index] !== 0) {
      raise(PyExc_TypeError, `argument for ${name}() given by name ('${names[index]}') and position (${index + 1})`);
      return null;
    }
    values[index] = value;
  }
  return values;
}
