// math's sums and products of iterables: fsum, prod, sumprod. fsum and prod walk in a native frame (consume.ts); sumprod
// takes its items one pair at a time, settled.
import { fma } from "../base/libm/arithmetic.ts";
import { ddLow, twoSum } from "../base/libm/double_double.ts";
import { type Address, type Borrowed, f64, type Owned, setF64 } from "../memory/memory.ts";
import {
  NB_MULTIPLY,
  PyIter_Next,
  PyNumber_Add,
  PyNumber_Multiply,
  PyObject_GetIter,
  pushBinaryOp,
} from "../objects/abstract.ts";
import { BYTES_DATA, bytesResize, PyBytes_FromStringAndSize } from "../objects/bytes_core.ts";
import { ACCUMULATOR, declareConsumer, GO_ON } from "../objects/consume.ts";
import { convertFloat } from "../objects/convert.ts";
import type { MethodRow } from "../objects/declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "../objects/errors.ts";
import { floatValue, newFloat } from "../objects/float_core.ts";
import { nativeLocal, PUSHED, setNativeLocal, takeNativeLocal } from "../objects/frames.ts";
import { longToDouble } from "../objects/long_convert.ts";
import { one } from "../objects/long_core.ts";
import { longFromBigInt, longToBigInt } from "../objects/long_digits.ts";
import { nativeWord, setNativeWord } from "../objects/native_scratch.ts";
import { decref, newRef, sizeOf, typeOf, xdecref } from "../objects/object.ts";
import { PyBool_Type, PyExc_OverflowError, PyExc_ValueError, PyFloat_Type, PyLong_Type } from "../objects/types.ts";

// -- fsum: Shewchuk's partial sums --------------------------------------------------------------------------------------
// The accumulator is a bytes object of doubles: the sums of special values, then the partials, which do not overlap and
// grow in size. Their exact sum is the sum of the items.

const SPECIAL_SUM = BYTES_DATA;
const INFINITE_SUM = BYTES_DATA + 8;
const PARTIALS = BYTES_DATA + 16;
const FIRST_PARTIAL_COUNT = 32;
/** Word: how many partials there are. */
const PARTIAL_COUNT = 0;

function newPartials(): Owned {
  const bytes = PyBytes_FromStringAndSize(0, 16 + FIRST_PARTIAL_COUNT * 8);
  if (bytes === 0) return PyErr_NoMemory();
  setF64(bytes + SPECIAL_SUM, 0);
  setF64(bytes + INFINITE_SUM, 0);
  return bytes;
}

function addPartial(frame: Address, item: Owned): number {
  const added = convertFloat(item);
  decref(item);
  if (added === -1 && PyErr_Occurred() !== 0) return 0;
  const bytes = nativeLocal(frame, ACCUMULATOR);
  let x = added;
  let kept = 0;
  const count = nativeWord(frame, PARTIAL_COUNT);
  for (let index = 0; index < count; index++) {
    let y = f64(bytes + PARTIALS + index * 8);
    if (Math.abs(x) < Math.abs(y)) [x, y] = [y, x];
    const high = x + y;
    const low = y - (high - x);
    if (low !== 0) setF64(bytes + PARTIALS + kept++ * 8, low);
    x = high;
  }
  setNativeWord(frame, PARTIAL_COUNT, kept);
  if (x === 0) return GO_ON;
  if (x - x !== 0) {
    if (Math.abs(added) < Infinity) return raise(PyExc_OverflowError, "intermediate overflow in fsum");
    if (Math.abs(added) === Infinity) setF64(bytes + INFINITE_SUM, f64(bytes + INFINITE_SUM) + added);
    setF64(bytes + SPECIAL_SUM, f64(bytes + SPECIAL_SUM) + added);
    setNativeWord(frame, PARTIAL_COUNT, 0);
    return GO_ON;
  }
  let room = bytes;
  if (16 + (kept + 1) * 8 > sizeOf(bytes)) {
    room = bytesResize(takeNativeLocal(frame, ACCUMULATOR), 16 + kept * 2 * 8);
    if (room === 0) return PyErr_NoMemory();
    setNativeLocal(frame, ACCUMULATOR, room);
  }
  setF64(room + PARTIALS + kept * 8, x);
  setNativeWord(frame, PARTIAL_COUNT, kept + 1);
  return GO_ON;
}

function roundPartials(frame: Address): Owned {
  const bytes = nativeLocal(frame, ACCUMULATOR);
  const special = f64(bytes + SPECIAL_SUM);
  if (special !== 0) {
    if (Number.isNaN(f64(bytes + INFINITE_SUM))) return raise(PyExc_ValueError, "-inf + inf in fsum");
    return newFloat(special) || PyErr_NoMemory();
  }
  const at = (index: number): number => f64(bytes + PARTIALS + index * 8);
  let count = nativeWord(frame, PARTIAL_COUNT);
  let high = 0;
  if (count > 0) {
    high = at(--count);
    let low = 0;
    while (count > 0) {
      const x = high;
      const y = at(--count);
      high = x + y;
      low = y - (high - x);
      if (low !== 0) break;
    }
    // Half-way cases: what lies below decides.
    if (count > 0 && ((low < 0 && at(count - 1) < 0) || (low > 0 && at(count - 1) > 0))) {
      const doubled = low * 2;
      const rounded = high + doubled;
      if (doubled === rounded - high) high = rounded;
    }
  }
  return newFloat(high) || PyErr_NoMemory();
}

const fsumWalk = declareConsumer("math.fsum", { wordCount: 1, onItem: addPartial, onEnd: roundPartials });

function fsum(_module: Borrowed, iterable: Borrowed): Owned {
  const partials = newPartials();
  return partials === 0 ? 0 : fsumWalk.push(iterable, partials);
}

// -- prod -----------------------------------------------------------------------------------------------------------------

function takeProduct(frame: Address, product: Owned): number {
  if (product === 0) return 0;
  decref(takeNativeLocal(frame, ACCUMULATOR));
  setNativeLocal(frame, ACCUMULATOR, product);
  return GO_ON;
}

const prodWalk = declareConsumer("math.prod", {
  onItem: (frame, item) => {
    const product = pushBinaryOp(nativeLocal(frame, ACCUMULATOR), item, NB_MULTIPLY);
    decref(item);
    return product === PUSHED ? PUSHED : takeProduct(frame, product);
  },
  onResult: takeProduct,
  onEnd: (frame) => takeNativeLocal(frame, ACCUMULATOR),
});

function prod(_module: Borrowed, iterable: Borrowed, start: Borrowed): Owned {
  return prodWalk.push(iterable, newRef(start === 0 ? one : start));
}

// -- sumprod --------------------------------------------------------------------------------------------------------------
// As long as all items are ints that fit 64 bits, a sum of such; then, while they are floats, or ints beside floats, a sum
// in three doubles; from there on objects. A way that was left is not taken again.

const TWO_63 = 1n << 63n;
const fits = (value: bigint): boolean => value >= -TWO_63 && value < TWO_63;

class SumOfProducts {
  total: Owned = longFromBigInt(0n);
  #takesInts = true;
  #ints = 0n;
  #takesFloats = true;
  #hasFloats = false;
  #high = 0;
  #low = 0;
  #tiny = 0;

  /** Adds p · q. False with an error set. */
  add(p: Borrowed, q: Borrowed): boolean {
    if (this.#takesInts && this.#addInts(p, q)) return true;
    if (!this.#leaveInts()) return false;
    if (this.#takesFloats && this.#addFloats(p, q)) return true;
    if (!this.#leaveFloats()) return false;
    const product = PyNumber_Multiply(p, q);
    return product !== 0 && this.#addObject(product);
  }

  /** Brings all parts together. False with an error set. */
  finish(): boolean {
    return this.#leaveInts() && this.#leaveFloats();
  }

  #addObject(value: Owned): boolean {
    const sum = value === 0 ? 0 : PyNumber_Add(this.total, value);
    xdecref(value);
    if (sum === 0) return false;
    decref(this.total);
    this.total = sum;
    return true;
  }

  #addInts(p: Borrowed, q: Borrowed): boolean {
    if (typeOf(p) !== PyLong_Type || typeOf(q) !== PyLong_Type) return false;
    const a = longToBigInt(p);
    const b = longToBigInt(q);
    if (!fits(a) || !fits(b) || !fits(a * b) || !fits(this.#ints + a * b)) return false;
    this.#ints += a * b;
    return true;
  }

  #leaveInts(): boolean {
    if (!this.#takesInts) return true;
    this.#takesInts = false;
    return this.#ints === 0n || this.#addObject(longFromBigInt(this.#ints));
  }

  #addFloats(p: Borrowed, q: Borrowed): boolean {
    const isFloatP = typeOf(p) === PyFloat_Type;
    const isFloatQ = typeOf(q) === PyFloat_Type;
    const isInt = (o: Borrowed): boolean => typeOf(o) === PyLong_Type || typeOf(o) === PyBool_Type;
    if (!(isFloatP || isFloatQ) || !(isFloatP || isInt(p)) || !(isFloatQ || isInt(q))) return false;
    const x = isFloatP ? floatValue(p) : longToDouble(p);
    const y = isFloatQ ? floatValue(q) : longToDouble(q);
    if ((!isFloatP && Math.abs(x) === Infinity) || (!isFloatQ && Math.abs(y) === Infinity)) return false;
    const product = x * y;
    const lost = fma(x, y, -product);
    const high = twoSum(this.#high, product);
    const highRest = ddLow();
    const low = twoSum(this.#low, lost);
    const lowRest = ddLow();
    const middle = twoSum(low, highRest);
    const middleRest = ddLow();
    if (!(Math.abs(high) < Infinity)) return false;
    this.#hasFloats = true;
    this.#high = high;
    this.#low = middle;
    this.#tiny = this.#tiny + lowRest + middleRest;
    return true;
  }

  #leaveFloats(): boolean {
    if (!this.#takesFloats) return true;
    this.#takesFloats = false;
    if (!this.#hasFloats) return true;
    const last = twoSum(this.#low, this.#tiny);
    const lastRest = ddLow();
    const total = twoSum(this.#high, last);
    return this.#addObject(newFloat(total + (ddLow() + lastRest)) || PyErr_NoMemory());
  }
}

function sumPairs(p: Borrowed, q: Borrowed): Owned {
  const sum = new SumOfProducts();
  let isFine = sum.total !== 0;
  while (isFine) {
    const a = PyIter_Next(p);
    if (a === 0 && PyErr_Occurred() !== 0) break;
    const b = PyIter_Next(q);
    isFine = b !== 0 || PyErr_Occurred() === 0;
    if (isFine && (a === 0) !== (b === 0)) {
      raise(PyExc_ValueError, "Inputs are not the same length");
      isFine = false;
    }
    if (isFine && a === 0) {
      if (sum.finish()) return sum.total;
      break;
    }
    isFine &&= sum.add(a, b);
    xdecref(a);
    xdecref(b);
  }
  xdecref(sum.total);
  return 0;
}

function sumprod(_module: Borrowed, p: Borrowed, q: Borrowed): Owned {
  const a = PyObject_GetIter(p);
  const b = a === 0 ? 0 : PyObject_GetIter(q);
  const sum = b === 0 ? 0 : sumPairs(a, b);
  xdecref(a);
  xdecref(b);
  return sum;
}

export const SUM_FUNCTIONS: readonly MethodRow[] = [
  ["fsum", "(seq, /)", fsum],
  ["prod", "(iterable, /, *, start=1)", prod],
  ["sumprod", "(p, q, /)", sumprod],
];
