// gamma and lgamma as CPython's Modules/mathmodule.c computes them (`m_tgamma`, `m_lgamma`): a Lanczos approximation
// with g = 6.0246…, thirteen terms, in plain doubles. Their last bits depend on the order of operations, so the order
// is CPython's. NaN or an infinity stands where CPython raises (noted at each function).
import { isSignSet } from "../double_bits.ts";
import { exp } from "./exponential.ts";
import { log } from "./logarithm.ts";
import { pow } from "./power.ts";
import { LANCZOS, LANCZOS_G, LN_PI_HIGH, PI_HIGH } from "./tables.gen.ts";
import { cos, sin } from "./trigonometric.ts";

const LANCZOS_G_MINUS_HALF = LANCZOS_G - 0.5;

/** The rational function L of tools/make-libm-tables.ts. */
function lanczosSum(x: number): number {
  let top = 0;
  let bottom = 0;
  // Large x divides by x instead of multiplying, so that nothing overflows.
  if (x < 5) {
    for (let row = LANCZOS.length - 2; row >= 0; row -= 2) {
      top = top * x + LANCZOS[row];
      bottom = bottom * x + LANCZOS[row + 1];
    }
  } else {
    for (let row = 0; row < LANCZOS.length; row += 2) {
      top = top / x + LANCZOS[row];
      bottom = bottom / x + LANCZOS[row + 1];
    }
  }
  return top / bottom;
}

/** sin(πx) for finite x, by reduction modulo 2 first. */
function sinePi(x: number): number {
  const y = Math.abs(x) % 2;
  let result: number;
  switch (roundHalfAway(2 * y)) {
    case 0:
      result = sin(PI_HIGH * y);
      break;
    case 1:
      result = cos(PI_HIGH * (y - 0.5));
      break;
    case 2:
      // −sin(π(y − 1)) is the same but for the sign of a zero.
      result = sin(PI_HIGH * (1 - y));
      break;
    case 3:
      result = -cos(PI_HIGH * (y - 1.5));
      break;
    default:
      result = sin(PI_HIGH * (y - 2));
  }
  return isSignSet(x) ? -result : result;
}

/** C's round for a value ≥ 0. */
function roundHalfAway(value: number): number {
  const whole = Math.floor(value);
  return value - whole >= 0.5 ? whole + 1 : whole;
}

const LAST_EXACT_ARGUMENT = 23;
const factorials: number[] = [1];
for (let n = 1; n < LAST_EXACT_ARGUMENT; n++) factorials.push(factorials[n - 1] * n);

/**
 * math.gamma. ValueError in CPython: NaN result of a non-NaN argument, or x = 0 (result ±∞). OverflowError: infinite
 * result of another finite argument.
 */
export function gamma(x: number): number {
  if (!(Math.abs(x) < Infinity)) return x === -Infinity ? NaN : x;
  if (x === 0) return 1 / x;
  if (x === Math.floor(x)) {
    if (x < 0) return NaN;
    if (x <= LAST_EXACT_ARGUMENT) return factorials[x - 1];
  }
  const magnitude = Math.abs(x);
  if (magnitude < 1e-20) return 1 / x;
  if (magnitude > 200) return x < 0 ? 0 / sinePi(x) : Infinity;
  const y = magnitude + LANCZOS_G_MINUS_HALF;
  // z is the rounding error of y, carried along to first order.
  let z: number;
  if (magnitude > LANCZOS_G_MINUS_HALF) z = y - magnitude - LANCZOS_G_MINUS_HALF;
  else z = y - LANCZOS_G_MINUS_HALF - magnitude;
  z = (z * LANCZOS_G) / y;
  let result: number;
  if (x < 0) {
    result = ((-PI_HIGH / sinePi(magnitude) / magnitude) * exp(y)) / lanczosSum(magnitude);
    result -= z * result;
    if (magnitude < 140) result /= pow(y, magnitude - 0.5);
    else {
      const root = pow(y, magnitude / 2 - 0.25);
      result /= root;
      result /= root;
    }
  } else {
    result = lanczosSum(magnitude) / exp(y);
    result += z * result;
    if (magnitude < 140) result *= pow(y, magnitude - 0.5);
    else {
      const root = pow(y, magnitude / 2 - 0.25);
      result *= root;
      result *= root;
    }
  }
  return result;
}

/** math.lgamma. ValueError in CPython: x a non-positive integer (result ∞). OverflowError: other infinite results. */
export function lgamma(x: number): number {
  if (!(Math.abs(x) < Infinity)) return Number.isNaN(x) ? x : Infinity;
  if (x === Math.floor(x) && x <= 2) return x <= 0 ? Infinity : 0;
  const magnitude = Math.abs(x);
  if (magnitude < 1e-20) return -log(magnitude);
  let result = log(lanczosSum(magnitude)) - LANCZOS_G;
  result += (magnitude - 0.5) * (log(magnitude + LANCZOS_G - 0.5) - 1);
  if (x < 0) result = LN_PI_HIGH - log(Math.abs(sinePi(magnitude))) - log(magnitude) - result;
  return result;
}
