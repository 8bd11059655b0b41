// Arguments of types that take one argument by position and the rest by name.
import type { Borrowed } from "../../memory/memory.ts";
import { dictUsed, nextKey, nextValue, PyDict_Next } from "../../objects/dict_core.ts";
import { raise } from "../../objects/errors.ts";
import { sizeOf } from "../../objects/object.ts";
import { raiseUnexpectedKeyword } from "../../objects/suggestions.ts";
import { PyTuple_GET_ITEM } from "../../objects/tuple_core.ts";
import { PyExc_TypeError } from "../../objects/types.ts";
import { _PyUnicode_EqualToASCIIString } from "../../objects/unicode_core.ts";

/** The borrowed arguments, positional ones first, 0 for those not given; null with an error set. */
export function keywordValues(
  name: string,
  args: Borrowed,
  keywords: Borrowed,
  positionalCount: number,
  names: readonly string[],
): Borrowed[] | null {
  const given = sizeOf(args);
  if (given > positionalCount) {
    const plural = positionalCount === 1 ? "" : "s";
    raise(PyExc_TypeError, `${name}() takes at most ${positionalCount} positional argument${plural} (${given} given)`);
    return null;
  }
  const values: Borrowed[] = [];
  for (let i = 0; i < positionalCount; i++) values.push(i < given ? PyTuple_GET_ITEM(args, i) : 0);
  for (let i = 0; i < names.length; i++) values.push(0);
  if (keywords === 0 || dictUsed(keywords) === 0) return values;
  for (let at = PyDict_Next(keywords, 0); at !== 0; at = PyDict_Next(keywords, at)) {
    const key = nextKey();
    const index = names.findIndex((one) => _PyUnicode_EqualToASCIIString(key, one));
    if (index < 0) {
      raiseUnexpectedKeyword(`${name}()`, key, names);
      return null;
    }
    values[positionalCount + index] = nextValue();
  }
  return values;
}
