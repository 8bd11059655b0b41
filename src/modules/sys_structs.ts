// The struct sequences of sys: what the interpreter tells about itself and its numbers.
import type { Owned } from "../memory/memory.ts";
import { newFloat } from "../objects/float_core.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { PyLong_FromString } from "../objects/long_text.ts";
import { addStructSequenceNames, declareBuiltinStructSequence, newStructSequence } from "../objects/structseq.ts";
import { Py_None } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { VERSION } from "./version.ts";

type Value = number | string | boolean | null | { readonly float: number } | { readonly integer: string };
type Row = readonly [name: string, value: Value];

function objectOf(value: Value): Owned {
  if (value === null) return Py_None;
  if (typeof value === "number") return PyLong_FromNumber(value);
  if (typeof value === "string") return PyUnicode_FromString(value);
  if (typeof value === "boolean") return bool(value);
  return "float" in value ? newFloat(value.float) : PyLong_FromString(value.integer, 10);
}

interface Struct {
  /** A new instance, some fields with other values: Owned, 0 with an error set. Adds the type's names the first time. */
  make(changes?: { readonly [field: string]: Value }): Owned;
  readonly type: number;
}

function struct(name: string, rows: readonly Row[], sealed: boolean, itemCount = rows.length): Struct {
  const type = declareBuiltinStructSequence({
    name: `sys.${name}`,
    fields: rows.map(([field]) => field),
    sealed,
    itemCount,
  });
  return {
    type,
    make: (changes = {}) =>
      addStructSequenceNames(type) < 0
        ? 0
        : newStructSequence(
            type,
            rows.map(([field, value]) => objectOf(changes[field] ?? value)),
          ),
  };
}

export const versionInfo = struct(
  "version_info",
  [
    ["major", VERSION.major],
    ["minor", VERSION.minor],
    ["micro", VERSION.micro],
    ["releaselevel", VERSION.releaselevel],
    ["serial", VERSION.serial],
  ],
  true,
);

/** Those that are items of the tuple; gil is an attribute only. */
const FLAG_COUNT = 18;

export const flags = struct(
  "flags",
  [
    ["debug", 0],
    ["inspect", 0],
    ["interactive", 0],
    ["optimize", 0],
    ["dont_write_bytecode", 0],
    ["no_user_site", 0],
    ["no_site", 0],
    ["ignore_environment", 0],
    ["verbose", 0],
    ["bytes_warning", 0],
    ["quiet", 0],
    ["hash_randomization", 0],
    ["isolated", 0],
    ["dev_mode", false],
    ["utf8_mode", 0],
    ["warn_default_encoding", 0],
    ["safe_path", false],
    ["int_max_str_digits", 4300],
    ["gil", 1],
  ],
  true,
  FLAG_COUNT,
);

export const floatInfo = struct(
  "float_info",
  [
    ["max", { float: 1.7976931348623157e308 }],
    ["max_exp", 1024],
    ["max_10_exp", 308],
    ["min", { float: 2.2250738585072014e-308 }],
    ["min_exp", -1021],
    ["min_10_exp", -307],
    ["dig", 15],
    ["mant_dig", 53],
    ["epsilon", { float: 2.220446049250313e-16 }],
    ["radix", 2],
    ["rounds", 1],
  ],
  false,
);

export const intInfo = struct(
  "int_info",
  [
    ["bits_per_digit", 30],
    ["sizeof_digit", 4],
    ["default_max_str_digits", 4300],
    ["str_digits_check_threshold", 640],
  ],
  false,
);

export const hashInfo = struct(
  "hash_info",
  [
    ["width", 64],
    ["modulus", { integer: "2305843009213693951" }],
    ["inf", 314159],
    ["nan", 0],
    ["imag", 1000003],
    ["algorithm", "siphash13"],
    ["hash_bits", 64],
    ["seed_bits", 128],
    ["cutoff", 0],
  ],
  false,
);

export const threadInfo = struct(
  "thread_info",
  [
    ["name", "pthread"],
    ["lock", "semaphore"],
    ["version", null],
  ],
  false,
);
