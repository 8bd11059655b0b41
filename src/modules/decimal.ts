// _decimal: Decimal, Context and their kin, which the library's decimal takes from here.
//
//   decimal/layout, number       the objects, and a number while an operation is at work on it
//   decimal/rounding             how a result is made to fit its context
//   decimal/arithmetic, compare, digits, transcendental, power       the operations
//   decimal/text, format         numbers as text
//   decimal/signals, signal_dict, context                            what went wrong, and what to do about it
//   decimal/convert, operators, operations, methods, context_methods what programs call

import { gcUntrack } from "../gc/link.ts";
import type { Address, Borrowed, Owned } from "../memory/memory.ts";
import { PyObject_GetAttrString, PyObject_SetAttr } from "../objects/abstract.ts";
import { genericGetAttr } from "../objects/attributes.ts";
import { PyObject_CallThreeArgs, PyObject_CallTwoArgs } from "../objects/call.ts";
import { PyObject_CallMethod } from "../objects/call_method.ts";
import { declareModule, declareModuleType, specOf } from "../objects/declare.ts";
import { PyDict_New } from "../objects/dict_core.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyImport_ImportModule } from "../objects/import_hook.ts";
import { bool } from "../objects/long_core.ts";
import { longFromBigInt } from "../objects/long_digits.ts";
import { newRef, Py_TPFLAGS_BASETYPE, Py_TPFLAGS_HAVE_GC, typeIn, typeOf, xdecref } from "../objects/object.ts";
import { PyTuple_Pack } from "../objects/tuple_core.ts";
import { freeOfHeapType } from "../objects/type_alloc.ts";
import { makeModuleType, PyType_FromModuleAndSpec } from "../objects/type_spec.ts";
import { PyType_Type } from "../objects/types.ts";
import { PyUnicode_FromString } from "../objects/unicode_core.ts";
import { PyUnicode_InternFromString } from "../objects/unicode_intern.ts";
import { PyContextVar_New } from "./contextvars.ts";
import { namedItems } from "./decimal/arguments.ts";
import { contextArgument, getcontext, localcontext, makeContext, setcontext } from "./decimal/context.ts";
import { exactOf, newDecimal, newDecimalOf } from "./decimal/convert.ts";
import {
  Clamped,
  Context_Type,
  ContextManager_Type,
  Decimal_Type,
  Division_by_zero,
  IEEE_Invalid_operation,
  MAX_EMAX,
  MAX_PREC,
  MIN_EMIN,
  MIN_ETINY,
  Overflow,
  PyDecObject,
  ROUND_HALF_EVEN,
  ROUND_HALF_UP,
  ROUNDINGS,
  SignalDictMixin_Type,
  Underflow,
} from "./decimal/layout.ts";
import { decimalMethods } from "./decimal/methods.ts";
import { finite, freeWords } from "./decimal/number.ts";
import { decimalSlots } from "./decimal/operators.ts";
import { makeSignals, SIGNALS, signalClass, signalNames } from "./decimal/signals.ts";
import { setState, state } from "./decimal/state.ts";
import { addTypes, setStolen } from "./make_module.ts";
import { traverser } from "./type_support.ts";

// -- the type ------------------------------------------------------------------------------------------------------------

function decimal_new(type: Borrowed, args: Borrowed, keywords: Borrowed): Owned {
  const values = namedItems(args, keywords, ["value", "context"]);
  if (values === null) return 0;
  const context = contextArgument(values[1]);
  if (context === 0) return 0;
  const given = values[0];
  if (given === 0) return newDecimalOf(type, finite(0, 0n, 0n));
  if (type === typeIn(Decimal_Type) && typeOf(given) === typeIn(Decimal_Type)) return newRef(given);
  const number = exactOf(given, context);
  return number === null ? 0 : newDecimalOf(type, number);
}

declareModuleType(Decimal_Type, {
  name: "decimal.Decimal",
  basicsize: PyDecObject.sizeof,
  flags: Py_TPFLAGS_BASETYPE | Py_TPFLAGS_HAVE_GC,
  slots: {
    ...decimalSlots,
    tp_new: decimal_new,
    tp_dealloc: (o: Address): void => {
      gcUntrack(o);
      freeWords(o);
      freeOfHeapType(o);
    },
    tp_traverse: traverser(),
    tp_getattro: genericGetAttr,
  },
  getset: [
    ["real", (o: Borrowed) => newRef(o)],
    ["imag", () => newDecimal(finite(0, 0n, 0n))],
  ],
  methods: decimalMethods,
});

// -- what the module is made of ------------------------------------------------------------------------------------------

const id_module = identifier("__module__");
const id_register = identifier("register");
const _id_namedtuple = identifier("namedtuple");
const id_SignalDict = identifier("SignalDict");
const id_DecimalTuple = identifier("DecimalTuple");

/** An attribute of a module of the library. Owned, 0 with an error set. */
function imported(module: string, name: string): Owned {
  const found = PyImport_ImportModule(module);
  const value = found === 0 ? 0 : PyObject_GetAttrString(found, name);
  xdecref(found);
  return value;
}

/** numbers.Number.register(Decimal), and the class Rational for comparisons. */
function registerNumber(): number {
  const Number_ = imported("numbers", "Number");
  const registered = Number_ === 0 ? 0 : PyObject_CallMethod(Number_, id_register, typeIn(Decimal_Type));
  xdecref(Number_);
  xdecref(registered);
  return registered === 0 ? -1 : setState("Rational", imported("numbers", "Rational"));
}

function makeDecimalTuple(): number {
  const namedtuple = imported("collections", "namedtuple");
  const fields = namedtuple === 0 ? 0 : PyUnicode_FromString("sign digits exponent");
  const made = fields === 0 ? 0 : PyObject_CallTwoArgs(namedtuple, id_DecimalTuple, fields);
  xdecref(namedtuple);
  xdecref(fields);
  if (setState("DecimalTuple", made) < 0) return -1;
  const module = PyUnicode_FromString("decimal");
  const status = module === 0 ? -1 : PyObject_SetAttr(made, id_module, module);
  xdecref(module);
  return status;
}

/** class SignalDict(SignalDictMixin, MutableMapping) */
function makeSignalDict(module: Borrowed): number {
  const mapping = imported("collections.abc", "MutableMapping");
  const mixin = mapping === 0 ? 0 : PyType_FromModuleAndSpec(module, specOf(SignalDictMixin_Type), 0);
  const bases = mixin === 0 ? 0 : PyTuple_Pack(mixin, mapping);
  const namespace = bases === 0 ? 0 : PyDict_New();
  const made = namespace === 0 ? 0 : PyObject_CallThreeArgs(PyType_Type, id_SignalDict, bases, namespace);
  for (const o of [mapping, mixin, bases, namespace]) xdecref(o);
  return setState("SignalDict", made);
}

const BASIC_TRAPS = IEEE_Invalid_operation | Division_by_zero | Overflow;

function makeContexts(): number {
  const emax = 999999n;
  const made = (prec: bigint, round: number, traps: number): Owned => makeContext(prec, round, -emax, emax, traps);
  return setState("DefaultContext", made(28n, ROUND_HALF_EVEN, BASIC_TRAPS)) < 0 ||
    setState("BasicContext", made(9n, ROUND_HALF_UP, BASIC_TRAPS | Underflow | Clamped)) < 0 ||
    setState("ExtendedContext", made(9n, ROUND_HALF_EVEN, 0)) < 0
    ? -1
    : 0;
}

function makeContextVariable(): number {
  const name = PyUnicode_FromString("decimal_context");
  const variable = name === 0 ? 0 : PyContextVar_New(name);
  xdecref(name);
  return setState("decimal_context", variable);
}

/** Everything that is made once; a second import of the module takes it as it is. */
function makeState(module: Borrowed): number {
  if (state("decimal_context") !== 0) return 0;
  return registerNumber() < 0 ||
    makeDecimalTuple() < 0 ||
    makeSignalDict(module) < 0 ||
    makeSignals() < 0 ||
    setState("SignalTuple", PyTuple_Pack(...SIGNALS.map(({ name }) => signalClass(name)))) < 0 ||
    makeContexts() < 0 ||
    makeContextVariable() < 0
    ? -1
    : 0;
}

declareModule({
  name: "_decimal",
  functions: [
    ["getcontext", "()", getcontext],
    ["setcontext", "(context, /)", setcontext],
    ["localcontext", "!(ctx=None, **kwargs)", localcontext],
  ],
  exec: (module, dict) => {
    if (makeModuleType(module, ContextManager_Type) === 0) return -1;
    if (addTypes(module, Decimal_Type, Context_Type) < 0 || makeState(module) < 0) return -1;
    const values: [string, Owned][] = [
      ["DecimalTuple", newRef(state("DecimalTuple"))],
      ...signalNames().map((name): [string, Owned] => [name, newRef(signalClass(name))]),
      ["DefaultContext", newRef(state("DefaultContext"))],
      ["BasicContext", newRef(state("BasicContext"))],
      ["ExtendedContext", newRef(state("ExtendedContext"))],
      ...ROUNDINGS.map((name): [string, Owned] => [name, PyUnicode_InternFromString(name)]),
      ["MAX_PREC", longFromBigInt(MAX_PREC)],
      ["MAX_EMAX", longFromBigInt(MAX_EMAX)],
      ["MIN_EMIN", longFromBigInt(MIN_EMIN)],
      ["MIN_ETINY", longFromBigInt(MIN_ETINY)],
      ["HAVE_THREADS", bool(true)],
      ["HAVE_CONTEXTVAR", bool(true)],
      ["__version__", PyUnicode_FromString("1.70")],
      ["__libmpdec_version__", PyUnicode_FromString("2.5.1")],
    ];
    for (const [name, value] of values) if (setStolen(dict, name, value) < 0) return -1;
    return 0;
  },
});
