// Functions of complex numbers, as CPython's cmathmodule.c computes them from real ones (Kahan's formulas, arranged so that
// branch cuts and signs of zero come out right).
//
// A function leaves its result in resultReal() and resultImag() and answers with what went wrong. Where a part is infinite or
// NaN the result is looked up: a row for the real part, a column for the imaginary one.
import { copySign, isSignSet, scaleDouble } from "../double_bits.ts";
import { exp } from "./exponential.ts";
import { asinh, cosh, sinh, tanh } from "./hyperbolic.ts";
import { log, log1p } from "./logarithm.ts";
import { hypot } from "./power.ts";
import { atan2, cos, sin, tan } from "./trigonometric.ts";

export const FINE = 0;
export const DOMAIN_ERROR = 1;
export const RANGE_ERROR = 2;
export type Outcome = typeof FINE | typeof DOMAIN_ERROR | typeof RANGE_ERROR;
export type ComplexFunction = (real: number, imag: number) => Outcome;

let real = 0;
let imag = 0;
export const resultReal = (): number => real;
export const resultImag = (): number => imag;

function result(a: number, b: number, outcome: Outcome = FINE): Outcome {
  real = a;
  imag = b;
  return outcome;
}

// biome-ignore lint/suspicious/noApproximativeNumericConstant: written out, since the machine asks no engine for numbers
const PI = 3.141592653589793;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: as above
const E = 2.718281828459045;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: as above
const LN2 = 0.6931471805599453;
// biome-ignore lint/suspicious/noApproximativeNumericConstant: as above
const LN10 = 2.302585092994046;
/** Beyond these, intermediate results would overflow or vanish. */
const LARGE = Number.MAX_VALUE / 4;
const LARGE_ROOT = Math.sqrt(LARGE);
const LARGE_LOG = log(LARGE);
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const SMALLEST_ROOT = Math.sqrt(SMALLEST_NORMAL);
const MANTISSA_BITS = 53;
/** For square roots of subnormal numbers: an odd power of two, and half of its negative. */
const SCALE_UP = 53;
const SCALE_DOWN = -27;
/** Where log(|z|) is taken of |z| - 1 instead. */
const NEAR_ONE = [0.71, 1.73] as const;

/** Neither infinite nor NaN. */
const isBounded = (x: number): boolean => Math.abs(x) < Infinity;
const isInfinite = (x: number): boolean => Math.abs(x) === Infinity;

// -- infinities and NaN ----------------------------------------------------------------------------------------------------

/** Rows and columns: -inf, negative, -0, 0, positive, inf, NaN. */
function kindOf(x: number): number {
  if (Number.isNaN(x)) return 6;
  if (isInfinite(x)) return x < 0 ? 0 : 5;
  if (x === 0) return isSignSet(x) ? 2 : 3;
  return x < 0 ? 1 : 4;
}

/** i infinity · N NaN · p π · h π/2 · q π/4 · t 3π/4 · E domain error, with the two parts as infinity and NaN. */
const VALUES: Readonly<Record<string, number>> = {
  0: 0,
  1: 1,
  i: Infinity,
  N: NaN,
  p: PI,
  h: PI / 2,
  q: PI / 4,
  t: 0.75 * PI,
};
const read = (code: string): number => (code[0] === "-" ? -VALUES[code[1]] : VALUES[code]);

type Table = readonly (readonly [number, number] | null)[];
/** Only pairs with an infinity or a NaN are written down, row by row. */
function table(codes: string): Table {
  const pairs = codes.split(" ").values();
  const cells: (readonly [number, number] | null)[] = [];
  const isSpecial = (kind: number): boolean => kind === 0 || kind >= 5;
  for (let row = 0; row < 7; row++) {
    for (let column = 0; column < 7; column++) {
      const code = isSpecial(row) || isSpecial(column) ? (pairs.next().value as string) : "E";
      const [a, b] = code.split(",");
      cells.push(code === "E" ? null : [read(a), read(b)]);
    }
  }
  return cells;
}

const ACOS = table(
  "t,i p,i p,i p,-i p,-i t,-i N,i h,i h,-i N,N h,i h,-i h,N h,i h,-i h,N h,i h,-i N,N q,i 0,i 0,i 0,-i 0,-i q,-i N,i N,i N,N N,N N,N N,N N,-i N,N",
);
const ACOSH = table(
  "i,-t i,-p i,-p i,p i,p i,t i,N i,-h i,h N,N i,-h i,h N,N i,-h i,h N,N i,-h i,h N,N i,-q i,-0 i,-0 i,0 i,0 i,q i,N i,N N,N N,N N,N N,N i,N N,N",
);
const ASINH = table(
  "-i,-q -i,-0 -i,-0 -i,0 -i,0 -i,q -i,N -i,-h -i,h N,N -i,-h -i,h N,N i,-h i,h N,N i,-h i,h N,N i,-q i,-0 i,-0 i,0 i,0 i,q i,N i,N N,N N,-0 N,0 N,N i,N N,N",
);
const ATANH = table(
  "-0,-h -0,-h -0,-h -0,h -0,h -0,h -0,N -0,-h -0,h N,N -0,-h -0,h -0,N 0,-h 0,h 0,N 0,-h 0,h N,N 0,-h 0,-h 0,-h 0,h 0,h 0,h 0,N 0,-h N,N N,N N,N N,N 0,h N,N",
);
const COSH = table(
  "E E i,0 i,-0 E E i,N E E N,N E E N,0 E E N,0 E E N,N E E i,-0 i,0 E E i,N N,N N,N N,0 N,0 N,N N,N N,N",
);
const EXP = table(
  "0,0 E 0,-0 0,0 E 0,0 0,0 E E N,N E E N,N E E N,N E E N,N E E i,-0 i,0 E E i,N N,N N,N N,-0 N,0 N,N N,N N,N",
);
const LOG = table(
  "i,-t i,-p i,-p i,p i,p i,t i,N i,-h i,h N,N i,-h i,h N,N i,-h i,h N,N i,-h i,h N,N i,-q i,-0 i,-0 i,0 i,0 i,q i,N i,N N,N N,N N,N N,N i,N N,N",
);
const SINH = table(
  "E E -i,-0 -i,0 E E i,N E E N,N E E 0,N E E 0,N E E N,N E E i,-0 i,0 E E i,N N,N N,N N,-0 N,0 N,N N,N N,N",
);
const SQRT = table(
  "i,-i 0,-i 0,-i 0,i 0,i i,i N,i i,-i i,i N,N i,-i i,i N,N i,-i i,i N,N i,-i i,i N,N i,-i i,-0 i,-0 i,0 i,0 i,i i,N i,-i N,N N,N N,N N,N i,i N,N",
);
const TANH = table(
  "-1,0 E -1,-0 -1,0 E -1,0 -1,0 E E N,N E E N,N E E N,N E E N,N 1,0 E 1,-0 1,0 E 1,0 1,0 N,N N,N N,-0 N,0 N,N N,N N,N",
);
const RECT = table(
  "E E -i,0 -i,-0 E E i,N E E N,N 0,0 0,0 0,0 0,0 0,0 0,0 E E N,N E E i,-0 i,0 E E i,N N,N N,N N,0 N,0 N,N N,N N,N",
);

function special(cells: Table, x: number, y: number): Outcome {
  const cell = cells[kindOf(x) * 7 + kindOf(y)];
  return cell === null ? result(NaN, NaN, DOMAIN_ERROR) : result(cell[0], cell[1]);
}

/** An infinite real part and an angle: the sine and cosine decide the signs alone. */
const isDirected = (x: number, y: number): boolean => isInfinite(x) && isBounded(y) && y !== 0;
const checked = (): Outcome => (isInfinite(real) || isInfinite(imag) ? RANGE_ERROR : FINE);

// -- roots and logarithms --------------------------------------------------------------------------------------------------

export const complexSqrt: ComplexFunction = (x, y) => {
  if (!isBounded(x) || !isBounded(y)) return special(SQRT, x, y);
  if (x === 0 && y === 0) return result(0, y);
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  let s: number;
  if (ax < SMALLEST_NORMAL && ay < SMALLEST_NORMAL) {
    const scaled = scaleDouble(ax, SCALE_UP);
    s = scaleDouble(Math.sqrt(scaled + hypot(scaled, scaleDouble(ay, SCALE_UP))), SCALE_DOWN);
  } else s = 2 * Math.sqrt(ax / 8 + hypot(ax / 8, ay / 8));
  const d = ay / (2 * s);
  return x >= 0 ? result(s, copySign(d, y)) : result(d, copySign(s, y));
};

/** log(|z|) of numbers so large that |z| could overflow, for inverse functions that need the double of it. */
const largeLog = (x: number, y: number): number => log(hypot(x / 2, y / 2)) + LN2 * 2;
const isLarge = (x: number, y: number): boolean => Math.abs(x) > LARGE || Math.abs(y) > LARGE;

export const complexLog: ComplexFunction = (x, y) => {
  if (!isBounded(x) || !isBounded(y)) return special(LOG, x, y);
  const ax = Math.abs(x);
  const ay = Math.abs(y);
  const angle = atan2(y, x);
  if (isLarge(x, y)) return result(log(hypot(ax / 2, ay / 2)) + LN2, angle);
  if (ax < SMALLEST_NORMAL && ay < SMALLEST_NORMAL) {
    if (ax === 0 && ay === 0) return result(-Infinity, angle, DOMAIN_ERROR);
    const scaled = hypot(scaleDouble(ax, MANTISSA_BITS), scaleDouble(ay, MANTISSA_BITS));
    return result(log(scaled) - MANTISSA_BITS * LN2, angle);
  }
  const h = hypot(ax, ay);
  if (h < NEAR_ONE[0] || h > NEAR_ONE[1]) return result(log(h), angle);
  const most = Math.max(ax, ay);
  const least = Math.min(ax, ay);
  return result(log1p((most - 1) * (most + 1) + least * least) / 2, angle);
};

export const complexLog10: ComplexFunction = (x, y) => {
  const outcome = complexLog(x, y);
  return result(real / LN10, imag / LN10, outcome);
};

// -- exponential and hyperbolic functions ----------------------------------------------------------------------------------

export const complexExp: ComplexFunction = (x, y) => {
  if (isDirected(x, y)) {
    const size = x > 0 ? Infinity : 0;
    return result(copySign(size, cos(y)), copySign(size, sin(y)));
  }
  if (!isBounded(x) || !isBounded(y)) return special(EXP, x, y);
  if (x > LARGE_LOG) {
    const size = exp(x - 1);
    result(size * cos(y) * E, size * sin(y) * E);
  } else {
    const size = exp(x);
    result(size * cos(y), size * sin(y));
  }
  return checked();
};

export const complexCosh: ComplexFunction = (x, y) => {
  if (isDirected(x, y)) return result(copySign(Infinity, cos(y)), (x > 0 ? 1 : -1) * copySign(Infinity, sin(y)));
  if (!isBounded(x) || !isBounded(y)) return special(COSH, x, y);
  if (Math.abs(x) > LARGE_LOG) {
    const less = x - copySign(1, x);
    result(cos(y) * cosh(less) * E, sin(y) * sinh(less) * E);
  } else result(cos(y) * cosh(x), sin(y) * sinh(x));
  return checked();
};

export const complexSinh: ComplexFunction = (x, y) => {
  if (isDirected(x, y)) return result((x > 0 ? 1 : -1) * copySign(Infinity, cos(y)), copySign(Infinity, sin(y)));
  if (!isBounded(x) || !isBounded(y)) return special(SINH, x, y);
  if (Math.abs(x) > LARGE_LOG) {
    const less = x - copySign(1, x);
    result(cos(y) * sinh(less) * E, sin(y) * cosh(less) * E);
  } else result(cos(y) * sinh(x), sin(y) * cosh(x));
  return checked();
};

export const complexTanh: ComplexFunction = (x, y) => {
  if (isDirected(x, y)) return result(copySign(1, x), copySign(0, 2 * sin(y) * cos(y)));
  if (!isBounded(x) || !isBounded(y)) return special(TANH, x, y);
  if (Math.abs(x) > LARGE_LOG) return result(copySign(1, x), 4 * sin(y) * cos(y) * exp(-2 * Math.abs(x)));
  const tx = tanh(x);
  const ty = tan(y);
  const cx = 1 / cosh(x);
  const product = tx * ty;
  const denominator = 1 + product * product;
  return result((tx * (1 + ty * ty)) / denominator, (ty / denominator) * cx * cx);
};

// -- their inverses --------------------------------------------------------------------------------------------------------

export const complexAcos: ComplexFunction = (x, y) => {
  if (!isBounded(x) || !isBounded(y)) return special(ACOS, x, y);
  if (isLarge(x, y)) {
    const size = largeLog(x, y);
    return result(atan2(Math.abs(y), x), x < 0 ? -copySign(size, y) : copySign(size, -y));
  }
  complexSqrt(1 - x, -y);
  const aReal = real;
  const aImag = imag;
  complexSqrt(1 + x, y);
  return result(2 * atan2(aReal, real), asinh(real * aImag - imag * aReal));
};

export const complexAcosh: ComplexFunction = (x, y) => {
  if (!isBounded(x) || !isBounded(y)) return special(ACOSH, x, y);
  if (isLarge(x, y)) return result(largeLog(x, y), atan2(y, x));
  complexSqrt(x - 1, y);
  const aReal = real;
  const aImag = imag;
  complexSqrt(x + 1, y);
  return result(asinh(aReal * real + aImag * imag), 2 * atan2(aImag, real));
};

export const complexAsinh: ComplexFunction = (x, y) => {
  if (!isBounded(x) || !isBounded(y)) return special(ASINH, x, y);
  if (isLarge(x, y)) {
    const size = largeLog(x, y);
    return result(y >= 0 ? copySign(size, x) : -copySign(size, -x), atan2(y, Math.abs(x)));
  }
  complexSqrt(1 + y, -x);
  const aReal = real;
  const aImag = imag;
  complexSqrt(1 - y, x);
  return result(asinh(aReal * imag - real * aImag), atan2(y, aReal * real - aImag * imag));
};

export const complexAtanh: ComplexFunction = (x, y) => {
  if (!isBounded(x) || !isBounded(y)) return special(ATANH, x, y);
  if (isSignSet(x)) {
    const outcome = complexAtanh(-x, -y);
    return result(-real, -imag, outcome);
  }
  const ay = Math.abs(y);
  if (x > LARGE_ROOT || ay > LARGE_ROOT) {
    const h = hypot(x / 2, y / 2);
    return result(x / 4 / h / h, -copySign(PI / 2, -y));
  }
  if (x === 1 && ay < SMALLEST_ROOT) {
    if (ay === 0) return result(Infinity, y, DOMAIN_ERROR);
    return result(-log(Math.sqrt(ay) / Math.sqrt(hypot(ay, 2))), copySign(atan2(2, -ay) / 2, y));
  }
  const less = (1 - x) * (1 - x) + ay * ay;
  return result(log1p((4 * x) / less) / 4, -atan2(-2 * y, (1 - x) * (1 + x) - ay * ay) / 2);
};

// -- circular functions: the hyperbolic ones, a quarter turned --------------------------------------------------------------

const turned =
  (f: ComplexFunction): ComplexFunction =>
  (x, y) => {
    const outcome = f(-y, x);
    return result(imag, -real, outcome);
  };

export const complexAsin: ComplexFunction = turned(complexAsinh);
export const complexAtan: ComplexFunction = turned(complexAtanh);
export const complexSin: ComplexFunction = turned(complexSinh);
export const complexTan: ComplexFunction = turned(complexTanh);
export const complexCos: ComplexFunction = (x, y) => complexCosh(-y, x);

/** r at the angle phi. */
export const fromPolar: ComplexFunction = (r, phi) => {
  if (isDirected(r, phi)) {
    const sign = r > 0 ? 1 : -1;
    return result(sign * copySign(Infinity, cos(phi)), sign * copySign(Infinity, sin(phi)));
  }
  if (!isBounded(r) || !isBounded(phi)) return special(RECT, r, phi);
  if (phi === 0) return result(r, r * phi);
  return result(r * cos(phi), r * sin(phi));
};
