// weakref.proxy: a weak reference that passes everything on to its object. Every slot checks that the object is alive,
// keeps it alive while the operation begins, and does the operation on it.
import { gcUntrack, isTracked } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyWeakReference } from "../memory/structs/iterators.ts";
import { PyNumberMethods } from "../memory/structs/object.ts";
import { text } from "../memory/text.ts";
import {
  isIterator,
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
  PyNumber_Divmod,
  PyNumber_Index,
  PyNumber_Power,
  PyObject_IsTrue,
  pushBinaryOp,
  pushContains,
  pushGetAttr,
  pushGetItem,
  pushGetIter,
  pushIterNext,
  pushSetAttr,
  pushSetItem,
  pushSize,
  pushStr,
  pushUnary,
} from "./abstract.ts";
import { PyObject_CallMethod } from "./call_method.ts";
import { pushCall } from "./call_object.ts";
import { pushRichCompare } from "./compare.ts";
import { declareType } from "./declare.ts";
import { PyErr_NoMemory, raise, typeNameOf } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PyNumber_Float } from "./number_float.ts";
import { PyNumber_Long } from "./number_long.ts";
import { clearSlot, decref, newRef, Py_TPFLAGS_HAVE_GC, typeOf } from "./object.ts";
import { freeInstance } from "./type_alloc.ts";
import { messageName } from "./type_names.ts";
import {
  _PyWeakref_CallableProxyType,
  _PyWeakref_ProxyType,
  Py_None,
  PyExc_ReferenceError,
  PyExc_TypeError,
} from "./types.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";
import { referent } from "./weakref.ts";
import { clearReference } from "./weakref_core.ts";

const isProxy = (o: Borrowed): boolean =>
  typeOf(o) === _PyWeakref_ProxyType || typeOf(o) === _PyWeakref_CallableProxyType;

/** What an operand stands for: Owned; 0 with ReferenceError set when a proxy's object is gone. */
function alive(o: Borrowed): Owned {
  if (!isProxy(o)) return newRef(o);
  const target = referent(o);
  return target === Py_None ? raise(PyExc_ReferenceError, "weakly-referenced object no longer exists") : newRef(target);
}

/** A slot that does `operation` on the object; `failure` is what it answers when there is none. */
const through =
  (operation: (o: Borrowed, a: number, b: number) => number, failure = 0) =>
  (proxy: Borrowed, a: number, b: number): number => {
    const o = alive(proxy);
    if (o === 0) return failure;
    const result = operation(o, a, b);
    decref(o);
    return result;
  };

/** A slot of two operands, either of which may be a proxy. */
const both =
  (operation: (a: Borrowed, b: Borrowed, c: number) => number) =>
  (left: Borrowed, right: Borrowed, c: number): number => {
    const a = alive(left);
    const b = a === 0 ? 0 : alive(right);
    const result = b === 0 ? 0 : operation(a, b, c);
    if (a !== 0) decref(a);
    if (b !== 0) decref(b);
    return result;
  };

const binary = (operator: number) => both((a, b) => pushBinaryOp(a, b, operator));
const unary = (slot: number, sign: string) => through((o) => pushUnary(o, slot, sign));
const power = (left: Borrowed, right: Borrowed, modulus: Borrowed): Owned => {
  const m = alive(modulus);
  if (m === 0) return 0;
  const result = both((a, b) => PyNumber_Power(a, b, m))(left, right, 0);
  decref(m);
  return result;
};

function proxy_repr(o: Borrowed): Owned {
  const target = referent(o);
  const at = o.toString(16);
  const what = target === Py_None ? "; dead" : `; to '${messageName(typeOf(target))}' at 0x${target.toString(16)}`;
  return PyUnicode_FromString(`<weakproxy at 0x${at}${what}>`) || PyErr_NoMemory();
}

/** All slots, as text addresses: both types have the same. */
const SLOTS = {
  tp_repr: proxy_repr,
  tp_str: through(pushStr),
  tp_getattro: both((o, name) => pushGetAttr(o, name)),
  tp_setattro: through(pushSetAttr, -1),
  tp_richcompare: both(pushRichCompare),
  tp_iter: through(pushGetIter),
  tp_iternext: through((o) => {
    if (isIterator(o)) return pushIterNext(o);
    return raise(PyExc_TypeError, `Weakref proxy referenced a non-iterator '${typeNameOf(o)}' object`);
  }),
  nb_add: binary(NB_ADD),
  nb_subtract: binary(NB_SUBTRACT),
  nb_multiply: binary(NB_MULTIPLY),
  nb_remainder: binary(NB_REMAINDER),
  nb_divmod: both((a, b) => PyNumber_Divmod(a, b)),
  nb_power: power,
  nb_negative: unary(PyNumberMethods.nb_negative, "unary -"),
  nb_positive: unary(PyNumberMethods.nb_positive, "unary +"),
  nb_absolute: unary(PyNumberMethods.nb_absolute, "abs()"),
  nb_bool: through(PyObject_IsTrue, -1),
  nb_invert: unary(PyNumberMethods.nb_invert, "unary ~"),
  nb_lshift: binary(NB_LSHIFT),
  nb_rshift: binary(NB_RSHIFT),
  nb_and: binary(NB_AND),
  nb_xor: binary(NB_XOR),
  nb_or: binary(NB_OR),
  nb_int: through(PyNumber_Long),
  nb_float: through(PyNumber_Float),
  nb_inplace_add: binary(NB_INPLACE + NB_ADD),
  nb_inplace_subtract: binary(NB_INPLACE + NB_SUBTRACT),
  nb_inplace_multiply: binary(NB_INPLACE + NB_MULTIPLY),
  nb_inplace_remainder: binary(NB_INPLACE + NB_REMAINDER),
  nb_inplace_power: binary(NB_INPLACE + NB_POWER),
  nb_inplace_lshift: binary(NB_INPLACE + NB_LSHIFT),
  nb_inplace_rshift: binary(NB_INPLACE + NB_RSHIFT),
  nb_inplace_and: binary(NB_INPLACE + NB_AND),
  nb_inplace_xor: binary(NB_INPLACE + NB_XOR),
  nb_inplace_or: binary(NB_INPLACE + NB_OR),
  nb_floor_divide: binary(NB_FLOOR_DIVIDE),
  nb_true_divide: binary(NB_TRUE_DIVIDE),
  nb_inplace_floor_divide: binary(NB_INPLACE + NB_FLOOR_DIVIDE),
  nb_inplace_true_divide: binary(NB_INPLACE + NB_TRUE_DIVIDE),
  nb_index: through(PyNumber_Index),
  nb_matrix_multiply: binary(NB_MATRIX_MULTIPLY),
  nb_inplace_matrix_multiply: binary(NB_INPLACE + NB_MATRIX_MULTIPLY),
  sq_length: through(pushSize, -1),
  sq_contains: through(pushContains, -1),
  mp_length: through(pushSize, -1),
  mp_subscript: both((o, key) => pushGetItem(o, key)),
  mp_ass_subscript: through(pushSetItem, -1),
  tp_dealloc: (o: Address): void => {
    if (isTracked(o)) gcUntrack(o);
    clearReference(o);
    clearSlot(o + PyWeakReference.wr_callback);
    freeInstance(o);
  },
  tp_traverse: (o: Address, visit: (o: Address) => number): number => {
    const callback = ptr(o + PyWeakReference.wr_callback);
    return callback === 0 ? 0 : visit(callback);
  },
  tp_clear: (o: Address): number => {
    clearReference(o);
    clearSlot(o + PyWeakReference.wr_callback);
    return 0;
  },
} as const;

const SHARED = Object.fromEntries(
  Object.entries(SLOTS).map(([slot, run]) => [
    slot,
    typeof run === "number" ? run : text(`weakref.proxy.${slot}`, run as (...args: number[]) => number),
  ]),
);

const forwarded = (name: string) => {
  const id = identifier(name);
  return through((o) => PyObject_CallMethod(o, id));
};

declareType(_PyWeakref_ProxyType, {
  name: "weakref.ProxyType",
  basicsize: PyWeakReference.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: SHARED,
  methods: [
    ["__bytes__", "()", forwarded("__bytes__")],
    ["__reversed__", "()", forwarded("__reversed__")],
  ],
});
declareType(_PyWeakref_CallableProxyType, {
  name: "weakref.CallableProxyType",
  basicsize: PyWeakReference.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: { ...SHARED, tp_call: through(pushCall) },
});
