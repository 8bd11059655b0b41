// Audit hooks (PEP 578): functions that are told of what a program does and may forbid it by raising. They cannot be taken away.
// Told are a program's own events, sys.audit(), and those of sys itself.
// Invariant: interp.audit_hooks is 0 until the first hook is added.
import { changeTracing } from "../interpreter/monitoring/events.ts";
import { INTERPRETER } from "../memory/data.ts";
import { type Address, type Borrowed, type Owned, POINTER_BYTES, ptr, setPtr } from "../memory/memory.ts";
import { PyInterpreterState } from "../memory/structs/runtime.ts";
import { PyObject_GetOptionalAttr, PyObject_IsTrue } from "../objects/abstract.ts";
import { PyObject_Call } from "../objects/call_object.ts";
import type { MethodRow } from "../objects/declare.ts";
import {
  PyErr_Clear,
  PyErr_ExceptionMatches,
  PyErr_NoMemory,
  PyErr_Occurred,
  raise,
  typeNameOf,
} from "../objects/errors.ts";
import { identifier } from "../objects/identifiers.ts";
import { PyList_Append, PyList_New } from "../objects/list.ts";
import { PyList_GET_ITEM } from "../objects/list_core.ts";
import { decref, isUnicode, newRef, sizeOf } from "../objects/object.ts";
import { emptyTuple, PyTuple_New, PyTuple_Pack, PyTuple_SET_ITEM } from "../objects/tuple_core.ts";
import { Py_None, PyExc_Exception, PyExc_TypeError } from "../objects/types.ts";

const HOOKS = INTERPRETER + PyInterpreterState.audit_hooks;
const id_cantrace = identifier("__cantrace__");
const id_addaudithook = identifier("sys.addaudithook");

/** PySys_Audit: tells the hooks of an event with a tuple of arguments. 0, or -1 with an error set. */
export function audit(event: Borrowed, args: Borrowed = emptyTuple): number {
  if (ptr(HOOKS) === 0) return 0;
  const row = PyTuple_Pack(event, args);
  if (row === 0) {
    PyErr_NoMemory();
    return -1;
  }
  // What hooks do is not traced, unless they say that they may be.
  changeTracing(1);
  let status = 0;
  for (let i = 0; status === 0 && i < sizeOf(ptr(HOOKS)); i++) status = callHook(PyList_GET_ITEM(ptr(HOOKS), i), row);
  changeTracing(-1);
  decref(row);
  return status;
}

function callHook(hook: Borrowed, row: Borrowed): number {
  const canTrace = PyObject_GetOptionalAttr(hook, id_cantrace);
  if (canTrace === 0 && PyErr_Occurred() !== 0) return -1;
  const isTraced = canTrace === 0 ? 0 : PyObject_IsTrue(canTrace);
  if (canTrace !== 0) decref(canTrace);
  if (isTraced < 0) return -1;
  if (isTraced > 0) changeTracing(-1);
  const result = PyObject_Call(hook, row, 0);
  if (isTraced > 0) changeTracing(1);
  if (result === 0) return -1;
  decref(result);
  return 0;
}

function sys_audit(_module: Borrowed, args: Address, count: number): Owned {
  if (count === 0) return raise(PyExc_TypeError, "audit() missing 1 required positional argument: 'event'");
  if (ptr(HOOKS) === 0) return Py_None;
  const event = ptr(args);
  if (!isUnicode(event)) {
    return raise(PyExc_TypeError, `expected str for argument 'event', not ${typeNameOf(event)}`);
  }
  const rest = PyTuple_New(count - 1);
  if (rest === 0) return PyErr_NoMemory();
  for (let i = 1; i < count; i++) PyTuple_SET_ITEM(rest, i - 1, newRef(ptr(args + i * POINTER_BYTES)));
  const status = audit(event, rest);
  decref(rest);
  return status < 0 ? 0 : Py_None;
}

function sys_addaudithook(_module: Borrowed, hook: Borrowed): Owned {
  if (audit(id_addaudithook) < 0) {
    // A hook that does not want another one says so by an exception, which stays with it.
    if (!PyErr_ExceptionMatches(PyExc_Exception)) return 0;
    PyErr_Clear();
    return Py_None;
  }
  if (ptr(HOOKS) === 0) setPtr(HOOKS, PyList_New(0));
  return ptr(HOOKS) === 0 || PyList_Append(ptr(HOOKS), hook) < 0 ? 0 : Py_None;
}

export const AUDIT_FUNCTIONS: readonly MethodRow[] = [
  ["addaudithook", "(hook)", sys_addaudithook],
  ["audit", "(*args)", sys_audit],
];
