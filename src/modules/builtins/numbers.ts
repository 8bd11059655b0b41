// Built-in functions on numbers: abs, divmod, pow, round.
import type { Borrowed, Owned } from "../../memory/memory.ts";
import { PyNumberMethods } from "../../memory/structs/object.ts";
import { PyNumber_Divmod, PyNumber_Power, pushUnary } from "../../objects/abstract.ts";
import type { MethodRow } from "../../objects/declare.ts";
import { raise, typeNameOf } from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { pushSpecialOr } from "../../objects/special.ts";
import { Py_None, PyExc_TypeError } from "../../objects/types.ts";

const id_round = identifier("__round__");
const NO_METHOD = -1;

function builtin_round(_module: Borrowed, number: Borrowed, digits: Borrowed): Owned {
  const result = pushSpecialOr(NO_METHOD, number, id_round, digits === Py_None ? 0 : digits);
  if (result !== NO_METHOD) return result;
  return raise(PyExc_TypeError, `type ${typeNameOf(number)} doesn't define __round__ method`);
}

function builtin_pow(_module: Borrowed, base: Borrowed, exponent: Borrowed, modulus: Borrowed): Owned {
  return PyNumber_Power(base, exponent, modulus === 0 ? Py_None : modulus);
}

export const numberFunctions: readonly MethodRow[] = [
  ["abs", "(x, /)", (_m: Borrowed, o: Borrowed) => pushUnary(o, PyNumberMethods.nb_absolute, "abs()")],
  ["divmod", "(x, y, /)", (_m: Borrowed, x: Borrowed, y: Borrowed) => PyNumber_Divmod(x, y)],
  ["pow", "(base, exp, mod=None)", builtin_pow],
  ["round", "(number, ndigits=None)", builtin_round],
];
