// The signals of the decimal module: exception classes, made when the module is, and the raising of what a context traps.
//
// A condition is what went wrong (ConversionSyntax); a signal is what contexts count and trap (InvalidOperation). They are
// classes that programs may derive from, so they are made as a program would make them.
import { reserveStatic } from "../../memory/data.ts";
import {
  type Address,
  type Borrowed,
  type Owned,
  POINTER_BYTES,
  ptr,
  setI32,
  setPtr,
  u32,
} from "../../memory/memory.ts";
import { PyObject_CallThreeArgs } from "../../objects/call.ts";
import { PyDict_New } from "../../objects/dict_core.ts";
import { PyErr_NoMemory, PyErr_SetObject } from "../../objects/errors.ts";
import { PyList_Append, PyList_New } from "../../objects/list_core.ts";
import { decref } from "../../objects/object.ts";
import { PyTuple_Pack } from "../../objects/tuple_core.ts";
import { PyExc_ArithmeticError, PyExc_TypeError, PyExc_ZeroDivisionError, PyType_Type } from "../../objects/types.ts";
import { PyUnicode_FromString } from "../../objects/unicode_core.ts";
import { setStolen } from "../make_module.ts";
import {
  Clamped,
  Conversion_syntax,
  Division_by_zero,
  Division_impossible,
  Division_undefined,
  Float_operation,
  IEEE_Invalid_operation,
  Inexact,
  Invalid_context,
  Invalid_operation,
  Malloc_error,
  Overflow,
  PyDecContextObject,
  Rounded,
  Subnormal,
  Underflow,
} from "./layout.ts";

interface Class {
  readonly name: string;
  /** The bits of a status word that it stands for. */
  readonly bits: number;
  readonly bases: readonly (string | Borrowed)[];
}

const ROOT = "DecimalException";

/** In the order in which they are looked for, and shown. */
export const SIGNALS: readonly Class[] = [
  { name: "InvalidOperation", bits: IEEE_Invalid_operation, bases: [ROOT] },
  { name: "FloatOperation", bits: Float_operation, bases: [ROOT, PyExc_TypeError] },
  { name: "DivisionByZero", bits: Division_by_zero, bases: [ROOT, PyExc_ZeroDivisionError] },
  { name: "Overflow", bits: Overflow, bases: ["Inexact", "Rounded"] },
  { name: "Underflow", bits: Underflow, bases: ["Inexact", "Rounded", "Subnormal"] },
  { name: "Subnormal", bits: Subnormal, bases: [ROOT] },
  { name: "Inexact", bits: Inexact, bases: [ROOT] },
  { name: "Rounded", bits: Rounded, bases: [ROOT] },
  { name: "Clamped", bits: Clamped, bases: [ROOT] },
];

/** The first is the signal itself, as a condition. */
const CONDITIONS: readonly Class[] = [
  { name: "InvalidOperation", bits: Invalid_operation, bases: [] },
  { name: "ConversionSyntax", bits: Conversion_syntax, bases: ["InvalidOperation"] },
  { name: "DivisionImpossible", bits: Division_impossible, bases: ["InvalidOperation"] },
  { name: "DivisionUndefined", bits: Division_undefined, bases: ["InvalidOperation", PyExc_ZeroDivisionError] },
  { name: "InvalidContext", bits: Invalid_context, bases: ["InvalidOperation"] },
];

/** Names in the order of making: bases first. */
const MADE = [
  ROOT,
  "InvalidOperation",
  "FloatOperation",
  "DivisionByZero",
  "Subnormal",
  "Inexact",
  "Rounded",
  "Clamped",
  "Overflow",
  "Underflow",
  "ConversionSyntax",
  "DivisionImpossible",
  "DivisionUndefined",
  "InvalidContext",
] as const;

/** Owned classes, null until the module is made. */
const CLASSES: Address = reserveStatic(MADE.length * POINTER_BYTES);

function slotOf(name: string): Address {
  return CLASSES + (MADE as readonly string[]).indexOf(name) * POINTER_BYTES;
}

/** The class of a signal or condition: borrowed. */
export function signalClass(name: string): Borrowed {
  return ptr(slotOf(name));
}

/** PyErr_NewException: a class of the module decimal. Owned, 0 with an error set. */
function newException(name: string, bases: Owned): Owned {
  const namespace = PyDict_New();
  const title = PyUnicode_FromString(name);
  const isReady =
    namespace !== 0 &&
    title !== 0 &&
    bases !== 0 &&
    setStolen(namespace, "__module__", PyUnicode_FromString("decimal")) >= 0;
  const result = isReady ? PyObject_CallThreeArgs(PyType_Type, title, bases, namespace) : 0;
  for (const o of [namespace, title, bases]) if (o !== 0) decref(o);
  return result;
}

/** Makes the classes, once. 0, or -1 with an error set. */
export function makeSignals(): number {
  for (const name of MADE) {
    if (signalClass(name) !== 0) continue;
    const described = SIGNALS.find((one) => one.name === name) ?? CONDITIONS.find((one) => one.name === name);
    const bases = described?.bases ?? [PyExc_ArithmeticError];
    const tuple = PyTuple_Pack(...bases.map((base) => (typeof base === "string" ? signalClass(base) : base)));
    const made = newException(name, tuple);
    if (made === 0) return -1;
    setPtr(slotOf(name), made);
  }
  return 0;
}

/** All classes by name, for the module. */
export function signalNames(): readonly string[] {
  return MADE;
}

/** flags_as_list: the conditions of a status word, then its other signals. Owned. */
function conditionList(status: number): Owned {
  const list = PyList_New(0);
  if (list === 0) return 0;
  for (const { name, bits } of [...CONDITIONS, ...SIGNALS.slice(1)]) {
    if ((status & bits) !== 0 && PyList_Append(list, signalClass(name)) < 0) {
      decref(list);
      return 0;
    }
  }
  return list;
}

/** dec_addstatus: counts conditions in a context and raises those it traps. False with an error set. */
export function addStatus(context: Borrowed, status: number): boolean {
  if (status === 0) return true;
  const at = context + PyDecContextObject.status;
  setI32(at, u32(at) | status);
  const trapped = status & (u32(context + PyDecContextObject.trapped) | Malloc_error);
  if (trapped === 0) return true;
  if ((status & Malloc_error) !== 0) {
    PyErr_NoMemory();
    return false;
  }
  const list = conditionList(trapped);
  if (list === 0) return false;
  const signal = SIGNALS.find(({ bits }) => (trapped & bits) !== 0);
  PyErr_SetObject(signalClass((signal as Class).name), list);
  decref(list);
  return false;
}

/** The bits of a signal class; -1 when it is none. */
export function bitsOfSignal(type: Borrowed): number {
  for (const { name, bits } of SIGNALS) if (signalClass(name) === type) return bits;
  return -1;
}
