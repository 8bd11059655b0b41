// _md5, _sha1, _sha2, _sha3 and _blake2, on which hashlib stands where there is no OpenSSL. The functions themselves are in
// hashes/; here are the objects, which hold a state (hashes/block_hash.ts) or point to one.

import { gcUntrack } from "../gc/link.ts";
import { rawFree, rawMalloc } from "../memory/allocators.ts";
import {
  type Address,
  type Borrowed,
  bytesAt,
  copyBytes,
  fillBytes,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  writeBytes,
} from "../memory/memory.ts";
import { PyObject_IsTrue } from "../objects/abstract.ts";
import { closeBuffer, openBuffer, PyObject_CheckBuffer } from "../objects/buffer.ts";
import { bytesFromArray } from "../objects/bytes_core.ts";
import { convertInt, PyNumber_Index } from "../objects/convert.ts";
import {
  declareModule,
  declareModuleType,
  type GetSetRow,
  type MethodRow,
  reserveTypeCell,
} from "../objects/declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise } from "../objects/errors.ts";
import { PyLong_FromNumber } from "../objects/long_core.ts";
import { longToBigInt } from "../objects/long_digits.ts";
import {
  decref,
  isInt,
  isUnicode,
  newRef,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  type TypeCell,
  typeIn,
  typeOf,
} from "../objects/object.ts";
import { freeOfHeapType } from "../objects/type_alloc.ts";
import { typeDict } from "../objects/type_lookup.ts";
import { makeModuleType } from "../objects/type_spec.ts";
import { Py_None, PyExc_OverflowError, PyExc_TypeError, PyExc_ValueError } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { keywordValues } from "./hashes/arguments.ts";
import { BLAKE2B, BLAKE2S, pack } from "./hashes/blake2.ts";
import { type Algorithm, begin, digest, EXTRA, stateBytes, update, WORDS } from "./hashes/block_hash.ts";
import { MD5, SHA1 } from "./hashes/md5_sha1.ts";
import { SHA224, SHA256, SHA384, SHA512 } from "./hashes/sha2.ts";
import {
  SHA3_224,
  SHA3_256,
  SHA3_384,
  SHA3_512,
  SHA3_SUFFIX,
  SHAKE_128,
  SHAKE_256,
  SHAKE_SUFFIX,
} from "./hashes/sha3.ts";
import { addTypes, setStolen } from "./make_module.ts";
import { allocate, traverser } from "./type_support.ts";

/** Where objects point to their state; those of BLAKE2 have it in themselves. */
const HASH_STATE = 24;
const OWN_STATE = 16;

interface Kind {
  readonly algorithm: Algorithm;
  readonly type: TypeCell;
  readonly isInside: boolean;
}

function stateOf(kind: Kind, o: Borrowed): Address {
  return kind.isInside ? o + OWN_STATE : ptr(o + HASH_STATE);
}

/** An object with an empty state. Owned, 0 with an error set. */
function newHash(kind: Kind, type: Borrowed): Owned {
  const o = allocate(type);
  if (o === 0) return 0;
  if (!kind.isInside) {
    const state = rawMalloc(stateBytes(kind.algorithm));
    if (state === 0) {
      decref(o);
      return PyErr_NoMemory();
    }
    setPtr(o + HASH_STATE, state);
  }
  begin(kind.algorithm, stateOf(kind, o));
  return o;
}

/** Takes in the bytes of an object. False with an error set. */
function take(kind: Kind, o: Borrowed, data: Borrowed): boolean {
  if (isUnicode(data)) {
    raise(PyExc_TypeError, "Strings must be encoded before hashing");
    return false;
  }
  if (!PyObject_CheckBuffer(data)) {
    raise(PyExc_TypeError, "object supporting the buffer API required");
    return false;
  }
  const buffer = openBuffer(data);
  if (buffer === null) return false;
  update(kind.algorithm, stateOf(kind, o), buffer.data, buffer.length);
  closeBuffer(buffer);
  return true;
}

function hexText(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += (byte < 16 ? "0" : "") + byte.toString(16);
  return text;
}

function answer(kind: Kind, o: Borrowed, byteCount: number, isHex: boolean): Owned {
  const bytes = digest(kind.algorithm, stateOf(kind, o), byteCount);
  if (bytes === null) return PyErr_NoMemory();
  return (isHex ? PyUnicode_FromString(hexText(bytes)) : bytesFromArray(bytes)) || PyErr_NoMemory();
}

/** SHAKE digests are as long as one asks for, up to here. */
const SHAKE_LIMIT = 2 ** 29;
const C_LONG = 2n ** 64n;

/** The length of a SHAKE digest; -1 with an error set. */
function lengthOf(value: Borrowed): number {
  if (!isInt(value)) {
    raise(PyExc_TypeError, "an integer is required");
    return -1;
  }
  const length = longToBigInt(value);
  if (length < 0n) raise(PyExc_ValueError, "value must be positive");
  else if (length >= C_LONG) raise(PyExc_OverflowError, "Python int too large to convert to C unsigned long");
  else if (length >= SHAKE_LIMIT) raise(PyExc_ValueError, "length is too large");
  else return Number(length);
  return -1;
}

function isShake(algorithm: Algorithm): boolean {
  return algorithm.digestBytes === 0;
}

function methodsOf(kind: Kind): MethodRow[] {
  const { algorithm } = kind;
  const ending = (isHex: boolean): MethodRow["2"] =>
    isShake(algorithm)
      ? (o: Borrowed, value: Borrowed): Owned => {
          const length = lengthOf(value);
          return length < 0 ? 0 : answer(kind, o, length, isHex);
        }
      : (o: Borrowed): Owned => answer(kind, o, algorithm.digestBytes, isHex);
  const signature = isShake(algorithm) ? "(length, /)" : "()";
  const parameter = kind.isInside || algorithm.name.startsWith("sha3_") || isShake(algorithm) ? "data" : "obj";
  return [
    ["copy", "()", (o: Borrowed) => copy(kind, o)],
    ["digest", signature, ending(false)],
    ["hexdigest", signature, ending(true)],
    ["update", `(${parameter}, /)`, (o: Borrowed, data: Borrowed) => (take(kind, o, data) ? Py_None : 0)],
  ];
}

function copy(kind: Kind, o: Borrowed): Owned {
  const result = newHash(kind, typeOf(o));
  if (result !== 0) copyBytes(stateOf(kind, result), stateOf(kind, o), stateBytes(kind.algorithm));
  return result;
}

const KECCAK_BITS = 1600;

/** Declares the type of an algorithm's objects. */
function declareHash(
  algorithm: Algorithm,
  name: string,
  basicsize: number,
  flags: number,
  construct?: Construct,
): Kind {
  const isInside = algorithm === BLAKE2B || algorithm === BLAKE2S;
  const kind: Kind = { algorithm, type: reserveTypeCell(), isInside };
  const isTracked = (flags & Py_TPFLAGS_HAVE_GC) !== 0;
  const capacity = KECCAK_BITS - algorithm.blockBytes * 8;
  const isSponge = algorithm.name.startsWith("sha3_") || isShake(algorithm);
  const suffix = isShake(algorithm) ? SHAKE_SUFFIX : SHA3_SUFFIX;
  const nameRow: GetSetRow = ["name", () => PyUnicode_FromString(algorithm.name)];
  declareModuleType(kind.type, {
    name,
    basicsize,
    flags,
    slots: {
      tp_dealloc: (o: Address): void => {
        if (isTracked) gcUntrack(o);
        if (!isInside) rawFree(ptr(o + HASH_STATE));
        freeOfHeapType(o);
      },
      tp_traverse: isTracked ? traverser() : undefined,
      tp_new:
        construct === undefined
          ? undefined
          : (type: Borrowed, args: Borrowed, kw: Borrowed) => construct(kind, type, args, kw),
    },
    getset: [
      ...(isInside ? [nameRow] : []),
      ["block_size", () => PyLong_FromNumber(algorithm.blockBytes)],
      ...(isInside ? [] : [nameRow]),
      ["digest_size", (o: Borrowed) => PyLong_FromNumber(isInside ? digestBytesOf(o) : algorithm.digestBytes)],
      ...(isSponge
        ? ([
            ["_capacity_bits", () => PyLong_FromNumber(capacity)],
            ["_rate_bits", () => PyLong_FromNumber(algorithm.blockBytes * 8)],
            ["_suffix", () => bytesFromArray(Uint8Array.of(suffix))],
          ] as const)
        : []),
    ],
    methods: methodsOf(kind),
  });
  return kind;
}

type Construct = (kind: Kind, type: Borrowed, args: Borrowed, keywords: Borrowed) => Owned;

// -- MD5, SHA-1, SHA-2: objects that functions make ------------------------------------------------------------------------

const MADE = Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION;
const md5 = declareHash(MD5, "_md5.md5", 32, MADE);
const sha1 = declareHash(SHA1, "_sha1.sha1", 40, MADE);
const sha2 = [
  declareHash(SHA224, "_sha2.SHA224Type", 32, MADE),
  declareHash(SHA256, "_sha2.SHA256Type", 32, MADE),
  declareHash(SHA384, "_sha2.SHA384Type", 32, MADE),
  declareHash(SHA512, "_sha2.SHA512Type", 32, MADE),
];

function filled(kind: Kind, o: Owned, data: Borrowed): Owned {
  if (o === 0 || data === 0 || take(kind, o, data)) return o;
  decref(o);
  return 0;
}

/** A row for a module: the function that makes an object. */
function maker(kind: Kind): MethodRow {
  return [
    kind.algorithm.name,
    "(string=b'', *, usedforsecurity: bool = True)",
    (_module: Borrowed, data: Borrowed) => filled(kind, newHash(kind, typeIn(kind.type)), data),
  ];
}

function declareHashModule(name: string, kinds: readonly Kind[], typeNames: readonly string[]): void {
  declareModule({
    name,
    functions: kinds.map(maker),
    exec: (module, dict) => {
      for (let i = 0; i < kinds.length; i++) {
        const type = makeModuleType(module, kinds[i].type);
        if (type === 0 || setStolen(dict, typeNames[i], newRef(type)) < 0) return -1;
      }
      return 0;
    },
  });
}

declareHashModule("_md5", [md5], ["MD5Type"]);
declareHashModule("_sha1", [sha1], ["SHA1Type"]);
declareHashModule("_sha2", sha2, ["SHA224Type", "SHA256Type", "SHA384Type", "SHA512Type"]);

// -- SHA-3: types that are called ------------------------------------------------------------------------------------------

const sha3 = [SHA3_224, SHA3_256, SHA3_384, SHA3_512, SHAKE_128, SHAKE_256].map((algorithm) =>
  declareHash(algorithm, `_sha3.${algorithm.name}`, 32, 0, (kind, type, args, keywords) => {
    // One parser serves all of them in CPython, so all errors name the first.
    const values = keywordValues(SHA3_224.name, args, keywords, 1, ["usedforsecurity"]);
    if (values === null) return 0;
    if (values[1] !== 0 && PyObject_IsTrue(values[1]) < 0) return 0;
    return filled(kind, newHash(kind, type), values[0]);
  }),
);

declareModule({
  name: "_sha3",
  exec: (module, dict) => {
    if (addTypes(module, ...sha3.map(({ type }) => type)) < 0) return -1;
    return setStolen(dict, "implementation", PyUnicode_FromString("HACL"));
  },
});

// -- BLAKE2 ----------------------------------------------------------------------------------------------------------------

const BLAKE2_KEYWORDS = [
  "digest_size",
  "key",
  "salt",
  "person",
  "fanout",
  "depth",
  "leaf_size",
  "node_offset",
  "node_depth",
  "inner_size",
  "last_node",
  "usedforsecurity",
] as const;

function digestBytesOf(o: Borrowed): number {
  return i32(o + OWN_STATE + EXTRA) & 255;
}

function refuse(type: Borrowed, message: string): null {
  raise(type, message);
  return null;
}

/** Bytes of an argument, copied; null with an error set. */
function bytesOf(value: Borrowed, name: string, most: number): Uint8Array | null {
  if (value === 0) return new Uint8Array(0);
  const buffer = openBuffer(value);
  if (buffer === null) return null;
  const isTooLong = buffer.length > most;
  const bytes = isTooLong ? null : bytesAt(buffer.data, buffer.length).slice();
  closeBuffer(buffer);
  return bytes ?? refuse(PyExc_ValueError, `maximum ${name} length is ${most} bytes`);
}

/** A small int of an argument between bounds; null with an error set. */
function smallOf(value: Borrowed, missing: number, least: number, most: number, message: string): number | null {
  if (value === 0) return missing;
  const number = convertInt(value);
  if (number === -1 && PyErr_Occurred()) return null;
  return number >= least && number <= most ? number : refuse(PyExc_ValueError, message);
}

/** A whole number of an argument that is not negative; null with an error set. */
function wholeOf(value: Borrowed, most: bigint, name: string): bigint | null {
  if (value === 0) return 0n;
  const index = PyNumber_Index(value);
  if (index === 0) return null;
  const number = longToBigInt(index);
  decref(index);
  if (number < 0n) return refuse(PyExc_ValueError, "value must be positive");
  if (number >= C_LONG) return refuse(PyExc_OverflowError, "int too big to convert");
  return number <= most ? number : refuse(PyExc_OverflowError, `${name} is too large`);
}

function blake2_new(kind: Kind, type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const { algorithm } = kind;
  const isWide = algorithm === BLAKE2B;
  const longest = algorithm.digestBytes;
  const tagBytes = longest >> 2;
  const values = keywordValues(algorithm.name, args, keywords, 1, BLAKE2_KEYWORDS);
  if (values === null) return 0;
  const [data, size, keyObject, saltObject, personObject, fan, deep, leaf, offset, nodeDeep, inner, last] = values;
  const digestSize = smallOf(size, longest, 1, longest, `digest_size must be between 1 and ${longest} bytes`);
  const salt = digestSize === null ? null : bytesOf(saltObject, "salt", tagBytes);
  const person = salt === null ? null : bytesOf(personObject, "person", tagBytes);
  const fanout = person === null ? null : smallOf(fan, 1, 0, 255, "fanout must be between 0 and 255");
  const depth = fanout === null ? null : smallOf(deep, 1, 1, 255, "depth must be between 1 and 255");
  const leafSize = depth === null ? null : wholeOf(leaf, 2n ** 32n - 1n, "leaf_size");
  const nodeOffset = leafSize === null ? null : wholeOf(offset, isWide ? C_LONG - 1n : 2n ** 48n - 1n, "node_offset");
  const nodeDepth = nodeOffset === null ? null : smallOf(nodeDeep, 0, 0, 255, "node_depth must be between 0 and 255");
  const innerSize =
    nodeDepth === null ? null : smallOf(inner, 0, 0, longest, `inner_size must be between 0 and is ${longest}`);
  const key = innerSize === null ? null : bytesOf(keyObject, "key", longest);
  const isLast = last === 0 ? 0 : PyObject_IsTrue(last);
  if (key === null || salt === null || person === null || isLast < 0) return 0;
  const o = newHash(kind, type);
  if (o === 0) return 0;
  // The parameter block, which is exclusive-or'ed into the words.
  const block = new Uint8Array(algorithm.wordsBytes);
  const view = new DataView(block.buffer);
  block.set([digestSize as number, key.length, fanout as number, depth as number]);
  view.setUint32(4, Number(leafSize), true);
  view.setUint32(8, Number((nodeOffset as bigint) & 0xffffffffn), true);
  const upperOffset = Number((nodeOffset as bigint) >> 32n);
  if (isWide) view.setUint32(12, upperOffset, true);
  else view.setUint16(12, upperOffset, true);
  block.set([nodeDepth as number, innerSize as number], isWide ? 16 : 14);
  block.set(salt, longest - 2 * tagBytes);
  block.set(person, longest - tagBytes);
  const state = stateOf(kind, o);
  for (let at = 0; at < block.length; at += 4) {
    setI32(state + WORDS + at, i32(state + WORDS + at) ^ view.getInt32(at, true));
  }
  setI32(state + EXTRA, pack(digestSize as number, isLast === 1));
  if (key.length > 0 && !takeKey(kind, state, key)) {
    decref(o);
    return PyErr_NoMemory();
  }
  return filled(kind, o, data);
}

/** A key is a first block of its own, filled up with zeros. */
function takeKey(kind: Kind, state: Address, key: Uint8Array): boolean {
  const { blockBytes } = kind.algorithm;
  const block = rawMalloc(blockBytes);
  if (block === 0) return false;
  fillBytes(block, 0, blockBytes);
  writeBytes(block, key);
  update(kind.algorithm, state, block, blockBytes);
  rawFree(block);
  return true;
}

const blake2 = [
  declareHash(BLAKE2B, "_blake2.blake2b", 440, 0, blake2_new),
  declareHash(BLAKE2S, "_blake2.blake2s", 232, 0, blake2_new),
];

declareModule({
  name: "_blake2",
  exec: (module, dict) => {
    for (const { algorithm, type } of blake2) {
      if (addTypes(module, type) < 0) return -1;
      const longest = algorithm.digestBytes;
      const limits: readonly [string, number][] = [
        ["SALT_SIZE", longest >> 2],
        ["PERSON_SIZE", longest >> 2],
        ["MAX_KEY_SIZE", longest],
        ["MAX_DIGEST_SIZE", longest],
      ];
      const prefix = algorithm === BLAKE2B ? "BLAKE2B" : "BLAKE2S";
      for (const [name, value] of limits) {
        if (setStolen(typeDict(typeIn(type)), name, PyLong_FromNumber(value)) < 0) return -1;
        if (setStolen(dict, `${prefix}_${name}`, PyLong_FromNumber(value)) < 0) return -1;
      }
    }
    return 0;
  },
});
