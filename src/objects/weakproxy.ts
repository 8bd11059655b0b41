// weakref.proxy: an object that forwards every operation to the one it refers to weakly.
//
// Invariant: the referent is held for the time of the operation, and an operation on a dead one is a ReferenceError.
import { gcUntrack, isTracked } from "../gc/link.ts";
import { type Address, type Borrowed, type Owned, ptr } from "../memory/memory.ts";
import { PyWeakReference } from "../memory/structs/iterators.ts";
import { PyNumberMethods } from "../memory/structs/object.ts";
import {
  BINARY_OPERATORS,
  isIterator,
  NB_INPLACE,
  NB_POWER,
  PyNumber_Divmod,
  PyNumber_Index,
  PyNumber_Power,
  PyObject_HashNotImplemented,
  PyObject_IsTrue,
  PyObject_RichCompare,
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
import { declareType, type TypeSpec } from "./declare.ts";
import { raise, typeNameOf } from "./errors.ts";
import { identifier } from "./identifiers.ts";
import { PyNumber_Float } from "./number_float.ts";
import { PyNumber_Long } from "./number_long.ts";
import { clearSlot, decref, newRef, Py_TPFLAGS_HAVE_GC, refcount, typeOf } from "./object.ts";
import { freeInstance } from "./type_alloc.ts";
import {
  _PyWeakref_CallableProxyType,
  _PyWeakref_ProxyType,
  Py_None,
  PyExc_ReferenceError,
  PyExc_TypeError,
} from "./types.ts";
import { PyUnicode_FromString } from "./unicode_core.ts";
import { clearReference } from "./weakref_core.ts";

/** PyWeakref_CheckProxy */
export function isProxy(o: Borrowed): boolean {
  return typeOf(o) === _PyWeakref_ProxyType || typeOf(o) === _PyWeakref_CallableProxyType;
}

function alive(proxy: Borrowed): Borrowed {
  const o = ptr(proxy + PyWeakReference.wr_object);
  return o === Py_None || o === 0 || refcount(o) === 0 ? 0 : o;
}

/** The referent of a proxy, anything else itself: Owned, or 0 with ReferenceError set. */
function unwrap(o: Borrowed): Owned {
  if (!isProxy(o)) return newRef(o);
  const target = alive(o);
  return target === 0 ? raise(PyExc_ReferenceError, "weakly-referenced object no longer exists") : newRef(target);
}

/** Runs an operation on a proxy's referent; `failure` is what the slot answers with when it is dead. */
function withReferent(proxy: Borrowed, failure: 0 | -1, run: (o: Borrowed) => number): number {
  const o = unwrap(proxy);
  if (o === 0) return failure;
  const result = run(o);
  decref(o);
  return result;
}

function withBoth(a: Borrowed, b: Borrowed, run: (a: Borrowed, b: Borrowed) => number): number {
  return withReferent(a, 0, (x) => withReferent(b, 0, (y) => run(x, y)));
}

const unary =
  (run: (o: Borrowed) => number, failure: 0 | -1 = 0) =>
  (proxy: Borrowed) =>
    withReferent(proxy, failure, run);

function proxy_repr(proxy: Borrowed): Owned {
  const at = proxy.toString(16);
  const o = alive(proxy);
  if (o === 0) return PyUnicode_FromString(`<weakproxy at 0x${at}; dead>`);
  return PyUnicode_FromString(`<weakproxy at 0x${at}; to '${typeNameOf(o)}' at 0x${o.toString(16)}>`);
}

function proxy_iternext(proxy: Borrowed): Owned {
  return withReferent(proxy, 0, (o) =>
    isIterator(o)
      ? pushIterNext(o)
      : raise(PyExc_TypeError, `Weakref proxy referenced a non-iterator '${typeNameOf(o)}' object`),
  );
}

/** The nb_ slots of the binary operators, in place and not. */
function binarySlots(): Record<string, (a: Borrowed, b: Borrowed) => number> {
  const names = new Map(Object.entries(PyNumberMethods).map(([name, offset]) => [offset, name]));
  const slots: Record<string, (a: Borrowed, b: Borrowed) => number> = {};
  BINARY_OPERATORS.forEach(([slot, inplaceSlot], operator) => {
    if (operator !== NB_POWER) {
      slots[names.get(slot)!] = (a, b) => withBoth(a, b, (x, y) => pushBinaryOp(x, y, operator));
    }
    slots[names.get(inplaceSlot)!] = (a, b) => withBoth(a, b, (x, y) => pushBinaryOp(x, y, operator + NB_INPLACE));
  });
  return slots;
}

function proxy_clear(proxy: Address): number {
  clearReference(proxy);
  clearSlot(proxy + PyWeakReference.wr_callback);
  return 0;
}

const SLOTS: TypeSpec["slots"] = {
  ...binarySlots(),
  nb_power: (a: Borrowed, b: Borrowed, modulus: Borrowed) =>
    withReferent(modulus, 0, (z) => withBoth(a, b, (x, y) => PyNumber_Power(x, y, z))),
  nb_divmod: (a: Borrowed, b: Borrowed) => withBoth(a, b, PyNumber_Divmod),
  nb_negative: unary((o) => pushUnary(o, PyNumberMethods.nb_negative, "unary -")),
  nb_positive: unary((o) => pushUnary(o, PyNumberMethods.nb_positive, "unary +")),
  nb_absolute: unary((o) => pushUnary(o, PyNumberMethods.nb_absolute, "abs()")),
  nb_invert: unary((o) => pushUnary(o, PyNumberMethods.nb_invert, "unary ~")),
  nb_int: unary(PyNumber_Long),
  nb_float: unary(PyNumber_Float),
  nb_index: unary(PyNumber_Index),
  nb_bool: unary(PyObject_IsTrue, -1),
  sq_contains: (proxy: Borrowed, key: Borrowed) => withReferent(proxy, -1, (o) => pushContains(o, key)),
  mp_length: unary(pushSize, -1),
  mp_subscript: (proxy: Borrowed, key: Borrowed) => withBoth(proxy, key, pushGetItem),
  mp_ass_subscript: (proxy: Borrowed, key: Borrowed, value: Borrowed) =>
    withReferent(proxy, -1, (o) => pushSetItem(o, key, value)),
  tp_repr: proxy_repr,
  tp_str: unary(pushStr),
  tp_hash: (proxy: Borrowed) => PyObject_HashNotImplemented(proxy),
  tp_getattro: (proxy: Borrowed, name: Borrowed) => withBoth(proxy, name, pushGetAttr),
  tp_setattro: (proxy: Borrowed, name: Borrowed, value: Borrowed) =>
    withReferent(proxy, -1, (o) => pushSetAttr(o, name, value)),
  tp_richcompare: (a: Borrowed, b: Borrowed, op: number) => withBoth(a, b, (x, y) => PyObject_RichCompare(x, y, op)),
  tp_iter: unary(pushGetIter),
  tp_iternext: proxy_iternext,
  tp_dealloc: (proxy: Address): void => {
    if (isTracked(proxy)) gcUntrack(proxy);
    proxy_clear(proxy);
    freeInstance(proxy);
  },
  tp_clear: proxy_clear,
  tp_traverse: (proxy: Address, visit: (o: Address) => number): number => {
    const callback = ptr(proxy + PyWeakReference.wr_callback);
    return callback === 0 ? 0 : visit(callback);
  },
};

const METHODS: TypeSpec["methods"] = [
  ["__bytes__", "()", unary((o) => PyObject_CallMethod(o, identifier("__bytes__")))],
  ["__reversed__", "()", unary((o) => PyObject_CallMethod(o, identifier("__reversed__")))],
];
for (const name of ["__bytes__", "__reversed__"]) identifier(name);

declareType(_PyWeakref_ProxyType, {
  name: "weakref.ProxyType",
  basicsize: PyWeakReference.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: SLOTS,
  methods: METHODS,
});
declareType(_PyWeakref_CallableProxyType, {
  name: "weakref.CallableProxyType",
  basicsize: PyWeakReference.sizeof,
  flags: Py_TPFLAGS_HAVE_GC,
  slots: {
    ...SLOTS,
    tp_call: (proxy: Borrowed, args: Borrowed, kwargs: Borrowed) =>
      withReferent(proxy, 0, (o) => pushCall(o, args, kwargs)),
  },
  methods: METHODS,
});
