// _json.Encoder: objects to JSON, as json.JSONEncoder calls it for a whole text at once.
//
// Invariant: an object that is being written stands in `markers`, so one that holds itself is found.
import {
  type Address,
  type Borrowed,
  f64,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  setU8,
  u8,
} from "../../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../../memory/struct.ts";
import { PyCFunctionObject } from "../../memory/structs/code.ts";
import { PyFloatObject } from "../../memory/structs/numbers.ts";
import { PyMethodDef, PyTypeObject } from "../../memory/structs/object.ts";
import { textFunction } from "../../memory/text.ts";
import { PyObject_IsTrue, PyObject_Repr } from "../../objects/abstract.ts";
import { enterRecursiveCall, leaveRecursiveCall } from "../../objects/c_recursion.ts";
import { PyObject_CallOneArg } from "../../objects/call.ts";
import { PyObject_CallMethod } from "../../objects/call_method.ts";
import { convertSsize } from "../../objects/convert.ts";
import { declareModuleType, reserveTypeCell } from "../../objects/declare.ts";
import {
  dictUsed,
  nextKey,
  nextValue,
  PyDict_Contains,
  PyDict_DelItem,
  PyDict_Next,
  PyDict_SetItem,
} from "../../objects/dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt, textOfCString, typeNameOf } from "../../objects/errors.ts";
import { isFloat } from "../../objects/float_core.ts";
import { identifier } from "../../objects/identifiers.ts";
import { PyList_GET_ITEM, PyList_GET_SIZE, sequenceItem } from "../../objects/list_core.ts";
import { PySequence_List } from "../../objects/list_extend.ts";
import { PyList_Sort } from "../../objects/list_sort.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import {
  decref,
  isDict,
  isInt,
  isList,
  isTuple,
  isUnicode,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  sizeOf,
  typeOf,
  xdecref,
} from "../../objects/object.ts";
import { namedArguments } from "../../objects/text_arguments.ts";
import { PyTuple_GET_ITEM, PyTuple_Pack } from "../../objects/tuple_core.ts";
import {
  Py_False,
  Py_None,
  Py_True,
  PyCFunction_Type,
  PyDict_Type,
  PyExc_TypeError,
  PyExc_ValueError,
  PyFloat_Type,
  PyLong_Type,
} from "../../objects/types.ts";
import { _PyUnicode_EqualToASCIIString, PyUnicode_FromString, textOf } from "../../objects/unicode_core.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteChar,
  UnicodeWriter_WriteStr,
} from "../../objects/unicode_writer.ts";
import { allocate, clearer, deallocator, traverser } from "../type_support.ts";

const PyEncoderObject = struct("PyEncoderObject", 80, {
  ...OBJECT_HEAD,
  markers: [16, "ptr", "dict of what is being written, by its address; or None"],
  defaultfn: [24, "ptr", "called with what JSON has no form for"],
  encoder: [32, "ptr", "writes a str"],
  indent: [40, "ptr", "str for a level, or None"],
  key_separator: [48, "ptr", "str between key and value"],
  item_separator: [56, "ptr", "str between items"],
  sort_keys: [64, "u8", "whether keys are sorted"],
  skipkeys: [65, "u8", "whether keys that are none are left out"],
  allow_nan: [68, "i32", "whether NaN and infinities have a form"],
  fast_encode: [72, "ptr", "a C function that does what encoder does, or null"],
});
const E = PyEncoderObject;

const FIELDS = {
  markers: E.markers,
  default: E.defaultfn,
  encoder: E.encoder,
  indent: E.indent,
  key_separator: E.key_separator,
  item_separator: E.item_separator,
} as const;
const OWNED = Object.values(FIELDS);
const NAMES = [...Object.keys(FIELDS), "sort_keys", "skipkeys", "allow_nan"];

const MODULE = "_json";
const QUOTERS = ["encode_basestring", "encode_basestring_ascii"];

/** Address of the function behind one of the module's own, 0 for any other. */
function quoterOf(encoder: Borrowed): Address {
  if (typeOf(encoder) !== PyCFunction_Type) return 0;
  const module = ptr(encoder + PyCFunctionObject.m_module);
  const method = ptr(encoder + PyCFunctionObject.m_ml);
  const isOwn = module !== 0 && isUnicode(module) && _PyUnicode_EqualToASCIIString(module, MODULE);
  return isOwn && QUOTERS.includes(textOfCString(ptr(method + PyMethodDef.ml_name)))
    ? ptr(method + PyMethodDef.ml_meth)
    : 0;
}

const id_items = identifier("items");
const ENCODING = " while encoding a JSON object";

/** One call of an encoder: what it writes. Its methods answer false with an error set. */
class Encoding {
  private readonly encoder: Borrowed;
  private readonly writer: Owned;
  private readonly indent: string | null;
  /** Levels of indentation. */
  private level: number;

  constructor(encoder: Borrowed, writer: Owned, level: number) {
    this.encoder = encoder;
    this.writer = writer;
    const indent = ptr(encoder + E.indent);
    this.indent = indent === Py_None ? null : textOf(indent);
    this.level = level;
  }

  value(o: Borrowed): boolean {
    if (o === Py_None) return this.ascii("null");
    if (o === Py_True) return this.ascii("true");
    if (o === Py_False) return this.ascii("false");
    if (isUnicode(o)) return this.string(o);
    if (isInt(o)) return this.own(textFunction(ptr(PyLong_Type + PyTypeObject.tp_repr))(o));
    if (isFloat(o)) return this.own(this.float(o));
    if (isList(o) || isTuple(o)) return this.nested(o, () => this.list(o));
    if (isDict(o)) return this.nested(o, () => this.dict(o));
    return this.marked(o, () => this.other(o));
  }

  private ascii(text: string): boolean {
    return UnicodeWriter_WriteASCIIString(this.writer, text) || PyErr_NoMemory() !== 0;
  }

  private write(text: Borrowed): boolean {
    return UnicodeWriter_WriteStr(this.writer, text) || PyErr_NoMemory() !== 0;
  }

  private own(text: Owned): boolean {
    const ok = text !== 0 && this.write(text);
    xdecref(text);
    return ok;
  }

  private string(o: Borrowed): boolean {
    const quoter = ptr(this.encoder + E.fast_encode);
    if (quoter !== 0) return this.own(textFunction(quoter)(0, o));
    const text = PyObject_CallOneArg(ptr(this.encoder + E.encoder), o);
    if (text === 0 || isUnicode(text)) return this.own(text);
    raise(PyExc_TypeError, `encoder() must return a string, not ${typeNameOf(text)}`);
    decref(text);
    return false;
  }

  private float(o: Borrowed): Owned {
    const value = f64(o + PyFloatObject.ob_fval);
    if (Number.isFinite(value)) return textFunction(ptr(PyFloat_Type + PyTypeObject.tp_repr))(o);
    if (i32(this.encoder + E.allow_nan) === 0) {
      const shown = PyObject_Repr(o);
      if (shown === 0) return 0;
      raise(PyExc_ValueError, `Out of range float values are not JSON compliant: ${textOf(shown)}`);
      decref(shown);
      return 0;
    }
    const text = value > 0 ? "Infinity" : value < 0 ? "-Infinity" : "NaN";
    return PyUnicode_FromString(text) || PyErr_NoMemory();
  }

  private nested(o: Borrowed, write: () => boolean): boolean {
    if (!enterRecursiveCall(ENCODING)) return false;
    const ok = isEmpty(o) ? this.ascii(isDict(o) ? "{}" : "[]") : this.marked(o, write);
    leaveRecursiveCall();
    return ok;
  }

  /** Writes an object while it is marked as being written. */
  private marked(o: Borrowed, write: () => boolean): boolean {
    const markers = ptr(this.encoder + E.markers);
    if (markers === Py_None) return write();
    const key = PyLong_FromNumber(o);
    if (key === 0) return PyErr_NoMemory() !== 0;
    const found = PyDict_Contains(markers, key);
    if (found > 0) raise(PyExc_ValueError, "Circular reference detected");
    const ok = found === 0 && PyDict_SetItem(markers, key, o) >= 0 && write() && PyDict_DelItem(markers, key) >= 0;
    decref(key);
    return ok;
  }

  /** What JSON has no form for: what the function makes of it. */
  private other(o: Borrowed): boolean {
    const made = PyObject_CallOneArg(ptr(this.encoder + E.defaultfn), o);
    if (made === 0) return false;
    let ok = enterRecursiveCall(ENCODING);
    if (ok) {
      ok = this.value(made);
      leaveRecursiveCall();
    }
    decref(made);
    return ok;
  }

  private open(bracket: number): boolean {
    this.level++;
    return this.character(bracket) && this.line();
  }

  private close(bracket: number): boolean {
    this.level--;
    return this.line() && this.character(bracket);
  }

  private character(c: number): boolean {
    return UnicodeWriter_WriteChar(this.writer, c) || PyErr_NoMemory() !== 0;
  }

  /** A new line and its indentation, where there is one. */
  private line(): boolean {
    if (this.indent === null) return true;
    return this.own(PyUnicode_FromString(`\n${this.indent.repeat(this.level)}`) || PyErr_NoMemory());
  }

  private separator(): boolean {
    return this.write(ptr(this.encoder + E.item_separator)) && this.line();
  }

  private list(o: Borrowed): boolean {
    if (!this.open(0x5b)) return false;
    // A function of the program may change a list meanwhile.
    for (let i = 0; i < sizeOf(o); i++) {
      if (i > 0 && !this.separator()) return false;
      const item = newRef(sequenceItem(o, i));
      const ok = this.value(item);
      decref(item);
      if (!ok) return false;
    }
    return this.close(0x5d);
  }

  private dict(o: Borrowed): boolean {
    if (!this.open(0x7b)) return false;
    const isSorted = u8(this.encoder + E.sort_keys) !== 0;
    const ok = isSorted || typeOf(o) !== PyDict_Type ? this.sortedItems(o, isSorted) : this.items(o);
    return ok && this.close(0x7d);
  }

  private items(o: Borrowed): boolean {
    let isFirst = true;
    for (let at = PyDict_Next(o, 0); at > 0; at = PyDict_Next(o, at)) {
      const key = newRef(nextKey());
      const value = newRef(nextValue());
      const written = this.member(key, value, isFirst);
      decref(key);
      decref(value);
      if (written < 0) return false;
      if (written > 0) isFirst = false;
    }
    return true;
  }

  private sortedItems(o: Borrowed, isSorted: boolean): boolean {
    const items = PyObject_CallMethod(o, id_items);
    const list = items === 0 ? 0 : PySequence_List(items);
    xdecref(items);
    let ok = list !== 0 && (!isSorted || PyList_Sort(list) >= 0);
    let isFirst = true;
    for (let i = 0; ok && i < PyList_GET_SIZE(list); i++) {
      const item = PyList_GET_ITEM(list, i);
      if (!isTuple(item) || sizeOf(item) !== 2) {
        raise(PyExc_ValueError, "items must return 2-tuples");
        ok = false;
        break;
      }
      const written = this.member(PyTuple_GET_ITEM(item, 0), PyTuple_GET_ITEM(item, 1), isFirst);
      ok = written >= 0;
      if (written > 0) isFirst = false;
    }
    xdecref(list);
    return ok;
  }

  /** 1, 0 when the key was left out, -1 with an error set. */
  private member(key: Borrowed, value: Borrowed, isFirst: boolean): number {
    let text: Owned;
    if (isUnicode(key)) text = newRef(key);
    else if (isFloat(key)) text = this.float(key);
    else if (key === Py_None) text = PyUnicode_FromString("null");
    else if (key === Py_True || key === Py_False) text = PyUnicode_FromString(key === Py_True ? "true" : "false");
    else if (isInt(key)) text = textFunction(ptr(PyLong_Type + PyTypeObject.tp_repr))(key);
    else if (u8(this.encoder + E.skipkeys) !== 0) return 0;
    else {
      const type = typeNameOf(key);
      return raiseInt(PyExc_TypeError, `keys must be str, int, float, bool or None, not ${type}`);
    }
    const ok =
      text !== 0 &&
      (isFirst || this.separator()) &&
      this.string(text) &&
      this.write(ptr(this.encoder + E.key_separator)) &&
      this.value(value);
    xdecref(text);
    return ok ? 1 : -1;
  }
}

function isEmpty(o: Borrowed): boolean {
  return isDict(o) ? dictUsed(o) === 0 : sizeOf(o) === 0;
}

function encoder_call(o: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("_iterencode", args, keywords, ["obj", "_current_indent_level"], 2);
  if (values === null) return 0;
  const level = convertSsize(values[1]);
  if (level === -1 && PyErr_Occurred() !== 0) return 0;
  const writer = UnicodeWriter_New(true);
  if (writer === 0) return PyErr_NoMemory();
  if (!new Encoding(o, writer, level).value(values[0])) {
    decref(writer);
    return 0;
  }
  const text = UnicodeWriter_Finish(writer);
  const result = text === 0 ? PyErr_NoMemory() : PyTuple_Pack(text);
  xdecref(text);
  return result;
}

function encoder_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedArguments("make_encoder", args, keywords, NAMES, NAMES.length);
  if (values === null) return 0;
  const flags: number[] = [];
  for (const [index, name] of [
    [4, "key_separator"],
    [5, "item_separator"],
  ] as const) {
    if (!isUnicode(values[index])) {
      const given = typeNameOf(values[index]);
      return raise(PyExc_TypeError, `make_encoder() argument ${NAMES.indexOf(name) + 1} must be str, not ${given}`);
    }
  }
  for (const value of values.slice(OWNED.length)) {
    const truth = PyObject_IsTrue(value);
    if (truth < 0) return 0;
    flags.push(truth);
  }
  const [markers, , encoder] = values;
  if (markers !== Py_None && !isDict(markers)) {
    return raise(PyExc_TypeError, `make_encoder() argument 1 must be dict or None, not ${typeNameOf(markers)}`);
  }
  const o = allocate(type);
  if (o === 0) return 0;
  OWNED.forEach((field, i) => {
    setPtr(o + field, newRef(values[i]));
  });
  setU8(o + E.sort_keys, flags[0] & 1);
  setU8(o + E.skipkeys, flags[1] & 1);
  setI32(o + E.allow_nan, flags[2]);
  setPtr(o + E.fast_encode, quoterOf(encoder));
  return o;
}

export const Encoder_Type = reserveTypeCell();
declareModuleType(Encoder_Type, {
  name: "_json.Encoder",
  isMutable: true,
  basicsize: E.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: encoder_new,
    tp_call: encoder_call,
    tp_dealloc: deallocator(...OWNED),
    tp_traverse: traverser(...OWNED),
    tp_clear: clearer(...OWNED),
  },
  members: [
    ...Object.entries(FIELDS).map(([name, field]) => [name, "object", field, "readonly"] as const),
    ["sort_keys", "bool", E.sort_keys, "readonly"],
    ["skipkeys", "bool", E.skipkeys, "readonly"],
  ],
});
