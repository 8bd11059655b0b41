// The struct sequences of sys: what the interpreter tells about itself and its numbers.
import type { Owned } from "../memory/memory.ts";
import { newFloat } from "../objects/float_core.ts";
import { bool, PyLong_FromNumber } from "../objects/long_core.ts";
import { PyLong_FromString } from "../objects/long_text.ts";
import { addStructSequenceNames, declareStructSequence, newStructSequence } from "../objects/structseq.ts";
import { Py_None } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { VERSION } from "./version.ts";

type Value = number | string | boolean | null | { readonly float: number } | { readonly integer: string };
type Row = readonly [name: string, value: Value, doc?: string];

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

function struct(name: string, doc: string, rows: readonly Row[], sealed: boolean): Struct {
  const type = declareStructSequence({
    name: `sys.${name}`,
    doc,
    fields: rows.map(([field, , fieldDoc]) => [field, fieldDoc]),
    sealed,
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
  "sys.version_info\n\nVersion information as a named tuple.",
  [
    ["major", VERSION.major, "Major release number"],
    ["minor", VERSION.minor, "Minor release number"],
    ["micro", VERSION.micro, "Patch release number"],
    ["releaselevel", VERSION.releaselevel, "'alpha', 'beta', 'candidate', or 'final'"],
    ["serial", VERSION.serial, "Serial release number"],
  ],
  true,
);

export const flags = struct(
  "flags",
  "sys.flags\n\nFlags provided through command line arguments or environment vars.",
  [
    ["debug", 0, "-d"],
    ["inspect", 0, "-i"],
    ["interactive", 0, "-i"],
    ["optimize", 0, "-O or -OO"],
    ["dont_write_bytecode", 1, "-B"],
    ["no_user_site", 1, "-s"],
    ["no_site", 0, "-S"],
    ["ignore_environment", 1, "-E"],
    ["verbose", 0, "-v"],
    ["bytes_warning", 0, "-b"],
    ["quiet", 0, "-q"],
    ["hash_randomization", 0, "-R"],
    ["isolated", 0, "-I"],
    ["dev_mode", false, "-X dev"],
    ["utf8_mode", 0, "-X utf8"],
    ["warn_default_encoding", 0, "-X warn_default_encoding"],
    ["safe_path", false, "-P"],
    ["int_max_str_digits", 4300, "-X int_max_str_digits"],
  ],
  true,
);

export const floatInfo = struct(
  "float_info",
  "sys.float_info\n\nA named tuple holding information about the float type. It contains low level\ninformation about the precision and internal representation. Please study\nyour system's :file:`float.h` for more information.",
  [
    ["max", { float: 1.7976931348623157e308 }, "DBL_MAX -- maximum representable finite float"],
    ["max_exp", 1024, "DBL_MAX_EXP -- maximum int e such that radix**(e-1) is representable"],
    ["max_10_exp", 308, "DBL_MAX_10_EXP -- maximum int e such that 10**e is representable"],
    ["min", { float: 2.2250738585072014e-308 }, "DBL_MIN -- Minimum positive normalized float"],
    ["min_exp", -1021, "DBL_MIN_EXP -- minimum int e such that radix**(e-1) is a normalized float"],
    ["min_10_exp", -307, "DBL_MIN_10_EXP -- minimum int e such that 10**e is a normalized float"],
    ["dig", 15, "DBL_DIG -- maximum number of decimal digits that can be faithfully represented in a float"],
    ["mant_dig", 53, "DBL_MANT_DIG -- mantissa digits"],
    [
      "epsilon",
      { float: 2.220446049250313e-16 },
      "DBL_EPSILON -- Difference between 1 and the next representable float",
    ],
    ["radix", 2, "FLT_RADIX -- radix of exponent"],
    ["rounds", 1, "FLT_ROUNDS -- rounding mode used for arithmetic operations"],
  ],
  false,
);

export const intInfo = struct(
  "int_info",
  "sys.int_info\n\nA named tuple that holds information about Python's\ninternal representation of integers.  The attributes are read only.",
  [
    ["bits_per_digit", 30, "size of a digit in bits"],
    ["sizeof_digit", 4, "size in bytes of the C type used to represent a digit"],
    ["default_max_str_digits", 4300, "maximum string conversion digits limitation"],
    ["str_digits_check_threshold", 640, "minimum positive value for int_max_str_digits"],
  ],
  false,
);

export const hashInfo = struct(
  "hash_info",
  "hash_info\n\nA named tuple providing parameters used for computing hashes.\nThe attributes are read only.",
  [
    ["width", 64, "width of the type used for hashing, in bits"],
    [
      "modulus",
      { integer: "2305843009213693951" },
      "prime number giving the modulus on which the hash function is based",
    ],
    ["inf", 314159, "value to be used for hash of a positive infinity"],
    ["nan", 0, "value to be used for hash of a nan"],
    ["imag", 1000003, "multiplier used for the imaginary part of a complex number"],
    ["algorithm", "siphash13", "name of the algorithm for hashing of str, bytes and memoryviews"],
    ["hash_bits", 64, "internal output size of hash algorithm"],
    ["seed_bits", 128, "seed size of hash algorithm"],
    ["cutoff", 0, "small string optimization cutoff"],
  ],
  false,
);

export const threadInfo = struct(
  "thread_info",
  "sys.thread_info\n\nA named tuple holding information about the thread implementation.",
  [
    ["name", "pthread", "name of the thread implementation"],
    ["lock", "semaphore", "name of the lock implementation"],
    ["version", null, "name and version of the thread library"],
  ],
  false,
);
