// _statistics: the inverse of the normal distribution, by Wichura's algorithm AS 241: a quotient of two polynomials in the
// centre, two others in the tails.
import { log } from "../base/libm/logarithm.ts";
import type { Borrowed, Owned } from "../memory/memory.ts";
import { declareModule } from "../objects/declare.ts";
import { PyErr_NoMemory, raise } from "../objects/errors.ts";
import { newFloat } from "../objects/float_core.ts";
import { PyExc_ValueError } from "../objects/types.ts";

interface Quotient {
  /** Coefficients, the highest power first. */
  readonly numerator: readonly number[];
  readonly denominator: readonly number[];
}

const CENTRAL: Quotient = {
  numerator: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946, 1971.5909503065513,
    133.14166789178438, 3.3871328727963665,
  ],
  denominator: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751, 687.1870074920579,
    42.31333070160091, 1.0,
  ],
};
const NEAR: Quotient = {
  numerator: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  denominator: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1.0,
  ],
};
const FAR: Quotient = {
  numerator: [
    2.0103343992922881e-7, 2.7115555687434876e-5, 0.0012426609473880784, 0.026532189526576124, 0.29656057182850487,
    1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  denominator: [
    2.0442631033899397e-15, 1.421511758316446e-7, 1.8463183175100548e-5, 0.0007868691311456133, 0.014875361290850615,
    0.1369298809227358, 0.599832206555888, 1.0,
  ],
};

function polynomial(coefficients: readonly number[], x: number): number {
  let value = coefficients[0];
  for (let i = 1; i < coefficients.length; i++) value = value * x + coefficients[i];
  return value;
}

const CENTRAL_RADIUS = 0.425;
const CENTRAL_SQUARE = 0.180625;
const TAIL_START = 1.6;
const FAR_START = 5;

/** The quantile of the standard normal distribution; null where there is none. */
function quantile(p: number): number | null {
  const q = p - 0.5;
  if (Math.abs(q) <= CENTRAL_RADIUS) {
    const r = CENTRAL_SQUARE - q * q;
    return (polynomial(CENTRAL.numerator, r) * q) / polynomial(CENTRAL.denominator, r);
  }
  const tail = q <= 0 ? p : 1 - p;
  if (tail <= 0 || tail >= 1) return null;
  const r = Math.sqrt(-log(tail));
  const [quotient, start] = r <= FAR_START ? [NEAR, TAIL_START] : [FAR, FAR_START];
  const x = polynomial(quotient.numerator, r - start) / polynomial(quotient.denominator, r - start);
  return q < 0 ? -x : x;
}

function normalInverse(_module: Borrowed, p: number, mu: number, sigma: number): Owned {
  const x = p <= 0 || p >= 1 ? null : quantile(p);
  if (x === null) return raise(PyExc_ValueError, "inv_cdf undefined for these parameters");
  return newFloat(mu + x * sigma) || PyErr_NoMemory();
}

declareModule({
  name: "_statistics",
  functions: [["_normal_dist_inv_cdf", "(p: float, mu: float, sigma: float, /)", normalInverse]],
});
