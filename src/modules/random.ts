// _random: the Mersenne Twister behind random.Random. Index and state stand in the object, as CPython's RandomObject has
// them, so the functions of base/mt19937.ts work on the machine's memory itself.

import { MT_STATE_WORDS, mtNext, mtRandom, mtSeed, mtSeedByArray } from "../base/mt19937.ts";
import { host } from "../host/host.ts";
import { type Borrowed, I32, type Owned, setI32, u32 } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { PyObject_Hash } from "../objects/abstract.ts";
import { convertInt } from "../objects/convert.ts";
import { declareModule, newModuleType } from "../objects/declare.ts";
import { PyDict_Size } from "../objects/dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeNameOf } from "../objects/errors.ts";
import { newFloat } from "../objects/float_core.ts";
import { hashHigh, hashLow } from "../objects/hash.ts";
import { longToNumber, PyLong_FromNumber, zero } from "../objects/long_core.ts";
import { longFromBigInt, magnitudeOf } from "../objects/long_digits.ts";
import { isInt, isTuple, Py_TPFLAGS_BASETYPE, sizeOf } from "../objects/object.ts";
import { PyTuple_GET_ITEM, PyTuple_New, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import { Py_None, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { addTypes } from "./make_module.ts";
import { allocate } from "./type_support.ts";

const WORD_BYTES = 4;
const RandomObject = struct("RandomObject", 2520, {
  ...OBJECT_HEAD,
  index: [16, "i32", "how many words of the state are used"],
  state: [20, "u32", "what the next words are made of", MT_STATE_WORDS],
});

/** Where base/mt19937.ts finds the object's words in I32. */
const wordsOf = (o: Borrowed): number => (o + RandomObject.index) / WORD_BYTES;

/** The words of a number without its sign, lowest first; zero is one word. */
function seedByNumber(o: Borrowed, magnitude: bigint): void {
  const digits = magnitude.toString(16);
  const key: number[] = [];
  for (let end = digits.length; end > 0; end -= 8)
    key.push(Number.parseInt(digits.slice(Math.max(0, end - 8), end), 16));
  mtSeedByArray(I32, wordsOf(o), key, 0, key.length);
}

function seedByEntropy(o: Borrowed): void {
  const bytes = host().entropy(MT_STATE_WORDS * WORD_BYTES);
  const key: number[] = [];
  for (let at = 0; at < bytes.length; at += WORD_BYTES) {
    key.push((bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24)) >>> 0);
  }
  mtSeedByArray(I32, wordsOf(o), key, 0, key.length);
}

/** random_seed: 0, or -1 with an error set. */
function seedFrom(o: Borrowed, seed: Borrowed): number {
  if (seed === 0 || seed === Py_None) seedByEntropy(o);
  else if (isInt(seed)) seedByNumber(o, magnitudeOf(seed));
  else {
    if (PyObject_Hash(seed) < 0) return -1;
    const hash = (BigInt(hashHigh() >>> 0) << 32n) | BigInt(hashLow() >>> 0);
    seedByNumber(o, hash);
  }
  return 0;
}

function random_new(type: Borrowed): Owned {
  const o = allocate(type);
  if (o !== 0) mtSeed(I32, wordsOf(o), 0);
  return o;
}

function random_init(o: Borrowed, args: Borrowed, kwargs: Borrowed): number {
  if (kwargs !== 0 && PyDict_Size(kwargs) > 0) {
    raise(PyExc_TypeError, "Random() takes no keyword arguments");
    return -1;
  }
  const count = sizeOf(args);
  if (count > 1) {
    raise(PyExc_TypeError, "Random() requires 0 or 1 argument");
    return -1;
  }
  return seedFrom(o, count === 0 ? 0 : PyTuple_GET_ITEM(args, 0));
}

function getrandbits(o: Borrowed, kObject: Borrowed): Owned {
  const k = convertInt(kObject);
  if (k === -1 && PyErr_Occurred() !== 0) return 0;
  if (k < 0) return raise(PyExc_ValueError, "number of bits must be non-negative");
  if (k === 0) return zero;
  const words = wordsOf(o);
  if (k <= 32) return PyLong_FromNumber(mtNext(I32, words) >>> (32 - k)) || PyErr_NoMemory();
  const hex: string[] = [];
  for (let left = k; left > 0; left -= 32) {
    const word = left < 32 ? mtNext(I32, words) >>> (32 - left) : mtNext(I32, words);
    hex.push(word.toString(16).padStart(8, "0"));
  }
  return longFromBigInt(BigInt(`0x${hex.reverse().join("")}`));
}

function getstate(o: Borrowed): Owned {
  const state = PyTuple_New(MT_STATE_WORDS + 1);
  if (state === 0) return PyErr_NoMemory();
  for (let index = 0; index <= MT_STATE_WORDS; index++) {
    const at = index < MT_STATE_WORDS ? o + RandomObject.state + index * WORD_BYTES : o + RandomObject.index;
    PyTuple_SET_ITEM(state, index, PyLong_FromNumber(u32(at)));
  }
  return state;
}

function setstate(o: Borrowed, state: Borrowed): Owned {
  if (!isTuple(state)) return raise(PyExc_TypeError, "state vector must be a tuple");
  if (sizeOf(state) !== MT_STATE_WORDS + 1) return raise(PyExc_ValueError, "state vector is the wrong size");
  const words: number[] = [];
  for (let index = 0; index <= MT_STATE_WORDS; index++) {
    const item = PyTuple_GET_ITEM(state, index);
    if (!isInt(item)) {
      const isIndex = index === MT_STATE_WORDS;
      const indexError = `'${typeNameOf(item)}' object cannot be interpreted as an integer`;
      return raise(PyExc_TypeError, isIndex ? indexError : "an integer is required");
    }
    const word = longToNumber(item);
    if (index === MT_STATE_WORDS) {
      if (word < 0 || word > MT_STATE_WORDS) return raise(PyExc_ValueError, "invalid state");
    } else if (word < 0) return raise(PyExc_OverflowError, "can't convert negative value to unsigned int");
    words.push(word >>> 0);
  }
  for (let index = 0; index < MT_STATE_WORDS; index++)
    setI32(o + RandomObject.state + index * WORD_BYTES, words[index] | 0);
  setI32(o + RandomObject.index, words[MT_STATE_WORDS]);
  return Py_None;
}

const randomType = newModuleType({
  name: "_random.Random",
  isMutable: true,
  basicsize: RandomObject.sizeof,
  flags: Py_TPFLAGS_BASETYPE,
  slots: { tp_new: random_new, tp_init: random_init },
  methods: [
    ["random", "()", (o: Borrowed) => newFloat(mtRandom(I32, wordsOf(o))) || PyErr_NoMemory()],
    ["seed", "(n=None, /)", (o: Borrowed, seed: Borrowed) => (seedFrom(o, seed) < 0 ? 0 : Py_None)],
    ["getstate", "()", getstate],
    ["setstate", "(state, /)", setstate],
    ["getrandbits", "(k, /)", getrandbits],
  ],
});

declareModule({
  name: "_random",
  exec: (module) => addTypes(module, randomType),
});
