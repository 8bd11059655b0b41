// _operator: the operators of the language as functions, and three callables that look things up.
//
// Invariant: what may run Python is a tail call wherever one answer is enough; only rows of lookups and calls with
// arguments of their own settle.

import { type Address, type Borrowed, type Owned, ptr, setPtr, setSsize } from "../memory/memory.ts";
import { OBJECT_HEAD, struct } from "../memory/struct.ts";
import { PyNumberMethods, PySequenceMethods, PyTypeObject } from "../memory/structs/object.ts";
import { text, textFunction } from "../memory/text.ts";
import {
  NB_ADD,
  NB_AND,
  NB_FLOOR_DIVIDE,
  NB_INPLACE,
  NB_LSHIFT,
  NB_MATRIX_MULTIPLY,
  NB_MULTIPLY,
  NB_OR,
  NB_POWER,
  NB_REMAINDER,
  NB_RSHIFT,
  NB_SUBTRACT,
  NB_TRUE_DIVIDE,
  NB_XOR,
  Py_EQ,
  Py_GE,
  Py_GT,
  Py_LE,
  Py_LT,
  Py_NE,
  PyNumber_Index,
  PyObject_DelItem,
  PyObject_GetAttr,
  PyObject_GetItem,
  PyObject_IsTrue,
  PyObject_Repr,
  PyObject_SetItem,
  PySequence_Check,
  PySequence_Contains,
  pushBinaryOp,
  pushGetAttr,
  pushGetItem,
  pushUnary,
} from "../objects/abstract.ts";
import { genericGetAttr } from "../objects/attributes.ts";
import { NO_OPERATOR, pushBinarySlots } from "../objects/binary.ts";
import { bufferBytes, closeBuffer, openBuffer, PyObject_CheckBuffer } from "../objects/buffer.ts";
import { pushVectorcall } from "../objects/call.ts";
import { PyObject_Call, pushCall } from "../objects/call_object.ts";
import { pushRichCompare } from "../objects/compare.ts";
import { convertWideSsize } from "../objects/convert.ts";
import { declareModule, type MethodRow, newModuleType } from "../objects/declare.ts";
import { dictUsed, nextKey, nextValue, PyDict_Next } from "../objects/dict_core.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, typeName, typeNameOf } from "../objects/errors.ts";
import { PyObject_LengthHint } from "../objects/length_hint.ts";
import { longExact } from "../objects/long_arith.ts";
import { bool } from "../objects/long_core.ts";
import {
  decref,
  isInt,
  isUnicode,
  newRef,
  Py_TPFLAGS_HAVE_GC,
  Py_TPFLAGS_HAVE_VECTORCALL,
  sizeOf,
  typeOf,
} from "../objects/object.ts";
import { Py_ReprEnter, Py_ReprLeave } from "../objects/repr_guard.ts";
import { pushIterSearch, SEARCH_COUNT, SEARCH_INDEX } from "../objects/sequence_search.ts";
import { longOfSsize } from "../objects/ssize.ts";
import {
  ITEMS,
  PyTuple_GET_ITEM,
  PyTuple_New,
  PyTuple_Pack,
  PyTuple_SET_ITEM,
  tupleFromArray,
} from "../objects/tuple_core.ts";
import { Py_None, PyExc_TypeError } from "../objects/types.ts";
import {
  PyUnicode_FromString,
  PyUnicode_GET_LENGTH,
  PyUnicode_IS_ASCII,
  PyUnicode_READ_CHAR,
  PyUnicode_Substring,
  wtf8Of,
} from "../objects/unicode_core.ts";
import { PyUnicode_InternInPlace } from "../objects/unicode_intern.ts";
import {
  UnicodeWriter_Finish,
  UnicodeWriter_New,
  UnicodeWriter_WriteASCIIString,
  UnicodeWriter_WriteStr,
} from "../objects/unicode_writer.ts";
import { importAttribute } from "./import.ts";
import { addTypes } from "./make_module.ts";
import {
  allocate,
  checkArgumentCount,
  checkPositional,
  clearer,
  deallocator,
  hasKeywords,
  traverser,
  typeLastTraverser,
} from "./type_support.ts";

// -- functions -----------------------------------------------------------------------------------------------------------

type Two = (module: Borrowed, a: Borrowed, b: Borrowed) => Owned;
const binary =
  (operator: number): Two =>
  (_module, a, b) =>
    pushBinaryOp(a, b, operator);
const compare =
  (operator: number): Two =>
  (_module, a, b) =>
    pushRichCompare(a, b, operator);
const unary =
  (slot: number, sign: string) =>
  (_module: Borrowed, a: Borrowed): Owned =>
    pushUnary(a, slot, sign);
const status = (answer: number): Owned => (answer < 0 ? 0 : Py_None);
const truth = (answer: number): Owned => (answer < 0 ? 0 : bool(answer > 0));

const cannotConcatenate = (a: Borrowed): Owned =>
  raise(PyExc_TypeError, `'${typeNameOf(a)}' object can't be concatenated`);
const concat =
  (slots: readonly number[], inplaceSlot: number): Two =>
  (_module, a, b) => {
    const table = ptr(typeOf(a) + PyTypeObject.tp_as_sequence);
    for (const slot of slots) {
      const f = table === 0 ? 0 : ptr(table + slot);
      if (f !== 0) return textFunction(f)(a, b);
    }
    if (!PySequence_Check(a) || !PySequence_Check(b)) return cannotConcatenate(a);
    return pushBinarySlots(a, b, PyNumberMethods.nb_add, inplaceSlot, NO_OPERATOR, cannotConcatenate);
  };

function lengthHint(_module: Borrowed, o: Borrowed, missing: Borrowed): Owned {
  const otherwise = missing === 0 ? 0 : convertWideSsize(missing);
  if (otherwise === -1 && PyErr_Occurred() !== 0) return 0;
  const hint = PyObject_LengthHint(o, otherwise);
  // The exact words of the default may be gone by now.
  if (hint === otherwise && missing !== 0 && isInt(missing)) return longExact(missing);
  return hint === -1 && PyErr_Occurred() !== 0 ? 0 : longOfSsize(hint) || PyErr_NoMemory();
}

function call(_module: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  if (nargs < 1) return raise(PyExc_TypeError, "call expected at least 1 argument, got 0");
  return pushVectorcall(ptr(args), args + 8, nargs - 1, kwnames);
}

function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  // As long for any two texts: what differs must not show in the time taken.
  let difference = a.length ^ b.length;
  for (let i = 0; i < b.length; i++) difference |= (a.length === b.length ? a[i] : b[i]) ^ b[i];
  return difference === 0;
}

function compareDigest(_module: Borrowed, a: Borrowed, b: Borrowed): Owned {
  if (isUnicode(a) && isUnicode(b)) {
    if (PyUnicode_IS_ASCII(a) && PyUnicode_IS_ASCII(b)) return bool(sameBytes(wtf8Of(a), wtf8Of(b)));
    return raise(PyExc_TypeError, "comparing strings with non-ASCII characters is not supported");
  }
  if (!PyObject_CheckBuffer(a) && !PyObject_CheckBuffer(b)) {
    return raise(
      PyExc_TypeError,
      `unsupported operand types(s) or combination of types: '${typeNameOf(a)}' and '${typeNameOf(b)}'`,
    );
  }
  const first = openBuffer(a);
  if (first === null) return 0;
  const second = openBuffer(b);
  const answer = second === null ? 0 : bool(sameBytes(bufferBytes(first), bufferBytes(second)));
  closeBuffer(first);
  if (second !== null) closeBuffer(second);
  return answer;
}

const TWO = "(a, b, /)";
const ONE = "(a, /)";
const N = PyNumberMethods;
const S = PySequenceMethods;
const FUNCTIONS: readonly MethodRow[] = [
  ["truth", ONE, (_m, a) => truth(PyObject_IsTrue(a))],
  ["contains", TWO, (_m, a, b) => truth(PySequence_Contains(a, b))],
  ["indexOf", TWO, (_m, a, b) => pushIterSearch(a, b, SEARCH_INDEX)],
  ["countOf", TWO, (_m, a, b) => pushIterSearch(a, b, SEARCH_COUNT)],
  ["is_", TWO, (_m, a, b) => bool(a === b)],
  ["is_not", TWO, (_m, a, b) => bool(a !== b)],
  ["add", TWO, binary(NB_ADD)],
  ["sub", TWO, binary(NB_SUBTRACT)],
  ["mul", TWO, binary(NB_MULTIPLY)],
  ["matmul", TWO, binary(NB_MATRIX_MULTIPLY)],
  ["floordiv", TWO, binary(NB_FLOOR_DIVIDE)],
  ["truediv", TWO, binary(NB_TRUE_DIVIDE)],
  ["mod", TWO, binary(NB_REMAINDER)],
  ["neg", ONE, unary(N.nb_negative, "unary -")],
  ["pos", ONE, unary(N.nb_positive, "unary +")],
  ["abs", ONE, unary(N.nb_absolute, "abs()")],
  ["inv", ONE, unary(N.nb_invert, "unary ~")],
  ["invert", ONE, unary(N.nb_invert, "unary ~")],
  ["lshift", TWO, binary(NB_LSHIFT)],
  ["rshift", TWO, binary(NB_RSHIFT)],
  [
    "not_",
    ONE,
    (_m, a) => {
      const t = PyObject_IsTrue(a);
      return t < 0 ? 0 : bool(t === 0);
    },
  ],
  ["and_", TWO, binary(NB_AND)],
  ["xor", TWO, binary(NB_XOR)],
  ["or_", TWO, binary(NB_OR)],
  ["iadd", TWO, binary(NB_ADD + NB_INPLACE)],
  ["isub", TWO, binary(NB_SUBTRACT + NB_INPLACE)],
  ["imul", TWO, binary(NB_MULTIPLY + NB_INPLACE)],
  ["imatmul", TWO, binary(NB_MATRIX_MULTIPLY + NB_INPLACE)],
  ["ifloordiv", TWO, binary(NB_FLOOR_DIVIDE + NB_INPLACE)],
  ["itruediv", TWO, binary(NB_TRUE_DIVIDE + NB_INPLACE)],
  ["imod", TWO, binary(NB_REMAINDER + NB_INPLACE)],
  ["ilshift", TWO, binary(NB_LSHIFT + NB_INPLACE)],
  ["irshift", TWO, binary(NB_RSHIFT + NB_INPLACE)],
  ["iand", TWO, binary(NB_AND + NB_INPLACE)],
  ["ixor", TWO, binary(NB_XOR + NB_INPLACE)],
  ["ior", TWO, binary(NB_OR + NB_INPLACE)],
  ["concat", TWO, concat([S.sq_concat], -1)],
  ["iconcat", TWO, concat([S.sq_inplace_concat, S.sq_concat], N.nb_inplace_add)],
  ["getitem", TWO, (_m, a, b) => pushGetItem(a, b)],
  ["setitem", "(a, b, c, /)", (_m, a, b, c) => status(PyObject_SetItem(a, b, c))],
  ["delitem", TWO, (_m, a, b) => status(PyObject_DelItem(a, b))],
  ["pow", TWO, binary(NB_POWER)],
  ["ipow", TWO, binary(NB_POWER + NB_INPLACE)],
  ["eq", TWO, compare(Py_EQ)],
  ["ne", TWO, compare(Py_NE)],
  ["lt", TWO, compare(Py_LT)],
  ["le", TWO, compare(Py_LE)],
  ["gt", TWO, compare(Py_GT)],
  ["ge", TWO, compare(Py_GE)],
  ["index", ONE, (_m, a) => PyNumber_Index(a)],
  ["length_hint", "(obj, default=0, /)", lengthHint],
  ["call", "!(obj, /, *args, **kwargs)", call],
  ["_compare_digest", TWO, compareDigest],
];

// -- texts ---------------------------------------------------------------------------------------------------------------

/** name(repr, repr, name=repr): Owned. The guard against recursion shows name(...). */
function showCall(o: Borrowed, values: readonly Borrowed[], keywords: Borrowed): Owned {
  const name = typeName(typeOf(o));
  const entered = Py_ReprEnter(o);
  if (entered !== 0) return entered < 0 ? 0 : PyUnicode_FromString(`${name}(...)`);
  const writer = UnicodeWriter_New(true);
  let ok = writer !== 0 && UnicodeWriter_WriteASCIIString(writer, `${name}(`);
  let first = true;
  const show = (value: Borrowed, key: Borrowed): void => {
    const shown = ok ? PyObject_Repr(value) : 0;
    ok = shown !== 0 && (first || UnicodeWriter_WriteASCIIString(writer, ", "));
    if (ok && key !== 0) ok = UnicodeWriter_WriteStr(writer, key) && UnicodeWriter_WriteASCIIString(writer, "=");
    ok = ok && UnicodeWriter_WriteStr(writer, shown);
    if (shown !== 0) decref(shown);
    first = false;
  };
  for (const value of values) show(value, 0);
  if (keywords !== 0)
    for (let at = PyDict_Next(keywords, 0); at !== 0; at = PyDict_Next(keywords, at)) show(nextValue(), nextKey());
  ok = ok && UnicodeWriter_WriteASCIIString(writer, ")");
  Py_ReprLeave(o);
  if (ok) return UnicodeWriter_Finish(writer);
  if (writer !== 0) decref(writer);
  return 0;
}

function itemsOf(tuple: Borrowed): Borrowed[] {
  return Array.from({ length: sizeOf(tuple) }, (_, i) => PyTuple_GET_ITEM(tuple, i));
}

/** The one argument of a getter's call; 0 with an error set. */
function onlyArgument(name: string, args: Borrowed, keywords: Borrowed): Borrowed {
  if (hasKeywords(keywords)) return raise(PyExc_TypeError, `${name}() takes no keyword arguments`);
  return checkPositional(name, args, 1, 1) ? PyTuple_GET_ITEM(args, 0) : 0;
}

/** The same for a vectorcall. */
function onlyItem(name: string, args: Address, nargs: number, kwnames: Borrowed): Borrowed {
  if (kwnames !== 0 && sizeOf(kwnames) > 0) return raise(PyExc_TypeError, `${name}() takes no keyword arguments`);
  return checkArgumentCount(name, nargs, 1, 1) ? ptr(args) : 0;
}

/** The vectorcall of a getter that `get` calls for. */
function getterVectorcall(name: string, get: (o: Borrowed, subject: Borrowed) => Owned): Address {
  return text(`${name}_vectorcall`, (o: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned => {
    const subject = onlyItem(name, args, nargs, kwnames);
    return subject === 0 ? 0 : get(o, subject);
  });
}

/** A tuple of lookups, one for each of count. */
function collect(count: number, look: (index: number) => Owned): Owned {
  const result = PyTuple_New(count);
  if (result === 0) return PyErr_NoMemory();
  for (let i = 0; i < count; i++) {
    const value = look(i);
    if (value === 0) {
      decref(result);
      return 0;
    }
    PyTuple_SET_ITEM(result, i, value);
  }
  return result;
}

/** What inspect shows of a getter as a function. */
const SIGNATURE = ["__text_signature__", (): Owned => PyUnicode_FromString("(obj, /)")] as const;

// -- itemgetter ----------------------------------------------------------------------------------------------------------

const itemgetterobject = struct("itemgetterobject", 48, {
  ...OBJECT_HEAD,
  nitems: [16, "ssize", "number of items"],
  item: [24, "ptr", "the item, or a tuple of several"],
  index: [32, "ssize", "the item as an index of tuples; -1: none"],
  vectorcall: [40, "text", "vectorcallfunc"],
});
const ITEM = itemgetterobject.item;

function itemgetter_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (hasKeywords(keywords)) return raise(PyExc_TypeError, "itemgetter() takes no keyword arguments");
  const count = sizeOf(args);
  if (count === 0) return raise(PyExc_TypeError, "itemgetter expected 1 argument, got 0");
  const o = allocate(type);
  if (o === 0) return 0;
  setSsize(o + itemgetterobject.nitems, count);
  setPtr(o + ITEM, newRef(count === 1 ? PyTuple_GET_ITEM(args, 0) : args));
  setSsize(o + itemgetterobject.index, -1);
  setPtr(o + itemgetterobject.vectorcall, itemgetterVectorcall);
  return o;
}

const isSingle = (o: Borrowed): boolean => ptr(o + itemgetterobject.nitems) === 1;

function itemgetter_call(o: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const subject = onlyArgument("itemgetter", args, keywords);
  return subject === 0 ? 0 : itemsOfSubject(o, subject);
}

function itemsOfSubject(o: Borrowed, subject: Borrowed): Owned {
  const item = ptr(o + ITEM);
  if (isSingle(o)) return pushGetItem(subject, item);
  return collect(sizeOf(item), (i) => PyObject_GetItem(subject, PyTuple_GET_ITEM(item, i)));
}

const itemgetterVectorcall = getterVectorcall("itemgetter", itemsOfSubject);

function itemgetter_repr(o: Borrowed): Owned {
  const item = ptr(o + ITEM);
  return showCall(o, isSingle(o) ? [item] : itemsOf(item), 0);
}

function itemgetter_reduce(o: Borrowed): Owned {
  const item = ptr(o + ITEM);
  if (!isSingle(o)) return PyTuple_Pack(typeOf(o), item) || PyErr_NoMemory();
  const args = PyTuple_Pack(item);
  const result = args === 0 ? 0 : PyTuple_Pack(typeOf(o), args);
  if (args !== 0) decref(args);
  return result || PyErr_NoMemory();
}

const itemgetterType = newModuleType({
  name: "operator.itemgetter",
  basicsize: itemgetterobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL,
  vectorcall_offset: itemgetterobject.vectorcall,
  slots: {
    tp_new: itemgetter_new,
    tp_dealloc: deallocator(ITEM),
    tp_traverse: traverser(ITEM),
    tp_clear: clearer(ITEM),
    tp_call: itemgetter_call,
    tp_repr: itemgetter_repr,
    tp_getattro: genericGetAttr,
  },
  getset: [SIGNATURE],
  methods: [["__reduce__", "()", itemgetter_reduce]],
});

// -- attrgetter ----------------------------------------------------------------------------------------------------------

const attrgetterobject = struct("attrgetterobject", 40, {
  ...OBJECT_HEAD,
  nattrs: [16, "ssize", "number of attributes"],
  attr: [24, "ptr", "tuple of names; a dotted one is a tuple of names itself"],
  vectorcall: [32, "text", "vectorcallfunc"],
});
const ATTR = attrgetterobject.attr;

/** A name, interned; or, when it is dotted, the tuple of its parts. Owned. */
function splitName(name: Borrowed): Owned {
  const length = PyUnicode_GET_LENGTH(name);
  const cuts = [-1];
  for (let i = 0; i < length; i++) if (PyUnicode_READ_CHAR(name, i) === 0x2e) cuts.push(i);
  if (cuts.length === 1) return PyUnicode_InternInPlace(newRef(name));
  cuts.push(length);
  return collect(cuts.length - 1, (i) => {
    const part = PyUnicode_Substring(name, cuts[i] + 1, cuts[i + 1]);
    return part === 0 ? 0 : PyUnicode_InternInPlace(part);
  });
}

function attrgetter_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  if (hasKeywords(keywords)) return raise(PyExc_TypeError, "attrgetter() takes no keyword arguments");
  const count = sizeOf(args);
  if (count === 0) return raise(PyExc_TypeError, "attrgetter expected 1 argument, got 0");
  const names = collect(count, (i) => {
    const name = PyTuple_GET_ITEM(args, i);
    return isUnicode(name) ? splitName(name) : raise(PyExc_TypeError, "attribute name must be a string");
  });
  const o = names === 0 ? 0 : allocate(type);
  if (o === 0) {
    if (names !== 0) decref(names);
    return 0;
  }
  setSsize(o + attrgetterobject.nattrs, count);
  setPtr(o + ATTR, names);
  setPtr(o + attrgetterobject.vectorcall, attrgetterVectorcall);
  return o;
}

function lookUp(subject: Borrowed, name: Borrowed): Owned {
  if (isUnicode(name)) return PyObject_GetAttr(subject, name);
  let value = newRef(subject);
  for (let i = 0; value !== 0 && i < sizeOf(name); i++) {
    const next = PyObject_GetAttr(value, PyTuple_GET_ITEM(name, i));
    decref(value);
    value = next;
  }
  return value;
}

function attrgetter_call(o: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const subject = onlyArgument("attrgetter", args, keywords);
  return subject === 0 ? 0 : attributesOfSubject(o, subject);
}

function attributesOfSubject(o: Borrowed, subject: Borrowed): Owned {
  const names = ptr(o + ATTR);
  const first = PyTuple_GET_ITEM(names, 0);
  if (sizeOf(names) === 1) return isUnicode(first) ? pushGetAttr(subject, first) : lookUp(subject, first);
  return collect(sizeOf(names), (i) => lookUp(subject, PyTuple_GET_ITEM(names, i)));
}

const attrgetterVectorcall = getterVectorcall("attrgetter", attributesOfSubject);

/** The names as they were given: Owned tuple. */
function givenNames(o: Borrowed): Owned {
  const names = ptr(o + ATTR);
  return collect(sizeOf(names), (i) => {
    const name = PyTuple_GET_ITEM(names, i);
    if (isUnicode(name)) return newRef(name);
    return joinNames(name);
  });
}

function joinNames(parts: Borrowed): Owned {
  const writer = UnicodeWriter_New(true);
  let ok = writer !== 0;
  for (let i = 0; ok && i < sizeOf(parts); i++) {
    ok =
      (i === 0 || UnicodeWriter_WriteASCIIString(writer, ".")) &&
      UnicodeWriter_WriteStr(writer, PyTuple_GET_ITEM(parts, i));
  }
  if (ok) return UnicodeWriter_Finish(writer);
  if (writer !== 0) decref(writer);
  return 0;
}

function attrgetter_repr(o: Borrowed): Owned {
  const names = givenNames(o);
  if (names === 0) return 0;
  const shown = showCall(o, itemsOf(names), 0);
  decref(names);
  return shown;
}

function attrgetter_reduce(o: Borrowed): Owned {
  const names = givenNames(o);
  if (names === 0) return 0;
  const result = PyTuple_Pack(typeOf(o), names);
  decref(names);
  return result || PyErr_NoMemory();
}

const attrgetterType = newModuleType({
  name: "operator.attrgetter",
  basicsize: attrgetterobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL,
  vectorcall_offset: attrgetterobject.vectorcall,
  slots: {
    tp_new: attrgetter_new,
    tp_dealloc: deallocator(ATTR),
    tp_traverse: typeLastTraverser(ATTR),
    tp_clear: clearer(ATTR),
    tp_call: attrgetter_call,
    tp_repr: attrgetter_repr,
    tp_getattro: genericGetAttr,
  },
  getset: [SIGNATURE],
  methods: [["__reduce__", "()", attrgetter_reduce]],
});

// -- methodcaller --------------------------------------------------------------------------------------------------------

const methodcallerobject = struct("methodcallerobject", 64, {
  ...OBJECT_HEAD,
  name: [16, "ptr", "str: the method's name"],
  args: [24, "ptr", "tuple of positional arguments"],
  kwds: [32, "ptr", "dict of keyword arguments; null: none"],
  vectorcall_args: [40, "ptr", "null: the arguments are taken from args and kwds"],
  vectorcall_kwnames: [48, "ptr", "null, likewise"],
  vectorcall: [56, "text", "vectorcallfunc"],
});
const NAME = methodcallerobject.name;
const ARGS = methodcallerobject.args;
const KWDS = methodcallerobject.kwds;

function methodcaller_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const count = sizeOf(args);
  if (count < 1) return raise(PyExc_TypeError, "methodcaller needs at least one argument, the method name");
  const name = PyTuple_GET_ITEM(args, 0);
  if (!isUnicode(name)) return raise(PyExc_TypeError, "method name must be a string");
  const rest = tupleFromArray(args + ITEMS + 8, count - 1);
  const o = rest === 0 ? PyErr_NoMemory() : allocate(type);
  if (o === 0) {
    if (rest !== 0) decref(rest);
    return 0;
  }
  setPtr(o + NAME, PyUnicode_InternInPlace(newRef(name)));
  setPtr(o + ARGS, rest);
  setPtr(o + KWDS, hasKeywords(keywords) ? newRef(keywords) : 0);
  setPtr(o + methodcallerobject.vectorcall, methodcallerVectorcall);
  return o;
}

function methodcaller_call(o: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const subject = onlyArgument("methodcaller", args, keywords);
  return subject === 0 ? 0 : callMethodOf(o, subject);
}

function callMethodOf(o: Borrowed, subject: Borrowed): Owned {
  const method = PyObject_GetAttr(subject, ptr(o + NAME));
  if (method === 0) return 0;
  const result = pushCall(method, ptr(o + ARGS), ptr(o + KWDS));
  decref(method);
  return result;
}

/** Unlike the getters, it counts before it looks for keywords. */
const methodcallerVectorcall = text(
  "methodcaller_vectorcall",
  (o: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned => {
    const subject = checkArgumentCount("methodcaller", nargs, 1, 1)
      ? onlyItem("methodcaller", args, nargs, kwnames)
      : 0;
    return subject === 0 ? 0 : callMethodOf(o, subject);
  },
);

function methodcaller_repr(o: Borrowed): Owned {
  return showCall(o, [ptr(o + NAME), ...itemsOf(ptr(o + ARGS))], ptr(o + KWDS));
}

function methodcaller_reduce(o: Borrowed): Owned {
  const args = ptr(o + ARGS);
  const keywords = ptr(o + KWDS);
  if (keywords === 0 || dictUsed(keywords) === 0) {
    const all = collect(sizeOf(args) + 1, (i) => newRef(i === 0 ? ptr(o + NAME) : PyTuple_GET_ITEM(args, i - 1)));
    const result = all === 0 ? 0 : PyTuple_Pack(typeOf(o), all);
    if (all !== 0) decref(all);
    return result;
  }
  const partial = importAttribute("functools", "partial");
  const pair = partial === 0 ? 0 : PyTuple_Pack(typeOf(o), ptr(o + NAME));
  const partialCall = pair === 0 ? 0 : PyObject_Call(partial, pair, keywords);
  const result = partialCall === 0 ? 0 : PyTuple_Pack(partialCall, args);
  for (const part of [partial, pair, partialCall]) if (part !== 0) decref(part);
  return result;
}

const methodcallerType = newModuleType({
  name: "operator.methodcaller",
  basicsize: methodcallerobject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_HAVE_VECTORCALL,
  vectorcall_offset: methodcallerobject.vectorcall,
  slots: {
    tp_new: methodcaller_new,
    tp_dealloc: deallocator(NAME, ARGS, KWDS),
    tp_traverse: traverser(ARGS, KWDS),
    tp_clear: clearer(ARGS, KWDS),
    tp_call: methodcaller_call,
    tp_repr: methodcaller_repr,
    tp_getattro: genericGetAttr,
  },
  getset: [SIGNATURE],
  methods: [["__reduce__", "()", methodcaller_reduce]],
});

declareModule({
  name: "_operator",
  functions: FUNCTIONS,
  exec: (module) => addTypes(module, attrgetterType, itemgetterType, methodcallerType),
});
