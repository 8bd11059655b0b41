// _json.Scanner: JSON to objects, as json.JSONDecoder calls it. A scanner holds the functions that its decoder has for numbers,
// constants and objects; where they are the usual ones none is called.
//
// Invariant: texts never change, so places in one are kept as numbers while functions of the program run.
import { type Address, type Borrowed, type Owned, ptr, setPtr, setU8, u8 } from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { PyObject_GetAttr, PyObject_IsTrue } from "../../objects/abstract.ts";
import { enterRecursiveCall, leaveRecursiveCall } from "../../objects/c_recursion.ts";
import { PyObject_CallOneArg } from "../../objects/call.ts";
import { convertSsize } from "../../objects/convert.ts";
import { declareModuleType, reserveTypeCell } from "../../objects/declare.ts";
import { PyDict_New, PyDict_SetDefaultRef, PyDict_SetItem } from "../../objects/dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, PyErr_SetObject, raise, typeNameOf } from "../../objects/errors.ts";
import { identifier } from "../../objects/identifiers.ts";
import { listAppendSteal, PyList_New } from "../../objects/list_core.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { PyLong_FromUnicodeObject } from "../../objects/long_text.ts";
import { PyNumber_Float } from "../../objects/number_float.ts";
import { decref, isUnicode, newRef, Py_TPFLAGS_HAVE_GC, xdecref } from "../../objects/object.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import { PyTuple_Pack } from "../../objects/tuple_core.ts";
import {
  Py_False,
  Py_None,
  Py_True,
  PyExc_StopIteration,
  PyExc_TypeError,
  PyExc_ValueError,
  PyFloat_Type,
  PyLong_Type,
} from "../../objects/types.ts";
import {
  PyUnicode_DATA,
  PyUnicode_FromString,
  PyUnicode_GET_LENGTH,
  PyUnicode_KIND,
  PyUnicode_READ,
  PyUnicode_Substring,
} from "../../objects/unicode_core.ts";
import { allocate, clearer, deallocator, traverser } from "../type_support.ts";
import { refuse, scanned, scanString } from "./scan_string.ts";

const PyScannerObject = struct("PyScannerObject", 64, {
  ...OBJECT_HEAD,
  strict: [16, "u8", "whether control characters are refused in strings"],
  object_hook: [24, "ptr", "called with each dict, or None"],
  object_pairs_hook: [32, "ptr", "called with each list of pairs, or None"],
  parse_float: [40, "ptr", "called with the text of a number that is no integer"],
  parse_int: [48, "ptr", "called with the text of an integer"],
  parse_constant: [56, "ptr", "called with -Infinity, Infinity or NaN"],
});
const FIELDS = {
  object_hook: PyScannerObject.object_hook,
  object_pairs_hook: PyScannerObject.object_pairs_hook,
  parse_float: PyScannerObject.parse_float,
  parse_int: PyScannerObject.parse_int,
  parse_constant: PyScannerObject.parse_constant,
} as const;

const code = (character: string): number => character.charCodeAt(0);
const QUOTE = code('"');
const MINUS = code("-");
const DOT = code(".");
const ZERO = code("0");
const NINE = code("9");
const COMMA = code(",");
const COLON = code(":");
const OPEN_LIST = code("[");
const CLOSE_LIST = code("]");
const OPEN_OBJECT = code("{");
const CLOSE_OBJECT = code("}");
/** Behind the end of the text. */
const NOTHING = -1;

const isDigit = (c: number): boolean => c >= ZERO && c <= NINE;

/** One call of a scanner: the text, and where it stands. */
class Scan {
  private readonly scanner: Borrowed;
  private readonly text: Borrowed;
  private readonly kind: number;
  private readonly data: Address;
  private readonly length: number;
  /** Keys seen: equal ones are one object. */
  private readonly memo: Borrowed;
  /** Behind the value that was read last. */
  next = 0;

  constructor(scanner: Borrowed, text: Borrowed, memo: Borrowed) {
    this.scanner = scanner;
    this.text = text;
    this.kind = PyUnicode_KIND(text);
    this.data = PyUnicode_DATA(text);
    this.length = PyUnicode_GET_LENGTH(text);
    this.memo = memo;
  }

  private at(index: number): number {
    return index < this.length ? PyUnicode_READ(this.kind, this.data, index) : NOTHING;
  }

  private afterSpace(index: number): number {
    for (let i = index; ; i++) {
      const c = this.at(i);
      if (c !== 0x20 && c !== 0x09 && c !== 0x0a && c !== 0x0d) return i;
    }
  }

  private has(index: number, word: string): boolean {
    for (let i = 0; i < word.length; i++) if (this.at(index + i) !== word.charCodeAt(i)) return false;
    return true;
  }

  private refuse(message: string, index: number): 0 {
    return refuse(message, this.text, index);
  }

  private string(index: number): Owned {
    const o = scanString(this.text, index, u8(this.scanner + PyScannerObject.strict) !== 0);
    this.next = scanned.end;
    return o;
  }

  /** The value that begins at an index; `next` is behind it. Owned, 0 with an error set: StopIteration where none begins. */
  value(index: number): Owned {
    switch (this.at(index)) {
      case QUOTE:
        return this.string(index + 1);
      case OPEN_OBJECT:
        return this.nested(" while decoding a JSON object from a unicode string", () => this.object(index + 1));
      case OPEN_LIST:
        return this.nested(" while decoding a JSON array from a unicode string", () => this.list(index + 1));
      case 0x6e:
        if (this.has(index, "null")) return this.word("null", index, Py_None);
        break;
      case 0x74:
        if (this.has(index, "true")) return this.word("true", index, Py_True);
        break;
      case 0x66:
        if (this.has(index, "false")) return this.word("false", index, Py_False);
        break;
      case 0x4e:
        if (this.has(index, "NaN")) return this.constant("NaN", index);
        break;
      case 0x49:
        if (this.has(index, "Infinity")) return this.constant("Infinity", index);
        break;
      case MINUS:
        if (this.has(index, "-Infinity")) return this.constant("-Infinity", index);
        break;
    }
    return this.number(index);
  }

  private nested(where: string, read: () => Owned): Owned {
    if (!enterRecursiveCall(where)) return 0;
    const o = read();
    leaveRecursiveCall();
    return o;
  }

  private word(word: string, index: number, value: Borrowed): Owned {
    this.next = index + word.length;
    return newRef(value);
  }

  private constant(word: string, index: number): Owned {
    const text = PyUnicode_FromString(word);
    if (text === 0) return PyErr_NoMemory();
    const o = PyObject_CallOneArg(ptr(this.scanner + PyScannerObject.parse_constant), text);
    decref(text);
    this.next = index + word.length;
    return o;
  }

  private digitsFrom(index: number): number {
    let i = index;
    while (isDigit(this.at(i))) i++;
    return i;
  }

  private number(start: number): Owned {
    let end = this.at(start) === MINUS ? start + 1 : start;
    const first = this.at(end);
    if (!isDigit(first)) return stopAt(start);
    end = first === ZERO ? end + 1 : this.digitsFrom(end);
    let isFloat = false;
    if (this.at(end) === DOT && isDigit(this.at(end + 1))) {
      isFloat = true;
      end = this.digitsFrom(end + 1);
    }
    if ((this.at(end) | 0x20) === 0x65 && this.at(end) !== NOTHING) {
      const sign = this.at(end + 1);
      const digits = sign === MINUS || sign === 0x2b ? end + 2 : end + 1;
      const after = this.digitsFrom(digits);
      if (after > digits) {
        isFloat = true;
        end = after;
      }
    }
    const parse = ptr(this.scanner + (isFloat ? PyScannerObject.parse_float : PyScannerObject.parse_int));
    this.next = end;
    // Up to nine digits are a small number.
    if (!isFloat && parse === PyLong_Type && end - start <= 9) {
      let value = 0;
      for (let i = first === this.at(start) ? start : start + 1; i < end; i++) value = value * 10 + this.at(i) - ZERO;
      return PyLong_FromNumber(this.at(start) === MINUS ? 0 - value : value) || PyErr_NoMemory();
    }
    const text = PyUnicode_Substring(this.text, start, end);
    if (text === 0) return PyErr_NoMemory();
    const o =
      parse === PyFloat_Type
        ? PyNumber_Float(text)
        : parse === PyLong_Type
          ? PyLong_FromUnicodeObject(text, 10)
          : PyObject_CallOneArg(parse, text);
    decref(text);
    return o;
  }

  private list(start: number): Owned {
    const list = PyList_New(0);
    if (list === 0) return 0;
    const ok = this.items(start, CLOSE_LIST, "array", (index) => {
      const item = this.value(index);
      return item !== 0 && listAppendSteal(list, item) >= 0;
    });
    if (ok) return list;
    decref(list);
    return 0;
  }

  /** Items to the bracket that closes them; `next` is behind it. False with an error set. */
  private items(start: number, close: number, what: string, read: (index: number) => boolean): boolean {
    let index = this.afterSpace(start);
    if (this.at(index) !== close) {
      for (;;) {
        if (!read(index)) return false;
        index = this.afterSpace(this.next);
        const c = this.at(index);
        if (c === close) break;
        if (c !== COMMA) return this.refuse("Expecting ',' delimiter", index) !== 0;
        const comma = index;
        index = this.afterSpace(index + 1);
        if (this.at(index) === close) return this.refuse(`Illegal trailing comma before end of ${what}`, comma) !== 0;
      }
    }
    this.next = index + 1;
    return true;
  }

  private object(start: number): Owned {
    const pairsHook = ptr(this.scanner + PyScannerObject.object_pairs_hook);
    const wantsPairs = pairsHook !== Py_None;
    const made = wantsPairs ? PyList_New(0) : PyDict_New();
    if (made === 0) return 0;
    const ok = this.items(start, CLOSE_OBJECT, "object", (index) => this.member(index, made, wantsPairs));
    if (!ok) {
      decref(made);
      return 0;
    }
    const hook = wantsPairs ? pairsHook : ptr(this.scanner + PyScannerObject.object_hook);
    if (hook === Py_None) return made;
    const end = this.next;
    const o = PyObject_CallOneArg(hook, made);
    decref(made);
    this.next = end;
    return o;
  }

  private member(start: number, made: Borrowed, wantsPairs: boolean): boolean {
    if (this.at(start) !== QUOTE) {
      return this.refuse("Expecting property name enclosed in double quotes", start) !== 0;
    }
    const read = this.string(start + 1);
    if (read === 0) return false;
    const key = PyDict_SetDefaultRef(this.memo, read, read);
    decref(read);
    if (key === 0) return false;
    const colon = this.afterSpace(this.next);
    const value =
      this.at(colon) === COLON ? this.value(this.afterSpace(colon + 1)) : this.refuse("Expecting ':' delimiter", colon);
    let status = -1;
    if (value !== 0 && wantsPairs) {
      const pair = PyTuple_Pack(key, value);
      status = pair === 0 ? -1 : listAppendSteal(made, pair);
    } else if (value !== 0) status = PyDict_SetItem(made, key, value);
    decref(key);
    xdecref(value);
    return status >= 0;
  }
}

/** StopIteration(index): the decoder says from it where a value was expected. */
function stopAt(index: number): 0 {
  const value = PyLong_FromNumber(index);
  if (value === 0) return PyErr_NoMemory();
  PyErr_SetObject(PyExc_StopIteration, value);
  decref(value);
  return 0;
}

function scanner_call(o: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("scan_once", args, keywords, ["string", "idx"], 2);
  if (values === null) return 0;
  const [text, place] = values;
  const start = convertSsize(place);
  if (start === -1 && PyErr_Occurred() !== 0) return 0;
  if (!isUnicode(text)) return raise(PyExc_TypeError, `first argument must be a string, not ${typeNameOf(text)}`);
  if (start < 0) return raise(PyExc_ValueError, "idx cannot be negative");
  const memo = PyDict_New();
  if (memo === 0) return 0;
  const scan = new Scan(o, text, memo);
  const value = scan.value(start);
  decref(memo);
  const end = value === 0 ? 0 : PyLong_FromNumber(scan.next);
  const pair = end === 0 ? 0 : PyTuple_Pack(value, end);
  xdecref(value);
  xdecref(end);
  return pair;
}

const id_strict = identifier("strict");
const names = Object.entries(FIELDS).map(([name, field]) => [identifier(name), field] as const);

function scanner_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("make_scanner", args, keywords, ["context"], 1);
  const o = values === null ? 0 : allocate(type);
  if (values === null || o === 0) return 0;
  const [context] = values;
  const strict = PyObject_GetAttr(context, id_strict);
  const isStrict = strict === 0 ? -1 : PyObject_IsTrue(strict);
  xdecref(strict);
  let ok = isStrict >= 0;
  setU8(o + PyScannerObject.strict, isStrict === 1 ? 1 : 0);
  for (const [name, field] of names) {
    const value = ok ? PyObject_GetAttr(context, name) : 0;
    setPtr(o + field, value);
    ok = value !== 0;
  }
  if (ok) return o;
  decref(o);
  return 0;
}

const OWNED = Object.values(FIELDS);

export const Scanner_Type = reserveTypeCell();
declareModuleType(Scanner_Type, {
  name: "_json.Scanner",
  isMutable: true,
  basicsize: PyScannerObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: scanner_new,
    tp_call: scanner_call,
    tp_dealloc: deallocator(...OWNED),
    tp_traverse: traverser(...OWNED),
    tp_clear: clearer(...OWNED),
  },
  members: [
    ["strict", "bool", PyScannerObject.strict, "readonly"],
    ...Object.entries(FIELDS).map(([name, field]) => [name, "object", field, "readonly"] as const),
  ],
});
