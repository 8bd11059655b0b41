// Signatures of built-in functions: one text drives argument parsing, error messages and __text_signature__.
//
//   "(object, /)"                       one positional argument                 METH_O        impl(self, object)
//   "()"                                                                        METH_NOARGS   impl(self)
//   "(index: ssize = -1, /)"            converted, with default                 METH_FASTCALL impl(self, index)
//   "(sep=None, maxsplit: ssize = -1)"  by position or keyword       METH_FASTCALL|KEYWORDS   impl(self, sep, maxsplit)
//   "(*args)"                           all positional ones                     METH_FASTCALL impl(self, args, nargs)
//   "(a, /, *args, key=None, **kw)"     kw: a borrowed dict, or 0                impl(self, a, args, nargs, key, kw)
//   "!(iterable, *, key=None)"          raw: the text is for documentation  impl(self, args, nargs, kwnames)
//   "(sub[, start[, end]], /)"          optional ones in brackets: as "=None"
//   "@classmethod (…)", "@staticmethod (…)" in front
//   "@tuple (…)", "@unpack (…)": what takes its arguments as a tuple, METH_VARARGS, and reads them with PyArg_ParseTuple or
//   PyArg_UnpackTuple: only the texts of errors differ, and nothing is shown as __text_signature__
//
// A parameter without a converter is passed as an address, 0 where it was not given. Converters (a number is passed):
//   ssize  __index__, must fit Py_ssize_t     index  the same, clipped as slice indices are       int  a C int
//   bool   truth, 0 or 1      str  must be a str (address)      float  a double
// The default text after "=" is for the signature; for ssize, index, int and bool it is also the value passed.
// Invariant: an impl is called only with arguments that fit its signature.
import { assert } from "../base/assert.ts";
import type { Address, Borrowed } from "../memory/memory.ts";
import { f64, i32, ptr, setF64, setI32, setPtr } from "../memory/memory.ts";
import { replaceText, text } from "../memory/text.ts";
import { allocateArguments, freeArguments, newKeywordDict, setKeyword } from "./call.ts";
import { convertFloat, convertIndex, convertInt, convertSsize, convertTruth } from "./convert.ts";
import { argumentTypeName, PyErr_Occurred, raise } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { decref, isUnicode, sizeOf } from "./object.ts";
import { raiseUnexpectedKeyword } from "./suggestions.ts";
import { PyTuple_GET_ITEM } from "./tuple_core.ts";
import { PyExc_TypeError } from "./types.ts";
import { _PyUnicode_EQ, textOf } from "./unicode_core.ts";

export const METH_VARARGS = 0x01;
export const METH_KEYWORDS = 0x02;
export const METH_NOARGS = 0x04;
export const METH_O = 0x08;
export const METH_CLASS = 0x10;
export const METH_STATIC = 0x20;
export const METH_COEXIST = 0x40;
export const METH_FASTCALL = 0x80;

type Converter = "object" | "ssize" | "index" | "int" | "bool" | "str" | "float";

interface Parameter {
  readonly name: string;
  readonly identifier: Address;
  readonly converter: Converter;
  readonly required: boolean;
  /** What a missing argument is passed as. */
  readonly missing: number;
}

export interface Signature {
  /** The text after the decorator, with the converters left out: "(index=-1, /)". */
  readonly text: string;
  readonly flags: number;
  readonly raw: boolean;
  /** PyArg_ParseTuple's words where the number of arguments is wrong. */
  readonly isParsedTuple: boolean;
  readonly parameters: readonly Parameter[];
  readonly positionalOnlyCount: number;
  readonly positionalCount: number;
  readonly requiredPositionalCount: number;
  readonly varargs: boolean;
  readonly varkeywords: boolean;
}

function splitParameters(body: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = "";
  let start = 0;
  for (let i = 0; i <= body.length; i++) {
    const c = body[i];
    if (quote !== "") {
      if (c === quote) quote = "";
    } else if (c === "'" || c === '"') quote = c;
    else if (c === "(" || c === "[" || c === "{") depth++;
    else if (c === ")" || c === "]" || c === "}") depth--;
    else if ((c === "," && depth === 0) || i === body.length) {
      const part = body.slice(start, i).trim();
      if (part !== "") parts.push(part);
      start = i + 1;
    }
  }
  return parts;
}

function missingValue(converter: Converter, defaultText: string | undefined): number {
  if (defaultText === undefined) return 0;
  if (converter === "bool") return defaultText === "True" ? 1 : 0;
  if (converter === "object" || converter === "str") return 0;
  if (defaultText === "sys.maxsize") return 0x7fffffff;
  if (defaultText === "os.SEEK_SET") return 0;
  if (defaultText === "signal.SIGINT") return 2;
  const value = Number(defaultText);
  assert(value === value, `default ${defaultText} is not a number`);
  return value;
}

/** Reads a signature text. Throws InternalError when it is malformed. */
export function parseSignature(source: string): Signature {
  let text = source.trim();
  let flags = 0;
  if (text.startsWith("@classmethod")) {
    flags = METH_CLASS;
    text = text.slice("@classmethod".length).trim();
  } else if (text.startsWith("@staticmethod")) {
    flags = METH_STATIC;
    text = text.slice("@staticmethod".length).trim();
  }
  const isParsedTuple = text.startsWith("@tuple");
  const takesTuple = isParsedTuple || text.startsWith("@unpack");
  if (takesTuple) text = text.slice(text.indexOf(" ")).trim();
  // "sub[, start[, end]]" is how it is shown; in full it is "sub, start=None, end=None".
  const groups = /(?:\[, \w+)+\]+/.exec(text)?.[0] ?? "";
  if (groups !== "") text = text.replace(groups, groups.replace(/\[(, \w+)/g, "$1=None").replaceAll("]", ""));
  const raw = text.startsWith("!");
  if (raw) text = text.slice(1);
  assert(text.startsWith("(") && text.endsWith(")"), `signature ${source}`);
  const parameters: Parameter[] = [];
  const shown: string[] = [];
  let positionalOnlyCount = 0;
  let positionalCount = -1;
  let varargs = false;
  let varkeywords = false;
  for (const part of splitParameters(text.slice(1, -1))) {
    if (part === "/") {
      positionalOnlyCount = parameters.length;
      shown.push("/");
    } else if (part === "*") {
      positionalCount = parameters.length;
      shown.push("*");
    } else if (part.startsWith("**")) {
      varkeywords = true;
      shown.push(part);
    } else if (part.startsWith("*")) {
      varargs = true;
      positionalCount = parameters.length;
      shown.push(part);
    } else if (part.startsWith("$")) shown.push(part);
    else {
      const match = /^(\w+)\s*(?::\s*(\w+))?\s*(?:=\s*(.+))?$/s.exec(part);
      assert(match, `parameter ${part} of ${source}`);
      const [, name, converter = "object", defaultText] = match;
      parameters.push({
        name,
        identifier: raw ? 0 : identifier(name),
        converter: converter as Converter,
        required: defaultText === undefined,
        missing: missingValue(converter as Converter, defaultText),
      });
      shown.push(defaultText === undefined ? name : `${name}=${defaultText}`);
    }
  }
  if (positionalCount < 0) positionalCount = parameters.length;
  const requiredPositionalCount = parameters.slice(0, positionalCount).filter((p) => p.required).length;
  const onlyPositional = positionalOnlyCount === parameters.length && !varkeywords;
  if (takesTuple) flags |= METH_VARARGS;
  else if (raw) flags |= METH_FASTCALL | METH_KEYWORDS;
  else if (parameters.length === 0 && !varargs && !varkeywords) flags |= METH_NOARGS;
  else if (parameters.length === 1 && onlyPositional && !varargs && parameters[0].required) {
    flags |= METH_O;
  } else flags |= METH_FASTCALL | (onlyPositional ? 0 : METH_KEYWORDS);
  const shownInFull = `(${shown.join(", ")})`;
  return {
    text:
      groups === ""
        ? shownInFull
        : shownInFull.replace(groups.replace(/\[(, \w+)/g, "$1=None").replaceAll("]", ""), groups),
    flags,
    raw,
    isParsedTuple,
    parameters,
    positionalOnlyCount,
    positionalCount,
    requiredPositionalCount,
    varargs,
    varkeywords,
  };
}

// An impl is called with as many numbers as its signature says.
type Implementation = (self: Borrowed, ...values: number[]) => number;

/** The function that a method's slot holds in the end: takes the calling convention of the flags, parses, calls the implementation. */
function entryPoint(name: string, signature: Signature, implementation: Implementation): Implementation {
  if (signature.raw || (signature.flags & METH_NOARGS) !== 0) return implementation;
  if ((signature.flags & METH_O) !== 0) return oneArgument(name, signature, implementation);
  const { parameters, varargs, varkeywords } = signature;
  const valueCount = parameters.length + (varargs ? 2 : 0) + (varkeywords ? 1 : 0);
  const floats = parameters.map((p) => p.converter === "float");
  const anyFloat = floats.includes(true);
  return (self: Borrowed, args: Address, nargs: number, kwnames = 0): number => {
    const row = allocateArguments(valueCount + parameters.length);
    if (row === 0) return 0;
    const keywords = parse(name, signature, args, nargs, kwnames, row);
    if (keywords < 0) {
      freeArguments(row);
      return 0;
    }
    let result: number;
    if (anyFloat) {
      const values: number[] = [];
      for (let i = 0; i < parameters.length; i++) values.push(floats[i] ? f64(row + i * 8) : i32(row + i * 8));
      result = implementation(self, ...values);
    } else {
      switch (valueCount) {
        case 1:
          result = implementation(self, i32(row));
          break;
        case 2:
          result = implementation(self, i32(row), i32(row + 8));
          break;
        case 3:
          result = implementation(self, i32(row), i32(row + 8), i32(row + 16));
          break;
        case 4:
          result = implementation(self, i32(row), i32(row + 8), i32(row + 16), i32(row + 24));
          break;
        default: {
          const values: number[] = [];
          for (let i = 0; i < valueCount; i++) values.push(i32(row + i * 8));
          result = implementation(self, ...values);
        }
      }
    }
    if (keywords > 0) decref(keywords);
    freeArguments(row);
    return result;
  };
}

/**
 * Gives an implementation its text slot. Its signature is read at the first call: there are thousands, and a program calls
 * few of them.
 */
export function lateEntryPoint(name: string, source: string, implementation: Implementation): Address {
  if (source === "()" || source.startsWith("!")) return text("", implementation);
  let entry: Implementation | null = null;
  const address = text("", (self: Borrowed, first: number, second: number, third: number): number => {
    if (entry === null) {
      entry = entryPoint(name, parseSignature(source), implementation);
      replaceText(address, entry);
    }
    return entry(self, first, second, third);
  });
  return address;
}

/** METH_O: its argument may be converted all the same. */
function oneArgument(name: string, signature: Signature, implementation: Implementation): Implementation {
  const { converter } = signature.parameters[0];
  if (converter === "object") return implementation;
  return (self: Borrowed, value: Borrowed): number => {
    const at = allocateArguments(1);
    if (at === 0) return 0;
    const ok = convert(name, signature, 0, value, at);
    const argument = !ok ? 0 : converter === "float" ? f64(at) : i32(at);
    freeArguments(at);
    return ok ? implementation(self, argument) : 0;
  };
}

const plural = (count: number): string => (count === 1 ? "" : "s");

/**
 * Fills `row` with the values to pass; behind them, one word a parameter, the borrowed arguments as given.
 * Answers -1 with an error set, else the Owned dict of **kwargs or 0.
 */
function parse(
  name: string,
  signature: Signature,
  args: Address,
  nargs: number,
  kwnames: Borrowed,
  row: Address,
): number {
  const { parameters, positionalCount, positionalOnlyCount, requiredPositionalCount, varargs, varkeywords } = signature;
  const keywordCount = kwnames === 0 ? 0 : sizeOf(kwnames);
  const given = row + (parameters.length + (varargs ? 2 : 0) + (varkeywords ? 1 : 0)) * 8;
  const takesKeywords = (signature.flags & METH_KEYWORDS) !== 0;
  if (!takesKeywords) {
    if (keywordCount > 0) {
      raise(PyExc_TypeError, `${name}() takes no keyword arguments`);
      return -1;
    }
    if (nargs < requiredPositionalCount || (nargs > positionalCount && !varargs)) {
      const few = nargs < requiredPositionalCount;
      const limit = few ? requiredPositionalCount : positionalCount;
      const exactly = requiredPositionalCount === positionalCount && !varargs;
      if (signature.isParsedTuple) {
        const bound = exactly ? "exactly" : few ? "at least" : "at most";
        raise(PyExc_TypeError, `${name}() takes ${bound} ${limit} argument${plural(limit)} (${nargs} given)`);
        return -1;
      }
      const bound = exactly ? "" : few ? "at least " : "at most ";
      raise(PyExc_TypeError, `${name} expected ${bound}${limit} argument${plural(limit)}, got ${nargs}`);
      return -1;
    }
  } else if (!varargs && !varkeywords && nargs + keywordCount > parameters.length) {
    const limit = parameters.length;
    const kind = nargs === 0 ? "keyword " : "";
    raise(
      PyExc_TypeError,
      `${name}() takes at most ${limit} ${kind}argument${plural(limit)} (${nargs + keywordCount} given)`,
    );
    return -1;
  } else if (nargs > positionalCount && !varargs) {
    if (positionalCount === 0) raise(PyExc_TypeError, `${name}() takes no positional arguments`);
    else {
      const bound = requiredPositionalCount < positionalCount ? "at most" : "exactly";
      raise(
        PyExc_TypeError,
        `${name}() takes ${bound} ${positionalCount} positional argument${plural(positionalCount)} (${nargs} given)`,
      );
    }
    return -1;
  }
  for (let i = 0; i < parameters.length; i++) {
    setPtr(given + i * 8, i < nargs && i < positionalCount ? ptr(args + i * 8) : 0);
  }
  let extra = 0;
  let misplaced = false;
  for (let k = 0; k < keywordCount; k++) {
    const keyword = PyTuple_GET_ITEM(kwnames, k);
    const value = ptr(args + (nargs + k) * 8);
    let index = -1;
    for (let i = positionalOnlyCount; i < parameters.length; i++) {
      if (parameters[i].identifier === keyword || _PyUnicode_EQ(parameters[i].identifier, keyword)) {
        index = i;
        break;
      }
    }
    if (index < 0) {
      if (varkeywords) {
        if (extra === 0) extra = newKeywordDict();
        if (extra === 0 || setKeyword(extra, keyword, value) < 0) return fail(extra);
        continue;
      }
      misplaced = true;
    } else if (ptr(given + index * 8) !== 0) misplaced = true;
    else setPtr(given + index * 8, value);
  }
  if (misplaced) {
    explainKeywords(name, signature, nargs, kwnames, given);
    return fail(extra);
  }
  // What is missing is said before anything is converted.
  for (let i = 0; i < parameters.length; i++) {
    if (parameters[i].required && ptr(given + i * 8) === 0) {
      missing(name, signature, i, nargs);
      return fail(extra);
    }
  }
  let at = row;
  for (let i = 0; i < parameters.length; i++) {
    if (i === positionalCount && varargs) at = writeVarargs(at, args, nargs, positionalCount);
    const parameter = parameters[i];
    const value = ptr(given + i * 8);
    if (value === 0) {
      if (parameter.converter === "float") setF64(at, parameter.missing);
      else setI32(at, parameter.missing);
    } else if (!convert(name, signature, i, value, at)) return fail(extra);
    at += 8;
  }
  if (varargs && positionalCount === parameters.length) at = writeVarargs(at, args, nargs, positionalCount);
  if (varkeywords) setI32(at, extra);
  return extra;
}

function missing(name: string, signature: Signature, index: number, nargs: number): void {
  const { parameters, positionalCount, positionalOnlyCount, requiredPositionalCount, varargs } = signature;
  if (index < positionalOnlyCount) {
    const few = Math.min(positionalOnlyCount, requiredPositionalCount);
    const bound = few < positionalCount || varargs ? "at least" : "exactly";
    raise(PyExc_TypeError, `${name}() takes ${bound} ${few} positional argument${plural(few)} (${nargs} given)`);
  } else raise(PyExc_TypeError, `${name}() missing required argument '${parameters[index].name}' (pos ${index + 1})`);
}

/** Raises what is wrong where a keyword fits nowhere: what is missing comes first, then what is given twice (getargs.c). */
function explainKeywords(name: string, signature: Signature, nargs: number, kwnames: Borrowed, given: Address): void {
  const { parameters, positionalOnlyCount } = signature;
  const absent = parameters.findIndex((parameter, i) => parameter.required && ptr(given + i * 8) === 0);
  if (absent >= 0) return missing(name, signature, absent, nargs);
  const byName = parameters.slice(positionalOnlyCount).map((parameter) => parameter.name);
  const keywords: string[] = [];
  for (let k = 0; k < sizeOf(kwnames); k++) keywords.push(textOf(PyTuple_GET_ITEM(kwnames, k)));
  const twice = byName.findIndex((each, i) => positionalOnlyCount + i < nargs && keywords.includes(each));
  if (twice >= 0) {
    const place = `given by name ('${byName[twice]}') and position (${positionalOnlyCount + twice + 1})`;
    raise(PyExc_TypeError, `argument for ${name}() ${place}`);
    return;
  }
  const unknown = keywords.findIndex((each) => !byName.includes(each));
  raiseUnexpectedKeyword(`${name}()`, PyTuple_GET_ITEM(kwnames, unknown), byName);
}

function fail(extra: number): -1 {
  if (extra !== 0) decref(extra);
  return -1;
}

function writeVarargs(at: Address, args: Address, nargs: number, positionalCount: number): Address {
  const count = nargs > positionalCount ? nargs - positionalCount : 0;
  setI32(at, args + positionalCount * 8);
  setI32(at + 8, count);
  return at + 16;
}

function convert(name: string, signature: Signature, index: number, value: Borrowed, at: Address): boolean {
  const parameter = signature.parameters[index];
  switch (parameter.converter) {
    case "object":
      setI32(at, value);
      return true;
    case "str":
      if (!isUnicode(value)) {
        const place =
          index >= signature.positionalOnlyCount
            ? `argument '${parameter.name}'`
            : signature.parameters.length === 1 && !signature.isParsedTuple
              ? "argument"
              : `argument ${index + 1}`;
        raise(PyExc_TypeError, `${name}() ${place} must be str, not ${argumentTypeName(value, 50)}`);
        return false;
      }
      setI32(at, value);
      return true;
    case "float": {
      const number = convertFloat(value);
      if (number === -1 && PyErr_Occurred() !== 0) return false;
      setF64(at, number);
      return true;
    }
    case "bool": {
      const truth = convertTruth(value);
      setI32(at, truth);
      return truth >= 0;
    }
    default: {
      const number =
        parameter.converter === "ssize"
          ? convertSsize(value)
          : parameter.converter === "index"
            ? convertIndex(value)
            : convertInt(value);
      if (number === -1 && PyErr_Occurred() !== 0) return false;
      setI32(at, number);
      return true;
    }
  }
}
