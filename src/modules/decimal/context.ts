// Context objects, the current context (the value of a context variable), and the manager that localcontext() answers with.
//
// Invariant: a context's two signal dicts show its own words of conditions, and are detached when it goes.

import { gcUntrack } from "../../gc/link.ts";
import {
  type Address,
  type Borrowed,
  copyBytes,
  i32,
  type Owned,
  ptr,
  setI32,
  setPtr,
  u32,
} from "../../memory/memory.ts";
import { genericGetAttr, PyObject_GenericGetAttr, PyObject_GenericSetAttr } from "../../objects/attributes.ts";
import { declareModuleType, rowsInOrder } from "../../objects/declare.ts";
import { PyErr_NoMemory, PyErr_Occurred, raise, raiseInt } from "../../objects/errors.ts";
import { PyList_Append, PyList_New } from "../../objects/list_core.ts";
import { PyLong_FromNumber } from "../../objects/long_core.ts";
import { longFromBigInt } from "../../objects/long_digits.ts";
import {
  clearSlot,
  decref,
  isSubtype,
  isUnicode,
  newRef,
  Py_TPFLAGS_BASETYPE,
  Py_TPFLAGS_DISALLOW_INSTANTIATION,
  Py_TPFLAGS_HAVE_GC,
  typeIn,
  typeOf,
  xdecref,
} from "../../objects/object.ts";
import { PyTuple_New, PyTuple_SET_ITEM } from "../../objects/tuple_core.ts";
import { freeOfHeapType } from "../../objects/type_alloc.ts";
import { Py_None, PyExc_AttributeError, PyExc_TypeError, PyExc_ValueError } from "../../objects/types.ts";
import { _PyUnicode_EqualToASCIIString, PyUnicode_FromString } from "../../objects/unicode_core.ts";
import { PyUnicode_InternFromString } from "../../objects/unicode_intern.ts";
import { contextvar_set, currentValue } from "../contextvars.ts";
import { allocate, clearer, deallocator, traverser } from "../type_support.ts";
import { namedItems, namedValues } from "./arguments.ts";
import { contextMethods } from "./context_methods.ts";
import {
  Context_Type,
  ContextManager_Type,
  MAX_EMAX,
  MAX_PREC,
  MIN_EMIN,
  PyDecContextManagerObject,
  PyDecContextObject,
  ROUNDINGS,
} from "./layout.ts";
import { setWide, wide } from "./number.ts";
import { detach, newSignalDict, signalList, wordOf } from "./signal_dict.ts";
import { SIGNALS, signalClass } from "./signals.ts";
import { PyLong_AsSsize } from "./ssize.ts";
import { state } from "./state.ts";

const TRAPS = PyDecContextObject.traps;
const FLAGS = PyDecContextObject.flags;
/** The part that copies take over. */
const PLAIN_BYTES = PyDecContextObject.traps - PyDecContextObject.prec;

export function isContext(o: Borrowed): boolean {
  return isSubtype(typeOf(o), typeIn(Context_Type));
}

/** A context with everything zero but its signal dicts. Owned, 0 with an error set. */
function newContext(type: Borrowed): Owned {
  const o = allocate(type);
  if (o === 0) return 0;
  setPtr(o + TRAPS, newSignalDict(o + PyDecContextObject.trapped));
  setPtr(o + FLAGS, ptr(o + TRAPS) === 0 ? 0 : newSignalDict(o + PyDecContextObject.status));
  if (ptr(o + FLAGS) !== 0) return o;
  decref(o);
  return 0;
}

function copyPlain(to: Borrowed, from: Borrowed): void {
  copyBytes(to + PyDecContextObject.prec, from + PyDecContextObject.prec, PLAIN_BYTES);
  setI32(to + PyDecContextObject.capitals, i32(from + PyDecContextObject.capitals));
}

/** context.copy(): of the plain type, with its conditions. Owned. */
export function copyContext(context: Borrowed): Owned {
  const o = newContext(typeIn(Context_Type));
  if (o !== 0) copyPlain(o, context);
  return o;
}

/** A context with given settings: for the three that the module has. Owned. */
export function makeContext(prec: bigint, round: number, emin: bigint, emax: bigint, traps: number): Owned {
  const o = newContext(typeIn(Context_Type));
  if (o === 0) return 0;
  setWide(o + PyDecContextObject.prec, prec);
  setWide(o + PyDecContextObject.emax, emax);
  setWide(o + PyDecContextObject.emin, emin);
  setI32(o + PyDecContextObject.trapped, traps);
  setI32(o + PyDecContextObject.round, round);
  setI32(o + PyDecContextObject.allcr, 1);
  setI32(o + PyDecContextObject.capitals, 1);
  return o;
}

// -- settings ------------------------------------------------------------------------------------------------------------

const INVALID_ROUNDING =
  "valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]";

/** The number of a rounding mode's name; -1 with TypeError set. */
export function roundingOf(value: Borrowed): number {
  const index = isUnicode(value) ? ROUNDINGS.findIndex((name) => _PyUnicode_EqualToASCIIString(value, name)) : -1;
  return index >= 0 ? index : raiseInt(PyExc_TypeError, INVALID_ROUNDING);
}

/** A setter for a 64-bit field with bounds. */
function wideSetter(name: string, offset: number, least: bigint, most: bigint, range: string) {
  return (o: Borrowed, value: Borrowed): number => {
    const number = PyLong_AsSsize(value);
    if (number === null) return -1;
    if (number < least || number > most) return raiseInt(PyExc_ValueError, `valid range for ${name} is ${range}`);
    setWide(o + offset, number);
    return 0;
  };
}

function bitSetter(name: string, offset: number) {
  return (o: Borrowed, value: Borrowed): number => {
    const number = PyLong_AsSsize(value);
    if (number === null) return -1;
    if (number !== 0n && number !== 1n) return raiseInt(PyExc_ValueError, `valid values for ${name} are 0 or 1`);
    setI32(o + offset, Number(number));
    return 0;
  };
}

function setRounding(o: Borrowed, value: Borrowed): number {
  const round = roundingOf(value);
  if (round < 0) return -1;
  setI32(o + PyDecContextObject.round, round);
  return 0;
}

function signalSetter(offset: number, allowsList: boolean) {
  return (o: Borrowed, value: Borrowed): number => {
    const word = wordOf(value, allowsList);
    if (word < 0) return -1;
    setI32(o + offset, word);
    return 0;
  };
}

const setPrec = wideSetter("prec", PyDecContextObject.prec, 1n, MAX_PREC, "[1, MAX_PREC]");
const setEmin = wideSetter("Emin", PyDecContextObject.emin, MIN_EMIN, 0n, "[MIN_EMIN, 0]");
const setEmax = wideSetter("Emax", PyDecContextObject.emax, 0n, MAX_EMAX, "[0, MAX_EMAX]");
const setCapitals = bitSetter("capitals", PyDecContextObject.capitals);
const setClamp = bitSetter("clamp", PyDecContextObject.clamp);

const SETTINGS = ["prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"] as const;
const SETTERS = [
  setPrec,
  setRounding,
  setEmin,
  setEmax,
  setCapitals,
  setClamp,
  signalSetter(PyDecContextObject.status, true),
  signalSetter(PyDecContextObject.trapped, true),
];

/** Sets what is given, in order. 0, or -1 with an error set. */
function applySettings(o: Borrowed, values: readonly Borrowed[]): number {
  for (let i = 0; i < SETTERS.length; i++) {
    const value = values[i];
    if (value !== 0 && value !== Py_None && SETTERS[i](o, value) < 0) return -1;
  }
  return 0;
}

function context_new(type: Borrowed): Owned {
  const o = newContext(type);
  if (o === 0) return 0;
  const template = state("DefaultContext");
  if (template === 0) return o;
  copyPlain(o, template);
  setI32(o + PyDecContextObject.status, 0);
  return o;
}

function context_init(o: Borrowed, args: Borrowed, keywords: Borrowed): number {
  const values = namedItems(args, keywords, SETTINGS);
  return values === null ? -1 : applySettings(o, values);
}

const setTrapsDict = signalSetter(PyDecContextObject.trapped, false);
const setFlagsDict = signalSetter(PyDecContextObject.status, false);

/** traps and flags are no descriptors: they are looked at before all others. */
function context_getattro(o: Borrowed, name: Borrowed): Owned {
  if (isUnicode(name)) {
    if (_PyUnicode_EqualToASCIIString(name, "traps")) return newRef(ptr(o + TRAPS));
    if (_PyUnicode_EqualToASCIIString(name, "flags")) return newRef(ptr(o + FLAGS));
  }
  return PyObject_GenericGetAttr(o, name);
}

function context_setattro(o: Borrowed, name: Borrowed, value: Borrowed): number {
  if (value === 0) return raiseInt(PyExc_AttributeError, "context attributes cannot be deleted");
  if (isUnicode(name)) {
    if (_PyUnicode_EqualToASCIIString(name, "traps")) return setTrapsDict(o, value);
    if (_PyUnicode_EqualToASCIIString(name, "flags")) return setFlagsDict(o, value);
  }
  return PyObject_GenericSetAttr(o, name, value);
}

function context_repr(o: Borrowed): Owned {
  const field = (offset: number): bigint => wide(o + offset);
  return (
    PyUnicode_FromString(
      `Context(prec=${field(PyDecContextObject.prec)}, rounding=${ROUNDINGS[i32(o + PyDecContextObject.round)]}, ` +
        `Emin=${field(PyDecContextObject.emin)}, Emax=${field(PyDecContextObject.emax)}, ` +
        `capitals=${i32(o + PyDecContextObject.capitals)}, clamp=${i32(o + PyDecContextObject.clamp)}, ` +
        `flags=${signalList(u32(o + PyDecContextObject.status))}, traps=${signalList(u32(o + PyDecContextObject.trapped))})`,
    ) || PyErr_NoMemory()
  );
}

/** A list of the signals in a word. Owned. */
function signalsOf(word: number): Owned {
  const list = PyList_New(0);
  for (const { name, bits } of SIGNALS) {
    if (list !== 0 && (word & bits) !== 0 && PyList_Append(list, signalClass(name)) < 0) {
      decref(list);
      return 0;
    }
  }
  return list;
}

function context_reduce(o: Borrowed): Owned {
  const items = [
    longFromBigInt(wide(o + PyDecContextObject.prec)),
    PyUnicode_InternFromString(ROUNDINGS[i32(o + PyDecContextObject.round)]),
    longFromBigInt(wide(o + PyDecContextObject.emin)),
    longFromBigInt(wide(o + PyDecContextObject.emax)),
    PyLong_FromNumber(i32(o + PyDecContextObject.capitals)),
    PyLong_FromNumber(i32(o + PyDecContextObject.clamp)),
    signalsOf(u32(o + PyDecContextObject.status)),
    signalsOf(u32(o + PyDecContextObject.trapped)),
  ];
  const state = items.includes(0) ? 0 : PyTuple_New(items.length);
  const result = state === 0 ? 0 : PyTuple_New(2);
  if (result === 0) {
    for (const item of items) xdecref(item);
    xdecref(state);
    return PyErr_Occurred() ? 0 : PyErr_NoMemory();
  }
  for (let i = 0; i < items.length; i++) PyTuple_SET_ITEM(state, i, items[i]);
  PyTuple_SET_ITEM(result, 0, newRef(typeOf(o)));
  PyTuple_SET_ITEM(result, 1, state);
  return result;
}

function clearWord(offset: number) {
  return (o: Borrowed): Owned => {
    setI32(o + offset, 0);
    return Py_None;
  };
}

function wideGetter(offset: number) {
  return (o: Borrowed): Owned => longFromBigInt(wide(o + offset));
}

function releaseDicts(o: Borrowed): void {
  for (const slot of [o + TRAPS, o + FLAGS]) {
    if (ptr(slot) !== 0) detach(ptr(slot));
    clearSlot(slot);
  }
}

declareModuleType(Context_Type, {
  name: "decimal.Context",
  basicsize: PyDecContextObject.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  slots: {
    tp_new: context_new,
    tp_init: context_init,
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      releaseDicts(o);
      freeOfHeapType(o);
    },
    tp_traverse: traverser(TRAPS, FLAGS),
    tp_clear: (o: Address): number => {
      releaseDicts(o);
      return 0;
    },
    tp_repr: context_repr,
    tp_getattro: context_getattro,
    tp_setattro: context_setattro,
  },
  getset: [
    ["prec", wideGetter(PyDecContextObject.prec), setPrec],
    ["Emax", wideGetter(PyDecContextObject.emax), setEmax],
    ["Emin", wideGetter(PyDecContextObject.emin), setEmin],
    [
      "rounding",
      (o: Borrowed) => PyUnicode_InternFromString(ROUNDINGS[i32(o + PyDecContextObject.round)]),
      setRounding,
    ],
    ["capitals", (o: Borrowed) => PyLong_FromNumber(i32(o + PyDecContextObject.capitals)), setCapitals],
    ["clamp", (o: Borrowed) => PyLong_FromNumber(i32(o + PyDecContextObject.clamp)), setClamp],
  ],
  methods: rowsInOrder(
    "abs exp ln log10 minus next_minus next_plus normalize plus to_integral to_integral_exact " +
      "to_integral_value sqrt add compare compare_signal divide divide_int divmod max max_mag min min_mag " +
      "multiply next_toward quantize remainder remainder_near subtract power fma Etiny Etop radix is_canonical " +
      "is_finite is_infinite is_nan is_normal is_qnan is_signed is_snan is_subnormal is_zero _apply canonical " +
      "copy_abs copy_decimal copy_negate logb logical_invert number_class to_sci_string to_eng_string " +
      "compare_total compare_total_mag copy_sign logical_and logical_or logical_xor rotate same_quantum scaleb " +
      "shift clear_flags clear_traps __copy__ __reduce__ copy create_decimal create_decimal_from_float",
    contextMethods,
    [
      ["clear_flags", "()", clearWord(PyDecContextObject.status)],
      ["clear_traps", "()", clearWord(PyDecContextObject.trapped)],
      ["__copy__", "()", copyContext],
      ["__reduce__", "()", context_reduce],
      ["copy", "()", copyContext],
    ],
  ),
});

// -- the current context -------------------------------------------------------------------------------------------------

/** Makes a context the current one. False with an error set. */
function enter(context: Borrowed): boolean {
  const token = contextvar_set(state("decimal_context"), context);
  if (token === 0) return false;
  decref(token);
  return true;
}

/** The current context, made from DefaultContext where there is none yet: borrowed, 0 with an error set. */
export function currentContext(): Borrowed {
  const current = currentValue(state("decimal_context"));
  if (current !== 0 || PyErr_Occurred()) return current;
  const context = copyContext(state("DefaultContext"));
  if (context === 0) return 0;
  setI32(context + PyDecContextObject.status, 0);
  const entered = enter(context);
  // The variable holds it from now on.
  decref(context);
  return entered ? context : 0;
}

/** The context that an optional argument means: borrowed, 0 with an error set. */
export function contextArgument(value: Borrowed): Borrowed {
  if (value === 0 || value === Py_None) return currentContext();
  return isContext(value) ? value : raise(PyExc_TypeError, "optional argument must be a context");
}

export function getcontext(): Owned {
  const context = currentContext();
  return context === 0 ? 0 : newRef(context);
}

/** The module's own three contexts are copied, so that a program does not change them by accident. */
export function setcontext(_module: Borrowed, value: Borrowed): Owned {
  if (!isContext(value)) return raise(PyExc_TypeError, "argument must be a context");
  const templates = [state("DefaultContext"), state("BasicContext"), state("ExtendedContext")];
  let context = newRef(value);
  if (templates.includes(value)) {
    decref(context);
    context = copyContext(value);
    if (context === 0) return 0;
    setI32(context + PyDecContextObject.status, 0);
  }
  const entered = enter(context);
  decref(context);
  return entered ? Py_None : 0;
}

// -- localcontext --------------------------------------------------------------------------------------------------------

const LOCAL = PyDecContextManagerObject.local;
const GLOBAL = PyDecContextManagerObject.global;

export function localcontext(_module: Borrowed, args: Address, nargs: number, kwnames: Borrowed): Owned {
  const values = namedValues(args, nargs, kwnames, ["ctx", ...SETTINGS], 0);
  if (values === null) return 0;
  const global = currentContext();
  if (global === 0) return 0;
  const given = values[0];
  if (given !== 0 && given !== Py_None && !isContext(given)) {
    return raise(PyExc_TypeError, "optional argument must be a context");
  }
  const local = copyContext(given === 0 || given === Py_None ? global : given);
  if (local === 0) return 0;
  const manager = applySettings(local, values.slice(1)) < 0 ? 0 : allocate(typeIn(ContextManager_Type));
  if (manager === 0) {
    decref(local);
    return 0;
  }
  setPtr(manager + LOCAL, local);
  setPtr(manager + GLOBAL, newRef(global));
  return manager;
}

function manager_enter(o: Borrowed): Owned {
  return enter(ptr(o + LOCAL)) ? newRef(ptr(o + LOCAL)) : 0;
}

function manager_exit(o: Borrowed): Owned {
  return enter(ptr(o + GLOBAL)) ? Py_None : 0;
}

declareModuleType(ContextManager_Type, {
  name: "decimal.ContextManager",
  basicsize: PyDecContextManagerObject.sizeof,
  flags: Py_TPFLAGS_HAVE_GC | Py_TPFLAGS_DISALLOW_INSTANTIATION,
  slots: {
    tp_dealloc: deallocator(LOCAL, GLOBAL),
    tp_traverse: traverser(LOCAL, GLOBAL),
    tp_clear: clearer(LOCAL, GLOBAL),
    tp_getattro: genericGetAttr,
  },
  methods: [
    ["__enter__", "()", manager_enter],
    ["__exit__", "(*args)", manager_exit],
  ],
});
